//! Writes rows. One document goes in with all its rows in one transaction, or not at all.

use super::error::{Doing, StoreError};
use super::prepared::Prepared;
use super::register::Fact;
use super::{LedgerEntry, LedgerStatus};
use crate::text::Date;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::collections::HashMap;

/// The ingest that is going on: its number, counted up from 1, and its day. It enters the store with the first thing it
/// changes, so that a run that changed nothing does not count.
pub(super) struct Running {
    pub(super) number: i64,
    pub(super) day: Date,
}

impl Running {
    pub(super) fn begin(con: &Connection, day: Date) -> Result<Running, StoreError> {
        let last: i64 =
            con.query_row("SELECT coalesce(max(number), 0) FROM runs", [], |r| r.get(0)).doing("het tellen")?;
        Ok(Running { number: last + 1, day })
    }

    fn enter(&self, tx: &Transaction) -> Result<(), StoreError> {
        tx.prepare_cached("INSERT OR IGNORE INTO runs VALUES (?1, ?2)")
            .and_then(|mut s| s.execute(params![self.number, self.day.to_string()]))
            .doing("het opslaan")
            .map(|_| ())
    }
}

/// What a file turned out to be.
pub(super) enum Content {
    /// A document with its records.
    Document(Box<Prepared>),
    /// Facts of a register.
    Register(Vec<Fact>),
    /// Nothing: the ledger says why.
    Nothing,
}

/// One file as it is to stand in the store.
pub(super) struct Filed {
    pub(super) entry: LedgerEntry,
    /// Its absolute path, as the system's bytes.
    pub(super) path: Vec<u8>,
    /// Digest of the manifest entry that told about it.
    pub(super) manifest: Option<String>,
    pub(super) content: Content,
}

/// The identity of a store and the number of its last change.
pub(super) struct Moment {
    pub(super) identity: String,
    pub(super) seq: i64,
}

pub(super) fn moment(con: &Connection) -> Result<Moment, StoreError> {
    let of = |name| super::schema::meta(con, name).map(Option::unwrap_or_default);
    Ok(Moment { identity: of("identity")?, seq: of("seq")?.parse().unwrap_or(0) })
}

/// Stores one file in the place of what was known of it. Gives the document's id where it is one.
pub(super) fn put(con: &mut Connection, filed: &Filed, run: &Running) -> Result<(), StoreError> {
    let tx = con.transaction().doing("het opslaan")?;
    run.enter(&tx)?;
    let source = &filed.entry.source;
    match &filed.content {
        Content::Document(document) => {
            take_register(&tx, source)?;
            put_document(&tx, source, document, run.number).doing("het opslaan van een document")?;
        }
        Content::Register(facts) => {
            take_document(&tx, source)?;
            put_register(&tx, source, facts, run.number).doing("het opslaan van een register")?;
        }
        Content::Nothing => {
            take_document(&tx, source)?;
            take_register(&tx, source)?;
        }
    }
    put_ledger(&tx, filed).doing("het bijwerken van het grootboek")?;
    tx.commit().doing("het opslaan")
}

/// Removes a file and everything that came from it.
pub(super) fn remove(con: &mut Connection, source: &str, run: &Running) -> Result<(), StoreError> {
    let tx = con.transaction().doing("het opruimen")?;
    run.enter(&tx)?;
    take_document(&tx, source)?;
    take_register(&tx, source)?;
    tx.execute("DELETE FROM ledger WHERE source = ?1", [source]).doing("het opruimen")?;
    tx.commit().doing("het opruimen")
}

/// The number of the next change.
pub(super) fn next(tx: &Transaction) -> rusqlite::Result<i64> {
    tx.query_row(
        "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE name = 'seq' RETURNING CAST(value AS INTEGER)",
        [],
        |r| r.get(0),
    )
}

fn take_document(tx: &Transaction, source: &str) -> Result<(), StoreError> {
    let old: Option<i64> = tx
        .query_row("DELETE FROM documents WHERE source = ?1 RETURNING id", [source], |r| r.get(0))
        .optional()
        .doing("het verwijderen van een document")?;
    if let Some(id) = old {
        let seq = next(tx).doing("het verwijderen van een document")?;
        tx.execute("INSERT INTO gone VALUES (?1, ?2)", [id, seq]).doing("het verwijderen van een document")?;
    }
    Ok(())
}

fn take_register(tx: &Transaction, source: &str) -> Result<(), StoreError> {
    tx.prepare_cached("DELETE FROM register WHERE source = ?1")
        .and_then(|mut s| s.execute([source]))
        .doing("het verwijderen van een register")
        .map(|_| ())
}

/// When what a document says first came in, by name of the record, so that reading it again makes nothing new.
fn known_since(tx: &Transaction, source: &str) -> rusqlite::Result<HashMap<String, i64>> {
    tx.prepare_cached("SELECT r.name, r.run FROM records r JOIN documents d ON d.id = r.document WHERE d.source = ?1")?
        .query_map([source], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect()
}

fn put_document(tx: &Transaction, source: &str, doc: &Prepared, run: i64) -> rusqlite::Result<()> {
    let since = known_since(tx, source)?;
    let was: Option<(i64, i64)> = tx
        .prepare_cached("DELETE FROM documents WHERE source = ?1 RETURNING id, run")?
        .query_row([source], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    let old = was.map(|(id, _)| id);
    let seq = next(tx)?;
    let day = doc.date.map(|d| d.to_string());
    // A document that comes again keeps its id: the search index deletes by id before it adds.
    let id: i64 = tx
        .prepare_cached(
            "INSERT INTO documents (id, seq, source, number, kind, title, date, format, sketch, info, document, run)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) RETURNING id",
        )?
        .query_row(
            params![
                old,
                seq,
                source,
                doc.number,
                doc.kind,
                doc.title,
                day,
                doc.format,
                doc.sketch,
                doc.info,
                doc.document,
                was.map_or(run, |(_, run)| run)
            ],
            |r| r.get(0),
        )?;
    let mut passage = tx.prepare_cached("INSERT INTO passages VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (ord, p) in (0i64..).zip(&doc.passages) {
        passage.execute(params![id, ord, number(p.first), p.heading, p.text, json(&p.origin)])?;
    }
    let mut record = tx.prepare_cached(
        "INSERT INTO records (document, kind, ord, name, key, actors, date, due, state, json, run)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING id",
    )?;
    let mut evidence = tx.prepare_cached("INSERT INTO evidence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    for (ord, r) in (0i64..).zip(&doc.records) {
        let actors = if r.actors.is_empty() { String::new() } else { format!("|{}|", r.actors.join("|")) };
        let (date, due) = (r.date.map(|d| d.to_string()), r.due.map(|d| d.to_string()));
        let run = since.get(&r.name).copied().unwrap_or(run);
        let row: i64 = record.query_row(
            params![id, r.kind.name(), ord, r.name, r.key, actors, date, due, r.state, r.json, run],
            |r| r.get(0),
        )?;
        for (ord, e) in (0i64..).zip(&r.evidence) {
            let (first, last) = (number(e.span.start()), number(e.span.end()));
            evidence.execute(params![row, ord, e.rule, first, last, e.quote, json(&e.origin)])?;
        }
    }
    let mut mark = tx.prepare_cached("INSERT INTO marks VALUES (?1, ?2, ?3)")?;
    for (what, value) in &doc.marks {
        mark.execute(params![id, what, value])?;
    }
    Ok(())
}

/// A fact that was told before, in the same words, is no newer for being told again.
fn put_register(tx: &Transaction, source: &str, facts: &[Fact], run: i64) -> rusqlite::Result<()> {
    type Told = (String, String, Option<String>, Option<String>);
    let before: HashMap<Told, i64> = tx
        .prepare_cached("SELECT zaak, key, appreciatie, uitslag, run FROM register WHERE source = ?1")?
        .query_map([source], |r| Ok(((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?), r.get(4)?)))?
        .collect::<rusqlite::Result<_>>()?;
    tx.prepare_cached("DELETE FROM register WHERE source = ?1")?.execute([source])?;
    let mut insert = tx
        .prepare_cached("INSERT OR REPLACE INTO register VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")?;
    for f in facts {
        let (decided, date) = (f.uitslag_date.map(|d| d.to_string()), f.date.map(|d| d.to_string()));
        let key = f.key.as_deref().unwrap_or_default();
        let told = (f.zaak.clone(), key.to_string(), f.appreciatie.clone(), f.uitslag.clone());
        let run = before.get(&told).copied().unwrap_or(run);
        insert.execute(params![
            source,
            f.zaak,
            key,
            f.soort,
            f.title,
            f.dossier_title,
            f.appreciatie,
            f.uitslag,
            decided,
            date,
            f.volgnummer,
            run
        ])?;
    }
    Ok(())
}

fn put_ledger(tx: &Transaction, filed: &Filed) -> rusqlite::Result<()> {
    let e = &filed.entry;
    let size = i64::try_from(e.size).unwrap_or(i64::MAX);
    tx.prepare_cached("INSERT OR REPLACE INTO ledger VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?.execute(params![
        e.source,
        filed.path,
        e.hash,
        size,
        filed.manifest,
        e.status.name(),
        e.reason,
        e.version
    ])?;
    Ok(())
}

/// What the ledger knows of one file.
pub(super) struct Known {
    pub(super) entry: LedgerEntry,
    pub(super) path: Vec<u8>,
    pub(super) manifest: Option<String>,
}

/// The whole ledger, sorted by source.
pub(super) fn ledger(con: &Connection) -> Result<Vec<Known>, StoreError> {
    let read = || -> rusqlite::Result<_> {
        con.prepare("SELECT source, path, hash, size, manifest, status, reason, version FROM ledger ORDER BY source")?
            .query_map([], |r| {
                let status: String = r.get(5)?;
                let size: i64 = r.get(3)?;
                let entry = LedgerEntry {
                    source: r.get(0)?,
                    hash: r.get(2)?,
                    size: u64::try_from(size).unwrap_or_default(),
                    status: LedgerStatus::named(&status),
                    reason: r.get(6)?,
                    version: r.get(7)?,
                };
                Ok(Known { entry, path: r.get(1)?, manifest: r.get(4)? })
            })?
            .collect()
    };
    read().doing("het lezen van het grootboek")
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn json(origin: &crate::text::Origin) -> String {
    serde_json::to_string(origin).unwrap_or_else(|_| "{}".into())
}
