//! Whose planning a sentence with a date gives. Rules that rest on a date alone (their field `tijd`) take any subject
//! there is; here is refused what somebody outside the government does, what is only known from hearsay, what says that
//! something is not due before then, and what a policy lays down. The border: who commits is for `by`.

use crate::document::{BlockKind, Document, Kind};
use crate::records::{Context, RecordKind, constant};
use crate::rules::Finding;
use regex::Regex;
use std::sync::LazyLock;

/// Supervisors of a market, advisory bodies, associations and companies: no minister answers for their planning.
const OUTSIDERS: &str = r"(?:ACM|AFM|DNB|VNG|IPO|NVB|Kifid|NS|ProRail|TenneT|FNV|CNV|LTO|KNMG|CPB|PBL|SCP|OESO|NAVO|ECB|De Nederlandsche Bank|Autoriteit (?:Consument|Financiële|Persoonsgegevens)[^,;.]{0,20}|\p{L}+orgaan|(?:\p{L}+)?(?:gemeenten?|provincies?|waterschap(?:pen)?|bonden|banken|verzekeraars?|werkgevers|werknemers|netbeheerders?|corporaties?|vervoerders?|ziekenhuizen|universiteiten|hogescholen|bedrijven|fabrikanten?|leveranciers?|planbureau|raad|ombudsman|vereniging|federatie|koepels?|stichting|beroepsgroep|sector)|Raad van State|Raad voor (?:de |het )?\p{L}+|Rekenkamer|Europese Commissie|Commissie|Europees Parlement|lidstaten|rechtbank|rechter|Hoge Raad|Openbaar Ministerie|OM)";

/// Whether a sentence with a date is about what others plan, or lays down instead of plans.
pub(super) fn of_others(doc: &Document, ctx: &Context, finding: &Finding) -> bool {
    static DOES: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?i)(?:^|[,;:] |\b(?:en|maar) )(?:(?:de|het|een|deze) )?(?-i:{OUTSIDERS})(?: zelf)? (?:komt|komen|gaat|gaan|is|zijn|wordt|worden|zal|zullen|wil|willen|heeft|hebben|\p{{L}}{{2,}}(?:t|en))\b"
        ))
    });
    // "In mei presenteert de vereniging": the subject stands behind its verb.
    static DOES_THEN: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?i)\b(?:komt|komen|begint|beginnen|start|starten|publiceert|presenteert|evalueert|beslist|besluit|verwacht|verwachten|levert|leveren|rondt|brengt|stuurt|opent|stelt|onderzoekt|doet|neemt|gaat|gaan) (?:(?:de|het|een|deze) )?(?-i:{OUTSIDERS})\b"
        ))
    });
    static HEARSAY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:heb|hebben) (?:ik|wij|we) (?:begrepen|vernomen|gehoord)|(?:ik|wij|we) (?:heb|hebben) (?:[^,;. ]+ ){0,4}(?:begrepen|vernomen|gehoord)|begreep ik|heeft (?:mij|ons) (?:laten weten|gemeld|meegedeeld)|(?:is|wordt) mij (?:verteld|gemeld)|naar eigen zeggen|(?:brief|verzoek|schrijven) (?:\p{L}+ ){0,6}(?:waarin|waarmee) (?:ik|wij|we))\b",
        )
    });
    static NOT_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bhoe(?:ft|ven)\b|\b(?:wordt|worden|komt|komen|volgt|volgen|is|zijn|kan|kunnen) (?:[^,;. ]+ ){0,3}pas\b",
        )
    });
    static GOVERNMENT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:ik|wij|we|kabinet|regering|minister|ministers|staatssecretaris|ministerie|bewindspersoon|uw Kamer|de Kamer)\b",
        )
    });
    // "Die komen in mei met hun advies": others, named before.
    static BRING: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:die|zij|deze) (?:komt|komen) (?:[^,;. ]+ ){0,6}?met (?:hun|haar|zijn) "));
    let words = doc.of(finding.unit);
    if BRING.is_match(words) {
        return true;
    }
    if HEARSAY.is_match(words) {
        return true;
    }
    if GOVERNMENT.is_match(words) {
        return false;
    }
    DOES.is_match(words)
        || DOES_THEN.is_match(words)
        || NOT_BEFORE.is_match(words)
        || doc.meta.kind == Kind::Beleidslijn && lays_down(doc, ctx, finding)
}

/// Whether a sentence of a policy binds whom the policy is for, or says from when it holds.
fn lays_down(doc: &Document, ctx: &Context, finding: &Finding) -> bool {
    static HOLDS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:in werking|van kracht|binnen (?:\p{L}+|\d+) (?:werk)?(?:dagen|uur|weken))\b|^voor (?:reeds )?(?:lopende|bestaande|nieuwe) ",
        )
    });
    let listed = matches!(doc.blocks[finding.block].kind, BlockKind::Item { .. });
    let norm = ctx.reading.best(RecordKind::PolicyRule).iter().any(|f| f.unit == finding.unit);
    HOLDS.is_match(doc.of(finding.unit)) || listed && norm
}
