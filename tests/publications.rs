//! The XML of the Chamber and of the official publications: debates, answers, letters and lists of questions, in the shape
//! that the domain's reference describes. The specimens are our own; `tests/outlines` shows each as it is read.

use kamerspoor::document::{BlockKind, Document, Kind};
use kamerspoor::read::read;
use regex::Regex;

fn specimen(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specimens").join(name);
    std::fs::read_to_string(path).unwrap()
}

fn open(xml: &str) -> Document {
    read("stuk.xml", xml.as_bytes()).unwrap()
}

/// Each turn: who speaks, and the words up to the next speaker or heading.
fn turns(doc: &Document) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    let mut speaking = false;
    for block in &doc.blocks {
        let words = doc.of(block.span);
        match block.kind {
            BlockKind::Speaker => {
                found.push((words, String::new()));
                speaking = true;
            }
            BlockKind::Heading { .. } => speaking = false,
            _ if speaking => {
                let said = &mut found.last_mut().unwrap().1;
                *said = format!("{said} {words}").trim().to_string();
            }
            _ => {}
        }
    }
    found
}

#[test]
fn a_debate_of_the_chamber_gives_who_spoke_in_what_role_and_the_motions() {
    let doc = open(&specimen("vlos-debat.xml"));
    assert_eq!((doc.meta.kind, doc.meta.date.unwrap().to_string()), (Kind::Verslag, "2031-02-06".to_string()));
    assert_eq!(doc.meta.title.as_deref(), Some("41e vergadering, donderdag 6 februari 2031"));
    assert!(doc.warnings.iter().any(|w| w.contains("ongecorrigeerd")));
    let turns = turns(&doc);
    let who: Vec<&str> = turns.iter().map(|(who, _)| *who).collect();
    assert_eq!(
        who,
        [
            "De voorzitter:",
            "De heer Van der Pont (D66):",
            "Mevrouw Wadsma (GroenLinks-PvdA):",
            "De heer Van der Pont (D66):",
            "De voorzitter:",
            "Minister Kanaalman (Infrastructuur en Waterstaat):"
        ]
    );
    assert_eq!(turns[2].1, "Wie betaalt die tweede pont?");
    assert_eq!(turns[3].1, "Dat is aan de minister.");
    let motion = &doc.motions[0];
    assert_eq!((doc.motions.len(), motion.key.as_deref()), (1, Some("kst-34567-18")));
    let signers: Vec<&str> = motion.signers.iter().map(|s| s.person.naam.as_str()).collect();
    assert_eq!(signers, ["Van der Pont", "Wadsma"]);
    for number in ["objectid", "a1", "T10:21", "2031Z00123", "Pont van der", "lid Tweede Kamer", "true"] {
        assert!(!doc.text().contains(number), "{number} is geen tekst");
    }
}

#[test]
fn a_debate_is_read_whatever_element_is_absent() {
    let whole = specimen("vlos-debat.xml");
    let without = |name: &str| {
        let element = Regex::new(&format!("(?s)<{name}(?: [^>]*)?>[^<]*</{name}>|<{name}/>")).unwrap();
        let cut = element.replace_all(&whole, "").into_owned();
        assert!(cut.len() < whole.len(), "{name} staat er niet in");
        open(&cut)
    };
    assert_eq!(without("datum").meta.date.unwrap().to_string(), "2031-02-06", "uit de titel");
    assert_eq!(without("functie").blocks.len(), open(&whole).blocks.len());
    let plain = without("verslagnaam");
    assert!(turns(&plain).iter().any(|(who, _)| *who == "De heer Kanaalman:" || who.starts_with("Minister Kanaalman")));
    for name in
        ["aanhef", "fractie", "isvoorzitter", "stuknummer", "dossiernummer", "vergaderjaar", "titel", "onderwerp"]
    {
        let doc = without(name);
        assert_eq!((doc.meta.kind, doc.motions.len()), (Kind::Verslag, 1), "zonder {name}");
        assert!(doc.text().contains("Wie betaalt die tweede pont?"), "zonder {name}");
    }
    let speaker = Regex::new("(?s)<spreker .*?</spreker>").unwrap().replace_all(&whole, "").into_owned();
    assert!(open(&speaker).text().contains("Ik zeg toe dat ik de Kamer"));
}

#[test]
fn published_answers_have_their_questions_notes_and_tables() {
    let doc = open(&specimen("aanhangsel-pont.xml"));
    assert_eq!((doc.meta.kind, doc.meta.id.as_deref()), (Kind::Antwoord, Some("ah-tk-20302031-1207")));
    let numbers: Vec<&[u32]> = doc.questions.iter().map(|q| q.numbers.as_slice()).collect();
    assert_eq!(numbers, [[1].as_slice(), &[2, 3], &[4]]);
    assert_eq!(doc.of(doc.questions[2].answers[0].span), "Zie het antwoord op vraag 3.");
    let rows = doc.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Row { .. })).count();
    assert_eq!((rows, doc.footnotes.len()), (3, 3));
    assert!(doc.footnotes.iter().all(|n| n.anchor.is_some()));
    assert!(doc.links.iter().any(|l| l.target == "kst-34567-18"));
    // Without its address the head tells the number.
    let head = specimen("aanhangsel-pont.xml")
        .replace("https://zoek.officielebekendmakingen.nl/ah-tk-20302031-1207/metadata.xml", "");
    assert_eq!(open(&head).meta.id.as_deref(), Some("ah-tk-20302031-1207"));
    // The same questions numbered by attribute, or with a head of their own.
    for shape in [
        "<vraag nr=\"4\"><al>",
        "<vraag><kop><label>Vraag</label><nr>4</nr></kop><al>",
        "<vraag><titel>Vraag 4</titel><al>",
    ] {
        let other = open(&specimen("aanhangsel-pont.xml").replace("<vraag><nr>Vraag 4</nr><al>", shape));
        assert_eq!(other.questions.len(), 3, "{shape}");
        assert_eq!(other.of(other.questions[2].question), "Wanneer is dat klaar?", "{shape}");
    }
}

#[test]
fn a_debate_without_metadata_has_its_number_and_day_from_its_head() {
    let whole = specimen("handelingen-zonder-metadata.xml");
    let doc = open(&whole);
    assert_eq!(doc.meta.id.as_deref(), Some("h-tk-20302031-41-8"));
    assert_eq!(doc.meta.date.unwrap().to_string(), "2031-02-06");
    assert_eq!(doc.motions[0].key.as_deref(), Some("kst-34567-18"));
    let yearless = open(&whole.replace("Vergaderjaar 2030–2031", ""));
    assert_eq!(yearless.meta.id.as_deref(), Some("h-tk-20302031-41-8"), "het jaar volgt uit de dag");
    let silent = open(&whole.replace("41e vergadering", "").replace("Donderdag 6 februari 2031", ""));
    assert_eq!((silent.meta.id, silent.meta.date), (None, None), "er wordt niets verzonnen");
}
