//! Whose motion is meant in what was said aloud: a member who says "mijn motie" moved it, and a minister who comes to
//! "de vraag van de heer Vos over zijn motie" means the one that he brought up. The border: a motion that the debate
//! itself proposes has a text, and whoever speaks of it gives its number.

use super::{Context, MOST_EVIDENCE, Motion, constant};
use crate::document::{BlockKind, Person};
use crate::rules::people;
use crate::text::{Span, fold};
use regex::Regex;
use std::sync::LazyLock;

/// The rule of a sentence that says "his motion" of one who is named there or before.
const THEIRS: &str = "motie-van-spreker";

/// Gives a motion that a member calls his own its mover, and takes in where others say "zijn motie" of it.
pub(super) fn theirs(ctx: &Context, motions: &mut [Motion]) {
    static HIS: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:zijn|haar|hun|diens) (?:(?:eigen|eerdere|aangenomen|eerste|oude) )?motie\b")
    });
    if !ctx.aloud() || motions.is_empty() {
        return;
    }
    for motion in motions.iter_mut().filter(|m| !m.own_text && m.indieners.is_empty()) {
        motion.indieners =
            motion.evidence.iter().map(|e| movers(ctx, e.span)).find(|p| !p.is_empty()).unwrap_or_default();
    }
    for block in &ctx.doc.blocks {
        let said = ctx.doc.of(block.span);
        if block.kind == BlockKind::Speaker || !HIS.is_match(said) || ctx.asked(block.span.start()) {
            continue;
        }
        let mut last: Vec<String> = Vec::new();
        for (_, unit) in ctx.reading.sentences_in(block.span).iter().copied() {
            let words = ctx.doc.of(unit);
            let here: Vec<String> = people(words).iter().map(|(_, p)| fold(&p.naam)).collect();
            last = if here.is_empty() { last } else { here };
            let known = |m: &Motion| m.evidence.iter().any(|e| e.span.overlaps(unit));
            if HIS.is_match(words) && !motions.iter().any(known) {
                let theirs = |m: &&mut Motion| m.indieners.iter().any(|p| last.contains(&fold(&p.naam)));
                let mut meant = motions.iter_mut().filter(theirs);
                // Who moved one in this very debate may mean that one.
                if let (Some(motion), None) = (meant.next(), meant.next())
                    && !motion.own_text
                    && motion.evidence.len() < MOST_EVIDENCE
                {
                    motion.evidence.push(ctx.evidence(unit, THEIRS));
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
