//! PDF with a text layer. Not written yet.

use super::ReadError;
use crate::document::Draft;

/// Reads the text layer of a PDF.
pub(super) fn read(_bytes: &[u8]) -> Result<Draft, ReadError> {
    Err(ReadError::Unsupported { what: "PDF".into(), advice: "sla het op als tekst".into() })
}
