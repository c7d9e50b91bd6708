//! Sets of characters, as an expression names them. The border: one character at a time.

use regex_syntax::hir::Class;

/// A set of characters.
#[derive(Debug)]
pub(super) struct Chars {
    pub(super) ascii: u128,
    pub(super) wide: Vec<(char, char)>,
}

impl Chars {
    pub(super) fn new(class: &Class) -> Chars {
        let ranges: Vec<(char, char)> = match class {
            Class::Unicode(class) => class.iter().map(|r| (r.start(), r.end())).collect(),
            Class::Bytes(class) => class.iter().map(|r| (char::from(r.start()), char::from(r.end()))).collect(),
        };
        let mut ascii = 0;
        let low = ranges.iter().flat_map(|(from, to)| *from..=(*to).min('\u{7f}'));
        low.for_each(|c| ascii |= 1 << u32::from(c));
        Chars { ascii, wide: ranges.into_iter().filter(|(_, to)| !to.is_ascii()).collect() }
    }

    /// The letter that this is in both cases, or the one character that it is, in lower case.
    pub(super) fn letter(&self) -> Option<u8> {
        let low = u8::try_from(127u32.checked_sub(self.ascii.leading_zeros())?).ok()?;
        let both = 1 << low | 1u128 << low.to_ascii_uppercase();
        // The long s and the sign for kelvin fold to ASCII too; no Dutch text has them.
        let only = self.wide.iter().all(|range| matches!(range, ('ſ', 'ſ') | ('\u{212a}', '\u{212a}')));
        (low.is_ascii_lowercase() && self.ascii == both && only).then_some(low)
    }

    /// The length of the character at `at`, if it is one of these.
    pub(super) fn at(&self, text: &str, at: usize) -> Option<usize> {
        let byte = *text.as_bytes().get(at)?;
        if byte.is_ascii() {
            return (self.ascii >> byte & 1 == 1).then_some(1);
        }
        let c = text[at..].chars().next()?;
        self.wide.iter().any(|(from, to)| (*from..=*to).contains(&c)).then(|| c.len_utf8())
    }
}
