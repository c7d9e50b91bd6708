//! What a run of `ingest` found, and how store and index stand. The border: reading was done elsewhere; this only tells.

use super::gather::Gathered;
use super::page::{Page, Table, Words};
use super::{matrix, words};
use crate::records::RecordKind;
use crate::store::{Check, Counts, LedgerEntry, Report};
use std::collections::BTreeSet;

/// How many doubles are told one by one.
const DOUBLES: usize = 3;
/// How many failures are told one by one.
const FAILURES: usize = 40;

/// What was read, what is in the store now, and what each ministry says about each motion.
/// `documents` are the sources of all that is stored.
pub fn page(report: &Report, counts: &Counts, gathered: &Gathered, documents: &BTreeSet<String>) -> Page {
    let trails = &gathered.trails;
    let mut page = Page::default();
    // A file that is new is no document where it could not be read, or holds open data.
    let read = |sources: &[String]| sources.iter().filter(|s| documents.contains(*s)).count();
    let unread = report.failed.iter().chain(&report.skipped).chain(&report.doubles);
    let unread: BTreeSet<&str> = unread.map(|e| e.source.as_str()).collect();
    let other = |s: &&String| !documents.contains(*s) && !unread.contains(s.as_str());
    let mut done = vec![words::count(read(&report.added), "nieuw document", "nieuwe documenten")];
    let data = report.added.iter().chain(&report.changed).filter(other).count();
    if data > 0 {
        done.push(words::count(data, "bestand met open data", "bestanden met open data"));
    }
    let more = [
        (read(&report.changed), "opnieuw gelezen"),
        (report.unchanged, "ongewijzigd"),
        (report.removed.len(), "verwijderd"),
        (report.failed.len(), "mislukt"),
        (report.skipped.len(), "overgeslagen"),
        (report.doubles.len(), "dubbel"),
    ];
    done.extend(more.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{} {what}", words::number(n))));
    page.text(Words::default().strong(done.join(", ")).plain("."));
    report.notices.iter().for_each(|n| {
        page.item(n.clone());
    });
    failures(&mut page, &report.failed);
    page.heading(2, "In de index");
    totals(&mut page, counts);
    page.heading(2, "Moties en wat ministeries erover melden");
    matrix::put(&mut page, trails, matrix::ROWS);
    gathered.put_part(&mut page);
    page
}

/// One line per file that could not be read.
fn failures(page: &mut Page, failed: &[LedgerEntry]) {
    for entry in failed.iter().take(FAILURES) {
        let why = entry.reason.as_deref().unwrap_or("zonder opgaaf van reden");
        page.item(Words::default().alarm("mislukt ").plain(format!("{}: {why}", entry.source)));
    }
    if failed.len() > FAILURES {
        page.text(format!("… en nog {}; alle: kamerspoor check", words::number(failed.len() - FAILURES)));
    }
}

fn totals(page: &mut Page, counts: &Counts) {
    let mut table = Table::new(["Documenten", "Aantal"]);
    for (kind, n) in &counts.kinds {
        table.row([kind.clone(), words::number(usize::try_from(*n).unwrap_or(usize::MAX))]);
    }
    page.table(table);
    let mut table = Table::new(["Gevonden", "Aantal"]);
    for kind in RecordKind::ALL {
        let n = counts.records.get(kind.name()).copied().unwrap_or(0);
        table.row([words::kind(*kind).1.to_string(), words::number(usize::try_from(n).unwrap_or(usize::MAX))]);
    }
    page.table(table);
}

/// Whether store and index are whole, what was not read, and why.
pub fn check(check: &Check) -> Page {
    let mut page = Page::default();
    let n = |n: u64| words::number(usize::try_from(n).unwrap_or(usize::MAX));
    let counts = &check.counts;
    let mut fields =
        vec![("documenten", n(counts.documents)), ("passages", n(counts.passages)), ("open data", n(counts.register))];
    fields.extend(
        RecordKind::ALL.iter().map(|k| (words::kind(*k).1, n(counts.records.get(k.name()).copied().unwrap_or(0)))),
    );
    page.fields(fields.into_iter().map(|(label, n)| (label, Words::from(n))));
    let files: Vec<String> = counts.files.iter().map(|(status, c)| format!("{} {status}", n(*c))).collect();
    page.text(format!("Bestanden: {}.", words::listed(&files)));
    if check.problems.is_empty() {
        page.text(Words::default().strong("Opslag en zoekindex zijn heel en stemmen overeen."));
    } else {
        page.heading(2, "Niet in orde");
        check.problems.iter().for_each(|p| {
            page.item(Words::default().alarm(p.clone()));
        });
    }
    if !check.stale.is_empty() {
        page.heading(2, "Veranderd of verdwenen sinds het inlezen");
        check.stale.iter().for_each(|s| {
            page.item(s.clone());
        });
        page.text("Bijwerken: kamerspoor ingest MAP (met --prune verdwijnt ook wat er niet meer is)");
    }
    if !check.doubles.is_empty() {
        page.heading(2, "Dubbel");
        for entry in check.doubles.iter().take(DOUBLES) {
            page.item(Words::from(format!("{}: {}", entry.source, entry.reason.as_deref().unwrap_or_default())));
        }
        if check.doubles.len() > DOUBLES {
            let more = words::number(check.doubles.len() - DOUBLES);
            page.text(format!("… en nog {more}; alle: kamerspoor check --format json"));
        }
    }
    if !check.not_read.is_empty() {
        page.heading(2, "Niet gelezen");
        for entry in &check.not_read {
            let why = entry.reason.as_deref().unwrap_or("zonder opgaaf van reden");
            page.item(Words::default().strong(entry.status.name()).plain(format!(" {}: {why}", entry.source)));
        }
    }
    page
}
