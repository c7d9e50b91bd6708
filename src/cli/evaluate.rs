//! `evaluate`: what is found in annotated documents against what should be found.

use super::arguments::{Common, Evaluate, Format};
use super::{Outcome, extract, output, relevance};
use crate::document::{Document, Draft};
use crate::records::score::{Gold, Report, Score, changes, score};
use crate::view::gains;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

pub(super) fn run(args: &Evaluate, common: &Common) -> Result<Outcome> {
    let format = common.format_of("evaluate", &[Format::Table, Format::Json])?;
    if !args.search.is_empty() {
        return relevance::run(&args.search, args.steps, format, common);
    }
    let annotated = annotated(&args.gold, args.corpus.as_deref())?;
    let report = Report::of(scores(&annotated));
    if let Some(earlier) = &args.compare {
        let text = std::fs::read_to_string(earlier).with_context(|| output::unreadable(earlier))?;
        let before: Report = serde_json::from_str(&text).with_context(|| {
            format!("{} is geen eerdere toets; maak die met evaluate GOUD --format json", earlier.display())
        })?;
        let changes = changes(&before, &report);
        match format {
            Format::Json => common.write_json(&changes)?,
            _ => common.write_page(&gains::changes(&changes), format)?,
        }
        return Ok(Outcome::Done);
    }
    match format {
        Format::Json => common.write_json(&report)?,
        _ => common.write_text(&report.to_string())?,
    }
    Ok(Outcome::Done)
}

/// What is found in each annotated document, scored.
pub(super) fn scores(annotated: &[(String, Document, Gold)]) -> Vec<Score> {
    annotated.iter().map(|(name, doc, gold)| score(name, &crate::records::extract(doc), gold)).collect()
}

/// The annotations in the files and folders named, each with its name and its document.
pub(super) fn annotated(gold: &[PathBuf], corpus: Option<&Path>) -> Result<Vec<(String, Document, Gold)>> {
    let mut annotated = Vec::new();
    for file in gold_files(gold)? {
        let beside = file.parent().map(|p| p.join("../corpus")).unwrap_or_default();
        let corpus = corpus.unwrap_or(&beside);
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).with_context(|| output::unreadable(&file))?;
        let gold = Gold::parse(&text)
            .map_err(anyhow::Error::msg)
            .with_context(|| format!("{}: geen annotatie zoals evaluate die leest", file.display()))?;
        let document = find(corpus, &stem, 0).with_context(|| {
            format!(
                "geen document bij {}: {stem}.* staat niet onder {}; wijs de map aan met --corpus",
                file.display(),
                corpus.display()
            )
        })?;
        // Of a document that cannot be read everything is missed; the others are still scored.
        let mut doc = extract::read(&document).unwrap_or_else(|reason| {
            anstream::eprintln!("let op: {reason:#}");
            Draft::default().finish(&stem, "")
        });
        if let (None, Some(date)) = (doc.meta.date, gold.manifest_date()) {
            (doc.meta.date, doc.meta.date_from) = (Some(date), Some("manifest".into()));
        }
        annotated.push((stem, doc, gold));
    }
    Ok(annotated)
}

/// The annotations named, and those in the folders named, in order.
fn gold_files(named: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in named {
        if path.is_dir() {
            let inside = std::fs::read_dir(path).with_context(|| output::unreadable(path))?;
            let mut inside: Vec<PathBuf> = inside.flatten().map(|e| e.path()).collect();
            inside.retain(|p| p.extension().is_some_and(|e| e == "json"));
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path.clone());
        }
    }
    if files.is_empty() {
        bail!("er staat geen annotatie (.json) in wat u noemt");
    }
    Ok(files)
}

/// The first document under `folder` with this stem, in order of name.
fn find(folder: &Path, stem: &str, depth: usize) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.flatten().map(|e| e.path()).collect();
    entries.sort();
    let is = |p: &&PathBuf| p.is_file() && p.file_stem().is_some_and(|s| s.to_string_lossy() == stem);
    let here = entries.iter().find(is).cloned();
    here.or_else(|| {
        let mut folders = entries.iter().filter(|p| depth < 8 && p.is_dir());
        folders.find_map(|p| find(p, stem, depth + 1))
    })
}
