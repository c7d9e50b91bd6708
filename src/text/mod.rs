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
