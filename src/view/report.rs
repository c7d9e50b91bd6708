//! The overview as a page: what can be read in a minute first, then the parts with their quotes and sources. The border:
//! everything was counted and laid together in [`super::overview`].

use super::compare::Bag;
use super::drift::Contradiction;
use super::gather::Gathered;
use super::motions;
use super::overview::{Overview, Scope, belongs};
use super::page::{Page, Piece, Table, Words};
use super::promises::{Promise, Term, Turn, term};
use super::standing::{day, standings, when};
use super::track::{self, follow_up_words, grouped};
use super::trail::{Place, Trail, Trails};
use super::{matrix, migrations, picture, words};
use crate::document::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Lines of one sort on the first page.
const FIRST: usize = 6;
const MOST_NEWS: usize = 20;
const MOST_SILENT: usize = 20;
/// Of what many pages would show, so much; the rest is counted, and stands in the data.
const MOST_MOTIONS: usize = 150;
const MOST_PROMISES: usize = 100;

/// How many more there are than a part shows, and where they are.
fn left(page: &mut Page, all: usize, shown: usize, one: &str, many: &str) {
    if all > shown {
        let rest = words::count(all - shown, one, many);
        page.text(format!("Niet getoond: {rest}. Alles staat in --format xlsx, csv of json."));
    }
}

/// How many more there are than the first page shows.
fn more(page: &mut Page, all: usize) {
    if all > FIRST {
        page.item(Words::default().dim(format!("en nog {}, verderop", words::number(all - FIRST))));
    }
}

/// "Oordeel Kamer" inside a sentence: "oordeel Kamer".
fn lower(value: &str) -> String {
    let mut letters = value.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// What was reported last about a motion.
fn last_said(trail: &Trail) -> String {
    trail.follow_ups.iter().max_by_key(|f| day(f)).map_or_else(
        || "daarover is niets gemeld".to_string(),
        |f| format!("laatst gemeld: {} door {} ({})", words::status(f.said.status), f.said.by, f.document.name()),
    )
}

impl Overview {
    /// The overview as a page.
    pub fn page(&self) -> Page {
        let mut page = Page::default();
        page.heading(1, self.scope.title());
        page.text(format!("Stand op {}, naar de gelezen stukken.", words::day(self.peildatum)));
        if let Some(totals) = &self.totals {
            super::totals::put(&mut page, totals, &self.scope);
            self.put_part(&mut page);
        }
        self.put_minute(&mut page);
        self.put_ministries(&mut page);
        let live: Vec<&Trail> = self.motions.iter().filter(|t| t.is_alive() || !t.silent.is_empty()).collect();
        if let Some(drawn) = picture::table(&live.iter().copied().take(matrix::ROWS).collect::<Vec<_>>()) {
            page.heading(2, "Moties en ministeries");
            page.push(Piece::Picture(drawn));
            matrix::put_trails(&mut page, &live, matrix::ROWS);
        }
        self.put_overdue(&mut page);
        self.put_contradictions(&mut page);
        if !self.motions.is_empty() {
            self.put_motions(&mut page);
        }
        if !self.loose.is_empty() {
            let loose = Trails { loose: self.loose.clone(), ..Trails::default() };
            motions::loose(&mut page, &loose);
        }
        if self.scope != Scope::default() && self.scope.motie.is_none() {
            self.put_commitments(&mut page);
            migrations::put(&mut page, self.scope.ministerie.as_deref(), &self.migrations, &self.policy_rules);
        }
        self.put_coverage(&mut page);
        page
    }

    /// What can be read in a minute: how much there is, and one line for each thing that a person should know.
    fn put_minute(&self, page: &mut Page) {
        let newest = if self.totals.is_some() { ", uit de nieuwste stukken" } else { "" };
        page.heading(2, format!("In één minuut{newest}"));
        let n = |name: &str| self.counts.get(name).copied().unwrap_or(0);
        let part = |n: usize, one: &str, many: &str| (n > 0).then(|| words::count(n, one, many));
        let mut motions: Vec<String> = Vec::new();
        let followed = n("moties met opvolging");
        if followed > 0 {
            motions.push(format!("over {} is iets over de uitvoering gemeld", words::number(followed)));
        }
        let only_text = n("moties alleen als tekst");
        let named = n("moties").saturating_sub(followed + only_text);
        if named > 0 {
            motions.push(format!("{} alleen genoemd", words::count(named, "wordt", "worden")));
        }
        if only_text > 0 {
            motions.push(format!("van {} is alleen de eigen tekst gelezen", words::number(only_text)));
        }
        let mut line = words::count(n("moties"), "motie", "moties");
        if let Some(ministry) = &self.scope.ministerie {
            motions = self.by_ministry(ministry);
        }
        if !motions.is_empty() {
            line = format!("{line}: {}", words::listed(&motions));
        }
        if n("moties alleen genoemd") > 0 {
            line = format!("{line}; de tekst van {} is niet ingelezen", words::number(n("moties alleen genoemd")));
        }
        page.item(line);
        let mut more = vec![words::count(n("toezeggingen"), "toezegging", "toezeggingen")];
        more.extend(part(n("toezeggingen verstreken"), "daarvan over de termijn", "daarvan over de termijn"));
        more.extend(part(n("migraties"), "migratie", "migraties"));
        more.extend(part(n("beleidsregels"), "beleidsregel", "beleidsregels"));
        page.item(more.join(" · "));
        self.put_news(page);
        self.put_reported(page);
        self.put_late(page);
        self.put_silent(page);
        self.put_differing(page);
    }

    /// Over how many motions a ministry says something, signs along, or says nothing.
    fn by_ministry(&self, ministry: &str) -> Vec<String> {
        let theirs = |by: &String| belongs(Some(ministry), std::iter::once(by));
        let said = |t: &&Trail| t.follow_ups.iter().any(|f| theirs(&f.said.by));
        let along = |t: &&Trail| !said(t) && t.silent.iter().any(|s| !s.is_whole() && theirs(&s.by));
        let count = |of: &dyn Fn(&&Trail) -> bool| self.motions.iter().filter(|t| of(t)).count();
        let (told, signed) = (count(&said), count(&along));
        let parts = [
            (told, format!("{ministry} meldt iets over {}", words::number(told))),
            (signed, format!("tekent bij {} alleen mee", words::number(signed))),
            (
                self.motions.len() - told - signed,
                format!("zwijgt over {}", words::number(self.motions.len() - told - signed)),
            ),
        ];
        parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, said)| said).collect()
    }

    fn put_news(&self, page: &mut Page) {
        let Some(since) = &self.since else { return };
        page.heading(3, since.title());
        if self.news.is_empty() && self.arrived.is_empty() {
            page.text(since.none());
        }
        if !self.arrived.is_empty() {
            let mut names: Vec<String> =
                self.arrived.iter().filter(|d| d.kind != Kind::Motie).map(track::named_with_date).collect();
            let motions = self.arrived.iter().filter(|d| d.kind == Kind::Motie).count();
            let rest = names.len().saturating_sub(FIRST);
            names.truncate(FIRST);
            if rest > 0 {
                names.push(words::count(rest, "ander stuk", "andere stukken"));
            }
            if motions > 0 {
                names.push(words::documents(motions, Kind::Motie));
            }
            page.item(format!("daarna ingelezen: {}", words::listed(&names)));
        }
        for item in self.news.iter().take(MOST_NEWS) {
            let motion = match item.motion.as_str() {
                "" => String::new(),
                key => format!(", motie {}", words::printed(key)),
            };
            page.item(format!("{}{motion}: {}", words::day_or_unknown(item.date), item.what));
        }
        let rest = self.news.len().saturating_sub(MOST_NEWS);
        if rest > 0 {
            page.item(format!("en nog {}", words::number(rest)));
        }
    }

    /// A line per motion: who reported what last, and where that stands.
    fn put_reported(&self, page: &mut Page) {
        // Of a ministry what it reports or signs along with; where it is silent is told apart.
        let theirs = |t: &&Trail| {
            let ministry = self.scope.ministerie.as_deref();
            let by = t.follow_ups.iter().map(|f| &f.said.by);
            let along = t.silent.iter().filter(|s| !s.is_whole()).map(|s| &s.by);
            !t.follow_ups.is_empty() && belongs(ministry, by.chain(along))
        };
        let reported: Vec<&Trail> = self.motions.iter().filter(theirs).collect();
        if reported.is_empty() {
            return;
        }
        page.heading(3, "Gemeld over de uitvoering");
        for trail in reported.iter().take(FIRST) {
            let ministry = self.scope.ministerie.as_deref();
            let mut said: Vec<String> = Vec::new();
            for standing in standings(trail)
                .iter()
                .filter(|s| belongs(self.scope.ministerie.as_deref(), std::iter::once(&s.by.to_string())))
            {
                let latest = trail.latest(standing.by);
                let Some(first) = standing.reports.iter().find(|f| latest.contains(&f.said.status)) else { continue };
                let statuses: Vec<String> = latest.iter().map(|s| words::status(*s).to_string()).collect();
                said.push(format!(
                    "{} {} ({}, {})",
                    standing.by,
                    words::listed(&statuses),
                    first.document.name(),
                    when(first)
                ));
            }
            let mut along: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
            for s in trail.silent.iter().filter(|s| !s.is_whole() && belongs(ministry, std::iter::once(&s.by))) {
                along.entry((s.partners(), s.document.name())).or_default().push(s.by.clone());
            }
            for ((with, document), by) in along {
                let verb = if by.len() == 1 { "tekent" } else { "tekenen" };
                said.push(format!("{} {verb} mee met {with} ({document})", words::listed(&by)));
                // What one of them says in an answer that is referred to.
                for by in &by {
                    let led = track::led_by(trail, by).into_iter();
                    said.extend(led.map(|(n, what)| format!("{by} in antwoord {n}: {}", words::listed(&what))));
                }
            }
            page.item(self.named(trail).plain(": ").plain(said.join("; ")));
        }
        more(page, reported.len());
    }

    /// "26 643, nr. 1315, stoppen met … (ontraden; aangenomen)".
    fn named(&self, trail: &Trail) -> Words {
        let value = |told: Vec<super::trail::Account>| {
            told.into_iter().map(|a| lower(&a.value)).collect::<Vec<_>>().join(" of ")
        };
        let mut facts = vec![value(trail.appreciatie()), value(trail.uitslag())];
        if facts[1].is_empty() {
            facts[1] = "uitslag onbekend".into();
        }
        facts.retain(|v| !v.is_empty());
        let facts = if self.scope.motie.is_some() { String::new() } else { format!(" ({})", facts.join("; ")) };
        let named = Words::default().strong(words::printed(&trail.key));
        named.plain(format!(", {}{facts}", words::short(&trail.topic(), 72)))
    }

    /// The motions whose time has passed, the longest ago first.
    fn late(&self) -> Vec<&Trail> {
        let by_key: BTreeMap<&str, &Trail> = self.motions.iter().map(|t| (t.key.as_str(), t)).collect();
        self.overdue_motions.iter().filter_map(|key| by_key.get(key.as_str()).copied()).collect()
    }

    fn put_late(&self, page: &mut Page) {
        let late = self.late();
        if late.is_empty() && self.overdue_commitments.is_empty() {
            return;
        }
        page.heading(3, "Over de termijn");
        for promise in self.overdue_commitments.iter().take(FIRST) {
            let c = &promise.said.said;
            let head = Words::default().strong(format!("toezegging {}", words::listed(&c.by)));
            let due = c.due.as_ref().map(words::period).unwrap_or_default();
            let quote = words::short(&track::quoted(&c.evidence), 150);
            let mut line = head.plain(format!(", {due}: ‘{quote}’ ({})", promise.said.document.name()));
            for l in promise.later.iter().take(1) {
                line = line.plain(format!("; {}: {} ({})", l.document.when(), l.turn.name(), l.document.name()));
            }
            page.item(line);
        }
        more(page, self.overdue_commitments.len());
        for trail in late.iter().take(FIRST) {
            let due = trail.due().map(words::period).unwrap_or_default();
            page.item(Words::from("motie ").and_all(self.named(trail)).plain(format!(": {due}; {}", last_said(trail))));
        }
        more(page, late.len());
    }

    fn put_silent(&self, page: &mut Page) {
        let mut silent: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for trail in &self.motions {
            let here = |s: &&super::standing::Silence| {
                s.is_whole() && belongs(self.scope.ministerie.as_deref(), std::iter::once(&s.by))
            };
            for s in trail.silent.iter().filter(here) {
                silent.entry(&s.by).or_default().push(trail.key.clone());
            }
        }
        if silent.is_empty() {
            return;
        }
        page.heading(3, "Waar een ministerie zwijgt");
        page.text("Schreef over het onderwerp, of kreeg er een vraag over, en zegt over deze moties niets; waar dat was, staat bij elke motie.");
        for (by, mut motions) in silent {
            motions.sort_by_key(|k| super::trail::order(k));
            let rest = motions.len().saturating_sub(MOST_SILENT);
            motions.truncate(MOST_SILENT);
            let rest = if rest > 0 { format!(" en nog {}", words::number(rest)) } else { String::new() };
            page.item(Words::default().strong(by).plain(format!(": {}{rest}", words::printed_all(&motions))));
        }
        // A sister that no document names at all is easily overlooked between those that are named and not answered.
        let unnamed: Vec<String> =
            self.motions.iter().filter(|t| !t.is_alive() && !t.silent.is_empty()).map(|t| t.key.clone()).collect();
        if !unnamed.is_empty() && unnamed.len() <= MOST_SILENT {
            let which = words::printed_all(&unnamed);
            page.item(format!("door niemand genoemd, andere moties uit hetzelfde debat wel: {which}"));
        }
    }

    /// Where sources differ: about all motions together, then about each with its trail.
    fn differing(&self) -> Vec<(Option<&Trail>, &Contradiction)> {
        let of_motions = self.motions.iter().flat_map(|t| t.contradictions.iter().map(move |c| (Some(t), c)));
        self.contradictions.iter().map(|c| (None, c)).chain(of_motions).collect()
    }

    fn put_differing(&self, page: &mut Page) {
        let all = self.differing();
        if all.is_empty() {
            return;
        }
        page.heading(3, "Waar bronnen verschillen");
        let mut told: BTreeSet<String> = BTreeSet::new();
        for (trail, c) in all {
            let motion = trail.map(|t| format!("motie {}, ", words::printed(&t.key))).unwrap_or_default();
            let line = format!("{motion}{}: {}", c.about, c.brief());
            if told.len() < FIRST && told.insert(line.clone()) {
                page.item(line);
            }
        }
    }

    fn put_ministries(&self, page: &mut Page) {
        if self.ministries.is_empty() {
            return;
        }
        let mut table = Table::new(["Wie", "Laatst gemeld", "Niet genoemd", "Toezeggingen", "Migraties"]);
        let some = |n: usize| if n == 0 { "–".to_string() } else { words::number(n) };
        for line in &self.ministries {
            let latest: Vec<String> = line.latest.iter().map(|(s, n)| format!("{n} × {}", words::status(*s))).collect();
            let latest = match (latest.is_empty(), line.motions) {
                (true, _) => "–".to_string(),
                (_, n) => format!("{} (over {})", words::listed(&latest), words::count(n, "motie", "moties")),
            };
            let silent = match (line.silent, line.along) {
                (n, 0) => some(n),
                (0, along) => format!("tekent mee bij {along}"),
                (n, along) => format!("{n}; tekent mee bij {along}"),
            };
            let commitments = match line.overdue {
                0 => some(line.commitments),
                late => format!("{}, {late} over tijd", line.commitments),
            };
            table.row([line.name.clone(), latest, silent, commitments, some(line.migrations)]);
        }
        page.heading(2, "Per ministerie");
        page.table(table);
    }

    fn put_overdue(&self, page: &mut Page) {
        page.heading(2, format!("Over de termijn op {}", words::day(self.peildatum)));
        if self.overdue_motions.is_empty() && self.overdue_commitments.is_empty() {
            page.text("Niets waarvan de termijn in de stukken staat en voorbij is.");
        }
        let late = self.late();
        for trail in late.iter().take(matrix::ROWS) {
            let due = trail.due().map(words::period).unwrap_or_default();
            let last = last_said(trail);
            let head = format!("motie {}", words::printed(&trail.key));
            page.item(Words::default().strong(head).plain(format!(": {due}; {last}")));
        }
        let rest = late.len().saturating_sub(matrix::ROWS);
        if rest > 0 {
            page.item(format!("en nog {}", words::count(rest, "motie", "moties")));
        }
        for promise in self.overdue_commitments.iter().take(MOST_PROMISES) {
            track::put_promise(page, promise, self.peildatum);
        }
        left(page, self.overdue_commitments.len(), MOST_PROMISES, "toezegging", "toezeggingen");
    }

    fn put_contradictions(&self, page: &mut Page) {
        let all = self.differing();
        if all.is_empty() {
            return;
        }
        page.heading(2, "Waar bronnen verschillen");
        let count = all.len();
        for (trail, c) in all.into_iter().take(MOST_PROMISES) {
            if let Some(trail) = trail {
                page.heading(3, format!("motie {}", words::printed(&trail.key)));
            }
            track::put_contradiction(page, c);
        }
        left(page, count, MOST_PROMISES, "verschil", "verschillen");
    }

    fn put_motions(&self, page: &mut Page) {
        page.heading(2, "Motie voor motie");
        let live: Vec<&Trail> = self.motions.iter().filter(|t| t.is_alive() || !t.silent.is_empty()).collect();
        for trail in live.iter().take(MOST_MOTIONS) {
            self.put_motion(page, trail);
        }
        left(page, live.len(), MOST_MOTIONS, "motie", "moties");
        let quiet = self.motions.len() - live.len();
        if quiet > 0 {
            page.text(format!(
                "{} alleen als tekst gelezen; geen ander stuk noemt ze. Alle: kamerspoor track",
                words::count(quiet, "motie is", "moties zijn")
            ));
        }
    }

    fn put_motion(&self, page: &mut Page, trail: &Trail) {
        page.heading(3, format!("{} {}", words::printed(&trail.key), trail.subject().unwrap_or_default()));
        let values =
            |told: Vec<super::trail::Account>| told.into_iter().map(|a| a.value).collect::<Vec<_>>().join(" / ");
        page.fields([
            ("Indieners", Words::from(track::people(trail.indieners()))),
            ("Appreciatie", values(trail.appreciatie()).into()),
            ("Uitslag", values(trail.uitslag()).into()),
            ("Termijn", trail.due().map(|d| track::due(d, self.peildatum)).unwrap_or_default()),
        ]);
        if !trail.follow_ups.is_empty() {
            page.push(Piece::Picture(picture::timeline(trail, self.peildatum)));
        }
        let ministry = self.scope.ministerie.as_deref();
        let alike = |a: &super::trail::Said<_>, b: &super::trail::Said<crate::records::FollowUp>| {
            let a: &super::trail::Said<crate::records::FollowUp> = a;
            a.said.by == b.said.by && a.said.status == b.said.status
        };
        for group in grouped(&trail.follow_ups, follow_up_words, alike) {
            let Some(first) = group.first().filter(|f| belongs(ministry, std::iter::once(&f.said.by))) else {
                continue;
            };
            let head =
                Words::default().strong(first.said.by.clone()).plain(": ").strong(words::status(first.said.status));
            let head = head.plain(format!(", {}", when(first)));
            page.item(head.plain(track::of_dictum(trail, first)).dim(track::repeated(&group, follow_up_words)));
            page.quote(follow_up_words(first));
            track::put_rest(page, first);
            track::places(page, &group, follow_up_words, |f| &f.evidence);
        }
        for s in trail.silent.iter().filter(|s| belongs(ministry, std::iter::once(&s.by))) {
            let why = format!(": {} – {}", s.name(), track::why_silent(trail, s).replace('\n', " "));
            page.item(Words::default().strong(s.by.clone()).plain(why));
        }
        track::put_back(page, trail);
        if trail.follow_ups.is_empty() && trail.silent.is_empty() {
            let what = if trail.asked.is_empty() {
                "Wel genoemd; over de uitvoering is niets gemeld."
            } else {
                "Er is naar gevraagd; over de uitvoering is niets gemeld."
            };
            page.text(Words::default().dim(what));
        }
    }

    fn put_commitments(&self, page: &mut Page) {
        let mut open: Vec<&Promise> = Vec::new();
        let mut bags: Vec<Bag> = Vec::new();
        let mut passed = 0;
        let waiting = self.commitments.iter().filter(|c| term(&c.said.said, self.peildatum) != Term::Passed);
        for promise in waiting {
            if open.len() >= MOST_PROMISES {
                passed += 1;
                continue;
            }
            let bag = Bag::of(&track::quoted(&promise.said.said.evidence));
            if !bags.iter().any(|other| other.is_near(&bag)) {
                open.push(promise);
                bags.push(bag);
            }
        }
        if open.is_empty() {
            return;
        }
        page.heading(2, "Overige toezeggingen");
        open.sort_by_key(|p| p.later.iter().all(|l| l.turn == Turn::Herhaald));
        let shown = open.len();
        for promise in open {
            track::put_promise(page, promise, self.peildatum);
        }
        left(page, shown + passed, shown, "toezegging", "toezeggingen");
    }

    fn put_part(&self, page: &mut Page) {
        let (part, left_out) = self.part;
        Gathered { part, left_out, ..Gathered::default() }.put_part(page);
    }

    fn put_coverage(&self, page: &mut Page) {
        page.heading(2, "Waar dit op rust");
        let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
        self.documents.iter().for_each(|d| *kinds.entry(d.kind).or_default() += 1);
        let kinds: Vec<String> = kinds.into_iter().map(|(k, n)| words::documents(n, k)).collect();
        page.text(format!(
            "{}: {}.",
            words::count(self.documents.len(), "gelezen document", "gelezen documenten"),
            words::listed(&kinds)
        ));
        let dated: Vec<&Place> = self.documents.iter().filter(|d| d.kind != Kind::Motie).collect();
        if !dated.is_empty() && dated.len() <= 40 {
            let mut table = Table::new(["Document", "Soort", "Datum", "Afzender"]);
            for d in &dated {
                table.row([d.name(), d.kind.name().into(), d.when(), words::listed(&d.sender)]);
            }
            page.table(table);
        }
        let undated = dated.iter().filter(|d| d.date.is_none()).count();
        if undated > 0 {
            let what = words::count(undated, "stuk heeft", "stukken hebben");
            page.text(format!("{what} geen datum; wat erin staat, komt achteraan en telt niet als nieuw."));
        }
        for entry in self.failed.iter().take(20) {
            let why = entry.reason.as_deref().unwrap_or_default();
            page.item(Words::default().alarm("niet gelezen ").plain(format!("{}: {why}", entry.source)));
        }
        if !self.missing.is_empty() {
            let shown: Vec<String> = self.missing.iter().take(20).map(|(key, _)| key.clone()).collect();
            let rest = self.missing.len() - shown.len();
            let more = if rest > 0 { format!("; en nog {}", words::number(rest)) } else { String::new() };
            page.text(format!("Genoemd, niet gelezen: {}{more}.", words::printed_all(&shown)));
        }
        self.put_part(page);
        page.text(Words::default().dim(track::ABSENCE));
    }
}

/// The first few of a list as a sentence, with how many more there are.
pub(super) fn first_few(all: &BTreeSet<String>) -> String {
    let shown: Vec<String> = all.iter().take(FIRST).cloned().collect();
    let rest = all.len() - shown.len();
    if rest > 0 { format!("{} en nog {}", shown.join(", "), words::number(rest)) } else { words::listed(&shown) }
}
