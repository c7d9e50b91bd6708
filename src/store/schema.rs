//! The SQLite file: its tables, its version, and how it is opened.

use super::StoreError;
use super::error::Doing;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Rises with every change of the tables or of what the search index holds; another number means rebuilding.
pub(super) const SCHEMA: i64 = 5;

/// `seq` grows with every document that is stored or removed: it is what keeps the search index in step. `run` is the
/// ingest in which something first came in; it is no part of the dump, for it tells of this store, not of the documents.
/// `state` is what a record is counted by (see `prepared`); the index on `records` holds all that counting needs.
const TABLES: &str = "
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE runs (number INTEGER PRIMARY KEY, day TEXT NOT NULL);
CREATE TABLE ledger (
    source TEXT PRIMARY KEY, path BLOB NOT NULL, hash TEXT, size INTEGER NOT NULL, manifest TEXT,
    status TEXT NOT NULL, reason TEXT, version TEXT NOT NULL);
CREATE INDEX ledger_path ON ledger (path);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL, source TEXT NOT NULL UNIQUE, number TEXT,
    kind TEXT NOT NULL, title TEXT, date TEXT, format TEXT NOT NULL, sketch BLOB NOT NULL, same_as TEXT,
    info TEXT NOT NULL, document TEXT NOT NULL, run INTEGER NOT NULL DEFAULT 0);
CREATE INDEX documents_number ON documents (number);
CREATE INDEX documents_seq ON documents (seq);
CREATE INDEX documents_kind ON documents (kind, date, source, same_as);
CREATE INDEX documents_double ON documents (same_as) WHERE same_as IS NOT NULL;
CREATE TABLE gone (document INTEGER PRIMARY KEY, seq INTEGER NOT NULL);
CREATE TABLE passages (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, ord INTEGER NOT NULL, first INTEGER NOT NULL,
    heading TEXT NOT NULL, text TEXT NOT NULL, origin TEXT NOT NULL, PRIMARY KEY (document, ord));
CREATE TABLE records (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, kind TEXT NOT NULL,
    ord INTEGER NOT NULL, name TEXT NOT NULL, key TEXT, actors TEXT NOT NULL, date TEXT, due TEXT, state TEXT,
    json TEXT NOT NULL, run INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX records_document ON records (document, kind, ord);
CREATE INDEX records_kind ON records (kind, key, date, actors, state, due, document);
CREATE INDEX records_key ON records (key);
CREATE TABLE evidence (
    record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE, ord INTEGER NOT NULL, rule TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, quote TEXT NOT NULL, origin TEXT NOT NULL,
    PRIMARY KEY (record, ord)) WITHOUT ROWID;
CREATE INDEX evidence_rule ON evidence (rule);
CREATE TABLE marks (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, what TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (document, what, value)) WITHOUT ROWID;
CREATE INDEX marks_value ON marks (what, value);
CREATE TABLE register (
    source TEXT NOT NULL, zaak TEXT NOT NULL, key TEXT NOT NULL, soort TEXT, title TEXT, dossier_title TEXT,
    appreciatie TEXT, uitslag TEXT, uitslag_date TEXT, date TEXT, volgnummer INTEGER, run INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (zaak, key, source)) WITHOUT ROWID;
CREATE INDEX register_key ON register (key);
CREATE INDEX register_source ON register (source);
";

/// The SQLite file in the folder of a store.
pub(super) fn file(dir: &Path) -> PathBuf {
    dir.join("kamerspoor.sqlite")
}

/// The folder of the search index in the folder of a store.
pub(super) fn index_dir(dir: &Path) -> PathBuf {
    dir.join("tantivy")
}

/// Opens for reading. Readers go on while a writer writes; each sees a whole moment.
pub(super) fn open_read(dir: &Path) -> Result<Connection, StoreError> {
    let file = file(dir);
    if !file.exists() {
        return Err(StoreError::Absent(dir.to_path_buf()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let open = |name: &str| -> Result<(Connection, i64), StoreError> {
        let con = Connection::open_with_flags(name, flags).doing("het openen")?;
        tune(&con)?;
        let found = version(&con)?;
        Ok((con, found))
    };
    // On a medium that cannot be written the files beside it cannot be made by which readers see writers; nobody
    // writes there, so it may be read as it stands, unless a writer left something behind.
    let (con, found) = open(&uri(&file, "mode=ro")).or_else(|error| {
        let left = std::fs::metadata(beside(&file, "-wal")).is_ok_and(|m| m.len() > 0);
        if left { Err(error) } else { open(&uri(&file, "immutable=1")) }
    })?;
    match found {
        SCHEMA => Ok(con),
        0 => Err(StoreError::Absent(dir.to_path_buf())),
        found if found > SCHEMA => Err(StoreError::Newer { dir: dir.to_path_buf(), found }),
        found => Err(StoreError::Old { dir: dir.to_path_buf(), found }),
    }
}

/// A file as SQLite takes it with an option: as an URI, in which some signs mean something else.
fn uri(file: &Path, option: &str) -> String {
    let path = file.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("file:{path}?{option}")
}

/// The file beside the SQLite file with this ending.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.to_path_buf().into_os_string();
    name.push(ending);
    PathBuf::from(name)
}

/// What opening for writing gave.
pub(super) struct Opened {
    pub(super) con: Connection,
    /// Files that an older store had read: they are to be read again, for its tables are gone.
    pub(super) again: Vec<Vec<u8>>,
    /// The schema of that older store.
    pub(super) older: Option<i64>,
}

/// Opens for writing; makes the tables where there are none, and begins anew where they are older.
pub(super) fn open_write(dir: &Path) -> Result<Opened, StoreError> {
    let file = file(dir);
    let con = connect(&file)?;
    let found = version(&con)?;
    if found > SCHEMA {
        return Err(StoreError::Newer { dir: dir.to_path_buf(), found });
    }
    if found == SCHEMA {
        return Ok(Opened { con, again: Vec::new(), older: None });
    }
    if found == 0 {
        return Ok(Opened { con: create(con)?, again: Vec::new(), older: None });
    }
    let again = paths(&con).unwrap_or_default();
    drop(con);
    for suffix in ["", "-wal", "-shm"] {
        let name = beside(&file, suffix);
        match std::fs::remove_file(&name) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(StoreError::disk(&name, e)),
            _ => {}
        }
    }
    Ok(Opened { con: create(connect(&file)?)?, again, older: Some(found) })
}

fn connect(file: &Path) -> Result<Connection, StoreError> {
    let con = Connection::open(file).doing("het openen")?;
    tune(&con)?;
    con.pragma_update(None, "journal_mode", "WAL").doing("het openen")?;
    con.pragma_update(None, "synchronous", "NORMAL").doing("het openen")?;
    con.pragma_update(None, "foreign_keys", true).doing("het openen")?;
    Ok(con)
}

fn tune(con: &Connection) -> Result<(), StoreError> {
    con.busy_timeout(Duration::from_secs(30)).doing("het openen")?;
    con.set_prepared_statement_cache_capacity(64);
    con.pragma_update(None, "cache_size", -32_000).doing("het openen")
}

fn version(con: &Connection) -> Result<i64, StoreError> {
    con.query_row("PRAGMA user_version", [], |r| r.get(0)).doing("het lezen van de versie")
}

/// The files an older store had read. `ledger(path)` is the one thing every version keeps.
fn paths(con: &Connection) -> rusqlite::Result<Vec<Vec<u8>>> {
    con.prepare("SELECT path FROM ledger ORDER BY path")?.query_map([], |r| r.get(0))?.collect()
}

fn create(mut con: Connection) -> Result<Connection, StoreError> {
    let tx = con.transaction().doing("het aanmaken")?;
    tx.execute_batch(TABLES).doing("het aanmaken")?;
    tx.execute_batch(&super::ties::table("main")).doing("het aanmaken")?;
    // Tells this store from an earlier one in the same folder, so that the index of that one is not taken for ours.
    let nanos = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |d| d.as_nanos());
    let identity = format!("{nanos:x}-{:x}", std::process::id());
    tx.execute("INSERT INTO meta VALUES ('identity', ?1), ('seq', '0')", [identity]).doing("het aanmaken")?;
    tx.pragma_update(None, "user_version", SCHEMA).doing("het aanmaken")?;
    tx.commit().doing("het aanmaken")?;
    Ok(con)
}

/// A value of the `meta` table.
pub(super) fn meta(con: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    con.query_row("SELECT value FROM meta WHERE name = ?1", [name], |r| r.get(0))
        .optional()
        .doing("het lezen van de versie")
}
