//! Killed at any moment of reading in, the next plain run ends in the same store, byte for byte, as a run that nobody
//! disturbed. The killed run is the real program in a process of its own, and it is killed outright (SIGKILL).

use kamerspoor::store::{IngestOptions, Store, ingest};
use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

fn write(dir: &Path, name: &str, subject: &str, count: usize) {
    let text = format!(
        "Geachte voorzitter,\n\nDeze brief gaat over {subject} {count}. Zie Kamerstuk 99 123, nr. {count}.\n\nIk zeg toe \
         uw Kamer voor het zomerreces van 2031 te informeren over {subject}.\n\nDe minister van Defensie,\n\nB. Molenaar\n"
    );
    fs::write(dir.join(name), text).unwrap();
}

/// A corpus, and what became of it: some files changed, some gone, some new.
fn corpora(dir: &Path, count: usize) -> (PathBuf, PathBuf) {
    let (old, new) = (dir.join("docs"), dir.join("docs-straks"));
    fs::create_dir_all(&old).unwrap();
    fs::create_dir_all(&new).unwrap();
    for n in 0..count {
        let name = format!("brief-{n:03}.txt");
        write(&old, &name, "bruggen", n);
        if n % 5 > 0 {
            write(&new, &name, if n % 2 == 0 { "bruggen" } else { "sluizen" }, n);
        } else {
            write(&new, &format!("nieuw-{n:03}.txt"), "kades", n);
        }
    }
    (old, new)
}

fn start(index: &Path, docs: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kamerspoor"));
    command.arg("ingest").arg(docs).arg("--prune").arg("--index").arg(index);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn plain(index: &Path, docs: &Path) {
    let options = IngestOptions { prune: true, ..IngestOptions::default() };
    ingest(index, &[docs.to_path_buf()], &options, &mut |_| {}).unwrap();
}

fn dump(index: &Path) -> String {
    let mut out = Vec::new();
    Store::open(index).unwrap().dump(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The number of the last change of a store; 0 where there is none yet.
fn seq(index: &Path) -> u64 {
    let file = index.join("kamerspoor.sqlite");
    let con = rusqlite::Connection::open_with_flags(file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY);
    let read = |con: rusqlite::Connection| {
        con.query_row("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'seq'", [], |r| r.get::<_, i64>(0))
    };
    con.and_then(read).ok().and_then(|n| n.try_into().ok()).unwrap_or(0)
}

/// Kills `rounds` runs over `docs`, each at a random moment, and mends each with a plain run. `before` is the store the
/// runs begin with, if any. Moments are spread over the changes that a run makes, not over its time: most of that is
/// start and reading, when nothing can go wrong.
fn kill(dir: &Path, docs: &Path, before: Option<&Path>, wanted: &str, rounds: usize) {
    let begin = || {
        let index = dir.join("index");
        let _ = fs::remove_dir_all(&index);
        if let Some(before) = before {
            copy(before, &index);
        }
        (seq(&index), index)
    };
    let (first, index) = begin();
    assert!(start(&index, docs).wait().unwrap().success());
    let changes = seq(&index) - first;
    assert_eq!(dump(&index), wanted, "de ongestoorde ronde");
    let (mut halfway, mut killed) = (0, 0);
    for round in 0..rounds {
        let (first, index) = begin();
        let chance = RandomState::new().hash_one(round);
        let (target, wait) = (first + chance % (changes + 1), Duration::from_micros(chance >> 32 & 0x1fff));
        let mut child = start(&index, docs);
        while child.try_wait().unwrap().is_none() && seq(&index) < target {
            std::thread::sleep(Duration::from_micros(300));
        }
        std::thread::sleep(wait);
        killed += usize::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        let reached = seq(&index);
        halfway += usize::from(first < reached && reached < first + changes);
        plain(&index, docs);
        assert_eq!(dump(&index), wanted, "ronde {round}, afgebroken bij wijziging {reached}");
        let problems = Store::open(&index).unwrap().check().unwrap().problems;
        assert!(problems.is_empty(), "ronde {round}: {problems:?}");
    }
    println!(
        "{rounds} rondes van {changes} wijzigingen: {killed} afgebroken, {halfway} daarvan halverwege het schrijven"
    );
    assert!(killed > 0, "geen enkele ronde is echt afgebroken");
}

#[test]
fn a_killed_run_is_mended_by_the_next() {
    let dir = TempDir::new().unwrap();
    let (old, new) = corpora(dir.path(), 200);
    let clean = dir.path().join("clean");
    plain(&clean, &old);
    kill(dir.path(), &old, None, &dump(&clean), 10);
    // The same folder, changed: the killed run replaces, adds and prunes.
    fs::rename(&old, dir.path().join("weg")).unwrap();
    fs::rename(&new, &old).unwrap();
    let changed = dir.path().join("changed");
    plain(&changed, &old);
    kill(dir.path(), &old, Some(&clean), &dump(&changed), 10);
}

#[test]
fn a_killed_run_over_real_motions_is_mended_by_the_next() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/moties-xml");
    let Ok(list) = fs::read_dir(&shared) else {
        println!("overgeslagen: {} is er niet", shared.display());
        return;
    };
    let dir = TempDir::new().unwrap();
    let docs = dir.path().join("moties");
    fs::create_dir_all(&docs).unwrap();
    let mut files: Vec<_> = list.map(|f| f.unwrap().path()).collect();
    files.sort();
    for file in files.iter().step_by(10) {
        fs::copy(file, docs.join(file.file_name().unwrap())).unwrap();
    }
    let clean = dir.path().join("clean");
    plain(&clean, &docs);
    kill(dir.path(), &docs, None, &dump(&clean), 4);
}
