//! `overview`: counts, what is overdue, motion by motion, and what it rests on.

use super::arguments::{Common, Format, Overview as Args};
use super::{Outcome, track};
use crate::store::{LedgerStatus, Store};
use crate::view::overview::{Overview, Scope};
use crate::view::{Gathered, gather, sheets, xlsx};
use anyhow::{Result, anyhow};

pub(super) fn run(args: &Args, common: &Common) -> Result<Outcome> {
    let format = common.format_of(
        "overview",
        &[Format::Table, Format::Markdown, Format::Html, Format::Docx, Format::Xlsx, Format::Csv, Format::Json],
    )?;
    let store = Store::open(&common.index)?;
    let (since, later) = super::since::asked(&store, args.sinds, args.sinds_inlezen.as_deref())?;
    let mut scope =
        Scope { lid: args.lid.clone(), dossier: args.dossier.clone().map(|d| d.replace(' ', "")), ..Scope::default() };
    scope.ministerie = args.ministerie.as_deref().map(ministry).transpose()?;
    if let Some(typed) = &args.motie {
        match gather::meant(&store, typed)?.as_slice() {
            [one] => scope.motie = Some(one.clone()),
            [] => {
                anstream::eprintln!("{}", track::nothing(typed, &store)?);
                return Ok(Outcome::Nothing);
            }
            several => {
                let keys: Vec<&str> = several.iter().take(10).map(String::as_str).collect();
                return Err(anyhow!("`{typed}` kan meer dan één motie zijn; kies er een: {}", keys.join(", ")));
            }
        }
    }
    let about = scope.about();
    let gathered = Gathered::about(&store, &about, later.as_ref())?;
    let failed = store.ledger()?.into_iter().filter(|e| e.status == LedgerStatus::Mislukt).collect();
    let mut overview = Overview::of(&gathered, failed, scope, (common.today(), since), later.as_ref());
    let held = store.held(&overview.missing.iter().map(|(key, _)| key.clone()).collect())?;
    overview.missing.retain(|(key, _)| !held.contains(key));
    if gathered.left_out > 0 {
        overview.totals = Some(store.totals(&about, common.today())?);
    }
    match format {
        Format::Json => common.write_json(&overview)?,
        Format::Xlsx => common.write_bytes(&xlsx::render(&sheets::of(&overview))?)?,
        Format::Csv => common.write_text(&sheets::csv(&overview))?,
        _ => common.write_page(&overview.page(), format)?,
    }
    Ok(if overview.is_empty() { Outcome::Nothing } else { Outcome::Done })
}

/// The abbreviation of the ministry or organisation that is typed.
pub(super) fn ministry(typed: &str) -> Result<String> {
    let known = crate::lexicon::actor(typed).map(|a| a.abbr.clone());
    known.ok_or_else(|| {
        anyhow!("`{typed}` is geen ministerie of organisatie die kamerspoor kent; schrijf bijvoorbeeld BZK of VWS")
    })
}
