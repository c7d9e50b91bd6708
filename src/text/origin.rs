//! Where a person finds something in the file as it was received.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A place in a file: a page and line (PDF), a line (plain text) or a path (XML, DOCX). All counts start at 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// Page, for formats that have pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Line of the page, or of the file where it has no pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Path of the element, such as `/kamerstuk/stuk/al[3]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

impl Origin {
    /// A line of a text file.
    pub fn line(line: u32) -> Origin {
        Origin { line: Some(line), ..Origin::default() }
    }

    /// A line on a page.
    pub fn page(page: u32, line: u32) -> Origin {
        Origin { page: Some(page), line: Some(line), path: None }
    }

    /// An element of a structured file.
    pub fn path(path: impl Into<String>) -> Origin {
        Origin { path: Some(path.into()), ..Origin::default() }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.page, self.line, &self.path) {
            (Some(page), Some(line), _) => write!(f, "p. {page}, regel {line}"),
            (Some(page), None, _) => write!(f, "p. {page}"),
            (None, Some(line), _) => write!(f, "regel {line}"),
            (None, None, Some(path)) => f.write_str(path),
            (None, None, None) => f.write_str("plaats onbekend"),
        }
    }
}
