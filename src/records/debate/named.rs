//! Which motions of a debate a sentence names: by number ("op stuk nr. 12", "de moties op stukken nrs. 5 en 6"), by who
//! moved them, by their place ("de tweede motie van mevrouw Vos"), or all at once. The border: what is said about them
//! is not looked at.

use crate::document::Person;
use crate::records::{Motion, constant};
use crate::rules::namings_in;
use crate::text::fold;
use aho_corasick::AhoCorasick;
use regex::Regex;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Some words of a sentence that name motions.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    /// Where the words stand in the sentence.
    pub(super) at: Range<usize>,
    /// The motions, as indexes; empty where it is one that the debate does not treat.
    pub(super) motions: Vec<usize>,
    /// Whether they are named on the side only ("met verwijzing naar de motie op stuk nr. 12").
    pub(super) aside: bool,
    /// Whether all motions of a member are announced ("de moties van de heer Vos").
    pub(super) group: bool,
}

/// The motions that a debate can speak of.
#[derive(Debug)]
pub(super) struct Agenda<'m> {
    motions: &'m [Motion],
    /// By the last part of their number, in order; those proposed here go before those only named. A report of a whole
    /// day holds several dossiers, in which a number comes back.
    numbers: BTreeMap<u32, Vec<usize>>,
    /// Those proposed here, or else all with a number, in order.
    pub(super) order: Vec<usize>,
    /// Those in `order`, by who moved them first.
    movers: BTreeMap<String, Vec<usize>>,
    /// Where the text of each stands: before that nobody can mean it.
    since: Vec<usize>,
}

impl<'m> Agenda<'m> {
    pub(super) fn new(motions: &'m [Motion]) -> Agenda<'m> {
        let keyed = |m: &Motion| m.key.as_deref().and_then(number);
        let mut numbers: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (index, motion) in motions.iter().enumerate() {
            if let Some(n) = keyed(motion) {
                numbers.entry(n).or_default().push(index);
            }
        }
        let proposed: Vec<usize> = (0..motions.len()).filter(|i| motions[*i].own_text).collect();
        let named = || (0..motions.len()).filter(|i| keyed(&motions[*i]).is_some()).collect();
        let order = if proposed.is_empty() { named() } else { proposed };
        let text = |m: &Motion| m.dicta.iter().map(|d| d.span.start()).min().filter(|_| m.own_text);
        let since = motions.iter().map(|m| text(m).unwrap_or_default()).collect();
        let mut movers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for index in &order {
            if let Some(first) = motions[*index].indieners.first() {
                movers.entry(fold(&first.naam)).or_default().push(*index);
            }
        }
        Agenda { motions, numbers, order, movers, since }
    }

    /// What a sentence at `at` names, in order of place. `current` is what is being spoken of, `group` the motions of the member
    /// whose motions are being treated.
    pub(super) fn named(&self, sentence: &str, at: usize, current: &[usize], group: &[usize]) -> Vec<Named> {
        let mut found = self.by_number(sentence, at);
        if says_motion(sentence) {
            self.by_name(sentence, at, current, &mut found);
            self.by_place(sentence, current, group, &mut found);
        }
        found.sort_by_key(|n| n.at.start);
        for named in &mut found {
            named.motions.retain(|m| self.since[*m] <= at);
            named.aside = aside(&sentence[..named.at.start]);
        }
        found
    }

    /// What a member names: "de volgende motie" is mostly the one that is about to be read out.
    pub(super) fn named_by_member(&self, sentence: &str, at: usize) -> Vec<Named> {
        self.by_number(sentence, at)
    }

    /// The motions whose numbers a sentence gives.
    pub(super) fn numbered(&self, sentence: &str) -> Vec<usize> {
        self.by_number(sentence, usize::MAX).into_iter().flat_map(|n| n.motions).collect()
    }

    /// "op stuk nr. 12", "de moties op de stukken nrs. 5, 6 en 7", "de 12 krijgt oordeel Kamer".
    fn by_number(&self, sentence: &str, at: usize) -> Vec<Named> {
        static LIST: LazyLock<Regex> = LazyLock::new(|| {
            constant(
                r"(?i)\b(?:stuk(?:ken)?|nummers?|moties?|nrs?\.?)(?:[\s,]+(?:stuk(?:ken)?|met|op|onder|nummers?|nrs?\.?))*[\s,]+(?P<n>\d{1,5}(?:(?:\s*,\s*|\s*/\s*|,?\s+(?:en|tot en met|t/m|alsook|evenals|plus)\s+)(?:(?:(?:op|de|die|met)\s+)*(?:stuk(?:ken)?|nummers?|moties?|nrs?\.?)\s+)*\d{1,5}\b)*)",
            )
        });
        static BARE: LazyLock<Regex> = LazyLock::new(|| {
            constant(
                r"(?i)^(?:(?:en|dan|dus|tot slot|vervolgens|ten slotte|tenslotte)[,\s]+)*(?:(?:naar|kom ik (?:op|bij)|over)\s+)?(?:de\s+)?(?P<n>\d{1,5})(?:[:,.]|\s+(?:is|krijgt|kan|moet|ontraad|ontraden|oordeel|geef|laat|van|wordt|neem)\b)",
            )
        });
        static EACH: LazyLock<Regex> =
            LazyLock::new(|| constant(r"(?i)(?P<to>t/m|tot en met)?\s*(?:[a-z.]+\s+)*?(?P<n>\d{1,5})"));
        let mut found: Vec<Named> = Vec::new();
        if !sentence.bytes().any(|b| b.is_ascii_digit()) {
            return found;
        }
        let lists = LIST.captures_iter(sentence).chain(BARE.captures(sentence));
        for list in lists {
            let (Some(all), Some(numbers)) = (list.get(0), list.name("n")) else { continue };
            let mut motions: Vec<usize> = Vec::new();
            let mut last: Option<u32> = None;
            for each in EACH.captures_iter(numbers.as_str()) {
                let Ok(n) = each["n"].parse::<u32>() else { continue };
                let from = last.filter(|l| each.name("to").is_some() && *l < n && n - *l < 100).map_or(n, |l| l + 1);
                let known = (from..=n).filter_map(|n| self.numbered_so(n, sentence, at));
                motions.extend(known.filter(|m| !motions.contains(m)).collect::<Vec<_>>());
                last = Some(n);
            }
            let overlaps = found.iter().any(|f| f.at.start < numbers.end() && all.start() < f.at.end);
            // "was nr. 719" is the number that the motion had before; an amendment has a number as well.
            let lead = sentence[..all.start()].to_lowercase();
            let amendment = lead.rfind("amendement").is_some_and(|at| lead.rfind("motie").is_none_or(|m| m < at));
            let other = lead.trim_end().ends_with("was") || amendment && !all.as_str().to_lowercase().contains("motie");
            if !motions.is_empty() && !overlaps && !other {
                found.push(Named { at: all.start()..numbers.end(), motions, aside: false, group: false });
            }
        }
        found
    }

    /// The motion with a number: that of the dossier that the sentence gives, else the last one proposed here with it.
    fn numbered_so(&self, number: u32, sentence: &str, at: usize) -> Option<usize> {
        let all = self.numbers.get(&number)?;
        let open = || all.iter().copied().filter(|m| self.since[*m] <= at);
        if all.len() > 1 {
            let digits: String = sentence.chars().filter(|c| !c.is_whitespace()).collect();
            let dossier = |m: &usize| self.motions[*m].key.as_deref().and_then(|k| k.split('-').nth(1));
            let said = open().rfind(|m| dossier(m).is_some_and(|d| digits.contains(d)));
            if said.is_some() {
                return said;
            }
        }
        open().filter(|m| self.motions[*m].own_text).max_by_key(|m| self.since[*m]).or_else(|| open().next())
    }

    /// "de motie-Vos/Smit", "de motie van mevrouw Vos", "de moties van de heer Smit".
    fn by_name(&self, sentence: &str, at: usize, current: &[usize], found: &mut Vec<Named>) {
        /// Bytes between a name and the number that says which of the member's motions is meant.
        const NEAR: usize = 40;
        let numbered: Vec<Range<usize>> = found.iter().map(|n| n.at.clone()).collect();
        for naming in namings_in(sentence) {
            let place = naming.span.range();
            let beside =
                |n: &Range<usize>| n.start >= place.end && n.start - place.end <= NEAR || place.contains(&n.start);
            if numbered.iter().any(beside) {
                continue;
            }
            let words = &sentence[place.clone()];
            let mut by = self.of(&naming.indieners);
            by.retain(|m| self.since[*m] <= at);
            let plural = words.to_lowercase().contains("moties");
            if !plural && by.len() > 1 {
                let unsaid = by.iter().copied().find(|m| !current.contains(m) && current.iter().all(|c| m > c));
                by = if current.iter().any(|c| by.contains(c)) && unsaid.is_none() {
                    current.to_vec()
                } else {
                    vec![unsaid.unwrap_or(by[0])]
                };
            }
            found.push(Named { at: place, motions: by, aside: false, group: plural });
        }
    }

    /// The motions that some members proposed: all of them as named, else those whose first is the first named.
    fn of(&self, people: &[Person]) -> Vec<usize> {
        /// Nobody moves more motions in one debate.
        const MOST: usize = 200;
        let first = people.first().map(|p| fold(&p.naam)).unwrap_or_default();
        let all: Vec<usize> = self.movers.get(&first).into_iter().flatten().copied().take(MOST).collect();
        let same = |index: &usize| {
            let movers = &self.motions[*index].indieners;
            people.iter().all(|p| movers.iter().any(|m| fold(&m.naam) == fold(&p.naam)))
                && (people.len() == 1 || movers.len() == people.len())
        };
        let exact: Vec<usize> = all.iter().copied().filter(same).collect();
        if exact.is_empty() { all } else { exact }
    }

    /// "de eerste motie", "de volgende motie", "beide moties", "alle zes de moties".
    fn by_place(&self, sentence: &str, current: &[usize], group: &[usize], found: &mut Vec<Named>) {
        static PLACE: LazyLock<Regex> = LazyLock::new(|| {
            constant(
                r"(?i)\bde\s+(?P<w>eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|volgende|laatste|vorige|voorgaande|andere)(?:\s+en\s+laatste)?\s+motie\b",
            )
        });
        static ALL: LazyLock<Regex> = LazyLock::new(|| {
            constant(
                r"(?i)\b(?:beide|alle(?:\s+(?:\w+|de|ingediende)){0,3})\s+moties\b|\bde\s+(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\s+moties\b",
            )
        });
        const WORDS: [&str; 10] =
            ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"];
        let numbered = found.iter().any(|n| !n.motions.is_empty() && !n.group);
        if let Some(place) = PLACE.captures(sentence).filter(|_| !numbered)
            && let (Some(all), Some(word)) = (place.get(0), place.name("w"))
        {
            let word = word.as_str().to_lowercase();
            let among: &[usize] = if group.is_empty() { &self.order } else { group };
            let after = |m: &&usize| current.iter().all(|c| *m > c);
            let meant = match word.as_str() {
                "volgende" => among.iter().find(after).or_else(|| self.order.iter().find(after)),
                "laatste" => among.last(),
                word => WORDS.iter().position(|w| *w == word).and_then(|n| among.get(n)),
            };
            let motions = meant.into_iter().copied().collect();
            found.push(Named { at: all.range(), motions, aside: false, group: false });
        }
        if let Some(all) = ALL.find(sentence).filter(|_| found.is_empty()) {
            let words = all.as_str().to_lowercase();
            let motions = match (words.starts_with("beide"), current.len()) {
                (true, 2) => current.to_vec(),
                (true, _) if group.len() == 2 => group.to_vec(),
                (true, _) if self.order.len() == 2 => self.order.clone(),
                (true, _) => Vec::new(),
                _ if current.len() > 1 => current.to_vec(),
                _ if words.starts_with("alle") => self.order.clone(),
                _ => Vec::new(),
            };
            found.push(Named { at: all.range(), motions, aside: false, group: false });
        }
    }
}

/// Whether the word itself is there.
pub(super) fn says_motion(sentence: &str) -> bool {
    static WORD: LazyLock<AhoCorasick> =
        LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(["motie"]).expect("one word"));
    WORD.is_match(sentence)
}

/// The last part of a key: `kst-36600-VII-12` is 12.
fn number(key: &str) -> Option<u32> {
    key.rsplit('-').next()?.parse().ok()
}

/// Whether the words before a motion name it only to compare or to refer.
fn aside(before: &str) -> bool {
    static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:net\s+(?:zo)?als|evenals|zoals|lijkt\s+(?:erg\s+|heel\s+)?op|verwij\w+\s+(?:ik\s+)?naar|(?:een\s+)?vervolg\s+op|gelijk\s+aan|in\s+lijn\s+met|vergelijkbaar\s+met|samenhang\w*\s+met|combinatie\s+met|gezien|vanwege|naar\s+aanleiding\s+van|n\.a\.v\.|vooruit\w*\s+op|strijd(?:ig)?\s+met|overlap\w*\s+(?:met|tussen)|tegenstelling\s+tot|conform|uitvoering\s+van|dankzij|anders\s+dan|verder\s+dan)(?:\s+(?:mijn|de|het|die|deze|een|antwoord|oordeel|appreciatie|toelichting|reactie|uitleg|op|over|bij|van|aangenomen|eerdere|eerder|ingediende|motie|moties|stuk))*\s*$",
        )
    });
    ASIDE.is_match(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn motion(key: &str, movers: &[&str]) -> Motion {
        let person = |name: &&str| Person { naam: (*name).to_string(), fractie: None };
        Motion {
            key: Some(key.into()),
            indieners: movers.iter().map(person).collect(),
            own_text: true,
            ..Motion::default()
        }
    }

    fn agenda() -> Vec<Motion> {
        vec![
            motion("kst-29999-11", &["Zeeman", "Dijkgraaf"]),
            motion("kst-29999-12", &["Zeeman"]),
            motion("kst-29999-13", &["Van der Schoot"]),
            motion("kst-29999-14", &["Dijkgraaf"]),
        ]
    }

    fn named(sentence: &str, current: &[usize]) -> Vec<Vec<usize>> {
        let motions = agenda();
        let agenda = Agenda::new(&motions);
        agenda.named(sentence, usize::MAX, current, &[]).into_iter().filter(|n| !n.aside).map(|n| n.motions).collect()
    }

    #[test]
    fn motions_are_named_by_number() {
        assert_eq!(named("De motie op stuk nr. 12 van het lid Zeeman ontraad ik.", &[]), [[1]]);
        assert_eq!(named("De moties op stukken nrs. 11, 12 en 14 geef ik oordeel Kamer.", &[]), [[0, 1, 3]]);
        assert_eq!(named("De moties op stuk nr. 11 en stuk nr. 13 zijn overgenomen.", &[]), [[0, 2]]);
        assert_eq!(named("De moties op de stukken nrs. 11 t/m 13.", &[]), [[0, 1, 2]]);
        assert_eq!(named("Dan de 13: ontraden.", &[]), [[2]]);
        assert_eq!(named("De motie-Dijkgraaf (29999, nr. 14, was nr. 12) ligt voor.", &[]), [[3]]);
        assert_eq!(named("Het amendement op stuk nr. 12 ontraad ik.", &[]), Vec::<Vec<usize>>::new());
        assert_eq!(named("Er varen 12 ponten.", &[]), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn motions_are_named_by_who_moved_them_and_by_place() {
        assert_eq!(named("De motie-Zeeman/Dijkgraaf kan ik oordeel Kamer geven.", &[]), [[0]]);
        assert_eq!(named("De motie van het lid Van der Schoot ontraad ik.", &[]), [[2]]);
        assert_eq!(named("Dan de volgende motie.", &[0]), [[1]]);
        assert_eq!(named("De derde motie ontraad ik.", &[]), [[2]]);
        assert_eq!(named("Beide moties ontraad ik.", &[1, 2]), [[1, 2]]);
        assert_eq!(named("Die motie van de leden Jansen en Pieters is twee jaar oud.", &[1]), [Vec::<usize>::new()]);
    }

    #[test]
    fn a_motion_that_is_only_compared_with_is_named_on_the_side() {
        assert_eq!(
            named("Die ontraad ik, onder verwijzing naar de motie op stuk nr. 12.", &[0]),
            Vec::<Vec<usize>>::new()
        );
    }
}
