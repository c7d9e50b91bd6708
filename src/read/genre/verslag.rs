//! Reports: written consultations, committee debates, plenary debates, lists of decisions. The border: turns and headings;
//! who promised what is for `records`.

use super::meta;
use crate::document::{BlockKind, Document, Draft, DraftBlock};
use crate::lexicon::vergaderjaar;
use crate::text::constant;
use crate::text::{Date, date_at};
use regex::Regex;
use std::sync::LazyLock;

/// What such a report calls itself.
pub(super) static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:nr\.?\s*\d+\s+|[A-Z]{1,2}\s+|document:\s*)?(?:verslag (?:van een|houdende)|(?:ongecorrigeerd )?stenogram|besluitenlijst|handelingen\b|lijst van vragen|notulen|stemmingsoverzicht|stemmingslijst|inbreng verslag)",
    )
});
static TURN: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"^((?:(?:De heer|Mevrouw|Minister|Staatssecretaris|Minister-president|Het lid|Kamerlid)\s+[\p{Lu}\p{Ll}'’‘][^:.?!]{1,80}|De\s(?:fungerend\s)?(?:\p{L}+\s)?(?:voorzitter|griffier)(?:\s\([^)]{1,40}\))?|(?:De\s)?(?:[Mm]inister(?:-president)?|[Ss]taatssecretaris)|Voorzitter)\s*:)(?:\s|$)",
    )
});

/// Parts the opening of each turn from its words.
pub(super) fn shape(draft: &mut Draft) {
    let mut shaped: Vec<DraftBlock> = Vec::with_capacity(draft.blocks.len());
    for mut block in std::mem::take(&mut draft.blocks) {
        let opening = TURN.captures(&block.text).and_then(|c| c.get(1)).map(|m| m.end());
        // "Voorzitter: De Wit" above a report tells who presides.
        let opening = opening.filter(|end| {
            let rest = block.text[*end..].trim();
            !block.text.starts_with("Voorzitter") || rest.is_empty() || rest.ends_with(['.', '?', '!'])
        });
        let running = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading { .. });
        if let Some(end) = opening.filter(|_| running) {
            let mut words = block.split_off(end);
            words.kind = BlockKind::Paragraph;
            block.kind = BlockKind::Speaker;
            shaped.push(block);
            if !words.is_empty() {
                shaped.push(words);
            }
        } else {
            shaped.push(block);
        }
    }
    draft.blocks = shaped;
}

/// Whether enough turns stand in it to be a report of a debate.
pub(super) fn has_turns(blocks: &[DraftBlock]) -> bool {
    blocks.iter().filter(|b| matches!(b.kind, BlockKind::Speaker) || TURN.is_match(&b.text)).take(3).count() == 3
}

/// Fills number, title and day; the questions of a list of questions and answers too.
pub(super) fn structure(doc: &mut Document, properties: &[(String, String)]) {
    static HELD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bheeft op (\d{1,2} \p{L}+ \d{4})|\b(?:vergadering|overleg|debat) van (?:\p{L}+dag )?(\d{1,2} \p{L}+ \d{4})",
        )
    });
    let lines: Vec<String> = meta::head(doc, 40).into_iter().map(str::to_string).collect();
    let head: Vec<&str> = lines.iter().map(String::as_str).collect();
    let filing = meta::filing(head.iter().copied());
    let title = head.iter().find(|l| TITLE.is_match(l) && l.chars().count() < 300);
    let own = meta::property(properties, "documenttitel").or_else(|| meta::property(properties, "title"));
    // "(Zie vergadering van 3 april 2031.)" is the day of another meeting.
    let own_day = |l: &&str| !l.trim_start().to_lowercase().starts_with("(zie ");
    let dated: Vec<&str> = head.iter().copied().filter(own_day).collect();
    let day = || {
        let found = HELD
            .captures_iter(&dated.join(" "))
            .next()
            .and_then(|c| crate::text::date_at(c.get(1).or(c.get(2))?.as_str()));
        found
            .or_else(|| dated.iter().take(12).find_map(|l| crate::text::date_at(l).filter(|_| l.chars().count() < 120)))
    };
    // "Nr. 12 VERSLAG VAN …": the number is no part of the title.
    let bare = |t: &str| {
        t.find(|c: char| c.is_ascii_digit())
            .filter(|_| t.starts_with("Nr"))
            .map_or(0, |at| at + t[at..].find(' ').map_or(0, |b| b + 1))
    };
    let headings = doc.blocks.iter().take(12).filter(|b| b.is_heading()).map(|b| doc.of(b.span));
    // The number of an item of the agenda stands above its title.
    let first = headings.filter(|h| h.chars().any(char::is_alphabetic)).map(str::to_string).next();
    let decisions = decisions(doc);
    doc.meta.title = decisions
        .as_ref()
        .map(|d| d.title.clone())
        .or_else(|| title.map(|t| t[bare(t)..].to_string()))
        .or_else(|| own.map(str::to_string))
        .or(first);
    let said = meta::property(properties, "date").and_then(|d| d.parse().ok());
    let footer = footer(doc);
    let printed = footer.as_ref().and_then(|f| f.day);
    let letter = || meta::letter_date(&dated);
    doc.meta.date =
        if decisions.is_some() { letter().or_else(day) } else { said.or(printed).or_else(day).or_else(letter) };
    doc.meta.id = filing.dossiers.first().zip(filing.number.as_ref()).map(|(d, n)| format!("kst-{d}-{n}"));
    doc.meta.id = doc.meta.id.take().or_else(|| footer?.id).or_else(|| decisions?.number);
    doc.meta.dossiers = filing.dossiers;
    doc.meta.sender = asked(&lines);
    // In a debate a number alone on a line is an item of the agenda, no question.
    if !doc.blocks.iter().any(|b| matches!(b.kind, BlockKind::Speaker)) {
        super::antwoord::questions(doc);
    }
}

/// Who answers in writing: "… heeft een aantal vragen voorgelegd aan de Minister van …"; where no more is said than "de
/// minister", that of the committee that asks.
fn asked(lines: &[String]) -> Vec<String> {
    static PUT: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:voorgelegd|gesteld|gericht) aan (?P<who>de (?:minister|staatssecretaris).*)")
    });
    static WRITTEN: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:nr\.?\s*\d+\s+)?.{0,40}\bschriftelijk overleg\b"));
    static COMMITTEE: LazyLock<Regex> = LazyLock::new(|| constant(r"\bcommissies? voor ([^.]{4,200})"));
    let head = || lines.iter().take(40);
    let who = head().find_map(|l| PUT.captures(l)?.name("who"));
    let named = who.map(|who| meta::ministries(who.as_str())).unwrap_or_default();
    if !named.is_empty() || !head().any(|l| WRITTEN.is_match(l)) {
        return named;
    }
    let committee = head().find_map(|l| COMMITTEE.captures(l)?.get(1));
    let minister = committee.map(|of| meta::ministries(&format!("de minister van {}", of.as_str())));
    minister.unwrap_or_default().into_iter().take(1).collect()
}

/// What the running foot of a printed debate says: "Tweede Kamer … TK 40 … 40-11-1", and the day above it.
struct Foot {
    /// `h-tk-20232024-40-11`: session year, meeting and item.
    id: Option<String>,
    day: Option<Date>,
}

/// Looks for the foot among the frames of a report.
fn footer(doc: &Document) -> Option<Foot> {
    static PAGE: LazyLock<Regex> = LazyLock::new(|| constant(r"(?:^|\s)(\d{1,3})-(\d{1,3})-\d{1,3}$"));
    static MEETING: LazyLock<Regex> = LazyLock::new(|| constant(r"\b(TK|EK) (\d{1,3})\b"));
    /// The foot of the first page stands among the first running lines.
    const MOST: usize = 40;
    let frames = doc.blocks.iter().filter(|b| b.kind == BlockKind::Frame).map(|b| doc.of(b.span));
    let frames: Vec<&str> = frames.take(MOST).collect();
    let page = frames.iter().find_map(|f| PAGE.captures(f.trim_end()))?;
    let meeting = frames.iter().find_map(|f| MEETING.captures(f)).filter(|m| m[2] == page[1])?;
    let day = frames.iter().find_map(|f| date_at(f));
    let id = day.map(|day| {
        let years = vergaderjaar(day).replace('-', "");
        format!("h-{}-{years}-{}-{}", meeting[1].to_lowercase(), &page[1], &page[2])
    });
    Some(Foot { id, day })
}

/// What a committee's list of decisions says of itself: its title and the number of its meeting.
struct Decisions {
    title: String,
    number: Option<String>,
}

fn decisions(doc: &Document) -> Option<Decisions> {
    let labelled = |label: &str, line: &str| {
        let rest = line.strip_prefix(label)?.trim_start_matches([':', '\t', ' ']).trim();
        (!rest.is_empty()).then(|| rest.replace('\t', " "))
    };
    let lines = || doc.blocks.iter().map(|b| doc.of(b.span));
    let title = lines().take(40).find_map(|l| labelled("Document", l).filter(|t| t.starts_with("Besluitenlijst")))?;
    let number = lines().rev().take(40).find_map(|l| labelled("Activiteitnummer", l));
    Some(Decisions { title, number: number.filter(|n| n.len() < 20 && !n.contains(' ')) })
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Draft, DraftBlock};

    #[test]
    fn a_debate_has_its_number_day_and_dossier() {
        let text = "34 567 Vaarwegen in het noorden\n\nNr. 1279 VERSLAG VAN EEN COMMISSIEDEBAT\n\nVastgesteld 14 februari 2031\n\n\
                    De voorzitter:\nIk open het debat over de pont.\n\nMevrouw Zeeman (VVD):\nDank u wel.\n";
        let doc = crate::read::read("verslag.txt", text.as_bytes()).unwrap();
        let meta = &doc.meta;
        assert_eq!((meta.kind.name(), meta.id.as_deref()), ("verslag", Some("kst-34567-1279")));
        assert_eq!(meta.date.map(|d| d.to_string()).as_deref(), Some("2031-02-14"));
        assert_eq!(meta.dossiers, ["34567"]);
    }

    #[test]
    fn the_day_of_another_meeting_is_not_the_reports_own() {
        let text = "Handelingen\n\nStemmingen moties Vaarwegen\n\n(Zie vergadering van 3 mei 2031.)\n\n\
                    De voorzitter:\nIk open de vergadering.\n\nMevrouw Zeeman (VVD):\nDank u wel.\n\nDe voorzitter:\nGoed.\n";
        let meta = crate::read::read("stemmingen.txt", text.as_bytes()).unwrap().meta;
        assert_eq!((meta.kind.name(), meta.date), ("verslag", None));
    }

    #[test]
    fn a_list_of_decisions_bears_its_own_title_day_and_number() {
        let text = "Den Haag, 4 mei 2031\n\nDocument:\tBesluitenlijst van de procedurevergadering van 2 mei 2031\n\n\
                    Agendapunt:\tBesluitenlijst van de vergadering van 20 april 2031\n\nBesluit:\tVastgesteld.\n\n\
                    Activiteitnummer:\t2031A00123\n";
        let meta = crate::read::read("lijst.txt", text.as_bytes()).unwrap().meta;
        assert_eq!(meta.kind.name(), "verslag");
        assert_eq!(meta.title.as_deref(), Some("Besluitenlijst van de procedurevergadering van 2 mei 2031"));
        assert_eq!(
            (meta.id.as_deref(), meta.date.map(|d| d.to_string()).as_deref()),
            (Some("2031A00123"), Some("2031-05-04"))
        );
    }

    #[test]
    fn the_foot_of_a_printed_debate_gives_its_number_and_day() {
        let mut draft = Draft::default();
        let mut add = |kind, text: &str| draft.push(DraftBlock::with(kind, crate::text::Origin::page(1, 1), text));
        add(BlockKind::Heading { level: 2 }, "9");
        add(BlockKind::Heading { level: 3 }, "Vaarwegen");
        for frame in ["17 oktober 2030", "Tweede Kamer", "TK 15", "15-9-1"] {
            add(BlockKind::Frame, frame);
        }
        let mut doc = draft.finish("debat.pdf", "pdf");
        super::structure(&mut doc, &[]);
        assert_eq!(doc.meta.title.as_deref(), Some("Vaarwegen"));
        assert_eq!(doc.meta.id.as_deref(), Some("h-tk-20302031-15-9"));
        assert_eq!(doc.meta.date.map(|d| d.to_string()).as_deref(), Some("2030-10-17"));
    }
}
