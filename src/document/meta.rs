//! What a document is and the parts that its genre gives it. Filled by `read`, whatever the format.

use crate::text::{Date, Span};
use serde::{Deserialize, Serialize};

/// The genre of a document, in the words of the output contract.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A letter to the Chamber.
    #[serde(rename = "kamerbrief")]
    Kamerbrief,
    /// Answers to written questions (also the questions alone and a notice of postponement).
    #[serde(rename = "antwoord kamervragen")]
    Antwoord,
    /// A motion.
    #[serde(rename = "motie")]
    Motie,
    /// A departmental policy.
    #[serde(rename = "beleidslijn")]
    Beleidslijn,
    /// A report of a debate or a written consultation, a list of decisions.
    #[serde(rename = "verslag")]
    Verslag,
    /// Anything else.
    #[default]
    #[serde(rename = "overig")]
    Overig,
}

impl Kind {
    /// All genres, in the order of the contract.
    pub const ALL: [Kind; 6] =
        [Kind::Kamerbrief, Kind::Antwoord, Kind::Motie, Kind::Beleidslijn, Kind::Verslag, Kind::Overig];

    /// The name in the output contract and on screen.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Kamerbrief => "kamerbrief",
            Kind::Antwoord => "antwoord kamervragen",
            Kind::Motie => "motie",
            Kind::Beleidslijn => "beleidslijn",
            Kind::Verslag => "verslag",
            Kind::Overig => "overig",
        }
    }
}

/// What is known of a document as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Its genre.
    pub kind: Kind,
    /// Its official number: `kst-26643-1329`, `ah-tk-20242025-2562`, `2025Z10402`.
    pub id: Option<String>,
    /// Its own title or subject.
    pub title: Option<String>,
    /// The day it was signed, proposed or received, from the text or (`date_from` says so) from elsewhere.
    pub date: Option<Date>,
    /// Where the date comes from when it is not in the text: `manifest`, `bestandsnaam`.
    pub date_from: Option<String>,
    /// Ministries that send it (abbreviations of the lexicon).
    pub sender: Vec<String>,
    /// Ministries it is "mede namens".
    pub on_behalf_of: Vec<String>,
    /// Who signed it, as it stands.
    pub signatory: Option<String>,
    /// Members who asked, in order.
    pub askers: Vec<Person>,
    /// The day the questions were sent ("ingezonden").
    pub asked: Option<Date>,
    /// The day the answer came ("ontvangen").
    pub answered: Option<Date>,
    /// Dossiers it is filed under: `26643`, `36600-VII`, `21501-20`.
    pub dossiers: Vec<String>,
    /// Other documents it names as its own neighbours: `ah-tk-20242025-2562` ("zie ook"), the case number of its questions.
    pub see_also: Vec<String>,
}

/// A member as named in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Person {
    /// Surname with prefix as written at the start of a name: "Van der Werf".
    pub naam: String,
    /// Party, in the lexicon's spelling, where the text or a dated lexicon gives it.
    pub fractie: Option<String>,
}

/// One question or a group of questions answered together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The numbers answered together, in order of appearance.
    pub numbers: Vec<u32>,
    /// The words of the (first) question; empty where the document repeats no questions.
    pub question: Span,
    /// The words of every question of the group.
    pub questions: Vec<Span>,
    /// The answer, a part per actor sub-heading.
    pub answers: Vec<Answer>,
    /// Question numbers that the answer points to ("Zie verder vraag 2 en 4").
    pub see_also: Vec<u32>,
}

/// A part of an answer under one actor sub-heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// `Rijksbreed`, a ministry's or organisation's abbreviation; `None` where the answer has no sub-heading.
    pub by: Option<String>,
    /// The words, without the sub-heading.
    pub span: Span,
}

/// A motion's own text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MotionText {
    /// `kst-26643-1315`, where the document says it.
    pub key: Option<String>,
    /// The title as printed: "MOTIE VAN HET LID KATHMANN C.S.".
    pub title: String,
    /// The day it was proposed.
    pub date: Option<Date>,
    /// From "De Kamer," to the signatures.
    pub span: Option<Span>,
    /// The considerations ("overwegende dat …").
    pub considerans: Vec<Span>,
    /// What it asks or says, one entry a dictum.
    pub dicta: Vec<Dictum>,
    /// The signatories in the order of signing.
    pub signers: Vec<Signer>,
    /// The motion it takes the place of: `kst-26643-1293`.
    pub replaces: Option<String>,
}

/// One dictum with the list that belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dictum {
    /// The whole dictum, its list included.
    pub span: Span,
    /// The items of its list (conditions, parts), if any.
    pub items: Vec<Span>,
}

/// A signatory of a motion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signer {
    /// Who.
    pub person: Person,
    /// Where the name stands.
    pub span: Option<Span>,
}
