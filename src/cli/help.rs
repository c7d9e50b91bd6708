//! Help and typing errors in Dutch; clap speaks English of itself. The border: the words around the commands, not the
//! commands.

use super::arguments::Cli;
use clap::builder::styling::{AnsiColor, Styles};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};
use std::fmt::Write as _;

const TEMPLATE: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}\n";
const END: &str = "Afloop: 0 gedaan, 1 niets gevonden, 2 mislukt. Meer uitleg en voorbeelden: README.md";

/// The command line with its help in Dutch.
pub(super) fn command() -> Command {
    let styles = Styles::styled()
        .header(AnsiColor::Yellow.on_default().bold())
        .usage(AnsiColor::Yellow.on_default().bold())
        .literal(AnsiColor::Cyan.on_default());
    let version = Arg::new("versie")
        .long("version")
        .short('V')
        .action(ArgAction::Version)
        .help("Toon de versie")
        .help_heading("Opties");
    let command = dutch(Cli::command()).styles(styles).disable_version_flag(true).arg(version).after_help(END);
    command.mut_args(|arg| if arg.is_global_set() { arg.help_heading("Bij elke opdracht") } else { arg })
}

fn dutch(command: Command) -> Command {
    let help = Arg::new("hulp").long("help").short('h').action(ArgAction::Help).help("Toon deze hulp");
    let command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Opdrachten")
        .subcommand_value_name("OPDRACHT")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "Argumenten" } else { "Opties" };
            if arg.get_help_heading().is_none() { arg.help_heading(heading) } else { arg }
        })
        .arg(help.help_heading("Opties"));
    command.mut_subcommands(dutch)
}

/// Help as it is printed; the one word that clap keeps to itself is replaced.
pub(super) fn page(help: &clap::builder::StyledStr) -> String {
    help.ansi().to_string().replace("[OPTIONS]", "[OPTIES]")
}

/// A typing error in Dutch, with what to do.
pub(super) fn in_dutch(error: &clap::Error) -> String {
    let of = |kind| match error.get(kind) {
        Some(ContextValue::String(s)) => Some(s.clone()),
        Some(ContextValue::Strings(s)) => Some(s.join("`, `")),
        _ => None,
    };
    let what = of(ContextKind::InvalidArg).unwrap_or_default();
    let value = of(ContextKind::InvalidValue).unwrap_or_default();
    let mut told = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("onbekende opdracht `{}`", of(ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return page(&error.render());
        }
        ErrorKind::MissingRequiredArgument => format!("er ontbreekt iets: {what}"),
        ErrorKind::UnknownArgument => format!("onbekende optie `{what}`"),
        ErrorKind::InvalidValue if value.is_empty() => format!("bij {what} hoort een waarde"),
        ErrorKind::InvalidValue => format!("`{value}` kan niet bij {what}"),
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(|e| format!(": {e}")).unwrap_or_default();
            format!("`{value}` kan niet bij {what}{why}")
        }
        ErrorKind::ArgumentConflict => {
            format!("{what} gaat niet samen met {}", of(ContextKind::PriorArg).unwrap_or_default())
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("{what}: een verkeerd aantal waarden")
        }
        ErrorKind::InvalidUtf8 => "een argument is geen geldige tekst (UTF-8)".into(),
        _ => return error.render().to_string(),
    };
    if let Some(valid) = of(ContextKind::ValidValue).or_else(|| of(ContextKind::ValidSubcommand)) {
        let _ = write!(told, "\n  mogelijk: `{valid}`");
    }
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(near) = near.into_iter().find_map(of) {
        let _ = write!(told, "\n  bedoelde u `{near}`?");
    }
    format!("fout: {told}\n  hulp: kamerspoor --help, of kamerspoor OPDRACHT --help\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_and_speaks_dutch() {
        command().debug_assert();
        let help = page(&command().render_help());
        for english in ["Usage", "Options", "Print help", "Commands", "[default", "OPTIONS", "Possible"] {
            assert!(!help.contains(english), "Engels in de hulp: {english}\n{help}");
        }
    }

    #[test]
    fn a_typing_error_is_told_in_dutch() {
        let told = |line: &str| in_dutch(&command().try_get_matches_from(line.split(' ')).unwrap_err());
        assert!(told("kamerspoor tonen x").contains("onbekende opdracht `tonen`"));
        assert!(told("kamerspoor show x --format pfd").contains("mogelijk: `table`"));
        assert!(told("kamerspoor show x --peildatum gisteren").contains("geen datum"));
        assert!(told("kamerspoor extract").contains("<BESTAND>"));
    }
}
