//! Whether somebody of the government says to do something: the present tense of the first person, or of a minister or
//! the cabinet as subject, with a verb that is not of saying, thinking, being, having or feeling, and something that
//! shows it is yet to come: a time, the Chamber as the one that gets it, or a document of the Chamber it will stand in.
//! The border: which sentence is tried is for the rule; who commits and by when is for the module above.

use crate::lexicon::{ActorKind, entries};
use crate::records::constant;
use crate::rules::Lists;
use crate::text::fold;
use regex::Regex;
use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

/// What a sentence has that makes its present tense one of the future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// A time that has not passed.
    Time,
    /// Nothing but its words.
    Words,
    /// Only times that have passed: nothing is yet to come.
    Past,
}

/// Whose doing is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The first person, the cabinet, a minister or a ministry.
    Government,
    /// "Hij" or "zij", where a minister has just been named.
    Named,
    /// A service of a ministry.
    Service,
}

/// Where a subject and its verb of doing stand in `words`: the first clause that says to do something. What the words have
/// is only asked for where somebody acts: reading times costs more than the rest.
pub(super) fn act(words: &str, who: Who, anchor: impl FnOnce() -> Anchor) -> Option<Range<usize>> {
    let anchor = LazyCell::new(anchor);
    let subjects: &Regex = match who {
        Who::Government => &SUBJECT,
        Who::Named => &PRONOUN,
        Who::Service => &SERVICE,
    };
    subjects.find_iter(words).find_map(|subject| {
        let verb = verb(words, subject.range())?;
        let found = subject.start().min(verb.start)..subject.end().max(verb.end);
        let (clause, behind) = clause(words, &found);
        let main = until(clause, &SUBORDINATE, behind);
        let sure = !REFUSED.is_match(main) && !IDIOM.is_match(main) && !NOW.is_match(clause);
        // "… de brief die u kreeg": what a relative clause names, does not get or hold what is done. Right behind the
        // verb "dat" and "die" are what is done.
        let next = clause[behind..]
            .char_indices()
            .filter(|(_, c)| *c == ' ')
            .nth(1)
            .map_or(clause.len(), |(at, _)| behind + at);
        let own = until(clause, &RELATIVE, next);
        let told = || RECEIVER.is_match(own) && !ASKS.is_match(own);
        let coming = || match *anchor {
            Anchor::Time => true,
            Anchor::Words => told() || VEHICLE.is_match(own) || AFTER.is_match(words),
            Anchor::Past => false,
        };
        let habit = || HABIT.is_match(words) && !RECEIVER.is_match(words) && !PUBLIC.is_match(words);
        (sure && !habit() && coming()).then_some(found)
    })
}

/// Whether somebody of the government wants or is going to do something with the finite verb ("wil", "zal") at `modal`: a
/// clause that ends in an infinitive, and in none of saying, thinking or being. Where subject and verb stand.
pub(super) fn intent(words: &str, modal: Range<usize>) -> Option<Range<usize>> {
    static ENDS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(\p{Ll}{2,}(?:en|gaan|doen|zien|staan|slaan))(?:[.,;:]|$| (?:of|hoe|dat|welke|wat|om|zodat|en|waar\p{Ll}*) )",
        )
    });
    let (clause, behind) = clause(words, &modal);
    let ends: Vec<&str> = ENDS.captures_iter(&clause[behind..]).filter_map(|c| Some(c.get(1)?.as_str())).collect();
    let idle = |word: &&str| among("geen_daad", word) || among("zegswoord", word);
    if ends.is_empty() || ends.iter().any(idle) {
        return None;
    }
    let main = until(clause, &SUBORDINATE, behind);
    if REFUSED.is_match(main) || NOW.is_match(clause) || ASKS.is_match(main) {
        return None;
    }
    subject_of(words, &modal).map(|subject| subject.start.min(modal.start)..subject.end.max(modal.end))
}

/// The subject next to the finite verb at `verb`, if it speaks for the government: right behind it, or before it with
/// no more than adverbs between, and in no subordinate clause.
fn subject_of(words: &str, verb: &Range<usize>) -> Option<Range<usize>> {
    /// As far as a subject may reach, in bytes.
    const REACH: usize = 120;
    let edge = |at: usize| (at..words.len()).find(|at| words.is_char_boundary(*at)).unwrap_or(words.len());
    let behind = &words[verb.end..edge(verb.end + REACH)];
    if let Some(subject) = SUBJECT.find(behind).filter(|m| behind[..m.start()].trim().is_empty()) {
        return Some(verb.end + subject.start()..verb.end + subject.end());
    }
    let from = edge(verb.start.saturating_sub(REACH));
    let before = &words[from..verb.start];
    let subject = SUBJECT.find_iter(before).last()?;
    if before[subject.end()..].split_whitespace().any(|word| !among("bijwoord", &fold(word))) {
        return None;
    }
    let lead = fold(before[..subject.start()].split_whitespace().last().unwrap_or_default());
    let lower = ["voorzetsel", "bijzin"].iter().any(|list| among(list, &lead));
    (!lower).then(|| from + subject.start()..from + subject.end())
}

/// Whether the Chamber gets what `words` say, or a document of the Chamber will hold it.
pub(super) fn shown(words: &str) -> bool {
    RECEIVER.is_match(words) || VEHICLE.is_match(words)
}

/// Whether something is there for use from a day on: "vanaf mei is de kaart beschikbaar".
pub(super) fn ready(words: &str) -> bool {
    static READY: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:beschikbaar|gereed|operationeel|in gebruik|raadpleegbaar|toegankelijk)\b")
    });
    READY.is_match(words)
}

/// Where `words`, a clause, say that something comes, begins or is done: the finite verb.
pub(super) fn coming(words: &str) -> Option<Range<usize>> {
    static VERB: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:komt|komen|gaat|gaan|volgt|volgen|landt|landen|staat|staan|ligt|liggen|vindt|vinden|is|zijn|(?:hebt|heeft) u)\b",
        )
    });
    /// "Is" and "zijn" say what is; with these words, what will be.
    static READY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:gereed|klaar|beschikbaar|operationeel|aan de beurt|er|rond|open|online|in werking|van kracht|voorzien|gepland|beoogd|bekend|zover|op orde|op peil|op sterkte|compleet|voltallig)\b",
        )
    });
    static STANDS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:op (?:de|het|mijn|uw) (?:rol|kalender|agenda|planning|programma|tafel|bureau)|klaar|gereed|gepland|voorzien|ingepland|geagendeerd|in de planning|te gebeuren|plaats|er)\b",
        )
    });
    static GOAL: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:uw kant op|uw richting|(?:uw|de|beide) Kamers?|uw commissie|het parlement|u)\b")
    });
    static OTHERWISE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)\b(?:heb|hebben|had|hadden|was|waren|werd|werden|zou|zouden|moet|moeten|moest|dient|dienen|mag|mogen|hoeft|hoeven|bleek|kwam|ging|stond
            |geraamd|geschat|begroot|voorspeld|gevraagd|verzocht|verwacht|gerekend|gewist|vernietigd|bewaard|aanvragen?|artikel|volgens|leden|motie|vraag|vragen|mits|indien
            |toenemen|afnemen|stijgen|dalen|stijgt|daalt|groeit|kost|kosten|bedraagt|telt|geldt|vervalt|vervallen|afloopt|verloopt
            |inwoners|huishoudens|hectare|procent|jarigen?|lidstaten|Commissie|Parlement|school\w*|bedrijf|bedrijven|rechter|rechtbank|verkiezing\w*|partij|partijen)\b
            |\b(?:gaat|gaan|komt|komen)\ (?:het|er|hier|daar|dit|dat)?\ ?(?:om|over|ervan|uit|door|doordat|voort|neer|overeen|tegemoet|niet)\b",
        )
    });
    let refused = REFUSED.is_match(words) || HABIT.is_match(words) || NOW.is_match(words) || OTHERWISE.is_match(words);
    let verb = VERB.find(words).filter(|_| !refused)?;
    let fits = match fold(verb.as_str()).as_str() {
        "is" | "zijn" => READY.is_match(words),
        "hebt u" | "heeft u" => true,
        "staat" | "staan" | "ligt" | "liggen" | "vindt" | "vinden" => STANDS.is_match(words),
        _ => STANDS.is_match(words) || READY.is_match(words) || GOAL.is_match(words),
    };
    fits.then(|| verb.range())
}

/// Who speaks for the government.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    let ministries: Vec<_> = names(ActorKind::Ministerie).collect();
    constant(&format!(
        r"(?x)(?i:\b(?:ik|ikzelf|wij|we|het\ (?:huidige\ )?kabinet|de\ regering|het\ Rijk|mijn\ ambtenaren
        |(?:mijn|het|ons)\ (?:ministerie|departement)|(?:beide|onze|alle)\ (?:ministeries|departementen)|(?:de|mijn|onze)\ ambtelijke\ dienst|de\ ministerraad
        |(?:de|mijn|onze)\ (?:(?:demissionair|huidige|nieuwe|verantwoordelijke|betrokken|vakverantwoordelijke)\ )?
         (?:minister|staatssecretaris|ministers|staatssecretarissen|bewindslieden|bewindspersoon|bewindspersonen|ambtsgenoot|ambtgenoot|collega)(?:-president)?
        ))\b(?:(?:\ (?:van|voor))?\ \p{{Lu}}[\p{{L}}&]+(?:(?:,?\ en\ |,\ |\ )\p{{Lu}}[\p{{L}}&]+){{0,5}})?|\b(?:{})\b",
        ministries.join("|")
    ))
});
static PRONOUN: LazyLock<Regex> = LazyLock::new(|| constant(r"\b(?:[Hh]ij|[Zz]ij)\b"));
static SERVICE: LazyLock<Regex> = LazyLock::new(|| {
    let services: Vec<_> = names(ActorKind::Organisatie).collect();
    constant(&format!(
        r"\b(?:(?:[Dd]e|[Hh]et) )?(?:{}|(?:[Dd]e|[Mm]ijn|[Oo]nze) (?:directie|\p{{L}}*inspectie|dienst|krijgsmacht|marine|luchtmacht|landmacht|CIO|politie|concerndirectie)(?: \p{{Lu}}\p{{L}}+)?|[Hh]et (?:kerndepartement|agentschap|programma(?:bureau)?))\b",
        services.join("|")
    ))
});

/// The names of the actors of a sort, ready for a pattern.
fn names(kind: ActorKind) -> impl Iterator<Item = String> {
    let all = entries().iter().filter(move |e| e.kind == kind);
    all.flat_map(|e| e.names.iter().chain([&e.abbr])).map(|name| regex::escape(name))
}

/// The finite verb of a subject, if it is one of doing.
fn verb(words: &str, subject: Range<usize>) -> Option<Range<usize>> {
    let person = Person::of(words.get(subject.clone())?);
    let before = &words[..subject.start];
    let last = before.trim_end_matches(' ');
    let lead = last.rfind([' ', '(', '\u{a0}']).map_or(last, |at| &last[at + 1..]);
    let lead = lead.trim_start_matches(['(', '"', '“', '‘']);
    let closed = lead.is_empty() || !lead.ends_with(|c: char| c.is_alphanumeric());
    let folded = fold(lead);
    // "Van de minister", "vanuit het ministerie": no subject.
    if !closed && among("voorzetsel", &folded) {
        return None;
    }
    if !closed && among("bijzin", &folded) {
        return at_end(words, &subject, person);
    }
    if !closed && !among("vooraan", &folded) {
        // Inversion: "daarom verspreid ik".
        return person.fits(&folded).then(|| last.len() - lead.len()..last.len());
    }
    let after = words.get(subject.end..)?;
    let mut next = after.split(' ').skip(1).take(4);
    let verb = next.find(|word| !among("bijwoord", &fold(word)))?;
    let start = after.find(verb).map(|at| subject.end + at)?;
    let bare = verb.trim_end_matches(['.', ';', ':', ',']);
    person.fits(&fold(bare)).then_some(start..start + bare.len())
}

/// The verb that ends a subordinate clause, unless something in it makes it no act.
fn at_end(words: &str, subject: &Range<usize>, person: Person) -> Option<Range<usize>> {
    let rest = words.get(subject.end..)?;
    let end = END.find(rest).map_or(rest.len(), |m| m.start());
    let clause = rest.get(..end)?;
    let each: Vec<&str> = clause.split_whitespace().collect();
    if each.iter().any(|w| among("geen_daad", &fold(w))) || RETOLD.is_match(&words[..subject.start]) {
        return None;
    }
    let last = each.last()?;
    let start = subject.end + clause.trim_end().len() - last.len();
    person.fits(&fold(last)).then_some(start..start + last.len())
}

/// What a letter sent before said, or what a member wants: the clause behind it promises nothing.
static RETOLD: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:heb|heeft|hebben|had|werd|schreef|wenst|wil|willen|vraagt|vragen|vroeg|verzoekt|verzoeken|stelt voor|meent|vindt|vinden|roept|roepen)\b",
    )
});

/// Where a subordinate clause ends at the latest.
static END: LazyLock<Regex> = LazyLock::new(|| constant(r"[.,;:)]|(?i: (?:en|om|zodat|waarmee|waarin|dat|of) )"));

/// The form a verb takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Person {
    First,
    Third,
    Plural,
}

impl Person {
    fn of(subject: &str) -> Person {
        let subject = fold(subject);
        let plural = ["wij", "we", "mijn ambtenaren"].contains(&subject.as_str())
            || ["ministers", "staatssecretarissen", "bewindslieden", "bewindspersonen"]
                .iter()
                .any(|p| subject.contains(p));
        match subject.as_str() {
            "ik" | "ikzelf" => Person::First,
            _ if plural => Person::Plural,
            _ => Person::Third,
        }
    }

    /// Whether a word can be a verb of doing in this person: by its ending, and because it is none of the others.
    fn fits(self, word: &str) -> bool {
        /// "ga", "doe" and shorter are no verbs that say much.
        const SHORTEST: usize = 2;
        let past = word.len() > 4 && (word.ends_with("de") || word.ends_with("te"));
        let plain = word.len() >= SHORTEST && word.chars().all(char::is_alphabetic) && !past;
        let ending = match self {
            Person::First => !word.ends_with("en") && !word.ends_with("ing"),
            Person::Third => word.ends_with('t') || ["komt", "gaat"].contains(&word),
            Person::Plural => word.ends_with("en") || ["gaan", "doen", "zien", "staan"].contains(&word),
        };
        let other = ["geen_daad", "verleden", "bijzin", "vooraan", "bijwoord"].iter().any(|list| among(list, word));
        plain && ending && !other && !(self != Person::Plural && PARTICIPLE.is_match(word))
    }
}

static PARTICIPLE: LazyLock<Regex> = LazyLock::new(|| {
    constant(r"^(?:aan|af|bij|door|in|mee|na|om|op|over|samen|terug|toe|uit|vast|voor|weg)?ge\p{L}{3,}(?:d|t)$")
});

/// Whether a word stands in a list of the table `daad`.
fn among(list: &str, word: &str) -> bool {
    static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::of("daad"));
    LISTS.has(list, word)
}

/// The clause between signs that the words found stand in, and where in it they end.
fn clause<'t>(words: &'t str, found: &Range<usize>) -> (&'t str, usize) {
    let start = words[..found.start].rfind([',', ';', ':', '(']).map_or(0, |at| at + 1);
    let end = words[found.end..].find([';', ':', '(']).map_or(words.len(), |at| found.end + at);
    (&words[start..end], found.end - start)
}

/// A clause up to where `edge` is found behind some place.
fn until<'t>(clause: &'t str, edge: &Regex, behind: usize) -> &'t str {
    let at = clause.get(behind..).and_then(|rest| edge.find(rest)).map_or(clause.len(), |m| behind + m.start());
    &clause[..at]
}

/// Words that can only begin a subordinate clause.
static SUBORDINATE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i) (?:waar\p{L}*|omdat|hoe|welke|zodat|of|indien|wanneer|zodra|als|tenzij|hoewel|terwijl) |, (?:dat|die) ",
    )
});
static RELATIVE: LazyLock<Regex> =
    LazyLock::new(|| constant(r" (?:die|dat|waarin|waarmee|waarop|waarover|waarbij|waarvan|zoals) "));

/// What is put to the Chamber or a member instead of given.
static ASKS: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:vraag|vragen|vraagt|verzoek|verzoekt|verzoeken|beveel|bevelen|raad|nodig) (?:(?:ik|wij|we) )?(?:ik|wij|we|u|uw|het lid|de leden|de heer|mevrouw|de indiener\w*)\b|\b(?:ik|wij|we) (?:vraag|verzoek|vragen|verzoeken|beveel|raad) ",
    )
});

/// A standing course of affairs.
static HABIT: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:(?:ieder|iedere|elk|elke|per) (?:jaar|kwartaal|maand|week|voorjaar|najaar|zomer|twee jaar)|(?:\w+) ?(?:keer|maal) per (?:jaar|maand|week)|\w+maal per (?:jaar|maand)|jaarlijks|maandelijks|wekelijks|periodiek|regelmatig|doorgaans|in de regel|gewoonlijk|om de (?:twee|drie|vier|vijf) (?:jaar|maanden|weken))\b",
    )
});
static PUBLIC: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\b(?:openbaar|voor het eerst|voor de eerste maal|voortaan|te beginnen)\b"));

/// What is refused or left.
static REFUSED: LazyLock<Regex> = LazyLock::new(|| {
    constant(r"(?i)\b(?:niet|geen|nooit|nimmer|evenmin|niets|nergens|liever|afstand|weigert?|weiger)(?:[^\w-]|$)")
});

/// What is going on or has been done, stands in this very document, or belongs to the order of a debate.
static NOW: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:momenteel|thans|op dit moment|sinds|reeds|tot op heden|altijd|vroeger|destijds|gisteren|(?:in|met|via|bij) (?:deze|dit) (?:brief|nota|rapportage|reactie|verzamelbrief|antwoord|stuk|document|overzicht|bijlage)|bijgaand|hierbij|hieronder|hierna|hierboven|onderstaand\w*|bijgevoegd\w*|zojuist|zo meteen|zometeen|zo dadelijk|dadelijk|straks|tweede termijn|eerste termijn|interrupti\w+|schors\w*|verzoekt|constaterende|overwegende|tot slot|aan het slot|ten slotte|allereerst|(?:die|wat|dat|hoe|of) (?:het lid|de leden|deze leden)|jl\.|vorig(?:e)? (?:week|maand|jaar|zomer))(?:\W|$)",
    )
});

/// Verbs with their particle, and fixed expressions, that say something of the speaker and do nothing.
static IDIOM: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?ix)\b(?:
        neemt?\ (?:\S+\ ){0,3}(?:aan\b|kennis|afstand|waar\b|notie|het\ (?:\S+\ )?op\ voor|in\ ogenschouw)
        |stelt?\ (?:\S+\ ){0,4}(?:vast\b|voorop|gerust|mij\ (?:voor|op)|op\ prijs|vragen)
        |leg(?:t|gen)?\ (?:\S+\ ){0,4}(?:uit\b|mij\b|neer\b|naast)
        |gee(?:f|ft|ven)\ (?:\S+\ ){0,4}(?:aan\b|toe\b|de\ voorkeur|prioriteit|oordeel|gelijk)
        |wij(?:s|st|zen)\ (?:\S+\ ){0,4}(?:op\b|af\b|erop)
        |trek(?:t|ken)?\ (?:\S+\ ){0,3}(?:de\ conclusie|conclusies|lering)
        |sluit\ (?:\S+\ ){0,3}(?:aan\b|mij\b|uit\b|niet)
        |ga(?:at|an)?\ (?:\S+\ ){0,3}(?:ervan|ervanuit|uit\b|akkoord|over\b|mee\b|om\b)
        |houd(?:t)?\ (?:\S+\ ){0,3}(?:vast|rekening|van\b|mij\b|het\ (?:hier)?bij)
        |(?-i:sta(?:at|an)?)\ (?:\S+\ ){0,4}
        |doet?\ (?:\S+\ ){0,3}(?:recht|denken|pijn|mij\b|af\b|deugd)
        |maakt?\ (?:\S+\ ){0,4}(?:mij|me|zich|bezwaar|gebruik|deel\ uit|onderscheid|duidelijk|zorgen)
        |zet\ (?:\S+\ ){0,3}(?:uiteen|vraagtekens|mij\b)
        |kom(?:t|en)?\ (?:\S+\ ){0,6}tot\ (?:de\ (?:conclusie|slotsom)|het\ oordeel)
        |licht\ (?:\S+\ ){0,4}toe\b
        |ge(?:ef|ven)\ (?:\S+\ ){0,4}(?:toelichting|zicht|overzicht|schets|antwoord)
        |sla\ (?:\S+\ ){0,4}over\b|schrij(?:f|ven)\ (?:ik|wij)\ (?:u|uw\ Kamer)\ (?:mede\ )?(?:namens|over)|gestand
        |la(?:at|ten)\ (?:\S+\ ){0,5}oordeel|teken\ (?:\S+\ ){0,3}aan|merk(?:en)?\ (?:\S+\ ){0,4}op\b
        |vraagt?\ (?:mij|me|zich|u|aandacht|begrip)
        |laat\ (?:\S+\ ){0,4}(?:over\ aan|zien\ dat|blijken|buiten|rusten|graag)
        |pleit|hecht|spijt|excuses|eens\ met
        |oordeel\ (?:Kamer|over)|(?:de|uw|deze|die|dat|een)\ motie\ (?:\S+\ ){0,8}(?:oordeel|ontraden|ontraad)
        )",
    )
});

/// The Chamber or its members as those that get something.
static RECEIVER: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"\b(?:u|[Uu]w Kamer|[Uu]w [Cc]ommissie|(?:aan|met|naar|bij|voor) (?:de (?:Tweede |Eerste )?Kamer|beide Kamers|het parlement|de (?:vaste )?(?:Kamer)?commissie|de griffier\w*)|beide Kamers|(?:[Hh]et lid|[Dd]e heer|[Mm]evrouw) \p{Lu}[\p{L}-]+)\b",
    )
});

/// A document of the Chamber in which something will stand.
static VEHICLE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:in|met|bij|via|door|tijdens) (?:de|het|een|mijn|dat|die|zijn|haar|ons|onze|diezelfde|dezelfde) (?:[^ ,;:.]+ ){0,3}(?:\p{L}*brief|\p{L}*rapportage|\p{L}*fiche|\p{L}*agenda|technische briefing|\p{L}*monitor|\p{L}*nota|\p{L}*begroting|\p{L}*jaarverslag|\p{L}*plan|\p{L}*evaluatie|\p{L}*overzicht|\p{L}*standpunt|\p{L}*visie|\p{L}*regeling|\p{L}*toelichting|\p{L}*wetsvoorstel|uitwerking|herziening|besluitvorming|formatie|\p{L}*debat|\p{L}*overleg|Raad)\b|\b(?:in|met|bij|via) (?:de|het|mijn) (?:eerst)?(?:volgende|komende|aankomende) \p{L}+",
    )
});

/// What comes after something else that is yet to come.
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:zodra|nadat|na afloop|na ommekomst|na ontvangst|na (?:de )?(?:afronding|oplevering|publicatie|vaststelling|voltooiing|beëindiging|verschijning) van|na het advies|na de (?:evaluatie|proef|pilot|consultatie)|alsnog|voortaan|binnenkort|spoedig)\b|^(?:[^ ]+ ){0,2}dan ",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    fn timed(words: &str) -> Option<&str> {
        act(words, Who::Government, || Anchor::Time).map(|r| &words[r])
    }

    #[test]
    fn a_verb_of_doing_is_known_by_what_it_is_not() {
        assert_eq!(timed("In maart verspreid ik de kaart onder de havens."), Some("verspreid ik"));
        assert_eq!(timed("Wij breiden de vloot in 2041 met drie boten uit."), Some("Wij breiden"));
        assert_eq!(
            timed("De sluiskaart die ik in maart 2041 presenteer, telt tien bladen."),
            Some("ik in maart 2041 presenteer")
        );
        assert_eq!(
            timed("De minister van Defensie verzet in maart de boeien."),
            Some("De minister van Defensie verzet")
        );
        for none in [
            "In maart 2041 acht ik dat haalbaar.",
            "In maart 2041 was ik bij de sluis.",
            "In maart 2041 sloot het kabinet de sluis.",
            "In maart 2041 verving ik de boeien.",
            "Ik verspreidde de kaart in maart 2041.",
            "De brief die ik in maart 2041 heb gestuurd, ging over de sluis.",
            "De brief van de minister over de sluis van maart 2041.",
            "In maart 2041 sluit ik de haven niet.",
        ] {
            assert_eq!(timed(none), None, "{none}");
        }
    }

    #[test]
    fn who_wants_or_will_names_a_deed_at_the_end() {
        let found = |words: &'static str| {
            let modal = words.find(" wil ")? + 1;
            intent(words, modal..modal + 3).map(|r| &words[r])
        };
        assert_eq!(found("Ik wil die tol binnen twee jaar halveren."), Some("Ik wil"));
        assert_eq!(
            found("In maart wil ik daar, samen met de schippers, de kleine havens aan toevoegen."),
            Some("wil ik")
        );
        for none in [
            "Ik wil die tol niet halveren.",
            "Ik wil het belang van de havens benadrukken.",
            "De schippers van wie ik weinig wil, halveren de tol.",
            "Ik wil naar de havens toe.",
        ] {
            assert_eq!(found(none), None, "{none}");
        }
    }

    #[test]
    fn without_a_time_the_chamber_or_a_document_to_come_shows_it() {
        let found = |words| act(words, Who::Government, || Anchor::Words).is_some();
        assert!(found("Dat schrijf ik het lid Bos per omgaande."));
        assert!(found("Die cijfers verwerk ik in de voortgangsbrief."));
        assert!(found("In de volgende Staat van de Kustvaart verwerk ik die cijfers."));
        assert!(!found("Die cijfers verwerk ik gaarne."));
        assert!(!found("Dat waardeer ik in het lid Bos."));
    }
}
