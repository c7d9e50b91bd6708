//! Where each ministry stands with one motion: its statuses, the latest first and the older ones kept, and who was silent
//! though it spoke on the subject. The border: a ministry that was never asked is not blamed; nothing is judged.

use super::trail::{Place, Said, Trail};
use crate::document::Kind;
use crate::lexicon::{ActorKind, actor, ministry_of};
use crate::records::{Extraction, FollowUp, Status};
use crate::text::Date;
use serde::Serialize;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// A ministry that spoke on the subject of a motion and said nothing about the motion in words of its own. One that signs
/// along with what another reports there is not silent: `via` says with whom.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Silence {
    /// The ministry.
    pub by: String,
    /// Why something might have been expected, in Dutch.
    pub reason: String,
    /// The document in which it spoke.
    pub document: Place,
    /// Whose report in that document it signs along with: `JenV: in uitvoering`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<Via>,
}

/// Someone whose report another ministry signs along with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Via {
    /// Who reports.
    pub by: String,
    /// What.
    pub status: Status,
}

impl Silence {
    /// Whether nothing at all was said in its name.
    pub fn is_whole(&self) -> bool {
        self.via.is_empty()
    }

    /// With whom it signs along: "JenV en Rijksbreed".
    pub fn partners(&self) -> String {
        let by: BTreeSet<&str> = self.via.iter().map(|v| v.by.as_str()).collect();
        super::words::listed(&by.into_iter().map(str::to_string).collect::<Vec<_>>())
    }

    /// How it stands, in a word or two: "niet genoemd", "tekent mee (via JenV)".
    pub fn name(&self) -> String {
        if self.is_whole() {
            return super::words::status(Status::NietGenoemd).into();
        }
        format!("tekent mee (via {})", self.partners())
    }
}

/// For serde: what is not so need not be said.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
pub(super) fn is_false(value: &bool) -> bool {
    !value
}

/// All that one actor reported, in one status a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'t> {
    /// Who.
    pub by: &'t str,
    /// What it said, the latest first; what has no date last.
    pub reports: Vec<&'t Said<FollowUp>>,
}

/// The day a follow-up was said.
pub fn day(f: &Said<FollowUp>) -> Option<Date> {
    f.said.date.or(f.document.date)
}

/// When it was said, in words: of a document without a date at least the day after which it must have been.
pub fn when(f: &Said<FollowUp>) -> String {
    day(f).map_or_else(|| f.document.when(), super::words::day)
}

/// Rijksbreed first, then ministries, then organisations.
pub fn rank(name: &str) -> (u8, String) {
    let kind = match actor(name).map(|a| a.kind) {
        Some(ActorKind::Rijksbreed) => 0,
        Some(ActorKind::Ministerie) => 1,
        _ => 2,
    };
    (kind, name.to_string())
}

/// The actors of a trail with their reports.
pub fn standings(trail: &Trail) -> Vec<Standing<'_>> {
    let mut all: BTreeMap<(u8, String), Standing<'_>> = BTreeMap::new();
    for f in &trail.follow_ups {
        let standing = all.entry(rank(&f.said.by)).or_insert_with(|| Standing { by: &f.said.by, reports: Vec::new() });
        standing.reports.push(f);
    }
    let mut all: Vec<Standing<'_>> = all.into_values().collect();
    for standing in &mut all {
        // Within a day the order of the text stays; a reference to another answer comes after what was said itself.
        let away = |f: &Said<FollowUp>| matches!(f.said.status, Status::Doorverwezen | Status::Onduidelijk);
        standing.reports.sort_by_key(|f| (std::cmp::Reverse(day(f)), away(f)));
    }
    all
}

/// The documents that may break a silence: what each is about, worked out once for all motions.
pub(super) struct Speakers<'e> {
    documents: Vec<Speaker<'e>>,
    by_motion: BTreeMap<&'e str, BTreeSet<usize>>,
    by_source: BTreeMap<&'e str, usize>,
}

struct Speaker<'e> {
    place: Place,
    /// Ministries that send, sign along, or have an answer of their own.
    ministries: BTreeSet<&'e str>,
    /// Those of them in whose name the whole document is.
    signs: BTreeSet<&'e str>,
}

/// "ondertekent dit stuk mee, waarin JenV meldt: in uitvoering; zelf zegt dit ministerie er niets over".
fn along(via: &[Via]) -> String {
    let mut by: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for v in via {
        by.entry(&v.by).or_default().push(super::words::status(v.status).to_string());
    }
    let told: Vec<String> = by.into_iter().map(|(by, s)| format!("{by} meldt: {}", super::words::listed(&s))).collect();
    format!("ondertekent dit stuk mee, waarin {}; geen eigen woorden over de motie", told.join(" en "))
}

impl<'e> Speakers<'e> {
    pub(super) fn of(extractions: &'e [Extraction]) -> Speakers<'e> {
        let mut all = Speakers { documents: Vec::new(), by_motion: BTreeMap::new(), by_source: BTreeMap::new() };
        for e in extractions.iter().filter(|e| !matches!(e.document.kind, Kind::Motie | Kind::Overig)) {
            let info = &e.document;
            let answers = info.questions.iter().flat_map(|q| &q.answers).filter_map(|a| a.by.as_ref());
            let ministries = info.sender.iter().chain(&info.on_behalf_of).chain(answers);
            for key in e.motions.iter().filter_map(|m| m.key.as_deref()) {
                all.by_motion.entry(key).or_default().insert(all.documents.len());
            }
            all.by_source.insert(&info.source, all.documents.len());
            all.documents.push(Speaker {
                place: Place::of(info),
                signs: info.sender.iter().chain(&info.on_behalf_of).map(String::as_str).collect(),
                ministries: ministries.filter(|m| ministry_of(m) == Some(m.as_str())).map(String::as_str).collect(),
            });
        }
        all
    }

    /// The ministries that were silent on this motion. `sisters` are the motions of the same debate: a document that
    /// names one of them is about the subject.
    pub(super) fn silent_on(&self, trail: &Trail, sisters: &[String]) -> Vec<Silence> {
        let spoke: BTreeSet<&str> = trail.actors();
        let proposed = trail.own.as_ref().and_then(|o| o.said.date).or(trail.register.as_ref().and_then(|r| r.date));
        let mut found: BTreeMap<(u8, String), (u8, Silence)> = BTreeMap::new();
        let mut about: BTreeMap<usize, Option<&str>> = BTreeMap::new();
        for key in sisters.iter().chain([&trail.key]) {
            for at in self.by_motion.get(key.as_str()).into_iter().flatten() {
                about.entry(*at).or_insert(Some(key).filter(|k| **k != trail.key).map(String::as_str));
            }
        }
        // Where a motion is named without its number, the trail knows it and the document does not.
        for place in trail.accounts.iter().chain(&trail.asked).map(|a| a.document.source.as_str()) {
            if let Some(at) = self.by_source.get(place) {
                about.insert(*at, None);
            }
        }
        for (speaker, sister) in about.into_iter().map(|(at, sister)| (&self.documents[at], sister)) {
            let early = speaker.place.date.zip(proposed).is_some_and(|(said, proposed)| said < proposed);
            let own = trail.own.as_ref();
            if early || own.is_some_and(|o| super::promises::after(&o.document, &speaker.place) == Some(true)) {
                continue;
            }
            let here = &speaker.place.source;
            let asked = trail.asked.iter().any(|a| a.document.source == *here);
            let named = trail.accounts.iter().any(|a| a.document.source == *here);
            let (weight, reason) = match (asked, named, sister) {
                (true, ..) => {
                    (0, "er is daar naar gevraagd; in het antwoord zegt dit ministerie er niets over".to_string())
                }
                (_, true, _) => (1, "noemt de motie, en zegt niets over de uitvoering".to_string()),
                (.., Some(other)) => {
                    let other = super::words::printed(other);
                    (2, format!("noemt een motie uit hetzelfde debat ({other}), deze niet"))
                }
                _ => continue,
            };
            let signs = |m: &&str| speaker.signs.contains(*m);
            let here: BTreeSet<Via> = trail
                .follow_ups
                .iter()
                .filter(|f| f.document.source == speaker.place.source)
                .map(|f| Via { by: f.said.by.clone(), status: f.said.status })
                .collect();
            for ministry in speaker.ministries.iter().filter(|m| !spoke.contains(**m)) {
                let (by, document) = ((*ministry).to_string(), speaker.place.clone());
                let via: Vec<Via> = if signs(ministry) { here.iter().cloned().collect() } else { Vec::new() };
                let (weight, reason) = if via.is_empty() { (weight, reason.clone()) } else { (0, along(&via)) };
                let silence = (weight, Silence { by, reason, document, via });
                match found.entry(rank(ministry)) {
                    Entry::Vacant(place) => {
                        place.insert(silence);
                    }
                    Entry::Occupied(mut known) if known.get().0 > weight => {
                        known.insert(silence);
                    }
                    Entry::Occupied(_) => {}
                }
            }
        }
        found.into_values().map(|(_, silence)| silence).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::trail::Trails;
    use super::*;
    use crate::records::{DocumentInfo, Motion};

    fn motion(key: &str, own: bool) -> Motion {
        let date = "2031-03-01".parse().ok();
        Motion { key: Some(key.into()), own_text: own, date, ..Motion::default() }
    }

    fn document(source: &str, kind: Kind, sender: &str, day: &str, motions: Vec<Motion>) -> Extraction {
        let document = DocumentInfo {
            source: source.into(),
            kind,
            sender: vec![sender.into()],
            date: day.parse().ok(),
            ..DocumentInfo::default()
        };
        Extraction { document, motions, ..Extraction::default() }
    }

    #[test]
    fn a_ministry_is_silent_only_where_it_spoke_on_the_subject() {
        let all = [
            document("1", Kind::Motie, "Kamer", "2031-03-01", vec![motion("kst-30000-1", true)]),
            document("2", Kind::Motie, "Kamer", "2031-03-01", vec![motion("kst-30000-2", true)]),
            document("brief", Kind::Kamerbrief, "IenW", "2031-05-01", vec![motion("kst-30000-1", false)]),
            document("anders", Kind::Kamerbrief, "FIN", "2031-05-01", Vec::new()),
            document("eerder", Kind::Kamerbrief, "BZ", "2030-05-01", vec![motion("kst-30000-1", false)]),
        ];
        let trails = Trails::of(&all, Vec::new());
        let silent = |n: usize| trails.trails[n].silent.iter().map(|s| s.by.clone()).collect::<Vec<_>>();
        assert_eq!(silent(0), ["IenW"]);
        assert_eq!(silent(1), ["IenW"]);
        assert!(trails.trails[1].silent[0].reason.contains("hetzelfde debat"));
    }
}
