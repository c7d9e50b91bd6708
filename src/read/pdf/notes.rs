//! Footnotes: smaller type at the foot of a page that begins with a mark. They are taken out of the pages before
//! reading order is looked for. The border: finds notes and their labels; marks in the text are tied by label later.

use super::lines::{Line, Page};
use std::collections::HashMap;

/// A note with its lines, over pages where it runs on.
#[derive(Clone, Debug)]
pub(super) struct Note {
    /// The mark as it stood, without brackets around it.
    pub(super) label: String,
    /// The words, without the mark.
    pub(super) lines: Vec<Line>,
}

/// The size of most type in the document, in points.
pub(super) fn body_size(pages: &[Page]) -> f64 {
    let mut widths: HashMap<i64, usize> = HashMap::new();
    for line in pages.iter().flat_map(|p| &p.lines) {
        let letters: usize = line.words.iter().map(|w| w.text.len()).sum();
        *widths.entry(tenths(line.size)).or_default() += letters;
    }
    let most = widths.into_iter().max_by_key(|(size, letters)| (*letters, *size)).map_or(100, |(size, _)| size);
    f64::from(i32::try_from(most).unwrap_or(100)) / 10.0
}

fn tenths(size: f64) -> i64 {
    format!("{:.0}", size * 10.0).parse().unwrap_or(100)
}

/// Takes the notes out of the pages.
pub(super) fn take(pages: &mut [Page]) -> Vec<Note> {
    let body = body_size(pages);
    let mut notes: Vec<Note> = Vec::new();
    for page in pages.iter_mut() {
        let Some(start) = zone(page, body, notes.last()) else { continue };
        let mut zone: Vec<Line> = Vec::new();
        page.lines.retain(|line| {
            let inside = line.y >= start - 0.1;
            if inside {
                zone.push(line.clone());
            }
            !inside
        });
        for line in joined(zone) {
            if let Some((label, rest)) = labelled(&line, notes.last()) {
                notes.push(Note { label, lines: vec![rest] });
            } else if let Some(note) = notes.last_mut() {
                note.lines.push(line);
            } else {
                page.lines.push(line);
            }
        }
    }
    notes
}

/// Lines side by side in one row as one line.
fn joined(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        match out.last_mut() {
            Some(last) if last.row == line.row => last.append(line),
            _ => out.push(line),
        }
    }
    out
}

/// Where the notes of a page begin: the height of the first line of small type at the foot that a mark opens, or of the
/// first one at all where the last note of the page before is not at its end.
fn zone(page: &Page, body: f64, last: Option<&Note>) -> Option<f64> {
    let mut rows: Vec<(u32, Vec<&Line>)> = Vec::new();
    for line in &page.lines {
        match rows.last_mut() {
            Some((row, lines)) if *row == line.row => lines.push(line),
            _ => rows.push((line.row, vec![line])),
        }
    }
    let small = |lines: &[&Line]| lines.iter().all(|l| l.size <= 0.93 * body && l.size >= 0.4 * body);
    let (mut start, mut top): (Option<f64>, Option<&Line>) = (None, None);
    for (_, lines) in rows.iter().rev() {
        // Notes stand together: a wide gap ends them.
        let apart = top.is_some_and(|below| below.y - lines[0].y > 4.0 * body);
        if !small(lines) || apart {
            break;
        }
        top = Some(lines[0]);
        if label_of(lines[0]).is_some() {
            start = Some(lines[0].y);
        }
    }
    let Some(before) = last.and_then(|n| n.lines.last()).filter(|l| l.page + 1 == page.number) else { return start };
    let open = !before.text().ends_with(['.', '!', '?', ')', ';', ':']);
    let goes_on = top.filter(|top| {
        let low = top.words.first().is_some_and(|w| w.text.starts_with(char::is_lowercase));
        open && low && (top.size - before.size).abs() < 0.1 * before.size && label_of(top).is_none()
    });
    goes_on.map(|top| top.y).or(start)
}

fn labelled(line: &Line, before: Option<&Note>) -> Option<(String, Line)> {
    let (label, length) = label_of(line)?;
    // A plain number in front must count on from the note before; a raised mark always opens a note.
    let raised = line.words[0].raised || line.words[0].size < 0.9 * line.size;
    let number: Option<u32> = label.parse().ok();
    let expected = before.and_then(|n| n.label.parse::<u32>().ok()).map_or(1, |n| n + 1);
    if !raised && number.is_some_and(|n| n != expected && n != 1) {
        return None;
    }
    let mut rest = line.clone();
    if length == line.words[0].text.len() {
        rest.words.remove(0);
    } else {
        rest.words[0].text.drain(..length);
    }
    if let Some(first) = rest.words.first_mut() {
        first.glued = false;
        rest.x0 = first.x0;
    }
    Some((label, rest))
}

/// The mark a line opens with, and how many bytes of its first word it takes.
fn label_of(line: &Line) -> Option<(String, usize)> {
    let first = line.words.first()?;
    let text = first.text.as_str();
    let bare = text.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']' | '.'));
    let is_number = (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit()) && !bare.starts_with('0');
    let is_sign =
        !bare.is_empty() && bare.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§')) && bare.chars().count() <= 3;
    let alone = line.words.len() == 1;
    if (is_number || is_sign) && !alone {
        return Some((bare.to_string(), text.len()));
    }
    // A note whose text is glued to its raised mark comes in words of its own. Where the mark is not raised, only a
    // number before a capital is taken apart: "2Kamerstuk".
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let glued = (1..=3).contains(&digits)
        && !text.starts_with('0')
        && text[digits..].starts_with(|c: char| c.is_uppercase() || matches!(c, '‘' | '“' | '«'))
        && text[digits..].chars().nth(1).is_none_or(|c| !c.is_ascii_digit() && c != '.');
    if glued {
        return Some((text[..digits].to_string(), digits));
    }
    (is_number && alone && first.raised).then(|| (bare.to_string(), text.len()))
}
