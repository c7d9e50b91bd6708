//! Fonts: from the bytes of a shown string to characters and widths. Simple fonts (Type 1, Type 1C, TrueType, Type 3)
//! get a table of 256 codes; composite fonts (Type 0) a code map. The border: no outlines, no layout.

use super::cmap::{CMap, predefined};
use super::encoding::{base, glyph, tidy};
use super::limits::{Budget, resolve};
use super::{metrics, program};
use encoding_rs::Encoding;
use lopdf::{Dictionary, Document, Object};
use std::borrow::Cow;
use std::collections::HashMap;

/// Widths that one composite font may list.
const MOST_WIDTHS: usize = 70_000;

/// A font ready for use.
#[derive(Debug)]
pub(super) struct Font {
    /// Whether it is a heavy face.
    pub(super) bold: bool,
    /// From glyph units to text units: 0.001, or what a Type 3 font says.
    scale: f64,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Simple { words: Vec<Option<Box<str>>>, widths: Vec<f64> },
    Composite(Box<Composite>),
}

#[derive(Debug, Default)]
struct Composite {
    /// How codes part and which id they have; `None` is two bytes, id equal to code.
    codes: Option<CMap>,
    /// What codes mean.
    unicode: Option<CMap>,
    /// A predefined map that is an encoding under another name.
    encoding: Option<&'static Encoding>,
    /// What ids mean according to the font program.
    program: HashMap<u32, char>,
    /// Runs of ids with one width, by the first.
    widths: Vec<(u32, u32, f64)>,
    usual: f64,
}

/// One glyph of a shown string.
pub(super) struct Glyph<'a> {
    /// Its characters, empty where they are not known.
    pub(super) words: Cow<'a, str>,
    /// Its advance for a font size of 1.
    pub(super) advance: f64,
    /// Whether word spacing applies: a one-byte code 32.
    pub(super) spaced: bool,
}

impl Font {
    /// Reads a font dictionary. A font that makes no sense still gives widths.
    pub(super) fn load(doc: &Document, dict: &Dictionary, budget: &mut Budget) -> Font {
        let subtype = dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        let unicode = get(doc, dict, b"ToUnicode").and_then(|o| o.as_stream().ok());
        let unicode = unicode.map(|s| CMap::parse(&budget.unpack(s))).filter(CMap::has_words);
        budget.charge(unicode.as_ref().map_or(0, CMap::len) * 100);
        if subtype == b"Type0" {
            let inner = get(doc, dict, b"DescendantFonts").and_then(|o| o.as_array().ok()).and_then(|a| a.first());
            let inner = inner.and_then(|o| resolve(doc, o)).and_then(|o| o.as_dict().ok());
            return composite(doc, dict, inner.unwrap_or(dict), unicode, budget);
        }
        simple(doc, dict, subtype, unicode.as_ref(), budget)
    }

    /// The glyphs of a shown string.
    pub(super) fn glyphs(&self, bytes: &[u8], mut take: impl FnMut(Glyph)) {
        match &self.kind {
            Kind::Simple { words, widths } => {
                for &byte in bytes {
                    let code = usize::from(byte);
                    let known = words.get(code).and_then(Option::as_deref).unwrap_or_default();
                    let advance = widths.get(code).copied().unwrap_or_default() * self.scale;
                    take(Glyph { words: Cow::Borrowed(known), advance, spaced: byte == 32 });
                }
            }
            Kind::Composite(font) => {
                let mut rest = bytes;
                while !rest.is_empty() {
                    let (code, length) = font.code(rest);
                    let (head, tail) = rest.split_at(length.clamp(1, rest.len()));
                    let id = font.codes.as_ref().map_or(code, |c| c.id(code));
                    let advance = font.width(id) * self.scale;
                    take(Glyph { words: font.words(code, id, head), advance, spaced: head == [32] });
                    rest = tail;
                }
            }
        }
    }
}

impl Composite {
    fn code(&self, bytes: &[u8]) -> (u32, usize) {
        if let Some(codes) = &self.codes {
            return codes.first(bytes);
        }
        let two = match self.encoding {
            None => true,
            Some(e) if e == encoding_rs::UTF_16BE => true,
            Some(e) if e == encoding_rs::SHIFT_JIS => matches!(bytes[0], 0x81..=0x9f | 0xe0..=0xfc),
            Some(_) => bytes[0] > 0x80,
        };
        match bytes {
            [high, low, ..] if two => (u32::from(*high) << 8 | u32::from(*low), 2),
            _ => (u32::from(bytes[0]), 1),
        }
    }

    fn width(&self, id: u32) -> f64 {
        let at = self.widths.partition_point(|(first, ..)| *first <= id);
        let run = self.widths[..at].last().filter(|(_, last, _)| id <= *last);
        run.map_or(self.usual, |(_, _, width)| *width)
    }

    fn words(&self, code: u32, id: u32, bytes: &[u8]) -> Cow<'static, str> {
        if let Some(found) = self.unicode.as_ref().and_then(|u| u.words(code)) {
            return Cow::Owned(found);
        }
        let mut out = String::new();
        if let Some(encoding) = self.encoding {
            tidy(&encoding.decode_without_bom_handling(bytes).0, &mut out);
        } else if let Some(c) = self.program.get(&id) {
            tidy(c.encode_utf8(&mut [0; 4]), &mut out);
        }
        Cow::Owned(out)
    }
}

/// An entry, with references followed.
pub(super) fn get<'a>(doc: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    resolve(doc, dict.get(key).ok()?)
}

/// A number that can be reckoned with.
pub(super) fn real(object: &Object) -> Option<f64> {
    let value = object.as_float().ok().map(f64::from)?;
    value.is_finite().then(|| value.clamp(-1e6, 1e6))
}

fn is_bold(doc: &Document, name: &str, descriptor: Option<&Dictionary>) -> bool {
    let name = name.to_ascii_lowercase();
    let heavy = ["bold", "black", "heavy", "demi", "-bd", "extrab"].iter().any(|w| name.contains(w));
    let number = |key: &[u8]| descriptor.and_then(|d| get(doc, d, key)).and_then(real);
    // ForceBold is bit 19 of Flags (ISO 32000-1, table 123).
    let forced = number(b"Flags").is_some_and(|f| (f / 262_144.0).floor() % 2.0 >= 1.0);
    heavy || forced || number(b"FontWeight").is_some_and(|w| w >= 600.0)
}

fn simple(doc: &Document, dict: &Dictionary, subtype: &[u8], unicode: Option<&CMap>, budget: &mut Budget) -> Font {
    let name = String::from_utf8_lossy(dict.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default());
    let descriptor = get(doc, dict, b"FontDescriptor").and_then(|o| o.as_dict().ok());
    let bold = is_bold(doc, &name, descriptor);
    let mut table = built_in(doc, dict, &name, descriptor, budget);
    if let Some(encoding) = get(doc, dict, b"Encoding").and_then(|o| o.as_dict().ok()) {
        differences(doc, encoding, &mut table);
    }
    let words: Vec<Option<Box<str>>> = (0u32..256)
        .zip(&table)
        .map(|(code, own)| {
            let mut out = String::new();
            match unicode.and_then(|u| u.words(code)) {
                Some(mapped) if !mapped.is_empty() => out = mapped,
                _ => tidy(own.as_deref().unwrap_or_default(), &mut out),
            }
            (!out.is_empty()).then(|| out.into_boxed_str())
        })
        .collect();
    let scale = match get(doc, dict, b"FontMatrix").and_then(|o| o.as_array().ok()) {
        Some(matrix) if subtype == b"Type3" => matrix.first().and_then(real).unwrap_or(0.001).abs(),
        _ => 0.001,
    };
    let widths = simple_widths(doc, dict, descriptor, &words, &name, bold);
    Font { bold, scale, kind: Kind::Simple { words, widths } }
}

/// The encoding a simple font starts from, before its differences.
fn built_in(
    doc: &Document,
    dict: &Dictionary,
    name: &str,
    descriptor: Option<&Dictionary>,
    budget: &mut Budget,
) -> Vec<Option<String>> {
    let encoding = get(doc, dict, b"Encoding");
    let named = match encoding {
        Some(Object::Name(name)) => Some(name.as_slice()),
        Some(Object::Dictionary(d)) => get(doc, d, b"BaseEncoding").and_then(|o| o.as_name().ok()),
        _ => None,
    };
    let strings = |table: Vec<Option<char>>| table.into_iter().map(|c| c.map(String::from)).collect();
    if let Some(named) = named {
        return strings(base(named));
    }
    if let Some(own) = descriptor.and_then(|d| program::encoding(doc, d, budget)) {
        return own;
    }
    let lower = name.to_ascii_lowercase();
    let true_type = dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|s| s == b"TrueType");
    if lower.contains("symbol") || lower.contains("dingbats") {
        return strings((0u32..256).map(|c| char::from_u32(0xf000 + c)).collect());
    }
    strings(base(if true_type { b"WinAnsiEncoding" } else { b"StandardEncoding" }))
}

fn differences(doc: &Document, encoding: &Dictionary, table: &mut [Option<String>]) {
    let Some(list) = get(doc, encoding, b"Differences").and_then(|o| o.as_array().ok()) else { return };
    let mut code = 0usize;
    for entry in list.iter().take(2_000) {
        match resolve(doc, entry) {
            Some(Object::Name(name)) => {
                if let Some(slot) = table.get_mut(code) {
                    // A name that says nothing ("g23") leaves what the code itself says, if that is a letter.
                    *slot =
                        glyph(name).or_else(|| numbered(name)).or_else(|| slot.take().filter(|_| name != b".notdef"));
                }
                code = code.saturating_add(1);
            }
            Some(other) => code = other.as_i64().ok().and_then(|c| usize::try_from(c).ok()).unwrap_or(code),
            None => {}
        }
    }
}

/// Names that are a letter and a character code: "c65", "C0065", "G41" are what some producers write.
fn numbered(name: &[u8]) -> Option<String> {
    let (letter, digits) = name.split_first()?;
    let digits = std::str::from_utf8(digits).ok().filter(|d| !d.is_empty() && d.len() <= 4)?;
    let code: u8 = match letter {
        b'c' | b'C' | b'a' => digits.parse().ok()?,
        b'G' => u8::from_str_radix(digits, 16).ok()?,
        _ => return None,
    };
    (code >= 32).then(|| base(b"WinAnsiEncoding").get(usize::from(code)).copied().flatten().map(String::from)).flatten()
}

fn simple_widths(
    doc: &Document,
    dict: &Dictionary,
    descriptor: Option<&Dictionary>,
    words: &[Option<Box<str>>],
    name: &str,
    bold: bool,
) -> Vec<f64> {
    let missing = descriptor.and_then(|d| get(doc, d, b"MissingWidth")).and_then(real);
    let listed = get(doc, dict, b"Widths").and_then(|o| o.as_array().ok());
    let first = get(doc, dict, b"FirstChar").and_then(|o| o.as_i64().ok()).unwrap_or(0);
    words
        .iter()
        .zip(0i64..)
        .map(|(word, code)| {
            let at = code.checked_sub(first).and_then(|at| usize::try_from(at).ok());
            let own = listed.zip(at).and_then(|(w, at)| w.get(at)).and_then(|o| resolve(doc, o)).and_then(real);
            let known = || word.as_deref().and_then(|w| w.chars().next()).map(|c| metrics::width(name, bold, c));
            match own {
                Some(width) => width,
                None if listed.is_some() => missing.unwrap_or_default(),
                None => known().or(missing).unwrap_or(556.0),
            }
        })
        .collect()
}

fn composite(
    doc: &Document,
    dict: &Dictionary,
    inner: &Dictionary,
    unicode: Option<CMap>,
    budget: &mut Budget,
) -> Font {
    let name = String::from_utf8_lossy(dict.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default());
    let descriptor = get(doc, inner, b"FontDescriptor").and_then(|o| o.as_dict().ok());
    let mut font = Composite { unicode, usual: 1000.0, ..Composite::default() };
    match get(doc, dict, b"Encoding") {
        Some(Object::Stream(stream)) => font.codes = Some(CMap::parse(&budget.unpack(stream))),
        Some(Object::Name(name)) => font.encoding = predefined(name),
        _ => {}
    }
    if let Some(width) = get(doc, inner, b"DW").and_then(real) {
        font.usual = width;
    }
    if font.unicode.is_none() && font.encoding.is_none() {
        font.program = descriptor.map(|d| program::characters(doc, d, budget)).unwrap_or_default();
    }
    if let Some(list) = get(doc, inner, b"W").and_then(|o| o.as_array().ok()) {
        composite_widths(doc, list, &mut font.widths);
    }
    budget.charge(font.program.len() * 64 + font.widths.len() * 24 + font.codes.as_ref().map_or(0, CMap::len) * 100);
    Font { bold: is_bold(doc, &name, descriptor), scale: 0.001, kind: Kind::Composite(Box::new(font)) }
}

/// `W`: `first [w w w]` or `first last w` (ISO 32000-1, 9.7.4.3).
fn composite_widths(doc: &Document, list: &[Object], widths: &mut Vec<(u32, u32, f64)>) {
    let number = |o: Option<&Object>| o.and_then(|o| resolve(doc, o)).and_then(|o| o.as_i64().ok());
    let mut rest = list.iter();
    while let Some(first) = number(rest.next()).and_then(|n| u32::try_from(n).ok()) {
        match rest.next().and_then(|o| resolve(doc, o)) {
            Some(Object::Array(run)) => {
                for (width, id) in run.iter().zip(first..).take(MOST_WIDTHS) {
                    widths.extend(resolve(doc, width).and_then(real).map(|w| (id, id, w)));
                }
            }
            Some(end) => {
                let end = end.as_i64().ok().and_then(|n| u32::try_from(n).ok()).unwrap_or(first);
                let width = rest.next().and_then(|o| resolve(doc, o)).and_then(real);
                widths.extend(width.map(|w| (first, end, w)));
            }
            None => break,
        }
        if widths.len() > MOST_WIDTHS {
            break;
        }
    }
    widths.sort_by_key(|(first, ..)| *first);
}
