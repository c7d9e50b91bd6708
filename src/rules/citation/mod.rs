//! References to other documents: Kamerstukken, Aanhangsels, Handelingen, case numbers, commitments. Finding only: a key
//! follows from the words (and, for "op stuk nr. 45" and typing errors, from the document around them); whether that
//! document exists is for others. Unknown is kept, never guessed and never dropped.

mod cursor;
mod kamerstuk;
mod other;
mod repair;
#[cfg(test)]
mod tests;

pub use other::canonical;
pub use repair::repair;

use crate::document::{Block, BlockKind, Document};
use crate::text::Span;
use crate::text::constant;
use cursor::{Cursor, is_blank};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A reference as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationFinding {
    /// The words, without brackets and closing stop. `raw == &text[span]`.
    pub raw: String,
    /// Canonical key (`kst-26643-1315`, `ah-tk-20242025-2562`, `2025Z10402`, …), where it is certain.
    pub key: Option<String>,
    /// Where it stands. The references of one enumeration ("nrs. 4 en 5", "nrs. 1-3") share a span.
    pub span: Span,
    /// Which form it has: `verwijzing-kamerstuk`, `verwijzing-aanhangsel`, `verwijzing-handelingen`, `verwijzing-stuk`,
    /// `verwijzing-zaak`, `verwijzing-toezegging`, `verwijzing-nummer`, `verwijzing-koppeling`, `verwijzing-eigen-kop`.
    pub rule: &'static str,
    /// Keys it may be, where `key` is open.
    pub candidates: Vec<String>,
    /// Why the number was repaired, in Dutch, if it was.
    pub repaired: Option<String>,
}

/// How near two numbers of one dossier lie for the one to speak for the other.
const NEAR: u32 = 150;

/// The rule of the document's own number in its heading.
const OWN: &str = "verwijzing-eigen-kop";

/// How many dossiers a reference without one may be left open between.
const OPEN: usize = 20;

fn span(text: &str, start: usize, end: usize) -> Option<Span> {
    Span::new(text, start..end)
}

/// All references in a document, footnotes included, in order of place. Links that the file carries decide over words.
pub fn citations(doc: &Document) -> Vec<CitationFinding> {
    let mut found = scan(doc.text());
    for own in own_heading(doc) {
        found.retain(|f| !f.span.overlaps(own.span));
        found.push(own);
    }
    for link in &doc.links {
        let Some(key) = key_of_link(&link.target) else { continue };
        let mut seen = false;
        for f in found.iter_mut().filter(|f| f.span.overlaps(link.span)) {
            // One link on one reference decides; a list of several keeps what its words say.
            let same = f.key.as_deref().is_some_and(|k| k == key || key.starts_with(k) || k.starts_with(key.as_str()));
            if !seen && (f.key.is_none() || same) {
                f.key = Some(key.clone());
                f.candidates.clear();
            }
            seen = true;
        }
        if !seen {
            let span = link.span.trim(doc.text());
            let raw = span.of(doc.text()).to_string();
            if !raw.is_empty() {
                let rule = "verwijzing-koppeling";
                found.push(CitationFinding { raw, key: Some(key), span, rule, candidates: Vec::new(), repaired: None });
            }
        }
    }
    let bare = cells(doc, &found);
    found.extend(bare);
    let bare = listed(doc, &found);
    found.extend(bare);
    found.sort_by_key(|f| f.span);
    let dossiers = own_dossiers(doc, &found);
    resolve_pieces(&mut found, &dossiers);
    mend(&mut found, &dossiers);
    // Running headers and reference blocks say which document this is, and refer to nothing; a subject line does.
    found.retain(|f| {
        let frame = doc.block_at(f.span.start()).filter(|b| matches!(b.kind, BlockKind::Frame));
        let subject = |b: &Block| ["Onderwerp", "Betreft"].iter().any(|s| doc.of(b.span).starts_with(s));
        f.rule == OWN || frame.is_none_or(subject)
    });
    found
}

/// Cells that hold a Kamerstuk number and nothing else: the column is the cue ("Vindplaats | 31765-901").
fn cells(doc: &Document, found: &[CitationFinding]) -> Vec<CitationFinding> {
    static NUMBER: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^\d{2}[ .]?\d{3}(?:[- ][A-Z]{1,5})?(?:-\d{2})?(?:-|, ?nrs?\. ?)\d{1,4}$"));
    const CUE: &str = "Kamerstuk ";
    let rows = doc.blocks.iter().filter_map(|b| match &b.kind {
        BlockKind::Row { cells, .. } => Some(cells),
        _ => None,
    });
    let cells = rows.flatten().map(|cell| cell.trim(doc.text()));
    let bare = cells.filter(|cell| NUMBER.is_match(doc.of(*cell)) && !found.iter().any(|f| f.span.overlaps(*cell)));
    bare.filter_map(|cell| {
        let key = scan(&format!("{CUE}{}", doc.of(cell))).into_iter().next()?.key;
        let raw = doc.of(cell).to_string();
        Some(CitationFinding { raw, key, span: cell, rule: kamerstuk::RULE, candidates: Vec::new(), repaired: None })
    })
    .collect()
}

/// Numbers of pieces in a list of decisions or an agenda, where they end the line or follow each other without a cue:
/// "Nota van wijziging - 31765-8".
fn listed(doc: &Document, found: &[CitationFinding]) -> Vec<CitationFinding> {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:\d{1,3}\. )?(?:Agendapunt|Zaak)\b:?"));
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?:(?:^|\s)[-–]\s|\ben\s|,\s|\b(?:documenten|stukken|wetsvoorstellen|document|stuk)\s)(?P<n>\d{5}(?:-[A-Z]{1,5})?(?:-\d{1,4}){0,2})(?:[\s.,;)]|$)",
        )
    });
    const CUE: &str = "Kamerstuk ";
    let text = doc.text();
    if !text.contains("Agendapunt") && !text.contains("Zaak") {
        return Vec::new();
    }
    if doc.blocks.iter().filter(|b| LABEL.is_match(doc.of(b.span))).take(2).count() < 2 {
        return Vec::new();
    }
    let mut bare = Vec::new();
    for block in &doc.blocks {
        let words = doc.of(block.span);
        let mut at = 0;
        // One number's closing mark opens the next, so the search goes on from the number's own end.
        while let Some(number) = NUMBER.captures_at(words, at).and_then(|c| c.name("n")) {
            at = number.end();
            let Some(span) = block.span.inner(doc.text(), number.range()) else { continue };
            let key = scan(&format!("{CUE}{}", number.as_str())).into_iter().next().and_then(|f| f.key);
            if key.is_some() && !found.iter().any(|f| f.span.overlaps(span)) {
                let raw = number.as_str().to_string();
                let rule = kamerstuk::RULE;
                bare.push(CitationFinding { raw, key, span, rule, candidates: Vec::new(), repaired: None });
            }
        }
    }
    bare
}

/// All references in loose text, in order of place; nothing is known but the words themselves.
pub fn in_text(text: &str) -> Vec<CitationFinding> {
    let mut found = scan(text);
    mend(&mut found, &[]);
    found
}

/// Finds, and leaves typing errors as they are.
fn scan(text: &str) -> Vec<CitationFinding> {
    let mut found = other::find(text);
    let mut taken = found.iter().map(|f| f.span).collect::<Vec<_>>().into_iter().peekable();
    let bytes = text.as_bytes();
    let (mut at, mut line, mut previous) = (0, 0, None);
    while at < bytes.len() {
        match bytes[at] {
            b'\n' | b'\t' => line = at + 1,
            b'0'..=b'9' => {
                while taken.peek().is_some_and(|t| t.end() <= at) {
                    previous = taken.next().map(Span::end).or(previous);
                }
                if let Some(inside) = taken.peek().filter(|t| t.holds(at)) {
                    at = inside.end();
                    continue;
                }
                let run = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
                if let Some(hit) = at_digits(text, line, at, run, previous) {
                    // "nr. 45 (26 643)": the number before its dossier may have been taken for a piece of its own.
                    let start = hit.findings.first().map_or(at, |f| f.span.start());
                    found.retain(|f| f.span.end() <= start || f.span.start() >= hit.end);
                    at = hit.end.max(at + run);
                    previous = Some(hit.end);
                    found.extend(hit.findings);
                    continue;
                }
                at += run;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found.sort_by_key(|f| f.span);
    found
}

fn at_digits(text: &str, line: usize, at: usize, run: usize, previous: Option<usize>) -> Option<kamerstuk::Hit> {
    let after = text[at + run..].chars().next();
    match run {
        4 if matches!(after, Some('Z' | 'D' | 'A' | 'P' | 'z')) => case_number(text, at),
        6 => commitment(text, at).or_else(|| kamerstuk::read(text, line, at, 6, previous)),
        5 if text[..at].ends_with('T') => senate_commitment(text, at),
        5 => kamerstuk::read(text, line, at, 5, previous),
        4 => kamerstuk::read(text, line, at, 4, previous),
        2 if after.is_some_and(|c| c == '.' || is_blank(c)) => kamerstuk::read(text, line, at, 5, previous),
        _ => None,
    }
}

fn whole(text: &str, start: usize, end: usize, rule: &'static str) -> Option<kamerstuk::Hit> {
    let open = !text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
    let close = !text[end..].chars().next().is_some_and(char::is_alphanumeric);
    let span = span(text, start, end).filter(|_| open && close)?;
    let raw = span.of(text).to_string();
    let key = Some(raw.to_ascii_uppercase());
    Some(kamerstuk::Hit {
        end,
        findings: vec![CitationFinding { raw, key, span, rule, candidates: Vec::new(), repaired: None }],
    })
}

/// `2025Z10402` (case), `2025D10894` (document), `2026A01894` (activity), `2025P04106` (agenda item).
fn case_number(text: &str, at: usize) -> Option<kamerstuk::Hit> {
    let year: u16 = text.get(at..at + 4)?.parse().ok()?;
    let mut cursor = Cursor::new(text, at + 5);
    cursor.digits(5, 5)?;
    (2008..2060).contains(&year).then(|| whole(text, at, cursor.at, "verwijzing-zaak"))?
}

/// `TZ202306-026`.
fn commitment(text: &str, at: usize) -> Option<kamerstuk::Hit> {
    let start = at.checked_sub(2).filter(|s| text.get(*s..at) == Some("TZ"))?;
    let mut cursor = Cursor::new(text, at + 6);
    (cursor.take(|c| c == '-') && cursor.digits(3, 3).is_some())
        .then(|| whole(text, start, cursor.at, "verwijzing-toezegging"))?
}

/// `T01970`.
fn senate_commitment(text: &str, at: usize) -> Option<kamerstuk::Hit> {
    text[at..].starts_with('0').then(|| whole(text, at - 1, at + 5, "verwijzing-toezegging"))?
}

fn key_of_link(target: &str) -> Option<String> {
    canonical(target).or_else(|| {
        let official = target.contains("officielebekendmakingen.nl") || target.contains("tweedekamer.nl");
        official.then(|| in_text(target).into_iter().find_map(|f| f.key))?
    })
}

/// The document's own number in its heading ("26 643 Informatie…" above "Nr. 1243 Brief …").
fn own_heading(doc: &Document) -> Vec<CitationFinding> {
    let text = doc.text();
    let head: Vec<&Block> = doc.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Footnote)).take(20).collect();
    let mut found = Vec::new();
    for (index, block) in head.iter().enumerate() {
        let start = block.span.start();
        let mut cursor = Cursor::new(text, start);
        let Some(dossier) = kamerstuk::dossier(&mut cursor, 5) else { continue };
        let end = cursor.at.min(block.span.end());
        let mut title = cursor;
        let alone = end == block.span.end();
        title.take(|c| c == '\t');
        let titled = (title.blanks() || title.at > cursor.at) && title.peek().is_some_and(char::is_uppercase);
        if !alone && !titled {
            continue;
        }
        let own =
            doc.meta.id.as_deref().filter(|id| id.strip_prefix(&dossier.key(None)).is_some_and(|r| r.starts_with('-')));
        let number = head[index..].iter().take(6).find_map(|b| piece_number(b.span.of(text), b.span == block.span));
        let key = own.map(str::to_string).or_else(|| number.map(|n| dossier.key(Some(&n))));
        if let (Some(key), Some(span)) = (key, span(text, start, end)) {
            let raw = span.of(text).trim_end().to_string();
            let span = span.trim(text);
            let rule = OWN;
            found.push(CitationFinding { raw, key: Some(key), span, rule, candidates: Vec::new(), repaired: None });
        }
    }
    found
}

/// "Nr. 1243" at the start of a block, or with a capital inside the heading that the dossier itself stands in.
fn piece_number(words: &str, same: bool) -> Option<String> {
    let at = if same { words.find("Nr. ")? } else { 0 };
    let mut cursor = Cursor::new(words, at);
    if !cursor.word("nr.") {
        return None;
    }
    cursor.blanks();
    let number = cursor.digits(1, 5).or_else(|| cursor.capitals(2))?;
    cursor.peek().is_none_or(|c| !c.is_alphanumeric()).then(|| number.to_string())
}

/// Dossiers the document is filed under: `26643`, `36600-VII`.
fn own_dossiers(doc: &Document, found: &[CitationFinding]) -> Vec<String> {
    let mut all: Vec<String> = doc.meta.dossiers.clone();
    let id = doc.meta.id.as_deref().and_then(|id| id.strip_prefix("kst-")).and_then(|id| id.rsplit_once('-'));
    all.extend(id.map(|(dossier, _)| dossier.to_string()));
    let headings = found.iter().filter(|f| f.rule == OWN).filter_map(|f| f.key.as_deref());
    all.extend(headings.filter_map(|k| Some(k.strip_prefix("kst-")?.rsplit_once('-')?.0.to_string())));
    let mut seen = Vec::new();
    for dossier in all {
        if !seen.contains(&dossier) {
            seen.push(dossier);
        }
    }
    seen
}

/// Gives "stuk nr. 45" its dossier: that of the same number written in full elsewhere, else the document's own, where
/// it has exactly one, else the only one of which a number near by is written in full.
fn resolve_pieces(found: &mut [CitationFinding], dossiers: &[String]) {
    /// Motions of one debate follow each other closely.
    const BESIDE: u32 = 50;
    let whole = |f: &&CitationFinding| f.rule == kamerstuk::RULE || f.rule == OWN;
    // A report filed under several dossiers has one number in its heading: it says nothing of any of them.
    let shared = found.iter().filter(|f| f.rule == OWN).count() > 1;
    let full: Vec<(String, u32)> = found
        .iter()
        .filter(|f| whole(f) && !(shared && f.rule == OWN))
        .filter_map(|f| f.key.as_deref()?.strip_prefix("kst-")?.rsplit_once('-'))
        .filter_map(|(dossier, number)| Some((dossier.to_string(), number.parse().ok()?)))
        .collect();
    let only = |fits: &dyn Fn(u32) -> bool| {
        let mut all = full.iter().filter(|(_, n)| fits(*n)).map(|(dossier, _)| dossier.as_str());
        all.next().filter(|first| all.all(|dossier| dossier == *first)).map(str::to_string)
    };
    let mut nth: BTreeMap<Span, usize> = BTreeMap::new();
    for f in found.iter_mut().filter(|f| f.rule == other::STUK) {
        let nth = nth.entry(f.span).or_default();
        let number = other::stuk_numbers(&f.raw).into_iter().nth(*nth);
        *nth += 1;
        if f.key.is_some() {
            continue;
        }
        let Some(number) = number else { continue };
        let value: Option<u32> = number.parse().ok();
        let same = value.and_then(|v| only(&|n| n == v));
        let own = if let [own] = dossiers { Some(own.clone()) } else { None };
        let near = || value.and_then(|v| only(&|n| n.abs_diff(v) <= BESIDE));
        match same.or(own).or_else(near) {
            Some(dossier) => f.key = Some(format!("kst-{dossier}-{number}")),
            None => f.candidates = dossiers.iter().take(OPEN).map(|d| format!("kst-{d}-{number}")).collect(),
        }
    }
}

/// Digits of the dossier and the piece number of a Kamerstuk key.
fn parts(key: &str) -> Option<(&str, Option<u32>)> {
    let rest = key.strip_prefix("kst-")?;
    let dossier = rest.split('-').next()?;
    let number = rest.rsplit_once('-').and_then(|(_, n)| n.parse().ok());
    Some((dossier, number))
}

/// Repairs dossier numbers of four or six digits where exactly one dossier of this document lies one slip away; leaves
/// them open with candidates where it does not.
fn mend(found: &mut [CitationFinding], dossiers: &[String]) {
    let odd = |key: &str| parts(key).is_some_and(|(d, _)| d.len() != 5);
    let cited: Vec<(String, Option<u32>)> = found
        .iter()
        .filter_map(|f| f.key.as_deref())
        .filter(|k| !odd(k))
        .filter_map(parts)
        .map(|(d, n)| (d.to_string(), n))
        .collect();
    let own = dossiers.iter().filter_map(|d| d.split('-').next());
    let known: Vec<&str> = cited.iter().map(|(d, _)| d.as_str()).chain(own).collect();
    for f in found.iter_mut() {
        let Some(key) = f.key.clone().filter(|k| odd(k)) else { continue };
        let Some((typed, number)) = parts(&key) else { continue };
        let likely = repair(typed, known.iter().copied());
        let mended = |dossier: &str| key.replacen(typed, dossier, 1);
        f.key = None;
        f.candidates = likely.iter().map(|d| mended(d)).collect();
        if let [only] = likely[..] {
            let near = cited.iter().filter(|(d, _)| d == only).filter_map(|(_, n)| *n);
            let near = near
                .filter(|n| number.is_some_and(|m| m.abs_diff(*n) <= NEAR))
                .min_by_key(|n| number.map(|m| m.abs_diff(*n)));
            let also = near.map(|n| format!(", waaronder nr. {n}, dat dichtbij ligt")).unwrap_or_default();
            f.key = f.candidates.pop();
            f.repaired = Some(format!(
                "dossier “{typed}” heeft {} cijfers; alleen dossier {only} uit dit document wijkt er één teken van af{also}",
                typed.len()
            ));
        }
    }
}
