//! What the program writes for other programs: every form of an overview is opened by a reader of that form, and says the
//! same things, in Dutch.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kamerspoor"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    command.output().unwrap()
}

/// One index of the specimens for all tests, and a folder to write in.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let index = folder.path().join("index").display().to_string();
        assert_eq!(run(&["ingest", "corpus", "--index", &index]).status.code(), Some(0));
        folder
    });
    folder.path()
}

fn written(arguments: &[&str], name: &str) -> Vec<u8> {
    let file = folder().join(name).display().to_string();
    let index = folder().join("index").display().to_string();
    let mut all = arguments.to_vec();
    all.extend(["--index", &index, "--peildatum", "2025-10-01", "--output", &file]);
    let done = run(&all);
    assert_eq!(done.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    std::fs::read(&file).unwrap()
}

fn parts(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut found = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        found.insert(file.name().unwrap().to_string(), text);
    }
    for (name, text) in &found {
        whole(name, text);
    }
    found
}

/// Well-formed XML: every element is closed, every reference known.
fn whole(name: &str, text: &str) {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return,
            Ok(_) => {}
            Err(e) => panic!("{name}: {e}"),
        }
    }
}

#[test]
fn an_overview_is_a_web_page_that_needs_nothing_else() {
    let html = String::from_utf8(written(&["overview", "--dossier", "26643", "--format", "html"], "o.html")).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"));
    for needed in
        ["<main>", "<h1>", "scope=\"col\"", "scope=\"row\"", "@page", "role=\"img\"", "<desc>", "1 oktober 2025"]
    {
        assert!(html.contains(needed), "mist {needed}");
    }
    // No file, script or picture from elsewhere; links are for people.
    for outside in ["<script", "<link", "src=", "@import", "url("] {
        assert!(!html.contains(outside), "{outside}");
    }
    assert!(html.contains("href=\"https://zoek.officielebekendmakingen.nl/kst-26643-1329.html\""));
    let body = html.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0;
    whole("html", &format!("<main>{body}</main>"));
}

#[test]
fn a_trail_shows_what_a_letter_adds_to_a_motion() {
    let html = String::from_utf8(written(&["track", "26643-1323", "--format", "html"], "t.html")).unwrap();
    assert!(html.contains("<svg") && html.contains("Tijdlijn van motie 26 643, nr. 1323"));
    let text = String::from_utf8(written(&["track", "26643-1323"], "t.txt")).unwrap();
    assert!(text.contains("Waar bronnen verschillen") && text.contains("Waar dit op rust"), "{text}");
    assert!(text.lines().all(|l| l.chars().count() <= 100), "een regel is te lang");
}

#[test]
fn the_trail_of_a_motion_shows_the_words_of_its_debate_and_its_vote() {
    let folder = tempfile::tempdir().unwrap();
    let debate = "29 999 Veerponten\n\nNr. 20 VERSLAG VAN EEN NOTAOVERLEG\n\nVastgesteld 14 mei 2031\n\n\
        Aanwezig zijn drie leden der Kamer en mevrouw De Wit, Minister van Infrastructuur en Waterstaat.\n\n\
        Mevrouw Zeeman (VVD):\nIk heb een motie.\n\nDe Kamer,\n\ngehoord de beraadslaging,\n\noverwegende dat de kades \
        verweren;\n\nverzoekt de regering de kades te verven,\n\nen gaat over tot de orde van de dag.\n\nDe voorzitter:\nDeze \
        motie is voorgesteld door het lid Zeeman.\n\nZij krijgt nr. 12 (29999).\n\nMinister De Wit:\nDe motie op stuk nr. 12. \
        Verf kost geld. Die ontraad ik.\n";
    let votes = "Handelingen\n\nStemmingen moties Veerponten\n\nDe voorzitter:\nWij stemmen.\n\nDe heer Bos (D66):\nWij zijn \
        voor.\n\nDe voorzitter:\nDank u.\n\nIn stemming komt de motie-Zeeman (29999, nr. 12).\n\nDe voorzitter:\nIk constateer \
        dat de leden van de fracties van D66 en de SP voor deze motie hebben gestemd en de leden van de overige fracties \
        ertegen, zodat zij is verworpen.\n";
    std::fs::create_dir(folder.path().join("stukken")).unwrap();
    std::fs::write(folder.path().join("stukken/debat.txt"), debate).unwrap();
    std::fs::write(folder.path().join("stukken/stemmingen.txt"), votes).unwrap();
    let (index, input) = (folder.path().join("index"), folder.path().join("stukken"));
    let (index, input) = (index.display().to_string(), input.display().to_string());
    assert_eq!(run(&["ingest", &input, "--index", &index]).status.code(), Some(0));
    let page = run(&["track", "29999-12", "--index", &index]).stdout;
    let page = String::from_utf8(page).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Appreciatie Ontraden (",
        "Uitslag Verworpen (",
        "advies: Ontraden │ Die ontraad ik.",
        "[advies-in-debat]",
        "uitslag: Verworpen │ Ik constateer dat",
        "[uitslag-in-debat]",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn an_overview_opens_in_word() {
    let found = parts(written(&["overview", "--lid", "Kathmann", "--format", "docx"], "o.docx"));
    let document = &found["word/document.xml"];
    for needed in ["Kop1", "Kop2", "Citaat", "Bron", "<w:tblHeader/>", "<w:hyperlink r:id="] {
        assert!(document.contains(needed), "mist {needed}");
    }
    let related = &found["word/_rels/document.xml.rels"];
    for id in document.split("r:id=\"").skip(1).filter_map(|r| r.split('"').next()) {
        assert!(related.contains(&format!("Id=\"{id}\"")), "{id} leidt nergens heen");
    }
    assert!(found["word/styles.xml"].contains("nl-NL"));
}

#[test]
fn an_overview_opens_as_a_workbook_with_days_as_days() {
    let bytes = written(&["overview", "--format", "xlsx"], "o.xlsx");
    assert_eq!(bytes, written(&["overview", "--format", "xlsx"], "p.xlsx"), "dezelfde stukken, andere bytes");
    let found = parts(bytes);
    let workbook = &found["xl/workbook.xml"];
    for (at, name) in [
        "Ministeries",
        "Moties",
        "Opvolging",
        "Toezeggingen",
        "Verschillen",
        "Migraties",
        "Beleidsregels",
        "Documenten",
    ]
    .iter()
    .enumerate()
    {
        assert!(workbook.contains(&format!("name=\"{name}\"")), "{name}");
        let sheet = &found[&format!("xl/worksheets/sheet{}.xml", at + 1)];
        assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:"), "{name}");
    }
    // 13 March 2025 as a workbook counts: a number in the style of a day.
    assert!(found["xl/worksheets/sheet2.xml"].contains("s=\"3\"><v>45729</v>"));
    assert!(!found.values().any(|t| t.contains("<f>")), "een cel mag geen formule zijn");
}

#[test]
fn an_overview_is_a_list_for_a_spreadsheet_too() {
    let csv = String::from_utf8(written(&["overview", "--ministerie", "JenV", "--format", "csv"], "o.csv")).unwrap();
    let mut lines = csv.split("\r\n");
    assert!(lines.next().unwrap().starts_with("soort,motie,wie,wat,datum"));
    assert!(csv.contains("opvolging") && csv.contains("migraties"));
}

#[test]
fn what_is_new_since_a_day_comes_first() {
    let told = written(&["overview", "--dossier", "26643", "--sinds", "2025-06-01"], "s.txt");
    let told = String::from_utf8(told).unwrap();
    let at = |what: &str| told.find(what).unwrap_or_else(|| panic!("mist {what}:\n{told}"));
    assert!(at("Nieuw sinds 1 juni 2025") < at("Per ministerie"));
    assert!(at("19 september 2025") < at("Per ministerie"));
    let none = written(&["track", "26643-1320", "--sinds", "2025-09-30"], "n.txt");
    assert!(String::from_utf8(none).unwrap().contains("Niets, in de stukken met een datum."));
}

#[test]
fn what_a_later_ingest_brought_is_told_and_leaves_no_trace_in_the_dump() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    std::fs::create_dir(at("stukken")).unwrap();
    let add = |name: &str| {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
        std::fs::copy(from, folder.path().join("stukken").join(name)).unwrap();
    };
    let ingest =
        |index: &str| assert_eq!(run(&["ingest", &at("stukken"), "--index", &at(index)]).status.code(), Some(0));
    let told = |arguments: &[&str]| {
        let done = run(&[arguments, &["--index", &at("twee"), "--peildatum", "2025-10-01"]].concat());
        (done.status.code(), String::from_utf8(done.stdout).unwrap() + &String::from_utf8_lossy(&done.stderr))
    };
    add("kst-26643-1315.xml");
    add("kst-26643-1329.txt");
    ingest("twee");
    let (code, none) = told(&["overview", "--dossier", "26643", "--sinds-inlezen"]);
    assert!(code == Some(2) && none.contains("er is één keer ingelezen"), "{none}");
    add("antwoord-jenv.txt");
    ingest("twee");
    ingest("twee"); // changes nothing, so it does not count
    let (_, news) = told(&["overview", "--dossier", "26643", "--sinds-inlezen"]);
    for needed in [
        "Nieuw sinds keer 1 van inlezen",
        "daarna ingelezen: antwoord kamervragen antwoord-jenv.txt",
        "Rijksbreed meldt: in uitvoering",
        "migratie van JenV",
    ] {
        assert!(news.contains(needed), "mist {needed}:\n{news}");
    }
    let part = news.split_once("Nieuw sinds").unwrap().1.split_once("Gemeld over").unwrap().0;
    assert!(!part.contains("BZK meldt"), "wat er al stond, is niet nieuw:\n{part}");
    let (_, trail) = told(&["track", "26643-1315", "--sinds-inlezen=1"]);
    assert!(trail.contains("Nieuw sinds keer 1 van inlezen") && trail.contains("Rijksbreed meldt"), "{trail}");
    let (_, none) = told(&["track", "26643-1315", "--sinds-inlezen=2"]);
    assert!(none.contains("wat daarna is ingelezen, zegt hier niets nieuws over"), "{none}");
    let (code, wrong) = told(&["track", "26643-1315", "--sinds-inlezen=9"]);
    assert!(code == Some(2) && wrong.contains("keer 1 op"), "{wrong}");
    ingest("ineens");
    let dump = |index: &str| run(&["check", "--dump", "--index", &at(index)]).stdout;
    assert!(dump("twee") == dump("ineens"), "de inhoud mag niet afhangen van wanneer iets is ingelezen");
}

#[test]
fn a_ministry_that_signs_along_is_not_silent() {
    let text = String::from_utf8(written(&["track", "26643-1320"], "v.txt")).unwrap();
    let line = text.lines().find(|l| l.trim_start().starts_with("AenM")).unwrap_or_default();
    assert!(line.contains("tekent mee (via") && !line.contains("niet genoemd"), "{text}");
    assert!(text.contains("ondertekent dit stuk mee"), "{text}");
}

/// A program of this machine, or `None` with a line that says what was not tried.
#[test]
fn a_promise_made_after_the_next_motion_is_named_stays_off_the_first() {
    let place = tempfile::tempdir().unwrap();
    let letter = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 mei 2031\n\n\
        De moties-Vos (31 409, nr. 81) en -Smit (31 409, nr. 82) bespreek ik hier samen.\n\n\
        De motie-Vos (31 409, nr. 81) voer ik uit. Ik zal de Kamer in juni 2031 over de sluizen informeren.\n\n\
        De motie op stuk nr. 82 komt na de zomer. Ik zal de Kamer in juli 2031 over de nachtbus informeren.\n\n\
        De minister van Infrastructuur en Waterstaat,\nA. de Vries\n";
    std::fs::write(place.path().join("brief.txt"), letter).unwrap();
    let (file, index) = (place.path().join("brief.txt"), place.path().join("index"));
    let (file, index) = (file.display().to_string(), index.display().to_string());
    assert_eq!(run(&["ingest", &file, "--index", &index]).status.code(), Some(0));
    let trail = run(&["track", "31409-81", "--index", &index]);
    let trail = String::from_utf8_lossy(&trail.stdout).to_string();
    assert!(trail.contains("over de sluizen informeren") && !trail.contains("over de nachtbus informeren"), "{trail}");
}

fn found(names: &[&str], what: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let at = std::env::split_paths(&path).flat_map(|dir| names.iter().map(move |n| dir.join(n))).find(|p| p.is_file());
    if at.is_none() {
        eprintln!("overgeslagen: {} is er niet, dus {what} is niet geprobeerd", names[0]);
    }
    at
}

fn is_pdf(file: &Path) {
    let bytes = std::fs::read(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    assert!(bytes.starts_with(b"%PDF") && bytes.len() > 5_000, "{}", file.display());
}

#[test]
fn an_office_suite_opens_every_export_and_prints_it() {
    let Some(office) = found(&["soffice", "libreoffice"], "openen in LibreOffice") else { return };
    let names = ["k.docx", "k.xlsx", "k.html"];
    for (name, form) in names.iter().zip(["docx", "xlsx", "html"]) {
        written(&["overview", "--lid", "Kathmann", "--format", form], name);
    }
    written(&["track", "26643-1315", "--format", "docx"], "t.docx");
    let out = folder().join("pdf");
    let profile = format!("-env:UserInstallation=file://{}", folder().join("profiel").display());
    let mut command = Command::new(office);
    command.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(&out).current_dir(folder());
    let done = command.args(names).arg("t.docx").stdin(Stdio::null()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    for name in ["k", "t"] {
        is_pdf(&out.join(name).with_extension("pdf"));
    }
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(!said.contains("Error"), "{said}");
}

#[test]
fn a_browser_opens_the_web_page_and_prints_it() {
    let Some(browser) = found(&["chromium", "chromium-browser", "google-chrome"], "openen in een browser") else {
        return;
    };
    written(&["overview", "--dossier", "26643", "--format", "html"], "b.html");
    let pdf = folder().join("b.pdf");
    let mut command = Command::new(browser);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
    command.arg(format!("--user-data-dir={}", folder().join("browser").display()));
    command.arg(format!("--print-to-pdf={}", pdf.display())).arg(folder().join("b.html"));
    let done = command.stdin(Stdio::null()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    is_pdf(&pdf);
}

/// The cells of comma-separated values, quotes and all.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "het laatste aanhalingsteken sluit niet");
    rows
}

#[test]
fn a_reader_of_comma_separated_values_finds_the_same_columns_in_every_row() {
    let csv = String::from_utf8(written(&["overview", "--dossier", "26643", "--format", "csv"], "c.csv")).unwrap();
    let rows = cells(&csv);
    assert!(rows.len() > 50 && rows.iter().all(|r| r.len() == rows[0].len()), "{:?}", rows[0]);
    let at = |name: &str| rows[0].iter().position(|h| h == name).unwrap();
    let day = |c: &str| c.is_empty() || (c.len() == 10 && c.as_bytes()[4] == b'-');
    assert!(rows[1..].iter().all(|r| day(&r[at("datum document")]) && day(&r[at("uiterlijk")])));
    assert!(rows[1..].iter().all(|r| !r[at("document")].is_empty()), "elke regel heeft zijn bron");
}

#[test]
fn no_line_is_longer_than_the_terminal() {
    let index = folder().join("index").display().to_string();
    for columns in ["60", "80", "120"] {
        for question in [
            &["track", "26643-1315"][..],
            &["track", "26643-1323"],
            &["track"],
            &["overview"],
            &["overview", "--lid", "Kathmann"],
            &["overview", "--ministerie", "JenV", "--sinds", "2025-01-01"],
        ] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_kamerspoor"));
            command.args(question).args(["--index", &index, "--peildatum", "2025-10-01"]).env("COLUMNS", columns);
            let told =
                String::from_utf8(command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap().stdout).unwrap();
            let most = columns.parse::<usize>().unwrap();
            let long: Vec<&str> = told.lines().filter(|l| l.chars().count() > most).collect();
            assert!(long.is_empty() && told.lines().count() > 10, "{question:?} op {columns}: {long:#?}");
        }
    }
}

#[test]
fn part_of_a_store_tells_the_same_about_something_as_all_of_it() {
    use kamerspoor::store::Store;
    use kamerspoor::view::Gathered;
    use kamerspoor::view::overview::{Overview, Scope};
    let store = Store::open(&folder().join("index")).unwrap();
    let today = "2025-10-01".parse().unwrap();
    let scopes = [
        Scope { motie: Some("kst-26643-1320".into()), ..Scope::default() },
        Scope { dossier: Some("26643".into()), ..Scope::default() },
        Scope { lid: Some("kathmann".into()), ..Scope::default() },
        Scope { ministerie: Some("JenV".into()), ..Scope::default() },
        Scope { ministerie: Some("VWS".into()), lid: Some("Kathmann".into()), ..Scope::default() },
    ];
    for scope in scopes {
        let told = |gathered: &Gathered| {
            let o = Overview::of(gathered, Vec::new(), scope.clone(), (today, None), None);
            let motions: Vec<serde_json::Value> = o.motions.iter().map(|m| serde_json::to_value(m).unwrap()).collect();
            (motions, o.counts, o.ministries, o.migrations, o.documents, o.loose)
        };
        let whole = told(&Gathered::about(&store, &scope.about(), None).unwrap());
        let part = told(&Gathered::part(&store, &scope.about(), None).unwrap());
        assert!(!whole.0.is_empty(), "{scope:?}");
        assert_eq!(part, whole, "{scope:?}");
    }
}

#[test]
fn what_is_counted_over_a_whole_store_is_what_an_overview_of_it_counts() {
    use kamerspoor::store::Store;
    use kamerspoor::view::Gathered;
    use kamerspoor::view::overview::{Overview, Scope};
    let store = Store::open(&folder().join("index")).unwrap();
    let today = "2025-10-01".parse().unwrap();
    let scope = Scope::default();
    let gathered = Gathered::about(&store, &scope.about(), None).unwrap();
    let o = Overview::of(&gathered, Vec::new(), scope.clone(), (today, None), None);
    let totals = store.totals(&scope.about(), today).unwrap();
    let counted = [totals.documents.values().sum(), totals.commitments, totals.overdue, totals.migrations];
    let counted = [counted.as_slice(), &[totals.policy_rules, totals.followed, totals.motions]].concat();
    let names = ["documenten", "toezeggingen", "toezeggingen verstreken", "migraties", "beleidsregels"];
    let names = names.iter().chain(&["moties met opvolging", "moties"]);
    assert_eq!(counted, names.map(|n| u64::try_from(o.counts[n]).unwrap()).collect::<Vec<_>>());
    for line in &o.ministries {
        let actor = totals.actors.get(&line.name).cloned().unwrap_or_default();
        let latest: BTreeMap<String, u64> =
            line.latest.iter().map(|(s, n)| (s.name().to_string(), u64::try_from(*n).unwrap())).collect();
        assert_eq!(actor.latest, latest, "{}", line.name);
        assert_eq!((actor.motions, actor.commitments), (line.motions as u64, line.commitments as u64), "{}", line.name);
    }
    // Of a dossier or a ministry no more is counted than there is.
    let of = |scope: Scope| store.totals(&scope.about(), today).unwrap();
    let dossier = of(Scope { dossier: Some("26643".into()), ..Scope::default() });
    assert!(dossier.motions > 0 && dossier.motions <= totals.motions && dossier.commitments <= totals.commitments);
    let ministry = of(Scope { ministerie: Some("VWS".into()), ..Scope::default() });
    assert_eq!(ministry.actors["VWS"].latest, totals.actors["VWS"].latest);
    assert!(ministry.actors.keys().all(|a| kamerspoor::lexicon::ministry_of(a) == Some("VWS")));
}
