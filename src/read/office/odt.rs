//! OpenDocument text (ODT).
//!
//! - [x] headings, paragraphs, lists with their marks, tables, notes at their place, links
//! - [x] tracked deletions out; text boxes once, after their paragraph
//! - [x] wholly bold, italic or underlined lines as headings, by the automatic styles
//! - [ ] running headers and footers, comments, formulas, pictures: passed over

use super::{DEEPEST, Table, looks_like_heading, package::Package, rejoin, table, tree::Child, tree::Node};
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
    let mut walk =
        Walk { draft: Draft::default(), strong: HashSet::new(), lists: HashMap::new(), paragraphs: 0, tables: 0 };
    for style in content.child("automatic-styles").into_iter().flat_map(Node::nodes) {
        walk.style(style);
    }
    if let Some(text) = content.at(&["body", "text"]) {
        walk.blocks(text, 0, &List::default());
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

struct Walk {
    draft: Draft,
    /// Names of styles whose words stand out.
    strong: HashSet<String>,
    /// List styles: whether a level counts.
    lists: HashMap<String, Vec<Option<(String, String)>>>,
    paragraphs: usize,
    tables: usize,
}

/// Where in which list a paragraph stands.
#[derive(Clone, Default)]
struct List {
    style: String,
    depth: usize,
    marker: Option<String>,
}

impl Walk {
    fn style(&mut self, style: &Node) {
        let name = style.attribute("name").unwrap_or_default().to_string();
        if style.name == "list-style" {
            let levels = style.nodes().map(|l| {
                let affix = |n| l.attribute(n).unwrap_or_default().to_string();
                (l.name == "list-level-style-number").then(|| (affix("num-prefix"), affix("num-suffix")))
            });
            self.lists.insert(name, levels.collect());
        } else if let Some(text) = style.child("text-properties") {
            let has = |n: &str, plain: &str| text.attribute(n).is_some_and(|v| v != plain);
            if has("font-weight", "normal") || has("font-style", "normal") || has("text-underline-style", "none") {
                self.strong.insert(name);
            }
        }
    }

    fn blocks(&mut self, container: &Node, depth: usize, list: &List) {
        if depth > DEEPEST {
            self.draft.warn("te diep geneste onderdelen zijn overgeslagen");
            return;
        }
        for node in container.nodes() {
            match node.name.as_str() {
                "p" | "h" => {
                    for block in self.paragraph(node, depth, list) {
                        self.draft.push(block);
                    }
                }
                "list" => self.list(node, depth, list),
                "table" => {
                    let mut rows = Table::new();
                    self.rows(node, depth, false, &mut rows);
                    self.tables += 1;
                    table(&mut self.draft, self.tables, rows);
                }
                "tracked-changes" | "table-of-content" | "alphabetical-index" | "sequence-decls" | "annotation" => {}
                _ => self.blocks(node, depth + 1, list),
            }
        }
    }

    fn list(&mut self, node: &Node, depth: usize, outer: &List) {
        let style = node.attribute("style-name").map_or_else(|| outer.style.clone(), str::to_string);
        let level = outer.depth + 1;
        let mut number = 0u32;
        for item in node.nodes().filter(|n| n.name == "list-item" || n.name == "list-header") {
            number = item.attribute("start-value").and_then(|v| v.parse().ok()).unwrap_or(number.saturating_add(1));
            let affixes = self.lists.get(&style).and_then(|l| l.get(level - 1)).cloned().flatten();
            let marker = affixes.map_or_else(|| "•".to_string(), |(before, after)| format!("{before}{number}{after}"));
            self.blocks(item, depth + 1, &List { style: style.clone(), depth: level, marker: Some(marker) });
        }
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
        if p.name == "h" {
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
                "annotation" | "change" | "bookmark" | "tracked-changes" => {}
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
