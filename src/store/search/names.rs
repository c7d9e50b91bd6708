//! Names that mean the same: ministries, agencies and parties by abbreviation and in full. "BZK" also finds
//! "Binnenlandse Zaken", and the other way round. All from the lexicons.

use super::super::analysis;
use crate::lexicon;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Per name, as folded words, the other names of the same.
static NAMES: LazyLock<HashMap<Vec<String>, Vec<String>>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for actor in lexicon::entries().iter().filter(|e| e.kind != lexicon::ActorKind::Rijksbreed) {
        put(&mut names, &actor.abbr, &actor.names);
    }
    for (party, spellings) in lexicon::PARTIES {
        let spellings: Vec<String> = spellings.iter().map(ToString::to_string).collect();
        put(&mut names, party, &spellings);
    }
    names
});

fn put(names: &mut HashMap<Vec<String>, Vec<String>>, abbr: &str, others: &[String]) {
    /// Names that a question is widened with at most.
    const MOST: usize = 4;
    // "Digitalisering" names a ministry only where the text says so: a name of one plain word is not looked for beside
    // one of several words, nor widened to anything.
    let full = others.iter().any(|n| n.contains(' '));
    let names_it = |n: &&String| n.contains(' ') || is_abbreviation(n) || !full;
    let all: Vec<&String> = others.iter().filter(names_it).collect();
    let abbr = abbr.to_string();
    for name in all.iter().copied().chain([&abbr]).filter(|n| n.contains(' ') || is_abbreviation(n)) {
        let rest: Vec<String> =
            [&abbr].into_iter().chain(all.iter().copied()).filter(|n| *n != name).take(MOST).cloned().collect();
        names.entry(words(name)).or_insert(rest);
    }
}

/// Per name of a ministry or agency, as folded words, its abbreviation.
static ACTORS: LazyLock<HashMap<Vec<String>, String>> = LazyLock::new(|| {
    let mut actors = HashMap::new();
    for actor in lexicon::entries().iter().filter(|e| e.kind != lexicon::ActorKind::Rijksbreed) {
        for name in actor.names.iter().chain([&actor.abbr]).filter(|n| n.contains(' ') || is_abbreviation(n)) {
            actors.entry(words(name)).or_insert_with(|| actor.abbr.clone());
        }
    }
    actors
});

/// The ministries and agencies among words, by their abbreviation.
pub(super) fn ministries(words: &[&str]) -> Vec<(Range<usize>, String)> {
    let among = |name: &[String]| ACTORS.get(name).cloned();
    longest(words, among)
}

fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() > 1 && !name.contains(' ')
}

fn words(text: &str) -> Vec<String> {
    analysis::words(text).into_iter().filter(|w| !w.whole).map(|w| w.exact.into_owned()).collect()
}

/// The names among words, each with the other names of the same; the longest first.
pub(super) fn others(words: &[&str]) -> Vec<(Range<usize>, String)> {
    let found = longest(words, |name| NAMES.get(name));
    found.into_iter().flat_map(|(range, others)| others.iter().map(move |o| (range.clone(), o.clone()))).collect()
}

/// What a map knows of names among words, from left to right, of each place the longest name.
fn longest<T>(words: &[&str], known: impl Fn(&[String]) -> Option<T>) -> Vec<(Range<usize>, T)> {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=6.min(words.len() - at)).rev().find_map(|n| Some((n, known(&words[at..at + n])?)));
        let Some((n, value)) = longest else {
            at += 1;
            continue;
        };
        found.push((at..at + n, value));
        at += n;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_and_full_names_find_each_other() {
        let of = |words: &[&str]| others(words).into_iter().map(|(_, o)| o).collect::<Vec<_>>();
        assert!(of(&["bzk"]).contains(&"Binnenlandse Zaken".to_string()));
        assert!(of(&["van", "binnenlandse", "zaken"]).contains(&"BZK".to_string()));
        assert!(of(&["pvdd"]).contains(&"Partij voor de Dieren".to_string()));
        let ministries = |words: &[&str]| ministries(words).into_iter().map(|(_, o)| o).collect::<Vec<_>>();
        assert_eq!(ministries(&["wat", "zegt", "vws", "over"]), ["VWS"]);
        assert!(of(&["digitalisering"]).is_empty() && of(&["kabinet"]).is_empty());
    }
}
