//! Why a file could not be read, in the words the user sees.

use std::fmt;

/// Why a file could not be read. Every reason says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing in it.
    Empty,
    /// A format that is not read: what it is, and what to do.
    Unsupported {
        /// "Word 97-2003 (.doc)".
        what: String,
        /// "sla het op als .docx".
        advice: String,
    },
    /// A PDF without a text layer.
    Scanned {
        /// How many pages.
        pages: usize,
    },
    /// Locked with a password.
    Encrypted,
    /// Damaged: what, and where in the file.
    Broken {
        /// What went wrong.
        what: String,
        /// "regel 12", "byte 3400", "pagina 3".
        place: String,
    },
    /// Over a limit that protects the machine.
    TooLarge {
        /// Which limit: "meer dan 5.000 pagina's".
        what: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Empty => f.write_str("leeg: er staat geen tekst in"),
            ReadError::Unsupported { what, advice } => write!(f, "{what} wordt niet gelezen: {advice}"),
            ReadError::Scanned { pages: 1 } => f.write_str("gescand: geen tekstlaag, 1 pagina"),
            ReadError::Scanned { pages } => write!(f, "gescand: geen tekstlaag, {pages} pagina's"),
            ReadError::Encrypted => f.write_str("beveiligd met een wachtwoord: sla het op zonder wachtwoord"),
            ReadError::Broken { what, place } => write!(f, "beschadigd: {what} ({place})"),
            ReadError::TooLarge { what } => write!(f, "te groot: {what}"),
        }
    }
}

impl std::error::Error for ReadError {}
