//! What a debate says of a motion in so many words: the sentence that gives the cabinet's advice, and the one that tells
//! the vote, each with its place. The border: what is reported of its execution stands in the trail itself.

use super::page::{Page, Words};
use super::track::source;
use super::trail::Trail;
use super::words;

/// How much of such a sentence is shown.
const LENGTH: usize = 400;

/// Puts the sentences on the page, those of the motion's own debate first.
pub(super) fn put(page: &mut Page, trail: &Trail) {
    let mut said = Vec::new();
    for motion in trail.own.iter().chain(&trail.accounts) {
        for evidence in &motion.said.evidence {
            let (what, value) = match evidence.rule.as_str() {
                "advies-in-debat" => ("advies", motion.said.appreciatie.as_ref()),
                "uitslag-in-debat" => ("uitslag", motion.said.uitslag.as_ref()),
                _ => continue,
            };
            said.push((what, value, evidence, &motion.document));
        }
    }
    if said.is_empty() {
        return;
    }
    page.heading(2, "Wat in het debat is gezegd");
    for (what, value, evidence, document) in said {
        let value = value.map_or(String::new(), |v| format!(": {v}"));
        page.item(Words::default().strong(format!("{what}{value}")));
        page.quote(words::short(&evidence.quote, LENGTH));
        page.source(source(document, Some(evidence)));
    }
}
