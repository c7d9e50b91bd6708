//! Where sources do not say the same: on advice, outcome, proposers, number or counts, and where a motion is retold with
//! words added or left out. The border: both sides are shown in their own words; who is right is not decided here.

use super::compare::{self, Change, Run};
use super::trail::{Place, Said, Trail};
use crate::records::{Evidence, Extraction, Motion};
use crate::text::{Origin, Span, fold};
use regex::Regex;
use serde::Serialize;
use std::sync::LazyLock;

/// Two or more sources that differ on one thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contradiction {
    /// On what: `appreciatie`, `uitslag`, `indieners`, `nummer`, `aantal`, `dictum`.
    pub about: &'static str,
    /// What differs, in a sentence.
    pub what: String,
    /// Each side in its own words.
    pub sides: Vec<Side>,
    /// For a motion retold: its own words against those of the document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diff: Vec<Run>,
}

/// What one source says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// The value.
    pub value: String,
    /// The document; `None` for the Chamber's open data.
    pub document: Option<Place>,
    /// The words, literally.
    pub evidence: Option<Evidence>,
}

impl Contradiction {
    /// What differs, in one line: the values against each other, or the words that came and went.
    pub fn brief(&self) -> String {
        let source = |s: &Side| s.document.as_ref().map_or_else(|| super::gather::REGISTER.to_string(), Place::name);
        match self.about {
            "dictum" => {
                let of = |change: Change| {
                    let runs = self.diff.iter().filter(|r| r.change == change);
                    let words: Vec<String> = runs.map(|r| format!("‘{}’", r.words)).collect();
                    super::words::listed(&words)
                };
                let (added, dropped) = (of(Change::Toegevoegd), of(Change::Weggelaten));
                let parts = [("erbij: ", added), ("eruit: ", dropped)];
                let parts = parts.into_iter().filter(|(_, w)| !w.is_empty()).map(|(what, w)| format!("{what}{w}"));
                let who = self.sides.last().map(source).unwrap_or_default();
                super::words::short(
                    &format!("{who} geeft haar anders weer; {}", parts.collect::<Vec<_>>().join("; ")),
                    240,
                )
            }
            "aantal" => self.what.clone(),
            "nummer" => {
                let said: Vec<String> = self.sides.iter().map(|s| format!("‘{}’ ({})", s.value, source(s))).collect();
                format!("geschreven als {}", super::words::listed(&said))
            }
            _ => {
                let said: Vec<String> = self.sides.iter().map(|s| format!("{} ({})", s.value, source(s))).collect();
                said.join(" tegenover ")
            }
        }
    }
}

/// Under this similarity a document does not retell a dictum but says something else.
const RETOLD: f64 = 0.5;

/// All that sources differ on about one motion.
pub(super) fn of(trail: &Trail, documents: &[&Extraction]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let advice = (trail.register.as_ref().and_then(|r| r.appreciatie.clone()), |m: &Motion| m.appreciatie.clone());
    let outcome = (trail.register.as_ref().and_then(|r| r.uitslag.clone()), |m: &Motion| m.uitslag.clone());
    found.extend(values(trail, "appreciatie", "de bronnen geven een ander advies van het kabinet", advice));
    found.extend(values(trail, "uitslag", "de bronnen geven een andere uitslag", outcome));
    found.extend(proposers(trail));
    found.extend(numbers(trail, documents));
    found.extend(retold(trail));
    found
}

/// Differences in a value that a register or a document gives.
fn values(
    trail: &Trail,
    about: &'static str,
    what: &str,
    (register, of): (Option<String>, impl Fn(&Motion) -> Option<String>),
) -> Option<Contradiction> {
    let mut sides: Vec<Side> =
        register.into_iter().map(|value| Side { value, document: None, evidence: None }).collect();
    for m in trail.own.iter().chain(&trail.accounts).chain(&trail.asked) {
        let Some(value) = of(&m.said) else { continue };
        if !sides.iter().any(|s| fold(&s.value) == fold(&value)) {
            sides.push(side(value, m));
        }
    }
    (sides.len() > 1).then(|| Contradiction { about, what: what.into(), sides, diff: Vec::new() })
}

fn side(value: String, m: &Said<Motion>) -> Side {
    Side { value, document: Some(m.document.clone()), evidence: m.said.evidence.first().cloned() }
}

/// A document that names other proposers than the motion itself. One name stands for all ("c.s.").
fn proposers(trail: &Trail) -> Option<Contradiction> {
    let own = trail.own.as_ref().filter(|o| !o.said.indieners.is_empty())?;
    let names = |m: &Motion| m.indieners.iter().map(|p| fold(&p.naam)).collect::<Vec<_>>();
    let ours = names(&own.said);
    let other = |m: &&Said<Motion>| {
        let theirs = names(&m.said);
        theirs.iter().any(|n| !ours.contains(n)) || (theirs.len() > 1 && theirs.len() < ours.len())
    };
    let differing: Vec<&Said<Motion>> = trail.accounts.iter().chain(&trail.asked).filter(other).collect();
    let mut sides = vec![side(super::track::people(&own.said.indieners), own)];
    sides.extend(differing.iter().map(|m| side(super::track::people(&m.said.indieners), m)));
    let what = "een stuk noemt andere of minder indieners dan de motie zelf".to_string();
    (sides.len() > 1).then(|| Contradiction { about: "indieners", what, sides, diff: Vec::new() })
}

/// A document that cites the motion with a wrong number, repaired from what stands around it.
fn numbers(trail: &Trail, documents: &[&Extraction]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for e in documents {
        let mut said: Vec<&str> = Vec::new();
        for c in e.citations.iter().filter(|c| c.key.as_deref() == Some(trail.key.as_str())) {
            let Some(why) = c.repaired.as_deref().filter(|_| !said.contains(&c.raw.as_str())) else { continue };
            said.push(&c.raw);
            let what = format!(
                "een stuk schrijft het nummer anders; gelezen als {} ({why})",
                super::words::printed(&trail.key)
            );
            let quote = Evidence { quote: c.raw.clone(), span: c.span, origin: c.origin.clone(), rule: c.rule.clone() };
            let side = Side { value: c.raw.clone(), document: Some(Place::of(&e.document)), evidence: Some(quote) };
            // The same slip in several documents is one thing to know.
            match found.iter_mut().find(|f: &&mut Contradiction| f.what == what) {
                Some(known) => known.sides.push(side),
                None => found.push(Contradiction { about: "nummer", what, sides: vec![side], diff: Vec::new() }),
            }
        }
    }
    found
}

/// What a motion asks, in one text that can be compared: without the words that only introduce it.
fn asks(m: &Motion) -> String {
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^\W*(?:verzoek(?:t|en)\s+(?:de regering|het kabinet|de staatssecretaris|de minister)?[\s,;:]*)?(?:om\s+)?")
            .expect("constant pattern")
    });
    // A letter may put the proposers between the motion and what it asks.
    static WHO: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?is)^\W*van (?:het lid|de leden)\b.{0,400}?\bom\s+").expect("constant pattern"));
    let listed = |c: &&String| !m.dicta.iter().any(|d| d.text.contains(c.as_str()));
    let bare = |text: &str| LEAD.replace(&WHO.replace(text.trim(), ""), "").into_owned();
    let dicta = m.dicta.iter().map(|d| bare(&d.text));
    dicta.chain(m.conditions.iter().filter(listed).cloned()).collect::<Vec<_>>().join(" ")
}

/// Documents that retell what the motion asks in other words.
fn retold(trail: &Trail) -> Vec<Contradiction> {
    let Some(own) = trail.own.as_ref().filter(|o| !o.said.dicta.is_empty()) else { return Vec::new() };
    let ours = asks(&own.said);
    let mut found: Vec<Contradiction> = Vec::new();
    for account in trail.accounts.iter().filter(|a| !a.said.dicta.is_empty()) {
        let theirs = asks(&account.said);
        if compare::similarity(&ours, &theirs) < RETOLD {
            continue;
        }
        let Some(diff) = compare::diff(&ours, &theirs).filter(|d| compare::matters(d)) else { continue };
        let sides = vec![side(ours.clone(), own), side(theirs, account)];
        let what = format!("{} geeft de motie weer met woorden erbij of eruit", account.document.name());
        found.push(Contradiction { about: "dictum", what, sides, diff });
    }
    found
}

/// Numbers as words, as far as lists of motions go.
const NUMBERS: [&str; 13] =
    ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

/// The motions that a document itself marks, one by one, as advised against.
pub(super) fn marked(e: &Extraction) -> Vec<&Motion> {
    let against = |m: &&Motion| m.appreciatie.as_deref().is_some_and(|a| fold(a) == "ontraden");
    let says = |m: &&Motion| m.evidence.iter().any(|e| fold(&e.quote).contains("ontraden"));
    e.motions.iter().filter(against).filter(says).collect()
}

/// Where a document counts the motions on which the cabinet advised against, and marks another number of them itself.
/// `text` is the whole text of the document, `origin` says where a byte of it stands.
pub fn counts(e: &Extraction, text: &str, origin: impl Fn(usize) -> Origin) -> Option<Contradiction> {
    static COUNT: LazyLock<Regex> = LazyLock::new(|| {
        let words = NUMBERS[2..].join("|");
        Regex::new(&format!(
            r"(?i)\b(\d{{1,2}}|een (?:twee|drie|vier|vijf|zes)tal|{words})\s+(?:\w+\s+){{0,2}}moties\b[^.!?\n]*"
        ))
        .expect("constant pattern")
    });
    let marked = marked(e);
    if marked.len() < 2 {
        return None;
    }
    for found in COUNT.captures_iter(text) {
        let (whole, number) = (found.get(0)?, fold(found.get(1)?.as_str()));
        let bare = number.trim_start_matches("een ").trim_end_matches("tal");
        let said = bare.parse::<usize>().ok().or_else(|| NUMBERS.iter().position(|n| *n == bare));
        let Some(said) = said.filter(|n| *n != marked.len() && fold(whole.as_str()).contains("ontraden")) else {
            continue;
        };
        let quote = |span: Span| Evidence {
            quote: span.of(text).to_string(),
            span,
            origin: origin(span.start()),
            rule: "telling".into(),
        };
        let place = Place::of(&e.document);
        let list = marked.iter().filter_map(|m| m.evidence.first()).map(|e| Side {
            value: "(ontraden)".into(),
            document: Some(place.clone()),
            evidence: Some(e.clone()),
        });
        let told = Side {
            value: said.to_string(),
            document: Some(place.clone()),
            evidence: Span::new(text, whole.range()).map(|s| quote(s.trim(text))),
        };
        return Some(Contradiction {
            about: "aantal",
            what: format!("{} merkt {} moties aan als ontraden, en telt er {said}", place.name(), marked.len()),
            sides: list.chain([told]).collect(),
            diff: Vec::new(),
        });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::trail::Trails;
    use super::*;
    use crate::records::{Dictum, DocumentInfo};

    fn motion(dictum: &str, advice: &str, own_text: bool) -> Motion {
        Motion {
            key: Some("kst-30000-1".into()),
            dicta: vec![Dictum { text: dictum.into(), span: Span::all(dictum) }],
            appreciatie: (!advice.is_empty()).then(|| advice.into()),
            own_text,
            ..Motion::default()
        }
    }

    fn document(source: &str, motion: Motion) -> Extraction {
        let document =
            DocumentInfo { source: source.into(), kind: crate::document::Kind::Kamerbrief, ..DocumentInfo::default() };
        Extraction { document, motions: vec![motion], ..Extraction::default() }
    }

    #[test]
    fn a_motion_retold_with_other_words_and_another_advice_is_seen() {
        let own = document("motie", motion("verzoekt de regering hogere dijken te bouwen", "Oordeel Kamer", true));
        let letter = document("brief", motion("om hogere houten dijken te bouwen", "Ontraden", false));
        let trails = Trails::of(&[own, letter], Vec::new());
        let found: Vec<&str> = trails.trails[0].contradictions.iter().map(|c| c.about).collect();
        assert_eq!(found, ["appreciatie", "dictum"]);
        let added: Vec<&Run> = trails.trails[0].contradictions[1].diff.iter().filter(|r| r.words == "houten").collect();
        assert_eq!(added.len(), 1);
    }

    #[test]
    fn a_list_that_is_counted_wrong_is_seen() {
        let text = "- A; (ontraden)\n- B; (ontraden)\n- C; (ontraden)\nDe 2 moties die zijn ontraden volgen nog.";
        let mut e = document("lijst", Motion::default());
        e.motions.clear();
        for at in [0, 16, 32] {
            let span = Span::new(text, at..at + 15).unwrap();
            let quote = span.of(text).to_string();
            let evidence = vec![Evidence { quote, span, origin: Origin::default(), rule: "proef".into() }];
            e.motions.push(Motion { appreciatie: Some("Ontraden".into()), evidence, ..Motion::default() });
        }
        let found = counts(&e, text, |_| Origin::default()).unwrap();
        assert!(found.what.contains("merkt 3 moties aan als ontraden, en telt er 2"), "{}", found.what);
        assert!(counts(&e, &text.replace("De 2", "De 3"), |_| Origin::default()).is_none());
    }
}
