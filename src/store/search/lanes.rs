//! Reads the postings of a plan in one segment, a window of passages at a time: every word of the question is a lane,
//! every way in which it may stand a cursor in it. The border: numbers of the index in, a score and a bit per word out;
//! which passages are worth it is for `rank`.

use super::marks::bit;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::query::Scorer;
use tantivy::{DocId, TERMINATED};

/// BM25: how soon a word more adds little, and how much a long passage counts less.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// What the other ways of a word add to the best.
const OTHER_WAYS: f32 = 0.3;
/// Passages in a window: what is tallied at once stays in the processor's nearest memory.
pub(super) const WINDOW: u32 = 4_096;
const CELLS: usize = WINDOW as usize;

/// What a passage of each length (as the index rounds it) takes off in a field where `average` words is usual.
pub(super) fn lengths(average: f32) -> [f32; 256] {
    let mut of_length = [0f32; 256];
    for (id, value) in (0u8..=255).zip(&mut of_length) {
        let length = approximate(FieldNormReader::id_to_fieldnorm(id).into());
        *value = K1 * (1.0 - B + B * length / average.max(1.0));
    }
    of_length
}

#[expect(clippy::cast_precision_loss, reason = "a count in a score needs no last digit")]
pub(super) fn approximate(count: u64) -> f32 {
    count as f32
}

/// One way of a word in one segment; moves forward only.
pub(super) enum Cursor<'l> {
    /// By the postings of a term.
    Term {
        postings: Box<BlockSegmentPostings>,
        /// Place in the block.
        at: usize,
        norms: FieldNormReader,
        lengths: &'l [f32; 256],
        weight: f32,
    },
    /// By the index.
    Scorer(Box<dyn Scorer>),
}

impl Cursor<'_> {
    /// What a passage can get by it at most.
    fn ceiling(&self) -> f32 {
        match self {
            Cursor::Term { weight, .. } => weight * (K1 + 1.0),
            Cursor::Scorer(_) => f32::INFINITY,
        }
    }

    /// Everything it finds from `first` up to `last`, which is not in it.
    fn run(&mut self, first: DocId, last: DocId, mut take: impl FnMut(DocId, f32)) {
        match self {
            Cursor::Term { postings, at, norms, lengths, weight } => {
                let top = *weight * (K1 + 1.0);
                loop {
                    let (docs, freqs) = (postings.docs(), postings.freqs());
                    let size = docs.len();
                    while *at < size {
                        let doc = docs[*at];
                        if doc >= last {
                            return;
                        }
                        if doc >= first {
                            let times = approximate(freqs[*at].into());
                            take(doc, top * times / (times + lengths[usize::from(norms.fieldnorm_id(doc))]));
                        }
                        *at += 1;
                    }
                    if size == 0 {
                        return;
                    }
                    postings.advance();
                    *at = 0;
                }
            }
            Cursor::Scorer(scorer) => {
                if scorer.doc() < first {
                    scorer.seek(first);
                }
                while scorer.doc() < last {
                    let (doc, score) = (scorer.doc(), scorer.score());
                    take(doc, score);
                    scorer.advance();
                }
            }
        }
    }

    /// Moves to the first find at or after `doc`.
    fn seek(&mut self, doc: DocId) {
        match self {
            Cursor::Term { postings, at, .. } => {
                if postings.docs().get(*at).is_some_and(|d| *d < doc) {
                    *at = postings.seek(doc);
                }
            }
            Cursor::Scorer(scorer) => {
                if scorer.doc() < doc {
                    scorer.seek(doc);
                }
            }
        }
    }

    /// The first find at or after where it stands; [`TERMINATED`] where there is none.
    fn doc(&self) -> DocId {
        match self {
            Cursor::Term { postings, at, .. } => postings.docs().get(*at).copied().unwrap_or(TERMINATED),
            Cursor::Scorer(scorer) => scorer.doc(),
        }
    }
}

/// One word of the question in one segment.
pub(super) struct Lane<'l> {
    /// Which word.
    pub(super) group: usize,
    pub(super) cursors: Vec<Cursor<'l>>,
}

impl Lane<'_> {
    /// What a passage can get by this word at most.
    pub(super) fn ceiling(&self) -> f32 {
        let (mut best, mut sum) = (0f32, 0f32);
        for cursor in &self.cursors {
            let ceiling = cursor.ceiling();
            sum += ceiling;
            best = best.max(ceiling);
        }
        if best.is_infinite() { best } else { best + OTHER_WAYS * (sum - best) }
    }

    /// What the passage `doc` gets by this word; passages are asked for in order.
    pub(super) fn one(&mut self, doc: DocId) -> f32 {
        let (mut best, mut sum) = (0f32, 0f32);
        for cursor in &mut self.cursors {
            cursor.seek(doc);
            if cursor.doc() == doc {
                cursor.run(doc, doc + 1, |_, score| {
                    sum += score.max(f32::MIN_POSITIVE);
                    best = best.max(score);
                });
            }
        }
        best + OTHER_WAYS * (sum - best)
    }
}

/// What the words have in one window of passages.
pub(super) struct Window {
    first: DocId,
    best: Box<[f32]>,
    sum: Box<[f32]>,
    score: Box<[f32]>,
    found: Box<[u64]>,
    /// A bit per passage in which anything is found.
    touched: Box<[u64]>,
    /// Places touched by the word at hand, and by any.
    places: Vec<u16>,
    written: Vec<u16>,
}

impl Window {
    pub(super) fn new() -> Window {
        let cells = || vec![0f32; CELLS].into_boxed_slice();
        Window {
            first: 0,
            best: cells(),
            sum: cells(),
            score: cells(),
            found: vec![0; CELLS].into_boxed_slice(),
            touched: vec![0; CELLS / 64].into_boxed_slice(),
            places: Vec::with_capacity(CELLS),
            written: Vec::with_capacity(CELLS),
        }
    }

    /// Begins anew at passage `first`.
    pub(super) fn begin(&mut self, first: DocId) {
        for at in self.written.drain(..).map(usize::from) {
            self.score[at] = 0.0;
            self.found[at] = 0;
        }
        self.touched.fill(0);
        self.first = first;
    }

    /// Adds what a word has from the beginning of the window up to `last`.
    pub(super) fn add(&mut self, lane: &mut Lane, last: DocId) {
        let Window { first, best, sum, score, found, touched, places, written } = self;
        let last = last.min(first.saturating_add(WINDOW));
        let mut there = lane.cursors.iter_mut().filter(|c| c.doc() < last);
        let (Some(cursor), second) = (there.next(), there.next()) else { return };
        if second.is_none() {
            // The usual case for a rare word: nothing to weigh against each other.
            cursor.run(*first, last, |doc, found_score| {
                let at = (doc - *first) as usize % CELLS;
                if found[at] == 0 {
                    written.push(u16::try_from(at).unwrap_or(0));
                }
                score[at] += found_score;
                found[at] |= bit(lane.group);
                touched[at / 64] |= 1 << (at % 64);
            });
            return;
        }
        for cursor in [cursor].into_iter().chain(second).chain(there) {
            cursor.run(*first, last, |doc, score| {
                let at = (doc - *first) as usize % CELLS;
                if sum[at] == 0.0 {
                    places.push(u16::try_from(at).unwrap_or(0));
                }
                // A find without weight is a find.
                sum[at] += score.max(f32::MIN_POSITIVE);
                best[at] = best[at].max(score);
            });
        }
        for place in places.drain(..) {
            let at = usize::from(place);
            if found[at] == 0 {
                written.push(place);
            }
            score[at] += best[at] + OTHER_WAYS * (sum[at] - best[at]);
            found[at] |= bit(lane.group);
            touched[at / 64] |= 1 << (at % 64);
            (best[at], sum[at]) = (0.0, 0.0);
        }
    }

    /// Keeps these passages only, also where nothing is found in them.
    pub(super) fn keep(&mut self, passages: &[DocId]) {
        for bits in &mut self.touched {
            *bits = 0;
        }
        for doc in passages {
            let at = doc.saturating_sub(self.first) as usize % CELLS;
            self.touched[at / 64] |= 1 << (at % 64);
        }
    }

    /// Every passage touched, in order: number, score and the words it has.
    pub(super) fn each(&self, mut take: impl FnMut(DocId, f32, u64)) {
        for (word, bits) in self.touched.iter().enumerate() {
            let mut left = *bits;
            while left != 0 {
                let at = word * 64 + left.trailing_zeros() as usize;
                left &= left - 1;
                take(self.first + u32::try_from(at).unwrap_or(0), self.score[at], self.found[at]);
            }
        }
    }
}

/// Moves the cursors of a lane to `doc`.
pub(super) fn forward(lanes: &mut [Lane], doc: DocId) {
    for cursor in lanes.iter_mut().flat_map(|l| &mut l.cursors) {
        cursor.seek(doc);
    }
}
