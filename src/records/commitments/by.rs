//! Who commits: the first person, the cabinet, whom the sentence names as its subject, whom it points back to, else who
//! writes or speaks there. The border: whether anything is promised at all is for the module above and `doer`.

use super::before;
use crate::document::{BlockKind, Document, Kind};
use crate::lexicon::{ActorKind, actor, actors_in, ministry_of};
use crate::records::{Actor, Context, constant};
use crate::rules::Finding;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

static CABINET: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\b(?:het (?:huidige )?kabinet|de regering|als kabinet|het Rijk|Rijksbreed)\b"));
static AS_CABINET: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bals kabinet\b"));
static FIRST_PERSON: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:ik|mij|mijn(?: \w+)?)\b"));

/// Whether the one who writes or speaks is named; "mijn collega" is another.
pub(super) fn first_person(words: &str) -> bool {
    FIRST_PERSON.find_iter(words).any(|m| {
        let next = m.as_str().rsplit(' ').next().unwrap_or_default().to_lowercase();
        !["ambtgeno", "ambtsgeno", "collega", "voorgang"].iter().any(|other| next.starts_with(other))
    })
}

/// Who commits: the cabinet or an actor named as the subject in the words found, else who speaks there.
pub(super) fn by(doc: &Document, ctx: &Context, finding: &Finding) -> Vec<Actor> {
    let found = doc.of(finding.span);
    if ctx.chaired(finding.unit.start()) {
        return ctx.spoken_of(doc.of(finding.unit));
    }
    let here = ctx.actors(finding.unit.start());
    let here = if first_person(found) { ministries(here) } else { with_ministries(here) };
    let speaker = || if doc.meta.sender.is_empty() { here.clone() } else { doc.meta.sender.clone() };
    if first_person(found) {
        let cabinet = here.iter().any(|a| a == "Rijksbreed");
        return if cabinet || here.is_empty() { speaker() } else { here };
    }
    if let Some(meant) = pronoun(doc, finding).or_else(|| just_named(doc, ctx, finding)) {
        return meant;
    }
    if let Some(subject) = subject(found) {
        return match actor(&subject).map(|e| e.kind) {
            // A staff office of the whole government speaks for the ministry in whose part it is named.
            Some(ActorKind::Organisatie) if subject == "SLM Rijk" || subject == "CIO Rijk" => {
                if here.is_empty() {
                    ministry_of(&subject).map(Actor::from).into_iter().collect()
                } else {
                    here
                }
            }
            // What a service of a ministry does, its minister answers for.
            Some(ActorKind::Organisatie) if !here.contains(&subject) => {
                let above = ministry_of(&subject).filter(|m| *m != subject).map(Actor::from);
                std::iter::once(subject).chain(above).collect()
            }
            _ => vec![subject],
        };
    }
    if of_the_coalition(doc, finding) {
        return vec!["Rijksbreed".into()];
    }
    let lead = &doc.of(finding.unit)[..before(finding)];
    if CABINET.is_match(found) || AS_CABINET.is_match(lead) || CABINET.is_match(lead) && here.is_empty() {
        return vec!["Rijksbreed".into()];
    }
    if doc.meta.kind == Kind::Beleidslijn {
        return referred(doc, finding).unwrap_or(here);
    }
    here
}

/// Whether it is about the agreement or programme that a whole cabinet rests on.
fn of_the_coalition(doc: &Document, finding: &Finding) -> bool {
    static PROGRAMME: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:het|een|dit|dat|nieuwe?) )(?:hoofdlijnenakkoord|regeerprogramma|regeerakkoord|coalitieakkoord)\b",
        )
    });
    PROGRAMME.is_match(doc.of(finding.span)) || PROGRAMME.find(doc.of(finding.unit)).is_some_and(|m| m.start() == 0)
}

/// A minister speaks for the services of the ministry too: under the heading of one, "ik" is its minister.
fn ministries(actors: Vec<Actor>) -> Vec<Actor> {
    let mut found: Vec<Actor> = Vec::new();
    for a in actors {
        let a = ministry_of(&a).map_or(a, Actor::from);
        if !found.contains(&a) {
            found.push(a);
        }
    }
    found
}

/// What a service of a ministry does, its minister answers for.
fn with_ministries(actors: Vec<Actor>) -> Vec<Actor> {
    let above = ministries(actors.clone());
    let above = above.into_iter().filter(|m| !actors.contains(m)).collect::<Vec<_>>();
    actors.into_iter().chain(above).collect()
}

/// Whom "hij" or "zij" means: the member of the government that the sentences before name last, by portfolio.
fn pronoun(doc: &Document, finding: &Finding) -> Option<Vec<Actor>> {
    static SAYS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:hij|zij) (?:\w+t|zal|is|wil|kan|gaat)|(?:\w+t|zal|is|wil|kan) (?:hij|zij)|(?:door|van) (?:hem|haar))\b",
        )
    });
    static MINISTER: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:minister|staatssecretaris|ambtgeno\w+|collega)\b"));
    let unit = finding.unit;
    if !SAYS.is_match(doc.of(unit)) {
        return None;
    }
    let block = doc.blocks[finding.block].span;
    let before = doc.text().get(block.start()..finding.span.start())?;
    let named = MINISTER.find_iter(before).last()?;
    let entry = actors_in(&before[named.end()..]).next()?.1;
    Some(vec![ministry_of(&entry.abbr).unwrap_or(&entry.abbr).to_string()])
}

/// "Ten eerste wil het ministerie …. Tot slot komt er …": the ministry of the steps is the one that the sentence before
/// the first of them is about.
fn just_named(doc: &Document, ctx: &Context, finding: &Finding) -> Option<Vec<Actor>> {
    /// Sentences between a subject and its steps: "Dit gebeurt in drie stappen."
    const NEAR: usize = 3;
    /// Words before a subject: "Het ministerie van".
    const LEAD: usize = 4;
    static NAMELESS: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:het|dit|dat) (?:ministerie|departement)\b(?P<name> (?:van|voor) (?-i:\p{Lu}))?")
    });
    static STEP: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:ten (?:eerste|tweede|derde|vierde|vijfde|zesde|slotte)|tot slot|als laatste|daarna|vervolgens)\b",
        )
    });
    static FIRST: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^(?:ten eerste|allereerst|als eerste|eerst)\b"));
    let words = doc.of(finding.unit);
    let nameless = NAMELESS.captures(words).is_some_and(|c| c.name("name").is_none());
    let step = STEP.is_match(words) && !first_person(words) && actors_in(words).next().is_none();
    if !nameless && !step {
        return None;
    }
    let all = ctx.reading.sentences_in(doc.blocks[finding.block].span);
    let here = all.iter().position(|(_, s)| *s == finding.unit)?;
    let first = |(_, s): &(usize, Span)| FIRST.is_match(doc.of(*s));
    // Of a step: what stands before the first one.
    let until = if step { all[..=here].iter().position(first)? } else { here };
    for (_, before) in all[..until].iter().rev().take(NEAR) {
        let words = doc.of(*before);
        if first_person(words) {
            return None;
        }
        if let Some((place, entry)) = actors_in(words).find(|(_, e)| e.kind == ActorKind::Ministerie) {
            let opens = words[..place.start].split_whitespace().count() <= LEAD;
            return opens.then(|| vec![entry.abbr.clone()]);
        }
    }
    None
}

/// The actor the words found name next to their verb; a name further on is an object.
fn subject(found: &str) -> Option<Actor> {
    let (range, entry) = actors_in(found).next()?;
    let lead = found[..range.start].split_whitespace().count();
    (lead <= 5 && entry.kind != ActorKind::Rijksbreed).then(|| entry.abbr.clone())
}

/// In a policy, "deze stukken worden aangeboden" points back to who makes them: the last actor named shortly before.
fn referred(doc: &Document, finding: &Finding) -> Option<Vec<Actor>> {
    static POINTS_BACK: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:deze|dit|die)\b"));
    static ITSELF: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:dit|deze) (?:\w*kader|\w*lijn|\w*beleid|\w*regeling|circulaire|protocol|reglement|\w*code)\b",
        )
    });
    let words = doc.of(finding.unit);
    (POINTS_BACK.is_match(words) && !ITSELF.is_match(words)).then_some(())?;
    let near = finding.block.saturating_sub(6)..finding.block;
    let mut paragraphs = doc.blocks.get(near)?.iter().rev().filter(|b| b.kind == BlockKind::Paragraph);
    let named = paragraphs.find_map(|b| actors_in(doc.of(b.span)).last())?;
    let ministry = ministry_of(&named.1.abbr).unwrap_or(&named.1.abbr);
    Some(vec![ministry.to_string()])
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Draft, DraftBlock, Kind};
    use crate::records::Context;
    use crate::text::Origin;

    fn by(words: &str) -> Vec<Vec<String>> {
        let mut draft = Draft::default();
        draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::line(1), words));
        let mut doc = draft.finish("brief.txt", "txt");
        doc.meta.kind = Kind::Kamerbrief;
        doc.meta.sender = vec!["FIN".into()];
        doc.meta.date = Some(jiff::civil::date(2041, 2, 3));
        let found = super::super::extract(&doc, &Context::new(&doc));
        found.into_iter().map(|c| c.by).collect()
    }

    #[test]
    fn the_steps_of_a_ministry_are_of_that_ministry() {
        let steps = "Het ministerie van Defensie vernieuwt de kazernes. Dat gaat in drie stappen. Ten eerste wil het ministerie \
                     de daken vervangen. Ten tweede wordt een plan voor de leidingen gemaakt. Tot slot komt er een regeling voor de bewoners.";
        assert_eq!(by(steps).last(), Some(&vec!["DEF".to_string()]));
        let own = "Ik overlegde met het ministerie van Defensie. Ten eerste zal ik de daken vervangen. Tot slot komt er een \
                   regeling voor de bewoners.";
        assert!(by(own).iter().all(|by| by == &["FIN"]));
    }
}
