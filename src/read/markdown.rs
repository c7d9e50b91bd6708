//! Markdown as converters write it: its block marks. The border: blocks are built in `plain`, marks inside a line are
//! taken by `inline`; here is only what a whole line says.
//!
//! - [x] `#` headings, emphasised or not; tables with pipes; quotes; rules; pictures and comments left out
//! - [x] emphasis, escapes, links, entities and HTML tags inside a line; footnotes `<sup>1</sup>`, `¹`, `[^1]`
//! - [ ] headings underlined with `===`; nested lists (their items are kept, their depth is not); code blocks as such

use super::encoding::Decoded;
use super::plain;
use crate::document::Draft;
use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;

/// Reads Markdown.
pub(super) fn read(decoded: Decoded) -> Draft {
    plain::read_lines(decoded, true)
}

/// What a line is by its mark.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    /// A heading with its level and words.
    Heading(u8, &'a str),
    /// A table row.
    Row(Vec<&'a str>),
    /// The line under a table's heading row.
    HeaderRule,
    /// A picture, a comment or a code fence: nothing to read.
    Nothing,
}

static NOTHING: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:<!--.*-->|!\[[^\]]*\]\([^)]*\)|```.*|~~~.*)\s*$"));
static HEADER_RULE: LazyLock<Regex> = LazyLock::new(|| constant(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?$"));

/// The mark of a trimmed line, if it has one.
pub(super) fn mark(line: &str) -> Option<Mark<'_>> {
    if NOTHING.is_match(line) {
        return Some(Mark::Nothing);
    }
    if HEADER_RULE.is_match(line) {
        return Some(Mark::HeaderRule);
    }
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    if (1..=6).contains(&level) && text.starts_with(char::is_whitespace) {
        return Some(Mark::Heading(u8::try_from(level).ok()?, text.trim().trim_end_matches('#').trim()));
    }
    let inner = line.strip_prefix('|')?;
    Some(Mark::Row(cells(inner.strip_suffix('|').unwrap_or(inner))))
}

/// Cells between pipes; an escaped pipe is text.
fn cells(inner: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in inner.match_indices('|') {
        if !inner[..at].ends_with('\\') {
            found.push(inner[from..at].trim());
            from = at + 1;
        }
    }
    found.push(inner[from..].trim());
    found
}

/// A quoted line without its marks.
pub(super) fn unquote(line: &str) -> &str {
    let mut words = line;
    while let Some(rest) = words.strip_prefix('>') {
        words = rest.trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_a_line() {
        assert_eq!(mark("### **Kop** ##"), Some(Mark::Heading(3, "**Kop**")));
        assert_eq!(mark(r"| a | b \| c |"), Some(Mark::Row(vec!["a", r"b \| c"])));
        assert_eq!(mark("|---|:--:|"), Some(Mark::HeaderRule));
        assert_eq!(mark("![](plaatje.png)"), Some(Mark::Nothing));
        assert_eq!(mark("#geen kop"), None);
        assert_eq!(unquote("> > woord"), "woord");
    }
}
