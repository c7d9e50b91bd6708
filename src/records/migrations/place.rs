//! Where in a document moves of ICT can be told of: in words about ICT, under the heading of an overview, among other
//! moves. The border: blocks in, per block a yes or a phase out; what a sentence says is for the parent.

use super::super::{Context, constant};
use super::phase::alone;
use super::{FULL, Said};
use crate::document::{Block, BlockKind, Document, Kind};
use crate::records::Phase;
use crate::rules::words;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Words of ICT, whatever the text is about. Those of [`of_ict`] beside these are of much else too.
const ICT: &str = r"cloud|\b[SPI]aaS|datacent|rekencent|server|mainframe|hosting|\bICT|\bIT-|software|systeem|systemen|applicatie|netwerk|digita";

/// Per block whether it speaks of ICT, an item also by the words before it. People, goods and tasks go to "a new
/// location" and "another party" too; a paragraph about them names no system, no data and no one who hosts.
pub(super) fn of_ict(doc: &Document) -> Vec<bool> {
    static SPOKEN: LazyLock<Regex> = LazyLock::new(|| {
        let names = ["leverancier", "rijksdienst"].into_iter().flat_map(words).flat_map(|(_, forms)| forms);
        let names: Vec<String> = names.map(|f| regex::escape(f)).collect();
        constant(&format!(
            r"(?i){ICT}|computer|\bhost|gehost|\bIT\b|automatiser|programmatuur|toepassing|\bonline|websi|\bsite|portaal|portalen|registratie|regist|databa|databank|gegevens|\bdata|mail|postbus|postvak|werkplek|kantoorpakket|platform|archie|\bODC|Logius|telefonie|back-up|\bapp\b|\bapps\b|module|pakket|migratie|\b(?:reken|werk|meld|test|productie|kantoor|zaak|beheer|ontwikkel|leer)omgeving|hyperscaler|van dien aard|dergelijks|intranet|beeldbank|kennisbank|mediatheek|rekenmodel|rekenkracht|video(?:dienst|vergader|bel)|chat(?:functie|dienst)|inlog|viewer|bestanden|formulier|dossier|documentbeheer|\w+beelden|beeldmateriaal|serviceprovider|licentie|\b(?-i:{})\b",
            names.join("|")
        ))
    });
    let mut before = false;
    let each = doc.blocks.iter().map(|block| {
        let item = matches!(block.kind, BlockKind::Item { .. });
        let here = SPOKEN.is_match(doc.of(block.span));
        let told = here || item && before;
        before = if item { before } else { here };
        told
    });
    each.collect()
}

/// Per block whether it stands where moves are spoken of: under a heading with words of ICT where a move is told, or in a
/// document with several; under any heading of such a document with one of them; in an answer to a question about moves.
pub(super) fn zones(doc: &Document, said: &[Said], tabled: usize) -> Vec<bool> {
    static SPOKEN: LazyLock<Regex> = LazyLock::new(|| constant(&format!("(?i){ICT}")));
    static MOVES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)migrat|verhui[zs]|verplaats|overhevel|overstap|onderbreng|ondergebracht|over te (?:zetten|brengen|gaan|stappen|hevelen|schakelen)|cloud|hosting|datacent|rekencent|draaien",
        )
    });
    let mut zones = vec![false; doc.blocks.len()];
    let own: Vec<usize> = said.iter().filter(|s| s.alone()).map(|s| s.finding.block).collect();
    if doc.meta.kind == Kind::Beleidslijn || own.len() + tabled == 0 {
        return zones;
    }
    let full = own.len() + tabled >= FULL;
    // Under the name of a ministry a paragraph of a text that goes by ministry may say no more than that "it follows".
    let named = |block: &Block| block.is_heading() && crate::lexicon::actor(doc.of(block.span)).is_some();
    let by_name = |index: usize| doc.blocks[..=index].iter().rev().find(|b| b.is_heading()).is_some_and(named);
    let by_names = full && own.iter().any(|block| by_name(*block));
    let mut from = 0;
    for index in 1..=doc.blocks.len() {
        if doc.blocks.get(index).is_none_or(Block::is_heading) {
            let section = doc.blocks[from].span.cover(doc.blocks[index - 1].span);
            let moves = own.iter().any(|block| (from..index).contains(block));
            let listed = by_names && named(&doc.blocks[from]);
            zones[from..index].fill(full && moves || listed || (full || moves) && SPOKEN.is_match(doc.of(section)));
            from = index;
        }
    }
    for question in &doc.questions {
        if MOVES.is_match(doc.of(question.question)) {
            for answer in &question.answers {
                for (zone, block) in zones.iter_mut().zip(&doc.blocks) {
                    *zone |= answer.span.contains(block.span);
                }
            }
        }
    }
    zones
}

/// Whether the place itself rules a migration out.
pub(super) fn outside(doc: &Document, ctx: &Context, block: usize, unit: Span) -> bool {
    let at = unit.start();
    let block = &doc.blocks[block];
    matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Speaker | BlockKind::Footnote)
        || ctx.asked(at)
        || ctx.in_motion(at)
}

/// Per block the phase that the heading of an overview gives it. Headings that only name ministries keep the overview
/// going, whatever their level; any other heading ends it.
pub(super) fn overview(doc: &Document) -> Vec<Option<Phase>> {
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
    static MOVES: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)migratie|verhuizing|verplaatsing|overstap|hosting|cloud|datacent|rekencent"));
    let mut now = None;
    let mut moved = doc.meta.title.as_deref().is_some_and(|t| MOVES.is_match(t));
    let each = doc.blocks.iter().map(|block| {
        if block.is_heading() {
            let heading = doc.of(block.span);
            moved |= MOVES.is_match(heading);
            if let Some(found) = OVERVIEW.captures(heading).filter(|_| !BOTH.is_match(heading)) {
                now = Some(match found[1].to_lowercase().as_str() {
                    "gepland" => Phase::Gepland,
                    "lopend" => Phase::Lopend,
                    "afgerond" | "gerealiseerd" | "uitgevoerd" => Phase::Afgerond,
                    "stopgezet" => Phase::Stopgezet,
                    "heroverwogen" => Phase::Heroverwogen,
                    _ => Phase::Voorgenomen,
                });
            } else if let Some(phase) = alone(heading).filter(|_| moved) {
                now = Some(phase);
            } else if !ONLY_NAMES.is_match(heading) && crate::lexicon::actor(heading).is_none() {
                now = None;
            }
            return None;
        }
        now
    });
    each.collect()
}
