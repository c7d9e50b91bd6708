//! The waist: everything before makes a [`Document`], everything after reads one.
//!
//! One canonical text, fixed when it is built; blocks cover it in order without overlap; every place in it leads back
//! to the file as received. The border: no file format and no rule is known here.

mod block;
mod draft;
mod manifest;
mod meta;
mod outline;

pub use block::{Block, BlockKind, Footnote, Link};
pub use draft::{Draft, DraftBlock};
pub use manifest::{Manifest, ManifestEntry};
pub use meta::{Answer, Dictum, Kind, Meta, MotionText, Person, Question, Signer};
pub use outline::outline;

use crate::text::{Origin, Span, sentences};
use serde::{Deserialize, Serialize};

/// One document as it was read. `text` never changes after [`Draft::finish`]; all spans point into it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Name of the file as the user knows it (the path as given).
    pub source: String,
    /// The format it was read as: `txt`, `md`, `xml`, `pdf`, `docx`, …
    pub format: String,
    text: String,
    /// Headings, paragraphs, list items, table rows and footnotes, in order, covering `text`.
    pub blocks: Vec<Block>,
    /// Footnotes: mark, place of the mark and the body, which stands at the end of `text`.
    pub footnotes: Vec<Footnote>,
    /// Links that the file itself carries (XML attributes, hyperlinks).
    pub links: Vec<Link>,
    /// Kind, number, date, sender, askers.
    pub meta: Meta,
    /// Questions with their answers, for answers to Kamervragen and lists of questions.
    pub questions: Vec<Question>,
    /// Motions whose own text stands in the document.
    pub motions: Vec<MotionText>,
    /// What the reader repaired or could not read, in Dutch, for the user.
    pub warnings: Vec<String>,
}

/// The rows of a table, each with its cells.
pub type Rows<'d> = Vec<(Span, &'d [Span])>;

impl Document {
    /// The canonical text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of a span.
    pub fn of(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The tables of the text, in order, each after the number of its first block.
    pub fn tables(&self) -> Vec<(usize, Rows<'_>)> {
        let mut tables: Vec<(usize, Rows)> = Vec::new();
        for (index, block) in self.blocks.iter().enumerate() {
            let BlockKind::Row { cells, .. } = &block.kind else { continue };
            match tables.last_mut() {
                Some((first, rows)) if *first + rows.len() == index => rows.push((block.span, cells)),
                _ => tables.push((index, vec![(block.span, cells)])),
            }
        }
        tables
    }

    /// The block that holds `offset`.
    pub fn block_at(&self, offset: usize) -> Option<&Block> {
        self.blocks.get(self.block_index(offset)?)
    }

    /// The index in `blocks` of the block that holds `offset`.
    pub fn block_index(&self, offset: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|b| b.span.start() <= offset);
        let index = after.checked_sub(1)?;
        (offset <= self.blocks[index].span.end()).then_some(index)
    }

    /// Where a person finds `offset` in the file as received.
    pub fn origin_at(&self, offset: usize) -> Origin {
        self.block_at(offset).map(|b| b.origin_at(offset)).unwrap_or_default()
    }

    /// The headings that `offset` stands under, outermost first.
    pub fn headings_at(&self, offset: usize) -> Vec<&Block> {
        let Some(at) = self.block_index(offset) else { return Vec::new() };
        let mut above = u8::MAX;
        let mut found: Vec<&Block> = Vec::new();
        for block in self.blocks[..=at].iter().rev() {
            if let BlockKind::Heading { level } = block.kind
                && level < above
            {
                found.push(block);
                above = level;
            }
        }
        found.reverse();
        found
    }

    /// Every sentence with the index of its block: headings, list items and table cells count as one sentence each
    /// where they hold no full stop. Footnote bodies are included.
    pub fn sentences(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        self.blocks.iter().enumerate().flat_map(move |(index, block)| {
            let parts = match &block.kind {
                BlockKind::Row { cells, .. } => cells.iter().flat_map(|c| sentences(&self.text, *c)).collect(),
                _ => sentences(&self.text, block.span),
            };
            parts.into_iter().map(move |s| (index, s))
        })
    }

    /// The footnote whose body holds `offset`.
    pub fn footnote_at(&self, offset: usize) -> Option<&Footnote> {
        self.footnotes.iter().find(|f| f.body.holds(offset))
    }
}
