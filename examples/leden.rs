//! Brings `src/lexicon/members.tsv` up to date with the Chamber's open data, and prints it:
//! `cargo run --example leden -- Zaak.json… > leden.tsv`.
//!
//! The files are answers of `gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Zaak?$expand=ZaakActor`: every motion names who
//! moved it, with the party of that day. What the list knows already stays; a member or party it does not know on that
//! day is added from the first day seen. Nothing is taken out: who has left still stands in older papers.

use kamerspoor::lexicon::{is_member, member, party};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    let known = include_str!("../src/lexicon/members.tsv");
    let mut seen: BTreeMap<(String, &'static str), jiff::civil::Date> = BTreeMap::new();
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        return Err("geef een of meer bestanden met zaken (OData, met ZaakActor)".into());
    }
    for file in &files {
        let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
        let data: Value = serde_json::from_str(&text).map_err(|e| format!("{file}: {e}"))?;
        let cases = data["value"].as_array().cloned().unwrap_or_else(|| vec![data]);
        for case in &cases {
            let Some(day) = case["GestartOp"].as_str().and_then(|d| d.get(..10)?.parse().ok()) else { continue };
            for actor in case["ZaakActor"].as_array().into_iter().flatten() {
                let (name, label) = (actor["ActorNaam"].as_str(), actor["ActorFractie"].as_str());
                let (Some(name), Some(party)) = (name.and_then(surname), label.and_then(party)) else { continue };
                let bare = name.split_once(' ').and_then(|(_, rest)| surname(rest)).unwrap_or_default();
                if member(&name, day) != Some(party) && member(&bare, day) != Some(party) {
                    let first = seen.entry((name, party)).or_insert(day);
                    *first = day.min(*first);
                }
            }
        }
    }
    let mut lines: Vec<String> = known.lines().filter(|l| !l.starts_with('#')).map(str::to_string).collect();
    let mut added = 0;
    for ((name, party), day) in seen {
        // A name the list has under another party that day may be two members of one name; that is for a person.
        if is_member(&name) && member(&name, day).is_none() {
            eprintln!("nakijken: {name} ({party}) op {day}; de lijst kent die naam met een andere of zonder fractie");
            continue;
        }
        lines.push(format!("{name}\t{party}\t{day}\t"));
        added += 1;
    }
    lines.sort();
    let mut out = std::io::stdout().lock();
    for line in known.lines().filter(|l| l.starts_with('#')).chain(lines.iter().map(String::as_str)) {
        writeln!(out, "{line}")?;
    }
    eprintln!("{added} regels erbij");
    Ok(())
}

/// "A.H. van Kuiken" as motions print it: "Van Kuiken"; "(Inge) van Dijk" keeps the first name that tells two apart.
fn surname(name: &str) -> Option<String> {
    let name = name.replace(['(', ')'], "");
    let words = name.split_whitespace().skip_while(|w| w.ends_with('.'));
    let rest = words.collect::<Vec<_>>().join(" ");
    let first = rest.chars().next()?;
    Some(first.to_uppercase().chain(rest.chars().skip(1)).collect())
}
