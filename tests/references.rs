//! References and names, held against the official publications: what the recogniser finds in the words alone must be what
//! their editors put in the attributes. Skipped, and said so, where the shared folder is absent.

use kamerspoor::lexicon::is_member;
use kamerspoor::rules::{canonical, in_text, motion_title};
use regex::Regex;
use std::fs;
use std::path::PathBuf;

fn corpus(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(folder);
    if !path.exists() {
        println!("overgeslagen: {} is er niet", path.display());
        return None;
    }
    Some(path)
}

fn stripped(xml: &str) -> String {
    Regex::new("<[^>]*>").unwrap().replace_all(xml, "").replace("&amp;", "&")
}

#[test]
fn words_alone_give_the_references_that_editors_marked() {
    let Some(folder) = corpus("moties-xml") else { return };
    let paragraph = Regex::new(r"(?s)<al>.*?</al>").unwrap();
    let marked = Regex::new(r#"(?s)<(?:extref[^>]*doc|dossierref[^>]*dossier)="([^"]*)"[^>]*>(.*?)</"#).unwrap();
    let (mut all, mut wrong) = (0, Vec::new());
    for file in fs::read_dir(folder).unwrap().flatten() {
        let xml = fs::read_to_string(file.path()).unwrap();
        for paragraph in paragraph.find_iter(&xml) {
            let text = stripped(paragraph.as_str());
            let found = in_text(&text);
            for mark in marked.captures_iter(paragraph.as_str()) {
                let Some(key) = canonical(&mark[1]) else { continue };
                all += 1;
                let words = stripped(&mark[2]);
                if !found
                    .iter()
                    .any(|f| f.key.as_deref() == Some(&key) && (f.raw.contains(&words) || words.contains(&f.raw)))
                {
                    let got: Vec<_> = found.iter().map(|f| (&f.raw, &f.key)).collect();
                    wrong.push(format!("{}: “{words}” is {key}; gevonden {got:?}", file.path().display()));
                }
            }
        }
    }
    println!("verwijzingen met attribuut: {all}, anders gelezen: {}\n{}", wrong.len(), wrong.join("\n"));
    assert!(all > 50 && wrong.len() * 100 <= all, "{}", wrong.join("\n"));
}

#[test]
fn every_title_of_the_open_data_is_read_whole() {
    let Some(folder) = corpus("odata") else { return };
    for (file, least) in [("Zaak-moties.json", 2000), ("Zaak-moties-2022-2023-met-stemmingen.json", 400)] {
        let json: serde_json::Value = serde_json::from_slice(&fs::read(folder.join(file)).unwrap()).unwrap();
        let cases = json.get("value").unwrap_or(&json).as_array().unwrap();
        let titles: Vec<&str> = cases.iter().filter_map(|z| z["Onderwerp"].as_str()).collect();
        let mut wrong = Vec::new();
        for title in &titles {
            let Some(read) = motion_title(title) else {
                wrong.push(format!("niet gelezen: {title}"));
                continue;
            };
            let names: Vec<_> = read.indieners.iter().map(|p| p.naam.as_str()).collect();
            let odd = names
                .iter()
                .any(|n| !is_member(n) && n.contains(' ') && !n.starts_with("Van") && !n.starts_with("De "));
            let replaced = title.contains("t.v.v.") && read.replaces.is_none();
            if read.subject.len() < 5 || odd || replaced || names.is_empty() {
                wrong.push(format!("{title}\n    {names:?} | {} | {:?}", read.subject, read.replaces));
            }
        }
        println!("{file}: {} titels, niet geheel gelezen: {}\n{}", titles.len(), wrong.len(), wrong.join("\n"));
        assert!(titles.len() >= least && wrong.len() * 200 <= titles.len(), "{}", wrong.join("\n"));
    }
}
