//! Readers against hostile bytes: cut off anywhere, bytes turned over, and files made to be slow or large. Whatever comes
//! in, a document or a reason comes out, within seconds. The coverage-guided form of this is in `fuzz/`.

use kamerspoor::read::{ReadError, read};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

/// No file may take longer; in a test build, on a busy machine.
const LONGEST: Duration = Duration::from_secs(10);

/// Pseudo-random numbers, the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % bound.max(1)
    }
}

/// The specimens in all formats, small enough to be read thousands of times.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut seeds = Vec::new();
    for folder in ["corpus/formaten", "corpus", "fuzz/seeds"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap().flatten().filter(|e| e.path().is_file()) {
            let name = entry.file_name().to_string_lossy().to_string();
            if !["toml", "json"].iter().any(|e| name.ends_with(e)) && !name.starts_with("README") {
                seeds.push((name, std::fs::read(entry.path()).unwrap()));
            }
        }
    }
    seeds.sort();
    assert!(seeds.len() > 30);
    seeds
}

/// Reads, and holds what comes out to the contract: spans on character boundaries, a reason that says something.
fn attempt(name: &str, bytes: &[u8]) -> Result<(), ReadError> {
    let clock = Instant::now();
    let result = read(name, bytes);
    assert!(clock.elapsed() < LONGEST, "{name} took {:?}", clock.elapsed());
    match result {
        Ok(doc) => {
            assert!(doc.blocks.iter().all(|b| doc.text().get(b.span.range()).is_some()), "{name}");
            assert!(doc.footnotes.iter().all(|n| n.anchor.is_none_or(|at| doc.text().is_char_boundary(at))), "{name}");
            Ok(())
        }
        Err(reason) => {
            assert!(reason.to_string().len() > 10, "{name}: {reason}");
            Err(reason)
        }
    }
}

#[test]
fn a_file_cut_off_anywhere_is_read_or_told() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for (name, bytes) in seeds() {
        for _ in 0..64 {
            let _ = attempt(&name, &bytes[..dice.below(bytes.len())]);
        }
    }
}

/// The bounded run of the fuzz targets: changes to the seeds, the same on every machine. `KAMERSPOOR_RONDES` sets how many
/// per seed.
#[test]
fn changed_bytes_are_read_or_told() {
    let rounds = std::env::var("KAMERSPOOR_RONDES").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for (name, bytes) in seeds() {
        for _ in 0..rounds {
            let changed = mutate(&bytes, &mut dice);
            let _ = attempt(&name, &changed);
        }
    }
}

/// One to eight changes: a bit, a byte, a stretch taken out, doubled, or put elsewhere, a number that is too large. What is
/// zipped is changed inside, or nothing but the checksum would be tried.
fn mutate(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    if bytes.starts_with(b"PK") && dice.below(4) > 0 {
        let mut parts = unzipped(bytes);
        let at = dice.below(parts.len());
        let part = std::mem::take(&mut parts[at].1);
        parts[at].1 = mutate(&part, dice);
        return zipped(&parts);
    }
    let mut changed = bytes.to_vec();
    for _ in 0..=dice.below(8) {
        if changed.is_empty() {
            break;
        }
        let at = dice.below(changed.len());
        let length = dice.below((changed.len() - at).min(400)) + 1;
        match dice.below(7) {
            0 => changed[at] ^= 1 << dice.below(8),
            1 => changed[at] = u8::try_from(dice.below(256)).unwrap_or(0),
            2 => drop(changed.drain(at..(at + length).min(changed.len()))),
            3 => {
                let piece = changed[at..(at + length).min(changed.len())].to_vec();
                let to = dice.below(changed.len());
                changed.splice(to..to, piece);
            }
            4 => {
                let words: [&[u8]; 8] =
                    [b"99999999999", b"-1", b"<", b"&#x0;", b"\xff\xfe", b"]]>", b"/Kids", b"Antwoord 1 t/m 999"];
                changed.splice(at..at, words[dice.below(words.len())].iter().copied());
            }
            5 => {
                let by = length.min(changed.len() - at);
                changed[at..].rotate_left(by);
            }
            _ => changed.truncate(at),
        }
    }
    changed
}

fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let part = |index| {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        (file.name().unwrap().to_string(), bytes)
    };
    (0..zip::ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(part).collect()
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = if name == "mimetype" { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        zip.start_file(name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    );
    zipped(&[("word/document.xml".into(), document.into_bytes())])
}

fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>{body}</office:text></office:body></office:document-content>"#
    );
    let kind = "application/vnd.oasis.opendocument.text";
    zipped(&[("mimetype".into(), kind.into()), ("content.xml".into(), content.into_bytes())])
}

fn xml(body: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\"?><officiele-publicatie><kamerstuk><tekst>{body}</tekst></kamerstuk></officiele-publicatie>")
        .into_bytes()
}

fn html(body: &str) -> Vec<u8> {
    format!("<!DOCTYPE html><html><body>{body}</body></html>").into_bytes()
}

fn nested(open: &str, inside: &str, close: &str, depth: usize) -> String {
    format!("{}{inside}{}", open.repeat(depth), close.repeat(depth))
}

/// On a thread with the stack that reading in gives its readers, or a deep file would only try the test's own stack.
fn on_a_reading_stack(work: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(16 << 20).spawn(work).unwrap().join().unwrap();
}

#[test]
fn deep_nesting_is_bounded() {
    on_a_reading_stack(|| {
        let deep = 100_000;
        let files = [
            (
                "diep.docx",
                docx(&nested(
                    "<w:tbl><w:tr><w:tc>",
                    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
                    "</w:tc></w:tr></w:tbl>",
                    deep,
                )),
            ),
            (
                "diep.docx",
                docx(&nested(
                    "<w:sdt><w:sdtContent>",
                    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
                    "</w:sdtContent></w:sdt>",
                    deep,
                )),
            ),
            (
                "diep.odt",
                odt(&nested(
                    "<text:list><text:list-item>",
                    "<text:p>x</text:p>",
                    "</text:list-item></text:list>",
                    deep,
                )),
            ),
            ("diep.odt", odt(&nested("<text:span>", "x", "</text:span>", deep))),
            ("diep.xml", xml(&nested("<lijst><li>", "<al>x</al>", "</li></lijst>", deep))),
            ("diep.xml", xml(&nested("<nadruk>", "x", "</nadruk>", deep))),
            ("diep.html", html(&nested("<div><table><tr><td>", "x", "</td></tr></table></div>", deep / 10))),
            ("diep.html", html(&nested("<b><i>", "x", "</i></b>", deep / 10))),
            ("diep.html", html(&"<p><b><i><u>".repeat(deep / 10))),
            ("diep.md", "> ".repeat(deep).into_bytes()),
            ("diep.md", "**_[".repeat(deep).into_bytes()),
            ("diep.txt", "(".repeat(deep * 10).into_bytes()),
        ];
        for (name, bytes) in files {
            let _ = attempt(name, &bytes);
        }
    });
}

#[test]
fn very_many_parts_are_bounded() {
    on_a_reading_stack(|| {
        let many = 1_000_000;
        let notes: String = (0..20_000).fold(String::new(), |mut all, n| {
            let _ = write!(all, "<al>x<noot><noot.nr>{n}</noot.nr><noot.al>y</noot.al></noot></al>");
            all
        });
        let marks: String = (0..20_000).fold(String::from("Vraag 1\n\n"), |mut all, n| {
            let _ = write!(all, "Antwoord [{n}] bij <sup>{n}</sup> en {n}) ");
            all
        });
        let files = [
            ("veel.docx", docx(&"<w:p/>".repeat(many))),
            ("veel.docx", docx(&"<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(many / 10))),
            ("veel.odt", odt(&"<text:p/>".repeat(many))),
            (
                "veel.odt",
                odt(&format!("<text:p><text:s text:c=\"4000000000\"/>x</text:p>{}", "<text:tab/>".repeat(1_000))),
            ),
            (
                "veel.odt",
                odt(
                    "<table:table><table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell table:number-columns-repeated=\"1000000000\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>",
                ),
            ),
            ("veel.xml", xml(&"<al/>".repeat(many))),
            ("veel.xml", xml(&notes)),
            ("veel.html", html(&"<p></p>".repeat(many / 2))),
            ("veel.html", html(&"<sup>1</sup> x ".repeat(many / 20))),
            ("veel.md", marks.into_bytes()),
            ("veel.txt", "Vraag 1\nAntwoord 1\n".repeat(many / 20).into_bytes()),
            ("veel.txt", "1) ".repeat(many / 10).into_bytes()),
            ("veel.txt", "[1] ".repeat(many / 10).into_bytes()),
        ];
        for (name, bytes) in files {
            let _ = attempt(name, &bytes);
        }
    });
}

/// What took minutes or gigabytes once: now a reason, at once.
#[test]
fn what_would_take_minutes_or_gigabytes_is_told() {
    let attributes: String = (0..400_000).fold(String::from("<body "), |mut all, n| {
        let _ = write!(all, "a{n}=1 ");
        all
    });
    let files = [
        ("attributen.html", html(&attributes)),
        ("div.html", html(&"<div>".repeat(3_000_000))),
        ("alinea.md", "# Kop\n\n- punt\n\n".repeat(300_000).into_bytes()),
        ("groot.md", vec![b'a'; 17 << 20]),
    ];
    for (name, bytes) in files {
        let reason = attempt(name, &bytes).unwrap_err();
        assert!(reason.to_string().contains("te groot"), "{name}: {reason}");
    }
}

#[test]
fn entities_are_not_expanded() {
    let mut entities = String::from("<!ENTITY a0 \"dijk\">");
    for n in 1..12 {
        let _ = write!(entities, "<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10));
    }
    let laughs =
        format!("<?xml version=\"1.0\"?><!DOCTYPE x [{entities}]><kamerstuk><al>Kop</al><al>&a11;</al></kamerstuk>");
    let outside = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><kamerstuk><al>Kop &f;</al></kamerstuk>";
    for bytes in [laughs.into_bytes(), outside.as_bytes().to_vec()] {
        if let Ok(doc) = read("lach.xml", &bytes) {
            assert!(doc.text().len() < 1_000 && !doc.text().contains("root:"), "{}", doc.text());
        }
    }
}

#[test]
fn zip_bombs_are_told() {
    let zeros = "<w:p><w:r><w:t>0</w:t></w:r></w:p>".repeat(4_000_000);
    let reason = attempt("bom.docx", &docx(&zeros)).unwrap_err();
    assert!(reason.to_string().contains("te groot"), "{reason}");
    let reason = attempt("bom.odt", &odt(&"<text:p> </text:p>".repeat(8_000_000))).unwrap_err();
    assert!(reason.to_string().contains("te groot"), "{reason}");
}

#[test]
fn what_is_not_read_says_what_to_do() {
    for (bytes, what, advice) in [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....".as_slice(), ".doc", "sla het op als .docx"),
        (b"{\\rtf1 brief}", "RTF", "sla het op als .docx"),
        (b"\x89PNG....", "afbeelding", "lees het document"),
        (b"PK\x03\x04....xl/workbook.xml", "rekenblad", "sla het op"),
        (b"7z\xbc\xaf\x27\x1c", "7z", "pak het uit"),
    ] {
        let reason = read("brief.docx", bytes).unwrap_err().to_string();
        assert!(reason.contains(what) && reason.contains(advice), "{reason}");
    }
}
