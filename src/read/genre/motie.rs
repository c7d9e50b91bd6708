//! Motions: title line, considerations, dicta, signatories. Not written yet.

use crate::document::Document;

/// Fills `doc.motions` and the motion's own metadata. `properties` is what the file says of itself (XML `<meta>`).
pub(super) fn structure(_doc: &mut Document, _properties: &[(String, String)]) {}
