//! A document made ready to be stored: everything that can be computed beside the writer, on another thread.

use super::doubles::sketch;
use super::passages::{Passage, passages};
use crate::document::Document;
use crate::records::{Actor, Evidence, Extraction, RecordKind};
use crate::text::{Date, Origin, Period, fold};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};

/// One document with all its rows.
pub(super) struct Prepared {
    pub(super) number: Option<String>,
    pub(super) kind: &'static str,
    pub(super) title: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) format: String,
    /// To know the same words by in another file.
    pub(super) sketch: Vec<u8>,
    pub(super) info: String,
    pub(super) document: String,
    pub(super) passages: Vec<PassageRow>,
    pub(super) records: Vec<RecordRow>,
    /// What the document can be filtered by: `motie`, `ministerie`, `dossier`, `lid`, `indiener`, and the value.
    pub(super) marks: BTreeSet<(&'static str, String)>,
}

pub(super) struct PassageRow {
    pub(super) first: usize,
    pub(super) heading: String,
    pub(super) text: String,
    pub(super) origin: Origin,
}

pub(super) struct RecordRow {
    pub(super) kind: RecordKind,
    pub(super) name: String,
    pub(super) key: Option<String>,
    pub(super) actors: Vec<Actor>,
    pub(super) date: Option<Date>,
    pub(super) due: Option<Date>,
    /// What it is counted by: the status of a follow-up, [`OWN`] for a motion's own text, [`TERM`] for a commitment.
    pub(super) state: Option<&'static str>,
    pub(super) json: String,
    pub(super) evidence: Vec<Evidence>,
}

/// State of a motion in its own text.
pub(super) const OWN: &str = "eigen tekst";
/// State of a commitment with a term that can pass.
pub(super) const TERM: &str = "termijn";

/// Makes a document and what was found in it ready.
pub(super) fn prepare(doc: &Document, found: &Extraction) -> serde_json::Result<Prepared> {
    let info = &found.document;
    let rows = passages(doc).into_iter().map(|Passage { heading, span }| PassageRow {
        first: span.start(),
        heading,
        text: doc.of(span).to_string(),
        origin: doc.origin_at(span.start()),
    });
    Ok(Prepared {
        number: info.id.clone(),
        kind: info.kind.name(),
        title: info.title.clone(),
        date: info.date,
        format: doc.format.clone(),
        sketch: sketch(doc),
        info: serde_json::to_string(info)?,
        document: serde_json::to_string(doc)?,
        passages: rows.collect(),
        records: records(found)?,
        marks: marks(found),
    })
}

fn records(found: &Extraction) -> serde_json::Result<Vec<RecordRow>> {
    let mut rows = Rows { source: &found.document.source, seen: HashMap::new(), done: Vec::new() };
    let day = found.document.date;
    for m in &found.motions {
        let state = m.own_text.then_some(OWN);
        rows.add(RecordKind::Motion, m, m.key.clone(), Vec::new(), m.date, (m.due.as_ref(), state), &m.evidence)?;
    }
    for f in &found.follow_ups {
        let actors = vec![f.by.clone()];
        rows.add(
            RecordKind::FollowUp,
            f,
            f.motion.clone(),
            actors,
            f.date.or(day),
            (None, Some(f.status.name())),
            &f.evidence,
        )?;
    }
    for c in &found.commitments {
        // A refusal is not due, nor is a day that had passed when it was written.
        let term = c.due.as_ref().filter(|d| d.until.is_some() && !d.stale && !c.refused).map(|_| TERM);
        rows.add(RecordKind::Commitment, c, None, c.by.clone(), day, (c.due.as_ref(), term), &c.evidence)?;
    }
    for m in &found.migrations {
        let mut actors = m.ministries.clone();
        actors.extend(m.organisation.clone());
        rows.add(RecordKind::Migration, m, None, actors, day, (m.due.as_ref(), None), &m.evidence)?;
    }
    for p in &found.policy_rules {
        let actors = found.document.sender.clone();
        rows.add(RecordKind::PolicyRule, p, None, actors, day, (p.due.as_ref(), None), &p.evidence)?;
    }
    for c in &found.citations {
        let (quote, span, origin, rule) = (c.raw.clone(), c.span, c.origin.clone(), c.rule.clone());
        let evidence = [Evidence { quote, span, origin, rule }];
        rows.add(RecordKind::Citation, c, c.key.clone(), Vec::new(), day, (None, None), &evidence)?;
    }
    Ok(rows.done)
}

struct Rows<'s> {
    source: &'s str,
    seen: HashMap<String, usize>,
    done: Vec<RecordRow>,
}

impl Rows<'_> {
    #[expect(clippy::too_many_arguments, reason = "one argument a column, called six times above")]
    fn add(
        &mut self,
        kind: RecordKind,
        record: &impl Serialize,
        key: Option<String>,
        actors: Vec<Actor>,
        date: Option<Date>,
        (due, state): (Option<&Period>, Option<&'static str>),
        evidence: &[Evidence],
    ) -> serde_json::Result<()> {
        let quote = evidence.first().map_or("", |e| e.quote.as_str());
        let mut name = name(kind, self.source, quote);
        // The same words twice in one document: the second bears its number.
        let seen = self.seen.entry(name.clone()).or_insert(0);
        *seen += 1;
        if *seen > 1 {
            name = format!("{name}-{seen}");
        }
        let due = due.and_then(|p| p.until.or(p.from));
        let json = serde_json::to_string(record)?;
        self.done.push(RecordRow { kind, name, key, actors, date, due, state, json, evidence: evidence.to_vec() });
        Ok(())
    }
}

/// A name that survives reading in again: kind, and a digest of source and quote.
fn name(kind: RecordKind, source: &str, quote: &str) -> String {
    let digest = Sha256::new().chain_update(source).chain_update([0]).chain_update(quote).finalize();
    format!("{}-{}", kind.name(), hex(&digest[..5]))
}

/// Bytes as small hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, b| {
        let _ = write!(text, "{b:02x}");
        text
    })
}

fn marks(found: &Extraction) -> BTreeSet<(&'static str, String)> {
    let mut marks = BTreeSet::new();
    let info = &found.document;
    let follow = found.follow_ups.iter().filter_map(|f| f.motion.as_ref());
    let cited = found.citations.iter().filter_map(|c| c.key.as_ref()).filter(|k| k.starts_with("kst-"));
    for key in found.motions.iter().filter_map(|m| m.key.as_ref()).chain(follow).chain(cited) {
        marks.insert(("motie", key.clone()));
        marks.extend(dossier_of(key).map(|d| ("dossier", d.to_string())));
    }
    marks.extend(info.dossiers.iter().map(|d| ("dossier", d.clone())));
    let said = found.follow_ups.iter().map(|f| &f.by).chain(found.commitments.iter().flat_map(|c| &c.by));
    let moved = found.migrations.iter().flat_map(|m| m.ministries.iter().chain(&m.organisation));
    let actors = info.sender.iter().chain(&info.on_behalf_of).chain(said).chain(moved);
    marks.extend(actors.map(|a| ("ministerie", a.clone())));
    let own = found.motions.iter().filter(|m| m.own_text).flat_map(|m| &m.indieners);
    marks.extend(info.askers.iter().chain(own).map(|p| ("lid", p.naam.clone())));
    // Whoever a document names as proposer of a motion, as names are compared: to find a member's motions by.
    marks.extend(found.motions.iter().flat_map(|m| &m.indieners).map(|p| ("indiener", fold(&p.naam))));
    marks.retain(|(_, value)| !value.trim().is_empty());
    marks
}

/// The dossier in a key: `26643` of `kst-26643-1315`, `36600-VII` of `kst-36600-VII-12`.
pub(super) fn dossier_of(key: &str) -> Option<&str> {
    key.strip_prefix("kst-")?.rsplit_once('-').map(|(dossier, _)| dossier)
}
