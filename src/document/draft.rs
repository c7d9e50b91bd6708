//! A document in the making: readers push blocks, genres relabel them, `finish` fixes the text for good.

use super::{Block, BlockKind, Document, Footnote, Link, Meta};
use crate::text::{Origin, Span};
use std::ops::Range;

/// Blocks and footnotes of a document before its canonical text is fixed.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The blocks, in reading order; footnote bodies are kept apart in `notes`.
    pub blocks: Vec<DraftBlock>,
    /// Footnote bodies with their labels, in order.
    pub notes: Vec<(String, DraftBlock)>,
    /// What the file's own metadata says (XML `<meta>`, document properties); genres read it, the user never sees it raw.
    pub properties: Vec<(String, String)>,
    /// What was repaired or could not be read, in Dutch.
    pub warnings: Vec<String>,
}

/// One block in the making. Text goes in by [`DraftBlock::push`], which folds white space as it comes.
#[derive(Clone, Debug)]
pub struct DraftBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its words so far: single blanks, no soft hyphens, no control characters.
    pub text: String,
    /// Offsets in `text` where a line, page or element of the file begins.
    pub places: Vec<(usize, Origin)>,
    /// Footnote marks: offset in `text` right after the word they hang on, and label.
    pub marks: Vec<(usize, String)>,
    /// Links: range of `text`, and target.
    pub links: Vec<(Range<usize>, String)>,
    /// Ranges of `text` that are table cells (only for rows).
    pub cells: Vec<Range<usize>>,
    /// A blank is owed before the next word.
    gap: bool,
}

impl DraftBlock {
    /// An empty block that begins at `origin`.
    pub fn new(kind: BlockKind, origin: Origin) -> DraftBlock {
        DraftBlock {
            kind,
            text: String::new(),
            places: vec![(0, origin)],
            marks: Vec::new(),
            links: Vec::new(),
            cells: Vec::new(),
            gap: false,
        }
    }

    /// A block with its words.
    pub fn with(kind: BlockKind, origin: Origin, words: &str) -> DraftBlock {
        let mut block = DraftBlock::new(kind, origin);
        block.push(words);
        block
    }

    /// Adds words as they stand in the file; any run of white space (no-break blanks too) becomes one blank, soft
    /// hyphens and control characters go. White space at the seam of two pushes counts.
    pub fn push(&mut self, words: &str) {
        for c in words.chars() {
            if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
                self.gap = !self.text.is_empty();
            } else if c != '\u{ad}' && !c.is_control() {
                if self.gap && !self.text.ends_with('\t') {
                    self.text.push(' ');
                }
                self.gap = false;
                self.text.push(c);
            }
        }
    }

    /// A new line, page or element of the file begins here; a blank comes before what follows.
    pub fn place(&mut self, origin: Origin) {
        self.gap = !self.text.is_empty();
        let at = self.text.len() + usize::from(self.gap);
        match self.places.last_mut() {
            Some(last) if last.0 >= at => last.1 = origin,
            _ => self.places.push((at, origin)),
        }
    }

    /// A footnote mark hangs on the last word pushed.
    pub fn mark(&mut self, label: impl Into<String>) {
        self.marks.push((self.text.len(), label.into()));
    }

    /// Adds words that are a link.
    pub fn link(&mut self, words: &str, target: impl Into<String>) {
        self.push("");
        let start = self.text.len() + usize::from(self.gap || words.starts_with(char::is_whitespace));
        self.push(words);
        if start < self.text.len() {
            self.links.push((start..self.text.len(), target.into()));
        }
    }

    /// Adds a table cell.
    pub fn cell(&mut self, words: &str) {
        if !self.cells.is_empty() {
            self.text.push('\t');
        }
        self.gap = false;
        let start = self.text.len();
        self.push(words);
        self.gap = false;
        self.cells.push(start..self.text.len());
    }

    /// Whether it holds no word.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Appends another block's words, marks, links and places after a blank (`glue` false) or directly (`glue` true,
    /// for a word broken over two lines).
    pub fn join(&mut self, other: DraftBlock, glue: bool) {
        if !glue && !self.text.is_empty() && !other.text.is_empty() {
            self.text.push(' ');
        }
        let base = self.text.len();
        self.text.push_str(&other.text);
        self.places.extend(other.places.into_iter().map(|(at, o)| (at + base, o)));
        self.marks.extend(other.marks.into_iter().map(|(at, l)| (at + base, l)));
        self.links.extend(other.links.into_iter().map(|(r, t)| (r.start + base..r.end + base, t)));
        self.gap = other.gap;
    }

    /// Splits at `at` (a byte of `text`, on a character boundary): this block keeps what is before, the rest is
    /// returned with the same kind. Marks, links and places go where their words go.
    #[must_use]
    pub fn split_off(&mut self, at: usize) -> DraftBlock {
        let tail = self.text.split_off(at);
        let skip = tail.len() - tail.trim_start().len();
        let base = at + skip;
        let origin = self.places.iter().rev().find(|(p, _)| *p <= base).map(|(_, o)| o.clone()).unwrap_or_default();
        let mut rest = DraftBlock::with(self.kind.clone(), origin, &tail);
        rest.places.extend(self.places.iter().filter(|(p, _)| *p > base).map(|(p, o)| (p - base, o.clone())));
        rest.marks.extend(self.marks.iter().filter(|(p, _)| *p > at).map(|(p, l)| (p.saturating_sub(base), l.clone())));
        let inside = self.links.iter().filter(|(r, _)| r.start >= base);
        rest.links.extend(inside.map(|(r, t)| (r.start - base..r.end - base, t.clone())));
        self.places.retain(|(p, _)| *p <= at);
        self.marks.retain(|(p, _)| *p <= at);
        self.links.retain(|(r, _)| r.end <= at);
        self.text.truncate(self.text.trim_end().len());
        let end = self.text.len();
        self.marks.iter_mut().for_each(|(p, _)| *p = (*p).min(end));
        rest
    }
}

impl Draft {
    /// Adds a block; an empty one is dropped, its marks go to the block before it.
    pub fn push(&mut self, block: DraftBlock) {
        if !block.is_empty() {
            self.blocks.push(block);
        } else if let Some(last) = self.blocks.last_mut() {
            let end = last.text.len();
            last.marks.extend(block.marks.into_iter().map(|(_, label)| (end, label)));
        }
    }

    /// Adds a footnote body.
    pub fn note(&mut self, label: impl Into<String>, mut body: DraftBlock) {
        body.kind = BlockKind::Footnote;
        self.notes.push((label.into(), body));
    }

    /// Adds a warning, once.
    pub fn warn(&mut self, warning: impl Into<String>) {
        let warning = warning.into();
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Fixes the canonical text: the blocks, then the footnote bodies, a line feed between any two. Marks find the
    /// next body with their label.
    pub fn finish(self, source: impl Into<String>, format: impl Into<String>) -> Document {
        let mut text = String::new();
        let mut blocks = Vec::new();
        let mut links = Vec::new();
        let mut marks: Vec<(usize, String)> = Vec::new();
        let mut footnotes = Vec::new();
        let mut labels = Vec::new();
        let bodies = self.notes.into_iter().map(|(label, block)| (Some(label), block));
        for (label, draft) in self.blocks.into_iter().map(|b| (None, b)).chain(bodies) {
            if draft.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
            }
            let base = text.len();
            text.push_str(&draft.text);
            let span_of = |r: Range<usize>, text: &str| Span::new(text, r.start + base..r.end + base);
            let kind = match draft.kind {
                BlockKind::Row { header, .. } => {
                    let cells = draft.cells.into_iter().filter_map(|r| span_of(r, &text)).collect();
                    BlockKind::Row { cells, header }
                }
                kind => kind,
            };
            let Some(span) = span_of(0..draft.text.len(), &text) else { continue };
            marks.extend(draft.marks.into_iter().map(|(at, l)| (at + base, l)));
            links.extend(
                draft.links.into_iter().filter_map(|(r, target)| Some(Link { span: span_of(r, &text)?, target })),
            );
            let places = draft.places.into_iter().map(|(at, o)| (at + base, o)).collect();
            labels.extend(label.map(|label| (label, span)));
            blocks.push(Block { kind, span, places });
        }
        for (label, body) in labels {
            let at = marks.iter().position(|(_, l)| *l == label);
            let anchor = at.map(|at| marks.remove(at).0);
            footnotes.push(Footnote { label, anchor, body });
        }
        Document {
            source: source.into(),
            format: format.into(),
            text,
            blocks,
            footnotes,
            links,
            meta: Meta::default(),
            questions: Vec::new(),
            motions: Vec::new(),
            warnings: self.warnings,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(words: &str) -> DraftBlock {
        DraftBlock::with(BlockKind::Paragraph, Origin::line(1), words)
    }

    #[test]
    fn white_space_is_folded_and_marks_find_their_notes() {
        let mut draft = Draft::default();
        let mut block = paragraph("Op 18\u{a0}maart  nam");
        block.place(Origin::line(2));
        block.push("de Kamer de motie");
        block.mark("1");
        block.push(" aan.");
        draft.push(block);
        draft.note("1", paragraph("Kamerstuk 26 643, nr. 1315."));
        let doc = draft.finish("brief.txt", "txt");
        assert_eq!(doc.text(), "Op 18 maart nam de Kamer de motie aan.\nKamerstuk 26 643, nr. 1315.");
        let note = &doc.footnotes[0];
        assert_eq!(&doc.text()[..note.anchor.unwrap()], "Op 18 maart nam de Kamer de motie");
        assert_eq!(doc.origin_at(doc.text().find("de Kamer").unwrap()), Origin::line(2));
        assert_eq!(doc.origin_at(3), Origin::line(1));
    }

    #[test]
    fn a_split_keeps_every_word_and_place() {
        let mut block = paragraph("Vraag 1");
        block.place(Origin::line(2));
        block.push("Bent u bekend met dit bericht");
        block.mark("3");
        let rest = block.split_off("Vraag 1".len());
        assert_eq!((block.text.as_str(), rest.text.as_str()), ("Vraag 1", "Bent u bekend met dit bericht"));
        assert_eq!(rest.places[0].1, Origin::line(2));
        assert_eq!(rest.marks, [(rest.text.len(), "3".to_string())]);
    }

    #[test]
    fn cells_keep_their_words_apart() {
        let mut row = DraftBlock::new(BlockKind::Row { cells: Vec::new(), header: false }, Origin::line(1));
        row.cell("Motie X");
        row.cell("Afgedaan.");
        let mut draft = Draft::default();
        draft.push(row);
        let doc = draft.finish("tabel", "md");
        let BlockKind::Row { cells, .. } = &doc.blocks[0].kind else { panic!("geen rij") };
        assert_eq!(cells.iter().map(|c| doc.of(*c)).collect::<Vec<_>>(), ["Motie X", "Afgedaan."]);
    }
}
