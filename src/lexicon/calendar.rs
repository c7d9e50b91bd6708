//! The Chamber's calendar: recesses, Prinsjesdag, session years. Source: the Chamber's recess pages and the days of its
//! plenary meetings; a recess runs from the Friday after the last Thursday meeting to the Monday before the first
//! Tuesday meeting. Other years follow the rule that held for 2022 to 2025.

use crate::text::Date;
use jiff::{ToSpan, civil::Weekday};

/// One recess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recess {
    /// `mei`, `zomer`, `herfst`, `kerst`, `voorjaar`, `verkiezing`.
    pub name: &'static str,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
}

const fn day(y: i16, m: i8, d: i8) -> Date {
    jiff::civil::date(y, m, d)
}

const fn reces(name: &'static str, from: Date, until: Date) -> Recess {
    Recess { name, from, until }
}

/// Recesses known from the Chamber itself.
const KNOWN: &[Recess] = &[
    reces("zomer", day(2022, 7, 8), day(2022, 9, 5)),
    reces("mei", day(2023, 4, 21), day(2023, 5, 8)),
    reces("zomer", day(2023, 7, 7), day(2023, 9, 4)),
    reces("herfst", day(2023, 10, 13), day(2023, 10, 23)),
    reces("verkiezing", day(2023, 10, 27), day(2023, 12, 4)),
    reces("kerst", day(2023, 12, 22), day(2024, 1, 15)),
    reces("voorjaar", day(2024, 2, 16), day(2024, 2, 26)),
    reces("mei", day(2024, 4, 26), day(2024, 5, 13)),
    reces("zomer", day(2024, 7, 5), day(2024, 9, 2)),
    reces("herfst", day(2024, 10, 25), day(2024, 11, 4)),
    reces("kerst", day(2024, 12, 20), day(2025, 1, 13)),
    reces("voorjaar", day(2025, 2, 21), day(2025, 3, 3)),
    reces("mei", day(2025, 4, 25), day(2025, 5, 12)),
    reces("zomer", day(2025, 7, 4), day(2025, 9, 1)),
    reces("verkiezing", day(2025, 10, 3), day(2025, 11, 10)),
    reces("kerst", day(2025, 12, 19), day(2026, 1, 12)),
    reces("voorjaar", day(2026, 2, 13), day(2026, 2, 23)),
    reces("mei", day(2026, 4, 24), day(2026, 5, 11)),
    reces("zomer", day(2026, 7, 3), day(2026, 8, 31)),
];

/// The recesses known from the Chamber, in order of date.
pub fn recesses() -> &'static [Recess] {
    KNOWN
}

/// The recess `name` in `year` (the year it begins in): as known, else by rule. `None` for a name or year without a rule.
pub fn recess(name: &str, year: i16) -> Option<Recess> {
    let known = KNOWN.iter().find(|r| r.name == name && r.from.year() == year);
    known.copied().or_else(|| by_rule(name, year))
}

fn by_rule(name: &str, year: i16) -> Option<Recess> {
    let friday = |y, m, d| on_or_after(Date::new(y, m, d).ok()?, Weekday::Friday);
    let monday = |y, m, d| on_or_after(Date::new(y, m, d).ok()?, Weekday::Monday);
    let (name, from, until) = match name {
        "zomer" => ("zomer", friday(year, 7, 3)?, monday(year, 9, 1)?),
        "kerst" => ("kerst", friday(year, 12, 18)?, monday(year.checked_add(1)?, 1, 11)?),
        "voorjaar" => ("voorjaar", friday(year, 2, 14)?, monday(year, 2, 24)?),
        "mei" => ("mei", friday(year, 4, 23)?, monday(year, 5, 8)?),
        "herfst" => ("herfst", friday(year, 10, 18)?, monday(year, 10, 28)?),
        _ => return None,
    };
    Some(Recess { name, from, until })
}

fn on_or_after(date: Date, weekday: Weekday) -> Option<Date> {
    let days = (weekday.to_monday_zero_offset() - date.weekday().to_monday_zero_offset()).rem_euclid(7);
    date.checked_add(i32::from(days).days()).ok()
}

/// Prinsjesdag of a year: the third Tuesday of September (also the first day of the session year).
pub fn prinsjesdag(year: i16) -> Option<Date> {
    on_or_after(Date::new(year, 9, 15).ok()?, Weekday::Tuesday)
}

/// The session year a day falls in, as the Chamber writes it: `2024-2025`.
pub fn vergaderjaar(date: Date) -> String {
    let begun = prinsjesdag(date.year()).is_some_and(|p| date >= p);
    let first = date.year() - i16::from(!begun);
    format!("{first}-{}", first + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn session_years_turn_on_prinsjesdag() {
        assert_eq!(prinsjesdag(2025), Some(day(2025, 9, 16)));
        assert_eq!(vergaderjaar(day(2025, 9, 15)), "2024-2025");
        assert_eq!(vergaderjaar(day(2025, 9, 16)), "2025-2026");
    }

    #[test]
    fn the_rule_agrees_with_the_known_summers() {
        for known in KNOWN.iter().filter(|r| r.name == "zomer") {
            assert_eq!(by_rule("zomer", known.from.year()).map(|r| r.from), Some(known.from));
        }
        assert!(recess("zomer", 2019).is_some() && recess("carnaval", 2025).is_none());
    }
}
