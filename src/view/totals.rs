//! What the whole of a large store holds about something, beside the part that a page shows: numbers over all documents,
//! and which documents the rest of the page rests on. The border: the store counted; nothing is read here.

use super::overview::Scope;
use super::page::{Page, Table};
use super::standing::rank;
use super::words;
use super::xlsx::{Cell, Sheet};
use crate::document::Kind;
use crate::records::Status;
use crate::store::{ActorTotals, Totals};

fn size(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// Ministries and organisations in the order of all tables.
fn actors(totals: &Totals) -> Vec<(&String, &ActorTotals)> {
    let mut all: Vec<_> = totals.actors.iter().collect();
    all.sort_by_key(|(name, _)| rank(name));
    all
}

fn latest(actor: &ActorTotals) -> Vec<String> {
    let said = |status: Status| {
        let n = actor.latest.get(status.name()).copied()?;
        Some(format!("{} × {}", words::number(size(n)), words::status(status)))
    };
    Status::ALL.iter().copied().filter_map(said).collect()
}

/// Adds the numbers over all documents to a page.
pub(super) fn put(page: &mut Page, totals: &Totals, scope: &Scope) {
    let whole = *scope == Scope::default();
    page.heading(2, if whole { "In de hele index" } else { "Alles hierover in de index" });
    let all: u64 = totals.documents.values().sum();
    let kinds: Vec<String> = Kind::ALL
        .iter()
        .filter_map(|k| totals.documents.get(k.name()).map(|n| words::documents(size(*n), *k)))
        .collect();
    page.item(format!("{}: {}", words::count(size(all), "document", "documenten"), words::listed(&kinds)));
    let followed = words::number(size(totals.followed));
    let motions = words::count(size(totals.motions), "motie", "moties");
    page.item(if totals.motions == totals.followed {
        format!("{motions} waarover iets over de uitvoering is gemeld")
    } else {
        format!("{motions}; over {followed} is iets over de uitvoering gemeld")
    });
    let mut more = vec![words::count(size(totals.commitments), "toezegging", "toezeggingen")];
    if totals.overdue > 0 {
        more.push(format!("{} daarvan over de termijn", words::number(size(totals.overdue))));
    }
    more.push(words::count(size(totals.migrations), "migratie", "migraties"));
    more.push(words::count(size(totals.policy_rules), "beleidsregel", "beleidsregels"));
    page.item(more.join(" · "));
    if totals.actors.is_empty() {
        return;
    }
    let mut table = Table::new(["Wie", "Meldt over", "Laatst gemeld", "Toezeggingen", "Migraties"]);
    let some = |n: u64| if n == 0 { "–".to_string() } else { words::number(size(n)) };
    for (name, actor) in actors(totals) {
        let about = match actor.motions {
            0 => "–".into(),
            n => words::count(size(n), "motie", "moties"),
        };
        let said = latest(actor);
        let commitments = match actor.overdue {
            0 => some(actor.commitments),
            late => format!("{}, {} over tijd", some(actor.commitments), words::number(size(late))),
        };
        let said = if said.is_empty() { "–".into() } else { words::listed(&said) };
        table.row([name.clone(), about, said, commitments, some(actor.migrations)]);
    }
    page.table(table);
}

/// The same as a sheet.
pub(super) fn sheet(totals: &Totals) -> Sheet {
    let head = vec!["Wie", "Moties", "Laatst gemeld", "Toezeggingen", "Over de termijn", "Migraties"];
    let row = |name: &str, motions, said: String, commitments, overdue, migrations| {
        let number = |n| Cell::Number(size(n));
        vec![name.into(), number(motions), said.into(), number(commitments), number(overdue), number(migrations)]
    };
    let mut rows = vec![row(
        "Alles bij elkaar",
        totals.motions,
        String::new(),
        totals.commitments,
        totals.overdue,
        totals.migrations,
    )];
    for (name, a) in actors(totals) {
        rows.push(row(name, a.motions, latest(a).join(", "), a.commitments, a.overdue, a.migrations));
    }
    Sheet { name: "Hele index", head, rows }
}
