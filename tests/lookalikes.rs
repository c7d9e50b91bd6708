//! What looks like a reference and is none: amounts, days, times, postcodes, telephone numbers, articles of law, addresses,
//! spans of years, versions, scores, numbers of books, accounts and judgments. Dutch text full of them cites nothing.
//! `KAMERSPOOR_LIJKT=50 cargo test --release --test lookalikes -- --nocapture` does so over 50 MB and prints the hits.

use kamerspoor::rules::in_text;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A number with a blank or a dot between its thousands.
fn thousands(n: u32, sign: &str) -> String {
    if n < 1000 { n.to_string() } else { format!("{}{sign}{:03}", n / 1000, n % 1000) }
}

/// One sentence made of three numbers; `form` chooses which.
fn sentence(form: u32, a: u32, b: u32, c: u32) -> String {
    let (day, month, year) = (a % 28 + 1, b % 12 + 1, 1950 + c % 100);
    let (low, mid) = (a % 40 + 1, b % 900 + 1);
    let letters = [("AB", 'a'), ("KL", 'b'), ("VW", 'c'), ("XZ", 'd')][c as usize % 4];
    match form % 30 {
        0 => format!("De loods kostte € {},{:02} en de pont {} euro.", thousands(a, "."), b % 100, thousands(b, ".")),
        1 => format!("In {} waren er {} schippers en {} schepen.", year, thousands(a, " "), thousands(b, " ")),
        2 => format!("Op {day}-{month}-{year} voer de pont om {}.{:02} uur.", a % 24, b % 60),
        3 => format!("De haven telde {} leden op {day}/{month}/{year}.", thousands(a, " ")),
        4 => format!("Schrijf naar Kade {low}, {} {} Oosteind.", 1000 + a % 9000, letters.0),
        5 => format!("Bel 0{} {:03} {:02} {:02} of 06-{:08}.", 10 + a % 80, b % 1000, c % 100, a % 100, a),
        6 => format!("Volgens artikel {low}, eerste lid, onder {}, van de Havenwet geldt dat.", letters.1),
        7 => format!("Artikel {low}:{mid}, tweede lid, en artikel {mid}a Wegenwet."),
        8 => format!("De begroting {}-{} en het seizoen {}/{:02}.", year, year + 4, year, (year + 1) % 100),
        9 => format!("Versie {}.{}.{} van het pakket, build {}.", a % 20, b % 20, c % 20, a),
        10 => format!("De ploeg won met {}-{} en verloor met {}–{}.", a % 9, b % 9, c % 9, a % 7),
        11 => format!("ISBN 978-90-{:04}-{:03}-{}, blz. {}-{}.", a % 10_000, b % 1000, c % 10, low, low + 9),
        12 => format!("Rekening NL{:02} SCHP {:04} {:04} {:02}.", a % 100, b % 10_000, c % 10_000, a % 100),
        13 => format!("ECLI:NL:RBOOS:{}:{}, r.o. {low}.{}.", year, a, b % 20),
        14 => format!("Het peil steeg van {},{} naar {},{} meter.", a % 90, b % 10, c % 90, a % 10),
        15 => format!("Kamer {mid}, tafel {low}, stoel nr. {}.", b % 60),
        16 => format!("Staatsblad {year}, {mid} en Staatscourant {year}, {a}."),
        17 => format!("De rij telt {}, {}, {} en {} kisten.", thousands(a, " "), low, mid, b % 70),
        18 => format!("Nr. {low} van de lijst woont op nr. {mid}, tel. {a}."),
        19 => format!("Het schip meet {} bij {} meter en weegt {} ton.", low, mid % 90, thousands(c, " ")),
        20 => format!("Zaak {}/{:02}, rolnummer {} HA ZA {:02}-{mid}.", a, b % 100, c, a % 100),
        21 => format!("Sinds {year} (p. {low}, nt. {}) is {} m2 gedempt.", b % 60, thousands(a, " ")),
        22 => format!("IP 10.{}.{}.{} en poort {}.", a % 256, b % 256, c % 256, a % 65_000),
        23 => format!("Kenteken {:02}-{}{}-{}, bouwjaar {year}.", a % 100, letters.0, letters.0, b % 10),
        24 => format!("De kist is {}x{}x{} cm en kost {},-.", low, mid, c % 90, thousands(b, ".")),
        25 => format!("Verordening (EU) {year}/{mid} en Richtlijn {}/{low}/EG.", year % 100),
        26 => format!(
            "Tussen {} {} en {} {} zakten {} van de {} palen.",
            day,
            "maart",
            day + 1,
            "april",
            low,
            thousands(a, " ")
        ),
        27 => format!("Bestelling {}-{}, pakbon {} {}.", a, low, thousands(b, " "), mid),
        28 => {
            format!("Op {:05} {:03} schippers was er {} ziek; {},{}% van allen.", a % 99_999, mid, low, b % 99, c % 10)
        }
        _ => format!("Groep {} haalde {} punten, groep {} {}.", letters.0, thousands(a, " "), low, thousands(b, " ")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numbers_of_other_things_cite_nothing(form in 0..30_u32, a in 0..100_000_u32, b in 0..100_000_u32, c in 0..100_000_u32) {
        // The one dossier that is always cited with a second number: "21501-30" alone is a reference.
        prop_assume!(a != 21_501);
        let text = sentence(form, a, b, c);
        let found: Vec<String> = in_text(&text).into_iter().map(|f| f.raw).collect();
        prop_assert!(found.is_empty(), "{found:?} in: {text}");
    }
}

#[test]
fn a_long_text_of_lookalikes_cites_nothing() {
    /// As much text as every run of the tests makes.
    const KILOBYTES: usize = 300;
    let wanted = std::env::var("KAMERSPOOR_LIJKT").ok().and_then(|mb| mb.parse::<usize>().ok());
    let bytes = wanted.map_or(KILOBYTES * 1000, |mb| mb * 1_000_000);
    let mut state: u64 = 7;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((state >> 33) % below).unwrap()
    };
    let (mut made, mut hits) = (0, BTreeMap::<String, usize>::new());
    while made < bytes {
        let mut text = String::new();
        while text.len() < 4_000 {
            text.push_str(&sentence(next(30), next(100_000), next(100_000), next(100_000)));
            text.push(' ');
        }
        made += text.len();
        for found in in_text(&text) {
            *hits.entry(found.raw).or_default() += 1;
        }
    }
    let all: usize = hits.values().sum();
    println!("{all} treffers in {made} bytes: {:?}", hits.iter().take(40).collect::<Vec<_>>());
    // A hit in ten million bytes is chance: an order may be numbered as a dossier is.
    assert!(all <= made / 10_000_000, "{:?}", hits.iter().take(40).collect::<Vec<_>>());
}
