//! Content streams: what a page shows becomes runs of characters with their place. The border: follows the text
//! operators, the transformation matrices and form XObjects; knows nothing of words, lines or reading order.

use super::font::{Font, get, real};
use super::limits::{Budget, FORM_DEPTH, OPERANDS, STATES, resolve};
use super::syntax::{Token, Tokens};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Characters shown next to each other in one go.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The characters, without blanks at the ends.
    pub(super) text: String,
    /// Where it begins along the reading direction, in points.
    pub(super) x0: f64,
    /// Where it ends.
    pub(super) x1: f64,
    /// Its baseline, growing downwards.
    pub(super) y: f64,
    /// Size of the type.
    pub(super) size: f64,
    /// Heavy type.
    pub(super) bold: bool,
    /// Quarter turns of the reading direction, counter-clockwise; [`SLANTED`] for anything between.
    pub(super) turn: usize,
    /// A blank was shown before it.
    pub(super) spaced: bool,
    /// The file itself says it is no running text (a tagged pagination artifact).
    pub(super) artifact: bool,
}

/// The `turn` of text that stands askew, such as a watermark.
pub(super) const SLANTED: usize = 4;

/// A gap wider than this share of the type size parts two words (poppler takes the same).
pub(super) const WORD_GAP: f64 = 0.12;

type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// What a page needs to be read.
pub(super) struct Sheet<'a> {
    /// The file.
    pub(super) doc: &'a Document,
    /// The page's resources.
    pub(super) resources: Option<&'a Dictionary>,
    /// The visible part: left, bottom, right, top.
    pub(super) frame: [f64; 4],
    /// Layers that are switched off.
    pub(super) hidden: &'a HashSet<ObjectId>,
}

/// Fonts of the document, read once.
#[derive(Default)]
pub(super) struct Fonts {
    /// By the place of the dictionary in the parsed file, which does not change while it is read.
    known: HashMap<*const Dictionary, Rc<Font>>,
}

#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    char_gap: f64,
    word_gap: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    mode: f64,
}

struct Marked {
    artifact: bool,
    hidden: bool,
    actual: Option<String>,
}

/// Reads content streams into runs.
pub(super) struct Reader<'a, 'b> {
    sheet: &'b Sheet<'a>,
    fonts: &'b mut Fonts,
    budget: &'b mut Budget,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    marked: Vec<Marked>,
    open: Option<Run>,
    spaced: bool,
    /// The runs so far, in the order shown.
    pub(super) runs: Vec<Run>,
    /// Glyphs whose characters are not known.
    pub(super) unknown: usize,
}

#[derive(Debug)]
enum Operand<'a> {
    Number(f64),
    Text(Vec<u8>),
    Name(&'a [u8]),
    Bracket,
}

impl<'a, 'b> Reader<'a, 'b> {
    /// For one page.
    pub(super) fn new(sheet: &'b Sheet<'a>, fonts: &'b mut Fonts, budget: &'b mut Budget) -> Reader<'a, 'b> {
        let state = State {
            ctm: IDENTITY,
            font: None,
            size: 0.0,
            char_gap: 0.0,
            word_gap: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0.0,
        };
        Reader {
            sheet,
            fonts,
            budget,
            state,
            saved: Vec::new(),
            text: IDENTITY,
            line: IDENTITY,
            marked: Vec::new(),
            open: None,
            spaced: false,
            runs: Vec::new(),
            unknown: 0,
        }
    }

    /// Reads what is shown of an annotation or a form field: its appearance, put in its place on the page.
    pub(super) fn appearance(&mut self, stream: &'a Stream, place: [f64; 4]) {
        let list = |key: &[u8]| get(self.sheet.doc, &stream.dict, key).and_then(|o| o.as_array().ok());
        let numbers = |list: &Vec<Object>| -> Vec<Operand> {
            list.iter().map(|o| Operand::Number(real(o).unwrap_or_default())).collect()
        };
        let own = list(b"Matrix").map_or(IDENTITY, |m| matrix(&numbers(m)));
        let corner = list(b"BBox").map(|b| b.iter().map(|o| real(o).unwrap_or_default()).collect::<Vec<f64>>());
        let (x, y) = corner.as_deref().map_or((0.0, 0.0), |b| match b {
            [x, y, ..] => (x * own[0] + y * own[2] + own[4], x * own[1] + y * own[3] + own[5]),
            _ => (0.0, 0.0),
        });
        self.saved.clear();
        self.marked.clear();
        self.state.ctm = multiply(&own, &[1.0, 0.0, 0.0, 1.0, place[0] - x, place[1] - y]);
        let resources = get(self.sheet.doc, &stream.dict, b"Resources").and_then(|o| o.as_dict().ok());
        let bytes = self.budget.unpack(stream);
        self.content(&bytes, resources.or(self.sheet.resources), 1);
        self.close();
    }

    /// Reads the content of the page.
    pub(super) fn page(&mut self, contents: &[&'a Stream]) {
        let mut bytes = Vec::new();
        for stream in contents {
            bytes.append(&mut self.budget.unpack(stream));
            bytes.push(b'\n');
        }
        self.content(&bytes, self.sheet.resources, 0);
        self.close();
    }

    fn content(&mut self, bytes: &[u8], resources: Option<&'a Dictionary>, depth: usize) {
        let mut tokens = Tokens::new(bytes);
        let mut operands: Vec<Operand> = Vec::new();
        while let Some(token) = tokens.next() {
            match token {
                Token::Number(n) => operands.push(Operand::Number(n)),
                Token::Text(t) => operands.push(Operand::Text(t)),
                Token::Name(n) => operands.push(Operand::Name(n)),
                Token::Bracket(_) => operands.push(Operand::Bracket),
                Token::Word(b"ID") => {
                    tokens.skip_image();
                    operands.clear();
                }
                Token::Word(word) => {
                    if !self.budget.operator() {
                        return;
                    }
                    self.operator(word, &operands, resources, depth);
                    operands.clear();
                }
            }
            if operands.len() > OPERANDS {
                operands.clear();
            }
        }
    }

    fn operator(&mut self, word: &[u8], operands: &[Operand], resources: Option<&'a Dictionary>, depth: usize) {
        let number = |at: usize| match operands.get(at) {
            Some(Operand::Number(n)) => n.clamp(-1e7, 1e7),
            _ => 0.0,
        };
        match word {
            b"q" if self.saved.len() < STATES => self.saved.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => self.state.ctm = multiply(&matrix(operands), &self.state.ctm),
            b"BT" => {
                self.text = IDENTITY;
                self.line = IDENTITY;
            }
            b"Tf" => {
                if let Some(Operand::Name(name)) = operands.first() {
                    self.font(name, resources);
                }
                self.state.size = number(1);
            }
            b"Tc" => self.state.char_gap = number(0),
            b"Tw" => self.state.word_gap = number(0),
            b"Tz" => self.state.stretch = number(0) / 100.0,
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Tr" => self.state.mode = number(0),
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"Tm" => {
                self.line = matrix(operands);
                self.text = self.line;
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" | b"TJ" => self.show(operands),
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands);
            }
            b"\"" => {
                self.state.word_gap = number(0);
                self.state.char_gap = number(1);
                self.next_line(0.0, -self.state.leading);
                self.show(operands.get(2..).unwrap_or_default());
            }
            b"gs" => self.graphics_state(operands, resources),
            b"BMC" | b"BDC" => self.mark(operands, resources),
            b"EMC" => {
                self.marked.pop();
            }
            b"Do" => self.form(operands, resources, depth),
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = multiply(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
        self.text = self.line;
    }

    fn resource(&self, resources: Option<&'a Dictionary>, kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        get(self.sheet.doc, resources?, kind)?.as_dict().ok()?.get(name).ok()
    }

    fn font(&mut self, name: &[u8], resources: Option<&'a Dictionary>) {
        self.state.font = self.resource(resources, b"Font", name).and_then(|found| self.load(found));
    }

    fn load(&mut self, object: &'a Object) -> Option<Rc<Font>> {
        let dict = resolve(self.sheet.doc, object)?.as_dict().ok()?;
        let place = std::ptr::from_ref(dict);
        if let Some(known) = self.fonts.known.get(&place) {
            return Some(Rc::clone(known));
        }
        let font = Rc::new(Font::load(self.sheet.doc, dict, self.budget));
        self.fonts.known.insert(place, Rc::clone(&font));
        Some(font)
    }

    fn graphics_state(&mut self, operands: &[Operand], resources: Option<&'a Dictionary>) {
        let Some(Operand::Name(name)) = operands.first() else { return };
        let found = self.resource(resources, b"ExtGState", name).and_then(|o| resolve(self.sheet.doc, o));
        let font = found.and_then(|o| o.as_dict().ok()).and_then(|d| get(self.sheet.doc, d, b"Font"));
        if let Some([font, size]) = font.and_then(|o| o.as_array().ok()).map(Vec::as_slice) {
            self.state.font = self.load(font);
            self.state.size = real(size).unwrap_or_default();
        }
    }

    fn mark(&mut self, operands: &[Operand], resources: Option<&'a Dictionary>) {
        if self.marked.len() >= STATES {
            return;
        }
        let tag = match operands.first() {
            Some(Operand::Name(tag)) => *tag,
            _ => b"",
        };
        let mut mark = Marked { artifact: tag == b"Artifact", hidden: false, actual: None };
        for pair in operands.windows(2) {
            if let [Operand::Name(b"ActualText"), Operand::Text(words)] = pair {
                mark.actual = Some(text_string(words));
            }
        }
        if let Some(Operand::Name(name)) = operands.get(1) {
            let found = self.resource(resources, b"Properties", name);
            let off = |o: &Object| o.as_reference().is_ok_and(|id| self.sheet.hidden.contains(&id));
            mark.hidden = tag == b"OC" && found.is_some_and(off);
            let dict = found.and_then(|o| resolve(self.sheet.doc, o)).and_then(|o| o.as_dict().ok());
            let words = dict.and_then(|d| get(self.sheet.doc, d, b"ActualText")).and_then(|o| o.as_str().ok());
            mark.actual = words.map(text_string).or(mark.actual);
        }
        self.marked.push(mark);
    }

    fn form(&mut self, operands: &[Operand], resources: Option<&'a Dictionary>, depth: usize) {
        let Some(Operand::Name(name)) = operands.first() else { return };
        let found = self.resource(resources, b"XObject", name).and_then(|o| resolve(self.sheet.doc, o));
        let Some(stream) = found.and_then(|o| o.as_stream().ok()) else { return };
        let form = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|s| s == b"Form");
        let off = stream.dict.get(b"OC").and_then(Object::as_reference).is_ok_and(|o| self.sheet.hidden.contains(&o));
        if !form || off || depth >= FORM_DEPTH {
            return;
        }
        // A form weighs more than an operator: opening it takes time even when it is empty.
        if !(0..500).all(|_| self.budget.operator()) {
            return;
        }
        let kept = (self.state.clone(), self.text, self.line, self.marked.len(), std::mem::take(&mut self.saved));
        if let Some(own) = get(self.sheet.doc, &stream.dict, b"Matrix").and_then(|o| o.as_array().ok()) {
            let own: Vec<Operand> = own.iter().map(|o| Operand::Number(real(o).unwrap_or_default())).collect();
            self.state.ctm = multiply(&matrix(&own), &self.state.ctm);
        }
        let own = get(self.sheet.doc, &stream.dict, b"Resources").and_then(|o| o.as_dict().ok());
        let bytes = self.budget.unpack(stream);
        self.content(&bytes, own.or(resources), depth + 1);
        let marks = kept.3;
        (self.state, self.text, self.line, _, self.saved) = kept;
        self.marked.truncate(marks);
    }

    fn show(&mut self, operands: &[Operand]) {
        let Some(font) = self.state.font.clone() else { return };
        for operand in operands {
            match operand {
                Operand::Number(n) => {
                    let shift = -n.clamp(-1e6, 1e6) / 1000.0 * self.state.size * self.state.stretch;
                    self.text = multiply(&[1.0, 0.0, 0.0, 1.0, shift, 0.0], &self.text);
                }
                Operand::Text(bytes) => {
                    font.glyphs(bytes, |glyph| self.glyph(&glyph.words, glyph.advance, glyph.spaced, font.bold));
                }
                _ => {}
            }
        }
    }

    fn glyph(&mut self, words: &str, advance: f64, spaced: bool, bold: bool) {
        if !self.budget.glyph() {
            return;
        }
        let state = &self.state;
        let place = multiply(&self.text, &state.ctm);
        let width = advance * state.size * state.stretch;
        let gap = state.char_gap + if spaced { state.word_gap } else { 0.0 };
        let x = place[4] + state.rise * place[2];
        let y = place[5] + state.rise * place[3];
        let size = (state.size * place[2].hypot(place[3])).abs();
        let along = place[0].hypot(place[1]);
        let flip = if state.size < 0.0 { -1.0 } else { 1.0 };
        let turn = turn_of(place[0] * flip, place[1] * flip);
        let letter_gap = (state.char_gap * state.stretch * along).abs();
        let bold = bold || (state.mode - 2.0).abs() < 0.1;
        self.text = multiply(&[1.0, 0.0, 0.0, 1.0, width + gap * state.stretch, 0.0], &self.text);
        let finite = [x, y, size, along].iter().all(|n| n.is_finite());
        let [left, bottom, right, top] = self.sheet.frame;
        let inside = x >= left - 4.0 && x <= right + 4.0 && y >= bottom - 4.0 && y <= top + 4.0;
        if !finite || !inside || !(0.5..=2_000.0).contains(&size) || self.marked.iter().any(|m| m.hidden) {
            return;
        }
        let (x0, y) = turned(turn, x, y);
        let x1 = x0 + (width * along).abs().min(20_000.0);
        let artifact = self.marked.iter().any(|m| m.artifact);
        let actual = self.marked.iter_mut().rev().find_map(|m| m.actual.as_mut());
        let owned = actual.map(std::mem::take);
        let words = owned.as_deref().unwrap_or(words);
        if words.is_empty() {
            self.unknown += usize::from(owned.is_none());
            if let Some(open) = &mut self.open
                && owned.is_some()
            {
                open.x1 = open.x1.max(x1);
            }
            return;
        }
        if words.trim().is_empty() {
            self.close();
            self.spaced = true;
            return;
        }
        let glyph = Run {
            text: words.to_string(),
            x0,
            x1,
            y,
            size,
            bold,
            turn,
            spaced: self.spaced || words.starts_with(' '),
            artifact,
        };
        self.spaced = words.ends_with(' ');
        self.add(glyph, letter_gap);
    }

    fn add(&mut self, glyph: Run, letter_gap: f64) {
        if let Some(open) = &mut self.open {
            let gap = glyph.x0 - open.x1;
            // An accent shown over the letter before it belongs to that letter.
            if gap < -0.1 * glyph.size
                && (open.y - glyph.y).abs() < glyph.size
                && let Some(accent) = combining(&glyph.text)
            {
                open.text.push(accent);
                return;
            }
            let same = open.turn == glyph.turn && open.bold == glyph.bold && open.artifact == glyph.artifact;
            let level =
                (open.y - glyph.y).abs() < 0.05 * glyph.size && (open.size - glyph.size).abs() < 0.05 * glyph.size;
            let near = gap < WORD_GAP * glyph.size + letter_gap && gap > -0.3 * glyph.size;
            if same && level && near && !glyph.spaced && open.turn != SLANTED {
                open.text.push_str(&glyph.text);
                open.x1 = glyph.x1;
                return;
            }
        }
        self.close();
        self.open = Some(glyph);
    }

    fn close(&mut self) {
        if let Some(mut run) = self.open.take() {
            if run.text.starts_with(' ') || run.text.ends_with(' ') {
                run.text = run.text.trim().to_string();
            }
            if self.budget.run() {
                self.runs.push(run);
            }
        }
    }
}

/// The accent that goes over a letter, for one that stands on its own.
fn combining(text: &str) -> Option<char> {
    Some(match text {
        "`" => '\u{300}',
        "´" | "\u{2ca}" => '\u{301}',
        "ˆ" | "^" => '\u{302}',
        "˜" => '\u{303}',
        "˘" => '\u{306}',
        "˙" => '\u{307}',
        "¨" => '\u{308}',
        "˚" => '\u{30a}',
        "ˇ" => '\u{30c}',
        "¸" => '\u{327}',
        _ => return None,
    })
}

fn matrix(operands: &[Operand]) -> Matrix {
    let mut out = IDENTITY;
    if operands.len() >= 6 {
        for (slot, operand) in out.iter_mut().zip(operands) {
            if let Operand::Number(n) = operand {
                *slot = n.clamp(-1e7, 1e7);
            }
        }
    }
    out
}

fn multiply(m: &Matrix, n: &Matrix) -> Matrix {
    [
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    ]
}

/// Quarter turns of a direction; a few degrees off still count (scans are skewed a little).
fn turn_of(a: f64, b: f64) -> usize {
    let slope = 0.12;
    match (a.abs(), b.abs()) {
        (x, y) if y <= x * slope => usize::from(a < 0.0) * 2,
        (x, y) if x <= y * slope => 1 + usize::from(b < 0.0) * 2,
        _ => SLANTED,
    }
}

/// Coordinates as a reader of text in that direction sees them: x along the line, y downwards.
pub(super) fn turned(turn: usize, x: f64, y: f64) -> (f64, f64) {
    match turn {
        1 => (y, x),
        2 => (-x, y),
        3 => (-y, -x),
        _ => (x, -y),
    }
}

/// A text string of the file: UTF-16 with a byte order mark, UTF-8 with one, or one byte a character.
pub(super) fn text_string(bytes: &[u8]) -> String {
    let mut out = String::new();
    let decoded = match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0,
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        _ => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    super::encoding::tidy(&decoded, &mut out);
    out
}
