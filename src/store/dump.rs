//! Everything that store and index hold as text, for comparing two stores byte for byte; and the check of one store.

use super::error::{Doing, StoreError, dutch};
use super::index::{Reading, payload};
use super::prepared::hex;
use super::writer::{ledger, moment};
use super::{Check, LedgerStatus, archive, library, walk};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, SegmentReader, TERMINATED};

/// Tables in the order of the dump: no row numbers, no paths of this machine, sorted by what the documents say.
const TABLES: &[(&str, &str)] = &[
    ("grootboek", "SELECT source, hash, size, manifest, status, reason, version FROM ledger ORDER BY source"),
    (
        "document",
        "SELECT source, number, kind, title, date, format, same_as, info, document FROM documents ORDER BY source",
    ),
    (
        "passage",
        "SELECT d.source, p.ord, p.first, p.heading, p.text, p.origin FROM passages p
         JOIN documents d ON d.id = p.document ORDER BY d.source, p.ord",
    ),
    (
        "gegeven",
        "SELECT d.source, r.ord, r.kind, r.name, r.key, r.actors, r.date, r.due, r.json FROM records r
         JOIN documents d ON d.id = r.document ORDER BY d.source, r.ord",
    ),
    (
        "bewijs",
        "SELECT d.source, r.ord, e.ord, e.rule, e.first, e.last, e.quote, e.origin FROM evidence e
         JOIN records r ON r.id = e.record JOIN documents d ON d.id = r.document ORDER BY d.source, r.ord, e.ord",
    ),
    (
        "kenmerk",
        "SELECT d.source, m.what, m.value FROM marks m JOIN documents d ON d.id = m.document
         ORDER BY d.source, m.what, m.value",
    ),
    (
        "register",
        "SELECT source, zaak, key, soort, title, dossier_title, appreciatie, uitslag, uitslag_date, date, volgnummer
         FROM register ORDER BY zaak, key, source",
    ),
];

/// Writes the dump.
pub(super) fn dump(con: &Connection, reading: Option<&Reading>, out: &mut dyn Write) -> Result<(), StoreError> {
    let disk = |e| StoreError::disk(Path::new("(uitvoer)"), e);
    for (name, sql) in TABLES {
        let mut statement = con.prepare(sql).doing("het uitschrijven")?;
        let columns = statement.column_count();
        let mut rows = statement.query([]).doing("het uitschrijven")?;
        while let Some(row) = rows.next().doing("het uitschrijven")? {
            let mut line = (*name).to_string();
            for column in 0..columns {
                line.push('\t');
                line.push_str(&shown(row.get_ref(column).doing("het uitschrijven")?));
            }
            writeln!(out, "{line}").map_err(disk)?;
        }
    }
    let Some(reading) = reading else { return Ok(()) };
    let mut lines = Vec::new();
    for (id, (passages, digest)) in digests(reading)? {
        let source = library::line(con, id)?.map_or_else(|| "(geen document)".to_string(), |line| line.source);
        lines.push(format!("zoekindex\t{source}\t{passages}\t{digest:032x}"));
    }
    lines.sort();
    lines.iter().try_for_each(|line| writeln!(out, "{line}").map_err(disk))
}

fn shown(value: ValueRef) -> String {
    match value {
        ValueRef::Null => "-".into(),
        ValueRef::Integer(n) => n.to_string(),
        ValueRef::Real(n) => n.to_string(),
        ValueRef::Text(text) => {
            String::from_utf8_lossy(text).replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t")
        }
        ValueRef::Blob(bytes) => hex(bytes),
    }
}

/// Per document the number of its passages in the index and a digest over all their words with places: the sum of the
/// digests of single finds, so that neither segments nor order count.
fn digests(reading: &Reading) -> Result<HashMap<i64, (u64, u128)>, StoreError> {
    let mut found = HashMap::new();
    for segment in reading.reader.searcher().segment_readers() {
        digest_segment(reading, segment, &mut found).doing("het uitschrijven")?;
    }
    Ok(found)
}

fn digest_segment(
    reading: &Reading,
    segment: &SegmentReader,
    found: &mut HashMap<i64, (u64, u128)>,
) -> tantivy::Result<()> {
    let columns = (segment.fast_fields().u64("doc")?, segment.fast_fields().u64("ord")?);
    let place = |doc| {
        let id = columns.0.first(doc).and_then(|id| i64::try_from(id).ok()).unwrap_or(-1);
        (id, columns.1.first(doc).unwrap_or(u64::MAX))
    };
    for doc in segment.doc_ids_alive() {
        found.entry(place(doc).0).or_insert((0, 0)).0 += 1;
    }
    for (field, entry) in segment.schema().fields() {
        // The row number is the one thing that differs between two stores with the same content.
        if field == reading.fields.doc || !entry.is_indexed() {
            continue;
        }
        let inverted = segment.inverted_index(field)?;
        let mut terms = inverted.terms().stream()?;
        while terms.advance() {
            let info = terms.value().clone();
            let option = IndexRecordOption::WithFreqsAndPositions;
            let mut postings = inverted.read_postings_from_terminfo(&info, option)?;
            let mut positions = Vec::new();
            while postings.doc() != TERMINATED {
                let doc = postings.doc();
                if !segment.is_deleted(doc) {
                    let (id, ord) = place(doc);
                    postings.positions(&mut positions);
                    let mut digest = Sha256::new();
                    digest.update(entry.name());
                    digest.update([0]);
                    digest.update(terms.key());
                    digest.update(ord.to_le_bytes());
                    digest.update(postings.term_freq().to_le_bytes());
                    for position in &positions {
                        digest.update(position.to_le_bytes());
                    }
                    let mut half = [0; 16];
                    half.copy_from_slice(&digest.finalize()[..16]);
                    let sum = &mut found.entry(id).or_insert((0, 0)).1;
                    *sum = sum.wrapping_add(u128::from_le_bytes(half));
                }
                postings.advance();
            }
        }
    }
    Ok(())
}

/// Whether the store is whole, whether the index agrees with it, and whether both agree with the files.
pub(super) fn check(con: &Connection, reading: Option<&Reading>) -> Result<Check, StoreError> {
    let mut check = Check { counts: library::counts(con)?, ..Check::default() };
    let sound: String = con.query_row("PRAGMA quick_check(1)", [], |r| r.get(0)).doing("de controle")?;
    if sound != "ok" {
        check
            .problems
            .push(format!("het SQLite-bestand is beschadigd ({sound}); verwijder de index en lees opnieuw in"));
    }
    for known in ledger(con)? {
        let read = matches!(known.entry.status, LedgerStatus::Ingelezen | LedgerStatus::Dubbel);
        if !read {
            check.not_read.push(known.entry);
            continue;
        }
        if let Some(how) = still(&walk::path_of(&known.path), known.entry.hash.as_deref()) {
            check.stale.push(format!("{}: {how}", known.entry.source));
        }
        if known.entry.status == LedgerStatus::Dubbel {
            check.doubles.push(known.entry);
        }
    }
    quotes(con, &mut check.problems)?;
    let now = moment(con)?;
    match reading {
        None => check.problems.push("er is geen zoekindex; `kamerspoor ingest` maakt hem".into()),
        Some(reading) => {
            if payload(&reading.index).is_none_or(|p| p.identity != now.identity || p.seq != now.seq) {
                check
                    .problems
                    .push("de zoekindex loopt niet gelijk met de opslag; `kamerspoor ingest` werkt hem bij".into());
            }
            let held = reading.reader.searcher().num_docs();
            if held != check.counts.passages {
                let stored = check.counts.passages;
                check.problems.push(format!("de zoekindex heeft {held} passages, de opslag {stored}"));
            }
            let damaged = reading.index.validate_checksum().doing("de controle")?;
            check.problems.extend(damaged.iter().map(|f| {
                format!("{}: beschadigd; verwijder de map met de zoekindex en draai `kamerspoor ingest`", f.display())
            }));
        }
    }
    Ok(check)
}

/// How a file differs from what was read; `None` where it does not.
fn still(path: &Path, hash: Option<&str>) -> Option<String> {
    let changed = || "is veranderd sinds het is ingelezen".to_string();
    let file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(_) if archive::archive_of(path).is_some() => {
            let now = archive::inside(path).map(|bytes| hex(&Sha256::digest(&bytes)));
            return (now.as_deref() != hash).then(changed);
        }
        Err(e) => return Some(dutch(&e)),
    };
    let mut digest = Sha256::new();
    let mut file = std::io::BufReader::with_capacity(1 << 16, file);
    if let Err(e) = std::io::copy(&mut file, &mut digest) {
        return Some(dutch(&e));
    }
    (Some(hex(&digest.finalize()).as_str()) != hash).then(changed)
}

/// Every quote stands literally in its document.
fn quotes(con: &Connection, problems: &mut Vec<String>) -> Result<(), StoreError> {
    let sql = "SELECT r.name, e.first, e.last, e.quote FROM evidence e JOIN records r ON r.id = e.record
               WHERE r.document = ?1";
    for id in library::document_ids(con, &super::Filter::default())? {
        let Some(doc) = library::document(con, id)? else { continue };
        let mut read = || -> rusqlite::Result<()> {
            let mut statement = con.prepare_cached(sql)?;
            let mut rows = statement.query([id])?;
            while let Some(row) = rows.next()? {
                let (first, last): (i64, i64) = (row.get(1)?, row.get(2)?);
                let range = usize::try_from(first).ok().zip(usize::try_from(last).ok());
                let words = range.and_then(|(first, last)| doc.text().get(first..last));
                if words != Some(row.get::<_, String>(3)?.as_str()) {
                    let name: String = row.get(0)?;
                    problems.push(format!("{}: het citaat van {name} staat niet letterlijk in de tekst", doc.source));
                }
            }
            Ok(())
        };
        read().doing("de controle")?;
    }
    Ok(())
}
