//! Dutch words for the search index: the same tokens for what is stored, what is asked and what is marked on screen.
//!
//! What is indexed is the word as it stands, folded (small letters, no diacritics). Its stem (Kraaij-Pohlmann, the present
//! Snowball `dutch`) is a question to the list of words: which of them share it. So an index is read once for every form,
//! and an exact find can weigh more than a related one. Numbers of dossiers are one word however they are spaced: "26 643"
//! is "26643". A hyphenated word is there in parts and as a whole.

use crate::text::fold;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use tantivy::tokenizer::{
    Language, RawTokenizer, Stemmer, TextAnalyzer, Token, TokenStream, Tokenizer, TokenizerManager,
};
use unicode_segmentation::UnicodeSegmentation;

/// A word in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// Folded; of the text itself where it is so already, as most words are.
    pub(super) exact: Cow<'t, str>,
    /// First byte in the text.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
    /// Its number in the text; a hyphenated whole stands at the number of its first part.
    pub(super) position: usize,
    /// Whether it is the whole of a hyphenated word, or two neighbours in it: its parts stand apart as well.
    pub(super) whole: bool,
}

/// Words longer than this are no words (a line of base64): they are passed over.
const LONGEST: usize = 80;

/// Words so common that they tell nothing: they are indexed (for phrases), are no form of another word, and are not asked
/// for in a question unless it holds nothing else. Articles, pronouns, prepositions, auxiliaries.
const STOP: &[&str] = &[
    "aan", "al", "alle", "als", "ander", "andere", "bij", "d", "daar", "daarbij", "daarom", "dan", "dat", "de", "den",
    "der", "deze", "die", "dit", "doch", "door", "dus", "een", "en", "er", "ge", "geen", "haar", "had", "heb",
    "hebben", "heeft", "hem", "het", "hier", "hij", "hoe", "hun", "ik", "in", "is", "ja", "je", "kan", "kon", "kunnen",
    "maar", "me", "meer", "men", "met", "mij", "mijn", "na", "naar", "niet", "nog", "nu", "of", "om", "omdat", "onder",
    "ons", "ook", "op", "over", "s", "t", "te", "tegen", "ten", "ter", "toch", "toen", "tot", "u", "uit", "uw", "van",
    "veel", "voor", "waar", "want", "waren", "was", "wat", "we", "wel", "werd", "wezen", "wie", "wij", "wil", "word",
    "worden", "wordt", "zal", "ze", "zei", "zelf", "zich", "zij", "zijn", "zo", "zonder", "zou",
];

/// Whether a folded word is a stop word.
pub(super) fn is_stop(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / 6);
    let mut position = 0;
    // Where a hyphenated word began: index of its first part.
    let mut chain: Option<usize> = None;
    let mut wholes: Vec<Word> = Vec::new();
    raw_words(text, |start, raw| {
        let end = start + raw.len();
        if raw.len() > LONGEST {
            return;
        }
        let exact = normal(raw);
        if exact.is_empty() {
            return;
        }
        let gap = words.last().map(|last| &text[last.end..start]);
        let hyphen = gap.is_some_and(|g| matches!(g, "-" | "\u{2010}" | "\u{2011}"));
        if gap.is_some_and(|g| matches!(g, " " | "\u{a0}" | "\u{202f}")) && joins(&words, &exact) {
            if let Some(last) = words.last_mut() {
                last.exact.to_mut().push_str(&exact);
                last.end = end;
            }
            chain = None;
            return;
        }
        match chain {
            Some(first) if hyphen => wholes_of(&words[first..], &exact, end, &mut wholes),
            _ => chain = Some(words.len()),
        }
        words.push(Word { exact, start, end, position, whole: false });
        position += 1;
    });
    if !wholes.is_empty() {
        words.extend(wholes);
        words.sort_by_key(|w| (w.position, w.end));
    }
    words
}

/// The words of a text as they stand, with their places: by the rules of Unicode, and fast for what most words are,
/// letters and digits with nothing between them that Unicode may take into a word. No word of Unicode holds a blank.
fn raw_words<'t>(text: &'t str, mut take: impl FnMut(usize, &'t str)) {
    for chunk in text.split_ascii_whitespace() {
        let bare = chunk.trim_matches(|c: char| c.is_ascii_punctuation());
        let first = bare.as_ptr() as usize - text.as_ptr() as usize;
        if bare.bytes().all(|b| b.is_ascii_alphanumeric()) {
            if !bare.is_empty() {
                take(first, bare);
            }
        } else if bare.bytes().all(|b| b.is_ascii() && !matches!(b, b'.' | b',' | b'\'' | b':' | b';' | b'_')) {
            for part in bare.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()) {
                take(part.as_ptr() as usize - text.as_ptr() as usize, part);
            }
        } else {
            bare.unicode_word_indices().for_each(|(at, word)| take(first + at, word));
        }
    }
}

/// What a further part makes of a hyphenated word: two neighbours as one word, and all of it as one ("zee-engte-pas" is
/// also "zeeengte", "engtepas" and "zeeengtepas"). Numbers among themselves make no word.
fn wholes_of<'t>(parts: &[Word<'t>], next: &str, end: usize, wholes: &mut Vec<Word<'t>>) {
    let letters = |w: &str| w.chars().any(char::is_alphabetic);
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
    if wholes.last().is_some_and(|w| parts.len() > 2 && w.start == first.start) {
        wholes.pop();
    }
    let mut put = |from: &Word, exact: String| {
        if exact.len() <= LONGEST && letters(&exact) {
            wholes.push(Word { exact: exact.into(), start: from.start, end, position: from.position, whole: true });
        }
    };
    if letters(&last.exact) || letters(next) {
        put(last, format!("{}{next}", last.exact));
    }
    if parts.len() > 1 {
        put(first, parts.iter().map(|w| w.exact.as_ref()).chain([next]).collect());
    }
}

/// Whether three digits follow the two of a dossier number, and no digits went before.
fn joins(words: &[Word], next: &str) -> bool {
    let digits = |w: &str, n: usize| w.len() == n && w.bytes().all(|b| b.is_ascii_digit());
    digits(next, 3) && words.last().is_some_and(|last| digits(&last.exact, 2))
}

/// Folds a word, takes apostrophes out, and the full stops from between digits ("26.643").
fn normal(raw: &str) -> Cow<'_, str> {
    if raw.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return raw.into();
    }
    if raw.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return raw.to_ascii_lowercase().into();
    }
    let numeric = raw.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let mut word = fold(raw);
    word.retain(|c| !(matches!(c, '\'' | '\u{2019}' | '\u{ad}') || numeric && c == '.'));
    word.into()
}

/// The stem of a folded word.
pub(super) fn stem(word: &str) -> String {
    with_stem(word, ToString::to_string)
}

/// Uses the stem of a folded word, without making it anew each time.
pub(super) fn with_stem<T>(word: &str, take: impl FnOnce(&str) -> T) -> T {
    /// Enough for the words of a language, little enough for memory.
    const KEPT: usize = 200_000;
    thread_local! {
        static STEMS: RefCell<(TextAnalyzer, HashMap<String, String>)> = RefCell::new((
            TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::Dutch)).build(),
            HashMap::new(),
        ));
    }
    if word.bytes().any(|b| b.is_ascii_digit()) {
        return take(word);
    }
    STEMS.with_borrow_mut(|(stemmer, known)| {
        if let Some(stem) = known.get(word) {
            return take(stem);
        }
        let mut stream = stemmer.token_stream(word);
        let stem = if stream.advance() { stream.token().text.clone() } else { word.to_string() };
        if known.len() >= KEPT {
            known.clear();
        }
        let out = take(&stem);
        known.insert(word.to_string(), stem);
        out
    })
}

/// Words with which a person asks rather than says what is sought, sorted: left out of a question that holds others.
const ASKING: &[&str] = &[
    "betekent", "doen", "doet", "gaat", "gezegd", "heet", "hoeveel", "komt", "staat", "vindt", "waarom", "wanneer",
    "welk", "welke", "zeggen", "zegt",
];

/// Whether a folded word only asks.
pub(super) fn asks(word: &str) -> bool {
    ASKING.binary_search(&word).is_ok()
}

/// Name of our tokenizer.
pub(super) const WORDS: &str = "woord";

/// Makes our tokenizer known to tantivy.
pub(super) fn register(manager: &TokenizerManager) {
    manager.register(WORDS, Dutch);
}

#[derive(Clone)]
struct Dutch;

struct Tokens<'t> {
    words: std::vec::IntoIter<Word<'t>>,
    current: Token,
}

impl Tokenizer for Dutch {
    type TokenStream<'a> = Tokens<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens<'a> {
        Tokens { words: words(text).into_iter(), current: Token::default() }
    }
}

impl TokenStream for Tokens<'_> {
    fn advance(&mut self) -> bool {
        let Some(Word { exact, start, end, position, .. }) = self.words.next() else { return false };
        let token = &mut self.current;
        (token.offset_from, token.offset_to, token.position, token.position_length) = (start, end, position, 1);
        token.text.clear();
        token.text.push_str(&exact);
        true
    }

    fn token(&self) -> &Token {
        &self.current
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.current
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn exact(text: &str) -> Vec<String> {
        words(text).into_iter().map(|w| w.exact.into_owned()).collect()
    }

    #[test]
    fn words_are_folded_and_numbers_joined() {
        assert_eq!(exact("Coördinatie in de zee-engte"), ["coordinatie", "in", "de", "zee", "zeeengte", "engte"]);
        assert_eq!(exact("A-b-c"), ["a", "ab", "abc", "b", "bc", "c"]);
        assert_eq!(exact("F-35"), ["f", "f35", "35"]);
        assert_eq!(exact("26 643, nr. 1315"), ["26643", "nr", "1315"]);
        assert_eq!(exact("26\u{a0}643-1315 of 26.643"), ["26643", "1315", "of", "26643"]);
        assert_eq!(exact("foto’s en foto's"), ["fotos", "en", "fotos"]);
        assert_eq!(exact("€ 1,5 mln."), ["1,5", "mln"]);
    }

    #[test]
    fn the_stemmer_is_kraaij_pohlmann() {
        // Kraaij-Pohlmann takes "ge-" off; the older Porter-like stemmer leaves it.
        assert_eq!(stem("gemigreerd"), "migreer");
        assert_eq!(stem("ministeries"), stem("ministerie"));
    }

    #[test]
    fn stop_words_are_sorted() {
        assert!(STOP.is_sorted() && ASKING.is_sorted() && is_stop("de") && !is_stop("dijk"));
    }

    proptest! {
        #[test]
        fn the_quick_way_takes_the_words_that_unicode_takes(text in "[a-zA-Z0-9 (){}\\-/+#&%@*?!\"é.,']{0,40}") {
            let mut quick = Vec::new();
            raw_words(&text, |at, word| quick.push((at, word)));
            let slow: Vec<_> = text.unicode_word_indices().collect();
            prop_assert_eq!(quick, slow);
        }

        #[test]
        fn words_lie_on_characters_and_in_order(text in ".{0,80}") {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(text.get(word.start..word.end).is_some());
                prop_assert!(word.position >= last);
                last = word.position;
            }
        }
    }
}
