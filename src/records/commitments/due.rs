//! By when: which of the times a sentence names governs the words found. The border: periods are read in `rules`; here
//! one is chosen.

use super::super::constant;
use crate::document::Document;
use crate::rules::{Finding, periods};
use crate::text::{Date, Grain, Period, Span};
use regex::Regex;
use std::sync::LazyLock;

/// What a sentence says about time.
pub(in crate::records) enum Due {
    /// Nothing.
    Open,
    /// Only days that have passed.
    Past,
    /// By when.
    At(Box<Period>),
}

impl Due {
    /// The period, if there is one to come.
    pub(in crate::records) fn period(self) -> Option<Period> {
        match self {
            Due::At(period) => Some(*period),
            _ => None,
        }
    }
}

/// The period that governs the words found: one to come, best inside them, else the nearest in the sentence. The date
/// of a letter or debate that is only referred to does not count, nor does a day that is given up ("niet in mei, maar …",
/// "van mei naar juni").
pub(in crate::records) fn due(doc: &Document, anchor: Option<Date>, finding: &Finding) -> Due {
    static REFERRED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:\w*brief|debat|overleg|motie|antwoord\w*|rapport|d\.d\.|jl\.|besluit|wet|verordening|vergadering|nota) (?:van|uit|op|d\.d\.) (?:\w+ )?$",
        )
    });
    static NOT: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:niet|niet meer|in plaats van|anders dan) $"));
    static FROM: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bvan $"));
    // "Die bij de begroting is aanvaard": the time of what was done.
    static WHICH: LazyLock<Regex> = LazyLock::new(|| constant(r" (?:die|waarin|waarmee|waarover|waarbij) [^,;.]*$"));
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^[^,;.]*?\b(?:is|zijn|was|waren|werd|werden|heeft|heb|hebben|had) (?:\p{L}+ ){0,2}?\p{L}{3,}(?:d|t|en)\b",
        )
    });
    static AHEAD: LazyLock<Regex> =
        LazyLock::new(|| constant(r"\b(?:voorzien|gepland|geraamd|geagendeerd|beoogd|verwacht)\b"));
    // Nobody can be held to it.
    static NEVER: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^in de (?:verre |nabije )?toekomst$"));
    let unit = finding.unit;
    let words = doc.of(unit);
    let mut said = periods(words, anchor);
    said.retain(|(_, period)| !NEVER.is_match(&period.raw));
    let none = said.is_empty();
    let several = said.len() > 1;
    let coming = said.into_iter().filter_map(|(span, mut period)| {
        let past = period.stale || anchor.zip(period.until).is_some_and(|(today, until)| until < today);
        let (before, after) = (words.get(..span.start())?, words.get(span.end()..)?);
        let given_up = several
            && (NOT.is_match(before) && after.contains("maar")
                || FROM.is_match(before) && [" naar ", " tot "].iter().any(|to| after.starts_with(to)));
        let place = unit.inner(doc.text(), span.range())?;
        let begun = period.raw.to_lowercase().starts_with("sinds");
        let told = WHICH.is_match(before) && DONE.is_match(after) && !AHEAD.is_match(after);
        if past || given_up || begun || told || REFERRED.is_match(before) {
            return None;
        }
        if let Some(inner) = foreseen(before, after, &period, anchor) {
            period = inner;
        }
        Some((rank(doc, place, &period, finding.span, several), period))
    });
    match coming.min_by_key(|(rank, _)| *rank) {
        Some((_, period)) => Due::At(Box::new(period)),
        None if none => Due::Open,
        None => Due::Past,
    }
}

/// "Voorzien voor eind mei" is in that time and not before it.
fn foreseen(before: &str, after: &str, period: &Period, anchor: Option<Date>) -> Option<Period> {
    static PLANNED: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:voorzien|gepland|geraamd|geagendeerd|beoogd)\b"));
    let plain = ["voor ", "Voor "].iter().find_map(|v| period.raw.strip_prefix(v))?;
    let near = |words: &str| PLANNED.find(words).is_some_and(|m| words.len() - m.end() <= 1);
    let follows = PLANNED.find(after).is_some_and(|m| m.start() <= " is ".len());
    let (span, inner) = (near(before.trim_end()) || follows).then(|| periods(plain, anchor))?.into_iter().next()?;
    (span.len() == plain.len()).then_some(inner)
}

/// What comes first: a time with days before one without; not the year a thing is for; the same clause before another.
fn rank(doc: &Document, place: Span, period: &Period, found: Span, several: bool) -> (bool, bool, usize) {
    /// A sign between two places separates them as far as this many bytes would.
    const CLAUSE: usize = 40;
    static FOR_YEAR: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^voor (?:het jaar )?20\d\d$"));
    let between = |from: usize, until: usize| {
        let signs = doc.text().get(from..until).map_or(0, |w| w.matches([',', ';', ':']).count());
        until - from + CLAUSE * signs
    };
    let gap = if place.overlaps(found) {
        0
    } else if place.end() <= found.start() {
        between(place.end(), found.start())
    } else {
        between(found.end(), place.start())
    };
    let open = period.grain == Grain::Onbepaald || several && period.from.is_none() && period.until.is_none();
    (open, several && FOR_YEAR.is_match(&period.raw), gap)
}
