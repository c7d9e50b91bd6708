//! Debates as they are held, in our own words: what the minister says of each motion, over turns and pronouns, and how
//! the Chamber votes.

use kamerspoor::document::Kind;
use kamerspoor::records::{Extraction, extract};

/// A report in plain text, read and extracted.
fn report(turns: &str) -> Extraction {
    let head = "29 999 Veerponten\n\nNr. 20 VERSLAG VAN EEN NOTAOVERLEG\n\nVastgesteld 14 mei 2031\n\n\
                Aanwezig zijn drie leden der Kamer en mevrouw De Wit, Minister van Infrastructuur en Waterstaat.\n\n";
    let doc = kamerspoor::read::read("verslag.txt", format!("{head}{turns}").as_bytes()).unwrap();
    assert_eq!(doc.meta.kind, Kind::Verslag);
    extract(&doc)
}

/// The text of a motion with the chair's words behind it.
fn moved(number: u32, by: &str, request: &str) -> String {
    format!(
        "De Kamer,\n\ngehoord de beraadslaging,\n\noverwegende dat de ponten vol zijn;\n\nverzoekt de regering {request},\n\n\
         en gaat over tot de orde van de dag.\n\nDe voorzitter:\nDeze motie is voorgesteld door {by}.\n\n\
         Zij krijgt nr. {number} (29999).\n\n"
    )
}

/// Four motions by three members.
fn motions() -> String {
    [
        "De voorzitter:\nHet woord is aan mevrouw Zeeman.\n\nMevrouw Zeeman (VVD):\nIk heb twee moties.\n\n"
            .to_string(),
        moved(11, "de leden Zeeman en Dijkgraaf", "de ponten te laten varen"),
        moved(12, "het lid Zeeman", "de kades te verven"),
        "De heer Dijkgraaf (SGP):\nIk heb er ook een.\n\n".to_string(),
        moved(13, "het lid Dijkgraaf", "de sluizen op zondag te sluiten"),
        "Mevrouw Bos (D66):\nEn dit is de mijne.\n\n".to_string(),
        moved(14, "het lid Bos", "de tarieven te bevriezen"),
    ]
    .concat()
}

fn advice(turns: &str) -> Vec<Option<String>> {
    let found = report(&format!("{}{turns}", motions()));
    let own = found.motions.into_iter().filter(|m| m.own_text);
    own.map(|m| m.appreciatie).collect()
}

fn outcome(turns: &str) -> Vec<Option<String>> {
    let found = report(&format!("{}{turns}", motions()));
    let own = found.motions.into_iter().filter(|m| m.own_text);
    own.map(|m| m.uitslag).collect()
}

fn some(values: [&str; 4]) -> Vec<Option<String>> {
    values.into_iter().map(|v| (!v.is_empty()).then(|| v.to_string())).collect()
}

#[test]
fn a_verdict_counts_for_the_motion_named_before_it_however_far_back() {
    let found = advice(
        "Minister De Wit:\nDan de motie op stuk nr. 11. Daar is veel over gezegd. De ponten varen al. Die geef ik oordeel \
         Kamer.\n\nDe motie van het lid Zeeman op stuk nr. 12 gaat over verf. Dat kost geld. Daarom moet ik haar ontraden.\n\n\
         De voorzitter:\nDan de motie op stuk nr. 13.\n\nMinister De Wit:\nDaar hebben we het over gehad. Ontraden.\n\n\
         De motie-Bos op stuk nr. 14 neem ik graag over.\n",
    );
    assert_eq!(found, some(["Oordeel Kamer", "Ontraden", "Ontraden", "Overgenomen"]));
}

#[test]
fn several_motions_in_one_sentence_each_get_their_own_verdict() {
    let found = advice(
        "Minister De Wit:\nDe moties op stukken nrs. 11 en 13 geef ik oordeel Kamer en de motie op stuk nr. 12 ontraad ik, \
         onder verwijzing naar de motie op stuk nr. 11. Hetzelfde geldt voor de motie op stuk nr. 14.\n",
    );
    assert_eq!(found, some(["Oordeel Kamer", "Ontraden", "Oordeel Kamer", "Ontraden"]));
}

#[test]
fn motions_are_found_by_who_moved_them_and_in_what_order() {
    let found = advice(
        "Minister De Wit:\nDe eerste motie kan ik oordeel Kamer geven. De volgende motie is ontijdig. Dan de motie van de heer \
         Dijkgraaf: als ik de motie zo mag lezen dat de sluizen open blijven, dan oordeel Kamer. De motie van mevrouw Bos \
         zou ik willen vragen aan te houden. Anders moet ik haar ontraden.\n",
    );
    assert_eq!(found, some(["Oordeel Kamer", "Ontijdig", "Oordeel Kamer", "Ontraden"]));
}

#[test]
fn the_last_word_counts_and_what_the_chair_has_confirmed() {
    let found = advice(
        "Minister De Wit:\nDe motie op stuk nr. 11 ontraad ik.\n\nMevrouw Zeeman (VVD):\nOok als ik «alle» schrap in de motie \
         op stuk nr. 11?\n\nMinister De Wit:\nDan geef ik haar oordeel Kamer. De motie op stuk nr. 12 vind ik sympathiek.\n\n\
         De voorzitter:\nOordeel Kamer, neem ik aan?\n\nMinister De Wit:\nJa.\n\nDe voorzitter:\nDe motie op stuk nr. 13?\n\n\
         Minister De Wit:\nIk zou de heer Dijkgraaf willen verzoeken haar aan te houden.\n\nDe heer Dijkgraaf (SGP):\nDat doe ik \
         niet.\n\nMinister De Wit:\nDan ontraad ik haar.\n",
    );
    assert_eq!(found, some(["Oordeel Kamer", "Oordeel Kamer", "Ontraden", ""]));
}

#[test]
fn what_a_member_says_of_a_motion_is_no_advice() {
    let found = advice("De heer Dijkgraaf (SGP):\nDe motie op stuk nr. 11 zou ik ontraden als ik minister was.\n");
    assert_eq!(found, some(["", "", "", ""]));
}

#[test]
fn votes_are_found_with_the_motion_they_are_on() {
    let found = outcome(
        "De voorzitter:\nOp verzoek van mevrouw Bos stel ik voor haar motie (29999, nr. 14) aan te houden.\n\nDaartoe wordt \
         besloten.\n\nIn stemming komt de motie-Zeeman/Dijkgraaf (29999, nr. 11).\n\nDe voorzitter:\nIk constateer dat de \
         leden van de fracties van de SP en D66 voor deze motie hebben gestemd en de leden van de overige fracties ertegen, \
         zodat zij is verworpen.\n\nIn stemming komt de motie-Zeeman (29999, nr. 12).\n\nDe voorzitter:\nIk constateer dat deze \
         motie met algemene stemmen is aangenomen.\n",
    );
    assert_eq!(found, some(["Verworpen", "Aangenomen", "", "Aangehouden"]));
}

#[test]
fn the_sentence_that_gives_the_advice_is_its_evidence() {
    let found = report(&format!("{}Minister De Wit:\nDe motie op stuk nr. 12. Die ontraad ik.\n", motions()));
    let motion = found.motions.iter().find(|m| m.key.as_deref() == Some("kst-29999-12")).unwrap();
    let advice = motion.evidence.iter().find(|e| e.rule == "advies-in-debat").unwrap();
    assert_eq!(advice.quote, "Die ontraad ik.");
}

/// What is said about the execution: number of the motion or its name, who says it, and what it amounts to.
fn said(turns: &str) -> Vec<(String, String, &'static str)> {
    let found = report(&format!("{}{turns}", motions()));
    let name = |f: &kamerspoor::records::FollowUp| f.motion.clone().or(f.motion_named.clone()).unwrap_or_default();
    found.follow_ups.iter().map(|f| (name(f), f.by.clone(), f.status.name())).collect()
}

fn by_ienw(all: &[(&str, &'static str)]) -> Vec<(String, String, &'static str)> {
    all.iter().map(|(motion, status)| ((*motion).to_string(), "IenW".to_string(), *status)).collect()
}

#[test]
fn a_motion_that_is_taken_over_or_taken_up_is_a_plan_and_advice_is_none() {
    let found = said(
        "Minister De Wit:\nDe motie op stuk nr. 11 geef ik oordeel Kamer. De motie op stuk nr. 12 ontraad ik. Er is geen geld \
         voor verf. De motie op stuk nr. 13 kan ik overnemen. De motie op stuk nr. 14. Ik ben bereid om met de reders over \
         de tarieven te spreken. Daarom oordeel Kamer.\n",
    );
    assert_eq!(found, by_ienw(&[("kst-29999-13", "voornemen"), ("kst-29999-14", "voornemen")]));
}

#[test]
fn how_an_earlier_motion_stands_is_said_in_the_sentence_after_it() {
    let found = said(
        "Minister De Wit:\nIn 2029 heeft de Kamer gevraagd om een nachtpont. Dat was de motie-Pietersen. Die is inmiddels \
         uitgevoerd.\n",
    );
    assert_eq!(found, by_ienw(&[("motie-Pietersen", "gemeld_afgedaan")]));
}

#[test]
fn what_a_member_asks_about_an_earlier_motion_is_answered_in_the_next_turn() {
    let found = said(
        "Mevrouw Bos (D66):\nHoe staat het met de motie-Pietersen c.s. over de nachtpont?\n\nMinister De Wit:\nDie voer ik \
         op dit moment uit. Over de tarieven spreek ik een andere keer. Die zijn afgerond op hele euro's.\n",
    );
    assert_eq!(found, by_ienw(&[("de nachtpont", "in_uitvoering")]));
}

#[test]
fn what_the_chair_reads_out_at_the_end_is_promised_whatever_the_verb() {
    let found = report(
        "Minister De Wit:\nIk heb veel gehoord.\n\nDe voorzitter:\nIk lees de toezeggingen voor.\n\n– De minister gaat na of de \
         steigers breed genoeg zijn.\n– Toezegging aan mevrouw Bos: een brief over de boeien, voor het einde van het jaar.\n\n\
         Ik dank de minister en sluit de vergadering.\n",
    );
    let told: Vec<_> = found.commitments.iter().map(|c| (c.by[0].as_str(), c.to.as_deref(), c.due.is_some())).collect();
    assert_eq!(told, [("IenW", Some("Kamer"), false), ("IenW", Some("Bos"), true)]);
}

#[test]
fn a_member_s_own_motion_is_the_one_that_the_minister_calls_his_or_hers() {
    let found = report(
        "De heer Dijkgraaf (SGP):\nMijn motie over lantaarns op steigers (29 998, nr. 7) is aangenomen. Hoe staat het daarmee?\n\n\
         Mevrouw Bos (D66):\nSamen met de heer Vos heb ik een motie ingediend over wachtruimten (29 998, nr. 9).\n\n\
         Minister De Wit:\nDank u wel. Dan de vraag van de heer Dijkgraaf over zijn motie. De lantaarns zijn in maart \
         geplaatst op alle steigers.\n\nMevrouw Bos sprak over wachten. In lijn met haar motie is Rijkswaterstaat begonnen \
         met de bouw van wachtruimten.\n\nMevrouw Bos (D66):\nEn wanneer komt er koffie?\n\n\
         Minister De Wit:\nDat neem ik mee in de volgende brief.\n\n",
    );
    let movers = |m: &kamerspoor::records::Motion| m.indieners.iter().map(|p| p.naam.clone()).collect::<Vec<_>>();
    assert_eq!(found.motions.iter().map(movers).collect::<Vec<_>>(), [vec!["Dijkgraaf"], vec!["Bos", "Vos"]]);
    let said: Vec<_> = found.follow_ups.iter().map(|f| (f.motion.as_deref(), f.evidence[0].quote.as_str())).collect();
    assert_eq!(
        said,
        [
            (Some("kst-29998-7"), "De lantaarns zijn in maart geplaatst op alle steigers."),
            (Some("kst-29998-9"), "In lijn met haar motie is Rijkswaterstaat begonnen met de bouw van wachtruimten."),
        ]
    );
}

#[test]
fn a_motion_of_whoever_speaks_is_known_by_its_subject_or_by_his_name() {
    let found = report(
        "Mevrouw Bos (VVD):\nSamen met de heer Zeeman heb ik een motie ingediend, op stuk nr. 21, om de steigers te verlichten.\n\n\
         De heer Dijkgraaf (SGP):\nMijn motie over de vaarroutes is in mei aangenomen.\n\n\
         De voorzitter:\nHet woord is aan de minister.\n\n\
         Minister De Wit:\nOver de motie van mevrouw Bos en de heer Zeeman kan ik zeggen dat het eerste licht brandt.\n\n\
         Naar aanleiding van de motie van de heer Dijkgraaf is een kaart getekend. Tot slot mevrouw De Vries. Haar motie over de \
         loketten heb ik doorgeleid naar de eilandraad.\n\n",
    );
    let named = |m: &kamerspoor::records::Motion| {
        (m.title.clone(), m.indieners.iter().map(|p| p.naam.clone()).collect::<Vec<_>>())
    };
    let all: Vec<_> = found.motions.iter().map(named).collect();
    assert_eq!(all.len(), 3, "{all:?}");
    assert_eq!(all[0].1, ["Bos", "Zeeman"]);
    assert_eq!(all[1], (Some("de vaarroutes".into()), vec!["Dijkgraaf".to_string()]));
    assert_eq!(all[2], (Some("de loketten".into()), vec!["De Vries".to_string()]));
}
