//! Direct answers: where a question names a ministry and a motion ("wat zegt VWS over de motie Six Dijkstra"), the
//! passages in which that ministry, by the records, reports on that motion. The border: words and records in, passages
//! out; where they come in the ranking is for `plan` and `rank`.

use super::super::error::{Doing, StoreError};
use super::super::index::Fields;
use super::super::query::Node;
use super::names;
use crate::records::{FollowUp, Motion, RecordKind};
use crate::store::analysis;
use crate::text::fold;
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;
use std::ops::Bound;
use tantivy::Term;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Query, RangeQuery, TermQuery};
use tantivy::schema::IndexRecordOption;

/// What a passage that answers directly gets: more than words can bring. One that it refers to ("zie vraag 5") a bit less.
const ANSWER: f32 = 60.0;
const REFERRED: f32 = 50.0;
/// Follow-ups looked at, and passages given, at most.
const LOOKED: usize = 400;
const MOST: usize = 24;

/// The passages that answer a question directly, as a query; `None` where it names no ministry with a motion, or the
/// ministry reported nothing.
pub(super) fn direct(con: &Connection, node: &Node, fields: Fields) -> Result<Option<Box<dyn Query>>, StoreError> {
    let Some(asked) = Asked::of(node) else { return Ok(None) };
    let mut passages: BTreeMap<(i64, u64), f32> = BTreeMap::new();
    for ministry in &asked.ministries {
        for (document, key, json) in follow_ups(con, ministry).doing("het zoeken van een antwoord")? {
            if passages.len() >= MOST || !asked.means(con, &key)? {
                continue;
            }
            let Ok(found) = serde_json::from_str::<FollowUp>(&json) else { continue };
            let own = found.evidence.iter().map(|e| (e, ANSWER));
            for (evidence, score) in own.chain(found.leads_to.iter().map(|e| (e, REFERRED))) {
                let ord = ord(con, document, evidence.span.start()).doing("het zoeken van een antwoord")?;
                if let Some(ord) = ord {
                    let known = passages.entry((document, ord)).or_default();
                    *known = known.max(score);
                }
            }
        }
    }
    let one = |((document, ord), score): ((i64, u64), f32)| -> Box<dyn Query> {
        let document = Term::from_field_u64(fields.doc, document.unsigned_abs());
        let ord = || Bound::Included(Term::from_field_u64(fields.ord, ord));
        let both: Vec<Box<dyn Query>> =
            vec![Box::new(TermQuery::new(document, IndexRecordOption::Basic)), Box::new(RangeQuery::new(ord(), ord()))];
        Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::intersection(both)), score))
    };
    let found: Vec<Box<dyn Query>> = passages.into_iter().map(one).collect();
    Ok((!found.is_empty()).then(|| Box::new(BooleanQuery::union(found)) as Box<dyn Query>))
}

/// A question about what ministries did with a motion.
struct Asked {
    ministries: Vec<String>,
    /// Number of the motion: `kst-26643-1320`.
    key: Option<String>,
    /// Names behind the word "motie", folded.
    names: Vec<String>,
}

impl Asked {
    fn of(node: &Node) -> Option<Asked> {
        let single = std::slice::from_ref(node);
        let nodes = if let Node::All(nodes) = node { nodes.as_slice() } else { single };
        let typed: Vec<&str> =
            nodes.iter().filter_map(|n| if let Node::Word(word) = n { Some(word.as_str()) } else { None }).collect();
        let typed = typed.join(" ");
        let words = analysis::words(&typed);
        let words: Vec<&str> = words.iter().filter(|w| !w.whole).map(|w| w.exact.as_ref()).collect();
        let ministries: Vec<String> = names::ministries(&words).into_iter().map(|(_, abbr)| abbr).collect();
        let about = words.iter().position(|w| matches!(*w, "motie" | "moties"))?;
        let digits = |w: &str, n: usize| w.len() == n && w.bytes().all(|b| b.is_ascii_digit());
        let number = words.windows(2).find(|w| digits(w[0], 5) && w[1].bytes().all(|b| b.is_ascii_digit()));
        let number = number.or_else(|| {
            let with_nr = words.windows(3).find(|w| digits(w[0], 5) && w[1] == "nr");
            with_nr.filter(|w| w[2].bytes().all(|b| b.is_ascii_digit()))
        });
        let key = number.map(|n| format!("kst-{}-{}", n[0], n[n.len() - 1]));
        let plain =
            |w: &&&str| w.len() > 1 && !analysis::asks(w) && !matches!(**w, "cs" | "lid" | "leden" | "het" | "de");
        let names: Vec<String> = words[about + 1..].iter().filter(plain).take(4).map(ToString::to_string).collect();
        let asked = Asked { ministries, key, names };
        (!asked.ministries.is_empty() && (asked.key.is_some() || !asked.names.is_empty())).then_some(asked)
    }

    /// Whether the motion with this key is meant: by its number, or by the name of who proposed it first.
    fn means(&self, con: &Connection, key: &str) -> Result<bool, StoreError> {
        if let Some(number) = &self.key {
            return Ok(number == key);
        }
        let read = || -> rusqlite::Result<Vec<String>> {
            con.prepare_cached("SELECT json FROM records WHERE kind = ?1 AND key = ?2 LIMIT 20")?
                .query_map([RecordKind::Motion.name(), key], |r| r.get(0))?
                .collect()
        };
        let motions = read().doing("het zoeken van een motie")?;
        let first = |json: &String| {
            let motion: Motion = serde_json::from_str(json).ok()?;
            Some(fold(&motion.indieners.first()?.naam))
        };
        // The words of the name stand among what follows "motie", in their order.
        Ok(motions.iter().filter_map(first).any(|name| {
            let name: Vec<&str> = name.split(' ').filter(|w| !analysis::is_stop(w)).collect();
            !name.is_empty() && self.names.windows(name.len()).any(|w| w.iter().zip(&name).all(|(a, b)| a == b))
        }))
    }
}

/// Document, motion and record of what an actor reported.
fn follow_ups(con: &Connection, actor: &str) -> rusqlite::Result<Vec<(i64, String, String)>> {
    con.prepare_cached(
        "SELECT r.document, r.key, r.json FROM records r JOIN documents d ON d.id = r.document
         WHERE r.kind = ?1 AND r.key IS NOT NULL AND r.actors LIKE '%|' || ?2 || '|%' AND d.same_as IS NULL
         ORDER BY d.date DESC, d.source, r.ord LIMIT ?3",
    )?
    .query_map(rusqlite::params![RecordKind::FollowUp.name(), actor, i64::try_from(LOOKED).unwrap_or(0)], |r| {
        Ok((r.get(0)?, r.get(1)?, r.get(2)?))
    })?
    .collect()
}

/// The passage that holds a place of a document.
fn ord(con: &Connection, document: i64, place: usize) -> rusqlite::Result<Option<u64>> {
    let place = i64::try_from(place).unwrap_or(i64::MAX);
    con.prepare_cached("SELECT ord FROM passages WHERE document = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1")?
        .query_row([document, place], |r| r.get::<_, i64>(0))
        .optional()
        .map(|ord| ord.and_then(|o| u64::try_from(o).ok()))
}
