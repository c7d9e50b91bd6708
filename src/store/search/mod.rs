//! Answers questions: a plan of what to look for, a ranking of what is found, and the passages with their marks.
//!
//! A word is looked for as it stands, by its stem, as one word with its neighbour ("woning bouw"), in the parts of a
//! compound, in compounds that hold it, by its other names ("BZK"), and, where the index does not know it, as the word
//! it was meant to be. Exact counts most, then stems, then parts. The first documents are then read themselves: words
//! that stand close together count more, and a little what the document is and how new.

mod aside;
mod lanes;
mod marks;
mod names;
mod plan;
mod rank;
mod vocabulary;

pub use plan::Correction;
pub(super) use vocabulary::Vocabulary;

use super::error::{Doing, StoreError};
use super::index::Reading;
use super::query::parse;
use super::{Facet, Hit, PassageHit, QuestionError, SearchOptions, SearchPage, library};
use crate::text::Span;
use marks::{Mark, Marks};
use plan::{Plan, plan};
use rank::{Found, Ranked, Wanted, better};
use rusqlite::{Connection, OptionalExtension};

/// By how much a document is better whose words stand side by side.
const CLOSE: f32 = 0.5;
/// By how much a document is better that speaks for itself: the text of a motion, a ministry's answer.
const OWN: f32 = 0.05;
const SPEAKS: [&str; 3] = ["motie", "antwoord kamervragen", "kamerbrief"];
/// What a year off the newest takes away, and for how many years.
const YEAR: f32 = 0.01;
const YEARS: f32 = 5.0;
/// Documents whose text is read before the order is final.
const READ: usize = 20;

/// Answers one question.
pub(super) fn search(
    con: &Connection,
    reading: &Reading,
    question: &str,
    options: &SearchOptions,
) -> Result<SearchPage, StoreError> {
    let node = parse(question)?;
    let vocabulary = reading.vocabulary();
    let Some(plan) = plan(&node, &vocabulary) else {
        let what = "er staan geen woorden in om op te zoeken".to_string();
        return Err(QuestionError { question: question.to_string(), at: 0, what }.into());
    };
    let documents = options.offset.saturating_add(options.limit).max(READ);
    let wanted = Wanted { documents, passages: options.passages.max(2), all: options.facets, newest: options.newest };
    let Ranked { mut found, total, all } = rank::rank(&vocabulary, &plan, wanted)?;
    let facets = if options.facets { facets(con, &vocabulary, &all)? } else { Vec::new() };
    if !options.newest {
        let read = READ.min(found.len());
        let newest = found[..read].iter().map(|f| f.date).max().unwrap_or(0);
        for document in &mut found[..read] {
            document.score *= closeness(con, document, &plan)? * freshness(document.date, newest);
        }
        found[..read].sort_unstable_by(better);
    }
    let mut hits = Vec::new();
    for found in found.into_iter().skip(options.offset).take(options.limit) {
        // Removed since the index was opened.
        let Some(document) = library::line(con, found.id)? else { continue };
        let mut passages = Vec::new();
        for (score, ord) in found.best.into_iter().take(options.passages) {
            passages.extend(passage(con, found.id, ord, score, &plan.marks)?);
        }
        hits.push(Hit { document, score: found.score, passages, matching: found.count });
    }
    Ok(SearchPage { total, hits, facets, corrections: plan.corrections })
}

/// By how much a document is better for words of the question that stand close together in its best passage, and for
/// being a motion or an answer rather than something that mentions one in passing.
fn closeness(con: &Connection, document: &Found, plan: &Plan) -> Result<f32, StoreError> {
    let Some(line) = library::line(con, document.id)? else { return Ok(1.0) };
    let kind = if SPEAKS.contains(&line.kind.as_str()) { 1.0 + OWN } else { 1.0 };
    let Some((_, ord)) = document.best.first().filter(|_| plan.groups.len() > 1) else { return Ok(kind) };
    let Some(row) = row(con, document.id, *ord)? else { return Ok(kind) };
    Ok(kind * (1.0 + CLOSE * tight(&plan.marks.found(&row.text), plan.groups.len())))
}

/// By how much a document of `date` is better for being newer: nothing for the newest, a little off for each year.
fn freshness(date: u64, newest: u64) -> f32 {
    if date == 0 {
        return 1.0 - YEARS * YEAR;
    }
    let years = u16::try_from(newest.saturating_sub(date) / 10_000).unwrap_or(u16::MAX);
    1.0 - f32::from(years).min(YEARS) * YEAR
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

struct Row {
    first: i64,
    heading: String,
    text: String,
    origin: String,
}

fn row(con: &Connection, id: i64, ord: u64) -> Result<Option<Row>, StoreError> {
    let ord = i64::try_from(ord).unwrap_or(i64::MAX);
    con.prepare_cached("SELECT first, heading, text, origin FROM passages WHERE document = ?1 AND ord = ?2")
        .and_then(|mut s| {
            s.query_row([id, ord], |r| {
                Ok(Row { first: r.get(0)?, heading: r.get(1)?, text: r.get(2)?, origin: r.get(3)? })
            })
            .optional()
        })
        .doing("het lezen van een passage")
}

fn passage(con: &Connection, id: i64, ord: u64, score: f32, marks: &Marks) -> Result<Option<PassageHit>, StoreError> {
    Ok(row(con, id, ord)?.map(|Row { first, heading, text, origin }| PassageHit {
        span: Span::all(&text).shifted(usize::try_from(first).unwrap_or_default()),
        highlights: marks.on(&text),
        origin: serde_json::from_str(&origin).unwrap_or_default(),
        heading,
        text,
        score,
    }))
}

/// Documents per value of each property, over all answers.
fn facets(con: &Connection, vocabulary: &Vocabulary, all: &[Vec<u32>]) -> Result<Vec<Facet>, StoreError> {
    const MARKS: [&str; 4] = ["ministerie", "lid", "dossier", "motie"];
    const COUNTS: [(&str, &str); 2] = [
        ("soort", "SELECT kind, count(*) FROM documents WHERE id IN (SELECT value FROM json_each(?1)) GROUP BY 1"),
        (
            "jaar",
            "SELECT substr(date, 1, 4), count(*) FROM documents WHERE date IS NOT NULL
             AND id IN (SELECT value FROM json_each(?1)) GROUP BY 1",
        ),
    ];
    let mut ids: Vec<u64> = Vec::new();
    for (segment, firsts) in vocabulary.searcher.segment_readers().iter().zip(all) {
        let column = segment.fast_fields().u64("doc").doing("het tellen")?;
        ids.extend(firsts.iter().filter_map(|first| column.first(*first)));
    }
    let ids = serde_json::Value::from(ids).to_string();
    let mut facets = Vec::new();
    let marks = MARKS.map(|what| {
        let sql = "SELECT value, count(*) FROM marks WHERE what = '{}'
                   AND document IN (SELECT value FROM json_each(?1)) GROUP BY 1";
        (what, sql.replace("{}", what))
    });
    for (name, sql) in COUNTS.map(|(name, sql)| (name, sql.to_string())).into_iter().chain(marks) {
        let read = || -> rusqlite::Result<Vec<(String, i64)>> {
            con.prepare_cached(&sql)?.query_map([&ids], |r| Ok((r.get(0)?, r.get(1)?)))?.collect()
        };
        let rows = read().doing("het tellen")?;
        let mut values: Vec<_> = rows.into_iter().map(|(v, n)| (v, usize::try_from(n).unwrap_or_default())).collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        facets.push(Facet { name: name.into(), values });
    }
    Ok(facets)
}
