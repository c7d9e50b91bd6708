//! Where a document names motions: by number in the words around a reference, by the names of the proposers, or both;
//! and by title in a list or table that says it lists motions. The border: places and names; which mentions are one
//! motion, and what is said of it, is for `motions`.

use super::movers::{OF_MEMBERS, proposers};
use super::traits::{self, Noun, last_noun, wished};
use crate::document::{Block, BlockKind, Kind, Person};
use crate::records::zone::written;
use crate::records::{Citation, Context, constant};
use crate::rules::{self, Naming};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// One place where a motion is named.
#[derive(Clone, Debug, Default)]
pub(super) struct Mention {
    /// Its number, if the reference gives one.
    pub(super) key: Option<String>,
    /// Numbers it may have.
    pub(super) candidates: Vec<String>,
    /// Proposers as named here.
    pub(super) indieners: Vec<Person>,
    /// Its title or subject as named here.
    pub(super) title: Option<String>,
    /// Whether the words call it adopted.
    pub(super) adopted: bool,
    /// Advice that a list gives it in brackets.
    pub(super) advice: Option<&'static str>,
    /// Where the words that name it end.
    pub(super) end: usize,
    /// The sentence, item or cell it stands in: the evidence.
    pub(super) unit: Option<Span>,
    /// How it was found.
    pub(super) rule: &'static str,
}

impl Mention {
    /// One without a number, known by who moved it and by the subject that its sentence gives from `at` on.
    pub(super) fn of_subject(
        ctx: &Context,
        unit: Span,
        at: usize,
        indieners: Vec<Person>,
        rule: &'static str,
    ) -> Option<Mention> {
        let subject = rules::subject_after(ctx.doc.text(), at).filter(|s| s.end() <= unit.end())?;
        let title = Some(ctx.doc.of(subject).to_string());
        (!indieners.is_empty()).then(|| Mention {
            indieners,
            title,
            end: subject.end(),
            unit: Some(unit),
            rule,
            ..Mention::default()
        })
    }
}

/// The rule of a motion named by a reference, by its proposers, and by title in a list or table.
pub(super) const BY_NUMBER: &str = "motie-op-nummer";
const BY_NAME: &str = "motie-op-naam";
const BY_TITLE: &str = "motie-op-titel";

/// Words of the longest title in a list; what is longer is an argument, not a title.
const LONGEST_TITLE: usize = 45;

enum What<'a> {
    Name(&'a Naming),
    Cite(&'a Citation),
}

struct Event<'a> {
    /// Where it stands in the running text: a footnote stands at its mark.
    at: usize,
    block: usize,
    /// The body of the footnote it stands in.
    note: Option<Span>,
    span: Span,
    what: What<'a>,
}

/// All mentions of motions, in order of place.
pub(super) fn collect(ctx: &Context, citations: &[Citation]) -> Vec<Mention> {
    let namings = rules::namings(ctx.doc);
    let mut events: Vec<Event> = Vec::new();
    let names = namings.iter().map(|n| (n.span, What::Name(n)));
    for (span, what) in names.chain(citations.iter().map(|c| (c.span, What::Cite(c)))) {
        let note = ctx.doc.footnote_at(span.start());
        let at = note.and_then(|f| f.anchor).unwrap_or(span.start());
        let Some(block) = ctx.doc.block_index(ctx.running(span.start())) else { continue };
        if !matches!(ctx.doc.blocks[block].kind, BlockKind::Frame) || is_subject(ctx.doc.of(ctx.doc.blocks[block].span))
        {
            events.push(Event { at, block, note: note.map(|f| f.body), span, what });
        }
    }
    events.sort_by_key(|e| (e.block, e.at, e.note.is_some(), e.span));
    let mut found: Vec<Mention> = Vec::new();
    for (index, block) in ctx.doc.blocks.iter().enumerate() {
        let from = events.partition_point(|e| e.block < index);
        let until = events.partition_point(|e| e.block <= index);
        let mut here = in_block(ctx, index, &events[from..until]);
        if matches!(block.kind, BlockKind::Row { .. }) {
            here = of_one_row(ctx, here);
        }
        if let [one] = &mut here[..] {
            from_columns(ctx, index, one);
        }
        if here.is_empty() {
            let mut titled = by_title(ctx, index, block);
            if let Some(one) = &mut titled {
                from_columns(ctx, index, one);
            }
            found.extend(titled);
        }
        found.extend(here);
    }
    found
}

/// The number in a cell of its own and the name in another of the same row are one motion: "29664-251 | Motie-Vos over …".
fn of_one_row(ctx: &Context, mut here: Vec<Mention>) -> Vec<Mention> {
    let numbered = |m: &Mention| {
        let cell = m.unit.map_or("", |unit| ctx.doc.of(unit));
        m.key.is_some() && m.rule == BY_NUMBER && !cell.to_lowercase().contains("motie") && cell.len() < 40
    };
    if let [first, second] = &mut here[..]
        && numbered(first)
        && second.rule == BY_NAME
        && second.key.is_none()
        && first.unit != second.unit
    {
        second.key = first.key.take();
        here.remove(0);
    }
    here
}

/// Proposers and title of the one motion of a row, from the columns that say so in the head of the table.
fn from_columns(ctx: &Context, index: usize, mention: &mut Mention) {
    static WHO: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:eerste )?(?:indieners?|ondertekenaars?|lid|leden|ingediend door)\b"));
    static WHAT: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:onderwerp|titel|omschrijving|inhoud|strekking|motie)\b"));
    let BlockKind::Row { cells, header: false } = &ctx.doc.blocks[index].kind else { return };
    let rows = ctx.doc.blocks[..index].iter().rev().take_while(|b| matches!(b.kind, BlockKind::Row { .. }));
    let Some(BlockKind::Row { cells: heads, .. }) = rows.last().map(|b| &b.kind) else { return };
    let under = |head: &Regex| {
        let at = heads.iter().position(|h| head.is_match(ctx.doc.of(*h).trim()))?;
        cells.get(at).map(|c| ctx.doc.of(*c).trim())
    };
    if mention.indieners.is_empty()
        && let Some(names) = under(&WHO).filter(|n| !n.is_empty() && n.len() < 200)
    {
        mention.indieners = rules::people(&format!("de leden {names}")).into_iter().map(|(_, p)| p).collect();
    }
    let title = under(&WHAT).filter(|t| (2..=LONGEST_TITLE).contains(&t.split_whitespace().count()));
    if let Some(title) = title.filter(|t| mention.title.is_none() && !t.to_lowercase().starts_with("motie")) {
        mention.title = Some(self::title(title));
    }
}

/// The subject line of a letter names what it is about, though it stands in its frame.
fn is_subject(frame: &str) -> bool {
    let start = frame.trim_start().to_lowercase();
    start.starts_with("onderwerp") || start.starts_with("betreft")
}

/// The mentions of one block.
fn in_block(ctx: &Context, index: usize, events: &[Event]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    if events.is_empty() {
        return found;
    }
    // Mentions by name that wait for their number, as indexes of `found`.
    let mut waiting: Vec<usize> = Vec::new();
    let mut last: Option<(&Event, bool, Option<usize>)> = None;
    let listed = lists_motions(ctx, index);
    for (place, event) in events.iter().enumerate() {
        match event.what {
            What::Name(naming) => {
                found.push(by_name(ctx, event, naming));
                waiting.push(found.len() - 1);
            }
            What::Cite(cite) => {
                let beside = last.filter(|(before, ..)| joined(ctx, before, event));
                let about = match beside {
                    Some((_, about, _)) => about,
                    // "en -Smit (12 345, nr. 6)": right behind a name that waits for its number.
                    None if waiting.last().is_some_and(|n| behind(ctx, found[*n].end, event)) => true,
                    None => {
                        (listed && in_place(ctx, event)) || about_motion(ctx, event, last.map(|(before, ..)| before))
                    }
                };
                let replaced =
                    event.note.is_none() && INSTEAD.is_match(ctx.doc.text().get(..event.at).map_or("", tail));
                let known = !replaced && cite.key.as_deref().is_some_and(|key| piece(key, &cite.raw))
                    || !replaced && cite.key.is_none() && !cite.candidates.is_empty();
                if !about || !known || is_own(ctx, cite) {
                    // "de gewijzigde motie-Vos (…, nr. 12)" in the report that holds her text.
                    let held = ctx.doc.motions.iter().any(|m| m.key.is_some() && m.key == cite.key);
                    if let Some(n) = waiting.pop_if(|_| about && held) {
                        found[n].key.clone_from(&cite.key);
                    }
                    last = Some((event, about, None));
                    continue;
                }
                // "de moties A en B (nrs. 1 en 2)": as many names as numbers go in pairs; else the nearest name counts,
                // and further numbers beside the first share it.
                let run = events[place..].iter().take_while(|e| matches!(e.what, What::Cite(_))).count();
                let paired = if waiting.is_empty() {
                    beside.and_then(|(.., name)| name).filter(|n| found[*n].key.is_some()).map(|n| (n, true))
                } else if waiting.len() > 1 && waiting.len() == run {
                    Some((waiting.remove(0), false))
                } else {
                    waiting.pop().map(|n| (n, false))
                };
                waiting.retain(|n| paired.is_none_or(|(p, _)| *n != p) && paired.is_some());
                let name = match paired {
                    Some((n, false)) => {
                        found[n].key.clone_from(&cite.key);
                        found[n].candidates.clone_from(&cite.candidates);
                        found[n].end = if event.note.is_none() { event.span.end() } else { found[n].end };
                        n
                    }
                    other => {
                        let mut mention = by_number(ctx, event, cite);
                        mention.indieners =
                            mention.unit.map_or_else(Vec::new, |unit| proposers(ctx, unit, mention.end));
                        if let Some((n, true)) = other {
                            mention.indieners.clone_from(&found[n].indieners);
                            mention.adopted = found[n].adopted;
                        }
                        found.push(mention);
                        found.len() - 1
                    }
                };
                last = Some((event, true, Some(name)));
            }
        }
    }
    found
}

/// Whether no more than a bracket stands between a name and a reference.
fn behind(ctx: &Context, name: usize, event: &Event) -> bool {
    let gap = ctx.doc.text().get(name..event.span.start()).filter(|_| event.note.is_none());
    gap.is_some_and(|gap| gap.len() < 24 && gap.trim_start().trim_end_matches("Kamerstuk ").trim_end() == "(")
}

fn by_name(ctx: &Context, event: &Event, naming: &Naming) -> Mention {
    Mention {
        indieners: naming.indieners.clone(),
        title: naming.subject.map(|s| ctx.doc.of(s).to_string()),
        adopted: naming.adopted,
        end: if event.note.is_some() { event.at } else { event.span.end() },
        unit: Some(unit(ctx, event)),
        rule: BY_NAME,
        ..Mention::default()
    }
}

fn by_number(ctx: &Context, event: &Event, cite: &Citation) -> Mention {
    let subject = rules::subject_after(ctx.doc.text(), event.span.end()).filter(|_| event.note.is_none());
    Mention {
        key: cite.key.clone(),
        candidates: cite.candidates.clone(),
        title: subject.map(|s| ctx.doc.of(s).to_string()),
        end: if event.note.is_some() { event.at } else { event.span.end() },
        unit: Some(unit(ctx, event)),
        rule: BY_NUMBER,
        ..Mention::default()
    }
}

/// The sentence, or the table cell's sentence, in the running text; a footnote without a mark is its own.
fn unit(ctx: &Context, event: &Event) -> Span {
    let place = Span::new(ctx.doc.text(), event.at.saturating_sub(1)..event.at).filter(|_| event.note.is_some());
    let place = place.unwrap_or(event.span);
    if let Some(Block { kind: BlockKind::Row { cells, .. }, .. }) = ctx.doc.block_at(place.start()) {
        return cells.iter().copied().find(|c| c.contains(place)).unwrap_or(place);
    }
    let sentence = ctx.reading.sentence_of(place);
    // "… zonder grondslag? (Kamerstuk 12 345, nr. 6)": a bracket of its own belongs to the sentence before.
    let words = ctx.doc.of(sentence).trim_end_matches('.');
    let bracket = words.starts_with('(') && words.ends_with(')') && words.len() < 80;
    let block = ctx.doc.block_at(sentence.start()).filter(|_| bracket).map(|b| b.span);
    let before =
        block.and_then(|b| ctx.reading.sentences_in(b).iter().rev().find(|(_, s)| s.end() <= sentence.start()));
    before.map_or(sentence, |(_, s)| *s)
}

/// Before the number of the motion that this one takes the place of.
static INSTEAD: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)(?:\bt\.?\s?v\.?\s?v\.?|\bter vervanging van)(?: (?:die gedrukt onder|de motie|stuk))? ?(?:nr\.? ?)?\(?$",
    )
});

/// The last words of a text: enough for what stands right before a reference.
fn tail(text: &str) -> &str {
    let from = text.len().saturating_sub(48);
    (from..text.len()).find_map(|at| text.get(at..)).unwrap_or_default()
}

/// Whether a reference is to a numbered piece, or to one with a letter of the Senate, and not to a whole dossier
/// (`kst-36574`, `kst-21501-20`).
fn piece(key: &str, raw: &str) -> bool {
    let Some(rest) = key.strip_prefix("kst-") else { return false };
    let parts: Vec<&str> = rest.split('-').collect();
    let last = parts.last().copied().unwrap_or_default();
    let letter = last.len() == 1 && raw.ends_with(&format!(", {last}"));
    let number = letter || !last.is_empty() && last.chars().all(|c| c.is_ascii_digit());
    let eu = matches!(parts.first(), Some(&("21501" | "21502")));
    number && parts.len() >= if eu { 3 } else { 2 }
}

/// A document's own number is no mention of a motion; a debate report names the motions proposed in it all the time.
fn is_own(ctx: &Context, cite: &Citation) -> bool {
    let own = match &ctx.doc.motions[..] {
        [only] => only.key.as_ref(),
        _ => None,
    };
    let inside = ctx.doc.motions.iter().find(|m| m.span.is_some_and(|s| s.contains(cite.span)));
    let own = own.into_iter().chain(&ctx.doc.meta.id).chain(inside.and_then(|m| m.key.as_ref()));
    own.into_iter().any(|id| cite.key.as_ref() == Some(id))
}

/// Whether only a separator stands between two references: "nrs. 4 en 5", "…; …".
fn joined(ctx: &Context, before: &Event, event: &Event) -> bool {
    static BETWEEN: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^[\s,;/()]*(?:(?:en|resp\.|respectievelijk|alsmede|nrs?\.?)[\s,;()]*)*$"));
    if before.note != event.note || before.span.overlaps(event.span) {
        return before.note == event.note;
    }
    ctx.doc.text().get(before.span.end()..event.span.start()).is_some_and(|gap| BETWEEN.is_match(gap))
}

/// Whether a reference in a list of motions is the item's own, and not that of a letter about it.
fn in_place(ctx: &Context, event: &Event) -> bool {
    let from = unit(ctx, event).start().min(event.at);
    let lead = ctx.doc.text().get(from..event.at).unwrap_or_default();
    !matches!(last_noun(lead), Noun::Other)
}

/// Whether the words before a reference say that it is a motion.
fn about_motion(ctx: &Context, event: &Event, before: Option<&Event>) -> bool {
    let text = ctx.doc.text();
    // "Motie 3489" is the reference itself.
    if ctx.doc.of(event.span).to_lowercase().starts_with("motie") {
        return true;
    }
    if let Some(body) = event.note {
        let from = before.filter(|b| b.note == event.note).map_or(body.start(), |b| b.span.end());
        let lead = text.get(from..event.span.start()).unwrap_or_default();
        match last_noun(lead) {
            Noun::Motion => return true,
            Noun::Other => return false,
            Noun::None => {}
        }
    }
    let whole = matches!(ctx.doc.blocks[event.block].kind, BlockKind::Row { .. });
    if whole && !in_place(ctx, event) {
        return false;
    }
    let sentence = if whole { ctx.doc.blocks[event.block].span } else { unit(ctx, event) };
    let from = before
        .filter(|b| sentence.start() <= b.at && b.at <= event.at)
        .map_or(sentence.start(), |b| if b.note.is_some() { b.at } else { b.span.end() });
    let lead = text.get(from.min(event.at)..event.at).unwrap_or_default();
    match last_noun(lead) {
        Noun::Motion => true,
        Noun::Other => false,
        // "… (Kamerstuk 12 345, nr. 6, motie-Jansen)": the name follows the number.
        Noun::None => {
            let after = text.get(event.span.end()..sentence.end().max(event.span.end())).unwrap_or_default();
            let near: String = after.chars().take(12).collect();
            // A note behind the names stands before what they ask.
            let first_in_note = event.note.is_some() && before.is_none_or(|b| b.note != event.note);
            let members = || about_motions(ctx) && OF_MEMBERS.is_match(after);
            event.note.is_none() && (near.to_lowercase().contains("motie") || members())
                || goes_on(ctx, event, sentence, if first_in_note { ctx.doc.of(sentence) } else { lead })
        }
    }
}

/// Whether a letter says that motions are what it is about: then what members asked with a number is a motion.
fn about_motions(ctx: &Context) -> bool {
    static ABOUT: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bmoties?\b"));
    static ELSE: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bamendement\w*|\bbeantwoording\b"));
    let title = ctx.doc.meta.title.as_deref().unwrap_or_default();
    matches!(ctx.doc.meta.kind, Kind::Kamerbrief | Kind::Overig) && ABOUT.is_match(title) && !ELSE.is_match(title)
}

/// Whether the words before a reference ask something on behalf of the motion that the sentence before, or the heading
/// above, names: "De tweede motie is van het lid X. Zij verzoekt om … (Kamerstuk …)".
fn goes_on(ctx: &Context, event: &Event, sentence: Span, lead: &str) -> bool {
    static ASKS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:verzoek\w*|verzocht\w*|vraagt|vroeg|vroegen|vragen|gevraagd|roept|riep|riepen|oproept|opgeroepen|strekt|beoogt|wil|bepleit\w*|pleit\w*|drong|drongen|aangedrongen)\b",
        )
    });
    static BY_MEMBERS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:het lid|de leden) (?:[A-Z\p{Lu}]|van |de )"));
    static ASKED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^[)\],]*(?:(?: [^ ,;.]+){0,8}? (?:verzocht|gevraagd|opgeroepen|aangedrongen|bepleit|gepleit)\b| (?:verzochten|verzoeken|verzoekt|vroeg|vroegen|vragen|vraagt|riep|riepen|drong|drongen|pleitte|pleitten)\b)",
        )
    });
    static MEMBER: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:het lid|de leden|kamerlid)\b"));
    static THE: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:de|deze|die|haar|zijn|hun) motie\b"));
    /// "Vos en Van der Meer bepleitten …": two names of people who asked.
    static TWO_ASKED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:(?:Van|De|Den|Ter|Ten|El) (?:de |der |den )?)?\p{Lu}[\p{Ll}’'-]+(?:-\p{Lu}\p{Ll}+)? en (?:(?:[Vv]an|[Dd]e|[Tt]er) (?:de |der |den )?)?\p{Lu}[\p{Ll}’'-]+(?:-\p{Lu}\p{Ll}+)? (?:bepleitten|verzochten|vroegen|drongen|pleitten|riepen|stelden)\b.*\b(?:in 20\d\d|om|aan op|voor|op)\b",
        )
    });
    /// What members ask the government with a number behind it, in a letter.
    static MEMBERS_ASK: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:Het lid|De leden) (?:\p{Lu}|van |de |den |ter |el )[^;:()]{1,90}? (?:(?:heeft|hebben) )?(?:vraagt|vragen|vroeg|vroegen|de regering gevraagd)(?: (?:de regering|het kabinet))?,? .+$",
        )
    });
    let wish = wished(lead) || TWO_ASKED.is_match(ctx.doc.of(sentence));
    // "… hebben de leden Vos en De Wit (Kamerstuk …) verzocht om …".
    let behind = || {
        let end = event.span.end();
        BY_MEMBERS.is_match(lead)
            && ASKED.is_match(ctx.doc.text().get(end..sentence.end().max(end)).unwrap_or_default())
    };
    if !(wish || ASKS.is_match(lead) || behind()) || ctx.asked(event.at) {
        return false;
    }
    if written(ctx) && MEMBERS_ASK.is_match(lead) && !lead.contains("fractie") {
        return true;
    }
    let block = ctx.doc.blocks[event.block].span;
    // "Het lid A heeft gevraagd om …[1] … De motie …": what a member asked turns out to be a motion further on.
    let later = ctx.doc.text().get(sentence.end()..block.end().max(sentence.end())).unwrap_or_default();
    if wish || THE.is_match(lead) || MEMBER.is_match(lead) && (THE.is_match(later) || about_motions(ctx)) {
        return true;
    }
    let earlier = ctx.doc.text().get(block.start()..sentence.start().max(block.start())).unwrap_or_default();
    if let Some(before) = crate::text::sentences(earlier, Span::all(earlier)).last() {
        return matches!(last_noun(before.of(earlier)), Noun::Motion);
    }
    let headings = ctx.doc.headings_at(event.at);
    let words: Vec<String> = headings.iter().map(|h| ctx.doc.of(h.span).to_lowercase()).collect();
    // In a part on motions alone a member's request with a number is one.
    let part = |h: &String| h.contains("moties") && !h.contains("toezegging") && !h.contains("amendement");
    words.last().is_some_and(|h| h.contains("motie") && !h.contains("moties"))
        || MEMBER.is_match(lead) && words.iter().any(part)
}

/// Whether a block is an item or row of something that says it lists motions.
fn lists_motions(ctx: &Context, index: usize) -> bool {
    static PLURAL: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bmoties\b|\bvolgende (?:\w+ ){0,2}motie\b"));
    static ALSO: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:toezegging|brieven|amendement|rapport)"));
    let block = &ctx.doc.blocks[index];
    let words = |b: &Block| ctx.doc.of(b.span);
    let only = |text: &str| PLURAL.is_match(text) && !ALSO.is_match(text);
    let above = || ctx.doc.headings_at(block.span.start()).last().is_some_and(|h| only(words(h)));
    match &block.kind {
        BlockKind::Item { .. } => {
            let lead = ctx.doc.blocks[..index].iter().rev().find(|b| !matches!(b.kind, BlockKind::Item { .. }));
            lead.is_some_and(|b| {
                let said = crate::text::sentences(ctx.doc.text(), b.span);
                let text = said.last().map(|s| ctx.doc.of(*s)).unwrap_or_default();
                let says = text.trim_end().ends_with(':') || text.to_lowercase().contains("volgende");
                !matches!(b.kind, BlockKind::Row { .. }) && says && only(text) && !traits::retells(text)
            }) || above()
        }
        BlockKind::Row { header: false, .. } => {
            let head = ctx.doc.blocks[..index].iter().rev().take_while(|b| matches!(b.kind, BlockKind::Row { .. }));
            let head = head.last().map(words).unwrap_or_default().to_lowercase();
            let lead = ctx.doc.blocks[..index].iter().rev().find(|b| !matches!(b.kind, BlockKind::Row { .. }));
            let lead = lead.map(words).and_then(|l| Some(crate::text::sentences(l, Span::all(l)).last()?.of(l)));
            (head.contains("motie") && !ALSO.is_match(&head)) || above() || lead.is_some_and(only)
        }
        _ => false,
    }
}

/// A motion that a list or table names by its title only.
fn by_title(ctx: &Context, index: usize, block: &Block) -> Option<Mention> {
    static STARTS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:de )?(?:(?:nader )?gewijzigde |aangenomen )?motie\b"));
    if ctx.asked(block.span.start()) || ctx.in_motion(block.span.start()) {
        return None;
    }
    let unit = match &block.kind {
        BlockKind::Row { cells, header: false } => {
            *cells.iter().find(|c| c.of(ctx.doc.text()).split_whitespace().count() >= 3)?
        }
        BlockKind::Item { .. } => block.span,
        _ => return None,
    };
    let text = ctx.doc.of(unit);
    let in_table = matches!(block.kind, BlockKind::Row { .. });
    if !(lists_motions(ctx, index) || in_table && STARTS.is_match(text)) {
        return None;
    }
    let title = title(text);
    let words = title.split_whitespace().count();
    let one = crate::text::sentences(ctx.doc.text(), unit).len() == 1;
    (one && (2..=LONGEST_TITLE).contains(&words)).then(|| Mention {
        title: Some(title),
        advice: traits::advice(text),
        end: unit.end(),
        unit: Some(unit),
        rule: BY_TITLE,
        ..Mention::default()
    })
}

/// A list item's title without its closing mark and what stands in brackets behind it.
fn title(item: &str) -> String {
    static MARK: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)[\s;,.:]*(?:\((?:[^()]*\b(?:ontraden|oordeel|overgenomen|ontijdig|overbodig|aangenomen|verworpen|aangehouden)\b[^()]*)\))?[\s;,.:]*(?:\ben)?[\s;,.:]*$",
        )
    });
    // Once for the mark behind the brackets, once for the one before them ("…beheer; (ontraden)").
    let once = MARK.replace(item, "");
    MARK.replace(&once, "").trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_noun_before_a_reference_says_what_it_is() {
        let motion = |lead: &str| matches!(last_noun(lead), Noun::Motion);
        assert!(motion("Met de motie van het lid Vos ("));
        assert!(motion("de motie over de brief van de minister ("));
        assert!(!motion("In reactie op de motie-Vos stuurde ik uw Kamer de brief van 3 mei ("));
        assert!(motion("in mijn brief van 3 mei schreef ik over de motie-Vos ("));
        assert!(!motion("zie het rapport ("));
        assert!(!motion(
            "de brief van de Minister van Defensie d.d. 4 juni 2024 inzake uitvoering moties over kazernes ("
        ));
    }

    #[test]
    fn a_dossier_is_no_piece() {
        let whole = |key: &str| !piece(key, key);
        assert!(!whole("kst-12345-6") && !whole("kst-36600-VII-12") && !whole("kst-21501-20-2173"));
        assert!(whole("kst-12345") && whole("kst-21501-20") && whole("kst-36600-VII") && whole("2025Z01234"));
        assert!(piece("kst-12345-C", "12 345, C") && !piece("kst-36800-A", "36 800 A"));
    }

    #[test]
    fn titles_of_list_items_lose_their_marks() {
        assert_eq!(title("Bruggen eerder schilderen; (ontraden)"), "Bruggen eerder schilderen");
        assert_eq!(title("Dijken verhogen (oordeel Kamer); en"), "Dijken verhogen");
        assert_eq!(title("Het spoor (deels) verdubbelen."), "Het spoor (deels) verdubbelen");
    }
}
