//! `show`: a document or a record, with its evidence marked; a document's bare text, or how it is built.

use super::arguments::{Common, Format, Show};
use super::{Outcome, extract};
use crate::records::{Extraction, RecordKind, extract as records_of};
use crate::store::{DocumentLine, Filter, Store, StoreError, StoredRecord};
use crate::view::{document, gather, records, words};
use anyhow::Result;
use std::path::Path;

/// What is shown: the document, and what was found in it.
type Shown = (crate::document::Document, Extraction);

pub(super) fn run(args: &Show, common: &Common) -> Result<Outcome> {
    let format = common.format_of("show", &[Format::Table, Format::Text, Format::Markdown, Format::Json])?;
    let path = Path::new(&args.what);
    if path.is_file() {
        let doc = extract::read(path)?;
        let found = records_of(&doc);
        return document(&(doc, found), args, common, format);
    }
    if !common.index.exists() {
        // Without a store only a file can be meant; say which one is not there.
        return Err(extract::read(path)
            .err()
            .unwrap_or_else(|| anyhow::anyhow!("{} kon niet worden gelezen", args.what)));
    }
    let store = Store::open(&common.index)?;
    if let Some(shown) = stored(&store, &args.what)? {
        return document(&shown, args, common, format);
    }
    if let Some((kind, record)) = record(&store, &args.what)? {
        match format {
            Format::Json => common.write_json(&records::object(kind, &record))?,
            _ => common.write_page(&records::one(kind, &record, store.document(&record.source)?.as_ref()), format)?,
        }
        return Ok(Outcome::Done);
    }
    anstream::eprintln!(
        "`{}` is geen bestand, en geen document of record in {}\n  een document zoeken: kamerspoor search WOORDEN; recordnummers: \
         kamerspoor records SOORT",
        args.what,
        common.index.display()
    );
    Ok(Outcome::Nothing)
}

fn document(shown: &Shown, args: &Show, common: &Common, format: Format) -> Result<Outcome> {
    let (doc, found) = shown;
    match format {
        Format::Text => common.write_text(&format!("{}\n", doc.text()))?,
        Format::Json => common.write_json(doc)?,
        _ if args.layout => common.write_page(&document::layout(doc), format)?,
        _ => common.write_page(&document::marked(doc, found), format)?,
    }
    Ok(Outcome::Done)
}

/// The stored document with this source or number; a number may be typed as the Chamber prints it.
fn stored(store: &Store, what: &str) -> Result<Option<Shown>> {
    let mut names = vec![what.to_string()];
    if store.document(what)?.is_none() {
        let printed = |d: &DocumentLine| d.id.as_deref().is_some_and(|id| words::printed(id) == what);
        let lines = store.documents(&Filter::default())?;
        let number = lines.into_iter().find(|d| printed(d) || d.source.ends_with(&format!("/{what}")));
        let digits = what.contains(|c: char| c.is_ascii_digit());
        let motion = || Ok::<_, StoreError>(gather::meant(store, what)?.into_iter().next().filter(|_| digits));
        names.extend(match number {
            Some(line) => Some(line.source),
            None => motion()?,
        });
    }
    for name in names {
        if let (Some(doc), Some(found)) = (store.document(&name)?, store.extraction(&name)?) {
            return Ok(Some((doc, found)));
        }
    }
    Ok(None)
}

/// The record with this id: the kind stands before its last hyphen.
fn record(store: &Store, what: &str) -> Result<Option<(RecordKind, StoredRecord)>> {
    for kind in RecordKind::ALL.iter().copied().filter(|k| what.starts_with(k.name().trim_end_matches('s'))) {
        for stored in store.records(kind, &Filter::default())? {
            let stored = stored?;
            if records::has_id(kind, &stored, what) {
                return Ok(Some((kind, stored)));
            }
        }
    }
    Ok(None)
}
