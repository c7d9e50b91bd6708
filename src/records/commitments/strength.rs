//! How firm a commitment is: outright, a plan, or an effort. The rule says; here the words around it are weighed. The border:
//! whether anything is promised at all is for the module above.

use super::{CONDITION, Due, first_person};
use crate::document::{Document, Kind};
use crate::records::{Context, RecordKind, Strength, constant};
use crate::rules::{Finding, Rule};
use crate::text::Grain;
use regex::Regex;
use std::sync::LazyLock;

/// How firm: the rule says. Its field `vaag` says it for what is only planned: without a day or month to hold it to, or
/// a move of systems, of which letters give the state. Its field `open` says it for a willingness that is spoken, hangs
/// on something or only looks into a thing. What is promised of a verb of effort is no more than an effort, however
/// firm the promise.
pub(super) fn strength(doc: &Document, ctx: &Context, finding: &Finding, due: &Due) -> Option<Strength> {
    /// Lighter rules for moves only hold in a list of moves.
    const SURE_OF_MOVE: i32 = 36;
    let words = doc.of(finding.unit);
    let given = finding.fields.get("strength").and_then(|s| Strength::named(s))?;
    if given == Strength::Hard && EFFORT.is_match(words) {
        return Some(Strength::Inspanning);
    }
    if given == Strength::Inspanning && BRINGS_UP.is_match(words) && !STAYS.is_match(words) {
        return Some(Strength::Hard);
    }
    // What hangs on a date that is expected, is handed over outright: "…, waarna ik het u stuur".
    if given == Strength::Voornemen && THEN_TELLS.is_match(words) {
        return Some(Strength::Hard);
    }
    if given == Strength::Hard && EXPECTED.is_match(words) && !first_person(doc.of(finding.span)) {
        return Some(Strength::Voornemen);
    }
    // Towards something, with no time by which it is there.
    if given == Strength::Voornemen && TOWARDS.is_match(words) && !matches!(due, Due::At(_)) {
        return Some(Strength::Inspanning);
    }
    let of_field = |name: &str| finding.fields.get(name).and_then(|s| Strength::named(s));
    if let Some(weaker) = of_field("open") {
        let open = ctx.spoken(finding.unit.start()) || CONDITION.is_match(words) || LOOKS.is_match(words);
        return Some(if open { weaker } else { given });
    }
    let Some(weaker) = of_field("vaag") else { return Some(given) };
    let exact = matches!(due, Due::At(period) if matches!(period.grain, Grain::Dag | Grain::Week | Grain::Maand | Grain::Reces));
    let edged = matches!(due, Due::At(period) if EDGED.is_match(&period.raw)) && !doc.meta.kind.eq(&Kind::Beleidslijn);
    let told = TELLS.is_match(words);
    let moves = |rule: &Rule| {
        rule.kind == RecordKind::Migration && rule.weight >= SURE_OF_MOVE && !rule.fields.contains_key("stand")
    };
    let planned = PLANNED.is_match(words) || ctx.reading.of_sentence(moves, finding.block, finding.unit).is_some();
    Some(if planned || !(exact || edged || told) { weaker } else { given })
}

static EFFORT: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:(?:daar|hier|er)?op (?:te )?(?:blijven )?inzetten|erop inzetten|(?:mijn|ons|hun|zijn|haar) (?:uiterste )?best|blijven (?:pleiten|aandringen|inzetten|maken)|(?:sterk|hard) (?:te )?(?:blijven )?maken|(?:erop |daarop |op )?aandringen|worden gezocht|gezocht worden|te pleiten|pleiten voor|tot het uiterste)\b|\b(?:er )?(?:wel |weer )?alles aan (?:te )?(?:doen|om|dat)\b|\bdoe(?:t|n)? (?:[^,;. ]+ ){0,6}alles aan\b|\bonder de aandacht (?:te )?blijven\b|\b(?:druk|drukt|drukken|dring|dringt|dringen) (?:[^,; ]+ )*?aan\b|\bwerk(?:t|en)? (?:[^,;]+ )?toe naar\b|\bzoek(?:t|en)? (?:[^,;]+ )?(?:naar (?:[^,; ]+ ){0,2}(?:manieren|mogelijkheden|wegen|plekken|oplossing(?:en)?|alternatie\p{L}+|ruimte|draagvlak)|medestanders|bondgenoten|steun)\b|\bin (?:het oog|de gaten) (?:te )?(?:blijven )?houden\b|\bde vinger aan de pols\b|\btrek(?:t|ken)? (?:[^,;]+ )?op (?:om|met)\b|\b(?:goed|eens) (?:te )?kijken (?:of|naar)\b",
    )
});

/// The Chamber gets it as soon as something expected is there.
static THEN_TELLS: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?ix)\bverwacht\p{L}*\b[^;]*(?:,\ (?:waarna|waarop)\ (?:ik|wij|we)\b|\b(?:en|dat|die)\ (?:wordt|worden)\ (?:dan|daarna|vervolgens)\b)[^;]*\b(?:u|uw\ Kamer|de\ Kamer|beide\ Kamers|rapporteer|rapporteren|berichten)\b
            |^(?:nadat|zodra|wanneer|na)\ [^;]*,\ naar\ verwachting\ [^,;]*,\ (?:\p{L}+\ ){1,3}?(?:ik|wij|we)\ (?:u|uw\ Kamer|de\ Kamer)\b",
    )
});

/// Brought to somebody's notice, once: done when said.
static BRINGS_UP: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\bbreng(?:t|en)? (?:[^,;.]+ )?onder de aandacht\b"));

static STAYS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bblij(?:f|ft|ven)\b"));

/// What is handed over is itself no more than expected.
static EXPECTED: LazyLock<Regex> = LazyLock::new(|| {
    constant(r"(?i)^de verwachting is (?:\p{L}+ )?dat\b|\bnaar verwachting (?:zal|zullen|wordt|worden)\b")
});

static TOWARDS: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\bstre(?:ef|eft|ven) (?:(?:ik|wij|we|\p{Lu}\p{L}+|het kabinet|het ministerie) )?naar (?:een|de|het|meer|minder|zo|gelijke?|verdere|betere|volledige|snellere|\p{L}+ing)\b",
    )
});

/// What stands before a time that has an edge: by then it is to be done.
static EDGED: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)^(?:nog|uiterlijk|v[oó]{2}r|begin|eind|medio|binnen|per|met ingang)\b"));

/// The Chamber as the one that is told, or the words of a promise.
static TELLS: LazyLock<Regex> =
    LazyLock::new(|| constant(r"\b(?:[Zz]al|[Zz]ullen|[Uu]|[Uu]w Kamer|de (?:Tweede |Eerste )?Kamer)\b"));

static PLANNED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:naar (?:verwachting|planning|(?:ik|wij) verwacht(?:en)?)|volgens (?:de )?planning|gepland (?:is|zijn|staat|staan|voor|in|op)|(?:is|zijn|staat|staan) (?:\S+ ){0,6}(?:gepland|voorzien|beoogd)|(?:kan|kunnen) (?:\S+ ){1,8}(?:plaatsvinden|beginnen|starten|ingaan|worden)|in (?:beginsel|principe)|(?:verwacht|verwachten|beoogd|beoogt) )",
    )
});

/// Verbs of looking into something: what comes of it stays open.
static LOOKS: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:te )?(?:bezien|onderzoeken|kijken|verkennen|overwegen|voor te bereiden|na te denken|mee te denken|nagaan|na te gaan)\b",
    )
});

#[cfg(test)]
mod tests {
    use super::super::extract;
    use super::*;
    use crate::document::{BlockKind, Draft, DraftBlock};
    use crate::text::Origin;

    fn strength(words: &str) -> Strength {
        let mut draft = Draft::default();
        draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::line(1), words));
        let mut doc = draft.finish("brief.txt", "txt");
        doc.meta.kind = Kind::Kamerbrief;
        doc.meta.date = Some(jiff::civil::date(2031, 2, 3));
        extract(&doc, &Context::new(&doc))[0].strength
    }

    #[test]
    fn what_is_only_expected_or_aimed_at_is_weaker_and_a_ministry_is_firm() {
        assert_eq!(
            strength(
                "De verwachting is dat de telling in mei 2031 gereed is, waarna de nota bij uw Kamer wordt ingediend."
            ),
            Strength::Voornemen
        );
        assert_eq!(strength("Ik streef naar een rustigere vaart."), Strength::Inspanning);
        assert_eq!(strength("Dat breng ik bij de reders onder de aandacht."), Strength::Hard);
        assert_eq!(strength("Defensie opent in mei 2031 een loket voor de sluizen."), Strength::Hard);
    }
}
