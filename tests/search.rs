//! Searching from where the user stands: words in, documents with marked passages out.

use kamerspoor::store::{IngestOptions, SearchOptions, SearchPage, Store, ingest};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use tempfile::TempDir;

static INDEX: LazyLock<TempDir> = LazyLock::new(|| {
    let dir = TempDir::new().unwrap();
    let docs = dir.path().join("docs");
    fs::create_dir_all(&docs).unwrap();
    let letter = |name: &str, body: &str| {
        fs::write(docs.join(name), format!("Geachte voorzitter,\n\n{body}\n")).unwrap();
    };
    letter("dijk.txt", "De dijk bij Zierikzee wordt versterkt. Zie Kamerstuk 99 123, nr. 4.");
    letter("dijken.txt", "Alle dijken langs de Maas zijn in goede staat.");
    letter("molen.txt", "De molen bij de dijk draait weer; coördinatie met de gemeente is er.");
    letter("haven.txt", "In de haven komt een IT-voorziening. De haven groeit.");
    letter("golf.txt", "Er komt een golfbreker bij het strand. De golfbreker is van steen, elke golf telt.");
    letter("breker.txt", "Een golf-breker kost veel; de breker van de golf ligt er nog niet.");
    letter("gebied.txt", "Het havengebied wordt groter; het gebied rond de haven ook.");
    letter("bestuur.txt", "Binnenlandse Zaken en de PvdD spraken over het bestuur van het waterschap.");
    ingest(&dir.path().join("index"), &[docs], &IngestOptions::default(), &mut |_| {}).unwrap();
    dir
});

fn ask(question: &str) -> SearchPage {
    let store = Store::open(&INDEX.path().join("index")).unwrap();
    store.search(question, &SearchOptions::default()).unwrap()
}

fn names(question: &str) -> Vec<String> {
    let page = ask(question);
    assert_eq!(page.total, page.hits.len());
    let stem = |source: &str| Path::new(source).file_stem().unwrap().to_string_lossy().into_owned();
    page.hits.iter().map(|h| stem(&h.document.source)).collect()
}

fn sorted(question: &str) -> Vec<String> {
    let mut names = names(question);
    names.sort();
    names
}

#[test]
fn all_words_come_before_some_and_exact_before_related() {
    assert_eq!(names("dijk Maas")[0], "dijken");
    assert_eq!(names("molen dijk")[0], "molen");
    assert_eq!(names("dijken")[0], "dijken");
    assert_eq!(names("Maas molen").len(), 2);
    assert_eq!(names("coordinatie"), ["molen"]);
    assert_eq!(names("99123"), names("99 123"));
    assert_eq!(names("99123"), ["dijk"]);
    assert_eq!(names("itvoorziening"), ["haven"]);
}

#[test]
fn phrases_prefixes_exclusion_and_alternatives() {
    assert_eq!(names("\"bij de dijk\""), ["molen"]);
    assert!(names("\"dijk de bij\"").is_empty());
    assert_eq!(sorted("dij*"), ["dijk", "dijken", "molen"]);
    assert_eq!(names("dijk -molen -Maas"), ["dijk"]);
    assert_eq!(sorted("Zierikzee OF IT"), ["dijk", "haven"]);
    assert_eq!(names("(Zierikzee OF haven) EN dijk"), ["dijk"]);
    assert_eq!(sorted("-molen").len(), 7);
    assert_eq!(names("de").len(), 8);
    assert!(names("datum:1999").is_empty());
}

#[test]
fn answers_are_counted_by_the_motions_they_are_about_and_found_by_every_paper_they_cite() {
    let dir = TempDir::new().unwrap();
    let docs = dir.path().join("docs");
    fs::create_dir_all(&docs).unwrap();
    let text = "Geachte voorzitter,\n\nIn mijn brief over de sluizen (Kamerstuk 99 124, nr. 7) ging ik hierop in. De motie van \
                het lid Duif (Kamerstuk 99 124, nr. 12) over de sluizen is uitgevoerd.\n";
    fs::write(docs.join("sluis.txt"), text).unwrap();
    let index = dir.path().join("index");
    ingest(&index, &[docs], &IngestOptions::default(), &mut |_| {}).unwrap();
    let store = Store::open(&index).unwrap();
    let page = store.search("sluizen", &SearchOptions::default()).unwrap();
    let motions = page.facets.iter().find(|f| f.name == "motie").unwrap();
    let counted: Vec<&str> = motions.values.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(counted, ["kst-99124-12"]);
    for paper in ["motie:99124-12", "motie:99124-7"] {
        assert_eq!(store.search(paper, &SearchOptions::default()).unwrap().total, 1, "{paper}");
    }
}

#[test]
fn highlights_are_what_was_asked_in_the_text_as_stored() {
    let page = ask("dijken havens");
    for hit in &page.hits {
        for passage in &hit.passages {
            assert!(!passage.highlights.is_empty());
            for mark in &passage.highlights {
                let words = mark.of(&passage.text).to_lowercase();
                assert!(["dijk", "dijken", "haven", "havengebied"].contains(&words.as_str()), "{words}");
            }
            let store = Store::open(&INDEX.path().join("index")).unwrap();
            let doc = store.document(&hit.document.source).unwrap().unwrap();
            assert_eq!(doc.of(passage.span), passage.text);
        }
    }
    let words = |q: &str| {
        let page = ask(q);
        let passage = &page.hits[0].passages[0];
        passage.highlights.iter().map(|m| m.of(&passage.text).to_string()).collect::<Vec<_>>()
    };
    assert_eq!(words("\"molen bij de dijk\""), ["molen bij de dijk"]);
    assert_eq!(words("99123"), ["99 123"]);
}

#[test]
fn compounds_are_found_as_one_word_as_two_and_with_a_hyphen() {
    for question in ["golfbreker", "golf breker", "golf-breker"] {
        let mut first = names(question);
        first.truncate(2);
        first.sort();
        assert_eq!(first, ["breker", "golf"], "{question}");
    }
    // With a link between, and by its last part alone.
    assert_eq!(names("haven gebied")[0], "gebied");
    assert_eq!(names("havengebied")[0], "gebied");
}

#[test]
fn typing_mistakes_are_forgiven_and_told() {
    let page = ask("Zireikzee");
    assert_eq!(page.corrections[0].typed, "zireikzee");
    assert_eq!(page.corrections[0].searched[0], "zierikzee");
    assert_eq!(names("Zireikzee"), ["dijk"]);
    assert_eq!(names("coordinatei"), ["molen"]);
    assert!(ask("dijk").corrections.is_empty());
    assert!(names("qqqqqqqq").is_empty());
}

#[test]
fn names_of_ministries_and_parties_find_each_other() {
    assert_eq!(names("BZK"), ["bestuur"]);
    assert_eq!(names("Partij voor de Dieren")[0], "bestuur");
}

#[test]
fn nearby_words_in_any_order_and_form() {
    assert_eq!(names("molen NABIJ dijken"), ["molen"]);
    assert!(names("molen NABIJ/1 gemeente").is_empty());
    assert_eq!(names("gemeente NABIJ molen"), ["molen"]);
    assert!(names("molen NABIJ haven").is_empty());
}

#[test]
fn a_word_without_its_hyphen_is_taken_apart_and_told() {
    let dir = TempDir::new().unwrap();
    let docs = dir.path().join("docs");
    fs::create_dir_all(&docs).unwrap();
    for number in 0..4 {
        let body = format!(
            "Geachte voorzitter,\n\nBrief {number}: de EU let op tarieven en sancties, ook bij het EU-budget.\n"
        );
        fs::write(docs.join(format!("{number}.txt")), body).unwrap();
    }
    let index = dir.path().join("index");
    ingest(&index, &[docs], &IngestOptions::default(), &mut |_| {}).unwrap();
    let page = Store::open(&index).unwrap().search("budgettarieven", &SearchOptions::default()).unwrap();
    assert_eq!(page.corrections[0].searched, ["budget tarieven"]);
    assert!(page.total > 0);
}

#[test]
fn the_answer_of_a_ministry_on_a_motion_comes_first_and_what_it_refers_to_next() {
    let dir = TempDir::new().unwrap();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let index = dir.path().join("index");
    ingest(&index, &[corpus], &IngestOptions::default(), &mut |_| {}).unwrap();
    let store = Store::open(&index).unwrap();
    for (question, ministry) in [
        ("wat zegt VWS over de motie Six Dijkstra", "Volksgezondheid"),
        ("wat zegt VWS over motie 26643-1320", "Volksgezondheid"),
    ] {
        let page = store.search(question, &SearchOptions::default()).unwrap();
        let first = &page.hits[0].passages[0];
        assert!(first.heading.contains(ministry), "{question}: {} {}", first.heading, first.text);
    }
}

#[test]
fn newest_first_gives_the_same_documents() {
    let store = Store::open(&INDEX.path().join("index")).unwrap();
    let page = store.search("dijk haven", &SearchOptions { newest: true, ..SearchOptions::default() }).unwrap();
    let mut sources: Vec<_> = page.hits.iter().map(|h| &h.document.source).collect();
    let best = ask("dijk haven");
    let mut others: Vec<_> = best.hits.iter().map(|h| &h.document.source).collect();
    sources.sort();
    others.sort();
    assert_eq!(sources, others);
}

#[test]
fn pages_follow_on_each_other() {
    let store = Store::open(&INDEX.path().join("index")).unwrap();
    let all: Vec<_> = ask("de").hits.into_iter().map(|h| h.document.source).collect();
    for (at, source) in all.iter().enumerate() {
        let page = store.search("de", &SearchOptions { offset: at, limit: 1, ..SearchOptions::default() }).unwrap();
        assert_eq!((page.total, &page.hits[0].document.source), (all.len(), source));
    }
}

#[test]
fn a_mistake_gives_a_message_with_its_place() {
    let store = Store::open(&INDEX.path().join("index")).unwrap();
    let say = |q: &str| store.search(q, &SearchOptions::default()).unwrap_err().to_string();
    assert!(say("dijk \"open").contains("teken 6"));
    assert!(say("!!!").contains("geen woorden"));
}

/// Whether a word marked is one that was meant: it or a part of it was typed, or looked for instead, or it is another
/// name of what was typed.
fn meant(mark: &str, question: &str, page: &SearchPage) -> bool {
    let plain = |text: &str| -> Vec<String> {
        let folded = text.to_lowercase().replace('ö', "o").replace('é', "e").replace("99 123", "99123");
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        words.map(ToString::to_string).collect()
    };
    let mut terms = plain(question);
    terms.extend(page.corrections.iter().flat_map(|c| &c.searched).flat_map(|w| plain(w)));
    for names in [["bzk", "binnenlandse zaken"], ["pvdd", "partij voor de dieren"]] {
        if names.iter().any(|n| question.to_lowercase().contains(n)) {
            terms.extend(names.iter().flat_map(|n| plain(n)));
        }
    }
    let alike = |a: &str, b: &str| {
        let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        same >= 3 || a == b || a.contains(b) || b.contains(a)
    };
    plain(mark).iter().any(|m| terms.iter().any(|t| alike(m, t)))
}

/// Asks, and holds the answer to what goes for every answer.
fn hold(question: &str) -> Result<(), TestCaseError> {
    let store = Store::open(&INDEX.path().join("index")).unwrap();
    let begun = std::time::Instant::now();
    match store.search(question, &SearchOptions::default()) {
        Ok(page) => {
            for passage in page.hits.iter().flat_map(|h| &h.passages) {
                let mut last = 0;
                for mark in &passage.highlights {
                    let words = passage.text.get(mark.range());
                    prop_assert!(words.is_some() && mark.start() >= last);
                    last = mark.end();
                    let words = words.unwrap_or_default();
                    prop_assert!(meant(words, question, &page), "{:?} for {:?}", words, question);
                }
            }
        }
        Err(error) => prop_assert!(!error.to_string().is_empty()),
    }
    prop_assert!(begun.elapsed().as_secs() < 5, "{:?} takes {:?}", question, begun.elapsed());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_question_is_answered_or_refused(question in "[a-zé \"()*:\\-.0-9“OFEN]{0,30}|.{0,40}|(-?(dijk|haven|OF|EN|\\(|\\)|\"de dijk\"|soort:motie|datum:2025|m*|golf-breker|havenmolen|dijkn|BZK|Partij voor de Dieren|dij* NABIJ|molen NABIJ) ){0,8}") {
        hold(&question)?;
    }

    #[test]
    fn any_bytes_are_answered_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2_500)) {
        hold(&String::from_utf8_lossy(&bytes))?;
    }
}

#[test]
fn the_words_of_a_question_in_a_row_go_before_their_parts_in_what_a_motion_asks() {
    let dir = TempDir::new().unwrap();
    let docs = dir.path().join("docs");
    fs::create_dir_all(&docs).unwrap();
    fs::write(docs.join("brief.txt"), "Geachte voorzitter,\n\nIk werk aan een veilige kustvaart voor allen.\n")
        .unwrap();
    let motion = "De Kamer,\n\ngehoord de beraadslaging,\n\nverzoekt de regering de vaart langs de kust veilig te maken \
                  met veilige vaart,\n\nen gaat over tot de orde van de dag.\n";
    fs::write(docs.join("motie.txt"), motion).unwrap();
    let index = dir.path().join("index");
    ingest(&index, &[docs], &IngestOptions::default(), &mut |_| {}).unwrap();
    let page = Store::open(&index).unwrap().search("veilige kustvaart", &SearchOptions::default()).unwrap();
    assert!(page.hits[0].document.source.ends_with("brief.txt"), "{:?}", page.hits);
}

/// Whoever runs the tests may be allowed to write anywhere; then there is nothing to see here, and it is said.
#[cfg(unix)]
#[test]
fn an_index_in_a_folder_that_cannot_be_written_is_searched() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new().unwrap();
    let (docs, index) = (dir.path().join("docs"), dir.path().join("index"));
    fs::create_dir_all(&docs).unwrap();
    fs::write(docs.join("a.txt"), "De veerpont vaart weer.").unwrap();
    ingest(&index, &[docs], &IngestOptions::default(), &mut |_| {}).unwrap();
    let folders = || walk(&index);
    let allow = |mode| folders().iter().for_each(|f| fs::set_permissions(f, fs::Permissions::from_mode(mode)).unwrap());
    allow(0o555);
    if fs::write(index.join("proef"), "").is_ok() {
        println!("overgeslagen: deze gebruiker mag overal schrijven");
    } else {
        let found = Store::open(&index).unwrap().search("veerpont", &SearchOptions::default());
        allow(0o755);
        assert_eq!(found.unwrap().total, 1);
    }
    allow(0o755);
}

/// A folder and the folders in it.
#[cfg(unix)]
fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let inside = fs::read_dir(folder).unwrap().flatten().map(|e| e.path()).filter(|p| p.is_dir());
    inside.flat_map(|p| walk(&p)).chain([folder.to_path_buf()]).collect()
}
