//! References to other documents as records, footnotes included. Nothing is dropped: what stays open keeps its candidates.
//! "De motie op stuk nr. 45" gets its key here, where the document itself knows exactly one piece with that number.

use super::{Citation, Context, constant};
use crate::document::BlockKind;
use crate::rules;
use crate::text::Span;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// All references of a document, in order of place.
pub(super) fn extract(ctx: &Context) -> Vec<Citation> {
    let found = rules::citations(ctx.doc).into_iter().map(|c| Citation {
        origin: ctx.doc.origin_at(c.span.start()),
        raw: c.raw,
        key: c.key,
        repaired: c.repaired,
        candidates: c.candidates,
        span: c.span,
        rule: c.rule.to_string(),
    });
    let mut found: Vec<Citation> = found.collect();
    for (span, key) in whole_cells(ctx) {
        if !found.iter().any(|c| c.span.overlaps(span)) {
            found.push(Citation {
                raw: ctx.doc.of(span).to_string(),
                key: Some(key),
                repaired: None,
                candidates: Vec::new(),
                origin: ctx.doc.origin_at(span.start()),
                span,
                rule: "verwijzing-kamerstuk".to_string(),
            });
        }
    }
    found.sort_by_key(|c| c.span);
    let own = ctx.doc.motions.iter().filter_map(|m| m.key.clone());
    let known: BTreeSet<String> = own.chain(found.iter().filter_map(|c| c.key.clone())).collect();
    for citation in found.iter_mut().filter(|c| c.key.is_none() && c.candidates.is_empty()) {
        let Some(number) = number_alone(&citation.raw) else { continue };
        let end = format!("-{number}");
        let mut fits = known.iter().filter(|k| k.starts_with("kst-") && k.ends_with(&end));
        if let (Some(only), None) = (fits.next(), fits.next()) {
            citation.key = Some(only.clone());
        }
    }
    found
}

/// Cells that are nothing but a dossier and a number, "31765-901": too bare to be a reference in running text, but in a
/// table that names motions or toezeggingen nothing else.
fn whole_cells(ctx: &Context) -> Vec<(Span, String)> {
    static BARE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^\(?(?P<n>\d{2}\s?\d{3}(?:-[A-Z]{1,5})?(?:-\d{1,3})?-\d{1,5})\)?$"));
    let mut found = Vec::new();
    for block in &ctx.doc.blocks {
        let BlockKind::Row { cells, header: false } = &block.kind else { continue };
        let row = ctx.doc.of(block.span).to_lowercase();
        if !(row.contains("motie") || row.contains("toezegging")) {
            continue;
        }
        for cell in cells {
            let text = ctx.doc.of(*cell);
            let Some(number) = BARE.captures(text).and_then(|c| c.name("n")) else { continue };
            if let (Some(key), Some(span)) =
                (rules::canonical(number.as_str()), cell.inner(ctx.doc.text(), number.range()))
            {
                found.push((span, key));
            }
        }
    }
    found
}

/// The number of a reference that gives no dossier: "stuk nr. 45".
fn number_alone(raw: &str) -> Option<&str> {
    static ALONE: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^(?:op )?stuk(?: nr\.?| nummer)? (\d{1,5})$"));
    Some(ALONE.captures(raw.trim())?.get(1)?.as_str())
}

#[cfg(test)]
mod tests {
    use super::number_alone;

    #[test]
    fn a_piece_without_dossier_is_known_by_its_form() {
        assert_eq!(number_alone("stuk nr. 45"), Some("45"));
        assert_eq!(number_alone("Kamerstuk 12345, nr. 6"), None);
    }
}
