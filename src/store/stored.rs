//! Passages one by one, with what their document can be filtered by: for taking them to another engine.

use super::StoreError;
use super::error::Doing;
use super::types::{DocumentLine, StoredPassage};
use super::{Filter, library};
use crate::text::Span;
use rusqlite::Connection;

/// The passages of all documents, sorted by source and place; one document in memory at a time.
pub(super) fn all(
    con: &Connection,
) -> Result<impl Iterator<Item = Result<StoredPassage, StoreError>> + use<'_>, StoreError> {
    let ids = library::document_ids(con, &Filter::default())?;
    Ok(ids.into_iter().flat_map(|id| match of(con, id) {
        Ok(passages) => passages.into_iter().map(Ok).collect(),
        Err(e) => vec![Err(e)],
    }))
}

fn of(con: &Connection, id: i64) -> Result<Vec<StoredPassage>, StoreError> {
    // Removed meanwhile.
    let Some(document) = library::line(con, id)? else { return Ok(Vec::new()) };
    let read = || -> rusqlite::Result<Vec<StoredPassage>> {
        let marks: Vec<(String, String)> = con
            .prepare_cached("SELECT what, value FROM marks WHERE document = ?1 ORDER BY what, value")?
            .query_map([id], |r| Ok((r.get(0)?, r.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let of = |what: &str| marks.iter().filter(|(w, _)| w == what).map(|(_, v)| v.clone()).collect::<Vec<_>>();
        let (ministries, members, dossiers, motions) = (of("ministerie"), of("lid"), of("dossier"), of("motie"));
        let document: &DocumentLine = &document;
        con.prepare_cached("SELECT ord, first, heading, text, origin FROM passages WHERE document = ?1 ORDER BY ord")?
            .query_map([id], |r| {
                let (number, first): (i64, i64) = (r.get(0)?, r.get(1)?);
                let (text, origin): (String, String) = (r.get(3)?, r.get(4)?);
                Ok(StoredPassage {
                    document: document.clone(),
                    number: u64::try_from(number).unwrap_or_default(),
                    heading: r.get(2)?,
                    span: Span::all(&text).shifted(usize::try_from(first).unwrap_or_default()),
                    text,
                    origin: serde_json::from_str(&origin).unwrap_or_default(),
                    ministries: ministries.clone(),
                    members: members.clone(),
                    dossiers: dossiers.clone(),
                    motions: motions.clone(),
                })
            })?
            .collect()
    };
    read().doing("het lezen van passages")
}
