//! Why the store cannot do something, in the words the user sees.

use std::fmt;
use std::path::{Path, PathBuf};

/// Why the store cannot do something. Every reason names the place and says what to do.
#[derive(Debug)]
pub enum StoreError {
    /// There is no store in this folder yet.
    Absent(PathBuf),
    /// The store was made by an older program; its schema differs.
    Old {
        /// The folder.
        dir: PathBuf,
        /// The schema version found.
        found: i64,
    },
    /// The search index is absent or was made by an older program; the store itself is whole.
    OldIndex(PathBuf),
    /// The store was made by a newer program.
    Newer {
        /// The folder.
        dir: PathBuf,
        /// The schema version found.
        found: i64,
    },
    /// Another run is writing.
    Busy(PathBuf),
    /// A file or folder of the store cannot be read or written.
    Disk {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// The SQLite file refuses.
    Database {
        /// What was being done.
        doing: &'static str,
        /// Why.
        error: rusqlite::Error,
    },
    /// The search index refuses.
    Index {
        /// What was being done.
        doing: &'static str,
        /// Why.
        error: tantivy::TantivyError,
    },
    /// A row holds what this program cannot read.
    Content {
        /// What was being read.
        what: String,
        /// Why.
        error: serde_json::Error,
    },
    /// A question that is not understood.
    Question(super::QuestionError),
}

impl StoreError {
    pub(super) fn disk(path: &Path, error: std::io::Error) -> StoreError {
        StoreError::Disk { path: path.to_path_buf(), error }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Absent(dir) => {
                write!(f, "{}: hier is nog niets ingelezen; begin met `kamerspoor ingest MAP`", dir.display())
            }
            StoreError::Old { dir, found } => write!(
                f,
                "{}: gemaakt door een oudere versie (schema {found}); `kamerspoor ingest` bouwt hem opnieuw op",
                dir.display()
            ),
            StoreError::OldIndex(dir) => write!(
                f,
                "{}: de zoekindex ontbreekt of is van een oudere versie; `kamerspoor ingest` bouwt hem opnieuw op",
                dir.display()
            ),
            StoreError::Newer { dir, found } => write!(
                f,
                "{}: gemaakt door een nieuwere versie (schema {found}); gebruik die versie, of verwijder de map en lees \
                 opnieuw in",
                dir.display()
            ),
            StoreError::Busy(dir) => {
                write!(
                    f,
                    "{}: er loopt al een inleesronde; wacht tot die klaar is en probeer het opnieuw",
                    dir.display()
                )
            }
            StoreError::Disk { path, error } => write!(f, "{}: {}", path.display(), dutch(error)),
            StoreError::Database { doing, error } => {
                write!(f, "de opslag hapert bij {doing}: {error}; `kamerspoor check` zegt meer")
            }
            StoreError::Index { doing, error } => {
                write!(f, "de zoekindex hapert bij {doing}: {error}; `kamerspoor ingest` herstelt hem")
            }
            StoreError::Content { what, error } => {
                write!(f, "onleesbaar in de opslag: {what} ({error}); lees het document opnieuw in")
            }
            StoreError::Question(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<super::QuestionError> for StoreError {
    fn from(error: super::QuestionError) -> StoreError {
        StoreError::Question(error)
    }
}

/// What the operating system says, in Dutch where we know the words.
pub(super) fn dutch(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "bestaat niet (meer)".into(),
        ErrorKind::PermissionDenied => "geen toestemming om te lezen of te schrijven".into(),
        ErrorKind::StorageFull => "de schijf is vol".into(),
        ErrorKind::ReadOnlyFilesystem => "de schijf is alleen te lezen".into(),
        ErrorKind::NotADirectory => "is geen map".into(),
        ErrorKind::IsADirectory => "is een map".into(),
        _ => error.to_string(),
    }
}

/// Names what was being done when SQLite refused.
pub(super) trait Doing<T> {
    /// `doing` completes "de opslag hapert bij …".
    fn doing(self, doing: &'static str) -> Result<T, StoreError>;
}

impl<T> Doing<T> for Result<T, rusqlite::Error> {
    fn doing(self, doing: &'static str) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::Database { doing, error })
    }
}

impl<T> Doing<T> for Result<T, tantivy::TantivyError> {
    fn doing(self, doing: &'static str) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::Index { doing, error })
    }
}
