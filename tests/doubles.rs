//! A piece that lies in a folder as several files counts once, whichever files come and go.

use kamerspoor::records::RecordKind;
use kamerspoor::store::{Filter, IngestOptions, LedgerStatus, Report, SearchOptions, Store, ingest};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn run(index: &Path, paths: &[PathBuf], prune: bool) -> Report {
    ingest(index, paths, &IngestOptions { prune, ..IngestOptions::default() }, &mut |_| {}).unwrap()
}

fn dump(index: &Path) -> String {
    let store = Store::open(index).unwrap();
    assert_eq!(store.check().unwrap().problems, Vec::<String>::new());
    let mut out = Vec::new();
    store.dump(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn specimens(docs: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/formaten");
    fs::create_dir_all(docs).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        fs::copy(entry.path(), docs.join(entry.file_name())).unwrap();
    }
}

/// The names of the files that count.
fn counted(store: &Store) -> Vec<String> {
    let lines = store.documents(&Filter::default()).unwrap();
    lines.into_iter().map(|l| l.source.rsplit('/').next().unwrap_or_default().to_string()).collect()
}

#[test]
fn a_piece_in_six_formats_counts_once_and_the_next_takes_over() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    specimens(&docs);
    let report = run(&index, std::slice::from_ref(&docs), false);
    assert_eq!((report.added.len(), report.doubles.len()), (18, 15), "{:?}", report.doubles);
    let store = Store::open(&index).unwrap();
    let names = ["antwoord-vws-2025Z10402", "beleidslijn-cloud-jenv-aenm", "kst-26643-1329"];
    let with = |extension: &str| names.map(|n| format!("{n}.{extension}"));
    assert_eq!(counted(&store), with("xml"));
    assert!(report.doubles.iter().all(|d| {
        d.status == LedgerStatus::Dubbel && d.reason.as_deref().is_some_and(|r| r.starts_with("zelfde stuk als "))
    }));
    // Views and search see the piece once; the other file is still there for who asks for it.
    let records = store.records(RecordKind::FollowUp, &Filter::default()).unwrap().map(Result::unwrap);
    assert!(records.into_iter().all(|r| r.source.contains(".xml")));
    let page = store.search("algemene rekenkamer", &SearchOptions::default()).unwrap();
    assert!(page.hits.iter().all(|h| h.document.source.contains(".xml")) && !page.hits.is_empty());
    let pdf = docs.join("kst-26643-1329.pdf");
    assert!(store.document(&pdf.to_string_lossy()).unwrap().is_some());
    // The other way round, one by one: the same store.
    let other = dir.path().join("other");
    for source in report.added.iter().rev() {
        run(&other, &[PathBuf::from(source)], false);
    }
    assert_eq!(dump(&other), dump(&index));
    assert_eq!(run(&index, std::slice::from_ref(&docs), false).doubles, report.doubles);
    // What stood for the piece goes; the next comes forward.
    for name in with("xml").iter().chain(&with("docx")) {
        fs::remove_file(docs.join(name)).unwrap();
    }
    let report = run(&index, std::slice::from_ref(&docs), true);
    assert_eq!((report.removed.len(), report.doubles.len()), (6, 9));
    assert_eq!(counted(&Store::open(&index).unwrap()), with("odt"));
    let anew = dir.path().join("anew");
    run(&anew, std::slice::from_ref(&docs), false);
    assert_eq!(dump(&anew), dump(&index));
}

#[test]
fn letters_that_look_alike_stay_apart() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    fs::create_dir_all(&docs).unwrap();
    let letter = |day: &str, subject: &str| {
        format!(
            "Geachte voorzitter,\n\nOp {day} stelden leden van uw Kamer vragen over {subject}. De beantwoording kost \
             meer tijd dan gebruikelijk, omdat andere ministeries mee moeten kijken. Ik stuur u de antwoorden zodra \
             dat kan, uiterlijk binnen zes weken na vandaag. Ik vertrouw erop u hiermee voldoende te hebben ingelicht.\n"
        )
    };
    fs::write(docs.join("a.txt"), letter("3 maart 2031", "de pont bij Zeeland")).unwrap();
    fs::write(docs.join("b.txt"), letter("9 april 2031", "de kade van Kampen")).unwrap();
    fs::write(docs.join("c.txt"), letter("3 maart 2031", "de pont bij Zeeland")).unwrap();
    let report = run(&index, &[docs], false);
    assert_eq!(counted(&Store::open(&index).unwrap()), ["a.txt", "b.txt"]);
    assert!(report.doubles[0].reason.as_ref().unwrap().ends_with("a.txt"));
}
