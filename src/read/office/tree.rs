//! A small XML tree for the parts of an office file. The border: no entity beyond the five and the numeric ones is
//! expanded, and depth, number of nodes and size are bounded, so a hostile part costs its file and no more.

use crate::read::ReadError;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// Elements deeper than this are not written by any word processor.
const DEEPEST: usize = 256;
/// A part with more elements than this (some thousands of pages) is refused: each weighs some hundred bytes.
const MOST_NODES: usize = 1_500_000;

/// An element; its name and its attributes' names without their prefix.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Local name: `p` for `w:p`.
    pub(super) name: String,
    /// Local names and values.
    pub(super) attributes: Vec<(String, String)>,
    /// Children in order.
    pub(super) children: Vec<Child>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Child {
    /// An element.
    Node(Node),
    /// Words.
    Text(String),
}

impl Node {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The child elements.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|c| match c {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// The first child element with this name.
    pub(super) fn child(&self, name: &str) -> Option<&Node> {
        self.nodes().find(|n| n.name == name)
    }

    /// The first element reached by this path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Node> {
        path.iter().try_fold(self, |node, name| node.child(name))
    }

    /// All words in it, in order.
    pub(super) fn words(&self) -> String {
        let mut words = String::new();
        for child in &self.children {
            match child {
                Child::Text(text) => words.push_str(text),
                Child::Node(node) => words.push_str(&node.words()),
            }
        }
        words
    }
}

/// Parses one part; `part` is its name, for the reason when it is damaged.
pub(super) fn parse(part: &str, bytes: &[u8]) -> Result<Node, ReadError> {
    let broken = |what: String, at: u64| ReadError::Broken { what, place: format!("{part}, byte {at}") };
    let text = String::from_utf8_lossy(bytes);
    let mut reader = quick_xml::Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    let mut open: Vec<Node> = vec![Node::default()];
    let mut count = 0usize;
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|e| broken(format!("ongeldige XML: {e}"), at))?;
        match event {
            Event::Start(e) => {
                count += 1;
                if open.len() >= DEEPEST || count > MOST_NODES {
                    return Err(ReadError::TooLarge { what: format!("te diep of te veel elementen in {part}") });
                }
                open.push(element(&e));
            }
            Event::Empty(e) => {
                count += 1;
                if count > MOST_NODES {
                    return Err(ReadError::TooLarge { what: format!("te veel elementen in {part}") });
                }
                add(&mut open, Child::Node(element(&e)));
            }
            Event::End(_) => {
                if open.len() > 1
                    && let Some(done) = open.pop()
                {
                    add(&mut open, Child::Node(done));
                }
            }
            Event::Text(e) => add(&mut open, Child::Text(e.into_inner().into_owned())),
            Event::CData(e) => add(&mut open, Child::Text(e.into_inner().into_owned())),
            Event::GeneralRef(e) => {
                let name = e.xml10_content();
                let char = e.resolve_char_ref().ok().flatten().map(String::from);
                let word = char.or_else(|| quick_xml::escape::resolve_xml_entity(&name).map(str::to_string));
                add(&mut open, Child::Text(word.unwrap_or_default()));
            }
            Event::Eof if open.len() > 1 => return Err(broken("de XML houdt halverwege op".into(), at)),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let root = open.pop().unwrap_or_default();
    let first = root.children.into_iter().find_map(|c| match c {
        Child::Node(node) => Some(node),
        Child::Text(_) => None,
    });
    first.ok_or_else(|| broken("geen enkel element".into(), 0))
}

fn add(open: &mut [Node], child: Child) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(child);
    }
}

fn element(e: &BytesStart<'_>) -> Node {
    let local = |name: &str| name.rsplit(':').next().unwrap_or(name).to_string();
    let mut all = e.attributes();
    let attributes = all.with_checks(false).flatten().map(|a| {
        let value = quick_xml::escape::unescape(&a.value).map_or_else(|_| a.value.to_string(), Cow::into_owned);
        (local(a.key.as_ref()), value)
    });
    let attributes = attributes.collect();
    Node { name: local(e.name().as_ref()), attributes, children: Vec::new() }
}
