//! `rule`: what the recognisers are, why, what each is worth, and what they find in a text typed here.

mod page;

use super::arguments::{Common, Format, Rule as Args, RuleCommand};
use super::{Outcome, evaluate, extract, output};
use crate::records::RecordKind;
use crate::records::score::{RuleScore, per_rule};
use crate::rules::{self, Rule};
use crate::store::Store;
use crate::view::{Page, Tone, Words, words};
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How many quotes of the store are shown with a rule.
const LIVE: usize = 5;

pub(super) fn run(args: &Args, common: &Common) -> Result<Outcome> {
    let format = common.format_of("rule", &[Format::Table, Format::Markdown])?;
    let (page, outcome) = match &args.command {
        RuleCommand::List { kind, gold, corpus } => {
            let kind = kind.as_deref().map(kind_named).transpose()?;
            let worth = if gold.is_empty() { None } else { Some(worth(gold, corpus.as_deref())?) };
            (page::list(kind, worth.as_deref()), Outcome::Done)
        }
        RuleCommand::Explain { id, gold, corpus } => {
            let built_in = || rules::built_in().iter().find(|built| built.id == *id).map(page::built_in);
            let explained = rules::by_id(id).map(page::explain).or_else(built_in);
            let mut explained = explained.ok_or_else(|| unknown(id))?;
            if !gold.is_empty() {
                let worth = worth(gold, corpus.as_deref())?;
                worth.iter().filter(|w| w.rule == *id).for_each(|w| page::worth(&mut explained, w));
            }
            // Without a store the rule still explains itself, with its own examples only.
            if let Ok(store) = Store::open(&common.index) {
                page::live(&mut explained, &store.found_by(id, LIVE)?);
            }
            (explained, Outcome::Done)
        }
        RuleCommand::Try { rule, text: Some(text) } => {
            let (page, found) = attempt(rule, text)?;
            (page, if found { Outcome::Done } else { Outcome::Nothing })
        }
        RuleCommand::Try { rule, text: None } => {
            let mut own = None;
            let rule = held(rule, &mut own)?;
            let faults = rule.faults();
            (page::faults(rule, &faults), if faults.is_empty() { Outcome::Done } else { Outcome::Failed })
        }
        RuleCommand::New { kind, id } => (new(kind_named(kind)?, id)?, Outcome::Done),
        RuleCommand::Conflicts { files } => (conflicts(files)?, Outcome::Done),
    };
    common.write_page(&page, format)?;
    Ok(outcome)
}

fn unknown(id: &str) -> anyhow::Error {
    let near = rules::all().iter().map(|r| r.id.as_str()).filter(|r| r.contains(id) || id.contains(r));
    let near: Vec<&str> = near.take(5).collect();
    let hint = if near.is_empty() { String::new() } else { format!("; bedoelde u {}?", near.join(", ")) };
    anyhow!("er is geen regel `{id}`{hint}\n  alle regels: kamerspoor rule list")
}

/// The kind of record that is typed, by its English name or its Dutch one.
pub(super) fn kind_named(typed: &str) -> Result<RecordKind> {
    let folded = crate::text::fold(typed).replace('_', "-");
    let is = |k: &&RecordKind| {
        let (one, many) = words::kind(**k);
        k.name() == folded || one == folded || many == folded || k.name().trim_end_matches('s') == folded
    };
    let names = || RecordKind::ALL.iter().map(|k| k.name()).collect::<Vec<_>>().join(", ");
    RecordKind::ALL.iter().find(is).copied().with_context(|| format!("`{typed}` is geen soort; wel: {}", names()))
}

/// What every rule is worth on annotated documents.
fn worth(gold: &[PathBuf], corpus: Option<&Path>) -> Result<Vec<RuleScore>> {
    let annotated = evaluate::annotated(gold, corpus)?;
    Ok(per_rule(&annotated, &evaluate::scores(&annotated)))
}

/// Where two rules fight: over the examples of all rules, and over the documents named.
fn conflicts(files: &[PathBuf]) -> Result<Page> {
    let mut fights: BTreeMap<_, page::Fight> = BTreeMap::new();
    let mut look = |doc: &crate::document::Document, source: &str, only: Option<RecordKind>| {
        let reading = rules::Reading::new(doc);
        for kind in RecordKind::ALL.iter().copied().filter(|k| only.is_none_or(|o| o == *k)) {
            for clash in rules::clashes(&reading, kind) {
                let rules = (clash.first.id.clone(), clash.second.id.clone());
                let says = |rule: &Rule| rule.fields.get(&clash.field).cloned().unwrap_or_default();
                let field = (clash.field.clone(), says(clash.first), says(clash.second));
                let (quote, source) = (doc.of(clash.unit).to_string(), source.to_string());
                let new = page::Fight { rules: rules.clone(), field: field.clone(), times: 0, quote, source };
                fights.entry((rules, field)).or_insert(new).times += 1;
            }
        }
    };
    for rule in rules::all() {
        for example in &rule.examples {
            let doc = rules::loose(&example.text.replace(['«', '»'], ""));
            look(&doc, &format!("voorbeeld van {}", rule.id), Some(rule.kind));
        }
    }
    for file in files {
        look(&extract::read(file)?, &file.display().to_string(), None);
    }
    let mut fights: Vec<page::Fight> = fights.into_values().collect();
    fights.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.cmp(b)));
    Ok(page::fights(&fights))
}

/// A rule by name, or read from a file into `own`.
fn held<'r>(named: &str, own: &'r mut Option<Rule>) -> Result<&'r Rule> {
    if Path::new(named).extension().is_none_or(|e| e != "toml") {
        return rules::by_id(named).ok_or_else(|| unknown(named));
    }
    let toml = std::fs::read_to_string(named).with_context(|| output::unreadable(Path::new(named)))?;
    Ok(own.insert(Rule::parse(named, &toml).map_err(|e| anyhow!(e))?))
}

/// Writes the beginning of a rule: into the folder of its kind where that is here, else into this folder.
fn new(kind: RecordKind, id: &str) -> Result<Page> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(fits) {
        bail!("`{id}` kan geen naam van een regel zijn; gebruik kleine letters, cijfers en streepjes: legt-voor");
    }
    if rules::by_id(id).is_some() {
        bail!("er is al een regel `{id}`; bekijk hem met: kamerspoor rule explain {id}");
    }
    let folder = Path::new("src/rules").join(kind.name());
    let path = if folder.is_dir() { folder } else { PathBuf::new() }.join(format!("{id}.toml"));
    if path.exists() {
        bail!("{} bestaat al; er is niets geschreven", path.display());
    }
    std::fs::write(&path, rules::template(kind, id))
        .with_context(|| format!("{} kon niet worden geschreven", path.display()))?;
    let path = path.display();
    let mut page = Page::default();
    page.text(Words::default().strong(format!("{path} staat klaar")).plain(": vul in wat erin wordt gevraagd."));
    page.item(format!("Houd hem aan zijn eigen voorbeelden: kamerspoor rule try {path}"));
    page.item(format!("Beproef hem op een zin: kamerspoor rule try {path} \"…\""));
    page.item("Hij doet mee zodra hij in src/rules staat en kamerspoor opnieuw is gebouwd.");
    Ok(page)
}

fn attempt(rule: &str, text: &str) -> Result<(Page, bool)> {
    let mut own = None;
    let rule = held(rule, &mut own)?;
    if text.trim().is_empty() {
        bail!("er is geen tekst om de regel op te beproeven");
    }
    let found = rules::find_in(&[rule], text);
    let mut page = Page::default();
    for finding in &found {
        // The engine folds white space, so the words are looked up in the same folded text.
        let folded: String = text
            .lines()
            .map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|l| !l.is_empty())
            .collect::<Vec<_>>()
            .join("\n");
        let (unit, span) = (finding.unit, finding.span);
        let cut = |from: usize, to: usize| folded.get(from..to).unwrap_or_default().to_string();
        page.text(
            Words::default()
                .plain(cut(unit.start(), span.start()))
                .and(Tone::Mark, format!("«{}»", cut(span.start(), span.end())))
                .plain(cut(span.end(), unit.end())),
        );
        for (name, value) in &finding.fields {
            page.item(format!("{name}: {value}"));
        }
    }
    if found.is_empty() {
        page.text(format!("{} vindt hier niets.", rule.id));
    }
    Ok((page, !found.is_empty()))
}
