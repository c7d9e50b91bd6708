//! `extract`: all records of one file, without a store.

use super::arguments::{Common, Extract, Format};
use super::{Outcome, output};
use crate::document::Document;
use crate::records::extract;
use crate::rules;
use anyhow::{Context, Result};
use std::path::Path;

pub(super) fn run(args: &Extract, common: &Common) -> Result<Outcome> {
    common.format_of("extract", &[Format::Json])?;
    // The rules are made ready while the file is read: on one letter both take as long as the finding itself.
    let doc = std::thread::scope(|scope| {
        scope.spawn(rules::prepare);
        read(&args.file)
    })?;
    common.write_json(&extract(&doc))?;
    Ok(Outcome::Done)
}

/// Reads one file from disk; the error names it.
pub(super) fn read(path: &Path) -> Result<Document> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).with_context(|| output::unreadable(path))?;
    crate::read::read(&name, &bytes).with_context(|| format!("{name} mislukt"))
}
