//! Migrations: moves of government ICT to a cloud or another host. The rules know the wording of one migration; here it
//! is told whose it is, what moves and to whom, and what stands in an overview: under a heading such as "Geplande
//! cloudmigraties" every paragraph or item that introduces a system is one, and the heading gives its phase.
//! The border: policies, questions, footnotes and quotations hold none.

use super::commitments::due;
use super::{Context, Migration, Phase, RecordKind, constant};
use crate::document::{BlockKind, Document, Kind};
use crate::lexicon::{ActorKind, Entry, actors_in, ministry_of};
use crate::rules::{Finding, words};
use crate::text::Span;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The rule that holds only under the heading of an overview.
const IN_OVERVIEW: &str = "traject-in-overzicht";

/// How many sentences a quote may run on to reach the word that says it is about a cloud or host.
const REACH: usize = 3;

/// All that the document holds, in order of place.
pub(super) fn extract(doc: &Document, ctx: &Context) -> Vec<Migration> {
    if matches!(doc.meta.kind, Kind::Motie | Kind::Beleidslijn) {
        return Vec::new();
    }
    let mut by_block: BTreeMap<usize, Vec<Finding>> = BTreeMap::new();
    let open = |block, unit| !outside(doc, ctx, block, unit);
    for finding in ctx.reading.each(RecordKind::Migration, open, |finding| Some(finding.clone())) {
        if !ctx.quoted(finding.span) {
            by_block.entry(finding.block).or_default().push(finding);
        }
    }
    let overview = overview(doc);
    let mut found = Vec::new();
    for (index, block) in doc.blocks.iter().enumerate() {
        let findings = by_block.remove(&index).unwrap_or_default();
        let none = findings.iter().find(|f| phase(f) == Some(Phase::Geen) || NONE.is_match(doc.of(f.unit)));
        match (overview[index], none) {
            (Some(_), Some(finding)) => found.extend(migration(doc, ctx, finding, finding.unit, Phase::Geen)),
            (Some(phase), None) => {
                let listed = matches!(block.kind, BlockKind::Item { .. });
                if let Some(finding) = findings.first() {
                    let mut made = migration(doc, ctx, finding, introduction(doc, ctx, finding), phase);
                    if let Some(made) = made.as_mut().filter(|m| m.organisation.is_none()) {
                        made.organisation = spoken_of_before(doc, index);
                    }
                    found.extend(made);
                } else if listed {
                    found.extend(item(doc, ctx, index, phase));
                }
            }
            (None, _) => {
                let mut phases = Vec::new();
                for finding in findings.iter().filter(|f| f.rule.id != IN_OVERVIEW) {
                    let Some(phase) = phase(finding) else { continue };
                    if !phases.contains(&phase) {
                        phases.push(phase);
                        found.extend(migration(doc, ctx, finding, finding.unit, phase));
                    }
                }
            }
        }
    }
    found
}

/// Words of an overview that say of whom it follows that they have nothing to move.
static NONE: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\bgeen (?:\w+ ){0,3}\S*(?:migraties?|trajecten|verhuizingen|overgangen)\b"));

fn phase(finding: &Finding) -> Option<Phase> {
    finding.fields.get("phase").and_then(|p| Phase::named(p))
}

/// Whether the place itself rules a migration out.
fn outside(doc: &Document, ctx: &Context, block: usize, unit: Span) -> bool {
    let at = unit.start();
    let block = &doc.blocks[block];
    // "De volgende trajecten lopen:" leads in a list, and the list says it.
    let leads_in = doc.of(block.span).ends_with(':');
    matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Speaker | BlockKind::Footnote)
        || leads_in
        || ctx.asked(at)
        || ctx.in_motion(at)
}

/// Per block the phase that the heading of an overview gives it. Headings that only name ministries keep the overview
/// going, whatever their level; any other heading ends it.
fn overview(doc: &Document) -> Vec<Option<Phase>> {
    static OVERVIEW: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(gepland|voorgenomen|mogelijk|lopend|afgerond|gerealiseerd|uitgevoerd|stopgezet|heroverwogen|toekomstig)e?\b(?: \S+){0,3}? \S*(?:migraties?|overstap\w*|cloudtrajecten)\b",
        )
    });
    static BOTH: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)gepland\w* en voorgenomen|voorgenomen en gepland|onderbouwing|per voorgenomen|risico")
    });
    static ONLY_NAMES: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)^(?:\d[\d.]* )?(?:het |de )?(?:ministerie|overige|rijksbreed|departement|agentschap|zbo)")
    });
    let mut now = None;
    let each = doc.blocks.iter().map(|block| {
        if block.is_heading() {
            let heading = doc.of(block.span);
            if let Some(found) = OVERVIEW.captures(heading).filter(|_| !BOTH.is_match(heading)) {
                now = Some(match found[1].to_lowercase().as_str() {
                    "gepland" => Phase::Gepland,
                    "lopend" => Phase::Lopend,
                    "afgerond" | "gerealiseerd" | "uitgevoerd" => Phase::Afgerond,
                    "stopgezet" => Phase::Stopgezet,
                    "heroverwogen" => Phase::Heroverwogen,
                    _ => Phase::Voorgenomen,
                });
            } else if !ONLY_NAMES.is_match(heading) && crate::lexicon::actor(heading).is_none() {
                now = None;
            }
            return None;
        }
        now
    });
    each.collect()
}

/// The sentence that introduces the system, and on to the one that speaks of a cloud or host where that is near; one
/// sentence earlier where that one names the system and what follows only points to it.
fn introduction(doc: &Document, ctx: &Context, finding: &Finding) -> Span {
    static CLOUD: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\w*cloud\w*|\bSaaS|\bmigratie|datacent|\bMS Teams|\bM365|\bAzure|\bAWS|hosting")
    });
    static NAMED: LazyLock<Regex> = LazyLock::new(|| constant(r"\b[A-Z]{3,}\w* \("));
    let all: Vec<Span> = of_block(ctx, finding.block).collect();
    let Some(at) = all.iter().position(|s| *s == finding.unit) else { return finding.unit };
    let start = if at == 1 && NAMED.is_match(doc.of(all[0])) { all[0] } else { finding.unit };
    let end = all[at..].iter().take(REACH).find(|s| CLOUD.is_match(doc.of(**s)));
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
    Some(build(doc, ctx, unit, block, phase, &format!("structuur:{IN_OVERVIEW}")))
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

fn migration(doc: &Document, ctx: &Context, finding: &Finding, quote: Span, phase: Phase) -> Option<Migration> {
    let block = doc.blocks.get(finding.block)?.span;
    let mut made = build(doc, ctx, quote, block, phase, &finding.rule.id);
    made.due = due(doc, ctx.anchor(quote.start()), finding).period();
    Some(made)
}

fn build(doc: &Document, ctx: &Context, quote: Span, block: Span, phase: Phase, rule: &str) -> Migration {
    let said = doc.of(quote);
    let organisation = organisation(said).or_else(|| {
        ctx.actors(quote.start())
            .into_iter()
            .find(|a| crate::lexicon::actor(a).is_some_and(|e| e.kind == ActorKind::Organisatie))
    });
    let providers = match phase {
        Phase::Geen => Vec::new(),
        _ => providers(doc.of(block)),
    };
    Migration {
        ministries: ministries(ctx, quote, said, phase, organisation.as_deref()),
        organisation,
        subject: subject(said),
        phase,
        providers,
        due: None,
        evidence: vec![ctx.evidence(quote, rule)],
    }
}

/// Whose: the ministries a sentence lists, else those that speak here, an organisation by its parent.
fn ministries(ctx: &Context, quote: Span, said: &str, phase: Phase, organisation: Option<&str>) -> Vec<String> {
    let mut listed = Vec::new();
    for (_, entry) in actors_in(said).filter(|(_, e)| e.kind == ActorKind::Ministerie) {
        if !listed.contains(&entry.abbr) {
            listed.push(entry.abbr.clone());
        }
    }
    let here = ctx.actors(quote.start());
    if phase == Phase::Geen && listed.len() > 1 || here.is_empty() && !listed.is_empty() {
        return listed;
    }
    let parent = organisation.and_then(ministry_of).map(str::to_string);
    let headed = here != ctx.doc.meta.sender;
    if !headed {
        let own: Vec<String> = parent.into_iter().collect();
        let named = if own.is_empty() { listed } else { own };
        return if named.is_empty() { mandated(ctx, here) } else { named };
    }
    let mut all: Vec<String> = Vec::new();
    for actor in here {
        let ministry = ministry_of(&actor).map_or(actor.clone(), str::to_string);
        if !all.contains(&ministry) {
            all.push(ministry);
        }
    }
    all
}

/// Without a heading an answer "mede namens" one other ministry speaks for that one.
fn mandated(ctx: &Context, here: Vec<String>) -> Vec<String> {
    match ctx.doc.meta.on_behalf_of.as_slice() {
        [one] if ctx.doc.meta.kind == Kind::Antwoord => vec![one.clone()],
        _ => here,
    }
}

/// The organisation whose system the paragraph right before, under the same heading, describes.
fn spoken_of_before(doc: &Document, index: usize) -> Option<String> {
    let before = doc.blocks.get(index.checked_sub(1)?)?;
    (before.kind == BlockKind::Paragraph).then(|| organisation(doc.of(before.span))).flatten()
}

/// The first organisation that moves; offices that only buy or advise do not.
fn organisation(said: &str) -> Option<String> {
    let moves = |e: &&Entry| {
        e.kind == ActorKind::Organisatie && !["SLM Rijk", "CIO Rijk", "ADR", "AP"].contains(&e.abbr.as_str())
    };
    actors_in(said).map(|(_, e)| e).find(moves).map(|e| e.abbr.clone())
}

/// To whom: the supplier whose platform it runs on where the text says so, else all that are named.
fn providers(said: &str) -> Vec<String> {
    static PLATFORM: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:platform|cloud)diensten van|gehost (?:bij|op|door)|draait (?:bij|op)|draaien (?:bij|op))\b",
        )
    });
    let platform = PLATFORM.find(said).map(|m| said[m.end()..].split('.').next().unwrap_or_default());
    let host = platform.map(suppliers).filter(|found| !found.is_empty());
    host.unwrap_or_else(|| suppliers(said))
}

/// The suppliers and products named, each once, in order.
fn suppliers(said: &str) -> Vec<String> {
    static NAMES: LazyLock<(Regex, BTreeMap<String, &'static str>)> = LazyLock::new(|| {
        let all: BTreeMap<String, &'static str> = words("leverancier")
            .flat_map(|(value, forms)| forms.iter().map(move |form| (form.clone(), value)))
            .collect();
        let mut forms: Vec<String> = all.keys().map(|f| regex::escape(f)).collect();
        forms.sort_by_key(|f| std::cmp::Reverse(f.len()));
        (constant(&format!(r"\b(?:{})", forms.join("|"))), all)
    });
    let (pattern, values) = &*NAMES;
    let mut found: Vec<String> = Vec::new();
    for value in pattern.find_iter(said).filter_map(|m| values.get(m.as_str())) {
        if !found.iter().any(|f| f == value) {
            found.push((*value).to_string());
        }
    }
    found
}

/// What moves, in the words of the text: a named programme, what "migratie van" names, the head of a list item, a
/// product, or the work place.
fn subject(said: &str) -> Option<String> {
    static PROGRAMME: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:[Pp]rogramma|[Pp]roject|[Tt]raject) (?:(\p{Lu}[\p{L}-]*(?: [\p{L}-]+){1,5} \([A-Z][A-Z\d-]+\))|((?:\p{Lu}[\p{L}\d-]*|IV)(?:[ -](?:\p{Lu}[\p{L}\d-]*|voor))*))",
        )
    });
    static SETTING: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:onder|binnen|in) (?:het|de) (?:\S+ ){0,2}$"));
    static WAYS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
        [
            r"\b[Mm]igraties? van (?:het |de |haar |zijn |hun )?((?:[\w-]+ ?){1,5}?)(?: naar| via| is| in| op|[,.;]|$)",
            r"\b(?:opvolger|overgang (?:\w+ ){0,4}naar) ((?:\p{Lu}[\w-]*)(?: \p{Lu}[\w-]*)*)",
            r"\b(?:voor|van|naar) (?:een|het|de) ((?:[A-Z]{2,}-)?\p{Ll}*(?:systeem|portaal|register|applicatie))\b",
            r"\brondom ([\p{L}]+(?: [\p{L}]+)?)",
            r"\b(?:werkplek)\s?\(([^)]{3,60})\)",
            r"\b((?:MS|Microsoft) Teams)\b",
            r"\b(\p{L}*werkplek)",
            r"\b((?:\p{L}+-)?\p{L}*(?:systemen|registraties?|registers?|portaal|dossiers|archief|databank|postbussen|administratie|view|back-up|e-mail))\b",
            r"\b([A-Z]{3,}) \(",
            r"\b(\p{L}*systeem)\b",
        ]
        .iter()
        .map(|p| constant(p))
        .collect()
    });
    static HEAD: LazyLock<Regex> = LazyLock::new(|| constant(r"^(\p{L}[^.:;]{2,60}): "));
    static VERB: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:is|zijn|heeft|hebben|wordt|worden|werd|loopt|lopen|gaat|gaan|zal|zullen|start|verhuist|stapt|komt)\b",
        )
    });
    let label = said.trim_end_matches(['.', ' ']);
    if !label.contains(". ") && label.split_whitespace().count() <= 10 && !VERB.is_match(label) {
        return Some(label.to_string());
    }
    if let Some(head) = HEAD.captures(said).and_then(|c| c.get(1)) {
        return Some(head.as_str().to_string());
    }
    let programme = PROGRAMME.captures(said).and_then(|c| {
        let whole = c.get(0).filter(|m| !SETTING.is_match(&said[..m.start()]))?;
        let name = c.get(1).or(c.get(2))?;
        // A bare name says little without "programma" before it.
        Some(if name.as_str().contains([' ', '-']) { name.as_str() } else { whole.as_str() })
    });
    let other = || WAYS.iter().find_map(|way| way.captures(said)?.get(1)).map(|m| m.as_str().trim());
    programme.or_else(other).map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Draft, DraftBlock};
    use crate::text::Origin;

    fn found(blocks: &[(BlockKind, &str)]) -> Vec<(Phase, Vec<String>, Option<String>)> {
        let mut draft = Draft::default();
        for (kind, words) in blocks {
            draft.push(DraftBlock::with(kind.clone(), Origin::line(1), words));
        }
        let mut doc = draft.finish("brief.txt", "txt");
        doc.meta.kind = Kind::Kamerbrief;
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
    fn birds_and_questions_migrate_no_ict() {
        assert_eq!(found(&[(BlockKind::Paragraph, "De migratie van ganzen is in maart voltooid.")]), []);
        assert_eq!(found(&[(BlockKind::Paragraph, "Is de migratie van de servers naar de cloud afgerond?")]), []);
    }
}
