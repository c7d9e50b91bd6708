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
    /// Vorm van de uitvoer: table, text, markdown, json, jsonl of csv; niet elke opdracht kent elke vorm
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
}

/// The commands; each has a Dutch name beside its English one.
#[derive(Debug, Subcommand)]
pub enum Command {
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
    /// Maakt aanvulling op de tab-toets voor een shell
    #[command(visible_alias = "aanvulling")]
    Completions(Completions),
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
    },
    /// Alles over één regel: waarom, patroon, voorbeelden en tegenvoorbeelden
    #[command(visible_alias = "verklaar")]
    Explain {
        /// De regel (zie rule list)
        #[arg(value_name = "REGEL")]
        id: String,
    },
    /// Beproeft een regel, of een regelbestand in wording, op eigen tekst
    #[command(visible_alias = "probeer")]
    Try {
        /// De regel, of een .toml-bestand
        #[arg(value_name = "REGEL|BESTAND")]
        rule: String,
        /// De tekst
        #[arg(value_name = "TEKST")]
        text: String,
    },
}

/// `evaluate`.
#[derive(Args, Debug)]
pub struct Evaluate {
    /// Annotaties (.json), of mappen ermee
    #[arg(value_name = "GOUD", required = true)]
    pub gold: Vec<PathBuf>,
    /// Map met de documenten [standaard: ../corpus naast de annotatie]
    #[arg(long, value_name = "MAP")]
    pub corpus: Option<PathBuf>,
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
