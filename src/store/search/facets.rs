//! Counts answers per value of each property: documents per kind, ministry, year, member, dossier and motion. The border:
//! numbers of the index in, values with their counts out; nothing is read from the store itself.

use super::super::index::SHOWN;
use super::vocabulary::Vocabulary;
use crate::store::Facet;
use std::collections::HashMap;
use tantivy::DocId;

/// Values given of one property, the commonest; nobody reads more.
const MOST: usize = 200;
/// Values looked at in one segment: the commonest there.
const LOOKED: usize = 2_000;

/// Documents per value of each property; `all` holds per segment the first passage of each document that answers.
pub(super) fn facets(vocabulary: &Vocabulary, all: &[Vec<DocId>]) -> tantivy::Result<Vec<Facet>> {
    let mut facets = Vec::new();
    for (at, field) in SHOWN.into_iter().enumerate() {
        facets.push(facet(&field["toon_".len()..], texts(vocabulary, field, all)?));
        if at == 0 {
            facets.push(facet("jaar", years(vocabulary, all)?));
        }
    }
    Ok(facets)
}

fn facet(name: &str, counts: HashMap<String, usize>) -> Facet {
    let mut values: Vec<(String, usize)> = counts.into_iter().collect();
    values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    values.truncate(MOST);
    Facet { name: name.to_string(), values }
}

fn texts(vocabulary: &Vocabulary, field: &str, all: &[Vec<DocId>]) -> tantivy::Result<HashMap<String, usize>> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (segment, firsts) in vocabulary.searcher.segment_readers().iter().zip(all) {
        let Some(column) = segment.fast_fields().str(field)? else { continue };
        let mut tally = vec![0usize; column.num_terms()];
        for ord in firsts.iter().flat_map(|first| column.ords().values_for_doc(*first)) {
            if let Some(count) = usize::try_from(ord).ok().and_then(|o| tally.get_mut(o)) {
                *count += 1;
            }
        }
        let mut found: Vec<(u64, usize)> = (0u64..).zip(tally).filter(|(_, count)| *count > 0).collect();
        if found.len() > LOOKED {
            found.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            found.truncate(LOOKED);
        }
        let mut value = String::new();
        for (ord, count) in found {
            value.clear();
            if column.ord_to_str(ord, &mut value)? {
                *counts.entry(value.clone()).or_default() += count;
            }
        }
    }
    Ok(counts)
}

fn years(vocabulary: &Vocabulary, all: &[Vec<DocId>]) -> tantivy::Result<HashMap<String, usize>> {
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for (number, firsts) in all.iter().enumerate() {
        let dates = &vocabulary.segment(number)?.dates;
        for date in firsts.iter().filter_map(|first| dates.first(*first)) {
            *counts.entry(date / 10_000).or_default() += 1;
        }
    }
    Ok(counts.into_iter().map(|(year, count)| (format!("{year:04}"), count)).collect())
}
