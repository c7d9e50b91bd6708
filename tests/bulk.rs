//! The files for another engine, as the real program writes them, held to the rules of the bulk format: an action line
//! and a source line per document, each ending with a line end; ids unique; fields and days as the mapping says.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

fn run(arguments: &[&str]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO_BIN_EXE_kamerspoor")).args(arguments).current_dir(root).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Whether this is a day as the format `strict_date` wants it.
fn is_day(text: &str) -> bool {
    let digits = |range: std::ops::Range<usize>| text.get(range).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()));
    text.len() == 10 && digits(0..4) && digits(5..7) && digits(8..10) && text.matches('-').count() == 2
}

#[test]
fn an_export_keeps_the_rules_of_the_bulk_format_and_of_its_own_mapping() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    run(&["ingest", "corpus", "--index", &at("index")]);
    let said = run(&["export", "--to", "bulk", &at("uit"), "--index", &at("index")]);
    assert!(said.contains("_bulk"), "{said}");
    let read = |name: &str| std::fs::read_to_string(folder.path().join("uit").join(name)).unwrap();
    let mapping: Value = serde_json::from_str(&read("mapping.json")).unwrap();
    for (file, index) in [("passages.ndjson", "kamerspoor-passages"), ("records.ndjson", "kamerspoor-records")] {
        let fields = mapping[index]["mappings"]["properties"].as_object().unwrap();
        let analyzers = mapping[index]["settings"]["analysis"]["analyzer"].as_object().unwrap();
        for field in fields.values() {
            assert!(field["type"].is_string());
            assert!(field.get("analyzer").is_none_or(|a| analyzers.contains_key(a.as_str().unwrap())));
        }
        let text = read(file);
        assert!(text.ends_with('\n') && !text.contains('\r') && !text.contains("\n\n"), "{file}");
        let lines: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        assert!(lines.len() > 40 && lines.len().is_multiple_of(2), "{file}");
        let mut ids = BTreeSet::new();
        for pair in lines.chunks(2) {
            let action = &pair[0]["index"];
            assert_eq!(pair[0].as_object().unwrap().len(), 1, "one action a line");
            assert_eq!(action["_index"], index);
            let id = action["_id"].as_str().unwrap();
            assert!(!id.is_empty() && id.len() <= 512 && ids.insert(id.to_string()), "{id}");
            let source = pair[1].as_object().unwrap();
            for (name, value) in source {
                let field = fields.get(name).unwrap_or_else(|| panic!("{file}: {name} is not in the mapping"));
                let whole = match field["type"].as_str().unwrap() {
                    "date" => value.is_null() || value.as_str().is_some_and(is_day),
                    "long" => value.is_u64(),
                    "keyword" | "text" => {
                        value.is_null()
                            || value.is_string()
                            || value.as_array().is_some_and(|a| a.iter().all(Value::is_string))
                    }
                    _ => value.is_object(),
                };
                assert!(whole, "{file}: {name} = {value}");
            }
        }
    }
}

#[test]
fn records_are_found_by_term_provider_and_words() {
    let folder = tempfile::tempdir().unwrap();
    let docs = folder.path().join("docs");
    std::fs::create_dir(&docs).unwrap();
    let letter = "Geachte voorzitter,\n\nIk zeg uw Kamer toe haar uiterlijk 1 maart 2025 te informeren over de bruggen. \
                  Ik zal uw Kamer voor 1 maart 2027 informeren over de tunnels.\n\nDatum 3 juni 2024\n";
    std::fs::write(docs.join("brief.txt"), letter).unwrap();
    let index = folder.path().join("index").display().to_string();
    run(&["ingest", &docs.display().to_string(), "--index", &index]);
    let found = |more: &[&str]| -> Vec<Value> {
        let mut all = vec!["records", "--soort", "toezegging", "--format", "jsonl", "--index", &index];
        all.extend(more);
        let output = Command::new(env!("CARGO_BIN_EXE_kamerspoor")).args(all).output().unwrap();
        assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect()
    };
    assert_eq!(found(&[]).len(), 2);
    let early = found(&["--voor", "2026-01-01"]);
    assert!(early.len() == 1 && early[0].to_string().contains("bruggen"), "{early:?}");
    let late = found(&["--vanaf", "2026-01-01"]);
    assert!(late.len() == 1 && late[0].to_string().contains("tunnels"), "{late:?}");
    assert_eq!(found(&["--woorden", "brug"]).len(), 1);
    assert_eq!(found(&["--leverancier", "Microsoft"]).len(), 0);
}
