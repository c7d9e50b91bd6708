//! What a sentence about a motion only calls to mind, foretells or tells of as done ever so: no report of anything done with
//! it. The border: facts and what they mean are for `fact`; one sentence at a time, of which no rule says outright what is done.

/// Whether a main clause only calls to mind, points out or gathers from something, or tells how the Chamber voted.
pub(super) fn recalls(main: &str) -> bool {
    pattern!(
        POINTS,
        r"\b(?:wijs|wijst|wijzen) (?:ik|wij|het kabinet|de minister) (?:\S+ ){0,3}?(?:op (?:de|het) (?:\S+ ){0,2}?(?:motie\S*|amendement)|erop)(?:\s|$)|\b(?:herinner|herinneren|memoreer|memoreren|attendeer|attenderen) (?:ik|wij)\b|\b(?:ik|wij) (?:herinner|herinneren|memoreer|memoreren|attendeer|attenderen|wijs erop|wijzen erop)\b|\b(?:breng|roep) ik\b[^,;]*\bin herinnering\b"
    );
    pattern!(
        GATHERS,
        r"\b(?:maak|maken|leid|leiden) (?:ik|wij) (?:[^ ,;]+ ){0,6}?(?:op|af)(?:,? dat\b|[.,])|\b(?:ik|wij) (?:maak|maken|leid|leiden) (?:[^ ,;]+ ){0,8}?(?:op|af)(?:,? dat\b|[.,])|\b(?:stel ik vast|constateer ik|zie ik|lees ik|verneem ik|hoor ik|merk ik op|teken ik aan) dat\b"
    );
    pattern!(
        VOTED,
        r"\b(?:(?:heeft|had) (?:de|uw) Kamer|(?:de|uw) Kamer (?:heeft|had))\b.*\b(?:aanvaard|aangenomen|gesteund|ingediend)\b"
    );
    // "… en ik voer haar uit" and "…; daarom …" tell more.
    pattern!(MORE, r"\b(?:en|maar) (?:ik|wij|het kabinet)\b|;");
    !MORE.is_match(main) && [&*POINTS, &*GATHERS, &*VOTED].iter().any(|p| p.is_match(main))
}

/// Whether no more is told than what is done as ever, what comes about by itself, or what something asks of people.
pub(super) fn course(main: &str) -> bool {
    pattern!(
        HABIT,
        r"\b(?:ieder|iedere|elk|elke) (?:\w+ )?(?:dag|week|maand|kwartaal|half ?jaar|jaar|winter|zomer|seizoen)\b|\b(?:jaarlijks|halfjaarlijks|maandelijks|wekelijks|dagelijks|periodiek|regelmatig|standaard|routinematig|van oudsher|al jaren|al langer|sinds jaar en dag|\w*jaarverslag)\b"
    );
    // What is new, or is said of what went before, is no habit.
    pattern!(
        NEW,
        r"\b(?:sinds \w+ (?:\w*20\d\d|\w+)|sindsdien|voortaan|inmiddels|vanaf|nu|thans|momenteel|op dit moment|per \d|dit jaar|volgend|komend|binnenkort|zal|zullen|20\d\d|bijgewerkt|ververst|geactualiseerd|uw|gevraagde|verzoek|wens|motie|(?:hier|daar)(?:toe|voor|mee|aan|in|over|van|op|bij|door)|heeft|hebben|is|zijn)\b"
    );
    pattern!(
        FORETOLD,
        r"\b(?:zal|zullen) (?:[^ ;]+ ){0,18}?(?:oplopen|teruglopen|groeien|krimpen|toenemen|afnemen|stijgen|dalen|ontstaan|verdwijnen|verslechteren|verbeteren|merken|schelen|kosten|leiden|betekenen|blijven bestaan|reageren|ervaren|ondervinden|uitblijven|achterblijven|overschrijden|uitkomen op)\b"
    );
    pattern!(
        ASKS,
        r"\b(?:vraagt|vragen|vergt|vergen|vereist|vereisen) (?:[^ ,;]+ ){0,3}?(?:om|aandacht|tijd|inzet|inspanning|geduld|zorgvuldigheid)(?:[ ,.]|$)"
    );
    HABIT.is_match(main) && !NEW.is_match(main) || FORETOLD.is_match(main) || ASKS.is_match(main)
}

#[cfg(test)]
mod tests {
    use super::super::clause::main;

    fn recalls(sentence: &str) -> bool {
        super::recalls(&main(sentence))
    }

    fn course(sentence: &str) -> bool {
        super::course(&main(sentence))
    }

    #[test]
    fn calling_to_mind_is_no_report() {
        assert!(recalls("In dit verband wijs ik op de motie-Vos, die de regering vraagt een steiger te bouwen."));
        assert!(recalls("Ik herinner eraan dat de sluis vorig jaar is verbreed."));
        assert!(recalls("Uit de tellingen maak ik op dat er minder wordt gevaren."));
        assert!(recalls(
            "Na het havendebat heeft uw Kamer de motie-Vos aangenomen, die ertoe strekt dat de steiger blijft."
        ));
        assert!(!recalls("Uw Kamer heeft de motie-Vos aangenomen en ik voer haar uit."));
        assert!(!recalls("Ik maak werk van de steigers."));
    }

    #[test]
    fn habits_forecasts_and_what_things_ask_are_no_report() {
        assert!(course("De havendienst verhuurt iedere zomer honderd boten."));
        assert!(course("Zonder baggeren zal de wachttijd weer oplopen."));
        assert!(course("De sluisdeur van mijn ministerie vraagt aandacht, omdat zij roest."));
        assert!(!course("De havendienst telt sinds mei 2031 iedere week de boten."));
        assert!(!course("De boten worden daarvoor wekelijks geteld."));
        assert!(!course("De havendienst zal de boten tellen."));
    }
}
