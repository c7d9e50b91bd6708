//! What a sentence of a passage about one motion reports, whatever its words: what the government did, does, will do and will
//! not do (`clause`), how things stand (`stand`), and what words beside the verb make of it. What others do, what holds in the
//! field and what is thought of it is none (`aside`). The border: one sentence at a time; whether it stands in such a passage is
//! for `passage`, fixed turns are for the rules.

use super::clause;
use super::stand::{done, state};
use crate::records::{Status, constant};
use crate::rules::forms;
use crate::text::MONTHS;
use regex::Regex;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// The rule of a sentence that no rule knows, in which the government acts.
pub(super) const ACTS: &str = "handelt-zelf";

/// The rule of one that tells by its time how things stand.
pub(super) const STANDS: &str = "stand-nu";

/// A sentence, and what it is found to tell, looked up once.
pub(super) struct Told<'s> {
    pub(super) words: &'s str,
    acts: OnceCell<Option<Status>>,
    turn: OnceCell<Option<Status>>,
    main: OnceCell<Cow<'s, str>>,
}

impl Told<'_> {
    pub(super) fn of(words: &str) -> Told<'_> {
        Told { words, acts: OnceCell::new(), turn: OnceCell::new(), main: OnceCell::new() }
    }

    /// Its main clause.
    pub(super) fn main(&self) -> &str {
        self.main.get_or_init(|| clause::main(self.words))
    }

    /// What the government does in it, if it does anything.
    pub(super) fn acts(&self) -> Option<Status> {
        *self.acts.get_or_init(|| clause::of(self.words))
    }

    /// How things stand by it, or by its main clause.
    pub(super) fn stands(&self) -> Option<Status> {
        state(self.words).or_else(|| {
            let main = self.main();
            let told =
                || clause::of(main).or_else(|| state(main)).or_else(|| done(main).then_some(Status::GemeldAfgedaan));
            (main.len() < self.words.len()).then(told).flatten()
        })
    }

    /// What words beside the verb make of it.
    pub(super) fn turn(&self) -> Option<Status> {
        *self.turn.get_or_init(|| turn(self.words))
    }
}

/// A list of the table `melding`, as alternatives of a pattern.
pub(super) fn list(name: &str) -> String {
    format!("(?:{})", forms("melding", name).join("|"))
}

/// What words beside the verb make of a report: handed to another, put off, done in part.
fn turn(sentence: &str) -> Option<Status> {
    pattern!(
        HANDED,
        r"\bin handen (?:gesteld|gegeven)\b|\bvan mij overgenomen\b|\b(?:doorgeleid|doorgezonden|overgedragen)\b|\bzal (?:u|uw Kamer) (?:er |daar(?:over)? )?(?:zelf|afzonderlijk|hierover)\b|\b(?:hij|zij) (?:u|uw Kamer) (?:er |daar(?:over)? )?(?:zelf|afzonderlijk)\b"
    );
    pattern!(
        LATER,
        r"\bniet (?:eerder|vóór|voor (?:\d{1,2}|de (?:zomer|winter|herfst|jaarwisseling|verkiezingen)|het (?:\w+reces|reces|najaar|voorjaar|eind)|begin|eind|medio|{maand})|meer (?:dit|in|v[oó]{2}r))\b|\b(?:schuif|schuift|schuiven) (?:ik|wij|het kabinet) (?:\S+ ){0,4}?(?:door|op)\b|\b(?:datum|termijn|planning|tijdpad|jaartal)\b.{0,60}\bniet (?:\S+ ){0,2}?(?:lukken|halen|gehaald|haalbaar)\b|\bnieuwe (?:datum|termijn|streefdatum|planning)\b|\b(?:datum|termijn)\b.{0,40}\b(?:ga|gaat|haal|haalt) (?:ik|het kabinet) (?:\S+ ){0,3}?niet\b".replace("{maand}", &MONTHS.join("|"))
    );
    pattern!(
        PARTLY,
        r"\b(?:uit|uitvoeren|uit te voeren|uitgevoerd) voor\b[^;]{2,160}?,? (?:maar|en|doch) niet voor\b|^(?:[^:;]{0,40}: )?(?:half|deels|ten dele|gedeeltelijk|grotendeels)\b|\bvoor (?:\w+ )?van de \w+ \w+ (?:uitgevoerd|gereed|afgerond|gereali\w+|voldaan)|\b(?:nog )?niet (?:in alle opzichten|volledig|geheel|helemaal)\b|\been eerste stap\b|^[^;]{0,90}\b(?:is|zijn|heeft|hebben|staat|staan|kan|kunnen)\b[^;]{0,120}?(?:;|, (?:maar|terwijl|doch|voor|bij)\b).{0,80}\b(?:nog niet|nog geen|nog op|moet(?:en)? (?:dat |dit |het |de |\w+ )?(?:\w+ )?nog|is er nog niet)\b|^[^;]{0,80}\b(?:niet|geen) [^;]{0,60}[;,] (?:maar )?wel (?:is|zijn|kan|kunnen|heeft|hebben|komt|wordt|worden)\b"
    );
    if HANDED.is_match(sentence) {
        return Some(Status::Overgedragen);
    }
    if PARTLY.is_match(sentence) {
        return Some(Status::Deels);
    }
    LATER.is_match(sentence).then_some(Status::Uitgesteld)
}

/// The ministry that is the subject of a sentence, by itself or in its minister: "De minister van X beschouwt …",
/// "IenW: er draait een proef".
pub(super) fn speaker(sentence: &str) -> Option<&'static str> {
    static MINISTER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:De|Mijn|Het) (?:minister|staatssecretaris|ministerie|ambtgenoot|ambtsgenoot|collega) (?:van|voor) (?P<who>\p{Lu}[\p{L}&]+(?:(?:,? en |, | )\p{Lu}[\p{L}&]+){0,5}) (?:\p{Ll}+t|is|wil|zal|heeft|kan)\b",
        )
    });
    static MINISTRY: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^(?P<who>\p{Lu}[\p{L}&]{0,4}\p{Lu})(?:: | (?:\p{Ll}+t|is|wil|zal|kan)\b)"));
    if let Some(named) = MINISTRY.captures(sentence).and_then(|c| c.name("who")) {
        return crate::lexicon::ministry(named.as_str()).map(|entry| entry.abbr.as_str());
    }
    ministry(MINISTER.captures(sentence)?.name("who")?.as_str())
}

/// The ministry of the minister whom "zij" or "hij" who will tell the Chamber takes up, named last in the words before.
pub(super) fn taken_up(sentence: &str, before: &str) -> Option<&'static str> {
    pattern!(
        TELLS,
        r"^(?:zij|hij) (?:\S+ ){0,3}?(?:u|uw Kamer|de Kamer|mij)\b|\b(?:zal|zullen|heeft) (?:zij|hij) (?:u|uw Kamer|de Kamer|mij)\b|\bzal (?:zij|hij) (?:\S+ ){0,4}?doen\b"
    );
    static MINISTERS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?:[Mm]inister|[Ss]taatssecretaris|ambts?genoot|ambts?genote|collega) (?:van|voor) (?P<who>\p{Lu}[\p{L}&]+(?:(?:,? en |, | )\p{Lu}[\p{L}&]+){0,5})",
        )
    });
    if !TELLS.is_match(sentence) {
        return None;
    }
    ministry(MINISTERS.captures_iter(before).last()?.name("who")?.as_str())
}

/// The ministry of an actor by its name.
fn ministry(name: &str) -> Option<&'static str> {
    crate::lexicon::ministry_of(&crate::lexicon::actor(name)?.abbr)
}

/// Whether a sentence does no more than refer to another place: "Zie …", "Kortheidshalve verwijs ik …".
pub(super) fn refers(sentence: &str) -> bool {
    pattern!(
        REFERS,
        r"^(?:[\w ]{2,50}: ?)?zie\b|\b(?:verwijs|verwijst|verwijzen) (?:ik|wij|het kabinet|mijn)\b|^(?:ik|wij) verwij[sz]\w*\b|\bzij verwezen\b|\bmoge ik (?:u )?verwijzen\b"
    );
    REFERS.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::super::aside::{aside, unpromised};
    use super::super::clause::of;
    use super::super::stand::agreed;
    use super::*;

    #[test]
    fn handing_over_putting_off_and_doing_in_part_are_turns_of_their_own() {
        let handed = "Ik heb haar in handen gesteld van de minister van Financiën.";
        assert_eq!(turn(handed), Some(Status::Overgedragen));
        assert_eq!(turn("De termijn van mei ga ik niet halen."), Some(Status::Uitgesteld));
        assert_eq!(turn("De eerste steiger is gebouwd, maar de tweede moet nog worden besteld."), Some(Status::Deels));
        assert_eq!(turn("Ik bouw de steiger."), None);
        assert_eq!(speaker("De minister van Financiën beschouwt de motie als afgedaan."), Some("FIN"));
        assert_eq!(speaker("IenW: er ligt een tweede steiger."), Some("IenW"));
        assert_eq!(speaker("Het veer ligt stil."), None);
        let before = "De steigers zijn van de minister van Financiën.";
        assert_eq!(taken_up("Zij zal u daarover berichten.", before), Some("FIN"));
        assert_eq!(taken_up("Zij liggen stil.", before), None);
        assert!(refers("Kortheidshalve verwijs ik naar het antwoord op vraag 2."));
        assert!(!refers("De steiger is gebouwd, zoals gemeld in het antwoord op vraag 2."));
    }

    #[test]
    fn not_for_a_thing_is_in_part_and_not_before_a_time_is_later() {
        assert_eq!(turn("Ik voer de motie uit voor de veren, maar niet voor de bruggen."), Some(Status::Deels));
        assert_eq!(turn("De steigers komen er niet voor de zomer."), Some(Status::Uitgesteld));
        assert_eq!(turn("De steigers komen er niet voor 15 mei 2031."), Some(Status::Uitgesteld));
        assert_eq!(turn("De steigers liggen er niet voor niets."), None);
        assert_eq!(state("De steigerkaart treft u als bijlage aan."), Some(Status::GemeldAfgedaan));
    }

    #[test]
    fn others_who_act_for_the_government_and_things_that_go_on_report_as_well() {
        assert_eq!(state("De provincies zijn gevraagd de steigers te tellen."), Some(Status::InUitvoering));
        assert!(!aside("De provincies zijn gevraagd de steigers te tellen."));
        assert!(!aside("De schippersverenigingen hebben op mijn verzoek de vaarroutes nagelopen."));
        assert_eq!(state("De leden zijn door de Kamer gevraagd de steigers te tellen."), None);
        assert_eq!(state("Bij de kleine havens gebeurt dat in het voorjaar."), Some(Status::Voornemen));
        assert_eq!(state("De eerste drie steigers staan er."), Some(Status::GemeldAfgedaan));
        assert_eq!(state("Een werkgroep buigt zich over de tarieven."), Some(Status::InUitvoering));
        assert_eq!(state("De aanpak is erop gericht om lange wachttijden te voorkomen."), Some(Status::InUitvoering));
        assert_eq!(of("Wat ik wel doe, is de steigers verlichten."), Some(Status::Voornemen));
        assert_eq!(of("De minister van Financiën verwacht u in mei te kunnen berichten."), Some(Status::Voornemen));
        assert!(aside("Een tweede veer vergt een investering van zes miljoen euro."));
        assert!(aside("Op dit moment varen er veel boten, en kost een kaartje vijf euro."));
        assert!(!aside("Inmiddels zijn er 24 steigers verlicht."));
    }

    #[test]
    fn what_was_agreed_on_is_still_to_be_done() {
        assert!(agreed("Met de reders is overeengekomen om de steigers te verlichten."));
        assert!(agreed("In mei zijn met de reders afspraken gemaakt."));
        assert!(!agreed("De steigers zijn zoals afgesproken verlicht."));
        assert!(unpromised("Dat kan ik u niet beloven."));
        assert!(!unpromised("Dat zeg ik toe."));
    }
}
