//! Motions against the world: every official motion in `../shared/corpus` against the Chamber's own register and against
//! its own XML read by a much simpler script; and our specimens, whose every fact is known.

use kamerspoor::document::{Document, Kind};
use kamerspoor::read::read;
use kamerspoor::text::fold;
use regex::Regex;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The real documents; `None`, said aloud, where they are not there.
fn shared(what: &str) -> Option<PathBuf> {
    let folder = root().join("../shared/corpus").join(what);
    let there = folder.exists();
    if !there {
        eprintln!("overgeslagen: {} ontbreekt", folder.display());
    }
    there.then_some(folder)
}

fn open(path: &Path) -> Document {
    let bytes = std::fs::read(path).unwrap();
    read(&path.display().to_string(), &bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Number of each registered motion: its day and its title.
fn register(path: &Path) -> HashMap<String, (String, String)> {
    let whole: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let rows = whole.get("value").unwrap_or(&whole).as_array().unwrap();
    let mut found = HashMap::new();
    for row in rows {
        for document in row["Document"].as_array().into_iter().flatten() {
            let day = document["Datum"].as_str().unwrap_or_default().chars().take(10).collect::<String>();
            let title = row["Onderwerp"].as_str().unwrap_or_default().trim().to_string();
            if let Some(key) = document["HuidigeDocumentVersie"]["ExterneIdentifier"].as_str() {
                found.insert(key.to_string(), (day, title));
            }
        }
    }
    found
}

/// The names after the closing words, by a script that knows only `<al>`.
fn names_in(xml: &str) -> Option<Vec<String>> {
    let paragraph = Regex::new(r"(?s)<al>(.*?)</al>").unwrap();
    let tag = Regex::new(r"<[^>]+>").unwrap();
    let all: Vec<String> = paragraph
        .captures_iter(xml)
        .map(|c| tag.replace_all(&c[1], "").split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|p| !p.is_empty())
        .collect();
    let last = all.iter().rposition(|p| p.contains("over tot de"))?;
    Some(all[last + 1..].to_vec())
}

/// A name for comparison: case, accents and stray marks at its end do not count.
fn same(name: &str) -> String {
    let folded = fold(name).replace("d, van", "d. van");
    let kept = folded.trim_end_matches(['.', ',', ';', ' ']);
    kept.strip_suffix(" e").unwrap_or(kept).to_string()
}

#[test]
fn every_official_motion_is_read_as_the_register_and_its_own_xml_have_it() {
    let (Some(folder), Some(register_file)) = (shared("moties-xml"), shared("odata/Zaak-moties.json")) else { return };
    let register = register(&register_file);
    let first =
        Regex::new(r"(?i)motie (?:van )?(?:het lid|de leden) (.+?)(?:,| en | c\.?s\.?| over | een | t\.?v\.?v)")
            .unwrap();
    let mut exceptions: Vec<String> = Vec::new();
    let mut count = [0usize; 4];
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    paths.sort();
    for path in &paths {
        let key = path.file_stem().unwrap().to_string_lossy().to_string();
        let doc = open(path);
        let xml = std::fs::read_to_string(path).unwrap();
        assert_eq!(doc.meta.kind, Kind::Motie, "{key}");
        assert_eq!(doc.meta.id.as_deref(), Some(key.as_str()));
        assert_eq!(doc.motions.len(), 1, "{key}");
        let motion = &doc.motions[0];
        assert_eq!(motion.key.as_deref(), Some(key.as_str()));
        assert!(!motion.dicta.is_empty(), "{key}: geen dictum");
        assert!(!motion.title.is_empty(), "{key}: geen titel");
        assert!(
            doc.meta.dossiers.iter().any(|d| key.starts_with(&format!("kst-{d}-"))),
            "{key}: {:?}",
            doc.meta.dossiers
        );
        // The signatories against the file itself.
        let ours: Vec<String> = motion.signers.iter().map(|s| same(&s.person.naam)).collect();
        if let Some(names) = names_in(&xml) {
            assert_eq!(ours, names.iter().map(|n| same(n)).collect::<Vec<_>>(), "{key}");
        } else {
            count[0] += 1;
            assert!(!ours.is_empty(), "{key}: geen ondertekenaars");
        }
        for signer in &motion.signers {
            let words = doc.of(signer.span.unwrap());
            assert_eq!(same(words), same(&signer.person.naam), "{key}");
        }
        // The day and the first signatory against the register.
        let Some((day, title)) = register.get(&key) else {
            exceptions.push(format!("{key}: niet in het register"));
            continue;
        };
        let said = motion.date.map(|d| d.to_string());
        if said.as_deref() != Some(day.as_str()) {
            // The register has the day the paper came in; the text is what we read.
            let printed = said.as_ref().is_some_and(|d| xml.contains(&format!("isodatum=\"{d}\"")));
            assert!(printed || !xml.contains("isodatum"), "{key}: {said:?}, register {day}");
            exceptions.push(format!("{key}: datum {said:?}, register {day}"));
            count[1] += 1;
        }
        let registered = first.captures(title).map(|c| fold(&c[1]));
        if registered.as_deref() != ours.first().map(String::as_str) {
            exceptions.push(format!("{key}: eerste ondertekenaar {:?}, register {registered:?}", ours.first()));
            count[2] += 1;
        }
        // Every printed "ter vervanging van" leads somewhere.
        if motion.title.to_lowercase().contains("vervanging") {
            count[3] += 1;
            assert!(motion.replaces.is_some(), "{key}: {}", motion.title);
        }
    }
    for exception in &exceptions {
        eprintln!("{exception}");
    }
    eprintln!(
        "{} moties; zonder slotformule {}, andere datum {}, andere eerste ondertekenaar {}, ter vervanging {}",
        paths.len(),
        count[0],
        count[1],
        count[2],
        count[3]
    );
    // What is left is in the files themselves: a misprinted name ("Léon de Jon"), an initial for a first name, no day.
    assert!(count[0] <= 3 && count[1] <= 6 && count[2] <= 3, "{count:?}");
}

#[test]
fn motions_in_a_debate_report_carry_their_number_and_who_moved_them() {
    let Some(folder) = shared("handelingen-xml") else { return };
    let (mut motions, mut numbered, mut signed) = (0, 0, 0);
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let doc = open(&path);
        let printed = std::fs::read_to_string(&path).unwrap().matches("<motie ").count();
        assert!(doc.motions.len() >= printed, "{}: {} van {printed}", path.display(), doc.motions.len());
        assert!(!doc.text().contains('Ã'), "{}", path.display());
        motions += doc.motions.len();
        numbered += doc.motions.iter().filter(|m| m.key.is_some()).count();
        signed += doc.motions.iter().filter(|m| !m.signers.is_empty()).count();
    }
    eprintln!("{motions} moties in debatten, {numbered} met nummer, {signed} met indieners");
    assert!(motions >= 25 && numbered >= 25 && signed >= 24);
}

#[test]
fn our_specimens_say_what_we_know_of_the_nine_motions() {
    let known: [(u32, &[&str], usize, usize); 9] = [
        (1315, &["Kathmann", "Six Dijkstra", "Van der Werf"], 1, 3),
        (1316, &["Kathmann"], 1, 0),
        (1317, &["Kathmann", "Six Dijkstra", "Buijsse"], 2, 0),
        (1318, &["Kathmann"], 2, 0),
        (1319, &["Koekkoek"], 2, 0),
        (1320, &["Six Dijkstra", "Kathmann", "Van der Werf", "Koekkoek", "Ceder", "Van Nispen"], 1, 0),
        (1321, &["Buijsse"], 2, 0),
        (1322, &["Buijsse"], 1, 0),
        (1323, &["Van der Werf", "Kathmann", "Koekkoek", "Six Dijkstra"], 2, 0),
    ];
    for (number, signers, dicta, conditions) in known {
        let doc = open(&root().join(format!("corpus/kst-26643-{number}.xml")));
        let [motion] = doc.motions.as_slice() else { panic!("{number}: {} moties", doc.motions.len()) };
        assert_eq!(doc.meta.id, Some(format!("kst-26643-{number}")));
        assert_eq!(doc.meta.dossiers, ["26643"]);
        assert_eq!(motion.date.unwrap().to_string(), "2025-03-13");
        let names: Vec<_> = motion.signers.iter().map(|s| s.person.naam.as_str()).collect();
        assert_eq!(names, signers);
        assert_eq!(motion.dicta.len(), dicta, "{number}");
        assert_eq!(motion.dicta.iter().map(|d| d.items.len()).sum::<usize>(), conditions, "{number}");
        assert!(doc.of(motion.span.unwrap()).starts_with("De Kamer,"), "{number}");
    }
}
