//! Bytes to a document. Readers make a [`Draft`](crate::document::Draft) per format; genres give it its structure. The
//! border: no disk, no clock, and no rule of `rules`; whatever comes in, a document or a reason comes out.

mod error;

pub use error::ReadError;

use crate::document::Document;

/// Reads one file. `source` is its name as the user knows it: it is kept in the document, and its extension is believed
/// only where the content does not say what it is.
pub fn read(source: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let _ = (source, bytes);
    Err(ReadError::Empty)
}
