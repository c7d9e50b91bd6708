//! One file on its way in: looked at, read, hashed, turned into a document with its records or into register facts.
//! Runs on many threads; whatever goes wrong costs this file only and becomes a line in the ledger.

use super::error::dutch;
use super::prepared::{hex, prepare};
use super::walk::{Found, bytes};
use super::writer::{Content, Filed, Known};
use super::{LedgerEntry, LedgerStatus, archive, register};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// A file over this many bytes is not read, and text stops where its reader does.
const MOST: u64 = 256 << 20;
const MOST_TEXT: u64 = crate::read::MOST_TEXT as u64;

/// What reading one file gave.
pub(super) enum Outcome {
    /// The store has it already.
    Same,
    /// To be stored in the place of what was known.
    Filed(Box<Filed>),
}

/// What says that a stored file is out of date though its bytes are the same: the program that read it. The fingerprint
/// is over the sources of everything between bytes and records, so a changed rule is a new version too.
pub(super) fn version() -> String {
    format!("{}+{}", crate::VERSION, env!("KAMERSPOOR_FINGERPRINT"))
}

/// Reads one file, unless `known` says that the store has it.
pub(super) fn read(found: &Found, known: Option<&Known>) -> Outcome {
    let source = known.map_or(&found.source, |k| &k.entry.source);
    let manifest = found.manifest.as_deref().and_then(digest_of);
    let mut entry = LedgerEntry {
        source: source.clone(),
        hash: None,
        size: 0,
        status: LedgerStatus::Mislukt,
        reason: None,
        version: version(),
    };
    let taken = match (&found.refused, &found.inside) {
        (Some(reason), _) => Err(reason.clone()),
        (None, Some((archive, index))) => unpack(archive, *index, &mut entry.size),
        (None, None) => take(&found.path, &mut entry.size),
    };
    let content = match taken {
        Err(reason) => {
            entry.reason = Some(reason);
            Content::Nothing
        }
        Ok(bytes) => {
            entry.hash = Some(hex(&Sha256::digest(&bytes)));
            let same =
                |k: &Known| k.entry.hash == entry.hash && k.manifest == manifest && k.entry.version == entry.version;
            if known.is_some_and(same) {
                return Outcome::Same;
            }
            guarded(source, &bytes, found.manifest.as_deref(), &mut entry)
        }
    };
    if entry.hash.is_none() && known.is_some_and(|k| k.entry == entry) {
        return Outcome::Same;
    }
    Outcome::Filed(Box::new(Filed { entry, path: bytes(&found.path), manifest, content }))
}

/// The bytes of a file that is within the limits.
fn take(path: &Path, size: &mut u64) -> Result<Vec<u8>, String> {
    let say = |e: std::io::Error| dutch(&e);
    let meta = std::fs::metadata(path).map_err(say)?;
    if !meta.is_file() {
        return Err("geen gewoon bestand".into());
    }
    *size = meta.len();
    let limit =
        |limit: u64| format!("te groot: {} MB, en meer dan {} MB wordt niet gelezen", meta.len() >> 20, limit >> 20);
    if meta.len() > MOST {
        return Err(limit(MOST));
    }
    let mut file = File::open(path).map_err(say)?;
    let mut bytes = vec![0; 8];
    let start = file.read(&mut bytes).map_err(say)?;
    bytes.truncate(start);
    // Pages and zipped formats carry pictures; everything else is text, and so much text is no document.
    let binary = bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04");
    if !binary && meta.len() > MOST_TEXT {
        return Err(limit(MOST_TEXT));
    }
    // One byte more than was promised: a file that grows while it is read does not grow us with it.
    let mut rest = file.take(MOST.min(meta.len()).saturating_add(1));
    rest.read_to_end(&mut bytes).map_err(say)?;
    *size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    Ok(bytes)
}

/// The bytes of a file in an archive, within the limits of a file on disk.
fn unpack(archive: &Path, index: usize, size: &mut u64) -> Result<Vec<u8>, String> {
    let promised = archive::size(archive, index)?;
    *size = promised;
    let limit =
        |limit: u64| format!("te groot: {} MB, en meer dan {} MB wordt niet gelezen", promised >> 20, limit >> 20);
    if promised > MOST {
        return Err(limit(MOST));
    }
    let bytes = archive::take(archive, index)?;
    let binary = bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04");
    if !binary && promised > MOST_TEXT {
        return Err(limit(MOST_TEXT));
    }
    Ok(bytes)
}

fn guarded(source: &str, bytes: &[u8], manifest: Option<&Path>, entry: &mut LedgerEntry) -> Content {
    let work = AssertUnwindSafe(|| parse(source, bytes, manifest));
    let (status, reason, content) = catch_unwind(work).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("onbekend");
        let reason = format!("fout in het programma bij dit bestand ({said}); meld dit met het bestand erbij");
        (LedgerStatus::Mislukt, Some(reason), Content::Nothing)
    });
    (entry.status, entry.reason) = (status, reason);
    content
}

fn parse(source: &str, bytes: &[u8], manifest: Option<&Path>) -> (LedgerStatus, Option<String>, Content) {
    if source.to_ascii_lowercase().ends_with(".json") && !bytes.is_empty() {
        return match register::parse(bytes) {
            Ok(Some(facts)) => {
                let what = format!("register: {} zaken", facts.len());
                (LedgerStatus::Ingelezen, Some(what), Content::Register(facts))
            }
            Ok(None) => {
                let reason = "JSON zonder zaken of uitslagen van de Kamer".to_string();
                (LedgerStatus::Overgeslagen, Some(reason), Content::Nothing)
            }
            Err(reason) => (LedgerStatus::Mislukt, Some(reason), Content::Nothing),
        };
    }
    let mut doc = match crate::read::read(source, bytes) {
        Ok(doc) => doc,
        Err(e) => return (LedgerStatus::Mislukt, Some(e.to_string()), Content::Nothing),
    };
    // Before anything is extracted: relative dates hang on the document's own day.
    if let Some(text) = manifest.and_then(text_of) {
        match crate::document::Manifest::parse(&text) {
            Ok(manifest) => manifest.fill(source, &mut doc.meta),
            Err(wrong) => doc.warnings.push(wrong),
        }
    }
    let found = crate::records::extract(&doc);
    match prepare(&doc, &found) {
        Ok(prepared) => (LedgerStatus::Ingelezen, None, Content::Document(Box::new(prepared))),
        Err(e) => (LedgerStatus::Mislukt, Some(format!("niet op te slaan: {e}")), Content::Nothing),
    }
}

/// A manifest larger than this is none.
const LARGEST: u64 = 4 << 20;

fn manifest_bytes(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn text_of(path: &Path) -> Option<String> {
    Some(String::from_utf8_lossy(&manifest_bytes(path)?).into_owned())
}

fn digest_of(path: &Path) -> Option<String> {
    manifest_bytes(path).map(|bytes| hex(&Sha256::digest(&bytes)))
}
