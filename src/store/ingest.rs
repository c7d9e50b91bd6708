//! Reads files and folders into the store: walks, reads on all cores, writes with one hand.

use super::file::{self, Outcome};
use super::index::Indexer;
use super::schema::{self, Opened};
use super::walk::{self, Found};
use super::writer::{self, Known};
use super::{LedgerEntry, LedgerStatus, StoreError, doubles, lock, ties};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

/// How to read in.
#[derive(Clone, Debug, Default)]
pub struct IngestOptions {
    /// Remove what is gone under the given roots.
    pub prune: bool,
    /// Threads that read and extract; `None` for one a core.
    pub threads: Option<usize>,
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
    /// Files of the store that hold the same piece as another, which counts in their place; the reason names it.
    pub doubles: Vec<LedgerEntry>,
    /// Roots and folders that could not be walked, and other things to tell, in Dutch.
    pub notices: Vec<String>,
}

/// Documents between two commits of the search index.
const BATCH: usize = 2_000;
/// Documents after which the search index takes in what was stored.
const STEP: usize = 100;
/// Stack of a reading thread: deep documents are bounded by the readers, this is the room they count on.
const STACK: usize = 16 << 20;

/// Reads files and folders into the store in `index`, which is made where it is absent. A bad file never stops a run.
pub fn ingest(
    index: &Path,
    paths: &[PathBuf],
    options: &IngestOptions,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Report, StoreError> {
    std::fs::create_dir_all(index).map_err(|e| StoreError::disk(index, e))?;
    let _lock = lock::take(index)?;
    let Opened { mut con, again, older } = schema::open_write(index)?;
    let mut indexer = Indexer::open(index, &con)?;
    let day = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let run = writer::Running::begin(&con, day)?;
    let mut report = Report::default();
    let mut paths = paths.to_vec();
    if let Some(older) = older {
        report.notices.push(format!(
            "{}: gemaakt door een oudere versie (schema {older}); {} bestanden worden opnieuw ingelezen",
            index.display(),
            again.len()
        ));
        paths.extend(again.iter().map(|p| walk::shorter(walk::path_of(p))));
    }
    let found = walk::walk(&paths);
    report.notices.extend(found.notices);
    let known = Ledger::read(&con)?;
    // What an earlier run stored and did not get to index.
    indexer.catch_up(&con)?;
    let mut waiting = 0;
    let total = found.files.len();
    each(&found.files, &known, options, &mut |done, file, outcome| {
        let was = known.of(file);
        match outcome {
            Outcome::Same => {
                report.unchanged += 1;
                if let Some(was) = was {
                    report.tell(&was.entry);
                }
            }
            Outcome::Filed(filed) => {
                let source = filed.entry.source.clone();
                writer::put(&mut con, &filed, &run)?;
                report.tell(&filed.entry);
                match was {
                    Some(_) => report.changed.push(source),
                    None => report.added.push(source),
                }
                waiting += 1;
                if waiting % STEP == 0 {
                    indexer.catch_up(&con)?;
                }
                if waiting % BATCH == 0 {
                    indexer.commit(&con)?;
                }
            }
        }
        progress(Progress { done, total, source: &file.source });
        Ok(())
    })?;
    if options.prune {
        for entry in known.gone(&found.files, &found.roots) {
            writer::remove(&mut con, &entry.source, &run)?;
            report.removed.push(entry.source.clone());
        }
    }
    doubles::mark(&mut con)?;
    ties::mark(&mut con)?;
    report.doubles =
        writer::ledger(&con)?.into_iter().map(|k| k.entry).filter(|e| e.status == LedgerStatus::Dubbel).collect();
    indexer.catch_up(&con)?;
    if !indexer.committed(&con)? {
        indexer.commit(&con)?;
    }
    indexer.close()?;
    report.sort();
    Ok(report)
}

impl Report {
    fn tell(&mut self, entry: &LedgerEntry) {
        match entry.status {
            LedgerStatus::Mislukt => self.failed.push(entry.clone()),
            LedgerStatus::Overgeslagen => self.skipped.push(entry.clone()),
            // Doubles are known at the end of a run only.
            LedgerStatus::Ingelezen | LedgerStatus::Dubbel => {}
        }
    }

    fn sort(&mut self) {
        self.added.sort();
        self.changed.sort();
        self.removed.sort();
        self.failed.sort_by(|a, b| a.source.cmp(&b.source));
        self.skipped.sort_by(|a, b| a.source.cmp(&b.source));
    }
}

/// The ledger as it was at the start of a run.
struct Ledger {
    known: Vec<Known>,
    by_source: HashMap<String, usize>,
    by_path: HashMap<Vec<u8>, usize>,
}

impl Ledger {
    fn read(con: &rusqlite::Connection) -> Result<Ledger, StoreError> {
        let known = writer::ledger(con)?;
        let by_source = known.iter().enumerate().map(|(i, k)| (k.entry.source.clone(), i)).collect();
        let by_path = known.iter().enumerate().map(|(i, k)| (k.path.clone(), i)).collect();
        Ok(Ledger { known, by_source, by_path })
    }

    /// What is known of a file: by its name as given, else by its place (the same file, named in another way).
    fn of(&self, file: &Found) -> Option<&Known> {
        let at = self.by_source.get(&file.source).or_else(|| self.by_path.get(&walk::bytes(&file.path)))?;
        self.known.get(*at)
    }

    /// Files under `roots` that are no longer there.
    fn gone<'l>(&'l self, found: &[Found], roots: &[PathBuf]) -> impl Iterator<Item = &'l LedgerEntry> {
        let seen: HashSet<&str> = found.iter().filter_map(|f| self.of(f)).map(|k| k.entry.source.as_str()).collect();
        let gone = |k: &&Known| {
            let path = walk::path_of(&k.path);
            let missing = |e: &std::io::Error| matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
            !seen.contains(k.entry.source.as_str())
                && roots.iter().any(|root| path.starts_with(root))
                && std::fs::symlink_metadata(&path).as_ref().err().is_some_and(missing)
        };
        let gone: Vec<_> = self.known.iter().filter(gone).map(|k| &k.entry).collect();
        gone.into_iter()
    }
}

/// Reads all files on all threads and hands each outcome to `take`, on this thread. The channel is short: readers wait
/// for the writer, so that only a few documents are in memory at once.
fn each(
    files: &[Found],
    known: &Ledger,
    options: &IngestOptions,
    take: &mut dyn FnMut(usize, &Found, Outcome) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = options.threads.unwrap_or(cores).clamp(1, 64).min(files.len().max(1));
    let next = AtomicUsize::new(0);
    let (send, receive) = sync_channel(threads * 2);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (send, next) = (send.clone(), &next);
            let work = move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = files.get(at) else { break };
                    let outcome = file::read(file, known.of(file));
                    if send.send((at, outcome)).is_err() {
                        break;
                    }
                }
            };
            std::thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, work)
                .map_err(|e| StoreError::disk(Path::new("(draad)"), e))?;
        }
        drop(send);
        // Taking the receiver into this loop lets the readers stop where writing fails.
        let mut done = 0;
        for (at, outcome) in receive {
            done += 1;
            take(done, &files[at], outcome)?;
        }
        Ok(())
    })
}
