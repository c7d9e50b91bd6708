//! Kamerstukken: a dossier, what is added to it (chapter, fund, EU council, Rijkswet), and numbers or letters. Grammar
//! from the Chamber's own forms; a number without a cue is no reference.

use super::cursor::{Cursor, YEAR, is_blank, is_dash};
use super::{CitationFinding, span};
use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULE: &str = "verwijzing-kamerstuk";

/// At most this many pieces from one range: more is a typing error, and no text may make us fill memory.
const LONGEST_RANGE: u32 = 100;

/// Dossiers under which the Chamber files EU councils, whose second number is no piece number.
const COUNCILS: [&str; 2] = ["21501", "21502"];

/// What stands before a dossier. Strong: the word says what follows is a Kamerstuk, and belongs to the reference. Weak:
/// it makes a dossier likely. Only: a session year or chamber, which belongs to the reference but proves nothing.
static CUE: LazyLock<Regex> = LazyLock::new(|| {
    let joint = format!(
        r"(?:[\s,;:|(\[]|\b(?:II?|ll|TK|EK|T\.K\.|E\.K\.|Tweede\sKamer|Eerste\sKamer|der\sStaten-Generaal|vergaderjaar|jaargang|zitting|vj\.|nrs?\.?|nummers?|dossiers?|dossiernummers?|{YEAR})(?-u:\b)?)*"
    );
    let strong = r"kamerst(?:uk(?:ken)?|\.)(?:-?n(?:umme)?rs?\.?)?|kamerdossiers?(?:-?n(?:umme)?rs?\.?)?|\bkst\.?";
    let weak = r"\bdossiers?(?:-?n(?:umme)?rs?\.?)?|(?:wets|begrotings)?(?:voorstel(?:len)?|ontwerp(?:en)?|wijziging)(?:\svan\s(?:rijks)?wet)?|\bmoties?|\bamendement(?:en)?|\bstuk(?:ken)?|\bt\.?v\.?v\.?|\bter\svervanging\svan|\bbrie(?:f|ven)|\bbegroting|\binitiatiefnota|\bverslag";
    let only = r"\b(?:Tweede\sKamer|TK|EK|II?),?\s(?:vergaderjaar\s)?(?:19|20)\d\d|\bvergaderjaar";
    constant(&format!(
        r"(?i)(?:(?P<strong>{strong})|(?P<weak>{weak})|(?P<only>{only})|(?P<year>\b{YEAR},?\s)){joint}\z"
    ))
});

/// Between two references of one enumeration.
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    constant(&format!(
        r"(?i)\A[\s,;/&()\[\]]*(?:p(?:p|ag|\.)?\.?\s?\d+(?:[-–]\d+)?)?[\s,;.]*(?:en|of|resp\.|respectievelijk|vgl\.|zie|zie\sook|alsmede|en\sook)?[\s,;]*(?:(?:II?|ll),?\s)?(?:{YEAR},?\s)?\z"
    ))
});

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Strong,
    Weak,
    None,
}

/// A dossier as read.
#[derive(Clone)]
pub(super) struct Dossier {
    /// The digits, without blanks.
    pub(super) digits: String,
    /// `VII`, `A`, `02`.
    pub(super) addition: Option<String>,
    /// Whether a Rijkswet number "(R 2184)" stood after it.
    rijkswet: bool,
}

impl Dossier {
    pub(super) fn key(&self, number: Option<&str>) -> String {
        let parts = [Some(self.digits.as_str()), self.addition.as_deref(), number];
        parts.iter().flatten().fold("kst".to_string(), |key, part| key + "-" + part)
    }

    fn value(&self) -> u32 {
        self.digits.parse().unwrap_or(0)
    }

    /// Whether four digits are a year and not a number with a digit lost.
    fn is_year(&self) -> bool {
        (1800..2100).contains(&self.value())
    }
}

/// How the numbers were written: what makes a bare reference certain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// No number.
    Bare,
    /// "nr. 12", "letter M".
    Word,
    /// "-12".
    Kebab,
    /// ", 12": only after a strong cue; ", C" also where a bracket closes behind it.
    Comma,
}

/// Reads a dossier number with its addition. `width`: how many digits; 5 but for typing errors.
pub(super) fn dossier(cursor: &mut Cursor, width: usize) -> Option<Dossier> {
    let start = *cursor;
    let found = plain_dossier(cursor, width);
    if found.is_none() {
        *cursor = start;
    }
    found
}

fn plain_dossier(cursor: &mut Cursor, width: usize) -> Option<Dossier> {
    let mut digits = String::with_capacity(5);
    if let Some(run) = cursor.digits(width, width) {
        digits.push_str(run);
    } else if width == 5 {
        digits.push_str(cursor.digits(2, 2)?);
        if !cursor.take(|c| c == '.') && !cursor.blanks() {
            return None;
        }
        digits.push_str(cursor.digits(3, 3)?);
    } else {
        return None;
    }
    // An amount ("26.643,50"), a percentage or a longer number.
    let mut after = *cursor;
    if after.take(|c| matches!(c, '.' | ',')) && after.peek().is_some_and(|c| c.is_ascii_digit())
        || cursor.peek().is_some_and(|c| c == '%')
    {
        return None;
    }
    let mut found = Dossier { digits, addition: None, rijkswet: rijkswet(cursor) };
    found.addition = addition(cursor, &found.digits);
    found.rijkswet = found.rijkswet || rijkswet(cursor);
    Some(found)
}

/// " (R 2184)", "-(R2158)": belongs to the words, not to the key.
fn rijkswet(cursor: &mut Cursor) -> bool {
    let start = *cursor;
    if !cursor.dash() {
        cursor.blanks();
    }
    let bracket = cursor.take(|c| c == '(');
    if cursor.take(|c| c == 'R') {
        cursor.blanks();
        cursor.take(is_dash);
        if cursor.digits(3, 4).is_some() && (!bracket || cursor.take(|c| c == ')')) {
            return true;
        }
    }
    *cursor = start;
    false
}

fn addition(cursor: &mut Cursor, digits: &str) -> Option<String> {
    let start = *cursor;
    let dash = cursor.dash();
    let blank = !dash && cursor.blanks();
    if dash || blank || cursor.peek().is_some_and(|c| c.is_ascii_uppercase()) {
        if let Some(letters) = cursor.capitals(6)
            && (is_chapter(letters) || letters.len() == 1)
            // "26 643 A. Jansen" and "25 000 V/m" are something else.
            && !(letters.len() == 1 && !dash && cursor.peek().is_some_and(|c| matches!(c, '.' | '/' | '\'' | '’' | '&')))
        {
            return Some(letters.to_string());
        }
        if COUNCILS.contains(&digits) || dash {
            let here = *cursor;
            if let Some(council) = cursor.digits(2, 2) {
                let mut after = *cursor;
                let more = after.dash() && after.peek().is_some_and(|c| c.is_ascii_digit());
                let mut after = *cursor;
                let comma = after.take(|c| c == ',');
                let word = after.number_word().is_some() && comma;
                if COUNCILS.contains(&digits) || more || word {
                    return Some(council.to_string());
                }
            }
            *cursor = here;
        }
    }
    *cursor = start;
    cursor.take(|c| c == ',');
    if cursor.word("hoofdstuk") || cursor.word("hfdst.") {
        cursor.blanks();
        if let Some(letters) = cursor.capitals(6).filter(|l| is_chapter(l) || l.len() == 1) {
            return Some(letters.to_string());
        }
    }
    *cursor = start;
    None
}

/// A budget chapter: a Roman number to XXIII, with a letter where the Chamber splits it (IIA, IXB).
fn is_chapter(letters: &str) -> bool {
    const CHAPTERS: [&str; 23] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
        "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII",
    ];
    CHAPTERS.contains(&letters)
        || letters.strip_suffix(['A', 'B', 'C', 'D', 'E']).is_some_and(|root| ["II", "III", "IV", "IX"].contains(&root))
}

/// Reads the numbers after a dossier.
fn numbers(cursor: &mut Cursor, cue: Cue) -> (Form, Vec<String>) {
    let start = *cursor;
    cursor.take(|c| c == ',');
    let bracket = {
        let mut after = *cursor;
        after.blanks();
        after.take(|c| c == '(') && after.number_word().is_some()
    };
    if bracket {
        cursor.blanks();
        cursor.take(|c| c == '(');
    }
    if let Some(plural) = cursor.number_word() {
        let found = list(cursor, plural);
        if !found.is_empty() {
            return (Form::Word, found);
        }
    }
    *cursor = start;
    cursor.take(|c| c == ',');
    if cursor.word("letters") || cursor.word("letter") {
        cursor.blanks();
        let found = list(cursor, true);
        if !found.is_empty() {
            return (Form::Word, found);
        }
    }
    *cursor = start;
    if cursor.dash() {
        cursor.number_word();
        let found = list(cursor, false);
        let spaced = start.rest().starts_with(is_blank) && cursor.peek().is_some_and(char::is_alphanumeric);
        if !found.is_empty() && !spaced {
            return (Form::Kebab, found);
        }
    }
    *cursor = start;
    if cursor.take(|c| c == ',') && cursor.blanks() {
        let found = list(cursor, false);
        let closed = !cursor.peek().is_some_and(|c| is_blank(c) || c.is_alphanumeric() || is_dash(c) || c == '/');
        let letters = found.iter().all(|n| n.starts_with(|c: char| c.is_ascii_uppercase()));
        // "(36 512, C)": a letter of the Senate, and nothing else before the bracket closes.
        let letter = found.len() == 1 && found[0].len() == 1 && letters && cursor.peek() == Some(')');
        if !found.is_empty() && (cue == Cue::Strong && (closed || letters) || letter) {
            return (Form::Comma, found);
        }
    }
    *cursor = start;
    (Form::Bare, Vec::new())
}

/// One piece number or Senate letter.
fn item(cursor: &mut Cursor) -> Option<String> {
    let start = *cursor;
    let found = match cursor.digits(1, 5) {
        Some(run) => Some(run.trim_start_matches('0').to_string()).filter(|n| !n.is_empty()),
        None => cursor.capitals(2).map(str::to_string),
    };
    if found.is_none() || cursor.peek().is_some_and(|c| c.is_ascii_alphabetic() || c == '%') {
        *cursor = start;
        return None;
    }
    found
}

/// A list of numbers: "5", "383, 348 en 309", "1-3", "5 t/m 7", "679, nr. 684 en 685". `plural`: "nrs." announced it.
pub(super) fn list(cursor: &mut Cursor, plural: bool) -> Vec<String> {
    let mut found: Vec<String> = item(cursor).into_iter().collect();
    if found.is_empty() {
        return found;
    }
    let mut sure = *cursor;
    let mut kept = 1;
    loop {
        let mut next = sure_or(*cursor, &found, kept, sure);
        let range = next.word("t/m") || next.word("tot en met") || plural && next.dash();
        let mut last = false;
        if !range {
            let comma = next.take(|c| c == ',' || c == '/');
            last = next.word("en") || next.word("&");
            if !comma && !last {
                break;
            }
        }
        let said = next.number_word();
        next.blanks();
        let number = next;
        if !numbered(&mut next) {
            break;
        }
        let mut value = number;
        let Some(value) = item(&mut value) else { break };
        let plural = plural || said.is_some() || range;
        // Without "nrs." a comma may begin something else, until "en 14" closes the list.
        if !plural && last && !closes(&next) {
            break;
        }
        if range {
            let (Some(Ok(low)), Ok(high)) = (found.last().map(|n| n.parse::<u32>()), value.parse::<u32>()) else {
                break;
            };
            if high <= low || high - low > LONGEST_RANGE {
                break;
            }
            found.extend((low + 1..=high).map(|n| n.to_string()));
        } else {
            found.push(value);
        }
        *cursor = next;
        if plural || last {
            sure = next;
            kept = found.len();
        }
    }
    found.truncate(kept);
    *cursor = sure;
    found
}

fn sure_or<'t>(cursor: Cursor<'t>, found: &[String], kept: usize, sure: Cursor<'t>) -> Cursor<'t> {
    if found.len() == kept { sure } else { cursor }
}

/// Takes an item that is no dossier, date, page or amount.
fn numbered(cursor: &mut Cursor) -> bool {
    static UNIT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\A\s?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|procent|miljoen|miljard|euro|jaar|[-–]\d|[.,]\d|\s?\d)",
        )
    });
    let mut probe = *cursor;
    if dossier(&mut probe, 5).is_some() {
        return false;
    }
    item(cursor).is_some() && !UNIT.is_match(cursor.rest())
}

/// Whether nothing but punctuation or the end follows.
fn closes(cursor: &Cursor) -> bool {
    cursor.peek().is_none_or(|c| {
        matches!(c, ')' | ']' | '.' | ',' | ';' | ':' | '\n' | '\t' | '?' | '!' | '»' | '”' | '’' | '"')
    })
}

/// What stands before the dossier: the cue, and where the reference begins.
fn cue_before(text: &str, line: usize, at: usize) -> (Cue, usize) {
    let mut from = at.saturating_sub(100).max(line);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let window = &text[from..at];
    let Some(found) = CUE.captures(window) else { return (Cue::None, at) };
    let open = |start: usize| {
        // "Kamerstukken (26 643" begins at the bracket's inside only if the bracket closes later; keep the word anyway.
        !window[..start].ends_with(|c: char| c.is_alphabetic())
    };
    if let Some(strong) = found.name("strong") {
        if open(strong.start()) {
            return (Cue::Strong, from + strong.start());
        }
        return (Cue::Strong, at);
    }
    if let Some(only) = found.name("only").or(found.name("year")) {
        // "in 2031 (31 765, nr. 8)": a year outside the brackets belongs to other words.
        if window[only.start()..].contains(['(', '[']) {
            return (Cue::None, at);
        }
        return (Cue::None, from + only.start());
    }
    (Cue::Weak, at)
}

/// Number before its dossier: "82 (36 410-VIII)", "nrs. 4 en 5 (32317)". Gives the start and the numbers.
fn numbers_before(text: &str, line: usize, bracket: usize) -> Option<(usize, Vec<String>, bool)> {
    static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)(?:(?:^|[^\p{L}])(?P<word>n(?:umme)?rs?\.?\s?)|(?:^|[\s(]))(?P<list>\d{1,4}(?:(?:,\s|\sen\s|,\sen\s|\st/m\s)\d{1,4})*)\s?\z",
        )
    });
    let mut from = bracket.saturating_sub(60).max(line);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let window = &text[from..bracket];
    let found = BEFORE.captures(window)?;
    let list_at = found.name("list")?;
    let word = found.name("word");
    let mut cursor = Cursor::new(text, from + list_at.start());
    let all = list(&mut cursor, true);
    let year = all.iter().any(|n| n.len() == 4 && (n.starts_with("19") || n.starts_with("20")));
    (!all.is_empty() && (word.is_some() || !year))
        .then(|| (from + word.map_or(list_at.start(), |w| w.start()), all, word.is_some()))
}

/// What was found at a dossier.
pub(super) struct Hit {
    pub(super) end: usize,
    pub(super) findings: Vec<CitationFinding>,
}

/// Tries to read a reference whose dossier begins at `at`. `line`: where its line begins; `previous`: end of the
/// Kamerstuk found before it, which may carry the cue on.
pub(super) fn read(text: &str, line: usize, at: usize, width: usize, previous: Option<usize>) -> Option<Hit> {
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '€' | '$' | '+' | '#' | '=')) {
        return None;
    }
    let mut cursor = Cursor::new(text, at);
    let first = dossier(&mut cursor, width)?;
    if width == 4 && first.is_year() {
        return None;
    }
    let (mut cue, start) = cue_before(text, line, at);
    if cue != Cue::Strong && (glued(text, at) || text[line..at].trim_end().ends_with('€')) {
        return None;
    }
    let chained = previous.is_some_and(|p| p >= line && p <= at && LINK.is_match(&text[p..at]));
    if chained && cue == Cue::None {
        cue = Cue::Weak;
    }
    let mut start = if cue == Cue::Strong || start < at { start } else { at };
    let bare_end = cursor.at;
    let (mut form, mut found) = numbers(&mut cursor, cue);
    if form == Form::Bare && width == 5 {
        let mut joint = cursor;
        if let Some((joint_form, joint_found)) = joint_numbers(&mut joint, cue) {
            (form, found, cursor) = (joint_form, joint_found, joint);
        }
    }
    if cursor.at == bare_end && form == Form::Bare && cursor.peek().is_some_and(char::is_alphabetic) {
        return None;
    }
    let opened = text[line..at].trim_end_matches(is_blank).ends_with(['(', '[']);
    let mut named = false;
    if form == Form::Bare && opened && width == 5 {
        let bracket = text[..at].trim_end_matches(is_blank).len() - 1;
        if matches!(cursor.peek(), Some(')' | ']' | ',' | ';'))
            && let Some((from, all, word)) = numbers_before(text, line, bracket)
            && (word || first.addition.is_some() || plausible(&first, 19_000, 38_500))
        {
            let mut end = cursor;
            end.take(|c| matches!(c, ')' | ']'));
            (start, found, form, cursor, named) = (from, all, Form::Word, end, true);
        }
    }
    if !named && !accepted(&cursor, &first, (cue, form, opened, chained), width) {
        return None;
    }
    let raw = span(text, start, cursor.at)?;
    let keys: Vec<String> =
        if found.is_empty() { vec![first.key(None)] } else { found.iter().map(|n| first.key(Some(n))).collect() };
    let finding = |key: String| CitationFinding {
        raw: raw.of(text).to_string(),
        key: Some(key),
        span: raw,
        rule: RULE,
        candidates: Vec::new(),
        repaired: None,
    };
    Some(Hit { end: cursor.at, findings: keys.into_iter().map(finding).collect() })
}

/// "Kamerstukken 26 643 en 24 095, nr. 758", "34 682/35 334, nr. 143": one piece, filed under several dossiers.
fn joint_numbers(cursor: &mut Cursor, cue: Cue) -> Option<(Form, Vec<String>)> {
    for _ in 0..6 {
        let slash = cursor.take(|c| c == '/');
        if !slash {
            let comma = cursor.take(|c| c == ',');
            if !cursor.word("en") && !cursor.word("&") && !comma {
                return None;
            }
            cursor.blanks();
        }
        dossier(cursor, 5)?;
        let (form, found) = numbers(cursor, cue);
        if form == Form::Word || form == Form::Kebab && slash {
            return Some((form, found));
        }
        if form != Form::Bare {
            return None;
        }
    }
    None
}

/// Whether the digits are the tail of a longer number: "1 26 643", "12.26 643", "06-26643".
fn glued(text: &str, at: usize) -> bool {
    static TAIL: LazyLock<Regex> = LazyLock::new(|| constant(r"\d[.,\-–/]\z|(?:^|[^\d/–-])\d{1,3}[\s.]\z"));
    let mut from = at.saturating_sub(8);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    TAIL.is_match(&text[from..at])
}

fn plausible(dossier: &Dossier, low: u32, high: u32) -> bool {
    (low..=high).contains(&dossier.value())
}

fn accepted(
    end: &Cursor,
    dossier: &Dossier,
    (cue, form, opened, chained): (Cue, Form, bool, bool),
    width: usize,
) -> bool {
    let chapter = dossier.addition.as_deref().is_some_and(|a| a.len() > 1);
    if width != 5 {
        return cue == Cue::Strong && form != Form::Bare || chapter && form == Form::Word;
    }
    if cue == Cue::Strong {
        return true;
    }
    let whole = matches!(end.peek(), Some(')' | ']' | ',' | ';')) || end.rest().starts_with(" en ");
    let round = dossier.value().is_multiple_of(500);
    match form {
        Form::Word => plausible(dossier, 10_000, 49_999),
        Form::Kebab if chapter => plausible(dossier, 17_000, 49_999),
        Form::Kebab | Form::Comma => plausible(dossier, 17_000, 38_500) && (cue == Cue::Weak || opened && whole),
        Form::Bare if dossier.rijkswet => true,
        Form::Bare if chapter => plausible(dossier, 17_000, 38_500),
        Form::Bare => {
            let likely = plausible(dossier, 17_000, 38_500) && (!round || dossier.addition.is_some());
            likely && (opened && whole || cue == Cue::Weak && !chained && !counts(end) || chained && closes(end))
        }
    }
}

/// Whether a noun follows that the digits would count ("26 643 euro", "moties 20 150 keer").
fn counts(end: &Cursor) -> bool {
    static NOUN: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\A\s(?:euro|mensen|personen|woningen|keer|gevallen|jaar|kilo|ton|hectare|kilometer|miljoen|aanvragen|leerlingen|banen|[A-Z]{2}\b)",
        )
    });
    NOUN.is_match(end.rest())
}
