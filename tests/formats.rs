//! One document, every format: the specimens of `corpus/formaten` are read to the same text, kinds of blocks, footnotes,
//! metadata and questions, whatever they were saved as. What a format cannot carry is listed in [`folded`].

use kamerspoor::document::{BlockKind, Document, outline};
use kamerspoor::read::read;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[path = "../examples/specimens.rs"]
mod specimens;

/// The formats that `examples/specimens.rs` writes.
const FORMATS: &[&str] = &["docx", "odt", "html", "md", "xml", "pdf"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn stem(source: &str) -> &str {
    source.rsplit_once('.').map_or(source, |(stem, _)| stem)
}

fn open(path: &Path) -> Document {
    let name = path.file_name().unwrap().to_string_lossy().to_string();
    read(&name, &std::fs::read(path).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// What every format must give: metadata and questions, then a line a block: kind and all its words. Left out are the
/// place (a line here, a page or a path there) and frames (page numbers and running titles exist on pages only).
///
/// The honest differences, folded here and nowhere else:
/// - the sign of a bullet: formats have their own, and some do not say which;
/// - the level of a heading: PDF and XML know that it is one, not how deep;
/// - the label of a footnote in DOCX: Word numbers them itself, so a list that begins at 2 begins at 1 there.
fn folded(doc: &Document) -> String {
    let mut out = String::new();
    let shown = outline(doc);
    let head = shown.split("\n\n").next().unwrap_or_default();
    writeln!(out, "{head}\n").unwrap();
    for block in doc.blocks.iter().filter(|b| b.kind != BlockKind::Frame) {
        let kind = match &block.kind {
            BlockKind::Heading { .. } => "kop".to_string(),
            BlockKind::Item { marker } if marker.starts_with(char::is_alphanumeric) => format!("punt {marker}"),
            BlockKind::Item { .. } => "punt •".to_string(),
            BlockKind::Row { .. } => "rij".to_string(),
            BlockKind::Footnote => {
                let note = doc.footnotes.iter().find(|n| n.body == block.span).unwrap();
                let anchor = note.anchor.map_or("nergens", |at| {
                    let block = doc.block_at(at.saturating_sub(1)).unwrap();
                    let before = &doc.text()[block.span.start()..at];
                    &before[before.char_indices().rev().take(30).last().map_or(0, |(at, _)| at)..]
                });
                format!("noot bij “{anchor}”")
            }
            BlockKind::Paragraph => "alinea".to_string(),
            BlockKind::Speaker => "spreker".to_string(),
            BlockKind::Frame => continue,
        };
        writeln!(out, "{kind} | {}", doc.of(block.span).replace('\t', " | ")).unwrap();
    }
    out
}

/// Compares with `tests/outlines`; `UPDATE_OUTLINES=1 cargo test --test formats` writes them anew, to be read by a person.
#[test]
fn every_format_gives_the_same_document() {
    let update = std::env::var_os("UPDATE_OUTLINES").is_some();
    let mut wrong = String::new();
    for source in specimens::SOURCES {
        let golden = root().join(format!("tests/outlines/formaten-{}.txt", stem(source)));
        let own = folded(&open(&root().join("corpus").join(source)));
        if update {
            std::fs::write(&golden, &own).unwrap();
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        let mut compare = |name: &str, is: &str| {
            let mut lines = expected.lines();
            for line in is.lines().chain(["(einde)"]) {
                let wanted = lines.next().unwrap_or("(einde)");
                if wanted != line {
                    writeln!(wrong, "{name}\n  moet: {wanted}\n  is:   {line}").unwrap();
                    break;
                }
            }
        };
        compare(source, &own);
        for format in FORMATS {
            let name = format!("{}.{format}", stem(source));
            let doc = open(&root().join("corpus/formaten").join(&name));
            assert_eq!(doc.format, *format, "{name}");
            compare(&name, &folded(&doc));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_specimens_are_what_the_script_writes() {
    for (name, bytes) in specimens::write_all().unwrap() {
        let lies = std::fs::read(root().join("corpus/formaten").join(&name)).unwrap_or_default();
        assert!(lies == bytes, "{name} differs: cargo run --example specimens");
    }
}

#[test]
fn every_specimen_says_that_it_is_one() {
    for source in specimens::SOURCES {
        for format in FORMATS {
            let doc = open(&root().join(format!("corpus/formaten/{}.{format}", stem(source))));
            let start: String = doc.text().chars().take(600).collect();
            assert!(start.to_lowercase().contains("proefstuk"), "{}", doc.source);
        }
    }
}

#[test]
fn a_wrong_extension_is_read_by_content() {
    let folder = root().join("corpus/formaten");
    for format in FORMATS {
        let bytes = std::fs::read(folder.join(format!("kst-26643-1329.{format}"))).unwrap();
        for wrong in ["brief.txt", "brief.pdf", "brief.docx", "brief", "brief.xml"] {
            let doc = read(wrong, &bytes).unwrap_or_else(|e| panic!("{format} als {wrong}: {e}"));
            assert_eq!(doc.format, *format, "als {wrong}");
        }
    }
}
