//! What is no report in a passage about a motion: what others do, what holds in the field, numbers, remarks by the way,
//! grounds, and what a letter says of itself. The border: one sentence at a time.

use super::report::list;
use super::stand::commissions;
use std::sync::LazyLock;

/// Whether a sentence speaks of others, of the field or of numbers, or passes by: no report, unless it says so outright.
pub(super) fn aside(sentence: &str) -> bool {
    /// People and bodies outside the government, as the subject.
    static OTHERS: LazyLock<String> = LazyLock::new(|| list("buiten"));
    const VERB: &str = r"(?:heeft|hebben|is|zijn|wil|willen|kan|kunnen|mag|mogen|moet|moeten|vindt|vinden|wijst|wijzen|stelt|stellen|zegt|zeggen|laat|laten|geeft|geven|pleit|pleiten|vreest|vrezen|meldt|melden|gebruikt|gebruiken|levert|leveren|doet|doen|krijgt|krijgen|beschikt|beschikken|blijft|blijven|bepaalt|bepalen|werkt|werken|ziet|zien|staat|staan|hecht|hechten|waarschuwt|waarschuwen|schat|schatten|meent|menen|toont|tonen|ontvangt|ontvangen|betaalt|betalen|kiest|kiezen|hanteert|hanteren|bezoekt|bezoeken|sluit|sluiten|vraagt|vragen|verwacht|verwachten|maakt|maken|ervaart|ervaren|merkt|merken|kampt|kampen|durft|durven|wacht|wachten)";
    pattern!(
        FIRST,
        format!(
            r"^(?:(?:ook|zowel|vooral|met name) )?(?:(?:de|het|een|veel|enkele|sommige|diverse|verschillende|meerdere|andere|alle|circa|ongeveer|ruim|bijna|een aantal|steeds meer|deze|die|andere)\s)?(?P<before>(?:\S+ ){{0,5}}?){}(?:,? (?:en|of) \w+)?(?: (?:in|uit|van|met|op|te) (?:\S+ ){{1,5}}?)? ?{VERB}\b",
            *OTHERS
        )
    );
    pattern!(
        TURNED,
        format!(
            r"\b(?:heeft|hebben) (?:(?:de|het|een|veel|enkele|sommige|diverse|verschillende|meerdere|andere|alle) )?(?:\w+ )?{}\b",
            *OTHERS
        )
    );
    // "De NZa heeft de verzekeraars aangeschreven": they are what the sentence is done to.
    pattern!(
        GOVERNMENT,
        format!(
            r"^(?:(?:ook|wel|inmiddels) )?(?:(?:de|het) )?(?:{}|{})\b(?: [^ ,;]+){{0,4}}? (?:heeft|hebben|heb)\b",
            list("dienst"),
            list("overheid")
        )
    );
    // A remark by the way, and what only holds numbers.
    pattern!(
        BY_THE_WAY,
        r"\boverigens\b|\b(?:bedraagt|bedragen|bedroeg|kost|kostte|telt|tellen|duurt|duurde)\b (?:\S+ ){0,4}?(?:\d|een|ruim|circa|ongeveer|bijna)|\b\d[\d.,]* (?:procent|miljoen|miljard|euro)\b (?:\S+ ){0,5}?(?:benut|gebruikt|besteed|uitgegeven)|^(?:zo['’]n |ongeveer |circa |ruim |bijna )?(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d+|enkele|veel|de meeste|sommige)(?: op de \w+)? (?:daarvan|hiervan|van (?:de|hen))\b|^(?:uit|volgens|blijkens) (?:\S+ ){0,6}?(?:onderzoek|cijfers|enquête|peiling|schatting|raming|gegevens|inventarisatie|rapport|studie)\w* (?:van |onder |door )?(?:\S+ ){0,6}?(?:blijkt|komt|volgt|is|zijn|gaat)\b|\b(?:becijferd|geschat|petitie|enquête|peiling)\b|\b(?:wordt|worden|is|zijn) (?:\S+ ){0,3}?(?:geraamd|begroot|geschat|becijferd) op (?:\S+ ){0,3}?\d|\b(?:is|zijn) (?:\S+ ){0,3}?(?:opgebouwd|ingedeeld|ingericht|geordend) volgens\b|\bvertraging\w* (?:hangt|hangen|komt|komen|is te wijten|wordt veroorzaakt|ontstaat|ontstond)\b|\b(?:vergt|vergen|vraagt|vereist|kost)\b[^;]{0,60}\b(?:investering|bedrag|miljoen|miljoenen|miljard|euro)\b|^(?:op dit moment|momenteel|thans) (?:werken|zijn|staan|wonen|verblijven|tellen?) (?:er )?(?:ongeveer |circa |ruim |bijna |zo['’]n )?\d[\d.]* |\bwaarvan er (?:al |inmiddels )?\d+ |\b(?:cijfers|resultaten|ervaringen|signalen|reacties) (?:\S+ ){0,3}?(?:laten zien|tonen|wijzen|wijst)\b|^(?:er|hiervan|daarvan|hier|daar) (?:wordt|is|werd) (?:\S+ ){0,4}?gebruik\w* (?:van )?gemaakt\b|^zij (?:zien|vinden|achten|willen|menen|verwachten|vrezen|wijzen|hechten|ervaren|hoeven)\b|\bkan (?:ook |bijvoorbeeld )?(?:inhouden|bestaan uit)\b|\bbesta(?:at|an) (?:\S+ ){0,6}?\d+ procent\b|\bwaar(?:op)? de motie(?: op)? (?:ziet|doelt)\b|\bdoor (?:schoolbesturen|scholen|gemeenten|bedrijven|werkgevers|burgers|huurders|ziekenhuizen|instellingen|particulieren) (?:zelf )?(?:\w+ ){0,2}?ge\w+|\bop initiatief van uw Kamer\b|\bik versta (?:daar|hier)onder\b|^(?:dat|dit) (?:vraagt|scheelt|betekent)\b|\boordeel Kamer\b|\b(?:wijst|wijzen|wees) uit dat\b|\bvan \d[\d.,]*(?: ?%| procent) naar \d|^zoals (?:ik|wij) [^,;]{0,60}aan(?:gaf|gaven),|^(?:ik|wij) (?:heb|hebben) (?:[^,;]{0,40} )?(?:aangegeven|gezegd|verteld|uitgelegd|betoogd|toegelicht|geschetst) dat\b"
    );
    // "In overleg met gemeenten is …": they are not the subject of a sentence that opens with a preposition.
    pattern!(
        AT,
        r"^(?:in|met|voor|bij|door|aan|op|van|over|onder|tussen|tegen|zonder|na|naar|uit|via|per|sinds|samen|om|tijdens|vanuit|namens|mede|ook|daarnaast|inmiddels|momenteel|thans)\b"
    );
    pattern!(WITH, r"\b(?:voor|van|bij|over|aan|tussen|tot|tegen)\b");
    // What others do at the government's request, or are charged with, is its doing.
    pattern!(
        CAUSED,
        r"\bop (?:mijn|ons) (?:verzoek|initiatief|aandringen)\b|\bop verzoek van (?:mij|het (?:ministerie|kabinet|departement))\b|\bin (?:mijn|onze) opdracht\b|\bin opdracht van (?:mij|ons|mijn|het (?:ministerie|kabinet|departement|Rijk))\b|\bnamens (?:mij|het ministerie)\b"
    );
    // "Het plafond voor kleine organisaties is verhoogd": they only stand with the subject.
    let first = FIRST.captures(sentence).filter(|c| !WITH.is_match(c.name("before").map_or("", |b| b.as_str())));
    let others = !AT.is_match(sentence) && first.is_some() && !commissions(sentence);
    let others = others && !CAUSED.is_match(sentence);
    let turned = TURNED.is_match(sentence) && !GOVERNMENT.is_match(sentence);
    others || turned || BY_THE_WAY.is_match(sentence)
}

/// Whether no more is said than that something is not promised.
pub(in crate::records) fn unpromised(sentence: &str) -> bool {
    pattern!(
        PROMISE,
        r"\b(?:niet|geen) (?:\S+ ){0,5}?(?:toezeg\w*|beloven|beloof|garanderen|garandeer)\b|\b(?:geen|niet die) (?:\w+ )?(?:toezegging|garantie|belofte)\b"
    );
    PROMISE.is_match(sentence)
}

/// What a letter says of itself.
pub(super) fn furniture(sentence: &str) -> bool {
    pattern!(
        FURNITURE,
        r"^deze (?:brief|rapportage|nota|reactie) is (?:\S+ ){0,3}?(?:opgebouwd|ingedeeld)\b|^tot slot (?:ga|kom|sta) ik\b|^ik vertrouw erop (?:\S+ ){0,4}?(?:geïnformeerd|ingelicht|beantwoord)|\bvertrouw\w* erop (?:u|uw Kamer)\b|\bvoldoende (?:te hebben )?geïnformeerd\b|^(?:in|met|bij) deze brief (?:schets|ga|licht|zet|beschrijf|bericht|informeer|geef) (?:ik|wij)\b.*\b(?:hoe|welke|wat|in op|toe|over|aan de hand)\b|\bhieronder\b.{0,60}\b(?:opgenomen|weergegeven|toegelicht|beschreven|ingegaan)\b|\bhet volgende (?:mee |over |aan )?(?:gebeurd|gedaan|melden)\b|^(?:ook|verder|tevens|daarbij|tot slot|hierna|daarnaast) (?:kom|ga) ik (?:\S+ ){0,4}?(?:terug op|in op)\b|^in (?:die|dat|dit) (?:\w*brief|\w*rapport|\w*verslag|\w*stuk) (?:is|zijn|staat|staan|heb|werd|werden)\b"
    );
    // What was said in a debate, who put the questions, and how an overview is laid out.
    pattern!(
        PAPERS,
        r"^(?:de |deze )?(?:vaste commissie|vragen|antwoorden) |^(?:de |deze )?(?:beantwoording|onderwerpen|moties en toezeggingen|vragen en opmerkingen) (?:\S+ ){0,4}?(?:volgt|worden|zijn|waarover|is)\b|^(?:in|tijdens) (?:hetzelfde|dat|het|dit|een) (?:\w*debat|\w*overleg)\b.*\b(?:toegezegd|gesproken|stilgestaan|gevraagd|gewisseld|ingegaan)\b|\bbuiten beschouwing\b|^in (?:de|deze) (?:\w+ )?kolom\b|^(?:de|deze) (?:kolom|tabel) |^(?:de|deze) (?:indeling|volgorde) (?:(?:van (?:deze|de|dit|het) (?:\w*brief|\w*overzicht|lijst|bijlage|tabel|onderwerpen|moties|vragen|antwoorden) )?(?:is|volgt|sluit|komt|houdt)\b[^;]*\b(?:die|volgt|aan bij|overeen|begrotingsartikelen|vragen|prioritering|waarin|oplopend|alfabetisch)\b) |^onderstaand |\b(?:staat|stond|vermeldt|vermeldde|schrijft|schreef|luidt|luidde)\b[^“«]*: ?[\x22“«]"
    );
    PAPERS.is_match(sentence) || FURNITURE.is_match(sentence)
}

/// Whether what a rule found from `at` on is only the ground for something else, of which nothing is said to be refused.
pub(super) fn reason(sentence: &str, at: usize) -> bool {
    pattern!(GROUND, r"\b(?:omdat|doordat|aangezien|wanneer|zolang|indien) |\S als ");
    // "Omdat de steiger er ligt, …": what stands behind the comma is the main clause.
    pattern!(OPENS, r"^(?:omdat|doordat|aangezien|nu) [^,]+, ");
    pattern!(REFUSED, r"\b(?:niet|geen|evenmin|noch|ik|wij|het kabinet)\b");
    let Some(before) = sentence.get(..at) else { return false };
    GROUND.is_match(before) && !OPENS.is_match(before) && !REFUSED.is_match(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_numbers_and_asides_are_passed_by() {
        assert!(aside("Gemeenten hebben de kades inmiddels verbreed."));
        assert!(aside("De eilandbewoners zijn in mei bijeengekomen."));
        assert!(aside("Een overtocht kost overigens zes euro."));
        assert!(!aside("Met gemeenten is afgesproken dat de kades breder worden."));
        assert!(!aside("Rijkswaterstaat heeft de kades verbreed."));
        assert!(!aside("De NZa heeft de verzekeraars in mei aangeschreven."));
        assert!(aside("Inmiddels hebben gemeenten de kades verbreed."));
        assert!(furniture("Tijdens het havendebat is over de veren gesproken."));
        assert!(furniture("In die brief staat: \"Ik zal de steigers verlengen.\""));
        assert!(furniture("In de vierde kolom staat per veer de stand."));
        assert!(furniture("Ik vertrouw erop uw Kamer hiermee voldoende te hebben geïnformeerd."));
    }

    #[test]
    fn a_ground_is_no_refusal() {
        let sentence = "De veren zijn geliefd omdat er geen brug is.";
        assert!(reason(sentence, sentence.find("geen").unwrap()));
        let sentence = "Als voorlopige oplossing wordt niets gebouwd.";
        assert!(!reason(sentence, sentence.find("wordt").unwrap()));
        let sentence = "Omdat de brug er ligt, vergt dit geen actie.";
        assert!(!reason(sentence, sentence.find("vergt").unwrap()));
        let sentence = "Ik bouw niet omdat er geen geld is.";
        assert!(!reason(sentence, sentence.rfind("geen").unwrap()));
    }

    #[test]
    fn others_who_only_stand_with_the_subject_do_not_act() {
        assert!(!aside("Het tarief voor kleine bedrijven is verlaagd."));
        assert!(!aside("De leidraad is in mei verschenen."));
        assert!(aside("De gemeenteraad is in mei bijeengekomen."));
    }

    #[test]
    fn what_numbers_show_and_what_was_said_before_is_no_report() {
        assert!(aside("Een telling wijst uit dat er minder wordt gevaren."));
        assert!(aside("Het aandeel veren met walstroom is gestegen van 12% naar 30%."));
        assert!(aside("Ik heb vorige week gezegd dat wij gaan bouwen."));
        assert!(aside("Die leges worden geraamd op 4 miljoen euro."));
        assert!(aside("Een deel van de vertraging hangt samen met hoog water."));
    }
}
