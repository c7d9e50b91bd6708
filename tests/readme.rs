//! The README says what the program does; here every command in it is run and its output held against what stands there.
//! After a change on purpose: `KAMERSPOOR_README=schrijf cargo test --test readme` writes the new output into it.

use kamerspoor::rules::{Rule, find_in};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// A ```console block: its commands with the output each should give. `… ` as last line of an output means that the
/// rest is left out.
struct Block<'r> {
    before: &'r str,
    body: &'r str,
}

const OPEN: &str = "```console\n";
const REST: &str = "[…]";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn blocks(readme: &str) -> (Vec<Block<'_>>, &str) {
    let mut found = Vec::new();
    let mut rest = readme;
    while let Some(at) = rest.find(OPEN) {
        let (before, after) = rest.split_at(at + OPEN.len());
        let end = after.find("\n```").expect("een blok eindigt") + 1;
        found.push(Block { before, body: &after[..end] });
        rest = &after[end..];
    }
    (found, rest)
}

/// Words of a command as a shell would take them: blanks between, double quotes around.
fn arguments(line: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' | '\'' => quoted = !quoted,
            ' ' if !quoted => found.push(String::new()),
            c => found.last_mut().unwrap().push(c),
        }
    }
    found.retain(|a| !a.is_empty());
    found
}

/// What a command prints on the screen, without trailing blanks.
fn run(line: &str, index: &str, example: &Path) -> String {
    let line = line.trim_start_matches("cargo run --release -- ").trim_start_matches("kamerspoor ");
    let mut arguments = arguments(line);
    for argument in &mut arguments {
        if Path::new(argument).file_name() == example.file_name() {
            *argument = example.display().to_string();
        }
    }
    let done = Command::new(env!("CARGO_BIN_EXE_kamerspoor"))
        .args(&arguments)
        .args(["--index", index])
        .current_dir(root())
        .env_remove("COLUMNS")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let all = String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap();
    assert_ne!(done.status.code(), Some(2), "{line}\n{all}");
    all.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// The block as it should be: each command, and as much of its output as was shown before.
fn renewed(body: &str, index: &str, example: &Path) -> String {
    let mut out = String::new();
    let mut lines = body.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("$ ") else { continue };
        let mut shown = Vec::new();
        while let Some(line) = lines.next_if(|l| !l.starts_with("$ ")) {
            shown.push(line);
        }
        let printed = run(command, index, example);
        out.push_str(line);
        out.push('\n');
        let cut = shown.iter().rposition(|l| *l == REST);
        let kept: Vec<&str> = match cut {
            Some(many) => printed.lines().take(many).collect(),
            None => printed.lines().collect(),
        };
        for line in &kept {
            out.push_str(line);
            out.push('\n');
        }
        if cut.is_some() {
            out.push_str(REST);
            out.push('\n');
        }
        // A blank line before the next command reads easier.
        if lines.peek().is_some() {
            out.push('\n');
        }
    }
    out
}

#[test]
fn every_example_in_the_readme_is_true() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("index").display().to_string();
    let example = folder.path().join("legt-voor.toml");
    let toml = readme.split("```toml\n").nth(1).and_then(|r| r.split("```").next()).expect("de README heeft een regel");
    fs::write(&example, toml).unwrap();
    let (found, last) = blocks(&readme);
    assert!(found.len() >= 6, "de README toont te weinig");
    let mut new = String::new();
    for block in found {
        new.push_str(block.before);
        new.push_str(&renewed(block.body, &index, &example));
    }
    new.push_str(last);
    if std::env::var_os("KAMERSPOOR_README").is_some() {
        fs::write(&path, &new).unwrap();
    } else {
        let differs = readme.lines().zip(new.lines()).find(|(a, b)| a != b);
        assert!(
            readme == new,
            "de README klopt niet meer: {differs:?}\nals dat de bedoeling is: KAMERSPOOR_README=schrijf cargo test --test readme"
        );
    }
}

#[test]
fn the_rule_in_the_readme_does_what_it_says() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let toml = readme.split("```toml\n").nth(1).and_then(|r| r.split("```").next()).unwrap();
    let rule = Rule::parse("README.md", toml).unwrap();
    for example in &rule.examples {
        let marked = example.text.split('«').nth(1).and_then(|m| m.split('»').next()).unwrap();
        let text = example.text.replace(['«', '»'], "");
        let found = find_in(&[&rule], &text);
        assert_eq!(found.first().map(|f| f.span.of(&text)), Some(marked));
    }
    assert!(rule.examples.len() >= 2 && rule.counters.len() >= 2);
    for counter in &rule.counters {
        assert!(find_in(&[&rule], &counter.text).is_empty(), "{}", counter.text);
    }
}

#[test]
fn the_readme_leads_with_the_two_commands() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let at = |what: &str| readme.find(what).unwrap_or_else(|| panic!("mist {what}"));
    assert!(at("cargo run --release -- ingest corpus") < at("cargo test"));
    assert!(at("cargo test") < at("## "));
}
