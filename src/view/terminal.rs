//! A page as text in a terminal or a pipe. Tones become ANSI styles, which the stream takes out where they are not
//! wanted. The border: a width comes in; how wide the terminal is, and whether it is one, is for `cli`.

use super::page::{Page, Piece, Table, Tone, Words};
use anstyle::{AnsiColor, Style};
use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Row, TableStyle, Width};
use std::fmt::Write as _;

/// A column of a table is never squeezed under this many characters: the table is cut in parts first.
const NARROWEST: usize = 14;
/// The first column, that says what the row is about, gets at least this.
const NARROWEST_FIRST: usize = 26;

/// The page as lines of at most `width` characters.
pub fn render(page: &Page, width: usize) -> String {
    let width = width.max(40);
    let mut out = String::new();
    let mut before: Option<&Piece> = None;
    for piece in page.pieces.iter().filter(|p| !matches!(p, Piece::Picture(_))) {
        if before.is_some_and(|b| apart(b, piece)) {
            out.push('\n');
        }
        put(&mut out, piece, width);
        before = Some(piece);
    }
    out
}

/// Whether a blank line stands between two pieces: lists, and a quote with its source, hold together.
fn apart(before: &Piece, piece: &Piece) -> bool {
    !matches!(
        (before, piece),
        (Piece::Item(..), Piece::Item(..) | Piece::Quote(_) | Piece::Source(_))
            | (Piece::Quote(_), Piece::Source(_) | Piece::Item(1, _))
            | (Piece::Source(_), Piece::Source(_) | Piece::Item(..))
            | (Piece::Heading(3.., _), Piece::Text(_) | Piece::Item(..) | Piece::Fields(_) | Piece::Source(_))
    )
}

fn put(out: &mut String, piece: &Piece, width: usize) {
    match piece {
        Piece::Heading(level, words) => {
            let strong = Words(
                words.0.iter().map(|(t, w)| (if *t == Tone::Plain { Tone::Strong } else { *t }, w.clone())).collect(),
            );
            wrap(out, &strong, width, "", "");
            let line = match level {
                1 => "═",
                2 => "─",
                _ => return,
            };
            out.push_str(&line.repeat(words.bare().chars().count().min(width)));
            out.push('\n');
        }
        Piece::Text(words) => wrap(out, words, width, "", ""),
        Piece::Item(0, words) => wrap(out, words, width, "• ", "  "),
        Piece::Item(_, words) => wrap(out, words, width, "    – ", "      "),
        Piece::Quote(words) => wrap(out, words, width, "  │ ", "  │ "),
        Piece::Source(words) => {
            let dim = Words(
                words.0.iter().map(|(t, w)| (if *t == Tone::Plain { Tone::Dim } else { *t }, w.clone())).collect(),
            );
            wrap(out, &dim, width, "    ", "    ");
        }
        Piece::Fields(fields) => {
            let label = fields.iter().map(|(l, _)| l.chars().count()).max().unwrap_or(0) + 2;
            for (name, words) in fields {
                let first = format!("{name:<label$}");
                wrap(out, words, width, &first, &" ".repeat(label));
            }
        }
        Piece::Table(table) => parts(table, width).iter().enumerate().for_each(|(at, part)| {
            if at > 0 {
                out.push('\n');
            }
            put_table(out, part, width);
        }),
        Piece::Picture(_) => {}
    }
}

/// Cuts a table that has more columns than `width` holds.
fn parts(table: &Table, width: usize) -> Vec<Table> {
    let keep = table.keep.min(table.head.len());
    let fixed = NARROWEST_FIRST + keep.saturating_sub(1) * NARROWEST;
    let room = (width.saturating_sub(fixed) / (NARROWEST + 2)).max(1);
    if table.head.len() <= keep + room || keep == 0 {
        return vec![table.clone()];
    }
    let rest: Vec<usize> = (keep..table.head.len()).collect();
    // Parts of equal size read better than a full one and a remnant.
    let each = rest.len().div_ceil(rest.len().div_ceil(room));
    let pick = |row: &Vec<String>, columns: &[usize]| -> Vec<String> {
        (0..keep).chain(columns.iter().copied()).filter_map(|c| row.get(c).cloned()).collect()
    };
    let cut = rest.chunks(each).map(|columns| Table {
        head: pick(&table.head, columns),
        rows: table.rows.iter().map(|r| pick(r, columns)).collect(),
        keep,
    });
    cut.collect()
}

fn put_table(out: &mut String, table: &Table, width: usize) {
    let drawn = draw(table, width, LINES);
    // Rows of one line stand close; where a cell runs over several, a line between the rows keeps them apart.
    let close = drawn.len() <= table.rows.len() + 2;
    let drawn = if close {
        drawn
    } else {
        draw(table, width, LINES.row_separator(LineStyle::none().fill('╌').junction('╌')))
    };
    for line in drawn {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

const LINES: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

fn draw(table: &Table, width: usize, style: TableStyle) -> Vec<String> {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(style).set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    drawn.set_header(Row::from(table.head.clone()));
    // The column with the longest words gets the room that the others do not need.
    let length =
        |column: usize| table.rows.iter().filter_map(|r| r.get(column)).map(|c| c.chars().count()).max().unwrap_or(0);
    let longest =
        (0..table.head.len()).max_by_key(|c| length(*c)).filter(|c| table.head.len() > 2 && length(*c) > width / 3);
    drawn.add_rows(table.rows.iter().cloned().map(Row::from));
    if let Some(column) = longest.and_then(|c| drawn.column_mut(c)) {
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Percentage(40)));
    }
    drawn.lines().collect()
}

fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong | Tone::Added => Style::new().bold(),
        Tone::Dim | Tone::Dropped => Style::new().dimmed(),
        Tone::Mark => Style::new().bold().fg_color(Some(AnsiColor::Yellow.into())),
        Tone::Alarm => Style::new().bold().fg_color(Some(AnsiColor::Red.into())),
    }
}

/// Puts `words` in lines of `width`, the first after `first`, the others after `next`.
fn wrap(out: &mut String, words: &Words, width: usize, first: &str, next: &str) {
    let mut column = first.chars().count();
    out.push_str(first);
    let mut fresh = true; // nothing on this line yet
    let mut gap = false; // white space is owed before the next word
    for (tone, text) in &words.bracketed().0 {
        let style = style(*tone);
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                out.push('\n');
                out.push_str(next);
                (column, fresh, gap) = (next.chars().count(), true, false);
            }
            for word in line.split_inclusive(char::is_whitespace) {
                let bare = word.trim_end();
                let size = bare.chars().count();
                let room = width.saturating_sub(next.chars().count()).max(20);
                if size > room {
                    // Longer than a line (an address, a path): cut, for a terminal would do it anyhow and less well.
                    if !fresh {
                        out.push('\n');
                        out.push_str(next);
                    }
                    let letters: Vec<char> = bare.chars().collect();
                    for (at, piece) in letters.chunks(room).enumerate() {
                        if at > 0 {
                            out.push('\n');
                            out.push_str(next);
                        }
                        let _ = write!(out, "{style}{}{style:#}", piece.iter().collect::<String>());
                        column = next.chars().count() + piece.len();
                    }
                    (fresh, gap) = (false, bare.len() < word.len());
                    continue;
                }
                if size > 0 {
                    if !fresh && gap && column + 1 + size > width {
                        out.push('\n');
                        out.push_str(next);
                        column = next.chars().count();
                    } else if gap && !fresh {
                        out.push(' ');
                        column += 1;
                    }
                    if *tone == Tone::Plain {
                        out.push_str(bare);
                    } else {
                        let _ = write!(out, "{style}{bare}{style:#}");
                    }
                    column += size;
                    (fresh, gap) = (false, false);
                }
                gap |= bare.len() < word.len();
            }
        }
    }
    let kept = out.trim_end_matches(' ').len();
    out.truncate(kept);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bare(page: &Page, width: usize) -> String {
        anstream::adapter::strip_str(&render(page, width)).to_string()
    }

    #[test]
    fn quotes_wrap_and_keep_their_mark() {
        let mut page = Page::default();
        page.quote("De minister van Waterstaat bericht de Kamer in het najaar over het onderzoek naar de dijken.");
        page.source("brief.txt, regel 3");
        assert_eq!(
            bare(&page, 50),
            "  │ De minister van Waterstaat bericht de Kamer in\n  │ het najaar over het onderzoek naar de dijken.\n    brief.txt, regel 3\n"
        );
    }

    #[test]
    fn a_wide_table_is_cut_and_keeps_its_first_column() {
        let head: Vec<String> = std::iter::once("Motie".into()).chain((1..=9).map(|n| format!("K{n}"))).collect();
        let table = Table { rows: vec![head.clone()], head, keep: 1 };
        let parts = parts(&table, 80);
        assert_eq!(parts.iter().map(|p| p.head.len() - 1).sum::<usize>(), 9);
        assert!(parts.len() > 1 && parts.iter().all(|p| p.head[0] == "Motie"));
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_no_line_too_long(text in "[a-zé]{1,9}( [a-zé]{1,9}){0,30}", width in 40usize..90) {
            let mut page = Page::default();
            page.text(Words::default().plain(&text[..0]).strong(text.clone()));
            let out = bare(&page, width);
            prop_assert!(out.lines().all(|l| l.chars().count() <= width));
            prop_assert_eq!(out.split_whitespace().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
        }
    }
}
