//! Reads what is stored. Lists of row numbers are taken first and rows one at a time, so that a store of any size is
//! walked in little memory; a row that a writer removed meanwhile is passed over.

use super::analysis;
use super::error::{Doing, StoreError};
use super::{Counts, DocumentLine, Filter, Later, RegisterFact, Run, StoredRecord};
use crate::document::Document;
use crate::records::{Extraction, RecordKind};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write;

/// The lists of an extraction, by record kind and field name of the output contract.
const LISTS: &[(RecordKind, &str)] = &[
    (RecordKind::Citation, "citations"),
    (RecordKind::Motion, "motions"),
    (RecordKind::FollowUp, "follow_ups"),
    (RecordKind::Commitment, "commitments"),
    (RecordKind::Migration, "migrations"),
    (RecordKind::PolicyRule, "policy_rules"),
];

/// Conditions in SQL with their values.
#[derive(Default)]
struct Conditions {
    sql: String,
    values: Vec<Value>,
}

impl Conditions {
    fn add(&mut self, condition: &str, value: impl Into<String>) {
        self.values.push(Value::Text(value.into()));
        let _ = write!(self.sql, " AND {}", condition.replace("??", &format!("?{}", self.values.len())));
    }

    fn document(&mut self, filter: &Filter) {
        if let Some(dossier) = &filter.dossier {
            self.mark("dossier", dossier);
        }
        if let Some(kind) = filter.kind {
            self.add("d.kind = ??", kind.name());
        }
        if let Some(from) = filter.from {
            self.add("d.date >= ??", from.to_string());
        }
        if let Some(until) = filter.until {
            self.add("d.date <= ??", until.to_string());
        }
    }

    fn mark(&mut self, what: &str, value: &str) {
        let sql = "d.id IN (SELECT document FROM marks WHERE what = '{}' AND value = ?? COLLATE NOCASE)";
        self.add(&sql.replace("{}", what), value);
    }
}

fn of_documents(filter: &Filter) -> Conditions {
    let mut conditions = Conditions::default();
    conditions.document(filter);
    if let Some(motion) = &filter.motion {
        conditions.mark("motie", motion);
    }
    if let Some(ministry) = &filter.ministry {
        conditions.mark("ministerie", ministry);
    }
    conditions
}

fn ids(con: &Connection, sql: &str, conditions: &Conditions) -> Result<Vec<i64>, StoreError> {
    let read = || -> rusqlite::Result<_> {
        con.prepare(sql)?.query_map(params_from_iter(&conditions.values), |r| r.get(0))?.collect()
    };
    read().doing("het zoeken van documenten")
}

/// Ids of the documents that pass, sorted by source.
pub(super) fn document_ids(con: &Connection, filter: &Filter) -> Result<Vec<i64>, StoreError> {
    let conditions = of_documents(filter);
    ids(
        con,
        &format!("SELECT d.id FROM documents d WHERE d.same_as IS NULL{} ORDER BY d.source", conditions.sql),
        &conditions,
    )
}

/// The id of the document with this source or official number.
pub(super) fn find(con: &Connection, name: &str) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT id FROM documents WHERE source = ?1 OR number = ?1 COLLATE NOCASE
               ORDER BY source = ?1 DESC, same_as IS NOT NULL, source LIMIT 1";
    con.query_row(sql, [name], |r| r.get(0)).optional().doing("het zoeken van een document")
}

/// One document in one line.
pub(super) fn line(con: &Connection, id: i64) -> Result<Option<DocumentLine>, StoreError> {
    let mut statement = con
        .prepare_cached("SELECT source, number, kind, title, date FROM documents WHERE id = ?1")
        .doing("het lezen van een document")?;
    statement.query_row([id], read_line).optional().doing("het lezen van een document")
}

fn read_line(r: &Row) -> rusqlite::Result<DocumentLine> {
    let date: Option<String> = r.get(4)?;
    let date = date.and_then(|d| d.parse().ok());
    Ok(DocumentLine { source: r.get(0)?, id: r.get(1)?, kind: r.get(2)?, title: r.get(3)?, date })
}

/// The documents that pass in one line each, sorted by source.
pub(super) fn lines(con: &Connection, filter: &Filter) -> Result<Vec<DocumentLine>, StoreError> {
    let conditions = of_documents(filter);
    let sql = format!(
        "SELECT d.source, d.number, d.kind, d.title, d.date FROM documents d WHERE d.same_as IS NULL{}
         ORDER BY d.source",
        conditions.sql
    );
    let read = || -> rusqlite::Result<_> {
        con.prepare(&sql)?.query_map(params_from_iter(&conditions.values), read_line)?.collect()
    };
    read().doing("het lezen van documenten")
}

/// The document itself.
pub(super) fn document(con: &Connection, id: i64) -> Result<Option<Document>, StoreError> {
    let json: Option<String> = con
        .prepare_cached("SELECT document FROM documents WHERE id = ?1")
        .and_then(|mut s| s.query_row([id], |r| r.get(0)).optional())
        .doing("het lezen van een document")?;
    let parse = |json: String| serde_json::from_str(&json);
    json.map(parse).transpose().map_err(|error| StoreError::Content { what: format!("document {id}"), error })
}

/// Everything that was found in a document, put together from its rows.
pub(super) fn extraction(con: &Connection, id: i64) -> Result<Option<Extraction>, StoreError> {
    part(con, id, RecordKind::ALL)
}

/// What was found of some kinds.
fn part(con: &Connection, id: i64, kinds: &[RecordKind]) -> Result<Option<Extraction>, StoreError> {
    let info: Option<String> = con
        .prepare_cached("SELECT info FROM documents WHERE id = ?1")
        .and_then(|mut s| s.query_row([id], |r| r.get(0)).optional())
        .doing("het lezen van een document")?;
    let Some(info) = info else { return Ok(None) };
    let mut lists: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut read = || -> rusqlite::Result<()> {
        let mut statement = con.prepare_cached("SELECT kind, json FROM records WHERE document = ?1 ORDER BY ord")?;
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            let kind: String = row.get(0)?;
            if kinds.iter().any(|k| k.name() == kind) {
                lists.entry(kind).or_default().push(row.get(1)?);
            }
        }
        Ok(())
    };
    read().doing("het lezen van gegevens")?;
    let mut json = format!("{{\"document\":{info}");
    for (kind, field) in LISTS {
        let records = lists.remove(kind.name()).unwrap_or_default();
        let _ = write!(json, ",\"{field}\":[{}]", records.join(","));
    }
    json.push('}');
    let found = serde_json::from_str(&json);
    found.map(Some).map_err(|error| StoreError::Content { what: format!("gegevens van document {id}"), error })
}

/// The document and its motions, with its references, for those tell what is near.
pub(super) fn motions_of(con: &Connection, id: i64) -> Result<Option<Extraction>, StoreError> {
    part(con, id, &[RecordKind::Motion, RecordKind::Citation])
}

/// Ids of the records of a kind that pass, by source and place.
pub(super) fn record_ids(con: &Connection, kind: RecordKind, filter: &Filter) -> Result<Vec<i64>, StoreError> {
    let mut conditions = Conditions::default();
    conditions.add("r.kind = ??", kind.name());
    conditions.document(filter);
    if let Some(motion) = &filter.motion {
        conditions.add("r.key = ?? COLLATE NOCASE", motion);
    }
    if let Some(ministry) = &filter.ministry {
        conditions.add("r.actors LIKE '%|' || ?? || '|%'", ministry);
    }
    if let Some(day) = filter.due_from {
        conditions.add("r.due >= ??", day.to_string());
    }
    if let Some(day) = filter.due_before {
        conditions.add("r.due < ??", day.to_string());
    }
    if let Some(provider) = &filter.provider {
        let sql = "EXISTS (SELECT 1 FROM json_each(r.json, '$.providers') WHERE value LIKE '%' || ?? || '%')";
        conditions.add(sql, provider);
    }
    let sql = "SELECT r.id FROM records r JOIN documents d ON d.id = r.document WHERE d.same_as IS NULL";
    let mut ids = ids(con, &format!("{sql}{} ORDER BY d.source, r.ord", conditions.sql), &conditions)?;
    if let Some(words) = &filter.words {
        let wanted = stems(words);
        let mut quotes = con
            .prepare("SELECT group_concat(quote, ' ') FROM evidence WHERE record = ?1")
            .doing("het zoeken van gegevens")?;
        let mut has = |id: &i64| -> rusqlite::Result<bool> {
            let quote: Option<String> = quotes.query_row([id], |r| r.get(0))?;
            Ok(wanted.is_subset(&stems(&quote.unwrap_or_default())))
        };
        let mut kept = Vec::new();
        for id in ids {
            if has(&id).doing("het zoeken van gegevens")? {
                kept.push(id);
            }
        }
        ids = kept;
    }
    Ok(ids)
}

/// The stems of the words of a text, without those that tell nothing.
fn stems(text: &str) -> BTreeSet<String> {
    let words = analysis::words(text);
    words.iter().filter(|w| !analysis::is_stop(&w.exact)).map(|w| analysis::stem(&w.exact)).collect()
}

/// One record with its document.
pub(super) fn record(con: &Connection, id: i64) -> Result<Option<StoredRecord>, StoreError> {
    let mut statement = con
        .prepare_cached(
            "SELECT r.json, r.name, d.source, d.number, d.title FROM records r JOIN documents d ON d.id = r.document
             WHERE r.id = ?1",
        )
        .doing("het lezen van een gegeven")?;
    let read = |r: &Row| -> rusqlite::Result<(String, StoredRecord)> {
        let record = serde_json::Value::Null;
        let (name, source, document, title) = (r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?);
        Ok((r.get(0)?, StoredRecord { name, source, document, title, record }))
    };
    let row = statement.query_row([id], read).optional().doing("het lezen van een gegeven")?;
    let Some((json, mut stored)) = row else { return Ok(None) };
    stored.record = serde_json::from_str(&json)
        .map_err(|error| StoreError::Content { what: format!("{} in {}", stored.name, stored.source), error })?;
    Ok(Some(stored))
}

/// Ids of the records with this name.
pub(super) fn named(con: &Connection, name: &str) -> Result<Vec<i64>, StoreError> {
    let conditions = Conditions { sql: String::new(), values: vec![Value::Text(name.to_string())] };
    ids(con, "SELECT id FROM records WHERE name = ?1", &conditions)
}

/// Ids of records that a rule found.
pub(super) fn found_by(con: &Connection, rule: &str, limit: usize) -> Result<Vec<i64>, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let conditions = Conditions { sql: String::new(), values: vec![Value::Text(rule.to_string()), limit.into()] };
    let sql = "SELECT DISTINCT r.id, d.source, r.ord FROM evidence e JOIN records r ON r.id = e.record
               JOIN documents d ON d.id = r.document WHERE e.rule = ?1 AND d.same_as IS NULL ORDER BY d.source, r.ord LIMIT ?2";
    ids(con, sql, &conditions)
}

const REGISTER: &str =
    "SELECT zaak, key, soort, title, dossier_title, appreciatie, uitslag, uitslag_date, date, source,
                        volgnummer FROM register";

/// What the registers say about a key or case number, put together from all files that know the case.
pub(super) fn register(con: &Connection, name: &str) -> Result<Option<RegisterFact>, StoreError> {
    let sql = format!(
        "{REGISTER} WHERE zaak IN (SELECT zaak FROM register WHERE key = ?1 COLLATE NOCASE OR zaak = ?1) ORDER BY source, key"
    );
    let mut facts = merge(con, &sql, &[&name])?;
    let wanted = facts.iter().position(|f| f.key.as_deref().is_some_and(|k| k.eq_ignore_ascii_case(name)));
    Ok(match wanted {
        Some(at) => Some(facts.swap_remove(at)),
        None => facts.into_iter().next(),
    })
}

/// All facts with a key, sorted by key. A case without publications still says its number within a dossier and the title
/// of that dossier; where one dossier only has that title, the two together are its key.
pub(super) fn register_facts(con: &Connection) -> Result<Vec<RegisterFact>, StoreError> {
    let mut facts = merge(con, &format!("{REGISTER} ORDER BY source, key"), &[])?;
    let mut dossiers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for fact in &facts {
        let dossier = fact.key.as_deref().and_then(super::prepared::dossier_of);
        if let (Some(title), Some(dossier)) = (&fact.dossier_title, dossier) {
            dossiers.entry(title.clone()).or_default().insert(dossier.to_string());
        }
    }
    let known: BTreeSet<String> = facts.iter().filter_map(|f| f.key.clone()).collect();
    for fact in facts.iter_mut().filter(|f| f.key.is_none()) {
        let only = fact.dossier_title.as_ref().and_then(|t| dossiers.get(t)).filter(|d| d.len() == 1);
        if let (Some(dossier), Some(number)) = (only.and_then(|d| d.first()), fact.volgnummer) {
            fact.key = Some(format!("kst-{dossier}-{number}")).filter(|k| !known.contains(k));
        }
    }
    facts.retain(|f| f.key.is_some());
    facts.sort_by(|a, b| (&a.key, &a.zaak).cmp(&(&b.key, &b.zaak)));
    Ok(facts)
}

/// The times that something was read in, the first first.
pub(super) fn runs(con: &Connection) -> Result<Vec<Run>, StoreError> {
    let read = || -> rusqlite::Result<Vec<(i64, String, i64)>> {
        let sql = "SELECT number, day, (SELECT count(*) FROM documents d WHERE d.run = number AND d.same_as IS NULL)
                   FROM runs ORDER BY number";
        con.prepare(sql)?.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?.collect()
    };
    let rows = read().doing("het lezen van de keren")?;
    let run = |(number, day, documents): (i64, String, i64)| {
        let (number, day) = (u32::try_from(number).ok()?, day.parse().ok()?);
        Some(Run { number, day, documents: u64::try_from(documents).unwrap_or_default() })
    };
    Ok(rows.into_iter().filter_map(run).collect())
}

/// What came in after a run.
pub(super) fn later(con: &Connection, run: u32) -> Result<Later, StoreError> {
    let read = || -> rusqlite::Result<Later> {
        let of = |sql: &str| con.prepare(sql)?.query_map([run], |r| r.get(0))?.collect::<rusqlite::Result<_>>();
        let mut later = Later {
            documents: of("SELECT source FROM documents WHERE run > ?1 AND same_as IS NULL")?,
            cases: of("SELECT zaak FROM register WHERE run > ?1")?,
            records: HashSet::new(),
        };
        let mut statement = con.prepare(
            "SELECT d.source, r.kind, r.ord - (SELECT min(f.ord) FROM records f
                 WHERE f.document = r.document AND f.kind = r.kind)
             FROM records r JOIN documents d ON d.id = r.document WHERE r.run > ?1 AND d.same_as IS NULL",
        )?;
        let mut rows = statement.query([run])?;
        while let Some(row) = rows.next()? {
            let (kind, nth): (String, i64) = (row.get(1)?, row.get(2)?);
            if let (Some(kind), Ok(nth)) = (RecordKind::named(&kind), usize::try_from(nth)) {
                later.records.insert((row.get(0)?, kind.name(), nth));
            }
        }
        Ok(later)
    };
    read().doing("het lezen van wat erbij kwam")
}

/// One fact a case and key. Rows without a key (lists of outcomes) add to every key of their case; of two files that
/// say something else, the first by name is believed, and both are named as sources.
fn merge(con: &Connection, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<RegisterFact>, StoreError> {
    let read = || -> rusqlite::Result<Vec<RegisterFact>> {
        let mut statement = con.prepare(sql)?;
        let rows = statement.query_map(values, |r| {
            let key: String = r.get(1)?;
            let day = |text: Option<String>| text.and_then(|t| t.parse().ok());
            Ok(RegisterFact {
                key: Some(key).filter(|k| !k.is_empty()),
                zaak: r.get(0)?,
                soort: r.get(2)?,
                title: r.get(3)?,
                dossier_title: r.get(4)?,
                appreciatie: r.get(5)?,
                uitslag: r.get(6)?,
                uitslag_date: day(r.get(7)?),
                date: day(r.get(8)?),
                volgnummer: r.get(10)?,
                sources: vec![r.get(9)?],
            })
        })?;
        rows.collect()
    };
    let rows = read().doing("het lezen van het register")?;
    let mut cases: BTreeMap<String, Vec<RegisterFact>> = BTreeMap::new();
    for row in rows {
        cases.entry(row.zaak.clone()).or_default().push(row);
    }
    let mut facts = Vec::new();
    for rows in cases.into_values() {
        let known: BTreeSet<&String> = rows.iter().filter_map(|r| r.key.as_ref()).collect();
        let mut keys: Vec<Option<String>> = known.into_iter().cloned().map(Some).collect();
        if keys.is_empty() {
            keys.push(None);
        }
        for key in keys {
            let about = rows.iter().filter(|r| r.key.is_none() || r.key == key);
            let mut fact = RegisterFact { key: key.clone(), ..RegisterFact::default() };
            for row in about {
                fact.zaak.clone_from(&row.zaak);
                fact.soort = fact.soort.or_else(|| row.soort.clone());
                fact.title = fact.title.or_else(|| row.title.clone());
                fact.dossier_title = fact.dossier_title.or_else(|| row.dossier_title.clone());
                fact.appreciatie = fact.appreciatie.or_else(|| row.appreciatie.clone());
                fact.uitslag = fact.uitslag.or_else(|| row.uitslag.clone());
                fact.uitslag_date = fact.uitslag_date.or(row.uitslag_date);
                fact.date = fact.date.or(row.date);
                fact.volgnummer = fact.volgnummer.or(row.volgnummer);
                fact.sources.extend(row.sources.iter().cloned());
            }
            fact.sources.sort();
            fact.sources.dedup();
            facts.push(fact);
        }
    }
    facts.sort_by(|a, b| (&a.key, &a.zaak).cmp(&(&b.key, &b.zaak)));
    Ok(facts)
}

/// How many documents count.
pub(super) fn size(con: &Connection) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM documents WHERE same_as IS NULL";
    con.query_row(sql, [], |r| r.get::<_, i64>(0)).doing("het tellen").map(|n| u64::try_from(n).unwrap_or_default())
}

/// Which of these numbers a document has, or a motion's own text.
pub(super) fn held(con: &Connection, numbers: &BTreeSet<String>) -> Result<BTreeSet<String>, StoreError> {
    let read = || -> rusqlite::Result<BTreeSet<String>> {
        let mut statement = con.prepare_cached("SELECT 1 FROM documents WHERE number = ?1 LIMIT 1")?;
        let mut found = BTreeSet::new();
        for number in numbers {
            if statement.exists([number])? {
                found.insert(number.clone());
            }
        }
        Ok(found)
    };
    read().doing("het zoeken van documenten")
}

/// How many of everything.
pub(super) fn counts(con: &Connection) -> Result<Counts, StoreError> {
    let number = |n: i64| u64::try_from(n).unwrap_or_default();
    let one = |sql: &str| con.query_row(sql, [], |r| r.get(0)).map(number).doing("het tellen");
    let many = |sql: &str| {
        let read = || -> rusqlite::Result<_> {
            con.prepare(sql)?.query_map([], |r| Ok((r.get(0)?, number(r.get(1)?))))?.collect()
        };
        read().doing("het tellen")
    };
    Ok(Counts {
        documents: one("SELECT count(*) FROM documents WHERE same_as IS NULL")?,
        kinds: many("SELECT kind, count(*) FROM documents WHERE same_as IS NULL GROUP BY kind")?,
        passages: one("SELECT count(*) FROM passages p JOIN documents d ON d.id = p.document WHERE d.same_as IS NULL")?,
        records: many(
            "SELECT r.kind, count(*) FROM records r JOIN documents d ON d.id = r.document WHERE d.same_as IS NULL
             GROUP BY r.kind",
        )?,
        register: one("SELECT count(DISTINCT zaak) FROM register")?,
        files: many("SELECT status, count(*) FROM ledger GROUP BY status")?,
    })
}
