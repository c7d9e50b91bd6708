//! Everything together, for all of it or for one motion, ministry, member or dossier: counts, what is overdue, motion by
//! motion, and what it rests on. The border: "today" is an argument, and nothing is called done or not done here.

use super::page::{Page, Table, Words};
use super::trail::{Place, Said, Trail, Trails};
use super::{matrix, track, words};
use crate::document::Kind;
use crate::lexicon::ministry_of;
use crate::records::{Commitment, Extraction, Migration, Status};
use crate::store::{LedgerEntry, RegisterFact};
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
    pub overdue_commitments: Vec<Said<Commitment>>,
    /// Motions whose time has passed; the latest reports stand with the motion.
    pub overdue_motions: Vec<String>,
    /// Motion by motion.
    pub motions: Vec<Trail>,
    /// All commitments.
    pub commitments: Vec<Said<Commitment>>,
    /// All migrations.
    pub migrations: Vec<Said<Migration>>,
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
    /// Commitments.
    pub commitments: usize,
    /// Those whose time has passed.
    pub overdue: usize,
    /// Migrations.
    pub migrations: usize,
}

/// Whether something by `actors` belongs to `ministry`, itself or one of its organisations.
fn belongs<'a>(ministry: Option<&str>, mut actors: impl Iterator<Item = &'a String>) -> bool {
    ministry.is_none_or(|m| actors.any(|a| a == m || ministry_of(a) == Some(m)))
}

impl Overview {
    /// Brings together what passes `scope`.
    pub fn of(
        extractions: &[Extraction],
        facts: Vec<RegisterFact>,
        failed: Vec<LedgerEntry>,
        scope: Scope,
        today: Date,
    ) -> Overview {
        let all = Trails::of(extractions, facts);
        let passes = |t: &&Trail| scope.holds_motion(t);
        let motions: Vec<Trail> = matrix::liveliest(&all).into_iter().filter(passes).cloned().collect();
        let within: Vec<&Extraction> = extractions.iter().filter(|e| scope.holds_document(e, &motions)).collect();
        let said = |e: &Extraction| Place::of(&e.document);
        let ministry = scope.ministerie.as_deref();
        let mut commitments = Vec::new();
        let mut migrations = Vec::new();
        for e in &within {
            let of = e.commitments.iter().filter(|c| belongs(ministry, c.by.iter()));
            commitments.extend(of.map(|c| Said { document: said(e), link: None, said: c.clone() }));
            let of = e.migrations.iter().filter(|m| belongs(ministry, m.ministries.iter().chain(&m.organisation)));
            migrations.extend(of.map(|m| Said { document: said(e), link: None, said: m.clone() }));
        }
        commitments.sort_by_key(|c| {
            (c.said.due.as_ref().and_then(|d| d.until).is_none(), c.said.due.as_ref().and_then(|d| d.until))
        });
        let overdue_commitments: Vec<_> = commitments.iter().filter(|c| is_late(&c.said, today)).cloned().collect();
        let overdue_motions: Vec<String> =
            motions.iter().filter(|t| motion_late(t, today)).map(|t| t.key.clone()).collect();
        let followed = motions.iter().filter(|t| !t.follow_ups.is_empty()).count();
        let counts = BTreeMap::from([
            ("moties", motions.len()),
            ("moties met opvolging", followed),
            ("toezeggingen", commitments.len()),
            ("toezeggingen verstreken", overdue_commitments.len()),
            ("migraties", migrations.len()),
            ("documenten", within.len()),
        ]);
        Overview {
            peildatum: today,
            counts,
            ministries: lines(&motions, &commitments, &migrations, ministry, today),
            overdue_commitments,
            overdue_motions,
            commitments,
            migrations,
            missing: missing(&within, extractions),
            documents: within.iter().map(|e| said(e)).collect(),
            failed,
            motions,
            scope,
        }
    }

    /// Whether there is anything to tell.
    pub fn is_empty(&self) -> bool {
        self.motions.is_empty() && self.commitments.is_empty() && self.migrations.is_empty()
    }

    /// The overview as a page.
    pub fn page(&self) -> Page {
        let mut page = Page::default();
        page.heading(1, self.scope.title());
        page.text(format!("Stand op {}, naar de gelezen stukken.", words::day(self.peildatum)));
        self.put_counts(&mut page);
        self.put_overdue(&mut page);
        if !self.motions.is_empty() {
            self.put_motions(&mut page);
        }
        if self.scope != Scope::default() && self.scope.motie.is_none() {
            self.put_commitments(&mut page);
            self.put_migrations(&mut page);
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
        page.item(words::count(n("migraties"), "migratie", "migraties"));
        if self.ministries.is_empty() {
            return;
        }
        let mut table = Table::new(["Wie", "Moties", "Laatst gemeld", "Toezeggingen", "Over tijd", "Migraties"]);
        for line in &self.ministries {
            let latest: Vec<String> = line.latest.iter().map(|(s, n)| format!("{n} {}", words::status(*s))).collect();
            table.row([
                line.name.clone(),
                words::number(line.motions),
                latest.join(", "),
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
        for trail in self.motions.iter().filter(|t| self.overdue_motions.contains(&t.key)) {
            let due = trail.due().map(words::period).unwrap_or_default();
            let last = trail.follow_ups.last().map_or_else(
                || "daarover is niets gemeld".to_string(),
                |f| format!("laatst gemeld: {} door {}", words::status(f.said.status), f.said.by),
            );
            page.item(
                Words::default()
                    .strong(format!("motie {}", words::printed(&trail.key)))
                    .plain(format!(": {due}; {last}")),
            );
        }
        for c in &self.overdue_commitments {
            put_commitment(page, c);
        }
    }

    fn put_motions(&self, page: &mut Page) {
        page.heading(2, "Motie voor motie");
        let live: Vec<&Trail> = self.motions.iter().filter(|t| t.is_alive()).collect();
        for trail in &live {
            page.heading(3, format!("{} {}", words::printed(&trail.key), trail.subject().unwrap_or_default()));
            let uitslag: Vec<String> = trail.uitslag().into_iter().map(|a| a.value).collect();
            let advice: Vec<String> = trail.appreciatie().into_iter().map(|a| a.value).collect();
            page.fields([
                ("Indieners", Words::from(track::people(trail.indieners()))),
                ("Appreciatie", advice.join(" / ").into()),
                ("Uitslag", uitslag.join(" / ").into()),
            ]);
            let ministry = self.scope.ministerie.as_deref();
            let mut said = BTreeSet::new();
            for f in trail.follow_ups.iter().filter(|f| belongs(ministry, std::iter::once(&f.said.by))) {
                let date = words::day_or_unknown(f.said.date.or(f.document.date));
                let quote = f.said.evidence.iter().map(|e| e.quote.as_str()).collect::<Vec<_>>().join(" […] ");
                if said.insert((f.said.by.clone(), f.said.status, fold(&quote))) {
                    page.item(
                        Words::default()
                            .strong(f.said.by.clone())
                            .plain(": ")
                            .strong(words::status(f.said.status))
                            .plain(format!(", {date}")),
                    );
                    page.quote(quote);
                }
                page.source(track::source(&f.document, f.said.evidence.first()));
            }
            if trail.follow_ups.is_empty() {
                let what = if trail.asked.is_empty() {
                    "Wel genoemd; over de uitvoering is niets gemeld."
                } else {
                    "Er is naar gevraagd; over de uitvoering is niets gemeld."
                };
                page.text(Words::default().dim(what));
            }
        }
        let quiet = self.motions.len() - live.len();
        if quiet > 0 {
            page.text(format!(
                "{} alleen als tekst gelezen; geen ander stuk noemt ze. Alle: kamerspoor track",
                words::count(quiet, "motie is", "moties zijn")
            ));
        }
    }

    fn put_commitments(&self, page: &mut Page) {
        let open: Vec<_> = self.commitments.iter().filter(|c| !self.overdue_commitments.contains(c)).collect();
        if open.is_empty() {
            return;
        }
        page.heading(2, "Overige toezeggingen");
        for c in open {
            put_commitment(page, c);
        }
    }

    fn put_migrations(&self, page: &mut Page) {
        if self.migrations.is_empty() {
            return;
        }
        page.heading(2, "Migraties");
        for m in &self.migrations {
            let who = m.said.organisation.clone().unwrap_or_else(|| words::listed(&m.said.ministries));
            let mut head = Words::default().strong(who).plain(": ").strong(m.said.phase.name());
            if let Some(subject) = &m.said.subject {
                head = head.plain(format!(", {subject}"));
            }
            if !m.said.providers.is_empty() {
                head = head.plain(format!(", naar {}", words::listed(&m.said.providers)));
            }
            page.item(head);
            put_evidence(page, &m.document, &m.said.evidence);
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
            for d in dated {
                table.row([d.name(), d.kind.name().into(), words::day_or_unknown(d.date), words::listed(&d.sender)]);
            }
            page.table(table);
        }
        for entry in self.failed.iter().take(20) {
            let why = entry.reason.as_deref().unwrap_or_default();
            page.item(Words::default().alarm("niet gelezen ").plain(format!("{}: {why}", entry.source)));
        }
        if !self.missing.is_empty() {
            let shown: Vec<String> = self.missing.iter().take(20).map(|(key, _)| words::printed(key)).collect();
            let rest = self.missing.len() - shown.len();
            let more = if rest > 0 { format!("; en nog {}", words::number(rest)) } else { String::new() };
            page.text(format!("Naar verwezen, maar niet ingelezen: {}{more}.", shown.join("; ")));
        }
        page.text(Words::default().dim(
            "Wat hier niet staat, kan wel zijn gebeurd: het overzicht kent alleen wat in deze stukken is gevonden.",
        ));
    }
}

impl Scope {
    fn title(&self) -> String {
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
        let ministry = belongs(self.ministerie.as_deref(), trail.follow_ups.iter().map(|f| &f.said.by));
        let member = self.lid.as_ref().is_none_or(|l| trail.indieners().iter().any(|p| fold(&p.naam) == fold(l)));
        key && dossier && ministry && member
    }

    /// Whether a document counts: it says something about a motion that is shown, or passes the other conditions.
    fn holds_document(&self, e: &Extraction, motions: &[Trail]) -> bool {
        if *self == Scope::default() {
            return true;
        }
        let of = |t: &Trail| {
            t.follow_ups
                .iter()
                .map(|f| &f.document.source)
                .chain(t.own.iter().map(|o| &o.document.source))
                .chain(t.accounts.iter().map(|a| &a.document.source))
                .any(|s| *s == e.document.source)
        };
        if motions.iter().any(of) {
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

/// Whether the last day of a commitment has passed. A refusal is not due; a day that had passed when it was written is
/// copied text, not a term.
fn is_late(c: &Commitment, today: Date) -> bool {
    !c.refused && c.due.as_ref().is_some_and(|d| !d.stale && d.until.is_some_and(|u| u < today))
}

fn motion_late(trail: &Trail, today: Date) -> bool {
    trail.due().and_then(|d| d.until).is_some_and(|u| u < today)
}

fn put_commitment(page: &mut Page, c: &Said<Commitment>) {
    let due = c.said.due.as_ref().map_or_else(|| "zonder termijn".into(), words::period);
    let mut head =
        Words::default().strong(words::listed(&c.said.by)).plain(format!(": {due} · {}", c.said.strength.name()));
    if c.said.conditional {
        head = head.plain(" · voorwaardelijk");
    }
    if c.said.restated {
        head = head.plain(" · herhaald");
    }
    if c.said.refused {
        head = head.plain(" · geweigerd");
    }
    page.item(head);
    put_evidence(page, &c.document, &c.said.evidence);
}

fn put_evidence(page: &mut Page, document: &Place, evidence: &[crate::records::Evidence]) {
    let quote = evidence.iter().map(|e| e.quote.as_str()).collect::<Vec<_>>().join(" […] ");
    page.quote(quote);
    page.source(track::source(document, evidence.first()));
}

fn lines(
    motions: &[Trail],
    commitments: &[Said<Commitment>],
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
    }
    for c in commitments {
        for actor in &c.said.by {
            let line = found.entry(actor.clone()).or_default();
            line.commitments += 1;
            line.overdue += usize::from(is_late(&c.said, today));
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
