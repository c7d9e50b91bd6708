//! `ingest`: files and folders into the store, then what was found.

use super::Outcome;
use super::arguments::{Common, Format, Ingest};
use crate::store::{About, Filter, IngestOptions, Store, ingest};
use crate::view::{Gathered, intake};
use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use std::io::IsTerminal;

pub(super) fn run(args: &Ingest, common: &Common) -> Result<Outcome> {
    let format = common.format_of("ingest", &[Format::Table, Format::Markdown, Format::Json])?;
    let options = IngestOptions { prune: args.prune, ..IngestOptions::default() };
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new(0) } else { ProgressBar::hidden() };
    let style = ProgressStyle::with_template("{wide_bar} {pos} van {len} · {msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    let report = ingest(&common.index, &args.paths, &options, &mut |step| {
        bar.set_length(u64::try_from(step.total).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(step.done).unwrap_or(u64::MAX));
        bar.set_message(crate::view::words::short(step.source.rsplit('/').next().unwrap_or(step.source), 30));
    });
    bar.finish_and_clear();
    let report = report?;
    let store = Store::open(&common.index)?;
    let counts = store.counts()?;
    let gathered = Gathered::about(&store, &About::default(), None)?;
    let documents = store.documents(&Filter::default())?.into_iter().map(|d| d.source).collect();
    match format {
        Format::Json => common.write_json(&json!({ "report": report, "counts": counts }))?,
        _ => common.write_page(&intake::page(&report, &counts, &gathered, &documents), format)?,
    }
    // A bad file is told, and never makes the run fail; where nothing at all could be read, it did.
    let read = report.added.len() + report.changed.len() + report.unchanged + report.removed.len();
    match (read, report.failed.is_empty() && report.notices.is_empty()) {
        (1.., _) => Ok(Outcome::Done),
        (0, true) => Ok(Outcome::Nothing),
        (0, false) => Ok(Outcome::Failed),
    }
}
