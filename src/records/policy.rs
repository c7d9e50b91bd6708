//! What a policy allows, forbids, requires or advises. The rules know the wording; here it is told where a policy speaks
//! for itself: in a policy document, outside its background chapters and outside what it quotes. A letter that retells
//! a rule makes none.

mod clause;
mod condition;
mod letter;
mod named;
mod place;
mod present;
mod table;
mod told;

use super::commitments::{Due, due};
use super::{Context, Norm, PolicyRule, RecordKind, constant};
use crate::document::{BlockKind, Document, Kind};
use crate::rules::{Finding, periods};
use crate::text::{Grain, Period, Span};
use condition::conditioned;
use place::Places;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What finds the cells of a table of norms.
const IN_TABLE: &str = "structuur:normentabel";

/// What finds a norm in the present tense of a policy.
const IN_PRESENT: &str = "structuur:voorschrift";

/// The rule that reads how things go as a norm: it says nothing where a policy only tells.
const BY_COURSE: &str = "zo-gaat-het";

/// A constant expression in which `{name}` stands for a list of the table `beleid` of `words.toml`.
fn listed(pattern: &str) -> Regex {
    let filled = crate::rules::words("beleid")
        .fold(pattern.to_string(), |filled, (name, forms)| filled.replace(&format!("{{{name}}}"), &forms.join("|")));
    constant(&filled)
}

/// All that the document holds, in order of place.
pub(super) fn extract(doc: &Document, ctx: &Context) -> Vec<PolicyRule> {
    let whole = is_policy(doc) || speaks_as_one(doc, ctx);
    let laid_down = if whole { Vec::new() } else { laid_down(doc) };
    let letter = if whole { Vec::new() } else { letter::sentences(doc, ctx) };
    if !whole && laid_down.is_empty() && letter.is_empty() {
        return Vec::new();
    }
    let in_letter = |unit: Span| letter.binary_search(&unit).is_ok();
    let open = |_: usize, unit: Span| whole || in_letter(unit) || laid_down.iter().any(|part| part.contains(unit));
    let (cells, rows) = table::cells(doc);
    let running = |unit: Span| rows.binary_search_by(|row| place(*row, unit)).is_err();
    let said = |block: usize, unit: Span| open(block, unit) && running(unit);
    let places = Places::new(doc);
    let mut all = ctx.reading.each(RecordKind::PolicyRule, said, |finding| {
        let words = doc.of(finding.unit);
        let firm = || told::strong(words) || present::reports(words);
        let told = places.tells(finding.block) && finding.rule.id == BY_COURSE && !firm();
        let found = if told || places.aims(finding.block) { None } else { rule(doc, ctx, finding) };
        found.map(|r| PolicyRule {
            norm: if places.advises(finding.block) { told::mild(r.norm, words) } else { r.norm },
            ..r
        })
    });
    if whole {
        all.extend(in_present(doc, ctx, &places, &all, &said));
    }
    if whole {
        all.extend(listed_under(doc, ctx, &places, &all));
    }
    let left = letter.iter().filter(|unit| !all.iter().any(|r| r.evidence.iter().any(|e| e.span == **unit)));
    let left: Vec<PolicyRule> = left.map(|unit| own(doc, ctx, *unit, present::decided(doc.of(*unit)))).collect();
    all.extend(left);
    let tabled = cells.into_iter().filter(|c| open(0, c.row) && !background(doc, c.row.start()));
    all.extend(tabled.map(|c| PolicyRule {
        norm: c.norm,
        subject: Some(c.subject),
        conditional: c.conditional,
        due: None,
        evidence: vec![ctx.evidence(c.row, IN_TABLE)],
    }));
    // A column that a policy heads as a rule prescribes, where no sentence in its cell did so already.
    let prescribed = if whole { table::prescribed(doc) } else { Vec::new() };
    for (cells, cell) in prescribed {
        let known = |r: &PolicyRule| r.evidence.iter().any(|e| e.span.contains(cell) || cell.contains(e.span));
        if !background(doc, cell.start()) && !all.iter().any(known) {
            all.push(PolicyRule {
                norm: cells.norm,
                subject: Some(cells.subject),
                conditional: cells.conditional,
                due: None,
                evidence: vec![ctx.evidence(cell, IN_TABLE)],
            });
        }
    }
    all.sort_by_key(|r| r.evidence.first().map(|e| e.span));
    all
}

/// What a policy lays down in its present tense, beside what the rules found. First what stands by itself; then, in the
/// sections that have a norm, what is one in their company.
fn in_present(
    doc: &Document,
    ctx: &Context,
    places: &Places,
    found: &[PolicyRule],
    said: &impl Fn(usize, Span) -> bool,
) -> Vec<PolicyRule> {
    let mut norms: BTreeMap<Span, (Norm, bool)> = BTreeMap::new();
    norms.extend(found.iter().filter_map(|r| Some((r.evidence.first()?.span, (r.norm, false)))));
    let silent = |block: usize, unit: Span| {
        let kind = &doc.blocks[block].kind;
        let frame =
            matches!(kind, BlockKind::Heading { .. } | BlockKind::Frame | BlockKind::Footnote | BlockKind::Row { .. });
        let at = unit.start();
        frame
            || places.tells(block)
            || places.aims(block)
            || places.titled(unit)
            || ctx.quoted(unit)
            || ctx.in_motion(at)
            || !said(block, unit)
    };
    let open: Vec<(usize, Span)> = ctx.reading.sentences().iter().copied().filter(|(b, u)| !silent(*b, *u)).collect();
    let mut sure = vec![false; places.sections()];
    for (block, unit) in ctx.reading.sentences() {
        sure[places.section(*block)] |= norms.contains_key(unit);
    }
    for company in [false, true] {
        for (at, (block, unit)) in open.iter().enumerate() {
            let here = sure[places.section(*block)];
            if norms.contains_key(unit) || company && !here {
                continue;
            }
            let before = at.checked_sub(1).and_then(|b| norms.get(&open[b].1)).map(|(norm, _)| *norm);
            if let Some(norm) = present::laid_down(doc.of(*unit), company && here, before) {
                let norm = if places.advises(*block) { told::mild(norm, doc.of(*unit)) } else { norm };
                norms.insert(*unit, (norm, true));
            }
        }
        for (block, unit) in &open {
            sure[places.section(*block)] |= norms.contains_key(unit);
        }
    }
    let own_finds = norms.into_iter().filter(|(_, (_, own))| *own);
    own_finds.map(|(unit, (norm, _))| own(doc, ctx, unit, norm)).collect()
}

/// The items of a list that a norm leads in without ending: "Contracten bevatten ten minste:". A norm that is whole
/// before its colon ("… een plan nodig, dat bevat:") keeps them to itself.
fn listed_under(doc: &Document, ctx: &Context, places: &Places, found: &[PolicyRule]) -> Vec<PolicyRule> {
    static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i), (?:die|dat|waarin|waarbij|waarmee|waarvan|waarop|te weten|namelijk|zoals)\b[^,]*:$|\bvolgende?\b[^,]*:$",
        )
    });
    // What an announcement of rules leads in is each a rule of its own.
    static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:geld(?:t|en)|volda(?:an|oet)|voldoen|hanteren|hanteert|vereist|nodig)\b[^.;]*:$|\b(?:volgende|deze|onderstaande) (?:\w+ )?(?:voorwaarden|eisen|regels|\w+regels|afspraken|voorschriften|normen|waarborgen)\b[^.;]*:$",
        )
    });
    static HANGS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i), (?:die|dat|waarin|waarbij|waarmee|waarvan|waarop|welke)\b[^,]*:$"));
    static TERMS: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:voorwaarden|eisen|\w*regels|voorschriften|normen)\b[^.;]*:$"));
    let (mut lead, mut bare, mut terms): (Option<Norm>, bool, bool) = (None, false, false);
    let mut all = Vec::new();
    for (at, block) in doc.blocks.iter().enumerate() {
        let item = matches!(block.kind, BlockKind::Item { .. });
        if !item && !doc.of(block.span).trim().is_empty() {
            let of_block = found.iter().filter(|r| r.evidence.first().is_some_and(|e| block.span.contains(e.span)));
            let last = of_block.max_by_key(|r| r.evidence.first().map(|e| e.span));
            let open = |r: &&PolicyRule| {
                let words = r.evidence.first().map_or("", |e| doc.of(e.span));
                words.ends_with(':') && !CLAUSE.is_match(words)
            };
            let words = doc.of(block.span);
            let announced = || (ANNOUNCED.is_match(words) && !HANGS.is_match(words)).then_some(Norm::Verplicht);
            let found = last.filter(open).map(|r| r.norm);
            bare = found.is_none();
            terms = TERMS.is_match(words);
            let tells = || told::leads_nowhere(last_said(words)) || letter::OTHERS_RULE.is_match(words);
            lead = found.or_else(|| announced().filter(|_| !tells())).filter(|_| !places.aims(at) && !places.tells(at));
            continue;
        }
        let Some(norm) = lead.filter(|_| item) else { continue };
        let Some((_, unit)) = ctx.reading.sentences_in(block.span).first() else { continue };
        if !found.iter().any(|r| r.evidence.iter().any(|e| e.span.overlaps(*unit))) {
            if !bare {
                all.push(own(doc, ctx, *unit, norm));
            } else if let Some(norm) = present::announced(doc.of(*unit), terms) {
                all.push(own(doc, ctx, *unit, norm));
            }
        }
    }
    all
}

/// The last sentence of a block, by its looks.
fn last_said(block: &str) -> &str {
    block.rsplit(". ").next().unwrap_or(block)
}

/// What is laid down without a rule that found it.
fn own(doc: &Document, ctx: &Context, unit: Span, norm: Norm) -> PolicyRule {
    let words = doc.of(unit);
    let block = doc.block_index(unit.start()).unwrap_or_default();
    PolicyRule {
        norm,
        subject: None,
        conditional: conditioned(norm, words) || condition::follows(doc, block, unit),
        due: day_said(words).map(deadline),
        evidence: vec![ctx.evidence(unit, IN_PRESENT)],
    }
}

/// How a row stands to a place: before, after, or around it.
fn place(row: Span, unit: Span) -> std::cmp::Ordering {
    if row.end() <= unit.start() {
        std::cmp::Ordering::Less
    } else if row.start() >= unit.end() {
        std::cmp::Ordering::Greater
    } else {
        std::cmp::Ordering::Equal
    }
}

/// A policy by its genre, or by a title that says so where the genre is open.
fn is_policy(doc: &Document) -> bool {
    static TITLE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:beleidslijn|beleidskader|beleidsregels?|circulaire|gedragslijn|gedragsregels?|gedragscode|leidraad|werkafspraken|gebruiksafspraken|huisregels|spelregels|gebruiksregels|gebruiksvoorwaarden|(?:gebruikers|huishoudelijk )?reglement|protocol|handreiking|gebruiksrichtlijn|(?:richtlijn(?:en)?|voorschriften|instructie|kader|regels|afspraken|aanwijzing(?:en)?|normen|beleid) (?:voor|over|inzake|bij|op)|richtlijn(?:en)?$)\b",
        )
    });
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:concept|interne?|departementale|tijdelijke|algemene|betreft:?|onderwerp:?) ){0,2}(?:circulaire|\w*beleidslijn|\w*beleidskader|\w*beleidsregels?|gedragslijn|gedragsregels?|gedragscode|\w*huisregels|\w*spelregels|\w*gebruiksregels|\w*gebruiksvoorwaarden|\w*reglement|\w*protocol|\w*handreiking|\w*richtlijn(?:en)?|\w*voorschrift(?:en)?|dienstvoorschrift|dienstinstructie|\w*instructie|aanwijzing(?:en)?|normenkader|afwegingskader|mededeling)\b",
        )
    });
    static CHAMBER: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:voorzitter|staten-generaal|tweede kamer|eerste kamer)\b"));
    let open = doc.meta.kind == Kind::Overig;
    let headed = || {
        let lines = doc.blocks.iter().take(10).map(|b| doc.of(b.span)).filter(|l| l.chars().count() <= 160);
        lines.filter(|l| !l.ends_with(['.', ';', '?'])).any(|l| NAMED.is_match(l))
    };
    let to_chamber = || doc.blocks.iter().take(20).any(|b| CHAMBER.is_match(doc.of(b.span)));
    let circular = || doc.meta.kind == Kind::Kamerbrief && !to_chamber();
    let titled = || doc.meta.title.as_deref().is_some_and(|t| TITLE.is_match(t));
    doc.meta.kind == Kind::Beleidslijn || open && titled() || (open || circular()) && headed()
}

/// Whether a document of no known genre lays down in so many of its sentences that it is a policy, whatever its title.
fn speaks_as_one(doc: &Document, ctx: &Context) -> bool {
    /// Fewer norms do not make a policy.
    const FEWEST: usize = 10;
    if doc.meta.kind != Kind::Overig || !doc.questions.is_empty() {
        return false;
    }
    let prose = |block: usize| matches!(doc.blocks[block].kind, BlockKind::Paragraph | BlockKind::Item { .. });
    let (mut all, mut norms) = (0, 0);
    for (_, unit) in ctx.reading.sentences().iter().filter(|(block, _)| prose(*block)) {
        let words = doc.of(*unit);
        all += usize::from(words.split_whitespace().count() > 3);
        norms += usize::from(present::firm(words, false));
    }
    norms >= FEWEST && norms * 9 >= all * 2
}

/// The sections of a letter or report that lay down rules of their own: their heading says so. An answer or a debate
/// only retells what holds already.
fn laid_down(doc: &Document) -> Vec<Span> {
    static HEADING: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)(?:^|\b)(?:(?:departementale|interne|huis|gedrags|gebruiks|spel|beleids)?regels?|voorschriften|gedragslijn|beleidslijn|wat (?:het|dit|ons) \w*(?:beleid|kader) (?:vraagt|voorschrijft|zegt|regelt|eist)|wat (?:mag|moet|geldt)|normen|gebruiksafspraken|instructies?)(?: (?:voor|van|over|bij) .{1,60})?$",
        )
    });
    static LAW: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:wet|wettelijke?|europese|eu-|begrotings|commissie|motie|kamer|nieuwe)"));
    if !matches!(doc.meta.kind, Kind::Kamerbrief | Kind::Overig) {
        return Vec::new();
    }
    let mut parts = Vec::new();
    let mut open: Option<u8> = None;
    for block in &doc.blocks {
        if let BlockKind::Heading { level } = block.kind {
            let words = doc.of(block.span).trim_end_matches([':', '.']);
            let named = HEADING.is_match(words) && !LAW.is_match(words);
            if named || open.is_some_and(|above| level <= above) {
                open = named.then_some(level);
            }
        } else if open.is_some() {
            parts.push(block.span);
        }
    }
    parts
}

fn rule(doc: &Document, ctx: &Context, finding: &Finding) -> Option<PolicyRule> {
    let at = finding.unit.start();
    let heading = matches!(doc.blocks[finding.block].kind, BlockKind::Heading { .. });
    let words = doc.of(finding.unit);
    // Whom a policy does not bind, it advises where it says whom it does.
    let back = || background(doc, at) && !told::advised(words);
    if heading || ctx.in_footnote(at) || ctx.quoted(finding.span) || ctx.in_motion(at) || back() {
        return None;
    }
    // What a question asks is not laid down; nor is, by the widest rule, what only says of what is spoken.
    let said = clause::split(words);
    let aside = match clause::hangs(&said, finding.span.start() - at) {
        Some(clause::Hangs::Question) => true,
        Some(clause::Hangs::Which) => {
            let main = clause::main_verb(&said).map(|main| said[main.at].start);
            finding.rule.id == BY_COURSE || main.is_some_and(|main| finding.span.end() - at <= main)
        }
        None => false,
    };
    if aside || told::described(words) {
        return None;
    }
    let norm = finding.fields.get("norm").and_then(|n| Norm::named(n)).map(|n| present::turned(n, words))?;
    Some(PolicyRule {
        norm,
        subject: subject(words, finding.span.start() - at),
        conditional: conditioned(norm, words) || condition::follows(doc, finding.block, finding.unit),
        due: by_when(doc, ctx, finding).map(deadline),
        evidence: vec![ctx.evidence(finding.unit, &finding.rule.id)],
    })
}

/// By when or from when a rule holds. A policy is read long after its days have passed: one that stands in it counts.
fn by_when(doc: &Document, ctx: &Context, finding: &Finding) -> Option<Period> {
    match due(doc, ctx.anchor(finding.unit.start()), finding) {
        Due::At(period) => {
            Some(*period).filter(|p| p.grain == Grain::Onbepaald || !recurs(&p.raw, doc.of(finding.unit)))
        }
        Due::Open => None,
        Due::Past => day_said(doc.of(finding.unit)),
    }
}

/// Whether a time comes back with each case or year: "binnen een maand", "jaarlijks vóór 1 maart".
fn recurs(raw: &str, sentence: &str) -> bool {
    static LENGTH: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:uiterlijk )?(?:(?:binnen|over|na) .*(?:dag|dagen|week|weken|maand|maanden|kwartaal|jaar|jaren)$)",
        )
    });
    static YEARLY: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:jaarlijks|(?:elk|ieder|per) (?:kalender)?jaar|telkens|steeds)\b"));
    LENGTH.is_match(raw) || YEARLY.is_match(sentence)
}

/// The day from or until which a sentence says that something holds.
fn day_said(words: &str) -> Option<Period> {
    static FROM: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:uiterlijk|per|vanaf|v[oó]{2}r|tot|met ingang van|ingaande|na|op)\b"));
    let said = periods(words, None).into_iter().map(|(_, period)| period);
    said.filter(|p| p.grain == Grain::Dag && p.until.or(p.from).is_some()).find(|p| FROM.is_match(&p.raw))
}

/// What a policy dates it dates by the day it names: "uiterlijk 1 mei" and "voor 1 mei" are due on the first of May.
fn deadline(mut period: Period) -> Period {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^(?:v[oó]{2}r|tot(?: aan)?) (?:de )?\d"));
    if period.grain == Grain::Dag {
        let last = period.until.or(period.from);
        let named = last.filter(|_| BEFORE.is_match(&period.raw)).and_then(|day| day.tomorrow().ok());
        period.from = named.or(last);
        period.until = period.from;
    }
    period
}

/// Whether a heading above says that this is background and not the policy itself.
fn background(doc: &Document, at: usize) -> bool {
    static BACKGROUND: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:achtergrond|aanleiding|inleiding|context|leeswijzer|\w*begrippen|begrips\w+|definities|probleemstelling|voorwoord|samenvatting|bronnen|literatuur|^(?:[\d.]+ )?(?:\w+ )?evaluatie)\b",
        )
    });
    doc.headings_at(at).iter().any(|h| BACKGROUND.is_match(doc.of(h.span)))
}

/// About what: the words before the verb of the rule, without what leads up to them.
fn subject(words: &str, verb: usize) -> Option<String> {
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:(?:het )?gebruik(?:en)? van |de inzet van |inzet van |voor |bij |wat concreet betekent dat )*",
        )
    });
    // What leads to the verb, and words that stand for nothing by themselves.
    static TAIL: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)(?:\s+(?:is|zijn|wordt|worden|blijft|blijven|vooralsnog|voorlopig|daarom|echter|ook|dan ook|niet|wel))+$",
        )
    });
    static EMPTY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:wel|dit|dat|deze|die|het|er|hier\w*|daar\w*|zo|ook|echter|publieke|tevens)$|^(?:vanuit|vanwege|omdat|doordat)\b|\b(?:dat er|wat (?:\w+ )?betekent)\b",
        )
    });
    let before = words.get(..verb)?.trim_end_matches([' ', ',', ':']);
    let before = LEAD.replace(before, "");
    let before = TAIL.replace(&before, "");
    let short = before.split_whitespace().count() <= 16 && before.chars().count() > 2;
    (short && !EMPTY.is_match(&before)).then(|| before.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Draft, DraftBlock};
    use crate::text::Origin;

    fn found(kind: Kind, words: &[&str]) -> Vec<(Norm, bool)> {
        let mut draft = Draft::default();
        for line in words {
            draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::line(1), line));
        }
        let mut doc = draft.finish("stuk.txt", "txt");
        doc.meta.kind = kind;
        extract(&doc, &Context::new(&doc)).into_iter().map(|r| (r.norm, r.conditional)).collect()
    }

    #[test]
    fn a_policy_speaks_for_itself_and_a_letter_does_not() {
        let words = ["Roken op het perron is verboden.", "Honden zijn toegestaan, mits zij zijn aangelijnd."];
        assert_eq!(found(Kind::Beleidslijn, &words), [(Norm::NietToegestaan, false), (Norm::Toegestaan, true)]);
        assert_eq!(found(Kind::Kamerbrief, &words), []);
    }

    #[test]
    fn background_advises_those_who_are_not_bound_and_lays_down_nothing_else() {
        let mut draft = Draft::default();
        draft.push(DraftBlock::with(BlockKind::Heading { level: 2 }, Origin::line(1), "Reikwijdte en begrippen"));
        let words = "Jachthavens wordt in overweging gegeven hetzelfde te doen. Vuur was en is er verboden.";
        draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::line(2), words));
        let mut doc = draft.finish("stuk.txt", "txt");
        doc.meta.kind = Kind::Beleidslijn;
        let norms: Vec<_> = extract(&doc, &Context::new(&doc)).into_iter().map(|r| r.norm).collect();
        assert_eq!(norms, [Norm::Advies]);
    }

    #[test]
    fn a_strategy_lays_down_where_it_has_rules_and_tells_elsewhere() {
        let mut draft = Draft::default();
        let heading = |draft: &mut Draft, level: u8, words: &str| {
            draft.push(DraftBlock::with(BlockKind::Heading { level }, Origin::line(1), words));
        };
        let say = |draft: &mut Draft, words: &str| {
            draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::line(2), words));
        };
        heading(&mut draft, 1, "Havenstrategie tot de winter");
        say(&mut draft, "De haven groeit.");
        heading(&mut draft, 2, "1. De vloot");
        say(&mut draft, "Boten worden eenmalig geverfd en vastgelegd in het register.");
        heading(&mut draft, 2, "2. Spelregels");
        say(&mut draft, "Boten worden bij aankomst geregistreerd.");
        heading(&mut draft, 2, "3. De kade");
        say(&mut draft, "Vuur is op de kade verboden. Schippers melden een lek binnen een uur.");
        let mut doc = draft.finish("stuk.txt", "txt");
        doc.meta.kind = Kind::Beleidslijn;
        let found = extract(&doc, &Context::new(&doc)).into_iter();
        let words: Vec<_> = found.map(|r| doc.of(r.evidence[0].span).split(' ').next().unwrap().to_string()).collect();
        assert_eq!(words, ["Boten", "Vuur", "Schippers"]);
    }

    #[test]
    fn what_a_clause_asks_or_says_of_a_thing_is_not_laid_down() {
        let words = [
            "Het logboek blijft de plaats waarin vrachten duurzaam worden vastgelegd.",
            "De diepgang geeft antwoord op de vraag of een schip mag worden toegelaten.",
            "een beschrijving van de wijze waarop trossen worden gecontroleerd;",
        ];
        assert_eq!(found(Kind::Beleidslijn, &words), []);
        let norm = ["Schepen die geen vlag kunnen voeren, melden dit vooraf bij de meester."];
        assert_eq!(found(Kind::Beleidslijn, &norm), [(Norm::Verplicht, false)]);
    }
}
