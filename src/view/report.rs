//! The overview as a page: what can be read in a minute first, then the parts with their quotes and sources. The border:
//! everything was counted and laid together in [`super::overview`].

use super::overview::{Overview, Scope, belongs, motion_late};
use super::page::{Page, Piece, Table, Words};
use super::promises::{Promise, Turn};
use super::standing::day;
use super::track::{self, follow_up_words, grouped};
use super::trail::{Place, Trail, Trails};
use super::{matrix, migrations, picture, words};
use crate::document::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Lines of one sort on the first page.
const FIRST: usize = 8;

impl Overview {
    /// The overview as a page.
    pub fn page(&self) -> Page {
        let mut page = Page::default();
        page.heading(1, self.scope.title());
        page.text(format!("Stand op {}, naar de gelezen stukken.", words::day(self.peildatum)));
        self.put_counts(&mut page);
        self.put_first(&mut page);
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
            track::loose(&mut page, &loose);
        }
        if self.scope != Scope::default() && self.scope.motie.is_none() {
            self.put_commitments(&mut page);
            migrations::put(&mut page, self.scope.ministerie.as_deref(), &self.migrations, &self.policy_rules);
        }
        self.put_coverage(&mut page);
        page
    }

    fn put_counts(&self, page: &mut Page) {
        let n = |name: &str| self.counts.get(name).copied().unwrap_or(0);
        page.item(format!(
            "{}, waarvan {} met een melding over de uitvoering",
            words::count(n("moties"), "motie", "moties"),
            words::number(n("moties met opvolging"))
        ));
        page.item(format!(
            "{}{}, waarvan {} over de termijn",
            words::count(n("toezeggingen"), "toezegging", "toezeggingen"),
            // A commitment names no motion; with one motion they are those of the documents that speak of it.
            if self.scope.motie.is_some() { " in de stukken die haar noemen" } else { "" },
            words::number(n("toezeggingen verstreken"))
        ));
        page.item(format!(
            "{} en {}",
            words::count(n("migraties"), "migratie", "migraties"),
            words::count(n("beleidsregels"), "beleidsregel", "beleidsregels")
        ));
        let late = self.motions.iter().filter(|t| motion_late(t, self.peildatum)).count();
        if late > 0 {
            let what = words::count(late, "motie", "moties");
            page.item(Words::default().alarm(format!("{what} met een termijn die voorbij is")));
        }
        let differ = self.motions.iter().map(|t| t.contradictions.len()).sum::<usize>() + self.contradictions.len();
        if differ > 0 {
            let what = words::count(differ, "plaats waar bronnen verschillen", "plaatsen waar bronnen verschillen");
            page.item(Words::default().alarm(what));
        }
        if self.since.is_some() {
            page.item(words::count(self.news.len(), "nieuw feit", "nieuwe feiten"));
        }
    }

    /// What is new, and who is silent: a line each.
    fn put_first(&self, page: &mut Page) {
        if let Some(since) = self.since {
            page.heading(2, format!("Nieuw sinds {}", words::day(since)));
            if self.news.is_empty() {
                page.text("Niets, in de stukken met een datum.");
            }
            for item in &self.news {
                let motion = words::printed(&item.motion);
                let date = words::day(item.date);
                page.item(Words::default().plain(format!("{date}, motie {motion}: ")).plain(item.what.clone()));
            }
        }
        let mut silent: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for trail in &self.motions {
            for s in trail.silent.iter().filter(|s| belongs(self.scope.ministerie.as_deref(), std::iter::once(&s.by))) {
                silent.entry(&s.by).or_default().push(trail.key.clone());
            }
        }
        if silent.is_empty() {
            return;
        }
        page.heading(2, "Waar een ministerie zwijgt");
        page.text("Deze ministeries schreven over het onderwerp, of kregen er een vraag over, en zeggen over deze moties niets.");
        for (by, mut motions) in silent {
            motions.sort_by_key(|k| super::trail::order(k));
            page.item(Words::default().strong(by).plain(format!(": {}", words::printed_all(&motions))));
        }
    }

    fn put_ministries(&self, page: &mut Page) {
        if self.ministries.is_empty() {
            return;
        }
        let mut table =
            Table::new(["Wie", "Moties", "Laatst gemeld", "Niet genoemd", "Toezeggingen", "Over tijd", "Migraties"]);
        for line in &self.ministries {
            let latest: Vec<String> = line.latest.iter().map(|(s, n)| format!("{n} {}", words::status(*s))).collect();
            table.row([
                line.name.clone(),
                words::number(line.motions),
                latest.join(", "),
                words::number(line.silent),
                words::number(line.commitments),
                words::number(line.overdue),
                words::number(line.migrations),
            ]);
        }
        page.heading(2, "Per ministerie");
        page.table(table);
    }

    fn put_overdue(&self, page: &mut Page) {
        page.heading(2, format!("Over de termijn op {}", words::day(self.peildatum)));
        if self.overdue_motions.is_empty() && self.overdue_commitments.is_empty() {
            page.text("Niets waarvan de termijn in de stukken staat en voorbij is.");
        }
        let late = |t: &&Trail| self.overdue_motions.contains(&t.key);
        for trail in self.motions.iter().filter(late).take(matrix::ROWS) {
            let due = trail.due().map(words::period).unwrap_or_default();
            let last = trail.follow_ups.iter().max_by_key(|f| day(f)).map_or_else(
                || "daarover is niets gemeld".to_string(),
                |f| format!("laatst gemeld: {} door {}", words::status(f.said.status), f.said.by),
            );
            let head = format!("motie {}", words::printed(&trail.key));
            page.item(Words::default().strong(head).plain(format!(": {due}; {last}")));
        }
        let rest = self.motions.iter().filter(late).count().saturating_sub(matrix::ROWS);
        if rest > 0 {
            page.item(format!("en nog {}", words::count(rest, "motie", "moties")));
        }
        for promise in &self.overdue_commitments {
            track::put_promise(page, promise, self.peildatum);
        }
    }

    fn put_contradictions(&self, page: &mut Page) {
        let of_motions = self.motions.iter().flat_map(|t| t.contradictions.iter().map(move |c| (Some(t), c)));
        let all: Vec<_> = self.contradictions.iter().map(|c| (None, c)).chain(of_motions).collect();
        if all.is_empty() {
            return;
        }
        page.heading(2, "Waar bronnen verschillen");
        for (trail, c) in all {
            if let Some(trail) = trail {
                page.heading(3, format!("motie {}", words::printed(&trail.key)));
            }
            track::put_contradiction(page, c);
        }
    }

    fn put_motions(&self, page: &mut Page) {
        page.heading(2, "Motie voor motie");
        let live: Vec<&Trail> = self.motions.iter().filter(|t| t.is_alive() || !t.silent.is_empty()).collect();
        for trail in &live {
            self.put_motion(page, trail);
        }
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
            let head = head.plain(format!(", {}", words::day_or_unknown(day(first))));
            page.item(head.plain(track::of_dictum(trail, first)).dim(track::repeated(&group, follow_up_words)));
            page.quote(follow_up_words(first));
            track::places(page, &group, follow_up_words, |f| &f.evidence);
        }
        for s in trail.silent.iter().filter(|s| belongs(ministry, std::iter::once(&s.by))) {
            let why = format!(": niet genoemd – {} ({})", s.reason, s.document.name());
            page.item(Words::default().strong(s.by.clone()).plain(why));
        }
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
        for promise in self.commitments.iter().filter(|c| !self.overdue_commitments.contains(c)) {
            let words = |p: &Promise| track::quoted(&p.said.said.evidence);
            let same = |p: &&Promise| super::compare::similarity(&words(p), &words(promise)) >= super::compare::NEAR;
            if !open.iter().any(same) {
                open.push(promise);
            }
        }
        if open.is_empty() {
            return;
        }
        page.heading(2, "Overige toezeggingen");
        open.sort_by_key(|p| p.later.iter().all(|l| l.turn == Turn::Herhaald));
        for promise in open {
            track::put_promise(page, promise, self.peildatum);
        }
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
                table.row([d.name(), d.kind.name().into(), words::day_or_unknown(d.date), words::listed(&d.sender)]);
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
        page.text(Words::default().dim(track::ABSENCE));
    }
}

/// The first few of a list as a sentence, with how many more there are.
pub(super) fn first_few(all: &BTreeSet<String>) -> String {
    let shown: Vec<String> = all.iter().take(FIRST).cloned().collect();
    let rest = all.len() - shown.len();
    if rest > 0 { format!("{} en nog {}", shown.join(", "), words::number(rest)) } else { words::listed(&shown) }
}
