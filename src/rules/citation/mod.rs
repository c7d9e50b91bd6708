//! References to other documents: Kamerstukken, Aanhangsels, Handelingen, case numbers, commitments. Finding only: a key
//! follows from the words (and, for "op stuk nr. 45" and typing errors, from the document around them); whether that
//! document exists is for others. Unknown is kept, never guessed and never dropped.

use crate::document::Document;
use crate::text::Span;

/// A reference as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationFinding {
    /// The words, without brackets and closing stop. `raw == &text[span]`.
    pub raw: String,
    /// Canonical key (`kst-26643-1315`, `ah-tk-20242025-2562`, `2025Z10402`, …), where it is certain.
    pub key: Option<String>,
    /// Where it stands. References in one enumeration ("nrs. 4 en 5", "nrs. 1-3") may share a span.
    pub span: Span,
    /// Which form it has: `verwijzing-kamerstuk`, `verwijzing-aanhangsel`, ….
    pub rule: &'static str,
    /// Keys it may be, where `key` is open.
    pub candidates: Vec<String>,
    /// Why the number was repaired, in Dutch, if it was.
    pub repaired: Option<String>,
}

/// All references in a document, footnotes included, in order of place.
pub fn citations(doc: &Document) -> Vec<CitationFinding> {
    in_text(doc.text())
}

/// All references in loose text, in order of place; nothing is known but the words themselves.
pub fn in_text(text: &str) -> Vec<CitationFinding> {
    let _ = text;
    Vec::new()
}
