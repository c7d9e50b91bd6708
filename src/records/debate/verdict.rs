//! What a member of the government or the chair says in so many words a motion is worth: the advice, in the Chamber's own
//! values. The border: the words of one sentence in, values with their places out; about which motion is for the caller.

use crate::records::constant;
use aho_corasick::AhoCorasick;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// One verdict in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Verdict {
    /// Where its words stand in the sentence.
    pub(super) at: Range<usize>,
    /// What it amounts to.
    pub(super) value: Value,
    /// How it weighs against what was said before.
    pub(super) weight: Weight,
}

/// A verdict in words, or one that repeats the verdict before ("hetzelfde geldt voor …").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Advice(&'static str),
    Same,
}

/// How a verdict weighs against an earlier one on the same motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// What holds if something else does not happen ("anders ontraad ik haar"): counts after a request to hold.
    Else,
    /// A remark that may come before the verdict proper ("overbodig"), and a request to hold the motion.
    Remark,
    /// The verdict proper; the last one said counts.
    Proper,
}

/// The values of `Kabinetsappreciatie` in the Chamber's open data.
pub(super) const JUDGE: &str = "Oordeel Kamer";
const AGAINST: &str = "Ontraden";
const UNLESS: &str = "Ontraden, tenzij gewijzigd";
const TAKEN: &str = "Overgenomen";
const EARLY: &str = "Ontijdig";
const NEEDLESS: &str = "Overbodig";
pub(super) const HOLD: &str = "Verzocht motie aan te houden";
const NONE: &str = "Geen (expliciete) appreciatie";

/// Whether a sentence may hold a verdict: most hold none, and finding that out is cheap.
pub(super) fn may(sentence: &str) -> bool {
    static CUES: LazyLock<AhoCorasick> = LazyLock::new(|| {
        let cues = [
            "oordeel",
            "ontra",
            "afgera",
            "raad ",
            "overn",
            "overgen",
            " over",
            "ontijdig",
            "overbodig",
            "aan te hou",
            "aanhou",
            "hetzelfde",
            "datzelfde",
            "idem",
            "dito",
            "geldt",
            "negatief advies",
            "appreciatie",
            "aan de kamer",
        ];
        AhoCorasick::builder().ascii_case_insensitive(true).build(cues).expect("a few words")
    });
    CUES.is_match(sentence)
}

/// The verdicts of a sentence, in order of place.
pub(super) fn verdicts(sentence: &str) -> Vec<Verdict> {
    let mut found: Vec<Verdict> = Vec::new();
    if !may(sentence) {
        return found;
    }
    for (pattern, value) in PATTERNS.iter() {
        for hit in pattern.find_iter(sentence) {
            let overlaps = |v: &Verdict| v.at.start < hit.end() && hit.start() < v.at.end;
            if found.iter().any(overlaps) || denied(sentence, &hit.range()) || !applies(sentence, &hit.range(), *value)
            {
                continue;
            }
            let (value, weight) = weigh(sentence, &hit.range(), *value);
            found.push(Verdict { at: hit.range(), value, weight });
        }
    }
    found.sort_by_key(|v| v.at.start);
    found
}

static PATTERNS: LazyLock<[(Regex, Value); 9]> = LazyLock::new(|| {
    let advice = |pattern: &str, value| (constant(&format!("(?i){pattern}")), Value::Advice(value));
    [
        advice(
            r#"\boordeel["”’'»]?\s+["“‘'«]?(?:(?:aan|van)\s+)?(?:de\s+|uw\s+|deze\s+)?["“‘'«]?kamer\b|\bkameroordeel\b|\boordeel\b[^;:?]{0,90}?\b(?:aan|van)\s+(?:de|uw|deze)\s+kamer\b|\b(?:laat|laten|over)\b[^;:?]{0,60}?\boordeel\b[^;:?]{0,60}?\bkamer\b|\b(?:motie|haar|die)\b[^;:?]{0,40}?\b(?:graag\s+|ook\s+)?aan\s+(?:de|uw)\s+kamer\s+(?:over(?:laten)?|laten)\b"#,
            JUDGE,
        ),
        advice(r"\bontra(?:den|ad|adt|adde|ade)\b[\s,]+tenzij\b", UNLESS),
        advice(
            r"\b(?:ontraden|ontraad|ontraadt|ontraadde|afgeraden)\b|\braad\s+ik\b[^;:?]{0,50}?\baf\b|\bafraden\b|\bnegatief\s+advies\b",
            AGAINST,
        ),
        advice(
            r"\b(?:neem|nemen|neemt)\s+(?:ik|wij|we)\b[^;:?]{0,50}?\bover\b|\b(?:ik|wij|we)\s+(?:neem|nemen)\b[^;:?]{0,50}?\bover\b|\bovernemen\b|\bover\s+(?:te|willen|kunnen|zullen)\s+(?:nemen|te\s+nemen)\b|\bovergenomen\b",
            TAKEN,
        ),
        advice(r"\bontijdig\b", EARLY),
        advice(r"\boverbodig\b", NEEDLESS),
        advice(r"\baan\s+te\s+houden\b|\baanhouden\b|\b(?:houdt|houden|houd)\b[^;:?]{0,40}?\baan\b|\baanhoudt\b", HOLD),
        advice(r"\b(?:geen|zonder)\s+(?:expliciete\s+)?appreciatie\b", NONE),
        (constant(r"(?i)\b(?:hetzelfde|datzelfde|dito|idem)\b|\bgeldt\s+(?:dus\s+)?(?:ook|eveneens)\b"), Value::Same),
    ]
});

/// Whether the words right around a verdict deny it: "kan ik niet ontraden", "geen oordeel Kamer".
fn denied(sentence: &str, at: &Range<usize>) -> bool {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:niet|geen|nooit|noch|zonder|hoef)\s+(?:(?:te|meer|willen|hoeven|langer|zomaar|per se|direct|ik|haar|die|deze|de|motie|moties|is|zijn|worden|wordt)\s+){0,3}$",
        )
    });
    BEFORE.is_match(&sentence[..at.start])
}

/// Whether words that mean many things mean a verdict on a motion here.
fn applies(sentence: &str, at: &Range<usize>, value: Value) -> bool {
    static MOTION: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\bmoties?\b|\b(?:die|deze|haar|hem|beide)\b|\bstuk\b|\bnrs?\."));
    static NAMED: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bmoties?\b|\bstuk\b|\bnrs?\."));
    static OTHER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:aanbeveling(?:en)?|advies|adviezen|conclusies?|taak|taken|bedrij(?:f|ven)|tekst|suggesties?|regels|amendement(?:en)?|verantwoordelijkheid|formulering|voorstellen?|systeem|koers)\b",
        )
    });
    static PART: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:deel|onderdeel|punt|zinsnede|woord|zin|regels?|bureaucratie|papier\w*|overbodige?\s+(?:regel|administratie|druk|last|procedure)\w*)\b",
        )
    });
    static REQUEST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:verzoek\w*|vraag|vragen|vraagt|gevraagd|sugger\w*|suggestie|advise\w*|advies|voorstel\w*|stel|oproep\w*|hoop|hopen|raad|zou|willen|overweg\w*|beter|verstandig\w*|liever|misschien|wellicht|kan|kunnen|bereid)\b",
        )
    });
    static IF: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:als|indien|wanneer|mocht|mochten|of)\b[^,;:]*$"));
    static SPEAKS_OF: LazyLock<Regex> = LazyLock::new(|| {
        constant(r#"(?i)\b(?:als|wanneer|indien) (?:ik|we|wij|u|de minister|een motie) (?:een |het )?["“‘'«]?$"#)
    });
    let before = &sentence[..at.start];
    match value {
        Value::Advice(TAKEN) => MOTION.is_match(sentence) && !OTHER.is_match(sentence) && !IF.is_match(before),
        Value::Advice(NEEDLESS | EARLY) => !PART.is_match(sentence) && !IF.is_match(before),
        Value::Advice(HOLD) => {
            let hold = MOTION.is_match(sentence) && REQUEST.is_match(sentence);
            hold && !sentence.to_lowercase().contains("op verzoek van")
        }
        // 'Als ik "oordeel Kamer" geef, …': about giving it, not given.
        Value::Advice(JUDGE) => !SPEAKS_OF.is_match(before),
        Value::Advice(AGAINST) => !sentence[at.clone()].to_lowercase().ends_with("advies") || MOTION.is_match(sentence),
        Value::Advice(NONE) | Value::Same => NAMED.is_match(sentence),
        Value::Advice(_) => true,
    }
}

/// The value a verdict has with what is said around it, and its weight.
fn weigh(sentence: &str, at: &Range<usize>, value: Value) -> (Value, Weight) {
    // "Als de heer Vos het woord … schrapt, kan ik haar oordeel Kamer geven."
    static CHANGED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:als|indien|mits|wanneer|mocht(?:en)?|zodra)\b[^;?]{0,160}\b(?:wijzigt|wijzigen|gewijzigd|aanpas\w*|aangepast|schrap\w*|geschrapt|toevoeg\w*|toegevoegd|verander\w*|vervang\w*|weglaat|weghaalt|weggelaten|weg\s+(?:laat|haalt)|herformuleer\w*|anders\s+formuleer\w*|uit\s+(?:haalt|laat))\b",
        )
    });
    // "Anders moet ik haar ontraden."
    static ELSE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:anders|zo\s+niet|zo\s+nee)\b[^;]*$|\b(?:als|indien|mocht(?:en)?|wanneer)\b[^;]*\b(?:niet|geen|wel|toch|in\s+stemming|doorzet\w*|handha\w*|anders)\b[^;]*$",
        )
    });
    // "Als ik de motie zo mag lezen dat …": a reading of the motion as it is, however it goes on.
    static READ: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:zo|aldus|dusdanig)\s+(?:mag|kan|moet|zou\s+(?:mogen|kunnen))?\s*(?:ik\s+)?(?:lees|lezen|begrijp\w*|interpreteer|interpreteren|opvat\w*|uitleg\w*|versta\w*|zien|beschouw\w*)\b|\b(?:lees|interpreteer|begrijp)\b",
        )
    });
    let before = &sentence[..at.start];
    let changed = |words: &str| CHANGED.is_match(words) && !READ.is_match(words);
    match value {
        Value::Advice(JUDGE) if changed(before) || changed(&sentence[at.end..]) => {
            (Value::Advice(UNLESS), Weight::Proper)
        }
        Value::Advice(AGAINST | NEEDLESS | EARLY) if ELSE.is_match(before) => (value, Weight::Else),
        Value::Advice(NEEDLESS | EARLY | HOLD | NONE) | Value::Same => (value, Weight::Remark),
        Value::Advice(_) => (value, Weight::Proper),
    }
}

/// Whether a sentence answers a verdict that was put to the minister with yes: "Ja.", "Dat klopt.", "…, dan doe ik dat".
pub(super) fn affirms(sentence: &str) -> bool {
    static YES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:ja|jazeker|zeker|jawel|klopt|correct|juist|inderdaad|precies|exact|uiteraard|dat\s+(?:klopt|is\s+(?:juist|correct|zo))|zo\s+is\s+het)\b|\bdoe\s+ik\s+dat\b|\bdat\s+doe\s+ik\b",
        )
    });
    YES.is_match(sentence.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(sentence: &str) -> Vec<&'static str> {
        let value = |v: Verdict| match v.value {
            Value::Advice(value) => value,
            Value::Same => "idem",
        };
        verdicts(sentence).into_iter().map(value).collect()
    }

    #[test]
    fn the_formulas_of_advice_are_known() {
        for sentence in [
            "De motie op stuk nr. 12 kan ik oordeel Kamer geven.",
            "Die laat ik graag aan het oordeel van de Kamer.",
            "Ik laat het oordeel over deze motie aan uw Kamer over.",
            "Met die uitleg zou ik het oordeel daarover aan de Kamer willen laten.",
            "Als ik de motie zo mag lezen dat de pont blijft varen, dan geef ik haar oordeel Kamer.",
            "Ik zou haar aan de Kamer willen laten; oordeel Kamer dus.",
        ] {
            assert_eq!(said(sentence), [JUDGE], "{sentence}");
        }
        for sentence in [
            "Die moet ik helaas ontraden.",
            "Ik ontraad haar, met verwijzing naar het debat van vorige week.",
            "De motie op stuk nr. 14: ontraden.",
            "Deze motie raad ik dus af.",
        ] {
            assert_eq!(said(sentence), [AGAINST], "{sentence}");
        }
        assert_eq!(said("Die motie neem ik graag over."), [TAKEN]);
        assert_eq!(said("De motie op stuk nr. 9 kan ik overnemen."), [TAKEN]);
        assert_eq!(said("Deze motie is ontijdig."), [EARLY]);
        assert_eq!(said("Ik vind de motie overbodig."), [NEEDLESS]);
        assert_eq!(said("Ik zou mevrouw Vos willen vragen de motie aan te houden tot de brief er is."), [HOLD]);
        assert_eq!(said("Hetzelfde geldt voor de motie op stuk nr. 15."), ["idem"]);
    }

    #[test]
    fn several_verdicts_in_a_sentence_come_in_order() {
        let both = "De motie op stuk nr. 3 geef ik oordeel Kamer en die op stuk nr. 4 ontraad ik.";
        assert_eq!(said(both), [JUDGE, AGAINST]);
    }

    #[test]
    fn what_looks_like_a_verdict_is_none() {
        for sentence in [
            "Ik hoef die motie niet te ontraden.",
            "Ik kan haar geen oordeel Kamer geven.",
            "Wij nemen de aanbevelingen van de commissie over.",
            "Ik ben het daar van harte mee eens.",
            "Dan wil ik graag een oordeel van de minister.",
            "Over de veerpont hebben wij lang gesproken.",
        ] {
            assert_eq!(said(sentence), Vec::<&str>::new(), "{sentence}");
        }
    }

    #[test]
    fn what_hangs_on_a_change_or_on_holding_is_told_apart() {
        let changed = "Als de heer Vos het woord «alle» schrapt, kan ik haar oordeel Kamer geven.";
        assert_eq!(said(changed), [UNLESS]);
        assert_eq!(verdicts("Anders moet ik haar ontraden.")[0].weight, Weight::Else);
        assert_eq!(verdicts("Dus ontraad ik haar.")[0].weight, Weight::Proper);
    }
}
