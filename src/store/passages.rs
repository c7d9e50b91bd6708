//! Cuts a document into passages: what is found by searching, and small enough to read at a glance.

use crate::document::{BlockKind, Document, Kind};
use crate::text::{Span, sentences};

/// A stretch of a document with the headings above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// Headings, outermost first, with " › " between; a speaker counts as the innermost.
    pub(super) heading: String,
    /// Where it stands.
    pub(super) span: Span,
}

/// Bytes up to which short blocks are taken together.
const FULL: usize = 1_000;
/// Bytes above which one block is cut at its sentences.
const LONG: usize = 2_000;
/// Bytes up to which the text of a motion stays whole: its considerations and its dictum answer one question together.
const MOTION: usize = 4_000;
/// The level of a speaker: under every heading.
const SPEAKER: u8 = u8::MAX;

/// The passages of a document, in order; together they hold every block but the frames.
pub(super) fn passages(doc: &Document) -> Vec<Passage> {
    let text = doc.text();
    let full = if doc.meta.kind == Kind::Motie { MOTION } else { FULL };
    let mut cutter = Cutter { text, full, path: Vec::new(), bare: None, open: None, done: Vec::new() };
    let mut notes = false;
    for block in &doc.blocks {
        match block.kind {
            BlockKind::Heading { level } => cutter.heading(level.min(SPEAKER - 1), block.span),
            BlockKind::Speaker => cutter.heading(SPEAKER, block.span),
            BlockKind::Frame => cutter.close(),
            BlockKind::Footnote => {
                if !notes {
                    cutter.close();
                    cutter.path.clear();
                    notes = true;
                }
                cutter.add(block.span);
            }
            _ => cutter.add(block.span),
        }
    }
    cutter.close();
    cutter.done
}

struct Cutter<'t> {
    text: &'t str,
    full: usize,
    path: Vec<(u8, Span)>,
    /// A heading under which nothing stands yet.
    bare: Option<Span>,
    open: Option<Span>,
    done: Vec<Passage>,
}

impl Cutter<'_> {
    fn heading(&mut self, level: u8, span: Span) {
        self.close();
        self.path.retain(|(above, _)| *above < level);
        self.path.push((level, span));
        self.bare = Some(span);
    }

    fn add(&mut self, span: Span) {
        self.bare = None;
        if span.len() > LONG.max(self.full) {
            self.close();
            for piece in pieces(self.text, span) {
                self.put(piece);
            }
            return;
        }
        match self.open {
            Some(open) if open.cover(span).len() <= self.full => self.open = Some(open.cover(span)),
            _ => {
                self.close();
                self.open = Some(span);
            }
        }
    }

    fn close(&mut self) {
        let bare = self.bare.take();
        if let Some(span) = self.open.take().or(bare) {
            self.put(span);
        }
    }

    fn put(&mut self, span: Span) {
        if span.trim(self.text).is_empty() {
            return;
        }
        let path: Vec<&str> = self.path.iter().filter(|(_, s)| *s != span).map(|(_, s)| s.of(self.text)).collect();
        self.done.push(Passage { heading: path.join(" › "), span });
    }
}

/// A long block in pieces of whole sentences; a sentence that is too long itself is cut at a blank, else at a character.
fn pieces(text: &str, span: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for sentence in sentences(text, span) {
        match found.last_mut() {
            Some(last) if last.cover(sentence).len() <= FULL => *last = last.cover(sentence),
            _ => {
                let mut rest = sentence;
                while rest.len() > LONG {
                    let words = rest.of(text);
                    let limit = words.floor_char_boundary(FULL);
                    let cut = words[..limit].rfind(' ').filter(|c| *c > 0).unwrap_or(limit);
                    let (Some(head), Some(tail)) = (rest.inner(text, 0..cut), rest.inner(text, cut..words.len()))
                    else {
                        break;
                    };
                    found.push(head.trim(text));
                    rest = tail.trim(text);
                }
                found.push(rest);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Draft, DraftBlock};
    use crate::text::Origin;
    use proptest::prelude::*;

    fn doc(blocks: &[(BlockKind, String)]) -> Document {
        let mut draft = Draft::default();
        for (kind, words) in blocks {
            draft.push(DraftBlock::with(kind.clone(), Origin::line(1), words));
        }
        draft.finish("proef.txt", "txt")
    }

    #[test]
    fn short_blocks_stand_together_under_their_headings() {
        let h = |level| BlockKind::Heading { level };
        let p = BlockKind::Paragraph;
        let doc = doc(&[
            (h(1), "Dijken".into()),
            (p.clone(), "Eerste zin.".into()),
            (p.clone(), "Tweede zin.".into()),
            (h(2), "Kosten".into()),
            (p.clone(), "Veel.".into()),
            (h(2), "Leeg".into()),
            (BlockKind::Speaker, "Mevrouw Bakker (XYZ):".into()),
            (p, "Dank u wel.".into()),
        ]);
        let found = passages(&doc);
        let shown: Vec<_> = found.iter().map(|f| (f.heading.as_str(), doc.of(f.span))).collect();
        assert_eq!(
            shown,
            [
                ("Dijken", "Eerste zin.\nTweede zin."),
                ("Dijken › Kosten", "Veel."),
                ("Dijken", "Leeg"),
                ("Dijken › Leeg › Mevrouw Bakker (XYZ):", "Dank u wel."),
            ]
        );
    }

    proptest! {
        #[test]
        fn every_word_is_in_one_passage(lines in prop::collection::vec(("[a-zé.? ]{1,60}", 1usize..90), 0..12)) {
            let blocks: Vec<_> = lines.into_iter().map(|(l, n)| (BlockKind::Paragraph, l.repeat(n))).collect();
            let doc = doc(&blocks);
            let found = passages(&doc);
            let kept: String = found.iter().flat_map(|f| doc.of(f.span).split_whitespace()).collect();
            let all: String = doc.text().split_whitespace().collect();
            prop_assert_eq!(kept, all);
            prop_assert!(found.windows(2).all(|w| w[0].span.end() <= w[1].span.start()));
            prop_assert!(found.iter().all(|f| f.span.len() <= LONG));
        }
    }
}
