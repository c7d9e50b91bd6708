//! The Chamber's own debate reports (VLOS, `vergaderverslag/v1.0`). The border: official Handelingen are publications.

use super::tree::Element;
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::text::Origin;

/// Elements that hold no words of the debate: numbers, times, who was registered.
const REGISTER: &[&str] = &[
    "objectid",
    "vergaderjaar",
    "vergaderingnummer",
    "datum",
    "aanvangstijd",
    "sluiting",
    "eindtijd",
    "zaal",
    "kamer",
    "markeertijdbegin",
    "markeertijdeind",
    "isvoorzitter",
    "fractie",
    "aanhef",
    "verslagnaam",
    "weergavenaam",
    "achternaam",
    "voornaam",
    "functie",
    "dossiernummer",
    "stuknummer",
    "parlisid",
    "besluitvorm",
    "uitslag",
];

/// Reads `root` into `draft`.
pub(super) fn read(root: &Element, draft: &mut Draft) {
    let first = |name: &str| root.all(name).first().map(|e| e.words()).unwrap_or_default();
    for (name, value) in [
        ("kind", "Verslag".to_string()),
        ("title", first("titel")),
        ("date", first("datum").chars().take(10).collect()),
        ("vergaderjaar", first("vergaderjaar")),
    ] {
        if !value.is_empty() {
            draft.properties.push((name.to_string(), value));
        }
    }
    if root.attribute("status").is_some_and(|s| s.eq_ignore_ascii_case("ongecorrigeerd")) {
        draft.warn("dit verslag is ongecorrigeerd");
    }
    walk(root, &format!("/{}", root.name), 1, draft);
}

fn walk(e: &Element, path: &str, level: u8, draft: &mut Draft) {
    match e.name.as_str() {
        "titel" | "onderwerp" => {
            let words = e.words();
            let said = draft.blocks.last().is_some_and(|b| b.text == words);
            if !said {
                draft.push(DraftBlock::with(BlockKind::Heading { level }, Origin::path(path), &words));
            }
        }
        "woordvoerder" | "interrumpant" => turn(e, path, level, draft),
        "alinea" => {
            let mut block = DraftBlock::new(BlockKind::Paragraph, Origin::path(path));
            for item in e.elements() {
                block.push(" ");
                block.push(&item.words());
            }
            if e.has_words() {
                block.push(&e.words());
            }
            draft.push(block);
        }
        name if REGISTER.contains(&name) || name == "spreker" || name == "zaak" => {}
        name => {
            let level = if name.starts_with("activiteit") { level.saturating_add(1).min(9) } else { level };
            if e.elements().next().is_none() && e.has_words() {
                draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::path(path), &e.words()));
            }
            for (child, place) in e.children() {
                walk(child, &format!("{path}/{place}"), level, draft);
            }
        }
    }
}

/// A turn: who speaks, then the words. Most reports print the speaker as the first words of the text.
fn turn(e: &Element, path: &str, level: u8, draft: &mut Draft) {
    let before = draft.blocks.len();
    for (child, place) in e.children() {
        walk(child, &format!("{path}/{place}"), level, draft);
    }
    let Some(speaker) = e.child("spreker") else { return };
    let part = |name: &str| speaker.child(name).map(Element::words).unwrap_or_default();
    let (address, name, party) = (part("aanhef"), part("verslagnaam"), part("fractie"));
    let Some(first) = draft.blocks.get_mut(before) else { return };
    if let Some(end) = first.text.find(':').filter(|end| !name.is_empty() && first.text[..*end].contains(&name)) {
        let rest = first.split_off(end + 1);
        first.kind = BlockKind::Speaker;
        if !rest.is_empty() {
            draft.blocks.insert(before + 1, rest);
        }
    } else if !name.is_empty() {
        let party = if party.is_empty() { party } else { format!(" ({party})") };
        let line = format!("{address} {name}{party}:");
        let place = Origin::path(format!("{path}/spreker"));
        draft.blocks.insert(before, DraftBlock::with(BlockKind::Speaker, place, &line));
    }
}
