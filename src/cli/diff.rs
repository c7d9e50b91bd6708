//! `diff`: records of before and after a change, as gains and losses.

use super::arguments::{Common, Diff, Format};
use super::{Outcome, output};
use crate::records::diff::diff;
use crate::view::rules::difference;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn run(args: &Diff, common: &Common) -> Result<Outcome> {
    let format = common.format_of("diff", &[Format::Table, Format::Markdown, Format::Json])?;
    let diff = diff(read(&args.before)?, read(&args.after)?);
    if format == Format::Json {
        let changed = diff.changed.iter().map(|(record, fields)| {
            let fields = fields.iter().map(|(field, was, now)| json!({"field": field, "before": was, "after": now}));
            json!({"record": record, "fields": fields.collect::<Vec<_>>()})
        });
        let changed: Vec<Value> = changed.collect();
        let all = json!({"gained": diff.gained, "lost": diff.lost, "changed": changed, "same": diff.same});
        common.write_json(&all)?;
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
