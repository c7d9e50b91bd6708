//! What embedded font programs say about characters, for fonts whose dictionary does not: the built-in encoding of
//! Type 1 and Type 1C, the `cmap` of TrueType turned round. The border: tables are read, outlines never.

use super::encoding::glyph;
use super::font::get;
use super::limits::Budget;
use super::syntax::{Token, Tokens};
use lopdf::{Dictionary, Document};
use std::collections::HashMap;

/// Characters that one program may name.
const MOST: usize = 70_000;

/// The characters of CFF standard strings 1 to 228 (Adobe technical note 5176, appendix A), in order.
const STANDARD_STRINGS: &str = " !\"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~\
¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž";

/// The built-in encoding of a simple font's program: a word per code.
pub(super) fn encoding(doc: &Document, descriptor: &Dictionary, budget: &mut Budget) -> Option<Vec<Option<String>>> {
    let mut unpack = |key: &[u8]| get(doc, descriptor, key).and_then(|o| o.as_stream().ok()).map(|s| budget.unpack(s));
    if let Some(bytes) = unpack(b"FontFile") {
        return type1(&bytes);
    }
    if let Some(bytes) = unpack(b"FontFile3") {
        return Cff::open(&bytes)?.encoding();
    }
    let bytes = unpack(b"FontFile2")?;
    let map = true_type(&bytes, true);
    let word = |code: u32| {
        // Symbol fonts keep their codes in a private range.
        let c = map.get(&code).or_else(|| map.get(&(0xf000 + code)))?;
        Some(c.to_string())
    };
    let table: Vec<Option<String>> = (0..256).map(word).collect();
    table.iter().any(Option::is_some).then_some(table)
}

/// The character of each glyph id of a composite font's program.
pub(super) fn characters(doc: &Document, descriptor: &Dictionary, budget: &mut Budget) -> HashMap<u32, char> {
    let mut unpack = |key: &[u8]| get(doc, descriptor, key).and_then(|o| o.as_stream().ok()).map(|s| budget.unpack(s));
    if let Some(bytes) = unpack(b"FontFile2") {
        return true_type(&bytes, false);
    }
    let Some(bytes) = unpack(b"FontFile3") else { return HashMap::new() };
    if bytes.starts_with(b"OTTO") {
        return true_type(&bytes, false);
    }
    let Some(cff) = Cff::open(&bytes).filter(|c| !c.by_id) else { return HashMap::new() };
    let names = cff.charset().into_iter().zip(0u32..);
    names.filter_map(|(sid, gid)| Some((gid, cff.word(sid)?.chars().next()?))).collect()
}

/// `dup 65 /A put` in the clear part of a Type 1 program.
fn type1(bytes: &[u8]) -> Option<Vec<Option<String>>> {
    let clear = bytes.windows(5).position(|w| w == b"eexec").map_or(bytes, |end| &bytes[..end]);
    let start = clear.windows(9).position(|w| w == b"/Encoding")?;
    let mut table: Vec<Option<String>> = vec![None; 256];
    let mut code = None;
    for token in Tokens::new(&clear[start + 9..]).take(5_000) {
        match token {
            Token::Number(n) => code = Some(n),
            Token::Name(name) => {
                if let Some(slot) =
                    code.take().and_then(|n| table.get_mut(usize::try_from(super::cmap::whole(n)).ok()?))
                {
                    *slot = glyph(name);
                }
            }
            Token::Word(b"def" | b"readonly") => break,
            Token::Word(b"StandardEncoding") => return None,
            _ => {}
        }
    }
    table.iter().any(Option::is_some).then_some(table)
}

fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let part = bytes.get(at..at.checked_add(width)?)?;
    Some(part.iter().fold(0, |n, b| n << 8 | usize::from(*b)))
}

/// The `cmap` table of a TrueType program: code to character as it stands (`by_code`), or glyph id to character.
/// Formats 0, 4, 6 and 12.
fn true_type(bytes: &[u8], by_code: bool) -> HashMap<u32, char> {
    let mut out = HashMap::new();
    let tables = number(bytes, 4, 2).unwrap_or(0).min(64);
    let cmap = (0..tables).map(|t| 12 + t * 16).find(|at| bytes.get(*at..*at + 4) == Some(b"cmap"));
    let Some(cmap) = cmap.and_then(|at| number(bytes, at + 8, 4)) else { return out };
    let subtables = number(bytes, cmap + 2, 2).unwrap_or(0).min(32);
    for at in (0..subtables).map(|t| cmap + 4 + t * 8) {
        let kind = (number(bytes, at, 2), number(bytes, at + 2, 2));
        let Some(start) = number(bytes, at + 4, 4).and_then(|o| cmap.checked_add(o)) else { continue };
        // Unicode tables say what glyphs are; the Macintosh and symbol tables only which code shows them.
        let unicode = matches!(kind, (Some(0), _) | (Some(3), Some(1 | 10)));
        if !unicode {
            continue;
        }
        for (code, gid) in pairs(bytes, start) {
            let (Some(c), true) = (char::from_u32(code), gid != 0) else { continue };
            if by_code {
                out.insert(code, c);
            } else {
                out.entry(gid).or_insert(c);
            }
        }
    }
    out
}

fn pairs(bytes: &[u8], start: usize) -> Vec<(u32, u32)> {
    let mut out = Vec::new();
    let word = |at: usize| number(bytes, start + at, 2);
    let mut add = |code: usize, gid: usize| {
        if let (Ok(code), Ok(gid)) = (u32::try_from(code), u32::try_from(gid)) {
            out.push((code, gid));
        }
        out.len() < MOST
    };
    match word(0) {
        Some(0) => {
            for code in 0..256 {
                let _ = number(bytes, start + 6 + code, 1).is_some_and(|gid| add(code, gid));
            }
        }
        Some(4) => {
            let segments = word(6).unwrap_or(0) / 2;
            for s in 0..segments {
                let at = |part: usize| word(14 + part * segments * 2 + usize::from(part > 0) * 2 + s * 2);
                let (Some(end), Some(first), Some(delta), Some(range)) = (at(0), at(1), at(2), at(3)) else { break };
                for code in first..=end {
                    let gid = if range == 0 {
                        (code + delta) & 0xffff
                    } else {
                        let place = 16 + 3 * segments * 2 + s * 2 + range + (code - first) * 2;
                        word(place).map_or(0, |g| if g == 0 { 0 } else { (g + delta) & 0xffff })
                    };
                    if !add(code, gid) {
                        return out;
                    }
                }
            }
        }
        Some(6) => {
            let first = word(6).unwrap_or(0);
            for i in 0..word(8).unwrap_or(0) {
                let _ = word(10 + i * 2).is_some_and(|gid| add(first + i, gid));
            }
        }
        Some(12) => {
            for group in 0..number(bytes, start + 12, 4).unwrap_or(0).min(20_000) {
                let at = start + 16 + group * 12;
                let (Some(first), Some(end), Some(gid)) =
                    (number(bytes, at, 4), number(bytes, at + 4, 4), number(bytes, at + 8, 4))
                else {
                    break;
                };
                for code in (first..=end).take(MOST) {
                    if !add(code, gid + (code - first)) {
                        return out;
                    }
                }
            }
        }
        _ => {}
    }
    out
}

/// A Compact Font Format program (Adobe technical note 5176), as far as its names go.
struct Cff<'a> {
    bytes: &'a [u8],
    strings: Vec<&'a [u8]>,
    glyphs: usize,
    charset: usize,
    encoding: usize,
    /// Glyphs have ids instead of names.
    by_id: bool,
}

impl<'a> Cff<'a> {
    fn open(bytes: &'a [u8]) -> Option<Cff<'a>> {
        let header = number(bytes, 2, 1)?;
        let (_, at) = index(bytes, header)?;
        let (tops, at) = index(bytes, at)?;
        let (strings, _) = index(bytes, at)?;
        let top = operators(tops.first()?);
        let place = |operator: usize| top.get(&operator).and_then(|n| usize::try_from(*n).ok()).unwrap_or(0);
        let glyphs = number(bytes, place(17), 2)?;
        Some(Cff {
            bytes,
            strings,
            glyphs,
            charset: place(15),
            encoding: place(16),
            by_id: top.contains_key(&(1200 + 30)),
        })
    }

    /// The string id of each glyph.
    fn charset(&self) -> Vec<usize> {
        let mut ids = vec![0];
        if self.charset <= 2 {
            ids.extend(1..=228);
            ids.truncate(self.glyphs.max(1));
            return ids;
        }
        let Some(format) = number(self.bytes, self.charset, 1) else { return ids };
        let mut at = self.charset + 1;
        while ids.len() < self.glyphs {
            let Some(first) = number(self.bytes, at, 2) else { break };
            let more = match format {
                0 => Some(0),
                1 => number(self.bytes, at + 2, 1),
                _ => number(self.bytes, at + 2, 2),
            };
            let Some(more) = more else { break };
            at += if format == 0 { 2 } else { 2 + format.min(2) };
            ids.extend(first..=first + more);
        }
        ids.truncate(self.glyphs);
        ids
    }

    fn word(&self, id: usize) -> Option<String> {
        match id {
            1..=228 => STANDARD_STRINGS.chars().nth(id - 1).map(String::from),
            0 | 229..=390 => None,
            _ => glyph(self.strings.get(id - 391)?),
        }
    }

    fn encoding(&self) -> Option<Vec<Option<String>>> {
        if self.by_id || self.encoding <= 1 {
            return None;
        }
        let charset = self.charset();
        let mut table: Vec<Option<String>> = vec![None; 256];
        let mut put = |code: usize, gid: usize| {
            if let (Some(slot), Some(id)) = (table.get_mut(code), charset.get(gid)) {
                *slot = self.word(*id);
            }
        };
        let format = number(self.bytes, self.encoding, 1)?;
        let count = number(self.bytes, self.encoding + 1, 1)?;
        let mut gid = 1;
        for entry in 0..count {
            if format % 128 == 0 {
                put(number(self.bytes, self.encoding + 2 + entry, 1)?, gid);
                gid += 1;
            } else {
                let first = number(self.bytes, self.encoding + 2 + entry * 2, 1)?;
                for code in first..=first + number(self.bytes, self.encoding + 3 + entry * 2, 1)? {
                    put(code, gid);
                    gid += 1;
                }
            }
        }
        Some(table)
    }
}

/// The entries of an INDEX, and where it ends.
fn index(bytes: &[u8], at: usize) -> Option<(Vec<&[u8]>, usize)> {
    let count = number(bytes, at, 2)?;
    if count == 0 {
        return Some((Vec::new(), at + 2));
    }
    let width = number(bytes, at + 2, 1).filter(|w| (1..=4).contains(w))?;
    let data = at + 2 + (count + 1) * width;
    let place = |i: usize| number(bytes, at + 3 + i * width, width).and_then(|o| data.checked_add(o));
    let mut entries = Vec::new();
    for i in 0..count {
        entries.push(bytes.get(place(i)?..place(i + 1)?)?);
    }
    Some((entries, place(count)?))
}

/// The last operand of each operator of a DICT; two-byte operators count from 1200.
fn operators(bytes: &[u8]) -> HashMap<usize, i64> {
    let mut out = HashMap::new();
    let (mut at, mut last) = (0, 0i64);
    let value = |at, width| number(bytes, at, width).and_then(|n| i64::try_from(n).ok()).unwrap_or(0);
    while let Some(&b) = bytes.get(at) {
        at += 1;
        match b {
            12 => {
                out.insert(1200 + bytes.get(at).map_or(0, |b| usize::from(*b)), last);
                at += 1;
            }
            0..=21 => {
                out.insert(usize::from(b), last);
            }
            28 => {
                last = value(at, 2);
                at += 2;
            }
            29 => {
                last = value(at, 4);
                at += 4;
            }
            30 => {
                while bytes.get(at).is_some_and(|b| b & 0x0f != 0x0f && b >> 4 != 0x0f) {
                    at += 1;
                }
                at += 1;
            }
            32..=246 => last = i64::from(b) - 139,
            247..=250 => {
                last = (i64::from(b) - 247) * 256 + value(at, 1) + 108;
                at += 1;
            }
            251..=254 => {
                last = -(i64::from(b) - 251) * 256 - value(at, 1) - 108;
                at += 1;
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_strings_stand_in_their_order() {
        let chars: Vec<char> = STANDARD_STRINGS.chars().collect();
        assert_eq!(chars.len(), 228);
        for (sid, c) in [(1, ' '), (34, 'A'), (66, 'a'), (109, 'ﬁ'), (137, '—'), (149, 'ß'), (200, 'á'), (228, 'ž')]
        {
            assert_eq!(chars[sid - 1], c, "{sid}");
        }
    }

    #[test]
    fn the_encoding_of_a_type_1_program_is_read() {
        let program =
            b"%!PS /Encoding 256 array 0 1 255 {1 index exch /.notdef put} for dup 65 /eacute put readonly def eexec";
        assert_eq!(type1(program).unwrap()[65].as_deref(), Some("é"));
    }

    #[test]
    fn nonsense_gives_nothing() {
        assert!(Cff::open(&[1, 0, 4, 1, 255, 255, 4, 0]).is_none());
        assert!(true_type(&[0xff; 64], false).is_empty());
    }
}
