//! OpenDocument text (ODT).
//!
//! - [x] headings, paragraphs, lists with their marks, tables, notes at their place, links
//! - [x] tracked deletions out; text boxes once, after their paragraph
//! - [x] wholly bold, italic or underlined lines as headings, by the automatic styles
//! - [x] headers and footers as `Frame`: that of the first page before the text, the others after it, no line twice
//! - [x] house-style blocks (sender, references, date and subject) as `Frame`, by the name of their style
//! - [ ] comments, formulas, pictures, tables of contents: passed over

use super::{
    DEEPEST, Table, looks_like_heading, numbering::written, package::Package, rejoin, table, tree::Child, tree::Node,
};
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::read::ReadError;
use crate::text::Origin;
use std::collections::{HashMap, HashSet};

/// Reads an ODT.
pub(in crate::read) fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    let mut package = Package::open(bytes)?;
    let content = package
        .tree("content.xml")?
        .ok_or_else(|| ReadError::Broken { what: "het document zelf ontbreekt".into(), place: "content.xml".into() })?;
    let mut walk = Walk::default();
    // A damaged side part costs its styles and headers, not the document.
    let styles = match package.tree("styles.xml") {
        Ok(styles) => styles.unwrap_or_default(),
        Err(reason) => {
            walk.draft.warn(format!("styles.xml is overgeslagen: {reason}"));
            Node::default()
        }
    };
    styles.child("styles").into_iter().flat_map(Node::nodes).for_each(|style| walk.style(style, true));
    for part in [&styles, &content] {
        part.child("automatic-styles").into_iter().flat_map(Node::nodes).for_each(|style| walk.style(style, false));
    }
    let masters = styles.child("master-styles").into_iter().flat_map(Node::nodes);
    let margins: Vec<&Node> = masters.filter(|n| n.name == "master-page").flat_map(Node::nodes).collect();
    let margins: Vec<&Node> = margins.into_iter().filter(|n| MARGINS.contains(&n.name.as_str())).collect();
    let above = margins.iter().position(|n| n.name == "header-first");
    let above = above.or_else(|| margins.iter().position(|n| n.name == "header"));
    if let Some(above) = above {
        walk.margin(margins[above]);
    }
    if let Some(text) = content.at(&["body", "text"]) {
        walk.blocks(text, 0, &List::default());
    }
    for (_, margin) in margins.iter().enumerate().filter(|(at, _)| Some(*at) != above) {
        walk.margin(margin);
    }
    if let Ok(Some(meta)) = package.tree("meta.xml") {
        for name in ["title", "subject", "creation-date"] {
            let value = meta.child("meta").and_then(|m| m.child(name)).map(Node::words).unwrap_or_default();
            if !value.trim().is_empty() {
                walk.draft.properties.push((format!("odt.{name}"), value.trim().to_string()));
            }
        }
    }
    rejoin(&mut walk.draft);
    Ok(walk.draft)
}

/// Elements of a page style that hold what stands above and below its pages.
const MARGINS: &[&str] = &["header", "header-first", "header-left", "footer", "footer-first", "footer-left"];

#[derive(Default)]
struct Walk {
    draft: Draft,
    /// Names of styles whose words stand out.
    strong: HashSet<String>,
    /// List styles, by level; a level that does not count has bullets.
    lists: HashMap<String, Vec<Option<Level>>>,
    /// How far the last list of each style has counted.
    counts: HashMap<String, u32>,
    /// Names of styles that only frame the document.
    frames: HashSet<String>,
    /// Lines of headers and footers so far.
    said: HashSet<String>,
    paragraphs: usize,
    tables: usize,
}

/// How a level of a list counts.
struct Level {
    before: String,
    format: String,
    after: String,
}

/// Where in which list a paragraph stands.
#[derive(Clone, Default)]
struct List {
    style: String,
    depth: usize,
    marker: Option<String>,
}

impl Walk {
    fn style(&mut self, style: &Node, named: bool) {
        let name = style.attribute("name").unwrap_or_default().to_string();
        if style.name == "list-style" {
            let levels = style.nodes().map(|l| {
                let own = |n| l.attribute(n).unwrap_or_default().to_string();
                let counts = l.name == "list-level-style-number" && l.attribute("num-format") != Some("");
                counts.then(|| Level { before: own("num-prefix"), format: own("num-format"), after: own("num-suffix") })
            });
            self.lists.insert(name, levels.collect());
            return;
        }
        let parent = style.attribute("parent-style-name").unwrap_or_default();
        let framed = |n: &str| super::styles::frames(&n.replace("_20_", " ").to_lowercase());
        let shown = style.attribute("display-name").unwrap_or_default();
        if framed(shown) || framed(&name) || framed(parent) || self.frames.contains(parent) {
            self.frames.insert(name.clone());
        }
        let own = |n: &str| style.child("text-properties").and_then(|t| t.attribute(n));
        let has = |n: &str, plain: &str| own(n).is_some_and(|v| v != plain);
        let bold = own("font-weight").map_or(self.strong.contains(parent), |v| v != "normal");
        // A named style in italics may be that of a caption or a quotation; a line set by hand was meant to stand out.
        if bold || (!named && (has("font-style", "normal") || has("text-underline-style", "none"))) {
            self.strong.insert(name);
        }
    }

    /// The lines of a header or footer, set apart.
    fn margin(&mut self, part: &Node) {
        let counted = (self.paragraphs, self.tables);
        let outer = std::mem::take(&mut self.draft);
        self.blocks(part, 0, &List::default());
        let inner = std::mem::replace(&mut self.draft, outer);
        (self.paragraphs, self.tables) = counted;
        for line in inner.blocks {
            super::margin(&mut self.draft, &mut self.said, line);
        }
    }

    fn blocks(&mut self, container: &Node, depth: usize, list: &List) {
        if depth > DEEPEST {
            self.draft.warn("te diep geneste onderdelen zijn overgeslagen");
            return;
        }
        // Of the paragraphs of an item the first bears its mark.
        let mut list = list.clone();
        for node in container.nodes() {
            match node.name.as_str() {
                "p" | "h" => {
                    for block in self.paragraph(node, depth, &list) {
                        self.draft.push(block);
                    }
                    list.marker = None;
                }
                "list" => self.list(node, depth, &list),
                "table" => {
                    let mut rows = Table::new();
                    self.rows(node, depth, false, &mut rows);
                    self.tables += 1;
                    table(&mut self.draft, self.tables, rows);
                }
                "tracked-changes" | "table-of-content" | "alphabetical-index" | "sequence-decls" | "annotation" => {}
                _ => self.blocks(node, depth + 1, &list),
            }
        }
    }

    fn list(&mut self, node: &Node, depth: usize, outer: &List) {
        let style = node.attribute("style-name").map_or_else(|| outer.style.clone(), str::to_string);
        let level = outer.depth + 1;
        let goes_on = node.attribute("continue-numbering") == Some("true") || node.attribute("continue-list").is_some();
        let mut number = if goes_on { self.counts.get(&style).copied().unwrap_or(0) } else { 0 };
        for item in node.nodes().filter(|n| n.name == "list-item" || n.name == "list-header") {
            let marker = if item.name == "list-header" {
                None
            } else {
                number = item.attribute("start-value").and_then(|v| v.parse().ok()).unwrap_or(number.saturating_add(1));
                let level = self.lists.get(&style).and_then(|l| l.get(level - 1)).and_then(Option::as_ref);
                let counted = |l: &Level| format!("{}{}{}", l.before, written(number, &l.format), l.after);
                Some(level.map_or_else(|| "•".to_string(), counted))
            };
            self.blocks(item, depth + 1, &List { style: style.clone(), depth: level, marker });
        }
        self.counts.insert(style, number);
    }

    fn rows(&mut self, node: &Node, depth: usize, header: bool, rows: &mut Table) {
        if depth > DEEPEST {
            return;
        }
        for child in node.nodes() {
            match child.name.as_str() {
                "table-header-rows" => self.rows(child, depth + 1, true, rows),
                "table-rows" | "table-row-group" => self.rows(child, depth + 1, header, rows),
                "table-row" => {
                    let cells = child.nodes().filter(|n| n.name == "table-cell");
                    let cells = cells.map(|cell| {
                        // A cell is read as a small document of its own.
                        let outer = std::mem::take(&mut self.draft);
                        self.blocks(cell, depth + 1, &List::default());
                        let inner = std::mem::replace(&mut self.draft, outer);
                        self.draft.notes.extend(inner.notes);
                        inner.blocks
                    });
                    let cells = cells.collect();
                    rows.push((header, cells));
                }
                _ => {}
            }
        }
    }

    /// A paragraph and, after it, the text boxes that hang on it.
    fn paragraph(&mut self, p: &Node, depth: usize, list: &List) -> Vec<DraftBlock> {
        self.paragraphs += 1;
        let origin = Origin::path(format!("alinea {}", self.paragraphs));
        let mut block = DraftBlock::new(BlockKind::Paragraph, origin);
        let mut boxes = Vec::new();
        let strong = p.attribute("style-name").is_some_and(|s| self.strong.contains(s));
        let (mut words, mut stands_out) = (0, 0);
        self.inline(p, depth, strong, &mut block, &mut boxes, &mut (&mut words, &mut stands_out));
        if p.attribute("style-name").is_some_and(|s| self.frames.contains(s)) {
            block.kind = BlockKind::Frame;
        } else if p.name == "h" {
            let level = p.attribute("outline-level").and_then(|v| v.parse().ok()).unwrap_or(1);
            block.kind = BlockKind::Heading { level };
        } else if let Some(marker) = &list.marker {
            block.kind = BlockKind::Item { marker: marker.clone() };
        } else if words > 0 && words == stands_out && looks_like_heading(&block.text) {
            block.kind = BlockKind::Heading { level: 4 };
        }
        let mut blocks = vec![block];
        for content in boxes {
            let outer = std::mem::take(&mut self.draft);
            self.blocks(content, depth + 1, &List::default());
            let inner = std::mem::replace(&mut self.draft, outer);
            self.draft.notes.extend(inner.notes);
            blocks.extend(inner.blocks);
        }
        blocks
    }

    fn inline<'n>(
        &mut self,
        node: &'n Node,
        depth: usize,
        strong: bool,
        block: &mut DraftBlock,
        boxes: &mut Vec<&'n Node>,
        look: &mut (&mut usize, &mut usize),
    ) {
        if depth > DEEPEST * 2 {
            return;
        }
        for child in &node.children {
            let child = match child {
                Child::Text(text) => {
                    let count = text.chars().filter(|c| c.is_alphanumeric()).count();
                    *look.0 += count;
                    *look.1 += if strong { count } else { 0 };
                    block.push(text);
                    continue;
                }
                Child::Node(child) => child,
            };
            match child.name.as_str() {
                "s" | "tab" => block.push(" "),
                "line-break" => {
                    let origin = block.places[0].1.clone();
                    block.place(origin);
                }
                "note" => self.note(child, depth, block),
                "text-box" => boxes.push(child),
                "a" => {
                    let start = block.text.len();
                    self.inline(child, depth + 1, strong, block, boxes, look);
                    if let Some(target) = child.attribute("href")
                        && start < block.text.len()
                    {
                        let skip = block.text[start..].len() - block.text[start..].trim_start().len();
                        block.links.push((start + skip..block.text.len(), target.to_string()));
                    }
                }
                "annotation" | "change" | "bookmark" | "tracked-changes" | "object" => {}
                // The name of a picture, which no page prints; `text:title` is a field that one does.
                "title" | "desc" if node.name != "p" && node.name != "span" => {}
                _ => {
                    let strong = strong || child.attribute("style-name").is_some_and(|s| self.strong.contains(s));
                    self.inline(child, depth + 1, strong, block, boxes, look);
                }
            }
        }
    }

    fn note(&mut self, note: &Node, depth: usize, block: &mut DraftBlock) {
        let citation = note.child("note-citation").map(|n| n.words().trim().to_string()).unwrap_or_default();
        let label = if citation.is_empty() { (self.draft.notes.len() + 1).to_string() } else { citation };
        block.mark(label.clone());
        let Some(body) = note.child("note-body") else { return };
        let outer = std::mem::take(&mut self.draft);
        self.blocks(body, depth + 1, &List::default());
        let inner = std::mem::replace(&mut self.draft, outer);
        let mut parts = inner.blocks.into_iter();
        if let Some(mut words) = parts.next() {
            parts.for_each(|part| words.join(part, false));
            words.places = vec![(0, Origin::path(format!("noot {label}")))];
            self.draft.note(label, words);
        }
    }
}
