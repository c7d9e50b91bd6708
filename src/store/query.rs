//! The question language: what a person types, as a tree. The border: it knows words and filters, not the index.
//!
//! ```text
//! dijken versterken         documents with all words first, with some words after; none is required
//! "hogere dijken"           these words, in this order
//! dijk*                     words that begin so
//! -molens  NIET molens      not these
//! dijken OF duinen          one of both; binds less than words side by side: use ( )
//! dijken EN duinen          both
//! dijken NABIJ duinen       at most ten words between them, in any order and any form; NABIJ/3 for three
//! soort:motie ministerie:BZK datum:2025-03..2025-09 motie:26643-1315 dossier:26643 lid:"van der Werf"
//! ```

use crate::document::Kind;
use crate::lexicon;
use crate::text::{Date, fold};
use std::fmt;

/// A question that is not understood: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionError {
    /// The question.
    pub question: String,
    /// Byte where it goes wrong.
    pub at: usize,
    /// What is wrong, in Dutch.
    pub what: String,
}

impl fmt::Display for QuestionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = self.question.get(..self.at).map_or(0, |before| before.chars().count());
        let line: String = self.question.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        write!(f, "vraag niet begrepen: {} (teken {})\n  {line}\n  {}^", self.what, column + 1, " ".repeat(column))
    }
}

impl std::error::Error for QuestionError {}

/// A question as a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// A word as typed; it may hold several (`cloud-migratie`).
    Word(String),
    /// Words in this order.
    Phrase(String),
    /// Words that begin so.
    Prefix(String),
    /// Two words, in any order, with at most so many words between.
    Near(String, String, u32),
    /// A property of the document.
    Filter(Property),
    /// Not this.
    Not(Box<Node>),
    /// This must be there.
    Must(Box<Node>),
    /// Side by side: the more the better.
    All(Vec<Node>),
    /// One of these.
    Any(Vec<Node>),
}

/// A property of a document, as the index writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Property {
    Kind(String),
    Ministry(String),
    Motion(String),
    Dossier(String),
    Member(String),
    /// First and last day, inclusive.
    Days(Option<Date>, Option<Date>),
}

/// Bytes a question may have.
const LONGEST: usize = 2_000;
/// Parentheses inside parentheses.
const DEEPEST: usize = 20;
/// Words and filters a question may have.
const MOST: usize = 100;
/// Words that NABIJ allows between.
const BETWEEN: u32 = 10;
const NEAR: &str = "NABIJ staat tussen twee losse woorden, zoals dijk NABIJ molen";
const FILTERS: &str = "soort:, ministerie:, datum: (of jaar:), motie:, dossier: en lid:";
const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// Reads a question.
pub(super) fn parse(question: &str) -> Result<Node, QuestionError> {
    let mut parser = Parser { question, at: 0, count: 0 };
    if question.len() > LONGEST {
        return Err(parser.wrong(0, format!("te lang, meer dan {LONGEST} tekens")));
    }
    if question.trim().is_empty() {
        return Err(parser.wrong(0, "er staat niets"));
    }
    let node = parser.any(0)?;
    match parser.peek() {
        Some(_) => Err(parser.wrong(parser.at, "dit haakje sluit niets; haal het weg of zet er een ( voor")),
        None => Ok(node),
    }
}

struct Parser<'q> {
    question: &'q str,
    at: usize,
    count: usize,
}

/// What stands at the cursor.
enum Item {
    Node(Node),
    Of,
    En,
    Niet,
    /// Within so many words.
    Nabij(u32),
}

impl Parser<'_> {
    fn wrong(&self, at: usize, what: impl Into<String>) -> QuestionError {
        QuestionError { question: self.question.to_string(), at, what: what.into() }
    }

    fn rest(&self) -> &str {
        self.question.get(self.at..).unwrap_or_default()
    }

    /// The next character that is not white space, with the cursor on it.
    fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().chars().next()
    }

    /// Alternatives with OF between.
    fn any(&mut self, depth: usize) -> Result<Node, QuestionError> {
        let start = self.at;
        let mut alternatives = Vec::new();
        let mut before = None;
        loop {
            let (nodes, of) = self.all(depth)?;
            let empty = nodes.is_empty();
            if empty && (of.is_some() || !alternatives.is_empty()) {
                return Err(self.wrong(of.or(before).unwrap_or(start), "OF heeft aan beide kanten een woord nodig"));
            }
            if !empty {
                alternatives.push(one(nodes, Node::All));
            }
            if of.is_none() {
                break;
            }
            before = of;
        }
        if alternatives.is_empty() {
            return Err(self.wrong(start, "hier ontbreken woorden om op te zoeken"));
        }
        Ok(one(alternatives, Node::Any))
    }

    /// Things side by side, up to OF (its place is given), a closing parenthesis or the end.
    fn all(&mut self, depth: usize) -> Result<(Vec<Node>, Option<usize>), QuestionError> {
        let mut nodes: Vec<Node> = Vec::new();
        // Place of an EN or NIET that waits for what follows.
        let (mut en, mut niet): (Option<usize>, Option<usize>) = (None, None);
        let mut near: Option<(usize, u32)> = None;
        let mut of = None;
        while let Some(next) = self.peek() {
            let start = self.at;
            if next == ')' {
                break;
            }
            let mut node = match self.item(depth)? {
                Item::Of => {
                    of = Some(start);
                    break;
                }
                Item::En if nodes.is_empty() || en.is_some() => {
                    return Err(self.wrong(start, "EN heeft aan beide kanten een woord nodig"));
                }
                Item::En => {
                    en = Some(start);
                    continue;
                }
                Item::Niet => {
                    niet = Some(start);
                    continue;
                }
                Item::Nabij(within) => {
                    if near.is_some() || niet.is_some() || !matches!(nodes.last(), Some(Node::Word(_))) {
                        return Err(self.wrong(start, NEAR));
                    }
                    near = Some((start, within));
                    continue;
                }
                Item::Node(Node::Word(word)) if word.is_empty() => continue,
                Item::Node(node) => node,
            };
            if let Some((place, within)) = near.take() {
                node = match (nodes.pop(), node) {
                    (Some(Node::Word(a)), Node::Word(b)) if niet.is_none() => Node::Near(a, b, within),
                    _ => return Err(self.wrong(place, NEAR)),
                };
            }
            if niet.take().is_some() {
                node = Node::Not(Box::new(node));
            }
            if en.take().is_some() {
                if let Some(before) = nodes.pop() {
                    nodes.push(must(before));
                }
                node = must(node);
            }
            match (nodes.last_mut(), &node) {
                (Some(Node::Word(a)), Node::Word(b)) if dossier_halves(a, b) => a.push_str(b),
                _ => nodes.push(node),
            }
        }
        match en.or(niet).or(near.map(|n| n.0)) {
            Some(at) => Err(self.wrong(at, "hier moet nog een woord achter")),
            None => Ok((nodes, of)),
        }
    }

    fn item(&mut self, depth: usize) -> Result<Item, QuestionError> {
        let start = self.at;
        self.count += 1;
        if self.count > MOST {
            return Err(self.wrong(start, format!("te veel woorden, hoogstens {MOST}")));
        }
        let Some(first) = self.peek() else { return Ok(Item::Node(Node::Word(String::new()))) };
        if first == '(' {
            if depth >= DEEPEST {
                return Err(self.wrong(start, "te veel haakjes in elkaar"));
            }
            self.at += 1;
            let node = self.any(depth + 1)?;
            if self.peek() != Some(')') {
                return Err(self.wrong(start, "dit haakje wordt niet gesloten"));
            }
            self.at += 1;
            return Ok(Item::Node(node));
        }
        if QUOTES.contains(&first) {
            let words = self.quoted()?;
            return Ok(Item::Node(if words.trim().is_empty() {
                Node::Word(String::new())
            } else {
                Node::Phrase(words)
            }));
        }
        if first == '-' {
            self.at += 1;
            let follows = self.rest().chars().next().is_some_and(|c| !c.is_whitespace() && c != ')' && c != '-');
            return Ok(if follows { Item::Niet } else { Item::Node(Node::Word(String::new())) });
        }
        let word = self.bare();
        Ok(match word.as_str() {
            "OF" => Item::Of,
            "EN" => Item::En,
            "NIET" => Item::Niet,
            "NABIJ" => Item::Nabij(BETWEEN),
            near if near.starts_with("NABIJ/") => match near["NABIJ/".len()..].parse() {
                Ok(within) if (1..=100).contains(&within) => Item::Nabij(within),
                _ => return Err(self.wrong(start, "achter NABIJ/ hoort een getal van 1 tot en met 100")),
            },
            _ => Item::Node(self.word(start, word)?),
        })
    }

    /// Letters up to white space, a parenthesis or a quotation mark.
    fn bare(&mut self) -> String {
        let ends = |c: char| c.is_whitespace() || c == '(' || c == ')' || QUOTES.contains(&c);
        let rest = self.rest();
        let word = rest[..rest.find(ends).unwrap_or(rest.len())].to_string();
        self.at += word.len();
        word
    }

    fn quoted(&mut self) -> Result<String, QuestionError> {
        let start = self.at;
        let open = self.rest().chars().next().map_or(0, char::len_utf8);
        let inside = &self.rest()[open..];
        let Some((end, mark)) = inside.char_indices().find(|(_, c)| QUOTES.contains(c)) else {
            return Err(self.wrong(start, "dit aanhalingsteken wordt niet gesloten"));
        };
        let words = inside[..end].to_string();
        self.at += open + end + mark.len_utf8();
        Ok(words)
    }

    fn word(&mut self, start: usize, word: String) -> Result<Node, QuestionError> {
        if let Some((name, value)) = word.split_once(':') {
            let known =
                ["soort", "ministerie", "datum", "jaar", "motie", "dossier", "lid"].contains(&fold(name).as_str());
            let looks = !name.is_empty() && name.chars().all(char::is_alphabetic) && !value.starts_with('/');
            let at = start + name.len() + 1;
            if known {
                let next = self.rest().chars().next();
                let value = if value.is_empty() && next.is_some_and(|c| QUOTES.contains(&c)) {
                    self.quoted()?
                } else {
                    value.to_string()
                };
                return self.property(&fold(name), value.trim(), at).map(Node::Filter);
            }
            if looks && !value.is_empty() {
                return Err(self.wrong(start, format!("onbekend filter {name}:; er zijn {FILTERS}")));
            }
        }
        if let Some(stem) = word.strip_suffix('*') {
            if stem.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
                return Err(self.wrong(start, "voor een * horen minstens twee letters"));
            }
            return Ok(Node::Prefix(stem.to_string()));
        }
        Ok(Node::Word(word))
    }

    fn property(&self, name: &str, value: &str, at: usize) -> Result<Property, QuestionError> {
        let wrong = |what: String| self.wrong(at, what);
        if value.is_empty() {
            return Err(wrong(format!("achter {name}: hoort een waarde")));
        }
        Ok(match name {
            "soort" => {
                let kinds =
                    [Kind::Kamerbrief, Kind::Antwoord, Kind::Motie, Kind::Beleidslijn, Kind::Verslag, Kind::Overig];
                let folded = fold(value);
                let kind = kinds.iter().find(|k| k.name().split(' ').any(|w| w == folded) || k.name() == folded);
                let kind = kind.ok_or_else(|| {
                    wrong(
                        "deze soort bestaat niet; kies kamerbrief, antwoord, motie, beleidslijn, verslag of overig"
                            .into(),
                    )
                })?;
                Property::Kind(kind.name().to_string())
            }
            "ministerie" => {
                let actor = lexicon::actor(value)
                    .ok_or_else(|| wrong("dit ministerie is onbekend; probeer de afkorting, zoals BZK".into()))?;
                Property::Ministry(fold(&actor.abbr))
            }
            "motie" => Property::Motion(
                number(value)
                    .filter(|n| n.len() > 6 && n[5..].contains('-'))
                    .map(|n| format!("kst-{n}"))
                    .ok_or_else(|| wrong("een motie heeft een dossier en een nummer, zoals 26643-1315".into()))?,
            ),
            "dossier" => Property::Dossier(
                number(value)
                    .ok_or_else(|| wrong("een dossier heeft vijf cijfers, zoals 26643 of 36600-VII".into()))?,
            ),
            "lid" => Property::Member(fold(value)),
            _ => days(value).ok_or_else(|| {
                wrong("een datum is 2025, 2025-03, 2025-03-13, of een reeks zoals 2025-03..2025-09".into())
            })?,
        })
    }
}

fn one(mut nodes: Vec<Node>, many: fn(Vec<Node>) -> Node) -> Node {
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        Some(last) => {
            nodes.push(last);
            many(nodes)
        }
        None => many(nodes),
    }
}

fn must(node: Node) -> Node {
    match node {
        Node::Must(_) | Node::Not(_) | Node::Filter(_) => node,
        node => Node::Must(Box::new(node)),
    }
}

/// "26" and "643" are one number.
fn dossier_halves(a: &str, b: &str) -> bool {
    let digits = |w: &str| w.bytes().take_while(u8::is_ascii_digit).count();
    a.len() == 2 && digits(a) == 2 && digits(b) == 3 && b[3..].chars().next().is_none_or(|c| !c.is_alphanumeric())
}

/// The number of a dossier or of a document in it, as keys write it, folded: "26 643, nr. 1315" is `26643-1315`.
fn number(value: &str) -> Option<String> {
    let folded = fold(value);
    let folded = folded.strip_prefix("kst-").unwrap_or(&folded);
    let joined = folded.replace(", nr.", "-").replace(" nr.", "-").replace(", nr ", "-").replace(',', "-");
    let bare: String = joined.chars().filter(|c| !matches!(c, ' ' | '.')).collect();
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 5 || !bare.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return None;
    }
    let (dossier, rest) = bare.split_at(5);
    let rest = rest.trim_matches('-');
    Some(if rest.is_empty() { dossier.to_string() } else { format!("{dossier}-{rest}") })
}

/// `2025`, `2025-03`, `2025-03-13`, or a range of these with `..`, open on one side if need be.
fn days(value: &str) -> Option<Property> {
    let (from, until) = match value.split_once("..") {
        None => (Some(value), Some(value)),
        Some((from, until)) => (Some(from).filter(|f| !f.is_empty()), Some(until).filter(|u| !u.is_empty())),
    };
    let first = from.map(|f| day_range(f).map(|r| r.0).ok_or(())).transpose().ok()?;
    let last = until.map(|u| day_range(u).map(|r| r.1).ok_or(())).transpose().ok()?;
    let ordered = first.zip(last).is_none_or(|(first, last)| first <= last);
    (ordered && (first.is_some() || last.is_some())).then_some(Property::Days(first, last))
}

fn day_range(text: &str) -> Option<(Date, Date)> {
    let mut parts = text.split('-');
    let year: i16 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let month: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let day: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    if parts.next().is_some() {
        return None;
    }
    Some(match (month, day) {
        (None, _) => (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?),
        (Some(month), None) => {
            let first = Date::new(year, month, 1).ok()?;
            (first, first.last_of_month())
        }
        (Some(month), Some(day)) => {
            let date = Date::new(year, month, day).ok()?;
            (date, date)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Node {
        Node::Word(text.into())
    }

    fn wrong(question: &str) -> (usize, String) {
        let error = parse(question).unwrap_err();
        (error.at, error.what)
    }

    #[test]
    fn questions_become_trees() {
        assert_eq!(
            parse("dijken 26 643 duinen").unwrap(),
            Node::All(vec![word("dijken"), word("26643"), word("duinen")])
        );
        assert_eq!(
            parse("\"hoge dijk\" -molen dijk*").unwrap(),
            Node::All(vec![
                Node::Phrase("hoge dijk".into()),
                Node::Not(Box::new(word("molen"))),
                Node::Prefix("dijk".into())
            ])
        );
        assert_eq!(
            parse("a b OF (c EN d)").unwrap(),
            Node::Any(vec![
                Node::All(vec![word("a"), word("b")]),
                Node::All(vec![Node::Must(Box::new(word("c"))), Node::Must(Box::new(word("d")))])
            ])
        );
        assert_eq!(
            parse("hoge dijk NABIJ/3 molen").unwrap(),
            Node::All(vec![word("hoge"), Node::Near("dijk".into(), "molen".into(), 3)])
        );
        assert_eq!(
            parse("https://voorbeeld.nl 12:30").unwrap(),
            Node::All(vec![word("https://voorbeeld.nl"), word("12:30")])
        );
    }

    #[test]
    fn filters_are_understood_in_every_spelling() {
        let property = |q: &str| match parse(q).unwrap() {
            Node::Filter(p) => p,
            other => panic!("{other:?}"),
        };
        for q in ["motie:26643-1315", "motie:kst-26643-1315", "motie:\"26 643, nr. 1315\"", "Motie:26.643-1315"] {
            assert_eq!(property(q), Property::Motion("kst-26643-1315".into()), "{q}");
        }
        assert_eq!(property("dossier:\"36 600-VII\""), Property::Dossier("36600-vii".into()));
        assert_eq!(property("soort:antwoord"), Property::Kind("antwoord kamervragen".into()));
        assert_eq!(property("ministerie:bzk"), Property::Ministry("bzk".into()));
        let day = |d: &str| d.parse().ok();
        assert_eq!(property("datum:2025-02"), Property::Days(day("2025-02-01"), day("2025-02-28")));
        assert_eq!(property("datum:2025-03..2025"), Property::Days(day("2025-03-01"), day("2025-12-31")));
        assert_eq!(property("datum:..2024"), Property::Days(None, day("2024-12-31")));
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        assert_eq!(wrong("dijk \"hoog").0, 5);
        assert_eq!(wrong("dijk (hoog").0, 5);
        assert_eq!(wrong("dijk) hoog").0, 4);
        assert_eq!(wrong("dijk OF").0, 5);
        assert_eq!(wrong("OF dijk").0, 0);
        assert_eq!(wrong("dijk EN").0, 5);
        assert_eq!(wrong("dijk NABIJ").0, 5);
        assert_eq!(wrong("NABIJ dijk").0, 0);
        assert_eq!(wrong("dijk NABIJ/0 duin").0, 5);
        assert_eq!(wrong("dijk NABIJ (a OF b)").0, 5);
        assert_eq!(wrong("dijk NABIJ -duin").0, 5);
        assert_eq!(wrong("kleur:rood").0, 0);
        assert_eq!(wrong("dijk datum:gisteren").0, 11);
        assert_eq!(wrong("datum:2025-03..2024").0, 6);
        assert_eq!(wrong("soort:").0, 6);
        assert!(wrong("ministerie:Toverij").1.contains("onbekend"));
        assert!(wrong("  ").1.contains("niets"));
        assert!(wrong("()").1.contains("ontbreken"));
        assert!(parse(&"(".repeat(1000)).is_err());
        let shown = parse("één \"twee").unwrap_err().to_string();
        assert!(shown.ends_with("\n  één \"twee\n      ^"), "{shown}");
    }

    proptest::proptest! {
        #[test]
        fn every_question_gives_a_tree_or_a_place(question in "[a-zé \"()*:\\-.0-9“OFENI]{0,40}|.{0,60}") {
            if let Err(error) = parse(&question) {
                proptest::prop_assert!(question.is_char_boundary(error.at), "{}", error.at);
                let _ = error.to_string();
            }
        }
    }
}
