//! Records in rows: a table to read, or cells for a spreadsheet. The border: fields are shown as the output contract
//! gives them; nothing is added but where a record stands and its id.

use super::page::{Page, Table, Tone, Words};
use super::words;
use crate::document::Document;
use crate::records::RecordKind;
use crate::store::StoredRecord;
use crate::text::{Date, Origin, Span, fold};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// The columns of a kind: field of the contract, and its head on screen.
fn columns(kind: RecordKind) -> &'static [(&'static str, &'static str)] {
    match kind {
        RecordKind::Motion => &[
            ("key", "Motie"),
            ("title", "Titel"),
            ("indieners", "Indieners"),
            ("date", "Datum"),
            ("appreciatie", "Appreciatie"),
            ("uitslag", "Uitslag"),
        ],
        RecordKind::Commitment => &[("by", "Door"), ("strength", "Hoe vast"), ("due", "Wanneer")],
        RecordKind::Migration => &[
            ("ministries", "Ministerie"),
            ("organisation", "Organisatie"),
            ("subject", "Wat"),
            ("phase", "Fase"),
            ("providers", "Naar"),
            ("due", "Wanneer"),
        ],
        RecordKind::PolicyRule => &[("norm", "Norm"), ("subject", "Waarover"), ("due", "Wanneer")],
        RecordKind::FollowUp => &[("motion", "Motie"), ("by", "Door"), ("status", "Status"), ("date", "Datum")],
        RecordKind::Citation => &[("raw", "Verwijzing"), ("key", "Nummer"), ("repaired", "Hersteld")],
    }
}

/// The id by which `show` finds a record again: its kind, source and quote decide it, so that it survives re-ingesting.
pub fn id(kind: RecordKind, record: &StoredRecord) -> String {
    let mut hash = Sha256::new();
    for part in [kind.name(), &record.source, &quote(&record.record)] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    let short = digest.iter().take(4).fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
    format!("{}-{short:08x}", kind.name().trim_end_matches('s'))
}

/// The record as one object: the fields of the contract, with its id and where it stands.
pub fn object(kind: RecordKind, stored: &StoredRecord) -> Value {
    let mut object = Map::new();
    object.insert("id".into(), id(kind, stored).into());
    object.insert("source".into(), stored.source.clone().into());
    object.insert("document".into(), stored.document.clone().into());
    if let Value::Object(fields) = &stored.record {
        object.extend(fields.iter().map(|(k, v)| (k.clone(), v.clone())));
    }
    Value::Object(object)
}

/// A table to read: the words, what they amount to, and where they stand with the id to show them by.
/// Citations, that are no sentences, get their fields as columns.
pub fn page(kind: RecordKind, records: &[StoredRecord]) -> Page {
    let columns = columns(kind);
    // A column that nowhere says anything is left out.
    let says = |field: &str| records.iter().any(|r| !shown(&r.record[field]).is_empty());
    let kept: Vec<_> = columns.iter().filter(|(field, _)| says(field)).collect();
    let flat = kind == RecordKind::Citation;
    let mut table = Table { head: Vec::new(), rows: Vec::new(), keep: 0 };
    if flat {
        table.head.extend(kept.iter().map(|(_, head)| (*head).to_string()));
    } else {
        let first = if kind == RecordKind::Motion { "Nummer en titel" } else { "Woorden" };
        table.head.extend([first.to_string(), capital(words::kind(kind).0)]);
    }
    table.head.push("Bron".into());
    for stored in records {
        let cell = |field: &str| words::short(&shown(&stored.record[field]), 90);
        // A motion is known by its number and title; any other record by its words.
        let name: &[&str] = if kind == RecordKind::Motion { &["key", "title"] } else { &[] };
        let filled = |fields: Vec<String>, between: &str| {
            let filled: Vec<String> = fields.into_iter().filter(|c| !c.is_empty() && c != "nee").collect();
            filled.join(between)
        };
        let mut row: Vec<String> = if flat {
            kept.iter().map(|(field, _)| cell(field)).collect()
        } else {
            let named = filled(name.iter().map(|f| cell(f)).collect(), " ");
            let words = if named.is_empty() { words::short(&quote(&stored.record), 240) } else { named };
            let rest = kept.iter().map(|(f, _)| *f).filter(|f| !name.contains(f));
            vec![words, filled(rest.map(cell).collect(), " · ")]
        };
        row.push(format!("{}\n{}", place(stored), id(kind, stored)));
        table.rows.push(row);
    }
    let mut page = Page::default();
    page.table(table);
    page.text(Words::default().dim(words::count(records.len(), words::kind(kind).0, words::kind(kind).1)));
    page
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// How much of the text around the evidence of a record is shown.
const AROUND: usize = 300;

/// One record in full: every field, and its words in their surroundings where the document is at hand.
pub fn one(kind: RecordKind, stored: &StoredRecord, doc: Option<&Document>) -> Page {
    let mut page = Page::default();
    page.heading(1, format!("{} {}", words::kind(kind).0, id(kind, stored)));
    let fields = columns(kind).iter().map(|(field, head)| (*head, Words::from(shown(&stored.record[*field]))));
    page.fields(fields.chain([("Document", Words::from(place(stored)))]));
    let whole = [stored.record["evidence"].clone(), Value::Array(vec![stored.record.clone()])];
    let evidence = whole.iter().filter_map(Value::as_array).find(|e| !e.is_empty());
    for e in evidence.into_iter().flatten() {
        let span: Option<Span> = serde_json::from_value(e["span"].clone()).ok();
        let quoted = quote(&serde_json::json!({ "evidence": [e] }));
        let around = span.zip(doc).and_then(|(span, doc)| {
            let block = doc.block_at(span.start())?.span.cover(span);
            let from = doc.text().floor_char_boundary(block.start().max(span.start().saturating_sub(AROUND)));
            let to = doc.text().ceil_char_boundary(block.end().min(span.end() + AROUND));
            let cut = |a: usize, b: usize| doc.text().get(a..b).unwrap_or_default().to_string();
            let before = if from > block.start() { "… " } else { "" };
            let after = if to < block.end() { " …" } else { "" };
            let words = Words::default().plain(before).plain(cut(from, span.start()));
            let words = words.and(Tone::Mark, format!("«{}»", doc.of(span)));
            Some(words.plain(cut(span.end(), to)).plain(after))
        });
        page.quote(around.unwrap_or_else(|| Words::default().and(Tone::Mark, quoted)));
        let rule = e["rule"].as_str().unwrap_or_default();
        let place = origin(e).map(|o| o.to_string()).unwrap_or_default();
        page.source(format!("{}, {place} · waarom: kamerspoor rule explain {rule}", stored.source));
    }
    page
}

/// Heads and cells for a spreadsheet: every field of the kind, whole quotes.
pub fn csv(kind: RecordKind, records: &[StoredRecord]) -> String {
    let all: &[&str] = match kind {
        RecordKind::Motion => {
            &["key", "title", "indieners", "date", "gericht_aan", "appreciatie", "uitslag", "due", "replaces"]
        }
        RecordKind::Commitment => &["by", "to", "what", "strength", "conditional", "restated", "refused", "due"],
        RecordKind::Migration => &["ministries", "organisation", "subject", "phase", "providers", "due"],
        RecordKind::PolicyRule => &["norm", "subject", "conditional", "due"],
        RecordKind::FollowUp => &["motion", "motion_named", "by", "status", "date", "see_also"],
        RecordKind::Citation => &["raw", "key", "repaired", "candidates"],
    };
    let head = ["id"].iter().chain(all).chain(&["quote", "rule", "origin", "document", "source"]);
    let mut out = line(head.map(ToString::to_string));
    for stored in records {
        let first = first(&stored.record);
        let origin = origin(first).map(|o| o.to_string()).unwrap_or_default();
        let rule = first["rule"].as_str().unwrap_or_default().to_string();
        let mut cells = vec![id(kind, stored)];
        cells.extend(all.iter().map(|field| shown(&stored.record[*field])));
        cells.extend([
            quote(&stored.record),
            rule,
            origin,
            stored.document.clone().unwrap_or_default(),
            stored.source.clone(),
        ]);
        out.push_str(&line(cells));
    }
    out
}

/// One line of comma-separated values. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
pub fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cell = |c: String| {
        let c = if c.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{c}") } else { c };
        if c.contains([',', '"', '\n', '\r', ';']) { format!("\"{}\"", c.replace('"', "\"\"")) } else { c }
    };
    format!("{}\r\n", cells.into_iter().map(cell).collect::<Vec<_>>().join(","))
}

/// The words a record rests on.
pub fn quote(record: &Value) -> String {
    let all = record["evidence"].as_array().into_iter().flatten().filter_map(|e| e["quote"].as_str());
    let joined = all.collect::<Vec<_>>().join(" […] ");
    if joined.is_empty() { record["raw"].as_str().unwrap_or_default().to_string() } else { joined }
}

fn first(record: &Value) -> &Value {
    let evidence = &record["evidence"][0];
    if evidence.is_null() { record } else { evidence }
}

fn origin(evidence: &Value) -> Option<Origin> {
    serde_json::from_value(evidence["origin"].clone()).ok()
}

fn place(stored: &StoredRecord) -> String {
    let file = stored.source.rsplit(['/', '\\']).next().unwrap_or(&stored.source);
    let name = stored.document.as_deref().map_or_else(|| file.to_string(), words::printed);
    match origin(first(&stored.record)) {
        Some(origin) if origin != Origin::default() => format!("{name}, {origin}"),
        _ => name,
    }
}

/// A value of the contract as a person reads it.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "ja" } else { "nee" }.into(),
        Value::Number(n) => n.to_string(),
        Value::String(text) => match text.parse::<Date>() {
            Ok(date) if text.len() == 10 => words::day(date),
            _ if text.starts_with("kst-") => words::printed(text),
            _ => text.replace('_', " "),
        },
        Value::Array(all) => all.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => match (fields.get("naam"), fields.get("raw")) {
            (Some(naam), _) => match fields.get("fractie").and_then(Value::as_str) {
                Some(fractie) => format!("{} ({fractie})", shown(naam)),
                None => shown(naam),
            },
            (None, Some(_)) => serde_json::from_value(value.clone()).map(|p| words::period(&p)).unwrap_or_default(),
            _ => value.to_string(),
        },
    }
}

/// Whether a record was found with this id, ignoring case.
pub fn has_id(kind: RecordKind, stored: &StoredRecord, wanted: &str) -> bool {
    fold(&id(kind, stored)) == fold(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_never_becomes_a_formula_or_a_second_cell() {
        assert_eq!(
            line(["=SOM(A1)".into(), "a,b".into(), "zeg \"ja\"".into()]),
            "'=SOM(A1),\"a,b\",\"zeg \"\"ja\"\"\"\r\n"
        );
    }

    #[test]
    fn values_read_as_words() {
        let due = serde_json::json!({"raw": "voor de zomer", "from": null, "until": "2025-07-03", "grain": "reces"});
        assert_eq!(shown(&due), "voor de zomer (uiterlijk 3 juli 2025)");
        assert_eq!(
            shown(&serde_json::json!([{"naam": "De Dijk", "fractie": "VVD"}, {"naam": "Sluis"}])),
            "De Dijk (VVD), Sluis"
        );
        assert_eq!(shown(&serde_json::json!("in_uitvoering")), "in uitvoering");
    }
}
