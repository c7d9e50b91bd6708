//! PDF with a text layer: pages to a draft, with lopdf as parser and fonts and layout of our own.
//!
//! ```text
//! bytes → lopdf → content (runs) → lines → frames, notes → regions (reading order) → blocks → Draft
//! ```
//!
//! The border: only what the file shows as text. Pictures are not read, nothing is guessed.
//!
//! Read:
//!
//! - [x] every PDF that lopdf parses, by its own tables or rebuilt from its objects; pages in any page tree, also cyclic
//! - [x] locked files with an empty password (RC4, AES); a real password is a reason to stop
//! - [x] Type 1, Type 1C, TrueType, Type 3 and Type 0 fonts: `ToUnicode`, WinAnsi, MacRoman, Standard, `Differences`,
//!   built-in encodings, TrueType and CFF character tables, Identity and embedded CMaps, Unicode and the usual CJK CMaps
//! - [x] ligatures split, accents shown over a letter joined to it, `ActualText`, form XObjects, annotation and field
//!   appearances; layers that are switched off are left out
//! - [x] columns, label and value rows, tables row by row (also a row broken over two pages), a reference column left or
//!   right of a letter, pages on their side
//! - [x] paragraphs over lines, columns and pages, hyphens, headings, list items, speakers
//! - [x] running headers, footers and page numbers as frames; footnotes in smaller type, with their marks
//!
//! Not read:
//!
//! - [ ] scans without a text layer (a reason, no guess), text drawn as outlines or pictures, XFA forms
//! - [ ] predefined CJK maps by character id, vertical writing, right-to-left order (left as it is shown)
//! - [ ] the structure tree of tagged files, bookmarks, link targets, attachments
//! - [ ] cells that span rows or columns, tables that are only told apart by their lines
//! - [ ] endnotes and footnotes in the type size of the text; footnotes set in columns of their own

mod blocks;
mod cmap;
mod content;
mod encoding;
mod font;
mod frames;
mod hyphens;
mod limits;
mod lines;
mod metrics;
mod notes;
mod program;
mod regions;
mod syntax;
mod tables;

use super::ReadError;
use crate::document::Draft;
use content::{Fonts, Reader, Sheet, text_string, turned};
use font::{get, real};
use limits::{Budget, resolve};
use lines::Page;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};
use std::collections::HashSet;

/// Reads the text layer of a PDF.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    if bytes.len() > limits::FILE {
        return Err(ReadError::TooLarge { what: "meer dan 512 MB".into() });
    }
    if limits::has_too_many_objects(bytes) {
        return Err(ReadError::TooLarge { what: "meer objecten dan gelezen worden".into() });
    }
    let doc = load(bytes)?;
    let leaves = leaves(&doc)?;
    let hidden = hidden_layers(&doc);
    let mut draft = Draft { properties: properties(&doc), ..Draft::default() };
    let mut budget = Budget::new();
    let mut fonts = Fonts::default();
    let mut pages = Vec::new();
    let mut unknown = 0;
    for (leaf, number) in leaves.iter().zip(1u32..) {
        let given = budget.page();
        let mut left = given.clone();
        let sheet = Sheet { doc: &doc, resources: leaf.resources, frame: leaf.frame, hidden: &hidden };
        let mut reader = Reader::new(&sheet, &mut fonts, &mut left);
        reader.page(&leaf.contents(&doc));
        for (stream, place) in leaf.appearances(&doc) {
            reader.appearance(stream, place);
        }
        unknown += reader.unknown;
        let runs = std::mem::take(&mut reader.runs);
        if left.is_spent() {
            draft.warn(format!("pagina {number} is te groot en niet helemaal gelezen"));
        }
        budget.settle(&given, &left);
        pages.push(page(number, leaf.frame, runs));
        if budget.is_spent() {
            draft.warn(format!("te groot: gelezen tot en met pagina {number} van {}", leaves.len()));
            break;
        }
    }
    if unknown > 0 {
        draft.warn(format!("{unknown} tekens niet gelezen: het lettertype zegt niet wat ze betekenen"));
    }
    if pages.iter().all(|p| p.lines.is_empty() && p.aside.is_empty()) {
        return Err(ReadError::Scanned { pages: leaves.len() });
    }
    let frames = frames::take(&mut pages);
    draft.properties.extend(frames::identifier(&frames).map(|id| ("identifier".to_string(), id)));
    let notes = notes::take(&mut pages);
    blocks::fill(&mut draft, pages, frames, notes);
    Ok(draft)
}

fn page(number: u32, [left, bottom, right, top]: [f64; 4], runs: Vec<content::Run>) -> Page {
    let (turn, lines, aside) = lines::lines(number, runs);
    let (_, ay) = turned(turn, left, bottom);
    let (_, by) = turned(turn, right, top);
    Page { number, lines, aside, top: ay.min(by), bottom: ay.max(by) }
}

/// Parses the file. Where lopdf finds no pages by the file's own tables, they are rebuilt once from the objects.
fn load(bytes: &[u8]) -> Result<Document, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut last = None;
    for force_reconstruct in [false, true] {
        limits::refill();
        let options = LoadOptions {
            filter: Some(limits::guard),
            max_decompressed_size: Some(limits::STREAM),
            force_reconstruct,
            ..LoadOptions::default()
        };
        // Hostile input may hit a panic in the parser: that is a damaged file too.
        let parsed = std::panic::catch_unwind(|| Document::load_mem_with_options(bytes, options));
        match parsed {
            Ok(Ok(doc)) if doc.trailer.get(b"Encrypt").is_ok() => return Err(ReadError::Encrypted),
            Ok(Ok(doc)) if doc.page_iter().next().is_some() || force_reconstruct => return Ok(doc),
            Ok(Ok(doc)) => last = Some(Ok(doc)),
            Ok(Err(lopdf::Error::InvalidPassword | lopdf::Error::UnsupportedSecurityHandler(_))) => {
                return Err(ReadError::Encrypted);
            }
            Ok(Err(error)) => last = last.or(Some(Err(reason(&error)))),
            Err(_) => last = last.or(Some(Err(broken("de indeling klopt niet")))),
        }
    }
    last.unwrap_or_else(|| Err(broken("de indeling klopt niet")))
}

fn broken(what: &str) -> ReadError {
    ReadError::Broken { what: what.into(), place: "heel het bestand".into() }
}

fn reason(error: &lopdf::Error) -> ReadError {
    match error {
        lopdf::Error::Xref(_) | lopdf::Error::Parse(_) => broken("de inhoudstafel van de PDF ontbreekt of klopt niet"),
        lopdf::Error::Decryption(_) => ReadError::Encrypted,
        lopdf::Error::Decompress(_) => ReadError::TooLarge { what: "uitgepakt groter dan wat gelezen wordt".into() },
        _ => broken("de indeling klopt niet"),
    }
}

/// The frame of a page that has none.
const LETTER: [f64; 4] = [0.0, 0.0, 612.0, 792.0];

/// A page with what it inherits.
struct Leaf<'a> {
    dict: &'a Dictionary,
    resources: Option<&'a Dictionary>,
    frame: [f64; 4],
}

impl<'a> Leaf<'a> {
    fn contents(&self, doc: &'a Document) -> Vec<&'a Stream> {
        let one = |o: &'a Object| resolve(doc, o).and_then(|o| o.as_stream().ok());
        match get(doc, self.dict, b"Contents") {
            Some(Object::Array(list)) => list.iter().take(10_000).filter_map(one).collect(),
            Some(object) => one(object).into_iter().collect(),
            None => Vec::new(),
        }
    }
}

/// Annotations read of one page.
const MOST_NOTES: usize = 2_000;

impl<'a> Leaf<'a> {
    /// What annotations and form fields show on the page, with their places; hidden ones are left out.
    fn appearances(&self, doc: &'a Document) -> Vec<(&'a Stream, [f64; 4])> {
        let Some(list) = get(doc, self.dict, b"Annots").and_then(|o| o.as_array().ok()) else { return Vec::new() };
        let dicts = list.iter().take(MOST_NOTES).filter_map(|o| resolve(doc, o)?.as_dict().ok());
        dicts.filter_map(|dict| appearance(doc, dict)).collect()
    }
}

fn appearance<'a>(doc: &'a Document, dict: &'a Dictionary) -> Option<(&'a Stream, [f64; 4])> {
    // Bits 2 and 6 of F: hidden, not on screen (ISO 32000-1, table 165). Pop-ups and links show nothing of their own.
    let flags = get(doc, dict, b"F").and_then(|o| o.as_i64().ok()).unwrap_or(0);
    let kind = get(doc, dict, b"Subtype").and_then(|o| o.as_name().ok()).unwrap_or_default();
    if flags & 0b10_0010 != 0 || matches!(kind, b"Popup" | b"Link") {
        return None;
    }
    let place = frame_of(doc, dict, b"Rect")?;
    let shown = get(doc, dict, b"AP").and_then(|o| o.as_dict().ok()).and_then(|ap| get(doc, ap, b"N"))?;
    match shown {
        Object::Stream(stream) => Some((stream, place)),
        Object::Dictionary(states) => {
            let state = get(doc, dict, b"AS").and_then(|o| o.as_name().ok())?;
            Some((get(doc, states, state)?.as_stream().ok()?, place))
        }
        _ => None,
    }
}

/// The pages in order. The tree may be cyclic, deep or lie about itself: every node is visited once, without recursion.
fn leaves(doc: &Document) -> Result<Vec<Leaf<'_>>, ReadError> {
    let root = doc.catalog().ok().and_then(|c| get(doc, c, b"Pages")).and_then(|o| o.as_dict().ok());
    let mut seen: HashSet<ObjectId> = HashSet::new();
    let mut stack: Vec<Leaf> = root.map(|dict| Leaf { dict, resources: None, frame: LETTER }).into_iter().collect();
    let mut leaves = Vec::new();
    while let Some(above) = stack.pop() {
        let dict = above.dict;
        let resources = get(doc, dict, b"Resources").and_then(|o| o.as_dict().ok()).or(above.resources);
        let frame = frame_of(doc, dict, b"CropBox").or_else(|| frame_of(doc, dict, b"MediaBox")).unwrap_or(above.frame);
        let Some(kids) = get(doc, dict, b"Kids").and_then(|o| o.as_array().ok()) else {
            leaves.push(Leaf { dict, resources, frame });
            if leaves.len() > limits::PAGES {
                return Err(ReadError::TooLarge { what: "meer dan 5.000 pagina's".into() });
            }
            continue;
        };
        for kid in kids.iter().rev() {
            let fresh = kid.as_reference().map_or(true, |id| seen.insert(id));
            if let Some(kid) = resolve(doc, kid).and_then(|o| o.as_dict().ok()).filter(|_| fresh) {
                stack.push(Leaf { dict: kid, resources, frame });
            }
        }
    }
    if leaves.is_empty() {
        leaves = loose(doc);
    }
    if leaves.is_empty() {
        return Err(ReadError::Broken { what: "er staat geen pagina in".into(), place: "heel het bestand".into() });
    }
    Ok(leaves)
}

/// Pages that no tree leads to, in the order of their numbers: what is left of a damaged file.
fn loose(doc: &Document) -> Vec<Leaf<'_>> {
    let dicts = doc.objects.values().filter_map(|o| o.as_dict().ok()).filter(|d| d.has_type(b"Page"));
    let leaf = |dict| Leaf {
        dict,
        resources: get(doc, dict, b"Resources").and_then(|o| o.as_dict().ok()),
        frame: frame_of(doc, dict, b"MediaBox").unwrap_or(LETTER),
    };
    dicts.take(limits::PAGES).map(leaf).collect()
}

fn frame_of(doc: &Document, dict: &Dictionary, key: &[u8]) -> Option<[f64; 4]> {
    let list = get(doc, dict, key)?.as_array().ok()?;
    let mut sides = [0.0; 4];
    for (side, object) in sides.iter_mut().zip(list) {
        *side = resolve(doc, object).and_then(real)?;
    }
    let [a, b, c, d] = sides;
    let frame = [a.min(c), b.min(d), a.max(c), b.max(d)];
    (list.len() >= 4 && frame[2] - frame[0] > 1.0 && frame[3] - frame[1] > 1.0).then_some(frame)
}

/// Layers that the file shows switched off.
fn hidden_layers(doc: &Document) -> HashSet<ObjectId> {
    let layers = doc.catalog().ok().and_then(|c| get(doc, c, b"OCProperties")).and_then(|o| o.as_dict().ok());
    let usual = layers.and_then(|l| get(doc, l, b"D")).and_then(|o| o.as_dict().ok());
    let off = usual.and_then(|d| get(doc, d, b"OFF")).and_then(|o| o.as_array().ok());
    off.into_iter().flatten().filter_map(|o| o.as_reference().ok()).collect()
}

/// What the file says of itself.
fn properties(doc: &Document) -> Vec<(String, String)> {
    let info = doc.trailer.get(b"Info").ok().and_then(|o| resolve(doc, o)).and_then(|o| o.as_dict().ok());
    let mut found = Vec::new();
    for (key, value) in info.into_iter().flat_map(Dictionary::iter).take(64) {
        if let Some(Object::String(bytes, _)) = resolve(doc, value)
            && bytes.len() < 10_000
        {
            let value = text_string(bytes);
            found.push((String::from_utf8_lossy(key).into_owned(), value.trim().to_string()));
        }
    }
    found.retain(|(_, value)| !value.is_empty());
    found
}
