//! A page as a Word document: headings, lists, quotes, tables and links in styles of their own. The border: only what a
//! page can hold; drawings are left out, for the tables beside them say the same in words.

use super::package::{content_types, pack, relation, relations};
use super::page::{Page, Piece, Table, Tone, Words};
use super::picture::escaped;
use super::words;
use std::fmt::Write as _;

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                      xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Width of the text on A4 with margins of 2 cm, in twentieths of a point.
const TEXT_WIDTH: usize = 9638;

/// The page as the bytes of a `.docx` file.
pub fn render(page: &Page) -> zip::result::ZipResult<Vec<u8>> {
    let mut links: Vec<String> = Vec::new();
    let mut body = String::new();
    for piece in &page.pieces {
        match piece {
            Piece::Heading(level, words) => {
                paragraph(&mut body, &format!("Kop{}", (*level).clamp(1, 4)), "", words, &mut links);
            }
            Piece::Text(words) => paragraph(&mut body, "Standaard", "", words, &mut links),
            Piece::Item(depth, words) => {
                let list = format!("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"1\"/></w:numPr>", (*depth).min(1));
                paragraph(&mut body, "Lijst", &list, words, &mut links);
            }
            Piece::Quote(words) => paragraph(&mut body, "Citaat", "", words, &mut links),
            Piece::Source(words) => paragraph(&mut body, "Bron", "", words, &mut links),
            Piece::Fields(fields) => {
                for (label, words) in fields {
                    let whole = Words([Words::default().strong(format!("{label}: ")).0, words.0.clone()].concat());
                    paragraph(&mut body, "Standaard", "", &whole, &mut links);
                }
            }
            Piece::Table(table) => put_table(&mut body, table, &mut links),
            Piece::Picture(_) => {}
        }
    }
    let title = page.pieces.iter().find_map(|p| match p {
        Piece::Heading(1, words) => Some(words.bare()),
        _ => None,
    });
    let section = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
                   <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";
    let document = format!("<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>");
    let mut related = vec![
        relation("rId1", "styles", "styles.xml", false),
        relation("rId2", "numbering", "numbering.xml", false),
        relation("rId3", "footer", "footer1.xml", false),
    ];
    related.extend(links.iter().enumerate().map(|(at, l)| relation(&format!("rIdL{at}"), "hyperlink", l, true)));
    let types: Vec<(String, &str)> = [
        ("word/document.xml", "wordprocessingml.document.main"),
        ("word/styles.xml", "wordprocessingml.styles"),
        ("word/numbering.xml", "wordprocessingml.numbering"),
        ("word/footer1.xml", "wordprocessingml.footer"),
    ]
    .map(|(name, kind)| (name.to_string(), kind))
    .into();
    let core = format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>kamerspoor</dc:creator>\
         <dc:language>nl-NL</dc:language></cp:coreProperties>",
        escaped(title.as_deref().unwrap_or("kamerspoor"))
    );
    let package = [
        relation("rId1", "officeDocument", "word/document.xml", false),
        relation("rId2", "metadata/core-properties", "docProps/core.xml", false)
            .replace("officeDocument/2006/relationships/metadata", "package/2006/relationships/metadata"),
    ];
    pack(vec![
        ("[Content_Types].xml".into(), content_types(&types).replace(
            "</Types>",
            "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
        )),
        ("_rels/.rels".into(), relations(&package)),
        ("docProps/core.xml".into(), core),
        ("word/document.xml".into(), document),
        ("word/_rels/document.xml.rels".into(), relations(&related)),
        ("word/styles.xml".into(), styles()),
        ("word/numbering.xml".into(), numbering()),
        ("word/footer1.xml".into(), footer()),
    ])
}

fn paragraph(out: &mut String, style: &str, more: &str, words: &Words, links: &mut Vec<String>) {
    let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>");
    // Marks of a comparison are kept in brackets as well, for who prints without colour.
    for (tone, text) in &words.0 {
        let (look, text) = match tone {
            Tone::Plain => ("", text.clone()),
            Tone::Strong => ("<w:b/>", text.clone()),
            Tone::Dim => ("<w:color w:val=\"444444\"/>", text.clone()),
            Tone::Mark => ("<w:b/><w:shd w:val=\"clear\" w:fill=\"FFF0B3\"/>", text.clone()),
            Tone::Alarm => ("<w:b/><w:color w:val=\"8F1D1D\"/>", text.clone()),
            Tone::Added => ("<w:color w:val=\"0A5A2A\"/><w:u w:val=\"single\"/>", format!("[+{text}+]")),
            Tone::Dropped => ("<w:strike/><w:color w:val=\"5C1010\"/>", format!("[-{text}-]")),
        };
        for (part, link) in words::linked(&text) {
            match link {
                Some(link) => {
                    let at = links.iter().position(|l| *l == link).unwrap_or_else(|| {
                        links.push(link);
                        links.len() - 1
                    });
                    let _ = write!(out, "<w:hyperlink r:id=\"rIdL{at}\">");
                    run(out, "<w:rStyle w:val=\"Koppeling\"/>", part);
                    out.push_str("</w:hyperlink>");
                }
                None => run(out, look, part),
            }
        }
    }
    out.push_str("</w:p>");
}

fn run(out: &mut String, look: &str, text: &str) {
    for (at, line) in text.split('\n').enumerate() {
        let end = if at > 0 { "<w:br/>" } else { "" };
        let _ = write!(out, "<w:r><w:rPr>{look}</w:rPr>{end}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(line));
    }
}

fn put_table(out: &mut String, table: &Table, links: &mut Vec<String>) {
    let widths = widths(table);
    out.push_str(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Tabel\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblLook w:firstRow=\"1\"/></w:tblPr><w:tblGrid>",
    );
    for width in &widths {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
    for (at, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
        let head = at == 0;
        let repeat = if head { "<w:tblHeader/>" } else { "" };
        let _ = write!(out, "<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>");
        for (column, width) in widths.iter().enumerate() {
            let shade = if head { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"DCE4EF\"/>" } else { "" };
            let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr>");
            let text = row.get(column).cloned().unwrap_or_default();
            let words = if head { Words::default().strong(text) } else { Words::from(text) };
            paragraph(out, "Cel", "", &words, links);
            out.push_str("</w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    paragraph(out, "Cel", "", &Words::default(), links);
}

/// The width of every column: room for its longest word, and of what is left more for the columns with long cells.
fn widths(table: &Table) -> Vec<usize> {
    let column = |at: usize| table.rows.iter().chain([&table.head]).filter_map(move |r| r.get(at));
    // A letter of 8,5 points is about a twentieth of a centimetre wide: 105 twentieths of a point, bold ones included.
    let least = |at: usize| {
        let word = column(at).flat_map(|c| c.split_whitespace()).map(|w| w.chars().count()).max().unwrap_or(0);
        word.min(24) * 105 + 180
    };
    let weight = |at: usize| {
        column(at).map(|c| c.lines().map(|l| l.chars().count()).max().unwrap_or(0)).max().unwrap_or(0).clamp(1, 60)
    };
    let least: Vec<usize> = (0..table.head.len()).map(least).collect();
    let weights: Vec<usize> = (0..table.head.len()).map(weight).collect();
    let (needed, all) = (least.iter().sum::<usize>().max(1), weights.iter().sum::<usize>().max(1));
    match TEXT_WIDTH.checked_sub(needed) {
        Some(left) => least.iter().zip(&weights).map(|(l, w)| l + left * w / all).collect(),
        None => least.iter().map(|l| TEXT_WIDTH * l / needed).collect(),
    }
}

fn styles() -> String {
    let heading = |level: u8, size: u8, before: u16| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"Kop{level}\"><w:name w:val=\"heading {level}\"/><w:basedOn w:val=\"Standaard\"/>\
             <w:next w:val=\"Standaard\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"{before}\" w:after=\"80\"/>\
             <w:outlineLvl w:val=\"{}\"/></w:pPr><w:rPr><w:b/><w:color w:val=\"154273\"/><w:sz w:val=\"{size}\"/></w:rPr></w:style>",
            level - 1
        )
    };
    let style = |id: &str, name: &str, paragraph: &str, run: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Standaard\"/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    };
    let border = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"777777\"/>");
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).concat();
    [
        format!("<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>\
                 <w:sz w:val=\"20\"/><w:lang w:val=\"nl-NL\"/></w:rPr></w:rPrDefault></w:docDefaults>\
                 <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standaard\"><w:name w:val=\"Normal\"/><w:qFormat/>\
                 <w:pPr><w:spacing w:after=\"100\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:style>"),
        heading(1, 34, 0),
        heading(2, 26, 320),
        heading(3, 22, 220),
        heading(4, 20, 160),
        style("Lijst", "Lijst", "<w:spacing w:after=\"60\"/>", ""),
        style("Citaat", "Citaat", "<w:keepNext/><w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"154273\"/></w:pBdr>\
               <w:spacing w:after=\"40\"/><w:ind w:left=\"340\"/>", ""),
        style("Bron", "Bron", "<w:spacing w:after=\"120\"/><w:ind w:left=\"340\"/>", "<w:color w:val=\"444444\"/><w:sz w:val=\"17\"/>"),
        style("Cel", "Cel", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"17\"/>"),
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Koppeling\"><w:name w:val=\"Koppeling\"/><w:rPr>\
         <w:color w:val=\"0B3D91\"/><w:u w:val=\"single\"/></w:rPr></w:style>".to_string(),
        format!("<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"Tabel\"><w:name w:val=\"Tabel\"/><w:tblPr><w:tblBorders>{borders}\
                 </w:tblBorders><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>"),
    ]
    .concat()
}

fn numbering() -> String {
    let level = |at: u8, mark: &str, left: u16| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{mark}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"{left}\" w:hanging=\"284\"/></w:pPr></w:lvl>"
        )
    };
    format!(
        "<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{}{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
        level(0, "•", 340),
        level(1, "–", 680)
    )
}

fn footer() -> String {
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    format!(
        "<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Cel\"/><w:jc w:val=\"right\"/></w:pPr>{}<w:r><w:t xml:space=\"preserve\"> van </w:t></w:r>{}</w:p></w:ftr>",
        field("PAGE"),
        field("NUMPAGES")
    )
}
