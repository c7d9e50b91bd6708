//! What converters leave inside a line: footnote marks, bookmarks, emphasis, tags, escapes, links. The border: one line
//! at a time; which label is a footnote's is told by the caller.

use crate::document::DraftBlock;
use crate::text::constant;
use regex::{Captures, Regex};
use std::collections::HashSet;
use std::sync::LazyLock;

/// How the marks of a file are to be taken.
#[derive(Debug, Default)]
pub(super) struct Style {
    /// Whether escapes, links, entities and single emphasis marks count.
    pub(super) markdown: bool,
    /// Labels that have a footnote body.
    pub(super) labels: HashSet<String>,
}

static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r#"(?xi)
        \[bookmark:[^\]\n]*\]
        | <!--.*?-->
        | \[footnoteRef:(?P<word>\d{1,4})\]
        | <sup> \s* \[?(?P<sup>[^<\]]{1,8}?)\]? \s* </sup>
        | \[\^(?P<caret>[\w-]{1,12})\]
        | (?P<uni>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
        | !\[[^\]\n]*\]\([^)\n]*\)
        | \[(?P<words>(?:[^\[\]\\\n]|\\.)+)\]\((?P<target>[^()\s]*)(?:\s+"[^"\n]*")?\)
        | \[(?P<square>\d{1,3})\]
        | (?P<blank><(?:br|p|div|td|li)\b[^<>\n]{0,200}>)
        | </?(?:i|b|em|strong|u|s|span|sub|sup|font|p|div|a|small|ul|ol|li|td|tr|table)(?:\s[^<>\n]{0,200})?/?>
        | \\(?P<escape>[!-/:-@\[-`{-~])
        | &(?P<entity>nbsp|amp|lt|gt|quot|apos|euro|\#\d{1,6});
        | (?P<emphasis>\*{1,3}|_{1,3})
        "#,
    )
});

/// Digits written as superscript characters, as plain digits.
pub(super) fn plain_digits(superscript: &str) -> String {
    let digit = |c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..='9').find_map(|(s, d)| (s == c).then_some(d));
    superscript.chars().filter_map(digit).collect()
}

/// Adds a line to a block: words in, marks and links remembered.
pub(super) fn push_line(block: &mut DraftBlock, line: &str, style: &Style) {
    let mut from = 0;
    for found in TOKEN.captures_iter(line) {
        let Some(all) = found.get(0) else { continue };
        let before = &line[..all.start()];
        block.push(&line[from..all.start()]);
        from = all.end();
        token(block, &found, before, &line[all.end()..], style);
    }
    block.push(&line[from..]);
}

/// The words of a line without what converters left in it.
pub(super) fn clean(line: &str, style: &Style) -> String {
    let mut block = DraftBlock::new(crate::document::BlockKind::Paragraph, crate::text::Origin::default());
    push_line(&mut block, line, style);
    block.text
}

fn token(block: &mut DraftBlock, found: &Captures<'_>, before: &str, after: &str, style: &Style) {
    let group = |name| found.name(name).map(|m| m.as_str());
    let all = found.get(0).map_or("", |m| m.as_str());
    if let Some(label) = group("word").or(group("caret")) {
        block.mark(label);
    } else if let Some(label) = group("sup") {
        note_or_words(block, label, label, before, style);
    } else if let Some(superscript) = group("uni") {
        note_or_words(block, &plain_digits(superscript), superscript, before, style);
    } else if let Some(label) = group("square") {
        if style.labels.contains(&format!("[{label}]")) && !before.is_empty() {
            block.mark(format!("[{label}]"));
        } else {
            block.push(all);
        }
    } else if let (Some(words), Some(target)) = (group("words"), group("target")) {
        if style.markdown {
            block.link(&clean(words, style), target);
        } else {
            block.push(all);
        }
    } else if let Some(c) = group("escape") {
        block.push(if style.markdown { c } else { all });
    } else if let Some(name) = group("entity") {
        let c = if style.markdown { entity(name) } else { None };
        match c {
            Some(c) => block.push(c.encode_utf8(&mut [0; 4])),
            None => block.push(all),
        }
    } else if let Some(marks) = group("emphasis") {
        if !is_emphasis(marks, before, after, style) {
            block.push(marks);
        }
    } else if group("blank").is_some() {
        block.push(" ");
    }
}

/// A raised number is a footnote mark where such a note exists or where it stands after punctuation; else it is part of
/// the word (m², 1e).
fn note_or_words(block: &mut DraftBlock, label: &str, words: &str, before: &str, style: &Style) {
    let label = label.trim();
    let last = before.chars().next_back();
    // The last letters before the number, at most three: enough for a unit.
    let letters = before.chars().rev().take_while(|c| c.is_alphabetic()).take(3).count();
    let unit = ["m", "km", "cm", "mm", "dm", "hm"].iter().any(|u| letters == u.len() && before.ends_with(u));
    let known = style.labels.contains(label);
    let number = !label.is_empty() && label.chars().all(|c| c.is_ascii_digit());
    let hangs = last.is_some_and(|c| !c.is_whitespace());
    let punctuated = last.is_some_and(|c| ".,;:?!)”’\"'".contains(c));
    if hangs && !unit && (known || (number && punctuated)) {
        block.mark(label);
    } else {
        block.push(words);
    }
}

fn entity(name: &str) -> Option<char> {
    match name.to_lowercase().as_str() {
        "nbsp" => Some(' '),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "euro" => Some('€'),
        number => number.strip_prefix('#').and_then(|n| n.parse().ok()).and_then(char::from_u32),
    }
}

/// Stars and underscores that hug a word; a lone star or an underscore inside a word is text.
fn is_emphasis(marks: &str, before: &str, after: &str, style: &Style) -> bool {
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if blank(last) && blank(next) {
        return false;
    }
    if marks.starts_with('_') {
        return style.markdown && !(letter(last) && letter(next)) && last != Some('@') && last != Some('/');
    }
    marks.len() > 1 || (style.markdown && !(last.is_some_and(|c| c.is_ascii_digit()) && letter(next)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::BlockKind;
    use crate::text::Origin;

    fn line(words: &str, labels: &[&str]) -> DraftBlock {
        let style = Style { markdown: true, labels: labels.iter().map(ToString::to_string).collect() };
        let mut block = DraftBlock::new(BlockKind::Paragraph, Origin::line(1));
        push_line(&mut block, words, &style);
        block
    }

    #[test]
    fn marks_leave_the_words_and_keep_their_place() {
        let block = line(
            "De vaart[footnoteRef:2] is<sup>3</sup> breed¹; 12 m², 40 km<sup>2</sup> en 2<sup>e</sup>.",
            &["1", "2", "3"],
        );
        assert_eq!(block.text, "De vaart is breed; 12 m², 40 km2 en 2e.");
        let marked: Vec<_> = block.marks.iter().map(|(at, l)| (&block.text[..*at], l.as_str())).collect();
        assert_eq!(marked, [("De vaart", "2"), ("De vaart is", "3"), ("De vaart is breed", "1")]);
    }

    #[test]
    fn dress_is_taken_off() {
        let block = line(
            "[bookmark: _Hlk1][bookmark: _GoBack]De **dijk** en *de \\(oude\\) sluis* <i>hier</i>, 3 * 4 snake_case &amp; [de nota](https://voorbeeld.nl/a).",
            &[],
        );
        assert_eq!(block.text, "De dijk en de (oude) sluis hier, 3 * 4 snake_case & de nota.");
        assert_eq!(block.links.len(), 1);
        let (range, target) = &block.links[0];
        assert_eq!((&block.text[range.clone()], target.as_str()), ("de nota", "https://voorbeeld.nl/a"));
    }
}
