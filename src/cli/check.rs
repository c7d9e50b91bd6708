//! `check`: what was read, what was not and why, and whether store and index agree.

use super::Outcome;
use super::arguments::{Check, Common, Format};
use crate::store::Store;
use crate::view::intake;
use anyhow::Result;

pub(super) fn run(args: &Check, common: &Common) -> Result<Outcome> {
    let format = common.format_of("check", &[Format::Table, Format::Markdown, Format::Json])?;
    let store = Store::open(&common.index)?;
    if args.dump {
        common.write(|mut out| Ok(store.dump(&mut out)?))?;
        return Ok(Outcome::Done);
    }
    let check = store.check()?;
    match format {
        Format::Json => common.write_json(&check)?,
        _ => common.write_page(&intake::check(&check), format)?,
    }
    Ok(if check.problems.is_empty() { Outcome::Done } else { Outcome::Failed })
}
