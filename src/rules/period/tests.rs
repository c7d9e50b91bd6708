//! Every row of the domain's table of ranges, in our own words.

use super::*;
use crate::text::Grain;
use proptest::prelude::*;

fn date(text: &str) -> Option<Date> {
    (text != "-").then(|| text.parse().expect("a day"))
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn every_expression_has_its_days() {
    use Grain::*;
    // Anchor, sentence, words, from, until, grain.
    let table = [
        ("-", "Het gesprek was op 14 oktober 2025.", "op 14 oktober 2025", "2025-10-14", "2025-10-14", Dag),
        ("-", "Vanaf 2025-03-01 geldt dit", "Vanaf 2025-03-01", "2025-03-01", "-", Dag),
        ("-", "gereed in maart 2026", "in maart 2026", "2026-03-01", "2026-03-31", Maand),
        ("2025-04-07", "in september volgt meer", "in september", "2025-09-01", "2025-09-30", Maand),
        ("-", "begin 2026", "begin 2026", "2026-01-01", "2026-03-31", Jaar),
        ("-", "medio 2025", "medio 2025", "2025-05-01", "2025-08-31", Medio),
        ("2025-04-07", "half juni", "half juni", "2025-06-10", "2025-06-21", Medio),
        ("2025-04-07", "medio dit jaar", "medio dit jaar", "2025-05-01", "2025-08-31", Medio),
        ("-", "eind 2025", "eind 2025", "2025-10-01", "2025-12-31", Jaar),
        ("2025-04-07", "voor het einde van het jaar", "voor het einde van het jaar", "2025-04-07", "2025-12-31", Jaar),
        (
            "-",
            "in het eerste kwartaal van 2026",
            "in het eerste kwartaal van 2026",
            "2026-01-01",
            "2026-03-31",
            Kwartaal,
        ),
        ("-", "in Q4 2024 verwacht", "in Q4 2024", "2024-10-01", "2024-12-31", Kwartaal),
        ("2025-04-07", "start in Q2 met", "in Q2", "2025-04-01", "2025-06-30", Kwartaal),
        ("2025-04-07", "Q1 volgend jaar", "Q1 volgend jaar", "2026-01-01", "2026-03-31", Kwartaal),
        (
            "-",
            "uiterlijk in het eerste kwartaal van 2026",
            "uiterlijk in het eerste kwartaal van 2026",
            "-",
            "2026-03-31",
            Kwartaal,
        ),
        ("-", "de tweede helft van 2026", "tweede helft van 2026", "2026-07-01", "2026-12-31", Halfjaar),
        ("2025-04-07", "de nota komt dit voorjaar", "dit voorjaar", "2025-03-01", "2025-06-30", Seizoen),
        ("2024-11-22", "nog dit najaar begint het", "nog dit najaar", "2024-11-22", "2024-12-21", Seizoen),
        ("2025-04-07", "in het najaar", "in het najaar", "2025-09-01", "2025-11-30", Seizoen),
        ("2025-10-20", "in het voorjaar van 2026", "in het voorjaar van 2026", "2026-03-01", "2026-06-30", Seizoen),
        ("2025-10-20", "komende winter", "komende winter", "2025-12-01", "2026-02-28", Seizoen),
        ("2025-04-07", "voor de zomer", "voor de zomer", "2025-04-07", "2025-07-03", Seizoen),
        ("2025-04-07", "na de zomer", "na de zomer", "2025-09-02", "2025-10-31", Seizoen),
        ("2025-04-07", "voor de zomer van 2026", "voor de zomer van 2026", "2025-04-07", "2026-07-02", Seizoen),
        ("2025-04-07", "voor het zomerreces", "voor het zomerreces", "2025-04-07", "2025-07-03", Reces),
        ("2025-04-07", "vóór het komende meireces", "vóór het komende meireces", "2025-04-07", "2025-04-24", Reces),
        ("2025-07-10", "kort na het zomerreces", "kort na het zomerreces", "2025-09-02", "2025-12-01", Reces),
        ("2025-10-20", "voor het kerstreces", "voor het kerstreces", "2025-10-20", "2025-12-18", Reces),
        ("2025-04-07", "voor het reces", "voor het reces", "2025-04-07", "2025-04-24", Reces),
        ("2025-09-12", "voor het reces", "voor het reces", "-", "-", Reces),
        ("2025-06-10", "na het reces", "na het reces", "2025-09-02", "2025-12-01", Reces),
        ("2025-06-02", "kort voor het zomerreces", "kort voor het zomerreces", "2025-06-03", "2025-07-03", Reces),
        ("2025-04-07", "vlak na het meireces", "vlak na het meireces", "2025-05-13", "2025-06-12", Reces),
        ("2025-04-07", "nog voor de zomervakantie", "nog voor de zomervakantie", "2025-04-07", "2025-07-03", Reces),
        ("2025-04-07", "na 2028", "na 2028", "2029-01-01", "-", Jaar),
        ("2025-04-07", "niet voor 10 september", "niet voor 10 september", "2025-09-10", "-", Dag),
        ("-", "niet eerder dan in mei 2027", "niet eerder dan in mei 2027", "2027-05-01", "-", Maand),
        ("-", "op zijn vroegst in 2027", "op zijn vroegst in 2027", "2027-01-01", "-", Jaar),
        ("-", "op zijn vroegst in 2026 of 2027", "op zijn vroegst in 2026 of 2027", "2026-01-01", "2027-12-31", Jaar),
        ("2025-04-07", "binnen een paar maanden", "binnen een paar maanden", "2025-04-07", "2025-08-07", Maand),
        ("2025-04-07", "over een aantal weken", "over een aantal weken", "2025-04-21", "2025-05-19", Week),
        ("2025-04-07", "over een jaar", "over een jaar", "2026-03-23", "2026-04-22", Jaar),
        ("2025-04-07", "binnen zes weken na ontvangst", "binnen zes weken", "-", "-", Week),
        ("2025-04-07", "binnen zes weken na heden", "binnen zes weken", "2025-04-07", "2025-05-19", Week),
        ("-", "in de eerste maanden van 2026", "in de eerste maanden van 2026", "2026-01-01", "2026-03-31", Jaar),
        ("2025-04-07", "in het vroege najaar", "in het vroege najaar", "2025-09-01", "2025-10-01", Seizoen),
        ("2025-04-07", "in de najaarsbrief", "in de najaarsbrief", "2025-09-01", "2025-11-30", Seizoen),
        ("2025-04-07", "rond de maand juni", "rond de maand juni", "2025-05-01", "2025-07-30", Maand),
        ("2025-04-07", "halverwege het jaar", "halverwege het jaar", "2025-05-01", "2025-08-31", Medio),
        ("2025-04-07", "rond Prinsjesdag", "rond Prinsjesdag", "2025-09-09", "2025-09-23", Gebeurtenis),
        (
            "2025-04-07",
            "voor aanvang van het nieuwe schooljaar",
            "voor aanvang van het nieuwe schooljaar",
            "2025-04-07",
            "2025-07-31",
            Jaar,
        ),
        ("2025-04-07", "voor 1 juli", "voor 1 juli", "2025-04-07", "2025-06-30", Dag),
        ("-", "voor 2027", "voor 2027", "-", "2026-12-31", Jaar),
        ("2025-04-07", "uiterlijk 1 juni 2025", "uiterlijk 1 juni 2025", "2025-04-07", "2025-06-01", Dag),
        ("2025-04-07", "uiterlijk medio 2026", "uiterlijk medio 2026", "2025-04-07", "2026-08-31", Medio),
        ("2025-04-07", "op Prinsjesdag", "op Prinsjesdag", "2025-09-16", "2025-09-16", Gebeurtenis),
        ("2025-04-07", "voor Prinsjesdag", "voor Prinsjesdag", "2025-04-07", "2025-09-15", Gebeurtenis),
        (
            "2025-04-07",
            "bij de Voorjaarsnota 2026",
            "bij de Voorjaarsnota 2026",
            "2026-04-01",
            "2026-05-31",
            Gebeurtenis,
        ),
        (
            "2025-04-07",
            "voor de begrotingsbehandeling",
            "voor de begrotingsbehandeling",
            "2025-04-07",
            "2025-12-31",
            Gebeurtenis,
        ),
        ("2025-06-05", "nog voor de zomer", "nog voor de zomer", "2025-06-05", "2025-07-03", Seizoen),
        ("2025-04-07", "van 13 tot en met 17 mei", "van 13 tot en met 17 mei", "2025-05-13", "2025-05-17", Dag),
        ("2025-04-07", "met ingang van boekjaar 2027", "met ingang van boekjaar 2027", "2027-01-01", "-", Jaar),
        ("2025-04-07", "via de Voorjaarsnota", "via de Voorjaarsnota", "2025-04-01", "2025-05-31", Gebeurtenis),
        (
            "2025-04-07",
            "in de volgende voortgangsrapportage",
            "in de volgende voortgangsrapportage",
            "-",
            "-",
            Gebeurtenis,
        ),
        ("2025-04-07", "rond de zomer", "rond de zomer", "2025-05-01", "2025-09-30", Seizoen),
        ("2025-04-07", "binnen zes weken", "binnen zes weken", "2025-04-07", "2025-05-19", Week),
        ("2025-04-07", "binnen een maand", "binnen een maand", "2025-04-07", "2025-05-07", Maand),
        ("2025-04-07", "over 12 maanden", "over 12 maanden", "2026-03-23", "2026-04-22", Maand),
        ("2025-04-07", "binnen 3 jaar", "binnen 3 jaar", "2025-04-07", "2028-04-07", Jaar),
        ("2025-04-07", "de komende drie jaar", "de komende drie jaar", "2025-04-07", "2028-04-07", Jaar),
        ("2025-04-07", "in de komende weken", "in de komende weken", "2025-04-07", "-", Week),
        ("2025-04-07", "nog deze kabinetsperiode", "nog deze kabinetsperiode", "-", "-", Gebeurtenis),
        ("2025-04-07", "dat volgt op korte termijn", "op korte termijn", "-", "-", Onbepaald),
        ("2025-04-07", "binnenkort", "binnenkort", "-", "-", Onbepaald),
        ("2025-04-07", "zo spoedig mogelijk", "zo spoedig mogelijk", "-", "-", Onbepaald),
        ("2025-04-07", "dit jaar", "dit jaar", "2025-04-07", "2025-12-31", Jaar),
        ("2025-04-07", "later dit jaar", "later dit jaar", "2025-04-07", "2025-12-31", Jaar),
        ("2025-04-07", "nog dit jaar", "nog dit jaar", "2025-04-07", "2025-12-31", Jaar),
        ("2025-04-07", "eind dit jaar", "eind dit jaar", "2025-10-01", "2025-12-31", Jaar),
        ("2025-04-07", "begin volgend jaar", "begin volgend jaar", "2026-01-01", "2026-03-31", Jaar),
        ("2025-04-07", "volgend jaar", "volgend jaar", "2026-01-01", "2026-12-31", Jaar),
        ("2025-04-07", "komend jaar", "komend jaar", "2026-01-01", "2026-12-31", Jaar),
        ("2025-04-07", "vorig jaar", "vorig jaar", "2024-01-01", "2024-12-31", Jaar),
        ("-", "in 2026 of 2027", "in 2026 of 2027", "2026-01-01", "2027-12-31", Jaar),
        ("-", "in 2025 begint het", "in 2025", "2025-01-01", "2025-12-31", Jaar),
        ("-", "in de loop van 2026", "in de loop van 2026", "2026-01-01", "2026-12-31", Jaar),
        ("2025-04-07", "per 1 januari 2026", "per 1 januari 2026", "2026-01-01", "2026-01-01", Dag),
        ("-", "vanaf 2026", "vanaf 2026", "2026-01-01", "-", Jaar),
        ("-", "tot en met 2030", "tot en met 2030", "-", "2030-12-31", Jaar),
        ("2025-09-19", "de brief van 22 november jl.", "22 november jl.", "2024-11-22", "2024-11-22", Dag),
        ("2025-05-23", "het overleg van 2 juni a.s.", "2 juni a.s.", "2025-06-02", "2025-06-02", Dag),
        ("2025-05-23", "begin september", "begin september", "2025-09-01", "2025-09-10", Maand),
        ("2025-05-23", "deze maand", "deze maand", "2025-05-01", "2025-05-31", Maand),
        ("2025-05-23", "jaarlijks", "jaarlijks", "-", "-", Onbepaald),
        ("2025-05-23", "te zijner tijd", "te zijner tijd", "-", "-", Onbepaald),
        ("-", "voor het zomerreces", "voor het zomerreces", "-", "-", Reces),
        ("-", "dit voorjaar", "dit voorjaar", "-", "-", Seizoen),
        (
            "2025-10-10",
            "in de tweede helft van maart",
            "in de tweede helft van maart",
            "2026-03-16",
            "2026-03-31",
            Maand,
        ),
        ("2025-10-10", "in de eerste week van maart", "in de eerste week van maart", "2026-03-01", "2026-03-07", Week),
        ("2025-10-10", "in de week van 9 maart", "in de week van 9 maart", "2026-03-09", "2026-03-15", Week),
        ("2025-10-10", "vóór de kerst", "vóór de kerst", "2025-10-10", "2025-12-24", Dag),
        ("2025-10-10", "nog voor de jaarwisseling", "nog voor de jaarwisseling", "2025-10-10", "2025-12-30", Dag),
        ("-", "in het schooljaar 2026-2027", "in het schooljaar 2026-2027", "2026-08-01", "2027-07-31", Jaar),
        ("-", "ultimo 2026", "ultimo 2026", "2026-12-31", "2026-12-31", Jaar),
        ("2025-04-07", "dit binnen zes weken", "binnen zes weken", "2025-04-07", "2025-05-19", Week),
    ];
    let mut wrong = Vec::new();
    for (anchor, text, raw, from, until, grain) in table {
        let found = periods(text, date(anchor));
        let wanted = (raw, date(from), date(until), grain);
        let got = found.first().map(|(_, p)| (p.raw.as_str(), p.from, p.until, p.grain));
        if got != Some(wanted) || found.len() != 1 {
            wrong.push(format!("{text} ({anchor})\n  verwacht {wanted:?}\n  gevonden {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn numbers_that_are_no_times_are_left_alone() {
    for text in [
        "het beleid 2022",
        "artikel 2025",
        "kost 2025 euro",
        "het jaar daarop",
        "zomertijd",
        "31-06-2025",
        "Q5",
        "de maart",
        "een kerstboom",
        "kerst vieren",
        "een voorjaarsbloem",
        "een week",
        "paragraaf 1.2025",
        "de Voorjaarsnota is een stuk",
    ] {
        assert!(periods(text, date("2025-04-07")).is_empty(), "{text}: {:?}", periods(text, date("2025-04-07")));
    }
}

#[test]
fn what_was_to_come_and_is_past_is_stale_when_asked() {
    let anchor = date("2025-09-19").unwrap();
    let (_, mut period) = periods("medio dit jaar", Some(anchor)).remove(0);
    assert!(!period.stale);
    mark_stale(&mut period, anchor);
    assert!(period.stale);
}

proptest! {
    #[test]
    fn words_are_literal_and_ranges_run_forward(
        text in r"(nog |uiterlijk |voor |na |in |eind |medio |dit |komende |het |de |zomer |zomerreces |kwartaal |Q[1-9] |jaar |weken |20[0-9]{2} |[0-9]{1,3} |maart |binnen |Prinsjesdag |\PC){0,10}",
        days in 0i32..20_000,
    ) {
        use jiff::ToSpan;
        let anchor = jiff::civil::date(1990, 1, 1).checked_add(days.days()).ok();
        for anchor in [None, anchor] {
            for (span, period) in periods(&text, anchor) {
                prop_assert_eq!(span.of(&text), period.raw.as_str());
                if let (Some(from), Some(until)) = (period.from, period.until) {
                    prop_assert!(from <= until, "{:?}", period);
                }
            }
        }
    }
}
