//! What embedded font programs say about characters, for fonts whose dictionary does not: the built-in encoding of
//! Type 1 and Type 1C, the `cmap` of TrueType turned round. The border: tables are read, outlines never.

use super::limits::Budget;
use lopdf::{Dictionary, Document};
use std::collections::HashMap;

/// The built-in encoding of a simple font's program.
pub(super) fn encoding(_doc: &Document, _descriptor: &Dictionary, _budget: &mut Budget) -> Option<Vec<Option<String>>> {
    None
}

/// The character of each glyph id of a composite font's program.
pub(super) fn characters(_doc: &Document, _descriptor: &Dictionary, _budget: &mut Budget) -> HashMap<u32, char> {
    HashMap::new()
}
