//! Takes from the store what trails and overviews rest on. The border: which documents are needed is decided here; what
//! they say together, in [`super::trail`].

use super::page::Page;
use super::trail::Trails;
use super::{drift, words};
use crate::records::Extraction;
use crate::records::link::{Link, Links, Open, link};
use crate::store::{About, Filter, Later, RegisterFact, Store, StoreError, StoredTie};
use std::collections::{BTreeMap, HashMap};

/// Who says a date that stands in a register and not in the document.
pub const REGISTER: &str = "open data van de Kamer";

/// Trails, with the extractions they rest on.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// The trails.
    pub trails: Trails,
    /// What was found in the documents, by source.
    pub extractions: Vec<Extraction>,
    /// Whether these are some of the documents of a large store, not all.
    pub part: bool,
    /// Documents about the same that were left out, the oldest.
    pub left_out: u64,
}

/// Up to so many documents a store is read whole; of a larger one only what a view rests on.
const WHOLE: u64 = 5_000;
/// Of a larger store a view rests on at most so many documents that are no motions: the newest.
const MOST: usize = 2_000;

impl Gathered {
    /// What the store holds about something; what came in `later` is marked as new.
    pub fn about(store: &Store, about: &About, later: Option<&Later>) -> Result<Gathered, StoreError> {
        if store.size()? > WHOLE {
            return Gathered::part(store, about, later);
        }
        let extractions = store.extractions(&Filter::default())?.collect::<Result<Vec<_>, _>>()?;
        Gathered::of(store, extractions, None, later)
    }

    /// The same from no more documents than it takes: what a store of any size has about something.
    pub fn part(store: &Store, about: &About, later: Option<&Later>) -> Result<Gathered, StoreError> {
        let around = store.around(about, MOST)?;
        let extractions = store.taken(&around).collect::<Result<Vec<_>, _>>()?;
        let places: HashMap<&str, usize> =
            extractions.iter().enumerate().map(|(at, e)| (e.document.source.as_str(), at)).collect();
        let mut links = Links::default();
        for found in store.ties(&around) {
            let StoredTie { source, nth: record, tied } = found?;
            let Some(document) = places.get(source.as_str()).copied() else { continue };
            match tied {
                Ok((key, sure, reason)) => links.motions.push(Link { document, record, key, score: sure, reason }),
                Err(candidates) => links.open.push(Open { document, record, candidates }),
            }
        }
        let mut gathered = Gathered::of(store, extractions, Some(links), later)?;
        // Of other motions of the same debates only what speaks of them was read, to know who was silent.
        gathered.trails.trails.retain(|t| around.keys.contains(&t.key));
        Ok(Gathered { left_out: around.left_out, part: true, ..gathered })
    }

    fn of(
        store: &Store,
        mut extractions: Vec<Extraction>,
        links: Option<Links>,
        later: Option<&Later>,
    ) -> Result<Gathered, StoreError> {
        let facts = store.register_facts()?;
        date(&mut extractions, &facts);
        let links = links.unwrap_or_else(|| link(&extractions));
        let mut trails = Trails::with(&extractions, facts, &links, later);
        super::answers::complete(&mut trails, &extractions, |source| store.document(source))?;
        // Counts stand in running text; only documents that mark several motions are read again for them.
        for e in extractions.iter().filter(|e| drift::marked(e).len() > 1) {
            if let Some(doc) = store.document(&e.document.source)? {
                trails.contradictions.extend(drift::counts(e, doc.text(), |at| doc.origin_at(at)));
            }
        }
        Ok(Gathered { trails, extractions, left_out: 0, part: false })
    }
}

impl Gathered {
    /// Says that a page rests on part of a large store, and how to see all of something.
    pub fn put_part(&self, page: &mut Page) {
        if !self.part {
            return;
        }
        let named = "Deze index is groot: gelezen is alleen wat bij de vraag hoort";
        let left = match usize::try_from(self.left_out) {
            Ok(n @ 1..) => {
                let most = words::number(MOST);
                let stukken = words::count(n, "ouder stuk is", "oudere stukken zijn");
                format!(
                    "{named}: de {most} nieuwste stukken erover en hoogstens {most} andere over dezelfde moties; {stukken} \
                     hier niet gelezen."
                )
            }
            _ => format!("{named}."),
        };
        page.text(format!("{left} Alles over één zaak: --motie, --dossier, --lid of --ministerie."));
    }
}

/// The motions that words typed may mean, by number: one by its number, more by name or words.
pub fn meant(store: &Store, typed: &str) -> Result<Vec<String>, StoreError> {
    let mut numbers = store.motion_numbers()?;
    numbers.sort_by_cached_key(|key| super::trail::order(key));
    let keys: Vec<&str> = numbers.iter().map(String::as_str).collect();
    if let Some(meant) = super::trail::numbered(typed, &keys) {
        return Ok(meant.into_iter().map(str::to_string).collect());
    }
    // Only where no number was typed all names are read.
    let mut names: HashMap<String, String> = HashMap::new();
    for (key, words) in store.motion_names()? {
        let all = names.entry(key).or_default();
        all.push(' ');
        all.push_str(&words);
    }
    let searched: Vec<(&str, &str)> =
        keys.iter().filter_map(|key| names.get(*key).map(|words| (*key, words.as_str()))).collect();
    Ok(super::trail::worded(typed, &searched).into_iter().map(str::to_string).collect())
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
