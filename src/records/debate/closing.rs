//! The commitments that the chair reads out at the end of a debate: a list of what the minister will do, in the chair's
//! words, whatever the verb. The border: what the minister promises in person is for `commitments`.

use crate::document::{BlockKind, Kind};
use crate::records::commitments::of_month;
use crate::records::{Commitment, Context, Strength, constant};
use crate::rules::periods;
use crate::text::Span;
use aho_corasick::AhoCorasick;
use regex::Regex;
use std::sync::LazyLock;

/// The rule of such a commitment.
const RULE: &str = "lijst-van-de-voorzitter";

/// How many sentences in a row may say something else before the list is over.
const STRAY: usize = 4;

/// Fewer words tell nothing.
const FEW: usize = 5;

/// Adds to `found`, in order of place, what the chair reads out and no rule found.
pub(in crate::records) fn closing(ctx: &Context, found: &mut Vec<Commitment>) {
    static WORD: LazyLock<AhoCorasick> =
        LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(["toezegging"]).expect("one word"));
    let chaired = |at: usize| ctx.chaired(at);
    if ctx.doc.meta.kind != Kind::Verslag || !WORD.is_match(ctx.doc.text()) {
        return;
    }
    let mut stray: Option<usize> = None;
    let before = found.len();
    for block in &ctx.doc.blocks {
        if block.kind == BlockKind::Speaker || block.kind == BlockKind::Frame || !chaired(block.span.start()) {
            continue;
        }
        if block.is_heading() {
            stray = None;
            continue;
        }
        for (_, unit) in ctx.reading.sentences_in(block.span) {
            let words = ctx.doc.of(*unit);
            if let Some(gone) = stray {
                let known = found[..before].iter().flat_map(|c| &c.evidence).any(|e| e.span.overlaps(*unit));
                let listed = matches!(block.kind, BlockKind::Item { .. });
                let one = known || is_one(words, listed);
                if one && !known {
                    found.push(commitment(ctx, *unit, words));
                }
                stray = if one { Some(0) } else { Some(gone + 1).filter(|n| *n < STRAY) };
            }
            if announces(words) {
                // "… de volgende toezeggingen: de minister stuurt …": the first stands behind the colon.
                let first = words.rsplit_once(": ").map(|(_, first)| first).filter(|first| is_one(first, false));
                let known = || found.iter().flat_map(|c| &c.evidence).any(|e| e.span.overlaps(*unit));
                if let Some(first) = first.filter(|_| !known()) {
                    found.push(commitment(ctx, *unit, first));
                }
                stray = Some(0);
            }
        }
    }
    if found.len() > before {
        found.sort_by_key(|c| c.evidence.first().map(|e| e.span));
    }
}

/// "Ik lees de toezeggingen voor die zijn gedaan."
fn announces(words: &str) -> bool {
    static LIST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:noem|noemen|lees|lezen|voorlezen|voor te lezen|loop|lopen|door(?:nemen|lopen)?|langs|genoteerd|notitie|opgeschreven|geturfd|som|opsomm\w*|samenvat\w*|resumeer|resumeren|hebben we|heb ik|heeft|zijn er|staan|volgende|aantal|lijst\w*|concludeer)\b[^.?]*\btoezeggingen\b|\btoezeggingen\b[^.?]*\b(?:noem|noemen|lees|lezen|voorlezen|voor|loop|lopen|door|langs|genoteerd|opgeschreven|geturfd|gedaan|gekomen|vastgelegd|resumeren|staan|volgende|lijst\w*)\b",
        )
    });
    !words.trim_end().ends_with('?') && LIST.is_match(words)
}

/// Whether a sentence of the chair tells what will be done.
fn is_one(words: &str, listed: bool) -> bool {
    // "En dan de laatste toezegging: de minister …", "Ten tweede: er komt …"
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:en|dan|ook|verder|voorts|daarnaast|vervolgens|tot slot|ten slotte|ten \w+|als (?:eerste|tweede|derde|laatste)|(?:de|een) (?:eerste|tweede|derde|vierde|vijfde|volgende|andere|laatste)(?: toezegging)?(?: is(?: dat)?)?|\d{1,2}[.)]?|toezegging \d{1,2})[\s,:.]+)*",
        )
    });
    static WHO: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:de (?:minister|staatssecretaris|bewinds\w+)|(?:hij|zij|ze) (?:zal|gaat|komt|stuurt|zegt)|beide bewinds\w+|de (?:tweede )?kamer (?:ontvangt|krijgt|wordt|zal)|(?:de )?toezegging (?:aan|van|dat|om|over)|er (?:komt|volgt|wordt)|(?:we|wij) (?:krijgen|ontvangen|horen)|(?:een|de) \w*(?:brief|overzicht|reactie|rapport|notitie|plan)\b)|^[^.?]{0,80}?\b(?:ontvangt|krijgt|stuurt|informeert|komt|zal|wordt|gaat) (?:de (?:minister|staatssecretaris|kamer)|er|uw kamer)\b|\b(?:is|heeft)\b[^.?]{0,40}\btoegezegd\b",
        )
    });
    static MEETING: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:dank|sluit|schors\w*|stemm\w+|welkom|het woord|tweeminutendebat|(?:eerste|tweede|derde) termijn|interrupti\w+|klopt|vergadering|aanvulling|aangevuld|beraadslaging|verslag rond\w*|moties?|gelegenheid|spreker|griffier|toezegging(?:en)? (?:is|zijn) genoteerd|bevestigt|knikt|schudt|corrigeert|wil (?:nog )?(?:iets|reageren))\b|\?\s*$",
        )
    });
    // "Dat is toegezegd aan …" says of the sentence before to whom it was promised.
    static TO_WHOM: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:dit|dat|deze|die) (?:is|zijn|was|werd) (?:\w+ )?toegezegd aan\b"));
    let rest = &words[LEAD.find(words).map_or(0, |m| m.end())..];
    let enough = rest.split_whitespace().count() >= FEW;
    enough
        && !MEETING.is_match(words)
        && !TO_WHOM.is_match(rest)
        && (WHO.is_match(rest) || listed && rest.ends_with(['.', ';']))
}

fn commitment(ctx: &Context, unit: Span, words: &str) -> Commitment {
    static TO: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:[Hh]et lid|[Dd]e heer|[Mm]evrouw) ((?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|’t|'t|El) ){0,3}\p{Lu}[\p{L}’'-]+)",
        )
    });
    static PLANS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:streeft|streven|voornemens|verwacht|hoopt|van plan|kijkt of|beziet)\b"));
    static TRIES: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:zet zich in|inspannen|spant zich|pleiten|pleit|aandringen|dringt)\b"));
    let anchor = ctx.anchor(unit.start());
    let ahead = |until: Option<crate::text::Date>| anchor.zip(until).is_none_or(|(today, until)| until >= today);
    let due = periods(words, anchor).into_iter().map(|(_, p)| p).find(|p| !p.stale && ahead(p.until));
    let due = due.or_else(|| of_month(words, anchor));
    let strength = if TRIES.is_match(words) {
        Strength::Inspanning
    } else if PLANS.is_match(words) {
        Strength::Voornemen
    } else {
        Strength::Hard
    };
    Commitment {
        by: ctx.spoken_of(words),
        to: Some(TO.captures(words).map_or_else(|| "Kamer".to_string(), |c| c[1].to_string())),
        what: words.trim_end_matches(['.', ';', ' ']).to_string(),
        strength,
        conditional: false,
        restated: false,
        refused: false,
        due,
        evidence: vec![ctx.evidence(unit, RULE)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_announced_and_its_items_are_told_from_the_course_of_the_meeting() {
        assert!(announces("Ik lees de toezeggingen voor die ik heb genoteerd."));
        assert!(announces("Dan hebben we de volgende toezeggingen."));
        assert!(!announces("Zijn er nog toezeggingen gedaan?"));
        let listed = "Ik noteer de volgende toezeggingen: de minister stuurt voor mei een brief over de boeien.";
        assert!(announces(listed) && is_one(listed.rsplit_once(": ").map_or("", |(_, first)| first), false));
        for words in [
            "De minister gaat na of de havens genoeg walstroom hebben.",
            "En dan de laatste toezegging: de Kamer ontvangt op korte termijn de verkenning.",
            "Er komt een brief over de boeien, voor het einde van het jaar.",
            "Toezegging aan mevrouw Bos: de minister stuurt een brief over de zandbanken.",
            "We krijgen voor de zomer nog een brief over de loodsen.",
        ] {
            assert!(is_one(words, false), "{words}");
        }
        for words in [
            "Dan dank ik de minister en sluit ik de vergadering.",
            "De minister krijgt nu het woord voor de beantwoording.",
            "Klopt dit zo?",
            "De minister knikt, dus dat is zo genoteerd.",
        ] {
            assert!(!is_one(words, false), "{words}");
        }
    }
}
