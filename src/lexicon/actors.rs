//! Ministries and organisations. The border: names in, abbreviations out; what an actor says is for `records`.

use crate::text::{Date, constant, fold};
use regex::{Regex, RegexBuilder};
use serde::Deserialize;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// What sort of actor an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActorKind {
    /// The cabinet as a whole; an actor of its own, never copied to every ministry.
    Rijksbreed,
    /// A ministry.
    Ministerie,
    /// An agency, executive body or zbo.
    Organisatie,
}

/// One actor of the lexicon (`actors.toml`, which names its sources).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// How records write it: `JenV`.
    pub abbr: String,
    /// What sort it is.
    pub kind: ActorKind,
    /// Other names: full, former, misspelt.
    pub names: Vec<String>,
    /// The ministry an organisation belongs to.
    pub parent: Option<String>,
    /// Identifier in the government's register of organisations.
    pub tooi: Option<String>,
    /// Budget chapter.
    pub hoofdstuk: Option<String>,
    /// First day it existed, where that matters.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

struct Actors {
    entries: Vec<Entry>,
    by_name: HashMap<String, usize>,
    anywhere: Regex,
}

static ACTORS: LazyLock<Actors> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct File {
        actor: Vec<Entry>,
    }
    let file: File = toml::from_str(include_str!("actors.toml")).expect("actors.toml is checked by a test");
    let mut by_name = HashMap::new();
    let mut names = Vec::new();
    for (index, entry) in file.actor.iter().enumerate() {
        for name in entry.names.iter().chain([&entry.abbr]) {
            by_name.entry(fold(name)).or_insert(index);
            // In running text a one-word name such as "Defensie" or "Toeslagen" is found only with its capital.
            names.push(name.clone());
        }
    }
    names.sort_by_key(|n| std::cmp::Reverse(n.len()));
    let pattern = names.iter().map(|n| regex::escape(n).replace(' ', r"\s+")).collect::<Vec<_>>().join("|");
    let anywhere = RegexBuilder::new(&format!(r"\b(?:{pattern})\b")).size_limit(1 << 24).build();
    Actors { entries: file.actor, by_name, anywhere: anywhere.expect("names are escaped") }
});

/// All actors, in the order of the file.
pub fn entries() -> &'static [Entry] {
    &ACTORS.entries
}

/// The actor that `name` names as a whole, such as a sub-heading: "Ministerie van Justitie en Veiligheid", "JenV",
/// "Minister van VWS", "Rijksbreed", "NZa". A trailing colon and case do not count.
pub fn actor(name: &str) -> Option<&'static Entry> {
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:(?:antwoord|reactie) van )?(?:de |het )?(?:(?:demissionair )?(?:ministerie|minister|staatssecretaris|departement)(?: van| voor)? (?:de |het )?)?",
        )
    });
    let folded = fold(name.trim().trim_end_matches(':'));
    let find = |n: &str| ACTORS.by_name.get(n).map(|i| &ACTORS.entries[*i]);
    let inside = folded.rsplit_once(" (").map(|(before, abbr)| (before, abbr.trim_end_matches(')')));
    find(&folded)
        .or_else(|| find(&LEAD.replace(&folded, "")))
        .or_else(|| inside.and_then(|(before, abbr)| find(abbr).or_else(|| find(&LEAD.replace(before, "")))))
}

/// The ministry that `name` names as a whole, by abbreviation or any name.
pub fn ministry(name: &str) -> Option<&'static Entry> {
    actor(name).filter(|e| e.kind == ActorKind::Ministerie)
}

/// The ministry an actor belongs to: itself for a ministry, the parent for an organisation, `None` for Rijksbreed.
pub fn ministry_of(abbr: &str) -> Option<&'static str> {
    let entry = actor(abbr)?;
    match entry.kind {
        ActorKind::Ministerie => Some(&entry.abbr),
        ActorKind::Organisatie => entry.parent.as_deref(),
        ActorKind::Rijksbreed => None,
    }
}

/// Every actor named in running text, with the bytes of the name; longest names first, no overlaps. Case counts here.
pub fn actors_in(text: &str) -> impl Iterator<Item = (Range<usize>, &'static Entry)> + '_ {
    ACTORS.anywhere.find_iter(text).filter_map(|m| Some((m.range(), actor(m.as_str())?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_their_actor() {
        let abbr = |name| actor(name).map(|e| e.abbr.as_str());
        assert_eq!(abbr("Ministerie van Justitie en Veiligheid "), Some("JenV"));
        assert_eq!(abbr("Ministerie van Volksgezondheid, Welzijn en Sport"), Some("VWS"));
        assert_eq!(abbr("RIJKSBREED:"), Some("Rijksbreed"));
        assert_eq!(abbr("De staatssecretaris van BZK"), Some("BZK"));
        assert_eq!(abbr("Nederlandse Zorgautoriteit (NZa)"), Some("NZa"));
        assert_eq!(abbr("Ministerie van Toverij"), None);
        assert_eq!(ministry_of("RIVM"), Some("VWS"));
    }

    #[test]
    fn every_entry_is_whole() {
        for e in entries() {
            match e.kind {
                ActorKind::Organisatie => {
                    let parent = e.parent.as_deref().and_then(ministry);
                    assert!(parent.is_some(), "{}: geen ministerie", e.abbr);
                }
                _ => assert!(e.parent.is_none(), "{}: een ministerie heeft geen ouder", e.abbr),
            }
        }
    }

    #[test]
    fn names_in_running_text() {
        let text = "De ministeries van Financiën en Landbouw, Visserij, Voedselzekerheid en Natuur, alsmede DUS-I.";
        let found: Vec<_> = actors_in(text).map(|(_, e)| e.abbr.as_str()).collect();
        assert_eq!(found, ["FIN", "LVVN", "DUS-I"]);
    }
}
