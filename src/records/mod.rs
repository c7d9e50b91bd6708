//! What a document says, as structured records that each carry their evidence. Findings go in, records come out; names,
//! numbers and cross-references are resolved here, or kept open with their candidates. The border: one document at a
//! time in [`extract`]; what needs several documents is in [`link`]. No disk, no clock.

/// A constant expression of its own name, in any case, for functions that hold many. The modules below share it.
macro_rules! pattern {
    ($name:ident, $pattern:expr) => {
        static $name: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| crate::text::constant(&format!("(?i){}", $pattern)));
    };
}

mod citations;
mod commitments;
mod context;
mod debate;
pub mod diff;
mod follow_ups;
mod info;
pub mod link;
mod migrations;
mod motions;
mod policy;
pub mod score;
mod stems;
mod stretches;
mod types;
mod voices;
mod zone;

pub(crate) use stems::telling;

pub use context::{Context, Part};
pub use types::{
    Actor, AnswerInfo, Citation, Commitment, Dictum, DocumentInfo, Evidence, Extraction, FollowUp, Migration, Motion,
    Norm, Phase, PolicyRule, QuestionInfo, RecordKind, Status, Strength,
};

use crate::document::Document;
use crate::text::constant;

/// All records of one document. A pure function: the same document always gives the same records, in order of place.
pub fn extract(doc: &Document) -> Extraction {
    let ctx = Context::new(doc);
    let citations = citations::extract(&ctx);
    let mut motions = motions::extract(&ctx, &citations);
    let heard = debate::heard(&ctx, &mut motions);
    let commitments = commitments(&ctx);
    let mut follow_ups = follow_ups::extract(&ctx, &motions);
    debate::follow_ups(&ctx, &heard, &motions, &commitments, &mut follow_ups);
    Extraction {
        document: info::of(doc),
        follow_ups,
        citations,
        motions,
        commitments,
        migrations: migrations::extract(doc, &ctx),
        policy_rules: policy::extract(doc, &ctx),
    }
}

/// The commitments of a document, with those that the chair of a debate reads out.
fn commitments(ctx: &Context) -> Vec<Commitment> {
    let mut found = commitments::extract(ctx.doc, ctx);
    debate::closing(ctx, &mut found);
    found
}

/// How many records of one kind a document holds. Does no more than that kind needs, so that its cost can be measured.
pub fn count(doc: &Document, kind: RecordKind) -> usize {
    let ctx = Context::new(doc);
    let motions = || {
        let mut motions = motions::extract(&ctx, &citations::extract(&ctx));
        let heard = debate::heard(&ctx, &mut motions);
        (motions, heard)
    };
    match kind {
        RecordKind::Citation => citations::extract(&ctx).len(),
        RecordKind::Motion => motions().0.len(),
        RecordKind::FollowUp => {
            let (motions, heard) = motions();
            let mut found = follow_ups::extract(&ctx, &motions);
            debate::follow_ups(&ctx, &heard, &motions, &commitments(&ctx), &mut found);
            found.len()
        }
        RecordKind::Commitment => commitments(&ctx).len(),
        RecordKind::Migration => migrations::extract(doc, &ctx).len(),
        RecordKind::PolicyRule => policy::extract(doc, &ctx).len(),
    }
}
