//! How a passage speaks of its motion: whether every sentence of it does, which of several motions a sentence takes up
//! again, and which part of a sentence reports where another part retells the request. The border: places and words; what
//! a report amounts to is for the rules.

use super::super::motions::retells;
use super::{Context, Motion, Zone, names};
use crate::document::{BlockKind, Kind};
use crate::records::constant;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Words of the beginning of a sentence in which a motion named there is what the sentence is about.
const BEGINNING: usize = 7;

/// Whether all of the block is about this one motion: a cell of its row, its item in a list, or a paragraph that opens
/// with it as its subject.
pub(super) fn tight(ctx: &Context, motions: &[Motion], motion: usize, zone: &Zone, block: usize) -> bool {
    static TELLS: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:aanvaard\w*|aangenomen|nam|steun|ingediend|gevraagd|verzocht|opgeroepen)\b")
    });
    if zone.motions.len() != 1 || zone.answer || zone.only {
        return false;
    }
    let place = &ctx.doc.blocks[block];
    if matches!(place.kind, BlockKind::Row { .. }) {
        return true;
    }
    if !matches!(ctx.doc.meta.kind, Kind::Kamerbrief | Kind::Overig) {
        return false;
    }
    let Some((_, first)) = ctx.sentences(place.span).next().filter(|(_, s)| names(motions, motion, *s)) else {
        return false;
    };
    let words = ctx.doc.of(first).to_lowercase();
    let opening = words.split_whitespace().take(BEGINNING).any(|w| w.contains("motie"));
    opening || TELLS.is_match(&words)
}

/// Whether a sentence that names no motion, in a paragraph that names several, takes up another one than this: the one
/// named last before it.
pub(super) fn of_another(ctx: &Context, motions: &[Motion], motion: usize, zone: &Zone, unit: Span) -> bool {
    if zone.answer || zone.motions.len() < 2 {
        return false;
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
            r"(?i)^(?:zoals|als|conform|overeenkomstig|gelijk|gelet op|in lijn met|in antwoord op|naar aanleiding van|in reactie op|ter uitvoering van)\b[^.;]{0,60}\b(?:motie|verzocht|gevraagd|verzoek)",
        )
    });
    let sentence = ctx.doc.of(unit);
    let asked = motions[motion].dicta.iter().map(|d| d.span).find(|d| d.overlaps(unit));
    let named = names(motions, motion, unit);
    if asked.is_none() && !(named && retells(sentence)) {
        return Some(unit);
    }
    if OPENING.is_match(sentence) && asked.is_none() {
        return Some(unit);
    }
    let clause = CLAUSE.find(sentence)?;
    let before = Span::new(ctx.doc.text(), unit.start()..unit.start() + clause.start())?;
    (ctx.doc.of(before).split_whitespace().count() >= 4).then_some(before)
}
