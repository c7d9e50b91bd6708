//! Lines of text to blocks, for plain text and (with its marks) for Markdown. The border: which lines belong together and
//! what they are; what a block means in its genre is for `genre`.
//!
//! - [x] paragraphs by blank line, by line (Word to text) and wrapped at a width; hard line breaks inside a sentence
//! - [x] a sentence that runs on across a page break, a rule or a block of notes
//! - [x] footnotes (see `notes`), bullets, numbered items, tables by tabs, tables of contents
//! - [x] headings without marks: section numbers, names of ministries, a short line above a paragraph
//! - [ ] columns side by side: they are read as they stand in the file

use super::encoding::Decoded;
use super::genre::stands_alone;
use super::inline::{Style, clean, push_line};
use super::markdown::{self, Mark};
use super::notes::{self, Line, Role};
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::text::Origin;
use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;

/// Reads plain text.
pub(super) fn read(decoded: Decoded) -> Draft {
    read_lines(decoded, false)
}

/// Reads lines; `markdown` says whether Markdown's marks count.
pub(super) fn read_lines(decoded: Decoded, markdown: bool) -> Draft {
    let mut draft = Draft { warnings: decoded.warnings, ..Draft::default() };
    let mut lines = roles(&decoded.text, &mut draft);
    drop(decoded.text);
    let notes = notes::take(&mut lines);
    let style = Style { markdown, labels: notes.iter().map(|n| n.label.clone()).collect() };
    let width = wrap_width(&lines);
    let mut builder = Builder { draft, style, width, pieces: Vec::new(), contents: false };
    builder.all(&lines);
    let Builder { mut draft, style, pieces, .. } = builder;
    for piece in headings(pieces) {
        draft.push(piece);
    }
    for note in notes {
        let first = note.lines.first().map_or(1, |l| l.0);
        let mut body = DraftBlock::new(BlockKind::Footnote, Origin::line(first));
        for (number, words) in &note.lines {
            body.place(Origin::line(*number));
            push_line(&mut body, words, &style);
        }
        draft.note(note.label, body);
    }
    draft
}

static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    // Page numbers and the running lines of official publications.
    constant(
        r"(?xi)^\s*(?: (?:pagina|blad|page)\s+\d{1,4}(?:\s*(?:van|/|of)\s*\d{1,4})? | -\s*\d{1,4}\s*- | \d{1,4}\s*/\s*\d{1,4}
          | ISSN\s+[\d\s-]+ | '?s-Gravenhage\s+(?:19|20)\d\d
          | (?P<id>(?:kst|ah-tk|h-tk|blg|ah-ek|h-ek)-[\w-]{3,40})
          | (?:Tweede|Eerste)\ Kamer,\ vergaderjaar\ \d{4}[-–]\d{2,4},\ [^.]{3,60} )\s*$",
    )
});
static RULE: LazyLock<Regex> =
    LazyLock::new(|| constant(r"^\s*(?:-\s*){3,}$|^\s*(?:_\s*){3,}$|^\s*(?:\*\s*){3,}$|^\s*={3,}\s*$"));

/// The lines with their numbers and what each does. A form feed parts pages.
fn roles(text: &str, draft: &mut Draft) -> Vec<Line> {
    let mut lines = Vec::new();
    for (whole, number) in text.split('\n').zip(1u32..) {
        for (part, words) in whole.split('\u{c}').enumerate() {
            if part > 0 {
                lines.push(Line { number, text: String::new(), role: Role::Break });
            }
            let words = words.trim_end_matches('\r');
            let furniture = FURNITURE.captures(words);
            if let Some(id) = furniture.as_ref().and_then(|f| f.name("id")) {
                draft.properties.push(("identifier".into(), id.as_str().to_lowercase()));
            }
            let role = match () {
                () if words.trim().is_empty() => Role::Blank,
                () if furniture.is_some() || RULE.is_match(words) => Role::Break,
                () => Role::Text,
            };
            lines.push(Line { number, text: words.to_string(), role });
        }
    }
    lines
}

/// The width at which the text was wrapped; `None` where a line is a paragraph.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let mut lengths: Vec<usize> =
        lines.iter().filter(|l| l.role == Role::Text).map(|l| l.text.trim_end().chars().count()).collect();
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len().saturating_mul(95) / 100)?;
    let followed = lines.windows(2).filter(|w| w[0].role == Role::Text && w[1].role == Role::Text);
    let (mut all, mut cut) = (0usize, 0usize);
    for pair in followed {
        let words = pair[0].text.trim_end();
        all += 1;
        let long = words.chars().count() * 10 >= width * 7;
        cut += usize::from(long && !words.ends_with(['.', ':', ';', '?', '!']));
    }
    ((45..=130).contains(&width) && cut * 10 >= all * 3 && cut > 1).then_some(width)
}

/// A block with what is known of its lines, before headings are told from paragraphs.
struct Piece {
    block: DraftBlock,
    lines: usize,
    bold: bool,
    blank_after: bool,
}

struct Builder {
    draft: Draft,
    style: Style,
    width: Option<usize>,
    pieces: Vec<Piece>,
    contents: bool,
}

/// A paragraph of more bytes than this is no paragraph: the next line begins another.
const MOST_PARAGRAPH: usize = 100_000;

/// What lies between two lines of text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Blank,
    Break,
}

static ITEM: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"^[\s*_]*(?P<mark>[-–—•·●▪◦‣\u{f0b7}\u{f0a7}*]|\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)]|\([a-z]\)|[ivx]{1,5}[.)])(?:\s+|\t)(?P<rest>\S.*)$",
    )
});
static CONTENTS: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?:\.{4,}|…{2,}|(?:\.\s){4,})[\s\t]*\d{0,3}\s*$|^\d+(?:\.\d+)*\.?\t.*\d\s*$"));
static CONTENTS_HEAD: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)^inhoud(?:sopgave|sopgaaf)?(?:\s*…?\s*blz\.?)?\s*:?$"));
/// Lines that begin something of their own, whatever stands before.
static FRESH: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?x)^(?: Nr\.\s*\d | \d{2}\s\d{3}(?:\s|-) | Aan\ de\ [Vv]oorzitter | Geachte\ | (?:Datum|Onderwerp|Betreft|Ons\ kenmerk|Uw\ kenmerk)\b
          | gehoord\ de\ beraadslaging | (?:constaterende|overwegende|concluderende|van\ mening|van\ oordeel|erkennende),?\ dat
          | verzoekt\ (?:de|het) | spreekt\ uit | roept\ (?:de|het)\ | en\ gaat\ over\ tot\ de\ orde
          | Zie\ ook\ Aanhangsel | \(?[Ii]ngezonden\ | Vragen\ van\ (?:het|de)\ | Antwoord\ van\ | Mededeling\ van\ | Hoogachtend )",
    )
});
/// The office of who signs, and no sentence that opens with it.
static FUNCTION: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"^(?i:(?:de |het )?(?:demissionair )?(?:minister|staatssecretaris)(?:-president)?)(?:[\s,/]+(?:van|voor|en|de|het|der|mede|namens|minister|staatssecretaris|\p{Lu}[\p{L}&-]*))*[\s,]*$",
    )
});
static LINKING: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)(?:^|\s)(?:de|het|een|van|voor|in|op|te|ten|ter|en|of|met|dat|die|door|aan|bij|naar|om|is|zijn|wordt|worden|als|uit|over|tot|deze|dit|mijn|uw|onze|er|ook|niet|per|onder|tussen|waar|welke|heeft|hebben|kan)$",
    )
});

impl Builder {
    fn all(&mut self, lines: &[Line]) {
        let mut gap = Gap::Break;
        let mut at = 0;
        while at < lines.len() {
            let line = &lines[at];
            at += 1;
            match line.role {
                Role::Blank => gap = gap.max(Gap::Blank),
                Role::Break => gap = Gap::Break,
                Role::Text => {
                    let words = line.text.trim();
                    if gap > Gap::None
                        && let Some(last) = self.pieces.last_mut()
                    {
                        last.blank_after = true;
                    }
                    if let Some(used) = self.tabbed(&lines[at - 1..]) {
                        at += used - 1;
                    } else {
                        self.line(line, words, gap);
                    }
                    gap = Gap::None;
                }
            }
        }
    }

    /// Rows parted by tabs: two or more lines with the same number of tabs.
    fn tabbed(&mut self, lines: &[Line]) -> Option<usize> {
        let tabs = |l: &Line| l.text.trim().matches('\t').count();
        let first = tabs(lines.first()?);
        let row = |l: &&Line| {
            l.role == Role::Text
                && tabs(l) == first
                && !FRESH.is_match(l.text.trim())
                && !CONTENTS.is_match(l.text.trim())
                && !ITEM.is_match(&l.text)
        };
        let count = if first == 0 || self.contents { 0 } else { lines.iter().take_while(row).count() };
        if count < 2 {
            return None;
        }
        for line in &lines[..count] {
            let cells: Vec<&str> = line.text.trim().split('\t').collect();
            self.row(line.number, &cells, false);
        }
        Some(count)
    }

    fn row(&mut self, number: u32, cells: &[&str], header: bool) {
        let mut block = DraftBlock::new(BlockKind::Row { cells: Vec::new(), header }, Origin::line(number));
        for cell in cells {
            let mut inside = DraftBlock::new(BlockKind::Paragraph, Origin::line(number));
            push_line(&mut inside, cell, &self.style);
            block.cell(&inside.text);
            for (_, label) in inside.marks {
                block.mark(label);
            }
        }
        self.start(block, false);
    }

    fn start(&mut self, block: DraftBlock, bold: bool) {
        self.pieces.push(Piece { block, lines: 1, bold, blank_after: false });
    }

    fn line(&mut self, line: &Line, words: &str, gap: Gap) {
        let origin = Origin::line(line.number);
        if self.style.markdown {
            match markdown::mark(words) {
                Some(Mark::Heading(level, text)) => {
                    self.contents = CONTENTS_HEAD.is_match(&clean(text, &self.style));
                    let kind = if self.contents { BlockKind::Frame } else { BlockKind::Heading { level } };
                    let mut block = DraftBlock::new(kind, origin);
                    push_line(&mut block, text, &self.style);
                    return self.start(block, false);
                }
                Some(Mark::Row(cells)) => return self.row(line.number, &cells, false),
                Some(Mark::HeaderRule) => {
                    if let Some(Piece { block: DraftBlock { kind: BlockKind::Row { header, .. }, .. }, .. }) =
                        self.pieces.last_mut()
                    {
                        *header = true;
                    }
                    return;
                }
                Some(Mark::Nothing) => return,
                None => {}
            }
        }
        let words = if self.style.markdown { markdown::unquote(words) } else { words };
        let bare = clean(words, &self.style);
        if self.is_contents(words, &bare) {
            let mut block = DraftBlock::new(BlockKind::Frame, origin);
            push_line(&mut block, words, &self.style);
            return self.start(block, false);
        }
        let item = ITEM.captures(words).and_then(|c| Some((c.name("mark")?.as_str(), c.name("rest")?.as_str())));
        // A dash or lone letter in the middle of a sentence is no list mark.
        let dash = |m: &str| matches!(m, "–" | "—") || m.len() > 1 && m.starts_with(|c: char| c.is_ascii_lowercase());
        let running = gap == Gap::None
            && self.pieces.last().is_some_and(|p| {
                !closed(&p.block.text) && matches!(p.block.kind, BlockKind::Paragraph) && p.block.text.len() > 50
            });
        if let Some((marker, rest)) = item.filter(|(m, _)| !(running && dash(m))) {
            let inner = ITEM.captures(rest).and_then(|c| Some((c.name("mark")?.as_str(), c.name("rest")?.as_str())));
            let (marker, rest) = inner.filter(|(m, _)| m.len() > 1 && m.is_ascii()).unwrap_or((marker, rest));
            let mut block = DraftBlock::new(BlockKind::Item { marker: marker.to_string() }, origin);
            // The emphasis that opened before the mark closes inside.
            push_line(&mut block, rest, &self.style);
            return self.start(block, false);
        }
        if let Some(glue) = self.joins(&bare, gap) {
            let mut more = DraftBlock::new(BlockKind::Paragraph, origin);
            push_line(&mut more, words, &self.style);
            if let Some(last) = self.pieces.last_mut() {
                if glue == Glue::WithoutHyphen {
                    last.block.text.pop();
                }
                last.block.join(more, glue != Glue::Blank);
                last.lines += 1;
                last.blank_after = false;
            }
            return;
        }
        let mut block = DraftBlock::new(BlockKind::Paragraph, origin);
        push_line(&mut block, words, &self.style);
        let bold = words.starts_with("**")
            && words.trim_end_matches([':', ' ']).ends_with("**")
            && words.matches("**").count() == 2;
        self.start(block, bold);
    }

    fn is_contents(&mut self, words: &str, bare: &str) -> bool {
        if CONTENTS_HEAD.is_match(bare) {
            self.contents = true;
            return true;
        }
        let numbered = |w: &str| w.trim_end().ends_with(|c: char| c.is_ascii_digit());
        let entry = CONTENTS.is_match(&words.replace("<i>", "").replace("</i>", "").replace('*', ""));
        self.contents = self.contents && (entry || (numbered(bare) && bare.len() < 160 && !closed(bare)));
        entry || self.contents
    }

    /// Whether the line goes on with the last block, and how.
    fn joins(&self, bare: &str, gap: Gap) -> Option<Glue> {
        let last = self.pieces.last()?;
        if !matches!(last.block.kind, BlockKind::Paragraph | BlockKind::Item { .. })
            || last.block.text.len() > MOST_PARAGRAPH
        {
            return None;
        }
        let before = last.block.text.as_str();
        let (tail, next) = (before.chars().next_back()?, bare.chars().next()?);
        if FRESH.is_match(bare) || stands_alone(bare) || (last.lines == 1 && stands_alone(before)) || last.bold {
            return None;
        }
        let small = next.is_lowercase();
        let length = before.len();
        let first = bare.split(' ').next().map_or(0, |w| w.chars().count());
        let line = self.last_line_length();
        let full = self.width.is_some_and(|w| line >= 40 && line + 1 + first > w.saturating_sub(3));
        let shut = closed(before);
        // A line that is far shorter than the next was not cut at a width: it ended where it had to.
        let short = last.lines == 1 && bare.len() > 2 * length && bare.len() > 160;
        let joins = match gap {
            Gap::None if small => !matches!(tail, ':' | ';'),
            Gap::None if unclosed(before) && tail != ':' => true,
            Gap::None if tail == ')' && FRESH.is_match(before) => false,
            Gap::None if shut => full && tail != ':',
            Gap::None if length < 200 && FUNCTION.is_match(before) && tail != ',' => {
                !super::genre::names_ministry(before)
            }
            Gap::None => {
                full || LINKING.is_match(last_bytes(before, 48))
                    || (length >= 90 && tail != ',' && !(short && self.width.is_none()))
                    || (tail == ',' && self.width.is_some() && line >= 40)
            }
            Gap::Blank => small && length >= 60 && !shut && (tail.is_alphanumeric() || tail == '-'),
            Gap::Break => !shut && (small || (length >= 60 && tail != ',')) && !SECTION.is_match(bare),
        };
        if !joins {
            return None;
        }
        let word = last_bytes(before, 64).rsplit(' ').next().unwrap_or_default();
        let broken = tail == '-'
            && word.chars().count() > 2
            && small
            && !["en", "of", "en/of"].contains(&bare.split(' ').next().unwrap_or_default());
        let capital =
            word.trim_end_matches('-').chars().next_back().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        Some(match (broken, capital) {
            (true, true) => Glue::Directly,
            (true, false) => Glue::WithoutHyphen,
            _ => Glue::Blank,
        })
    }

    fn last_line_length(&self) -> usize {
        let Some(last) = self.pieces.last() else { return 0 };
        let from = last.block.places.last().map_or(0, |p| p.0);
        last.block.text.get(from..).map_or(0, |t| t.chars().count())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Glue {
    Blank,
    Directly,
    WithoutHyphen,
}

/// The last `most` bytes of `words`, from a character on.
fn last_bytes(words: &str, most: usize) -> &str {
    let from = words.len().saturating_sub(most);
    (from..words.len()).find_map(|at| words.get(at..)).unwrap_or_default()
}

/// Whether a bracket that opened near the end is still open.
fn unclosed(words: &str) -> bool {
    let tail = last_bytes(words, 80);
    tail.rfind('(').is_some_and(|open| !tail[open..].contains(')'))
}

/// Whether the words end a sentence or announce a list.
fn closed(words: &str) -> bool {
    words.trim_end_matches(['”', '’', '"', '\'', ')', '»', ']']).ends_with(['.', '?', '!', ':', ';', '…'])
}

/// A numbered heading: "2.1 Uitgangspunten", "3. Vervolg".
static SECTION: LazyLock<Regex> = LazyLock::new(|| constant(r"^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[\p{Lu}‘'“\x22]"));
/// Parts that name themselves: "Artikel 4 - Risicoafweging", "Motie 2".
static PART: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"^(?:Artikel|Hoofdstuk|Paragraaf|Bijlage|Motie|Toezegging|Deel|Thema)\s+(?:\d{1,3}|[A-Z]|[IVX]{1,4})[a-z]?\b(?:\s*[-–:.]?\s*\p{Lu}.*)?$",
    )
});
static MOTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:Aangenomen |Nader )?[Gg]ewijzigde [Mm]otie|Aangenomen motie|Motie)(?:[-‑\s]|$)")
        .expect("constant pattern")
});
static NO_HEADING: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:zie\b|ja\b|nee\b|neen\b|deels\b|klopt\b|nr\. |blz\b|aan de voorzitter|geachte|de (?:minister|staatssecretaris)|hoogachtend|den haag|datum|kenmerk|onderwerp|betreft|postbus|\d{2} \d{3})|\b(?:19|20)\d\d$",
    )
});

/// Tells headings from paragraphs by what surrounds them.
fn headings(mut pieces: Vec<Piece>) -> Vec<DraftBlock> {
    for at in 0..pieces.len() {
        let level = heading_level(&pieces, at);
        if let Some(level) = level {
            let piece = &mut pieces[at];
            if let BlockKind::Item { marker } = &piece.block.kind {
                let marker = marker.clone();
                let mut whole = DraftBlock::new(
                    BlockKind::Paragraph,
                    piece.block.places.first().map(|p| p.1.clone()).unwrap_or_default(),
                );
                whole.push(&marker);
                let item =
                    std::mem::replace(&mut piece.block, DraftBlock::new(BlockKind::Paragraph, Origin::default()));
                whole.join(item, false);
                piece.block = whole;
            }
            piece.block.kind = BlockKind::Heading { level };
        }
    }
    pieces.into_iter().map(|p| p.block).collect()
}

fn heading_level(pieces: &[Piece], at: usize) -> Option<u8> {
    let piece = &pieces[at];
    let text = piece.block.text.as_str();
    let next = pieces.get(at + 1).map(|p| &p.block);
    let length = text.chars().count();
    // "Motie van de leden … over … (Kamerstuk …)": long, and yet a heading.
    let motion = MOTION.is_match(text) && !text.ends_with(['.', ',', ';', '?', '!']);
    if piece.lines > 1 || !(2..=if motion { 260 } else { 110 }).contains(&length) || NO_HEADING.is_match(text) {
        return None;
    }
    let open = !text.ends_with(['.', ',', ':', ';', '?', '!']);
    if let BlockKind::Item { marker } = &piece.block.kind {
        // A lone "2. Kader" is a heading; in a run it is an item.
        let item = |i: Option<usize>| {
            i.and_then(|i| pieces.get(i)).is_some_and(
                |p| matches!(&p.block.kind, BlockKind::Item { marker: m } if m.ends_with('.') == marker.ends_with('.')),
            )
        };
        let digits = marker.trim_end_matches('.');
        let numbered = marker.ends_with('.') && digits.chars().all(|c| c.is_ascii_digit());
        let alone = !item(at.checked_sub(1)) && !item(Some(at + 1)) && piece.blank_after;
        let capital = text.chars().next().is_some_and(char::is_uppercase);
        // "2. Kader" right before "2.1 …" is one whatever came before.
        let chapter =
            next.is_some_and(|n| SECTION.captures(&n.text).is_some_and(|s| s[1].starts_with(&format!("{digits}."))));
        // "3. Motie van het lid …" on the line above a paragraph.
        let over = !item(at.checked_sub(1))
            && next.is_some_and(|n| n.kind == BlockKind::Paragraph && n.text.len() > 2 * text.len());
        let whole = (alone || chapter) && length <= 80 || over;
        return (numbered && whole && open && capital && next.is_some()).then_some(1);
    }
    if !matches!(piece.block.kind, BlockKind::Paragraph) {
        return None;
    }
    if let Some(number) = SECTION.captures(text)
        && open
    {
        let depth = number[1].split('.').count();
        return u8::try_from(depth).ok();
    }
    let next = next?;
    if open && length <= 80 && PART.is_match(text) && !matches!(next.kind, BlockKind::Row { .. }) {
        return Some(4);
    }
    let longer = next.text.chars().count() > length.max(60);
    let capital = text.chars().next().is_some_and(char::is_uppercase);
    let follows = matches!(next.kind, BlockKind::Paragraph) && longer;
    if motion && matches!(next.kind, BlockKind::Paragraph) && next.text.chars().count() > 60 {
        return Some(4);
    }
    let words = text.split(' ').count();
    let bold = piece.bold && !matches!(next.kind, BlockKind::Frame) && !text.ends_with(['.', ',', ';']);
    ((bold || (open && follows && words <= 12)) && capital && length <= 90).then_some(4)
}
