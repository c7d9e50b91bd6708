//! Records to and from disk. SQLite holds documents, passages, records, register facts and the ledger; tantivy, derived
//! from it, holds the searchable passages. Besides `cli` the only place that touches the disk.
//!
//! One writer ([`ingest`], behind a lock), many readers ([`Store`]).

mod analysis;
mod archive;
mod around;
mod doubles;
mod dump;
mod error;
mod file;
mod index;
mod ingest;
mod library;
mod lock;
mod passages;
mod prepared;
mod query;
mod register;
mod schema;
mod search;
mod stored;
mod ties;
mod totals;
mod types;
mod unlocked;
mod walk;
mod writer;

pub use around::{About, Around};
pub use error::StoreError;
pub use ingest::{IngestOptions, Progress, Report, ingest};
pub use query::QuestionError;
pub use search::Correction;
pub use ties::StoredTie;
pub use totals::{ActorTotals, Totals};
pub use types::{
    Check, Counts, DocumentLine, Facet, Filter, Hit, Later, LedgerEntry, LedgerStatus, PassageHit, RegisterFact, Run,
    SearchOptions, SearchPage, Steps, StoredPassage, StoredRecord,
};

use crate::document::Document;
use crate::records::{Extraction, RecordKind};
use crate::text::Date;
use rusqlite::Connection;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The store, opened for reading.
pub struct Store {
    dir: PathBuf,
    con: Connection,
    index: OnceCell<index::Reading>,
}

impl Store {
    /// Opens the store in `dir`; the error says what to do where there is none, or one of another version.
    pub fn open(dir: &Path) -> Result<Store, StoreError> {
        Ok(Store { con: schema::open_read(dir)?, dir: dir.to_path_buf(), index: OnceCell::new() })
    }

    /// All documents in one line each, sorted by source. Here as everywhere a piece of which there are several files
    /// counts once; what is asked for by its own source is given all the same.
    pub fn documents(&self, filter: &Filter) -> Result<Vec<DocumentLine>, StoreError> {
        library::lines(&self.con, filter)
    }

    /// The document with this source or official number (of several files with one number, the first by source).
    pub fn document(&self, name: &str) -> Result<Option<Document>, StoreError> {
        library::find(&self.con, name)?.map_or(Ok(None), |id| library::document(&self.con, id))
    }

    /// What was found in the document with this source or official number.
    pub fn extraction(&self, name: &str) -> Result<Option<Extraction>, StoreError> {
        library::find(&self.con, name)?.map_or(Ok(None), |id| library::extraction(&self.con, id))
    }

    /// All extractions that pass the filter, sorted by source, one in memory at a time.
    pub fn extractions<'s>(
        &'s self,
        filter: &Filter,
    ) -> Result<impl Iterator<Item = Result<Extraction, StoreError>> + use<'s>, StoreError> {
        let ids = library::document_ids(&self.con, filter)?;
        Ok(ids.into_iter().filter_map(|id| library::extraction(&self.con, id).transpose()))
    }

    /// How many documents count: a piece of which there are several files counts once.
    pub fn size(&self) -> Result<u64, StoreError> {
        library::size(&self.con)
    }

    /// The documents that a view about something rests on: of those that are no motions at most the `most` newest that are
    /// about it by themselves, and as many others that speak of the same motions.
    pub fn around(&self, about: &About, most: usize) -> Result<Around, StoreError> {
        ties::ensure(&self.con)?;
        around::around(&self.con, about, most)
    }

    /// The extractions of these documents, in order of source, one in memory at a time.
    pub fn taken<'s>(&'s self, around: &'s Around) -> impl Iterator<Item = Result<Extraction, StoreError>> + 's {
        around.ids.iter().filter_map(|id| library::extraction(&self.con, *id).transpose())
    }

    /// The motions that these documents name without a number, and which number each of them has.
    pub fn ties<'s>(&'s self, around: &'s Around) -> impl Iterator<Item = Result<StoredTie, StoreError>> + 's {
        around.ids.iter().flat_map(|id| match ties::of(&self.con, *id) {
            Ok(found) => found.into_iter().map(Ok).collect(),
            Err(e) => vec![Err(e)],
        })
    }

    /// How many of everything all documents about something hold, as things stand on `today`.
    pub fn totals(&self, about: &About, today: Date) -> Result<Totals, StoreError> {
        totals::totals(&self.con, about, today)
    }

    /// The numbers of all motions.
    pub fn motion_numbers(&self) -> Result<Vec<String>, StoreError> {
        around::numbers(&self.con)
    }

    /// Every motion that has a number, with words by which a person may ask for it; one may come more than once.
    pub fn motion_names(&self) -> Result<Vec<(String, String)>, StoreError> {
        around::named(&self.con)
    }

    /// Which of these numbers a document in the store has.
    pub fn held(&self, numbers: &BTreeSet<String>) -> Result<BTreeSet<String>, StoreError> {
        library::held(&self.con, numbers)
    }

    /// Records of one kind that pass the filter, by source and place. Here `motion` and `ministry` look at the record
    /// itself, the other conditions at its document.
    pub fn records<'s>(
        &'s self,
        kind: RecordKind,
        filter: &Filter,
    ) -> Result<impl Iterator<Item = Result<StoredRecord, StoreError>> + use<'s>, StoreError> {
        let ids = library::record_ids(&self.con, kind, filter)?;
        Ok(ids.into_iter().filter_map(|id| library::record(&self.con, id).transpose()))
    }

    /// All passages, by source and place.
    pub fn passages(&self) -> Result<impl Iterator<Item = Result<StoredPassage, StoreError>> + use<'_>, StoreError> {
        stored::all(&self.con)
    }

    /// The record with this name (`StoredRecord::name`).
    pub fn record(&self, name: &str) -> Result<Option<StoredRecord>, StoreError> {
        let id = library::named(&self.con, name)?.first().copied();
        id.map_or(Ok(None), |id| library::record(&self.con, id))
    }

    /// Records that a rule found, at most `limit`: the live quotes of `rule explain`.
    pub fn found_by(&self, rule: &str, limit: usize) -> Result<Vec<StoredRecord>, StoreError> {
        let ids = library::found_by(&self.con, rule, limit)?;
        ids.into_iter().filter_map(|id| library::record(&self.con, id).transpose()).collect()
    }

    /// The ledger, sorted by source.
    pub fn ledger(&self) -> Result<Vec<LedgerEntry>, StoreError> {
        Ok(writer::ledger(&self.con)?.into_iter().map(|known| known.entry).collect())
    }

    /// How many of everything.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        library::counts(&self.con)
    }

    /// What the registers say about a key (`kst-26643-1315`) or case number (`2025Z04718`).
    pub fn register(&self, key: &str) -> Result<Option<RegisterFact>, StoreError> {
        library::register(&self.con, key)
    }

    /// All register facts with a key, sorted by key.
    pub fn register_facts(&self) -> Result<Vec<RegisterFact>, StoreError> {
        library::register_facts(&self.con)
    }

    /// The times that something was read in, the first first; a run that changed nothing does not count.
    pub fn runs(&self) -> Result<Vec<Run>, StoreError> {
        library::runs(&self.con)
    }

    /// What came in after the run with this number. What was read before and is read again, by this program or a later
    /// one, keeps the run in which it first came.
    pub fn later_than(&self, run: u32) -> Result<Later, StoreError> {
        library::later(&self.con, run)
    }

    /// Answers a question in the question language (see [`mod@query`]).
    pub fn search(&self, question: &str, options: &SearchOptions) -> Result<SearchPage, StoreError> {
        let reading = if let Some(reading) = self.index.get() {
            reading
        } else {
            let opened = index::open(&self.dir)?.ok_or_else(|| StoreError::OldIndex(self.dir.clone()))?;
            self.index.get_or_init(|| opened)
        };
        reading.refresh()?;
        search::search(&self.con, reading, question, options)
    }

    /// Writes everything that store and index hold, sorted, without row numbers or times: the same corpus and program
    /// give the same bytes, whatever the order in which it was read.
    pub fn dump(&self, out: &mut dyn std::io::Write) -> Result<(), StoreError> {
        dump::dump(&self.con, index::open(&self.dir)?.as_ref(), out)
    }

    /// What was read, what failed and why, and whether store and index agree.
    pub fn check(&self) -> Result<Check, StoreError> {
        dump::check(&self.con, index::open(&self.dir)?.as_ref())
    }
}
