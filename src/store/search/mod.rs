//! Answers questions: a plan of what to look for, a ranking of what is found, and the passages with their marks.
//!
//! A word is looked for as it stands, by its stem, as one word with its neighbour ("woning bouw"), in the parts of a
//! compound, in compounds that hold it, by its other names ("BZK"), and, where the index does not know it, as the word
//! it was meant to be. Exact counts most, then stems, then parts. The first documents are then read themselves: words
//! that stand close together count more, and a little what the document is and how new.

mod aside;
mod direct;
mod facets;
mod lanes;
mod marks;
mod names;
mod plan;
mod rank;
mod vocabulary;
mod words;

pub use plan::Correction;
pub(super) use vocabulary::Vocabulary;

use super::error::{Doing, StoreError};
use super::index::Reading;
use super::query::parse;
use super::{DocumentLine, Hit, PassageHit, QuestionError, SearchOptions, SearchPage, Steps, library};
use crate::text::{Span, fold};
use marks::{Mark, Marks};
use memchr::memmem;
use plan::{Plan, plan};
use rank::{Found, Ranked, Wanted, better};
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;

/// By how much a document is better whose words stand side by side.
const CLOSE: f32 = 0.5;
/// By how much a document is better in which the question stands word for word.
const LITERAL: f32 = 1.0;
/// By how much a motion is better in which what it asks for holds the words: that is what it is about.
const DICTUM: f32 = 0.9;
/// By how much a document is better that speaks for itself: the text of a motion, a ministry's answer.
const OWN: f32 = 0.05;
const SPEAKS: [&str; 3] = ["motie", "antwoord kamervragen", "kamerbrief"];
/// What a year off the newest takes away, and for how many years.
const YEAR: f32 = 0.01;
const YEARS: f32 = 5.0;
/// Documents whose text is read before the order is final.
const READ: usize = 40;

/// Answers one question.
pub(super) fn search(
    con: &Connection,
    reading: &Reading,
    question: &str,
    options: &SearchOptions,
) -> Result<SearchPage, StoreError> {
    let node = parse(question)?;
    let vocabulary = reading.vocabulary();
    let direct = if options.steps == Steps::All { direct::direct(con, &node, vocabulary.fields)? } else { None };
    let Some(plan) = plan(&node, &vocabulary, direct, options.steps) else {
        let what = "er staan geen woorden in om op te zoeken".to_string();
        return Err(QuestionError { question: question.to_string(), at: 0, what }.into());
    };
    let documents = options.offset.saturating_add(options.limit).max(READ);
    let wanted = Wanted { documents, passages: options.passages.max(2), all: options.facets, newest: options.newest };
    let Ranked { mut found, total, all } = rank::rank(&vocabulary, &plan, wanted)?;
    let facets = if options.facets { facets::facets(&vocabulary, &all).doing("het tellen")? } else { Vec::new() };
    let mut seen: HashMap<i64, Seen> = HashMap::new();
    if !options.newest && options.steps >= Steps::Closeness {
        let read = READ.min(found.len());
        let literal = literal(question);
        let newest = found[..read].iter().map(|f| f.date).max().unwrap_or(0);
        for document in &mut found[..read] {
            let Some(read) = Seen::read(con, document, &plan.marks)? else { continue };
            document.score *= closeness(&read, &plan, literal.as_deref()) * freshness(document.date, newest);
            seen.insert(document.id, read);
        }
        found[..read].sort_unstable_by(better);
    }
    let mut hits = Vec::new();
    for found in found.into_iter().skip(options.offset).take(options.limit) {
        let read = seen.remove(&found.id).map_or_else(|| Seen::read(con, &found, &plan.marks), |s| Ok(Some(s)))?;
        // Removed since the index was opened.
        let Some(Seen { document, best }) = read else { continue };
        let mut best = best.into_iter();
        let mut passages = Vec::new();
        for (score, ord) in found.best.into_iter().take(options.passages) {
            let shown = best.next().map_or_else(|| shown(con, found.id, ord, &plan.marks), |read| Ok(Some(read)))?;
            passages.extend(shown.map(|s| s.passage(score)));
        }
        hits.push(Hit { document, score: found.score, passages, matching: found.count });
    }
    Ok(SearchPage { total, hits, facets, corrections: plan.corrections })
}

/// By how much a document is better for words of the question that stand close together in its best passage, and for
/// being a motion or an answer rather than something that mentions one in passing.
fn closeness(seen: &Seen, plan: &Plan, literal: Option<&str>) -> f32 {
    let kind = if SPEAKS.contains(&seen.document.kind.as_str()) { 1.0 + OWN } else { 1.0 };
    let Some(Shown { text, marks, .. }) = seen.best.as_ref().filter(|_| plan.words > 1) else { return kind };
    let all = (0..plan.words).fold(0, |all, word| all | marks::bit(word));
    let whole = marks.iter().fold(0, |found, mark| found | mark.groups) & all == all;
    let literal = literal.is_some_and(|words| whole && fold(text).contains(words));
    let literal = if literal { LITERAL } else { 0.0 };
    kind * (1.0 + CLOSE * tight(marks, plan.words) + DICTUM * dictum(text, marks, plan.words) + literal)
}

/// The words of a question as they may stand in a text, where it is no more than words.
fn literal(question: &str) -> Option<String> {
    let words = fold(question.trim());
    let plain = words.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-');
    (plain && words.contains(' ')).then_some(words)
}

/// By how much a document of `date` is better for being newer: nothing for the newest, a little off for each year.
fn freshness(date: u64, newest: u64) -> f32 {
    if date == 0 {
        return 1.0 - YEARS * YEAR;
    }
    let years = u16::try_from(newest.saturating_sub(date) / 10_000).unwrap_or(u16::MAX);
    1.0 - f32::from(years).min(YEARS) * YEAR
}

/// The share of a question's words that stands in what a motion asks for.
fn dictum(text: &str, marks: &[Mark], groups: usize) -> f32 {
    let Some(from) =
        ["verzoekt", "spreekt uit", "roept"].iter().filter_map(|w| memmem::find(text.as_bytes(), w.as_bytes())).min()
    else {
        return 0.0;
    };
    let there = marks.iter().filter(|m| m.span.start() > from).fold(0, |all, m| all | m.groups);
    let count = |n: u32| f32::from(u8::try_from(n).unwrap_or(u8::MAX));
    count(there.count_ones()) / count(u32::try_from(groups).unwrap_or(1)).max(1.0)
}

/// How close the words of a question stand, from 0 (apart) to 1 (each beside the next).
fn tight(marks: &[Mark], groups: usize) -> f32 {
    let mut last: Vec<Option<usize>> = vec![None; groups.min(64)];
    let mut nearest = vec![f32::INFINITY; groups.min(64).saturating_sub(1)];
    for mark in marks {
        for group in 0..last.len() {
            if mark.groups & marks::bit(group) == 0 {
                continue;
            }
            last[group] = Some(mark.position);
            for pair in [group.checked_sub(1), (group + 1 < last.len()).then_some(group)].into_iter().flatten() {
                let other = if pair == group { pair + 1 } else { pair };
                if let Some(position) = last[other] {
                    let gap = u16::try_from(mark.position.abs_diff(position)).unwrap_or(u16::MAX);
                    nearest[pair] = nearest[pair].min(f32::from(gap.max(1)));
                }
            }
        }
    }
    let pairs = f32::from(u8::try_from(nearest.len()).unwrap_or(u8::MAX)).max(1.0);
    nearest.iter().map(|gap| 1.0 / gap).sum::<f32>() / pairs
}

/// What is read of a document that may be shown.
struct Seen {
    document: DocumentLine,
    /// Its best passage.
    best: Option<Shown>,
}

impl Seen {
    /// `None` where it was removed since the index was opened.
    fn read(con: &Connection, found: &Found, marks: &Marks) -> Result<Option<Seen>, StoreError> {
        let Some(document) = library::line(con, found.id)? else { return Ok(None) };
        let best = found.best.first().map(|(_, ord)| shown(con, found.id, *ord, marks)).transpose()?.flatten();
        Ok(Some(Seen { document, best }))
    }
}

/// A passage with what is to be marked in it.
struct Shown {
    first: i64,
    heading: String,
    text: String,
    origin: String,
    marks: Vec<Mark>,
}

impl Shown {
    fn passage(self, score: f32) -> PassageHit {
        let Shown { first, heading, text, origin, marks } = self;
        PassageHit {
            span: Span::all(&text).shifted(usize::try_from(first).unwrap_or_default()),
            highlights: marks::merged(marks),
            origin: serde_json::from_str(&origin).unwrap_or_default(),
            heading,
            text,
            score,
        }
    }
}

fn shown(con: &Connection, id: i64, ord: u64, marks: &Marks) -> Result<Option<Shown>, StoreError> {
    let ord = i64::try_from(ord).unwrap_or(i64::MAX);
    let read = |r: &rusqlite::Row| -> rusqlite::Result<Shown> {
        let text: String = r.get(2)?;
        let marks = marks.found(&text);
        Ok(Shown { first: r.get(0)?, heading: r.get(1)?, text, origin: r.get(3)?, marks })
    };
    con.prepare_cached("SELECT first, heading, text, origin FROM passages WHERE document = ?1 AND ord = ?2")
        .and_then(|mut s| s.query_row([id, ord], read).optional())
        .doing("het lezen van een passage")
}
