//! Answers to a question: passages per document with what was found marked. The border: ranking and marking are the
//! store's.

use super::page::{Page, Tone, Words};
use super::records::line;
use super::words;
use crate::store::{Hit, PassageHit, SearchPage};
use crate::text::Span;

/// How much of a passage is shown around what was found.
const AROUND: usize = 320;

/// The documents that answer, with their best passages; `judged` are the answers that a person knows of, if any.
pub fn page(question: &str, found: &SearchPage, offset: usize, judged: &[String]) -> Page {
    let mut page = Page::default();
    for correction in &found.corrections {
        let words: Vec<String> = correction.searched.iter().map(|w| format!("“{w}”")).collect();
        page.text(
            Words::default()
                .plain(format!("“{}” komt nergens voor. Bedoelde u ", correction.typed))
                .strong(words.first().cloned().unwrap_or_default())
                .plain(format!("? Gezocht is met {}.", words.join(", "))),
        );
    }
    if found.hits.is_empty() {
        page.text(format!("Niets gevonden voor: {question}"));
        page.text(
            Words::default()
                .dim("Tip: minder woorden, of een deel van een woord; wat is ingelezen, zegt kamerspoor check."),
        );
        return page;
    }
    let documents = words::count(found.total, "document", "documenten");
    let from = offset + 1;
    page.text(Words::default().strong(documents).plain(if found.total > found.hits.len() {
        format!("; dit zijn {} tot en met {}", from, offset + found.hits.len())
    } else {
        String::new()
    }));
    for (at, hit) in found.hits.iter().enumerate() {
        put(&mut page, from + at, hit);
    }
    if !judged.is_empty() {
        let is = |key: &&String| found.hits.iter().any(|h| h.document.id.as_ref() == Some(*key));
        let absent: Vec<String> = judged.iter().filter(|k| !is(k)).map(|k| words::printed(k)).collect();
        let there = judged.len() - absent.len();
        let rest = if absent.is_empty() { String::new() } else { format!("; niet hierbij: {}", absent.join("; ")) };
        page.text(format!(
            "Van {} staan er {there} hierboven{rest}.",
            words::count(judged.len(), "beoordeeld antwoord", "beoordeelde antwoorden")
        ));
    }
    for facet in &found.facets {
        let values: Vec<String> =
            facet.values.iter().take(8).map(|(v, n)| format!("{v} ({})", words::number(*n))).collect();
        if !values.is_empty() {
            page.text(Words::default().strong(format!("{}: ", facet.name)).plain(values.join(" · ")));
        }
    }
    page
}

fn put(page: &mut Page, rank: usize, hit: &Hit) {
    let document = &hit.document;
    let file = document.source.rsplit(['/', '\\']).next().unwrap_or(&document.source);
    let number = document.id.as_deref().map_or_else(|| file.to_string(), words::printed);
    let title = document.title.as_deref().map(|t| format!(" {}", words::short(t, 110))).unwrap_or_default();
    page.heading(3, Words::default().plain(format!("{rank}. ")).strong(number).plain(title));
    let mut about = vec![document.kind.clone()];
    about.extend(document.date.map(words::day));
    about.push(document.source.clone());
    let more = hit.matching.saturating_sub(hit.passages.len());
    if more > 0 {
        about.push(format!("nog {}", words::count(more, "passage", "passages")));
    }
    page.source(about.join(" · "));
    for passage in &hit.passages {
        page.quote(marked(passage));
        let heading = if passage.heading.is_empty() { String::new() } else { format!(" · {}", passage.heading) };
        page.source(format!("{}{heading}", passage.origin));
    }
}

/// The passage around its marks, in whole words, with the marks in their tone and between « and ».
fn marked(passage: &PassageHit) -> Words {
    let text = &passage.text;
    let first = passage.highlights.first().map_or(0, |h| h.start());
    let from = word_before(text, first.saturating_sub(AROUND / 3));
    let to = word_after(text, from + AROUND);
    let mut words = Words::default().plain(if from > 0 { "… " } else { "" });
    let mut at = from;
    let slice = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().replace(['\n', '\t'], " ");
    let inside = |h: &&Span| h.start() >= from && h.end() <= to;
    for mark in passage.highlights.iter().filter(inside) {
        if mark.start() >= at {
            words = words.plain(slice(at..mark.start())).and(Tone::Mark, format!("«{}»", slice(mark.range())));
            at = mark.end();
        }
    }
    words.plain(slice(at..to)).plain(if to < text.len() { " …" } else { "" })
}

fn word_before(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at.min(text.len()));
    if at == 0 { 0 } else { text[..at].rfind(char::is_whitespace).map_or(0, |b| b + 1) }
}

fn word_after(text: &str, at: usize) -> usize {
    let at = text.ceil_char_boundary(at.min(text.len()));
    text[at..].find(char::is_whitespace).map_or(text.len(), |b| at + b)
}

/// A line per passage for a spreadsheet.
pub fn csv(found: &SearchPage) -> String {
    let head = ["rang", "document", "bron", "soort", "titel", "datum", "plaats", "kop", "passage", "score"];
    let mut out = line(head.map(ToString::to_string));
    for (rank, hit) in found.hits.iter().enumerate() {
        let d = &hit.document;
        for p in &hit.passages {
            out.push_str(&line([
                (rank + 1).to_string(),
                d.id.clone().unwrap_or_default(),
                d.source.clone(),
                d.kind.clone(),
                d.title.clone().unwrap_or_default(),
                d.date.map(|d| d.to_string()).unwrap_or_default(),
                p.origin.to_string(),
                p.heading.clone(),
                p.text.clone(),
                p.score.to_string(),
            ]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_passage_can_be_shown(text in "[a-zé\n ]{0,600}", start in 0usize..600, len in 0usize..20) {
            let highlights = Span::new(&text, start..start + len).into_iter().collect();
            let span = Span::all(&text);
            let passage = PassageHit { heading: String::new(), text, span, highlights, origin: crate::text::Origin::default(), score: 1.0 };
            let _ = marked(&passage);
        }
    }
}
