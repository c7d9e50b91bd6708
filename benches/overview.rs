//! Overviews over a large store: generated motions, letters that follow them up and answers to questions, read in as
//! files, then asked for by the program itself, a process a question, from a warm store.
//!
//! `cargo bench --bench overview` for 100,000 documents; `KAMERSPOOR_DOCS=2000` for fewer; `KAMERSPOOR_INDEX=MAP` keeps the
//! store there and uses it again the next time. Time is the wall clock of the whole process, with its time on the
//! processor and its largest size beside it (by `/usr/bin/time`, where there is one).

mod chance;

use chance::Chance;
use kamerspoor::text::MONTHS;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// One of them.
fn of<'a>(chance: &mut Chance, all: &[&'a str]) -> &'a str {
    all[chance.below(all.len())]
}

const MEMBERS: [&str; 20] = [
    "Aalbers",
    "Boonstra",
    "Claassens",
    "Dijkhof",
    "Everts",
    "Feenstra",
    "Gelderman",
    "Hoekman",
    "IJzerman",
    "Jorna",
    "Koster",
    "Lammers",
    "Meulman",
    "Nijdam",
    "Oosterhof",
    "Poelstra",
    "Rozeboom",
    "Schaap",
    "Terpstra",
    "Veenstra",
];
const MINISTRIES: [&str; 6] = [
    "Binnenlandse Zaken en Koninkrijksrelaties",
    "Justitie en Veiligheid",
    "Volksgezondheid, Welzijn en Sport",
    "Financiën",
    "Infrastructuur en Waterstaat",
    "Sociale Zaken en Werkgelegenheid",
];
const THINGS: [&str; 24] = [
    "dijkverzwaring",
    "veerponten",
    "spoorbruggen",
    "zwembaden",
    "leerwerkplaatsen",
    "wijkzorg",
    "stikstofkaarten",
    "bibliotheken",
    "sluisbediening",
    "vogelrichtlijnen",
    "pensioenregels",
    "jeugdhulp",
    "brugwachters",
    "archieven",
    "drinkwaterbronnen",
    "havendiensten",
    "buurtbussen",
    "kustwachten",
    "windparken",
    "zorgwoningen",
    "leefgebieden",
    "belastingaangiften",
    "paspoorten",
    "noodnetten",
];
const PLACES: [&str; 12] = [
    "Drenthe",
    "Zeeland",
    "Friesland",
    "Limburg",
    "Twente",
    "de Achterhoek",
    "Rotterdam",
    "de Veluwe",
    "Groningen",
    "West-Brabant",
    "Flevoland",
    "de Kop van Noord-Holland",
];

const ASPECTS: [&str; 10] = [
    "het onderhoud van",
    "het toezicht op",
    "de kosten van",
    "de planning van",
    "de bereikbaarheid van",
    "het beheer van",
    "de veiligheid van",
    "de gegevens over",
    "de wachttijden bij",
    "de aanbesteding van",
];
const SYLLABLES: [&str; 24] = [
    "bak", "dor", "fel", "gra", "hin", "jol", "kem", "lus", "mor", "nep", "oor", "pin", "ras", "sta", "tur", "vel",
    "wen", "zog", "bro", "dij", "ges", "hal", "kor", "mun",
];

/// A sentence of words that no other document is likely to have: without them all texts would be nearly one.
fn filler(chance: &mut Chance, text: &mut String) {
    for sentence in 0..3 {
        let _ = write!(text, "{}Over", if sentence > 0 { " " } else { "" });
        for _ in 0..14 {
            let _ = write!(text, " ");
            for _ in 0..=chance.below(3) {
                text.push_str(of(chance, &SYLLABLES));
            }
        }
        text.push('.');
    }
    text.push_str("\n\n");
}

/// A motion as it will be spoken of.
struct Motion {
    dossier: usize,
    number: usize,
    member: &'static str,
    about: String,
}

/// Writes `documents` files under `folder`; the same each time.
fn write(folder: &Path, documents: usize) -> Result<(), Box<dyn Error>> {
    let mut chance = Chance(0x1315_2025);
    let mut motions: Vec<Motion> = Vec::new();
    let mut numbers = vec![0; 400];
    for at in 0..documents {
        let sub = folder.join(format!("{:03}", at / 1_000));
        if at % 1_000 == 0 {
            std::fs::create_dir_all(&sub)?;
        }
        // Ten years go by from the first document to the last.
        let day = at * 3_650 / documents;
        let (year, month, date) = (2016 + day / 365, (day % 365) / 31, day % 28 + 1);
        if at % 5 < 2 || motions.len() < 20 {
            // Eight motions a debate: those of one dossier and one day.
            let dossier = (at / 20) % 400;
            numbers[dossier] += 1;
            let motion = Motion {
                dossier: 30_000 + dossier,
                number: numbers[dossier],
                member: of(&mut chance, &MEMBERS),
                about: format!(
                    "{} {} in {}",
                    of(&mut chance, &ASPECTS),
                    of(&mut chance, &THINGS),
                    of(&mut chance, &PLACES)
                ),
            };
            let due = ["", "", " en de Kamer daarover voor het zomerreces te informeren"][chance.below(3)];
            std::fs::write(sub.join(format!("{at}.xml")), motion_xml(&motion, (year, month + 1, date), due))?;
            motions.push(motion);
            continue;
        }
        let name = of(&mut chance, &MINISTRIES);
        let mut text = String::new();
        if at % 5 == 2 {
            let _ =
                writeln!(text, "Antwoord van minister Van Dam ({name}) (ontvangen {date} {} {year})\n", MONTHS[month]);
        } else {
            let _ = writeln!(
                text,
                "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, {date} {} {year}\n",
                MONTHS[month]
            );
        }
        filler(&mut chance, &mut text);
        for n in 1..=3 {
            let recent = motions.len().saturating_sub(400);
            let m = &motions[recent + chance.below(motions.len() - recent)];
            if at % 5 == 2 {
                let _ = writeln!(
                    text,
                    "Vraag {n}\nHoe voert u de motie-{} (Kamerstuk {}, nr. {}) over {} uit?\n\nMinisterie van {name}",
                    m.member, m.dossier, m.number, m.about
                );
            } else if chance.below(10) == 0 {
                // One in ten is named without its number.
                let _ = writeln!(text, "De motie van het lid {} over {} is aangenomen.", m.member, m.about);
            } else {
                let _ = writeln!(
                    text,
                    "De motie van het lid {} (Kamerstuk {}, nr. {}) vraagt aandacht voor {}.",
                    m.member, m.dossier, m.number, m.about
                );
            }
            let said = of(
                &mut chance,
                &[
                    "Deze motie is daarmee afgedaan.",
                    "Ik voer deze motie uit door met de provincie afspraken te maken.",
                    "Aan deze motie wordt gewerkt; een proef loopt.",
                    "Ik zie geen mogelijkheid om deze motie uit te voeren.",
                ],
            );
            let (aspect, thing) = (of(&mut chance, &ASPECTS), of(&mut chance, &THINGS));
            let _ = writeln!(
                text,
                "{said} Ik informeer de Kamer in {} {} over {aspect} {thing}. Verder spreekt het ministerie met gemeenten \
                 over {}.\n",
                MONTHS[chance.below(12)],
                year + 1,
                of(&mut chance, &THINGS)
            );
            if chance.below(20) == 0 {
                let _ = writeln!(
                    text,
                    "Het ministerie migreert het systeem voor {thing} in {} naar een andere cloud.\n",
                    year + 2
                );
            }
        }
        if at % 5 != 2 {
            let _ = writeln!(text, "De minister van {name},\nA. van Dam");
        }
        std::fs::write(sub.join(format!("{at}.txt")), text)?;
    }
    Ok(())
}

fn motion_xml(m: &Motion, (year, month, day): (usize, usize, usize), due: &str) -> String {
    let (dossier, number, member) = (m.dossier, m.number, m.member);
    let printed = format!("{} {}", dossier / 1_000, format_args!("{:03}", dossier % 1_000));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<officiele-publicatie><metadata>\
         <meta name=\"DC.identifier\" content=\"kst-{dossier}-{number}\"/>\
         <meta name=\"OVERHEIDop.documenttitel\" content=\"Motie van het lid {member} over {}\"/>\
         <meta name=\"OVERHEIDop.indiener\" content=\"{member}\"/></metadata><kamerstuk><dossier><dossiernummer>\
         <dossiernr>{printed}</dossiernr></dossiernummer></dossier><stuk><stuknr>Nr. <ondernummer>{number}</ondernummer>\
         </stuknr><titel>MOTIE VAN HET LID {}</titel><datumtekst>Voorgesteld <datum isodatum=\"{year}-{month:02}-{day:02}\">\
         {day} {} {year}</datum></datumtekst><algemeen><vrije-tekst><tekst><al>De Kamer,</al><al>gehoord de beraadslaging,\
         </al><al>verzoekt de regering meer aandacht te geven aan {}{due},</al><al>en gaat over tot de orde van de dag.</al>\
         <al>{member}</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>\n",
        m.about,
        member.to_uppercase(),
        MONTHS[month - 1],
        m.about
    )
}

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::args().any(|a| a == "--test") {
        return Ok(());
    }
    let documents = std::env::var("KAMERSPOOR_DOCS").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let temporary = tempfile::tempdir()?;
    let index = std::env::var_os("KAMERSPOOR_INDEX").map_or_else(|| temporary.path().join("index"), PathBuf::from);
    let kamerspoor = env!("CARGO_BIN_EXE_kamerspoor");
    if !index.join("kamerspoor.sqlite").exists() {
        let folder = temporary.path().join("stukken");
        write(&folder, documents)?;
        let start = Instant::now();
        let status = Command::new(kamerspoor)
            .args(["ingest", "stukken", "--index"])
            .arg(&index)
            .current_dir(temporary.path())
            .stdout(std::process::Stdio::null())
            .status()?;
        println!("ingelezen: {documents} documenten in {:.1} s ({status})", start.elapsed().as_secs_f64());
    }
    let questions: [&[&str]; 7] = [
        &["track", "30007-3"],
        &["overview", "--motie", "30007-3"],
        &["overview", "--dossier", "30007"],
        &["overview", "--lid", "Koster"],
        &["overview", "--ministerie", "JenV"],
        &["overview", "--ministerie", "JenV", "--sinds-inlezen=1"],
        &["overview"],
    ];
    for question in questions {
        // The first time warms what the system keeps of the file.
        let mut times = Vec::new();
        let mut memory = String::new();
        let mut lines = 0;
        for _ in 0..3 {
            let measured = Path::new("/usr/bin/time").exists();
            let mut command = if measured { Command::new("/usr/bin/time") } else { Command::new(kamerspoor) };
            if measured {
                command.args(["-f", "%U + %S s rekentijd, %M kB"]).arg(kamerspoor);
            }
            let start = Instant::now();
            let done = command.args(question).args(["--peildatum", "2025-11-01", "--index"]).arg(&index).output()?;
            times.push(start.elapsed().as_millis());
            memory = String::from_utf8_lossy(&done.stderr).lines().last().unwrap_or_default().to_string();
            lines = String::from_utf8_lossy(&done.stdout).lines().count();
        }
        times.sort_unstable();
        println!("{:<50} {:>6} ms  {memory}  {lines} regels", question.join(" "), times[0]);
    }
    Ok(())
}
