//! Word documents (DOCX).
//!
//! - [x] headings by style, outline level or a wholly bold, italic or underlined line; list items with the mark Word counts
//! - [x] tables row by row; a table that only lays out the page gives its contents in order
//! - [x] footnotes and endnotes at their place; custom marks
//! - [x] fields show their result, not their code; hyperlinks with their target
//! - [x] text boxes and shapes once, after their paragraph (the fallback copy is passed over)
//! - [x] tracked changes as accepted: insertions in, deletions and moved-away text out; hidden text out
//! - [x] house-style blocks (sender, references, date and subject) and frames as `Frame`, apart from the letter
//! - [x] a hard line break keeps its place, so that a heading glued to its text can be split off
//! - [x] headers and footers as `Frame`: that of the first page before the letter (house style puts date and subject in
//!   it), the others after it, no line twice
//! - [ ] comments, charts, pictures, equations: passed over
//! - [ ] documents locked with a password (they are no zip)

use super::{
    DEEPEST, Table, looks_like_heading,
    numbering::{Numbering, roman},
    package::Package,
    rejoin,
    styles::{Styles, on},
    table,
    tree::Child,
    tree::Node,
};
use crate::document::{BlockKind, Draft, DraftBlock};
use crate::read::ReadError;
use crate::text::Origin;
use std::collections::{HashMap, HashSet};

/// Sections of which headers and footers are read.
const MOST_SECTIONS: usize = 64;

/// Reads a DOCX.
pub(in crate::read) fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_string();
    let document = package
        .tree(&main)?
        .ok_or_else(|| ReadError::Broken { what: "het document zelf ontbreekt".into(), place: main.clone() })?;
    let mut warnings = Vec::new();
    // A damaged side part costs its styles or notes, not the document.
    let mut side = |package: &mut Package<'_>, name: &str| match package.tree(&format!("{folder}/{name}")) {
        Ok(node) => node.unwrap_or_default(),
        Err(reason) => {
            warnings.push(format!("{name} is overgeslagen: {reason}"));
            Node::default()
        }
    };
    let styles = Styles::read(&side(&mut package, "styles.xml"));
    let numbering = Numbering::read(&side(&mut package, "numbering.xml"));
    let name = main.rsplit_once('/').map_or(main.as_str(), |(_, name)| name);
    let rels = side(&mut package, &format!("_rels/{name}.rels"));
    let links = relations(&rels);
    let footnotes = side(&mut package, "footnotes.xml");
    let endnotes = side(&mut package, "endnotes.xml");
    let core = package.tree("docProps/core.xml").ok().flatten();
    let mut walk = Walk {
        draft: Draft { warnings, ..Draft::default() },
        styles,
        numbering,
        links,
        paragraphs: 0,
        tables: 0,
        notes: Vec::new(),
        fields: Vec::new(),
        said: HashSet::new(),
    };
    let (above, other) = margins(&document, &rels);
    let mut margin = |walk: &mut Walk, targets: &[String]| {
        for target in targets {
            if let Ok(Some(part)) = package.tree(&format!("{folder}/{target}")) {
                walk.margin(&part);
            }
        }
    };
    margin(&mut walk, &above);
    if let Some(body) = document.child("body") {
        let blocks = walk.blocks(body, 0);
        walk.place(blocks);
    }
    margin(&mut walk, &other);
    let notes = std::mem::take(&mut walk.notes);
    for note in notes {
        let part = if note.end { &endnotes } else { &footnotes };
        let Some(node) = part.nodes().find(|n| n.attribute("id") == Some(&note.id)) else { continue };
        let label = note.label;
        let mut body: Option<DraftBlock> = None;
        for part in walk.blocks(node, 1) {
            let Part::Block(block) = part else { continue };
            match &mut body {
                Some(body) => body.join(block, false),
                None => body = Some(block),
            }
        }
        if let Some(mut body) = body {
            body.places = vec![(0, Origin::path(format!("noot {label}")))];
            walk.draft.note(label, body);
        }
    }
    if let Some(core) = core {
        for name in ["title", "subject", "created"] {
            let value = core.child(name).map(Node::words).unwrap_or_default();
            if !value.trim().is_empty() {
                walk.draft.properties.push((format!("docx.{name}"), value.trim().to_string()));
            }
        }
    }
    rejoin(&mut walk.draft);
    Ok(walk.draft)
}

/// The name of the main part: `word/document.xml`, unless the package says otherwise.
fn main_part(package: &mut Package<'_>) -> Result<String, ReadError> {
    let rels = package.tree("_rels/.rels")?.unwrap_or_default();
    let main = rels.nodes().find(|n| n.attribute("Type").is_some_and(|t| t.ends_with("/officeDocument")));
    let target = main.and_then(|n| n.attribute("Target")).unwrap_or("word/document.xml");
    Ok(target.trim_start_matches('/').to_string())
}

fn relations(rels: &Node) -> HashMap<String, String> {
    let all = rels.nodes().filter(|n| n.attribute("TargetMode") == Some("External"));
    all.filter_map(|n| Some((n.attribute("Id")?.to_string(), n.attribute("Target")?.to_string()))).collect()
}

/// The parts that hold headers and footers: what stands at the top of the first page, and all others, each once.
fn margins(document: &Node, rels: &Node) -> (Vec<String>, Vec<String>) {
    let target = |id: &str| {
        let rel = rels.nodes().find(|n| n.attribute("Id") == Some(id))?;
        Some(rel.attribute("Target")?.trim_start_matches('/').trim_start_matches("word/").to_string())
    };
    let body = document.child("body");
    let inside = body.into_iter().flat_map(Node::nodes).filter_map(|p| p.at(&["pPr", "sectPr"]));
    let sections: Vec<&Node> = inside.chain(body.and_then(|b| b.child("sectPr"))).collect();
    let (mut above, mut other): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for (index, section) in sections.iter().enumerate().take(MOST_SECTIONS) {
        let first = section.child("titlePg").is_some_and(on);
        for part in section.nodes().filter(|n| n.name == "headerReference" || n.name == "footerReference") {
            let Some(target) = part.attribute("id").and_then(target) else { continue };
            let kind = part.attribute("type").unwrap_or("default");
            let opens = index == 0 && part.name == "headerReference" && kind == if first { "first" } else { "default" };
            let shown = kind == "default" || kind == "even" || first;
            if opens {
                above.push(target);
            } else if shown && !other.contains(&target) {
                other.push(target);
            }
        }
    }
    other.retain(|target| !above.contains(target));
    (above, other)
}

struct Walk {
    draft: Draft,
    styles: Styles,
    numbering: Numbering,
    links: HashMap<String, String>,
    paragraphs: usize,
    tables: usize,
    /// Notes in the order of their marks.
    notes: Vec<Note>,
    /// Open fields, outermost first.
    fields: Vec<Field>,
    /// Lines of headers and footers so far.
    said: HashSet<String>,
}

/// A field: its code, then its result.
#[derive(Default)]
struct Field {
    code: String,
    /// Where in the words of its paragraph the result begins; `None` while the code lasts.
    result: Option<usize>,
}

impl Field {
    /// What `HYPERLINK "…"` leads to.
    fn target(&self) -> Option<&str> {
        let quoted = self.code.trim().strip_prefix("HYPERLINK")?.trim_start().strip_prefix('"')?;
        quoted.split('"').next().filter(|t| !t.is_empty())
    }
}

/// A note that a mark points to.
struct Note {
    /// Whether it stands at the end of the document.
    end: bool,
    id: String,
    label: String,
}

enum Part {
    Block(DraftBlock),
    Table(Table),
}

/// Properties of one run or paragraph that change how its words count.
#[derive(Default)]
struct Look {
    words: usize,
    strong: usize,
}

impl Walk {
    fn place(&mut self, parts: Vec<Part>) {
        for part in parts {
            match part {
                Part::Block(block) => self.draft.push(block),
                Part::Table(rows) => {
                    self.tables += 1;
                    table(&mut self.draft, self.tables, rows);
                }
            }
        }
    }

    /// Header or footer lines: frames, and no line that stands there already (each page has them again).
    fn margin(&mut self, part: &Node) {
        self.fields.clear();
        let counted = (self.paragraphs, self.tables);
        let lines = self.blocks(part, 0).into_iter().flat_map(|part| match part {
            Part::Block(block) => vec![block],
            Part::Table(rows) => rows.into_iter().flat_map(|(_, cells)| cells).flatten().collect(),
        });
        for line in lines {
            super::margin(&mut self.draft, &mut self.said, line);
        }
        self.fields.clear();
        (self.paragraphs, self.tables) = counted;
    }

    /// The blocks of a container: body, cell, text box, note, content control.
    fn blocks(&mut self, container: &Node, depth: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        if depth > DEEPEST {
            self.draft.warn("te diep geneste onderdelen zijn overgeslagen");
            return parts;
        }
        for node in container.nodes() {
            match node.name.as_str() {
                "p" => self.paragraph(node, depth, &mut parts),
                "tbl" => {
                    let rows = self.rows(node, depth);
                    parts.push(Part::Table(rows));
                }
                "del" | "moveFrom" | "sectPr" | "Fallback" => {}
                _ => parts.extend(self.blocks(node, depth + 1)),
            }
        }
        parts
    }

    fn rows(&mut self, tbl: &Node, depth: usize) -> Table {
        let mut rows = Table::new();
        let all = tbl.nodes().flat_map(|n| {
            if n.name == "sdt" {
                n.child("sdtContent").map(Node::nodes).into_iter().flatten().collect::<Vec<_>>()
            } else {
                vec![n]
            }
        });
        for tr in all.filter(|n| n.name == "tr") {
            if tr.at(&["trPr", "del"]).is_some() {
                continue;
            }
            let header = tr.at(&["trPr", "tblHeader"]).is_some();
            let mut cells = Vec::new();
            for tc in tr.nodes().filter(|n| n.name == "tc" || n.name == "sdt") {
                let mut cell = Vec::new();
                for part in self.blocks(tc, depth + 1) {
                    match part {
                        Part::Block(block) if !block.is_empty() => cell.push(block),
                        Part::Block(_) => {}
                        // A table in a cell: its cells' words, in order.
                        Part::Table(inner) => cell.extend(inner.into_iter().flat_map(|(_, cells)| cells).flatten()),
                    }
                }
                cells.push(cell);
            }
            rows.push((header, cells));
        }
        rows
    }

    fn paragraph(&mut self, p: &Node, depth: usize, parts: &mut Vec<Part>) {
        self.paragraphs += 1;
        let origin = Origin::path(format!("alinea {}", self.paragraphs));
        let properties = p.child("pPr");
        let style_id = properties.and_then(|n| n.at(&["pStyle"])).and_then(|n| n.attribute("val")).unwrap_or_default();
        let style = self.styles.get(style_id);
        let value = |path: &[&str]| properties.and_then(|n| n.at(path)).and_then(|n| n.attribute("val"));
        let list = match value(&["numPr", "numId"]) {
            Some("0") => None,
            Some(id) => Some((id.to_string(), value(&["numPr", "ilvl"]).and_then(|v| v.parse().ok()).unwrap_or(0))),
            None => style.list.clone(),
        };
        let outline = value(&["outlineLvl"]).and_then(|v| v.parse::<u8>().ok()).filter(|l| *l < 9).map(|l| l + 1);
        let level = outline.or(style.level);
        let frame = style.is_frame(style_id) || properties.is_some_and(|n| n.child("framePr").is_some());
        let mut block = DraftBlock::new(BlockKind::Paragraph, origin);
        let mut look = Look::default();
        let mut boxes = Vec::new();
        self.runs(p, depth, &mut block, &mut look, &mut boxes);
        // The code of a field ends with its paragraph, also where a damaged file leaves it open.
        self.fields.iter_mut().for_each(|field| field.result = Some(0));
        let mark = if block.is_empty() { None } else { list.and_then(|(id, level)| self.numbering.next(&id, level)) };
        let strong = style.bold || (look.words > 0 && look.strong == look.words);
        if frame {
            block.kind = BlockKind::Frame;
        } else if let Some(level) = level {
            block.kind = BlockKind::Heading { level };
            if let Some(mark) = mark {
                let mut numbered = DraftBlock::with(block.kind.clone(), block.places[0].1.clone(), &mark);
                numbered.join(block, false);
                block = numbered;
            }
        } else if let Some(marker) = mark {
            block.kind = BlockKind::Item { marker };
        } else if strong && looks_like_heading(&block.text) {
            block.kind = BlockKind::Heading { level: 4 };
        }
        parts.push(Part::Block(block));
        for content in boxes {
            parts.extend(self.blocks(content, depth + 1));
        }
    }

    /// The words of a paragraph: runs, links, fields, note marks; text boxes are kept for after it.
    fn runs<'n>(
        &mut self,
        node: &'n Node,
        depth: usize,
        block: &mut DraftBlock,
        look: &mut Look,
        boxes: &mut Vec<&'n Node>,
    ) {
        if depth > DEEPEST * 2 {
            return;
        }
        for child in node.nodes() {
            match child.name.as_str() {
                "r" => {
                    let properties = child.child("rPr");
                    let has = |name: &str| properties.and_then(|n| n.child(name)).is_some_and(on);
                    if has("vanish") {
                        continue;
                    }
                    let before = block.text.len();
                    self.run(child, block, boxes);
                    let added =
                        block.text[before.min(block.text.len())..].chars().filter(|c| c.is_alphanumeric()).count();
                    look.words += added;
                    if has("b") || has("u") || has("i") {
                        look.strong += added;
                    }
                }
                "hyperlink" => {
                    let target = child.attribute("id").and_then(|id| self.links.get(id)).cloned();
                    let start = block.text.len();
                    self.runs(child, depth + 1, block, look, boxes);
                    if let Some(target) = target {
                        link(block, start, &target);
                    }
                }
                "pPr" | "del" | "moveFrom" | "Fallback" | "delText" | "instrText" => {}
                "txbxContent" => boxes.push(child),
                _ => self.runs(child, depth + 1, block, look, boxes),
            }
        }
    }

    fn run<'n>(&mut self, run: &'n Node, block: &mut DraftBlock, boxes: &mut Vec<&'n Node>) {
        for child in run.nodes() {
            match child.name.as_str() {
                "fldChar" => match child.attribute("fldCharType") {
                    Some("begin") => self.fields.push(Field::default()),
                    Some("separate") => {
                        if let Some(field) = self.fields.last_mut() {
                            field.result = Some(block.text.len());
                        }
                    }
                    _ => {
                        if let Some(field) = self.fields.pop()
                            && let (Some(target), Some(start)) = (field.target(), field.result)
                        {
                            link(block, start, target);
                        }
                    }
                },
                "instrText" => {
                    let open = self.fields.last_mut().filter(|f| f.result.is_none() && f.code.len() < 4000);
                    if let Some(field) = open {
                        field.code.push_str(&child.words());
                    }
                }
                _ if self.fields.iter().any(|field| field.result.is_none()) => {}
                "t" => block.push(&child.words()),
                "tab" | "ptab" => block.push(" "),
                "br" | "cr" => {
                    let origin = block.places[0].1.clone();
                    block.place(origin);
                }
                "noBreakHyphen" => block.push("-"),
                "sym" => block.push("•"),
                "footnoteReference" | "endnoteReference" => {
                    let Some(id) = child.attribute("id") else { continue };
                    let end = child.name == "endnoteReference";
                    let custom = child.attribute("customMarkFollows").filter(|v| *v != "0" && *v != "false");
                    let own = custom.and_then(|_| run.child("t")).map(|t| t.words().trim().to_string());
                    let label = own.unwrap_or_else(|| {
                        let number = self.notes.iter().filter(|n| n.end == end).count() + 1;
                        if end { roman(u32::try_from(number).unwrap_or(1)).to_lowercase() } else { number.to_string() }
                    });
                    block.mark(label.clone());
                    self.notes.push(Note { end, id: id.to_string(), label });
                    if custom.is_some() {
                        break; // the mark itself follows as text and is no word
                    }
                }
                "drawing" | "pict" | "object" | "AlternateContent" => find_boxes(child, 0, boxes),
                _ => {}
            }
        }
    }
}

/// Makes a link of the words from `start` on.
fn link(block: &mut DraftBlock, start: usize, target: &str) {
    let Some(words) = block.text.get(start..).filter(|w| !w.trim().is_empty()) else { return };
    let skip = words.len() - words.trim_start().len();
    block.links.push((start + skip..block.text.len(), target.to_string()));
}

/// Text boxes inside a drawing; of the two copies that Word writes only the first counts.
fn find_boxes<'n>(node: &'n Node, depth: usize, boxes: &mut Vec<&'n Node>) {
    if depth > DEEPEST * 2 {
        return;
    }
    for child in &node.children {
        match child {
            Child::Node(n) if n.name == "txbxContent" => boxes.push(n),
            Child::Node(n) if n.name != "Fallback" => find_boxes(n, depth + 1, boxes),
            _ => {}
        }
    }
}
