//! `manifest.toml`: what a folder says of the documents in it. The border: text in, entries out; finding the file and
//! reading it is for `store`, and a manifest never contradicts a document, it only fills what the document lacks.
//!
//! ```toml
//! [[document]]
//! file = "brief.txt"            # required: the file's name, or its path from the manifest's folder
//! id = "kst-30000-12"           # its official number
//! date = "2024-05-14"           # the day it was signed, proposed or received
//! url = "https://…"             # where the official document is
//! title = "Voortgang fietspaden"
//! what = "Kamerbrief over …"    # for the reader of the folder
//! ```

use super::Meta;
use crate::text::Date;
use serde::Deserialize;

/// What a folder says of its documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    #[serde(default, rename = "document")]
    entries: Vec<ManifestEntry>,
}

/// What a folder says of one document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestEntry {
    /// The file's name, or its path from the manifest's folder with `/` between the parts.
    pub file: String,
    /// Its official number: `kst-26643-1329`.
    pub id: Option<String>,
    /// The day it was signed, proposed or received.
    #[serde(default, deserialize_with = "day")]
    pub date: Option<Date>,
    /// Where the official document is.
    pub url: Option<String>,
    /// Its title or subject.
    pub title: Option<String>,
    /// What it is, for a person.
    pub what: Option<String>,
}

/// A day, written as text or as a TOML date.
fn day<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Option<Date>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Day {
        Text(String),
        Toml(toml::value::Datetime),
    }
    let text = match Day::deserialize(source)? {
        Day::Text(text) => text,
        Day::Toml(day) => day.to_string(),
    };
    let wrong = || serde::de::Error::custom(format!("\"{text}\" is geen dag, schrijf bijvoorbeeld \"2025-03-13\""));
    text.trim().parse().map(Some).map_err(|_| wrong())
}

impl Manifest {
    /// Reads a manifest. The error says in Dutch what is wrong and on which line.
    ///
    /// ```
    /// use kamerspoor::document::{Manifest, Meta};
    /// let manifest = Manifest::parse("[[document]]\nfile = \"brief.txt\"\ndate = \"2024-05-14\"").unwrap();
    /// let mut meta = Meta::default();
    /// manifest.fill("map/brief.txt", &mut meta);
    /// assert_eq!(meta.date.unwrap().to_string(), "2024-05-14");
    /// assert_eq!(meta.date_from.as_deref(), Some("manifest"));
    /// ```
    pub fn parse(text: &str) -> Result<Manifest, String> {
        let manifest: Manifest = toml::from_str(text).map_err(|e| {
            let line = e.span().and_then(|s| text.get(..s.start)).map(|before| before.matches('\n').count() + 1);
            let place = line.map(|l| format!(" (regel {l})")).unwrap_or_default();
            format!("manifest.toml is niet te lezen: {}{place}", e.message().trim())
        })?;
        let twice =
            manifest.entries.iter().enumerate().find(|(i, e)| manifest.entries[..*i].iter().any(|o| o.file == e.file));
        match twice {
            Some((_, entry)) => Err(format!("manifest.toml noemt {} twee keer", entry.file)),
            None => Ok(manifest),
        }
    }

    /// All entries, in the order of the file.
    pub fn entries(&self) -> &[ManifestEntry] {
        &self.entries
    }

    /// What is said of a file, by its path or its name alone.
    pub fn entry(&self, file: &str) -> Option<&ManifestEntry> {
        let file = file.replace('\\', "/");
        let ends = |entry: &&ManifestEntry| {
            let rest = file.strip_suffix(entry.file.trim_start_matches("./"));
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        // The longest path wins, so that `2025/brief.txt` goes before `brief.txt`.
        self.entries.iter().filter(ends).max_by_key(|e| e.file.len())
    }

    /// Fills number, day and title where the text of `file` gave none; a day filled so is marked as from the manifest.
    pub fn fill(&self, file: &str, meta: &mut Meta) {
        let Some(entry) = self.entry(file) else { return };
        meta.id = meta.id.take().or_else(|| entry.id.clone());
        meta.title = meta.title.take().or_else(|| entry.title.clone());
        // A day guessed from the file's name gives way to one that a person wrote down.
        let guessed = meta.date_from.as_deref() == Some("bestandsnaam");
        if let Some(date) = entry.date.filter(|_| meta.date.is_none() || guessed) {
            meta.date = Some(date);
            meta.date_from = Some("manifest".to_string());
        }
        if meta.dossiers.is_empty() {
            let number = entry.id.as_deref().and_then(|id| id.strip_prefix("kst-")?.rsplit_once('-'));
            meta.dossiers.extend(number.map(|(dossier, _)| dossier.to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_goes_before_the_manifest() {
        let manifest = Manifest::parse(
            "[[document]]\nfile = \"a.txt\"\nid = \"kst-30000-VI-2\"\ndate = 2024-01-02\n[[document]]\nfile = \"oud/a.txt\"\ntitle = \"Oud\"",
        )
        .unwrap();
        let mut meta = Meta { date: "2020-05-05".parse().ok(), ..Meta::default() };
        manifest.fill("/data/a.txt", &mut meta);
        assert_eq!((meta.id.as_deref(), meta.date_from.as_deref()), (Some("kst-30000-VI-2"), None));
        assert_eq!(meta.dossiers, ["30000-VI"]);
        assert_eq!(meta.date.unwrap().to_string(), "2020-05-05");
        assert_eq!(manifest.entry("oud/a.txt").unwrap().title.as_deref(), Some("Oud"));
        assert!(manifest.entry("bla.txt").is_none());
    }

    #[test]
    fn a_wrong_manifest_says_what_and_where() {
        let wrong = |text: &str| Manifest::parse(text).unwrap_err();
        assert!(wrong("[[document]]\nfile = \"a\"\ndate = \"gisteren\"").contains("regel 3"));
        assert!(wrong("[[document]]\nfile = \"a\"\ndatum = \"2024-01-01\"").contains("datum"));
        assert!(wrong("[[document]]\nfile = \"a\"\n[[document]]\nfile = \"a\"").contains("twee keer"));
        assert!(Manifest::parse("").unwrap().entries().is_empty());
    }

    #[test]
    fn the_manifest_of_our_own_corpus_names_every_specimen() {
        let manifest = Manifest::parse(include_str!("../../corpus/manifest.toml")).unwrap();
        assert_eq!(manifest.entries().len(), 14);
        assert_eq!(manifest.entry("kst-26643-1329.txt").unwrap().date.unwrap().to_string(), "2025-04-07");
    }
}
