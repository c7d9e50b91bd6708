//! What a policy lays down without a word for it: in its present tense. "Updates worden binnen twee dagen geïnstalleerd",
//! "De beheerder loopt de lijst na" and "Uitlenen is uit den boze" prescribe where a policy speaks for itself; the same
//! tense also describes, explains and tells. The border: one sentence in, its norm out; whether the place is one where
//! the policy prescribes is for the parent.

use super::clause::{Main, Verb, Word, denied, is_person, is_preposition, main_verb, split};
use crate::records::{Norm, constant};
use regex::Regex;
use std::sync::LazyLock;

/// What tells, explains or foretells, whatever its verb.
static DESCRIBED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?ix)\?$
        |^(?:\d[\d.]*\ )?(?:de|het|een)\ (?:reden|gedachte|achtergrond|keuze|aanleiding|vraag|ervaring\w*|ontwikkeling\w*|verwachting|bedoeling|oorzaak|voordeel|nadeel|praktijk|samenstelling|tabel|toelichting|uitkomst\w*|resultaten|cijfers|kosten|kans|termijn\ (?:is|komt|volgt)|laatste\ (?:regel|punt|bepaling))\b
        |^(?:\d[\d.]*\ )?(?:dit|dat|deze|zo|die)\ (?:is|zijn|was|komt|vloeit|betekent|levert|leidt|heeft|hangt|blijkt|sluit|voorkomt|maakt|helpt|vraagt|kost|schept|geeft|biedt|neemt|doet|scheelt|bespaart)\b
        |^(?:\d[\d.]*\ )?(?:dit|deze|het|de)\ (?:huidige\ |nieuwe\ |herziene\ |vorige\ |eerste\ |voorliggende\ )?(?:kader|beleidskader|beleidslijn|beleidsregel\w*|beleid|richtlijn|circulaire|notitie|document|hoofdstuk|paragraaf|gedragslijn|gedragscode|regeling|reglement|protocol|handreiking|versie|instructie)\b
        |^(?:\d[\d.]*\ )?(?:onderstaande|bovenstaande|zij\ (?:gelden|geldt))\b
        |^(?:\d[\d.]*\ )?(?:uit|volgens|die|afhankelijk\ van|(?:de|het)\ (?:minister|staatssecretaris|regering)(?:\ \w+){0,3}\ (?:stelt|schrijft|meldt|zegt|geeft))\ 
        |^(?:\d[\d.]*\ )?(?:toch|immers|zulke|sommige|veel|vele|weinig|de\ meeste|steeds\ meer|tegelijk|tegelijkertijd|daardoor|hierdoor|daarmee|daartussen|hiermee)\b
        |\b(?:verstaan|verstaat|versta)\b.{0,60}\bonder\b|\bonder\b.{0,90}\b(?:verstaan|begrepen|bedoeld|bedoelen)\b|\bbedoelen\ (?:wij|we)\b|\bhierna\b.{0,12}genoemd
        |\b(?:thans|momenteel|op\ dit\ moment|inmiddels|tot\ (?:nu\ toe|dusver|op\ heden)|tot\ nog\ toe|nog\ altijd|in\ het\ verleden|destijds|onlangs|recent(?:elijk)?|vorig\ jaar|afgelopen|voorheen|vroeger|indertijd|gemiddeld|meestal|doorgaans|vaak|veelal|soms|zelden|ongeveer|circa|naar\ verwachting|naar\ schatting|verreweg|nauwelijks|hooguit|vanzelf|onvermijdelijk|met\ andere\ woorden|misverstand|op\ termijn|immers|namelijk|overigens|^in\ de\ praktijk|weg\ te\ denken|bijeen|zowel\ via|sinds|blijkt|blijken|gebleken|dit\ (?:na|voor)jaar|deze\ zomer|binnenkort|geleidelijk)\b
        |\b(?:verwacht|bezien|beziet|uitgerold|aangekondigd|begonnen|voornemens|van\ plan|het\ voornemen|streven|streeft|gestreefd|in\ voorbereiding|treedt\ in\ werking|treden\ in\ werking|in\ de\ plaats\ van|komen?\ te\ vervallen|te\ vinden|te\ raadplegen|vindt\ u|bereikbaar|terecht\ bij|is\ verkrijgbaar)\b
        |^(?:tips|vragen|klachten|suggesties|meer\ informatie|opmerkingen)\b|@|\bwww\.
        |\b(?:Kamer|kabinet|motie|moties|Kamerbrief|Rekenkamer|Raad\ van\ State|AIVD|MIVD|verordening|richtsnoer|grondwet|AVG|Woo|Archiefwet|Aanbestedingswet|wet|wetgever|rechter|journalist\w*)\ (?:\w+t|\w+en|is|zijn|heeft|hebben)\b
        |^(?:omdat|doordat|aangezien)\b.*\b(?:is|zijn|blijft|blijven)\ (?:\S+\ ){0,6}?(?:nodig|noodzakelijk|onmisbaar|onvermijdelijk|wenselijk|mogelijk|lastig|moeilijk)\b
        |^of\ .{3,120},\ (?:hangt|is|zijn|blijft|verschilt|weten|weet)\b|\bhang(?:t|en)\ (?:\S+\ ){0,8}?af\b|\bmerk(?:t|en)\ (?:daar|hier|er|niets|weinig)\b
        |^(?:het|de|dit)\ (?:\w+\ )?\w*(?:register|administratie|overzicht|archief|logboek)\b.{0,50}\b(?:wordt|is)\ (?:\S+\ ){0,4}?(?:bijgehouden|beheerd|gepubliceerd|geplaatst|opgenomen|ondergebracht)\b
        |\bdoor\ (?:het|de|een|zijn|onze)\ (?:\w*(?:systeem|systemen|software|filters?|firewall|programma|applicatie|applicaties|servers?|netwerk|platform|voorziening|techniek))\ (?:\S+\ ){0,2}?(?:ge|ver|be|ont|her|aan|af|tegen)\w+
        |^in\ (?:(?:de\ loop|het\ (?:\w+\ )?(?:voorjaar|najaar|kwartaal)|de\ (?:zomer|herfst|winter))\ van\ )?20\d\d\b
        |\bopnieuw\ (?:tegen\ het\ licht|overwogen|gewogen)|\b(?:wordt|worden)\ (?:\S+\ ){0,12}?opnieuw\ (?:beoordeeld|bezien|bekeken)\.?$
        |\b(?:wordt|worden|vindt|vinden|volgt|volgen)\ (?:\S+\ ){0,8}?(?:tussentijdse\ |tussen|eind|wets)?evaluaties?\b|\bevalue(?:ert|ren)\b
        |^(?:de|deze)\ (?:\w+\ )?(?:regels|bepalingen|afspraken|voorschriften|normen|eisen|maatregelen|uitgangspunten|beginselen)\ (?:(?:in|van|uit)\ (?:dit|deze|het|de)\ \w+\ )?(?:treden|vervallen|vervangen|sluiten\ aan|volgen\ uit|komen\ voort|vloeien|zijn\ (?:\S+\ ){0,6}?(?:gebaseerd|vastgesteld|opgesteld|afgestemd|ontleend|ontwikkeld|tot\ stand|bedoeld|van\ toepassing))\b
        |\bacht(?:en)?\b|\bhoudt?\ verband\b|\bheeft\ te\ maken\b|\bligt\ in\ de\ rede\b|\bin\ de\ rede\b|\bvoor\ de\ hand\b|\bingegeven\ door\b|\bontleend\ aan\b|\bgaat\ (?:het\ )?om\b|\bgaat\ over\b",
    )
});

/// What gives reasons, weighs risks, threatens with consequences or tells what others can do: no norm, whatever its words.
static EXPLAINED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?ix)^(?:de|een|het)\ (?:\w+\ )?(?:reden|redenen|gedachte|achtergrond|aanleiding|verwachting|oorzaak|voordeel|voordelen|nadeel|nadelen|risico|risico['’]s|gevaar|gevaren|kans|kanttekening)\ (?:\S+\ ){0,6}?(?:is|zijn|hiervan|daarvan|hiervoor|daarvoor|bestaat|ligt|schuilt|dat)\b
        |\bstaa[nt]{1,2}\ (?:\S+\ ){0,5}?tegenover\b|\bgepaard\b|\bkleven\b|\b(?:moet|moeten|kan|kunnen|dient)\ (?:\S+\ ){0,5}?(?:worden\ )?gedacht\ (?:worden\ )?aan\b|\bte\ denken\ (?:valt|is)\b|\b(?:moet|mag|mogen|moeten)\ (?:\S+\ ){0,3}?worden\ (?:bedacht|beseft|verondersteld|vergeten|vastgesteld\ dat|geconstateerd)\b
        |\b(?:plichtsverzuim|disciplinaire?|strafontslag|rechtspositionele|arbeidsrechtelijke|tuchtrechtelijke|strafrechtelijke\ (?:vervolging|gevolgen)|sancties?)\b
        |^(?:een\ |het\ |bij\ )?(?:overtreding|schending|niet-naleving|misbruik|overtreden|schenden|niet\ naleven|niet-nakoming|handelen\ in\ strijd)\b.*\b(?:gevolg|gevolgen|maatregel|maatregelen|aangemerkt|beschouwd|leidt|leiden)\b
        |^in\ (?:\w+\ )?20\d\d\ (?:is|zijn|moest|moesten|mocht|mochten|kon|konden|bleek|bleken|heeft|hebben)\b|\bmoest(?:en)?\b|\bbleken?\b
        |\b(?:aanbieders?|leveranciers?|derden|kwaadwillenden|criminelen|hackers|aanvallers|onbevoegden|autoriteiten|overheden|statelijke\ actoren|fabrikanten|makers|model|modellen|taalmodel\w*|chatbots?)\ (?:\S+\ ){0,12}?(?:kan|kunnen)\ (?:\S+\ ){0,12}?(?:meelezen|meekijken|inzien|opvragen|opeisen|verkrijgen|achterhalen|afdwingen|misbruiken|volgen|aanpassen|wijzigen|verzinnen|verdwijnen|stoppen|doorverkopen|onderscheppen|afluisteren|verzamelen|trainen)\b
        |\b(?:kan|kunnen|mag|mogen)\ (?:\S+\ ){0,14}?(?:om|voor)\ (?:\S+\ ){0,3}?(?:zijn|haar|hun|eigen|het)\ (?:\w*model(?:len)?|\w*product(?:en)?|diensten|algoritmen?)\b
        |\b(?:contact|worden\ gericht|gericht\ worden|bekend\ worden|bekend\ gemaakt)\b.{0,40}\b(?:opgenomen|opnemen|aan|gemaakt|bij|via)\b.{0,60}\b(?:loket|meldpunt|servicedesk|helpdesk|intranet|office|directie|afdeling|team|secretariaat)\b",
    )
});

/// What is moved: a story of a migration.
static MOVED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:wordt|worden|is|zijn) (?:\S+ ){0,16}?(?:overgezet|overgebracht|overgeheveld|gemigreerd|meeverhuisd|verhuisd|uitgefaseerd|afgebouwd|ontmanteld)\b|\b(?:brengt|brengen|zet|zetten|hevelt|hevelen) (?:\S+ ){1,14}?over (?:naar|op)\b|\b(?:verhuist|verhuizen|migreert|migreren) (?:\S+ ){0,8}?naar\b",
    )
});

/// What is looked at again, where it is one thing and no case.
static REVIEWED: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\b(?:ge(?:ë|e)valueerd|herzien|herijkt|heroverwogen)\b"));

/// Whether a sentence tells of what is moved or looked at again.
fn tells_of_change(sentence: &str, words: &[Word]) -> bool {
    let each = words.first().is_some_and(|w| matches!(w.low.as_str(), "een" | "geen") || EVERY.is_match(&w.low));
    if each || !STRONG.is_match(sentence) && TIMED.is_match(sentence) && !sentence.contains("fase") {
        return !each && REVIEWED.is_match(sentence);
    }
    let yes = || main_verb(words).is_none_or(|main| !denied(words, main.at));
    REVIEWED.is_match(sentence) || MOVED.is_match(sentence) && yes()
}

/// Words that only a norm has: no description takes them away.
static STRONG: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:verboden|verbod|(?:niet|wel|evenmin) toegestaan|toegestaan|geoorloofd|gedoogd|toegelaten|uit den boze|taboe|verplicht|vereist|dient|dienen|moet|moeten|mag|mogen|uitgesloten|raadzaam|aanbevolen|aangeraden|ontraden|overweging gegeven|terughoudendheid|geadviseerd|afgeraden|aanbeveling|voorkeur|ontheffing|onder geen|in geen geval|lijdt|gehouden|wenselijk|niet (?:langer |meer )?mogelijk|aangewezen)\b",
    )
});

/// Whether a sentence lays down by itself, in a text that also does other things. `sure` tells that norms are said here.
pub(super) fn firm(sentence: &str, sure: bool) -> bool {
    static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:is|zijn|wordt|worden|blijft|blijven) (?:\S+ ){0,14}?(?:verboden|toegestaan|geoorloofd|gedoogd|toegelaten|uit den boze|taboe|verplicht|vereist|uitgesloten|raadzaam|aanbevolen|aangeraden|geadviseerd|afgeraden|niet aan de orde)\b|\b(?:verdient|verdienen) (?:\S+ ){0,12}?(?:de voorkeur|aanbeveling)|\b(?:mag|mogen) (?:\S+ ){0,12}?(?:niet|geen|alleen|uitsluitend|worden)\b|\b(?:mag|mogen),|\b(?:dient|dienen) (?:\S+ ){0,14}?te\b|\bonder geen|\bin geen geval|\bbij voorkeur\b|\b(?:moet|moeten) (?:\S+ ){0,14}?(?:worden|zijn|hebben)\b|\bontheffing (?:geven|verlenen)\b|\b(?:kan|kunnen) zonder (?:nadere|voorafgaande|verdere)\b|\bblijft mogelijk\b",
        )
    });
    let timed = || sure || TIMED.is_match(sentence) || sentence.contains(" mits ");
    !sentence.ends_with('?')
        && !TOLD.is_match(sentence)
        && (PLAIN.is_match(sentence) || timed() && laid_down(sentence, sure, None).is_some())
}

/// The norm of a sentence that is known to lay down, also in a clause with "dat".
pub(super) fn decided(sentence: &str) -> Norm {
    static NO: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:niet|geen|nooit|nergens)(?:[^\w-]|$)"));
    static YES: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:mag|mogen|kan|kunnen|hoeft|hoeven)\b"));
    let clause = sentence.split_once(" dat ").map_or(sentence, |(_, clause)| clause);
    laid_down(sentence, true, None).filter(|_| !sentence.contains(" dat ")).unwrap_or(match () {
        () if ADVISED.is_match(clause) => Norm::Advies,
        () if YES.is_match(clause) => Norm::Toegestaan,
        () if NO.is_match(clause) => Norm::NietToegestaan,
        () => Norm::Verplicht,
    })
}

/// Opinions and stories, whatever norm they name.
static TOLD: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:ik|mij|werd|werden|was|waren|heeft aangegeven|dat moet|zou|zouden|zal|zullen|naar mijn oordeel|kabinet)\b|^(?:dat|dit) ",
    )
});

/// Whether it says what those who are bound report or do at set times: "Departementen melden jaarlijks …".
pub(super) fn reports(sentence: &str) -> bool {
    let words = split(sentence);
    let Some(main) = main_verb(&words) else { return false };
    let start = main.at <= 4 && words[..main.at].iter().any(|w| BOUND.is_match(&w.low) || PERSON.is_match(&w.low));
    let many = words[main.at].low.ends_with("en");
    start
        && many
        && main.verb == Verb::Act
        && TIMED.is_match(sentence)
        && !DESCRIBED.is_match(sentence)
        && !TOLD.is_match(sentence)
}

/// Whether a sentence has a word that only a norm has, or speaks of each and all.
pub(super) fn strong(sentence: &str) -> bool {
    STRONG.is_match(sentence) || split(unlabelled(sentence)).first().is_some_and(|w| EVERY.is_match(&w.low))
}

/// Whether a sentence that a rule finds only describes.
pub(super) fn described(sentence: &str) -> bool {
    let sentence = &bare(sentence);
    if EXPLAINED.is_match(sentence) {
        return true;
    }
    if STRONG.is_match(sentence) {
        return false;
    }
    if DESCRIBED.is_match(sentence) {
        return true;
    }
    let words = split(sentence);
    if tells_of_change(sentence, &words) {
        return true;
    }
    main_verb(&words).is_some_and(|main| {
        let next = words.get(main.at + 1).map(|w| w.low.as_str());
        match main.verb {
            Verb::State => !main.person && !given(&words, &main),
            Verb::Other => true,
            Verb::Have => next != Some("recht") && next != Some("de"),
            _ => false,
        }
    })
}

/// The norm of a rule that finds a way things go: a no in the main clause makes a ban of it.
pub(super) fn turned(norm: Norm, sentence: &str) -> Norm {
    static EXCEPTION: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\buitzondering(?:en)? (?:\S+ ){0,4}?(?:wordt|worden|is|zijn|geldt|gelden|vormt|vormen)\b|\b(?:wordt|geldt|is|bestaat) (?:\S+ ){0,4}?een uitzondering\b|\b(?:is|zijn) (?:\S+ ){0,4}?(?:uitgezonderd|vrijgesteld)\b",
        )
    });
    let sentence = &bare(sentence);
    let words = split(sentence);
    if norm != Norm::Verplicht || STRONG.is_match(sentence) {
        return norm;
    }
    let Some(main) = main_verb(&words) else { return norm };
    let no = denied(&words, main.at);
    match main.verb {
        _ if !no && EXCEPTION.is_match(sentence) => Norm::Toegestaan,
        Verb::May if !words[main.at].low.starts_with("hoe") => {
            if no {
                Norm::NietToegestaan
            } else {
                Norm::Toegestaan
            }
        }
        Verb::Act | Verb::Course | Verb::Passive if no => Norm::NietToegestaan,
        _ => norm,
    }
}

/// Whether a verb of being does something with its particle: "kent … toe".
fn given(words: &[Word], main: &Main) -> bool {
    words[main.at].low.starts_with("ken") && words[main.at..].iter().any(|w| w.low == "toe")
}

/// A sentence without its number, without the law it follows from and without the name of a paper that says no.
fn bare(sentence: &str) -> String {
    static FROM_LAW: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:Ingevolge|Krachtens|Op grond van|Conform|Overeenkomstig) (?:(?:de|het|artikel) )?(?:\S+ ){1,6}?(worden|wordt|dient|dienen|moet|moeten|mag|mogen) ",
        )
    });
    let sentence = unlabelled(sentence.trim());
    FROM_LAW.replace(sentence, "Bij deze $1 ").replace("van geen bezwaar", "")
}

/// Without the number or letter in front.
fn unlabelled(sentence: &str) -> &str {
    static MARK: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:\*{0,2}\d[\d.]*\*{0,2}|[a-z][.)]|[-•–*])\s+"));
    let start = MARK.find(sentence).map_or(0, |m| m.end());
    &sentence[start..]
}

/// The norm that a sentence lays down by saying how it goes. `sure` tells that the place is one of norms: there less is
/// asked of the sentence.
pub(super) fn laid_down(sentence: &str, sure: bool, before: Option<Norm>) -> Option<Norm> {
    let sentence = &bare(sentence);
    let words = split(sentence);
    let told = DESCRIBED.is_match(sentence) || EXPLAINED.is_match(sentence) || tells_of_change(sentence, &words);
    if words.len() < 3 || told {
        return None;
    }
    if CAREFUL.is_match(sentence) {
        return Some(Norm::Advies);
    }
    if let Some(norm) = ordered(sentence, &words) {
        return Some(norm);
    }
    let Some(main) = main_verb(&words) else { return sure.then(|| short(sentence, &words)).flatten() };
    if main.verb == Verb::Other {
        return None;
    }
    if let Some(norm) = named(sentence) {
        return Some(norm);
    }
    let rest = &words[main.at..];
    let denied = denied(&words, main.at);
    let advised = ADVISED.is_match(sentence);
    let timed = TIMED.is_match(sentence);
    let actor = subject(&PERSON, &words, main.at);
    let bound = actor || subject(&BOUND, &words, main.at);
    let any = general(&words, &main);
    let case = matches!(words[0].low.as_str(), "bij" | "na" | "zonder" | "buiten" | "binnen" | "vanaf");
    let plain = |norm: Norm| if advised { Norm::Advies } else { norm };
    let verb = if given(&words, &main) { Verb::Act } else { main.verb };
    let open = match verb {
        Verb::May => return may(&words, &main, denied, sure || bound || main.person),
        Verb::Holds => {
            let same = words[..main.at].iter().any(|w| w.low == "hetzelfde") || rest.iter().any(|w| w.low == "ook");
            return match (same, denied) {
                (true, _) => before,
                (_, true) => Some(Norm::Toegestaan),
                _ => (sure || timed).then(|| plain(Norm::Verplicht)),
            };
        }
        Verb::Must => true,
        Verb::Act if main.person => wanted(&words, main.at),
        Verb::Passive => timed || bound || main.after_clause || sure && (any || case),
        Verb::Act => timed || actor || any && (bound || sure),
        Verb::Course => main.person || main.after_clause || timed || sure && (any || denied || advised),
        Verb::Be => any && (sure || timed) && (EVERY.is_match(&words[0].low) || timed),
        Verb::Have | Verb::State | Verb::Other => false,
    };
    open.then(|| if denied { Norm::NietToegestaan } else { plain(Norm::Verplicht) })
}

/// Care that is asked for.
static CAREFUL: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:terughoudendheid|voorzichtigheid|waakzaamheid|oplettendheid|alertheid|zorgvuldigheid|behoedzaamheid)\b.{0,80}\b(?:is|blijft) (?:\S+ ){0,4}?(?:geboden|op (?:haar|zijn) plaats|gewenst|aangewezen|gepast|gevraagd)\b|\b(?:is|blijft) (?:\S+ ){0,8}?(?:terughoudendheid|voorzichtigheid|waakzaamheid|oplettendheid|alertheid|zorgvuldigheid|behoedzaamheid) (?:geboden|gewenst|op (?:haar|zijn) plaats|gepast)\b",
    )
});

static EVERY: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:ieder|iedere|elk|elke|alle)$"));

/// The norm of a sentence without a verb: "Geen privételefoons in de vergaderzaal."
fn short(sentence: &str, words: &[Word]) -> Option<Norm> {
    const LONGEST: usize = 24;
    if words.len() > LONGEST {
        return None;
    }
    match words[0].low.as_str() {
        _ if ADVISED.is_match(sentence) => Some(Norm::Advies),
        "geen" | "nooit" | "niet" | "nergens" => Some(Norm::NietToegestaan),
        "wel" | "bruikbaar" | "alleen" | "uitsluitend" | "enkel" | "slechts" => Some(Norm::Toegestaan),
        "altijd" | "steeds" | "verplicht" | "vooraf" | "binnen" | "minimaal" | "uiterlijk" | "eerst" | "direct" => {
            Some(Norm::Verplicht)
        }
        _ => named(sentence),
    }
}

/// Whether those whom a policy binds are what a sentence speaks of.
fn subject(whom: &Regex, words: &[Word], at: usize) -> bool {
    let from = if words[..at].iter().any(|w| whom.is_match(&w.low)) { 0 } else { at + 1 };
    words[from..].iter().take(if from == 0 { at } else { 4 }).any(|w| whom.is_match(&w.low))
}

/// Whether a sentence speaks of a kind of thing and not of one that is there: "Sleutels", "Een aanvraag", "Elk plan".
fn general(words: &[Word], main: &Main) -> bool {
    let at = if main.after_clause || is_preposition(&words[0].low) { main.at + 1 } else { 0 };
    let Some(word) = words.get(at) else { return false };
    match word.low.as_str() {
        "een" | "elk" | "elke" | "ieder" | "iedere" | "alle" | "geen" | "zulke" | "nieuwe" => true,
        "de" | "het" | "deze" | "die" | "dit" | "dat" | "er" | "hij" | "zij" | "ze" | "wij" | "we" | "ons" | "onze"
        | "zijn" | "haar" | "hun" | "dan" => false,
        low => {
            low.ends_with(['n', 's'])
                || words.get(at + 1).is_some_and(|w| low.ends_with('e') && w.low.ends_with(['n', 's']))
        }
    }
}

/// What may be done; not what can happen.
fn may(words: &[Word], main: &Main, denied: bool, open: bool) -> Option<Norm> {
    static HAPPENS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:leiden|betekenen|ontstaan|optreden|blijken|gebeuren|schaden|veranderen|duren|zorgen|meebrengen|bieden|helpen|voorkomen|bijdragen|gevolgen|misgaan|lijken|vergroten|verminderen|voordoen|uitlekken|weten|hebben|worden afgeleid)$",
        )
    });
    let verb = words[main.at].low.as_str();
    let all = words[main.at..].iter().any(|w| HAPPENS.is_match(&w.low));
    let need = verb.starts_with("hoe");
    if open && words[main.at..].windows(2).any(|w| w[0].low == "het" && w[1].low == "beste" || w[1].low == "beter") {
        return Some(Norm::Advies);
    }
    let norm = if denied && !need { Norm::NietToegestaan } else { Norm::Toegestaan };
    (open && (!all || need || verb.starts_with('m'))).then_some(norm)
}

/// Whether what we, you or one does is what a policy wants: no opinion or plan.
fn wanted(words: &[Word], at: usize) -> bool {
    static THOUGHT: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:verstaa?n?t?|bedoel\w*|ken(?:nen|t)?|zien?|ziet|merk\w*|hop\w*|hoopt|wil\w*|weten|weet|denk\w*|verwacht\w*|vinden|vindt|bezien|streven|onderzoek\w*|werk(?:en|t)|heb\w*|heeft|zijn|ben\w*|is|leer\w*|lezen|leest|begrijp\w*|erken\w*|constater\w*|beschik\w*|vindt|snap\w*|heten|danken|helpen)$",
        )
    });
    !THOUGHT.is_match(&words[at].low)
}

/// What tells the reader what to do, in an imperative.
fn ordered(sentence: &str, words: &[Word]) -> Option<Norm> {
    static ORDER: LazyLock<Regex> = LazyLock::new(|| constant(ORDERS));
    let direct = words[0].raw.chars().next().is_some_and(char::is_uppercase) && ORDER.is_match(&words[0].low);
    let second = |at: usize| words.get(at).is_some_and(|w| ORDER.is_match(&w.low));
    // "Toestel kwijt: bel …", "Twijfel je, vraag dan …".
    let later = (1..words.len()).any(|at| {
        let sign = words[at - 1].raw;
        (sign.ends_with(':') || sign.ends_with(','))
            && second(at)
            && words.get(at + 1).is_some_and(|w| !is_person(&w.low))
            && (sign.ends_with(':')
                || words.get(at + 1).is_some_and(|w| w.low == "dan")
                || words.get(at + 2).is_some_and(|w| w.low == "dan"))
    });
    // "Maak u …" is none, and a verb that a clause with "dan" answers is a condition.
    let turned = words.get(1).is_some_and(|w| is_person(&w.low)) || sentence.contains(", dan ");
    let finite = words
        .iter()
        .skip(1)
        .take(6)
        .any(|w| matches!(w.low.as_str(), "is" | "zijn" | "wordt" | "worden" | "mag" | "mogen" | "kan" | "kunnen"));
    if !later && (!direct || turned || finite) {
        return None;
    }
    let weak = matches!(words[0].low.as_str(), "overweeg" | "probeer" | "bedenk" | "wees" | "streef");
    let no = words.iter().take(14).any(|w| matches!(w.low.as_str(), "niet" | "geen" | "nooit" | "nimmer"))
        || matches!(words[0].low.as_str(), "vermijd" | "mijd" | "voorkom");
    Some(match () {
        () if weak || ADVISED.is_match(sentence) => Norm::Advies,
        () if no && direct => Norm::NietToegestaan,
        () => Norm::Verplicht,
    })
}

const ORDERS: &str = r"^(?:gebruik|koppel|deel|open|bewaar|meld|laat|neem|zorg|stuur|maak|installeer|vergrendel|sluit|geef|plaats|verwijder|vraag|controleer|voer|zet|kies|raadpleeg|vermijd|mijd|leg|houd|hou|wis|versleutel|klik|log|bespreek|volg|wijzig|kopieer|bel|draag|lever|vermeld|toets|verander|overweeg|noteer|schrijf|archiveer|berg|ruim|schakel|check|wees|probeer|denk|bedenk|vernietig|print|vertrouw|spreek|overleg|waarschuw|informeer|betrek|beperk|kijk|lees|let|ga|kom|doe|blijf|zoek|pas|werk|haal|breng|trek|start|stop|exporteer|sla|selecteer|motiveer|onderbouw|documenteer|registreer|reserveer|boek|annuleer|vul|teken|onderteken|verstuur|verstrek|verzend|voorkom|weiger|bevestig|herstel|update|wijs|stel|test|meet|bekijk|vergelijk|verifieer|anonimiseer|beveilig|scheid|scherm|activeer|deactiveer|verzamel|parkeer|respecteer)$";

static ADVISED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:bij voorkeur|liefst|liever|het beste|beter|zo ?veel mogelijk|gaat de (?:keuze|voorkeur) uit|verdient|zo min mogelijk|waar mogelijk|indien mogelijk|raadzaam|verstandig|aan te raden|wenselijk|overweegt|overwegen)\b",
    )
});

/// By when, how often, in every case: what an order has and a description seldom.
static TIMED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:binnen (?:de |een |\w+ ){0,2}(?:\w*dag(?:en)?|\w*we[e]?k(?:en)?|uur|uren|etmaal|maand(?:en)?|kwartaal|termijn)|uiterlijk|onmiddellijk|onverwijld|direct|meteen|terstond|per omgaande|zo spoedig mogelijk|altijd|te allen tijde|telkens|steeds|ten ?minste|minimaal|minstens|ten hoogste|maximaal|vooraf|voorafgaand aan|voortaan|met ingang van|niet langer|(?:elk|ieder|per) (?:\w+ )?(?:dag|week|maand|kwartaal|half ?jaar|jaar|keer)|elke (?:dag|week|maand|\w+ \w+en)|jaarlijks|halfjaarlijks|maandelijks|wekelijks|dagelijks|eens per|eenmaal per|\w+ (?:dagen|weken|maanden|jaar) (?:lang|bewaard)|om het jaar|(?:dezelfde|eerstvolgende) (?:werk)?(?:dag|week)|na afloop|zonder uitzondering|uitsluitend|alleen|slechts|enkel|voordat|alvorens|zodra|pas nadat|tot nader order)\b",
    )
});

/// Whom a policy binds.
static BOUND: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:\w*directies?|\w*afdeling(?:en)?|\w*onderde(?:el|len)|organisaties?|ministeries?|departement(?:en)?|CISO|CIO|CTO|CDO|FG|\w*commissies?|bestuursraad|servicedesk|helpdesk|teams?|posten|agentschap\w*|\w*diensten|\w*leveranciers?|opdrachtnemers?|\w*commando\w*|\w*centrum|uitvoeringsorganisaties?|rijksorganisaties?|overheidsorganisaties?|instellingen)$",
    )
});

/// Who has to act by a policy.
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:\w*medewerkers?|collega['’]?s?|\w*ambtena(?:ar|ren)|\w*leidinggevenden?|\w*managers?|\w*directeur(?:en)?|\w*beheerders?|\w*eigena(?:ar|ren)|\w*functionaris(?:sen)?|opdrachtgevers?|\w+leiders?|\w*gebruikers?|inkopers?|reizigers?|deelnemers?|\w*voorzitters?|secretaris(?:sen)?|secretaris-generaal|commandant(?:en)?|\w*bestuurders?|werkgevers?|werknemers?|bezoekers?|\w*aanvragers?|\w*houders?|\w*ontwikkelaars?|\w*verantwoordelijken?|inspecteurs?|bewindsperso(?:on|nen)|stagiairs?|externen|auteurs?|opstellers?|behandelaars?|redacteur(?:en)?|woordvoerders?|\w*coördinator(?:en)?|\w*contactperso(?:on|nen)|chef|chefs|plotters?|notulist(?:en)?|archivaris(?:sen)?|officers?|adviseurs?|\w*meesters?|schippers?|bewakers?|wachters?|melders?|ontvangers?|afzenders?|organisatoren|organisator)$",
    )
});

/// Norms that are nouns and adjectives.
fn named(sentence: &str) -> Option<Norm> {
    static NO: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:uit den boze|is (?:\S+ ){0,14}?(?:verboden|uitgesloten|ontoelaatbaar|niet (?:langer |meer )?toegestaan)|(?:is|zijn) te (?:vermijden|mijden|voorkomen)|geen (?:reden|grond|aanleiding|excuus) (?:om|voor)|(?:is|zijn) geen (?:geschikt|geschikte|goed|goede|plek|plaats|middel|alternatief|vervanging)|off[- ]?limits|niet welkom|taboe|(?:geen|nooit) sprake(?: van)? zijn|not done|niet de (?:weg|plek|plaats|bedoeling)|geen plaats|geen optie|niet bespreekbaar|niet aan de orde|niet bedoeld (?:voor|om)|(?:is|zijn) er niet voor|(?:is|zijn) niet (?:voor|het (?:middel|kanaal))|ongeschikt voor|ongewenst|ongepast|onwenselijk|blijf(?:t|ven) (?:\S+ ){0,4}?(?:achterwege|ongebruikt|buiten gebruik|onbenut|dicht|gesloten|uit(?:geschakeld)?|geblokkeerd|verboden)|is er niet bij|lenen? zich (?:er )?(?:niet|nooit)|vall?(?:t|en) (?:\S+ ){0,4}?(?:niet onder|buiten)|voorbehouden aan|strijdig met|geen (?:enkel )?gebruik|hoor(?:t|en) (?:\S+ ){0,8}?niet|no-go|buiten de deur|vermeden|gemeden)\b",
        )
    });
    static YES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:(?:is|zijn) (?:\S+ ){0,5}?(?:prima|in orde|welkom|akkoord|vrij|vrijgesteld|vrijgelaten|uitgezonderd|bespreekbaar|denkbaar|facultatief|optioneel|vrijblijvend|een uitzondering mogelijk|mogelijk|bevoegd|gerechtigd|toelaatbaar|aanvaardbaar|acceptabel|bruikbaar|geschikt)|geen (?:enkel )?bezwaar|geen probleem|(?:niet|geen) (?:\S+ ){0,4}?(?:nodig|vereist|noodzakelijk|verplicht)|best(?:aat|aan) (?:\S+ ){0,4}?(?:een uitzondering|ruimte)|naar eigen (?:inzicht|keuze)|is (?:\S+ ){0,2}ruimte voor|vrijgesteld van|(?:heeft|hebben|krijgt|krijgen) (?:\S+ ){0,3}?(?:recht op|de bevoegdheid|de vrijheid|de ruimte|mandaat|toegang tot)|staat (?:het )?\w+ vrij|sta(?:at|an) (?:\S+ ){0,8}?open (?:voor|indien|als|wanneer|mits|zolang)|volstaat|volstaan|kan het zonder|maakt niet uit|geldt (?:deze|die|dit|dat) \w+ niet|(?:is|zijn|geldt) (?:\S+ ){0,3}?het vangnet|wordt verstrekt|worden verstrekt|krijgen? (?:\S+ ){0,4}?(?:toegang|de beschikking)|is voldoende)\b",
        )
    });
    static MUST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:het aangewezen (?:middel|kanaal|instrument|systeem|loket)|(?:is|zijn) (?:\S+ ){0,4}?de (?:standaard\w*|norm|regel|hoofdregel|eerste keus|enige \w+)|als standaard|(?:vergt|vereist|vergen|vereisen|behoeft|behoeven|vraagt) (?:een |de |altijd |steeds |vooraf |telkens )|(?:is|zijn|blijft|blijven) (?:\S+ ){0,4}?(?:een vereiste|een must|leidend|beslissend|doorslaggevend|bindend|verplichte kost|onverplicht|uitgangspunt|het uitgangspunt|regel|nodig|noodzakelijk|onmisbaar|bestemd voor|bedoeld voor|beperkt tot|begrensd (?:tot|op)|toegankelijk voor|voorzien van|aan de \w+|te (?:melden|herleiden|vermelden|registreren|wissen|vernietigen|bewaren|archiveren|motiveren|beveiligen|versleutelen|raadplegen bij))|(?:heeft|hebben) (?:\S+ ){0,4}?(?:de plicht|tot taak|als taak|de taak|het laatste woord|voorrang|een eigenaar|een verantwoordelijke)|een voorwaarde|voorwaarde (?:is|daarvoor|hiervoor)|(?:is|zijn|blijft|blijven) (?:\S+ ){0,3}?(?:verantwoordelijk|aanspreekbaar|aansprakelijk|gehouden|gebonden)|verantwoordelijk(?:heid)? (?:voor|ligt|berust)|berust(?:en)? bij|draagt (?:er )?(?:\S+ ){0,2}?zorg|hoort (?:daar|er)bij|hoort thuis|horen thuis|maakt (?:\S+ ){0,3}?(?:onderdeel|deel) uit van)\b",
        )
    });
    if YES.is_match(sentence) && !NO.is_match(sentence) {
        return Some(Norm::Toegestaan);
    }
    if NO.is_match(sentence) {
        return Some(Norm::NietToegestaan);
    }
    MUST.is_match(sentence).then_some(Norm::Verplicht)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_present_tense_lays_down_for_those_it_binds() {
        let laid = |words| laid_down(words, false, None);
        assert_eq!(laid("De havenmeester meldt mist binnen een uur."), Some(Norm::Verplicht));
        assert_eq!(laid("Bij mist leent u een hoorn bij de kade."), Some(Norm::Verplicht));
        assert_eq!(laid("Vuurwerk neem je niet mee aan boord."), Some(Norm::NietToegestaan));
        assert_eq!(laid("Zwemmen in de sluis is uit den boze."), Some(Norm::NietToegestaan));
        assert_eq!(laid("Valt de lamp uit, dan gaat het schip niet verder."), Some(Norm::NietToegestaan));
        assert_eq!(laid("Een hond aan de lijn is op het dek welkom."), Some(Norm::Toegestaan));
        assert_eq!(laid("Overweeg een tweede anker mee te nemen."), Some(Norm::Advies));
        assert_eq!(laid("Touw kwijt: bel meteen de kade."), Some(Norm::Verplicht));
    }

    #[test]
    fn the_present_tense_also_describes_explains_and_tells() {
        let none = [
            "De haven telt op dit moment veertig ligplaatsen.",
            "De reden daarvoor is dat het water daar snel stroomt.",
            "Een loods kent de geulen en voorkomt ongelukken.",
            "In de winter lag de haven een maand dicht.",
            "Schippers varen hier doorgaans binnen een uur voorbij.",
            "Vragen stelt u aan de havenmeester.",
            "Onder een schip wordt hier ook een vlot verstaan.",
            "Dit reglement wordt over een jaar geëvalueerd.",
        ];
        for words in none {
            assert_eq!(laid_down(words, true, None), None, "{words}");
        }
    }

    #[test]
    fn in_the_company_of_norms_less_is_asked() {
        let words = "Sleutels van de sluis worden bewaard in de kluis.";
        assert_eq!((laid_down(words, false, None), laid_down(words, true, None)), (None, Some(Norm::Verplicht)));
        let same = "Hetzelfde geldt voor vlotten.";
        assert_eq!(laid_down(same, true, Some(Norm::Advies)), Some(Norm::Advies));
    }
}
