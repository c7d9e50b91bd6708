//! Commitments around a motion, and what later documents make of them. The border: whether a term has passed is held
//! against a day that comes in; that something is done is said only in the words of a document.

use super::compare::{Bag, telling};
use super::trail::{Place, Said, Trail};
use crate::records::{Commitment, DocumentInfo, Evidence, Extraction, Status};
use crate::text::{Date, Span};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// A commitment that belongs to a motion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Promise {
    /// Why it stands with the motion, in Dutch; empty outside a motion.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub why: &'static str,
    /// The commitment.
    #[serde(flatten)]
    pub said: Said<Commitment>,
    /// What later documents say on the same subject.
    pub later: Vec<Later>,
}

/// What a later document makes of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Turn {
    /// Reported as done.
    Nagekomen,
    /// Promised again, for a later day.
    Verschoven,
    /// Said again after its day had passed, as something still to come.
    Openstaand,
    /// Said again.
    Herhaald,
}

/// A later statement on the subject of a commitment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Later {
    /// What it makes of it.
    pub turn: Turn,
    /// Words that both have.
    pub shared: Vec<String>,
    /// Where.
    pub document: Place,
    /// The words, literally.
    pub evidence: Vec<Evidence>,
    /// The term it gives, as said.
    pub due: Option<crate::text::Period>,
}

/// How a term stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Term {
    /// It has passed.
    #[serde(rename = "verstreken")]
    Passed,
    /// It has not passed yet.
    #[serde(rename = "nog niet verstreken")]
    Open,
    /// No day was said that can pass.
    #[serde(rename = "geen termijn")]
    None,
}

impl Term {
    /// The name on screen.
    pub fn name(self) -> &'static str {
        match self {
            Term::Passed => "verstreken",
            Term::Open => "nog niet verstreken",
            Term::None => "geen termijn",
        }
    }
}

impl Turn {
    /// The name on screen.
    pub fn name(self) -> &'static str {
        match self {
            Turn::Nagekomen => "gemeld als nagekomen",
            Turn::Verschoven => "verschoven",
            Turn::Openstaand => "termijn voorbij, staat er nog als iets wat komt",
            Turn::Herhaald => "herhaald",
        }
    }
}

/// How the term of a commitment stands on `today`. A refusal is not due; a day that had passed when it was written is
/// copied text, not a term.
pub fn term(c: &Commitment, today: Date) -> Term {
    match c.due.as_ref().filter(|d| !d.stale && !c.refused).and_then(|d| d.until) {
        Some(until) if until < today => Term::Passed,
        Some(_) => Term::Open,
        None => Term::None,
    }
}

/// After its last words on a motion a document that is neither answer nor list of motions is taken to speak of it this far.
const REACH: usize = 1_500;

/// A word that more statements have than this does not bring them together.
const COMMON: usize = 400;

/// How many later statements are kept with a commitment.
const LATER: usize = 3;

/// The stretches of a document in which it deals with a motion, each with the reason a commitment there belongs to it.
fn stretches(trail: &Trail, e: &Extraction) -> Vec<(Range<usize>, &'static str)> {
    let here = |place: &Place| place.source == e.document.source;
    let follow_ups: Vec<_> = trail.follow_ups.iter().filter(|f| here(&f.document)).collect();
    let said: Vec<Span> = follow_ups.iter().flat_map(|f| &f.said.evidence).map(|e| e.span).collect();
    let naming = trail.accounts.iter().chain(&trail.asked).filter(|a| here(&a.document));
    let named: Vec<Span> = naming.flat_map(|a| &a.said.evidence).map(|e| e.span).collect();
    let mut found: Vec<_> = said.iter().map(|s| (s.range(), "het is de melding zelf")).collect();
    for question in &e.document.questions {
        let asked = question.question.is_some_and(|q| named.iter().any(|n| q.contains(*n)));
        let about = |span: Span| asked || said.iter().chain(&named).any(|s| span.contains(*s));
        if question.answers.iter().any(|a| about(a.span)) {
            found.extend(question.answers.iter().map(|a| (a.span.range(), "in hetzelfde antwoord")));
        }
    }
    let led = follow_ups.iter().flat_map(|f| &f.said.leads_to);
    found.extend(led.map(|e| (e.span.range(), "in het antwoord waarnaar wordt verwezen")));
    // A document that deals with several motions goes on about one until it names the next.
    let first = named.iter().chain(&said).map(|s| s.start()).min();
    let last = said.iter().map(|s| s.end()).max();
    if let (Some(first), Some(last), true) = (first, last, e.document.questions.is_empty()) {
        let others = || e.motions.iter().filter(|m| m.key.as_deref() != Some(trail.key.as_str()));
        let keys: BTreeSet<&str> = others().filter_map(|m| m.key.as_deref()).collect();
        let cited = e.citations.iter().filter(|c| c.key.as_deref().is_some_and(|k| keys.contains(k)));
        let named = others().flat_map(|m| &m.evidence).map(|e| e.span);
        let starts: BTreeSet<usize> = named.chain(cited.map(|c| c.span)).map(Span::start).collect();
        let next = starts.range(first + 1..).next().copied();
        found.push((first..next.map_or(last + REACH, |n| n.max(last)), "in hetzelfde stuk tekst"));
    }
    found
}

/// What all documents say that may bear on an earlier commitment, found by its telling words.
pub(super) struct Memory<'e> {
    entries: Vec<Entry<'e>>,
    /// Telling words, by number.
    words: HashMap<String, usize>,
    /// By word the entries that have it.
    having: Vec<Vec<usize>>,
}

struct Entry<'e> {
    document: &'e DocumentInfo,
    date: Option<Date>,
    /// Its telling words, by number, in order.
    words: Vec<usize>,
    evidence: &'e [Evidence],
    /// `None` for something reported as done.
    commitment: Option<&'e Commitment>,
}

impl<'e> Memory<'e> {
    pub(super) fn of(extractions: &'e [Extraction]) -> Memory<'e> {
        let mut memory = Memory { entries: Vec::new(), words: HashMap::new(), having: Vec::new() };
        for e in extractions {
            let done = e.follow_ups.iter().filter(|f| f.status == Status::GemeldAfgedaan);
            let done = done.map(|f| (f.evidence.as_slice(), None));
            let again = e.commitments.iter().filter(|c| !c.refused).map(|c| (c.evidence.as_slice(), Some(c)));
            for (evidence, commitment) in done.chain(again) {
                let words = memory.learn(&quoted(evidence));
                for word in &words {
                    memory.having[*word].push(memory.entries.len());
                }
                let (document, date) = (&e.document, e.document.date.or(e.document.answered));
                memory.entries.push(Entry { document, date, words, evidence, commitment });
            }
        }
        memory
    }

    /// The telling words of a text by number; new ones get the next.
    fn learn(&mut self, text: &str) -> Vec<usize> {
        let mut found: Vec<usize> = telling(text)
            .into_iter()
            .map(|word| {
                let next = self.having.len();
                let at = *self.words.entry(word).or_insert(next);
                if at == next {
                    self.having.push(Vec::new());
                }
                at
            })
            .collect();
        found.sort_unstable();
        found
    }

    /// What documents of a later day say on the subject of a commitment.
    pub(super) fn later(&self, c: &Said<Commitment>) -> Vec<Later> {
        let words = telling(&quoted(&c.said.evidence));
        if words.len() < 2 || c.said.refused {
            return Vec::new();
        }
        let subject: HashMap<usize, &String> =
            words.iter().filter_map(|w| self.words.get(w).map(|at| (*at, w))).collect();
        let until = c.said.due.as_ref().filter(|d| !d.stale).and_then(|d| d.until);
        // What hundreds of statements say tells no subject.
        let lists = subject.keys().map(|w| &self.having[*w]).filter(|list| list.len() <= COMMON);
        let mut near: Vec<usize> = lists.flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        let mut found: Vec<(Turn, usize, &Entry)> = Vec::new();
        for entry in near.into_iter().map(|at| &self.entries[at]) {
            let shared = entry.words.iter().filter(|w| subject.contains_key(w)).count();
            if shared < 2 || entry.document.source == c.document.source {
                continue;
            }
            // A promise was made before its term ended: what is dated after that term is later, even where the promise
            // itself has no date.
            let past = until.zip(entry.date).is_some_and(|(until, said)| said > until);
            let place = || Place::of(entry.document);
            let later = match (entry.date, c.document.date) {
                (Some(said), Some(promised)) => said > promised,
                _ => after(&place(), &c.document).unwrap_or(past),
            };
            if !later {
                continue;
            }
            let due = entry.commitment.and_then(|l| l.due.as_ref());
            let moved = due.and_then(|d| d.until).zip(until).is_some_and(|(new, old)| new > old);
            let turn = match entry.commitment {
                None => Turn::Nagekomen,
                Some(_) if moved => Turn::Verschoven,
                Some(_) if past => Turn::Openstaand,
                Some(_) => Turn::Herhaald,
            };
            found.push((turn, shared, entry));
        }
        found.sort_by_key(|(turn, shared, _)| (*turn, std::cmp::Reverse(*shared)));
        // The same words in several documents are one statement, and one statement a document is enough to see where the
        // subject stands.
        let mut kept: Vec<(Bag, Later)> = Vec::new();
        for (turn, _, entry) in found {
            let same = |l: &Later| l.turn == turn && l.document.source == entry.document.source;
            if kept.len() == LATER || kept.iter().any(|(_, l)| same(l)) {
                continue;
            }
            let bag = Bag::of(&quoted(entry.evidence));
            if kept.iter().any(|(other, _)| bag.is_near(other)) {
                continue;
            }
            let mut shared: Vec<String> =
                entry.words.iter().filter_map(|w| subject.get(w)).map(|w| (*w).clone()).collect();
            shared.sort();
            let due = entry.commitment.and_then(|l| l.due.clone());
            let (document, evidence) = (Place::of(entry.document), entry.evidence.to_vec());
            kept.push((bag, Later { turn, shared, document, evidence, due }));
        }
        kept.into_iter().map(|(_, later)| later).collect()
    }
}

fn quoted(evidence: &[Evidence]) -> String {
    evidence.iter().map(|e| e.quote.as_str()).collect::<Vec<_>>().join(" ")
}

/// The commitments in `documents`, those that speak of this motion, that belong to it, with what came of them.
pub(super) fn around(trail: &Trail, documents: &[&Extraction], memory: &Memory) -> Vec<Promise> {
    let mut found: Vec<Promise> = Vec::new();
    for e in documents.iter().filter(|e| !e.commitments.is_empty()) {
        let place = Place::of(&e.document);
        let stretches = stretches(trail, e);
        for c in &e.commitments {
            let at = |s: &Range<usize>| c.evidence.iter().any(|e| e.span.start() < s.end && s.start < e.span.end());
            let Some((_, why)) = stretches.iter().find(|(s, _)| at(s)) else { continue };
            let said = Said::of(&place, c);
            found.push(Promise { why, later: memory.later(&said), said });
        }
    }
    found.sort_by_key(|p| (p.said.document.date.is_none(), p.said.document.date, p.said.document.source.clone()));
    found
}

/// Whether `a` came after `b`: by date, or by number within a dossier, where numbers rise with time.
pub(super) fn after(a: &Place, b: &Place) -> Option<bool> {
    if let (Some(a), Some(b)) = (a.date, b.date) {
        return Some(a > b);
    }
    let split = |place: &Place| {
        let (dossier, number) = place.id.as_deref()?.strip_prefix("kst-")?.rsplit_once('-')?;
        Some((dossier.to_string(), number.parse::<u32>().ok()?))
    };
    let ((one, a), (other, b)) = (split(a)?, split(b)?);
    (one == other).then_some(a > b)
}
