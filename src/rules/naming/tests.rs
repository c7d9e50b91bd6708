//! Motions by name and people, in our own examples.

use super::*;
use proptest::prelude::*;

/// "Jansen c.s. [SP]; Pieters" for the namings of a text.
fn said(text: &str) -> Vec<String> {
    let one = |n: &Naming| {
        let people: Vec<String> = n
            .indieners
            .iter()
            .map(|p| format!("{}{}", p.naam, p.fractie.as_ref().map(|f| format!(" [{f}]")).unwrap_or_default()))
            .collect();
        let marks = [(n.cs, " c.s."), (n.adopted, " +"), (n.gewijzigd, " *")];
        people.join(", ") + &marks.iter().filter(|(on, _)| *on).map(|(_, m)| *m).collect::<String>()
    };
    namings_in(text).iter().map(one).collect()
}

#[test]
fn every_way_to_name_a_motion() {
    let table: &[(&str, &[&str])] = &[
        ("de motie-Six Dijkstra c.s. vraagt", &["Six Dijkstra c.s."]),
        ("de aangenomen motie Mohandis", &["Mohandis +"]),
        (
            "de motie van de leden Mohandis (GroenLinks-PvdA), Podt (D66) en Koekkoek (Volt) om",
            &["Mohandis [GroenLinks-PvdA], Podt [D66], Koekkoek [Volt]"],
        ),
        ("motie van het lid Van der Plas over dijken", &["Van der Plas"]),
        ("de motie-Grinwis/Stoffer", &["Grinwis, Stoffer"]),
        ("motie Grinwis/Flach", &["Grinwis, Flach"]),
        ("de moties Grinwis c.s. en Podt c.s. (hierna)", &["Grinwis c.s.", "Podt c.s."]),
        ("de gewijzigde motie van het lid Podt c.s.", &["Podt c.s. *"]),
        ("de nader gewijzigde motie-Podt", &["Podt *"]),
        ("de motie van Campen/ Flach", &["Van Campen, Flach"]),
        ("de motie van Podt over fietsen", &["Podt"]),
        ("de motie van Nispen over fietsen", &["Van Nispen"]),
        ("MOTIE VAN HET LID VAN DER WERF C.S.", &["Van der Werf c.s."]),
        ("motie van de heer Mohandis", &["Mohandis"]),
        ("de aangenomen motie-Inge van Dijk c.s.", &["Inge van Dijk c.s. +"]),
        ("motie van de leden Podt en Mohandis (beiden X)", &["Podt, Mohandis"]),
        ("de motie van wantrouwen", &[]),
        ("Motie Kamer", &[]),
        ("een motie Nederland breed", &[]),
        ("de motie op stuk nr. 5", &[]),
    ];
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| said(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  verwacht {expected:?}\n  gevonden {:?}", said(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_subject_and_the_words_are_literal() {
    let text = "Dit volgt uit de aangenomen motie Podt c.s. (31 765, nr. 3) over rustige treinen, waarin staat dat.";
    let found = namings_in(text);
    assert_eq!(found[0].span.of(text), "aangenomen motie Podt c.s.");
    assert_eq!(found[0].subject.map(|s| s.of(text)), Some("rustige treinen"));
}

fn met(text: &str) -> Vec<String> {
    people(text).into_iter().map(|(_, p)| format!("{}/{}", p.naam, p.fractie.unwrap_or_default())).collect()
}

#[test]
fn people_are_met_with_their_parties() {
    assert_eq!(
        met("Vragen van de leden Mohandis (GL-PvdA) en Six Dijkstra (Nieuw Sociaal Contract) aan de minister"),
        ["Mohandis/GroenLinks-PvdA", "Six Dijkstra/NSC"]
    );
    assert_eq!(met("de leden Podt, Paulusma (D66) vragen"), ["Podt/D66", "Paulusma/D66"]);
    assert_eq!(met("de leden Temmink en van Nispen (beiden SP)"), ["Temmink/SP", "Van Nispen/SP"]);
    assert_eq!(met("Kamerlid Dekker-Abdulaziz sprak"), ["Dekker-Abdulaziz/"]);
    assert_eq!(met("het lid Omtzigt vroeg"), ["Omtzigt/"]);
    assert_eq!(met("Daarna sprak Bikker (ChristenUnie) kort."), ["Bikker/ChristenUnie"]);
    assert!(met("Het nieuwe beleid (BZK) van de lidstaten").is_empty());
}

#[test]
fn titles_are_read_whole() {
    let title = |t: &str| {
        let t = motion_title(t).unwrap();
        let people: Vec<String> = t.indieners.into_iter().map(|p| p.naam).collect();
        (people.join("+"), t.cs, t.gewijzigd, t.subject, t.replaces.unwrap_or_default())
    };
    assert_eq!(
        title("Gewijzigde motie van de leden Podt en Inge van Dijk over over de brug komen (t.v.v. 35925-VIII-56)"),
        ("Podt+Inge van Dijk".into(), false, true, "over de brug komen".into(), "kst-35925-VIII-56".into())
    );
    assert_eq!(
        title("Nader gewijzigde motie het lid El Abassi c.s. over hulp"),
        ("El Abassi".into(), true, true, "hulp".into(), String::new())
    );
    assert!(motion_title("Brief over de motie van het lid Podt").is_none());
}

#[test]
fn names_are_printed_as_motions_print_them() {
    for (name, printed) in [
        ("VAN DER WERF", "Van der Werf"),
        ("SIX DIJKSTRA", "Six Dijkstra"),
        ("MICHON-DERKZEN", "Michon-Derkzen"),
        ("van  Nispen", "Van Nispen"),
    ] {
        assert_eq!(names::as_printed(name), printed);
    }
}

#[test]
fn names_that_end_before_they_begin_are_no_names() {
    let _ = namings_in("motie Van van Werf /van $Werf ");
}

proptest! {
    #[test]
    fn nothing_panics(text in r"(motie |moties |van |de |leden |lid |Podt |Van |der |Werf |c\.s\.|/|, |en |\(D66\)|over |aangenomen |\PC|-){0,14}") {
        for n in namings_in(&text) {
            prop_assert!(!n.span.of(&text).is_empty() && !n.indieners.is_empty());
        }
        let _ = (people(&text), motion_title(&text));
    }
}
