//! Whose planning a sentence with a date gives. Rules that rest on a date alone (their field `tijd`) take any subject
//! there is; here is refused what somebody outside the government does, what is only known from hearsay, what says that
//! something is not due before then, and what a policy lays down. The border: who commits is for `by`.

use super::{before, retold};
use crate::document::{BlockKind, Document, Kind};
use crate::records::{Context, RecordKind, constant};
use crate::rules::{Finding, word_value};
use regex::Regex;
use std::sync::LazyLock;

/// Supervisors of a market, advisory bodies, associations and companies: no minister answers for their planning.
const OUTSIDERS: &str = r"(?:ACM|Netbeheer Nederland|AFM|DNB|AP|IMO|ICES|ILO|WHO|WTO|IMF|FAO|VN|UNHCR|UNESCO|IAEA|EASA|ENISA|EMA|EFSA|ECHA|ESA|EIB|EDPB|EUIPO|Eurostat|Europol|Eurojust|Frontex|Verenigde Naties|Wereldbank|Deltares|Havenbedrijf(?: \p{Lu}\p{L}+)?|Onderzoeksraad(?: voor Veiligheid)?|Gezondheidsraad|Onderwijsraad|SER|Afdeling advisering|Hof(?: van Justitie)?|Duitsland|Frankrijk|België|Luxemburg|Denemarken|Zweden|Finland|Noorwegen|Polen|Italië|Spanje|Portugal|Oostenrijk|Ierland|Estland|Letland|Litouwen|Tsjechië|Hongarije|Griekenland|Zwitserland|Oekraïne|Rusland|China|India|Japan|Canada|(?:het )?Verenigd Koninkrijk|(?:de )?Verenigde Staten|\p{L}* ?voorzitterschap|VNG|IPO|NVB|Kifid|NS|ProRail|TenneT|FNV|CNV|LTO|KNMG|CPB|PBL|SCP|OESO|NAVO|ECB|De Nederlandsche Bank|Autoriteit (?:Consument|Financiële|Persoonsgegevens)[^,;.]{0,20}|\p{L}+orgaan|(?:\p{L}+)?(?:gemeenten?|provincies?|waterschap(?:pen)?|bonden|banken|verzekeraars?|werkgevers|werknemers|netbeheerders?|corporaties?|vervoerders?|ziekenhuizen|universiteiten|hogescholen|bedrijven|fabrikant(?:en)?|leveranciers?|planbureau|ombudsman|vereniging|federatie|koepels?|stichting|beroepsgroep|sector)|(?:\p{L}*(?:[\p{L}&&[^dr]]|er))?raad|Raad van State|Raad voor (?:de |het )?\p{L}+|(?:Algemene )?Rekenkamer|triloog|trilogen|(?:zorg|onderwijs|kennis)instelling|Europese Commissie|Commissie|Europees Parlement|lidstaten|rechtbank|rechter|Hoge Raad|Openbaar Ministerie|OM|gemeenteraad|burgemeesters?|wethouders?|exploitant(?:en)?|ondernemers?|aannemers?|eigena(?:ar|ren)|(?:\p{L}+)?houders?|werkgever|(?:zorg|onderwijs|kennis)?instellingen|scholen|bewoners|burgers|ouders|boeren|consortium|marktpartijen|partijen|fabriek|concern|maatschappij(?:en)?|initiatiefnemers?|onderzoekers|curator|aanbieders?|afnemers?|opdrachtnemer|raffinaderij|beheerders?|reders?|vissers|telers|vakbonden|vakbond|brancheorganisaties?|branche|(?:advies|onderzoeks|ingenieurs|accountants|advocaten)?(?:bureau|kantoor))";

/// Who speaks for those that work at a service or use it, with the name of that service behind it.
const COUNCIL: &str = r"(?:(?:centrale |groeps)?(?:ondernemingsraad|medezeggenschap(?:sraad)?|personeelsraad|cliëntenraad|patiëntenraad|studentenraad|vakbonden|bonden|personeelsvertegenwoordiging)(?: (?:van|bij|binnen) (?:de |het )?(?-i:\p{Lu})[^ ,;.]*(?: (?-i:\p{Lu})[^ ,;.]*)?)?)";

/// Whether a name is of somebody no minister answers for.
pub(super) fn outsider(name: &str) -> bool {
    static NAME: LazyLock<Regex> = LazyLock::new(|| constant(&format!("^{OUTSIDERS}$")));
    NAME.is_match(name)
}

/// Whether a ministry does what is found, in the present tense: in a policy that tells what it is there for.
pub(super) fn standing(doc: &Document, finding: &Finding) -> bool {
    static MINISTRY: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:ministerie|departement|dienst|directie)\b"));
    static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)\b(?:zal|zullen|wil|willen|gaat|gaan|voornemens|plan|streeft|streven|verwacht|werkt)\b")
    });
    let found = doc.of(finding.span);
    MINISTRY.is_match(found) && !AHEAD.is_match(found) && finding.fields.get("strength").is_some_and(|s| s == "hard")
}

/// Whether a sentence with a date is about what others plan, or lays down instead of plans.
pub(super) fn of_others(doc: &Document, ctx: &Context, finding: &Finding) -> bool {
    static DOES: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?i)(?:^|[,;:] |\b(?:en|maar) )(?:(?:de|het|een|deze|dit|dat|die) )?(?:(?-i:{OUTSIDERS})(?: zelf)?|{COUNCIL}) (?:komt|komen|gaat|gaan|is|zijn|wordt|worden|zal|zullen|wil|willen|heeft|hebben|\p{{L}}{{2,}}(?:t|en))\b"
        ))
    });
    // "In mei presenteert de vereniging": the subject stands behind its verb.
    static DOES_THEN: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?i)\b(?:komt|komen|begint|beginnen|start|starten|publiceert|presenteert|evalueert|beslist|besluit|verwacht|verwachten|levert|leveren|rondt|brengt|stuurt|opent|stelt|onderzoekt|doet|neemt|gaat|gaan) (?:(?:de|het|een|deze|dit|dat|die) )?(?:(?-i:{OUTSIDERS})|{COUNCIL})\b"
        ))
    });
    static HEARSAY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:heb|hebben) (?:ik|wij|we) (?:begrepen|vernomen|gehoord)|(?:ik|wij|we) (?:heb|hebben) (?:[^,;. ]+ ){0,4}(?:begrepen|vernomen|gehoord)|begreep ik|heeft (?:mij|ons) (?:laten weten|gemeld|meegedeeld)|(?:is|wordt) mij (?:verteld|gemeld)|naar eigen zeggen|(?:brief|verzoek|schrijven) (?:\p{L}+ ){0,6}(?:waarin|waarmee) (?:ik|wij|we))\b",
        )
    });
    static NOT_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\bhoe(?:ft|ven)\b|\b(?:wordt|worden|komt|komen|volgt|volgen|is|zijn|kan|kunnen|zal|zullen) (?:[^,;. ]+ ){0,4}pas\b",
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
    // "Het besluit van de gemeenteraad wordt verwacht".
    static THEIRS: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?i)^(?:de|het|een|hun) (?:\p{{L}}+ ){{1,3}}van (?:de |het |een )?(?-i:{OUTSIDERS})(?: \p{{L}}+)? (?:komt|komen|volgt|volgen|wordt|worden|verschijnt|verschijnen|is|zijn)\b"
        ))
    });
    // "… wordt door de fabrikant ondersteund".
    static BY_THEM: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(r"(?i)\b(?:wordt|worden) (?:[^,;. ]+ ){{0,6}}?door (?:de |het |een )?(?-i:{OUTSIDERS})\b"))
    });
    let timed = finding.fields.contains_key("tijd");
    let words = part(doc, finding);
    if timed && (BRING.is_match(words) || HEARSAY.is_match(words)) || retold::of_another(words) {
        return true;
    }
    // A policy names the case and lays down what is done then.
    if doc.meta.kind == Kind::Beleidslijn && of_any_case(words) {
        return true;
    }
    if GOVERNMENT.is_match(words) {
        return false;
    }
    DOES.is_match(words)
        || of_a_supplier(words)
        || DOES_THEN.is_match(words)
        || THEIRS.is_match(words)
        || BY_THEM.is_match(words)
        || of_any_case(words)
        || NOT_BEFORE.is_match(words)
        || doc.meta.kind == Kind::Beleidslijn && lays_down(doc, ctx, finding)
}

/// Whether the subject that a sentence opens with is a company that supplies the government; what is done to its product
/// is done by somebody else.
fn of_a_supplier(words: &str) -> bool {
    static OPENS: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"^(?P<name>\p{Lu}[\p{L}\d&-]+(?: \p{Lu}[\p{L}\d&-]+)?) (?P<verb>\p{Ll}{2,}(?:t|en))\b")
    });
    let acts = |c: &regex::Captures<'_>| !matches!(&c["verb"], "wordt" | "worden");
    let name = OPENS.captures(words).filter(acts).map(|c| c["name"].to_string());
    name.is_some_and(|name| word_value("leverancier", &name).is_some())
}

/// What a sentence says between semicolons, where the words found stand.
fn part<'d>(doc: &'d Document, finding: &Finding) -> &'d str {
    let words = doc.of(finding.unit);
    let at = before(finding);
    let from = words[..at].rfind("; ").map_or(0, |n| n + 2);
    let until = words[at..].find("; ").map_or(words.len(), |n| at + n);
    &words[from..until]
}

/// Whether a sentence says what happens whenever something is the case: to any request within so many weeks, at any
/// offence, if ever there are signs of something. A condition that waits for one thing ("als het advies er is") is none.
fn of_any_case(words: &str) -> bool {
    static EACH: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?ix)^(?:een|elke?|iedere?|alle|de)\ (?:\p{L}+\ )?(?:\p{L}*aanvra(?:ag|gen)|verzoek(?:en)?|melding(?:en)?|klacht(?:en)?|bezwaarschrift(?:en)?|aanmelding(?:en)?|inschrijving(?:en)?|zienswijzen?)\ [^.;]*\bbinnen\b
            |^bij\ (?:een\ |elke\ |iedere\ |ernstige\ |herhaalde\ )*(?:overtreding(?:en)?|misstand(?:en)?|misbruik|fraude|signalen|klachten|calamiteit(?:en)?|incident(?:en)?|storing(?:en)?|twijfel|recidive|herhaling|constatering|vermoedens?|overlast|schade|geweld|discriminatie|niet-naleving|wangedrag|verzuim|faillissement|ziekte|uitval)\b
            |^(?:wie|degenen?\ die|(?:de\ |alle\ )?\p{L}+\ die\ (?:v[oó]{1,2}r|na|uiterlijk|binnen))\ [^.;]*\b(?:krijgt|krijgen|ontvangt|ontvangen|hoort|horen|verneemt)\b
            |^(?:op\ grond\ van|ingevolge|krachtens)\ [^.;]*\b(?:een|elke?|iedere?|alle)\ \p{L}+\ binnen\b
            |^voor\ [^,;.]*\ (?:die|dat)\ [^,;.]*,\ (?:geldt|gelden)\b
            |^(?:elke?|iedere?|alle|nieuwe)\ [^.;]*\bbinnen\ [^.;,]*\bna\ 
            |^(?:als|indien|wanneer|zodra)\ (?:er\ |een\ |iemand\ |mensen\ |men\ |sprake\ is\ )",
        )
    });
    // Those there are now get theirs on a day.
    static DAY: LazyLock<Regex> =
        LazyLock::new(|| constant(&format!(r"(?i)\b(?:{}) 20\d\d\b", crate::text::MONTHS.join("|"))));
    EACH.is_match(words) && (words.starts_with("Wie ") || !DAY.is_match(words))
}

/// Whether a sentence of a policy binds whom the policy is for, or says from when it holds.
fn lays_down(doc: &Document, ctx: &Context, finding: &Finding) -> bool {
    static HOLDS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:in werking|van kracht|gaat in (?:op|per|met)|(?:geldt|gelden) (?:vanaf|per|met)|binnen (?:\p{L}+|\d+) (?:werk)?(?:dag|dagen|uur|week|weken|maand|maanden))\b|^voor (?:reeds )?(?:lopende|bestaande|nieuwe) ",
        )
    });
    let listed = matches!(doc.blocks[finding.block].kind, BlockKind::Item { .. });
    let norm = ctx.reading.best(RecordKind::PolicyRule).iter().any(|f| f.unit == finding.unit);
    HOLDS.is_match(doc.of(finding.unit)) || listed && norm
}
