//! References that begin with a word: Aanhangsel, Handelingen, "op stuk nr. 45", bare identifiers. The border: what
//! "stuk nr. 45" belongs to depends on the document and is filled in by the folder's own `citations`.

use super::cursor::{Cursor, YEAR, session_year};
use super::{CitationFinding, kamerstuk, span};
use crate::text::constant;
use regex::{Captures, Regex};
use std::sync::LazyLock;

pub(super) const STUK: &str = "verwijzing-stuk";
const AANHANGSEL: &str = "verwijzing-aanhangsel";
const HANDELINGEN: &str = "verwijzing-handelingen";

/// Where such a reference may begin: a cheap scan that finds little else.
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i-u:aanhangsel|handelingen|\bstuk|t\.v\.v\.|\btvv|vervanging van|\bmotie|amendement|kst-|blg-|nds-tk-|ah-|\bh-[te]k-|kv-tk-)",
    )
    .expect("constant pattern")
});

const WORDS: &str = r"(?:van\sde|van|bij\sde|der|tot\sde|de|handelingen|II?|ll|1|2|TK|EK|Tweede\sKamer|Eerste\sKamer|der\sStaten-Generaal|Staten-Generaal|vergaderjaar|vj\.?|jaargang|zitting)";

static AANHANGSEL_HEAD: LazyLock<Regex> = LazyLock::new(|| {
    constant(&format!(
        r"(?i)\Aaanhangsel(?:nummer)?(?P<words>(?:[\s,(]+{WORDS}\b)*)(?:[\s,(]+(?P<year>{YEAR}))?\)?(?P<gap>[\s,]*)"
    ))
});

static AANHANGSEL_YEAR_AFTER: LazyLock<Regex> =
    LazyLock::new(|| constant(&format!(r"(?i)\A(?:[\s,(]+{WORDS}\b)*[\s,(]+(?P<year>{YEAR})")));

static HANDELINGEN_YEAR_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    constant(&format!(r"(?i)handelingen(?P<words>(?:[\s,]+{WORDS}\b)*)[\s,]+(?P<year>{YEAR})[\s,(]*\z"))
});

static HANDELINGEN_FORM: LazyLock<Regex> = LazyLock::new(|| {
    constant(&format!(
        r"(?ix)\A handelingen (?P<words>(?:[\s,(]+{WORDS}\b)*) [\s,(]+ (?P<year>{YEAR}) \)? [\s,]*
          (?: (?:nr\.?|no\.?|nummer)? \s? (?P<meeting>\d{{1,3}})
              (?: [\s,]* \(? (?:item|onderwerp|agendapunt|punt) \s? (?:nr\.?\s)? (?P<item>\d{{1,3}})
                | \s?[-–]\s? (?P<kebab>\d{{1,5}})
                | [\s,]* (?:pp?|blz|pag|bladzijde)\.? \s? (?P<page1>\d{{1,5}}) (?: \s?[-–]\s? (?P<page2>\d{{1,5}}) )? )
            | (?:pp?|blz|pag|bladzijde)\.? \s? (?P<page3>\d{{1,5}}) (?: \s?[-–]\s? (?P<page4>\d{{1,5}}) )?
            | (?P<page5>\d{{3,5}}) \s?[-–]\s? (?P<page6>\d{{2,5}})
            | (?:nr\.?|no\.?) \s? (?P<alone>\d{{1,3}}) )"
    ))
});

static STUK_FORM: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\A(?:(?P<bare>moties?\s\d{3,4}(?:$|[\s,.;:)])|stuk\s\d{3,4}(?:$|[,.;:)]|\s\())|(?P<far>moties?\b(?:[^()\n.;]|c\.s\.|\([^()\n\d]{1,40}\))*?\((?:op )?(?:stuk )?nrs?\.?\s?\d)|(?:stuk(?:ken)?|moties?|amendement(?:en)?|t\.v\.v\.|tvv|vervanging van(?: (?:de|het|die|dat|welke))?(?: (?:motie|amendement))?(?:,? (?:die |dat )?(?:is )?gedrukt onder)?)\s+\(?(?:(?:op )?(?:stuk )?nrs?|(?:onder )?nrs?|nummers?)\b\.?\s?\d)",
    )
});

static ID: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?ix)\A(?: (?P<kst>kst-\d{5}(?:-\(?r\d{4}\)?)?(?:-[ivx]+[a-e]?)?(?:-[a-z])?(?:-\d{1,5})*(?:-[a-z]{1,2})?) | (?P<old>kst-\d{4,8}) | blg-\d{3,8} | nds-tk-20\d\dd\d{5}
              | ah-[te]k-(?:19|20)\d{6}-\d{1,5} | ah-\d{6,7} | h-[te]k-(?:19|20)\d{6}-\d{1,5}-\d{1,5} | kv-tk-(?P<kv>20\d\dz\d{5}) | kv-\d{6,7})",
    )
});

/// All of them, in order of place.
pub(super) fn find(text: &str) -> Vec<CitationFinding> {
    let mut found: Vec<CitationFinding> = Vec::new();
    let mut past = 0;
    for lead in LEAD.find_iter(text) {
        if lead.start() < past {
            continue;
        }
        let rest = &text[lead.start()..];
        let hits = match lead.as_str().as_bytes()[0].to_ascii_lowercase() {
            b'a' if lead.as_str().eq_ignore_ascii_case("aanhangsel") => aanhangsel(text, lead.start()),
            b'h' if lead.as_str().eq_ignore_ascii_case("handelingen") => handelingen(text, lead.start()),
            _ if lead.as_str().ends_with('-') => id(text, lead.start()),
            _ if STUK_FORM.is_match(near(rest)) => stuk(text, lead.start()),
            _ => Vec::new(),
        };
        if let Some(last) = hits.last() {
            past = last.span.end();
            found.extend(hits);
        }
    }
    found
}

fn finding(text: &str, start: usize, end: usize, rule: &'static str, key: Option<String>) -> Option<CitationFinding> {
    let span = span(text, start, end)?;
    let raw = span.of(text).to_string();
    Some(CitationFinding { raw, key, span, rule, candidates: Vec::new(), repaired: None })
}

fn senate(words: &str) -> bool {
    let lower = words.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|w| w == "i" || w == "ek" || w == "1")
        || lower.contains("eerste kamer")
}

fn aanhangsel(text: &str, start: usize) -> Vec<CitationFinding> {
    let rest = &text[start..];
    let line = rest.find(['\n', '\t']).unwrap_or(rest.len());
    let Some(head) = AANHANGSEL_HEAD.captures(&rest[..line]) else { return Vec::new() };
    let words = head.name("words").map_or("", |m| m.as_str()).to_string();
    let mut year = head.name("year").map(|m| m.as_str().to_string());
    let mut begin = start;
    let mut chamber = words.clone();
    if year.is_none() {
        let mut from = start.saturating_sub(80);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let before = text[from..start].rfind(['\n', '\t']).map_or(from, |n| from + n + 1);
        if let Some(said) = HANDELINGEN_YEAR_BEFORE.captures(&text[before..start]) {
            year = Some(said["year"].to_string());
            chamber.push_str(&said["words"]);
            begin = before + said.get(0).map_or(0, |m| m.start());
        }
    }
    let mut cursor = Cursor::new(text, start + head.get(0).map_or(0, |m| m.end()));
    let said = cursor.number_word();
    let spoken = words.to_lowercase().contains("handelingen") || begin < start;
    if said.is_none() && (year.is_none() || !spoken || !head["gap"].contains(',')) {
        return Vec::new();
    }
    let numbers = kamerstuk::list(&mut cursor, said.unwrap_or(false));
    if numbers.is_empty() || numbers.iter().any(|n| !n.starts_with(|c: char| c.is_ascii_digit())) {
        return Vec::new();
    }
    let mut end = cursor.at;
    if year.is_none() {
        let rest = &text[end..];
        let line = rest.find(['\n', '\t']).unwrap_or(rest.len());
        if let Some(after) = AANHANGSEL_YEAR_AFTER.captures(&rest[..line]) {
            year = Some(after["year"].to_string());
            end += after.get(0).map_or(0, |m| m.end());
        }
    }
    let kind = if senate(&chamber) { "ah-ek" } else { "ah-tk" };
    let year = year.and_then(|y| session_year(&y));
    let each = numbers.iter().filter_map(|number| {
        let mut found = finding(text, begin, end, AANHANGSEL, None)?;
        if let Some(year) = &year {
            found.key = year.key().map(|y| format!("{kind}-{y}-{number}"));
            found.repaired.clone_from(&year.repaired);
            if found.key.is_none() {
                found.candidates = year.candidates().map(|y| format!("{kind}-{y}-{number}")).collect();
            }
        }
        Some(found)
    });
    each.collect()
}

fn handelingen(text: &str, start: usize) -> Vec<CitationFinding> {
    let rest = &text[start..];
    let line = rest.find(['\n', '\t']).unwrap_or(rest.len());
    let Some(form) = HANDELINGEN_FORM.captures(&rest[..line]) else { return Vec::new() };
    let end = start + form.get(0).map_or(0, |m| m.end());
    let Some(mut found) = finding(text, start, end, HANDELINGEN, None) else { return Vec::new() };
    let kind = if senate(&form["words"]) { "h-ek" } else { "h-tk" };
    if let Some(year) = session_year(&form["year"]) {
        let parts = handelingen_parts(&form, year.starts.first().copied().unwrap_or_default());
        if let Some(parts) = parts {
            found.key = year.key().map(|y| format!("{kind}-{y}-{parts}"));
            if found.key.is_none() {
                found.candidates = year.candidates().map(|y| format!("{kind}-{y}-{parts}")).collect();
            }
        }
        found.repaired = year.repaired;
    }
    vec![found]
}

/// "58-8" (meeting and item) or, before 2011, "4709-4713" (pages); `None` where the words give neither.
fn handelingen_parts(form: &Captures, year: u16) -> Option<String> {
    let number = |name: &str| form.name(name).map(|m| m.as_str().trim_start_matches('0').to_string());
    let paged = year <= 2010;
    if let (Some(meeting), Some(item)) = (number("meeting"), number("item")) {
        return Some(format!("{meeting}-{item}"));
    }
    if let (Some(meeting), Some(item)) = (number("meeting"), number("kebab")) {
        return (item.len() <= 3 || paged).then(|| format!("{meeting}-{item}"));
    }
    let spellings = [("page1", "page2"), ("page3", "page4"), ("page5", "page6")];
    let (first, last) = spellings.iter().find_map(|(a, b)| Some((number(a)?, number(b)?)))?;
    paged.then(|| format!("{first}-{last}"))
}

/// As far as the number of a motion may stand from the word: "motie van het lid A over B (nr. 12)".
fn near(rest: &str) -> &str {
    const FAR: usize = 240;
    let end = (0..=FAR.min(rest.len())).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(0);
    &rest[..end]
}

fn stuk(text: &str, start: usize) -> Vec<CitationFinding> {
    let Some(form) = STUK_FORM.captures(near(&text[start..])) else { return Vec::new() };
    let head = form.get(0).map_or("", |m| m.as_str());
    let bare = form.name("bare").is_some();
    // Back to the first digit: the pattern ends on it, or on the mark after a bare number.
    let digits = if bare { head.find(|c: char| c.is_ascii_digit()) } else { head.len().checked_sub(1) };
    let mut cursor = Cursor::new(text, start + digits.unwrap_or(0));
    if bare && ["19", "20"].iter().any(|century| cursor.rest().starts_with(century)) {
        let year = cursor.rest().chars().take_while(char::is_ascii_digit).count() == 4;
        if year {
            return Vec::new();
        }
    }
    let numbers = kamerstuk::list(&mut cursor, true);
    let end = cursor.at;
    // The dossier itself may follow: "stuk nr. 45 (32317)".
    let mut after = cursor;
    after.blanks();
    let dossier = if after.take(|c| c == '(') { kamerstuk::dossier(&mut after, 5) } else { None };
    let closed = after.take(|c| c == ')');
    let dossier = dossier.filter(|_| closed);
    let end = if dossier.is_some() { after.at } else { end };
    // "motie nr. 12" names a thing; what the reference says is "nr. 12" on a stuk.
    let lower = head.to_ascii_lowercase();
    let begin = if bare || lower.starts_with("stuk") {
        start
    } else if form.name("far").is_some() {
        start + lower.rfind('(').map_or(0, |at| at + 1)
    } else {
        start + ["stuk", "nr", "nummer"].iter().filter_map(|w| lower.find(w)).min().unwrap_or(0)
    };
    let each = numbers.iter().filter_map(|number| {
        let key = dossier.as_ref().map(|d| d.key(Some(number)));
        finding(text, begin, end, STUK, key)
    });
    each.collect()
}

/// The number alone of a [`STUK`] finding.
pub(super) fn stuk_numbers(raw: &str) -> Vec<String> {
    let digits = raw.find(|c: char| c.is_ascii_digit()).unwrap_or(raw.len());
    kamerstuk::list(&mut Cursor::new(raw, digits), true)
}

fn id(text: &str, start: usize) -> Vec<CitationFinding> {
    if text[..start].chars().next_back().is_some_and(char::is_alphanumeric) {
        return Vec::new();
    }
    let rest = &text[start..];
    let Some(form) = ID.captures(rest) else { return Vec::new() };
    let whole = form.get(0).map_or(0, |m| m.end());
    if rest[whole..].chars().next().is_some_and(char::is_alphanumeric) {
        return Vec::new();
    }
    finding(text, start, start + whole, "verwijzing-nummer", canonical(&rest[..whole])).into_iter().collect()
}

/// The canonical key of an identifier as files and links write it: `kst-35896-12`, `36410-VII`, a URL that holds one.
pub fn canonical(id: &str) -> Option<String> {
    let id = id.trim();
    let form = ID.captures(id).filter(|f| f.get(0).is_some_and(|m| m.end() == id.len()));
    if let Some(form) = form {
        if let Some(question) = form.name("kv") {
            return Some(question.as_str().to_ascii_uppercase());
        }
        if form.name("kst").is_some() {
            let parts = id.split('-').skip(1).filter(|p| !p.trim_start_matches('(').starts_with(['R', 'r']));
            return Some(parts.fold("kst".to_string(), |key, p| key + "-" + &p.to_ascii_uppercase()));
        }
        let lower = id.to_ascii_lowercase();
        return Some(match lower.strip_prefix("nds-tk-") {
            Some(number) => format!("nds-tk-{}", number.to_ascii_uppercase()),
            None => lower,
        });
    }
    let mut cursor = Cursor::new(id, 0);
    let dossier = kamerstuk::dossier(&mut cursor, 5)?;
    if cursor.at == id.len() {
        return Some(dossier.key(None));
    }
    cursor.take(|c| c == '-');
    let numbers = kamerstuk::list(&mut cursor, false);
    (cursor.at == id.len() && numbers.len() == 1).then(|| dossier.key(numbers.first().map(String::as_str)))
}
