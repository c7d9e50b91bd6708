//! What moves, in the words of the text. The border: one sentence and those before it go in; the words of a thing come
//! out, or nothing where the sentence names none.

use super::super::constant;
use crate::lexicon::actors_in;
use regex::Regex;
use std::sync::LazyLock;

/// Nouns that say little without what they are about.
const ABOUT: &str = "besturing|opslag|website|verwerking|gegevens|registratie|hosting|beheer|omgeving|uitwijk|testomgevingen?|archief|back-up";

/// Words of a thing: adjectives and nouns, with what an abstract noun is about ("opslag van beelden").
const THING: &str = r"((?:(?:besturing|opslag|website|verwerking|gegevens|registratie|hosting|beheer|omgeving|uitwijk|testomgeving|testomgevingen) (?:van|met|over|voor) (?:de |het )?)?(?:[\p{Ll}\d][\p{L}\d-]* )?(?:[\p{Ll}\d][\p{L}\d-]* )?[\p{L}\d][\p{L}\d/-]*)";

/// A name of a programme, system or product: "Programma Nieuwe Kade", "Digipoort".
static PROGRAMME: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"\b(?:[Pp]rogramma|[Pp]roject|[Tt]raject) (?:(\p{Lu}[\p{L}-]*(?: [\p{L}-]+){1,5} \([A-Z][A-Z\d-]+\))|((?:\p{Lu}[\p{L}\d-]*|IV)(?:[ -](?:\p{Lu}[\p{L}\d-]*|voor))*))",
    )
});

/// Where a sentence names what moves, the surest first.
static WAYS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let article = r"(?:het |de |haar |zijn |hun |een |alle |ons |onze |uw )?";
    let stop = r"(?: (?:naar|via|is|in|op|bij|aan|uit|van|door|wordt|worden|heeft|staat|loopt|gaat|die|dat|voor|te|onder|over|daar|wil|als|rond|geheel|volledig|vorig|volgend|zijn|zelf|opnieuw|kunnen|kan|zullen|zal|haalbaar|met|met ingang|per|vanaf|begin|medio|eind|op dit moment|momenteel|terug|dit|deze|niet|en|waarin|waarmee|waarvan|waarop|sinds|stapsgewijs|gefaseerd|inmiddels|thans|in \d{4})\b|[,.;:)]|$)";
    let noun = r"(?:[\p{L}-]*[Mm]igraties?|[Vv]erhuizing(?:en)?|[Oo]vergang|[Oo]verstap|[Oo]verzetting|[Vv]erplaatsing|[Oo]verheveling|[Oo]verbrenging|[Vv]ernieuwing|[Vv]ervanging|[Oo]pvolging|[Tt]erugkeer|verplaatsen|overzetten|migreren|overbrengen|verhuizen|onderbrengen|terughalen|leegmaken)";
    [
        format!(r"\b{noun} van {article}{THING}{stop}"),
        r"\b(?:opvolger|overgang (?:\w+ ){0,4}naar) ((?:\p{Lu}[\w-]*)(?: \p{Lu}[\w-]*)*)".to_string(),
        format!(r"\b(?:om|of|voornemen|dat) (?:ook )?(?:het|de|haar|zijn|hun) {THING}(?: (?:uit|naar|bij|in|onder|over|te|als|kan|kunnen|daar|op|van|voor|wordt|worden)\b|, (?:dat|die)\b)"),
        format!(r"\b(?:verplaatst|verhuist|zet|brengt|haalt|migreert|vervangt|vernieuwt|heeft|had|plaatst|hevelt|verplaatsen|verhuizen|brengen|nemen|neemt) (?:op dit moment |momenteel |nu |thans |(?:in|per|vanaf|sinds) [^ ]+ (?:en [^ ]+ )?)?(?:zijn|haar|het|de|hun) {THING}{stop}"),
        format!(r"\b(?:zijn|haar|hun) {THING} (?:als|in|naar|bij|uit|onder|over|op|van|te|door|terug|niet)\b"),
        format!(r"\b[Vv]oor (?:het|de) {THING} (?:van|is|wordt|sinds|ligt|geldt|loopt)\b"),
        r"\b[Rr]ondom ([\p{L}]+(?: [\p{L}]+)?)".to_string(),
        r"\b(?:werkplek)\s?\(([^)]{3,60})\)".to_string(),
        r"\b((?:MS|Microsoft) Teams)\b".to_string(),
        r"\b(?:voor|van|naar) (?:een|het|de) ((?:[A-Z]{2,}-)?\p{Ll}*(?:systeem|portaal|register|applicatie)(?: \p{Ll}{5,})?)\b".to_string(),
        r"\b(\p{L}*werkplek)".to_string(),
        format!(r"(?:^|[;:] |, (?:terwijl |en )?|\b(?:is|wordt|worden|gaat|gaan|zal|zullen|dat|ook|of) )(?:de|het|De|Het|haar|zijn|Deze|alle) {THING} (?:is|zijn|wordt|worden|gaat|gaan|verhuist|verhuizen|draait|draaien|blijft|blijven|staat|staan|keert|keren|zal|zullen|in|naar|sinds|met ingang|onder|bij)\b"),
        r"^(\p{Lu}[\p{L}\d-]+) (?:blijft|blijven|verhuist|verhuizen|draait|draaien|wordt|worden|gaat|gaan|is|zijn)\b".to_string(),
        r"\b((?:\p{L}+-)?\p{L}*(?:systemen|registraties?|registers?|portaal|dossiers|archief|databank|postbussen|administratie|view|back-up|e-mail|bestanden|roosters))\b".to_string(),
        r"\b([A-Z]{3,}) \(".to_string(),
        r"\b(\p{L}*systeem)\b".to_string(),
        r"\bverplaatsen van ((?:\p{Lu}\w+))".to_string(),
    ]
    .iter()
    .map(|p| constant(p))
    .collect()
});

/// What moves, as the sentence says it; where it only points back, what the sentences before it say moves.
pub(super) fn subject(said: &str, before: &[&str]) -> Option<String> {
    static BACK: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:dat|die|dit|deze|genoemde|een|de|dergelijke|zo'n|zo’n) (?:systeem|dienst|toepassing|module|voorziening|index|portaal|overgang|overstap|verplaatsing|verplaatsingen|overzetting|verhuizing|stap|voornemen|plan|besluit)|^die|^dit|^dat|^deze)\b",
        )
    });
    let own = named(said);
    let weak = BACK.is_match(said) && own.as_ref().is_none_or(|o| o.split_whitespace().count() == 1 && o.len() < 8);
    if own.is_some() && !weak {
        return own;
    }
    before.iter().rev().find_map(|s| named(s).or_else(|| thing(s))).or(own)
}

/// What a sentence that does not move anything speaks of: the system it names, else what it begins with.
fn thing(said: &str) -> Option<String> {
    static SYSTEM: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b((?:\p{L}+-)?\p{L}{3,}(?:systeem|systemen|registraties?|registers?|portaal|dossiers|archief|databank|postbussen|administratie|view|data|software|module|voorziening))\b",
        )
    });
    static FIRST: LazyLock<Regex> =
        LazyLock::new(|| constant(&format!(r"^(?:De|Het) {THING} (?:is|zijn|wordt|staat|staan|draait)\b")));
    static LAST: LazyLock<Regex> = LazyLock::new(|| constant(&format!(r"\bis (?:de|het) {THING}[.;]?$")));
    let all = [&SYSTEM, &LAST, &FIRST];
    let found = all.iter().filter_map(|way| way.captures(said)?.get(1)).map(|m| m.as_str().trim());
    found.into_iter().find(|thing| moves(thing)).map(str::to_string)
}

/// What moves, if the sentence names it.
pub(super) fn named(said: &str) -> Option<String> {
    static SETTING: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:onder|binnen|in) (?:het|de) (?:\S+ ){0,2}$"));
    static HEAD: LazyLock<Regex> = LazyLock::new(|| constant(r"^(\p{L}[^.:;]{2,60}): "));
    static VERB: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:is|zijn|heeft|hebben|wordt|worden|werd|loopt|lopen|gaat|gaan|zal|start|verhuist|stapt|komt|blijft|keren|keert|geldt|staan|staat|nemen|neemt|draait|draaien|werkt|werken|verplaatst|brengt|haalt|vervangt|bouwt|gebruikt|gebruiken|maakt|maken|volgt|volgen|migreert|stond|bepaalt)\b",
        )
    });
    let label = said.trim_end_matches(['.', ' ']);
    if !label.contains(". ") && label.split_whitespace().count() <= 10 && !VERB.is_match(label) {
        return Some(label.to_string());
    }
    if let Some(head) = HEAD.captures(said).and_then(|c| c.get(1)) {
        return Some(head.as_str().to_string());
    }
    let programme = PROGRAMME.captures(said).and_then(|c| {
        let whole = c.get(0).filter(|m| !SETTING.is_match(&said[..m.start()]))?;
        let name = c.get(1).or(c.get(2))?;
        // A bare name says little without "programma" before it.
        Some(if name.as_str().contains([' ', '-']) { name.as_str() } else { whole.as_str() })
    });
    let other = || {
        WAYS.iter().find_map(|way| {
            way.captures_iter(said).filter_map(|c| c.get(1)).map(|m| trimmed(m.as_str())).find(|t| moves(t))
        })
    };
    programme.or_else(other).map(str::to_string)
}

/// The words of a thing without what follows it: a place, a time, the verb.
fn trimmed(words: &str) -> &str {
    static ABSTRACT: LazyLock<Regex> =
        LazyLock::new(|| constant(&format!("^(?:{ABOUT}) (?:van|met|over|voor) (?:de |het )?")));
    static REST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r" (?:naar|in|op|bij|van|uit|onder|over|te|als|door|aan|via|vanaf|per|voor|met|en|die|dat|dit|deze|af|gaat|gaan|overgebracht|overgezet|gemigreerd|verplaatst|ondergebracht|gehost|wordt|worden|is|zijn|kan|kunnen|niet|ook|terughalen|verplaatsen|overzetten|migreren|overbrengen|verhuizen|onderbrengen|plaatsen)\b.*$",
        )
    });
    let words = words.trim();
    let from = ABSTRACT.find(words).map_or(0, |m| m.end());
    let end = REST.find(&words[from..]).map_or(words.len(), |m| from + m.start());
    &words[..end]
}

/// Whether words name a thing that can move: not an actor, a place of processing, a move or a pointer.
fn moves(thing: &str) -> bool {
    static NOT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:migraties?|verhuizingen|in|op|bij|uit|van|naar|daarbij|daarnaast|hierbij|hiervoor|daarvoor|derde stap|te|zeer)\b|^(?:\w+ )*(?:\w*verhuizing(?:en)?|\w*migraties?|overgang|overstap|overzetting|verplaatsing(?:en)?|stap|voornemen|plan|plannen|besluit|keuze|motie|kamer|minister|staatssecretaris|kabinet|ministeries?|kerndepartement|departement(?:en)?|dienst|inspectie|instituut|politie|organisaties?|leverancier|aanbieder|datacent(?:er|rum)|rekencentrum|cloud|rest|vraag|planning|afronding|uitkomst|optie|optie van|eigen|ene|andere|aanbesteding|het|de|die|dat|er|dit|deze|ook|er ook|men|zij|hij|wij|ik|sprake|is|nog|niet|zaak|oordeel|stand|jaar|overgangen|onderzoek|verkenning|proef|pilot|gesprek|eerste|laatste|tweede|commissie|helft|termijn|contract|voorbereiding|voorts|wel|verder|daarvan|hiervan|daarmee|hiermee|aanvankelijk|inmiddels|momenteel|thans|einde|begin|vernieuwing|vervanging|opvolging|onderdeel|uitgangspunt|tevens|eveneens|bovendien|belang|aandacht|doel|gebied|manier|dilemma)$",
        )
    });
    thing.chars().count() > 2
        && !NOT.is_match(thing)
        && actors_in(thing).next().is_none_or(|(at, _)| at.len() < thing.len())
}
