//! How things stand, told without the government as a subject: by time, by what becomes of what governments make, by those
//! who act for them, in the few words of a table cell. The border: one sentence at a time.

use super::clause::soon;
use super::report::list;
use crate::records::{Status, constant};
use crate::rules::forms;
use crate::text::MONTHS;
use regex::Regex;
use std::sync::LazyLock;

/// What the Chamber gets, and what happens at a time that the sentence opens with or names: no government acts in it, but it
/// tells how things stand.
pub(super) fn state(sentence: &str) -> Option<Status> {
    pattern!(
        GETS,
        r"\b(?:u|uw Kamer|de Kamer) (?:krijgt|ontvangt|hoort|verneemt|treft|leest|vindt)\b|\b(?:krijgt|ontvangt|hoort|verneemt|treft|leest|vindt) (?:u|uw Kamer|de Kamer)\b|\b(?:(?:u|uw Kamer|de Kamer) (?:zult|zal|kunt|kan)|(?:zult|zal|kunt|kan) (?:u|uw Kamer|de Kamer)) (?:[^ ,;]+ ){0,14}?(?:krijgen|ontvangen|horen|vernemen|aantreffen|lezen|teruglezen|vinden|terugvinden|tegemoetzien|tegemoet zien|verwachten)\b"
    );
    pattern!(
        INFORMS,
        r"^(?:zij|hij) (?:zal|geeft|stuurt|informeert|bericht|heeft|laat|komt)\b.*\b(?:u|uw Kamer|de Kamer|de motie|van mij)\b|\b(?:zal|geeft|stuurt|informeert|bericht|laat) (?:hij|zij) (?:\S+ ){0,2}?(?:u|uw Kamer|de Kamer)\b"
    );
    pattern!(
        NOW,
        r"^(?:momenteel|op dit moment|thans|inmiddels|intussen) \pL+[tn]\b|\b(?:wordt|worden) (?:\S+ ){0,4}?(?:thans|momenteel|op dit moment|nu)\b|\b(?:is|zijn|staat|staan) (?:\S+ ){0,3}?(?:halverwege|onderwerp van|in fasen|in fases|gefaseerd|stapsgewijs)\b|\b(?:verloopt|verlopen|vordert|vorderen|verkeert|verkeren)\b|\bonderwerp van (?:beraad|gesprek|overleg|onderzoek|studie)\b"
    );
    pattern!(
        SINCE,
        r"\bsinds (?:\d{1,2} \pL+|(?:begin |eind |medio )?(?:{maand})|kort|vorig\w*|dit (?:voor|na)?jaar|deze \pL+|afgelopen|het (?:voorjaar|najaar))\b".replace("{maand}", &MONTHS.join("|"))
    );
    pattern!(
        THEN,
        r"^(?:nog )?(?:per|met ingang van|vanaf|uiterlijk|binnen|in de loop van|begin|eind|medio|na de|na het|voor de|voor het|v(?:óó|óo|oó)r|voor (?:\d|begin|eind|medio)|volgend|komend|later dit|dit najaar|dit voorjaar|in het (?:eerste|tweede|derde|vierde|komende|voorjaar|najaar)) .{0,60}?\b(?:wordt|worden|daalt|dalen|stijgt|stijgen|vervalt|vervallen|geldt|gelden|komt|komen|volgt|volgen|gaat|gaan|start|starten|begint|beginnen|treedt|treden|verschijnt|opent|krijgt|krijgen|vindt|verhuist|verhuizen|vervangt|vervangen|stapt|stappen|is .{0,40}?voorzien)\b"
    );
    pattern!(
        FOLLOWS,
        r"^(?:de |het )?(?:overige|andere|resterende|rest|laatste|volgende|beide andere|andere helft)\b.{0,60}?\b(?:volgt|volgen|komt|komen|start|starten|gaat|gaan|sluiten)\b"
    );
    pattern!(
        THERE,
        r"^(?:de|het|die|dat|deze|dit) (?:\S+ ){1,4}?(?:is|zijn|staat|staan|ligt|liggen) er(?: al| inmiddels| nu)?\W*$|\bkan (?:dit|dat|het) (?:nu |inmiddels )?al\b|\b(?:staat|staan) (?:nu|inmiddels|thans|sindsdien) (?:in|op) (?:de|het|een)\b"
    );
    // "Bij de overige veren gebeurt dat in mei."
    pattern!(HAPPENS, r"\bgebeur(?:t|en) (?:dit|dat|deze|die)\b|^(?:dit|dat) gebeurt\b");
    // "De inzet is erop gericht …".
    pattern!(AIMED, r"\b(?:inzet|aanpak|streven|beleid|onderzoek|proef|planning) is (?:\S+ ){0,3}?er ?op gericht\b");
    // "De cijfers worden in mei met uw Kamer gedeeld."
    pattern!(
        SHARED,
        r"\b(?:wordt|worden) (?:[^,;]{0,80} )?(?:met|aan|naar) (?:u|uw Kamer|de Kamer)\b[^,;]{0,40}\b(?:gedeeld|gestuurd|gezonden|verzonden|toegezonden|toegestuurd|aangeboden|voorgelegd|verstrekt|overgelegd|voorgehangen)\b"
    );
    pattern!(
        READY_THEN,
        r"\b(?:is|zijn) (?:[^ ,;]+ ){1,6}?(?:openbaar|gereed|klaar|beschikbaar|operationeel|voltooid|afgerond)\b"
    );
    pattern!(ALREADY_SO, r"\b(?:sinds|sindsdien|inmiddels|al|reeds|vorig\w*|afgelopen|jl)\b");
    // "De opening is beoogd per 1 mei", "De bouw staat op de rol voor dit najaar".
    pattern!(
        PLANNED,
        r"\b(?:is|zijn|staat|staan|wordt|worden) (?:[^ ,;]+ ){0,6}?(?:beoogd|voorzien|gepland|ingepland|geagendeerd|verwacht|te verwachten|tegemoet te zien|op de (?:rol|agenda|planning)|in de planning)\b"
    );
    // "Bij goed weer kan de opening in mei plaatsvinden."
    pattern!(
        POSSIBLE,
        r"\b(?:kan|kunnen|moet|moeten) (?:[^;]{3,140}? )?(?:plaatsvinden|starten|beginnen|ingaan|opengaan|verschijnen|volgen|opleveren|afronden|(?:gereed|klaar|operationeel|beschikbaar|afgerond|voltooid|van kracht) zijn|in werking treden|van start gaan|in gebruik worden genomen|worden (?:gestart|opgeleverd|afgerond|ingevoerd|geopend|vastgesteld|ingediend|gepubliceerd|voltooid|toegezonden|aangeboden|uitgerold)|(?:gestart|opgeleverd|afgerond|ingevoerd|geopend|vastgesteld|ingediend|gepubliceerd|voltooid|uitgerold) worden)\b"
    );
    pattern!(PAST, r"\b(?:was|waren|had|hadden|werd|werden|bedraagt|bedragen|kost|kosten|levert)\b");
    pattern!(ENCLOSED, r"\b(?:treft|treffen)\b.*\b(?:als|in de) bijlage\b");
    pattern!(LATER, r"\bpas\b|\blater\b");
    pattern!(NO, r"\b(?:niet|geen|nooit)(?:[^\w-]|$)");
    if refused(sentence) {
        return Some(Status::NietOfAnders);
    }
    if PAST.is_match(sentence) || NO.is_match(sentence) {
        return None;
    }
    if let Some(status) = at_request(sentence) {
        return Some(status);
    }
    if soon(sentence)
        && (PLANNED.is_match(sentence)
            || POSSIBLE.is_match(sentence)
            || READY_THEN.is_match(sentence) && !ALREADY_SO.is_match(sentence))
    {
        return Some(Status::Voornemen);
    }
    if GETS.is_match(sentence) && ENCLOSED.is_match(sentence) {
        return Some(Status::GemeldAfgedaan);
    }
    let told = INFORMS.is_match(sentence)
        || GETS.is_match(sentence)
        || THEN.is_match(sentence)
        || FOLLOWS.is_match(sentence)
        || SHARED.is_match(sentence);
    if told {
        return Some(if LATER.is_match(sentence) { Status::Uitgesteld } else { Status::Voornemen });
    }
    if NOW.is_match(sentence) {
        return Some(Status::InUitvoering);
    }
    if HAPPENS.is_match(sentence) {
        return Some(if soon(sentence) { Status::Voornemen } else { Status::InUitvoering });
    }
    if commissions(sentence) || AIMED.is_match(sentence) {
        return Some(Status::InUitvoering);
    }
    if SINCE.is_match(sentence) || THERE.is_match(sentence) {
        return Some(Status::GemeldAfgedaan);
    }
    pattern!(
        HOLDS,
        r"\b(?:kent|kennen|bevat|bevatten|betreft|omvat|omvatten|heet|bestaat uit|blijkt|lijkt|lijken|verschilt|verschillen|hangt|hangen|betekent|is bedoeld|zijn bedoeld|is gebaseerd|is een|zijn een|kan|kunnen|mag|mogen|moet|moeten|zou|zouden|heeft|hebben)\b"
    );
    pattern!(ALREADY, r"\b(?:sinds|sindsdien|inmiddels|momenteel|thans|op dit moment|nu|al)\b");
    let coming = soon(sentence) && !ALREADY.is_match(sentence);
    let status = if coming { Status::Voornemen } else { Status::InUitvoering };
    (!HOLDS.is_match(sentence) && instrument(sentence)).then_some(status)
}

/// Whether a thing is said not to be done: "De steiger wordt niet verlengd", "De tarieven zullen niet openbaar worden gemaakt".
pub(super) fn refused(sentence: &str) -> bool {
    const DONE: &str = r"(?:(?:aan|af|bij|door|in|mee|na|neer|om|onder|op|over|samen|stop|terug|toe|uit|vast|voor|weg|stil)?ge\w{2,}(?:[dt]|en)|(?:be|ver|her|ont|onder|over|door|er)\w{3,}(?:[dt]|en))";
    static NOT_DONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(&format!(
            r"(?i)^(?:[^ ,;]+ ){{1,14}}(?:wordt|worden) (?:[^ ,;]+ ){{0,4}}?niet (?:[^ ,;]+ ){{0,6}}?{DONE}(?:[^\w-]|$)|^(?:[^ ,;]+ ){{1,14}}(?:wordt|worden) (?:[^ ,;]+ ){{0,8}}?geen (?:[^ ,;]+ ){{1,5}}?{DONE}(?:[^\w-]|$)|\b(?:zal|zullen) (?:[^ ,;]+ ){{0,6}}?niet (?:[^ ,;]+ ){{0,12}}?(?:worden {DONE}|{DONE} worden)\b|^(?:[^ ,;]+ ){{1,14}}(?:is|zijn) (?:[^ ,;]+ ){{0,4}}?niet (?:[^ ,;]+ ){{0,3}}?(?:opgenomen|meegenomen|overgenomen|ingevoerd|aangepast|gewijzigd|verhoogd|verlaagd|uitgebreid|vrijgegeven|openbaargemaakt|voorzien)(?:[^\w-]|$)"
        ))
    });
    // "Een vaste norm is met deze kades niet te halen."
    pattern!(
        NOT_TO_BE,
        r"\b(?:is|zijn|valt|vallen) (?:[^ ;]+ ){0,24}?niet te (?:garanderen|waarborgen|halen|leveren|bouwen|vinden|betalen|dragen|volbrengen|vullen|bewerkstelligen|maken|doen|geven|bieden|verplichten|beperken|verwerven|vermijden|verkorten|verlengen|verhogen|verlagen|herstellen|ondervangen|concretiseren|effectueren)\b"
    );
    pattern!(
        ONLY,
        r"\b(?:nog|niet) niet\b|\bnog (?:niet|geen)\b|\bniet (?:alleen|slechts|enkel|uitsluitend|meer dan|langer|altijd|overal|apart|afzonderlijk|op (?:dezelfde|gelijke|één) (?:wijze|manier))\b|\b(?:als|indien|wanneer|zolang|zodat|omdat|of) [^,;]*\bniet\b|, (?:dat|die|wat|waar\w*) [^,;]*\bniet\b|\bdat (?:de|het|een|er|dit|deze|die|ik|wij|we|zij|hij|u|uw|alle|veel|sommige|mijn) [^,;]*\bniet\b|\w (?:mensen|burgers|partijen|zaken|gevallen|bedrijven|personen|\pL+en) die [^,;]*\bniet\b|\bniet (?:\S+ ){0,3}?(?:gezien|beschouwd|ervaren|gevonden|verwacht|gezegd|genoemd|begrepen|betwist|bestreden|uitgesloten|gehaald|betrokken)\b"
    );
    (NOT_DONE.is_match(sentence) || NOT_TO_BE.is_match(sentence)) && !ONLY.is_match(sentence)
}

/// Whether no more is said than that something is kept from the public: "De tarieven worden niet openbaar gemaakt".
pub(super) fn secret(sentence: &str) -> bool {
    pattern!(
        KEPT,
        r"\bniet (?:\S+ ){0,3}?(?:openbaar|openbaargemaakt|gepubliceerd|vrijgegeven|bekendgemaakt|naar buiten gebracht)\b"
    );
    KEPT.is_match(sentence)
}

/// What others do or did because the government asked or charged them: "Het bureau heeft op mijn verzoek de kades geteld".
fn at_request(sentence: &str) -> Option<Status> {
    pattern!(
        REQUEST,
        r"\bop (?:mijn|ons) (?:verzoek|initiatief|aandringen)\b|\b(?:op verzoek|in opdracht) van (?:mij|ons|mijn ministerie|het (?:ministerie|kabinet|departement|Rijk))\b|\bin (?:mijn|onze) opdracht\b"
    );
    pattern!(HAS, r"\b(?:heeft|hebben|is|zijn)\b");
    let status = if HAS.is_match(sentence) { Status::GemeldAfgedaan } else { Status::InUitvoering };
    REQUEST.is_match(sentence).then_some(status)
}

/// Whether somebody is said to have been asked or charged by the government: "De provincies zijn gevraagd …". What the Chamber
/// and its members ask is another matter.
pub(super) fn commissions(sentence: &str) -> bool {
    pattern!(
        ASKED,
        r"^\pL+ (?:[^ ,]+ ){0,8}?(?:is|zijn|wordt|worden) (?:[^ ,]+ ){0,4}?(?:gevraagd|verzocht|opgedragen|uitgenodigd|aangeschreven|aangesproken|ingeschakeld|aangezocht)\b"
    );
    pattern!(
        ELSEWHERE,
        r"\b(?:moties?|Kamer|leden|lid|indieners?|commissie|door (?:de|het|u)|mij|ons|mijn ministerie|zoals|dat|er|wat)\b|^(?:aan|in|voor|bij|daarin|hierin|dat|dit|zij|ook) "
    );
    ASKED.find(sentence).is_some_and(|asked| !ELSEWHERE.is_match(asked.as_str()))
}

/// Whether what is told in the present tense is going on now: "Op dit moment wordt de kade verlengd".
pub(super) fn going_on(sentence: &str) -> bool {
    pattern!(NOW, r"\b(?:op dit moment|momenteel|thans|deze (?:dagen|weken|maanden)|sinds|al enige tijd|doorlopend)");
    pattern!(BEING, r"\b(?:wordt|worden|loopt|lopen)\b");
    NOW.is_match(sentence) && BEING.is_match(sentence)
}

/// Whether a main clause tells of something done: "De kaart heeft in mei ter inzage gelegen".
pub(super) fn done(clause: &str) -> bool {
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        let done = forms("stuk", "voltooid").join("|");
        constant(&format!(r"(?i)\b(?:is|zijn|heeft|hebben) (?:[^ ,;]+ ){{0,16}}?(?:{done})\b"))
    });
    pattern!(
        NOT_SO,
        r"\b(?:niet|geen|nog|zal|zullen|wordt|worden|was|waren|werd|werden|kan|kunnen|moet|moeten|zou|zouden|blijft|blijven|dat|of|hoe|waarom)\b|(?:aangenomen|aanvaard|ingediend|ontraden|verworpen|toegezegd|gevraagd|verzocht|gesteld|gebleken|aangegeven|gemeld|gesteund|opgeroepen|bedoeld|gericht|verdeeld|geworden|gebaseerd|gebonden|gekoppeld|beperkt|verbonden|gewend|gezegd|geschreven|bekend|benadrukt|verantwoordelijk)\b"
    );
    DONE.is_match(clause) && !NOT_SO.is_match(clause)
}

/// Whether what is told as done is no more than a step towards it: something was agreed, decided or asked for.
pub(super) fn agreed(sentence: &str) -> bool {
    pattern!(
        AGREED,
        r"\b(?:afgesproken|overeengekomen|besloten|aangekondigd|voorgesteld|toegezegd|opdracht gegeven|opgedragen)\b(?:,? \S+){0,6}? (?:om|dat|tot|te)\b"
    );
    pattern!(
        AGREEMENT,
        r"\bafspraken (?:\S+ ){0,4}?gemaakt\b(?:,? \S+){0,4}? (?:om|dat|over)\b|\b(?:met|tussen)\b.*\bafspraken gemaakt\b"
    );
    AGREED.is_match(sentence) || AGREEMENT.is_match(sentence)
}

/// What a cell of an overview says of a motion in the fewest words: "Onderzoek uitgezet", "Zie motie 4", "Oplevering in mei".
pub(super) fn telegram(words: &str) -> Option<Status> {
    const LONGEST: usize = 16;
    pattern!(ELSEWHERE, r"^zie\b");
    pattern!(NOT, r"^(?:(?:wordt|is|komt|kan) )?niet\b|^(?:wordt|is) afgewezen\b");
    pattern!(
        LATER,
        r"^(?:reactie |antwoord |besluit |uitvoering )?(?:uitgesteld|vertraagd|opgeschort|wacht op|in afwachting)\b|^(?:reactie|antwoord|besluit) aangehouden\b"
    );
    pattern!(
        COMING,
        r"^(?:wordt |worden )?(?:meegenomen|betrokken|meegewogen)\b|\b(?:volgt|volgen|voorzien|gepland|verwacht|oplevering|publicatie|indiening|rapportage|planning|besluitvorming|afdoening|afronding|start)\b"
    );
    pattern!(
        BUSY,
        r"^(?:loopt|lopend|doorlopend|onderhanden|gaande|in (?:behandeling|voorbereiding|ontwikkeling|overleg|gesprek|onderzoek|consultatie))\b|\b(?:uitgezet|gestart|begonnen|aangevraagd|ingesteld|opgestart|aanbesteed|gegund|geagendeerd)\b"
    );
    pattern!(
        DONE,
        r"^(?:in|uit|aan|af|over|door|op|voor|toe|mee|na)ge\w{2,}(?:d|t|en)\b|\b(?:verzonden|toegezonden|aangeboden|gepubliceerd|vastgesteld|opgeleverd|afgerond|aangepast|gewijzigd|verschenen|geplaatst|verwerkt|opgenomen|ingevoerd|geregeld)\b"
    );
    if words.split_whitespace().count() > LONGEST {
        return None;
    }
    let all = [
        (&*ELSEWHERE, Status::Doorverwezen),
        (&*NOT, Status::NietOfAnders),
        (&*LATER, Status::Uitgesteld),
        (&*BUSY, Status::InUitvoering),
        (&*COMING, Status::Voornemen),
        (&*DONE, Status::GemeldAfgedaan),
    ];
    all.into_iter().find(|(pattern, _)| pattern.is_match(words)).map(|(_, status)| status)
}

/// Whether a service of the government, or what a government makes to get something done, is the subject.
fn instrument(sentence: &str) -> bool {
    static THING: LazyLock<String> = LazyLock::new(|| format!("(?:{}|{})", list("middel"), list("dienst")));
    const DET: &str = r"(?:(?:de|het|een|die|dat|deze|dit|zo['’]n|zulke|alle|beide|er|twee|drie|vier|vijf|zes) )?(?:(?:eerste|tweede|derde|nieuwe|\pL+(?:e|se)) ){0,2}";
    static VERBS: LazyLock<String> = LazyLock::new(|| {
        format!("{}|{}|{}", forms("stuk", "deelbaar").join("|"), forms("stuk", "doet").join("|"), list("verloopt"))
    });
    pattern!(
        FIRST,
        format!(r"^(?:\S+: )?(?:(?:ook|inmiddels|daarnaast|wel) )?{DET}{}(?: \S+){{0,8}}? (?:{})\b", *THING, *VERBS)
    );
    pattern!(
        TURNED,
        format!(r"^(?:[^ ;]+ ){{1,8}}?(?:{}) (?:er |ook |nu |daarom |daarvoor |inmiddels )?{DET}{}\b", *VERBS, *THING)
    );
    pattern!(FILE, r"\bbijlage\b|\bbijgevoegd\b|\bbudget\b|\bontraden\b|\boordeel\b");
    if FILE.is_match(sentence) {
        return false;
    }
    FIRST.is_match(sentence) || TURNED.is_match(sentence)
}

/// Whether what a sentence tells in the present tense is still to come: it is planned or expected, it names a time ahead,
/// or it is what somebody means to do.
pub(super) fn coming(sentence: &str) -> bool {
    pattern!(
        MEANT,
        r"\b(?:ben|is|zijn|zijnde) (?:ik |wij |het kabinet )?(?:\S+ ){0,2}?(?:voornemens|van plan)\b|\b(?:verwachting|bedoeling) (?:is )?dat\b|\breken(?:t|en)? (?:\S+ ){0,2}?erop\b"
    );
    pattern!(
        PLANNED,
        r"\b(?:is|zijn|staat|staan) (?:\S+ ){0,8}?(?:gepland|ingepland|geagendeerd|voorzien)\b|\b(?:wordt|worden) (?:\S+ ){0,8}?verwacht\b"
    );
    pattern!(
        AHEAD,
        r"\b(?:in|rond|begin|eind|medio) (?:{maand})\b|\bin het (?:eerste|tweede|derde|vierde|laatste|komende|volgende) (?:kwartaal|halfjaar|jaar)\b|\bin het (?:vroege |late |komende )?(?:voorjaar|najaar)\b|\b(?:komende?|volgende|aanstaande?) (?:week|weken|maand|maanden|kwartaal|jaar|voorjaar|najaar|zomer|herfst|winter|kabinetsperiode)\b|\bvolgend (?:jaar|kwartaal|voorjaar|najaar)\b|\b(?:later )?dit (?:najaar|voorjaar)\b|\b(?:binnenkort|voor (?:de zomer|het zomerreces|het kerstreces|het eind))\b|\bna (?:een|één|twee|drie|vier|vijf) jaar\b".replace("{maand}", &MONTHS.join("|"))
    );
    pattern!(
        IN_YEAR,
        r"\bin (?:de )?(?:(?:eerste|tweede) helft|loop|begin|eind) van (?:20[2-9]\d|dit jaar|volgend jaar)\b"
    );
    pattern!(
        DONE_OR_ON,
        r"\b(?:nu|momenteel|thans|inmiddels|intussen|op dit moment|sinds|sindsdien|al|reeds|loopt|lopen|duurt|duren|draait|draaien|geldt|gelden|ligt|liggen|heeft|heb|hebben|is|zijn|werd|werden|was|waren|tot|voorbereid\w*|vorig\w*|afgelopen|jl|jongstleden)\b"
    );
    let ahead = |words: &str| AHEAD.is_match(words) || IN_YEAR.is_match(words);
    MEANT.is_match(sentence)
        || PLANNED.is_match(sentence) && ahead(sentence)
        || ahead(sentence) && !DONE_OR_ON.is_match(&super::clause::main(sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_things_stand_is_told_by_time_and_by_what_governments_make() {
        assert_eq!(state("Thans legt een aannemer de tweede steiger aan."), Some(Status::InUitvoering));
        assert_eq!(state("De ligplaats heeft sinds 3 april een walaansluiting."), Some(Status::GemeldAfgedaan));
        assert_eq!(state("Per 1 juli aanstaande vervalt het bruggeld."), Some(Status::Voornemen));
        assert_eq!(state("Uw Kamer krijgt de cijfers in het najaar."), Some(Status::Voornemen));
        assert_eq!(state("Het loket draait op twee eilanden."), Some(Status::InUitvoering));
        assert_eq!(state("De veerboten zijn geliefd."), None);
        assert_eq!(state("Het loket was in 2019 dicht."), None);
    }

    #[test]
    fn a_cell_says_it_in_a_few_words() {
        assert_eq!(telegram("Zie nummer 3."), Some(Status::Doorverwezen));
        assert_eq!(telegram("Peiling onder schippers uitgezet; uitkomst in mei."), Some(Status::InUitvoering));
        assert_eq!(telegram("Meegenomen in het Havenplan 2031."), Some(Status::Voornemen));
        assert_eq!(telegram("Steigerkaart gepubliceerd."), Some(Status::GemeldAfgedaan));
        assert_eq!(telegram("Tweede Kamer, 3 maart 2031"), None);
    }

    #[test]
    fn what_is_told_in_the_present_of_a_time_ahead_is_still_to_come() {
        assert!(coming("In het tweede kwartaal legt de havendienst de steigers aan."));
        assert!(coming("De oplevering staat gepland voor volgend jaar."));
        assert!(coming("Ik reken erop de steigers in mei te kunnen openen."));
        assert!(coming("Daarom ben ik van plan de leges te schrappen."));
        assert!(!coming("De proef loopt in het voorjaar op drie eilanden."));
        assert!(!coming("De steigers zijn in mei geopend."));
        assert!(!coming("De havendienst legt de steigers aan."));
    }

    #[test]
    fn what_is_not_done_or_done_at_request_is_told_without_the_government() {
        assert_eq!(state("De steigers worden dit seizoen niet verlengd."), Some(Status::NietOfAnders));
        assert_eq!(state("De tarieven zullen niet openbaar worden gemaakt."), Some(Status::NietOfAnders));
        assert_eq!(
            state("Tot die tijd worden aan de steiger geen nieuwe palen toegevoegd."),
            Some(Status::NietOfAnders)
        );
        assert_eq!(state("De steigers worden nog niet verlengd."), None);
        assert!(secret("De vaarroutes worden daarom niet openbaar gemaakt."));
        assert!(!secret("De steigers worden niet verlengd."));
        assert_eq!(state("Een bureau telt op mijn verzoek de steigers."), Some(Status::InUitvoering));
        assert_eq!(state("Een bureau heeft op mijn verzoek de steigers geteld."), Some(Status::GemeldAfgedaan));
        assert_eq!(state("De eilandraad wordt gevraagd de steigers te tellen."), Some(Status::InUitvoering));
        assert_eq!(state("Bij goed weer kan de opening in het voorjaar plaatsvinden."), Some(Status::Voornemen));
        assert_eq!(state("De opening is beoogd per 1 mei 2031."), Some(Status::Voornemen));
        assert_eq!(state("De tellingen worden met uw Kamer gedeeld."), Some(Status::Voornemen));
        assert_eq!(state("Voor elk veer geldt het vaarreglement."), None);
        assert_eq!(state("Tot dat moment zal er niet worden gevaren."), Some(Status::NietOfAnders));
        assert_eq!(state("De tarieven zijn daarin niet opgenomen, omdat zij geheim zijn."), Some(Status::NietOfAnders));
        assert_eq!(state("Met deze kades is een vaste wachttijd niet te garanderen."), Some(Status::NietOfAnders));
        assert_eq!(state("Of het veer blijft, is niet te zeggen."), None);
        assert_eq!(state("U zult de steigerkaart in mei aantreffen in het vaarplan."), Some(Status::Voornemen));
        assert_eq!(state("Hun oordeel is begin juni te verwachten."), Some(Status::Voornemen));
        assert!(going_on("Op dit moment wordt de steiger verlengd."));
        assert!(!going_on("In mei wordt de steiger verlengd."));
    }

    #[test]
    fn a_main_clause_tells_what_was_done() {
        assert!(done("De steigerkaart heeft in mei opengestaan voor reacties."));
        assert!(!done("De steigerkaart is nog niet getekend."));
        assert!(!done("De motie is in mei aangenomen."));
    }
}
