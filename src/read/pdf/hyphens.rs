//! Hyphens at the end of a line: taken out where a word goes on, kept where they belong. The border: two word parts and
//! the other words of the document decide; no dictionary.

use super::lines::Page;
use std::collections::HashSet;

/// What becomes of a hyphen at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hyphen {
    /// It only breaks the word: "toezeg-" + "gingen".
    Drop,
    /// It belongs to the word: "ICT-" + "migraties".
    Keep,
    /// The word ends here: "in-" + "en uitvoer".
    Part,
}

/// Words that stand within lines, to see how the document itself writes a word.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: HashSet<String>,
}

/// Distinct words remembered of one document.
const MOST_WORDS: usize = 200_000;

impl Vocabulary {
    /// The words of the pages, apart from the ends of lines.
    pub(super) fn of(pages: &[Page]) -> Vocabulary {
        let mut words = HashSet::new();
        for line in pages.iter().flat_map(|p| &p.lines) {
            let inner = line.words.len().saturating_sub(1);
            for word in line.words.iter().take(inner) {
                let bare = bare(&word.text);
                if bare.len() > 3 && words.len() < MOST_WORDS && !words.contains(bare) {
                    words.insert(bare.to_string());
                }
            }
        }
        Vocabulary { words }
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a word ends in a hyphen that may be one at the end of a line.
pub(super) fn ends_in_hyphen(text: &str) -> bool {
    text.ends_with(['-', '\u{ad}', '‐'])
}

/// Decides for `before` (the last word of a line, with its hyphen) and `after` (the first word of the next).
pub(super) fn decide(before: &str, after: &str, vocabulary: &Vocabulary) -> Hyphen {
    if before.ends_with('\u{ad}') {
        return Hyphen::Drop;
    }
    let stem = before.trim_end_matches(['-', '‐']);
    let next = bare(after);
    let (Some(last), Some(first)) = (stem.chars().last(), after.chars().next()) else { return Hyphen::Part };
    if !last.is_alphanumeric() || ["en", "of", "en/of", "dan", "tot", "noch", "respectievelijk"].contains(&next) {
        return Hyphen::Part;
    }
    if !first.is_alphanumeric() {
        return Hyphen::Part;
    }
    let is_address = before.contains("://") || before.contains("www.") || before.contains('/') && before.contains('.');
    if is_address || !first.is_lowercase() || last.is_numeric() {
        return Hyphen::Keep;
    }
    let stem = stem.trim_start_matches(|c: char| !c.is_alphanumeric());
    let part = stem.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(stem);
    let letters = part.chars().count();
    if letters == 1 || part.chars().all(char::is_uppercase) {
        return Hyphen::Keep;
    }
    if vocabulary.words.contains(&format!("{stem}{next}")) {
        return Hyphen::Drop;
    }
    if vocabulary.words.contains(&format!("{stem}-{next}")) {
        return Hyphen::Keep;
    }
    let prefix = ["oud", "niet", "vice", "non", "ex"].contains(&stem.to_lowercase().as_str());
    if prefix && next.chars().count() >= 5 || collides(last, first) {
        return Hyphen::Keep;
    }
    Hyphen::Drop
}

/// Two vowels that would be read as one sound are kept apart by a hyphen, never by a break (Het Groene Boekje, 6.E).
fn collides(last: char, first: char) -> bool {
    let pair: String = [last, first].into_iter().flat_map(char::to_lowercase).collect();
    ["aa", "ee", "oo", "uu", "ae", "ai", "au", "ei", "eu", "ie", "oe", "oi", "ou", "ui", "ij"].contains(&pair.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_go_where_a_word_goes_on_and_stay_where_they_belong() {
        let mut words = Vocabulary::default();
        words.words.insert("kop-staart".into());
        let cases = [
            ("toezeg-", "gingen", Hyphen::Drop),
            ("ICT-", "migraties.", Hyphen::Keep),
            ("EU-", "verband", Hyphen::Keep),
            ("e-", "mail", Hyphen::Keep),
            ("A-", "label", Hyphen::Keep),
            ("Zuid-", "Holland", Hyphen::Keep),
            ("12-", "jarigen", Hyphen::Keep),
            ("in-", "en", Hyphen::Part),
            ("mede-", "eigenaar", Hyphen::Keep),
            ("kop-", "staart", Hyphen::Keep),
            ("niet-", "bindende", Hyphen::Keep),
            ("beleid\u{ad}", "stuk", Hyphen::Drop),
        ];
        for (before, after, expected) in cases {
            assert_eq!(decide(before, after, &words), expected, "{before} {after}");
        }
    }
}
