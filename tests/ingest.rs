//! Reading in: the same again changes nothing, a change touches its own document only, what is gone goes when asked,
//! and whatever is thrown at it, a store that is whole comes out.

use kamerspoor::store::{Filter, IngestOptions, LedgerStatus, Report, Store, StoreError, ingest};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A few letters in plain text, each on a subject of its own.
fn corpus(dir: &Path, count: usize) {
    fs::create_dir_all(dir.join("sub")).unwrap();
    let subjects = ["dijken", "bruggen", "sluizen", "polders", "molens", "veerponten", "havens"];
    for n in 0..count {
        let subject = subjects[n % subjects.len()];
        let folder = if n % 3 == 0 { dir.join("sub") } else { dir.to_path_buf() };
        let text = format!(
            "Geachte voorzitter,\n\nHierbij informeer ik uw Kamer over {subject} nummer {n}.\n\nIk zeg toe voor de zomer \
             van 2031 een overzicht van alle {subject} te sturen. Zie Kamerstuk 99 123, nr. {n}.\n\nDe minister van \
             Infrastructuur en Waterstaat,\n\nA. Zeeman\n"
        );
        fs::write(folder.join(format!("brief-{n:03}.txt")), text).unwrap();
    }
}

fn run(index: &Path, paths: &[&Path], options: &IngestOptions) -> Report {
    let paths: Vec<PathBuf> = paths.iter().map(|p| p.to_path_buf()).collect();
    ingest(index, &paths, options, &mut |_| {}).unwrap()
}

fn plain(index: &Path, paths: &[&Path]) -> Report {
    run(index, paths, &IngestOptions::default())
}

fn dump(index: &Path) -> String {
    let mut out = Vec::new();
    Store::open(index).unwrap().dump(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn whole(index: &Path) {
    let check = Store::open(index).unwrap().check().unwrap();
    assert!(check.problems.is_empty(), "{:?}", check.problems);
}

#[test]
fn reading_in_again_changes_nothing_and_rebuilding_gives_the_same() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    corpus(&docs, 20);
    let first = plain(&index, &[&docs]);
    assert_eq!((first.added.len(), first.failed.len()), (20, 0), "{:?}", first.failed);
    let before = dump(&index);
    let second = plain(&index, &[&docs]);
    assert_eq!((second.added.len(), second.changed.len(), second.unchanged), (0, 0, 20));
    assert_eq!(dump(&index), before);
    whole(&index);
    // The other way round, one by one, on one thread: another order, the same store.
    let other = dir.path().join("other");
    let one = IngestOptions { threads: Some(1), ..IngestOptions::default() };
    let mut files: Vec<_> = first.added.iter().map(PathBuf::from).collect();
    files.reverse();
    for file in &files {
        run(&other, &[file], &one);
    }
    assert_eq!(dump(&other), before);
    fs::remove_dir_all(&index).unwrap();
    plain(&index, &[&docs]);
    assert_eq!(dump(&index), before);
}

#[test]
fn a_changed_file_replaces_its_own_records_and_nothing_else() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    corpus(&docs, 8);
    plain(&index, &[&docs]);
    let before = dump(&index);
    let file = docs.join("brief-001.txt");
    let old = fs::read(&file).unwrap();
    fs::write(&file, "Geachte voorzitter,\n\nOver kastelen valt niets te melden.\n").unwrap();
    let report = plain(&index, &[&docs]);
    assert_eq!((report.changed.len(), report.unchanged), (1, 7));
    let after = dump(&index);
    let others = |dump: &str| dump.lines().filter(|l| !l.contains("brief-001")).map(str::to_string).collect::<Vec<_>>();
    assert_eq!(others(&after), others(&before));
    assert!(after.contains("kastelen") && !before.contains("kastelen"));
    fs::write(&file, old).unwrap();
    plain(&index, &[&docs]);
    assert_eq!(dump(&index), before);
    whole(&index);
}

#[test]
fn what_is_gone_stays_until_pruned_and_only_under_the_given_roots() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    corpus(&docs, 9);
    plain(&index, &[&docs]);
    fs::remove_file(docs.join("brief-001.txt")).unwrap();
    fs::remove_file(docs.join("sub/brief-003.txt")).unwrap();
    let prune = IngestOptions { prune: true, ..IngestOptions::default() };
    assert!(plain(&index, &[&docs]).removed.is_empty());
    let report = run(&index, &[&docs.join("sub")], &prune);
    assert_eq!(report.removed.len(), 1, "{report:?}");
    assert_eq!(run(&index, &[&docs], &prune).removed.len(), 1);
    let clean = dir.path().join("clean");
    plain(&clean, &[&docs]);
    assert_eq!(dump(&index), dump(&clean));
    // A root that is gone itself may be a disk that is not there: nothing is removed.
    let moved = dir.path().join("moved");
    fs::rename(&docs, &moved).unwrap();
    let report = run(&index, &[&docs], &prune);
    assert!(report.removed.is_empty() && report.notices[0].contains("bestaat niet"), "{report:?}");
}

#[test]
fn a_lost_or_damaged_search_index_is_made_anew() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    corpus(&docs, 12);
    plain(&index, &[&docs]);
    let before = dump(&index);
    fs::remove_dir_all(index.join("tantivy")).unwrap();
    assert!(!Store::open(&index).unwrap().check().unwrap().problems.is_empty());
    plain(&index, &[]);
    assert_eq!(dump(&index), before);
    fs::write(index.join("tantivy/meta.json"), "{").unwrap();
    plain(&index, &[]);
    assert_eq!(dump(&index), before);
    // The index of an earlier store in the same folder is not taken for ours.
    fs::remove_file(index.join("kamerspoor.sqlite")).unwrap();
    plain(&index, &[&docs]);
    assert_eq!(dump(&index), before);
    whole(&index);
}

#[test]
fn an_older_store_is_rebuilt_from_the_files_it_names() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    corpus(&docs, 6);
    plain(&index, &[&docs]);
    let before = dump(&index);
    let set = |version: i64| {
        let con = rusqlite::Connection::open(index.join("kamerspoor.sqlite")).unwrap();
        con.pragma_update(None, "user_version", version).unwrap();
    };
    set(-1);
    assert!(matches!(Store::open(&index), Err(StoreError::Old { .. })));
    let report = plain(&index, &[]);
    assert!(report.notices[0].contains("oudere versie"), "{report:?}");
    assert_eq!(dump(&index), before);
    set(99);
    let newer = ingest(&index, &[], &IngestOptions::default(), &mut |_| {}).unwrap_err();
    assert!(newer.to_string().contains("nieuwere versie"));
}

#[test]
fn one_file_has_one_place_however_it_is_named() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    corpus(&docs, 3);
    plain(&index, &[&docs, &docs.join("."), &docs.join("brief-001.txt")]);
    let store = Store::open(&index).unwrap();
    assert_eq!(store.documents(&Filter::default()).unwrap().len(), 3);
    assert!(plain(&index, &[&docs.join("./sub")]).added.is_empty());
}

#[test]
fn registers_are_kept_as_facts_and_joined_by_case() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    fs::create_dir_all(&docs).unwrap();
    fs::write(
        docs.join("Zaak-proef.json"),
        r#"{"value":[{"Nummer":"2031Z00012","Soort":"Motie","Titel":"Waterkeringen","Onderwerp":"Motie van het lid Zeeman over dijken",
        "GestartOp":"2031-02-03T00:00:00+01:00","Kabinetsappreciatie":"Ontraden",
        "Document":[{"HuidigeDocumentVersie":{"ExterneIdentifier":"kst-99123-4"}}]}]}"#,
    )
    .unwrap();
    fs::write(docs.join("uitslagen.json"), r#"[{"motion_number":"2031Z00012","final_status":"Stemmen - aangenomen"}]"#)
        .unwrap();
    fs::write(docs.join("personen.json"), r#"{"value":[{"Achternaam":"Zeeman"}]}"#).unwrap();
    let report = plain(&index, &[&docs]);
    assert_eq!(report.skipped.len(), 1);
    let store = Store::open(&index).unwrap();
    let fact = store.register("KST-99123-4").unwrap().unwrap();
    assert_eq!((fact.appreciatie.as_deref(), fact.uitslag.as_deref()), (Some("Ontraden"), Some("Aangenomen")));
    assert_eq!((fact.sources.len(), fact.zaak.as_str()), (2, "2031Z00012"));
    assert_eq!(store.register("2031Z00012").unwrap(), Some(fact.clone()));
    assert_eq!(store.register_facts().unwrap(), [fact]);
    fs::remove_file(docs.join("uitslagen.json")).unwrap();
    run(&index, &[&docs], &IngestOptions { prune: true, ..IngestOptions::default() });
    assert_eq!(Store::open(&index).unwrap().register("kst-99123-4").unwrap().unwrap().uitslag, None);
}

#[test]
fn a_manifest_fills_what_a_document_lacks_and_its_change_is_seen() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    corpus(&docs, 4);
    let say = |day: &str| {
        let text = format!("[[document]]\nfile = \"brief-001.txt\"\nid = \"kst-99123-77\"\ndate = \"{day}\"\n");
        fs::write(docs.join("manifest.toml"), text).unwrap();
    };
    say("2031-02-03");
    plain(&index, &[&docs]);
    let date =
        || Store::open(&index).unwrap().document("kst-99123-77").unwrap().unwrap().meta.date.unwrap().to_string();
    assert_eq!(date(), "2031-02-03");
    say("2031-02-04");
    assert_eq!(plain(&index, &[&docs]).changed.len(), 4);
    assert_eq!(date(), "2031-02-04");
}

#[test]
fn two_runs_at_once_are_one_run_and_a_message() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    corpus(&docs, 4);
    let mut said = None;
    let paths = [docs.clone()];
    ingest(&index, &paths, &IngestOptions::default(), &mut |_| {
        let second = ingest(&index, &paths, &IngestOptions::default(), &mut |_| {});
        said = Some(second.unwrap_err().to_string());
        // Readers go on meanwhile.
        Store::open(&index).unwrap().counts().unwrap();
    })
    .unwrap();
    assert!(said.unwrap().contains("er loopt al een inleesronde"));
    assert_eq!(Store::open(&index).unwrap().counts().unwrap().documents, 4);
}

#[test]
fn what_is_stored_comes_out_as_it_went_in() {
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    corpus(&docs, 3);
    plain(&index, &[&docs]);
    let store = Store::open(&index).unwrap();
    for entry in store.ledger().unwrap() {
        assert_eq!(entry.status, LedgerStatus::Ingelezen);
        let doc = kamerspoor::read::read(&entry.source, &fs::read(&entry.source).unwrap()).unwrap();
        assert_eq!(store.document(&entry.source).unwrap().as_ref(), Some(&doc));
        assert_eq!(store.extraction(&entry.source).unwrap(), Some(kamerspoor::records::extract(&doc)));
    }
    assert_eq!(store.extractions(&Filter::default()).unwrap().count(), 3);
}
