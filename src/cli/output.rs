//! Where results go: the screen, a pipe or a file. The border: bytes out; what they say is for `view`.

use super::arguments::{Common, Format};
use crate::store::StoreError;
use crate::view::{Page, docx, html, markdown, terminal};
use anyhow::{Context, Result, bail};
use serde::Serialize;
use std::io::{self, IsTerminal, Write};

/// How wide a page is where no terminal says so.
const WIDTH: usize = 100;

impl Common {
    /// The format asked for, the first of `allowed` where none was; an error names what `command` can do.
    pub(super) fn format_of(&self, command: &str, allowed: &[Format]) -> Result<Format> {
        match self.format {
            None => Ok(allowed[0]),
            Some(format) if allowed.contains(&format) => Ok(format),
            Some(format) => {
                let names: Vec<String> = allowed.iter().copied().map(name).collect();
                bail!("{command} kent geen --format {}; wel: {}", name(format), names.join(", "))
            }
        }
    }

    /// The day it is looked from: as asked, else today.
    pub(super) fn today(&self) -> crate::text::Date {
        self.peildatum.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date())
    }

    /// Writes what `fill` writes to `--output`, or to the screen; styles are taken out where they are not wanted.
    pub(super) fn write(&self, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
        if let Some(path) = &self.output {
            let mut whole = Vec::new();
            fill(&mut anstream::StripStream::new(&mut whole as &mut dyn Write))?;
            return std::fs::write(path, whole)
                .with_context(|| format!("{} kon niet worden geschreven; bestaat de map?", path.display()));
        }
        let mut out = io::BufWriter::new(anstream::stdout().lock());
        fill(&mut out)?;
        Ok(out.flush()?)
    }

    /// Writes one text.
    pub(super) fn write_text(&self, text: &str) -> Result<()> {
        self.write(|out| Ok(out.write_all(text.as_bytes())?))
    }

    /// Writes a file that is no text; not on a screen, which it would spoil.
    pub(super) fn write_bytes(&self, bytes: &[u8]) -> Result<()> {
        if let Some(path) = &self.output {
            return std::fs::write(path, bytes)
                .with_context(|| format!("{} kon niet worden geschreven; bestaat de map?", path.display()));
        }
        if io::stdout().is_terminal() {
            bail!("deze vorm is geen tekst voor een scherm; schrijf hem naar een bestand met --output BESTAND");
        }
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        Ok(out.flush()?)
    }

    /// Writes a page as `table`, `markdown`, `html` or `docx`.
    pub(super) fn write_page(&self, page: &Page, format: Format) -> Result<()> {
        match format {
            Format::Markdown => self.write_text(&markdown::render(page)),
            Format::Html => self.write_text(&html::render(page)),
            Format::Docx => self.write_bytes(&docx::render(page)?),
            _ => self.write_text(&terminal::render(page, self.width())),
        }
    }

    /// Writes one JSON value, readable.
    pub(super) fn write_json(&self, value: &impl Serialize) -> Result<()> {
        self.write(|out| {
            serde_json::to_writer_pretty(&mut *out, value).map_err(io::Error::from)?;
            Ok(out.write_all(b"\n")?)
        })
    }

    /// Writes one JSON value a line.
    pub(super) fn write_lines<T: Serialize>(&self, values: impl IntoIterator<Item = T>) -> Result<()> {
        self.write(|out| {
            for value in values {
                serde_json::to_writer(&mut *out, &value).map_err(io::Error::from)?;
                out.write_all(b"\n")?;
            }
            Ok(())
        })
    }

    /// How many characters go on a line: what the terminal has, else what `COLUMNS` says; in a file a fixed number, so that
    /// it is always the same.
    fn width(&self) -> usize {
        let screen = self.output.is_none() && io::stdout().is_terminal();
        let measured = screen.then(terminal_size::terminal_size).flatten().map(|(w, _)| usize::from(w.0));
        let told = || std::env::var("COLUMNS").ok().filter(|_| self.output.is_none()).and_then(|w| w.parse().ok());
        measured.or_else(told).filter(|w| *w >= 40).unwrap_or(WIDTH).min(140)
    }
}

/// The name of a format as it is typed.
fn name(format: Format) -> String {
    use clap::ValueEnum;
    format.to_possible_value().map(|v| v.get_name().to_string()).unwrap_or_default()
}

/// Whether an error is no more than a reader that has seen enough (`| head`).
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let closed = |e: &io::Error| e.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|e| {
        let in_store = matches!(e.downcast_ref(), Some(StoreError::Disk { error, .. }) if closed(error));
        in_store || e.downcast_ref().is_some_and(closed)
    })
}

/// What to say of a file that the disk does not give.
pub(super) fn unreadable(path: &std::path::Path) -> String {
    let why = if path.exists() {
        "kon niet worden gelezen"
    } else {
        "bestaat niet; staat de naam goed, en bent u in de goede map?"
    };
    format!("{} {why}", path.display())
}
