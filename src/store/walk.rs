//! Finds the files under the given paths, and in the archives among them. The border: names only; of files nothing but
//! the table of contents of an archive is read.

use super::archive::{self, Entry};
use super::error::dutch;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its name as the user knows it.
    pub(super) source: String,
    /// Where it is.
    pub(super) path: PathBuf,
    /// The manifest of its folder, if there is one.
    pub(super) manifest: Option<PathBuf>,
    /// The archive it is in, and its number there.
    pub(super) inside: Option<(PathBuf, usize)>,
    /// Why it is not opened at all.
    pub(super) refused: Option<String>,
}

/// What a walk gave.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// Files, sorted by path; each once.
    pub(super) files: Vec<Found>,
    /// Paths that could not be walked, with the reason in Dutch.
    pub(super) notices: Vec<String>,
    /// Roots that are there: under these, what is gone may be pruned.
    pub(super) roots: Vec<PathBuf>,
}

/// Folders deeper than this are left alone: no collection is so deep, a loop that hides from us may be.
const DEEPEST: usize = 64;

/// The files under `paths`. Hidden files are passed over in folders, as are `manifest.toml` and `README.md`, which tell
/// about a corpus and are not part of it; a file that is named itself is taken whatever its name.
pub(super) fn walk(paths: &[PathBuf]) -> Walk {
    let mut walk = Walk::default();
    let mut folders = HashSet::new();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(meta) => {
                walk.roots.extend(std::path::absolute(path).ok().map(|p| plain(&p)));
                if meta.is_dir() {
                    let above = path.parent().and_then(manifest_in);
                    folder(&plain(path), 0, above.as_deref(), &mut folders, &mut walk);
                } else {
                    let manifest = path.parent().and_then(manifest_in);
                    file(&plain(path), manifest, &mut walk);
                }
            }
            // A document in an archive, by the name it is stored under: the archive is read.
            Err(_) if archive::archive_of(path).is_some() => {
                let archive = archive::archive_of(path).unwrap_or_default();
                let manifest = archive.parent().and_then(manifest_in);
                walk.roots.extend(std::path::absolute(&archive).ok().map(|p| plain(&p)));
                file(&plain(&archive), manifest, &mut walk);
            }
            Err(e) => walk.notices.push(format!("{}: {}", name(path), dutch(&e))),
        }
    }
    walk.files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut seen = HashSet::new();
    walk.files.retain(|f| seen.insert(bytes(&f.path)));
    walk
}

fn folder(path: &Path, depth: usize, above: Option<&Path>, seen: &mut HashSet<PathBuf>, walk: &mut Walk) {
    let list = std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = match list {
        Ok(entries) => entries,
        Err(e) => return walk.notices.push(format!("{}: {}", name(path), dutch(&e))),
    };
    // A symbolic link back up leads to a folder we know; each folder is walked once.
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if !seen.insert(real) {
        return;
    }
    if depth >= DEEPEST {
        return walk.notices.push(format!("{}: ligt te diep (meer dan {DEEPEST} mappen)", name(path)));
    }
    entries.sort_by_key(std::fs::DirEntry::file_name);
    // A folder without a manifest of its own is told about by the one above it.
    let manifest = manifest_in(path).or_else(|| above.map(Path::to_path_buf));
    for entry in entries {
        let file = entry.file_name();
        if passed_over(&file) {
            continue;
        }
        let path = entry.path();
        match std::fs::metadata(&path) {
            Ok(meta) if meta.is_dir() => folder(&path, depth + 1, manifest.as_deref(), seen, walk),
            Ok(_) => self::file(&path, manifest.clone(), walk),
            Err(e) => walk.notices.push(format!("{}: {}", name(&path), dutch(&e))),
        }
    }
}

/// A file, or the files in it where it is an archive.
fn file(path: &Path, manifest: Option<PathBuf>, walk: &mut Walk) {
    let whole = |refused| Found { source: name(path), path: path.to_path_buf(), manifest: None, inside: None, refused };
    match archive::entries(path) {
        None => walk.files.push(Found { manifest, ..whole(None) }),
        Some(Err(reason)) => walk.files.push(Found { manifest, ..whole(Some(reason)) }),
        Some(Ok(entries)) if entries.is_empty() => {
            walk.files.push(Found { manifest, ..whole(Some("leeg: er zit geen bestand in dit archief".into())) });
        }
        Some(Ok(entries)) => walk.files.extend(entries.into_iter().map(|Entry { name: entry, index }| Found {
            source: format!("{}/{entry}", name(path)),
            path: path.join(entry),
            manifest: manifest.clone(),
            inside: Some((path.to_path_buf(), index)),
            refused: None,
        })),
    }
}

fn passed_over(file: &OsStr) -> bool {
    let name = file.to_string_lossy();
    name.starts_with('.') || name == "manifest.toml" || name.eq_ignore_ascii_case("readme.md")
}

fn manifest_in(folder: &Path) -> Option<PathBuf> {
    let path = if folder.as_os_str().is_empty() { Path::new(".") } else { folder }.join("manifest.toml");
    path.is_file().then_some(path)
}

/// A path without `.` and doubled separators: one file, one name, however it was typed.
fn plain(path: &Path) -> PathBuf {
    let kept: PathBuf = path.components().filter(|c| !matches!(c, Component::CurDir)).collect();
    if kept.as_os_str().is_empty() { PathBuf::from(".") } else { kept }
}

/// The name of a file as it is shown and stored. What is not UTF-8 is shown as `\xFF`, so that two names stay two.
pub(super) fn name(path: &Path) -> String {
    let path = plain(path);
    let mut shown = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        shown.push_str(chunk.valid());
        for byte in chunk.invalid() {
            use std::fmt::Write;
            let _ = write!(shown, "\\x{byte:02X}");
        }
    }
    shown.strip_prefix("./").map(str::to_string).unwrap_or(shown)
}

/// The bytes of a path, to keep.
pub(super) fn bytes(path: &Path) -> Vec<u8> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    plain(&path).as_os_str().as_encoded_bytes().to_vec()
}

/// A path from kept bytes.
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        PathBuf::from(OsStr::from_bytes(bytes))
    }
    #[cfg(not(unix))]
    {
        PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
    }
}

/// A path as seen from the working folder, where it lies under it: how it was named when it was first read.
pub(super) fn shorter(path: PathBuf) -> PathBuf {
    let here = std::env::current_dir().ok();
    match here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_path_buf)) {
        Some(short) if !short.as_os_str().is_empty() => short,
        _ => path,
    }
}
