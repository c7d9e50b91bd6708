//! Who, when and which number, read from the head and the signature of a document. The border: words in, names and keys
//! out; where in the document they stand is for the genres.

use crate::document::{Document, Person};
use crate::lexicon;
use crate::text::constant;
use crate::text::{Date, date_at, fold, month};
use regex::Regex;
use std::sync::LazyLock;

static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    constant(r"(?i)\b(?:minister-president|ministers?|staatssecretaris(?:sen)?|bewindslieden|bewindspersonen)\b")
});
static NAMED: LazyLock<Regex> =
    LazyLock::new(|| constant(r"^\s*(?:[^\s(),;]+\s+){0,6}?[^\s(),;]*\s*\(([^()]{2,140})\)"));
static OF: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^\s*(?:van|voor)?\s*(?:het\s+)?(?:ministerie\s+van\s+)?"));
static NEXT: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)^\s*(?:,\s*en\b|,|en\b|alsmede\b|&)\s*(?:van\s+|voor\s+)?"));
static NEXT_TITLE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^[^.;()]{0,110}?(?:,|\ben|\balsmede|\bnamens)\s+(?:ook\s+)?(?:namens\s+)?(?:de\s+)?(?:demissionair\s+)?(?P<title>minister|staatssecretaris)",
    )
});
static STOP: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\bmede namens\b|\baan (?:de|het)\b|\bop (?:de|het|vragen|Kamervragen)\b|\bover\b|\bde antwoorden\b|\(ontvangen",
    )
});

/// The longest ministry that `words` begins with, and its length in bytes.
fn ministry_first(words: &str) -> Option<(&'static str, usize)> {
    let ends: Vec<usize> = words
        .char_indices()
        .filter(|(_, c)| c.is_whitespace() || ",;:.)(".contains(*c))
        .map(|(at, _)| at)
        .chain([words.len()])
        .filter(|at| *at > 0)
        .take(16)
        .collect();
    ends.into_iter().rev().find_map(|end| {
        let name = words[..end].trim_end_matches([',', ';', ':', '.', ' ']);
        lexicon::ministry(name).map(|e| (e.abbr.as_str(), name.len()))
    })
}

/// The ministries of the members of government that `text` names one after the other: "de minister van X en de
/// staatssecretaris van Y", "minister Z (X)". Stops where the row stops.
pub(super) fn ministries(text: &str) -> Vec<String> {
    let text = &text[..STOP.find(text).map_or(text.len(), |m| m.start())];
    let mut found: Vec<String> = Vec::new();
    let mut add = |abbr: &str| {
        if !found.iter().any(|f| f == abbr) {
            found.push(abbr.to_string());
        }
    };
    let Some(mut title) = TITLE.find(text).map(|m| m.range()) else { return found };
    loop {
        let mut at = title.end;
        if text[title.clone()].eq_ignore_ascii_case("minister-president") {
            add("AZ");
        }
        let rest = &text[at..];
        let skip = OF.find(rest).map_or(0, |m| m.end());
        if let Some((abbr, length)) = ministry_first(&rest[skip..]) {
            add(abbr);
            at += skip + length;
            // "minister van A en B" names a second ministry only where B is one by itself.
            while let Some(next) = NEXT.find(&text[at..]) {
                let Some((abbr, length)) = ministry_first(&text[at + next.end()..]) else { break };
                add(abbr);
                at += next.end() + length;
            }
        } else if let Some(name) = NAMED.captures(rest) {
            let inside = name.get(1).map_or("", |m| m.as_str());
            if let Some((abbr, _)) = ministry_first(inside) {
                add(abbr);
            }
            at += name.get(0).map_or(0, |m| m.end());
        }
        let Some(next) = NEXT_TITLE.captures(&text[at..]).and_then(|c| c.name("title")).map(|m| m.start() + at) else {
            break;
        };
        let Some(range) = TITLE.find_at(text, next).map(|m| m.range()) else { break };
        title = range;
    }
    found
}

/// The ministry whose name one of the first lines of a head opens with: "Ministerie van Financiën, stand per 1 mei 2031".
pub(super) fn letterhead(head: &[&str]) -> Option<&'static str> {
    const ABOVE: usize = 8;
    static OPENS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^(?:Het )?[Mm]inisterie (?:van|voor) (?P<name>\p{Lu}[^:;.]{1,110})$"));
    // "… en het ministerie van …" is no letterhead; the next line of one may have been joined to it.
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"^(?:$|[,–|(-]|(?:Bijlage|Directie|Dienst|Afdeling|Datum|Peildatum|Stand|Versie)\b)")
    });
    head.iter().take(ABOVE).find_map(|line| {
        let name = OPENS.captures(line.trim())?.name("name")?.as_str();
        let (abbr, length) = ministry_first(name)?;
        NEXT.is_match(name[length..].trim_start()).then_some(abbr)
    })
}

/// The ministries that follow "mede namens" in `text`.
pub(super) fn on_behalf(text: &str) -> Vec<String> {
    static BEHALF: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:mede|ook) namens\s+"));
    let after = BEHALF.find(text).map_or("", |m| &text[m.end()..]);
    ministries(after)
}

/// Whether a line is a member's or minister's name and nothing else: "F.Z. Jansma", "Mona van der Velden".
pub(super) fn is_name(line: &str) -> bool {
    static NAME: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?x)^(?:(?:drs|dr|mr|ir|ing|prof)\.\s*)*
              (?: (?:\p{Lu}\p{Ll}{0,2}\.\s?-?){1,6}\s* | \p{Lu}[\p{L}'’-]+\s+ )
              (?:(?:van|de|der|den|het|'t|’t|te|ter|ten|el|op|in)\s+){0,3} \p{Lu}[\p{L}'’-]+ (?:[\s-]+(?:(?:van|de|der|den)\s+){0,2}\p{Lu}[\p{L}'’-]+){0,2} (?:\s*\([\p{L}\s-]+\))? $",
        )
    });
    line.chars().count() <= 60 && NAME.is_match(line.trim()) && lexicon::actor(line).is_none()
}

/// Members named after "het lid" or "de leden" in `text`, with their parties. One party may stand for several names.
pub(super) fn members(text: &str) -> Vec<Person> {
    static START: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:het|de|door|van|aan)\s+(?:kamer)?(?:lid|leden)\s+"));
    static END: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\s(?:aan\s+(?:de|het)|over|inzake|betreffende|met betrekking|gericht|naar aanleiding|d\.d\.|van uw Kamer|worden|die|heeft|hebben)\b|\((?:ingezonden|ontvangen|20\d\dZ)|[.;:]\s|[.;:]$",
        )
    });
    let Some(start) = START.find(text) else { return Vec::new() };
    let rest = &text[start.end()..];
    let most = rest.char_indices().nth(1500).map_or(rest.len(), |(at, _)| at);
    let rest = &rest[..most];
    let rest = &rest[..END.find(rest).map_or(rest.len(), |m| m.start())];
    let (mut people, mut waiting) = (Vec::new(), Vec::new());
    let names = |words: &str| -> Vec<String> {
        let parts = words
            .split(',')
            .flat_map(|p| p.split(" en "))
            .map(|p| p.trim().trim_start_matches("en ").trim_end_matches(" c.s").trim());
        parts.filter(|p| (2..60).contains(&p.len()) && p.starts_with(char::is_alphabetic)).map(capitalised).collect()
    };
    let mut rest = rest;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, tail)) = after.split_once(')') else { break };
        waiting.extend(names(before));
        let party =
            ["beiden ", "allen ", "beide "].iter().fold(inside.trim(), |p, lead| p.strip_prefix(lead).unwrap_or(p));
        let party = (party.chars().count() <= 40).then(|| lexicon::party_by_name(party));
        people.extend(waiting.drain(..).map(|naam| Person { naam, fractie: party.clone() }));
        rest = tail;
    }
    waiting.extend(names(rest));
    people.extend(waiting.into_iter().map(|naam| Person { naam, fractie: None }));
    people
}

/// A name as its bearer writes it: with a capital, and without what type set apart or glued ("Kostic´", "vanDijk").
fn capitalised(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    static GLUED: LazyLock<Regex> = LazyLock::new(|| constant(r"\b(van|de|der|den|ter|ten)(\p{Lu}\p{Ll})"));
    let name = name.replace(" ´", "´").replace('´', "\u{301}");
    let name: String = GLUED.replace_all(&name, "$1 $2").nfc().collect();
    let mut letters = name.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Dossiers and number in the head of a Kamerstuk: "36 600 VII …" lines, then "Nr. 12".
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Filing {
    /// `26643`, `36600-VII`, `21501-20`.
    pub(super) dossiers: Vec<String>,
    /// The number in the first dossier.
    pub(super) number: Option<String>,
}

/// Reads the filing from the lines at the head of a document.
pub(super) fn filing<'a>(lines: impl Iterator<Item = &'a str>) -> Filing {
    static DOSSIER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(\d{2})[\s.]?(\d{3})(?:\s*-\s*(\d{1,3})|[\s-]+\(?R\s?\d{3,4}\)?)?(?:[\s-]+([IVXLC]{1,6}[A-Z]?|[A-Z]))?(?:\s+[\p{Lu}‘'“(]|\s*$)",
        )
    });
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| constant(r"(?:^|\s)N[rR]\.?\s*(\d{1,5})\b"));
    static LETTERS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^([A-Z]{1,3})\s+(?:BRIEF|VERSLAG|MOTIE|NOTA|GEWIJZIGDE|NADER|LIJST|VOORLOPIG)\b"));
    let mut filing = Filing::default();
    for line in lines.take(30) {
        let dossier = DOSSIER.captures(line).filter(|_| line.chars().count() <= 320 && filing.number.is_none());
        if let Some(d) = &dossier {
            let part = |n| d.get(n).map_or("", |m: regex::Match<'_>| m.as_str());
            let mut key = format!("{}{}", part(1), part(2));
            for suffix in [part(3), part(4)].into_iter().filter(|s| !s.is_empty()) {
                key.push('-');
                key.push_str(suffix);
            }
            if !filing.dossiers.contains(&key) {
                filing.dossiers.push(key);
            }
        }
        let begun = !filing.dossiers.is_empty();
        if begun && filing.number.is_none() && (dossier.is_none() || line.contains(" Nr. ")) {
            let found = NUMBER.captures(line).filter(|c| dossier.is_some() || c.get(0).is_some_and(|m| m.start() == 0));
            filing.number = found.or_else(|| LETTERS.captures(line)).map(|c| c[1].to_string());
        }
    }
    if filing.number.is_none() {
        // A number that opens a sentence is no dossier without its "Nr.".
        filing.dossiers.clear();
    }
    filing
}

/// An official number in the name of the file, where the text has none: `kst-26643-1329.txt`, `2025Z10402.docx`.
pub(super) fn id_in_name(source: &str) -> Option<String> {
    static ID: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b((?:kst|ah-tk|ah-ek|h-tk|h-ek|blg)-[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*)|(20\d\dZ\d{5})")
    });
    let name = source.rsplit(['/', '\\']).next()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let found = ID.captures(stem)?;
    let id = found.get(1).map(|m| lower_prefix(m.as_str())).or_else(|| found.get(2).map(|m| m.as_str().to_uppercase()));
    id.filter(|id| id.chars().any(|c| c.is_ascii_digit()))
}

/// Prefix in small letters, toevoeging as it stands: `KST-36600-VII-2` to `kst-36600-VII-2`.
fn lower_prefix(id: &str) -> String {
    let at = id.find(|c: char| c.is_ascii_digit()).unwrap_or(id.len());
    format!("{}{}", id[..at].to_lowercase(), &id[at..])
}

/// What the file says of itself under a name that ends in `name` ("DC.identifier" for `identifier`).
pub(super) fn property<'a>(properties: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let fits = |key: &str| {
        let key = key.to_lowercase();
        key == name || key.ends_with(&format!(".{name}")) || key.ends_with(&format!(":{name}"))
    };
    properties.iter().find(|(k, v)| fits(k) && !v.trim().is_empty()).map(|(_, v)| v.trim())
}

/// A day after `word` ("ingezonden 23 mei"; `ingezonden`, `ontvangen`, `brief van`); where the year is missing, that of
/// `year`.
pub(super) fn day_after(text: &str, word: &str, year: Option<i16>) -> Option<Date> {
    static DAY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(ingezonden|ontvangen|brief\s+van)\b[\s:]*(?:op\s+)?(?:\p{L}+dag\s+)?(\d{1,2})\s*(\p{L}{3,9})\.?(?:\s+(\d{4}))?",
        )
    });
    DAY.captures_iter(text).filter(|c| fold(&c[1]) == word).find_map(|c| {
        let year = c.get(4).and_then(|y| y.as_str().parse().ok()).or(year)?;
        Date::new(year, month(&c[3])?, c[2].parse().ok()?).ok()
    })
}

/// "Zie ook Aanhangsel Handelingen, vergaderjaar 2024-2025, nr. 2562" as `ah-tk-20242025-2562`.
pub(super) fn appendices(text: &str) -> Vec<String> {
    static SEE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bAanhangsel(?:\s+van\s+de)?(?:\s+Handelingen)?(?:\s+II)?,?\s*(?:vergaderjaar\s+)?(\d{4})\s*[-–/]\s*(\d{2,4}),?\s*(?:aanhangsel,?\s*)?(?:nrs?\.?|nummer)\s*(\d{1,5})",
        )
    });
    let key = |c: regex::Captures<'_>| {
        let second = if c[2].len() == 2 { format!("{}{}", &c[1][..2], &c[2]) } else { c[2].to_string() };
        format!("ah-tk-{}{second}-{}", &c[1], &c[3])
    };
    SEE.captures_iter(text).map(key).collect()
}

/// The words of the first blocks, to read a head from: at most `count` blocks, frames included, footnotes not.
pub(super) fn head(doc: &Document, count: usize) -> Vec<&str> {
    let blocks = doc.blocks.iter().take(count);
    blocks.filter(|b| !matches!(b.kind, crate::document::BlockKind::Footnote)).map(|b| doc.of(b.span)).collect()
}

/// The day a letter bears: after its place, in the house-style block, or alone on a line above it.
pub(super) fn letter_date(lines: &[&str]) -> Option<Date> {
    /// A day alone on a line further down is a date in the text.
    const ABOVE: usize = 14;
    static ALONE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?\d{1,2} \p{L}+ \d{4}\.?$"));
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:'|’|‘)?s-Gravenhage|Den Haag|Vastgesteld|Voorgesteld|Datum|Datum brief|Verzonden)[,:]?\s*(?:\d|$)",
        )
    });
    let placed = lines.iter().enumerate().filter(|(_, l)| PLACE.is_match(l) && l.chars().count() < 120).find_map(
        |(at, line)| {
            // The label may stand on a line of its own.
            let next = lines.get(at + 1).filter(|l| l.chars().count() < 40);
            date_at(line).or_else(|| next.and_then(|l| date_at(l)))
        },
    );
    placed.or_else(|| lines.iter().take(ABOVE).filter(|l| ALONE.is_match(l)).find_map(|l| date_at(l)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ministries_of_the_government() {
        assert_eq!(
            ministries("de staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties, Herstel Groningen"),
            ["BZK"]
        );
        assert_eq!(ministries("BRIEF VAN DE MINISTER VAN ECONOMISCHE ZAKEN"), ["EZ"]);
        assert_eq!(
            ministries("de minister van Financiën en de staatssecretaris van Justitie en Veiligheid"),
            ["FIN", "JenV"]
        );
        assert_eq!(
            ministries("de minister van Financiën, de minister van Defensie en de minister van Economische Zaken"),
            ["FIN", "DEF", "EZ"]
        );
        assert_eq!(ministries("minister Hermsen (Volksgezondheid, Welzijn en Sport) (ontvangen 3 mei 2024)"), ["VWS"]);
        assert_eq!(
            on_behalf(
                "bied ik u mede namens de minister van Defensie de antwoorden aan op vragen aan de minister van Financiën"
            ),
            ["DEF"]
        );
        assert_eq!(ministries("De ministers van Buitenlandse Zaken en van Defensie"), ["BZ", "DEF"]);
    }

    #[test]
    fn members_with_their_parties() {
        let found = |text| {
            members(text)
                .into_iter()
                .map(|p| format!("{}|{}", p.naam, p.fractie.unwrap_or_default()))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("Vragen van de leden Aalders, Brink (CDA) en van Cleef (D66) aan de minister"),
            ["Aalders|CDA", "Brink|CDA", "Van Cleef|D66"]
        );
        assert_eq!(found("van de leden Damen en Van Elst (beiden SP) over de haven"), ["Damen|SP", "Van Elst|SP"]);
        assert_eq!(
            found("Vragen van de leden Petrovic´ en Aagje vanDam (VVD) over"),
            ["Petrović|VVD", "Aagje van Dam|VVD"]
        );
        assert_eq!(found("gesteld door het lid Six Fictief (Nieuw Sociaal Contract) over X"), ["Six Fictief|NSC"]);
    }

    #[test]
    fn numbers_of_a_kamerstuk() {
        let read = |lines: &[&str]| filing(lines.iter().copied());
        assert_eq!(
            read(&["31 936 Luchtvaartbeleid", "29 665 Evaluatie Schipholbeleid", "Nr. 1200 Brief van de minister"])
                .dossiers,
            ["31936", "29665"]
        );
        let budget = read(&["36 600 XII Vaststelling van de begrotingsstaten", "Nr. 14 MOTIE VAN HET LID X"]);
        assert_eq!((budget.dossiers, budget.number), (vec!["36600-XII".to_string()], Some("14".to_string())));
        assert_eq!(read(&["21 501-33 Raad voor Vervoer", "Nr. 8"]).dossiers, ["21501-33"]);
        assert_eq!(read(&["25 000 Mensen kwamen."]), Filing::default());
        assert_eq!(id_in_name("map/kst-36600-XII-14.pdf").as_deref(), Some("kst-36600-XII-14"));
        assert_eq!(id_in_name("antwoord-2024Z00123 (1).docx").as_deref(), Some("2024Z00123"));
        assert_eq!(appendices("Zie ook Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 17"), ["ah-tk-20222023-17"]);
        assert!(
            is_name("F.Z. Jansma") && is_name("Mona van der Velden") && !is_name("Herstel Groningen, Digitalisering")
        );
    }
}
