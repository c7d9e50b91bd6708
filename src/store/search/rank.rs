//! Counts what a plan finds: passages by how well they hold the words, documents by their passages. The border: numbers
//! of the index in, numbers out; text is for `mod`.
//!
//! Each word of a question weighs as in BM25 over text and headings; of the ways in which it stands in a passage the
//! best counts in full and the others a little. First all passages are gone through for the documents with the best
//! ones, and words too common to bring a document among those are only looked up where the rarer words are. Then of
//! those documents every passage is counted: a document is as good as its best passage, and better for the words that
//! stand elsewhere in it; words of the question that it lacks altogether take a share away.

use super::super::error::{Doing, StoreError};
use super::lanes::{Cursor, Lane, Lengths, WINDOW, Window, approximate, forward};
use super::marks::bit;
use super::plan::{Group, HEAD, Plan, What};
use super::vocabulary::{Segment, Vocabulary};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use tantivy::postings::TermInfo;
use tantivy::query::{EnableScoring, Scorer, Weight};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, SegmentReader};

/// What a word adds that stands in the document, but not in its best passage.
const ELSEWHERE: f32 = 0.4;
/// The share of the score that goes by how many of the words the document has.
const COVERAGE: f32 = 0.7;
/// Documents that are counted in full, the best by their best passage.
const FULL: usize = 200;

/// Passages of an index that one thread goes through faster than two are begun.
const ALONE: u64 = 50_000;
/// Threads that go through an index at most.
const THREADS: usize = 4;

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

/// What is wanted of a ranking.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// Documents to give.
    pub(super) documents: usize,
    /// Best passages to give of each.
    pub(super) passages: usize,
    /// Whether all that answer are counted.
    pub(super) all: bool,
    /// Newest first, instead of best first.
    pub(super) newest: bool,
}

/// What a ranking gives.
pub(super) struct Ranked {
    /// The first documents, in order.
    pub(super) found: Vec<Found>,
    /// How many answer; where not all are counted, at least so many.
    pub(super) total: usize,
    /// Where all are counted: per segment the first passage of each document that answers.
    pub(super) all: Vec<Vec<DocId>>,
}

/// The documents that answer, best first.
pub(super) fn rank(vocabulary: &Vocabulary, plan: &Plan, wanted: Wanted) -> Result<Ranked, StoreError> {
    Ranking::new(vocabulary, plan)?.run(wanted).doing("het zoeken")
}

/// How a way is counted.
enum Count {
    /// By the postings of a term in a field, per segment, with its weight (its rarity included).
    Term { field: Field, postings: Vec<Option<TermInfo>>, weight: f32 },
    /// By the index.
    Query { weight: Box<dyn Weight>, boost: f32 },
}

struct Ranking<'v> {
    vocabulary: &'v Vocabulary,
    groups: Vec<Vec<Count>>,
    /// What a plain find of each word is worth.
    worth: Vec<f32>,
    gate: Option<Box<dyn Weight>>,
    lengths: Vec<(Field, Lengths)>,
}

/// A document among the best so far; the greatest is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    /// Its score or its date, as a number that grows with it.
    key: u64,
    /// Of equal ones an order that follows from the source alone.
    order: Reverse<u64>,
    place: Reverse<(usize, usize)>,
}

/// What a thread found: the best of its segments, and per segment its number, how many answer, and where they begin.
type Scan = (Best, Vec<(usize, usize, Vec<DocId>)>);

/// The best documents so far.
struct Best {
    heap: BinaryHeap<Reverse<Candidate>>,
    size: usize,
}

impl Best {
    fn put(&mut self, candidate: Candidate) {
        if self.heap.len() < self.size {
            self.heap.push(Reverse(candidate));
        } else if self.heap.peek().is_some_and(|least| candidate > least.0) {
            self.heap.pop();
            self.heap.push(Reverse(candidate));
        }
    }

    /// What a document has to be better than to be among them.
    fn least(&self) -> Option<u64> {
        if self.heap.len() < self.size { None } else { self.heap.peek().map(|least| least.0.key) }
    }
}

impl<'v> Ranking<'v> {
    fn new(vocabulary: &'v Vocabulary, plan: &Plan) -> Result<Ranking<'v>, StoreError> {
        let scoring = EnableScoring::enabled_from_searcher(&vocabulary.searcher);
        let mut groups = Vec::new();
        let mut worth = Vec::new();
        for group in &plan.groups {
            let mut best = 0f32;
            groups.push(counts(vocabulary, group, scoring, &mut best)?);
            worth.push(if group.bonus { 0.0 } else { best });
        }
        let gate = plan.gate.as_ref().map(|g| g.weight(scoring)).transpose().doing("het zoeken")?;
        let f = vocabulary.fields;
        let average = |field| {
            let segments = vocabulary.searcher.segment_readers().iter();
            let words: u64 = segments.filter_map(|s| s.inverted_index(field).ok()).map(|i| i.total_num_tokens()).sum();
            approximate(words) / approximate(vocabulary.passages().max(1))
        };
        let lengths = [f.text, f.head].into_iter().map(|f| (f, Lengths::new(average(f)))).collect();
        Ok(Ranking { vocabulary, groups, worth, gate, lengths })
    }

    fn run(&self, wanted: Wanted) -> tantivy::Result<Ranked> {
        let size = if wanted.newest { wanted.documents } else { wanted.documents.max(FULL) };
        let scans = self.scan_all(wanted, size)?;
        let mut ranked = Ranked { found: Vec::new(), total: 0, all: Vec::new() };
        let mut places: Vec<Candidate> = Vec::new();
        let mut segments: Vec<(usize, usize, Vec<DocId>)> = Vec::new();
        for (best, scanned) in scans {
            places.extend(best.heap.into_iter().map(|c| c.0));
            segments.extend(scanned);
        }
        segments.sort_unstable_by_key(|(number, ..)| *number);
        for (_, total, firsts) in segments {
            ranked.total += total;
            ranked.all.push(firsts);
        }
        places.sort_unstable_by(|a, b| b.cmp(a));
        places.truncate(size);
        let mut window = Window::new();
        // The same ones are counted in full whatever page is asked for: so pages follow on each other.
        let rest = places.split_off(if wanted.newest { 0 } else { FULL.min(places.len()) });
        for (number, mut places) in [places, rest].into_iter().enumerate() {
            let mut found = Vec::with_capacity(places.len());
            places.sort_unstable_by_key(|c| c.place.0);
            for same in places.chunk_by(|a, b| a.place.0.0 == b.place.0.0) {
                self.count(same, wanted, &mut window, &mut found)?;
            }
            match number {
                0 => found.sort_unstable_by(|a, b| better(&a.1, &b.1)),
                _ if wanted.newest => found.sort_unstable_by_key(|(_, f)| (Reverse(f.date), f.order)),
                _ => found.sort_unstable_by_key(|(c, _)| Reverse(*c)),
            }
            ranked.found.extend(found.into_iter().map(|(_, f)| f));
        }
        Ok(ranked)
    }

    /// Goes through all segments, over as many threads as pay in an index of this size.
    fn scan_all(&self, wanted: Wanted, size: usize) -> tantivy::Result<Vec<Scan>> {
        let mut segments: Vec<(u32, usize)> =
            self.vocabulary.searcher.segment_readers().iter().map(SegmentReader::max_doc).zip(0..).collect();
        segments.sort_unstable_by_key(|(passages, number)| (Reverse(*passages), *number));
        let few = self.vocabulary.passages() < ALONE;
        let threads = if few { 1 } else { std::thread::available_parallelism().map_or(1, |n| n.get().min(THREADS)) };
        // The largest first, each to the pile that is smallest by then.
        let mut piles: Vec<(u64, Vec<usize>)> = vec![Default::default(); threads.clamp(1, segments.len().max(1))];
        for (passages, number) in segments {
            if let Some((sum, pile)) = piles.iter_mut().min_by_key(|(sum, _)| *sum) {
                *sum += u64::from(passages);
                pile.push(number);
            }
        }
        let scan = |pile: &[usize]| -> tantivy::Result<Scan> {
            let mut best = Best { heap: BinaryHeap::new(), size };
            let mut window = Window::new();
            let scanned = pile.iter().map(|number| {
                let (total, firsts) = self.scan(*number, wanted, &mut window, &mut best)?;
                Ok((*number, total, firsts))
            });
            let scanned = scanned.collect::<tantivy::Result<_>>()?;
            Ok((best, scanned))
        };
        let (own, others) = piles.split_first().map_or((&[][..], &[][..]), |((_, own), others)| (own, others));
        std::thread::scope(|scope| {
            let others: Vec<_> = others.iter().map(|(_, pile)| scope.spawn(|| scan(pile))).collect();
            let mut scans = vec![scan(own)?];
            for other in others {
                let lost = || tantivy::TantivyError::SystemError("een deel van het zoeken brak af".into());
                scans.push(other.join().map_err(|_| lost())??);
            }
            Ok(scans)
        })
    }

    /// The lanes of a segment, a word each.
    fn lanes(&self, number: usize) -> tantivy::Result<Vec<Lane<'_>>> {
        let reader = &self.vocabulary.searcher.segment_readers()[number];
        let segment = self.vocabulary.segment(number)?;
        let mut lanes = Vec::with_capacity(self.groups.len());
        for (group, counts) in self.groups.iter().enumerate() {
            let mut cursors = Vec::with_capacity(counts.len());
            for count in counts {
                match count {
                    Count::Term { field, postings, weight } => {
                        let Some(Some(term)) = postings.get(number) else { continue };
                        let Some((_, lengths)) = self.lengths.iter().find(|(f, _)| f == field) else { continue };
                        let Some((_, words, norms)) = segment.words.iter().find(|(f, ..)| f == field) else { continue };
                        let postings = words.read_block_postings_from_terminfo(term, IndexRecordOption::WithFreqs)?;
                        let (postings, norms, weight) = (Box::new(postings), norms.clone(), *weight);
                        cursors.push(Cursor::Term { postings, at: 0, norms, lengths, weight });
                    }
                    Count::Query { weight, boost } => cursors.push(Cursor::Scorer(weight.scorer(reader, *boost)?)),
                }
            }
            lanes.push(Lane { group, cursors });
        }
        Ok(lanes)
    }

    fn gate(&self, segment: &SegmentReader) -> tantivy::Result<Option<Box<dyn Scorer>>> {
        self.gate.as_ref().map(|g| g.scorer(segment, 1.0)).transpose()
    }

    /// Goes through a segment for documents that belong to the best; gives how many answer, and where all are counted
    /// the first passage of each.
    fn scan(
        &self,
        number: usize,
        wanted: Wanted,
        window: &mut Window,
        best: &mut Best,
    ) -> tantivy::Result<(usize, Vec<DocId>)> {
        let segment = &self.vocabulary.searcher.segment_readers()[number];
        let Segment { starts, dates, orders, .. } = self.vocabulary.segment(number)?;
        let alive = segment.alive_bitset();
        let mut gate = self.gate(segment)?;
        let mut lanes = self.lanes(number)?;
        // The words that tell most first; those at the end may be passed over once the best are good enough.
        lanes.sort_by(|a, b| b.ceiling().total_cmp(&a.ceiling()).then_with(|| a.group.cmp(&b.group)));
        let prune = !wanted.all && !wanted.newest;
        let mut document = 0;
        let mut open: Option<(usize, f32)> = None;
        let mut firsts = Vec::new();
        let mut total = 0;
        let mut close = |open: &mut Option<(usize, f32)>, best: &mut Best| {
            let Some((document, score)) = open.take() else { return };
            total += 1;
            let start = starts.get(document).copied().unwrap_or_default();
            if wanted.all {
                firsts.push(start);
            }
            let key = if wanted.newest { dates.first(start).unwrap_or(0) } else { u64::from(score.max(0.0).to_bits()) };
            if best.least().is_none_or(|least| key >= least) {
                let order = Reverse(orders.first(start).unwrap_or(0));
                best.put(Candidate { key, order, place: Reverse((number, document)) });
            }
        };
        let mut first = 0;
        while first < segment.max_doc() {
            let last = first.saturating_add(WINDOW).min(segment.max_doc());
            window.begin(first, last);
            let bar = best.least().filter(|_| prune).map(|k| f32::from_bits(u32::try_from(k).unwrap_or(0)));
            // How many words must be gone through: what the others can bring is not enough by itself.
            let mut full = lanes.len();
            let mut rest = 0f32;
            if let Some(bar) = bar {
                while full > 1 && rest + lanes[full - 1].ceiling() < bar {
                    full -= 1;
                    rest += lanes[full].ceiling();
                }
            }
            let (essential, others) = lanes.split_at_mut(full);
            for lane in essential.iter_mut() {
                window.add(lane);
            }
            let enough = bar.map_or(0.0, |bar| bar - rest);
            let take = |doc, mut score: f32, _| {
                if score < enough || alive.is_some_and(|a| !a.is_alive(doc)) {
                    return;
                }
                while starts.get(document + 1).is_some_and(|next| *next <= doc) {
                    document += 1;
                }
                if open.is_some_and(|(o, _)| o != document) {
                    close(&mut open, best);
                }
                for lane in others.iter_mut() {
                    score += lane.one(doc);
                }
                open = Some((document, open.map_or(score, |(_, s)| s.max(score))));
            };
            match &mut gate {
                Some(gate) => window.each_of(&through(gate.as_mut(), first, last), take),
                None => window.each(enough, take),
            }
            // A document whose end lies in the next window stays open.
            first = last;
        }
        close(&mut open, best);
        Ok((total, firsts))
    }

    /// Counts documents of one segment in full; they come in order of place.
    fn count(
        &self,
        documents: &[Candidate],
        wanted: Wanted,
        window: &mut Window,
        into: &mut Vec<(Candidate, Found)>,
    ) -> tantivy::Result<()> {
        let Some(number) = documents.first().map(|c| c.place.0.0) else { return Ok(()) };
        let segment = &self.vocabulary.searcher.segment_readers()[number];
        let Segment { starts, ids, ords, dates, orders, .. } = self.vocabulary.segment(number)?;
        let mut gate = self.gate(segment)?;
        let mut lanes = self.lanes(number)?;
        let whole: f32 = self.worth.iter().sum();
        for candidate in documents {
            let document = candidate.place.0.1;
            let Some(start) = starts.get(document).copied() else { continue };
            let end = starts.get(document + 1).copied().unwrap_or(segment.max_doc());
            let (mut passages, mut all): (Vec<(f32, DocId, u64)>, u64) = (Vec::new(), 0);
            forward(&mut lanes, start);
            let mut first = start;
            while first < end {
                let last = first.saturating_add(WINDOW).min(end);
                window.begin(first, last);
                for lane in &mut lanes {
                    window.add(lane);
                }
                let take = |doc, score, words| {
                    all |= words;
                    passages.push((score, doc, words));
                };
                match &mut gate {
                    Some(gate) => window.each_of(&through(gate.as_mut(), first, last), take),
                    None => window.each(0.0, take),
                }
                first = last;
            }
            let count = passages.len();
            passages.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
            let Some((mut score, _, own)) = passages.first().copied() else { continue };
            let mut covered = 0.0;
            for (group, worth) in self.worth.iter().enumerate() {
                if all & bit(group) != 0 {
                    covered += worth;
                    if own & bit(group) == 0 {
                        score += worth * ELSEWHERE;
                    }
                }
            }
            if whole > 0.0 {
                score *= 1.0 - COVERAGE + COVERAGE * (covered / whole);
            }
            passages.truncate(wanted.passages);
            let found = Found {
                id: ids.first(start).and_then(|id| i64::try_from(id).ok()).unwrap_or(-1),
                score,
                count,
                best: passages.into_iter().map(|(s, doc, _)| (s, ords.first(doc).unwrap_or(0))).collect(),
                date: dates.first(start).unwrap_or(0),
                order: orders.first(start).unwrap_or(0),
            };
            into.push((*candidate, found));
        }
        Ok(())
    }
}

/// The passages from `first` up to `last` that a gate lets through.
fn through(gate: &mut dyn Scorer, first: DocId, last: DocId) -> Vec<DocId> {
    if gate.doc() < first {
        gate.seek(first);
    }
    let mut found = Vec::new();
    while gate.doc() < last {
        found.push(gate.doc());
        gate.advance();
    }
    found
}

/// Best first; of equal ones the newest, then an order that follows from the source alone.
pub(super) fn better(a: &Found, b: &Found) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then_with(|| (Reverse(a.date), a.order).cmp(&(Reverse(b.date), b.order)))
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
        let words: Vec<&str> = match &way.what {
            What::Word(word) => vec![word],
            // A word that is looked for as it stands counts as that.
            What::Forms(forms) => forms.iter().map(String::as_str).filter(|form| !group.has(form)).collect(),
            What::Phrase(_, query) | What::Query(query) => {
                let weight = query.weight(scoring).doing("het zoeken")?;
                counts.push(Count::Query { weight, boost: way.weight });
                continue;
            }
        };
        for (field, share) in [(f.text, 1.0), (f.head, HEAD)] {
            let mut found = Vec::with_capacity(words.len());
            for word in &words {
                if vocabulary.stands(field, word) {
                    found.push(vocabulary.postings(field, word).doing("het zoeken")?);
                }
            }
            // Forms of one word are as rare as they are together.
            let known = found.iter().flatten().flatten().map(|term| u64::from(term.doc_freq)).sum();
            let weight = way.weight * share * rarity(known, vocabulary.passages());
            for postings in found {
                if postings.iter().any(Option::is_some) {
                    *best = best.max(weight);
                    counts.push(Count::Term { field, postings, weight });
                }
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
