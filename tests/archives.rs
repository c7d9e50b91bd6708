//! A ZIP of documents is a folder of documents; what is wrong with it costs that archive only.

use kamerspoor::store::{Filter, IngestOptions, Report, Store, ingest};
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated))
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn letter(subject: &str) -> Vec<u8> {
    format!("Geachte voorzitter,\n\nHierbij informeer ik uw Kamer over {subject}.\n").into_bytes()
}

fn run(dir: &Path, prune: bool) -> (Report, Store) {
    let index = dir.join("index");
    let options = IngestOptions { prune, ..IngestOptions::default() };
    let report = ingest(&index, &[dir.join("docs")], &options, &mut |_| {}).unwrap();
    let store = Store::open(&index).unwrap();
    let check = store.check().unwrap();
    assert!(check.problems.is_empty() && check.stale.is_empty(), "{:?} {:?}", check.problems, check.stale);
    (report, store)
}

fn names(sources: &[String]) -> Vec<&str> {
    sources.iter().map(|s| s.split("docs/").nth(1).unwrap()).collect()
}

#[test]
fn an_archive_is_walked_like_a_folder() {
    let dir = TempDir::new().unwrap();
    let docs = dir.path().join("docs");
    fs::create_dir_all(&docs).unwrap();
    let word = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/formaten/kst-26643-1329.docx")).unwrap();
    let inner = zipped(&[("diep.txt", &letter("sluizen"))]);
    let files: [(&str, &[u8]); 7] = [
        ("brieven/a.txt", &letter("de dijken langs de rivier")),
        ("../../b.txt", &letter("de brug bij het dorp")),
        ("1329.docx", &word),
        ("nog-een.zip", &inner),
        ("oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1........"),
        (".verborgen.txt", b"niets"),
        ("__MACOSX/a.txt", b"niets"),
    ];
    fs::write(docs.join("stukken.zip"), zipped(&files)).unwrap();
    let (report, store) = run(dir.path(), false);
    assert_eq!(
        names(&report.added),
        [
            "stukken.zip/1329.docx",
            "stukken.zip/b.txt",
            "stukken.zip/brieven/a.txt",
            "stukken.zip/nog-een.zip",
            "stukken.zip/oud.doc"
        ]
    );
    let failed: Vec<_> = report.failed.iter().filter_map(|e| e.reason.as_deref()).collect();
    assert!(failed[0].contains("zip-archief") && failed[0].contains("pak het uit"), "{failed:?}");
    assert!(failed[1].contains("sla het op als .docx"), "{failed:?}");
    assert_eq!(store.documents(&Filter::default()).unwrap().len(), 3);
    // Nothing is read twice; what leaves the archive leaves the store; the archive under its own name is the same.
    assert_eq!(run(dir.path(), false).0.unchanged, 5);
    fs::write(docs.join("stukken.zip"), zipped(&files[..2])).unwrap();
    let (report, store) = run(dir.path(), true);
    assert_eq!((report.unchanged, report.removed.len()), (2, 3));
    assert_eq!(store.documents(&Filter::default()).unwrap().len(), 2);
    fs::remove_file(docs.join("stukken.zip")).unwrap();
    assert_eq!(run(dir.path(), true).0.removed.len(), 2);
}

#[test]
fn a_bomb_costs_itself_only() {
    let dir = TempDir::new().unwrap();
    let docs = dir.path().join("docs");
    fs::create_dir_all(&docs).unwrap();
    fs::write(docs.join("goed.txt"), letter("de haven")).unwrap();
    // 120 MB of nothing in some kilobytes; a file that lies about its size; very many files; half an archive.
    let zeros = vec![b' '; 120 << 20];
    let bomb = zipped(&[("bom.txt", &zeros), ("goed.txt", &letter("de molen"))]);
    let mut lies = zipped(&[("liegt.txt", &letter("veel").repeat(1_000))]);
    let central = lies.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    lies[central + 24..central + 28].copy_from_slice(&10u32.to_le_bytes());
    let many: Vec<(String, Vec<u8>)> = (0..5_001).map(|n| (format!("{n}.txt"), b"x".to_vec())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    fs::write(docs.join("bom.zip"), &bomb).unwrap();
    fs::write(docs.join("liegt.zip"), lies).unwrap();
    fs::write(docs.join("veel.zip"), zipped(&many)).unwrap();
    fs::write(docs.join("half.zip"), &bomb[..bomb.len() / 2]).unwrap();
    fs::write(docs.join("leeg.zip"), zipped(&[])).unwrap();
    let clock = std::time::Instant::now();
    let (report, store) = run(dir.path(), false);
    assert!(clock.elapsed().as_secs() < 20, "{:?}", clock.elapsed());
    let failed: Vec<PathBuf> = report.failed.iter().map(|e| PathBuf::from(&e.source)).collect();
    for (wrong, reason) in [
        ("bom.zip/bom.txt", "te groot: 120 MB"),
        ("liegt.zip/liegt.txt", "uit te pakken"),
        ("veel.zip", "5001 bestanden"),
        ("half.zip", "zip-archief"),
        ("leeg.zip", ""),
    ] {
        let at = failed.iter().position(|f| f.ends_with(wrong)).unwrap_or_else(|| panic!("{wrong}: {failed:?}"));
        let why = report.failed[at].reason.as_deref().unwrap_or_default();
        assert!(why.contains(reason), "{wrong}: {why}");
    }
    let read: Vec<_> = store.documents(&Filter::default()).unwrap().into_iter().map(|d| d.source).collect();
    assert_eq!(names(&read), ["bom.zip/goed.txt", "goed.txt"]);
}
