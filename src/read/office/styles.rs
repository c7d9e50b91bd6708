//! The styles of a DOCX: which paragraphs are headings, which only frame the letter.

use super::tree::Node;
use std::collections::HashMap;

/// What a paragraph style says of its paragraphs.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// Its name as the user sees it, in lower case.
    pub(super) name: String,
    /// Heading depth, from 1.
    pub(super) level: Option<u8>,
    /// List it numbers by.
    pub(super) list: Option<(String, u8)>,
    /// Whether its words are bold.
    pub(super) bold: bool,
    based_on: Option<String>,
}

/// Styles by id.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

/// Paragraph styles of the ministries' house style that hold addresses and references, never the letter itself.
const FRAMES: &[&str] = &[
    "afzend",
    "referentiekopjes",
    "referentiegegevens",
    "datumonderwerp",
    "kixcode",
    "huisstijl",
    "clausule",
    "retouradres",
    "rubricering",
    "paginanummering",
    "adres",
    "colofon",
    "koptekst",
    "voettekst",
    "header",
    "footer",
    "inhopg",
    "toc",
    "witregel",
];

impl Styles {
    /// Reads `word/styles.xml`.
    pub(super) fn read(root: &Node) -> Styles {
        let mut styles = HashMap::new();
        for node in root.nodes().filter(|n| n.name == "style") {
            let Some(id) = node.attribute("styleId") else { continue };
            let value = |path: &[&str]| node.at(path).and_then(|n| n.attribute("val")).map(str::to_string);
            let name = value(&["name"]).unwrap_or_default().to_lowercase();
            let outline = value(&["pPr", "outlineLvl"]).and_then(|v| v.parse::<u8>().ok()).filter(|l| *l < 9);
            let level =
                outline.map(|l| l + 1).or_else(|| heading_name(&name)).or_else(|| heading_name(&id.to_lowercase()));
            let list = value(&["pPr", "numPr", "numId"]).map(|id| {
                let level = value(&["pPr", "numPr", "ilvl"]).and_then(|v| v.parse().ok()).unwrap_or(0);
                (id, level)
            });
            let bold = node.at(&["rPr", "b"]).is_some_and(on);
            styles.insert(id.to_string(), Style { name, level, list, bold, based_on: value(&["basedOn"]) });
        }
        Styles(styles)
    }

    /// A style with what it takes over from the ones it is based on.
    pub(super) fn get(&self, id: &str) -> Style {
        let mut style =
            self.0.get(id).cloned().unwrap_or_else(|| Style { name: id.to_lowercase(), ..Style::default() });
        let mut parent = style.based_on.clone();
        for _ in 0..16 {
            let Some(up) = parent.as_ref().and_then(|p| self.0.get(p)) else { break };
            style.level = style.level.or(up.level);
            style.list = style.list.or_else(|| up.list.clone());
            style.bold |= up.bold;
            parent.clone_from(&up.based_on);
        }
        style
    }
}

impl Style {
    /// Whether paragraphs of this style only frame the document.
    pub(super) fn is_frame(&self, id: &str) -> bool {
        frames(&self.name) || frames(&id.to_lowercase())
    }
}

/// Whether a style of this name (in lower case) only frames the document.
pub(super) fn frames(name: &str) -> bool {
    FRAMES.iter().any(|f| name.starts_with(f))
}

/// Whether a switch such as `<w:b/>` is on.
pub(super) fn on(node: &Node) -> bool {
    !matches!(node.attribute("val"), Some("0" | "false" | "none" | "off"))
}

fn heading_name(name: &str) -> Option<u8> {
    let rest = name.strip_prefix("heading").or_else(|| name.strip_prefix("kop"))?;
    match rest.trim() {
        "" => Some(1),
        digit => digit.parse().ok().filter(|l| (1..=9).contains(l)),
    }
}
