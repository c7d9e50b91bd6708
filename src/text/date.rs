//! Calendar days written out in Dutch. The border: whole days only; "medio 2025" and recesses are periods, found by `rules`.

use super::constant;
use super::{Span, fold};
use regex::Regex;
use std::sync::LazyLock;

/// A calendar day; written as `2025-03-13` everywhere it is stored.
pub type Date = jiff::civil::Date;

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?xi) \b (?: (?P<d>\d{1,2}) \s* (?P<m>januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)
                       \s+ (?P<y>(?:1[89]|20)\d{2})
                   | (?P<d2>\d{1,2}) [-/] (?P<m2>\d{1,2}) [-/] (?P<y2>(?:1[89]|20)\d{2})
                   | (?P<y3>(?:1[89]|20)\d{2}) - (?P<m3>\d{2}) - (?P<d3>\d{2}) ) \b",
    )
});

/// The months of the year by their Dutch names, in order.
pub const MONTHS: [&str; 12] = [
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

/// The number of a Dutch month name, 1 to 12, whatever its case; three-letter forms too ("sep", "mrt").
pub fn month(name: &str) -> Option<i8> {
    let name = fold(name);
    let name = name.trim_end_matches('.');
    let long = MONTHS.iter().position(|m| *m == name);
    let found = long.or_else(|| match name {
        "mrt" => Some(2),
        _ if name.len() == 3 => MONTHS.iter().position(|m| m.starts_with(name)),
        _ => None,
    })?;
    i8::try_from(found + 1).ok()
}

/// Every whole day written in `text`, with its place: `13 maart 2025`, `29-8-2022`, `2025-03-13`. Impossible days are passed over.
pub fn dates(text: &str) -> impl Iterator<Item = (Span, Date)> + '_ {
    DAY.captures_iter(text).filter_map(move |c| {
        let of = |names: [&str; 3]| names.iter().find_map(|n| c.name(n)).map(|m| m.as_str());
        let (d, m, y) = (of(["d", "d2", "d3"])?, of(["m", "m2", "m3"])?, of(["y", "y2", "y3"])?);
        let m = month(m).or_else(|| m.parse().ok())?;
        let date = Date::new(y.parse().ok()?, m, d.parse().ok()?).ok()?;
        Some((Span::new(text, c.get(0)?.range())?, date))
    })
}

/// The first whole day written in `text`.
pub fn date_at(text: &str) -> Option<Date> {
    dates(text).next().map(|(_, date)| date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_every_form() {
        let found: Vec<_> = dates("op 3december 2024, 29-8-2022 en 2025-03-13; niet 31 juni 2025 of 45-12-2020")
            .map(|(_, d)| d.to_string())
            .collect();
        assert_eq!(found, ["2024-12-03", "2022-08-29", "2025-03-13"]);
    }

    #[test]
    fn months_by_name() {
        assert_eq!(month("Mrt."), Some(3));
        assert_eq!(month("sep"), Some(9));
        assert_eq!(month("foo"), None);
    }
}
