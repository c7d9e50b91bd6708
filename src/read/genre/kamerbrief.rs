//! Letters to the Chamber: head, house-style block, signature. The border: what the letter says is for `rules`.

use super::meta;
use crate::document::{BlockKind, Document, Draft};
use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;

static FUNCTION: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:hoogachtend,?\s+)?(?:mede namens\s+)?(?P<de>de\s+)?(?:demissionair\s+)?(?:minister-president|minister|staatssecretaris)\b",
    )
});
static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?x)^(?: \d{2}[\s.]\d{3}[\s-] | Nr\.\s*\d | (?i:aan\s+de\s+voorzitter|den\s+haag,|'?’?s-gravenhage,|geachte\s|>\s*retouradres|retouradres|postbus|binnenhof|tweede\ kamer\ der\ staten-generaal$|eerste\ kamer\ der\ staten-generaal$)
          | (?:Datum|Onderwerp|Betreft|Ons\ kenmerk|Uw\ kenmerk|Kenmerk|Uw\ brief|Bijlagen?|Pagina|Contactpersoon|Inlichtingen|Bezoekadres|Telefoon)\b[\s:]* | [TFE][\s:]+[\d+(] | www\.\S+
          | \d{4}\s?[A-Z]{2}\s | (?i:bij\ beantwoording\ de\ datum) )",
    )
});

/// Makes frames of what stands round the letter.
pub(super) fn shape(draft: &mut Draft) {
    shape_head(draft);
}

/// The head and the signatures of any letter.
pub(super) fn shape_head(draft: &mut Draft) {
    super::signatures(draft);
    let body = draft.blocks.iter().take(40).position(|b| b.text.chars().count() > 200 && !HEAD.is_match(&b.text));
    // What a reader set apart after the last words of the letter stands at the foot of its pages.
    let words = draft.blocks.iter().rposition(|b| b.kind != BlockKind::Frame).map_or(0, |at| at + 1);
    let last = body.unwrap_or(30).min(words);
    let fits = |text: &str| {
        text.chars().count() <= 320 && HEAD.is_match(text) && !(text.ends_with('.') && text.chars().count() > 120)
    };
    let heads: Vec<usize> = (0..last).filter(|at| fits(&draft.blocks[*at].text)).collect();
    let end = heads.last().copied().unwrap_or(0);
    for at in 0..=end.min(draft.blocks.len().saturating_sub(1)) {
        let block = &mut draft.blocks[at];
        let short = block.text.chars().count() <= 70 && !block.text.ends_with(['.', '?', '!']);
        if (heads.contains(&at) || (short && at < end)) && !matches!(block.kind, BlockKind::Row { .. }) {
            block.kind = BlockKind::Frame;
        }
    }
}

/// The ministries that send a letter: from "Brief van …", else the signature, else the letterhead.
pub(super) fn sender<'a>(lines: &(impl Iterator<Item = &'a str> + Clone)) -> Vec<String> {
    static TITLE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:nr\.?\s*\d+\s+)?(?:brief|antwoord(?:en)?|nota|verslag)\s+van\s+(?:de|het)?\s*(?:minister|staatssecretaris)",
        )
    });
    let title = lines.clone().take(30).find(|l| TITLE.is_match(l)).map(meta::ministries).filter(|m| !m.is_empty());
    let signed = || {
        let mut all: Vec<String> = Vec::new();
        let all_lines: Vec<&str> = lines.clone().collect();
        let next = all_lines.iter().skip(1).copied().chain([""]);
        // The name stands under the function or, in the style of others, above it.
        let above = [""].into_iter().chain(all_lines.iter().copied());
        let signs = |(line, next): &(&str, &str), above: &str| {
            is_function(line) || is_bare_function(line) && (meta::is_name(next) || meta::is_name(above))
        };
        let signed = all_lines.iter().copied().zip(next).zip(above).filter(|(l, above)| signs(l, above));
        for (line, next) in signed.map(|(l, _)| l) {
            let mut found = meta::ministries(line);
            if found.is_empty() {
                found = meta::ministries(&format!("{line} {next}"));
            }
            let new: Vec<String> = found.into_iter().filter(|f| !all.contains(f)).collect();
            all.extend(new);
        }
        Some(all).filter(|a| !a.is_empty())
    };
    let letterhead = || {
        let heads = lines.clone().take(20).filter(|l| l.to_lowercase().starts_with("ministerie van"));
        heads.map(super::actors_named).find(|a| !a.is_empty()).map(|a| a.into_iter().map(str::to_string).collect())
    };
    title.or_else(signed).or_else(letterhead).unwrap_or_default()
}

/// Whether a line is the function in a signature: "De staatssecretaris van …,", or without its article up to a comma.
pub(super) fn is_function(line: &str) -> bool {
    let closed = line.trim_end().ends_with(',');
    FUNCTION.captures(line).is_some_and(|c| closed || c.name("de").is_some())
        && line.chars().count() <= 220
        && !line.trim_end().ends_with(['.', '?', ':', ';'])
}

/// Whether a line is a function without its article, as it stands above a name: "Minister van Financiën,".
pub(super) fn is_bare_function(line: &str) -> bool {
    static BARE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^(?:Minister|Staatssecretaris)\s+(?:van|voor)\s+\p{Lu}"));
    BARE.is_match(line) && line.chars().count() <= 160 && !line.trim_end().ends_with(['.', '?', ':', ';'])
}

/// Fills number, title, day, sender and signatory.
pub(super) fn structure(doc: &mut Document, properties: &[(String, String)]) {
    let lines: Vec<String> = meta::head(doc, usize::MAX).into_iter().map(str::to_string).collect();
    let all = || lines.iter().map(String::as_str);
    let head: Vec<&str> = all().take(40).collect();
    let filing = meta::filing(head.iter().copied());
    let signatures = signed_by(&lines);
    let meta = &mut doc.meta;
    meta.id = filing.dossiers.first().zip(filing.number.as_ref()).map(|(d, n)| format!("kst-{d}-{n}"));
    meta.dossiers = filing.dossiers;
    meta.title = title(&head, properties);
    meta.date = meta::letter_date(&head);
    meta.sender = sender(&all());
    meta.signatory = signatures.into_iter().next();
    let opening = head.join(" ");
    meta.on_behalf_of = meta::on_behalf(&opening);
    let sender = meta.sender.clone();
    meta.on_behalf_of.retain(|m| !sender.contains(m));
}

fn title(head: &[&str], properties: &[(String, String)]) -> Option<String> {
    static SUBJECT: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:Onderwerp|Betreft)\b[\s:]*(.*)$"));
    static LETTER: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:nr\.?\s*\d+\s+)?(brief van (?:de|het) .{3,200})$"));
    let at = head.iter().position(|l| SUBJECT.is_match(l));
    let subject = at.and_then(|at| {
        let own = SUBJECT.captures(head[at])?.get(1)?.as_str().trim();
        Some(if own.is_empty() { head.get(at + 1).copied()? } else { own })
    });
    let letter = || head.iter().take(12).find_map(|l| Some(LETTER.captures(l)?.get(1)?.as_str()));
    let own = meta::property(properties, "documenttitel").or_else(|| meta::property(properties, "title"));
    subject.or(own).or_else(letter).map(|t| t.trim().to_string()).filter(|t| !t.is_empty())
}

/// The names under the functions of the signatures, in order.
pub(super) fn signed_by(lines: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for at in (0..lines.len()).filter(|at| is_function(&lines[*at]) || is_bare_function(&lines[*at])) {
        let below = lines[at + 1..].iter().take(3).map(String::as_str).find(|l| meta::is_name(l));
        let inline = lines[at].rsplit_once(", ").map(|(_, name)| name).filter(|n| meta::is_name(n));
        let above = || {
            at.checked_sub(1).map(|n| lines[n].as_str()).filter(|l| is_bare_function(&lines[at]) && meta::is_name(l))
        };
        found.extend(below.or(inline).or_else(above).map(str::to_string));
    }
    found
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_name_of_a_signature_stands_above_or_under_the_function() {
        for signature in ["Minister van Defensie\n\nA.B. de Wit", "A.B. de Wit\n\nMinister van Defensie"] {
            let text = format!(
                "Geachte voorzitter,\n\nHierbij antwoord ik op de vragen over de veerboten van de krijgsmacht.\n\nHoogachtend,\n\n{signature}\n"
            );
            let meta = crate::read::read("brief.txt", text.as_bytes()).unwrap().meta;
            assert_eq!((meta.sender, meta.signatory.as_deref()), (vec!["DEF".to_string()], Some("A.B. de Wit")));
        }
    }

    #[test]
    fn an_annex_speaks_for_the_minister_of_its_letter() {
        let text = "Bijlage bij de brief van de minister van Defensie van 3 mei 2041\n\nDe veerboten zijn gekeurd.\n";
        assert_eq!(crate::read::read("bijlage.txt", text.as_bytes()).unwrap().meta.sender, ["DEF"]);
        let text =
            "# Bijlage 3 Steigers\n\nMinisterie van Defensie, stand per 1 mei 2041\n\nDe steigers zijn gekeurd.\n";
        assert_eq!(crate::read::read("bijlage.md", text.as_bytes()).unwrap().meta.sender, ["DEF"]);
    }
}
