//! Records to and from disk. SQLite holds documents, passages, records, register facts and the ledger; tantivy, derived
//! from it, holds the searchable passages. Besides `cli` the only place that touches the disk.
//!
//! One writer ([`ingest`], behind a lock), many readers ([`Store`]).

#![allow(dead_code)]

mod error;
mod ingest;
mod query;
mod types;

pub use error::StoreError;
pub use ingest::{IngestOptions, Progress, Report, ingest};
pub use query::QuestionError;
pub use types::{
    Check, Counts, DocumentLine, Facet, Filter, Hit, LedgerEntry, LedgerStatus, PassageHit, RegisterFact,
    SearchOptions, SearchPage, StoredRecord,
};

use crate::document::Document;
use crate::records::{Extraction, RecordKind};
use std::path::Path;

/// The store, opened for reading.
pub struct Store {
    dir: std::path::PathBuf,
}

impl Store {
    /// Opens the store in `dir`; the error says what to do where there is none, or one of another version.
    pub fn open(dir: &Path) -> Result<Store, StoreError> {
        Err(StoreError::Absent(dir.to_path_buf()))
    }

    /// All documents in one line each, sorted by source.
    pub fn documents(&self, filter: &Filter) -> Result<Vec<DocumentLine>, StoreError> {
        let _ = filter;
        Err(StoreError::Absent(self.dir.clone()))
    }

    /// The document with this source or official number (a number that several files hold gives the first by source).
    pub fn document(&self, name: &str) -> Result<Option<Document>, StoreError> {
        let _ = name;
        Err(StoreError::Absent(self.dir.clone()))
    }

    /// What was found in the document with this source or official number.
    pub fn extraction(&self, name: &str) -> Result<Option<Extraction>, StoreError> {
        let _ = name;
        Err(StoreError::Absent(self.dir.clone()))
    }

    /// All extractions that pass the filter, sorted by source, one in memory at a time.
    pub fn extractions<'s>(
        &'s self,
        filter: &Filter,
    ) -> Result<impl Iterator<Item = Result<Extraction, StoreError>> + 's, StoreError> {
        let _ = filter;
        Ok(std::iter::once_with(|| Err(StoreError::Absent(self.dir.clone()))))
    }

    /// Records of one kind that pass the filter, by source and place. Here `motion` and `ministry` look at the record
    /// itself, the other conditions at its document.
    pub fn records<'s>(
        &'s self,
        kind: RecordKind,
        filter: &Filter,
    ) -> Result<impl Iterator<Item = Result<StoredRecord, StoreError>> + 's, StoreError> {
        let _ = (kind, filter);
        Ok(std::iter::once_with(|| Err(StoreError::Absent(self.dir.clone()))))
    }

    /// Records that a rule found, at most `limit`: the live quotes of `rule explain`.
    pub fn found_by(&self, rule: &str, limit: usize) -> Result<Vec<StoredRecord>, StoreError> {
        let _ = (rule, limit);
        Err(StoreError::Absent(self.dir.clone()))
    }

    /// The ledger, sorted by source.
    pub fn ledger(&self) -> Result<Vec<LedgerEntry>, StoreError> {
        Err(StoreError::Absent(self.dir.clone()))
    }

    /// How many of everything.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        Err(StoreError::Absent(self.dir.clone()))
    }

    /// What the registers say about a key (`kst-26643-1315`) or case number (`2025Z04718`).
    pub fn register(&self, key: &str) -> Result<Option<RegisterFact>, StoreError> {
        let _ = key;
        Err(StoreError::Absent(self.dir.clone()))
    }

    /// All register facts with a key, sorted by key.
    pub fn register_facts(&self) -> Result<Vec<RegisterFact>, StoreError> {
        Err(StoreError::Absent(self.dir.clone()))
    }

    /// Answers a question in the question language (see [`mod@query`]).
    pub fn search(&self, question: &str, options: &SearchOptions) -> Result<SearchPage, StoreError> {
        let _ = (question, options);
        Err(StoreError::Absent(self.dir.clone()))
    }

    /// Writes everything that store and index hold, sorted, without row numbers or times: the same corpus and program
    /// give the same bytes, whatever the order in which it was read.
    pub fn dump(&self, out: &mut dyn std::io::Write) -> Result<(), StoreError> {
        let _ = out;
        Err(StoreError::Absent(self.dir.clone()))
    }

    /// What was read, what failed and why, and whether store and index agree.
    pub fn check(&self) -> Result<Check, StoreError> {
        Err(StoreError::Absent(self.dir.clone()))
    }
}
