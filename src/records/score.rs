//! What an extraction is worth against an annotated document: precision, recall and F1 per kind, how often each field of
//! a matched record is right, and every miss and wrong find by name. Pure; reading files and printing is for `cli`.
//!
//! A record matches an annotated item when the words they share, in the same order and in runs of at least three, cover
//! at least half of the shorter quote. Citations match on their words and key, motions on key, else title.

mod change;
mod compare;
mod gold;
mod rules;

pub use change::{Change, changes};
pub use compare::score;
pub use gold::Gold;
pub use rules::{RuleScore, per_rule};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The score of one document.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Score {
    /// Which document.
    pub document: String,
    /// Per kind, in the order of the output contract; first the document itself, with fields only.
    pub kinds: Vec<KindScore>,
}

/// The score of one kind of record.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct KindScore {
    /// The name in the output contract: `motions`, `follow_ups`, ….
    pub kind: String,
    /// Records that match an item, certain or `onzeker`.
    pub right: usize,
    /// Records that match nothing, or a sentence that is none.
    pub wrong: usize,
    /// Required items that were found.
    pub found: usize,
    /// Required items.
    pub required: usize,
    /// Per field: how often right, of how many matched items that annotate it.
    pub fields: BTreeMap<String, (usize, usize)>,
    /// Per rule: how many records it found are right, and how many wrong.
    #[serde(default)]
    pub rules: BTreeMap<String, (usize, usize)>,
    /// Required items not found.
    pub misses: Vec<Remark>,
    /// Records that are wrong.
    pub wrongs: Vec<Remark>,
    /// Fields that differ in a matched record.
    pub differences: Vec<Remark>,
}

/// One miss, wrong find or difference.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// Which document.
    pub document: String,
    /// The words.
    pub quote: String,
    /// The rule that found it, if any did.
    pub rule: Option<String>,
    /// What is wrong, in Dutch.
    pub what: String,
}

/// The scores of several documents together.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Report {
    /// One entry a document.
    pub documents: Vec<Score>,
    /// All documents together, per kind.
    pub total: Vec<KindScore>,
}

impl KindScore {
    /// Right of what was found; 1 where nothing was found.
    pub fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// Found of what is required; 1 where nothing is required.
    pub fn recall(&self) -> f64 {
        share(self.found, self.required)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    /// The share of fields that is right in what was found; 1 where no field is annotated.
    pub fn accuracy(&self) -> f64 {
        let (right, of) = self.fields.values().fold((0, 0), |sum, (right, of)| (sum.0 + right, sum.1 + of));
        share(right, of)
    }

    /// Counts one record that `rule` found.
    fn record(&mut self, rule: Option<&str>, right: bool) {
        (self.right, self.wrong) = (self.right + usize::from(right), self.wrong + usize::from(!right));
        if let Some(rule) = rule {
            let sum = self.rules.entry(rule.to_string()).or_default();
            *sum = (sum.0 + usize::from(right), sum.1 + usize::from(!right));
        }
    }

    fn add(&mut self, other: &KindScore) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.found += other.found;
        self.required += other.required;
        for (field, (right, of)) in &other.fields {
            let sum = self.fields.entry(field.clone()).or_default();
            *sum = (sum.0 + right, sum.1 + of);
        }
        for (rule, (right, wrong)) in &other.rules {
            let sum = self.rules.entry(rule.clone()).or_default();
            *sum = (sum.0 + right, sum.1 + wrong);
        }
        self.misses.extend_from_slice(&other.misses);
        self.wrongs.extend_from_slice(&other.wrongs);
        self.differences.extend_from_slice(&other.differences);
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let exact = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 1.0 } else { exact(part) / exact(whole) }
}

impl Report {
    /// Adds up the scores of documents.
    pub fn of(documents: Vec<Score>) -> Report {
        let mut total: Vec<KindScore> = Vec::new();
        for kind in documents.iter().flat_map(|d| &d.kinds) {
            match total.iter_mut().find(|t| t.kind == kind.kind) {
                Some(sum) => sum.add(kind),
                None => total.push(kind.clone()),
            }
        }
        Report { documents, total }
    }

    /// The sum for one kind of the output contract.
    pub fn kind(&self, kind: &str) -> Option<&KindScore> {
        self.total.iter().find(|t| t.kind == kind)
    }
}

impl Report {
    /// Per document and kind: precision and recall, and the share of fields that is right.
    fn per_document(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.documents.len() < 2 {
            return Ok(());
        }
        writeln!(f, "\nper document: precisie en recall, en achter elk document de velden")?;
        let kinds: Vec<&str> = self.total.iter().map(|k| k.kind.as_str()).filter(|k| *k != "document").collect();
        let longest = self.documents.iter().map(|d| d.document.chars().count()).max().unwrap_or(0).clamp(8, 40);
        write!(f, "  {:<longest$}", "document")?;
        kinds.iter().try_for_each(|kind| write!(f, "{:>14}", dutch(kind)))?;
        writeln!(f, "{:>9}", "velden")?;
        for document in &self.documents {
            let name: String = document.document.chars().take(longest).collect();
            write!(f, "  {name:<longest$}")?;
            let mut all = KindScore::default();
            document.kinds.iter().for_each(|k| all.add(k));
            for kind in &kinds {
                let of = document.kinds.iter().find(|k| k.kind == *kind);
                let told = of.filter(|k| k.right + k.wrong + k.required > 0);
                let cell = told.map_or("–".into(), |k| format!("{:.2} {:.2}", k.precision(), k.recall()));
                write!(f, "{cell:>14}")?;
            }
            writeln!(f, "{:>9.2}", all.accuracy())?;
        }
        Ok(())
    }
}

/// The Dutch name on screen of a kind of the output contract.
//
pub fn dutch(kind: &str) -> &str {
    match kind {
        "document" => "document",
        "citations" => "verwijzingen",
        "motions" => "moties",
        "follow_ups" => "opvolgingen",
        "commitments" => "toezeggingen",
        "migrations" => "migraties",
        "policy_rules" => "beleidsregels",
        other => other,
    }
}

/// The table as it is printed, and below it every miss, wrong find and difference.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<14}{:>10}{:>8}{:>7}{:>12}{:>8}{:>10}{:>9}",
            "soort", "precisie", "recall", "F1", "gevonden", "fout", "gemist", "velden"
        )?;
        for kind in self.total.iter().filter(|k| k.kind != "document") {
            let found = format!("{}/{}", kind.found, kind.required);
            writeln!(
                f,
                "{:<14}{:>10.2}{:>8.2}{:>7.2}{:>12}{:>8}{:>10}{:>9.2}",
                dutch(&kind.kind),
                kind.precision(),
                kind.recall(),
                kind.f1(),
                found,
                kind.wrong,
                kind.misses.len(),
                kind.accuracy()
            )?;
        }
        self.per_document(f)?;
        writeln!(f, "\nvelden van wat gevonden is")?;
        for kind in &self.total {
            let fields = kind.fields.iter().map(|(field, (right, of))| format!("{field} {right}/{of}"));
            let fields: Vec<String> = fields.collect();
            if !fields.is_empty() {
                writeln!(f, "  {:<14}{}", dutch(&kind.kind), fields.join(", "))?;
            }
        }
        for (title, of) in [
            ("gemist", (|k: &KindScore| k.misses.clone()) as fn(&KindScore) -> Vec<Remark>),
            ("ten onrechte gevonden", |k| k.wrongs.clone()),
            ("anders dan geannoteerd", |k| k.differences.clone()),
        ] {
            let all: Vec<(&str, Remark)> =
                self.total.iter().flat_map(|k| of(k).into_iter().map(|r| (dutch(&k.kind), r))).collect();
            if all.is_empty() {
                continue;
            }
            writeln!(f, "\n{title}")?;
            for (kind, remark) in all {
                let rule = remark.rule.map(|r| format!(" [{r}]")).unwrap_or_default();
                writeln!(f, "  {kind}, {}: {}{rule}\n      «{}»", remark.document, remark.what, remark.quote)?;
            }
        }
        Ok(())
    }
}
