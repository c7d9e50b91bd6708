//! The commands: what may be typed, and which file does it. The border: here arguments are read, the clock is asked and
//! results are printed; what is found and how it is shown is for `store` and `view`.

mod arguments;
mod check;
mod diff;
mod evaluate;
mod export;
mod extract;
mod help;
mod ingest;
mod output;
mod overview;
mod records;
mod relevance;
mod rule;
mod saved;
mod search;
mod show;
mod since;
mod track;

pub use arguments::{Cli, Command, Common, Format};

use anyhow::Result;
use clap::{FromArgMatches, error::ErrorKind};
use std::ffi::OsString;
use std::process::ExitCode;

/// How a run ended, where nothing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done: exit code 0.
    Done,
    /// Nothing was found: exit code 1.
    Nothing,
    /// What was asked failed, and the page says why: exit code 2.
    Failed,
}

/// Runs the program with `arguments` (the first is its own name) and gives its exit code: 0 done, 1 nothing found,
/// 2 failed. Errors go to standard error with what to do about them; a closed pipe is no error.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let parsed = help::command().try_get_matches_from(arguments).and_then(|m| Cli::from_arg_matches(&m));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(e) if matches!(e.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            anstream::print!("{}", help::page(&e.render()));
            return ExitCode::SUCCESS;
        }
        Err(e) => {
            anstream::eprint!("{}", help::in_dutch(&e));
            return ExitCode::from(2);
        }
    };
    match dispatch(&cli) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        Err(e) if output::is_closed_pipe(&e) => ExitCode::SUCCESS,
        Err(e) => {
            anstream::eprintln!("fout: {e}");
            e.chain().skip(1).for_each(|why| anstream::eprintln!("  want: {why}"));
            ExitCode::from(2)
        }
    }
}

fn dispatch(cli: &Cli) -> Result<Outcome> {
    let common = &cli.common;
    match &cli.command {
        Command::Ingest(args) => ingest::run(args, common),
        Command::Search(args) => search::run(args, common),
        Command::Track(args) => track::run(args, common),
        Command::Overview(args) => overview::run(args, common),
        Command::Records(args) => records::run(args, common),
        Command::Check(args) => check::run(args, common),
        Command::Show(args) => show::run(args, common),
        Command::Extract(args) => extract::run(args, common),
        Command::Rule(args) => rule::run(args, common),
        Command::Diff(args) => diff::run(args, common),
        Command::Evaluate(args) => evaluate::run(args, common),
        Command::Export(args) => export::run(args, common),
        Command::Completions(args) => {
            // Into memory first: the generator itself does not bear a closed pipe.
            let mut script = Vec::new();
            clap_complete::generate(args.shell, &mut help::command(), "kamerspoor", &mut script);
            common.write_text(&String::from_utf8_lossy(&script))?;
            Ok(Outcome::Done)
        }
    }
}
