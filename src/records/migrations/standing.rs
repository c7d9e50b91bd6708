//! Whether a sentence tells where ICT is, and not that it went there: "is ondergebracht in", "draait al sinds 2016 in".
//! The border: the words of a sentence in, a yes or no out; which sentences are asked is for the parent.

use super::super::constant;
use crate::text::MONTHS;
use regex::Regex;
use std::sync::LazyLock;

/// A state that began as many years ago is how it is, and no move that is told.
const OLD: i16 = 3;

/// Whether the sentence tells where ICT stands: a participle that also names the outcome ("is ondergebracht bij"), with
/// no time, no place it came from and no other verb of moving.
pub(super) fn placed(said: &str) -> bool {
    /// Participles of putting something somewhere, that with "is" also tell where it is.
    const PUT: &str = "ondergebracht|gehuisvest|gestald|geplaatst|opgeslagen|belegd|uitbesteed|gehost|geconcentreerd|aangesloten|opgesteld|ingericht|bewaard";
    static STATE: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?i)\b(?:is|zijn)(?: [^ .;]+){{0,16}}? (?:{PUT})\b|\b(?:{PUT}) (?:is|zijn)\b|\b(?:die|dat|waar\p{{L}}*) (?:[^ .;,]+ ){{0,12}}?(?:(?:was|waren) (?:{PUT})|(?:{PUT}) (?:was|waren))\b"
        ))
    });
    static EVENT: LazyLock<Regex> = LazyLock::new(|| {
        let months = MONTHS.join("|");
        constant(
            &r"(?ix)\b(?:sinds|sindsdien|inmiddels|intussen|al|reeds|onlangs|recent|recentelijk|afgelopen|vorige?|eerder|begin|eind|medio|
              per|vanaf|ingang|nadat|nadien|toen|daarop|vervolgens|daarna|alsnog|opnieuw|weer|definitief|voortaan|straks|binnenkort|
              zodra|thans|nu|nog|momenteel|tijdelijk|laatste|dit|deze|tot|totdat|voordat|
              {maand}|(?:19|20)\d\d|
              naar|vanuit|uit|niet|geen|evenmin|noch|of|wordt|worden|werd|werden|zal|zullen|gaat|gaan|ging|gingen|komt|komen|blijft|blijven|
              wil|willen|moet|moeten|kan|kunnen|zou|zouden)\b
              |verhui|verplaats|migr|terugge|weggeh|vervang|losge|ontvl|ontm|heroverw|stopgez|gestaakt|opgeschort|afgezien|
              \bover(?:ge|te|zet|breng|bracht|stap|gang|hevel|schakel)".replace("{maand}", &months),
        )
    });
    // How it was, and not what became of it.
    static WAS: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?i)\b(?:was|waren)(?: [^ .;]+){{0,10}}? (?:voorheen|vroeger|destijds|toen|aanvankelijk|oorspronkelijk|lang|lange tijd|jarenlang|altijd)(?: [^ .;]+){{0,8}}? (?:{PUT})\b"
        ))
    });
    static SINCE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:nu|thans|inmiddels|sinds|sindsdien|maar|later|vervolgens|daarna|tot)\b|verhui|verplaats|migr|\bover(?:ge|te)|terugge",
        )
    });
    STATE.is_match(said) && !EVENT.is_match(said) || WAS.is_match(said) && !SINCE.is_match(said)
}

/// Whether the sentence tells what is taken as a service, with no word of a change: "wordt als dienst afgenomen".
pub(super) fn served(said: &str) -> bool {
    static TAKEN: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:wordt|worden)(?: [^ .;]+){0,10}? (?:als|in de vorm van)(?: een)? (?:\p{L}*dienst|SaaS\S*)(?: [^ .;]+){0,6}? (?:afgenomen|geleverd|betrokken)\b",
        )
    });
    static CHANGE: LazyLock<Regex> = LazyLock::new(|| {
        let months = MONTHS.join("|");
        constant(&format!(
            r"(?i)\b(?:sinds|vanaf|per|voortaan|straks|binnenkort|inmiddels|nu|zodra|volgend|volgende|komend|komende|eind|begin|medio|gaat|gaan|zal|zullen|zou|zouden|eerder|nieuwe?|vervang\p{{L}}*|opvolg\p{{L}}*|proef|plan\p{{L}}*|niet|geen|alsnog|{months}|20\d\d)\b"
        ))
    });
    TAKEN.is_match(said) && !CHANGE.is_match(said)
}

/// Whether the sentence tells that it has long been so in `year`: "draait sinds 2016 op", "staat van meet af aan in".
pub(super) fn long_since(said: &str, year: Option<i16>) -> bool {
    static SINCE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:sinds|vanaf) (?:\p{L}+ ){0,3}?((?:19|20)\d\d)\b"));
    // "Is in 2021 aanbesteed": one year, of something done.
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:is|zijn|werd|werden|heeft|hebben) (?:[^ .;]+ ){0,8}?in (?:\p{L}+ ){0,2}?((?:19|20)\d\d) (?:[^ .;]+ ){0,8}?(?:aanbesteed|gegund|in gebruik genomen|ingevoerd|gebouwd|aangeschaft|ingekocht)\b",
        )
    });
    static ALWAYS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)\b(?:van\ meet\ af\ aan|vanaf\ (?:het\ begin|de\ start|de\ oprichting|dag\ één)|van\ begin\ af\ aan|altijd\ al|al\ (?:heel\ |zeer\ )?lang|sinds\ lang
              |sinds\ (?:de|het|haar|zijn|hun)\ (?:\p{L}+\ )?(?:oprichting|invoering|introductie|ontstaan|begin|bestaan|jaren\ \p{L}+|vorige\ eeuw|eeuwwisseling)
              |(?:al|sinds)\ (?:\p{L}+\ )?(?:jaren|decennia)|(?:al|reeds)\ (?:meer\ dan\ |ruim\ |bijna\ |zeker\ )?(?:\d+|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig)\ jaar)\b",
        )
    });
    let old = |written: &str| {
        let then = written.parse::<i16>().ok();
        then.zip(year).is_some_and(|(then, now)| now.saturating_sub(then) >= OLD)
    };
    ALWAYS.is_match(said) || [&SINCE, &DONE].iter().any(|told| told.captures(said).is_some_and(|c| old(&c[1])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_something_is_and_that_it_was_brought_there_are_two_things() {
        assert!(placed("Het rooster is ondergebracht in een rekencentrum te Assen."));
        assert!(placed("De griffie huurt een zaal waarin de meeste kaarten zijn ondergebracht."));
        assert!(placed("De griffie is aangesloten op de servers van de marine."));
        assert!(placed("Het rooster was voorheen ondergebracht bij een Deense aanbieder."));
        assert!(!placed("Het rooster was voorheen ondergebracht in Delft en staat nu in Assen."));
        assert!(!placed("Het rooster is in mei ondergebracht in een rekencentrum te Assen."));
        assert!(!placed("Het rooster is uit Delft gehaald en ondergebracht in Assen."));
        assert!(!placed("De griffie heeft het rooster ondergebracht bij een rekencentrum te Assen."));
    }

    #[test]
    fn what_has_been_so_for_years_is_no_move() {
        assert!(long_since("Het rooster draait sinds 2027 op een server.", Some(2031)));
        assert!(!long_since("Het rooster draait sinds 2030 op een server.", Some(2031)));
        assert!(!long_since("Het rooster draait sinds 2027 op een server.", None));
        assert!(long_since("Het rooster staat al twaalf jaar op een server.", None));
        assert!(long_since("Het rooster is in 2027 gegund aan een Deense aanbieder.", Some(2031)));
        assert!(!long_since("Het rooster is in 2030 gegund aan een Deense aanbieder.", Some(2031)));
    }

    #[test]
    fn what_is_taken_as_a_service_without_a_word_of_change_is_how_it_is() {
        assert!(served("Een deel van de roosters wordt als dienst afgenomen."));
        assert!(!served("Een deel van de roosters wordt vanaf mei als dienst afgenomen."));
    }
}
