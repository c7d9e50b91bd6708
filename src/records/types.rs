//! The records and the output contract: field names here are the names in `extract FILE --format json`. Adding a field
//! is fine, renaming one breaks users.

use crate::document::{Kind, Person};
use crate::text::{Date, Origin, Period, Span};
use serde::{Deserialize, Serialize};

/// Why a record stands here: the literal words, their place, and the rule that found them. `quote == &text[span]`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The words, literally.
    pub quote: String,
    /// Where they stand in the canonical text.
    pub span: Span,
    /// Where a person finds them in the file as received.
    pub origin: Origin,
    /// Id of the rule (`kamerspoor rule explain ID`) or of the reader's structure (`structuur:motie`).
    pub rule: String,
}

/// Who says or does something: `Rijksbreed`, a ministry's abbreviation (`JenV`) or an organisation's (`NZa`).
pub type Actor = String;

/// All that was found in one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// The document itself.
    pub document: DocumentInfo,
    /// References to other documents.
    pub citations: Vec<Citation>,
    /// Motions whose text stands here, or that are named here.
    pub motions: Vec<Motion>,
    /// What is said about the execution of a motion.
    pub follow_ups: Vec<FollowUp>,
    /// Commitments to the Chamber.
    pub commitments: Vec<Commitment>,
    /// Moves of government ICT to a cloud or another host.
    pub migrations: Vec<Migration>,
    /// What a policy allows, forbids, requires or advises.
    pub policy_rules: Vec<PolicyRule>,
}

/// The document as a whole, for the output contract.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentInfo {
    /// Name of the file as given.
    pub source: String,
    /// Official number, if known.
    pub id: Option<String>,
    /// Genre.
    pub kind: Kind,
    /// Own title or subject.
    pub title: Option<String>,
    /// Day of signing, proposing or receipt.
    pub date: Option<Date>,
    /// Where the date comes from when it is not in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_from: Option<String>,
    /// Sending ministries.
    pub sender: Vec<String>,
    /// Ministries it is "mede namens".
    pub on_behalf_of: Vec<String>,
    /// Who signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatory: Option<String>,
    /// Members who asked.
    pub askers: Vec<Person>,
    /// Day the questions were sent.
    pub asked: Option<Date>,
    /// Day the answer came.
    pub answered: Option<Date>,
    /// Dossiers it is filed under.
    pub dossiers: Vec<String>,
    /// Documents it names as its neighbours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub see_also: Vec<String>,
    /// Questions and answers.
    pub questions: Vec<QuestionInfo>,
    /// What the reader repaired or could not read.
    pub warnings: Vec<String>,
}

/// A question or group of questions, for the output contract.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QuestionInfo {
    /// Numbers answered together.
    pub numbers: Vec<u32>,
    /// Where the question stands.
    pub question: Option<Span>,
    /// The answer per actor.
    pub answers: Vec<AnswerInfo>,
    /// Numbers the answer points to.
    pub see_also: Vec<u32>,
}

/// A part of an answer, for the output contract.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerInfo {
    /// Under whose sub-heading.
    pub by: Option<Actor>,
    /// Where it stands.
    pub span: Span,
}

/// A reference to another document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// As it stands in the text.
    pub raw: String,
    /// Canonical key, or `None` where it stays unknown.
    pub key: Option<String>,
    /// Why the number was repaired, if it was.
    pub repaired: Option<String>,
    /// Keys it may be, where it is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
    /// Where it stands.
    pub span: Span,
    /// Where a person finds it.
    pub origin: Origin,
    /// The rule that found it.
    pub rule: String,
}

/// A motion, from its own text or as another document names it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Motion {
    /// `kst-26643-1315`, where it is known.
    pub key: Option<String>,
    /// Its title, or the subject by which the document names it.
    pub title: Option<String>,
    /// Who proposed it, in the order of signing where the text gives it.
    pub indieners: Vec<Person>,
    /// The day it was proposed.
    pub date: Option<Date>,
    /// `regering`, `Kamer`, or `spreekt uit`.
    pub gericht_aan: Option<String>,
    /// The cabinet's advice as this document gives it: `Ontraden`, `Oordeel Kamer`, …
    pub appreciatie: Option<String>,
    /// The outcome of the vote as this document gives it: `Aangenomen`, `Verworpen`, …
    pub uitslag: Option<String>,
    /// Day of the debate.
    pub debate: Option<Date>,
    /// Day of the vote.
    pub vote: Option<Date>,
    /// What it asks, one entry a dictum, as this document words it.
    pub dicta: Vec<Dictum>,
    /// Conditions and parts listed under a dictum.
    pub conditions: Vec<String>,
    /// The deadline in the dictum, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Period>,
    /// The motion it takes the place of.
    pub replaces: Option<String>,
    /// Whether this document holds the motion's own, official text.
    #[serde(default)]
    pub own_text: bool,
    /// Keys it may be, where the number is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
    /// The words it rests on.
    pub evidence: Vec<Evidence>,
}

/// One dictum of a motion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dictum {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// What one actor says about the execution of one motion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Key of the motion, where it is known.
    pub motion: Option<String>,
    /// How the document names the motion, where the key is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motion_named: Option<String>,
    /// Who says it; `onbekend` where neither a heading nor a sender tells.
    pub by: Actor,
    /// What it amounts to.
    pub status: Status,
    /// Which of several dicta it is about, counted from nought as this document tells them; `None` where it is about all
    /// of the motion, or the words do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dictum: Option<usize>,
    /// When it was said (the document's date).
    pub date: Option<Date>,
    /// Question numbers it refers to, for `doorverwezen`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub see_also: Vec<u32>,
    /// Where the cross-reference leads: the spans of the answers pointed to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads_to: Vec<Evidence>,
    /// The words.
    pub evidence: Vec<Evidence>,
}

/// Something the Chamber can hold a member of the government to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Commitment {
    /// Who commits.
    pub by: Vec<Actor>,
    /// To whom: `Kamer`, a member.
    pub to: Option<String>,
    /// What will be done, in the words of the text.
    pub what: String,
    /// How firmly.
    pub strength: Strength,
    /// Whether it hangs on a condition.
    pub conditional: bool,
    /// Whether it repeats an earlier one ("zoals toegezegd").
    pub restated: bool,
    /// Whether a request for a commitment was refused.
    pub refused: bool,
    /// By when.
    pub due: Option<Period>,
    /// The words.
    pub evidence: Vec<Evidence>,
}

/// A move of government ICT to a cloud or another host, or the statement that there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Migration {
    /// Whose.
    pub ministries: Vec<String>,
    /// The organisation that moves, if another than the ministry itself.
    pub organisation: Option<String>,
    /// What moves.
    pub subject: Option<String>,
    /// How far it is.
    pub phase: Phase,
    /// To whom: `Microsoft`, `AWS`, ….
    pub providers: Vec<String>,
    /// When.
    pub due: Option<Period>,
    /// The words.
    pub evidence: Vec<Evidence>,
}

/// A rule of a policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PolicyRule {
    /// Whether it allows, forbids, requires or advises.
    pub norm: Norm,
    /// About what.
    pub subject: Option<String>,
    /// Whether it holds under a condition or for the time being.
    pub conditional: bool,
    /// By when.
    pub due: Option<Period>,
    /// The words.
    pub evidence: Vec<Evidence>,
}

/// Declares an enum whose values have one Dutch name, in the output contract, on screen and in rule files alike.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// All values, in order.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The name in the output contract.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The value with this name.
            pub fn named(name: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|v| v.name() == name)
            }
        }
    };
}

named! {
    /// What one statement about a motion amounts to. It is a claim by whoever says it, never a fact about the motion.
    Status {
        /// Will be done, is being considered.
        Voornemen = "voornemen",
        /// Is being done.
        InUitvoering = "in_uitvoering",
        /// Partly done, or one dictum of several.
        Deels = "deels",
        /// Reported as done.
        GemeldAfgedaan = "gemeld_afgedaan",
        /// Refused, or something else is done instead.
        NietOfAnders = "niet_of_anders",
        /// Points to another answer or document.
        Doorverwezen = "doorverwezen",
        /// Postponed.
        Uitgesteld = "uitgesteld",
        /// Handed to another ministry.
        Overgedragen = "overgedragen",
        /// Named, and none of the above.
        Onduidelijk = "onduidelijk",
        /// A view shows this for a ministry of which nothing was found; it is never extracted.
        NietGenoemd = "niet_genoemd",
    }
}

named! {
    /// How firm a commitment is.
    Strength {
        /// Said outright: zeg toe, zal, stuur, ontvangt u.
        Hard = "hard",
        /// An intention, plan or expectation of its own doing.
        Voornemen = "voornemen",
        /// An effort without a result.
        Inspanning = "inspanning",
    }
}

named! {
    /// How far a migration is.
    Phase {
        /// Being prepared.
        Gepland = "gepland",
        /// Possibly to come.
        Voorgenomen = "voorgenomen",
        /// Under way.
        Lopend = "lopend",
        /// Done.
        Afgerond = "afgerond",
        /// Stopped or not pursued.
        Stopgezet = "stopgezet",
        /// Being reconsidered.
        Heroverwogen = "heroverwogen",
        /// A ministry says it has none.
        Geen = "geen",
    }
}

named! {
    /// What a policy rule does.
    Norm {
        /// Allowed.
        Toegestaan = "toegestaan",
        /// Forbidden.
        NietToegestaan = "niet toegestaan",
        /// Required.
        Verplicht = "verplicht",
        /// Advised.
        Advies = "advies",
    }
}

named! {
    /// The kinds of record, by the name of `kamerspoor records KIND` and of a rule's `kind`.
    RecordKind {
        /// [`Motion`].
        Motion = "motions",
        /// [`Commitment`].
        Commitment = "commitments",
        /// [`Migration`].
        Migration = "migrations",
        /// [`PolicyRule`].
        PolicyRule = "policy-rules",
        /// [`FollowUp`].
        FollowUp = "follow-ups",
        /// [`Citation`].
        Citation = "citations",
    }
}
