//! From the pattern language of the rule files to a regular expression.
//!
//! The language is a regular expression, with four comforts: a blank is any white space, case does not count, ` … `
//! lets up to twelve words stand between, and `{naam}` is any form of a lexicon (`ministerie`, `organisatie`, `actor`,
//! `partij`, `maand`, a table of `words.toml`, or a part of its table `stuk`, which holds patterns that many rules
//! share, such as `{wie}` and `{tijd}`). Words are matched whole. A pattern is compiled when a text first holds its cues.

use super::cues::{self, Shape};
use crate::lexicon::{ActorKind, PARTIES, entries};
use crate::text::{MONTHS, fold};
use regex_automata::{meta::Regex, util::syntax};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

/// How many words ` … ` may stand for: long enough for a Dutch clause between "zal" and its verb.
const GAP: &str = "[,;:)’]{0,2}(?: [^ ]+){0,12}? ";

/// A character of a word. Smaller than the class of all the world's letters, which makes patterns slow to compile, and
/// wider where Dutch is: "e-mail" and "programma’s" are words.
const LETTER: &str = "[0-9A-Za-zÀ-ɏ_’'-]";

/// The edge of a word. Plain ASCII: with the Unicode edge the engine leaves its fast path at the first "ë".
const EDGE: &str = r"(?-u:\b)";

/// How many bytes a compiled pattern may take.
const LARGEST: usize = 1 << 24;

/// How deep parts may name other parts: deep enough for any list, and a part that names itself ends.
const DEPTH: u8 = 5;

/// The private character that stands for a gap, and the first of those that stand for a list, while cues are taken.
const GAP_MARK: char = '\u{e000}';
const LIST_MARK: u32 = 0xe001;

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
    source: String,
    /// Shared by all patterns with these words: many rules except the same ones.
    compiled: Arc<OnceLock<Regex>>,
}

impl Pattern {
    /// Takes a pattern as it is; [`Pattern::check`] tells whether it is one.
    pub(super) fn new(pattern: &str) -> Pattern {
        static KNOWN: Mutex<BTreeMap<String, Arc<OnceLock<Regex>>>> = Mutex::new(BTreeMap::new());
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let compiled = Arc::clone(known.entry(pattern.to_string()).or_default());
        Pattern { source: pattern.to_string(), compiled }
    }

    /// Compiles it now; the error says in Dutch what is wrong with it.
    pub(super) fn check(&self) -> Result<(), String> {
        let regex = self.compile()?;
        self.compiled.get_or_init(|| regex);
        Ok(())
    }

    /// The compiled expression. Patterns that were never checked are the program's own, which a test checks.
    pub(super) fn regex(&self) -> &Regex {
        self.compiled.get_or_init(|| self.compile().expect("every rule file is compiled by a test"))
    }

    fn compile(&self) -> Result<Regex, String> {
        let expanded = fill(&self.source, &mut |list| expand(list, DEPTH))?;
        // The cues have chosen the sentence already: an engine that looks for words of its own first costs more to build
        // than it saves.
        let settings = Regex::config().auto_prefilter(false).nfa_size_limit(Some(LARGEST));
        let syntax = syntax::Config::new().case_insensitive(true);
        let regex = Regex::builder().configure(settings).syntax(syntax).build(&self.whole(&expanded, GAP));
        regex.map_err(|e| {
            format!("patroon is ongeldig: {}", e.syntax_error().map_or(e.to_string(), ToString::to_string))
        })
    }

    /// The words as they stand in the rule file.
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    /// The strings that whatever it matches must hold.
    pub(super) fn shape(&self) -> Shape {
        let closed = fill(&self.source, &mut |list| Ok(mark(list)));
        let closed = closed.map(|closed| self.whole(&closed, &GAP_MARK.to_string()));
        closed.map(|closed| cues::shape(&closed, &marked)).unwrap_or_default()
    }

    /// With the comforts that need no list. A canonical text knows one blank, so the pattern needs no other.
    fn whole(&self, filled: &str, gap: &str) -> String {
        let edge =
            |c: Option<char>| if c.is_some_and(|c| c.is_alphanumeric() || "()?{}".contains(c)) { EDGE } else { "" };
        let (start, end) = (edge(self.source.chars().next()), edge(self.source.chars().last()));
        format!("{start}(?:{}){end}", comforts(filled, gap))
    }
}

fn comforts(filled: &str, gap: &str) -> String {
    filled.replace(" … ", gap).replace(r"\w", LETTER)
}

/// Puts what `form` makes of a list in the place of its `{name}`.
fn fill(pattern: &str, form: &mut dyn FnMut(usize) -> Result<String, String>) -> Result<String, String> {
    let mut filled = String::with_capacity(pattern.len() * 2);
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        filled.push_str(before);
        let close = after.find('}').ok_or_else(|| format!("accolade zonder einde in `{pattern}`"))?;
        let name = &after[1..close];
        if name.starts_with(|c: char| c.is_ascii_digit() || c == ',') || filled.ends_with(r"\p") {
            filled.push_str(&after[..=close]); // a repetition such as {2,4}, or a class such as \p{Lu}
        } else {
            let list = LISTS.iter().position(|l| l.name == name);
            let list = list.ok_or_else(|| format!("onbekende lijst {{{name}}} in `{pattern}`"))?;
            filled.push_str(&form(list)?);
        }
        rest = &after[close + 1..];
    }
    filled.push_str(rest);
    Ok(filled)
}

/// What `{name}` stands for.
struct List {
    name: &'static str,
    /// The alternatives; those of a part may name other lists.
    pattern: String,
    /// The cues, taken once for all patterns that name it.
    shape: OnceLock<Shape>,
}

static LISTS: LazyLock<Vec<List>> = LazyLock::new(|| {
    let list = |name, pattern| List { name, pattern, shape: OnceLock::new() };
    let parts = words("stuk").map(|(name, parts)| list(name, parts.join("|")));
    let tables = WORDS.keys().filter(|name| *name != "stuk");
    let tables =
        tables.map(|name| list(name.as_str(), forms(words(name).flat_map(|(_, forms)| forms.iter().cloned()))));
    let actors = |wanted: &dyn Fn(ActorKind) -> bool| {
        let of = entries().iter().filter(|e| wanted(e.kind));
        forms(of.flat_map(|e| e.names.iter().chain([&e.abbr]).cloned()))
    };
    let parties = PARTIES.iter().flat_map(|(party, names)| [*party].into_iter().chain(names.iter().copied()));
    let names = [
        list("ministerie", actors(&|k| k == ActorKind::Ministerie)),
        list("organisatie", actors(&|k| k == ActorKind::Organisatie)),
        list("actor", actors(&|_| true)),
        list("partij", forms(parties.map(Into::into))),
        list("maand", forms(MONTHS.iter().map(|m| (*m).to_string()))),
    ];
    parts.chain(tables).chain(names).collect()
});

/// Words as alternatives, the longest first.
fn forms(words: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = words.collect();
    all.sort_by_key(|f| std::cmp::Reverse(f.len()));
    all.iter().map(|f| regex::escape(f)).collect::<Vec<_>>().join("|")
}

/// A list with all that it names.
fn expand(list: usize, depth: u8) -> Result<String, String> {
    let list = &LISTS[list];
    let deeper = depth.checked_sub(1).ok_or_else(|| format!("lijst {{{}}} noemt zichzelf", list.name))?;
    Ok(format!("(?:{})", fill(&list.pattern, &mut |inner| expand(inner, deeper))?))
}

fn mark(list: usize) -> String {
    u32::try_from(list).ok().and_then(|n| char::from_u32(LIST_MARK + n)).map(String::from).unwrap_or_default()
}

/// The cues behind a mark.
fn marked(mark: char) -> Option<Shape> {
    if mark == GAP_MARK {
        return Some(Shape::gap());
    }
    let list = LISTS.get(usize::try_from(u32::from(mark).checked_sub(LIST_MARK)?).ok()?)?;
    // Lists that name lists are expanded whole: one that names itself must not wait for itself.
    let shape =
        || expand(LISTS.iter().position(|l| l.name == list.name)?, DEPTH).ok().map(|all| comforts(&all, " .* "));
    Some(list.shape.get_or_init(|| shape().map(|all| cues::shape(&all, &|_| None)).unwrap_or_default()).clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comforts_of_the_language() {
        let hit = |p: &str, t: &str| Pattern::new(p).regex().find(t).map(|m| t[m.range()].to_string());
        assert_eq!(
            hit("zal … informeren", "Ik ZAL uw Kamer hierover informeren."),
            Some("ZAL uw Kamer hierover informeren".into())
        );
        assert_eq!(hit("zal … informeren", "De zaal informeren"), None);
        assert_eq!(hit("{ministerie} zal", "Het ministerie van VWS zal"), Some("VWS zal".into()));
        assert_eq!(hit(r"\d{2,4}", "12"), Some("12".into()));
        assert!(Pattern::new("{toverij} zal").check().unwrap_err().contains("toverij"));
        assert_eq!(word_value("leverancier", "ms teams"), Some("Microsoft"));
    }
}
