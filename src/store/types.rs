//! What goes in and out of the store besides documents and records.

use crate::document::Kind;
use crate::text::{Date, Span};
use serde::Serialize;
use std::collections::{BTreeSet, HashSet};

/// Which documents or records are meant; an empty filter means all. Conditions add up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Documents that hold, follow up or cite this motion: `kst-26643-1315`.
    pub motion: Option<String>,
    /// Documents a ministry sends or that a record in it is about (abbreviation of the lexicon).
    pub ministry: Option<String>,
    /// Dossier: `26643`, `36600-VII`.
    pub dossier: Option<String>,
    /// Genre.
    pub kind: Option<Kind>,
    /// First day, inclusive; documents without a date fall outside.
    pub from: Option<Date>,
    /// Last day, inclusive.
    pub until: Option<Date>,
    /// Records that are due on this day or later; records without a term fall outside, as with the next one.
    pub due_from: Option<Date>,
    /// Records that are due before this day.
    pub due_before: Option<Date>,
    /// Migrations to a provider of which this is (part of) the name.
    pub provider: Option<String>,
    /// Records in whose evidence all these words stand, in any form.
    pub words: Option<String>,
}

/// One time that something was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// Counted up from 1.
    pub number: u32,
    /// Its day.
    pub day: Date,
    /// Documents that came in with it and are still there.
    pub documents: u64,
}

/// What came in after one run: documents by source, records by source, kind and place within that kind, register facts
/// by case number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Later {
    /// Documents.
    pub documents: BTreeSet<String>,
    /// Records: the nth of its kind in its document.
    pub records: HashSet<(String, &'static str, usize)>,
    /// Cases about which a register says something else, or something for the first time.
    pub cases: BTreeSet<String>,
}

/// How a file fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LedgerStatus {
    /// Read and stored.
    Ingelezen,
    /// Could not be read; the reason says why.
    Mislukt,
    /// Not a document; the reason says why.
    Overgeslagen,
    /// Read, and the same piece as another file that counts in its place; the reason names it.
    Dubbel,
}

impl LedgerStatus {
    /// The name on screen and in the store.
    pub fn name(self) -> &'static str {
        match self {
            LedgerStatus::Ingelezen => "ingelezen",
            LedgerStatus::Mislukt => "mislukt",
            LedgerStatus::Overgeslagen => "overgeslagen",
            LedgerStatus::Dubbel => "dubbel",
        }
    }

    pub(super) fn named(name: &str) -> LedgerStatus {
        match name {
            "ingelezen" => LedgerStatus::Ingelezen,
            "overgeslagen" => LedgerStatus::Overgeslagen,
            "dubbel" => LedgerStatus::Dubbel,
            _ => LedgerStatus::Mislukt,
        }
    }
}

/// One line of the ingest ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LedgerEntry {
    /// Name of the file as given.
    pub source: String,
    /// SHA-256 of its bytes; `None` where they were not read (too large, no permission).
    pub hash: Option<String>,
    /// Size in bytes.
    pub size: u64,
    /// How it fared.
    pub status: LedgerStatus,
    /// Why not, in Dutch; for a register file what it held.
    pub reason: Option<String>,
    /// The program version that read it.
    pub version: String,
}

/// A stored document in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentLine {
    /// Name of the file as given.
    pub source: String,
    /// Official number.
    pub id: Option<String>,
    /// Genre.
    pub kind: String,
    /// Title or subject.
    pub title: Option<String>,
    /// Its date.
    pub date: Option<Date>,
}

/// A passage as stored, with the document it stands in and what that can be filtered by.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredPassage {
    /// The document.
    pub document: DocumentLine,
    /// Its number in the document.
    pub number: u64,
    /// The headings it stands under, outermost first, with " › " between.
    pub heading: String,
    /// Its words.
    pub text: String,
    /// Where it stands in the document's text.
    pub span: Span,
    /// Where a person finds it in the file as received.
    pub origin: crate::text::Origin,
    /// Ministries that send the document or that a record in it is about.
    pub ministries: Vec<String>,
    /// Members who ask or propose.
    pub members: Vec<String>,
    /// Dossiers.
    pub dossiers: Vec<String>,
    /// Motions it holds, follows up or cites.
    pub motions: Vec<String>,
}

/// A record as stored, with the document it stands in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StoredRecord {
    /// A name that survives reading in again: kind, and a digest of source and quote.
    pub name: String,
    /// Source of the document.
    pub source: String,
    /// Official number of the document.
    pub document: Option<String>,
    /// Title of the document.
    pub title: Option<String>,
    /// The record, in the fields of the output contract.
    pub record: serde_json::Value,
}

/// What the Chamber's open data say about one motion (or other case). Facts of a register, not of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RegisterFact {
    /// Key of its publication: `kst-26643-1315`.
    pub key: Option<String>,
    /// Case number: `2025Z04718`.
    pub zaak: String,
    /// What it is: `Motie`, `Brief regering`.
    pub soort: Option<String>,
    /// Its own title (`Onderwerp`).
    pub title: Option<String>,
    /// Title of the dossier (`Titel`).
    pub dossier_title: Option<String>,
    /// The cabinet's advice (`Kabinetsappreciatie`).
    pub appreciatie: Option<String>,
    /// The outcome: `Aangenomen`, `Verworpen`, ….
    pub uitslag: Option<String>,
    /// Day of the outcome, where the register gives it.
    pub uitslag_date: Option<Date>,
    /// Day it was proposed or sent (`GestartOp`).
    pub date: Option<Date>,
    /// Its number within the dossier; `Volgnummer`, which says no dossier.
    #[serde(skip)]
    pub volgnummer: Option<i64>,
    /// Files the facts come from, sorted.
    pub sources: Vec<String>,
}

/// How many of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Documents stored.
    pub documents: u64,
    /// Documents per genre.
    pub kinds: std::collections::BTreeMap<String, u64>,
    /// Passages.
    pub passages: u64,
    /// Records per kind, by the name of `RecordKind`.
    pub records: std::collections::BTreeMap<String, u64>,
    /// Cases known from registers.
    pub register: u64,
    /// Files in the ledger per status.
    pub files: std::collections::BTreeMap<String, u64>,
}

/// Whether store and index are whole and agree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Check {
    /// How many of everything.
    pub counts: Counts,
    /// Every file that is not read, with its reason.
    pub not_read: Vec<LedgerEntry>,
    /// Files that hold the same piece as another file, which the reason names.
    pub doubles: Vec<LedgerEntry>,
    /// Read files whose bytes on disk have changed since, or that are gone.
    pub stale: Vec<String>,
    /// What is wrong, in Dutch; empty where all is well.
    pub problems: Vec<String>,
}

/// One page of answers to a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SearchPage {
    /// Documents that hold an answer, over all pages.
    pub total: usize,
    /// The documents of this page, best first.
    pub hits: Vec<Hit>,
    /// Counts over all answers: documents per `soort`, `ministerie`, `jaar`, `lid`, `dossier`, `motie`; most first.
    pub facets: Vec<Facet>,
    /// Words that stand nowhere, and what was looked for instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<super::Correction>,
}

/// Documents per value of one property.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// `soort`, `ministerie`, `jaar`, `lid`, `dossier`, `motie`: also the name of the filter.
    pub name: String,
    /// Value and number of documents.
    pub values: Vec<(String, usize)>,
}

/// A document that answers a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// The document.
    #[serde(flatten)]
    pub document: DocumentLine,
    /// How good; only comparable within one question.
    pub score: f32,
    /// Its best passages, best first.
    pub passages: Vec<PassageHit>,
    /// How many of its passages answer the question.
    pub matching: usize,
}

/// A passage that answers a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PassageHit {
    /// The headings it stands under, outermost first, with " › " between.
    pub heading: String,
    /// Its words as stored: exactly `span` of the document's text.
    pub text: String,
    /// Where it stands in the document's text.
    pub span: Span,
    /// What to mark: ranges of `text`, in order, without overlap.
    pub highlights: Vec<Span>,
    /// Where a person finds it in the file as received.
    pub origin: crate::text::Origin,
    /// How good.
    pub score: f32,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchOptions {
    /// Documents to pass over (paging).
    pub offset: usize,
    /// Documents a page.
    pub limit: usize,
    /// Passages shown per document.
    pub passages: usize,
    /// Whether to count facets.
    pub facets: bool,
    /// Newest first, instead of best first.
    pub newest: bool,
    /// How much of the analysis is used: all of it, but to measure what each step adds.
    pub steps: Steps,
}

/// The steps of the analysis, each with all before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Steps {
    /// Words as they stand.
    Words,
    /// Words of the same stem.
    Stems,
    /// Compounds and their parts, words written apart or together, other names of the same.
    Parts,
    /// Words that stand close together, what a motion asks for, what a document is and how new.
    Closeness,
    /// Typing mistakes forgiven, and all the rest.
    #[default]
    All,
}

impl Default for SearchOptions {
    fn default() -> SearchOptions {
        SearchOptions { offset: 0, limit: 10, passages: 3, facets: true, newest: false, steps: Steps::All }
    }
}
