//! Reports: written consultations, committee debates, plenary debates, lists of decisions. The border: turns and headings;
//! who promised what is for `records`.

use super::meta;
use crate::document::{BlockKind, Document, Draft, DraftBlock};
use regex::Regex;
use std::sync::LazyLock;

/// What such a report calls itself.
pub(super) static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:nr\.?\s*\d+\s+|[A-Z]{1,2}\s+)?(?:verslag (?:van een|houdende)|(?:ongecorrigeerd )?stenogram|besluitenlijst|handelingen\b|lijst van vragen|notulen|stemmingsoverzicht|stemmingslijst|inbreng verslag)").expect("constant pattern")
});
static TURN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^((?:(?:De heer|Mevrouw|Minister|Staatssecretaris|Minister-president|Het lid)\s+[\p{Lu}\p{Ll}'’‘][^:.?!]{1,80}|De\s(?:fungerend\s)?(?:\p{L}+\s)?(?:voorzitter|griffier)(?:\s\([^)]{1,40}\))?|Voorzitter)\s*:)(?:\s|$)",
    )
    .expect("constant pattern")
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
        Regex::new(r"(?i)\bheeft op (\d{1,2} \p{L}+ \d{4})|\b(?:vergadering|overleg|debat) van (?:\p{L}+dag )?(\d{1,2} \p{L}+ \d{4})").expect("constant pattern")
    });
    let lines: Vec<String> = meta::head(doc, 40).into_iter().map(str::to_string).collect();
    let head: Vec<&str> = lines.iter().map(String::as_str).collect();
    let filing = meta::filing(head.iter().copied());
    let title = head.iter().find(|l| TITLE.is_match(l) && l.chars().count() < 300);
    let own = meta::property(properties, "documenttitel").or_else(|| meta::property(properties, "title"));
    let day = || {
        let found = HELD
            .captures_iter(&lines.join(" "))
            .next()
            .and_then(|c| crate::text::date_at(c.get(1).or(c.get(2))?.as_str()));
        found.or_else(|| head.iter().take(12).find_map(|l| crate::text::date_at(l).filter(|_| l.chars().count() < 120)))
    };
    // "Nr. 12 VERSLAG VAN …": the number is no part of the title.
    let bare = |t: &str| {
        t.find(|c: char| c.is_ascii_digit())
            .filter(|_| t.starts_with("Nr"))
            .map_or(0, |at| at + t[at..].find(' ').map_or(0, |b| b + 1))
    };
    let first = doc.blocks.iter().take(12).find(|b| b.is_heading()).map(|b| doc.of(b.span).to_string());
    doc.meta.title = title.map(|t| t[bare(t)..].to_string()).or_else(|| own.map(str::to_string)).or(first);
    let said = meta::property(properties, "date").and_then(|d| d.parse().ok());
    doc.meta.date = said.or_else(day).or_else(|| meta::letter_date(&head));
    doc.meta.id = filing.dossiers.first().zip(filing.number.as_ref()).map(|(d, n)| format!("kst-{d}-{n}"));
    doc.meta.dossiers = filing.dossiers;
    // In a debate a number alone on a line is an item of the agenda, no question.
    if !doc.blocks.iter().any(|b| matches!(b.kind, BlockKind::Speaker)) {
        super::antwoord::questions(doc);
    }
}

#[cfg(test)]
mod tests {
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
}
