//! Documents and megabytes a second, per stage: read, find, store; on one core and on two. And what finding each kind of
//! record costs, in megabytes of text a second on one core, over motions and letters together, letters, and debates.
//!
//! `cargo bench --bench stages`. Over the real documents where `../shared` is there, else over the specimens in `corpus/`.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use kamerspoor::records::{self, RecordKind};
use kamerspoor::store::{IngestOptions, SearchOptions, Store, ingest};
use kamerspoor::{document::Document, read, rules};
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
    let all = load(&FOLDER).into_iter();
    all.filter(|(name, bytes)| read::read(name, bytes).is_ok()).collect()
});

fn load(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut paths: Vec<_> = fs::read_dir(folder).expect("map").filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    let file = |p: &PathBuf| Some((p.to_string_lossy().into_owned(), fs::read(p).ok()?));
    paths.iter().filter_map(file).collect()
}

/// What the kinds are measured on: the folders of `../shared/corpus` of each.
const TEXTS: [(&str, &[&str]); 3] = [
    ("alles", &["cloud", "moties-xml"]),
    ("brieven", &["cloud", "antwoorden-pdf", "antwoorden-docx"]),
    ("debatten", &["handelingen-xml", "handelingen-pdf", "handelingen-docx"]),
];

/// The documents of each of [`TEXTS`], in the same order.
static KINDS_OF: LazyLock<Vec<Vec<Document>>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = root.join("../shared/corpus");
    let folders = |names: &[&str]| -> Vec<PathBuf> {
        if shared.is_dir() { names.iter().map(|name| shared.join(name)).collect() } else { vec![root.join("corpus")] }
    };
    let read = |folder: PathBuf| load(&folder).into_iter().filter_map(|(name, bytes)| read::read(&name, &bytes).ok());
    TEXTS.iter().map(|(_, names)| folders(names).into_iter().flat_map(read).collect()).collect()
});

/// Every kind on every text; "tijd" is every period of every sentence, "samen" is all records.
fn measured() -> impl Iterator<Item = String> {
    let kinds = || RecordKind::ALL.iter().map(|kind| kind.name()).chain(["tijd", "samen"]);
    TEXTS.iter().flat_map(move |(text, _)| kinds().map(move |kind| format!("{text} {kind}")))
}

/// Documents to the records of one kind. Follow-ups need the motions, and motions the citations: those are counted in.
#[divan::bench(args = measured(), sample_count = 5, sample_size = 1)]
fn kinds(bencher: Bencher, what: &str) {
    let (text, kind) = what.split_once(' ').expect("tekst en soort");
    let at = TEXTS.iter().position(|(name, _)| *name == text).expect("tekst");
    let documents = &KINDS_OF[at];
    let bytes: usize = documents.iter().map(|d| d.text().len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for doc in documents {
            let found = match (RecordKind::named(kind), kind) {
                (Some(kind), _) => records::count(doc, kind),
                (None, "tijd") => {
                    doc.sentences().map(|(_, s)| rules::periods(doc.of(s), doc.meta.date).len()).sum::<usize>()
                }
                _ => records::extract(doc).citations.len(),
            };
            divan::black_box(found);
        }
    });
}

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
