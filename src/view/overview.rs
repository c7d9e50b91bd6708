//! Everything together, for all of it or for one motion, ministry, member or dossier: counts, what is overdue, motion by
//! motion, and what it rests on. The border: "today" is an argument, and nothing is called done or not done here.

use super::changes::{self, News, Since};
use super::drift::{self, Contradiction};
use super::gather::Gathered;
use super::promises::{Memory, Promise, Term, term};
use super::trail::{Place, Said, Trail};
use super::{matrix, words};
use crate::lexicon::{entries, ministry_of};
use crate::records::{Extraction, Migration, Motion, PolicyRule, RecordKind, Status};
use crate::store::{About, Later, LedgerEntry, Totals};
use crate::text::{Date, fold};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the overview is about; nothing named means everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scope {
    /// Key of a motion.
    pub motie: Option<String>,
    /// A ministry's abbreviation; its organisations count with it.
    pub ministerie: Option<String>,
    /// A member's name.
    pub lid: Option<String>,
    /// A dossier: `26643`.
    pub dossier: Option<String>,
}

/// The overview as data.
#[derive(Clone, Debug, Serialize)]
pub struct Overview {
    /// The day it is looked from.
    pub peildatum: Date,
    /// What it is about.
    pub scope: Scope,
    /// How many of what.
    pub counts: BTreeMap<&'static str, usize>,
    /// Per ministry or organisation.
    pub ministries: Vec<MinistryLine>,
    /// Commitments whose time has passed.
    pub overdue_commitments: Vec<Promise>,
    /// Motions whose time has passed, the longest ago first; the latest reports stand with the motion.
    pub overdue_motions: Vec<String>,
    /// Motion by motion.
    pub motions: Vec<Trail>,
    /// All commitments, with what later documents make of them.
    pub commitments: Vec<Promise>,
    /// All migrations.
    pub migrations: Vec<Said<Migration>>,
    /// The rules of policy in these documents.
    pub policy_rules: Vec<Said<PolicyRule>>,
    /// Documents that contradict themselves.
    pub contradictions: Vec<Contradiction>,
    /// What is new since the day that was asked about, if any.
    pub news: Vec<News>,
    /// Since when.
    pub since: Option<Since>,
    /// Documents in it that came in after the ingest that was asked about, if one was.
    pub arrived: Vec<Place>,
    /// Motions that documents name without a number, and that were laid at none.
    pub loose: Vec<Said<Motion>>,
    /// Whether it rests on part of a large store, and how many documents about the same were left out.
    #[serde(skip)]
    pub part: (bool, u64),
    /// How many of everything all documents hold, where only part of them was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totals: Option<Totals>,
    /// The documents it rests on.
    pub documents: Vec<Place>,
    /// Files that could not be read.
    pub failed: Vec<LedgerEntry>,
    /// Numbers that documents refer to and that are not in the store, with how many documents do.
    pub missing: Vec<(String, usize)>,
}

/// What one ministry or organisation said, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MinistryLine {
    /// Abbreviation.
    pub name: String,
    /// Motions it says something about.
    pub motions: usize,
    /// How often each status is its latest word.
    pub latest: BTreeMap<Status, usize>,
    /// Motions on which it was silent while it spoke on the subject.
    pub silent: usize,
    /// Motions on which it only signs along with what another reports.
    pub along: usize,
    /// Commitments.
    pub commitments: usize,
    /// Those whose time has passed.
    pub overdue: usize,
    /// Migrations.
    pub migrations: usize,
}

/// Whether something by `actors` belongs to `ministry`, itself or one of its organisations.
pub(super) fn belongs<'a>(ministry: Option<&str>, mut actors: impl Iterator<Item = &'a String>) -> bool {
    ministry.is_none_or(|m| actors.any(|a| a == m || ministry_of(a) == Some(m)))
}

impl Overview {
    /// Brings together what passes `scope`.
    pub fn of(
        gathered: &Gathered,
        failed: Vec<LedgerEntry>,
        scope: Scope,
        (today, since): (Date, Option<Since>),
        later: Option<&Later>,
    ) -> Overview {
        let (extractions, trails) = (gathered.extractions.as_slice(), &gathered.trails);
        let passes = |t: &&Trail| scope.holds_motion(t);
        let motions: Vec<Trail> = matrix::liveliest(trails).into_iter().filter(passes).cloned().collect();
        let spoken: BTreeSet<&str> = motions
            .iter()
            .flat_map(|t| t.sources().chain(t.own.iter().map(|o| &o.document)))
            .map(|p| p.source.as_str())
            .collect();
        let within: Vec<&Extraction> = extractions.iter().filter(|e| scope.holds_document(e, &spoken)).collect();
        let sources: BTreeSet<&str> = within.iter().map(|e| e.document.source.as_str()).collect();
        let ministry = scope.ministerie.as_deref();
        let memory = Memory::of(extractions);
        let mut commitments = Vec::new();
        let mut migrations = Vec::new();
        let mut policy_rules = Vec::new();
        // Of one motion what belongs to it, not all that stands in the documents that name it.
        if scope.motie.is_some() {
            commitments.extend(motions.iter().flat_map(|t| t.commitments.iter().cloned()));
        }
        for e in within.iter().filter(|_| scope.motie.is_none()) {
            let place = Place::of(&e.document);
            let came = |kind: RecordKind, nth: usize| {
                later.is_some_and(|l| l.records.contains(&(e.document.source.clone(), kind.name(), nth)))
            };
            for (nth, c) in e.commitments.iter().enumerate().filter(|(_, c)| belongs(ministry, c.by.iter())) {
                let said = Said { new: came(RecordKind::Commitment, nth), ..Said::of(&place, c) };
                commitments.push(Promise { why: "", later: memory.later(&said), said });
            }
            let theirs = |m: &Migration| belongs(ministry, m.ministries.iter().chain(&m.organisation));
            let of = e.migrations.iter().enumerate().filter(|(_, m)| theirs(m));
            migrations.extend(of.map(|(nth, m)| Said { new: came(RecordKind::Migration, nth), ..Said::of(&place, m) }));
            if belongs(ministry, e.document.sender.iter().chain(&e.document.on_behalf_of)) {
                let of = e.policy_rules.iter();
                policy_rules.extend(of.map(|r| Said::of(&place, r)));
            }
        }
        commitments.sort_by_key(|p| {
            let until = p.said.said.due.as_ref().and_then(|d| d.until);
            (until.is_none(), until)
        });
        let late = |p: &&Promise| term(&p.said.said, today) == Term::Passed;
        let overdue_commitments: Vec<_> = commitments.iter().filter(late).cloned().collect();
        let mut overdue: Vec<&Trail> = motions.iter().filter(|t| motion_late(t, today)).collect();
        overdue.sort_by_key(|t| t.due().and_then(|d| d.until));
        let overdue_motions: Vec<String> = overdue.into_iter().map(|t| t.key.clone()).collect();
        let followed = motions.iter().filter(|t| !t.follow_ups.is_empty()).count();
        let here = |s: &drift::Side| s.document.as_ref().is_some_and(|d| sources.contains(d.source.as_str()));
        let contradictions: Vec<_> =
            trails.contradictions.iter().filter(|c| c.sides.iter().any(here)).cloned().collect();
        let news = since.map(|since| motions.iter().flat_map(|t| changes::since(t, &since, today)).collect());
        let news = news.map(|mut news: Vec<News>| {
            let since = since.as_ref();
            news.extend(since.into_iter().flat_map(|s| changes::beside(s, today, &commitments, &migrations)));
            news
        });
        let came = |e: &&&Extraction| later.is_some_and(|l| l.documents.contains(&e.document.source));
        let arrived = within.iter().filter(came).map(|e| Place::of(&e.document)).collect();
        let loose: Vec<_> =
            trails.loose.iter().filter(|m| sources.contains(m.document.source.as_str())).cloned().collect();
        let counts = BTreeMap::from([
            ("moties", motions.len()),
            ("moties met opvolging", followed),
            ("moties alleen genoemd", motions.iter().filter(|t| t.own.is_none()).count()),
            ("moties alleen als tekst", motions.iter().filter(|t| !t.is_alive()).count()),
            ("toezeggingen", commitments.len()),
            ("toezeggingen verstreken", overdue_commitments.len()),
            ("migraties", migrations.len()),
            ("beleidsregels", policy_rules.len()),
            ("documenten", within.len()),
        ]);
        Overview {
            peildatum: today,
            since,
            arrived,
            counts,
            ministries: lines(&motions, &commitments, &migrations, ministry, today),
            overdue_commitments,
            overdue_motions,
            missing: missing(&within, extractions),
            documents: within.iter().map(|e| Place::of(&e.document)).collect(),
            news: news.unwrap_or_default(),
            commitments,
            migrations,
            policy_rules,
            contradictions,
            part: (gathered.part, gathered.left_out),
            totals: None,
            loose,
            failed,
            motions,
            scope,
        }
    }

    /// Whether there is anything to tell.
    pub fn is_empty(&self) -> bool {
        self.motions.is_empty() && self.commitments.is_empty() && self.migrations.is_empty()
    }
}

impl Scope {
    /// The same for the store; a ministry with all its organisations.
    pub fn about(&self) -> About {
        let theirs = |m: &String| {
            entries().iter().map(|e| &e.abbr).filter(|a| *a == m || ministry_of(a) == Some(m)).cloned().collect()
        };
        About {
            motions: self.motie.iter().cloned().collect(),
            dossier: self.dossier.clone(),
            member: self.lid.clone(),
            actors: self.ministerie.as_ref().map(theirs).unwrap_or_default(),
        }
    }

    pub(super) fn title(&self) -> String {
        let parts = [
            self.motie.as_deref().map(|m| format!("motie {}", words::printed(m))),
            self.ministerie.as_deref().map(|m| format!("ministerie {m}")),
            self.lid.as_deref().map(|l| format!("lid {l}")),
            self.dossier.as_deref().map(|d| format!("dossier {d}")),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { "Overzicht".into() } else { format!("Overzicht: {}", parts.join(", ")) }
    }

    fn holds_motion(&self, trail: &Trail) -> bool {
        let key = self.motie.as_ref().is_none_or(|k| *k == trail.key);
        let dossier = self.dossier.as_ref().is_none_or(|d| {
            trail.key.strip_prefix("kst-").and_then(|k| k.rsplit_once('-')).is_some_and(|(own, _)| own == d)
        });
        let silent = trail.silent.iter().map(|s| &s.by);
        let ministry = belongs(self.ministerie.as_deref(), trail.follow_ups.iter().map(|f| &f.said.by).chain(silent));
        let member = self.lid.as_ref().is_none_or(|l| trail.indieners().iter().any(|p| fold(&p.naam) == fold(l)));
        key && dossier && ministry && member
    }

    /// Whether a document counts: it says something about a motion that is shown (`spoken`), or passes the conditions.
    fn holds_document(&self, e: &Extraction, spoken: &BTreeSet<&str>) -> bool {
        if *self == Scope::default() || spoken.contains(e.document.source.as_str()) {
            return true;
        }
        if self.motie.is_some() {
            return false;
        }
        let info = &e.document;
        let dossier = self.dossier.as_ref().is_none_or(|d| info.dossiers.contains(d));
        let member = self.lid.as_ref().is_none_or(|l| info.askers.iter().any(|p| fold(&p.naam) == fold(l)));
        let spoken = e
            .commitments
            .iter()
            .flat_map(|c| &c.by)
            .chain(e.migrations.iter().flat_map(|m| m.ministries.iter().chain(&m.organisation)));
        let ministry = belongs(self.ministerie.as_deref(), info.sender.iter().chain(&info.on_behalf_of).chain(spoken));
        dossier && member && ministry
    }
}

/// Whether the last day of the term in a dictum has passed, of a motion that was not voted down or withdrawn.
pub(super) fn motion_late(trail: &Trail, today: Date) -> bool {
    !trail.is_off() && trail.due().and_then(|d| d.until).is_some_and(|u| u < today)
}

fn lines(
    motions: &[Trail],
    commitments: &[Promise],
    migrations: &[Said<Migration>],
    ministry: Option<&str>,
    today: Date,
) -> Vec<MinistryLine> {
    let mut found: BTreeMap<String, MinistryLine> = BTreeMap::new();
    for trail in motions {
        for actor in trail.actors() {
            let line = found.entry(actor.to_string()).or_default();
            line.motions += 1;
            trail.latest(actor).into_iter().for_each(|s| *line.latest.entry(s).or_default() += 1);
        }
        for silence in &trail.silent {
            let line = found.entry(silence.by.clone()).or_default();
            *(if silence.is_whole() { &mut line.silent } else { &mut line.along }) += 1;
        }
    }
    for c in commitments.iter().map(|p| &p.said) {
        for actor in &c.said.by {
            let line = found.entry(actor.clone()).or_default();
            line.commitments += 1;
            line.overdue += usize::from(term(&c.said, today) == Term::Passed);
        }
    }
    for m in migrations {
        let who: BTreeSet<&String> = m.said.ministries.iter().collect();
        for actor in who {
            found.entry(actor.clone()).or_default().migrations += 1;
        }
    }
    let keep = |(name, line): (String, MinistryLine)| {
        belongs(ministry, std::iter::once(&name)).then(|| MinistryLine { name: name.clone(), ..line })
    };
    let mut lines: Vec<MinistryLine> = found.into_iter().filter_map(keep).collect();
    lines.sort_by_key(|l| (l.name != "Rijksbreed", l.name.clone()));
    lines
}

/// Numbers referred to that no document in the store has.
fn missing(within: &[&Extraction], all: &[Extraction]) -> Vec<(String, usize)> {
    let ids = all.iter().filter_map(|e| e.document.id.as_deref());
    let own = all.iter().flat_map(|e| &e.motions).filter(|m| m.own_text).filter_map(|m| m.key.as_deref());
    let have: BTreeSet<&str> = ids.chain(own).collect();
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for e in within {
        let keys = e.citations.iter().filter_map(|c| c.key.as_deref());
        // A bare dossier is no document that could be read.
        for key in keys.filter(|k| {
            !have.contains(k)
                && k.rsplit('-')
                    .next()
                    .is_some_and(|n| k.matches('-').count() > 1 || !n.is_empty() && !k.starts_with("kst-"))
        }) {
            found.entry(key).or_default().insert(&e.document.source);
        }
    }
    let mut found: Vec<(String, usize)> = found.into_iter().map(|(k, by)| (k.to_string(), by.len())).collect();
    found.sort_by_key(|(key, n)| (std::cmp::Reverse(*n), super::trail::order(key)));
    found
}
