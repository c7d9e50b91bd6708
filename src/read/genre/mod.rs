//! Genres: what a document is, and the structure that goes with it, by the same code whatever the format. The border:
//! blocks are relabelled, split or dropped before the text is fixed; afterwards only spans and metadata are added.

mod motie;

use crate::document::{Document, Draft, Kind};

/// Recognises the genre and gives the blocks their place: question headings, actor sub-headings, frames.
pub(super) fn shape(_draft: &mut Draft) -> Kind {
    Kind::Overig
}

/// Fills metadata, questions and motions. `properties` is what the file says of itself.
pub(super) fn structure(doc: &mut Document, kind: Kind, properties: &[(String, String)]) {
    doc.meta.kind = kind;
    motie::structure(doc, properties);
}
