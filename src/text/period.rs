//! A stretch of time as it was said: the range, how exact it is, and the words.

use super::Date;
use serde::{Deserialize, Serialize};

/// How exact a period is. The Dutch names are the ones on screen and in the output contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grain {
    /// One day.
    Dag,
    /// A number of weeks.
    Week,
    /// A calendar month, or begin or end of one.
    Maand,
    /// A quarter.
    Kwartaal,
    /// Half a year.
    Halfjaar,
    /// "Medio": around the middle of a year or month.
    Medio,
    /// Spring, summer, autumn, winter.
    Seizoen,
    /// Held to a recess of the Chamber.
    Reces,
    /// A year, or begin or end of one.
    Jaar,
    /// Held to an event ("bij de Voorjaarsnota") whose day may be unknown.
    Gebeurtenis,
    /// No time that a calendar knows ("op korte termijn").
    Onbepaald,
}

/// When something is due or was said to happen. Whether it is overdue is never stored: a view computes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The words as they stand in the text.
    pub raw: String,
    /// First day, where one is known.
    pub from: Option<Date>,
    /// Last day, inclusive, where one is known.
    pub until: Option<Date>,
    /// How exact the words are.
    pub grain: Grain,
    /// Whether the whole range lay in the past already when it was written as something to come (copied text).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stale: bool,
}
