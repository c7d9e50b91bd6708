//! Ground floor: spans, places in a file, sentences, dates and periods.
//!
//! Knows nothing of Parliament and reads no disk and no clock: everything here is a function of its arguments.

mod date;
mod origin;
mod period;
mod sentence;
mod span;

pub use date::{Date, MONTHS, date_at, dates, month};
pub use origin::Origin;
pub use period::{Grain, Period};
pub use sentence::sentences;
pub use span::Span;

use regex::Regex;

/// A regular expression that stands in the program itself. Its letters and digits are those of Latin script: the classes
/// of all the world's letters take most of the time that compiling an expression takes.
pub fn constant(pattern: &str) -> Regex {
    Regex::new(&latin(pattern)).expect("constant pattern")
}

/// The letters of Latin script, in a class; so far they are all that a name in a document is written in.
const LETTERS: &str = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ";

/// The expression with small classes in the place of `\d`, `\w`, `\W`, `\p{L}`, `\p{Lu}` and `\p{Ll}`, and edges of words
/// that know plain letters only: with all the world's the engine leaves its fast path at the first "ë".
fn latin(pattern: &str) -> String {
    let mut narrow = String::with_capacity(pattern.len() * 2);
    let mut rest = pattern;
    while let Some(at) = rest.find('\\') {
        narrow.push_str(&rest[..at]);
        let escape = &rest[at..];
        let class = match escape.as_bytes().get(1) {
            Some(b'b') => Some((2, r"(?-u:\b)".to_string())),
            Some(b'd') => Some((2, "[0-9]".to_string())),
            Some(b'w') => Some((2, format!("[0-9_{LETTERS}]"))),
            Some(b'W') => Some((2, format!("[^0-9_{LETTERS}]"))),
            _ if escape.starts_with(r"\p{L}") => Some((5, format!("[{LETTERS}]"))),
            _ if escape.starts_with(r"\p{Lu}") => Some((6, format!(r"[\p{{Lu}}&&[{LETTERS}]]"))),
            _ if escape.starts_with(r"\p{Ll}") => Some((6, format!(r"[\p{{Ll}}&&[{LETTERS}]]"))),
            _ => None,
        };
        let next = escape.chars().nth(1).map_or(0, char::len_utf8);
        let (length, class) = class.unwrap_or_else(|| (1 + next, escape[..=next].to_string()));
        narrow.push_str(&class);
        rest = &escape[length..];
    }
    narrow + rest
}

/// Folds a word or phrase for comparison: lower case, diacritics off, all white space (no-break blanks too) one blank.
///
/// ```
/// assert_eq!(kamerspoor::text::fold("Yeşilgöz-Zegerius"), "yesilgoz-zegerius");
/// assert_eq!(kamerspoor::text::fold(" 26\u{a0}643 "), "26 643");
/// ```
pub fn fold(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            let from = folded.len();
            folded.push_str(word);
            folded[from..].make_ascii_lowercase();
            continue;
        }
        // The dotless ı has no decomposition, but Dutch typists write it as i.
        let lower = word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        folded.extend(lower.filter(|c| !is_combining_mark(*c)).map(|c| if c == 'ı' { 'i' } else { c }));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_know_the_letters_and_digits_of_latin_script() {
        let name = constant(r"^(?i:de )?\p{Lu}[\p{L}\d-]+\W\p{Ll}\w\\$");
        assert!(name.is_match(r"De Ångström-7 éé\") && name.is_match(r"Nguyễn ø_\"));
        assert!(!name.is_match(r"ångström éé\") && !name.is_match(r"Омск éé\"));
    }
}
