//! What an answer says besides the sentences that were recognised: the rest of one that stays unclear, and other answers
//! that refer to it. The border: whole answers are quoted, literally; what they amount to is not decided here.

use super::trail::{Led, Place, Trail, Trails};
use crate::document::Document;
use crate::records::{Evidence, Extraction, QuestionInfo, Status};
use crate::text::Span;
use std::collections::{BTreeSet, HashMap};

/// Completes trails with what stands around their reports; `read` gives a document by its source.
pub(super) fn complete<E>(
    trails: &mut Trails,
    extractions: &[Extraction],
    mut read: impl FnMut(&str) -> Result<Option<Document>, E>,
) -> Result<(), E> {
    let by_source: HashMap<&str, &Extraction> = extractions.iter().map(|e| (e.document.source.as_str(), e)).collect();
    let mut documents: HashMap<String, Option<Document>> = HashMap::new();
    let mut document = |source: &str| -> Result<Option<Document>, E> {
        if !documents.contains_key(source) {
            documents.clear(); // trails of one document mostly follow each other; more need not be kept
            documents.insert(source.to_string(), read(source)?);
        }
        Ok(documents.get(source).cloned().flatten())
    };
    for trail in &mut trails.trails {
        for f in trail.follow_ups.iter_mut().filter(|f| f.said.status == Status::Onduidelijk) {
            let Some(last) = f.said.evidence.last().map(|e| e.span) else { continue };
            let Some(e) = by_source.get(f.document.source.as_str()) else { continue };
            let Some(part) = parts(&e.document.questions).find(|p| p.contains(last)) else { continue };
            if let Some(doc) = document(&f.document.source)? {
                f.rest = rest(doc.text(), last, part);
            }
        }
        for (source, number, question, by, part) in referring(trail, &by_source) {
            let Some(doc) = document(&source)? else { continue };
            let span = part.trim(doc.text());
            let evidence = Evidence {
                quote: doc.of(span).to_string(),
                span,
                origin: doc.origin_at(span.start()),
                rule: "verwijst-terug".into(),
            };
            let Some(e) = by_source.get(source.as_str()) else { continue };
            let what = format!("verwijst naar antwoord {question}, over deze motie");
            trail.back.push(Led {
                document: Place::of(&e.document),
                question: number,
                by,
                what,
                evidence: vec![evidence],
            });
        }
    }
    Ok(())
}

fn parts(questions: &[QuestionInfo]) -> impl Iterator<Item = Span> + '_ {
    questions.iter().flat_map(|q| &q.answers).map(|a| a.span)
}

/// What follows `last` in the same part of an answer.
fn rest(text: &str, last: Span, part: Span) -> Option<String> {
    let rest = text.get(last.end()..part.end())?.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = rest.chars().filter(|c| c.is_alphabetic()).count();
    (said > 20).then_some(rest)
}

type Referring = (String, u32, u32, String, Span);

/// Answers to other questions that point to the answer about this motion: source, question, question pointed to, who.
fn referring(trail: &Trail, by_source: &HashMap<&str, &Extraction>) -> Vec<Referring> {
    let mut found: Vec<Referring> = Vec::new();
    let sources: BTreeSet<&str> = trail.asked.iter().map(|a| a.document.source.as_str()).collect();
    for source in sources {
        let Some(e) = by_source.get(source) else { continue };
        let named = |span: Span| {
            let here = trail.asked.iter().filter(|a| a.document.source == source);
            here.flat_map(|a| &a.said.evidence).any(|own| span.contains(own.span))
        };
        let about = e.document.questions.iter().filter(|q| q.question.is_some_and(named));
        let about: BTreeSet<u32> = about.flat_map(|q| q.numbers.iter().copied()).collect();
        for q in e.document.questions.iter().filter(|q| q.numbers.iter().all(|n| !about.contains(n))) {
            let Some(to) = q.see_also.iter().find(|n| about.contains(n)) else { continue };
            let told = |a: Span| trail.follow_ups.iter().flat_map(|f| &f.said.evidence).any(|own| a.contains(own.span));
            let sender = e.document.sender.first();
            for a in q.answers.iter().filter(|a| !a.span.is_empty() && !told(a.span)) {
                let (Some(by), Some(number)) = (a.by.as_ref().or(sender), q.numbers.first()) else { continue };
                found.push((source.to_string(), *number, *to, by.clone(), a.span));
            }
        }
    }
    found
}
