//! The noun phrases of a sentence: "het nieuwe portaal voor bedrijven", read by the closed classes of Dutch (articles,
//! prepositions, conjunctions, verbs, adverbs) that open and end them. The border: one sentence in, its phrases with
//! their place in the sentence out; which of them moves is for `subject`.

use super::super::constant;
use crate::lexicon::{actor, actors_in};
use crate::rules::{Lists, forms, words};
use regex::Regex;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word does to a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Article,
    Preposition,
    /// Ends a phrase: a verb, an adverb, a pronoun, a conjunction.
    Stop,
    /// Part of one.
    Content,
}

struct Token<'s> {
    raw: &'s str,
    low: String,
    start: usize,
    end: usize,
    class: Class,
    /// A sign stands before it: nothing runs on over it.
    fresh: bool,
    /// In a clause that hangs on another: "waarvan …", "omdat …".
    hangs: bool,
    bracketed: bool,
}

/// A noun phrase.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing a reader of the sentence sees of a phrase")]
pub(super) struct Phrase<'s> {
    /// Without its article, with what it is about: "opslag van beelden".
    pub(super) text: &'s str,
    /// Without what it is about.
    pub(super) core: &'s str,
    /// The noun itself, in lower case.
    pub(super) head: String,
    /// In lower case, where it has one.
    pub(super) article: Option<String>,
    /// The preposition it hangs on, in lower case.
    pub(super) after: Option<String>,
    /// The noun of change it completes ("de overgang van …"), if it does.
    pub(super) completes: bool,
    /// "Ten aanzien van …", "wat betreft …": named up front to say something of.
    pub(super) topic: bool,
    pub(super) hangs: bool,
    /// Between brackets, or behind "als": says more of what stands before it.
    pub(super) aside: bool,
    /// Names an actor.
    pub(super) actor: bool,
    /// Has a name in capitals: "systeem Kade".
    pub(super) named: bool,
}

/// Whether a word stands in a list of `naamgroep`.
pub(super) fn is(list: &str, word: &str) -> bool {
    static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::of("naamgroep"));
    LISTS.has(list, word)
}

/// Whether a word ends as one in a list of `naamgroep` does: "griffierooster" as "rooster".
pub(super) fn ends_as(list: &str, word: &str) -> bool {
    /// How much must stand before the ending.
    const STEM: usize = 2;
    is(list, word) || word.char_indices().skip(STEM).any(|(at, _)| is(list, &word[at..]))
}

/// Whether a word is that of a change: "cloudmigratie", "overgang"; "toegang" is none.
pub(super) fn changes(word: &str) -> bool {
    /// The shortest of these that makes a compound.
    const SHORTEST: usize = 7;
    let ends = |at: usize| word.len() - at >= SHORTEST && is("verandering", &word[at..]);
    is("verandering", word) || !is("stof", word) && word.char_indices().any(|(at, _)| ends(at))
}

/// Whether a word names what is under way to get a thing, and not the thing: "aanbestedingstraject".
pub(super) fn trajectory(word: &str) -> bool {
    ["traject", "trajecten", "project", "projecten", "procedure", "procedures"].iter().any(|end| word.ends_with(end))
}

/// Whether words name a place where ICT runs.
pub(super) fn runs_there(words: &str) -> bool {
    static THERE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)datacent|rekencent|computercent|\bserver|\w+servers?\b|serverruimte|mainframe|infrastructuur|\bODC",
        )
    });
    THERE.is_match(words)
}

static CLASSES: LazyLock<HashMap<&'static str, Class>> = LazyLock::new(|| {
    let verbs = words("persoonsvorm").flat_map(|(_, all)| all).map(|f| (f.as_str(), Class::Stop));
    let nouns = |form: &str| is("stof", form) || is("leeg", form);
    let mut all: HashMap<&str, Class> = verbs.filter(|(form, _)| !nouns(form)).collect();
    for (list, class) in [
        ("stopt", Class::Stop),
        ("bijzin", Class::Stop),
        ("voorzetsel", Class::Preposition),
        ("lidwoord", Class::Article),
        ("telwoord", Class::Article),
    ] {
        all.extend(forms("naamgroep", list).iter().map(|f| (f.as_str(), class)));
    }
    all
});

fn tokens(said: &str) -> Vec<Token<'_>> {
    static WORD: LazyLock<Regex> =
        LazyLock::new(|| constant(r"[\p{L}\d](?:[\p{L}\d]|[-/&’'.+](?:[\p{L}\d]))*-?|[,;:()«»“”‘–—]"));
    let mut all: Vec<Token> = Vec::new();
    let (mut fresh, mut hangs, mut bracketed) = (true, false, false);
    for found in WORD.find_iter(said) {
        let raw = found.as_str();
        if !raw.starts_with(char::is_alphanumeric) {
            fresh = true;
            hangs &= matches!(raw, "(" | ")");
            bracketed = raw == "(" || bracketed && raw != ")";
            continue;
        }
        let low = raw.to_lowercase();
        let opens = is("bijzin", &low);
        // "Die" and "dat" hang only behind a sign; "nu" and "als" only up front.
        hangs |= opens && fresh && !(all.is_empty() && matches!(low.as_str(), "die" | "dat" | "welke" | "wat" | "nu"))
            || opens && low.starts_with("waar") && low.len() > 4
            || opens && low.ends_with("dat") && low.len() > 3;
        // "Windows 365": a number that is no year and stands behind a name belongs to it.
        let of_name = !fresh
            && low.chars().all(|c| c.is_ascii_digit())
            && low.len() != 4
            && all.last().is_some_and(|t: &Token| t.raw.starts_with(char::is_uppercase) && t.class == Class::Content);
        let class = match CLASSES.get(low.as_str()) {
            _ if of_name => Class::Content,
            _ if raw.starts_with(char::is_uppercase) && !all.is_empty() && !fresh => Class::Content,
            Some(Class::Article) if opens && fresh && hangs => Class::Stop,
            Some(class) => *class,
            None if low.chars().all(|c| c.is_ascii_digit() || c == '.') => Class::Stop,
            None if low.ends_with("gewijs") => Class::Stop,
            None => Class::Content,
        };
        all.push(Token { raw, low, start: found.start(), end: found.end(), class, fresh, hangs, bracketed });
        fresh = false;
    }
    // "Zijn", "het" and "dat" open a phrase only before one.
    for at in 0..all.len() {
        let before_phrase = all.get(at + 1).is_some_and(|t| !t.fresh && t.class == Class::Content);
        if all[at].class == Class::Article && matches!(all[at].low.as_str(), "dat" | "die") && !before_phrase {
            all[at].class = Class::Stop;
        }
    }
    // "Haven voor haven" tells how.
    for at in 2..all.len() {
        if all[at].low == all[at - 2].low && all[at - 1].low == "voor" {
            all[at].class = Class::Stop;
            all[at - 2].class = Class::Stop;
        }
    }
    all
}

/// A verb form that stands behind a noun and is no part of it: "overgezet", "te verplaatsen".
fn verbal(token: &Token) -> bool {
    static FORM: LazyLock<Regex> =
        LazyLock::new(|| constant(&format!("^(?:{})$", forms("stuk", "voltooid").join("|"))));
    // "Verhuisd", "overgezet": no noun is like it.
    static MOVED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:verhuisd|verplaatst|vervangen|verlaten|(?:over|onder|terug|uit|weg|mee|om|af|aan|in|op|neer|leeg|los)ge\p{L}{2,}(?:d|t|en))$",
        )
    });
    (token.raw.starts_with(char::is_lowercase) || token.start == 0)
        && (FORM.is_match(&token.low) || MOVED.is_match(&token.low) || token.low.ends_with("eerd"))
}

/// A verb form that stands before a noun as an adjective: "ingerichte", "draaiende", "voorgenomen".
fn attributive(token: &Token) -> bool {
    static FORM: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:\w*ge\w+(?:de|te|en|ne)|(?:be|ver|her|ont|onder|over|voor)\w+(?:de|te|nomen|gonnen|zien|zene|bonden)|\w{3,}ende)$",
        )
    });
    FORM.is_match(&token.low)
}

/// The phrases of a sentence, in order of place.
pub(super) fn phrases(said: &str) -> Vec<Phrase<'_>> {
    let all = tokens(said);
    let actors: Vec<_> = actors_in(said).map(|(range, _)| range).collect();
    let mut found: Vec<Phrase> = Vec::new();
    let (mut at, mut ended) = (0, usize::MAX);
    while at < all.len() {
        let Some((first, end)) = noun(&all, at) else {
            at += 1;
            continue;
        };
        // "De drie roosters" are counted, and not pointed at.
        let mut opens = all[at..first].iter().take_while(|t| t.class == Class::Article);
        let counted = matches!(all[at].low.as_str(), "de" | "het" | "die" | "deze");
        let number = opens.clone().find(|t| counted && is("telwoord", &t.low));
        let article = number.or_else(|| opens.next()).map(|t| t.low.clone());
        let before = at.checked_sub(1).map(|b| &all[b]).filter(|b| {
            // "Te" is one only before a name: "te Delft".
            let place = b.low == "te" && all[at].raw.starts_with(char::is_uppercase);
            (b.class == Class::Preposition || place) && !all[at].fresh
        });
        // "In Delft en Assen": the second hangs on what the first hangs on.
        let joined = at > 0 && ended == at - 1 && matches!(all[at - 1].low.as_str(), "en" | "of" | "alsmede");
        let first_of = found.last().filter(|_| joined && before.is_none());
        let after = before.map(|b| b.low.clone()).or_else(|| first_of.and_then(|p| p.after.clone()));
        let completes = before.is_some() && completes(&all, at - 1) || first_of.is_some_and(|p| p.completes);
        let (until, next) = about(said, &all, at, (first, end));
        let core = all[first].start..all[end - 1].end;
        // "Het KNMI Rekenplatform" is a thing that has the name of its owner.
        let title = all[end - 1].raw.starts_with(char::is_uppercase) && ends_as("stof", &all[end - 1].low);
        let owned = |a: &std::ops::Range<usize>| title && a.end < core.end;
        let within = |a: &std::ops::Range<usize>| a.start <= core.start + 4 && core.start < a.end;
        let actor = actors.iter().any(|a| within(a) && !owned(a) && !said[a.end..].starts_with('-'));
        let named = all[first..end].iter().any(|t| t.raw.starts_with(char::is_uppercase) && t.start > 0);
        // "Systeem Kade": the noun stands before its name; a name alone is called by its first word.
        let small = |t: &&Token| t.raw.starts_with(char::is_lowercase) || t.start == 0;
        let head = all[first..end].iter().take_while(small).last();
        found.push(Phrase {
            text: &said[core.start..until],
            core: &said[core],
            head: head.unwrap_or(&all[first]).low.clone(),
            article,
            after,
            completes,
            topic: at >= 2 && all[at - 1].low == "van" && matches!(all[at - 2].low.as_str(), "aanzien" | "betrekking"),
            hangs: all[first].hangs,
            aside: all[first].bracketed || at > 0 && all[at - 1].low == "als",
            actor,
            named,
        });
        at = next.max(end);
        ended = at;
    }
    found
}

/// The words of the phrase that opens at `at`, without its article: the first and the one behind the last.
fn noun(all: &[Token], at: usize) -> Option<(usize, usize)> {
    /// How many words may stand between an article and the verb form it belongs to.
    const FAR: usize = 8;
    let open = all.get(at)?;
    let mut first = match open.class {
        Class::Article => at + 1,
        Class::Content => at,
        _ => return None,
    };
    let run_from = |from: usize| {
        let long =
            all[from..].iter().take_while(|t| t.class == Class::Content && (!t.fresh || t.start == all[from].start));
        from + long.count()
    };
    if open.class == Class::Article {
        // "De eerder voorgenomen overgang", "een volledig in de cloud ingerichte werkplek".
        while all.get(first).is_some_and(|t| t.class == Class::Article && !t.fresh) {
            first += 1;
        }
        let next = all.get(first).filter(|t| !t.fresh)?;
        if next.class != Class::Content {
            let ahead = all[first..].iter().take(FAR).take_while(|t| !t.fresh);
            let form = ahead.enumerate().find(|(_, t)| t.class == Class::Content && attributive(t))?;
            first += form.0 + 1;
            all.get(first).filter(|t| t.class == Class::Content && !t.fresh)?;
        }
    }
    let mut end = run_from(first);
    while end > first && verbal(&all[end - 1]) && !is("leeg", &all[end - 1].low) {
        end -= 1;
    }
    (end > first).then_some((first, end))
}

/// Where a phrase ends with what it is about ("van de beelden", "voor bedrijven", "en het archief"), in bytes, and the
/// token to read on from.
fn about(said: &str, all: &[Token], at: usize, (_, end): (usize, usize)) -> (usize, usize) {
    /// How many of these a phrase may have.
    const MOST: usize = 2;
    static SHORT: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^ \((\p{Lu}[\p{L}\d-]{1,30}(?: [\p{L}\d-]{1,30}){0,4})\)"));
    let low = all[end - 1].low.as_str();
    let (mut until, mut next) = (all[end - 1].end, end);
    if let Some(short) = SHORT.captures(&said[until..]).filter(|c| actor(&c[1]).is_none()) {
        until += short[0].len();
    }
    let bare = all[at].class != Class::Article && !ends_as("stof", low);
    if bare || trajectory(low) || low.contains("cloud") || is("verandering", low) || is("opzet", low) || is("leeg", low)
    {
        return (until, next);
    }
    for _ in 0..MOST {
        let Some(link) = all.get(next).filter(|t| !t.fresh) else { break };
        let Some((more, stop)) = noun(all, next + 1).filter(|_| all.get(next + 1).is_some_and(|t| !t.fresh)) else {
            break;
        };
        let second = &all[stop - 1].low;
        let words = &said[all[more].start..all[stop - 1].end];
        let actor = actors_in(words).next().is_some_and(|(range, _)| range.start < 6);
        let empty = actor || is("leeg", second) || is("verandering", second) || runs_there(words);
        // "Van een eigen server naar Assen": where it comes from, and not what it is of.
        let from = link.low == "van" && all.get(stop).is_some_and(|t| t.low == "naar");
        let left = |t: &Token| {
            [
                "eigen",
                "oude",
                "oud",
                "huidige",
                "huidig",
                "bestaande",
                "bestaand",
                "verouderde",
                "verouderd",
                "externe",
                "commerciële",
            ]
            .contains(&t.low.as_str())
        };
        let empty = empty || from && all[next + 1..stop].iter().any(left);
        let joins = match link.low.as_str() {
            "van" | "over" | "voor" => !empty,
            "met" | "achter" => is("soort", low) && !empty,
            "en" => !empty && all.get(stop).is_none_or(|t| t.fresh || t.class != Class::Content),
            _ => false,
        };
        if !joins {
            break;
        }
        (until, next) = (all[stop - 1].end, stop);
    }
    (until, next)
}

/// Whether the preposition at `at` follows a noun of change, with at most verb forms and adverbs in between: "wordt de
/// overgang voorbereid van …".
fn completes(all: &[Token], at: usize) -> bool {
    if !matches!(all[at].low.as_str(), "van" | "voor" | "rond" | "rondom" | "met" | "aan") {
        return false;
    }
    let change = |t: &Token| changes(&t.low) || is("opzet", &t.low) || trajectory(&t.low);
    let between = all[..at].iter().rev().take(4).take_while(|t| !t.hangs || all[at].hangs);
    for token in between {
        if change(token) {
            return true;
        }
        if token.class != Class::Stop && !verbal(token) || all[at].fresh {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(said: &str) -> Vec<String> {
        phrases(said).into_iter().map(|p| p.text.to_string()).collect()
    }

    #[test]
    fn a_phrase_runs_from_its_article_to_the_verb() {
        assert_eq!(texts("Morgen wordt het oude griffierooster stapsgewijs overgezet."), ["oude griffierooster"]);
    }

    #[test]
    fn a_phrase_keeps_what_it_is_about_and_its_twin() {
        let said = "De kustwacht haalt de opslag van luchtfoto's en de kaarten terug.";
        assert!(texts(said).contains(&"opslag van luchtfoto's en de kaarten".to_string()), "{:?}", texts(said));
    }

    #[test]
    fn words_between_article_and_verb_form_belong_to_neither() {
        let said = "Het museum kiest een geheel op eigen servers draaiende beeldbank.";
        assert!(texts(said).contains(&"beeldbank".to_string()), "{:?}", texts(said));
    }

    #[test]
    fn what_a_change_is_of_completes_it() {
        let said = "Bij de griffie wordt de overgang voorbereid van het rooster naar Delft.";
        let of: Vec<String> = phrases(said).into_iter().filter(|p| p.completes).map(|p| p.text.to_string()).collect();
        assert_eq!(of, ["rooster"]);
    }
}
