//! All motions in a line each, and those no number could be found for. The border: the trail of one is in [`super::track`].

use super::page::{Page, Table, Words};
use super::track::{people, source};
use super::trail::{Trail, Trails};
use super::words;

/// All motions, a line each, and those that documents name without a number.
pub fn list(trails: &[&Trail]) -> Page {
    let mut page = Page::default();
    let mut table = Table::new(["Motie", "Titel", "Uitslag", "Gemeld door"]);
    for trail in trails {
        let uitslag: Vec<String> = trail.uitslag().into_iter().map(|a| a.value).collect();
        let by: Vec<String> = super::matrix::actors(&[trail]);
        let title = trail.subject().unwrap_or_default();
        table.row([words::printed(&trail.key), words::short(&title, 80), uitslag.join(" / "), by.join(", ")]);
    }
    page.table(table);
    page
}

/// Motions that documents name without a number that could be resolved.
pub fn loose(page: &mut Page, trails: &Trails) {
    if trails.loose.is_empty() {
        return;
    }
    page.heading(2, "Genoemd zonder nummer, niet gekoppeld");
    for motion in &trails.loose {
        let title = motion.said.title.clone().unwrap_or_else(|| "zonder titel".into());
        let by = people(&motion.said.indieners);
        let mut said = Words::default().strong(words::short(&title, 120));
        if !by.is_empty() {
            said = said.plain(format!(" ({by})"));
        }
        if !motion.said.candidates.is_empty() {
            let keys: Vec<String> = motion.said.candidates.iter().map(|k| words::printed(k)).collect();
            said = said.plain(format!("; misschien {}", words::listed(&keys)));
        }
        page.item(said);
        page.source(source(&motion.document, motion.said.evidence.first()));
    }
}
