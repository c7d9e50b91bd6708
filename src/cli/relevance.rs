//! `evaluate --search`: how well searching does on questions of which the answer is known.

use super::arguments::{Common, Format};
use super::{Outcome, output};
use crate::store::{SearchOptions, Steps, Store, StoreError};
use crate::view::{Page, Table};
use anyhow::{Context, Result, bail};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// How deep an answer may lie.
const DEPTH: usize = 10;

/// The measure over one file of questions.
#[derive(Debug, Serialize)]
struct Measure {
    file: String,
    /// Which steps of the analysis were used, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<&'static str>,
    questions: usize,
    /// Mean of one over the rank of the answer, nought where it is not among the first ten.
    mrr_at_10: f64,
    /// Share of questions with the answer among the first ten.
    recall_at_10: f64,
    /// Share of questions without any answer.
    empty: f64,
    /// Time a question takes, in microseconds: the middle, and what 95 of 100 stay under.
    p50_us: u128,
    p95_us: u128,
}

/// The steps of the analysis by their name on screen.
const STEPS: [(Steps, &str); 5] = [
    (Steps::Words, "alleen woorden"),
    (Steps::Stems, "+ stammen"),
    (Steps::Parts, "+ delen"),
    (Steps::Closeness, "+ nabijheid"),
    (Steps::All, "+ verbetering"),
];

pub(super) fn run(files: &[PathBuf], steps: bool, format: Format, common: &Common) -> Result<Outcome> {
    let store = Store::open(&common.index)?;
    let mut measures = Vec::new();
    for file in files {
        if steps {
            for (step, name) in STEPS {
                measures.push(Measure { steps: Some(name), ..measure(file, &store, step)? });
            }
        } else {
            measures.push(measure(file, &store, Steps::All)?);
        }
    }
    if format == Format::Json {
        common.write_json(&measures)?;
        return Ok(Outcome::Done);
    }
    let mut table = Table::new(["Vragen", "aantal", "MRR@10", "recall@10", "leeg", "p50", "p95"]);
    for m in measures {
        let time = |us: u128| format!("{}.{:02} ms", us / 1_000, us % 1_000 / 10);
        table.row([
            m.steps.map_or_else(|| m.file.clone(), |steps| format!("{} {steps}", m.file.trim_end_matches(".tsv"))),
            m.questions.to_string(),
            format!("{:.3}", m.mrr_at_10),
            format!("{:.3}", m.recall_at_10),
            format!("{:.2} %", 100.0 * m.empty),
            time(m.p50_us),
            time(m.p95_us),
        ]);
    }
    let mut page = Page::default();
    page.table(table);
    common.write_page(&page, format)?;
    Ok(Outcome::Done)
}

fn measure(file: &Path, store: &Store, steps: Steps) -> Result<Measure> {
    let text = std::fs::read_to_string(file).with_context(|| output::unreadable(file))?;
    let options = SearchOptions { limit: DEPTH, passages: 3, facets: false, steps, ..SearchOptions::default() };
    let mut times = Vec::new();
    let (mut reciprocal, mut found, mut empty) = (0.0, 0u32, 0u32);
    for (number, line) in (1..).zip(text.lines()).filter(|(_, l)| !l.trim().is_empty()) {
        let Some((key, question)) = line.split_once('\t') else {
            bail!("{}, regel {number}: hier hoort een sleutel, een tab en een vraag", file.display());
        };
        let begun = Instant::now();
        let hits = match store.search(question, &options) {
            Ok(page) => page.hits,
            // A question that is refused finds nothing.
            Err(StoreError::Question(_)) => Vec::new(),
            Err(e) => return Err(e.into()),
        };
        times.push(begun.elapsed().as_micros());
        empty += u32::from(hits.is_empty());
        let is = |name: &str| name == key.trim();
        let rank = hits.iter().position(|h| h.document.id.as_deref().is_some_and(is) || is(&h.document.source));
        if let Some(rank) = rank {
            found += 1;
            reciprocal += 1.0 / f64::from(u32::try_from(rank + 1).unwrap_or(u32::MAX));
        }
    }
    if times.is_empty() {
        bail!("{}: er staat geen vraag in", file.display());
    }
    times.sort_unstable();
    let asked = f64::from(u32::try_from(times.len()).unwrap_or(u32::MAX));
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    Ok(Measure {
        steps: None,
        file: file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        questions: times.len(),
        mrr_at_10: reciprocal / asked,
        recall_at_10: f64::from(found) / asked,
        empty: f64::from(empty) / asked,
        p50_us: at(50),
        p95_us: at(95),
    })
}
