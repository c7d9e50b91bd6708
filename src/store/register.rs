//! The Chamber's open data: facts about motions and other cases, from files as the OData service gives them
//! (`Zaak…json`: `Onderwerp` holds the title, `Kabinetsappreciatie` the advice, `Document[].HuidigeDocumentVersie.
//! ExterneIdentifier` the key, `Besluit[].BesluitSoort` the outcome) and from `uitslagen.json` (outcome per case number).
//! The border: bytes in, facts out; enumerations of the register are open, so a value never seen before is kept.

use crate::text::Date;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// What one file says about one case and one key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) key: Option<String>,
    pub(super) zaak: String,
    pub(super) soort: Option<String>,
    pub(super) title: Option<String>,
    pub(super) dossier_title: Option<String>,
    pub(super) appreciatie: Option<String>,
    pub(super) uitslag: Option<String>,
    pub(super) uitslag_date: Option<Date>,
    pub(super) date: Option<Date>,
    /// Its number within a dossier, which the row itself does not name.
    pub(super) volgnummer: Option<i64>,
}

#[derive(Deserialize)]
struct Page {
    value: Vec<Row>,
}

/// A row of `Zaak`, or of the list of outcomes; every field may be absent or null.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Row {
    #[serde(rename = "Nummer", deserialize_with = "text")]
    nummer: Option<String>,
    #[serde(rename = "Soort", deserialize_with = "text")]
    soort: Option<String>,
    #[serde(rename = "Titel", deserialize_with = "text")]
    titel: Option<String>,
    #[serde(rename = "Onderwerp", deserialize_with = "text")]
    onderwerp: Option<String>,
    #[serde(rename = "GestartOp", deserialize_with = "text")]
    gestart: Option<String>,
    #[serde(rename = "Kabinetsappreciatie", deserialize_with = "text")]
    appreciatie: Option<String>,
    #[serde(rename = "Volgnummer", deserialize_with = "whole")]
    volgnummer: Option<i64>,
    #[serde(rename = "Verwijderd")]
    verwijderd: Option<bool>,
    #[serde(rename = "Document")]
    documents: Option<Vec<DocumentRow>>,
    #[serde(rename = "Besluit")]
    decisions: Option<Vec<Decision>>,
    #[serde(deserialize_with = "text")]
    motion_number: Option<String>,
    #[serde(deserialize_with = "text")]
    motion_title: Option<String>,
    #[serde(deserialize_with = "text")]
    motion_date: Option<String>,
    #[serde(deserialize_with = "text")]
    final_status: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct DocumentRow {
    #[serde(rename = "HuidigeDocumentVersie")]
    version: Option<VersionRow>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct VersionRow {
    #[serde(rename = "ExterneIdentifier", deserialize_with = "text")]
    identifier: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Decision {
    #[serde(rename = "BesluitSoort", deserialize_with = "text")]
    soort: Option<String>,
    #[serde(rename = "Agendapunt")]
    item: Option<AgendaItem>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct AgendaItem {
    #[serde(rename = "Activiteit")]
    activity: Option<Activity>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Activity {
    #[serde(rename = "Datum", deserialize_with = "text")]
    date: Option<String>,
}

/// A string, trimmed; anything else in its place counts as absent.
fn text<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Loose {
        Text(String),
        Other(IgnoredAny),
    }
    Ok(match Loose::deserialize(from)? {
        Loose::Text(text) => Some(text.trim().to_string()).filter(|t| !t.is_empty()),
        Loose::Other(_) => None,
    })
}

/// A whole number; anything else in its place counts as absent.
fn whole<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Loose {
        Number(i64),
        Other(IgnoredAny),
    }
    Ok(match Loose::deserialize(from)? {
        Loose::Number(n) => Some(n).filter(|n| *n > 0),
        Loose::Other(_) => None,
    })
}

/// The facts in a JSON file of the Chamber's open data; `None` where it is JSON that holds no cases, an error in Dutch
/// where it is no JSON.
pub(super) fn parse(bytes: &[u8]) -> Result<Option<Vec<Fact>>, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.iter().find(|b| !b.is_ascii_whitespace());
    let rows = match first {
        Some(b'[') => serde_json::from_slice::<Vec<Row>>(bytes).ok(),
        Some(b'{') => serde_json::from_slice::<Page>(bytes)
            .map(|p| p.value)
            .or_else(|_| serde_json::from_slice::<Row>(bytes).map(|row| vec![row]))
            .ok(),
        _ => None,
    };
    let Some(rows) = rows else {
        return match serde_json::from_slice::<IgnoredAny>(bytes) {
            Ok(_) => Ok(None),
            Err(e) => Err(format!("beschadigd: geen geldige JSON (regel {}, teken {})", e.line(), e.column())),
        };
    };
    let facts: Vec<Fact> = rows.into_iter().flat_map(facts).collect();
    Ok((!facts.is_empty()).then_some(facts))
}

/// One fact a key; a case with a changed text has several keys, a case without publications one fact without a key.
fn facts(row: Row) -> Vec<Fact> {
    let case = |n: &String| n.len() >= 6 && n.as_bytes()[4] == b'Z' && n[..4].bytes().all(|b| b.is_ascii_digit());
    let Some(zaak) = row.nummer.or(row.motion_number).filter(|n| n.is_char_boundary(4) && case(n)) else {
        return Vec::new();
    };
    if row.verwijderd == Some(true) {
        return Vec::new();
    }
    let day = |text: &Option<String>| text.as_ref().and_then(|t| t.get(..10)?.parse().ok());
    let decided = row.decisions.iter().flatten().rev().find(|d| d.soort.is_some());
    let decided_on = decided.and_then(|d| day(&d.item.as_ref()?.activity.as_ref()?.date));
    let outcome = row.final_status.as_deref().or(decided.and_then(|d| d.soort.as_deref()));
    let mut keys: Vec<String> =
        row.documents.iter().flatten().filter_map(|d| d.version.as_ref()?.identifier.clone()).collect();
    keys.sort();
    keys.dedup();
    let fact = Fact {
        key: None,
        zaak,
        soort: row.soort,
        title: row.onderwerp,
        dossier_title: row.titel.or(row.motion_title),
        appreciatie: row.appreciatie,
        uitslag: outcome.map(uitslag),
        uitslag_date: decided_on,
        date: day(&row.gestart).or_else(|| day(&row.motion_date)),
        volgnummer: row.volgnummer,
    };
    if keys.is_empty() {
        return vec![fact];
    }
    keys.into_iter().map(|key| Fact { key: Some(key), ..fact.clone() }).collect()
}

/// "Stemmen - aangenomen" says "Aangenomen"; other decisions keep the register's words.
fn uitslag(besluit: &str) -> String {
    let words = besluit.strip_prefix("Stemmen - ").unwrap_or(besluit);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_and_outcomes_are_read() {
        let page = r#"{"value":[{"Nummer":"2031Z00012","Soort":"Motie","Titel":"Dijken","Onderwerp":"Motie van het lid Zeeman over hogere dijken ",
            "GestartOp":"2031-02-03T00:00:00+01:00","Kabinetsappreciatie":"Iets nieuws","Document":[{"HuidigeDocumentVersie":{"ExterneIdentifier":"kst-99123-4"}}],
            "Besluit":[{"BesluitSoort":"Stemmen - verworpen","Agendapunt":{"Activiteit":{"Datum":"2031-02-11T00:00:00+01:00"}}}]},
            {"Nummer":null,"Verwijderd":true}]}"#;
        let found = parse(page.as_bytes()).unwrap().unwrap();
        assert_eq!(found.len(), 1);
        let f = &found[0];
        assert_eq!((f.key.as_deref(), f.zaak.as_str()), (Some("kst-99123-4"), "2031Z00012"));
        assert_eq!(f.title.as_deref(), Some("Motie van het lid Zeeman over hogere dijken"));
        assert_eq!((f.appreciatie.as_deref(), f.uitslag.as_deref()), (Some("Iets nieuws"), Some("Verworpen")));
        assert_eq!(f.uitslag_date.unwrap().to_string(), "2031-02-11");
        let list = r#"[{"motion_number":"2031Z00012","motion_title":"Dijken","motion_date":"2031-02-03T00:00:00+01:00","final_status":"Stemmen - aangenomen"}]"#;
        assert_eq!(parse(list.as_bytes()).unwrap().unwrap()[0].uitslag.as_deref(), Some("Aangenomen"));
    }

    #[test]
    fn other_json_holds_no_cases_and_broken_json_says_where() {
        assert_eq!(parse(br#"{"value":[{"Id":"x","Achternaam":"Bakker","Nummer":2618}]}"#), Ok(None));
        assert_eq!(parse(br#"{"naam":"kat"}"#), Ok(None));
        assert!(parse(b"{\"value\": [").unwrap_err().contains("regel 1"));
    }
}
