//! What a change to the rules did, as gains and losses: two lists of records, or two runs over annotated documents.

use super::{Page, Table, words};
use crate::records::diff;
use crate::records::score::{Change, Remark, dutch};

/// What two lists of records differ in.
pub fn difference(diff: &diff::Diff) -> Page {
    let mut page = Page::default();
    let source = |r: &serde_json::Value| r["source"].as_str().unwrap_or_default().to_string();
    let rule = |r: &serde_json::Value| {
        let rule = r["evidence"][0]["rule"].as_str().or_else(|| r["rule"].as_str());
        rule.map(|r| format!(" [{r}]")).unwrap_or_default()
    };
    page.text(format!(
        "{} erbij, {} weg, {} anders, {} gelijk",
        words::number(diff.gained.len()),
        words::number(diff.lost.len()),
        words::number(diff.changed.len()),
        words::number(diff.same)
    ));
    for (title, records) in [("Erbij", &diff.gained), ("Weg", &diff.lost)] {
        if !records.is_empty() {
            page.heading(2, title);
        }
        for record in records {
            page.quote(diff::words(record));
            page.source(format!("{}{}", source(record), rule(record)));
        }
    }
    if !diff.changed.is_empty() {
        page.heading(2, "Anders");
    }
    for diff::Changed { record, fields } in &diff.changed {
        page.quote(diff::words(record));
        page.source(format!("{}{}", source(record), rule(record)));
        for f in fields {
            page.sub_item(format!("{}: {} → {}", f.field, plain(&f.before), plain(&f.after)));
        }
    }
    page
}

/// The remarks of one sort in a change.
type Of = fn(&Change) -> &Vec<Remark>;

/// What a change did to the figures, and every item that is found or judged otherwise.
pub fn changes(changes: &[Change]) -> Page {
    let mut page = Page::default();
    let mut table =
        Table::new(["Soort", "Precisie", "Recall", "Nu gevonden", "Nu gemist", "Niet meer fout", "Nieuw fout"]);
    let two = |(was, now): (f64, f64)| format!("{was:.2} → {now:.2}").replace('.', ",");
    for c in changes.iter().filter(|c| c.kind != "document") {
        let counts = [&c.found, &c.missed, &c.mended, &c.spoilt].map(|list| list.len().to_string());
        let [found, missed, mended, spoilt] = counts;
        table.row([dutch(&c.kind).to_string(), two(c.precision), two(c.recall), found, missed, mended, spoilt]);
    }
    page.table(table);
    let lists: [(&str, Of); 6] = [
        ("Nu gevonden", |c| &c.found),
        ("Nu gemist", |c| &c.missed),
        ("Niet meer ten onrechte gevonden", |c| &c.mended),
        ("Nieuw ten onrechte gevonden", |c| &c.spoilt),
        ("Velden die nu kloppen", |c| &c.righted),
        ("Velden die niet meer kloppen", |c| &c.wronged),
    ];
    let mut any = false;
    for (title, of) in lists {
        let all: Vec<(&Change, &Remark)> = changes.iter().flat_map(|c| of(c).iter().map(move |r| (c, r))).collect();
        if all.is_empty() {
            continue;
        }
        any = true;
        page.heading(2, title);
        for (change, remark) in all {
            page.quote(remark.quote.clone());
            let rule = remark.rule.as_ref().map(|r| format!(" [{r}]")).unwrap_or_default();
            page.source(format!("{}, {}: {}{rule}", dutch(&change.kind), remark.document, remark.what));
        }
    }
    if !any {
        page.text("Er is niets veranderd.");
    }
    page
}

/// A value as a person reads it.
fn plain(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => "niets".into(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
