//! Character maps: how the bytes of a composite font part into codes, and what codes mean. The border: embedded maps
//! and the predefined ones that are an encoding under another name; no tables of CJK collections.

use super::encoding::tidy;
use super::syntax::{Token, Tokens};
use encoding_rs::Encoding;
use std::collections::HashMap;

/// Entries of one map; more come only from hostile files.
const MOST: usize = 200_000;

/// A map as it stands in a file.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// Lengths of codes with their range, in bytes.
    spaces: Vec<(usize, u32, u32)>,
    /// Words per code (`bfchar`, `bfrange` with a list).
    words: HashMap<u32, String>,
    /// Runs of codes whose last character counts on.
    runs: Vec<(u32, u32, String)>,
    /// Runs of codes to character ids.
    ids: Vec<(u32, u32, u32)>,
}

impl CMap {
    /// Reads an embedded map; whatever is not understood is skipped.
    pub(super) fn parse(bytes: &[u8]) -> CMap {
        let mut map = CMap::default();
        let mut held: Vec<Token> = Vec::new();
        let mut entries = 0usize;
        for token in Tokens::new(bytes) {
            match token {
                Token::Word(word) if word.starts_with(b"begin") => held.clear(),
                Token::Word(word) if word.starts_with(b"end") => {
                    entries += held.len();
                    if entries > MOST {
                        break;
                    }
                    map.section(word, &held);
                    held.clear();
                }
                Token::Word(_) => {}
                other if held.len() < MOST => held.push(other),
                _ => {}
            }
        }
        map.runs.sort_unstable();
        map.ids.sort_unstable();
        map
    }

    fn section(&mut self, end: &[u8], held: &[Token]) {
        match end {
            b"endcodespacerange" => {
                for pair in held.chunks_exact(2) {
                    if let [Token::Text(low), Token::Text(high)] = pair
                        && (1..=4).contains(&low.len())
                    {
                        self.spaces.push((low.len(), code(low), code(high)));
                    }
                }
            }
            b"endbfchar" => {
                for pair in held.chunks_exact(2) {
                    if let [Token::Text(from), Token::Text(to)] = pair {
                        self.words.insert(code(from), unicode(to));
                    }
                }
            }
            b"endbfrange" => self.ranges(held),
            b"endcidrange" => {
                for three in held.chunks_exact(3) {
                    if let [Token::Text(low), Token::Text(high), Token::Number(id)] = three {
                        self.ids.push((code(low), code(high), whole(*id)));
                    }
                }
            }
            b"endcidchar" => {
                for pair in held.chunks_exact(2) {
                    if let [Token::Text(from), Token::Number(id)] = pair {
                        self.ids.push((code(from), code(from), whole(*id)));
                    }
                }
            }
            _ => {}
        }
    }

    fn ranges(&mut self, held: &[Token]) {
        let mut rest = held.iter();
        while let (Some(Token::Text(low)), Some(Token::Text(high))) = (rest.next(), rest.next()) {
            match rest.next() {
                Some(Token::Text(to)) => self.runs.push((code(low), code(high), unicode(to))),
                Some(Token::Bracket("[")) => {
                    let mut at = code(low);
                    for token in rest.by_ref() {
                        let Token::Text(to) = token else { break };
                        self.words.insert(at, unicode(to));
                        at = at.saturating_add(1);
                    }
                }
                _ => return,
            }
        }
    }

    /// How many entries it has.
    pub(super) fn len(&self) -> usize {
        self.words.len() + self.runs.len() + self.ids.len()
    }

    /// Whether it gives any code a meaning.
    pub(super) fn has_words(&self) -> bool {
        !self.words.is_empty() || !self.runs.is_empty()
    }

    /// The words of a code.
    pub(super) fn words(&self, code: u32) -> Option<String> {
        if let Some(found) = self.words.get(&code) {
            return Some(found.clone());
        }
        let at = self.runs.partition_point(|(low, ..)| *low <= code);
        // Runs may overlap; the nearest few are enough for any real map.
        let (low, _, to) = self.runs[..at].iter().rev().take(4).find(|(_, high, _)| code <= *high)?;
        let mut out = to.clone();
        if let Some(last) = out.pop() {
            out.extend(char::from_u32(u32::from(last).saturating_add(code - low)));
        }
        Some(out)
    }

    /// The character id of a code.
    pub(super) fn id(&self, code: u32) -> u32 {
        let at = self.ids.partition_point(|(low, ..)| *low <= code);
        let run = self.ids[..at].last().filter(|(_, high, _)| code <= *high);
        run.map_or(code, |(low, _, id)| id.saturating_add(code - low))
    }

    /// The first code of `bytes` and its length in bytes.
    pub(super) fn first(&self, bytes: &[u8]) -> (u32, usize) {
        for length in 1..=bytes.len().min(4) {
            let value = code(&bytes[..length]);
            if self.spaces.iter().any(|(l, low, high)| *l == length && (*low..=*high).contains(&value)) {
                return (value, length);
            }
        }
        let length = self.spaces.iter().map(|s| s.0).min().unwrap_or(2).min(bytes.len());
        (code(&bytes[..length]), length)
    }
}

/// The encoding that a predefined map is another name for.
pub(super) fn predefined(name: &[u8]) -> Option<&'static Encoding> {
    let name = std::str::from_utf8(name).ok()?;
    Some(match name {
        _ if name.contains("UCS2") || name.contains("UTF16") => encoding_rs::UTF_16BE,
        _ if name.contains("RKSJ") => encoding_rs::SHIFT_JIS,
        _ if name.starts_with("GB") => encoding_rs::GBK,
        _ if name.contains("B5") => encoding_rs::BIG5,
        _ if name.starts_with("KSC") => encoding_rs::EUC_KR,
        "EUC-H" | "EUC-V" => encoding_rs::EUC_JP,
        _ => return None,
    })
}

fn code(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |value, b| value << 8 | u32::from(*b))
}

/// Numbers of tokens are decimals; ids are whole.
pub(super) fn whole(number: f64) -> u32 {
    format!("{:.0}", number.clamp(0.0, 4e9)).parse().unwrap_or(0)
}

fn unicode(bytes: &[u8]) -> String {
    let mut out = String::new();
    if let [single] = bytes {
        tidy(char::from(*single).encode_utf8(&mut [0; 4]), &mut out);
        return out;
    }
    let units: Vec<u16> = bytes.chunks_exact(2).take(64).map(|p| u16::from_be_bytes([p[0], p[1]])).collect();
    tidy(&String::from_utf16_lossy(&units), &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chars_runs_and_lists_of_a_map_are_read() {
        let map = CMap::parse(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0003> <0020> endbfchar \
              2 beginbfrange <0024> <0026> <0041> <0050> <0051> [<00660069> <20AC>] endbfrange",
        );
        assert_eq!(map.words(0x25).as_deref(), Some("B"));
        assert_eq!(map.words(0x50).as_deref(), Some("fi"));
        assert_eq!(map.words(0x51).as_deref(), Some("€"));
        assert_eq!(map.words(0x99), None);
        assert_eq!(map.first(&[0, 0x24, 0]), (0x24, 2));
    }
}
