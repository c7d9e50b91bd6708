//! Passages and records in the bulk format that Elasticsearch, OpenSearch and Quickwit read, with the mapping beside it.
//! The border: store → lines; writing them and sending them to a cluster is for others.
//!
//! Every document is two lines: what to do with it, and its source; each ends with a line end, and none holds one.

use crate::store::{StoredPassage, StoredRecord};
use serde_json::{Value, json};

/// The index for passages.
pub const PASSAGES: &str = "kamerspoor-passages";
/// The index for records.
pub const RECORDS: &str = "kamerspoor-records";

/// The two lines for a passage. The id survives reading in again, so that sending twice changes nothing.
pub fn passage(p: &StoredPassage) -> String {
    let d = &p.document;
    let source = json!({
        "bron": d.source, "document": d.id, "soort": d.kind, "titel": d.title, "datum": d.date,
        "ministerie": p.ministries, "lid": p.members, "dossier": p.dossiers, "motie": p.motions,
        "nummer": p.number, "kop": p.heading, "tekst": p.text, "plaats": p.origin.to_string(),
        "begin": p.span.start(), "einde": p.span.end(),
    });
    lines(PASSAGES, &format!("{}#{}", d.source, p.number), &source)
}

/// The two lines for a record of a kind.
pub fn record(kind: &str, r: &StoredRecord) -> String {
    let evidence = r.record.get("evidence").and_then(Value::as_array);
    let quotes: Vec<&Value> = evidence.into_iter().flatten().filter_map(|e| e.get("quote")).collect();
    let due = r.record.get("due");
    let source = json!({
        "soort": kind, "naam": r.name, "bron": r.source, "document": r.document, "titel": r.title,
        "termijn": due.and_then(|d| d.get("until").filter(|u| !u.is_null()).or_else(|| d.get("from"))),
        "citaat": quotes, "gegeven": r.record,
    });
    // The same name may stand in two kinds of two sources: source and name together are unique.
    lines(RECORDS, &format!("{}#{}", r.source, r.name), &source)
}

fn lines(index: &str, id: &str, source: &Value) -> String {
    let action = json!({ "index": { "_index": index, "_id": short(id) } });
    format!("{action}\n{source}\n")
}

/// An id of at most 512 bytes, as the engines require; a longer one keeps its end, where it differs.
fn short(id: &str) -> &str {
    let from = id.ceil_char_boundary(id.len().saturating_sub(512));
    &id[from..]
}

/// Settings and mapping of both indexes: Dutch words as they stand (small letters, no accents) and, in the field
/// `.stam` beside them, by their stem (Kraaij-Pohlmann, `dutch_kp`); days as dates; the rest to filter by.
pub fn mapping() -> Value {
    let text = json!({
        "type": "text", "analyzer": "woord",
        "fields": { "stam": { "type": "text", "analyzer": "stam" } },
    });
    let keyword = json!({ "type": "keyword" });
    let settings = json!({
        "analysis": {
            "filter": {
                "nl_stop": { "type": "stop", "stopwords": "_dutch_" },
                "nl_stam": { "type": "stemmer", "language": "dutch_kp" },
            },
            "analyzer": {
                "woord": { "type": "custom", "tokenizer": "standard", "filter": ["lowercase", "asciifolding"] },
                "stam": {
                    "type": "custom", "tokenizer": "standard",
                    "filter": ["lowercase", "nl_stop", "asciifolding", "nl_stam"],
                },
            },
        },
    });
    let day = json!({ "type": "date", "format": "strict_date" });
    let number = json!({ "type": "long" });
    json!({
        (PASSAGES): { "settings": settings, "mappings": { "dynamic": "strict", "properties": {
            "bron": keyword, "document": keyword, "soort": keyword, "titel": text, "datum": day,
            "ministerie": keyword, "lid": keyword, "dossier": keyword, "motie": keyword,
            "nummer": number, "kop": text, "tekst": text, "plaats": keyword, "begin": number, "einde": number,
        } } },
        (RECORDS): { "settings": settings, "mappings": { "dynamic": "strict", "properties": {
            "soort": keyword, "naam": keyword, "bron": keyword, "document": keyword, "titel": text,
            "termijn": day, "citaat": text, "gegeven": { "type": "object", "enabled": false },
        } } },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::DocumentLine;
    use crate::text::{Origin, Span};

    #[test]
    fn a_passage_is_two_lines_whose_fields_the_mapping_knows() {
        let text = "Eerste regel.\nTweede \"regel\".".to_string();
        let document =
            DocumentLine { source: "a.txt".into(), id: None, kind: "overig".into(), title: None, date: None };
        let (span, origin) = (Span::all(&text), Origin::line(1));
        let list = || vec!["x".to_string()];
        let p = StoredPassage {
            document,
            number: 0,
            heading: String::new(),
            text,
            span,
            origin,
            ministries: list(),
            members: list(),
            dossiers: list(),
            motions: list(),
        };
        let lines = passage(&p);
        assert!(lines.ends_with('\n'));
        let parsed: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        assert_eq!(parsed.len(), 2);
        assert_eq!(parsed[0]["index"]["_id"], "a.txt#0");
        let mapping = mapping();
        let known = mapping[PASSAGES]["mappings"]["properties"].as_object().unwrap();
        let own = parsed[1].as_object().unwrap();
        assert!(own.keys().all(|k| known.contains_key(k)) && known.len() == own.len());
    }

    #[test]
    fn ids_are_no_longer_than_the_engines_take() {
        assert_eq!(short("a#1"), "a#1");
        let long = format!("{}#7", "é".repeat(400));
        assert!(short(&long).len() <= 512 && short(&long).ends_with("#7"));
    }
}
