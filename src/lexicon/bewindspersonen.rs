//! Members of the government by name, with their office and ministry for as long as they held it (`bewindspersonen.tsv`
//! says where from). The border: names as reports print them ("Minister Van der Wal"); what the text itself says of a
//! portfolio goes before.

use crate::text::{Date, fold};
use std::collections::HashMap;
use std::sync::LazyLock;

/// How long after leaving office somebody is still taken for its holder: the days of the list may be off a little.
const SLACK_DAYS: i64 = 14;

struct Office {
    role: &'static str,
    ministry: &'static str,
    from: Date,
    until: Option<Date>,
}

/// By surname as it is printed, and by the first part of a double one ("Yeşilgöz").
static OFFICES: LazyLock<HashMap<String, Vec<Office>>> = LazyLock::new(|| {
    let mut offices: HashMap<String, Vec<Office>> = HashMap::new();
    for (name, role, ministry, from, until) in lines() {
        let whole = fold(name);
        let short = whole.split('-').next().map(str::to_string).filter(|short| *short != whole);
        for name in short.into_iter().chain([whole]) {
            offices.entry(name).or_default().push(Office { role, ministry, from, until });
        }
    }
    offices
});

type Line = (&'static str, &'static str, &'static str, Date, Option<Date>);

fn lines() -> impl Iterator<Item = Line> {
    let lines = include_str!("bewindspersonen.tsv").lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        let (name, role, ministry) = (cells.next()?, cells.next()?, cells.next()?);
        let from = cells.next()?.parse().ok()?;
        Some((name, role, ministry, from, cells.next().and_then(|u| u.parse().ok())))
    })
}

/// The ministry of the `role` ("minister" or "staatssecretaris") with this surname, on a day or, where the day is not
/// known, whenever. `None` where nobody is known or several ministries are possible.
///
/// ```
/// use kamerspoor::lexicon::bewindspersoon;
/// assert_eq!(bewindspersoon("minister", "Adema", None), Some("LVVN"));
/// assert_eq!(bewindspersoon("minister", "Kamp", None), None);
/// assert_eq!(bewindspersoon("Minister", "Kamp", "2014-05-01".parse().ok()), Some("EZ"));
/// ```
pub fn bewindspersoon(role: &str, name: &str, day: Option<Date>) -> Option<&'static str> {
    let role = fold(role);
    let within = |o: &&Office| {
        let Some(day) = day else { return true };
        let left = o.until.and_then(|u| u.checked_add(jiff::Span::new().days(SLACK_DAYS)).ok());
        o.from <= day && left.is_none_or(|until| day <= until)
    };
    let all = OFFICES.get(fold(name).trim())?;
    let mut held = all.iter().filter(|o| o.role == role).filter(within);
    let latest = held.clone().max_by_key(|o| o.from)?;
    // On the days between two offices the later one counts; without a day they must agree.
    (day.is_some() || held.all(|o| o.ministry == latest.ministry)).then_some(latest.ministry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{ActorKind, actor};

    #[test]
    fn every_line_is_read_and_names_a_ministry_and_an_office() {
        let written = include_str!("bewindspersonen.tsv").lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(lines().count(), written);
        for (name, role, ministry, from, until) in lines() {
            let known = actor(ministry).is_some_and(|e| e.kind == ActorKind::Ministerie && e.abbr == ministry);
            assert!(known && ["minister", "staatssecretaris"].contains(&role), "{name} {role} {ministry}");
            assert!(until.is_none_or(|u| from < u), "{name}: {from} na {until:?}");
        }
    }

    #[test]
    fn a_double_name_is_known_by_its_first_part_and_an_unknown_one_not_at_all() {
        let day = "2023-02-01".parse().ok();
        assert_eq!(bewindspersoon("minister", "Yeşilgöz", day), Some("JenV"));
        assert_eq!(bewindspersoon("minister", "Van der Wal", None), Some("LVVN"));
        assert_eq!(bewindspersoon("staatssecretaris", "Adema", None), None);
        assert_eq!(bewindspersoon("minister", "Sluiswachter", None), None);
    }
}
