//! Dutch sentences. The border: one block of running text at a time; blocks themselves are the reader's work.

use super::Span;

/// Abbreviations that end in a full stop without ending the sentence (domain: letters, answers, citations).
const ABBREVIATIONS: &[&str] = &[
    "nr", "nrs", "jl", "a.s", "c.s", "d.d", "dd", "o.a", "m.n", "blz", "p", "pp", "art", "artt", "resp", "t/m",
    "t.v.v", "tvv", "n.a.v", "i.v.m", "t.a.v", "m.b.t", "t.b.v", "i.c.m", "i.h.k.v", "o.g.v", "e.d", "e.v", "enz",
    "etc", "bijv", "bv", "ca", "vgl", "jo", "sub", "mr", "dr", "drs", "ir", "ing", "prof", "mw", "dhr", "st", "mln",
    "mld", "incl", "excl", "max", "min", "evt", "zgn", "zogen", "afd", "hfdst", "par", "ed", "red", "ten", "tel",
    "i.p.v", "m.i.v", "d.w.z", "o.b.v", "t.o.v", "m.u.v", "i.e", "u.a", "e.a", "a.i", "b.d", "t.g.v", "z.s.m", "n.t.b",
    "i.s.m", "op.cit", "on-prem",
];

/// Where marks that may end a sentence are first found from a place on, with what closes them: full stops, question and
/// exclamation marks before white space. Gives where they begin, where they end, and where the white space ends.
fn end_of_sentence(words: &str, mut from: usize) -> Option<(usize, usize, usize)> {
    const MARKS: [char; 4] = ['.', '?', '!', '…'];
    const CLOSING: [char; 7] = ['"', '\'', '’', '”', '»', ')', ']'];
    // The first bytes of all marks; other signs begin with that of the ellipsis too.
    let mark = |byte: &u8| matches!(byte, b'.' | b'?' | b'!' | 0xe2);
    while let Some(start) = words.as_bytes()[from..].iter().position(mark).map(|at| from + at) {
        let rest = words[start..].trim_start_matches(MARKS);
        if rest.len() == words.len() - start {
            from = start + rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let rest = rest.trim_start_matches(CLOSING);
        let end = words.len() - rest.len();
        let next = words.len() - rest.trim_start().len();
        if next > end {
            return Some((start, end, next));
        }
        from = end;
    }
    None
}

/// The most bytes of a sentence. The longest of the published letters, answers and debates at hand has 1,534; what goes on
/// longer is a list without full stops, which would cost every rule the square of its length.
const LONGEST: usize = 8_000;

/// The sentences of `span` in `text`, in order, without the white space between them; together they hold every word. One
/// that will not end is cut, after a semicolon where it has one.
///
/// ```
/// use kamerspoor::text::{Span, sentences};
/// let text = "Zie Kamerstuk 26 643, nr. 1315. De heer F.Z. Szabó antwoordt a.s. maandag! Ja.";
/// let all: Vec<_> = sentences(text, Span::all(text)).into_iter().map(|s| s.of(text)).collect();
/// assert_eq!(all, ["Zie Kamerstuk 26 643, nr. 1315.", "De heer F.Z. Szabó antwoordt a.s. maandag!", "Ja."]);
/// ```
pub fn sentences(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    let mut found = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some((mark, end, gap)) = end_of_sentence(words, from) {
        let next = words[gap..].chars().next();
        if next.is_none() || !goes_on(&words[start..mark], &words[mark..end], next) {
            found.extend(span.inner(text, start..end));
            start = gap;
        }
        from = gap;
    }
    found.extend(span.inner(text, start..words.len()));
    let whole = found.into_iter().map(|s| s.trim(text)).filter(|s| !s.is_empty());
    whole.flat_map(|s| pieces(text, s)).collect()
}

/// The pieces of one sentence: itself, unless it is longer than [`LONGEST`].
fn pieces(text: &str, sentence: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while rest.len() > LONGEST {
        let words = rest.of(text);
        let near = &words[..words.floor_char_boundary(LONGEST)];
        let blank = || words[near.len()..].find(char::is_whitespace).map(|at| near.len() + at);
        let Some(cut) = near.rfind("; ").map(|at| at + 1).or_else(blank) else { break };
        let (Some(piece), Some(tail)) = (rest.inner(text, 0..cut), rest.inner(text, cut..words.len())) else { break };
        pieces.push(piece);
        rest = tail.trim(text);
    }
    pieces.push(rest);
    pieces
}

/// Whether the mark after `before` does not end the sentence: an abbreviation, initials, or a small letter follows.
fn goes_on(before: &str, mark: &str, next: Option<char>) -> bool {
    if next.is_some_and(char::is_lowercase) {
        return true;
    }
    if !mark.starts_with('.') || mark.len() > 1 {
        return false;
    }
    let word = before.rsplit(|c: char| c.is_whitespace() || "([\"'‘“«".contains(c)).next().unwrap_or_default();
    let lower = word.to_lowercase();
    // Abbreviations that may end a sentence do so before a capital; the others never do.
    let may_end = ["e.d", "enz", "etc", "e.a", "jl", "a.s", "c.s"].contains(&lower.as_str());
    // "F.Z.", "Th.J." and "IJ." are initials; "VS." and "BZ." are words.
    let initials = !word.is_empty()
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_uppercase)
                && (part == "IJ" || letters.next().is_none_or(char::is_lowercase) && letters.next().is_none())
        });
    let numbered = !before.trim_start().contains(' ') && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    initials
        || numbered
        || (ABBREVIATIONS.contains(&lower.as_str()) && !(may_end && next.is_some_and(char::is_uppercase)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::all(text)).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn abbreviations_and_numbers_do_not_end_a_sentence() {
        assert_eq!(
            split("Vgl. art. 2.4 en blz. 3 (zie nrs. 383 en 309). Dan dit."),
            ["Vgl. art. 2.4 en blz. 3 (zie nrs. 383 en 309).", "Dan dit."]
        );
        assert_eq!(
            split("Het kost € 1,2 mld. en duurt tot medio 2025. \u{2018}Mooi!\u{2019} Zegt men."),
            ["Het kost € 1,2 mld. en duurt tot medio 2025.", "\u{2018}Mooi!\u{2019}", "Zegt men."]
        );
        assert_eq!(split("Van 22 november jl. De minister zwijgt."), ["Van 22 november jl.", "De minister zwijgt."]);
        assert_eq!(split("Partijen uit de VS. Daarom niet."), ["Partijen uit de VS.", "Daarom niet."]);
        assert_eq!(split("1. Eerste punt. 2. Tweede punt."), ["1. Eerste punt.", "2. Tweede punt."]);
    }

    #[test]
    fn a_sentence_that_will_not_end_is_cut() {
        for join in ["; ", " "] {
            let long = vec!["wij sturen een brief"; 4_000].join(join);
            let parts = split(&long);
            assert!(parts.iter().all(|part| part.len() <= LONGEST + "sturen".len()), "{join:?}");
            assert_eq!(parts.join(" "), long);
        }
        let word = "ß".repeat(LONGEST);
        assert_eq!(split(&word), [word.as_str()]);
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "[A-Za-z .?!é\n(),]{0,120}") {
            let kept: String = split(&text).concat().split_whitespace().collect();
            let all: String = text.split_whitespace().collect();
            prop_assert_eq!(kept, all);
        }
    }
}
