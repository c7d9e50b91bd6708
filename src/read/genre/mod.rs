//! Genres: what a document is, and the structure that goes with it, by the same code whatever the format. The border:
//! blocks are relabelled, split or dropped before the text is fixed; afterwards only spans and metadata are added.

mod antwoord;
mod beleidslijn;
mod kamerbrief;
mod meta;
mod motie;
mod verslag;

use crate::document::{BlockKind, Document, Draft, DraftBlock, Kind};
use crate::lexicon;
use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;

/// Level of a sub-heading that names an actor: below every section.
const ACTOR_LEVEL: u8 = 6;

/// Recognises the genre and gives the blocks their place: question headings, actor sub-headings, frames.
pub(super) fn shape(draft: &mut Draft) -> Kind {
    contents(draft);
    let kind = kind_of(draft);
    match kind {
        Kind::Antwoord => {
            kamerbrief::shape_head(draft);
            antwoord::shape(draft);
            antwoord::endnotes(draft);
        }
        Kind::Kamerbrief => kamerbrief::shape(draft),
        Kind::Beleidslijn => beleidslijn::shape(draft),
        Kind::Verslag => {
            kamerbrief::shape_head(draft);
            verslag::shape(draft);
            antwoord::shape(draft);
        }
        Kind::Motie | Kind::Overig => {}
    }
    if kind != Kind::Motie {
        sections(draft, kind);
    }
    kind
}

/// Fills metadata, questions and motions. `properties` is what the file says of itself.
pub(super) fn structure(doc: &mut Document, kind: Kind, properties: &[(String, String)]) {
    doc.meta.kind = kind;
    match kind {
        Kind::Kamerbrief => kamerbrief::structure(doc, properties),
        Kind::Antwoord => antwoord::structure(doc, properties),
        Kind::Beleidslijn => beleidslijn::structure(doc, properties),
        Kind::Verslag => verslag::structure(doc, properties),
        Kind::Motie => {}
        Kind::Overig => overig(doc, properties),
    }
    motie::structure(doc, properties);
    if doc.meta.id.is_none() {
        let own = meta::property(properties, "identifier").map(str::to_string);
        doc.meta.id = own.or_else(|| meta::id_in_name(&doc.source));
    }
    if doc.meta.dossiers.is_empty()
        && let Some((dossier, _)) =
            doc.meta.id.as_deref().and_then(|id| id.strip_prefix("kst-")).and_then(|id| id.rsplit_once('-'))
    {
        doc.meta.dossiers.push(dossier.to_string());
    }
}

/// Whether a line stands by itself whatever surrounds it: a heading over a question or answer, or the name of an actor.
pub(super) fn stands_alone(words: &str) -> bool {
    words.len() <= 400
        && (antwoord::question_heading(words).is_some()
            || antwoord::answer_heading(words).is_some()
            || !actors_named(words).is_empty())
}

/// Whether a line names a ministry after a function.
pub(super) fn names_ministry(words: &str) -> bool {
    !meta::ministries(words).is_empty()
}

/// The actors that `words` names, where it names actors and says nothing else: a sub-heading.
fn actors_named(words: &str) -> Vec<&'static str> {
    let words = words.trim().trim_end_matches(':').trim_end();
    if words.len() > 400
        || words.ends_with(['.', ',', ';', '?', '!'])
        || !words.starts_with(char::is_uppercase) && !words.starts_with("het ")
    {
        return Vec::new();
    }
    if let Some(one) = lexicon::actor(words) {
        return vec![one.abbr.as_str()];
    }
    let mut found: Vec<&'static str> = Vec::new();
    let mut glue = String::new();
    let mut from = 0;
    for (range, entry) in lexicon::actors_in(words) {
        glue.push_str(&words[from..range.start]);
        glue.push(' ');
        from = range.end;
        if !found.contains(&entry.abbr.as_str()) {
            found.push(entry.abbr.as_str());
        }
    }
    glue.push_str(&words[from..]);
    let linking = |w: &str| {
        matches!(w.to_lowercase().as_str(), "ministerie" | "ministeries" | "van" | "en" | "het" | "de" | "voor" | "")
    };
    let only = glue.split(|c: char| c.is_whitespace() || ",()/|&-–".contains(c)).all(linking);
    if only { found } else { Vec::new() }
}

/// What the document is.
fn kind_of(draft: &Draft) -> Kind {
    static MOTION: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:nr\.?\s*\d+\s+)?(?:(?:tweede |derde )?nader )?(?:gewijzigde )?motie\b"));
    static ASKED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:nader )?(?:antwoord(?:en)?|beantwoording|mededeling) van (?:de |het )?(?:demissionair )?(?:minister|staatssecretaris)|^vragen van (?:het|de) (?:kamer)?(?:lid|leden)\b",
        )
    });
    static ANSWERS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:be)?antwoord(?:en|ing)?\b.{0,80}\b(?:kamervragen|schriftelijke vragen|vragen van (?:het lid|de leden))",
        )
    });
    static LETTER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:nr\.?\s*\d+\s+)?brief van (?:de |het )|^aan de voorzitter van de (?:tweede|eerste) kamer|^geachte (?:mevrouw |heer )?(?:de )?voorzitter",
        )
    });
    let texts: Vec<&str> = draft.blocks.iter().map(|b| b.text.as_str()).collect();
    let start = || texts.iter().take(30).copied();
    let said = |name: &str| meta::property(&draft.properties, name).map(str::to_lowercase).unwrap_or_default();
    let types = format!("{} {} {}", said("type"), said("documenttype"), said("subrubriek"));
    let id = said("identifier");
    let questions = texts.iter().filter(|t| antwoord::question_heading(t).is_some()).count();
    // Questions under no more than their number: 1, 2, 3 and on, each on a line of its own.
    let counted = texts.iter().fold(0, |last, t| if antwoord::is_number(t, last + 1) { last + 1 } else { last });
    let answered = || texts.iter().filter(|t| antwoord::answer_heading(t).is_some()).count() > 1;
    let questions = match counted {
        0..3 => questions,
        _ => questions.max(if answered() { 2 } else { 1 }),
    };
    let opens = texts.iter().take(40).any(|t| t.starts_with("De Kamer,"));
    let closes = texts.iter().any(|t| t.contains("gehoord de beraadslaging") || t.contains("tot de orde van de dag"));
    let letter = start().any(|t| LETTER.is_match(t) && t.chars().count() < 400);
    // A debate in which motions are proposed holds all that a motion has, and is none.
    let debate = id.starts_with("h-") || types.contains("handelingen") || verslag::has_turns(&draft.blocks);
    if debate && !types.contains("motie") && closes {
        return Kind::Verslag;
    }
    if types.contains("motie") || (start().any(|t| MOTION.is_match(t) && t.len() < 300) && opens && closes && !letter) {
        return Kind::Motie;
    }
    if start().any(|t| verslag::TITLE.is_match(t) && t.len() < 400)
        || types.contains("handelingen")
        || id.starts_with("h-")
    {
        return Kind::Verslag;
    }
    let asked = start().any(|t| ASKED.is_match(t));
    if id.starts_with("ah-")
        || types.contains("kamervragen")
        || (asked && (questions > 0 || !letter))
        || (questions > 0 && start().any(|t| ANSWERS.is_match(t)))
        || (questions > 1 && !verslag::has_turns(&draft.blocks))
    {
        return Kind::Antwoord;
    }
    if verslag::has_turns(&draft.blocks) {
        return Kind::Verslag;
    }
    let signature =
        |at: usize| kamerbrief::is_function(texts[at]) && texts[at + 1..].iter().take(3).any(|l| meta::is_name(l));
    let signed = (0..texts.len()).any(signature);
    if letter || signed || types.contains("brief") {
        return Kind::Kamerbrief;
    }
    let short: Vec<&str> = start().take(14).filter(|t| t.chars().count() <= 260).collect();
    let ministry = short.iter().any(|t| !actors_named(t).is_empty());
    let chapters = draft.blocks.iter().filter(|b| is_heading(b)).count() > 2;
    if short.iter().take(10).any(|t| beleidslijn::is_title(t)) && (ministry || chapters) {
        return Kind::Beleidslijn;
    }
    Kind::Overig
}

fn is_heading(block: &DraftBlock) -> bool {
    matches!(block.kind, BlockKind::Heading { .. })
}

/// A table of contents that a reader did not mark: after its heading, lines that end in a page number.
fn contents(draft: &mut Draft) {
    static LEADERS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d{0,3}$"));
    static HEAD: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^inhoud(?:sopgave)?(?:\s*…?\s*blz\.?)?:?$"));
    let mut inside = false;
    for block in &mut draft.blocks {
        let text = block.text.as_str();
        let entry = text.chars().count() < 200 && text.ends_with(|c: char| c.is_ascii_digit()) && text.contains(' ');
        inside = HEAD.is_match(text) || (inside && (entry || matches!(block.kind, BlockKind::Frame)));
        let prose = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading { .. } | BlockKind::Item { .. });
        if prose && (inside || LEADERS.is_match(text)) {
            block.kind = BlockKind::Frame;
        }
    }
}

/// Makes frames of the signatures: the function, what goes on with it, and the name.
fn signatures(draft: &mut Draft) {
    let mut at = 0;
    while at < draft.blocks.len() {
        let ahead = draft.blocks.len().min(at + 4);
        let named = (at + 1..ahead).find(|n| meta::is_name(&draft.blocks[*n].text));
        let words = &draft.blocks[at].text;
        let function = kamerbrief::is_function(words) || kamerbrief::is_bare_function(words);
        if let Some(last) = named.filter(|_| function) {
            let closing = at.checked_sub(1).filter(|b| draft.blocks[*b].text.to_lowercase().starts_with("hoogachtend"));
            for block in &mut draft.blocks[closing.unwrap_or(at)..=last] {
                block.kind = BlockKind::Frame;
            }
            at = last;
        }
        at += 1;
    }
}

/// Levels by section number, and sub-headings that name an actor below them all.
fn sections(draft: &mut Draft, kind: Kind) {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| constant(r"^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\D.*[^:]$"));
    static OTHERS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:overige|andere)\s+(?:ministeries|departementen|organisaties)$"));
    let mut under = 0u8;
    let questions = matches!(kind, Kind::Antwoord | Kind::Verslag);
    for block in &mut draft.blocks {
        let heading = is_heading(block);
        if !heading && !matches!(block.kind, BlockKind::Paragraph) {
            continue;
        }
        let counted = heading && block.text.trim_end_matches(['.', ':']).parse::<u32>().is_ok();
        if questions
            && (counted
                || antwoord::question_heading(&block.text).is_some()
                || antwoord::answer_heading(&block.text).is_some())
        {
            under = 3;
        } else if !actors_named(&block.text).is_empty() || (heading && OTHERS.is_match(&block.text)) {
            block.kind = BlockKind::Heading { level: ACTOR_LEVEL };
        } else if let (true, Some(number)) = (heading, NUMBER.captures(&block.text)) {
            under = u8::try_from(number[1].split('.').count()).unwrap_or(1);
            block.kind = BlockKind::Heading { level: under };
        } else if let BlockKind::Heading { level } = block.kind {
            block.kind = BlockKind::Heading { level: level.clamp(under + 1, ACTOR_LEVEL - 1).max(1) };
        }
    }
}

/// What can be said of a document of no known genre.
fn overig(doc: &mut Document, properties: &[(String, String)]) {
    // An annex speaks for the minister whose letter it comes with.
    static ATTACHED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^bijlage(?: \w{1,3})?:? (?:bij|behorend bij|van) (?:de |het |mijn )?[^.;]{0,60}?\bvan de (?:minister|staatssecretaris)",
        )
    });
    let head = meta::head(doc, 20);
    let filing = meta::filing(head.iter().copied());
    let own = meta::property(properties, "title").map(str::to_string);
    let first = doc.blocks.iter().find(|b| b.is_heading()).map(|b| doc.of(b.span).to_string());
    let date = meta::letter_date(&head).or_else(|| beleidslijn::adopted(&head));
    let title = own.or(first);
    // An annual report or plan names its ministry in its title.
    let named = title.as_deref().into_iter().flat_map(lexicon::actors_in).map(|(_, entry)| entry.abbr.as_str());
    let ministries: Vec<String> = named.filter(|abbr| lexicon::ministry(abbr).is_some()).map(str::to_string).collect();
    let letter = || head.iter().find(|l| ATTACHED.is_match(l)).map(|l| meta::ministries(l)).unwrap_or_default();
    let headed = || meta::letterhead(&head).map(|abbr| vec![abbr.to_string()]);
    let attached = || Some(letter()).filter(|found| !found.is_empty());
    let sender = Some(ministries).filter(|found| found.len() == 1).or_else(attached).or_else(headed);
    doc.meta.sender = sender.unwrap_or_default();
    doc.meta.title = title;
    doc.meta.date = date;
    doc.meta.id = filing.dossiers.first().zip(filing.number.as_ref()).map(|(d, n)| format!("kst-{d}-{n}"));
    doc.meta.dossiers = filing.dossiers;
}
