//! What each actor says about the execution of a motion: a claim by whoever says it, never a fact about the motion. The
//! rules say what a sentence amounts to; here it is decided whether it is about a motion at all, about which, and who
//! says it. The border: a question, a quotation, a footnote, the retelling of the request and a remark about all motions
//! at once are no follow-up.

pub(super) mod aside;
mod clause;
mod fact;
mod passage;
mod recall;
mod report;
mod stand;
mod topic;

use super::zone::{Zone, written, zones};
use super::{Actor, Context, Evidence, FollowUp, Motion, RecordKind, Status, constant};
use crate::document::{BlockKind, Kind};
use crate::rules::Finding;
use crate::text::{Span, fold};
use regex::Regex;
use report::Told;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use topic::Topic;

/// The rule of an answer to a question about a motion in which no other rule holds, and of a section of a letter.
const ANSWERS: &str = "antwoord-over-motie";
const TREATS: &str = "onderdeel-over-motie";

/// The rule of an answer that says no more than yes or no.
const YES_OR_NO: &str = "ja-of-nee";

/// Rules from this weight on name what is done with a motion in so many words; below it, a sentence must show by its
/// words that it is about what the motion asks.
const OUTRIGHT: i32 = 60;

/// From this weight on something is being done, so that one shared word is enough; below zero an effort is told, and
/// from here on down no more than an opinion.
const BUSY: i32 = 50;
const VAGUE: i32 = -20;

/// The rule of what was done: its times are past.
const IN_PERFECT: &str = "verricht";

/// Below this weight, and above nought, a rule knows no more than that something is done: it counts where every sentence
/// is about one motion.
const GENERAL: i32 = 20;

/// From this weight on a rule names the motion's fate itself, whoever the sentence is about.
const SPOKEN: i32 = 84;

/// What a sentence weighs in which the government acts in words that no rule knows.
const ACTING: i32 = 15;

/// Sentences of an answer that is short enough for all of it to be about the question.
const SHORT: usize = 6;

/// What sentences amount to, looked up once each.
type Findings = BTreeMap<Span, Option<Finding<'static>>>;

/// Who says it where neither a heading nor a sender tells.
const UNKNOWN: &str = "onbekend";

/// What the document says about the motions it names, in order of place.
pub(super) fn extract(ctx: &Context, motions: &[Motion]) -> Vec<FollowUp> {
    // A motion asks; nobody reports in it.
    if ctx.doc.meta.kind == Kind::Motie {
        return Vec::new();
    }
    let mut findings = Findings::new();
    let mut found: Vec<Said> = Vec::new();
    for zone in zones(ctx, motions) {
        // What is said in the debate in which a motion is proposed is advice; nobody can have carried it out yet.
        for motion in zone.motions.iter().filter(|m| !motions[**m].own_text) {
            for said in in_zone(ctx, motions, &zone, *motion, &mut findings) {
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
    firm: bool,
    /// Whether the words say in so many words what is done with the motion.
    outright: bool,
}

fn in_zone(ctx: &Context, motions: &[Motion], zone: &Zone, motion: usize, findings: &mut Findings) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    let mut named = zone.long || zone.only;
    let topic = Topic::of(ctx, &motions[motion], zone);
    let all: Vec<(usize, Span)> = ctx.sentences(zone.span).collect();
    let short = zone.answer && all.len() <= SHORT;
    let mixed = all.len() > SHORT && passage::mixed(ctx, zone);
    let opens = paragraph_of(ctx, motions, motion, zone, &all);
    let held = passage::held(ctx, motions, motion, zone, &topic);
    for (block, unit) in all.iter().copied() {
        let here = names(motions, motion, unit) || both(ctx, zone, unit);
        named |= here;
        if !zone.answer && passage::of_others(motions, motion, ctx.doc.blocks[block].span, unit.start()) {
            continue;
        }
        if passage::background(ctx, zone, unit)
            || !counts(ctx, motions, zone, motion, unit)
            || !here && passage::of_another(ctx, motions, motion, zone, unit)
        {
            continue;
        }
        // A sentence that retells the request on the way counts for what stands before or after the retelling.
        let Some(core) = passage::core(ctx, motions, motion, unit) else { continue };
        let told = Told::of(ctx.doc.of(core));
        let Some((status, weight, rule)) = amounts_to(ctx, (block, core), &told, here, findings) else { continue };
        let sentence = ctx.doc.of(unit);
        let tight = held.is_some_and(|h| h.contains(unit)) || passage::tight(ctx, motions, motion, zone, (block, unit));
        let shared = topic.shared(sentence);
        if status == Status::NietOfAnders
            && rule == report::STANDS
            && !here
            && stand::secret(sentence)
            && !topic.of_openness()
        {
            continue;
        }
        let near = || passage::near(ctx, motions, motion, zone, (block, unit));
        let tight = tight || (shared >= 1 || told.acts().is_some()) && near();
        let tight = tight || passage::carries_on(ctx, motions, motion, zone, (block, unit));
        let acts_on_it = here && (rule == report::ACTS || core == unit);
        let placed = acts_on_it || tight || short && zone.motions.len() == 1;
        if (0..GENERAL).contains(&weight) && !placed {
            continue;
        }
        if core != unit && !tight && weight < OUTRIGHT {
            continue;
        }
        let outside = held.is_some_and(|h| !h.contains(unit));
        if outside && zone.answer && held.is_some_and(|h| passage::turns(ctx, h)) {
            continue;
        }
        let strays = outside && !zone.answer;
        let plain = weight >= OUTRIGHT && topic::own_doing(sentence);
        if strays && shared == 0 && !plain && !passage::speaks_of(sentence) {
            continue;
        }
        let said_of_it = here || (named && (points_back(sentence) || !zone.long && shared >= 2));
        // In a paragraph that only names the motion a sentence counts when it names it too, or points back at it.
        let own = weight >= BUSY && topic::own_doing(sentence) || weight >= 0 && shared >= 1;
        let goes_on = opens && named && !here && own;
        let counted = zone.long || here || goes_on || tight || (weight >= 0 && said_of_it);
        if !counted {
            continue;
        }
        // A reference that a long answer makes on the side, and that does not speak of the motion, leads elsewhere.
        let aside = status == Status::Doorverwezen && !report::refers(sentence);
        if aside && !said_of_it && shared == 0 && all.len() > 2 {
            continue;
        }
        // Of a question that asks more than one thing the motion is one; what else is answered is not about it.
        if mixed && !here && shared == 0 && weight < OUTRIGHT && !passage::speaks_of(sentence) {
            continue;
        }
        // A policy states rules: it reports on a motion where it speaks of it.
        if ctx.doc.meta.kind == Kind::Beleidslijn && weight < OUTRIGHT && !here && !points_back(sentence) {
            continue;
        }
        // Aloud, what a member asks to be promised and is not, is another thing than what the motion asks.
        if ctx.aloud() && !here && shared < 2 && aside::unpromised(sentence) {
            continue;
        }
        let firm = match weight {
            OUTRIGHT.. => true,
            0.. if tight => true,
            VAGUE.. if tight => shared >= 1 || here,
            BUSY.. => said_of_it || shared >= 1,
            0.. => said_of_it || shared >= 2 || (shared == 1 && topic::own_doing(sentence)),
            VAGUE.. => shared >= 2,
            _ => false,
        };
        found.push(Said { motion, unit, block, status, rule, firm: firm || short, outright: weight >= OUTRIGHT });
    }
    // What is not clearly about the motion counts only where nothing is; all of a short answer is about the question.
    if found.iter().any(|s| s.firm) {
        found.retain(|s| s.firm);
    }
    steps(&mut found);
    if zone.answer {
        found.splice(0..0, yes_or_no(ctx, motion, zone, &all, &found));
    }
    if zone.long && !mixed && found.is_empty() {
        found.extend(unclear(ctx, motions, motion, zone, &topic));
    }
    found
}

/// What the words of a sentence amount to, with the weight and the rule: what a rule knows goes before what subject and verb
/// tell. `None` where they tell of others, or of nothing that is done.
fn amounts_to(
    ctx: &Context,
    (block, core): (usize, Span),
    told: &Told,
    here: bool,
    findings: &mut Findings,
) -> Option<(Status, i32, String)> {
    let finding = findings
        .entry(core)
        .or_insert_with(|| ctx.reading.of_sentence(|rule| rule.kind == RecordKind::FollowUp, block, core));
    let said = told.words;
    let known = finding.as_ref().and_then(|f| {
        let status = f.fields.get("status").and_then(|s| Status::named(s))?;
        Some((status, f.rule.weight, f.rule.id.as_str()))
    });
    let acts = || told.acts().map(|status| (status, ACTING, report::ACTS));
    // Aloud, how things stand is mostly an aside.
    let stands = || told.stands().or_else(|| told.turn()).filter(|_| !ctx.aloud());
    let stands = || stands().map(|status| (status, ACTING, report::STANDS));
    // The cell of an overview says it without a verb.
    let row = || matches!(ctx.doc.blocks[block].kind, BlockKind::Row { .. });
    let short = || stand::telegram(said).filter(|_| row()).map(|status| (status, ACTING, report::STANDS));
    let (status, weight, rule) = known.or_else(acts).or_else(stands).or_else(short)?;
    if weight < OUTRIGHT && (bygone(ctx, said) || recall::recalls(told.main())) {
        return None;
    }
    let about = passage::speaks_of(said) || status == Status::Doorverwezen || told.acts().is_some();
    if weight < OUTRIGHT && !about && recall::course(told.main()) {
        return None;
    }
    // What holds, costs or follows is no fate of a motion, unless it speaks of her.
    if !about && fact::fact(told.main()) {
        return None;
    }
    if weight < SPOKEN {
        let plain = weight >= OUTRIGHT && (here || passage::speaks_of(said));
        let at = finding.as_ref().map(|f| f.span.start().saturating_sub(core.start()));
        let others = !plain && status != Status::Onduidelijk && aside::aside(said);
        if others || aside::furniture(said) || at.is_some_and(|at| aside::reason(said, at)) {
            return None;
        }
    }
    let turned = told.turn().filter(|_| weight < OUTRIGHT && status != Status::Doorverwezen);
    // Handing the motion itself over, or putting it off, is said outright.
    let weight = if turned.is_some() && passage::speaks_of(said) { weight.max(OUTRIGHT) } else { weight };
    let step = status == Status::GemeldAfgedaan && weight < OUTRIGHT && stand::agreed(said);
    let status = if step { Status::InUitvoering } else { status };
    let ahead = status == Status::InUitvoering && weight < OUTRIGHT && rule != IN_PERFECT && stand::coming(said);
    let status = if ahead { Status::Voornemen } else { status };
    let doing = matches!(status, Status::InUitvoering | Status::Voornemen | Status::GemeldAfgedaan);
    let status = if doing && weight < OUTRIGHT && stand::refused(said) { Status::NietOfAnders } else { status };
    let on = status == Status::Voornemen && weight < OUTRIGHT && stand::going_on(said);
    let status = if on { Status::InUitvoering } else { status };
    Some((turned.unwrap_or(status), weight, rule.to_string()))
}

/// Whether a sentence tells of a year long before the document: the history of a subject, and no follow-up.
fn bygone(ctx: &Context, said: &str) -> bool {
    /// Years after which a motion is no longer reported on.
    const LONG: i16 = 5;
    static YEAR: LazyLock<Regex> = LazyLock::new(|| constant(r"\b(?:in|uit) ((?:19|20)\d\d)\b"));
    let Some(now) = ctx.date().map(jiff::civil::Date::year) else { return false };
    let mut years = YEAR.captures_iter(said).filter_map(|c| c[1].parse::<i16>().ok()).peekable();
    years.peek().is_some() && years.all(|year| year <= now - LONG)
}

/// What was done is a step on the way where more is still to be done, unless the motion is said to be finished.
fn steps(found: &mut [Said]) {
    let open =
        |s: &Said| matches!(s.status, Status::Voornemen | Status::InUitvoering | Status::Uitgesteld | Status::Deels);
    let done = |s: &Said| s.outright && s.status == Status::GemeldAfgedaan;
    if !found.iter().any(open) || found.iter().any(done) {
        return;
    }
    for step in found.iter_mut().filter(|s| s.status == Status::GemeldAfgedaan) {
        step.status = Status::InUitvoering;
    }
}

/// Whether a paragraph of a letter is about the one motion it opens with: what the ministry says it does further on is
/// said of that motion, though it is not named again.
fn paragraph_of(ctx: &Context, motions: &[Motion], motion: usize, zone: &Zone, all: &[(usize, Span)]) -> bool {
    let letter = written(ctx) && !zone.only && !zone.answer;
    let first = all.first().is_some_and(|(_, unit)| names(motions, motion, *unit));
    letter && !zone.long && zone.motions.len() == 1 && first
}

/// "Nee." to "Bent u bereid de motie uit te voeren?" says what no other sentence of the answer says.
fn yes_or_no(ctx: &Context, motion: usize, zone: &Zone, all: &[(usize, Span)], found: &[Said]) -> Option<Said> {
    static FIRST: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^(?:(?P<no>nee|neen)|ja)\b"));
    let (block, unit) = *all.first()?;
    let first = FIRST.captures(ctx.doc.of(unit))?;
    let bare = ctx.doc.of(unit).split_whitespace().count() <= 3;
    let no = first.name("no").is_some();
    if found.iter().any(|s| s.unit == unit || bare && !no && s.status != Status::Doorverwezen) {
        return None;
    }
    let question = ctx.part(zone.span.start())?.question;
    let asked = question.questions.iter().chain([&question.question]).map(|q| ctx.doc.of(*q));
    let asked = asked.filter(|q| q.to_lowercase().contains("motie")).collect::<Vec<_>>().join(" ");
    let status = topic::answered(&asked, !no)?;
    // What follows a bare no may say it better.
    if bare && found.iter().any(|s| s.status == status || status == Status::Onduidelijk) {
        return None;
    }
    Some(Said { motion, unit, block, status, rule: YES_OR_NO.to_string(), firm: true, outright: true })
}

/// The first sentence of substance of an answer in which no rule holds; of a section of a letter the one in which the
/// ministry speaks of what the motion asks.
fn unclear(ctx: &Context, motions: &[Motion], motion: usize, zone: &Zone, topic: &Topic) -> Option<Said> {
    /// "Ja, die motie is mij bekend." says nothing of it.
    static KNOWS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^ja\b.{0,60}\b(?:bekend|ken ik)\W*$|^ja\W*$"));
    let all: Vec<(usize, Span)> =
        ctx.sentences(zone.span).filter(|(_, s)| counts(ctx, motions, zone, motion, *s)).collect();
    let own = |s: &(usize, Span)| zone.answer || passage::core(ctx, motions, motion, s.1).is_some();
    let all: Vec<(usize, Span)> = all.into_iter().filter(own).collect();
    let says = |s: &&(usize, Span)| ctx.doc.of(s.1).split_whitespace().count() >= 4;
    let (chosen, rule) = if zone.answer {
        let first = all.iter().find(says).or(all.first()).filter(|_| all.len() <= SHORT);
        let first = first.filter(|s| !KNOWS.is_match(ctx.doc.of(s.1)));
        let shares = |s: &&(usize, Span)| topic.shared(ctx.doc.of(s.1)) >= 2;
        (first.or_else(|| all.iter().find(shares)), ANSWERS)
    } else {
        let own = |s: &&(usize, Span)| topic::own_doing(ctx.doc.of(s.1)) && topic.shared(ctx.doc.of(s.1)) >= 1;
        (all.iter().filter(own).max_by_key(|s| topic.shared(ctx.doc.of(s.1))), TREATS)
    };
    let (block, unit) = *chosen?;
    Some(Said { motion, unit, block, status: Status::Onduidelijk, rule: rule.to_string(), firm: true, outright: false })
}

/// All motions of a paragraph.
static BOTH: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\b(?:beide|deze|genoemde|de (?:twee|drie|vier)) moties\b"));

/// Whether a sentence can be a follow-up of this motion at all.
fn counts(ctx: &Context, motions: &[Motion], zone: &Zone, motion: usize, unit: Span) -> bool {
    static ALL: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bmoties\b"));
    let sentence = ctx.doc.of(unit);
    let at = unit.start();
    if ctx.asked(at) || ctx.quoted(unit) || ctx.in_footnote(at) || ctx.in_motion(at) || sentence.ends_with('?') {
        return false;
    }
    let named = names(motions, motion, unit);
    let other = (0..motions.len()).any(|m| m != motion && names(motions, m, unit));
    let folded = fold(sentence);
    let condition = motions[motion].conditions.iter().any(|c| folded.contains(&fold(c)));
    // "Beide moties zijn afgedaan" is said of each that the paragraph treats.
    let all = ALL.is_match(sentence) && !(zone.motions.len() > 1 && BOTH.is_match(sentence));
    !(condition || (!named && (other || all)))
}

/// Whether a sentence speaks of all motions that a paragraph treats together.
fn both(ctx: &Context, zone: &Zone, unit: Span) -> bool {
    zone.motions.len() > 1 && BOTH.is_match(ctx.doc.of(unit))
}

/// Whether a sentence names a motion itself.
fn names(motions: &[Motion], motion: usize, unit: Span) -> bool {
    motions[motion].evidence.iter().any(|e| e.span.overlaps(unit))
}

fn points_back(sentence: &str) -> bool {
    static BACK: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:deze|de|die|genoemde|bovengenoemde|uw|beide) motie\b|\b(?:hiermee|daarmee|hieraan|daaraan|hierop|daarop|hiertoe|daartoe|hiervan|daarvan|hierbij|dit|deze|zo)\b|\b(?:het|dit|uw|dat|het gevraagde) (?:eerste |tweede |derde |andere |laatste )?(?:verzoek|gevraagde|dictum)\b|\b(?:de|deze|uw|die) (?:oproep|wens|vraag van de Kamer|doelstelling|aansporing|indieners)\b|\b(?:het|dit) (?:andere |eerste |tweede |laatste )?onderdeel\b|\b(?:zijn|haar|hun|mijn) motie\b|\bbij motie\b|\b(?:uit|aan|met|over)?voer\w* (?:ik|wij)? ?(?:haar|die)\b|\bhaar (?:niet |wel |dan ook )*(?:uit\w*|overnemen|ontraden)\b|^(?:afgedaan|in uitvoering)\b",
        )
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
                dictum: topic::dictum(motion, &evidence.quote),
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
    let sentence = ctx.doc.of(unit);
    let before = || {
        let block = ctx.doc.block_at(unit.start())?.span;
        let start = block.start();
        report::taken_up(sentence, ctx.doc.of(block).get(..unit.start().checked_sub(start)?)?)
    };
    if let Some(actor) = passage::labelled(ctx, unit).or_else(|| report::speaker(sentence)).or_else(before) {
        return vec![actor.to_string()];
    }
    let mut actors = ctx.actors(unit.start());
    if ctx.part(unit.start()).is_some() {
        actors.truncate(1);
    }
    // Under the name of a service its ministry speaks.
    for actor in &mut actors {
        if let Some(ministry) = crate::lexicon::ministry_of(actor) {
            *actor = ministry.to_string();
        }
    }
    if actors.is_empty() { vec![UNKNOWN.to_string()] } else { actors }
}

/// The question numbers a sentence points to: "Zie verder vraag 2 en 4", "het antwoord op de vragen 3 t/m 5".
fn questions_named(sentence: &str) -> Vec<u32> {
    static LIST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:vra(?:ag|gen)|antwoord(?:en)?|sub)\s+(?:nrs?\.?\s+)?(?P<n>\d{1,3}(?:\s*(?:,\s*en|,|en|t/m|tot en met|-|–)\s*\d{1,3})*)\b",
        )
    });
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| constant(r"(?P<to>t/m|tot en met|-|–)?\s*(?P<n>\d{1,3})"));
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
