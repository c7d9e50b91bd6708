//! What only holds, follows, costs, is thought or is found in the field: facts that report nothing done with a motion. A
//! class is a subject that is not the government, a verb of that class as the first verb of the main clause, and the
//! present tense. The border: one sentence at a time, of which no rule says outright what is done with the motion.

use super::report::list;
use regex::Regex;

/// Words that may stand between a copula and what it says of its subject.
const DEGREE: &str = r"(?:(?:ook|dan|dus|wel|nu|nog|al|echter|evenwel|immers|namelijk|bovendien|daarbij|daarmee|daardoor|hier|hiermee|daarnaast|tevens|eveneens|zelf|mede|sterk|deels|grotendeels|juist|vooral|relatief|betrekkelijk|nogal|tamelijk|vrij|zeer|heel|erg|te|zo|bijzonder|overwegend|gemiddeld|nauwelijks|niet|geen|weinig|veel|in de praktijk|op termijn|op zichzelf|naar mijn oordeel|tot nu toe|op dit moment|thans|momenteel|inmiddels|intussen|tegelijk|tegelijkertijd) ){0,4}";

/// Whether a sentence, by its main clause, tells no more than a fact.
pub(super) fn fact(main: &str) -> bool {
    pattern!(OWN, format!(r"\b{}\b", list("overheid")));
    if OWN.is_match(main) { thinks(main) } else { shows(main) || is_so(main) || field(main) || stands(main) }
}

/// Whether the verb is the first one of its clause: no other verb, clause or comma stands before it.
fn first(clause: &str, verb: &Regex) -> bool {
    pattern!(
        BEFORE,
        r"[,;:]|\b(?:is|zijn|was|waren|heb|heeft|hebben|had|hadden|ben|wordt|worden|werd|werden|kan|kunnen|mag|mogen|moet|moeten|zal|zullen|zou|zouden|wil|willen|gaat|gaan|komt|staat|ligt|loopt|die|dat|om|waar\w*|en|maar|want|zolang|als|indien|wanneer|zodra|omdat|nadat|voordat)\b"
    );
    const SUBJECT: usize = 14;
    let Some(found) = verb.find(clause).filter(|m| m.start() > 0) else { return false };
    // "Dat leidt tot …".
    let before = &clause[..found.start()];
    let pronoun = |word: &str| ["dat", "die"].contains(&word.to_lowercase().as_str());
    let before = before.split_once(' ').filter(|(word, _)| pronoun(word)).map_or(before, |(_, rest)| rest);
    before.split_whitespace().count() <= SUBJECT && !BEFORE.is_match(before)
}

/// A thing that shows, means, brings about or covers something: "De telling laat zien dat …", "Dat leidt tot …".
fn shows(clause: &str) -> bool {
    pattern!(
        PROVES,
        r"\b(?:(?:laat|laten) (?:[^ ;]+ ){0,14}?zien|toont|tonen|bewijst|bewijzen|onderstreept|onderstrepen|illustreert|illustreren|bevestigt|bevestigen|suggereert|suggereren|leert|leren|blijkt|blijken|bleek|bleken|lijkt|lijken|signaleert|signaleren|concludeert|concluderen|constateert|constateren|schetst|schetsen|schat|schatten|duidt|duiden|(?:wijst|wijzen|wees|wezen) (?:[^ ]+ ){0,5}?(?:uit|erop|op)|(?:maakt|maken|maakte) (?:[^ ,]+ ){0,8}?(?:duidelijk|zichtbaar|inzichtelijk|aannemelijk)|(?:geeft|geven|gaf|gaven|biedt|bieden) (?:[^ ,]+ ){0,8}?(?:beeld|indruk|aanwijzingen?|antwoord|houvast|aanknopingspunten))\b"
    );
    pattern!(
        BRINGS,
        r"\b(?:(?:leidt|leiden) (?:[^ ,]+ ){0,8}?(?:tot|ertoe)|veroorzaakt|veroorzaken|betekent|betekenen|impliceert|vergroot|vergroten|verkleint|verkleinen|bemoeilijkt|bemoeilijken|belemmert|belemmeren|hindert|hinderen|dreigt|dreigen|scheelt|schelen|ontstaat|ontstaan|verdient|verdienen|vormt|vormen|speelt|spelen|resteert|varieert|variëren|verschilt|verschillen|groeit|groeien|stijgt|stijgen|daalt|dalen|drukt|drukken|(?:neemt|nemen) (?:[^ ,]+ ){0,4}?(?:toe|af)|(?:zorgt|zorgen) (?:[^ ,]+ ){0,3}?(?:ervoor|voor)|(?:brengt|brengen) (?:[^ ,]+ ){0,8}?(?:mee|met zich)|(?:hangt|hangen) (?:[^ ,]+ ){0,8}?(?:af|samen)|(?:maakt|maken) (?:[^ ,]+ ){1,8}?(?:kwetsbaar|afhankelijk|lastig|moeilijk|moeilijker|onmogelijk|mogelijk|makkelijker|eenvoudiger|duurder|goedkoper|ingewikkeld|ingewikkelder|complex|complexer|noodzakelijk|nodig|aantrekkelijk|onbetaalbaar|overbodig|dat))\b"
    );
    pattern!(
        COVERS,
        r"\b(?:(?:valt|vallen|ressorteert|ressorteren) (?:[^ ,]+ ){0,6}?(?:onder|buiten|binnen)|omvat|omvatten|bevat|betreft|betreffen|behelst|beslaat|behoort|behoren|berust|berusten|kent|kennen|telt|tellen|bedraagt|beschikt|beschikken|bestaat (?:[^ ,]+ ){0,4}?uit|bestaan (?:[^ ,]+ ){0,4}?uit|(?:sluit|sluiten) (?:[^ ,]+ ){0,4}?aan|beheert|beheren|heet|heten|kampt|kampen|(?:geldt|gelden) voor|geldt dat de|(?:ziet|zien) op|doorloopt|(?:heeft|hebben) (?:[^ ,]+ ){0,8}?(?:gevolgen?|effect|effecten|invloed|betrekking|last|moeite|behoefte|baat|belang|gebrek|tekort|voordelen?|nadelen?|te maken|kritiek|twijfels?))\b"
    );
    // "Het dashboard toont sinds mei …" is news.
    pattern!(NEWS, r"\b(?:sinds|inmiddels|vanaf|voortaan|per \d)\b");
    // "Navraag leert dat zij in mei komt."
    let asked = clause.to_lowercase().starts_with("navraag");
    !asked && !NEWS.is_match(clause) && [&*PROVES, &*BRINGS, &*COVERS].iter().any(|verb| first(clause, verb))
}

/// What something is: large, dear, inevitable, a task for all; or how it has changed of itself.
fn is_so(clause: &str) -> bool {
    pattern!(
        QUALITY,
        format!(
            r"\b(?:is|zijn|blijft|blijven|was|waren) {DEGREE}(?:belangrijk|van belang|onvermijdelijk|vermijdbaar|complex|complexer|ingewikkeld|ingewikkelder|duur|duurder|kostbaar|kostbaarder|schaars|hardnekkig|aantrekkelijk|kwetsbaar|kwetsbaarder|welwillend|positief|negatief|kritisch|verdeeld|groot|groter|klein|kleiner|beperkt|gering|verantwoordelijk|bekend|duidelijk|logisch|begrijpelijk|terecht|zorgelijk|ernstig|urgent|lastig|moeilijk|moeilijker|zwaar|hoog|hoger|laag|lager|divers|uiteenlopend|wisselend|onzeker|onvoorspelbaar|nuttig|zinvol|goed|beter|slecht|slechter|sterk|zwak|nieuw|oud|ouder|jong|uniek|vrij|autonoom|onafhankelijk|afhankelijk|onderhevig|inherent|essentieel|cruciaal|bepalend|doorslaggevend|vergelijkbaar|gelijk|ongelijk|zeldzaam|uitzonderlijk|gebruikelijk|krap|hard nodig|populair|succesvol|effectief|bemoedigend|stabiel|fors|aanzienlijk|substantieel|eindig|tijdrovend|arbeidsintensief|omvangrijk|veelzijdig|gevoelig|bereikbaar|veilig|onveilig|gezond|ongezond|strafbaar)(?:[.,; ]|$)"
        )
    );
    pattern!(
        KIND,
        format!(
            r"\b(?:is|zijn|blijft|blijven) {DEGREE}(?:(?:een|geen|de|het) (?:[^ ,]+ ){{0,4}}?(?:opgaven?|vraagstuk|uitdaging|gegeven|zaak|kwestie|onderwerp|thema|verantwoordelijkheid|voorwaarde|zorg|vorm|voorbeeld|reden|oorzaak|gevolg|kans|risico|probleem|dilemma|proces|teken|signaal|combinatie|onderdeel|vereiste|randvoorwaarde|bouwsteen|hoeksteen|knelpunt|aandachtspunt|verschil|recht|plicht|luxe|sinecure|misverstand|ideaal|partner|speler|basisregistratie)|(?:een|één) van de)\b"
        )
    );
    pattern!(
        CHANGED,
        r"\b(?:is|zijn) (?:[^ ,;]+ ){0,14}?(?:gestegen|gedaald|gegroeid|toegenomen|afgenomen|verslechterd|opgelopen|teruggelopen|verdubbeld|gehalveerd|verdrievoudigd|verouderd|ontstaan|gelegen)\b"
    );
    pattern!(
        MANY,
        r"\b(?:is|zijn) (?:[^ ,;]+ ){0,3}?\d[\d.]* (?:[^ ,;€]+ ){1,4}?(?:beschikbaar|actief|werkzaam|gevestigd|aanwezig)\b"
    );
    pattern!(EURO, r"\b(?:euro|miljoen|miljard)\b|€");
    first(clause, &QUALITY) && !done(clause)
        || first(clause, &KIND)
        || first(clause, &CHANGED) && !clause.contains(';')
        || first(clause, &MANY) && !EURO.is_match(clause)
}

/// What those in the field notice, say and pay, and what holds mostly or depends on what is not known.
fn field(clause: &str) -> bool {
    pattern!(
        REACTS,
        r"\b(?:reageert|reageren|reageerde|reageerden)\b|\b(?:is|wordt|werd) (?:[^ ,]+ ){0,6}?(?:positief|verdeeld|kritisch|wisselend|instemmend|enthousiast|terughoudend|goed) (?:op )?(?:gereageerd|ontvangen)\b|^(?:de |die |deze |veel |eerste |hun )?(?:\w+ )?(?:reacties|geluiden|oordelen|meningen|signalen) (?:[^ ,]+ ){0,8}?(?:is|zijn|waren|lopen|liepen|luiden|luidden) (?:\S+ ){0,2}?(?:positief|kritisch|verdeeld|wisselend|uiteen|gemengd|welwillend|instemmend|negatief|lovend|zorgelijk)\b"
    );
    pattern!(
        COSTS,
        r"\bgemoeid\b|^(?:de |die |deze |alle )?(?:\w+ )?(?:\w+kosten|kosten|\w*lasten|\w*uitgaven|\w*baten|\w*opbrengst(?:en)?) (?:[^ ,]+ ){0,6}?(?:zijn|is|worden|wordt|bedragen|bedroegen|lopen|drukken|komen|stijgen|verschillen|hangen|laten)\b"
    );
    pattern!(
        NOTICES,
        r"\b(?:merken|merkt|ervaren|ervaart|ondervinden|ondervindt|voelen|voelt) (?:[^ ,;]+ ){0,4}?(?:niets|weinig|nauwelijks|hinder|gevolgen|last|van)\b|\b(?:niets|weinig|nauwelijks|hinder|gevolgen|last|van) (?:[^ ,;]+ ){0,3}?(?:merken|merkt|ervaren|ervaart|ondervinden|ondervindt|voelen)\b"
    );
    pattern!(
        WHETHER,
        r"^(?:of|hoe|wanneer|in hoeverre|welke|wie|wat) [^;]*, (?:hangt|is (?:nog )?(?:onzeker|onduidelijk|de vraag)|valt|moet|zal moeten|blijft|kan (?:alleen|pas)|verschilt|bepaalt|bepalen|staat)\b"
    );
    pattern!(
        MOSTLY,
        r"\b(?:soms|meestal|veelal|doorgaans|in de regel|zelden|over het algemeen|in het algemeen|gewoonlijk|van oudsher|van nature|naar (?:zijn|haar|hun) aard|in (?:veel|de meeste|sommige) gevallen|in toenemende mate|vaak)\b"
    );
    // "Kosten per veer zijn daarin niet opgenomen", "… zijn in kaart gebracht".
    pattern!(
        RECKONED,
        r"\b(?:in kaart gebracht|onderzocht|nagegaan|bezien|bekeken|geïnventariseerd|berekend|doorgerekend|vergoed|verlaagd|kwijtgescholden|gecompenseerd|teruggebracht|teruggedrongen)\b"
    );
    let costs = COSTS.is_match(clause) && !RECKONED.is_match(clause) && !super::stand::refused(clause);
    costs || [&*REACTS, &*NOTICES, &*WHETHER, &*MOSTLY].iter().any(|p| p.is_match(clause))
}

/// What others said, what a law does by itself, how things are laid out and have been for years.
fn stands(clause: &str) -> bool {
    // What others found at the government's request, or told it, is another matter.
    pattern!(
        GOVERNMENT,
        r"\b(?:minister\w*|staatssecretaris\w*|mijn|ons|onze|departement|ministerie|collega|ambts?genoot|ambts?genote|u|uw|zij|hij|Nederland|mij)\b"
    );
    pattern!(
        SAID,
        r"\b(?:heeft|hebben) (?:[^;]+ )?(?:gewezen|berekend|geconstateerd|geoordeeld|gewaarschuwd|uitgelaten|geuit|begrip getoond|kanttekeningen geplaatst|opmerkingen geplaatst|becijferd|aandacht voor gevraagd|aandacht gevraagd|uitgesproken|onderschreven|gereageerd|geconcludeerd|betoogd|bepleit|gesuggereerd|opgemerkt|genoemd|gezegd|verklaard|laten weten|te kennen gegeven|geschat|bekritiseerd|bevestigd|ontkend|geklaagd|aangekondigd)\b"
    );
    pattern!(USED, r"(?i)^(?:van|hiervan|daarvan|er|hier|daar)\b.*\bgebruik ?gemaakt\b");
    pattern!(
        LAID_OUT,
        r"\b(?:is|zijn|waren|was) (?:[^ ,;:]+ ){0,12}?(?:gehouden (?:om|hun|zich|[^,;]{2,60} te)|aangewezen op|gebaat bij|gelegen in|verspreid over|gewaarborgd|georganiseerd|opgebouwd|bevoegd|vertegenwoordigd|gevestigd|bestemd|gewend|verschuldigd|gerechtigd|verzekerd|toe te schrijven|verouderd)\b"
    );
    pattern!(
        FOR_YEARS,
        r"\b(?:geldt|gelden|bestaat|bestaan|draait|draaien|werkt|werken|kent) (?:[^,;]+ )?sinds (?:19|20)\d\d\b"
    );
    pattern!(
        LAW,
        r"^(?:(?:ook )?(?:de|het|een|deze|dit|die|dat) )?(?:[\w-]+ ){0,5}?(?:[\w-]*wet|[\w-]*wetboek|[\w-]*verdrag|[\w-]*verordening|[\w-]*richtlijn|[\w-]*recht|[\w-]*reglement|[\w-]*wetgeving)\b"
    );
    pattern!(
        RULES,
        r"\b(?:biedt|bieden|vraagt|vragen|vereist|vereisen|verplicht|verplichten|schrijft|bepaalt|bepalen|regelt|regelen|voorziet|waarborgt|beschermt|eist|eisen|beoogt|beschrijft|verstaat)\b"
    );
    // "Thans geldt op grond van de wet een termijn van vier dagen."
    pattern!(
        BY_LAW,
        r"\b(?:geldt|gelden|is|zijn) (?:[^ ,;]+ ){0,2}?(?:op grond van|krachtens|ingevolge) (?:de|het|artikel)\b[^;]*\b(?:termijn|plicht|\w*verplichting|verbod|recht|eis|maximum|minimum|grens|drempel)\b"
    );
    pattern!(NO, r"\b(?:niet|geen)\b");
    if GOVERNMENT.is_match(clause) {
        return false;
    }
    first(clause, &SAID)
        || USED.is_match(clause)
        || first(clause, &LAID_OUT)
        || FOR_YEARS.is_match(clause)
        || LAW.is_match(clause) && first(clause, &RULES) && !NO.is_match(clause)
        || BY_LAW.is_match(clause)
}

/// What the writer understands, regrets or values.
fn thinks(clause: &str) -> bool {
    pattern!(
        FEELS,
        r"\b(?:begrijp|begrijpt|begrijpen|snap|snapt|besef|beseft|herken|herkent|erken|erkent|onderken|onderkent|waardeer|waardeert|betreur|betreurt|hecht|hechten)\b|\b(?:heb|heeft|hebben) (?:[^ ,]+ ){0,4}?(?:begrip|sympathie|waardering|respect|oog|vertrouwen|zorgen)\b"
    );
    // "Ik begrijp van hem dat …", "Ik begrijp de zorg, maar …".
    pattern!(MORE, r"\bbegrijp\w* (?:\S+ )?(?:uit|van)\b|\b(?:maar|doch|echter|wel|niettemin|daarom|evenwel)\b|;");
    FEELS.is_match(clause) && !MORE.is_match(clause) && !done(clause)
}

/// Whether a clause ends in what was done: "… is sterk uitgebreid", "… heb ik deze zorgen overgebracht aan de directie".
fn done(clause: &str) -> bool {
    pattern!(
        DONE,
        r"\b(?:is|zijn|heb|heeft|hebben) (?:[^,;]+ )?(?:\w{0,9}ge\w{2,}(?:d|t|en)|(?:ver|be|ont|her|aanbe|overge)\w{3,}(?:d|t)|uitgebreid|gemeld|besproken|getrokken|overgebracht)(?:$|[.,;:]| (?:aan|met|bij|naar|door|tot|op|in|en|voor|om) )"
    );
    pattern!(
        FEELING,
        r"\b(?:gewend|gericht|gebaat|gehouden|gelegen|gevoelig|bekend|beperkt|verdeeld|bereid|verantwoord|gezond|geschikt)\b"
    );
    DONE.is_match(clause) && !FEELING.is_match(clause)
}

#[cfg(test)]
mod tests {
    use super::super::clause::main;

    fn fact(sentence: &str) -> bool {
        super::fact(&main(sentence))
    }

    #[test]
    fn what_things_show_mean_and_cover_is_no_report() {
        for sentence in [
            "De havenmonitor laat zien dat er minder veren uitvallen.",
            "Dat leidt bij laag water tot lange rijen.",
            "Een ligplaats voor woonboten valt onder het havenreglement.",
            "De getijden maken een vast vaarschema lastig.",
            "Of een tweede steiger rendabel is, hangt af van de stroming.",
            "Het bruggeld verschilt per eiland.",
        ] {
            assert!(fact(sentence), "{sentence}");
        }
    }

    #[test]
    fn what_things_are_cost_and_do_to_people_is_no_report() {
        for sentence in [
            "Baggeren is soms onvermijdelijk.",
            "Het verplaatsen van een boei is geen eenvoudige opgave.",
            "Het aantal overtochten is vorig jaar gestegen.",
            "Met de nieuwe kade is een bedrag van drie ton gemoeid.",
            "Passagiers zullen daar weinig van merken.",
            "De schippers reageren overwegend positief.",
            "Ik heb begrip voor de zorgen van de eilanders.",
        ] {
            assert!(fact(sentence), "{sentence}");
        }
    }

    #[test]
    fn what_others_said_and_what_stands_by_itself_is_no_report() {
        for sentence in [
            "De Schippersbond heeft er in zijn jaarboek op gewezen dat het veer vol is.",
            "Van de nachtboot is in de winter door zestig mensen gebruikgemaakt.",
            "Reders zijn gehouden hun boten te keuren.",
            "In de Waddenhavens geldt sinds 2019 een vaste toeslag.",
            "Het Verdrag van Vaart vraagt om veilige steigers.",
        ] {
            assert!(fact(sentence), "{sentence}");
        }
        assert!(!fact("De havendienst heeft op mijn verzoek berekend wat een steiger kost."));
    }

    #[test]
    fn what_is_done_now_done_or_coming_is_a_report() {
        for sentence in [
            "De havendienst bouwt een tweede steiger.",
            "Het vaarbord toont sinds mei ook de wachttijden.",
            "De steigers zijn in mei verbreed.",
            "Ik begrijp die zorg, maar laat de steiger liggen.",
            "In mei verschijnt een kaart die laat zien waar gebaggerd wordt.",
            "Kosten per veer zijn daarin niet opgenomen.",
            "Voor het veer is 4 miljoen euro beschikbaar.",
            "De bezetting van de brug is fors verhoogd.",
            "De vaarregels zijn goed op elkaar afgestemd.",
            "De kosten van de pont zijn in kaart gebracht.",
            "Bij het vaarplan is gebruikgemaakt van de telling.",
            "Ik heb deze zorgen overgebracht aan de eilandraad.",
        ] {
            assert!(!fact(sentence), "{sentence}");
        }
    }
}
