//! The house itself: the direction in which folders know each other, how long a file may be, and how it opens.

use std::fs;
use std::path::{Path, PathBuf};

/// Which folders of `src` a folder may use, besides itself. `read` and `rules` never meet; `view` knows neither.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("lexicon", &["text"]),
    ("document", &["text", "lexicon"]),
    ("read", &["text", "lexicon", "document"]),
    // A rule names the kind of record it finds; nothing else of `records` is known to it.
    ("rules", &["text", "lexicon", "document", "records::RecordKind"]),
    ("records", &["text", "lexicon", "document", "rules"]),
    ("store", &["text", "lexicon", "document", "read", "rules", "records"]),
    ("view", &["text", "lexicon", "document", "records", "store"]),
    ("cli", &["text", "lexicon", "document", "read", "rules", "records", "store", "view"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every `crate::…` path that a file uses, with the names that a `use` list opens up. Comments do not count.
fn used(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let whole = code[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let rest = &code[at + "crate::".len()..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
        if !whole {
            continue;
        }
        let path = rest[..end].to_string();
        match rest[end..].strip_prefix('{').and_then(|list| list.split_once('}')) {
            Some((list, _)) => found.extend(list.split(',').map(|n| format!("{path}{}", n.trim()))),
            None => found.push(path),
        }
    }
    found.retain(|p| !p.is_empty() && !p.ends_with("::"));
    found
}

#[test]
fn folders_know_each_other_in_one_direction_only() {
    let mut wrong = Vec::new();
    for (folder, may) in MAY_USE {
        let files = sources(&root().join("src").join(folder));
        assert!(!files.is_empty(), "src/{folder} is leeg of weg");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for path in used(&text) {
                let module = path.split("::").next().unwrap_or_default();
                let known = MAY_USE.iter().any(|(name, _)| *name == module);
                let fine = module == *folder
                    || !known
                    || may.iter().any(|m| path == *m || path.starts_with(&format!("{m}::")));
                if !fine {
                    wrong.push(format!("{}: crate::{path}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "verkeerde richting:\n{}", wrong.join("\n"));
}

#[test]
fn every_folder_of_the_house_stands_in_its_plan() {
    for entry in fs::read_dir(root().join("src")).unwrap().flatten().filter(|e| e.path().is_dir()) {
        let name = entry.file_name().into_string().unwrap();
        assert!(MAY_USE.iter().any(|(folder, _)| *folder == name), "src/{name} staat niet in het plan (lib.rs)");
    }
}

#[test]
fn no_file_is_longer_than_the_ceiling_and_each_says_what_it_is_for() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for file in sources(&root().join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            if text.lines().count() > 600 {
                wrong.push(format!("{}: {} regels", file.display(), text.lines().count()));
            }
            if !text.starts_with("//!") {
                wrong.push(format!("{}: opent niet met //!", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_folder_is_a_drawer_for_what_fits_nowhere() {
    for file in sources(&root().join("src")) {
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            !["util", "utils", "helper", "helpers", "common", "misc"].contains(&stem.as_str()),
            "{}",
            file.display()
        );
    }
}
