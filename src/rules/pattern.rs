//! From the pattern language of the rule files to a regular expression.
//!
//! The language is a regular expression, with four comforts: a blank is any white space, case does not count, ` … `
//! lets up to twelve words stand between, and `{naam}` is any form of a lexicon (`ministerie`, `organisatie`, `actor`,
//! `partij`, `maand`, a table of `words.toml`, or a part of its table `stuk`, which holds patterns that many rules
//! share, such as `{wie}` and `{tijd}`). Words are matched whole. A pattern is compiled when a text first holds its cues.

use crate::lexicon::{ActorKind, PARTIES, entries};
use crate::text::{MONTHS, fold};
use regex::{Regex, RegexBuilder};
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

/// How many words ` … ` may stand for: long enough for a Dutch clause between "zal" and its verb.
const GAP: &str = "[,;:)’]{0,2}(?: [^ ]+){0,12}? ";

/// A character of a word. Smaller than the class of all the world's letters, which makes patterns slow to compile, and
/// wider where Dutch is: "e-mail" and "programma’s" are words.
const LETTER: &str = "[0-9A-Za-zÀ-ɏ_’'-]";

/// The edge of a word. Plain ASCII: with the Unicode edge the engine leaves its fast path at the first "ë".
const EDGE: &str = r"(?-u:\b)";

/// How deep parts may name other parts: deep enough for any list, and a part that names itself ends.
const DEPTH: u8 = 5;

type Words = BTreeMap<String, BTreeMap<String, Vec<String>>>;

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).expect("checked by a test"));

/// A table of `words.toml`: value and forms.
pub fn words(table: &str) -> impl Iterator<Item = (&'static str, &'static [String])> {
    WORDS.get(table).into_iter().flatten().map(|(value, forms)| (value.as_str(), forms.as_slice()))
}

/// The value that a form stands for in a table of `words.toml`.
pub fn word_value(table: &str, form: &str) -> Option<&'static str> {
    let form = fold(form);
    words(table).find(|(_, forms)| forms.iter().any(|f| fold(f) == form)).map(|(value, _)| value)
}

/// One pattern of a rule.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The regular expression it stands for.
    expression: String,
    compiled: OnceLock<Regex>,
}

impl Pattern {
    /// Expands one pattern; the error says in Dutch what is wrong with its lists. [`Pattern::check`] tells the rest.
    pub(super) fn new(pattern: &str) -> Result<Pattern, String> {
        // A canonical text knows one blank, so the pattern needs no other.
        let expanded = expand(pattern, DEPTH)?.replace(" … ", GAP).replace(r"\w", LETTER);
        let edge =
            |c: Option<char>| if c.is_some_and(|c| c.is_alphanumeric() || "()?{}".contains(c)) { EDGE } else { "" };
        let (start, end) = (edge(pattern.chars().next()), edge(pattern.chars().last()));
        Ok(Pattern { expression: format!("{start}(?:{expanded}){end}"), compiled: OnceLock::new() })
    }

    /// Compiles it now; the error says in Dutch what is wrong with it.
    pub(super) fn check(&self) -> Result<(), String> {
        let regex = RegexBuilder::new(&self.expression).case_insensitive(true).size_limit(1 << 24).build();
        let regex = regex.map_err(|e| format!("patroon is ongeldig: {e}"))?;
        self.compiled.get_or_init(|| regex);
        Ok(())
    }

    /// The compiled expression. Patterns that were never checked are the program's own, which a test checks.
    pub(super) fn regex(&self) -> &Regex {
        self.compiled.get_or_init(|| {
            let regex = RegexBuilder::new(&self.expression).case_insensitive(true).size_limit(1 << 24).build();
            regex.expect("every rule file is compiled by a test")
        })
    }

    /// The expression, for its cues.
    pub(super) fn expression(&self) -> &str {
        &self.expression
    }
}

/// Puts the forms of a list in the place of its `{name}`.
fn expand(pattern: &str, depth: u8) -> Result<String, String> {
    let mut expanded = String::with_capacity(pattern.len() * 2);
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        expanded.push_str(before);
        let close = after.find('}').ok_or_else(|| format!("accolade zonder einde in `{pattern}`"))?;
        let name = &after[1..close];
        if name.starts_with(|c: char| c.is_ascii_digit() || c == ',') || expanded.ends_with(r"\p") {
            expanded.push_str(&after[..=close]); // a repetition such as {2,4}, or a class such as \p{Lu}
        } else if let Some(parts) = WORDS.get("stuk").and_then(|t| t.get(name)).filter(|_| depth > 0) {
            let parts: Result<Vec<String>, String> = parts.iter().map(|p| expand(p, depth - 1)).collect();
            expanded = expanded + "(?:" + &parts?.join("|") + ")";
        } else {
            expanded.push_str(&forms(name).ok_or_else(|| format!("onbekende lijst {{{name}}} in `{pattern}`"))?);
        }
        rest = &after[close + 1..];
    }
    expanded.push_str(rest);
    Ok(expanded)
}

fn forms(name: &str) -> Option<String> {
    let actors = |wanted: &dyn Fn(ActorKind) -> bool| -> Vec<String> {
        let of = entries().iter().filter(|e| wanted(e.kind));
        of.flat_map(|e| e.names.iter().chain([&e.abbr]).cloned()).collect()
    };
    let mut all: Vec<String> = match name {
        "ministerie" => actors(&|k| k == ActorKind::Ministerie),
        "organisatie" => actors(&|k| k == ActorKind::Organisatie),
        "actor" => actors(&|_| true),
        "partij" => {
            PARTIES.iter().flat_map(|(p, n)| [*p].into_iter().chain(n.iter().copied())).map(Into::into).collect()
        }
        "maand" => MONTHS.iter().map(|m| (*m).to_string()).collect(),
        table => WORDS.get(table)?.values().flatten().cloned().collect(),
    };
    all.sort_by_key(|f| std::cmp::Reverse(f.len()));
    Some(format!("(?:{})", all.iter().map(|f| regex::escape(f)).collect::<Vec<_>>().join("|")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comforts_of_the_language() {
        let hit = |p: &str, t: &str| Pattern::new(p).unwrap().regex().find(t).map(|m| m.as_str().to_string());
        assert_eq!(
            hit("zal … informeren", "Ik ZAL uw Kamer hierover informeren."),
            Some("ZAL uw Kamer hierover informeren".into())
        );
        assert_eq!(hit("zal … informeren", "De zaal informeren"), None);
        assert_eq!(hit("{ministerie} zal", "Het ministerie van VWS zal"), Some("VWS zal".into()));
        assert_eq!(hit(r"\d{2,4}", "12"), Some("12".into()));
        assert!(Pattern::new("{toverij} zal").unwrap_err().contains("toverij"));
        assert_eq!(word_value("leverancier", "ms teams"), Some("Microsoft"));
    }
}
