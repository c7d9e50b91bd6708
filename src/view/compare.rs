//! Two wordings held against each other, word by word. The border: words in, what is the same, added and left out comes
//! out; what that means is for the views that ask.

use crate::text::fold;
use serde::Serialize;

/// What happened to words between two wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// In both.
    Gelijk,
    /// Only in the second.
    Toegevoegd,
    /// Only in the first.
    Weggelaten,
}

/// Words that stand together, and what happened to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// What happened.
    pub change: Change,
    /// The words, as they stand in the wording they come from.
    pub words: String,
}

/// Longer wordings are not compared word by word: the table of the comparison grows with their product.
const MOST_WORDS: usize = 500;

/// From this similarity on two passages say nearly the same.
pub const NEAR: f64 = 0.85;

/// A word for comparison: without case, marks and punctuation around it.
fn bare(word: &str) -> String {
    fold(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The words of a text with what they are compared by; loose punctuation is no word.
fn words(text: &str) -> Vec<(&str, String)> {
    text.split_whitespace().map(|w| (w, bare(w))).filter(|(_, b)| !b.is_empty()).collect()
}

/// How much of two texts is the same words, from 0 to 1, whatever their order.
pub fn similarity(a: &str, b: &str) -> f64 {
    Bag::of(a).like(&Bag::of(b))
}

/// The words of a text without their order, made once for a text that is held against many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bag(Vec<String>);

impl Bag {
    /// The words of a text.
    pub fn of(text: &str) -> Bag {
        let mut all: Vec<String> = words(text).into_iter().map(|(_, bare)| bare).collect();
        all.sort_unstable();
        Bag(all)
    }

    /// How much is the same, from 0 to 1.
    pub fn like(&self, other: &Bag) -> f64 {
        let (a, b) = (&self.0, &other.0);
        if a.is_empty() && b.is_empty() {
            return 1.0;
        }
        let (mut i, mut j, mut same) = (0, 0, 0);
        while let (Some(one), Some(two)) = (a.get(i), b.get(j)) {
            let order = one.cmp(two);
            same += usize::from(order.is_eq());
            i += usize::from(order.is_le());
            j += usize::from(order.is_ge());
        }
        2.0 * real(same) / real(a.len() + b.len())
    }

    /// Whether two texts say nearly the same; where their lengths differ too much nothing is compared.
    pub fn is_near(&self, other: &Bag) -> bool {
        let (a, b) = (self.0.len(), other.0.len());
        2.0 * real(a.min(b)) >= NEAR * real(a + b) && self.like(other) >= NEAR
    }
}

fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The words of `b` against those of `a`, in order; `None` where they are too long to compare.
pub fn diff(a: &str, b: &str) -> Option<Vec<Run>> {
    let (a, b) = (words(a), words(b));
    if a.len() > MOST_WORDS || b.len() > MOST_WORDS {
        return None;
    }
    // common[i][j]: length of the longest common run of words of a[i..] and b[j..].
    let mut common = vec![vec![0_u16; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] =
                if a[i].1 == b[j].1 { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut put = |change: Change, word: &str| match runs.last_mut() {
        Some(last) if last.change == change => {
            last.words.push(' ');
            last.words.push_str(word);
        }
        _ => runs.push(Run { change, words: word.to_string() }),
    };
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i].1 == b[j].1 {
            put(Change::Gelijk, b[j].0);
            (i, j) = (i + 1, j + 1);
        } else if j >= b.len() || (i < a.len() && common[i + 1][j] >= common[i][j + 1]) {
            put(Change::Weggelaten, a[i].0);
            i += 1;
        } else {
            put(Change::Toegevoegd, b[j].0);
            j += 1;
        }
    }
    Some(runs)
}

/// Whether the difference is more than little words: something a reader should see.
pub fn matters(runs: &[Run]) -> bool {
    runs.iter().filter(|r| r.change != Change::Gelijk).any(|r| r.words.split_whitespace().any(|w| bare(w).len() > 4))
}

/// The telling words of a text: long, and no official's everyday language. For "the same subject" in short passages.
pub fn telling(text: &str) -> std::collections::BTreeSet<String> {
    const EVERYDAY: &[&str] = &[
        "aandacht",
        "aangenomen",
        "antwoord",
        "bijvoorbeeld",
        "daarnaast",
        "departement",
        "departementen",
        "gebruik",
        "indieners",
        "informeren",
        "informatie",
        "kabinet",
        "kamerbrief",
        "komende",
        "krijgt",
        "mogelijk",
        "momenteel",
        "ministerie",
        "ministeries",
        "nederland",
        "nederlandse",
        "omtrent",
        "ontvangen",
        "organisatie",
        "organisaties",
        "overheid",
        "periode",
        "rijksbreed",
        "rijksbrede",
        "rijksoverheid",
        "staatssecretaris",
        "toegezegd",
        "uitvoering",
        "verschillende",
        "vervolgens",
        "verwachten",
        "verwachting",
        "verzoekt",
        "voornemens",
        "waarmee",
        "worden",
        "zorgvuldig",
        "zorgvuldige",
        "december",
        "februari",
        "september",
        "november",
        "augustus",
        "tweede",
        "voornemen",
        "onderdeel",
        "tevens",
        "verder",
        "verdere",
        "graag",
        "namelijk",
        "voortgang",
        "gegeven",
    ];
    let kept =
        |w: &str| w.chars().count() >= 8 && !EVERYDAY.contains(&w) && w.chars().all(|c| c.is_alphabetic() || c == '-');
    let stem = |w: String| w.strip_suffix("en").or(w.strip_suffix('s')).map_or(w.clone(), str::to_string);
    words(text).into_iter().map(|(_, w)| w).filter(|w| kept(w)).map(stem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_added_and_left_out_are_seen() {
        let runs =
            diff("bouw samen met de waterschappen hogere dijken", "bouw met de waterschappen groene hogere dijken");
        let shown: Vec<(Change, String)> = runs.unwrap().into_iter().map(|r| (r.change, r.words)).collect();
        let expected = [
            (Change::Gelijk, "bouw"),
            (Change::Weggelaten, "samen"),
            (Change::Gelijk, "met de waterschappen"),
            (Change::Toegevoegd, "groene"),
            (Change::Gelijk, "hogere dijken"),
        ];
        assert_eq!(shown, expected.map(|(c, w)| (c, w.to_string())));
    }

    #[test]
    fn little_words_do_not_matter() {
        assert!(!matters(&diff("de dijken hoger te maken", "dijken hoger maken").unwrap()));
        assert!(matters(&diff("de dijken hoger te maken", "de houten dijken hoger te maken").unwrap()));
    }

    proptest! {
        #[test]
        fn a_comparison_gives_both_wordings_back(a in "([a-d]{1,3} ){0,20}", b in "([a-d]{1,3} ){0,20}") {
            let runs = diff(&a, &b).unwrap();
            let of = |not: Change| {
                let kept = runs.iter().filter(|r| r.change != not).map(|r| r.words.as_str());
                kept.collect::<Vec<_>>().join(" ")
            };
            prop_assert_eq!(of(Change::Toegevoegd), a.trim());
            prop_assert_eq!(of(Change::Weggelaten), b.trim());
            let alike = similarity(&a, &b);
            prop_assert!((0.0..=1.0).contains(&alike));
            prop_assert!(similarity(&a, &a) > 0.999);
        }
    }
}
