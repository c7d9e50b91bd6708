//! Parties and their spellings. Source: fractie names in the Chamber's open data and their forms in letters and motions.

use crate::text::fold;

/// Canonical name (as the Chamber abbreviates it) and other spellings.
pub const PARTIES: &[(&str, &[&str])] = &[
    ("PVV", &["Partij voor de Vrijheid"]),
    (
        "GroenLinks-PvdA",
        &[
            "GroenLinks/PvdA",
            "GL-PvdA",
            "GL/PvdA",
            "PvdA-GroenLinks",
            "GroenLinks–PvdA",
            "PvdA/GroenLinks",
            "GL–PvdA",
            "PRO",
        ],
    ),
    ("GroenLinks", &["GL"]),
    ("PvdA", &["Partij van de Arbeid"]),
    ("VVD", &["Volkspartij voor Vrijheid en Democratie"]),
    ("NSC", &["Nieuw Sociaal Contract"]),
    ("D66", &["Democraten 66"]),
    ("BBB", &["BoerBurgerBeweging"]),
    ("CDA", &["Christen-Democratisch Appèl"]),
    ("SP", &["Socialistische Partij"]),
    ("ChristenUnie", &["CU", "Christenunie"]),
    ("DENK", &[]),
    ("SGP", &["Staatkundig Gereformeerde Partij"]),
    ("PvdD", &["Partij voor de Dieren"]),
    ("FVD", &["FvD", "Forum voor Democratie"]),
    ("Volt", &["Volt Nederland"]),
    ("JA21", &["Juiste Antwoord 2021"]),
    ("50PLUS", &["50+"]),
    ("BIJ1", &[]),
    ("Groep Van Haga", &["Lid Van Haga", "Fractie Van Haga", "BVNL", "Belang van Nederland"]),
    ("Lid Gündoğan", &["Gündoğan"]),
    ("Lid Omtzigt", &[]),
    ("Lid Ephraim", &[]),
    ("Fractie Den Haan", &["Lid Den Haan"]),
    ("Lid Keijzer", &["Groep-Keijzer", "Groep Keijzer"]),
    ("Groep Markuszower", &[]),
];

/// The canonical spelling of a party name or abbreviation; `None` where it is no party we know.
pub fn party(name: &str) -> Option<&'static str> {
    let folded = fold(name).replace(['–', '/'], "-");
    PARTIES
        .iter()
        .find(|(abbr, names)| [*abbr].iter().chain(names.iter()).any(|n| fold(n).replace(['–', '/'], "-") == folded))
        .map(|(abbr, _)| *abbr)
}

/// The party as it should be shown: the canonical name, or the words as they stand.
pub fn party_by_name(name: &str) -> String {
    party(name).map_or_else(|| name.trim().to_string(), str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_come_together() {
        assert_eq!(party("GL/PvdA"), Some("GroenLinks-PvdA"));
        assert_eq!(party("Nieuw Sociaal Contract"), Some("NSC"));
        assert_eq!(party("cu"), Some("ChristenUnie"));
        assert_eq!(party("Microsoft"), None);
    }
}
