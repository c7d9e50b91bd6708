//! The parts a canonical text is made of.

use crate::text::{Origin, Span};
use serde::{Deserialize, Serialize};

/// One block of running text. Blocks are separated by one line feed; inside a block all white space is one blank.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub span: Span,
    /// Where lines or pages of the file begin inside it: offset in the canonical text and place, in order. Never empty.
    pub places: Vec<(usize, Origin)>,
}

impl Block {
    /// Where a person finds `offset` (an offset of the canonical text inside this block).
    pub fn origin_at(&self, offset: usize) -> Origin {
        let after = self.places.partition_point(|(start, _)| *start <= offset);
        let place = self.places.get(after.saturating_sub(1));
        place.map(|(_, origin)| origin.clone()).unwrap_or_default()
    }

    /// Where the block begins in the file.
    pub fn origin(&self) -> Origin {
        self.origin_at(self.span.start())
    }

    /// Whether it is a heading of any level.
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading { .. })
    }
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// A heading; level 1 is the highest. "Vraag 1" and actor sub-headings ("Rijksbreed") are headings too.
    Heading {
        /// Depth, from 1.
        level: u8,
    },
    /// Running text.
    Paragraph,
    /// A list item, without its mark.
    Item {
        /// The mark as it stood: "•", "1.", "a)".
        marker: String,
    },
    /// A table row; its text is the cells with a tab between them.
    Row {
        /// The cells, in order.
        cells: Vec<Span>,
        /// Whether it is the table's heading row.
        header: bool,
    },
    /// The body of a footnote or endnote.
    Footnote,
    /// The opening of a speaker's turn in a debate report: "De heer Veltman (VVD):".
    Speaker,
    /// What frames the text and says nothing itself: tables of contents, addresses, references, running headers.
    Frame,
}

/// A footnote: its mark in the running text is taken out and remembered here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Footnote {
    /// The mark as it stood: "1", "[4]".
    pub label: String,
    /// Where the mark stood: the offset right after the word it hangs on. `None` where no mark was found.
    pub anchor: Option<usize>,
    /// The note itself, a block of kind [`BlockKind::Footnote`].
    pub body: Span,
}

/// A link that the file carries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The words that are linked.
    pub span: Span,
    /// What they lead to, as it stands in the file: `kst-35896-12`, a URL.
    pub target: String,
}
