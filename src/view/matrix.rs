//! The table of motions by ministries: per cell what that ministry said last. The border: which status is the latest is
//! for [`super::trail`].

use super::page::{Page, Table, Words};
use super::standing::rank;
use super::trail::{Trail, Trails};
use super::words;
use crate::records::Status;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Rows that a person still reads on a screen.
pub const ROWS: usize = 30;

/// One row of the table as data.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The motion.
    pub motion: String,
    /// Its title.
    pub title: Option<String>,
    /// Per actor the latest statuses; `niet_genoemd` for a ministry that spoke on the subject and not on this motion.
    /// A ministry that was never asked has no cell.
    pub cells: BTreeMap<String, Vec<Status>>,
    /// Per ministry that only signs along: with whom.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub via: BTreeMap<String, String>,
}

/// The actors that said something about these motions, or were silent where they spoke on the subject: Rijksbreed first,
/// then ministries, then organisations.
pub fn actors(trails: &[&Trail]) -> Vec<String> {
    let silent = trails.iter().flat_map(|t| t.silent.iter().map(|s| s.by.as_str()));
    let found: BTreeSet<&str> = trails.iter().flat_map(|t| t.actors()).chain(silent).collect();
    let mut found: Vec<String> = found.into_iter().map(str::to_string).collect();
    found.sort_by_key(|name| rank(name));
    found
}

/// What one actor said last about a motion; empty where it was never asked, or only signs along.
pub fn cell(trail: &Trail, actor: &str) -> Vec<Status> {
    let latest = trail.latest(actor);
    let silent = latest.is_empty() && trail.silent.iter().any(|s| s.by == actor && s.is_whole());
    if silent { vec![Status::NietGenoemd] } else { latest }
}

/// With whom one actor signs along, where it says nothing itself: "tekent mee (via JenV)".
pub fn along(trail: &Trail, actor: &str) -> Option<String> {
    trail.silent.iter().find(|s| s.by == actor && !s.is_whole()).map(super::standing::Silence::name)
}

/// The table as data, a row per motion.
pub fn rows(trails: &[&Trail]) -> Vec<Row> {
    let actors = actors(trails);
    let row = |t: &&Trail| Row {
        motion: t.key.clone(),
        title: t.subject(),
        cells: actors.iter().map(|a| (a.clone(), cell(t, a))).filter(|(_, said)| !said.is_empty()).collect(),
        via: actors.iter().filter_map(|a| Some((a.clone(), along(t, a)?))).collect(),
    };
    trails.iter().map(row).collect()
}

/// The motions that live first: followed up or asked about, then named, then the rest; within that by number.
pub fn liveliest(trails: &Trails) -> Vec<&Trail> {
    let mut all: Vec<&Trail> = trails.trails.iter().collect();
    all.sort_by_key(|t| (t.follow_ups.is_empty() && t.asked.is_empty(), !t.is_alive(), t.accounts.is_empty()));
    all
}

/// Adds the table of at most `most` motions to a page, with what it leaves out and how to read it.
pub fn put(page: &mut Page, trails: &Trails, most: usize) {
    let all = liveliest(trails);
    if all.is_empty() {
        page.text("Er staat nog geen motie in de index.");
        return;
    }
    let shown = put_trails(page, &all, most);
    let silent = silent(trails, &actors(&all[..shown]));
    if !silent.is_empty() && all[..shown].iter().any(|t| !t.follow_ups.is_empty()) {
        page.text(
            Words::default().dim(format!(
                "Ook gelezen, maar zonder woord over deze moties: stukken van {}.",
                words::listed(&silent)
            )),
        );
    }
    if all.len() > shown {
        let quiet = all[shown..].iter().filter(|t| t.follow_ups.is_empty()).count();
        page.text(format!(
            "Niet getoond: {} ({} zonder opvolging). Alle moties: kamerspoor track",
            words::count(all.len() - shown, "motie", "moties"),
            words::number(quiet)
        ));
    }
}

/// Adds the table of at most `most` of these motions, the first ones; gives back how many are in it.
pub fn put_trails(page: &mut Page, all: &[&Trail], most: usize) -> usize {
    // Few motions are all shown; of many only those that some other document speaks of, and never an empty table.
    let alive = all.iter().filter(|t| t.is_alive()).count();
    let rows = if all.len() <= most { all.len() } else { alive.clamp(most.min(5), most) };
    let shown: Vec<&Trail> = all.iter().copied().take(rows).collect();
    let actors = actors(&shown);
    let mut table = Table { head: vec!["Motie".into()], rows: Vec::new(), keep: 1 };
    table.head.extend(actors.iter().cloned());
    if actors.is_empty() {
        table.head.push("Opvolging".into());
    }
    for trail in &shown {
        let title = words::short(&trail.topic(), 64);
        let mut row = vec![format!("{} {title}", words::printed(&trail.key))];
        row.extend(actors.iter().map(|a| {
            let said: Vec<String> = cell(trail, a).into_iter().map(|s| words::status(s).into()).collect();
            if said.is_empty() { along(trail, a).unwrap_or_else(|| "–".into()) } else { words::listed(&said) }
        }));
        if actors.is_empty() {
            row.push("–".into());
        }
        table.rows.push(row);
    }
    page.table(table);
    page.text(Words::default().dim(
        "Per vakje wat het laatst is gemeld. Niet genoemd: dit ministerie schreef over het onderwerp, niet over deze \
         motie. Tekent mee: een ander meldt iets in een stuk dat ook namens dit ministerie is. –: in de gelezen stukken \
         is het niets gevraagd. Het zijn meldingen, geen oordeel of de motie is uitgevoerd.",
    ));
    rows
}

/// The ministries that sent a document and stand in no column.
fn silent(trails: &Trails, actors: &[String]) -> Vec<String> {
    let senders: BTreeSet<&String> = trails.documents.iter().flat_map(|d| &d.sender).collect();
    senders.into_iter().filter(|s| !actors.contains(s)).cloned().collect()
}
