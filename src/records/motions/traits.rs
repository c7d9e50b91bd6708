//! What a sentence says about a motion it names: advice, outcome, days and the request. The border: words in, values out;
//! about which motion the sentence speaks is for the caller.

use crate::records::constant;
use crate::text::{Date, MONTHS, Span, dates};
use aho_corasick::AhoCorasick;
use regex::Regex;
use std::sync::LazyLock;

/// Whether one of a few words is in a text in any case: most sentences have none, and finding that out is cheap.
macro_rules! holds {
    ($text:expr, $words:expr) => {{
        static WORDS: LazyLock<AhoCorasick> =
            LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build($words).expect("a few words"));
        WORDS.is_match($text)
    }};
}

/// The cabinet's advice a sentence gives, in the Chamber's own values. Source: the values of `Kabinetsappreciatie` in
/// the Chamber's open data and the phrases ministers use for them.
pub(super) fn advice(sentence: &str) -> Option<&'static str> {
    pattern!(TENZIJ, r"\bontra(?:den|ad|ade|adde),? tenzij\b");
    pattern!(ONTRADEN, r"\b(?:ontraden|ontraad|ontraadde|ontraadt)\b");
    pattern!(OORDEEL, r"\boordeel (?:aan |van )?(?:de |uw )?kamer\b|\baan het oordeel van (?:de|uw) kamer\b");
    pattern!(AANHOUDEN, r"\b(?:verzo(?:ek|cht)|gevraagd)\b.{0,60}\baan te houden\b");
    pattern!(ONTIJDIG, r"\bmotie\b.{0,120}\bontijdig\b|\bals ontijdig\b|\(ontijdig\)");
    pattern!(OVERBODIG, r"\bmotie\b.{0,120}\boverbodig\b|\bals overbodig\b|\(overbodig\)");
    pattern!(OVERGENOMEN, r"\bmotie\b.{0,120}\b(?:overgenomen|neem ik over)\b|\(overgenomen\)");
    pattern!(NIET, r"\b(?:niet|noch)\s+(?:\S+\s+){0,2}ontraden\b");
    if !holds!(sentence, ["ontra", "oordeel", "aan te houden", "ontijdig", "overbodig", "overgenomen", "neem ik over"])
    {
        return None;
    }
    [
        (&*TENZIJ, "Ontraden, tenzij gewijzigd"),
        (&*ONTRADEN, "Ontraden"),
        (&*OORDEEL, "Oordeel Kamer"),
        (&*AANHOUDEN, "Verzocht motie aan te houden"),
        (&*ONTIJDIG, "Ontijdig"),
        (&*OVERBODIG, "Overbodig"),
        (&*OVERGENOMEN, "Overgenomen"),
    ]
    .into_iter()
    .find(|(pattern, _)| pattern.is_match(sentence) && !NIET.is_match(sentence))
    .map(|(_, value)| value)
}

/// The outcome of the vote that a sentence about a motion gives.
pub(super) fn outcome(sentence: &str) -> Option<&'static str> {
    pattern!(
        OPEN,
        r"\b(?:als|indien|mocht|mits|wanneer|zodra)\b[^,]{0,80}\b(?:aangenomen|verworpen)\b|\bwordt aangenomen\b"
    );
    pattern!(TEGEN, r"\bniet aangenomen\b|\bverworpen\b");
    pattern!(
        VOOR,
        r"\b(?:aangenomen|aanvaarde?)\s+(?:\S+\s+){0,3}?moties?\b|\bmoties?\b.*\b(?:aangenomen|aanvaard)\b|\b(?:nam|namen|aanvaardde|steunde)\b.{0,80}\bmoties?\b"
    );
    pattern!(AAN, r"\baangehouden\s+(?:\S+\s+){0,3}?moties?\b|\bmoties?\b.{0,160}\baangehouden\b");
    pattern!(IN, r"\bingetrokken\s+(?:\S+\s+){0,3}?moties?\b|\bmoties?\b.{0,160}\bingetrokken\b");
    let voted =
        holds!(sentence, ["aangenomen", "aanvaard", "verworpen", "nam", "steunde", "aangehouden", "ingetrokken"]);
    if !voted || OPEN.is_match(sentence) {
        return None;
    }
    let values = [(&*TEGEN, "Verworpen"), (&*VOOR, "Aangenomen"), (&*AAN, "Aangehouden"), (&*IN, "Ingetrokken")];
    values.into_iter().find(|(pattern, _)| pattern.is_match(sentence)).map(|(_, value)| value)
}

/// The sentence with the year written out where a day has none: "11 september jl." of a letter of October 2025.
pub(super) fn with_years(sentence: &str, today: Option<Date>) -> String {
    pattern!(
        BARE,
        r"\b(?P<d>\d{1,2}) (?P<m>{maand})(?P<t>,? (?:jl\.?|j\.l\.|jongstleden|dit jaar)|\b)"
            .replace("{maand}", &MONTHS.join("|"))
    );
    let Some(today) = today.filter(|_| BARE.is_match(sentence)) else { return sentence.to_string() };
    let dated = BARE.replace_all(sentence, |c: &regex::Captures| {
        let whole = c.get(0).map_or(0..0, |m| m.range());
        let year = sentence[whole.end..].trim_start().chars().take(4).collect::<String>();
        let (Ok(day), Some(month)) = (c["d"].parse::<i8>(), crate::text::month(&c["m"])) else {
            return c[0].to_string();
        };
        if year.len() == 4 && year.chars().all(|c| c.is_ascii_digit()) {
            return c[0].to_string();
        }
        let this = Date::new(today.year(), month, day).ok();
        let past = if this.is_some_and(|d| d > today) { today.year() - 1 } else { today.year() };
        format!("{} {} {past}", &c["d"], &c["m"])
    });
    dated.into_owned()
}

/// The day of the debate and the day of the vote that a sentence about motions gives. A day counts only in the words
/// that belong to it: the day of a letter is neither.
pub(super) fn days(sentence: &str) -> (Option<Date>, Option<Date>) {
    pattern!(
        DEBATE,
        r"\b(?:\w*debat|\w*overleg|wgo|\w*beraadslaging|\w*vergadering|ingediend|voorgesteld|ingebracht)\b[^.;]{0,160}?(?:\b(?:van|op|d\.?d\.?)|\()\s*$"
    );
    pattern!(
        LETTER,
        r"\b\w*(?:brief|rapport|verslag|nota|besluit|advies)(?: (?:aan|over|van)\b[^.;]{0,60})?\s+(?:van|op|d\.?d\.?)\s*$"
    );
    pattern!(VOTED, r"\b(?:stemming(?:en)?|gestemd|aangenomen|verworpen)\b[^.;]{0,60}?\b(?:van|op)\s*$");
    pattern!(ON, r"(?:^|\s)op\s*$");
    pattern!(
        DECIDED,
        r"^\s*(?:jl\.\s*)?(?:\S+ ){0,3}?(?:heeft|hebben|is|zijn|nam|namen|werd|werden)\b[^.;]*\b(?:aangenomen|aanvaard|verworpen|gestemd|aan)\b"
    );
    // "Uw Kamer heeft op 9 juni de motie van het lid Vos c.s. aangenomen": the verb stands before the day.
    pattern!(HAS, r"\b(?:heeft|hebben|is|zijn|werd|werden)\b(?: \S+){0,3}? op\s*$");
    pattern!(
        TAKEN,
        r"^\s*(?:[^.;]|\b(?:jl|c\.s|nrs?)\.){0,160}?\b(?:aangenomen|aanvaard|verworpen|gestemd|in stemming)\b"
    );
    let (mut debate, mut vote) = (None, None);
    let mut from = 0;
    for (span, day) in dates(sentence) {
        let (before, after) = (&sentence[from..span.start()], &sentence[span.end()..]);
        if LETTER.is_match(before) {
            // The day of another document.
        } else if VOTED.is_match(before)
            || (ON.is_match(before) && DECIDED.is_match(after))
            || (HAS.is_match(before) && TAKEN.is_match(after))
        {
            vote = vote.or(Some(day));
        } else if DEBATE.is_match(before) {
            debate = debate.or(Some(day));
        }
        from = span.end();
    }
    (debate, vote)
}

/// A count said before "moties": "een drietal moties", "beide moties".
pub(super) fn count(sentence: &str) -> Option<usize> {
    pattern!(
        COUNT,
        r"\b(?P<n>\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|tweetal|drietal|viertal|vijftal|zestal|beide)\s+(?:\S+\s+){0,2}?moties?\b"
    );
    let word = COUNT.captures(sentence)?.name("n")?.as_str().to_lowercase();
    let number = match word.trim_end_matches("tal") {
        "twee" | "beide" => 2,
        "drie" => 3,
        "vier" => 4,
        "vijf" => 5,
        "zes" => 6,
        "zeven" => 7,
        "acht" => 8,
        "negen" => 9,
        "tien" => 10,
        digits => digits.parse().ok()?,
    };
    Some(number)
}

/// What a sentence says the motion asks, as a range of the sentence: "verzoekt de motie van de leden A en B om «…»",
/// "de motie-C die oproept om «…»". `after` is where the mention of the motion ends.
pub(super) fn request(sentence: &str, after: usize) -> Option<Span> {
    // "… de motie van de leden A (P) en B (Q) om X": only names, brackets and references may stand before "om".
    pattern!(
        OM,
        r"^[\s,)\]]*(?:c\.s\.[\s,]*)?(?:\([^()]*\)[\s,]*)*(?:(?:de regering|het kabinet|mij|ons|het rijk)\s+)?om\s+(?P<d>.+)$"
    );
    pattern!(
        DIE,
        r"\b(?:die|waarin|waarmee|welke)\b[^.;]{0,80}?\b(?:oproept|opriep|oproepen|verzoekt|verzocht|verzoeken|vraagt|vroeg|gevraagd|opgeroepen)\b(?:\s+(?:de regering|het kabinet|mij|ons|op|wordt|is|werd))*(?:\s+om)?[\s,:]+(?P<d>.+)$"
    );
    pattern!(
        VERB,
        r"^[^.;]{0,80}?(?:\([^()]*\)[^.;()]{0,60}?){0,12}\b(?:verzoekt|verzochten|verzocht|vraagt|vroegen|vroeg|roept|riepen|riep)\b(?:\s+(?:uw Kamer|de Kamer|(?:(?:het|de) )?(?:kamer)?(?:lid|leden)|mevrouw|de heer)(?:\s+(?:(?:van|de|der|den|ter|ten|te|en)\s+)*(?-i:[\p{Lu}(])[^ ,]*,?|\s+c\.s\.)*)?(?:\s+(?:de regering|het kabinet|mij|ons|op|tevens|ook|voorts|daarnaast))*[\s,]+(?:om\s+)?(?P<d>.+)$"
    );
    // "Zij verzoekt om X (Kamerstuk …)": the sentence goes on about the motion named before it.
    pattern!(
        PRONOUN,
        r"^(?:zij|ze|hij|deze|hierin|daarin)\s+(?:\S+\s+){0,3}?(?:verzoekt|verzocht|vraagt|vroeg|roept|riep)\b(?:\s+(?:de regering|het kabinet|mij|ons|op|tevens|ook|voorts|daarnaast))*[\s,]+(?:om\s+)?(?P<d>.+)$"
    );
    // "De leden Vos en Smit verzochten de regering om X (Kamerstuk …)": what is asked stands before the number.
    pattern!(
        BEFORE,
        r"^(?:het lid|de leden) (?-i:[A-Z]|van |de |den |ter |el )[^;:()]{1,90}? (?:(?:heeft|hebben) (?:de regering|het kabinet|mij) (?:verzocht|gevraagd|opgeroepen)|(?:verzoekt|verzoeken|verzochten|verzocht|vraagt|vragen|vroegen|vroeg|roept|roepen|riepen|riep) (?:de regering|het kabinet|mij)(?: op)?),?(?: om)? (?P<d>[^()]+?) \((?:Kamerstuk|\d\d)[^()]*\)"
    );
    if let Some(found) = PRONOUN.captures(sentence).and_then(|c| c.name("d")) {
        return wording(sentence, found.start());
    }
    let before = BEFORE.captures(sentence).and_then(|c| c.name("d")).filter(|d| d.end() <= after);
    if let Some(found) = before {
        return wording(&sentence[..found.end()], found.start());
    }
    let rest = sentence.get(after..).filter(|rest| !we_ask(rest))?;
    let found = [&*OM, &*DIE, &*VERB].into_iter().find_map(|p| p.captures(rest)?.name("d"))?;
    wording(sentence, after + found.start())
}

/// What a later sentence about the same motion adds: "Ook vraagt de motie om «…»", "Daarnaast verzoekt deze motie «…»".
pub(super) fn further_request(sentence: &str) -> Option<Span> {
    pattern!(
        FIRST,
        r"\b(?:verzoekt|verzocht|vraagt|vroeg|roept|riep)\s+(?:de|deze)\s+(?:\w+\s+)?motie(?:\s+(?:de regering|het kabinet|mij|ons|op|tevens|ook|voorts))*(?:\s+om)?[\s,]+(?P<d>.+)$"
    );
    pattern!(
        LAST,
        r"\b(?:de|deze)\s+(?:\w+\s+)?motie\s+(?:verzoekt|verzocht|vraagt|vroeg|roept|riep)(?:\s+(?:de regering|het kabinet|mij|ons|op|tevens|ook|voorts|daarnaast))*(?:\s+om)?[\s,]+(?P<d>.+)$"
    );
    pattern!(
        WITHIN,
        r"\bin (?:de|deze) (?:\w+ )?motie (?:wordt|word|werd|is) (?:\S+ ){0,4}?(?:verzocht|gevraagd|opgeroepen)(?:\s+(?:op|tevens|ook|voorts))*(?:\s+om)?[\s,]+(?P<d>.+)$"
    );
    pattern!(
        PRONOUN,
        r"^(?:zij|deze|hierin|daarin)\s+(?:wordt\s+)?(?:verzoekt|vraagt|roept|gevraagd|verzocht)(?:\s+(?:de regering|het kabinet|mij|ons|op|tevens|ook|voorts|daarnaast|verder))+(?:\s+om)?[\s,]+(?P<d>.+)$"
    );
    // "zoals de motie vraagt" retells nothing.
    pattern!(ASIDE, r"\b(?:zoals|waar|waarom|wat|als|gelijk)\s+(?:\S+\s+){0,3}?motie\b");
    if !asks(sentence) {
        return None;
    }
    let named = names_motion(sentence);
    if named && ASIDE.is_match(sentence) {
        return None;
    }
    let naming = [&*FIRST, &*LAST, &*WITHIN].into_iter().filter(|_| named);
    let found = naming.chain([&*PRONOUN]).find_map(|p| p.captures(sentence)?.name("d"))?;
    wording(sentence, found.start())
}

/// Whether a sentence retells what a motion asks and says nothing of its execution.
pub(in crate::records) fn retells(sentence: &str) -> bool {
    pattern!(
        ASKS,
        r"\bmotie\b.{0,200}\b(?:verzoekt|verzocht|vraagt|vroeg|oproept|opriep|roept|riep)\b|\b(?:verzoekt|verzocht|vraagt|vroeg|roept|riep)\b.{0,60}\bmotie\b|^(?:in|met) (?:de|deze|die) (?:\w+ )?motie\b.{0,120}?\b(?:wordt|word|werd|is) (?:\S+ ){0,4}?(?:verzocht|gevraagd|opgeroepen)\b"
    );
    pattern!(
        WANTS,
        r"\bmotie\b[^;]{0,120}?\b(?:wil dat|verlangt|bepleit|beoogt|strekt ertoe|dringt (?:er )?(?:\S+ )?op aan|draagt .{1,40}\bop)\b"
    );
    pattern!(
        ASIDE,
        r",?\s(?:zoals|waar|waarom|wat|als|gelijk)\s+(?:in\s+)?(?:de|deze|die)\s+motie\b[^,]{0,80}?\b(?:verzoekt|verzocht|vraagt|vroeg|oproept)\b"
    );
    if !names_motion(sentence) {
        return false;
    }
    let asked = asks(sentence) && ASKS.is_match(sentence) && !ASIDE.is_match(sentence);
    asked && !we_ask(sentence) || WANTS.is_match(sentence)
}

/// Whether it is the government that asks: "In lijn met de motie-Vos heb ik de provincies verzocht …".
fn we_ask(words: &str) -> bool {
    pattern!(
        WE,
        r"\b(?:heb|hebben|heeft) (?:ik|wij|we|het kabinet|mijn \w+|de minister|de staatssecretaris)\b[^.;]*\b(?:verzocht|gevraagd|opgeroepen|opgedragen|opdracht)\b|\b(?:vraag|verzoek|vroeg) ik\b"
    );
    WE.is_match(words)
}

/// Whether a verb of asking is in the words at all.
fn asks(words: &str) -> bool {
    holds!(words, ["verzoek", "verzoch", "vraag", "vroeg", "roep", "riep", "gevraagd"])
}

/// Whether the words speak of a motion.
fn names_motion(words: &str) -> bool {
    holds!(words, ["motie"])
}

/// The words from `start` without a closing mark, if they say something.
fn wording(sentence: &str, start: usize) -> Option<Span> {
    let words = sentence.get(start..)?;
    let start = start + (words.len() - words.trim_start_matches(['«', '“', '‘', '"', ' ']).len());
    // Where the sentence goes on to what is done with it: ", kan ik niet …", " en is in lijn met …".
    pattern!(
        ON,
        r",\s(?:kan|kunnen|zal|zullen|wil|neem|voer|geef|acht|beschouw|betrek|laat|zie|leg|doe|heb|heeft|ben|ga)\s(?:ik|wij|het kabinet)\b|\sen (?:is|wordt|sluit|past) "
    );
    let words = sentence.get(start..)?;
    let words = ON.find(words).map_or(words, |m| &words[..m.start()]);
    let end = start + words.trim_end_matches(|c: char| c.is_whitespace() || ".:;,?»”\"".contains(c)).len();
    let span = Span::new(sentence, start..end)?;
    (span.of(sentence).split_whitespace().count() >= 3).then_some(span)
}

/// What kind of document words name last.
pub(super) enum Noun {
    Motion,
    Other,
    None,
}

/// The last kind of document named in `lead`. "motie over de brief (…)" still is a motion: what stands after "over" or
/// "om" is its subject.
pub(super) fn last_noun(lead: &str) -> Noun {
    static MOTION: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bmoties?\b"));
    static OTHER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:kamer)?(?:brief|brieven)\b|\b\w*(?:rapport|rapportage|verslag|nota|notitie|advies|wetsvoorstel|amendement|amendementen|reactie|beantwoording|antwoorden|toezegging|toezeggingen|evaluatie|bijlage|agenda|strategie|overleg|debat|begroting|wet)\b",
        )
    });
    static SUBJECT: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:over|om|inzake|betreffende|die|waarin|waarmee|ingediend|tijdens|bij)\b"));
    /// What was told the Chamber stands in a letter, whatever motion it was about.
    static TOLD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:geschreven|geïnformeerd|bericht|gemeld|ontvangen|gereageerd|gerapporteerd|beantwoord|toegelicht|toegezonden|gestuurd|ingegaan)[\s(,]*$",
        )
    });
    /// A letter on an agenda, with its day and what it is about: "de brief van de minister d.d. 3 mei inzake moties …".
    static ON_AGENDA: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\bbrief van [^;]{3,120}?\b(?:d\.d\.|van) \d{1,2} \p{L}+ \d{4} inzake\b"));
    static MEMBERS_ASK: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:het lid|de leden) (?-i:[A-Z]|van |de |den |ter |el )[^;:]{1,90}?\b(?:(?:heeft|hebben) (?:de regering|het kabinet|mij) (?:verzocht|gevraagd|opgeroepen)|(?:verzoek|vraag|roep)(?:t|en)?|verzocht(?:en)?|vroeg(?:en)?|vragen|riep(?:en)?) ",
        )
    });
    static TO_DO: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bte \p{Ll}{3,}n\b"));
    if TOLD.is_match(lead) || ON_AGENDA.is_match(lead) {
        return Noun::Other;
    }
    let motion = MOTION.find_iter(lead).last();
    let other = OTHER.find_iter(lead).last();
    match (motion, other) {
        (None, None) => Noun::None,
        (Some(_), None) => Noun::Motion,
        // "In het debat heeft het lid Vos verzocht …": what is asked stands behind where it was asked.
        (None, Some(o)) if lead.get(o.end()..).is_some_and(wished) => Noun::None,
        // "De leden Vos en Smit verzochten de regering een strategie op te stellen voor steigers (…)": part of what they ask.
        (None, Some(o))
            if MEMBERS_ASK.is_match(&lead[..o.start()])
                && lead.get(o.end()..).is_some_and(|gap| TO_DO.is_match(gap)) =>
        {
            Noun::None
        }
        (None, Some(_)) => Noun::Other,
        (Some(m), Some(o)) if o.start() < m.start() => Noun::Motion,
        (Some(m), Some(o)) => {
            // Another document counts only where it stands right before the reference: "… de brief van 3 mei (…".
            let near = lead.get(o.end()..).is_some_and(|gap| gap.len() <= 30);
            let subject = lead.get(m.end()..o.start()).is_some_and(|gap| SUBJECT.is_match(gap));
            if near && !subject { Noun::Other } else { Noun::Motion }
        }
    }
}

/// Whether words say that a member or the Chamber had the government asked something, and no question: "het verzoek van het
/// lid Vos", "de leden Vos en Smit verzoeken …".
pub(super) fn wished(lead: &str) -> bool {
    static WISHED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:het lid|de leden|kamerlid|uw kamer|(?:de heer|mevrouw) \pL.*\bkamer)\b.*\b(?:verzoek\w*|verzocht\w*|oproep\w*|opgeroepen|riep|riepen|wens|uitgesproken|opdracht)\b|\b(?:verzoek|oproep|wens|uitspraak|opdracht) van (?:het lid|de leden|uw kamer|kamerlid|de heer|mevrouw)\b|\b(?:verzocht|riep) (?:uw|de) kamer\b|\buw kamer\b[^.;]{1,40}\b(?:door|op voorstel van) (?:het lid|de leden|kamerlid|de heer|mevrouw)\b.*\b(?:voorgesteld|bepleit|aangedrongen)\b",
        )
    });
    WISHED.is_match(lead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_chamber_asks_through_a_member_is_a_wish() {
        assert!(wished("In mei verzocht uw Kamer het kabinet om de steigers te verlichten"));
        assert!(wished("In uw Kamer is door mevrouw Vos bepleit om de leges te schrappen"));
        assert!(!wished("Uw Kamer ontving de cijfers over de steigers"));
    }

    #[test]
    fn advice_and_outcome_are_different_things() {
        assert_eq!(advice("Deze motie heb ik in het debat ontraden."), Some("Ontraden"));
        assert_eq!(advice("De motie kreeg oordeel Kamer."), Some("Oordeel Kamer"));
        assert_eq!(advice("Ik heb de motie niet willen ontraden."), None);
        assert_eq!(outcome("De ontraden motie is op 3 juni aangenomen."), Some("Aangenomen"));
        assert_eq!(outcome("Als de motie wordt aangenomen, kom ik terug."), None);
        assert_eq!(outcome("De motie-Jansen is verworpen."), Some("Verworpen"));
        assert_eq!(outcome("Het plan is aangenomen."), None);
    }

    #[test]
    fn days_of_debate_and_vote_are_told_apart() {
        let day = |m, d| Some(jiff::civil::date(2031, m, d));
        let text = "Op 9 juni 2031 nam uw Kamer de moties aan; alle waren in het debat van 3 juni 2031 ingediend.";
        assert_eq!(days(text), (day(6, 3), day(6, 9)));
        assert_eq!(days("Uw Kamer heeft op 9 juni 2031 de motie-Vos c.s. (nr. 4) aangenomen."), (None, day(6, 9)));
        assert_eq!(days("De motie is tijdens het commissiedebat van 3 juni 2031 ingediend."), (day(6, 3), None));
        assert_eq!(days("Hoe rijmt u uw brief van 3 juni 2031 met de aangenomen motie?"), (None, None));
        assert_eq!(count("Uw Kamer heeft een drietal moties aangenomen."), Some(3));
        assert_eq!(count("Ik ga in op deze 4 moties."), Some(4));
    }

    #[test]
    fn requests_are_the_words_after_the_asking() {
        let after = |text: &str, words: &str| {
            let end = text.find(words).map(|at| at + words.len()).unwrap();
            request(text, end).map(|s| s.of(text).to_string())
        };
        assert_eq!(
            after(
                "Ten eerste verzoekt de motie van de leden Vos (D66) en Smit (VVD) om alle bruggen te schilderen.",
                "(VVD)"
            ),
            Some("alle bruggen te schilderen".into())
        );
        assert_eq!(
            after("Hoe staat het met de motie-Vos c.s., die oproept om scholen eerder te sluiten?", "motie-Vos c.s."),
            Some("scholen eerder te sluiten".into())
        );
        assert_eq!(after("De motie-Vos wordt uitgevoerd om te voorkomen dat het regent.", "motie-Vos"), None);
        let within = "In deze motie wordt de regering verzocht om de sluizen langer te bedienen.";
        assert_eq!(further_request(within).map(|s| s.of(within)), Some("de sluizen langer te bedienen"));
        let more = "Ook vraagt de motie om de dijken eerder te verhogen.";
        assert_eq!(further_request(more).map(|s| s.of(more)), Some("de dijken eerder te verhogen"));
    }
}
