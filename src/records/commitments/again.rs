//! The same promise said twice in one document stands once, with both places as its evidence. The border: within one
//! document and by its words; what a later document makes of a promise is for `view`.

use crate::document::{BlockKind, Document};
use crate::records::{Commitment, Context, Strength, constant, stems};
use crate::text::fold;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Fewer words of its own and a promise can be about anything: "ik informeer u hierover voor de zomer".
const TELLING: usize = 4;

/// With as many words of its own, the very same sentence is the very same promise.
const NAMED: usize = 2;

/// How far back in a debate "ik kom erop terug" may say the same again, in bytes.
const NEAR: usize = 900;

/// The same for "dat doe ik".
const BESIDE: usize = 200;

/// How many promises back the same may stand: more are no document that somebody wrote.
const REACH: usize = 400;

/// A promise with what it is compared by.
struct Kept {
    words: BTreeSet<String>,
    names: BTreeSet<String>,
    chair: bool,
    promise: Commitment,
}

/// Leaves out of `found`, in order of place, what repeats an earlier one, and adds its place to that.
pub(super) fn once(doc: &Document, ctx: &Context, found: Vec<Commitment>) -> Vec<Commitment> {
    let mut kept: Vec<Kept> = Vec::with_capacity(found.len());
    for promise in found {
        let (words, names, at) = (own_words(&promise), names(&promise), start(&promise));
        let chair = ctx.chaired(at);
        let same = |earlier: &Kept| {
            earlier.chair == chair
                && earlier.promise.refused == promise.refused
                && alike(&earlier.words, &words)
                && (earlier.names.is_subset(&names) || names.is_subset(&earlier.names))
                && one_time(&earlier.promise, &promise)
                && shares_actor(&earlier.promise, &promise)
        };
        let first = kept.len().saturating_sub(REACH);
        let mut place = kept[first..].iter().position(same).map(|i| first + i).filter(|_| words.len() >= TELLING);
        if place.is_none() && words.len() >= NAMED {
            let same = |k: &Kept| k.words == words && same_words(&k.promise, &promise);
            place = kept[first..].iter().position(same).map(|i| first + i);
        }
        if place.is_none() && ctx.spoken(at) {
            // Speech comes back to what it just said with no word of its own.
            let last = kept.iter().rposition(|k| !k.promise.refused && start(&k.promise) < at);
            place = last
                .filter(|i| echoes(doc, &kept[*i].promise, &promise) || pressed(doc, ctx, &kept[*i].promise, &promise));
        }
        match place {
            Some(place) => {
                let earlier = &mut kept[place].promise;
                if promise.strength == Strength::Hard {
                    earlier.strength = Strength::Hard;
                }
                earlier.conditional &= promise.conditional;
                earlier.due = earlier.due.take().or(promise.due);
                earlier.evidence.extend(promise.evidence);
            }
            None => kept.push(Kept { words, names, chair, promise }),
        }
    }
    kept.into_iter().map(|k| k.promise).collect()
}

/// The names in a promise: its words with a capital but the first. Two bridges are two promises.
fn names(promise: &Commitment) -> BTreeSet<String> {
    let said = promise.evidence.first().map_or(promise.what.as_str(), |e| e.quote.as_str());
    let words = said.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).skip(1);
    words.filter(|w| w.starts_with(char::is_uppercase)).map(str::to_string).collect()
}

fn start(promise: &Commitment) -> usize {
    promise.evidence.first().map_or(0, |e| e.span.start())
}

/// The stems by which a promise is known: not those of its time, nor of telling the Chamber.
fn own_words(promise: &Commitment) -> BTreeSet<String> {
    static TELLS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        stems::stems(
            "ik wij we zal zullen ga gaan kom komen wil willen kan kunnen ben bereid ontvangt ontvangen informeer informeren geïnformeerd stuur sturen \
             gestuurd toesturen bericht berichten meld melden rapporteer rapporteren bied aanbieden aangeboden delen gedeeld uw u mij brief \
             uitkomst uitkomsten resultaat resultaten voortgang stand zaken hiervan daarvan daarover daarbij hierbij zodra nog daarnaast tevens ook \
             verder nader terug hierop daarop zoals toegezegd verwachting planning jaar kwartaal zomer zomerreces najaar voorjaar einde eind begin",
        )
    });
    let time = promise.due.as_ref().map(|d| stems::stems(&d.raw)).unwrap_or_default();
    let said = promise.evidence.first().map_or(promise.what.as_str(), |e| e.quote.as_str());
    stems::stems(said).into_iter().filter(|s| !TELLS.contains(s) && !time.contains(s)).collect()
}

/// Whether nearly all words of the shorter stand in the longer, which says not much more.
fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let shared = a.intersection(b).count();
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    shared >= TELLING && shared * 5 >= short * 4 && shared * 2 >= long
}

fn one_time(a: &Commitment, b: &Commitment) -> bool {
    let days = |c: &Commitment| c.due.as_ref().map(|d| (d.from, d.until));
    days(a).zip(days(b)).is_none_or(|(a, b)| a == b)
}

fn shares_actor(a: &Commitment, b: &Commitment) -> bool {
    a.by.is_empty() && b.by.is_empty() || a.by.iter().any(|actor| b.by.contains(actor))
}

/// Whether two promises are one sentence, word for word, of the same actors with the same time.
fn same_words(earlier: &Commitment, promise: &Commitment) -> bool {
    let said = |c: &Commitment| c.evidence.first().map(|e| fold(&e.quote));
    said(earlier) == said(promise)
        && earlier.refused == promise.refused
        && one_time(earlier, promise)
        && shares_actor(earlier, promise)
}

/// Whether a promise to tell the Chamber something is the one just made, which a member or the chair presses for: with
/// "nogmaals", with the time alone right behind it, or as the first words of the next turn where one of both names
/// nothing of its own.
fn pressed(doc: &Document, ctx: &Context, earlier: &Commitment, promise: &Commitment) -> bool {
    static TELLS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:op papier|informatie|informeren|informeer|\p{L}*brief|schriftelijk|berichten?|melden|meld|de Kamer|uw Kamer)\b",
        )
    });
    static POINTS: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)^(?:dat|dit|die|deze) (?:kan|kunnen|zal|zullen|ga|gaan|stuur|krijgt|komt|kom)\b")
    });
    static AGAIN: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bnogmaals\b"));
    let (Some(before), Some(here)) = (earlier.evidence.last(), promise.evidence.first()) else { return false };
    if here.span.start() < before.span.end()
        || here.span.start() - before.span.end() > NEAR
        || !shares_actor(earlier, promise)
        || promise.refused
        || ![before, here].iter().all(|e| TELLS.is_match(&e.quote))
    {
        return false;
    }
    let sentences = |at: usize| doc.block_index(at).map(|b| ctx.reading.sentences_in(doc.blocks[b].span));
    let (Some(there), Some(now)) = (sentences(before.span.start()), sentences(here.span.start())) else { return false };
    let follows = now.windows(2).any(|two| two[0].1 == before.span && two[1].1 == here.span);
    let opens =
        now.first().is_some_and(|(_, s)| *s == here.span) && there.last().is_some_and(|(_, s)| *s == before.span);
    AGAIN.is_match(&here.quote)
        || follows && POINTS.is_match(&here.quote)
        || opens && !follows && [earlier, promise].iter().any(|c| nameless(c))
}

/// Whether what is promised is only "the matter" or "how things stand".
fn nameless(promise: &Commitment) -> bool {
    static MATTER: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        stems::stems(
            "hele kwestie situatie feitelijke feiten informatie zaak punt geheel papier zetten verschaffen vragen waar staan liggen hebben hier dat dit die er om te \
             de het een per voor van over in op aan met dan wel graag nogmaals maar paar maanden weken",
        )
    });
    own_words(promise).iter().all(|s| MATTER.contains(s))
}

/// "Dat zullen we doen", "ik zorg dat ik erop terugkom": said right after, the promise before it once more.
fn echoes(doc: &Document, earlier: &Commitment, promise: &Commitment) -> bool {
    // The one verb that stands for any other, with nothing beside it.
    static DOES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)^(?:(?:en|maar|dus|ja|nou|nogmaals)[,\ ]+)*(?:
            (?:dat|dit|die)\ (?:doe|doen|zal|zullen|ga|gaan|blijf|blijven|wil|willen)\ (?:ik|wij|we)(?:\ (?:ook|graag|zeker|dus|dan|nog|natuurlijk|gewoon|wel|blijven|nu))*(?:\ doen)?
            |(?:ik|wij|we)\ (?:doe|doen|zal|zullen|ga|gaan|blijf|blijven|wil|willen|ben\ bereid\ om|zijn\ bereid\ om)\ (?:dat|dit|die)(?:\ (?:ook|graag|zeker|dus|dan|nog|natuurlijk|gewoon|wel|blijven|te|op\ de\ een\ of\ andere\ manier))*(?:\ doen)?
            |dan\ (?:doe|doen|ga|gaan|zal|zullen)\ (?:ik|wij|we)\ (?:dat|dit)(?:\ (?:ook|graag|zeker|dus|nog|natuurlijk|gewoon|wel))*(?:\ doen)?
            |(?:dat|dit)\ blijven\ (?:wij|we)\ doen
            )[.!]?$",
        )
    });
    static RETURNS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:er|daar|hier)(?: [^ ]+){0,4} op terug|\b(?:erop|daarop|hierop) (?:zal )?terug|\bdaarop terugkom|\berop terugkom",
        )
    });
    let (Some(before), Some(here)) = (earlier.evidence.last(), promise.evidence.first()) else { return false };
    let gap = here.span.start().saturating_sub(before.span.end());
    let returns = |c: &Commitment| c.evidence.iter().any(|e| RETURNS.is_match(&e.quote));
    let said = here.quote.trim();
    let empty = promise.due.is_none() && said.split_whitespace().count() <= 12;
    // Where somebody else spoke in between, "dat doe ik" answers that.
    let one_turn = || {
        let blocks = doc.block_index(before.span.start()).zip(doc.block_index(here.span.start()));
        blocks.is_some_and(|(a, b)| !doc.blocks[a.min(b)..=b].iter().any(|b| b.kind == BlockKind::Speaker))
    };
    gap <= NEAR
        && shares_actor(earlier, promise)
        && (DOES.is_match(said) && gap <= BESIDE && one_turn() || empty && returns(promise) && returns(earlier))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> BTreeSet<String> {
        let promise = Commitment {
            by: vec!["IenW".into()],
            to: None,
            what: text.into(),
            strength: crate::records::Strength::Hard,
            conditional: false,
            restated: false,
            refused: false,
            due: None,
            evidence: Vec::new(),
        };
        own_words(&promise)
    }

    #[test]
    fn promises_are_alike_by_the_words_of_their_subject() {
        let sluice = words("Ik laat de sluisdeuren bij Eefde versneld keuren door de inspectie.");
        assert!(alike(&sluice, &words("Zo laat ik de sluisdeuren bij Eefde versneld keuren door de inspectie.")));
        assert!(!alike(
            &sluice,
            &words("Ik laat de bruggen bij Zutphen versneld keuren door de inspectie van de vaarwegen.")
        ));
        let told = words("Ik informeer uw Kamer voor de zomer over de uitkomsten.");
        assert!(!alike(&told, &told), "wat niets eigens zegt, kan over van alles gaan");
    }
}
