//! Runs to words and words to lines. A line is what stands on one baseline without a wide gap; the cells of a table row
//! and the lines of two columns are lines of their own that share a row. The border: one page, no reading order.

use super::content::{Run, SLANTED, WORD_GAP};
use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A word or a part of one in its own type.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its characters.
    pub(super) text: String,
    /// Where it begins and ends, in points.
    pub(super) x0: f64,
    pub(super) x1: f64,
    /// Size of the type.
    pub(super) size: f64,
    /// Heavy type.
    pub(super) bold: bool,
    /// No blank between it and the word before.
    pub(super) glued: bool,
    /// Smaller and higher than its line: a footnote mark, an ordinal.
    pub(super) raised: bool,
}

/// Words on one baseline without a wide gap.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Page, from 1.
    pub(super) page: u32,
    /// Line on the page, from 1; lines side by side have the same.
    pub(super) row: u32,
    /// The words from left to right.
    pub(super) words: Vec<Word>,
    /// Where it begins and ends.
    pub(super) x0: f64,
    pub(super) x1: f64,
    /// The baseline, growing downwards.
    pub(super) y: f64,
    /// Size of most of its type.
    pub(super) size: f64,
    /// The file says it is no running text.
    pub(super) artifact: bool,
}

/// A page with its lines from top to bottom.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// Page, from 1.
    pub(super) number: u32,
    /// The lines of running text.
    pub(super) lines: Vec<Line>,
    /// Lines that stand across or askew.
    pub(super) aside: Vec<Line>,
    /// Top and bottom of the page in the direction most text is read.
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// A gap wider than this share of the type size parts two lines on the same baseline.
const LINE_GAP: f64 = 1.1;
/// The mark of a list item may stand further from its words.
const MARKER_GAP: f64 = 4.5;

/// Numbers and letters that open a list item.
static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| constant(r"^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}\.\d{1,2}\.?)$"));
const BULLETS: [&str; 12] = ["•", "▪", "‣", "·", "◦", "➢", "✓", "→", "●", "○", "■", "□"];
const DASHES: [&str; 5] = ["-", "–", "—", "*", "o"];

/// Whether a word is always the mark of a list item.
pub(super) fn is_bullet(text: &str) -> bool {
    BULLETS.contains(&text)
}

/// Whether a word may be the mark of a list item: a dash, a number, a letter.
pub(super) fn may_be_marker(text: &str) -> bool {
    DASHES.contains(&text) || NUMBERED.is_match(text)
}

/// Whether a line opens in the middle of a sentence.
pub(super) fn starts_low(line: &Line) -> bool {
    line.words.first().and_then(|w| w.text.chars().next()).is_some_and(|c| c.is_lowercase() || c == '(')
}

impl Line {
    /// The line from its words; `None` without any.
    fn new(page: u32, row: u32, y: f64, words: Vec<Word>, artifact: bool) -> Option<Line> {
        let (first, last) = (words.first()?, words.last()?);
        let (x0, x1) = (first.x0, words.iter().map(|w| w.x1).fold(last.x1, f64::max));
        let mut size = first.size;
        let mut most = 0.0;
        for word in words.iter().filter(|w| !w.raised) {
            let width = word.x1 - word.x0;
            if width > most {
                (size, most) = (word.size, width);
            }
        }
        Some(Line { page, row, words, x0, x1, y, size, artifact })
    }

    /// Its words as text.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        for word in &self.words {
            if !word.glued && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&word.text);
        }
        out
    }

    /// Whether all of it is heavy type.
    pub(super) fn is_bold(&self) -> bool {
        self.words.iter().all(|w| w.bold || w.raised)
    }

    /// Puts another line of the same row behind it.
    pub(super) fn append(&mut self, other: Line) {
        self.x1 = self.x1.max(other.x1);
        if other.words.len() > self.words.len() {
            self.size = other.size;
        }
        self.words.extend(other.words);
    }
}

/// The lines of a page, from its runs. Text in the direction most of the page is read makes the lines; the rest is set
/// aside.
pub(super) fn lines(number: u32, runs: Vec<Run>) -> (usize, Vec<Line>, Vec<Line>) {
    let mut share = [0usize; SLANTED + 1];
    for run in &runs {
        share[run.turn.min(SLANTED)] += run.text.len();
    }
    let main = (0..SLANTED).max_by_key(|turn| (share[*turn], SLANTED - turn)).unwrap_or(0);
    let mut parts: Vec<Vec<Run>> = vec![Vec::new(); SLANTED + 1];
    for run in runs {
        parts[run.turn.min(SLANTED)].push(run);
    }
    let mut body = Vec::new();
    let mut aside = Vec::new();
    for (turn, part) in parts.into_iter().enumerate() {
        if turn == main {
            body = in_rows(number, part);
        } else if turn != SLANTED {
            aside.extend(in_rows(number, part));
        } else if !part.is_empty() {
            // Askew: only the order in which it is shown is known.
            let y = part[0].y;
            let words = part.into_iter().map(|run| word_of(run, false)).collect();
            aside.extend(Line::new(number, 1, y, words, true));
        }
    }
    (main, body, aside)
}

struct Row {
    y: f64,
    runs: Vec<(Run, bool)>,
}

fn in_rows(number: u32, mut runs: Vec<Run>) -> Vec<Line> {
    runs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let mut rows: Vec<Row> = Vec::new();
    for run in runs {
        match rows.last_mut() {
            Some(row) if run.y - row.y <= 0.2 * run.size.min(row.runs[0].0.size) => row.runs.push((run, false)),
            _ => rows.push(Row { y: run.y, runs: vec![(run, false)] }),
        }
    }
    settle_small(&mut rows);
    let mut lines = Vec::new();
    for (row, index) in rows.into_iter().filter(|r| !r.runs.is_empty()).zip(1u32..) {
        split(number, index, row, &mut lines);
    }
    lines
}

/// Runs on a page above which small type stays where it is: only hostile pages have so many.
const MOST_RUNS: usize = 8_000;

/// Raised and lowered small type goes to the row of the word it stands at.
fn settle_small(rows: &mut [Row]) {
    for row in rows.iter_mut() {
        row.runs.sort_by(|a, b| a.0.x0.total_cmp(&b.0.x0));
    }
    if rows.iter().map(|r| r.runs.len()).sum::<usize>() > MOST_RUNS {
        return;
    }
    for at in 0..rows.len() {
        let mut index = 0;
        while index < rows[at].runs.len() {
            let (run, _) = &rows[at].runs[index];
            let home = (run.text.len() <= 6).then(|| home_of(rows, at, run)).flatten();
            let Some((home, raised)) = home else {
                index += 1;
                continue;
            };
            let (run, _) = rows[at].runs.remove(index);
            let place = rows[home].runs.partition_point(|(r, _)| r.x0 <= run.x0);
            rows[home].runs.insert(place, (run, raised));
        }
    }
}

/// The neighbouring row in which `run` hangs on a word of larger type, and whether it stands above its baseline.
fn home_of(rows: &[Row], at: usize, run: &Run) -> Option<(usize, bool)> {
    let near = |other: &Run| {
        let beside = run.x0 >= other.x0 - 0.1 * other.size && run.x0 - other.x1 <= 0.35 * other.size;
        let before = run.x1 <= other.x0 + 0.1 * other.size && other.x0 - run.x1 <= 1.5 * other.size;
        run.size <= 0.85 * other.size && (beside && run.x1 > other.x1 || before)
    };
    for step in 1..=2 {
        for (home, raised) in [(at.checked_add(step), true), (at.checked_sub(step), false)] {
            let Some((home, row)) = home.and_then(|h| Some((h, rows.get(h)?))) else { continue };
            let distance = (row.y - run.y).abs();
            // The runs of a row stand from left to right: only those around the place can be near.
            let place = row.runs.partition_point(|(r, _)| r.x0 <= run.x0);
            let around = &row.runs[place.saturating_sub(2)..row.runs.len().min(place + 2)];
            if around.iter().any(|(other, _)| distance <= 0.6 * other.size && near(other)) {
                return Some((home, raised));
            }
        }
    }
    None
}

fn split(number: u32, index: u32, mut row: Row, lines: &mut Vec<Line>) {
    row.runs.sort_by(|a, b| a.0.x0.total_cmp(&b.0.x0));
    // Small type raised within a row that lies close by shows in its own baseline.
    let base = row.runs.iter().map(|(r, _)| r.size).fold(0.0, f64::max);
    let mut words: Vec<Word> = Vec::new();
    let mut artifact = true;
    for (run, raised) in row.runs {
        let raised = raised || run.size <= 0.8 * base && row.y - run.y > 0.15 * base;
        let Some(last) = words.last() else {
            artifact = run.artifact;
            words.push(word_of(run, raised));
            continue;
        };
        let gap = run.x0 - last.x1;
        let size = last.size.max(run.size);
        // The same letters twice in almost the same place: a shadow, or heavy type made by hand.
        if run.text == last.text && (run.x0 - last.x0).abs() < 0.2 * size {
            continue;
        }
        let marker = words.len() == 1 && (is_bullet(&words[0].text) || may_be_marker(&words[0].text));
        if gap > if marker { MARKER_GAP } else { LINE_GAP } * size {
            lines.extend(Line::new(number, index, row.y, std::mem::take(&mut words), artifact));
            artifact = run.artifact;
            words.push(word_of(run, raised));
            continue;
        }
        let glued = gap < WORD_GAP * size && !(run.spaced && gap > -0.2 * size);
        if glued && run.bold == last.bold && raised == last.raised && (run.size - last.size).abs() < 0.1 * size {
            if let Some(last) = words.last_mut() {
                last.text.push_str(&run.text);
                last.x1 = last.x1.max(run.x1);
            }
        } else {
            let mut word = word_of(run, raised);
            word.glued = glued;
            words.push(word);
        }
    }
    lines.extend(Line::new(number, index, row.y, words, artifact));
}

fn word_of(run: Run, raised: bool) -> Word {
    let text = if run.text.is_ascii() { run.text } else { run.text.nfc().collect() };
    Word { text, x0: run.x0, x1: run.x1, size: run.size, bold: run.bold, glued: false, raised }
}
