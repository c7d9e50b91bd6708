//! Who is who: ministries, organisations, parties and the Chamber's calendar, as data files with their sources.
//!
//! Why a module of its own: readers (senders, sub-headings, askers), rules (`{ministerie}` in a pattern) and search
//! (synonyms) need the same names, and two lists for one fact drift apart. Knows names, not documents.

mod actors;
mod bewindspersonen;
mod calendar;
mod members;
mod parties;

pub use actors::{ActorKind, Entry, actor, actors_in, entries, ministry, ministry_of};
pub use bewindspersonen::bewindspersoon;
pub use calendar::{Recess, prinsjesdag, recess, recesses, vergaderjaar};
pub use members::{is_member, member};
pub use parties::{PARTIES, party, party_by_name};
