//! `records`: all records of one kind, to read or to work on with something else.

use super::arguments::{Common, Format, Records};
use super::{Outcome, overview, rule};
use crate::store::{Filter, Store, StoredRecord};
use crate::view::{gather, records};
use anyhow::Result;

pub(super) fn run(args: &Records, common: &Common) -> Result<Outcome> {
    let allowed = [Format::Table, Format::Json, Format::Jsonl, Format::Csv, Format::Markdown];
    let format = common.format_of("records", &allowed)?;
    let kind = rule::kind_named(args.kind.as_deref().or(args.soort.as_deref()).unwrap_or_default())?;
    let store = Store::open(&common.index)?;
    let mut filter = Filter { from: args.sinds, due_from: args.vanaf, due_before: args.voor, ..Filter::default() };
    filter.provider.clone_from(&args.leverancier);
    filter.words.clone_from(&args.woorden);
    filter.dossier = args.dossier.as_ref().map(|d| d.replace(' ', ""));
    filter.ministry = args.ministerie.as_deref().map(overview::ministry).transpose()?;
    if let Some(typed) = &args.motie {
        filter.motion = Some(gather::meant(&store, typed)?.into_iter().next().unwrap_or_else(|| typed.clone()));
    }
    let found = store.records(kind, &filter)?;
    let all: Vec<StoredRecord> = found.collect::<Result<_, _>>()?;
    match format {
        Format::Json => common.write_json(&all.iter().map(|r| records::object(kind, r)).collect::<Vec<_>>())?,
        Format::Jsonl => common.write_lines(all.iter().map(|r| records::object(kind, r)))?,
        Format::Csv => common.write_text(&records::csv(kind, &all))?,
        _ if all.is_empty() => anstream::eprintln!("niets gevonden; wat is ingelezen, zegt kamerspoor check"),
        _ => common.write_page(&records::page(kind, &all), format)?,
    }
    Ok(if all.is_empty() { Outcome::Nothing } else { Outcome::Done })
}
