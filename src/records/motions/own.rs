//! A motion from its own, official text.

use crate::document::{BlockKind, Document, Kind, MotionText, Person};
use crate::lexicon::{member, party_by_name};
use crate::records::commitments::of_a_thing;
use crate::records::voices::session;
use crate::records::{Context, Dictum, Motion, constant};
use crate::rules;
use crate::text::{Date, Period, fold};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The rule that evidence of a motion's own text names: the reader saw its structure.
const RULE: &str = "structuur:motie";

/// The records of the motions whose text stands in the document.
pub(super) fn motions(ctx: &Context) -> Vec<Motion> {
    let parties = parties(ctx.doc);
    ctx.doc.motions.iter().map(|text| motion(ctx, text, &parties)).collect()
}

fn motion(ctx: &Context, text: &MotionText, parties: &BTreeMap<String, String>) -> Motion {
    let doc = ctx.doc;
    let date = text.date.or(doc.meta.date);
    let dicta: Vec<Dictum> =
        text.dicta.iter().map(|d| Dictum { text: doc.of(d.span).to_string(), span: d.span }).collect();
    let opening: Vec<&str> = dicta.iter().filter_map(|d| addressee(&d.text)).collect();
    let spans = text.dicta.iter().map(|d| d.span).chain(text.dicta.is_empty().then_some(text.span).flatten());
    let alone = doc.motions.len() == 1 && doc.meta.kind != Kind::Verslag;
    let subject = doc.meta.title.as_ref().filter(|t| alone && !t.is_empty());
    Motion {
        key: text.key.clone(),
        title: subject.cloned().or_else(|| text.title.contains(' ').then(|| text.title.clone())),
        indieners: movers(doc, text).iter().map(|p| with_party(parties, p, date.or(session(doc)))).collect(),
        date,
        debate: date,
        // A motion that asks the government anything is the government's to carry out, whatever else it says.
        gericht_aan: ["regering", "Kamer", "spreekt uit"].into_iter().find(|to| opening.contains(to)).map(Into::into),
        due: dicta.iter().find_map(|d| deadline(&terms(&d.text, date))).filter(|due| !past(due, date)),
        conditions: text.dicta.iter().flat_map(|d| &d.items).map(|i| super::item_text(doc.of(*i))).collect(),
        replaces: text.replaces.clone(),
        own_text: true,
        evidence: spans.map(|s| ctx.evidence(s, RULE)).collect(),
        dicta,
        ..Motion::default()
    }
}

/// Who signed; in a report whose chair does not say it, the member who has the floor.
fn movers(doc: &Document, text: &MotionText) -> Vec<Person> {
    static MEMBER: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:De heer|Mevrouw|Het lid) "));
    let signed: Vec<Person> = text.signers.iter().map(|s| s.person.clone()).collect();
    let Some(block) = text.span.and_then(|s| doc.block_index(s.start())).filter(|_| signed.is_empty()) else {
        return signed;
    };
    let speaker = doc.blocks[..block].iter().rev().find(|b| b.kind == BlockKind::Speaker).map(|b| doc.of(b.span));
    let member = speaker.filter(|line| MEMBER.is_match(line)).unwrap_or_default();
    rules::people(member).into_iter().take(1).map(|(_, person)| person).collect()
}

/// The parties that a debate report names behind its speakers, by folded name.
fn parties(doc: &Document) -> BTreeMap<String, String> {
    static SPEAKER: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^(?:De heer|Mevrouw|Het lid) ([^():]{2,60}?) \(([^()]{1,40})\)"));
    let mut parties = BTreeMap::new();
    for block in doc.blocks.iter().filter(|b| b.kind == BlockKind::Speaker) {
        if let Some(found) = SPEAKER.captures(doc.of(block.span)) {
            parties.entry(fold(&found[1])).or_insert_with(|| party_by_name(&found[2]));
        }
    }
    parties
}

/// A signatory with the party that the report names behind the speaker of that name, else the one of that day.
fn with_party(parties: &BTreeMap<String, String>, person: &Person, date: Option<Date>) -> Person {
    let spoken = || parties.get(&fold(&person.naam)).cloned();
    let seated = || date.and_then(|day| member(&person.naam, day)).map(str::to_string);
    let fractie = person.fractie.clone().or_else(spoken).or_else(seated);
    Person { naam: person.naam.clone(), fractie }
}

/// Whom a dictum addresses, from its opening. Source: the openings of 8,041 motions, of which nine in ten ask the
/// government; "spreekt uit" asks nobody anything.
fn addressee(dictum: &str) -> Option<&'static str> {
    static GOVERNMENT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^\W*(?:en\s+)?(?:(?:verzoekt|vraagt|roept|draagt|dringt|nodigt|spoort)\b.{0,40}?\b(?:(?:\w*rege\w*ring)|kabinet|minister(?:s|-president)?|staatssecretaris(?:sen)?|bewinds\w+|rijk)\b)",
        )
    });
    static CHAMBER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^\W*(?:en\s+)?(?:(?:verzoekt|vraagt|roept|draagt)\b.{0,40}?\b(?:presidium|voorzitter|commissie|kamer)\b|besluit\b|wijst\b|stelt\b|zegt het vertrouwen)",
        )
    });
    static DECLARES: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^\W*(?:en\s+)?(?:spreekt|keurt|betreurt|veroordeelt|onderschrijft)\b"));
    static ASKS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^\W*(?:en\s+)?(?:verzoekt|vraagt|roept|draagt)\b"));
    if GOVERNMENT.is_match(dictum) {
        Some("regering")
    } else if CHAMBER.is_match(dictum) {
        Some("Kamer")
    } else if DECLARES.is_match(dictum) {
        Some("spreekt uit")
    } else {
        // "verzoekt te regering": nine in ten of what is asked is asked of the government.
        ASKS.is_match(dictum).then_some("regering")
    }
}

/// The times that a dictum names, but for the years that a thing in it is of.
fn terms(dictum: &str, date: Option<Date>) -> Vec<(crate::text::Span, Period)> {
    let mut all = rules::periods(dictum, date);
    all.retain(|(span, period)| !dictum.get(..span.start()).is_some_and(|before| of_a_thing(before, period)));
    all
}

/// Whether a time lies before the day of the motion: then it is told, not asked.
fn past(due: &Period, date: Option<Date>) -> bool {
    due.until.or(due.from).zip(date).is_some_and(|(until, date)| until < date)
}

/// The deadline among the periods of a dictum: the last that is worded as one.
fn deadline(periods: &[(crate::text::Span, Period)]) -> Option<Period> {
    static UNTIL: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:nog )?(?:v[oó][oó]r|uiterlijk|binnen|bij|nog|in het|in de|in q|in \d|medio|eind|begin|rond|per|met|deze|dit|op korte|zo spoedig|zo snel|na|kort|direct|tijdig|komend|volgend)",
        )
    });
    let last = periods.iter().rev().find(|(_, p)| UNTIL.is_match(p.raw.trim()) && p.until.is_some());
    last.or_else(|| periods.iter().rev().find(|(_, p)| UNTIL.is_match(p.raw.trim()))).map(|(_, p)| p.clone())
}

#[cfg(test)]
mod tests {
    use super::addressee;

    #[test]
    fn the_opening_of_a_dictum_says_whom_it_addresses() {
        assert_eq!(addressee("verzoekt de regering een dijk aan te leggen"), Some("regering"));
        assert_eq!(addressee("roept het kabinet op haast te maken"), Some("regering"));
        assert_eq!(addressee("verzoekt te regerering dit te doen"), Some("regering"));
        assert_eq!(addressee("verzoekt het Presidium een zaal te openen"), Some("Kamer"));
        assert_eq!(addressee("spreekt uit dat de regering moet luisteren"), Some("spreekt uit"));
    }
}
