//! What each actor says about the execution of a motion.

use super::{Context, FollowUp, Motion};

/// What the document says about the motions it names, in order of place.
pub(super) fn extract(ctx: &Context, motions: &[Motion]) -> Vec<FollowUp> {
    let _ = (ctx, motions);
    Vec::new()
}
