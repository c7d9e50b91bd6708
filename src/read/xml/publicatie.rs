//! Official publications, and any XML whose root is not known. The border: VLOS reports have their own file.

use super::tree::{Element, Node};
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::text::constant;
use crate::text::{Date, Origin, date_at};
use regex::Regex;
use std::sync::LazyLock;

/// Elements that stand inside running text.
const INLINE: &[&str] = &[
    "nadruk",
    "sup",
    "inf",
    "sub",
    "extref",
    "intref",
    "dossierref",
    "datum",
    "ondernummer",
    "dossiernr",
    "raadnr",
    "begrotingshoofdstuk",
    "rijkswetnr",
    "noot",
    "nootref",
    "naam",
    "achternaam",
    "voornaam",
    "voorvoegsels",
    "politiek",
    "functie",
    "organisatie",
    "plaats",
    "b",
    "i",
    "em",
    "strong",
    "u",
    "a",
    "span",
    "br",
    "redactie",
    "nieuw",
    "isodatum",
    "onderstreept",
];

/// Reads `root` into `draft`.
pub(super) fn read(root: &Element, draft: &mut Draft) {
    properties(root, draft);
    let mut walk = Walk { draft, heading: 1, owed: Blank::None };
    walk.element(root, &format!("/{}", root.name));
}

/// What the file says of itself, under the names that `xml.rs` lists.
fn properties(root: &Element, draft: &mut Draft) {
    static RECORD: LazyLock<Regex> = LazyLock::new(|| constant(r"\b(?:kst|ah|h|kv|blg|nds)-[0-9A-Za-z-]+"));
    let meta: Vec<(&str, &str, &str)> = root
        .child("metadata")
        .into_iter()
        .flat_map(Element::elements)
        .filter_map(|m| {
            Some((m.attribute("name")?, m.attribute("scheme").unwrap_or_default(), m.attribute("content")?))
        })
        .collect();
    let first = |name: &str| meta.iter().find(|(n, ..)| n.eq_ignore_ascii_case(name)).map(|(.., c)| *c);
    let mut say = |name: &str, value: String| {
        if !value.is_empty() {
            draft.properties.push((name.to_string(), value));
        }
    };
    let outside = first("DC.identifier").map(str::to_string).or_else(|| {
        first("OVERHEIDop.externMetadataRecord").and_then(|url| Some(RECORD.find(url)?.as_str().to_string()))
    });
    let mut dossiers: Vec<String> = Vec::new();
    for number in root.all("dossiernummer") {
        let dossier = dossier(number);
        if !dossier.is_empty() && !dossiers.contains(&dossier) {
            dossiers.push(dossier);
        }
    }
    let number = root
        .all("ondernummer")
        .first()
        .map(|e| e.words())
        .or_else(|| first("OVERHEIDop.ondernummer").map(str::to_string));
    let number = number.map(|n| n.chars().filter(char::is_ascii_alphanumeric).collect::<String>()).unwrap_or_default();
    let own: Vec<String> = match number.as_str() {
        "" => Vec::new(),
        number => dossiers.iter().map(|d| format!("kst-{d}-{number}")).collect(),
    };
    // Filed under several dossiers, a document is known by one of them: the metadata tells which.
    let identifier = own.iter().find(|id| outside.as_ref() == Some(id)).or(own.first()).or(outside.as_ref()).cloned();
    let identifier = identifier.or_else(|| numbered(root));
    if let (Some(id), Some(other)) = (&identifier, &outside)
        && id != other
    {
        draft.warnings.push(format!("de metadata noemt {other}, de tekst zelf {id}: de tekst is aangehouden"));
    }
    if dossiers.is_empty() {
        let from = identifier.as_deref().and_then(|id| id.strip_prefix("kst-")?.rsplit_once('-'));
        dossiers.extend(
            from.map(|(dossier, _)| dossier.to_string())
                .or_else(|| first("OVERHEIDop.dossiernummer").map(str::to_string)),
        );
    }
    say("identifier", identifier.unwrap_or_default());
    for dossier in dossiers {
        say("dossier", dossier);
    }
    say("nummer", number);
    let stuk = root.all("stuk").first().copied();
    let title = first("OVERHEIDop.documenttitel").map(str::to_string);
    let printed = stuk.and_then(|s| s.child("titel")).or(root.all("item-titel").first().copied()).map(Element::words);
    say("title", title.or(printed).unwrap_or_default());
    let above = root.all("dossier").first().and_then(|d| d.child("titel")).map(Element::words);
    say("dossiertitel", above.or_else(|| first("OVERHEIDop.dossiertitel").map(str::to_string)).unwrap_or_default());
    let kind = meta.iter().find(|(n, s, _)| *n == "DC.type" && s.ends_with("KamerstukTypen")).map(|(.., c)| *c);
    let root_kind =
        ["handelingen", "aanhangsel", "kamervragen"].into_iter().find(|n| root.name == *n || root.child(n).is_some());
    say(
        "kind",
        kind.or(root_kind.map(|n| if n == "handelingen" { "Handelingen" } else { "Aanhangsel" }))
            .unwrap_or_default()
            .to_string(),
    );
    // A debate was held on one day; a day somewhere in its words is another one.
    let met = met(root).map(|d| d.to_string()).or_else(|| first("OVERHEIDop.datumVergadering").map(str::to_string));
    let day = || root.all("datum").into_iter().find_map(|d| d.attribute("isodatum")).or(first("DCTERMS.issued"));
    let day = met.or_else(|| day().map(str::to_string)).filter(|d| d.len() == 10);
    say("date", day.unwrap_or_default());
    say(
        "vergaderjaar",
        year(root).or_else(|| first("OVERHEIDop.vergaderjaar").map(str::to_string)).unwrap_or_default(),
    );
    for (.., who) in meta.iter().filter(|(n, ..)| *n == "OVERHEIDop.indiener") {
        say("indiener", (*who).to_string());
    }
}

/// The day of a debate as its head prints it.
fn met(root: &Element) -> Option<Date> {
    let day = root.all("vergaderdatum").into_iter().next()?;
    day.attribute("isodatum").and_then(|d| d.parse().ok()).or_else(|| date_at(&day.words()))
}

/// The parliamentary year as the head prints it: `2030-2031`.
fn year(root: &Element) -> Option<String> {
    let lines = root.all("tekstregel").into_iter().chain(root.all("vergaderjaar"));
    let line = lines.into_iter().find(|t| t.name == "vergaderjaar" || t.attribute("inhoud") == Some("vergaderjaar"))?;
    Some(line.words().trim_start_matches("Vergaderjaar ").to_string())
}

/// The number of a debate or an answer whose metadata is silent, of what its head prints: `h-tk-20302031-41-8`,
/// `ah-tk-20302031-1207`. `None` where a part of it is not there.
fn numbered(root: &Element) -> Option<String> {
    let only = |name: &str| Some(root.all(name)).filter(|all| all.len() == 1).map(|all| all[0].words());
    let digits = |words: String| {
        let number: String = words.chars().take_while(char::is_ascii_digit).collect();
        Some(number).filter(|n| !n.is_empty())
    };
    let printed = year(root).map(|y| y.chars().filter(char::is_ascii_digit).collect::<String>());
    // The parliamentary year begins on the third Tuesday of September.
    let of_day = || {
        let (year, month, day) = met(root).map(|d| (d.year(), d.month(), d.day()))?;
        let first = match (month, day) {
            (10.., _) | (9, 22..) => year,
            (..=8, _) | (9, ..=14) => year - 1,
            _ => return None,
        };
        Some(format!("{first}{}", first + 1))
    };
    let years = printed.filter(|y| y.len() == 8).or_else(of_day)?;
    let senate = root.all("tekstregel").iter().any(|t| t.words().starts_with("Eerste Kamer"));
    let chamber = if senate { "ek" } else { "tk" };
    if let Some(number) = only("kamervraagnummer").and_then(digits) {
        return Some(format!("ah-{chamber}-{years}-{number}"));
    }
    let meeting = only("vergadering-nummer").and_then(digits)?;
    let items = root.all("agendapunt").into_iter().chain(root.all("opening"));
    let mut numbers = items.filter_map(|item| item.child("nr")).map(Element::words);
    let item = numbers.next().and_then(digits)?;
    numbers.next().is_none().then(|| format!("h-{chamber}-{years}-{meeting}-{item}"))
}

/// `36600-VII`, `21501-20`, `26643`; a Rijkswet's own number is no part of it, a stray dash or blank neither.
fn dossier(number: &Element) -> String {
    let part = |name: &str| {
        let words = number.child(name).map(Element::words).unwrap_or_default();
        words.chars().filter(char::is_ascii_alphanumeric).collect::<String>()
    };
    let mut all = part("dossiernr");
    if all.is_empty() {
        all =
            number.words().split(['(', '-']).next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    }
    for more in [part("begrotingshoofdstuk"), part("raadnr")] {
        if !more.is_empty() && !all.is_empty() {
            all = format!("{all}-{more}");
        }
    }
    all
}

/// A walk over the elements that fills a draft.
struct Walk<'a> {
    draft: &'a mut Draft,
    /// The level of the next heading.
    heading: u8,
    /// White space read but not yet written.
    owed: Blank,
}

/// White space between two words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Blank {
    None,
    Space,
    /// With a line end in it: in an indented file this says nothing about the sentence.
    Line,
}

fn blank(white: &str) -> Blank {
    match white {
        "" => Blank::None,
        white if white.contains('\n') => Blank::Line,
        _ => Blank::Space,
    }
}

impl Walk<'_> {
    /// One block-level element.
    fn element(&mut self, e: &Element, path: &str) {
        let origin = || Origin::path(path);
        match e.name.as_str() {
            "metadata" | "li.nr" | "colspec" | "plaatje" | "illustratie" => {}
            "tekstregel" | "stuknr" | "kamernummer" | "dossier" | "kamervraagnummer" | "vergadering-nummer"
            | "vergadertijd" => self.line(e, BlockKind::Frame, origin()),
            "titel" | "item-titel" | "tussenkop" | "tussenkopje" | "subtitel" => {
                self.line(e, BlockKind::Heading { level: self.heading }, origin());
            }
            "kop" => self.head(e, path),
            // The number of an item on the agenda stands beside its title.
            "nr" if path.ends_with("/agendapunt/nr") || path.ends_with("/opening/nr") => {
                self.line(e, BlockKind::Frame, origin());
            }
            "ondertekening" | "gegevens" => {
                for (child, place) in e.children() {
                    match child.name.as_str() {
                        "al" | "al-groep" | "gegevens" | "ondertekening" => {
                            self.element(child, &format!("{path}/{place}"));
                        }
                        _ => self.line(child, BlockKind::Paragraph, Origin::path(format!("{path}/{place}"))),
                    }
                }
            }
            "divisie" | "subdivisie" | "bijlage" | "paragraaf" | "hoofdstuk" | "artikel" | "vraag" | "antwoord" => {
                let level = self.heading;
                self.heading = level.saturating_add(1).min(9);
                self.question_head(e, path);
                self.inside(e, path);
                self.heading = level;
            }
            "spreker" => self.line(e, BlockKind::Speaker, origin()),
            "li" => self.item(e, path),
            "row" => self.row(e, path, path.contains("/thead")),
            "al" | "noot.al" => self.flow(e, path, BlockKind::Paragraph),
            _ => self.inside(e, path),
        }
    }

    /// What is in a container: its elements one by one; loose words and inline elements between them are a paragraph.
    fn inside(&mut self, e: &Element, path: &str) {
        let mixed = e.has_words();
        if mixed || !e.nodes.iter().any(|n| matches!(n, Node::Element(c) if !INLINE.contains(&c.name.as_str()))) {
            return self.flow(e, path, BlockKind::Paragraph);
        }
        let numbered = matches!(e.name.as_str(), "vraag" | "antwoord") && e.child("kop").is_none();
        for (child, place) in e.children() {
            // The number is the heading that stands there already.
            if !(numbered && child.name == "nr" && e.child("titel").or(e.child("label")).is_none()) {
                self.element(child, &format!("{path}/{place}"));
            }
        }
    }

    /// Running text with what stands in it. A block-level element inside breaks it off; the words after it go on in a
    /// new paragraph.
    fn flow(&mut self, e: &Element, path: &str, kind: BlockKind) {
        let mut block = DraftBlock::new(kind, Origin::path(path));
        self.owed = Blank::None;
        self.words(e, path, &mut block);
        self.owed = Blank::None;
        self.draft.push(block);
    }

    fn words(&mut self, e: &Element, path: &str, block: &mut DraftBlock) {
        // In mixed text an element of an unknown name is part of the sentence, unless its name says block.
        let mixed = e.has_words() || INLINE.contains(&e.name.as_str());
        let mut places = e.children();
        for node in &e.nodes {
            match node {
                Node::Text(text) => self.say(text, block),
                Node::Element(child) => {
                    let place = places.next().map(|(_, p)| p).unwrap_or_default();
                    let path = format!("{path}/{place}");
                    self.inline(child, &path, block, mixed);
                }
            }
        }
    }

    fn inline(&mut self, e: &Element, path: &str, block: &mut DraftBlock, mixed: bool) {
        const BLOCKS: &[&str] = &[
            "al",
            "p",
            "lijst",
            "li",
            "table",
            "tgroup",
            "row",
            "titel",
            "kop",
            "div",
            "spreker",
            "motie",
            "motie-info",
            "al-groep",
            "vraag",
            "antwoord",
            "divisie",
            "tekst",
        ];
        match e.name.as_str() {
            "noot" => self.note(e, path, block),
            "nootref" => block.mark(e.attribute("refid").map_or_else(|| e.words(), str::to_string)),
            "br" => self.owed = Blank::Space,
            "extref" | "dossierref" | "intref" | "a" => {
                let target = ["doc", "dossier", "href", "refid", "url"].into_iter().find_map(|n| e.attribute(n));
                let words = e.words();
                match target {
                    Some(target) => {
                        self.settle(&words, block);
                        block.link(&words, target);
                    }
                    None => self.say(&words, block),
                }
            }
            "sup" | "inf" | "sub" => {
                // A raised or lowered figure hangs on its word, also where an indented file breaks the line.
                if self.owed == Blank::Line {
                    self.owed = Blank::None;
                }
                let words = e.words();
                self.say(&words, block);
            }
            name if !BLOCKS.contains(&name) && (mixed || INLINE.contains(&name)) => self.words(e, path, block),
            _ => {
                let kind = block.kind.clone();
                let rest = match kind {
                    BlockKind::Item { .. } => BlockKind::Paragraph,
                    kind => kind,
                };
                let origin = block.places.last().map(|(_, o)| o.clone()).unwrap_or_default();
                let done = std::mem::replace(block, DraftBlock::new(rest, origin));
                self.draft.push(done);
                self.element(e, path);
            }
        }
    }

    /// Words from the file. Indented files break the line around inline elements, before a full stop or after a bracket
    /// too, where the sentence has no blank.
    fn say(&mut self, words: &str, block: &mut DraftBlock) {
        self.settle(words, block);
        let said = words.trim();
        block.push(said);
        if !said.is_empty() {
            self.owed = blank(&words[words.trim_end().len()..]);
        }
    }

    /// Writes the blank that is owed before `words`, if the sentence has one there.
    fn settle(&mut self, words: &str, block: &mut DraftBlock) {
        let said = words.trim_start();
        self.owed = self.owed.max(blank(&words[..words.len() - said.len()]));
        if !said.is_empty() {
            let tight = said.starts_with(['.', ',', ';', ':', ')', ']', '?', '!']) || block.text.ends_with(['(', '[']);
            if self.owed == Blank::Space || (self.owed == Blank::Line && !tight) {
                block.push(" ");
            }
            self.owed = Blank::None;
        }
    }

    /// One line whatever is in it: a title, a number, a speaker's name.
    fn line(&mut self, e: &Element, kind: BlockKind, origin: Origin) {
        let path = origin.path.clone().unwrap_or_default();
        let mut block = DraftBlock::new(kind, origin);
        self.owed = Blank::None;
        self.spaced(e, &path, &mut block);
        self.owed = Blank::None;
        self.draft.push(block);
    }

    fn spaced(&mut self, e: &Element, path: &str, block: &mut DraftBlock) {
        for node in &e.nodes {
            match node {
                Node::Text(text) => {
                    // "</naam>(<politiek>": print has a blank there.
                    if e.name == "spreker" && text.starts_with('(') {
                        self.owed = self.owed.max(Blank::Line);
                    }
                    self.say(text, block);
                }
                Node::Element(child) if child.name == "noot" => self.note(child, path, block),
                Node::Element(child) => {
                    if !INLINE.contains(&child.name.as_str()) || e.name == "naam" {
                        self.owed = self.owed.max(Blank::Line);
                    }
                    self.spaced(child, path, block);
                }
            }
        }
    }

    /// A heading with its number: "2.1 Titel".
    fn head(&mut self, e: &Element, path: &str) {
        self.line(e, BlockKind::Heading { level: self.heading }, Origin::path(path));
    }

    /// "Vraag 3": a number of its own that stands before a question or answer.
    fn question_head(&mut self, e: &Element, path: &str) {
        let label = match e.name.as_str() {
            "vraag" => "Vraag",
            "antwoord" => "Antwoord",
            _ => return,
        };
        let own = e.child("nr").map(Element::words).or_else(|| e.attribute("nr").map(str::to_string));
        let has_head = e.elements().any(|c| ["kop", "titel", "label"].contains(&c.name.as_str()));
        if let Some(number) = own.filter(|_| !has_head) {
            let bare = number.starts_with(|c: char| c.is_ascii_digit());
            let words = if bare { format!("{label} {number}") } else { number };
            let place = if e.child("nr").is_some() { format!("{path}/nr") } else { path.to_string() };
            self.draft.push(DraftBlock::with(BlockKind::Heading { level: self.heading }, Origin::path(place), &words));
        }
    }

    /// A list item: its first paragraph is the item, with the mark; what follows are paragraphs or items of its own.
    fn item(&mut self, e: &Element, path: &str) {
        let marker = e.child("li.nr").map(Element::words).unwrap_or_default();
        let before = self.draft.blocks.len();
        if e.has_words() {
            self.flow(e, path, BlockKind::Item { marker });
            return;
        }
        for (child, place) in e.children() {
            self.element(child, &format!("{path}/{place}"));
        }
        if let Some(first) = self.draft.blocks.get_mut(before)
            && first.kind == BlockKind::Paragraph
        {
            first.kind = BlockKind::Item { marker };
        }
    }

    fn row(&mut self, e: &Element, path: &str, header: bool) {
        let mut row = DraftBlock::new(BlockKind::Row { cells: Vec::new(), header }, Origin::path(path));
        for (cell, place) in e.children() {
            let mut words = DraftBlock::new(BlockKind::Paragraph, Origin::default());
            self.spaced(cell, &format!("{path}/{place}"), &mut words);
            let at = row.text.len() + usize::from(!row.cells.is_empty());
            row.cell(&words.text);
            row.marks.extend(words.marks.into_iter().map(|(offset, label)| (at + offset, label)));
        }
        self.draft.push(row);
    }

    /// A footnote: its mark goes into `block`, its words apart.
    fn note(&mut self, e: &Element, path: &str, block: &mut DraftBlock) {
        let number = e.child("noot.nr").map(Element::words).filter(|n| !n.is_empty());
        let label = number.or_else(|| e.attribute("nr").map(str::to_string));
        let label = label.unwrap_or_else(|| (self.draft.notes.len() + 1).to_string());
        let mut body = DraftBlock::new(BlockKind::Footnote, Origin::path(path));
        let owed = std::mem::replace(&mut self.owed, Blank::None);
        self.note_words(e, &mut body);
        self.owed = owed;
        block.mark(label.clone());
        self.draft.note(label, body);
    }

    fn note_words(&mut self, e: &Element, body: &mut DraftBlock) {
        for node in &e.nodes {
            match node {
                Node::Text(text) => self.say(text, body),
                Node::Element(child) => match child.name.as_str() {
                    "noot.nr" => {}
                    "extref" | "dossierref" | "intref" | "a" | "nadruk" | "sup" | "inf" => {
                        self.inline(child, "", body, true);
                    }
                    _ => {
                        self.owed = self.owed.max(Blank::Line);
                        self.note_words(child, body);
                    }
                },
            }
        }
    }
}
