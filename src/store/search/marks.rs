//! What to mark in a passage, and which words of the question stand there: exact on the text as it stands.

use super::super::analysis;
use crate::text::Span;
use std::collections::HashMap;

/// Words to mark, each with the words of the question it answers (a bit each).
#[derive(Default)]
pub(super) struct Marks {
    words: HashMap<String, u64>,
    prefixes: Vec<(String, u64)>,
    phrases: Vec<(Vec<String>, u64)>,
    /// What words to mark look like from afar: all others need no second look.
    looks: Looks,
}

/// A set of first bytes with lengths.
struct Looks([u64; 256]);

impl Default for Looks {
    fn default() -> Looks {
        Looks([0; 256])
    }
}

impl Looks {
    fn put(&mut self, word: &str) {
        if let Some(first) = word.bytes().next() {
            self.0[usize::from(first)] |= 1 << (word.len() & 63);
        }
    }

    fn has(&self, word: &str) -> bool {
        word.bytes().next().is_some_and(|first| self.0[usize::from(first)] & 1 << (word.len() & 63) != 0)
    }
}

/// A stretch of text that answers some of the question's words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) groups: u64,
    /// Number of the word in the text.
    pub(super) position: usize,
}

/// The bit of a group; all beyond the last share one.
pub(super) fn bit(group: usize) -> u64 {
    1 << group.min(63)
}

impl Marks {
    pub(super) fn word(&mut self, word: &str, group: usize) {
        self.looks.put(word);
        *self.words.entry(word.to_string()).or_default() |= bit(group);
    }

    pub(super) fn prefix(&mut self, prefix: String, group: usize) {
        self.prefixes.push((prefix, bit(group)));
    }

    pub(super) fn phrase(&mut self, words: &str, group: usize) {
        let words: Vec<String> =
            analysis::words(words).into_iter().filter(|w| !w.whole).map(|w| w.exact.into_owned()).collect();
        if !words.is_empty() {
            self.phrases.push((words, bit(group)));
        }
    }

    /// Everything in a text that answers, in order of place; stretches may overlap.
    pub(super) fn found(&self, text: &str) -> Vec<Mark> {
        let words = analysis::words(text);
        let mut found: Vec<Mark> = Vec::new();
        for word in &words {
            let looks = self.looks.has(&word.exact);
            let mut groups = if looks { self.words.get(word.exact.as_ref()).copied().unwrap_or(0) } else { 0 };
            let starts = self.prefixes.iter().filter(|(p, _)| word.exact.starts_with(p.as_str()));
            groups |= starts.fold(0, |all, (_, bit)| all | bit);
            if groups != 0
                && let Some(span) = Span::new(text, word.start..word.end)
            {
                found.push(Mark { span, groups, position: word.position });
            }
        }
        if !self.phrases.is_empty() {
            let parts: Vec<&analysis::Word> = words.iter().filter(|w| !w.whole).collect();
            for (phrase, groups) in &self.phrases {
                for run in parts.windows(phrase.len()) {
                    if run.iter().zip(phrase).all(|(w, p)| w.exact == *p) {
                        let span = Span::new(text, run[0].start..run[run.len() - 1].end);
                        found.extend(span.map(|span| Mark { span, groups: *groups, position: run[0].position }));
                    }
                }
            }
            found.sort_by_key(|m| (m.span.start(), m.span.end()));
        }
        found
    }
}

/// The ranges to mark: in order, without overlap.
pub(super) fn merged(marks: Vec<Mark>) -> Vec<Span> {
    let mut spans: Vec<Span> = marks.into_iter().map(|m| m.span).collect();
    spans.sort();
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start() < last.end() => *last = last.cover(span),
            _ => merged.push(span),
        }
    }
    merged
}
