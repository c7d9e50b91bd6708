//! The trail of one motion as a page, and all motions in a line each. The border: what belongs together was decided in
//! [`super::trail`]; nothing is judged here.

use super::page::{Page, Table, Words};
use super::trail::{Account, Place, Said, Tie, Trail, Trails};
use super::words;
use crate::document::Person;
use crate::records::{Evidence, FollowUp, Motion};
use crate::text::{Date, fold};
use std::fmt::Write as _;

/// How much of a passage that a cross-reference leads to is shown.
const PASSAGE: usize = 400;

/// The whole trail of one motion.
pub fn page(trail: &Trail, today: Date) -> Page {
    let mut page = Page::default();
    let number = words::printed(&trail.key);
    page.heading(1, trail.subject().map_or(number.clone(), |t| format!("{number}: {t}")));
    facts(&mut page, trail, today);
    own_text(&mut page, trail);
    page.heading(2, "Wat erover is gemeld");
    if trail.follow_ups.is_empty() {
        page.text("Nog niets: in geen van de gelezen stukken zegt een ministerie iets over de uitvoering.");
    }
    for group in grouped(&trail.follow_ups) {
        observation(&mut page, trail, &group);
    }
    named(&mut page, "Waar Kamerleden ernaar vragen", &trail.asked);
    named(&mut page, "Waar de motie nog meer wordt genoemd", &silent_accounts(trail));
    page
}

fn facts(page: &mut Page, trail: &Trail, today: Date) {
    let own = trail.own.as_ref().map(|o| &o.said);
    let date = own.and_then(|m| m.date).or(trail.register.as_ref().and_then(|r| r.date));
    let addressed = own
        .and_then(|m| m.gericht_aan.clone())
        .or_else(|| trail.accounts.iter().find_map(|a| a.said.gericht_aan.clone()));
    let due = trail.due();
    let late = due.and_then(|d| d.until).is_some_and(|u| u < today);
    let due = due.map(|d| {
        let said = Words::from(words::period(d));
        if late { said.alarm(format!(" – verstreken op {}", words::day(today))) } else { said }
    });
    page.fields([
        ("Nummer", Words::from(trail.key.clone())),
        ("Ingediend", date.map(words::day).unwrap_or_default().into()),
        ("Indieners", people(trail.indieners()).into()),
        ("Gericht aan", addressed.unwrap_or_default().into()),
        ("Appreciatie", accounts(&trail.appreciatie())),
        ("Uitslag", accounts(&trail.uitslag())),
        ("Termijn", due.unwrap_or_default()),
        ("In plaats van", own.and_then(|m| m.replaces.as_deref()).map(words::printed).unwrap_or_default().into()),
    ]);
}

/// Every value with its sources; more than one value is a contradiction that a person should see.
fn accounts(told: &[Account]) -> Words {
    let mut said = Words::default();
    for (at, account) in told.iter().enumerate() {
        let line = if at > 0 { "\n" } else { "" };
        said = said.strong(format!("{line}{}", account.value)).dim(format!(" ({})", words::listed(&account.sources)));
    }
    if told.len() > 1 { said.alarm("\nlet op: de bronnen zeggen niet hetzelfde") } else { said }
}

fn own_text(page: &mut Page, trail: &Trail) {
    let Some(own) = &trail.own else {
        let told = trail.accounts.iter().find(|a| !a.said.dicta.is_empty());
        match told {
            Some(account) => {
                page.heading(2, format!("Wat de motie vraagt, volgens {}", account.document.name()));
                dicta(page, &account.said);
                page.text(Words::default().dim("De motie zelf is niet ingelezen."));
            }
            None => {
                page.text(Words::default().dim("De motie zelf is niet ingelezen; haar tekst is dus niet getoond."));
            }
        }
        return;
    };
    page.heading(2, "Wat de motie vraagt");
    dicta(page, &own.said);
    page.source(source(&own.document, own.said.evidence.first()));
}

fn dicta(page: &mut Page, motion: &Motion) {
    for dictum in &motion.dicta {
        // Conditions stand in the dictum as a list; shown below it, they need not stand in it as well.
        let cut = motion.conditions.iter().filter_map(|c| dictum.text.find(c.as_str())).min();
        let text =
            cut.map_or(dictum.text.as_str(), |at| dictum.text[..at].trim_end_matches(['\n', ' ', '–', '-', '•']));
        page.quote(text.to_string());
    }
    motion.conditions.iter().for_each(|c| {
        page.sub_item(c.clone());
    });
}

/// Observations that say the same in the same words, in several documents, taken together.
fn grouped(follow_ups: &[Said<FollowUp>]) -> Vec<Vec<&Said<FollowUp>>> {
    let words_of = |f: &Said<FollowUp>| f.said.evidence.iter().map(|e| fold(&e.quote)).collect::<Vec<_>>();
    let mut groups: Vec<Vec<&Said<FollowUp>>> = Vec::new();
    for f in follow_ups {
        let same = |g: &&mut Vec<&Said<FollowUp>>| {
            g[0].said.status == f.said.status && g[0].said.by == f.said.by && words_of(g[0]) == words_of(f)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(f),
            None => groups.push(vec![f]),
        }
    }
    groups
}

fn observation(page: &mut Page, trail: &Trail, group: &[&Said<FollowUp>]) {
    let Some(first) = group.first() else { return };
    let said = &first.said;
    let mut head = Words::default().plain(format!("{} · ", words::day_or_unknown(said.date.or(first.document.date))));
    head = head.strong(said.by.clone()).plain(" · ").strong(words::status(said.status));
    if group.len() > 1 {
        head = head.dim(format!(" · letterlijk hetzelfde in {}", words::count(group.len(), "stuk", "stukken")));
    }
    page.heading(3, head);
    for evidence in &said.evidence {
        page.quote(evidence.quote.clone());
    }
    for f in group {
        page.source(source(&f.document, f.said.evidence.first()));
        put_tie(page, f.link.as_ref());
    }
    if !said.see_also.is_empty() || !said.leads_to.is_empty() {
        references(page, trail, first);
    }
}

/// Where a cross-reference leads, and whether the motion is named there.
fn references(page: &mut Page, trail: &Trail, from: &Said<FollowUp>) {
    let numbers: Vec<String> = from.said.see_also.iter().map(ToString::to_string).collect();
    if !numbers.is_empty() {
        let noun = if numbers.len() == 1 { "vraag" } else { "de vragen" };
        page.sub_item(format!("verwijst naar {noun} {}", words::listed(&numbers)));
    }
    if from.said.leads_to.is_empty() {
        page.sub_item(Words::default().alarm("die plaats is niet gevonden in het stuk"));
    }
    let here = |e: &Evidence| {
        let in_it = |f: &Said<FollowUp>| {
            f.document.source == from.document.source
                && f.said != from.said
                && f.said.evidence.iter().any(|own| e.span.contains(own.span))
        };
        let named = |m: &Said<Motion>| {
            m.document.source == from.document.source && m.said.evidence.iter().any(|own| e.span.contains(own.span))
        };
        trail.follow_ups.iter().any(in_it) || trail.accounts.iter().any(named)
    };
    for passage in &from.said.leads_to {
        page.quote(words::short(&passage.quote, PASSAGE));
        let mut place = Words::from(passage.origin.to_string());
        if !here(passage) {
            place = place.alarm(" – daar wordt de motie niet genoemd");
        }
        page.source(place);
    }
}

/// Documents that name the motion and say nothing about its execution.
fn silent_accounts(trail: &Trail) -> Vec<Said<Motion>> {
    let speaks = |m: &Said<Motion>| trail.follow_ups.iter().any(|f| f.document.source == m.document.source);
    trail.accounts.iter().filter(|a| !speaks(a)).cloned().collect()
}

fn named(page: &mut Page, heading: &str, motions: &[Said<Motion>]) {
    if motions.is_empty() {
        return;
    }
    page.heading(2, heading);
    for motion in motions {
        for evidence in motion.said.evidence.iter().take(1) {
            page.quote(words::short(&evidence.quote, PASSAGE));
        }
        page.source(source(&motion.document, motion.said.evidence.first()));
        put_tie(page, motion.link.as_ref());
    }
}

/// Why words without a number stand with this motion.
fn put_tie(page: &mut Page, tie: Option<&Tie>) {
    if let Some(tie) = tie {
        let score = format!("{:.2}", tie.score).replace('.', ",");
        page.source(format!("zonder nummer genoemd; gekoppeld omdat: {} (score {score})", tie.reason));
    }
}

/// "kamerbrief 26 643, nr. 1329 van 7 april 2025, regel 12 (regel vo-zal)".
pub fn source(document: &Place, evidence: Option<&Evidence>) -> Words {
    let mut said = format!("{} {}", document.kind.name(), document.name());
    if let Some(date) = document.date {
        let _ = write!(said, " van {}", words::day(date));
    }
    if let Some(evidence) = evidence {
        let _ = write!(said, ", {} [{}]", evidence.origin, evidence.rule);
    }
    Words::from(said)
}

/// "Kathmann (GroenLinks-PvdA), Six Dijkstra (NSC) en Van der Werf (D66)".
pub fn people(people: &[Person]) -> String {
    let one = |p: &Person| p.fractie.as_ref().map_or(p.naam.clone(), |f| format!("{} ({f})", p.naam));
    words::listed(&people.iter().map(one).collect::<Vec<_>>())
}

/// All motions, a line each, and those that documents name without a number.
pub fn list(trails: &[&Trail]) -> Page {
    let mut page = Page::default();
    let mut table = Table::new(["Motie", "Titel", "Uitslag", "Gemeld door"]);
    for trail in trails {
        let uitslag: Vec<String> = trail.uitslag().into_iter().map(|a| a.value).collect();
        let by: Vec<String> = super::matrix::actors(&[trail]);
        let title = trail.subject().unwrap_or_default();
        table.row([words::printed(&trail.key), words::short(&title, 80), uitslag.join(" / "), by.join(", ")]);
    }
    page.table(table);
    page
}

/// Motions that documents name without a number that could be resolved.
pub fn loose(page: &mut Page, trails: &Trails) {
    if trails.loose.is_empty() {
        return;
    }
    page.heading(2, "Genoemd zonder nummer, niet gekoppeld");
    for motion in &trails.loose {
        let title = motion.said.title.clone().unwrap_or_else(|| "zonder titel".into());
        let by = people(&motion.said.indieners);
        let mut said = Words::default().strong(words::short(&title, 120));
        if !by.is_empty() {
            said = said.plain(format!(" ({by})"));
        }
        if !motion.said.candidates.is_empty() {
            let keys: Vec<String> = motion.said.candidates.iter().map(|k| words::printed(k)).collect();
            said = said.plain(format!("; misschien {}", words::listed(&keys)));
        }
        page.item(said);
        page.source(source(&motion.document, motion.said.evidence.first()));
    }
}
