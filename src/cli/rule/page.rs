//! The recognisers as a person reads them: what there is, why, what each is worth, and where two of them fight.

use crate::records::RecordKind;
use crate::records::score::RuleScore;
use crate::rules::{self, BuiltIn, Rule, Scope};
use crate::store::StoredRecord;
use crate::view::{Page, Table, Tone, Words, records, words};

/// All rules, or those of one kind. With `worth`, what each found in annotated documents stands beside it.
pub(super) fn list(only: Option<RecordKind>, worth: Option<&[RuleScore]>) -> Page {
    let mut page = Page::default();
    for kind in RecordKind::ALL.iter().copied().filter(|k| only.is_none_or(|o| o == *k)) {
        let mut of_kind: Vec<&Rule> = rules::of_kind(kind).collect();
        of_kind.sort_by(|a, b| a.id.cmp(&b.id));
        let built: Vec<&BuiltIn> = rules::built_in().iter().filter(|built| built.kind == kind).collect();
        let (one, many) = words::kind(kind);
        let counted = words::count(of_kind.len(), "regel", "regels");
        page.heading(2, if of_kind.is_empty() { capital(many) } else { format!("{}: {counted}", capital(many)) });
        if !of_kind.is_empty() {
            page.table(match worth {
                None => described(&of_kind),
                Some(worth) => weighed(&of_kind, worth),
            });
        }
        if worth.is_none() && !built.is_empty() {
            let mut table = Table::new(["In het programma zelf", "Wat het vindt"]);
            for one in built {
                table.row([one.id.clone(), one.title.clone()]);
            }
            page.table(table);
        }
        page.text(
            Words::default().dim(format!("Verklaring van een regel voor een {one}: kamerspoor rule explain REGEL")),
        );
    }
    if worth.is_some() {
        page.text(
            "Goed: wat deze regel vond en ook is geannoteerd. Gered: zinnen die alleen zijn \
             `unless` buiten hield, en terecht; gemist: die erdoor ten onrechte wegbleven.",
        );
    }
    page
}

fn described(rules: &[&Rule]) -> Table {
    let mut table = Table::new(["Regel", "Wat hij vindt", "Uitkomst"]);
    for rule in rules {
        let fields: Vec<String> = rule.fields.iter().map(|(k, v)| format!("{k}: {v}")).collect();
        table.row([rule.id.clone(), rule.title.clone(), fields.join(", ")]);
    }
    table
}

fn weighed(rules: &[&Rule], worth: &[RuleScore]) -> Table {
    let mut table = Table::new(["Regel", "Treffers", "Goed", "Gered", "Gemist"]);
    for rule in rules {
        let Some(w) = worth.iter().find(|w| w.rule == rule.id) else { continue };
        let hits = w.right + w.wrong;
        let right =
            if hits == 0 { "–".into() } else { format!("{} ({})", words::number(w.right), percent(w.right, hits)) };
        table.row([rule.id.clone(), words::number(hits), right, words::number(w.saved), words::number(w.lost.len())]);
    }
    table
}

/// A share in whole percents; a dash where there is nothing to take a share of.
fn percent(part: usize, whole: usize) -> String {
    (100 * part + whole / 2).checked_div(whole).map_or("–".into(), |n| format!("{n} %"))
}

/// What one rule is worth, with the annotated sentences its `unless` kept out.
pub(super) fn worth(page: &mut Page, worth: &RuleScore) {
    page.heading(3, "Op de geannoteerde documenten");
    let hits = worth.right + worth.wrong;
    page.fields([
        ("Treffers", format!("{hits}, waarvan {} goed ({})", worth.right, percent(worth.right, hits)).into()),
        (
            "Gered",
            words::count(
                worth.saved,
                "zin die alleen `unless` buiten hield",
                "zinnen die alleen `unless` buiten hield",
            )
            .into(),
        ),
        ("Gemist", Words::from(if worth.lost.is_empty() { "niets".to_string() } else { worth.lost.len().to_string() })),
    ]);
    for lost in &worth.lost {
        page.quote(lost.quote.clone());
        page.source(lost.document.clone());
    }
}

/// All that a rule's file says.
pub(super) fn explain(rule: &Rule) -> Page {
    let mut page = Page::default();
    page.heading(1, format!("Regel {}", rule.id));
    let or_none = |list: &[String]| list.join("\n");
    let fields: Vec<String> = rule.fields.iter().map(|(k, v)| format!("{k} = {v}")).collect();
    page.fields([
        ("Vindt", Words::from(rule.title.clone())),
        ("Soort", words::kind(rule.kind).0.into()),
        ("Waarom", rule.why.trim().into()),
        ("Uitkomst", fields.join(", ").into()),
        ("Patroon", or_none(&rule.pattern).into()),
        (if rule.clause { "Niet als in dezelfde deelzin" } else { "Niet als" }, or_none(&rule.unless).into()),
        ("In de buurt", or_none(&rule.near).into()),
        ("Binnen", if rule.near.is_empty() { Words::default() } else { scope(rule.within).into() }),
        ("Zoekt per", scope(rule.scope).into()),
        ("Gewicht", if rule.weight == 0 { Words::default() } else { rule.weight.to_string().into() }),
    ]);
    page.heading(3, "Vindt");
    for example in &rule.examples {
        page.item(marked(&example.text));
        for (name, value) in &example.fields {
            page.sub_item(format!("{name}: {value}"));
        }
    }
    page.heading(3, "Vindt niet");
    for counter in &rule.counters {
        page.item(counter.text.clone());
        page.sub_item(format!("want {}", counter.because));
    }
    page
}

/// What can be said of a recogniser in the program itself.
pub(super) fn built_in(built: &BuiltIn) -> Page {
    let mut page = Page::default();
    page.heading(1, format!("Herkenner {}", built.id));
    page.fields([
        ("Vindt", Words::from(built.title.clone())),
        ("Soort", words::kind(built.kind).0.into()),
        ("Waarom", built.why.clone().into()),
        ("Staat in", built.code.clone().into()),
    ]);
    page
}

/// What a rule found in the store.
pub(super) fn live(page: &mut Page, found: &[StoredRecord]) {
    page.heading(3, "Gevonden in de index");
    if found.is_empty() {
        page.text("Nog niets.");
    }
    for record in found {
        page.quote(records::quote(&record.record));
        page.source(record.source.clone());
    }
}

/// What is wrong with a rule by its own file, or that nothing is.
pub(super) fn faults(rule: &Rule, faults: &[String]) -> Page {
    let mut page = Page::default();
    if faults.is_empty() {
        let (found, not) = (rule.examples.len(), rule.counters.len());
        let found = words::count(found, "voorbeeld", "voorbeelden");
        page.text(format!("{} doet wat zijn bestand zegt: {found}, {not} tegenvoorbeelden.", rule.id));
    } else {
        page.text(Words::default().alarm(format!("{} doet niet wat zijn bestand zegt:", rule.id)));
        for fault in faults {
            page.item(fault.clone());
        }
    }
    page
}

/// Two rules that fight, how often, and the first sentence they fight over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fight {
    /// The rule that decides, and the one that is not heard.
    pub(super) rules: (String, String),
    /// The field, and what each says.
    pub(super) field: (String, String, String),
    /// How many sentences.
    pub(super) times: usize,
    /// The first of them.
    pub(super) quote: String,
    /// Where it stands.
    pub(super) source: String,
}

/// The fights, the most frequent first.
pub(super) fn fights(fights: &[Fight]) -> Page {
    let mut page = Page::default();
    if fights.is_empty() {
        page.text("Geen twee regels van gelijk gewicht zeggen hier iets verschillends van dezelfde zin.");
    }
    for fight in fights {
        let ((first, second), (field, one, other)) = (&fight.rules, &fight.field);
        let times = words::count(fight.times, "zin", "zinnen");
        page.item(Words::default().strong(format!("{first} tegen {second}")).plain(format!(
            ", {times}: {field} is {one} of {other}; {first} beslist, alleen omdat zijn naam eerder komt. Geef de beste een hoger `weight`."
        )));
        page.quote(fight.quote.clone());
        page.source(fight.source.clone());
    }
    page
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Zin => "zin",
        Scope::Alinea => "alinea",
        Scope::Sectie => "sectie (tot de volgende kop)",
    }
}

/// An example with what stands between « and » in a tone of its own; the marks stay, for where there is no colour.
fn marked(text: &str) -> Words {
    let mut words = Words::default();
    for part in text.split_inclusive('»') {
        match part.split_once('«') {
            Some((before, found)) => words = words.plain(before).and(Tone::Mark, format!("«{found}")),
            None => words = words.plain(part),
        }
    }
    words
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
