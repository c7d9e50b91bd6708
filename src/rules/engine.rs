//! Runs rules over a document. The border: it knows patterns and scopes, not what they mean.

use super::cues::Cues;
use super::rule::{Rule, Scope, of_kind};
use crate::document::{Block, BlockKind, Document, Draft, DraftBlock};
use crate::records::RecordKind;
use crate::text::{Origin, Span};
use std::collections::{BTreeMap, btree_map::Entry};
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

/// All findings of one kind in a document, in order of place; at most one a rule and unit. Footnotes are searched too;
/// frames (tables of contents, addresses) are not.
pub fn find(doc: &Document, kind: RecordKind) -> Vec<Finding<'static>> {
    set(kind).map(|set| findings(doc, set, false)).unwrap_or_default()
}

/// What the rules of one kind would find but for their `unless`.
pub(super) fn withheld(doc: &Document, kind: RecordKind) -> Vec<Finding<'static>> {
    set(kind).map(|set| findings(doc, set, true)).unwrap_or_default()
}

/// The rules of one kind.
fn set(kind: RecordKind) -> Option<&'static Set<'static>> {
    static BY_KIND: LazyLock<Vec<(RecordKind, Set<'static>)>> = LazyLock::new(|| {
        let kinds = RecordKind::ALL.iter();
        kinds.map(|kind| (*kind, Set::new(of_kind(*kind).collect()))).collect()
    });
    BY_KIND.iter().find(|(k, _)| *k == kind).map(|(_, set)| set)
}

/// Rules that are tried together, with the cues that tell which of them are worth trying on a text.
struct Set<'r> {
    rules: Vec<&'r Rule>,
    cues: Cues,
    scopes: Vec<Scope>,
}

impl<'r> Set<'r> {
    fn new(rules: Vec<&'r Rule>) -> Set<'r> {
        let cues = Cues::new(rules.iter().map(|r| r.patterns.iter().map(super::pattern::Pattern::expression)));
        let mut scopes: Vec<Scope> = rules.iter().map(|r| r.scope).collect();
        scopes.sort_unstable();
        scopes.dedup();
        Set { rules, cues, scopes }
    }
}

/// The findings of one kind with one finding a unit: where several rules hold, the heaviest decides, then the first by
/// place. In order of place.
pub fn best(doc: &Document, kind: RecordKind) -> Vec<Finding<'static>> {
    let mut by_unit: BTreeMap<(usize, usize), Finding<'static>> = BTreeMap::new();
    for finding in find(doc, kind) {
        match by_unit.entry((finding.unit.start(), finding.unit.end())) {
            Entry::Vacant(free) => drop(free.insert(finding)),
            Entry::Occupied(mut held) if held.get().rule.weight < finding.rule.weight => drop(held.insert(finding)),
            Entry::Occupied(_) => {}
        }
    }
    by_unit.into_values().collect()
}

/// The finding of one kind in one sentence of `block`: the heaviest rule that holds. For a caller that knows which few
/// sentences matter.
pub fn of_sentence(doc: &Document, kind: RecordKind, block: usize, unit: Span) -> Option<Finding<'static>> {
    let set = set(kind)?;
    let mut likely = set.cues.scratch();
    let rules = set.cues.likely(doc.of(unit), &mut likely).into_iter();
    let hits = rules.filter_map(|(index, patterns)| hit(doc, set.rules[index], &patterns, (block, unit), false));
    hits.filter(|finding| finding.rule.scope == Scope::Zin).min_by_key(|f| std::cmp::Reverse(f.rule.weight))
}

/// What `rules` find in loose text, read as one paragraph a line.
pub fn find_in<'r>(rules: &[&'r Rule], text: &str) -> Vec<Finding<'r>> {
    findings(&loose(text), &Set::new(rules.to_vec()), false)
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

/// What the rules find, or, if `withheld`, what their `unless` kept from being found.
fn findings<'r>(doc: &Document, set: &Set<'r>, withheld: bool) -> Vec<Finding<'r>> {
    let mut found = Vec::new();
    let mut likely = set.cues.scratch();
    for scope in &set.scopes {
        for (block, unit) in units(doc, *scope) {
            if matches!(doc.blocks[block].kind, BlockKind::Frame) {
                continue;
            }
            for (index, patterns) in set.cues.likely(doc.of(unit), &mut likely) {
                let rule = set.rules[index];
                if rule.scope == *scope {
                    found.extend(hit(doc, rule, &patterns, (block, unit), withheld));
                }
            }
        }
    }
    found.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| b.rule.weight.cmp(&a.rule.weight)));
    found
}

/// Tries the patterns of `rule` that the text has the cues of.
fn hit<'r>(
    doc: &Document,
    rule: &'r Rule,
    patterns: &[usize],
    (block, unit): (usize, Span),
    withheld: bool,
) -> Option<Finding<'r>> {
    let text = doc.of(unit);
    let regexes = patterns.iter().map(|p| rule.patterns[*p].regex());
    let starts = regexes.filter_map(|p| Some((p, p.find(text)?.start())));
    let (pattern, _) = starts.min_by_key(|(_, start)| *start)?;
    if rule.not.iter().any(|n| n.regex().is_match(text)) != withheld {
        return None;
    }
    if !rule.nearby.is_empty() {
        let around = match rule.within {
            Scope::Zin => unit,
            Scope::Alinea => doc.blocks[block].span,
            Scope::Sectie => section(doc, block),
        };
        let around = doc.of(around);
        if !rule.nearby.iter().any(|n| n.regex().is_match(around)) {
            return None;
        }
    }
    let captures = pattern.captures(text)?;
    let mut fields = rule.fields.clone();
    for name in pattern.capture_names().flatten() {
        if let Some(group) = captures.name(name) {
            fields.insert(name.to_string(), group.as_str().to_string());
        }
    }
    let span = unit.inner(doc.text(), captures.get(0)?.range())?;
    Some(Finding { rule, block, unit, span, fields })
}

fn units(doc: &Document, scope: Scope) -> Vec<(usize, Span)> {
    match scope {
        Scope::Zin => doc.sentences().collect(),
        Scope::Alinea => doc.blocks.iter().enumerate().map(|(i, b)| (i, b.span)).collect(),
        Scope::Sectie => {
            let starts = doc.blocks.iter().enumerate().filter(|(i, b)| *i == 0 || b.is_heading());
            starts.map(|(i, _)| (i, section(doc, i))).collect()
        }
    }
}

/// From the heading above `block` to the next heading.
fn section(doc: &Document, block: usize) -> Span {
    let start = doc.blocks[..=block].iter().rposition(Block::is_heading).unwrap_or(0);
    let end = doc.blocks[block + 1..].iter().position(Block::is_heading).map_or(doc.blocks.len(), |n| block + 1 + n);
    doc.blocks[start].span.cover(doc.blocks[end - 1].span)
}
