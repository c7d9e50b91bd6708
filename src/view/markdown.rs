//! A page as Markdown, to paste into a note or a wiki. The border: what Markdown reads as a mark is escaped; nothing else
//! of the words changes.

use super::page::{Page, Piece, Table, Tone, Words};

/// The page as Markdown.
pub fn render(page: &Page) -> String {
    let mut out = String::new();
    let mut before: Option<&Piece> = None;
    for piece in page.pieces.iter().filter(|p| !matches!(p, Piece::Picture(_))) {
        let together = matches!(
            (before, piece),
            (None, _) | (Some(Piece::Item(..)), Piece::Item(..)) | (Some(Piece::Quote(_)), Piece::Source(_))
        );
        if !together {
            out.push('\n');
        }
        put(&mut out, piece);
        before = Some(piece);
    }
    out
}

fn put(out: &mut String, piece: &Piece) {
    let line = match piece {
        Piece::Heading(level, words) => format!("{} {}", "#".repeat(usize::from(*level)), flat(words)),
        Piece::Text(words) => marked(words).replace('\n', "  \n"),
        Piece::Item(depth, words) => format!("{}- {}", "  ".repeat(usize::from(*depth)), one_line(&marked(words))),
        Piece::Quote(words) => format!("> {}", marked(words).replace('\n', "\n> ")),
        Piece::Source(words) => format!(">\n> — {}", one_line(&marked(words))),
        Piece::Fields(fields) => {
            let lines = fields.iter().map(|(l, w)| format!("- **{}:** {}", escaped(l), one_line(&marked(w))));
            lines.collect::<Vec<_>>().join("\n")
        }
        Piece::Table(table) => tabled(table),
        Piece::Picture(picture) => escaped(&picture.words),
    };
    out.push_str(&line);
    out.push('\n');
}

fn flat(words: &Words) -> String {
    one_line(&escaped(&words.bare()))
}

fn one_line(text: &str) -> String {
    text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ")
}

fn marked(words: &Words) -> String {
    let words = words.bracketed();
    let runs = words.0.iter().map(|(tone, text)| {
        let bare = text.trim();
        match tone {
            Tone::Strong | Tone::Mark | Tone::Alarm if !bare.is_empty() => {
                escaped(text).replacen(&escaped(bare), &format!("**{}**", escaped(bare)), 1)
            }
            _ => escaped(text),
        }
    });
    runs.collect()
}

fn tabled(table: &Table) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| one_line(&escaped(c)).replace('|', "\\|")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(table.head.len()));
    [row(&table.head), rule].into_iter().chain(table.rows.iter().map(|r| row(r))).collect::<Vec<_>>().join("\n")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_becomes_markdown_without_loose_marks() {
        let mut page = Page::default();
        page.heading(2, "Motie 12").fields([("Status", Words::default().strong("in uitvoering"))]);
        page.quote("Er zijn *drie* dijken.").source("brief_1.txt");
        let mut table = Table::new(["Motie", "IenW"]);
        table.row(["12".into(), "a|b".into()]);
        page.table(table);
        assert_eq!(
            render(&page),
            "## Motie 12\n\n- **Status:** **in uitvoering**\n\n> Er zijn \\*drie\\* dijken.\n>\n> — brief\\_1.txt\n\n| Motie | IenW |\n| --- | --- |\n| 12 | a\\|b |\n"
        );
    }
}
