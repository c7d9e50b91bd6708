//! A stretch of a document's canonical text. The border: a span knows offsets only, never which text it belongs to.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A byte range of a text, end-exclusive, on character boundaries of the text it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span `range` of `text`, or `None` where it leaves the text or cuts a character.
    pub fn new(text: &str, range: Range<usize>) -> Option<Span> {
        text.get(range.clone()).map(|_| Span { start: range.start, end: range.end })
    }

    /// The whole of `text`.
    pub fn all(text: &str) -> Span {
        Span { start: 0, end: text.len() }
    }

    /// The span of a slice's `range` (bytes inside that slice), where the slice itself is this span of `text`.
    pub fn inner(self, text: &str, range: Range<usize>) -> Option<Span> {
        let (start, end) = (self.start + range.start, self.start + range.end);
        (end <= self.end).then(|| Span::new(text, start..end)).flatten()
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing lies in it.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether `offset` lies inside.
    pub fn holds(self, offset: usize) -> bool {
        (self.start..self.end).contains(&offset)
    }

    /// Whether all of `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words themselves; empty where the span was made for another text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The same stretch in a text in which this one's text begins at byte `by`.
    #[must_use]
    pub fn shifted(self, by: usize) -> Span {
        Span { start: self.start.saturating_add(by), end: self.end.saturating_add(by) }
    }

    /// The same span without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Span { start, end: start + words.trim().len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_span_always_falls_on_characters(text in ".{0,40}", start in 0usize..60, len in 0usize..60) {
            if let Some(span) = Span::new(&text, start..start + len) {
                prop_assert_eq!(span.of(&text), &text[start..start + len]);
                let trimmed = span.trim(&text);
                prop_assert_eq!(trimmed.of(&text), span.of(&text).trim());
            }
        }
    }
}
