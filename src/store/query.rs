//! The question language.

use std::fmt;

/// A question that is not understood: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionError {
    /// The question.
    pub question: String,
    /// Byte where it goes wrong.
    pub at: usize,
    /// What is wrong, in Dutch.
    pub what: String,
}

impl fmt::Display for QuestionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let column = self.question.get(..self.at).map_or(0, |before| before.chars().count());
        write!(
            f,
            "vraag niet begrepen: {} (teken {})\n  {}\n  {}^",
            self.what,
            column + 1,
            self.question,
            " ".repeat(column)
        )
    }
}

impl std::error::Error for QuestionError {}
