//! The words of a time expression: what stands at its heart (a year, a season, a recess, …) and what goes before it
//! ("nog", "uiterlijk", "voor", "eind van", "dit"). Reading only; days are reckoned in `reckon`.

use super::super::cues::{self, Cues};
use crate::text::{MONTHS, constant, month};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The heart of an expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Heart {
    /// A day of a month, with or without its year; the direction that "jl." or "a.s." gives.
    Day {
        day: i8,
        month: i8,
        toward: Toward,
    },
    /// From a day of a month up to and including another: day, month, day, month.
    Days(i8, i8, i8, i8),
    Month(i8),
    /// The first or the second half of a month.
    HalfMonth(i8, i8),
    /// A week of a month: 1 to 4, or 5 for the last.
    WeekOf(i8, i8),
    /// The week that a day of a month begins.
    WeekFrom(i8, i8),
    /// A school year, by the year it begins in.
    School(i16),
    /// "Het nieuwe schooljaar".
    NextSchool,
    Quarter(i8),
    Half(i8),
    Season(&'static str),
    /// A recess by name; `None` for "het reces".
    Recess(Option<&'static str>),
    /// A span of years.
    Years(i16, i16),
    /// "(dit) jaar", "(deze) maand", …
    Word(Unit),
    /// "(komende) jaren", "(enkele) weken": a length nobody gave.
    Many(Unit),
    /// "binnen zes weken", "over een jaar", "komende drie jaar".
    Length {
        how: How,
        count: i32,
        unit: Unit,
    },
    /// "Binnen een paar maanden", "over enkele weken": from two up to this many.
    Few {
        how: How,
        most: i32,
        unit: Unit,
    },
    /// "Binnen zes weken na ontvangst": counted from what this text does not date.
    FromEvent(Unit),
    Cabinet,
    Event(&'static str),
    Vague,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    Past,
    Future,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    Within,
    After,
    Past,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// The year that follows a heart ("van 2026", "volgend jaar").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearSaid {
    Is(i16),
    /// Counted from the anchor's year.
    Relative(i16),
    No,
}

/// What goes before the heart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Before {
    pub(super) nog: bool,
    pub(super) dir: Dir,
    pub(super) part: Part,
    pub(super) det: Det,
    /// Whether anything but an article stands there.
    pub(super) any: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Dir {
    #[default]
    None,
    /// in, tijdens, met, bij, op, per.
    At,
    Before,
    /// A little before, at most a month.
    JustBefore,
    By,
    After,
    /// Right after, within a month.
    JustAfter,
    /// Not before.
    Earliest,
    From,
    Since,
    Until,
    UntilEnd,
    Around,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    #[default]
    Whole,
    Begin,
    Middle,
    End,
    /// The last day: ultimo.
    Last,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Det {
    #[default]
    None,
    This,
    Next,
    Last,
}

const SHORT: &str = "jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec";
const YEAR: &str = r"(?:19|20)\d\d";
const TAIL: &str = r"(?:,?\s(?:van\s)?(?:(?:het\s)?jaar\s)?(?P<y>(?:19|20)\d\d\b|(?:dit|volgend|komend|vorig|afgelopen|hetzelfde|dat|datzelfde|het\svolgende|het\skomende)\s(?:kalender)?jaar\b))?";
const COUNT: &str = r"\d{1,3}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|achttien|anderhalf|enkele|enige|een\spaar|een\saantal";
const UNIT: &str = r"(?:werk)?dag(?:en)?|we(?:ek|ken)|maand(?:en)?|kwart(?:aal|alen)|half\sjaar|halfjaar|ja(?:ar|ren)";

type Make = fn(&Captures) -> Option<Heart>;

/// The forms whose words are in `text`, each with how it is read. Where two overlap the longest wins, so their order does
/// not matter.
pub(super) fn likely(text: &str) -> impl Iterator<Item = &'static (Regex, Make)> {
    static CUES: LazyLock<Cues> = LazyLock::new(|| {
        // The case of all the world's letters makes "k" a sign for kelvin too, which is no letter of a cue.
        let expressions = FORMS.iter().map(|(form, _)| form.as_str().trim_start_matches("(?i)"));
        Cues::new(expressions.map(|e| (e, move || cues::shape(e, &|_| None))))
    });
    let mut met = vec![0; CUES.width()];
    CUES.meet(text, &mut Vec::with_capacity(text.len() + 2), &mut met);
    FORMS.iter().enumerate().filter(move |(form, _)| CUES.likely(*form, &met)).map(|(_, form)| form)
}

static FORMS: LazyLock<Vec<(Regex, Make)>> = LazyLock::new(|| {
    // Word boundaries and digits of ASCII: those of Unicode keep the regex engine from its fast path.
    let form = |pattern: String, make: Make| {
        let pattern = pattern.replace(r"\b", r"(?-u:\b)").replace(r"\d", "[0-9]");
        (constant(&format!("(?i){pattern}")), make)
    };
    let months = MONTHS.join("|");
    vec![
        form(
            format!(r"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s)?(?P<d>\d{{1,2}})\s?(?P<m>{months}|(?:{SHORT})\b\.?)(?:\s(?P<y>{YEAR})\b|,?\s(?P<t>jl\b\.?|jongstleden|ll\b\.?|a\.s\.|aanstaande|aanstaand|dit\sjaar|van\sdit\sjaar))?"),
            named_day,
        ),
        form(format!(r"\b(?P<d>\d{{1,2}})[-/](?P<mn>\d{{1,2}})[-/](?P<y>{YEAR})\b"), numbered_day),
        form(format!(r"\b(?P<y>{YEAR})-(?P<mn>\d\d)-(?P<d>\d\d)\b"), numbered_day),
        form(
            format!(r"\bvan\s(?P<d1>\d{{1,2}})(?:\s(?P<m1>{months}))?\s(?:tot\sen\smet|t/m|tot)\s(?P<d>\d{{1,2}})\s(?P<m>{months})\b{TAIL}"),
            |c| {
                let last = month(&c["m"])?;
                let first = c.name("m1").map_or(Some(last), |m| month(m.as_str()))?;
                Some(Heart::Days(c["d1"].parse().ok()?, first, c["d"].parse().ok()?, last))
            },
        ),
        form(format!(r"\b(?P<o>eerste|tweede)\shelft\svan\s(?P<m>{months})\b{TAIL}"), |c| {
            Some(Heart::HalfMonth(month(&c["m"])?, if c["o"].eq_ignore_ascii_case("eerste") { 1 } else { 2 }))
        }),
        form(format!(r"\b(?P<o>eerste|tweede|derde|vierde|laatste)\sweek\svan\s(?P<m>{months})\b{TAIL}"), |c| {
            let nth = ["eerste", "tweede", "derde", "vierde", "laatste"].iter().position(|n| c["o"].eq_ignore_ascii_case(n));
            Some(Heart::WeekOf(month(&c["m"])?, i8::try_from(nth? + 1).ok()?))
        }),
        form(format!(r"\bweek\svan\s(?:maandag\s)?(?P<d>\d{{1,2}})\s(?P<m>{months})\b{TAIL}"), |c| {
            Some(Heart::WeekFrom(c["d"].parse().ok()?, month(&c["m"])?))
        }),
        form(format!(r"\b(?:school|studie|college)jaar\s(?P<y1>{YEAR})\s?[-–/]\s?(?:{YEAR}|\d\d)\b"), |c| {
            Some(Heart::School(c["y1"].parse().ok()?))
        }),
        form(
            r"\b(?:het\s)?(?:nieuwe|komende?|volgende?|aankomende?|aanstaande|eerstvolgende)\s(?:school|studie|college)jaar\b".into(),
            |_| Some(Heart::NextSchool),
        ),
        form(format!(r"\b(?:(?P<k>kerst(?:mis)?|kerstdagen)|jaarwisseling|jaareinde)\b{TAIL}"), |c| {
            let day = if c.name("k").is_some() { 25 } else { 31 };
            Some(Heart::Day { day, month: 12, toward: Toward::Future })
        }),
        form(format!(r"\b(?:maand\s)?(?P<m>{months})\b{TAIL}(?P<t>\s(?:jl\b\.?|jongstleden|a\.s\.|aanstaande))?"), |c| {
            Some(Heart::Month(month(&c["m"])?))
        }),
        form(
            format!(r"\b(?P<o>eerste|tweede|derde|vierde|laatste|[1-4]e|[1-4]de|[1-4]ste)\skwartaal\b{TAIL}"),
            quarter,
        ),
        form(
            format!(r"\b(?:Q|K)(?P<q>[1-4])\b(?:[\s/-]?(?:van\s)?(?P<y2>{YEAR}|(?:dit|volgend|komend)\sjaar)\b)?|\b(?P<y3>{YEAR})[\s-]?Q(?P<q3>[1-4])\b"),
            quarter,
        ),
        form(
            format!(r"\b(?P<o>eerste|tweede|1e|2e)\s(?:jaarhelft|helft(?:\svan)?|halfjaar|half\sjaar)\b(?:{TAIL}|\s(?:het|dit)\sjaar\b)"),
            |c| Some(Heart::Half(if matches!(c["o"].chars().next(), Some('e' | 'E' | '1')) { 1 } else { 2 })),
        ),
        // What is named after its season comes in it: "in de najaarsbrief".
        form(format!(r"\b(?P<s>voorjaar|lente|zomer|najaar|herfst|winter)(?:s?(?:brief|rapportage|bericht|overleg|ronde))?\b{TAIL}"), |c| {
            Some(Heart::Season(match c["s"].to_lowercase().as_str() {
                "voorjaar" | "lente" => "voorjaar",
                "zomer" => "zomer",
                "najaar" | "herfst" => "najaar",
                _ => "winter",
            }))
        }),
        form(
            format!(r"\b(?:(?P<r>zomer|kerst|winter|herfst|mei|voorjaars|krokus|verkiezings)?reces(?:periode)?|(?P<v>zomer|kerst|herfst|mei|voorjaars|krokus)vakantie)\b{TAIL}"),
            |c| Some(recess(c)),
        ),
        form(
            format!(r"\b(?:(?:boek|kalender|begrotings)jaar\s)?(?P<y1>{YEAR})(?:(?:\s?[-–/]\s?|\s(?:tot\sen\smet|t/m|tot|en|of|à)\s|,\s{YEAR}\s(?:en|of)\s)(?P<yl>{YEAR}|\d\d))?\b"),
            years,
        ),
        form(r"\b(?P<u>(?:kalender|boek)?jaar|jaren|maand(?:en)?|week|weken|kwartaal|kwartalen|half\sjaar|dagen)\b".into(), word),
        form(
            format!(r"\b(?:uiterlijk\s)?(?P<h>binnen|over|na|(?:in\s|gedurende\s)?(?:de\s|het\s)?(?:komende|komend|eerstvolgende))\s(?:(?:een\s)?(?:termijn|periode)\svan\s|nu\sen\s)?(?:circa|ongeveer|maximaal|uiterlijk|ten\shoogste)?\s?(?P<n>{COUNT})\s(?P<u>{UNIT})\b(?P<since>\s(?:na|nadat|daarna|nadien|vanaf)\b(?P<now>\s(?:heden|vandaag|nu)\b)?)?"),
            length,
        ),
        form(r"\b(?:kabinets|regeer|regerings|zittings)periode\b|\bkabinetstermijn\b".into(), |_| Some(Heart::Cabinet)),
        form(
            format!(r"\b(?P<e>Prinsjesdag|Voorjaarsnota|voorjaarsbesluitvorming|Najaarsnota|Miljoenennota|Verantwoordingsdag|augustusbesluitvorming|(?:ontwerp)?begroting\b|(?:begrotings|wets)behandeling|behandeling\svan\sde\s(?:[A-Za-z&-]{{1,20}}-?)?begroting\b|(?:volgende|eerstvolgende|komende)\s(?:[A-Za-z-]{{0,30}}\s)?[A-Za-z-]{{0,30}}(?:rapportage|bericht|brief|debat|overleg|raad|jaarverslag|evaluatie|besluitvorming)|(?:halfjaar|jaar|verzamel)(?:bericht|brief)|(?:voortgangs|jaar)rapportage|ministerraad|commissiedebat|formatie|verkiezingen)\b{TAIL}"),
            |c| Some(event(c)),
        ),
        form(
            r"\b(?:op\s(?:de\s)?(?:zeer\s|heel\s)?(?:korte|kortst\smogelijke|middellange|lange|langere)\stermijn|op\stermijn|binnenkort|spoedig|zo\s(?:spoedig|snel)\s(?:als\s)?mogelijk|z\.?s\.?m\b\.?|te\szijner\stijd|t\.z\.t\.|(?:in\s)?(?:de\s)?komende\s(?:periode|tijd)|binnen\safzienbare\s(?:tijd|termijn)|in\sde\s(?:nabije\s|naaste\s)?toekomst|op\seen\slater\s(?:moment|tijdstip)|tot\snader\sorder|tot(?:dat)?\ser\smeer\sduidelijkheid\sis|jaarlijks|halfjaarlijks|per\skwartaal|(?:elk|ieder)\s(?:kwartaal|jaar|half\sjaar)|periodiek)\b".into(),
            |_| Some(Heart::Vague),
        ),
    ]
});

fn named_day(c: &Captures) -> Option<Heart> {
    let toward = match c.name("t").map(|t| t.as_str().to_lowercase()) {
        Some(t) if t.starts_with('j') || t.starts_with("ll") => Toward::Past,
        Some(t) if t.starts_with('a') => Toward::Future,
        _ => Toward::Unknown,
    };
    Some(Heart::Day { day: c["d"].parse().ok()?, month: month(c["m"].get(..3).unwrap_or(&c["m"]))?, toward })
        .filter(|_| !c["m"].is_empty())
}

fn numbered_day(c: &Captures) -> Option<Heart> {
    Some(Heart::Day { day: c["d"].parse().ok()?, month: c["mn"].parse().ok()?, toward: Toward::Unknown })
}

fn quarter(c: &Captures) -> Option<Heart> {
    let said = c.name("o").or(c.name("q")).or(c.name("q3"))?.as_str().to_lowercase();
    Some(Heart::Quarter(match said.as_str() {
        "eerste" => 1,
        "tweede" => 2,
        "derde" => 3,
        "vierde" | "laatste" => 4,
        digit => digit.get(..1)?.parse().ok()?,
    }))
}

fn recess(c: &Captures) -> Heart {
    let Some(name) = c.name("r").or(c.name("v")) else { return Heart::Recess(None) };
    Heart::Recess(Some(match name.as_str().to_lowercase().as_str() {
        "zomer" => "zomer",
        "kerst" | "winter" => "kerst",
        "herfst" => "herfst",
        "mei" => "mei",
        "voorjaars" | "krokus" => "voorjaar",
        _ => "verkiezing",
    }))
}

fn years(c: &Captures) -> Option<Heart> {
    let first: i16 = c["y1"].parse().ok()?;
    let last = match c.name("yl").map(|y| y.as_str()) {
        None => first,
        Some(short) if short.len() == 2 => first / 100 * 100 + short.parse::<i16>().ok()?,
        Some(long) => long.parse().ok()?,
    };
    (last >= first).then_some(Heart::Years(first, last))
}

fn unit(word: &str) -> Option<Unit> {
    let word = word.to_lowercase();
    Some(match word.as_str() {
        w if w.starts_with("half") => Unit::HalfYear,
        w if w.contains("dag") => Unit::Day,
        w if w.starts_with("we") => Unit::Week,
        w if w.starts_with("maand") => Unit::Month,
        w if w.starts_with("kwart") => Unit::Quarter,
        w if w.contains("ja") => Unit::Year,
        _ => return None,
    })
}

fn word(c: &Captures) -> Option<Heart> {
    let unit = unit(&c["u"])?;
    let plural = c["u"].to_lowercase().ends_with("en");
    Some(if plural { Heart::Many(unit) } else { Heart::Word(unit) })
}

fn length(c: &Captures) -> Option<Heart> {
    let how = match c["h"].to_lowercase().as_str() {
        "over" => How::After,
        "na" => How::Past,
        _ => How::Within,
    };
    let mut unit = unit(&c["u"])?;
    if c.name("since").is_some() && c.name("now").is_none() {
        return Some(Heart::FromEvent(unit));
    }
    let said = c["n"].to_lowercase();
    let count = match said.as_str() {
        "een" | "één" => 1,
        "anderhalf" if unit == Unit::Year => {
            unit = Unit::Month;
            18
        }
        "twee" => 2,
        "drie" => 3,
        "vier" => 4,
        "vijf" => 5,
        "zes" => 6,
        "zeven" => 7,
        "acht" => 8,
        "negen" => 9,
        "tien" => 10,
        "elf" => 11,
        "twaalf" => 12,
        "vijftien" => 15,
        "achttien" => 18,
        digits => match digits.parse() {
            Ok(count) => count,
            Err(_) if matches!(how, How::Within) && !said_within(c) => return Some(Heart::Many(unit)),
            Err(_) => return Some(Heart::Few { how, most: if said.ends_with("paar") { 4 } else { 6 }, unit }),
        },
    };
    Some(Heart::Length { how, count, unit })
}

/// "Binnen", and not "de komende".
fn said_within(c: &Captures) -> bool {
    c["h"].eq_ignore_ascii_case("binnen")
}

fn event(c: &Captures) -> Heart {
    let said = c["e"].to_lowercase();
    Heart::Event(match said.as_str() {
        "prinsjesdag" | "miljoenennota" => "prinsjesdag",
        "voorjaarsnota" | "voorjaarsbesluitvorming" => "voorjaarsnota",
        "najaarsnota" => "najaarsnota",
        "augustusbesluitvorming" => "augustusbesluitvorming",
        "verantwoordingsdag" => "verantwoordingsdag",
        "begrotingsbehandeling" => "begrotingsbehandeling",
        said if said.starts_with("behandeling van de") => "begrotingsbehandeling",
        _ => "onbekend",
    })
}

/// The year that a form ends on.
pub(super) fn year_said(c: &Captures, earlier: &str) -> YearSaid {
    let said = ["y", "y2", "y3"].iter().find_map(|n| c.name(n)).map(|m| m.as_str().to_lowercase());
    match said {
        None => YearSaid::No,
        Some(y) => match y.parse() {
            Ok(year) => YearSaid::Is(year),
            // "In 2031 …, in het tweede kwartaal van dat jaar".
            Err(_) if y.starts_with("dat") => named_before(earlier).map_or(YearSaid::Relative(0), YearSaid::Is),
            Err(_) if y.starts_with("dit") || y.starts_with("hetzelfde") => YearSaid::Relative(0),
            Err(_) if y.starts_with("vorig") || y.starts_with("afgelopen") => YearSaid::Relative(-1),
            Err(_) => YearSaid::Relative(1),
        },
    }
}

/// The last year that is named in these words.
fn named_before(words: &str) -> Option<i16> {
    static NAMED: LazyLock<Regex> = LazyLock::new(|| constant(r"\b(?:19|20)\d\d\b"));
    NAMED.find_iter(words).last().and_then(|year| year.as_str().parse().ok())
}

static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?ix)(?:\A|[^\p{L}\p{N}-])(?P<all>
          (?:(?P<nog>nog|later|eerder|reeds|al)\s)?
          (?:(?P<dir>niet\s(?:eerder\sdan(?:\sin)?|(?:meer\s)?voor|(?:meer\s)?vóór)|op\s(?:zijn|haar|hun|z'n)\svroegst(?:\sin|\sop|\sper)?|uiterlijk(?:\s(?:voor|vóór|in|bij|met|op|tijdens|per|aan|tegen))?|niet\slater\sdan|ten\slaatste(?:\sin)?|nog\svoor
              |voor(?:afgaand)?(?:\saan)?|vóór|(?:ruim|kort|vlak)\sv(?:oo|óó)r|(?:kort|direct|meteen|vlak|snel)\sna|na\safloop\svan|na|vanaf|met\singang\svan|ingaande|sinds|tot\sen\smet|t/m|tot\saan|tot|rond(?:om)?|omstreeks
              |tijdens|gedurende|in|met|bij|op|per|tegen|tussen|via)\s)?
          (?:nog\s)?(?:later\s)?
          (?:(?P<part>(?:het\s|de\s)?(?:begin|start|aanvang|eind|einde|ultimo|medio|halverwege|half|midden|loop|helft)(?:\svan)?|de\s(?:eerste|laatste)\s(?:dagen|weken|maanden)\svan)\s)?
          (?:(?P<det>(?:de\s|het\s)?(?:dit|deze|komende?|aankomende?|aanstaande|volgende?|eerstvolgende?|afgelopen|vorige?|lopende)|het|de|een)\s)?
          (?:(?P<early>vroege?|late)\s)?
        )\z",
    )
});

/// Reads what stands before byte `at`; gives the start of the whole expression too. `line` bounds the look back.
pub(super) fn before(text: &str, line: usize, at: usize) -> (usize, Before) {
    let mut from = at.saturating_sub(70).max(line);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let Some(found) = BEFORE.captures(&text[from..at]) else { return (at, Before::default()) };
    let said = |name: &str| found.name(name).map(|m| m.as_str().to_lowercase());
    let dir = match said("dir").as_deref() {
        None => Dir::None,
        Some(d) if d.starts_with("niet v") || d.starts_with("niet m") || d.starts_with("niet e") => Dir::Earliest,
        Some(d) if d.starts_with("op ") && d.contains("vroegst") => Dir::Earliest,
        Some(d) if d.starts_with("kort v") || d.starts_with("vlak v") => Dir::JustBefore,
        Some("direct na" | "meteen na" | "vlak na") => Dir::JustAfter,
        Some(d) if d.starts_with("uiterlijk voor") || d.starts_with("uiterlijk vóór") => Dir::Before,
        Some(d) if d.starts_with("uiterlijk") || d.starts_with("niet later") || d.starts_with("ten laatste") => Dir::By,
        Some(d) if d.contains("voor") || d.starts_with("vóór") => Dir::Before,
        Some("vanaf" | "met ingang van" | "ingaande") => Dir::From,
        Some("sinds") => Dir::Since,
        Some("tot en met" | "t/m") => Dir::UntilEnd,
        Some(d) if d.starts_with("tot") => Dir::Until,
        Some(d) if d.starts_with("rond") || d == "omstreeks" => Dir::Around,
        Some(d) if d.ends_with("na") || d.starts_with("na ") => Dir::After,
        Some(_) => Dir::At,
    };
    let part = match said("part").as_deref() {
        Some(p) if ["begin", "start", "aanvang", "eerste"].iter().any(|b| p.contains(b)) => Part::Begin,
        Some(p) if ["medio", "half", "halverwege", "midden", "helft"].iter().any(|m| p.contains(m)) => Part::Middle,
        Some(p) if p.contains("eind") || p.contains("laatste") => Part::End,
        Some("ultimo") => Part::Last,
        Some(_) => Part::Whole,
        None => match said("early").as_deref() {
            Some("late") => Part::End,
            Some(_) => Part::Begin,
            None => Part::Whole,
        },
    };
    let det = match said("det").as_deref().map(|d| d.rsplit(' ').next().unwrap_or(d).to_string()).as_deref() {
        Some("dit" | "deze" | "lopende") => Det::This,
        Some(d)
            if d.starts_with("kom") || d.starts_with("aan") || d.starts_with("volgend") || d.starts_with("eerst") =>
        {
            Det::Next
        }
        Some("afgelopen" | "vorig" | "vorige") => Det::Last,
        _ => Det::None,
    };
    let nog = found.name("nog").is_some_and(|n| n.as_str().eq_ignore_ascii_case("nog"))
        || found[0].to_lowercase().contains("nog ");
    let any = dir != Dir::None || det != Det::None || found.name("part").is_some();
    let start = if any { from + found.name("all").map_or(at - from, |m| m.start()) } else { at };
    (start, Before { nog, dir, part, det, any })
}
