//! Which number the motions have that a document names without one, worked out over the whole store after a run, for it
//! takes all motions to know. The border: how that is decided stands in `records::link`; here it is kept, and worked out
//! again where the store changed since.

use super::error::{Doing, StoreError};
use super::prepared::OWN;
use super::{library, schema, writer};
use crate::records::link::{Learning, Links};
use crate::records::{Extraction, Motion};
use rusqlite::{Connection, params};

/// The change up to which the ties were worked out, in `meta`.
const DONE: &str = "tied";

/// A motion that a document names without its number.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredTie {
    /// The document.
    pub source: String,
    /// Which of its motions, from 0.
    pub nth: usize,
    /// The number it has, with score and reason; else the numbers it may have.
    pub tied: Result<(String, f64, String), Vec<String>>,
}

fn is_done(con: &Connection) -> Result<bool, StoreError> {
    Ok(schema::meta(con, DONE)? == Some(writer::moment(con)?.seq.to_string()))
}

/// Works out all ties after a run that changed something.
pub(super) fn mark(con: &mut Connection) -> Result<(), StoreError> {
    if is_done(con)? {
        return Ok(());
    }
    let tx = con.transaction().doing("het koppelen van moties")?;
    tx.execute("DELETE FROM ties", []).doing("het koppelen van moties")?;
    work_out(&tx, "main")?;
    let done = writer::moment(&tx)?.seq.to_string();
    tx.execute("INSERT OR REPLACE INTO meta VALUES (?1, ?2)", [DONE, &done]).doing("het koppelen van moties")?;
    tx.commit().doing("het koppelen van moties")
}

/// Sees to it that the ties fit what is stored: of a run that was cut off they are worked out for this reader alone.
pub(super) fn ensure(con: &Connection) -> Result<(), StoreError> {
    if is_done(con)? {
        return Ok(());
    }
    // A table in `temp` comes before one of the same name in the store.
    let sql = format!("PRAGMA temp_store = MEMORY; DROP TABLE IF EXISTS temp.ties; {}", table("temp"));
    con.execute_batch(&sql).doing("het koppelen van moties")?;
    work_out(con, "temp")
}

/// The table, in the store or beside it.
pub(super) fn table(place: &str) -> String {
    format!(
        "CREATE TABLE {place}.ties (
             document INTEGER NOT NULL, nth INTEGER NOT NULL, key TEXT, score REAL, reason TEXT, candidates TEXT NOT NULL,
             PRIMARY KEY (document, nth)) WITHOUT ROWID;
         CREATE INDEX {place}.ties_key ON ties (key);"
    )
}

fn work_out(con: &Connection, place: &str) -> Result<(), StoreError> {
    const DOING: &str = "het koppelen van moties";
    let sql = "SELECT DISTINCT r.document FROM records r JOIN documents d ON d.id = r.document
               WHERE r.kind = 'motions' AND r.key IS NULL AND d.same_as IS NULL ORDER BY r.document";
    let open: Vec<i64> = con.prepare(sql).and_then(|mut s| s.query_map([], |r| r.get(0))?.collect()).doing(DOING)?;
    if open.is_empty() {
        return Ok(());
    }
    let mut learning = Learning::default();
    motions(con, true, &mut |m| learning.learn(m))?;
    motions(con, false, &mut |m| learning.learn(m))?;
    let register = learning.done();
    let mut insert = con.prepare(&format!("INSERT INTO {place}.ties VALUES (?1, ?2, ?3, ?4, ?5, ?6)")).doing(DOING)?;
    for id in open {
        let Some(e): Option<Extraction> = library::motions_of(con, id)? else { continue };
        let mut links = Links::default();
        register.link(0, &e, &mut links);
        let nth = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        for l in links.motions {
            insert.execute(params![id, nth(l.record), l.key, l.score, l.reason, ""]).doing(DOING)?;
        }
        for o in links.open {
            let none: Option<String> = None;
            let row = params![id, nth(o.record), none, none, none, o.candidates.join(" ")];
            insert.execute(row).doing(DOING)?;
        }
    }
    Ok(())
}

/// Hands every motion with a number to `take`, one in memory at a time: own texts, or all others.
fn motions(con: &Connection, own: bool, take: &mut dyn FnMut(&Motion)) -> Result<(), StoreError> {
    // Along the sources, so that nothing is sorted.
    let sql = "SELECT r.json FROM documents d CROSS JOIN records r ON r.document = d.id AND r.kind = 'motions'
               WHERE d.same_as IS NULL AND r.key IS NOT NULL AND (r.state IS ?2) = ?1 ORDER BY d.source, r.ord";
    let mut statement = con.prepare_cached(sql).doing("het lezen van moties")?;
    let mut rows = statement.query(params![own, OWN]).doing("het lezen van moties")?;
    while let Some(row) = rows.next().doing("het lezen van moties")? {
        let json: String = row.get(0).doing("het lezen van moties")?;
        let motion = serde_json::from_str(&json);
        take(&motion.map_err(|error| StoreError::Content { what: "een motie".into(), error })?);
    }
    Ok(())
}

/// The ties of one document.
pub(super) fn of(con: &Connection, id: i64) -> Result<Vec<StoredTie>, StoreError> {
    let read = || -> rusqlite::Result<Vec<StoredTie>> {
        let sql = "SELECT d.source, t.nth, t.key, t.score, t.reason, t.candidates
                   FROM ties t JOIN documents d ON d.id = t.document WHERE t.document = ?1 ORDER BY t.nth";
        con.prepare_cached(sql)?
            .query_map([id], |r| {
                let (nth, key, score): (i64, Option<String>, Option<f64>) = (r.get(1)?, r.get(2)?, r.get(3)?);
                let (reason, candidates): (Option<String>, String) = (r.get(4)?, r.get(5)?);
                let open = || candidates.split_whitespace().map(str::to_string).collect();
                Ok(StoredTie {
                    source: r.get(0)?,
                    nth: usize::try_from(nth).unwrap_or_default(),
                    tied: key.map(|k| (k, score.unwrap_or_default(), reason.unwrap_or_default())).ok_or_else(open),
                })
            })?
            .collect()
    };
    read().doing("het lezen van koppelingen")
}
