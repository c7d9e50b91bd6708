//! Words stripped to what they share with their kin, for comparing what two texts are about. The border: which words
//! two texts have in common; what that proves is for the caller.

use crate::text::fold;
use std::collections::BTreeSet;

/// Word stems for comparison: without endings, cut at eight letters so that compounds with one beginning come together.
pub(super) fn stems(text: &str) -> BTreeSet<String> {
    const EMPTY: &[&str] = &[
        "de", "het", "een", "en", "of", "in", "op", "te", "van", "voor", "met", "door", "dat", "die", "deze", "dit",
        "om", "aan", "bij", "naar", "uit", "over", "tot", "als", "is", "zijn", "worden", "wordt", "niet", "ook", "er",
        "zo", "dan", "haar", "hun", "ten", "ter", "alle", "meer", "weer", "onder", "tussen", "motie", "lid", "leden",
        "verzoekt", "regering", "kabinet", "kamer", "hierover", "gaat", "orde", "dag", "middel", "middels", "cs",
    ];
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 1 && !EMPTY.contains(w));
    words.map(stem).collect()
}

/// The stems of a text, each with the word as it stands there, in the order of the text.
pub(super) fn worded(text: &str) -> Vec<(String, String)> {
    let kept = stems(text);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 1);
    words.map(|w| (stem(&fold(w)), w.to_string())).filter(|(stem, _)| kept.contains(stem)).collect()
}

fn stem(word: &str) -> String {
    let cut = ["en", "e", "s"].into_iter().find_map(|end| word.strip_suffix(end)).filter(|w| w.len() > 3);
    cut.unwrap_or(word).chars().take(8).collect::<String>()
}

/// Stems of the words that carry a subject: long ones that are no small change of every letter to the Chamber.
pub(crate) fn telling(text: &str) -> BTreeSet<String> {
    const COMMON: &[&str] = &[
        "aangenomen",
        "aantal",
        "aanzien",
        "alleen",
        "algemene",
        "andere",
        "antwoord",
        "bereid",
        "beschikbaar",
        "betekent",
        "betreffende",
        "binnen",
        "brief",
        "bijvoorbeeld",
        "daarbij",
        "daarmee",
        "daarom",
        "daarvan",
        "departement",
        "departementen",
        "eerste",
        "enkele",
        "geeft",
        "gegeven",
        "gemaakt",
        "gevolg",
        "goede",
        "groot",
        "grote",
        "hebben",
        "heeft",
        "hierbij",
        "hiermee",
        "hiertoe",
        "hiervoor",
        "houden",
        "indien",
        "invulling",
        "jaren",
        "kabinet",
        "kamer",
        "komen",
        "komende",
        "kunnen",
        "maken",
        "mede",
        "minister",
        "ministerie",
        "moeten",
        "mogelijk",
        "motie",
        "moties",
        "namens",
        "nederland",
        "nederlandse",
        "nieuwe",
        "nodig",
        "oproep",
        "overheid",
        "regering",
        "rekening",
        "staatssecretaris",
        "steeds",
        "stellen",
        "teneinde",
        "tweede",
        "uitvoeren",
        "uitvoering",
        "verder",
        "verschillende",
        "verzoekt",
        "verzoek",
        "verzocht",
        "vraag",
        "vragen",
        "vraagt",
        "waarbij",
        "waarin",
        "waarmee",
        "waarom",
        "welke",
        "werken",
        "worden",
        "wordt",
        "willen",
        "zaken",
        "zelf",
        "zodat",
        "zonder",
        "zorgen",
        "zowel",
        "zoals",
        "zullen",
    ];
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let long = |w: &&str| w.chars().count() >= 5 && !COMMON.contains(w) && !w.chars().all(|c| c.is_ascii_digit());
    words.filter(long).map(stem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_family_come_together() {
        assert_eq!(stems("sluizen"), stems("sluiz"));
        assert!(telling("gratis veerpont voor fietsers").is_superset(&telling("De veerponten")));
        assert!(telling("Ik geef uitvoering aan het verzoek").is_empty());
    }
}
