//! Motions and follow-ups from letters, answers and overviews in our own words, on other subjects than the annotated
//! documents: what counts is the turn of phrase and the layout.

use kamerspoor::records::{Extraction, extract};

fn read(name: &str, text: &str) -> Extraction {
    let doc = kamerspoor::read::read(name, text.as_bytes()).expect("leesbaar");
    let found = extract(&doc);
    for evidence in found.follow_ups.iter().flat_map(|r| r.evidence.iter().chain(&r.leads_to)) {
        assert_eq!(evidence.quote, doc.of(evidence.span));
    }
    for evidence in found.motions.iter().flat_map(|m| &m.evidence) {
        assert_eq!(evidence.quote, doc.of(evidence.span));
    }
    found
}

/// Key (or name), who says it, and what it amounts to.
fn said(found: &Extraction) -> Vec<(&str, &str, &str)> {
    let each = found.follow_ups.iter();
    each.map(|f| (f.motion.as_deref().or(f.motion_named.as_deref()).unwrap_or("?"), f.by.as_str(), f.status.name()))
        .collect()
}

#[test]
fn a_letter_says_several_things_about_each_of_its_motions() {
    let found = read(
        "brief.txt",
        "Geachte voorzitter,\n\n\
         Tijdens het tweeminutendebat Binnenvaart van 12 juni 2031 heeft uw Kamer de motie van de leden De Boer (CDA) en \
         Smit (D66) over veilige ligplaatsen (Kamerstuk 31409, nr. 501) aangenomen. Ook is de motie-Vos c.s. over \
         walstroom (Kamerstuk 31409, nr. 502) aangenomen.\n\n\
         Motie De Boer en Smit over veilige ligplaatsen\n\n\
         De motie verzoekt de regering om in 2032 vijftig extra ligplaatsen aan te leggen. Op dit moment wordt met \
         Rijkswaterstaat gewerkt aan een ontwerp voor dertig ligplaatsen. De overige twintig plaatsen zijn binnen het \
         budget niet haalbaar.\n\n\
         Motie Vos c.s. over walstroom\n\n\
         In deze motie wordt de regering verzocht om walstroom in alle havens verplicht te stellen. Ik zie geen \
         aanleiding om een verplichting in te voeren. In plaats daarvan sluit ik een convenant met de havens. Hiermee \
         beschouw ik de motie als afgedaan.\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    assert_eq!(
        said(&found),
        [
            ("kst-31409-501", "IenW", "in_uitvoering"),
            ("kst-31409-501", "IenW", "niet_of_anders"),
            ("kst-31409-502", "IenW", "niet_of_anders"),
            ("kst-31409-502", "IenW", "gemeld_afgedaan"),
        ]
    );
    let motion = &found.motions[0];
    assert_eq!(motion.indieners.iter().map(|p| p.naam.as_str()).collect::<Vec<_>>(), ["De Boer", "Smit"]);
    assert_eq!(motion.uitslag.as_deref(), Some("Aangenomen"));
    assert_eq!(motion.appreciatie, None);
    assert_eq!(motion.dicta[0].text, "in 2032 vijftig extra ligplaatsen aan te leggen");
}

#[test]
fn the_subject_of_a_letter_gives_the_number_of_the_motion_it_is_about() {
    let found = read(
        "brief.txt",
        "Onderwerp: Uitvoering motie van het lid Bakker over schoolzwemmen (Kamerstuk 31293, nr. 777)\n\n\
         Geachte voorzitter,\n\n\
         Op 4 maart 2031 heeft uw Kamer de motie van het lid Bakker (PvdA) aangenomen, waarin de regering wordt \
         verzocht om schoolzwemmen weer verplicht te maken. Met deze brief geef ik invulling aan deze motie.\n\n\
         Een wettelijke verplichting past niet binnen de onderwijsvrijheid.\n\n\
         De staatssecretaris van Onderwijs, Cultuur en Wetenschap,\nB. Jansen\n",
    );
    assert_eq!(said(&found), [("kst-31293-777", "OCW", "gemeld_afgedaan"), ("kst-31293-777", "OCW", "niet_of_anders")]);
    assert_eq!(found.motions[0].vote, Some(jiff::civil::date(2031, 3, 4)));
}

#[test]
fn a_table_says_how_each_motion_stands_and_the_letter_it_cites_is_no_motion() {
    let found = read(
        "bijlage.md",
        "# Bijlage\n\n## Door de Staten-Generaal aanvaarde moties\n\n\
         | Omschrijving van de motie | Vindplaats | Stand van zaken |\n| --- | --- | --- |\n\
         | Motie van het lid Visser over stallen | Kamerstuk 28286, nr. 901 | Deze motie is in uitvoering. |\n\
         | Motie-Kuiper c.s. over kalveren | 28286, nr. 902 | Afgedaan. De Kamer is op 15 juni 2031 per brief geïnformeerd (Kamerstukken II 2030/31, 28286, nr. 950). |\n\
         | Motie van het lid Peters over jacht | (29446, nr. 12) | Overgedragen aan het ministerie van JenV. |\n",
    );
    assert_eq!(
        said(&found),
        [
            ("kst-28286-901", "onbekend", "in_uitvoering"),
            ("kst-28286-902", "onbekend", "gemeld_afgedaan"),
            ("kst-29446-12", "onbekend", "overgedragen"),
        ]
    );
    assert_eq!(found.motions.len(), 3);
}

#[test]
fn an_answer_points_to_another_answer_and_the_record_leads_there() {
    let found = read(
        "antwoord.txt",
        "Vragen van het lid De Wit (SP) aan de minister van Sociale Zaken en Werkgelegenheid over opvang (ingezonden 3 maart 2031).\n\n\
         Antwoord van minister Peters (Sociale Zaken en Werkgelegenheid) (ontvangen 2 april 2031).\n\n\
         Vraag 1\nKent u het artikel?\n\nAntwoord 1\nJa, en de gemeenten openen zelf opvang.\n\n\
         Vraag 2\nBent u bereid de aangenomen motie-Smit c.s. (Kamerstuk 29861, nr. 140) uit te voeren?\n\n\
         Antwoord 2\nDe motie-Smit is deels uitgevoerd. Zie verder het antwoord op vraag 1.\n\n\
         Vraag 3\nWat vindt u van de motie-Bos (Kamerstuk 29861, nr. 141)?\n\n\
         Antwoord 3\nDat de provincies hierin een eigen rol hebben.\n",
    );
    assert_eq!(
        said(&found),
        [
            ("kst-29861-140", "SZW", "deels"),
            ("kst-29861-140", "SZW", "doorverwezen"),
            ("kst-29861-141", "SZW", "onduidelijk"),
        ]
    );
    let pointed = &found.follow_ups[1];
    assert_eq!(pointed.see_also, [1]);
    assert_eq!(pointed.leads_to[0].quote, "Ja, en de gemeenten openen zelf opvang.");
}

#[test]
fn a_list_of_titles_gives_motions_without_number_and_each_its_own_advice() {
    let found = read(
        "beleid.md",
        "# Beleidslijn Dijken\n\nOp 3 juni 2031 was het debat over dijken. Daarin heeft de Kamer de volgende moties aangenomen:\n\n\
         - Dijken in het zuiden verhogen; (ontraden)\n- Muskusratten tellen;\n- Een dijkgraaf voor de Waddenzee.\n\n\
         De dijken blijven van klei.\n",
    );
    let all: Vec<_> =
        found.motions.iter().map(|m| (m.title.as_deref(), m.appreciatie.as_deref(), m.uitslag.as_deref())).collect();
    assert_eq!(
        all,
        [
            (Some("Dijken in het zuiden verhogen"), Some("Ontraden"), Some("Aangenomen")),
            (Some("Muskusratten tellen"), None, Some("Aangenomen")),
            (Some("Een dijkgraaf voor de Waddenzee"), None, Some("Aangenomen")),
        ]
    );
}

#[test]
fn advice_outcome_and_what_is_done_stay_apart() {
    let found = read(
        "brief.txt",
        "Geachte voorzitter,\n\n\
         De motie-Hendriks c.s. (Kamerstuk 27625, nr. 610) roept op om jaarlijks meer zand te suppleren. Ik heb de motie \
         tijdens het debat ontraden. Aan deze motie geef ik uitvoering door het budget te verhogen.\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    let motion = &found.motions[0];
    assert_eq!((motion.appreciatie.as_deref(), motion.uitslag.as_deref()), (Some("Ontraden"), None));
    assert_eq!(said(&found), [("kst-27625-610", "IenW", "in_uitvoering")]);
}

#[test]
fn a_letter_says_of_each_dictum_what_is_done_though_it_does_not_name_the_motion_again() {
    let found = read(
        "brief.txt",
        "Geachte voorzitter,\n\n\
         Op 14 mei 2031 heeft uw Kamer de motie van de leden Peters (SP) en De Graaf (D66) aangenomen (Kamerstuk 29398, \
         nr. 1101). De motie verzoekt de regering om op alle provinciale wegen trajectcontroles in te voeren. Ook \
         verzoekt de motie om verkeerslessen op het voortgezet onderwijs verplicht te stellen.\n\n\
         Voor trajectcontroles is een selectie van veertig wegen gemaakt; Rijkswaterstaat is in april begonnen met de \
         plaatsing. Verkeerslessen verplicht stellen zie ik niet zitten, de scholen zitten al vol.\n\n\
         Door de leden Bos en Smit is bij motie (29398, nr. 1102) gevraagd om een landelijke fietshelmencampagne. Ik heb \
         VVN opdracht gegeven die campagne te maken.\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    assert_eq!(
        said(&found),
        [
            ("kst-29398-1101", "IenW", "in_uitvoering"),
            ("kst-29398-1101", "IenW", "niet_of_anders"),
            ("kst-29398-1102", "IenW", "in_uitvoering"),
        ]
    );
    assert_eq!(found.follow_ups.iter().map(|f| f.dictum).collect::<Vec<_>>(), [Some(0), Some(1), None]);
    let second = found.motions.iter().find(|m| m.key.as_deref() == Some("kst-29398-1102")).expect("genoemd");
    assert_eq!(second.indieners.iter().map(|p| p.naam.as_str()).collect::<Vec<_>>(), ["Bos", "Smit"]);
}

#[test]
fn yes_and_no_are_answers_to_whether_a_motion_will_be_carried_out() {
    let found = read(
        "antwoord.txt",
        "Vragen van het lid De Wit (SP) aan de minister van Sociale Zaken en Werkgelegenheid over opvang (ingezonden 3 maart 2031).\n\n\
         Antwoord van minister Peters (Sociale Zaken en Werkgelegenheid) (ontvangen 2 april 2031).\n\n\
         Vraag 1\nBent u bereid de aangenomen motie-Smit c.s. (Kamerstuk 29861, nr. 140) uit te voeren?\n\nAntwoord 1\nNee.\n\n\
         Vraag 2\nGaat u de motie-Bos over hennep (Kamerstuk 29861, nr. 141) uitvoeren?\n\nAntwoord 2\nJa.\n\n\
         Vraag 3\nKent u de motie-Kuiper (Kamerstuk 29861, nr. 142)?\n\nAntwoord 3\nJa, die ken ik.\n",
    );
    assert_eq!(said(&found), [("kst-29861-140", "SZW", "niet_of_anders"), ("kst-29861-141", "SZW", "voornemen"),]);
    assert_eq!(found.motions.len(), 3);
}

#[test]
fn a_minister_in_a_report_speaks_for_the_ministry_the_report_names() {
    let found = read(
        "verslag.txt",
        "31 409 Zee- en binnenvaart\n\nNr. 520 VERSLAG VAN EEN COMMISSIEDEBAT\n\nVastgesteld 20 juni 2031\n\n\
         De vaste commissie voor Infrastructuur en Waterstaat heeft op 4 juni 2031 overleg gevoerd met mevrouw Jonker, \
         Minister van Infrastructuur en Waterstaat, en de heer Prins, Staatssecretaris van Sociale Zaken en \
         Werkgelegenheid, over sluizen.\n\nVoorzitter: De Boer\nGriffier: Smit\n\n\
         De voorzitter:\nIk open de vergadering.\n\n\
         De heer De Wit (SP):\nHoe staat het met de motie-De Wit op stuk nr. 441 (31 409) over sluisdeuren?\n\n\
         Minister Jonker:\nDe uitvoering van die motie loopt via het sluizenprogramma.\n\n\
         De voorzitter:\nDank u wel.\n",
    );
    assert_eq!(said(&found), [("kst-31409-441", "IenW", "in_uitvoering")]);
}

#[test]
fn a_heading_and_the_number_under_it_are_one_motion_and_what_follows_is_said_of_it() {
    let found = read(
        "brief.txt",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 mei 2031\n\n\
         Motie-Vos/Smit over een rustplaats voor schippers\n\
         De motie van de leden Vos en Smit over ligplaatsen (Kamerstuk 31409, nr. 77) verzoekt de regering er tien aan te leggen. \
         Aan vier kades is de kade verlengd. De overige zes volgen in het najaar van 2031.\n\n\
         Ligplaatsen zijn van oudsher schaars. De schippers verwachten dat het drukker zal worden.\n\n\
         Overige toezeggingen\n\
         Over de sluizen heb ik de havens in april gesproken.\n\n\
         Minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    assert_eq!(found.motions.len(), 1);
    assert_eq!(found.motions[0].title.as_deref(), Some("een rustplaats voor schippers"));
    assert_eq!(said(&found), [("kst-31409-77", "IenW", "in_uitvoering"), ("kst-31409-77", "IenW", "voornemen")]);
}

#[test]
fn an_answer_about_two_motions_treats_one_after_the_other() {
    let found = read(
        "antwoord.txt",
        "Antwoord van de minister van Infrastructuur en Waterstaat op vragen van het lid Jansen (CDA) over ligplaatsen \
         (ontvangen 3 juni 2031)\n\n\
         Vraag 1\nHoe staat het met de motie-Vos over walstroom (Kamerstuk 31409, nr. 502) en met de motie-Smit over \
         steigers (Kamerstuk 31409, nr. 503)?\n\n\
         Antwoord 1\nDe motie-Vos gaat over alle havens. Het onderzoeksbureau telt op mijn verzoek de aansluitingen. De \
         tweede motie is van later datum. Een eigen fonds voor steigers wordt niet ingericht, omdat de provincies er al een \
         hebben.\n",
    );
    assert_eq!(said(&found), [("kst-31409-502", "IenW", "in_uitvoering"), ("kst-31409-503", "IenW", "niet_of_anders")],);
}

#[test]
fn a_question_about_this_motion_means_the_one_of_the_question_before() {
    let found = read(
        "antwoord.txt",
        "Vragen van het lid De Wit (SP) aan de minister van Sociale Zaken en Werkgelegenheid over opvang (ingezonden 3 maart 2031).\n\n\
         Antwoord van minister Peters (Sociale Zaken en Werkgelegenheid) (ontvangen 2 april 2031).\n\n\
         Vraag 1\nKent u de motie-Smit c.s. (Kamerstuk 29861, nr. 140)?\n\nAntwoord 1\nJa, die motie is mij bekend.\n\n\
         Vraag 2\nWat heeft u sinds het aannemen van deze motie gedaan?\n\nAntwoord 2\nDe wachtlijst is in mei gesloten.\n",
    );
    assert_eq!(said(&found), [("kst-29861-140", "SZW", "gemeld_afgedaan")]);
}

#[test]
fn the_columns_of_a_table_say_who_moved_a_motion_and_what_it_is_about() {
    let found = read(
        "bijlage.md",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 mei 2031\n\n\
         Hieronder vindt u de openstaande moties.\n\n\
         | Vindplaats | Indiener | Onderwerp | Stand van zaken |\n|---|---|---|---|\n\
         | 31 409, nr. 81 | Vos/Smit | Langere sluistijden in de winter | Loopt. Met twee sluizen wordt geoefend. |\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    let motion = &found.motions[0];
    assert_eq!(motion.title.as_deref(), Some("Langere sluistijden in de winter"));
    assert_eq!(motion.indieners.iter().map(|p| p.naam.as_str()).collect::<Vec<_>>(), ["Vos", "Smit"]);
    assert_eq!(said(&found), [("kst-31409-81", "IenW", "in_uitvoering")]);
}

#[test]
fn whose_motion_it_is_is_read_from_who_asks_and_who_speaks() {
    let movers = |text: &str| {
        let found = read("stuk.txt", text);
        let each = found.motions.iter().map(|m| {
            let names: Vec<&str> = m.indieners.iter().map(|p| p.naam.as_str()).collect();
            (m.key.clone().unwrap_or_default(), names.join("+"))
        });
        each.collect::<Vec<_>>()
    };
    let letter = |body: &str| {
        movers(&format!(
            "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 mei 2031\n\n{body}\n\n\
             De minister van Infrastructuur en Waterstaat,\nA. de Vries\n"
        ))
    };
    assert_eq!(
        letter("Het lid Vos vroeg in haar motie (Kamerstuk 31 409, nr. 81) om langere sluistijden."),
        [("kst-31409-81".into(), "Vos".into())]
    );
    assert_eq!(
        letter("In een andere motie vroegen de leden Vos en Smit om een nachtbus (Kamerstuk 31 409, nr. 82)."),
        [("kst-31409-82".into(), "Vos+Smit".into())]
    );
    assert_eq!(
        letter("De motie van de heer De Boer en mevrouw Vos op stuk 31 409, nr. 83 is aangenomen."),
        [("kst-31409-83".into(), "De Boer+Vos".into())]
    );
    assert_eq!(
        letter("De motie op stuk 31 409, nr. 84 van de leden De Boer en Smit verzoekt om betere sluizen."),
        [("kst-31409-84".into(), "De Boer+Smit".into())]
    );
    let report = "VERSLAG VAN EEN COMMISSIEDEBAT\n\nMevrouw Vos (D66):\n\nHoe staat het met mijn motie (31 409, nr. 81)?\n\n\
                  Minister De Vries:\n\nDie voer ik uit.\n";
    assert_eq!(movers(report), [("kst-31409-81".into(), "Vos".into())]);
}

#[test]
fn notes_at_the_foot_of_each_page_give_the_motions_their_numbers() {
    let found = read(
        "brief.txt",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 mei 2031\n\n\
         De motie van het lid Vos1 vraagt om langere sluistijden. Aan die tijden wordt gewerkt, en dit\n\
         ________________\n1 Kamerstuk 31 409, nr. 81.\n\n                    Pagina 1 van 2\n\n\
         blijft zo. De motie van het lid Smit2 om een nachtbus voer ik niet uit.\n\
         ________________\n2 Kamerstuk 31 409, nr. 82, over vervoer\nin de nacht.\n\n                    Pagina 2 van 2\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    let named = |m: &kamerspoor::records::Motion| (m.key.clone().unwrap_or_default(), m.indieners[0].naam.clone());
    let named: Vec<_> = found.motions.iter().map(named).collect();
    assert_eq!(named, [("kst-31409-81".into(), "Vos".into()), ("kst-31409-82".into(), "Smit".into())]);
}

#[test]
fn a_letter_on_the_agenda_is_no_motion() {
    let found = read(
        "verslag.txt",
        "VERSLAG VAN EEN COMMISSIEDEBAT\n\n31 409 Zee- en binnenvaart\n\n29 398 Verkeersveiligheid\n\nNr. 640\n\n\
         – de brief van de minister van Infrastructuur en Waterstaat d.d. 3 mei 2031 inzake uitvoering moties binnenvaart \
         (Kamerstuk 31 409, nr. 612);\n\nDe heer Smit (CDA):\n\nMijn motie op stuk nr. 631 vroeg om walstroom.\n",
    );
    let keys: Vec<_> = found.motions.iter().map(|m| m.key.as_deref()).collect();
    assert_eq!(keys, [Some("kst-31409-631")]);
}

#[test]
fn a_slip_in_the_title_of_a_motion_makes_no_second_motion() {
    let text = "99 125 Veerdiensten\n\nNr. 8 MOTIE VAN DE LEDEN VAN DER VEER EN DE BOTO\n\nVoorgesteld 3 maart 2031\n\nDe Kamer,\n\n\
                gehoord de beraadslaging,\n\nverzoekt de regering de pont naar het eiland te laten varen,\n\n\
                en gaat over tot de orde van de dag.\n\nVan der Veen\n\nDe Boot\n";
    let doc = kamerspoor::read::read("motie.txt", text.as_bytes()).unwrap();
    let found = kamerspoor::records::extract(&doc);
    let motions: Vec<_> = found.motions.iter().map(|m| (m.key.as_deref(), m.own_text)).collect();
    assert_eq!(motions, [(Some("kst-99125-8"), true)]);
}

#[test]
fn what_a_member_asked_with_a_number_in_a_note_is_a_motion_and_the_ministry_asks_others() {
    let found = read(
        "brief.md",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 mei 2031\n\n\
         Betreft: Kabinetsreactie op het rapport Veren\n\nGeachte voorzitter,\n\n## Tarieven\n\n\
         In het debat heeft het lid Vos verzocht om een lager tarief voor scholieren.[^1] Dat tarief is op 1 januari ingevoerd.\n\n\
         ## Nachtvaart\n\nIn lijn met de motie-Bakker (29 999, nr. 23) heb ik de inspectie verzocht de nachtvaart te controleren.\n\n\
         De motie-Peters (29 999, nr. 26) heb ik u ontraden. Deze is op 12 maart jl. verworpen.\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n\n[^1]: Kamerstuk 29 999, nr. 12.\n",
    );
    assert_eq!(said(&found), [("kst-29999-12", "IenW", "gemeld_afgedaan"), ("kst-29999-23", "IenW", "in_uitvoering")]);
    let outcomes: Vec<_> = found.motions.iter().map(|m| m.uitslag.as_deref()).collect();
    assert_eq!(outcomes, [None, None, Some("Verworpen")]);
}

#[test]
fn an_item_that_is_the_name_of_a_motion_heads_what_follows_and_a_name_ends_with_its_heading() {
    let found = read(
        "overzicht.md",
        "Geachte voorzitter,\n\n\
         - **Motie De Boer over de lengte van steigers (Kamerstuk 31 409, nr. 701)**\n\n\
         Steigers zijn er in vele maten. De havendienst heeft in juli de lange steigers verlengd.\n\n\
         - **Motie Vos/Smit c.s. over het bruggeld (31 409, nr. 702)**\n\n\
         Schippers betalen al sinds 1850 bruggeld. Voor afschaffing zie ik geen aanleiding.\n\n\
         ## Motie van het lid Terwolde\n\n\
         Met de motie van het lid Terwolde (Kamerstuk 31 409, nr. 703) is verzocht om een veerkaart. Die kaart zend ik u \
         in mei toe.\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    assert_eq!(
        said(&found),
        [
            ("kst-31409-701", "IenW", "gemeld_afgedaan"),
            ("kst-31409-702", "IenW", "niet_of_anders"),
            ("kst-31409-703", "IenW", "voornemen"),
        ]
    );
    let movers = |i: usize| found.motions[i].indieners.iter().map(|p| p.naam.as_str()).collect::<Vec<_>>();
    assert_eq!((found.motions.len(), movers(2)), (3, vec!["Terwolde"]));
}

#[test]
fn a_list_of_motions_heads_nothing() {
    let found = read(
        "overzicht.md",
        "Geachte voorzitter,\n\n\
         Aangenomen zijn de volgende moties:\n\n\
         - Motie De Boer over de lengte van steigers (Kamerstuk 31 409, nr. 701)\n\
         - Motie Vos over het bruggeld (Kamerstuk 31 409, nr. 702)\n\n\
         De havendienst heeft in juli alle kades opgemeten.\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    assert!(said(&found).is_empty());
}

#[test]
fn what_a_member_asks_with_a_number_in_a_part_on_motions_is_one_and_what_retells_it_no_report() {
    let found = read(
        "brief.md",
        "Geachte voorzitter,\n\n\
         ## 2. Moties\n\n### 2.1 Veren\n\n\
         De leden De Boer en Smit vroegen oog te hebben voor kleine veren, die zelden varen (Kamerstuk 31 409, nr. 801). Zij \
         verzochten om een vast rooster. Een vast rooster is er met vier schippers niet te bieden.\n\n\
         ### 2.2 Steigers\n\n\
         Het lid Vos heeft de regering bij motie (Kamerstuk 31 409, nr. 802) opgeroepen de steigers te verlichten. Steigers \
         liggen vaak ver van het dorp. In die zorg wees uw Kamer ook op de veiligheid. Verder onderzoekt een bureau in mijn \
         opdracht de lampen.\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    assert_eq!(said(&found), [("kst-31409-801", "IenW", "niet_of_anders"), ("kst-31409-802", "IenW", "in_uitvoering")]);
    let movers = |i: usize| found.motions[i].indieners.iter().map(|p| p.naam.as_str()).collect::<Vec<_>>();
    assert_eq!((movers(0), movers(1)), (vec!["De Boer", "Smit"], vec!["Vos"]));
}

#[test]
fn a_motion_has_the_movers_of_its_own_sentence_and_asks_what_comes_after_them() {
    let found = read(
        "brief.md",
        "Geachte voorzitter,\n\n\
         De motie van de leden De Boer en Smit (Kamerstuk 31 409, nr. 811) vraagt om een vast rooster. Het lid Vos verzocht \
         (Kamerstuk 31 409, nr. 812) de steigers te verlichten. Met motie nr. 813 (Kamerstuk 31 409) vroegen de leden Van der \
         Meer c.s. en Bos de regering de kades eerder op te meten. De motie op stuk nr. 814 van mevrouw Hendriks gaat over \
         het bruggeld.\n\n\
         | Motie | Stand |\n|---|---|\n\
         | Motie Terwolde en Nijdam over lichtboeien (Kamerstuk 31 409, nr. 815) | De boeien liggen er. |\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    let movers = |i: usize| found.motions[i].indieners.iter().map(|p| p.naam.as_str()).collect::<Vec<_>>();
    assert_eq!((movers(0), movers(1)), (vec!["De Boer", "Smit"], vec!["Vos"]));
    assert_eq!((movers(2), movers(3)), (vec!["Van der Meer", "Bos"], vec!["Hendriks"]));
    assert_eq!(movers(4), ["Terwolde", "Nijdam"]);
    assert_eq!(found.motions[2].dicta[0].text, "de kades eerder op te meten");
}

#[test]
fn a_section_that_opens_with_its_motion_goes_on_about_it() {
    let found = read(
        "brief.md",
        "Geachte voorzitter,\n\n\
         ## 1. Steigers\n\n\
         De leden De Boer en Smit vragen de regering een havenstrategie op te stellen voor kleine veren (Kamerstuk 31 409, nr. \
         821).\n\n\
         Met de eilandraden is afgesproken dat elke haven een vast aanspreekpunt krijgt.\n\n\
         ## 2. Kades\n\n\
         Op 9 mei is een motie van het lid Vos aangenomen over de toekomst van houten kades. De uitvoering daarvan betrek ik \
         bij de evaluatie.\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    let said = |i: usize| (found.motions[i].key.as_deref(), found.motions[i].title.as_deref());
    assert_eq!(said(0), (Some("kst-31409-821"), None));
    assert_eq!(said(1), (None, Some("de toekomst van houten kades")));
    assert_eq!(found.motions[0].dicta[0].text, "een havenstrategie op te stellen voor kleine veren");
    let quotes: Vec<&str> = found.follow_ups.iter().map(|f| f.evidence[0].quote.as_str()).collect();
    assert!(quotes[0].starts_with("Met de eilandraden") && quotes[1].starts_with("De uitvoering"), "{quotes:?}");
}

#[test]
fn a_motion_without_a_number_is_known_by_who_put_it_in_and_its_subject() {
    let found = read(
        "brief.md",
        "Geachte voorzitter,\n\n\
         Tot slot heeft het lid De Boer een motie ingediend over het splitsen van ligplaatsen, waarin wordt gevraagd de drempels \
         weg te nemen. Momenteel wordt een regel voorbereid die de eisen begrenst.\n\n\
         De minister van Infrastructuur en Waterstaat,\nA. de Vries\n",
    );
    assert_eq!(found.motions[0].title.as_deref(), Some("het splitsen van ligplaatsen"));
    assert_eq!(found.motions[0].indieners[0].naam, "De Boer");
    assert!(found.follow_ups[0].evidence[0].quote.starts_with("Momenteel"));
}

#[test]
fn a_paragraph_of_a_thousand_motions_lists_them_and_is_read_in_no_time() {
    let one =
        |n: u32| format!("De motie van het lid Vos (Kamerstuk 31 409, nr. {n}) vraagt om een lijst. Die volgt in mei.");
    let many = (1..=1000).map(one).collect::<Vec<_>>().join(" ");
    let found = read(
        "brief.md",
        &format!("Geachte voorzitter,\n\n{many}\n\nDe minister van Infrastructuur en Waterstaat,\nA. de Vries\n"),
    );
    assert_eq!((found.motions.len(), found.follow_ups.len()), (1000, 0));
}
