//! The main clause of a sentence: its finite verb, what kind of verb that is, and whether it says no. A light reading,
//! good enough for policy texts: it knows the verbs of `words.toml` and the words that open a clause. The border: words
//! in, their order out; what the sentence amounts to is for `present`.

use crate::rules::{forms, words};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What the finite verb of a main clause says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// What somebody does.
    Act,
    /// How it goes with something.
    Course,
    /// How something is: a description.
    State,
    /// "is", "zijn".
    Be,
    /// "heeft", "hebben".
    Have,
    /// "wordt", "worden".
    Passive,
    /// "mag", "kan", "hoeft".
    May,
    /// "moet", "dient".
    Must,
    /// "geldt".
    Holds,
    /// The past, and what is still to come.
    Other,
}

static VERBS: LazyLock<HashMap<&'static str, Verb>> = LazyLock::new(|| {
    let class = |name: &str| match name {
        "handeling" => Verb::Act,
        "gang" => Verb::Course,
        "toestand" => Verb::State,
        _ => Verb::Other,
    };
    let listed = words("persoonsvorm").flat_map(|(name, forms)| forms.iter().map(move |f| (f.as_str(), class(name))));
    let closed = [
        (Verb::Be, "is zijn ben bent"),
        (Verb::Have, "heeft hebben hebt heb"),
        (Verb::Passive, "wordt worden"),
        (Verb::May, "mag mogen kan kunnen kun kunt hoeft hoeven"),
        (Verb::Must, "moet moeten dient dienen"),
        (Verb::Holds, "geldt gelden"),
        (Verb::Other, "zal zullen zult"),
    ];
    let closed = closed.into_iter().flat_map(|(verb, forms)| forms.split(' ').map(move |f| (f, verb)));
    listed.chain(closed).collect()
});

/// One word, without the signs around it.
#[derive(Debug)]
pub(super) struct Word<'s> {
    /// In lower case.
    pub(super) low: String,
    pub(super) raw: &'s str,
    /// Whether a comma (or another sign) follows.
    pub(super) ends: bool,
    /// Where it stands in the sentence, in bytes.
    pub(super) start: usize,
}

pub(super) fn split(sentence: &str) -> Vec<Word<'_>> {
    let signs = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '’' | '\'');
    let mut from = 0;
    let each = sentence.split_whitespace().filter_map(|raw| {
        let start = from + sentence[from..].find(raw).unwrap_or_default();
        from = start + raw.len();
        let bare = raw.trim_matches(signs);
        let ends = raw.ends_with([',', ';', ':', ')', '.']) || raw.starts_with(['–', '—']);
        (!bare.is_empty()).then(|| Word { low: bare.to_lowercase(), raw, ends, start })
    });
    each.collect()
}

/// The finite verb of the main clause, and whether a condition in the shape of a question comes before it.
#[derive(Debug)]
pub(super) struct Main {
    pub(super) at: usize,
    pub(super) verb: Verb,
    /// "Vertrekt iemand, dan …", "Zodra … , meldt …".
    pub(super) after_clause: bool,
    /// Who is spoken to or speaks: "u", "je", "wij", "men".
    pub(super) person: bool,
}

/// Whether a word opens a clause that is not the main one.
fn opens_clause(words: &[Word], at: usize) -> bool {
    let fresh = at == 0 || words[at - 1].ends;
    match words[at].low.as_str() {
        "die" | "dat" => at > 0 && !is_link(&words[at - 1].low),
        "als" | "of" | "al" | "wat" | "hoe" | "wie" | "zodra" | "indien" => fresh,
        "wanneer" | "nadat" | "voordat" | "omdat" | "doordat" | "zolang" | "tenzij" | "mits" | "terwijl" | "hoewel"
        | "welke" | "welk" | "totdat" | "zodat" | "opdat" | "alvorens" | "waarbij" | "waarvan" | "waarin"
        | "waarop" | "waarmee" | "waarvoor" | "waaraan" | "waarover" | "waaruit" | "waardoor" | "waarna"
        | "waartoe" | "wiens" => true,
        "waar" => fresh || at > 0,
        _ => false,
    }
}

pub(super) fn is_person(word: &str) -> bool {
    matches!(word, "u" | "je" | "jij" | "wij" | "we" | "men")
}

/// The common prepositions.
const PREPOSITIONS: [&str; 19] = [
    "voor", "van", "op", "met", "aan", "bij", "door", "in", "over", "uit", "na", "naar", "tot", "tegen", "onder",
    "per", "tijdens", "vanaf", "zonder",
];

/// Whether a word is a preposition.
pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(&word) || matches!(word, "binnen" | "buiten")
}

/// Words that look like a verb before "u" or "je" and are none.
pub(super) fn is_link(word: &str) -> bool {
    PREPOSITIONS.contains(&word)
        || word.starts_with("waar")
        || matches!(
            word,
            "als"
                | "dat"
                | "of"
                | "die"
                | "wat"
                | "waar"
                | "hoe"
                | "en"
                | "dan"
                | "om"
                | "te"
                | "wie"
                | "want"
                | "maar"
                | "zodat"
                | "omdat"
                | "zoals"
                | "indien"
                | "wanneer"
                | "zodra"
                | "voordat"
                | "nadat"
                | "terwijl"
                | "tenzij"
                | "zolang"
                | "dus"
                | "ook"
                | "niet"
                | "geen"
                | "het"
                | "de"
                | "een"
                | "waarmee"
                | "waarbij"
                | "waarop"
        )
}

/// Whether what looks like a verb is a noun or an infinitive where it stands: "bij mist", "het melden".
fn nominal(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|b| words[b].low.as_str());
    let open = matches!(before, Some(word) if is_link(word) && !matches!(word, "ook" | "niet" | "dan" | "dus" | "want" | "maar"))
        && !words[at - 1].ends;
    let form = words[at].low.ends_with("en") || words[at].low.ends_with("an");
    let listed =
        matches!(VERBS.get(words[at].low.as_str()), Some(Verb::Act | Verb::Course | Verb::State | Verb::Other));
    // "Lang bewaren lijkt veilig": an infinitive of which another verb says something.
    let one = |w: &Word| w.low.ends_with('t') || w.low == "is";
    let spoken = form
        && at == 1
        && !words[at].ends
        && words.get(2).is_some_and(|w| one(w) && VERBS.contains_key(w.low.as_str()));
    open && listed || (at == 0 || spoken) && form && listed
}

pub(super) fn main_verb(words: &[Word]) -> Option<Main> {
    let verb = |at: usize| words.get(at).and_then(|w| VERBS.get(w.low.as_str())).copied();
    // Who a sentence speaks to stands beside its verb.
    let addressed = |at: usize| {
        let next = words.get(at + 1).is_some_and(|w| is_person(&w.low)) && !words[at].ends;
        let known = verb(at).is_some()
            || words[at].low.ends_with(['t', 'n', 'd', 'k', 'p', 'g', 'f', 's', 'r', 'l', 'm', 'e', 'a', 'i']);
        next && known && !is_link(&words[at].low) && words[at].low.chars().count() > 2
    };
    let first = words.first()?;
    if is_person(&first.low) && words.len() > 1 {
        return Some(Main { at: 1, verb: verb(1).unwrap_or(Verb::Act), after_clause: false, person: true });
    }
    // "Ligt de dienst eruit, dan …", "Vertrekt iemand, dan …".
    let then = (2..words.len()).any(|at| words[at - 1].ends && words[at].low == "dan");
    let turned = (verb(0).is_some() || then && words[0].low.ends_with('t')) && !nominal(words, 0) && words.len() > 4;
    let mut inside = turned || opens_clause(words, 0);
    let after_clause = inside;
    for at in 0..words.len() {
        let fresh = at > 0 && words[at - 1].ends;
        if inside {
            let then = fresh && words[at].low == "dan" && at + 1 < words.len();
            if then {
                let person = addressed(at + 1);
                return Some(Main { at: at + 1, verb: verb(at + 1).unwrap_or(Verb::Act), after_clause, person });
            }
            if fresh && (verb(at).is_some() && !nominal(words, at) || addressed(at)) {
                let person = addressed(at);
                return Some(Main { at, verb: verb(at).unwrap_or(Verb::Act), after_clause, person });
            }
            continue;
        }
        if addressed(at) {
            return Some(Main { at, verb: verb(at).unwrap_or(Verb::Act), after_clause, person: true });
        }
        if at > 0 && opens_clause(words, at) {
            inside = true;
            continue;
        }
        if let Some(verb) = verb(at)
            && !nominal(words, at)
        {
            return Some(Main { at, verb, after_clause, person: false });
        }
    }
    None
}

/// The main clause alone, without the clauses that hang on it: "Luiken gaan, wanneer het waait, dicht" is "Luiken gaan, dicht".
pub(super) fn main_part(words: &[Word]) -> String {
    let from = main_verb(words).filter(|main| main.after_clause).map_or(0, |main| main.at);
    let mut inside = false;
    let mut kept: Vec<&str> = Vec::new();
    for at in from..words.len() {
        if at > from && opens_clause(words, at) {
            inside = true;
        } else if at > from && words[at - 1].ends {
            inside = false;
        }
        if !inside {
            kept.push(words[at].raw);
        }
    }
    kept.join(" ")
}

/// What hangs on the main clause at a place of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hangs {
    /// A question in a clause: "of het mag", "welke kist open kan".
    Question,
    /// A clause that says of what is spoken: "waarin touw ligt".
    Which,
}

/// In what clause the byte `start` of a sentence stands, if not in the main one.
pub(super) fn hangs(words: &[Word], start: usize) -> Option<Hangs> {
    // Where a clause has no comma behind it, only a verb of the main one tells that it has ended.
    let closed = main_verb(words).is_some() || words.first().is_some_and(|w| w.raw.starts_with(char::is_lowercase));
    let mut inside = None;
    for at in 1..words.len() {
        if words[at].start > start {
            break;
        }
        let before = words[at - 1].low.as_str();
        let asked = forms("beleid", "vraag").iter().any(|f| f == before);
        inside = match words[at].low.as_str() {
            "of" | "hoe" | "welke" | "welk" | "wie" | "wat" | "waar" | "wanneer" if asked => Some(Hangs::Question),
            "die" | "waarin" | "waarmee" | "waarop" | "waarvan" | "waarvoor" | "waaruit" | "waaraan" | "waartoe"
            | "waardoor"
                if closed && !is_link(before) =>
            {
                Some(Hangs::Which)
            }
            _ if words[at - 1].ends => None,
            _ => inside,
        };
    }
    inside
}

/// Whether the main clause says no.
pub(super) fn denied(words: &[Word], at: usize) -> bool {
    // "Blijft buiten de regeling" says no, "wordt buiten werktijd bewaard" does not.
    let stays = matches!(
        words[at].low.as_str(),
        "blijft" | "blijven" | "valt" | "vallen" | "houdt" | "houden" | "laat" | "laten" | "staat" | "staan"
    );
    let no = |w: &Word| {
        matches!(
            w.low.as_str(),
            "niet" | "geen" | "nooit" | "nergens" | "nimmer" | "evenmin" | "noch" | "niets" | "niemand"
        ) || w.low == "buiten" && stays
    };
    // What a clause before the main one denies, the main one does not.
    let apart = words[..at].iter().any(|w| w.ends);
    let ahead = !apart && words[..at].iter().take(3).any(|w| no(w) && w.low != "buiten");
    let until = (at + 1..words.len()).find(|n| {
        words[n - 1].ends
            && (opens_clause(words, *n) || words[*n].low == "maar" || words[*n].low == "want" || words[*n].low == "ook")
    });
    let clause = &words[at..until.unwrap_or(words.len())];
    let said = clause.iter().enumerate().any(|(n, w)| {
        let next = clause.get(n + 1).map_or("", |w| w.low.as_str());
        let mild = matches!(
            next,
            "alleen" | "later" | "eerder" | "langer" | "meer" | "anders" | "slechts" | "hoger" | "lager"
        ) && !(matches!(next, "langer" | "meer") && clause.get(n + 2).is_none_or(|w| w.low != "dan"));
        no(w) && !mild
    });
    ahead || said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_clause_is_found_behind_others() {
        let verb = |sentence: &str| {
            let words = split(sentence);
            main_verb(&words).map(|m| words[m.at].low.clone())
        };
        assert_eq!(verb("Schepen die 's nachts varen, voeren een lamp.").as_deref(), Some("voeren"));
        assert_eq!(verb("Zodra de mist optrekt, meldt de schipper zich.").as_deref(), Some("meldt"));
        assert_eq!(verb("Vertrekt een schip, dan sluit de kok het luik.").as_deref(), Some("sluit"));
        assert_eq!(verb("Het schoonmaken van het dek gebeurt vooraf.").as_deref(), Some("gebeurt"));
    }

    #[test]
    fn what_hangs_on_the_main_clause_is_told_apart() {
        let part = |sentence: &str| main_part(&split(sentence));
        assert_eq!(part("Luiken gaan, wanneer het waait, dicht."), "Luiken gaan, dicht.");
        assert_eq!(part("Zolang het mist, gaat niemand aan boord."), "gaat niemand aan boord.");
        let hung = |sentence: &str, words: &str| hangs(&split(sentence), sentence.find(words).unwrap());
        assert_eq!(hung("De loods gaat na of het anker mag zakken.", "mag"), Some(Hangs::Question));
        assert_eq!(hung("De kist blijft de plaats waarin touw wordt bewaard.", "wordt"), Some(Hangs::Which));
        assert_eq!(hung("Touwen die rafelen worden dezelfde dag gewist.", "worden"), None);
        assert_eq!(hung("Een roeier of een zeiler mag door.", "mag"), None);
    }
}
