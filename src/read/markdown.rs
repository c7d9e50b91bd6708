//! Markdown as it comes out of a converter.

use super::encoding::Decoded;
use super::plain;
use crate::document::Draft;

/// Reads Markdown.
pub(super) fn read(decoded: Decoded) -> Draft {
    plain::read(decoded)
}
