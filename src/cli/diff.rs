//! `diff`: records of before and after a change, as gains and losses.

use super::arguments::{Common, Diff, Format};
use super::{Outcome, output};
use crate::records::diff::diff;
use crate::view::gains::difference;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;

pub(super) fn run(args: &Diff, common: &Common) -> Result<Outcome> {
    let format = common.format_of("diff", &[Format::Table, Format::Markdown, Format::Json])?;
    let diff = diff(read(&args.before)?, read(&args.after)?);
    if format == Format::Json {
        common.write_json(&diff)?;
    } else {
        common.write_page(&difference(&diff), format)?;
    }
    Ok(Outcome::Done)
}

/// Reads one record a line.
fn read(path: &Path) -> Result<Vec<Value>> {
    let text = std::fs::read_to_string(path).with_context(|| output::unreadable(path))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let parsed = lines.map(|(n, line)| {
        serde_json::from_str(line).with_context(|| {
            format!(
                "{} regel {}: geen record; maak het bestand met records SOORT --format jsonl",
                path.display(),
                n + 1
            )
        })
    });
    parsed.collect()
}
