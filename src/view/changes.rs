//! What is new since a day, or since an earlier time that was read in: statements, statuses that are no longer the same,
//! terms that passed. The border: days are held against each other and what came in against what was there; a document
//! without a date is new only by coming in.

use super::promises::{Promise, Term, term};
use super::standing::{day, standings};
use super::trail::{Said, Trail};
use super::words;
use crate::records::{FollowUp, Migration, Status};
use crate::store::Run;
use crate::text::Date;
use serde::Serialize;

/// From when on something is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Since {
    /// Said on this day or later.
    Day(Date),
    /// Came in after this time of reading in.
    Run(Run),
}

impl Since {
    /// The day after which a term that passed is news.
    pub fn day(&self) -> Date {
        match self {
            Since::Day(day) => *day,
            Since::Run(run) => run.day,
        }
    }

    /// The heading on screen.
    pub fn title(&self) -> String {
        match self {
            Since::Day(day) => format!("Nieuw sinds {}", words::day(*day)),
            Since::Run(run) => format!("Nieuw sinds keer {} van inlezen ({})", run.number, words::day(run.day)),
        }
    }

    /// What to say where there is nothing.
    pub fn none(&self) -> &'static str {
        match self {
            Since::Day(_) => "Niets, in de stukken met een datum.",
            Since::Run(_) => "Niets: wat daarna is ingelezen, zegt hier niets nieuws over.",
        }
    }

    /// Whether something that was said on `date` is new; `came` says whether it came in after the run asked about.
    fn fresh(&self, date: Option<Date>, came: bool, today: Date) -> bool {
        match self {
            Since::Day(since) => date.is_some_and(|d| d >= *since && d <= today),
            Since::Run(_) => came,
        }
    }
}

/// One thing that is new for a motion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct News {
    /// The motion; empty for what stands beside motions.
    pub motion: String,
    /// What sort: `melding`, `status`, `termijn`, `vraag`, `genoemd`, `register`, `motie`, `toezegging`, `migratie`.
    pub about: &'static str,
    /// What, in a sentence.
    pub what: String,
    /// The day it is of, where that is known.
    pub date: Option<Date>,
}

/// What is new for a motion from `since` up to `today`.
pub fn since(trail: &Trail, since: &Since, today: Date) -> Vec<News> {
    let mut found = Vec::new();
    let mut add = |about, date, what| found.push(News { motion: trail.key.clone(), about, what, date });
    let fresh = |f: &&Said<FollowUp>| since.fresh(day(f), f.new, today);
    for f in trail.follow_ups.iter().filter(fresh) {
        let what = format!("{} meldt: {} ({})", f.said.by, words::status(f.said.status), f.document.name());
        add("melding", day(f), what);
    }
    for standing in standings(trail) {
        let latest = standing.reports.iter().find(|f| fresh(f) && tells(f.said.status));
        let before = |f: &&&&Said<FollowUp>| match since {
            Since::Day(since) => day(f).is_some_and(|d| d < *since),
            Since::Run(_) => !f.new,
        };
        let before = standing.reports.iter().filter(|f| before(&f)).find(|f| tells(f.said.status));
        if let (Some(latest), Some(before)) = (latest, before)
            && latest.said.status != before.said.status
        {
            let (old, new) = (words::status(before.said.status), words::status(latest.said.status));
            add("status", day(latest), format!("{}: van {old} naar {new}", standing.by));
        }
    }
    if let Some((due, until)) =
        trail.due().and_then(|d| Some((d, d.until?))).filter(|(_, u)| *u >= since.day() && *u < today)
    {
        add("termijn", Some(until), format!("de termijn van de motie is verstreken: {}", words::period(due)));
    }
    for promise in &trail.commitments {
        let c = &promise.said.said;
        let until = c.due.as_ref().and_then(|d| d.until).filter(|u| *u >= since.day());
        if let (Some(until), Some(due), Term::Passed) = (until, &c.due, term(c, today)) {
            let what = format!(
                "de termijn van een toezegging van {} is verstreken: {}",
                words::listed(&c.by),
                words::period(due)
            );
            add("termijn", Some(until), what);
        }
    }
    for asked in trail.asked.iter().filter(|a| since.fresh(a.document.asked, a.new, today)) {
        let who = super::track::people(&asked.document.askers);
        let what = format!("{} vragen ernaar", if who.is_empty() { "Kamerleden".into() } else { who });
        add("vraag", asked.document.asked, what);
    }
    if let Since::Run(_) = since {
        let told = |a: &&Said<_>| a.new && !trail.follow_ups.iter().any(|f| f.document.source == a.document.source);
        for account in trail.accounts.iter().filter(told) {
            add("genoemd", account.document.date, format!("{} noemt de motie", account.document.name()));
        }
        if let (true, Some(fact)) = (trail.register_new, &trail.register) {
            let values = [("advies", &fact.appreciatie), ("uitslag", &fact.uitslag)];
            let told: Vec<String> =
                values.iter().filter_map(|(name, v)| v.as_ref().map(|v| format!("{name} {v}"))).collect();
            if !told.is_empty() {
                add("register", fact.uitslag_date, format!("open data van de Kamer: {}", words::listed(&told)));
            }
        }
        if trail.own.as_ref().is_some_and(|o| o.new) {
            add("motie", trail.date(), "de motie zelf is nu ingelezen".into());
        }
    }
    found.sort_by(|a, b| {
        (a.date.is_none(), a.date, a.about, &a.what).cmp(&(b.date.is_none(), b.date, b.about, &b.what))
    });
    found.dedup();
    found
}

/// What is new beside motions: commitments and migrations.
pub(super) fn beside(since: &Since, today: Date, commitments: &[Promise], migrations: &[Said<Migration>]) -> Vec<News> {
    let mut found: Vec<News> = Vec::new();
    let mut add = |about, date, what| {
        let news = News { motion: String::new(), about, what, date };
        if !found.contains(&news) {
            found.push(news);
        }
    };
    for said in commitments.iter().map(|p| &p.said).filter(|s| since.fresh(s.document.date, s.new, today)) {
        let due = said.said.due.as_ref().map(|d| format!(", {}", words::period(d))).unwrap_or_default();
        let quote = words::short(&super::track::quoted(&said.said.evidence), 120);
        let what =
            format!("toezegging van {}{due}: ‘{quote}’ ({})", words::listed(&said.said.by), said.document.name());
        add("toezegging", said.document.date, what);
    }
    for said in migrations.iter().filter(|s| since.fresh(s.document.date, s.new, today)) {
        let who = said.said.ministries.iter().chain(&said.said.organisation).cloned().collect::<Vec<_>>();
        let quote = words::short(&super::track::quoted(&said.said.evidence), 120);
        let what = format!(
            "migratie van {}, {}: ‘{quote}’ ({})",
            words::listed(&who),
            said.said.phase.name(),
            said.document.name()
        );
        add("migratie", said.document.date, what);
    }
    found
}

/// Whether a status says how things are, more than that they are said elsewhere.
fn tells(status: Status) -> bool {
    !matches!(status, Status::Doorverwezen | Status::Onduidelijk)
}
