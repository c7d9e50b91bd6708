//! How a passage speaks of its motion: whether every sentence of it does, which of several motions a sentence takes up
//! again, and which part of a sentence reports where another part retells the request. The border: places and words; what
//! a report amounts to is for the rules.

use super::super::motions::retells;
use super::super::zone::label;
use super::topic::{Topic, own_doing};
use super::{Context, Motion, Zone, names};
use crate::document::BlockKind;
use crate::records::constant;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Words of the beginning of a sentence in which a motion named there is what the sentence is about.
const BEGINNING: usize = 7;

/// Whether all of the block is about this one motion: a cell of its row, its item in a list, or a paragraph that opens
/// with it as its subject.
pub(super) fn tight(
    ctx: &Context,
    motions: &[Motion],
    motion: usize,
    zone: &Zone,
    (block, unit): (usize, Span),
) -> bool {
    static TELLS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:aanvaard\w*|aangenomen|nam|steun|ingediend|gevraagd|verzocht|opgeroepen)\b|\b(?:ziet|zien|zag) op\b|\b(?:dringen|drongen|pleiten|pleitten|pleit|bepleiten|bepleitten|beogen|strekt|strekken|verlangen|verlangde|richt zich|richten zich|behelst|betreft|indienden?|diende|dienden|spreekt|sprak|uitgesproken)\b",
        )
    });
    // An answer to a question about several motions treats them one after the other.
    if zone.answer && zone.motions.len() > 1 {
        return come_to(ctx, motions, zone, unit) == Some(motion);
    }
    if zone.answer || zone.only {
        return false;
    }
    let place = &ctx.doc.blocks[block];
    if matches!(place.kind, BlockKind::Row { .. }) {
        return zone.motions.len() == 1;
    }
    if ctx.aloud() {
        return spoken(ctx, motions, motion, zone, place.span, unit);
    }
    if zone.motions.len() > 1 {
        return alone(ctx, motions, motion, zone, place.span, unit);
    }
    let mut all = ctx.sentences(place.span).map(|(_, s)| s).enumerate();
    let Some((index, first)) = all.find(|(_, s)| names(motions, motion, *s)) else {
        return false;
    };
    let words = ctx.doc.of(first).to_lowercase();
    let opening = index == 0 && words.split_whitespace().take(BEGINNING).any(|w| w.contains("motie"));
    // "… in de motie-Vos (…) dat schippers wachten. Met de motie wordt verzocht …": the next sentence retells it.
    let mut retold =
        || all.next().is_some_and(|(_, s)| s.start() < unit.start() && core(ctx, motions, motion, s).is_none());
    first.start() <= unit.start() && (opening || TELLS.is_match(&words) || retells(&words) || retold())
}

/// Whether a sentence stands behind one that names the motion on the way, before the paragraph comes to another subject:
/// what the government does there, and what is said of the motion's own subject, is about it.
pub(super) fn near(
    ctx: &Context,
    motions: &[Motion],
    motion: usize,
    zone: &Zone,
    (block, unit): (usize, Span),
) -> bool {
    /// A motion that a sentence only leans on.
    static IN_PASSING: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^\S+ .*(?:\bzoals|\bals|\bconform|\bin lijn met|\bmede|\bnaar aanleiding van|\bovereenkomstig|\bgelijk|\bgelet op|\bonder meer|\bwaaronder|\bbijvoorbeeld)\b[^,;]{0,40}\bmotie",
        )
    });
    /// Another subject.
    static ANOTHER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:overigens|op de vraag|(?:de|deze|genoemde) leden|mevrouw|de heer|het lid|dan (?:de|het|over)|tot slot|ten slotte)\b",
        )
    });
    let one = zone.motions.len() == 1 && !zone.answer && !zone.only && !ctx.aloud();
    if !one || matches!(ctx.doc.blocks[block].kind, BlockKind::Row { .. }) {
        return false;
    }
    let mut after =
        ctx.sentences(ctx.doc.blocks[block].span).map(|(_, s)| s).skip_while(|s| !names(motions, motion, *s));
    let Some(first) = after.next().filter(|s| s.start() <= unit.start()) else { return false };
    let mut turned = after.take_while(|s| s.start() <= unit.start());
    !IN_PASSING.is_match(ctx.doc.of(first)) && !turned.any(|s| ANOTHER.is_match(ctx.doc.of(s)))
}

/// Whether a sentence goes on about what was done to carry the motion out, named right at the beginning of one before it:
/// "Ter uitvoering van de motie-Vos is …. In mei volgt …".
pub(super) fn carries_on(
    ctx: &Context,
    motions: &[Motion],
    motion: usize,
    zone: &Zone,
    (block, unit): (usize, Span),
) -> bool {
    static CARRIED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:ter|als|in|bij) (?:de )?(?:uitvoering|invulling|opvolging) van (?:de|deze|die) [^.;]{0,60}motie",
        )
    });
    /// Sentences that may follow.
    const ON: usize = 3;
    if zone.motions.len() != 1 || matches!(ctx.doc.blocks[block].kind, BlockKind::Row { .. }) {
        return false;
    }
    let mut before: Vec<Span> = ctx.sentences(ctx.doc.blocks[block].span).map(|(_, s)| s).collect();
    before.retain(|s| s.end() <= unit.start());
    let near = before.iter().rev().take(ON);
    near.into_iter().any(|s| names(motions, motion, *s) && CARRIED.is_match(ctx.doc.of(*s)))
}

/// Whether a minister who has come to this motion in the debate still speaks of it: until the next subject is announced.
fn spoken(ctx: &Context, motions: &[Motion], motion: usize, zone: &Zone, block: Span, unit: Span) -> bool {
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:voorzitter\b|(?:en )?dan (?:over|nog|de|het|heb)\b|(?:tot|als) (?:slot|laatste)\b|ten slotte\b|over (?:de|het) \S+\.$|(?:mevrouw|de heer|het lid) |ik (?:kom|ga) (?:nu|dan|toe|door)\b|overigens\b|ik zeg .{1,40} toe\b)",
        )
    });
    if zone.motions.len() != 1 || !ctx.aloud() || ctx.chaired(unit.start()) {
        return false;
    }
    let mut after = ctx.sentences(block).map(|(_, s)| s).skip_while(|s| !names(motions, motion, *s));
    let Some(first) = after.next().filter(|s| s.start() < unit.start()) else { return false };
    let turned = after.take_while(|s| s.start() <= unit.start()).any(|s| NEXT.is_match(ctx.doc.of(s)));
    !turned && first.start() < unit.start()
}

/// Whether a block has come to other motions than this one, which it does not name at all.
pub(super) fn of_others(motions: &[Motion], motion: usize, block: Span, until: usize) -> bool {
    let here = |m: &Motion, end: usize| m.evidence.iter().any(|e| block.contains(e.span) && e.span.start() <= end);
    let others = motions.iter().enumerate().any(|(i, m)| i != motion && here(m, until));
    others && !here(&motions[motion], block.end())
}

/// Whether a paragraph that names several motions has come to this one: it, and no other, was named last.
fn alone(ctx: &Context, motions: &[Motion], motion: usize, zone: &Zone, block: Span, unit: Span) -> bool {
    let said = ctx.sentences(block).map(|(_, s)| s).take_while(|s| s.start() <= unit.start());
    let about = |s: &Span| zone.motions.iter().any(|m| names(motions, *m, *s));
    let Some(last) = said.filter(about).last() else { return false };
    zone.motions.iter().all(|m| names(motions, *m, last) == (*m == motion))
}

/// The motion that an answer about several has come to at a sentence: the one that it, or the last sentence before it that
/// names one, names alone or by its place in the row ("de tweede motie"). An answer per ministry takes them up anew in each.
fn come_to(ctx: &Context, motions: &[Motion], zone: &Zone, unit: Span) -> Option<usize> {
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:(?P<first>eerste)|(?P<second>tweede|andere)|(?P<third>derde)|(?P<last>laatste)) motie\b")
    });
    if labelled(ctx, unit).is_some() {
        return None;
    }
    let first = |m: &usize| motions[*m].evidence.iter().map(|e| e.span.start()).min();
    let mut row = zone.motions.clone();
    row.sort_by_key(first);
    let placed = |words: &str| {
        let found = PLACE.captures(words)?;
        let at = ["first", "second", "third"].iter().position(|name| found.name(name).is_some());
        row.get(at.unwrap_or(row.len() - 1)).copied()
    };
    let mut now = None;
    for said in ctx.sentences(zone.span).map(|(_, s)| s).take_while(|s| s.start() <= unit.start()) {
        let here: Vec<usize> = zone.motions.iter().copied().filter(|m| names(motions, *m, said)).collect();
        now = match here[..] {
            [] => placed(ctx.doc.of(said)).or(now),
            [only] => Some(only),
            _ => None,
        };
    }
    now
}

/// Where every sentence is about the one motion of a section or answer: from its first words, or from where they name the
/// motion, as long as each paragraph goes on about what the ministry does.
pub(super) fn held(ctx: &Context, motions: &[Motion], motion: usize, zone: &Zone, topic: &Topic) -> Option<Span> {
    static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:ook|daarnaast|verder|tevens|voorts|bovendien|aanvullend|wel|tegelijk\w*|ten (?:eerste|tweede|derde)|vervolgens|inmiddels|momenteel|hier\w*|daar\w*|dit|deze|dat|zo|zij|afgedaan|de motie)\b",
        )
    });
    if zone.motions.len() != 1 || !zone.long {
        return None;
    }
    let from = ctx.doc.block_index(zone.span.start())?;
    let headed = ctx.doc.blocks[from].is_heading() || label(ctx, from);
    if !zone.answer && !headed && sections(ctx, zone) {
        return Some(zone.span);
    }
    // Under a heading that names the motion the paragraph after one that does no more than retell it is the report.
    let own_heading = headed && ctx.doc.of(ctx.doc.blocks[from].span).to_lowercase().contains("motie");
    let mut held: Option<Span> = None;
    let mut paragraphs = 0;
    let mut retold = true;
    // The paragraph after the one that opens a section with its motion is about it, whatever its heading says.
    let mut opened = false;
    let under = headed || from > 0 && ctx.doc.blocks[from - 1].is_heading();
    // "Wat betreft de motie: …": what an answer says before that is about another question.
    let mut all = ctx.sentences(zone.span).map(|(_, s)| s).skip_while(|s| !turns(ctx, *s));
    if let Some(turn) = all.next().filter(|_| zone.answer) {
        return Some(all.fold(turn, Span::cover));
    }
    let blocks = ctx.doc.blocks[from..].iter().skip(usize::from(headed));
    let blocks = blocks.take_while(|b| b.span.start() < zone.span.end());
    for block in blocks.filter(|b| !b.is_heading()) {
        let mut all = ctx.sentences(block.span).map(|(_, s)| s).filter(|s| zone.span.contains(*s));
        let Some(first) = all.next() else { continue };
        let item = matches!(block.kind, BlockKind::Item { .. });
        let here = std::iter::once(first).chain(all).find(|s| names(motions, motion, *s));
        if of_others(motions, motion, block.span, first.start()) {
            break;
        }
        let words = ctx.doc.of(first);
        let about_it = || {
            // What follows the paragraph that retells the motion is the answer to it.
            let next = headed || zone.answer || paragraphs == 1 || topic.shared(words) >= 1;
            let own = own_doing(words) && next;
            own || GOES_ON.is_match(words) || speaks_of(words)
        };
        if held.is_some()
            && !item
            && here.is_none()
            && !(own_heading && paragraphs == 1 && retold)
            && !(opened && paragraphs == 1)
            && !about_it()
        {
            break;
        }
        let reports = |s: &Span| core(ctx, motions, motion, *s).is_some() && !names(motions, motion, *s);
        retold &= !ctx.sentences(block.span).any(|(_, s)| reports(&s));
        paragraphs += usize::from(!item);
        opened |= under && held.is_none() && here == Some(first);
        let from = here.filter(|_| held.is_none()).unwrap_or(first);
        held = Some(held.unwrap_or(from).cover(block.span));
    }
    held
}

/// Whether a stretch about one motion has sections of its own: a letter about it.
fn sections(ctx: &Context, zone: &Zone) -> bool {
    ctx.doc.blocks.iter().any(|b| b.is_heading() && zone.span.contains(b.span))
}

/// Whether a place in a letter about one motion stands under a heading that announces what went before.
pub(super) fn background(ctx: &Context, zone: &Zone, unit: Span) -> bool {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:[\divx]+[.)]?\s+)?(?:achtergrond|aanleiding|inleiding|context|voorgeschiedenis|de motie|toelichting op de motie)\b.{0,30}$",
        )
    });
    let heading = ctx.doc.headings_at(unit.start()).last().map(|h| h.span);
    // The heading that opens the stretch names the motion: "5. De motie-Vos" is no section within it.
    let heading = heading.filter(|h| zone.span.contains(*h) && h.start() > zone.span.start());
    heading.is_some_and(|h| BEFORE.is_match(ctx.doc.of(h))) && sections(ctx, zone)
}

/// The ministry whose name a paragraph of an answer opens with: "Ministerie van X: …". It speaks until the next.
pub(super) fn labelled(ctx: &Context, unit: Span) -> Option<&'static str> {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"^(?:[Hh]et )?(?:(?P<all>Rijksbreed)|(?:[Mm]inisterie van )?(?P<who>\p{Lu}[^:.;]{1,70})):\s")
    });
    let answer = ctx.part(unit.start())?.answer?;
    let blocks = ctx.doc.blocks.iter().filter(|b| answer.span.contains(b.span) && b.span.start() <= unit.start());
    let mut labels = blocks.filter_map(|b| LABEL.captures(ctx.doc.of(b.span)));
    let last = labels.next_back()?;
    if last.name("all").is_some() {
        return Some("Rijksbreed");
    }
    let named = crate::lexicon::actor(last.name("who")?.as_str().trim())?;
    crate::lexicon::ministry_of(&named.abbr)
}

/// Whether an answer turns to the motion here, after what it says on another question.
pub(super) fn turns(ctx: &Context, from: Span) -> bool {
    static TURNS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:wat betreft|met betrekking tot|ten aanzien van|over|inzake|wat) (?:de|deze|die|genoemde) (?:\w+ )?motie\b",
        )
    });
    TURNS.is_match(ctx.doc.of(from))
}

/// Whether the question that a stretch answers asks other things first and comes to the motion last.
pub(super) fn mixed(ctx: &Context, zone: &Zone) -> bool {
    let Some(part) = ctx.part(zone.span.start()).filter(|_| zone.answer) else { return false };
    let asked = part.question.questions.iter().chain([&part.question.question]);
    let sentences = asked.flat_map(|q| ctx.reading.sentences_in(*q)).map(|(_, s)| ctx.doc.of(*s));
    let asked: Vec<bool> = sentences.filter(|s| s.ends_with('?')).map(speaks_of).collect();
    matches!(asked[..], [false, .., true])
}

/// Whether words speak of a motion or what it asks.
pub(super) fn speaks_of(words: &str) -> bool {
    static MOTION: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:motie|verzoek|oproep|wens|gevraagde|dictum)\b"));
    MOTION.is_match(words)
}

/// Whether a sentence that names no motion, in a paragraph that names several, takes up another one than this: the one
/// named last before it.
pub(super) fn of_another(ctx: &Context, motions: &[Motion], motion: usize, zone: &Zone, unit: Span) -> bool {
    if zone.motions.len() < 2 {
        return false;
    }
    if zone.answer {
        return come_to(ctx, motions, zone, unit).is_some_and(|m| m != motion);
    }
    let block = ctx.doc.block_at(unit.start()).map_or(unit, |b| b.span);
    let last = |m: usize| {
        let here =
            motions[m].evidence.iter().map(|e| e.span).filter(|s| block.contains(*s) && s.start() < unit.start());
        here.map(Span::start).max()
    };
    let mine = last(motion);
    mine.is_some() && zone.motions.iter().any(|m| *m != motion && last(*m) > mine)
}

/// The part of a sentence that may report something: all of it, or, where it retells the request, the words before the
/// retelling or after a retelling that opens it. `None` where it does no more than retell.
pub(super) fn core(ctx: &Context, motions: &[Motion], motion: usize, unit: Span) -> Option<Span> {
    /// A clause that says what the motion asks, hung on its name.
    static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i),?\s(?:waarin|waarmee|waarbij|die|welke)\s[^;]{0,120}?\b(?:verzoekt|verzocht\w*|vraagt|vroeg|gevraagd|oproept|opriep|opgeroepen|verzoek)\b",
        )
    });
    /// An opening that only says whose wish it was: "Zoals verzocht in de motie-Vos …".
    static OPENING: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:zoals|als|conform|overeenkomstig|gelijk|gelet op|in lijn met|in antwoord op|naar aanleiding van|in reactie op|ter uitvoering van|anders dan|in afwijking van|in tegenstelling tot|ofschoon|hoewel)\b[^.;]{0,60}\b(?:motie|verzocht|gevraagd|verzoek)",
        )
    });
    /// What is done otherwise than the motion asks is said of what is done.
    static UNLIKE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\banders dan (?:in )?(?:de|deze|die|hun|zijn|haar) (?:\w+ )?motie\b"));
    /// A sentence that goes on retelling without naming the motion again, or says of it no more than its subject.
    static RETOLD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:voorts|verder|ook|tevens|eveneens|daarnaast|tot slot|ten slotte) (?:is|werd) door (?:het lid|de leden) [^;]{2,90}? (?:een )?motie (?:\S+ ){0,4}?ingediend\b|(?:(?:daarin|hierin|daarmee|hiermee|in (?:deze|de|die) motie|met (?:deze|de|die) motie) )?(?:wordt|werd|is) (?:\S+ ){0,4}?(?:verzocht|gevraagd|opgeroepen)\b|(?:verzocht|gevraagd|opgeroepen) (?:wordt|werd|is) (?:\S+ ){0,3}?om\b|(?:het|dat) (?:verzoek|gevraagde) (?:is|luidt|luidde|was|behelst) (?:om|dat)\b|inhoud: |(?:de|deze|die|zijn|haar|hun) (?:\w+ )?motie\S*(?: \S+){0,12}? (?:gaat|ging|handelt) over\b|(?:het lid|de leden|mevrouw|de heer|kamerlid) [^;]{2,90}? (?:heeft|hebben) [^;]{0,120}?(?:verzocht|gevraagd|opgeroepen|bepleit|voorgesteld)\b|(?:vanuit|in) (?:de|uw) Kamer (?:is|werd) (?:op voorstel van|door) [^;]{2,90}?(?:verzocht|gevraagd|opgeroepen|bepleit|voorgesteld)\b|door (?:het lid|de leden) [^;]{2,90}? (?:is|werd) [^;]{0,40}?(?:verzocht|gevraagd|opgeroepen|bepleit|voorgesteld)\b|(?:de|deze|die|zijn|haar|hun) (?:\w+ )?motie\S* (?:\S+ ){0,6}?(?:betreft|behelst|bevat|draagt|pleit|bepleit|roept|dringt|spreekt|ziet op|strekt|beoogt|luidt|telt|vraagt|verzoekt|wil|verlangt|constateert)\b|(?:de|het) (?:eerste|tweede|derde|leden?|heer)\b.{0,80}? (?:vraagt|vragen|verzoekt|verzoeken|wil|willen|vroeg|roept) (?:de regering|het kabinet|dat|om)\b|(?:zij|hij|deze leden|de indieners?) (?:vraagt|vragen|verzoekt|verzoeken|verzocht(?:en)?|wil|willen|vroegen?|bepleiten|pleiten|roepen|wijst|wijzen|constateert|constateren)\b)",
        )
    });
    /// A sentence about what it says that is a verdict on it.
    static ACTED: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:ik|wij|uitgevoerd|afgedaan|in uitvoering|hiermee|daarmee|beleid)\b"));
    /// What is done with it, after what it asks.
    static BUT: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i),\s(?:maar|doch|echter|alleen|wat|hetgeen)\s(?P<main>.+)$"));
    /// What tells in an overview that the state of the motion follows.
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^\W{0,3}(?:stand van zaken|voortgang|status|toelichting|uitvoering|reactie(?: \w+)?|planning|vervolg|opvolging|afdoening|stand|wijze van afdoening)\W{0,3}:\W{0,3}\s",
        )
    });
    /// The main clause after a retelling between commas: "De motie-Vos, die om een veer vraagt, kan ik niet …".
    static MAIN: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i),\s(?P<main>(?:kan|kunnen|zal|zullen|wil|ga|gaat|is|zijn|wordt|worden|heb|heeft|neem|neemt|voer|voert|geef|geeft|acht|beschouw|betrek|betrekt|laat|zie|leg|doe|ligt|past|komt|kom|verzoek|bericht)\s.+)$",
        )
    });
    let sentence = ctx.doc.of(unit);
    if let Some(label) = LABEL.find(sentence) {
        return unit.inner(ctx.doc.text(), label.end()..sentence.len());
    }
    if RETOLD.is_match(sentence) && !ACTED.is_match(sentence) {
        let main = BUT.captures(sentence).and_then(|c| c.name("main"))?;
        return unit.inner(ctx.doc.text(), main.range());
    }
    let asked = motions[motion].dicta.iter().map(|d| d.span).find(|d| d.overlaps(unit));
    let named = names(motions, motion, unit);
    if asked.is_none() && !(named && retells(sentence)) {
        return Some(unit);
    }
    if OPENING.is_match(sentence) && asked.is_none() || UNLIKE.is_match(sentence) {
        return Some(unit);
    }
    let Some(clause) = CLAUSE.find(sentence) else {
        let main = BUT.captures(sentence).and_then(|c| c.name("main"))?;
        return unit.inner(ctx.doc.text(), main.range());
    };
    let inner = |range: std::ops::Range<usize>| unit.inner(ctx.doc.text(), range);
    let main = MAIN.captures_at(sentence, clause.end()).and_then(|c| c.name("main"));
    if let Some(main) = main {
        return inner(main.range());
    }
    let before = inner(0..clause.start())?;
    (ctx.doc.of(before).split_whitespace().count() >= 4).then_some(before)
}
