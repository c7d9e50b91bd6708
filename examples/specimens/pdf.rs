//! The PDF of a specimen: A4, Helvetica, larger headings, a running header, page numbers, raised footnote digits and notes at the foot.

use super::{Piece, pieces, running};
use kamerspoor::document::{BlockKind, Document};
use lopdf::content::{Content, Operation};
use lopdf::{Object, Stream, dictionary};
use std::error::Error;

const LEFT: f64 = 70.0;
const WIDTH: f64 = 455.0;
const TOP: f64 = 770.0;
const FOOT: f64 = 60.0;
const SIZE: f64 = 10.0;
const LEADING: f64 = 13.0;

/// Advance widths of Helvetica for the characters 32 to 126, in thousandths of the size (Adobe's font metrics).
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// One word of a line: its place, size, and its WinAnsi bytes.
struct Word {
    x: f64,
    rise: f64,
    size: f64,
    bytes: Vec<u8>,
}

/// A line at its height on the page.
type Placed = (f64, Vec<Word>);

enum Line {
    Words(Vec<Word>, f64),
    Gap(f64),
    Note(String),
}

/// Writes the document as a PDF.
pub(crate) fn write(doc: &Document) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut lines = Vec::new();
    for block in running(doc) {
        let (size, heading, indent) = match &block.kind {
            // Headings stand out by size alone: the widths below are those of the upright face.
            BlockKind::Heading { level } => (if *level < 3 { 15.0 } else { 12.0 }, true, 0.0),
            BlockKind::Item { .. } => (SIZE, false, 18.0),
            _ => (SIZE, false, 0.0),
        };
        lines.push(Line::Gap(if heading { 8.0 } else { 5.0 }));
        let mut words = Vec::new();
        let mut x = 0.0;
        if let BlockKind::Item { marker } = &block.kind {
            words.push(word(0.0, 0.0, size, marker));
        }
        x += indent;
        let mut notes = Vec::new();
        for piece in pieces(doc, block) {
            match piece {
                Piece::Mark(label) => {
                    let raised = word(x, 4.0, size * 0.6, label);
                    x += wide(&raised.bytes, raised.size);
                    words.push(raised);
                    notes.push(label.to_string());
                }
                Piece::Words(text) => {
                    for (index, part) in text.split([' ', '\t']).enumerate() {
                        let bytes = winansi(part);
                        let width = wide(&bytes, size);
                        if index > 0 {
                            x += wide(b" ", size);
                        }
                        if x + width > WIDTH && x > indent {
                            lines.push(Line::Words(std::mem::take(&mut words), size * 1.3));
                            lines.extend(notes.drain(..).map(Line::Note));
                            x = indent;
                        }
                        words.push(Word { x, rise: 0.0, size, bytes });
                        x += width;
                    }
                }
            }
        }
        lines.push(Line::Words(words, size * 1.3));
        lines.extend(notes.drain(..).map(Line::Note));
    }
    pages(doc, lines)
}

fn word(x: f64, rise: f64, size: f64, text: &str) -> Word {
    Word { x, rise, size, bytes: winansi(text) }
}

fn winansi(text: &str) -> Vec<u8> {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    bytes.into_owned()
}

fn wide(bytes: &[u8], size: f64) -> f64 {
    let of = |b: &u8| HELVETICA.get(usize::from(b.wrapping_sub(32))).copied().unwrap_or(556);
    bytes.iter().map(|b| f64::from(of(b))).sum::<f64>() * size / 1000.0
}

/// The lines of a footnote, at two points under the body's size.
fn note_lines(doc: &Document, label: &str) -> Vec<Vec<Word>> {
    let Some(note) = doc.footnotes.iter().find(|n| n.label == label) else { return Vec::new() };
    let size = SIZE - 2.0;
    let mut all = Vec::new();
    let mut line = vec![word(0.0, 2.5, size * 0.7, label)];
    let mut x = 10.0;
    for part in doc.of(note.body).split(' ') {
        let bytes = winansi(part);
        let width = wide(&bytes, size);
        if x + width > WIDTH {
            all.push(std::mem::take(&mut line));
            x = 10.0;
        }
        line.push(Word { x, rise: 0.0, size, bytes });
        x += width + wide(b" ", size);
    }
    all.push(line);
    all
}

fn pages(doc: &Document, lines: Vec<Line>) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut pages: Vec<(Vec<Placed>, Vec<Vec<Word>>)> = vec![(Vec::new(), Vec::new())];
    let mut y = TOP;
    for line in lines {
        let (placed, notes) = pages.last_mut().ok_or("geen pagina")?;
        let foot = FOOT + count(notes) * LEADING * 0.8 + 10.0;
        match line {
            Line::Gap(gap) => y -= gap,
            Line::Note(label) => notes.extend(note_lines(doc, &label)),
            Line::Words(words, height) => {
                y -= height;
                if y < foot + 30.0 {
                    y = TOP - height;
                    pages.push((vec![(y, words)], Vec::new()));
                } else {
                    placed.push((y, words));
                }
            }
        }
    }
    let mut pdf = lopdf::Document::with_version("1.5");
    let tree = pdf.new_object_id();
    let font = pdf.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    });
    let resources = pdf.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let mut kids = Vec::new();
    for (index, (placed, notes)) in pages.into_iter().enumerate() {
        let mut operations = Vec::new();
        let header = "Proefstuk kamerspoor";
        show(&mut operations, 810.0, &[word(0.0, 0.0, 8.0, header)]);
        for (y, words) in &placed {
            show(&mut operations, *y, words);
        }
        let mut y = FOOT + count(&notes) * LEADING * 0.8;
        if !notes.is_empty() {
            operations.push(Operation::new("m", vec![LEFT.into(), (y + 6.0).into()]));
            operations.push(Operation::new("l", vec![(LEFT + 120.0).into(), (y + 6.0).into()]));
            operations.push(Operation::new("S", vec![]));
        }
        for words in &notes {
            y -= LEADING * 0.8;
            show(&mut operations, y, words);
        }
        show(&mut operations, 30.0, &[word(WIDTH - 10.0, 0.0, 8.0, &(index + 1).to_string())]);
        let content = pdf.add_object(Stream::new(dictionary! {}, Content { operations }.encode()?));
        let page = dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content, "Resources" => resources,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        };
        kids.push(Object::Reference(pdf.add_object(page)));
    }
    let count = i64::try_from(kids.len())?;
    pdf.objects.insert(tree, Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }));
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    pdf.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes)?;
    Ok(bytes)
}

fn show(operations: &mut Vec<Operation>, y: f64, words: &[Word]) {
    for word in words {
        operations.push(Operation::new("BT", vec![]));
        operations.push(Operation::new("Tf", vec!["F1".into(), word.size.into()]));
        operations.push(Operation::new("Td", vec![(LEFT + word.x).into(), (y + word.rise).into()]));
        operations.push(Operation::new("Tj", vec![Object::string_literal(word.bytes.clone())]));
        operations.push(Operation::new("ET", vec![]));
    }
}

fn count<T>(items: &[T]) -> f64 {
    f64::from(u32::try_from(items.len()).unwrap_or(u32::MAX))
}
