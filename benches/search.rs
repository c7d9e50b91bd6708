//! Indexing and searching beside SQLite FTS5 over the same passages: generated documents of 6 kB with a realistic
//! vocabulary (Zipf's law over 60,000 words, a third of them compounds).
//!
//! `cargo bench --bench search` for 100,000 documents; `KAMERSPOOR_DOCS=2000 cargo bench --bench search` for fewer.
//! `KAMERSPOOR_MAP=/tmp/x` keeps what is made there, and asks only questions where it is there already.

mod chance;

use chance::Chance;
use kamerspoor::store::{IngestOptions, SearchOptions, Store, ingest};
use rusqlite::{Connection, params};
use std::collections::HashSet;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Bytes of a document, and of a passage in it.
const DOCUMENT: usize = 6_000;
const PASSAGE: usize = 1_000;
/// Words of the language.
const WORDS: usize = 60_000;
const QUESTIONS: usize = 400;

/// A rank with the chance that Zipf's law gives it.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a dice")]
fn rank(chance: &mut Chance, n: usize) -> usize {
    let u = (chance.next() >> 11) as f64 / (1u64 << 53) as f64;
    ((n as f64).powf(u) as usize - 1).min(n - 1)
}

/// Words of two to four syllables; every third is a compound of two others.
fn vocabulary() -> Vec<String> {
    const BEGIN: [&str; 20] =
        ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "st", "br", "kl", "sch"];
    const MIDDLE: [&str; 14] = ["a", "e", "i", "o", "u", "aa", "ee", "oo", "ie", "oe", "ei", "ui", "ij", "ou"];
    const END: [&str; 14] = ["", "", "n", "r", "l", "s", "t", "k", "m", "ng", "rt", "ns", "ld", "p"];
    let mut chance = Chance(0x2025_0313);
    let mut words: Vec<String> = Vec::with_capacity(WORDS);
    // A word that came twice would be commoner than its rank says.
    let mut known = HashSet::new();
    while words.len() < WORDS {
        let mut word = String::new();
        if words.len() > 3_000 && words.len().is_multiple_of(3) {
            let (a, b) = (chance.below(3_000), chance.below(3_000));
            let _ = write!(word, "{}{}{}", words[a], ["", "s", "en"][chance.below(3)], words[b]);
        } else {
            for _ in 0..=chance.below(3) {
                word += BEGIN[chance.below(BEGIN.len())];
                word += MIDDLE[chance.below(MIDDLE.len())];
                word += END[chance.below(END.len())];
            }
        }
        if known.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

/// A store with generated documents, written straight into its tables: reading files is not what is measured here.
fn fill(dir: &Path, documents: usize, words: &[String]) -> Result<(), Box<dyn Error>> {
    ingest(dir, &[], &IngestOptions::default(), &mut |_| {})?;
    let mut con = Connection::open(dir.join("kamerspoor.sqlite"))?;
    let tx = con.transaction()?;
    let mut chance = Chance(0x1315);
    {
        let mut document = tx.prepare(
            "INSERT INTO documents (id, seq, source, number, kind, title, date, format, sketch, info, document)
             VALUES (?1, ?1, ?2, NULL, 'motie', ?3, ?4, 'txt', x'', '{}', '{}')",
        )?;
        let mut passage = tx.prepare("INSERT INTO passages VALUES (?1, ?2, ?3, '', ?4, '{}')")?;
        for id in 1..=i64::try_from(documents)? {
            let title = (0..6).map(|_| words[rank(&mut chance, WORDS)].as_str()).collect::<Vec<_>>().join(" ");
            let date =
                format!("20{:02}-{:02}-{:02}", 10 + chance.below(16), 1 + chance.below(12), 1 + chance.below(28));
            document.execute(params![id, format!("d{id}.txt"), title, date])?;
            for ord in 0..i64::try_from(DOCUMENT / PASSAGE)? {
                let mut text = String::with_capacity(PASSAGE + 20);
                while text.len() < PASSAGE {
                    text += &words[rank(&mut chance, WORDS)];
                    text.push(if chance.below(12) == 0 { '.' } else { ' ' });
                    if text.ends_with('.') {
                        text.push(' ');
                    }
                }
                passage.execute(params![id, ord, ord * i64::try_from(PASSAGE)?, text])?;
            }
        }
    }
    tx.execute("UPDATE meta SET value = ?1 WHERE name = 'seq'", [documents.to_string()])?;
    tx.commit()?;
    Ok(())
}

fn size(path: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(path) else { return std::fs::metadata(path).map_or(0, |m| m.len()) };
    entries.flatten().map(|e| size(&e.path())).sum()
}

fn told(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1e3;
    println!("{what:<28} p50 {:7.2} ms   p95 {:7.2} ms   p99 {:7.2} ms", at(50), at(95), at(99));
}

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo test --benches` only wants to know that it runs.
    let quick = std::env::args().any(|a| a == "--test");
    let asked = std::env::var("KAMERSPOOR_DOCS").ok().and_then(|d| d.parse().ok());
    let documents = asked.unwrap_or(if quick { 200 } else { 100_000 });
    let temporary = tempfile::tempdir()?;
    let dir = std::env::var_os("KAMERSPOOR_MAP").map_or_else(|| temporary.path().to_path_buf(), PathBuf::from);
    let dir = dir.as_path();
    let words = vocabulary();
    let fts = dir.join("fts.sqlite");
    let made = fts.exists();
    if !made {
        let begun = Instant::now();
        fill(dir, documents, &words)?;
        println!("{documents} documenten van 6 kB gemaakt in {:.1} s", begun.elapsed().as_secs_f64());
        let begun = Instant::now();
        ingest(dir, &[], &IngestOptions::default(), &mut |_| {})?;
        let index = size(&dir.join("tantivy"));
        println!("indexeren: kamerspoor {:.1} s, {} MB", begun.elapsed().as_secs_f64(), index >> 20);
    }
    let con = Connection::open(&fts)?;
    con.execute("ATTACH ?1 AS store", [dir.join("kamerspoor.sqlite").to_string_lossy()])?;
    if !made {
        let begun = Instant::now();
        con.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
             CREATE VIRTUAL TABLE passages_fts USING fts5(text, content='', tokenize = 'unicode61 remove_diacritics 2');
             INSERT INTO passages_fts (rowid, text) SELECT rowid, text FROM store.passages;",
        )?;
        println!("indexeren: FTS5       {:.1} s, {} MB", begun.elapsed().as_secs_f64(), size(&fts) >> 20);
    }

    let mut chance = Chance(0x26643);
    let questions: Vec<[&str; 3]> =
        (0..QUESTIONS).map(|_| [0; 3].map(|_| words[50 + rank(&mut chance, 20_000)].as_str())).collect();
    let begun = Instant::now();
    let store = Store::open(dir)?;
    let options = SearchOptions { limit: 20, passages: 1, facets: false, ..SearchOptions::default() };
    store.search(&questions[0].join(" "), &options)?;
    println!("koude start tot het eerste antwoord: {:.1} ms", begun.elapsed().as_secs_f64() * 1e3);
    let counted = SearchOptions { facets: true, ..options };
    for (what, options) in [("kamerspoor (drie woorden)", options), ("idem, alles geteld", counted)] {
        let mut ours = Vec::new();
        for question in &questions {
            let begun = Instant::now();
            std::hint::black_box(store.search(&question.join(" "), &options)?);
            ours.push(begun.elapsed());
        }
        told(what, ours);
    }
    // Any word, best first, with the text of twenty passages: what comes nearest to the same question.
    let mut ask = con.prepare(
        "SELECT p.document, p.text FROM (SELECT rowid, rank FROM passages_fts WHERE passages_fts MATCH ?1
         ORDER BY rank LIMIT 20) f JOIN store.passages p ON p.rowid = f.rowid",
    )?;
    for (what, between) in [("FTS5 (een van de woorden)", " OR "), ("FTS5 (alle woorden)", " AND ")] {
        let mut theirs = Vec::new();
        for question in &questions {
            let begun = Instant::now();
            let typed = question.map(|w| format!("\"{w}\"")).join(between);
            let rows = ask.query_map([typed], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?)))?;
            let found: Vec<_> = rows.collect::<Result<_, _>>()?;
            std::hint::black_box(found);
            theirs.push(begun.elapsed());
        }
        told(what, theirs);
    }
    Ok(())
}
