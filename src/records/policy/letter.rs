//! What a letter or report lays down itself, among all that it tells: in the sections of a letter about a policy that set
//! it out, after a sentence that says what was decided or which agreements hold, and where it says outright what was
//! decided. The border: sentences out; their norms are for the rules and for `present`. What a law, Brussels or somebody
//! else lays down is retold.

use super::super::{Context, constant};
use super::{place, present};
use crate::document::{BlockKind, Document, Kind};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// How sure a place in a letter is one of norms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// It tells.
    Telling,
    /// A section that sets out a policy.
    Section,
    /// After a sentence that says that norms follow or that something was decided.
    Decided,
}

/// The sentences that lay down, in order.
pub(super) fn sentences(doc: &Document, ctx: &Context) -> Vec<Span> {
    if matches!(doc.meta.kind, Kind::Verslag | Kind::Motie | Kind::Beleidslijn) {
        return Vec::new();
    }
    let letter = matches!(doc.meta.kind, Kind::Kamerbrief | Kind::Overig);
    let policy = letter && doc.meta.title.as_deref().is_some_and(|t| SUBJECT.is_match(t) && !OTHER.is_match(t));
    let mut found = Vec::new();
    // Where the heading stands that opened the section, the block of the last decision, and whether a lead-in holds.
    let (mut section, mut decided, mut led): (Option<u8>, Option<usize>, bool) = (None, None, false);
    for (block, unit) in ctx.reading.sentences() {
        let words = doc.of(*unit);
        if let BlockKind::Heading { level } = doc.blocks[*block].kind {
            led = false;
            let shut = place::TELLING.is_match(words) || OTHER.is_match(words);
            let opens = policy && HEADING.is_match(words) && !shut;
            if opens && section.is_none_or(|above| level <= above) {
                section = Some(level);
            } else if section.is_some_and(|above| level <= above) {
                section = None;
            }
            continue;
        }
        let aside = matches!(doc.blocks[*block].kind, BlockKind::Frame | BlockKind::Footnote | BlockKind::Row { .. });
        let at = unit.start();
        if aside || ctx.asked(at) || ctx.quoted(*unit) || ctx.in_motion(at) {
            continue;
        }
        let here = match () {
            () if led || decided == Some(*block) => Place::Decided,
            () if section.is_some() => Place::Section,
            () => Place::Telling,
        };
        let own = !OTHERS_RULE.is_match(words);
        let fits = match here {
            Place::Decided => own && present::firm(words, true),
            Place::Section => own && present::firm(words, false),
            Place::Telling => policy && own && present::reports(words),
        };
        let resolves = DECIDED.captures(words).and_then(|c| c.name("what")).is_some_and(|what| {
            // "De applicatie" is one of one project; "applicaties" are those of all.
            let one = ["de ", "het ", "deze ", "dit ", "een "].iter().any(|article| what.as_str().starts_with(article));
            let start: Vec<&str> = what.as_str().split_whitespace().take(6).collect();
            !one && INTERNAL.is_match(&start.join(" ")) && !COMING.is_match(what.as_str())
        });
        let resolves = resolves || own && FROM_NOW.captures(words).is_some_and(|c| !COMING.is_match(&c["what"]));
        if fits || resolves {
            found.push(*unit);
        }
        if resolves {
            decided = Some(*block);
        }
        led |= own && LEAD.is_match(words);
    }
    found
}

/// What a letter is about that sets out a policy.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)(?:beleid|kaders?|beleidslijn|gedragslijn|uitgangspunten|strategie|richtlijn(?:en)?|spelregels|gedragsregels|beleidsregels|afspraken)\b",
    )
});

/// What a letter or section is about that tells of other things.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:moties?|toezegging(?:en)?|antwoord(?:en)?|voortgang\w*|stand van zaken|evaluatie|verslag|begroting\w*|uitstel|vragen|planning\w*|wet|wetsvoorstel|wijziging van|rapport|onderzoek|advies|reactie|europese|kosten|financiën|migratie\w*|overgang)\b",
    )
});

/// Headings over the part of a letter that sets out the policy.
static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:[\d.]+ )?(?:(?:de |het )?(?:hoofdlijnen?|hoofdpunten|kern|inhoud|uitgangspunten|spelregels|gedragsregels|regels|eisen|voorwaarden|afspraken|kaders?|normen|beleidslijn|gedragslijn|nieuwe lijn|lijn)\b.*|(?:het |de |ons |een )?(?:nieuwe?|herziene?|aangepaste?|aangescherpte?|rijksbrede?) \w*(?:beleid|kaders?|regels|lijn|richtlijn|afspraken|uitgangspunten|normen)\b.*|wat (?:er )?(?:verandert|mag|moet|geldt|wij vragen|we vragen|blijft).*|wat het (?:nieuwe |herziene )?(?:beleid|kader) .*)$",
    )
});

/// "Ik heb bepaald dat …", "hanteert OCW als lijn dat …".
static DECIDED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:(?:is|heb ik|ik heb|hebben wij|wij hebben|heeft (?:de|het|mijn) \S+(?: \S+){0,5}?) (?:\S+ ){0,8}?(?:besloten|bepaald|vastgelegd|voorgeschreven|opgedragen)|(?:besloten|bepaald|vastgelegd) (?:is|heb ik)|hanteer(?:t|en)? (?:\S+ ){0,6}?als (?:\w+ )?(?:lijn|regel|gedragslijn|uitgangspunt|beleid|norm)|geldt (?:\S+ ){0,8}?(?:als (?:\w+ )?(?:lijn|regel|uitgangspunt|norm)|de (?:lijn|regel|afspraak|norm)|voortaan)|(?:lijn|regel|gedragslijn|norm) (?:\S+ ){0,6}?is),? (?:\S+ ){0,3}?dat (?P<what>.+)",
    )
});

/// "Voor alle havens geldt vanaf nu dat …".
static FROM_NOW: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:voor|bij|binnen) [^.;?]{3,120}? geldt (?:voortaan|vanaf nu|vanaf heden|met onmiddellijke ingang|(?:vanaf|per|met ingang van) (?:\d{1,2} )?\w+(?: 20\d\d)?),? dat (?P<what>.+)",
    )
});

/// Those, and those things, that a ministry lays down for.
static INTERNAL: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:departementen|ministeries|diensten|dienstonderdelen|organisaties|uitvoeringsorganisaties|rijksorganisaties|overheidsorganisaties|medewerkers|ambtenaren|inkopers|leidinggevenden|directies|beheerders|gebruikers|bewindspersonen|contracten|overeenkomsten|systemen|toepassingen|applicaties|apparatuur|toestellen|telefoons|laptops|chatbots|gegevens|stukken|berichten|informatie|software|clouddiensten|inkoop|aanbestedingen|aanschaf|inhuur|dienstreizen)\b",
    )
});

/// What is still to be done is no norm yet.
static COMING: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:zal|zullen|onderzocht|verkend|bezien|uitgewerkt|voorbereid|uw kamer|overgezet|overgebracht|gemigreerd|verplaatst|verhuist|verhuizen|overgaan|overgaat|stopgezet|gestaakt|was|waren|werd|werden)\b",
    )
});

/// What others lay down.
pub(super) static OTHERS_RULE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:wet|wettelijk\w*|verordening|AVG|Woo|Archiefwet|Aanbestedingswet|grondwet|Europese Commissie|Brussel|Kamer|motie|indieners?|lid|leden|fractie|leverancier deelt|rekenkamer|landsadvocaat|niet worden gevraagd|buiten de reikwijdte)\b",
    )
});

/// A sentence that says that the norms themselves follow.
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\bgeld(?:t|en) (?:\S+ ){0,12}?(?:afspraken|regels|uitgangspunten|spelregels|voorschriften)\b.{0,60}(?:weer|:|als volgt|volgende|hieronder|hierna|samengevat)|\b(?:volgende|deze|vaste|interne) (?:afspraken|regels|uitgangspunten|spelregels|voorschriften)\b.{0,40}(?:gelden|:$|weergeef|weer te geven)",
    )
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Draft, DraftBlock};
    use crate::text::Origin;

    fn found(title: &str, blocks: &[(BlockKind, &str)]) -> Vec<String> {
        let mut draft = Draft::default();
        for (kind, words) in blocks {
            draft.push(DraftBlock::with(kind.clone(), Origin::line(1), words));
        }
        let mut doc = draft.finish("brief.txt", "txt");
        doc.meta.kind = Kind::Kamerbrief;
        doc.meta.title = Some(title.to_string());
        let context = Context::new(&doc);
        sentences(&doc, &context).into_iter().map(|s| doc.of(s).to_string()).collect()
    }

    const HEAD: BlockKind = BlockKind::Heading { level: 2 };

    #[test]
    fn a_letter_about_a_policy_sets_it_out_in_its_own_section() {
        let words = "Honden zijn in alle havens verboden.";
        let blocks = [
            (HEAD, "Aanleiding"),
            (BlockKind::Paragraph, words),
            (HEAD, "Hoofdlijnen van het nieuwe beleid"),
            (BlockKind::Paragraph, words),
        ];
        assert_eq!(found("Herzien havenbeleid", &blocks), [words]);
        assert_eq!(found("Voortgang havenbeleid", &blocks), Vec::<String>::new());
    }

    #[test]
    fn what_holds_from_now_on_is_laid_down() {
        let now = "Voor alle sluizen geldt vanaf nu dat vooraf een peiling is gedaan.";
        let since = "Voor alle sluizen geldt sinds 2023 dat zij dicht zijn.";
        assert_eq!(found("Stormschade", &[(BlockKind::Paragraph, now), (BlockKind::Paragraph, since)]), [now]);
    }

    #[test]
    fn what_was_decided_for_all_lays_down_and_what_was_decided_for_one_does_not() {
        let all = "Ik heb bepaald dat medewerkers geen eigen boten meer gebruiken.";
        let one = "Ik heb bepaald dat de boot van Lauwersoog wordt verkocht.";
        assert_eq!(found("Stormschade", &[(BlockKind::Paragraph, all), (BlockKind::Paragraph, one)]), [all]);
    }
}
