//! What needs several documents at once: which number a motion has that one document knows by name or title only, and
//! which piece an unclear reference means. The border: nothing is overwritten and nothing is guessed; a link is made
//! only where one candidate is left, with a score and a reason in Dutch, and else the candidates stay.

use super::stems::{stems, worded};
use super::{Extraction, Motion};
use crate::text::{Date, fold};
use jiff::Unit;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A record that one document leaves open and the others decide.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Index of the extraction.
    pub document: usize,
    /// Index of the motion or citation in it.
    pub record: usize,
    /// The number it has.
    pub key: String,
    /// How sure, from 0 to 1.
    pub score: f64,
    /// Why, in Dutch.
    pub reason: String,
}

/// A motion that stays open, with the numbers it may have, likeliest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// Index of the extraction.
    pub document: usize,
    /// Index of the motion in it.
    pub record: usize,
    /// Numbers it may have.
    pub candidates: Vec<String>,
}

/// What the documents together decide, and what they leave open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// Motions that have their number now.
    pub motions: Vec<Link>,
    /// Motions that stay open.
    pub open: Vec<Open>,
    /// References that have their number now.
    pub citations: Vec<Link>,
}

impl Links {
    /// The link of motion `record` of extraction `document`.
    pub fn of_motion(&self, document: usize, record: usize) -> Option<&Link> {
        self.motions.iter().find(|l| l.document == document && l.record == record)
    }
}

/// Candidates that are shown for an open motion; more help nobody.
const MOST_CANDIDATES: usize = 5;

/// Ties what one document leaves open to what the others know. The same extractions always give the same links.
pub fn link(extractions: &[Extraction]) -> Links {
    let mut learning = Learning::default();
    // A motion's own text knows its signatories and day best, so it goes first.
    let all = || extractions.iter().flat_map(|e| &e.motions);
    all().filter(|m| m.own_text).for_each(|m| learning.learn(m));
    all().filter(|m| !m.own_text).for_each(|m| learning.learn(m));
    let register = learning.done();
    let mut links = Links::default();
    for (document, extraction) in extractions.iter().enumerate() {
        register.link(document, extraction, &mut links);
    }
    links
}

/// A register in the making: motions are learned one by one, own texts first, so that a store of any size can be walked.
#[derive(Debug, Default)]
pub struct Learning {
    by_key: BTreeMap<String, (Known, BTreeSet<u32>)>,
    stems: HashMap<String, u32>,
}

impl Learning {
    /// Takes in what one document says of a motion; of what was said before, nothing is overwritten.
    pub fn learn(&mut self, motion: &Motion) {
        let Some(key) = motion.key.as_deref() else { return };
        if !self.by_key.contains_key(key) {
            self.by_key.insert(key.to_string(), (Known { key: key.to_string(), ..Known::default() }, BTreeSet::new()));
        }
        let Some((known, words)) = self.by_key.get_mut(key) else { return };
        if known.indieners.is_empty() {
            known.indieners = motion.indieners.iter().map(|p| fold(&p.naam)).collect();
        }
        known.date = known.date.or(motion.date).or(motion.debate);
        let texts = motion.title.iter().map(String::as_str).chain(motion.dicta.iter().map(|d| d.text.as_str()));
        for stem in texts.flat_map(stems) {
            let next = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
            words.insert(*self.stems.entry(stem).or_insert(next));
        }
    }

    /// All that was learned, to be asked.
    pub fn done(self) -> Register {
        let mut register =
            Register { by_stem: vec![Vec::new(); self.stems.len()], stems: self.stems, ..Register::default() };
        for (at, (mut known, words)) in self.by_key.into_values().enumerate() {
            known.words = words.into_iter().collect();
            for word in &known.words {
                if let Some(list) = usize::try_from(*word).ok().and_then(|w| register.by_stem.get_mut(w)) {
                    list.push(at);
                }
            }
            if let Some(first) = known.indieners.first() {
                register.by_name.entry(first.clone()).or_default().push(at);
            }
            register.keys.insert(known.key.clone());
            register.known.push(known);
        }
        register
    }
}

/// A motion whose number is known, from all documents together.
#[derive(Debug, Default)]
struct Known {
    key: String,
    indieners: Vec<String>,
    date: Option<Date>,
    /// Its stems, by number, in order.
    words: Vec<u32>,
}

impl Known {
    fn dossier(&self) -> &str {
        self.key.strip_prefix("kst-").and_then(|rest| rest.split('-').next()).unwrap_or_default()
    }

    fn has(&self, word: Option<u32>) -> bool {
        word.is_some_and(|w| self.words.binary_search(&w).is_ok())
    }
}

/// All motions whose number is known, to be found by who proposed them and by their words.
#[derive(Debug, Default)]
pub struct Register {
    known: Vec<Known>,
    keys: HashSet<String>,
    by_name: HashMap<String, Vec<usize>>,
    stems: HashMap<String, u32>,
    by_stem: Vec<Vec<usize>>,
}

impl Register {
    /// Ties what the extraction with this index leaves open.
    pub fn link(&self, document: usize, extraction: &Extraction, links: &mut Links) {
        let open = extraction.motions.iter().enumerate().filter(|(_, m)| m.key.is_none());
        let mut about: Option<Surroundings> = None;
        for (record, motion) in open {
            let about = about.get_or_insert_with(|| Surroundings::of(extraction));
            match decide(motion, self, about) {
                Ok((key, score, reason)) => links.motions.push(Link { document, record, key, score, reason }),
                Err(candidates) => links.open.push(Open { document, record, candidates }),
            }
        }
        for (record, citation) in extraction.citations.iter().enumerate().filter(|(_, c)| c.key.is_none()) {
            let mut there = citation.candidates.iter().filter(|c| self.keys.contains(*c));
            if let (Some(key), None) = (there.next(), there.next()) {
                let reason = "de enige van de mogelijke nummers die een bekende motie is".to_string();
                links.citations.push(Link { document, record, key: key.clone(), score: 0.8, reason });
            }
        }
    }

    fn stem(&self, word: &str) -> Option<u32> {
        self.stems.get(word).copied()
    }

    /// The motions that have a word.
    fn having(&self, word: &str) -> &[usize] {
        let list = self.stem(word).and_then(|w| usize::try_from(w).ok()).and_then(|w| self.by_stem.get(w));
        list.map(Vec::as_slice).unwrap_or_default()
    }

    /// How telling a word is: rare words weigh more.
    fn weight(&self, word: &str) -> f64 {
        let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        (1.0 + number(self.known.len()) / (1.0 + number(self.having(word).len()))).ln()
    }
}

/// What a document tells of the motions it may mean: its day and the dossiers it moves in.
struct Surroundings {
    date: Option<Date>,
    dossiers: BTreeSet<String>,
}

impl Surroundings {
    fn of(extraction: &Extraction) -> Surroundings {
        let root = |dossier: &str| dossier.split('-').next().unwrap_or_default().to_string();
        let own = extraction.document.dossiers.iter().map(|d| root(d));
        let cited = extraction.citations.iter().filter_map(|c| c.key.as_deref()?.strip_prefix("kst-").map(root));
        Surroundings { date: extraction.document.date, dossiers: own.chain(cited).collect() }
    }

    /// A motion cannot be meant before it was proposed, nor from another debate than the one the document names.
    fn allows(&self, motion: &Motion, known: &Known) -> bool {
        let Some(proposed) = known.date else { return true };
        let days = |from: Date, to: Date| from.until((Unit::Day, to)).map_or(0, |s| s.get_days());
        let late = self.date.is_some_and(|date| proposed > date);
        let debate = motion.debate.is_none_or(|d| days(proposed, d).abs() <= 7);
        let vote = motion.vote.is_none_or(|v| (0..=70).contains(&days(proposed, v)));
        !late && debate && vote
    }
}

/// The one motion that is meant, with score and reason, or the candidates.
fn decide(motion: &Motion, register: &Register, about: &Surroundings) -> Result<(String, f64, String), Vec<String>> {
    let names: Vec<String> = motion.indieners.iter().map(|p| fold(&p.naam)).collect();
    let Some(first) = names.first() else {
        return by_subject(motion, None, register, about, motion.debate.is_some());
    };
    let theirs = register.by_name.get(first).map(Vec::as_slice).unwrap_or_default();
    let theirs = theirs.iter().filter_map(|at| register.known.get(*at));
    let mut pool: Vec<&Known> =
        theirs.filter(|k| names.iter().all(|n| k.indieners.contains(n)) && about.allows(motion, k)).collect();
    let here: Vec<&Known> = pool.iter().copied().filter(|k| about.dossiers.contains(k.dossier())).collect();
    let dossier = !here.is_empty();
    if dossier {
        pool = here;
    }
    if let [only] = pool[..] {
        let who = motion.indieners.iter().map(|p| p.naam.as_str()).collect::<Vec<_>>().join(", ");
        let place = if dossier { format!(" in dossier {}", only.dossier()) } else { String::new() };
        let score = if dossier || motion.debate.is_some() { 0.9 } else { 0.7 };
        return Ok((only.key.clone(), score, format!("de enige bekende motie van {who}{place}")));
    }
    by_subject(motion, Some(pool), register, about, true)
}

/// Decides by the words that title and dictum share, among `pool` or all. `narrow`: the proposer or the debate is known
/// already, so that fewer shared words are enough.
fn by_subject(
    motion: &Motion,
    pool: Option<Vec<&Known>>,
    register: &Register,
    about: &Surroundings,
    narrow: bool,
) -> Result<(String, f64, String), Vec<String>> {
    let texts = motion.title.iter().map(String::as_str).chain(motion.dicta.iter().map(|d| d.text.as_str()));
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    for (stem, word) in texts.flat_map(worded) {
        words.entry(stem).or_insert(word);
    }
    let weights: BTreeMap<&str, f64> = words.keys().map(|w| (w.as_str(), register.weight(w))).collect();
    let whole: f64 = weights.values().sum();
    let pool = pool.unwrap_or_else(|| {
        // Only what shares a word can be meant.
        let sharing: BTreeSet<usize> = words.keys().flat_map(|w| register.having(w)).copied().collect();
        sharing.into_iter().filter_map(|at| register.known.get(at)).filter(|k| about.allows(motion, k)).collect()
    });
    let mut ranked: Vec<(f64, &Known)> = pool
        .iter()
        .map(|k| {
            let shared: f64 = weights.iter().filter(|(w, _)| k.has(register.stem(w))).map(|(_, weight)| weight).sum();
            let at_home = if about.dossiers.contains(k.dossier()) { 1.15 } else { 1.0 };
            ((at_home * shared / whole.max(1e-9)).min(1.0), *k)
        })
        .filter(|(score, _)| *score > 0.1)
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.key.cmp(&b.1.key)));
    let enough = if narrow { 0.3 } else { 0.5 };
    let second = ranked.get(1).map_or(0.0, |(score, _)| *score);
    match ranked.first() {
        Some((score, best)) if *score >= enough && second <= score * 0.8 && words.len() >= 2 => {
            let mut shared: Vec<(&String, &String)> =
                words.iter().filter(|(stem, _)| best.has(register.stem(stem))).collect();
            shared.sort_by(|a, b| register.weight(b.0).total_cmp(&register.weight(a.0)));
            let shown: Vec<String> = shared.iter().take(4).map(|(_, word)| format!("‘{word}’")).collect();
            let more = if shared.len() > shown.len() { ", …" } else { "" };
            let reason = format!(
                "{} van de {} woorden komen in die motie voor: {}{more}",
                shared.len(),
                words.len(),
                shown.join(", ")
            );
            Ok((best.key.clone(), *score, reason))
        }
        _ => Err(ranked.into_iter().take(MOST_CANDIDATES).map(|(_, k)| k.key.clone()).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Person;
    use crate::records::{Citation, Dictum};
    use crate::text::{Origin, Span};

    fn known(key: &str, who: &str, dictum: &str) -> Motion {
        Motion {
            key: Some(key.into()),
            indieners: vec![Person { naam: who.into(), fractie: None }],
            date: Some(jiff::civil::date(2031, 5, 6)),
            dicta: vec![Dictum { text: dictum.into(), span: Span::all("") }],
            own_text: true,
            ..Motion::default()
        }
    }

    fn open(who: Option<&str>, title: &str) -> Motion {
        Motion {
            title: (!title.is_empty()).then(|| title.into()),
            indieners: who.map(|w| Person { naam: w.into(), fractie: None }).into_iter().collect(),
            ..Motion::default()
        }
    }

    fn of(motions: Vec<Motion>) -> Extraction {
        Extraction { motions, ..Extraction::default() }
    }

    fn registry() -> Vec<Extraction> {
        vec![
            of(vec![known("kst-11111-1", "Vos", "verzoekt de regering veerponten gratis te maken voor fietsers")]),
            of(vec![known("kst-11111-2", "Vos", "verzoekt de regering sluizen langer te bedienen in de winter")]),
            of(vec![known("kst-22222-3", "Smit", "verzoekt de regering zwembaden schoon te houden")]),
        ]
    }

    #[test]
    fn a_title_finds_its_motion_by_the_words_they_share() {
        let mut all = registry();
        all.push(of(vec![open(None, "Sluizen in de winter langer bedienen")]));
        let links = link(&all);
        assert_eq!(links.of_motion(3, 0).map(|l| l.key.as_str()), Some("kst-11111-2"));
    }

    #[test]
    fn a_name_finds_its_motion_only_where_one_is_left() {
        let mut all = registry();
        all.push(of(vec![open(Some("Smit"), ""), open(Some("Vos"), ""), open(Some("Vos"), "gratis veerponten")]));
        let links = link(&all);
        assert_eq!(links.of_motion(3, 0).map(|l| l.key.as_str()), Some("kst-22222-3"));
        assert!(links.of_motion(3, 1).is_none());
        assert_eq!(links.of_motion(3, 2).map(|l| l.key.as_str()), Some("kst-11111-1"));
        assert_eq!(links.open.len(), 1);
    }

    #[test]
    fn nothing_is_linked_to_a_motion_of_a_later_day() {
        let mut all = registry();
        let mut early = of(vec![open(Some("Smit"), "")]);
        early.document.date = Some(jiff::civil::date(2030, 1, 1));
        all.push(early);
        assert!(link(&all).motions.is_empty());
    }

    #[test]
    fn an_open_reference_is_decided_by_the_one_number_that_exists() {
        let mut all = registry();
        let mut letter = Extraction::default();
        letter.citations.push(Citation {
            raw: "Kamerstuk 1111, nr. 2".into(),
            key: None,
            repaired: None,
            candidates: vec!["kst-11111-2".into(), "kst-11110-2".into()],
            span: Span::all(""),
            origin: Origin::default(),
            rule: "proef".into(),
        });
        all.push(letter);
        assert_eq!(link(&all).citations[0].key, "kst-11111-2");
    }
}
