//! What can be said of rules without knowing what is right: whether one does what its own file says, where its `unless`
//! held it back, and where two of them fight over a sentence.

use super::engine::{Finding, Reading, find_in};
use super::rule::Rule;
use crate::records::RecordKind;
use crate::text::Span;

/// A rule reads well when its reason is at least this many bytes long: a sentence, not a word.
const SHORTEST_WHY: usize = 20;

/// A rule needs this many sentences that it must not find; fewer leave its border open.
const FEWEST_COUNTERS: usize = 2;

impl Rule {
    /// What is not as the rule's own file says, in Dutch, one entry a fault: examples it does not find or marks
    /// otherwise, counter-examples it finds, patterns without an example, a reason that says too little.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.why.trim().len() < SHORTEST_WHY {
            faults.push("`why` zegt te weinig".to_string());
        }
        if self.counters.len() < FEWEST_COUNTERS {
            faults.push("heeft minder dan twee tegenvoorbeelden".to_string());
        }
        let mut used = vec![false; self.patterns.len()];
        for example in &self.examples {
            let text = example.text.replace(['«', '»'], "");
            for (pattern, used) in self.patterns.iter().zip(&mut used) {
                *used |= pattern.is_match(&text);
            }
            let marked = example.text.find('«').zip(example.text.find('»').map(|e| e - '«'.len_utf8()));
            let found = find_in(&[self], &text);
            let Some(first) = found.first() else {
                faults.push(format!("vindt niet: {text}"));
                continue;
            };
            match marked {
                Some((start, end)) if first.span.range() != (start..end) => {
                    faults.push(format!("vindt «{}» in: {}", first.span.of(&text), example.text));
                }
                None => faults.push(format!("voorbeeld zonder « »: {text}")),
                _ => {}
            }
            for (field, value) in &example.fields {
                let given = first.fields.get(field).map_or("niets", String::as_str);
                if given != value {
                    faults.push(format!("{field} is {given} in plaats van {value}: {text}"));
                }
            }
        }
        let idle = self.pattern.iter().zip(used).filter(|(_, used)| !used);
        faults.extend(idle.map(|(pattern, _)| format!("geen voorbeeld raakt het patroon `{pattern}`")));
        for counter in &self.counters {
            if let Some(hit) = find_in(&[self], &counter.text).first() {
                faults.push(format!("vindt ten onrechte «{}» in: {}", hit.span.of(&counter.text), counter.text));
            }
        }
        faults
    }
}

/// Two rules that find one sentence, weigh the same, and say different things of it: which of them decides hangs on
/// their names alone.
#[derive(Clone, Debug)]
pub struct Clash {
    /// The rule that decides.
    pub first: &'static Rule,
    /// The rule that is not heard.
    pub second: &'static Rule,
    /// The field they differ in.
    pub field: String,
    /// The sentence.
    pub unit: Span,
}

/// Where rules of `kind` clash in a document, in order of place.
pub fn clashes(reading: &Reading<'_, '_, 'static>, kind: RecordKind) -> Vec<Clash> {
    let mut found = reading.find(kind);
    found.sort_by(|a, b| a.unit.cmp(&b.unit).then_with(|| b.rule.weight.cmp(&a.rule.weight)));
    let mut clashes = Vec::new();
    for same in found.chunk_by(|a, b| a.unit == b.unit) {
        let heaviest = same.iter().filter(|f| f.rule.weight == same[0].rule.weight);
        let mut heaviest: Vec<&Finding<'static>> = heaviest.collect();
        heaviest.sort_by(|a, b| a.rule.id.cmp(&b.rule.id));
        let Some((first, others)) = heaviest.split_first() else { continue };
        for other in others {
            let differs = first.rule.fields.iter().find(|(f, v)| other.rule.fields.get(*f).is_some_and(|o| o != *v));
            clashes.extend(differs.map(|(field, _)| Clash {
                first: first.rule,
                second: other.rule,
                field: field.clone(),
                unit: first.unit,
            }));
        }
    }
    clashes
}

/// Where a rule of `kind` would have found something but for its `unless`, and no other rule did: the sentences that
/// its exceptions alone keep out.
pub fn kept_out(reading: &Reading<'_, '_, 'static>, kind: RecordKind) -> Vec<Finding<'static>> {
    let found = reading.find(kind);
    let mut out = reading.withheld(kind);
    out.retain(|w| !found.iter().any(|f| f.unit == w.unit));
    out
}

/// The beginning of a rule file: what each entry is for stands in it, and it says by itself what is still missing.
pub fn template(kind: RecordKind, id: &str) -> String {
    let others = rules_of(kind);
    let field = match kind {
        RecordKind::Commitment => "strength = \"hard\" # hard, voornemen of inspanning",
        RecordKind::FollowUp => "status = \"in_uitvoering\" # kamerspoor rule list follow-ups noemt ze",
        RecordKind::Migration => "phase = \"gepland\" # kamerspoor rule list migrations noemt ze",
        RecordKind::PolicyRule => "norm = \"verplicht\" # kamerspoor rule list policy-rules noemt ze",
        RecordKind::Motion | RecordKind::Citation => "",
    };
    format!(
        r#"# Een regel voor een {kind}. Lijsten die in een patroon mogen: kamerspoor rule explain {others}
id = "{id}"
kind = "{kind}"
title = ""    # wat hij vindt, in een paar woorden
why = ""      # waarom het klopt: de bron of de redenering, in een zin
# Een spatie is elk wit; « … » tussen woorden slaat binnen de zin woorden over; hoofdletters tellen niet.
pattern = [""]
# Staat een van deze in de zin, dan is het niets; met `deelzin = true` telt alleen de deelzin van het patroon.
unless = []
# Hoger gaat voor, waar twee regels dezelfde zin vinden.
weight = 0

[fields]
{field}

# Ten minste een voorbeeld per patroon, in eigen woorden, met wat wordt gevonden tussen « en ».
[[example]]
text = "«»"

# Ten minste twee zinnen die erop lijken en niets zijn.
[[counter]]
text = ""
because = ""

[[counter]]
text = ""
because = ""
"#,
        kind = kind.name(),
    )
}

/// A rule of this kind to look at.
fn rules_of(kind: RecordKind) -> &'static str {
    super::rule::of_kind(kind).map(|r| r.id.as_str()).min().unwrap_or("REGEL")
}
