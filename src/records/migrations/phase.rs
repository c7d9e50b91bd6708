//! How a move stands where its own sentence does not settle it: by the heading or cell it stands under, by the sentences
//! after it, and by the tense without a time. The border: words and findings in, a phase out.

use super::super::{Context, constant};
use super::{Said, TO_A_PLACE, tells_stand};
use crate::document::Document;
use crate::records::{Migration, Phase};
use crate::text::Span;
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
    let near: Vec<Span> = after.take(REACH).take_while(|s| !told.contains(s)).collect();
    let whose = super::fields::organisation_in(doc.of(quote));
    let said = |unit: &Span| {
        let words = doc.of(*unit);
        let other = super::fields::organisation_in(words).is_some_and(|o| whose.as_ref() != Some(&o));
        !other && !words.ends_with('?') && SAME.is_match(words)
    };
    let stands = ctx.reading.heaviest(tells_stand, |_, unit| near.contains(&unit));
    let ended = stands.iter().filter_map(|f| Some((f.unit, Phase::named(f.fields.get("stand")?)?)));
    ended.into_iter().find(|(unit, phase)| matches!(phase, Phase::Stopgezet | Phase::Heroverwogen) && said(unit))
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
