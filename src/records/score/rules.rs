//! What each rule is worth on annotated documents: how often right, how often wrong, and what its `unless` kept out.

use super::compare::same_words;
use super::gold::{Gold, GoldItem};
use super::{Remark, Score};
use crate::document::Document;
use crate::records::RecordKind;
use crate::rules::{self, Reading, kept_out};
use serde::Serialize;
use std::collections::BTreeMap;

/// What one rule is worth.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RuleScore {
    /// Id of the rule.
    pub rule: String,
    /// Records it found that match the annotation.
    pub right: usize,
    /// Records it found that match nothing.
    pub wrong: usize,
    /// Sentences that only its `unless` kept from being found, and rightly so.
    pub saved: usize,
    /// Sentences that its `unless` kept out although they are annotated.
    pub lost: Vec<Remark>,
}

/// The worth of every rule (those that found or kept out nothing too), in the order of [`rules::all`]. `annotated` are
/// the documents with the annotations that `scores` were made of.
pub fn per_rule(annotated: &[(String, Document, Gold)], scores: &[Score]) -> Vec<RuleScore> {
    let mut by_rule: BTreeMap<&str, RuleScore> = BTreeMap::new();
    for (rule, (right, wrong)) in scores.iter().flat_map(|s| &s.kinds).flat_map(|k| &k.rules) {
        let sum = by_rule.entry(rule).or_default();
        (sum.right, sum.wrong) = (sum.right + right, sum.wrong + wrong);
    }
    for (name, doc, gold) in annotated {
        let reading = Reading::new(doc);
        for kind in RecordKind::ALL.iter().copied() {
            let items = items(gold, kind);
            for finding in kept_out(&reading, kind) {
                let words = doc.of(finding.unit);
                let sum = by_rule.entry(&finding.rule.id).or_default();
                if items.iter().any(|item| !item.onzeker && same_words(words, &item.quote)) {
                    let (document, quote) = (name.clone(), words.to_string());
                    let what = "tegengehouden door `unless`".to_string();
                    sum.lost.push(Remark { document, quote, rule: Some(finding.rule.id.clone()), what });
                } else {
                    sum.saved += 1;
                }
            }
        }
    }
    let worth = |rule: &rules::Rule| RuleScore {
        rule: rule.id.clone(),
        ..by_rule.get(rule.id.as_str()).cloned().unwrap_or_default()
    };
    rules::all().iter().map(worth).collect()
}

fn items(gold: &Gold, kind: RecordKind) -> &[GoldItem] {
    match kind {
        RecordKind::FollowUp => &gold.follow_ups,
        RecordKind::Commitment => &gold.commitments,
        RecordKind::Migration => &gold.migrations,
        RecordKind::PolicyRule => &gold.policy_rules,
        RecordKind::Motion | RecordKind::Citation => &[],
    }
}
