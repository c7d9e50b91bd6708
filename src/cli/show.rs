//! `show`: a document with its evidence marked, its bare text, or how it is built.

use super::arguments::{Common, Format, Show};
use super::{Outcome, extract};
use crate::records::extract as records_of;
use crate::view::document;
use anyhow::Result;
use std::path::Path;

pub(super) fn run(args: &Show, common: &Common) -> Result<Outcome> {
    let format = common.format_of("show", &[Format::Table, Format::Text, Format::Markdown, Format::Json])?;
    let doc = extract::read(Path::new(&args.what))?;
    match format {
        Format::Text => common.write_text(&format!("{}\n", doc.text()))?,
        Format::Json => common.write_json(&doc)?,
        _ if args.layout => common.write_page(&document::layout(&doc), format)?,
        _ => common.write_page(&document::marked(&doc, &records_of(&doc)), format)?,
    }
    Ok(Outcome::Done)
}
