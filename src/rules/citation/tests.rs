//! Every form of a reference, in our own examples.

use super::*;
use proptest::prelude::*;

fn keys(text: &str) -> Vec<String> {
    in_text(text).into_iter().map(|f| f.key.unwrap_or_else(|| "?".into())).collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn every_form_has_its_raw_and_key() {
    let table: &[(&str, &[(&str, &str)])] = &[
        ("Zie Kamerstuk 31 765, nr. 815.", &[("Kamerstuk 31 765, nr. 815", "kst-31765-815")]),
        ("Zie Kamerstuk 31\u{a0}765, nr.\u{a0}815.", &[("Kamerstuk 31\u{a0}765, nr.\u{a0}815", "kst-31765-815")]),
        ("(Kamerstuk 31765-815)", &[("Kamerstuk 31765-815", "kst-31765-815")]),
        (
            "Kamerstukken II 2021/22, 31765, nr. 815, p. 3.",
            &[("Kamerstukken II 2021/22, 31765, nr. 815", "kst-31765-815")],
        ),
        ("Kamerstukken II, 2021, 31765, nr. 815", &[("Kamerstukken II, 2021, 31765, nr. 815", "kst-31765-815")]),
        (
            "1Kamerstukken II 2021-2022, 31 765, nr.815",
            &[("Kamerstukken II 2021-2022, 31 765, nr.815", "kst-31765-815")],
        ),
        (
            "Kamerstukken ll 2021/22, 31 765 XVI, nr 8",
            &[("Kamerstukken ll 2021/22, 31 765 XVI, nr 8", "kst-31765-XVI-8")],
        ),
        ("kamerstukken, 2021-2022,  31765, nr. 8", &[("kamerstukken, 2021-2022,  31765, nr. 8", "kst-31765-8")]),
        (
            "Kamerstukken II, vergaderjaar 2021–2022, 35 925 VII, nr. 4",
            &[("Kamerstukken II, vergaderjaar 2021–2022, 35 925 VII, nr. 4", "kst-35925-VII-4")],
        ),
        ("Kamerstuk 35925-VII-4", &[("Kamerstuk 35925-VII-4", "kst-35925-VII-4")]),
        ("Kamerstuk 35 925-A, nr. 35", &[("Kamerstuk 35 925-A, nr. 35", "kst-35925-A-35")]),
        ("(35 925A, nr. 33)", &[("35 925A, nr. 33", "kst-35925-A-33")]),
        ("Kamerstuk 35 925 hoofdstuk XV, nr. 3", &[("Kamerstuk 35 925 hoofdstuk XV, nr. 3", "kst-35925-XV-3")]),
        ("(21 501-30, nr. 499)", &[("21 501-30, nr. 499", "kst-21501-30-499")]),
        ("21501–30, nr. 499", &[("21501–30, nr. 499", "kst-21501-30-499")]),
        ("Kamerstuk 21501-30-499", &[("Kamerstuk 21501-30-499", "kst-21501-30-499")]),
        ("Kamerstuk 21 501-30", &[("Kamerstuk 21 501-30", "kst-21501-30")]),
        ("Kamerstuk 35 351 (R 2119), nr. 6", &[("Kamerstuk 35 351 (R 2119), nr. 6", "kst-35351-6")]),
        ("(t.v.v. 35351-(R2119)-6)", &[("35351-(R2119)-6", "kst-35351-6")]),
        ("(t.v.v. 31765-816)", &[("31765-816", "kst-31765-816")]),
        (
            "(31 765, nrs. 83, 48 en 9)",
            &[
                ("31 765, nrs. 83, 48 en 9", "kst-31765-83"),
                ("31 765, nrs. 83, 48 en 9", "kst-31765-48"),
                ("31 765, nrs. 83, 48 en 9", "kst-31765-9"),
            ],
        ),
        (
            "Kamerstuk 31765-82 en 83)",
            &[("Kamerstuk 31765-82 en 83", "kst-31765-82"), ("Kamerstuk 31765-82 en 83", "kst-31765-83")],
        ),
        (
            "Kamerstuk 31 765, nr. 79, nr. 84 en 85, en meer",
            &[
                ("Kamerstuk 31 765, nr. 79, nr. 84 en 85", "kst-31765-79"),
                ("Kamerstuk 31 765, nr. 79, nr. 84 en 85", "kst-31765-84"),
                ("Kamerstuk 31 765, nr. 79, nr. 84 en 85", "kst-31765-85"),
            ],
        ),
        (
            "Kamerstuk 31 765, nrs. 1–3",
            &[
                ("Kamerstuk 31 765, nrs. 1–3", "kst-31765-1"),
                ("Kamerstuk 31 765, nrs. 1–3", "kst-31765-2"),
                ("Kamerstuk 31 765, nrs. 1–3", "kst-31765-3"),
            ],
        ),
        ("Kamerstukken 31 765 en 29 247, nr. 12", &[("Kamerstukken 31 765 en 29 247, nr. 12", "kst-31765-12")]),
        ("(31 765/29 247, nr. 12)", &[("31 765/29 247, nr. 12", "kst-31765-12")]),
        ("(Kamerstukken 31765/29247-12)", &[("Kamerstukken 31765/29247-12", "kst-31765-12")]),
        ("Kamerstukken 31 765 en 29 247.", &[("Kamerstukken 31 765", "kst-31765"), ("29 247", "kst-29247")]),
        ("de motie op 82 (35 925-VIII)", &[("82 (35 925-VIII)", "kst-35925-VIII-82")]),
        ("Zij krijgt nr. 203(28286).", &[("nr. 203(28286)", "kst-28286-203")]),
        ("Zij krijgt nr. 48, was nr. 47 (32317).", &[("nr. 47 (32317)", "kst-32317-47")]),
        ("de motie op stuk nr. 45 (32317)", &[("stuk nr. 45 (32317)", "kst-32317-45")]),
        ("Kamerstuk 36574", &[("Kamerstuk 36574", "kst-36574")]),
        ("de initiatiefwet (36 574) is", &[("36 574", "kst-36574")]),
        ("het begrotingsdebat (36 410 VI)", &[("36 410 VI", "kst-36410-VI")]),
        ("(32317–895)", &[("32317–895", "kst-32317-895")]),
        ("(31 765 nr 823)", &[("31 765 nr 823", "kst-31765-823")]),
        ("(35 925 XVII, letter M)", &[("35 925 XVII, letter M", "kst-35925-XVII-M")]),
        ("Kamerstukken I 2018/19, 35 570, C", &[("Kamerstukken I 2018/19, 35 570, C", "kst-35570-C")]),
        ("Kamerstukken I 2008/09, 31700 VI, D, p. 4", &[("Kamerstukken I 2008/09, 31700 VI, D", "kst-31700-VI-D")]),
        ("Kamerstukken I 2021/22, 33 328, nr. E", &[("Kamerstukken I 2021/22, 33 328, nr. E", "kst-33328-E")]),
        ("2020/21 35 570-IX, nr. 14", &[("2020/21 35 570-IX, nr. 14", "kst-35570-IX-14")]),
        (
            "Kamerstukken II 2021/22, 31 765, nr. 8; 29 247, nr. 9 en 30 995, nr. 1",
            &[
                ("Kamerstukken II 2021/22, 31 765, nr. 8", "kst-31765-8"),
                ("29 247, nr. 9", "kst-29247-9"),
                ("30 995, nr. 1", "kst-30995-1"),
            ],
        ),
        (
            "Kamerstukken II 31 765, nr. 8, p. 4 en Kamerstukken I 31 765, B.",
            &[("Kamerstukken II 31 765, nr. 8", "kst-31765-8"), ("Kamerstukken I 31 765, B", "kst-31765-B")],
        ),
        (
            "Bijlage bij Kamerstukken II 2019/20, 31765, nr. 8",
            &[("Kamerstukken II 2019/20, 31765, nr. 8", "kst-31765-8")],
        ),
        (
            "Aanhangsel Handelingen, vergaderjaar 2021-2022, nr. 1562",
            &[("Aanhangsel Handelingen, vergaderjaar 2021-2022, nr. 1562", "ah-tk-20212022-1562")],
        ),
        (
            "Zie Aanhangsel van de Handelingen II, 2021/-22, nr. 823.",
            &[("Aanhangsel van de Handelingen II, 2021/-22, nr. 823", "ah-tk-20212022-823")],
        ),
        (
            "Aanhangsel Handelingen, vergaderjaar 2021–2022, 1028",
            &[("Aanhangsel Handelingen, vergaderjaar 2021–2022, 1028", "ah-tk-20212022-1028")],
        ),
        (
            "Aanhangsel Handelingen I 2014/15, nr. 12",
            &[("Aanhangsel Handelingen I 2014/15, nr. 12", "ah-ek-20142015-12")],
        ),
        (
            "Handelingen II 2014/15, Aanhangsel, nr. 12",
            &[("Handelingen II 2014/15, Aanhangsel, nr. 12", "ah-tk-20142015-12")],
        ),
        (
            "Aanhangsel Handelingen II 2014/15, nrs. 12 en 14",
            &[
                ("Aanhangsel Handelingen II 2014/15, nrs. 12 en 14", "ah-tk-20142015-12"),
                ("Aanhangsel Handelingen II 2014/15, nrs. 12 en 14", "ah-tk-20142015-14"),
            ],
        ),
        (
            "Handelingen II 2013/14, nr. 58, item 8, p. 2",
            &[("Handelingen II 2013/14, nr. 58, item 8", "h-tk-20132014-58-8")],
        ),
        (
            "Handelingen II 2007/08, p. 4709-4713",
            &[("Handelingen II 2007/08, p. 4709-4713", "h-tk-20072008-4709-4713")],
        ),
        ("Handelingen TK 2013-2014, 58-8", &[("Handelingen TK 2013-2014, 58-8", "h-tk-20132014-58-8")]),
        ("Handelingen I 2013/14, nr. 12, item 3", &[("Handelingen I 2013/14, nr. 12, item 3", "h-ek-20132014-12-3")]),
        ("Ons kenmerk: 2023Z08620", &[("2023Z08620", "2023Z08620")]),
        ("2023D10894 en 2026A01894", &[("2023D10894", "2023D10894"), ("2026A01894", "2026A01894")]),
        ("toezegging (TZ202306-126) en T01971", &[("TZ202306-126", "TZ202306-126"), ("T01971", "T01971")]),
        (
            "blg-1093411, nds-tk-2025D01357 en kst-35925-B-K",
            &[
                ("blg-1093411", "blg-1093411"),
                ("nds-tk-2025D01357", "nds-tk-2025D01357"),
                ("kst-35925-B-K", "kst-35925-B-K"),
            ],
        ),
        ("https://zoek.officielebekendmakingen.nl/kst-31765-815.html", &[("kst-31765-815", "kst-31765-815")]),
        (
            "https://www.tweedekamer.nl/kamerstukken/moties/detail?id=2023Z04718&did=2023D10894",
            &[("2023Z04718", "2023Z04718"), ("2023D10894", "2023D10894")],
        ),
        ("klaar in 2031 (31 765, nr. 8)", &[("31 765, nr. 8", "kst-31765-8")]),
        ("kv-tk-2023Z10400", &[("kv-tk-2023Z10400", "2023Z10400")]),
    ];
    let mut wrong = Vec::new();
    for (text, expected) in table {
        let found = in_text(text);
        let found: Vec<(&str, &str)> =
            found.iter().map(|f| (f.raw.as_str(), f.key.as_deref().unwrap_or("?"))).collect();
        if found != *expected {
            wrong.push(format!("{text}\n   verwacht {expected:?}\n   gevonden {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_only_looks_like_a_reference_is_none() {
    let table = [
        "op 22 november 2024",
        "dat kost 26 643 euro",
        "€ 26 643, nr. 1 van de lijst",
        "Postbus 20011, 2500 EH Den Haag",
        "artikel 12 345",
        "bel 070 342 6411",
        "de wet van 12 500 woorden",
        "NEN 7510-1:2017",
        "(2024)",
        "ISO 27001",
        "(25 000)",
        "zo'n 31 765 mensen",
        "in 2021/22 groeide dat met 31 765 stuks",
        "126 643 en 1.226 643",
        "hij kreeg er 12 (van de 40)",
        "Stb. 2023, 431",
        "Stcrt. 2023, 12345",
        "06 12 345 678",
        "IP 10.26.643.1",
        "de kosten (31.765,50) zijn hoog",
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 3",
        "de behandelingen van 2014/15",
        "stukje nr. 3",
        "31 765%",
        "12345-678-90123",
    ];
    for text in table {
        assert!(in_text(text).is_empty(), "{text}: {:?}", in_text(text));
    }
}

#[test]
fn one_year_leaves_an_aanhangsel_open_between_two() {
    let found = in_text("Aanhangsel Handelingen 2021, nr. 15");
    assert_eq!(found[0].key, None);
    assert_eq!(found[0].candidates, ["ah-tk-20202021-15", "ah-tk-20212022-15"]);
}

fn document(lines: &[&str]) -> Document {
    use crate::document::{Draft, DraftBlock};
    use crate::text::Origin;
    let mut draft = Draft::default();
    for line in lines {
        draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::line(1), line));
    }
    draft.finish("proef.txt", "txt")
}

#[test]
fn a_typing_error_is_repaired_only_by_the_document_itself() {
    let doc = document(&["Zie Kamerstuk 31 765, nr. 815.", "De motie (Kamerstuk 3165, nr. 820) vraagt dat."]);
    let found = citations(&doc);
    assert_eq!(found[1].key.as_deref(), Some("kst-31765-820"));
    assert!(found[1].repaired.as_deref().is_some_and(|r| r.contains("31765") && r.contains("815")), "{found:?}");

    let alone = citations(&document(&["De motie (Kamerstuk 3165, nr. 820) vraagt dat."]));
    assert_eq!((alone[0].key.as_deref(), alone[0].repaired.as_deref()), (None, None));

    let two = citations(&document(&["Kamerstuk 31 765, nr. 8; Kamerstuk 31 465, nr. 3", "Kamerstuk 3165, nr. 820"]));
    assert_eq!(two[2].key, None);
    assert_eq!(two[2].candidates, ["kst-31765-820", "kst-31465-820"]);
}

#[test]
fn a_piece_number_takes_the_only_dossier_of_its_document() {
    let mut doc = document(&["De motie op stuk nr. 45 is aangenomen, die op stuk nrs. 46 en 47 niet."]);
    assert_eq!(citations(&doc).iter().filter(|f| f.key.is_some()).count(), 0);
    doc.meta.dossiers = vec!["31765".into()];
    let found: Vec<_> = citations(&doc).into_iter().filter_map(|f| f.key).collect();
    assert_eq!(found, ["kst-31765-45", "kst-31765-46", "kst-31765-47"]);
    doc.meta.dossiers.push("29247".into());
    assert_eq!(citations(&doc)[0].candidates, ["kst-31765-45", "kst-29247-45"]);
}

#[test]
fn a_piece_number_takes_the_dossier_of_its_neighbours() {
    let text = "De motie-Vos (31 765, nr. 812) loopt. Motie 813 ook, net als de motie-Smit over veren (nr. 815). In 2024 \
                speelde de motie 2024 niet.";
    let found: Vec<_> = citations(&document(&[text])).into_iter().map(|f| (f.raw, f.key.unwrap_or_default())).collect();
    let found: Vec<_> = found.iter().map(|(raw, key)| (raw.as_str(), key.as_str())).collect();
    let all = [("31 765, nr. 812", "kst-31765-812"), ("Motie 813", "kst-31765-813"), ("nr. 815", "kst-31765-815")];
    assert_eq!(found, all);
    // The same number in full decides over the document's own dossiers.
    let mut doc = document(&["Over veren (29 247, nr. 45). Zie ook stuk nr. 45 en stuk nr. 7."]);
    doc.meta.dossiers = vec!["31765".into()];
    let found: Vec<_> = citations(&doc).into_iter().filter_map(|f| f.key).collect();
    assert_eq!(found, ["kst-29247-45", "kst-29247-45", "kst-31765-7"]);
}

#[test]
fn in_a_list_of_decisions_a_bare_number_is_a_reference() {
    let lines =
        ["1. Agendapunt: Wet op de veren", "Zaak: Nota van wijziging - 31765-8", "Noot: Betreft 31765 en 31766"];
    let found: Vec<_> = citations(&document(&lines)).into_iter().filter_map(|f| f.key).collect();
    assert_eq!(found, ["kst-31765-8", "kst-31766"]);
    assert!(citations(&document(&["Er zijn veren - 31765", "en 31766 schippers."])).is_empty());
}

#[test]
fn a_heading_gives_the_document_its_own_number() {
    let doc = document(&["31 765 Kwaliteit van zorg", "Nr. 815 Brief van de minister", "Zie stuk nr. 12."]);
    let found = citations(&doc);
    assert_eq!((found[0].raw.as_str(), found[0].key.as_deref()), ("31 765", Some("kst-31765-815")));
    assert_eq!(found[1].key.as_deref(), Some("kst-31765-12"));
    let joined = citations(&document(&["31 765 Kwaliteit van zorg Nr. 815 Brief van de minister"]));
    assert_eq!(joined[0].key.as_deref(), Some("kst-31765-815"));
}

#[test]
fn attributes_and_addresses_become_keys() {
    for (id, key) in [
        ("kst-35896-12", "kst-35896-12"),
        ("36410-VII", "kst-36410-VII"),
        ("36176", "kst-36176"),
        ("kst-35934-(R2158)-5", "kst-35934-5"),
        ("kst-21501-20-2173", "kst-21501-20-2173"),
        ("KST-36067-y", "kst-36067-Y"),
    ] {
        assert_eq!(canonical(id).as_deref(), Some(key), "{id}");
    }
    assert_eq!(canonical("http://www.voorbeeld.nl"), None);
    assert_eq!(
        key_of_link("https://zoek.officielebekendmakingen.nl/kst-31765-815.html").as_deref(),
        Some("kst-31765-815")
    );
}

proptest! {
    #[test]
    fn nothing_panics_and_words_are_literal(text in r"(Kamerstuk(ken)? |Aanhangsel |Handelingen |stuk |nrs?\. |[0-9 ,./()–-]{1,8}|en |t/m |II |20[0-9]{2}[/–-][0-9]{2} |[A-Z]|\PC){0,14}") {
        for f in in_text(&text) {
            prop_assert_eq!(f.span.of(&text), f.raw.as_str());
            prop_assert!(!f.raw.is_empty());
        }
        prop_assert!(keys(&text).len() < 4_000);
    }
}

#[test]
fn a_cell_with_nothing_but_a_number_is_a_reference() {
    use crate::document::{BlockKind, Draft, DraftBlock};
    use crate::text::Origin;
    let mut draft = Draft::default();
    for cells in
        [["Motie-Jansen over bruggen", "31305-417"], ["Motie-Smit over sluizen", "36600-XII-9"], ["Kosten", "12345"]]
    {
        let mut row = DraftBlock::new(BlockKind::Row { cells: Vec::new(), header: false }, Origin::line(1));
        for cell in cells {
            row.cell(cell);
        }
        draft.push(row);
    }
    let found = super::citations(&draft.finish("lijst.md", "md"));
    let keys: Vec<_> = found.iter().filter_map(|f| f.key.as_deref()).collect();
    assert_eq!(keys, ["kst-31305-417", "kst-36600-XII-9"]);
}
