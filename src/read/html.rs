//! Web pages (HTML): of official publications, of the Chamber's site, and any other.
//!
//! - [x] the document without the page around it: the container of an official publication, `main` or `article`, else
//!   the body without navigation, headers, footers, forms and scripts
//! - [x] headings, paragraphs, lists with their marks, tables row by row, links with their target
//! - [x] footnotes: raised marks in the text, bodies in blocks of class `noot` or `footnote`
//! - [x] pages that do not close their elements, entities, any encoding
//! - [ ] what only a browser shows: scripts, style sheets, text in pictures, frames

use super::ReadError;
use super::encoding::Decoded;
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::text::Origin;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::{Cell, RefCell};

/// Elements whose contents are never part of the document.
const AROUND: &[&str] = &[
    "script", "style", "head", "nav", "header", "footer", "aside", "form", "button", "select", "noscript", "template",
    "svg", "iframe", "object", "dialog",
];

/// Elements that begin a block of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "body",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "thead",
    "tbody",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "address",
    "hr",
    "caption",
    "details",
    "summary",
];

/// Elements without an end tag.
const VOID: &[&str] =
    &["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"];

/// A page nested deeper than this keeps its words, but no more structure.
const DEEPEST: usize = 512;

/// Tags and pieces of text that are kept of a page.
const MOST_EVENTS: usize = 400_000;
/// Bytes the tokenizer gets at a time; between two of them the limits are held.
const PIECE: usize = 1 << 14;
/// What may part attributes within one tag: the tokenizer compares every attribute with all before it. A slash weighs a
/// quarter of a blank or quote, because pictures within the page have one in every sixty-four bytes.
const MOST_PARTS: usize = 48_000;

/// Reads a page that is decoded already. A page without words gives an empty draft; an error is a limit.
pub(super) fn read(decoded: Decoded) -> Result<Draft, ReadError> {
    let mut draft = parse(&decoded.text)?;
    draft.warnings.extend(decoded.warnings);
    Ok(draft)
}

fn parse(html: &str) -> Result<Draft, ReadError> {
    let queue = BufferQueue::default();
    let tokenizer = Tokenizer::new(Events::default(), TokenizerOpts::default());
    let (mut rest, mut before, mut parts) = (html, 0, 0);
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        rest = after;
        queue.push_back(StrTendril::from_slice(piece));
        while html5ever::TokenizerResult::Done != tokenizer.feed(&queue) {}
        let seen = tokenizer.sink.1.get();
        if std::mem::replace(&mut before, seen) != seen {
            parts = 0;
        }
        let weight = |b: u8| match b {
            b'/' => 1,
            b'"' | b'\'' | b' ' | b'\n' | b'\r' | b'\t' | 0x0c => 4,
            _ => 0,
        };
        parts += piece.bytes().map(weight).sum::<usize>();
        if parts > MOST_PARTS + 4 * PIECE {
            return Err(ReadError::TooLarge { what: "een element met meer attributen dan gelezen worden".into() });
        }
        if tokenizer.sink.0.borrow().len() > MOST_EVENTS {
            return Err(ReadError::TooLarge { what: format!("meer dan {MOST_EVENTS} elementen") });
        }
    }
    tokenizer.end();
    let events = tokenizer.sink.0.take();
    let root = main_container(&events);
    let mut page = Page::new(root.is_some());
    for event in &events[root.unwrap_or(0..events.len())] {
        page.take(event);
    }
    Ok(page.finish())
}

#[derive(Debug)]
enum Event {
    Start { name: String, id: String, class: String, href: Option<String>, line: u32 },
    End { name: String },
    Text { words: String, line: u32 },
}

/// What is kept, and how many tokens were seen.
#[derive(Default)]
struct Events(RefCell<Vec<Event>>, Cell<usize>);

impl TokenSink for Events {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        self.1.set(self.1.get() + 1);
        match token {
            Token::CharacterTokens(words) => {
                let mut events = self.0.borrow_mut();
                match events.last_mut() {
                    Some(Event::Text { words: before, line: begun }) if *begun == line => before.push_str(&words),
                    _ => events.push(Event::Text { words: words.to_string(), line }),
                }
            }
            Token::TagToken(tag) => return self.tag(&tag, line),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Events {
    fn tag(&self, tag: &Tag, line: u32) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        if tag.kind == TagKind::EndTag {
            self.0.borrow_mut().push(Event::End { name });
            return TokenSinkResult::Continue;
        }
        let value = |wanted: &str| {
            let found = tag.attrs.iter().find(|a| &*a.name.local == wanted);
            found.map(|a| a.value.to_string())
        };
        let raw = matches!(name.as_str(), "script" | "style" | "noscript" | "iframe" | "noembed" | "noframes" | "xmp");
        let void = tag.self_closing || VOID.contains(&name.as_str());
        let id = value("id").unwrap_or_default();
        let class = value("class").unwrap_or_default().to_lowercase();
        let mut events = self.0.borrow_mut();
        events.push(Event::Start { name: name.clone(), id, class, href: value("href"), line });
        if void {
            events.push(Event::End { name });
            return TokenSinkResult::Continue;
        }
        if raw { TokenSinkResult::RawData(RawKind::Rawtext) } else { TokenSinkResult::Continue }
    }
}

/// The events inside the element that holds the document, if the page says which one that is.
fn main_container(events: &[Event]) -> Option<std::ops::Range<usize>> {
    type Test = fn(&str, &str, &str) -> bool;
    const BY_RANK: [Test; 4] = [
        |_, id, class| id == "broodtekst" || class.split(' ').any(|c| c == "stuk" || c == "broodtekst"),
        |_, _, class| class.split(' ').any(|c| c == "officiele-publicatie" || c == "kamerstuk"),
        |name, id, _| name == "main" || id == "main" || id == "content",
        |name, _, _| name == "article",
    ];
    BY_RANK.iter().find_map(|test| {
        let found = |e: &Event| matches!(e, Event::Start { name, id, class, .. } if test(name, id, class));
        let start = events.iter().position(found)?;
        let Event::Start { name: root, .. } = &events[start] else { return None };
        let mut depth = 0usize;
        let end = events[start..].iter().position(|e| {
            match e {
                Event::Start { name, .. } if name == root => depth += 1,
                Event::End { name } if name == root => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        Some(start..end.map_or(events.len(), |e| start + e))
    })
}

/// The document as it grows.
struct Page {
    draft: Draft,
    block: DraftBlock,
    /// Names of open elements, with what each changes.
    open: Vec<Open>,
    /// How many open elements stand around the document.
    around: usize,
    /// Whether the page named its document: headers inside it are the document's own.
    named: bool,
    /// The row being filled, and its current cell's words.
    row: Option<(DraftBlock, Option<String>)>,
    /// The number of the current note body.
    note: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Open {
    name: String,
    around: bool,
    note: bool,
    raised: bool,
    href: Option<String>,
    /// Items counted so far, for a numbered list.
    count: u32,
}

impl Page {
    fn new(named: bool) -> Page {
        let block = DraftBlock::new(BlockKind::Paragraph, Origin::line(1));
        Page { draft: Draft::default(), block, open: Vec::new(), around: 0, named, row: None, note: None }
    }

    fn take(&mut self, event: &Event) {
        match event {
            Event::Start { name, class, href, line, .. } => self.start(name, class, href.as_deref(), *line),
            Event::End { name } => self.end(name),
            Event::Text { words, line } if self.around == 0 => self.words(words, *line),
            Event::Text { .. } => {}
        }
    }

    fn start(&mut self, name: &str, class: &str, href: Option<&str>, line: u32) {
        let around = AROUND.contains(&name) && !(self.named && matches!(name, "header" | "aside"));
        let note = class.split([' ', '-', '_']).any(|c| c == "noot" || c == "footnote" || c == "voetnoot")
            && matches!(name, "div" | "p" | "li" | "section" | "aside");
        // A note's own number opens its body.
        let raised = name == "sup" || class.split(' ').any(|c| c == "nootnum" || c == "nootnr" || c == "noot-nr");
        if self.around == 0 {
            self.close_implied(name);
            self.boundary(name, line);
            if note {
                self.note = Some(String::new());
            }
        }
        if self.open.len() < DEEPEST && !VOID.contains(&name) {
            let href = href.map(str::to_string);
            self.around += usize::from(around);
            self.open.push(Open { name: name.to_string(), around, note, raised, href, count: 0 });
        }
    }

    /// Ends the paragraphs, items, rows and cells that a page left open and that end where `name` begins.
    fn close_implied(&mut self, name: &str) {
        let ended: &[&str] = match name {
            "td" | "th" => &["p", "td", "th"],
            "tr" => &["p", "td", "th", "tr"],
            "li" => &["p", "li"],
            "dt" | "dd" => &["p", "dt", "dd"],
            _ if BLOCKS.contains(&name) => &["p"],
            _ => return,
        };
        while let Some(last) = self.open.last().map(|o| o.name.clone()).filter(|n| ended.contains(&n.as_str())) {
            self.end(&last);
        }
    }

    /// What a start tag does to the block in the making.
    fn boundary(&mut self, name: &str, line: u32) {
        if name == "br" {
            self.block.place(Origin::line(line));
            return;
        }
        if !BLOCKS.contains(&name) {
            return;
        }
        match name {
            "td" | "th" if self.row.is_some() => {
                if let Some((_, cell)) = &mut self.row {
                    *cell = Some(String::new());
                }
                return;
            }
            _ if self.row.as_ref().is_some_and(|(_, cell)| cell.is_some()) => {
                self.cell_words(" ", line);
                return;
            }
            _ => self.flush(),
        }
        let kind = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                BlockKind::Heading { level: name.as_bytes().get(1).map_or(1, |d| d - b'0') }
            }
            "li" => BlockKind::Item { marker: self.marker() },
            "tr" => {
                let header = self.open.iter().any(|o| o.name == "thead");
                let row = DraftBlock::new(BlockKind::Row { cells: Vec::new(), header }, Origin::line(line));
                self.row = Some((row, None));
                return;
            }
            _ => return,
        };
        self.block = DraftBlock::new(kind, Origin::line(line));
    }

    fn marker(&mut self) -> String {
        match self.open.iter_mut().rev().find(|o| o.name == "ol" || o.name == "ul") {
            Some(list) if list.name == "ol" => {
                list.count = list.count.saturating_add(1);
                format!("{}.", list.count)
            }
            _ => "•".to_string(),
        }
    }

    fn end(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|o| o.name == name) else { return };
        let inside = self.around == 0;
        if inside && BLOCKS.contains(&name) {
            match name {
                "td" | "th" => {
                    if let Some((row, cell)) = &mut self.row
                        && let Some(words) = cell.take()
                    {
                        row.cell(&words);
                    }
                }
                "tr" => self.end_row(),
                _ if self.row.is_some() => {}
                _ => self.flush(),
            }
        }
        for closed in self.open.drain(at..).collect::<Vec<_>>() {
            self.around -= usize::from(closed.around);
            if closed.note {
                self.flush();
                self.note = None;
            }
        }
    }

    fn end_row(&mut self) {
        if let Some((mut row, cell)) = self.row.take() {
            if let Some(words) = cell {
                row.cell(&words);
            }
            self.draft.push(row);
        }
    }

    fn cell_words(&mut self, words: &str, line: u32) {
        if let Some((row, Some(cell))) = &mut self.row {
            cell.push_str(words);
            if row.cells.is_empty() && row.is_empty() {
                row.places = vec![(0, Origin::line(line))];
            }
        }
    }

    fn words(&mut self, words: &str, line: u32) {
        if self.row.as_ref().is_some_and(|(_, cell)| cell.is_some()) {
            self.cell_words(words, line);
            return;
        }
        let label = words.trim().trim_matches(['[', ']', '(', ')']);
        let raised = self.open.iter().rev().take(3).any(|o| o.raised);
        let is_label =
            raised && (1..=3).contains(&label.len()) && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '*');
        if is_label && self.note.as_ref().is_some_and(String::is_empty) && self.block.is_empty() {
            self.note = Some(label.to_string());
            return;
        }
        if is_label
            && label.chars().all(|c| c.is_ascii_digit() || c == '*')
            && !self.block.is_empty()
            && self.note.is_none()
        {
            self.block.mark(label);
            return;
        }
        if self.block.is_empty() {
            self.block.places = vec![(0, Origin::line(line))];
        } else if self.block.places.last().is_some_and(|(_, o)| o.line != Some(line)) && !words.trim().is_empty() {
            // A line of the file, not of the page: it says where, and adds no blank.
            let at = self.block.text.len();
            self.block.places.push((at, Origin::line(line)));
        }
        match self.open.iter().rev().find_map(|o| o.href.clone()) {
            Some(target) if !target.starts_with('#') => self.block.link(words, target),
            _ => self.block.push(words),
        }
    }

    fn flush(&mut self) {
        let kind = BlockKind::Paragraph;
        let mut block = std::mem::replace(&mut self.block, DraftBlock::new(kind, Origin::line(1)));
        if block.is_empty() {
            self.draft.push(block);
            return;
        }
        match &self.note {
            Some(label) => {
                let mut label = label.clone();
                if label.is_empty() {
                    // "1 Kamerstuk …": the number stands in the words.
                    let digits = block.text.chars().take_while(char::is_ascii_digit).count();
                    label = block.text[..digits].to_string();
                    if digits > 0 {
                        block = block.split_off(digits);
                    }
                }
                self.draft.note(label, block);
                self.note = Some(String::new());
            }
            None => self.draft.push(block),
        }
    }

    fn finish(mut self) -> Draft {
        self.end_row();
        self.flush();
        self.draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(html: &str) -> Vec<String> {
        let doc = parse(html).unwrap().finish("pagina.html", "html");
        doc.blocks.iter().map(|b| doc.of(b.span).to_string()).collect()
    }

    #[test]
    fn the_document_comes_without_the_page_around_it() {
        let html = "<!DOCTYPE html><html><head><title>T</title><script>if (a<b) {}</script></head><body>\
            <nav><a href='/'>Home</a></nav><div id=broodtekst class=stuk><h1>Nr. 12 Brief</h1><p>Hierbij de &eacute;erste\n\
            brief.<sup><a href='#n1'>1</a></sup> Zie <a href='kst-1'>dit stuk</a><br>verder.<ul><li>een<li>twee</ul>\
            <table><tr><th>Motie<th>Stand<tr><td>Over <p>vis</p></td><td>Afgedaan</td></tr></table>\
            <div class='voet noot'><span class=nootnum>1</span> Kamerstuk 1.</div></div><footer>Contact</footer>";
        assert_eq!(
            blocks(html),
            [
                "Nr. 12 Brief",
                "Hierbij de éerste brief. Zie dit stuk verder.",
                "een",
                "twee",
                "Motie\tStand",
                "Over vis\tAfgedaan",
                "Kamerstuk 1."
            ]
        );
        let doc = parse(html).unwrap().finish("pagina.html", "html");
        assert_eq!(doc.footnotes[0].label, "1");
        assert_eq!(doc.footnotes[0].anchor.map(|a| &doc.text()[..a]), Some("Nr. 12 Brief\nHierbij de éerste brief."));
        assert_eq!(doc.links.len(), 1);
    }

    #[test]
    fn broken_pages_keep_their_words() {
        assert_eq!(blocks("<p>een<p>twee</div></p><b>drie"), ["een", "twee", "drie"]);
        assert_eq!(blocks(&"<div>".repeat(100_000)), Vec::<String>::new());
    }
}
