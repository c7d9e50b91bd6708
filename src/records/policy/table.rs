//! Tables of norms: what may be done in which case, a yes or a no a cell. The border: cells in, norms out; whether the
//! document speaks for itself is for the parent.

use super::super::constant;
use crate::document::Document;
use crate::records::Norm;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// What a row of such a table lays down in some of its columns.
#[derive(Debug, PartialEq)]
pub(super) struct Cells {
    /// The row.
    pub(super) row: Span,
    pub(super) norm: Norm,
    pub(super) conditional: bool,
    /// The row's own words and, where its columns differ, those of the columns: "Bellen: in de trein, op straat".
    pub(super) subject: String,
}

/// What the cells of a column lay down that a policy heads as a rule: where a class of things is kept, for how long, who
/// approves. Each cell is a norm of its own.
pub(super) fn prescribed(doc: &Document) -> Vec<(Cells, Span)> {
    let mut found = Vec::new();
    for (_, table) in doc.tables() {
        let Some(((_, heads), body)) = table.split_first() else { continue };
        let words = |cell: &Span| doc.of(*cell).trim();
        let Some(first) = heads.first().filter(|h| CLASSED.is_match(words(h))) else { continue };
        if body.len() < 2 || words(first).is_empty() {
            continue;
        }
        for column in (1..heads.len()).filter(|c| PRESCRIBES.is_match(words(&heads[*c]))) {
            for (row, cells) in body {
                let (Some(label), Some(cell)) = (cells.first(), cells.get(column)) else { continue };
                let said = words(cell);
                if said.split_whitespace().count() < 2 || !said.chars().any(char::is_alphabetic) {
                    continue;
                }
                let (norm, conditional) = norm(said).unwrap_or_else(|| free(said));
                found.push((Cells { row: *row, norm, conditional, subject: words(label).to_string() }, *cell));
            }
        }
    }
    found
}

/// Heads of columns that name a class of things, before what holds for each.
static CLASSED: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:\w*niveaus?|\w*klassen?|\w*categorie(?:ën)?|\w*soort(?:en)?|\w*groep(?:en)?|type(?:n|s)?(?: .*)?|\w*rubricering|\w*classificatie|soort \w+|aard .*|\w*gegevens|\w*informatie|documenten|stukken|berichten|archiefstukken|\w*risico|geval|situatie|toepassing|middel|kanaal|apparaat|dienst|bestand(?:en)?|functie|rol|doelgroep)$",
    )
});

/// Heads of columns that say what holds for each of them.
static PRESCRIBES: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:(?:plaats van |wijze van )?(?:opslag|verwerking|bewaring|vernietiging|verzending|versleuteling)|opslagplaats|opslaglocatie|\w*bewaartermijn|(?:vereiste |minimale |verplichte |te nemen )?(?:\w*maatregelen?|\w*beveiliging|goedkeuring|toestemming)|(?:wie )?(?:keurt goed|beslist)|(?:goedkeuring|toestemming|akkoord|besluit) (?:door|van)|\w*eis(?:en)?|vereisten?|voorschrift(?:en)?|voorwaarden?|wat te doen|werkwijze|handelwijze|gevolg(?:en)? voor .{3,40}|wat (?:geldt|mag|moet)|regels?|normen?|toegestaan gebruik|toegestane \w+)$",
    )
});

/// The norm of a cell in words of its own: what is free is allowed, what hangs on a condition too, the rest is laid down.
fn free(cell: &str) -> (Norm, bool) {
    static NOT: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:niet|geen|nooit|verboden|uitgesloten)\b"));
    static MAY: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)^vrij\b|\b(?:mag|mogen|kan|kunnen|mogelijk|toegestaan|geen beperking\w*|vrije? keuze)\b")
    });
    static HANGS: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)\b(?:onder (?:de )?voorwaarden?|mits|tenzij|behoudens|indien|zolang|na (?:akkoord|toestemming|goedkeuring))\b",
        )
    });
    let hangs = HANGS.is_match(cell);
    let norm = match () {
        () if MAY.is_match(cell) && !NOT.is_match(cell) => Norm::Toegestaan,
        () if NOT.is_match(cell) => Norm::NietToegestaan,
        () if cell.contains("voorwaarde") || cell.contains("mits") => Norm::Toegestaan,
        () => Norm::Verplicht,
    };
    (norm, hangs)
}

/// All that the tables of norms of a document lay down, and the rows they stand in.
pub(super) fn cells(doc: &Document) -> (Vec<Cells>, Vec<Span>) {
    let (mut found, mut rows) = (Vec::new(), Vec::new());
    for (_, table) in doc.tables() {
        let Some(((_, heads), body)) = table.split_first() else { continue };
        if heads.iter().skip(1).any(|c| norm(doc.of(*c)).is_some()) {
            continue;
        }
        // A column in which most cells say what may be done answers; what stands beside it remarks. Other tables hold
        // other things.
        let answers = |column: usize| {
            let cell = |(_, cells): &(Span, &[Span])| cells.get(column).map(|c| doc.of(*c).trim());
            let filled = body.iter().filter_map(cell).filter(|c| !c.is_empty());
            let ruled = heads.get(column).is_some_and(|h| RULED.is_match(doc.of(*h)));
            let (all, said) = filled.fold((0, 0), |(all, said), c| (all + 1, said + usize::from(norm(c).is_some())));
            said > 0 && (said * 3 >= all * 2 || ruled && said * 2 >= all)
        };
        let columns: Vec<usize> = (1..heads.len()).filter(|c| answers(*c)).collect();
        if columns.is_empty() {
            continue;
        }
        for (row, cells) in body {
            rows.push(*row);
            found.extend(of_row(doc, *row, heads, cells, &columns));
        }
    }
    (found, rows)
}

/// Heads of columns that hold rules.
static RULED: LazyLock<Regex> = LazyLock::new(|| {
    constant(r"(?i)\b(?:regels?|norm|mag|toegestaan|gebruik|wat geldt|toepassing|voorschrift|eis|verplicht\w*)\b")
});

/// The norms of one row, each once, with the columns it holds for.
fn of_row(doc: &Document, row: Span, heads: &[Span], cells: &[Span], columns: &[usize]) -> Vec<Cells> {
    let Some((label, _)) = cells.split_first() else { return Vec::new() };
    let label = doc.of(*label).trim();
    let beside = (1..cells.len()).filter(|c| !columns.contains(c));
    let hangs = beside.map(|c| doc.of(cells[c]).trim()).any(|remark| CONDITION.is_match(remark));
    let mut found: Vec<(Norm, bool, Vec<&str>)> = Vec::new();
    for at in columns {
        let Some((norm, conditional)) = cells.get(*at).and_then(|cell| norm(doc.of(*cell))) else { continue };
        let conditional = conditional || hangs;
        let head = heads.get(*at).map_or("", |h| doc.of(*h).trim());
        match found.iter_mut().find(|(n, c, _)| (*n, *c) == (norm, conditional)) {
            Some((_, _, columns)) => columns.push(head),
            None => found.push((norm, conditional, vec![head])),
        }
    }
    let whole = found.len() == 1;
    let subject = |columns: &[&str]| {
        let named = !whole && columns.iter().any(|c| !c.is_empty());
        if named { format!("{label}: {}", columns.join(", ")) } else { label.to_string() }
    };
    let each = found.iter().map(|(norm, conditional, columns)| Cells {
        row,
        norm: *norm,
        // What holds for some columns only hangs on what they say.
        conditional: *conditional || *norm == Norm::Toegestaan && !whole,
        subject: subject(columns),
    });
    each.collect()
}

/// Remarks that make a norm conditional.
static CONDITION: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:alleen|mits|na|met|indien|als|tenzij|onder|zolang|ontheffing|uitsluitend)\b|\b(?:mits|tenzij|alleen|indien|ontheffing mogelijk)\b",
    )
});

/// What a cell says, if it says no more than that: the norm, and whether a condition hangs on it.
fn norm(cell: &str) -> Option<(Norm, bool)> {
    static NO: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:nee|neen|niet|nooit|verboden|geen(?: enkel)? (?:gebruik|toegang|verwerking|opslag)|van het toestel|off[- ]limits|geblokkeerd|verwijderen|niet (?:toegestaan|geoorloofd|mogelijk)|mag niet|uitgesloten|x|✗|✘|❌)[.,;:]?(?:$|[ (])|: van het toestel af",
        )
    });
    static YES: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:ja|wel|bruikbaar|geschikt|vrij(?:gegeven)?|mogelijk|toegestaan|geoorloofd|akkoord|mag|vrij|✓|✔|✅|v)[.,;:]?(?:$|[ (])",
        )
    });
    static ONLY: LazyLock<Regex> = LazyLock::new(|| {
        constant(
            r"(?i)^(?:alleen|slechts|uitsluitend|mits|onder voorwaarden?|voorwaardelijk|na (?:akkoord|toestemming|overleg|goedkeuring)|met (?:toestemming|akkoord))\b|\b(?:mits|alleen|tenzij|onder voorwaarden?|na (?:akkoord|toestemming)|indien|als)\b",
        )
    });
    static MUST: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)^(?:verplicht|vereist|moet|altijd)[.,;:]?$"));
    static ADVICE: LazyLock<Regex> =
        LazyLock::new(|| constant(r"(?i)^(?:aanbevolen|afgeraden|ontraden|bij voorkeur|liever niet)[.,;:]?$"));
    /// A longer cell tells more than a norm.
    const LONGEST: usize = 16;
    let cell = cell.trim();
    if cell.split_whitespace().count() > LONGEST {
        return None;
    }
    let conditional = ONLY.is_match(cell);
    let norm = match cell {
        c if NO.is_match(c) => Norm::NietToegestaan,
        c if YES.is_match(c) || ONLY.find(c).is_some_and(|m| m.start() == 0) => Norm::Toegestaan,
        c if MUST.is_match(c) => Norm::Verplicht,
        c if ADVICE.is_match(c) => Norm::Advies,
        _ => return None,
    };
    Some((norm, conditional))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::loose;

    fn read(table: &str) -> Vec<(Norm, bool, String)> {
        let doc = loose(table);
        cells(&doc).0.into_iter().map(|c| (c.norm, c.conditional, c.subject)).collect()
    }

    #[test]
    fn a_row_of_yes_and_no_lays_down_a_norm_for_each() {
        let table = "Wat\tOverdag\tNachts\nVissen\tJa\tNee\nRoken\tNiet toegestaan\tNee\nZwemmen\tMits met vest\tJa\n";
        assert_eq!(
            read(table),
            [
                (Norm::Toegestaan, true, "Vissen: Overdag".to_string()),
                (Norm::NietToegestaan, false, "Vissen: Nachts".to_string()),
                (Norm::NietToegestaan, false, "Roken".to_string()),
                (Norm::Toegestaan, true, "Zwemmen: Overdag".to_string()),
                (Norm::Toegestaan, true, "Zwemmen: Nachts".to_string()),
            ]
        );
    }

    #[test]
    fn a_column_headed_as_a_rule_lays_down_what_holds_for_each_class() {
        let doc = loose(
            "Klasse\tVoorbeeld\tBewaartermijn\nRoeiboot\tsloep, vlet\tVijf jaar, daarna sloop\nVlot\ttonnen\tVrij te bepalen\nSchip\tlogger\tDrie jaar, mits gekeurd\n",
        );
        let norms: Vec<_> = prescribed(&doc).into_iter().map(|(c, _)| (c.norm, c.conditional)).collect();
        assert_eq!(norms, [(Norm::Verplicht, false), (Norm::Toegestaan, false), (Norm::Toegestaan, true)]);
        let doc = loose("Haven\tOpslag\nDelfzijl\tloods aan de kade\nLauwersoog\tgeen loods meer\n");
        assert!(prescribed(&doc).is_empty());
    }

    #[test]
    fn a_table_of_other_things_lays_down_nothing() {
        assert_eq!(
            read("Haven\tSchepen\tGekeurd\nDelfzijl\t41\tja\nLauwersoog\t12\tin mei\nDen Oever\t7\tin juni\n"),
            []
        );
    }
}
