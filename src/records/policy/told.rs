//! What in a policy tells instead of laying down: definitions, reasons, risks, the present state, what was decided by
//! others, what is to come, where things are to be found. The border: one sentence in, whether it tells; what it lays
//! down otherwise is for `present`.

use super::super::constant;
use super::clause::{Verb, Word, denied, is_person, main_part, main_verb, split};
use super::listed;
use super::present::{BOUND, PERSON, TIMED, given};
use crate::records::Norm;
use regex::Regex;
use std::sync::LazyLock;

/// What tells, explains or foretells, whatever its verb, by the build of the whole sentence.
static DESCRIBED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?ix)\?$
        |^(?:de|het|een)\ (?:reden|gedachte|achtergrond|keuze|aanleiding|vraag|ervaring\w*|ontwikkeling\w*|verwachting|bedoeling|oorzaak|voordeel|nadeel|praktijk|samenstelling|tabel|toelichting|cijfers|kosten|kans|termijn\ (?:is|komt|volgt)|laatste\ (?:regel|punt|bepaling))\b
        |^(?:dit|dat|deze|zo|die)\ (?:is|zijn|was|komt|vloeit|betekent|levert|leidt|heeft|hangt|blijkt|sluit|voorkomt|maakt|helpt|vraagt|kost|schept|geeft|biedt|neemt|doet|scheelt|bespaart)\b
        |^(?:dit|deze|het|de)\ (?:huidige\ |nieuwe\ |herziene\ |vorige\ |eerste\ |voorliggende\ )?(?:kader|beleidskader|beleidslijn|beleidsregel\w*|beleid|richtlijn|circulaire|notitie|document|hoofdstuk|paragraaf|gedragslijn|gedragscode|regeling|reglement|protocol|handreiking|versie|instructie)\b
        |^(?:onderstaande|bovenstaande|zij\ (?:gelden|geldt))\b
        |^(?:uit|volgens|die|afhankelijk\ van|(?:de|het)\ (?:minister|staatssecretaris|regering)(?:\ \w+){0,3}\ (?:stelt|schrijft|meldt|zegt|geeft))\ 
        |^(?:toch|immers|sommige|veel|vele|weinig|de\ meeste|steeds\ meer|tegelijk|tegelijkertijd|daardoor|hierdoor|daarmee|daartussen|hiermee)\b
        |\b(?:verstaan|verstaat|versta)\b.{0,60}\bonder\b|\bonder\b.{0,90}\b(?:verstaan|begrepen|bedoeld|bedoelen)\b|\bbedoelen\ (?:wij|we)\b|\bhierna\b.{0,12}genoemd
        |^in\ de\ praktijk\b
        |^in\ (?:de|deze|onderstaande|bovenstaande)\ (?:volgende\ |onderstaande\ )?(?:tabel|bijlage|figuur|lijst)\ (?:is|zijn|staat|staan|wordt|worden)\ [^;]*\b(?:opgenomen|weergegeven|vermeld|samengevat|uitgewerkt|beschreven|opgesomd)\b
        |\b(?:wordt|worden|is)\ (?:\S+\ ){0,8}?uitvoering\ gegeven\ aan\b|\b(?:zegt|zeggen)\ (?:niet\ alles|weinig|niets)\ over\b
        |^(?:tips|vragen|klachten|suggesties|meer\ informatie|opmerkingen)\b|@|\bwww\.
        |\b(?:Kamer|kabinet|motie|moties|Kamerbrief|Rekenkamer|Raad\ van\ State|AIVD|MIVD|Europese\ Commissie|verordening|richtsnoer|grondwet|AVG|Woo|Archiefwet|Aanbestedingswet|wet|wetgever|rechter|journalist\w*)\ (?:\w+t|\w+en|is|zijn|heeft|hebben)\b
        |^(?:omdat|doordat|aangezien)\b.*\b(?:is|zijn|blijft|blijven)\ (?:\S+\ ){0,6}?(?:nodig|noodzakelijk|onmisbaar|onvermijdelijk|wenselijk|mogelijk|lastig|moeilijk)\b
        |^of\ .{3,120},\ (?:hangt|is|zijn|blijft|verschilt|weten|weet)\b|\bhang(?:t|en)\ (?:\S+\ ){0,8}?af\b|\bmerk(?:t|en)\ (?:daar|hier|er|niets|weinig)\b
        |\bdoor\ (?:het|de|een|zijn|onze)\ (?:\w*(?:systeem|systemen|software|filters?|firewall|programma|applicatie|applicaties|servers?|netwerk|platform|voorziening|techniek))\ (?:\S+\ ){0,2}?(?:ge|ver|be|ont|her|aan|af|tegen)\w+
        |^in\ (?:(?:de\ loop|het\ (?:\w+\ )?(?:voorjaar|najaar|kwartaal)|de\ (?:zomer|herfst|winter))\ van\ )?20\d\d\b
        |\bopnieuw\ (?:tegen\ het\ licht|overwogen|gewogen)|\b(?:wordt|worden)\ (?:\S+\ ){0,12}?opnieuw\ (?:beoordeeld|bezien|bekeken)\.?$
        |\b(?:wordt|worden|vindt|vinden|volgt|volgen)\ (?:\S+\ ){0,8}?(?:tussentijdse\ |tussen|eind|wets)?evaluaties?\b|\bevalue(?:ert|ren)\b
        |^(?:de|deze)\ (?:\w+\ )?(?:regels|bepalingen|afspraken|voorschriften|normen|eisen|maatregelen|uitgangspunten|beginselen)\ (?:(?:in|van|uit)\ (?:dit|deze|het|de)\ \w+\ )?(?:treden|vervallen|vervangen|sluiten\ aan|volgen\ uit|komen\ voort|vloeien|zijn\ (?:\S+\ ){0,6}?(?:gebaseerd|vastgesteld|opgesteld|afgestemd|ontleend|ontwikkeld|tot\ stand|bedoeld|van\ toepassing))\b
        |\b(?:voor|over|op|bij)\ de\ vraag\ (?:of|welke?|wie|hoe|wanneer|waar)\b
        |^zo\ (?:kan|kunnen|wordt|worden|hebben)\b|^(?:bij|in|voor|van|op)\ (?:sommige|veel|vele)\b|^niet\ (?:alle|elke?|iedere?|ieder)\b|^(?:een|de|het)\ (?:derde|kwart|helft|deel|meerderheid|merendeel|overgrote\ deel|rest)\b
        |^(?:een\ |de\ |het\ )?[\w-]+(?:\ [\w-]+){0,2}\ (?:is|zijn)\ (?:een\ |de\ |het\ |alle\ )?[\w-]{4,}(?:\ [\w-]+)?\ (?:die|dat|waarmee|waarbij|waarvan|waarop|waarin|waardoor|waaraan)\b
        |^(?:de|deze)\ (?:\w+\ )?(?:regels|bepalingen|afspraken|voorschriften|normen|eisen)\ (?:geldt|gelden)\b
        |\bsteeds\ (?:meer|minder|vaker|\w{3,}er)\b|\b(?:de|deze|die)\ (?:proef|pilot)\b
        |\bval(?:t|len)\ (?:hier|daar|er)\ (?:(?:ook|eveneens|dus|tevens|mede)\ )?onder\b|^(?:de|het)\ (?:leden|secretariaat|voorzitterschap)\b
        |^(?:de|het)\ (?:werking|effecten|doeltreffendheid|toepassing|uitvoering)\ (?:van|ervan|hiervan|daarvan)\b.{0,40}\b(?:wordt|worden)\b
        |\b(?:meer|minder|vaker)\ mogelijk\ dan\b|\b(?:levert|leveren|biedt|bieden|geeft|geven)\ (?:\S+\ ){0,4}?(?:voordeel|voordelen|winst|gemak|besparing|tijdwinst|rust|houvast)\b
        |^denk\ (?:\S+\ ){0,3}?aan\b
        |^(?:op\ (?:die|deze|dezelfde)|langs\ (?:die|deze))\ (?:manier|wijze|weg)\ \w+|^zo['’]n\ [\w-]+\ (?:is|zijn|kan|kost|duurt|helpt)\b|\b(?:is|zijn)\ bijvoorbeeld\b
        |\b(?:nooit\ een|nooit\ het|geen|niet\ een)\ (?:doel|einddoel|garantie|zekerheid|oplossing|wondermiddel|vanzelfsprekendheid|sinecure|gegeven|eindpunt|luxe|geheim|automatisme)\b
        |^geen\ (?:enkele?\ )?(?:\w*kader|\w*regel|beleid|beveiliging|\w*maatregel|techniek|methode|lijst|aanpak|oplossing)\ (?:kan|biedt|dekt|voorziet|garandeert|past|is\ (?:waterdicht|volmaakt|perfect|onfeilbaar|volledig))\b
        |^(?:een\ )?goede?\ [\w-]+\ (?:begint|beginnen|vraagt|vragen|staat|is|zijn|helpt|loont|voorkomt|kost|zorgt|draagt)\b
        |\b(?:valt|vallen)\ (?:\S+\ ){0,8}?onder\ (?:(?:de|het|een)\ )?(?:Wet|Algemene\ (?:verordening|wet)|AVG|Woo|\w+wet|\w+verordening)\b|^onder\ (?:de|het)\ \w*(?:wet|verordening|richtlijn)\ (?:valt|vallen)\b
        |\b(?:stelt|stellen|wijzigt|beheert|actualiseert|publiceert|herziet|onderhoudt|verspreidt)\ (?:deze|dit|de|het)\ (?:\w*strategie|\w*visie|\w*beleidslijn|\w*gedragslijn|gedragscode|\w*beleidskader|\w*beleid|circulaire|reglement|protocol|handreiking|leidraad)\b
        |^(?:deze|de)\ (?:\w*strategie|\w*visie|koers)\b
        |^(?:welke?|waar|hoe|wanneer)\ [^?]{2,120},\ (?:staat|staan|vindt|leest|blijkt|volgt|verschilt|hangt)\b
        |\ber\ (?:kan|kunnen)\ (?:\S+\ ){0,8}?(?:zijn|bestaan)\b|^hoe\ \w+er\b.*,\ hoe\b
        |^(?:[\w-]+\ ){1,5}?(?:meld(?:t|en)|ervaart|ervaren|signaleert|signaleren|merkt|merken|ondervindt|ondervinden|vertelt|vertellen|zegt|zeggen|klaagt|klagen|vermoedt|denkt|denken|merkt\ op|merken\ op|geven\ aan|laten\ weten|wijzen\ erop|waarschuwen)\ (?:ons\ |daarbij\ |ook\ |wel\ |echter\ ){0,2}dat\b
        |\b(?:valt|vallen)\ onder\ (?:(?:de|het|een)\ )?(?:\w+\ )?\w*(?:regelgeving|wetgeving|wet|verordening|regime|recht)\.?$
        |\b(?:valt|vallen)\ (?:\S+\ ){0,3}?(?:buiten|onder)\ (?:de\ (?:reikwijdte|werkingssfeer)|(?:dit|deze|het|de)\ (?:\w*kader|\w*beleidslijn|\w*beleid|\w*richtlijn|\w*circulaire|\w*regeling|\w*reglement|\w*protocol|\w*gedragslijn|\w*handreiking|\w*leidraad|\w*strategie|\w*gedragscode|\w*aanwijzing|\w*instructie))\b
        |\b(?:houdt|houden)\ (?:\S+\ ){0,2}?in\ dat\b|\b(?:gebruikt|gebruiken|heeft|hebben|is|zijn|komt|komen)\ (?:ruim\ |bijna\ )?[\w,]+\ procent\b
        |^(?:in|uit|bij)\ (?:dat|dit|die|het|de)\ (?:\w+\ )?(?:advies|rapport|brief|standpunt|onderzoek|debat|evaluatie|herziening|kamerbrief|nota|afspraken)\ (?:wordt|worden|staat|staan|is|zijn)\b
        |\b(?:eind)?verantwoordelijkhe(?:id|den)\ (?:\S+\ ){0,8}?(?:ligt|liggen|berust|berusten|rust|blijft)\b",
    )
});

/// The same, by the words of the main clause: those of a clause that hangs on it say nothing about the norm.
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    listed(
        r"(?i)\b(?:{nu}|{komt}|ik|mij|was|waren|werd|werden|had|hadden|kon|konden)\b|\bin (?:veel|vele|sommige|andere) (?:landen|sectoren|organisaties|steden|gevallen)\b|\b(?:wordt|worden) door (?:velen|veel|sommigen|menigeen)\b|^de (?:volgende|navolgende|onderstaande) (?:\w+ )?(?:{reeks}) (?:\w+t|\w+en|is|zijn)\b|\bvolgende (?:begrippen|definities)\b[^.;]*:$|\bwe(?:egt|gen) (?:\S+ ){0,14}?(?:zwaarder|minder zwaar)\b|^[^,;:]*(?:heid|atie|ering|ing|itie|gebruik|toegang) (?:(?:van|aan|door|op|bij|in|tot) [^,;:]*)?maa?k(?:t|en) (?:\S+ ){1,6}?(?:{oordeel}|afhankelijk|gevoelig|overbodig|weerbaar)(?:[.,;]|$| voor | en | om )|\bachten\b|\bacht (?:ik|wij|het|de|zij|men|hij)\b|\bhoudt? verband\b|\bheeft te maken\b|\bvoor de hand\b|\bingegeven door\b|\bontleend aan\b|\bgaat (?:het )?om\b|\bgaat over\b|\b(?:is|zijn) (?:\S+ ){0,14}?(?:{geworden})\b|\b(?:wordt|worden) (?:\S+ ){0,14}?(?:{besproken})\b|\b(?:is|zijn|blijft|blijven|valt|vallen|oogt|ogen|lijkt|lijken) (?:\S+ ){0,5}?(?:{oordeel})(?:[.,;]|$| en | maar | om | (?:\w+ )?te | voor )|\b(?:laat|laten) zich (?:\S+ ){0,3}?(?:niet|nooit|nauwelijks|lastig|moeilijk|goed|slecht|eenvoudig)\b|\b(?:bevat|bevatten|telt|tellen|omvat|omvatten|kent|kennen|lopen|loopt|draaien) (?:\S+ ){0,3}?(?:{aantal}) |\b(?:staat|staan) (?:\S+ ){0,4}?(?:op|in) (?:(?:het|de|ons|onze) )?(?:Rijks )?(?:{vindplaats})\b|\b(?:ruim|bijna|circa|ongeveer|zo['’]n) (?:\d|\w*(?:honderd|duizend|tien|tig|miljoen))|\b(?:is|zijn) in (?:\w+ )?(?:19|20)\d\d (?:\S+ ){0,4}?(?:ge|ver|be|ont|her|in|aan|op|af|uit|over)\w+(?:d|t|en)\b|\b(?:ervaring\w*|praktijk|\w*onderzoek\w*|evaluaties?|proef|proeven|pilots?|incident\w*|voorbeeld\w*|cijfers|studies?|audits?|rapport\w*|rondgang|peiling|navraag) (?:\S+ ){0,14}?(?:(?:laat|laten) (?:\S+ ){0,3}?zien|leert|leren|toont|tonen|wijst|wijzen|bevestigt|bevestigen|suggereert)\b|\bneemt (?:\S+ ){0,4}?weg\b|\bdruk(?:t|ken) uit (?:hoe|dat|wat|welke?|in welke)\b|\b(?:loopt|lopen) (?:een|twee|drie|enkele) \w*(?:programma|traject|project|onderzoek|proef|pilot|aanbesteding)\w*\b|\b(?:nog|pas) aan het begin\b|\bvervul(?:t|len) (?:een|de|twee|drie) (?:\w+ )?rol(?:len)?\b|\b(?:staat|staan) (?:een|de|het) (?:{hulpstuk})\b|\b(?:gaat|gaan) (?:\S+ ){0,6}?(?:verloren|stuk|mis|fout)\b|\b(?:houdt|houden) (?:\S+ ){0,3}?toezicht op\b|\b(?:is|zijn) (?:\S+ ){0,3}?(?:aanspreekpunt|eigenaar van|voorzitter van)\b|^(?:de |het )?(?:{verlener}) (?:\w+t|\w+en) |\bgeld(?:t|en) (?:andere|eigen|verschillende|afzonderlijke|aparte) (?:{reeks})[.:]$|\bgeld(?:t|en) (?:\w+ )?(?:een|de|het|twee|drie|vier|vijf|enkele|vaste|een aantal) (?:\w+ )?(?:{reeks})[.:]$",
    )
});

/// What gives reasons, weighs risks, threatens with consequences or tells what others can do: no norm, whatever its words.
static EXPLAINED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?ix)^(?:de|een|het)\ (?:\w+\ )?(?:reden|redenen|gedachte|achtergrond|aanleiding|verwachting|oorzaak|voordeel|voordelen|nadeel|nadelen|risico|risico['’]s|gevaar|gevaren|kans|kanttekening)\ (?:\S+\ ){0,6}?(?:is|zijn|hiervan|daarvan|hiervoor|daarvoor|bestaat|ligt|schuilt|dat)\b
        |\b(?:verzoek|motie|aanbeveling|voorstel)\ (?:\S+\ ){0,3}?(?:gevolgd|overgenomen)\b
        |\bstaa[nt]{1,2}\ (?:\S+\ ){0,5}?tegenover\b|\bgepaard\b|\bkleven\b|\b(?:moet|moeten|kan|kunnen|dient)\ (?:\S+\ ){0,5}?(?:worden\ )?gedacht\ (?:worden\ )?aan\b|\bte\ denken\ (?:valt|is)\b|\b(?:moet|mag|mogen|moeten)\ (?:\S+\ ){0,3}?worden\ (?:bedacht|beseft|verondersteld|vergeten|vastgesteld\ dat|geconstateerd)\b
        |\b(?:plichtsverzuim|disciplinaire?|strafontslag|rechtspositionele|arbeidsrechtelijke|tuchtrechtelijke|strafrechtelijke\ (?:vervolging|gevolgen)|sancties?|maatregel(?:en)?\ (?:\S+\ ){0,10}in\ de\ rede)\b
        |\bloo?p(?:t|en)\ (?:het\ |een\ )?risico\b|\bop\ gespannen\ voet\b|\bbeo(?:ogt|gen)\b|\bbehoo?r(?:t|en)\ (?:\S+\ ){0,4}?tot\ (?:de|het)\ (?:\w+\ )?(?:\w{3,}ste|meest|groep|categorie|doelgroep|kern|domein|werkterrein|praktijk)\b
        |^(?:daar|hier)\ komt\ (?:nog\ |ook\ )?bij\b|^(?:daarbij|hierbij)\ komt\ (?:nog\ )?dat\b|\b(?:is|zijn)\ (?:\S+\ ){0,3}?gekozen\ (?:omdat|vanwege|wegens|om|uit)\b
        |\b(?:heeft|hebben|had|hadden)\ (?:de\ |uw\ |beide\ )?(?:(?:Tweede|Eerste)\ )?Kamers?\b
        |\b(?:is|zijn|wordt|worden)\ (?:er\ )?(?:heel\ |zeer\ )?bewust\b|\b(?:is|wordt)\ er\ (?:\w+\ )?voor\ gekozen\b
        |^(?:de|het)\ Wet(?:\ [\w-]+){1,6}\ (?:verplicht|stelt|vereist|eist|regelt|bepaalt|verbiedt|kent|vraagt|schrijft|voorziet|legt|geeft|biedt|noemt|verlangt|verstaat|staat|laat)\b
        |^(?:een\ |het\ |bij\ )?(?:overtreding|schending|niet-naleving|misbruik|overtreden|schenden|niet\ naleven|niet-nakoming|handelen\ in\ strijd)\b.*\b(?:gevolg|gevolgen|maatregel|maatregelen|aangemerkt|beschouwd|leidt|leiden)\b
        |^in\ (?:\w+\ )?20\d\d\ (?:is|zijn|moest|moesten|mocht|mochten|kon|konden|bleek|bleken|heeft|hebben)\b|\bmoest(?:en)?\b|\bbleken?\b
        |\b(?:aanbieders?|leveranciers?|derden|kwaadwillenden|criminelen|hackers|aanvallers|onderzoekers|journalisten|buitenstaanders|onbevoegden|autoriteiten|overheden|statelijke\ actoren|fabrikanten|makers|model|modellen|taalmodel\w*|chatbots?)\ (?:\S+\ ){0,12}?(?:kan|kunnen)\ (?:\S+\ ){0,12}?(?:afleiden|herleiden|meelezen|meekijken|inzien|opvragen|opeisen|verkrijgen|achterhalen|afdwingen|misbruiken|volgen|aanpassen|wijzigen|verzinnen|verdwijnen|stoppen|doorverkopen|onderscheppen|afluisteren|verzamelen|trainen|staken|stopzetten)\b
        |\b(?:kan|kunnen|mag|mogen)\ (?:\S+\ ){0,14}?(?:om|voor)\ (?:\S+\ ){0,3}?(?:zijn|haar|hun|eigen|het)\ (?:\w*model(?:len)?|\w*product(?:en)?|diensten|algoritmen?)\b
        |\b(?:contact|worden\ gericht|gericht\ worden|bekend\ worden|bekend\ gemaakt)\b.{0,40}\b(?:opgenomen|opnemen|aan|gemaakt|bij|via)\b.{0,60}\b(?:loket|meldpunt|servicedesk|helpdesk|intranet|office|directie|afdeling|team|secretariaat)\b
        |^(?:de|het)\ (?:europese\ |nieuwe\ |algemene\ |huidige\ )?(?:\w+-?(?:verordening|wet|richtlijn)|[\w-]+-richtlijn|AVG|BIO|Woo|NIS2\S*|grondwet)\ (?:\S+\ )?(?:verplicht|stelt|vereist|eist|verlangt|dwingt|verstaat|draagt|regelt|bepaalt|verbiedt|merkt|onderscheidt|kent|vraagt|schrijft|voorziet|legt|geeft|biedt|noemt)\b
        |\bmoet(?:en)?\ (?:\S+\ ){0,8}?kunnen\ (?:vertrouwen|rekenen|bouwen|leunen|terugvallen|uitgaan|meekomen|zijn)\b|\bzou(?:den)?\ (?:\S+\ ){0,8}?(?:moeten|mogen|kunnen)\b|\bmoet(?:en)?\ (?:eerst\ |nog\ |uiteraard\ )*(?:blijken|gebeuren|erkend\ worden|worden\ (?:erkend|opgemerkt|gezegd))\b
        |^(?:de\ |een\ |onze\ )?(?:\w+\ )?(?:overheid|burgers?|inwoners?|ondernemers?|samenleving|mensen|bedrijven|markt|nederland|europa)\ (?:moet|moeten|mag|mogen)\b",
    )
});

/// What holds in some cases, what comes of something, what a text is kept up to, and what those outside may raise. One who is bound and acts, or a
/// limit to it, makes a norm of it: "Na een brand wordt het protocol door de beheerder aangepast".
fn goes_on(sentence: &str, words: &[Word]) -> bool {
    static CAUSED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:door|dankzij) (?:[\w-]+ ){1,3}?(?:blijft|blijven|is|zijn|kan|kunnen|neemt|nemen|daalt|dalen|ontstaat|ontstaan)\b",
        )
    });
    static KEPT_UP: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:wordt|worden) (?:hoofdstuk|paragraaf|artikel|bijlage|(?:dit|deze|het|de) (?:\w*kader|\w*beleidslijn|\w*richtlijn|\w*gedragslijn|circulaire|handreiking|protocol))\b(?: \S+){0,8}? (?:aangepast|bijgewerkt|herzien|aangevuld|geactualiseerd|ingetrokken|uitgebreid)\b",
        )
    });
    static RAISED: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:aanbieders?|leveranciers?|derden|fabrikanten|makers) (?:\S+ ){0,12}?(?:kan|kunnen) (?:\S+ ){0,12}?verhogen\b",
        )
    });
    static SOME: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:bij|in|voor|van|op) (?:enkele|de meeste|een aantal|diverse)\b"));
    let prescribed = || main_verb(words).is_some_and(|main| matches!(main.verb, Verb::Holds | Verb::Passive));
    let by_one = || {
        let by = words.iter().position(|w| w.low == "door");
        by.is_some_and(|at| words[at + 1..].iter().take(3).any(|w| PERSON.is_match(&w.low) || BOUND.is_match(&w.low)))
    };
    (CAUSED.is_match(sentence) || KEPT_UP.is_match(sentence)) && !by_one()
        || SOME.is_match(sentence) && !prescribed()
        || RAISED.is_match(sentence) && !TIMED.is_match(sentence)
}

/// Whether a line that leads in a list tells of it: what holds now, what was agreed once, what others lay down.
pub(super) fn leads_nowhere(line: &str) -> bool {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:begrippen|definities|begripsbepalingen)\b"));
    static HOLDS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\bgeld(?:t|en)\b"));
    static NOW: LazyLock<Regex> = LazyLock::new(|| listed(r"(?i)\b(?:{nu})\b"));
    let line = bare(line.trim().trim_end_matches(':'));
    let tells = || told(&line, &split(&line)) && !HOLDS.is_match(&line);
    WORDS.is_match(&line) || NOW.is_match(&line) || tells()
}

/// What is moved: a story of a migration.
static MOVED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:wordt|worden|is|zijn) (?:\S+ ){0,16}?(?:overgezet|overgebracht|overgeheveld|gemigreerd|meeverhuisd|verhuisd|uitgefaseerd|afgebouwd|ontmanteld)\b|\b(?:brengt|brengen|zet|zetten|hevelt|hevelen) (?:\S+ ){1,14}?over (?:naar|op)\b|\b(?:verhuist|verhuizen|migreert|migreren) (?:\S+ ){0,8}?naar\b",
    )
});

/// What is looked at again, where it is one thing and no case.
static REVIEWED: LazyLock<Regex> =
    LazyLock::new(|| constant(r"(?i)\b(?:ge(?:ë|e)valueerd|herzien|herijkt|heroverwogen)\b"));

/// A policy as a text: that it is looked at each year is said of it; a weighing or a list is looked at by somebody.
static POLICY: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b\w*(?:kaders?|beleid|beleidslijn(?:en)?|beleidsregels?|richtlijn(?:en)?|gedragslijn(?:en)?|gedragscodes?|circulaires?|regels|regeling(?:en)?|reglement(?:en)?|protocol(?:len)?|strategie(?:ën)?|visie|notities?|handreiking(?:en)?|leidra(?:ad|den)|aanwijzing(?:en)?|document(?:en)?|bepaling(?:en)?|afspraken|uitgangspunten)\b|\b(?:werking|effect|effecten|toepassing|uitvoering) (?:er|hier|daar)van\b",
    )
});

/// Whether a sentence tells of what is moved or looked at again.
fn tells_of_change(sentence: &str, words: &[Word]) -> bool {
    let each = words.first().is_some_and(|w| matches!(w.low.as_str(), "een" | "geen") || EVERY.is_match(&w.low));
    if each || !STRONG.is_match(sentence) && TIMED.is_match(sentence) && !sentence.contains("fase") {
        return !each && REVIEWED.is_match(sentence) && POLICY.is_match(sentence);
    }
    let yes = || main_verb(words).is_none_or(|main| !denied(words, main.at));
    REVIEWED.is_match(sentence) || MOVED.is_match(sentence) && yes()
}

/// Words that only a norm has: no description takes them away.
pub(super) static STRONG: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:verboden|verbod|(?:niet|wel|evenmin) toegestaan|toegestaan|geoorloofd|gedoogd|toegelaten|uit den boze|taboe|verplicht|vereist|dient|dienen|moet|moeten|mag|mogen|uitgesloten|raadzaam|aanbevolen|aangeraden|ontraden|overweging gegeven|terughoudendheid|geadviseerd|afgeraden|aanbeveling|voorkeur|ontheffing|onder geen|in geen geval|lijdt|gehouden|wenselijk|niet (?:langer |meer )?mogelijk|aangewezen|voor de hand om|de raad om|in beginsel uit naar)\b",
    )
});

/// A norm where the heading says that the section advises: an order without the word of a norm is advice there.
pub(super) fn mild(norm: Norm, sentence: &str) -> Norm {
    if norm == Norm::Verplicht && !STRONG.is_match(sentence) { Norm::Advies } else { norm }
}

/// Opinions and stories, whatever norm they name.
pub(super) static TOLD: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:ik|mij|werd|werden|was|waren|heeft aangegeven|dat moet|zou|zouden|zal|zullen|naar mijn oordeel|kabinet)\b|^(?:dat|dit) ",
    )
});

/// Whether a sentence has a word that only a norm has, or speaks of each and all.
pub(super) fn strong(sentence: &str) -> bool {
    STRONG.is_match(sentence) || split(unlabelled(sentence)).first().is_some_and(|w| EVERY.is_match(&w.low))
}

/// Whether somebody is advised: that is done to those whom a policy does not bind, where it says whom it does.
pub(super) fn advised(sentence: &str) -> bool {
    static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)in overweging gegeven|\b(?:wordt|worden) (?:\S+ ){0,6}?(?:geadviseerd|aangeraden|aanbevolen)\b")
    });
    GIVEN.is_match(sentence)
}

/// Whether a sentence tells, whatever its verb.
pub(super) fn told(sentence: &str, words: &[Word]) -> bool {
    DESCRIBED.is_match(sentence)
        || EXPLAINED.is_match(sentence)
        || SAID.is_match(&main_part(words))
        || goes_on(sentence, words)
        || tells_of_change(sentence, words)
        || of_technique(sentence, words)
        || of_tools(sentence, words)
        || by_itself(sentence, words)
}

/// What becomes of a tool, of outcomes or of what such a thing is like, and who oversees: told of it, unless the sentence
/// says who of those who are bound keeps it up or how often.
fn of_tools(sentence: &str, words: &[Word]) -> bool {
    static KEPT: LazyLock<Regex> = LazyLock::new(|| {
        listed(
            r"(?i)^(?:de|het|deze|dit) (?:\w+ )?(?:{hulpstuk})\b(?: \S+){0,5}? (?:wordt|worden|is|zijn) (?:\S+ ){0,6}?(?:{onderhouden})\b|^(?:het|de|dit) (?:\w+ )?\w*(?:register|administratie|overzicht|archief|logboek)\b.{0,50}\b(?:wordt|is) (?:\S+ ){0,4}?(?:bijgehouden|beheerd|gepubliceerd|geplaatst|opgenomen|ondergebracht)\b|\b(?:ziet|zien) (?:\S+ ){0,3}?toe op\b",
        )
    });
    static LIKE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^zulke\b|^(?:de|het|een) (?:uitkomst\w*|resultaten)\b"));
    let bound = |w: &Word| PERSON.is_match(&w.low) || BOUND.is_match(&w.low);
    let by = || {
        let kept = words.iter().any(|w| w.low == "bijgehouden");
        let by = words.iter().position(|w| w.low == "door").filter(|_| kept);
        by.is_some_and(|at| words.iter().skip(at + 1).take(4).any(bound))
            || words.iter().take(3).any(|w| PERSON.is_match(&w.low))
    };
    let often = || TIMED.is_match(sentence) || STRONG.is_match(sentence) || words.iter().any(|w| w.low == "standaard");
    KEPT.is_match(&main_part(words)) && !by() || LIKE.is_match(sentence) && !often()
}

/// What goes by itself or is supplied, and whose task it is to see to a thing: "Boten worden automatisch geteld",
/// "De dienst is verantwoordelijk voor de kade". Those who are bound by name answer for what they do.
fn by_itself(sentence: &str, words: &[Word]) -> bool {
    static SUPPLIED: LazyLock<Regex> = LazyLock::new(|| {
        listed(
            r"(?i)\b(?:wordt|worden) (?:\S+ ){0,10}?(?:automatisch|{geleverd})\b|\bvra(?:agt|gen) (?:\S+ ){0,2}?om\b",
        )
    });
    static CHARGED: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:is|zijn) (?:\S+ ){0,3}?(?:verantwoordelijk|belast) (?:voor|met)\b"));
    if STRONG.is_match(sentence) {
        return false;
    }
    let person = |at: usize| words[..at].iter().any(|w| PERSON.is_match(&w.low) || is_person(&w.low) || w.low == "wie");
    let doer = || main_verb(words).is_some_and(|main| person(main.at) || person((main.at + 3).min(words.len())));
    let supplied = SUPPLIED.is_match(&main_part(words)) && !TIMED.is_match(sentence);
    (supplied || CHARGED.is_match(sentence)) && !doer() && !main_verb(words).is_some_and(|main| denied(words, main.at))
}

/// What a thing makes clear, which nobody is told to do: "Een meting brengt in kaart hoe diep het is."
pub(super) fn shows(words: &[Word], at: usize) -> bool {
    let verb =
        ["breng", "geef", "geven", "maak", "maken", "laat", "laten", "biedt", "bieden", "lever", "toon", "tonen"];
    let what = [
        "kaart",
        "beeld",
        "inzicht",
        "inzichtelijk",
        "overzichtelijk",
        "zichtbaar",
        "duidelijk",
        "helder",
        "zien",
        "mogelijk",
    ];
    let how =
        |at: usize| words.get(at).is_some_and(|w| matches!(w.low.as_str(), "hoe" | "welke" | "wat" | "of" | "dat"));
    let shown = (at + 1..words.len().min(at + 6)).any(|n| {
        let word = words[n].low.as_str();
        what.contains(&word) || matches!(word, "aan" | "weer") && how(n + 1)
    });
    let easier = words.last().is_some_and(|w| w.low.ends_with("er") && w.low.len() > 4);
    (shown || easier) && verb.iter().any(|stem| words[at].low.starts_with(stem))
}

/// What a thing of technique does by itself: "De assistent verwerkt teksten alleen in Europa."
fn of_technique(sentence: &str, words: &[Word]) -> bool {
    static THING: LazyLock<Regex> = LazyLock::new(|| {
        listed(
            r"(?i)^(?:(?:de|het|deze|dit|die|onze) (?:[\w-]+ )?(?:{techniek})|deze (?:dienst|clouddienst)|(?:\w*taalmodellen|\w*algoritme[ns]|chatbots|ai-\w+|assistenten|modellen)) ",
        )
    });
    if !THING.is_match(sentence) || STRONG.is_match(sentence) {
        return false;
    }
    let doer = |w: &Word| PERSON.is_match(&w.low) || BOUND.is_match(&w.low) || is_person(&w.low);
    main_verb(words).is_some_and(|main| {
        matches!(main.verb, Verb::Act | Verb::State) && !words.iter().any(doer) && !denied(words, main.at)
    })
}

/// Whether a sentence that a rule finds only describes.
pub(super) fn described(sentence: &str) -> bool {
    let sentence = &bare(sentence);
    if EXPLAINED.is_match(sentence) {
        return true;
    }
    let words = split(sentence);
    let past = main_verb(&words).is_some_and(|m| {
        m.verb == Verb::Other && !words[m.at].low.starts_with("zul") && !words[m.at].low.starts_with("zal")
    });
    if past {
        return true;
    }
    if STRONG.is_match(sentence) {
        return false;
    }
    if told(sentence, &words) {
        return true;
    }
    main_verb(&words).is_some_and(|main| {
        let next = words.get(main.at + 1).map(|w| w.low.as_str());
        match main.verb {
            Verb::State => !main.person && !given(&words, &main),
            Verb::Other => true,
            Verb::Have => next != Some("recht") && next != Some("de") && !refused(&words, main.at),
            _ => false,
        }
    })
}

/// Whether somebody is refused something: "Bezoekers hebben geen toegang".
fn refused(words: &[Word], at: usize) -> bool {
    let refused = ["toegang", "inzage", "recht", "zeggenschap", "bevoegdheid", "beschikking", "mandaat", "aanspraak"];
    let after = words.get(at + 1..(at + 4).min(words.len())).unwrap_or_default();
    denied(words, at) && after.iter().any(|w| refused.contains(&w.low.as_str()))
}

/// A sentence without its number, without the law it follows from and without the name of a paper that says no.
pub(super) fn bare(sentence: &str) -> String {
    static FROM_LAW: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:Ingevolge|Krachtens|Op grond van|Conform|Overeenkomstig) (?:(?:de|het|artikel) )?(?:\S+ ){1,6}?(worden|wordt|dient|dienen|moet|moeten|mag|mogen) ",
        )
    });
    // "Die legt het vast": whoever was spoken of last, and no thing.
    static THAT_ONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:Die|Deze) (legt|meldt|stelt|beslist|besluit|beoordeelt|toetst|controleert|informeert|registreert|bewaart|tekent|ondertekent|overlegt|raadpleegt|adviseert|rapporteert|stuurt|verstrekt|zorgt|draagt|wijst|neemt|vraagt|motiveert|verwijdert|keurt|bepaalt) ",
        )
    });
    let sentence = unlabelled(sentence.trim());
    let sentence = FROM_LAW.replace(sentence, "Bij deze $1 ").replace("van geen bezwaar", "");
    THAT_ONE.replace(&sentence, "Hij $1 ").into_owned()
}

/// Without the number or letter in front.
fn unlabelled(sentence: &str) -> &str {
    static MARK: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:\*{0,2}\d[\d.]*\*{0,2}|[a-z][.)]|[-•–*])\s+"));
    let start = MARK.find(sentence).map_or(0, |m| m.end());
    &sentence[start..]
}

/// Words for each and all.
pub(super) static EVERY: LazyLock<Regex> = LazyLock::new(|| constant(r"^(?:ieder|iedere|elk|elke|alle)$"));

#[cfg(test)]
mod tests {
    use super::*;

    fn tells(sentence: &str) -> bool {
        told(&bare(sentence), &split(&bare(sentence)))
    }

    #[test]
    fn a_policy_also_tells() {
        let yes = [
            // The present state, what became of something and how many there are.
            "Ten tijde van de opening lopen er drie baggerplannen die onder het oude regime zijn begonnen.",
            "Zeilers zijn onmisbaar geworden voor de haven.",
            "De kaart telt ruim honderd ligplaatsen en wordt elk jaar vernieuwd.",
            // Opinions, and what can be done with a thing.
            "Oude touwen zijn later lastig te splitsen.",
            "Golven laten zich niet geheel dempen.",
            "Hoe diep de geul is, valt lastig te zeggen.",
            "Een vest vermindert de kans op verdrinken, maar neemt het gevaar niet weg.",
            "Grote havens staan op het Rijks havendashboard.",
            "Aan boord staat een lijst van goedgekeurde knopen.",
            // What a text or a law says.
            "In dat rapport wordt gewezen op de kans op aanslibbing.",
            "De Europese havenverordening verplicht reders sinds mei een lijst te voeren.",
            // Where things are and who keeps them.
            "Een tekening daarvan staat op de website.",
            "De vlaggenlijst wordt vastgesteld door de havenmeester en is alleen bij de kade in te zien.",
            // Examples, trust, responsibility and announcements.
            "Denk aan een lekke boei of een gebroken roer.",
            "Reizigers moeten erop kunnen vertrouwen dat de veerboot vaart.",
            "De eindverantwoordelijkheid voor de lading ligt altijd bij de schipper.",
            "Voor jachten gelden drie vuistregels:",
            "De diepgang is bepalend voor de vraag of een schip door de sluis mag.",
            // Whose task it is to see to something, and what is supplied or goes by itself.
            "De dienst Vaarwegen is verantwoordelijk voor het onderhoud van de kade.",
            "De havenraad houdt toezicht op de naleving.",
            "Ligplaatsen worden geleverd in drie maten.",
            "Schepen worden bij binnenkomst automatisch gewogen.",
            // What a word means, parts of a whole, examples and trends.
            "Sleepboten zijn vaartuigen waarmee grotere schepen worden getrokken.",
            "Een derde van de boten wordt in de winter opgelegd.",
            "Zo kan een zeiler bij windstilte stil komen te liggen.",
            "Sluizen worden steeds vaker op afstand bediend.",
            "Roeiboten vallen hier eveneens onder.",
            "De overheid moet het vertrouwen van schippers verdienen.",
            // What is weighed, what there may be, what a text is not about, how it mostly goes, and what is past.
            "Op open zee weegt de rust van de bemanning zwaarder dan de haast van de reder.",
            "Vaste regels zijn er weinig: er kunnen goede redenen zijn om anders te varen.",
            "Het vissen op rivieren valt buiten dit reglement en heeft een eigen vergunning.",
            "Voor gasten wordt in de regel een hut vrijgehouden.",
            "Bij de laatste storm, in maart, was de haven binnen een uur leeg.",
            "De volgende uitgangspunten zijn leidend bij iedere vaart.",
            "Boten worden nu vooral in het voorjaar geverfd.",
            "Grotere schepen vallen onder Europese regelgeving.",
            "Voor iedere klasse gelden andere eisen.",
            "Hoe harder het waait, hoe groter de golven.",
            "Schippers die te hard varen, lopen het risico op een boete.",
            "Afhankelijkheid van één sleepboot maakt de haven kwetsbaar.",
            // What was learnt, what follows, maxims, what a law asks and where things stand.
            "De ervaring met de vorige kade laat zien dat palen kunnen verzakken.",
            "Op die manier kan een reder nooit ongemerkt een tweede anker lenen.",
            "Varen is voor de haven nooit een doel op zich.",
            "Een goede reis begint bij een droog ruim.",
            "Geen regel kan alle stormen voorzien.",
            "Er is bewust geen vaste vaarroute voorgeschreven.",
            "De Wet veilige vaart verplicht reders een lijst te voeren.",
            "Bij de kade staan tot de zomer geen vervangingen op de rol.",
            "De havenraad stelt deze gedragslijn vast.",
            "Welke steigers dat zijn, staat op de waterkaart.",
            "De kraan is in 2019 vernieuwd en wordt door de haven beheerd.",
            "De Havenwet verlangt dat aanvaringen binnen een dag worden gemeld.",
            "Peilen houdt in dat de diepte met een lood wordt gemeten.",
            "Bij laag water is er meer mogelijk dan schippers denken.",
            // What a thing of technique does by itself.
            "Deze dienst meet het water alleen bij daglicht en wist de metingen binnen een uur.",
        ];
        for sentence in yes {
            assert!(tells(sentence), "{sentence}");
        }
    }

    #[test]
    fn words_in_a_clause_that_hangs_on_a_norm_do_not_make_it_a_story() {
        let no = [
            "Meld een aanvaring direct bij de post, die dag en nacht bereikbaar is.",
            "Luiken gaan, wanneer overslaand water onvermijdelijk is, dubbel dicht.",
            "De schipper legt vast welke boeien inmiddels zijn vervangen.",
            "De kok meldt dit binnen een uur.",
            "De schipper is verantwoordelijk voor zijn lading.",
            "Bij mist vraagt de schipper om een loods.",
            "Vlaggen worden uitsluitend door de haven geleverd.",
        ];
        for sentence in no {
            assert!(!tells(sentence), "{sentence}");
        }
    }

    #[test]
    fn some_cases_causes_and_papers_are_told_of_until_somebody_acts_or_a_limit_is_set() {
        for (norm, story) in [
            ("Bij enkele steigers geldt een lagere snelheid.", "Bij enkele steigers ligt het water stil."),
            ("Van diverse boten wordt de diepgang genoteerd.", "In de meeste havens is het water brak."),
            ("Door de havenmeester zijn alleen gekeurde boten toe te laten.", "Door de storm zijn veel boten lek."),
            (
                "Na een aanvaring wordt het protocol bijgewerkt door de beheerder.",
                "Daarna wordt het protocol bijgewerkt.",
            ),
            (
                "Een leverancier kan het liggeld verhogen met maximaal een tiende.",
                "Leveranciers kunnen het liggeld verhogen.",
            ),
        ] {
            assert!(!tells(norm), "{norm}");
            assert!(tells(story), "{story}");
        }
    }

    #[test]
    fn a_line_that_tells_what_holds_now_or_what_others_ask_leads_in_no_norms() {
        for line in [
            "Deze regels volgen uit de volgende voorschriften:",
            "De kades voldoen momenteel aan de volgende normen:",
            "Hierbij horen de volgende begrippen:",
            "In 2019 zijn met de rederij deze afspraken gemaakt:",
        ] {
            assert!(leads_nowhere(line), "{line}");
        }
        assert!(!leads_nowhere("Voor vlotten gelden de volgende eisen:"));
        assert!(!leads_nowhere("Een ligplaats voldoet aan de volgende voorwaarden:"));
    }

    #[test]
    fn an_order_in_a_section_of_advice_is_advice() {
        assert_eq!(mild(Norm::Verplicht, "Spoel het dek elke week."), Norm::Advies);
        assert_eq!(mild(Norm::Verplicht, "Het dek moet elke week worden gespoeld."), Norm::Verplicht);
    }

    #[test]
    fn a_thing_shows_and_a_person_acts() {
        let shown = |sentence: &str| {
            let words = split(sentence);
            main_verb(&words).is_some_and(|main| shows(&words, main.at))
        };
        assert!(shown("Een peiling brengt in kaart hoe diep de geul is."));
        assert!(!shown("Een schipper brengt de lading aan wal."));
    }
}
