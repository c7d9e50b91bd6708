//! What each actor says about the execution of a motion: a claim by whoever says it, never a fact about the motion. The
//! rules say what a sentence amounts to; here it is decided whether it is about a motion at all, about which, and who
//! says it. The border: a question, a quotation, a footnote, the retelling of the request and a remark about all motions
//! at once are no follow-up.

use super::motions::retells;
use super::zone::{Zone, zones};
use super::{Actor, Context, Evidence, FollowUp, Motion, RecordKind, Status};
use crate::rules::{Finding, best};
use crate::text::{Span, fold};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The rule of an answer to a question about a motion in which no other rule holds.
const ANSWERS: &str = "antwoord-over-motie";

/// Who says it where neither a heading nor a sender tells.
const UNKNOWN: &str = "onbekend";

/// What the document says about the motions it names, in order of place.
pub(super) fn extract(ctx: &Context, motions: &[Motion]) -> Vec<FollowUp> {
    let findings = best(ctx.doc, RecordKind::FollowUp);
    let by_unit: BTreeMap<Span, &Finding> = findings.iter().map(|f| (f.unit, f)).collect();
    let mut found: Vec<Said> = Vec::new();
    for zone in zones(ctx, motions) {
        // What is said in the debate in which a motion is proposed is advice; nobody can have carried it out yet.
        for motion in zone.motions.iter().filter(|m| !motions[**m].own_text) {
            for said in in_zone(ctx, motions, &zone, *motion, &by_unit) {
                let same = |s: &Said| s.motion == said.motion && s.unit == said.unit;
                if !found.iter().any(same) {
                    found.push(said);
                }
            }
        }
    }
    found.sort_by_key(|s| (s.unit, s.motion));
    records(ctx, motions, &found)
}

/// One sentence that says something about one motion.
#[derive(Debug)]
struct Said {
    motion: usize,
    unit: Span,
    block: usize,
    status: Status,
    rule: String,
    weight: i32,
}

fn in_zone(
    ctx: &Context,
    motions: &[Motion],
    zone: &Zone,
    motion: usize,
    by_unit: &BTreeMap<Span, &Finding>,
) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    let mut named = false;
    for (block, unit) in ctx.sentences(zone.span) {
        named |= names(motions, motion, unit);
        if !counts(ctx, motions, motion, unit) {
            continue;
        }
        let Some(finding) = by_unit.get(&unit) else { continue };
        let Some(status) = finding.fields.get("status").and_then(|s| Status::named(s)) else { continue };
        // In a paragraph that only names the motion a sentence counts when it names it too, or points back at it.
        let weak = finding.rule.weight < 0;
        if !zone.long && (weak || !(names(motions, motion, unit) || (named && points_back(ctx.doc.of(unit))))) {
            continue;
        }
        let rule = finding.rule.id.clone();
        found.push(Said { motion, unit, block, status, rule, weight: finding.rule.weight });
    }
    // An effort in general words counts only where nothing firmer is said; an answer is short and all of it counts.
    if !zone.answer && found.iter().any(|s| s.weight >= 0) {
        found.retain(|s| s.weight >= 0);
    }
    if zone.answer && found.is_empty() {
        found.extend(unclear(ctx, motions, motion, zone));
    }
    found
}

/// The first sentence of substance of an answer in which no rule holds.
fn unclear(ctx: &Context, motions: &[Motion], motion: usize, zone: &Zone) -> Option<Said> {
    let all: Vec<(usize, Span)> = ctx.sentences(zone.span).filter(|(_, s)| counts(ctx, motions, motion, *s)).collect();
    let says = |s: &&(usize, Span)| ctx.doc.of(s.1).split_whitespace().count() >= 4;
    let (block, unit) = *all.iter().find(says).or(all.first())?;
    Some(Said { motion, unit, block, status: Status::Onduidelijk, rule: ANSWERS.to_string(), weight: 0 })
}

/// Whether a sentence can be a follow-up of this motion at all.
fn counts(ctx: &Context, motions: &[Motion], motion: usize, unit: Span) -> bool {
    static ALL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)\bmoties\b").expect("constant pattern"));
    let sentence = ctx.doc.of(unit);
    let at = unit.start();
    if ctx.asked(at) || ctx.quoted(unit) || ctx.in_footnote(at) || ctx.in_motion(at) || sentence.ends_with('?') {
        return false;
    }
    let named = names(motions, motion, unit);
    let other = (0..motions.len()).any(|m| m != motion && names(motions, m, unit));
    let request = motions[motion].dicta.iter().any(|d| d.span.overlaps(unit)) || (named && retells(sentence));
    let folded = fold(sentence);
    let condition = motions[motion].conditions.iter().any(|c| folded.contains(&fold(c)));
    !(request || condition || (!named && (other || ALL.is_match(sentence))))
}

/// Whether a sentence names a motion itself.
fn names(motions: &[Motion], motion: usize, unit: Span) -> bool {
    motions[motion].evidence.iter().any(|e| e.span.overlaps(unit))
}

fn points_back(sentence: &str) -> bool {
    static BACK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:deze|de|die|genoemde|bovengenoemde) motie\b|\b(?:hiermee|daarmee|hieraan|daaraan|hierop|hiertoe|daartoe|hiervan|daarvan|hierbij|dit verzoek|deze oproep|uw oproep|dit|deze|zo)\b|^(?:afgedaan|in uitvoering)\b")
            .expect("constant pattern")
    });
    BACK.is_match(sentence)
}

/// Sentences of one paragraph by which one actor says one thing about a motion are one record.
fn records(ctx: &Context, motions: &[Motion], said: &[Said]) -> Vec<FollowUp> {
    let mut found: Vec<(usize, usize, FollowUp)> = Vec::new();
    for s in said {
        let evidence = ctx.evidence(s.unit, &s.rule);
        let see_also = questions_named(&evidence.quote);
        for by in speakers(ctx, s.unit) {
            let see_also = see_also.clone();
            let joins = |(motion, block, r): &&mut (usize, usize, FollowUp)| {
                *motion == s.motion && *block == s.block && r.by == by && r.status == s.status && r.see_also == see_also
            };
            if let Some((.., record)) = found.iter_mut().find(joins) {
                record.evidence.push(evidence.clone());
                continue;
            }
            let motion = &motions[s.motion];
            let proposers: Vec<&str> = motion.indieners.iter().map(|p| p.naam.as_str()).collect();
            let by_name = (!proposers.is_empty()).then(|| format!("motie-{}", proposers.join("/")));
            let name = motion.title.clone().or(by_name).or_else(|| Some(motion.evidence.first()?.quote.clone()));
            let record = FollowUp {
                motion: motion.key.clone(),
                motion_named: name.filter(|_| motion.key.is_none()),
                leads_to: see_also.iter().flat_map(|n| answers(ctx, *n, &by, &s.rule)).collect(),
                by,
                status: s.status,
                date: ctx.date(),
                see_also,
                evidence: vec![evidence.clone()],
            };
            found.push((s.motion, s.block, record));
        }
    }
    found.into_iter().map(|(.., record)| record).collect()
}

/// Who says it: the heading's actor, or the sender; the sender's first ministry speaks for an answer without heading.
fn speakers(ctx: &Context, unit: Span) -> Vec<Actor> {
    let mut actors = ctx.actors(unit.start());
    if ctx.part(unit.start()).is_some() {
        actors.truncate(1);
    }
    if actors.is_empty() { vec![UNKNOWN.to_string()] } else { actors }
}

/// The question numbers a sentence points to: "Zie verder vraag 2 en 4", "het antwoord op de vragen 3 t/m 5".
fn questions_named(sentence: &str) -> Vec<u32> {
    static LIST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\b(?:vra(?:ag|gen)|antwoord(?:en)?|sub)\s+(?:nrs?\.?\s+)?(?P<n>\d{1,3}(?:\s*(?:,\s*en|,|en|t/m|tot en met|-|–)\s*\d{1,3})*)\b")
            .expect("constant pattern")
    });
    static NUMBER: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?P<to>t/m|tot en met|-|–)?\s*(?P<n>\d{1,3})").expect("constant pattern"));
    let mut found: Vec<u32> = Vec::new();
    for list in LIST.captures_iter(sentence).filter_map(|c| c.name("n")) {
        let mut last: Option<u32> = None;
        for c in NUMBER.captures_iter(list.as_str()) {
            let Some(number) = c.name("n").and_then(|n| n.as_str().parse::<u32>().ok()) else { continue };
            let from = last.filter(|l| c.name("to").is_some() && *l < number).map_or(number, |l| l + 1);
            found.extend((from..=number).filter(|n| !found.contains(n)).collect::<Vec<_>>());
            last = Some(number);
        }
    }
    found
}

/// The answer to question `number`, of the same actor where it has a part of its own.
fn answers(ctx: &Context, number: u32, by: &str, rule: &str) -> Vec<Evidence> {
    let Some(question) = ctx.doc.questions.iter().find(|q| q.numbers.contains(&number)) else { return Vec::new() };
    let own = question.answers.iter().any(|a| a.by.as_deref() == Some(by));
    let parts = question.answers.iter().filter(|a| !a.span.is_empty() && (!own || a.by.as_deref() == Some(by)));
    parts.map(|a| ctx.evidence(a.span, rule)).collect()
}

#[cfg(test)]
mod tests {
    use super::questions_named;

    #[test]
    fn question_numbers_are_read_in_every_form() {
        assert_eq!(questions_named("Zie verder vraag 2 en 4."), [2, 4]);
        assert_eq!(questions_named("Zie het antwoord op de vragen 3 t/m 5 en 9."), [3, 4, 5, 9]);
        assert_eq!(questions_named("Zie antwoorden op vraag 2, 4, en 8."), [2, 4, 8]);
        assert!(questions_named("In 2025 is er een vraag gesteld.").is_empty());
    }
}
