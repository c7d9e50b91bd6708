//! Readers and genres as a user meets them: how each specimen is read, line by line, and what no input may do.

use kamerspoor::document::{BlockKind, Document, outline};
use kamerspoor::read::{ReadError, read};
use proptest::prelude::*;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The documents of a folder, in order; what is about the folder itself is left out.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(|p| p.is_file()).collect();
    found.retain(|p| !p.ends_with("README.md") && p.extension().is_some_and(|e| e != "toml" && e != "json"));
    found.sort();
    found
}

/// Compares with `tests/outlines`; `UPDATE_OUTLINES=1 cargo test --test read` writes them anew, to be read by a person.
#[test]
fn every_specimen_is_read_as_its_outline_says() {
    let update = std::env::var_os("UPDATE_OUTLINES").is_some();
    let mut wrong = Vec::new();
    for path in documents(&root().join("tests/specimens")).into_iter().chain(documents(&root().join("corpus"))) {
        let name = path.file_name().unwrap().to_string_lossy().to_string();
        let folder = path.parent().and_then(Path::file_name).unwrap().to_string_lossy().to_string();
        let golden = root().join("tests/outlines").join(format!("{folder}-{name}.txt"));
        let is = match read(&name, &std::fs::read(&path).unwrap()) {
            Ok(doc) => outline(&doc),
            Err(reason) => format!("{reason}\n"),
        };
        if update {
            std::fs::write(&golden, &is).unwrap();
        } else if std::fs::read_to_string(&golden).unwrap_or_default() != is {
            wrong.push(format!("{} is now read as:\n{is}", golden.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn whole(doc: &Document) -> Result<(), TestCaseError> {
    let text = doc.text();
    let mut last = 0;
    for block in &doc.blocks {
        prop_assert!(block.span.start() >= last && block.span.end() <= text.len());
        prop_assert!(text.get(block.span.range()).is_some());
        prop_assert!(!block.places.is_empty());
        prop_assert!(block.places.windows(2).all(|w| w[0].0 <= w[1].0), "{:?}", block.places);
        prop_assert!(doc.of(block.span).lines().count() <= 1);
        last = block.span.end();
        if let BlockKind::Row { cells, .. } = &block.kind {
            prop_assert!(cells.iter().all(|c| block.span.contains(*c) && text.get(c.range()).is_some()));
        }
    }
    for note in &doc.footnotes {
        prop_assert!(text.get(note.body.range()).is_some());
        prop_assert!(note.anchor.is_none_or(|at| text.is_char_boundary(at)));
    }
    for link in &doc.links {
        prop_assert!(text.get(link.span.range()).is_some());
    }
    for question in &doc.questions {
        let answers = question.answers.iter().map(|a| a.span);
        for span in question.questions.iter().copied().chain([question.question]).chain(answers) {
            prop_assert!(text.get(span.range()).is_some());
        }
    }
    Ok(())
}

/// Lines that readers and genres have something to say about, to be shuffled.
const LINES: &[&str] = &[
    "Vraag 1",
    "Vraag 2, 3: Klopt dat?",
    "Antwoord op vragen 2 en 3",
    "Antwoord: Ja. Vraag 4",
    "Rijksbreed",
    "Ministerie van Financiën en het ministerie van Défensie",
    "Zie vraag 2",
    "de tekst loopt door[footnoteRef:1] é² en <sup>2</sup>",
    "[1: noot [met] haken",
    "tot hier]",
    "<sup>2</sup> noot",
    "¹ noot",
    "---",
    "",
    "\u{c}",
    "# Kop *één*",
    "| a | b¹ |",
    "|---|---|",
    "a\tb",
    "2. Kader",
    "2.1 Doel",
    "Inhoud",
    "Doel ..... 4",
    "- punt **vet**",
    "Geachte voorzitter,",
    "26 643 Iets",
    "Nr. 4 Brief van de minister van",
    "Financiën",
    "De minister van Financiën,",
    "A. de Vries",
    "De heer Jansen (VVD): Ja.",
    "[1] bron",
    "klopt dat? [1] 1)",
    "1) bron",
    "[woord](#) \\( _x_ &nbsp; ***",
    "Vragen van de leden A, B (C) en d (beiden SP) aan de minister",
    "een lange regel die ergens over gaat en die zonder leesteken eindigt omdat hij wordt afge-",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_give_a_document_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in "[a-z]{1,4}\\.(txt|md|xml|pdf|docx)") {
        if let Ok(doc) = read(&name, &bytes) {
            whole(&doc)?;
        }
    }

    #[test]
    fn any_order_of_lines_gives_a_whole_document(picks in proptest::collection::vec(0..LINES.len(), 1..40), md in any::<bool>()) {
        let text = picks.iter().map(|p| LINES[*p]).collect::<Vec<_>>().join("\n");
        if let Ok(doc) = read(if md { "a.md" } else { "a.txt" }, text.as_bytes()) {
            whole(&doc)?;
            outline(&doc);
        }
    }

    #[test]
    fn any_words_give_a_whole_document(text in "\\PC{0,300}") {
        if let Ok(doc) = read("a.txt", text.as_bytes()) {
            whole(&doc)?;
        }
    }
}

#[test]
fn a_file_that_is_too_large_gives_its_reason_at_once() {
    let mut bytes = b"Geachte voorzitter, ".repeat(10 << 20);
    assert!(matches!(read("groot.txt", &bytes), Err(ReadError::TooLarge { .. })));
    bytes.truncate(65 << 20);
    let reason = read("groot.txt", &bytes).map_err(|e| e.to_string());
    assert!(reason.is_err_and(|e| e.contains("te groot") && e.contains("MB")));
}

#[test]
fn text_made_to_be_slow_is_read_all_the_same() {
    for part in
        ["[1: ", "Vraag 1: A? ", "<sup>1</sup>", "**_*", "[a](", "woord-\n", "¹ ", "| |\n", "((((", "zie vraag 1, "]
    {
        let text = format!("[footnoteRef:1] Vraag 1\n{}", part.repeat(200_000 / part.len()));
        let begun = std::time::Instant::now();
        let _ = read("traag.md", text.as_bytes());
        assert!(begun.elapsed().as_secs() < 20, "{part:?} duurt {:?}", begun.elapsed());
    }
}

#[test]
fn every_encoding_gives_the_same_document() {
    let words = "Geachte voorzitter,\n\nDe coördinatie kost € 5 – zegt ‘men’.\n";
    let plain = read("a.txt", words.as_bytes()).unwrap();
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xef\xbb\xbf\xef\xbb\xbf".as_slice(), words.as_bytes()].concat();
    let doubled: String = words.bytes().map(encoding).collect();
    for (name, bytes) in [("utf16", wide), ("bom", marked), ("dubbel", doubled.into_bytes())] {
        assert_eq!(read(name, &bytes).unwrap().text(), plain.text(), "{name}");
    }
}

/// One byte as Windows-1252 shows it.
fn encoding(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    if (0x80..0xa0).contains(&byte) { HIGH[usize::from(byte - 0x80)] } else { char::from(byte) }
}

/// The annotated documents stay outside the project; where they are, what is known of each as a whole must be read.
#[test]
fn annotated_documents_are_recognised() {
    let shared = root().join("../shared");
    let golden = documents_of(&shared.join("gold"));
    if golden.is_empty() {
        println!("overgeslagen: {} is er niet", shared.display());
    }
    for (stem, expected) in golden {
        let folder = shared.join("corpus/cloud");
        let path = documents(&folder).into_iter().find(|p| p.file_stem().is_some_and(|s| s == stem.as_str())).unwrap();
        let doc = read(&path.to_string_lossy(), &std::fs::read(&path).unwrap()).unwrap();
        let is = serde_json::json!({
            "kind": doc.meta.kind.name(), "id": doc.meta.id, "sender": doc.meta.sender, "title": doc.meta.title,
            "on_behalf_of": doc.meta.on_behalf_of, "signatory": doc.meta.signatory, "date": doc.meta.date,
            "asked": doc.meta.asked, "see_also": doc.meta.see_also,
            "questions": doc.questions.iter().map(|q| q.numbers.len()).sum::<usize>(),
            "askers": doc.meta.askers.iter().map(|p| p.naam.clone()).collect::<Vec<_>>(),
            "askers_parties": doc.meta.askers.iter().map(|p| p.fractie.clone()).collect::<Vec<_>>(),
        });
        let elsewhere = expected.get("date_source").is_some();
        for (field, value) in expected.as_object().unwrap() {
            if field != "date_source" && !(field == "date" && elsewhere) {
                assert_eq!(&is[field], value, "{stem}: {field}");
            }
        }
    }
}

/// The `document` part of every annotation, by the name of its document.
fn documents_of(folder: &Path) -> Vec<(String, serde_json::Value)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "json"));
    let parsed = paths.map(|p| {
        let json: serde_json::Value = serde_json::from_slice(&std::fs::read(&p).unwrap()).unwrap();
        (p.file_stem().unwrap().to_string_lossy().to_string(), json["document"].clone())
    });
    parsed.collect()
}
