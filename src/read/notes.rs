//! Footnote bodies that a converter left between the lines of the text. The border: bodies are taken out and remembered
//! with their lines; the marks in the running text are `inline`'s work.
//!
//! - [x] Word: `[1: …]`, several in a row, over several lines
//! - [x] Markdown and HTML: a paragraph that begins with `<sup>1</sup>`, with `¹` or with `[^1]:`
//! - [x] endnotes `[1] …` whose mark stands in the text
//! - [x] notes under the text, or at the foot of each page, that begin with a bare digit, where the same digits hang on
//!   words of the text in that order

use crate::text::constant;
use regex::Regex;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// One line of a text file.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) number: u32,
    /// Its words, untouched.
    pub(super) text: String,
    /// What it does to the lines around it.
    pub(super) role: Role,
}

/// What a line does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It holds text.
    Text,
    /// It is blank.
    Blank,
    /// A rule, page break or page number, or the place a note was taken from: a sentence may run on across it.
    Break,
}

/// A footnote body.
#[derive(Debug)]
pub(super) struct Note {
    /// The label as its mark shows it.
    pub(super) label: String,
    /// Its lines with their numbers.
    pub(super) lines: Vec<(u32, String)>,
}

/// A note of Word runs over no more lines than this, and over no more bytes of its first one.
const MOST_LINES: usize = 80;
const MOST_BYTES: usize = 20_000;
/// A line that holds more notes than this is no text.
const MOST_NOTES: usize = 200;

static WORD: LazyLock<Regex> = LazyLock::new(|| constant(r"\[(\d{1,4}):(?:\s|$)"));
static START: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?x)^\s*(?: <sup>\s*\[?(?P<sup>\d{1,3})\]?\s*</sup> | (?P<uni>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s | \[\^(?P<caret>[\w-]{1,12})\]: | (?P<square>\[\d{1,3}\])\s )\s*(?P<body>\S.*)?$",
    )
});
static SQUARE: LazyLock<Regex> = LazyLock::new(|| constant(r"\S\s?(\[\d{1,3}\])"));

/// Takes the footnote bodies out of the lines.
pub(super) fn take(lines: &mut [Line]) -> Vec<Note> {
    let mut notes = Vec::new();
    if lines.iter().any(|l| l.text.contains("[footnoteRef:")) {
        take_word(lines, &mut notes);
    }
    take_raised(lines, &mut notes);
    if notes.is_empty() {
        take_bare(lines, &mut notes);
    }
    notes
}

/// A note that begins with a bare number runs over no more lines than this.
const BARE_LINES: usize = 6;

static BARE: LazyLock<Regex> = LazyLock::new(|| constant(r"^\s*(?P<n>\d{1,2})\s+(?P<body>[\p{L}‘“'«].+)$"));

/// The number a line of text begins with, if it could be a note's.
fn bare(line: &Line) -> Option<usize> {
    let body = BARE.captures(&line.text).filter(|_| line.role == Role::Text)?;
    body["n"].parse().ok()
}

/// Lines "1 …", "2 …" under the text, or under the text of each page, whose numbers hang on words of the text before them:
/// "op 4 juni jl.1 en". The numbers that hang become raised ones.
fn take_bare(lines: &mut [Line], notes: &mut Vec<Note>) {
    let found = [at_the_end(lines), per_page(lines)].map(|bodies| hanging(lines, &bodies).map(|marks| (bodies, marks)));
    let Some((bodies, marks)) = found.into_iter().flatten().max_by_key(|(bodies, _)| bodies.len()) else { return };
    for (at, range) in marks.into_iter().rev() {
        if !lines[at].text[..range.start].ends_with('>') {
            let raised = format!("<sup>{}</sup>", &lines[at].text[range.clone()]);
            lines[at].text.replace_range(range, &raised);
        }
    }
    for body in bodies {
        let Some(first) = BARE.captures(&lines[body.start].text) else { continue };
        let (label, words) = (first["n"].to_string(), first["body"].to_string());
        let mut note = vec![(lines[body.start].number, words)];
        note.extend(lines[body.start + 1..body.end].iter().map(|l| (l.number, l.text.clone())));
        notes.push(Note { label, lines: note });
        for line in &mut lines[body] {
            line.text.clear();
            line.role = Role::Break;
        }
    }
}

/// Notes 1, 2, 3 … that follow each other under the whole text, one line each.
fn at_the_end(lines: &[Line]) -> Vec<Range<usize>> {
    let Some(first) = lines.iter().rposition(|l| bare(l) == Some(1)) else { return Vec::new() };
    let texts = lines.iter().enumerate().skip(first).filter(|(_, l)| l.role == Role::Text);
    let run = texts.zip(1..).take_while(|((_, line), n)| bare(line) == Some(*n));
    run.map(|((at, _), _)| at..at + 1).collect()
}

/// Notes that stand at the foot of their page: under a rule or above a page number, numbered on over the pages.
fn per_page(lines: &[Line]) -> Vec<Range<usize>> {
    let mut bodies: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let free = at == 0 || lines[at - 1].role != Role::Text;
        let next = bodies.len() + 1;
        if !free || bare(&lines[at]) != Some(next) {
            at += 1;
            continue;
        }
        let mut group = vec![at];
        let end = lines[at..].iter().position(|l| l.role != Role::Text).map_or(lines.len(), |n| at + n);
        group.extend(
            (at + 1..end)
                .scan(next, |n, i| {
                    let follows = bare(&lines[i]) == Some(*n + 1);
                    *n += usize::from(follows);
                    Some(follows.then_some(i))
                })
                .flatten(),
        );
        // What stands next to it, blanks aside: a rule, a page number or nothing.
        let apart = |next: Option<&Line>| next.is_none_or(|l| l.role == Role::Break);
        let above = lines[..at].iter().rev().find(|l| l.role != Role::Blank);
        let below = lines[end..].iter().find(|l| l.role != Role::Blank);
        let at_foot = apart(above) || apart(below);
        let ends = group.iter().skip(1).copied().chain([end]);
        let each: Vec<Range<usize>> = group.iter().copied().zip(ends).map(|(from, to)| from..to).collect();
        if at_foot && each.iter().all(|r| r.len() <= BARE_LINES) {
            bodies.extend(each);
        }
        at = end;
    }
    bodies
}

/// Where the number of each note hangs on a word of the text above it, one after the other; `None` where one does not,
/// or where more numbers hang than there are notes.
fn hanging(lines: &[Line], bodies: &[Range<usize>]) -> Option<Vec<(usize, Range<usize>)>> {
    static HANGS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?:\p{L}\p{Ll}{2}|[.,;:?!)”’»])(?:<sup>)?(?P<n>\d{1,2})(?:[\s,.;:)<]|$)"));
    let last = bodies.last()?.start;
    let mut marks: Vec<(usize, Range<usize>)> = Vec::new();
    for (at, line) in lines[..last].iter().enumerate().filter(|(_, l)| l.role == Role::Text) {
        if bodies.iter().any(|b| b.contains(&at)) {
            continue;
        }
        for found in HANGS.captures_iter(&line.text).filter_map(|c| c.name("n")) {
            let before = &line.text.as_bytes()[..found.start()];
            let ends =
                |w: &str| before.len().checked_sub(w.len()).map(|at| before[at..].eq_ignore_ascii_case(w.as_bytes()));
            let filed = ["nr.", "nrs.", "art.", "blz.", "p."].iter().any(|w| ends(w) == Some(true));
            if !filed && found.as_str().parse() == Ok(marks.len() + 1) {
                marks.push((at, found.range()));
            }
        }
    }
    let above = marks.iter().zip(bodies).all(|((at, _), body)| *at < body.start);
    (above && marks.len() == bodies.len()).then_some(marks)
}

fn take_word(lines: &mut [Line], notes: &mut Vec<Note>) {
    let (mut at, mut here) = (0, 0);
    while at < lines.len() {
        let line = &lines[at].text;
        let found = WORD.captures(line).and_then(|c| Some((c.get(0)?.range(), c.get(1)?.as_str().to_string())));
        let Some((open, label)) = found.filter(|_| here < MOST_NOTES) else {
            (at, here) = (at + 1, 0);
            continue;
        };
        here += 1;
        let Some((last, end)) = closing(&lines[at..], open.start) else {
            (at, here) = (at + 1, 0);
            continue;
        };
        let mut body = Vec::new();
        for step in 0..=last {
            let from = if step == 0 { open.end } else { 0 };
            let to = if step == last { end } else { lines[at + step].text.len() };
            body.push((lines[at + step].number, lines[at + step].text[from.min(to)..to].to_string()));
        }
        let tail = lines[at + last].text[end + 1..].to_string();
        lines[at].text.truncate(open.start);
        if last > 0 {
            for line in &mut lines[at + 1..=at + last] {
                line.text.clear();
                line.role = Role::Break;
            }
            lines[at + last].text = tail;
            if !lines[at + last].text.trim().is_empty() {
                lines[at + last].role = Role::Text;
            }
        } else {
            lines[at].text.push_str(&tail);
        }
        if lines[at].text.trim().is_empty() {
            lines[at].role = Role::Break;
        }
        notes.push(Note { label, lines: body });
    }
}

/// Where the bracket that opens at `start` of the first line closes: line and byte.
fn closing(lines: &[Line], start: usize) -> Option<(usize, usize)> {
    let mut depth = 0usize;
    let mut seen = 0usize;
    for (index, line) in lines.iter().take(MOST_LINES).enumerate() {
        let from = if index == 0 { start } else { 0 };
        for (at, c) in line.text[from..].char_indices() {
            seen += 1;
            if seen > MOST_BYTES {
                return None;
            }
            match c {
                '[' => depth += 1,
                ']' => {
                    depth = depth.checked_sub(1)?;
                    if depth == 0 {
                        return Some((index, from + at));
                    }
                }
                _ => {}
            }
        }
    }
    None
}

fn take_raised(lines: &mut [Line], notes: &mut Vec<Note>) {
    let marks = |l: &Line| SQUARE.captures_iter(&l.text).map(|c| c[1].to_string()).collect::<Vec<_>>();
    let marked: HashSet<String> = lines.iter().flat_map(marks).collect();
    // A note begins a paragraph, or follows another note directly.
    let mut free = true;
    let mut inside = false;
    for line in lines {
        if line.role != Role::Text {
            free = true;
            inside = false;
            continue;
        }
        let start = START.captures(&line.text).filter(|_| free || inside);
        let label = start.as_ref().and_then(|c| {
            let plain = c.name("sup").or(c.name("caret")).map(|m| m.as_str().to_string());
            let raised = || c.name("uni").map(|m| super::inline::plain_digits(m.as_str()));
            let square = || c.name("square").map(|m| m.as_str().to_string()).filter(|l| marked.contains(l));
            plain.or_else(raised).or_else(square)
        });
        free = false;
        let body = start.as_ref().and_then(|c| c.name("body")).map_or(String::new(), |m| m.as_str().to_string());
        match label {
            Some(label) => {
                notes.push(Note { label, lines: vec![(line.number, body)] });
                inside = true;
            }
            None if inside => {
                let text = std::mem::take(&mut line.text);
                if let Some(note) = notes.last_mut() {
                    note.lines.push((line.number, text));
                }
            }
            None => continue,
        }
        line.text.clear();
        line.role = Role::Break;
    }
}
