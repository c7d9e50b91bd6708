//! XML: the official publications (Kamerstukken, Handelingen, Aanhangsel) and the Chamber's own debate reports (VLOS).
//! The border: elements to blocks; what a motion or an answer is, the genres know.
//!
//! - [x] titles, sections, paragraphs, lists, tables, footnotes, links, speakers, motions inside a debate report
//! - [x] both metadata shapes; numbers come from the body first
//! - [x] XML of an unknown kind: the words of every element, in order; XML that is data about documents (OData, SRU,
//!   Atom, `metadata.xml`) is named as such and not read
//! - [x] broken XML: the line; entities beyond the five and the numeric ones stay as they stand, nothing is expanded
//! - [x] Aanhangsel and letters: questions, answers, signatures, remarks; their shape is inferred from the schema's
//!   names, none was seen
//! - [x] a debate or an answer without metadata: number and day from what its head prints
//! - [ ] pictures, formulas
//!
//! What the file says of itself goes to `Draft::properties`, under these names only: `identifier` (`kst-26643-1315`),
//! `dossier` (one each, `36600-VII`), `nummer`, `dossiertitel`, `title`, `kind` (the Chamber's word: "Motie", "Brief"),
//! `date` (`2025-03-13`), `vergaderjaar`, `indiener` (one each).

mod publicatie;
mod tree;
mod vlos;

use super::{ReadError, encoding};
use crate::document::Draft;

/// XML that comes along with documents and is none, by its outermost element: what it is and what to give instead.
const DATA: &[(&str, &str, &str)] = &[
    (
        "Edmx",
        "de beschrijving van een OData-dienst ($metadata)",
        "ze zegt welke gegevens er zijn; geef de gegevens zelf (Zaak….json) of de documenten",
    ),
    (
        "metadata_gegevens",
        "de metadata van een officiële publicatie (metadata.xml)",
        "geef de publicatie zelf (.xml, .html, .odt of .pdf)",
    ),
    ("searchRetrieveResponse", "het antwoord van een zoekdienst (SRU)", "geef de publicaties waar het naar verwijst"),
    ("feed", "een lijst van wijzigingen (Atom)", "geef de documenten waar ze naar verwijst"),
];

/// Reads XML of any kind.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    let decoded = encoding::decode(bytes)?;
    let (root, repairs) = tree::parse(&decoded.text)?;
    let mut draft = Draft { warnings: decoded.warnings, ..Draft::default() };
    for repair in repairs {
        draft.warn(repair);
    }
    if let Some((_, what, advice)) = DATA.iter().find(|(name, ..)| *name == root.name) {
        return Err(ReadError::Unsupported { what: (*what).into(), advice: (*advice).into() });
    }
    match root.name.as_str() {
        "vlosCoreDocument" => vlos::read(&root, &mut draft),
        _ => publicatie::read(&root, &mut draft),
    }
    Ok(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::BlockKind;

    fn of(xml: &str) -> Draft {
        read(xml.as_bytes()).unwrap()
    }

    fn texts(draft: &Draft) -> Vec<&str> {
        draft.blocks.iter().map(|b| b.text.as_str()).collect()
    }

    fn property<'a>(draft: &'a Draft, name: &str) -> Vec<&'a str> {
        draft.properties.iter().filter(|(n, _)| n == name).map(|(_, v)| v.as_str()).collect()
    }

    #[test]
    fn numbers_come_from_the_body_in_every_shape() {
        let kst = |dossier: &str| {
            of(&format!(
                "<officiele-publicatie><metadata/><kamerstuk>{dossier}<stuk><stuknr>Nr. <ondernummer>7</ondernummer></stuknr>\
                 <titel>MOTIE</titel><al>De Kamer,</al></stuk></kamerstuk></officiele-publicatie>"
            ))
        };
        let one = |inner: &str| format!("<dossier><dossiernummer>{inner}</dossiernummer></dossier>");
        let id = |inner: &str| property(&kst(&one(inner)), "identifier").concat();
        assert_eq!(id("<dossiernr>36 600</dossiernr>-<begrotingshoofdstuk> J</begrotingshoofdstuk>"), "kst-36600-J-7");
        assert_eq!(id("<dossiernr>21\u{a0}501</dossiernr>-<raadnr>20</raadnr>"), "kst-21501-20-7");
        assert_eq!(id("<dossiernr>36 351</dossiernr> (<rijkswetnr>R 2184</rijkswetnr>)"), "kst-36351-7");
        assert_eq!(id("<dossiernr>31 066-</dossiernr>"), "kst-31066-7");
        let two = kst(&format!("{}{}", one("<dossiernr>30 000</dossiernr>"), one("<dossiernr>31 000</dossiernr>")));
        assert_eq!(property(&two, "dossier"), ["30000", "31000"]);
    }

    #[test]
    fn the_record_s_address_helps_where_the_body_is_silent() {
        let draft = of("<officiele-publicatie><metadata><meta name=\"OVERHEIDop.externMetadataRecord\" \
             content=\"https://zoek.officielebekendmakingen.nl/kst-30000-VI-12/metadata.xml\"/></metadata>\
             <kamerstuk><stuk><al>Tekst</al></stuk></kamerstuk></officiele-publicatie>");
        assert_eq!(property(&draft, "identifier"), ["kst-30000-VI-12"]);
        assert_eq!(property(&draft, "dossier"), ["30000-VI"]);
    }

    #[test]
    fn a_letter_keeps_notes_tables_lists_and_links() {
        let draft = of("<officiele-publicatie><kamerstuk><stuk><titel>BRIEF</titel><algemeen><vrije-tekst><tekst>\
             <divisie><kop><nr>1</nr><titel>Fietspaden</titel></kop>\
             <al>Zie de brief<noot id=\"n1\" type=\"voet\"><noot.nr>1</noot.nr><noot.al><extref doc=\"kst-30000-1\">30 000, nr. 1</extref>.</noot.al></noot> over H<inf>2</inf>O.</al>\
             <lijst><li><li.nr>a.</li.nr><al>Eerste.</al><al>Vervolg.</al></li></lijst>\
             <table><tgroup cols=\"2\"><thead><row><entry><al>Wie</al></entry><entry>Wat</entry></row></thead>\
             <tbody><row><entry>A</entry><entry/></row></tbody></tgroup></table></divisie>\
             </tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>");
        assert_eq!(
            texts(&draft),
            ["BRIEF", "1 Fietspaden", "Zie de brief over H2O.", "Eerste.", "Vervolg.", "Wie\tWat", "A\t"]
        );
        assert_eq!(draft.blocks[1].kind, BlockKind::Heading { level: 2 });
        assert_eq!(draft.blocks[3].kind, BlockKind::Item { marker: "a.".into() });
        assert!(matches!(draft.blocks[5].kind, BlockKind::Row { header: true, .. }));
        assert_eq!(draft.blocks[2].marks, [("Zie de brief".len(), "1".to_string())]);
        let (label, note) = &draft.notes[0];
        assert_eq!((label.as_str(), note.text.as_str()), ("1", "30 000, nr. 1."));
        assert_eq!(note.links, [(0..13, "kst-30000-1".to_string())]);
        let path = draft.blocks[4].places[0].1.to_string();
        assert!(path.ends_with("/divisie/lijst/li/al[2]"), "{path}");
    }

    #[test]
    fn a_debate_has_speakers() {
        let draft = of("<officiele-publicatie><handelingen><agendapunt><item-titel>Fietsen</item-titel><spreekbeurt>\
             <spreker><voorvoegsels> De heer </voorvoegsels><naam><achternaam>\n Jansen\n</achternaam></naam> (<politiek>\n XYZ\n </politiek>):</spreker>\
             <tekst><al>Dank u.</al></tekst></spreekbeurt></agendapunt></handelingen></officiele-publicatie>");
        assert_eq!(texts(&draft), ["Fietsen", "De heer Jansen (XYZ):", "Dank u."]);
        assert_eq!(draft.blocks[1].kind, BlockKind::Speaker);
        assert_eq!(property(&draft, "kind"), ["Handelingen"]);
    }

    #[test]
    fn unknown_xml_gives_its_words() {
        let draft = of(
            "<brief xmlns:x=\"u\"><x:kop>Titel</x:kop>los <b>vet</b> woord<p>Alinea &amp; meer &#233;&raar;</p></brief>",
        );
        assert_eq!(texts(&draft), ["Titel", "los vet woord", "Alinea & meer é&raar;"]);
        assert_eq!(draft.warnings.len(), 1);
    }

    #[test]
    fn data_about_documents_is_named_and_not_called_empty() {
        let reason = |xml: &str| read(xml.as_bytes()).map_err(|e| e.to_string());
        let edmx =
            "<?xml version=\"1.0\"?><edmx:Edmx Version=\"4.0\" xmlns:edmx=\"e\"><edmx:DataServices/></edmx:Edmx>";
        assert!(reason(edmx).is_err_and(|e| e.contains("OData") && e.contains("json")));
        let record = "<metadata_gegevens><metadata name=\"DC.title\" content=\"Vaarwegen\"/></metadata_gegevens>";
        assert!(reason(record).is_err_and(|e| e.contains("metadata.xml")));
    }

    #[test]
    fn broken_xml_says_where() {
        let broken = |xml: &str| match read(xml.as_bytes()) {
            Err(ReadError::Broken { place, .. }) => place,
            other => panic!("{other:?}"),
        };
        assert_eq!(broken("<a>\n<b>\n<c></b></a>"), "regel 3");
        assert_eq!(broken("<a>\n<b>tekst"), "regel 2");
        assert_eq!(broken("<?xml version=\"1.0\"?>\nalleen tekst"), "regel 1");
        let deep = "<a>".repeat(100_000);
        assert!(matches!(read(deep.as_bytes()), Err(ReadError::TooLarge { .. })));
        let bomb = "<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><l>&b;</l>";
        assert_eq!(texts(&of(bomb)), ["&b;"]);
    }
}
