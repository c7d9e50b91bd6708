//! The words of the index with how often they occur: which words are known, how a compound comes apart and together,
//! which longer words hold a word, and what an unknown word was meant to be. The border: words in, words out; what they
//! weigh in an answer is for `plan`.
//!
//! Nothing here is a list of our own: the parts of compounds are learnt from the indexed text, where a part must itself
//! stand as a word. So the vocabulary is always in step with the documents, and a wrong split can only add a weak find.

use super::super::analysis;
use super::super::index::Fields;
use super::words::{Lines, SHORTEST as PART, letters, listed};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tantivy::columnar::Column;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::TermInfo;
use tantivy::schema::Field;
use tantivy::{InvertedIndexReader, Searcher, SegmentReader, Term};

/// What may stand between the parts of a compound: nothing, a hyphen (which the index leaves out), -s-, -en-, -e-, -n-, -er-.
pub(super) const LINKS: [&str; 6] = ["", "s", "en", "e", "n", "er"];
/// Letters of a word that may be a compound.
const COMPOUND: usize = 7;

/// The vocabulary of one state of the index.
pub(in super::super) struct Vocabulary {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    /// Where the list of words may be kept, with the stamp it must bear.
    kept: Option<(PathBuf, String)>,
    lines: OnceLock<Lines>,
    segments: OnceLock<Vec<Segment>>,
}

/// A segment of the index, open.
pub(super) struct Segment {
    /// The first passage of each document: those of one document lie side by side.
    pub(super) starts: Vec<u32>,
    /// Document, number in it, day and order of each passage.
    pub(super) ids: Column<u64>,
    pub(super) ords: Column<u64>,
    pub(super) dates: Column<u64>,
    pub(super) orders: Column<u64>,
    /// The words of text and headings, with the length of each passage.
    pub(super) words: [(Field, Arc<InvertedIndexReader>, FieldNormReader); 2],
}

impl Segment {
    fn open(reader: &SegmentReader, fields: Fields) -> tantivy::Result<Segment> {
        let fast = reader.fast_fields();
        let ids = fast.u64("doc")?;
        let mut of_passages = vec![0u64; reader.max_doc() as usize];
        ids.clone().first_or_default_col(0).get_range(0, &mut of_passages);
        let mut starts: Vec<u32> = Vec::new();
        let mut last = None;
        for (passage, id) in (0u32..).zip(of_passages) {
            if last.replace(id) != Some(id) {
                starts.push(passage);
            }
        }
        let of = |field| Ok((field, reader.inverted_index(field)?, reader.get_fieldnorms_reader(field)?));
        let words: [tantivy::Result<_>; 2] = [fields.text, fields.head].map(of);
        let [text, head] = words;
        let (ords, dates, orders) = (fast.u64("ord")?, fast.u64("datum")?, fast.u64("volgorde")?);
        Ok(Segment { starts, ids, ords, dates, orders, words: [text?, head?] })
    }
}

impl Vocabulary {
    pub(in super::super) fn new(searcher: Searcher, fields: Fields, kept: Option<(PathBuf, String)>) -> Vocabulary {
        Vocabulary { searcher, fields, kept, lines: OnceLock::new(), segments: OnceLock::new() }
    }

    /// The list of words as a file, so that a reader need not go through all terms to begin; `stamp` says of which state
    /// of the index it is.
    pub(in super::super) fn keep(&self, stamp: &str, file: &Path) -> std::io::Result<()> {
        std::fs::write(file, self.list().bytes(stamp))
    }

    /// Which state of the index this is.
    pub(in super::super) fn generation(&self) -> u64 {
        self.searcher.generation().generation_id()
    }

    /// A segment with what is asked of it for every question, opened once.
    pub(super) fn segment(&self, number: usize) -> tantivy::Result<&Segment> {
        if self.segments.get().is_none() {
            let readers = self.searcher.segment_readers().iter();
            let _ = self.segments.set(readers.map(|r| Segment::open(r, self.fields)).collect::<tantivy::Result<_>>()?);
        }
        let segment = self.segments.get().and_then(|s| s.get(number));
        segment.ok_or_else(|| tantivy::TantivyError::SystemError(format!("there is no segment {number}")))
    }

    /// Passages in the index.
    pub(super) fn passages(&self) -> u64 {
        self.searcher.segment_readers().iter().map(|s| u64::from(s.max_doc())).sum()
    }

    /// Where a term stands in each segment.
    pub(super) fn postings(&self, field: Field, word: &str) -> tantivy::Result<Vec<Option<TermInfo>>> {
        let term = Term::from_field_text(field, word);
        let in_segment = |number| {
            let mut words = self.segment(number)?.words.iter();
            words.find(|(f, ..)| *f == field).map_or(Ok(None), |(_, words, _)| Ok(words.get_term_info(&term)?))
        };
        (0..self.searcher.segment_readers().len()).map(in_segment).collect()
    }

    /// Passages with a term.
    fn count(&self, field: Field, word: &str) -> u64 {
        self.searcher.doc_freq(&Term::from_field_text(field, word)).unwrap_or(0)
    }

    /// How often a word stands in text or headings, as it is.
    pub(super) fn word(&self, word: &str) -> u64 {
        if listed(word) {
            return self.list().count(word);
        }
        self.count(self.fields.text, word).max(self.count(self.fields.head, word))
    }

    /// Whether a word or another form of it stands anywhere.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.word(word) > 0 || self.list().of_stem(&analysis::stem(word)).next().is_some()
    }

    /// Whether a word may stand in a field; what the list knows is not asked of the index.
    pub(super) fn stands(&self, field: Field, word: &str) -> bool {
        !listed(word) || self.list().stands(word, field == self.fields.head)
    }

    /// The words with the same stem, the commonest first.
    pub(super) fn forms(&self, word: &str) -> Vec<String> {
        /// Words with one stem that are looked for; the rest are slips of the pen.
        const FORMS: usize = 12;
        let mut found: Vec<(u32, &str)> = self.list().of_stem(&analysis::stem(word)).collect();
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        found.into_iter().map(|(_, word)| word.to_string()).take(FORMS).collect()
    }

    /// The words that `a` and `b` make together, with any link: as they stand in the index, or at least by their stem.
    pub(super) fn joined(&self, a: &str, b: &str) -> Joined {
        let mut found = Joined::default();
        if a.chars().count() < 2 || b.chars().count() < 2 || a.len() + b.len() < 5 || !letters(a) || !letters(b) {
            return found;
        }
        for link in LINKS {
            if !link.is_empty() && a.ends_with(link) {
                continue;
            }
            let whole = format!("{a}{link}{b}");
            if analysis::is_stop(&whole) {
                continue;
            }
            let forms = self.forms(&whole);
            if !forms.is_empty() && !found.forms.contains(&forms) {
                found.forms.push(forms);
            }
            if self.word(&whole) > 0 {
                found.words.push(whole);
            }
        }
        found
    }

    /// The two words a compound is made of, without the link; `None` where it is no compound that we can see. Of several
    /// cuts the one whose parts are the commonest words.
    pub(super) fn parts(&self, word: &str) -> Option<(String, String)> {
        if word.chars().count() < COMPOUND || !letters(word) {
            return None;
        }
        let list = self.list();
        let whole = list.count(word);
        let mut best: Option<(f64, String, String)> = None;
        for (cut, _) in word.char_indices() {
            let (left, right) = word.split_at(cut);
            let size = right.chars().count();
            if left.chars().count() < PART || size < PART || ENDINGS.contains(&right) {
                continue;
            }
            // Three letters end a compound ("wet", "bed") only where they are a common word.
            let tail = list.count(right);
            if tail < if size == PART { 10 } else { 2 } {
                continue;
            }
            for (head, linked) in heads(left) {
                let count = list.count(head);
                // A part must itself be a word, and not a much rarer one than the whole: "rege" + "ring" is no compound.
                if count < 2 || count.min(tail) * 4 < whole || PREFIXES.contains(&head) {
                    continue;
                }
                let short = [head, right].iter().filter(|p| p.chars().count() < 5).count();
                let fit = ln(count).min(ln(tail)) + 0.3 * ln(count).max(ln(tail))
                    - 1.5 * f64::from(u8::try_from(short).unwrap_or(2))
                    - if linked { 0.5 } else { 0.0 };
                if best.as_ref().is_none_or(|(score, ..)| fit > *score) {
                    best = Some((fit, head.to_string(), right.to_string()));
                }
            }
        }
        best.filter(|(fit, ..)| *fit > 0.0).map(|(_, head, tail)| (head, tail))
    }

    /// The parts of a word that stands nowhere itself, as if it was typed without its hyphens: each a word of the index,
    /// the first perhaps an abbreviation of two letters that begins other hyphenated words. `None` where a part is no
    /// word, or so rare that a typing mistake is likelier.
    pub(super) fn unhyphened(&self, word: &str) -> Option<Vec<String>> {
        self.cut(word, 4).map(|(_, parts)| parts.into_iter().map(ToString::to_string).collect())
    }

    fn cut<'w>(&self, word: &'w str, most: usize) -> Option<(f64, Vec<&'w str>)> {
        let list = self.list();
        let mut best: Option<(f64, Vec<&str>)> = None;
        for (cut, _) in word.char_indices() {
            let (head, tail) = word.split_at(cut);
            let size = head.chars().count();
            if size < 2 || tail.chars().count() < 3 || PREFIXES.contains(&head) || SHORT.contains(&head) {
                continue;
            }
            // The shorter a part, the likelier it is one by chance.
            let enough = |size: usize| match size {
                0..=3 => 10,
                4 => 3,
                _ => 1,
            };
            let count = self.word(head);
            if count < enough(size) || analysis::is_stop(head) || size < 3 && !self.begins(head) {
                continue;
            }
            let of_tail = if ENDINGS.contains(&tail) { 0 } else { list.count(tail) };
            let mut found = (of_tail >= enough(tail.chars().count())).then(|| (ln(of_tail), vec![tail]));
            if found.is_none() && most > 2 {
                found = self.cut(tail, most - 1);
            }
            let Some((fit, mut rest)) = found else { continue };
            let fit = fit.min(ln(count)) - f64::from(u8::try_from(rest.len()).unwrap_or(9));
            if best.as_ref().is_none_or(|(score, _)| fit > *score) {
                rest.insert(0, head);
                best = Some((fit, rest));
            }
        }
        best
    }

    /// Whether two letters begin words whose rest is a word too, as an abbreviation with a hyphen does.
    fn begins(&self, head: &str) -> bool {
        const ENOUGH: usize = 3;
        if !letters(head) {
            return true;
        }
        let list = self.list();
        let rests = list.beginning(head).filter_map(|(_, word)| word.strip_prefix(head));
        rests.filter(|r| r.chars().count() > 3 && list.count(r) > 2).take(ENOUGH).count() == ENOUGH
    }

    /// Longer words of the index that begin or end with a word and whose rest is a word too: the commonest first.
    pub(super) fn compounds_with(&self, word: &str, most: usize) -> Vec<String> {
        /// Words looked at; a word that stands in more ("recht") is no longer narrow enough to widen.
        const LOOKED: usize = 1_000;
        if word.chars().count() < 4 || !letters(word) {
            return Vec::new();
        }
        let list = self.list();
        let ends = list.ending(word).filter_map(|(count, whole)| Some((count, whole, whole.strip_suffix(word)?, true)));
        let begins = list.beginning(word);
        let begins = begins.filter_map(|(count, whole)| Some((count, whole, whole.strip_prefix(word)?, false)));
        let (ends, begins) = (ends.filter(|f| f.2.len() >= PART), begins.filter(|f| f.2.len() > PART));
        let mut found: Vec<(u32, &str, &str, bool)> = ends.take(LOOKED).chain(begins.take(LOOKED)).collect();
        found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        let is_word = |w: &str| w.chars().count() >= PART && !analysis::is_stop(w) && list.count(w) > 1;
        let fits = |rest: &str, last: bool| {
            LINKS.iter().any(|link| {
                if last {
                    rest.strip_suffix(link).is_some_and(|h| !PREFIXES.contains(&h) && is_word(h))
                } else {
                    let tail = rest.strip_prefix(link);
                    tail.is_some_and(|t| !ENDINGS.contains(&t) && t.chars().count() > PART && is_word(t))
                }
            })
        };
        let found = found.into_iter().filter(|(_, _, rest, last)| fits(rest, *last));
        found.take(most).map(|(_, whole, ..)| whole.to_string()).collect()
    }

    /// What an unknown word was meant to be: known words one slip away (two letters swapped first, then one letter more,
    /// less or other), else two slips away; the likeliest first.
    pub(super) fn meant(&self, word: &str) -> Vec<String> {
        /// Words given at most.
        const MOST: usize = 3;
        if word.chars().count() < 4 || !letters(word) {
            return Vec::new();
        }
        let known = |words: Vec<String>| {
            let mut found: Vec<(u64, String)> = Vec::new();
            for word in words.into_iter().collect::<HashSet<_>>() {
                let count = self.list().count(&word);
                if count > 0 && !analysis::is_stop(&word) {
                    found.push((count, word));
                }
            }
            found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
            found.into_iter().map(|(_, w)| w).take(MOST).collect::<Vec<_>>()
        };
        let swaps = swapped(word);
        let mut found = known(swaps.clone());
        if found.is_empty() {
            // Not the word itself, but another form of it.
            let forms: Vec<&String> = swaps.iter().filter(|s| self.knows(s)).collect();
            found = forms.into_iter().take(MOST).cloned().collect();
        }
        if found.is_empty() {
            found = known(one_off(word));
        }
        if found.is_empty() {
            found = swaps.into_iter().filter(|s| self.parts(s).is_some()).take(1).collect();
        }
        if found.is_empty() && self.parts(word).is_none() {
            found = self.two_off(word);
            found.truncate(MOST);
        }
        found
    }

    /// Known words two slips away, with the same first letter: the commonest first.
    fn two_off(&self, word: &str) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        let Some(first) = letters.first().filter(|_| letters.len() >= 6) else { return Vec::new() };
        let mut found = Vec::new();
        for (count, known) in self.list().beginning(&first.to_string()) {
            let other: Vec<char> = known.chars().collect();
            if other.len().abs_diff(letters.len()) <= 2 && distance(&letters, &other, 2) <= 2 {
                found.push((count, known.to_string()));
            }
        }
        found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        found.into_iter().map(|(_, w)| w).collect()
    }

    fn list(&self) -> &Lines {
        self.lines.get_or_init(|| {
            let kept = self.kept.as_ref().and_then(|(file, stamp)| Lines::kept(&std::fs::read(file).ok()?, stamp));
            kept.unwrap_or_else(|| Lines::read(&self.searcher, self.fields))
        })
    }
}

/// What the first part of a compound may be, and whether a link was taken off: "overheids" is "overheid" with a link,
/// "zonne" is "zon" with its last letter doubled.
fn heads(left: &str) -> impl Iterator<Item = (&str, bool)> {
    let doubled = left.strip_suffix('n').unwrap_or(left).strip_suffix('e').and_then(|bare| {
        let mut letters = bare.chars().rev();
        let last = letters.next()?;
        (letters.next() == Some(last)).then(|| &bare[..bare.len() - last.len_utf8()])
    });
    let plain = LINKS.iter().filter_map(move |link| Some((left.strip_suffix(link)?, !link.is_empty())));
    plain.chain(doubled.map(|d| (d, true))).filter(|(head, _)| head.chars().count() >= PART)
}

/// What two words make together.
#[derive(Default)]
pub(super) struct Joined {
    /// As they stand in the index.
    pub(super) words: Vec<String>,
    /// In other forms: those of one stem together.
    pub(super) forms: Vec<Vec<String>>,
}

impl Joined {
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.forms.is_empty()
    }
}

/// Endings of words, which are words too: they end no compound.
const ENDINGS: [&str; 12] =
    ["heid", "heden", "lijk", "lijke", "loos", "loze", "baar", "bare", "ingen", "schap", "eren", "isch"];
/// Beginnings of words, which are words too: they begin no compound.
const PREFIXES: [&str; 8] = ["ver", "ont", "her", "aan", "mis", "een", "ten", "ter"];
/// Beginnings of two letters that are no abbreviation with its hyphen left out.
const SHORT: [&str; 6] = ["be", "ge", "on", "af", "op", "in"];

#[expect(clippy::cast_precision_loss, reason = "a logarithm of a count needs no last digit")]
fn ln(count: u64) -> f64 {
    (count.max(1) as f64).ln()
}

/// A word with each two neighbouring letters swapped.
fn swapped(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    for at in 1..letters.len() {
        if letters[at] != letters[at - 1] {
            let mut other = letters.clone();
            other.swap(at - 1, at);
            found.push(other.into_iter().collect());
        }
    }
    found
}

/// A word with one letter less, more, or other.
fn one_off(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    for at in 0..=letters.len() {
        let (before, after) = letters.split_at(at);
        let with = |middle: &str, after: &[char]| {
            before.iter().copied().chain(middle.chars()).chain(after.iter().copied()).collect()
        };
        if let Some((_, rest)) = after.split_first() {
            found.push(with("", rest));
        }
        for letter in 'a'..='z' {
            let letter = letter.to_string();
            found.push(with(&letter, after));
            if let Some((_, rest)) = after.split_first() {
                found.push(with(&letter, rest));
            }
        }
    }
    found
}

/// Slips between two words (a letter more, less, other, or two swapped); above `most` any larger number.
fn distance(a: &[char], b: &[char], most: usize) -> usize {
    let mut rows = [vec![0; b.len() + 1], (0..=b.len()).collect::<Vec<usize>>(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        rows[2][0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let other = usize::from(a[i - 1] != b[j - 1]);
            let mut cost = (rows[1][j] + 1).min(rows[2][j - 1] + 1).min(rows[1][j - 1] + other);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(rows[0][j - 2] + 1);
            }
            rows[2][j] = cost;
            least = least.min(cost);
        }
        if least > most {
            return most + 1;
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()]
}

#[cfg(test)]
mod tests {
    use super::super::super::index::in_memory;
    use super::*;

    /// Words that tempt to a wrong cut, as a real index holds them.
    const TEMPTING: &str = "ring ding king ging zing ver ont her mis mogelijk heid lijk schap gelijk waar schoon eigen
        vriend wet weten president raar minister kwal teit tel teller stel staan stand dien koop reken teken handel wandel
        dat datum natuur lijke structuur uur ment argu ele mom inst ratie orga infor ope fab riek pub kri actief pas mas
        rela post effect tien ten sta stat per tempera eren ser ken rek han ond erneem geb ruiker bev olking ges taan";

    #[test]
    fn compounds_come_apart_where_they_should_and_other_words_stay_whole() {
        let judged: Vec<Vec<&str>> = include_str!("compounds.tsv")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .map(|l| l.split('\t').collect())
            .collect();
        assert!(judged.len() > 300);
        let wholes: Vec<&str> = judged.iter().map(|line| line[0]).collect();
        let parts: Vec<&str> = judged.iter().flat_map(|line| &line[1..]).filter(|p| **p != "-").copied().collect();
        // As in a real index parts are commoner than what is made of them.
        let (wholes, parts) = (wholes.join(" "), parts.join(" "));
        let passages: Vec<&str> =
            [[wholes.as_str()].repeat(2), [parts.as_str()].repeat(40), [TEMPTING].repeat(8)].concat();
        let (searcher, fields) = in_memory(&passages);
        let vocabulary = Vocabulary::new(searcher, fields, None);
        let mut wrong = Vec::new();
        for line in &judged {
            let found = vocabulary.parts(line[0]);
            let found = found.as_ref().map_or(("-", "-"), |(a, b)| (a.as_str(), b.as_str()));
            if found != (line[1], line[2]) {
                wrong.push(format!("{} {}+{}", line[0], found.0, found.1));
            }
        }
        // With `--nocapture`: the figures of queries/README.md.
        let cut = judged.iter().filter(|line| vocabulary.parts(line[0]).is_some()).count();
        let compounds = judged.iter().filter(|line| line[1] != "-").count();
        println!("{} woorden, {compounds} samenstellingen, {cut} gesneden, {} anders", judged.len(), wrong.len());
        // A wrong cut only adds a weak find; still no more than one in twenty.
        assert!(wrong.len() * 20 <= judged.len(), "{} van {}: {wrong:#?}", wrong.len(), judged.len());
    }

    #[test]
    fn slips_are_counted_with_swaps_as_one() {
        let d = |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), 3);
        assert_eq!((d("dijk", "dijk"), d("dijk", "djik"), d("dijk", "dij"), d("dijk", "duin")), (0, 1, 1, 3));
        assert_eq!(d("", "abcdef"), 4.max(d("", "abcdef")));
        assert!(swapped("dijk").contains(&"djik".to_string()) && one_off("dijk").contains(&"dijke".to_string()));
    }
}
