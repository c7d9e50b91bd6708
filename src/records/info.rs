//! The document itself, as the output contract shows it.

use super::{AnswerInfo, DocumentInfo, QuestionInfo};
use crate::document::Document;

/// What is known of a document as a whole.
pub(super) fn of(doc: &Document) -> DocumentInfo {
    let meta = doc.meta.clone();
    let questions = doc.questions.iter().map(|q| QuestionInfo {
        numbers: q.numbers.clone(),
        question: (!q.question.is_empty()).then_some(q.question),
        answers: q.answers.iter().map(|a| AnswerInfo { by: a.by.clone(), span: a.span }).collect(),
        see_also: q.see_also.clone(),
    });
    DocumentInfo {
        source: doc.source.clone(),
        questions: questions.collect(),
        warnings: doc.warnings.clone(),
        id: meta.id,
        kind: meta.kind,
        title: meta.title,
        date: meta.date,
        date_from: meta.date_from,
        sender: meta.sender,
        on_behalf_of: meta.on_behalf_of,
        signatory: meta.signatory,
        askers: meta.askers,
        asked: meta.asked,
        answered: meta.answered,
        dossiers: meta.dossiers,
        see_also: meta.see_also,
    }
}
