//! What a motion asks, as words to recognise its subject by, and what yes or no means as the answer to a question about
//! it. The border: signals; what counts as a follow-up is for the folder.

use super::super::stems::telling;
use super::{Context, Motion, Status, Zone};
use std::collections::BTreeSet;

/// The subject of a motion, as this document tells it.
pub(super) struct Topic {
    words: BTreeSet<String>,
}

impl Topic {
    /// From its title, its dicta and conditions, and in an answer the question that names it.
    pub(super) fn of(ctx: &Context, motion: &Motion, zone: &Zone) -> Topic {
        let mut words: BTreeSet<String> = BTreeSet::new();
        let told = motion.title.iter().chain(motion.dicta.iter().map(|d| &d.text)).chain(&motion.conditions);
        told.for_each(|t| words.extend(telling(t)));
        // A letter may retell the motion in a sentence that is no literal request.
        let named = motion.evidence.iter().filter(|e| !zone.answer && e.quote.to_lowercase().contains("motie"));
        named.filter(|e| crate::records::motions::retells(&e.quote)).for_each(|e| words.extend(telling(&e.quote)));
        if let Some(part) = ctx.part(zone.span.start()).filter(|_| zone.answer) {
            for asked in part.question.questions.iter().chain([&part.question.question]) {
                let text = ctx.doc.of(*asked);
                if text.to_lowercase().contains("motie") {
                    words.extend(telling(text));
                }
            }
        }
        Topic { words }
    }

    /// Whether it asks that something is made known: keeping things secret denies no other request.
    pub(super) fn of_openness(&self) -> bool {
        const OPEN: [&str; 17] = [
            "openb", "publi", "inzich", "inzag", "transp", "rappor", "verslag", "overzi", "vrijge", "cijfer", "beken",
            "naam", "namen", "noem", "onthul", "kenba", "advie",
        ];
        self.words.iter().any(|word| OPEN.iter().any(|open| word.starts_with(open)))
    }

    /// How many words of the subject a sentence shares.
    pub(super) fn shared(&self, sentence: &str) -> usize {
        telling(sentence).iter().filter(|word| self.words.iter().any(|own| kin(word, own))).count()
    }
}

/// Whether two stems are of one subject: "nacht" and "nachtelijk", "trein" and "treinverbinding".
fn kin(a: &str, b: &str) -> bool {
    a == b || (a.len() >= 5 && b.starts_with(a)) || (b.len() >= 5 && a.starts_with(b))
}

/// Which of several dicta a sentence is about: the one whose own words, that no other dictum has, it shares most of.
pub(super) fn dictum(motion: &Motion, sentence: &str) -> Option<usize> {
    if motion.dicta.len() < 2 {
        return None;
    }
    let said = telling(sentence);
    let words: Vec<BTreeSet<String>> = motion.dicta.iter().map(|d| telling(&d.text)).collect();
    let own = |index: usize| {
        let only =
            words[index].iter().filter(|w| words.iter().enumerate().all(|(i, all)| i == index || !all.contains(*w)));
        only.filter(|w| said.iter().any(|s| kin(s, w))).count()
    };
    let mut ranked: Vec<(usize, usize)> = (0..words.len()).map(|index| (own(index), index)).collect();
    ranked.sort_by(|a, b| b.cmp(a));
    match ranked[..] {
        [(best, index), (second, _), ..] if best > second => Some(index),
        _ => None,
    }
}

/// Whether a sentence tells of a doing of the one who writes: "ik …", "het kabinet …", "mijn ministerie …".
pub(super) fn own_doing(sentence: &str) -> bool {
    pattern!(
        OWN,
        format!(
            r"\b(?:{}|mijn (?:rol|taak|verantwoordelijkheid|bevoegdheid|inzet|streven|voornemen|portefeuille))\b",
            super::report::list("overheid")
        )
    );
    OWN.is_match(sentence)
}

/// What yes or no amounts to as the answer to a question about a motion: whether she will be carried out, is being
/// carried out, or has been. `None` where the question is another one ("Kent u de motie?").
pub(super) fn answered(question: &str, yes: bool) -> Option<Status> {
    pattern!(
        WILLING,
        r"\b(?:bent u|is (?:het kabinet|de (?:minister|staatssecretaris|regering)))\b[^?]{0,60}\b(?:bereid|voornemens|van plan)\b|\b(?:gaat|zult|wilt|zal) (?:u|het kabinet)\b|\bkunt u (?:\S+ ){0,4}?(?:toezeggen|garanderen|bevestigen dat u|ervoor zorgen)\b|\bonderschrijft u\b"
    );
    pattern!(
        DONE,
        r"\b(?:is|zijn|werd|heeft|hebt|bent)\b[^?]{0,200}\b(?:uitgevoerd|invulling gegeven|uitvoering gegeven|gevolg gegeven|opgevolgd|nagekomen|afgedaan|gerealiseerd|ingevoerd|voldaan)\b"
    );
    pattern!(
        DOING,
        r"\b(?:voert u|geeft u|werkt u|wordt|handelt u|houdt u|voldoet)\b[^?]{0,200}\b(?:uit|uitvoering|invulling|gevolg|uitgevoerd|conform|aan|motie)\b"
    );
    pattern!(NEGATED, r"\b(?:niet|geen|onvoldoende|nog steeds)\b");
    let turned = NEGATED.is_match(question);
    let (good, bad) = if WILLING.is_match(question) {
        (Status::Voornemen, Status::NietOfAnders)
    } else if turned {
        return None; // "Klopt het dat de motie niet is uitgevoerd?": ja zegt daar nee
    } else if DONE.is_match(question) {
        (Status::GemeldAfgedaan, Status::Onduidelijk)
    } else if DOING.is_match(question) {
        (Status::InUitvoering, Status::NietOfAnders)
    } else {
        return None;
    };
    Some(if yes { good } else { bad })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_mean_what_the_question_makes_of_them() {
        let no = |q: &str| answered(q, false);
        assert_eq!(no("Bent u bereid de motie-Vos uit te voeren?"), Some(Status::NietOfAnders));
        assert_eq!(answered("Gaat u de motie-Vos uitvoeren?", true), Some(Status::Voornemen));
        assert_eq!(answered("Is de motie-Vos inmiddels uitgevoerd?", true), Some(Status::GemeldAfgedaan));
        assert_eq!(answered("Voert u de motie-Vos uit?", true), Some(Status::InUitvoering));
        assert_eq!(no("Kent u de motie-Vos?"), None);
        assert_eq!(answered("Klopt het dat de motie-Vos niet is uitgevoerd?", true), None);
    }
}
