//! The trail of one motion as a page, and all motions in a line each. The border: what belongs together was decided in
//! [`super::trail`]; nothing is judged here.

use super::changes::{self, News, Since};
use super::compare::{self, Bag};
use super::drift::{self, Contradiction};
use super::page::{Page, Piece, Table, Tone, Words};
use super::promises::{Later, Promise, Term, Turn};
use super::standing::{self, standings};
use super::trail::{Account, Led, Place, Said, Tie, Trail, Trails};
use super::{picture, spoken, words};
use crate::document::Person;
use crate::records::{Commitment, Evidence, FollowUp, Motion};
use crate::text::{Date, Period, fold};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How much of a passage that a cross-reference leads to is shown.
const PASSAGE: usize = 400;
/// How much of the rest of an answer is shown.
const REST: usize = 700;

/// The whole trail of one motion; `since` puts what is new since that day at the top.
pub fn page(trail: &Trail, trails: &Trails, today: Date, since: Option<Since>) -> Page {
    let mut page = Page::default();
    let number = words::printed(&trail.key);
    page.heading(1, trail.subject().map_or(number.clone(), |t| format!("{number}: {t}")));
    facts(&mut page, trail, today);
    if let Some(since) = since {
        put_news(&mut page, &changes::since(trail, &since, today), &since);
    }
    page.push(Piece::Picture(picture::timeline(trail, today)));
    own_text(&mut page, trail);
    spoken::put(&mut page, trail);
    standing_table(&mut page, trail);
    page.heading(2, "Wat erover is gemeld");
    if trail.follow_ups.is_empty() {
        page.text("Nog niets: in geen van de gelezen stukken zegt een ministerie iets over de uitvoering.");
    }
    for group in
        grouped(&trail.follow_ups, follow_up_words, |a, b| a.said.by == b.said.by && a.said.status == b.said.status)
    {
        observation(&mut page, trail, &group);
    }
    if !trail.back.is_empty() {
        page.heading(3, "Andere antwoorden die hiernaar verwijzen");
        put_back(&mut page, trail);
    }
    put_promises(&mut page, trail, today);
    put_contradictions(&mut page, &contradictions(trail, trails));
    questions(&mut page, &trail.asked);
    named(&mut page, "Waar de motie nog meer wordt genoemd", &silent_accounts(trail));
    rests_on(&mut page, trail);
    page
}

/// What is new since a day.
pub fn put_news(page: &mut Page, news: &[News], since: &Since) {
    page.heading(2, since.title());
    if news.is_empty() {
        page.text(since.none());
    }
    for item in news {
        page.item(format!("{}: {}", words::day_or_unknown(item.date), item.what));
    }
}

fn facts(page: &mut Page, trail: &Trail, today: Date) {
    let own = trail.own.as_ref().map(|o| &o.said);
    let addressed = own
        .and_then(|m| m.gericht_aan.clone())
        .or_else(|| trail.accounts.iter().find_map(|a| a.said.gericht_aan.clone()));
    let due = trail.due().map(|d| due(d, today)).unwrap_or_default();
    let voted = trail.register.as_ref().and_then(|r| r.uitslag_date);
    page.fields([
        ("Nummer", Words::from(trail.key.clone())),
        ("Ingediend", trail.date().map(words::day).unwrap_or_default().into()),
        ("Indieners", people(trail.indieners()).into()),
        ("Gericht aan", addressed.unwrap_or_default().into()),
        ("Appreciatie", accounts(&trail.appreciatie())),
        ("Uitslag", accounts(&trail.uitslag())),
        ("Besluit op", voted.map(words::day).unwrap_or_default().into()),
        ("Termijn", due),
        ("In plaats van", own.and_then(|m| m.replaces.as_deref()).map(words::printed).unwrap_or_default().into()),
    ]);
}

/// A term and how it stands on a day.
pub fn due(due: &Period, today: Date) -> Words {
    let said = Words::from(words::period(due));
    match due.until {
        _ if due.stale => said.dim(" – lag bij het schrijven al in het verleden"),
        Some(until) if until < today => said.alarm(format!(" – verstreken op {}", words::day(today))),
        Some(_) => said.dim(format!(" – nog niet verstreken op {}", words::day(today))),
        None => said,
    }
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
    for (number, dictum) in motion.dicta.iter().enumerate() {
        // Conditions stand in the dictum as a list; shown below it, they need not stand in it as well.
        let cut = motion.conditions.iter().filter_map(|c| dictum.text.find(c.as_str())).min();
        let text =
            cut.map_or(dictum.text.as_str(), |at| dictum.text[..at].trim_end_matches(['\n', ' ', '–', '-', '•']));
        let which = if motion.dicta.len() > 1 { format!("{}. ", number + 1) } else { String::new() };
        page.quote(Words::default().dim(which).plain(text.to_string()));
    }
    motion.conditions.iter().for_each(|c| {
        page.sub_item(c.clone());
    });
}

/// Per ministry its statuses, the latest first; then who was silent.
fn standing_table(page: &mut Page, trail: &Trail) {
    let standings = standings(trail);
    if standings.is_empty() && trail.silent.is_empty() {
        return;
    }
    page.heading(2, "Per ministerie");
    let mut table = Table::new(["Wie", "Laatst gemeld", "Wanneer", "Eerder of ook gemeld"]);
    for standing in &standings {
        let Some((latest, older)) = standing.reports.split_first() else { continue };
        let status_of = |f: &Said<FollowUp>| format!("{}{}", words::status(f.said.status), of_dictum(trail, f));
        let mut rest: Vec<String> = Vec::new();
        for f in older {
            // The same words in another document, without a date of its own, are no report of their own.
            let again = |o: &&&Said<FollowUp>| {
                o.said.status == f.said.status && fold(&follow_up_words(o)) == fold(&follow_up_words(f))
            };
            let repeated = standing.reports.iter().take_while(|o| !std::ptr::eq(**o, *f)).any(|o| again(&o));
            let line = format!("{}, {}", status_of(f), standing::when(f));
            if !repeated && !rest.contains(&line) {
                rest.push(line);
            }
        }
        let status = status_of(latest);
        let when = standing::when(latest);
        table.row([standing.by.to_string(), status, when, rest.join("\n")]);
    }
    for silence in &trail.silent {
        table.row([silence.by.clone(), silence.name(), silence.document.when(), why_silent(trail, silence)]);
    }
    page.table(table);
    page.text(Words::default().dim(
        "Het zijn meldingen van het ministerie zelf, geen oordeel of de motie is uitgevoerd. Een ministerie dat hier niet \
         staat, is in de gelezen stukken niets gevraagd.",
    ));
    if standings.iter().flat_map(|s| &s.reports).any(|f| standing::day(f).is_none()) {
        page.text(
            Words::default().dim("Wat in een stuk zonder datum staat, komt achteraan; het kan ook het nieuwste zijn."),
        );
    }
}

/// Why something might have been expected of a ministry, where, and what it does say in an answer that is referred to.
pub(super) fn why_silent(trail: &Trail, silence: &standing::Silence) -> String {
    let mut why = format!("{}\n({})", silence.reason, silence.document.name());
    let here = trail.led.iter().any(|l| l.by == silence.by && l.document.source == silence.document.source);
    for (question, what) in led_by(trail, &silence.by).into_iter().filter(|_| here) {
        let _ = write!(why, "; in antwoord {question}, waar naar wordt verwezen, wel: {}", words::listed(&what));
    }
    why
}

/// What an actor says in answers that reports on this motion refer to, by question.
pub(super) fn led_by(trail: &Trail, by: &str) -> BTreeMap<u32, Vec<String>> {
    let mut found: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for l in trail.led.iter().filter(|l| l.by == by) {
        let what = found.entry(l.question).or_default();
        if !what.contains(&l.what) {
            what.push(l.what.clone());
        }
    }
    found
}

/// Which dictum a follow-up is about, where its words fit one and no other: " (dictum 2)".
pub(super) fn of_dictum(trail: &Trail, f: &Said<FollowUp>) -> String {
    trail.dictum_of(f).map(|n| format!(" (dictum {})", n + 1)).unwrap_or_default()
}

pub(super) fn follow_up_words(f: &Said<FollowUp>) -> String {
    quoted(&f.said.evidence)
}

pub(super) fn quoted(evidence: &[Evidence]) -> String {
    evidence.iter().map(|e| e.quote.as_str()).collect::<Vec<_>>().join(" […] ")
}

/// What two quotes are the same by: a blank before a full stop makes no difference to a reader.
fn plain(words: &str) -> String {
    [" .", " ,", " ;", " :"].iter().fold(fold(words), |text, gap| text.replace(gap, gap.trim_start()))
}

/// Things said in the same or nearly the same words, in several documents, taken together.
pub(super) fn grouped<T>(
    all: &[Said<T>],
    words_of: impl Fn(&Said<T>) -> String,
    alike: impl Fn(&Said<T>, &Said<T>) -> bool,
) -> Vec<Vec<&Said<T>>> {
    let mut groups: Vec<(String, Bag, Vec<&Said<T>>)> = Vec::new();
    for said in all {
        let words = words_of(said);
        let (mine, bag) = (plain(&words), Bag::of(&words));
        // The same words twice in one document are two statements, unless nothing tells them apart.
        let same = |(theirs, other, g): &&mut (String, Bag, Vec<&Said<T>>)| {
            alike(g[0], said)
                && (*theirs == mine
                    || (other.is_near(&bag) && g.iter().all(|s| s.document.source != said.document.source)))
        };
        match groups.iter_mut().find(same) {
            Some((_, _, group)) => group.push(said),
            None => groups.push((mine, bag, vec![said])),
        }
    }
    groups.into_iter().map(|(_, _, group)| group).collect()
}

/// "letterlijk hetzelfde in 2 stukken", or nearly.
pub(super) fn repeated<T>(group: &[&Said<T>], words_of: impl Fn(&Said<T>) -> String) -> String {
    if group.len() < 2 {
        return String::new();
    }
    let same = group.iter().all(|s| plain(&words_of(s)) == plain(&words_of(group[0])));
    let how = if same { "letterlijk hetzelfde" } else { "bijna hetzelfde" };
    format!(" · {how} in {}", words::count(group.len(), "stuk", "stukken"))
}

/// Where each of a group stands; what differs from the first is shown word by word.
pub(super) fn places<T>(
    page: &mut Page,
    group: &[&Said<T>],
    words_of: impl Fn(&Said<T>) -> String,
    evidence: impl Fn(&T) -> &[Evidence],
) {
    let Some(first) = group.first() else { return };
    for said in group {
        page.source(source(&said.document, evidence(&said.said).first()));
        put_tie(page, said.link.as_ref());
        let (ours, theirs) = (words_of(first), words_of(said));
        if plain(&ours) != plain(&theirs)
            && let Some(runs) = compare::diff(&ours, &theirs)
        {
            page.quote(Words::default().dim("verschil: ").compared(&runs));
        }
    }
}

fn observation(page: &mut Page, trail: &Trail, group: &[&Said<FollowUp>]) {
    let Some(first) = group.first() else { return };
    let said = &first.said;
    let mut head = Words::default().plain(format!("{} · ", standing::when(first)));
    head = head.strong(said.by.clone()).plain(" · ").strong(words::status(said.status)).plain(of_dictum(trail, first));
    page.heading(3, head.dim(repeated(group, follow_up_words)));
    for evidence in &said.evidence {
        page.quote(evidence.quote.clone());
    }
    put_rest(page, first);
    places(page, group, follow_up_words, |f| &f.evidence);
    if !said.see_also.is_empty() || !said.leads_to.is_empty() {
        references(page, trail, first);
    }
}

/// The rest of an answer of which the recognised words do not say enough.
pub(super) fn put_rest(page: &mut Page, said: &Said<FollowUp>) {
    if let Some(rest) = &said.rest {
        page.quote(Words::default().dim("verder in dit antwoord: ").plain(words::short(rest, REST)));
    }
}

/// Answers to other questions that refer to the one about this motion.
pub(super) fn put_back(page: &mut Page, trail: &Trail) {
    for l in &trail.back {
        let head = Words::default().strong(l.by.clone());
        page.item(head.plain(format!(", antwoord {}: {}", l.question, l.what)));
        let evidence = l.evidence.first();
        let quote = evidence.map(|e| e.quote.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
        page.quote(words::short(&quote, REST));
        page.source(source(&l.document, evidence));
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
    let others = |l: &&Led| {
        l.document.source == from.document.source
            && from.said.see_also.contains(&l.question)
            && !from.said.leads_to.iter().any(|e| l.evidence.iter().any(|own| e.span.contains(own.span)))
    };
    for l in trail.led.iter().filter(others) {
        page.sub_item(format!("daar zegt {}, zonder de motie te noemen: {}", l.by, l.what));
        page.quote(quoted(&l.evidence));
        page.source(source(&l.document, l.evidence.first()));
    }
}

/// The commitments around a motion, their terms, and what later documents make of them.
fn put_promises(page: &mut Page, trail: &Trail, today: Date) {
    if trail.commitments.is_empty() {
        return;
    }
    page.heading(2, "Toezeggingen rond de motie");
    // The same sentence in several answers is one commitment; its other places are named with the first.
    let mut shown: Vec<(Bag, Vec<&Promise>)> = Vec::new();
    for promise in &trail.commitments {
        let bag = Bag::of(&quoted(&promise.said.said.evidence));
        let same =
            |(other, p): &&mut (Bag, Vec<&Promise>)| p[0].said.said.by == promise.said.said.by && other.is_near(&bag);
        match shown.iter_mut().find(same) {
            Some((_, group)) => group.push(promise),
            None => shown.push((bag, vec![promise])),
        }
    }
    for (_, group) in shown {
        let Some((first, others)) = group.split_first() else { continue };
        put_promise(page, first, today);
        for other in others {
            page.source(
                Words::from("ook: ").plain(source(&other.said.document, other.said.said.evidence.first()).bare()),
            );
        }
    }
}

/// One commitment with its term, its words and what came of it.
pub fn put_promise(page: &mut Page, promise: &Promise, today: Date) {
    let c = &promise.said.said;
    page.item(promise_head(c, today));
    page.quote(quoted(&c.evidence));
    let place = source(&promise.said.document, c.evidence.first());
    page.source(if promise.why.is_empty() { place } else { place.plain(format!(" · {}", promise.why)) });
    put_later(page, &promise.later);
}

/// Who, how firmly and by when, with how the term stands.
pub fn promise_head(c: &Commitment, today: Date) -> Words {
    let mut head = Words::default().strong(words::listed(&c.by)).plain(format!(" · {} · ", c.strength.name()));
    head = match &c.due {
        Some(period) if period.until.is_some() => Words([head.0, due(period, today).0].concat()),
        Some(period) => head.plain(words::period(period)).dim(format!(" – {}", Term::None.name())),
        None => head.dim(Term::None.name()),
    };
    for (is, word) in [(c.conditional, "voorwaardelijk"), (c.restated, "herhaald"), (c.refused, "geweigerd")] {
        if is {
            head = head.plain(format!(" · {word}"));
        }
    }
    head
}

/// What later documents make of a commitment.
pub fn put_later(page: &mut Page, later: &[Later]) {
    for l in later {
        let alarm = matches!(l.turn, Turn::Verschoven | Turn::Openstaand);
        let turn = format!("later: {}", l.turn.name());
        let head = if alarm { Words::default().alarm(turn) } else { Words::default().strong(turn) };
        let due = l.due.as_ref().map(|d| format!(", {}", words::period(d))).unwrap_or_default();
        page.sub_item(head.plain(due).dim(format!(" (zelfde woorden: {})", words::listed(&l.shared))));
        page.quote(quoted(&l.evidence));
        page.source(source(&l.document, l.evidence.first()));
    }
}

/// What sources differ on about this motion, those that count it among others as well.
pub fn contradictions<'t>(trail: &'t Trail, trails: &'t Trails) -> Vec<&'t Contradiction> {
    let here = |c: &&Contradiction| {
        let of = |s: &drift::Side| {
            s.document.as_ref().zip(s.evidence.as_ref()).is_some_and(|(d, e)| {
                trail
                    .accounts
                    .iter()
                    .any(|a| a.document.source == d.source && a.said.evidence.iter().any(|own| own.span == e.span))
            })
        };
        c.sides.iter().any(of)
    };
    trail.contradictions.iter().chain(trails.contradictions.iter().filter(here)).collect()
}

/// What sources differ on, each side in its own words.
pub fn put_contradictions(page: &mut Page, found: &[&Contradiction]) {
    if found.is_empty() {
        return;
    }
    page.heading(2, "Waar bronnen verschillen");
    for c in found {
        put_contradiction(page, c);
    }
}

/// One difference.
pub fn put_contradiction(page: &mut Page, c: &Contradiction) {
    page.item(Words::default().alarm(c.about).plain(format!(": {}", c.what)));
    if !c.diff.is_empty() {
        page.quote(Words::default().compared(&c.diff));
        page.source(
            Words::default()
                .plain("leeswijzer: ")
                .and(Tone::Dropped, "alleen in de motie")
                .plain(" ")
                .and(Tone::Added, "alleen in het andere stuk"),
        );
    }
    for side in &c.sides {
        let value = if c.diff.is_empty() { side.value.as_str() } else { "" };
        let Some(document) = &side.document else {
            page.quote(Words::default().strong(value));
            page.source("open data van de Kamer");
            continue;
        };
        if let Some(e) = &side.evidence {
            let told = value.is_empty() || e.quote.contains(value);
            let said = if told { Words::default() } else { Words::default().strong(format!("{value}: ")) };
            page.quote(said.plain(words::short(&e.quote, PASSAGE)));
        } else {
            page.quote(value.to_string());
        }
        page.source(source(document, side.evidence.as_ref()));
    }
}

/// Documents that name the motion and say nothing about its execution.
fn silent_accounts(trail: &Trail) -> Vec<Said<Motion>> {
    let speaks = |m: &Said<Motion>| trail.follow_ups.iter().any(|f| f.document.source == m.document.source);
    trail.accounts.iter().filter(|a| !speaks(a)).cloned().collect()
}

fn motion_words(m: &Said<Motion>) -> String {
    m.said.evidence.first().map(|e| e.quote.clone()).unwrap_or_default()
}

/// Who asked about it, and when; an answer's questions are the members', not the ministry's.
fn questions(page: &mut Page, asked: &[Said<Motion>]) {
    if asked.is_empty() {
        return;
    }
    page.heading(2, "Waar Kamerleden ernaar vragen");
    for group in grouped(asked, motion_words, |_, _| true) {
        let Some(first) = group.first() else { continue };
        // One of two documents with the same question may leave out who asked it.
        let told = group.iter().find(|s| !s.document.askers.is_empty()).unwrap_or(first);
        let who = people(&told.document.askers);
        let mut head = Words::default().strong(if who.is_empty() { "Kamerleden".to_string() } else { who });
        if let Some(day) = told.document.asked {
            head = head.plain(format!(", {}", words::day(day)));
        }
        page.item(head.dim(repeated(&group, motion_words)));
        page.quote(words::short(&motion_words(first), PASSAGE));
        places(page, &group, motion_words, |m| &m.evidence);
    }
}

fn named(page: &mut Page, heading: &str, motions: &[Said<Motion>]) {
    if motions.is_empty() {
        return;
    }
    page.heading(2, heading);
    for group in grouped(motions, motion_words, |_, _| true) {
        let Some(first) = group.first() else { continue };
        page.quote(words::short(&motion_words(first), PASSAGE));
        places(page, &group, motion_words, |m| &m.evidence);
    }
}

/// The documents this trail rests on.
fn rests_on(page: &mut Page, trail: &Trail) {
    page.heading(2, "Waar dit op rust");
    let mut documents: Vec<&Place> = trail.sources().collect();
    documents.sort_by_key(|d| (d.date.is_none(), d.date, d.source.clone()));
    documents.dedup_by_key(|d| d.source.clone());
    let register = trail.register.is_some().then_some("de open data van de Kamer");
    let own = trail.own.as_ref().map(|_| "de tekst van de motie");
    let mut rest: Vec<String> = own.into_iter().chain(register).map(str::to_string).collect();
    rest.extend(documents.iter().map(|d| named_with_date(d)));
    if rest.is_empty() {
        rest.push("geen enkel stuk".into());
    }
    page.text(format!("{}.", words::listed(&rest)));
    page.text(Words::default().dim(ABSENCE));
}

/// What absence means.
pub const ABSENCE: &str = "Wat hier niet staat, kan wel zijn gebeurd: er is alleen gelezen wat is ingelezen, en dat iets \
                           niet is gevonden, bewijst niet dat het er niet is.";

pub(super) fn named_with_date(document: &Place) -> String {
    let mut date = document.date.map(|d| format!(" van {}", words::day(d))).unwrap_or_default();
    if document.date_from.as_deref() == Some(super::gather::REGISTER) {
        date.push_str(" (datum uit de open data)");
    }
    format!("{} {}{date}", document.kind.name(), document.name())
}

/// Why words without a number stand with this motion.
pub(super) fn put_tie(page: &mut Page, tie: Option<&Tie>) {
    if let Some(tie) = tie {
        let score = format!("{:.2}", tie.score).replace('.', ",");
        page.source(format!("zonder nummer genoemd; gekoppeld omdat: {} (score {score})", tie.reason));
    }
}

/// "kamerbrief 26 643, nr. 1329 van 7 april 2025, regel 12 (regel vo-zal)".
pub fn source(document: &Place, evidence: Option<&Evidence>) -> Words {
    let mut said = named_with_date(document);
    if let Some(evidence) = evidence {
        let _ = write!(said, ", {} [{}]", spot(&evidence.origin), evidence.rule);
    }
    Words::from(said)
}

/// A place in a file; of a path in XML the end, which tells most.
fn spot(origin: &crate::text::Origin) -> String {
    let place = origin.to_string();
    let ends: Vec<&str> = place.rsplit('/').take(2).collect();
    match ends.as_slice() {
        [last, above] if place.starts_with('/') => format!("…/{above}/{last}"),
        _ => place,
    }
}

/// "Kathmann (GroenLinks-PvdA), Six Dijkstra (NSC) en Van der Werf (D66)".
pub fn people(people: &[Person]) -> String {
    let one = |p: &Person| p.fractie.as_ref().map_or(p.naam.clone(), |f| format!("{} ({f})", p.naam));
    words::listed(&people.iter().map(one).collect::<Vec<_>>())
}
