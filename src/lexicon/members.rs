//! Members of the Chamber by name, with their party as long as it was seen (`members.tsv` says where). The border: names
//! as motions print them ("Van der Werf"); a name that is not here may still be a member's.

use crate::text::{Date, fold};
use std::collections::HashMap;
use std::sync::LazyLock;

struct Seat {
    party: Option<&'static str>,
    from: Date,
    until: Option<Date>,
}

static MEMBERS: LazyLock<HashMap<String, Vec<Seat>>> = LazyLock::new(|| {
    let mut members: HashMap<String, Vec<Seat>> = HashMap::new();
    for line in include_str!("members.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut cells = line.split('\t');
        let (Some(name), Some(party), Some(from), until) = (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Ok(from) = from.parse() else { continue };
        let party = (party != "-").then_some(party);
        let seat = Seat { party, from, until: until.and_then(|u| u.parse().ok()) };
        members.entry(fold(name)).or_default().push(seat);
    }
    members
});

/// Whether a member with this name is known; case and diacritics do not count.
pub fn is_member(name: &str) -> bool {
    MEMBERS.contains_key(&fold(name))
}

/// The party of a member on a day; `None` where it is not known, or where two members of that name sat in two parties.
///
/// ```
/// use kamerspoor::lexicon::member;
/// assert_eq!(member("eppink", "2023-01-10".parse()?), Some("JA21"));
/// assert_eq!(member("Eppink", "2023-11-10".parse()?), Some("BBB"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn member(name: &str, date: Date) -> Option<&'static str> {
    let seats = MEMBERS.get(&fold(name))?.iter();
    let mut sat = seats.filter(|s| s.from <= date && s.until.is_none_or(|u| date <= u)).map(|s| s.party);
    let first = sat.next()??;
    sat.all(|p| p == Some(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::party;

    #[test]
    fn every_line_of_the_list_is_read_and_its_party_is_known() {
        let lines = include_str!("members.tsv").lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(MEMBERS.values().map(Vec::len).sum::<usize>(), lines);
        let seats = MEMBERS.values().flatten();
        let odd: Vec<_> = seats.filter_map(|s| s.party).filter(|p| party(p) != Some(p)).collect();
        assert!(odd.is_empty(), "{odd:?}");
    }

    #[test]
    fn an_ambiguous_surname_has_no_party() {
        assert!(is_member("Van Dijk") && member("Van Dijk", "2024-05-01".parse().unwrap()).is_none());
        assert!(!is_member("Microsoft"));
    }
}
