//! Office files: a zip with XML in it. DOCX and ODT make the same draft.

mod docx;
mod numbering;
mod odt;
mod package;
mod styles;
mod tree;

pub(super) use docx::read as read_docx;
pub(super) use odt::read as read_odt;

use crate::document::{BlockKind, Draft, DraftBlock};
use crate::text::Origin;
use std::collections::HashSet;

/// How deep tables, text boxes and content controls may stand in each other before they are passed over.
const DEEPEST: usize = 32;

/// Where a person finds the lines of headers and footers.
const MARGIN: &str = "kop- of voettekst";

/// A table as it was read: rows of cells, each cell its blocks.
type Table = Vec<(bool, Vec<Vec<DraftBlock>>)>;

/// Puts a table into the draft: a table that only lays out the page (one column, most rows with one cell that says
/// something, or a cell that holds running text and headings) becomes the blocks of its cells in order; any other
/// becomes rows. The Chamber's own documents are laid out so: a number at the left, its line at the right.
fn table(draft: &mut Draft, number: usize, table: Table) {
    let filled = |cells: &[Vec<DraftBlock>]| cells.iter().filter(|c| !c.is_empty()).count();
    let several = table.iter().filter(|(_, cells)| filled(cells) > 1).count();
    let single = table.iter().filter(|(_, cells)| filled(cells) == 1).count();
    let lines = several == 0 || (single > 3 && single > several);
    let layout = lines || table.iter().flat_map(|(_, cells)| cells).any(|c| c.len() > 6 || c.iter().any(|b| !plain(b)));
    for (index, (header, cells)) in table.into_iter().enumerate() {
        if layout {
            let one_line = lines && cells.iter().all(|c| c.len() <= 1);
            let mut blocks = cells.into_iter().flatten();
            if one_line && let Some(mut line) = blocks.next() {
                for block in blocks.by_ref() {
                    if matches!(line.kind, BlockKind::Paragraph) {
                        line.kind = block.kind.clone();
                    }
                    line.join(block, false);
                }
                draft.push(line);
            }
            blocks.for_each(|block| draft.push(block));
            continue;
        }
        let origin = Origin::path(format!("tabel {number}, rij {}", index + 1));
        let mut row = DraftBlock::new(BlockKind::Row { cells: Vec::new(), header }, origin);
        for cell in cells {
            let mut words: Option<DraftBlock> = None;
            for block in cell {
                match &mut words {
                    Some(words) => words.join(block, false),
                    None => words = Some(block),
                }
            }
            let words = words.unwrap_or_else(|| DraftBlock::new(BlockKind::Paragraph, Origin::default()));
            row.cell("");
            let base = row.text.len();
            row.text.push_str(&words.text);
            row.marks.extend(words.marks.into_iter().map(|(at, label)| (at + base, label)));
            row.links.extend(words.links.into_iter().map(|(r, target)| (r.start + base..r.end + base, target)));
            if let Some(last) = row.cells.last_mut() {
                last.end = row.text.len();
            }
        }
        draft.push(row);
    }
}

fn plain(block: &DraftBlock) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. })
        || matches!(block.kind, BlockKind::Heading { .. }) && block.text.len() < 120
}

/// Sets a line of a header or footer apart, unless it holds no word or was `said` before: every page has it again.
fn margin(draft: &mut Draft, said: &mut HashSet<String>, mut line: DraftBlock) {
    line.kind = BlockKind::Frame;
    line.places = vec![(0, Origin::path(MARGIN))];
    line.marks.clear();
    line.cells.clear();
    if line.text.contains(char::is_alphabetic) && said.insert(line.text.clone()) {
        draft.push(line);
    }
}

/// Whether a paragraph that is wholly bold, italic or underlined is a heading: short, and no sentence.
fn looks_like_heading(words: &str) -> bool {
    let words = words.trim();
    (2..=140).contains(&words.chars().count())
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !words.ends_with(['.', '!', ';', ',', ':', '…'])
        && !words.contains('?')
}

/// Joins a sentence that was typed as two paragraphs: the first has no end, the second begins with a small letter.
fn rejoin(draft: &mut Draft) {
    let mut joined: Vec<DraftBlock> = Vec::with_capacity(draft.blocks.len());
    for block in draft.blocks.drain(..) {
        match joined.last_mut() {
            Some(last)
                if last.kind == BlockKind::Paragraph
                    && block.kind == BlockKind::Paragraph
                    && last.text.ends_with(|c: char| c.is_alphanumeric() || c == ',')
                    && last.text.len() > 40
                    && block.text.starts_with(char::is_lowercase) =>
            {
                last.join(block, false);
            }
            _ => joined.push(block),
        }
    }
    draft.blocks = joined;
}
