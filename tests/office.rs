//! Word and OpenDocument as word processors write them: what a reader of the printed page sees is read, once, and nothing
//! else. The documents are made here, part by part.

use kamerspoor::document::{BlockKind, Document, Kind};
use kamerspoor::read::read;
use std::io::Write as _;

fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, words) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(words.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"r\" xmlns:mc=\"mc\" \
                    xmlns:wps=\"wps\" xmlns:v=\"v\" xmlns:wp=\"wp\" xmlns:a=\"a\"";

/// A DOCX with this body; `more` are other parts of `word/` by name, without their outermost element's attributes.
fn docx(body: &str, more: &[(&str, &str)]) -> Document {
    let mut parts =
        vec![("word/document.xml".to_string(), format!("<w:document {WORD}><w:body>{body}</w:body></w:document>"))];
    for (name, words) in more {
        parts.push((format!("word/{name}"), words.replacen('>', &format!(" {WORD}>"), 1)));
    }
    let parts: Vec<(&str, String)> = parts.iter().map(|(n, w)| (n.as_str(), w.clone())).collect();
    read("brief.docx", &zipped(&parts)).unwrap()
}

/// An ODT with this text; `styles` stands in `styles.xml`.
fn odt(automatic: &str, text: &str, styles: &str) -> Document {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"tb\" xmlns:draw=\"d\" xmlns:style=\"s\" \
         xmlns:fo=\"f\" xmlns:xlink=\"x\" xmlns:svg=\"v\"><office:automatic-styles>{automatic}</office:automatic-styles>\
         <office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    let styles = format!(
        "<office:document-styles xmlns:office=\"o\" xmlns:style=\"s\" xmlns:text=\"t\" xmlns:fo=\"f\">{styles}</office:document-styles>"
    );
    let kind = "application/vnd.oasis.opendocument.text".to_string();
    read("brief.odt", &zipped(&[("mimetype", kind), ("content.xml", content), ("styles.xml", styles)])).unwrap()
}

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

/// The words of the blocks that are no frame.
fn texts(doc: &Document) -> Vec<&str> {
    doc.blocks.iter().filter(|b| b.kind != BlockKind::Frame).map(|b| doc.of(b.span)).collect()
}

fn frames(doc: &Document) -> Vec<&str> {
    doc.blocks.iter().filter(|b| b.kind == BlockKind::Frame).map(|b| doc.of(b.span)).collect()
}

/// The words before each footnote's mark, and its body.
fn notes(doc: &Document) -> Vec<(String, &str)> {
    let before = |at: usize| {
        let block = doc.block_at(at.saturating_sub(1)).unwrap();
        doc.text()[block.span.start()..at].to_string()
    };
    doc.footnotes.iter().map(|n| (before(n.anchor.expect("een noot zonder plaats")), doc.of(n.body))).collect()
}

#[test]
fn tracked_changes_in_word_count_as_accepted() {
    let inserted = |words: &str| format!("<w:ins w:id=\"1\" w:author=\"A\">{}</w:ins>", r(words));
    let deleted = |words: &str| format!("<w:del w:id=\"2\"><w:r><w:delText>{words}</w:delText></w:r></w:del>");
    let body = [
        p(&format!("{}{}{}", r("De veerpont vaart "), deleted("nooit "), inserted("elk uur "))),
        p(&format!("<w:moveFromRangeStart w:id=\"3\" w:name=\"m\"/><w:moveFrom w:id=\"4\">{}</w:moveFrom><w:moveFromRangeEnd w:id=\"3\"/>{}", r("Verplaatst. "), r("Daarna volgt dit."))),
        p(&format!("{}<w:moveTo w:id=\"5\">{}</w:moveTo>", r("Eerst dit. "), r("Verplaatst."))),
        // A row and a paragraph that were taken out as a whole.
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Haven</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Elf</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:trPr><w:del w:id=\"6\"/></w:trPr><w:tc><w:p><w:r><w:t>Sluis</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>".to_string(),
        format!("<w:p><w:pPr><w:rPr><w:del w:id=\"7\"/></w:rPr></w:pPr>{}</w:p>", deleted("Weg ermee.")),
        p(&format!("<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>{}", r("Zichtbaar."))),
    ];
    let doc = docx(&body.concat(), &[]);
    assert_eq!(
        texts(&doc),
        ["De veerpont vaart elk uur", "Daarna volgt dit.", "Eerst dit. Verplaatst.", "Haven\tElf", "Zichtbaar."]
    );
}

#[test]
fn fields_in_word_show_their_result_and_not_their_code() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let code = |words: &str| format!("<w:r><w:instrText xml:space=\"preserve\"> {words} </w:instrText></w:r>");
    let field = |words: &str, result: &str| {
        [mark("begin"), code(words), mark("separate"), result.to_string(), mark("end")].concat()
    };
    let nested = [
        mark("begin"),
        code("IF"),
        field("DOCPROPERTY soort", &r("onzichtbaar")),
        code("= \"x\" \"y\""),
        mark("separate"),
        r("de haven"),
        mark("end"),
    ]
    .concat();
    let page = field("PAGEREF _Toc1 \\h", &r("4"));
    let entry =
        format!("<w:hyperlink w:anchor=\"_Toc1\">{}<w:r><w:tab/></w:r>{page}</w:hyperlink>", r("Vaarroutes ........"));
    let body = [
        p(&format!("{}{}{}", r("Op "), field("DATE \\@ \"d MMMM yyyy\"", &r("3 mei 2031")), r(" sprak ik"))),
        p(&format!("<w:fldSimple w:instr=\" REF _Ref1 \\h \">{}</w:fldSimple>{}", r("Tabel 2"), r(" toont dit."))),
        p(&format!("{}{}{}", r("Zie "), field("HYPERLINK \"https://voorbeeld.nl/pont\"", &r("de vaarkaart")), r("."))),
        p(&format!("{}{}{}", r("Dit gaat over "), nested, r(" van Vlieland."))),
        // A table of contents: one field over several paragraphs, each entry a link with a page number in a field of its own.
        p(&[mark("begin"), code("TOC \\o \"1-2\""), mark("separate"), entry].concat()),
        p(&mark("end")),
        p(&r("De tekst gaat verder.")),
        // A field that a broken program never ended costs no words after its paragraph.
        p(&format!("{}{}{}", r("Kapot: "), mark("begin"), code("PAGE"))),
        p(&r("Toch gelezen.")),
    ];
    let doc = docx(&body.concat(), &[]);
    assert_eq!(
        texts(&doc),
        [
            "Op 3 mei 2031 sprak ik",
            "Tabel 2 toont dit.",
            "Zie de vaarkaart.",
            "Dit gaat over de haven van Vlieland.",
            "De tekst gaat verder.",
            "Kapot:",
            "Toch gelezen."
        ]
    );
    assert_eq!(frames(&doc), ["Vaarroutes ........ 4"]);
}

#[test]
fn a_link_by_field_keeps_its_target() {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"https://voorbeeld.nl/</w:instrText></w:r>\
                 <w:r><w:instrText>pont\" \\o \"uitleg\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
                 <w:r><w:t>de vaarkaart</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let doc = docx(&p(&format!("{}{field}{}", r("Zie "), r(" van nu."))), &[]);
    let links: Vec<(&str, &str)> = doc.links.iter().map(|l| (doc.of(l.span), l.target.as_str())).collect();
    assert_eq!(links, [("de vaarkaart", "https://voorbeeld.nl/pont")]);
}

#[test]
fn a_text_box_in_word_is_read_once_and_after_its_paragraph() {
    let inside = format!("<w:txbxContent>{}</w:txbxContent>", p(&r("De pont vaart niet bij storm.")));
    let copies = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    );
    let old = format!(
        "<w:r><w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict></w:r>",
        inside.replace("storm", "mist")
    );
    let body =
        [p(&format!("{}{copies}{}", r("Voor wie naar het eiland "), r("gaat."))), p(&format!("{old}{}", r("Einde.")))];
    let doc = docx(&body.concat(), &[]);
    assert_eq!(
        texts(&doc),
        ["Voor wie naar het eiland gaat.", "De pont vaart niet bij storm.", "Einde.", "De pont vaart niet bij mist."]
    );
}

#[test]
fn notes_in_word_hang_on_their_word_wherever_they_stand() {
    let mark = |kind: &str, id: u32| format!("<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>");
    let note = |kind: &str, id: u32, words: &str| {
        format!("<w:{kind} w:id=\"{id}\"><w:p><w:r><w:{kind}Ref/></w:r>{}</w:p></w:{kind}>", r(words))
    };
    let separator = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>";
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        p(&format!("{}{}", r("Reizigers"), mark("footnote", 4))),
        p(&r("900"))
    );
    let body = [
        p(&format!("{}{}{}{}", r("De pont"), mark("footnote", 3), r(" vaart"), mark("endnote", 2))),
        table,
        p(&format!("{}<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"9\"/><w:t>*</w:t></w:r>", r("Prijs"))),
    ];
    let feet = format!(
        "<w:footnotes>{separator}{}{}{}</w:footnotes>",
        note("footnote", 3, "Een veerpont."),
        note("footnote", 4, "Per dag."),
        note("footnote", 9, "Zonder btw.")
    );
    let ends = format!("<w:endnotes>{}</w:endnotes>", note("endnote", 2, "Zie de dienstregeling."));
    let doc = docx(&body.concat(), &[("footnotes.xml", &feet), ("endnotes.xml", &ends)]);
    let found = notes(&doc);
    let found: Vec<(&str, &str)> = found.iter().map(|(before, body)| (before.as_str(), *body)).collect();
    assert_eq!(
        found,
        [
            ("De pont", "Een veerpont."),
            ("De pont vaart", "Zie de dienstregeling."),
            ("Reizigers", "Per dag."),
            ("Prijs", "Zonder btw.")
        ]
    );
    let labels: Vec<&str> = doc.footnotes.iter().map(|n| n.label.as_str()).collect();
    assert_eq!(labels, ["1", "i", "2", "*"]);
}

const LETTER: &str = "De minister van Defensie,";

/// A letter of the house style whose date and subject stand in the header of the first page, as ministries send them.
#[test]
fn headers_and_footers_in_word_are_set_apart_and_tell_who_wrote_when_about_what() {
    let section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/><w:headerReference w:type=\"first\" r:id=\"h2\"/>\
                   <w:footerReference w:type=\"default\" r:id=\"f1\"/><w:footerReference w:type=\"first\" r:id=\"f2\"/><w:titlePg/></w:sectPr>";
    let body = [
        p(&r("Geachte voorzitter,")),
        p(&r(
            "Hierbij informeer ik u over het oefenterrein bij de duinen, waar de komende jaren minder wordt gevlogen.",
        )),
        p(&r(LETTER)),
        p(&r("P.Q. Verzonnen")),
    ];
    let head = |id: &str, kind: &str, name: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{name}\"/>")
    };
    let rels = format!(
        "<Relationships>{}{}{}{}</Relationships>",
        head("h1", "header", "header1.xml"),
        head("h2", "header", "header2.xml"),
        head("f1", "footer", "footer1.xml"),
        head("f2", "footer", "footer2.xml")
    );
    let reference = ["Ministerie van Defensie", "Plein 4", "Ons kenmerk", "D2031-77"].map(|l| p(&r(l))).concat();
    let first = format!(
        "<w:hdr>{}<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl></w:hdr>",
        p(&format!("<w:r><w:pict><v:textbox><w:txbxContent>{reference}</w:txbxContent></v:textbox></w:pict></w:r>")),
        p(&r("Datum")),
        p(&r("9 januari 2031")),
        p(&r("Betreft")),
        p(&r("Oefenterrein in de duinen"))
    );
    let next = format!("<w:hdr>{}{}</w:hdr>", p(&r("Ministerie van Defensie")), p(&r("Vervolgblad")));
    let foot = format!("<w:ftr>{}</w:ftr>", p(&r("Pagina 1 van 2")));
    let doc = docx(
        &format!("{}{section}", body.concat()),
        &[
            ("_rels/document.xml.rels", &rels),
            ("header1.xml", &next),
            ("header2.xml", &first),
            ("footer1.xml", &foot),
            ("footer2.xml", &foot),
        ],
    );
    assert_eq!(
        frames(&doc),
        [
            "Ministerie van Defensie",
            "Plein 4",
            "Ons kenmerk",
            "D2031-77",
            "Datum",
            "9 januari 2031",
            "Betreft",
            "Oefenterrein in de duinen",
            "Geachte voorzitter,",
            LETTER,
            "P.Q. Verzonnen",
            "Vervolgblad",
            "Pagina 1 van 2"
        ]
    );
    let meta = &doc.meta;
    assert_eq!((meta.kind, meta.date.unwrap().to_string()), (Kind::Kamerbrief, "2031-01-09".to_string()));
    assert_eq!(
        (meta.title.as_deref(), meta.sender.as_slice()),
        (Some("Oefenterrein in de duinen"), ["DEF".to_string()].as_slice())
    );
    assert_eq!(meta.signatory.as_deref(), Some("P.Q. Verzonnen"));
}

#[test]
fn house_style_blocks_in_word_are_metadata_and_no_body() {
    let with =
        |style: &str, words: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", r(words));
    let body = [
        with("Huisstijl-Retouradres", "&gt; Retouradres Postbus 1 2500 AA Den Haag"),
        with("Afzendgegevens", "Directie Vaarwegen"),
        with("Huisstijl-Kopje", "Ons kenmerk"),
        with("Referentiegegevens", "2031-0009"),
        with("Datumonderwerp", "Datum 4 juni 2031"),
        with("Datumonderwerp", "Betreft Onderhoud van de vuurtoren"),
        p(&r("Geachte voorzitter,")),
        p(&r(
            "Met deze brief meld ik u dat de vuurtoren volgend jaar wordt geschilderd, en wel in de kleuren die het eiland koos.",
        )),
        with("Clausule", "Bij beantwoording de datum en ons kenmerk vermelden."),
        p(&r("De staatssecretaris van Infrastructuur en Waterstaat,")),
        p(&r("A.B. Bedacht")),
    ];
    let style = |id: &str| {
        format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{}\"/></w:style>", id.to_lowercase())
    };
    let sheet = format!(
        "<w:styles>{}</w:styles>",
        ["Afzendgegevens", "Referentiegegevens", "Datumonderwerp"].map(style).concat()
    );
    let doc = docx(&body.concat(), &[("styles.xml", &sheet)]);
    assert_eq!(texts(&doc).len(), 1, "{:?}", texts(&doc));
    assert_eq!(doc.meta.title.as_deref(), Some("Onderhoud van de vuurtoren"));
    assert_eq!(doc.meta.date.unwrap().to_string(), "2031-06-04");
    assert_eq!(doc.meta.sender, ["IenW"]);
}

#[test]
fn opendocument_leaves_out_what_was_deleted_and_keeps_the_rest_once() {
    let doc = odt(
        "",
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Weg ermee.</text:p></text:deletion></text:changed-region>\
         <text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>\
         <text:p>De pont <text:change text:change-id=\"1\"/>vaart <text:change-start text:change-id=\"2\"/>elk uur<text:change-end text:change-id=\"2\"/>.</text:p>\
         <text:p><draw:frame><draw:text-box><text:p>Niet bij storm.</text:p></draw:text-box><svg:title>plaatje</svg:title></draw:frame>Na<text:s text:c=\"2\"/>de middag</text:p>\
         <text:p>Op <text:date text:date-value=\"2031-05-03\">3 mei 2031</text:date>, blz. <text:page-number>7</text:page-number>.</text:p>",
        "",
    );
    assert_eq!(texts(&doc), ["De pont vaart elk uur.", "Na de middag", "Niet bij storm.", "Op 3 mei 2031, blz. 7."]);
}

#[test]
fn notes_lists_and_tables_in_opendocument_come_as_they_are_printed() {
    let note = |class: &str, mark: &str, words: &str| {
        format!(
            "<text:note text:note-class=\"{class}\"><text:note-citation>{mark}</text:note-citation><text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
        )
    };
    let item = |words: &str| format!("<text:list-item>{words}</text:list-item>");
    let doc = odt(
        "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"a\" style:num-suffix=\")\"/></text:list-style>",
        &[
            format!("<text:p>De pont{} vaart{}.</text:p>", note("footnote", "1", "Een veerpont."), note("endnote", "i", "Zie elders.")),
            format!("<text:list text:style-name=\"L1\">{}{}</text:list>", item("<text:p>Eerste.</text:p><text:p>Vervolg.</text:p>"), item("<text:p>Tweede.</text:p>")),
            "<text:p>Tussendoor.</text:p>".to_string(),
            format!("<text:list text:style-name=\"L1\" text:continue-numbering=\"true\">{}</text:list>", item("<text:p>Derde.</text:p>")),
            "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Haven</text:p></table:table-cell><table:table-cell><text:p>Aantal</text:p></table:table-cell></table:table-row></table:table-header-rows>\
             <table:table-row><table:table-cell><text:p>Noord</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>".to_string(),
        ]
        .concat(),
        "",
    );
    let blocks: Vec<(String, &str)> = doc.blocks.iter().map(|b| (format!("{:?}", b.kind), doc.of(b.span))).collect();
    let item = |marker: &str| format!("{:?}", BlockKind::Item { marker: marker.into() });
    assert_eq!(blocks[1], (item("a)"), "Eerste."));
    assert_eq!(blocks[2], ("Paragraph".to_string(), "Vervolg."));
    assert_eq!(blocks[3], (item("b)"), "Tweede."));
    assert_eq!(blocks[5], (item("c)"), "Derde."));
    assert!(matches!(&doc.blocks[6].kind, BlockKind::Row { header: true, cells } if cells.len() == 2));
    assert_eq!(doc.of(doc.blocks[7].span), "Noord\t12");
    let found = notes(&doc);
    let found: Vec<(&str, &str)> = found.iter().map(|(before, body)| (before.as_str(), *body)).collect();
    assert_eq!(found, [("De pont", "Een veerpont."), ("De pont vaart", "Zie elders.")]);
}

#[test]
fn headers_and_house_style_in_opendocument_are_set_apart() {
    let doc = odt(
        "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Referentiegegevens\"/>\
         <style:style style:name=\"P2\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\"/></style:style>",
        "<text:p text:style-name=\"P1\">Ons kenmerk 2031-4</text:p><text:p>Geachte voorzitter,</text:p>\
         <text:p text:style-name=\"P2\">Schilderwerk</text:p>\
         <text:p>Met deze brief meld ik u dat de vuurtoren volgend jaar wordt geschilderd, en wel in de kleuren die het eiland koos.</text:p>\
         <text:p>De staatssecretaris van Infrastructuur en Waterstaat,</text:p><text:p>A.B. Bedacht</text:p>",
        "<office:styles><style:style style:name=\"Referentiegegevens\" style:family=\"paragraph\"/></office:styles>\
         <office:master-styles><style:master-page style:name=\"Standard\"><style:header><text:p>Vervolgblad</text:p></style:header>\
         <style:header-first><text:p>Datum 4 juni 2031</text:p><text:p>Betreft Onderhoud van de vuurtoren</text:p></style:header-first>\
         <style:footer><text:p>Pagina 2</text:p></style:footer></style:master-page></office:master-styles>",
    );
    assert_eq!(texts(&doc)[0], "Schilderwerk");
    assert_eq!(texts(&doc).len(), 2, "{:?}", texts(&doc));
    assert_eq!(doc.meta.title.as_deref(), Some("Onderhoud van de vuurtoren"));
    assert_eq!(doc.meta.date.unwrap().to_string(), "2031-06-04");
    assert_eq!(doc.meta.sender, ["IenW"]);
}

/// The Chamber's own Word files are one table without lines: a number at the left, what it numbers at the right.
#[test]
fn a_motion_laid_out_in_a_table_is_read_as_its_lines() {
    let row = |left: &str, right: &[&str]| {
        let cell = |lines: &[&str]| format!("<w:tc>{}</w:tc>", lines.iter().map(|l| p(&r(l))).collect::<String>());
        format!("<w:tr>{}{}</w:tr>", cell(&[left]), cell(right))
    };
    let rows = [
        row("TWEEDE KAMER DER STATEN-GENERAAL", &["2"]),
        row("Vergaderjaar 2030-2031", &[]),
        row("", &[""]),
        row("34 567", &["Vaarwegen in het noorden"]),
        row("Nr. 18", &["MOTIE VAN DE LEDEN VERZINSEL EN BEDENKSEL"]),
        row("", &["Voorgesteld 6 februari 2031"]),
        row("", &["De Kamer,"]),
        row("", &["gehoord de beraadslaging,"]),
        row(
            "",
            &[
                "overwegende dat de pont in de winter vaak uitvalt en het eiland dan dagenlang onbereikbaar is;",
                "verzoekt de regering een tweede pont achter de hand te houden,",
                "en gaat over tot de orde van de dag.",
                "Verzinsel",
                "Bedenksel",
            ],
        ),
    ];
    let doc = docx(&format!("<w:tbl>{}</w:tbl>", rows.concat()), &[]);
    assert!(doc.blocks.iter().all(|b| !matches!(b.kind, BlockKind::Row { .. })), "{:?}", texts(&doc));
    assert_eq!((doc.meta.kind, doc.meta.id.as_deref()), (Kind::Motie, Some("kst-34567-18")));
    assert_eq!(doc.meta.date.unwrap().to_string(), "2031-02-06");
    let motion = &doc.motions[0];
    assert_eq!(motion.title, "MOTIE VAN DE LEDEN VERZINSEL EN BEDENKSEL");
    assert_eq!(motion.considerans.len(), 1);
    assert_eq!(
        doc.of(motion.dicta[0].span).trim_end_matches(','),
        "verzoekt de regering een tweede pont achter de hand te houden"
    );
    let signers: Vec<&str> = motion.signers.iter().map(|s| s.person.naam.as_str()).collect();
    assert_eq!(signers, ["Verzinsel", "Bedenksel"]);
}

#[test]
fn a_table_of_figures_stays_a_table() {
    let row = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|c| format!("<w:tc>{}</w:tc>", p(&r(c)))).collect();
        format!("<w:tr>{}</w:tr>", cells.concat())
    };
    let rows = [
        row(&["Haven", "2029", "2030"]),
        row(&["Noord", "", ""]),
        row(&["pont", "4", "5"]),
        row(&["Zuid", "", ""]),
        row(&["pont", "6", "7"]),
    ];
    let doc = docx(&format!("<w:tbl>{}</w:tbl>", rows.concat()), &[]);
    assert_eq!(texts(&doc), ["Haven\t2029\t2030", "Noord\t\t", "pont\t4\t5", "Zuid\t\t", "pont\t6\t7"]);
}
