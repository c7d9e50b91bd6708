//! Who acts in a sentence, and what that amounts to: subject, verb, tense and negation of the main clause. In a passage
//! about one motion that tells a report from what surrounds it, whatever the words: what the government did, does, will do
//! and will not do is a report; what others do, what holds in the field and what is thought of it is none. The border: one
//! sentence at a time; whether it stands in such a passage is for `passage`, fixed turns are for the rules.

use crate::records::{Status, constant};
use crate::rules::forms;
use regex::Regex;
use std::cell::OnceCell;
use std::sync::LazyLock;

/// The rule of a sentence that no rule knows, in which the government acts.
pub(super) const ACTS: &str = "handelt-zelf";

/// The rule of one that tells by its time how things stand.
pub(super) const STANDS: &str = "stand-nu";

/// What may stand between a nominal subject and its verb: "van Financiën", "voor Langdurige Zorg".
const TAIL: &str = r"(?: (?:van|voor) (?-i:[A-Z])[\w&]+(?:(?:,? en |, | )(?-i:[A-Z])[\w&]+){0,5}| en ik| en mijn \w+)?";

/// A sentence, and what it is found to tell, looked up once.
pub(super) struct Told<'s> {
    pub(super) words: &'s str,
    acts: OnceCell<Option<Status>>,
    turn: OnceCell<Option<Status>>,
}

impl Told<'_> {
    pub(super) fn of(words: &str) -> Told<'_> {
        Told { words, acts: OnceCell::new(), turn: OnceCell::new() }
    }

    /// What the government does in it, if it does anything.
    pub(super) fn acts(&self) -> Option<Status> {
        *self.acts.get_or_init(|| of(self.words))
    }

    /// What words beside the verb make of it.
    pub(super) fn turn(&self) -> Option<Status> {
        *self.turn.get_or_init(|| turn(self.words))
    }
}

/// A list of the table `melding`, as alternatives of a pattern.
pub(super) fn list(name: &str) -> String {
    format!("(?:{})", forms("melding", name).join("|"))
}

/// The government as a subject: who writes, its members, its ministries.
static OWN: LazyLock<String> = LazyLock::new(|| list("overheid"));

pattern!(
    SOON,
    r"\b(?:volgende?|komende?|aanstaande|a\.s\.|dit (?:voor|na)?jaar|deze (?:zomer|winter|herfst|kabinetsperiode)|uiterlijk|vóór|voor (?:de|het|1|eind|begin) \w+|in (?:het|de) (?:voorjaar|najaar|zomer|herfst|winter|eerste|tweede|derde|vierde|loop)|binnenkort|spoedig|begin|eind|medio|halverwege|ultimo|zodra|per 1 \w+|na (?:de|het|ommekomst|afloop)|kwartaal|wanneer|voortaan|later|binnen|20[2-5]\d)\b"
);

/// The main clause in which the government acts: its finite verb, and the words of the clause.
struct Clause<'s> {
    verb: &'s str,
    words: &'s str,
}

fn own_clause(sentence: &str) -> Option<Clause<'_>> {
    pattern!(
        FIRST,
        format!(
            r"(?:^|[,;:–] |\b(?:en|maar|want|doch|dus) ){}{TAIL},? (?:(?:dan|ook|daar|hier|dus|wel|zelf|echter|daarom|immers) )?(?P<v>\pL+)",
            *OWN
        )
    );
    pattern!(AFTER, format!(r"(?P<v>\pL+) {}\b", *OWN));
    pattern!(BINDING, format!("^{}$", list("geen_werkwoord")));
    // The subject opens the sentence, or a clause that is not bound to the one before.
    let opens = FIRST.captures(sentence).and_then(|c| Some((c.get(0)?, c.name("v")?)));
    let opens = opens.filter(|(all, _)| all.start() == 0 || !sentence[..all.start()].ends_with(','));
    let mut turned = AFTER.captures_iter(sentence).filter_map(|c| Some((c.get(0)?, c.name("v")?)));
    let turned = turned.find(|(all, v)| !BINDING.is_match(v.as_str()) && finite(v.as_str(), all.as_str()));
    let (all, verb) = match (opens, turned) {
        (Some(a), Some(b)) if b.0.start() < a.0.start() => b,
        (Some(a), _) => a,
        (None, Some(b)) => b,
        (None, None) => return None,
    };
    let until = sentence[all.end()..].find(';').map_or(sentence.len(), |at| all.end() + at);
    Some(Clause { verb: verb.as_str(), words: &sentence[..until] })
}

/// Whether a word may be the verb of the subject behind it, by its form: "werken wij", "werk ik", and no "data we".
fn finite(word: &str, with_subject: &str) -> bool {
    let many = with_subject.ends_with(" we") || with_subject.ends_with(" wij");
    let one = with_subject.ends_with(" ik");
    if many { word.ends_with('n') } else { !(one && (word.ends_with("en") || word.ends_with("ta"))) }
}

/// What the Chamber gets, and what happens at a time that the sentence opens with or names: no government acts in it, but it
/// tells how things stand.
pub(super) fn state(sentence: &str) -> Option<Status> {
    pattern!(
        GETS,
        r"\b(?:u|uw Kamer|de Kamer) (?:krijgt|ontvangt|hoort|verneemt|treft|leest)\b|\b(?:krijgt|ontvangt|hoort|verneemt|treft|leest) (?:u|uw Kamer|de Kamer)\b"
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
        r"\bsinds (?:\d{1,2} \pL+|(?:begin |eind |medio )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|kort|vorig\w*|dit (?:voor|na)?jaar|deze \pL+|afgelopen|het (?:voorjaar|najaar))\b"
    );
    pattern!(
        THEN,
        r"^(?:nog )?(?:per|met ingang van|vanaf|uiterlijk|binnen|in de loop van|begin|eind|medio|na de|na het|voor de|voor het|v[oó]{2}r|volgend|komend|later dit|dit najaar|dit voorjaar|in het (?:eerste|tweede|derde|vierde|komende|voorjaar|najaar)) .{0,60}?\b(?:wordt|worden|daalt|dalen|stijgt|stijgen|vervalt|vervallen|geldt|gelden|komt|komen|volgt|volgen|gaat|gaan|start|starten|begint|beginnen|treedt|treden|verschijnt|opent|krijgt|krijgen|vindt|is .{0,40}?voorzien)\b"
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
    pattern!(AIMED, r"\b(?:inzet|aanpak|streven|beleid|onderzoek|proef) is (?:\S+ ){0,3}?(?:erop |er op )gericht\b");
    pattern!(PAST, r"\b(?:was|waren|had|hadden|werd|werden|bedraagt|bedragen|kost|kosten|levert)\b");
    pattern!(ENCLOSED, r"\b(?:treft|treffen)\b.*\b(?:als|in de) bijlage\b");
    pattern!(LATER, r"\bpas\b|\blater\b");
    pattern!(NO, r"\b(?:niet|geen|nooit)(?:[^\w-]|$)");
    if PAST.is_match(sentence) || NO.is_match(sentence) {
        return None;
    }
    if GETS.is_match(sentence) && ENCLOSED.is_match(sentence) {
        return Some(Status::GemeldAfgedaan);
    }
    let told =
        INFORMS.is_match(sentence) || GETS.is_match(sentence) || THEN.is_match(sentence) || FOLLOWS.is_match(sentence);
    if told {
        return Some(if LATER.is_match(sentence) { Status::Uitgesteld } else { Status::Voornemen });
    }
    if NOW.is_match(sentence) {
        return Some(Status::InUitvoering);
    }
    if HAPPENS.is_match(sentence) {
        return Some(if SOON.is_match(sentence) { Status::Voornemen } else { Status::InUitvoering });
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
    let coming = SOON.is_match(sentence) && !ALREADY.is_match(sentence);
    let status = if coming { Status::Voornemen } else { Status::InUitvoering };
    (!HOLDS.is_match(sentence) && instrument(sentence)).then_some(status)
}

/// Whether somebody is said to have been asked or charged by the government: "De provincies zijn gevraagd …". What the Chamber
/// and its members ask is another matter.
fn commissions(sentence: &str) -> bool {
    pattern!(
        ASKED,
        r"^\pL+ (?:[^ ,]+ ){0,8}?(?:is|zijn) (?:[^ ,]+ ){0,4}?(?:gevraagd|verzocht|opgedragen|uitgenodigd|aangeschreven|aangesproken|ingeschakeld|aangezocht)\b"
    );
    pattern!(
        ELSEWHERE,
        r"\b(?:moties?|Kamer|leden|lid|indieners?|commissie|door (?:de|het|u)|mij|ons|mijn ministerie|zoals|dat|er|wat)\b|^(?:aan|in|voor|bij|daarin|hierin|dat|dit|zij|ook) "
    );
    ASKED.is_match(sentence) && !ELSEWHERE.is_match(sentence)
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
        r"\b(?:verzonden|toegezonden|aangeboden|gepubliceerd|vastgesteld|opgeleverd|afgerond|aangepast|gewijzigd|verschenen|geplaatst|verwerkt|opgenomen|ingevoerd|geregeld)\b"
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

/// What a sentence of a passage about one motion reports of what the government does, if it does anything in it.
fn of(sentence: &str) -> Option<Status> {
    // "Het niet-spoednummer" denies nothing.
    pattern!(NO, r"\b(?:niet|geen|nooit|noch|evenmin|niets|nergens|weinig)(?:[^\w-]|$)");
    pattern!(
        NOT_ONLY,
        r"\bniet (?:alleen|slechts|enkel|uitsluitend|minder|langer)\b|\bnog (?:niet|geen)\b|\bniettemin\b"
    );
    pattern!(
        NOTHING,
        r"\b(?:vooropstellen|met (?:uw|de) Kamer (?:\S+ ){0,3}?(?:gesproken|gedebatteerd)|vooruitzicht|mededelingen|uitspraken|toezegging|toezeggingen|zeggen|garanderen|uitsluiten|vooruit|vooruitlopen|aandacht|maatregelen|voorspellen|beoordelen|bekend|ingaan|herinneren|ontraden|verhelen|mening|indruk)\b"
    );
    pattern!(IF_NEEDED, r"\b(?:waar|zo|indien|als) (?:dat |dit |het )?(?:nodig|mogelijk|wenselijk|moet|kan)\b");
    pattern!(
        DONE,
        r"\b(?:aan|af|bij|door|in|mee|na|neer|om|onder|op|over|samen|terug|toe|uit|vast|voor|weg)?ge\w{2,}(?:[dt]|en)\b|\b(?:be|ver|her|ont|onder|over|door|er)\w{3,}(?:[dt]|en)\b|\blaten \w+en\b"
    );
    pattern!(
        SAID,
        r"\b(?:betoogd|gemerkt|ontraden|begrepen|aangegeven|gehoord|geapprecieerd|gezegd|gedacht|genoemd|opgemerkt|toegelicht|gezien|gelezen|kennisgenomen|geschetst|vernomen|ervaren|oordeel|geconstateerd|gevonden|bedoeld|benadrukt|uitgelegd|behoefte|begrip|zorgen|vertrouwen|waardering|oog|moeite|overwogen)\b"
    );
    pattern!(
        SAYING,
        r"\b(?:benadrukken|onderstrepen|beklemtonen|benoemen|opmerken|zeggen|herhalen|vooropstellen|memoreren|wijzen op)\b"
    );
    pattern!(
        WHAT_I_DO,
        r"^wat (?:ik|wij|we|het kabinet) w[eé]l (?:(?:kan|kunnen|ga|gaan|gaat|zal|zullen|wil) )?(?:doe|doet|doen)\b"
    );
    pattern!(EXPECTS_TO, r"\b(?:te kunnen|te zullen) \pL+en\b");
    pattern!(THINKING, format!("^{}$", list("zegt_of_denkt")));
    if WHAT_I_DO.is_match(sentence) {
        return Some(Status::Voornemen);
    }
    let clause = own_clause(sentence)?;
    let verb = clause.verb.to_lowercase();
    let refused = NO.is_match(&NOT_ONLY.replace_all(clause.words, ""));
    let idle = verb.starts_with("laat") && clause.words.contains(" mij ") || IF_NEEDED.is_match(clause.words);
    if idle || NOTHING.is_match(clause.words) {
        return None;
    }
    let auxiliary = |forms: &[&str]| forms.contains(&verb.as_str());
    if auxiliary(&["verwijs", "verwijst", "verwijzen"]) {
        return Some(Status::Doorverwezen);
    }
    let otherwise = || clause.words.contains(" anders ");
    let status = if auxiliary(&["heb", "heeft", "hebben", "ben", "is", "zijn"]) {
        if !DONE.is_match(clause.words) || SAID.is_match(clause.words) {
            return None;
        }
        if refused || otherwise() { Status::NietOfAnders } else { Status::InUitvoering }
    } else if auxiliary(&["zal", "zullen", "ga", "gaan", "gaat", "wil", "willen", "beoog", "streef", "overweeg"]) {
        if SAYING.is_match(clause.words) {
            return None;
        }
        if refused { Status::NietOfAnders } else { Status::Voornemen }
    } else if auxiliary(&["kan", "kunnen", "zie", "ziet", "zien", "doe", "doet", "doen"]) {
        if !refused {
            return None;
        }
        Status::NietOfAnders
    } else if matches!(verb.as_str(), "verwacht" | "verwachten") && EXPECTS_TO.is_match(clause.words) {
        Status::Voornemen
    } else if THINKING.is_match(&verb) || auxiliary(&["zou", "zouden", "word", "wordt", "worden", "verwacht"]) {
        return None;
    } else if refused {
        Status::NietOfAnders
    } else if SOON.is_match(clause.words) {
        Status::Voornemen
    } else {
        Status::InUitvoering
    };
    Some(status)
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
        r"\b(?:in|rond|begin|eind|medio) (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b|\bin het (?:eerste|tweede|derde|vierde|laatste|komende|volgende) (?:kwartaal|halfjaar|jaar)\b|\bin het (?:vroege |late |komende )?(?:voorjaar|najaar)\b|\b(?:komende?|volgende|aanstaande?) (?:week|weken|maand|maanden|kwartaal|jaar|voorjaar|najaar|zomer|herfst|winter|kabinetsperiode)\b|\bvolgend (?:jaar|kwartaal|voorjaar|najaar)\b|\b(?:later )?dit (?:najaar|voorjaar)\b|\b(?:binnenkort|voor (?:de zomer|het zomerreces|het kerstreces|het eind))\b|\bna (?:een|één|twee|drie|vier|vijf) jaar\b"
    );
    pattern!(
        DONE_OR_ON,
        r"\b(?:nu|momenteel|thans|inmiddels|intussen|op dit moment|sinds|sindsdien|al|reeds|loopt|lopen|duurt|duren|draait|draaien|geldt|gelden|ligt|liggen|heeft|heb|hebben|is|zijn|werd|werden|was|waren|tot|voorbereid\w*|vorig\w*|afgelopen|jl|jongstleden)\b"
    );
    MEANT.is_match(sentence)
        || PLANNED.is_match(sentence) && AHEAD.is_match(sentence)
        || AHEAD.is_match(sentence) && !DONE_OR_ON.is_match(sentence)
}

/// What words beside the verb make of a report: handed to another, put off, done in part.
fn turn(sentence: &str) -> Option<Status> {
    pattern!(
        HANDED,
        r"\bin handen (?:gesteld|gegeven)\b|\bvan mij overgenomen\b|\b(?:doorgeleid|doorgezonden|overgedragen)\b|\bzal (?:u|uw Kamer) (?:er |daar(?:over)? )?(?:zelf|afzonderlijk|hierover)\b|\b(?:hij|zij) (?:u|uw Kamer) (?:er |daar(?:over)? )?(?:zelf|afzonderlijk)\b"
    );
    pattern!(
        LATER,
        r"\bniet (?:eerder|vóór|voor (?:\d{1,2}|de (?:zomer|winter|herfst|jaarwisseling|verkiezingen)|het (?:\w+reces|reces|najaar|voorjaar|eind)|begin|eind|medio|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|meer (?:dit|in|v[oó]{2}r))\b|\b(?:schuif|schuift|schuiven) (?:ik|wij|het kabinet) (?:\S+ ){0,4}?(?:door|op)\b|\b(?:datum|termijn|planning|tijdpad|jaartal)\b.{0,60}\bniet (?:\S+ ){0,2}?(?:lukken|halen|gehaald|haalbaar)\b|\bnieuwe (?:datum|termijn|streefdatum|planning)\b|\b(?:datum|termijn)\b.{0,40}\b(?:ga|gaat|haal|haalt) (?:ik|het kabinet) (?:\S+ ){0,3}?niet\b"
    );
    pattern!(
        PARTLY,
        r"\b(?:uit|uitvoeren|uit te voeren|uitgevoerd) voor\b[^;]{2,160}?,? (?:maar|en|doch) niet voor\b|^(?:[^:;]{0,40}: )?(?:half|deels|ten dele|gedeeltelijk|grotendeels)\b|\bvoor (?:\w+ )?van de \w+ \w+ (?:uitgevoerd|gereed|afgerond|gereali\w+|voldaan)|\b(?:nog )?niet (?:in alle opzichten|volledig|geheel|helemaal)\b|\been eerste stap\b|^[^;]{0,90}\b(?:is|zijn|heeft|hebben|staat|staan|kan|kunnen)\b[^;]{0,120}?(?:;|, (?:maar|terwijl|doch|voor|bij)\b).{0,80}\b(?:nog niet|nog geen|nog op|moet(?:en)? (?:dat |dit |het |de |\w+ )?(?:\w+ )?nog|is er nog niet)\b|^[^;]{0,80}\b(?:niet|geen) [^;]{0,60}[;,] (?:maar )?wel (?:is|zijn|kan|kunnen|heeft|hebben|komt|wordt|worden)\b"
    );
    if HANDED.is_match(sentence) {
        return Some(Status::Overgedragen);
    }
    if PARTLY.is_match(sentence) {
        return Some(Status::Deels);
    }
    LATER.is_match(sentence).then_some(Status::Uitgesteld)
}

/// The ministry of the minister who is the subject of a sentence: "De minister van X beschouwt …".
pub(super) fn speaker(sentence: &str) -> Option<&'static str> {
    static MINISTER: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:De|Mijn|Het) (?:minister|staatssecretaris|ministerie|ambtgenoot|ambtsgenoot|collega) (?:van|voor) (?P<who>\p{Lu}[\p{L}&]+(?:(?:,? en |, | )\p{Lu}[\p{L}&]+){0,5}) (?:\p{Ll}+t|is|wil|zal|heeft|kan)\b",
        )
    });
    let named = MINISTER.captures(sentence)?.name("who")?.as_str();
    crate::lexicon::ministry_of(&crate::lexicon::actor(named)?.abbr)
}

/// Whether a sentence does no more than refer to another place: "Zie …", "Kortheidshalve verwijs ik …".
pub(super) fn refers(sentence: &str) -> bool {
    pattern!(
        REFERS,
        r"^(?:[\w ]{2,50}: ?)?zie\b|\b(?:verwijs|verwijst|verwijzen) (?:ik|wij|het kabinet|mijn)\b|^(?:ik|wij) verwij[sz]\w*\b|\bzij verwezen\b|\bmoge ik (?:u )?verwijzen\b"
    );
    REFERS.is_match(sentence)
}

/// Whether a sentence speaks of others, of the field or of numbers, or passes by: no report, unless it says so outright.
pub(super) fn aside(sentence: &str) -> bool {
    /// People and bodies outside the government, as the subject.
    static OTHERS: LazyLock<String> = LazyLock::new(|| list("buiten"));
    const VERB: &str = r"(?:heeft|hebben|is|zijn|wil|willen|kan|kunnen|mag|mogen|moet|moeten|vindt|vinden|wijst|wijzen|stelt|stellen|zegt|zeggen|laat|laten|geeft|geven|pleit|pleiten|vreest|vrezen|meldt|melden|gebruikt|gebruiken|levert|leveren|doet|doen|krijgt|krijgen|beschikt|beschikken|blijft|blijven|bepaalt|bepalen|werkt|werken|ziet|zien|staat|staan|hecht|hechten|waarschuwt|waarschuwen|schat|schatten|meent|menen|toont|tonen|ontvangt|ontvangen|betaalt|betalen|kiest|kiezen|hanteert|hanteren|bezoekt|bezoeken|sluit|sluiten|vraagt|vragen|verwacht|verwachten|maakt|maken|ervaart|ervaren|merkt|merken|kampt|kampen|durft|durven|wacht|wachten)";
    pattern!(
        FIRST,
        format!(
            r"^(?:(?:ook|zowel|vooral|met name) )?(?:(?:de|het|een|veel|enkele|sommige|diverse|verschillende|meerdere|andere|alle|circa|ongeveer|ruim|bijna|een aantal|steeds meer|deze|die|andere)\s)?(?:(?:\S+ ){{0,5}}?){}(?:,? (?:en|of) \w+)?(?: (?:in|uit|van|met|op|te) (?:\S+ ){{1,5}}?)? ?{VERB}\b",
            *OTHERS
        )
    );
    pattern!(
        TURNED,
        format!(
            r"\b(?:heeft|hebben) (?:(?:de|het|een|veel|enkele|sommige|diverse|verschillende|meerdere|andere|alle) )?(?:\w+ )?{}\b",
            *OTHERS
        )
    );
    // A remark by the way, and what only holds numbers.
    pattern!(
        BY_THE_WAY,
        r"\boverigens\b|\b(?:bedraagt|bedragen|bedroeg|kost|kostte|kosten|telt|tellen|duurt|duurde)\b (?:\S+ ){0,4}?(?:\d|een|ruim|circa|ongeveer|bijna)|\b\d[\d.,]* (?:procent|miljoen|miljard|euro)\b (?:\S+ ){0,5}?(?:benut|gebruikt|besteed|uitgegeven)|^(?:zo['’]n |ongeveer |circa |ruim |bijna )?(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d+|enkele|veel|de meeste|sommige)(?: op de \w+)? (?:daarvan|hiervan|van (?:de|hen))\b|^(?:uit|volgens|blijkens) (?:\S+ ){0,6}?(?:onderzoek|cijfers|enquête|peiling|schatting|raming|gegevens|inventarisatie|rapport|studie)\w* (?:van |onder |door )?(?:\S+ ){0,6}?(?:blijkt|komt|volgt|is|zijn|gaat)\b|\b(?:becijferd|geschat|petitie|enquête|peiling)\b|\b(?:vergt|vergen|vraagt|vereist|kost)\b[^;]{0,60}\b(?:investering|bedrag|miljoen|miljoenen|miljard|euro)\b|^(?:op dit moment|momenteel|thans) (?:werken|zijn|staan|wonen|verblijven|tellen?) (?:er )?(?:ongeveer |circa |ruim |bijna |zo['’]n )?\d[\d.]* |\bwaarvan er (?:al |inmiddels )?\d+ |\b(?:cijfers|resultaten|ervaringen|signalen|reacties) (?:\S+ ){0,3}?(?:laten zien|tonen|wijzen|wijst)\b|^(?:er|hiervan|daarvan|hier|daar) (?:wordt|is|werd) (?:\S+ ){0,4}?gebruik\w* (?:van )?gemaakt\b|^zij (?:zien|vinden|achten|willen|menen|verwachten|vrezen|wijzen|hechten|ervaren|hoeven)\b|\bkan (?:ook |bijvoorbeeld )?(?:inhouden|bestaan uit)\b|\bbesta(?:at|an) (?:\S+ ){0,6}?\d+ procent\b|\bwaar(?:op)? de motie(?: op)? (?:ziet|doelt)\b|\bdoor (?:schoolbesturen|scholen|gemeenten|bedrijven|werkgevers|burgers|huurders|ziekenhuizen|instellingen|particulieren) (?:zelf )?(?:\w+ ){0,2}?ge\w+|\bop initiatief van uw Kamer\b|^(?:dat|dit) (?:vraagt|scheelt|betekent)\b"
    );
    // "In overleg met gemeenten is …": they are not the subject of a sentence that opens with a preposition.
    pattern!(
        AT,
        r"^(?:in|met|voor|bij|door|aan|op|van|over|onder|tussen|tegen|zonder|na|naar|uit|via|per|sinds|samen|om|tijdens|vanuit|namens|mede|ook|daarnaast|inmiddels|momenteel|thans)\b"
    );
    // What others do at the government's request, or are charged with, is its doing.
    pattern!(
        CAUSED,
        r"\bop (?:mijn|ons) (?:verzoek|initiatief|aandringen)\b|\bop verzoek van (?:mij|het (?:ministerie|kabinet|departement))\b|\bin (?:mijn|onze) opdracht\b|\bin opdracht van (?:mij|ons|mijn|het (?:ministerie|kabinet|departement|Rijk))\b|\bnamens (?:mij|het ministerie)\b"
    );
    let others = !AT.is_match(sentence) && FIRST.is_match(sentence) && !commissions(sentence);
    let others = others && !CAUSED.is_match(sentence);
    others || [&*TURNED, &*BY_THE_WAY].iter().any(|p| p.is_match(sentence))
}

/// Whether no more is said than that something is not promised.
pub(in crate::records) fn unpromised(sentence: &str) -> bool {
    pattern!(
        PROMISE,
        r"\b(?:niet|geen) (?:\S+ ){0,5}?(?:toezeg\w*|beloven|beloof|garanderen|garandeer)\b|\b(?:geen|niet die) (?:\w+ )?(?:toezegging|garantie|belofte)\b"
    );
    PROMISE.is_match(sentence)
}

/// What a letter says of itself.
pub(super) fn furniture(sentence: &str) -> bool {
    pattern!(
        FURNITURE,
        r"^deze (?:brief|rapportage|nota|reactie) is (?:\S+ ){0,3}?(?:opgebouwd|ingedeeld)\b|^tot slot (?:ga|kom|sta) ik\b|^ik vertrouw erop (?:\S+ ){0,4}?(?:geïnformeerd|ingelicht|beantwoord)|\bvertrouw\w* erop (?:u|uw Kamer)\b|\bvoldoende (?:te hebben )?geïnformeerd\b|^(?:in|met|bij) deze brief (?:schets|ga|licht|zet|beschrijf|bericht|informeer|geef) (?:ik|wij)\b.*\b(?:hoe|welke|wat|in op|toe|over|aan de hand)\b|\bhieronder\b.{0,60}\b(?:opgenomen|weergegeven|toegelicht|beschreven|ingegaan)\b|\bhet volgende (?:mee |over |aan )?(?:gebeurd|gedaan|melden)\b|^(?:ook|verder|tevens|daarbij|tot slot|hierna|daarnaast) (?:kom|ga) ik (?:\S+ ){0,4}?(?:terug op|in op)\b|^in (?:die|dat|dit) (?:\w*brief|\w*rapport|\w*verslag|\w*stuk) (?:is|zijn|staat|staan|heb|werd|werden)\b"
    );
    FURNITURE.is_match(sentence)
}

/// Whether what a rule found from `at` on is only the ground for something else, of which nothing is said to be refused.
pub(super) fn reason(sentence: &str, at: usize) -> bool {
    pattern!(GROUND, r"\b(?:omdat|doordat|aangezien|wanneer|zolang|indien) |\S als ");
    // "Omdat de steiger er ligt, …": what stands behind the comma is the main clause.
    pattern!(OPENS, r"^(?:omdat|doordat|aangezien|nu) [^,]+, ");
    pattern!(REFUSED, r"\b(?:niet|geen|evenmin|noch|ik|wij|het kabinet)\b");
    let Some(before) = sentence.get(..at) else { return false };
    GROUND.is_match(before) && !OPENS.is_match(before) && !REFUSED.is_match(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_government_does_is_told_by_subject_verb_tense_and_negation() {
        assert_eq!(of("Een vast tarief hanteer ik niet."), Some(Status::NietOfAnders));
        assert_eq!(of("Ik verdeel de steigers over de eilanden."), Some(Status::InUitvoering));
        assert_eq!(of("Volgend voorjaar verdeel ik de steigers over de eilanden."), Some(Status::Voornemen));
        assert_eq!(of("Mijn ministerie heeft de vaarroutes opnieuw getekend."), Some(Status::InUitvoering));
        assert_eq!(of("De staatssecretaris van Financiën zal de leges schrappen."), Some(Status::Voornemen));
        assert_eq!(of("Dat kan ik niet bij de eilandraad weghalen."), Some(Status::NietOfAnders));
        assert_eq!(of("In maart heb ik het niet-openbare steigerplan besproken."), Some(Status::InUitvoering));
    }

    #[test]
    fn opinions_others_and_clauses_within_clauses_are_no_doing() {
        for sentence in [
            "Ik hecht aan rustige vaarwegen.",
            "De schippers varen minder vaak.",
            "Dat is de reden waarom ik steigers waardeer.",
            "In het debat heb ik dat begrepen.",
            "Een tweede veer kan ik u niet in het vooruitzicht stellen.",
            "Laat ik vooropstellen dat steigers nuttig zijn.",
            "In mei heb ik daarover met uw Kamer gesproken.",
        ] {
            assert_eq!(of(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn others_numbers_and_asides_are_passed_by() {
        assert!(aside("Gemeenten hebben de kades inmiddels verbreed."));
        assert!(aside("De eilandbewoners zijn in mei bijeengekomen."));
        assert!(aside("Een overtocht kost overigens zes euro."));
        assert!(!aside("Met gemeenten is afgesproken dat de kades breder worden."));
        assert!(!aside("Rijkswaterstaat heeft de kades verbreed."));
        assert!(furniture("Ik vertrouw erop uw Kamer hiermee voldoende te hebben geïnformeerd."));
    }

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
    fn others_who_act_for_the_government_and_things_that_go_on_report_as_well() {
        assert_eq!(state("De provincies zijn gevraagd de steigers te tellen."), Some(Status::InUitvoering));
        assert!(!aside("De provincies zijn gevraagd de steigers te tellen."));
        assert!(!aside("De schippersverenigingen hebben op mijn verzoek de vaarroutes nagelopen."));
        assert_eq!(state("De leden zijn door de Kamer gevraagd de steigers te tellen."), None);
        assert_eq!(state("Bij de kleine havens gebeurt dat in het voorjaar."), Some(Status::Voornemen));
        assert_eq!(state("De eerste drie steigers staan er."), Some(Status::GemeldAfgedaan));
        assert_eq!(state("Een werkgroep buigt zich over de tarieven."), Some(Status::InUitvoering));
        assert_eq!(state("De aanpak is erop gericht om lange wachttijden te voorkomen."), Some(Status::InUitvoering));
        assert_eq!(of("Wat ik wel doe, is de steigers verlichten."), Some(Status::Voornemen));
        assert_eq!(of("De minister van Financiën verwacht u in mei te kunnen berichten."), Some(Status::Voornemen));
        assert!(aside("Een tweede veer vergt een investering van zes miljoen euro."));
        assert!(aside("Op dit moment varen er veel boten, en kost een kaartje vijf euro."));
        assert!(!aside("Inmiddels zijn er 24 steigers verlicht."));
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
    fn what_was_agreed_on_is_still_to_be_done() {
        assert!(agreed("Met de reders is overeengekomen om de steigers te verlichten."));
        assert!(agreed("In mei zijn met de reders afspraken gemaakt."));
        assert!(!agreed("De steigers zijn zoals afgesproken verlicht."));
        assert!(unpromised("Dat kan ik u niet beloven."));
        assert!(!unpromised("Dat zeg ik toe."));
    }

    #[test]
    fn handing_over_putting_off_and_doing_in_part_are_turns_of_their_own() {
        let handed = "Ik heb haar in handen gesteld van de minister van Financiën.";
        assert_eq!(turn(handed), Some(Status::Overgedragen));
        assert_eq!(turn("De termijn van mei ga ik niet halen."), Some(Status::Uitgesteld));
        assert_eq!(turn("De eerste steiger is gebouwd, maar de tweede moet nog worden besteld."), Some(Status::Deels));
        assert_eq!(turn("Ik bouw de steiger."), None);
        assert_eq!(speaker("De minister van Financiën beschouwt de motie als afgedaan."), Some("FIN"));
        assert!(refers("Kortheidshalve verwijs ik naar het antwoord op vraag 2."));
        assert!(!refers("De steiger is gebouwd, zoals gemeld in het antwoord op vraag 2."));
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
    fn not_for_a_thing_is_in_part_and_not_before_a_time_is_later() {
        assert_eq!(turn("Ik voer de motie uit voor de veren, maar niet voor de bruggen."), Some(Status::Deels));
        assert_eq!(turn("De steigers komen er niet voor de zomer."), Some(Status::Uitgesteld));
        assert_eq!(turn("De steigers komen er niet voor 15 mei 2031."), Some(Status::Uitgesteld));
        assert_eq!(turn("De steigers liggen er niet voor niets."), None);
        assert_eq!(state("De steigerkaart treft u als bijlage aan."), Some(Status::GemeldAfgedaan));
    }

    #[test]
    fn a_ground_is_no_refusal() {
        let sentence = "De veren zijn geliefd omdat er geen brug is.";
        assert!(reason(sentence, sentence.find("geen").unwrap()));
        let sentence = "Als voorlopige oplossing wordt niets gebouwd.";
        assert!(!reason(sentence, sentence.find("wordt").unwrap()));
        let sentence = "Omdat de brug er ligt, vergt dit geen actie.";
        assert!(!reason(sentence, sentence.find("vergt").unwrap()));
        let sentence = "Ik bouw niet omdat er geen geld is.";
        assert!(!reason(sentence, sentence.rfind("geen").unwrap()));
    }
}
