//! Migrations: moves of government ICT to a cloud or another host. The rules know the wording of one migration; here it
//! is told whose it is, what moves and to whom, and what stands in an overview: under a heading such as "Geplande
//! cloudmigraties" every paragraph or item that introduces a system is one, and the heading gives its phase.
//! The border: policies, questions, footnotes and quotations hold none.

mod fields;
mod phase;
mod phrases;
mod place;
mod standing;
mod subject;
mod table;

use super::commitments::{behind, due};
use super::{Context, Migration, Phase, RecordKind, constant};
use crate::document::{BlockKind, Document, Kind};
use crate::lexicon::{actor, actors_in, ministry};
use crate::rules::{Finding, Rule, periods};
use crate::text::Span;
use phase::{ahead, alone, became, moved, states, under, under_way};
use place::{outside, overview, zones};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use table::Column;

/// The rule that holds only under the heading of an overview.
const IN_OVERVIEW: &str = "traject-in-overzicht";

/// The rule that needs a document full of moves, and a name in its sentence.
const NAMES_NONE: &str = "meldt-geen-verhuizing";

/// The rule that names both the move and the place.
const TO_A_PLACE: &str = "verhuizing-naar-plaats";

/// The rule of what is taken as a service or runs in a cloud from now on.
const IN_USE: &str = "dienst-van-een-ander";

/// A document with as many moves is full of them.
const FULL: usize = 2;

/// What finds the rows of a table of systems that move.
const IN_TABLE: &str = "structuur:migratietabel";

/// The field of rules that count only where moves are spoken of.
const IN_ZONE: &str = "plek";

/// How many sentences a quote may run on to reach the word that says it is about a cloud or host.
const REACH: usize = 3;

/// All that the document holds, in order of place.
pub(super) fn extract(doc: &Document, ctx: &Context) -> Vec<Migration> {
    if doc.meta.kind == Kind::Motie {
        return Vec::new();
    }
    let policy = doc.meta.kind == Kind::Beleidslijn;
    let norms: Vec<Span> =
        if policy { ctx.reading.best(RecordKind::PolicyRule).iter().map(|f| f.unit).collect() } else { Vec::new() };
    let mut found = tabled(doc, ctx);
    let rows: Vec<Span> = found.iter().flat_map(|m| m.evidence.iter().map(|e| e.span)).collect();
    let mut by_block: BTreeMap<usize, Vec<Said>> = BTreeMap::new();
    let overview = overview(doc);
    for said in said(doc, ctx, &overview, found.len()) {
        // "De volgende trajecten lopen:" leads in a list, and the list says it.
        let leads_in = doc.of(doc.blocks[said.finding.block].span).ends_with(':') && said.phase != Some(Phase::Geen);
        if !leads_in && !ctx.quoted(said.finding.span) && (!policy || states(doc, &said, &norms)) {
            by_block.entry(said.finding.block).or_default().push(said);
        }
    }
    for (index, block) in doc.blocks.iter().enumerate() {
        let here = by_block.remove(&index).unwrap_or_default();
        if rows.contains(&block.span) {
            continue;
        }
        let none = here.iter().find(|s| s.phase == Some(Phase::Geen) || NONE.is_match(doc.of(s.finding.unit)));
        match (overview[index], none) {
            (Some(_), Some(said)) => {
                let unit = said.finding.unit;
                found.push(migration(doc, ctx, &said.finding, (unit, unit), Phase::Geen));
            }
            (Some(phase), None) => {
                let listed = matches!(block.kind, BlockKind::Item { .. });
                if let Some(Said { finding, .. }) = here.first() {
                    let more: Vec<&Said> = here[1..].iter().filter(|s| adds(doc, finding, s)).collect();
                    let until = more.first().map_or(block.span.end(), |s| s.finding.unit.start());
                    let quote = introduction(doc, ctx, finding, until);
                    let about = if more.is_empty() { block.span } else { quote };
                    let mut made = migration(doc, ctx, finding, (quote, about), under(phase, &here[0]));
                    made.organisation = made.organisation.or_else(|| fields::spoken_of_before(doc, index));
                    found.push(made);
                    for said in more {
                        let unit = said.finding.unit;
                        found.push(migration(doc, ctx, &said.finding, (unit, unit), under(phase, said)));
                    }
                } else if listed {
                    found.extend(item(doc, ctx, index, phase));
                }
            }
            (None, _) => {
                let own: Vec<Span> = here.iter().filter(|s| s.phase.is_some()).map(|s| s.finding.unit).collect();
                for Said { finding, phase } in here.iter().filter(|s| s.finding.rule.id != IN_OVERVIEW) {
                    let Some(phase) = phase else { continue };
                    let mut made = migration(doc, ctx, finding, (finding.unit, finding.unit), *phase);
                    if under_way(doc.of(finding.unit), &made) {
                        made.phase = Phase::Lopend;
                    }
                    if ahead(doc.of(finding.unit), &made, ctx.anchor(finding.unit.start())) {
                        made = migration(doc, ctx, finding, (finding.unit, finding.unit), Phase::Gepland);
                    }
                    if !names_itself(doc.of(finding.unit)) {
                        made.organisation = made.organisation.or_else(|| fields::spoken_of_before(doc, index));
                    }
                    let open = matches!(made.phase, Phase::Voorgenomen | Phase::Gepland);
                    if open && let Some((unit, phase)) = became(doc, ctx, finding.unit, &own) {
                        (made.phase, made.due) = (phase, None);
                        made.evidence.push(ctx.evidence(unit, &finding.rule.id));
                    }
                    found.push(made);
                }
            }
        }
    }
    found.extend(listed(doc, ctx, &found));
    let lone = |m: &Migration| m.evidence.iter().any(|e| e.rule == NAMES_NONE);
    if found.iter().filter(|m| !lone(m)).count() < FULL {
        found.retain(|m| !lone(m));
    }
    found.retain(|m| !lone(m) || m.evidence.iter().any(|e| actors_in(&e.quote).next().is_some()));
    found = found.into_iter().flat_map(|m| each_of_row(doc, ctx, m)).collect();
    found.sort_by_key(|m| m.evidence.first().map(|e| e.span));
    once(found)
}

/// Whether a sentence says that it is about the ministry that speaks, or about all.
fn names_itself(said: &str) -> bool {
    static ITSELF: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)departement|ministerie|\b(?:ik|wij|mijn|ons|onze|rijksbreed|rijksbrede|organisaties|diensten|onderdelen|agentschappen)\b",
        )
    });
    ITSELF.is_match(said)
}

/// A move that is told of twice in the same words of whom, what and how far is one, with the evidence of both.
fn once(found: Vec<Migration>) -> Vec<Migration> {
    // Without a thing that moves only the same words are the same move.
    let quote = |m: &Migration| m.evidence.first().map(|e| e.quote.clone());
    let mut all: Vec<Migration> = Vec::new();
    for made in found {
        let known = all.iter_mut().find(|m| {
            let same = (&m.ministries, m.phase, &m.providers) == (&made.ministries, made.phase, &made.providers);
            let due = m.due.is_none() || made.due.is_none() || m.due == made.due;
            same && due
                && m.organisation == made.organisation
                && m.subject == made.subject
                && (m.subject.is_some() || quote(m) == quote(&made))
        });
        match known {
            Some(m) => {
                m.evidence.extend(made.evidence);
                m.due = m.due.take().or(made.due);
            }
            None => all.push(made),
        }
    }
    all
}

/// A move that a sentence tells of several organisations is one of each.
fn each_of_row(doc: &Document, ctx: &Context, made: Migration) -> Vec<Migration> {
    let Some(quote) = made.evidence.first().map(|e| e.span) else { return vec![made] };
    let row = fields::organisations_in_row(doc.of(quote));
    if row.len() < 2 || made.organisation.as_ref() != row.first() {
        return vec![made];
    }
    let each = row.into_iter().map(|organisation| {
        let mut one = made.clone();
        // Who sends the text speaks for all of them.
        if made.ministries != doc.meta.sender {
            one.ministries = fields::ministries(ctx, quote, doc.of(quote), made.phase, Some(&organisation));
        }
        one.organisation = Some(organisation);
        one
    });
    each.collect()
}

/// Items such as "Loket: gereed" of a document that lists moves like that: what stands before the colon moves, and what
/// stands behind it tells how that stands.
fn listed(doc: &Document, ctx: &Context, known: &[Migration]) -> Vec<Migration> {
    /// How many items must tell of a move by themselves.
    const LISTS: usize = 2;
    static LABEL: LazyLock<Regex> = LazyLock::new(|| constant(r"^\W{0,3}([\p{L}\d][^:.;?]{2,60}): "));
    static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:bijzonderhe|aandacht|omvang|gebruik|vervolg|kosten|planning|toelichting|risico|contact|opmerking|let op|noot|bron|inhoud|stand|status|toezegging|motie|doel|reden|aanleiding|achtergrond|budget|raming|eigenaar|aantal|peildatum|datum|looptijd|afhankelijkhe|personeel|effect|gevolg|resultaat|conclusie|ad |vraag|antwoord|thema|onderwerp|betreft|van$|aan$|cc$)",
        )
    });
    let item = |index: usize| matches!(doc.blocks[index].kind, BlockKind::Item { .. });
    let label = |span: Span| LABEL.captures(doc.of(span)).and_then(|c| c.get(1)).map(|m| m.as_str().to_string());
    let told: BTreeSet<usize> =
        known.iter().flat_map(|m| &m.evidence).filter_map(|e| doc.block_index(e.span.start())).collect();
    if told.iter().filter(|i| item(**i) && label(doc.blocks[**i].span).is_some()).count() < LISTS {
        return Vec::new();
    }
    let under = |index: usize| (0..=index).rev().find(|i| doc.blocks[*i].is_heading());
    let headings: BTreeSet<Option<usize>> = told.iter().filter(|i| item(**i)).map(|i| under(*i)).collect();
    let open = |index: usize, unit: Span| {
        let block = doc.blocks[index].span;
        let named = || label(block).is_some_and(|l| !ASIDE.is_match(&l));
        let near = || headings.contains(&under(index)) || !fields::hosted(doc.of(block)).is_empty();
        item(index) && !told.contains(&index) && unit.start() == block.start() && named() && near()
    };
    let stands = ctx.reading.heaviest(tells_stand, |index, unit| open(index, unit) && !outside(doc, ctx, index, unit));
    let each = stands.iter().filter(|finding| !long_since(doc, ctx, finding.unit)).filter_map(|finding| {
        let phase = Phase::named(finding.fields.get("stand")?)?;
        Some(migration(doc, ctx, finding, (finding.unit, finding.unit), phase))
    });
    each.collect()
}

/// The rows of tables of systems that move, each a migration.
fn tabled(doc: &Document, ctx: &Context) -> Vec<Migration> {
    let mut all = Vec::new();
    table::rows(doc, |row| all.push(row.span));
    if all.is_empty() {
        return Vec::new();
    }
    let findings = ctx.reading.heaviest(tells_stand, |_, unit| all.iter().any(|row| row.contains(unit)));
    let findings = findings.as_slice();
    let mut found = Vec::new();
    table::rows(doc, |row| {
        let at = row.span.start();
        let Some(subject) = row.cell(Column::Subject).filter(|_| !ctx.asked(at) && !ctx.in_motion(at)) else { return };
        let words = |column| row.cell(column).map(|cell| doc.of(cell));
        let organisation = match words(Column::Organisation) {
            Some(cell) => Some(actor(cell).map_or(cell, |e| &e.abbr).to_string()),
            None => fields::organisation(doc, ctx, subject),
        };
        let listed = words(Column::Ministry).map(fields::named).filter(|all| !all.is_empty());
        let by_name = words(Column::Ministry).and_then(ministry).map(|e| vec![e.abbr.clone()]);
        let told = [Column::State, Column::Due, Column::To].into_iter().filter_map(|c| row.cell(c));
        let mut stands = told.map(|cell| stand(findings, cell)).chain([stand(findings, row.span)]);
        let none = words(Column::State).filter(|w| NOTHING.is_match(w.trim())).map(|_| Phase::Geen);
        let period = [Column::State, Column::Due].into_iter().filter_map(words).find_map(|w| {
            let all = periods(w, ctx.anchor(at)).into_iter().map(|(_, period)| period);
            all.into_iter().next().map(|when| (w, when))
        });
        let place = words(Column::To).or(words(Column::State)).unwrap_or_default();
        let mut providers = fields::hosted(place);
        if providers.is_empty() && row.cell(Column::To).is_none() {
            providers = fields::hosted(doc.of(row.span));
        }
        let said = words(Column::State).and_then(alone);
        let phase = none.or(said).or_else(|| stands.find_map(|s| s)).unwrap_or(Phase::Gepland);
        found.push(Migration {
            ministries: listed.or(by_name).unwrap_or_else(|| {
                fields::ministries(ctx, row.span, doc.of(row.span), Phase::Gepland, organisation.as_deref())
            }),
            organisation,
            subject: Some(doc.of(subject).to_string()),
            phase,
            providers,
            due: period.map(|(w, when)| if moved(phase, w) { behind(when, ctx.anchor(at)) } else { when }),
            evidence: vec![ctx.evidence(row.span, IN_TABLE)],
        });
    });
    found
}

/// How it stands by the heaviest rule that says so within `place`.
fn stand(findings: &[Finding], place: Span) -> Option<Phase> {
    let inside = findings.iter().filter(|f| place.contains(f.unit));
    let said = inside.filter_map(|f| Some((f.rule.weight, Phase::named(f.fields.get("stand")?)?)));
    said.max_by_key(|(weight, _)| *weight).map(|(_, phase)| phase)
}

/// A sentence that speaks of a move, with how it stands where that is said.
struct Said {
    finding: Finding<'static>,
    phase: Option<Phase>,
}

impl Said {
    /// Whether it tells of a move wherever it stands.
    fn alone(&self) -> bool {
        self.phase.is_some() && self.finding.rule.id != IN_OVERVIEW && self.finding.rule.id != NAMES_NONE
    }
}

/// Whether a rule only tells how a move stands.
fn tells_stand(rule: &Rule) -> bool {
    rule.kind == RecordKind::Migration && rule.fields.contains_key("stand")
}

/// The sentences that speak of a move. One rule tells that something moves; how that stands another rule tells of the
/// same sentence (`stand`), else the rule itself (`phase`). Rules of either sort alone say nothing.
fn said(doc: &Document, ctx: &Context, overview: &[Option<Phase>], tabled: usize) -> Vec<Said> {
    let moves = |rule: &Rule| rule.kind == RecordKind::Migration && !tells_stand(rule);
    let open = |block: usize, unit: Span| !outside(doc, ctx, block, unit);
    let ict = place::of_ict(doc);
    let told_here = |block: usize| ict[block] || overview[block].is_some();
    let anywhere = ctx.reading.heaviest(
        |rule| moves(rule) && !rule.fields.contains_key(IN_ZONE),
        |block, unit| told_here(block) && open(block, unit),
    );
    let mut all = stood(ctx, anywhere);
    // Under the heading of an overview, and in a sentence that tells of a move by itself, the surroundings tell nothing more.
    let mut zones = zones(doc, &all, tabled);
    for (zone, phase) in zones.iter_mut().zip(overview) {
        *zone &= phase.is_none();
    }
    // Among other moves a paragraph need not speak of ICT by name to tell of one.
    let beyond = ctx.reading.heaviest(
        |rule| moves(rule) && !rule.fields.contains_key(IN_ZONE),
        |block, unit| zones[block] && !told_here(block) && open(block, unit),
    );
    all.extend(stood(ctx, beyond).into_iter().filter(Said::alone));
    let told: BTreeSet<Span> = all.iter().filter(|s| s.alone()).map(|s| s.finding.unit).collect();
    let here = ctx.reading.heaviest(
        |rule| moves(rule) && rule.fields.contains_key(IN_ZONE),
        |block, unit| zones[block] && !told.contains(&unit) && open(block, unit),
    );
    let here = stood(ctx, here);
    let places: BTreeSet<Span> = here.iter().map(|s| s.finding.unit).collect();
    all.retain(|s| !places.contains(&s.finding.unit));
    all.extend(here);
    all.retain(|s| overview[s.finding.block].is_some() || !stands(doc, ctx, s));
    all.sort_by_key(|s| s.finding.unit);
    all
}

/// Whether a sentence only tells where ICT is, and has been all along.
fn stands(doc: &Document, ctx: &Context, said: &Said) -> bool {
    let Finding { rule, unit, .. } = &said.finding;
    // The rule of moving verbs weighs more: where this one found the sentence, it has none.
    let since = || rule.id == IN_USE && (standing::served(doc.of(*unit)) || long_since(doc, ctx, *unit));
    said.phase != Some(Phase::Geen) && (standing::placed(doc.of(*unit)) || since())
}

/// Whether it has been as the sentence says for years on the day of the document.
fn long_since(doc: &Document, ctx: &Context, unit: Span) -> bool {
    standing::long_since(doc.of(unit), ctx.anchor(unit.start()).map(crate::text::Date::year))
}

/// Findings with how it stands with what they found.
fn stood(ctx: &Context, found: Vec<Finding<'static>>) -> Vec<Said> {
    let places: BTreeSet<Span> = found.iter().map(|f| f.unit).collect();
    let stands = ctx.reading.heaviest(tells_stand, |_, unit| places.contains(&unit));
    let stands: BTreeMap<Span, Finding> = stands.into_iter().map(|f| (f.unit, f)).collect();
    let phase = |finding: &Finding, field: &str| finding.fields.get(field).and_then(|p| Phase::named(p));
    let each = found.into_iter().map(|finding| {
        // The heading tells how it stands with what is only listed under it.
        let stand = stands.get(&finding.unit).filter(|_| finding.rule.id != IN_OVERVIEW);
        Said { phase: phase(&finding, "phase").or_else(|| phase(stand?, "stand")), finding }
    });
    each.collect()
}

/// What a table says of a system that stays.
static NOTHING: LazyLock<Regex> = LazyLock::new(|| {
    constant(r"(?i)^(?:geen|niet|n\.?v\.?t\.?|geen (?:verhuizing|migratie|wijziging|verandering)\w*|blijft)$")
});

/// Words of an overview that say of whom it follows that they have nothing to move.
static NONE: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\bgeen (?:\w+ ){0,5}\S*(?:migraties?|trajecten|verhuizingen|overgangen)\b"));

/// Whether a later sentence of a paragraph tells of another move than the first: it says that it adds one, or it speaks
/// of another organisation.
fn adds(doc: &Document, first: &Finding, said: &Said) -> bool {
    static ADDS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:Voorts|Verder|Daarnaast|Bovendien|Tevens|Ook|Eveneens|Tot slot|Ten slotte|Tenslotte|Los daarvan|Apart daarvan)\b|^\S+ \S+ (?:\S+ )?(?:daarnaast|voorts|tevens|eveneens|bovendien)\b",
        )
    });
    let words = doc.of(said.finding.unit);
    let other = fields::organisation_in(words)
        .is_some_and(|o| Some(&o) != fields::organisation_in(doc.of(first.unit)).as_ref());
    said.alone() && (other || ADDS.is_match(words))
}

/// The sentence that introduces the system, and on to the one that speaks of a cloud or host where that is near; one
/// sentence earlier where that one names the system and what follows only points to it.
fn introduction(doc: &Document, ctx: &Context, finding: &Finding, until: usize) -> Span {
    static CLOUD: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\w*cloud\w*|\bSaaS|\bmigratie|datacent|\bMS Teams|\bM365|\bAzure|\bAWS|hosting")
    });
    static NAMED: LazyLock<Regex> = LazyLock::new(|| constant(r"\b[A-Z]{3,}\w* \("));
    let all: Vec<Span> = of_block(ctx, finding.block).collect();
    let Some(at) = all.iter().position(|s| *s == finding.unit) else { return finding.unit };
    let start = if at == 1 && NAMED.is_match(doc.of(all[0])) { all[0] } else { finding.unit };
    let reach = all[at..].iter().take(REACH).take_while(|s| s.start() < until);
    let end = { reach }.find(|s| CLOUD.is_match(doc.of(**s)));
    start.cover(end.copied().unwrap_or(finding.unit))
}

/// The sentences of a block.
fn of_block(ctx: &Context, block: usize) -> impl Iterator<Item = Span> {
    ctx.reading.sentences_in(ctx.doc.blocks[block].span).iter().map(|(_, s)| *s)
}

/// A list item of an overview that names a system without saying more.
fn item(doc: &Document, ctx: &Context, index: usize, phase: Phase) -> Option<Migration> {
    let unit = of_block(ctx, index).next()?;
    if ctx.asked(unit.start()) || ctx.quoted(unit) || !ends_a_lead(doc, index) {
        return None;
    }
    let block = doc.blocks[index].span;
    Some(build(doc, ctx, unit, block, phase, IN_OVERVIEW))
}

/// Whether the paragraph before the list of `index` leads in systems or trajectories, and not conditions.
fn ends_a_lead(doc: &Document, index: usize) -> bool {
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:traject|migratie|project|programma|systeem|systemen|gevallen|applicatie|hosting|cloud|dienst|ministeries|organisatie)\w*",
        )
    });
    let before = doc.blocks[..index].iter().rev().find(|b| !matches!(b.kind, BlockKind::Item { .. }));
    before.is_some_and(|b| b.is_heading() || LEAD.is_match(doc.of(b.span)) && doc.of(b.span).ends_with(':'))
}

fn migration(
    doc: &Document,
    ctx: &Context,
    finding: &Finding,
    (quote, about): (Span, Span),
    phase: Phase,
) -> Migration {
    let mut made = build(doc, ctx, quote, about, phase, &finding.rule.id);
    // When something stopped is not when it will have moved.
    if !matches!(phase, Phase::Stopgezet | Phase::Heroverwogen | Phase::Geen) {
        let anchor = ctx.anchor(quote.start());
        let when = due(doc, anchor, finding).period();
        made.due = if moved(phase, doc.of(quote)) { when.map(|when| behind(when, anchor)) } else { when };
    }
    made
}

/// `about` are the words that tell of this one migration: in an overview the whole paragraph, elsewhere the sentence.
fn build(doc: &Document, ctx: &Context, quote: Span, about: Span, phase: Phase, rule: &str) -> Migration {
    let said = doc.of(quote);
    let organisation = fields::organisation(doc, ctx, quote).or_else(|| fields::spoken_of(doc, quote));
    let providers = if phase == Phase::Geen { Vec::new() } else { fields::providers(doc.of(about)) };
    let (mut before, mut above) = (before(doc, ctx, quote), before_that(doc, ctx, quote));
    if fields::keep_own(&mut before, said, organisation.as_deref()) {
        above.clear();
    } else {
        fields::keep_own(&mut above, said, organisation.as_deref());
    }
    Migration {
        ministries: fields::ministries(ctx, quote, said, phase, organisation.as_deref()),
        organisation,
        subject: subject::subject(said, &before, &above).or_else(|| in_row(doc, quote)),
        phase,
        providers,
        due: None,
        evidence: vec![ctx.evidence(quote, rule)],
    }
}

/// What the first cell of a row names, where another cell tells of its move.
fn in_row(doc: &Document, quote: Span) -> Option<String> {
    let BlockKind::Row { cells, header: false } = &doc.block_at(quote.start())?.kind else { return None };
    let first = cells.first().filter(|cell| !cell.contains(quote))?;
    let name = doc.of(*first).trim();
    (!name.is_empty() && actor(name).is_none()).then(|| name.to_string())
}

/// The sentences before `quote` in its paragraph.
fn before<'d>(doc: &'d Document, ctx: &Context, quote: Span) -> Vec<&'d str> {
    let Some(block) = doc.block_at(quote.start()) else { return Vec::new() };
    let all = ctx.reading.sentences_in(block.span).iter();
    all.take_while(|(_, s)| s.start() < quote.start()).map(|(_, s)| doc.of(*s)).collect()
}

/// The sentences of the paragraphs right above that of `quote`, under the same heading.
fn before_that<'d>(doc: &'d Document, ctx: &Context, quote: Span) -> Vec<&'d str> {
    /// How many paragraphs up.
    const REACH: usize = 2;
    let Some(index) = doc.block_index(quote.start()) else { return Vec::new() };
    let above = doc.blocks[..index].iter().rev().take(REACH).take_while(|b| b.kind == BlockKind::Paragraph);
    let mut all: Vec<Span> = above.map(|b| b.span).collect();
    all.reverse();
    all.into_iter().flat_map(|b| ctx.reading.sentences_in(b)).map(|(_, s)| doc.of(*s)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Draft, DraftBlock};
    use crate::text::Origin;

    pub(super) fn found(blocks: &[(BlockKind, &str)]) -> Vec<(Phase, Vec<String>, Option<String>)> {
        found_in(Kind::Kamerbrief, blocks)
    }

    pub(super) fn found_in(kind: Kind, blocks: &[(BlockKind, &str)]) -> Vec<(Phase, Vec<String>, Option<String>)> {
        let mut draft = Draft::default();
        for (kind, words) in blocks {
            draft.push(DraftBlock::with(kind.clone(), Origin::line(1), words));
        }
        let mut doc = draft.finish("brief.txt", "txt");
        doc.meta.kind = kind;
        doc.meta.sender = vec!["BZK".into()];
        let all = extract(&doc, &Context::new(&doc));
        all.into_iter().map(|m| (m.phase, m.ministries, m.organisation)).collect()
    }

    #[test]
    fn an_organisation_moves_for_its_own_ministry() {
        let all =
            found(&[(BlockKind::Paragraph, "Het RDW heeft zijn kentekenregister in mei naar Salesforce overgezet.")]);
        assert_eq!(all, [(Phase::Afgerond, vec!["IenW".to_string()], Some("RDW".to_string()))]);
    }

    #[test]
    fn a_move_of_several_organisations_is_one_of_each() {
        let words = "Het KNMI, de RDW en het CBR hebben hun roosters in mei naar Salesforce overgezet.";
        let by: Vec<_> = found(&[(BlockKind::Paragraph, words)]).into_iter().filter_map(|(_, _, by)| by).collect();
        assert_eq!(by, ["KNMI", "RDW", "CBR"]);
    }

    #[test]
    fn a_move_told_twice_is_one_with_both_as_evidence() {
        let words = "Het KNMI is de migratie naar een cloud aan het afronden.";
        let all = found(&[
            (BlockKind::Paragraph, words),
            (BlockKind::Paragraph, "De zon scheen."),
            (BlockKind::Paragraph, words),
        ]);
        assert_eq!(all.len(), 1, "{all:?}");
    }

    #[test]
    fn the_heading_of_an_overview_gives_the_phase_and_none_stays_none() {
        let heading = |words| (BlockKind::Heading { level: 2 }, words);
        let all = found(&[
            heading("Geplande cloudmigraties"),
            heading("Ministerie van Defensie"),
            (BlockKind::Paragraph, "Het programma Nieuwe Kaarten vervangt het oude kaartsysteem."),
            heading("Ministerie van Financiën"),
            (BlockKind::Paragraph, "Geen geplande migraties zijn er bij dit ministerie; elk project staat stil."),
        ]);
        let phases: Vec<_> = all.iter().map(|(phase, by, _)| (*phase, by[0].as_str())).collect();
        assert_eq!(phases, [(Phase::Gepland, "DEF"), (Phase::Geen, "FIN")]);
    }

    #[test]
    fn people_and_tasks_that_go_elsewhere_move_no_ict() {
        let one = |words| found(&[(BlockKind::Paragraph, words)]).len();
        assert_eq!(one("De bewoners van de kas worden in mei verplaatst naar een nieuwe locatie."), 0);
        assert_eq!(one("Het beheer van de sluis is overgedragen aan een private partij."), 0);
        assert_eq!(one("Het beheer van de sluissoftware is overgedragen aan een private partij."), 1);
    }

    #[test]
    fn birds_and_questions_migrate_no_ict() {
        assert_eq!(found(&[(BlockKind::Paragraph, "De migratie van ganzen is in maart voltooid.")]), []);
        assert_eq!(found(&[(BlockKind::Paragraph, "Is de migratie van de servers naar de cloud afgerond?")]), []);
    }
}
