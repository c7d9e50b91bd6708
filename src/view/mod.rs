//! From the store to something a person reads. Each view makes a [`Page`]; [`terminal`] and [`markdown`] write it out.
//! The border: views read records and documents, never files or rules, and print nothing themselves.

mod answers;
pub mod bulk;
pub mod changes;
pub mod compare;
pub mod document;
pub mod docx;
pub mod drift;
pub mod gains;
pub mod gather;
pub mod hits;
pub mod html;
pub mod intake;
pub mod markdown;
pub mod matrix;
pub mod migrations;
pub mod motions;
pub mod overview;
mod package;
mod page;
pub mod picture;
pub mod promises;
pub mod records;
mod report;
pub mod sheets;
mod spoken;
pub mod standing;
pub mod terminal;
mod totals;
pub mod track;
pub mod trail;
pub mod words;
pub mod xlsx;

pub use gather::Gathered;
pub use page::{Page, Picture, Piece, Table, Tone, Words};
pub use trail::{Trail, Trails};
