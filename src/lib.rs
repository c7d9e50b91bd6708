//! kamerspoor: what happens to the wishes of the Dutch parliament.
//!
//! Documents go in; motions, follow-ups, commitments, migrations and policy rules come out as records that each carry
//! their evidence; all of it is searchable in Dutch, and every motion has its trail across the ministries.
//!
//! # Map
//!
//! ```text
//! text ← lexicon ← document ← read
//!                           ← rules ← records ← store ← view ← cli
//! ```
//!
//! - [`text`]: spans, places, sentences, dates and periods. Knows no Parliament.
//! - [`lexicon`]: ministries, organisations, parties, the Chamber's calendar. A module of its own because readers, rules
//!   and search need the same names, and two lists for one fact drift apart.
//! - [`document`]: the waist. Everything before makes a [`document::Document`], everything after reads one.
//! - [`read`]: bytes to a document, with warnings. One file per format; genre structure on top. No disk, no clock.
//! - [`rules`]: a document to findings. Rules are data with examples and counter-examples.
//! - [`records`]: findings to records with evidence; names, numbers and cross-references are resolved here.
//! - [`store`]: records to and from disk: SQLite and tantivy. Besides `cli` the only place that touches the disk.
//! - [`view`]: store to something a person reads.
//! - [`cli`]: the commands.
//!
//! `read` and `rules` never meet; `view` reads the store, never the rules. `tests/house.rs` holds the direction.
//!
//! # Glossary: one word per thing
//!
//! | in code | on screen |
//! | --- | --- |
//! | motion | motie |
//! | commitment | toezegging |
//! | follow-up | opvolging |
//! | migration | migratie |
//! | policy rule | beleidsregel |
//! | citation | verwijzing |
//! | department, actor | ministerie, organisatie |
//! | evidence | bewijs |
//!
//! Dutch stays Dutch for what the Chamber itself names: `indieners`, `dictum`, `considerans`, `dossier`,
//! `vergaderjaar`, `appreciatie`, `uitslag`, statuses, rule ids and everything on screen.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_macros))]

#[cfg_attr(
    not(test),
    expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "arguments, clock, screen")
)]
pub mod cli;
pub mod document;
pub mod lexicon;
pub mod read;
pub mod records;
pub mod rules;
#[allow(clippy::disallowed_methods, reason = "the store lives on disk")]
pub mod store;
pub mod text;
pub mod view;

/// The version that stands in stored records and in the index.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
