//! Running headers, footers and page numbers: what stands in the same place on page after page is no running text.
//! The border: takes lines out of pages, keeps them; changes nothing else.

use super::lines::{Line, Page};
use crate::text::constant;
use regex::Regex;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Share of the page height at top and bottom where running lines stand.
const ZONE: f64 = 0.14;

/// A page with more lines has no running ones that matter.
const MOST_LINES: usize = 1_500;

/// A page number on its own, in the usual wordings.
static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:(?:pagina|blad|bladzijde|pag\.?|p\.)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:van|/|of)\s*\d{1,4})?$",
    )
});

/// A page number that says of how many pages: nothing else in a file is written so.
static PAGE_OF_PAGES: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)^(?:pagina|blad|bladzijde|pag\.?|p\.)\s*(\d{1,4})\s*(?:van|/)\s*(\d{1,4})$"));

/// Whether a line is the number of this page, of so many: "Pagina 1 van 1" stands alone even where nothing repeats.
fn is_number_of(page: &Page, total: usize, line: &Line) -> bool {
    let text = line.text();
    let Some(found) = PAGE_OF_PAGES.captures(&text) else { return false };
    found[1].parse() == Ok(page.number) && found[2].parse() == Ok(total)
}

/// Lines of the Chamber's own publications that frame a page: what stands at the foot of a Kamerstuk, an Aanhangsel and
/// the Handelingen (also on the first page, where nothing repeats).
static CHAMBER_LINE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"^(?:(?:kst|ah|h|ag|blg|kv)-[\w-]*\d[\w-]*|ISSN \d{4} ?- ?\d{3}[\dX]|[’'‘]s-Gravenhage \d{4}|(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}.*)$",
    )
});

/// The official number that a publication carries at the foot of its first page: `ah-tk-20302031-77`.
static IDENTIFIER: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:kst|ah-tk|ah-ek|h-tk|h-ek|blg)-\d[\w-]*$"));

/// The official number among the running lines of the first page.
pub(super) fn identifier(frames: &[Vec<Line>]) -> Option<String> {
    frames.first()?.iter().map(Line::text).find(|text| IDENTIFIER.is_match(text))
}

/// Takes the running lines out of the pages; they come back page by page.
pub(super) fn take(pages: &mut [Page]) -> Vec<Vec<Line>> {
    let mut places: HashMap<Key, Vec<u32>> = HashMap::new();
    for page in pages.iter().filter(|p| p.lines.len() <= MOST_LINES) {
        let mut keys: Vec<Key> = page.lines.iter().filter_map(|line| key(page, line)).collect();
        keys.sort();
        keys.dedup();
        for (top, x, y, text) in keys {
            // A line may stand a little higher or lower on another page.
            for y in [y - 1, y, y + 1] {
                places.entry((top, x, y, text.clone())).or_default().push(page.number);
            }
        }
    }
    // What also stands in the middle of a page, at the same place across, is the cell of a table.
    let mut inside: HashSet<(i64, String)> = HashSet::new();
    for page in pages.iter().filter(|p| p.lines.len() <= MOST_LINES) {
        let middle = page.lines.iter().filter(|line| zone(page, line).is_none());
        inside.extend(middle.filter_map(folded).filter(|(_, text)| text.contains(char::is_alphabetic)));
    }
    let total = pages.len();
    let mut frames = Vec::new();
    for page in pages.iter_mut() {
        let running = |line: &Line| {
            let repeated = key(page, line).is_some_and(|key| {
                let runs = places.get(&key).is_some_and(|on| repeats(on, total));
                runs && !inside.contains(&(key.1, key.3))
            });
            line.artifact && zone(page, line).is_some() || repeated || stands_alone(page, line)
        };
        // From the edge inwards: what stands behind running text is running text.
        let mut order: Vec<usize> = (0..page.lines.len()).filter(|i| zone(page, &page.lines[*i]).is_some()).collect();
        order.sort_by(|a, b| {
            let (a, b) = (&page.lines[*a], &page.lines[*b]);
            let depth = |l: &Line| (l.y - page.top).min(page.bottom - l.y);
            depth(a).total_cmp(&depth(b))
        });
        let mut taken = vec![false; page.lines.len()];
        for top in [true, false] {
            let mut stop: Option<f64> = None;
            for &at in order.iter().filter(|i| zone(page, &page.lines[**i]) == Some(top)) {
                let line = &page.lines[at];
                // Lines of one row are judged apart: a running title and a page number that changes its form.
                if stop.is_some_and(|y| (line.y - y).abs() > 2.0 * line.size) {
                    break;
                }
                taken[at] = running(line);
                stop = stop.or((!taken[at]).then_some(line.y));
            }
        }
        for top in [true, false] {
            let inwards: Vec<usize> =
                order.iter().rev().copied().filter(|at| zone(page, &page.lines[*at]) == Some(top)).collect();
            give_back(&page.lines, &inwards, &mut taken);
        }
        for (taken, line) in taken.iter_mut().zip(&page.lines) {
            *taken |= is_number_of(page, total, line);
        }
        let mut out = Vec::new();
        let mut index = 0;
        page.lines.retain(|line| {
            index += 1;
            let taken = taken[index - 1];
            if taken {
                out.push(line.clone());
            }
            !taken
        });
        frames.push(out);
    }
    frames
}

/// Running lines stand apart from the text. What repeats but goes straight on into the text is text: the rows of a
/// table that fills its pages. `inwards` are the lines of one zone, the one nearest to the text first.
fn give_back(lines: &[Line], inwards: &[usize], taken: &mut [bool]) {
    for &at in inwards {
        let line = &lines[at];
        if !taken[at] || line.artifact || CHAMBER_LINE.is_match(&line.text()) {
            continue;
        }
        let kept = || lines.iter().zip(taken.iter()).filter(|(_, taken)| !**taken).map(|(other, _)| other);
        taken[at] = if PAGE_NUMBER.is_match(&line.text()) {
            // A number in a row of words is that of the row.
            kept().filter(|other| other.row == line.row).count() < 2
        } else {
            !kept().any(|o| (o.y - line.y).abs() < 1.3 * line.size && (o.size - line.size).abs() < 0.5)
        };
    }
}

/// Whether a line that stands in its place on these pages (of so many) is a running one: on half of them, on most left
/// or right pages, or on four in a row (chapters change their title).
fn repeats(on: &[u32], total: usize) -> bool {
    let others = total.saturating_sub(1);
    let parity = |odd: u32| on.iter().filter(|p| **p % 2 == odd).count();
    let side = others.div_ceil(2);
    let in_a_row = on.windows(4).any(|w| w[3] - w[0] <= 6);
    on.len() >= 2
        && (on.len() * 2 >= total || total >= 6 && [0, 1].iter().any(|odd| parity(*odd) * 5 >= side * 3) || in_a_row)
}

/// Top zone or not, place across and down, words with digits folded.
type Key = (bool, i64, i64, String);

/// Which zone of the page a line stands in: `Some(true)` is the top.
fn zone(page: &Page, line: &Line) -> Option<bool> {
    let height = (page.bottom - page.top).max(1.0);
    let share = (line.y - page.top) / height;
    match share {
        s if s < ZONE => Some(true),
        s if s > 1.0 - ZONE => Some(false),
        _ => None,
    }
}

/// Zone, place and words of a line that may be a running one; digits count as equal.
fn key(page: &Page, line: &Line) -> Option<Key> {
    let top = zone(page, line)?;
    let (x, text) = folded(line)?;
    let y = format!("{:.0}", (line.y - page.top) / 4.0).parse().ok()?;
    Some((top, x, y, text))
}

/// Place across and words of a line, every number as `#`.
fn folded(line: &Line) -> Option<(i64, String)> {
    // Words behind a raised mark are a footnote, and two notes may differ by their numbers only.
    if line.words.first().is_some_and(|w| w.raised) && line.words.len() > 1 {
        return None;
    }
    // Page numbers are set against the right edge as often as the left: only running words keep their left edge.
    let numbers = line.words.iter().all(|w| !w.text.contains(|c: char| c.is_alphabetic()));
    let x = if numbers { Some(0) } else { format!("{:.0}", line.x0 / 40.0).parse().ok() }?;
    let mut text = String::new();
    for c in line.text().chars().filter(|c| !c.is_whitespace()) {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if c != '#' || !text.ends_with('#') {
            text.push(c);
        }
    }
    Some((x, text))
}

/// Running by its words alone: a page number or a line of the Chamber's own, outside the running text.
fn stands_alone(page: &Page, line: &Line) -> bool {
    let Some(top) = zone(page, line) else { return false };
    let text = line.text();
    if CHAMBER_LINE.is_match(&text) && !top {
        return true;
    }
    if !PAGE_NUMBER.is_match(&text) {
        return false;
    }
    let outer = |other: &Line| if top { other.y < line.y - 1.0 } else { other.y > line.y + 1.0 };
    let beyond = page.lines.iter().filter(|other| outer(other)).count();
    let gap = page
        .lines
        .iter()
        .filter(|other| !outer(other) && (other.y - line.y).abs() > 1.0)
        .map(|other| (other.y - line.y).abs())
        .fold(f64::INFINITY, f64::min);
    beyond <= 2 && gap > 1.8 * line.size
}
