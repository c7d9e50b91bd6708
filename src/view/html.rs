//! A page as one HTML file that needs no other: for a browser, and on paper (A4). The border: what is said is in the page;
//! here it gets its element, its style and its links.

use super::page::{Page, Piece, Table, Tone, Words};
use super::picture::{escaped, look};
use super::words;
use crate::records::Status;
use std::fmt::Write as _;

/// Style for screen and paper. Every colour has a contrast of at least 7:1 on white, and nothing is told by colour alone.
const STYLE: &str = "
:root{color-scheme:light}
body{font:16px/1.5 'Liberation Sans',Arial,sans-serif;color:#111;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1.2rem}
h1{font-size:1.7rem;line-height:1.25;border-bottom:3px solid #154273;padding-bottom:.4rem}
h2{font-size:1.25rem;margin:2rem 0 .6rem;border-bottom:1px solid #777;padding-bottom:.2rem}
h3,h4{font-size:1.05rem;margin:1.4rem 0 .4rem}
blockquote{margin:.4rem 0 .2rem;padding:.2rem 0 .2rem .9rem;border-left:4px solid #154273}
blockquote p{margin:0;white-space:pre-line}
.bron{margin:0 0 .5rem 1.15rem;color:#444;font-size:.875rem;overflow-wrap:anywhere}
ul{margin:.5rem 0 .3rem;padding-left:1.3rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;margin:1rem 0}
dt{font-weight:bold}dd{margin:0;white-space:pre-line}
table{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.9rem}
th,td{border:1px solid #777;padding:.3rem .5rem;text-align:left;vertical-align:top;white-space:pre-line;overflow-wrap:break-word}
thead th{background:#154273;color:#fff}
tbody th{font-weight:normal}
.wijd{overflow-x:auto;padding-right:1px}
a{color:#0b3d91}
.mat{color:#444}.alarm{color:#8f1d1d;font-weight:bold}
mark{background:#fff0b3;color:#111}
ins{background:#d9efdf;color:#0a2a14;text-decoration:underline;text-decoration-thickness:2px}
del{background:#f6dada;color:#5c1010;text-decoration:line-through}
figure{margin:1rem 0}figure svg{width:100%;height:auto;max-width:960px}
nav{border:1px solid #777;padding:.3rem 1rem;margin:1rem 0;font-size:.9rem}
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) ' van ' counter(pages);font:9pt Arial}}
@media print{body{font-size:10pt;margin:0;padding:0;max-width:none}nav{display:none}h1{font-size:17pt}h2{font-size:13pt}
h1,h2,h3,h4{break-after:avoid}blockquote,figure,tr,li{break-inside:avoid}thead{display:table-header-group}
blockquote{break-after:avoid}table{font-size:8.5pt}a{color:#111;text-decoration:underline}.wijd{overflow:visible}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
";

/// The page as a whole HTML document.
pub fn render(page: &Page) -> String {
    let title = page.pieces.iter().find_map(|p| match p {
        Piece::Heading(1, words) => Some(words.bare()),
        _ => None,
    });
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n");
    let _ = write!(
        out,
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"kamerspoor {}\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
        crate::VERSION,
        escaped(title.as_deref().unwrap_or("kamerspoor"))
    );
    let mut chapters = contents(page);
    let mut depth = 0_u8;
    let mut number = 0;
    let mut base = 0;
    for piece in &page.pieces {
        // A list begins with its first item, also where that is one inside an item that is not there.
        let wanted = if let Piece::Item(at, _) = piece {
            base = if depth == 0 { *at } else { base.min(*at) };
            (at - base + 1).min(depth + 1)
        } else {
            0
        };
        while depth > wanted {
            out.push_str("</li></ul>\n");
            depth -= 1;
        }
        if let Piece::Heading(2, _) = piece {
            // The list of chapters comes before the first of them.
            if let Some(list) = chapters.take() {
                out.push_str(&list);
            }
            number += 1;
        }
        match piece {
            Piece::Heading(level, words) => {
                let level = (*level).clamp(1, 4);
                let id = if level == 2 { format!(" id=\"h{number}\"") } else { String::new() };
                let _ = writeln!(out, "<h{level}{id}>{}</h{level}>", marked(words));
            }
            Piece::Text(words) => {
                let _ = writeln!(out, "<p>{}</p>", marked(words));
            }
            Piece::Item(_, words) => {
                if depth == wanted {
                    out.push_str("</li>\n");
                }
                while depth < wanted {
                    out.push_str(if depth + 1 < wanted { "<ul><li>" } else { "<ul>\n" });
                    depth += 1;
                }
                let _ = write!(out, "<li>{}", marked(words));
            }
            Piece::Quote(words) => {
                let _ = writeln!(out, "<blockquote><p>{}</p></blockquote>", marked(words));
            }
            Piece::Source(words) => {
                let _ = writeln!(out, "<p class=\"bron\">{}</p>", marked(words));
            }
            Piece::Fields(fields) => {
                out.push_str("<dl>\n");
                for (label, words) in fields {
                    let _ = writeln!(out, "<dt>{}</dt><dd>{}</dd>", escaped(label), marked(words));
                }
                out.push_str("</dl>\n");
            }
            Piece::Table(table) => put_table(&mut out, table),
            Piece::Picture(picture) => {
                let _ = writeln!(out, "<figure>{}</figure>", picture.svg);
            }
        }
    }
    for _ in 0..depth {
        out.push_str("</li></ul>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// The chapters, to jump to; `None` where there are few.
fn contents(page: &Page) -> Option<String> {
    let chapters = page.pieces.iter().filter_map(|p| match p {
        Piece::Heading(2, words) => Some(words.bare()),
        _ => None,
    });
    let lines: Vec<String> = chapters
        .enumerate()
        .map(|(at, words)| format!("<li><a href=\"#h{}\">{}</a></li>", at + 1, escaped(&words)))
        .collect();
    (lines.len() > 2).then(|| format!("<nav aria-label=\"Inhoud\"><ul>{}</ul></nav>\n", lines.concat()))
}

fn marked(words: &Words) -> String {
    let mut out = String::new();
    for (tone, text) in &words.0 {
        let linked = linked(text);
        let _ = match tone {
            Tone::Plain => write!(out, "{linked}"),
            Tone::Strong => write!(out, "<strong>{linked}</strong>"),
            Tone::Dim => write!(out, "<span class=\"mat\">{linked}</span>"),
            Tone::Mark => write!(out, "<mark>{linked}</mark>"),
            Tone::Alarm => write!(out, "<span class=\"alarm\">{linked}</span>"),
            Tone::Added => write!(out, "<ins>{linked}</ins>"),
            Tone::Dropped => write!(out, "<del>{linked}</del>"),
        };
    }
    out
}

/// The text, with a link on every number of an official publication.
fn linked(text: &str) -> String {
    let parts = words::linked(text).into_iter().map(|(part, link)| match link {
        Some(link) => format!("<a href=\"{}\">{}</a>", escaped(&link), escaped(part)),
        None => escaped(part),
    });
    parts.collect()
}

fn put_table(out: &mut String, table: &Table) {
    out.push_str("<div class=\"wijd\"><table>\n<thead><tr>");
    for head in &table.head {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(head));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            if at < table.keep {
                let _ = write!(out, "<th scope=\"row\">{}</th>", linked(cell));
                continue;
            }
            // A cell that is a status, or several, gets the colour of the first; the words stay.
            let of = |part: &str| {
                let name = part.split(" (dictum").next().unwrap_or_default().trim();
                Status::ALL.iter().find(|s| words::status(**s) == name)
            };
            let status = cell
                .split(", ")
                .flat_map(|part| part.split(" en "))
                .map(of)
                .collect::<Option<Vec<_>>>()
                .and_then(|all| all.first().copied());
            let style =
                status.map(|s| look(*s)).map(|(fill, ink, _)| format!(" style=\"background:{fill};color:{ink}\""));
            let _ = write!(out, "<td{}>{}</td>", style.unwrap_or_default(), linked(cell));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_inside_an_item_that_is_not_there_stand_side_by_side() {
        let mut page = Page::default();
        page.quote("tenzij:").sub_item("een").sub_item("twee").sub_item("drie");
        let html = render(&page);
        assert_eq!(html.matches("<ul>").count(), 1, "{html}");
        assert_eq!(html.matches("<li>").count(), 3, "{html}");
    }

    #[test]
    fn words_become_elements_and_marks_in_them_do_not() {
        let mut page = Page::default();
        page.heading(1, "Dijken <hoog>").item("een").sub_item("half").item("twee");
        page.quote(Words::default().plain("a & b ").and(Tone::Added, "c")).source("brief 30 000, nr. 2");
        let html = render(&page);
        assert!(html.contains("<h1>Dijken &lt;hoog&gt;</h1>") && html.contains("<title>Dijken &lt;hoog&gt;</title>"));
        assert!(html.contains("a &amp; b <ins>c</ins>"));
        assert!(
            html.contains("<a href=\"https://zoek.officielebekendmakingen.nl/kst-30000-2.html\">30 000, nr. 2</a>")
        );
        assert_eq!(html.matches("<ul>").count(), html.matches("</ul>").count());
        assert_eq!(html.matches("<li>").count(), html.matches("</li>").count());
        let mut reader =
            quick_xml::Reader::from_str(html.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0);
        while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
    }
}
