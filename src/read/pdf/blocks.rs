//! Lines to blocks: paragraphs joined over lines, columns and pages, headings, list items, table rows, speakers, with
//! footnote marks taken out of the words. The border: fills the draft; genre and meaning come later.

use super::hyphens::{Hyphen, Vocabulary, decide, ends_in_hyphen};
use super::lines::{Line, Page, Word, is_bullet, may_be_marker, starts_low};
use super::notes::{Note, body_size};
use super::regions::{EFFORT, Region, regions, usual_gutter};
use super::tables::{Row, join};
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::text::Origin;
use crate::text::constant;
use regex::Regex;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The opening of a turn in a debate report.
static SPEAKER: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"^(?:De heer|Mevrouw|Minister|Staatssecretaris|De (?:voor|onder)?voorzitter|De griffier|Het lid|Kamerlid)\b.{0,80}:$|^De voorzitter:?$",
    )
});

/// Fills the draft.
pub(super) fn fill(draft: &mut Draft, pages: Vec<Page>, frames: Vec<Vec<Line>>, notes: Vec<Note>) {
    let vocabulary = Vocabulary::of(&pages);
    let labels = notes.iter().map(|n| n.label.clone()).collect();
    let body = body_size(&pages);
    let usual = usual_gutter(&pages);
    let mut writer = Writer { draft, vocabulary, labels, body, open: None };
    let mut seen = HashSet::new();
    let mut late = Vec::new();
    let mut left = EFFORT;
    // The table a page ends with: its last row may go on over the page.
    let mut held: Option<Vec<Row>> = None;
    for (page, running) in pages.into_iter().zip(frames) {
        let middle = f64::midpoint(page.top, page.bottom);
        for line in running {
            let fold: String = line.text().chars().filter(|c| !c.is_ascii_digit()).collect();
            if !seen.insert(fold) {
                continue;
            }
            if page.number == 1 && line.y < middle {
                writer.frame(vec![line]);
            } else {
                late.push(line);
            }
        }
        let mut found = regions(page.lines, usual, &mut left);
        if let Some(mut rows) = held.take() {
            join(&mut rows, &mut found);
            writer.rows(rows);
        }
        held = found.pop_if(|last| matches!(last, Region::Rows(_))).and_then(|last| match last {
            Region::Rows(rows) => Some(rows),
            _ => None,
        });
        for region in found {
            match region {
                Region::Flow(lines) => writer.flow(lines),
                Region::Rows(rows) => writer.rows(rows),
                Region::Side(lines) => writer.side(lines),
            }
        }
        late.extend(page.aside);
    }
    writer.rows(held.unwrap_or_default());
    for line in late {
        writer.frame(vec![line]);
    }
    for note in notes {
        writer.note(note);
    }
}

struct Writer<'a> {
    draft: &'a mut Draft,
    vocabulary: Vocabulary,
    labels: HashSet<String>,
    body: f64,
    open: Option<Open>,
}

/// A block that may go on.
struct Open {
    block: DraftBlock,
    last: Line,
    /// The left edge of its words after the mark of a list item.
    inner: f64,
    /// The edges of its column.
    column: Column,
    bold: bool,
}

#[derive(Clone, Copy)]
struct Column {
    left: f64,
    right: f64,
    leading: f64,
}

impl Writer<'_> {
    fn flow(&mut self, lines: Vec<Line>) {
        let lines = in_rows(lines);
        let column = column_of(&lines);
        let mut first = true;
        for line in lines {
            let fresh = match &self.open {
                None => true,
                Some(open) if first => !goes_on(open, &line),
                Some(open) => is_new(open, &line, &column),
            };
            first = false;
            if fresh {
                self.begin(line, column);
            } else {
                self.go_on(line, column);
            }
        }
    }

    fn begin(&mut self, mut line: Line, column: Column) {
        self.close();
        let origin = Origin::page(line.page, line.row);
        let mut kind = BlockKind::Paragraph;
        let mut inner = line.x0;
        if let Some(marker) = marker_of(&line).filter(|m| !self.is_numbered_heading(m, &line, column)) {
            line.words.remove(0);
            kind = BlockKind::Item { marker };
            inner = line.words.first().map_or(inner, |w| w.x0);
            line.words.iter_mut().take(1).for_each(|w| w.glued = false);
        }
        let mut block = DraftBlock::new(kind, origin);
        let bold = line.is_bold();
        write(&mut block, &line.words, &self.labels);
        self.open = Some(Open { block, last: line, inner, column, bold });
    }

    /// "2.1 Kosten" in larger or heavy type: the number is the heading's own, not a list mark.
    fn is_numbered_heading(&self, marker: &str, line: &Line, column: Column) -> bool {
        let numbered = marker.starts_with(|c: char| c.is_ascii_digit());
        let short = line.x1 - column.left < 0.8 * (column.right - column.left);
        let heavy = line.is_bold() && short && !line.text().ends_with(['.', ',', ';', ':', '?']);
        numbered && (line.size >= 1.15 * self.body || heavy)
    }

    fn go_on(&mut self, line: Line, column: Column) {
        let Some(open) = &mut self.open else { return };
        add_line(&mut open.block, &line, &self.labels, &self.vocabulary);
        open.bold = open.bold && line.is_bold();
        if open.last.page == line.page && open.last.y < line.y && open.last.x0 > line.x0 + 1.0 && open.inner > line.x0 {
            open.inner = open.inner.min(line.x0);
        }
        open.last = line;
        open.column = column;
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let mut block = open.block;
        if block.kind == BlockKind::Paragraph {
            block.kind = self.kind_of(&block.text, open.last.size, open.bold, &open.last);
        }
        self.draft.push(block);
    }

    /// Headings by size and weight; speakers by their words and a heavy name.
    fn kind_of(&self, text: &str, size: f64, bold: bool, last: &Line) -> BlockKind {
        let short = text.chars().count() <= 200 && text.chars().any(char::is_alphanumeric);
        let some_bold = last.words.iter().any(|w| w.bold);
        if short && some_bold && !bold && SPEAKER.is_match(text) {
            return BlockKind::Speaker;
        }
        let large = size >= 1.15 * self.body;
        if !short || !large && (!bold || text.ends_with(['.', ',', ';'])) {
            return BlockKind::Paragraph;
        }
        let level = match size / self.body {
            r if r >= 1.6 => 1,
            r if r >= 1.15 => 2,
            _ => 3,
        };
        BlockKind::Heading { level }
    }

    fn rows(&mut self, rows: Vec<Row>) {
        self.close();
        for (row, index) in rows.into_iter().zip(0u32..) {
            let mut cells = row.into_iter().filter(|cell| !cell.is_empty()).peekable();
            let Some(place) = cells.peek().and_then(|c| c.first()).map(|l| Origin::page(l.page, l.row)) else {
                continue;
            };
            let header = index == 0;
            let mut block = DraftBlock::new(BlockKind::Row { cells: Vec::new(), header: false }, place.clone());
            let mut bold = true;
            for cell in cells {
                let mut inner = DraftBlock::new(BlockKind::Paragraph, place.clone());
                for (line, at) in in_rows(cell).into_iter().zip(0u32..) {
                    bold &= line.is_bold();
                    if at == 0 {
                        write(&mut inner, &line.words, &self.labels);
                    } else {
                        add_line(&mut inner, &line, &self.labels, &self.vocabulary);
                    }
                }
                add_cell(&mut block, inner);
            }
            if block.cells.len() == 1 {
                block.kind = BlockKind::Paragraph;
                block.cells.clear();
            } else {
                block.kind = BlockKind::Row { cells: Vec::new(), header: header && bold };
            }
            self.draft.push(block);
        }
    }

    /// A column beside the body: set apart, and the paragraph of the body goes on after it.
    fn side(&mut self, lines: Vec<Line>) {
        let open = self.open.take();
        self.frame(lines);
        if let Some(open) = open {
            // The frame must not come between the halves of a paragraph: it goes before it.
            self.open = Some(open);
        }
    }

    fn frame(&mut self, lines: Vec<Line>) {
        let mut lines = in_rows(lines).into_iter();
        let Some(first) = lines.next() else { return };
        let mut block = DraftBlock::new(BlockKind::Frame, Origin::page(first.page, first.row));
        write(&mut block, &first.words, &HashSet::new());
        let mut above = (first.y, first.size);
        for line in lines {
            if line.y - above.0 > 1.6 * above.1 {
                let fresh = DraftBlock::new(BlockKind::Frame, Origin::page(line.page, line.row));
                self.draft.push(std::mem::replace(&mut block, fresh));
                write(&mut block, &line.words, &HashSet::new());
            } else {
                add_line(&mut block, &line, &HashSet::new(), &self.vocabulary);
            }
            above = (line.y, line.size);
        }
        self.draft.push(block);
    }

    fn note(&mut self, note: Note) {
        let mut lines = note.lines.into_iter();
        let Some(first) = lines.next() else { return };
        let mut block = DraftBlock::new(BlockKind::Footnote, Origin::page(first.page, first.row));
        write(&mut block, &first.words, &HashSet::new());
        for line in lines {
            add_line(&mut block, &line, &HashSet::new(), &self.vocabulary);
        }
        self.draft.note(note.label, block);
    }
}

/// Lines of one row, in order, as one line each.
fn in_rows(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| (a.page, a.row).cmp(&(b.page, b.row)).then(a.x0.total_cmp(&b.x0)));
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        match out.last_mut() {
            Some(last) if last.row == line.row && last.page == line.page => last.append(line),
            _ => out.push(line),
        }
    }
    out
}

fn column_of(lines: &[Line]) -> Column {
    let left = lines.iter().map(|l| l.x0).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(|l| l.x1).fold(f64::NEG_INFINITY, f64::max);
    let mut steps: Vec<f64> = lines
        .windows(2)
        .filter(|w| (w[0].size - w[1].size).abs() < 0.06 * w[0].size)
        .map(|w| (w[1].y - w[0].y) / w[1].size)
        .filter(|d| (0.8..2.2).contains(d))
        .collect();
    steps.sort_by(f64::total_cmp);
    // The lower quartile: blank lines between paragraphs are no leading.
    let leading = steps.get(steps.len() / 4).copied().unwrap_or(1.25);
    Column { left, right, leading }
}

fn same_type(a: &Line, b: &Line) -> bool {
    (a.size - b.size).abs() <= 0.07 * a.size.max(b.size)
}

/// Whether the first word of `line` would have stood on the line before, had the text gone on. A number and what it
/// counts are not parted ("1 december"); after words without a full stop there must be room to spare.
fn had_room(last: &Line, line: &Line, right: f64, closed: bool) -> bool {
    let Some(first) = line.words.first() else { return false };
    let short = first.text.chars().count() <= 2 || first.text.starts_with(|c: char| c.is_ascii_digit());
    let most = if short { 2 } else { 1 };
    let mut seen = 0;
    let unit = line.words.iter().take_while(|w| {
        seen += usize::from(!w.glued);
        seen <= most
    });
    let width = unit.last().unwrap_or(first).x1 - first.x0;
    let spare = if closed || first.text.starts_with(char::is_lowercase) { 0.4 } else { 1.5 };
    last.x1 + (0.25 + spare) * last.size + width < right
}

fn is_closed(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '»', ')', '\'']).ends_with(['.', '!', '?', ':', ';'])
}

/// Whether a line opens a new block after the line above it in the same column.
fn is_new(open: &Open, line: &Line, column: &Column) -> bool {
    let last = &open.last;
    let step = (line.y - last.y) / line.size.max(last.size).max(1.0);
    if step > 1.28 * column.leading || !same_type(last, line) {
        return true;
    }
    let text = &open.block.text;
    if ends_in_hyphen(text) && starts_low(line) {
        return false;
    }
    if last.is_bold() != line.is_bold() && (open.bold || line.is_bold()) && !starts_low(line) {
        return true;
    }
    let room = had_room(last, line, column.right, is_closed(text));
    let narrow = column.right - last.x1 > 0.3 * (column.right - column.left);
    let ended = room && (is_closed(text) || !starts_low(line) || narrow);
    if is_item(line, ended || is_closed(text)) {
        return true;
    }
    let item = matches!(open.block.kind, BlockKind::Item { .. });
    if item && line.x0 < open.inner - 0.6 * line.size && last.x0 >= open.inner - 1.0 && open.block.places.len() > 1 {
        return true;
    }
    let indented = !item && line.x0 > last.x0 + 0.9 * line.size && last.x0 <= column.left + 1.0 && is_closed(text);
    ended || indented
}

/// Whether a line at the top of a column or page goes on with the block that was open.
fn goes_on(open: &Open, line: &Line) -> bool {
    let text = &open.block.text;
    if !same_type(&open.last, line) || open.bold != line.is_bold() && !starts_low(line) {
        return false;
    }
    if ends_in_hyphen(text) {
        return true;
    }
    if is_closed(text) || is_item(line, true) {
        return false;
    }
    let rest = open.column.right - open.last.x1;
    let little = rest < 0.15 * (open.column.right - open.column.left);
    !had_room(&open.last, line, open.column.right, false) || starts_low(line) && little
}

fn gap_after_first(line: &Line) -> f64 {
    match line.words.as_slice() {
        [first, second, ..] => (second.x0 - first.x1) / line.size.max(1.0),
        _ => 0.0,
    }
}

/// Whether a line opens a list item; `ended` says that what stands above has come to its end.
fn is_item(line: &Line, ended: bool) -> bool {
    let Some(first) = line.words.first().filter(|_| line.words.len() > 1) else { return false };
    let text = first.text.as_str();
    is_bullet(text) || may_be_marker(text) && (ended || gap_after_first(line) > 0.6)
}

fn marker_of(line: &Line) -> Option<String> {
    is_item(line, true).then(|| line.words[0].text.clone())
}

fn add_cell(row: &mut DraftBlock, cell: DraftBlock) {
    if !row.cells.is_empty() {
        row.text.push('\t');
    }
    let start = row.text.len();
    row.text.push_str(&cell.text);
    row.cells.push(start..row.text.len());
    row.marks.extend(cell.marks.into_iter().map(|(at, label)| (at + start, label)));
    let after = cell.places.into_iter().filter(|(at, _)| *at > 0 || start > 0).map(|(at, o)| (at + start, o));
    row.places.extend(after);
}

/// Adds a line to a block that goes on.
fn add_line(block: &mut DraftBlock, line: &Line, labels: &HashSet<String>, vocabulary: &Vocabulary) {
    let origin = Origin::page(line.page, line.row);
    let after = line.words.first().map_or("", |w| w.text.as_str());
    let before = block.text.rsplit(' ').next().unwrap_or_default();
    if ends_in_hyphen(before) && line.words.first().is_some_and(|w| !w.raised) {
        match decide(before, after, vocabulary) {
            Hyphen::Drop => {
                block.text.pop();
                block.places.push((block.text.len(), origin));
            }
            Hyphen::Keep => block.places.push((block.text.len(), origin)),
            Hyphen::Part => block.place(origin),
        }
    } else if address_goes_on(before, after) {
        block.places.push((block.text.len(), origin));
    } else {
        block.place(origin);
    }
    write(block, &line.words, labels);
}

/// Whether a web address that fills its line goes on in the next: where it is broken, one side has a mark of its own.
fn address_goes_on(before: &str, after: &str) -> bool {
    let from = before.find("://").or_else(|| before.find("www."));
    let open = before.ends_with(['/', '_', '=', '&', '?', '%', '~']);
    let marked = after.starts_with(['/', '_', '=', '&', '?', '%', '~', '#']) || after.starts_with("www.");
    let middle = before.ends_with('.') && after.contains(['/', '.']) && after.starts_with(char::is_lowercase);
    from.is_some() && (open || marked || middle)
}

/// Adds words; raised numbers that are footnote marks become marks.
fn write(block: &mut DraftBlock, words: &[Word], labels: &HashSet<String>) {
    let mut first = true;
    for word in words {
        if word.raised && hangs(block, word, labels) {
            for label in word.text.split([',', ' ', ')', '(', '[', ']']).filter(|l| !l.is_empty()) {
                block.mark(label);
            }
            continue;
        }
        if !first && !word.glued {
            block.push(" ");
        }
        first = false;
        block.push(&word.text);
    }
}

/// Whether a raised word is a footnote mark and no power or ordinal.
fn hangs(block: &DraftBlock, word: &Word, labels: &HashSet<String>) -> bool {
    let text = word.text.trim_matches(['(', ')', '[', ']']);
    let parts: Vec<&str> = text.split([',', ' ']).filter(|p| !p.is_empty()).collect();
    let is_mark = |p: &&str| p.len() <= 3 && p.bytes().all(|b| b.is_ascii_digit()) || p.chars().all(|c| c == '*');
    if parts.is_empty() || !parts.iter().all(is_mark) || block.text.is_empty() {
        return false;
    }
    if parts.iter().any(|p| labels.contains(*p)) {
        let unit = block.text.rsplit(' ').next().unwrap_or_default();
        return !(["m", "km", "cm", "dm", "mm", "CO"].contains(&unit) && matches!(text, "2" | "3"));
    }
    let unit = block.text.rsplit([' ', '/', '(']).next().unwrap_or_default();
    let letters = unit.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 || !unit.chars().next_back().is_some_and(char::is_alphanumeric)
}
