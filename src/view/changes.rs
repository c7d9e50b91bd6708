//! What is new since a day: statements, statuses that are no longer the same, terms that passed. The border: days are held
//! against each other; a document without a date is never called new.

use super::promises::{Term, term};
use super::standing::{day, standings};
use super::trail::{Said, Trail};
use super::words;
use crate::records::{FollowUp, Status};
use crate::text::Date;
use serde::Serialize;

/// One thing that is new for a motion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct News {
    /// The motion.
    pub motion: String,
    /// What sort: `melding`, `status`, `termijn`, `vraag`.
    pub about: &'static str,
    /// What, in a sentence.
    pub what: String,
    /// The day it is of.
    pub date: Date,
}

/// What is new for a motion from `since` up to `today`.
pub fn since(trail: &Trail, since: Date, today: Date) -> Vec<News> {
    let mut found = Vec::new();
    let mut add = |about, date, what| found.push(News { motion: trail.key.clone(), about, what, date });
    let fresh = |f: &&Said<FollowUp>| day(f).is_some_and(|d| d >= since && d <= today);
    for f in trail.follow_ups.iter().filter(fresh) {
        let Some(date) = day(f) else { continue };
        let what = format!("{} meldt: {} ({})", f.said.by, words::status(f.said.status), f.document.name());
        add("melding", date, what);
    }
    for standing in standings(trail) {
        let latest = standing.reports.iter().find(|f| fresh(f) && tells(f.said.status));
        let before = standing.reports.iter().find(|f| day(f).is_some_and(|d| d < since) && tells(f.said.status));
        if let (Some(latest), Some(before)) = (latest, before)
            && let Some(date) = day(latest).filter(|_| latest.said.status != before.said.status)
        {
            let (old, new) = (words::status(before.said.status), words::status(latest.said.status));
            add("status", date, format!("{}: van {old} naar {new}", standing.by));
        }
    }
    if let Some((due, until)) = trail.due().and_then(|d| Some((d, d.until?))).filter(|(_, u)| *u >= since && *u < today)
    {
        add("termijn", until, format!("de termijn van de motie is verstreken: {}", words::period(due)));
    }
    for promise in &trail.commitments {
        let c = &promise.said.said;
        let until = c.due.as_ref().and_then(|d| d.until).filter(|u| *u >= since);
        if let (Some(until), Some(due), Term::Passed) = (until, &c.due, term(c, today)) {
            let by = words::listed(&c.by);
            add(
                "termijn",
                until,
                format!("de termijn van een toezegging van {by} is verstreken: {}", words::period(due)),
            );
        }
    }
    for asked in &trail.asked {
        if let Some(date) = asked.document.asked.filter(|d| *d >= since && *d <= today) {
            let who = super::track::people(&asked.document.askers);
            add("vraag", date, format!("{} vragen ernaar", if who.is_empty() { "Kamerleden".into() } else { who }));
        }
    }
    found.sort_by(|a, b| (a.date, a.about, &a.what).cmp(&(b.date, b.about, &b.what)));
    found.dedup();
    found
}

/// Whether a status says how things are, more than that they are said elsewhere.
fn tells(status: Status) -> bool {
    !matches!(status, Status::Doorverwezen | Status::Onduidelijk)
}
