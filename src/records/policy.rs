//! What a policy allows, forbids, requires or advises.

use super::{Context, PolicyRule};
use crate::document::Document;

/// All that the document holds, in order of place.
pub(super) fn extract(doc: &Document, ctx: &Context) -> Vec<PolicyRule> {
    let _ = (doc, ctx);
    Vec::new()
}
