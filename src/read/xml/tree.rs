//! XML text to a tree of elements. The border: well-formedness and limits only; no element has a meaning here.

use crate::read::ReadError;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// Elements nest no deeper than this; the schema of the official publications stays under forty.
const DEEPEST: usize = 150;

/// More elements than this are not read: the longest debate of the Chamber has some fifty thousand.
const MOST_ELEMENTS: usize = 3_000_000;

/// An element with what is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without prefix.
    pub(super) name: String,
    /// Its attributes, prefixes taken off.
    attributes: Vec<(String, String)>,
    /// Words and elements, in order.
    pub(super) nodes: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// Words.
    Text(String),
}

impl Element {
    /// An attribute's value; empty ones count as absent.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim()).filter(|v| !v.is_empty())
    }

    /// The elements directly inside, with their place among those of the same name: `al[3]`, or `al` for an only one.
    pub(super) fn children(&self) -> impl Iterator<Item = (&Element, String)> {
        let mut seen: Vec<(&str, usize)> = Vec::new();
        self.elements().map(move |e| {
            let place = if let Some((_, count)) = seen.iter_mut().find(|(name, _)| *name == e.name) {
                *count += 1;
                *count
            } else {
                seen.push((&e.name, 1));
                1
            };
            (e, if place > 1 { format!("{}[{place}]", e.name) } else { e.name.clone() })
        })
    }

    /// The elements directly inside.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|n| match n {
            Node::Element(e) => Some(e),
            Node::Text(_) => None,
        })
    }

    /// The first element of that name directly inside.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|e| e.name == name)
    }

    /// All elements of that name at any depth, in order.
    pub(super) fn all<'a>(&'a self, name: &str) -> Vec<&'a Element> {
        let mut found = Vec::new();
        let mut open: Vec<&Element> = vec![self];
        while let Some(e) = open.pop() {
            if e.name == name {
                found.push(e);
            }
            let at = open.len();
            open.extend(e.elements());
            open[at..].reverse();
        }
        found
    }

    /// The words inside, white space folded.
    pub(super) fn words(&self) -> String {
        let mut raw = String::new();
        self.gather(&mut raw);
        raw.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn gather(&self, into: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Text(text) => into.push_str(text),
                Node::Element(e) => e.gather(into),
            }
        }
    }

    /// Whether words stand directly inside, beside its elements.
    pub(super) fn has_words(&self) -> bool {
        self.nodes.iter().any(|n| matches!(n, Node::Text(t) if t.chars().any(char::is_alphanumeric)))
    }

    fn text(&mut self, words: &str) {
        match self.nodes.last_mut() {
            Some(Node::Text(text)) => text.push_str(words),
            _ => self.nodes.push(Node::Text(words.to_string())),
        }
    }
}

/// Reads the root element; besides it what had to be left as it stood, in Dutch.
pub(super) fn parse(text: &str) -> Result<(Element, Vec<String>), ReadError> {
    // A mark or blank line before the declaration is a common scar.
    let start = text.find('<').unwrap_or_default();
    let broken = |what: String, at: usize| {
        let at = start + at.min(text.len() - start);
        let line = String::from_utf8_lossy(&text.as_bytes()[..at]).matches('\n').count() + 1;
        ReadError::Broken { what, place: format!("regel {line}") }
    };
    let mut reader = Reader::from_str(&text[start..]);
    let mut open: Vec<Element> = Vec::new();
    let mut root: Option<Element> = None;
    let mut repairs = Vec::new();
    let mut count = 0usize;
    loop {
        let event = reader.read_event().map_err(|e| {
            let at = usize::try_from(reader.error_position()).unwrap_or_default();
            broken(format!("geen geldige XML: {e}"), at)
        })?;
        match event {
            Event::Start(tag) => {
                count += 1;
                if open.len() >= DEEPEST || count > MOST_ELEMENTS {
                    let what = format!("meer dan {DEEPEST} elementen diep of {MOST_ELEMENTS} elementen lang");
                    return Err(ReadError::TooLarge { what });
                }
                open.push(element(&tag));
            }
            Event::Empty(tag) => {
                count += 1;
                close(element(&tag), &mut open, &mut root);
            }
            Event::End(_) => {
                if let Some(done) = open.pop() {
                    close(done, &mut open, &mut root);
                }
            }
            Event::Text(words) => {
                if let Some(e) = open.last_mut() {
                    e.text(&words);
                }
            }
            Event::CData(words) => {
                if let Some(e) = open.last_mut() {
                    e.text(&words);
                }
            }
            Event::GeneralRef(name) => {
                if let Some(e) = open.last_mut() {
                    let known = character(&name);
                    e.text(&known.clone().unwrap_or_else(|| format!("&{};", &*name)));
                    if known.is_none() && repairs.len() < 20 {
                        repairs.push(format!("onbekend teken &{}; is blijven staan", &*name));
                    }
                }
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    if let Some(unclosed) = open.last() {
        return Err(broken(format!("het bestand houdt op midden in <{}>", unclosed.name), text.len()));
    }
    let root = root.ok_or_else(|| broken("er staat geen XML-element in".to_string(), 0))?;
    Ok((root, repairs))
}

fn close(done: Element, open: &mut [Element], root: &mut Option<Element>) {
    match (open.last_mut(), root) {
        (Some(parent), _) => parent.nodes.push(Node::Element(done)),
        (None, root @ None) => *root = Some(done),
        // A second root: its words go on where the first ended.
        (None, Some(first)) => first.nodes.push(Node::Element(done)),
    }
}

fn element(tag: &BytesStart<'_>) -> Element {
    let name = tag.local_name().as_ref().to_string();
    let mut tagged = tag.attributes();
    let attributes = tagged.with_checks(false).flatten().map(|a| {
        let value = quick_xml::escape::unescape(&a.value).map_or_else(|_| a.value.to_string(), |v| v.to_string());
        (a.key.local_name().as_ref().to_string(), value)
    });
    Element { name, attributes: attributes.collect(), nodes: Vec::new() }
}

/// The character of one of the five known names or a number; nothing else is expanded.
fn character(name: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return Some(c.to_string());
    }
    quick_xml::escape::resolve_xml_entity(name).map(str::to_string)
}
