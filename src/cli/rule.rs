//! `rule`: what the recognisers are, why, and what they find in a text typed here.

use super::Outcome;
use super::arguments::{Common, Format, Rule as Args, RuleCommand};
use super::output;
use crate::records::RecordKind;
use crate::rules::{self, Rule, Scope};
use crate::store::{Store, StoredRecord};
use crate::view::{Page, Table, Tone, Words, words};
use anyhow::{Context, Result, anyhow, bail};
use std::path::Path;

pub(super) fn run(args: &Args, common: &Common) -> Result<Outcome> {
    let format = common.format_of("rule", &[Format::Table, Format::Markdown])?;
    let page = match &args.command {
        RuleCommand::List { kind } => list(kind.as_deref())?,
        RuleCommand::Explain { id } => {
            let mut page = explain(rules::by_id(id).ok_or_else(|| unknown(id))?);
            // Without a store the rule still explains itself, with its own examples only.
            if let Ok(store) = Store::open(&common.index) {
                live(&mut page, &store.found_by(id, LIVE)?);
            }
            page
        }
        RuleCommand::Try { rule, text } => {
            let (page, found) = attempt(rule, text)?;
            common.write_page(&page, format)?;
            return Ok(if found { Outcome::Done } else { Outcome::Nothing });
        }
    };
    common.write_page(&page, format)?;
    Ok(Outcome::Done)
}

fn unknown(id: &str) -> anyhow::Error {
    let near = rules::all().iter().map(|r| r.id.as_str()).filter(|r| r.contains(id) || id.contains(r));
    let near: Vec<&str> = near.take(5).collect();
    let hint = if near.is_empty() { String::new() } else { format!("; bedoelde u {}?", near.join(", ")) };
    anyhow!("er is geen regel `{id}`{hint}\n  alle regels: kamerspoor rule list")
}

fn list(kind: Option<&str>) -> Result<Page> {
    let only = kind.map(kind_named).transpose()?;
    let mut page = Page::default();
    for kind in RecordKind::ALL.iter().copied().filter(|k| only.is_none_or(|o| o == *k)) {
        let mut table = Table::new(["Regel", "Wat hij vindt", "Uitkomst"]);
        let mut of_kind: Vec<&Rule> = rules::of_kind(kind).collect();
        of_kind.sort_by(|a, b| a.id.cmp(&b.id));
        for rule in &of_kind {
            let fields: Vec<String> = rule.fields.iter().map(|(k, v)| format!("{k}: {v}")).collect();
            table.row([rule.id.clone(), rule.title.clone(), fields.join(", ")]);
        }
        if !of_kind.is_empty() {
            let (one, many) = words::kind(kind);
            page.heading(2, format!("{}: {}", capital(many), words::count(of_kind.len(), "regel", "regels")));
            page.table(table);
            page.text(
                Words::default().dim(format!("Verklaring van een regel voor een {one}: kamerspoor rule explain REGEL")),
            );
        }
    }
    Ok(page)
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

fn explain(rule: &Rule) -> Page {
    let mut page = Page::default();
    page.heading(1, format!("Regel {}", rule.id));
    let or_none = |list: &[String]| list.join("\n");
    let fields: Vec<String> = rule.fields.iter().map(|(k, v)| format!("{k} = {v}")).collect();
    page.fields([
        ("Vindt", Words::from(rule.title.clone())),
        ("Soort", words::kind(rule.kind).0.into()),
        ("Waarom", rule.why.trim().into()),
        ("Uitkomst", fields.join(", ").into()),
        ("Patroon", or_none(&rule.pattern).into()),
        ("Niet als", or_none(&rule.unless).into()),
        ("In de buurt", or_none(&rule.near).into()),
        ("Binnen", if rule.near.is_empty() { Words::default() } else { scope(rule.within).into() }),
        ("Zoekt per", scope(rule.scope).into()),
        ("Gewicht", if rule.weight == 0 { Words::default() } else { rule.weight.to_string().into() }),
    ]);
    page.heading(3, "Vindt");
    for example in &rule.examples {
        page.item(marked(&example.text));
        for (name, value) in &example.fields {
            page.sub_item(format!("{name}: {value}"));
        }
    }
    page.heading(3, "Vindt niet");
    for counter in &rule.counters {
        page.item(counter.text.clone());
        page.sub_item(format!("want {}", counter.because));
    }
    page
}

/// How many quotes of the store are shown with a rule.
const LIVE: usize = 5;

fn live(page: &mut Page, found: &[StoredRecord]) {
    page.heading(3, "Gevonden in de index");
    if found.is_empty() {
        page.text("Nog niets.");
    }
    for record in found {
        page.quote(crate::view::records::quote(&record.record));
        page.source(record.source.clone());
    }
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Zin => "zin",
        Scope::Alinea => "alinea",
        Scope::Sectie => "sectie (tot de volgende kop)",
    }
}

/// An example with what stands between « and » in a tone of its own; the marks stay, for where there is no colour.
fn marked(text: &str) -> Words {
    let mut words = Words::default();
    for part in text.split_inclusive('»') {
        match part.split_once('«') {
            Some((before, found)) => words = words.plain(before).and(Tone::Mark, format!("«{found}")),
            None => words = words.plain(part),
        }
    }
    words
}

fn attempt(rule: &str, text: &str) -> Result<(Page, bool)> {
    let own;
    let rule = if Path::new(rule).extension().is_some_and(|e| e == "toml") {
        let toml = std::fs::read_to_string(rule).with_context(|| output::unreadable(Path::new(rule)))?;
        own = Rule::parse(rule, &toml).map_err(|e| anyhow!(e))?;
        &own
    } else {
        rules::by_id(rule).ok_or_else(|| unknown(rule))?
    };
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

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
