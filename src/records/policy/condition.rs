//! Whether a condition hangs on a norm: an exception or a limit that the sentence itself names, or that the next one
//! hangs on it. The border: words in, a yes or no out. A sentence that only says of what it speaks ("gegevens die zijn
//! gerubriceerd") or for how long it holds ("vooralsnog") is not conditional.

use super::super::constant;
use super::listed;
use crate::document::Document;
use crate::records::Norm;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Whether a sentence that lays down this norm names a condition.
pub(super) fn conditioned(norm: Norm, sentence: &str) -> bool {
    // "Ook als het laat is", "onder geen voorwaarde", "zowel … als": words of a condition that set none.
    static UNLESS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:ook|zelfs|juist|eerder|vaker|net zo goed) (?:als|wanneer|indien)|als (?:ook|volgt)|zowel (?:\S+ ){1,6}?als|onder geen (?:enkele )?(?:voorwaarde|omstandighe\w+)|(?:indien|als|wanneer|waar) (?:dat |dit )?(?:nodig|noodzakelijk|mogelijk|gewenst|wenselijk|relevant|van toepassing)|zoveel mogelijk)\b",
        )
    });
    static ANY: LazyLock<Regex> = LazyLock::new(|| {
        listed(
            r"(?i)\b(?:{voorwaarde})\b|^(?:[\d.]+ )?(?:tijdens|in afwijking van|(?:\S+ ){0,2}waar\b)|(?:^|[,;:] )als |\bals (?:de|het|een|er|hij|zij|ze|die|dat|deze|dit|daar|daarvoor|iemand|niemand|alle|u|je|we|wij) |^(?:[\d.]+ )?bij (?:{geval})\b|\b(?:alleen|uitsluitend|slechts|enkel) \p{L}+ (?:na|nadat|als|indien|wanneer) |^(?:[\d.]+ )?\p{L}+ .{3,80}, dan\b|\b(?:boven|onder) (?:de|een) (?:€ ?)?(?:\d|bedrag|drempel|grens|waarde|\w*contractwaarde)|\b(?:meer|minder|groter|kleiner|langer|korter|hoger|lager) dan \S|\b(?:project|contract|opdracht|aanbesteding|inkoop)\w* (?:boven|onder|vanaf) ",
        )
    });
    // What is allowed in one way, for one end, to some or until a day is allowed no further.
    static ALLOWED: LazyLock<Regex> = LazyLock::new(|| {
        listed(
            r"(?i)\b(?:alleen|uitsluitend|slechts|enkel|op basis van|in (?:overleg|afstemming) met|(?:toegestaan|toegelaten|geoorloofd|gedoogd|welkom) voor|(?:gebruikt|ingezet|benut) (?:\S+ )?voor (?:het \p{L}+en|(?:praktische|korte|incidentele|eenmalige|tijdelijke) )|met (?:\w+ ){0,2}(?:{fiat})|na (?:\S+ ){0,5}?(?:{fiat})|in (?:een|het) \w+ (?:model|vorm|variant|opzet)|ontheffing|dispensatie|vrijstelling|afwijking toestaan|afgeweken)\b|\buitzondering(?:en)? (?:\S+ ){0,2}(?:geldt|gelden|wordt|worden|maken|toestaan|voor)|^(?:[\d.]+ )?tot (?:die|dat|deze|en met)\b",
        )
    });
    static WHICH: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:(?:[Dd]e|[Dd]eze|[Oo]nze|[Hh]et) (?:\p{L}+ )?)?[\p{L}-]+(?:en|s) (?:die|waarmee|waarvan|waarin|waarvoor|waarop|waarover) ",
        )
    });
    static FORBIDDEN: LazyLock<Regex> = LazyLock::new(|| {
        listed(r"(?i)\bzonder (?:\S+ ){0,4}?(?:{fiat})\b|\bvoordat\b|^(?:[\d.]+ )?tot (?:die|dat|deze) \w+ is\b")
    });
    let sentence = UNLESS.replace_all(sentence, "");
    let definite = |m: &str| {
        let first = m.split(' ').next().unwrap_or_default().to_lowercase();
        matches!(first.as_str(), "de" | "deze" | "onze" | "het")
    };
    ANY.is_match(&sentence)
        || match norm {
            Norm::Toegestaan => {
                ALLOWED.is_match(&sentence) || WHICH.find_iter(&sentence).any(|m| !definite(m.as_str()))
            }
            Norm::NietToegestaan => FORBIDDEN.is_match(&sentence),
            Norm::Verplicht | Norm::Advies => false,
        }
}

/// Whether the next sentence hangs a condition on this one: "Wel dient hiervoor …".
pub(super) fn follows(doc: &Document, block: usize, unit: Span) -> bool {
    static FOLLOWS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:wel|echter|daarbij|hierbij|voorwaarde|hiervoor|daarvoor)\b.{0,40}\b(?:dien|moet|geld|verplicht|vereist|is|zijn)",
        )
    });
    let block = doc.blocks[block].span;
    let rest = doc.text().get(unit.end()..block.end()).unwrap_or_default();
    FOLLOWS.is_match(rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_or_a_limit_makes_a_norm_conditional() {
        let yes = [
            (Norm::Toegestaan, "Vissen mag, mits de boot stil ligt."),
            (Norm::Toegestaan, "Ankeren mag alleen bij de kade."),
            (Norm::Toegestaan, "Schippers die een loods hebben, mogen de geul in."),
            (Norm::Toegestaan, "De havenmeester kan, gehoord de loods, ontheffing geven."),
            (Norm::Verplicht, "Indien het mist, dient de lamp te branden."),
            (Norm::Verplicht, "Waait het hard, dan gaat de vlag omlaag."),
            (Norm::Verplicht, "Bij calamiteiten belt de kok de kade."),
            (Norm::Verplicht, "Bij verschil van inzicht beslist de meester."),
            (Norm::Verplicht, "Kranen worden alleen gebruikt na een besluit van de meester."),
            (Norm::Toegestaan, "Gasten kunnen na ondertekening van de lijst aan boord."),
            (Norm::NietToegestaan, "Aanmeren zonder toestemming van de meester is verboden."),
            (Norm::NietToegestaan, "Varen is verboden als er ijs ligt."),
        ];
        for (norm, words) in yes {
            assert!(conditioned(norm, words), "{words}");
        }
    }

    #[test]
    fn what_is_spoken_of_and_for_how_long_is_no_condition() {
        let no = [
            (Norm::NietToegestaan, "Boten die lekken, mogen de haven niet in."),
            (Norm::NietToegestaan, "Zwemmen blijft vooralsnog verboden, ook als het warm is."),
            (Norm::NietToegestaan, "Vuur aan dek is onder geen enkele voorwaarde toegestaan."),
            (Norm::Verplicht, "Touwen worden zowel voor als na de vaart geteld."),
            (Norm::Verplicht, "Melden gaat uitsluitend via de marifoon."),
            (Norm::Verplicht, "De schipper vult het logboek in voordat hij van boord gaat."),
            (Norm::Verplicht, "Wie aan boord komt, meldt zich."),
            (Norm::Toegestaan, "Het gebruik van een kano als bijboot is toegestaan."),
        ];
        for (norm, words) in no {
            assert!(!conditioned(norm, words), "{words}");
        }
    }
}
