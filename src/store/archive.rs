//! Documents in a ZIP: which there are, and the bytes of one. The border: an archive inside an archive is not opened, and
//! whatever an archive says of itself, no more is unpacked than the limits here allow.

use super::error::dutch;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// Files that are read of one archive.
const MOST_FILES: usize = 5_000;
/// Bytes that one archive may unpack to, by its own account; a file that unpacks to more than its account is refused.
const MOST_BYTES: u64 = 2 << 30;

/// One file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its name in the archive, `/` between the parts; never absolute, and never upwards.
    pub(super) name: String,
    /// Its number in the archive.
    pub(super) index: usize,
}

/// The files in an archive of documents; `None` where `path` is none: another kind of file, an office file, or damaged
/// (then reading it as a document tells what is wrong). An error is a limit, in Dutch.
pub(super) fn entries(path: &Path) -> Option<Result<Vec<Entry>, String>> {
    // These are what they say often enough not to be opened twice; one that lies is told by its reader.
    const OTHERS: &[&str] = &["docx", "odt", "xlsx", "pptx", "pdf", "xml", "html", "htm", "md", "txt", "json"];
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    if OTHERS.contains(&extension.as_str()) || !path.is_file() {
        return None;
    }
    let mut start = [0; 4];
    File::open(path).ok()?.read_exact(&mut start).ok()?;
    if &start != b"PK\x03\x04" {
        return None;
    }
    let archive = ZipArchive::new(BufReader::new(File::open(path).ok()?)).ok()?;
    let office = ["word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "META-INF/manifest.xml"];
    if office.iter().any(|part| archive.index_for_name(part).is_some()) {
        return None;
    }
    Some(list(archive))
}

fn list(mut archive: ZipArchive<BufReader<File>>) -> Result<Vec<Entry>, String> {
    if archive.len() > MOST_FILES {
        return Err(format!(
            "te groot: een archief met {} bestanden, en meer dan {MOST_FILES} wordt niet gelezen",
            archive.len()
        ));
    }
    let mut total: u64 = 0;
    let mut entries: Vec<Entry> = Vec::new();
    for index in 0..archive.len() {
        let Ok(file) = archive.by_index_raw(index) else { continue };
        total = total.saturating_add(file.size());
        let Ok(name) = file.name() else { continue };
        let parts = name.split(['/', '\\']).filter(|p| !matches!(*p, "" | "." | ".."));
        let parts: Vec<String> = parts.map(|p| p.replace(char::is_control, "?")).collect();
        let about = parts.last().is_none_or(|n| n == "manifest.toml" || n.eq_ignore_ascii_case("readme.md"));
        if file.is_file() && !about && !parts.iter().any(|p| p.starts_with('.') || p == "__MACOSX") {
            entries.push(Entry { name: parts.join("/"), index });
        }
    }
    if total > MOST_BYTES {
        return Err(format!(
            "te groot: uitgepakt {} MB, en meer dan {} MB wordt niet uitgepakt",
            total >> 20,
            MOST_BYTES >> 20
        ));
    }
    entries.sort_by(|a, b| (&a.name, a.index).cmp(&(&b.name, b.index)));
    entries.dedup_by(|later, first| later.name == first.name);
    Ok(entries)
}

/// How many bytes a file in an archive says it has.
pub(super) fn size(path: &Path, index: usize) -> Result<u64, String> {
    open(path)?.by_index_raw(index).map(|f| f.size()).map_err(|e| broken(&e))
}

/// The bytes of a file in an archive; the caller has looked at its size.
pub(super) fn take(path: &Path, index: usize) -> Result<Vec<u8>, String> {
    let mut archive = open(path)?;
    let file = archive.by_index(index).map_err(|e| broken(&e))?;
    let promised = file.size();
    let mut bytes = Vec::new();
    file.take(promised.saturating_add(1)).read_to_end(&mut bytes).map_err(|e| broken(&e))?;
    if u64::try_from(bytes.len()).is_ok_and(|n| n > promised) {
        return Err("beschadigd: het is uitgepakt groter dan het archief zegt".into());
    }
    Ok(bytes)
}

/// The bytes of a file on disk or in an archive by its path: `map/archief.zip/naam.txt`.
pub(super) fn inside(path: &Path) -> Option<Vec<u8>> {
    let archive = archive_of(path)?;
    let name = path.strip_prefix(&archive).ok()?;
    let entry = entries(&archive)?.ok()?.into_iter().find(|e| Path::new(&e.name) == name)?;
    take(&archive, entry.index).ok()
}

/// The archive on disk that a path leads into.
pub(super) fn archive_of(path: &Path) -> Option<PathBuf> {
    path.ancestors().skip(1).find(|p| p.is_file()).map(Path::to_path_buf)
}

fn open(path: &Path) -> Result<ZipArchive<BufReader<File>>, String> {
    let file = File::open(path).map_err(|e| dutch(&e))?;
    ZipArchive::new(BufReader::new(file)).map_err(|e| broken(&e))
}

fn broken(error: &dyn std::fmt::Display) -> String {
    format!("niet uit te pakken: {error}; pak het archief zelf uit en lees de map in")
}
