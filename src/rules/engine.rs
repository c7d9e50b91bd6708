//! Runs rules over a document. The border: it knows patterns and scopes, not what they mean.

use super::cues::{Cues, Met};
use super::matcher::Known;
use super::pattern::Pattern;
use super::rule::{Rule, Scope, all};
use crate::document::{Block, BlockKind, Document, Draft, DraftBlock};
use crate::records::RecordKind;
use crate::text::constant;
use crate::text::{Origin, Span};
use regex::Regex;
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

/// One place where a rule holds.
#[derive(Clone, Debug)]
pub struct Finding<'r> {
    /// The rule.
    pub rule: &'r Rule,
    /// Index of the block it stands in.
    pub block: usize,
    /// The sentence (or paragraph, by the rule's scope) it was found in: what a record quotes.
    pub unit: Span,
    /// What the pattern matched.
    pub span: Span,
    /// What it amounts to: the rule's fields, and the words of each named group of the pattern.
    pub fields: BTreeMap<String, String>,
}

/// Rules that are tried together, by the scope they are tried on.
struct Set<'r> {
    groups: Vec<Group<'r>>,
}

/// Rules of one scope, with the cues that tell which of them are worth trying on a text.
struct Group<'r> {
    scope: Scope,
    rules: Vec<Entry<'r>>,
    /// Of the patterns that find.
    cues: Cues,
    /// Of the patterns that exclude; wanted when a rule finds something.
    not: OnceLock<Cues>,
}

/// A rule, with what is known of its patterns.
struct Entry<'r> {
    rule: &'r Rule,
    /// The number of its first pattern in the cues of its group.
    first: usize,
    /// The number of its first exception in the cues of those.
    first_not: usize,
}

/// Every rule there is.
static ALL: LazyLock<Set<'static>> = LazyLock::new(|| Set::new(&all().iter().collect::<Vec<_>>()));

/// Takes the cues of all rules: for another thread to do while a document is read.
pub fn prepare() {
    LazyLock::force(&ALL);
}

impl<'r> Set<'r> {
    fn new(rules: &[&'r Rule]) -> Set<'r> {
        let scopes: BTreeSet<Scope> = rules.iter().map(|r| r.scope).collect();
        let of = |scope: Scope| Group::new(scope, rules.iter().copied().filter(|r| r.scope == scope).collect());
        Set { groups: scopes.into_iter().map(of).collect() }
    }
}

impl<'r> Group<'r> {
    fn new(scope: Scope, rules: Vec<&'r Rule>) -> Group<'r> {
        let patterns = rules.iter().flat_map(|r| r.patterns.iter());
        let cues = Cues::new(patterns.map(|pattern| (pattern.source(), || pattern.shape())));
        let (mut first, mut first_not) = (0, 0);
        let numbered = rules.into_iter().map(|rule| {
            let entry = Entry { rule, first, first_not };
            first += rule.patterns.len();
            first_not += rule.not.len();
            entry
        });
        Group { scope, rules: numbered.collect(), cues, not: OnceLock::new() }
    }

    /// The cues of the exceptions.
    fn exceptions(&self) -> &Cues {
        let patterns = || self.rules.iter().flat_map(|entry| &entry.rule.not);
        self.not.get_or_init(|| Cues::new(patterns().map(|p| (p.source(), || p.shape()))))
    }

    /// The stretches of a document that these rules are tried on, frames left out.
    fn units(&self, doc: &Document, sentences: &[(usize, Span)]) -> Vec<Unit> {
        let open = |block: &usize| !matches!(doc.blocks[*block].kind, BlockKind::Frame);
        let of = |(block, span): (usize, Span)| Unit { block, span };
        match self.scope {
            Scope::Zin => sentences.iter().filter(|(b, _)| open(b)).copied().map(of).collect(),
            Scope::Alinea => {
                let blocks = doc.blocks.iter().map(|b| b.span).enumerate();
                blocks.filter(|(b, _)| open(b)).map(of).collect()
            }
            Scope::Sectie => {
                let blocks = doc.blocks.iter().enumerate().filter(|(i, b)| *i == 0 || b.is_heading());
                let starts = blocks.map(|(i, _)| (i, section(doc, i)));
                starts.filter(|(b, _)| open(b)).map(of).collect()
            }
        }
    }
}

/// A stretch that rules are tried on.
#[derive(Clone, Copy)]
struct Unit {
    block: usize,
    span: Span,
}

/// The stretches of one scope, and the sets of cues that each meets.
struct Units {
    all: Vec<Unit>,
    met: Vec<u64>,
}

/// A unit, and the rules that are tried on it with what they need to know of it.
#[derive(Clone, Copy)]
struct Tried<'t, 'r> {
    unit: Unit,
    rules: &'t [&'t Entry<'r>],
    group: &'t Group<'r>,
    met: &'t Met,
}

impl Tried<'_, '_> {
    /// Whether the unit has the cues of one of the patterns that a rule finds by.
    fn likely(&self, entry: &Entry) -> bool {
        let patterns = entry.first..entry.first + entry.rule.patterns.len();
        patterns.into_iter().any(|pattern| self.group.cues.likely(pattern, self.met))
    }
}

/// What is known of one unit, for all rules that are tried on it.
#[derive(Default)]
struct AtHand {
    unit: Option<(Scope, Span)>,
    known: Known,
    except: Exceptions,
}

impl AtHand {
    /// What is known of a unit; nothing where another was at hand.
    fn of(&mut self, scope: Scope, unit: Span) -> (&mut Known, &mut Exceptions) {
        if self.unit != Some((scope, unit)) {
            self.unit = Some((scope, unit));
            self.known.clear();
            self.except.met.clear();
        }
        (&mut self.known, &mut self.except)
    }
}

/// The sets of cues of exceptions that a unit meets; none until it is asked.
#[derive(Default)]
struct Exceptions {
    met: Vec<u64>,
}

impl Exceptions {
    /// Whether an exception to a rule holds, of those of which the cues are in the `text` of the unit.
    fn holds(&mut self, entry: &Entry, group: &Group, text: &str, holds: impl FnMut(&Pattern) -> bool) -> bool {
        if entry.rule.not.is_empty() {
            return false;
        }
        let cues = group.exceptions();
        if self.met.is_empty() {
            self.met.resize(cues.width(), 0);
            cues.meet(text, &mut Vec::with_capacity(text.len() + 3), &mut self.met);
        }
        let numbered = entry.rule.not.iter().zip(entry.first_not..);
        numbered.filter(|(_, number)| cues.likely(*number, &self.met)).map(|(pattern, _)| pattern).any(holds)
    }
}

/// A document made ready for the rules: cut into sentences and searched for cues once, whatever is asked of it then.
pub struct Reading<'d, 's, 'r> {
    doc: &'d Document,
    set: &'s Set<'r>,
    sentences: OnceCell<Vec<(usize, Span)>>,
    /// The units of each group of rules.
    units: OnceCell<Vec<Units>>,
    /// Whether a pattern is found in the stretch that begins at a place.
    nearby: RefCell<BTreeMap<(*const Pattern, Span), bool>>,
    /// The sentences of the block a sentence was last asked of.
    block: RefCell<(Option<Span>, Vec<Span>)>,
    at_hand: RefCell<AtHand>,
}

impl<'d> Reading<'d, 'static, 'static> {
    /// Makes a document ready for all rules; the work is done when it is first needed.
    pub fn new(doc: &'d Document) -> Reading<'d, 'static, 'static> {
        Reading::with(doc, &ALL)
    }
}

impl<'d, 's, 'r> Reading<'d, 's, 'r> {
    fn with(doc: &'d Document, set: &'s Set<'r>) -> Reading<'d, 's, 'r> {
        let (sentences, units) = (OnceCell::new(), OnceCell::new());
        Reading {
            doc,
            set,
            sentences,
            units,
            nearby: RefCell::default(),
            block: RefCell::default(),
            at_hand: RefCell::default(),
        }
    }

    /// The sentences of the document, as [`Document::sentences`] gives them.
    pub fn sentences(&self) -> &[(usize, Span)] {
        self.sentences.get_or_init(|| self.doc.sentences().collect())
    }

    /// The sentences inside `span`.
    pub fn sentences_in(&self, span: Span) -> &[(usize, Span)] {
        let all = self.sentences();
        let from = all.partition_point(|(_, s)| s.start() < span.start());
        let until = from + all[from..].partition_point(|(_, s)| s.end() <= span.end());
        &all[from..until]
    }

    /// The sentence that holds `span`; the whole block where the span runs over sentences.
    pub fn sentence_of(&self, span: Span) -> Span {
        let Some(block) = self.doc.block_at(span.start()) else { return span };
        let mut last = self.block.borrow_mut();
        if last.0 != Some(block.span) {
            *last = (Some(block.span), crate::text::sentences(self.doc.text(), block.span));
        }
        let all = &last.1;
        let own = all[..all.partition_point(|s| s.start() <= span.start())].last();
        own.copied().filter(|s| s.contains(span)).unwrap_or_else(|| block.span.cover(span))
    }

    /// What is made of the findings of one kind, at most one thing a unit: where several rules hold, the heaviest of
    /// which `make` makes something decides, then the first by place. Units that are not `open` are not looked at.
    /// Footnotes are searched too; frames (tables of contents, addresses) are not. In order of place.
    pub fn each<T>(
        &self,
        kind: RecordKind,
        open: impl Fn(usize, Span) -> bool,
        mut make: impl FnMut(&Finding<'r>) -> Option<T>,
    ) -> Vec<T> {
        let mut by_place: BTreeMap<(usize, usize), (i32, T)> = BTreeMap::new();
        self.each_unit(
            |rule| rule.kind == kind,
            open,
            |tried| {
                let place = (tried.unit.span.start(), tried.unit.span.end());
                let mut hits = self.hits(tried, false).peekable();
                while let Some(first) = hits.next() {
                    let weight = first.rule.weight;
                    let mut equals = vec![first];
                    while let Some(equal) = hits.next_if(|hit| hit.rule.weight == weight) {
                        equals.push(equal);
                    }
                    equals.sort_by_key(|hit| hit.span);
                    if by_place.get(&place).is_some_and(|(held, _)| *held >= weight) {
                        break;
                    }
                    if let Some(made) = equals.iter().find_map(&mut make) {
                        by_place.insert(place, (weight, made));
                        break;
                    }
                }
            },
        );
        by_place.into_values().map(|(_, made)| made).collect()
    }

    /// The heaviest finding of some rules in each unit that is `open`. In order of place.
    pub fn heaviest(
        &self,
        wanted: impl Fn(&Rule) -> bool + Copy,
        open: impl Fn(usize, Span) -> bool,
    ) -> Vec<Finding<'r>> {
        let mut found = Vec::new();
        self.each_unit(wanted, open, |tried| found.extend(self.hits(tried, false).next()));
        found.sort_by_key(|finding| finding.unit);
        found
    }

    /// The findings of one kind, one a unit: see [`Reading::each`].
    pub fn best(&self, kind: RecordKind) -> Vec<Finding<'r>> {
        self.each(kind, |_, _| true, |finding| Some(finding.clone()))
    }

    /// All findings of one kind, in order of place; at most one a rule and unit. Footnotes are searched too; frames
    /// (tables of contents, addresses) are not.
    pub fn find(&self, kind: RecordKind) -> Vec<Finding<'r>> {
        self.findings(|rule| rule.kind == kind, false)
    }

    /// What the rules of one kind would find but for their `unless`.
    pub(super) fn withheld(&self, kind: RecordKind) -> Vec<Finding<'r>> {
        self.findings(|rule| rule.kind == kind, true)
    }

    /// All findings of some rules in order of place, or, if `withheld`, what their `unless` kept from being found.
    fn findings(&self, wanted: impl Fn(&Rule) -> bool + Copy, withheld: bool) -> Vec<Finding<'r>> {
        let mut found = Vec::new();
        self.each_unit(wanted, |_, _| true, |tried| found.extend(self.hits(tried, withheld)));
        found.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| b.rule.weight.cmp(&a.rule.weight)));
        found
    }

    /// The heaviest finding of some rules in one sentence of `block`. For a caller that knows which few sentences matter.
    pub fn of_sentence(&self, wanted: impl Fn(&Rule) -> bool, block: usize, span: Span) -> Option<Finding<'r>> {
        let (index, group) = self.set.groups.iter().enumerate().find(|(_, group)| group.scope == Scope::Zin)?;
        let width = group.cues.width();
        let met = self.units.get().and_then(|units| {
            let at = units[index].all.binary_search_by_key(&span, |unit| unit.span).ok()?;
            Some(Cow::from(&units[index].met[at * width..(at + 1) * width]))
        });
        let met = met.unwrap_or_else(|| {
            let words = self.doc.of(span);
            let mut met = vec![0; width];
            group.cues.meet(words, &mut Vec::with_capacity(words.len() + 3), &mut met);
            Cow::from(met)
        });
        let rules: Vec<_> = group.rules.iter().filter(|entry| wanted(entry.rule)).collect();
        self.hits(Tried { unit: Unit { block, span }, rules: &rules, group, met: &met }, false).next()
    }

    /// Hands over each unit that is `open` and has the cues of some rule that is wanted.
    fn each_unit(
        &self,
        wanted: impl Fn(&Rule) -> bool,
        open: impl Fn(usize, Span) -> bool,
        mut each: impl FnMut(Tried<'_, 'r>),
    ) {
        for (group, Units { all, met }) in self.set.groups.iter().zip(self.units()) {
            let rules: Vec<_> = group.rules.iter().filter(|entry| wanted(entry.rule)).collect();
            if rules.is_empty() {
                continue;
            }
            for (unit, met) in all.iter().zip(met.chunks(group.cues.width())) {
                let tried = Tried { unit: *unit, rules: &rules, group, met };
                if open(unit.block, unit.span) && rules.iter().any(|entry| tried.likely(entry)) {
                    each(tried);
                }
            }
        }
    }

    /// All units but frames, with what they meet.
    fn units(&self) -> &[Units] {
        self.units.get_or_init(|| {
            let mut scratch = Vec::new();
            let of = |group: &Group| {
                let all = group.units(self.doc, self.sentences());
                let width = group.cues.width();
                let mut met = vec![0; all.len() * width];
                for (unit, met) in all.iter().zip(met.chunks_mut(width)) {
                    group.cues.meet(self.doc.of(unit.span), &mut scratch, met);
                }
                Units { all, met }
            };
            self.set.groups.iter().map(of).collect()
        })
    }

    /// The finds of some rules in a unit, heaviest rule first.
    fn hits<'t>(&'t self, tried: Tried<'t, 'r>, withheld: bool) -> impl Iterator<Item = Finding<'r>> {
        tried.rules.iter().filter_map(move |entry| self.hit(entry, tried, withheld))
    }

    /// Tries the patterns of `rule` that the text has the cues of.
    fn hit(&self, entry: &Entry<'r>, tried: Tried<'_, 'r>, withheld: bool) -> Option<Finding<'r>> {
        let (unit, rule) = (tried.unit, entry.rule);
        let text = self.doc.of(unit.span);
        let at_hand = &mut *self.at_hand.borrow_mut();
        let (known, except) = at_hand.of(tried.group.scope, unit.span);
        let numbered = rule.patterns.iter().zip(entry.first..);
        let cues = &tried.group.cues;
        let likely = numbered.filter(|(_, number)| cues.likely(*number, tried.met)).map(|(pattern, _)| pattern);
        let (pattern, range) = if rule.clause {
            // Each find is judged by its own clause: what excludes one need not exclude the next.
            let mut finds = Vec::new();
            likely.for_each(|p| finds.extend(p.find_each(text, known).map(|range| (p, range))));
            finds.sort_by_key(|(_, range)| range.start);
            let mut excluded = |range: &Range<usize>| {
                let (own, known) = (clause(text, range), &mut Known::default());
                except.holds(entry, tried.group, text, |p| p.find(own, known).is_some())
            };
            finds.into_iter().find(|(_, range)| excluded(range) == withheld)?
        } else {
            let finds = likely.filter_map(|p| Some((p, p.find(text, known)?)));
            let first = finds.min_by_key(|(_, range)| range.start)?;
            let excluded = except.holds(entry, tried.group, text, |p| p.find(text, known).is_some());
            Some(first).filter(|_| excluded == withheld)?
        };
        if !self.near(rule, unit) {
            return None;
        }
        let mut fields = rule.fields.clone();
        fields.extend(pattern.groups(text));
        let span = unit.span.inner(self.doc.text(), range)?;
        Some(Finding { rule, block: unit.block, unit: unit.span, span, fields })
    }

    /// Whether what a rule wants near a unit is there.
    fn near(&self, rule: &Rule, unit: Unit) -> bool {
        if rule.nearby.is_empty() {
            return true;
        }
        let around = match rule.within {
            Scope::Zin => unit.span,
            Scope::Alinea => self.doc.blocks[unit.block].span,
            Scope::Sectie => section(self.doc, unit.block),
        };
        let words = self.doc.of(around);
        rule.nearby.iter().any(|pattern| {
            let known = self.nearby.borrow().get(&(std::ptr::from_ref(pattern), around)).copied();
            known.unwrap_or_else(|| {
                let found = pattern.is_match(words);
                self.nearby.borrow_mut().insert((std::ptr::from_ref(pattern), around), found);
                found
            })
        })
    }
}

/// The clause of a sentence that `found` stands in: between signs and conjunctions that begin another main clause. A
/// comma before a verb ends the clause that stood in between.
fn clause<'t>(text: &'t str, found: &Range<usize>) -> &'t str {
    static EDGES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"[;:]|, (?:maar|en|want|terwijl|omdat|doordat|hoewel|zodat|waarna|waarvan|die|waarover|waarin|dan) |,(?P<verb> (?:zal|zullen|wordt|worden|gaat|gaan|komt|komen|volgt|volgen|kan|kunnen) )",
        )
    });
    // A verb that is found itself begins its clause.
    let lead = text.get(..found.end).unwrap_or(text);
    let edges = EDGES.captures_iter(lead).filter_map(|c| Some(c.name("verb").map_or(c.get(0)?.end(), |v| v.start())));
    let before = edges.filter(|at| *at <= found.start).last().unwrap_or(0);
    let after = EDGES.find_at(text, found.end).map_or(text.len(), |edge| edge.start());
    &text[before..after]
}

/// What `rules` find in loose text, read as one paragraph a line.
pub fn find_in<'r>(rules: &[&'r Rule], text: &str) -> Vec<Finding<'r>> {
    Reading::with(&loose(text), &Set::new(rules)).findings(|_| true, false)
}

/// Loose text as a document of one paragraph a line; a line with tabs is a row of a table.
pub fn loose(text: &str) -> Document {
    let mut draft = Draft::default();
    for line in text.lines() {
        if line.contains('\t') {
            let mut row = DraftBlock::new(BlockKind::Row { cells: Vec::new(), header: false }, Origin::default());
            line.split('\t').for_each(|cell| row.cell(cell));
            draft.push(row);
        } else {
            draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::default(), line));
        }
    }
    draft.finish("", "txt")
}

/// From the heading above `block` to the next heading.
fn section(doc: &Document, block: usize) -> Span {
    let start = doc.blocks[..=block].iter().rposition(Block::is_heading).unwrap_or(0);
    let end = doc.blocks[block + 1..].iter().position(Block::is_heading).map_or(doc.blocks.len(), |n| block + 1 + n);
    doc.blocks[start].span.cover(doc.blocks[end - 1].span)
}
