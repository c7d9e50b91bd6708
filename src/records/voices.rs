//! Who speaks where in a debate report, and for which ministry: the portfolio stands in the list of those present, behind
//! the name, or in the chair's welcome. The border: names and roles; what is said is for the rules.

use super::{Actor, constant};
use crate::document::{BlockKind, Document, Kind};
use crate::lexicon::{ActorKind, actors_in, bewindspersoon, ministry_of};
use crate::text::{Date, fold};
use regex::Regex;
use std::sync::LazyLock;

/// Whose words a block holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Voice {
    /// The ministries of the member of the government who speaks; empty for anyone else or where nobody is known.
    pub(super) actors: Vec<Actor>,
    /// Whether the chair speaks.
    pub(super) chair: bool,
    /// Whether anyone has the floor: what is written speaks for no one.
    pub(super) spoken: bool,
}

/// A member of the government, as the report introduces one.
#[derive(Debug)]
struct Member {
    role: String,
    name: String,
    ministry: Actor,
}

/// The voices of a report, and the members of the government that take part.
#[derive(Debug, Default)]
pub(super) struct Voices {
    blocks: Vec<Voice>,
    members: Vec<Member>,
}

impl Voices {
    /// Reads a report; any other document has none.
    pub(super) fn new(doc: &Document) -> Voices {
        if doc.meta.kind != Kind::Verslag {
            return Voices::default();
        }
        let members = members(doc);
        let day = doc.meta.date.or_else(|| session(doc));
        let mut now = Voice::default();
        let mut announced = None;
        let each = doc.blocks.iter().map(|block| {
            match block.kind {
                BlockKind::Speaker => now = voice(doc.of(block.span), &members, day, announced.as_ref()),
                BlockKind::Heading { .. } => now = Voice::default(),
                _ if now.chair => announced = floor(doc.of(block.span)).or(announced.take()),
                _ => {}
            }
            now.clone()
        });
        Voices { blocks: each.collect(), members }
    }

    /// Whose words the block holds.
    pub(super) fn of(&self, block: usize) -> Option<&Voice> {
        self.blocks.get(block)
    }

    /// The ministries of those who take part in the role that `words` name ("de minister"), or of all.
    pub(super) fn meant(&self, words: &str) -> Vec<Actor> {
        let words = fold(words);
        let role = ["staatssecretaris", "minister"].into_iter().find(|r| words.contains(r));
        let fits = |m: &&Member| role.is_none_or(|r| m.role == r);
        let mut found: Vec<Actor> = Vec::new();
        for member in self.members.iter().filter(fits) {
            if !found.contains(&member.ministry) {
                found.push(member.ministry.clone());
            }
        }
        found
    }
}

/// A day in the session year that the number of an undated report names (`h-tk-20172018-70-3`): new year's day.
pub(super) fn session(doc: &Document) -> Option<Date> {
    let years = doc.meta.id.as_deref()?.strip_prefix("h-")?.split('-').nth(1)?;
    let second: i16 = years.get(4..8)?.parse().ok()?;
    Date::new(second, 1, 1).ok()
}

/// The voice that a speaker's line announces.
fn voice(line: &str, members: &[Member], day: Option<Date>, announced: Option<&(String, Actor)>) -> Voice {
    static CHAIR: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^de (?:fungerend )?voorzitter\b"));
    static ROLE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:de )?(minister|staatssecretaris)(?:-president)?\s?([^:(]*)"));
    if CHAIR.is_match(line) {
        return Voice { actors: Vec::new(), chair: true, spoken: true };
    }
    let Some(found) = ROLE.captures(line) else { return Voice { spoken: true, ..Voice::default() } };
    let own = ministry(line).into_iter().collect::<Vec<_>>();
    let (role, name) = (fold(&found[1]), fold(found[2].trim()));
    let named = members.iter().find(|m| m.role == role && !name.is_empty() && m.name.ends_with(&name));
    // "Minister:" where one takes part.
    let mut nameless = members.iter().filter(|m| (m.name.is_empty() || name.is_empty()) && m.role == role);
    let alone = nameless.next().filter(|_| nameless.next().is_none());
    // What the report says goes before what the list of cabinets knows.
    let known = named.or(alone).map(|m| m.ministry.clone());
    let known = known.or_else(|| bewindspersoon(&role, &name, day).filter(|_| !name.is_empty()).map(Actor::from));
    let known = known.or_else(|| announced.filter(|(r, _)| *r == role).map(|(_, ministry)| ministry.clone()));
    Voice { actors: if own.is_empty() { known.into_iter().collect() } else { own }, chair: false, spoken: true }
}

/// To which portfolio the chair gives the floor: "het woord is aan de minister van …".
fn floor(words: &str) -> Option<(String, Actor)> {
    static GIVES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bwoord(?: is| nu)? (?:nu )?aan (?:de )?(minister|staatssecretaris) (?:van|voor) ([^.;:\n]{3,140})",
        )
    });
    let found = GIVES.captures_iter(words).last()?;
    Some((fold(&found[1]), ministry(&found[2])?))
}

/// "mevrouw De Wit, Minister van X", "Minister De Wit (X)"; without a name where a report says with whom it was held.
fn members(doc: &Document) -> Vec<Member> {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?:[Mm]evrouw|[Dd]e heer) ([^,.;:()\n]{2,50}), (?:(?:vice)?[-]?)([Mm]inister|[Ss]taatssecretaris)(?:-president)?,? (?:van|voor) ",
        )
    });
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"\b([Mm]inister|[Ss]taatssecretaris) (\p{Lu}[^,.;:()\n]{1,40}) \(([^()\n]{2,100})\)")
    });
    static HELD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)(?:voorgelegd aan|overleg gevoerd met|overleg met|welkom aan|heet|welkom,?|woord(?: is)? aan|geef) (?:graag )?(?:de )?(minister|staatssecretaris) (?:van|voor) ([^.;:\n]{3,140})",
        )
    });
    // "De minister en de staatssecretaris van X": one portfolio for both.
    static BOTH: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(minister|staatssecretaris) en (?:de )?(minister|staatssecretaris) (?:van|voor) ([^.;:\n]{3,140})",
        )
    });
    // A written consultation: "zijn zij door de minister van X beantwoord".
    static ANSWERED: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\bdoor (?:de )?(minister|staatssecretaris) (?:van|voor) ([^.;:\n]{3,200}?),? beantwoord\b")
    });
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:en|,) (?:de )?(minister|staatssecretaris) (?:van|voor) ([^.;:\n]{3,140})")
    });
    let text = doc.text();
    let mut found: Vec<Member> = Vec::new();
    let mut add = |role: &str, name: &str, portfolio: &str| {
        let name = fold(name.trim());
        let Some(ministry) = ministry(portfolio) else { return };
        // A portfolio without a name adds nothing where its minister is known by name.
        let same = |m: &Member| m.role == fold(role) && m.name == name && (!name.is_empty() || m.ministry == ministry);
        let named = name.is_empty() && found.iter().any(|m| m.role == fold(role) && !m.name.is_empty());
        if !named && !found.iter().any(same) {
            found.push(Member { role: fold(role), name, ministry });
        }
    };
    for c in NAMED.captures_iter(text) {
        let end = c.get(0).map_or(text.len(), |m| m.end());
        add(&c[2], &c[1], up_to_next(&text[end..]));
    }
    for c in BEHIND.captures_iter(text) {
        add(&c[1], &c[2], &c[3]);
    }
    for c in ANSWERED.captures_iter(text) {
        add(&c[1], "", &c[2]);
    }
    for c in HELD.captures_iter(text) {
        add(&c[1], "", &c[2]);
        // "… de minister van A en de minister van B".
        for next in NEXT.captures_iter(&c[2]) {
            add(&next[1], "", &next[2]);
        }
    }
    for c in BOTH.captures_iter(text).take(1) {
        add(&c[1], "", &c[3]);
        add(&c[2], "", &c[3]);
    }
    found
}

/// The words of a portfolio: up to the end of the sentence or the next person.
fn up_to_next(words: &str) -> &str {
    let sentence = words.split(['.', ';', ':', '\n']).next().unwrap_or_default();
    sentence.split(" de heer ").next().and_then(|s| s.split(" mevrouw ").next()).unwrap_or_default()
}

/// The first ministry that some words name.
fn ministry(words: &str) -> Option<Actor> {
    let (_, entry) = actors_in(words).find(|(_, e)| e.kind != ActorKind::Rijksbreed)?;
    Some(ministry_of(&entry.abbr).unwrap_or(&entry.abbr).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Draft, DraftBlock};
    use crate::text::Origin;

    fn report(blocks: &[(BlockKind, &str)]) -> Document {
        let mut draft = Draft::default();
        for (kind, words) in blocks {
            draft.push(DraftBlock::with(kind.clone(), Origin::line(1), words));
        }
        let mut doc = draft.finish("verslag.txt", "txt");
        doc.meta.kind = Kind::Verslag;
        doc
    }

    #[test]
    fn portfolios_come_from_the_list_of_those_present() {
        let doc = report(&[
            (
                BlockKind::Paragraph,
                "Aanwezig zijn mevrouw De Wit, Minister van Defensie, en de heer Bos, Staatssecretaris van Financiën.",
            ),
            (BlockKind::Speaker, "Minister De Wit:"),
            (BlockKind::Paragraph, "Ik stuur een brief."),
            (BlockKind::Speaker, "De voorzitter:"),
            (BlockKind::Paragraph, "De staatssecretaris komt hierop terug."),
            (BlockKind::Speaker, "Staatssecretaris Bos (Justitie en Veiligheid):"),
            (BlockKind::Paragraph, "Dat doe ik."),
        ]);
        let voices = Voices::new(&doc);
        assert_eq!(voices.of(2).map(|v| v.actors.clone()), Some(vec!["DEF".to_string()]));
        assert!(voices.of(4).is_some_and(|v| v.chair));
        assert_eq!(voices.of(6).map(|v| v.actors.clone()), Some(vec!["JenV".to_string()]));
        assert_eq!(voices.meant("De staatssecretaris komt hierop terug."), ["FIN"]);
        assert_eq!(voices.meant("De Kamer ontvangt een brief."), ["DEF", "FIN"]);
    }

    #[test]
    fn the_chair_gives_the_floor_to_a_portfolio() {
        let doc = report(&[
            (BlockKind::Speaker, "De voorzitter:"),
            (BlockKind::Paragraph, "Het woord is aan de minister van Infrastructuur en Waterstaat."),
            (BlockKind::Speaker, "Minister De Wit:"),
            (BlockKind::Paragraph, "Dank u wel."),
        ]);
        assert_eq!(Voices::new(&doc).of(3).map(|v| v.actors.clone()), Some(vec!["IenW".to_string()]));
    }

    #[test]
    fn two_members_share_one_portfolio() {
        let doc = report(&[
            (
                BlockKind::Paragraph,
                "De commissie heeft overleg gevoerd met de minister en de staatssecretaris van Defensie over de veerboten.",
            ),
            (BlockKind::Speaker, "Minister De Wit:"),
            (BlockKind::Paragraph, "Dank u wel."),
        ]);
        assert_eq!(Voices::new(&doc).of(2).map(|v| v.actors.clone()), Some(vec!["DEF".to_string()]));
        assert_eq!(Voices::new(&doc).meant("De staatssecretaris schrijft een brief."), ["DEF"]);
    }

    #[test]
    fn a_written_consultation_names_who_answered() {
        let words = "Bij brief van 3 mei zijn zij door de minister van Defensie beantwoord.";
        let doc = report(&[(BlockKind::Paragraph, words)]);
        assert_eq!(Voices::new(&doc).meant("Ik zal dat doen."), ["DEF"]);
    }

    #[test]
    fn a_written_consultation_names_whom_it_asked() {
        let doc = report(&[(
            BlockKind::Paragraph,
            "De vragen zijn op 3 mei voorgelegd aan de minister van Defensie over de brief.",
        )]);
        assert_eq!(Voices::new(&doc).meant("Ik zal dat doen."), ["DEF"]);
    }
}
