//! A query that may be excluded. tantivy's scorer for words in an order counts on being asked only for passages at or
//! after the one it stands at; excluding asks for earlier ones. This one answers those as any other scorer does.

use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader};

/// Finds what the query in it finds.
#[derive(Debug)]
pub(super) struct Aside(pub(super) Box<dyn Query>);

impl Clone for Aside {
    fn clone(&self) -> Aside {
        Aside(self.0.box_clone())
    }
}

struct AsideWeight(Box<dyn Weight>);

struct AsideScorer(Box<dyn Scorer>);

impl Query for Aside {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(AsideWeight(self.0.weight(scoring)?)))
    }
}

impl Weight for AsideWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(AsideScorer(self.0.scorer(reader, boost)?)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        self.0.explain(reader, doc)
    }
}

// `seek_danger` is left as it is by default: it looks where the scorer stands before it asks.
impl DocSet for AsideScorer {
    fn advance(&mut self) -> DocId {
        self.0.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn size_hint(&self) -> u32 {
        self.0.size_hint()
    }
}

impl Scorer for AsideScorer {
    fn score(&mut self) -> Score {
        self.0.score()
    }
}
