//! Which patterns are worth trying on a text: those whose indispensable words are in it. The border: it may let a pattern
//! through that does not match, never the reverse.
//!
//! From every pattern the strings are taken of which one must stand in whatever it matches; all of them together are
//! looked up in one pass over the text. Most sentences hold the cues of no pattern at all.

use aho_corasick::{AhoCorasick, MatchKind};
use regex_syntax::hir::{Hir, HirKind};

/// How many sets of strings are kept of a pattern: a verb and its helper say more than either alone.
const MOST_SETS: usize = 3;

/// A set of strings, lower case, of which at least one must stand in the text.
type Needed = Vec<String>;

/// The cues of a list of rules, each with its patterns.
pub(super) struct Cues {
    strings: Option<AhoCorasick>,
    /// Per string: the pattern and which of its sets it belongs to.
    owners: Vec<Vec<(usize, u8)>>,
    /// Per pattern: its rule, its place in the rule, and the sets that must all be met.
    patterns: Vec<(usize, usize, u8)>,
}

impl Cues {
    /// Takes the cues from the expressions of each rule. An expression without cues is always tried.
    pub(super) fn new<'e, R, P>(rules: R) -> Cues
    where
        R: Iterator<Item = P>,
        P: Iterator<Item = &'e str>,
    {
        let mut strings: std::collections::BTreeMap<String, Vec<(usize, u8)>> = std::collections::BTreeMap::new();
        let mut patterns = Vec::new();
        for (rule, expressions) in rules.enumerate() {
            for (place, expression) in expressions.enumerate() {
                let sets = regex_syntax::parse(expression).map(|hir| best(needed(&hir))).unwrap_or_default();
                let mut all = 0u8;
                for (set, needed) in sets.into_iter().enumerate() {
                    let bit = 1u8 << set;
                    all |= bit;
                    for string in needed {
                        strings.entry(string).or_default().push((patterns.len(), bit));
                    }
                }
                patterns.push((rule, place, all));
            }
        }
        let (strings, owners): (Vec<String>, Vec<_>) = strings.into_iter().unzip();
        // Where the strings are too many to be built, every pattern is tried: slower, never wrong.
        let built = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&strings).ok();
        if built.is_none() {
            for (.., all) in &mut patterns {
                *all = 0;
            }
        }
        Cues { strings: built, owners, patterns }
    }

    /// Room to work in, to be used again for every text.
    pub(super) fn scratch(&self) -> Vec<u8> {
        vec![0; self.patterns.len()]
    }

    /// The rules worth trying on `text`, in order, each with the places of its patterns that are.
    pub(super) fn likely(&self, text: &str, met: &mut [u8]) -> Vec<(usize, Vec<usize>)> {
        met.fill(0);
        if let Some(strings) = &self.strings {
            for found in strings.find_overlapping_iter(&text.to_lowercase()) {
                for (pattern, bit) in &self.owners[found.pattern().as_usize()] {
                    met[*pattern] |= bit;
                }
            }
        }
        let mut likely: Vec<(usize, Vec<usize>)> = Vec::new();
        for ((rule, place, all), met) in self.patterns.iter().zip(met.iter()) {
            if met & all == *all {
                match likely.last_mut() {
                    Some((last, places)) if last == rule => places.push(*place),
                    _ => likely.push((*rule, vec![*place])),
                }
            }
        }
        likely
    }
}

/// The most telling sets: long strings, few of them.
fn best(mut sets: Vec<Needed>) -> Vec<Needed> {
    sets.sort_by_key(|set| std::cmp::Reverse(worth(set)));
    sets.dedup();
    sets.truncate(MOST_SETS);
    sets
}

/// How telling a set is: the length of its shortest string, less for every doubling of their number.
fn worth(set: &Needed) -> usize {
    let shortest = set.iter().map(String::len).min().unwrap_or(0).min(12);
    (shortest * 4).saturating_sub(set.len().ilog2() as usize)
}

/// The sets of strings of which one each must stand in whatever the expression matches.
fn needed(hir: &Hir) -> Vec<Needed> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            let string = String::from_utf8_lossy(&literal.0).to_lowercase();
            if string.trim().len() < 2 { Vec::new() } else { vec![vec![string]] }
        }
        HirKind::Capture(capture) => needed(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => needed(&repetition.sub),
        HirKind::Concat(parts) => parts.iter().flat_map(needed).collect(),
        HirKind::Alternation(branches) => {
            let mut all = Needed::new();
            for branch in branches {
                let sets = needed(branch);
                let Some(set) = sets.into_iter().max_by_key(worth) else { return Vec::new() };
                all.extend(set);
            }
            all.sort_unstable();
            all.dedup();
            vec![all]
        }
        HirKind::Empty | HirKind::Class(_) | HirKind::Look(_) | HirKind::Repetition(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_patterns_whose_words_are_there_are_tried() {
        let rules = [vec!["zal (?:ik|wij) .* informeren", r"\d+"], vec!["(?:boot|schip)en?"]];
        let cues = Cues::new(rules.iter().map(|r| r.iter().copied()));
        let mut met = cues.scratch();
        assert_eq!(cues.likely("Dan ZAL ik u Informeren.", &mut met), [(0, vec![0, 1])]);
        assert_eq!(cues.likely("Dan zal hij ons informeren.", &mut met), [(0, vec![1])]);
        assert_eq!(cues.likely("Twee schepen en een boot", &mut met), [(0, vec![1]), (1, vec![0])]);
    }
}
