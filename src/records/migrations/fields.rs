//! The fields of one migration: whose, what moves, and to whom. The border: words in, values out; whether it is a
//! migration at all and how it stands is decided in the parent.

use super::super::{Context, constant};
use crate::document::{BlockKind, Document};
use crate::lexicon::{ActorKind, Entry, actor, actors_in, ministry_of};
use crate::records::Phase;
use crate::rules::words;
use crate::text::Span;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Offices that buy, advise or supervise, and move nothing themselves when a sentence on a move names them.
const ADVISERS: [&str; 13] =
    ["SLM Rijk", "CIO Rijk", "ADR", "AP", "AcICT", "NCSC", "NCTV", "AIVD", "MIVD", "CPB", "SCP", "ICTU", "Kiesraad"];

/// The ministry without its organisations: what a sentence says of it is not said of one of those.
static CORE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)\b(?:kern|bestuurs|moeder)departement|\b(?:ministerie|departement) zelf\b|\b(?:andere|overige|resterende) (?:\p{L}*onderdelen|diensten|\p{L}*organisaties|uitvoerders|agentschappen|directies)\b",
    )
});

/// Whose: the ministries a sentence lists, else those that speak here, an organisation by its parent.
pub(super) fn ministries(
    ctx: &Context,
    quote: Span,
    said: &str,
    phase: Phase,
    organisation: Option<&str>,
) -> Vec<String> {
    let listed = named(said);
    let here = ctx.actors(quote.start());
    if phase == Phase::Geen && listed.len() > 1 || here.is_empty() && !listed.is_empty() {
        return listed;
    }
    let parent = organisation.and_then(ministry_of).map(str::to_string);
    let headed = here != ctx.doc.meta.sender;
    if !headed {
        let own: Vec<String> = parent.into_iter().collect();
        let named = if own.is_empty() { listed } else { own };
        return match (named.is_empty(), here.is_empty()) {
            (false, _) => named,
            (true, true) => titled(ctx.doc),
            (true, false) => here,
        };
    }
    let mut all: Vec<String> = Vec::new();
    for actor in here {
        let ministry = ministry_of(&actor).map_or(actor.clone(), str::to_string);
        if !all.contains(&ministry) {
            all.push(ministry);
        }
    }
    // Under a heading of several ministries the one that is named is meant, and an organisation belongs to its own.
    if listed.len() < all.len() && !listed.is_empty() && listed.iter().all(|m| all.contains(m)) {
        return listed;
    }
    match parent {
        Some(parent) if all.len() > 1 && all.contains(&parent) && organisation_in(said).is_some() => vec![parent],
        _ => all,
    }
}

/// The ministries that the words name, each once, in order.
pub(super) fn named(said: &str) -> Vec<String> {
    let mut listed = Vec::new();
    for (_, entry) in actors_in(said).filter(|(_, e)| e.kind == ActorKind::Ministerie) {
        if !listed.contains(&entry.abbr) {
            listed.push(entry.abbr.clone());
        }
    }
    listed
}

/// The ministry of a document without a sender: the only one that its first lines name.
fn titled(doc: &Document) -> Vec<String> {
    /// How many lines may name it.
    const FIRST: usize = 5;
    let mut all: Vec<String> = Vec::new();
    for block in doc.blocks.iter().take(FIRST) {
        for ministry in named(doc.of(block.span)) {
            if !all.contains(&ministry) {
                all.push(ministry);
            }
        }
        if !all.is_empty() {
            break;
        }
    }
    if all.len() == 1 { all } else { Vec::new() }
}

/// Whose system it is: the organisation the sentence names, else that of the heading, else the one spoken of before in
/// the same paragraph or the paragraph before it under the same heading.
pub(super) fn organisation(doc: &Document, ctx: &Context, quote: Span) -> Option<String> {
    let is_organisation = |a: &String| actor(a).is_some_and(|e| e.kind == ActorKind::Organisatie);
    let said = doc.of(quote);
    organisation_in(said)
        .or_else(|| acting(said))
        .or_else(|| ctx.actors(quote.start()).into_iter().find(is_organisation))
}

/// Who opens the sentence and acts in it, by a name that no list knows: "Het NOB brengt …", "Stichting Wad onderzoekt …".
fn acting(said: &str) -> Option<String> {
    // Verbs that only someone can do: a system can move or go live, and cannot look into it.
    static ACTS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"^(?:(?:[Hh]et|[Dd]e|Stichting) )?((?:\p{Ll}{0,2}\p{Lu}{2,}[\p{L}&-]*|\p{Lu}[\p{L}&-]+(?: (?:voor|van|en|de|het|der) \p{Lu}[\p{L}&-]+| \p{Lu}[\p{L}&-]+){1,5}))(?: \(\p{Lu}[\p{L}&-]+\))? (?:zelf |zal |wil )?(?:brengt|brengen|hevelt|haalt|zet|rondde|rondt|onderzoekt|overweegt|verkent|beraadt|bekijkt|beziet|besloot|koos|kiest|stopt|stopte|staakte|plaatst|verplaatst|verplaatste|bereidt|werkt|neemt|nam|wil|heeft (?:besloten|gekozen|haar|zijn|onlangs|inmiddels|in \p{L}+|de|het|een|geen)|is (?:voornemens|van plan|bezig|doende|gestopt|begonnen|overgestapt))\b",
        )
    });
    // A member of the government, a ministry and whoever advises move nothing; a programme or system is no one.
    static THING: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:ministerie|minister|staatssecretaris|kabinet|kamer|raad|commissie|programma|project|systeem|platform|register|porta(?:al|l)|algemene rekenkamer|rekenkamer)\b|(?:systeem|platform|register|porta(?:al|l)|loket|net|cloud)$",
        )
    });
    let name = ACTS.captures(said)?.get(1)?.as_str();
    (!THING.is_match(name)
        && actors_in(said).next().is_none_or(|(at, _)| at.start > name.len() + 12)
        && suppliers(name, "leverancier").is_empty())
    .then(|| name.to_string())
}

/// The organisation that the words before `quote` in its paragraph spoke of last.
pub(super) fn spoken_of(doc: &Document, quote: Span) -> Option<String> {
    if CORE.is_match(doc.of(quote)) {
        return None;
    }
    let block = doc.block_at(quote.start())?;
    let before = doc.text().get(block.span.start()..quote.start())?;
    all_organisations(before).pop()
}

/// The organisation whose system the paragraph right before, under the same heading, describes.
pub(super) fn spoken_of_before(doc: &Document, index: usize) -> Option<String> {
    let before = doc.blocks.get(index.checked_sub(1)?)?;
    (before.kind == BlockKind::Paragraph).then(|| organisation_in(doc.of(before.span))).flatten()
}

/// Keeps of the sentences `before` those that are about the `organisation` of `said`, and tells whether any went: what
/// another organisation moves is not what this one moves.
pub(super) fn keep_own(before: &mut Vec<&str>, said: &str, organisation: Option<&str>) -> bool {
    if CORE.is_match(said) {
        before.clear();
        return true;
    }
    let Some(own) = organisation else { return false };
    let of_others = |words: &&str| {
        let named = all_organisations(words);
        !named.is_empty() && !named.iter().any(|n| n == own)
    };
    let Some(last) = before.iter().rposition(of_others) else { return false };
    let after = &before[last + 1..];
    let named_since = after.iter().any(|words| all_organisations(words).iter().any(|n| n == own));
    let named_here = all_organisations(said).iter().any(|n| n == own);
    // What follows on a sentence about another, and names none, is about that other.
    let cut = if named_here && !named_since { before.len() } else { last + 1 };
    before.drain(..cut);
    true
}

/// The first organisation that moves; one that only hosts counts where no other is named and it is not the place.
pub(super) fn organisation_in(said: &str) -> Option<String> {
    all_organisations(said).into_iter().next()
}

/// All organisations of the row that names the first ("UWV, SVB en CAK"): each of them moves.
pub(super) fn organisations_in_row(said: &str) -> Vec<String> {
    static NEXT: LazyLock<Regex> =
        LazyLock::new(|| constant(r"^(?:,| en|, en|, alsmede| alsook| alsmede) (?:de |het )?$"));
    let Some(first) = organisation_in(said) else { return Vec::new() };
    let mut row: Vec<String> = Vec::new();
    let mut end = 0;
    for (at, entry) in actors_in(said).skip_while(|(_, e)| e.abbr != first) {
        let joined = row.is_empty() || said.get(end..at.start).is_some_and(|s| NEXT.is_match(s));
        if !joined || entry.kind != ActorKind::Organisatie || ADVISERS.contains(&entry.abbr.as_str()) {
            break;
        }
        if !row.contains(&entry.abbr) {
            row.push(entry.abbr.clone());
        }
        end = at.end;
    }
    row
}

fn all_organisations(said: &str) -> Vec<String> {
    static PLACE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)\b(?:van|naar|bij|door|op|in|via|met|aan|uit) (?:de |het |een )?(?:\w+ )?$"));
    // Whoever takes a thing in does not move it: "gaat naar DUO", "ondergebracht bij Doc-Direkt".
    static TAKES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:naar|(?:ondergebracht|onder te brengen|geplaatst|gestald|gehost|geland|thuis) (?:bij|door)|(?:gehost|beheerd|overgenomen|geleverd) door) (?:de |het )?$",
        )
    });
    let moves = |e: &&Entry| e.kind == ActorKind::Organisatie && !ADVISERS.contains(&e.abbr.as_str());
    let hosts = |abbr: &str| words("rijksdienst").any(|(host, _)| host == abbr);
    let all = actors_in(said).filter(|(_, e)| moves(e));
    let owners = all.filter(|(at, e)| {
        let place = if hosts(&e.abbr) { &PLACE } else { &TAKES };
        !said.get(..at.start).is_some_and(|before| place.is_match(before))
    });
    owners.map(|(_, e)| e.abbr.clone()).collect()
}

/// To whom: the supplier whose platform it goes to or runs on where the text says so, else all that are named; a host of
/// the government itself where no supplier is.
pub(super) fn providers(said: &str) -> Vec<String> {
    static TO: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:naar|contract met|(?:platform|cloud)diensten van|gehost (?:bij|op|door)|draai(?:t|en) (?:bij|op)|afgenomen (?:bij|van))\b",
        )
    });
    static HOST: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:dienst|cloud|clouddienst|omgeving|platform|datacent(?:er|rum)|rekencentrum|servers?|hosting|SaaS-\w+|contract|oplossing) (?:van|bij|met|door) (\p{Lu}[\p{L}\d]+(?:[ -]\p{Lu}[\p{L}\d]+)?)",
        )
    });
    static END: LazyLock<Regex> = LazyLock::new(|| constant(r"\. |; |, (?:maar|waar|die|dat|omdat|over|zodat)\b"));
    let said = &staying(said);
    let goal = TO.find_iter(said).map(|m| END.split(&said[m.end()..]).next().unwrap_or_default());
    let mut goals = goal.map(|words| (suppliers(words, "leverancier"), words));
    if let Some((found, _)) = goals.find(|(found, _)| !found.is_empty()) {
        return found;
    }
    let own = |words: &str| suppliers(words, "rijksdienst");
    let stranger = HOST
        .captures(said)
        .and_then(|c| c.get(1))
        .filter(|m| actors_in(m.as_str()).next().is_none() && named_place(m.as_str()));
    let all = suppliers(said, "leverancier");
    if !all.is_empty() {
        return all;
    }
    if let Some(name) = stranger {
        return vec![name.as_str().to_string()];
    }
    let to = TO.find(said).map(|m| own(&said[m.end()..])).filter(|found| !found.is_empty());
    to.unwrap_or_else(|| own(said))
}

/// The words without those that name where something leaves: "van … naar", "uit … terug", "afscheid van …".
fn staying(said: &str) -> String {
    static FROM: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"\b(?:van|vanuit|uit|bij) ((?:[^ ,;.]+ ){1,8}?)(?:over |terug )?naar (?:de|het|een|dat|\p{Lu})")
    });
    static LEAVES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?:[Aa]fscheid (?:te )?(?:nemen |genomen )?van|verlaat|verlaten|verliet(?:en)?|[Ww]eg (?:bij|van|uit)|\blos van|\baf van|[Vv]ertrek\w* (?:bij|uit|van)|[Tt]erug\w* uit|in plaats van|[Vv]ervanging van|[Vv]ervangt|[Uu]itfasering van|niet (?:meer|langer) (?:bij|van|op|in)|(?:stap|wil|kom|raak)\w*(?: [^ ,;.]+){0,6}? af van) ((?:[^ ,;.]+ ?){1,4})",
        )
    });
    static GONE: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:van|uit|bij) ((?:[^ ,;.]+ ){1,5}?)(?:terug|teruggehaald|gehaald|weggehaald|vertrokken|vertrekt|verdwenen|afgestapt|weg)\b",
        )
    });
    static OFF: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"\b(?:stap|wil|kom|raak|moet)\w*(?: [^ ,;.]+){0,6}? van ((?:[^ ,;.]+ ){1,5}?)af\b|((?:\p{Lu}[\w ]+),? die [^,.)]*niet (?:meer|langer) ondersteunt)",
        )
    });
    // What follows "naar" or "door" is where it goes after all.
    static GOES: LazyLock<Regex> = LazyLock::new(|| constant(r"(?:^| )(?:naar|door|met|in een|om) .*$"));
    let mut rest = said.to_string();
    for way in [&FROM, &LEAVES, &GONE, &OFF] {
        let left: Vec<_> = way.captures_iter(&rest).filter_map(|c| c.get(1).or(c.get(2))).map(|m| m.range()).collect();
        for range in left {
            let words = &rest[range.clone()];
            let end = range.start + GOES.find(words).map_or(words.len(), |m| m.start());
            // As many bytes, so that the other ranges still hold.
            let blank = "_".repeat(end - range.start);
            rest.replace_range(range.start..end, &blank);
        }
    }
    rest
}

/// Who hosts, by the words of a cell: a supplier, a host of the government, or a datacentre called by its place.
pub(super) fn hosted(cell: &str) -> Vec<String> {
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"^(?:Overheidsdatacent(?:er|rum)|ODC|Rijkscloud|Datacent(?:er|rum)) ?[\p{Lu}-]?[\p{L} -]*$")
    });
    let found = suppliers(cell, "leverancier");
    let found = if found.is_empty() { suppliers(cell, "rijksdienst") } else { found };
    if found.is_empty() && PLACE.is_match(cell.trim()) { vec![cell.trim().to_string()] } else { found }
}

/// Whether a name behind "dienst van" can be that of a company: not that of a body of the state.
fn named_place(name: &str) -> bool {
    static STATE: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"^(?:Rijk|Rijks\w*|Kamer|Raad|Staat|Ministerie|Nederland|Europa|Unie|Overheid\w*)\b")
    });
    !STATE.is_match(name)
}

/// The names of a list (suppliers and products, or hosts of the government) that the words hold, each once, in order.
fn suppliers(said: &str, table: &'static str) -> Vec<String> {
    type Names = BTreeMap<&'static str, (Regex, BTreeMap<String, &'static str>)>;
    static NAMES: LazyLock<Names> =
        LazyLock::new(|| ["leverancier", "rijksdienst"].into_iter().map(|table| (table, names(table))).collect());
    let Some((pattern, values)) = NAMES.get(table) else { return Vec::new() };
    let mut found: Vec<String> = Vec::new();
    for value in pattern.find_iter(said).filter_map(|m| values.get(m.as_str())) {
        if !found.iter().any(|f| f == value) {
            found.push((*value).to_string());
        }
    }
    found
}

fn names(table: &str) -> (Regex, BTreeMap<String, &'static str>) {
    let all: BTreeMap<String, &'static str> =
        words(table).flat_map(|(value, forms)| forms.iter().map(move |form| (form.clone(), value))).collect();
    let mut forms: Vec<String> = all.keys().map(|f| regex::escape(f)).collect();
    forms.sort_by_key(|f| std::cmp::Reverse(f.len()));
    (constant(&format!(r"\b(?:{})\b", forms.join("|"))), all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_takes_it_in_does_not_move() {
        assert_eq!(organisation_in("Het rooster wordt in mei ondergebracht bij DUO."), None);
        assert_eq!(organisation_in("Bij DUO wordt het rooster in mei ondergebracht.").as_deref(), Some("DUO"));
    }

    #[test]
    fn who_is_left_is_not_who_it_goes_to() {
        assert_eq!(
            providers("De RDW verhuist het rooster van een cloud van Google naar het rekencentrum van KPN."),
            ["KPN"]
        );
        assert_eq!(
            providers("Het rooster is uit de cloud van Google teruggehaald en staat op eigen servers."),
            [""; 0]
        );
        assert_eq!(providers("De RDW neemt afscheid van Slack."), [""; 0]);
        assert_eq!(providers("De RDW ziet van de overstap naar Google af."), ["Google"]);
    }

    #[test]
    fn what_another_moves_is_not_carried_over() {
        let (first, second) = ("DUO verplaatst haar rooster.", "Dat gaat snel.");
        let kept = |said: &str, own: &str| {
            let mut before = vec![first, second];
            keep_own(&mut before, said, Some(own));
            before
        };
        assert_eq!(kept("DUO is daar in mei mee klaar.", "DUO"), [first, second]);
        assert_eq!(kept("De RDW heeft geen plannen.", "RDW"), [""; 0]);
        assert_eq!(kept("Het kerndepartement heeft geen plannen.", "DUO"), [""; 0]);
    }

    #[test]
    fn who_acts_by_a_name_that_no_list_knows_is_an_organisation_and_a_system_is_none() {
        assert_eq!(acting("Het NKW brengt zijn kaarten over naar Delft.").as_deref(), Some("NKW"));
        assert_eq!(acting("Stichting Wad onderzoekt een Deense cloud.").as_deref(), Some("Stichting Wad"));
        assert_eq!(acting("Het Programma Kade brengt de kaarten over."), None);
        assert_eq!(acting("KADE verhuist naar Delft."), None);
    }
}
