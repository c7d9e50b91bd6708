//! The Chamber's own debate reports (VLOS, `vergaderverslag/v1.0`). The border: official Handelingen are publications.
//!
//! - [x] titles, paragraphs, turns of speakers and of those who interrupt, in the order they spoke; who goes on after an
//!   interruption is named again
//! - [x] speakers with name and party, ministers with their department, the chair as chair; where the report prints no
//!   speaker, the line is made of the fields that it carries
//! - [x] motions in the report, with the number of their case where the file gives it
//! - [x] day, title, year; whether the report is uncorrected or a first version
//! - [x] any element may be absent; one of an unknown name gives its words
//! - [ ] votes and decisions (`besluit`): their words only

use super::tree::Element;
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::text::{Origin, date_at};

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
    "isdraad",
    "fractie",
    "aanhef",
    "verslagnaam",
    "weergavenaam",
    "achternaam",
    "voornaam",
    "functie",
    "dossiernummer",
    "dossiertoevoeging",
    "stuknummer",
    "parlisid",
    "besluitvorm",
    "uitslag",
    "spreker",
    "zaak",
    "zaakactor",
    "voorzitter",
];

/// Reads `root` into `draft`.
pub(super) fn read(root: &Element, draft: &mut Draft) {
    let meeting = root.child("vergadering").unwrap_or(root);
    let own = |name: &str| meeting.child(name).map(Element::words).unwrap_or_default();
    let title = own("titel");
    let day = own("datum");
    // "2031-02-06T00:00:00"; where it is absent, the title bears the day.
    let day = day.get(..10).map(str::to_string).or_else(|| date_at(&title).map(|d| d.to_string()));
    for (name, value) in [
        ("kind", "Verslag".to_string()),
        ("title", title),
        ("date", day.unwrap_or_default()),
        ("vergaderjaar", own("vergaderjaar")),
    ] {
        if !value.is_empty() {
            draft.properties.push((name.to_string(), value));
        }
    }
    let is = |name: &str, value: &str| root.attribute(name).is_some_and(|v| v.eq_ignore_ascii_case(value));
    if is("status", "ongecorrigeerd") {
        draft.warn("dit verslag is ongecorrigeerd");
    } else if is("status", "casco") || is("soort", "tussenpublicatie") || is("soort", "voorpublicatie") {
        draft.warn("dit verslag is nog niet af");
    }
    Walk { draft, level: 1 }.element(root, &format!("/{}", root.name));
}

struct Walk<'d> {
    draft: &'d mut Draft,
    /// The level of the next heading.
    level: u8,
}

impl Walk<'_> {
    fn element(&mut self, e: &Element, path: &str) {
        match e.name.as_str() {
            "titel" | "onderwerp" => self.heading(e, path),
            "woordvoerder" | "interrumpant" => self.turn(e, path),
            "draadboekfragment" => self.fragment(e, path),
            "alinea" => self.paragraph(e, path),
            name if REGISTER.contains(&name) => {}
            name => {
                let level = self.level;
                if name.starts_with("activiteit") {
                    self.level = level.saturating_add(1).min(9);
                }
                if e.has_words() {
                    // Words between elements of no known name: one paragraph, whatever is in it.
                    self.draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::path(path), &e.words()));
                } else {
                    self.inside(e, path);
                }
                self.level = level;
            }
        }
    }

    fn inside(&mut self, e: &Element, path: &str) {
        for (child, place) in e.children() {
            self.element(child, &format!("{path}/{place}"));
        }
    }

    /// A title, unless it says again what stands right above it: activity, its head and its subject often share one.
    fn heading(&mut self, e: &Element, path: &str) {
        let words = e.words();
        let said = self.draft.blocks.last().is_some_and(|b| b.text == words);
        if !said {
            let kind = BlockKind::Heading { level: self.level };
            self.draft.push(DraftBlock::with(kind, Origin::path(path), &words));
        }
    }

    fn paragraph(&mut self, e: &Element, path: &str) {
        let mut block = DraftBlock::new(BlockKind::Paragraph, Origin::path(path));
        if e.has_words() {
            block.push(&e.words());
        } else {
            for item in e.elements() {
                block.push(" ");
                block.push(&item.words());
            }
        }
        self.draft.push(block);
    }

    /// A turn: who speaks, then the words, broken off by those who interrupt.
    fn turn(&mut self, e: &Element, path: &str) {
        let speaker = e.child("spreker");
        let chair = e.child("isvoorzitter").is_some_and(|c| matches!(c.words().as_str(), "true" | "1"));
        let mut announced = false;
        for (child, place) in e.children() {
            let before = self.draft.blocks.len();
            let path = format!("{path}/{place}");
            self.element(child, &path);
            if matches!(child.name.as_str(), "interrumpant" | "woordvoerder" | "draadboekfragment") {
                announced = false;
            } else if !announced && self.draft.blocks.len() > before {
                announced = true;
                self.announce(speaker, chair, before, &path);
            }
        }
    }

    /// Sees to it that the words from block `at` on open with who speaks: as printed, else from the speaker's fields.
    fn announce(&mut self, speaker: Option<&Element>, chair: bool, at: usize, path: &str) {
        let part = |name: &str| speaker.and_then(|s| s.child(name)).map(Element::words).unwrap_or_default();
        let (name, made) = (part("verslagnaam"), line(&part, chair));
        let Some(first) = self.draft.blocks.get_mut(at) else { return };
        let printed = first.text.find(':').filter(|end| {
            let before = &first.text[..*end];
            before.chars().count() < 120
                && (!name.is_empty() && before.contains(&name) || before.to_lowercase().ends_with("voorzitter"))
        });
        if let Some(end) = printed {
            let rest = first.split_off(end + 1);
            first.kind = BlockKind::Speaker;
            // A minister is printed by name alone; the fields tell of which department.
            if let Some(made) = made.filter(|m| m.contains(" (") && !first.text.contains('(') && !chair) {
                *first = DraftBlock::with(BlockKind::Speaker, first.places[0].1.clone(), &made);
            }
            if !rest.is_empty() {
                self.draft.blocks.insert(at + 1, rest);
            }
        } else if let Some(made) = made {
            self.draft.blocks.insert(at, DraftBlock::with(BlockKind::Speaker, Origin::path(path), &made));
        }
    }

    /// A text that was laid on the table: a motion bears the number of its case as a link on its first words.
    fn fragment(&mut self, e: &Element, path: &str) {
        let before = self.draft.blocks.len();
        self.inside(e, path);
        let case = e.all("zaak").into_iter().find(|z| z.child("stuknummer").is_some());
        let Some(case) = case else { return };
        let part = |name: &str| {
            let words = case.child(name).map(Element::words).unwrap_or_default();
            words.chars().filter(char::is_ascii_alphanumeric).collect::<String>()
        };
        let (mut dossier, addition, number) = (part("dossiernummer"), part("dossiertoevoeging"), part("stuknummer"));
        if !addition.is_empty() {
            dossier = format!("{dossier}-{addition}");
        }
        let opening = self.draft.blocks.iter_mut().skip(before).find(|b| b.text.starts_with("De Kamer"));
        if let Some(block) = opening.filter(|_| !dossier.is_empty() && !number.is_empty()) {
            block.links.push((0.."De Kamer".len(), format!("kst-{dossier}-{number}")));
        }
    }
}

/// "De voorzitter:", "Mevrouw Zeeman (VVD):", "Minister Zeeman (Defensie):", of the fields of a speaker.
fn line(part: &impl Fn(&str) -> String, chair: bool) -> Option<String> {
    if chair {
        return Some("De voorzitter:".to_string());
    }
    let name = Some(part("verslagnaam")).filter(|n| !n.is_empty()).unwrap_or_else(|| part("achternaam"));
    if name.is_empty() {
        return None;
    }
    let function = part("functie");
    let lower = function.to_lowercase();
    let role = ["minister-president", "minister", "staatssecretaris"].into_iter().find(|r| lower.starts_with(r));
    let (address, of) = match role {
        Some(role) => {
            let rest = function.get(role.len()..).unwrap_or_default().trim_start_matches([',', ' ']);
            let of = rest.strip_prefix("van ").or_else(|| rest.strip_prefix("voor ")).unwrap_or_default();
            let mut letters = role.chars();
            let role: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            (role, of.to_string())
        }
        None => (part("aanhef"), part("fractie")),
    };
    let of = if of.is_empty() { of } else { format!(" ({of})") };
    Some(format!("{address} {name}{of}:").trim_start().to_string())
}
