//! How many of everything, over all documents about something, counted in SQL along one index: what a view of a large
//! store says of all of it, beside the part it shows. The border: numbers, and no texts.

use super::around::About;
use super::error::{Doing, StoreError};
use super::prepared::{OWN, TERM};
use crate::text::Date;
use rusqlite::{Connection, Row, params};
use std::collections::{BTreeMap, BTreeSet};

/// How many of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Totals {
    /// Documents per genre.
    pub documents: BTreeMap<String, u64>,
    /// Motions that these documents hold or name by number.
    pub motions: u64,
    /// Those of which something is reported.
    pub followed: u64,
    /// Commitments.
    pub commitments: u64,
    /// Those whose term has passed.
    pub overdue: u64,
    /// Migrations.
    pub migrations: u64,
    /// Rules of policy.
    pub policy_rules: u64,
    /// Per ministry or organisation, by name.
    pub actors: BTreeMap<String, ActorTotals>,
}

/// How many of what one ministry or organisation said.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct ActorTotals {
    /// Motions it reports on.
    pub motions: u64,
    /// How often each status is its latest word.
    pub latest: BTreeMap<String, u64>,
    /// Commitments.
    pub commitments: u64,
    /// Those whose term has passed.
    pub overdue: u64,
    /// Migrations.
    pub migrations: u64,
}

const DOING: &str = "het tellen";

/// Counts what the documents about something hold; of ministries only what they say themselves.
pub(super) fn totals(con: &Connection, about: &About, today: Date) -> Result<Totals, StoreError> {
    let scoped = scope(con, about).doing(DOING)?;
    let mut totals = Totals::default();
    let read = |totals: &mut Totals| -> rusqlite::Result<()> {
        let within = if scoped { "id IN (SELECT document FROM scope)" } else { "TRUE" };
        let sql = format!("SELECT kind, count(*) FROM documents WHERE same_as IS NULL AND {within} GROUP BY kind");
        let number = |n: i64| u64::try_from(n).unwrap_or_default();
        totals.documents = con
            .prepare(&sql)?
            .query_map([], |r| Ok((r.get(0)?, number(r.get(1)?))))?
            .collect::<rusqlite::Result<_>>()?;
        motions(con, about, scoped, totals)?;
        let within = if scoped { "AND document IN (SELECT document FROM scope)" } else { "" };
        let sql = format!(
            "SELECT kind, actors, count(*), sum(state IS ?1 AND due < ?2) FROM records
             WHERE kind IN ('commitments', 'migrations', 'policy-rules') {within} {UNIQUE} GROUP BY kind, actors"
        );
        let mut statement = con.prepare(&sql)?;
        let mut rows = statement.query(params![TERM, today.to_string()])?;
        while let Some(row) = rows.next()? {
            let (kind, actors): (String, String) = (row.get(0)?, row.get(1)?);
            let (all, late) = (number(row.get(2)?), number(row.get::<_, Option<i64>>(3)?.unwrap_or_default()));
            let whose: BTreeSet<&str> = actors.split('|').filter(|a| !a.is_empty()).collect();
            if !about.actors.is_empty() && !whose.iter().any(|w| about.actors.iter().any(|a| a == w)) {
                continue;
            }
            match kind.as_str() {
                "commitments" => {
                    (totals.commitments, totals.overdue) = (totals.commitments + all, totals.overdue + late);
                }
                "migrations" => totals.migrations += all,
                _ => totals.policy_rules += all,
            }
            for who in whose.into_iter().filter(|_| kind != "policy-rules") {
                let actor = totals.actors.entry(who.to_string()).or_default();
                if kind == "commitments" {
                    (actor.commitments, actor.overdue) = (actor.commitments + all, actor.overdue + late);
                } else {
                    actor.migrations += all;
                }
            }
        }
        Ok(())
    };
    read(&mut totals).doing(DOING)?;
    if !about.actors.is_empty() {
        totals.actors.retain(|name, _| about.actors.contains(name));
    }
    Ok(totals)
}

/// Of several files of one piece only one counts; those that do not are few.
const UNIQUE: &str = "AND document NOT IN (SELECT id FROM documents WHERE same_as IS NOT NULL)";

/// Lays down which documents count, in a table beside the store; false where all do.
fn scope(con: &Connection, about: &About) -> rusqlite::Result<bool> {
    if *about == About::default() {
        return Ok(false);
    }
    con.execute_batch(
        "PRAGMA temp_store = MEMORY; DROP TABLE IF EXISTS temp.scope;
         CREATE TEMP TABLE scope (document INTEGER PRIMARY KEY);",
    )?;
    let marks = |what: &str, values: &[String]| -> Vec<(String, String)> {
        values.iter().map(|v| (what.to_string(), v.clone())).collect()
    };
    let keys: Vec<String> = about.motions.iter().cloned().collect();
    let conditions = [
        marks("motie", &keys),
        marks("dossier", about.dossier.as_slice()),
        marks("lid", about.member.as_slice()),
        marks("ministerie", &about.actors),
    ];
    let mut first = true;
    for condition in conditions.into_iter().filter(|c| !c.is_empty()) {
        con.execute_batch(
            "DROP TABLE IF EXISTS temp.passing; CREATE TEMP TABLE passing (document INTEGER PRIMARY KEY);",
        )?;
        for (what, value) in condition {
            let sql = "INSERT OR IGNORE INTO passing SELECT document FROM marks
                       WHERE what = ?1 AND value = ?2 COLLATE NOCASE";
            con.execute(sql, [what, value])?;
        }
        con.execute_batch(if first {
            "INSERT INTO scope SELECT document FROM passing;"
        } else {
            "DELETE FROM scope WHERE document NOT IN (SELECT document FROM passing);"
        })?;
        first = false;
    }
    Ok(true)
}

/// Motions and what is said of them, key by key along the index: one motion in memory at a time.
fn motions(con: &Connection, about: &About, scoped: bool, totals: &mut Totals) -> rusqlite::Result<()> {
    // Of a dossier or a member those that are its own; else all that the documents hold or name.
    let prefix = about.dossier.as_ref().map(|d| format!("kst-{d}-"));
    let own = about.member.is_some();
    let within = if scoped { "AND document IN (SELECT document FROM scope)" } else { "" };
    let sql = format!(
        "SELECT DISTINCT key FROM records WHERE kind = 'motions' AND key IS NOT NULL AND (NOT ?1 OR state IS ?2)
         {within} {UNIQUE} ORDER BY key"
    );
    let fits = |key: &str| prefix.as_ref().is_none_or(|p| key.starts_with(p) && !key[p.len()..].contains('-'));
    let mut keys: BTreeSet<String> = BTreeSet::new();
    let mut statement = con.prepare(&sql)?;
    let mut rows = statement.query(params![own, OWN])?;
    while let Some(row) = rows.next()? {
        let key: String = row.get(0)?;
        if fits(&key) && about.actors.is_empty() {
            keys.insert(key);
        }
    }
    let sql = format!(
        "SELECT key, actors, state, date FROM records WHERE kind = 'follow-ups' AND key IS NOT NULL {} {UNIQUE} ORDER BY key",
        if own { "" } else { within }
    );
    let mut statement = con.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut said = Said::default();
    while let Some(row) = rows.next()? {
        let (key, actor) = (row.get::<_, String>(0)?, row.get::<_, String>(1)?);
        let actor = actor.trim_matches('|').to_string();
        if !fits(&key) || (own && !keys.contains(&key)) || !(about.actors.is_empty() || about.actors.contains(&actor)) {
            continue;
        }
        if key != said.key {
            said.count(totals);
            keys.insert(key.clone());
            said.key = key;
        }
        said.tell(actor, row)?;
    }
    said.count(totals);
    totals.motions = u64::try_from(keys.len()).unwrap_or(u64::MAX);
    Ok(())
}

/// What is said of one motion: per actor its latest day and what it said then.
#[derive(Default)]
struct Said {
    key: String,
    by: BTreeMap<String, (Option<String>, BTreeSet<String>)>,
}

impl Said {
    fn tell(&mut self, actor: String, row: &Row) -> rusqlite::Result<()> {
        let (status, day): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
        let (last, statuses) = self.by.entry(actor).or_default();
        if day > *last {
            statuses.clear();
            (*last).clone_from(&day);
        }
        if day == *last {
            statuses.extend(status);
        }
        Ok(())
    }

    fn count(&mut self, totals: &mut Totals) {
        if self.by.is_empty() {
            return;
        }
        totals.followed += 1;
        for (actor, (_, mut statuses)) in std::mem::take(&mut self.by) {
            // A mere reference counts only where nothing else was said that day, as in a trail.
            if statuses.len() > 1 {
                statuses.retain(|s| !matches!(s.as_str(), "doorverwezen" | "onduidelijk"));
            }
            let actor = totals.actors.entry(actor).or_default();
            actor.motions += 1;
            for status in statuses {
                *actor.latest.entry(status).or_default() += 1;
            }
        }
    }
}
