//! Migrations: moves of government ICT to a cloud or another host.

use super::{Context, Migration};
use crate::document::Document;

/// All that the document holds, in order of place.
pub(super) fn extract(doc: &Document, ctx: &Context) -> Vec<Migration> {
    let _ = (doc, ctx);
    Vec::new()
}
