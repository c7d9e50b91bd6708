//! Running headers, footers and page numbers: what stands in the same place on page after page is no running text.
//! The border: takes lines out of pages, keeps them; changes nothing else.

use super::lines::{Line, Page};
use regex::Regex;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Share of the page height at top and bottom where running lines stand.
const ZONE: f64 = 0.14;

/// A page number on its own, in the usual wordings.
static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:(?:pagina|blad|bladzijde|pag\.?|p\.)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:van|/|of)\s*\d{1,4})?$",
    )
    .expect("constant")
});

/// Lines of the Chamber's own publications that frame a page: what stands at the foot of a Kamerstuk, an Aanhangsel and
/// the Handelingen (also on the first page, where nothing repeats).
static CHAMBER_LINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:kst|ah|h|ag|blg|kv)-[\w-]*\d[\w-]*|ISSN \d{4} ?- ?\d{3}[\dX]|[’'‘]s-Gravenhage \d{4}|(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}.*)$")
        .expect("constant")
});

/// Takes the running lines out of the pages; they come back page by page.
pub(super) fn take(pages: &mut [Page]) -> Vec<Vec<Line>> {
    let mut counts: HashMap<(bool, i64, String), usize> = HashMap::new();
    for page in pages.iter() {
        let mut keys: Vec<_> = page.lines.iter().filter_map(|line| key(page, line)).collect();
        keys.sort();
        keys.dedup();
        for (top, y, text) in keys {
            // A line may stand a little higher or lower on another page.
            for y in [y - 1, y, y + 1] {
                *counts.entry((top, y, text.clone())).or_default() += 1;
            }
        }
    }
    // Left and right pages may differ, and a title page too.
    let needed = (pages.len() / 3).clamp(2, 12);
    let mut frames = Vec::new();
    for page in pages.iter_mut() {
        let mut out = Vec::new();
        let running: Vec<bool> = page
            .lines
            .iter()
            .map(|line| {
                let repeated = key(page, line).and_then(|k| counts.get(&k)).is_some_and(|n| *n >= needed);
                line.artifact && zone(page, line).is_some() || repeated || stands_alone(page, line)
            })
            .collect();
        let mut index = 0;
        page.lines.retain(|line| {
            let running = running[index];
            index += 1;
            if running {
                out.push(line.clone());
            }
            !running
        });
        frames.push(out);
    }
    frames
}

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
fn key(page: &Page, line: &Line) -> Option<(bool, i64, String)> {
    let top = zone(page, line)?;
    let y = format!("{:.0}", (line.y - page.top) / 4.0).parse().ok()?;
    let mut text = String::new();
    for c in line.text().chars().filter(|c| !c.is_whitespace()) {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if c != '#' || !text.ends_with('#') {
            text.push(c);
        }
    }
    Some((top, y, text))
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
