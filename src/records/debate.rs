//! What a debate does with the motions it treats: the advice that a member of the government gives on each, the vote,
//! and which sentences are said about which motion. Speech names a motion once and goes on with "die" and "haar" over
//! several turns, so that the whole report is followed from turn to turn. The border: what is said in the motion itself
//! is for `motions`, what a letter says of it too.

mod closing;
mod named;
mod said;
mod settle;
mod verdict;
mod vote;

pub(super) use closing::closing;
pub(super) use said::follow_ups;

use super::{Context, Motion};
use crate::document::{BlockKind, Kind};
use crate::text::Span;
use aho_corasick::AhoCorasick;
use named::{Agenda, Named, says_motion};
use std::sync::LazyLock;
use verdict::{Value, Verdict, Weight};

/// The rule of the sentence in which a debate gives the advice on a motion, and the outcome of the vote.
const ADVICE: &str = "advies-in-debat";
const OUTCOME: &str = "uitslag-in-debat";

/// What was heard in a debate, per motion.
#[derive(Debug, Default)]
pub(super) struct Heard {
    advice: Vec<Option<Advice>>,
    outcome: Vec<Option<(&'static str, Span)>>,
    /// What members of the government say while they treat one motion, in order of place.
    passages: Vec<Passage>,
}

/// A sentence that a member of the government says about one motion.
#[derive(Clone, Copy, Debug)]
struct Passage {
    motion: usize,
    block: usize,
    unit: Span,
    /// The verdict it gives.
    verdict: Option<&'static str>,
}

/// Nobody speaks a longer sentence, in bytes: what is longer is no speech.
const LONGEST: usize = 4000;

/// How many sentences of an answer may be about the motion that a member asked after.
const ANSWER: usize = 8;

/// The advice on one motion as it stands, with the sentence that gives it.
#[derive(Clone, Copy, Debug)]
struct Advice {
    value: &'static str,
    weight: Weight,
    unit: Span,
}

/// Gives the motions of a debate the advice and the outcome that are spoken there. What is spoken goes before what single
/// sentences seemed to say.
pub(super) fn heard(ctx: &Context, motions: &mut Vec<Motion>) -> Heard {
    if ctx.doc.meta.kind == Kind::Verslag {
        settle::settle(motions);
    }
    let heard = listen(ctx, motions).unwrap_or_default();
    for (index, motion) in motions.iter_mut().enumerate() {
        if let Some(advice) = heard.advice.get(index).copied().flatten() {
            motion.appreciatie = Some(advice.value.to_string());
            rests_on(ctx, motion, advice.unit, ADVICE);
        }
        if let Some((value, unit)) = heard.outcome.get(index).copied().flatten() {
            motion.uitslag = Some(value.to_string());
            rests_on(ctx, motion, unit, OUTCOME);
        }
    }
    heard
}

/// Adds a sentence to what a motion rests on; one that is there already is called by the rule that says most.
fn rests_on(ctx: &Context, motion: &mut Motion, unit: Span, rule: &str) {
    match motion.evidence.iter_mut().find(|e| e.span == unit) {
        Some(evidence) => evidence.rule = rule.to_string(),
        None => motion.evidence.push(ctx.evidence(unit, rule)),
    }
}

/// Follows the debate; `None` where the document is no report of one or names no motion by number.
fn listen(ctx: &Context, motions: &[Motion]) -> Option<Heard> {
    let agenda = Agenda::new(motions);
    if !ctx.aloud() || agenda.order.is_empty() {
        return None;
    }
    let mut floor = Floor::new(agenda, motions);
    for (index, block) in ctx.doc.blocks.iter().enumerate() {
        let at = block.span.start();
        match block.kind {
            BlockKind::Speaker => floor.turn(),
            BlockKind::Heading { .. } if ctx.doc.of(block.span).trim() != "Motie" => floor.another(),
            BlockKind::Heading { .. } | BlockKind::Frame | BlockKind::Footnote => {}
            _ if ctx.in_motion(at) => {}
            _ => {
                floor.paragraph(index);
                let who = if ctx.chaired(at) {
                    Who::Chair
                } else if ctx.asked(at) {
                    Who::Member
                } else if ctx.spoken(at) {
                    Who::Government
                } else {
                    Who::Nobody
                };
                for (_, unit) in ctx.reading.sentences_in(block.span) {
                    floor.hear(who, ctx.doc.of(*unit), *unit);
                }
            }
        }
    }
    Some(floor.heard)
}

/// Who says a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Chair,
    Government,
    Member,
    /// What the report itself tells: "In stemming komt …".
    Nobody,
}

/// Where a debate stands while it is followed.
struct Floor<'m> {
    agenda: Agenda<'m>,
    heard: Heard,
    /// The motions being spoken of.
    current: Vec<usize>,
    /// All motions of the member whose motions are being treated one by one.
    group: Vec<usize>,
    /// The last verdict, which "hetzelfde geldt voor …" repeats.
    last: Option<&'static str>,
    /// A verdict that the chair asked the minister to confirm, and the question.
    asked: Vec<(Vec<usize>, &'static str, Span)>,
    /// The motion being voted on.
    voted: Option<usize>,
    /// Whether the next sentence is the first of its turn.
    first: bool,
    /// The block being read, and whether what is said in it is about the one current motion.
    block: usize,
    treats: bool,
    /// Whether the verdict on it has been given in this block.
    judged: bool,
    /// Where the motions are named that were not proposed here, in order of place.
    elsewhere: Vec<(Span, usize)>,
    back: Back,
}

/// The motions of before this debate that were last named.
#[derive(Debug, Default)]
struct Back {
    motions: Vec<usize>,
    /// For how many more sentences "die" may mean them.
    left: usize,
    /// Whether the government has spoken since: what a member asks then is the next question.
    answered: bool,
}

impl<'m> Floor<'m> {
    fn new(agenda: Agenda<'m>, motions: &'m [Motion]) -> Floor<'m> {
        let count = motions.len();
        let places = motions.iter().enumerate().filter(|(_, m)| !m.own_text);
        let mut elsewhere: Vec<(Span, usize)> =
            places.flat_map(|(index, m)| m.evidence.iter().map(move |e| (e.span, index))).collect();
        elsewhere.sort_unstable();
        // With one motion before the Chamber "de motie" can mean no other.
        let current = if let [only] = agenda.order[..] { vec![only] } else { Vec::new() };
        Floor {
            agenda,
            heard: Heard { advice: vec![None; count], outcome: vec![None; count], passages: Vec::new() },
            current,
            group: Vec::new(),
            last: None,
            asked: Vec::new(),
            voted: None,
            first: true,
            block: 0,
            treats: false,
            judged: false,
            elsewhere,
            back: Back::default(),
        }
    }

    /// Another paragraph begins. After the verdict on a motion it may be about anything.
    fn paragraph(&mut self, block: usize) {
        self.block = block;
        self.back.left = if self.first { self.back.left } else { 0 };
        self.treats &= !self.judged;
        self.judged = false;
    }

    /// Another item of the agenda: what was spoken of before is over.
    fn another(&mut self) {
        if self.agenda.order.len() > 1 {
            self.current.clear();
        }
        self.group.clear();
        self.asked.clear();
        (self.voted, self.last, self.back.left) = (None, None, 0);
    }

    /// Another speaker takes the floor.
    fn turn(&mut self) {
        self.first = true;
    }

    fn hear(&mut self, who: Who, sentence: &str, unit: Span) {
        if sentence.len() > LONGEST {
            return;
        }
        if who == Who::Member && std::mem::take(&mut self.back.answered) {
            self.back.left = 0;
        }
        if std::mem::take(&mut self.first) && who != Who::Chair {
            self.confirm(who, sentence);
        }
        if !speaks(sentence) {
            self.pass(who, unit, None);
            return;
        }
        // "Zij krijgt nr. 12 (29999).": proposed, and not yet spoken of.
        if sentence.contains("krijgt nr") {
            return;
        }
        self.look_back(who, unit);
        let named = match who {
            Who::Member => self.agenda.named_by_member(sentence, unit.start()),
            _ => self.agenda.named(sentence, unit.start(), &self.current, &self.group),
        };
        // An amendment gets advice in the same words.
        if named.is_empty() && AMENDMENT.is_match(sentence) && !says_motion(sentence) {
            self.current.clear();
            return;
        }
        if self.vote(who, sentence, unit, &named) {
            return;
        }
        match who {
            Who::Government => self.verdicts(sentence, unit, &named),
            Who::Chair if !sentence.trim_end().ends_with('?') => self.verdicts(sentence, unit, &named),
            Who::Chair => self.ask(sentence, unit, &named),
            Who::Member | Who::Nobody => {}
        }
        self.goes_on(&named);
        self.treats |= who == Who::Government && says_motion(sentence);
        let verdict = verdict::verdicts(sentence).into_iter().find_map(|v| match v.value {
            Value::Advice(value) => Some(value),
            Value::Same => None,
        });
        self.pass(who, unit, verdict);
        self.judged |= verdict.is_some();
    }

    /// Notes the motions of before this debate that a sentence names. What a member asks about one is answered in the
    /// next turn; what the minister says of it stands in the same paragraph.
    fn look_back(&mut self, who: Who, unit: Span) {
        let from = self.elsewhere.partition_point(|(span, _)| span.end() <= unit.start());
        let here = self.elsewhere[from..].iter().take_while(|(span, _)| span.start() < unit.end());
        let here: Vec<usize> = here.map(|(_, index)| *index).collect();
        if !here.is_empty() && matches!(who, Who::Government | Who::Member) {
            self.back.motions = here;
            self.back.left = ANSWER;
        }
    }

    /// Keeps what a member of the government says while one motion is treated, or right after one was asked about.
    fn pass(&mut self, who: Who, unit: Span, verdict: Option<&'static str>) {
        if who == Who::Government && self.back.left > 0 {
            self.back.left -= 1;
            self.back.answered = true;
            let passage = |motion: &usize| Passage { motion: *motion, block: self.block, unit, verdict };
            self.heard.passages.extend(self.back.motions.iter().map(passage));
        }
        if let [motion] = self.current[..]
            && who == Who::Government
            && self.treats
            && !self.earlier_only(motion)
        {
            self.heard.passages.push(Passage { motion, block: self.block, unit, verdict });
        }
    }

    /// Whether a motion was not proposed here: what is said of it is kept with the other earlier ones.
    fn earlier_only(&self, motion: usize) -> bool {
        self.elsewhere.iter().any(|(_, index)| *index == motion)
    }

    /// What "die" and "haar" mean from here on.
    fn goes_on(&mut self, named: &[Named]) {
        let Some(last) = named.iter().rev().find(|n| !n.aside && !n.motions.is_empty()) else { return };
        if last.group {
            self.group.clone_from(&last.motions);
        }
        self.current.clone_from(&last.motions);
        self.treats = true;
        self.judged = false;
    }

    /// Notes the verdicts of a sentence, each for the motions it is about.
    fn verdicts(&mut self, sentence: &str, unit: Span, named: &[Named]) {
        let verdicts = verdict::verdicts(sentence);
        let about = shared_out(&verdicts, named, &self.current);
        for (verdict, motions) in verdicts.iter().zip(about) {
            let value = match verdict.value {
                Value::Advice(value) => value,
                Value::Same => match self.last.filter(|_| !named.is_empty()) {
                    Some(value) => value,
                    None => continue,
                },
            };
            for motion in motions {
                self.judge(motion, Advice { value, weight: verdict.weight, unit });
            }
            self.last = Some(value);
        }
    }

    /// The last verdict proper counts; a remark counts where there is none, "anders ontraden" after a request to hold.
    fn judge(&mut self, motion: usize, advice: Advice) {
        let held = &mut self.heard.advice[motion];
        let counts = match held {
            None => true,
            // The first sentence that gives it tells most; the chair's repeats it.
            Some(held) if held.value == advice.value && held.weight == advice.weight => false,
            Some(held) if advice.weight == Weight::Else => held.value == verdict::HOLD,
            Some(held) => advice.weight >= held.weight,
        };
        if counts {
            *held = Some(advice);
        }
    }

    /// "Oordeel Kamer, neem ik aan?": the answer decides.
    fn ask(&mut self, sentence: &str, unit: Span, named: &[Named]) {
        let verdicts = verdict::verdicts(sentence);
        let about = shared_out(&verdicts, named, &self.current);
        let values = verdicts.iter().map(|v| v.value);
        self.asked = values
            .zip(about)
            .filter_map(|(value, motions)| match value {
                Value::Advice(value) if value != verdict::HOLD => Some((motions, value, unit)),
                _ => None,
            })
            .collect();
    }

    /// Takes the first sentence after such a question as its answer.
    fn confirm(&mut self, who: Who, sentence: &str) {
        let asked = std::mem::take(&mut self.asked);
        if who != Who::Government || !verdict::affirms(sentence) {
            return;
        }
        for (motions, value, unit) in asked {
            for motion in motions {
                self.judge(motion, Advice { value, weight: Weight::Proper, unit });
            }
        }
    }

    /// Keeps the outcome said last, and of the same the first sentence that says it.
    fn decide(&mut self, motion: usize, value: &'static str, unit: Span) {
        let held = &mut self.heard.outcome[motion];
        if held.is_none_or(|(before, _)| before != value) {
            *held = Some((value, unit));
        }
    }

    /// "Ik breng haar toch in stemming": a motion that was held is held no longer.
    fn back_to_vote(&mut self, sentence: &str, named: &[Named]) -> bool {
        if !vote::resumed(sentence) {
            return false;
        }
        let named: Vec<usize> = named.iter().filter(|n| !n.aside).flat_map(|n| n.motions.clone()).collect();
        for motion in if named.is_empty() { self.current.clone() } else { named } {
            self.heard.outcome[motion] = None;
        }
        false
    }

    /// Notes what a sentence says of a vote; whether it is about one.
    fn vote(&mut self, who: Who, sentence: &str, unit: Span, named: &[Named]) -> bool {
        if who == Who::Member {
            return self.back_to_vote(sentence, named);
        }
        if vote::opens(sentence) {
            self.voted = named.iter().flat_map(|n| &n.motions).next().copied();
            return true;
        }
        if let Some(value) = vote::counted(sentence) {
            let motion = named.iter().flat_map(|n| &n.motions).next().copied().or(self.voted.take());
            if let Some(motion) = motion {
                self.decide(motion, value, unit);
                return true;
            }
        }
        let Some(value) = vote::decided(sentence) else { return false };
        let named: Vec<usize> = named.iter().filter(|n| !n.aside).flat_map(|n| n.motions.clone()).collect();
        for motion in if named.is_empty() { self.current.clone() } else { named } {
            self.decide(motion, value, unit);
        }
        // "De motie is overgenomen" is the advice as well.
        value != vote::TAKEN
    }
}

static AMENDMENT: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(["amendement"]).expect("one word"));

/// Whether a sentence may name a motion or say something that counts; most of a debate does neither.
fn speaks(sentence: &str) -> bool {
    static CUES: LazyLock<AhoCorasick> = LazyLock::new(|| {
        let cues = ["motie", "stuk", "nr.", "nrs.", "nummer", "stemm", "amendement"];
        AhoCorasick::builder().ascii_case_insensitive(true).build(cues).expect("a few words")
    });
    let numbered = sentence.len() < 80 && sentence.bytes().any(|b| b.is_ascii_digit());
    numbered || verdict::may(sentence) || CUES.is_match(sentence)
}

/// The motions that each verdict of a sentence is about: those named before it and not yet judged, else those named right
/// after it, else what is being spoken of.
fn shared_out(verdicts: &[Verdict], named: &[Named], current: &[usize]) -> Vec<Vec<usize>> {
    let mut taken = vec![false; named.len()];
    let mut found = Vec::with_capacity(verdicts.len());
    for (place, verdict) in verdicts.iter().enumerate() {
        let until = verdicts.get(place + 1).map_or(usize::MAX, |v| v.at.start);
        let free = |i: &usize, taken: &[bool]| !taken[*i] && !named[*i].aside;
        let before: Vec<usize> =
            (0..named.len()).filter(|i| free(i, &taken) && named[*i].at.start < verdict.at.end).collect();
        let chosen = if before.is_empty() {
            let after = |i: &usize| named[*i].at.start >= verdict.at.end && named[*i].at.start < until;
            let mut after = (0..named.len()).filter(|i| free(i, &taken) && after(i));
            let several = verdicts.len() > 1;
            let first: Vec<usize> = after.next().into_iter().collect();
            if several { first } else { first.into_iter().chain(after).collect() }
        } else {
            before
        };
        let mut motions: Vec<usize> = Vec::new();
        for index in &chosen {
            taken[*index] = true;
            motions.extend(named[*index].motions.iter().filter(|m| !motions.contains(m)).collect::<Vec<_>>());
        }
        found.push(if chosen.is_empty() && place == 0 { current.to_vec() } else { motions });
    }
    found
}
