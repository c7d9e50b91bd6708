//! Writes the specimens of `corpus/` in every format that is read, into `corpus/formaten/`: `cargo run --example specimens`.
//!
//! One source, many formats: a specimen is read once, and the blocks, list marks and footnotes that came out are written
//! as DOCX, ODT, HTML, Markdown, XML and PDF. `tests/formats.rs` reads them back, holds them to one outline, and checks
//! that this program still writes the files as they lie there.

#![expect(clippy::format_push_string, clippy::format_collect, reason = "a template reads best in one piece")]

use kamerspoor::document::{Block, BlockKind, Document};
use kamerspoor::read;
use std::error::Error;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;

#[path = "specimens/pdf.rs"]
mod pdf;

/// The specimens that are written in every format.
pub(crate) const SOURCES: &[&str] =
    &["kst-26643-1329.txt", "antwoord-vws-2025Z10402.txt", "beleidslijn-cloud-jenv-aenm.md"];

#[allow(dead_code, reason = "tests/formats.rs takes this file as a module")]
fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/formaten");
    std::fs::create_dir_all(&folder)?;
    for (name, bytes) in write_all()? {
        std::fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

/// Names and bytes of files.
type Files = Vec<(String, Vec<u8>)>;

/// Every specimen in every format, by file name.
pub(crate) fn write_all() -> Result<Files, Box<dyn Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut files = Vec::new();
    for source in SOURCES {
        let doc = read::read(source, &std::fs::read(corpus.join(source))?)?;
        let stem = source.rsplit_once('.').map_or(*source, |(stem, _)| stem);
        let mut add = |extension: &str, bytes: Vec<u8>| files.push((format!("{stem}.{extension}"), bytes));
        add("docx", docx(&doc)?);
        add("odt", odt(&doc)?);
        add("html", html(&doc).into_bytes());
        add("md", markdown(&doc).into_bytes());
        add("xml", xml(&doc).into_bytes());
        add("pdf", pdf::write(&doc)?);
    }
    Ok(files)
}

/// A piece of a block: words, or the mark of a footnote.
enum Piece<'a> {
    Words(&'a str),
    Mark(&'a str),
}

fn pieces<'a>(doc: &'a Document, block: &Block) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut from = block.span.start();
    let inside = |at: usize| block.span.start() < at && at <= block.span.end();
    for note in doc.footnotes.iter().filter(|n| n.anchor.is_some_and(inside)) {
        let at = note.anchor.unwrap_or(from);
        pieces.push(Piece::Words(&doc.text()[from..at]));
        pieces.push(Piece::Mark(&note.label));
        from = at;
    }
    pieces.push(Piece::Words(&doc.text()[from..block.span.end()]));
    pieces
}

fn running(doc: &Document) -> impl Iterator<Item = &Block> {
    doc.blocks.iter().filter(|b| b.kind != BlockKind::Footnote)
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn zipped(parts: &[(&str, String)]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method =
            if *name == "mimetype" { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        zip.start_file(*name, zip::write::SimpleFileOptions::default().compression_method(method))?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

fn docx(doc: &Document) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut body = String::new();
    let mut lists = 1;
    for block in running(doc) {
        let properties = match &block.kind {
            BlockKind::Heading { level } => format!(r#"<w:pStyle w:val="Kop{level}"/>"#),
            BlockKind::Item { marker } => {
                let bullet = !marker.starts_with(char::is_alphanumeric);
                lists += u32::from(!bullet && marker.trim_end_matches(['.', ')']) == "1");
                let list = if bullet { 1 } else { lists };
                format!(r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr>"#)
            }
            BlockKind::Frame => r#"<w:pStyle w:val="Afzendgegevens"/>"#.to_string(),
            _ => String::new(),
        };
        if let BlockKind::Row { cells, .. } = &block.kind {
            let cells: String = cells
                .iter()
                .map(|c| format!("<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>", escape(doc.of(*c))))
                .collect();
            write!(body, "<w:tbl><w:tr>{cells}</w:tr></w:tbl>")?;
            continue;
        }
        write!(body, "<w:p><w:pPr>{properties}</w:pPr>")?;
        for piece in pieces(doc, block) {
            match piece {
                Piece::Words(words) => {
                    write!(body, r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escape(words))?;
                }
                Piece::Mark(label) => write!(body, r#"<w:r><w:footnoteReference w:id="{label}"/></w:r>"#)?,
            }
        }
        body.push_str("</w:p>");
    }
    let note = |n: &kamerspoor::document::Footnote| {
        format!(
            r#"<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {}</w:t></w:r></w:p></w:footnote>"#,
            n.label,
            escape(doc.of(n.body))
        )
    };
    let notes: String = doc.footnotes.iter().map(note).collect();
    let level =
        |l: u8| format!(r#"<w:style w:type="paragraph" w:styleId="Kop{l}"><w:name w:val="heading {l}"/></w:style>"#);
    let styles: String = (1..=6).map(level).collect();
    let numbered: String = (2..=lists.max(2))
        .map(|n| format!(r#"<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>"#))
        .collect();
    let used: String =
        (1..=lists.max(2)).map(|n| format!(r#"<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>"#)).collect();
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let content = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    zipped(&[
        (
            "[Content_Types].xml",
            format!(
                r#"{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{content}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{content}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="{content}.numbering+xml"/><Override PartName="/word/footnotes.xml" ContentType="{content}.footnotes+xml"/></Types>"#
            ),
        ),
        (
            "_rels/.rels",
            format!(
                r#"{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{kind}/officeDocument" Target="word/document.xml"/></Relationships>"#
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            format!(
                r#"{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{kind}/styles" Target="styles.xml"/><Relationship Id="r2" Type="{kind}/numbering" Target="numbering.xml"/><Relationship Id="r3" Type="{kind}/footnotes" Target="footnotes.xml"/></Relationships>"#
            ),
        ),
        ("word/document.xml", format!("{XML}<w:document {WORD}><w:body>{body}</w:body></w:document>")),
        (
            "word/styles.xml",
            format!(
                r#"{XML}<w:styles {WORD}>{styles}<w:style w:type="paragraph" w:styleId="Afzendgegevens"><w:name w:val="afzendgegevens"/></w:style></w:styles>"#
            ),
        ),
        (
            "word/numbering.xml",
            format!(
                r#"{XML}<w:numbering {WORD}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>{numbered}{used}</w:numbering>"#
            ),
        ),
        ("word/footnotes.xml", format!("{XML}<w:footnotes {WORD}>{notes}</w:footnotes>")),
    ])
}

fn odt(doc: &Document) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut body = String::new();
    let mut list: Option<bool> = None;
    let mut close = |body: &mut String, next: Option<bool>| {
        if list.is_some() && list != next {
            body.push_str("</text:list>");
        }
        if next.is_some() && list != next {
            let style = if next == Some(true) { "L1" } else { "L2" };
            body.push_str(&format!(r#"<text:list text:style-name="{style}">"#));
        }
        list = next;
    };
    for block in running(doc) {
        let mut words = String::new();
        for piece in pieces(doc, block) {
            match piece {
                Piece::Words(text) => words.push_str(&escape(text)),
                Piece::Mark(label) => {
                    let body =
                        doc.footnotes.iter().find(|n| n.label == label).map(|n| doc.of(n.body)).unwrap_or_default();
                    write!(
                        words,
                        r#"<text:note text:note-class="footnote"><text:note-citation>{label}</text:note-citation><text:note-body><text:p>{}</text:p></text:note-body></text:note>"#,
                        escape(body)
                    )?;
                }
            }
        }
        match &block.kind {
            BlockKind::Item { marker } => {
                let bullet = !marker.starts_with(char::is_alphanumeric);
                if marker.trim_end_matches(['.', ')']) == "1" {
                    close(&mut body, None);
                }
                close(&mut body, Some(bullet));
                write!(body, "<text:list-item><text:p>{words}</text:p></text:list-item>")?;
                continue;
            }
            _ => close(&mut body, None),
        }
        match &block.kind {
            BlockKind::Heading { level } => {
                write!(body, r#"<text:h text:outline-level="{level}">{words}</text:h>"#)?;
            }
            BlockKind::Row { cells, .. } => {
                let cells: String = cells
                    .iter()
                    .map(|c| format!("<table:table-cell><text:p>{}</text:p></table:table-cell>", escape(doc.of(*c))))
                    .collect();
                write!(body, "<table:table><table:table-row>{cells}</table:table-row></table:table>")?;
            }
            _ => write!(body, "<text:p>{words}</text:p>")?,
        }
    }
    close(&mut body, None);
    let names = ["office", "text", "table", "style"];
    let names: String =
        names.iter().map(|n| format!(r#" xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0""#)).collect();
    let styles = r#"<office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/></text:list-style></office:automatic-styles>"#;
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text".to_string()),
        (
            "META-INF/manifest.xml",
            format!(
                r#"{XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#
            ),
        ),
        (
            "content.xml",
            format!(
                r#"{XML}<office:document-content{names} office:version="1.3">{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>"#
            ),
        ),
    ])
}

fn html(doc: &Document) -> String {
    let mut body = String::new();
    let mut list = "";
    for block in running(doc) {
        let mut words = String::new();
        for piece in pieces(doc, block) {
            match piece {
                Piece::Words(text) => words.push_str(&escape(text)),
                Piece::Mark(label) => words.push_str(&format!(r##"<sup><a href="#noot{label}">{label}</a></sup>"##)),
            }
        }
        let next = match &block.kind {
            BlockKind::Item { marker } if marker.starts_with(char::is_alphanumeric) => "ol",
            BlockKind::Item { .. } => "ul",
            BlockKind::Row { .. } => "table",
            _ => "",
        };
        let anew = matches!(&block.kind, BlockKind::Item { marker } if marker.trim_end_matches(['.', ')']) == "1");
        if list != next || anew {
            if !list.is_empty() {
                body.push_str(&format!("</{list}>\n"));
            }
            if !next.is_empty() {
                body.push_str(&format!("<{next}>\n"));
            }
            list = next;
        }
        body.push_str(&match &block.kind {
            BlockKind::Heading { level } => format!("<h{level}>{words}</h{level}>\n"),
            BlockKind::Item { .. } => format!("<li>{words}</li>\n"),
            BlockKind::Row { cells, .. } => {
                let cells: String = cells.iter().map(|c| format!("<td>{}</td>", escape(doc.of(*c)))).collect();
                format!("<tr>{cells}</tr>\n")
            }
            _ => format!("<p>{words}</p>\n"),
        });
    }
    if !list.is_empty() {
        body.push_str(&format!("</{list}>\n"));
    }
    for note in &doc.footnotes {
        let (label, words) = (&note.label, escape(doc.of(note.body)));
        body.push_str(&format!(
            "<div class=\"voet noot\" id=\"noot{label}\"><p><span class=\"nootnum\">{label}</span> {words}</p></div>\n"
        ));
    }
    let title = escape(doc.meta.title.as_deref().unwrap_or("Proefstuk"));
    format!(
        "<!DOCTYPE html>\n<html lang=\"nl\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body>\n<nav><a href=\"/\">Home</a> <a href=\"/zoeken\">Zoeken</a></nav>\n<div id=\"broodtekst\" class=\"stuk\">\n{body}</div>\n<footer>Over deze website</footer>\n</body>\n</html>\n"
    )
}

/// A Kamerstuk in the XML of the official publications, without the record that goes with a real one.
fn xml(doc: &Document) -> String {
    let mut body = String::new();
    let mut list = "";
    for block in running(doc) {
        let mut words = String::new();
        for piece in pieces(doc, block) {
            match piece {
                Piece::Words(text) => words.push_str(&escape(text)),
                Piece::Mark(label) => {
                    let note = doc.footnotes.iter().find(|n| n.label == label).map(|n| escape(doc.of(n.body)));
                    let note = note.unwrap_or_default();
                    words.push_str(&format!(
                        "<noot type=\"voet\"><noot.nr>{label}</noot.nr><noot.al>{note}</noot.al></noot>"
                    ));
                }
            }
        }
        let next = match &block.kind {
            BlockKind::Item { .. } => "lijst",
            BlockKind::Row { .. } => "tbody",
            _ => "",
        };
        if list != next {
            body.push_str(match list {
                "lijst" => "</lijst>\n",
                "tbody" => "</tbody></tgroup></table>\n",
                _ => "",
            });
            body.push_str(match next {
                "lijst" => "<lijst type=\"expliciet\">\n",
                "tbody" => "<table><tgroup><tbody>\n",
                _ => "",
            });
            list = next;
        }
        body.push_str(&match &block.kind {
            BlockKind::Heading { .. } => format!("<tussenkop kopopmaak=\"vet\">{words}</tussenkop>\n"),
            BlockKind::Item { marker } => format!("<li><li.nr>{marker}</li.nr><al>{words}</al></li>\n"),
            BlockKind::Row { cells, .. } => {
                let cells: String =
                    cells.iter().map(|c| format!("<entry><al>{}</al></entry>", escape(doc.of(*c)))).collect();
                format!("<row>{cells}</row>\n")
            }
            _ => format!("<al>{words}</al>\n"),
        });
    }
    body.push_str(match list {
        "lijst" => "</lijst>\n",
        "tbody" => "</tbody></tgroup></table>\n",
        _ => "",
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<officiele-publicatie>\n<kamerstuk>\n<stuk>\n<algemeen>\n<vrije-tekst>\n<tekst status=\"goed\">\n{body}</tekst>\n</vrije-tekst>\n</algemeen>\n</stuk>\n</kamerstuk>\n</officiele-publicatie>\n"
    )
}

fn markdown(doc: &Document) -> String {
    let mut text = String::new();
    for block in running(doc) {
        let mut words = String::new();
        for piece in pieces(doc, block) {
            match piece {
                Piece::Words(piece) => words.push_str(piece),
                Piece::Mark(label) => words.push_str(&format!("<sup>{label}</sup>")),
            }
        }
        text.push_str(&match &block.kind {
            BlockKind::Heading { level } => format!("{} {words}\n\n", "#".repeat(usize::from(*level))),
            BlockKind::Item { marker } if marker.starts_with(char::is_alphanumeric) => format!("{marker} {words}\n"),
            BlockKind::Item { .. } => format!("- {words}\n"),
            BlockKind::Row { cells, .. } => {
                let cells: Vec<&str> = cells.iter().map(|c| doc.of(*c)).collect();
                format!("| {} |\n", cells.join(" | "))
            }
            _ => format!("{words}\n\n"),
        });
    }
    if !doc.footnotes.is_empty() {
        text.push_str("\n---\n\n");
        for note in &doc.footnotes {
            text.push_str(&format!("<sup>{}</sup> {}\n\n", note.label, doc.of(note.body)));
        }
    }
    text
}
