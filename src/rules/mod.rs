//! Recognisers. Most are data: a TOML file each, under the folder of its kind; code only where arithmetic or grammar is
//! needed (citations, periods). The border: a document goes in, findings come out; who, to whom and about which motion
//! is for `records`. A finding knows its rule, and a rule explains itself.

mod built;
mod check;
mod citation;
mod cues;
mod engine;
mod matcher;
mod naming;
mod pattern;
mod period;
mod rule;

pub use built::{BuiltIn, built_in};
pub use check::{Clash, clashes, kept_out, template};
pub use citation::{CitationFinding, canonical, citations, in_text, repair};
pub use engine::{Finding, Reading, find_in, loose, prepare};
pub use naming::{MotionTitle, Naming, motion_title, namings, namings_in, people, subject_after};
pub use pattern::{Lists, forms, word_value, words};
pub use period::{mark_stale, periods};
pub use rule::{Counter, Example, Rule, Scope, all, by_id, of_kind};
