//! Which documents an answer about some motions rests on, found by number and mark, so that a view of a large store reads
//! those and no others. The border: rows in, row numbers out; how much is too much is for who asks.

use super::StoreError;
use super::error::Doing;
use crate::document::Person;
use crate::text::fold;
use rusqlite::{Connection, Params, Row};
use std::collections::{BTreeMap, BTreeSet};

/// What a view is about; nothing named means everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Keys of motions.
    pub motions: BTreeSet<String>,
    /// A dossier.
    pub dossier: Option<String>,
    /// Name of a member.
    pub member: Option<String>,
    /// Ministries and organisations, by abbreviation.
    pub actors: Vec<String>,
}

/// The part of a store that a view needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Row numbers of documents, in order of source.
    pub(super) ids: Vec<i64>,
    /// The motions that it is about, by number.
    pub keys: BTreeSet<String>,
    /// Documents that belong to it as well and are left out, the oldest.
    pub left_out: u64,
}

fn all<T>(
    con: &Connection,
    sql: &str,
    values: impl Params,
    of: fn(&Row) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    con.prepare_cached(sql).and_then(|mut s| s.query_map(values, of)?.collect()).doing("het zoeken van documenten")
}

fn one<T: rusqlite::types::FromSql>(row: &Row) -> rusqlite::Result<T> {
    row.get(0)
}

/// Documents, apart from motions, with a mark; the newest first, those without a date before them: they may be newer.
const MARKED: &str = "SELECT d.id FROM marks m JOIN documents d ON d.id = m.document
     WHERE m.what = ?1 AND m.value = ?2 COLLATE NOCASE AND d.same_as IS NULL AND d.kind <> 'motie'
     ORDER BY d.date IS NOT NULL, d.date DESC, d.source";

/// Documents that name a motion, with its number or without.
const NAMING: &str = "SELECT d.id, d.kind = 'motie', d.date FROM documents d
     WHERE d.id IN (SELECT document FROM marks WHERE what = 'motie' AND value = ?1
                    UNION SELECT document FROM ties WHERE key = ?1) AND d.same_as IS NULL";

/// A document that names a motion: whether it is a motion itself, and its date.
type Naming = BTreeMap<i64, (bool, Option<String>)>;

fn naming<'k>(con: &Connection, keys: impl Iterator<Item = &'k String>) -> Result<Naming, StoreError> {
    let mut found = Naming::new();
    for key in keys {
        found.extend(all(con, NAMING, [key], |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?))))?);
    }
    Ok(found)
}

/// The newest of these, at most `most`, those without a date first; and how many are left.
fn newest(found: Naming, most: usize) -> (Vec<i64>, usize) {
    let mut found: Vec<(i64, Option<String>)> = found.into_iter().map(|(id, (_, date))| (id, date)).collect();
    found.sort_by(|(_, a), (_, b)| (a.is_some(), b).cmp(&(b.is_some(), a)));
    let left = found.len().saturating_sub(most);
    (found.into_iter().take(most).map(|(id, _)| id).collect(), left)
}

/// The documents about something: at most `most` that are about it by themselves and are no motions, and as many others
/// that speak of the same motions or of others of their debates.
pub(super) fn around(con: &Connection, about: &About, most: usize) -> Result<Around, StoreError> {
    let scope = of_scope(con, about)?;
    let mut left = scope.len().saturating_sub(most);
    let mut ids: BTreeSet<i64> = scope.iter().copied().take(most).collect();
    let mut keys = keys(con, about, &ids)?;
    let sisters = sisters(con, &keys)?;
    if !about.actors.is_empty() {
        keys.extend(sisters.iter().cloned());
    }
    // What speaks of these motions, and what speaks of another motion of their debate and not of them.
    let scope: BTreeSet<i64> = scope.into_iter().collect();
    let mut here = naming(con, keys.iter())?;
    let motions: Vec<i64> = here.iter().filter(|(_, (motion, _))| *motion).map(|(id, _)| *id).collect();
    here.retain(|id, (motion, _)| !*motion && !ids.contains(id));
    let room = most;
    let older = here.keys().filter(|id| scope.contains(id)).count();
    let (taken, over) = newest(here, room);
    // What is older and about it by itself was counted already.
    left += over.saturating_sub(older);
    let mut beside = naming(con, sisters.difference(&keys))?;
    beside.retain(|id, (motion, _)| !*motion && !ids.contains(id) && !taken.contains(id));
    let (others, _) = newest(beside, room.saturating_sub(taken.len()));
    ids.extend(motions.into_iter().chain(taken).chain(others));
    Ok(Around { ids: sorted(con, ids)?, keys, left_out: u64::try_from(left).unwrap_or(u64::MAX) })
}

/// The documents that are about something by themselves, whatever motions they name.
fn of_scope(con: &Connection, about: &About) -> Result<Vec<i64>, StoreError> {
    if !about.motions.is_empty() {
        return Ok(Vec::new());
    }
    let mut lists: Vec<Vec<i64>> = Vec::new();
    if let Some(dossier) = &about.dossier {
        lists.push(all(con, MARKED, ["dossier", dossier], one)?);
    }
    if let Some(member) = &about.member {
        lists.push(all(con, MARKED, ["lid", member], one)?);
    }
    if !about.actors.is_empty() {
        let mut seen = BTreeSet::new();
        let mut list: Vec<i64> = Vec::new();
        for actor in &about.actors {
            let marked: Vec<i64> = all(con, MARKED, ["ministerie", actor], one)?;
            list.extend(marked.into_iter().filter(|id| seen.insert(*id)));
        }
        lists.push(list);
    }
    let Some(mut first) = lists.pop() else {
        let sql = "SELECT id FROM documents WHERE same_as IS NULL AND kind <> 'motie'
                   ORDER BY date IS NOT NULL, date DESC, source";
        return all(con, sql, [], one);
    };
    for other in lists {
        let other: BTreeSet<i64> = other.into_iter().collect();
        first.retain(|id| other.contains(id));
    }
    Ok(first)
}

/// The motions that it is about.
fn keys(con: &Connection, about: &About, scope: &BTreeSet<i64>) -> Result<BTreeSet<String>, StoreError> {
    if !about.motions.is_empty() {
        return Ok(about.motions.clone());
    }
    let mut keys: BTreeSet<String> = BTreeSet::new();
    if let Some(dossier) = &about.dossier {
        let (from, to) = (format!("kst-{dossier}-"), format!("kst-{dossier}."));
        let sql = "SELECT DISTINCT key FROM records WHERE kind IN ('motions', 'follow-ups') AND key >= ?1 AND key < ?2";
        keys.extend(all(con, sql, [from, to], one::<String>)?);
    }
    if let Some(member) = &about.member {
        let sql = "SELECT DISTINCT r.key FROM marks m JOIN records r ON r.document = m.document
                   WHERE m.what = 'indiener' AND m.value = ?1 AND r.kind = 'motions' AND r.key IS NOT NULL";
        keys.extend(all(con, sql, [fold(member)], one::<String>)?);
    }
    let named = !about.actors.is_empty() || *about == About::default();
    for id in scope.iter().filter(|_| named) {
        let sql = "SELECT DISTINCT key FROM records
                   WHERE document = ?1 AND kind IN ('motions', 'follow-ups') AND key IS NOT NULL";
        keys.extend(all(con, sql, [id], one::<String>)?);
    }
    Ok(keys)
}

/// Motions of one dossier and one day were proposed in one debate.
fn sisters(con: &Connection, keys: &BTreeSet<String>) -> Result<BTreeSet<String>, StoreError> {
    let dossiers: BTreeSet<&str> = keys.iter().filter_map(|k| k.rsplit_once('-')).map(|(dossier, _)| dossier).collect();
    let mut found = BTreeSet::new();
    for dossier in dossiers {
        let (from, to) = (format!("{dossier}-"), format!("{dossier}."));
        let sql = "SELECT DISTINCT key, date FROM records
                   WHERE kind = 'motions' AND key >= ?1 AND key < ?2 AND date IS NOT NULL";
        let dated: Vec<(String, String)> = all(con, sql, [from, to], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let days: BTreeSet<&String> = dated.iter().filter(|(key, _)| keys.contains(key)).map(|(_, day)| day).collect();
        found.extend(dated.iter().filter(|(_, day)| days.contains(day)).map(|(key, _)| key.clone()));
    }
    Ok(found)
}

fn sorted(con: &Connection, ids: BTreeSet<i64>) -> Result<Vec<i64>, StoreError> {
    let mut named: Vec<(String, i64)> = Vec::new();
    for id in ids {
        let sql = "SELECT source FROM documents WHERE id = ?1 AND same_as IS NULL";
        named.extend(all(con, sql, [id], one::<String>)?.into_iter().map(|source| (source, id)));
    }
    named.sort();
    Ok(named.into_iter().map(|(_, id)| id).collect())
}

/// The numbers of all motions.
pub(super) fn numbers(con: &Connection) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT DISTINCT key FROM records WHERE kind = 'motions' AND key IS NOT NULL";
    all(con, sql, [], one)
}

/// Every motion that has a number, with the words by which a person may ask for it.
pub(super) fn named(con: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    #[derive(serde::Deserialize)]
    struct Names {
        title: Option<String>,
        #[serde(default)]
        indieners: Vec<Person>,
    }
    let sql = "SELECT r.key, r.json FROM records r
               WHERE r.kind = 'motions' AND r.key IS NOT NULL
                   AND r.document NOT IN (SELECT id FROM documents WHERE same_as IS NOT NULL)";
    let row = |r: &Row| -> rusqlite::Result<(String, String)> {
        let json: String = r.get(1)?;
        // What cannot be read here is told where the record itself is read.
        let names = serde_json::from_str(&json).unwrap_or(Names { title: None, indieners: Vec::new() });
        let people = names.indieners.into_iter().map(|p| p.naam);
        Ok((r.get(0)?, names.title.into_iter().chain(people).collect::<Vec<_>>().join(" ")))
    };
    let mut found = all(con, sql, [], row)?;
    let sql = "SELECT key, coalesce(title, '') FROM register
               WHERE key IN (SELECT key FROM records WHERE kind = 'motions')";
    found.extend(all(con, sql, [], |r| Ok((r.get(0)?, r.get(1)?)))?);
    Ok(found)
}
