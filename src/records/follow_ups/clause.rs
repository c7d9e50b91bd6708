//! Who acts in the main clause of a sentence: its subject, verb, tense and negation, and what that amounts to. The border: the
//! government as a subject; what happens without it is for `stand`.

use super::report::list;
use crate::records::Status;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What may stand between a nominal subject and its verb: "van Financiën", "voor Langdurige Zorg".
const TAIL: &str = r"(?: (?:van|voor) (?-i:[A-Z])[\w&]+(?:(?:,? en |, | )(?-i:[A-Z])[\w&]+){0,5}| en ik| en mijn \w+)?";

/// The government as a subject: who writes, its members, its ministries.
static OWN: LazyLock<String> = LazyLock::new(|| list("overheid"));

pattern!(
    SOON,
    r"\b(?:volgende?|komende?|aanstaande|a\.s\.|dit (?:voor|na)?jaar|deze (?:zomer|winter|herfst|kabinetsperiode)|uiterlijk|vóór|voor (?:de|het|1|eind|begin) \w+|in (?:het|de) (?:voorjaar|najaar|zomer|herfst|winter|eerste|tweede|derde|vierde|loop)|binnenkort|spoedig|begin|eind|medio|halverwege|ultimo|zodra|per 1 \w+|na (?:de|het|ommekomst|afloop)|kwartaal|wanneer|voortaan|later|binnen|20[2-5]\d)\b"
);

/// Whether a sentence names a time that is still to come.
pub(super) fn soon(sentence: &str) -> bool {
    SOON.is_match(sentence)
}

/// A sentence without the clauses that hang on it: a ground before it, a relative clause within it or behind it. What they say
/// of others, of the past and of what must be is not what the sentence reports.
pub(super) fn main(sentence: &str) -> Cow<'_, str> {
    pattern!(
        OPENING,
        r"^(?:omdat|doordat|aangezien|nu|als|indien|wanneer|zodra|hoewel|ofschoon|terwijl|voor zover|nadat|gelet op|gezien) [^,;:]{8,200}, "
    );
    pattern!(
        INSET,
        r"(?: waar(?:in|mee|bij|op|aan|van|voor|over|door|uit|toe|onder|naar)|, (?:die|dat|welke|waar\w{2,6})) [^,;:]{6,200}, "
    );
    pattern!(
        BEHIND,
        r",? (?:(?:omdat|doordat|aangezien|mits|tenzij|hoewel|voor het geval|waar(?:in|mee|bij|op|aan|van|voor|over|uit|toe|onder|naar)) [^,;:]{4,300}|(?:waarvan|wiens|wier) [^,;:]{4,300})$|, (?:die|dat|welke|wat|hetgeen|terwijl|wanneer|indien|als|zoals|al|nu) [^,;:]{4,300}$"
    );
    let mut words = Cow::Borrowed(sentence);
    for (pattern, instead) in [(&*OPENING, ""), (&*INSET, " "), (&*BEHIND, "."), (&*BEHIND, ".")] {
        if pattern.is_match(&words) {
            words = Cow::Owned(pattern.replace(&words, instead).into_owned());
        }
    }
    words
}

/// The main clause in which the government acts: its finite verb, and the words of the clause.
struct Clause<'s> {
    verb: &'s str,
    words: &'s str,
    /// Where subject and verb end in the words.
    at: usize,
}

fn own_clause(sentence: &str) -> Option<Clause<'_>> {
    pattern!(
        FIRST,
        format!(
            r"(?:^|[,;:–] |\b(?:en|maar|want|doch|dus) ){}{TAIL},? (?:(?:dan|ook|daar|hier|dus|wel|zelf|echter|daarom|immers) )?(?P<v>\pL+)",
            *OWN
        )
    );
    pattern!(AFTER, format!(r"(?P<v>\pL+) {}\b", *OWN));
    pattern!(BINDING, format!("^{}$", list("geen_werkwoord")));
    // The subject opens the sentence, or a clause that is not bound to the one before.
    let opens = FIRST.captures(sentence).and_then(|c| Some((c.get(0)?, c.name("v")?)));
    let opens = opens.filter(|(all, _)| all.start() == 0 || !sentence[..all.start()].ends_with(','));
    let mut turned = AFTER.captures_iter(sentence).filter_map(|c| Some((c.get(0)?, c.name("v")?)));
    let turned = turned.find(|(all, v)| !BINDING.is_match(v.as_str()) && finite(v.as_str(), all.as_str()));
    let (all, verb) = match (opens, turned) {
        (Some(a), Some(b)) if b.0.start() < a.0.start() => b,
        (Some(a), _) => a,
        (None, Some(b)) => b,
        (None, None) => return None,
    };
    let until = sentence[all.end()..].find(';').map_or(sentence.len(), |at| all.end() + at);
    Some(Clause { verb: verb.as_str(), words: &sentence[..until], at: all.end() })
}

/// Whether a word may be the verb of the subject behind it, by its form: "werken wij", "werk ik", and no "data we".
fn finite(word: &str, with_subject: &str) -> bool {
    let many = with_subject.ends_with(" we") || with_subject.ends_with(" wij");
    let one = with_subject.ends_with(" ik");
    if many { word.ends_with('n') } else { !(one && (word.ends_with("en") || word.ends_with("ta"))) }
}

/// Whether the clause that hangs on a sentence says that all stays as it is: "…, reden waarom ik vasthoud aan …".
fn keeps(sentence: &str) -> bool {
    pattern!(
        KEEPS,
        r", (?:zodat|waardoor|om welke reden|reden waarom|daarom|dus) (?:ik|wij|we|het kabinet) (?:[^ ,;]+ ){0,4}?(?:vasthoud|vasthoudt|vasthouden|handhaaf|handhaaft|handhaven|volsta|volstaat|volstaan|afzie|afziet|afzien)\b|, (?:waarin|waarop|waaraan|waarover|waarbij) (?:ik|wij|we|het kabinet) (?:[^ ,;]+ ){0,4}?(?:niet|geen) (?:[^ ,;]+ ){0,4}?(?:kan|kunnen|mag|mogen|wil|willen) (?:treden|ingrijpen|sturen|optreden|tornen|bepalen|voorschrijven|opleggen|beslissen)\W*$"
    );
    KEEPS.is_match(sentence)
}

/// A clause without what hangs on it: what that denies is not refused.
fn unbound<'s>(clause: &Clause<'s>) -> &'s str {
    pattern!(
        UNDER,
        r"\b(?:naar|voor|op|aan|toe|over|erop|ervoor|ernaar|ertoe) dat\b|, (?:die|dat|waar\w*|zodat|opdat|omdat|aangezien|terwijl|hoewel|mits|tenzij) "
    );
    let hung = UNDER.find(clause.words.get(clause.at..).unwrap_or_default());
    &clause.words[..hung.map_or(clause.words.len(), |m| clause.at + m.start())]
}

/// What a sentence of a passage about one motion reports of what the government does, if it does anything in it.
pub(super) fn of(sentence: &str) -> Option<Status> {
    // "Het niet-spoednummer" denies nothing.
    pattern!(NO, r"\b(?:niet|geen|nooit|noch|evenmin|niets|nergens|weinig)(?:[^\w-]|$)");
    pattern!(
        NOT_ONLY,
        r"\bniet (?:alleen|slechts|enkel|uitsluitend|minder|langer)\b|\bnog (?:niet|geen)\b|\bniettemin\b"
    );
    pattern!(
        NOTHING,
        r"\b(?:vooropstellen|met (?:uw|de) Kamer (?:\S+ ){0,3}?(?:gesproken|gedebatteerd)|vooruitzicht|mededelingen|uitspraken|toezegging|toezeggingen|zeggen|garanderen|uitsluiten|vooruit|vooruitlopen|aandacht|maatregelen|voorspellen|beoordelen|bekend|ingaan|herinneren|ontraden|verhelen|mening|indruk)\b"
    );
    pattern!(IF_NEEDED, r"\b(?:waar|zo|indien|als) (?:dat |dit |het )?(?:nodig|mogelijk|wenselijk|moet|kan)\b");
    pattern!(
        DONE,
        r"\b(?:aan|af|bij|door|in|mee|na|neer|om|onder|op|over|samen|terug|toe|uit|vast|voor|weg)?ge\w{2,}(?:[dt]|en)\b|\b(?:be|ver|her|ont|onder|over|door|er)\w{3,}(?:[dt]|en)\b|\b(?:laten|kunnen|willen|moeten) \w+en\b"
    );
    pattern!(
        SAID,
        r"\b(?:betoogd|gemerkt|ontraden|begrepen|aangegeven|gehoord|geapprecieerd|gezegd|gedacht|genoemd|opgemerkt|toegelicht|gezien|gelezen|kennisgenomen|geschetst|vernomen|ervaren|oordeel|geconstateerd|gevonden|bedoeld|benadrukt|uitgelegd|behoefte|begrip|zorgen|vertrouwen|waardering|oog|moeite|overwogen)\b"
    );
    pattern!(
        SAYING,
        r"\b(?:benadrukken|onderstrepen|beklemtonen|benoemen|opmerken|zeggen|herhalen|vooropstellen|memoreren|wijzen op)\b"
    );
    pattern!(
        WHAT_I_DO,
        r"^wat (?:ik|wij|we|het kabinet) w[eé]l (?:(?:kan|kunnen|ga|gaan|gaat|zal|zullen|wil) )?(?:doe|doet|doen)\b"
    );
    pattern!(
        GIVES_UP,
        r"\b(?:zie|ziet|zien)\b.*\b(?:daar|hier|er)?van\b.*\baf\b|\b(?:zie|ziet|zien) (?:[^ ,]+ ){0,5}?af van\b"
    );
    pattern!(
        ONLY_THEN,
        r"\bpas (?:na|nadat|in|vanaf|wanneer|als|zodra|met|begin|eind|medio|volgend|later|daarna|dan)\b"
    );
    pattern!(EXPECTS_TO, r"\b(?:te kunnen|te zullen) \pL+en\b");
    pattern!(
        RESULT,
        r", (?:zodat|waardoor|om welke reden|reden waarom) (?:ik|wij|we|het kabinet) (?:[^ ,;]+ ){0,8}?(?:niet|geen) (?:[^ ,;]+ ){0,6}?(?:overga|uitvoer|doe|volg|overneem|invoer|instel|opleg|toesta|verbied|schrap|aanpas|wijzig|vaststel|overnemen|doen|volgen|invoeren|overgaan|overgaat|uitvoert|doet|overneemt|kan \pL+|kunnen \pL+|wil \pL+)\W*$"
    );
    // "De uitkomst deel ik met de havens" shares no opinion.
    pattern!(WITH, r"\b(?:ik|wij|we|kabinet) (?:[^ ,]+ ){0,8}?met\b");
    pattern!(THINKING, format!("^{}$", list("zegt_of_denkt")));
    // "…, zodat ik daartoe nu niet overga."
    if RESULT.is_match(sentence) {
        return Some(Status::NietOfAnders);
    }
    // "…, reden waarom ik vasthoud aan de huidige lengte", "…, waarin ik niet kan treden".
    if keeps(sentence) {
        return Some(Status::NietOfAnders);
    }
    if WHAT_I_DO.is_match(sentence) {
        return Some(Status::Voornemen);
    }
    let clause = own_clause(sentence)?;
    let verb = clause.verb.to_lowercase();
    let refused = NO.is_match(&NOT_ONLY.replace_all(unbound(&clause), ""));
    let idle = verb.starts_with("laat") && clause.words.contains(" mij ") || IF_NEEDED.is_match(clause.words);
    let auxiliary = |forms: &[&str]| forms.contains(&verb.as_str());
    // "Pas na de proef kan ik een besluit nemen."
    if auxiliary(&["kan", "kunnen", "wil", "willen", "zal", "zullen", "ga", "gaan", "neem", "nemen"])
        && !refused
        && ONLY_THEN.is_match(clause.words)
    {
        return Some(Status::Uitgesteld);
    }
    if idle || NOTHING.is_match(clause.words) {
        return None;
    }
    if auxiliary(&["verwijs", "verwijst", "verwijzen"]) {
        return Some(Status::Doorverwezen);
    }
    // "Ik zie daarom af van een tweede veer."
    if verb.starts_with("zie") && GIVES_UP.is_match(clause.words) {
        return Some(Status::NietOfAnders);
    }
    let otherwise = || clause.words.contains(" anders ");
    let status = if auxiliary(&["heb", "heeft", "hebben", "ben", "is", "zijn"]) {
        if !DONE.is_match(clause.words) || SAID.is_match(clause.words) {
            return None;
        }
        if refused || otherwise() { Status::NietOfAnders } else { Status::InUitvoering }
    } else if auxiliary(&["zal", "zullen", "ga", "gaan", "gaat", "wil", "willen", "beoog", "streef", "overweeg"]) {
        if SAYING.is_match(clause.words) {
            return None;
        }
        if refused { Status::NietOfAnders } else { Status::Voornemen }
    } else if auxiliary(&["kan", "kunnen", "zie", "ziet", "zien", "doe", "doet", "doen"]) {
        if !refused {
            return None;
        }
        Status::NietOfAnders
    } else if matches!(verb.as_str(), "verwacht" | "verwachten") && EXPECTS_TO.is_match(clause.words) {
        Status::Voornemen
    } else if THINKING.is_match(&verb) && !(verb.starts_with("deel") && WITH.is_match(clause.words))
        || auxiliary(&["zou", "zouden", "word", "wordt", "worden", "verwacht"])
    {
        return None;
    } else if refused {
        Status::NietOfAnders
    } else if SOON.is_match(clause.words) {
        Status::Voornemen
    } else {
        Status::InUitvoering
    };
    Some(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_government_does_is_told_by_subject_verb_tense_and_negation() {
        assert_eq!(of("Een vast tarief hanteer ik niet."), Some(Status::NietOfAnders));
        assert_eq!(of("Ik verdeel de steigers over de eilanden."), Some(Status::InUitvoering));
        assert_eq!(of("Volgend voorjaar verdeel ik de steigers over de eilanden."), Some(Status::Voornemen));
        assert_eq!(of("Mijn ministerie heeft de vaarroutes opnieuw getekend."), Some(Status::InUitvoering));
        assert_eq!(of("De staatssecretaris van Financiën zal de leges schrappen."), Some(Status::Voornemen));
        assert_eq!(of("Dat kan ik niet bij de eilandraad weghalen."), Some(Status::NietOfAnders));
        assert_eq!(of("In maart heb ik het niet-openbare steigerplan besproken."), Some(Status::InUitvoering));
    }

    #[test]
    fn opinions_others_and_clauses_within_clauses_are_no_doing() {
        for sentence in [
            "Ik hecht aan rustige vaarwegen.",
            "De schippers varen minder vaak.",
            "Dat is de reden waarom ik steigers waardeer.",
            "In het debat heb ik dat begrepen.",
            "Een tweede veer kan ik u niet in het vooruitzicht stellen.",
            "Laat ik vooropstellen dat steigers nuttig zijn.",
            "In mei heb ik daarover met uw Kamer gesproken.",
        ] {
            assert_eq!(of(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn giving_up_waiting_and_what_follows_from_it_are_told_by_the_clause() {
        assert_eq!(of("Ik zie om die reden af van een tweede veer."), Some(Status::NietOfAnders));
        assert_eq!(of("Pas na de proef kan ik de steigers verdelen."), Some(Status::Uitgesteld));
        assert_eq!(of("Een brug kost te veel, zodat ik haar niet invoer."), Some(Status::NietOfAnders));
        assert_eq!(of("De schippers heb ik daar niet buiten kunnen houden."), Some(Status::NietOfAnders));
        assert_eq!(of("Ik zie dat de schippers tevreden zijn."), None);
        assert_eq!(of("De uitkomst daarvan deel ik met de havens."), Some(Status::InUitvoering));
        assert_eq!(of("Pas daarna kan ik beoordelen of een brug nodig is."), Some(Status::Uitgesteld));
        let keeps = "Een korter veer past hier alleen bij laag water, reden waarom ik vasthoud aan het huidige.";
        assert_eq!(of(keeps), Some(Status::NietOfAnders));
        assert_eq!(of("Bruggeld heffen is aan de eilanden, waarin ik niet kan treden."), Some(Status::NietOfAnders));
        let under = "Ik streef ernaar dat schippers die betalen, niet nog eens wachten.";
        assert_eq!(of(under), Some(Status::Voornemen));
        assert_eq!(of("Toen zegde mijn ambtsvoorganger een tweede veer toe."), None);
    }

    #[test]
    fn the_main_clause_is_what_is_left_without_the_clauses_that_hang_on_it() {
        assert_eq!(main("De dienst, die in mei begon, bouwt een loket."), "De dienst bouwt een loket.");
        assert_eq!(main("De dienst bouwt een kaart, die in mei klaar moet zijn."), "De dienst bouwt een kaart.");
        assert_eq!(main("Omdat de brug er al ligt, bouwt de dienst geen veer."), "bouwt de dienst geen veer.");
        assert_eq!(
            main("Op die steiger is een loket, en dat blijft zo."),
            "Op die steiger is een loket, en dat blijft zo."
        );
    }
}
