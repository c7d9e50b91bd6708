//! A document as one line a block, for people and golden tests: what it was read as, at a glance. The border: it shows
//! the structure, not the text; the first words are enough to recognise a block.

use super::{BlockKind, Document, Person};
use crate::text::Span;
use std::fmt::Write as _;

/// Metadata and questions first, then a line a block: place, kind, first and last words.
///
/// ```
/// let doc = kamerspoor::read::read("brief.txt", b"De brug gaat open.").unwrap();
/// assert!(kamerspoor::document::outline(&doc).ends_with("regel 1 | alinea | De brug gaat open.\n"));
/// ```
pub fn outline(doc: &Document) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = head(doc, &mut out);
    let _ = blocks(doc, &mut out);
    out
}

fn head(doc: &Document, out: &mut String) -> std::fmt::Result {
    let meta = &doc.meta;
    writeln!(out, "soort: {}", meta.kind.name())?;
    let day = |d: Option<crate::text::Date>| d.map(|d| d.to_string());
    let people = |p: &[Person]| {
        let one = |p: &Person| p.fractie.as_ref().map_or_else(|| p.naam.clone(), |f| format!("{} ({f})", p.naam));
        p.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let lines = [
        ("nummer", meta.id.clone().unwrap_or_default()),
        ("titel", meta.title.clone().unwrap_or_default()),
        ("datum", day(meta.date).unwrap_or_default()),
        ("datum uit", meta.date_from.clone().unwrap_or_default()),
        ("afzender", meta.sender.join(", ")),
        ("mede namens", meta.on_behalf_of.join(", ")),
        ("ondertekenaar", meta.signatory.clone().unwrap_or_default()),
        ("vragers", people(&meta.askers)),
        ("ingezonden", day(meta.asked).unwrap_or_default()),
        ("ontvangen", day(meta.answered).unwrap_or_default()),
        ("dossiers", meta.dossiers.join(", ")),
        ("zie ook", meta.see_also.join(", ")),
    ];
    for (name, value) in lines.iter().filter(|(_, v)| !v.is_empty()) {
        writeln!(out, "{name}: {value}")?;
    }
    for warning in &doc.warnings {
        writeln!(out, "waarschuwing: {warning}")?;
    }
    for q in &doc.questions {
        let numbers = numbers(&q.numbers);
        writeln!(out, "vraag {numbers}: {}", excerpt(doc, q.question))?;
        for more in q.questions.iter().skip(1) {
            writeln!(out, "  en: {}", excerpt(doc, *more))?;
        }
        for a in &q.answers {
            writeln!(out, "  {}: {}", a.by.as_deref().unwrap_or("antwoord"), excerpt(doc, a.span))?;
        }
        if !q.see_also.is_empty() {
            writeln!(out, "  zie ook: {}", self::numbers(&q.see_also))?;
        }
    }
    for m in &doc.motions {
        writeln!(out, "motie {}: {}", m.key.as_deref().unwrap_or("zonder nummer"), m.title)?;
        for dictum in &m.dicta {
            writeln!(out, "  dictum: {} ({} onderdelen)", excerpt(doc, dictum.span), dictum.items.len())?;
        }
        for signer in &m.signers {
            writeln!(out, "  ondertekenaar: {}", people(std::slice::from_ref(&signer.person)))?;
        }
    }
    out.push('\n');
    Ok(())
}

fn blocks(doc: &Document, out: &mut String) -> std::fmt::Result {
    for block in &doc.blocks {
        let kind = match &block.kind {
            BlockKind::Heading { level } => format!("kop {level}"),
            BlockKind::Paragraph => "alinea".to_string(),
            BlockKind::Item { marker } => format!("punt {marker}"),
            BlockKind::Row { header: true, .. } => "koprij".to_string(),
            BlockKind::Row { .. } => "rij".to_string(),
            BlockKind::Footnote => {
                let note = doc.footnotes.iter().find(|f| f.body == block.span);
                let anchor = note.and_then(|n| n.anchor).map(|at| last_words(&doc.text()[..at]));
                let label = note.map_or("", |n| n.label.as_str());
                format!("noot {label} bij “{}”", anchor.unwrap_or("?"))
            }
            BlockKind::Speaker => "spreker".to_string(),
            BlockKind::Frame => "kader".to_string(),
        };
        writeln!(out, "{} | {kind} | {}", block.origin(), excerpt(doc, block.span))?;
    }
    Ok(())
}

fn numbers(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// The words of a span; of a long one the beginning and the end.
fn excerpt(doc: &Document, span: Span) -> String {
    let text = doc.of(span);
    let flat = text.replace('\n', " / ").replace('\t', " | ");
    let length = flat.chars().count();
    if length <= 90 {
        return flat;
    }
    let head: String = flat.chars().take(60).collect();
    let tail: String = flat.chars().skip(length - 25).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

fn last_words(text: &str) -> &str {
    let from = text.char_indices().rev().take(20).last().map_or(0, |(at, _)| at);
    let tail = &text[from..];
    tail.rsplit('\n').next().unwrap_or_default().trim_start()
}
