//! From the words of a time expression to days. Conventions (domain reference, table of ranges): "medio" is May to
//! August, "begin" January to March, "eind" October to December; "voor X" ends on the day before X, "na X" stays open
//! for three months; a season without a year is the next one that is not over yet.

use super::forms::{Before, Det, Dir, Heart, How, Part, Toward, Unit, YearSaid};
use crate::lexicon::{prinsjesdag, recess};
use crate::text::{Date, Grain};
use jiff::{Span as Stretch, ToSpan};

/// Days that may be open at either end.
pub(super) type Range = (Option<Date>, Option<Date>);

fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn plus(date: Date, stretch: Stretch) -> Option<Date> {
    date.checked_add(stretch).ok()
}

fn eve(date: Date) -> Option<Date> {
    plus(date, (-1).days())
}

fn morrow(date: Date) -> Option<Date> {
    plus(date, 1.days())
}

/// What the heart covers in one year.
fn in_year(heart: Heart, year: i16) -> Option<(Date, Date)> {
    let months = |first: i8, last: i8| Some((day(year, first, 1)?, day(year, last, 1)?.last_of_month()));
    match heart {
        Heart::Day { day: d, month, .. } => day(year, month, d).map(|d| (d, d)),
        Heart::Days(d, m, last_d, last_m) => {
            let begun = if m > last_m { year.checked_sub(1)? } else { year };
            Some((day(begun, m, d)?, day(year, last_m, last_d)?)).filter(|(from, until)| from <= until)
        }
        Heart::Month(m) => months(m, m),
        Heart::HalfMonth(m, 1) => Some((day(year, m, 1)?, day(year, m, 15)?)),
        Heart::HalfMonth(m, _) => Some((day(year, m, 16)?, day(year, m, 1)?.last_of_month())),
        Heart::WeekOf(m, 5) => {
            Some((day(year, m, 1)?.last_of_month().checked_sub(6.days()).ok()?, day(year, m, 1)?.last_of_month()))
        }
        Heart::WeekOf(m, n) => Some((day(year, m, n * 7 - 6)?, day(year, m, n * 7)?)),
        Heart::WeekFrom(d, m) => day(year, m, d).and_then(|d| Some((d, plus(d, 6.days())?))),
        Heart::School(first) => Some((day(first, 8, 1)?, day(first.checked_add(1)?, 7, 31)?)),
        Heart::NextSchool => in_year(Heart::School(year), year),
        Heart::Quarter(q) => months(q * 3 - 2, q * 3),
        Heart::Half(h) => months(h * 6 - 5, h * 6),
        Heart::Season("voorjaar") => months(3, 6),
        Heart::Season("zomer") => months(6, 8),
        Heart::Season("najaar") => months(9, 11),
        Heart::Season(_) => Some((day(year, 12, 1)?, day(year.checked_add(1)?, 2, 1)?.last_of_month())),
        Heart::Recess(Some(name)) => recess(name, year).map(|r| (r.from, r.until)),
        Heart::Years(first, last) => Some((day(first, 1, 1)?, day(last, 12, 31)?)),
        Heart::Word(Unit::Year) => months(1, 12),
        Heart::Event("prinsjesdag") => prinsjesdag(year).map(|d| (d, d)),
        // Sent to the Chamber by law before 1 June, and before 1 December.
        Heart::Event("voorjaarsnota") => months(4, 5),
        Heart::Event("najaarsnota") => months(11, 11),
        // The Chamber treats the budgets of the ministries from October up to its Christmas recess.
        Heart::Event("begrotingsbehandeling") => months(10, 12),
        Heart::Event("augustusbesluitvorming") => months(8, 8),
        Heart::Event("verantwoordingsdag") => {
            let first = day(year, 5, 15)?;
            let wednesday = (2 - i32::from(first.weekday().to_monday_zero_offset())).rem_euclid(7);
            plus(first, wednesday.days()).map(|d| (d, d))
        }
        _ => None,
    }
}

fn grain(heart: Heart, part: Part) -> Grain {
    if part == Part::Middle && !matches!(heart, Heart::Event(_) | Heart::Vague) {
        return Grain::Medio;
    }
    match heart {
        Heart::Day { .. } | Heart::Days(..) => Grain::Dag,
        Heart::Month(_) | Heart::HalfMonth(..) => Grain::Maand,
        Heart::WeekOf(..) | Heart::WeekFrom(..) => Grain::Week,
        Heart::Quarter(_) => Grain::Kwartaal,
        Heart::Half(_) => Grain::Halfjaar,
        Heart::Season(_) => Grain::Seizoen,
        Heart::Recess(_) => Grain::Reces,
        Heart::Years(..) | Heart::School(_) | Heart::NextSchool => Grain::Jaar,
        Heart::Word(u)
        | Heart::Many(u)
        | Heart::FromEvent(u)
        | Heart::Few { unit: u, .. }
        | Heart::Length { unit: u, .. } => match u {
            Unit::Day => Grain::Dag,
            Unit::Week => Grain::Week,
            Unit::Month => Grain::Maand,
            Unit::Quarter => Grain::Kwartaal,
            Unit::HalfYear => Grain::Halfjaar,
            Unit::Year => Grain::Jaar,
        },
        Heart::Cabinet | Heart::Event(_) => Grain::Gebeurtenis,
        Heart::Vague => Grain::Onbepaald,
    }
}

/// Whether the words around it make the heart a time at all ("in 2025" is one, "beleid 2025" is none).
fn is_time(heart: Heart, year: YearSaid, before: &Before) -> bool {
    match heart {
        Heart::Years(first, last) => {
            before.any
                && (before.dir != Dir::None || before.part != Part::Whole || first == last && before.det == Det::None)
        }
        Heart::Word(_) => before.det != Det::None || !matches!(before.part, Part::Whole | Part::Begin),
        Heart::Many(_) => matches!(before.det, Det::Next | Det::This),
        // "Kerst" alone is a feast.
        Heart::Day { day: 25 | 31, month: 12, toward: Toward::Future } if year == YearSaid::No => before.any,
        Heart::Month(_) | Heart::Season(_) | Heart::Recess(_) => year != YearSaid::No || before.any,
        Heart::Cabinet => before.det != Det::None || before.dir != Dir::None,
        Heart::Event(_) => before.dir != Dir::None,
        _ => true,
    }
}

/// The year in which the heart is meant.
fn chosen(heart: Heart, said: YearSaid, before: &Before, anchor: Option<Date>) -> Option<(Date, Date)> {
    if let Heart::Years(first, _) | Heart::School(first) = heart {
        return in_year(heart, first);
    }
    match said {
        YearSaid::Is(year) => return in_year(heart, year),
        YearSaid::Relative(by) => return in_year(heart, anchor?.year().checked_add(by)?),
        YearSaid::No => {}
    }
    let anchor = anchor?;
    let year = anchor.year();
    let around = || (-1..=2).filter_map(move |by| in_year(heart, year + by));
    let ahead = matches!(before.dir, Dir::Before | Dir::JustBefore);
    match (heart, before.det) {
        (Heart::Day { toward, .. }, _) => {
            let directed =
                ahead || matches!(before.dir, Dir::Earliest | Dir::By | Dir::Until | Dir::UntilEnd | Dir::From);
            match toward {
                Toward::Past => around().rfind(|(d, _)| *d < anchor),
                Toward::Future => around().find(|(d, _)| *d > anchor),
                Toward::Unknown if directed || before.nog => around().find(|(d, _)| *d >= anchor),
                Toward::Unknown => around().min_by_key(|(d, _)| (*d - anchor).get_days().abs()),
            }
        }
        (Heart::Recess(None), _) => nearest_recess(anchor, ahead),
        (Heart::NextSchool, _) => around().find(|(from, _)| *from > anchor),
        (Heart::Word(Unit::Year), Det::Next) => in_year(heart, year + 1),
        (Heart::Word(Unit::Year), Det::Last) => in_year(heart, year - 1),
        // A winter that began last year is still "deze winter" in January.
        (Heart::Season("winter"), Det::This) => around().find(|(_, until)| *until >= anchor),
        (Heart::Word(Unit::Year), _) | (_, Det::This) => in_year(heart, year),
        (_, Det::Next) => around().find(|(from, _)| *from > anchor),
        (_, Det::Last) => around().rfind(|(_, until)| *until < anchor),
        // "Voor de zomer" is before the Chamber leaves, in June too.
        (Heart::Season("zomer"), _) if ahead => {
            around().find(|(from, _)| recess("zomer", from.year()).map_or(*from, |r| r.from) > anchor)
        }
        // Before the treatment of a budget is before the last of them.
        (Heart::Event("begrotingsbehandeling"), _) => {
            around().find(|(_, until)| until.first_of_month() > anchor).filter(|_| before.dir == Dir::Before)
        }
        // What lies before something that has begun is no plan any more: the next one is meant.
        _ if ahead => around().find(|(from, _)| *from > anchor),
        _ => around().find(|(_, until)| *until >= anchor),
    }
}

/// "Het reces" is the one that runs or begins soon; further off, or where two begin, nobody can tell.
fn nearest_recess(anchor: Date, ahead: bool) -> Option<(Date, Date)> {
    const SOON: i32 = 45;
    let names = ["voorjaar", "mei", "zomer", "herfst", "verkiezing", "kerst"];
    let near = |r: &crate::lexicon::Recess| {
        r.until >= anchor && (r.from - anchor).get_days() <= SOON && !(ahead && r.from <= anchor)
    };
    let years = (-1..=1).filter_map(|by| anchor.year().checked_add(by));
    let mut found = years.flat_map(|year| names.iter().filter_map(move |n| recess(n, year))).filter(near);
    let one = found.next().map(|r| (r.from, r.until));
    one.filter(|_| found.next().is_none())
}

fn part_of(heart: Heart, part: Part, (from, until): (Date, Date)) -> Option<(Date, Date)> {
    let year = from.year();
    let yearly = matches!(heart, Heart::Years(..) | Heart::Word(Unit::Year));
    Some(match part {
        Part::Whole => (from, until),
        Part::Last => (until, until),
        Part::Begin if yearly => (from, day(year, 3, 31)?),
        Part::Begin if matches!(heart, Heart::School(_) | Heart::NextSchool) => (from, day(year, 9, 30)?),
        Part::Middle if yearly => (day(year, 5, 1)?, day(year, 8, 31)?),
        Part::End if yearly => (day(until.year(), 10, 1)?, until),
        _ => {
            let third = (until - from).get_days() / 3;
            match part {
                Part::Begin => (from, plus(from, third.max(9).days())?.min(until)),
                Part::Middle => (plus(from, third.min(9).max(third).days())?, plus(until, (-third).days())?),
                _ => (plus(until, (-third).max(-92).days())?, until),
            }
        }
    })
}

/// Days counted from the anchor.
fn counted(heart: Heart, before: &Before, anchor: Date) -> Range {
    let stretch = |count: i32, unit: Unit| match unit {
        Unit::Day => count.days(),
        Unit::Week => count.weeks(),
        Unit::Month => count.months(),
        Unit::Quarter => (count * 3).months(),
        Unit::HalfYear => (count * 6).months(),
        Unit::Year => count.years(),
    };
    match heart {
        Heart::Length { how, count, unit } => {
            let Some(end) = plus(anchor, stretch(count, unit)) else { return (None, None) };
            let slack = match unit {
                Unit::Day => 1,
                Unit::Week => 4,
                Unit::Month | Unit::Quarter => 15,
                // "Over een jaar" is as exact as "over twaalf maanden".
                Unit::HalfYear | Unit::Year if count == 1 => 15,
                Unit::HalfYear | Unit::Year => 45,
            };
            match how {
                How::Within => (Some(anchor), Some(end)),
                How::After => (plus(end, (-slack).days()), plus(end, slack.days())),
                How::Past => (Some(end), plus(end, 3.months())),
            }
        }
        Heart::Few { how, most, unit } => {
            let first = plus(anchor, stretch(2, unit));
            (first.filter(|_| how != How::Within).or(Some(anchor)), plus(anchor, stretch(most, unit)))
        }
        Heart::Many(_) => (Some(anchor), None),
        Heart::Word(unit) => {
            let shift = match before.det {
                Det::Next => 1,
                Det::Last => -1,
                _ => 0,
            };
            let start = match unit {
                Unit::Week => plus(anchor, (-i32::from(anchor.weekday().to_monday_zero_offset())).days()),
                Unit::Month => Some(anchor.first_of_month()),
                Unit::Quarter => day(anchor.year(), (anchor.month() - 1) / 3 * 3 + 1, 1),
                Unit::HalfYear => return (Some(anchor), plus(anchor, 6.months())),
                Unit::Day | Unit::Year => Some(anchor),
            };
            let from = start.and_then(|s| plus(s, stretch(shift, unit)));
            let until = from.and_then(|f| plus(f, stretch(1, unit))).and_then(eve);
            (from, until)
        }
        _ => (None, None),
    }
}

/// The days of an expression; `None` where it is none. An open end is unknown, and so is everything without an anchor
/// that does not stand in the words themselves.
pub(super) fn reckon(heart: Heart, said: YearSaid, before: &Before, anchor: Option<Date>) -> Option<(Grain, Range)> {
    if !is_time(heart, said, before) {
        return None;
    }
    let grain = grain(heart, before.part);
    let yearly = heart == Heart::Word(Unit::Year);
    let counts = matches!(
        heart,
        Heart::Word(_) | Heart::Many(_) | Heart::Length { .. } | Heart::Few { .. } | Heart::FromEvent(_)
    );
    if counts && !yearly {
        let range = anchor.map_or((None, None), |a| counted(heart, before, a));
        let range = match (before.dir, before.part) {
            (Dir::Before | Dir::By, Part::End) => (anchor, range.1),
            _ => range,
        };
        return Some((grain, range));
    }
    // An impossible day is no time; a season without an anchor is one, without days.
    let whole = chosen(heart, said, before, anchor);
    if whole.is_none() && matches!(heart, Heart::Day { .. }) && (anchor.is_some() || said != YearSaid::No) {
        return None;
    }
    let Some(whole) = whole.and_then(|w| part_of(heart, before.part, w)) else { return Some((grain, (None, None))) };
    Some((grain, directed(heart, before, whole, anchor)))
}

fn directed(heart: Heart, before: &Before, (from, until): (Date, Date), anchor: Option<Date>) -> Range {
    let since = |end: Date| anchor.filter(|a| *a <= end);
    let summer = (heart == Heart::Season("zomer")).then(|| recess("zomer", from.year())).flatten();
    match before.dir {
        // "Voor het einde van het jaar" is any day of that year; "voor de zomer" is before the Chamber leaves.
        Dir::Before | Dir::JustBefore if before.part == Part::End || heart == Heart::Event("begrotingsbehandeling") => {
            (since(until), Some(until))
        }
        Dir::Before => {
            let end = eve(summer.map_or(from, |r| r.from));
            match end {
                // "Voor 2025", said in 2025, means for that year.
                Some(end) if matches!(heart, Heart::Years(..)) && anchor.is_some_and(|a| end < a) => {
                    (Some(from), Some(until))
                }
                Some(end) => (since(end), Some(end)),
                None => (None, None),
            }
        }
        Dir::JustBefore => {
            let end = eve(summer.map_or(from, |r| r.from));
            let month = end.and_then(|end| plus(end, (-1).months()));
            (end.and_then(since).max(month), end)
        }
        Dir::By | Dir::UntilEnd => (since(until), Some(until)),
        // What is after a year lies open.
        Dir::After if matches!(heart, Heart::Years(..)) => (morrow(until), None),
        Dir::JustAfter => {
            let end = summer.map_or(until, |r| r.until);
            (morrow(end), plus(end, 1.months()))
        }
        Dir::After => match summer {
            Some(r) => (morrow(r.until), day(r.until.year(), 10, 31)),
            None => (morrow(until), plus(until, 3.months())),
        },
        // Of "2031 or 2032" the last is an end.
        Dir::Earliest => (Some(from), Some(until).filter(|_| from.year() < until.year())),
        Dir::From => (Some(from), None),
        Dir::Since => (Some(from), anchor.filter(|a| *a >= from)),
        Dir::Until => {
            let end = eve(from);
            (end.and_then(since), end)
        }
        Dir::Around => {
            let slack = match (until - from).get_days() {
                0 => 7.days(),
                1..=16 => 14.days(),
                _ => 1.months(),
            };
            (plus(from, -slack), plus(until, slack))
        }
        Dir::At | Dir::None => {
            let still =
                before.nog || heart == Heart::Word(Unit::Year) && before.det == Det::This && before.part == Part::Whole;
            let inside = anchor.filter(|a| still && (from..=until).contains(a));
            // Late in autumn "dit najaar" runs on to midwinter.
            let late = heart == Heart::Season("najaar")
                && anchor
                    .is_some_and(|a| a.year() == until.year() && (a.month() == 11 || a.month() == 12 && a.day() < 21));
            let until = if late { day(until.year(), 12, 21).unwrap_or(until) } else { until };
            let inside = inside.or(anchor.filter(|a| still && late && *a <= until));
            (Some(inside.unwrap_or(from)), Some(until))
        }
    }
}
