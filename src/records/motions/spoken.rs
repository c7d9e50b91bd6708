//! Whose motion is meant in what was said aloud: a member who says "mijn motie" moved it, and a minister who comes to
//! "de vraag van de heer Vos over zijn motie" means the one that he brought up. The border: a motion that the debate
//! itself proposes has a text, and whoever speaks of it gives its number.

use super::mention::Mention;
use super::{Context, MOST_EVIDENCE, Motion, constant};
use crate::document::{BlockKind, Person};
use crate::rules::people;
use crate::text::{Span, fold};
use regex::Regex;
use std::sync::LazyLock;

/// The rule of a sentence that says "his motion" of one who is named there or before.
const THEIR: &str = "motie-van-spreker";

/// A motion as one of somebody's in what was said: "zijn eerdere motie".
static THEIRS: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\b(?:zijn|haar|hun|diens) (?:(?:eigen|eerdere|aangenomen|eerste|oude) )?motie\b"));

/// Gives a motion that a member calls his own its mover, before others call it by his name.
pub(super) fn moved(ctx: &Context, motions: &mut [Motion]) {
    if !ctx.aloud() {
        return;
    }
    for motion in motions.iter_mut().filter(|m| !m.own_text && m.indieners.is_empty()) {
        let who = |unit: Span| if ctx.asked(unit.start()) { movers(ctx, unit) } else { meant(ctx, unit) };
        motion.indieners = motion.evidence.iter().map(|e| who(e.span)).find(|p| !p.is_empty()).unwrap_or_default();
    }
}

/// Whom "zijn motie" means where a minister says it: the one named last, in the sentence or before it.
fn meant(ctx: &Context, unit: Span) -> Vec<Person> {
    let said = THEIRS.find(ctx.doc.of(unit)).map(|m| unit.start() + m.start());
    let (Some(said), Some(block)) = (said, ctx.doc.block_at(unit.start())) else { return Vec::new() };
    let before = ctx.doc.text().get(block.span.start()..said).unwrap_or_default();
    people(before).into_iter().next_back().map(|(_, person)| person).into_iter().collect()
}

/// Motions that are somebody's and have a subject, but no number: a member's "mijn motie over X", and "zijn motie over X" of
/// the one named last before it.
pub(super) fn by_subject(ctx: &Context) -> Vec<Mention> {
    static MINE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:mijn|onze) (?:(?:eigen|eerdere|aangenomen|eerste|oude) )?motie\b"));
    let mut found = Vec::new();
    if !ctx.aloud() {
        return found;
    }
    for block in ctx.doc.blocks.iter().filter(|b| b.kind != BlockKind::Speaker) {
        let mine = ctx.asked(block.span.start());
        let whose: &Regex = if mine { &MINE } else { &THEIRS };
        if !whose.is_match(ctx.doc.of(block.span)) || ctx.in_motion(block.span.start()) {
            continue;
        }
        for (_, unit) in ctx.reading.sentences_in(block.span).iter().copied() {
            let words = ctx.doc.of(unit);
            let Some(end) = whose.find(words).map(|m| unit.start() + m.end()) else { continue };
            let indieners = if mine { movers(ctx, unit) } else { meant(ctx, unit) };
            found.extend(Mention::of_subject(ctx, unit, end, indieners, THEIR));
        }
    }
    found
}

/// The only motion of whoever speaks of his own, where the report tells no subject of it.
pub(super) fn only_one(motions: &[Motion], mention: &Mention) -> Option<usize> {
    let first = mention.indieners.first().filter(|_| mention.rule == THEIR)?;
    let by = |m: &Motion| m.indieners.first().is_some_and(|p| fold(&p.naam) == fold(&first.naam));
    let mut all = motions.iter().enumerate().filter(|(_, m)| by(m));
    let (at, only) = all.next()?;
    (all.next().is_none() && only.title.is_none() && !only.own_text).then_some(at)
}

/// Takes in where others say "zijn motie" of one that is known.
pub(super) fn theirs(ctx: &Context, motions: &mut [Motion]) {
    if !ctx.aloud() || motions.is_empty() {
        return;
    }
    for block in &ctx.doc.blocks {
        let said = ctx.doc.of(block.span);
        if block.kind == BlockKind::Speaker || !THEIRS.is_match(said) || ctx.asked(block.span.start()) {
            continue;
        }
        let mut last: Vec<String> = Vec::new();
        for (_, unit) in ctx.reading.sentences_in(block.span).iter().copied() {
            let words = ctx.doc.of(unit);
            let here: Vec<String> = people(words).iter().map(|(_, p)| fold(&p.naam)).collect();
            last = if here.is_empty() { last } else { here };
            let known = |m: &Motion| m.evidence.iter().any(|e| e.span.overlaps(unit));
            if THEIRS.is_match(words) && !motions.iter().any(known) {
                let theirs = |m: &&mut Motion| m.indieners.iter().any(|p| last.contains(&fold(&p.naam)));
                let mut meant = motions.iter_mut().filter(theirs);
                // Who moved one in this very debate may mean that one.
                if let (Some(motion), None) = (meant.next(), meant.next())
                    && !motion.own_text
                    && motion.evidence.len() < MOST_EVIDENCE
                {
                    motion.evidence.push(ctx.evidence(unit, THEIR));
                }
            }
        }
    }
}

/// Who has the floor where a sentence calls a motion the speaker's own, with whoever is said to have moved it as well.
fn movers(ctx: &Context, unit: Span) -> Vec<Person> {
    static MINE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:mijn|onze) (?:\S+ ){0,2}?motie\b|\b(?:heb|hebben|had|hadden|diende|dienden) (?:ik|wij|we) (?:\S+ ){0,8}?motie\b|\b(?:ik|wij|we) (?:heb|hebben|had|hadden|diende|dienden) (?:\S+ ){0,8}?motie\b",
        )
    });
    static WITH: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b[Ss]amen met (?:collega['’]?s?|de heer|mevrouw|het lid|de leden) (?P<p>\p{Lu}[^,.;:]{1,60}?)(?: heb| hebben| had| diende|,|\.|$)",
        )
    });
    let words = ctx.doc.of(unit);
    let Some(block) = ctx.doc.block_index(unit.start()).filter(|_| ctx.asked(unit.start()) && MINE.is_match(words))
    else {
        return Vec::new();
    };
    let speaker = ctx.doc.blocks[..block].iter().rev().find(|b| b.kind == BlockKind::Speaker);
    let line = speaker.map(|b| ctx.doc.of(b.span)).unwrap_or_default();
    let with = WITH.captures(words).map(|c| format!("de leden {}", &c["p"])).unwrap_or_default();
    let all = people(line).into_iter().take(1).chain(people(&with));
    all.map(|(_, person)| person).collect()
}
