//! Norms that are nouns and adjectives: "is uit den boze", "is welkom", "is de standaard". The border: one sentence in, its
//! norm out; whether it lays down at all is for `present`.

use crate::records::{Norm, constant};
use regex::Regex;
use std::sync::LazyLock;

/// The norm that a sentence names, if it names one.
pub(super) fn named(sentence: &str) -> Option<Norm> {
    static NO: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:uit den boze|is (?:\S+ ){0,14}?(?:verboden|uitgesloten|ontoelaatbaar|niet (?:langer |meer )?toegestaan)|(?:is|zijn) te (?:vermijden|mijden|voorkomen)|geen (?:reden|grond|aanleiding|excuus) (?:om|voor)|(?:is|zijn) geen (?:geschikt|geschikte|goed|goede|plek|plaats|middel|alternatief|vervanging)|(?:niet verenigbaar|onverenigbaar) met (?:de|het|een|deze|dit|zijn|haar|hun|ons|onze|\w{5,}) |in strijd met (?:\S+ ){0,4}?\w*(?:beleid|beleidslijn|kaders?|regels?|regeling|richtlijn|wet|wetgeving|verordening|norm|normen|eis|eisen|code|gedragscode|plicht|verplichting\w*|beginsel|beginselen|principes?|voorschrift|voorschriften|afspraak|afspraken|uitgangspunt\w*|recht|belang|belangen|integriteit|geheimhouding|contract|overeenkomst|doel|opdracht|lijn|artikel|AVG|hiermee|daarmee)\b|off[- ]?limits|niet welkom|taboe|(?:geen|nooit) sprake(?: van)? zijn|not done|niet de (?:weg|plek|plaats|bedoeling)|geen plaats|geen optie|niet bespreekbaar|niet aan de orde|niet bedoeld (?:voor|om)|(?:is|zijn) er niet voor|(?:is|zijn) niet (?:voor|het (?:middel|kanaal))|ongeschikt voor|ongewenst|ongepast|onwenselijk|blij(?:ft|ven) (?:\S+ ){0,7}?(?:achterwege|ongebruikt|buiten gebruik|onbenut|dicht|gesloten|uit(?:geschakeld)?|geblokkeerd|verboden)|is er niet bij|lenen? zich (?:er )?(?:niet|nooit)|vall?(?:t|en) (?:\S+ ){0,4}?(?:niet onder|buiten)|voorbehouden aan|strijdig met|geen (?:enkel )?gebruik|hoor(?:t|en) (?:\S+ ){0,8}?niet|no-go|rechtvaardig(?:t|en) (?:dat |dit )?geen|(?:lever(?:t|en)|vorm(?:t|en)) geen (?:\S+ ){0,3}?(?:\w*grond|\w*reden|rechtvaardiging|vrijbrief|excuus|uitzondering\w*|vrijstelling)|(?:is|zijn) geen (?:\S+ )?(?:vrijbrief|rechtvaardiging|uitzonderingsgrond)|(?:is|zijn) (?:\S+ ){0,8}?(?:afgeschaft|geweerd|uitgebannen|gebannen|niet voorzien|onaanvaardbaar|onacceptabel|onbespreekbaar|ondenkbaar)|buiten de deur|vermeden|gemeden)\b",
        )
    });
    static YES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:is|zijn) (?:\S+ ){0,5}?(?:prima|in orde|welkom|akkoord|vrij|vrijgesteld|vrijgelaten|uitgezonderd|bespreekbaar|denkbaar|voorstelbaar|verdedigbaar|gerechtvaardigd|te rechtvaardigen|te billijken|gepermitteerd|facultatief|optioneel|vrijblijvend|een uitzondering mogelijk|mogelijk|bevoegd|gerechtigd|toelaatbaar|aanvaardbaar|acceptabel|bruikbaar|geschikt)|geen (?:enkel )?bezwaar|geen probleem|(?:niet|geen) (?:\S+ ){0,4}?(?:nodig|vereist|noodzakelijk|verplicht|van kracht)|(?:krijgt|krijgen) (?:\S+ ){0,4}?(?:inzage|\w+rechten|schrijfrecht|leesrecht)|best(?:aat|aan) (?:\S+ ){0,4}?(?:een uitzondering|ruimte)|naar eigen (?:inzicht|keuze)|is (?:\S+ ){0,2}ruimte voor|vrijgesteld van|(?:heeft|hebben|krijgt|krijgen) (?:\S+ ){0,3}?(?:recht op|de bevoegdheid|de vrijheid|de ruimte|mandaat|toegang tot)|staat (?:het )?\w+ vrij|sta(?:at|an) (?:\S+ ){0,8}?open (?:voor|indien|als|wanneer|mits|zolang)|volstaat|volstaan|kan het zonder|maakt niet uit|geldt (?:deze|die|dit|dat) \w+ niet|(?:is|zijn|geldt) (?:\S+ ){0,3}?het vangnet|wordt verstrekt|worden verstrekt|krijgen? (?:\S+ ){0,4}?(?:toegang|de beschikking)|is voldoende)\b",
        )
    });
    static MUST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:het aangewezen (?:middel|kanaal|instrument|systeem|loket)|(?:is|zijn) (?:\S+ ){0,4}?de (?:standaard\w*|norm|regel|hoofdregel|eerste keus|enige \w+)|als standaard|(?:vergt|vereist|vergen|vereisen|behoeft|behoeven|vraagt) (?:een |de |altijd |steeds |vooraf |telkens )|(?:is|zijn|blijft|blijven) (?:\S+ ){0,4}?(?:een vereiste|een must|(?:\S+ ){0,6}?een vast (?:onderdeel|bestanddeel|element|agendapunt)|leidend|bepalend|maatgevend|richtinggevend|beslissend|doorslaggevend|bindend|verplichte kost|onverplicht|uitgangspunt|het uitgangspunt|regel|nodig|noodzakelijk|onmisbaar|(?:alleen|uitsluitend|enkel|slechts) (?:bestemd|bedoeld) voor|beperkt tot|begrensd (?:tot|op)|toegankelijk voor|voorzien van|aan de \w+|te (?:melden|herleiden|vermelden|registreren|wissen|vernietigen|bewaren|archiveren|motiveren|beveiligen|versleutelen|raadplegen bij))|(?:heeft|hebben) (?:\S+ ){0,4}?(?:de plicht|tot taak|als taak|de taak|het laatste woord|voorrang|een eigenaar|een verantwoordelijke)|(?:hoeft|hoeven) (?:\S+ ){0,4}?pas|(?:is|zijn) (?:\S+ ){0,10}?voorgeschreven|een voorwaarde|voorwaarde (?:is|daarvoor|hiervoor)|(?:is|zijn|blijft|blijven) (?:\S+ ){0,3}?(?:verantwoordelijk|aanspreekbaar|aansprakelijk|gehouden|gebonden)|verantwoordelijk(?:heid)? (?:voor|ligt|berust)|berust(?:en)? bij|draagt (?:er )?(?:\S+ ){0,2}?zorg|hoort (?:daar|er)bij|hoort thuis|horen thuis|maakt (?:\S+ ){0,3}?(?:onderdeel|deel) uit van)\b",
        )
    });
    if YES.is_match(sentence) && !NO.is_match(sentence) {
        return Some(Norm::Toegestaan);
    }
    if NO.is_match(sentence) {
        return Some(Norm::NietToegestaan);
    }
    MUST.is_match(sentence).then_some(Norm::Verplicht)
}
