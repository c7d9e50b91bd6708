//! One document: how it is built, and its text with the evidence marked. The border: a document and its records come in;
//! where they come from does not matter here.

use super::page::{Page, Table, Tone, Words};
use super::words;
use crate::document::{BlockKind, Document};
use crate::records::{Evidence, Extraction, RecordKind};
use crate::text::Span;

/// Every block with its number, kind, place and first words.
pub fn layout(doc: &Document) -> Page {
    let mut page = head(doc);
    let mut table = Table::new(["Blok", "Soort", "Plaats", "Tekst"]);
    for (number, block) in doc.blocks.iter().enumerate() {
        let kind = match &block.kind {
            BlockKind::Heading { level } => format!("kop {level}"),
            BlockKind::Paragraph => "alinea".into(),
            BlockKind::Item { marker } => format!("item {marker}"),
            BlockKind::Row { header: true, .. } => "tabelkop".into(),
            BlockKind::Row { cells, .. } => format!("rij, {}", words::count(cells.len(), "cel", "cellen")),
            BlockKind::Footnote => "voetnoot".into(),
            BlockKind::Speaker => "spreker".into(),
            BlockKind::Frame => "kader".into(),
        };
        let text = doc.of(block.span).replace('\t', " | ");
        table.row([(number + 1).to_string(), kind, block.origin().to_string(), words::short(&text, 60)]);
    }
    page.table(table);
    page
}

/// The text with every piece of evidence between « and », and after it in brackets what it is evidence of.
pub fn marked(doc: &Document, found: &Extraction) -> Page {
    let mut page = head(doc);
    let marks = marks(found);
    for block in &doc.blocks {
        let words = block_words(doc, block.span, &marks);
        match &block.kind {
            BlockKind::Heading { level } => page.heading((*level).clamp(2, 4), words),
            BlockKind::Item { .. } => page.item(words),
            BlockKind::Frame | BlockKind::Footnote => page.source(words),
            _ => page.text(words),
        };
    }
    page
}

fn head(doc: &Document) -> Page {
    let mut page = Page::default();
    let meta = &doc.meta;
    page.heading(1, meta.title.clone().unwrap_or_else(|| doc.source.clone()));
    page.fields([
        ("Bestand", Words::from(doc.source.clone())),
        ("Soort", format!("{} ({})", meta.kind.name(), doc.format).into()),
        ("Nummer", meta.id.as_deref().map(words::printed).unwrap_or_default().into()),
        ("Datum", meta.date.map(words::day).unwrap_or_default().into()),
        ("Afzender", words::listed(&meta.sender).into()),
        ("Mede namens", words::listed(&meta.on_behalf_of).into()),
        ("Let op", Words::default().alarm(doc.warnings.join("\n"))),
    ]);
    page
}

/// Where evidence stands and of what, in order of place.
fn marks(found: &Extraction) -> Vec<(Span, String)> {
    let mut marks: Vec<(Span, String)> = Vec::new();
    let mut add = |evidence: &[Evidence], what: &str| {
        for e in evidence {
            match marks.iter_mut().find(|(span, _)| *span == e.span) {
                Some((_, said)) if said.split("; ").any(|s| s == what) => {}
                Some((_, said)) => *said = format!("{said}; {what}"),
                None => marks.push((e.span, what.to_string())),
            }
        }
    };
    let kind = |k| words::kind(k).0;
    for m in &found.motions {
        let key = m.key.as_deref().map(words::printed).unwrap_or_default();
        add(&m.evidence, format!("{} {key}", kind(RecordKind::Motion)).trim());
    }
    for f in &found.follow_ups {
        let motion = f.motion.as_deref().map(words::printed).or_else(|| f.motion_named.clone()).unwrap_or_default();
        add(&f.evidence, &format!("{} {motion}: {} ({})", kind(RecordKind::FollowUp), words::status(f.status), f.by));
    }
    for c in &found.commitments {
        add(&c.evidence, &format!("{}: {}", kind(RecordKind::Commitment), c.strength.name()));
    }
    for m in &found.migrations {
        add(&m.evidence, &format!("{}: {}", kind(RecordKind::Migration), m.phase.name()));
    }
    for p in &found.policy_rules {
        add(&p.evidence, &format!("{}: {}", kind(RecordKind::PolicyRule), p.norm.name()));
    }
    marks.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    marks
}

fn block_words(doc: &Document, block: Span, marks: &[(Span, String)]) -> Words {
    let text = doc.text();
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or_default().replace('\t', " | ");
    let mut words = Words::default();
    let mut at = block.start();
    // Evidence inside other evidence is named with it: marks never cross.
    let mut inside = marks.iter().filter(|(span, _)| span.overlaps(block)).peekable();
    while let Some((span, what)) = inside.next() {
        let (from, mut to) = (span.start().max(at), span.end().min(block.end()));
        if from >= to {
            continue;
        }
        let mut said = vec![what.clone()];
        while let Some((more, what)) = inside.next_if(|(next, _)| next.start() < to) {
            to = to.max(more.end().min(block.end()));
            if !said.contains(what) {
                said.push(what.clone());
            }
        }
        words = words.plain(slice(at, from)).and(Tone::Mark, format!("«{}»", slice(from, to)));
        words = words.dim(format!(" [{}]", said.join("; ")));
        at = to;
    }
    words.plain(slice(at, block.end()))
}
