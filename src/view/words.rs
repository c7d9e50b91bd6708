//! How things are said on screen: Dutch dates, counts, statuses and numbers of parliamentary papers. The border: words
//! in, words out; which of them stand where is for the other views.

use crate::document::Kind;
use crate::records::{RecordKind, Status};
use crate::text::{Date, MONTHS, Period};
use regex::Regex;
use std::sync::LazyLock;

/// A day as it is written in a letter.
///
/// ```
/// let day = kamerspoor::text::Date::new(2025, 3, 13).unwrap();
/// assert_eq!(kamerspoor::view::words::day(day), "13 maart 2025");
/// ```
pub fn day(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// A day, or the words that say it is not known.
pub fn day_or_unknown(date: Option<Date>) -> String {
    date.map_or_else(|| "datum onbekend".into(), day)
}

/// What is due: the words of the text, and the last day they stand for where that says more.
pub fn period(period: &Period) -> String {
    match (period.from, period.until) {
        (_, Some(until)) if crate::text::date_at(&period.raw) != Some(until) => {
            format!("{} (uiterlijk {})", period.raw, day(until))
        }
        _ => period.raw.clone(),
    }
}

/// A number with the points of Dutch thousands.
///
/// ```
/// assert_eq!(kamerspoor::view::words::number(2004), "2.004");
/// ```
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// A number with its noun: "1 document", "2.004 documenten".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// A status in words that fit a sentence.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Voornemen => "voornemen",
        Status::InUitvoering => "in uitvoering",
        Status::Deels => "deels",
        Status::GemeldAfgedaan => "gemeld afgedaan",
        Status::NietOfAnders => "niet of anders",
        Status::Doorverwezen => "doorverwezen",
        Status::Uitgesteld => "uitgesteld",
        Status::Overgedragen => "overgedragen",
        Status::Onduidelijk => "onduidelijk",
        Status::NietGenoemd => "niet genoemd",
    }
}

/// One and many of a kind of record.
pub fn kind(kind: RecordKind) -> (&'static str, &'static str) {
    match kind {
        RecordKind::Motion => ("motie", "moties"),
        RecordKind::Commitment => ("toezegging", "toezeggingen"),
        RecordKind::Migration => ("migratie", "migraties"),
        RecordKind::PolicyRule => ("beleidsregel", "beleidsregels"),
        RecordKind::FollowUp => ("opvolging", "opvolgingen"),
        RecordKind::Citation => ("verwijzing", "verwijzingen"),
    }
}

/// A number of documents of a genre: "2 kamerbrieven".
pub fn documents(n: usize, kind: Kind) -> String {
    match kind {
        Kind::Kamerbrief => count(n, "kamerbrief", "kamerbrieven"),
        Kind::Antwoord => count(n, "antwoord op Kamervragen", "antwoorden op Kamervragen"),
        Kind::Motie => count(n, "motie", "moties"),
        Kind::Beleidslijn => count(n, "beleidslijn", "beleidslijnen"),
        Kind::Verslag => count(n, "verslag", "verslagen"),
        Kind::Overig => count(n, "ander stuk", "andere stukken"),
    }
}

/// A canonical key as the Chamber prints it; other keys stay as they are.
///
/// ```
/// use kamerspoor::view::words::printed;
/// assert_eq!(printed("kst-26643-1315"), "26 643, nr. 1315");
/// assert_eq!(printed("kst-36600-VII-12"), "36 600 VII, nr. 12");
/// assert_eq!(printed("2025Z10402"), "2025Z10402");
/// ```
pub fn printed(key: &str) -> String {
    let parts = || {
        let rest = key.strip_prefix("kst-")?;
        let (dossier, number) = rest.rsplit_once('-')?;
        let (digits, chapter) = dossier.split_at_checked(5)?;
        if !digits.bytes().all(|b| b.is_ascii_digit()) || !number.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        // A dossier of figures keeps its hyphen (21 501-20); a budget chapter stands apart (36 600 VII).
        let chapter = match chapter.strip_prefix('-') {
            Some(c) if c.starts_with(|c: char| c.is_ascii_digit()) => chapter.to_string(),
            Some(c) => format!(" {c}"),
            None => String::new(),
        };
        Some(format!("{} {}{chapter}, nr. {number}", &digits[..2], &digits[2..]))
    };
    parts().unwrap_or_else(|| key.to_string())
}

/// Several numbers, those of one dossier together: "26 643, nrs. 1315 en 1320; 36 600 VII, nr. 12".
pub fn printed_all(keys: &[String]) -> String {
    let mut by: Vec<(String, Vec<String>)> = Vec::new();
    for key in keys {
        let printed = printed(key);
        let (dossier, number) = printed.split_once(", nr. ").unwrap_or((&printed, ""));
        match by.iter_mut().find(|(d, _)| d == dossier) {
            Some((_, numbers)) => numbers.push(number.to_string()),
            None => by.push((dossier.to_string(), vec![number.to_string()])),
        }
    }
    let said = by.into_iter().map(|(dossier, numbers)| match numbers.as_slice() {
        [none] if none.is_empty() => dossier,
        [one] => format!("{dossier}, nr. {one}"),
        several => format!("{dossier}, nrs. {}", listed(several)),
    });
    said.collect::<Vec<_>>().join("; ")
}

/// The text in parts, those that are the number of an official publication with its address.
pub fn linked(text: &str) -> Vec<(&str, Option<String>)> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"\b(\d{2}) (\d{3})(-\d+| [IVXLC]+)?, nr\. (\d+)\b|\b(?:kst|ah-tk|h-tk|h-ek)-[0-9A-Z]+(?:-[0-9A-Z]+)+\b",
        )
        .expect("constant pattern")
    });
    let mut parts = Vec::new();
    let mut at = 0;
    for found in NUMBER.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let part = |n: usize| found.get(n).map_or("", |m| m.as_str());
        let key = if part(1).is_empty() {
            whole.as_str().to_string()
        } else {
            format!("kst-{}{}{}-{}", part(1), part(2), part(3).replace(' ', "-"), part(4))
        };
        parts.push((&text[at..whole.start()], None));
        parts.push((whole.as_str(), Some(address(&key))));
        at = whole.end();
    }
    parts.push((&text[at..], None));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

/// Where an official publication stands on the net.
pub fn address(key: &str) -> String {
    format!("https://zoek.officielebekendmakingen.nl/{key}.html")
}

/// The address of a document with this number, where it is one of an official publication.
pub fn address_of(id: Option<&str>) -> Option<String> {
    id.filter(|k| k.starts_with("kst-") || k.starts_with("ah-") || k.starts_with("h-")).map(address)
}

/// A list as a sentence says it: "a, b en c".
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}

/// The beginning of `text`, at most `most` characters, cut at a word.
pub fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_string();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    let at = cut.rfind(' ').filter(|at| *at > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut[..at].trim_end_matches([' ', ',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_printed_as_the_chamber_prints_them() {
        assert_eq!(printed("kst-21501-20-2173"), "21 501-20, nr. 2173");
        assert_eq!(printed("kst-26643"), "kst-26643");
        assert_eq!(printed("kst-é6643-1"), "kst-é6643-1");
    }

    #[test]
    fn numbers_lead_to_their_publication() {
        let found = linked("brief 36 600 VII, nr. 12 van 3 mei, en ah-tk-20242025-2562.");
        let links: Vec<&str> = found.iter().filter_map(|(_, l)| l.as_deref()).collect();
        assert_eq!(links, [address("kst-36600-VII-12"), address("ah-tk-20242025-2562")]);
        assert_eq!(
            found.iter().map(|(p, _)| *p).collect::<String>(),
            "brief 36 600 VII, nr. 12 van 3 mei, en ah-tk-20242025-2562."
        );
    }

    proptest! {
        #[test]
        fn printing_and_cutting_take_anything(text in ".{0,40}", most in 0usize..30) {
            let _ = printed(&text);
            let _ = printed(&format!("kst-{text}"));
            prop_assert!(short(&text, most).chars().count() <= most.max(1));
        }
    }
}
