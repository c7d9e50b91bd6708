//! `search`: a question, a saved question, or a file of questions.

use super::arguments::{Common, Format, Order, Search};
use super::{Outcome, output, saved};
use crate::store::{SearchOptions, SearchPage, Store, StoreError};
use crate::view::hits;
use anyhow::{Context, Result, bail};
use serde::Serialize;
use std::io;
use std::path::Path;
use std::time::Instant;

/// Documents per question of a batch, where nothing else is asked.
const BATCH: usize = 100;

pub(super) fn run(args: &Search, common: &Common) -> Result<Outcome> {
    if let Some(file) = &args.batch {
        common.format_of("search --batch", &[Format::Jsonl])?;
        return batch(file, args, common);
    }
    let allowed = [Format::Table, Format::Json, Format::Jsonl, Format::Csv, Format::Markdown];
    let format = common.format_of("search", &allowed)?;
    let mut answers = Vec::new();
    let question = match &args.saved {
        Some(name) if name.is_empty() => {
            common.write_page(&saved::page(&saved::all(&args.queries)?), format)?;
            return Ok(Outcome::Done);
        }
        Some(name) => {
            let saved = saved::named(&args.queries, name)?;
            answers.clone_from(&saved.answers);
            saved.typed()
        }
        None => args.question.join(" "),
    };
    if question.trim().is_empty() {
        bail!("er is geen vraag; bijvoorbeeld: kamerspoor search \"exitstrategie cloud\"");
    }
    let store = Store::open(&common.index)?;
    let newest = args.sort == Order::Datum;
    let limit = args.limit.unwrap_or(10);
    let options = SearchOptions { limit, offset: args.offset, newest, ..SearchOptions::default() };
    let found = store.search(&question, &options)?;
    match format {
        Format::Json => common.write_json(&found)?,
        Format::Jsonl => common.write_lines(&found.hits)?,
        Format::Csv => common.write_text(&hits::csv(&found))?,
        _ => common.write_page(&hits::page(&question, &found, args.offset, &answers), format)?,
    }
    Ok(if found.hits.is_empty() { Outcome::Nothing } else { Outcome::Done })
}

/// One answer of a batch.
#[derive(Serialize)]
struct Answer<'a> {
    key: Option<&'a str>,
    query: &'a str,
    keys: Vec<String>,
    took_us: u128,
    /// Why a question could not be asked; the others go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    fout: Option<String>,
}

fn batch(file: &Path, args: &Search, common: &Common) -> Result<Outcome> {
    let text = std::fs::read_to_string(file).with_context(|| output::unreadable(file))?;
    let store = Store::open(&common.index)?;
    let limit = args.limit.unwrap_or(BATCH);
    let options = SearchOptions { limit, offset: args.offset, passages: 0, facets: false, ..SearchOptions::default() };
    common.write(|out| {
        for line in text.lines().map(|l| l.trim_end_matches('\r')).filter(|l| !l.trim().is_empty()) {
            let (key, query) = line.split_once('\t').map_or((None, line), |(k, q)| (Some(k), q));
            let begun = Instant::now();
            let (found, fout) = match store.search(query, &options) {
                Ok(found) => (found, None),
                Err(StoreError::Question(e)) => (SearchPage::default(), Some(e.to_string())),
                Err(e) => return Err(e.into()),
            };
            let took_us = begun.elapsed().as_micros();
            let keys = found.hits.into_iter().map(|h| h.document.id.unwrap_or(h.document.source)).collect();
            serde_json::to_writer(&mut *out, &Answer { key, query, keys, took_us, fout }).map_err(io::Error::from)?;
            out.write_all(b"\n")?;
        }
        Ok(())
    })?;
    Ok(Outcome::Done)
}
