//! Motions by name ("de aangenomen motie-Jansen c.s."), titles of motions, and people in running text. The border: who
//! and which words; which numbered motion is meant is for `records`.

mod names;
#[cfg(test)]
mod tests;

use super::citation;
use crate::document::{Document, Person};
use crate::lexicon::is_member;
use crate::text::Span;
use crate::text::constant;
use names::{Going, Names};
use regex::Regex;
use std::sync::LazyLock;

/// A mention of a motion by its proposers.
#[derive(Clone, Debug, PartialEq)]
pub struct Naming {
    /// The mention, from what qualifies it ("aangenomen") to the last name or "c.s.".
    pub span: Span,
    /// Who proposed it, in the order named; the party where the text gives it.
    pub indieners: Vec<Person>,
    /// Whether others signed too ("c.s.").
    pub cs: bool,
    /// Whether the words call it adopted ("de aangenomen motie").
    pub adopted: bool,
    /// Whether it is a changed one ("gewijzigde motie", "nader gewijzigde motie").
    pub gewijzigd: bool,
    /// What it is about, from the words after "over" or "inzake" to the end of the clause.
    pub subject: Option<Span>,
}

/// A motion's title as the Chamber's data write it.
#[derive(Clone, Debug, PartialEq)]
pub struct MotionTitle {
    /// Who proposed it.
    pub indieners: Vec<Person>,
    /// Whether others signed too.
    pub cs: bool,
    /// Whether it is a changed one.
    pub gewijzigd: bool,
    /// What it is about.
    pub subject: String,
    /// Key of the motion it takes the place of ("t.v.v. 26643-1388").
    pub replaces: Option<String>,
}

static MOTION: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i-u:\bmoties?)").expect("constant pattern"));

/// What qualifies the word before it.
static HOW: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)(?:\b(?:recent|eerder|onlangs|unaniem|Kamerbreed)\s)?(?:\b(?:aangenomen|gewijzigde|nader|tweede|derde|aangehouden|ingediende|eerdere|verworpen|ontraden|overgenomen)\s)+\z",
    )
});

/// What stands between it and the first name.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\A(?:\s?[-‑–]\s?|\s(?:\([^()\n]{0,60}\)\s)?(?:van\s|door\s)?(?:(?:de\s|het\s)?(?:kamer)?(?:leden|lid)\s|mevrouw\s|de\sheer\s|heer\s)?|(?:\s(?:hierover|daarover|hieromtrent|ter\szake|terzake))?,?\s(?:\([^()\n]{0,60}\),?\s)?(?:(?:ook|eveneens|ingediend|voorgesteld)\s)?(?:van|door)\s(?:(?:de\s|het\s)?(?:kamer)?(?:leden|lid)|mevrouw|de\sheer)\s)",
    )
});

static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"\A[\s,]*(?:\((?P<in>[^()\n]{0,80})\)\s*,?\s*)?(?:van\s\d{1,2}\s\p{Ll}{3,9}(?:\s\d{4}|\sjl\.)?\s)?(?:(?:recent\s|unaniem\s)?(?:aangenomen|ingediend|aanvaard)\s)?(?:over|inzake|betreffende|met\sbetrekking\stot|aangaande|(?:met\sde|onder\sde|met\sals)\stitel|getiteld)\s",
    )
});

/// Between two motions that share the word: "(nr. 1) en -".
static AGAIN: LazyLock<Regex> = LazyLock::new(|| constant(r"\A(?:\s?\([^()\n]{0,60}\))?,?\s(?:en\s)?[-‑]"));

/// Motions named in a document, in order of place.
pub fn namings(doc: &Document) -> Vec<Naming> {
    namings_in(doc.text())
}

/// Motions named in loose text.
pub fn namings_in(text: &str) -> Vec<Naming> {
    let mut found = Vec::new();
    for motion in MOTION.find_iter(text) {
        let Some(link) = NAMED.find(&text[motion.end()..]) else { continue };
        let mut from = motion.start().saturating_sub(60);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let how = HOW.find(&text[from..motion.start()]).map_or("", |m| m.as_str());
        let plural = motion.as_str().ends_with(['s', 'S']);
        let words = link.as_str().to_lowercase();
        let after = motion.end() + link.end();
        let announced = ["lid", "leden", "heer", "mevrouw"].iter().any(|w| words.contains(w));
        let going = if announced { Going::Announced } else { Going::Known };
        let Some((at, names)) = people_of(text, after, &words, going) else { continue };
        let dashed = words.contains(['-', '‑', '–']);
        let first = &names.all[0];
        let sure = announced
            || dashed
            || names.all.iter().any(|n| n.cs || n.person.fractie.is_some() || is_member(&n.person.naam))
            || text.get(at..names.end).is_some_and(|t| t.contains('/'))
            || SUBJECT.is_match(&text[names.end..]) && first.span.len() > 3;
        if !sure {
            continue;
        }
        let start = motion.start() - how.len();
        let lower = how.to_lowercase();
        let naming = |span: Span, people: Vec<Person>, cs: bool, subject: Option<Span>| Naming {
            span,
            indieners: people,
            cs,
            adopted: lower.contains("aangenomen"),
            gewijzigd: lower.contains("gewijzigde"),
            subject,
        };
        let subject = subject(text, names.end);
        // "moties A c.s. en B c.s." are two; "de moties van het lid A" is one mention of several.
        if plural && !announced && names.all.len() > 1 {
            let mut group: Vec<&names::Named> = Vec::new();
            let mut begin = start;
            for (index, named) in names.all.iter().enumerate() {
                group.push(named);
                let next = names.all.get(index + 1).map_or(names.end, |n| n.span.start());
                let between = &text[named.span.end()..next];
                if index + 1 < names.all.len() && between.trim() == "/" {
                    continue;
                }
                let end = if index + 1 == names.all.len() { names.end } else { named.span.end() + cs_length(between) };
                let people = group.iter().map(|n| n.person.clone()).collect();
                let cs = group.iter().any(|n| n.cs);
                let last = index + 1 == names.all.len();
                found.extend(Span::new(text, begin..end).map(|s| naming(s, people, cs, subject.filter(|_| last))));
                group.clear();
                begin = next;
            }
        } else {
            let people: Vec<Person> = names.all.iter().map(|n| n.person.clone()).collect();
            let cs = names.all.iter().any(|n| n.cs);
            found.extend(Span::new(text, start..names.end).map(|s| naming(s, people, cs, subject)));
        }
        // "de moties-Vos (nr. 1) en -Smit (nr. 2)": the word is not said again.
        let mut end = names.end;
        while let Some(next) = AGAIN.find(&text[end..]).filter(|_| plural && dashed)
            && let Some(more) = names::list(text, end + next.end(), Going::Known)
        {
            let people: Vec<Person> = more.all.iter().map(|n| n.person.clone()).collect();
            let cs = more.all.iter().any(|n| n.cs);
            let begin = end + next.end();
            let about = self::subject(text, more.end);
            found.extend(Span::new(text, begin..more.end).map(|s| naming(s, people, cs, about)));
            end = more.end;
        }
    }
    found
}

fn cs_length(between: &str) -> usize {
    between.find("c.s").map_or(0, |at| {
        let rest = &between[at + 3..];
        at + 3 + usize::from(rest.starts_with('.'))
    })
}

/// The names after "motie", where "van" may be a word ("motie van Kathmann") or the name's own ("motie Van Campen").
fn people_of(text: &str, at: usize, link: &str, going: Going) -> Option<(usize, Names)> {
    if link.trim_end().ends_with("van") && going == Going::Known {
        let own = at - (link.len() - link.rfind("van").unwrap_or(link.len()));
        if text.is_char_boundary(own)
            && let Some(names) = names::list(text, own, going)
            && is_member(&names.all[0].person.naam)
        {
            return Some((own, names));
        }
        let names = names::list(text, at, going)?;
        if !is_member(&names.all[0].person.naam) && !names.all[0].cs && names.all[0].person.fractie.is_none() {
            // "motie van Jansen/Pieters": a prefix more likely than a preposition.
            let own = names::list(text, own, going)?;
            return text[own.all[0].span.end()..].starts_with(['/', ' ']).then_some((at, own));
        }
        return Some((at, names));
    }
    names::list(text, at, going).map(|n| (at, n))
}

/// The finite verbs with which a sentence goes on after what a motion is about: "de motie-Vos over veerponten *wordt* …".
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"\s(?:is|zijn|was|waren|werd|werden|wordt|worden|heb|heeft|hebben|had|zal|zullen|kan|kunnen|moet|mag|wil|geldt|loopt|ligt|vergt|vraagt|verzoekt|roept|verlangt|beoogt|strekt|krijgt|kreeg|betrekt|neem|neemt|voer|voert|geef|geeft|beschouw|merk|meld|kom|komt|ga|gaat|ben|zie|laat|bericht|informeer|schreef|sluit|past|behoeft|staat|(?:acht|deel|betrek|betrekken|nemen|geven|beschouwen|achten|doe)\s(?:ik|wij|we|het\skabinet|de\sregering))\s",
    )
});

/// Where what a motion is about has ended.
static BEYOND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\s(?:(?:en|alsmede)\s(?:van\s)?(?:de\s)?moties?\b|(?:(?:alsnog|niet|volledig|verder|spoedig|snel|geheel)\s)*(?:uit\ste\svoeren|uitvoeren|uitgevoerd)\b|uit\s(?:19|20)\d\d$|(?:(?:in|op|op\s\d{1,2})\s\p{Ll}{3,9}\s(?:\d{4}\s|jl\.\s)?)?(?:is\s|werd\s)?(?:aangenomen|verworpen|aangehouden|ingediend)$)")
        .expect("constant pattern")
});

/// What makes a finite verb part of the subject itself: "over havens *die* dicht zijn".
static WITHIN: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\b(?:die|dat|wat|waar\w*|of|hoe|zodat|als|wie|welke|indien|wanneer|omdat)\s"));

/// What a motion named up to `at` is about, where the words right after it say so.
pub fn subject_after(text: &str, at: usize) -> Option<Span> {
    subject(text, at)
}

/// From "over" to the end of the clause.
fn subject(text: &str, at: usize) -> Option<Span> {
    let rest = &text[at..];
    let head = SUBJECT.find(rest)?;
    let start = at + head.end();
    let mut end = start;
    for (offset, c) in text[start..].char_indices() {
        let next = text[start + offset + c.len_utf8()..].chars().next();
        let stop = match c {
            '(' | ')' | ';' | '\n' | '\t' | ':' => true,
            '.' | '?' | '!' => next.is_none_or(char::is_whitespace),
            ',' => next.is_none_or(char::is_whitespace) && offset > 12,
            _ => false,
        };
        if stop || offset > 300 {
            break;
        }
        end = start + offset + c.len_utf8();
    }
    if let Some(verb) = text.get(start..end).and_then(|words| GOES_ON.find(words))
        && !WITHIN.is_match(&text[start..start + verb.start()])
    {
        end = start + verb.start();
    }
    // "… en de motie-Tol over": the next motion; "… alsnog uit te voeren": what is asked to be done with it.
    if let Some(next) = text.get(start..end).and_then(|words| BEYOND.find(words)) {
        end = start + next.start();
    }
    let quoted = text.get(start..end)?;
    let words = quoted.trim_matches(['‘', '’', '“', '”', '"', '\'', '«', '»', ' ']);
    let start = start + quoted.find(words)?;
    Span::new(text, start..start + words.len()).map(|s| s.trim(text)).filter(|s| !s.is_empty())
}

/// Reads a motion's title as the Chamber's data write it; `None` where it is no title of a motion.
///
/// ```
/// use kamerspoor::rules::motion_title;
/// let title = motion_title("Gewijzigde motie van het lid Jansen c.s. over een fietsplan (t.v.v. 29398-1051)").unwrap();
/// assert_eq!((title.indieners[0].naam.as_str(), title.cs, title.gewijzigd), ("Jansen", true, true));
/// assert_eq!((title.subject.as_str(), title.replaces.as_deref()), ("een fietsplan", Some("kst-29398-1051")));
/// ```
pub fn motion_title(title: &str) -> Option<MotionTitle> {
    static HEAD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\A\s*(?P<how>(?:nader |tweede |derde |vierde )*(?:gewijzigde )?)motie,?\s(?:van )?(?:(?:het|de) )?(?:leden|lid)\s",
        )
    });
    static OVER: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\A(?:\s?c\.\s?s\.?)?[\s,]*(?:(?:over|inzake|betreffende|om|met)\s|:\s?)?"));
    static FOR: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\s*\(?\bt\.?v\.?v\.?\s(?P<n>[^)]*)\)?\s*\z"));
    let head = HEAD.captures(title)?;
    let at = head.get(0)?.end();
    let names = names::list(title, at, Going::Announced)?;
    let over = OVER.find(&title[names.end..]).map_or(0, |m| m.end());
    let rest = &title[names.end + over..];
    let instead = FOR.captures(rest);
    let (subject, replaces) = match &instead {
        Some(c) => {
            let number = c["n"].trim().replace(' ', "");
            let key = citation::canonical(&number).or_else(|| citation::in_text(&c[0]).into_iter().find_map(|f| f.key));
            (&rest[..c.get(0).map_or(rest.len(), |m| m.start())], key)
        }
        None => (rest, None),
    };
    Some(MotionTitle {
        cs: names.all.iter().any(|n| n.cs),
        indieners: names.all.into_iter().map(|n| n.person).collect(),
        gewijzigd: head["how"].to_lowercase().contains("gewijzigde"),
        subject: subject.trim().to_string(),
        replaces,
    })
}

/// People named in running text ("de leden A (X) en B (Y)", "Kamerlid C", "A, B (X)"), with their places; a party only
/// where the text gives it.
pub fn people(text: &str) -> Vec<(Span, Person)> {
    static CUE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?-u:\b)(?:(?:kamer)?(?:leden|lid)|mevrouw|de\sheer|motie[-‑])\s?").expect("constant pattern")
    });
    static BRACKET: LazyLock<Regex> = LazyLock::new(|| constant(r"\p{L}\s\("));
    let mut found: Vec<(Span, Person)> = Vec::new();
    let mut past = 0;
    for cue in CUE.find_iter(text) {
        if cue.start() < past {
            continue;
        }
        if let Some(names) = names::list(text, cue.end(), Going::Announced) {
            past = names.end;
            found.extend(names.all.into_iter().map(|n| (n.span, n.person)));
        }
    }
    // Names without a cue, but with a party behind them.
    for bracket in BRACKET.find_iter(text) {
        let end = bracket.end() - 2;
        if found.iter().any(|(s, _)| s.start() < end && end <= s.end() + 1) {
            continue;
        }
        found.extend(name_before(text, end));
    }
    found.sort_by_key(|(span, _)| *span);
    found
}

/// The known or party-marked name that ends at `end`.
fn name_before(text: &str, end: usize) -> Option<(Span, Person)> {
    let mut from = end.saturating_sub(60);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let line = text[from..end].rfind(['\n', '\t']).map_or(from, |n| from + n + 1);
    let starts =
        text[line..end].char_indices().filter(|(i, _)| *i == 0 || text[line..line + i].ends_with([' ', ',', '(', '/']));
    for (offset, _) in starts {
        let start = line + offset;
        let Some(first) = names::list(text, start, Going::Known).and_then(|n| n.all.into_iter().next()) else {
            continue;
        };
        if first.span.end() == end && first.person.fractie.is_some() {
            return Some((first.span, first.person));
        }
    }
    None
}
