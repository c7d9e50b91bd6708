//! References to other documents as records, footnotes included. Nothing is dropped: what stays open keeps its candidates.

use super::{Citation, Context};
use crate::rules;

/// All references of a document, in order of place.
pub(super) fn extract(ctx: &Context) -> Vec<Citation> {
    let found = rules::citations(ctx.doc).into_iter().map(|c| Citation {
        origin: ctx.doc.origin_at(c.span.start()),
        raw: c.raw,
        key: c.key,
        repaired: c.repaired,
        candidates: c.candidates,
        span: c.span,
        rule: c.rule.to_string(),
    });
    found.collect()
}
