//! Counts what a plan finds: passages by how well they hold the words, documents by their passages. The border: numbers
//! of the index in, numbers out; text is for `mod`.
//!
//! Each word of a question weighs as in BM25 over text and headings; of the ways in which it stands in a passage the
//! best counts in full and the others a little. A document is as good as its best passage, and better for the words
//! that stand elsewhere in it; words of the question that it lacks altogether take a share away.

use super::super::error::{Doing, StoreError};
use super::marks::bit;
use super::plan::{Group, HEAD, Plan, What};
use super::vocabulary::Vocabulary;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::Postings;
use tantivy::query::{EnableScoring, Weight};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, SegmentReader, TERMINATED, Term};

/// BM25: how soon a word more adds little, and how much a long passage counts less.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// What the other ways of a word add to the best.
const OTHER_WAYS: f32 = 0.3;
/// What a word adds that stands in the document, but not in its best passage.
const ELSEWHERE: f32 = 0.4;
/// The share of the score that goes by how many of the words the document has.
const COVERAGE: f32 = 0.5;

/// A document found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) id: i64,
    pub(super) score: f32,
    /// Passages that answer.
    pub(super) count: usize,
    /// Its best passages: score and number, best first.
    pub(super) best: Vec<(f32, u64)>,
    pub(super) date: u64,
    pub(super) order: u64,
}

/// A passage found.
struct Passage {
    /// Place of its document in the list of documents.
    document: u32,
    score: f32,
    /// Number of the segment, and of the passage in it.
    at: (u32, u32),
}

/// A document on the way.
struct Tally {
    id: u64,
    score: f32,
    count: u32,
    /// Words of its best passage, and of all.
    best: u64,
    all: u64,
    /// A passage of it.
    at: (u32, u32),
}

/// All documents that answer, best first, with the best `keep` passages of the first `shown`; then the others by number.
pub(super) fn rank(
    vocabulary: &Vocabulary,
    plan: &Plan,
    keep: usize,
    shown: usize,
) -> Result<(Vec<Found>, Vec<i64>), StoreError> {
    Ranking::new(vocabulary, plan)?.run(plan, keep, shown)
}

/// How a way is counted.
enum Count {
    /// By the postings of a term in a field, with its weight (its rarity included).
    Term { field: Field, term: Term, weight: f32 },
    /// By the index.
    Query { weight: Box<dyn Weight>, boost: f32 },
}

struct Ranking<'v> {
    vocabulary: &'v Vocabulary,
    groups: Vec<Vec<Count>>,
    /// What a plain find of each word is worth.
    worth: Vec<f32>,
    gate: Option<Box<dyn Weight>>,
    /// Per field what each length takes off.
    lengths: Vec<(Field, [f32; 256])>,
}

impl<'v> Ranking<'v> {
    fn new(vocabulary: &'v Vocabulary, plan: &Plan) -> Result<Ranking<'v>, StoreError> {
        let scoring = EnableScoring::enabled_from_searcher(&vocabulary.searcher);
        let mut groups = Vec::new();
        let mut worth = Vec::new();
        for group in &plan.groups {
            let mut best = 0f32;
            let counts = counts(vocabulary, group, scoring, &mut best)?;
            groups.push(counts);
            worth.push(best);
        }
        let gate = plan.gate.as_ref().map(|g| g.weight(scoring)).transpose().doing("het zoeken")?;
        let f = vocabulary.fields;
        let lengths =
            [f.text, f.text_stem, f.head, f.head_stem].into_iter().map(|f| (f, lengths(vocabulary, f))).collect();
        Ok(Ranking { vocabulary, groups, worth, gate, lengths })
    }

    fn run(&self, plan: &Plan, keep: usize, shown: usize) -> Result<(Vec<Found>, Vec<i64>), StoreError> {
        let mut tally = Tallies::default();
        for (number, segment) in (0u32..).zip(self.vocabulary.searcher.segment_readers()) {
            self.segment(plan, number, segment, &mut tally).doing("het zoeken")?;
        }
        let Tallies { mut documents, passages, .. } = tally;
        let whole: f32 = self.worth.iter().sum();
        for document in &mut documents {
            let mut covered = 0.0;
            for (group, worth) in self.worth.iter().enumerate() {
                if document.all & bit(group) != 0 {
                    covered += worth;
                    if document.best & bit(group) == 0 {
                        document.score += worth * ELSEWHERE;
                    }
                }
            }
            if whole > 0.0 {
                document.score *= 1.0 - COVERAGE + COVERAGE * (covered / whole);
            }
        }
        self.best(&documents, &passages, keep, shown).doing("het zoeken")
    }

    fn best(
        &self,
        documents: &[Tally],
        passages: &[Passage],
        keep: usize,
        shown: usize,
    ) -> tantivy::Result<(Vec<Found>, Vec<i64>)> {
        let mut order: Vec<u32> = (0u32..).take(documents.len()).collect();
        let score = |i: &u32| documents.get(*i as usize).map_or(0.0, |d| d.score);
        let cut = shown.min(order.len());
        if cut > 0 && cut < order.len() {
            // Equal scores at the cut: the earlier read document, so that the same question has the same answer.
            order.select_nth_unstable_by(cut - 1, |a, b| score(b).total_cmp(&score(a)).then_with(|| a.cmp(b)));
        }
        let rest: Vec<i64> =
            order[cut..].iter().map(|i| i64::try_from(documents[*i as usize].id).unwrap_or(-1)).collect();
        let mut of: HashMap<u32, Vec<&Passage>> = order[..cut].iter().map(|i| (*i, Vec::new())).collect();
        for passage in passages {
            if let Some(list) = of.get_mut(&passage.document) {
                list.push(passage);
            }
        }
        let mut columns = HashMap::new();
        let mut found = Vec::with_capacity(cut);
        for index in &order[..cut] {
            let document = &documents[*index as usize];
            let mut own = of.remove(index).unwrap_or_default();
            let mut best = Vec::new();
            own.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.at.cmp(&b.at)));
            own.truncate(keep.max(4) * 2);
            for passage in own {
                let ord = self.column(&mut columns, passage.at, "ord")?;
                best.push((passage.score, ord));
            }
            best.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
            best.truncate(keep);
            let date = self.column(&mut columns, document.at, "datum")?;
            let order = self.column(&mut columns, document.at, "volgorde")?;
            let (id, count) = (i64::try_from(document.id).unwrap_or(-1), document.count as usize);
            found.push(Found { id, score: document.score, count, best, date, order });
        }
        Ok((found, rest))
    }

    fn column(
        &self,
        columns: &mut HashMap<(u32, &'static str), tantivy::columnar::Column<u64>>,
        at: (u32, u32),
        name: &'static str,
    ) -> tantivy::Result<u64> {
        let column = match columns.entry((at.0, name)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let segment = self.vocabulary.searcher.segment_reader(at.0);
                new.insert(segment.fast_fields().u64(name)?)
            }
        };
        Ok(column.first(at.1).unwrap_or_default())
    }

    fn segment(&self, plan: &Plan, number: u32, segment: &SegmentReader, into: &mut Tallies) -> tantivy::Result<()> {
        let size = segment.max_doc() as usize;
        let mut score = vec![0f32; size];
        let mut found = vec![0u64; size];
        let mut one = One { best: vec![0f32; size], sum: vec![0f32; size], touched: Vec::new() };
        for (group, counts) in self.groups.iter().enumerate() {
            for count in counts {
                match count {
                    Count::Term { field, term, weight } => self.term(segment, *field, term, *weight, &mut one)?,
                    Count::Query { weight, boost } => {
                        let mut scorer = weight.scorer(segment, *boost)?;
                        while scorer.doc() != TERMINATED {
                            let (doc, score) = (scorer.doc(), scorer.score());
                            one.add(doc, score);
                            scorer.advance();
                        }
                    }
                }
            }
            for doc in one.touched.drain(..) {
                let at = doc as usize;
                score[at] += one.best[at] + OTHER_WAYS * (one.sum[at] - one.best[at]);
                found[at] |= bit(group);
                (one.best[at], one.sum[at]) = (0.0, 0.0);
            }
        }
        let column = segment.fast_fields().u64("doc")?;
        let alive = segment.alive_bitset();
        let mut take = |doc: u32| {
            let at = doc as usize;
            if alive.is_some_and(|a| !a.is_alive(doc)) {
                return;
            }
            if let Some(id) = column.first(doc) {
                into.add(id, score[at], found[at], (number, doc));
            }
        };
        if let Some(gate) = &self.gate {
            let mut gate = gate.scorer(segment, 1.0)?;
            while gate.doc() != TERMINATED {
                take(gate.doc());
                gate.advance();
            }
        } else if !plan.groups.is_empty() {
            (0u32..).zip(&found).filter(|(_, f)| **f != 0).for_each(|(doc, _)| take(doc));
        }
        Ok(())
    }

    fn term(
        &self,
        segment: &SegmentReader,
        field: Field,
        term: &Term,
        weight: f32,
        one: &mut One,
    ) -> tantivy::Result<()> {
        let inverted = segment.inverted_index(field)?;
        let Some(mut postings) = inverted.read_postings(term, IndexRecordOption::WithFreqs)? else { return Ok(()) };
        let norms = segment.get_fieldnorms_reader(field)?;
        let Some(of_length) = self.lengths.iter().find(|(f, _)| *f == field).map(|(_, l)| l) else { return Ok(()) };
        while postings.doc() != TERMINATED {
            let doc = postings.doc();
            let times = approximate(postings.term_freq().into());
            let length = of_length[usize::from(norms.fieldnorm_id(doc))];
            one.add(doc, weight * times * (K1 + 1.0) / (times + length));
            postings.advance();
        }
        Ok(())
    }
}

/// What a passage of each length (as the index rounds it) takes off in a field.
fn lengths(vocabulary: &Vocabulary, field: Field) -> [f32; 256] {
    let segments = vocabulary.searcher.segment_readers().iter();
    let words: u64 = segments.filter_map(|s| s.inverted_index(field).ok()).map(|i| i.total_num_tokens()).sum();
    let average = (approximate(words) / approximate(vocabulary.passages().max(1))).max(1.0);
    let mut of_length = [0f32; 256];
    for (id, value) in (0u8..=255).zip(&mut of_length) {
        let length = approximate(FieldNormReader::id_to_fieldnorm(id).into());
        *value = K1 * (1.0 - B + B * length / average);
    }
    of_length
}

fn counts(
    vocabulary: &Vocabulary,
    group: &Group,
    scoring: EnableScoring,
    best: &mut f32,
) -> Result<Vec<Count>, StoreError> {
    let f = vocabulary.fields;
    let mut counts = Vec::new();
    for way in &group.ways {
        let (text, head, word) = match &way.what {
            What::Word(word) => (f.text, f.head, word),
            What::Stem(stem) => (f.text_stem, f.head_stem, stem),
            What::Phrase(_, query) | What::Query(query) => {
                let weight = query.weight(scoring).doing("het zoeken")?;
                counts.push(Count::Query { weight, boost: way.weight });
                continue;
            }
        };
        for (field, share) in [(text, 1.0), (head, HEAD)] {
            let known = vocabulary.count(field, word);
            if known > 0 {
                let weight = way.weight * share * rarity(known, vocabulary.passages());
                *best = best.max(weight);
                counts.push(Count::Term { field, term: Term::from_field_text(field, word), weight });
            }
        }
    }
    if *best <= 0.0 && !counts.is_empty() {
        *best = 3.0;
    }
    Ok(counts)
}

/// How much a word tells that stands in `known` of `all` passages (the idf of BM25).
fn rarity(known: u64, all: u64) -> f32 {
    let (known, all) = (approximate(known), approximate(all.max(known)));
    (1.0 + (all - known + 0.5) / (known + 0.5)).ln()
}

#[expect(clippy::cast_precision_loss, reason = "a count in a score needs no last digit")]
fn approximate(count: u64) -> f32 {
    count as f32
}

/// One word of the question in one segment.
struct One {
    best: Vec<f32>,
    sum: Vec<f32>,
    touched: Vec<u32>,
}

impl One {
    fn add(&mut self, doc: u32, score: f32) {
        let at = doc as usize;
        let (Some(best), Some(sum)) = (self.best.get_mut(at), self.sum.get_mut(at)) else { return };
        if *sum == 0.0 {
            self.touched.push(doc);
        }
        // A find without weight is a find.
        *sum += score.max(f32::MIN_POSITIVE);
        *best = best.max(score);
    }
}

#[derive(Default)]
struct Tallies {
    documents: Vec<Tally>,
    places: HashMap<u64, u32>,
    last: Option<(u64, u32)>,
    passages: Vec<Passage>,
}

impl Tallies {
    fn add(&mut self, id: u64, score: f32, words: u64, at: (u32, u32)) {
        // Passages of one document lie side by side.
        let place = match self.last {
            Some((last, place)) if last == id => place,
            _ => {
                let next = u32::try_from(self.documents.len()).unwrap_or(u32::MAX);
                let place = *self.places.entry(id).or_insert(next);
                if place == next {
                    self.documents.push(Tally { id, score: -1.0, count: 0, best: 0, all: 0, at });
                }
                self.last = Some((id, place));
                place
            }
        };
        if let Some(document) = self.documents.get_mut(place as usize) {
            document.count += 1;
            document.all |= words;
            if score > document.score {
                (document.score, document.best, document.at) = (score, words, at);
            }
            self.passages.push(Passage { document: place, score, at });
        }
    }
}
