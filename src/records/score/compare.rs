//! Lays an extraction beside its annotation.

use super::gold::{Gold, GoldItem, GoldMotion, Range};
use super::{KindScore, Remark, Score};
use crate::document::Person;
use crate::lexicon::actor;
use crate::records::{Commitment, Evidence, Extraction, Motion};
use crate::text::{Period, fold};
use jiff::Unit;

/// Scores one document. `name` is how the document is called in misses and wrong finds.
pub fn score(name: &str, found: &Extraction, gold: &Gold) -> Score {
    // The codebook calls a refusal no commitment: one that is found counts only where it is annotated.
    let annotated = |e: &Evidence| gold.commitments.iter().any(|g| shared(&e.quote, &g.quote) >= 0.5);
    let counts = |c: &&Commitment| !c.refused || c.evidence.iter().any(annotated);
    let promised: Vec<Commitment> = found.commitments.iter().filter(counts).cloned().collect();
    let kinds = vec![
        document(name, found, gold),
        citations(name, found, gold),
        motions(name, found, gold),
        items(
            name,
            "follow_ups",
            &found.follow_ups,
            &gold.follow_ups,
            &[],
            |r| &r.evidence,
            |r, g| {
                let motion = r.motion.as_ref().or(r.motion_named.as_ref());
                vec![
                    field("motion", g.motion.as_ref(), |m| motion == Some(m)),
                    field("by", g.by.as_ref(), |by| by.contains(&r.by)),
                    field("status", g.status.as_ref(), |s| s.iter().any(|s| s == r.status.name())),
                ]
            },
        ),
        items(
            name,
            "commitments",
            &promised,
            &gold.commitments,
            &gold.not_commitments,
            |r| &r.evidence,
            |r, g| {
                vec![
                    field("by", g.by.as_ref(), |by| r.by.iter().any(|b| by.contains(b))),
                    field("strength", g.strength.as_ref(), |s| s.iter().any(|s| s == r.strength.name())),
                    field("due", g.due.as_ref(), |due| same_time(r.due.as_ref(), *due)),
                    field("conditional", g.conditional.as_ref(), |c| *c == r.conditional),
                    field("restated", g.restated.as_ref(), |c| *c == r.restated),
                    field("refused", g.refused.as_ref(), |c| *c == r.refused),
                ]
            },
        ),
        items(
            name,
            "migrations",
            &found.migrations,
            &gold.migrations,
            &[],
            |r| &r.evidence,
            |r, g| {
                vec![
                    field("ministries", g.ministries.as_ref(), |all| same_set(all, &r.ministries)),
                    field("phase", g.phase.as_ref(), |p| p.iter().any(|p| p == r.phase.name())),
                    field("organisation", g.organisation.as_ref(), |o| {
                        r.organisation.as_deref().is_some_and(|f| same_actor(f, o))
                    }),
                    field("subject", g.subject.as_ref(), |s| r.subject.as_deref().is_some_and(|f| about_same(f, s))),
                    field("provider", g.provider.as_ref(), |all| same_set(all, &r.providers)),
                    field("due", g.due.as_ref(), |due| same_time(r.due.as_ref(), *due)),
                ]
            },
        ),
        items(
            name,
            "policy_rules",
            &found.policy_rules,
            &gold.policy_rules,
            &[],
            |r| &r.evidence,
            |r, g| {
                vec![
                    field("norm", g.norm.as_ref(), |n| n.iter().any(|n| n == r.norm.name())),
                    field("conditional", g.conditional.as_ref(), |c| *c == r.conditional),
                    field("due", g.due.as_ref(), |due| same_time(r.due.as_ref(), *due)),
                ]
            },
        ),
    ];
    Score { document: name.to_string(), kinds }
}

/// A field of a matched record: its name, and whether it is right where the annotation gives it.
type Field = (&'static str, Option<bool>);

fn field<T>(name: &'static str, expected: Option<&T>, right: impl Fn(&T) -> bool) -> Field {
    (name, expected.map(right))
}

fn items<R>(
    name: &str,
    kind: &str,
    records: &[R],
    gold: &[GoldItem],
    never: &[String],
    evidence: impl Fn(&R) -> &Vec<Evidence>,
    fields: impl Fn(&R, &GoldItem) -> Vec<Field>,
) -> KindScore {
    let mut score = KindScore { kind: kind.to_string(), ..KindScore::default() };
    let overlap = |r: &R, quote: &str| evidence(r).iter().map(|e| shared(&e.quote, quote)).fold(0.0, f64::max);
    let first = |r: &R| evidence(r).first().map(|e| (e.quote.clone(), e.rule.clone())).unwrap_or_default();
    let remark = |quote: String, rule: Option<String>, what: &str| Remark {
        document: name.to_string(),
        quote,
        rule,
        what: what.to_string(),
    };
    for record in records {
        let (quote, rule) = first(record);
        let never = never.iter().any(|n| overlap(record, n) >= 0.5);
        let right = !never && gold.iter().any(|g| overlap(record, &g.quote) >= 0.5);
        score.record(Some(&rule), right);
        if never {
            score.wrongs.push(remark(quote, Some(rule), "geannoteerd als géén toezegging"));
        } else if !right {
            score.wrongs.push(remark(quote, Some(rule), "niet geannoteerd"));
        }
    }
    for item in gold {
        let matched = records.iter().map(|r| (overlap(r, &item.quote), r)).filter(|(o, _)| *o >= 0.5);
        // Of several records on one item the one with most fields right counts: the others say other things.
        let right = |r: &R| fields(r, item).iter().filter(|(_, ok)| *ok == Some(true)).count();
        let best = matched.max_by(|a, b| right(a.1).cmp(&right(b.1)).then(a.0.total_cmp(&b.0)));
        if !item.onzeker {
            score.required += 1;
            score.found += usize::from(best.is_some());
        }
        match best {
            Some((_, record)) => {
                for (field, ok) in fields(record, item) {
                    count(&mut score, field, ok);
                    if ok == Some(false) {
                        let (quote, rule) = first(record);
                        score.differences.push(remark(quote, Some(rule), field));
                    }
                }
            }
            None if !item.onzeker => score.misses.push(remark(item.quote.clone(), None, "niet gevonden")),
            None => {}
        }
    }
    score
}

fn count(score: &mut KindScore, field: &str, ok: Option<bool>) {
    if let Some(ok) = ok {
        let sum = score.fields.entry(field.to_string()).or_default();
        *sum = (sum.0 + usize::from(ok), sum.1 + 1);
    }
}

fn document(name: &str, found: &Extraction, gold: &Gold) -> KindScore {
    let (d, g) = (&found.document, &gold.document);
    let same = |a: &Option<String>, b: &String| a.as_deref().is_some_and(|a| fold(a) == fold(b));
    let parties = parties(&d.askers);
    let fields = [
        field("kind", g.kind.as_ref(), |k| d.kind.name() == k),
        field("id", g.id.as_ref(), |id| same(&d.id, id)),
        field("title", g.title.as_ref(), |t| d.title.as_deref().is_some_and(|f| about_same(f, t))),
        field("sender", g.sender.as_ref(), |s| same_set(s, &d.sender)),
        field("on_behalf_of", g.on_behalf_of.as_ref(), |s| same_set(s, &d.on_behalf_of)),
        field("date", g.date.as_ref(), |day| d.date == Some(*day)),
        field("asked", g.asked.as_ref(), |day| d.asked == Some(*day)),
        field("answered", g.answered.as_ref(), |day| d.answered == Some(*day)),
        field("signatory", g.signatory.as_ref(), |s| d.signatory.as_deref().is_some_and(|f| about_same(f, s))),
        field("askers", g.askers.as_ref(), |a| same_names(a, &d.askers)),
        field("askers_parties", g.askers_parties.as_ref(), |p| same_set(p, &parties)),
        field("questions", g.questions.as_ref(), |n| d.questions.iter().map(|q| q.numbers.len()).sum::<usize>() == *n),
        field("see_also", g.see_also.as_ref(), |s| s.iter().all(|s| d.see_also.contains(s))),
    ];
    let mut score = KindScore { kind: "document".to_string(), ..KindScore::default() };
    for (field, ok) in fields {
        count(&mut score, field, ok);
        if ok == Some(false) {
            let what = field.to_string();
            score.differences.push(Remark { document: name.to_string(), what, ..Remark::default() });
        }
    }
    score
}

fn citations(name: &str, found: &Extraction, gold: &Gold) -> KindScore {
    let mut score = KindScore { kind: "citations".to_string(), ..KindScore::default() };
    let Some(annotated) = &gold.citations else { return score };
    let plain = |raw: &str| fold(raw).trim_matches(|c: char| "().,; ".contains(c)).replace('–', "-");
    let same = |raw: &str, other: &str| {
        let (a, b) = (plain(raw), plain(other));
        !a.is_empty() && !b.is_empty() && (a.contains(&b) || b.contains(&a))
    };
    let is = |c: &crate::records::Citation, raw: &str, key: &Option<String>| c.key == *key && same(&c.raw, raw);
    for record in &found.citations {
        let right = annotated.iter().any(|g| is(record, &g.raw, &g.key));
        score.record(Some(&record.rule), right);
        if !right {
            let what = format!("niet geannoteerd ({})", record.key.as_deref().unwrap_or("open"));
            let rule = Some(record.rule.clone());
            score.wrongs.push(Remark { document: name.to_string(), quote: record.raw.clone(), rule, what });
        }
    }
    for item in annotated {
        let matched = found.citations.iter().find(|c| is(c, &item.raw, &item.key));
        if !item.onzeker {
            score.required += 1;
            score.found += usize::from(matched.is_some());
        }
        match matched {
            Some(record) => count(&mut score, "repaired", item.repaired.map(|r| r == record.repaired.is_some())),
            None if !item.onzeker => {
                let what = format!("niet gevonden ({})", item.key.as_deref().unwrap_or("open"));
                score.misses.push(Remark { document: name.to_string(), quote: item.raw.clone(), rule: None, what });
            }
            None => {}
        }
    }
    score
}

fn motions(name: &str, found: &Extraction, gold: &Gold) -> KindScore {
    let mut score = KindScore { kind: "motions".to_string(), ..KindScore::default() };
    let is = |m: &Motion, g: &GoldMotion| match (&m.key, &g.key, &m.title, &g.title) {
        (Some(key), Some(expected), _, _) if key == expected => true,
        (_, _, Some(title), Some(expected)) => about_same(title, expected),
        // A motion known by who moved it only is annotated under that name: "motie-Jansen c.s.".
        (None, None, None, Some(expected)) if !m.indieners.is_empty() => {
            let names: Vec<&str> = m.indieners.iter().map(|p| p.naam.as_str()).collect();
            about_same(&format!("motie-{}", names.join("/")), expected)
        }
        _ => false,
    };
    let call = |m: &Motion| m.title.clone().or_else(|| m.key.clone()).unwrap_or_default();
    for record in &found.motions {
        let rule = record.evidence.first().map(|e| e.rule.clone());
        let right = gold.motions.iter().any(|g| is(record, g));
        score.record(rule.as_deref(), right);
        if !right {
            let what = format!("niet geannoteerd ({})", record.key.as_deref().unwrap_or("open"));
            score.wrongs.push(Remark { document: name.to_string(), quote: call(record), rule, what });
        }
    }
    for item in &gold.motions {
        // Where one number covers two listed titles the title decides.
        let titled = |m: &&Motion| m.title.as_deref().zip(item.title.as_deref()).is_some_and(|(a, b)| about_same(a, b));
        let keyed = |m: &&Motion| m.key.is_some() && m.key == item.key && titled(m);
        let all = || found.motions.iter();
        let matched = all().find(keyed).or_else(|| all().find(titled)).or_else(|| all().find(|m| is(m, item)));
        let label = item.title.clone().or_else(|| item.key.clone()).unwrap_or_default();
        if !item.onzeker {
            score.required += 1;
            score.found += usize::from(matched.is_some());
        }
        let Some(m) = matched else {
            if !item.onzeker {
                let what = "niet gevonden".to_string();
                score.misses.push(Remark { document: name.to_string(), quote: label, rule: None, what });
            }
            continue;
        };
        let parties = parties(&m.indieners);
        let asks = |r: &String| m.dicta.iter().any(|d| shared(&d.text, r) >= 0.5);
        let fields = [
            field("indieners", item.indieners.as_ref(), |i| same_names(i, &m.indieners)),
            field("parties", item.parties.as_ref(), |p| same_set(p, &parties)),
            field("appreciatie", item.appreciatie.as_ref(), |a| m.appreciatie.as_ref() == Some(a)),
            field("uitslag", item.uitslag.as_ref(), |u| m.uitslag.as_ref() == Some(u)),
            field("debate", item.debate.as_ref(), |d| m.debate == Some(*d)),
            field("vote", item.vote.as_ref(), |d| m.vote == Some(*d)),
            field("gericht_aan", item.gericht_aan.as_ref(), |g| m.gericht_aan.as_ref() == Some(g)),
            field("request", item.request.as_ref(), asks),
            field("requests", item.requests.as_ref(), |n| m.dicta.len() == *n),
            field("conditions", item.conditions.as_ref(), |n| m.conditions.len() == *n),
            field("replaces", item.replaces.as_ref(), |r| m.replaces.as_ref() == Some(r)),
        ];
        for (field, ok) in fields {
            count(&mut score, field, ok);
            if ok == Some(false) {
                let rule = m.evidence.first().map(|e| e.rule.clone());
                let what = field.to_string();
                score.differences.push(Remark { document: name.to_string(), quote: label.clone(), rule, what });
            }
        }
    }
    score
}

/// Whether two names are those of one organisation: "RWS" is "Rijkswaterstaat".
fn same_actor(found: &str, expected: &str) -> bool {
    let known = |name: &str| actor(name).map_or_else(|| fold(name), |entry| fold(&entry.abbr));
    known(found) == known(expected)
}

fn same_set(expected: &[String], found: &[String]) -> bool {
    let set = |list: &[String]| list.iter().map(|s| fold(s)).collect::<std::collections::BTreeSet<_>>();
    set(expected) == set(found)
}

fn same_names(expected: &[String], found: &[Person]) -> bool {
    expected.len() == found.len() && expected.iter().zip(found).all(|(e, f)| fold(e) == fold(&f.naam))
}

/// The parties of some members.
fn parties(people: &[Person]) -> Vec<String> {
    people.iter().filter_map(|p| p.fractie.clone()).collect()
}

/// Whether two titles or subjects name one thing: one holds the other, or their words match as quotes do.
fn about_same(a: &str, b: &str) -> bool {
    let (x, y) = (words(a).join(" "), words(b).join(" "));
    !x.is_empty() && !y.is_empty() && (x.contains(&y) || y.contains(&x) || shared(a, b) >= 0.5)
}

/// Right when the ranges overlap and the found one is at most twice as long; a range without an end is open there.
fn same_time(found: Option<&Period>, expected: Range) -> bool {
    let Some(found) = found else { return false };
    let (Some(from), Some(until)) = (expected.from, expected.until) else { return true };
    let (Some(start), Some(end)) = (found.from.or(found.until), found.until.or(found.from)) else { return false };
    let days = |a: crate::text::Date, b| a.until((Unit::Day, b)).map_or(0, |s| s.get_days()) + 1;
    start <= until && from <= end && days(start, end) <= 2 * days(from, until)
}

/// Whether two quotes are of one thing, by the measure of a match.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    shared(a, b) >= 0.5
}

/// The share of the shorter text's words that both have, in the same order and in runs of at least three; of a text
/// under three words all must stand together in the other.
fn shared(a: &str, b: &str) -> f64 {
    let (mut short, mut long) = (words(a), words(b));
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    if short.is_empty() {
        return 0.0;
    }
    if short.len() < 3 {
        return if long.windows(short.len()).any(|w| w == short) { 1.0 } else { 0.0 };
    }
    let row = long.len() + 1;
    let at = |i: usize, j: usize| i * row + j;
    let mut run = vec![0usize; (short.len() + 1) * row];
    let mut best = run.clone();
    for i in 1..=short.len() {
        for j in 1..=long.len() {
            if short[i - 1] == long[j - 1] {
                run[at(i, j)] = run[at(i - 1, j - 1)] + 1;
            }
            let longest = run[at(i, j)];
            let with = (3..=longest).map(|n| best[at(i - n, j - n)] + n).max().unwrap_or(0);
            best[at(i, j)] = with.max(best[at(i - 1, j)]).max(best[at(i, j - 1)]);
        }
    }
    super::share(best[at(short.len(), long.len())], short.len())
}

fn words(text: &str) -> Vec<String> {
    /// Longer quotes are compared by their beginning; the table of runs stays small.
    const MOST: usize = 400;
    let folded = fold(text);
    let split = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    split.take(MOST).map(str::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{FollowUp, Status};
    use crate::text::{Origin, Span};

    #[test]
    fn shared_words_count_in_runs_of_three() {
        let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(close(shared("wij gaan de brug in mei repareren", "De brug in mei repareren wij graag."), 5.0 / 7.0));
        assert!(close(shared("de brug en de weg", "de weg en de brug"), 0.0));
        assert!(close(shared("Zie vraag 5.", "Zie vraag 5"), 1.0));
        assert!(close(shared("Ja.", "Ja, dat klopt."), 1.0));
        assert!(close(shared("Nee nee", "Nee, dat nee"), 0.0));
    }

    #[test]
    fn right_wrong_missed_and_uncertain_are_counted_as_the_codebook_says() {
        let gold = Gold::parse(
            r#"{"follow_ups":[
                {"motion":"kst-1-2","by":"BZK","status":["voornemen"],"quote":"neem ik dit verzoek mee in het plan"},
                {"by":"BZK","status":"deels","quote":"iets dat niemand gevonden heeft"},
                {"by":"BZK","status":["deels"],"quote":"dit is misschien een opvolging van de motie","onzeker":true}]}"#,
        )
        .unwrap();
        let said = |quote: &str| FollowUp {
            motion: Some("kst-1-2".into()),
            motion_named: None,
            by: "BZK".into(),
            status: Status::InUitvoering,
            date: None,
            see_also: Vec::new(),
            dictum: None,
            leads_to: Vec::new(),
            evidence: vec![Evidence {
                quote: quote.into(),
                span: Span::all(quote),
                origin: Origin::default(),
                rule: "proef".into(),
            }],
        };
        let found = Extraction {
            follow_ups: vec![
                said("Om dit te borgen neem ik dit verzoek mee in het plan."),
                said("Ook dit is misschien een opvolging van de motie."),
                said("Dit hoort nergens bij."),
            ],
            ..Extraction::default()
        };
        let report = super::super::Report::of(vec![score("proef", &found, &gold)]);
        let kind = report.kind("follow_ups").unwrap();
        assert_eq!((kind.right, kind.wrong, kind.found, kind.required), (2, 1, 1, 2));
        assert_eq!(kind.fields["status"], (0, 2));
        assert_eq!(kind.fields["motion"], (1, 1));
        assert_eq!(kind.misses[0].quote, "iets dat niemand gevonden heeft");
        let shown = report.to_string();
        assert!(shown.contains("opvolgingen") && shown.contains("Dit hoort nergens bij."), "{shown}");
    }
}
