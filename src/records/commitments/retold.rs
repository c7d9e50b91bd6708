//! What others ask, advise or expect, told again in words that sound like a promise: members and motions that ask the
//! government to do something, reports that recommend it, and what comes "naar verwachting van" or "volgens" somebody
//! else. The border: whose doing a sentence is about is for `doer`, what is remarked on the text itself for `remark`.

use crate::lexicon::{ActorKind, actor};
use crate::records::constant;
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// Those that are asked, as they stand in a sentence.
const GOVERNMENT: &str = r"(?:de\ regering|het\ (?:huidige\ )?kabinet|de\ (?:minister|staatssecretaris|bewindspersoon|bewindspersonen)|mij|ons)";

/// Whether the words found at `found` are what somebody asks of the government: they stand behind the asking, in the
/// same breath, and are not the writer's own answer to it.
pub(super) fn asked(words: &str, found: &std::ops::Range<usize>) -> bool {
    static ASKS: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?ix)\b(?:verzoekt|verzoeken|verzocht|verzochten|vraagt|vragen|vroeg|vroegen|roept|roepen|maant|manen|dringt|dringen|spoort|sporen)\ (?:daarom\ |ook\ |dan\ |er\ |bij\ |aan\ )*{GOVERNMENT}\ (?:[^,;.\ ]+\ )*?(?:om|op|aan|te|nu|binnen|v[oó]{{2}}r|af)\b
            |\b(?:verzoekt|verzoeken|vraagt|vragen|roept|roepen)\ (?:het\ lid|de\ leden|deze\ leden|de\ heer|mevrouw|de\ (?:indieners?|fractie)|zij)\ (?:[^;.\ ]+\ )*?{GOVERNMENT}\ (?:[^,;.\ ]+\ )*?(?:om|op|te)\b
            |\b(?:beveelt|bevelen|stelt|stellen|adviseert|adviseren|pleit|pleiten|bepleit|bepleiten|wil|willen|wenst|wensen|verlangt|verlangen|eist|eisen|suggereert|suggereren|verzoekt|verzoeken|vraagt|vragen|bepaalt|vindt|vinden)\ (?:[^,;.\ ]+\ ){{0,4}}?dat\ (?:{GOVERNMENT}|ik|wij)\b
            |^(?:de|deze|die|een|beide)\ (?:moties?|amendement\p{{L}}*|petitie|initiatiefnota|aanbeveling|adviezen|advies)(?:-[\p{{L}}/-]+)?\ (?:[^,;.]{{0,60}}\ )?(?:vraagt|vragen|verzoekt|verzoeken|bepleit|pleit|pleiten|roept|beveelt|adviseert)\b
            |\b(?:wordt|worden|is|zijn)\ {GOVERNMENT}\ (?:[^,;.\ ]+\ ){{0,8}}?(?:opgeroepen|verzocht|gevraagd|aangespoord|gemaand|geadviseerd|aanbevolen)\b
            |\b{GOVERNMENT}\ (?:wordt|is)\ (?:[^,;.\ ]+\ ){{0,8}}?(?:opgeroepen|verzocht|gevraagd|aangespoord|gemaand|geadviseerd)\b"
        ))
    });
    // "Ik vraag de minister van X om": the government among itself.
    static ITSELF: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:ik|wij|we|kabinet|regering|minister|staatssecretaris)(?: (?:dan|ook|daarom|u|graag))?$")
    });
    static OWN: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:ik|wij|we)\b"));
    // "De motie vraagt om een telling, die ik in mei laat doen".
    static ANSWERS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i), (?:die|dat|wat|hetgeen|waar\p{L}+) (?:ik|wij|we|het kabinet)\b"));
    ASKS.find_iter(words).any(|asks| {
        let first = ITSELF.is_match(words[..asks.start()].trim_end());
        let between = words.get(asks.end()..found.start).unwrap_or_default();
        let answered = between.contains([';', ':']) || ANSWERS.is_match(words) || OWN.is_match(&words[found.clone()]);
        !first && asks.start() <= found.end && !(found.start >= asks.end() && answered)
    })
}

/// Whether it is somebody outside the government who expects or says so.
pub(super) fn of_another(words: &str) -> bool {
    static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)\b(?:naar\ (?:de\ )?(?:huidige\ )?(?:verwachting|inschatting|schatting|opgave|zeggen|planning|raming|mededeling)\ van|(?:op\ basis\ van|volgens|blijkens)\ (?:de\ )?(?:huidige\ |laatste\ |actuele\ |nieuwe\ |eigen\ )?(?:opgave|informatie|mededeling|planning)\ van|volgens)\ (?:de\ |het\ |een\ )?(?P<who>[\p{L}-]+)",
        )
    });
    // What is no person, or speaks for the government.
    const OWN: &[&str] = &[
        "mij",
        "ons",
        "mijn",
        "onze",
        "kabinet",
        "regering",
        "minister",
        "ministerie",
        "staatssecretaris",
        "rijk",
        "huidige",
        "planning",
        "plan",
        "verwachting",
        "afspraak",
        "schema",
        "departement",
        "dienst",
        "deze",
        "dit",
        "die",
        "dat",
        "laatste",
        "actuele",
        "nu",
        "nieuwe",
        "eerdere",
        "oorspronkelijke",
        "bestaande",
        "vaste",
        "hetzelfde",
        "dezelfde",
        "tijdpad",
        "programma",
        "projectplan",
        "routekaart",
        "tijdlijn",
        "rijksoverheid",
        "uitvoerder",
        "uitvoeringsorganisatie",
    ];
    static SAID: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bvan de (?:zijde|kant) van [^,;.]{2,80}? (?:is|wordt|werd)\b[^,;.]*\b(?:aangegeven|gemeld|medegedeeld|meegedeeld|verklaard|benadrukt|toegezegd|laten weten)\b|\bis van de (?:zijde|kant) van [^,;.]{2,80}? (?:aangegeven|gemeld|medegedeeld|meegedeeld|verklaard|benadrukt|toegezegd)\b",
        )
    });
    SAID.is_match(words)
        || SOURCE.captures_iter(words).any(|c| {
            let who = &c["who"];
            let known = !super::doer::outsider(who)
                && actor(who).is_some_and(|e| matches!(e.kind, ActorKind::Ministerie | ActorKind::Organisatie));
            !known && !OWN.contains(&fold(who).as_str())
        })
}

/// Whether the words found at `found` stand in what the sentence refuses to promise: "dat … , kan ik niet toezeggen".
pub(super) fn refused(words: &str, found: &std::ops::Range<usize>) -> bool {
    static REFUSES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:kan|kunnen|wil|willen|ga|gaan|zal|zullen|durf|mag) (?:ik|wij|we)|(?:ik|wij|we) (?:kan|kunnen|wil|willen|ga|gaan|zal|zullen|durf|mag)) (?:[^,;.: ]+ ){0,5}?(?:niet|geen|nooit) (?:[^,;.: ]+ ){0,4}?(?:toezegg\w+|beloven|beloftes?|garanderen|garanties?)\b",
        )
    });
    REFUSES.find(words).is_some_and(|refuses| {
        let between = words.get(refuses.end()..found.start).unwrap_or_default();
        !(found.start >= refuses.end() && [";", "maar", " wel "].iter().any(|turn| between.contains(turn)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_promised_is_no_promise() {
        let found = |words: &str, part: &str| words.find(part).map(|at| refused(words, &(at..at + part.len())));
        assert_eq!(found("Dat de tol in mei daalt, kan ik niet toezeggen.", "daalt"), Some(true));
        assert_eq!(found("Ik kan niet beloven dat de tol in mei daalt.", "daalt"), Some(true));
        assert_eq!(found("Ik kan dat niet toezeggen, maar ik stuur u een kaart.", "ik stuur"), Some(false));
    }

    fn told(words: &str) -> bool {
        let (lead, rest) = words.split_once('«').unwrap();
        let (found, tail) = rest.split_once('»').unwrap();
        asked(&format!("{lead}{found}{tail}"), &(lead.len()..lead.len() + found.len()))
    }

    #[test]
    fn what_is_asked_of_the_government_is_no_promise_of_it() {
        for words in [
            "De leden van de Sluispartij verzoeken de minister om voor de zomer «een kaart te sturen».",
            "De motie roept het kabinet op de havens in mei te «laten keuren».",
            "Het rapport beveelt aan dat «de minister in 2041 de boeien telt».",
            "In het manifest wordt de regering opgeroepen in mei «de tol te verlagen».",
            "In die motie vraagt het lid Bos (SLP) «de regering om binnen een jaar te melden» waar de boeien liggen.",
            "De commissie verzocht mij om «voortaan elk jaar» een kaart te sturen.",
            "De schippers wensen dat ik «voortaan elk jaar» een kaart stuur.",
            "Het lid Bos vraagt «de regering om binnen een jaar te melden» waar de boeien liggen.",
        ] {
            assert!(told(words), "{words}");
        }
        for words in [
            "Ik verzoek de minister van Defensie om «in mei de boeien te tellen».",
            "De leden vragen mij om een kaart; «die stuur ik» in mei.",
            "De schippers vragen om een kaart, «die ik in mei stuur».",
        ] {
            assert!(!told(words), "{words}");
        }
    }

    #[test]
    fn who_expects_it_is_named() {
        assert!(of_another("De werf is naar verwachting van de reders in mei 2041 klaar."));
        assert!(of_another("De boot vaart volgens de werf in mei 2041."));
        assert!(!of_another("De boot vaart volgens de huidige planning in mei 2041."));
        assert!(!of_another("De boot vaart naar verwachting van mijn ministerie in mei 2041."));
        assert!(!of_another("De boot vaart naar verwachting in mei 2041."));
    }
}
