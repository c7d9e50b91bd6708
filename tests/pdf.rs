//! PDFs, at the edge where users stand: specimens made here, a layout or a defect each. `pdf_real` holds the reader to
//! real documents.

use kamerspoor::document::{BlockKind, Document};
use kamerspoor::read::{ReadError, read};
use kamerspoor::text::Origin;
use lopdf::{Dictionary, EncryptionState, EncryptionVersion, Object, ObjectId, Permissions, Stream, dictionary};
use proptest::prelude::*;

/// Words at a place on the page, in a type size; `F2` is the heavy face.
fn at(x: i32, y: i32, size: i32, words: &str) -> String {
    format!("BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n")
}

/// Lines under one another.
fn lines(x: i32, y: i32, size: i32, lines: &[&str]) -> String {
    lines.iter().zip(0..).map(|(line, n)| at(x, y - n * (size + 2), size, line)).collect()
}

fn bold(content: &str) -> String {
    content.replace("/F1", "/F2")
}

/// A PDF in the making: a document, the ids of its page tree and its pages.
struct Specimen {
    doc: lopdf::Document,
    tree: ObjectId,
    pages: Vec<ObjectId>,
}

impl Specimen {
    fn new(contents: &[String]) -> Specimen {
        let mut doc = lopdf::Document::with_version("1.5");
        let face = |name: &str| dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => name, "Encoding" => "WinAnsiEncoding" };
        let ligatures =
            dictionary! { "Type" => "Encoding", "Differences" => vec![1.into(), "fi".into(), "ffi".into()] };
        let mut third = face("Helvetica");
        third.set("Encoding", ligatures);
        let fonts = dictionary! { "F1" => face("Helvetica"), "F2" => face("Helvetica-Bold"), "F3" => third };
        let resources = doc.add_object(dictionary! { "Font" => fonts });
        let tree = doc.new_object_id();
        let mut pages = Vec::new();
        for content in contents {
            let bytes = content.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
            let content = doc.add_object(Stream::new(Dictionary::new(), bytes));
            pages.push(doc.add_object(dictionary! {
                "Type" => "Page", "Parent" => tree, "Contents" => content, "Resources" => resources,
                "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            }));
        }
        let kids: Vec<Object> = pages.iter().map(|id| (*id).into()).collect();
        doc.set_object(tree, dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => kids });
        let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
        doc.trailer.set("Root", catalog);
        let id = Object::string_literal("kamerspoor-proef");
        doc.trailer.set("ID", vec![id.clone(), id]);
        Specimen { doc, tree, pages }
    }

    fn bytes(mut self) -> Vec<u8> {
        let mut out = Vec::new();
        self.doc.save_to(&mut out).unwrap();
        out
    }

    fn read(self) -> Document {
        read("proef.pdf", &self.bytes()).unwrap()
    }
}

fn reading(contents: &[String]) -> Document {
    Specimen::new(contents).read()
}

/// The blocks of one kind as text.
fn blocks(doc: &Document, wanted: fn(&BlockKind) -> bool) -> Vec<&str> {
    doc.blocks.iter().filter(|b| wanted(&b.kind)).map(|b| doc.of(b.span)).collect()
}

fn running(kind: &BlockKind) -> bool {
    !matches!(kind, BlockKind::Frame | BlockKind::Footnote)
}

const BRIDGE: [&str; 4] = [
    "De provincie laat dit jaar alle bruggen over het kanaal na-",
    "kijken. Wie schade ziet kan dat melden per e-",
    "mail, en de ICT-",
    "afdeling houdt bij welke in- en uitritten dicht zijn.",
];

#[test]
fn hyphens_at_the_end_of_a_line_go_or_stay_as_the_word_asks() {
    let doc = reading(&[lines(70, 700, 10, &BRIDGE)]);
    let text = "De provincie laat dit jaar alle bruggen over het kanaal nakijken. Wie schade ziet kan dat melden per e-mail, \
                en de ICT-afdeling houdt bij welke in- en uitritten dicht zijn.";
    assert_eq!(doc.text(), text);
    assert_eq!(doc.origin_at(text.find("afdeling").unwrap()), Origin::page(1, 4));
}

#[test]
fn columns_are_read_one_after_the_other() {
    let left = [
        "Links staat het begin van het",
        "verhaal over de sluizen die",
        "volgend voorjaar dicht gaan",
        "omdat het hout versleten is",
        "en het water te hoog staat.",
    ];
    let right = [
        "Rechts gaat het verder met de",
        "schippers die moeten omvaren",
        "en daar een vergoeding voor",
        "willen hebben van het rijk,",
        "zegt hun eigen vereniging.",
    ];
    let doc = reading(&[lines(60, 700, 10, &left) + &lines(320, 700, 10, &right)]);
    assert_eq!(doc.text(), [left.join(" "), right.join(" ")].join("\n"));
}

#[test]
fn a_column_of_references_beside_a_letter_is_set_apart() {
    let body = [
        "Hierbij bied ik u de rapportage aan over het onderhoud van de dijken in",
        "het afgelopen jaar. De werken liggen op schema, al heeft het hoge water",
        "in januari op twee plaatsen voor vertraging gezorgd. In het voorjaar laat",
        "ik u weten wanneer het laatste deel gereed is en wat dat heeft gekost.",
        "De waterschappen hebben hun deel van het werk inmiddels afgerond.",
    ];
    let side = ["Datum", "4 juni 2031", "Ons kenmerk", "DIJK-88214"];
    let mut page = lines(70, 600, 10, &body);
    for (words, y) in side.iter().zip([603, 594, 580, 571]) {
        page += &at(480, y, 7, words);
    }
    let doc = reading(&[page]);
    assert_eq!(blocks(&doc, running), [body.join(" ")]);
    let frames = blocks(&doc, |k| *k == BlockKind::Frame).join(" ");
    assert!(frames.contains("Ons kenmerk DIJK-88214"), "{frames}");
}

/// The house style of ministries that set the references left of the letter, close to the lines of the body or between
/// them, in small type or in that of the letter, on the first page and on those that follow.
#[test]
fn a_column_of_references_left_of_a_letter_is_set_apart() {
    let first = [
        "Hierbij bied ik u de rapportage aan over het onderhoud van de dijken in",
        "het afgelopen jaar. De werken liggen op schema, al heeft het hoge water",
        "in januari op twee plaatsen voor vertraging gezorgd. In het voorjaar laat",
        "ik u weten wanneer het laatste deel gereed is en wat dat heeft gekost.",
        "De waterschappen hebben hun deel van het werk inmiddels afgerond en ik",
        "heb hun gevraagd om een lijst van de plaatsen waar nog klei ontbreekt en",
    ];
    let second = [
        "waar het gras niet wil groeien. Die lijst krijgt u in de zomer, samen met",
        "de kosten van het herstel en de namen van de mensen die het doen willen.",
        "Tot die tijd blijft het pad over de kruin gesloten voor wie te paard komt.",
        "Wandelaars en fietsers kunnen er gewoon langs.",
    ];
    let side = ["Datum", "4 juni 2031", "Ons kenmerk", "DIJK-88214", "Bijlage(n)", "1"];
    for (size, step) in [(7, 12), (7, 9), (10, 12), (10, 17)] {
        let page = |number: i32, body: &[&str], side: &[&str]| {
            let column: String = side.iter().zip(0..).map(|(w, n)| at(40, 600 - n * step, size, w)).collect();
            lines(150, 600, 10, body) + &column + &at(40, 40, 7, &format!("Pagina {number} van 2"))
        };
        let doc = reading(&[page(1, &first, &side), page(2, &second, &side[..4])]);
        assert_eq!(blocks(&doc, running), [[first.join(" "), second.join(" ")].join(" ")], "{size} {step}");
        let frames = blocks(&doc, |k| *k == BlockKind::Frame).join(" ");
        assert!(frames.contains("Ons kenmerk DIJK-88214"), "{frames}");
    }
}

#[test]
fn the_page_number_of_a_letter_of_one_page_is_no_text() {
    let page = lines(150, 700, 10, &["Ik stuur u de lijst van dijken toe.", "De minister van Dijken"])
        + &at(480, 62, 7, "Pagina 1 van 1")
        + &at(40, 54, 7, "Dijkstraat 1")
        + &at(40, 46, 7, "Postbus 2")
        + &at(40, 38, 7, "1234 AB Dorp");
    let doc = reading(&[page]);
    assert!(!blocks(&doc, running).join(" ").contains("Pagina"), "{}", doc.text());
    assert!(blocks(&doc, |k| *k == BlockKind::Frame).contains(&"Pagina 1 van 1"));
}

#[test]
fn a_row_broken_over_two_pages_is_one_row() {
    let row = |y: i32, cells: [&[&str]; 3]| {
        [60, 160, 330].iter().zip(cells).map(|(x, cell)| lines(*x, y, 10, cell)).collect::<String>()
    };
    let head =
        lines(60, 800, 10, &["De lijst van veren die dit jaar voor onderhoud uit de vaart gaan, met de reden erbij."]);
    let top = row(230, [&["Waterveer"], &["Een lek."], &["Er vaart een sloep."]])
        + &row(200, [&["Noordveer"], &["Nieuwe motoren."], &["De rederij vaart om."]])
        + &row(
            160,
            [&["Zuidveer"], &["De steiger is", "verzakt en wordt"], &["Wie naar het eiland", "wil, neemt zolang de"]],
        );
    let whole = "Zuidveer\tDe steiger is verzakt en wordt hersteld.\tWie naar het eiland wil, neemt zolang de bus.";
    let next = row(700, [&["Oostveer"], &["De pont is oud."], &["Er komt een brug."]])
        + &row(670, [&["Westveer"], &["Nog niets."], &["Geen gevolg."]]);
    let both = row(760, [&[], &["hersteld."], &["bus."]]);
    let one = row(760, [&[], &[], &["bus."]]);
    for (rest, whole) in [(both, whole.to_string()), (one, whole.replace(" hersteld.", ""))] {
        let doc = reading(&[head.clone() + &top, rest + &next]);
        let rows = blocks(&doc, |k| matches!(k, BlockKind::Row { .. }));
        assert_eq!(rows.len(), 5, "{}", doc.text());
        assert_eq!(rows[2], whole);
        assert_eq!(rows[3], "Oostveer\tDe pont is oud.\tEr komt een brug.");
    }
}

#[test]
fn labels_stay_with_their_values() {
    let page = at(60, 700, 10, "Onderwerp:")
        + &at(180, 700, 10, "Vervanging van de veerpont bij het eiland")
        + &at(60, 680, 10, "Besluit:")
        + &lines(180, 680, 10, &["Het voorstel wordt volgende week besproken met", "de schippers en hun vereniging."])
        + &at(60, 640, 10, "Noot:")
        + &at(180, 640, 10, "Zie ook punt 7");
    let doc = reading(&[page]);
    let rows = blocks(&doc, |k| matches!(k, BlockKind::Row { .. }));
    assert_eq!(rows.len(), 3, "{}", doc.text());
    assert_eq!(rows[1], "Besluit:\tHet voorstel wordt volgende week besproken met de schippers en hun vereniging.");
}

/// Cells of several lines, under one another over two pages, as lists of motions are sent.
#[test]
fn cells_of_several_lines_are_one_row_and_no_running_lines() {
    let row = |y: i32, number: i32| {
        at(60, y, 9, &number.to_string())
            + &lines(90, y, 9, &["Motie over een", "tweede pont in", "de winter"])
            + &lines(240, y, 9, &["De rederij keurt", "het schip en meldt", "de uitkomst aan", "de gemeente."])
            + &at(420, y, 9, "Q2 2031")
    };
    let page = |first: i32| {
        let rows: String = (0..13).map(|n| row(800 - n * 58, first + n)).collect();
        rows + &at(480, 25, 7, &format!("Pagina {}", first / 13 + 1))
    };
    let doc = reading(&[page(1), page(14)]);
    let rows = blocks(&doc, |k| matches!(k, BlockKind::Row { .. }));
    assert_eq!(rows.len(), 26, "{}", doc.text());
    for (number, words) in (1..).zip(&rows) {
        let whole =
            "Motie over een tweede pont in de winter\tDe rederij keurt het schip en meldt de uitkomst aan de gemeente.";
        assert_eq!(*words, format!("{number}\t{whole}\tQ2 2031"));
    }
    assert_eq!(blocks(&doc, |k| *k == BlockKind::Frame), ["Pagina 1"]);
}

#[test]
fn a_note_whose_number_is_glued_to_its_words_is_a_note() {
    let raised = |digit: &str| format!("/F1 6 Tf 4 Ts ({digit}) Tj /F1 10 Tf 0 Ts ");
    let page = "BT /F1 10 Tf 70 700 Td (De pont viel vorige winter zeven dagen uit.) Tj ".to_string()
        + &raised("1")
        + "0 -12 Td (Dat was vaker dan in de jaren daarvoor.) Tj "
        + &raised("2")
        + "ET\n"
        + &lines(70, 100, 7, &["1Waddenkrant, 4 januari 2031.", "2Opgave van de rederij."]);
    let doc = reading(&[page]);
    let notes: Vec<(&str, &str)> = doc.footnotes.iter().map(|n| (n.label.as_str(), doc.of(n.body))).collect();
    assert_eq!(notes, [("1", "Waddenkrant, 4 januari 2031."), ("2", "Opgave van de rederij.")]);
    assert!(doc.footnotes.iter().all(|n| n.anchor.is_some()));
}

#[test]
fn a_heading_over_two_lines_is_one_heading() {
    let page =
        bold(&lines(70, 760, 13, &["Een tweede pont voor het eiland en wat die", "betekent voor de dokterspost"]))
            + &lines(70, 720, 10, &["De rederij heeft het schip laten keuren en", "meldt de uitkomst na de zomer."]);
    let doc = reading(&[page]);
    let headings = blocks(&doc, |k| matches!(k, BlockKind::Heading { .. }));
    assert_eq!(headings, ["Een tweede pont voor het eiland en wat die betekent voor de dokterspost"]);
}

#[test]
fn footnote_digits_leave_the_word_and_find_their_note() {
    let raised = |digit: &str| format!("/F1 6 Tf 4 Ts ({digit}) Tj /F1 10 Tf 0 Ts ");
    let mut page = "BT /F1 10 Tf 70 700 Td (De meting is vorig jaar gedaan door het instituut) Tj ".to_string();
    page += &(raised("1") + "0 -12 Td (en daarna herhaald op 40 m) Tj " + &raised("2") + "( grond.) Tj ET\n");
    page += &at(70, 100, 5, "1");
    page += &at(75, 97, 8, "Jaarverslag van het instituut, blz. 12.");
    let doc = reading(&[page]);
    assert_eq!(
        blocks(&doc, running),
        ["De meting is vorig jaar gedaan door het instituut en daarna herhaald op 40 m2 grond."]
    );
    let note = &doc.footnotes[0];
    assert_eq!((note.label.as_str(), doc.of(note.body)), ("1", "Jaarverslag van het instituut, blz. 12."));
    assert!(doc.text()[..note.anchor.unwrap()].ends_with("instituut"));
}

#[test]
fn ligatures_are_split_and_rows_of_letters_are_words() {
    let page = "BT /F3 10 Tf 70 700 Td [(een )-20(e\\002ci)10(\\353nte )] TJ (\\001etser) Tj ET\n".to_string();
    let doc = reading(&[page.replace("\\353nte", "ente")]);
    assert_eq!(doc.text(), "een efficiente fietser");
}

#[test]
fn running_lines_and_page_numbers_are_frames_and_paragraphs_run_on_over_pages() {
    let page = |number: i32, body: &[&str]| {
        at(70, 800, 8, "Provincie in beeld, jaargang 12")
            + &lines(70, 740, 10, body)
            + &at(520, 40, 8, &number.to_string())
    };
    let first = [
        "De veerpont vaart in de winter niet omdat het water dan te hoog staat en er",
        "te weinig reizigers zijn die in de koude maanden gebruik van de pont willen",
    ];
    let second = ["maken. Dat is een besluit van de gemeente, waar de provincie niet in kan", "treden."];
    let third = ["In de zomer vaart de pont elk half uur."];
    let doc = reading(&[page(1, &first), page(2, &second), page(3, &third)]);
    assert_eq!(
        blocks(&doc, running),
        [
            "De veerpont vaart in de winter niet omdat het water dan te hoog staat en er te weinig reizigers zijn die in de \
             koude maanden gebruik van de pont willen maken. Dat is een besluit van de gemeente, waar de provincie niet in \
             kan treden.",
            "In de zomer vaart de pont elk half uur.",
        ]
    );
    assert!(blocks(&doc, |k| *k == BlockKind::Frame).contains(&"Provincie in beeld, jaargang 12"));
}

#[test]
fn the_number_at_the_foot_of_a_publication_is_its_number() {
    let page = lines(160, 700, 10, &["De minister antwoordt dat de pont vaart."]) + &at(40, 60, 6, "ah-tk-20302031-77");
    assert_eq!(reading(&[page]).meta.id.as_deref(), Some("ah-tk-20302031-77"));
}

#[test]
fn headings_and_list_items_are_told_from_running_text() {
    let page = at(70, 760, 18, "Plan voor het veer")
        + &lines(70, 720, 10, &["Het plan bestaat uit drie delen die na elkaar worden uitgevoerd, en wel zo:"])
        + &bold(&at(70, 690, 10, "Aanpak"))
        + &at(70, 660, 10, "1.")
        + &lines(90, 660, 10, &["Eerst wordt de steiger aan de noordkant vernieuwd, want die is het", "oudst."])
        + &at(70, 632, 10, "2.")
        + &at(90, 632, 10, "Daarna volgt de pont zelf.");
    let doc = reading(&[page]);
    let headings: Vec<_> = doc.blocks.iter().filter(|b| b.is_heading()).map(|b| doc.of(b.span)).collect();
    assert_eq!(headings, ["Plan voor het veer", "Aanpak"]);
    let items = blocks(&doc, |k| matches!(k, BlockKind::Item { .. }));
    assert_eq!(
        items,
        ["Eerst wordt de steiger aan de noordkant vernieuwd, want die is het oudst.", "Daarna volgt de pont zelf."]
    );
}

#[test]
fn a_page_on_its_side_is_read_as_a_reader_turns_it() {
    let page =
        "BT /F1 10 Tf 0 1 -1 0 200 100 Tm (Deze tabel staat op zijn kant) Tj 0 -12 Td (en loopt gewoon door.) Tj ET\n";
    assert_eq!(reading(&[page.into()]).text(), "Deze tabel staat op zijn kant en loopt gewoon door.");
}

#[test]
fn a_file_locked_with_an_empty_password_is_read_and_one_with_a_real_password_is_refused() {
    for (password, readable) in [("", true), ("sesam", false)] {
        let mut specimen = Specimen::new(&[at(70, 700, 10, "Een afgesloten brief over de haven.")]);
        let state = EncryptionState::try_from(EncryptionVersion::V2 {
            document: &specimen.doc,
            owner_password: "eigenaar",
            user_password: password,
            key_length: 128,
            permissions: Permissions::all(),
        });
        specimen.doc.encrypt(&state.unwrap()).unwrap();
        let found = read("slot.pdf", &specimen.bytes());
        if readable {
            assert_eq!(found.unwrap().text(), "Een afgesloten brief over de haven.");
        } else {
            assert_eq!(found.unwrap_err(), ReadError::Encrypted);
        }
    }
}

#[test]
fn pages_without_text_are_scanned_and_nothing_is_invented() {
    let image = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u{7f} EI Q\n".to_string();
    let found = read("scan.pdf", &Specimen::new(&[image.clone(), image]).bytes());
    assert_eq!(found.unwrap_err(), ReadError::Scanned { pages: 2 });
}

#[test]
fn a_page_tree_that_bites_its_tail_ends() {
    let mut specimen = Specimen::new(&[at(70, 700, 10, "Een pagina die in een kring staat.")]);
    let (tree, page) = (specimen.tree, specimen.pages[0]);
    let kids: Vec<Object> = vec![tree.into(), page.into(), tree.into(), page.into()];
    specimen
        .doc
        .set_object(tree, dictionary! { "Type" => "Pages", "Count" => 999_999, "Kids" => kids, "Parent" => tree });
    assert_eq!(specimen.read().text(), "Een pagina die in een kring staat.");
}

#[test]
fn forms_that_show_themselves_end() {
    let mut specimen = Specimen::new(&["/X Do /X Do\n".into()]);
    let form = specimen.doc.new_object_id();
    let objects = dictionary! { "X" => form };
    let fonts =
        dictionary! { "F1" => dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" } };
    let resources = dictionary! { "XObject" => objects, "Font" => fonts };
    let words = at(70, 700, 10, "Steeds weer hetzelfde.") + "/X Do /X Do";
    let own = dictionary! { "Subtype" => "Form", "Resources" => resources.clone() };
    specimen.doc.set_object(form, Stream::new(own, words.into_bytes()));
    let page = specimen.doc.get_dictionary_mut(specimen.pages[0]).unwrap();
    page.set("Resources", resources);
    assert_eq!(specimen.read().text(), "Steeds weer hetzelfde.");
}

#[test]
fn hostile_numbers_harm_nothing() {
    let page = "q ".repeat(5_000)
        + "BT /F1 99999999999999999999 Tf 1e308 -1e308 Td (te groot) Tj ET BT /F1 -0.0000001 Tf (te klein) Tj ET "
        + "1e38 1e38 1e38 1e38 1e38 1e38 cm 1e38 1e38 1e38 1e38 1e38 1e38 cm BT /F1 10 Tf (verdwenen) Tj ET "
        + &"Q ".repeat(9_000)
        + &at(70, 700, 10, "Gewone woorden.")
        + &"[(".repeat(40_000);
    assert!(reading(&[page]).text().contains("Gewone woorden."));
}

#[test]
fn brackets_inside_brackets_end() {
    for open in ["[", "<</A ", "(", "[<</A "] {
        for depth in [90, 100, 50_000] {
            let deep = open.repeat(depth);
            let file = format!(
                "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n{deep}1\nendobj\ntrailer<</Root 1 0 R>>"
            );
            assert!(read("diep.pdf", file.as_bytes()).is_err());
        }
    }
}

#[test]
fn a_file_of_nothing_but_objects_is_refused_in_time() {
    let file =
        format!("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Z[{}]>>\nendobj\ntrailer<</Root 1 0 R>>", "0 ".repeat(5_000_000));
    assert!(matches!(read("vol.pdf", file.as_bytes()).unwrap_err(), ReadError::TooLarge { .. }));
}

#[test]
fn a_stream_that_unpacks_to_more_than_it_may_is_not_read() {
    let mut specimen = Specimen::new(&[at(70, 700, 10, "Wat er verder staat, blijft leesbaar."), " ".repeat(40 << 20)]);
    specimen.doc.compress();
    let bytes = specimen.bytes();
    assert!(bytes.len() < 200_000);
    assert_eq!(read("bom.pdf", &bytes).unwrap().text(), "Wat er verder staat, blijft leesbaar.");
}

/// A specimen with something of everything, for cutting and spoiling.
fn of_everything() -> Vec<u8> {
    let mut specimen = Specimen::new(&[
        lines(70, 700, 10, &BRIDGE) + &at(70, 100, 5, "1") + &at(75, 97, 8, "Een noot."),
        lines(60, 700, 10, &BRIDGE) + &lines(340, 700, 10, &BRIDGE) + "BT /F3 9 Tf (\\001) Tj ET",
    ]);
    specimen.doc.compress();
    specimen.bytes()
}

#[test]
fn a_cut_file_gives_what_is_left_or_a_reason() {
    let whole = of_everything();
    for part in 0..64 {
        let _ = read("afgekapt.pdf", &whole[..whole.len() * part / 64]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_spoilt_file_gives_what_is_left_or_a_reason(spots in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40)) {
        let mut bytes = of_everything();
        for (place, byte) in spots {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(doc) = read("bedorven.pdf", &bytes) {
            for block in &doc.blocks {
                prop_assert!(!doc.of(block.span).is_empty());
            }
        }
    }
}
