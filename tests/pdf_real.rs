//! The real PDFs beside the project, where they are: compared word by word with poppler's `pdftotext`, an independent
//! reader, where it is installed; answers held to their questions and footnotes, odd files to a reason in time.

use kamerspoor::document::{BlockKind, Document};
use kamerspoor::read::read;
use regex::Regex;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

#[test]
fn odd_files_give_a_result_or_a_reason_in_time() {
    for file in real("robuust-pdf") {
        let bytes = std::fs::read(&file).unwrap();
        let start = std::time::Instant::now();
        if let Err(reason) = read("vreemd.pdf", &bytes) {
            assert!(!reason.to_string().is_empty());
        }
        assert!(start.elapsed().as_secs() < 10, "{}", file.display());
        // Cut in two and in eight: the same holds.
        for part in [2, 8] {
            let _ = read("vreemd.pdf", &bytes[..bytes.len() / part]);
        }
    }
}

/// The PDFs of a folder of real documents; says so and gives none where it is absent.
fn real(folder: &str) -> Vec<PathBuf> {
    let at = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(folder);
    let Ok(entries) = std::fs::read_dir(&at) else {
        println!("overgeslagen: {} is er niet", at.display());
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "pdf"));
    files.sort();
    files
}

fn document(file: &Path) -> Document {
    let bytes = std::fs::read(file).unwrap();
    read(&file.display().to_string(), &bytes).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

/// Letters and digits apart, lower case; hyphens do not count.
fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut kind = 0;
    let mut folded = String::new();
    for line in text.lines() {
        let line = line.trim();
        folded.push_str(line);
        if !line.ends_with('-') {
            folded.push('\n');
        }
    }
    for c in folded.chars().filter(|c| *c != '-') {
        let now = match c {
            c if c.is_numeric() => 2,
            c if c.is_alphabetic() => 1,
            _ => 0,
        };
        match (now, out.last_mut()) {
            (0, _) => {}
            (now, Some(last)) if now == kind => last.extend(c.to_lowercase()),
            _ => out.push(c.to_lowercase().collect()),
        }
        kind = now;
    }
    out
}

/// The words of the blocks with marks back in, of the notes with their labels, and of the frames.
fn parts(doc: &Document) -> [Vec<String>; 3] {
    let (mut body, mut notes, mut frames) = (String::new(), String::new(), String::new());
    for block in &doc.blocks {
        match &block.kind {
            BlockKind::Frame => writeln!(frames, "{}", doc.of(block.span)).unwrap(),
            BlockKind::Footnote => {
                let label = doc.footnotes.iter().find(|f| f.body == block.span).map_or("", |f| &f.label);
                writeln!(notes, "{label} {}", doc.of(block.span)).unwrap();
            }
            kind => {
                if let BlockKind::Item { marker } = kind {
                    write!(body, "{marker} ").unwrap();
                }
                let mut at = block.span.start();
                let mut marks: Vec<_> = doc.footnotes.iter().filter_map(|f| Some((f.anchor?, &f.label))).collect();
                marks.retain(|(a, _)| block.span.start() <= *a && *a <= block.span.end());
                marks.sort();
                for (anchor, label) in marks {
                    write!(body, "{} {label} ", &doc.text()[at..anchor]).unwrap();
                    at = anchor;
                }
                writeln!(body, "{}", &doc.text()[at..block.span.end()]).unwrap();
            }
        }
    }
    [words(&body), words(&notes), words(&frames)]
}

/// Which words of `a` are also in `b` in the same order (Myers' shortest edit).
#[expect(clippy::many_single_char_names, reason = "the names of Myers' paper")]
fn common(a: &[String], b: &[String]) -> Vec<bool> {
    let (n, m) = (isize::try_from(a.len()).unwrap(), isize::try_from(b.len()).unwrap());
    let index = |i: isize| usize::try_from(i).unwrap();
    let most = (n + m).min(1_500);
    let mut v = vec![0isize; index(2 * most + 3)];
    let mut trace: Vec<Vec<isize>> = Vec::new();
    let mut found = vec![false; a.len()];
    for d in 0..=most {
        trace.push(v[index(most + 1 - d)..=index(most + 1 + d)].to_vec());
        for k in (-d..=d).step_by(2) {
            let at = |k: isize| v[index(k + most + 1)];
            let down = k == -d || k != d && at(k - 1) < at(k + 1);
            let mut x = if down { at(k + 1) } else { at(k - 1) + 1 };
            while x < n && x - k < m && a[index(x)] == b[index(x - k)] {
                x += 1;
            }
            v[index(k + most + 1)] = x;
            if x < n || x - k < m {
                continue;
            }
            let (mut x, mut y) = (n, m);
            for d in (1..=d).rev() {
                let k = x - y;
                let old = |k: isize| if k.abs() <= d { trace[index(d)][index(k + d)] } else { -1 };
                let down = k == -d || k != d && old(k - 1) < old(k + 1);
                let from = if down { k + 1 } else { k - 1 };
                let start = old(from);
                while x > start && y > start - from && x > 0 && y > 0 && a[index(x - 1)] == b[index(y - 1)] {
                    (x, y) = (x - 1, y - 1);
                    found[index(x)] = true;
                }
                (x, y) = (start, start - from);
            }
            while x > 0 && y > 0 {
                (x, y) = (x - 1, y - 1);
                found[index(x)] = true;
            }
            return found;
        }
    }
    found
}

/// How many of poppler's words stand in the reading in the same order, how many there are, and those that do not.
/// Running lines do not count: they stand on every page there and once here.
fn compared(file: &Path, layout: &str) -> Option<(usize, usize, Vec<String>)> {
    let mut command = Command::new("pdftotext");
    command.args((!layout.is_empty()).then_some(layout));
    let out = command.arg(file).arg("-").output().ok()?;
    let doc = document(file);
    let [body, notes, frames] = parts(&doc);
    let mut left = words(&String::from_utf8_lossy(&out.stdout));
    let total = left.len();
    let mut matched = 0;
    // Notes stand at the foot of each page there and at the end here.
    for part in [&body, &notes] {
        let found = common(&left, part);
        matched += found.iter().filter(|f| **f).count();
        left = left.into_iter().zip(found).filter(|(_, f)| !f).map(|(w, _)| w).collect();
    }
    let running = |w: &String| frames.contains(w) || w.len() < 4 && w.chars().all(char::is_numeric);
    let (outside, missing): (Vec<String>, Vec<String>) = left.into_iter().partition(running);
    Some((matched, total - outside.len(), missing))
}

/// Of every thousand words at least 995 must stand where poppler has them. In its own reading order poppler reads
/// across the columns of the Handelingen and parts labels from their values, so there its raw order is the measure.
#[test]
fn real_documents_have_the_words_of_poppler_in_the_same_order() {
    let measures = [
        ("antwoorden-pdf", ""),
        ("antwoorden-pdf", "-layout"),
        ("handelingen-pdf", "-raw"),
        ("besluitenlijsten-pdf", "-layout"),
    ];
    for (folder, layout) in measures {
        let (mut all, mut sum) = (0, 0);
        for file in real(folder) {
            let Some((matched, total, missing)) = compared(&file, layout) else {
                println!("overgeslagen: pdftotext is er niet");
                return;
            };
            all += matched;
            sum += total;
            let missing: String = missing.join(" ").chars().take(300).collect();
            println!("{} {layout}: {matched} van {total}; niet: {missing}", file.display());
        }
        println!("{folder} {layout}: {all} van {sum}");
        assert!(all * 1000 >= sum * 995, "{folder} {layout}: {all} van {sum}");
    }
}

#[test]
fn real_answers_have_every_question_its_answer_and_every_footnote_its_place() {
    static HEADING: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?m)^Vraag ((?:\d+(?:, | en |,| )?)+)$").unwrap());
    for file in real("antwoorden-pdf") {
        let doc = document(&file);
        let asked: BTreeSet<u32> = HEADING
            .captures_iter(doc.text())
            .flat_map(|c| {
                c[1].split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect::<Vec<u32>>()
            })
            .collect();
        let found: BTreeSet<u32> = doc.questions.iter().flat_map(|q| q.numbers.clone()).collect();
        println!("{}: vragen {found:?}, noten {}", file.display(), doc.footnotes.len());
        assert_eq!(found, asked, "{}", file.display());
        assert!(doc.footnotes.iter().all(|f| f.anchor.is_some()), "{}: {:?}", file.display(), doc.footnotes);
        assert!(doc.meta.id.as_deref().is_some_and(|id| id.starts_with("ah-tk-")), "{:?}", doc.meta.id);
        let body = parts(&doc)[0].join(" ");
        assert!(!body.contains("issn") && !body.contains("vergaderjaar 2023 – 2024 aanhangsel"), "{}", file.display());
    }
}
