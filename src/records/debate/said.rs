//! What a member of the government says in a debate that will be done with the motion under discussion: "I take it over",
//! a commitment made on the spot, or how an earlier motion stands. The border: advice is no follow-up, and what a member
//! or the chair says is none.

use super::{Heard, Passage, verdict, vote};
use crate::records::follow_ups::aside::unpromised;
use crate::records::stems::telling;
use crate::records::{Actor, Commitment, Context, FollowUp, Motion, RecordKind, Status, constant};
use crate::text::Span;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The rule of a sentence in which the government takes a motion over, or sets to work with it.
const TAKEN: &str = "neemt-motie-over";
const UP: &str = "pakt-motie-op";

/// The rule of a sentence that says of "die" how an earlier motion stands.
const STANDS: &str = "stand-van-motie";

/// Rules of follow-ups from this weight on name what is done in so many words.
const OUTRIGHT: i32 = 60;

/// Who says it where nothing tells.
const UNKNOWN: &str = "onbekend";

/// Adds to `found` what is said in a debate about the motions it treats, in order of place.
pub(in crate::records) fn follow_ups(
    ctx: &Context,
    heard: &Heard,
    motions: &[Motion],
    commitments: &[Commitment],
    found: &mut Vec<FollowUp>,
) {
    if heard.passages.is_empty() {
        return;
    }
    // Per motion of before this debate, the block in which "die" no longer means it.
    let mut lost: BTreeMap<usize, usize> = BTreeMap::new();
    for passage in &heard.passages {
        let own = motions[passage.motion].own_text;
        let about = points(ctx.doc.of(passage.unit), lost.get(&passage.motion) != Some(&passage.block));
        if !own && !about {
            lost.insert(passage.motion, passage.block);
        }
        if ctx.quoted(passage.unit) || ctx.doc.of(passage.unit).ends_with('?') {
            continue;
        }
        let said = if own {
            of_this_debate(ctx, motions, commitments, heard, passage)
        } else {
            Some(passage).filter(|_| about).and_then(|p| of_before(ctx, p))
        };
        let Some((status, rule)) = said else { continue };
        for by in speakers(ctx, passage.unit) {
            add(ctx, motions, passage, by, status, &rule, found);
        }
    }
    let place = |f: &FollowUp| f.evidence.first().map(|e| e.span);
    found.sort_by_key(place);
}

/// What will be done with a motion that was proposed just now: it is taken over, or what it asks is promised on the spot.
/// Nobody can have carried it out yet, and why it is advised against is part of the advice.
fn of_this_debate(
    ctx: &Context,
    motions: &[Motion],
    commitments: &[Commitment],
    heard: &Heard,
    passage: &Passage,
) -> Option<(Status, String)> {
    static TAKES_UP: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:met|aan) (?:de|deze|die) motie\b.*\baan de slag|(?:deze|de|die) motie\b.*\b(?:aan de slag|uitvoeren|uit te voeren|oppakken|op te pakken|meenemen|mee te nemen|betrekken)|(?:motie|haar) (?:\S+ ){0,3}(?:zien )?als (?:een )?(?:aansporing|aanmoediging|steun|ondersteuning|aanvulling)|haar (?:\S+ ){0,6}(?:meenemen|uitvoeren|betrekken|oppakken))\b",
        )
    });
    static POINTS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:(?:dus|en|maar|ja|dan),? )?(?:dat|die|dit|deze|daar\w*|hier\w*)\b"));
    static NOT: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:niet|geen|nooit)\b"));
    // What was said on another day is not said of this motion.
    static SAID_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:ik|wij|we) (?:heb|hebben) (?:[^,;]{0,60} )?(?:aangegeven|gezegd|verteld|uitgelegd|betoogd|toegelicht) dat\b",
        )
    });
    let words = ctx.doc.of(passage.unit);
    let advice = heard.advice[passage.motion].map(|a| a.value);
    if passage.verdict == Some(vote::TAKEN) {
        return Some((Status::Voornemen, TAKEN.to_string()));
    }
    // Whoever advises against a motion and promises something else does something else.
    if !matches!(advice, Some(verdict::JUDGE | vote::TAKEN)) {
        return None;
    }
    if TAKES_UP.is_match(words) && !NOT.is_match(words) {
        return Some((Status::Voornemen, UP.to_string()));
    }
    if SAID_BEFORE.is_match(words) {
        return None;
    }
    let rule = commitments.iter().flat_map(|c| &c.evidence).find(|e| e.span == passage.unit)?.rule.clone();
    let asked = motions[passage.motion].dicta.iter().flat_map(|d| telling(&d.text)).collect::<BTreeSet<_>>();
    let about = POINTS.is_match(words) || !telling(words).is_disjoint(&asked);
    about.then_some((Status::Voornemen, rule))
}

/// Whether a sentence is about the motion before it: it says so, or goes on with "die" right after one that is.
fn points(words: &str, goes_on: bool) -> bool {
    static NAMES: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bmotie\b"));
    static POINTS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:dus|en|maar|ja|nee|nou|want|voorzitter)[,.]? ){0,2}(?:die|deze|dat|dit|zij|ze|daar\w*|hier\w*|beide|allebei)\b",
        )
    });
    NAMES.is_match(words) || goes_on && POINTS.is_match(words)
}

/// How a motion of before this debate stands, in a sentence that is about it.
fn of_before(ctx: &Context, passage: &Passage) -> Option<(Status, String)> {
    let words = ctx.doc.of(passage.unit);
    if passage.verdict.is_some() {
        return None;
    }
    if let Some(status) = stands(words) {
        return Some((status, STANDS.to_string()));
    }
    let finding = ctx.reading.of_sentence(|r| r.kind == RecordKind::FollowUp, passage.block, passage.unit)?;
    let status = Status::named(finding.fields.get("status")?)?;
    // What is not promised was asked of the minister just now; the motion asks something else.
    let outright = finding.rule.weight >= OUTRIGHT && !unpromised(words);
    outright.then(|| (status, finding.rule.id.clone()))
}

/// "Die is dus uitgevoerd", "die voer ik uit", "die wordt nu uitgevoerd": how a motion stands, said of "die" alone.
fn stands(words: &str) -> Option<Status> {
    static OF_IT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:dus|en|maar|ja|nee|nou|want|voorzitter)[,.]? ){0,2}(?:(?:die|deze|de|uw|haar|zijn|beide) moties?|die|deze|zij|ze|beide|allebei) (?P<v>is|zijn|wordt|worden|voer|voeren|ga|gaan|zal|zullen|heb|hebben)\b(?P<r>.*)",
        )
    });
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:uitgevoerd|afgedaan|afgerond|nagekomen|ingelost|voldaan|verwerkt|klaar)\b")
    });
    static BY_US: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^ (?:ik|wij|we)\b"));
    static WILL: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:uitvoeren|uit|oppakken|opvolgen|uitgevoerd worden|worden uitgevoerd)\b"));
    static NOT: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:niet|geen|nooit)\b"));
    static YET: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bnog niet\b"));
    let found = OF_IT.captures(words)?;
    let (verb, rest) = (found["v"].to_lowercase(), &found["r"]);
    let status = match verb.as_str() {
        "is" | "zijn" if DONE.is_match(rest) => Status::GemeldAfgedaan,
        // "Die heb ik uitgevoerd", and not "zij hebben er tien afgerond".
        "heb" | "hebben" if DONE.is_match(rest) && BY_US.is_match(rest) => Status::GemeldAfgedaan,
        "wordt" | "worden" if DONE.is_match(rest) => Status::InUitvoering,
        "voer" | "voeren" if WILL.is_match(rest) => Status::InUitvoering,
        "ga" | "gaan" | "zal" | "zullen" if WILL.is_match(rest) => Status::Voornemen,
        _ => return None,
    };
    match (YET.is_match(rest), NOT.is_match(rest)) {
        (true, _) => None,
        (_, true) => Some(Status::NietOfAnders),
        _ => Some(status),
    }
}

/// Adds one statement, unless it stands there already.
fn add(
    ctx: &Context,
    motions: &[Motion],
    passage: &Passage,
    by: Actor,
    status: Status,
    rule: &str,
    found: &mut Vec<FollowUp>,
) {
    let motion = &motions[passage.motion];
    let named = named(motion);
    let same = |f: &FollowUp| f.motion == motion.key && (motion.key.is_some() || f.motion_named == named);
    let here = |f: &FollowUp| same(f) && f.evidence.iter().any(|e| e.span.overlaps(passage.unit));
    if found.iter().any(here) {
        return;
    }
    found.push(FollowUp {
        motion: motion.key.clone(),
        motion_named: named.filter(|_| motion.key.is_none()),
        by,
        status,
        dictum: None,
        date: ctx.date(),
        see_also: Vec::new(),
        leads_to: Vec::new(),
        evidence: vec![ctx.evidence(passage.unit, rule)],
    });
}

/// What an open motion is called: its title, who moved it, or the words that name it.
fn named(motion: &Motion) -> Option<String> {
    let movers: Vec<&str> = motion.indieners.iter().map(|p| p.naam.as_str()).collect();
    let by_name = (!movers.is_empty()).then(|| format!("motie-{}", movers.join("/")));
    motion.title.clone().or(by_name).or_else(|| Some(motion.evidence.first()?.quote.clone()))
}

/// Who says it: the ministry of the member of the government that has the floor.
fn speakers(ctx: &Context, unit: Span) -> Vec<Actor> {
    let actors = ctx.actors(unit.start());
    if actors.is_empty() { vec![UNKNOWN.to_string()] } else { actors }
}
