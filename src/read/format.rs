//! Which format a file has: by its content first, by its name where the content does not say. The border: nothing is read
//! here beyond what tells formats apart.
//!
//! - [x] PDF, DOCX, ODT, XML, HTML, Markdown, plain text in any encoding
//! - [x] a clear reason for what is not read: old Word, RTF, spreadsheets, pictures, archives, programs
//! - [ ] a Markdown file without a single Markdown mark and without its extension is plain text

use super::{ReadError, encoding};
use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, or text with Markdown and HTML marks in it.
    Markdown,
    /// XML of an official publication.
    Xml,
    /// A web page.
    Html,
    /// Word.
    Docx,
    /// OpenDocument text.
    Odt,
    /// PDF.
    Pdf,
}

impl Format {
    /// The name in `Document::format`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Markdown => "md",
            Format::Xml => "xml",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Odt => "odt",
            Format::Pdf => "pdf",
        }
    }
}

/// Files over this many bytes are not opened: the largest official publication is far below it.
const MOST_BYTES: usize = 256 << 20;

static MARKDOWN: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?m)^#{1,6} \S|<sup>|^\|.*\|\s*$|\*\*\S[^*\n]*\*\*|^---\s*$|\[[^\]\n]+\]\([^)\n]*\)"));

/// Tells what `bytes` is, or why it is not read.
pub(super) fn detect(source: &str, bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { what: format!("meer dan {} MB", MOST_BYTES >> 20) });
    }
    let extension = source.rsplit(['/', '\\']).next().and_then(|n| n.rsplit_once('.')).map(|(_, e)| e.to_lowercase());
    let extension = extension.as_deref().unwrap_or_default();
    let head = &bytes[..bytes.len().min(1 << 16)];
    if let Some(at) = find(head, b"%PDF-").filter(|at| *at < 1024) {
        let _ = at;
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return zipped(bytes);
    }
    if let Some((what, advice)) = foreign(bytes) {
        return Err(ReadError::Unsupported { what: what.into(), advice: advice.into() });
    }
    let start = encoding::peek(head);
    // A byte order mark that was encoded twice shows as the three characters at the end.
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || "\u{feff}ï»¿".contains(c));
    let lower = start.to_lowercase();
    if lower.starts_with("<!doctype html") || lower.contains("<html") || lower.contains("<body") {
        return Ok(Format::Html);
    }
    if lower.starts_with("<?xml") || (start.starts_with('<') && extension == "xml") {
        return Ok(Format::Xml);
    }
    if extension == "md" || extension == "markdown" || MARKDOWN.is_match(start) {
        return Ok(Format::Markdown);
    }
    Ok(Format::Text)
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}

/// Names inside a zip archive tell which office format it is.
fn zipped(bytes: &[u8]) -> Result<Format, ReadError> {
    let tail = &bytes[bytes.len().saturating_sub(1 << 16)..];
    let names = |what: &[u8]| find(&bytes[..bytes.len().min(1 << 16)], what).or_else(|| find(tail, what)).is_some();
    let (what, advice) = match () {
        () if names(b"word/document") => return Ok(Format::Docx),
        () if names(b"opendocument.text") => return Ok(Format::Odt),
        // Zipped anew, the name of the format is packed too.
        () if names(b"content.xml") && !names(b"opendocument.") => return Ok(Format::Odt),
        () if names(b"xl/workbook") => ("een rekenblad (.xlsx)", "sla het op als tekst"),
        () if names(b"ppt/presentation") => ("een presentatie (.pptx)", "sla het op als pdf"),
        () => ("een zip-archief", "pak het uit (het is beschadigd, of zit in een ander archief) en lees de map in"),
    };
    Err(ReadError::Unsupported { what: what.into(), advice: advice.into() })
}

/// Formats that are known by their first bytes and not read.
fn foreign(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const KNOWN: &[(&[u8], &str, &str)] = &[
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "een oud Office-bestand (.doc, .xls, .ppt)",
            "open het in Word of LibreOffice en sla het op als .docx of .odt",
        ),
        (b"{\\rtf", "RTF", "open het in Word of LibreOffice en sla het op als .docx of .odt"),
        (b"\x89PNG", "een afbeelding", "lees het document waar ze uit komt"),
        (b"\xff\xd8\xff", "een afbeelding", "lees het document waar ze uit komt"),
        (b"GIF8", "een afbeelding", "lees het document waar ze uit komt"),
        (b"II*\0", "een afbeelding", "lees het document waar ze uit komt"),
        (b"MM\0*", "een afbeelding", "lees het document waar ze uit komt"),
        (b"\x1f\x8b", "een gzip-archief", "pak het uit en lees het bestand dat erin zit"),
        (b"7z\xbc\xaf\x27\x1c", "een 7z-archief", "pak het uit en lees de bestanden die erin zitten"),
        (b"Rar!", "een rar-archief", "pak het uit en lees de bestanden die erin zitten"),
        (b"SQLite format 3\0", "een SQLite-database", "geef de documenten zelf"),
        (b"\x7fELF", "een programma", "geef een document"),
        (b"%!PS", "PostScript", "zet het om naar pdf"),
    ];
    KNOWN.iter().find(|(magic, ..)| bytes.starts_with(magic)).map(|(_, what, advice)| (*what, *advice))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_goes_before_the_name() {
        assert_eq!(detect("brief.txt", b"%PDF-1.7\n"), Ok(Format::Pdf));
        assert_eq!(detect("brief.md", b"\xef\xbb\xbf<?xml version=\"1.0\"?><officiele-publicatie/>"), Ok(Format::Xml));
        assert_eq!(detect("h.xml", "ï»¿\n<?xml version=\"1.0\"?><a/>".as_bytes()), Ok(Format::Xml));
        assert_eq!(detect("brief", b"# Inleiding\n\nTekst"), Ok(Format::Markdown));
        assert_eq!(detect("brief", b"Geachte voorzitter,"), Ok(Format::Text));
        assert_eq!(detect("brief.txt", b"<!DOCTYPE html><p>"), Ok(Format::Html));
        assert_eq!(detect("b", b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text"), Ok(Format::Odt));
        assert_eq!(detect("BRIEF.MD", b"Geachte voorzitter,"), Ok(Format::Markdown));
    }

    #[test]
    fn what_is_not_read_says_what_to_do() {
        let reason = |bytes: &[u8]| detect("x.txt", bytes).map_err(|e| e.to_string());
        assert!(reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....").is_err_and(|e| e.contains(".docx")));
        assert!(reason(b"PK\x03\x04....xl/workbook.xml").is_err_and(|e| e.contains("xlsx")));
    }
}
