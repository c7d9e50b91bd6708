//! What may be typed, as clap structs. The doc comments here are the help on screen, so they are Dutch.

use crate::text::{Date, date_at};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Volgt wat er met aangenomen moties gebeurt: leest Kamerstukken, haalt moties, opvolging, toezeggingen, migraties en
/// beleidsregels eruit, elk met bewijs, en laat per motie zien wat elk ministerie erover meldt.
#[derive(Debug, Parser)]
#[command(name = "kamerspoor", version)]
pub struct Cli {
    /// What goes for every command.
    #[command(flatten)]
    pub common: Common,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Args, Debug)]
pub struct Common {
    /// Map met de index, die ingest maakt [standaard: index]
    #[arg(long, global = true, value_name = "MAP", default_value = "index", hide_default_value = true)]
    pub index: PathBuf,
    /// Vorm van de uitvoer: table, text, markdown, html, docx, xlsx, csv, json of jsonl; niet elke opdracht kent elke vorm
    #[arg(long, global = true, value_name = "VORM", value_enum, hide_possible_values = true)]
    pub format: Option<Format>,
    /// Schrijf naar dit bestand in plaats van naar het scherm
    #[arg(long, global = true, value_name = "BESTAND")]
    pub output: Option<PathBuf>,
    /// De dag waarop wordt gekeken, bijvoorbeeld 2025-09-01 [standaard: vandaag]
    #[arg(long, global = true, value_name = "DATUM", value_parser = date)]
    pub peildatum: Option<Date>,
}

/// How output is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Leesbare tekst, met tabellen
    Table,
    /// Alleen de tekst
    Text,
    /// Markdown
    #[value(alias = "md")]
    Markdown,
    /// JSON
    Json,
    /// JSON, één record per regel
    Jsonl,
    /// Komma's en aanhalingstekens, voor een rekenblad
    Csv,
    /// Eén webpagina, ook om af te drukken
    Html,
    /// Word
    Docx,
    /// Rekenblad met een blad per soort
    Xlsx,
}

/// The commands; each has a Dutch name beside its English one.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Leest nieuwe en veranderde bestanden en toont wat erin is gevonden
    #[command(visible_alias = "inlezen")]
    Ingest(Ingest),
    /// Zoekt passages in alle gelezen documenten
    #[command(visible_alias = "zoek")]
    Search(Search),
    /// Volgt één motie door alle documenten, of toont ze allemaal
    #[command(visible_alias = "volg")]
    Track(Track),
    /// Overzicht per motie, ministerie, Kamerlid of dossier
    #[command(visible_alias = "overzicht")]
    Overview(Overview),
    /// Geeft records van één soort: moties, toezeggingen, migraties, …
    #[command(visible_alias = "gegevens")]
    Records(Records),
    /// Toont een document of record, met het bewijs in de tekst gemarkeerd
    #[command(visible_alias = "toon")]
    Show(Show),
    /// Haalt alle records uit één bestand, zonder index
    #[command(visible_alias = "uittrekken")]
    Extract(Extract),
    /// Toont, verklaart en beproeft de herkenningsregels
    #[command(visible_alias = "regel")]
    Rule(Rule),
    /// Toetst wat wordt gevonden aan geannoteerde documenten
    #[command(visible_alias = "toets")]
    Evaluate(Evaluate),
    /// Legt records van voor en na een verandering naast elkaar
    #[command(visible_alias = "verschil")]
    Diff(Diff),
    /// Zegt wat is gelezen, wat niet en waarom, en of opslag en zoekindex overeenstemmen
    #[command(visible_alias = "controle")]
    Check(Check),
    /// Schrijft alles wat is gelezen in bestanden voor een andere zoekmachine
    #[command(visible_alias = "uitvoeren")]
    Export(Export),
    /// Maakt aanvulling op de tab-toets voor een shell
    #[command(visible_alias = "aanvulling")]
    Completions(Completions),
}

/// `ingest`.
#[derive(Args, Debug)]
pub struct Ingest {
    /// Bestanden en mappen [standaard: corpus]
    #[arg(value_name = "PAD", default_value = "corpus", hide_default_value = true)]
    pub paths: Vec<PathBuf>,
    /// Verwijder uit de index wat onder deze paden niet meer bestaat
    #[arg(long, visible_alias = "opruimen")]
    pub prune: bool,
}

/// `search`.
#[derive(Args, Debug)]
pub struct Search {
    /// De vraag; \"woorden bij elkaar\", -niet, soort:motie, ministerie:VWS, sinds:2025
    #[arg(value_name = "VRAAG")]
    pub question: Vec<String>,
    /// Stel een bewaarde vraag, of toon ze allemaal
    #[arg(long, visible_alias = "bewaard", value_name = "NAAM", num_args = 0..=1, default_missing_value = "", conflicts_with = "question")]
    pub saved: Option<String>,
    /// Map met bewaarde vragen [standaard: queries]
    #[arg(long, value_name = "MAP", default_value = "queries", hide_default_value = true)]
    pub queries: PathBuf,
    /// Beantwoord de vragen in dit bestand, één per regel, met of zonder sleutel en tab ervoor
    #[arg(long, value_name = "BESTAND", conflicts_with_all = ["question", "saved"])]
    pub batch: Option<PathBuf>,
    /// Hoeveel documenten
    #[arg(long, visible_alias = "aantal", value_name = "N")]
    pub limit: Option<usize>,
    /// Sla de eerste N documenten over
    #[arg(long, visible_alias = "vanaf", value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub offset: usize,
    /// Volgorde: relevantie of datum (nieuwste eerst)
    #[arg(long, visible_alias = "volgorde", value_name = "VOLGORDE", value_enum, default_value_t = Order::Relevantie, hide_default_value = true, hide_possible_values = true)]
    pub sort: Order,
}

/// The order of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// Beste eerst
    Relevantie,
    /// Nieuwste eerst
    Datum,
}

/// `track`.
#[derive(Args, Debug)]
pub struct Track {
    /// Nummer (kst-26643-1315 of 26643-1315), naam van een indiener of woorden uit de titel; zonder: alle moties
    #[arg(value_name = "MOTIE")]
    pub motion: Vec<String>,
    /// Zeg eerst wat nieuw is sinds deze dag: meldingen, andere statussen, verstreken termijnen
    #[arg(long, value_name = "DATUM", value_parser = date)]
    pub sinds: Option<Date>,
    /// Zeg eerst wat er met later inlezen bij kwam: na de vorige keer, na keer 3 (=3), of na een dag (=2025-06-01)
    #[arg(long, value_name = "KEER|DATUM", num_args = 0..=1, require_equals = true, default_missing_value = "", conflicts_with = "sinds")]
    pub sinds_inlezen: Option<String>,
}

/// `overview`.
#[derive(Args, Debug)]
pub struct Overview {
    /// Alleen deze motie
    #[arg(long, value_name = "MOTIE")]
    pub motie: Option<String>,
    /// Alleen dit ministerie, met zijn organisaties
    #[arg(long, value_name = "MINISTERIE")]
    pub ministerie: Option<String>,
    /// Alleen waar dit Kamerlid bij betrokken is
    #[arg(long, value_name = "NAAM")]
    pub lid: Option<String>,
    /// Alleen dit dossier
    #[arg(long, value_name = "DOSSIER")]
    pub dossier: Option<String>,
    /// Zeg eerst wat nieuw is sinds deze dag: meldingen, andere statussen, verstreken termijnen
    #[arg(long, value_name = "DATUM", value_parser = date)]
    pub sinds: Option<Date>,
    /// Zeg eerst wat er met later inlezen bij kwam: na de vorige keer, na keer 3 (=3), of na een dag (=2025-06-01)
    #[arg(long, value_name = "KEER|DATUM", num_args = 0..=1, require_equals = true, default_missing_value = "", conflicts_with = "sinds")]
    pub sinds_inlezen: Option<String>,
}

/// `records`.
#[derive(Args, Debug)]
pub struct Records {
    /// motions, commitments, migrations, policy-rules, follow-ups of citations; Nederlands mag ook
    #[arg(value_name = "SOORT", required_unless_present = "soort")]
    pub kind: Option<String>,
    /// Hetzelfde als de soort ervoor: --soort toezegging
    #[arg(long, value_name = "SOORT", conflicts_with = "kind")]
    pub soort: Option<String>,
    /// Alleen over deze motie
    #[arg(long, value_name = "MOTIE")]
    pub motie: Option<String>,
    /// Alleen van of over dit ministerie
    #[arg(long, value_name = "MINISTERIE")]
    pub ministerie: Option<String>,
    /// Alleen uit documenten in dit dossier
    #[arg(long, value_name = "DOSSIER")]
    pub dossier: Option<String>,
    /// Alleen uit documenten van deze dag of later
    #[arg(long, value_name = "DATUM", value_parser = date)]
    pub sinds: Option<Date>,
    /// Alleen wat af moet zijn vóór deze dag
    #[arg(long, value_name = "DATUM", value_parser = date)]
    pub voor: Option<Date>,
    /// Alleen wat af moet zijn op deze dag of later
    #[arg(long, value_name = "DATUM", value_parser = date)]
    pub vanaf: Option<Date>,
    /// Alleen migraties naar deze leverancier
    #[arg(long, value_name = "NAAM")]
    pub leverancier: Option<String>,
    /// Alleen met deze woorden in het citaat, in welke vorm ook
    #[arg(long, value_name = "WOORDEN")]
    pub woorden: Option<String>,
}

/// `check`.
#[derive(Args, Debug)]
pub struct Check {
    /// Schrijf alles wat opslag en index bevatten, gesorteerd, om twee indexen te vergelijken
    #[arg(long)]
    pub dump: bool,
}

/// `show`.
#[derive(Args, Debug)]
pub struct Show {
    /// Bestand, documentnummer (kst-26643-1329) of recordnummer (zie records)
    #[arg(value_name = "BESTAND|DOCUMENT|RECORD")]
    pub what: String,
    /// Toon de opbouw: elk blok met soort, plaats en volgorde
    #[arg(long, visible_alias = "opbouw")]
    pub layout: bool,
}

/// `extract`.
#[derive(Args, Debug)]
pub struct Extract {
    /// Het bestand
    #[arg(value_name = "BESTAND")]
    pub file: PathBuf,
}

/// `rule`.
#[derive(Args, Debug)]
pub struct Rule {
    /// What to do with rules.
    #[command(subcommand)]
    pub command: RuleCommand,
}

/// What can be done with rules.
#[derive(Debug, Subcommand)]
pub enum RuleCommand {
    /// Alle regels, per soort
    #[command(visible_alias = "lijst")]
    List {
        /// Alleen deze soort: motions, commitments, migrations, policy-rules, follow-ups of citations
        #[arg(value_name = "SOORT")]
        kind: Option<String>,
        /// Zeg erbij wat elke regel waard is op deze geannoteerde documenten
        #[arg(long, visible_alias = "goud", value_name = "GOUD", num_args = 1..)]
        gold: Vec<PathBuf>,
        /// Map met de documenten [standaard: ../corpus naast de annotatie]
        #[arg(long, value_name = "MAP", requires = "gold")]
        corpus: Option<PathBuf>,
    },
    /// Alles over één regel: waarom, patroon, voorbeelden en tegenvoorbeelden
    #[command(visible_alias = "verklaar")]
    Explain {
        /// De regel (zie rule list)
        #[arg(value_name = "REGEL")]
        id: String,
        /// Zeg erbij wat hij waard is op deze geannoteerde documenten
        #[arg(long, visible_alias = "goud", value_name = "GOUD", num_args = 1..)]
        gold: Vec<PathBuf>,
        /// Map met de documenten [standaard: ../corpus naast de annotatie]
        #[arg(long, value_name = "MAP", requires = "gold")]
        corpus: Option<PathBuf>,
    },
    /// Beproeft een regel, of een regelbestand in wording, op eigen tekst
    #[command(visible_alias = "probeer")]
    Try {
        /// De regel, of een .toml-bestand
        #[arg(value_name = "REGEL|BESTAND")]
        rule: String,
        /// De tekst; zonder wordt de regel aan zijn eigen voorbeelden gehouden
        #[arg(value_name = "TEKST")]
        text: Option<String>,
    },
    /// Schrijft het begin van een nieuwe regel, met uitleg erin
    #[command(visible_alias = "nieuw")]
    New {
        /// Wat hij vindt: commitments, follow-ups, migrations of policy-rules
        #[arg(value_name = "SOORT")]
        kind: String,
        /// Hoe hij heet: kleine letters en streepjes
        #[arg(value_name = "NAAM")]
        id: String,
    },
    /// Zegt welke regels over dezelfde zin iets anders zeggen
    #[command(visible_alias = "tegenspraak")]
    Conflicts {
        /// Documenten om in te kijken, naast de voorbeelden van alle regels
        #[arg(value_name = "BESTAND")]
        files: Vec<PathBuf>,
    },
}

/// `diff`.
#[derive(Args, Debug)]
pub struct Diff {
    /// Records van voor een verandering: records SOORT --format jsonl
    #[arg(value_name = "VOOR")]
    pub before: PathBuf,
    /// Records van erna
    #[arg(value_name = "NA")]
    pub after: PathBuf,
}

/// `evaluate`.
#[derive(Args, Debug)]
pub struct Evaluate {
    /// Annotaties (.json), of mappen ermee
    #[arg(value_name = "GOUD", required_unless_present = "search")]
    pub gold: Vec<PathBuf>,
    /// Toets het zoeken aan vragen waarvan het antwoord bekend is: regels met sleutel, tab en vraag
    #[arg(long, visible_alias = "zoeken", value_name = "TSV", num_args = 1.., conflicts_with_all = ["gold", "corpus"])]
    pub search: Vec<PathBuf>,
    /// Toets het zoeken ook met minder stappen: alleen woorden, met stammen, met delen, met nabijheid, met verbetering
    #[arg(long, visible_alias = "stappen", requires = "search")]
    pub steps: bool,
    /// Map met de documenten [standaard: ../corpus naast de annotatie]
    #[arg(long, value_name = "MAP")]
    pub corpus: Option<PathBuf>,
    /// Toon alleen wat veranderde sinds een eerdere toets, bewaard met --format json
    #[arg(long, visible_alias = "vergelijk", value_name = "EERDER", conflicts_with = "search")]
    pub compare: Option<PathBuf>,
}

/// `export`.
#[derive(Args, Debug)]
pub struct Export {
    /// Voor wie: bulk, dat Elasticsearch, OpenSearch en Quickwit lezen
    #[arg(long, visible_alias = "naar", value_name = "VORM", value_enum)]
    pub to: To,
    /// Map waarin passages.ndjson, records.ndjson en mapping.json komen [standaard: export]
    #[arg(value_name = "MAP", default_value = "export", hide_default_value = true)]
    pub folder: PathBuf,
}

/// What an export is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum To {
    /// De bulkvorm van Elasticsearch, OpenSearch en Quickwit
    Bulk,
}

/// `completions`.
#[derive(Args, Debug)]
pub struct Completions {
    /// De shell
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: clap_complete::Shell,
}

/// A day as it is typed: 2025-09-01, 1-9-2025 or "1 september 2025".
fn date(typed: &str) -> Result<Date, String> {
    date_at(typed).ok_or_else(|| format!("`{typed}` is geen datum; schrijf bijvoorbeeld 2025-09-01"))
}
