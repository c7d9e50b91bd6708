//! Motions by name ("de aangenomen motie-Jansen c.s.") and people in running text. The border: who and which words; which
//! numbered motion is meant is for `records`.

use crate::document::{Document, Person};
use crate::text::Span;

/// A mention of a motion by its proposers.
#[derive(Clone, Debug, PartialEq)]
pub struct Naming {
    /// The mention, from "motie" (or what qualifies it) to the last name.
    pub span: Span,
    /// Who proposed it, in the order named.
    pub indieners: Vec<Person>,
    /// Whether others signed too ("c.s.").
    pub cs: bool,
    /// Whether the words call it adopted ("de aangenomen motie").
    pub adopted: bool,
    /// Whether it is a changed one ("gewijzigde motie", "nader gewijzigde motie").
    pub gewijzigd: bool,
    /// What it is about, from the words after "over" or "inzake".
    pub subject: Option<Span>,
}

/// Motions named in a document, in order of place.
pub fn namings(doc: &Document) -> Vec<Naming> {
    namings_in(doc.text())
}

/// Motions named in loose text.
pub fn namings_in(text: &str) -> Vec<Naming> {
    let _ = text;
    Vec::new()
}

/// People named in running text ("de leden A (X) en B (Y)", "Kamerlid C", "A, B (X)"), with their places.
pub fn people(text: &str) -> Vec<(Span, Person)> {
    let _ = text;
    Vec::new()
}
