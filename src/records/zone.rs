//! Which stretches of a document are about which motion: the answer to a question that names it, the section under its
//! heading, the paragraphs after the one that introduces it, a table row, or no more than the paragraph that names it.
//! The border: where, not what is said there.

use super::motions::retells;
use super::{Context, Motion, constant};
use crate::document::{BlockKind, Kind};
use crate::text::{Span, fold};
use regex::Regex;
use std::sync::LazyLock;

/// A stretch about one motion, or several that are treated together.
#[derive(Clone, Debug)]
pub(super) struct Zone {
    /// Indexes of the motions.
    pub(super) motions: Vec<usize>,
    /// Where.
    pub(super) span: Span,
    /// Whether all of it answers a question about them.
    pub(super) answer: bool,
    /// Whether all of it is about them: an answer, a section, a cell. Else only the paragraph that names them.
    pub(super) long: bool,
    /// Whether "de motie" means it though the stretch does not name it: the only one the document speaks of.
    pub(super) only: bool,
}

/// Whether the document is written and not spoken: what it says goes on from sentence to sentence.
pub(super) fn written(ctx: &Context) -> bool {
    match ctx.doc.meta.kind {
        Kind::Kamerbrief | Kind::Overig | Kind::Beleidslijn => true,
        Kind::Verslag => !ctx.aloud(),
        Kind::Antwoord | Kind::Motie => false,
    }
}

/// All stretches, in order of place.
pub(super) fn zones(ctx: &Context, motions: &[Motion]) -> Vec<Zone> {
    let places = Places::new(ctx, motions);
    let mut found = answers(ctx, &places);
    let replies = replies(ctx, motions, &places);
    found.extend(rows(ctx, &places));
    found.extend(prose(ctx, motions, &places));
    // What a minister replies to a question about a motion is read as a whole.
    found.retain(|z| {
        !replies.iter().any(|r| r.span.contains(z.span) && z.motions.iter().all(|m| r.motions.contains(m)))
    });
    found.extend(replies);
    let more = elsewhere(ctx, motions, &places, &found);
    found.extend(more);
    found.retain(|z| z.motions.len() <= MOST_TOGETHER);
    found.sort_by_key(|z| z.span);
    found
}

/// A stretch that names more motions than this lists them, and says of none how it stands.
const MOST_TOGETHER: usize = 40;

/// Which motions each block names.
struct Places {
    blocks: Vec<Vec<usize>>,
}

impl Places {
    fn new(ctx: &Context, motions: &[Motion]) -> Places {
        let mut blocks = vec![Vec::new(); ctx.doc.blocks.len()];
        for (index, motion) in motions.iter().enumerate() {
            for evidence in motion.evidence.iter().filter(|e| !e.rule.starts_with("structuur:")) {
                if let Some(block) = ctx.doc.block_index(evidence.span.start())
                    && !blocks[block].contains(&index)
                {
                    blocks[block].push(index);
                }
            }
        }
        Places { blocks }
    }
}

/// A motion that is known already.
static THE: LazyLock<Regex> = LazyLock::new(|| {
    constant(r"(?i)\b(?:de|deze|die|genoemde|uw|zijn|haar|hun) (?:aangenomen |(?:boven)?genoemde )?motie\b")
});

/// Every answer to a question that names a motion.
fn answers(ctx: &Context, places: &Places) -> Vec<Zone> {
    let mut found = Vec::new();
    let mut last: Option<usize> = None;
    for question in &ctx.doc.questions {
        let spans: Vec<Span> = question.questions.iter().copied().chain([question.question]).collect();
        let mut motions: Vec<usize> = Vec::new();
        for (index, block) in ctx.doc.blocks.iter().enumerate() {
            if spans.iter().any(|s| s.overlaps(block.span)) {
                motions.extend(&places.blocks[index]);
            }
        }
        motions.sort_unstable();
        motions.dedup();
        // "Welke stappen heeft u sinds het aannemen van deze motie gezet?": the motion of the questions before it.
        if motions.is_empty() && spans.iter().any(|s| THE.is_match(ctx.doc.of(*s))) {
            motions.extend(last);
        } else if !motions.is_empty() {
            last = Some(motions[0]).filter(|_| motions.len() == 1);
        }
        if !motions.is_empty() {
            // "Zie het antwoord op vraag 9": what is said of the motion stands there, if that answer speaks of one.
            let named = |n: &u32| ctx.doc.questions.iter().find(|q| q.numbers.contains(n));
            let there = question.see_also.iter().filter_map(named).flat_map(|q| &q.answers);
            let there = there.filter(|a| motions.len() == 1 && THE.is_match(ctx.doc.of(a.span)));
            found.extend(there.map(|a| Zone {
                motions: motions.clone(),
                span: a.span,
                answer: true,
                long: true,
                only: true,
            }));
            let parts = question.answers.iter();
            found.extend(parts.map(|a| Zone {
                motions: motions.clone(),
                span: a.span,
                answer: true,
                long: true,
                only: false,
            }));
        }
    }
    found
}

/// Paragraphs of answers to other questions that name a motion after all, and paragraphs that say "de motie" of the only
/// motion the document speaks of, or in a letter of the one named last.
fn elsewhere(ctx: &Context, motions: &[Motion], places: &Places, found: &[Zone]) -> Vec<Zone> {
    let kind = ctx.doc.meta.kind;
    let letter = written(ctx);
    let mut last: Option<usize> = None;
    let mut more = Vec::new();
    for (block, here) in ctx.doc.blocks.iter().zip(&places.blocks) {
        let at = block.span.start();
        let known = found.iter().any(|z| z.span.contains(block.span) && (z.long || !here.is_empty()));
        let spoken = kind == Kind::Verslag && motions.len() == 1 && !ctx.asked(at);
        let told = letter && ctx.part(at).is_none() && !ctx.asked(at);
        let answered = ctx.part(at).is_some_and(|p| p.answer.is_some());
        if !known && (answered || told || spoken) && matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. })
        {
            let meant = if told { last } else { Some(0).filter(|_| motions.len() == 1) };
            let meant = meant.filter(|_| here.is_empty() && THE.is_match(ctx.doc.of(block.span)));
            let about: Vec<usize> =
                if answered && !here.is_empty() { here.clone() } else { meant.into_iter().collect() };
            if !about.is_empty() {
                more.push(Zone { motions: about, span: block.span, answer: false, long: false, only: meant.is_some() });
            }
        }
        match here[..] {
            [] => {}
            [only] => last = Some(only),
            _ => last = None,
        }
    }
    more
}

/// The replies in a written consultation, which has no numbered questions: what stands under "Antwoord van de minister",
/// after one paragraph of questions about a motion; where members ask much at once, a reply is about many things.
fn replies(ctx: &Context, motions: &[Motion], places: &Places) -> Vec<Zone> {
    static REPLY: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^\W{0,3}(?:antwoord|reactie|beantwoording)\b"));
    let doc = ctx.doc;
    if doc.meta.kind != Kind::Verslag || !written(ctx) {
        return Vec::new();
    }
    let mut asked: Vec<usize> = Vec::new();
    let mut paragraphs = 0;
    let (mut replying, mut goes_on) = (false, false);
    let mut found: Vec<Zone> = Vec::new();
    for (block, here) in doc.blocks.iter().zip(&places.blocks) {
        let (at, words) = (block.span.start(), doc.of(block.span));
        if ctx.part(at).is_some() {
            replying = false;
            asked.clear();
        } else if REPLY.is_match(words) && (block.is_heading() || words.split_whitespace().count() <= 25) {
            (replying, goes_on) = (true, false);
        } else if block.is_heading() || ctx.asked(at) || replying && asks_on(words) {
            // A question after a reply opens the next round; several paragraphs of questions are one.
            if replying || block.is_heading() {
                asked.clear();
                paragraphs = 0;
            }
            replying = false;
            paragraphs += usize::from(!block.is_heading());
            asked.extend(
                here.iter().filter(|m| !motions[**m].own_text && !asked.contains(m)).copied().collect::<Vec<_>>(),
            );
        } else if !replying {
            paragraphs += 1;
            asked.extend(here.iter().filter(|m| !asked.contains(m)).copied().collect::<Vec<_>>());
        } else if paragraphs == 1
            && !asked.is_empty()
            && matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. })
        {
            if let Some(zone) = found.last_mut().filter(|_| goes_on) {
                zone.span = zone.span.cover(block.span);
            } else {
                found.push(Zone { motions: asked.clone(), span: block.span, answer: true, long: true, only: false });
                goes_on = true;
            }
        }
    }
    found
}

/// Whether a paragraph of a written consultation goes on with what members ask.
fn asks_on(words: &str) -> bool {
    static MEMBERS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:voorts|verder|tevens|ook|daarnaast|tot slot|ten slotte) )?(?:\w+ )?(?:deze|de|genoemde|voornoemde|aan het woord zijnde) leden\b",
        )
    });
    MEMBERS.is_match(words)
}

/// The cell of a table row about a motion that says how it stands; without such a column the last cell.
fn rows(ctx: &Context, places: &Places) -> Vec<Zone> {
    static STATE: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)stand|status|voortgang|reactie|uitvoering|toelichting|opvolging|afdoening|planning")
    });
    let mut column = None;
    let mut found = Vec::new();
    for (block, motions) in ctx.doc.blocks.iter().zip(&places.blocks) {
        let BlockKind::Row { cells, header } = &block.kind else {
            column = None;
            continue;
        };
        let heads = cells.iter().rposition(|c| STATE.is_match(ctx.doc.of(*c)) && c.of(ctx.doc.text()).len() < 60);
        if *header || (motions.is_empty() && column.is_none()) {
            column = heads.or(column);
        } else if !motions.is_empty() {
            let cell = column.and_then(|n: usize| cells.get(n)).or(cells.last().filter(|_| cells.len() > 1));
            found.extend(cell.map(|c| Zone {
                motions: motions.clone(),
                span: *c,
                answer: false,
                long: true,
                only: false,
            }));
        }
    }
    found
}

/// A stretch that is being read: its motions, where it began, and the heading level that ends it.
struct Open {
    motions: Vec<usize>,
    from: usize,
    level: u8,
}

/// A paragraph that only says "Motie 2" is a heading to the reader, if not to the file.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^(?:ad )?(?:de )?(?:\w+ )?motie(?: \S+){0,3}:?$"));

/// Whether a paragraph names a motion and says nothing of it, so that it is a heading to the reader; an item of a list is one
/// where a paragraph goes on under it, and it is no list of motions.
pub(super) fn label(ctx: &Context, index: usize) -> bool {
    static TITLE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:[\dA-Za-z]{1,3}[.)]\s+)?(?:(?:Kamerstuk(?:ken)?\s)?\d\d\s?\d{3}[^.;:]{0,12},?\snr\.\s\d+\W{1,3})?(?:(?:De\s)?(?:[Aa]angenomen\s|[Nn]ader\s)?[Gg]ewijzigde\s[Mm]otie|(?:De\s)?[Aa]angenomen\smotie|Motie)[-‑\s](?:[^.?!;]|\b(?:nrs?|c\.s|t\.v\.v|vv|jl|m\.b\.t)\.){3,300}(?:\([^()]*\))?:?$",
        )
    });
    let blocks = &ctx.doc.blocks;
    let title = |i: usize| TITLE.is_match(ctx.doc.of(blocks[i].span));
    match blocks[index].kind {
        BlockKind::Paragraph => title(index),
        BlockKind::Item { .. } => {
            let item = |i: usize| matches!(blocks[i].kind, BlockKind::Item { .. });
            let listed = index > 0 && item(index - 1) && title(index - 1);
            let goes_on = blocks.get(index + 1).is_some_and(|b| b.kind == BlockKind::Paragraph);
            goes_on && !listed && title(index)
        }
        _ => false,
    }
}

/// Sections and paragraphs of running text outside questions and answers.
fn prose(ctx: &Context, motions: &[Motion], places: &Places) -> Vec<Zone> {
    /// A heading over what is left: it ends what went before, however deep it stands.
    static REST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:[\divx]+[.)]?\s+)?(?:overig|tot (?:slot|besluit)|slot|afsluit|ten slotte|toezegging|vervolg|planning|conclusie|werkwijze)",
        )
    });
    let doc = ctx.doc;
    let letter = written(ctx);
    let names: Vec<Names> = motions.iter().map(Names::of).collect();
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    let close = |open: Option<Open>, until: usize, found: &mut Vec<Zone>| {
        if let Some(zone) = open.filter(|z| z.from < until) {
            let span = doc.blocks[zone.from].span.cover(doc.blocks[until - 1].span);
            found.push(Zone { motions: zone.motions, span, answer: false, long: true, only: false });
        }
    };
    let running = doc.blocks.iter().position(|b| b.kind == BlockKind::Footnote).unwrap_or(doc.blocks.len());
    for (index, block) in doc.blocks[..running].iter().enumerate() {
        let here = &places.blocks[index];
        let at = block.span.start();
        // The furniture of a page stands in the middle of what goes on behind it.
        if block.kind == BlockKind::Frame {
            continue;
        }
        if ctx.part(at).is_some() || matches!(block.kind, BlockKind::Row { .. }) {
            close(open.take(), index, &mut found);
            continue;
        }
        let level = match block.kind {
            BlockKind::Heading { level } => Some(level),
            BlockKind::Paragraph if NUMBERED.is_match(doc.of(block.span)) => Some(8),
            _ if here.len() == 1 && label(ctx, index) => Some(8),
            _ => None,
        };
        if let Some(level) = level {
            let about = match &here[..] {
                [] => titled(doc.of(block.span), &names)
                    .map_or_else(|| announced(ctx, places, index, running), |m| vec![m]),
                _ => here.clone(),
            };
            let rest = || REST.is_match(doc.of(block.span));
            if !about.is_empty() || open.as_ref().is_some_and(|z| level <= z.level || rest()) {
                close(open.take(), index, &mut found);
                open = (!about.is_empty()).then_some(Open { motions: about, from: index, level });
            }
            continue;
        }
        if here.is_empty() && open.as_ref().is_some_and(|z| z.level == u8::MAX) && promised(doc.of(block.span)) {
            close(open.take(), index, &mut found);
        }
        let new = here.iter().any(|m| open.as_ref().is_none_or(|z| !z.motions.contains(m)));
        if !new {
            continue;
        }
        let introduces = here.len() == 1 && introduces(ctx, motions, here[0], block.span);
        // Under a heading of its own a motion keeps the floor; another one named there has its paragraph only.
        let headed = open.as_ref().is_some_and(|z| z.level < u8::MAX);
        if introduces && !headed && letter {
            close(open.take(), index, &mut found);
            open = Some(Open { motions: here.clone(), from: index, level: u8::MAX });
        } else {
            if !headed {
                close(open.take(), index, &mut found);
            }
            let long = here.len() == 1 && reply(ctx, block.span);
            found.push(Zone { motions: here.clone(), span: block.span, answer: false, long, only: false });
        }
    }
    close(open, running, &mut found);
    whole(ctx, motions, running, &mut found);
    found
}

/// Whether a paragraph of a written consultation replies to what members of one party asked, or opens with a motion.
fn reply(ctx: &Context, block: Span) -> bool {
    static REPLIES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:de|deze) leden (?:van de [\w/-]+(?:-fractie|fractie)? )?(?:vragen|vroegen|hebben gevraagd|informeren|verzoeken)|op de vra(?:ag|gen) van|(?:met betrekking tot|ten aanzien van|wat betreft|over|inzake) (?:de|het) [^.;]{0,40}motie)\b",
        )
    });
    ctx.doc.meta.kind == Kind::Verslag
        && written(ctx)
        && ctx.sentences(block).last().is_some_and(|(_, last)| !ctx.asked(last.start()))
        && REPLIES.is_match(ctx.doc.of(block))
}

/// Whether a paragraph opens with what was promised, and so comes to another subject than the motion before it.
fn promised(words: &str) -> bool {
    static PROMISED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:de|een|mijn) (?:andere |eerdere |tweede )?toezegging\b|[^.?!:;]{0,160}\b(?:(?:is|was|werd|heb|heeft|had|hebben) (?:[^.?!:;]{0,120} )?toegezegd|toegezegd is|(?:een|mijn|de|deze) toezegging (?:is )?gedaan)\b)",
        )
    });
    PROMISED.is_match(words)
        && !words.split_inclusive(". ").next().is_some_and(|first| first.to_lowercase().contains("motie"))
}

/// What a heading may call a motion, folded once for all headings.
struct Names {
    first: Option<String>,
    title: Option<String>,
}

impl Names {
    fn of(motion: &Motion) -> Names {
        Names { first: motion.indieners.first().map(|p| fold(&p.naam)), title: motion.title.as_deref().map(fold) }
    }
}

/// The motion that a heading names in words of its own: "Motie A en B over veerponten", "Motie over veerponten".
fn titled(heading: &str, motions: &[Names]) -> Option<usize> {
    let heading = fold(heading);
    if !heading.contains("motie") || heading.contains("moties") {
        return None;
    }
    let named = |n: &Names| n.first.as_ref().is_some_and(|name| heading.contains(name));
    let about = |n: &Names| n.title.as_ref().is_some_and(|title| heading.contains(title));
    let only = |fits: &dyn Fn(&Names) -> bool| {
        let mut all = (0..motions.len()).filter(|i| fits(&motions[*i]));
        all.next().filter(|_| all.next().is_none())
    };
    only(&about).or_else(|| only(&named)).or_else(|| only(&|n| named(n) && about(n)))
}

/// The motion that the text under a heading such as "Motie 2" introduces.
fn announced(ctx: &Context, places: &Places, heading: usize, running: usize) -> Vec<usize> {
    let words = ctx.doc.of(ctx.doc.blocks[heading].span).to_lowercase();
    if !words.contains("motie") || words.contains("moties") {
        return Vec::new();
    }
    let under = (heading + 1..running).take_while(|i| !ctx.doc.blocks[*i].is_heading()).take(4);
    let first = under.map(|i| &places.blocks[i]).find(|m| !m.is_empty());
    first.filter(|m| m.len() == 1).cloned().unwrap_or_default()
}

/// Whether a paragraph retells what the motion asks: what follows then is about that motion.
fn introduces(ctx: &Context, motions: &[Motion], motion: usize, block: Span) -> bool {
    let said = motions[motion].dicta.iter().any(|d| block.contains(d.span));
    let mut here = motions[motion].evidence.iter().filter(|e| block.contains(e.span));
    said || here.any(|e| retells(ctx.doc.of(e.span)))
}

/// A letter whose subject is one motion is about it from its first mention to its end.
fn whole(ctx: &Context, motions: &[Motion], running: usize, found: &mut Vec<Zone>) {
    let doc = ctx.doc;
    let titled = doc.meta.title.as_deref().is_some_and(|t| {
        let title = t.to_lowercase();
        title.contains("motie") && !title.contains("moties")
    });
    let names: Vec<Names> = motions.iter().map(Names::of).collect();
    let only = (motions.len() == 1).then_some(0);
    let subject =
        doc.meta.title.as_deref().filter(|_| titled).and_then(|t| only.or_else(|| super::zone::titled(t, &names)));
    let Some(subject) = subject.filter(|_| doc.meta.kind == Kind::Kamerbrief && running > 0) else { return };
    let first = motions[subject].evidence.iter().map(|e| e.span.start()).min();
    let from = first.and_then(|at| doc.block_index(at)).filter(|b| *b < running);
    if let Some(from) = from {
        let span = doc.blocks[from].span.cover(doc.blocks[running - 1].span);
        found.retain(|z| !span.contains(z.span) || z.answer || !z.motions.contains(&subject));
        found.push(Zone { motions: vec![subject], span, answer: false, long: true, only: false });
    }
}
