//! Tables: the cells of rows, and rows that are broken over two pages. The border: lines in, rows out; what is a table
//! is decided in `regions`.

use super::lines::{Line, starts_low};
use super::regions::{Region, middle};

/// The cells of a row from left to right, each with its lines; empty where the row has none.
pub(super) type Row = Vec<Vec<Line>>;

/// The cells of table rows. A line that stands alone and straight under its column goes on in the cell above; so do
/// lines side by side that follow as closely as lines of a paragraph do, with nothing in the first column or in the
/// middle of its sentence.
pub(super) fn rows(lines: Vec<Line>) -> Vec<Row> {
    let columns = columns(&lines);
    let column_of = |line: &Line| columns.partition_point(|x| *x < middle(line));
    let mut levels: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match levels.last_mut() {
            Some(level) if (line.y - level[0].y).abs() < 0.45 * line.size.min(level[0].size) => level.push(line),
            _ => levels.push(vec![line]),
        }
    }
    let steps: Vec<f64> = levels.windows(2).map(|w| (w[1][0].y - w[0][0].y) / w[1][0].size.max(1.0)).collect();
    let tight = steps.iter().copied().filter(|s| *s > 0.8).fold(f64::INFINITY, f64::min).min(1.5) * 1.12;
    // Rows stand apart: only then is a close line one that goes on.
    let apart = steps.iter().filter(|s| **s > 1.15 * tight).count() > 1;
    let mut rows: Vec<Row> = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    for mut level in levels {
        level.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let (y, size) = (level[0].y, level[0].size);
        let close = before.is_some_and(|(above, size)| y - above < 1.7 * size);
        let column = column_of(&level[0]);
        let goes_on = level.len() == 1
            && close
            && rows.last().is_some_and(|row| {
                let filled = row.get(column).is_some_and(|cell| !cell.is_empty());
                filled && (column > 0 || row.iter().all(|cell| cell.len() <= 1) && !level[0].is_bold())
            });
        let wraps = level.len() > 1
            && before.is_some_and(|(above, size)| (y - above) / size.max(1.0) <= tight)
            && rows
                .last()
                .is_some_and(|row| level.iter().all(|l| row.get(column_of(l)).is_some_and(|c| !c.is_empty())))
            && (column > 0 || apart && starts_low(&level[0]));
        before = Some((y, size));
        if let Some(row) = rows.last_mut().filter(|_| goes_on || wraps && apart) {
            for line in level {
                row[column_of(&line)].push(line);
            }
            continue;
        }
        let mut row: Row = vec![Vec::new(); columns.len() + 1];
        for line in level {
            row[column_of(&line)].push(line);
        }
        rows.push(row);
    }
    rows
}

/// The middles of the gutters that no line crosses.
fn columns(lines: &[Line]) -> Vec<f64> {
    let mut spans: Vec<(f64, f64)> = lines.iter().map(|l| (l.x0, l.x1)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut gutters = Vec::new();
    let mut reach = f64::NEG_INFINITY;
    for (x0, x1) in spans {
        if reach.is_finite() && x0 - reach > 2.0 {
            gutters.push(f64::midpoint(reach, x0));
        }
        reach = reach.max(x1);
    }
    gutters
}

/// Gives the last row of a page what stands of it at the top of the next: lines under its cells that go on with a
/// sentence, with nothing in the first column unless every cell goes on.
pub(super) fn join(above: &mut [Row], below: &mut Vec<Region>) {
    let Some(row) = above.last_mut() else { return };
    match below.first_mut() {
        Some(Region::Rows(rows)) => {
            if let Some(next) = rows.first_mut().filter(|next| row_goes_on(row, next)) {
                for line in next.drain(..).flatten() {
                    take(row, line);
                }
                rows.remove(0);
            }
        }
        Some(Region::Flow(lines)) => {
            // Only what one cell has left: it stands under that cell from its first line to its last.
            let Some(at) = lines.first().and_then(|first| cell_above(row, first)) else { return };
            let under = lines.iter().all(|l| cell_above(row, l) == Some(at));
            if at > 0 && under && lines.first().is_some_and(|first| goes_on(&row[at], first)) {
                for line in lines.drain(..) {
                    take(row, line);
                }
                below.remove(0);
            }
        }
        _ => {}
    }
}

fn row_goes_on(row: &Row, next: &Row) -> bool {
    let mut firsts = next.iter().filter_map(|cell| cell.first());
    let cells: Option<Vec<usize>> = firsts.clone().map(|line| cell_above(row, line)).collect();
    let Some(cells) = cells.filter(|cells| !cells.is_empty()) else { return false };
    let mut pairs = firsts.by_ref().zip(&cells);
    if cells.contains(&0) {
        pairs.all(|(line, at)| starts_low(line) && !is_closed(&row[*at]))
    } else {
        pairs.any(|(line, at)| goes_on(&row[*at], line))
    }
}

/// Whether a line goes on with the sentence of a cell.
fn goes_on(cell: &[Line], line: &Line) -> bool {
    let same = cell.last().is_some_and(|last| (last.size - line.size).abs() < 0.1 * last.size);
    same && !is_closed(cell) && !line.is_bold()
}

fn is_closed(cell: &[Line]) -> bool {
    cell.last()
        .is_none_or(|last| last.text().trim_end_matches([')', '"', '”', '’']).ends_with(['.', '!', '?', ':', ';']))
}

/// The filled cell that a line stands under, straight below its left edge and short of the next.
fn cell_above(row: &Row, line: &Line) -> Option<usize> {
    let left = |cell: &[Line]| cell.iter().map(|l| l.x0).fold(f64::INFINITY, f64::min);
    let filled: Vec<(usize, f64)> =
        row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(at, cell)| (at, left(cell))).collect();
    let place = filled.iter().position(|(_, x)| (x - line.x0).abs() < 3.0)?;
    let fits = filled.get(place + 1).is_none_or(|(_, x)| line.x1 < *x);
    fits.then_some(filled[place].0)
}

fn take(row: &mut Row, line: Line) {
    if let Some(at) =
        cell_above(row, &line).or_else(|| row.iter().rposition(|c| c.first().is_some_and(|l| l.x0 <= line.x0)))
    {
        row[at].push(line);
    }
}
