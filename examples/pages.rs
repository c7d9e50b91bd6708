//! Pages a second of the PDF reader beside poppler's `pdftotext`, one thread each, over the same files in one run:
//! `cargo run --release --example pages -- MAP…` (default `../shared/corpus`). Needs `pdftotext` and `pdfinfo`.
#![allow(clippy::disallowed_methods, reason = "a measuring instrument, not part of the program")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn pdfs(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            pdfs(&path, found);
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("pdf")) {
            found.push(path);
        }
    }
}

fn pages(path: &Path) -> Option<u32> {
    let out = Command::new("pdfinfo").arg(path).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    text.lines().find_map(|l| l.strip_prefix("Pages:")?.trim().parse().ok())
}

/// The fastest of three runs.
fn fastest(mut run: impl FnMut()) -> Duration {
    let once = |run: &mut dyn FnMut()| {
        let begun = Instant::now();
        run();
        begun.elapsed()
    };
    (0..3).map(|_| once(&mut run)).min().unwrap_or_default()
}

fn main() {
    let mut folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if folders.is_empty() {
        folders.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"));
    }
    let mut paths = Vec::new();
    for folder in &folders {
        pdfs(folder, &mut paths);
    }
    paths.sort();
    // Only files that poppler knows the pages of and kamerspoor finds text in: the same work for both.
    let mut files: Vec<(PathBuf, Vec<u8>, u32)> = Vec::new();
    for path in paths {
        let (Some(count), Ok(bytes)) = (pages(&path), std::fs::read(&path)) else { continue };
        if kamerspoor::read::read(&path.to_string_lossy(), &bytes).is_ok() {
            files.push((path, bytes, count));
        }
    }
    let mut groups: Vec<PathBuf> = files.iter().filter_map(|f| f.0.parent().map(Path::to_path_buf)).collect();
    groups.dedup();
    println!(
        "| map | bestanden | bladzijden | kamerspoor | pdftotext | pdftotext -layout |\n| --- | --- | --- | --- | --- | --- |"
    );
    for group in groups.iter().map(Some).chain([None]) {
        let of: Vec<_> = files.iter().filter(|f| group.is_none_or(|g| f.0.parent() == Some(g))).collect();
        let count: u32 = of.iter().map(|f| f.2).sum();
        let own = fastest(|| {
            for (path, bytes, _) in &of {
                let _ = std::hint::black_box(kamerspoor::read::read(&path.to_string_lossy(), bytes));
            }
        });
        let other = |layout: bool| {
            fastest(|| {
                for (path, ..) in &of {
                    let mut command = Command::new("pdftotext");
                    command.args(layout.then_some("-layout")).arg(path).arg("-");
                    let _ = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
                }
            })
        };
        let rate =
            |d: Duration| format!("{:.0}/s ({:.0} ms)", f64::from(count) / d.as_secs_f64(), d.as_secs_f64() * 1000.0);
        let name = group.and_then(|g| g.file_name()).map_or("alles".into(), |n| n.to_string_lossy());
        println!(
            "| {name} | {} | {count} | {} | {} | {} |",
            of.len(),
            rate(own),
            rate(other(false)),
            rate(other(true))
        );
    }
}
