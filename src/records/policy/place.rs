//! Where a policy lays down: its sections, what stands above each, and whether that is background. The border: places
//! out; what a sentence lays down is for the rules and for `present`.

use super::super::constant;
use crate::document::{Block, BlockKind, Document};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// The sections of a document, by block.
pub(super) struct Places {
    /// Per block, the number of its section.
    section: Vec<usize>,
    /// Per section, whether it tells instead of laying down.
    telling: Vec<bool>,
    /// The spans of lines that are headings but for their looks.
    titles: Vec<Span>,
    /// Per block, whether it is an item of a list of aims, words or risks.
    aims: Vec<bool>,
}

impl Places {
    /// Cuts a document in sections.
    pub(super) fn new(doc: &Document) -> Places {
        // What stands between the title page and the first section introduces.
        let chapter = |(at, b): (usize, &Block)| {
            let own = matches!(b.kind, BlockKind::Heading { level: 1..=5 });
            at > 2 && (own || title(doc, at)) && doc.blocks.iter().take(at).any(|b| doc.of(b.span).ends_with('.'))
        };
        // A numbered heading before any prose opens the first section: then nothing introduces.
        let prose = doc.blocks.iter().position(|b| doc.of(b.span).ends_with('.')).unwrap_or(doc.blocks.len());
        let opened = doc.blocks[..prose].iter().any(|b| b.is_heading() && NUMBERED.is_match(doc.of(b.span)));
        let headed = if opened { None } else { doc.blocks.iter().enumerate().position(chapter) };
        let mut places =
            Places { section: Vec::new(), telling: vec![headed.is_some()], titles: Vec::new(), aims: aims(doc) };
        let mut above: Vec<(u8, bool)> = Vec::new();
        for (at, block) in doc.blocks.iter().enumerate() {
            let words = doc.of(block.span);
            let level = match block.kind {
                BlockKind::Heading { level } => Some(level),
                _ => title(doc, at).then_some(u8::MAX),
            };
            if let Some(level) = level {
                above.retain(|(l, _)| *l < level);
                let tells = TELLING.is_match(words) || above.iter().any(|(_, tells)| *tells);
                above.push((level, tells));
                places.telling.push(tells || headed.is_some_and(|first| at < first));
                if level == u8::MAX {
                    places.titles.push(block.span);
                }
            }
            places.section.push(places.telling.len() - 1);
        }
        places
    }

    /// The section that a block stands in.
    pub(super) fn section(&self, block: usize) -> usize {
        self.section[block]
    }

    /// How many sections there are.
    pub(super) fn sections(&self) -> usize {
        self.telling.len()
    }

    /// Whether a block stands where the document tells: background, scope, what is to come, whom to ask.
    pub(super) fn tells(&self, block: usize) -> bool {
        self.telling[self.section[block]]
    }

    /// Whether a block is an item of a list of what is aimed at, meant or feared.
    pub(super) fn aims(&self, block: usize) -> bool {
        self.aims[block]
    }

    /// Whether a unit is a heading that only looks like a paragraph.
    pub(super) fn titled(&self, unit: Span) -> bool {
        self.titles.iter().any(|t| t.contains(unit))
    }
}

/// Per block, whether a line that ends in a colon announces it as an aim, a meaning, a reason or a risk.
fn aims(doc: &Document) -> Vec<bool> {
    static AIM: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:beginselen|doel(?:en|stelling(?:en)?)?|kernwaarden|waarden|ambities|pijlers|voordelen|nadelen|kansen|risico['’]s|gevaren|dreigingen|redenen|oorzaken|verstaan(?: onder)?|definities|begrippen|aanleidingen|factoren|trends|ontwikkelingen|centraal|beoogt|beogen|streeft|streven|niveaus|bijlagen|wijzigingen)\b[^.]*:$",
        )
    });
    static NORM: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:mag|mogen|moet|moeten|dient|dienen|toegestaan|verboden|verplicht|gelden|geldt)\b")
    });
    let mut inside = false;
    let each = doc.blocks.iter().map(|block| {
        let item = matches!(block.kind, BlockKind::Item { .. });
        let words = doc.of(block.span).trim();
        let listed = item || words.ends_with(';');
        if !listed && !words.is_empty() {
            let last = words.rsplit(". ").next().unwrap_or(words);
            let was = inside;
            inside = AIM.is_match(last) && !NORM.is_match(last);
            // The last line of a list may have lost its mark.
            return was && !inside && MARKED.is_match(words);
        }
        inside
    });
    each.collect()
}

/// A heading with the number of a section.
static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)^(?:(?:hoofdstuk|artikel|paragraaf|deel) )?(?:\d{1,2}|[ivx]{1,4})(?:\.|:| |$)"));

/// A line that its number or letter makes an item.
static MARKED: LazyLock<Regex> =
    LazyLock::new(|| constant(r"^(?:[a-z][.)]|\d{1,2}[.)]|[-•–*])\s|^\*{0,2}[\p{L}-]+\*{0,2}: \p{Ll}"));

/// Headings over what is no norm.
pub(super) static TELLING: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:achtergrond(?:en)?|aanleiding|inleiding|context|leeswijzer|\w*begrippen|begrips\w+|definities|probleemstelling|voorwoord|samenvatting|bronnen|literatuur|^(?:[\d.]+ )?(?:\w+ )?evaluatie|toelichting|waarom|voor wie|wat (?:is|zijn|verstaan|wij|we) .{0,40}(?:verstaan|bedoelen|begrip)\w*|verstaan|werkingssfeer|reikwijdte|toepassingsbereik|doelgroep|doel|inwerkingtreding|slotbepaling(?:en)?|slot|tot slot|ten slotte|vooruitblik|wat er (?:nog )?komt|vervolg|hoe verder|ontwikkelingen|achter de schermen|meer (?:weten|informatie)|contact|vragen|planning|totstandkoming|citeertitel|looptijd|geschiedenis|terugblik|stand van zaken|de ervaringen|ervaringen|bijlage)\b",
    )
});

/// Whether a paragraph is a heading by its looks: a short line without an end, above something longer.
fn title(doc: &Document, at: usize) -> bool {
    let block = &doc.blocks[at];
    if block.kind != BlockKind::Paragraph {
        return false;
    }
    let words = doc.of(block.span).trim();
    let short = words.split_whitespace().count() <= 8 && words.chars().count() <= 70;
    let bare = !words.ends_with(['.', ':', ';', ',', '!', '?'])
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let longer = |next: &Block| next.span.end() - next.span.start() > block.span.end() - block.span.start();
    short && bare && doc.blocks.get(at + 1).is_some_and(longer)
}
