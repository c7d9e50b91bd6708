//! Takes from the store what trails and overviews rest on. The border: which documents are needed is decided here; what
//! they say together, in [`super::trail`].

use super::drift;
use super::trail::Trails;
use crate::records::Extraction;
use crate::store::{Filter, Later, RegisterFact, Store, StoreError};
use std::collections::BTreeMap;

/// Who says a date that stands in a register and not in the document.
pub const REGISTER: &str = "open data van de Kamer";

/// Trails, with the extractions they rest on.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// The trails.
    pub trails: Trails,
    /// What was found in the documents, by source.
    pub extractions: Vec<Extraction>,
}

impl Trails {
    /// Brings together what the store holds.
    pub fn gather(store: &Store) -> Result<Trails, StoreError> {
        Ok(Gathered::all(store, None)?.trails)
    }
}

impl Gathered {
    /// All that the store holds; what came in `later` is marked as new.
    pub fn all(store: &Store, later: Option<&Later>) -> Result<Gathered, StoreError> {
        let mut extractions = store.extractions(&Filter::default())?.collect::<Result<Vec<_>, _>>()?;
        let facts = store.register_facts()?;
        date(&mut extractions, &facts);
        let links = crate::records::link::link(&extractions);
        let mut trails = Trails::with(&extractions, facts, &links, later);
        // Counts stand in running text; only documents that mark several motions are read again for them.
        for e in extractions.iter().filter(|e| drift::marked(e).len() > 1) {
            if let Some(doc) = store.document(&e.document.source)? {
                trails.contradictions.extend(drift::counts(e, doc.text(), |at| doc.origin_at(at)));
            }
        }
        Ok(Gathered { trails, extractions })
    }
}

/// Gives documents that do not say their own date the one that the Chamber's register has for their number.
fn date(extractions: &mut [Extraction], facts: &[RegisterFact]) {
    let mut days: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for fact in facts {
        if let (Some(key), Some(date)) = (&fact.key, fact.date) {
            days.entry(key).or_default().push(date);
        }
    }
    for info in extractions.iter_mut().map(|e| &mut e.document) {
        let known = info.id.as_deref().and_then(|id| days.get(id)).map(Vec::as_slice);
        if let (None, None, Some([day, rest @ ..])) = (info.date, info.answered, known)
            && rest.iter().all(|d| d == day)
        {
            (info.date, info.date_from) = (Some(*day), Some(REGISTER.into()));
        }
    }
}
