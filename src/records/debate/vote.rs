//! What a report of a meeting says of the vote on a motion: that it begins, how it ends, and what becomes of a motion
//! without a vote. The border: words in, values out; which motion is voted on is for the caller.

use crate::records::constant;
use regex::Regex;
use std::sync::LazyLock;

/// A motion that the government took over needs no vote.
pub(super) const TAKEN: &str = "Overgenomen";

/// "In stemming komt de gewijzigde motie-Vos (29999, nr. 12, was nr. 8)."
pub(super) fn opens(sentence: &str) -> bool {
    static OPENS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bin stemming (?:komt|komen|breng|is|zijn)\b|\bstemmen (?:wij|we) (?:nu )?over de (?:\w+ )*motie\b",
        )
    });
    OPENS.is_match(sentence)
}

/// "Ik constateer dat … voor deze motie hebben gestemd en de leden van de overige fracties ertegen, zodat zij is
/// aangenomen": also by roll call, and where the votes are equal.
pub(super) fn counted(sentence: &str) -> Option<&'static str> {
    static COUNT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:ik constateer|zodat (?:zij|ze|deze|hij|de (?:\w+ )?motie)|met algemene stemmen|hebben gestemd|stemmen (?:voor|tegen)|de stemmen)\b",
        )
    });
    static VALUE: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?P<y>aangenomen|aanvaard)\b|\b(?P<n>verworpen)\b|\b(?P<s>gestaakt|staken)\b")
    });
    let lower = sentence.contains("aangenomen") || sentence.contains("verworpen") || sentence.contains("sta");
    if !lower || !COUNT.is_match(sentence) || sentence.trim_end().ends_with('?') {
        return None;
    }
    let value = VALUE.captures_iter(sentence).last()?;
    Some(match (value.name("y"), value.name("n")) {
        (Some(_), _) => "Aangenomen",
        (_, Some(_)) => "Verworpen",
        _ => "Gestaakt",
    })
}

/// "Ik wil de motie toch in stemming brengen."
pub(super) fn resumed(sentence: &str) -> bool {
    static RESUMED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:toch|alsnog|wel)\b[^;]{0,40}\bin stemming\b|\bniet\b[^;]{0,30}\b(?:aanhouden|aan te houden|aan)\b[^;]{0,30}\bin stemming\b",
        )
    });
    sentence.contains("in stemming") && RESUMED.is_match(sentence)
}

/// What becomes of a motion without a vote: held, withdrawn, taken over, lapsed.
pub(super) fn decided(sentence: &str) -> Option<&'static str> {
    static HELD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bstel ik voor\b[^;]*\bmoties?\b[^;]*\baan te houden\b|\bmoties?\b[^;]*\b(?:is|zijn|wordt|worden)\b[^;]{0,40}\baangehouden\b|\b(?:is|wordt|zijn|worden)\b[^;]{0,40}\b(?:die|deze|de|zij|haar|zijn|uw) (?:[^;]{0,60}\bmoties?\b[^;]{0,60}?)?(?:dan |dus |hiermee |daarmee |bij dezen |bij deze )*aangehouden\b",
        )
    });
    static WITHDRAWN: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\bmoties?\b[^;]*\b(?:is|zijn|wordt|worden)\b[^;]{0,40}\bingetrokken\b"));
    static TAKEN_OVER: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\bmoties?\b[^;]*\b(?:is|zijn|wordt|worden)\b[^;]{0,40}\bovergenomen\b"));
    static LAPSED: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\bmoties?\b[^;]*\b(?:is|zijn)\b[^;]{0,30}\b(?:vervallen|komen te vervallen)\b")
    });
    static OPEN: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:niet|geen|als|indien|wanneer|mocht|of|zou|eerder|destijds)\b|\?\s*$"));
    let ends = ["aan te houden", "aangehouden", "ingetrokken", "overgenomen", "vervallen"];
    if !ends.iter().any(|w| sentence.contains(w)) || OPEN.is_match(sentence) {
        return None;
    }
    let values =
        [(&*HELD, "Aangehouden"), (&*WITHDRAWN, "Ingetrokken"), (&*TAKEN_OVER, TAKEN), (&*LAPSED, "Vervallen")];
    values.into_iter().find(|(pattern, _)| pattern.is_match(sentence)).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formulas_of_a_vote_are_known() {
        assert!(opens("In stemming komt de gewijzigde motie-Zeeman (29999, nr. 16, was nr. 12)."));
        let count = "Ik constateer dat de leden van de fracties van de Dijkpartij en de Havenbond voor deze motie \
                     hebben gestemd en de leden van de overige fracties ertegen, zodat zij is verworpen.";
        assert_eq!(counted(count), Some("Verworpen"));
        assert_eq!(counted("Ik constateer dat deze motie met algemene stemmen is aangenomen."), Some("Aangenomen"));
        assert_eq!(counted("Ik constateer dat de stemmen staken."), Some("Gestaakt"));
        assert_eq!(counted("De motie van vorig jaar is aangenomen en wordt uitgevoerd."), None);
    }

    #[test]
    fn what_becomes_of_a_motion_without_a_vote_is_known() {
        let held = "Op verzoek van mevrouw Zeeman stel ik voor haar motie (29999, nr. 12) aan te houden.";
        assert_eq!(decided(held), Some("Aangehouden"));
        assert_eq!(decided("De motie-Dijkgraaf (29999, nr. 14) is ingetrokken."), Some("Ingetrokken"));
        assert_eq!(decided("De motie-Zeeman (29999, nr. 11) is overgenomen."), Some(TAKEN));
        assert_eq!(decided("Dan is bij dezen de motie-Dijkgraaf op stuk nr. 14 aangehouden."), Some("Aangehouden"));
        assert!(resumed("Ik wil de motie op stuk nr. 14 toch in stemming brengen."));
        assert_eq!(decided("Dus de motie is niet aangehouden."), None);
        assert_eq!(decided("Als de motie wordt ingetrokken, hoor ik dat graag."), None);
    }
}
