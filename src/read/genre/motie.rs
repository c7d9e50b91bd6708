//! Motions, wherever their text stands: a document of its own in any format, or inside the report of a debate. The
//! border: what a motion says and who signed it; what became of it is for `records`.
//!
//! - [x] title, day, considerations, every dictum with its list, signatories in order, number, the motion it replaces
//! - [x] lost or mangled closings ("tot de dag", "gaan over"), clauses run together in one paragraph
//! - [x] a debate report: signatories and number from the chair's words after the motion
//! - [ ] names run together on one line without comma ("Jansen De Vries") stay one name

use crate::document::{BlockKind, Dictum, Document, Kind, MotionText, Person, Signer};
use crate::lexicon::party_by_name;
use crate::text::constant;
use crate::text::{Span, date_at, fold};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The first words of every motion.
static START: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*De Kamer\s*[,;]\s*"));

/// What may follow the first words; a sentence that happens to begin with "De Kamer," goes on otherwise.
static NEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:gehoord|gelezen|gezien|gelet|kennisgenomen|overweg|constater|van mening|van oordeel|verzoekt|spreekt|\w+ende,?:?\s)",
    )
});

/// The last words of the body, with the defects seen in print: "gaan over", "tot de dag", "tot de orde dag".
static CLOSING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:\ben\s+)?\bga(?:at|an)\s+over\s+tot\s+(?:de\s+)?(?:orde\s+)?(?:van\s+)?(?:de(?:ze)?\s+)?dag\s*[.,;]*")
});

/// A dictum begins: the Chamber asks, calls on, declares, instructs, decides.
static DICTUM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:en\s+)?(?:(?:tevens|voorts|verder|daarnaast|ook|eveneens)\s+)?(?:verzoekt|verzoeken|roept|spreekt|draagt|nodigt|vraagt|dringt|zegt|besluit|wijst|keurt|betuigt|veroordeelt|machtigt|benoemt|steunt|betreurt|bevestigt|onderschrijft|stemt|stelt|kiest|geeft|neemt|doet|bepaalt)\b",
    )
});

/// A dictum that begins so is one even inside a list.
static REQUEST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:en\s+)?(?:verzoekt|verzoeken|roept)\s+(?:\w+\s+)?(?:de|het|te)\b"));

/// A consideration begins.
static CONSIDERATION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:en\s+)?(?:(?:tevens|voorts|verder)\s+)?(?:van\s+(?:mening|oordeel)\b|gelet\s+op\b|gezien\b|gelezen\b|kennis\s*genomen|indachtig\b|gehoord\b|constateerde\b|(?:overweg|constater|concluder|erkenn|beseff|benadrukk|appreci[eë]r|memorer|vaststell|wet|vrez)ende\b|\w+ende\s*,?\s*dat\b|\w+ende\s*:)",
    )
});

/// Where a clause may begin inside a paragraph that runs clauses together.
static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[,;:.]\s+((?:en\s+)?(?:(?:tevens|voorts|verder)\s+)?(?:gehoord de beraadslaging|van mening dat|van oordeel dat|(?:overweg|constater|concluder|erkenn|besef|benadrukk)ende,? dat|verzoekt (?:de|het)|roept (?:de|het)|spreekt uit))",
    )
});

/// The printed title, up to the day it was proposed.
static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:nr\.?\s*(?P<nr>\d+)\s+)?(?P<title>(?:(?:tweede|derde|vierde)\s+)?(?:nader\s+)?(?:gew\w+de\s+)?motie\b.*?)(?:\s+voorgesteld\b.*)?$",
    )
});

/// The dossier's line in print: "26 643 Informatie…", "36 600 VII Vaststelling…".
static DOSSIER: LazyLock<Regex> = LazyLock::new(|| {
    constant(r"^(\d{2})\s?(\d{3})(?:[\s-]+([IVX]{1,5}[A-C]?|[A-Z]|\d{2}))?(?:\s*\(R\s?\d{4}\))?(?:\s+\p{Lu}|$)")
});

/// An official number in print: the running line of the official PDF.
static KEY: LazyLock<Regex> =
    LazyLock::new(|| constant(r"\bkst-\d{5}(?:-(?:[IVX]{1,5}[A-C]?|[A-Z]|\d{2}))?-\d{1,5}\b"));

static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^nr\.?\s*(\d{1,5})\b"));

/// "TER VERVANGING VAN DIE GEDRUKT ONDER NR. 444", "(t.v.v. 36600-VII, nr. 12)".
static REPLACES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:ter\s+vervanging\s+van\b.{0,40}?\bnr\.?\s*|\bt\.?\s?v\.?\s?v\.?\s*(?:kamerstuk\s*)?(?:(?P<d>\d{2}\s?\d{3})(?:[\s-]+(?P<t>[ivx]{1,5}[a-c]?|[a-z]|\d{2}))?\s*[-,]\s*)?(?:nr\.?\s*)?)(?P<n>\d{1,5})\b",
    )
});

/// The chair after a motion in debate: who moved it and its number.
static MOVED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bvoorgesteld\s+door\s+(?:het\s+lid|de\s+leden)\s+(?P<who>[^.]+?)(?:\.|,?\s+en\s+wordt\b|,?\s+naar\s+mij\b|$)",
    )
});

/// "Zij krijgt nr. 313 (31765).", "Zij krijgt nr. 726, was nr. 719 (21501-08)."
static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"krijgt\s+nr\.?\s*(?P<n>\d{1,5})(?:\s*,\s*was\s+nr\.?\s*(?P<was>\d{1,5}))?\s*\(\s*(?P<d>\d{2}\s?\d{3})(?:[\s-]+(?P<t>[ivx]{1,5}[a-c]?|[a-z]|\d{2}))?",
    )
});

/// A name as it stands under a motion: words with a capital, small prefixes between them, perhaps a party in brackets.
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"^(?P<name>(?:\p{Lu}(?:,\s)?[\p{L}'’.-]*|[’']t|van|de|den|der|het|ten|ter|te|el|la|von|op|in|uit)(?:[\s-]+(?:\p{Lu}[\p{L}'’.-]*|[’']t|van|de|den|der|het|ten|ter|te|el|la|von|op|in|uit)){0,6})(?:\s*\((?P<party>[^()]{1,40})\))?(?:\s\p{Ll})?[.,;]?$",
    )
});

/// More blocks than this are no motion: the longest seen has under sixty.
const LONGEST: usize = 160;

fn pattern(pattern: &str) -> Regex {
    regex::RegexBuilder::new(pattern).case_insensitive(true).build().expect("constant pattern")
}

/// Fills `doc.motions` and, where the document is a motion, its metadata. `properties` is what the file says of itself
/// (`xml.rs` lists the names).
pub(super) fn structure(doc: &mut Document, properties: &[(String, String)]) {
    let mut at = 0;
    while at < doc.blocks.len() {
        match begins(doc, at) {
            Some(_) => {
                let (motion, next) = read(doc, at);
                if !motion.dicta.is_empty() || !motion.considerans.is_empty() {
                    doc.motions.push(motion);
                }
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    if let [only] = doc.motions.as_slice() {
        own(doc, only.clone(), properties);
    }
}

/// Whether a motion begins in block `at`: the bytes after "De Kamer,".
fn begins(doc: &Document, at: usize) -> Option<usize> {
    let block = doc.blocks.get(at)?;
    let text = doc.of(block.span);
    let start = START.find(text)?.end();
    let next = match &text[start..] {
        "" => doc.blocks.get(at + 1).map(|b| doc.of(b.span).trim_start()).unwrap_or_default(),
        rest => rest,
    };
    (NEXT.is_match(next) || DICTUM.is_match(next)).then_some(start)
}

/// A clause of the body.
struct Clause {
    span: Span,
    /// It is an item of a list.
    item: bool,
    /// The block it stands in.
    block: usize,
}

/// Reads the motion that begins in block `at`; besides it the first block after it.
fn read(doc: &Document, at: usize) -> (MotionText, usize) {
    let (clauses, closing, next) = clauses(doc, at);
    let mut motion = MotionText::default();
    let mut last = Last::Preamble;
    let mut listing = false;
    // The clause before stopped in the middle of its sentence.
    let mut broken = false;
    for clause in &clauses {
        let text = doc.of(clause.span);
        let request = REQUEST.is_match(text);
        let inside = clause.item || broken || (listing && last == Last::Considerans);
        let opens = request || (!inside && DICTUM.is_match(text));
        let considers = !clause.item && CONSIDERATION.is_match(text);
        let words = trimmed(doc, clause.span);
        if opens {
            motion.dicta.push(Dictum { span: words, items: Vec::new() });
            last = Last::Dictum;
        } else if considers || last == Last::Preamble {
            if heard(text) {
                continue;
            }
            motion.considerans.push(words);
            last = Last::Considerans;
        } else if last == Last::Considerans {
            if let Some(span) = motion.considerans.last_mut() {
                *span = span.cover(words);
            }
        } else if let Some(dictum) = motion.dicta.last_mut() {
            dictum.span = dictum.span.cover(words);
            if clause.item || listing {
                dictum.items.push(words);
            }
        }
        // A list of paragraphs under a colon goes on until the next clause of its own.
        listing = text.trim_end().ends_with(':') || (listing && !opens && !considers);
        broken = !text.trim_end().ends_with([',', ';', ':', '.', '!', '?', '»', '"', '”', '’']);
    }
    if motion.dicta.is_empty()
        && let Some(last) = motion.considerans.pop_if(|s| !CONSIDERATION.is_match(doc.of(*s)))
    {
        // "erkent de staat X": no verb that we know, and no consideration either.
        motion.dicta.push(Dictum { span: last, items: Vec::new() });
    }
    let start = doc.blocks[at].span;
    let end = clauses.last().map_or(start, |c| c.span);
    motion.span = Some(closing.unwrap_or(end).cover(start).cover(end));
    let after = signers(doc, &mut motion, closing, next);
    chair(doc, &mut motion, after);
    heading(doc, &mut motion, at);
    if motion.key.is_none() {
        motion.key = linked(doc, at);
    }
    if let (Some(span), Some(last)) = (motion.span, motion.signers.last().and_then(|s| s.span))
        && doc.block_index(last.start()).is_some_and(|b| b <= after)
        && motion.signers.first().and_then(|s| s.span).is_some_and(|s| s.start() >= span.end())
        && NAME.is_match(doc.of(doc.blocks[doc.block_index(last.start()).unwrap_or(at)].span))
    {
        motion.span = Some(span.cover(last));
    }
    (motion, after)
}

/// What the clause before was part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Preamble,
    Considerans,
    Dictum,
}

/// "gehoord de beraadslaging,": no consideration of its own.
fn heard(text: &str) -> bool {
    let folded = fold(text);
    folded.starts_with("gehoord") && folded.len() < 60
}

/// The clauses between "De Kamer," and the closing, the closing itself, and the first block after the body.
fn clauses(doc: &Document, at: usize) -> (Vec<Clause>, Option<Span>, usize) {
    let start = begins(doc, at).unwrap_or_default();
    let joined = start < doc.of(doc.blocks[at].span).len();
    let limit = doc.blocks.len().min(at + LONGEST);
    let stop = (at + 1..limit).find(|i| ends(doc, *i)).unwrap_or(limit);
    let closes = (at..stop).any(|i| CLOSING.is_match(doc.of(doc.blocks[i].span)));
    let mut found = Vec::new();
    for index in at..stop {
        let block = &doc.blocks[index];
        let from = if index == at { start } else { 0 };
        let text = doc.of(block.span);
        let item = matches!(block.kind, BlockKind::Item { .. });
        let named = !closes && !item && index > at + 1 && !found.is_empty() && NAME.is_match(text);
        if named || matches!(block.kind, BlockKind::Footnote) {
            return (found, None, index);
        }
        if block.kind == BlockKind::Frame {
            continue;
        }
        let closing = CLOSING.find(text).filter(|c| c.start() >= from);
        let until = closing.map_or(text.len(), |c| c.start());
        // A table cell, and a paragraph that holds the closing too, run clauses together.
        let joined = joined || closing.is_some_and(|c| c.start() > 0) || matches!(block.kind, BlockKind::Row { .. });
        for range in parts(&text[from..until], joined) {
            if let Some(span) = block.span.inner(doc.text(), from + range.start..from + range.end) {
                let span = span.trim(doc.text());
                if !span.is_empty() {
                    found.push(Clause { span, item, block: index });
                }
            }
        }
        if let Some(closing) = closing {
            return (found, block.span.inner(doc.text(), closing.range()), index + 1);
        }
    }
    let next = found.last().map_or(at + 1, |c| c.block + 1);
    (found, None, next)
}

/// Whether the body cannot go on in block `index`: a speaker, a heading, another motion.
fn ends(doc: &Document, index: usize) -> bool {
    let block = &doc.blocks[index];
    block.is_heading() || block.kind == BlockKind::Speaker || begins(doc, index).is_some()
}

/// Splits a paragraph into clauses: after a semicolon, and after any mark where the paragraph runs clauses together.
fn parts(text: &str, joined: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for clause in CLAUSE.captures_iter(text) {
        let (Some(all), Some(words)) = (clause.get(0), clause.get(1)) else { continue };
        if joined || all.as_str().starts_with(';') {
            found.push(start..words.start());
            start = words.start();
        }
    }
    found.push(start..text.len());
    found
}

/// Without white space and the mark that leads to the next clause.
fn trimmed(doc: &Document, span: Span) -> Span {
    let words = span.of(doc.text());
    let kept = words.trim_end_matches([',', ';', ' ']).len();
    span.inner(doc.text(), 0..kept).unwrap_or(span).trim(doc.text())
}

/// The names under the motion; returns the first block after them.
fn signers(doc: &Document, motion: &mut MotionText, closing: Option<Span>, next: usize) -> usize {
    if let Some(closing) = closing
        && let Some(index) = doc.block_index(closing.start())
    {
        let block = doc.blocks[index].span;
        let rest = closing.end() - block.start()..block.len();
        if let Some(rest) = block.inner(doc.text(), rest) {
            names(doc, rest, motion);
        }
    }
    let mut at = next;
    while let Some(block) = doc.blocks.get(at) {
        let running = block.kind == BlockKind::Frame;
        let fits = !matches!(block.kind, BlockKind::Footnote | BlockKind::Speaker);
        if begins(doc, at).is_some() || !running && (!fits || !names(doc, block.span, motion)) {
            break;
        }
        at += 1;
    }
    at
}

/// Reads names out of `span`, a line at a time; `false` where it holds something else.
fn names(doc: &Document, span: Span, motion: &mut MotionText) -> bool {
    let mut cuts = vec![span.start()];
    if let Some(block) = doc.block_at(span.start()) {
        cuts.extend(block.places.iter().map(|(at, _)| *at).filter(|at| *at > span.start() && *at < span.end()));
    }
    cuts.push(span.end());
    let mut found = Vec::new();
    for pair in cuts.windows(2) {
        let Some(line) = Span::new(doc.text(), pair[0]..pair[1]) else { return false };
        for part in listed(line.of(doc.text())) {
            let Some(part) = line.inner(doc.text(), part).map(|s| s.trim(doc.text())) else { return false };
            if part.is_empty() {
                continue;
            }
            let Some(signer) = signer(doc, part) else { return false };
            found.push(signer);
        }
    }
    let any = !found.is_empty();
    motion.signers.extend(found);
    any
}

/// The names of "Jansen, De Vries en Van Beek", also with parties in brackets.
fn listed(text: &str) -> Vec<Range<usize>> {
    static BETWEEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s*,\s*(?:en\s+)?|\s+en\s+"));
    let mut found = Vec::new();
    let mut start = 0;
    for gap in BETWEEN.find_iter(text) {
        let inside = text[start..gap.start()].matches('(').count() > text[start..gap.start()].matches(')').count();
        // "D, van Dijk" is an initial with a mistyped full stop.
        let initial = text[start..gap.start()].chars().count() == 1;
        if !inside && !initial {
            found.push(start..gap.start());
            start = gap.end();
        }
    }
    found.push(start..text.len());
    found
}

fn signer(doc: &Document, span: Span) -> Option<Signer> {
    let text = doc.of(span);
    if text.len() > 80 {
        return None;
    }
    let found = NAME.captures(text)?;
    let name = found.name("name")?;
    let words = name.as_str().trim_end_matches('.');
    let mut letters = words.chars();
    let naam = letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())?.replace(", ", ". ");
    let fractie = found.name("party").map(|p| party_by_name(p.as_str()));
    let span = span.inner(doc.text(), name.start()..name.start() + words.len());
    Some(Signer { person: Person { naam, fractie }, span })
}

/// What the chair says after a motion in debate: who moved it, its number, the one it takes the place of.
fn chair(doc: &Document, motion: &mut MotionText, after: usize) {
    let mut moved = motion.signers.is_empty();
    for block in doc.blocks.iter().skip(after).take(4) {
        let text = doc.of(block.span);
        if block.is_heading() || START.is_match(text) {
            return;
        }
        if moved && let Some(who) = MOVED.captures(text).and_then(|c| c.name("who")) {
            moved = false;
            for part in listed(who.as_str()) {
                let part = block.span.inner(doc.text(), who.start() + part.start..who.start() + part.end);
                motion.signers.extend(part.and_then(|p| signer(doc, p.trim(doc.text()))));
            }
        }
        if let Some(given) = GIVEN.captures(text) {
            let dossier = dossier_of(&given["d"], given.name("t").map(|t| t.as_str()));
            motion.key = Some(format!("kst-{dossier}-{}", &given["n"]));
            motion.replaces = given.name("was").map(|was| format!("kst-{dossier}-{}", was.as_str()));
            return;
        }
    }
}

/// The number that the file itself hangs on the motion's first words.
fn linked(doc: &Document, at: usize) -> Option<String> {
    let start = doc.blocks[at].span.start();
    let link = doc.links.iter().find(|l| l.span.start() == start)?;
    KEY.find(&link.target).filter(|m| m.len() == link.target.len()).map(|m| m.as_str().to_string())
}

fn dossier_of(number: &str, addition: Option<&str>) -> String {
    let number: String = number.chars().filter(char::is_ascii_digit).collect();
    addition.map_or_else(|| number.clone(), |a| format!("{number}-{}", a.to_uppercase()))
}

/// Title, day and number from the lines above the motion in block `at`.
fn heading(doc: &Document, motion: &mut MotionText, at: usize) {
    let mut number = None;
    let mut dossier = None;
    for index in (at.saturating_sub(14)..at).rev() {
        let block = &doc.blocks[index];
        let text = doc.of(block.span).trim();
        if block.kind == BlockKind::Speaker || CLOSING.is_match(text) {
            break;
        }
        if fold(text).contains("voorgesteld") && motion.date.is_none() {
            motion.date = date_at(text);
        }
        if motion.title.is_empty()
            && let Some(found) = TITLE.captures(text).filter(|_| text.len() < 400)
        {
            motion.title = found["title"].trim().to_string();
            number = found.name("nr").map(|n| n.as_str().to_string());
        } else if let Some(found) = NUMBER.captures(text).filter(|_| number.is_none()) {
            number = Some(found[1].to_string());
        }
        if let Some(found) = DOSSIER.captures(text) {
            // The first of several dossiers names the document, so the last one met going up.
            dossier = Some(dossier_of(&format!("{}{}", &found[1], &found[2]), found.get(3).map(|m| m.as_str())));
        }
    }
    if let (None, Some(dossier), Some(number)) = (&motion.key, dossier, number) {
        motion.key = Some(format!("kst-{dossier}-{number}"));
    }
    if motion.replaces.is_none() {
        motion.replaces = replaces(&motion.title, motion.key.as_deref());
    }
}

/// The motion that a title says it takes the place of; a bare number is one of the same dossier.
fn replaces(title: &str, key: Option<&str>) -> Option<String> {
    let found = REPLACES.captures(title)?;
    let same = key.and_then(|k| Some(k.rsplit_once('-')?.0.to_string()));
    let other = found.name("d").map(|d| format!("kst-{}", dossier_of(d.as_str(), found.name("t").map(|t| t.as_str()))));
    Some(format!("{}-{}", other.or(same)?, &found["n"]))
}

/// The document is this motion, if nothing but its own head stands above it: fills the metadata.
fn own(doc: &mut Document, mut motion: MotionText, properties: &[(String, String)]) {
    let of = |name: &str| properties.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
    let titled = !motion.title.is_empty();
    let start = motion.span.and_then(|s| doc.block_index(s.start())).unwrap_or_default();
    let debate = doc.blocks.iter().any(|b| b.kind == BlockKind::Speaker);
    let said = of("kind").is_some_and(|k| fold(&k).contains("motie"));
    let open = matches!(doc.meta.kind, Kind::Motie | Kind::Overig);
    if debate || !(said || doc.meta.kind == Kind::Motie || (titled && open && start < 20)) {
        return;
    }
    let running = || {
        let frames = doc.blocks.iter().filter(|b| b.kind == BlockKind::Frame || doc.of(b.span).len() < 60);
        frames.filter_map(|b| KEY.find(doc.of(b.span))).map(|m| m.as_str().to_string()).next()
    };
    let key = of("identifier").filter(|id| id.starts_with("kst-")).or_else(running).or_else(|| motion.key.clone());
    if motion.key != key {
        motion.replaces = replaces(&motion.title, key.as_deref()).or(motion.replaces);
        motion.key.clone_from(&key);
    }
    let day = of("date").and_then(|d| d.parse().ok());
    motion.date = motion.date.or(day);
    let meta = &mut doc.meta;
    meta.kind = Kind::Motie;
    meta.id = key.or(meta.id.take());
    meta.title = of("title").or_else(|| titled.then(|| motion.title.clone())).or(meta.title.take());
    meta.date = motion.date.or(meta.date);
    let own: Vec<String> = properties.iter().filter(|(n, _)| n == "dossier").map(|(_, v)| v.clone()).collect();
    if !own.is_empty() {
        meta.dossiers = own;
    } else if meta.dossiers.is_empty() {
        let dossier = meta.id.as_deref().and_then(|id| id.strip_prefix("kst-")?.rsplit_once('-'));
        meta.dossiers.extend(dossier.map(|(d, _)| d.to_string()));
    }
    doc.motions = vec![motion];
}

#[cfg(test)]
mod tests;
