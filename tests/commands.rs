//! The program as it is used: the real binary, on the specimens of `corpus/`, with its exit codes and its output.

use serde_json::Value;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program, in the project's folder, as if nothing were set around it.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kamerspoor"));
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    command
}

fn run(arguments: &[&str]) -> Output {
    program(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// One index of the specimens for all tests.
fn index() -> &'static str {
    static INDEX: OnceLock<(tempfile::TempDir, String)> = OnceLock::new();
    let (_, index) = INDEX.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let index = folder.path().join("index").display().to_string();
        let done = run(&["ingest", "corpus", "--index", &index]);
        assert_eq!(done.status.code(), Some(0), "{}{}", out(&done), err(&done));
        (folder, index)
    });
    index
}

/// Runs with the index of the specimens.
fn on_index(arguments: &[&str]) -> Output {
    let mut all = arguments.to_vec();
    all.extend(["--index", index()]);
    run(&all)
}

fn specimens() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(root().join("corpus")).unwrap().flatten().map(|e| e.path()).collect();
    let is = |p: &PathBuf| {
        p.extension().is_some_and(|e| ["xml", "txt", "md", "docx", "pdf", "html"].iter().any(|k| e == *k))
            && p.file_stem().is_some_and(|s| s != "README")
    };
    found.retain(is);
    found.sort();
    assert!(found.len() > 5, "proefstukken ontbreken in corpus/");
    found
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn ingest_tells_what_was_found_and_what_ministries_say_about_each_motion() {
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("index").display().to_string();
    let first = run(&["inlezen", "corpus", "--index", &index]);
    let told = out(&first);
    for expected in ["nieuwe documenten", "toezeggingen", "Motie", "Rijksbreed", "26 643, nr. 1315", "niet genoemd"] {
        assert!(told.contains(expected), "mist {expected}:\n{told}");
    }
    assert!(!told.contains('\u{1b}') && !err(&first).contains('\u{1b}'), "kleur of balk in een pijp");
    let again = run(&["ingest", "corpus", "--index", &index]);
    assert_eq!(again.status.code(), Some(0));
    assert!(out(&again).contains("ongewijzigd"), "{}", out(&again));
}

#[test]
fn a_bad_file_is_told_and_does_not_stop_a_run() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    std::fs::create_dir(at("stukken")).unwrap();
    std::fs::write(at("stukken/kapot.pdf"), b"%PDF-1.7 en dan niets").unwrap();
    std::fs::write(at("stukken/brief.txt"), "Geachte voorzitter,\n\nIk zal de Kamer hierover in mei informeren.\n")
        .unwrap();
    let done = run(&["ingest", &at("stukken"), "--index", &at("index")]);
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let told = out(&done);
    let line = told.lines().find(|l| l.contains("kapot.pdf")).unwrap_or_default();
    assert!(line.contains("mislukt") && line.len() > "mislukt kapot.pdf".len(), "{told}");
    assert!(told.contains("1 nieuw document"), "{told}");
}

#[test]
fn extract_keeps_its_contract_on_every_specimen() {
    const DOCUMENT: &[&str] = &[
        "asked",
        "askers",
        "answered",
        "date",
        "dossiers",
        "id",
        "kind",
        "on_behalf_of",
        "questions",
        "sender",
        "source",
        "title",
        "warnings",
    ];
    let fields: &[(&str, &[&str])] = &[
        ("citations", &["raw", "key", "repaired", "span", "origin"]),
        (
            "motions",
            &[
                "key",
                "title",
                "indieners",
                "date",
                "gericht_aan",
                "appreciatie",
                "uitslag",
                "debate",
                "vote",
                "dicta",
                "conditions",
                "replaces",
                "evidence",
            ],
        ),
        ("follow_ups", &["motion", "by", "status", "date", "evidence"]),
        ("commitments", &["by", "to", "what", "strength", "conditional", "restated", "refused", "due", "evidence"]),
        ("migrations", &["ministries", "organisation", "subject", "phase", "providers", "due", "evidence"]),
        ("policy_rules", &["norm", "subject", "conditional", "due", "evidence"]),
    ];
    let mut seen = std::collections::BTreeMap::<&str, usize>::new();
    for file in specimens() {
        let name = file.strip_prefix(root()).unwrap().display().to_string();
        // In this process: starting the program for each file would take most of the time of all tests.
        let doc = kamerspoor::read::read(&name, &std::fs::read(&file).unwrap()).unwrap();
        let found = serde_json::to_value(kamerspoor::records::extract(&doc)).unwrap();
        let text = doc.text();
        for field in DOCUMENT {
            assert!(keys(&found["document"]).contains(field), "{name}: document.{field}");
        }
        for (kind, wanted) in fields {
            for record in found[*kind].as_array().unwrap() {
                *seen.entry(kind).or_default() += 1;
                for field in *wanted {
                    assert!(keys(record).contains(field), "{name}: {kind}.{field}");
                }
                for e in record["evidence"].as_array().into_iter().flatten() {
                    let at = |side: &str| usize::try_from(e["span"][side].as_u64().unwrap()).unwrap();
                    assert_eq!(text.get(at("start")..at("end")), e["quote"].as_str(), "{name}: {kind}");
                    assert!(e["rule"].as_str().is_some_and(|r| !r.is_empty()) && e["origin"].is_object());
                }
            }
        }
    }
    for (kind, _) in fields {
        assert!(seen.contains_key(kind), "geen enkel proefstuk geeft {kind}");
    }
    let letter = "corpus/kst-26643-1329.txt";
    let done = run(&["extract", letter, "--format", "json"]);
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let doc = kamerspoor::read::read(letter, &std::fs::read(root().join(letter)).unwrap()).unwrap();
    let same = serde_json::to_value(kamerspoor::records::extract(&doc)).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&done.stdout).unwrap(), same);
    assert_eq!(out(&run(&["show", letter, "--format", "text"])).trim_end(), doc.text());
}

#[test]
fn track_follows_a_motion_by_key_number_or_words_and_says_what_to_do_otherwise() {
    for typed in ["kst-26643-1315", "26643-1315", "26 643, nr. 1315"] {
        let done = on_index(&["volg", typed]);
        let told = out(&done);
        assert_eq!(done.status.code(), Some(0), "{typed}: {}", err(&done));
        assert!(told.contains("26 643, nr. 1315") && told.contains("Wat erover is gemeld"), "{told}");
    }
    let one: Value = serde_json::from_slice(&on_index(&["track", "26643-1315", "--format", "json"]).stdout).unwrap();
    for field in ["key", "title", "register", "own", "accounts", "asked", "follow_ups"] {
        assert!(keys(&one).contains(&field), "track.{field}");
    }
    let none = on_index(&["track", "99999-1"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(err(&none).contains("geen motie gevonden") && err(&none).contains("kamerspoor search"), "{}", err(&none));
    let all = out(&on_index(&["track"]));
    assert!((1315..=1323).all(|n| all.contains(&format!("nr. {n}"))), "{all}");
}

#[test]
fn search_finds_marks_and_answers_a_batch() {
    let done = on_index(&["zoek", "exitstrategie"]);
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    assert!(out(&done).contains('«'), "{}", out(&done));
    assert_eq!(on_index(&["search", "xyzzyplugh"]).status.code(), Some(1));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("vragen.tsv");
    std::fs::write(&file, "kst-26643-1317\tdomein keten\nexitstrategie\n").unwrap();
    let done = on_index(&["search", "--batch", file.to_str().unwrap(), "--format", "jsonl"]);
    let lines: Vec<Value> = out(&done).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["key"], "kst-26643-1317");
    assert!(lines[1]["key"].is_null() && lines[1]["query"] == "exitstrategie");
    assert!(lines.iter().all(|l| l["keys"].is_array() && l["took_us"].is_u64()));
}

#[test]
fn every_saved_question_can_be_asked() {
    let listed = out(&run(&["search", "--saved", "--format", "markdown"]));
    let mut asked = 0;
    let files = std::fs::read_dir(root().join("queries")).unwrap().flatten();
    for file in files.filter(|f| f.path().extension().is_some_and(|e| e == "toml")) {
        let name = file.path().file_stem().unwrap().to_string_lossy().into_owned();
        let done = on_index(&["search", "--saved", &name]);
        assert_ne!(done.status.code(), Some(2), "{name}: {}", err(&done));
        assert!(listed.contains(&name), "{name}");
        asked += 1;
    }
    assert!(asked >= 5);
}

#[test]
fn overview_gives_the_same_as_table_markdown_and_json() {
    let arguments = ["overzicht", "--peildatum", "2025-09-01"];
    let with = |format: &'static str| on_index(&[arguments.as_slice(), &["--format", format]].concat());
    assert!(out(&with("table")).contains("Stand op 1 september 2025"));
    assert!(out(&with("markdown")).starts_with("# Overzicht"));
    let json: Value = serde_json::from_slice(&with("json").stdout).unwrap();
    for field in
        ["peildatum", "counts", "ministries", "overdue_commitments", "motions", "documents", "failed", "missing"]
    {
        assert!(keys(&json).contains(&field), "overview.{field}");
    }
    let jenv = out(&on_index(&["overview", "--ministerie", "Justitie en Veiligheid", "--peildatum", "2025-09-01"]));
    assert!(jenv.contains("ministerie JenV"), "{jenv}");
    assert_eq!(on_index(&["overview", "--ministerie", "Toverij"]).status.code(), Some(2));
    assert_eq!(on_index(&["overview", "--motie", "99999-1"]).status.code(), Some(1));
}

#[test]
fn records_come_as_table_json_lines_and_csv_and_each_can_be_shown() {
    for kind in ["motions", "commitments", "migrations", "policy-rules", "follow-ups", "citations", "toezeggingen"] {
        let done = on_index(&["gegevens", kind, "--format", "jsonl"]);
        let lines: Vec<Value> = out(&done).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        assert!(!lines.is_empty(), "{kind}: {}", err(&done));
        let id = lines[0]["id"].as_str().unwrap();
        let shown = on_index(&["toon", id]);
        assert!(out(&shown).contains(id) && shown.status.code() == Some(0), "{kind}: {id} {}", err(&shown));
        let csv = out(&on_index(&["records", kind, "--format", "csv"]));
        assert!(csv.starts_with("id,") && csv.lines().count() > lines.len(), "{kind}");
        assert_eq!(on_index(&["records", kind]).status.code(), Some(0));
    }
    assert_eq!(run(&["records", "bruggen", "--index", index()]).status.code(), Some(2));
}

#[test]
fn show_prints_text_layout_and_evidence() {
    let text = out(&run(&["toon", "corpus/kst-26643-1329.txt", "--format", "text"]));
    assert!(text.contains("1315") && !text.contains('«'));
    let layout = out(&run(&["show", "corpus/kst-26643-1329.txt", "--layout"]));
    assert!(layout.contains("Soort") && layout.contains("alinea"), "{layout}");
    let marked = out(&on_index(&["show", "kst-26643-1329"]));
    assert!(marked.contains('«') && marked.contains("[toezegging"), "{marked}");
    let absent = run(&["show", "corpus/bestaat-niet.txt", "--index", "/nergens"]);
    assert_eq!(absent.status.code(), Some(2));
    assert!(err(&absent).contains("bestaat niet"), "{}", err(&absent));
}

#[test]
fn rules_explain_themselves_and_can_be_tried() {
    let list = out(&run(&["regel", "list"]));
    assert!(list.contains("Toezeggingen"), "{list}");
    let json = out(&on_index(&["records", "commitments", "--format", "json"]));
    let found: Value = serde_json::from_str(&json).unwrap();
    let rule = found[0]["evidence"][0]["rule"].as_str().unwrap();
    let explained = out(&run(&["rule", "explain", rule]));
    for part in ["Waarom", "Patroon", "Vindt niet"] {
        assert!(explained.contains(part), "{rule} mist {part}:\n{explained}");
    }
    let tried = run(&["rule", "try", rule, found[0]["evidence"][0]["quote"].as_str().unwrap()]);
    assert!(tried.status.code() == Some(0) && out(&tried).contains('«'), "{}", out(&tried));
    assert_eq!(run(&["rule", "try", rule, "De brug is open."]).status.code(), Some(1));
    let unknown = run(&["rule", "explain", "toverregel"]);
    assert!(unknown.status.code() == Some(2) && err(&unknown).contains("rule list"));
}

#[test]
fn check_finds_store_and_index_in_agreement() {
    let done = on_index(&["controle"]);
    assert_eq!(done.status.code(), Some(0), "{}", out(&done));
    assert!(out(&done).contains("stemmen overeen"));
    let dump = on_index(&["check", "--dump"]);
    assert!(!dump.stdout.is_empty() && dump.status.code() == Some(0));
}

#[test]
fn without_an_index_a_person_is_told_how_to_make_one() {
    for command in [&["track"][..], &["search", "iets"], &["overview"], &["records", "motions"], &["check"]] {
        let folder = tempfile::tempdir().unwrap();
        let index = folder.path().join("leeg").display().to_string();
        let done = run(&[command, &["--index", &index]].concat());
        assert_eq!(done.status.code(), Some(2), "{command:?}");
        assert!(err(&done).starts_with("fout: ") && err(&done).contains("kamerspoor ingest"), "{}", err(&done));
    }
}

#[test]
fn typing_errors_and_help_are_dutch_and_end_as_promised() {
    let wrong = run(&["serch", "iets"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("onbekende opdracht") && err(&wrong).contains("`search`"), "{}", err(&wrong));
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    for alias in ["inlezen", "zoek", "volg", "overzicht", "gegevens", "toon", "regel", "toets", "controle"] {
        assert!(out(&help).contains(alias), "{alias}");
    }
    assert_eq!(run(&["search", "x", "--format", "text", "--index", index()]).status.code(), Some(2));
}

#[test]
fn output_goes_to_a_file_where_asked_and_completions_are_made() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("overzicht.md");
    let done = on_index(&["overview", "--format", "markdown", "--output", file.to_str().unwrap()]);
    assert!(done.status.code() == Some(0) && done.stdout.is_empty());
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("# Overzicht"));
    let done = on_index(&["overview", "--output", "/nergens/overzicht.md"]);
    assert!(done.status.code() == Some(2) && err(&done).contains("/nergens/overzicht.md"), "{}", err(&done));
    assert!(out(&run(&["completions", "bash"])).contains("kamerspoor"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = program(&["check", "--dump", "--index", index()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut little = [0; 64];
    let mut pipe = child.stdout.take().unwrap();
    pipe.read_exact(&mut little).unwrap();
    drop(pipe);
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    assert_eq!(err(&done), "");
}
