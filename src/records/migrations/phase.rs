//! How a move stands where its own sentence does not settle it: by the heading or cell it stands under, by the sentences
//! after it, and by the tense without a time. The border: words and findings in, a phase out.

use super::super::{Context, constant};
use super::{IN_USE, Said, TO_A_PLACE, tells_stand};
use crate::document::Document;
use crate::records::{Migration, Phase};
use crate::rules::periods;
use crate::text::{Date, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The phase that a heading names without saying of what: "Afgerond", "2. In uitvoering", "Stopgezet of uitgesteld".
pub(super) fn alone(heading: &str) -> Option<Phase> {
    static PHASE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)^(?:[\dA-Z]{1,2}[.)]\ |\d+(?:\.\d+)+\ )?(?:reeds\ |nog\ |in\ 20\d\d\ )?(?:
              (?P<klaar>afgerond|voltooid|gerealiseerd|uitgevoerd|gereed)|
              (?P<loopt>lopend|loopt|in\ uitvoering|gaande|onderhanden)|
              (?P<plan>gepland|in\ voorbereiding|ingepland|aanstaand|op\ stapel)|
              (?P<wens>voorgenomen|in\ verkenning|in\ onderzoek|overwogen|mogelijk)|
              (?P<stop>stopgezet|gestopt|gestaakt|afgeblazen|opgeschort|uitgesteld|niet\ doorgezet)|
              (?P<weer>heroverwogen|in\ heroverweging|in\ beraad))e?
              (?:\ (?:of|en)\ \w+)?(?:\ (?:trajecten|projecten|verhuizingen|in\ 20\d\d))?:?$",
        )
    });
    let found = PHASE.captures(heading.trim())?;
    let named = [
        ("klaar", Phase::Afgerond),
        ("loopt", Phase::Lopend),
        ("plan", Phase::Gepland),
        ("wens", Phase::Voorgenomen),
        ("stop", Phase::Stopgezet),
        ("weer", Phase::Heroverwogen),
    ];
    named.into_iter().find(|(name, _)| found.name(name).is_some()).map(|(_, phase)| phase)
}

/// How it stands under a heading: one of what was called off or is thought over tells which of the two,
/// and one of what is planned may have begun.
pub(super) fn under(heading: Phase, said: &Said) -> Phase {
    let ended = [Phase::Stopgezet, Phase::Heroverwogen];
    let begun = |own: Phase| heading == Phase::Gepland && own == Phase::Lopend && said.finding.rule.id == TO_A_PLACE;
    let own = said.phase.filter(|own| ended.contains(&heading) && ended.contains(own) || begun(*own));
    own.unwrap_or(heading)
}

/// What the sentences right after `quote` in its paragraph say became of the plan it tells of: that it stopped or is
/// thought over again, and where they say so. `told` are the sentences that tell of a move of their own.
pub(super) fn became(doc: &Document, ctx: &Context, quote: Span, told: &[Span]) -> Option<(Span, Phase)> {
    /// How many sentences on.
    const REACH: usize = 3;
    static SAME: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?x)^(?:Inmiddels|Vervolgens|Daarop|Daarna|Sindsdien|Onlangs|Recent|Vanwege|Wegens|Daarom|Om\ die\ reden|In\ afwachting|Na\ |Naar\ aanleiding)
              |\b(?:[Dd]eze|[Dd]it|[Dd]ie|[Dd]at|[Dd]aarvan|[Hh]iervan|[Hh]iermee|[Dd]aarmee|ermee|ervan)\b
              |\b(?:[Hh]et|[Dd]e)\ (?:project|traject|programma|plan|plannen|voornemen|besluit|werk|migratie|overstap|overgang|verhuizing|voorbereiding(?:en)?|aanbesteding|uitrol|invoering|proef|pilot|stap|operatie)\b",
        )
    });
    let block = doc.block_at(quote.start())?;
    let after = ctx.reading.sentences_in(block.span).iter().map(|(_, s)| *s).filter(|s| s.start() >= quote.end());
    let whose = super::fields::organisation_in(doc.of(quote));
    let goes_on = |unit: &Span| {
        let words = doc.of(*unit);
        !words.ends_with('?')
            && SAME.is_match(words)
            && super::fields::organisation_in(words).is_none_or(|o| whose.as_ref() == Some(&o))
    };
    let near = after.take(REACH).take_while(|s| !told.contains(s)).filter(goes_on).collect::<Vec<_>>();
    if near.is_empty() {
        return None;
    }
    let stands = ctx.reading.heaviest(tells_stand, |_, unit| near.contains(&unit));
    let mut ended = stands.iter().filter_map(|f| Some((f.unit, Phase::named(f.fields.get("stand")?)?)));
    ended.find(|(_, phase)| matches!(phase, Phase::Stopgezet | Phase::Heroverwogen))
}

/// A move in the present tense of which no time is given is under way: "verplaatst", "brengt … over".
pub(super) fn under_way(said: &str, made: &Migration) -> bool {
    static NOW: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:verplaatst|verplaatsen|brengt .* (?:over|onder)|brengen .* (?:over|onder)|hevelt .* over|zet .* over|migreert|faseert .* uit|haalt .* terug|splitst)\b",
        )
    });
    static LATER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:te (?:verplaatsen|brengen)|zal|zullen|straks|binnenkort|volgend|komend|komende|na|zodra|wanneer|als|indien|vanaf|per|20\d\d|of|geen|niet|wil|willen|kan|kunnen|moet|moeten|later|termijn|tijd|wordt|worden|om|nadat|gaat|voordat)\b",
        )
    });
    made.phase == Phase::Gepland && made.due.is_none() && NOW.is_match(said) && !LATER.is_match(said)
}

/// Whether what is told in the present holds from a day that is still to come: "staat vanaf mei bij".
pub(super) fn ahead(said: &str, made: &Migration, today: Option<Date>) -> bool {
    static FROM: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:vanaf|met ingang van|per) "));
    // Done in words: then the day is one of the past.
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:is|zijn|heeft|hebben|werd|werden|was|waren|had|hadden|sinds|sindsdien|inmiddels|al|reeds|nu|stapte|ging|gingen|bracht|brachten|zette|haalde|verhuisde|nam|namen)\b",
        )
    });
    let Some(at) = FROM.find(said).filter(|_| made.phase == Phase::Afgerond && !DONE.is_match(said)) else {
        return false;
    };
    let near = periods(said, today).into_iter().find(|(span, _)| span.end() > at.end());
    near.is_some_and(|(_, period)| today.zip(period.from).is_some_and(|(today, from)| from > today))
}

/// Whether a sentence of a policy tells what happens, and lays nothing down.
pub(super) fn states(doc: &Document, said: &Said, norms: &[Span]) -> bool {
    static NONE_MEANT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bgeen (?:\w+ )?(?:\w*plan|\w*plannen|voornemens?)\b|\bgeen (?:\S+ ){0,6}(?:in voorbereiding|gepland|voorzien|op (?:de|het) (?:rol|planning|programma|agenda)|op stapel|in de planning|onderhanden)\b|\b(?:op dit moment|thans|momenteel|vooralsnog) niet (?:voorzien|gepland)",
        )
    });
    let words = doc.of(said.finding.unit);
    let settled =
        [TO_A_PLACE, GETS_A_PLACE].contains(&said.finding.rule.id.as_str()) && !norms.contains(&said.finding.unit);
    match said.phase {
        Some(Phase::Geen) => NONE_MEANT.is_match(words),
        // What stopped or is thought over again was under way: that is told, and lays nothing down.
        Some(Phase::Stopgezet | Phase::Heroverwogen) => {
            settled || [TO_A_PLACE, IN_USE].contains(&said.finding.rule.id.as_str()) && BEGUN.is_match(words)
        }
        Some(Phase::Voorgenomen) => settled && MEANT.is_match(words),
        None => false,
        Some(Phase::Afgerond) => settled || said.finding.rule.id == POINTED_AT && DONE.is_match(words),
        Some(_) => settled,
    }
}

/// The rule of a system that is given a place.
const GETS_A_PLACE: &str = "krijgt-een-plek";

/// The rule of a move that the paragraph has named before.
const POINTED_AT: &str = "verhuizing-eerder-genoemd";

/// Words that tell when something was done, and lay down no condition.
static DONE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:Bij|Voor|Ook|In|De|Het) (?:[^ ,;:]+ ){1,14}?(?:in (?:\p{L}+ ){0,2}?20\d\d|(?:vorig|afgelopen) \p{L}+|vorige \p{L}+|inmiddels|onlangs) (?:\p{L}+ ){0,3}?(?:voltooid|afgerond|gemaakt|gezet|uitgevoerd|verricht)[.;]?$",
    )
});

/// Words that say that something was under way or meant before.
static BEGUN: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:eerder\w*|voorziene|aanvankelijk\w*|begonnen|gestart|oorspronkelijk\w*|aangekondigde|ingezette)\b|\bvan (?:het|dat|een) (?:plan|voornemen)\b",
    )
});

/// Words that tell of somebody's own plan.
static MEANT: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:bestaat|bestaan) (?:het|een|de) (?:plan|plannen|voornemen|idee|wens)\b|\b(?:denkt|denken) na over\b|\b(?:onderzoekt|overweegt|verkent) (?:momenteel|thans|nu|op dit moment|of)\b|\b(?:beraadt|beraden|bezint|bezinnen) zich\b|\bnog geen (?:besluit|beslissing|keuze)\b",
    )
});

/// Whether a move has been made or begun, so that its time has passed.
pub(super) fn moved(phase: Phase, words: &str) -> bool {
    static BEGUN: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:is|zijn|heeft|hebben) (?:\S+ ){0,14}?(?:begonnen|gestart|aangevangen|ingezet|van start gegaan)\b|\b(?:begonnen|gestart|aangevangen|ingezet) (?:is|zijn|heeft|hebben)\b",
        )
    });
    static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:voorzien|gepland|verwacht\w*|zal|zullen|moet|moeten|beoogd|streven|voornemen\w*|uiterlijk|voor|vóór)\b",
        )
    });
    (phase == Phase::Afgerond || BEGUN.is_match(words)) && !AHEAD.is_match(words)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, found_in};
    use super::*;
    use crate::document::{BlockKind, Kind};

    fn phases(words: &str) -> Vec<Phase> {
        found(&[(BlockKind::Paragraph, words)]).into_iter().map(|(phase, ..)| phase).collect()
    }

    #[test]
    fn a_plan_that_a_later_sentence_stops_has_stopped() {
        let plan = "Het KNMI is van plan zijn luchtfoto's onder te brengen bij een Deense cloudaanbieder.";
        assert_eq!(phases(plan), [Phase::Voorgenomen]);
        let stopped = format!("{plan} Dat vergt veel van de rekenaars. In mei is dit gepauzeerd.");
        assert_eq!(phases(&stopped), [Phase::Stopgezet]);
        let other = format!("{plan} Het schip van de RDW ligt stil.");
        assert_eq!(phases(&other), [Phase::Voorgenomen]);
    }

    #[test]
    fn what_is_moved_in_the_present_without_a_time_is_under_way() {
        assert_eq!(phases("Het KNMI verplaatst zijn luchtfoto's naar een Deense cloud."), [Phase::Lopend]);
        assert_eq!(phases("Het KNMI verplaatst in 2031 zijn luchtfoto's naar een Deense cloud."), [Phase::Gepland]);
    }

    #[test]
    fn a_tender_that_is_done_and_a_date_that_is_meant_are_no_end_and_no_doubt() {
        let said = "De RDW heeft de aanbesteding afgerond voor een rooster dat in 2031 naar een Deense cloud gaat.";
        assert_eq!(phases(said), [Phase::Gepland]);
        let said =
            "De RDW bereidt de overgang van het rooster naar een Deense cloud voor, met een beoogde start in mei 2031.";
        assert_eq!(phases(said), [Phase::Gepland]);
    }

    #[test]
    fn what_holds_from_a_day_to_come_is_planned() {
        let dated =
            |words: &str| found(&[(BlockKind::Paragraph, "Datum 12 februari 2031"), (BlockKind::Paragraph, words)]);
        let phase = |words: &str| dated(words).first().map(|(phase, ..)| *phase);
        assert_eq!(phase("De RDW laat het rooster vanaf 2033 hosten door een Deense aanbieder."), Some(Phase::Gepland));
        assert_eq!(
            phase("De RDW laat het rooster vanaf 2030 hosten door een Deense aanbieder."),
            Some(Phase::Afgerond)
        );
    }

    #[test]
    fn a_company_that_is_bought_moves_no_ict() {
        assert_eq!(phases("De overname van een Zeeuwse hostingpartij door een groot concern is voltooid."), []);
        assert_eq!(phases("De RDW legt uit dat het rooster sinds jaar en dag op eigen servers draait."), []);
    }

    #[test]
    fn a_policy_tells_what_is_not_on_its_way_and_lays_the_rest_down() {
        let one = |words| found_in(Kind::Beleidslijn, &[(BlockKind::Paragraph, words)]).len();
        assert_eq!(one("Bij het KNMI staan geen verhuizingen naar een Deense cloud op de rol."), 1);
        assert_eq!(one("Luchtfoto's worden niet naar een Deense cloud verhuisd."), 0);
    }
}
