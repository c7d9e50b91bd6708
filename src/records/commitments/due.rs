//! By when: which of the times a sentence names governs the words found. The border: periods are read in `rules`; here
//! one is chosen.

use super::super::constant;
use crate::document::Document;
use crate::rules::{Finding, periods};
use crate::text::{Date, Grain, MONTHS, Period, Span};
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
    chosen(doc, anchor, finding, |_, _, _| false)
}

/// The same, but of what is yet to be done: "is in januari afgerond", written in February, looks back.
pub(super) fn yet(doc: &Document, anchor: Option<Date>, finding: &Finding) -> Due {
    chosen(doc, anchor, finding, |before, after, period| done_then(before, after, period, anchor))
}

/// The period that governs the words found, of those that `gone` does not turn away by what stands before and after them.
fn chosen(doc: &Document, anchor: Option<Date>, finding: &Finding, gone: impl Fn(&str, &str, &Period) -> bool) -> Due {
    static REFERRED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:\w*brief|debat|overleg|motie|antwoord\w*|rapport|d\.d\.|jl\.|besluit|wet|verordening|vergadering|nota) (?:van|uit|op|d\.d\.) (?:\w+ )?$",
        )
    });
    static NOT: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:niet|niet meer|in plaats van|anders dan) $"));
    static FROM: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bvan $"));
    // "Die bij de begroting is aanvaard": the time of what was done.
    static WHICH: LazyLock<Regex> =
        LazyLock::new(|| constant(r" (?:die|waarin|waarmee|waarover|waarbij|waarvan) [^,;.]*$"));
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^[^,;.]*?\b(?:(?:is|zijn|was|waren|werd|werden|heeft|heb|hebben|had) (?:\p{L}+ ){0,2}?\p{L}{3,}(?:d|t|en)|afloopt|aflopen|eindigt|eindigen|verloopt|verlopen|vervalt|vervallen)\b",
        )
    });
    static AHEAD: LazyLock<Regex> =
        LazyLock::new(|| constant(r"\b(?:voorzien|gepland|geraamd|geagendeerd|beoogd|verwacht)\b"));
    // Past whatever day it hangs on.
    static GONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:in |op |tijdens |gedurende )?(?:de |het )?(?:vorig|afgelopen|voorgaand|laatstleden|verleden|eergisteren|gisteren)",
        )
    });
    // Nobody can be held to it.
    static NEVER: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^in de (?:verre |nabije )?toekomst$"));
    let unit = finding.unit;
    let words = doc.of(unit);
    let mut said = periods(words, anchor);
    said.retain(|(_, period)| !NEVER.is_match(&period.raw));
    let none = said.is_empty();
    let several = said.len() > 1;
    let found = finding.span.start().saturating_sub(unit.start())..finding.span.end().saturating_sub(unit.start());
    let coming = said.into_iter().filter_map(|(span, mut period)| {
        let past = period.stale
            || GONE.is_match(&period.raw)
            || anchor.zip(period.until).is_some_and(|(today, until)| until < today);
        let (before, after) = (words.get(..span.start())?, words.get(span.end()..)?);
        let given_up = several
            && ((NOT.is_match(before) || period.raw.starts_with("niet ")) && after.contains("maar")
                || FROM.is_match(before) && [" naar ", " tot "].iter().any(|to| after.starts_with(to)));
        let place = unit.inner(doc.text(), span.range())?;
        let begun = period.raw.to_lowercase().starts_with("sinds");
        let told = WHICH.is_match(before) && DONE.is_match(after) && !AHEAD.is_match(after);
        let referred = REFERRED.is_match(before) && !meets(before, &period, anchor);
        let elsewhere = of_a_thing(before, &period) || grounds(words, span.start(), &found);
        if past || gone(before, after, &period) || given_up || begun || told || referred || elsewhere {
            return None;
        }
        if let Some(inner) = foreseen(before, after, &period, anchor) {
            period = inner;
        }
        Some((rank(doc, place, &period, finding.span, several), period))
    });
    let first = coming.min_by_key(|(rank, _)| *rank).map(|(_, period)| period);
    let dated = first.as_ref().is_some_and(|p| p.from.or(p.until).is_some());
    let named = if dated { None } else { in_cell(words, anchor).or_else(|| of_month(words, anchor)) };
    match named.or(first) {
        Some(period) => Due::At(Box::new(period)),
        None if none => Due::Open,
        None => Due::Past,
    }
}

/// Whether a day is that of a meeting to come: "in het debat van 11 maart".
fn meets(before: &str, period: &Period, anchor: Option<Date>) -> bool {
    static MEETING: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:in|bij|tijdens|op) (?:het |de )?\w*(?:debat|overleg|vergadering) van (?:\w+ )?$")
    });
    anchor.zip(period.from).is_some_and(|(today, from)| from > today) && MEETING.is_match(before)
}

/// Whether a year says of which years a thing is, and not by when something is done: "het bestel na 2031".
pub(in crate::records) fn of_a_thing(before: &str, period: &Period) -> bool {
    static YEARS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:voor|vóór|na|vanaf|tot|tot en met|met ingang van) (?:(?:het )?(?:jaar|boekjaar|begrotingsjaar) )?20\d\d",
        )
    });
    static THING: LazyLock<Regex> = LazyLock::new(|| {
        let things = crate::rules::forms("tijd", "jaarding").join("|");
        constant(&format!(r"(?i)\b(?:{things}) $"))
    });
    period.grain == Grain::Jaar && YEARS.is_match(&period.raw) && THING.is_match(before)
}

/// Whether the time at `at` stands in a clause that gives grounds or likens, and the words found do not.
fn grounds(words: &str, at: usize, found: &std::ops::Range<usize>) -> bool {
    static GROUND: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:omdat|doordat|aangezien|hoewel|ofschoon|terwijl|zoals|evenals)\b[^,;:.]*$")
    });
    let Some(clause) = words.get(..at).and_then(|before| GROUND.find(before)) else { return false };
    let end = words.get(at..).and_then(|after| after.find([',', ';'])).map_or(words.len(), |n| at + n);
    found.start < clause.start() || found.start >= end
}

/// The time that fills a cell of a row: "oktober".
fn in_cell(row: &str, anchor: Option<Date>) -> Option<Period> {
    let cells = row.contains('\t').then(|| row.split('\t').map(str::trim)).into_iter().flatten();
    let whole = |cell: &str| {
        let words = format!("in {}", cell.to_lowercase());
        let (span, period) = periods(&words, anchor).into_iter().next()?;
        (span.len() == words.len() && period.from.is_some()).then(|| Period { raw: cell.to_string(), ..period })
    };
    cells.filter(|cell| !cell.is_empty() && cell.len() <= 30).find_map(whole)
}

/// The month that names a meeting or paper to come, where nothing else says when: "in de rapportage van juni". The next
/// such month, if that is nearer than the last.
pub(in crate::records) fn of_month(words: &str, anchor: Option<Date>) -> Option<Period> {
    const NEAR: i32 = 215;
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            &r"(?i)\b(?P<noun>\p{L}[\p{L}/-]*) van (?P<when>(?:(?:dit|deze|aanstaande|komende?|volgende?|aankomende?) )?(?:{maand}|voorjaar|zomer|najaar|winter))\b(?P<year> (?:19|20)\d\d| jl| jongstleden| vorig)?".replace("{maand}", &MONTHS.join("|")),
        )
    });
    static BACK: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:zoals|conform|naar aanleiding van|(?:in )?(?:reactie|antwoord|aanvulling|vervolg) op|sinds|volgens|overeenkomstig|uit) [^,;.]*$",
        )
    });
    static PART: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)^(?:eind|einde|begin|medio|helft|loop|kwartaal|week|weken|maand|maanden|dag|dagen|start|op)$")
    });
    let today = anchor?;
    let named = NAMED.captures_iter(words).filter(|c| c.name("year").is_none() && !PART.is_match(&c["noun"]));
    let ahead = named.filter(|c| c.get(0).is_some_and(|m| !BACK.is_match(&words[..m.start()])));
    ahead.into_iter().find_map(|c| {
        let (_, mut period) = periods(&format!("in {}", &c["when"]), anchor).into_iter().next()?;
        period.raw = c["when"].to_string();
        let from = period.from.filter(|from| (*from - today).get_days() <= NEAR)?;
        (period.until.is_none_or(|until| until >= today) || from >= today).then_some(period)
    })
}

/// The same time a year before: what has happened happened in the last such month.
pub(in crate::records) fn behind(period: Period, anchor: Option<Date>) -> Period {
    static FIXED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\d{4}|\b(?:dit|deze|volgende?|komende?|aankomende?|aanstaande|a\.s\.|jaar|binnen|over|weken|dagen|maanden)\b",
        )
    });
    let ahead = anchor.zip(period.from).is_some_and(|(today, from)| from > today);
    if !ahead || FIXED.is_match(&period.raw) {
        return period;
    }
    let year_ago = anchor.and_then(|today| today.checked_sub(jiff::Span::new().years(1)).ok());
    let last = periods(&period.raw, year_ago).into_iter().next().map(|(_, last)| last);
    last.filter(|last| last.raw == period.raw && last.from <= anchor).unwrap_or(period)
}

/// Whether what stands around a time says that something has been done in that month, of which the last is nearer than
/// the next: "is in januari afgerond", in February.
fn done_then(before: &str, after: &str, period: &Period, anchor: Option<Date>) -> bool {
    /// Half a year, in days.
    const HALF: i32 = 182;
    static BARE: LazyLock<Regex> = LazyLock::new(|| {
        let months = MONTHS.join("|");
        constant(&format!(
            r"(?i)^(?:in|op|per|begin|eind|medio|half|halverwege|rond|(?:in de )?loop van)? ?(?:de )?(?:\d{{1,2}} )?(?:{months}|zomer|herfst|winter|lente|het voorjaar|het najaar)$"
        ))
    });
    static HAS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:is|zijn|heb|heeft|hebben)\b[^;.]{0,80} $"));
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^ (?:[^,;. ]+ ){0,8}?(?:\p{L}{0,6}ge\p{L}{3,}(?:d|t|en)|(?:be|ver|her|ont)\p{L}{3,}(?:d|t|en)|voltooid)\b",
        )
    });
    static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:voorzien|gepland|ingepland|geraamd|geagendeerd|beoogd|verwacht|verwachting|planning|zal|zullen|wordt|worden|gereed|beschikbaar|te)\b",
        )
    });
    let ahead = anchor.zip(period.from).is_some_and(|(today, from)| (from - today).get_days() > HALF);
    if !ahead || !BARE.is_match(&period.raw) {
        return false;
    }
    let Some(has) = HAS.find(before) else { return false };
    DONE.find(after).is_some_and(|done| !AHEAD.is_match(done.as_str()) && !AHEAD.is_match(has.as_str()))
}

/// "Voorzien voor eind mei" is in that time and not before it.
fn foreseen(before: &str, after: &str, period: &Period, anchor: Option<Date>) -> Option<Period> {
    static PLANNED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:voorzien|(?:in)?gepland|geraamd|geagendeerd|beoogd|geprogrammeerd|ingeroosterd|op (?:de |het )?(?:rol|kalender|agenda|planning|programma|rooster))\b",
        )
    });
    static STANDS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:staat|staan|is|zijn) $"));
    // Before the Chamber leaves, before a feast, before an end.
    static LIMIT: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:de |het )?(?:zomer\b|eind van|einde|kerst|jaarwisseling)|reces|vakantie"));
    let plain = ["voor ", "Voor "].iter().find_map(|v| period.raw.strip_prefix(v))?;
    if LIMIT.is_match(plain) || period.grain == Grain::Gebeurtenis {
        return None;
    }
    let near = PLANNED.find_iter(before.trim_end()).any(|m| before.trim_end().len() - m.end() <= 1);
    let clause = after.split([',', ';', ':', '.']).next().unwrap_or_default();
    let follows = PLANNED.find(clause).is_some_and(|m| m.start() <= " is ".len() || STANDS.is_match(before));
    if !near && !follows {
        return None;
    }
    let inside = |words: &str| {
        let (span, inner) = periods(words, anchor).into_iter().next()?;
        (span.len() == words.len()).then_some(inner)
    };
    let mut inner = inside(plain).or_else(|| inside(&format!("in {plain}")))?;
    inner.raw = plain.to_string();
    Some(inner)
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
