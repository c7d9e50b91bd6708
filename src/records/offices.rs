//! Which ministry a minister or staatssecretaris speaks for in a report of a debate or of written questions, as the report
//! itself says: "mevrouw Jansen, minister van X", "voorgelegd aan de minister van X". The border: the one report; no list
//! of who held which office when.

use super::Actor;
use crate::document::{BlockKind, Document, Kind};
use crate::lexicon::{ActorKind, actors_in};
use crate::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// Blocks in which a report introduces those present.
const OPENING: usize = 40;

/// Per block the ministry of the member of the government that speaks there; nothing in other documents than reports.
pub(super) fn speaking(doc: &Document) -> Vec<Option<Actor>> {
    let mut each = vec![None; doc.blocks.len()];
    if doc.meta.kind != Kind::Verslag {
        return each;
    }
    let known = introduced(doc);
    let mut offices: Vec<Actor> = known.iter().map(|(_, office)| office.clone()).collect();
    offices.extend(addressed(doc));
    offices.sort();
    offices.dedup();
    let only = match &offices[..] {
        [only] => Some(only.clone()),
        _ => None,
    };
    let spoken = doc.blocks.iter().any(|b| b.kind == BlockKind::Speaker);
    // In written consultation no one takes the floor: what is no question is the minister's answer.
    let mut now = if spoken { None } else { only.clone() };
    for (block, office) in doc.blocks.iter().zip(&mut each) {
        if block.kind == BlockKind::Speaker {
            now =
                of_speaker(doc.of(block.span), &known).or_else(|| only.clone().filter(|_| governs(doc.of(block.span))));
        }
        office.clone_from(&now);
    }
    each
}

fn governs(speaker: &str) -> bool {
    let start = fold(speaker);
    start.starts_with("minister") || start.starts_with("staatssecretaris")
}

/// The ministry of "Minister De Boer:".
fn of_speaker(speaker: &str, known: &[(String, Actor)]) -> Option<Actor> {
    if !governs(speaker) {
        return None;
    }
    let folded = fold(speaker);
    let name = folded.split_once(' ')?.1.trim_end_matches([':', ' ', '.']);
    let by_name = known.iter().find(|(who, _)| who == name || name.ends_with(who.as_str()));
    by_name.map(|(_, office)| office.clone()).or_else(|| ministry(speaker))
}

/// Names with the ministry they are introduced with.
fn introduced(doc: &Document) -> Vec<(String, Actor)> {
    static WHO: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:de heer|mevrouw|[Mm]inister|[Ss]taatssecretaris)\s+(?P<name>(?:(?:van|de|der|den|ter|ten|het|Van|De|Der|Den|Ter|Ten)\s){0,3}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?),?\s\(?(?:(?:vice)?(?:minister-president),?\s(?:en\s)?)?(?:[Mm]inister|[Ss]taatssecretaris)\s(?:van|voor)\s(?P<office>[^.:;()]{3,120})")
            .expect("constant pattern")
    });
    let mut found = Vec::new();
    for block in doc.blocks.iter().take(OPENING) {
        for c in WHO.captures_iter(doc.of(block.span)) {
            if let Some(office) = ministry(&c["office"]) {
                found.push((fold(&c["name"]), office));
            }
        }
    }
    found
}

/// Ministries whose minister the opening names.
fn addressed(doc: &Document) -> Vec<Actor> {
    static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:minister|staatssecretaris|bewindspersoon) (?:van|voor) (?P<office>[^.:;()]{3,90})")
            .expect("constant pattern")
    });
    let opening = doc.blocks.iter().take(OPENING).take_while(|b| b.kind != BlockKind::Speaker);
    let words: Vec<&str> = opening.map(|b| doc.of(b.span)).collect();
    words.iter().flat_map(|w| OFFICE.captures_iter(w)).filter_map(|c| ministry(&c["office"])).collect()
}

/// The first ministry that `words` name.
fn ministry(words: &str) -> Option<Actor> {
    actors_in(words).find(|(_, entry)| entry.kind == ActorKind::Ministerie).map(|(_, entry)| entry.abbr.clone())
}
