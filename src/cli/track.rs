//! `track`: one motion through all documents, or all of them in a line each.

use super::Outcome;
use super::arguments::{Common, Format, Track};
use crate::store::Store;
use crate::view::{Gathered, Page, Trail, Trails, matrix, track};
use anyhow::Result;

pub(super) fn run(args: &Track, common: &Common) -> Result<Outcome> {
    let format = common.format_of(
        "track",
        &[Format::Table, Format::Markdown, Format::Html, Format::Docx, Format::Json, Format::Jsonl],
    )?;
    let typed = args.motion.join(" ");
    let store = Store::open(&common.index)?;
    let (since, later) = super::since::asked(&store, args.sinds, args.sinds_inlezen.as_deref())?;
    let trails = Gathered::all(&store, later.as_ref())?.trails;
    let meant: Vec<&Trail> = if typed.trim().is_empty() { matrix::liveliest(&trails) } else { trails.meant(&typed) };
    match (format, meant.as_slice()) {
        (Format::Json, [one]) => common.write_json(one)?,
        (Format::Json, all) if !all.is_empty() => common.write_json(&all)?,
        (Format::Jsonl, all) => common.write_lines(all)?,
        (_, []) => {}
        (_, [one]) if !typed.trim().is_empty() => {
            common.write_page(&track::page(one, &trails, common.today(), since), format)?;
        }
        (_, all) => common.write_page(&several(&typed, all, &trails), format)?,
    }
    if meant.is_empty() {
        anstream::eprintln!("{}", nothing(&typed, &trails));
        return Ok(Outcome::Nothing);
    }
    Ok(Outcome::Done)
}

fn several(typed: &str, found: &[&Trail], trails: &Trails) -> Page {
    let mut page = Page::default();
    if !typed.trim().is_empty() {
        page.text(format!("Meer dan één motie past bij `{typed}`; kies er een met zijn nummer:"));
    }
    page.pieces.extend(track::list(found).pieces);
    if typed.trim().is_empty() {
        track::loose(&mut page, trails);
    }
    page
}

/// What to say where nothing fits: how much there is, and how to go on.
pub(super) fn nothing(typed: &str, trails: &Trails) -> String {
    if trails.trails.is_empty() {
        return "er staat nog geen motie in de index; lees moties in, of stukken die ze noemen: kamerspoor ingest MAP"
            .into();
    }
    let known = crate::view::words::count(trails.trails.len(), "motie", "moties");
    format!(
        "geen motie gevonden voor `{typed}`; de index kent {known}\n  alle moties: kamerspoor track\n  zoeken in de tekst: \
         kamerspoor search \"{typed}\""
    )
}
