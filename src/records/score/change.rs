//! What a change did: two runs over the same annotations laid side by side.

use super::{KindScore, Remark, Report};
use serde::Serialize;

/// What changed in one kind of record.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Change {
    /// The name in the output contract.
    pub kind: String,
    /// Precision, before and after.
    pub precision: (f64, f64),
    /// Recall, before and after.
    pub recall: (f64, f64),
    /// Missed before, found now.
    pub found: Vec<Remark>,
    /// Found before, missed now.
    pub missed: Vec<Remark>,
    /// Wrongly found before, no longer.
    pub mended: Vec<Remark>,
    /// Wrongly found now, not before.
    pub spoilt: Vec<Remark>,
    /// Fields that are right now and were not.
    pub righted: Vec<Remark>,
    /// Fields that were right and are no longer.
    pub wronged: Vec<Remark>,
}

/// What changed from `before` to `after`, per kind in the order of `after`.
pub fn changes(before: &Report, after: &Report) -> Vec<Change> {
    let none = KindScore::default();
    let change = |new: &KindScore| {
        let old = before.kind(&new.kind).unwrap_or(&none);
        Change {
            kind: new.kind.clone(),
            precision: (old.precision(), new.precision()),
            recall: (old.recall(), new.recall()),
            found: without(&old.misses, &new.misses),
            missed: without(&new.misses, &old.misses),
            mended: without(&old.wrongs, &new.wrongs),
            spoilt: without(&new.wrongs, &old.wrongs),
            righted: without(&old.differences, &new.differences),
            wronged: without(&new.differences, &old.differences),
        }
    };
    after.total.iter().map(change).collect()
}

/// The remarks of `all` that `known` does not have; by which rule something was found makes no difference.
fn without(all: &[Remark], known: &[Remark]) -> Vec<Remark> {
    let same = |a: &Remark, b: &Remark| (&a.document, &a.quote, &a.what) == (&b.document, &b.quote, &b.what);
    all.iter().filter(|r| !known.iter().any(|k| same(r, k))).cloned().collect()
}
