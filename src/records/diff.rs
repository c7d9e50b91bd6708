//! Records before and after a change, as `records --format jsonl` writes them: what came with it, what was lost, and in
//! what they differ. The border: values go in; a record is known by its file, its kind and its words, never by what
//! this version of the program would make of it.

use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// A field of a record that is not as it was.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// Its name; `woorden` for the words themselves.
    pub field: String,
    /// What it was.
    pub before: Value,
    /// What it is.
    pub after: Value,
}

/// A record that is not as it was.
#[derive(Clone, Debug, Serialize)]
pub struct Changed {
    /// As it is now.
    pub record: Value,
    /// What differs.
    pub fields: Vec<Field>,
}

/// What changed between two lists of records.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Diff {
    /// Only in the second.
    pub gained: Vec<Value>,
    /// Only in the first.
    pub lost: Vec<Value>,
    /// In both, with other fields.
    pub changed: Vec<Changed>,
    /// In both, and the same.
    pub same: usize,
}

/// Compares two lists of records. Those with the same words in the same file are one record; of what is left, those
/// whose words overlap are one that was cut otherwise.
pub fn diff(before: Vec<Value>, after: Vec<Value>) -> Diff {
    let mut diff = Diff::default();
    let mut old: BTreeMap<(String, String), Vec<Value>> = BTreeMap::new();
    for record in before.into_iter().rev() {
        old.entry((whose(&record), words(&record))).or_default().push(record);
    }
    let mut new = Vec::new();
    for record in after {
        match old.get_mut(&(whose(&record), words(&record))).and_then(Vec::pop) {
            Some(was) => diff.pair(&was, record),
            None => new.push(record),
        }
    }
    let mut lost: Vec<Value> = old.into_values().flatten().collect();
    for record in new {
        let overlaps = |was: &Value| whose(was) == whose(&record) && overlap(was, &record);
        match lost.iter().position(overlaps) {
            Some(at) => diff.pair(&lost.remove(at), record),
            None => diff.gained.push(record),
        }
    }
    lost.sort_by_key(|r| (whose(r), span(r)));
    diff.lost = lost;
    diff
}

impl Diff {
    fn pair(&mut self, was: &Value, now: Value) {
        let fields = differing(was, &now);
        if fields.is_empty() { self.same += 1 } else { self.changed.push(Changed { record: now, fields }) }
    }
}

/// The fields that differ. Where the words stand and which rule found them are no part of what a record says.
fn differing(was: &Value, now: &Value) -> Vec<Field> {
    const PLACE: [&str; 6] = ["id", "span", "origin", "rule", "evidence", "leads_to"];
    let (Some(a), Some(b)) = (was.as_object(), now.as_object()) else { return Vec::new() };
    let mut names: Vec<&String> = a.keys().chain(b.keys()).filter(|n| !PLACE.contains(&n.as_str())).collect();
    names.sort();
    names.dedup();
    let of = |o: &serde_json::Map<String, Value>, n: &str| o.get(n).cloned().unwrap_or_default();
    let field = |n: &String| Field { field: n.clone(), before: of(a, n), after: of(b, n) };
    let mut fields: Vec<Field> = names.into_iter().map(field).collect();
    fields.push(Field { field: "woorden".into(), before: words(was).into(), after: words(now).into() });
    fields.retain(|f| f.before != f.after);
    fields
}

/// File and kind. The kind is the first part of the id that `records` gives.
fn whose(record: &Value) -> String {
    let text = |name: &str| record[name].as_str().unwrap_or_default();
    let kind = text("id").rsplit_once('-').map_or("", |(kind, _)| kind);
    format!("{} {kind}", text("source"))
}

/// The literal words; of a motion that has none its number or title.
pub fn words(record: &Value) -> String {
    let quote = &record["evidence"][0]["quote"];
    let all = [quote, &record["raw"], &record["key"], &record["title"]];
    all.iter().find_map(|v| v.as_str()).unwrap_or_default().to_string()
}

fn span(record: &Value) -> Option<(u64, u64)> {
    let span = [&record["evidence"][0]["span"], &record["span"]].into_iter().find(|s| s.is_object())?;
    Some((span["start"].as_u64()?, span["end"].as_u64()?))
}

fn overlap(a: &Value, b: &Value) -> bool {
    span(a).zip(span(b)).is_some_and(|(a, b)| a.0 < b.1 && b.0 < a.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn record(quote: &str, start: usize, strength: &str) -> Value {
        json!({"id": format!("commitment-{start}"), "source": "a.txt", "strength": strength,
               "evidence": [{"quote": quote, "rule": "x", "span": {"start": start, "end": start + quote.len()}}]})
    }

    #[test]
    fn records_are_known_by_their_words_wherever_they_stand() {
        let before = vec![record("Wij bouwen een brug.", 0, "hard"), record("Wij kijken.", 40, "inspanning")];
        let after = vec![
            record("Wij bouwen een brug.", 12, "hard"),
            record("Wij verven hem.", 80, "hard"),
            record("Wij kijken.", 52, "hard"),
        ];
        let diff = diff(before, after);
        assert_eq!(diff.same, 1);
        assert_eq!(diff.gained.iter().map(words).collect::<Vec<_>>(), ["Wij verven hem."]);
        assert!(diff.lost.is_empty());
        let strength = Field { field: "strength".into(), before: json!("inspanning"), after: json!("hard") };
        assert_eq!(diff.changed[0].fields, [strength]);
    }

    #[test]
    fn a_record_that_is_cut_otherwise_is_changed_and_one_said_twice_counts_twice() {
        let twice = || vec![record("Dat volgt.", 0, "hard"), record("Dat volgt.", 30, "hard")];
        assert_eq!(diff(twice(), twice()).same, 2);
        assert_eq!(diff(twice(), vec![record("Dat volgt.", 0, "hard")]).lost.len(), 1);
        let cut = diff(vec![record("Dat volgt in mei.", 0, "hard")], vec![record("Dat volgt", 0, "hard")]);
        assert_eq!(cut.changed[0].fields[0].field, "woorden");
        assert!(cut.gained.is_empty() && cut.lost.is_empty());
    }

    #[test]
    fn anything_that_is_json_is_borne() {
        let odd = vec![json!(null), json!(3), json!({"id": 5, "evidence": "x"}), json!([])];
        let diff = diff(odd.clone(), odd);
        assert_eq!((diff.gained.len(), diff.lost.len()), (0, 0));
    }
}
