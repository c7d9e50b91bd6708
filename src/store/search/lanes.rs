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

/// What a word counts for by how often it stands in a passage and how long that is, in one field.
pub(super) struct Lengths {
    /// Per length (as the index rounds it) what it takes off.
    off: [f32; 256],
    /// The share itself for once, twice, three times: nearly all finds.
    few: [[f32; 256]; 3],
}

impl Lengths {
    /// For a field where `average` words is usual.
    pub(super) fn new(average: f32) -> Lengths {
        let mut lengths = Lengths { off: [0.0; 256], few: [[0.0; 256]; 3] };
        for id in 0u8..=255 {
            let length = approximate(FieldNormReader::id_to_fieldnorm(id).into());
            let (off, at) = (K1 * (1.0 - B + B * length / average.max(1.0)), usize::from(id));
            lengths.off[at] = off;
            for (times, few) in [1.0, 2.0, 3.0].into_iter().zip(&mut lengths.few) {
                few[at] = times / (times + off);
            }
        }
        lengths
    }

    fn share(&self, times: u32, length: u8) -> f32 {
        let length = usize::from(length);
        if let Some(few) = self.few.get((times as usize).wrapping_sub(1)) {
            return few[length];
        }
        let times = approximate(times.into());
        times / (times + self.off[length])
    }
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
        lengths: &'l Lengths,
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
                            take(doc, top * lengths.share(freqs[*at], norms.fieldnorm_id(doc)));
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
    /// Passages in it.
    size: usize,
    /// What each passage has; above nothing wherever anything is found.
    score: Box<[f32]>,
    /// The best way of the word at hand.
    best: Box<[f32]>,
    /// A bit per word that each passage has.
    words: Box<[u64]>,
}

impl Window {
    pub(super) fn new() -> Window {
        let cells = || vec![0f32; CELLS].into_boxed_slice();
        Window { first: 0, size: 0, score: cells(), best: cells(), words: vec![0; CELLS].into_boxed_slice() }
    }

    /// Begins anew with the passages from `first` up to `last`, at most [`WINDOW`].
    pub(super) fn begin(&mut self, first: DocId, last: DocId) {
        self.first = first;
        self.size = (last.saturating_sub(first) as usize).min(CELLS);
        self.score[..self.size].fill(0.0);
        self.words[..self.size].fill(0);
    }

    /// Adds what a word has.
    pub(super) fn add(&mut self, lane: &mut Lane) {
        let Window { first, size, score, best, words } = self;
        let (score, best, words) = (&mut score[..*size], &mut best[..*size], &mut words[..*size]);
        let last = first.saturating_add(u32::try_from(*size).unwrap_or(WINDOW));
        let word = bit(lane.group);
        let mut there = lane.cursors.iter_mut().filter(|c| c.doc() < last);
        let (Some(cursor), second) = (there.next(), there.next()) else { return };
        let alone = second.is_none();
        if !alone {
            best.fill(0.0);
        }
        cursor.run(*first, last, |doc, found| {
            let at = (doc - *first) as usize;
            // A find without weight is a find.
            score[at] += found.max(f32::MIN_POSITIVE);
            words[at] |= word;
            if !alone {
                best[at] = found;
            }
        });
        for cursor in second.into_iter().chain(there) {
            cursor.run(*first, last, |doc, found| {
                let at = (doc - *first) as usize;
                let better = (found - best[at]).max(0.0);
                score[at] += (1.0 - OTHER_WAYS) * better + (OTHER_WAYS * found).max(f32::MIN_POSITIVE);
                best[at] += better;
                words[at] |= word;
            });
        }
    }

    /// Every passage, in order, in which anything is found and that has `least`: number, score and the words it has.
    pub(super) fn each(&self, least: f32, mut take: impl FnMut(DocId, f32, u64)) {
        /// Passages looked at in one go, as most have too little.
        const STRIDE: usize = 16;
        let least = least.max(f32::MIN_POSITIVE);
        for (begin, few) in (0..).step_by(STRIDE).zip(self.score[..self.size].chunks(STRIDE)) {
            if few.iter().fold(0.0, |most: f32, score| most.max(*score)) >= least {
                for at in (begin..begin + few.len()).filter(|at| self.score[*at] >= least) {
                    take(self.first + u32::try_from(at).unwrap_or(0), self.score[at], self.words[at]);
                }
            }
        }
    }

    /// These passages only, also where nothing is found in them.
    pub(super) fn each_of(&self, passages: &[DocId], mut take: impl FnMut(DocId, f32, u64)) {
        for doc in passages {
            let at = doc.saturating_sub(self.first) as usize;
            if at < self.size {
                take(*doc, self.score[at], self.words[at]);
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
