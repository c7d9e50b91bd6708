//! Sentences that have the words of a commitment and are none: what is remarked on the text itself, what another document
//! is told to have announced, what will not be or not before then, whom one agrees with, what others are expected to
//! decide. The border: whose planning a date gives is for `doer`, what a single rule must not take is for that rule.

use super::Due;
use crate::records::constant;
use regex::Regex;
use std::sync::LazyLock;

/// Whether a time stands in a relative clause that begins behind `place`: what is named then, is not what is done.
pub(super) fn of_a_relative(words: &str, time: &str, place: usize) -> bool {
    static RELATIVE: LazyLock<Regex> = LazyLock::new(|| constant(r", (?:die|dat|waar\p{L}+) "));
    let Some(at) = words.find(time) else { return false };
    words.get(place..at).is_some_and(|between| RELATIVE.is_match(between))
}

/// Whether a sentence only remarks, retells, denies or agrees.
pub(super) fn remark(words: &str) -> bool {
    static ON_THE_TEXT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)\bhet\ volgende\W*$
            |^(?:daarbij|hierbij|hiermee|daarmee)\ (?:wordt|worden)\ (?:[^;\ ]+\ ){0,6}?(?:moties|toezeggingen)\b[^;]{0,60}\b(?:meegenomen|afgedaan|betrokken|behandeld|beantwoord)\W*$
            |\b(?:hierbij|hiermee|daarmee|bij\ dezen)\b[^;]{0,120}\bgestand\b|^(?:met|door|via)\ [^;]{0,160}\bgestand\b
            |^(?:geldig|geldigheid|geldigheidsduur|looptijd|houdbaar|vastgesteld|vaststelling|laatst\ gewijzigd|versie|evaluatiedatum)\b[^.]{0,60}$",
        )
    });
    // "De wet bepaalt dat …", but not "De wet bepaalt dat …; ik stuur u dat in mei".
    static BY_LAW: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:de|het|deze|dit) (?:\p{L}+ )?\p{L}*(?:wet|wetboek|verordening|richtlijn|besluit|regeling|artikel)(?: [^,;. ]+){0,6}? (?:bepaalt|bepalen|verplicht|vereist|eist|voorziet erin|schrijft voor|regelt|stelt) dat\b",
        )
    });
    static RETOLD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:ook )?(?:in|bij|met) (?:die|deze|dat|dit|de|het|haar|zijn|hun) [^,;]{3,80}? (?:is|zijn|werd|werden|was) (?:[^,; ]+ ){0,6}?(?:aangekondigd|gemeld|vermeld|aangegeven|gesteld|geschreven|vastgesteld|geconstateerd|beschreven|opgemerkt) (?:dat|hoe|welke|wanneer)\b",
        )
    });
    static PROMISED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^aan (?:het lid|de leden|uw Kamer|de Kamer|de heer|mevrouw) [^;:]{0,60}? ?(?:is|zijn|werd|heb ik|hebben wij) (?:[^,; ]+ ){0,6}toegezegd\b",
        )
    });
    static ORDER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:eerst|allereerst) [^.]*\b(?:vervolgens|daarna)\b[^.]*\btot slot\b|^(?:twee|drie|vier)(?:maal| keer) per jaar \p{L}+ ik\b",
        )
    });
    // A standing course of affairs, what a law does by itself, what waits for another.
    static COURSE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:zal|zullen) (?:regelmatig|periodiek|doorlopend|continu|voortdurend|steeds) worden (?:gemonitord|gevolgd|bewaakt|gecontroleerd|beoordeeld|bezien)\b|\bbegin(?:t|nen) [^.;]{3,80} te gelden\b|\baangehouden in afwachting van\b",
        )
    });
    static HOPED: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bhopelijk\b"));
    static FIRST: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:ik|wij|we)\b"));
    static DENIED: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:is|zijn) (?:[^;]{0,120} )?geen [^,;]{1,50} (?:die|dat) [^,;]{0,90}\b(?:zal|zullen)\b")
    });
    // To the Chamber it is news of when it gets something.
    static NOT_BEFORE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:zal|zullen)\b[^;]{0,120}\bniet (?:eerder|vroeger) dan\b"));
    // "Op zijn vroegst", and what is not ready before a day, with what comes of that.
    static AT_EARLIEST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:op (?:zijn|z['’]n|haar|hun) vroegst|ten vroegste|op zijn allervroegst)\b|\b(?:is|zijn|komt|komen|wordt|worden|gaat|gaan|start|starten|begint|beginnen) niet (?:v[oó]{1,2}r|eerder dan) [^,;.]*\b(?:gereed|klaar|beschikbaar|operationeel|open|rond|af|opgeleverd|gereedgekomen|voltooid|afgerond|begonnen|gestart)\b",
        )
    });
    static TOLD: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:u|uw|ik|wij|Kamer|kabinet)\b"));
    static AGREES: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:sluit|sluiten) (?:[^,; ]+ ){0,3}?(?:zich|mij|ons) (?:[^,; ]+ ){0,5}?aan\b")
    });
    static OTHERS_DECIDE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:[Dd]e Raad|[Dd]e (?:Europese )?Commissie|Europees Parlement|[Dd]e lidstaten|[Dd]e Raad van State|[Dd]e rechter|[Dd]e sociale partners) (?:[^,; ]+ ){0,3}?naar verwachting\b",
        )
    });
    // What the paper itself shows, what it all comes down to, what goes on these very weeks.
    static SHOWS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:de |het )?(?:onderstaande?|bovenstaande?|bijgevoegde?|navolgende?)|deze|dit) (?:\p{L}*brief|bijlage|\p{L}*overzicht|tabel|schema|figuur|grafiek|kaart|lijst|\p{L}*nota|\p{L}*rapportage|notitie|document|paragraaf|hoofdstuk|planning|stuk) (?:bevat|geeft|toont|gaat|beschrijft|schetst|behandelt|vormt|licht|laat|vermeldt|bestaat|is)\b|^(?:in|op|uit) (?:de |het |deze |dit )?(?:onderstaande?|bovenstaande?|bijgevoegde?|bijgaande?)? ?(?:bijlage|tabel|schema|figuur|kaart|grafiek)(?: [\dA-Z]+)? (?:treft|vindt|ziet|leest|is te zien|is te lezen|staat|staan|is weergegeven|wordt weergegeven)\b|^(?:tabel|figuur|grafiek|bijlage|paragraaf|hoofdstuk|kaart) (?:[\dIVX]+|[A-H])(?:\.\d+)* (?:bevat|geeft|toont|gaat|beschrijft|schetst|behandelt|laat|vermeldt)\b",
        )
    });
    static COMES_DOWN: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:hiermee|daarmee|aldus|zodoende|(?:met|door|via|langs|op|in) (?:deze|dit|dat|die|al het|het voor|het boven|boven|genoemde|voornoemde)[^,;.]{0,80}?) ?(?:geef|geeft|geven|wordt|worden|is|zijn|acht|beschouw|kom|voldoe|voldoet|meen|heb)\b[^;.]*\b(?:gevolg|uitvoering|invulling|gehoor|voldaan|tegemoet|uitgevoerd|afgedaan|gestand|vervuld|nagekomen)\b|^(?:met|door) (?:het|de) (?:\p{L}*overzicht|\p{L}*brief|\p{L}*rapportage|rapport|bijlage|beantwoording|antwoorden|\p{L}*nota|notitie|verslag|analyse|toelichting)(?: [^,;.]{1,60}?)? (?:geef|geeft|geven|doe|doen|kom|voldoe)\b[^;.]*\b(?:gevolg|uitvoering|invulling|gehoor|gestand|tegemoet)\b|^(?:met|door) (?:het|de) [^,;.]{3,140}? (?:is|zijn|acht|beschouw)\b[^;.]*\b(?:voldaan|uitgevoerd|afgedaan|nagekomen|gestand)\b",
        )
    });
    static AGREED: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:afgesproken|besloten|overeengekomen|bepaald) dat\b"));
    // What is on the agenda of the Chamber is its own planning.
    static AGENDA: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:het|de|dit|dat|een) (?:[^,;. ]+ )?(?:nota|wetgevings|schriftelijk |algemeen )?(?:notaoverleg|wetgevingsoverleg|commissiedebat|tweeminutendebat|dertigledendebat|plenaire? (?:debat|behandeling)|rondetafelgesprek|hoorzitting|begrotingsbehandeling|stemming(?:en)?)\b[^,;]*\b(?:gepland|voorzien|geagendeerd|plaats|gehouden)\b",
        )
    });
    static GOING_ON: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bdez(?:e|er) (?:dagen|weken|maanden)\b"));
    static YET: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:zal|zullen|ga|gaat|gaan|ik|wij|we|u|uw)\b"));
    // "Dan kom ik bij de sluizen": the order of a speech.
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:en|maar|goed|voorzitter)[,.]? )*(?:dan|nu|daarmee|hiermee|daarna|vervolgens) kom (?:ik|wij|we) (?:[^,;. ]+ ){0,2}?(?:bij|aan|op|tot|toe)\b[^,;]*$|^(?:ik zal|dan zal ik|ik ga|dan ga ik) (?:nu|thans|eerst|allereerst|hieronder|kort) (?:[^,;. ]+ ){0,3}?(?:ingaan|in op)\b",
        )
    });
    static BACK: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bterug|\bmet een\b|\b(?:u|Kamer)\b"));
    NEXT.is_match(words) && !BACK.is_match(words)
        || GOING_ON.is_match(words) && !YET.is_match(words)
        || (NOT_BEFORE.is_match(words) || AT_EARLIEST.is_match(words)) && !TOLD.is_match(words)
        || (HOPED.is_match(words) || BY_LAW.is_match(words)) && !FIRST.is_match(words)
        || [&*ON_THE_TEXT, &*RETOLD, &*PROMISED, &*ORDER, &*COURSE, &*DENIED, &*AGREES, &*OTHERS_DECIDE, &*AGENDA]
            .iter()
            .any(|p| p.is_match(words))
        || SHOWS.is_match(words) && !words.contains(';')
        || COMES_DOWN.is_match(words) && !AGREED.is_match(words)
}

/// Whether words that begin with "zal" reach their verb only in another clause: "zal zich doen voelen omdat … worden ingezet".
pub(super) fn of_two_clauses(found: &str) -> bool {
    static WILL: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^(?:zal|zullen)\b"));
    static OTHER: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i) (?:omdat|doordat|aangezien|zodat|waardoor|terwijl|hoewel) "));
    WILL.is_match(found) && OTHER.is_match(found)
}

/// Whether the time of a sentence stands only where it says why, or when something runs out: "omdat het contract in mei
/// afloopt". Then it is not the time at which anything is done.
pub(super) fn time_of_the_ground(words: &str, due: &Due) -> bool {
    static GROUND: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:omdat|doordat|aangezien|hoewel|ofschoon) [^,;.]*|\b(?:nadat|wanneer|als|waarvan|die|dat|nu) [^,;.]*\b(?:afloopt|aflopen|verloopt|eindigt|vervalt)\b|\b(?:duren|duurt|lopen|loopt|gelden|geldt|ligt|liggen|staat|staan|blijft|blijven|bestaat|bestaan|vaart|varen|rijdt|rijden) [^,;.]{0,30}\btot [^,;.]*|\b(?:\p{L}*contract(?:en)?|\p{L}*licenties?|\p{L}*overeenkomst(?:en)?|\p{L}*vergunning(?:en)?|\p{L}*concessies?|\p{L}*mandaat|\p{L}*ondersteuning|\p{L}*garantie|\p{L}*abonnement(?:en)?|\p{L}*huur|\p{L}*pacht|\p{L}*looptijd|\p{L}*termijn|\p{L}*zittingsduur|\p{L}*subsidies?|\p{L}*akkoord|\p{L}*convenant) [^,;.]{0,60}?\b(?:(?:loopt|lopen) (?:[^,;. ]+ ){0,10}?af|eindigt|eindigen|verloopt|verlopen|vervalt|vervallen|expireert|expireren)\b[^,;.]*|\b(?:nog|blijvend|vooralsnog) tot [^,;.]*\b(?:ondersteund|gebruikt|gevoed|onderhouden|betaald|gehuurd|verhuurd|toegepast|benut|gedraaid|gefinancierd|bekostigd)\b|\beerder (?:dit|dat|in|deze|vorig) [^,;.]*|\bwaarbij [^;.]*\b(?:aan de orde|mogelijk|denkbaar) (?:is|zijn)\b",
        )
    });
    // "… loopt in mei af en wordt verlengd": what is done stands behind it.
    static GOES_ON: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i) en (?:wordt|worden|zal|zullen) "));
    let Due::At(period) = due else { return false };
    let Some(at) = words.find(&period.raw).filter(|_| !GOES_ON.is_match(words)) else { return false };
    GROUND.find_iter(words).any(|ground| ground.range().contains(&at))
}

/// Whether the time of a sentence stands with what has been done, and the words found only tell of that: "voor 2041 heb ik
/// geld vrijgemaakt, dat aan de havens wordt uitgekeerd".
pub(super) fn time_of_what_was_done(words: &str, found: usize, due: &Due) -> bool {
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:heb|heeft|hebben) (?:[^,;]+ )?\p{L}{3,}(?:d|t|en), (?:dat|die|waar\p{L}+|hetgeen|wat) ")
    });
    // "Is in mei begonnen en wordt uitgevoerd".
    static BEGUN: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:is|zijn|werd|werden|heb|heeft|hebben) (?:[^,;]+ )?\p{L}{3,}(?:d|t|en),? (?:en|maar) $")
    });
    let Due::At(period) = due else { return false };
    let Some(lead) = words.get(..found) else { return false };
    let done = [&*DONE, &*BEGUN].iter().filter_map(|p| p.find(lead)).map(|m| m.end()).max();
    words.find(&period.raw).zip(done).is_some_and(|(at, done)| at < done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_retellings_and_denials_are_no_commitments() {
        for sentence in [
            "Onderstaande tabel geeft de stand van de veren op 1 mei 2041.",
            "Deze nota bevat de planning van de veren voor 2041.",
            "Met deze stappen geef ik in ruime mate gevolg aan de motie.",
            "De boeien worden deze weken geverfd.",
            "Het notaoverleg over de veren is voorzien op 3 mei 2041.",
            "Over de veren bericht ik u het volgende.",
            "Daarbij worden ook enkele moties over de vaargeul behandeld.",
            "Hiermee doe ik mijn toezegging aan het lid Bos gestand.",
            "Aan het lid Bos is in maart toegezegd de loodsen te verhuren.",
            "Eerst schets ik de havens, daarna geef ik de tarieven en tot slot ga ik in op de loodsen.",
            "Driemaal per jaar geef ik de Kamer een overzicht van de loodsen.",
            "Die plannen van de werf zullen regelmatig worden gemonitord.",
            "In juni begint de nieuwe havenwet te gelden.",
            "Antwoord aangehouden in afwachting van het loodsadvies, dat in juni wordt verwacht.",
            "De havenwet wordt hopelijk spoedig in het Zweedse parlement behandeld.",
            "Geldig tot en met 1 mei 2041",
            "In de bijlage vindt u de boeien die in 2042 worden gelegd.",
            "In het rapport over de havens is vermeld dat de kade zal worden verhoogd.",
            "Bij de reddingsdienst zijn er geen boten die naar het zuiden zullen worden verplaatst.",
            "De nieuwe boeien zullen, vanwege het ijs, niet eerder dan in mei worden gelegd.",
            "De kade is op zijn vroegst in 2042 voltooid.",
            "De kade is niet voor de zomer gereed, zodat de pont elders zal aanleggen.",
            "Met het overzicht geef ik tevens uitvoering aan de motie van het lid Bos.",
            "De schippers zijn tegen en het kabinet sluit zich daarbij aan.",
            "De verordening, die de Raad en de lidstaten naar verwachting in mei aannemen, regelt dat.",
        ] {
            assert!(remark(sentence), "{sentence}");
        }
    }

    #[test]
    fn will_and_its_verb_stand_in_one_clause() {
        assert!(of_two_clauses("zal zich doen voelen omdat loodsen dan worden ingezet"));
        assert!(!of_two_clauses("zal in mei worden ingezet"));
        assert!(!of_two_clauses("worden ingezet omdat de haven zal dichtslibben"));
    }

    #[test]
    fn what_will_be_done_is_no_remark() {
        for sentence in [
            "In het jaarverslag van de havens zal worden vermeld hoe hoog de kade is.",
            "De nieuwe boeien zullen in mei worden gelegd.",
            "Naar verwachting stuur ik u in mei het verslag van de Raad.",
            "Hopelijk kan ik u in mei het verslag sturen.",
            "De nota zal u niet eerder dan in mei bereiken.",
            "Deze toezegging doe ik in mei gestand.",
        ] {
            assert!(!remark(sentence), "{sentence}");
        }
    }

    #[test]
    fn the_next_subject_of_a_speech_is_no_promise() {
        assert!(remark("Dan kom ik bij de vuurtorens."));
        assert!(!remark("Dan kom ik daar bij de begroting op terug."));
        let words = "De dienst werft loodsen, die vanaf mei mogen varen.";
        assert!(of_a_relative(words, "vanaf mei", 9));
        assert!(!of_a_relative("De dienst werft vanaf mei loodsen.", "vanaf mei", 9));
    }
}
