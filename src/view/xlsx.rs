//! Rows as a workbook: one sheet per kind, the head frozen, a filter on every column, days as days. The border: which
//! sheets there are is for the view that asks.

use super::package::{content_types, pack, relation, relations};
use super::picture::escaped;
use crate::text::Date;
use jiff::Unit;
use std::fmt::Write as _;

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name on the tab, at most 31 characters.
    pub name: &'static str,
    /// The heads of its columns.
    pub head: Vec<&'static str>,
    /// Its rows, as many cells as there are heads.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words; never a formula.
    Text(String),
    /// A number.
    Number(usize),
    /// A day.
    Day(Option<Date>),
    /// Words that lead to a page on the net.
    Link(String, String),
}

impl<S: Into<String>> From<S> for Cell {
    fn from(text: S) -> Cell {
        Cell::Text(text.into())
    }
}

/// What fits in a cell.
const MOST: usize = 32_000;

/// The sheets as the bytes of an `.xlsx` file.
pub fn render(sheets: &[Sheet]) -> zip::result::ZipResult<Vec<u8>> {
    let mut parts = Vec::new();
    let mut types = vec![
        ("xl/workbook.xml".to_string(), "spreadsheetml.sheet.main"),
        ("xl/styles.xml".to_string(), "spreadsheetml.styles"),
    ];
    let mut names = String::new();
    let mut filters = String::new();
    let mut related = vec![relation("rIdS", "styles", "styles.xml", false)];
    for (at, sheet) in sheets.iter().enumerate() {
        let number = at + 1;
        let file = format!("xl/worksheets/sheet{number}.xml");
        let (content, links) = worksheet(sheet, at == 0);
        if !links.is_empty() {
            parts.push((format!("xl/worksheets/_rels/sheet{number}.xml.rels"), relations(&links)));
        }
        let _ = write!(names, "<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", escaped(sheet.name));
        let _ = write!(
            filters,
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'{}'!$A$1:${}${}</definedName>\
             <definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">'{}'!$1:$1</definedName>",
            escaped(sheet.name),
            column(sheet.head.len().saturating_sub(1)),
            sheet.rows.len() + 1,
            escaped(sheet.name)
        );
        related.push(relation(&format!("rId{number}"), "worksheet", &format!("worksheets/sheet{number}.xml"), false));
        types.push((file.clone(), "spreadsheetml.worksheet"));
        parts.push((file, content));
    }
    let workbook = format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{names}</sheets>\
         <definedNames>{filters}</definedNames></workbook>"
    );
    let mut all = vec![
        ("[Content_Types].xml".to_string(), content_types(&types)),
        ("_rels/.rels".to_string(), relations(&[relation("rId1", "officeDocument", "xl/workbook.xml", false)])),
        ("xl/workbook.xml".to_string(), workbook),
        ("xl/_rels/workbook.xml.rels".to_string(), relations(&related)),
        ("xl/styles.xml".to_string(), styles()),
    ];
    all.append(&mut parts);
    pack(all)
}

/// `A`, `B`, …, `AA`.
fn column(mut at: usize) -> String {
    let mut name = String::new();
    loop {
        let letter = u8::try_from(at % 26).unwrap_or(0);
        name.insert(0, char::from(b'A' + letter));
        if at < 26 {
            return name;
        }
        at = at / 26 - 1;
    }
}

/// Days since the day a workbook counts from.
fn serial(date: Date) -> i32 {
    let zero = jiff::civil::date(1899, 12, 30);
    zero.until((Unit::Day, date)).map_or(0, |s| s.get_days())
}

/// The widest that a column becomes, in characters.
const WIDEST: usize = 60;
/// Height of a line, in points.
const LINE: usize = 13;
/// Lines after which a row grows no more: a workbook allows 409 points.
const MOST_LINES: usize = 31;

/// How wide a column is: as its longest cell, within bounds.
fn width(sheet: &Sheet, at: usize) -> usize {
    let long = |r: &Vec<Cell>| match r.get(at) {
        Some(Cell::Text(t) | Cell::Link(t, _)) => t.chars().count() + 1,
        Some(Cell::Day(_)) => 17,
        _ => 8,
    };
    let head = sheet.head[at].chars().count() + 4;
    sheet.rows.iter().map(long).max().unwrap_or(0).max(head).clamp(8, WIDEST)
}

/// How many lines words take in a column.
fn lines(text: &str, wide: usize) -> usize {
    let of = |line: &str| {
        let (mut lines, mut at) = (1, 0);
        for word in line.split_whitespace().map(|w| w.chars().count()) {
            if at > 0 && at + 1 + word > wide {
                (lines, at) = (lines + 1, 0);
            }
            at += word + usize::from(at > 0);
            // A word longer than the column is broken.
            (lines, at) = (lines + at / (wide + 1), at % (wide + 1));
        }
        lines
    };
    text.lines().map(of).sum::<usize>().max(1)
}

fn worksheet(sheet: &Sheet, first: bool) -> (String, Vec<String>) {
    let mut links = Vec::new();
    let mut anchors = String::new();
    let wide: Vec<usize> = (0..sheet.head.len()).map(|at| width(sheet, at)).collect();
    let column_of = |(at, wide): (usize, &usize)| {
        format!("<col min=\"{0}\" max=\"{0}\" width=\"{wide}\" customWidth=\"1\"/>", at + 1)
    };
    let widths: Vec<String> = wide.iter().enumerate().map(column_of).collect();
    let widths = widths.concat();
    let mut rows = String::from("<row r=\"1\">");
    for (at, head) in sheet.head.iter().enumerate() {
        let _ = write!(rows, "<c r=\"{}1\" s=\"1\" t=\"inlineStr\"><is><t>{}</t></is></c>", column(at), escaped(head));
    }
    rows.push_str("</row>");
    for (at, row) in sheet.rows.iter().enumerate() {
        let number = at + 2;
        // Not every program makes a row as high as its words need.
        let high = |(at, cell): (usize, &Cell)| match cell {
            Cell::Text(t) | Cell::Link(t, _) => lines(t, wide.get(at).copied().unwrap_or(WIDEST)),
            Cell::Number(_) | Cell::Day(_) => 1,
        };
        let highest = row.iter().enumerate().map(high).max().unwrap_or(1).min(MOST_LINES);
        let _ = write!(rows, "<row r=\"{number}\" ht=\"{}\" customHeight=\"1\">", highest * LINE + 2);
        for (at, cell) in row.iter().enumerate() {
            let place = format!("{}{number}", column(at));
            let _ = match cell {
                Cell::Number(n) => write!(rows, "<c r=\"{place}\" s=\"2\"><v>{n}</v></c>"),
                Cell::Day(Some(date)) => write!(rows, "<c r=\"{place}\" s=\"3\"><v>{}</v></c>", serial(*date)),
                Cell::Day(None) => Ok(()),
                Cell::Text(text) => text_cell(&mut rows, &place, 2, text),
                Cell::Link(text, target) => {
                    let id = format!("rId{}", links.len() + 1);
                    links.push(relation(&id, "hyperlink", target, true));
                    let _ = write!(anchors, "<hyperlink ref=\"{place}\" r:id=\"{id}\"/>");
                    text_cell(&mut rows, &place, 4, text)
                }
            };
        }
        rows.push_str("</row>");
    }
    let area = format!("A1:{}{}", column(sheet.head.len().saturating_sub(1)), sheet.rows.len() + 1);
    let anchors = if anchors.is_empty() { anchors } else { format!("<hyperlinks>{anchors}</hyperlinks>") };
    let chosen = if first { " tabSelected=\"1\"" } else { "" };
    let content = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <sheetViews><sheetView workbookViewId=\"0\"{chosen}><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         </sheetView></sheetViews><cols>{widths}</cols><sheetData>{rows}</sheetData><autoFilter ref=\"{area}\"/>{anchors}\
         <printOptions gridLines=\"1\"/><pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>\
         <headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P van &amp;N</oddFooter></headerFooter></worksheet>"
    );
    (content, links)
}

fn text_cell(out: &mut String, place: &str, style: u8, text: &str) -> std::fmt::Result {
    if text.is_empty() {
        return Ok(());
    }
    let text: String = text.chars().take(MOST).collect();
    write!(
        out,
        "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        escaped(&text)
    )
}

/// Cell styles: 1 head, 2 text, 3 day (in Dutch), 4 link.
fn styles() -> String {
    let top = "<alignment vertical=\"top\" wrapText=\"1\"/>";
    format!(
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"[$-413]d\\ mmmm\\ yyyy\"/></numFmts>\
         <fonts count=\"3\"><font><sz val=\"10\"/><name val=\"Arial\"/></font><font><b/><sz val=\"10\"/><name val=\"Arial\"/></font>\
         <font><u/><sz val=\"10\"/><color rgb=\"FF0B3D91\"/><name val=\"Arial\"/></font></fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDCE4EF\"/></patternFill></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\"/>\
         <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">{top}</xf>\
         <xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" horizontal=\"left\"/></xf>\
         <xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">{top}</xf></cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_longest_cell() {
        assert_eq!([lines("", 10), lines("een twee", 10), lines("een twee drie", 10)], [1, 1, 2]);
        assert_eq!([lines("een\ntwee", 10), lines(&"x".repeat(25), 10)], [2, 3]);
        let cell = Cell::from("woord ".repeat(30).trim().to_string());
        let (content, _) = worksheet(&Sheet { name: "Proef", head: vec!["Letterlijk"], rows: vec![vec![cell]] }, true);
        assert!(content.contains("<row r=\"2\" ht=\"41\""), "{content}");
    }

    #[test]
    fn columns_and_days_are_named_as_a_workbook_does() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(column), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
        assert_eq!(serial(jiff::civil::date(2025, 3, 18)), 45_734);
    }
}
