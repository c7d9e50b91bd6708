//! Commitments: what a member of the government tells the Chamber that will be done, delivered or told. The rules say
//! which sentence is one; here it is told who commits, to whom and by when. The border: a sentence of a member, a
//! footnote, a quotation or a motion is never one, whatever its words. What is refused is recorded as refused.

mod act;
mod again;
mod aloud;
mod by;
mod course;
mod doer;
mod due;
mod remark;
mod retold;
mod standing;
mod strength;

use by::{by, first_person};
pub(super) use due::{Due, behind, due, of_a_thing, of_month};

use super::{Commitment, Context, RecordKind, constant};
use crate::document::{BlockKind, Document, Kind};
use crate::rules::Finding;
use crate::text::{Grain, Span};
use regex::Regex;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// The rule of what must be ready by a day: a policy asks that of those it binds.
const MUST_BE: &str = "moet-klaar";

/// All that the document holds, in order of place.
pub(super) fn extract(doc: &Document, ctx: &Context) -> Vec<Commitment> {
    // A motion promises nothing, and a committee's list of decisions is the Chamber's own work.
    let decisions = doc.meta.title.as_deref().is_some_and(|t| t.starts_with("Besluitenlijst"));
    if doc.meta.kind == Kind::Motie || decisions {
        return Vec::new();
    }
    // The heaviest rule of a sentence decides, among those whose find holds here.
    let open = |block, unit| !outside(doc, ctx, block, unit);
    let mut found = ctx.reading.each(RecordKind::Commitment, open, |finding| commitment(doc, ctx, finding));
    aloud::times(doc, ctx, &mut found);
    again::once(doc, ctx, found)
}

fn commitment(doc: &Document, ctx: &Context, finding: &Finding) -> Option<Commitment> {
    let unit = finding.unit;
    let words = doc.of(unit);
    let at = unit.start();
    let said = acted(doc, ctx, finding)?;
    let finding = said.as_ref().unwrap_or(finding);
    let place = before(finding)..before(finding) + finding.span.len();
    if ctx.asked(at) && !listed(doc, finding)
        || ctx.quoted(finding.span)
        || ANNOUNCES_ITSELF.is_match(words)
        || remark::remark(words)
        || retold::asked(words, &place)
        || !finding.fields.contains_key("refused") && retold::refused(words, &place)
        || remark::of_two_clauses(doc.of(finding.span))
        || settled(doc, finding)
        || OFFERS.is_match(words) && !matches!(due::yet(doc, ctx.anchor(at), finding), Due::At(_))
        || cited(doc, finding)
        || OPENS.is_match(words) && !matches!(due::yet(doc, ctx.anchor(at), finding), Due::At(_))
    {
        return None;
    }
    if (finding.fields.contains_key("tijd") || !first_person(doc.of(finding.span)))
        && doer::of_others(doc, ctx, finding)
    {
        return None;
    }
    let due = due::yet(doc, ctx.anchor(unit.start()), finding);
    let mine = first_person(doc.of(finding.span));
    let planned =
        finding.fields.contains_key("tijd") || finding.fields.get("strength").is_some_and(|s| s == "voornemen");
    let runs = !mine
        && (course::predicted(words)
            || course::routine(words)
            || course::described(words, &place, &due) && WILL.is_match(doc.of(finding.span))
            || planned && course::by_itself(words, &place));
    let left = !finding.fields.contains_key("refused") && standing::left(words, &place);
    if runs || left || standing::itself(words, &due) || standing::habit(words, &due) {
        return None;
    }
    // Aloud, the present tense is mostly argument: some rules then want a time, others do not count.
    let aloud = finding.fields.get("gesproken").filter(|_| ctx.spoken(at) || ctx.chaired(at));
    if aloud.is_some_and(|said| said == "nooit") {
        return None;
    }
    if ctx.spoken(at) && aloud::idle(doc, ctx, finding) {
        return None;
    }
    // A document or receiver shows it as well as a time does.
    let shown = || aloud.is_some_and(|said| said == "anker") && act::shown(words);
    // In a policy what is done without a day of the calendar is laid down.
    let dated = matches!(&due, Due::At(period) if period.until.is_some());
    let norm = || finding.fields.contains_key("tijd") || doer::standing(doc, finding);
    if doc.meta.kind == Kind::Beleidslijn && (!dated && norm() || finding.rule.id == MUST_BE) {
        return None;
    }
    let grounded = finding.fields.contains_key("tijd")
        && (remark::time_of_the_ground(words, &due) || remark::time_of_what_was_done(words, place.start, &due));
    if grounded || !timely(doc, finding, &due) || aloud.is_some() && !matches!(due, Due::At(_)) && !shown() {
        return None;
    }
    let strength = strength::strength(doc, ctx, finding, &due)?;
    Some(Commitment {
        by: by(doc, ctx, finding),
        to: to(doc, words),
        what: aloud::what(doc, ctx, finding).trim_end_matches(['.', ';', ' ']).to_string(),
        strength,
        conditional: conditional(words),
        restated: RESTATED.is_match(words),
        refused: finding.fields.contains_key("refused"),
        due: due.period(),
        evidence: vec![ctx.evidence(unit, &finding.rule.id)],
    })
}

/// Whether a row of an overview says of the promise in another of its cells ("De minister stuurt …") that it has been kept.
fn settled(doc: &Document, finding: &Finding) -> bool {
    static KEPT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:deze |de )?(?:toezegging )?(?:is )?(?:inmiddels )?(?:afgedaan|uitgevoerd|nagekomen|voldaan|ingelost)\b|\btoezegging (?:is )?(?:hiermee )?afgedaan\b",
        )
    });
    static TITLE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:de (?:minister|staatssecretaris|bewindslieden)|het kabinet|hij|zij)\b"));
    let BlockKind::Row { cells, .. } = &doc.blocks[finding.block].kind else { return false };
    let kept = |c: &Span| c.start() > finding.unit.end() && KEPT.is_match(doc.of(*c).trim());
    TITLE.is_match(doc.of(finding.unit)) && cells.iter().any(kept)
}

/// For a rule that leaves it to [`act`] whether anything is done (its field `daad`): the words that say so, or that none do.
#[expect(clippy::option_option, reason = "no act, an act, or a rule that asks for none")]
fn acted<'r>(doc: &Document, ctx: &Context, finding: &Finding<'r>) -> Option<Option<Finding<'r>>> {
    let Some(kind) = finding.fields.get("daad") else { return Some(None) };
    let unit = finding.unit;
    let words = doc.of(unit);
    let anchor = |unit: Span| due::yet(doc, ctx.anchor(unit.start()), &Finding { unit, span: unit, ..finding.clone() });
    if kind == "komt" {
        // In a policy the present tense lays down.
        if !matches!(doc.meta.kind, Kind::Kamerbrief | Kind::Antwoord | Kind::Verslag) {
            return None;
        }
        // A clause with a time of its own.
        let holds = |clause: Range<usize>| {
            let span = unit.inner(doc.text(), clause)?;
            let verb = act::coming(&bare(doc.of(span)))?;
            let ready = || act::ready(doc.of(span));
            let timed = matches!(anchor(span), Due::At(period) if (period.until.is_some() && !period.raw.starts_with("tot "))
                || period.from.is_some() && period.raw.to_lowercase().starts_with("vanaf") && ready());
            span.inner(doc.text(), verb).filter(|_| timed)
        };
        let span = clauses(&bare(words)).find_map(holds)?;
        return Some(Some(Finding { span, ..finding.clone() }));
    }
    if kind == "wil" {
        let at = before(finding);
        let span = act::intent(&bare(words), at..at + finding.span.len())?;
        return Some(Some(Finding { span: unit.inner(doc.text(), span)?, ..finding.clone() }));
    }
    let who = match kind.as_str() {
        "hij" => act::Who::Named,
        "dienst" => act::Who::Service,
        _ => act::Who::Government,
    };
    let anchor = || match anchor(unit) {
        Due::At(_) => act::Anchor::Time,
        Due::Open => act::Anchor::Words,
        Due::Past => act::Anchor::Past,
    };
    let span = unit.inner(doc.text(), act::act(words, who, anchor)?)?;
    Some(Some(Finding { span, ..finding.clone() }))
}

/// A sentence with what stands in between, ", zoals gemeld,", blanked out, each word where it was.
fn bare(words: &str) -> Cow<'_, str> {
    static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r", (?:zoals|als|naar|zo|mits|indien|samen met|na|gelet op|anders dan|die|waarin|waarmee|waarvan|waarover|waarvoor|waarop|waaraan|voorzien van|inclusief|met name) [^,;:]{2,90},",
        )
    });
    ASIDE.replace_all(words, |c: &regex::Captures| " ".repeat(c[0].len()))
}

/// The stretches of a sentence between semicolons, colons and conjunctions that begin another main clause.
fn clauses(words: &str) -> impl Iterator<Item = Range<usize>> {
    static EDGE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"[;:]|,? (?:maar|en|want|terwijl|zodat|waarna|omdat|nu|zodra|als|nadat) |, (?:die|dat|waar\w*|zoals|wat) ",
        )
    });
    let ends: Vec<_> =
        EDGE.find_iter(words).map(|m| (m.start(), m.end())).chain([(words.len(), words.len())]).collect();
    let mut from = 0;
    ends.into_iter().map(move |(end, next)| std::mem::replace(&mut from, next)..end).filter(|r| !r.is_empty())
}

/// Whether the chair reads out what was promised: the words of another, about the minister or the Chamber.
fn listed(doc: &Document, finding: &Finding) -> bool {
    static OF_OTHERS: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:de (?:minister|staatssecretaris|bewindslieden|(?:Tweede )?Kamer)|het kabinet|hij|zij)\b")
    });
    let words = doc.of(finding.unit);
    let line = || doc.of(doc.blocks[finding.block].span).trim_start().starts_with(['–', '-', '•']);
    (OF_OTHERS.is_match(words) || words.contains("toezegging aan") || line())
        && !first_person(words)
        && !MEETING.is_match(words)
}

/// Words about the course of the meeting itself.
static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:het woord|termijn|interrupti\w+|schors\w*|stemm\w+|welkom|hervat|vergadering|vervolgen|gaan we|aan het woord|antwoord(?:en|t)?|beraadslaging)\b",
    )
});

/// Whether the time that the rule asks for in its field `tijd` is there: `nodig` is content with any that has not passed,
/// `genoemd` wants one that is named, `vast` wants days of the calendar, or the day from which it is.
fn timely(doc: &Document, finding: &Finding, due: &Due) -> bool {
    match finding.fields.get("tijd").map(String::as_str) {
        // "Binnen zes weken na ontvangst" is fixed, though not by the calendar.
        Some("vast") => {
            let counted =
                |p: &crate::text::Period| p.grain != Grain::Onbepaald && p.raw.to_lowercase().starts_with("binnen ");
            let begins = |p: &crate::text::Period| {
                let raw = p.raw.to_lowercase();
                let lead = ["vanaf ", "met ingang van ", "per "].iter().any(|lead| raw.starts_with(lead));
                p.from.is_some() && lead && !remark::of_a_relative(doc.of(finding.unit), &p.raw, before(finding))
            };
            let dated = |p: &crate::text::Period| {
                p.until.is_some() || counted(p) || begins(p) || finding.fields.get("daad").is_some_and(|d| d == "komt")
            };
            matches!(due, Due::At(period) if dated(period))
        }
        // "Binnenkort" says when, "de komende jaren" how long.
        Some("genoemd") => {
            matches!(due, Due::At(period) if period.until.is_some() || !LASTS.is_match(&period.raw) || GROWS.is_match(doc.of(finding.unit)))
        }
        Some(_) => !matches!(due, Due::Past),
        None => true,
    }
}

/// Whether the words found stand between quotation marks inside their sentence, some words or more: somebody is cited.
fn cited(doc: &Document, finding: &Finding) -> bool {
    /// Fewer words are a name or a term.
    const FEW: usize = 4;
    let words = doc.of(finding.unit);
    let at = before(finding);
    let pairs = [('"', '"'), ('“', '”'), ('„', '”'), ('‘', '’'), ('«', '»')];
    pairs.iter().any(|(open, close)| {
        let Some(start) = words[..at].rfind(*open).map(|n| n + open.len_utf8()) else { return false };
        let even = open == close && words[..at].matches(*open).count() % 2 == 0;
        let inside = words[start..].split(*close).next().unwrap_or_default();
        !even && start + inside.len() > at && inside.split_whitespace().count() > FEW
    })
}

/// Whether the place itself rules a commitment out. Of what is asked only the chair's list may hold one.
fn outside(doc: &Document, ctx: &Context, block: usize, unit: Span) -> bool {
    let at = unit.start();
    matches!(doc.blocks[block].kind, BlockKind::Heading { .. } | BlockKind::Speaker | BlockKind::Footnote)
        || doc.of(unit).ends_with('?')
        || ctx.in_motion(at)
        || ctx.asked(at) && !ctx.chaired(at)
}

/// How long something goes on, and not by when it is done.
static LASTS: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\b(?:(?:aan)?komende|eerste|volgende) (?:jaren|tijd|periode|decennia|decennium)$"));
/// What is worked on for years and is a plan all the same.
static GROWS: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:wordt|worden) (?:[^,;]+ )?(?:uitgebreid|uitgewerkt|doorontwikkeld|vernieuwd|gemoderniseerd|versterkt|ingevoerd|uitgerold|aangepast|uitgefaseerd|opgeschaald|vervangen|aangescherpt|uitgebouwd|omgebouwd|ontwikkeld|geïntensiveerd)\b",
    )
});
static WILL: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:zal|zullen)\b"));
/// Sentences by which a letter announces itself or a member's wish is retold.
static ANNOUNCES_ITSELF: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:middels|met|in|via|door middel van) (?:deze|dit) (?:\p{L}*brief|beantwoording|\p{L}*nota|\p{L}*rapportage|\p{L}*overzicht|bijlage|\p{L}*reactie|notitie|antwoord\p{L}*|schrijven|verslag|stuk|document)\b|\bhierbij (?:bied|zend|stuur|ontvangt|informeer)|\bverzoekt de (?:regering|Kamer)\b|\b(?:zo|aldus) (?:laat|laten|meldt|melden|zegt|zeggen|schrijft|stelt|stellen|voorspelt|voorspellen)\b|, aldus \w+|\b(?:uw Kamer|de Kamer|(?:het lid|de leden|de heer|mevrouw) (?:[^ ]+ ){1,8}?)(?: ?heeft| ?hebben)? ?(?:mij |de regering |het kabinet )?(?:verzocht|gevraagd)\b",
    )
});
/// A letter that comes with something, unless it says when.
static OFFERS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bbied ik u\b.*\baan\b"));
/// The line a letter opens with, unless it says when: "Op verzoek van de commissie informeer ik u over de havens."
static OPENS: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:op (?:uw )?verzoek|naar aanleiding|in (?:reactie|antwoord|aanvulling|vervolg)|bij brief|ter (?:voldoening|uitvoering)) (?:van|op|aan) [^;:]*\b(?:informeer|informeren|bericht|berichten|reageer|reageren|meld|schrijf|geef|rapporteer) (?:ik|wij) (?:u|uw Kamer|de Kamer)\b[^;:,]* (?:over|op|mede)\b",
    )
});
/// Whether a promise hangs on a condition. "Als minister van …" says in what part somebody speaks.
fn conditional(words: &str) -> bool {
    static AS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^als (?:(?:de|het|een|mijn|ons) )?(?:\p{L}+ )?(?:\p{L}*minister|staatssecretaris|bewindspersoon|kabinet|onderdeel|gevolg|vervolg|aanvulling|reactie|uitvloeisel|uitwerking|bijlage|blijk|alternatief|opdrachtgever|lid|sluitstuk|slot|stap)\b[^,]*, ",
        )
    });
    CONDITION.is_match(&words[AS.find(words).map_or(0, |m| m.end())..])
}

static CONDITION: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:indien|mits|tenzij|zodra|wanneer|mocht|mochten|onder voorbehoud|op voorwaarde dat|afhankelijk van|voor zover)\b|\bals (?:dat|het|de|er|dit|deze|daar|daaruit|hieruit|blijkt|uit|ik|we|wij|uw|ze|zij|hij|je|jij|u|jullie|men|iemand|iedereen|niemand|iets|niets|nodig|mocht)\b|^als [^,;]{3,200}, (?:dan|(?:zal|zullen|ga|gaan|wil|willen|kan|kunnen|\p{L}+) (?:ik|wij|we|u|het kabinet|de (?:minister|staatssecretaris|Kamer)))\b",
    )
});
static RESTATED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:zoals|conform|gelijk)\b.{0,60}\b(?:toegezegd|toezegging|aangekondigd|beloofd|gemeld|aangegeven)\b|\b(?:eerder|reeds|destijds) (?:toegezegd|aangekondigd|toegezegde|aangekondigde)\b|\bheb ik.{0,60}\b(?:toegezegd|aangekondigd)\b|^(?:(?:en|maar|dus|ja|nou|voorzitter)[, ]+)*nogmaals\b|\bzoals gezegd\b|\bzoals (?:ik|wij|we) (?:(?:al|net|ook|eerder|zojuist|steeds|daarnet|u) ){0,3}(?:zei|zeiden|gezegd|aangaf|aangeven|aangegeven|toelichtte|meldde|schreef)\b|\b(?:heb ik|ik heb) (?:u |de Kamer )?(?:(?:al|net|ook|eerder|zojuist|steeds) ){0,2}gezegd\b",
    )
});
/// How many bytes of the unit stand before the words found.
fn before(finding: &Finding) -> usize {
    finding.span.start() - finding.unit.start()
}

/// To whom: a member named as such, else the Chamber.
fn to(doc: &Document, words: &str) -> Option<String> {
    static MEMBER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:het lid|de heer|mevrouw|lid) ((?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|’t|'t|El) ){0,3}\p{Lu}[\p{L}’'-]+)",
        )
    });
    let member = MEMBER.captures(words).and_then(|c| c.get(1)).map(|m| m.as_str().to_string());
    let addressed = matches!(doc.meta.kind, Kind::Kamerbrief | Kind::Antwoord | Kind::Verslag);
    member.or_else(|| (addressed || words.contains("Kamer")).then(|| "Kamer".to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Draft, DraftBlock};
    use crate::records::Strength;
    use crate::text::Origin;

    fn letter(words: &[&str]) -> Document {
        let mut draft = Draft::default();
        for line in words {
            draft.push(DraftBlock::with(BlockKind::Paragraph, Origin::line(1), line));
        }
        let mut doc = draft.finish("brief.txt", "txt");
        doc.meta.kind = Kind::Kamerbrief;
        doc.meta.sender = vec!["IenW".into()];
        doc.meta.date = Some(jiff::civil::date(2031, 2, 3));
        doc
    }

    fn found(words: &[&str]) -> Vec<Commitment> {
        let doc = letter(words);
        extract(&doc, &Context::new(&doc))
    }

    #[test]
    fn who_commits_to_whom_and_by_when() {
        let all = found(&[
            "Ik stuur uw Kamer voor 1 juni 2031 een plan voor de sluizen.",
            "Het kabinet is voornemens de tol af te schaffen.",
            "Het RDW zal de keuringen verlengen.",
        ]);
        let by: Vec<_> = all.iter().map(|c| (c.by[0].as_str(), c.strength)).collect();
        assert_eq!(by, [("IenW", Strength::Hard), ("Rijksbreed", Strength::Voornemen), ("RDW", Strength::Hard)]);
        assert_eq!(all[0].to.as_deref(), Some("Kamer"));
        assert_eq!(all[0].due.as_ref().and_then(|d| d.until), Some(jiff::civil::date(2031, 5, 31)));
    }

    #[test]
    fn what_is_promised_of_effort_is_effort_and_what_follows_an_expectation_is_promised() {
        let strength = |words: &str| found(&[words])[0].strength;
        for words in [
            "Samen met de loodsen werkt het kabinet toe naar één tarief voor de sleepboten.",
            "Daarom zoek ik met de havens naar manieren om de boeien te sparen.",
            "Ik zal de wachttijden bij de sluis nauwlettend in het oog houden.",
            "De staatssecretaris doet er dit jaar alles aan om de tol te verlagen.",
        ] {
            assert_eq!(strength(words), Strength::Inspanning, "{words}");
        }
        assert_eq!(strength("Ik verwacht de telling in mei 2031, waarna ik deze aan uw Kamer stuur."), Strength::Hard);
        assert_eq!(strength("Ik verwacht de telling in mei 2031 af te ronden."), Strength::Voornemen);
    }

    #[test]
    fn what_opens_a_letter_or_began_in_the_past_is_no_promise() {
        for words in [
            "Op verzoek van de commissie van 3 januari jl. informeer ik u over de stand van de sluizen.",
            "De telling is in maart begonnen en wordt door mijn ministerie uitgevoerd.",
            "In maart sloot het RDW de keuring van de ponten af.",
        ] {
            assert_eq!(found(&[words]), [], "{words}");
        }
        assert_eq!(found(&["Op verzoek van de commissie informeer ik u in mei over de sluizen."]).len(), 1);
    }

    #[test]
    fn the_date_of_a_letter_referred_to_is_no_due_date() {
        let all =
            found(&["Zoals toegezegd in de brief van 3 mei 2031 zal ik de Kamer inlichten als het advies er is."]);
        assert!(all[0].due.is_none() && all[0].restated && all[0].conditional);
        assert!(found(&["Als zij akkoord gaan, zal ik de sluis openen."])[0].conditional);
    }

    #[test]
    fn the_time_of_what_was_done_is_no_due_date() {
        let due = |words: &str| found(&[words])[0].due.as_ref().map(|d| d.raw.clone());
        assert_eq!(due("Ik zal de motie die bij de begrotingsbehandeling is aanvaard, uitvoeren."), None);
        assert_eq!(due("Ik heb vorige week gezegd dat het de bedoeling is dat wij de sluis openen."), None);
        let told = due("Ik zal de Kamer bij de begrotingsbehandeling over de sluizen inlichten.");
        assert_eq!(told.as_deref(), Some("bij de begrotingsbehandeling"));
        assert_eq!(due("Ik wil de sluizen ook in de toekomst laten onderzoeken."), None);
    }

    #[test]
    fn what_is_planned_for_a_time_happens_in_it() {
        let due = |words: &str| found(&[words])[0].due.as_ref().map(|d| (d.from.map(|f| f.to_string()), d.until));
        for words in [
            "De opening van de sluis staat gepland voor de tweede helft van 2031.",
            "De opening van de sluis is voor de tweede helft van 2031 voorzien.",
        ] {
            let half = (Some("2031-07-01".to_string()), Some(jiff::civil::date(2031, 12, 31)));
            assert_eq!(due(words), Some(half), "{words}");
        }
    }

    #[test]
    fn the_years_that_a_thing_is_of_and_the_time_of_a_ground_are_no_due_date() {
        let due = |words: &str| found(&[words])[0].due.as_ref().map(|d| d.raw.clone());
        assert_eq!(due("Ik zal de Kamer inlichten over het tolstelsel na 2034."), None);
        assert_eq!(due("Ik zal de Kamer na 2034 inlichten over het tolstelsel.").as_deref(), Some("na 2034"));
        assert_eq!(due("Omdat de pacht in 2034 afloopt, zal ik de Kamer over de sluizen inlichten."), None);
        let named = due("Ik zal de Kamer in de rapportage van juni over de sluizen inlichten.");
        assert_eq!(named.as_deref(), Some("juni"));
    }

    #[test]
    fn what_was_done_in_the_last_such_month_is_not_yet_to_come() {
        for words in [
            "De telling van de sluizen is in januari afgerond.",
            "Van de drie ponten is er een, bij Eefde, in december gesloten.",
        ] {
            assert_eq!(found(&[words]), [], "{words}");
        }
        let due = |words: &str| found(&[words])[0].due.as_ref().map(|d| d.raw.clone());
        assert_eq!(due("De telling van de sluizen is in mei afgerond.").as_deref(), Some("in mei"));
        let next = due("De eerste telling is in januari afgerond, de tweede staat gepland voor mei 2031.");
        assert_eq!(next.as_deref(), Some("mei 2031"));
    }

    #[test]
    fn a_council_of_those_that_work_somewhere_is_no_service() {
        assert_eq!(found(&["De ondernemingsraad van het RDW gaat in april een enquête houden over de keuringen."]), []);
        assert_eq!(found(&["Het RDW gaat in april een enquête houden over de keuringen."]).len(), 1);
        assert_eq!(found(&["De sluisleidraad wordt in april geactualiseerd."]).len(), 1);
    }

    #[test]
    fn others_that_bring_their_advice_promise_nothing() {
        assert_eq!(found(&["Die komen in mei 2031 met hun advies over de sluizen."]), []);
    }

    #[test]
    fn a_promise_that_its_row_calls_kept_is_none() {
        let row = |state: &str| {
            let mut draft = Draft::default();
            let mut row = DraftBlock::new(BlockKind::Row { cells: Vec::new(), header: false }, Origin::line(1));
            row.cell("De minister stuurt de Kamer in mei 2031 een plan voor de sluizen");
            row.cell(state);
            draft.push(row);
            let mut doc = draft.finish("brief.txt", "txt");
            doc.meta.kind = Kind::Kamerbrief;
            extract(&doc, &Context::new(&doc)).len()
        };
        assert_eq!(row("Afgedaan met de brief van 3 mei"), 0);
        assert_eq!(row("Loopt"), 1);
    }

    #[test]
    fn said_twice_is_promised_once() {
        let all = found(&[
            "Ik zal de sluisdeuren bij Eefde voor 1 juni 2031 laten keuren door de inspectie.",
            "De vraag is terecht. Zo zal ik de sluisdeuren bij Eefde laten keuren door de inspectie.",
        ]);
        assert_eq!((all.len(), all[0].evidence.len()), (1, 2));
        assert!(all[0].due.is_some());
    }

    #[test]
    fn the_very_same_sentence_is_one_promise_unless_it_only_points() {
        let sluice = "Naar verwachting zal dit sluisonderzoek eind 2031 kunnen worden afgerond.";
        assert_eq!(found(&[sluice, "De vraag is terecht.", sluice]).len(), 1);
        let told = "Hierover informeer ik uw Kamer voor 1 juni 2031.";
        assert_eq!(found(&[told, "De vraag is terecht.", told]).len(), 2);
    }

    #[test]
    fn what_happens_in_any_case_or_is_planned_by_others_is_no_commitment() {
        for words in [
            "Als er signalen zijn van lekkende sluizen, zal dit uiteraard worden onderzocht.",
            "Bij overtreding zal de inspectie de sluis sluiten.",
            "Een aanvraag voor een sluis wordt binnen acht weken in 2031 behandeld.",
            "De werf is naar verwachting van de reders in mei 2031 gereed.",
            "Het besluit van de gemeenteraad wordt in mei 2031 verwacht.",
            "De sluisdeur wordt tot eind 2031 door de fabrikant onderhouden.",
            "Voor de jaren 2031 en 2032 heb ik geld vrijgemaakt, dat aan de havens wordt uitgekeerd.",
            "In deze voortgangsnota wordt uw Kamer over de sluizen geïnformeerd.",
            "De VNG en Denemarken komen in mei 2031 met een sluisplan.",
            "De onderhoudscontracten voor de sluizen lopen in mei 2031 af en worden duurder.",
            "Wie voor 1 mei 2031 een sluis koopt, krijgt in juni 2031 een brief.",
            "Over de sluizen heb ik u in januari bericht.",
            "Microsoft levert in mei 2031 een nieuwe sluisbediening.",
            "De motie over de sluizen vraagt om een plan dat in mei 2031 aan de Kamer wordt gestuurd.",
            "Daarover heeft het kabinet overlegd.",
        ] {
            assert_eq!(found(&[words]), [], "{words}");
        }
        assert_eq!(found(&["Als het advies er is, zal het aan uw Kamer worden gestuurd."]).len(), 1);
        assert_eq!(found(&["De werf sluit in mei 2031; het voornemen is de sluis in juni 2031 te openen."]).len(), 1);
    }

    #[test]
    fn a_policy_promises_on_a_day_and_else_lays_down() {
        let policy = |words: &str| {
            let mut doc = letter(&[words]);
            doc.meta.kind = Kind::Beleidslijn;
            extract(&doc, &Context::new(&doc)).len()
        };
        assert_eq!(policy("De sluiskeuze wordt in mei 2031 geëvalueerd."), 1);
        assert_eq!(policy("De sluiskeuze wordt vóór ingebruikname beoordeeld."), 0);
        assert_eq!(policy("Iedere sluiswachter volgt binnen twee maanden na aanstelling een cursus."), 0);
        assert_eq!(policy("Het ministerie van Defensie verwerkt gegevens van sluiswachters."), 0);
    }

    #[test]
    fn the_programme_of_a_coalition_is_of_all_ministries() {
        let all = found(&[
            "Het hoofdlijnenakkoord zal in 2031 worden uitgewerkt in een regeerprogramma. De sluizen worden daarin in 2031 meegenomen.",
        ]);
        let by: Vec<_> = all.iter().map(|c| c.by[0].as_str()).collect();
        assert_eq!(by, ["Rijksbreed", "IenW"]);
    }

    #[test]
    fn a_promise_about_another_thing_or_in_another_turn_stands_by_itself() {
        let two = found(&[
            "Ik zal de spoorbrug bij Zutphen versneld laten keuren door de onafhankelijke inspectie.",
            "Ik zal de spoorbrug bij Deventer versneld laten keuren door de onafhankelijke inspectie.",
        ]);
        assert_eq!(two.len(), 2);
        let firmer = found(&[
            "Als de Kamer instemt, zal ik de sluisdeuren bij Eefde versneld laten keuren door de inspectie.",
            "Ik zal de sluisdeuren bij Eefde versneld laten keuren door de inspectie.",
        ]);
        assert_eq!((firmer.len(), firmer[0].conditional), (1, false));
    }

    #[test]
    fn what_has_passed_or_is_quoted_is_no_commitment() {
        assert_eq!(found(&["In 2019 worden de eerste huizen opgeleverd, zo meldde de krant."]), []);
        let quoted =
            "De brief van toen zei: “Ik zal de Kamer over de sluis inlichten. Dat doe ik snel en zonder omhaal.”";
        assert_eq!(found(&[quoted]), []);
    }
}
