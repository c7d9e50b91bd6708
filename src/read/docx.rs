//! Word documents (.docx). Not written yet.

use super::ReadError;
use crate::document::Draft;

/// Reads a Word document.
pub(super) fn read(_bytes: &[u8]) -> Result<Draft, ReadError> {
    Err(ReadError::Unsupported { what: "Word (.docx)".into(), advice: "sla het op als tekst".into() })
}
