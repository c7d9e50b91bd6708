//! Bytes to a document. Readers make a [`Draft`](crate::document::Draft) per format; genres give it its structure. The
//! border: no disk, no clock, and no rule of `rules`; whatever comes in, a document or a reason comes out.
//!
//! ```text
//! format::detect → reader: Draft → genre::shape → Draft::finish → genre::structure
//! ```

mod encoding;
mod error;
mod format;
mod genre;
mod html;
mod inline;
mod markdown;
mod notes;
mod office;
mod pdf;
mod plain;
mod xml;

pub use encoding::MOST_TEXT;
pub use error::ReadError;
pub use format::Format;

use crate::document::Document;

/// Paragraphs, rows and headings of one document; a report of a thousand pages has a tenth of it.
const MOST_BLOCKS: usize = 250_000;

/// Reads one file. `source` is its name as the user knows it: it is kept in the document, and its extension is believed
/// only where the content does not say what it is.
///
/// ```
/// let doc = kamerspoor::read::read("brief.txt", "Geachte voorzitter,\n\nHierbij de reactie.".as_bytes()).unwrap();
/// assert_eq!(doc.format, "txt");
/// assert_eq!(doc.text(), "Geachte voorzitter,\nHierbij de reactie.");
/// ```
pub fn read(source: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let format = format::detect(source, bytes)?;
    let mut draft = match format {
        Format::Text => plain::read(encoding::decode(bytes)?),
        Format::Markdown => markdown::read(encoding::decode(bytes)?),
        Format::Html => html::read(encoding::decode(bytes)?)?,
        Format::Xml => xml::read(bytes)?,
        Format::Docx => office::read_docx(bytes)?,
        Format::Odt => office::read_odt(bytes)?,
        Format::Pdf => pdf::read(bytes)?,
    };
    if draft.blocks.len() > MOST_BLOCKS {
        return Err(ReadError::TooLarge { what: format!("meer dan {MOST_BLOCKS} alinea's") });
    }
    let kind = genre::shape(&mut draft);
    let properties = std::mem::take(&mut draft.properties);
    let mut doc = draft.finish(source, format.name());
    if doc.blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    genre::structure(&mut doc, kind, &properties);
    Ok(doc)
}
