//! `track`: one motion through all documents, or all of them in a line each.

use super::Outcome;
use super::arguments::{Common, Format, Track};
use crate::store::{About, Store};
use crate::view::{Gathered, Page, Trail, gather, matrix, motions, track};
use anyhow::Result;

pub(super) fn run(args: &Track, common: &Common) -> Result<Outcome> {
    let format = common.format_of(
        "track",
        &[Format::Table, Format::Markdown, Format::Html, Format::Docx, Format::Json, Format::Jsonl],
    )?;
    let typed = args.motion.join(" ");
    let store = Store::open(&common.index)?;
    let (since, later) = super::since::asked(&store, args.sinds, args.sinds_inlezen.as_deref())?;
    let all = typed.trim().is_empty();
    let keys = if all { Vec::new() } else { gather::meant(&store, &typed)? };
    if !all && keys.is_empty() {
        anstream::eprintln!("{}", nothing(&typed, &store)?);
        return Ok(Outcome::Nothing);
    }
    let about = About { motions: keys.iter().cloned().collect(), ..About::default() };
    let gathered = Gathered::about(&store, &about, later.as_ref())?;
    let trails = &gathered.trails;
    let meant: Vec<&Trail> =
        if all { matrix::liveliest(trails) } else { trails.trails.iter().filter(|t| keys.contains(&t.key)).collect() };
    match (format, meant.as_slice()) {
        (Format::Json, [one]) => common.write_json(one)?,
        (Format::Json, several) if !several.is_empty() => common.write_json(&several)?,
        (Format::Jsonl, several) => common.write_lines(several)?,
        (_, []) => {}
        (_, [one]) if !all => common.write_page(&track::page(one, trails, common.today(), since), format)?,
        (_, several) => common.write_page(&list(&typed, several, &gathered), format)?,
    }
    if meant.is_empty() {
        anstream::eprintln!("{}", nothing(&typed, &store)?);
        return Ok(Outcome::Nothing);
    }
    Ok(Outcome::Done)
}

fn list(typed: &str, found: &[&Trail], gathered: &Gathered) -> Page {
    let mut page = Page::default();
    if !typed.trim().is_empty() {
        page.text(format!("Meer dan één motie past bij `{typed}`; kies er een met zijn nummer:"));
    }
    page.pieces.extend(motions::list(found).pieces);
    if typed.trim().is_empty() {
        motions::loose(&mut page, &gathered.trails);
        gathered.put_part(&mut page);
    }
    page
}

/// What to say where nothing fits: how much there is, and how to go on.
pub(super) fn nothing(typed: &str, store: &Store) -> Result<String> {
    let mut keys: Vec<String> = store.motion_names()?.into_iter().map(|(key, _)| key).collect();
    keys.sort();
    keys.dedup();
    if keys.is_empty() {
        let how = "lees moties in, of stukken die ze noemen: kamerspoor ingest MAP";
        return Ok(format!("er staat nog geen motie in de index; {how}"));
    }
    let known = crate::view::words::count(keys.len(), "motie", "moties");
    Ok(format!(
        "geen motie gevonden voor `{typed}`; de index kent {known}\n  alle moties: kamerspoor track\n  zoeken in de tekst: \
         kamerspoor search \"{typed}\""
    ))
}
