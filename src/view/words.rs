//! How things are said on screen: Dutch dates, counts, statuses and numbers of parliamentary papers. The border: words
//! in, words out; which of them stand where is for the other views.

use crate::document::Kind;
use crate::records::{RecordKind, Status};
use crate::text::{Date, Period};

/// The months in order.
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

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

    proptest! {
        #[test]
        fn printing_and_cutting_take_anything(text in ".{0,40}", most in 0usize..30) {
            let _ = printed(&text);
            let _ = printed(&format!("kst-{text}"));
            prop_assert!(short(&text, most).chars().count() <= most.max(1));
        }
    }
}
