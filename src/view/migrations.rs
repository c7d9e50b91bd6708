//! Migrations and the policy that bears on them, ministry by ministry, and how a migration changed over time. The border:
//! a rule is laid at a migration only where both come from the same ministry and name the same thing.

use super::compare::telling;
use super::page::{Page, Table, Words};
use super::report::first_few;
use super::standing::rank;
use super::track;
use super::trail::{Place, Said};
use super::words;
use crate::lexicon::{actor, ministry_of};
use crate::records::{Migration, Phase, PolicyRule};
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Adds the migrations to a page: a table of who has how many in which phase, then each with its words.
pub fn put(page: &mut Page, ministry: Option<&str>, migrations: &[Said<Migration>], rules: &[Said<PolicyRule>]) {
    if !migrations.is_empty() {
        page.heading(2, "Migraties");
        let mut by: BTreeMap<(u8, String), Vec<&Said<Migration>>> = BTreeMap::new();
        for m in migrations {
            // A sentence about several ministries stands with the one that is asked about.
            let asked = m.said.ministries.iter().find(|w| Some(w.as_str()) == ministry);
            let who = asked.or(m.said.ministries.first()).or(m.said.organisation.as_ref()).cloned();
            by.entry(rank(&who.unwrap_or_else(|| "onbekend".into()))).or_default().push(m);
        }
        summary(page, &by);
        for ((_, who), all) in &by {
            page.heading(3, who.clone());
            let mut shown: BTreeSet<String> = BTreeSet::new();
            // In order of date, so that what changed can be read from top to bottom.
            let mut all = all.clone();
            all.sort_by_key(|m| (m.document.date.is_none(), m.document.date, m.document.source.clone()));
            for m in all.iter().filter(|m| shown.insert(fold(&track::quoted(&m.said.evidence)))) {
                one(page, m, &all, rules);
            }
        }
    }
    put_rules(page, rules);
}

fn summary(page: &mut Page, by: &BTreeMap<(u8, String), Vec<&Said<Migration>>>) {
    let mut table = Table::new(["Wie", "Fasen", "Naar", "Wanneer"]);
    for ((_, who), all) in by {
        let count = |p: &Phase| all.iter().filter(|m| m.said.phase == *p).count();
        let phases = Phase::ALL.iter().filter(|p| count(p) > 0).map(|p| format!("{} {}", count(p), p.name()));
        let providers: BTreeSet<String> = all.iter().flat_map(|m| m.said.providers.iter().cloned()).collect();
        let when: BTreeSet<String> = all.iter().filter_map(|m| m.said.due.as_ref()).map(|d| d.raw.clone()).collect();
        table.row([who.clone(), phases.collect::<Vec<_>>().join(", "), first_few(&providers), first_few(&when)]);
    }
    page.table(table);
}

fn one(page: &mut Page, m: &Said<Migration>, all: &[&Said<Migration>], rules: &[Said<PolicyRule>]) {
    let mut head = Words::default().plain(format!("{}: ", m.document.when()));
    if let Some(who) = &m.said.organisation {
        head = head.strong(who.clone()).plain(": ");
    }
    head = head.strong(phase(m.said.phase));
    if let Some(subject) = &m.said.subject {
        head = head.plain(format!(", {subject}"));
    }
    if !m.said.providers.is_empty() {
        head = head.plain(format!(", naar {}", words::listed(&m.said.providers)));
    }
    if let Some(due) = &m.said.due {
        head = head.plain(format!(", {}", words::period(due)));
    }
    page.item(head);
    page.quote(track::quoted(&m.said.evidence));
    page.source(track::source(&m.document, m.said.evidence.first()));
    for (policy, n) in named_policy(m, rules) {
        let what = words::count(n, "beleidsregel staat", "beleidsregels staan");
        page.sub_item(format!("die beleidslijn is gelezen ({}); {what} hieronder", policy.name()));
    }
    for later in all.iter().filter(|l| changed(m, l)) {
        let what = format!("later {} ({})", phase(later.said.phase), words::day_or_unknown(later.document.date));
        page.sub_item(Words::default().alarm(what));
        page.quote(track::quoted(&later.said.evidence));
        page.source(track::source(&later.document, later.said.evidence.first()));
    }
    let mut bearing: Vec<(&Said<PolicyRule>, Vec<String>)> =
        rules.iter().map(|r| (r, bears(m, r))).filter(|(_, shared)| !shared.is_empty()).collect();
    bearing.sort_by_key(|(_, shared)| std::cmp::Reverse(shared.len()));
    for (rule, shared) in bearing.into_iter().take(2) {
        let what = format!("beleidsregel, {}", rule.said.norm.name());
        page.sub_item(Words::default().strong(what).dim(format!(" (zelfde woorden: {})", words::listed(&shared))));
        page.quote(track::quoted(&rule.said.evidence));
        page.source(track::source(&rule.document, rule.said.evidence.first()));
    }
}

/// A phase in words that fit a list.
fn phase(phase: Phase) -> &'static str {
    if phase == Phase::Geen { "geen migratie" } else { phase.name() }
}

/// The policies that the words on a migration name, with how many rules of each are known.
fn named_policy<'r>(m: &Said<Migration>, rules: &'r [Said<PolicyRule>]) -> Vec<(&'r Place, usize)> {
    let said = fold(&track::quoted(&m.said.evidence));
    let mut found: BTreeMap<&str, (&Place, usize)> = BTreeMap::new();
    for rule in rules {
        let title = rule.document.title.as_deref().map(fold).unwrap_or_default();
        let head = title.split(' ').take(3).collect::<Vec<_>>().join(" ");
        if head.split(' ').count() == 3 && head.chars().count() > 12 && said.contains(&head) {
            found.entry(&rule.document.source).or_insert((&rule.document, 0)).1 += 1;
        }
    }
    found.into_values().collect()
}

/// Whether `b` tells of the same migration as `a` on a later day, in another phase.
fn changed(a: &Said<Migration>, b: &Said<Migration>) -> bool {
    let later = a.document.date.zip(b.document.date).is_some_and(|(a, b)| b > a);
    let names = |m: &Said<Migration>| things(&m.said.subject.clone().unwrap_or_default());
    later
        && a.said.phase != b.said.phase
        && a.said.organisation == b.said.organisation
        && names(a).intersection(&names(b)).next().is_some()
}

/// The words that a migration and a rule of the same ministry share: names of products and suppliers, or two telling words.
fn bears(m: &Said<Migration>, rule: &Said<PolicyRule>) -> Vec<String> {
    let of = |a: &String| ministry_of(a).map_or_else(|| a.clone(), str::to_string);
    let whose: BTreeSet<String> = m.said.ministries.iter().chain(&m.said.organisation).map(of).collect();
    if !rule.document.sender.iter().any(|s| whose.contains(&of(s))) {
        return Vec::new();
    }
    let ours = format!(
        "{} {} {}",
        m.said.subject.clone().unwrap_or_default(),
        m.said.providers.join(" "),
        track::quoted(&m.said.evidence)
    );
    let theirs = format!("{} {}", rule.said.subject.clone().unwrap_or_default(), track::quoted(&rule.said.evidence));
    let words: BTreeSet<String> = theirs.split(|c: char| !c.is_alphanumeric()).map(fold).collect();
    let named: Vec<String> = things(&ours).into_iter().filter(|t| words.contains(t)).collect();
    let told: Vec<String> = telling(&ours).intersection(&telling(&theirs)).cloned().collect();
    match (named.is_empty(), told.len()) {
        (false, _) => named,
        (true, 2..) => told,
        _ => Vec::new(),
    }
}

/// Names of things in a text: words with a capital or a digit inside, no ministries and no beginnings of sentences.
fn things(text: &str) -> BTreeSet<String> {
    const EVERYDAY: &[&str] = &[
        "cloud",
        "ministerie",
        "rijk",
        "rijksbreed",
        "public",
        "daarnaast",
        "momenteel",
        "hierin",
        "beleidslijn",
        "bestuurlijke",
        "kamer",
        "kamerbrief",
        "staatssecretaris",
        "minister",
        "tweede",
        "departement",
    ];
    let mut found = BTreeSet::new();
    let mut fresh = true;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let name = bare.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit())
            || (!fresh && bare.starts_with(char::is_uppercase));
        let folded = fold(bare);
        let year = bare.chars().all(|c| c.is_ascii_digit());
        if name && !year && bare.chars().count() > 3 && actor(bare).is_none() && !EVERYDAY.contains(&folded.as_str()) {
            found.insert(folded);
        }
        fresh = word.ends_with(['.', '?', '!', ':']);
    }
    found
}

fn put_rules(page: &mut Page, rules: &[Said<PolicyRule>]) {
    if rules.is_empty() {
        return;
    }
    page.heading(2, "Beleidsregels");
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for rule in rules.iter().filter(|r| shown.insert(fold(&track::quoted(&r.said.evidence)))) {
        let mut head = Words::default().strong(rule.said.norm.name());
        if let Some(subject) = rule.said.subject.as_deref().and_then(told) {
            head = head.plain(format!(", {subject}"));
        }
        if rule.said.conditional {
            head = head.plain(" · voorwaardelijk");
        }
        page.item(head);
        page.quote(track::quoted(&rule.said.evidence));
        page.source(track::source(&rule.document, rule.said.evidence.first()));
    }
}

/// The subject of a rule, where it is a thing and not the half sentence before the verb: "Dit", "Wel", "Vanwege …".
fn told(subject: &str) -> Option<String> {
    const NO_THING: &[&str] = &["dit", "wel", "vanwege", "vanuit", "hierbij", "daarbij", "ook", "indien", "bij", "in"];
    let words: Vec<&str> = subject.split_whitespace().collect();
    let first = fold(words.first()?);
    let kept = words.iter().rposition(|w| !["is", "zijn", "vooralsnog", "blijft"].contains(&fold(w).as_str()))?;
    (!NO_THING.contains(&first.as_str())).then(|| words[..=kept].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_things_are_no_ministries_and_no_first_words() {
        let found: Vec<String> =
            things("Daarna gaat JenV met SharePoint en MS365 naar Azure. Ook IenW.").into_iter().collect();
        assert_eq!(found, ["azure", "ms365", "sharepoint"]);
    }
}
