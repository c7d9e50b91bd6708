//! Glyph names and one-byte encodings to characters. The tables are lopdf's; what they lack, and how characters are
//! tidied (ligatures split, symbol fonts brought back), is done here. The border: no font dictionaries.

use lopdf::{Dictionary, Document, Encoding, Object};
use std::cell::RefCell;
use std::collections::HashMap;

/// The characters of a base encoding by its PDF name (`WinAnsiEncoding`, …); anything unknown is the standard one.
pub(super) fn base(name: &[u8]) -> Vec<Option<char>> {
    let name: &[u8] = match name {
        b"WinAnsiEncoding" | b"MacRomanEncoding" | b"MacExpertEncoding" => name,
        _ => b"StandardEncoding",
    };
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", Object::Name(name.to_vec()));
    let none = Document::new();
    let mut table: Vec<Option<char>> = match font.get_font_encoding(&none) {
        Ok(Encoding::OneByteEncoding(set)) => {
            set.iter().map(|g| g.and_then(|g| char::from_u32(u32::from(g.utf16_code_unit())))).collect()
        }
        Ok(_) | Err(_) => (0u8..=255).map(|b| Some(char::from(b))).collect(),
    };
    if name == b"WinAnsiEncoding" {
        // ISO 32000-1, annex D.2, note 5 and 6.
        table[0xA0] = Some(' ');
        table[0xAD] = Some('-');
        for slot in &mut table[0x7f..] {
            slot.get_or_insert('•');
        }
    }
    table
}

thread_local! {
    static NAMES: RefCell<HashMap<Vec<u8>, Option<char>>> = RefCell::new(HashMap::new());
}

/// Names remembered per thread; more would only come from hostile files.
const REMEMBERED: usize = 4_000;

/// The words of a glyph name: the Adobe list, `uni20AC`, `u1F600`, `f_f_i`, `a.alt`; `None` for names that say nothing.
pub(super) fn glyph(name: &[u8]) -> Option<String> {
    let stem = name.split(|c| *c == b'.').next().filter(|s| !s.is_empty())?;
    let mut out = String::new();
    for part in stem.split(|c| *c == b'_') {
        match listed(part) {
            Some(c) => out.push(c),
            None => out.push_str(&by_number(part)?),
        }
    }
    Some(out)
}

fn listed(name: &[u8]) -> Option<char> {
    if let [letter] = name
        && letter.is_ascii_alphabetic()
    {
        return Some(char::from(*letter));
    }
    NAMES.with_borrow_mut(|names| {
        if let Some(known) = names.get(name) {
            return *known;
        }
        let found = look_up(name);
        if names.len() < REMEMBERED {
            names.insert(name.to_vec(), found);
        }
        found
    })
}

fn look_up(name: &[u8]) -> Option<char> {
    let mut differences = Dictionary::new();
    differences.set("Differences", vec![Object::Integer(0), Object::Name(name.to_vec())]);
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", Object::Dictionary(differences));
    let none = Document::new();
    let Ok(Encoding::Differences(found)) = font.get_font_encoding(&none) else { return None };
    char::from_u32(u32::from(found.map.get(&0)?.utf16_code_unit()))
}

fn by_number(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    if let Some(digits) = name.strip_prefix("uni").filter(|d| d.len() >= 4 && d.len() % 4 == 0 && d.is_ascii()) {
        let units: Result<Vec<u16>, _> =
            (0..digits.len()).step_by(4).map(|i| u16::from_str_radix(&digits[i..i + 4], 16)).collect();
        return String::from_utf16(&units.ok()?).ok();
    }
    let digits = name.strip_prefix('u').filter(|d| (4..=6).contains(&d.len()))?;
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).map(String::from)
}

/// Characters as they belong in text: ligatures split, private-use codes of symbol fonts brought back, control
/// characters gone. White space becomes a blank.
pub(super) fn tidy(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            '\u{f0a7}' | '\u{f06e}' => out.push('▪'),
            '\u{f0fc}' => out.push('✓'),
            '\u{f0e0}' | '\u{f0d8}' => out.push('→'),
            // The Symbol font's signs; any other of the upper half is a dingbat before a list item.
            '\u{f0a3}' => out.push('≤'),
            '\u{f0b3}' => out.push('≥'),
            '\u{f0b0}' => out.push('°'),
            '\u{f0b1}' => out.push('±'),
            '\u{f0b4}' => out.push('×'),
            '\u{f06c}' | '\u{f080}'..='\u{f0ff}' => out.push('•'),
            '\u{f020}'..='\u{f07e}' => out.extend(char::from_u32(u32::from(c) - 0xf000)),
            '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{feff}' | '\u{200b}' => {}
            '\u{2011}' => out.push('-'),
            c if c.is_whitespace() => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_become_characters() {
        assert_eq!(glyph(b"eacute").as_deref(), Some("é"));
        assert_eq!(glyph(b"uni20AC").as_deref(), Some("€"));
        assert_eq!(glyph(b"f_f_i").as_deref(), Some("ffi"));
        assert_eq!(glyph(b"a.sc").as_deref(), Some("a"));
        assert_eq!(glyph(b"g123"), None);
        assert_eq!(base(b"WinAnsiEncoding")[0x80], Some('€'));
        assert_eq!(base(b"MacRomanEncoding")[0x8e], Some('é'));
        let mut out = String::new();
        tidy("e\u{fb03}ciënt", &mut out);
        assert_eq!(out, "efficiënt");
    }
}
