//! The search index on disk: its fields, and how it is kept in step with SQLite.
//!
//! SQLite goes first; every change there has a growing number. A commit of the index bears, in its payload, the identity
//! of the SQLite file and the number up to which it has everything. Whatever lies above that number is put in again:
//! deleted by document, then added. So a run that is killed between the two stores loses nothing.

use super::analysis;
use super::error::{Doing, StoreError};
use super::schema::index_dir;
use super::search::Vocabulary;
use super::unlocked::Unlocked;
use super::writer::{Moment, moment};
use crate::records::RecordKind;
use crate::text::{Date, fold};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::SystemTime;
use tantivy::directory::MmapDirectory;
use tantivy::indexer::UserOperation;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

/// The fields of a passage in the index. Nothing is stored here: `doc` and `ord` lead to the passage in SQLite.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) doc: Field,
    pub(super) ord: Field,
    /// Words of the passage.
    pub(super) text: Field,
    /// Words of the document's title and the headings above the passage.
    pub(super) head: Field,
    /// Properties of the document, folded: to filter by.
    pub(super) kind: Field,
    pub(super) ministry: Field,
    pub(super) motion: Field,
    pub(super) dossier: Field,
    pub(super) member: Field,
    /// Year, month and day as one number: 20250313.
    pub(super) date: Field,
    /// A number that follows from the source alone: the order of documents that are equally good.
    pub(super) order: Field,
    /// Properties as they are shown, to count by; they stand with the first passage of a document.
    pub(super) shown: [Field; SHOWN.len()],
}

/// Properties that answers are counted by, under their names in the index.
pub(super) const SHOWN: [&str; 5] = ["toon_soort", "toon_ministerie", "toon_lid", "toon_dossier", "toon_motie"];

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default().set_tokenizer(analysis::WORDS);
    let words = TextOptions::default()
        .set_indexing_options(indexing.set_index_option(IndexRecordOption::WithFreqsAndPositions));
    let fields = Fields {
        doc: schema.add_u64_field("doc", INDEXED | FAST),
        ord: schema.add_u64_field("ord", FAST),
        text: schema.add_text_field("tekst", words.clone()),
        head: schema.add_text_field("kop", words),
        kind: schema.add_text_field("soort", STRING),
        ministry: schema.add_text_field("ministerie", STRING),
        motion: schema.add_text_field("motie", STRING),
        dossier: schema.add_text_field("dossier", STRING),
        member: schema.add_text_field("lid", STRING),
        date: schema.add_u64_field("datum", INDEXED | FAST),
        order: schema.add_u64_field("volgorde", FAST),
        shown: SHOWN.map(|name| schema.add_text_field(name, TextOptions::default().set_fast("raw"))),
    };
    (schema.build(), fields)
}

/// A day as the number in the index.
pub(super) fn day(date: Date) -> u64 {
    let part = |n: i64| u64::try_from(n).unwrap_or(0);
    part(date.year().into()) * 10_000 + part(date.month().into()) * 100 + part(date.day().into())
}

fn order(source: &str) -> u64 {
    let digest = Sha256::digest(source);
    digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The index opened for reading.
pub(super) struct Reading {
    pub(super) reader: IndexReader,
    pub(super) fields: Fields,
    pub(super) index: Index,
    dir: PathBuf,
    /// How the list of segments stood when it was last read: its time and size.
    seen: Cell<Option<(SystemTime, u64)>>,
    vocabulary: RefCell<Option<Rc<Vocabulary>>>,
}

impl Reading {
    /// The words of the index as it is now.
    pub(super) fn vocabulary(&self) -> Rc<Vocabulary> {
        let searcher = self.reader.searcher();
        let mut known = self.vocabulary.borrow_mut();
        let generation = searcher.generation().generation_id();
        match known.as_ref() {
            Some(words) if words.generation() == generation => Rc::clone(words),
            _ => {
                let stamp = stamp(&self.index).map(|stamp| (self.dir.join(WORDS), stamp));
                Rc::clone(known.insert(Rc::new(Vocabulary::new(searcher, self.fields, stamp))))
            }
        }
    }

    /// Sees what was committed since.
    pub(super) fn refresh(&self) -> Result<(), StoreError> {
        let now = moment_of(&self.dir);
        if now.is_none() || self.seen.get() != now {
            self.reader.reload().doing("het openen")?;
            self.seen.set(now);
        }
        Ok(())
    }
}

/// Time and size of the list of segments; a commit writes it anew.
fn moment_of(dir: &Path) -> Option<(SystemTime, u64)> {
    let meta = std::fs::metadata(dir.join("meta.json")).ok()?;
    Some((meta.modified().ok()?, meta.len()))
}

/// Opens for reading; `None` where there is no index yet.
pub(super) fn open(dir: &Path) -> Result<Option<Reading>, StoreError> {
    let dir = index_dir(dir);
    if !dir.join("meta.json").exists() {
        return Ok(None);
    }
    let seen = Cell::new(moment_of(&dir));
    let files = MmapDirectory::open(&dir).map_err(tantivy::TantivyError::from).doing("het openen")?;
    let index = Index::open(Unlocked(files)).doing("het openen")?;
    analysis::register(index.tokenizers());
    let (wanted, fields) = schema();
    if index.schema() != wanted {
        return Ok(None);
    }
    let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().doing("het openen")?;
    Ok(Some(Reading { reader, fields, index, dir, seen, vocabulary: RefCell::new(None) }))
}

/// The list of words beside the index.
const WORDS: &str = "woorden.lijst";

/// What tells one state of one index from all others.
fn stamp(index: &Index) -> Option<String> {
    let meta = index.load_metas().ok()?;
    Some(format!("{} {}", meta.opstamp, meta.payload?))
}

/// The program's own fingerprint: another analysis of words makes another index.
const FINGERPRINT: &str = env!("KAMERSPOOR_FINGERPRINT");

/// Up to which change of which store an index has everything; `None` where another program made it, or nothing is in it.
pub(super) fn payload(index: &Index) -> Option<Moment> {
    let meta = index.load_metas().ok()?;
    let mut parts = meta.payload.as_deref()?.split('#');
    let (identity, seq, version) = (parts.next()?, parts.next()?, parts.next()?);
    if version != FINGERPRINT {
        return None;
    }
    Some(Moment { identity: identity.to_string(), seq: seq.parse().ok()? })
}

/// The one writer of the index.
pub(super) struct Indexer {
    index: Index,
    writer: IndexWriter,
    fields: Fields,
    /// Number up to which everything is put in (perhaps not yet committed).
    upto: i64,
    dir: PathBuf,
    /// Whether anything was committed.
    committed: bool,
}

/// Memory for the index writer: two threads of 64 MB. More makes larger pieces at once, so fewer to merge.
const MEMORY: usize = 128 << 20;

impl Indexer {
    /// Opens or makes the index in the folder of a store. One that is damaged, of another form or of another store is
    /// made anew: it can always be derived.
    pub(super) fn open(dir: &Path, con: &Connection) -> Result<Indexer, StoreError> {
        let now = moment(con)?;
        let dir = index_dir(dir);
        let (wanted, fields) = schema();
        let whole = |index: &Index| index.schema() == wanted && payload(index).is_some_and(|p| ours(&p, &now));
        let index = match Index::open_in_dir(&dir).ok().filter(whole) {
            Some(index) => index,
            None => anew(&dir, wanted)?,
        };
        analysis::register(index.tokenizers());
        let upto = payload(&index).map_or(0, |p| p.seq);
        let writer = index.writer_with_num_threads(2, MEMORY).doing("het openen")?;
        Ok(Indexer { index, writer, fields, upto, dir, committed: false })
    }

    /// Puts in what SQLite has above our number, without committing. Gives whether there was anything.
    pub(super) fn catch_up(&mut self, con: &Connection) -> Result<bool, StoreError> {
        let now = moment(con)?.seq;
        if now == self.upto {
            return Ok(false);
        }
        let ids = |sql: &str| -> Result<Vec<i64>, StoreError> {
            let read =
                || -> rusqlite::Result<_> { con.prepare_cached(sql)?.query_map([self.upto], |r| r.get(0))?.collect() };
            read().doing("het bijwerken van de zoekindex")
        };
        // In an index made anew there is nothing to take out.
        if self.upto > 0 {
            for id in ids("SELECT document FROM gone WHERE seq > ?1 ORDER BY seq")? {
                self.delete(id);
            }
            for id in ids("SELECT id FROM documents WHERE seq > ?1 ORDER BY seq")? {
                self.delete(id);
            }
        }
        for id in ids("SELECT id FROM documents WHERE seq > ?1 AND same_as IS NULL ORDER BY seq")? {
            self.add(con, id)?;
        }
        self.upto = now;
        Ok(true)
    }

    /// Commits what was put in, and lets SQLite forget what was removed before it.
    pub(super) fn commit(&mut self, con: &Connection) -> Result<(), StoreError> {
        let identity = moment(con)?.identity;
        let mut prepared = self.writer.prepare_commit().doing("het vastleggen")?;
        prepared.set_payload(&format!("{identity}#{}#{FINGERPRINT}", self.upto));
        prepared.commit().doing("het vastleggen")?;
        self.committed = true;
        con.execute("DELETE FROM gone WHERE seq <= ?1", [self.upto]).doing("het opruimen")?;
        Ok(())
    }

    /// Whether the index on disk has everything that SQLite has.
    pub(super) fn committed(&self, con: &Connection) -> Result<bool, StoreError> {
        let now = moment(con)?;
        Ok(payload(&self.index).is_some_and(|p| p.identity == now.identity && p.seq == now.seq))
    }

    /// Waits for merges and closes.
    pub(super) fn close(self) -> Result<(), StoreError> {
        let Indexer { index, writer, fields, dir, committed, .. } = self;
        writer.wait_merging_threads().doing("het samenvoegen")?;
        let file = dir.join(WORDS);
        if let Some(stamp) = stamp(&index).filter(|_| committed || !file.exists()) {
            let reader: IndexReader =
                index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().doing("het openen")?;
            Vocabulary::new(reader.searcher(), fields, None)
                .keep(&stamp, &file)
                .map_err(|e| StoreError::disk(&file, e))?;
        }
        Ok(())
    }

    fn delete(&self, id: i64) {
        self.writer.delete_term(Term::from_field_u64(self.fields.doc, id.unsigned_abs()));
    }

    fn add(&self, con: &Connection, id: i64) -> Result<(), StoreError> {
        let f = self.fields;
        let mut base = TantivyDocument::default();
        base.add_u64(f.doc, id.unsigned_abs());
        let mut title = None;
        let mut shown: Vec<(Field, String)> = Vec::new();
        let show = |what: &str| SHOWN.iter().zip(f.shown).find(|(n, _)| n["toon_".len()..] == *what).map(|(_, f)| f);
        let mut read = || -> rusqlite::Result<()> {
            let sql = "SELECT source, kind, title, date FROM documents WHERE id = ?1";
            let (source, kind, own, date): (String, String, Option<String>, Option<String>) =
                con.prepare_cached(sql)?.query_row([id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?;
            base.add_u64(f.order, order(&source));
            shown.extend(show("soort").map(|f| (f, kind.clone())));
            base.add_text(f.kind, kind);
            if let Some(date) = date.and_then(|d| d.parse().ok()) {
                base.add_u64(f.date, day(date));
            }
            title = own;
            // Every paper that is cited can be asked for as a motion; counted are those known to be one.
            let mut marks = con.prepare_cached(
                "SELECT what, value, what <> 'motie' OR EXISTS
                   (SELECT 1 FROM records WHERE document = ?1 AND kind = ?2 AND key = value)
                 FROM marks WHERE document = ?1",
            )?;
            let mut rows = marks.query(rusqlite::params![id, RecordKind::Motion.name()])?;
            while let Some(row) = rows.next()? {
                let (what, value): (String, String) = (row.get(0)?, row.get(1)?);
                let folded = fold(&value);
                if row.get(2)? {
                    shown.extend(show(&what).map(|f| (f, value)));
                }
                let value = folded;
                match what.as_str() {
                    "ministerie" => base.add_text(f.ministry, value),
                    "motie" => base.add_text(f.motion, value),
                    "dossier" => {
                        // "36600-VII" is found by the whole number and by "36600".
                        if let Some((main, _)) = value.split_once('-') {
                            base.add_text(f.dossier, main);
                        }
                        base.add_text(f.dossier, value);
                    }
                    "lid" => {
                        // "van der Werf" is found by the whole name and by "Werf".
                        if let Some((_, last)) = value.rsplit_once(' ') {
                            base.add_text(f.member, last);
                        }
                        base.add_text(f.member, value);
                    }
                    _ => {}
                }
            }
            Ok(())
        };
        read().doing("het bijwerken van de zoekindex")?;
        let mut passages = con
            .prepare_cached("SELECT ord, heading, text FROM passages WHERE document = ?1 ORDER BY ord")
            .doing("het bijwerken van de zoekindex")?;
        let mut rows = passages.query([id]).doing("het bijwerken van de zoekindex")?;
        let mut batch = Vec::new();
        while let Some(row) = rows.next().doing("het bijwerken van de zoekindex")? {
            let read = || -> rusqlite::Result<(i64, String, String)> { Ok((row.get(0)?, row.get(1)?, row.get(2)?)) };
            let (ord, heading, text) = read().doing("het bijwerken van de zoekindex")?;
            let mut doc = base.clone();
            for (field, value) in shown.drain(..) {
                doc.add_text(field, value);
            }
            doc.add_u64(f.ord, ord.unsigned_abs());
            for head in [title.as_deref(), Some(heading.as_str())].into_iter().flatten() {
                doc.add_text(f.head, head);
            }
            doc.add_text(f.text, text);
            batch.push(UserOperation::Add(doc));
        }
        // In one go they lie side by side in one segment, which counting by document rests on.
        self.writer.run(batch).doing("het toevoegen")?;
        Ok(())
    }
}

/// Whether an index belongs to this store, and is not ahead of it (SQLite lost its last changes in a power cut).
fn ours(payload: &Moment, now: &Moment) -> bool {
    payload.identity == now.identity && payload.seq <= now.seq
}

fn anew(dir: &Path, schema: Schema) -> Result<Index, StoreError> {
    match std::fs::remove_dir_all(dir) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(StoreError::disk(dir, e)),
        _ => {}
    }
    std::fs::create_dir_all(dir).map_err(|e| StoreError::disk(dir, e))?;
    Index::create_in_dir(dir, schema).doing("het aanmaken")
}

/// An index of bare passages in memory, for tests.
#[cfg(test)]
pub(super) fn in_memory(passages: &[&str]) -> (tantivy::Searcher, Fields) {
    let (schema, fields) = schema();
    let index = Index::create_in_ram(schema);
    analysis::register(index.tokenizers());
    let mut writer: IndexWriter = index.writer_with_num_threads(1, 15 << 20).unwrap();
    for (number, text) in (0u64..).zip(passages) {
        let mut doc = TantivyDocument::default();
        doc.add_u64(fields.doc, number);
        doc.add_u64(fields.ord, 0);
        doc.add_text(fields.text, text);
        writer.add_document(doc).unwrap();
    }
    writer.commit().unwrap();
    (index.reader().unwrap().searcher(), fields)
}
