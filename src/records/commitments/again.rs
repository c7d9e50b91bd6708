//! The same promise said twice in one document stands once, with both places as its evidence. The border: within one
//! document and by its words; what a later document makes of a promise is for `view`.

use crate::document::Document;
use crate::records::{Commitment, Context, constant, stems};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Fewer words of its own and a promise can be about anything: "ik informeer u hierover voor de zomer".
const TELLING: usize = 4;

/// How far back in a debate "dat doe ik" may point, in bytes: some turns.
const NEAR: usize = 900;

/// Leaves out of `found`, in order of place, what repeats an earlier one, and adds its place to that.
pub(super) fn once(doc: &Document, ctx: &Context, found: Vec<Commitment>) -> Vec<Commitment> {
    let mut kept: Vec<(BTreeSet<String>, Commitment)> = Vec::with_capacity(found.len());
    for promise in found {
        let own = own_words(&promise);
        let at = start(&promise);
        let chair = ctx.chaired(at);
        let fits = |earlier: &Commitment| earlier.refused == promise.refused && ctx.chaired(start(earlier)) == chair;
        let same = |(words, earlier): &(BTreeSet<String>, Commitment)| {
            fits(earlier) && alike(words, &own) && one_time(earlier, &promise) && shares_actor(earlier, &promise)
        };
        let mut place = kept.iter().position(same);
        if place.is_none() && ctx.spoken(at) {
            // Speech comes back to what it just said with no word of its own.
            let last = kept.iter().rposition(|(_, c)| !c.refused && start(c) < at);
            place = last.filter(|i| echoes(doc, &kept[*i].1, &promise));
        }
        match place {
            Some(place) => {
                let earlier = &mut kept[place].1;
                earlier.due = earlier.due.take().or(promise.due);
                earlier.evidence.extend(promise.evidence);
            }
            None => kept.push((own, promise)),
        }
    }
    kept.into_iter().map(|(_, promise)| promise).collect()
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
    let near = here.span.start() - before.span.end().min(here.span.start()) <= NEAR;
    let returns = |c: &Commitment| c.evidence.iter().any(|e| RETURNS.is_match(&e.quote));
    let said = here.quote.trim();
    let empty = promise.due.is_none() && said.split_whitespace().count() <= 12;
    near && doc.of(here.span).len() > 3
        && shares_actor(earlier, promise)
        && (DOES.is_match(said) && here.span.start() - before.span.end().min(here.span.start()) <= 200
            || empty && returns(promise) && returns(earlier))
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
