//! Saved questions: one TOML file each in `queries/`, with why the question is worth asking.

use super::output;
use crate::view::{Page, Table};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A question that is asked more often.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Saved {
    /// How it is called on the command line; also the name of its file.
    pub name: String,
    /// The question, in the question language.
    pub question: String,
    /// Conditions by the name of their filter: `soort`, `ministerie`, `dossier`, `sinds`, `tot`.
    #[serde(default)]
    pub filters: BTreeMap<String, String>,
    /// What one hopes to learn.
    pub why: String,
    /// Documents that a person judged to be answers, where they are known.
    #[serde(default)]
    pub answers: Vec<String>,
}

impl Saved {
    /// The question with its filters, as it would be typed.
    pub(super) fn typed(&self) -> String {
        let quoted = |v: &str| if v.contains(' ') { format!("\"{v}\"") } else { v.to_string() };
        let filters = self.filters.iter().map(|(name, value)| format!(" {name}:{}", quoted(value)));
        format!("{}{}", self.question, filters.collect::<String>())
    }
}

/// All saved questions of a folder, by name; an error names the file that is wrong.
pub(super) fn all(folder: &Path) -> Result<Vec<Saved>> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).with_context(|| output::unreadable(folder))?.flatten().map(|e| e.path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "toml"));
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).with_context(|| output::unreadable(&file))?;
        let saved: Saved = toml::from_str(&text).with_context(|| format!("{}: geen bewaarde vraag", file.display()))?;
        found.push(saved);
    }
    Ok(found)
}

/// The saved question with this name.
pub(super) fn named(folder: &Path, name: &str) -> Result<Saved> {
    let mut all = all(folder)?;
    if let Some(at) = all.iter().position(|s| s.name == name) {
        return Ok(all.swap_remove(at));
    }
    let names: Vec<String> = all.into_iter().map(|s| s.name).collect();
    bail!("er is geen bewaarde vraag `{name}` in {}; wel: {}", folder.display(), names.join(", "))
}

/// All saved questions as a table.
pub(super) fn page(saved: &[Saved]) -> Page {
    let mut table = Table::new(["Naam", "Vraag", "Waarom"]);
    for s in saved {
        table.row([s.name.clone(), s.typed(), s.why.trim().to_string()]);
    }
    let mut page = Page::default();
    page.table(table);
    page
}
