//! What a letter is and what is left alone: the letter itself on its way to the Chamber, the report that comes every so
//! often, and what the writer forgoes or leaves to others. Such sentences have the words of a promise and give none. The
//! border: what another document announced or a member agrees with is for `remark`, what runs its course for `course`.

use super::Due;
use crate::records::constant;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Whether a sentence sends the very document it stands in: "Deze brief zend ik u ten behoeve van het debat". With a
/// time of its own ("Deze brief ontvangt u voor het reces", "wordt na afloop gezonden") it speaks of another.
pub(super) fn itself(words: &str, due: &Due) -> bool {
    const STUK: &str = r"(?:\p{L}*brief|brieven|antwoord|antwoorden|beantwoording|\p{L}*overzicht|\p{L}*rapportage|\p{L}*nota|notitie|stukken|reactie|stand van zaken)";
    const ZENDT: &str =
        r"(?:zend|zenden|stuur|sturen|bied|bieden|doe|doen|verstrek|verstrekken|schrijf|leg|overhandig)";
    static SENT: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?ix)^(?:deze|dit)\ {STUK}\ (?:[^,;.\ ]+\ ){{0,4}}?{ZENDT}\ (?:ik|wij|we)\b
            |^(?:deze|dit)\ (?:\p{{L}}*brief|antwoorden|beantwoording)\ (?:[^,;.\ ]+\ ){{0,4}}?(?:ontvangt\ u(?:w\ Kamer)?|wordt|worden)\b
            |\b(?:{ZENDT}\ (?:ik|wij)\ (?:u|uw\ Kamer|de\ Kamer)|(?:ik|wij)\ {ZENDT}\ (?:u|uw\ Kamer|de\ Kamer))\ (?:[^,;.\ ]+\ ){{0,3}}?(?:deze|dit)\ {STUK}\b"
        ))
    });
    static NOW: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?i)\b(?:{ZENDT}|informeer|informeren|bericht|berichten|geef|geven|ontvangt) (?:ik|wij|u|uw Kamer)\b[^;.]*\bbij dezen\b|\bbij dezen (?:{ZENDT}|informeer|informeren|bericht|berichten|ontvangt)\b"
        ))
    });
    // The debate it is sent for is no time by which it comes.
    static FOR: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:ten behoeve van|met het oog op|vooruitlopend op|ter voorbereiding (?:op|van)|in aanloop naar|in verband met) (?:het|de|uw|een) (?:[^,;. ]+ ){0,3}?\p{L}*(?:debat|overleg|vergadering|behandeling|hoorzitting|gesprek)\b",
        )
    });
    static LATER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:na|zodra|nadat|wanneer|als|later|dan|daarna|vervolgens|separaat|ter gelegenheid|tezijnertijd|te zijner tijd)\b",
        )
    });
    NOW.is_match(words)
        || SENT.is_match(words) && (FOR.is_match(words) || !matches!(due, Due::At(_)) && !LATER.is_match(words))
}

/// Whether a sentence tells of the report that comes every so often: it says so, or is about the motions and promises at
/// large, without a day. What is new ("voortaan", "de volgende") or on one subject is promised.
pub(super) fn habit(words: &str, due: &Due) -> bool {
    static USUAL: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)^(?:(?:zo)?als|gelijk)\ (?:te\ doen\ )?(?:gebruikelijk|altijd|gewoonlijk|vanouds)\b
            |^zoals\ (?:(?:elk|ieder|elke|iedere)\ \p{L}+|u\ (?:van\ (?:mij|ons)\ )?(?:gewend|gewoon)\ bent|(?:in|de)\ voorgaande\ jaren)\b
            |^(?:volgens|conform|overeenkomstig|naar|ingevolge)\ (?:de\ |het\ |een\ |goed\ )?(?:vaste?|bestaande|goede?|gebruikelijke?|staande?|gegroeide?|jaarlijkse)?\ ?(?:gewoonte|gebruik|praktijk|werkwijze|cyclus|traditie)\b
            |^het\ is\ (?:goed\ |vast\ )?(?:gebruik|gebruikelijk|gewoonte|praktijk)\ (?:dat|om)\b
            |^(?:traditiegetrouw|gebruikelijkerwijs|gewoontegetrouw)\b",
        )
    });
    static OFTEN: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:\p{L}+ ?(?:maal|keer) per \p{L}+|(?:elk|elke|ieder|iedere|per) (?:half ?jaar|jaar|kwartaal|maand|zomer|najaar|voorjaar)|(?:half)?jaarlijks|periodiek|maandelijks)\b",
        )
    });
    static FIRST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:een|twee|drie|vier)(?:maal| keer) per \p{L}+ (?:wordt|ontvangt|krijgt) (?:u|uw Kamer|de Kamer|beide Kamers)\b",
        )
    });
    static AT_LARGE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:moties (?:en|alsmede|en van) (?:(?:de|gedane|openstaande|lopende|overige) )*toezeggingen|toezeggingen en (?:(?:de|aangenomen|openstaande|lopende) )*moties)\b",
        )
    });
    static NEW: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:voortaan|voor het eerst|te beginnen|(?:eerst)?volgende?|nieuwe|opnieuw|wederom|nogmaals|deze moties|die moties|overige|resterende|beide moties|vanaf|zal|zullen|zeg|toe(?:zeggen|gezegd)|bereid|komend|komende|daartoe|later)\b",
        )
    });
    // What comes after an event is new each time, and what a writer says to do now is promised.
    static NOW: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^zoals [^,]{3,60}, (?:ontvangt|krijgt) (?:u|uw Kamer|de Kamer) (?:na (?:afloop|ommekomst)|zodra)\b|; (?:dat|dit|zo) (?:zal|doe|ga) ik\b|, (?:en|wat) (?:dat )?(?:zal|doe) ik\b",
        )
    });
    let open = !matches!(due, Due::At(_));
    if NOW.is_match(words) {
        return false;
    }
    FIRST.is_match(words)
        || USUAL.is_match(words) && (OFTEN.is_match(words) || AT_LARGE.is_match(words) || open)
        || AT_LARGE.is_match(words) && open && !NEW.is_match(words)
}

/// Whether the clause that the words found at `found` stand in says what is left undone, left as it is or left to others.
pub(super) fn left(words: &str, found: &Range<usize>) -> bool {
    const ZO: &str = r"(?:het\ (?:hier|daar)?bij\b|over\ aan\b|aan\ (?:[^,;.]+\ )over(?:$|[.,;]|\ (?:en|maar)\b)|(?:rusten|ongemoeid|onbesproken|onverlet)(?:$|[.,;]|\ (?:en|maar)\b)|aan\ (?:(?:de|het|onze|deze)\ )?(?:\p{L}+\ )?(?:gemeenten?|provincies?|sector|markt|werkgevers|scholen|schoolbesturen|instellingen|rechter|inspectie|partijen|organisaties|wetgever|toezichthouder|opvolger|uw\ Kamer|Kamer|ondernemers|ouders|professionals|beroepsgroep|koepels)(?:$|[.,;])|voor\ wat\ (?:het|hij|zij|ze)\b|aan\ (?:een|het|mijn|de)\ (?:volgend|volgende|nieuw|nieuwe|komend|komende|opvolgend)\ (?:kabinet|bewindspersoon|minister|coalitie|regering)(?:$|[.,;]|\ over\b))";
    static LEFT: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?ix)\bachterwege\b|\b(?:afzien|af\ te\ zien|afzie|afziet)\b
            |\b(?:zie|zien|ziet)\ (?:ik|wij|we|het\ kabinet)\ (?:[^,;.]+\ )?(?:van\ )?af\b|\b(?:ik|wij|we|kabinet)\ (?:zie|zien|ziet)\ (?:[^,;.]+\ )?\baf\b
            |\b(?:laat|laten)\ (?:ik|wij|we|het\ kabinet)\ (?:[^,;.\ ]+\ ){{0,6}}?{ZO}|\b(?:ik|wij|we|kabinet)\ (?:laat|laten)\ (?:[^,;.\ ]+\ ){{0,6}}?{ZO}
            |\bhet\ (?:hier|daar)?bij\ (?:willen\ |kunnen\ )?(?:te\ )?(?:laten|houden)\b|\bhoud(?:en|t)?\ (?:ik|wij|we)\ het\ (?:hier|daar)?bij\b|\bhet\ (?:blijft|bleef)\ (?:hier|daar)?bij\b
            |\b(?:volsta|volstaan)\ (?:ik|wij|we)\b|\b(?:ik|wij|we)\ volsta(?:an)?\b|\b(?:onthoud|onthouden)\ (?:ik|wij|we)\ (?:mij|ons)\b"
        ))
    });
    // Others are to leave it, or it is seen to that it is left; and who is told of it is promised that.
    static SEEN_TO: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:verzoe\p{L}+|vra(?:ag|agt|gen)|oproep\p{L}*|roep(?:en|t)?|spoor|overtuig\p{L}*|beweg\p{L}*|zorg|zorgen|draag|dragen|borg|borgen|toe(?:zien)?|regel|(?:informeer|informeren|bericht|berichten|stuur|zend|meld|rapporteer) (?:(?:ik|wij) )?(?:u|uw Kamer|de Kamer))\b",
        )
    });
    // "Ik laat het rapport toekomen aan de Kamer."
    static MADE_TO: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:laat|laten) (?:[^,;. ]+ ){1,8}?\p{L}{2,}(?:en|zien|doen) aan (?:[^,;. ]+ ){0,2}[^,;. ]+(?:$|[.,;])",
        )
    });
    let edge = |c: char| matches!(c, ',' | ';' | ':');
    let from = words[..found.start].rfind(edge).map_or(0, |at| at + 1);
    let until = words[found.end..].find(edge).map_or(words.len(), |at| found.end + at);
    let clause = &words[from..until];
    LEFT.is_match(clause) && !SEEN_TO.is_match(clause) && !MADE_TO.is_match(clause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::periods;

    fn due(words: &str) -> Due {
        let first = periods(words, Some(jiff::civil::date(2041, 2, 3))).into_iter().next();
        first.map_or(Due::Open, |(_, period)| Due::At(Box::new(period)))
    }

    #[test]
    fn the_letter_itself_on_its_way_is_no_promise() {
        for words in [
            "Deze loodsbrief stuur ik u vooruitlopend op het loodsdebat van 3 mei.",
            "Ik stuur u deze antwoorden mede namens de loodsen.",
            "Voor uw vergadering zend ik u bij dezen de vaarkaart.",
        ] {
            assert!(itself(words, &due(words)), "{words}");
        }
        for words in [
            "Deze loodsnota ontvangt u voor 1 juni 2041.",
            "Bij dezen zeg ik u een vaarkaart toe.",
            "Deze rapportage wordt na de telling met uw Kamer gedeeld.",
            "Deze loodsbrief ontvangt u voor het loodsdebat van 3 mei 2041.",
            "Voor het loodsdebat van 3 mei stuur ik u de vaarkaart.",
        ] {
            assert!(!itself(words, &due(words)), "{words}");
        }
    }

    #[test]
    fn the_report_that_always_comes_is_no_promise_and_a_new_one_is() {
        for words in [
            "Zoals te doen gebruikelijk krijgt u driemaal per jaar een stand van de loodsen.",
            "De openstaande moties en toezeggingen over de loodsen zet ik voor u op een rij.",
            "Volgens vast gebruik bericht ik u over de loodsen.",
        ] {
            assert!(habit(words, &due(words)), "{words}");
        }
        for words in [
            "Voortaan krijgt u driemaal per jaar een stand van de loodsen.",
            "Over deze moties en toezeggingen zal ik u in mei opnieuw berichten.",
            "In mei stuur ik u, zoals gebruikelijk, de vaarkaart.",
            "Voor 1 juni 2041 zet ik de openstaande moties en toezeggingen over de loodsen voor u op een rij.",
            "Conform afspraak zal ik u na de proef over de loodsen berichten.",
        ] {
            assert!(!habit(words, &due(words)), "{words}");
        }
    }

    #[test]
    fn what_is_left_is_left_in_its_own_clause() {
        let found = |words: &str, part: &str| words.find(part).map(|at| left(words, &(at..at + part.len())));
        assert_eq!(found("Een tweede telling zal ik achterwege laten.", "zal ik"), Some(true));
        assert_eq!(found("Die afweging laat ik aan de schippers over.", "laat ik"), Some(true));
        assert_eq!(found("Voor de kleine havens laat ik het bij een kaart.", "laat ik"), Some(true));
        assert_eq!(found("Dat besluit laat ik aan een volgend kabinet.", "laat ik"), Some(true));
        assert_eq!(found("Ik zie af van een telling, wel stuur ik u een kaart.", "stuur ik u"), Some(false));
        for promised in [
            "Ik laat de boeien tellen.",
            "Ik laat in de zomer een norm voor waterhout opstellen.",
            "Ik laat nagaan waar de ankers liggen.",
            "Ik laat een raad van rustende loodsen een voorstel doen.",
            "Ik laat de havens die onder deze wet vallen doorlichten.",
        ] {
            assert_eq!(found(promised, "Ik laat"), Some(false), "{promised}");
        }
        assert_eq!(found("Ik ga na of de kaart volstaat en informeer u daarover.", "Ik ga na"), Some(false));
        assert_eq!(found("Ik zal de havens verzoeken van boetes af te zien.", "Ik zal"), Some(false));
    }
}
