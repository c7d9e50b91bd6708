//! Names of members as texts write them. The border: one name and lists of names with their parties; whether the words
//! around them name a motion is the folder's own work.

use crate::document::Person;
use crate::lexicon::{is_member, party_by_name};
use crate::text::Span;
use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;

const PREFIX: &str = r"(?:(?i:van\sder|van\sden|van\sde|van\s['’‘]t|van\shet|van|de|den|der|in\s['’‘]t|in\shet|op\sden|op\sde|op\s['’‘]t|uit\sde|['’‘]t|ter|ten|te|el|la|von|bin|al))";
const WORD: &str = r"(?:['’‘]?\p{Lu}[\p{L}\p{M}'’]*(?:[-‑](?:(?:de|den|der|van|ter|ten|van\sde|van\sder|van\sden)\s)?['’]?\p{L}[\p{L}\p{M}'’]*(?:\s(?:de|van\sde)\s\p{Lu}[\p{L}\p{M}]+)?)*)";

/// A name at the start of a text: prefix and surname, with a first name or a second surname. It ends where its block does:
/// a heading of one name is followed by a sentence with a capital.
static NAME: LazyLock<Regex> =
    LazyLock::new(|| constant(&format!(r"\A(?:{PREFIX}\s)?{WORD}(?:[^\S\n](?:{PREFIX}\s)?{WORD}){{0,2}}")));

static PARTY: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\A\s?\((?P<all>beiden?\s|allen\s|alle\s(?:drie|vier)\s)?(?P<p>[^()\n]{2,40})\)"));

static CS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\A\s?(?:c\.\s?s\.?|et\sal\.?|cum\ssuis)"));

/// Words with a capital that begin no name.
const NO_NAME: &[&str] = &[
    "de",
    "het",
    "een",
    "kamer",
    "tweede",
    "eerste",
    "nederland",
    "europa",
    "europese",
    "minister",
    "staatssecretaris",
    "regering",
    "kabinet",
    "commissie",
    "motie",
    "moties",
    "kamerbrief",
    "kamerstuk",
    "kamerstukken",
    "voorzitter",
    "stuk",
    "nr",
    "rijksbreed",
    "over",
    "in",
    "op",
];

/// No list of proposers is longer.
const LONGEST: usize = 40;

/// One name in a list.
pub(super) struct Named {
    pub(super) span: Span,
    pub(super) person: Person,
    pub(super) cs: bool,
}

/// A list of names.
pub(super) struct Names {
    pub(super) all: Vec<Named>,
    pub(super) end: usize,
}

/// How freely a list may go on after its first name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Going {
    /// "de leden …" announced it: any name may follow.
    Announced,
    /// Only a slash, a name of a known member, or one before what the motion is about, goes on.
    Known,
}

/// The length of the name that `words` begin with; the longest of its readings that is a known member, else the first
/// word with its prefix, and a second word only where `announced`.
fn name_length(words: &str, going: Going) -> Option<usize> {
    let found = NAME.find(words)?;
    let mut whole = found.end();
    // "Kathmann Den Haag", "Six Dijkstra Dat": try shorter and shorter.
    let mut lengths = vec![whole];
    while let Some(cut) = words[..whole].rfind(char::is_whitespace) {
        whole = cut;
        lengths.push(cut);
    }
    if let Some(known) = lengths.iter().find(|l| is_member(&words[..**l])) {
        return Some(*known);
    }
    let first = words[..found.end()].split(|c: char| c.is_whitespace() || c == '-').next().unwrap_or_default();
    if NO_NAME.contains(&first.to_lowercase().as_str()) && !PREFIXED.is_match(&words[..found.end()]) {
        return None;
    }
    let mut length = before_function_word(&words[..found.end()]);
    if going == Going::Known
        && let Some(short) = SHORT.find(words)
    {
        length = short.end().min(length);
    }
    Some(length)
}

/// Where a name ends before a word that begins the next clause in capitals: "Vos En", "Smit Dat".
fn before_function_word(name: &str) -> usize {
    const FUNCTION: [&str; 22] = [
        "aan", "bij", "dan", "dat", "die", "dit", "een", "en", "er", "hoe", "ik", "is", "maar", "met", "of", "om",
        "ook", "over", "wat", "wij", "wordt", "zoals",
    ];
    let mut at = 0;
    for word in name.split(' ') {
        if at > 0 && FUNCTION.contains(&word.to_lowercase().as_str()) {
            return at - 1;
        }
        at += word.len() + 1;
    }
    name.len()
}

static PREFIXED: LazyLock<Regex> = LazyLock::new(|| constant(&format!(r"\A{PREFIX}\s{WORD}")));

static SHORT: LazyLock<Regex> = LazyLock::new(|| {
    constant(&format!(r"\A(?:(?:De|Van|Ter|Ten)\s{WORD}\s(?:van|de|van\sder)\s{WORD}|(?:{PREFIX}\s)?{WORD})"))
});

/// The name as motions print it: a capital prefix, and no shouting ("VAN DER WERF" is "Van der Werf").
pub(super) fn as_printed(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let shouted = name.chars().filter(|c| c.is_alphabetic()).count() > 2 && !name.chars().any(char::is_lowercase);
    let mut printed = String::with_capacity(name.len());
    for (index, word) in name.split(' ').enumerate() {
        if index > 0 {
            printed.push(' ');
        }
        let word = if shouted {
            let prefix = index > 0 && ["VAN", "DER", "DEN", "DE", "HET", "TER", "TEN", "TE"].contains(&word);
            word.split('-')
                .map(|p| if prefix { p.to_lowercase() } else { capital(&p.to_lowercase()) })
                .collect::<Vec<_>>()
                .join("-")
        } else {
            word.to_string()
        };
        printed.push_str(&word);
    }
    capital(&printed)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Reads names from byte `at` on; `None` where no name stands there.
pub(super) fn list(text: &str, at: usize, going: Going) -> Option<Names> {
    let mut all: Vec<Named> = Vec::new();
    let (mut cursor, mut last) = (at, at);
    while let Some(length) = text.get(cursor..).and_then(|rest| name_length(rest, going)) {
        let words = &text[cursor..cursor + length];
        let span = Span::new(text, cursor..cursor + length)?;
        let mut end = cursor + length;
        let mut person = Person { naam: as_printed(words), fractie: None };
        let mut cs = false;
        for _ in 0..2 {
            if let Some(found) = CS.find(&text[end..]) {
                end += found.end();
                cs = true;
            }
            if person.fractie.is_none()
                && let Some(found) = PARTY.captures(&text[end..])
                && is_party(&found["p"])
            {
                let party = party_by_name(&found["p"]);
                // "A, B (X)" and "A en B (beiden X)": the names before it that had none.
                for earlier in all.iter_mut().rev().take_while(|n| n.person.fractie.is_none()) {
                    earlier.person.fractie = Some(party.clone());
                }
                person.fractie = Some(party);
                end += found.get(0).map_or(0, |m| m.end());
            }
        }
        all.push(Named { span, person, cs });
        last = end;
        let Some(join) = joined(&text[end..]).filter(|_| all.len() < LONGEST) else { break };
        cursor = end + join;
        let next = &text[cursor..];
        let Some(length) = name_length(next, going) else { break };
        if going == Going::Known
            && !text[end..cursor].contains('/')
            && !is_member(&next[..length])
            && !ABOUT.is_match(&next[length..])
        {
            break;
        }
    }
    (!all.is_empty()).then_some(Names { all, end: last })
}

/// Behind a last name that nobody knows: "Motie Jansen en Pietersen over …".
static ABOUT: LazyLock<Regex> = LazyLock::new(|| constant(r"\A(?:\sc\.\s?s\.)?\s(?:over|inzake)\s"));

/// Whether the words in brackets are a party's, known or shaped like one.
fn is_party(words: &str) -> bool {
    crate::lexicon::party(words).is_some()
        || words.len() <= 25 && (words.starts_with("Groep") || words.starts_with("Lid") || words.starts_with("Fractie"))
}

/// Bytes of what joins two names.
fn joined(rest: &str) -> Option<usize> {
    static JOIN: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"\A(?:\s?/\s?|(?:,\s(?:en\s)?|\s(?:en|&)\s)(?:het\slid\s|mevrouw\s|de\sheer\s|-)?)")
    });
    JOIN.find(rest).map(|m| m.end())
}
