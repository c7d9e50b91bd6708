//! Which patterns are worth trying on a text: those whose indispensable words are in it. The border: it may let a pattern
//! through that does not match, never the reverse.
//!
//! From every pattern the strings are taken of which one must stand in whatever it matches; all strings of all patterns
//! are looked up in one pass over the text. Most sentences hold the cues of hardly any pattern.
//!
//! Text and strings are compared in plain form: letters and digits of ASCII in lower case, and one blank for any run of
//! anything else, at both ends as well. So the edge of a word is a blank, and " ik " is not in "gelijk".

use regex_syntax::hir::{Class, Hir, HirKind, Look, Repetition};
use std::collections::BTreeMap;

/// How many sets of strings are kept of a pattern: a verb and its helper say more than either alone.
const MOST_SETS: usize = 3;

/// How many strings neighbouring words may be joined to ("zal ik", "zal het kabinet", …): joined they are rarer.
const MOST_JOINED: usize = 128;

/// How many strings a set may hold.
const MOST_STRINGS: usize = 1000;

/// Words that are in so many sentences that finding one says little; in order of the alphabet.
const COMMON: [&str; 47] = [
    "aan", "als", "bij", "dan", "dat", "de", "deze", "die", "dit", "door", "een", "en", "er", "geen", "hebben",
    "heeft", "het", "ik", "in", "is", "kamer", "kan", "met", "mijn", "naar", "niet", "of", "om", "ook", "op", "over",
    "te", "tot", "u", "uit", "uw", "van", "voor", "we", "wij", "worden", "wordt", "zal", "zijn", "zo", "zou", "zullen",
];

/// Strings in plain form of which at least one must stand in the text.
type Needed = Vec<String>;

/// What must stand in the text that an expression matches.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    /// All strings it can match, where they are few.
    all: Option<Needed>,
    /// Else the sets of which each must be met.
    sets: Vec<Needed>,
    /// Whether it is no part of a word on either side.
    apart: bool,
}

impl Shape {
    fn exactly(all: Needed) -> Shape {
        Shape { all: Some(all), ..Shape::default() }
    }

    fn within(sets: Vec<Needed>) -> Shape {
        Shape { sets, ..Shape::default() }
    }

    /// Any words, between blanks.
    pub(super) fn gap() -> Shape {
        Shape { apart: true, ..Shape::default() }
    }

    /// The sets that tell most, the best first.
    fn best(self) -> Vec<Needed> {
        let mut sets: Vec<(u32, Needed)> =
            self.all.into_iter().chain(self.sets).map(|set| (worth(&set), set)).collect();
        sets.retain(|(worth, _)| *worth > 0);
        sets.sort_by(|a, b| b.cmp(a));
        sets.dedup();
        sets.truncate(MOST_SETS);
        sets.into_iter().map(|(_, set)| set).collect()
    }
}

/// How telling a set is: the bits that its most common strings say, less for every doubling of their number.
fn worth(set: &Needed) -> u32 {
    let least = set.iter().map(|s| bits(s)).min().unwrap_or(0);
    least.saturating_sub(2 * set.len().max(1).ilog2())
}

fn bits(string: &str) -> u32 {
    let word = |word: &str| {
        let common = word.len() <= 6 && COMMON.binary_search(&word).is_ok();
        if common { 10 } else { 8 * u32::try_from(word.len().min(8)).unwrap_or(8) }
    };
    string.split(' ').filter(|w| !w.is_empty()).map(word).sum()
}

/// Reads an expression. `marked` tells what a private character in it stands for.
pub(super) fn shape(expression: &str, marked: &dyn Fn(char) -> Option<Shape>) -> Shape {
    regex_syntax::parse(expression).map(|hir| of(&hir, marked)).unwrap_or_default()
}

fn of(hir: &Hir, marked: &dyn Fn(char) -> Option<Shape>) -> Shape {
    match hir.kind() {
        HirKind::Empty => Shape::exactly(vec![String::new()]),
        HirKind::Literal(literal) => {
            let mut chain = Chain::new();
            let mut word = String::new();
            let literal = String::from_utf8_lossy(&literal.0);
            let mut chars = literal.chars();
            while let Some(c) = chars.next() {
                match marked(c) {
                    // A mark stands there twice.
                    Some(part) => {
                        chars.next();
                        chain.add(Shape::exactly(vec![std::mem::take(&mut word)]));
                        chain.add(part);
                    }
                    None if plain_char(c) == ' ' && word.ends_with(' ') => {}
                    None => word.push(plain_char(c)),
                }
            }
            chain.add(Shape::exactly(vec![word]));
            chain.end()
        }
        HirKind::Look(look) => {
            let inside = matches!(look, Look::WordAsciiNegate | Look::WordUnicodeNegate);
            Shape::exactly(vec![if inside { "" } else { " " }.to_string()])
        }
        HirKind::Class(class) => class_strings(class).map(Shape::exactly).unwrap_or_default(),
        HirKind::Capture(capture) => of(&capture.sub, marked),
        HirKind::Repetition(repetition) => repeated(repetition, of(&repetition.sub, marked)),
        HirKind::Concat(parts) => {
            let mut chain = Chain::new();
            for part in parts {
                chain.add(of(part, marked));
            }
            chain.end()
        }
        HirKind::Alternation(branches) => {
            let branches: Vec<Shape> = branches.iter().map(|branch| of(branch, marked)).collect();
            let exact = branches.iter().all(|branch| branch.all.is_some());
            let mut union = Needed::new();
            for branch in branches {
                let set = if exact { branch.all } else { branch.best().into_iter().next() };
                let Some(set) = set else { return Shape::default() };
                union.extend(set);
            }
            union.sort_unstable();
            union.dedup();
            match union.len() {
                ..=MOST_STRINGS if exact => Shape::exactly(union),
                ..=MOST_STRINGS => Shape::within(vec![union]),
                _ => Shape::default(),
            }
        }
    }
}

fn repeated(repetition: &Repetition, part: Shape) -> Shape {
    match (repetition.min, repetition.max, part.all) {
        (0, Some(1), Some(mut all)) => {
            all.push(String::new());
            Shape::exactly(all)
        }
        (0, ..) => Shape::default(),
        (_, _, Some(all)) => Shape::within(vec![all]),
        _ => Shape::within(part.sets),
    }
}

/// The characters of a small class.
fn class_strings(class: &Class) -> Option<Needed> {
    let Class::Unicode(class) = class else { return None };
    let all: usize = class.iter().map(regex_syntax::hir::ClassUnicodeRange::len).sum();
    let mut strings: Needed = Vec::new();
    if all <= 40 {
        strings =
            class.iter().flat_map(|range| range.start()..=range.end()).map(|c| plain_char(c).to_string()).collect();
        strings.sort_unstable();
        strings.dedup();
    }
    (1..=10).contains(&strings.len()).then_some(strings)
}

/// Parts one after the other.
struct Chain {
    /// The strings of the parts since the last that is too rich, joined.
    open: Needed,
    sets: Vec<Needed>,
    exact: bool,
}

impl Chain {
    fn new() -> Chain {
        Chain { open: vec![String::new()], sets: Vec::new(), exact: true }
    }

    fn add(&mut self, part: Shape) {
        match part.all {
            Some(all) if self.open.len() * all.len() <= MOST_JOINED || self.open.len() == 1 || all.len() == 1 => {
                match all.as_slice() {
                    [one] if one.is_empty() => {}
                    _ => self.open = self.open.iter().flat_map(|a| all.iter().map(move |b| join(a, b))).collect(),
                }
            }
            Some(all) => {
                self.cut();
                self.open = all;
            }
            None => {
                let edge = if part.apart { " " } else { "" };
                self.open.iter_mut().for_each(|string| *string = join(string, edge));
                self.cut();
                self.open[0].push_str(edge);
                self.sets.extend(part.sets);
            }
        }
    }

    fn cut(&mut self) {
        self.exact = false;
        self.sets.push(std::mem::replace(&mut self.open, vec![String::new()]));
    }

    fn end(mut self) -> Shape {
        if self.exact {
            return Shape::exactly(self.open);
        }
        self.cut();
        self.sets.retain(|set| worth(set) > 0);
        Shape::within(self.sets)
    }
}

/// Two strings on end; blanks that meet are one.
fn join(a: &str, b: &str) -> String {
    let b = if a.ends_with(' ') { b.strip_prefix(' ').unwrap_or(b) } else { b };
    format!("{a}{b}")
}

fn plain_char(c: char) -> char {
    if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }
}

/// The number of a byte among the characters of the plain form: a blank, ten digits, 26 letters.
const fn symbol(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => byte - b'0' + 1,
        b'a'..=b'z' => byte - b'a' + 11,
        b'A'..=b'Z' => byte - b'A' + 11,
        _ => 0,
    }
}

/// Puts `text` in plain form, as numbers.
fn plain(text: &str, into: &mut Vec<u8>) {
    into.clear();
    into.push(0);
    for byte in text.bytes() {
        let symbol = symbol(byte);
        if symbol != 0 || into.last() != Some(&0) {
            into.push(symbol);
        }
    }
    if into.last() != Some(&0) {
        into.push(0);
    }
}

/// How many characters the plain form has.
const SYMBOLS: usize = 37;

/// Strings, letter by letter: few are begun at a place of a text, and fewer go on. Small, for it is read at many letters:
/// the nodes that a node leads to stand in a row, and so do the sets of all strings.
struct Tree {
    nodes: Vec<Node>,
    /// For every three characters the node they lead to; the first, where none goes on, for those that no string begins with.
    begins: Vec<u32>,
    /// The sets of each string of three characters or more.
    long: Rows,
    /// For every two characters the sets of the shorter strings that they begin with.
    short: Rows,
}

/// Sets, some for each number.
#[derive(Default)]
struct Rows {
    sets: Vec<u16>,
    /// Where those of each number end.
    ends: Vec<u32>,
}

impl Rows {
    fn new(all: impl IntoIterator<Item = Vec<u16>>) -> Rows {
        let mut rows = Rows::default();
        for sets in all {
            rows.sets.extend(sets);
            rows.ends.push(u32::try_from(rows.sets.len()).unwrap_or(u32::MAX));
        }
        rows
    }

    fn of(&self, number: usize) -> &[u16] {
        let from = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.sets[from as usize..self.ends[number] as usize]
    }
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// A bit for each character that goes on from here.
    goes_on: u64,
    /// The node of the first of these.
    next: u32,
    /// The number of the string that ends here, from 1.
    ends: u32,
}

impl Node {
    /// The node that a character leads to, if any.
    fn after(self, symbol: u8) -> Option<usize> {
        let before = self.goes_on & ((1 << symbol) - 1);
        (self.goes_on >> symbol & 1 == 1).then(|| (self.next + before.count_ones()) as usize)
    }
}

impl Tree {
    fn new(strings: BTreeMap<String, Vec<u16>>) -> Tree {
        let code = |string: &str| string.bytes().fold(0, |code, byte| code * SYMBOLS + usize::from(symbol(byte)));
        let (long, few): (BTreeMap<_, _>, BTreeMap<_, _>) = strings.into_iter().partition(|(s, _)| s.len() > 2);
        let mut short = vec![Vec::new(); SYMBOLS * SYMBOLS];
        for (string, sets) in few {
            let wide = if string.len() == 2 { 1 } else { SYMBOLS };
            let from = code(&string) * wide;
            short[from..from + wide].iter_mut().for_each(|all| all.extend(&sets));
        }
        let (strings, sets): (Vec<String>, Vec<Vec<u16>>) = long.into_iter().unzip();
        let nodes = nodes(&strings);
        let mut begins = vec![0; SYMBOLS * SYMBOLS * SYMBOLS];
        for string in &strings {
            let lead = string.bytes().take(3).try_fold(0, |node, byte| nodes[node].after(symbol(byte)));
            begins[code(&string[..3])] = lead.and_then(|node| u32::try_from(node).ok()).unwrap_or(0);
        }
        Tree { nodes, begins, long: Rows::new(sets), short: Rows::new(short) }
    }

    /// The sets of every string that is in `text`, which ends in two blanks.
    fn within(&self, text: &[u8], mut each: impl FnMut(u16)) {
        for (from, three) in text.windows(3).enumerate() {
            let two = usize::from(three[0]) * SYMBOLS + usize::from(three[1]);
            self.short.of(two).iter().copied().for_each(&mut each);
            let node = self.begins[two * SYMBOLS + usize::from(three[2])];
            if node != 0 {
                self.go_on(node as usize, &text[from + 3..], &mut each);
            }
        }
    }

    /// The sets of every string that a node and `text` after it hold.
    fn go_on(&self, node: usize, text: &[u8], mut each: impl FnMut(u16)) {
        let mut node = self.nodes[node];
        let mut rest = text.iter();
        loop {
            if let Some(string) = node.ends.checked_sub(1) {
                self.long.of(string as usize).iter().copied().for_each(&mut each);
            }
            let Some(after) = rest.next().and_then(|symbol| node.after(*symbol)) else { return };
            node = self.nodes[after];
        }
    }
}

/// The nodes of strings in order of the alphabet.
fn nodes(strings: &[String]) -> Vec<Node> {
    let number = |n: usize| u32::try_from(n).unwrap_or(0);
    let mut nodes: Vec<Node> = Vec::new();
    // Per node the strings that come through it, and how much of them lies behind.
    let mut open = vec![(0..strings.len(), 0)];
    while let Some((range, behind)) = open.get(nodes.len()).cloned() {
        let mut node = Node { next: number(open.len()), ..Node::default() };
        let mut rest = range.clone();
        if strings.get(rest.start).is_some_and(|s| s.len() == behind) && !rest.is_empty() {
            rest.start += 1;
            node.ends = number(rest.start);
        }
        while !rest.is_empty() {
            let byte = strings[rest.start].as_bytes()[behind];
            let same = strings[rest.clone()].partition_point(|s| s.as_bytes()[behind] <= byte);
            open.push((rest.start..rest.start + same, behind + 1));
            node.goes_on |= 1 << symbol(byte);
            rest.start += same;
        }
        nodes.push(node);
    }
    nodes
}

/// The cues of a list of patterns.
pub(super) struct Cues {
    strings: Tree,
    /// How many sets there are.
    count: usize,
    /// Per pattern: the sets that must be met.
    patterns: Vec<Vec<u16>>,
}

/// The sets that a text meets, a bit each.
pub(super) type Met = [u64];

impl Cues {
    /// Takes the cues of patterns, each given as its words and what tells its shape. One without cues is always tried.
    pub(super) fn new<'p>(all: impl Iterator<Item = (&'p str, impl Fn() -> Shape)>) -> Cues {
        let mut known: BTreeMap<Needed, u16> = BTreeMap::new();
        let mut seen: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
        let mut patterns = Vec::new();
        for (words, shape) in all {
            let sets = seen.entry(words).or_insert_with(|| {
                let ids = shape().best().into_iter().filter_map(|mut set| {
                    set.sort_unstable();
                    set.dedup();
                    let next = u16::try_from(known.len()).ok()?;
                    Some(*known.entry(set).or_insert(next))
                });
                ids.collect()
            });
            patterns.push(sets.clone());
        }
        let count = known.len();
        let mut strings: BTreeMap<String, Vec<u16>> = BTreeMap::new();
        for (set, id) in known {
            for string in set {
                strings.entry(string).or_default().push(id);
            }
        }
        Cues { strings: Tree::new(strings), count, patterns }
    }

    /// How many numbers hold the sets that a text meets.
    pub(super) fn width(&self) -> usize {
        self.count.div_ceil(64).max(1)
    }

    /// Marks the sets that `text` meets; `scratch` is room to work in.
    pub(super) fn meet(&self, text: &str, scratch: &mut Vec<u8>, met: &mut Met) {
        plain(text, scratch);
        scratch.push(0);
        self.strings.within(scratch, |set| met[usize::from(set / 64)] |= 1 << (set % 64));
    }

    /// Whether a text that meets these sets may match a pattern.
    pub(super) fn likely(&self, pattern: usize, met: &Met) -> bool {
        self.patterns[pattern].iter().all(|set| met[usize::from(*set / 64)] >> (set % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likely(expressions: &[&str], text: &str) -> Vec<usize> {
        let cues = Cues::new(expressions.iter().map(|e| (*e, || shape(e, &|_| None))));
        let mut met = vec![0; cues.width()];
        cues.meet(text, &mut Vec::new(), &mut met);
        (0..expressions.len()).filter(|pattern| cues.likely(*pattern, &met)).collect()
    }

    #[test]
    fn only_patterns_whose_words_are_there_are_tried() {
        let all = ["zal (?:ik|wij) .* informeren", r"\d+", "(?:boot|schip)(?:en)?", r"(?-u:\b)(?:ik|wij)(?-u:\b)"];
        assert_eq!(likely(&all, "Dan ZAL ik u Informeren."), [0, 1, 3]);
        assert_eq!(likely(&all, "Dan zal hij ons gelijk informeren."), [1]);
        assert_eq!(likely(&all, "Twee schepen en een boot"), [1, 2]);
    }

    #[test]
    fn edges_and_letters_with_marks_are_blanks_on_both_sides() {
        assert_eq!(likely(&[r"\bge[ëe]valueerd\b"], "(Geëvalueerd)"), [0]);
        assert_eq!(likely(&[r"vóór 1 mei$"], "Dat is VÓÓR 1 mei"), [0]);
    }
}
