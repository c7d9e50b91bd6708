//! A rule and its file. `rule explain` prints what stands here; the tests below hold every rule to its own examples.

use super::pattern::Pattern;
use crate::records::RecordKind;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The stretch of text a pattern is tried on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// A sentence, list item, heading or table cell.
    #[default]
    Zin,
    /// A block: paragraph, list item, table row.
    Alinea,
    /// All blocks from one heading to the next.
    Sectie,
}

/// One recogniser, from one TOML file.
#[derive(Debug)]
pub struct Rule {
    /// Unique, and the name of its file.
    pub id: String,
    /// What it finds.
    pub kind: RecordKind,
    /// What it finds, in a few words.
    pub title: String,
    /// Why it is right to find it: the source or the reasoning.
    pub why: String,
    /// The patterns as written; any of them may match.
    pub pattern: Vec<String>,
    /// Patterns that, found anywhere in the scope, make it no find.
    pub unless: Vec<String>,
    /// Whether `unless` looks no further than the clause the pattern stands in.
    pub clause: bool,
    /// Patterns of which one must be found within `within`.
    pub near: Vec<String>,
    /// How near.
    pub within: Scope,
    /// Where a pattern is tried.
    pub scope: Scope,
    /// Higher goes first where two rules find the same sentence. Default 0.
    pub weight: i32,
    /// What a find of this rule amounts to: `strength`, `status`, `phase`, `norm`, ….
    pub fields: BTreeMap<String, String>,
    /// Sentences it must find.
    pub examples: Vec<Example>,
    /// Sentences it must not find.
    pub counters: Vec<Counter>,
    pub(super) patterns: Vec<Pattern>,
    pub(super) not: Vec<Pattern>,
    pub(super) nearby: Vec<Pattern>,
}

/// A sentence a rule must find; what is found stands between « and ».
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// The fields it must give, in as far as they are named here.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

/// A sentence a rule must not find.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counter {
    /// The sentence.
    pub text: String,
    /// Why not.
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    kind: String,
    title: String,
    why: String,
    pattern: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default, rename = "deelzin")]
    clause: bool,
    #[serde(default)]
    near: Vec<String>,
    #[serde(default)]
    within: Scope,
    #[serde(default)]
    scope: Scope,
    #[serde(default)]
    weight: i32,
    #[serde(default)]
    fields: BTreeMap<String, String>,
    #[serde(default)]
    example: Vec<Example>,
    #[serde(default)]
    counter: Vec<Counter>,
}

impl Rule {
    /// Reads a rule file and checks all of it; the error says in Dutch what to mend.
    pub fn parse(name: &str, toml: &str) -> Result<Rule, String> {
        let rule = Rule::load(name, toml)?;
        for pattern in rule.patterns.iter().chain(&rule.not).chain(&rule.nearby) {
            pattern.check().map_err(|e| format!("{name}: {e}"))?;
        }
        Ok(rule)
    }

    /// Reads a rule file; its patterns are compiled when they are needed.
    fn load(name: &str, toml: &str) -> Result<Rule, String> {
        let file: File = toml::from_str(toml).map_err(|e| format!("{name}: {e}"))?;
        let patterns = |list: &[String]| list.iter().map(|p| Pattern::new(p)).collect();
        Ok(Rule {
            kind: RecordKind::named(&file.kind).ok_or_else(|| format!("{name}: onbekende soort `{}`", file.kind))?,
            patterns: patterns(&file.pattern),
            not: file.unless.iter().flat_map(|p| Pattern::apart(p)).collect(),
            nearby: patterns(&file.near),
            id: file.id,
            title: file.title,
            why: file.why,
            pattern: file.pattern,
            unless: file.unless,
            clause: file.clause,
            near: file.near,
            within: file.within,
            scope: file.scope,
            weight: file.weight,
            fields: file.fields,
            examples: file.example,
            counters: file.counter,
        })
    }
}

static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let parsed = FILES.iter().map(|(name, toml)| Rule::load(name, toml));
    let mut rules: Vec<Rule> = parsed.collect::<Result<_, _>>().expect("rule files are checked by a test");
    rules.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.id.cmp(&b.id)));
    rules
});

/// All rules, heaviest first.
pub fn all() -> &'static [Rule] {
    &RULES
}

/// The rules that find records of one kind.
pub fn of_kind(kind: RecordKind) -> impl Iterator<Item = &'static Rule> {
    all().iter().filter(move |r| r.kind == kind)
}

/// The rule with this id.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    all().iter().find(|r| r.id == id)
}

#[cfg(test)]
mod tests {
    use super::super::matcher::Known;
    use super::*;

    /// Every rule is held to what its file says; all that is wrong is told at once.
    #[test]
    fn every_rule_does_what_its_file_says() {
        let mut wrong = Vec::new();
        for (name, toml) in FILES {
            match Rule::parse(name, toml) {
                Err(e) => wrong.push(e),
                Ok(rule) => {
                    let path = format!("{}/{}.toml", rule.kind.name(), rule.id);
                    if *name != path {
                        wrong.push(format!("{name}: hoort in {path}"));
                    }
                    wrong.extend(rule.faults().into_iter().map(|fault| format!("{name}: {fault}")));
                }
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    /// What matches patterns fast is held to what defines them.
    #[test]
    fn a_pattern_finds_what_its_regular_expression_finds() {
        let mut wrong = Vec::new();
        for rule in all() {
            let examples = rule.examples.iter().map(|e| e.text.replace(['«', '»'], ""));
            let texts: Vec<String> = examples.chain(rule.counters.iter().map(|c| c.text.clone())).collect();
            for text in texts {
                let known = &mut Known::default();
                let mut patterns = rule.patterns.iter().chain(&rule.not).chain(&rule.nearby);
                let differs = |p: &&Pattern| p.fast(&text, 0, known).ok() != Some(p.slow(&text, 0));
                wrong.extend(patterns.find(differs).map(|p| format!("{}: {}: {text}", rule.id, p.source())));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }
}
