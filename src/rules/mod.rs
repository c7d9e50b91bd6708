//! Recognisers. Most are data: a TOML file each, under the folder of its kind; code only where arithmetic or grammar is
//! needed (citations, periods). The border: a document goes in, findings come out; who, to whom and about which motion
//! is for `records`. A finding knows its rule, and a rule explains itself.

mod engine;
mod pattern;
mod rule;

pub use engine::{Finding, find, find_in};
pub use pattern::{word_value, words};
pub use rule::{Counter, Example, Rule, Scope, all, by_id, of_kind};
