//! Where a policy lays down: its sections, what stands above each, and whether that is background. The border: places
//! out; what a sentence lays down is for the rules and for `present`.

use super::super::constant;
use super::told::STRONG;
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
    /// Per section, whether the heading says that it advises.
    advising: Vec<bool>,
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
        let opens = |(at, b): (usize, &Block)| {
            let words = doc.of(b.span);
            b.is_heading() && (NUMBERED.is_match(words) || at > 0 && RULES.is_match(words) && !TELLING.is_match(words))
        };
        let opened = doc.blocks[..prose].iter().enumerate().any(opens);
        let headed = if opened { None } else { doc.blocks.iter().enumerate().position(chapter) };
        let mut places = Places {
            section: Vec::new(),
            telling: vec![headed.is_some()],
            titles: Vec::new(),
            aims: aims(doc),
            advising: vec![false],
        };
        let plans = plans(doc);
        let title_of = only_top(doc);
        let mut above: Vec<(u8, bool)> = Vec::new();
        // Per section, whether a heading says that it has rules, and whether a sentence has the word of a norm.
        let mut rules: Vec<(u8, bool)> = Vec::new();
        let mut normed = vec![false];
        for (at, block) in doc.blocks.iter().enumerate() {
            let words = doc.of(block.span);
            let level = match block.kind {
                BlockKind::Heading { level } => Some(level),
                _ => title(doc, at).then_some(u8::MAX),
            };
            if let Some(level) = level {
                above.retain(|(l, _)| *l < level);
                // The one heading above all others is the title of the document and no section.
                let tells = title_of != Some(at) && TELLING.is_match(words) || above.iter().any(|(_, tells)| *tells);
                above.push((level, tells));
                places.telling.push(tells || headed.is_some_and(|first| at < first));
                rules.retain(|(l, _)| *l < level);
                let laid = RULES.is_match(words) || rules.iter().any(|(_, laid)| *laid);
                rules.push((level, laid));
                normed.push(laid);
                places.advising.push(ADVISING.is_match(words));
                if level == u8::MAX {
                    places.titles.push(block.span);
                }
            }
            let section = places.telling.len() - 1;
            normed[section] |= !block.is_heading() && STRONG.is_match(words);
            places.section.push(section);
        }
        if plans {
            places.telling.iter_mut().zip(normed).for_each(|(tells, normed)| *tells |= !normed);
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

    /// Whether a block stands in a section that advises.
    pub(super) fn advises(&self, block: usize) -> bool {
        self.advising[self.section[block]]
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

/// The block of a first heading that stands above all others.
fn only_top(doc: &Document) -> Option<usize> {
    let level = |b: &Block| if let BlockKind::Heading { level } = b.kind { Some(level) } else { None };
    let mut all = doc.blocks.iter().enumerate().filter_map(|(at, b)| Some((at, level(b)?)));
    let (first, top) = all.next()?;
    all.all(|(_, level)| level > top).then_some(first)
}

/// Whether a document is one of plans, in which only some sections lay down: a strategy, a vision, an agenda.
fn plans(doc: &Document) -> bool {
    static PLAN: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b\w*(?:strategie|visie|agenda|koers|beleidsplan|meerjarenplan|jaarplan|toekomstbeeld|ambitie)\b",
        )
    });
    let first = || doc.blocks.iter().find(|b| b.is_heading()).map(|b| doc.of(b.span));
    doc.meta.title.as_deref().or_else(first).is_some_and(|title| PLAN.is_match(title))
}

/// Headings over what binds.
static RULES: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:\w*regels?|richtsnoer(?:en)?|richtlijn(?:en)?|voorschriften|\w*afspraken|\w*normen|\w*eisen|voorwaarden|uitgangspunten|principes|kaders|beleidslijn|gedragslijn|rollen|taken|verantwoordelijkheden|procedure|werkwijze|besluitvorming|afwijk(?:en|ing|ingen)|uitzonderingen|overgangs(?:recht|regeling|bepaling(?:en)?)|toezicht|naleving|wat (?:mag|moet|geldt|kan))\b",
    )
});

/// Headings over what is advised.
static ADVISING: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:wat (?:\w+ )?(?:verstandig|raadzaam|aan te raden|wenselijk|beter|handig) is|wat (?:wij|we) (?:aanraden|adviseren|aanbevelen)|aanbevelingen|adviezen|aanbevolen|tips|goede gewoont(?:en|es)|good practices?|best practices?|goede praktijken|verstandig)\b",
    )
});

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
        r"(?i)\b(?:achtergrond(?:en)?|aanleiding|inleiding|context|leeswijzer|\w*begrippen|begrips\w+|definities|probleemstelling|voorwoord|samenvatting|bronnen|literatuur|^(?:[\d.]+ )?(?:\w+ )?evaluatie|toelichting|waarom|voor wie|wat (?:is|zijn|verstaan|wij|we) .{0,40}(?:verstaan|bedoelen|begrip)\w*|verstaan|werkingssfeer|reikwijdte|toepassingsbereik|doelgroep|doel|inwerkingtreding|slotbepaling(?:en)?|slot|tot slot|ten slotte|vooruitblik|wat er (?:nog )?komt|vervolg|hoe verder|ontwikkelingen|achter de schermen|meer (?:weten|informatie)|contact|vragen|planning|totstandkoming|citeertitel|looptijd|geschiedenis|terugblik|stand van zaken|de ervaringen|ervaringen|bijlage|huidige situatie|uitgangssituatie|situatieschets|waar (?:staan|willen|gaan|komen) (?:we|wij)|waar (?:we|wij) (?:nu )?(?:staan|heen|naartoe)|visie|ambities?|toekomst(?:beeld|visie)?|vooruitzicht(?:en)?|routekaart|roadmap|(?:geplande|voorgenomen) (?:overgangen|migraties|verhuizingen|projecten|trajecten)|(?:migratie|project|actie)(?:agenda|planning|kalender)|actiepunten|risico['’]s|feiten en cijfers|lessen|trends|wettelijke? (?:kaders?|basis|grondslag(?:en)?|context)|juridische? (?:kaders?|grondslag(?:en)?|context)|wet- en regelgeving|financi[eë]n|financiering|bekostiging|budget|herziening|actualisatie|mijlpalen|wat (?:betekent|verandert) (?:dit|er|dat)|versiebeheer|wat (?:we|wij) (?:gaan|willen) \w+|wat gaan (?:we|wij) \w+)\b",
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
