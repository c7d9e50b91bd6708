//! What surrounds a place in a document: whether it is asked or answered, footnote or quotation, who speaks there and
//! which day "dit jaar" hangs on. Made once per document. The border: it says where a sentence stands, never what it
//! amounts to.

use super::stretches::Stretches;
use super::voices::Voices;
use super::{Actor, Evidence, constant};
use crate::document::{Answer, Block, BlockKind, Document, Kind, Question};
use crate::lexicon::{ActorKind, actor, actors_in};
use crate::rules::Reading;
use crate::text::{Date, Span, dates};
use regex::Regex;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// The surroundings of every place in one document.
pub struct Context<'d> {
    /// The document itself.
    pub doc: &'d Document,
    /// The document as the rules read it.
    pub reading: Reading<'d, 'static, 'static>,
    /// The questions and answers, with the question each is of and the part of its answer.
    parts: Stretches<Part<'d>>,
    /// The bodies of footnotes, with the places of their marks.
    notes: Stretches<Option<usize>>,
    /// The motions' own texts.
    motions: Stretches<()>,
    /// Quotations from another text; looked for when first asked of.
    quotes: OnceCell<Stretches<()>>,
    /// Per block, whether a member of the Chamber speaks or asks there (debates and written consultations).
    members: Vec<Asks>,
    /// Per block, the actors its headings name; read when first asked of.
    headed: OnceCell<Vec<Vec<Actor>>>,
    /// Who speaks in a debate report.
    voices: Voices,
    /// Whether it is what was said in a debate.
    aloud: bool,
    /// The latest day of the past that an undated text names.
    fallback: Option<Date>,
}

/// Where a place stands among questions and answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part<'d> {
    /// The group of questions.
    pub question: &'d Question,
    /// The part of the answer; `None` inside the question itself.
    pub answer: Option<&'d Answer>,
}

impl<'d> Context<'d> {
    /// Looks at a document once.
    pub fn new(doc: &'d Document) -> Context<'d> {
        let fallback =
            if doc.meta.date.or(doc.meta.answered).or(doc.meta.asked).is_none() { past_day(doc) } else { None };
        let voices = Voices::new(doc);
        let parts = doc.questions.iter().flat_map(|question| {
            let asked = question.questions.iter().chain([&question.question]);
            let asked = asked.map(move |span| (*span, Part { question, answer: None }));
            asked.chain(question.answers.iter().map(move |a| (a.span, Part { question, answer: Some(a) })))
        });
        Context {
            doc,
            reading: Reading::new(doc),
            parts: Stretches::new(parts),
            notes: Stretches::new(doc.footnotes.iter().map(|f| (f.body, f.anchor))),
            motions: Stretches::new(doc.motions.iter().filter_map(|m| Some((m.span?, ())))),
            quotes: OnceCell::new(),
            members: members(doc),
            headed: OnceCell::new(),
            voices,
            aloud: doc.meta.kind == Kind::Verslag && doc.blocks.iter().any(|b| b.kind == BlockKind::Speaker),
            fallback,
        }
    }

    /// The question and the part of its answer that `offset` stands in.
    pub fn part(&self, offset: usize) -> Option<Part<'d>> {
        self.parts.at(self.running(offset)).copied()
    }

    /// Whether the words are a question or a member's contribution, the asker's footnotes included. What a member asks
    /// is never a commitment or a follow-up.
    pub fn asked(&self, offset: usize) -> bool {
        let offset = self.running(offset);
        let by_member = |block: usize| match self.members[block] {
            Asks::No => false,
            Asks::Retold => {
                let mut sentences = self.reading.sentences_in(self.doc.blocks[block].span).iter();
                sentences.any(|(_, s)| s.range().contains(&offset) && retold(self.doc.of(*s)))
            }
            Asks::All => true,
        };
        self.doc.block_index(offset).is_some_and(by_member) || self.part(offset).is_some_and(|p| p.answer.is_none())
    }

    /// Whether `offset` stands in the body of a footnote.
    pub fn in_footnote(&self, offset: usize) -> bool {
        self.doc.block_at(offset).is_some_and(|b| b.kind == BlockKind::Footnote)
    }

    /// Whether the words stand in a quotation of a sentence or more from another text.
    pub fn quoted(&self, span: Span) -> bool {
        let all = || Stretches::new(quotations(self.doc.text()).into_iter().map(|span| (span, ())));
        self.quotes.get_or_init(all).at(span.start()).is_some()
    }

    /// Whether `offset` stands in a motion's own text.
    pub fn in_motion(&self, offset: usize) -> bool {
        self.motions.at(offset).is_some()
    }

    /// Who speaks at `offset`: the answer's sub-heading, else the ministries or organisation the headings name, else
    /// the sender. Several where a heading names several; empty where nobody is known.
    pub fn actors(&self, offset: usize) -> Vec<Actor> {
        let offset = self.running(offset);
        if let Some(Part { answer: Some(answer), .. }) = self.part(offset)
            && let Some(by) = &answer.by
        {
            return vec![by.clone()];
        }
        let block = self.doc.block_index(offset);
        if let Some(voice) = block.and_then(|b| self.voices.of(b)).filter(|v| !v.actors.is_empty()) {
            return voice.actors.clone();
        }
        let headed = self.headed.get_or_init(|| headed(self.doc));
        let headed = block.map(|b| headed[b].clone()).unwrap_or_default();
        if !headed.is_empty() {
            return headed;
        }
        let sender = &self.doc.meta.sender;
        if sender.is_empty() && !self.chaired(offset) { self.voices.meant("") } else { sender.clone() }
    }

    /// Whether the document is what was said in a debate, and not a report in writing.
    pub fn aloud(&self) -> bool {
        self.aloud
    }

    /// Whether the chair of a debate speaks at `offset`: the list of commitments at its end is the chair's.
    pub fn chaired(&self, offset: usize) -> bool {
        self.doc.block_index(offset).and_then(|b| self.voices.of(b)).is_some_and(|v| v.chair)
    }

    /// Whether a member of the government speaks at `offset` in a debate. There the present tense is mostly argument.
    pub fn spoken(&self, offset: usize) -> bool {
        let voice = self.doc.block_index(offset).and_then(|b| self.voices.of(b));
        voice.is_some_and(|v| v.spoken && !v.chair)
    }

    /// The ministries of the members of the government that `words` of the chair speak of ("de minister"), or of all.
    pub fn spoken_of(&self, words: &str) -> Vec<Actor> {
        self.voices.meant(words)
    }

    /// The one that speaks at `offset`, or the first of several.
    pub fn actor(&self, offset: usize) -> Option<Actor> {
        self.actors(offset).into_iter().next()
    }

    /// The day that "dit jaar" and "a.s." hang on at `offset`: in a question the day it was sent, in an answer the day
    /// it came, else the document's date, else the latest past day an undated text names.
    pub fn anchor(&self, offset: usize) -> Option<Date> {
        let meta = &self.doc.meta;
        match self.part(offset) {
            Some(Part { answer: None, .. }) => meta.asked.or(meta.date),
            Some(_) => meta.answered.or(meta.date).or(meta.asked),
            None => meta.date.or(meta.answered).or(meta.asked),
        }
        .or(self.fallback)
    }

    /// The day on which the document speaks, for records that carry a date.
    pub fn date(&self) -> Option<Date> {
        self.doc.meta.date.or(self.doc.meta.answered)
    }

    /// Evidence for the words of `span`, found by `rule`.
    pub fn evidence(&self, span: Span, rule: &str) -> Evidence {
        let quote = self.doc.of(span).to_string();
        Evidence { quote, span, origin: self.doc.origin_at(span.start()), rule: rule.to_string() }
    }

    /// The place in the running text that `offset` belongs to: a footnote belongs to its mark.
    pub fn running(&self, offset: usize) -> usize {
        match self.notes.at(offset).copied().flatten() {
            // The mark stands right after its word; the word decides, so that a mark at the very end still counts.
            Some(anchor) => anchor.saturating_sub(1),
            None => offset,
        }
    }

    /// The sentences of `span`, in order, with the index of their block; headings and frames are passed over.
    pub fn sentences(&self, span: Span) -> impl Iterator<Item = (usize, Span)> + '_ {
        self.reading.sentences_in(span).iter().copied().filter(move |(block, _)| {
            !matches!(self.doc.blocks[*block].kind, BlockKind::Heading { .. } | BlockKind::Frame)
        })
    }
}

/// Opening and closing quotation marks over a sentence or more; a title or a term in quotation marks is none.
fn quotations(text: &str) -> Vec<Span> {
    /// As long as a quoted passage may be, in bytes: some pages.
    const LONGEST: usize = 12_000;
    let mut found = Vec::new();
    let mut open: Option<(char, usize)> = None;
    // The first bytes of all quotation marks.
    for at in memchr::memchr3_iter(b'"', 0xe2, 0xc2, text.as_bytes()) {
        let (before, here) = text.split_at(at);
        let Some(c) = here.chars().next().filter(|c| "“”„«»‘’\"".contains(*c)) else { continue };
        let before = before.chars().next_back().unwrap_or(' ');
        let next = here[c.len_utf8()..].chars().next().unwrap_or(' ');
        let starts = before.is_whitespace() || before == '(';
        // Too long, or over the end of a line: the mark was none.
        open = open.filter(|(mark, start)| {
            let line = !matches!(mark, '"' | '‘') || memchr::memchr(b'\n', &text.as_bytes()[*start..at]).is_none();
            line && at - before.len_utf8() - start <= LONGEST
        });
        if let Some((mark, start)) = open {
            let closes = match mark {
                '“' | '„' => c == '”' || (mark == '„' && c == '“'),
                '«' => c == '»',
                '‘' => c == '’' && !next.is_alphanumeric(),
                mark => c == mark && !next.is_alphanumeric(),
            };
            if closes {
                let inside = &text[start..at];
                let words = inside.split_whitespace().count();
                let whole =
                    inside.contains(". ") || inside.contains('\n') || inside.trim_end().ends_with(['.', '!', '?']);
                if words >= 14 || (whole && words >= 8) {
                    found.extend(Span::new(text, start..at + c.len_utf8()));
                }
                open = None;
            } else if at - start > LONGEST {
                open = None;
            } else if starts && c == mark && c != '"' {
                open = Some((c, at)); // the earlier mark was never closed
            }
        } else if matches!(c, '“' | '„' | '«' | '‘' | '"') && starts && !next.is_whitespace() {
            open = Some((c, at));
        }
    }
    found
}

/// Whether a block holds a member's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    No,
    /// Only the sentences that retell what members asked: the rest replies to them.
    Retold,
    All,
}

/// What the leden of a fractie write, in the words of a written consultation.
static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:(?:ook|verder|tevens|daarnaast|tot slot) )*(?:de|deze) leden (?:van de )?.{0,40}?(?:fracties? )?(?:hebben|lezen|vragen|merken|constateren|wijzen|willen|vinden|zien|maken|onderschrijven|danken|verzoeken|zijn|begrijpen)\b",
    )
});

/// Which blocks are a member's words: turns of members in a debate, and what the leden of a fractie write. Under the
/// heading of the reply a paragraph may begin by retelling what they asked.
fn members(doc: &Document) -> Vec<Asks> {
    static MEMBER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:de heer|mevrouw|het lid|kamerlid)\b.*\([^()]{2,30}\)\s*:?\s*$|^de (?:fungerend )?voorzitter\b",
        )
    });
    static ASKING: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:\W*[IV\d]+\W+)?(?:vragen en opmerkingen|inbreng)\b"));
    static REPLYING: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:reactie|antwoord\w*)\b.*|^II\b"));
    static REPLY: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)^(?:\W*(?:[IVX]+|[A-D]|\d+)\W+|\W+)?(?:reactie|antwoord(?:en)?|beantwoording)\b")
    });
    let verslag = doc.meta.kind == Kind::Verslag;
    let mut speaking = false;
    let mut asking = false;
    let mut replying = false;
    let each = doc.blocks.iter().map(|block| {
        let words = doc.of(block.span);
        match block.kind {
            BlockKind::Speaker => speaking = MEMBER.is_match(words),
            BlockKind::Heading { .. } => {
                speaking = false;
                let asks = ASKING.is_match(words);
                asking = asks && !REPLYING.is_match(words);
                replying = !asks && (replying || REPLY.is_match(words));
            }
            _ => {}
        }
        match (speaking || asking, verslag && WRITTEN.is_match(words)) {
            // Members write of themselves as "deze leden": where "ik" speaks, a reply goes on behind what it retells.
            (false, true) if replying || SELF.is_match(words) => Asks::Retold,
            (false, false) => Asks::No,
            _ => Asks::All,
        }
    });
    each.collect()
}

/// Who replies in writing.
static SELF: LazyLock<Regex> = LazyLock::new(|| constant(r"\b(?:[Ii]k|mij|mijn)\b"));

/// Whether a sentence of a reply retells what members wrote.
fn retold(words: &str) -> bool {
    static THEY: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"^Zij (?:\w+ ){0,2}(?:vragen|verzoeken|willen|wijzen|lezen|constateren|merken|vinden|menen)\b")
    });
    (WRITTEN.is_match(words) || THEY.is_match(words)) && !SELF.is_match(words)
}

/// Per block the actors that the headings above it name; the innermost heading that names any counts.
fn headed(doc: &Document) -> Vec<Vec<Actor>> {
    let mut open: Vec<(u8, Vec<Actor>)> = Vec::new();
    let each = doc.blocks.iter().map(|block: &Block| {
        if let BlockKind::Heading { level } = block.kind {
            open.retain(|(above, _)| *above < level);
            open.push((level, named(doc.of(block.span))));
        }
        if block.kind == BlockKind::Footnote {
            return Vec::new();
        }
        open.iter().rev().map(|(_, actors)| actors).find(|a| !a.is_empty()).cloned().unwrap_or_default()
    });
    each.collect()
}

/// The actors a heading names, if it does nothing else: "Ministerie van X en ministerie van Y", "NZa". A heading about
/// something else that happens to name one ("Werkplek van de politie") names nobody.
fn named(heading: &str) -> Vec<Actor> {
    static REST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:de|het|en|van|voor|ministeries?|ministers?|staatssecretaris(?:sen)?|departement(?:en)?|antwoord|reactie|\d+(?:\.\d+)*|[[:punct:]\s])*$",
        )
    });
    if let Some(entry) = actor(heading) {
        return vec![entry.abbr.clone()];
    }
    let mut rest = heading.to_string();
    let mut found: Vec<Actor> = Vec::new();
    let all: Vec<_> = actors_in(heading).collect();
    if all.is_empty() {
        return found;
    }
    for (range, entry) in all.iter().rev() {
        rest.replace_range(range.clone(), " ");
        if entry.kind != ActorKind::Rijksbreed && !found.contains(&entry.abbr) {
            found.insert(0, entry.abbr.clone());
        }
    }
    if REST.is_match(&rest) { found } else { Vec::new() }
}

/// The latest day an undated text speaks of as past.
fn past_day(doc: &Document) -> Option<Date> {
    static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:dient|dienen|zal|zullen|moet|moeten|uiterlijk|vanaf|met ingang|tot|out-of-support|loopt|eindigt|verloopt|gaat|komt)\b",
        )
    });
    let past = doc.sentences().filter(|(_, s)| !AHEAD.is_match(doc.of(*s)));
    // A report of a known session year was written in it.
    let session = super::voices::session(doc).map(|day| (day.year() - 1, day.year()));
    let held = |day: &Date| session.is_none_or(|(first, last)| (first..=last).contains(&day.year()));
    past.flat_map(|(_, s)| dates(doc.of(s)).map(|(_, day)| day).collect::<Vec<_>>()).filter(held).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Draft, DraftBlock};
    use crate::text::Origin;
    use proptest::prelude::*;

    fn document(blocks: &[(BlockKind, &str)]) -> Document {
        let mut draft = Draft::default();
        for (n, (kind, words)) in blocks.iter().enumerate() {
            let line = u32::try_from(n + 1).unwrap();
            draft.push(DraftBlock::with(kind.clone(), Origin::line(line), words));
        }
        draft.finish("proef.txt", "txt")
    }

    fn place(doc: &Document, words: &str) -> Span {
        let start = doc.text().find(words).unwrap();
        Span::new(doc.text(), start..start + words.len()).unwrap()
    }

    const PAR: BlockKind = BlockKind::Paragraph;
    const HEAD: BlockKind = BlockKind::Heading { level: 2 };

    #[test]
    fn questions_answers_and_their_actors_are_told_apart() {
        let mut doc = document(&[
            (HEAD, "Vraag 1"),
            (PAR, "Kunt u de bruggen onderhouden?"),
            (HEAD, "Ministerie van Infrastructuur en Waterstaat"),
            (PAR, "Ja, de bruggen worden onderhouden."),
        ]);
        let (question, answer) =
            (place(&doc, "Kunt u de bruggen onderhouden?"), place(&doc, "Ja, de bruggen worden onderhouden."));
        doc.questions.push(Question {
            numbers: vec![1],
            question,
            questions: vec![question],
            answers: vec![Answer { by: Some("IenW".into()), span: answer }],
            see_also: Vec::new(),
        });
        doc.meta.sender = vec!["BZK".into()];
        doc.meta.asked = Some(jiff::civil::date(2030, 1, 1));
        doc.meta.date = Some(jiff::civil::date(2030, 3, 1));
        let context = Context::new(&doc);
        assert!(context.asked(question.start()) && !context.asked(answer.start()));
        assert_eq!(context.actors(answer.start()), ["IenW"]);
        assert_eq!(context.anchor(question.start()), doc.meta.asked);
        assert_eq!(context.anchor(answer.start()), doc.meta.date);
        assert_eq!(context.evidence(answer, "proef").quote, "Ja, de bruggen worden onderhouden.");
    }

    #[test]
    fn headings_name_the_ministries_and_else_the_sender_speaks() {
        let mut doc = document(&[
            (PAR, "Ik licht dit toe."),
            (HEAD, "Ministerie van Economische Zaken en het ministerie van Klimaat en Groene Groei"),
            (PAR, "Er loopt een aanbesteding."),
            (HEAD, "De werkplek van Defensie"),
            (PAR, "Die is vernieuwd."),
        ]);
        doc.meta.sender = vec!["FIN".into()];
        let context = Context::new(&doc);
        assert_eq!(context.actors(place(&doc, "Ik licht").start()), ["FIN"]);
        assert_eq!(context.actors(place(&doc, "Er loopt").start()), ["EZ", "KGG"]);
        assert_eq!(context.actors(place(&doc, "Die is").start()), ["FIN"]);
    }

    #[test]
    fn quotations_of_a_sentence_or_more_are_known_and_titles_are_not() {
        let doc = document(&[
            (
                PAR,
                "De brief ‘Naar een veilig spoor’ zegt: “Ik stuur uw Kamer binnen een maand een nieuw plan voor het spoor.”",
            ),
            (PAR, "Ik volg dit. “Eerst dit."),
            (PAR, "Dan dat; wij werken daar samen met vele anderen aan.” En verder niets."),
        ]);
        let context = Context::new(&doc);
        assert!(context.quoted(place(&doc, "Ik stuur uw Kamer")));
        assert!(context.quoted(place(&doc, "Dan dat;")));
        assert!(!context.quoted(place(&doc, "Naar een veilig spoor")));
        assert!(!context.quoted(place(&doc, "En verder niets.")));
    }

    #[test]
    fn what_members_say_in_a_debate_is_asked() {
        let mut doc = document(&[
            (BlockKind::Speaker, "De heer Jansen (VVD):"),
            (PAR, "Ik zal de minister blijven volgen."),
            (BlockKind::Speaker, "Minister De Boer:"),
            (PAR, "Ik stuur een brief."),
        ]);
        doc.meta.kind = Kind::Verslag;
        let context = Context::new(&doc);
        assert!(context.asked(place(&doc, "Ik zal").start()));
        assert!(!context.asked(place(&doc, "Ik stuur").start()));
    }

    #[test]
    fn an_undated_text_hangs_on_its_latest_past_day() {
        let doc =
            document(&[(PAR, "Op 3 mei 2031 was het debat. De server dient op 1 januari 2033 vervangen te zijn.")]);
        assert_eq!(Context::new(&doc).anchor(0), Some(jiff::civil::date(2031, 5, 3)));
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_quotations(text in "[a-z .“”‘’\"\n„«»é]{0,200}") {
            for q in quotations(&text) {
                prop_assert!(!q.of(&text).is_empty());
            }
        }
    }
}
