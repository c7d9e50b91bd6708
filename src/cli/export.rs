//! `export`: everything that was read, in files for another engine.

use super::Outcome;
use super::arguments::{Common, Export, To};
use crate::records::RecordKind;
use crate::store::{Filter, Store};
use crate::view::bulk;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

pub(super) fn run(args: &Export, common: &Common) -> Result<Outcome> {
    let To::Bulk = args.to;
    let store = Store::open(&common.index)?;
    std::fs::create_dir_all(&args.folder).with_context(|| unwritable(&args.folder))?;
    let (mut passages, mut records) = (0u64, 0u64);
    file(&args.folder, "passages.ndjson", |out| {
        for passage in store.passages()? {
            out.write_all(bulk::passage(&passage?).as_bytes())?;
            passages += 1;
        }
        Ok(())
    })?;
    file(&args.folder, "records.ndjson", |out| {
        for kind in RecordKind::ALL.iter().copied() {
            for record in store.records(kind, &Filter::default())? {
                out.write_all(bulk::record(kind.name(), &record?).as_bytes())?;
                records += 1;
            }
        }
        Ok(())
    })?;
    file(&args.folder, "mapping.json", |out| Ok(writeln!(out, "{:#}", bulk::mapping())?))?;
    common.write_text(&format!(
        "{}: {passages} passages, {records} gegevens en de mapping.\nMaak eerst elke index uit mapping.json met PUT \
         /<index>, en stuur daarna elk .ndjson-bestand met POST /_bulk (Content-Type: application/x-ndjson), in \
         stukken van een paar MB: split -l 20000.\n",
        args.folder.display()
    ))?;
    Ok(Outcome::Done)
}

fn file(folder: &Path, name: &str, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let path = folder.join(name);
    let mut out = BufWriter::new(File::create(&path).with_context(|| unwritable(&path))?);
    fill(&mut out)?;
    out.flush().with_context(|| unwritable(&path))
}

fn unwritable(path: &Path) -> String {
    format!("{}: kan niet worden geschreven", path.display())
}
