//! Answers to written questions: which words are question, which are answer, and whose. The border: the words of an answer
//! are not judged here; a reference to another question is only noted.

use super::meta;
use crate::document::{Answer, BlockKind, Document, Draft, DraftBlock, Question};
use crate::text::Span;
use crate::text::constant;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A paragraph that holds more headings than this is no text.
const MOST_SPLITS: usize = 100;
const NUMS: &str = r"\d{1,3}(?:\s*(?:,\s*en\b|,|\ben\b|&|t/m|tot en met|[-–])\s*\d{1,3})*";
/// In a heading a comma may have been forgotten: "7, 8, 9 10 en 11".
const HEADED: &str = r"\d{1,3}(?:(?:\s*(?:,\s*en\b|,|\ben\b|&|t/m|tot en met|[-–])\s*|\s+)\d{1,3})*";

static QUESTION: LazyLock<Regex> =
    LazyLock::new(|| constant(&format!(r"(?i)^(?:vraag|vragen)(?:\s+nr\.?)?\s+({HEADED})\s*[:.]?$")));
static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
    constant(&format!(
        r"(?i)^(?:antwoord(?:en)?|mededeling(?:en)?)(?:\s+op)?(?:\s+de)?(?:\s+(?:vraag|vragen))?(?:\s+({HEADED}))?(?:\s+\((?:de\s+)?(?:minister|staatssecretaris)[^()]{{0,60}}\))?\s*[:.]?$"
    ))
});
static GLUED: LazyLock<Regex> = LazyLock::new(|| {
    // A heading in one paragraph with what follows it. The words after it begin with a capital, or a colon parts them.
    constant(&format!(
        r"^(?i:(?:vraag|vragen)\s+{NUMS}|antwoord(?:en)?(?:\s+op)?(?:\s+de)?(?:\s+(?:vraag|vragen))?\s+{NUMS}|antwoord(?:en)?|vraag)(?:\s*[:.]\s+\S|\s+[\p{{Lu}}‘'“\x22])"
    ))
});
static TAIL: LazyLock<Regex> = LazyLock::new(|| {
    constant(&format!(
        r"(?i)[.?!:)]\s+((?:vraag\s+\d{{1,3}}|antwoord(?:en)?\s+op\s+(?:vraag|vragen)\s+{NUMS}|antwoord\s+\d{{1,3}}|antwoord)\s*:?)$"
    ))
});
static SEE: LazyLock<Regex> = LazyLock::new(|| {
    constant(&format!(
        r"(?i)\b(?:zie|verwijs|verwijzen|verwezen)\b[^.?!]{{0,70}}?\b(?:vraag|vragen)\s+({NUMS})|\bantwoord(?:en)?\s+(?:op\s+)?(?:de\s+)?(?:vraag|vragen)\s+({NUMS})|\b(?:zie|in)\s+(?:ook\s+)?(?:het\s+|de\s+|mijn\s+)?antwoord(?:en)?\s+({NUMS})\b"
    ))
});

/// Numbers of a heading over a question: "Vraag 2, 3" gives 2 and 3.
pub(super) fn question_heading(words: &str) -> Option<Vec<u32>> {
    QUESTION.captures(words.trim()).map(|c| numbers(&c[1]))
}

/// Numbers of a heading over an answer; none where it bears no number: "Antwoord".
pub(super) fn answer_heading(words: &str) -> Option<Vec<u32>> {
    ANSWER.captures(words.trim()).map(|c| c.get(1).map_or(Vec::new(), |m| numbers(m.as_str())))
}

/// Whether a line is this number and nothing else: "4", "4."
pub(super) fn is_number(words: &str, number: usize) -> bool {
    let bare = words.trim();
    bare.len() <= 4 && bare.trim_end_matches(['.', ':']).parse() == Ok(number)
}

/// "3, 4 en 7 t/m 9" as numbers; a range over fifty is no range.
fn numbers(words: &str) -> Vec<u32> {
    static PART: LazyLock<Regex> = LazyLock::new(|| constant(r"(t/m|tot en met|[-–])?\s*(\d{1,3})"));
    let mut found: Vec<u32> = Vec::new();
    for part in PART.captures_iter(words) {
        let Ok(number) = part[2].parse::<u32>() else { continue };
        let from = found.last().copied().filter(|_| part.get(1).is_some()).filter(|f| *f < number && number - f <= 50);
        found.extend(from.map_or(number..=number, |f| f + 1..=number));
    }
    found
}

/// Parts headings from the words they are glued to, and makes them headings.
pub(super) fn shape(draft: &mut Draft) {
    let mut shaped: Vec<DraftBlock> = Vec::with_capacity(draft.blocks.len());
    let mut last = 0;
    let mut begun = false;
    for block in std::mem::take(&mut draft.blocks) {
        let mut rest = Some(block);
        let mut splits = 0;
        while let Some(mut block) = rest.take() {
            let text = block.text.as_str();
            splits += 1;
            if splits > MOST_SPLITS
                || !matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading { .. } | BlockKind::Item { .. })
            {
                shaped.push(block);
                continue;
            }
            let bare = text.trim();
            // A lone digit that goes on counting is a heading too.
            let digit =
                bare.trim_end_matches(['.', ':']).parse::<u32>().ok().filter(|n| *n == last + 1 && bare.len() <= 4);
            if let Some(numbers) = question_heading(text).or_else(|| digit.map(|n| vec![n])) {
                last = numbers.last().copied().unwrap_or(last);
                begun = true;
                block.kind = BlockKind::Heading { level: 2 };
            } else if answer_heading(text).is_some() {
                block.kind = BlockKind::Heading { level: 3 };
            } else if let Some(end) = glue_end(text, begun) {
                let mut tail = block.split_off(end);
                tail.kind = BlockKind::Paragraph;
                let opening = tail.text.len() - tail.text.trim_start_matches([':', '.', ' ']).len();
                let tail = if opening > 0 { tail.split_off(opening) } else { tail };
                block.kind = BlockKind::Heading { level: 2 };
                shaped.push(block);
                rest = Some(tail);
                // The heading itself is judged on the next round of its own.
                if let Some(heading) = shaped.last_mut() {
                    if let Some(numbers) = question_heading(&heading.text) {
                        last = numbers.last().copied().unwrap_or(last);
                        begun = true;
                    } else {
                        heading.kind = BlockKind::Heading { level: 3 };
                    }
                }
                continue;
            } else if let Some(at) = TAIL.captures(text).and_then(|c| c.get(1)).map(|m| m.start())
                && begun
            {
                let tail = block.split_off(at);
                shaped.push(block);
                rest = Some(tail);
                continue;
            }
            shaped.push(block);
        }
    }
    draft.blocks = shaped;
}

/// Where a heading glued to the front of `text` ends.
fn glue_end(text: &str, begun: bool) -> Option<usize> {
    let found = GLUED.find(text)?;
    let end = found.end() - found.as_str().chars().next_back().map_or(0, char::len_utf8);
    let heading = text[..end].trim_end_matches([':', '.', ' ']);
    let numbered = heading.ends_with(|c: char| c.is_ascii_digit());
    let colon = text[..end].trim_end().ends_with(':');
    // "Antwoord van de minister" and "Vragen over" are sentences; without a number only a colon parts them.
    (question_heading(heading).is_some() || (begun && numbered) || (begun && colon)).then_some(heading.len())
}

/// Makes footnotes of the questioner's notes: a list at the very end, "[1] …" or "1) …", whose marks stand in the text.
pub(super) fn endnotes(draft: &mut Draft) {
    static BODY: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:\[(\d{1,2})\]|(\d{1,2})\))\s+\S"));
    let Some(last) = draft.blocks.iter().rposition(|b| question_heading(&b.text).is_some()) else { return };
    let label = |block: &DraftBlock| match &block.kind {
        BlockKind::Item { marker } => marker.trim_end_matches([')', '.']).parse::<u32>().ok(),
        BlockKind::Paragraph => BODY.captures(&block.text).and_then(|c| c.get(1).or(c.get(2))?.as_str().parse().ok()),
        _ => None,
    };
    let first = (last + 2..draft.blocks.len()).rev().find(|at| label(&draft.blocks[*at]) == Some(1));
    let Some(first) = first else { return };
    let marked = |form: &str| draft.blocks[..first].iter().any(|b| find_mark(&b.text, form).is_some());
    let square = marked("[1]");
    if !square && !marked("1)") {
        return;
    }
    let mut bodies: Vec<(u32, DraftBlock)> = Vec::new();
    for mut block in draft.blocks.split_off(first) {
        match (label(&block), bodies.last_mut()) {
            (Some(number), _) => {
                let found = BODY.find(&block.text).filter(|_| matches!(block.kind, BlockKind::Paragraph));
                if let Some(found) = found {
                    let start = found.end() - found.as_str().chars().next_back().map_or(0, char::len_utf8);
                    block = block.split_off(start);
                }
                bodies.push((number, block));
            }
            (None, Some(open)) => open.1.join(block, false),
            (None, None) => {}
        }
    }
    for (number, body) in bodies {
        let form = if square { format!("[{number}]") } else { format!("{number})") };
        let running = |b: &&mut DraftBlock| matches!(b.kind, BlockKind::Paragraph | BlockKind::Item { .. });
        for block in draft.blocks.iter_mut().filter(running) {
            if let Some(at) = find_mark(&block.text, &form) {
                take_mark(block, at, &form);
                break;
            }
        }
        draft.note(form, body);
    }
}

/// Where a mark of the form "[1]" or "1)" stands after a word or a sentence.
fn find_mark(text: &str, form: &str) -> Option<usize> {
    let fits = |at: &usize| {
        let before = &text[..*at];
        let glued = before.ends_with(|c: char| c.is_ascii_digit() || c == '(');
        let bracketed = before.matches('(').count() > before.matches(')').count() && form.ends_with(')');
        !before.trim_end().is_empty() && !glued && !bracketed
    };
    text.match_indices(form).map(|(at, _)| at).take(20).find(fits)
}

fn take_mark(block: &mut DraftBlock, at: usize, form: &str) {
    let mut mark = block.split_off(at);
    let spaced = mark.text[form.len()..].starts_with(' ');
    let rest = mark.split_off(form.len());
    block.mark(form);
    if !rest.is_empty() {
        block.join(rest, !spaced);
    }
}

/// "Toelichting: deze vragen dienen ter aanvulling op …", under the answers of a published set.
static ADDED: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)^toelichting\s*:?\s*(?:$|deze (?:schriftelijke )?vragen\b)"));

/// What the walk has gathered of one question or answer.
#[derive(Default)]
struct Gathered {
    questions: BTreeMap<u32, Span>,
    groups: Vec<(Vec<u32>, Vec<Answer>)>,
}

/// Fills `doc.questions`.
pub(super) fn questions(doc: &mut Document) {
    let mut gathered = Gathered::default();
    let mut heads: Vec<(usize, Vec<u32>, bool)> = Vec::new();
    let mut last = 0;
    for (at, block) in doc.blocks.iter().enumerate().filter(|(_, b)| b.is_heading()) {
        let text = doc.of(block.span);
        let digit =
            || text.trim_end_matches(['.', ':']).parse::<u32>().ok().filter(|n| *n == last + 1).map(|n| vec![n]);
        if let Some(numbers) = question_heading(text).or_else(digit) {
            last = numbers.last().copied().unwrap_or(last);
            heads.push((at, numbers, true));
        } else if let Some(numbers) = answer_heading(text) {
            heads.push((at, numbers, false));
        }
    }
    // After the last answer come what the Chamber adds to the questions, the feet of the pages, the notes.
    let stop = |from: usize| {
        let after = |b: &crate::document::Block| b.kind == BlockKind::Footnote || ADDED.is_match(doc.of(b.span));
        let end = doc.blocks[from..].iter().position(after).map_or(doc.blocks.len(), |p| p + from);
        let words = doc.blocks[from..end].iter().rposition(|b| b.kind != BlockKind::Frame);
        words.map_or(end, |p| p + from + 1)
    };
    let mut current: Vec<u32> = Vec::new();
    for (index, (at, numbers, is_question)) in heads.iter().enumerate() {
        let next = heads.get(index + 1);
        let end = next.map_or_else(|| stop(at + 1), |n| n.0);
        let body = at + 1..end;
        if *is_question {
            current.clone_from(numbers);
            let answered = next.is_some_and(|n| !n.2);
            let cut = if answered { end } else { question_end(doc, body.clone()) };
            let span = cover(doc, at + 1..cut).unwrap_or_else(|| empty_after(doc, *at));
            for number in numbers {
                gathered.questions.entry(*number).or_insert(span);
            }
            let answers = parts(doc, cut..end);
            if !answers.is_empty() {
                gathered.groups.push((numbers.clone(), answers));
            }
        } else {
            let said = doc.of(doc.blocks[*at].span).to_lowercase();
            let numbers = match numbers.as_slice() {
                // A notice speaks of every question above it that has no answer yet.
                [] if said.starts_with("mededeling") => {
                    let answered = |n: &u32| gathered.groups.iter().any(|g| g.0.contains(n));
                    gathered.questions.keys().copied().filter(|n| !answered(n)).collect()
                }
                [] => current.clone(),
                numbers => numbers.to_vec(),
            };
            let answers = parts(doc, body);
            match gathered.groups.iter_mut().find(|g| g.0 == numbers) {
                Some(group) => group.1.extend(answers),
                None => gathered.groups.push((numbers, answers)),
            }
        }
    }
    doc.questions = grouped(doc, gathered);
}

/// Questions with their answers, in the order of the questions.
fn grouped(doc: &Document, gathered: Gathered) -> Vec<Question> {
    let Gathered { questions, groups } = gathered;
    let mut found: Vec<Question> = Vec::new();
    let known = |n: &u32| questions.contains_key(n);
    for (numbers, answers) in groups {
        let mut spans: Vec<Span> = numbers.iter().filter_map(|n| questions.get(n).copied()).collect();
        spans.dedup();
        let own = |n: &u32| !numbers.contains(n);
        let mut see_also: Vec<u32> = Vec::new();
        for n in answers.iter().flat_map(|a| references(doc.of(a.span))).filter(|n| own(n) && known(n)) {
            if !see_also.contains(&n) {
                see_also.push(n);
            }
        }
        let first = spans
            .first()
            .copied()
            .or_else(|| answers.first().and_then(|a| Span::new(doc.text(), a.span.start()..a.span.start())));
        if let Some(question) = first {
            found.push(Question { numbers, question, questions: spans, answers, see_also });
        }
    }
    for (number, span) in &questions {
        if !found.iter().any(|q| q.numbers.contains(number)) {
            let alone = Question {
                numbers: vec![*number],
                question: *span,
                questions: vec![*span],
                answers: Vec::new(),
                see_also: Vec::new(),
            };
            found.push(alone);
        }
    }
    found.sort_by_key(|q| q.numbers.iter().min().copied());
    found
}

/// Question numbers that an answer points to.
fn references(answer: &str) -> Vec<u32> {
    SEE.captures_iter(answer)
        .filter_map(|c| c.get(1).or(c.get(2)).or(c.get(3)))
        .flat_map(|m| numbers(m.as_str()))
        .collect()
}

/// The block after the last one of the question, where no heading opens the answer: the question runs to its last
/// question mark.
fn question_end(doc: &Document, body: std::ops::Range<usize>) -> usize {
    let actor =
        |at: &usize| doc.blocks[*at].is_heading() && !super::actors_named(doc.of(doc.blocks[*at].span)).is_empty();
    let limit = body.clone().find(actor).unwrap_or(body.end);
    let asks = |at: usize| doc.of(doc.blocks[at].span).trim_end_matches(['”', '’', '"', '\'', ')', ' ']).ends_with('?');
    let Some(first) = (body.start..limit.min(body.start + 8)).find(|at| asks(*at)) else {
        // Without any question mark the first block is the question, with the list that belongs to it.
        let items =
            (body.start + 1..limit).take_while(|at| matches!(doc.blocks[*at].kind, BlockKind::Item { .. })).count();
        return (body.start + 1 + items).min(limit);
    };
    // An answer that itself ends in a question mark does not follow a question that was whole already.
    let complete = |at: usize| at > body.start && doc.of(doc.blocks[body.start].span).contains("? ");
    let mut end = if complete(first) { body.start + 1 } else { first + 1 };
    while end < limit && asks(end) {
        end += 1;
    }
    end
}

/// The answer, a part per actor sub-heading; a heading that names two actors gives each the same words.
fn parts(doc: &Document, body: std::ops::Range<usize>) -> Vec<Answer> {
    let mut found = Vec::new();
    let mut by: Vec<&'static str> = Vec::new();
    let mut from = body.start;
    let mut close = |by: &[&'static str], range: std::ops::Range<usize>| {
        if let Some(span) = cover(doc, range) {
            let named = by.iter().map(|abbr| Answer { by: Some((*abbr).to_string()), span });
            found.extend(named);
            if by.is_empty() {
                found.push(Answer { by: None, span });
            }
        }
    };
    for at in body.clone() {
        let block = &doc.blocks[at];
        let actors = if block.is_heading() { super::actors_named(doc.of(block.span)) } else { Vec::new() };
        if !actors.is_empty() {
            close(&by, from..at);
            by = actors;
            from = at + 1;
        }
    }
    close(&by, from..body.end);
    found
}

/// The words of blocks, without frames at either end; `None` where nothing is left.
fn cover(doc: &Document, range: std::ops::Range<usize>) -> Option<Span> {
    let blocks = doc.blocks.get(range)?;
    let words = |b: &&crate::document::Block| !matches!(b.kind, BlockKind::Frame);
    // A signature or address ends the answer.
    let mut run = blocks.iter().skip_while(|b| !words(b)).take_while(words);
    let first = run.next()?.span;
    Some(run.fold(first, |all, b| all.cover(b.span)))
}

fn empty_after(doc: &Document, at: usize) -> Span {
    let end = doc.blocks[at].span.end();
    Span::new(doc.text(), end..end).unwrap_or_else(|| doc.blocks[at].span)
}

/// Blocks at the end of an answer among which its signature may stand.
const SIGNATURE: usize = 8;

/// Fills sender, askers, days and numbers.
pub(super) fn structure(doc: &mut Document, properties: &[(String, String)]) {
    questions(doc);
    let first = doc.questions.iter().map(|q| q.question.start()).min().unwrap_or(usize::MAX);
    let before = doc.blocks.iter().take_while(|b| b.span.start() < first).count().clamp(1, 60);
    let lines: Vec<String> = meta::head(doc, before).into_iter().map(str::to_string).collect();
    let head = lines.join("\n");
    let flat = lines.join(" ");
    let mut filled = read_head(&lines, &flat, &head, properties);
    // An answer may bear its signature at the end.
    if filled.sender.is_empty() {
        let last = doc.blocks.iter().rev().take(SIGNATURE).map(|b| doc.of(b.span)).collect::<Vec<_>>();
        let last: Vec<&str> = last.into_iter().rev().flat_map(str::lines).map(str::trim).collect();
        filled.sender = super::kamerbrief::sender(&last.iter().copied());
        filled.on_behalf_of.retain(|m| !filled.sender.contains(m));
    }
    let meta = &mut doc.meta;
    meta.id = filled.id;
    meta.title = filled.title;
    meta.signatory = filled.signatory;
    meta.sender = filled.sender;
    meta.on_behalf_of = filled.on_behalf_of;
    meta.askers = filled.askers;
    meta.asked = filled.asked;
    meta.answered = filled.answered;
    meta.date = filled.date;
    meta.see_also.extend(filled.see_also);
}

fn read_head(lines: &[String], flat: &str, head: &str, properties: &[(String, String)]) -> crate::document::Meta {
    static ANSWER_OF: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?im)^(?:nader\s+)?(?:antwoord(?:en)?|mededeling|beantwoording)\s+van\s+[^\n]*"));
    static ABOUT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:vragen|kamervragen)\b[^.]{0,400}?\bover\s+(.{3,300}?)(?:,?\s*\(?(?:ingezonden|ontvangen)|\.\s|\.$|\s+worden\s|\n|$)",
        )
    });
    static ASKED_BY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)(?:\bvragen(?:\s+van)?|gesteld\s+door|ingediend\s+door|verzoek\s+van)\s+(?:het|de)\s+(?:kamer)?(?:lid|leden)\s",
        )
    });
    static CASE: LazyLock<Regex> = LazyLock::new(|| constant(r"\b20\d\dZ\d{5}\b"));
    static ASKED_OF: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bvragen\s[^?]{0,160}?\baan\s+de\s+[ms]"));
    let mut found = crate::document::Meta::default();
    let case = CASE.find(flat).map(|m| m.as_str().to_string());
    let appendix = meta::property(properties, "identifier").filter(|id| id.starts_with("ah-"));
    found.id = appendix.map(str::to_string).or_else(|| case.clone());
    found.see_also = meta::appendices(head);
    found.see_also.extend(case.clone().filter(|c| found.id.as_ref() != Some(c)));
    let answer = ANSWER_OF.find(head).map(|m| m.as_str());
    if let Some(answer) = answer {
        found.sender = meta::ministries(answer);
        found.on_behalf_of = meta::on_behalf(answer);
    }
    if found.sender.is_empty() {
        found.sender = super::kamerbrief::sender(&lines.iter().map(String::as_str));
    }
    if found.sender.is_empty() {
        // Whom the questions were put to answers them.
        found.sender = ASKED_OF.find(flat).map(|m| meta::ministries(&flat[m.end() - 1..])).unwrap_or_default();
    }
    if found.on_behalf_of.is_empty() {
        found.on_behalf_of = meta::on_behalf(flat);
    }
    found.on_behalf_of.retain(|m| !found.sender.contains(m));
    found.askers =
        ASKED_BY.find_iter(flat).map(|m| meta::members(&flat[m.start()..])).max_by_key(Vec::len).unwrap_or_default();
    let letter = {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        meta::letter_date(&lines)
    };
    found.answered = meta::day_after(flat, "ontvangen", letter.map(jiff::civil::Date::year));
    let of_case = case.as_deref().and_then(|c| c.get(..4)).and_then(|y| y.parse::<i16>().ok());
    let year = of_case.or(found.answered.or(letter).map(jiff::civil::Date::year));
    found.asked = meta::day_after(flat, "ingezonden", year).or_else(|| meta::day_after(flat, "brief van", year));
    found.date = found.answered.or(letter);
    found.signatory = super::kamerbrief::signed_by(lines).into_iter().next();
    let about = |l: &String| ABOUT.captures(l).map(|c| c[1].trim_end_matches(['.', ' ']).to_string());
    found.title = lines.iter().find_map(about).or_else(|| ABOUT.captures(flat).map(|c| c[1].trim().to_string()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_questions_and_answers() {
        assert_eq!(question_heading("Vraag 2, 3 "), Some(vec![2, 3]));
        assert_eq!(question_heading("Vraag 12:"), Some(vec![12]));
        assert_eq!(question_heading("Vraag 7, 8, 9 10 en 11"), Some(vec![7, 8, 9, 10, 11]));
        assert_eq!(question_heading("Vragen over het spoor"), None);
        assert_eq!(answer_heading("Antwoord op vragen 7, 8, en 9"), Some(vec![7, 8, 9]));
        assert_eq!(answer_heading("Antwoorden op vraag 3, 4, 5, 9 en 10"), Some(vec![3, 4, 5, 9, 10]));
        assert_eq!(answer_heading("Antwoord vragen 1 t/m 4:"), Some(vec![1, 2, 3, 4]));
        assert_eq!(answer_heading("Antwoord"), Some(vec![]));
        assert_eq!(answer_heading("Mededeling"), Some(vec![]));
        assert_eq!(answer_heading("Mededeling van de minister"), None);
        assert_eq!(answer_heading("Antwoord van de minister"), None);
    }

    #[test]
    fn a_notice_speaks_of_all_questions_above_it() {
        let text = "Vraag 1\nKent u de pont?\n\nVraag 2\nVaart zij nog?\n\nMededeling\nDe antwoorden komen later.\n";
        let doc = crate::read::read("uitstel.txt", text.as_bytes()).unwrap();
        assert_eq!(doc.questions.len(), 1, "{:?}", doc.questions);
        assert_eq!(doc.questions[0].numbers, [1, 2]);
        assert_eq!(doc.of(doc.questions[0].answers[0].span), "De antwoorden komen later.");
    }

    #[test]
    fn references_to_other_questions() {
        let all = |words| references(words);
        assert_eq!(all("Zie verder vraag 2 en 4."), [2, 4]);
        assert_eq!(all("Zie vraag 5"), [5]);
        assert_eq!(all("Ja, zie ook het antwoord op vraag 9."), [9]);
        assert_eq!(all("In het antwoord op vragen 3, 4, 5, 9 en 10 heb ik aangegeven"), [3, 4, 5, 9, 10]);
        assert_eq!(all("Hiervoor verwijs ik u naar de beantwoording van vraag 6."), [6]);
        assert_eq!(all("In antwoord 3 en in mijn antwoord 4 staat waarom."), [3, 4]);
        assert_eq!(all("De vraag naar 4 bruggen groeit."), [0u32; 0]);
    }
}
