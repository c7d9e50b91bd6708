//! Who moved a motion, as the words around its number say: "Het lid Vos vroeg in haar motie (…)", "(nr. 12) van de leden
//! A en B". The border: a motion by name ("motie-Vos") carries its movers itself; what is said aloud is for `spoken`.

use super::mention::Mention;
use crate::document::Person;
use crate::records::{Context, constant};
use crate::rules::people;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// "… nr. 6 van het lid Vos": the members behind a number, who propose motions and amendments only.
pub(super) static OF_MEMBERS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^\)? van (?:het lid|de leden)\b"));

/// The rule of a motion that a letter names by who put it in and what it is about.
const PUT_IN: &str = "motie-op-naam";

/// Motions that are said to be put in, with who moved them and their subject but no number: "Tot slot heeft het lid Vos een
/// motie ingediend over steigers, waarin wordt gevraagd …".
pub(super) fn put_in(ctx: &Context) -> Vec<Mention> {
    static WHO: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:heeft|hebben|diende|dienden) (?P<p>(?:het lid|de leden) [^.;:()]{2,90}?),? (?:in [^.;:()]{2,40} )?een motie (?:ingediend|in)\b",
        )
    });
    let mut found = Vec::new();
    let says = |words: &str| words.contains("een motie in") && WHO.is_match(words);
    for block in ctx.doc.blocks.iter().filter(|b| says(ctx.doc.of(b.span)) && !ctx.asked(b.span.start())) {
        for (_, unit) in ctx.reading.sentences_in(block.span).iter().copied() {
            let Some(said) = WHO.captures(ctx.doc.of(unit)) else { continue };
            let end = unit.start() + said.get(0).map_or(0, |m| m.end());
            let indieners: Vec<Person> = people(&said["p"]).into_iter().map(|(_, person)| person).collect();
            found.extend(Mention::of_subject(ctx, unit, end, indieners, PUT_IN));
        }
    }
    found
}

/// Proposers that the sentence gives in a form that is no motion by name: "de motie van de leden, A (P) en B (Q) om".
pub(super) fn proposers(ctx: &Context, unit: Span, end: usize) -> Vec<Person> {
    static MEMBERS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bmotie\b(?:[^.;]|\bnrs?\.){0,40}?\bvan (?:het lid|de leden|de kamerleden|kamerlid)\b,?(?P<p>.+?)(?:\b(?:om|over|inzake|die|waarin|waarmee|betreffende|verzoekt|vraagt|wordt|is)\b|$)",
        )
    });
    static ASKED_BY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:het lid|de leden)\b.{2,80}\b(?:heeft|hebben)\b.*\b(?:gevraagd|verzocht)\b|\b(?:door|hebben|heeft) (?:het lid|de leden|het kamerlid)\b.*\b(?:gevraagd|verzocht|ingediend|motie)\b|\bmotie\b.*\b(?:hebben|heeft|door) (?:het lid|de leden)\b|\b(?:verzoekt|verzoeken|verzocht|verzochten|vraagt|vragen|vroeg|vroegen|diende|dienden|bepleit|bepleitten|pleitte|pleitten|riep|riepen) (?:(?:het|de) (?:kamer)?(?:lid|leden)|kamerlid|mevrouw|de heer)\b|^(?:het lid|de leden)\b.{2,80}\b(?:vroeg|vroegen|verzocht|verzochten)\b|^(?:het lid|de leden)\b.{2,120}\b(?:heeft|hebben)\b.*\b(?:motie|ingediend)\b",
        )
    });
    /// "de motie op stuk nr. 6 van mevrouw Vos": whoever stands behind a number that is a motion's.
    static OF_PEOPLE: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)^\)?,? van (?:het (?:kamer)?lid|de (?:kamer)?leden|kamerlid|de he(?:er|ren)|mevrouw|collega)\b")
    });
    /// What goes on after the members behind a number.
    static OF_WHICH: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)[.;:?!]|\b(?:om|over|inzake|die|waarin|waarmee|betreffende|verzoekt|verzocht|vraagt|vroeg|roept|bevat|is|wordt|gaat|krijgt|kan|laat|ontraad|geef|wil|zou|vind|heb|heeft|daar\w*)\b",
        )
    });
    /// "de motie op stuk nr. 12 (Vos)": the name behind the number.
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"^[\s,]*\((?P<n>(?:(?:[Vv]an|[Dd]e|[Dd]en|[Tt]er)\s)*\p{Lu}[\p{L}'’/ -]{1,40}(?:\sc\.s\.)?)\)")
    });
    /// "Het lid Vos vroeg in haar motie", "In een motie vroeg het lid Vos", "het verzoek van het lid Vos": members, and what
    /// is theirs.
    static THEIRS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)(\b(?:het lid|de leden|kamerlid|de heer|mevrouw) [^.;:]{2,90}?)\b(?:zijn|haar|hun) (?:\w+ )?motie\b|\bmotie (?:vroeg|vroegen|vraagt|verzocht|verzochten|verzoekt|riep|riepen) ((?:het lid|de leden|kamerlid|de heer|mevrouw) .{2,80})|\b(?:verzoek|oproep|wens) van ((?:het lid|de leden|kamerlid|de heer|mevrouw) .{2,80})|^((?:het lid|de leden|kamerlid|de heer|mevrouw) [^.;:]{2,60}?)\b(?:vroeg|vroegen|verzocht|verzochten|diende|dienden|hebben (?:\w+ )?(?:de|een) motie) (?:om|mij|de regering|het kabinet|in|op|een motie in)\b",
        )
    });
    let met = |words: &str| people(words).into_iter().map(|(_, person)| person).collect::<Vec<_>>();
    let after = ctx.doc.text().get(end..).unwrap_or_default();
    if let Some(name) = BEHIND.captures(after.lines().next().unwrap_or_default()).and_then(|c| c.name("n")) {
        let party = crate::lexicon::party(name.as_str()).is_some();
        let names = if party { Vec::new() } else { met(&format!("de leden {}", name.as_str())) };
        if !names.is_empty() {
            return names;
        }
    }
    if OF_PEOPLE.is_match(after) {
        let line = after.lines().next().unwrap_or_default();
        let end = OF_WHICH.find(line).map_or(line.len(), |m| m.start());
        return met(&line[..end]);
    }
    let lead = ctx.doc.text().get(unit.start()..end.max(unit.start())).unwrap_or_default();
    // "De tweede motie[1] is van de leden …": the mark may stand before the names; and the sentence before may name them.
    let rest = ctx.doc.of(unit);
    let block = ctx.doc.block_at(unit.start()).map_or(unit, |b| b.span);
    let before = ctx.doc.text().get(block.start()..unit.start()).unwrap_or_default();
    let of = |words: &str| {
        let members = MEMBERS.captures(words)?.name("p")?.as_str();
        Some(met(&format!("de leden {}", members.trim_matches([' ', ',', '(']))))
    };
    // "Door de leden A en B is bij motie (…) verzocht": the members stand before the motion. What the sentence itself says
    // comes before what the one before it says of another motion.
    let theirs = || Some(met(THEIRS.captures(rest)?.iter().skip(1).flatten().next()?.as_str()));
    let asked_by = |words: &str| ASKED_BY.is_match(words).then(|| met(words));
    of(lead)
        .or_else(|| of(rest))
        .or_else(theirs)
        .or_else(|| asked_by(rest))
        .or_else(|| of(before))
        .or_else(|| asked_by(before))
        .unwrap_or_default()
}
