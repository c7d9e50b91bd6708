//! The annotation of one document, as it stands in a JSON file.

use crate::lexicon::actor;
use crate::text::Date;
use serde::{Deserialize, Deserializer};

/// An annotated document. Unknown fields are passed over: annotators write notes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Gold {
    pub(super) document: GoldDocument,
    /// Absent where the annotator left references out: then they are not measured.
    pub(super) citations: Option<Vec<GoldCitation>>,
    pub(super) motions: Vec<GoldMotion>,
    pub(super) follow_ups: Vec<GoldItem>,
    pub(super) commitments: Vec<GoldItem>,
    pub(super) migrations: Vec<GoldItem>,
    pub(super) policy_rules: Vec<GoldItem>,
    pub(super) not_commitments: Vec<String>,
}

impl Gold {
    /// Reads an annotation; the error names what is wrong in it.
    pub fn parse(json: &str) -> Result<Gold, String> {
        serde_json::from_str(json).map_err(|e| format!("geen leesbare annotatie: {e}"))
    }

    /// The document's date where it is not in the text but comes from the file's entry in the manifest.
    pub fn manifest_date(&self) -> Option<Date> {
        let from_manifest = self.document.date_source.as_deref() == Some("manifest");
        self.document.date.filter(|_| from_manifest)
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GoldDocument {
    pub(super) kind: Option<String>,
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    #[serde(deserialize_with = "actors")]
    pub(super) sender: Option<Vec<String>>,
    #[serde(deserialize_with = "actors")]
    pub(super) on_behalf_of: Option<Vec<String>>,
    pub(super) date: Option<Date>,
    pub(super) date_source: Option<String>,
    pub(super) asked: Option<Date>,
    pub(super) answered: Option<Date>,
    pub(super) signatory: Option<String>,
    pub(super) askers: Option<Vec<String>>,
    pub(super) askers_parties: Option<Vec<String>>,
    pub(super) questions: Option<usize>,
    pub(super) see_also: Option<Vec<String>>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GoldCitation {
    pub(super) raw: String,
    pub(super) key: Option<String>,
    pub(super) repaired: Option<bool>,
    pub(super) onzeker: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GoldMotion {
    pub(super) key: Option<String>,
    pub(super) title: Option<String>,
    pub(super) indieners: Option<Vec<String>>,
    pub(super) parties: Option<Vec<String>>,
    pub(super) appreciatie: Option<String>,
    pub(super) uitslag: Option<String>,
    pub(super) debate: Option<Date>,
    pub(super) vote: Option<Date>,
    pub(super) gericht_aan: Option<String>,
    pub(super) request: Option<String>,
    pub(super) requests: Option<usize>,
    pub(super) conditions: Option<usize>,
    pub(super) replaces: Option<String>,
    pub(super) onzeker: bool,
}

/// A follow-up, commitment, migration or policy rule: a quote with what it amounts to.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GoldItem {
    pub(super) quote: String,
    pub(super) onzeker: bool,
    pub(super) motion: Option<String>,
    #[serde(deserialize_with = "actors")]
    pub(super) by: Option<Vec<String>>,
    #[serde(deserialize_with = "one_or_many")]
    pub(super) status: Option<Vec<String>>,
    #[serde(deserialize_with = "one_or_many")]
    pub(super) strength: Option<Vec<String>>,
    #[serde(deserialize_with = "one_or_many")]
    pub(super) phase: Option<Vec<String>>,
    #[serde(deserialize_with = "one_or_many")]
    pub(super) norm: Option<Vec<String>>,
    #[serde(deserialize_with = "actors")]
    pub(super) ministries: Option<Vec<String>>,
    #[serde(deserialize_with = "one_or_many")]
    pub(super) provider: Option<Vec<String>>,
    pub(super) organisation: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) conditional: Option<bool>,
    pub(super) restated: Option<bool>,
    pub(super) refused: Option<bool>,
    #[serde(deserialize_with = "range")]
    pub(super) due: Option<Range>,
}

/// The days a due date covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
}

fn one_or_many<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Vec<String>>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        One(String),
        Many(Vec<String>),
    }
    Ok(Option::<Form>::deserialize(d)?.map(|form| match form {
        Form::One(one) => vec![one],
        Form::Many(many) => many,
    }))
}

/// Ministries and organisations as records write them: one annotator's "Def" is another's "DEF".
fn actors<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Vec<String>>, D::Error> {
    let named = |name: String| actor(&name).map_or(name, |entry| entry.abbr.clone());
    Ok(one_or_many(d)?.map(|names| names.into_iter().map(named).collect()))
}

fn range<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Range>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        Day(Date),
        Range {
            #[serde(default)]
            from: Option<Date>,
            #[serde(default)]
            until: Option<Date>,
        },
        Other(serde::de::IgnoredAny),
    }
    Ok(Option::<Form>::deserialize(d)?.map(|form| match form {
        Form::Day(day) => Range { from: Some(day), until: Some(day) },
        Form::Range { from, until } => Range { from, until },
        Form::Other(_) => Range { from: None, until: None },
    }))
}
