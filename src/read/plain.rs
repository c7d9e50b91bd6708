//! Plain text as it comes out of a converter.

use super::encoding::Decoded;
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::text::Origin;

/// Reads plain text: blank lines part paragraphs.
pub(super) fn read(decoded: Decoded) -> Draft {
    let mut draft = Draft { warnings: decoded.warnings, ..Draft::default() };
    let mut open: Option<DraftBlock> = None;
    for (line, number) in decoded.text.lines().zip(1u32..) {
        if line.trim().is_empty() {
            if let Some(done) = open.take() {
                draft.push(done);
            }
            continue;
        }
        match &mut open {
            Some(block) => {
                block.place(Origin::line(number));
                block.push(line);
            }
            None => open = Some(DraftBlock::with(BlockKind::Paragraph, Origin::line(number), line)),
        }
    }
    if let Some(last) = open {
        draft.push(last);
    }
    draft
}
