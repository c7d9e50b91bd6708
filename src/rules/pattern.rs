//! From the pattern language of the rule files to a regular expression.
//!
//! The language is a regular expression, with four comforts: a blank is any white space, case does not count, ` … `
//! lets up to twelve words stand between, and `{naam}` is any form of a lexicon (`ministerie`, `organisatie`, `actor`,
//! `partij`, `maand`, a table of `words.toml`, or a part of its table `stuk`, which holds patterns that many rules
//! share, such as `{wie}` and `{tijd}`). Words are matched whole. A pattern is read when a text first
//! holds its cues.

use super::cues::{self, Shape};
use super::matcher::{Expression, Known, TooHard};
use crate::lexicon::{ActorKind, PARTIES, entries};
use crate::text::{MONTHS, fold};
use regex_automata::{Input, PatternID, meta::Regex, util::syntax};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
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

/// The forms of one list of a table of `words.toml`.
///
/// # Panics
///
/// Where there is no such list: the names stand in the code.
pub fn forms(table: &str, list: &str) -> &'static [String] {
    WORDS.get(table).and_then(|lists| lists.get(list)).expect("a list of words.toml")
}

/// The lists of a table of `words.toml`, for looking up single words.
pub struct Lists(HashMap<&'static str, HashSet<&'static str>>);

impl Lists {
    /// Those of a table.
    pub fn of(table: &str) -> Lists {
        Lists(words(table).map(|(list, forms)| (list, forms.iter().map(String::as_str).collect())).collect())
    }

    /// Whether a word stands in a list, as it is written there.
    pub fn has(&self, list: &str, word: &str) -> bool {
        self.0.get(list).is_some_and(|forms| forms.contains(word))
    }
}

/// The value that a form stands for in a table of `words.toml`.
pub fn word_value(table: &str, form: &str) -> Option<&'static str> {
    type Values = BTreeMap<String, &'static str>;
    // Folding the whole table for each question would cost a tenth of all recognition.
    static KNOWN: Mutex<BTreeMap<String, Arc<Values>>> = Mutex::new(BTreeMap::new());
    let read = || {
        let mut values = Values::new();
        for (value, forms) in words(table) {
            for form in forms {
                values.entry(fold(form)).or_insert(value);
            }
        }
        Arc::new(values)
    };
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let values = known.get(table).cloned();
    let values = values.unwrap_or_else(|| known.entry(table.to_string()).or_insert_with(read).clone());
    drop(known);
    values.get(&fold(form)).copied()
}

/// One pattern of a rule.
#[derive(Debug)]
pub(super) struct Pattern {
    source: String,
    /// Shared by all patterns with these words: many rules except the same ones.
    made: Arc<Made>,
}

/// What is made of a pattern when it is first needed.
#[derive(Debug, Default)]
struct Made {
    expression: OnceLock<Option<Expression>>,
    /// For texts on which that is too slow.
    regex: OnceLock<Regex>,
}

impl Pattern {
    /// Takes a pattern as it is; [`Pattern::check`] tells whether it is one.
    pub(super) fn new(pattern: &str) -> Pattern {
        static KNOWN: Mutex<BTreeMap<String, Arc<Made>>> = Mutex::new(BTreeMap::new());
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let made = Arc::clone(known.entry(pattern.to_string()).or_default());
        Pattern { source: pattern.to_string(), made }
    }

    /// A pattern as patterns of which one must match: a part that stands alone by its alternatives, each with cues of its own.
    pub(super) fn apart(pattern: &str) -> Vec<Pattern> {
        let mut all = Vec::new();
        alternatives(pattern, DEPTH, &mut |alone| all.push(Pattern::new(alone)));
        all
    }

    /// Compiles it now; the error says in Dutch what is wrong with it.
    pub(super) fn check(&self) -> Result<(), String> {
        let regex = self.compile()?;
        self.made.regex.get_or_init(|| regex);
        Ok(())
    }

    /// Where it is first found. Patterns that were never checked are the program's own, which a test checks.
    pub(super) fn find(&self, text: &str, known: &mut Known) -> Option<Range<usize>> {
        self.find_from(text, 0, known)
    }

    /// Every place where it is found, one after the other.
    pub(super) fn find_each(&self, text: &str, known: &mut Known) -> impl Iterator<Item = Range<usize>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find_from(text, from, known)?;
            // A pattern that is found in nothing at all is found once.
            from = if found.is_empty() { text.len() + 1 } else { found.end };
            Some(found)
        })
    }

    fn find_from(&self, text: &str, from: usize, known: &mut Known) -> Option<Range<usize>> {
        self.fast(text, from, known).unwrap_or_else(|TooHard| self.slow(text, from))
    }

    /// Where it is first found from a place on, unless that takes too many steps.
    pub(super) fn fast(&self, text: &str, from: usize, known: &mut Known) -> Result<Option<Range<usize>>, TooHard> {
        self.expression().map_or(Err(TooHard), |expression| expression.find(text, from, known))
    }

    /// The same, in a time that only grows with the text.
    pub(super) fn slow(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let rest = (from <= text.len()).then(|| Input::new(text).range(from..))?;
        Some(self.regex().find(rest)?.range())
    }

    /// Whether it is found.
    pub(super) fn is_match(&self, text: &str) -> bool {
        self.find(text, &mut Known::default()).is_some()
    }

    /// The words of each named group, where it is first found.
    pub(super) fn groups(&self, text: &str) -> Vec<(String, String)> {
        if !self.source.contains("(?P<") && !self.source.contains("(?<") {
            return Vec::new();
        }
        let mut groups = self.regex().create_captures();
        self.regex().captures(text, &mut groups);
        let names = groups.group_info().pattern_names(PatternID::ZERO).flatten();
        let words =
            |name: &str| Some((name.to_string(), text.get(groups.get_group_by_name(name)?.range())?.to_string()));
        names.filter_map(words).collect()
    }

    fn expression(&self) -> Option<&Expression> {
        let new = || Expression::new(&self.closed().ok()?, &shared).ok();
        self.made.expression.get_or_init(new).as_ref()
    }

    fn regex(&self) -> &Regex {
        self.made.regex.get_or_init(|| self.compile().expect("every rule file is compiled by a test"))
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
        self.closed().map(|closed| cues::shape(&closed, &marked)).unwrap_or_default()
    }

    /// With a private character for each list and gap.
    fn closed(&self) -> Result<String, String> {
        let closed = fill(&self.source, &mut |list| Ok(mark(list)))?;
        Ok(self.whole(&closed, &pair(GAP_MARK)))
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

/// Hands over the alternatives of a part that stands alone, and anything else as it is.
fn alternatives(pattern: &str, depth: u8, each: &mut dyn FnMut(&str)) {
    let name = pattern.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let part = name.and_then(|name| WORDS.get("stuk")?.get(name)).filter(|_| depth > 0);
    let Some(part) = part else { return each(pattern) };
    for alternative in part {
        if alternative.starts_with('{') && alternative.ends_with('}') {
            alternatives(alternative, depth - 1, each);
        } else {
            // In brackets it has the edges that the part has.
            each(&format!("(?:{alternative})"));
        }
    }
}

/// What `{name}` stands for.
struct List {
    name: &'static str,
    /// The alternatives; those of a part may name other lists.
    pattern: String,
    /// The alternatives, where they are plain words.
    words: Vec<String>,
    /// The cues, taken once for all patterns that name it.
    shape: OnceLock<Shape>,
    /// Read once for all patterns that name it.
    expression: OnceLock<Option<Expression>>,
}

static LISTS: LazyLock<Vec<List>> = LazyLock::new(|| {
    let list =
        |name, pattern, words| List { name, pattern, words, shape: OnceLock::new(), expression: OnceLock::new() };
    // Words as alternatives, the longest first.
    let forms = |name, mut words: Vec<String>| {
        words.sort_by_key(|f| std::cmp::Reverse(f.len()));
        list(name, words.iter().map(|f| regex::escape(f)).collect::<Vec<_>>().join("|"), words)
    };
    let parts = words("stuk").map(|(name, parts)| list(name, parts.join("|"), Vec::new()));
    let tables = WORDS.keys().filter(|name| *name != "stuk");
    let tables = tables.map(|name| forms(name, words(name).flat_map(|(_, forms)| forms.iter().cloned()).collect()));
    let actors = |wanted: &dyn Fn(ActorKind) -> bool| {
        let of = entries().iter().filter(|e| wanted(e.kind));
        of.flat_map(|e| e.names.iter().chain([&e.abbr]).cloned()).collect()
    };
    let parties = PARTIES.iter().flat_map(|(party, names)| [*party].into_iter().chain(names.iter().copied()));
    let names = [
        forms("ministerie", actors(&|k| k == ActorKind::Ministerie)),
        forms("organisatie", actors(&|k| k == ActorKind::Organisatie)),
        forms("actor", actors(&|_| true)),
        forms("partij", parties.map(Into::into).collect()),
        forms("maand", MONTHS.iter().map(|m| (*m).to_string()).collect()),
    ];
    parts.chain(tables).chain(names).collect()
});

/// A list with all that it names.
fn expand(list: usize, depth: u8) -> Result<String, String> {
    let list = &LISTS[list];
    let deeper = depth.checked_sub(1).ok_or_else(|| format!("lijst {{{}}} noemt zichzelf", list.name))?;
    Ok(format!("(?:{})", fill(&list.pattern, &mut |inner| expand(inner, deeper))?))
}

fn mark(list: usize) -> String {
    u32::try_from(list).ok().and_then(|n| char::from_u32(LIST_MARK + n)).map(pair).unwrap_or_default()
}

/// A mark is written twice: alternatives of one character each would be read as a class.
fn pair(mark: char) -> String {
    format!("(?:{mark}{mark})")
}

fn list_of(mark: char) -> Option<&'static List> {
    LISTS.get(usize::try_from(u32::from(mark).checked_sub(LIST_MARK)?).ok()?)
}

/// The expression behind a mark.
fn shared(mark: char) -> Option<(usize, &'static Expression)> {
    static BETWEEN: LazyLock<Option<Expression>> = LazyLock::new(|| Expression::new(GAP, &|_| None).ok());
    let number = usize::try_from(u32::from(mark).checked_sub(u32::from(GAP_MARK))?).ok()?;
    if mark == GAP_MARK {
        return Some((number, BETWEEN.as_ref()?));
    }
    let list = list_of(mark)?;
    let new = || {
        if !list.words.is_empty() {
            return Some(Expression::words(&list.words));
        }
        let closed = fill(&list.pattern, &mut |list| Ok(self::mark(list))).ok()?;
        Expression::new(&comforts(&closed, &pair(GAP_MARK)), &shared).ok()
    };
    Some((number, list.expression.get_or_init(new).as_ref()?))
}

/// The cues behind a mark.
fn marked(mark: char) -> Option<Shape> {
    if mark == GAP_MARK {
        return Some(Shape::gap());
    }
    let list = list_of(mark)?;
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
        let hit = |p: &str, t: &str| Pattern::new(p).find(t, &mut Known::default()).map(|m| t[m].to_string());
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

    #[test]
    fn a_pattern_that_takes_too_many_steps_is_left_to_the_slow_engine() {
        let pattern = Pattern::new("(?:(?:a+ ?)+ ?)+b");
        let hostile = "aa ".repeat(300);
        assert!(pattern.fast(&hostile, 0, &mut Known::default()).is_err());
        assert_eq!(pattern.find(&hostile, &mut Known::default()), None);
        assert_eq!(pattern.find(&format!("{hostile}b"), &mut Known::default()), Some(0..901));
    }
}
