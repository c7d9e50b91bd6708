//! Motions: from their own text, and as letters, answers, lists and tables name them.

use super::{Citation, Context, Motion};

/// The motions a document holds or names, one record a motion.
pub(super) fn extract(ctx: &Context, citations: &[Citation]) -> Vec<Motion> {
    let _ = (ctx, citations);
    Vec::new()
}
