//! From a question to what is looked for: every word of it in all the ways it may stand in the text, each with its
//! weight, and a gate for what must or must not be there. The border: it chooses; `rank` counts.

use super::super::analysis;
use super::super::index::day;
use super::super::query::{Node, Property};
use super::super::types::Steps;
use super::aside::Aside;
use super::marks::Marks;
use super::names;
use super::vocabulary::Vocabulary;
use crate::text::fold;
use serde::Serialize;
use std::ops::Bound;
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RangeQuery,
    TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

/// What a way to find a word weighs, beside 1 for the word as it stands. Chosen on questions with known answers (see
/// `queries/README.md`), in round numbers.
mod weight {
    /// A word of the same stem.
    pub(super) const STEM: f32 = 0.5;
    /// One word made of two typed side by side; more than 1, for it answers both.
    pub(super) const JOINED: f32 = 1.2;
    /// The same, by its stem.
    pub(super) const JOINED_STEM: f32 = 0.6;
    /// A part of a word that stands nowhere, looked for as if it was typed by itself.
    pub(super) const SPLIT: f32 = 0.7;
    /// The parts of a compound side by side.
    pub(super) const APART: f32 = 0.9;
    /// The last part of a compound, which says what it is.
    pub(super) const TAIL: f32 = 0.25;
    /// Its first part.
    pub(super) const FIRST: f32 = 0.2;
    /// A compound that holds the word.
    pub(super) const HOLDS: f32 = 0.25;
    /// Another name of the same.
    pub(super) const NAME: f32 = 0.9;
    /// The likeliest word that was meant, and the others.
    pub(super) const MEANT: f32 = 0.9;
    pub(super) const PERHAPS: f32 = 0.5;
}

/// A word that is unknown, and what was looked for instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// The word as typed.
    pub typed: String,
    /// What was looked for instead, the likeliest first.
    pub searched: Vec<String>,
}

/// One way in which a word may stand in a text.
pub(super) enum What {
    /// As it is.
    Word(String),
    /// As any of these, which share a stem.
    Forms(Vec<String>),
    /// As these words in this order; scored by the index.
    Phrase(String, Box<dyn Query>),
    /// As anything else the index can look for; scored by the index.
    Query(Box<dyn Query>),
}

/// What a passage gets whose document comes from the ministry that is named.
const SPEAKER: f32 = 1.0;

/// Compounds a word is looked for in.
const COMPOUNDS: usize = 12;

/// A way with its weight.
pub(super) struct Way {
    pub(super) what: What,
    pub(super) weight: f32,
}

/// One word (or other thing) of a question with all its ways.
#[derive(Default)]
pub(super) struct Group {
    pub(super) ways: Vec<Way>,
    /// Whether it is no word of the question, but a passage known to answer it: nothing is missed where it is absent.
    pub(super) bonus: bool,
}

impl Group {
    /// Whether a word is looked for as it stands.
    pub(super) fn has(&self, word: &str) -> bool {
        self.ways.iter().any(|w| matches!(&w.what, What::Word(known) if known == word))
    }

    fn add(&mut self, what: What, weight: f32) {
        let same = |w: &Way| match (&w.what, &what) {
            (What::Word(a), What::Word(b)) => a == b,
            (What::Forms(a), What::Forms(b)) => a == b,
            _ => false,
        };
        match self.ways.iter_mut().find(|w| same(w)) {
            Some(way) => way.weight = way.weight.max(weight),
            None => self.ways.push(Way { what, weight }),
        }
    }
}

/// All of a question.
pub(super) struct Plan {
    pub(super) groups: Vec<Group>,
    /// How many of these are words of the question.
    pub(super) words: usize,
    /// What passages must be in; `None` where any passage will do that has a word.
    pub(super) gate: Option<Box<dyn Query>>,
    pub(super) marks: Marks,
    pub(super) corrections: Vec<Correction>,
}

type Clause = (Occur, Box<dyn Query>);

/// Makes plans.
pub(super) struct Planner<'v> {
    vocabulary: &'v Vocabulary,
    steps: Steps,
    marks: Marks,
    corrections: Vec<Correction>,
}

/// The plan for a question; `None` where it holds nothing to look for (punctuation only).
/// `direct` finds passages known to answer it.
pub(super) fn plan(node: &Node, vocabulary: &Vocabulary, direct: Option<Box<dyn Query>>, steps: Steps) -> Option<Plan> {
    let mut planner = Planner { vocabulary, steps, marks: Marks::default(), corrections: Vec::new() };
    let single = std::slice::from_ref(node);
    let nodes = if let Node::All(nodes) = node { nodes.as_slice() } else { single };
    let mut groups: Vec<Group> = Vec::new();
    let mut clauses: Vec<Clause> = Vec::new();
    let mut binding = false;
    let mut run: Vec<&str> = Vec::new();
    for node in nodes {
        if let Node::Word(word) = node {
            run.push(word);
            continue;
        }
        groups.extend(planner.words(&std::mem::take(&mut run), groups.len(), false));
        match node {
            Node::Filter(property) => clauses.push((Occur::Must, filter(vocabulary, property))),
            Node::Not(inner) => {
                let mut aside = Planner { vocabulary, steps, marks: Marks::default(), corrections: Vec::new() };
                clauses.extend(aside.query(inner, 0, true).map(|q| (Occur::MustNot, boxed(Aside(q)))));
            }
            other => {
                let Some(query) = planner.query(other, groups.len(), false) else { continue };
                if matches!(other, Node::Must(_) | Node::Phrase(_) | Node::Near(..)) {
                    clauses.push((Occur::Must, query.box_clone()));
                    binding = true;
                }
                groups.push(Group { ways: vec![Way { what: What::Query(query), weight: 1.0 }], bonus: false });
            }
        }
    }
    groups.extend(planner.words(&run, groups.len(), false));
    groups.retain(|g| !g.ways.is_empty());
    if groups.is_empty() && clauses.is_empty() {
        return None;
    }
    if !clauses.is_empty() && clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
        clauses.push((Occur::Must, quiet(boxed(AllQuery))));
    }
    // Beside something that must be there words only help; otherwise one of them has to be there.
    if !clauses.is_empty() && !binding && !groups.is_empty() {
        let any = groups.iter().map(|g| planner.union(g)).collect();
        clauses.push((Occur::Must, boxed(BooleanQuery::union(any))));
    }
    let words = groups.len();
    if let Some(query) = direct.filter(|_| words > 0) {
        groups.push(Group { ways: vec![Way { what: What::Query(query), weight: 1.0 }], bonus: true });
    }
    let gate = (!clauses.is_empty()).then(|| boxed(BooleanQuery::new(clauses)));
    Some(Plan { groups, words, gate, marks: planner.marks, corrections: planner.corrections })
}

/// A word of a run of words as typed.
struct Token {
    exact: String,
    /// Whether it is too common to look for beside others.
    stop: bool,
    /// Which of the words typed it comes from.
    typed: usize,
    /// What it weighs: less than 1 for a part of a word that stands nowhere.
    share: f32,
}

impl Planner<'_> {
    /// Groups for words typed side by side, numbered from `first`. `strict`: only the words and their inflections.
    fn words(&mut self, typed: &[&str], first: usize, strict: bool) -> Vec<Group> {
        let text = typed.join(" ");
        let all = analysis::words(&text);
        let mut tokens: Vec<Token> = Vec::new();
        for word in all.iter().filter(|w| !w.whole) {
            let (stop, exact) = (analysis::is_stop(&word.exact), word.exact.to_string());
            tokens.push(Token { exact, stop, typed: word.position, share: 1.0 });
        }
        if tokens.iter().any(|t| !t.stop && !analysis::asks(&t.exact)) {
            for token in &mut tokens {
                token.stop |= analysis::asks(&token.exact);
            }
        }
        if !strict && self.steps >= Steps::Parts {
            self.split(&mut tokens, &all);
        }
        let only_stops = tokens.iter().all(|t| t.stop);
        let mut groups: Vec<Group> = tokens.iter().map(|_| Group::default()).collect();
        for (at, token) in tokens.iter().enumerate() {
            if !token.stop || only_stops {
                groups[at].add(What::Word(token.exact.clone()), token.share);
                if !only_stops && self.steps >= Steps::Stems {
                    groups[at].add(self.forms(&token.exact), token.share * weight::STEM);
                }
            }
        }
        if strict || self.steps < Steps::Parts {
            return self.numbered(groups, first);
        }
        // Words side by side that make one word: "woning bouw", also where the first is a common word ("voor komen").
        let mut joined = vec![false; tokens.len()];
        for at in 1..tokens.len() {
            let (a, b) = (&tokens[at - 1], &tokens[at]);
            if (a.stop && b.stop) || only_stops {
                continue;
            }
            let found = self.vocabulary.joined(&a.exact, &b.exact);
            for group in [at - 1, at] {
                for word in &found.words {
                    groups[group].add(What::Word(word.clone()), weight::JOINED);
                }
                for forms in &found.forms {
                    groups[group].add(What::Forms(forms.clone()), weight::JOINED_STEM);
                }
                joined[group] |= !found.is_empty();
            }
        }
        // The whole of a hyphenated word counts for each of its parts.
        for whole in all.iter().filter(|w| w.whole) {
            let inside = |w: &&analysis::Word| !w.whole && w.start >= whole.start && w.end <= whole.end;
            for part in all.iter().filter(inside) {
                for at in (0..tokens.len()).filter(|at| tokens[*at].typed == part.position) {
                    groups[at].add(What::Word(whole.exact.to_string()), weight::JOINED);
                    groups[at].add(self.forms(&whole.exact), weight::JOINED_STEM);
                }
            }
        }
        for (at, token) in tokens.iter().enumerate().filter(|(_, t)| !t.stop) {
            let known = self.vocabulary.knows(&token.exact);
            let group = &mut groups[at];
            if known || joined[at] {
                self.related(group, &token.exact, token.share);
                continue;
            }
            let meant = if self.steps < Steps::All { Vec::new() } else { self.vocabulary.meant(&token.exact) };
            for (nth, word) in meant.iter().enumerate() {
                let weight = if nth == 0 { weight::MEANT } else { weight::PERHAPS };
                group.add(What::Word(word.clone()), weight);
                group.add(self.forms(word), weight * weight::STEM);
                if nth == 0 {
                    self.related(group, word, weight);
                }
            }
            if meant.is_empty() {
                self.related(group, &token.exact, 1.0);
            } else {
                self.corrections.push(Correction { typed: token.exact.clone(), searched: meant });
            }
        }
        let exact: Vec<&str> = tokens.iter().map(|t| t.exact.as_str()).collect();
        for (range, other) in names::others(&exact) {
            let Some(query) = self.phrase(&other, None) else { continue };
            for at in range {
                groups[at].add(What::Phrase(other.clone(), query.box_clone()), weight::NAME);
            }
        }
        // Who speaks: the document of a ministry that is named has its name, so to say, in every passage.
        for (range, abbr) in names::ministries(&exact) {
            let query = quiet_at(term(self.vocabulary.fields.ministry, &fold(&abbr), 1.0), SPEAKER);
            for at in range {
                groups[at].ways.push(Way { what: What::Query(query.box_clone()), weight: 1.0 });
            }
        }
        self.numbered(groups, first)
    }

    /// The way by all forms of a word.
    fn forms(&self, word: &str) -> What {
        What::Forms(self.vocabulary.forms(word))
    }

    /// Takes words apart that stand nowhere, but whose parts do: a hyphen left out ("ictmigraties").
    fn split(&mut self, tokens: &mut Vec<Token>, all: &[analysis::Word]) {
        let hyphened = |position: usize| all.iter().filter(|w| !w.whole && w.position == position).count() != 1;
        let mut at = 0;
        while at < tokens.len() {
            let token = &tokens[at];
            let known = token.stop || self.vocabulary.knows(&token.exact);
            let beside = |other: Option<&Token>, after: bool| {
                other.is_some_and(|o| {
                    let (first, second) = if after { (token, o) } else { (o, token) };
                    !self.vocabulary.joined(&first.exact, &second.exact).is_empty()
                })
            };
            let whole = known
                || hyphened(token.typed)
                || beside(at.checked_sub(1).and_then(|b| tokens.get(b)), false)
                || beside(tokens.get(at + 1), true);
            let parts = if whole { None } else { self.vocabulary.unhyphened(&token.exact) };
            if let Some(parts) = parts {
                let typed = token.typed;
                self.corrections.push(Correction { typed: token.exact.clone(), searched: vec![parts.join(" ")] });
                let parts: Vec<Token> = parts
                    .into_iter()
                    .map(|exact| Token { stop: analysis::is_stop(&exact), exact, typed, share: weight::SPLIT })
                    .collect();
                let count = parts.len();
                tokens.splice(at..=at, parts);
                at += count;
            } else {
                at += 1;
            }
        }
    }

    /// Notes what the groups look for, so that it can be marked.
    fn numbered(&mut self, groups: Vec<Group>, first: usize) -> Vec<Group> {
        let groups: Vec<Group> = groups.into_iter().filter(|g| !g.ways.is_empty()).collect();
        for (at, group) in groups.iter().enumerate() {
            for way in &group.ways {
                match &way.what {
                    What::Word(word) => self.marks.word(word, first + at),
                    What::Forms(forms) => forms.iter().for_each(|form| self.marks.word(form, first + at)),
                    What::Phrase(words, _) => self.marks.phrase(words, first + at),
                    What::Query(_) => {}
                }
            }
        }
        groups
    }

    /// The parts of a compound, and compounds that hold the word.
    fn related(&self, group: &mut Group, word: &str, weight: f32) {
        if let Some((head, tail)) = self.vocabulary.parts(word) {
            let words = format!("{head} {tail}");
            if let Some(query) = self.phrase(&words, None) {
                group.add(What::Phrase(words, query), weight * weight::APART);
            }
            for (part, share) in [(tail, weight::TAIL), (head, weight::FIRST)] {
                group.add(self.forms(&part), weight * share);
                group.add(What::Word(part), weight * share);
            }
        }
        for whole in self.vocabulary.compounds_with(word, COMPOUNDS) {
            group.add(What::Word(whole), weight * weight::HOLDS);
        }
    }

    /// What a node looks for as a query of the index; group `at` of the marks. `strict` as with [`Planner::words`].
    fn query(&mut self, node: &Node, at: usize, strict: bool) -> Option<Box<dyn Query>> {
        match node {
            Node::Word(word) => {
                let groups = self.words(&[word], at, strict);
                let found: Vec<_> = groups.iter().map(|g| self.union(g)).collect();
                (!found.is_empty()).then(|| boxed(BooleanQuery::union(found)))
            }
            Node::Phrase(words) => {
                self.marks.phrase(words, at);
                self.phrase(words, None)
            }
            Node::Near(a, b, within) => self.near(a, b, *within, at),
            Node::Prefix(stem) => {
                let words = analysis::words(stem);
                let last = words.into_iter().rfind(|w| !w.whole)?.exact;
                let f = self.vocabulary.fields;
                let of =
                    |field: Field| boxed(FuzzyTermQuery::new_prefix(Term::from_field_text(field, &last), 0, false));
                let found = boxed(BooleanQuery::union(vec![of(f.text), of(f.head)]));
                self.marks.prefix(last.into_owned(), at);
                Some(found)
            }
            Node::Must(inner) => self.query(inner, at, strict),
            Node::Filter(property) => Some(filter(self.vocabulary, property)),
            Node::Not(_) => self.all(std::slice::from_ref(node), at, strict),
            Node::All(nodes) => self.all(nodes, at, strict),
            Node::Any(nodes) => {
                let found: Vec<_> = nodes.iter().filter_map(|n| self.query(n, at, strict)).collect();
                (!found.is_empty()).then(|| boxed(BooleanQuery::union(found)))
            }
        }
    }

    /// Things side by side inside parentheses or beside OF.
    fn all(&mut self, nodes: &[Node], at: usize, strict: bool) -> Option<Box<dyn Query>> {
        let common =
            |n: &Node| matches!(n, Node::Word(w) if analysis::words(w).iter().all(|w| analysis::is_stop(&w.exact)));
        let only_common = nodes.iter().all(|n| common(n) || matches!(n, Node::Not(_) | Node::Filter(_)));
        let mut wanted: Vec<Box<dyn Query>> = Vec::new();
        let mut clauses: Vec<Clause> = Vec::new();
        let mut binding = false;
        for node in nodes.iter().filter(|n| only_common || !common(n)) {
            match node {
                Node::Filter(property) => clauses.push((Occur::Must, quiet(filter(self.vocabulary, property)))),
                Node::Not(inner) => {
                    let (vocabulary, steps) = (self.vocabulary, self.steps);
                    let mut aside = Planner { vocabulary, steps, marks: Marks::default(), corrections: Vec::new() };
                    clauses.extend(aside.query(inner, 0, true).map(|q| (Occur::MustNot, boxed(Aside(q)))));
                }
                Node::Must(_) | Node::Phrase(_) | Node::Near(..) => {
                    clauses.extend(self.query(node, at, strict).map(|q| (Occur::Must, q)));
                    binding = true;
                }
                _ => wanted.extend(self.query(node, at, strict)),
            }
        }
        if !wanted.is_empty() {
            let occur = if binding { Occur::Should } else { Occur::Must };
            clauses.push((occur, boxed(BooleanQuery::union(wanted))));
        } else if clauses.is_empty() {
            return None;
        } else if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, quiet(boxed(AllQuery))));
        }
        Some(boxed(BooleanQuery::new(clauses)))
    }

    /// All ways of a group as one query.
    fn union(&self, group: &Group) -> Box<dyn Query> {
        let f = self.vocabulary.fields;
        let mut ways: Vec<Box<dyn Query>> = Vec::new();
        for way in &group.ways {
            match &way.what {
                What::Word(word) => {
                    ways.extend([term(f.text, word, way.weight), term(f.head, word, way.weight * HEAD)]);
                }
                What::Forms(forms) => {
                    for form in forms {
                        ways.extend([term(f.text, form, way.weight), term(f.head, form, way.weight * HEAD)]);
                    }
                }
                What::Phrase(_, query) | What::Query(query) => {
                    ways.push(boxed(BoostQuery::new(query.box_clone(), way.weight)));
                }
            }
        }
        boxed(BooleanQuery::union(ways))
    }

    /// Words in this order, at most `slop` words apart from their places.
    fn phrase(&self, words: &str, slop: Option<u32>) -> Option<Box<dyn Query>> {
        let words = analysis::words(words);
        let parts: Vec<&analysis::Word> = words.iter().filter(|w| !w.whole).collect();
        let f = self.vocabulary.fields;
        if let [only] = parts.as_slice() {
            return Some(boxed(BooleanQuery::union(vec![
                term(f.text, &only.exact, 1.0),
                term(f.head, &only.exact, HEAD),
            ])));
        }
        if parts.is_empty() {
            return None;
        }
        let of = |field: Field, weight| {
            let terms = parts.iter().map(|w| (w.position, Term::from_field_text(field, &w.exact))).collect();
            let query = PhraseQuery::new_with_offset_and_slop(terms, slop.unwrap_or(0));
            boxed(BoostQuery::new(boxed(query), weight))
        };
        Some(boxed(BooleanQuery::union(vec![of(f.text, 1.0), of(f.head, HEAD)])))
    }

    /// Two words, in any form and order, with at most `within` words between.
    fn near(&mut self, a: &str, b: &str, within: u32, at: usize) -> Option<Box<dyn Query>> {
        /// Forms of a word.
        const FORMS: usize = 5;
        let forms = |word: &str| {
            let words = analysis::words(word);
            let word = words.into_iter().rfind(|w| !w.whole)?.exact.into_owned();
            let others = self.vocabulary.forms(&word).into_iter().filter(|f| *f != word);
            let own = (self.vocabulary.word(&word) > 0).then(|| word.clone());
            Some(own.into_iter().chain(others).take(FORMS).collect::<Vec<_>>())
        };
        let (left, right) = (forms(a)?, forms(b)?);
        let mut ways: Vec<Box<dyn Query>> = Vec::new();
        for x in &left {
            for y in right.iter().filter(|y| *y != x) {
                ways.extend(self.phrase(&format!("{x} {y}"), Some(within)));
                ways.extend(self.phrase(&format!("{y} {x}"), Some(within)));
            }
        }
        for word in left.iter().chain(&right) {
            self.marks.word(word, at);
        }
        if ways.is_empty() { Some(boxed(tantivy::query::EmptyQuery)) } else { Some(boxed(BooleanQuery::union(ways))) }
    }
}

/// What a word in title or headings weighs beside one in the text.
pub(super) const HEAD: f32 = 0.6;

fn filter(vocabulary: &Vocabulary, property: &Property) -> Box<dyn Query> {
    let f = vocabulary.fields;
    match property {
        Property::Kind(value) => term(f.kind, value, 1.0),
        Property::Ministry(value) => term(f.ministry, value, 1.0),
        Property::Motion(value) => term(f.motion, value, 1.0),
        Property::Dossier(value) => term(f.dossier, value, 1.0),
        Property::Member(value) => term(f.member, value, 1.0),
        Property::Days(from, until) => {
            let bound =
                |d: &Option<_>| d.map_or(Bound::Unbounded, |d| Bound::Included(Term::from_field_u64(f.date, day(d))));
            boxed(RangeQuery::new(bound(from), bound(until)))
        }
    }
}

fn boxed(query: impl Query) -> Box<dyn Query> {
    Box::new(query)
}

fn term(field: Field, word: &str, weight: f32) -> Box<dyn Query> {
    let query = TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs);
    boxed(BoostQuery::new(boxed(query), weight))
}

/// A condition that does not count in the score.
fn quiet(query: Box<dyn Query>) -> Box<dyn Query> {
    quiet_at(query, 0.0)
}

/// A condition that counts the same wherever it holds.
fn quiet_at(query: Box<dyn Query>, score: f32) -> Box<dyn Query> {
    boxed(ConstScoreQuery::new(query, score))
}
