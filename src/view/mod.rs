//! From the store to something a person reads. Each view makes a [`Page`]; [`terminal`] and [`markdown`] write it out.
//! The border: views read records and documents, never files or rules, and print nothing themselves.

pub mod document;
pub mod markdown;
mod page;
pub mod terminal;
pub mod words;

pub use page::{Page, Piece, Table, Tone, Words};
