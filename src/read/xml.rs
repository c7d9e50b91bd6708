//! XML of officielebekendmakingen.nl. Not written yet.

use super::ReadError;
use crate::document::Draft;

/// Reads the XML of an official publication.
pub(super) fn read(_bytes: &[u8]) -> Result<Draft, ReadError> {
    Err(ReadError::Unsupported { what: "XML".into(), advice: "sla het op als tekst".into() })
}
