//! Matches an expression against a sentence. Made for the patterns of rules: they are many, large and mostly alternatives
//! of words, the sentences are short, and few patterns are tried more than a handful of times. So an expression is only
//! read, never compiled to a machine; the lists that it names are read once for all; and a branch is chosen by its first
//! letter. It finds what the regular expression finds (leftmost, earlier branches first; a test holds the two side by
//! side), in letters of Latin script. The border: it tries one branch after the other and gives up where that takes too
//! many steps, and then says so; the caller has an engine that always ends.

mod chars;
mod known;

pub(super) use known::Known;

use chars::Chars;
use regex_syntax::hir::{Hir, HirKind, Look, Repetition};
use std::cell::{Cell, LazyCell};
use std::ops::Range;

/// Steps a search may take, and as many more for each byte of the text.
const STEPS: usize = 20_000;
const STEPS_A_BYTE: usize = 100;

/// How deep branches may stand in branches.
const DEEPEST: usize = 250;

/// A choice of at least so many branches looks them up by their first byte.
const MANY: usize = 5;

/// What a private character that stands twice in an expression means: an expression that others share.
pub(super) type Shared<'s> = &'s dyn Fn(char) -> Option<(usize, &'static Expression)>;

/// An expression that can be matched.
#[derive(Debug, Default)]
pub(super) struct Expression {
    parts: Vec<Part>,
    /// The bytes a match may begin with.
    first: First,
    /// The shared expressions that stand in every match, not inside a word, with their numbers.
    needs: Vec<(usize, &'static Expression)>,
}

/// A search that took too many steps.
#[derive(Debug)]
pub(super) struct TooHard;

#[derive(Debug)]
enum Part {
    /// These bytes.
    Exact(Vec<u8>),
    /// These letters of ASCII in either case, given in lower case, and other bytes.
    Folded(Vec<u8>),
    /// One character.
    One(Chars),
    /// A number of characters, as many as can be or as few.
    Run {
        of: Chars,
        min: u32,
        max: u32,
        greedy: bool,
    },
    Edge(Look),
    Choice(Choice),
    Loop(Loop),
    /// One that others share, with its number.
    Shared(usize, &'static Expression),
}

#[derive(Debug)]
struct Loop {
    body: Vec<Part>,
    min: u32,
    max: u32,
    greedy: bool,
}

#[derive(Debug)]
struct Choice {
    branches: Vec<Vec<Part>>,
    /// Of many branches, per first byte those to try, in order, with their second byte in lower case if they have only one;
    /// last those to try at the end of the text.
    by_byte: Vec<Vec<(u16, Option<u8>)>>,
    /// Of many branches, the pairs of bytes of which the word at hand must hold one: of a branch such as `\w*systeem` the
    /// first two bytes of its letters. All bits for a branch that asks for nothing.
    pairs: Vec<u128>,
}

/// The bytes that something may begin with, and whether it may be empty as well.
#[derive(Clone, Debug)]
struct First {
    bytes: [bool; 256],
    empty: bool,
}

impl Default for First {
    fn default() -> First {
        First { bytes: [false; 256], empty: true }
    }
}

impl First {
    fn of(parts: &[Part]) -> First {
        let mut first = First::default();
        first.empty = parts.iter().all(|part| first.add(part));
        first
    }

    /// Adds what a part may begin with; says whether it may be empty.
    fn add(&mut self, part: &Part) -> bool {
        match part {
            Part::Exact(bytes) => self.bytes[usize::from(bytes[0])] = true,
            Part::Folded(bytes) => {
                self.bytes[usize::from(bytes[0])] = true;
                self.bytes[usize::from(bytes[0].to_ascii_uppercase())] = true;
            }
            Part::One(chars) => self.chars(chars),
            Part::Run { of, min, .. } => {
                self.chars(of);
                return *min == 0;
            }
            Part::Edge(_) => return true,
            Part::Choice(choice) => {
                let empty = choice.branches.iter().filter(|branch| self.all(branch)).count();
                return empty > 0;
            }
            Part::Loop(Loop { body, min, .. }) => return self.all(body) || *min == 0,
            Part::Shared(_, shared) => {
                self.bytes.iter_mut().zip(shared.first.bytes).for_each(|(mine, its)| *mine |= its);
                return shared.first.empty;
            }
        }
        false
    }

    fn all(&mut self, parts: &[Part]) -> bool {
        parts.iter().all(|part| self.add(part))
    }

    fn chars(&mut self, chars: &Chars) {
        (0..128u8).filter(|b| chars.ascii >> b & 1 == 1).for_each(|b| self.bytes[usize::from(b)] = true);
        if !chars.wide.is_empty() {
            self.bytes[0xc2..].fill(true);
        }
    }
}

impl Expression {
    /// Reads an expression.
    pub(super) fn new(expression: &str, shared: Shared) -> Result<Expression, String> {
        let mut parser = regex_syntax::ParserBuilder::new().case_insensitive(true).build();
        let hir = parser.parse(expression).map_err(|e| e.to_string())?;
        let parts = parts(&hir, shared);
        Ok(Expression::of(parts))
    }

    /// The words of `list` as alternatives, in this order and in any case.
    pub(super) fn words(list: &[String]) -> Expression {
        let branches = list.iter().map(|word| {
            let mut branch = Vec::new();
            word.chars().for_each(|c| folded(c, &mut branch));
            branch
        });
        Expression::of(vec![Part::Choice(Choice::new(branches.collect()))])
    }

    fn of(parts: Vec<Part>) -> Expression {
        let lists = parts.iter().enumerate().filter_map(|(index, part)| match part {
            Part::Shared(number, list) if !list.first.empty && apart(&parts[..index]) => Some((*number, *list)),
            _ => None,
        });
        let mut needs: Vec<_> = lists.collect();
        // What may begin with few bytes is soon known to be absent.
        needs.sort_by_key(|(_, list)| list.first.bytes.iter().filter(|begins| **begins).count());
        Expression { first: First::of(&parts), needs, parts }
    }

    /// Where it is first found from a place on. What is known of the text is kept in `known`.
    pub(super) fn find(&self, text: &str, from: usize, known: &mut Known) -> Result<Option<Range<usize>>, TooHard> {
        let steps = STEPS + STEPS_A_BYTE * text.len();
        let mut run = Search { text, known, steps, depth: 0 };
        let lacks = self.needs.iter().any(|(number, _)| run.known.absent(*number));
        if lacks || self.needs.len() > 1 && !self.needs.iter().all(|(number, list)| run.anywhere(*number, list)) {
            return Ok(None);
        }
        let bytes = text.as_bytes();
        // Most patterns begin at the edge of a word: no need to look elsewhere.
        let anywhere = !matches!(self.parts.first(), Some(Part::Edge(Look::WordAscii)));
        let word = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_');
        let mut before = from.checked_sub(1).is_some_and(word);
        for at in from..=bytes.len() {
            let edge = word(at) != before;
            before ^= edge;
            if !edge && !anywhere {
                continue;
            }
            let begins = bytes.get(at).map_or(self.first.empty, |byte| {
                self.first.bytes[usize::from(*byte)] || self.first.empty && text.is_char_boundary(at)
            });
            if !begins {
                continue;
            }
            if let Some(end) = run.run(&self.parts, at, &Then::Done) {
                return Ok(Some(at..end));
            }
            if run.steps == 0 {
                return Err(TooHard);
            }
        }
        Ok(None)
    }
}

/// Whether what comes after these parts never begins inside a word.
fn apart(parts: &[Part]) -> bool {
    let Some((last, before)) = parts.split_last() else { return false };
    let letter = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let blank = |chars: &Chars| (0..128).all(|b| chars.ascii >> b & 1 == 0 || !letter(b));
    match last {
        Part::Exact(bytes) | Part::Folded(bytes) => bytes.last().is_some_and(|b| !letter(*b)),
        Part::One(chars) => blank(chars),
        Part::Run { of, min, .. } => blank(of) && (*min > 0 || apart(before)),
        Part::Edge(look) => *look == Look::WordAscii || *look == Look::Start,
        Part::Choice(choice) => {
            choice.branches.iter().all(|branch| apart(if branch.is_empty() { before } else { branch }))
        }
        Part::Loop(Loop { body, min, .. }) => apart(body) && (*min > 0 || apart(before)),
        Part::Shared(_, shared) => !shared.first.empty && apart(&shared.parts),
    }
}

/// The parts of an expression, one after the other.
fn parts(hir: &Hir, shared: Shared) -> Vec<Part> {
    let mut all = Vec::new();
    read(hir, shared, &mut all);
    all
}

fn read(hir: &Hir, shared: Shared, into: &mut Vec<Part>) {
    match hir.kind() {
        HirKind::Empty => {}
        HirKind::Literal(literal) => {
            let literal = String::from_utf8_lossy(&literal.0);
            let mut chars = literal.chars();
            while let Some(c) = chars.next() {
                match shared(c) {
                    Some((number, list)) => {
                        into.push(Part::Shared(number, list));
                        chars.next();
                    }
                    None => exact(c, into),
                }
            }
        }
        HirKind::Class(class) => {
            let chars = Chars::new(class);
            match chars.letter() {
                Some(letter) => folded(char::from(letter), into),
                None => into.push(Part::One(chars)),
            }
        }
        HirKind::Look(look) => into.push(Part::Edge(*look)),
        HirKind::Repetition(Repetition { min, max, greedy, sub }) => {
            let (min, max, greedy) = (*min, max.unwrap_or(u32::MAX), *greedy);
            into.push(match sub.kind() {
                HirKind::Class(class) => Part::Run { of: Chars::new(class), min, max, greedy },
                _ => Part::Loop(Loop { body: parts(sub, shared), min, max, greedy }),
            });
        }
        HirKind::Capture(capture) => read(&capture.sub, shared, into),
        HirKind::Concat(all) => all.iter().for_each(|part| read(part, shared, into)),
        HirKind::Alternation(all) => {
            into.push(Part::Choice(Choice::new(all.iter().map(|branch| parts(branch, shared)).collect())));
        }
    }
}

/// Adds a character in this case only.
fn exact(c: char, into: &mut Vec<Part>) {
    let mut bytes = [0; 4];
    let bytes = c.encode_utf8(&mut bytes).bytes();
    match into.last_mut() {
        Some(Part::Folded(last)) if !c.is_ascii_alphabetic() => last.extend(bytes),
        Some(Part::Exact(last)) => last.extend(bytes),
        _ => into.push(Part::Exact(bytes.collect())),
    }
}

/// Adds a character in either case.
fn folded(c: char, into: &mut Vec<Part>) {
    let (lower, upper) = (c.to_lowercase().next().unwrap_or(c), c.to_uppercase().next().unwrap_or(c));
    match (u8::try_from(c), into.last_mut()) {
        (Ok(byte), Some(Part::Folded(last))) if byte.is_ascii() => last.push(byte.to_ascii_lowercase()),
        (Ok(byte), _) if byte.is_ascii() => into.push(Part::Folded(vec![byte.to_ascii_lowercase()])),
        _ if lower == upper => exact(c, into),
        _ => into.push(Part::One(Chars { ascii: 0, wide: vec![(lower, lower), (upper, upper)] })),
    }
}

impl Choice {
    fn new(branches: Vec<Vec<Part>>) -> Choice {
        let (mut by_byte, mut pairs) = (Vec::new(), Vec::new());
        if branches.len() >= MANY {
            pairs.extend(branches.iter().map(|branch| inner_pair(branch).unwrap_or(u128::MAX)));
            by_byte = vec![Vec::new(); 257];
            for (index, branch) in (0u16..).zip(&branches) {
                let first = First::of(branch);
                let begins = first.bytes.into_iter().chain([first.empty]);
                let second = match branch.first() {
                    Some(Part::Exact(word) | Part::Folded(word)) => word.get(1).map(u8::to_ascii_lowercase),
                    _ => None,
                };
                let may = by_byte.iter_mut().zip(begins).filter(|(_, begins)| *begins || first.empty);
                may.for_each(|(of, _)| of.push((index, second)));
            }
        }
        Choice { branches, by_byte, pairs }
    }
}

/// The bit of two bytes that stand side by side, in lower case.
fn pair(first: u8, second: u8) -> u128 {
    let mixed = first.to_ascii_lowercase().wrapping_mul(37) ^ second.to_ascii_lowercase();
    1 << (mixed & 127)
}

/// The bits of all pairs of bytes in the word at a place, and of those that begin in it.
fn pairs(text: &[u8], at: usize) -> u128 {
    let word = text[at..].iter().position(|b| *b == b' ' || *b == b'\n').map_or(text.len(), |length| at + length + 2);
    let here = &text[at..word.min(text.len())];
    here.windows(2).fold(0, |bits, two| bits | pair(two[0], two[1]))
}

/// The bit of the first two letters after any number of characters that are no blank, if a branch begins so.
fn inner_pair(branch: &[Part]) -> Option<u128> {
    let [Part::Run { of, min: 0, .. }, Part::Folded(word) | Part::Exact(word), ..] = branch else { return None };
    let blank = of.ascii & (1 << b' ' | 1 << b'\n') != 0;
    match word[..] {
        [first, second, ..] if !blank => Some(pair(first, second)),
        _ => None,
    }
}

/// What comes after the parts at hand.
enum Then<'p, 't> {
    Done,
    Parts(&'p [Part], &'t Then<'p, 't>),
    /// The same after a shared expression, and whether it was ever come to.
    After(&'t Cell<bool>, &'p [Part], &'t Then<'p, 't>),
    /// Another round of a loop, of which so many are done and the last began at a place, and what comes after it.
    Again(&'p Loop, u32, usize, &'p [Part], &'t Then<'p, 't>),
}

/// A search.
struct Search<'x> {
    text: &'x str,
    known: &'x mut Known,
    steps: usize,
    depth: usize,
}

impl Search<'_> {
    /// Whether a shared expression may match anywhere in the text but inside a word.
    fn anywhere(&mut self, number: usize, list: &Expression) -> bool {
        if let Some(known) = self.known.of(number).anywhere {
            return known;
        }
        let text = self.text.as_bytes();
        let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
        let inside = |at: usize| at > 0 && word(text[at - 1]) && word(text[at]);
        let mut places = (0..text.len()).filter(|at| list.first.bytes[usize::from(text[*at])] && !inside(*at));
        let may = places.any(|at| {
            !self.known.of(number).never(at) && {
                let matches = self.run(&list.parts, at, &Then::Done).is_some() || self.steps == 0;
                if !matches {
                    self.known.of(number).rule_out(at);
                }
                matches
            }
        });
        self.known.of(number).anywhere = Some(may);
        may
    }

    /// Where a match of `parts` and of what comes after them ends.
    fn run<'p>(&mut self, parts: &'p [Part], at: usize, then: &Then<'p, '_>) -> Option<usize> {
        self.steps = self.steps.saturating_sub(1);
        if self.depth == DEEPEST {
            self.steps = 0;
        }
        if self.steps == 0 {
            return None;
        }
        self.depth += 1;
        let end = self.parts(parts, at, then);
        self.depth -= 1;
        end
    }

    fn parts<'p>(&mut self, parts: &'p [Part], mut at: usize, then: &Then<'p, '_>) -> Option<usize> {
        let bytes = self.text.as_bytes();
        for (index, part) in parts.iter().enumerate() {
            let rest = &parts[index + 1..];
            match part {
                Part::Exact(word) => {
                    if !bytes[at..].starts_with(word) {
                        return None;
                    }
                    at += word.len();
                }
                Part::Folded(word) => {
                    let here = bytes.get(at..at + word.len())?;
                    if !here.iter().zip(word).all(|(a, b)| a.to_ascii_lowercase() == *b) {
                        return None;
                    }
                    at += word.len();
                }
                Part::One(chars) => at += chars.at(self.text, at)?,
                Part::Edge(look) => {
                    if !holds(*look, self.text, at) {
                        return None;
                    }
                }
                Part::Run { of, min, max, greedy } => {
                    return self.characters(of, (*min, *max, *greedy), at, rest, then);
                }
                Part::Choice(choice) => return self.choice(choice, at, rest, then),
                Part::Loop(of) => return self.round(of, 0, at, rest, then),
                Part::Shared(number, list) => {
                    let begins = bytes.get(at).is_some_and(|byte| list.first.bytes[usize::from(*byte)]);
                    if !begins && !list.first.empty || self.known.of(*number).never(at) {
                        return None;
                    }
                    let matches = Cell::new(false);
                    let end = self.run(&list.parts, at, &Then::After(&matches, rest, then));
                    if !matches.get() && self.steps > 0 {
                        self.known.of(*number).rule_out(at);
                    }
                    return end;
                }
            }
        }
        match then {
            Then::Done => Some(at),
            Then::Parts(parts, then) => self.run(parts, at, then),
            Then::After(matches, parts, then) => {
                matches.set(true);
                self.run(parts, at, then)
            }
            Then::Again(of, done, from, rest, then) if at > *from || *done < of.min => {
                self.round(of, *done, at, rest, then)
            }
            Then::Again(.., rest, then) => self.run(rest, at, then),
        }
    }

    fn choice<'p>(&mut self, of: &'p Choice, at: usize, rest: &'p [Part], then: &Then<'p, '_>) -> Option<usize> {
        let next = Then::Parts(rest, then);
        let next = if rest.is_empty() { then } else { &next };
        if of.by_byte.is_empty() {
            return of.branches.iter().find_map(|branch| self.run(branch, at, next));
        }
        let bytes = self.text.as_bytes();
        let byte = bytes.get(at).map_or(256, |byte| usize::from(*byte));
        let second = bytes.get(at + 1).map(u8::to_ascii_lowercase);
        let held = LazyCell::new(|| pairs(bytes, at));
        let may = of.by_byte[byte].iter().filter(|(_, its)| its.is_none() || *its == second);
        let may = may.map(|(branch, _)| usize::from(*branch));
        may.filter(|branch| of.pairs[*branch] == u128::MAX || of.pairs[*branch] & *held != 0)
            .find_map(|branch| self.run(&of.branches[branch], at, next))
    }

    /// Another round of a loop of which `done` rounds are over.
    fn round<'p>(
        &mut self,
        of: &'p Loop,
        done: u32,
        at: usize,
        rest: &'p [Part],
        then: &Then<'p, '_>,
    ) -> Option<usize> {
        let again = Then::Again(of, done.saturating_add(1), at, rest, then);
        if done < of.min {
            return self.run(&of.body, at, &again);
        }
        if done >= of.max {
            return self.run(rest, at, then);
        }
        if of.greedy {
            self.run(&of.body, at, &again).or_else(|| self.run(rest, at, then))
        } else {
            self.run(rest, at, then).or_else(|| self.run(&of.body, at, &again))
        }
    }

    fn characters<'p>(
        &mut self,
        of: &Chars,
        (min, max, greedy): (u32, u32, bool),
        from: usize,
        rest: &'p [Part],
        then: &Then<'p, '_>,
    ) -> Option<usize> {
        let mut at = from;
        for _ in 0..min {
            at += of.at(self.text, at)?;
        }
        let least = at;
        let more = max - min;
        if greedy {
            for _ in 0..more {
                let Some(length) = of.at(self.text, at) else { break };
                at += length;
            }
            loop {
                if let Some(end) = self.run(rest, at, then) {
                    return Some(end);
                }
                if of.rule_out(rest, then) {
                    return None;
                }
                at = self.text[least..at].char_indices().next_back()?.0 + least;
            }
        }
        for _ in 0..=more {
            if let Some(end) = self.run(rest, at, then) {
                return Some(end);
            }
            at += of.at(self.text, at)?;
        }
        None
    }
}

impl Chars {
    /// Whether what follows cannot begin with one of these: no use in giving one back.
    fn rule_out(&self, rest: &[Part], then: &Then) -> bool {
        match (rest.first(), then) {
            (Some(Part::Exact(word) | Part::Folded(word)), _) => word[0].is_ascii() && self.ascii >> word[0] & 1 == 0,
            (None, Then::Parts(parts, then) | Then::After(_, parts, then)) => self.rule_out(parts, then),
            (None, Then::Again(of, _, _, rest, after)) => {
                self.rule_out(&of.body, &Then::Done) && self.rule_out(rest, after)
            }
            _ => false,
        }
    }
}

/// Whether an edge lies at a place.
fn holds(look: Look, text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let ascii =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_');
    let letter = |c: Option<char>| c.is_some_and(|c| regex_syntax::try_is_word_character(c).unwrap_or(false));
    let before = at.checked_sub(1);
    match look {
        Look::Start => at == 0,
        Look::End => at == bytes.len(),
        Look::WordAscii => ascii(before) != ascii(Some(at)),
        Look::WordAsciiNegate => ascii(before) == ascii(Some(at)),
        Look::WordUnicode | Look::WordUnicodeNegate => {
            let edge = letter(text[..at].chars().next_back()) != letter(text[at..].chars().next());
            edge == (look == Look::WordUnicode)
        }
        // No pattern has another edge; a test reads them all.
        _ => false,
    }
}
