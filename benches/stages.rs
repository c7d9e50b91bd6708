//! Documents and megabytes a second, per stage: read, find, store; on one core and on two.
//!
//! `cargo bench --bench stages`. Over the real motions where `../shared` is there, else over the specimens in `corpus/`.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use kamerspoor::store::{IngestOptions, SearchOptions, Store, ingest};
use kamerspoor::{document::Document, read, records};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Where the documents lie.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = root.join("../shared/corpus/moties-xml");
    if shared.is_dir() { shared } else { root.join("corpus") }
});

/// Every file with its bytes; what cannot be read as a document is left out.
static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let mut paths: Vec<_> = fs::read_dir(&*FOLDER).expect("map").filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    let load = |p: &PathBuf| Some((p.to_string_lossy().into_owned(), fs::read(p).ok()?));
    paths.iter().filter_map(load).filter(|(name, bytes)| read::read(name, bytes).is_ok()).collect()
});

static DOCUMENTS: LazyLock<Vec<Document>> =
    LazyLock::new(|| FILES.iter().filter_map(|(name, bytes)| read::read(name, bytes).ok()).collect());

fn main() {
    println!("{}: {} documenten, {:.1} MB", FOLDER.display(), FILES.len(), megabytes());
    divan::main();
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn megabytes() -> f64 {
    size() as f64 / 1e6
}

fn size() -> usize {
    FILES.iter().map(|(_, bytes)| bytes.len()).sum()
}

/// Does `work` for every index, on `cores` threads.
fn on(cores: usize, count: usize, work: impl Fn(usize) + Sync) {
    std::thread::scope(|scope| {
        for core in 0..cores {
            let work = &work;
            scope.spawn(move || (core..count).step_by(cores).for_each(work));
        }
    });
}

/// Bytes to documents.
#[divan::bench(args = [1, 2], sample_count = 5, sample_size = 1)]
fn reading(bencher: Bencher, cores: usize) {
    bencher.counter(ItemsCount::new(FILES.len())).counter(BytesCount::new(size())).bench(|| {
        on(cores, FILES.len(), |at| {
            let (name, bytes) = &FILES[at];
            divan::black_box(read::read(name, bytes).is_ok());
        });
    });
}

/// Documents to records.
#[divan::bench(args = [1, 2], sample_count = 5, sample_size = 1)]
fn finding(bencher: Bencher, cores: usize) {
    LazyLock::force(&DOCUMENTS);
    bencher.counter(ItemsCount::new(FILES.len())).counter(BytesCount::new(size())).bench(|| {
        on(cores, DOCUMENTS.len(), |at| {
            divan::black_box(records::extract(&DOCUMENTS[at]));
        });
    });
}

fn run(index: &Path, cores: usize) {
    let options = IngestOptions { threads: Some(cores), ..IngestOptions::default() };
    ingest(index, std::slice::from_ref(&*FOLDER), &options, &mut |_| {}).expect("inlezen");
}

/// All stages together: files to store and index.
#[divan::bench(args = [1, 2], sample_count = 3, sample_size = 1)]
fn everything(bencher: Bencher, cores: usize) {
    LazyLock::force(&FILES);
    bencher
        .counter(ItemsCount::new(FILES.len()))
        .counter(BytesCount::new(size()))
        .with_inputs(|| tempfile::TempDir::new().expect("map"))
        .bench_values(|dir| {
            run(dir.path(), cores);
            dir
        });
}

/// The second run over the same files: nothing has changed.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn nothing_new(bencher: Bencher) {
    let dir = tempfile::TempDir::new().expect("map");
    run(dir.path(), 2);
    bencher.counter(ItemsCount::new(FILES.len())).counter(BytesCount::new(size())).bench_local(|| run(dir.path(), 2));
}

/// One question of three words, with facets and marked passages.
#[divan::bench(sample_count = 100)]
fn question(bencher: Bencher) {
    static STORE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
        let dir = tempfile::TempDir::new().expect("map");
        run(dir.path(), 2);
        dir
    });
    let store = Store::open(STORE.path()).expect("opslag");
    bencher.bench_local(|| store.search("gemeenten digitale zorg", &SearchOptions::default()).expect("antwoord"));
}
