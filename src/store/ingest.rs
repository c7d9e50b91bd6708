//! Reads files into the store.

use super::{LedgerEntry, StoreError};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// How to read in.
#[derive(Clone, Debug)]
pub struct IngestOptions {
    /// Remove what is gone under the given roots.
    pub prune: bool,
    /// Threads that read and extract; `None` for one a core.
    pub threads: Option<usize>,
    /// Bytes a text file may have (default 64 MB).
    pub max_text: u64,
    /// Bytes any file may have (default 256 MB).
    pub max_any: u64,
}

impl Default for IngestOptions {
    fn default() -> IngestOptions {
        IngestOptions { prune: false, threads: None, max_text: 64 << 20, max_any: 256 << 20 }
    }
}

/// How far a run is.
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    /// Files done.
    pub done: usize,
    /// Files found.
    pub total: usize,
    /// The file just done.
    pub source: &'a str,
}

/// What a run did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Sources that are new, in order.
    pub added: Vec<String>,
    /// Sources that were read again: changed bytes, or another program version.
    pub changed: Vec<String>,
    /// Files that were the same as before.
    pub unchanged: usize,
    /// Sources that were removed (`prune`).
    pub removed: Vec<String>,
    /// Files that could not be read, with reasons (also those that failed before and did not change).
    pub failed: Vec<LedgerEntry>,
    /// Files that are no documents, with reasons.
    pub skipped: Vec<LedgerEntry>,
    /// Roots and folders that could not be walked, and other things to tell, in Dutch.
    pub notices: Vec<String>,
}

/// Reads files and folders into the store in `index`, which is made where it is absent. A bad file never stops a run.
pub fn ingest(
    index: &Path,
    paths: &[PathBuf],
    options: &IngestOptions,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Report, StoreError> {
    let _ = (paths, options, progress);
    Err(StoreError::Absent(index.to_path_buf()))
}
