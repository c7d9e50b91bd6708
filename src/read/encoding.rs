//! Bytes to words, whatever the encoding. The border: characters only; lines and marks are for the readers.
//!
//! - [x] UTF-8 with or without a byte order mark (a doubled one too), UTF-16 with or without one, Windows-1252
//! - [x] text encoded to UTF-8 twice ("financiÃ«le") is repaired, with a warning
//! - [x] binary content and text over the limit give a reason
//! - [ ] other code pages (Latin-2, KOI8): read as Windows-1252

use super::ReadError;
use crate::text::constant;
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A text file over this many bytes is not read: the longest debate of the Chamber is a few percent of it.
pub const MOST_TEXT: usize = 16 << 20;

/// Text with what was repaired on the way.
pub(super) struct Decoded {
    /// The words.
    pub(super) text: String,
    /// What was repaired, in Dutch.
    pub(super) warnings: Vec<String>,
}

/// The first characters of `head`, to tell formats apart.
pub(super) fn peek(head: &[u8]) -> String {
    let (text, _) = characters(head);
    text.trim_start_matches('\u{feff}').to_string()
}

/// Decodes a whole text file.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    if bytes.len() > MOST_TEXT {
        return Err(ReadError::TooLarge { what: format!("meer dan {} MB tekst", MOST_TEXT >> 20) });
    }
    let (text, guessed) = characters(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if let Some(at) = binary(text) {
        let what = "dit is geen tekst (er staan stuurtekens in)".to_string();
        return Err(ReadError::Broken { what, place: format!("regel {}", line_of(text, at)) });
    }
    let mut warnings: Vec<String> = guessed.map(str::to_string).into_iter().collect();
    let text = match undouble(text) {
        Some(repaired) => {
            warnings.push("tekst was dubbel gecodeerd (Ã«, â€™) en is hersteld".to_string());
            repaired
        }
        None => text.to_string(),
    };
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Decoded { text, warnings })
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// The characters and, where the encoding was guessed, the warning that goes with it.
fn characters(bytes: &[u8]) -> (String, Option<&'static str>) {
    let wide = match bytes {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        // Without a mark: Dutch text in UTF-16 has a zero in every other byte.
        _ => {
            let head = &bytes[..bytes.len().min(512)];
            let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count() * 3 > head.len();
            if head.len() > 3 && zeros(1) {
                Some(UTF_16LE)
            } else if head.len() > 3 && zeros(0) {
                Some(UTF_16BE)
            } else {
                None
            }
        }
    };
    if let Some(encoding) = wide {
        return (encoding.decode_with_bom_removal(bytes).0.into_owned(), None);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_string(), None),
        // A head that was cut inside a character is UTF-8 all the same.
        Err(e) if e.error_len().is_none() => (String::from_utf8_lossy(&bytes[..e.valid_up_to()]).into_owned(), None),
        // A stray byte in a text that has good UTF-8 elsewhere: keep the good, mark the bad.
        Err(e) if bytes[..e.valid_up_to()].iter().any(|b| *b > 127) => (
            String::from_utf8_lossy(bytes).into_owned(),
            Some("niet alle tekens waren leesbaar: zie \u{fffd} in de tekst"),
        ),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), None),
    }
}

/// Where binary content begins: a text holds next to no control characters.
fn binary(text: &str) -> Option<usize> {
    let bad = |c: char| {
        c == '\u{fffd}' || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}' | '\u{85}'))
    };
    let (mut all, mut wrong, mut first) = (0usize, 0usize, None);
    for (at, c) in text.char_indices() {
        all += 1;
        if c == '\0' {
            return Some(first.unwrap_or(at));
        }
        if bad(c) {
            wrong += 1;
            first = first.or(Some(at));
        }
    }
    first.filter(|_| wrong * 50 > all)
}

/// Repairs runs of characters that are UTF-8 read as Windows-1252; `None` where there are none.
fn undouble(text: &str) -> Option<String> {
    static DOUBLED: LazyLock<Regex> = LazyLock::new(|| {
        // Lead byte of a two-byte or three-byte sequence, then continuation bytes as Windows-1252 shows them.
        constant(
            r"(?:[ÃÂÄÅ][\u{80}-\u{bf}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[âï][\u{80}-\u{bf}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2})+",
        )
    });
    let mut repaired = false;
    let better = DOUBLED.replace_all(text, |c: &Captures<'_>| {
        let bytes: Option<Vec<u8>> = c[0].chars().map(byte).collect();
        match bytes.as_deref().map(std::str::from_utf8) {
            Some(Ok(words)) => {
                repaired = true;
                words.to_string()
            }
            _ => c[0].to_string(),
        }
    });
    repaired.then(|| better.trim_start_matches('\u{feff}').to_string())
}

/// The byte that a reader of Windows-1252 or Latin-1 showed as `c`; the latter leaves control characters.
fn byte(c: char) -> Option<u8> {
    u8::try_from(u32::from(c)).ok().or_else(|| {
        let shown = c.to_string();
        let (bytes, _, failed) = WINDOWS_1252.encode(&shown);
        bytes.first().copied().filter(|_| !failed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).map(|d| d.text).unwrap_or_default()
    }

    #[test]
    fn every_encoding_gives_the_same_words() {
        let words = "Financiële “coördinatie” — één";
        let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16be: Vec<u8> =
            [0xfe, 0xff].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(text(words.as_bytes()), words);
        assert_eq!(text(&[b"\xef\xbb\xbf\xef\xbb\xbf", words.as_bytes()].concat()), words);
        assert_eq!(text(&utf16), words);
        assert_eq!(text(&utf16be), words);
        assert_eq!(text(&WINDOWS_1252.encode(words).0), words);
    }

    #[test]
    fn doubly_encoded_text_is_repaired_and_said() {
        let once = "ï»¿De geÃ¯nteresseerde burger, â€˜onlineâ€™";
        let decoded = decode(once.as_bytes()).ok().unwrap();
        assert_eq!(decoded.text, "De geïnteresseerde burger, ‘online’");
        let latin = format!("{}dat is â\u{80}\u{94} hier â\u{80}\u{94} zo", "lang ".repeat(60));
        assert!(text(latin.as_bytes()).ends_with("dat is — hier — zo"));
        assert_eq!(decoded.warnings.len(), 1);
        assert!(decode("Ânders, â la carte".as_bytes()).ok().unwrap().warnings.is_empty());
    }

    #[test]
    fn binary_and_empty_files_give_a_reason() {
        assert!(matches!(decode(b"\x01\x02\x00\x07abc"), Err(ReadError::Broken { .. })));
        assert!(matches!(decode(b" \n\t"), Err(ReadError::Empty)));
    }
}
