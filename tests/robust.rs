//! Whatever lies in a folder, the run goes on: every bad file is one line in Dutch, every good one is stored.

use kamerspoor::store::{IngestOptions, LedgerStatus, Report, Store, ingest};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use tempfile::TempDir;

fn read_in(dir: &Path, options: &IngestOptions) -> (Report, Store) {
    let index = dir.join("index");
    let report = ingest(&index, &[dir.join("docs")], options, &mut |_| {}).unwrap();
    (report, Store::open(&index).unwrap())
}

fn folder() -> TempDir {
    let dir = TempDir::new().unwrap();
    fs::create_dir_all(dir.path().join("docs")).unwrap();
    fs::write(dir.path().join("docs/goed.txt"), "Geachte voorzitter,\n\nDe dijk houdt.\n").unwrap();
    dir
}

/// Pseudo-random bytes, the same every time.
fn noise(count: usize) -> Vec<u8> {
    let mut state: u64 = 88_172_645_463_325_252;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    std::iter::repeat_with(&mut next).take(count).collect()
}

#[test]
fn bad_files_cost_themselves_only() {
    let dir = folder();
    let docs = dir.path().join("docs");
    fs::write(docs.join("leeg.txt"), "").unwrap();
    fs::write(docs.join("wit.txt"), " \n\t\n").unwrap();
    fs::write(docs.join("half.xml"), "<?xml version=\"1.0\"?><kamerstuk><stuk><al>De dijk").unwrap();
    fs::write(docs.join("half.pdf"), "%PDF-1.7\n1 0 obj\n<< /Type /Catalog").unwrap();
    fs::write(docs.join("half.docx"), "PK\x03\x04 niets").unwrap();
    fs::write(docs.join("half.json"), "{\"value\":[{").unwrap();
    for (name, kind) in [("ruis", ""), ("ruis-b", ".pdf"), ("ruis-c", ".docx"), ("ruis-d", ".xml"), ("ruis-e", ".txt")]
    {
        fs::write(docs.join(format!("{name}{kind}")), noise(40_000)).unwrap();
    }
    fs::write(docs.join(".verborgen.txt"), "niet voor ons").unwrap();
    fs::write(docs.join("README.md"), "over de map").unwrap();
    fs::write(docs.join("manifest.toml"), "").unwrap();
    let (report, store) = read_in(dir.path(), &IngestOptions::default());
    let ledger = store.ledger().unwrap();
    assert!(ledger.iter().all(|e| !e.source.contains("verborgen") && !e.source.contains("README")));
    for entry in &report.failed {
        assert!(entry.reason.as_ref().is_some_and(|r| !r.is_empty()), "{entry:?}");
    }
    let status = |name: &str| ledger.iter().find(|e| e.source.ends_with(name)).map(|e| e.status);
    assert_eq!(status("goed.txt"), Some(LedgerStatus::Ingelezen));
    for name in ["leeg.txt", "wit.txt", "half.pdf", "half.docx", "half.json", "ruis-b.pdf", "ruis-c.docx"] {
        assert_eq!(status(name), Some(LedgerStatus::Mislukt), "{name}");
    }
    // The same failures are told again, and nothing is read twice.
    let (again, _) = read_in(dir.path(), &IngestOptions::default());
    assert_eq!((again.failed, again.unchanged), (report.failed, ledger.len()));
}

#[test]
fn files_over_the_limits_are_refused_before_they_are_read() {
    let dir = folder();
    let docs = dir.path().join("docs");
    // Sparse: 200 MB of text and 300 MB of pages that take no room on disk.
    File::create(docs.join("groot.txt")).unwrap().set_len(200 << 20).unwrap();
    let mut pages = File::create(docs.join("groot.pdf")).unwrap();
    pages.write_all(b"%PDF-1.7\n").unwrap();
    pages.set_len(300 << 20).unwrap();
    let clock = std::time::Instant::now();
    let (report, _) = read_in(dir.path(), &IngestOptions::default());
    assert!(clock.elapsed().as_secs() < 20);
    let reasons: Vec<_> = report.failed.iter().filter_map(|e| e.reason.as_deref()).collect();
    assert_eq!(
        reasons,
        [
            "te groot: 300 MB, en meer dan 256 MB wordt niet gelezen",
            "te groot: 200 MB, en meer dan 16 MB wordt niet gelezen"
        ]
    );
    assert_eq!(report.added.len(), 3);
    // A file that fails without being read is the same file next time.
    assert_eq!(read_in(dir.path(), &IngestOptions::default()).0.unchanged, 3);
}

#[test]
fn large_text_is_read_within_the_limits() {
    let dir = folder();
    let line = "De dijk langs de rivier wordt hoger en breder dan hij was. ".repeat(20);
    fs::write(dir.path().join("docs/lang.txt"), format!("{line}\n\n").repeat(2_000)).unwrap();
    let (report, store) = read_in(dir.path(), &IngestOptions::default());
    assert!(report.failed.is_empty(), "{:?}", report.failed);
    assert!(store.counts().unwrap().passages > 1_000);
}

#[cfg(unix)]
#[test]
fn links_names_and_folders_of_every_kind() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let dir = folder();
    let docs = dir.path().join("docs");
    let sub = docs.join("sub");
    fs::create_dir_all(&sub).unwrap();
    symlink(&docs, sub.join("rond")).unwrap();
    symlink(docs.join("nergens"), docs.join("dood")).unwrap();
    symlink("zichzelf", docs.join("zichzelf")).unwrap();
    for name in [b"naam-\xff.txt".as_slice(), b"naam-\xfe.txt"] {
        fs::write(docs.join(OsStr::from_bytes(name)), "Geachte voorzitter,\n\nDe brug houdt.\n").unwrap();
    }
    fs::write(docs.join("één twee\n.txt"), "Geachte voorzitter,\n\nDe sluis houdt.\n").unwrap();
    let (report, store) = read_in(dir.path(), &IngestOptions::default());
    assert_eq!(report.added.len(), 4, "{:?}", report.added);
    assert!(report.notices.iter().any(|n| n.contains("dood") && n.contains("bestaat niet")), "{:?}", report.notices);
    let source = report.added.iter().find(|s| s.ends_with("naam-\\xFF.txt")).expect("de naam met een rare byte");
    assert!(store.document(source).unwrap().is_some());
    assert_eq!(read_in(dir.path(), &IngestOptions::default()).0.unchanged, 4);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let dir = folder();
    let docs = dir.path().join("docs");
    fs::create_dir_all(docs.join("dicht")).unwrap();
    fs::write(docs.join("dicht/a.txt"), "a").unwrap();
    fs::write(docs.join("geheim.txt"), "a").unwrap();
    let close = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    close(&docs.join("dicht"), 0o000);
    close(&docs.join("geheim.txt"), 0o000);
    if File::open(docs.join("geheim.txt")).is_ok() {
        println!("overgeslagen: deze gebruiker mag alles lezen (root)");
    } else {
        let (report, _) = read_in(dir.path(), &IngestOptions::default());
        assert!(report.notices.iter().any(|n| n.contains("dicht") && n.contains("geen toestemming")));
        assert!(report.failed[0].reason.as_ref().unwrap().contains("geen toestemming"));
    }
    close(&docs.join("dicht"), 0o755);
}

#[test]
fn a_folder_that_vanishes_on_the_way_stops_nothing() {
    let dir = folder();
    let docs = dir.path().join("docs");
    for n in 0..60 {
        fs::write(docs.join(format!("brief-{n:02}.txt")), "Geachte voorzitter,\n\nDe kade houdt.\n").unwrap();
    }
    let one = IngestOptions { threads: Some(1), ..IngestOptions::default() };
    let index = dir.path().join("index");
    let mut first = true;
    let report = ingest(&index, std::slice::from_ref(&docs), &one, &mut |_| {
        if std::mem::take(&mut first) {
            fs::remove_dir_all(&docs).unwrap();
        }
    })
    .unwrap();
    assert_eq!(report.added.len(), 61);
    assert!(report.failed.iter().all(|e| e.reason.as_deref() == Some("bestaat niet (meer)")), "{:?}", report.failed);
    assert!(!report.failed.is_empty());
    let gone = ingest(&index, &[docs], &one, &mut |_| {}).unwrap();
    assert!(gone.notices[0].contains("bestaat niet"));
}
