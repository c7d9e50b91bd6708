//! What a policy lays down without a word for it: in its present tense. "Updates worden binnen twee dagen geïnstalleerd",
//! "De beheerder loopt de lijst na" and "Uitlenen is uit den boze" prescribe where a policy speaks for itself; the same
//! tense also describes, explains and tells. The border: one sentence in, its norm out; whether the place is one where
//! the policy prescribes is for the parent.

use super::clause::{Main, Verb, Word, denied, is_person, is_preposition, main_part, main_verb, split};
use super::listed;
use super::named::named;
use super::told::{EVERY, STRONG, TOLD, bare, shows, told};
use crate::records::{Norm, constant};
use regex::Regex;
use std::sync::LazyLock;

/// Whether a sentence lays down by itself, in a text that also does other things. `sure` tells that norms are said here.
pub(super) fn firm(sentence: &str, sure: bool) -> bool {
    static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:is|zijn|wordt|worden|blijft|blijven) (?:\S+ ){0,14}?(?:verboden|toegestaan|geoorloofd|gedoogd|toegelaten|uit den boze|taboe|verplicht|vereist|uitgesloten|raadzaam|aanbevolen|aangeraden|geadviseerd|afgeraden|niet aan de orde)\b|\b(?:verdient|verdienen) (?:\S+ ){0,12}?(?:de voorkeur|aanbeveling)|\b(?:mag|mogen) (?:\S+ ){0,12}?(?:niet|geen|alleen|uitsluitend|worden)\b|\b(?:mag|mogen),|\b(?:dient|dienen) (?:\S+ ){0,14}?te\b|\bonder geen|\bin geen geval|\bbij voorkeur\b|\b(?:moet|moeten) (?:\S+ ){0,14}?(?:worden|zijn|hebben)\b|\bontheffing (?:geven|verlenen)\b|\b(?:kan|kunnen) zonder (?:nadere|voorafgaande|verdere)\b|\bblijft mogelijk\b",
        )
    });
    let timed = || sure || TIMED.is_match(sentence) || sentence.contains(" mits ");
    !sentence.ends_with('?')
        && !TOLD.is_match(sentence)
        && (PLAIN.is_match(sentence) || timed() && laid_down(sentence, sure, None).is_some())
}

/// The norm of a sentence that is known to lay down, also in a clause with "dat".
pub(super) fn decided(sentence: &str) -> Norm {
    static NO: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:niet|geen|nooit|nergens)(?:[^\w-]|$)"));
    static YES: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:mag|mogen|kan|kunnen|hoeft|hoeven)\b"));
    let clause = sentence.split_once(" dat ").map_or(sentence, |(_, clause)| clause);
    laid_down(sentence, true, None).filter(|_| !sentence.contains(" dat ")).unwrap_or(match () {
        () if ADVISED.is_match(clause) => Norm::Advies,
        () if YES.is_match(clause) => Norm::Toegestaan,
        () if NO.is_match(clause) => Norm::NietToegestaan,
        () => Norm::Verplicht,
    })
}

/// The norm of an item that an announcement of rules leads in: of a whole sentence, of a word that says no or only, or,
/// where `terms` tells that terms are announced, of whatever it names.
pub(super) fn announced(item: &str, terms: bool) -> Option<Norm> {
    let item = &bare(item);
    let words = split(item);
    if main_verb(&words).is_none() {
        return short(item, &words).or_else(|| terms.then_some(Norm::Verplicht));
    }
    Some(decided(&main_part(&words)))
}

/// Whether it says what those who are bound report or do at set times: "Departementen melden jaarlijks …".
pub(super) fn reports(sentence: &str) -> bool {
    let words = split(sentence);
    let Some(main) = main_verb(&words) else { return false };
    let start = main.at <= 4 && words[..main.at].iter().any(|w| BOUND.is_match(&w.low) || PERSON.is_match(&w.low));
    let many = words[main.at].low.ends_with("en");
    start
        && many
        && main.verb == Verb::Act
        && TIMED.is_match(sentence)
        && !told(sentence, &words)
        && !TOLD.is_match(sentence)
}

/// The norm of a rule that finds a way things go: a no in the main clause makes a ban of it.
pub(super) fn turned(norm: Norm, sentence: &str) -> Norm {
    static EXCEPTION: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\buitzondering(?:en)? (?:\S+ ){0,4}?(?:wordt|worden|is|zijn|geldt|gelden|vormt|vormen)\b|\b(?:wordt|geldt|is|bestaat) (?:\S+ ){0,4}?een uitzondering\b|\b(?:is|zijn) (?:\S+ ){0,4}?(?:uitgezonderd|vrijgesteld)\b",
        )
    });
    static WITHOUT: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\bgeen (?:enkele? |nieuwe )?\w+ [^,;:]{0,80}\bzonder\b"));
    static CLOSED: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:wordt|worden) (?:\S+ ){0,10}?(?:geblokkeerd|afgesloten)\b"));
    let sentence = &bare(sentence).replace("bij uitzondering", "").replace("bij hoge uitzondering", "");
    let words = split(sentence);
    if norm == Norm::NietToegestaan && ONLY_SO.is_match(sentence) {
        return Norm::Toegestaan;
    }
    // "Mag, mits de boot geen lading heeft": what a clause denies, the main one allows.
    let main = main_verb(&words);
    let may = main.as_ref().is_some_and(|m| m.verb == Verb::May);
    if norm == Norm::NietToegestaan && may {
        static NO: LazyLock<Regex> =
            LazyLock::new(|| constant(r"(?i)\b(?:niet|geen|nooit|nergens|nimmer|evenmin|noch|niets|niemand)\b"));
        let clause = main_part(&words);
        if !NO.is_match(&clause) && named(&clause) != Some(Norm::NietToegestaan) {
            return Norm::Toegestaan;
        }
    }
    // What is shut at a set time is done, not banned; and what nothing does without, it must have.
    let done =
        CLOSED.is_match(sentence) && TIMED.is_match(sentence) && main.as_ref().is_some_and(|m| !denied(&words, m.at));
    if norm == Norm::NietToegestaan && (done || !may && WITHOUT.is_match(sentence)) {
        return Norm::Verplicht;
    }
    if norm == Norm::Verplicht && FAIR.is_match(sentence) && named(sentence) == Some(Norm::Toegestaan) {
        return Norm::Toegestaan;
    }
    if norm != Norm::Verplicht || STRONG.is_match(sentence) {
        return norm;
    }
    let Some(main) = main_verb(&words) else { return norm };
    let no = denied(&words, main.at);
    match main.verb {
        _ if !no && EXCEPTION.is_match(sentence) => Norm::Toegestaan,
        Verb::May if !words[main.at].low.starts_with("hoe") => {
            if no {
                Norm::NietToegestaan
            } else {
                Norm::Toegestaan
            }
        }
        Verb::Act | Verb::Course | Verb::Passive if no => Norm::NietToegestaan,
        _ => norm,
    }
}

/// What is possible in one case alone, whatever a clause behind it denies.
static ONLY_SO: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:is|zijn) (?:slechts|alleen|uitsluitend|enkel|pas) (?:\S+ ){0,3}?(?:denkbaar|voorstelbaar|toelaatbaar|aanvaardbaar|mogelijk|toegestaan|bespreekbaar|geoorloofd|verdedigbaar)\b|\b(?:mag|mogen|kan|kunnen) (?:\S+ ){0,3}?(?:alleen|uitsluitend|slechts|enkel|pas) (?:\S+ ){0,3}?(?:wanneer|als|indien|mits|na|nadat|voor zover)\b",
    )
});

/// What is found fair.
static FAIR: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:is|zijn) (?:\S+ ){0,3}?(?:verdedigbaar|voorstelbaar|denkbaar|aanvaardbaar|acceptabel|bespreekbaar|toelaatbaar|gerechtvaardigd)\b",
    )
});

/// Whether a verb of being does something with its particle: "kent … toe".
pub(super) fn given(words: &[Word], main: &Main) -> bool {
    const PARTED: [(&str, &str); 8] = [
        ("ken", "toe"),
        ("toon", "aan"),
        ("tonen", "aan"),
        ("bied", "aan"),
        ("tel", "mee"),
        ("dek", "af"),
        ("leid", "op"),
        ("draai", "terug"),
    ];
    const DONE: [&str; 7] = ["beschrij", "borg", "bescherm", "beperk", "verklaar", "verlaag", "eis"];
    let verb = words[main.at].low.as_str();
    let parted =
        |(stem, particle): &(&str, &str)| verb.starts_with(stem) && words[main.at..].iter().any(|w| w.low == *particle);
    PARTED.iter().any(parted)
        || DONE.iter().any(|stem| verb.starts_with(stem))
            && words[..main.at].iter().any(|w| PERSON.is_match(&w.low) || BOUND.is_match(&w.low))
}

/// The norm that a sentence lays down by saying how it goes. `sure` tells that the place is one of norms: there less is
/// asked of the sentence.
pub(super) fn laid_down(sentence: &str, sure: bool, before: Option<Norm>) -> Option<Norm> {
    let sentence = &bare(sentence);
    let words = split(sentence);
    if words.len() < 3 {
        return None;
    }
    if let Some(said) = SAME_RULE.captures(sentence) {
        return Some(match said[1].to_lowercase().as_str() {
            "verbod" | "beperking" => Norm::NietToegestaan,
            "vrijstelling" | "uitzondering" | "ruimte" | "vrijheid" => Norm::Toegestaan,
            "advies" => Norm::Advies,
            _ => Norm::Verplicht,
        });
    }
    if told(sentence, &words) {
        return None;
    }
    if CAREFUL.is_match(sentence) {
        return Some(Norm::Advies);
    }
    if let Some(norm) = ordered(sentence, &words) {
        return Some(norm);
    }
    let Some(main) = main_verb(&words) else {
        // "Zonder loods … geen": whatever the verb.
        let lacking = words[0].low == "zonder" && words.iter().any(|w| matches!(w.low.as_str(), "geen" | "niet"));
        let norm = if lacking { Some(Norm::NietToegestaan) } else { short(sentence, &words) };
        return norm.filter(|_| sure);
    };
    if main.verb == Verb::Other {
        return None;
    }
    // What hangs on how something is, says nothing of what must be.
    let names = if main.verb == Verb::State { named(&main_part(&words)) } else { named(sentence) };
    if names.is_some() {
        return names;
    }
    let rest = &words[main.at..];
    let denied = denied(&words, main.at);
    let advised = ADVISED.is_match(sentence);
    let timed = TIMED.is_match(sentence);
    let actor = subject(&PERSON, &words, main.at) || sure && matches!(words[0].low.as_str(), "wie" | "hij");
    let bound = actor || subject(&BOUND, &words, main.at);
    let any = general(&words, &main);
    let case = matches!(words[0].low.as_str(), "bij" | "na" | "zonder" | "buiten" | "binnen" | "vanaf");
    let plain = |norm: Norm| if advised { Norm::Advies } else { norm };
    let verb = if given(&words, &main) { Verb::Act } else { main.verb };
    let open = match verb {
        Verb::May => return may(&words, &main, denied, sure || bound || main.person),
        Verb::Holds => {
            // "Geldt een strenger regime: zij …": the norm stands behind the colon.
            let behind = sentence.rsplit_once(": ").and_then(|(_, rest)| laid_down(rest, sure, None));
            let same = words[..main.at].iter().any(|w| w.low == "hetzelfde") || rest.iter().any(|w| w.low == "ook");
            return match (same, denied) {
                (true, _) => before,
                (_, true) => Some(Norm::Toegestaan),
                (_, _) if behind.is_some() => behind,
                _ => (sure || timed).then(|| plain(Norm::Verplicht)),
            };
        }
        Verb::Must => true,
        _ if sure && (set(sentence) || PAPER.is_match(sentence)) => true,
        Verb::Act if main.person => wanted(&words, main.at),
        Verb::Passive => timed || bound || main.after_clause || sure && (any || case || mass(&words)),
        Verb::Act => {
            let case = is_preposition(&words[0].low);
            timed || actor || any && (bound || sure && !shows(&words, main.at)) || sure && bound && case
        }
        // What somebody gets is no task of theirs.
        Verb::Course if actor && !denied && words[main.at].low.starts_with("ontv") => false,
        Verb::Course if actor && sure && acts(&words, main.at) => true,
        Verb::Course => {
            let held = || (mass(&words) || took_place(&words, main.at)) && ruled(&words, main.at);
            main.person || main.after_clause || timed || sure && (any || denied || advised || held())
        }
        Verb::Be => {
            let each = || words.iter().take(2).any(|w| EVERY.is_match(&w.low));
            let preset = || words[main.at + 1..].iter().take(3).any(|w| w.low == "standaard");
            (any || mass(&words)) && (sure || timed) && (each() || timed || treated(&words) || preset())
        }
        Verb::Have | Verb::State => {
            let knows = words[main.at].low.starts_with("ken") && EVERY.is_match(&words[0].low);
            sure && !denied && (any && limited(sentence, &words, &main) || knows)
        }
        Verb::Other => false,
    };
    open.then(|| if denied { Norm::NietToegestaan } else { plain(Norm::Verplicht) })
}

/// Whether a verb of course is what somebody does: with its particle at the end, or as a beginning: "past de norm toe".
fn acts(words: &[Word], at: usize) -> bool {
    let begins = words[at].low.starts_with("begin") || words[at].low.starts_with("start");
    let parted = words[at + 1..]
        .iter()
        .any(|w| matches!(w.low.as_str(), "toe" | "na" | "aan" | "over" | "vast" | "bijeen" | "mee" | "af") && w.ends);
    begins || parted
}

/// Whether a sentence says of what kind of state its things are in, where somebody has to bring them there: "Vanaf klasse
/// twee zijn kisten verzegeld".
fn treated(words: &[Word]) -> bool {
    static TREATED: LazyLock<Regex> = LazyLock::new(|| listed(r"^(?:{behandeld})$"));
    let closes =
        |at: usize| words[at].ends || words.get(at + 1).is_none_or(|w| is_preposition(&w.low) || w.low == "en");
    (0..words.len()).any(|at| TREATED.is_match(&words[at].low) && closes(at))
}

/// Whether a sentence opens with a noun of what is done or of stuff, without an article: "Opslag", "Toegang tot …".
fn mass(words: &[Word]) -> bool {
    static TREND: LazyLock<Regex> = LazyLock::new(|| listed(r"^(?:{verloop})$"));
    static ENDS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?:ing|atie|slag|heer|gang|data|koop|huur|bruik|ware|atuur|uitgifte|transport)$"));
    let next = |w: &Word| {
        is_preposition(&w.low)
            || matches!(
                w.low.as_str(),
                "is" | "wordt"
                    | "zijn"
                    | "worden"
                    | "vindt"
                    | "verloopt"
                    | "gebeurt"
                    | "geschiedt"
                    | "loopt"
                    | "gaat"
                    | "blijft"
                    | "staat"
                    | "vervalt"
                    | "eindigt"
            )
    };
    let first = words[0].low.as_str();
    ENDS.is_match(first) && !TREND.is_match(first) && words.get(1).is_some_and(next)
}

/// Whether a sentence says by whom, along what way or at what set place a thing goes, and not just how it goes: "via de
/// kade", "volgens het boek", "in de kluis"; "in golven" and "snel" only describe.
fn ruled(words: &[Word], at: usize) -> bool {
    let done = words[at].low.starts_with("gebeur") || words[at].low.starts_with("geschied");
    words[at + 1..].windows(2).any(|pair| {
        let set = pair[1].raw.starts_with(char::is_uppercase)
            || matches!(pair[1].low.as_str(), "de" | "het" | "eigen")
            || done;
        !pair[0].ends && is_preposition(&pair[0].low) && (!matches!(pair[0].low.as_str(), "in" | "van") || set)
            || matches!(pair[0].low.as_str(), "via" | "volgens" | "conform")
    })
}

/// Whether a sentence says where or by whom a thing is done: "geschiedt door …", "vindt plaats in …".
fn took_place(words: &[Word], at: usize) -> bool {
    let done = words[at].low.starts_with("geschied")
        || words[at].low.starts_with("vind") && words[at..].iter().any(|w| w.low == "plaats");
    done && words[at + 1..].iter().any(|w| is_preposition(&w.low))
}

/// What holds for one holds for another: "Hetzelfde verbod treft vlotten".
static SAME_RULE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:(?:voor|op|bij) .{2,80}? (?:geldt|rust|is) |ook )?(?:hetzelfde|dezelfde|datzelfde|diezelfde|eenzelfde) (verbod|beperking|eis|plicht|verplichting|norm|regel|voorwaarde|termijn|vrijstelling|uitzondering|ruimte|vrijheid|advies)(?:[.,]|$| (?:treft|geldt|raakt|rust|slaat|is van)\b)",
    )
});

/// A bound that a thing has: "telt ten minste zestien tekens", "heeft een looptijd van ten hoogste vier jaar".
static LIMITED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:ten ?minste|minimaal|minstens|ten hoogste|maximaal|hooguit|hoogstens|niet (?:meer|minder|langer|korter|hoger|lager|ouder) dan)\b",
    )
});

/// Whether a thing has a bound to keep to, and no share or number that it happens to have.
fn limited(sentence: &str, words: &[Word], main: &Main) -> bool {
    static OF: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\bvan (?:ten ?minste|minimaal|minstens|ten hoogste|maximaal|hooguit|hoogstens|niet )")
    });
    let single = matches!(words[0].low.as_str(), "een" | "elk" | "elke" | "ieder" | "iedere" | "alle");
    let has =
        || single && !words.iter().any(|w| matches!(w.low.as_str(), "nodig" | "procent")) || OF.is_match(sentence);
    LIMITED.is_match(sentence) && (main.verb != Verb::Have || has())
}

/// Whether a bound is set; how long one thing runs is told of it, unless at most or at least.
fn set(sentence: &str) -> bool {
    static ONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:lopende?|huidige|nog)\b|^(?:de )?(?:\w+ )?(?:looptijd|duur) van (?:het|de|dit|deze) ")
    });
    SET.is_match(sentence) && (!ONE.is_match(sentence) || LIMITED.is_match(sentence))
}

/// What is set by its bound: "de bewaartermijn bedraagt zeven jaar".
static SET: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:(?:de|het|een|voor|bij) )?(?:[\w-]+ ){0,2}?\w*(?:termijn|looptijd|geldigheids?duur|duur|frequentie|drempel\w*|minimumlengte|lengte|bewaarperiode) (?:(?:van|voor|bij) [^,;:]{2,80} )?(?:bedraagt|is|duurt|ligt|kent) (?:\w+ ){0,3}?(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|veertien|\w*tig|\w*tien) (?:\w*dag|\w*dagen|we[e]?k|weken|maand|maanden|jaar|jaren|uur|uren|minuten|tekens|euro)\b",
    )
});

/// What a paper that somebody draws up has to hold: "Het contract regelt …", "Een aanvraag vermeldt …".
static PAPER: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:de|het|een|elke?|iedere?|zo['’]n) (?:\w+ )?\w*(?:contract|overeenkomst|bestek|aanvraag|melding|verzoek|exitplan|afweging|verklaring|inkoopdocument|motivering|toestemming|besluit tot \w+) (?:(?:bevat|vermeldt|omvat|benoemt|regelt|bepaalt) \p{Ll}{1,3} |(?:bevat|vermeldt|omvat|beschrijft|benoemt|regelt|bepaalt) (?:welke |hoe |wat |afspraken|bepalingen|ook )|voorziet (?:\S+ ){0,6}?in )|^(?:een|elke?|iedere?|zo['’]n) (?:\w+ )?\w*(?:bestek|aanvraag|melding|verzoek|exitplan|afweging|inkoopdocument|motivering) beschrijft ",
    )
});

/// Care that is asked for.
static CAREFUL: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:terughoudendheid|voorzichtigheid|waakzaamheid|oplettendheid|alertheid|zorgvuldigheid|behoedzaamheid)\b.{0,80}\b(?:is|blijft) (?:\S+ ){0,4}?(?:geboden|op (?:haar|zijn) plaats|gewenst|aangewezen|gepast|gevraagd)\b|\b(?:is|blijft) (?:\S+ ){0,8}?(?:terughoudendheid|voorzichtigheid|waakzaamheid|oplettendheid|alertheid|zorgvuldigheid|behoedzaamheid) (?:geboden|gewenst|op (?:haar|zijn) plaats|gepast)\b",
    )
});

/// The norm of a sentence without a verb: "Geen privételefoons in de vergaderzaal."
fn short(sentence: &str, words: &[Word]) -> Option<Norm> {
    const LONGEST: usize = 24;
    if words.len() > LONGEST {
        return None;
    }
    match words[0].low.as_str() {
        _ if ADVISED.is_match(sentence) => Some(Norm::Advies),
        "geen" | "nooit" | "niet" | "nergens" => Some(Norm::NietToegestaan),
        "wel" | "bruikbaar" | "alleen" | "uitsluitend" | "enkel" | "slechts" => Some(Norm::Toegestaan),
        "altijd" | "steeds" | "verplicht" | "vooraf" | "binnen" | "minimaal" | "uiterlijk" | "eerst" | "direct" => {
            Some(Norm::Verplicht)
        }
        _ => named(sentence),
    }
}

/// Whether those whom a policy binds are what a sentence speaks of.
fn subject(whom: &Regex, words: &[Word], at: usize) -> bool {
    let from = if words[..at].iter().any(|w| whom.is_match(&w.low)) { 0 } else { at + 1 };
    words[from..].iter().take(if from == 0 { at } else { 4 }).any(|w| whom.is_match(&w.low))
}

/// Whether a sentence speaks of a kind of thing and not of one that is there: "Sleutels", "Een aanvraag", "Elk plan".
fn general(words: &[Word], main: &Main) -> bool {
    let led = is_preposition(&words[0].low);
    if led && words.get(1).is_some_and(|w| EVERY.is_match(&w.low)) {
        return true;
    }
    let at = if main.after_clause || led { main.at + 1 } else { 0 };
    let Some(word) = words.get(at) else { return false };
    match word.low.as_str() {
        "een" | "elk" | "elke" | "ieder" | "iedere" | "alle" | "geen" | "zulke" | "nieuwe" => true,
        "de" | "het" | "deze" | "die" | "dit" | "dat" | "er" | "hij" | "zij" | "ze" | "wij" | "we" | "ons" | "onze"
        | "zijn" | "haar" | "hun" | "dan" => false,
        low => {
            low.ends_with(['n', 's'])
                || words.get(at + 1).is_some_and(|w| low.ends_with('e') && w.low.ends_with(['n', 's']))
        }
    }
}

/// What may be done; not what can happen.
fn may(words: &[Word], main: &Main, denied: bool, open: bool) -> Option<Norm> {
    static HAPPENS: LazyLock<Regex> = LazyLock::new(|| listed(r"^(?:{overkomt})$"));
    let verb = words[main.at].low.as_str();
    let clause = main_part(words);
    let clause = split(&clause);
    let all = clause.iter().any(|w| HAPPENS.is_match(&w.low));
    let need = verb.starts_with("hoe");
    if open && words[main.at..].windows(2).any(|w| w[0].low == "het" && w[1].low == "beste" || w[1].low == "beter") {
        return Some(Norm::Advies);
    }
    let norm = if denied && !need { Norm::NietToegestaan } else { Norm::Toegestaan };
    // "Antwoorden kunnen onjuist zijn": what happens.
    let able = verb.starts_with('k') && clause.last().is_some_and(|w| w.low == "zijn");
    let all = all || able && !subject(&PERSON, words, main.at);
    (open && (!all || need || verb.starts_with('m'))).then_some(norm)
}

/// Whether what we, you or one does is what a policy wants: no opinion or plan.
fn wanted(words: &[Word], at: usize) -> bool {
    static THOUGHT: LazyLock<Regex> = LazyLock::new(|| listed(r"^(?:{denkt})$"));
    !THOUGHT.is_match(&words[at].low)
}

/// What tells the reader what to do, in an imperative.
fn ordered(sentence: &str, words: &[Word]) -> Option<Norm> {
    static ORDER: LazyLock<Regex> = LazyLock::new(|| listed("^(?:{opdracht})$"));
    // "Verbind nooit …": what stands before such a word, without the looks of a form, is an order.
    let bare = |w: &Word| w.low.len() > 3 && !w.low.ends_with(['t', 'n', 's', 'e', 'r']);
    let told = matches!(words[1].low.as_str(), "niet" | "nooit" | "altijd" | "eerst") && bare(&words[0]);
    let upper = words[0].raw.chars().next().is_some_and(char::is_uppercase);
    let direct = upper && (ORDER.is_match(&words[0].low) || told);
    let second = |at: usize| words.get(at).is_some_and(|w| ORDER.is_match(&w.low));
    // "Toestel kwijt: bel …", "Twijfel je, vraag dan …".
    let later = (1..words.len()).any(|at| {
        let sign = words[at - 1].raw;
        (sign.ends_with(':') || sign.ends_with(','))
            && second(at)
            && words.get(at + 1).is_some_and(|w| !is_person(&w.low))
            && (sign.ends_with(':')
                || words.get(at + 1).is_some_and(|w| w.low == "dan")
                || words.get(at + 2).is_some_and(|w| w.low == "dan"))
    });
    // "Maak u …" and "Gebruik van …" are none, and a verb that a clause with "dan" answers is a condition.
    let turned = words.get(1).is_some_and(|w| is_person(&w.low) || w.low == "van") || sentence.contains(", dan ");
    let finite = words
        .iter()
        .skip(1)
        .take(6)
        .any(|w| matches!(w.low.as_str(), "is" | "zijn" | "wordt" | "worden" | "mag" | "mogen" | "kan" | "kunnen"));
    if !later && (!direct || turned || finite) {
        return None;
    }
    let weak = matches!(words[0].low.as_str(), "overweeg" | "probeer" | "bedenk" | "wees" | "streef");
    let no = words.iter().take(14).any(|w| matches!(w.low.as_str(), "niet" | "geen" | "nooit" | "nimmer"))
        || matches!(words[0].low.as_str(), "vermijd" | "mijd" | "voorkom");
    Some(match () {
        () if weak || ADVISED.is_match(sentence) => Norm::Advies,
        () if no && direct => Norm::NietToegestaan,
        () => Norm::Verplicht,
    })
}

static ADVISED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:bij voorkeur|liefst|liever|het beste|beter|zo ?veel mogelijk|gaat (?:de|onze) (?:keuze|voorkeur) (?:\S+ ){0,4}?uit|voor de hand om|in de rede|tot aanbeveling|verdient|zo min mogelijk|waar mogelijk|indien mogelijk|raadzaam|verstandig|aan te raden|wenselijk|overweegt|overwegen)\b",
    )
});

/// By when, how often, in every case: what an order has and a description seldom.
pub(super) static TIMED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:binnen (?:de |een |\w+ ){0,2}(?:\w*dag(?:en)?|\w*we[e]?k(?:en)?|uur|uren|etmaal|maand(?:en)?|kwartaal|termijn)|uiterlijk|onmiddellijk|onverwijld|direct|meteen|terstond|per omgaande|zo spoedig mogelijk|altijd|te allen tijde|telkens|steeds|ten ?minste|minimaal|minstens|ten hoogste|maximaal|steekproefsgewijs|vooraf|voorafgaand aan|voortaan|met ingang van|niet langer|(?:elk|ieder|per) (?:\w+ )?(?:dag|week|maand|kwartaal|half ?jaar|jaar|keer)|elke (?:dag|week|maand|\w+ \w+en)|jaarlijks|halfjaarlijks|maandelijks|wekelijks|dagelijks|eens per|eenmaal per|\w+ (?:dagen|weken|maanden|jaar) (?:lang|bewaard)|om het jaar|om de \w+ (?:dagen|weken|maanden|jaar)|(?:een|één|twee|drie|vier|vijf|zes|acht|tien|twaalf|dertig|zestig|negentig|\d+) (?:werk)?(?:dag|dagen|weken|maanden|jaar) (?:voor|v[oó]{2}r|na)|na (?:een|één|twee|drie|vier|vijf|zes|acht|tien|twaalf|dertig|zestig|negentig|\d+) (?:werk)?(?:dag|dagen|weken|maanden|jaar)|op (?:ieder|elk|geen enkel) moment|op de (?:eerste|laatste) (?:werk)?dag|niet eerder|(?:dezelfde|eerstvolgende) (?:werk)?(?:dag|week)|na afloop|zonder uitzondering|uitsluitend|alleen|slechts|enkel|voordat|alvorens|zodra|pas nadat|tot nader order|tenzij|mits|behoudens|behalve|met uitzondering van)\b",
    )
});

/// Whom a policy binds.
pub(super) static BOUND: LazyLock<Regex> = LazyLock::new(|| listed(r"(?i)^(?:{gebondene})$"));

/// Who has to act by a policy.
pub(super) static PERSON: LazyLock<Regex> = LazyLock::new(|| listed(r"(?i)^(?:{persoon})$"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_present_tense_lays_down_for_those_it_binds() {
        let laid = |words| laid_down(words, false, None);
        assert_eq!(laid("De havenmeester meldt mist binnen een uur."), Some(Norm::Verplicht));
        assert_eq!(laid("Bij mist leent u een hoorn bij de kade."), Some(Norm::Verplicht));
        assert_eq!(laid("Vuurwerk neem je niet mee aan boord."), Some(Norm::NietToegestaan));
        assert_eq!(laid("Zwemmen in de sluis is uit den boze."), Some(Norm::NietToegestaan));
        assert_eq!(laid("Valt de lamp uit, dan gaat het schip niet verder."), Some(Norm::NietToegestaan));
        assert_eq!(laid("Een hond aan de lijn is op het dek welkom."), Some(Norm::Toegestaan));
        assert_eq!(laid("Overweeg een tweede anker mee te nemen."), Some(Norm::Advies));
        assert_eq!(laid("Touw kwijt: bel meteen de kade."), Some(Norm::Verplicht));
        assert_eq!(laid("Verbind nooit twee schepen met één tros."), Some(Norm::NietToegestaan));
        assert_eq!(laid("Lukt dat niet, dan wordt het schip losgemaakt."), Some(Norm::Verplicht));
        assert_eq!(laid("De kade wordt vrijgegeven, tenzij er nog een kraan staat."), Some(Norm::Verplicht));
        assert_eq!(laid("In de sluis blijven honden achterwege."), Some(Norm::NietToegestaan));
    }

    #[test]
    fn what_a_clause_denies_is_not_banned() {
        let ban = |words| turned(Norm::NietToegestaan, words);
        assert_eq!(ban("Vuur mag op het dek, mits er geen touw ligt."), Norm::Toegestaan);
        assert_eq!(ban("Vuur mag op het dek niet, tenzij het regent."), Norm::NietToegestaan);
        assert_eq!(ban("Geen enkele boot vertrekt zonder een ondertekende lijst."), Norm::Verplicht);
        assert_eq!(ban("Kluizen worden op de laatste werkdag afgesloten."), Norm::Verplicht);
        assert_eq!(ban("Kluizen zijn voor gasten afgesloten."), Norm::NietToegestaan);
    }

    #[test]
    fn the_present_tense_also_describes_explains_and_tells() {
        let none = [
            "De haven telt op dit moment veertig ligplaatsen.",
            "De reden daarvoor is dat het water daar snel stroomt.",
            "Een loods kent de geulen en voorkomt ongelukken.",
            "In de winter lag de haven een maand dicht.",
            "Schippers varen hier doorgaans binnen een uur voorbij.",
            "Vragen stelt u aan de havenmeester.",
            "Peilingen kunnen onnauwkeurig of verouderd zijn.",
            "Schippers ontvangen na afloop een kaart van de haven.",
            "Een peiling maakt het varen makkelijker.",
            "Onder een schip wordt hier ook een vlot verstaan.",
            "Dit reglement wordt over een jaar geëvalueerd.",
            "Schippers melden dat matrozen bij mist sneller moe worden.",
            "Kades worden in rap tempo een vast bestanddeel van de stad.",
            "Sluizen behoren tot de duurste werken van een haven.",
            "Daar komt bij dat een schip in de winter niet altijd kan uitwijken.",
            "In de winter heeft de Kamer gevraagd schepen die nooit mogen varen op een lijst te zetten.",
        ];
        for words in none {
            assert_eq!(laid_down(words, true, None), None, "{words}");
        }
    }

    #[test]
    fn how_things_are_and_go_is_no_norm_in_the_company_of_norms() {
        let sure = |words| laid_down(words, true, None);
        for (norm, story) in [
            ("Betaling verloopt via de kassa van de haven.", "Verzanding verloopt in golven."),
            ("Zeewering gebeurt volgens het bestek.", "Vernieuwing gaat door."),
            ("Loodsen van elders wordt vooraf gemeld.", "Toegang tot zee wordt in veel landen beperkt."),
            ("Kisten zijn standaard verzegeld.", "Kisten zijn opgeslagen in twee loodsen."),
            ("De looptijd van een ligplaats is twee jaar.", "De looptijd van het lopende bestek is twee jaar."),
            ("De duur van de wacht is ten hoogste een uur.", "De duur van de storm is een uur."),
            ("Trossen hebben een lengte van ten minste tien meter.", "Reders hebben minimaal zes sleepboten."),
            ("Een logboek heeft maximaal twee houders.", "Een loods heeft hooguit een uur nodig."),
            ("De overeenkomst regelt de teruggave van de boot.", "De overeenkomst bevat een aantal fouten."),
            ("Een aanvraag beschrijft de lading.", "De verklaring beschrijft de geschiedenis van de kade."),
        ] {
            assert_eq!(sure(norm), Some(Norm::Verplicht), "{norm}");
            assert_eq!(sure(story), None, "{story}");
        }
        assert_eq!(sure("Zwemmen is in strijd met de havenregels."), Some(Norm::NietToegestaan));
        assert_eq!(sure("De reis is in strijd met de berichten vlot verlopen."), None);
        assert_eq!(sure("Hetzelfde advies."), None);
    }

    #[test]
    fn in_the_company_of_norms_less_is_asked() {
        let words = "Sleutels van de sluis worden bewaard in de kluis.";
        assert_eq!((laid_down(words, false, None), laid_down(words, true, None)), (None, Some(Norm::Verplicht)));
        let sure = |words| laid_down(words, true, None);
        for words in [
            "Bij de bouw van een sluis past de bouwmeester de norm van de kade toe.",
            "Een maand voor afloop begint de kok met de inkoop.",
            "Die meldt het lek schriftelijk.",
            "De weging wordt ten minste eens per jaar herzien.",
            "Vanaf windkracht negen zijn luiken zowel binnen als buiten vergrendeld.",
            "Van iedere boot ligt een sleutel bij de kade.",
            "Wie een lekke boot ziet, trekt hem daarom op de kant.",
            "Ligt een schip langer stil, dan is de diepste plaats bepalend.",
        ] {
            assert_eq!(sure(words), Some(Norm::Verplicht), "{words}");
        }
        for words in
            ["Een wacht duurt hoogstens acht uur.", "Testdata zijn geanonimiseerd.", "Zeilen tellen mee als wens."]
        {
            assert!(!told(words, &split(words)), "{words}");
            assert_eq!(sure(words), Some(Norm::Verplicht), "{words}");
        }
        assert_eq!(sure("Haast rechtvaardigt geen hogere snelheid."), Some(Norm::NietToegestaan));
        assert_eq!(sure("Kolenkachels zijn voor kajuiten afgeschaft."), Some(Norm::NietToegestaan));
        assert_eq!(sure("Later vertrek is voorstelbaar als het mist."), Some(Norm::Toegestaan));
        assert_eq!(sure("Lang varen lijkt gezond, maar een schip dat niet nodig is, kost geld."), None);
        let same = "Hetzelfde geldt voor vlotten.";
        assert_eq!(laid_down(same, true, Some(Norm::Advies)), Some(Norm::Advies));
    }
}
