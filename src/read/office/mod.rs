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

/// How deep tables, text boxes and content controls may stand in each other before they are passed over.
const DEEPEST: usize = 32;

/// A table as it was read: rows of cells, each cell its blocks.
type Table = Vec<(bool, Vec<Vec<DraftBlock>>)>;

/// Puts a table into the draft: a table that only lays out the page (one column, or a cell that holds running text and
/// headings) becomes the blocks of its cells in order; any other becomes rows.
fn table(draft: &mut Draft, number: usize, table: Table) {
    let layout = table.iter().all(|(_, cells)| cells.iter().filter(|c| !c.is_empty()).count() < 2)
        || table.iter().flat_map(|(_, cells)| cells).any(|c| c.len() > 6 || c.iter().any(|b| !plain(b)));
    for (index, (header, cells)) in table.into_iter().enumerate() {
        if layout {
            cells.into_iter().flatten().for_each(|block| draft.push(block));
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
