//! Tables of systems that move: a row is a migration and its columns give the fields, whatever their headings are called.
//! The border: which column is what, and which words a row says of each; what the words amount to is for the parent.

use super::super::constant;
use crate::document::Document;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Ministry,
    Organisation,
    Subject,
    From,
    To,
    State,
    Due,
}

/// One row of such a table.
#[derive(Debug)]
pub(super) struct Row<'d> {
    /// The whole row.
    pub(super) span: Span,
    cells: &'d [Span],
    columns: &'d [Option<Column>],
}

impl Row<'_> {
    /// The cell of a column, if the table has it and it is not empty.
    pub(super) fn cell(&self, column: Column) -> Option<Span> {
        let at = self.columns.iter().position(|c| *c == Some(column))?;
        self.cells.get(at).copied().filter(|c| !c.is_empty())
    }
}

/// Words of a place where ICT runs.
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)cloud|saas|datacent|rekencent|\bodc|hosting|\bserver|mainframe|\bazure|\baws\b|eigen beheer|ssc-ict|on[- ]prem|aanbieder|leverancier|microsoft|m365|google|oracle|\bsap\b|snowflake|\bkpn\b|dictu|kantoorpakket|eigen (?:huis|hardware|omgeving)|platform|als dienst|online",
    )
});

/// Words of moving ICT.
static MOVE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)cloudmigrat|ict-migrat|migraties? van|verplaatsing|verhuizing|overstap|overgang|overzetting|\bmigratie|uitfasering|terugkeer|terugge|overzetten|overbrengen|verplaatsen|overgezet|overgebracht|verhuisd|ondergebracht|onderbreng|overheveling|verhuist|gaat (?:naar|over)|overgeheveld|gemigreerd",
    )
});

/// Words that say that nothing moves.
static STAYS: LazyLock<Regex> = LazyLock::new(|| constant(r"(?i)\b(?:geen|niet|blijft|blijven|ongewijzigd)\b|n\.v\.t"));

/// Calls `each` with every row of every table of systems that move, in order of place.
pub(super) fn rows(doc: &Document, mut each: impl FnMut(Row)) {
    for (index, table) in doc.tables() {
        if let Some(((_, heads), body)) = table.split_first()
            && let Some(columns) = columns(doc, heads, body, before(doc, index))
        {
            // Without a column of places a table of systems also lists what is built, renewed or looked after.
            let to_places = columns.iter().flatten().any(|c| matches!(c, Column::From | Column::To));
            let tells = |words: &str| PLACE.is_match(words) || MOVE.is_match(words) || STAYS.is_match(words);
            for (span, cells) in body.iter().filter(|(span, _)| to_places || tells(doc.of(*span))) {
                each(Row { span: *span, cells, columns: &columns });
            }
        }
    }
}

/// What the columns hold, if this is a table of systems that move: it names them, says where from, where to or how it
/// stands, and speaks of a place where ICT runs or of moving, in its rows or in the words above it.
fn columns(doc: &Document, heads: &[Span], body: &[(Span, &[Span])], above: &str) -> Option<Vec<Option<Column>>> {
    static OTHER: LazyLock<Regex> = LazyLock::new(|| {
        constant(r"(?i)motie|toezegging|vraag|aanbeveling|kamerstuk|vindplaats|debat|^norm|^regel|^eis|^toegestaan")
    });
    let mut columns: Vec<Option<Column>> = Vec::new();
    for head in heads {
        let found = column(doc.of(*head)).filter(|c| !columns.contains(&Some(*c)));
        columns.push(found);
    }
    if heads.iter().any(|head| OTHER.is_match(doc.of(*head))) {
        return None;
    }
    let way = columns.contains(&Some(Column::From)) && columns.contains(&Some(Column::To));
    // "Organisatie | Onderdeel | Van | Naar": what moves from here to there stands under the first heading left.
    if way
        && !columns.contains(&Some(Column::Subject))
        && let Some(free) = columns.iter_mut().find(|c| c.is_none())
    {
        *free = Some(Column::Subject);
    }
    let has = |column| columns.contains(&Some(column));
    let told = has(Column::From) || has(Column::To) || has(Column::State) || has(Column::Due);
    let places = body.iter().filter(|(row, _)| PLACE.is_match(doc.of(*row))).count();
    let moves = MOVE.is_match(above) || body.iter().any(|(row, _)| MOVE.is_match(doc.of(*row)));
    let about = places > 0 && (way || moves || places * 2 >= body.len());
    let rows = body.iter().filter(|(row, _)| PLACE.is_match(doc.of(*row)) || MOVE.is_match(doc.of(*row))).count();
    let about = about || rows > 1 && rows * 3 >= body.len();
    (has(Column::Subject) && told && about).then_some(columns)
}

/// What a heading says its column holds.
fn column(head: &str) -> Option<Column> {
    static NAMES: LazyLock<Vec<(Column, Regex)>> = LazyLock::new(|| {
        [
            (Column::Ministry, r"^(?:beleids)?(?:ministerie|departement|dep\b|min\b)"),
            (
                Column::Organisation,
                r"^(?:onderdeel|(?:uitvoerings)?organisatie|(?:dienst)?onderdeel|uitvoerder|agentschap|zbo|instantie|instelling|eigenaar|dienst$|wie$|orgaan)",
            ),
            (Column::From, r"^(?:van$|van wa|herkomst|huidige?\b|nu\b|oude?\b|bron|vertrek|uitgangs|situatie 20|was\b|verlaat)"),
            (
                Column::To,
                r"^(?:naar\b|waarheen|bestemming|doel|nieuwe?\b|toekomst\w* (?:plaats|locatie|host|omgeving)|straks|hosting|host|leverancier|aanbieder|platform|locatie|wordt\b|clouddienst)",
            ),
            (
                Column::State,
                r"^(?:stand|status|fase|voortgang|vooruitzicht|toelichting|opmerking|stadium|besluit|verloop|toekomst|situatie$|wat er gebeurt|actie|vervolg|uitkomst|bijzonderheden|ontwikkeling)",
            ),
            (
                Column::Due,
                r"^(?:planning|wanneer|gereed|(?:eind)?datum|jaar|start|oplevering|termijn|verwacht|periode|moment|afronding|tijdpad)",
            ),
            (
                Column::Subject,
                r"^(?:wat$|(?:informatie)?systee?m|applicatie|toepassing|omschrijving|voorziening|object|onderwerp|migratie|verhuizing|verplaatsing|project|traject|programma|naam|ict|dienstverlening|betreft|register|dienst|werklast|omgeving|mijlpaal|activiteit|stap$|werkpakket)",
            ),
        ]
        .map(|(column, names)| (column, constant(&format!("(?i){names}"))))
        .into()
    });
    let head = head.trim();
    NAMES.iter().find(|(_, names)| names.is_match(head)).map(|(column, _)| *column)
}

/// The words right above a table: the nearest heading or paragraphs.
fn before(doc: &Document, index: usize) -> &str {
    /// How many blocks above a table may announce it.
    const NEAR: usize = 3;
    let from = index.saturating_sub(NEAR);
    match doc.blocks[from..index].split_first() {
        Some((first, rest)) => doc.of(first.span.cover(rest.last().unwrap_or(first).span)),
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Draft, DraftBlock};
    use crate::text::Origin;

    #[test]
    fn a_row_without_a_place_or_a_move_is_no_migration() {
        let mut draft = Draft::default();
        let lines = [
            ["Systeem", "Stand"],
            ["Griffierooster", "Verhuisd naar een datacenter"],
            ["Kaartenbank", "Overgang naar een clouddienst in mei"],
            ["Loonstaten", "Blijft waar het is"],
            ["Sluisportaal", "Nieuwe knoppen gebouwd"],
        ];
        for (at, line) in lines.iter().enumerate() {
            let kind = BlockKind::Row { cells: Vec::new(), header: at == 0 };
            let mut row = DraftBlock::new(kind, Origin::line(1));
            for cell in line {
                row.cell(cell);
            }
            draft.push(row);
        }
        let doc = draft.finish("tabel.md", "md");
        let mut found = Vec::new();
        rows(&doc, |row| found.push(row.cell(Column::Subject).map(|c| doc.of(c).to_string()).unwrap_or_default()));
        assert_eq!(found, ["Griffierooster", "Kaartenbank", "Loonstaten"]);
    }
}
