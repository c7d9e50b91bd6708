//! Motions as papers and debates print them, whole and mangled.

use crate::document::{BlockKind, Document, Draft, DraftBlock, Kind};
use crate::text::Origin;

/// A document of these paragraphs; one that begins with "- " is a list item.
fn of(lines: &[&str]) -> Document {
    let mut draft = Draft::default();
    for (number, line) in (1..).zip(lines) {
        let (kind, words) = match (line.strip_prefix("- "), line.strip_suffix(':').filter(|l| l.starts_with("De heer")))
        {
            (Some(item), _) => (BlockKind::Item { marker: "-".into() }, item),
            (None, Some(_)) => (BlockKind::Speaker, *line),
            _ => (BlockKind::Paragraph, *line),
        };
        draft.push(DraftBlock::with(kind, Origin::line(number), words));
    }
    let mut doc = draft.finish("motie.txt", "txt");
    super::structure(&mut doc, &[]);
    doc
}

fn dicta(doc: &Document) -> Vec<(&str, usize)> {
    doc.motions[0].dicta.iter().map(|d| (doc.of(d.span), d.items.len())).collect()
}

fn signers(doc: &Document) -> Vec<&str> {
    doc.motions[0].signers.iter().map(|s| s.person.naam.as_str()).collect()
}

#[test]
fn a_printed_motion_is_read_whole() {
    let doc = of(&[
        "30 123 VI Fietspaden",
        "Nr. 77 GEWIJZIGDE MOTIE VAN HET LID DE BOER C.S. TER VERVANGING VAN DIE GEDRUKT ONDER NR. 71",
        "Voorgesteld 3december 2024",
        "De Kamer,",
        "gehoord de beraadslaging,",
        "van mening dat:",
        "fietsers te lang wachten;",
        "stelt dat niemand daar iets aan doet;",
        "verzoekt de regering, tenzij:",
        "het lichten betreft bij een school;",
        "de gemeente bezwaar maakt,",
        "lichten korter op rood te zetten;",
        "roept het kabinet op de Kamer voor de zomer te informeren",
        "en gaan over tot de orde dag",
        "De Boer (CDA)",
        "van 't Hof",
        "Çelik-Jansen.",
    ]);
    let motion = &doc.motions[0];
    assert_eq!(doc.meta.kind, Kind::Motie);
    assert_eq!(motion.key.as_deref(), Some("kst-30123-VI-77"));
    assert_eq!(motion.replaces.as_deref(), Some("kst-30123-VI-71"));
    assert_eq!(motion.date.unwrap().to_string(), "2024-12-03");
    assert_eq!(motion.considerans.len(), 1);
    assert_eq!(dicta(&doc).iter().map(|d| d.1).collect::<Vec<_>>(), [3, 0]);
    assert_eq!(signers(&doc), ["De Boer", "Van 't Hof", "Çelik-Jansen"]);
    assert_eq!(motion.signers[0].person.fractie.as_deref(), Some("CDA"));
}

#[test]
fn clauses_run_together_come_apart() {
    let doc = of(&[
        "MOTIE VAN DE LEDEN JANSEN EN DE WIT",
        "De Kamer, gehoord de beraadslaging, overwegende dat het regent, verzoekt de regering paraplu's uit te delen; \
         verzoekt de regering tevens de Kamer te verzoeken binnen te blijven, en gaat over tot de orde van de dag. Jansen en De Wit",
    ]);
    assert_eq!(doc.motions[0].considerans.len(), 1);
    assert_eq!(dicta(&doc)[0].0, "verzoekt de regering paraplu's uit te delen");
    assert_eq!(dicta(&doc).len(), 2);
    assert_eq!(signers(&doc), ["Jansen", "De Wit"]);
}

#[test]
fn a_closing_that_is_lost_and_a_verb_that_is_rare_do_no_harm() {
    let doc = of(&[
        "Motie van het lid Kuiper",
        "De Kamer,",
        "gehoord de beraadslaging,",
        "erkent het belang van de fiets,",
        "Kuiper",
        "Bos",
    ]);
    assert_eq!(dicta(&doc), [("erkent het belang van de fiets", 0)]);
    assert_eq!(signers(&doc), ["Kuiper", "Bos"]);
}

#[test]
fn the_chair_names_movers_and_number() {
    let doc = of(&[
        "De heer Vis (XYZ):",
        "De Kamer, zo zeg ik vaak, luistert slecht.",
        "De Kamer,",
        "gehoord de beraadslaging,",
        "verzoekt de regering te luisteren,",
        "en gaat over tot de orde van de dag.",
        "De heer voorzitter:",
        "Deze motie is voorgesteld door de leden Vis, Van Dam en 't Zand. Naar mij blijkt, wordt de indiening ervan voldoende ondersteund. Zij krijgt nr. 12, was nr. 9 (30123-VI).",
    ]);
    assert_eq!(doc.motions.len(), 1);
    assert_eq!(doc.motions[0].key.as_deref(), Some("kst-30123-VI-12"));
    assert_eq!(doc.motions[0].replaces.as_deref(), Some("kst-30123-VI-9"));
    assert_eq!(signers(&doc), ["Vis", "Van Dam", "'t Zand"]);
    assert_eq!(doc.meta.kind, Kind::Overig);
}
