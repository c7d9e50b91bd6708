//! What a writer of rules does on the command line: begin one, hold it to its examples, see what it is worth, find two
//! that fight, and lay records of before and after a change side by side.

use std::path::Path;
use std::process::{Command, Output};

fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kamerspoor"));
    command.current_dir(folder).args(arguments).output().expect("kamerspoor start")
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("uitvoer is UTF-8")
}

#[test]
fn a_new_rule_says_what_is_still_to_be_filled_in_and_holds_once_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let made = run_in(folder.path(), &["rule", "new", "toezeggingen", "draagt-over"]);
    assert!(made.status.success() && out(&made).contains("draagt-over.toml"), "{made:?}");
    let file = folder.path().join("draagt-over.toml");
    let again = run_in(folder.path(), &["rule", "new", "toezeggingen", "draagt-over"]);
    assert_eq!(again.status.code(), Some(2), "een bestand dat er is blijft zoals het is");
    let empty = run_in(folder.path(), &["rule", "try", "draagt-over.toml"]);
    assert!(empty.status.code() == Some(2), "een leeg begin voldoet niet");

    let toml = std::fs::read_to_string(&file).unwrap();
    let filled = toml
        .replace("title = \"\" ", "title = \"Draagt iets over\" ")
        .replace("why = \"\" ", "why = \"Wie zegt iets over te dragen, kan daaraan worden gehouden.\" ")
        .replace("pattern = [\"\"]", "pattern = [\"ik draag … over\"]")
        .replace("text = \"«»\"", "text = \"Morgen «ik draag de sluis over».\"")
        .replacen("text = \"\"\nbecause = \"\"", "text = \"De sluis is oud.\"\nbecause = \"geen overdracht\"", 1)
        .replacen("text = \"\"\nbecause = \"\"", "text = \"Ik draag een jas.\"\nbecause = \"kleding\"", 1);
    std::fs::write(&file, filled).unwrap();
    let held = run_in(folder.path(), &["rule", "try", "draagt-over.toml"]);
    assert!(held.status.success(), "{}{}", out(&held), String::from_utf8_lossy(&held.stderr));
    let name = run_in(folder.path(), &["rule", "new", "toezeggingen", "Zal Ik!"]);
    assert_eq!(name.status.code(), Some(2));
    let taken = run_in(folder.path(), &["rule", "new", "toezeggingen", "zal-ik"]);
    assert_eq!(taken.status.code(), Some(2));
}

#[test]
fn every_rule_is_weighed_on_annotated_documents_and_none_fight_over_their_own_examples() {
    let gold = ["--gold", "tests/annotated/gold/planningsbrief-belastingen.json", "--corpus", "tests/annotated"];
    let listed = run_in(here(), &[&["rule", "list", "commitments"], &gold[..]].concat());
    assert!(listed.status.success() && out(&listed).contains("Gered"), "{listed:?}");
    let explained = run_in(here(), &[&["rule", "explain", "ontvangt-kamer"], &gold[..]].concat());
    assert!(out(&explained).contains("Op de geannoteerde documenten"), "{}", out(&explained));
    let fights = run_in(here(), &["rule", "conflicts"]);
    assert!(out(&fights).starts_with("Geen twee regels"), "{}", out(&fights));
}

#[test]
fn two_evaluations_and_two_lists_of_records_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let gold = ["evaluate", "tests/annotated/gold/planningsbrief-belastingen.json", "--corpus", "tests/annotated"];
    let before = path("toets.json");
    assert!(run_in(here(), &[&gold[..], &["--format", "json", "--output", &before]].concat()).status.success());
    let same = run_in(here(), &[&gold[..], &["--compare", &before]].concat());
    assert!(out(&same).contains("Er is niets veranderd."), "{}", out(&same));
    // A miss of before that is found now.
    let mut report: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&before).unwrap()).unwrap();
    report["total"][4]["misses"] =
        serde_json::json!([{"document": "d", "quote": "De sluis gaat open.", "rule": null, "what": "niet gevonden"}]);
    std::fs::write(&before, report.to_string()).unwrap();
    let changed = out(&run_in(here(), &[&gold[..], &["--compare", &before]].concat()));
    assert!(changed.contains("Nu gevonden") && changed.contains("De sluis gaat open."), "{changed}");

    let record = |quote: &str, strength: &str| {
        serde_json::json!({"id": "commitment-1", "source": "a.txt", "strength": strength,
            "evidence": [{"quote": quote, "rule": "zal-ik", "span": {"start": 0, "end": quote.len()}}]})
        .to_string()
    };
    let (old, new) = (path("voor.jsonl"), path("na.jsonl"));
    std::fs::write(&old, format!("{}\n", record("Ik zal dat doen.", "hard"))).unwrap();
    std::fs::write(&new, format!("{}\n\n", record("Ik zal dat doen.", "voornemen"))).unwrap();
    let diff = out(&run_in(here(), &["diff", &old, &new]));
    assert!(diff.contains("strength: hard → voornemen"), "{diff}");
    std::fs::write(&new, "geen json\n").unwrap();
    let bad = run_in(here(), &["diff", &old, &new]);
    let said = String::from_utf8_lossy(&bad.stderr).into_owned();
    assert!(bad.status.code() == Some(2) && said.contains("na.jsonl") && said.contains("regel 1"), "{said}");
}

#[test]
fn every_record_names_something_that_explains_itself() {
    use kamerspoor::{read::read, records::extract, rules};
    let mut found = std::collections::BTreeSet::new();
    for entry in walkdir(&here().join("tests/annotated")).into_iter().chain(walkdir(&here().join("corpus"))) {
        let Ok(bytes) = std::fs::read(&entry) else { continue };
        let Ok(doc) = read(&entry.display().to_string(), &bytes) else { continue };
        let json = serde_json::to_value(extract(&doc)).unwrap();
        names(&json, &mut found);
    }
    let known = |id: &&String| rules::by_id(id).is_some() || rules::built_in().iter().any(|built| built.id == **id);
    let unknown: Vec<&String> = found.iter().filter(|id| !known(id)).collect();
    assert!(found.len() > 60, "zo weinig regels vinden iets: {found:?}");
    assert!(unknown.is_empty(), "geen uitleg van {unknown:?}");
}

/// The files of a folder and of the folders in it.
fn walkdir(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { walkdir(&path) } else { vec![path] }).collect()
}

/// The values of every field `rule`.
fn names(json: &serde_json::Value, into: &mut std::collections::BTreeSet<String>) {
    match json {
        serde_json::Value::Object(fields) => fields.iter().for_each(|(name, value)| match value.as_str() {
            Some(rule) if name == "rule" => {
                into.insert(rule.to_string());
            }
            _ => names(value, into),
        }),
        serde_json::Value::Array(all) => all.iter().for_each(|one| names(one, into)),
        _ => {}
    }
}
