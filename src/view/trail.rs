//! What all documents together say about each motion, brought together by key and never merged: every account keeps the
//! document it stands in. The border: extractions and register facts come in; how it reads is for [`super::track`],
//! [`super::matrix`] and [`super::overview`].

use super::drift::{self, Contradiction};
use super::promises::{self, Memory, Promise};
use super::standing::{Silence, Speakers, is_false};
use crate::document::{Kind, Person};
use crate::records::link::{Link, Links, link};
use crate::records::{Actor, DocumentInfo, Evidence, Extraction, FollowUp, Motion, RecordKind, Status};
use crate::store::{Later, RegisterFact};
use crate::text::{Date, Period, Span, fold};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The document that something stands in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Place {
    /// Name of the file as given.
    pub source: String,
    /// Official number.
    pub id: Option<String>,
    /// Genre.
    pub kind: Kind,
    /// Title.
    pub title: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// Who says so, where the document does not say it itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_from: Option<String>,
    /// Who sends it.
    pub sender: Vec<String>,
    /// Members whose questions it answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub askers: Vec<Person>,
    /// The day they asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Date>,
}

/// Something with the document that says it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Said<T> {
    /// Where.
    pub document: Place,
    /// How it was laid at this motion, where the document names no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Tie>,
    /// Whether it came in after the ingest that was asked about.
    #[serde(skip_serializing_if = "is_false")]
    pub new: bool,
    /// What follows the words in the same answer, where those alone do not make clear what is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest: Option<String>,
    /// What.
    #[serde(flatten)]
    pub said: T,
}

/// Why words without a number are taken to be about one motion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tie {
    /// How sure, from 0 to 1.
    pub score: f64,
    /// Why, in Dutch.
    pub reason: String,
}

/// All that is known of one motion.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Trail {
    /// `kst-26643-1315`.
    pub key: String,
    /// The title to show: from the register, else the motion's own, else as a document names it.
    pub title: Option<String>,
    /// What the Chamber's open data say.
    pub register: Option<RegisterFact>,
    /// The motion's own text.
    pub own: Option<Said<Motion>>,
    /// How other documents name it, in order of date.
    pub accounts: Vec<Said<Motion>>,
    /// How members' questions name it: being asked about is no follow-up.
    pub asked: Vec<Said<Motion>>,
    /// What is said about its execution, in order of date.
    pub follow_ups: Vec<Said<FollowUp>>,
    /// Commitments that belong to it, and what came of them.
    pub commitments: Vec<Promise>,
    /// Ministries that spoke on the subject and not on this motion.
    pub silent: Vec<Silence>,
    /// Where sources differ.
    pub contradictions: Vec<Contradiction>,
    /// What others say in an answer that a report refers to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub led: Vec<Led>,
    /// Answers to other questions that refer to the answer about this motion.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub back: Vec<Led>,
    /// Whether a register says something since the ingest that was asked about.
    #[serde(skip_serializing_if = "is_false")]
    pub register_new: bool,
}

/// What stands in an answer that is tied to the one about a motion by a reference, and does not name the motion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Led {
    /// Where.
    pub document: Place,
    /// The question that is answered there.
    pub question: u32,
    /// Who says it.
    pub by: Actor,
    /// What it amounts to: `migratie heroverwogen`.
    pub what: String,
    /// The words.
    pub evidence: Vec<Evidence>,
}

/// The trails of all motions, and what could not be laid at one.
#[derive(Clone, Debug, Default)]
pub struct Trails {
    /// In order of key.
    pub trails: Vec<Trail>,
    /// Motions that a document names without a number that could be resolved.
    pub loose: Vec<Said<Motion>>,
    /// Follow-ups of such motions.
    pub loose_follow_ups: Vec<Said<FollowUp>>,
    /// Every document, in order of source.
    pub documents: Vec<Place>,
    /// Documents that contradict themselves.
    pub contradictions: Vec<Contradiction>,
}

/// One value and the sources that give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    /// The value as first given.
    pub value: String,
    /// Who gives it: a document, or the Chamber's open data.
    pub sources: Vec<String>,
}

impl<T: Clone> Said<T> {
    /// Something that a document says.
    pub fn of(document: &Place, said: &T) -> Said<T> {
        Said { document: document.clone(), link: None, new: false, rest: None, said: said.clone() }
    }
}

impl Place {
    /// The document of an extraction.
    pub fn of(info: &DocumentInfo) -> Place {
        Place {
            source: info.source.clone(),
            id: info.id.clone(),
            kind: info.kind,
            title: info.title.clone(),
            date: info.date.or(info.answered),
            date_from: info.date_from.clone(),
            sender: info.sender.clone(),
            askers: info.askers.clone(),
            asked: info.asked,
        }
    }

    /// Its date in words. An answer without one came after the questions did.
    pub fn when(&self) -> String {
        match (self.date, self.asked) {
            (Some(date), _) => super::words::day(date),
            (None, Some(asked)) => format!("datum onbekend, na {}", super::words::day(asked)),
            (None, None) => super::words::day_or_unknown(None),
        }
    }

    /// What it is called on screen: its number as printed, else its file name.
    pub fn name(&self) -> String {
        let file = || self.source.rsplit(['/', '\\']).next().unwrap_or(&self.source).to_string();
        self.id.as_deref().map_or_else(file, super::words::printed)
    }
}

impl Trails {
    /// Brings together extractions and register facts; motions named without a number go where [`link`] lays them.
    pub fn of(extractions: &[Extraction], facts: Vec<RegisterFact>) -> Trails {
        Trails::with(extractions, facts, &link(extractions), None)
    }

    /// The same with links that are known already, and with what came in after some ingest marked as new.
    pub fn with(extractions: &[Extraction], facts: Vec<RegisterFact>, links: &Links, later: Option<&Later>) -> Trails {
        let mut all = Trails::default();
        let mut by_key = BTreeMap::new();
        let ties: HashMap<(usize, usize), &Link> = links.motions.iter().map(|l| ((l.document, l.record), l)).collect();
        for (index, extraction) in extractions.iter().enumerate() {
            all.add(index, extraction, (links, &ties), later, &mut by_key);
        }
        all.close(by_key, facts, later);
        all.relate(extractions);
        all
    }

    /// Works out what documents mean for each other: who was silent, what differs, what was promised and came of it.
    fn relate(&mut self, extractions: &[Extraction]) {
        let by_source: BTreeMap<&str, &Extraction> =
            extractions.iter().map(|e| (e.document.source.as_str(), e)).collect();
        let speakers = Speakers::of(extractions);
        let memory = Memory::of(extractions);
        // Motions of one dossier and one day were proposed in one debate.
        let mut debates: BTreeMap<(String, Date), Vec<String>> = BTreeMap::new();
        let debate = |t: &Trail| Some((t.key.rsplit_once('-')?.0.to_string(), t.date()?));
        for trail in &self.trails {
            if let Some(debate) = debate(trail) {
                debates.entry(debate).or_default().push(trail.key.clone());
            }
        }
        for trail in &mut self.trails {
            let sisters = debate(trail).and_then(|d| debates.get(&d)).map(Vec::as_slice).unwrap_or_default();
            trail.led = led(trail, &by_source);
            trail.silent = speakers.silent_on(trail, sisters);
            if trail.is_alive() {
                let sources: BTreeSet<&str> = trail.sources().map(|p| p.source.as_str()).collect();
                let documents: Vec<&Extraction> = sources
                    .iter()
                    .filter_map(|s| by_source.get(s).copied())
                    .filter(|e| e.document.kind != Kind::Motie)
                    .collect();
                let commitments = promises::around(trail, &documents, &memory);
                let contradictions = drift::of(trail, &documents);
                (trail.commitments, trail.contradictions) = (commitments, contradictions);
            }
        }
    }

    fn add(
        &mut self,
        index: usize,
        found: &Extraction,
        (links, ties): (&Links, &HashMap<(usize, usize), &Link>),
        later: Option<&Later>,
        by_key: &mut BTreeMap<String, Trail>,
    ) {
        let place = Place::of(&found.document);
        let new = |kind: RecordKind, nth: usize| {
            later.is_some_and(|l| l.records.contains(&(found.document.source.clone(), kind.name(), nth)))
        };
        let questions: Vec<Span> = found.document.questions.iter().filter_map(|q| q.question).collect();
        let in_question = |e: &Evidence| questions.iter().any(|q| q.contains(e.span));
        // What a title that was laid at a motion means for the follow-ups that name the motion by it.
        let mut titles: BTreeMap<String, (String, Tie)> = BTreeMap::new();
        for (record, motion) in found.motions.iter().enumerate() {
            let tie = ties.get(&(index, record)).filter(|_| motion.key.is_none());
            let key = motion.key.clone().or_else(|| tie.map(|t| t.key.clone()));
            let link = tie.map(|t| Tie { score: t.score, reason: t.reason.clone() });
            if let (Some(key), Some(link), Some(title)) = (&key, &link, &motion.title) {
                titles.insert(fold(title), (key.clone(), link.clone()));
            }
            let new = new(RecordKind::Motion, record);
            let mut said = Said { document: place.clone(), link, new, rest: None, said: motion.clone() };
            hang(&mut said.said);
            let Some(key) = key else {
                let open = links.open.iter().find(|o| (o.document, o.record) == (index, record));
                said.said.candidates.extend(open.into_iter().flat_map(|o| o.candidates.iter().cloned()));
                self.loose.push(said);
                continue;
            };
            let trail = by_key.entry(key).or_default();
            if motion.own_text && trail.own.is_none() {
                trail.own = Some(said);
                continue;
            }
            // One document may ask about a motion and name it elsewhere as well.
            let (asked, told): (Vec<Evidence>, _) = motion.evidence.iter().cloned().partition(|e| in_question(e));
            if !asked.is_empty() {
                let mut said = said.clone();
                said.said.evidence = asked;
                trail.asked.push(said);
            }
            if !told.is_empty() || motion.evidence.is_empty() {
                said.said.evidence = told;
                trail.accounts.push(said);
            }
        }
        for (record, follow_up) in found.follow_ups.iter().enumerate() {
            let by_title = follow_up.motion_named.as_ref().and_then(|t| titles.get(&fold(t)));
            let by_title = by_title.filter(|_| follow_up.motion.is_none());
            let key = follow_up.motion.clone().or_else(|| by_title.map(|(key, _)| key.clone()));
            let link = by_title.map(|(_, tie)| tie.clone());
            let new = new(RecordKind::FollowUp, record);
            let said = Said { document: place.clone(), link, new, rest: None, said: follow_up.clone() };
            match key {
                Some(key) => by_key.entry(key).or_default().follow_ups.push(said),
                None => self.loose_follow_ups.push(said),
            }
        }
        self.documents.push(place);
    }

    fn close(&mut self, mut by_key: BTreeMap<String, Trail>, facts: Vec<RegisterFact>, later: Option<&Later>) {
        for fact in facts {
            // A register knows thousands of motions; only those that a document holds or names have a trail.
            if let Some(trail) = fact.key.as_ref().and_then(|key| by_key.get_mut(key)) {
                trail.register_new = later.is_some_and(|l| l.cases.contains(&fact.zaak));
                trail.register = Some(fact);
            }
        }
        self.trails = by_key.into_iter().map(|(key, trail)| trail.close(key)).collect();
        self.trails.sort_by_key(|t| order(&t.key));
        self.documents.sort_by(|a, b| a.source.cmp(&b.source));
    }

    /// The trail with this key, or the ones that the words typed may mean: a bare number, names, words of the title.
    pub fn meant(&self, typed: &str) -> Vec<&Trail> {
        let searched: Vec<String> = self.trails.iter().map(Trail::searched).collect();
        let all: Vec<(&str, &str)> =
            self.trails.iter().zip(&searched).map(|(t, s)| (t.key.as_str(), s.as_str())).collect();
        let meant = meant(typed, &all);
        self.trails.iter().filter(|t| meant.contains(&t.key.as_str())).collect()
    }
}

/// Which of these motions, each with the words that go with it, are meant by what is typed.
pub(super) fn meant<'k>(typed: &str, all: &[(&'k str, &str)]) -> Vec<&'k str> {
    let keys: Vec<&str> = all.iter().map(|(key, _)| *key).collect();
    numbered(typed, &keys).unwrap_or_else(|| worded(typed, all))
}

/// Which of these motions are meant by a number; `None` where no number was typed.
pub(super) fn numbered<'k>(typed: &str, keys: &[&'k str]) -> Option<Vec<&'k str>> {
    let wanted = bare(typed);
    if let Some(exact) = keys.iter().find(|key| bare(key) == wanted) {
        return Some(vec![exact]);
    }
    // The last number alone will do where only one dossier has it.
    let tail = format!("-{wanted}");
    let ends: Vec<&str> = keys.iter().copied().filter(|key| wanted.len() < 5 && key.ends_with(&tail)).collect();
    if !ends.is_empty() {
        return Some(ends);
    }
    // A number that is not there is not guessed at.
    (wanted.contains(char::is_numeric) && !wanted.contains(|c: char| c.is_alphabetic())).then(Vec::new)
}

/// Which of these motions have all the words that are typed.
pub(super) fn worded<'k>(typed: &str, all: &[(&'k str, &str)]) -> Vec<&'k str> {
    let folded = fold(typed);
    let wanted: Vec<&str> =
        folded.split(' ').filter(|w| !["motie", "van", "de", "het", "lid", "c.s."].contains(w)).collect();
    let holds = |words: &str| {
        let words = fold(words);
        !wanted.is_empty() && wanted.iter().all(|w| words.contains(w))
    };
    all.iter().filter(|(_, words)| holds(words)).map(|(key, _)| *key).collect()
}

impl Trail {
    fn close(mut self, key: String) -> Trail {
        self.key = key;
        // What has no date comes last: it may never pass for the latest word.
        let when = |date: Option<Date>, place: &Place| (date.is_none(), date, place.source.clone());
        self.accounts.sort_by_key(|a| when(a.document.date, &a.document));
        self.asked.sort_by_key(|a| when(a.document.date, &a.document));
        let place = |f: &Said<FollowUp>| f.said.evidence.first().map_or(0, |e| e.span.start());
        self.follow_ups.sort_by_key(|f| (when(f.said.date.or(f.document.date), &f.document), place(f)));
        let register = self.register.as_ref().and_then(|r| r.title.clone());
        let own = self.own.as_ref().and_then(|o| o.said.title.clone());
        let named = self.accounts.iter().chain(&self.asked).find_map(|a| a.said.title.clone());
        self.title = register.or(own).or(named);
        self
    }

    /// What it is about, short. An official title that names only people ("Motie van het lid X c.s.") is completed with
    /// what the motion asks.
    pub fn subject(&self) -> Option<String> {
        let title = self.title.as_deref()?;
        let own = self.own.as_ref().map(|o| &o.said);
        let telling = fold(title).contains(" over ") || !fold(title).contains("motie van");
        let asks = own.and_then(|m| m.dicta.first()).filter(|_| !telling);
        let Some(dictum) = asks else { return Some(title.to_string()) };
        let words = dictum.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let start = ["de regering", "het kabinet", "de Kamer"]
            .iter()
            .filter_map(|who| words.find(who).map(|at| at + who.len()));
        let asked = start.min().map_or(words.as_str(), |at| &words[at..]).trim_start_matches([',', ' ']);
        let who = self.indieners().first().map(|p| p.naam.clone()).unwrap_or_default();
        let more = if self.indieners().len() > 1 { " c.s." } else { "" };
        Some(format!("{who}{more}: {}", super::words::short(asked.trim_start_matches("om "), 120)))
    }

    /// What it is about, without who proposed it.
    pub fn topic(&self) -> String {
        let subject = self.subject().unwrap_or_default();
        let about =
            subject.split_once(" over ").filter(|(who, _)| fold(who).contains("motie van")).map(|(_, about)| about);
        about.or_else(|| subject.split_once(": ").map(|(_, asks)| asks)).unwrap_or(&subject).to_string()
    }

    /// Whether the Chamber did not adopt it, by its own register, or else by the documents: then nothing is due.
    pub fn is_off(&self) -> bool {
        let off =
            |v: &str| ["verworpen", "ingetrokken", "vervallen", "aangehouden"].iter().any(|w| fold(v).contains(w));
        let told = self.uitslag();
        told.first().is_some_and(|first| off(&first.value))
    }

    /// All that a person may type to mean this motion.
    fn searched(&self) -> String {
        let motions = self.own.iter().chain(&self.accounts).chain(&self.asked);
        let mut all: Vec<&str> = self.title.iter().map(String::as_str).collect();
        for motion in motions {
            all.extend(motion.said.title.as_deref());
            all.extend(motion.said.indieners.iter().map(|p| p.naam.as_str()));
        }
        all.join(" ")
    }

    /// Whether any document speaks of it that is no motion: a motion that refers to another does nothing with it.
    pub fn is_alive(&self) -> bool {
        let elsewhere = self.accounts.iter().any(|a| a.document.kind != Kind::Motie);
        !self.follow_ups.is_empty() || !self.asked.is_empty() || elsewhere
    }

    /// The proposers to show: those of the motion's own text, else of the first account that names any.
    pub fn indieners(&self) -> &[Person] {
        let motions = self.own.iter().chain(&self.accounts).chain(&self.asked);
        motions.map(|m| m.said.indieners.as_slice()).find(|i| !i.is_empty()).unwrap_or_default()
    }

    /// The outcome of the vote, per source.
    pub fn uitslag(&self) -> Vec<Account> {
        self.told(|r| r.uitslag.clone(), |m| m.uitslag.clone())
    }

    /// The cabinet's advice, per source.
    pub fn appreciatie(&self) -> Vec<Account> {
        self.told(|r| r.appreciatie.clone(), |m| m.appreciatie.clone())
    }

    fn told(
        &self,
        register: impl Fn(&RegisterFact) -> Option<String>,
        motion: impl Fn(&Motion) -> Option<String>,
    ) -> Vec<Account> {
        let mut told: Vec<Account> = Vec::new();
        let documents = self.own.iter().chain(&self.accounts).chain(&self.asked);
        let of_register =
            self.register.iter().filter_map(|r| Some((register(r)?, super::gather::REGISTER.to_string())));
        let of_documents = documents.filter_map(|d| Some((motion(&d.said)?, d.document.name())));
        for (value, source) in of_register.chain(of_documents) {
            match told.iter_mut().find(|t| fold(&t.value) == fold(&value)) {
                Some(account) if account.sources.contains(&source) => {}
                Some(account) => account.sources.push(source),
                None => told.push(Account { value, sources: vec![source] }),
            }
        }
        told
    }

    /// The dictum that a follow-up is about, from 0: where its words fit one of several and no other. A document's own
    /// wording of the dicta counts with the motion's.
    pub fn dictum_of(&self, f: &Said<FollowUp>) -> Option<usize> {
        let own = self.own.as_ref().map(|o| &o.said.dicta).filter(|d| d.len() > 1)?;
        let retold = self.accounts.iter().filter(|a| a.document.source == f.document.source);
        let retold: Vec<_> = retold.map(|a| &a.said.dicta).filter(|d| d.len() == own.len()).collect();
        let words = |n: usize| {
            let texts = std::iter::once(own).chain(retold.iter().copied()).filter_map(|d| d.get(n));
            texts.flat_map(|d| crate::records::telling(&d.text)).collect::<BTreeSet<String>>()
        };
        let all: Vec<BTreeSet<String>> = (0..own.len()).map(words).collect();
        let said: BTreeSet<String> = f.said.evidence.iter().flat_map(|e| crate::records::telling(&e.quote)).collect();
        // A word that several dicta have says nothing about which one is meant.
        let only = |n: usize| {
            let others = |w: &&String| all.iter().enumerate().all(|(m, set)| m == n || !set.contains(*w));
            all[n].intersection(&said).filter(others).count()
        };
        let mut fitting = (0..all.len()).filter(|n| only(*n) > 0);
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// The day it was proposed.
    pub fn date(&self) -> Option<Date> {
        let own = self.own.as_ref().and_then(|o| o.said.date);
        own.or(self.register.as_ref().and_then(|r| r.date))
    }

    /// Every document that speaks of it, itself not.
    pub fn sources(&self) -> impl Iterator<Item = &Place> {
        let named = self.accounts.iter().chain(&self.asked).map(|a| &a.document);
        named.chain(self.follow_ups.iter().map(|f| &f.document))
    }

    /// The term its dictum sets, as its own text says, else as another document does.
    pub fn due(&self) -> Option<&Period> {
        self.own.iter().chain(&self.accounts).find_map(|m| m.said.due.as_ref())
    }

    /// The actors that say something about its execution.
    pub fn actors(&self) -> BTreeSet<&str> {
        self.follow_ups.iter().map(|f| f.said.by.as_str()).collect()
    }

    /// What `actor` said last: the statuses of its latest day, what is decided before what goes on. A mere reference to another answer
    /// counts only where nothing else was said that day.
    pub fn latest(&self, actor: &str) -> Vec<Status> {
        let of = |f: &&Said<FollowUp>| f.said.by == actor;
        let day = |f: &Said<FollowUp>| f.said.date.or(f.document.date);
        let last = self.follow_ups.iter().filter(of).map(day).max().flatten();
        let mut latest: Vec<Status> = Vec::new();
        for f in self.follow_ups.iter().filter(of).filter(|f| day(f) == last) {
            if !latest.contains(&f.said.status) {
                latest.push(f.said.status);
            }
        }
        if latest.len() > 1 {
            latest.retain(|s| !matches!(s, Status::Doorverwezen | Status::Onduidelijk));
        }
        // That something is done, refused or put off tells more than that it goes on.
        latest.sort_by_key(|s| matches!(s, Status::Voornemen | Status::InUitvoering));
        latest
    }
}

/// "Binnen een jaar na inwerkingtreding": a term that hangs on what is still to happen has no day of its own.
fn hang(motion: &mut Motion) {
    let Some(due) = motion.due.as_mut() else { return };
    let after = |text: &str| {
        let at = text.find(due.raw.as_str())?;
        text.get(at + due.raw.len()..)?.trim_start().strip_prefix("na ").map(str::to_string)
    };
    let texts = motion.dicta.iter().map(|d| d.text.as_str()).chain(motion.evidence.iter().map(|e| e.quote.as_str()));
    if texts.filter_map(after).any(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())) {
        (due.from, due.until) = (None, None);
    }
}

/// What others say, on migrations, in the answers that reports on this motion refer to.
fn led(trail: &Trail, by_source: &BTreeMap<&str, &Extraction>) -> Vec<Led> {
    let mut found: Vec<Led> = Vec::new();
    let pointed: BTreeSet<(&str, u32)> = trail
        .follow_ups
        .iter()
        .flat_map(|f| f.said.see_also.iter().map(|n| (f.document.source.as_str(), *n)))
        .collect();
    for (source, number) in pointed {
        let Some(e) = by_source.get(source) else { continue };
        let answers = e.document.questions.iter().filter(|q| q.numbers.contains(&number)).flat_map(|q| &q.answers);
        for (by, part) in answers.filter_map(|a| Some((a.by.clone()?, a.span))) {
            let here = e.migrations.iter().filter(|m| m.evidence.iter().any(|e| part.contains(e.span)));
            found.extend(here.map(|m| Led {
                document: Place::of(&e.document),
                question: number,
                by: by.clone(),
                what: format!("migratie {}", m.phase.name()),
                evidence: m.evidence.clone(),
            }));
        }
    }
    found.dedup_by(|a, b| a.evidence == b.evidence);
    found
}

/// Order of keys as a person counts: 26643-9 before 26643-10.
pub fn order(key: &str) -> Vec<(u64, String)> {
    let part = |p: &str| (p.parse().unwrap_or(u64::MAX), p.to_string());
    key.split('-').map(part).collect()
}

/// A number as typed, without what varies: "26 643, nr. 1315" and "kst-26643-1315" are both `266431315`.
fn bare(typed: &str) -> String {
    let folded = fold(typed);
    let folded = folded.trim_start_matches("kamerstukken").trim_start_matches("kamerstuk").trim_start_matches("kst");
    folded.replace("nr.", "-").replace("nrs.", "-").chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests;
