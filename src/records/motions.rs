//! Motions: from their own text, and as letters, answers, lists and tables name them. One record a motion, with what
//! THIS document says of it; outcome, advice, addressee and follow-up are four things and are never merged. The border:
//! a motion known only by name or title keeps its number open here; `link` looks over documents.

mod mention;
mod movers;
mod own;
mod spoken;
mod traits;

pub(super) use traits::retells;

use super::stems::telling;
use super::zone::{label, zones};
use super::{Citation, Context, Dictum, Motion, constant};
use crate::document::{BlockKind, Kind, Person};
use crate::text::{Span, fold};
use mention::Mention;
use regex::Regex;
use std::sync::LazyLock;

/// Places of one motion that are kept as evidence; more say nothing new.
const MOST_EVIDENCE: usize = 25;

/// The motions a document holds or names, one record a motion.
pub(super) fn extract(ctx: &Context, citations: &[Citation]) -> Vec<Motion> {
    let mut motions: Vec<Motion> = own::motions(ctx);
    let (known, open): (Vec<Mention>, Vec<Mention>) =
        mention::collect(ctx, citations).into_iter().partition(|m| m.key.is_some());
    for mention in &known {
        let at = motions.iter().position(|m| m.key == mention.key);
        merge(ctx, &mut motions, at, mention);
    }
    in_rows(ctx, citations, &mut motions);
    spoken::moved(ctx, &mut motions);
    let mut open = open;
    let known = |m: &Mention| motions.iter().any(|k| k.evidence.iter().any(|e| Some(e.span) == m.unit));
    open.extend(spoken::by_subject(ctx).into_iter().chain(movers::put_in(ctx)).filter(|m| !known(m)));
    open.sort_by_key(|m| m.end);
    for mention in &open {
        let at = same(ctx, &motions, mention).or_else(|| titled(ctx, &motions, mention));
        let at = at.or_else(|| spoken::only_one(&motions, mention));
        merge(ctx, &mut motions, at, mention);
    }
    headed(ctx, &mut motions);
    pointed_at(ctx, &mut motions);
    spoken::theirs(ctx, &mut motions);
    motions.sort_by_key(|m| (!m.own_text, m.evidence.iter().map(|e| e.span.start()).min()));
    of_all(ctx, &mut motions);
    in_zones(ctx, &mut motions);
    motions
}

/// Takes in the rows of an overview that give no more than a subject and the number of a motion named before.
fn in_rows(ctx: &Context, citations: &[Citation], motions: &mut [Motion]) {
    for cite in citations.iter().filter(|c| c.key.is_some()) {
        let Some(block) = ctx.doc.block_at(cite.span.start()) else { continue };
        let BlockKind::Row { cells, header: false } = &block.kind else { continue };
        let cell = cells.iter().copied().find(|c| c.contains(cite.span)).unwrap_or(cite.span);
        let alone = ctx.doc.of(cell).trim().len() <= cite.raw.len() + "Kamerstukken II ".len();
        let known = motions.iter_mut().find(|m| m.key == cite.key && !m.own_text && !m.evidence.is_empty());
        if let Some(motion) = known.filter(|_| alone)
            && motion.evidence.len() < MOST_EVIDENCE
            && !motion.evidence.iter().any(|e| block.span.contains(e.span))
        {
            motion.evidence.push(ctx.evidence(cell, mention::BY_NUMBER));
        }
    }
}

/// The one motion whose text a document is, for a mention that is its title: also where a name in it has a slip.
fn titled(ctx: &Context, motions: &[Motion], mention: &Mention) -> Option<usize> {
    static TITLE: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)^(?:nr\.?\s*\d+\s+)?(?:(?:nader )?gewijzigde )?motie van (?:het lid|de leden)\b")
    });
    let mut own = (0..motions.len()).filter(|i| motions[*i].own_text);
    let (Some(only), None) = (own.next(), own.next()) else { return None };
    let unit = mention.unit?;
    let begin = motions[only].evidence.iter().map(|e| e.span.start()).min()?;
    (unit.end() <= begin && TITLE.is_match(ctx.doc.of(unit))).then_some(only)
}

/// The motion that a mention without a number means: by title the one with that title, by name the only one with that
/// first proposer, or the only one among those the same part of the document names.
fn same(ctx: &Context, motions: &[Motion], mention: &Mention) -> Option<usize> {
    let Some(first) = mention.indieners.first() else {
        let title = fold(mention.title.as_deref()?);
        return motions.iter().position(|m| m.key.is_none() && m.title.as_deref().map(fold) == Some(title.clone()));
    };
    let name = fold(&first.naam);
    // Aloud "mevrouw Van Dijk" is the one whom the report calls Inge van Dijk.
    let named = |p: &Person| {
        let whole = fold(&p.naam);
        whole == name || ctx.aloud() && whole.strip_suffix(&name).is_some_and(|first| first.ends_with(' '))
    };
    let fits = |i: &usize| motions[*i].indieners.first().is_some_and(named) && !differs(ctx, &motions[*i], mention);
    let all: Vec<usize> = (0..motions.len()).filter(fits).collect();
    let exact = |i: &&usize| motions[**i].indieners.len() == mention.indieners.len();
    let mut alike = all.iter().filter(exact);
    if let ([only], _, _) | (_, Some(only), None) = (&all[..], alike.next(), alike.next()) {
        return Some(*only);
    }
    // Several: the one that the same question or paragraph is about, else the one whose subject is the same.
    let unit = mention.unit?;
    // What a letter's subject line names is the one of that name which the letter goes on about.
    if all.is_empty() && ctx.doc.block_at(unit.start()).is_some_and(|b| b.kind == BlockKind::Frame) {
        let mut by = (0..motions.len())
            .filter(|i| motions[*i].key.is_some() && motions[*i].indieners.first().is_some_and(named));
        return by.next().filter(|_| by.next().is_none());
    }
    let near = |i: &&usize| {
        motions[**i].evidence.iter().any(|e| {
            let block = |s: Span| ctx.doc.block_index(ctx.running(s.start()));
            let group = |s: Span| ctx.part(s.start()).map(|p| p.question.numbers.clone());
            block(e.span) == block(unit) || group(unit).is_some_and(|g| group(e.span) == Some(g))
        })
    };
    let close: Vec<&usize> = all.iter().filter(near).collect();
    match close[..] {
        [only] => Some(*only),
        _ => all.into_iter().find(|i| mention.title.is_some() && motions[*i].title == mention.title),
    }
}

/// Makes one of the motion that a heading names and the one that the words under it give a number: with the same first
/// proposer, or, where these name nobody, the first that they speak of.
fn headed(ctx: &Context, motions: &mut Vec<Motion>) {
    let block = |m: &Motion| m.evidence.first().and_then(|e| ctx.doc.block_index(e.span.start()));
    let mut at = 0;
    while at < motions.len() {
        let heading = block(&motions[at]).filter(|b| ctx.doc.blocks[*b].is_heading() || label(ctx, *b));
        let open = motions[at].key.is_none() && !motions[at].own_text;
        let under = heading.filter(|_| open).map(|h| {
            let more = ctx.doc.blocks[h + 1..].iter().take_while(|b| !b.is_heading()).count().min(3);
            h + 1..=h + more
        });
        let first = motions[at].indieners.first().map(|p| fold(&p.naam));
        let fits = |m: &Motion| {
            let here = m.key.is_some() && block(m).zip(under.clone()).is_some_and(|(b, under)| under.contains(&b));
            let nobody = m.indieners.is_empty() && block(m).zip(heading) == heading.map(|h| (h + 1, h));
            here && (nobody || m.indieners.first().map(|p| fold(&p.naam)) == first)
        };
        let mut fitting = (0..motions.len()).filter(|i| *i != at && fits(&motions[*i]));
        match (fitting.next(), fitting.next()) {
            (Some(same), None) => {
                let named = motions.remove(at);
                absorb(&mut motions[if same > at { same - 1 } else { same }], named);
            }
            _ => at += 1,
        }
    }
}

/// Makes one of the motion that "deze motie (Kamerstuk …)" gives a number and the one that was named last before it
/// without one: in the question it answers, or in the same paragraph.
fn pointed_at(ctx: &Context, motions: &mut Vec<Motion>) {
    static THIS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:deze|die|de|de (?:\w+)?genoemde|de (?:bedoelde|betreffende|betrokken|aangehaalde)) motie(?:\s?\(|,? (?:kamerstuk|nr))",
        )
    });
    let mut at = 0;
    while at < motions.len() {
        let this = &motions[at];
        let first = this.evidence.first().filter(|e| THIS.is_match(&e.quote) && !this.own_text);
        let unit = first.filter(|_| this.key.is_some() && this.indieners.is_empty()).map(|e| e.span);
        let named = unit.and_then(|unit| {
            let near = |s: Span| {
                let question = ctx.part(unit.start()).map(|p| &p.question.numbers);
                let same = question.is_some() && ctx.part(s.start()).map(|p| &p.question.numbers) == question;
                s.start() < unit.start()
                    && (same || ctx.doc.block_index(s.start()) == ctx.doc.block_index(unit.start()))
            };
            let open = |m: &Motion| m.key.is_none() && !m.own_text;
            let last = |m: &Motion| m.evidence.iter().map(|e| e.span).filter(|s| near(*s)).map(Span::start).max();
            let found = (0..motions.len()).filter(|i| *i != at && open(&motions[*i]));
            found.filter_map(|i| Some((last(&motions[i])?, i))).max().map(|(_, i)| i)
        });
        match named {
            Some(named) => {
                let other = motions.remove(named);
                at -= usize::from(named < at);
                absorb(&mut motions[at], other);
            }
            None => at += 1,
        }
    }
}

/// Adds what is known of a motion under another name to it.
fn absorb(motion: &mut Motion, named: Motion) {
    motion.title = named.title.or(motion.title.take());
    if named.indieners.len() >= motion.indieners.len() {
        motion.indieners = named.indieners;
    }
    motion.uitslag = motion.uitslag.take().or(named.uitslag);
    motion.appreciatie = motion.appreciatie.take().or(named.appreciatie);
    motion.dicta.extend(named.dicta);
    let room = MOST_EVIDENCE.saturating_sub(motion.evidence.len());
    motion.evidence.extend(named.evidence.into_iter().take(room));
}

/// Whether a mention names another motion of the same first proposer: other signers, or another subject.
fn differs(ctx: &Context, motion: &Motion, mention: &Mention) -> bool {
    let has = |all: &[Person], one: &Person| all.iter().any(|p| fold(&p.naam) == fold(&one.naam));
    let (known, here) = (&motion.indieners, &mention.indieners);
    let all = known.iter().all(|p| has(here, p)) || here.iter().all(|p| has(known, p));
    if known.len() > 1 && here.len() > 1 && !all {
        return true;
    }
    let Some(subject) = mention.title.as_deref().map(telling).filter(|s| !s.is_empty()) else { return false };
    // What the document says of the motion where it names it: its title, or the blocks it stands in.
    let said = motion.title.as_deref().map_or_else(
        || {
            let blocks = motion.evidence.iter().filter_map(|e| ctx.doc.block_at(e.span.start()));
            blocks.flat_map(|b| telling(ctx.doc.of(b.span))).collect()
        },
        telling,
    );
    !said.is_empty() && subject.is_disjoint(&said)
}

/// Adds a mention to the motion at `at`, or as a motion of its own.
fn merge(ctx: &Context, motions: &mut Vec<Motion>, at: Option<usize>, mention: &Mention) {
    let Some(unit) = mention.unit else { return };
    let candidates = mention.indieners.first().filter(|_| mention.key.is_none() && at.is_none()).map(|first| {
        let by = motions.iter().filter(|m| m.indieners.first().is_some_and(|p| fold(&p.naam) == fold(&first.naam)));
        by.filter_map(|m| m.key.clone()).collect::<Vec<_>>()
    });
    let at = at.unwrap_or_else(|| {
        motions.push(Motion {
            key: mention.key.clone(),
            candidates: candidates.filter(|c| !c.is_empty()).unwrap_or_else(|| mention.candidates.clone()),
            ..Motion::default()
        });
        motions.len() - 1
    });
    let motion = &mut motions[at];
    if motion.evidence.len() < MOST_EVIDENCE && !motion.evidence.iter().any(|e| e.span == unit) {
        motion.evidence.push(ctx.evidence(unit, mention.rule));
    }
    let sentence = ctx.doc.of(unit);
    if motion.own_text {
        // A debate report holds the text and the minister's advice; what a member says of it is none.
        if !ctx.asked(unit.start()) && !ctx.in_motion(unit.start()) {
            motion.appreciatie = motion.appreciatie.take().or(traits::advice(sentence).map(Into::into));
        }
        return;
    }
    // The mention that names most proposers, with their parties, is the fullest.
    let full = |people: &[Person]| (people.len(), people.iter().filter(|p| p.fractie.is_some()).count());
    if full(&mention.indieners) > full(&motion.indieners) {
        motion.indieners.clone_from(&mention.indieners);
    }
    let others = indieners_after(ctx, unit);
    let first = motion.indieners.first().map(|p| fold(&p.naam));
    if first.is_some() && others.first().map(|p| fold(&p.naam)) == first && others.len() > motion.indieners.len() {
        motion.indieners = others;
    }
    motion.title = motion.title.take().or_else(|| mention.title.clone());
    let adopted = mention.adopted.then_some("Aangenomen");
    let listed = listed_as(ctx, unit);
    let outcome = || {
        adopted
            .or_else(|| traits::outcome(sentence))
            .or_else(|| traits::outcome(&voted_after(ctx, unit)))
            .or_else(|| listed.as_deref().and_then(traits::outcome))
    };
    motion.uitslag = motion.uitslag.take().or_else(|| outcome().map(Into::into));
    let about_it = sentence.to_lowercase().contains("motie");
    let advice = mention.advice.or_else(|| traits::advice(sentence).filter(|_| about_it));
    motion.appreciatie = motion.appreciatie.take().or(advice.map(Into::into));
    let today = ctx.date();
    let days = |words: &str| traits::days(&traits::with_years(words, today));
    for (debate, vote) in [days(sentence), listed.as_deref().map(days).unwrap_or_default()] {
        motion.debate = motion.debate.or(debate.filter(|_| about_it || listed.is_some()));
        motion.vote = motion.vote.or(vote.filter(|_| about_it || listed.is_some()));
    }
    let after = mention.end.saturating_sub(unit.start());
    if let Some(request) = traits::request(sentence, after).or_else(|| traits::further_request(sentence)) {
        add_request(ctx, motion, unit, request);
    }
    let letter = matches!(ctx.doc.meta.kind, Kind::Kamerbrief | Kind::Overig);
    for (sentence, request) in letter.then(|| asked_after(ctx, unit)).into_iter().flatten() {
        add_request(ctx, motion, sentence, request);
    }
}

/// The sentence right after a mention that says of the motion by a pronoun how the vote went: "Zij is op 3 mei verworpen."
fn voted_after(ctx: &Context, unit: Span) -> String {
    static OF_IT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:Zij|Ze|Hij|Deze|Die|Dat voorstel|Dit verzoek|Dat verzoek|De Kamer heeft (?:haar|die|deze)|Uw Kamer heeft (?:haar|die|deze)) (?P<r>.*)$",
        )
    });
    let Some(block) = ctx.doc.block_at(unit.start()).filter(|_| !ctx.asked(unit.start())) else { return String::new() };
    let mut after = ctx.reading.sentences_in(block.span).iter().map(|(_, s)| *s).filter(|s| s.start() >= unit.end());
    let found = after.next().and_then(|s| OF_IT.captures(ctx.doc.of(s))).and_then(|c| c.name("r"));
    found.map(|r| format!("De motie {}", r.as_str())).unwrap_or_default()
}

/// What the sentences after a mention say it asks, until another motion is named: "De motie verzoekt de regering om …".
fn asked_after(ctx: &Context, unit: Span) -> Vec<(Span, Span)> {
    /// Another motion by its place in a row.
    static NEXT: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:eerste|tweede|derde|vierde|vijfde|zesde|andere|volgende|laatste|\w+genoemde) motie\b")
    });
    let Some(block) = ctx.doc.block_at(unit.start()).filter(|b| matches!(b.kind, BlockKind::Paragraph)) else {
        return Vec::new();
    };
    let after = ctx.sentences(block.span).map(|(_, s)| s).filter(|s| s.start() >= unit.end());
    let names =
        |words: &str| NEXT.is_match(words) || crate::rules::namings_in(words).iter().any(|n| !n.indieners.is_empty());
    let plain = after.take_while(|s| !names(ctx.doc.of(*s)));
    plain.filter_map(|s| Some((s, traits::further_request(ctx.doc.of(s))?))).collect()
}

/// The proposers that the sentence after a mention lists: "De indieners, de leden A en B, wezen erop dat …".
fn indieners_after(ctx: &Context, unit: Span) -> Vec<Person> {
    static LIST: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^de indieners,? (?P<p>de leden [^.;]{3,200})"));
    let Some(block) = ctx.doc.block_at(unit.start()) else { return Vec::new() };
    let rest = ctx.doc.text().get(unit.end()..block.span.end().max(unit.end())).unwrap_or_default().trim_start();
    let Some(list) = LIST.captures(rest).and_then(|c| c.name("p")) else { return Vec::new() };
    crate::rules::people(list.as_str()).into_iter().map(|(_, person)| person).collect()
}

/// Adds the words of `sentence` that say what the motion asks, with the list under it.
fn add_request(ctx: &Context, motion: &mut Motion, unit: Span, request: Span) {
    let Some(span) = unit.inner(ctx.doc.text(), request.range()) else { return };
    let text = ctx.doc.of(span).to_string();
    if motion.own_text || motion.dicta.iter().any(|d| d.span.overlaps(span) || fold(&d.text) == fold(&text)) {
        return;
    }
    // A question or aside that sums the request up again is no second request.
    let asked = |at: usize| ctx.asked(at);
    if motion.dicta.iter().any(|d| asked(d.span.start()) != asked(span.start())) {
        return;
    }
    motion.gericht_aan = motion.gericht_aan.take().or_else(|| addressed(ctx.doc.of(unit)).map(Into::into));
    motion.dicta.push(Dictum { text, span });
    let Some(block) = ctx.doc.block_index(unit.start()) else { return };
    if ctx.doc.of(unit).trim_end().ends_with([':', ',']) && unit.end() == ctx.doc.blocks[block].span.end() {
        let items = ctx.doc.blocks[block + 1..].iter().take_while(|b| matches!(b.kind, BlockKind::Item { .. }));
        motion.conditions.extend(items.map(|b| item_text(ctx.doc.of(b.span))));
    }
}

/// Whom a retold request addresses, where the words say it.
fn addressed(sentence: &str) -> Option<&'static str> {
    static GOVERNMENT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:verzoekt|verzocht|vraagt|vroeg|roept|riep|oproept|opriep)\b.{0,40}\b(?:regering|kabinet|minister|staatssecretaris)\b|\b(?:regering|kabinet)\b.{0,40}\b(?:oproept|verzoekt|vraagt|verzocht)\b|\b(?:verzoekt|vraagt|roept)\b.{0,20}\bmij\b",
        )
    });
    GOVERNMENT.is_match(sentence).then_some("regering")
}

/// An item of a list without the marks that join it to the next.
fn item_text(item: &str) -> String {
    static TAIL: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)[\s;,.]*(?:\b(?:en|of|en/of))?[\s;,.]*$"));
    TAIL.replace(item, "").trim().to_string()
}

/// The words that introduce the list or table a unit stands in, with the sentence before them where they name a debate
/// without its day.
fn listed_as(ctx: &Context, unit: Span) -> Option<String> {
    let index = ctx.doc.block_index(unit.start())?;
    let block = &ctx.doc.blocks[index];
    if !matches!(block.kind, BlockKind::Item { .. } | BlockKind::Row { .. }) {
        return None;
    }
    let same = |b: &&crate::document::Block| std::mem::discriminant(&b.kind) == std::mem::discriminant(&block.kind);
    let above: Vec<_> = ctx.doc.blocks[..index].iter().rev().skip_while(same).take(2).collect();
    let lead = ctx.doc.of(above.first()?.span);
    let lower = lead.to_lowercase();
    let says = lower.contains("moties") || lower.contains("motie") && lower.contains("volgende");
    if !says {
        return None;
    }
    let before = above.get(1).map(|b| ctx.doc.of(b.span)).filter(|b| b.to_lowercase().contains("debat"));
    let dated = crate::text::date_at(lead).is_some();
    // The last sentence of the paragraph above tells which debate it was.
    let last = before.filter(|_| !dated).map(|b| crate::text::sentences(b, Span::all(b)));
    let last = last.and_then(|s| s.last().map(|s| s.of(before.unwrap_or_default()).to_string()));
    Some(format!("{} {lead}", last.unwrap_or_default()))
}

/// What a letter says of all motions it treats: "Op 3 juni heeft uw Kamer drie moties aangenomen die ik heb ontraden".
fn of_all(ctx: &Context, motions: &mut [Motion]) {
    if !matches!(ctx.doc.meta.kind, Kind::Kamerbrief | Kind::Overig) {
        return;
    }
    for (block, span) in ctx.reading.sentences().iter().copied() {
        let sentence = ctx.doc.of(span);
        let running = matches!(ctx.doc.blocks[block].kind, BlockKind::Paragraph | BlockKind::Heading { .. });
        if !running || !sentence.to_lowercase().contains("moties") || ctx.quoted(span) {
            continue;
        }
        let here = |m: &Motion| m.evidence.iter().any(|e| span.contains(e.span));
        let after = |m: &Motion| m.evidence.iter().all(|e| e.span.start() >= span.start());
        let mut treated: Vec<usize> =
            (0..motions.len()).filter(|i| !motions[*i].own_text && after(&motions[*i])).collect();
        let count = traits::count(sentence);
        // "twee moties" that the same paragraph goes on to name are those two, whatever it names after them.
        if let Some(n) = count.filter(|n| *n < treated.len()) {
            let near = |m: &Motion| m.evidence.iter().any(|e| ctx.doc.block_index(e.span.start()) == Some(block));
            if treated[..n].iter().all(|i| near(&motions[*i])) {
                treated.truncate(n);
            }
        }
        let fits = count.is_none_or(|n| n == treated.len());
        if treated.is_empty() || !fits || motions.iter().any(here) {
            continue;
        }
        let outcome = traits::outcome(sentence);
        let (debate, vote) = traits::days(&traits::with_years(sentence, ctx.date()));
        let advice = traits::advice(sentence).filter(|_| outcome.is_some() || debate.is_some());
        for index in treated {
            let motion = &mut motions[index];
            motion.uitslag = motion.uitslag.take().or(outcome.map(Into::into));
            motion.appreciatie = motion.appreciatie.take().or(advice.map(Into::into));
            motion.debate = motion.debate.or(debate);
            motion.vote = motion.vote.or(vote);
        }
    }
}

/// What the part of a letter that treats one motion says of it without naming it again: further requests, the advice.
fn in_zones(ctx: &Context, motions: &mut [Motion]) {
    // A motion's own paper says nothing more of it.
    if ctx.doc.meta.kind == Kind::Motie && motions.iter().all(|m| m.own_text) {
        return;
    }
    let zones = zones(ctx, motions);
    let spoken = ctx.doc.meta.kind == Kind::Verslag || motions.len() > 1 && motions.iter().all(|m| m.own_text);
    for zone in zones.iter().filter(|z| z.long || spoken) {
        let [index] = zone.motions[..] else { continue };
        let others = |span: Span, index: usize, motions: &[Motion]| {
            let block = ctx.doc.block_at(span.start()).map_or(span, |b| b.span);
            motions.iter().enumerate().any(|(i, m)| i != index && m.evidence.iter().any(|e| block.contains(e.span)))
        };
        let strange: Vec<Span> =
            ctx.sentences(zone.span).map(|(_, s)| s).filter(|s| others(*s, index, motions)).collect();
        let motion = &mut motions[index];
        for (_, span) in ctx.sentences(zone.span) {
            let sentence = ctx.doc.of(span);
            if strange.contains(&span) && zone.long && !zone.answer {
                continue;
            }
            // What it asks is known from its own text; what else says something of it stands outside that.
            let known = motion.own_text && (motion.appreciatie.is_some() || ctx.in_motion(span.start()));
            if known || ctx.quoted(span) || ctx.in_footnote(span.start()) {
                continue;
            }
            let lower = sentence.to_lowercase();
            let (named, plural) = (lower.contains("motie"), lower.contains("moties"));
            if !motion.own_text
                && let Some(request) = traits::further_request(sentence)
                && (named || !ctx.asked(span.start()))
            {
                add_request(ctx, motion, span, request);
            }
            if named && !plural && motion.uitslag.is_none() && !motion.own_text && !ctx.asked(span.start()) {
                motion.uitslag = traits::outcome(sentence).map(Into::into);
            }
            if named
                && motion.appreciatie.is_none()
                && !plural
                && !ctx.asked(span.start())
                && !ctx.in_motion(span.start())
            {
                motion.appreciatie = traits::advice(sentence).map(Into::into);
            }
        }
    }
}
