//! Departmental policy: title page and chapters. The border: what is allowed or required is for `rules`.

use super::meta;
use crate::document::{BlockKind, Document, Draft};
use crate::text::Date;
use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;

/// Words that name a policy document in its title.
static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)(?:beleidslijn|beleidsregels?|beleidsnota|kader|circulaire|implementatierichtlijn|gedragslijn|gedragsregels|gedragscode|gebruiksregels|spelregels|huisregels|reglement|protocol|richtlijn(?:en)?|handreiking|beleid|strategie)\b",
    )
});

/// Whether a line can be the title of a policy.
pub(super) fn is_title(line: &str) -> bool {
    let length = line.chars().count();
    (6..=140).contains(&length) && !line.ends_with(['.', ';', ',', '?']) && TITLE.is_match(line)
}

/// The title page: names of ministries are frames, the title is the first heading.
pub(super) fn shape(draft: &mut Draft) {
    let mut titled = false;
    for block in draft.blocks.iter_mut().take(20) {
        if matches!(&block.kind, BlockKind::Heading { .. } | BlockKind::Paragraph)
            && !super::actors_named(&block.text).is_empty()
        {
            block.kind = BlockKind::Frame;
        } else if !titled
            && matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Paragraph)
            && is_title(&block.text)
        {
            block.kind = BlockKind::Heading { level: 1 };
            titled = true;
        } else if block.text.chars().count() > 160 || matches!(block.kind, BlockKind::Heading { .. }) {
            break;
        }
    }
}

/// Fills title, sender and day.
pub(super) fn structure(doc: &mut Document, properties: &[(String, String)]) {
    let head: Vec<&str> = meta::head(doc, 20);
    let mut sender: Vec<String> = Vec::new();
    for abbr in head.iter().filter(|l| l.chars().count() < 260).flat_map(|l| super::actors_named(l)) {
        let ministry = crate::lexicon::ministry(abbr).is_some();
        if ministry && !sender.iter().any(|s| s == abbr) {
            sender.push(abbr.to_string());
        }
    }
    // A service says of which ministry it is: "Onderdeel van het Ministerie van …".
    if sender.is_empty() {
        let part = head.iter().filter(|l| l.to_lowercase().starts_with("onderdeel van"));
        let part = part.filter_map(|l| l.get("onderdeel van".len()..));
        sender.extend(part.flat_map(crate::lexicon::actors_in).map(|(_, e)| e.abbr.clone()).take(1));
    }
    if sender.is_empty() {
        sender.extend(meta::letterhead(&head).map(str::to_string));
    }
    let own = meta::property(properties, "title").map(str::to_string);
    let title = head.iter().find(|l| is_title(l)).map(|l| (*l).to_string()).or(own);
    let date = meta::letter_date(&head).or_else(|| adopted(&head));
    // "Cloudbeleid Ministerie van Financiën", "Huisregels berichtenapps OCW".
    if sender.is_empty() {
        let mut named: Vec<&str> =
            title.iter().flat_map(|t| crate::lexicon::actors_in(t)).map(|(_, e)| e.abbr.as_str()).collect();
        named.dedup();
        if let [only] = named[..]
            && crate::lexicon::ministry(only).is_some()
        {
            sender.push(only.to_string());
        }
    }
    doc.meta.title = title;
    doc.meta.sender = sender;
    doc.meta.date = date;
}

/// The day a paper says it was adopted or dates from: "vastgesteld door de directieraad op 6 mei 2031", that of the
/// letter it goes with: "Bijlage bij de brief van 3 juni 2031", or that of the state it gives: "peildatum 1 mei 2031".
pub(super) fn adopted(head: &[&str]) -> Option<Date> {
    static ADOPTED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:vastgesteld|goedgekeurd|vaststelling|versie(?:datum)?|datum|peildatum|stand (?:per|op)|bijlage bij (?:de|mijn|onze) \w*brief)\b(?:[^.;]|\.\d){0,110}?\b(\d{1,2} \p{L}+ \d{4})\b|^(?:ministerie|directie|dienst|afdeling|bureau)\b[^.;:]{0,110}, (\d{1,2} \p{L}+ \d{4})$",
        )
    });
    let day = |c: regex::Captures<'_>| crate::text::date_at(c.get(1).or_else(|| c.get(2))?.as_str());
    head.iter().find_map(|l| ADOPTED.captures(l).and_then(day))
}

#[cfg(test)]
mod tests {
    fn sender(title: &str) -> String {
        let text = format!(
            "# {title}\n\n## 1 Aanleiding\n\nDit kader geldt voor alle medewerkers.\n\n## 2 Regels\n\n\
             Berichten worden bewaard.\n\n## 3 Slot\n\nVragen stelt u aan de dienst.\n"
        );
        crate::read::read("kader.md", text.as_bytes()).unwrap().meta.sender.join("+")
    }

    #[test]
    fn a_policy_is_of_the_one_ministry_its_title_names() {
        assert_eq!(sender("Beleidskader berichtenapps OCW"), "OCW");
        assert_eq!(sender("Beleidskader berichtenapps ministerie van Financiën"), "FIN");
        assert_eq!(sender("Beleidskader berichtenapps"), "");
        assert_eq!(sender("Beleidskader berichtenapps OCW en SZW"), "");
        assert_eq!(sender("Beleidskader veren\n\nMinisterie van Financiën, directie Vaarwegen"), "FIN");
    }

    #[test]
    fn the_day_of_a_paper_is_that_of_its_letter_its_state_or_its_makers() {
        for line in [
            "Bijlage bij de verzamelbrief van 3 mei 2031",
            "Peildatum van deze lijst is 3 mei 2031.",
            "Directie Vaarwegen en Havens, 3 mei 2031",
        ] {
            assert_eq!(
                super::adopted(&["Overzicht", line]).map(|d| d.to_string()).as_deref(),
                Some("2031-05-03"),
                "{line}"
            );
        }
        assert_eq!(super::adopted(&["De haven is sinds de storm, op 3 mei 2031, dicht."]), None);
    }
}
