//! The list of all words of the index, in memory and as a file beside it: how often each stands there, which begin or
//! end alike, which share a stem. The border: what a word is made of, and what it was meant to be, is for `vocabulary`.

use super::super::analysis;
use super::super::index::Fields;
use std::cmp::Ordering;
use tantivy::Searcher;
use tantivy::schema::Field;

/// Letters of a listed word at least.
pub(super) const SHORTEST: usize = 3;

/// Whether a word is one that the list would have: letters only, three or more.
pub(super) fn listed(word: &str) -> bool {
    word.len() >= SHORTEST && letters(word)
}

pub(super) fn letters(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// The words of the index in one text, so that they take little memory and are read from a file in one go.
#[derive(Default)]
pub(super) struct Lines {
    /// The words in order, each before a line end.
    text: String,
    /// Where each word begins, and in how many passages it stands: in the text, and in title or headings.
    words: Vec<[u32; 3]>,
    /// Numbers of the words that have a stem to share (no stop words), in order of their stem.
    by_stem: Vec<u32>,
    /// Numbers of the words in order of their letters from the last to the first.
    by_end: Vec<u32>,
}

impl Lines {
    /// The list as a file; `stamp` says of which state of the index it is.
    pub(super) fn bytes(&self, stamp: &str) -> Vec<u8> {
        let head = format!("{stamp}\n{} {} {}\n", self.words.len(), self.text.len(), self.by_stem.len());
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(self.text.as_bytes());
        bytes
            .extend(self.words.iter().flatten().chain(&self.by_stem).chain(&self.by_end).flat_map(|n| n.to_le_bytes()));
        bytes
    }

    /// The list from a file; `None` where it is of another state, or damaged.
    pub(super) fn kept(bytes: &[u8], stamp: &str) -> Option<Lines> {
        let bytes = bytes.strip_prefix(stamp.as_bytes())?.strip_prefix(b"\n")?;
        let (head, bytes) = bytes.split_at_checked(memchr::memchr(b'\n', bytes)? + 1)?;
        let sizes: Vec<usize> = std::str::from_utf8(head).ok()?.split_whitespace().flat_map(str::parse).collect();
        let [words, size, stems] = sizes[..] else { return None };
        let (text, numbers) = bytes.split_at_checked(size)?;
        let wanted = words.checked_mul(4)?.checked_add(stems)?;
        if Some(numbers.len()) != wanted.checked_mul(4) {
            return None;
        }
        let text = String::from_utf8(text.to_vec()).ok()?;
        let numbers: Vec<u32> =
            numbers.chunks_exact(4).map(|b| u32::from_le_bytes(b.try_into().unwrap_or_default())).collect();
        let (places, orders) = numbers.split_at_checked(words * 3)?;
        let (by_stem, by_end) = orders.split_at_checked(stems)?;
        let words = places.chunks_exact(3).map(|place| [place[0], place[1], place[2]]).collect();
        Some(Lines { text, words, by_stem: by_stem.to_vec(), by_end: by_end.to_vec() })
    }

    /// The list from the index itself.
    pub(super) fn read(searcher: &Searcher, fields: Fields) -> Lines {
        let of = |field, head: usize| terms(searcher, field).into_iter().map(move |(word, count)| (word, head, count));
        let mut words: Vec<(String, usize, u32)> = of(fields.text, 1).chain(of(fields.head, 2)).collect();
        // What is sorted already (each field of each segment) merges fast.
        words.sort();
        let mut list = Lines::default();
        let mut before = String::new();
        for (word, field, count) in words {
            if word != before {
                list.words.push([u32::try_from(list.text.len()).unwrap_or(u32::MAX), 0, 0]);
                list.text.push_str(&word);
                list.text.push('\n');
                before = word;
            }
            if let Some(known) = list.words.last_mut() {
                known[field] = known[field].saturating_add(count);
            }
        }
        let all = || 0..u32::try_from(list.words.len()).unwrap_or(u32::MAX);
        let stems = all().filter(|n| !analysis::is_stop(list.word(*n))).map(|n| (analysis::stem(list.word(n)), n));
        let mut by_stem: Vec<(String, u32)> = stems.collect();
        by_stem.sort_unstable();
        let mut by_end: Vec<u32> = all().collect();
        by_end.sort_unstable_by(|a, b| from_the_end(list.word(*a), list.word(*b)));
        (list.by_stem, list.by_end) = (by_stem.into_iter().map(|(_, n)| n).collect(), by_end);
        list
    }

    /// In how many passages a word stands.
    pub(super) fn count(&self, word: &str) -> u64 {
        let at = self.begin(word);
        if self.at(at) == word { u64::from(self.times(at)) } else { 0 }
    }

    /// Whether a word stands in the text, or else in title or headings.
    pub(super) fn stands(&self, word: &str, head: bool) -> bool {
        let at = self.begin(word);
        self.at(at) == word && self.words.get(at).is_some_and(|place| place[1 + usize::from(head)] > 0)
    }

    /// The words that begin with `start`, each after the number of passages it stands in.
    pub(super) fn beginning(&self, start: &str) -> impl Iterator<Item = (u32, &str)> {
        let words = (self.begin(start)..self.words.len()).map(|n| (self.times(n), self.at(n)));
        words.take_while(move |(_, word)| word.starts_with(start))
    }

    /// The words that end in `end`.
    pub(super) fn ending(&self, end: &str) -> impl Iterator<Item = (u32, &str)> {
        let first = self.by_end.partition_point(|n| from_the_end(self.word(*n), end) == Ordering::Less);
        let words = self.by_end[first..].iter().map(|n| (self.times(*n as usize), self.word(*n)));
        words.take_while(move |(_, word)| word.ends_with(end))
    }

    /// The words with a stem.
    pub(super) fn of_stem(&self, stem: &str) -> impl Iterator<Item = (u32, &str)> {
        let is = |n: &u32| analysis::with_stem(self.word(*n), |s| s.cmp(stem));
        let first = self.by_stem.partition_point(|n| is(n) == Ordering::Less);
        let same = self.by_stem[first..].iter().take_while(move |n| is(n) == Ordering::Equal);
        same.map(|n| (self.times(*n as usize), self.word(*n)))
    }

    /// The first word at or after `word`.
    fn begin(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.words.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.at(middle) < word { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The word of a number; nothing where a damaged file made it up.
    fn at(&self, number: usize) -> &str {
        let Some([from, ..]) = self.words.get(number) else { return "" };
        let until = self.words.get(number + 1).map_or(self.text.len(), |next| next[0] as usize);
        self.text.get(*from as usize..until.saturating_sub(1)).unwrap_or_default()
    }

    fn word(&self, number: u32) -> &str {
        self.at(number as usize)
    }

    /// In how many passages the word of a number stands; where it stands in headings only, that counts for one.
    fn times(&self, number: usize) -> u32 {
        self.words.get(number).map_or(0, |[_, text, head]| (*text).max((*head).min(1)))
    }
}

fn from_the_end(a: &str, b: &str) -> Ordering {
    a.bytes().rev().cmp(b.bytes().rev())
}

/// The words of a field, in order per segment.
fn terms(searcher: &Searcher, field: Field) -> Vec<(String, u32)> {
    let mut words = Vec::new();
    for segment in searcher.segment_readers() {
        let Ok(inverted) = segment.inverted_index(field) else { continue };
        let Ok(mut terms) = inverted.terms().stream() else { continue };
        while terms.advance() {
            let Ok(word) = std::str::from_utf8(terms.key()) else { continue };
            if listed(word) {
                words.push((word.to_string(), terms.value().doc_freq));
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::super::index::in_memory;
    use super::*;

    #[test]
    fn words_are_found_by_beginning_end_and_stem_also_from_a_file() {
        let passages = ["woningen bouwen en woningbouw", "De woning, de bouw, het gebouw; gebouwen", "bouwde 2025 nr."];
        let (searcher, fields) = in_memory(&passages);
        let read = Lines::read(&searcher, fields);
        let file = read.bytes("stand 1");
        assert!(Lines::kept(&file, "stand 2").is_none() && Lines::kept(&file[..file.len() - 1], "stand 1").is_none());
        let kept = Lines::kept(&file, "stand 1").unwrap();
        for list in [read, kept] {
            let sorted = |found: Vec<(u32, &str)>| {
                let mut words: Vec<String> = found.into_iter().map(|(_, w)| w.to_string()).collect();
                words.sort();
                words.join(" ")
            };
            assert_eq!((list.count("woning"), list.count("bouw"), list.count("won"), list.count("2025")), (1, 1, 0, 0));
            assert_eq!(sorted(list.beginning("woning").collect()), "woning woningbouw woningen");
            assert_eq!(sorted(list.ending("bouw").collect()), "bouw gebouw woningbouw");
            assert_eq!(sorted(list.of_stem(&analysis::stem("woning")).collect()), "woning woningen");
            assert_eq!(list.of_stem("de").count(), 0, "a stop word is no form");
        }
    }
}
