//! What moves, in the words of the text. Every noun phrase of the sentence is weighed by its place in it: what completes
//! a noun of change ("de overgang van het rooster") comes first, then what a verb takes without a preposition; a place,
//! a time, a plan or an actor never moves. The border: one sentence and those before it go in; the words of a thing come
//! out, or nothing where the sentence names none.

use super::super::constant;
use super::phrases::{Phrase, changes, ends_as, is, phrases, runs_there, trajectory};
use crate::lexicon::actor;
use crate::rules::{word_value, words};
use regex::Regex;
use std::sync::LazyLock;

/// A phrase that weighs less moves nothing.
const LEAST: i32 = 25;

/// A phrase of an earlier sentence that weighs less is not what a later one points back to.
const SURE: i32 = 60;

/// What moves, as the sentence says it; where it only points back, what the sentences before it say moves, and else those
/// of the paragraphs above.
pub(super) fn subject(said: &str, before: &[&str], above: &[&str]) -> Option<String> {
    static PRODUCT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:(?:MS|Microsoft) Teams|Exchange Online|SharePoint(?: Online)?|OneDrive|Microsoft 365(?: Copilot)?|M365)\b",
        )
    });
    if let Some(label) = label(said) {
        return Some(label.to_string());
    }
    let own = best(said, LEAST);
    match &own {
        Some(thing) if !points_back(thing) => return own.map(|p| p.text.to_string()),
        Some(thing) => {
            if let Some(full) = antecedent(thing, before, true).or_else(|| antecedent(thing, above, shown(thing))) {
                return Some(full);
            }
        }
        // "De inzet van MS Teams": where nothing else moves, the product does.
        None => {
            if let Some(product) = PRODUCT.find(said) {
                return Some(product.as_str().to_string());
            }
        }
    }
    let earlier = before.iter().rev().find_map(|s| best(s, SURE).filter(sure));
    earlier.or(own).map(|p| p.text.to_string())
}

/// A line that is a name and no sentence, and a name before a colon.
fn label(said: &str) -> Option<&str> {
    static HEAD: LazyLock<Regex> = LazyLock::new(|| constant(r"^(\p{L}[^.:;,]{2,60}): "));
    static VERB: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:is|zijn|heeft|hebben|wordt|worden|werd|loopt|lopen|gaat|gaan|zal|start|verhuist|stapt|komt|blijft|keren|keert|geldt|staan|staat|nemen|neemt|draait|draaien|werkt|werken|verplaatst|brengt|haalt|vervangt|bouwt|gebruikt|gebruiken|maakt|maken|volgt|volgen|migreert|stond|bepaalt|bleef|ging|ligt|lag|zet|ziet|krijgt|doet|beziet|overweegt|onderzoekt)\b",
        )
    });
    let label = said.trim_end_matches(['.', ' ']);
    // "Overgang naar Delft gepland" names the change, and not what moves.
    let opening = label.split(' ').next().unwrap_or_default().to_lowercase();
    if label.contains(' ') && changes(&opening) {
        return None;
    }
    // What ends with a full stop and opens with an article or holds a verb is a sentence.
    let verb = || label.split(' ').any(|word| word_value("persoonsvorm", word).is_some());
    let opens = || ["De ", "Het ", "Een ", "Die ", "Deze ", "Dit ", "Dat "].iter().any(|word| said.starts_with(word));
    let sentence = said.ends_with('.') && (opens() || verb());
    if !sentence && !label.contains(". ") && label.split_whitespace().count() <= 10 && !VERB.is_match(label) {
        return Some(label);
    }
    let head = HEAD.captures(said).and_then(|c| c.get(1))?.as_str();
    (!VERB.is_match(head) && actor(head).is_none() && !head.starts_with("Ministerie")).then_some(head)
}

/// The phrase of a sentence that weighs most, the first of equals.
fn best(said: &str, least: i32) -> Option<Phrase<'_>> {
    let weighed = phrases(said).into_iter().enumerate().map(|(at, phrase)| {
        let late = i32::try_from(at).unwrap_or(i32::MAX).min(12);
        (weight(&phrase, said) - late, phrase)
    });
    let mut best: Option<(i32, Phrase)> = None;
    for (weight, phrase) in weighed {
        if weight >= least && best.as_ref().is_none_or(|(most, _)| weight > *most) {
            best = Some((weight, phrase));
        }
    }
    best.map(|(_, phrase)| phrase)
}

/// How likely it is that a phrase is what moves.
fn weight(phrase: &Phrase, said: &str) -> i32 {
    if empty(phrase) {
        return 0;
    }
    let (stuff, hosts) = (stuff(phrase), hosts(phrase));
    let role = match phrase.after.as_deref() {
        _ if phrase.completes => 100,
        // A programme that is told of by its name goes before what it changes.
        None if programme(phrase) => 110,
        None => 60,
        _ if phrase.topic => 60,
        Some("voor") if said.starts_with("Voor ") && said.find(phrase.core).is_some_and(|at| at < 16) => 70,
        Some("voor") => 35,
        Some("van" | "met" | "over" | "rond" | "rondom") => 25,
        // "De overstap op een nieuwe werkplek": what has no place in it can be meant where nothing else is.
        Some("naar" | "op") if stuff && !hosts && !room(&phrase.head) => 5,
        Some("in" | "binnen") if programme(phrase) => 5,
        Some(_) => -40,
    };
    let owned = phrase.article.as_deref().is_some_and(|a| matches!(a, "zijn" | "haar" | "hun" | "onze" | "mijn"));
    // A bare word without an article is a thing only where its name says so.
    let bare = phrase.article.is_none() && !stuff && !phrase.named && !phrase.completes;
    let counts = [
        (stuff, 30),
        (owned, 15),
        (phrase.named, 8),
        (hosts, -70),
        (runs_there(phrase.core), -35),
        (phrase.hangs, -60),
        (points_back(phrase), if phrase.completes { -65 } else { -20 }),
        (phrase.aside, -60),
        (bare, -35),
    ];
    role + counts.iter().filter(|(holds, _)| *holds).map(|(_, count)| count).sum::<i32>()
}

/// Whether a phrase names a thing by the end of its noun, or a programme by its name.
fn stuff(phrase: &Phrase) -> bool {
    ends_as("stof", &phrase.head) && !is("leeg", &phrase.head) || programme(phrase) || site(&phrase.head)
}

/// Whether a word is the address of a website.
fn site(word: &str) -> bool {
    [".nl", ".eu", ".com", ".org"].iter().any(|end| word.ends_with(end))
}

fn programme(phrase: &Phrase) -> bool {
    let named = |word: &&str| phrase.core.get(1..).is_some_and(|core| core.starts_with(*word));
    phrase.named && ["rogramma ", "roject ", "raject "].iter().any(named)
}

/// Whether a noun is that of a room things move to rather than of what moves.
fn room(head: &str) -> bool {
    ["omgeving", "omgevingen", "platform", "voorziening", "depot", "magazijn", "opslag", "netwerk"]
        .iter()
        .any(|end| head.ends_with(end))
}

/// Whether a phrase is a cloud, or who hosts.
fn hosts(phrase: &Phrase) -> bool {
    static HOST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)cloud|\bSaaS|\bPaaS|\bIaaS|hosting|hyperscaler|on[- ]prem|eigen (?:beheer|huis|omgeving)|containerplatform|standaardplatform|aanbieder|leverancier|dienstverlener|marktpartij",
        )
    });
    static HOST_ONLY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bcloud\b|clouddienst|cloudoplossing|\bSaaS|\bPaaS|\bIaaS|hosting|on[- ]prem|eigen (?:beheer|huis|omgeving)|containerplatform|standaardplatform|aanbieder|leverancier|dienstverlener|marktpartij",
        )
    });
    static NAMES: LazyLock<Regex> = LazyLock::new(|| {
        let all = ["leverancier", "rijksdienst"].into_iter().flat_map(words).flat_map(|(_, forms)| forms);
        let mut forms: Vec<String> = all.map(|f| regex::escape(f)).collect();
        forms.sort_by_key(|f| std::cmp::Reverse(f.len()));
        constant(&format!(r"^(?:{})\b", forms.join("|")))
    });
    // "De cloudwerkplek" is a thing, "het cloudplatform" a place.
    let thing = ends_as("stof", &phrase.head) && !room(&phrase.head) && !HOST_ONLY.is_match(phrase.core);
    HOST.is_match(phrase.core) && !thing || NAMES.is_match(phrase.core)
}

/// Whether a phrase names nothing that can move: an actor, a plan, a time, the change itself.
fn empty(phrase: &Phrase) -> bool {
    phrase.core.chars().count() < 3
        || phrase.actor
        || of_land(phrase.core)
        || is("leeg", &phrase.head) && !programme(phrase) && !(shown(phrase) && is("soort", &phrase.head))
        || changes(&phrase.head)
        || trajectory(&phrase.head) && !programme(phrase)
        || person(&phrase.head)
}

/// Whether a phrase is only the adjective of a land or town: "van een Deense naar een Noorse aanbieder".
fn of_land(core: &str) -> bool {
    !core.contains(' ') && core.starts_with(char::is_uppercase) && core.ends_with("se")
}

/// Whether a noun names people, a body of the state or a piece of writing by its ending.
fn person(head: &str) -> bool {
    static BODY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?:directie|inspectie|ministeries?|departement(?:en)?|instituut|instituten|agentschap|commissie|college|bureau|autoriteit|minister|secretaris|medewerkers?|gebruikers|leveranciers?|aanbieders?|partij|partijen|fracties?|bedrijf|bedrijven|organisaties?|besluit|besluiten|onderzoek|onderzoeken|advies|plannen|kosten|risico’s|risico's|beleid|kader|kwartaal|weken|maanden|contract|contracten|overeenkomst|verkenning|motie|brief|jaar|maand|week)$",
        )
    });
    BODY.is_match(head)
}

/// Whether a phrase is pointed at: "dat systeem".
fn shown(phrase: &Phrase) -> bool {
    phrase.article.as_deref().is_some_and(|a| matches!(a, "dit" | "dat" | "die" | "deze"))
}

/// Whether a phrase only points at a thing by its sort: "dat systeem", "de module".
fn points_back(phrase: &Phrase) -> bool {
    let known = phrase.article.as_deref().is_some_and(|a| matches!(a, "de" | "het"));
    let mut told = phrase.core.split(' ').filter(|word| !says_nothing(word));
    let bare = phrase.text == phrase.core && told.next().is_some() && told.next().is_none();
    bare && (shown(phrase) || known) && is("soort", &phrase.head)
}

/// Whether an adjective only tells which of two a thing is: "het huidige platform".
fn says_nothing(word: &str) -> bool {
    [
        "huidige",
        "oude",
        "nieuwe",
        "bestaande",
        "betreffende",
        "desbetreffende",
        "genoemde",
        "bewuste",
        "vernieuwde",
        "toekomstige",
        "vorige",
        "andere",
        "hele",
        "gehele",
        "verouderde",
        "betrokken",
    ]
    .contains(&word)
}

/// Whether a phrase names a thing well enough for a later sentence to mean it.
fn sure(phrase: &Phrase) -> bool {
    (stuff(phrase) || phrase.named && phrase.article.is_some()) && !points_back(phrase)
}

/// What the sentences before call in full what a later one only calls by its sort: the same noun with more before it
/// or behind it, else, if it can be `any` thing, the one that was spoken of last.
fn antecedent(thing: &Phrase, before: &[&str], any: bool) -> Option<String> {
    let head = thing.head.as_str();
    let same = |p: &Phrase| p.head.ends_with(head) && (p.head.len() > head.len() || p.text != p.core || p.named);
    let full = before.iter().rev().find_map(|s| phrases(s).into_iter().find(|p| same(p) && !empty(p)));
    let spoken = || before.iter().rev().find_map(|s| best(s, SURE).filter(sure));
    full.or_else(|| (any && is("soort", head)).then(spoken).flatten()).map(|p| p.text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moves(said: &str) -> String {
        subject(said, &[], &[]).unwrap_or_default()
    }

    #[test]
    fn what_completes_the_change_moves() {
        assert_eq!(
            moves("De kustwacht rondt de overgang van haar radarbeelden naar een Deense cloud af."),
            "radarbeelden"
        );
        assert_eq!(moves("Bij de griffie wordt de overgang voorbereid van het rooster naar Delft."), "rooster");
    }

    #[test]
    fn what_the_verb_takes_moves_and_no_time_plan_or_place() {
        let said = "Na een nieuwe weging heeft de kustwacht vorige maand de luchtfoto's naar eigen servers gebracht.";
        assert_eq!(moves(said), "luchtfoto's");
        assert_eq!(moves("Tevens wordt de review van de overstap naar een cloud afgerond."), "");
    }

    #[test]
    fn a_town_never_moves_and_a_workplace_in_a_cloud_does() {
        assert_eq!(moves("De kustwacht zet zijn beelden over op de servers in Delft en Assen."), "beelden");
        assert_eq!(moves("De kustwacht beraadt zich op de eerder gekozen cloudwerkplek."), "cloudwerkplek");
        assert_eq!(moves("Het klopt niet dat de kustwacht haar kaarten bij een Deens bedrijf onderbrengt."), "kaarten");
    }

    #[test]
    fn what_is_only_called_the_old_one_points_back_and_this_one_to_the_paragraph_above() {
        let before = ["De griffie huurt sinds 2019 een roosterplatform.", "Het huidige platform is oud."];
        let found = subject("De griffie brengt het platform in mei naar Assen.", &before, &[]);
        assert_eq!(found.as_deref(), Some("roosterplatform"));
        let found = subject("Dit platform verhuist in mei naar een cloud.", &[], &before[..1]);
        assert_eq!(found.as_deref(), Some("roosterplatform"));
    }

    #[test]
    fn a_sort_points_back_to_the_name() {
        let before = ["De griffie gebruikt sinds 2019 de roostermodule van een Fins bedrijf."];
        let found = subject("Die module verhuist in mei naar het rekencentrum in Assen.", &before, &[]);
        assert_eq!(found.as_deref(), Some("roostermodule van een Fins bedrijf"));
    }

    #[test]
    fn a_tender_an_adverb_and_a_way_of_going_never_move() {
        let said = "Er start bij de griffie één aanbestedingstraject voor een clouddienst voor een roostersysteem.";
        assert_eq!(moves(said), "roostersysteem");
        assert_eq!(moves("Pas dan zal het oude griffierooster worden verplaatst."), "oude griffierooster");
        assert_eq!(moves("In mei gaan haar kaarten haven voor haven over naar Assen."), "kaarten");
        assert_eq!(moves("Die verhuizing vindt plaats in april."), "");
    }

    #[test]
    fn where_it_comes_from_is_no_part_of_what_moves() {
        assert_eq!(moves("De overgang van de roosterlijn van een eigen centrale naar Delft is klaar."), "roosterlijn");
    }

    #[test]
    fn the_adjective_of_a_land_never_moves_and_a_website_by_its_address_does() {
        assert_eq!(
            moves("De beeldbank zit midden in een overgang van een Deense naar een Noorse aanbieder."),
            "beeldbank"
        );
        assert_eq!(moves("Voor waterstand.nl is de overstap naar een andere hoster gaande."), "waterstand.nl");
        assert_eq!(moves("Overgang naar Delft gepland"), "");
        assert_eq!(moves("In mei zijn de kaarten van sluizen verhuisd naar Delft."), "kaarten van sluizen");
    }

    #[test]
    fn a_programme_with_a_name_goes_before_what_it_changes() {
        let said = "Voor de omzetting van het roostersysteem is het Programma Kade gestart.";
        assert_eq!(moves(said), "Programma Kade");
    }
}
