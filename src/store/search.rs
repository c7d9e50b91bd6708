//! Answers questions: the tree of a question becomes a query on the index, finds become documents with their passages.
//!
//! A word is looked for in four ways that add up, strongest first: as it stands in the text, as it stands in title or
//! headings, by its stem in the text, by its stem in the headings. So an exact find stands above a related one, and a
//! related one is still found.

use super::analysis::{self, Word};
use super::error::{Doing, StoreError};
use super::index::{Fields, Reading, day};
use super::query::{Node, Property, parse};
use super::{Facet, Hit, PassageHit, QuestionError, SearchOptions, SearchPage, library};
use crate::text::Span;
use rusqlite::{Connection, OptionalExtension};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Bound;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RangeQuery,
    TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader, Term};

/// Weights of the four ways to find a word.
const TEXT: f32 = 1.0;
const HEAD: f32 = 0.6;
const TEXT_STEM: f32 = 0.5;
const HEAD_STEM: f32 = 0.3;
/// What a passage gets that has all words of a question, for each of them: enough to stand above rare words apart.
const TOGETHER: f32 = 1.0;

type Clause = (Occur, Box<dyn Query>);

/// Answers one question.
pub(super) fn search(
    con: &Connection,
    reading: &Reading,
    question: &str,
    options: &SearchOptions,
) -> Result<SearchPage, StoreError> {
    let node = parse(question)?;
    let builder = Builder { fields: reading.fields };
    let Some(query) = builder.query(&node) else {
        let what = "er staan geen woorden in om op te zoeken".to_string();
        return Err(QuestionError { question: question.to_string(), at: 0, what }.into());
    };
    let searcher = reading.reader.searcher();
    let grouped = searcher.search(&query, &Group { keep: options.passages.max(1) }).doing("het zoeken")?;
    let total = grouped.len();
    let facets = if options.facets { facets(con, grouped.keys().copied())? } else { Vec::new() };
    let mut documents: Vec<(i64, Found)> = grouped.into_iter().collect();
    // Equal scores: the newest first, then an order that follows from the source alone.
    documents.sort_unstable_by(|(_, a), (_, b)| {
        b.score.total_cmp(&a.score).then_with(|| (Reverse(a.date), a.order).cmp(&(Reverse(b.date), b.order)))
    });
    let marks = Marks::of(&node);
    let mut hits = Vec::new();
    for (id, found) in documents.into_iter().skip(options.offset).take(options.limit) {
        // Removed since the index was opened.
        let Some(document) = library::line(con, id)? else { continue };
        let mut passages = Vec::new();
        for (score, ord) in found.best.into_iter().take(options.passages) {
            passages.extend(passage(con, id, ord, score, &marks)?);
        }
        hits.push(Hit { document, score: found.score, passages, matching: found.count });
    }
    Ok(SearchPage { total, hits, facets })
}

fn passage(con: &Connection, id: i64, ord: u64, score: f32, marks: &Marks) -> Result<Option<PassageHit>, StoreError> {
    let ord = i64::try_from(ord).unwrap_or(i64::MAX);
    let row: Option<(i64, String, String, String)> = con
        .prepare_cached("SELECT first, heading, text, origin FROM passages WHERE document = ?1 AND ord = ?2")
        .and_then(|mut s| s.query_row([id, ord], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))).optional())
        .doing("het lezen van een passage")?;
    Ok(row.map(|(first, heading, text, origin)| PassageHit {
        span: Span::all(&text).shifted(usize::try_from(first).unwrap_or_default()),
        highlights: marks.on(&text),
        origin: serde_json::from_str(&origin).unwrap_or_default(),
        heading,
        text,
        score,
    }))
}

/// Documents per value of each property, over all answers.
fn facets(con: &Connection, ids: impl Iterator<Item = i64>) -> Result<Vec<Facet>, StoreError> {
    const COUNTS: [(&str, &str); 3] = [
        ("soort", "SELECT kind, count(*) FROM documents WHERE id IN (SELECT value FROM json_each(?1)) GROUP BY 1"),
        (
            "ministerie",
            "SELECT value, count(*) FROM marks WHERE what = 'ministerie'
             AND document IN (SELECT value FROM json_each(?1)) GROUP BY 1",
        ),
        (
            "datum",
            "SELECT substr(date, 1, 4), count(*) FROM documents WHERE date IS NOT NULL
             AND id IN (SELECT value FROM json_each(?1)) GROUP BY 1",
        ),
    ];
    let ids = serde_json::Value::from(ids.collect::<Vec<i64>>()).to_string();
    let mut facets = Vec::new();
    for (name, sql) in COUNTS {
        let read = || -> rusqlite::Result<Vec<(String, i64)>> {
            con.prepare_cached(sql)?.query_map([&ids], |r| Ok((r.get(0)?, r.get(1)?)))?.collect()
        };
        let rows = read().doing("het tellen")?;
        let mut values: Vec<_> = rows.into_iter().map(|(v, n)| (v, usize::try_from(n).unwrap_or_default())).collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        facets.push(Facet { name: name.into(), values });
    }
    Ok(facets)
}

struct Builder {
    fields: Fields,
}

impl Builder {
    /// The query for a tree; `None` where it holds nothing to look for (punctuation only).
    fn query(&self, node: &Node) -> Option<Box<dyn Query>> {
        match node {
            Node::Word(word) => self.word(word),
            Node::Phrase(words) => self.phrase(words),
            Node::Prefix(stem) => self.prefix(stem),
            Node::Must(inner) => self.query(inner),
            Node::Filter(_) | Node::Not(_) => self.all(std::slice::from_ref(node)),
            Node::All(nodes) => self.all(nodes),
            Node::Any(nodes) => {
                let found: Vec<_> = nodes.iter().filter_map(|n| self.query(n)).collect();
                (!found.is_empty()).then(|| boxed(BooleanQuery::union(found)))
            }
        }
    }

    /// Things side by side. Filters, phrases and what stands at EN hold for every answer; of the rest one is enough.
    fn all(&self, nodes: &[Node]) -> Option<Box<dyn Query>> {
        let common =
            |n: &Node| matches!(n, Node::Word(w) if analysis::words(w).iter().all(|w| analysis::is_stop(&w.exact)));
        let only_common = nodes.iter().all(|n| common(n) || matches!(n, Node::Not(_) | Node::Filter(_)));
        let mut wanted: Vec<Box<dyn Query>> = Vec::new();
        let mut clauses: Vec<Clause> = Vec::new();
        let mut binding = false;
        for node in nodes.iter().filter(|n| only_common || !common(n)) {
            match node {
                Node::Filter(property) => clauses.push((Occur::Must, quiet(self.filter(property)))),
                Node::Not(inner) => clauses.extend(self.query(inner).map(|q| (Occur::MustNot, q))),
                Node::Must(_) | Node::Phrase(_) => {
                    clauses.extend(self.query(node).map(|q| (Occur::Must, q)));
                    binding = true;
                }
                _ => wanted.extend(self.query(node)),
            }
        }
        if wanted.len() > 1 {
            let together = BooleanQuery::intersection(wanted.iter().map(|q| q.box_clone()).collect());
            let bonus = f32::from(u8::try_from(wanted.len()).unwrap_or(u8::MAX)) * TOGETHER;
            wanted.push(boxed(ConstScoreQuery::new(boxed(together), bonus)));
        }
        if !wanted.is_empty() {
            // Beside something that must be there words only help; otherwise one of them has to be there.
            let occur = if binding { Occur::Should } else { Occur::Must };
            clauses.push((occur, boxed(BooleanQuery::union(wanted))));
        } else if clauses.is_empty() {
            return None;
        } else if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, quiet(boxed(AllQuery))));
        }
        Some(boxed(BooleanQuery::new(clauses)))
    }

    fn word(&self, typed: &str) -> Option<Box<dyn Query>> {
        let words = analysis::words(typed);
        let mut ways: Vec<Box<dyn Query>> = words.iter().map(|w| self.one(&w.exact)).collect();
        let parts: Vec<&Word> = plain(&words);
        if parts.len() > 1 {
            ways.extend(self.phrase(typed));
        }
        match ways.len() {
            0 => None,
            1 => ways.pop(),
            _ => Some(boxed(BooleanQuery::union(ways))),
        }
    }

    fn one(&self, word: &str) -> Box<dyn Query> {
        let f = self.fields;
        let stem = analysis::stem(word);
        let mut ways = vec![term(f.text, word, TEXT), term(f.head, word, HEAD)];
        if !analysis::is_stop(word) {
            ways.extend([term(f.text_stem, &stem, TEXT_STEM), term(f.head_stem, &stem, HEAD_STEM)]);
        }
        boxed(BooleanQuery::union(ways))
    }

    fn phrase(&self, words: &str) -> Option<Box<dyn Query>> {
        let words = analysis::words(words);
        let parts = plain(&words);
        if let [only] = parts.as_slice() {
            let ways = vec![term(self.fields.text, &only.exact, TEXT), term(self.fields.head, &only.exact, HEAD)];
            return Some(boxed(BooleanQuery::union(ways)));
        }
        if parts.is_empty() {
            return None;
        }
        let of = |field: Field, weight| {
            let terms = parts.iter().map(|w| (w.position, Term::from_field_text(field, &w.exact))).collect();
            boxed(BoostQuery::new(boxed(PhraseQuery::new_with_offset(terms)), weight))
        };
        Some(boxed(BooleanQuery::union(vec![of(self.fields.text, TEXT), of(self.fields.head, HEAD)])))
    }

    fn prefix(&self, stem: &str) -> Option<Box<dyn Query>> {
        let words = analysis::words(stem);
        let last = words.iter().max_by_key(|w| w.end)?;
        let of = |field: Field| boxed(FuzzyTermQuery::new_prefix(Term::from_field_text(field, &last.exact), 0, false));
        Some(boxed(BooleanQuery::union(vec![of(self.fields.text), of(self.fields.head)])))
    }

    fn filter(&self, property: &Property) -> Box<dyn Query> {
        let f = self.fields;
        match property {
            Property::Kind(value) => term(f.kind, value, 1.0),
            Property::Ministry(value) => term(f.ministry, value, 1.0),
            Property::Motion(value) => term(f.motion, value, 1.0),
            Property::Dossier(value) => term(f.dossier, value, 1.0),
            Property::Member(value) => term(f.member, value, 1.0),
            Property::Days(from, until) => {
                let bound = |d: &Option<_>| {
                    d.map_or(Bound::Unbounded, |d| Bound::Included(Term::from_field_u64(f.date, day(d))))
                };
                boxed(RangeQuery::new(bound(from), bound(until)))
            }
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
    boxed(ConstScoreQuery::new(query, 0.0))
}

/// The words one by one, without the wholes of hyphenated ones.
fn plain(words: &[Word]) -> Vec<&Word> {
    let covers = |w: &Word| words.iter().any(|o| o.position > w.position && o.start < w.end);
    words.iter().filter(|w| !covers(w)).collect()
}

/// What to mark in a passage.
#[derive(Default)]
struct Marks {
    exact: HashSet<String>,
    stems: HashSet<String>,
    prefixes: Vec<String>,
    phrases: Vec<Vec<String>>,
}

impl Marks {
    fn of(node: &Node) -> Marks {
        let mut marks = Marks::default();
        marks.add(node);
        marks
    }

    fn add(&mut self, node: &Node) {
        match node {
            Node::Word(typed) => {
                for word in analysis::words(typed).into_iter().filter(|w| !analysis::is_stop(&w.exact)) {
                    self.stems.insert(analysis::stem(&word.exact));
                    self.exact.insert(word.exact);
                }
            }
            Node::Phrase(words) => {
                let words = analysis::words(words);
                self.phrases.push(plain(&words).into_iter().map(|w| w.exact.clone()).collect());
            }
            Node::Prefix(stem) => {
                self.prefixes.extend(analysis::words(stem).into_iter().max_by_key(|w| w.end).map(|w| w.exact));
            }
            Node::Must(inner) => self.add(inner),
            Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|n| self.add(n)),
            Node::Not(_) | Node::Filter(_) => {}
        }
    }

    /// The ranges of `text` to mark: in order, without overlap.
    fn on(&self, text: &str) -> Vec<Span> {
        let words = analysis::words(text);
        let hit = |w: &Word| {
            self.exact.contains(&w.exact)
                || (!analysis::is_stop(&w.exact) && self.stems.contains(&analysis::stem(&w.exact)))
                || self.prefixes.iter().any(|p| w.exact.starts_with(p.as_str()))
        };
        let mut found: Vec<Span> =
            words.iter().filter(|w| hit(w)).filter_map(|w| Span::new(text, w.start..w.end)).collect();
        let parts = plain(&words);
        for phrase in self.phrases.iter().filter(|p| !p.is_empty()) {
            for run in parts.windows(phrase.len()) {
                if run.iter().zip(phrase).all(|(w, p)| w.exact == *p) {
                    found.extend(Span::new(text, run[0].start..run[run.len() - 1].end));
                }
            }
        }
        found.sort();
        let mut merged: Vec<Span> = Vec::new();
        for span in found {
            match merged.last_mut() {
                Some(last) if span.start() < last.end() => *last = last.cover(span),
                _ => merged.push(span),
            }
        }
        merged
    }
}

/// Finds of one document.
#[derive(Clone, Debug, Default)]
struct Found {
    score: f32,
    count: usize,
    /// Its best passages: score and number, best first.
    best: Vec<(f32, u64)>,
    date: u64,
    order: u64,
}

impl Found {
    fn add(&mut self, score: f32, ord: u64, keep: usize) {
        let better = |(s, o): &(f32, u64)| *s > score || (*s >= score && *o < ord);
        let at = self.best.partition_point(better);
        if at < keep {
            self.best.insert(at, (score, ord));
            self.best.truncate(keep);
        }
    }
}

/// Groups passages by document.
struct Group {
    keep: usize,
}

struct GroupSegment {
    keep: usize,
    doc: Column<u64>,
    ord: Column<u64>,
    date: Column<u64>,
    order: Column<u64>,
    found: HashMap<i64, Found>,
}

impl Collector for Group {
    type Fruit = HashMap<i64, Found>;
    type Child = GroupSegment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<GroupSegment> {
        let column = |name| segment.fast_fields().u64(name);
        let (doc, ord, date, order) = (column("doc")?, column("ord")?, column("datum")?, column("volgorde")?);
        Ok(GroupSegment { keep: self.keep, doc, ord, date, order, found: HashMap::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<HashMap<i64, Found>>) -> tantivy::Result<HashMap<i64, Found>> {
        let mut segments = segments.into_iter();
        let mut all = segments.next().unwrap_or_default();
        for (id, found) in segments.flatten() {
            let known = all.entry(id).or_insert_with(|| Found { best: Vec::new(), count: 0, ..found.clone() });
            known.count += found.count;
            known.score = known.score.max(found.score);
            for (score, ord) in found.best {
                known.add(score, ord, self.keep);
            }
        }
        Ok(all)
    }
}

impl SegmentCollector for GroupSegment {
    type Fruit = HashMap<i64, Found>;

    fn collect(&mut self, doc: DocId, score: Score) {
        let Some(id) = self.doc.first(doc).and_then(|id| i64::try_from(id).ok()) else { return };
        let (date, order) = (&self.date, &self.order);
        let found = self.found.entry(id).or_insert_with(|| Found {
            date: date.first(doc).unwrap_or_default(),
            order: order.first(doc).unwrap_or_default(),
            ..Found::default()
        });
        found.count += 1;
        found.score = found.score.max(score);
        found.add(score, self.ord.first(doc).unwrap_or(u64::MAX), self.keep);
    }

    fn harvest(self) -> HashMap<i64, Found> {
        self.found
    }
}
