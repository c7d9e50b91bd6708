//! Which documents an answer about some motions rests on, found by number and mark, so that a view of a large store reads
//! those and no others. The border: rows in, row numbers out; how much is too much is for who asks.

use super::StoreError;
use super::error::Doing;
use crate::text::fold;
use rusqlite::{Connection, Params, Row};
use std::collections::BTreeSet;

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

/// Documents that name a motion, with its number or without; the newest first.
const NAMING: &str = "SELECT d.id, d.kind = 'motie' FROM documents d
     WHERE d.id IN (SELECT document FROM marks WHERE what = 'motie' AND value = ?1
                    UNION SELECT document FROM ties WHERE key = ?1) AND d.same_as IS NULL
     ORDER BY d.date IS NOT NULL, d.date DESC, d.source";

/// The documents about something, at most `most` that are no motions.
pub(super) fn around(con: &Connection, about: &About, most: usize) -> Result<Around, StoreError> {
    let scope = of_scope(con, about)?;
    let left_out = u64::try_from(scope.len().saturating_sub(most)).unwrap_or(0);
    let mut ids: BTreeSet<i64> = scope.into_iter().take(most).collect();
    let mut keys = keys(con, about, &ids)?;
    let sisters = sisters(con, &keys)?;
    if !about.actors.is_empty() {
        keys.extend(sisters.iter().cloned());
    }
    // What speaks of these motions, and what speaks of another motion of their debate and not of them.
    for (key, all_kinds) in keys.iter().map(|k| (k, true)).chain(sisters.difference(&keys).map(|k| (k, false))) {
        let here: Vec<(i64, bool)> = all(con, NAMING, [key], |r| Ok((r.get(0)?, r.get(1)?)))?;
        ids.extend(here.into_iter().filter(|(_, motion)| all_kinds || !motion).map(|(id, _)| id).take(most));
    }
    Ok(Around { ids: sorted(con, ids)?, keys, left_out })
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

/// Every motion that has a number, with the words by which a person may ask for it.
pub(super) fn named(con: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT r.key, coalesce(json_extract(r.json, '$.title'), '') || ' ' ||
                   (SELECT coalesce(group_concat(json_extract(p.value, '$.naam'), ' '), '')
                    FROM json_each(r.json, '$.indieners') p)
               FROM records r JOIN documents d ON d.id = r.document
               WHERE r.kind = 'motions' AND r.key IS NOT NULL AND d.same_as IS NULL
               UNION SELECT key, coalesce(title, '') FROM register WHERE key IN (SELECT key FROM records WHERE kind = 'motions')";
    all(con, sql, [], |r| Ok((r.get(0)?, r.get(1)?)))
}
