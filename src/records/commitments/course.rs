//! What runs its course with nobody promising anything: money and places that there are, contracts that run out, laws that
//! enter into force, meetings that are held, numbers that are predicted, and what a measure brings about. The border: who
//! acts is for `doer`; the letter itself and what is left alone are for `standing`.

use super::Due;
use crate::records::constant;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Whether a sentence with a date tells of what is there, runs out, holds or follows by itself.
pub(super) fn by_itself(words: &str, found: &Range<usize>) -> bool {
    // "Voor 2041 zijn honderd plaatsen beschikbaar": a stock, not a deed.
    static SUPPLY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)\b(?:is|zijn|blijft|blijven)\ (?:[^;,]+\ )?(?:\p{L}*middelen|\p{L}*budget(?:ten)?|geld|gelden|euro|miljoen|miljard|\p{L}*plaatsen|\p{L}*plekken|\p{L}*capaciteit|\p{L}*bedrag(?:en)?|fte|ruimte|uren|formatieplaatsen|subsidie|dekking)\ (?:[^;,]+\ )?(?:beschikbaar|voorhanden|gereserveerd|begroot|geraamd)\b
            |\b(?:is|zijn)\ er\ (?:[^;,]+\ )?(?:\p{L}*middelen|\p{L}*budget|geld|euro|miljoen|miljard|\p{L}*plaatsen|\p{L}*plekken|\p{L}*capaciteit)\b",
        )
    });
    // What comes on top of it, or by a last day, is a deed.
    static MORE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:extra|aanvullende?|bijkomende?|nieuwe|uiterlijk|vóó?r|(?:per|voor) \d{1,2} \p{L}+ 20\d\d)\b",
        )
    });
    static RUNS_ON: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:stilzwijgend|van rechtswege|automatisch verlengd|vanzelf)\b"));
    // A law that has been passed, or one of the Union.
    static LAW: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?x)^(?:[^,;.]{0,60}\ )?(?:(?:[Dd]e|[Dd]eze|[Dd]ie|[Dd]it)\ (?:(?i:Europese|herziene|nieuwe|gewijzigde|betreffende)\ )?(?:Wet|\p{Lu}[\p{L}-]+wet|\p{L}*[Vv]erordening|[Rr]ichtlijn|\p{Lu}[\p{L}]+richtlijn|[Tt]ijdelijke\ wet|AVG|Data\ Act|AI\ Act|[Aa]vg)|[Hh]et\ (?:\p{L}*[Vv]erdrag|[Pp]rotocol\ bij))\b
              (?:\ [^,;.]{0,80}?)?\ (?:treedt|treden|geldt|gelden|vervalt|eindigt|(?:gaat\ (?:[^,;.]+\ )?in|loopt\ (?:[^,;.]+\ )?af)(?:$|[.,;])|(?:is|wordt|worden)\ (?:[^,;.]+\ )?van\ (?:toepassing|kracht))\b",
        )
    });
    static PLANNED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:verwacht\p{L}*|planning|gepland|beoogd\p{L}*|beoogt|streef\p{L}*|streven|voornemen\w*|zal|zullen|ik|wij|kabinet|zodat|daarom|daartoe)\b",
        )
    });
    // Whom the government calls together.
    static CALLED: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:ik|wij|we|kabinet|mijn|zodat|daarom|daartoe)\b"));
    static MEETING: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)^(?:op\ [^,;.]{3,30}\ )?(?:(?:vindt|staat|is)\ )?(?:het|de|dit|dat|een)\ (?:[^,;.\ ]+\ ){0,2}?(?:\p{L}*debat|\p{L}*overleg|\p{L}*vergadering|\p{L}*(?:[\p{L}&&[^dr]]|er)raad|\p{L}*top|(?:technische\ )?briefing|\p{L}*behandeling|stemming|zitting)\ (?:[^;,]+\ )?(?:plaats|gepland|geagendeerd|voorzien|gehouden)\b
            |^(?:het|de|dit|dat|een)\ (?:[^,;.\ ]+\ ){0,3}?(?:\p{L}*debat|\p{L}*overleg|\p{L}*vergadering|\p{Ll}*(?:[\p{Ll}&&[^dr]]|er)raad|\p{L}*top|begrotingsbehandeling|zitting)\ (?:[^;,.\ ]+\ ){0,3}?(?:vindt|is|staat)\b
            |\b(?:plenaire|schriftelijke|mondelinge)\ behandeling\ (?:[^;,.\ ]+\ ){0,4}?(?:is|staat|wordt|begint|volgt|vindt)\b|\b(?:waarvan|met)\ de\ (?:[^;,.\ ]+\ )?behandeling\b
            |\bligt\ (?:[^;,.\ ]+\ ){0,3}?(?:bij|voor\ in)\ (?:uw|de|beide)\ (?:Tweede\ |Eerste\ )?Kamers?\b",
        )
    });
    // What is held for good or hangs on something is not yet decided.
    static OPINED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)\b(?:is|blijft)\ (?:het\ )?(?:dan\ |daarom\ |ook\ |wel\ |zeer\ )*(?:van\ (?:groot\ |wezenlijk\ )?belang|belangrijk|wenselijk|noodzakelijk|nodig|essentieel|cruciaal|zaak|verstandig|goed|mogelijk|denkbaar)\ (?:dat|om)\b
            |^of\ [^;.]*\b(?:hangt|hangen|is\ (?:mede\ )?afhankelijk|valt\ nog|staat\ nog|is\ nog)\b
            |\b(?:komt|komen)\ (?:[^,;.]+\ )?(?:bijeen|bij\ elkaar|samen)(?:$|[.,;])|\b(?:doet|doen)\ (?:dat|dit)\ (?:[^,;.]+\ )?tot\b|^(?:dat|dit)\ heeft\ geleid\ tot\b",
        )
    });
    // "Daarmee wordt de vloot in 2041 versterkt": what it amounts to.
    static BRINGS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)^(?:(?:daar|hier)(?:mee|door)|zo|zodoende|aldus|op\ (?:die|deze)\ (?:manier|wijze)|(?:met|door)\ (?:deze|die|dit|dat|al)\ [^,;.]{3,60}?)\ (?:wordt|worden|krijgt|krijgen)\ (?:[^;.]+\ )?(?:ver(?:sterkt|beterd|groot|kleind|hoogd|laagd|minderd|kort|sneld|eenvoudigd|duidelijkt|licht|zekerd|ruimd|zacht)|voorkomen|beperkt|teruggebracht|teruggedrongen|gewaarborgd|geborgd|bereikt|bevorderd|gestimuleerd|weggenomen|vergemakkelijkt|gerealiseerd|zekerheid|ruimte|houvast|duidelijkheid)\b",
        )
    });
    let itself = LAW.is_match(words) && !PLANNED.is_match(words) || MEETING.is_match(words) && !CALLED.is_match(words);
    SUPPLY.is_match(words) && !MORE.is_match(words)
        || OPINED.is_match(words) && !CALLED.is_match(words)
        || RUNS_ON.is_match(words)
        || itself
        || BRINGS.is_match(words) && !MORE.is_match(words)
        || allotted(words, found)
}

/// Whether it is money that is paid as it always is, or figures that come out as they always do.
pub(super) fn routine(words: &str) -> bool {
    static ROUTINE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)\b(?:via|uit|in|door\ middel\ van|met)\ (?:de|het|een)\ (?:algemene\ uitkering|(?:specifieke|decentralisatie|integratie)-?\ ?uitkering|gemeentefonds|provinciefonds|lumpsum)\b[^;.]*\b(?:uitgekeerd|uitbetaald|overgemaakt|verstrekt|toegevoegd|verdeeld)\b
            |\b(?:uitgekeerd|uitbetaald|overgemaakt|verstrekt|toegevoegd|verdeeld)\b[^;.]*\b(?:algemene\ uitkering|(?:specifieke|decentralisatie|integratie)-?\ ?uitkering|gemeentefonds|provinciefonds|lumpsum)\b
            |\b(?:de|het|alle)\ (?:[^,;.\ ]+\ )?(?:kinderbijslag|\p{L}*toeslag(?:en)?|\p{L}*uitkering(?:en)?|AOW|bijstand|salaris(?:sen)?|vakantiegeld|\p{L}*pensioen(?:en)?|studiefinanciering|zakgeld|loon|lonen|\p{L}*budget|voorschot(?:ten)?|tranches?)\ (?:wordt|worden)\ (?:[^,;.]+\ )?(?:uitgekeerd|uitbetaald|overgemaakt|bijgeschreven|betaald|gestort)\b
            |\bbetaal(?:t|en)\ (?:[^,;.\ ]+\ ){0,3}?(?:de|het|alle)\ (?:kinderbijslag|\p{L}*toeslag(?:en)?|[\p{L}-]*uitkering(?:en)?|AOW|bijstand|salaris(?:sen)?|vakantiegeld|\p{L}*pensioen(?:en)?|studiefinanciering)\b
            |\b(?:gemeenten?|provincies|waterschappen|regio['’]s|scholen)\ (?:ontvangen|ontvangt|krijgen|krijgt)\ (?:[^;.]+\ )?(?:euro|miljoen|miljard|middelen|budget|geld|bijdrage)\b|\b(?:ontvangen|krijgen)\ (?:de\ |alle\ )?(?:gemeenten|provincies|waterschappen|regio['’]s|scholen)\ (?:[^;.]+\ )?(?:euro|miljoen|miljard|middelen|budget|geld|bijdrage)\b
            |\b(?:CBS|Centraal\ Bureau\ voor\ de\ Statistiek|Eurostat|CPB|KNMI)\ (?:publiceert|brengt|komt|maakt|presenteert|actualiseert|levert)\b[^;.]*\b(?:\p{L}*cijfers|statistiek(?:en)?|raming(?:en)?|\p{L}*tellingen?|\p{L}*meting(?:en)?|uitkomsten)\b
            |\b(?:publiceert|brengt|presenteert|actualiseert|levert)\ (?:het\ )?(?:CBS|Centraal\ Bureau\ voor\ de\ Statistiek|Eurostat|CPB|KNMI)\b[^;.]*\b(?:\p{L}*cijfers|statistiek(?:en)?|raming(?:en)?|\p{L}*tellingen?|\p{L}*meting(?:en)?|uitkomsten)\b
            |\b(?:wordt|worden)\ (?:[^,;.]+\ )?(?:gerekend\ (?:met|op)|uitgegaan\ van|rekening\ gehouden\ met)\b",
        )
    });
    // "Ieder jaar in mei" goes on as it did, unless it is new or the Chamber is told.
    static YEARLY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:brengt|brengen|publiceert|publiceren|presenteert|presenteren|verschijnt|verschijnen|organiseert|organiseren|houdt|komt|komen) (?:[^,;.]{0,80} )?(?:(?:ieder|elk) (?:jaar|voorjaar|najaar)|jaarlijks)\b",
        )
    });
    static NEW: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:voortaan|vanaf|met ingang|voor het eerst|te beginnen|nieuwe?|zal|zullen|ga|gaat|gaan|u|uw|Kamers?|ik|wij)\b",
        )
    });
    // What makes good is no routine.
    static AMENDS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:compensatie|alsnog|nabetal\p{L}*|schade\p{L}*|herstel\p{L}*|gedupeerden?|eenmalig\p{L}*|extra|tegemoetkoming)\b",
        )
    });
    ROUTINE.is_match(words) && !AMENDS.is_match(words) || YEARLY.is_match(words) && !NEW.is_match(words)
}

/// Whether the words found stand in what money that has been set aside is for: "er is geld vrijgemaakt waarmee …".
fn allotted(words: &str, found: &Range<usize>) -> bool {
    static MONEY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)\b(?:is|zijn|heb|heeft|hebben|werd|werden|was|waren)\b[^;.]*\b(?:vrijgemaakt|gereserveerd|beschikbaar\ gesteld|beschikbaar\ gekomen|uitgetrokken|toegekend|opgenomen|begroot|bestemd|toegevoegd|geoormerkt|overgeheveld|vrijgespeeld|verleend|toegezegd|ingeboekt),?\ (?:waarmee|waardoor|waaruit|waarvan|dat|die|zodat|om)\ ",
        )
    });
    static TOLD: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:ik|wij|uw Kamer|u|de (?:Tweede |Eerste )?Kamer)\b"));
    static SUM: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:euro|miljoen|miljard|\p{L}*middelen|geld|gelden|budget|bedrag)\b"));
    let money = MONEY.find_iter(words).find(|m| m.end() <= found.end && SUM.is_match(m.as_str()));
    money.is_some_and(|m| !TOLD.is_match(&words[m.end()..]))
}

/// Whether what is expected is a number, a consequence or how long something takes: no doing of anybody.
pub(super) fn predicted(words: &str) -> bool {
    static PREDICTED: LazyLock<Regex> = LazyLock::new(|| {
        const LEIDT: &str = r"leidt|leiden|duurt|duren|kost|kosten|bedraagt|bedragen|telt|tellen|scheelt|schelen|stijgt|stijgen|daalt|dalen|groeit|groeien|vergt|vergen|betekent|betekenen|bespaart|besparen|beslaat|beslaan|omvat|omvatten|beloopt|belopen";
        const GAAT: &str = r"loopt|lopen|blijft|blijven|raakt|raken|treft|treffen|neemt|nemen|komt|komen|laat|laten";
        const DACHT: &str = r"naar\ (?:(?:de|het|mijn|onze)\ )?(?:huidige\ |huidig\ |eerste\ )?(?:verwachting|inzicht|inzichten|raming|schatting|inschatting)";
        const UIT: &str = r"(?:tot|toe|af|op|uit|uit\ op|rond|circa|ongeveer|op\ zich\ wachten)";
        constant(&format!(
            r"(?ix)\b{DACHT}\ (?:{LEIDT})\b
            |\b(?:{LEIDT})\ (?:[^,;.\ ]+\ ){{0,5}}?{DACHT}\b
            |\b(?:kosten|uitgaven|opbrengsten?|baten|lasten|aantal(?:len)?|tekort|wachttijd(?:en)?|prijs|prijzen|vraag|druk)\ (?:[^,;.\ ]+\ ){{0,5}}?(?:{LEIDT}|{GAAT})\ (?:[^,;.]+\ )?{UIT}\b
            |\b(?:{LEIDT}|{GAAT})\ (?:de|het)\ (?:[^,;.\ ]+\ ){{0,2}}?(?:\p{{L}}*kosten|uitgaven|opbrengsten?|baten|lasten|aantal(?:len)?|aandeel|percentage|tekort|wachttijd(?:en)?|prijs|prijzen|vraag|druk|gebruik|behoefte)\ (?:[^,;.]+\ )?{UIT}(?:$|[.,;])
            |\b(?:verwacht\ wordt|verwachting\ is|verwacht(?:en)?\ (?:ik|wij)|(?:ik|wij)\ verwacht(?:en)?)\ (?:nu\ |ook\ )?dat\ (?:de|het)\ [^,;.]{{3,60}}\ (?:stijgt|stijgen|daalt|dalen|groeit|groeien|afneemt|afnemen|toeneemt|toenemen|krimpt|krimpen|herstelt|herstellen|oploopt|oplopen|terugloopt|teruglopen|uitkomt|uitkomen)\b
            |\bop\ zich\ (?:(?:te|doen|laten)\ )?wachten\b"
        ))
    });
    // Who puts costs into a budget or comes back to a question does something; so does what ends in a paper.
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?x)\b(?:kabinet|[Mm]inister|[Ss]taatssecretaris)\b|\b(?:neemt|nemen|komt|komen|laat|laten|treft|treffen)\ (?:de|het)\ \p{Lu}
            |\btot\ (?:een|de|het)\ (?:\p{L}+\ )?(?:\p{L}*voorstel|\p{L}*besluit|\p{L}*plan|\p{L}*advies|\p{L}*rapport|\p{L}*akkoord|\p{L}*regeling|\p{L}*brief|\p{L}*visie|\p{L}*agenda|\p{L}*aanpak)\b",
        )
    });
    PREDICTED.is_match(words) && !DONE.is_match(words)
}

/// Whether the words found, with "zal" and no time or Chamber, stand in a clause that describes what its main clause
/// names: "er wordt een steiger gebouwd, waarbij hout zal worden gebruikt".
pub(super) fn described(words: &str, found: &Range<usize>, due: &Due) -> bool {
    static OPENS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)(?:,? (?:waarbij|waarin|waarmee|waarop|waarvan|waarvoor|waardoor|waarbinnen|welke)|, (?:die|dat)|\b(?:is|zijn|staat|staan|wordt) (?:[^,;.]+ )?(?:opgenomen|vastgelegd|bepaald|geregeld|beschreven|uitgegaan|aangenomen|verondersteld|opgetekend|becijferd)(?: hoe)? dat) (?:[^,;:. ]+ ){0,12}$",
        )
    });
    static TOLD: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:ik|wij|we|u|uw|Kamer|kabinet|minister|staatssecretaris|toe)\b"));
    // What of a rule or amount is to be changed is decided, and no part of the description.
    static DECIDES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:drempel|grens|plafond|maximum|minimum|bovengrens|ondergrens|eis|eisen|termijn|tarief|bedrag|budget|vergoeding|bijdrage|leeftijd|verplichting|beperking|voorwaarden?|uitzondering|looptijd|\p{L}*(?:drempel|grens|eis|plicht|termijn|tarief|bedrag)) (?:[^,;]+ )?(?:zal|zullen) (?:[^,;]+ )?(?:geschrapt|afgeschaft|verhoogd|verlaagd|verruimd|aangescherpt|versoepeld|gewijzigd|aangepast|verlengd|verkort|opgehoogd|gehalveerd|verdubbeld|losgelaten|vervallen|ingevoerd)\b|\b(?:zal|zullen) (?:de|het|een) (?:\p{L}*(?:drempel|grens|eis|plicht|termijn|tarief|bedrag|verplichting|beperking|vergoeding|bijdrage)) (?:[^,;]+ )?(?:worden|vervallen)\b",
        )
    });
    !matches!(due, Due::At(_))
        && OPENS.is_match(&words[..found.start])
        && !TOLD.is_match(words)
        && !DECIDES.is_match(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn itself(words: &str, part: &str) -> bool {
        let at = words.find(part).unwrap();
        by_itself(words, &(at..at + part.len()))
    }

    #[test]
    fn what_is_there_holds_or_follows_by_itself_is_no_promise() {
        for (words, part) in [
            ("Voor 2042 zijn 1.200 ligplaatsen beschikbaar.", "zijn"),
            ("In 2042 is er voor de veren 3 miljoen euro.", "is er"),
            ("Het huurcontract wordt stilzwijgend verlengd tot 2044.", "wordt"),
            ("De Wet vrije vaart treedt op 1 mei 2041 in werking.", "treedt"),
            ("De havenverordening wordt in mei 2041 van toepassing.", "wordt"),
            ("De volgende loodsenraad vindt plaats op 3 mei 2041.", "vindt"),
            ("Daarmee wordt de vloot de komende jaren vergroot.", "wordt"),
            (
                "In maart is 9 miljoen uitgetrokken waarmee de pont tot en met 2044 wordt onderhouden.",
                "wordt onderhouden",
            ),
        ] {
            assert!(itself(words, part), "{words}");
        }
        for (words, part) in [
            ("De loodsregeling treedt op 1 mei 2041 in werking.", "treedt"),
            ("De eerste bijeenkomst met de schippers organiseert de dienst in mei 2041.", "organiseert"),
            ("Daarmee wordt in mei 2041 begonnen.", "wordt"),
            ("De handleiding komt in mei 2041 beschikbaar.", "komt"),
        ] {
            assert!(!itself(words, part), "{words}");
        }
    }

    #[test]
    fn a_number_or_a_consequence_is_predicted() {
        assert!(predicted("Naar verwachting leidt dit in 2042 tot kortere wachttijden."));
        assert!(predicted("De kosten komen in 2042 uit op drie miljoen."));
        assert!(predicted("Verwacht wordt dat de vloot in 2042 krimpt."));
        assert!(predicted("Ik verwacht dat de vloot in 2042 krimpt."));
        assert!(predicted("Naar verwachting neemt het aantal boten ook de komende jaren toe."));
        assert!(!predicted("De kosten neemt het kabinet in 2042 op in de begroting."));
        assert!(predicted("De eerste boten laten nog tot 2042 op zich wachten."));
        assert!(!predicted("Naar verwachting komt de kaart in mei 2041."));
    }

    #[test]
    fn a_clause_that_describes_promises_nothing_without_a_time_or_the_chamber() {
        let tells = |words: &str, due: &Due| {
            let at = words.find("zal").unwrap();
            described(words, &(at..words.len()), due)
        };
        assert!(tells("Er wordt een steiger gebouwd, waarbij hout zal worden gebruikt.", &Due::Open));
        assert!(!tells("De tolregeling loopt door, waarbij de ondergrens zal worden geschrapt.", &Due::Open));
        assert!(tells("In het ontwerp is vastgelegd dat de kade zal worden verhoogd.", &Due::Open));
        assert!(!tells("Er komt een telling, die aan uw Kamer zal worden gestuurd.", &Due::Open));
        assert!(!tells("De kade zal worden verhoogd.", &Due::Open));
    }

    #[test]
    fn routine_money_and_figures_are_no_promise_and_amends_are() {
        assert!(routine("De havenuitkering wordt in mei overgemaakt."));
        assert!(routine("Op 4 mei publiceert het CBS de nieuwe vangstcijfers."));
        assert!(routine("Gemeenten ontvangen in 2041 hiervoor drie miljoen euro."));
        assert!(routine("De minister van Defensie brengt ieder jaar in mei het vaarboek uit."));
        assert!(!routine("Vanaf 2041 brengt de minister van Defensie ieder jaar in mei het vaarboek uit."));
        assert!(!routine("De havenuitkering wordt in mei alsnog overgemaakt."));
        assert!(!routine("In mei publiceert de loodsdienst de vaarkaart."));
    }
}
