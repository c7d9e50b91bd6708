//! Runs rules over a document. The border: it knows patterns and scopes, not what they mean.

use super::cues::{Cues, Met};
use super::pattern::Pattern;
use super::rule::{Rule, Scope, all};
use crate::document::{Block, BlockKind, Document, Draft, DraftBlock};
use crate::records::RecordKind;
use crate::text::{Origin, Span};
use regex::Regex;
use regex_automata::PatternID;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

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

/// Rules that are tried together, with the cues that tell which of them are worth trying on a text.
struct Set<'r> {
    /// The rules, each with the number of its first pattern in the cues: first those that find, then those that exclude.
    rules: Vec<(&'r Rule, usize)>,
    cues: Cues,
    scopes: Vec<Scope>,
}

/// Every rule there is.
static ALL: LazyLock<Set<'static>> = LazyLock::new(|| Set::new(all().iter().collect()));

impl<'r> Set<'r> {
    fn new(rules: Vec<&'r Rule>) -> Set<'r> {
        let patterns = rules.iter().flat_map(|r| r.patterns.iter().chain(&r.not));
        let cues = Cues::new(patterns.map(|pattern| (pattern.source(), || pattern.shape())));
        let mut scopes: Vec<Scope> = rules.iter().map(|r| r.scope).collect();
        scopes.sort_unstable();
        scopes.dedup();
        let mut next = 0;
        let numbered = rules.into_iter().map(|rule| {
            let first = next;
            next += rule.patterns.len() + rule.not.len();
            (rule, first)
        });
        Set { rules: numbered.collect(), cues, scopes }
    }
}

/// A stretch that rules are tried on.
#[derive(Clone, Copy)]
struct Unit {
    block: usize,
    span: Span,
    scope: Scope,
}

/// A document made ready for the rules: cut into sentences and searched for cues once, whatever is asked of it then.
pub struct Reading<'d, 's, 'r> {
    doc: &'d Document,
    set: &'s Set<'r>,
    sentences: OnceCell<Vec<(usize, Span)>>,
    /// All units, and the sets of cues that each meets.
    units: OnceCell<(Vec<Unit>, Vec<u64>)>,
    /// Whether a pattern is found in the stretch that begins at a place.
    nearby: RefCell<BTreeMap<(*const Pattern, Span), bool>>,
}

impl<'d> Reading<'d, 'static, 'static> {
    /// Makes a document ready for all rules; the work is done when it is first needed.
    pub fn new(doc: &'d Document) -> Reading<'d, 'static, 'static> {
        Reading::with(doc, &ALL)
    }
}

impl<'d, 's, 'r> Reading<'d, 's, 'r> {
    fn with(doc: &'d Document, set: &'s Set<'r>) -> Reading<'d, 's, 'r> {
        Reading { doc, set, sentences: OnceCell::new(), units: OnceCell::new(), nearby: RefCell::default() }
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
        let (units, met) = self.units();
        for (unit, met) in units.iter().zip(met.chunks(self.set.cues.width().max(1))) {
            let place = (unit.span.start(), unit.span.end());
            if !open(unit.block, unit.span) {
                continue;
            }
            let mut hits = self.hits(|rule| rule.kind == kind, *unit, met, false).peekable();
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
        }
        by_place.into_values().map(|(_, made)| made).collect()
    }

    /// The heaviest finding of some rules in each unit that is `open`. In order of place.
    pub fn heaviest(
        &self,
        wanted: impl Fn(&Rule) -> bool + Copy,
        open: impl Fn(usize, Span) -> bool,
    ) -> Vec<Finding<'r>> {
        let (units, met) = self.units();
        let each = units.iter().zip(met.chunks(self.set.cues.width().max(1)));
        let opened = each.filter(|(unit, _)| open(unit.block, unit.span));
        let mut found: Vec<Finding> =
            opened.filter_map(|(unit, met)| self.hits(wanted, *unit, met, false).next()).collect();
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
        let (units, met) = self.units();
        let each = units.iter().zip(met.chunks(self.set.cues.width().max(1)));
        let mut found: Vec<Finding> =
            each.flat_map(|(unit, met)| self.hits(wanted, *unit, met, withheld).collect::<Vec<_>>()).collect();
        found.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| b.rule.weight.cmp(&a.rule.weight)));
        found
    }

    /// The heaviest finding of some rules in one sentence of `block`. For a caller that knows which few sentences matter.
    pub fn of_sentence(&self, wanted: impl Fn(&Rule) -> bool, block: usize, span: Span) -> Option<Finding<'r>> {
        let unit = Unit { block, span, scope: Scope::Zin };
        let mut met = vec![0; self.set.cues.width()];
        self.set.cues.meet(self.doc.of(span), &mut Vec::new(), &mut met);
        self.hits(wanted, unit, &met, false).next()
    }

    /// All units but frames, with what they meet.
    fn units(&self) -> (&[Unit], &[u64]) {
        let (units, met) = self.units.get_or_init(|| {
            let mut units = Vec::new();
            for scope in &self.set.scopes {
                let open = |block: &usize| !matches!(self.doc.blocks[*block].kind, BlockKind::Frame);
                let of = |(block, span): (usize, Span)| Unit { block, span, scope: *scope };
                match scope {
                    Scope::Zin => units.extend(self.sentences().iter().filter(|(b, _)| open(b)).copied().map(of)),
                    Scope::Alinea => {
                        let blocks = self.doc.blocks.iter().map(|b| b.span).enumerate();
                        units.extend(blocks.filter(|(b, _)| open(b)).map(of));
                    }
                    Scope::Sectie => {
                        let blocks = self.doc.blocks.iter().enumerate().filter(|(i, b)| *i == 0 || b.is_heading());
                        let starts = blocks.map(|(i, _)| (i, section(self.doc, i)));
                        units.extend(starts.filter(|(b, _)| open(b)).map(of));
                    }
                }
            }
            let width = self.set.cues.width().max(1);
            let mut met = vec![0; units.len() * width];
            let mut scratch = Vec::new();
            for (unit, met) in units.iter().zip(met.chunks_mut(width)) {
                self.set.cues.meet(self.doc.of(unit.span), &mut scratch, met);
            }
            (units, met)
        });
        (units, met)
    }

    /// The finds of some rules in a unit, heaviest rule first.
    fn hits(
        &self,
        wanted: impl Fn(&Rule) -> bool,
        unit: Unit,
        met: &Met,
        withheld: bool,
    ) -> impl Iterator<Item = Finding<'r>> {
        let rules = self.set.rules.iter().filter(move |(rule, _)| wanted(rule) && rule.scope == unit.scope);
        rules.filter_map(move |(rule, first)| self.hit((rule, *first), unit, met, withheld))
    }

    /// Tries the patterns of `rule` that the text has the cues of.
    fn hit(&self, (rule, first): (&'r Rule, usize), unit: Unit, met: &Met, withheld: bool) -> Option<Finding<'r>> {
        let likely = |from: usize, patterns: &'r [Pattern]| {
            let numbered = patterns.iter().zip(first + from..);
            numbered.filter(|(_, number)| self.set.cues.likely(*number, met)).map(|(pattern, _)| pattern.regex())
        };
        let text = self.doc.of(unit.span);
        let excluded = |around: &str| likely(rule.patterns.len(), &rule.not).any(|not| not.is_match(around));
        let (pattern, range) = if rule.clause {
            // Each find is judged by its own clause: what excludes one need not exclude the next.
            let finds = likely(0, &rule.patterns).flat_map(|p| p.find_iter(text).map(move |m| (p, m.range())));
            let mut finds: Vec<_> = finds.collect();
            finds.sort_by_key(|(_, range)| range.start);
            finds.into_iter().find(|(_, range)| excluded(clause(text, range)) == withheld)?
        } else {
            let finds = likely(0, &rule.patterns).filter_map(|p| Some((p, p.find(text)?.range())));
            finds.min_by_key(|(_, range)| range.start).filter(|_| excluded(text) == withheld)?
        };
        if !self.near(rule, unit) {
            return None;
        }
        let mut fields = rule.fields.clone();
        let mut names = pattern.group_info().pattern_names(PatternID::ZERO).flatten().peekable();
        if names.peek().is_some() {
            let mut groups = pattern.create_captures();
            pattern.captures(text, &mut groups);
            let group =
                |name| Some((String::from(name), text.get(groups.get_group_by_name(name)?.range())?.to_string()));
            fields.extend(names.filter_map(group));
        }
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
                let found = pattern.regex().is_match(words);
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
        Regex::new(
            r"[;:]|, (?:maar|en|want|terwijl|omdat|doordat|hoewel|zodat|waarna|waarvan|die|waarover|waarin|dan) |,(?P<verb> (?:zal|zullen|wordt|worden|gaat|gaan|komt|komen|volgt|volgen|kan|kunnen) )",
        )
        .expect("constant pattern")
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
    Reading::with(&loose(text), &Set::new(rules.to_vec())).findings(|_| true, false)
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
