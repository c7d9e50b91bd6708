//! Which motions that a report seems to speak of are one: a text that is read out twice, a name beside a number, a changed
//! motion and the one whose place it takes. The border: within one report; other documents are for `link`.

use super::named::Agenda;
use crate::lexicon::party;
use crate::records::Motion;
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Makes one motion of what is one.
pub(super) fn settle(motions: &mut Vec<Motion>) {
    again(motions);
    // "Een motie van GroenLinks-PvdA": a party moves nothing.
    for motion in motions.iter_mut().filter(|m| m.key.is_none()) {
        motion.indieners.retain(|p| party(p.naam.trim_start_matches("Van ")).is_none());
    }
    beside(motions);
    changed(motions);
}

/// A text without a number that says what a numbered one says was read out a second time.
fn again(motions: &mut Vec<Motion>) {
    let asks = |m: &Motion| m.dicta.first().map(|d| fold(&d.text));
    let numbered: BTreeSet<String> =
        motions.iter().filter(|m| m.own_text && m.key.is_some()).filter_map(asks).collect();
    motions.retain(|m| !m.own_text || m.key.is_some() || asks(m).is_none_or(|text| !numbered.contains(&text)));
}

/// "De motie-Van Dijk c.s. op stuk nr. 69": where the number is that of a motion by that member, it is that motion.
fn beside(motions: &mut Vec<Motion>) {
    let agenda = Agenda::new(motions);
    let mut meant: Vec<Option<usize>> = vec![None; motions.len()];
    for (index, motion) in motions.iter().enumerate().filter(|(_, m)| m.key.is_none() && !m.own_text) {
        let Some(first) = motion.indieners.first().map(|p| fold(&p.naam)) else { continue };
        // "Van Dijk" may be "Diederik van Dijk" in full.
        let moved = |i: &usize| {
            motions[*i].own_text && motions[*i].indieners.first().is_some_and(|p| fold(&p.naam).ends_with(&first))
        };
        let each = motion.evidence.iter().map(|e| agenda.numbered(&e.quote).into_iter().find(moved));
        let all: Option<Vec<usize>> = each.collect();
        meant[index] = all.and_then(|all| all.first().copied().filter(|one| all.iter().all(|m| m == one)));
    }
    for index in (0..motions.len()).rev() {
        let Some(target) = meant[index] else { continue };
        let evidence = std::mem::take(&mut motions[index].evidence);
        let known: Vec<_> = motions[target].evidence.iter().map(|e| e.span).collect();
        motions[target].evidence.extend(evidence.into_iter().filter(|e| !known.contains(&e.span)));
    }
    let mut at = 0;
    motions.retain(|_| {
        at += 1;
        meant[at - 1].is_none()
    });
}

/// A changed motion is about what the motion was about whose place it takes, and by the same members.
fn changed(motions: &mut [Motion]) {
    let places = motions.iter().enumerate().filter_map(|(at, m)| Some((m.key.clone()?, at)));
    let places: BTreeMap<String, usize> = places.collect();
    for index in 0..motions.len() {
        let replaced = motions[index].replaces.as_ref().and_then(|key| places.get(key));
        let Some(old) = replaced.map(|at| &motions[*at]) else { continue };
        let (title, movers) = (old.title.clone(), old.indieners.clone());
        let motion = &mut motions[index];
        motion.title = motion.title.take().or(title);
        if motion.indieners.is_empty() {
            motion.indieners = movers;
        }
    }
}
