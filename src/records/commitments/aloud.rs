//! What a debate adds and takes away: a minister who comes back to something within the hour, answers the chair on the
//! order of the meeting or thinks aloud promises nothing, and one who is asked "wanneer" promises with a time alone.
//! The border: words that are no promise in writing either are for `remark` and the rules.

use super::to;
use crate::document::{BlockKind, Document};
use crate::records::{Commitment, Context, Strength, constant};
use crate::rules::{Finding, periods};
use crate::text::{Period, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The rule of an answer to "wanneer".
const WHEN: &str = "zegt-wanneer";

/// More words say something of their own.
const FEW: usize = 8;

/// Sentences before one that may say it is about this very debate.
const BEFORE: usize = 3;

/// Whether what is found in speech promises nothing that outlives the debate.
pub(super) fn idle(doc: &Document, ctx: &Context, finding: &Finding) -> bool {
    /// Comes back to something, or hopes, may or is willing to: the sentences before tell when.
    static RETURNS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bterug|\b(?:hoop|hopen|zou|bereid)\b"));
    static LATER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:tweede|eerste|derde) termijn\b|\b(?:hoofdstukjes|blokjes|mapjes)\b|\bzal (?:starten|beginnen) met\b.{0,80}\b(?:vervolgens|daarna|dan)\b",
        )
    });
    static ORDER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:[^ ]+ ){0,3}voorzitter[,.] (?:dan|nu) |\bdan (?:ga|gaan) (?:ik|wij|we) (?:door|verder)\b|\b(?:dan|nu) (?:(?:ga|kom) ik )?(?:snel )?(?:naar|bij) de (?:moties|amendementen|vragen|interrupties)\b",
        )
    });
    static DENIES: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:geen|géén) (?:\w+ )?(?:toezegging|belofte)\w*"));
    let words = doc.of(finding.unit);
    let returns = RETURNS.is_match(words);
    // Few words that come back to something hang on the whole turn.
    let few = words.split_whitespace().count() <= FEW;
    let back = if returns && few { usize::MAX } else { BEFORE };
    let near = around(doc, ctx, finding, if returns { back } else { 1 });
    let denied = DENIES.is_match(near) && !words.contains("toezeg");
    // "Nu naar de moties. Dat ga ik snel doen."
    let lead = near.find(words).map_or("", |at| &near[..at]);
    let order = ORDER.is_match(words) || few && ORDER.is_match(lead);
    order && !super::act::shown(words)
        || LATER.is_match(if returns { near } else { words })
        || denied
        || to_the_chair(doc, ctx, finding)
        || finding.fields.contains_key("refused") && of_the_debate(words)
}

/// What a find promises, in the words of the text: of a few words that only point back ("Die komt in 2041") with the
/// sentence before them, which says what is meant.
pub(super) fn what(doc: &Document, ctx: &Context, finding: &Finding) -> String {
    /// More words say what they are about.
    const SHORT: usize = 9;
    /// A longer sentence before says too much.
    const LONGEST: usize = 300;
    static POINTS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:ja|nee|nou|en|maar|dus|dan|zeker|natuurlijk|voorzitter)[,.]? )*(?:die|dit|dat|deze|daar\p{L}*|hier\p{L}*)\b|\b(?:erop|daarop|ermee|daarmee|erover|daarover|ernaar|daarnaar)\b|\ber (?:[^ ]+ ){0,3}op terug|^(?:dat|die|dit) \p{L}+ (?:ik|wij|we)\b",
        )
    });
    let words = doc.of(finding.unit);
    let points = || words.split_whitespace().count() <= SHORT && POINTS.is_match(words);
    if !ctx.spoken(finding.unit.start()) || !points() {
        return words.to_string();
    }
    let all = ctx.reading.sentences_in(doc.blocks[finding.block].span);
    let here = all.iter().position(|(_, span)| *span == finding.unit);
    let before = match here {
        Some(0) => before_turn(doc, finding.block).and_then(|b| last_sentence(ctx, doc.blocks[b].span)),
        Some(here) => Some(all[here - 1].1),
        None => None,
    };
    match before.filter(|b| b.len() <= LONGEST) {
        Some(before) => format!("{} {words}", doc.of(before)),
        None => words.to_string(),
    }
}

/// What is refused of the debate itself or of a motion, or is no refusal of anything asked.
fn of_the_debate(words: &str) -> bool {
    static DEBATE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:motie|moties|amendement\w*|ontraden|ontraad|oordeel|appreciatie|motivatie|toelichting|interrupti\w+|vragen|termijn|debat|discussie|herhal\w+|herhaling|voorzitter|makkelijk|lichtzinnig|flauw|kinderachtig|verstoppen|spelletje|moeilijk)\b",
        )
    });
    DEBATE.is_match(words)
}

/// A sentence with some before it and the one after it in its paragraph.
fn around<'d>(doc: &'d Document, ctx: &Context, finding: &Finding, back: usize) -> &'d str {
    let all = ctx.reading.sentences_in(doc.blocks[finding.block].span);
    let Some(here) = all.iter().position(|(_, span)| *span == finding.unit) else { return doc.of(finding.unit) };
    let (first, last) = (all[here.saturating_sub(back)].1, all[(here + 1).min(all.len() - 1)].1);
    doc.of(first.cover(last))
}

/// Whether a sentence of few words opens a turn and answers the chair, who spoke of no promise: "Die doe ik ook nog."
fn to_the_chair(doc: &Document, ctx: &Context, finding: &Finding) -> bool {
    static PROMISE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:toezeg\w*|toegezegd\w*|brief|schriftelijk\w*|Kamer|commissie)\b"));
    let words = doc.of(finding.unit);
    if words.split_whitespace().count() > FEW || PROMISE.is_match(words) {
        return false;
    }
    let opens =
        ctx.reading.sentences_in(doc.blocks[finding.block].span).first().is_some_and(|(_, s)| *s == finding.unit);
    let Some(turn) = before_turn(doc, finding.block).filter(|_| opens) else { return false };
    ctx.chaired(doc.blocks[turn].span.start()) && !PROMISE.is_match(doc.of(doc.blocks[turn].span))
}

/// The last block of the turn before, where `block` is the first of its own.
fn before_turn(doc: &Document, block: usize) -> Option<usize> {
    let speaker = block.checked_sub(1).filter(|b| doc.blocks[*b].kind == BlockKind::Speaker)?;
    speaker.checked_sub(1).filter(|b| !doc.blocks[*b].is_heading())
}

/// Adds to `found` what answers the question when: "Wanneer komt de brief?" – "Rond de zomer, is het antwoord."
pub(super) fn times(doc: &Document, ctx: &Context, found: &mut Vec<Commitment>) {
    static SAID: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:gezegd|toegezegd|genoemd|zei)\b"));
    if !ctx.aloud() {
        return;
    }
    let known = found.len();
    for (block, place) in doc.blocks.iter().enumerate() {
        if place.kind != BlockKind::Paragraph || !ctx.spoken(place.span.start()) || ctx.asked(place.span.start()) {
            continue;
        }
        let mut before: Option<Span> = before_turn(doc, block).and_then(|b| last_sentence(ctx, doc.blocks[b].span));
        for (_, unit) in ctx.reading.sentences_in(place.span) {
            let Some(asked) = before.replace(*unit).filter(|b| asks_when(doc.of(*b))) else { continue };
            let Some(due) = only_time(ctx, doc.of(*unit), *unit) else { continue };
            if !found[..known].iter().flat_map(|c| &c.evidence).any(|e| e.span.overlaps(*unit)) {
                let what = format!("{} {}", doc.of(asked), doc.of(*unit).trim_end_matches(['.', ' ']));
                found.push(Commitment {
                    by: ctx.actors(unit.start()),
                    to: to(doc, &what),
                    what,
                    strength: Strength::Hard,
                    conditional: false,
                    restated: SAID.is_match(doc.of(*unit)),
                    refused: false,
                    due: Some(due),
                    evidence: vec![ctx.evidence(*unit, WHEN)],
                });
            }
        }
    }
    if found.len() > known {
        found.sort_by_key(|c| c.evidence.first().map(|e| e.span));
    }
}

fn last_sentence(ctx: &Context, span: Span) -> Option<Span> {
    ctx.reading.sentences_in(span).last().map(|(_, s)| *s)
}

/// Whether a sentence asks or tells that somebody asks when something of the government comes.
fn asks_when(words: &str) -> bool {
    static WHEN: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:wanneer|op welke termijn|hoe snel|welk moment)\b"));
    static COMES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:kom(?:t|en)?|komen|ontvang(?:t|en)|krijg(?:t|en)|tegemoet|verwacht\w*|klaar|gereed|af|stuur(?:t|en)|gestuurd|verschijn(?:t|en)|(?:de|uw) Kamer|\p{L}*brief|volgt|begint|ingediend|afgerond|geïnformeerd)\b",
        )
    });
    WHEN.is_match(words) && COMES.is_match(words)
}

/// The time to come of a sentence that says hardly anything else.
fn only_time(ctx: &Context, words: &str, unit: Span) -> Option<Period> {
    const LONGEST: usize = 14;
    /// What may stand beside a time in an answer.
    const BESIDE: &[&str] = &[
        "is",
        "het",
        "antwoord",
        "dat",
        "dit",
        "die",
        "deze",
        "wordt",
        "komt",
        "komen",
        "volgens",
        "mij",
        "heb",
        "heeft",
        "ik",
        "we",
        "wij",
        "gezegd",
        "denk",
        "verwacht",
        "naar",
        "verwachting",
        "of",
        "rond",
        "ja",
        "nou",
        "zo",
        "ongeveer",
        "ergens",
        "uiterlijk",
        "in",
        "ieder",
        "geval",
        "waarschijnlijk",
        "ook",
        "dan",
        "zeg",
        "zei",
        "de",
        "planning",
        "voorzitter",
        "echt",
        "wel",
        "zeker",
        "al",
        "nog",
        "vast",
        "kan",
        "u",
        "zal",
        "zijn",
        "hem",
        "toegezegd",
        "genoemd",
        "hier",
        "staat",
        "er",
        "zie",
        "voor",
        "na",
        "om",
        "en",
        "te",
    ];
    if words.split_whitespace().count() > LONGEST || words.ends_with('?') {
        return None;
    }
    let anchor = ctx.anchor(unit.start());
    let said = periods(words, anchor);
    let ahead = |p: &Period| !p.stale && anchor.zip(p.until).is_none_or(|(today, until)| until >= today);
    let beside = |at: usize| !said.iter().any(|(span, _)| span.range().contains(&at));
    let mut at = 0;
    let own = words.split_inclusive(|c: char| !c.is_alphanumeric()).filter(|word| {
        let here = at;
        at += word.len();
        let word = word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        !word.is_empty() && beside(here) && !BESIDE.contains(&word.as_str())
    });
    if own.count() > 0 {
        return None;
    }
    said.into_iter().map(|(_, period)| period).find(ahead)
}

#[cfg(test)]
mod tests {
    use super::super::extract;
    use super::*;
    use crate::document::{Draft, DraftBlock, Kind};
    use crate::text::Origin;

    fn debate(turns: &[(&str, &str)]) -> Vec<Commitment> {
        let mut draft = Draft::default();
        for (speaker, words) in turns {
            draft.push(DraftBlock::with(BlockKind::Speaker, Origin::line(1), speaker));
            draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::line(1), words));
        }
        let mut doc = draft.finish("debat.txt", "txt");
        doc.meta.kind = Kind::Verslag;
        doc.meta.date = Some(jiff::civil::date(2041, 2, 3));
        extract(&doc, &Context::new(&doc))
    }

    const MINISTER: &str = "Minister De Wit (Defensie):";

    #[test]
    fn a_time_alone_answers_the_question_when() {
        let said = debate(&[
            ("Mevrouw Bos (VVD):", "Wanneer komt de brief over de loodsboten?"),
            (MINISTER, "Rond de zomer, denk ik. De boten varen dan al."),
        ]);
        assert_eq!(said.len(), 1);
        assert_eq!(said[0].due.as_ref().map(|d| d.raw.as_str()), Some("Rond de zomer"));
        assert!(said[0].what.contains("loodsboten"));
        let retold = "Mevrouw Bos vroeg wanneer de brief over de loodsboten komt. Voor de zomer, is het antwoord.";
        assert_eq!(debate(&[(MINISTER, retold)]).len(), 1);
        let none = "Mevrouw Bos vroeg hoe de loodsboten varen. In de zomer.";
        assert_eq!(debate(&[(MINISTER, none)]), []);
    }

    #[test]
    fn few_words_that_point_back_are_told_with_the_sentence_before() {
        let said = "De nota over de loodsen is bijna klaar. Die komt naar de Kamer. Nogmaals, ik zal de boeien keuren.";
        let found = debate(&[(MINISTER, said)]);
        assert_eq!(found[0].what, "De nota over de loodsen is bijna klaar. Die komt naar de Kamer");
        assert_eq!(found[0].evidence[0].quote, "Die komt naar de Kamer.");
        assert!(!found[0].restated && found[1].restated);
    }

    #[test]
    fn who_comes_back_in_the_same_debate_promises_nothing() {
        let later = "Mag ik dat in tweede termijn doen? Mevrouw Bos vindt dat goed. Dan kom ik er zeker op terug.";
        assert_eq!(debate(&[(MINISTER, later)]), []);
        let long = "Mag ik dat in tweede termijn doen? De boeien liggen er. De loodsen varen. Het ijs is weg. De tol geldt. Daar kom ik op terug.";
        assert_eq!(debate(&[(MINISTER, long)]), []);
        let order = "Voorzitter. Dan naar de moties. Ik ga dat in hoog tempo doen.";
        assert_eq!(debate(&[(MINISTER, order)]), []);
        assert_eq!(debate(&[(MINISTER, "Voorzitter, dan ga ik door.")]), []);
        let block = "Ik zal de Kamer voor 1 juni informeren over de boeien. Dan kom ik bij de vragen over de loodsen.";
        assert_eq!(debate(&[(MINISTER, block)]).len(), 1);
        let letter = "Mevrouw Bos vroeg naar de boeien. Daar kom ik in een brief op terug.";
        assert_eq!(debate(&[(MINISTER, letter)]).len(), 1);
    }

    #[test]
    fn a_few_words_to_the_chair_keep_the_order_of_the_meeting() {
        let order =
            [("De voorzitter:", "U hebt ook nog twee amendementen."), (MINISTER, "Die ga ik ook nog behandelen.")];
        assert_eq!(debate(&order), []);
        let member = [("De heer Bos (D66):", "Wil de minister dat onderzoeken?"), (MINISTER, "Dat zal ik doen.")];
        assert_eq!(debate(&member).len(), 1);
    }

    #[test]
    fn a_refusal_is_kept_of_what_is_asked_and_not_of_the_debate_itself() {
        let motive = "Als ik het oordeel aan de Kamer laat, ga ik geen motivatie geven.";
        assert_eq!(debate(&[(MINISTER, motive)]), []);
        let toll = "Ik ben niet voornemens om de tol te verhogen.";
        assert!(debate(&[(MINISTER, toll)]).iter().all(|c| c.refused));
        assert_eq!(debate(&[(MINISTER, toll)]).len(), 1);
    }

    #[test]
    fn a_promise_pressed_for_is_one_promise() {
        let said = debate(&[
            ("De voorzitter:", "Wanneer komt u daarop terug?"),
            (
                MINISTER,
                "Dan zal ik vragen om de hele kwestie op papier te zetten. Dat kan ik binnen een paar weken per brief hier hebben liggen.",
            ),
            ("De heer Bos (D66):", "Kan dat sneller?"),
            (MINISTER, "Ik zeg de heer Bos toe om informatie te verschaffen over de stand van zaken rond Lobith."),
            ("Mevrouw De Wit (VVD):", "Ook over de tol?"),
            (MINISTER, "De tol is van later. Nogmaals, ik zal de Kamer de feitelijke situatie melden."),
        ]);
        assert_eq!(said.len(), 1);
        assert_eq!(said[0].evidence.len(), 4);
        let two = debate(&[
            (MINISTER, "Ik zal de Kamer over de loodsboten bij Delfzijl informeren."),
            ("De heer Bos (D66):", "En de boeien?"),
            (MINISTER, "Ik stuur u ook een brief over de boeien bij Lobith."),
        ]);
        assert_eq!(two.len(), 2);
    }

    #[test]
    fn what_was_just_said_is_not_said_again() {
        let said = "Ik zal de loodsen onderzoeken. Dat zal ik zeker doen.";
        let found = debate(&[(MINISTER, said)]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].evidence.len(), 2);
    }
}
