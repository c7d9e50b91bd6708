//! Reading a reference from left to right. The border: characters and their small classes (blanks, dashes, digits), and
//! how session years are written; what they add up to is for the forms. A line feed or tab is never a blank: a reference
//! does not run over blocks or table cells.

use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;

/// A place in a text; cheap to copy, so that trying something and going back is an assignment.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
}

/// A session year as written, for patterns: `2024-2025`, `2024/25`, `2022/-23`, `2024`.
pub(super) const YEAR: &str = r"(?:1[89]|20)\d{2}(?:\s?[-–—‑−/]{1,2}\s?\d{2,4})?";

pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n' && c != '\t' || c == '\u{ad}'
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '‐' | '‑' | '‒' | '−')
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Cursor<'t> {
        Cursor { text, at }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes the next character if `wanted`.
    pub(super) fn take(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        match self.peek() {
            Some(c) if wanted(c) => {
                self.at += c.len_utf8();
                true
            }
            _ => false,
        }
    }

    /// Takes blanks; whether there were any.
    pub(super) fn blanks(&mut self) -> bool {
        let start = self.at;
        while self.take(is_blank) {}
        self.at > start
    }

    /// Takes one dash with blanks around it.
    pub(super) fn dash(&mut self) -> bool {
        let start = *self;
        self.blanks();
        if self.take(is_dash) {
            self.blanks();
            return true;
        }
        *self = start;
        false
    }

    /// Takes `word` whatever its case (ASCII), with blanks before it.
    pub(super) fn word(&mut self, word: &str) -> bool {
        let start = *self;
        self.blanks();
        if self.rest().get(..word.len()).is_some_and(|w| w.eq_ignore_ascii_case(word)) {
            self.at += word.len();
            let whole = !word.ends_with(char::is_alphanumeric) || !self.peek().is_some_and(char::is_alphabetic);
            if whole {
                return true;
            }
        }
        *self = start;
        false
    }

    /// Takes a whole run of digits, of `min` to `max` of them.
    pub(super) fn digits(&mut self, min: usize, max: usize) -> Option<&'t str> {
        let rest = self.rest();
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        (min..=max).contains(&len).then(|| {
            self.at += len;
            &rest[..len]
        })
    }

    /// Takes a whole run of capitals, of 1 to `max` of them, that no letter or digit follows.
    pub(super) fn capitals(&mut self, max: usize) -> Option<&'t str> {
        let rest = self.rest();
        let len = rest.bytes().take_while(u8::is_ascii_uppercase).count();
        let whole = !rest[len..].chars().next().is_some_and(char::is_alphanumeric);
        ((1..=max).contains(&len) && whole).then(|| {
            self.at += len;
            &rest[..len]
        })
    }

    /// Takes "nr.", "nrs", "no.", "nummer" with the blanks around it; says whether it is a plural.
    pub(super) fn number_word(&mut self) -> Option<bool> {
        let start = *self;
        for (word, plural) in
            [("nummers", true), ("nummer", false), ("nrs", true), ("nr", false), ("nos", true), ("no", false)]
        {
            if self.word(word) {
                let dotted = self.take(|c| c == '.');
                self.take(|c| c == ':');
                let spaced = self.blanks();
                if (dotted || spaced) && self.peek().is_some_and(|c| c.is_ascii_digit() || c.is_ascii_uppercase()) {
                    return Some(plural);
                }
                // "nr12", without anything between.
                if word == "nr" && self.peek().is_some_and(|c| c.is_ascii_digit()) {
                    return Some(false);
                }
                *self = start;
            }
        }
        None
    }
}

/// What a session year comes down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SessionYear {
    /// First years it may be; one where it is certain.
    pub(super) starts: Vec<u16>,
    /// Why it was read otherwise than written.
    pub(super) repaired: Option<String>,
}

impl SessionYear {
    /// The concatenated form of keys, `20242025`, where it is certain.
    pub(super) fn key(&self) -> Option<String> {
        let [start] = self.starts[..] else { return None };
        Some(concatenated(start))
    }

    pub(super) fn candidates(&self) -> impl Iterator<Item = String> + '_ {
        self.starts.iter().map(|s| concatenated(*s))
    }
}

fn concatenated(start: u16) -> String {
    format!("{start}{}", start.saturating_add(1))
}

/// Reads a session year as [`YEAR`] matches it. One calendar year leaves two session years open.
pub(super) fn session_year(raw: &str) -> Option<SessionYear> {
    static PARTS: LazyLock<Regex> = LazyLock::new(|| constant(r"^(\d{4})\D*(\d*)$"));
    let parts = PARTS.captures(raw.trim())?;
    let first: u16 = parts[1].parse().ok()?;
    let second = &parts[2];
    if second.is_empty() {
        return Some(SessionYear { starts: vec![first - 1, first], repaired: None });
    }
    let value: u16 = second.parse().ok()?;
    let next = first + 1;
    let odd = raw.contains("/-") || second.len() == 3;
    let fits = value == next || value == next % 100;
    if fits || second.len() == 3 {
        let repaired = odd.then(|| format!("vergaderjaar “{}” is gelezen als {first}-{next}", raw.trim()));
        return Some(SessionYear { starts: vec![first], repaired });
    }
    let end = if second.len() == 2 { first / 100 * 100 + value } else { value };
    Some(SessionYear { starts: vec![first, end.saturating_sub(1)], repaired: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn session_years_in_every_spelling() {
        let key = |raw: &str| session_year(raw).and_then(|y| y.key());
        for raw in ["2018-2019", "2018/19", "2018–2019", "2018/-19", "2018/2019", "2018–219"] {
            assert_eq!(key(raw).as_deref(), Some("20182019"), "{raw}");
        }
        assert_eq!(key("1999-2000").as_deref(), Some("19992000"));
        assert_eq!(key("2018"), None);
        assert_eq!(key("2018-2021"), None);
        assert!(session_year("2018/-19").unwrap().repaired.is_some());
    }
}
