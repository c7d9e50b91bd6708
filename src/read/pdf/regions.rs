//! Reading order: a page's lines are parted at gutters into columns that are read one after the other, rows that are
//! read cell by cell (tables, labels with their values) and a narrow column of references beside the body.
//! The border: one page; lines in, regions out, no line lost.

use super::lines::{Line, Page};
use super::tables::{Row, rows};
use crate::text::constant;
use regex::Regex;
use std::sync::LazyLock;

/// Lines that belong together, in the order they are read.
#[derive(Clone, Debug)]
pub(super) enum Region {
    /// Running text from top to bottom.
    Flow(Vec<Line>),
    /// Table rows: per row the cells from left to right.
    Rows(Vec<Row>),
    /// A narrow column beside the body: references, addresses.
    Side(Vec<Line>),
}

/// More lines than this on a page and it is read plainly from top to bottom: the work grows with the square.
const MOST_LINES: usize = 1_500;
/// Gutters inside gutters.
const DEPTH: usize = 12;

/// What looking for gutters may cost a document, in lines compared with lines: thousands of full pages.
pub(super) const EFFORT: usize = 200_000_000;

/// Takes the effort of a page off what is left; false where it does not suffice and the page is read plainly.
fn spend(left: &mut usize, lines: usize) -> bool {
    let cost = lines.saturating_mul(lines);
    let enough = lines <= MOST_LINES && cost <= *left;
    *left -= if enough { cost } else { 0 };
    enough
}

/// The regions of a page in reading order. `usual` is the gutter of [`usual_gutter`], `left` of [`EFFORT`].
pub(super) fn regions(lines: Vec<Line>, usual: Option<f64>, left: &mut usize) -> Vec<Region> {
    let mut out = Vec::new();
    if spend(left, lines.len()) {
        part(lines, DEPTH, usual, &mut out);
    } else {
        out.push(Region::Flow(lines));
    }
    out
}

/// The gutter between the columns that most pages have: a page with few lines is parted by it too.
pub(super) fn usual_gutter(pages: &[Page]) -> Option<f64> {
    let mut gutters = Vec::new();
    let mut left = EFFORT;
    for page in pages.iter().filter(|p| spend(&mut left, p.lines.len())) {
        let mut lines = page.lines.clone();
        lines.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
        let found =
            band(&lines, None).filter(|b| matches!(b.kind, Kind::Columns) && (b.end - b.start) * 2 > lines.len());
        gutters.extend(found.map(|b| b.gutter));
    }
    let enough = gutters.len() >= 2 && gutters.len() * 2 >= pages.len();
    enough.then(|| median(gutters))
}

fn part(mut lines: Vec<Line>, depth: usize, usual: Option<f64>, out: &mut Vec<Region>) {
    if lines.is_empty() {
        return;
    }
    lines.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let Some(band) = (depth > 0).then(|| band(&lines, usual)).flatten() else {
        out.push(Region::Flow(lines));
        return;
    };
    let below = lines.split_off(band.end);
    let inside = lines.split_off(band.start);
    part(lines, depth - 1, usual, out);
    match band.kind {
        Kind::Columns => {
            let (left, right) = inside.into_iter().partition(|l| middle(l) < band.gutter);
            part(left, depth - 1, usual, out);
            part(right, depth - 1, usual, out);
        }
        Kind::Side { left_is_narrow } => {
            let (left, right): (Vec<Line>, Vec<Line>) = inside.into_iter().partition(|l| middle(l) < band.gutter);
            let (side, body) = if left_is_narrow { (left, right) } else { (right, left) };
            out.push(Region::Side(side));
            part(body, depth - 1, usual, out);
        }
        Kind::Rows => out.push(Region::Rows(rows(inside))),
    }
    part(below, depth - 1, usual, out);
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Columns,
    Side { left_is_narrow: bool },
    Rows,
}

struct Band {
    start: usize,
    end: usize,
    gutter: f64,
    kind: Kind,
}

pub(super) fn middle(line: &Line) -> f64 {
    f64::midpoint(line.x0, line.x1)
}

/// The gap to the nearest line on the right that stands at about the same height, for every line that has one.
fn gaps(lines: &[Line]) -> Vec<(usize, usize, f64, f64)> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let mut nearest: Option<(usize, f64)> = None;
        let first = lines.partition_point(|o| o.y < line.y - 0.9 * line.size);
        for (other_at, other) in lines.iter().enumerate().skip(first) {
            if other.y > line.y + 0.9 * line.size {
                break;
            }
            if other.x0 >= line.x1 && nearest.is_none_or(|(_, x)| other.x0 < x) {
                nearest = Some((other_at, other.x0));
            }
        }
        if let Some((other, x)) = nearest.filter(|(_, x)| x - line.x1 > 0.6 * line.size) {
            found.push((at, other, line.x1, x));
        }
    }
    found
}

/// The stretch of lines with the clearest gutter, and what kind of parting it is.
fn band(lines: &[Line], usual: Option<f64>) -> Option<Band> {
    let gaps = gaps(lines);
    // The place that most gaps cover.
    let mut edges: Vec<(f64, i32)> = gaps.iter().flat_map(|g| [(g.2, 1), (g.3, -1)]).collect();
    edges.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let (mut count, mut best, mut gutter) = (0, 0, None);
    for pair in edges.windows(2) {
        count += pair[0].1;
        if count > best {
            best = count;
            // Near its right edge: there columns are set straight, while lines on the left end where they end.
            gutter = Some(f64::midpoint(pair[0].0, pair[1].0).max(pair[1].0 - 4.0));
        }
    }
    let gutter = gutter?;
    let crosses = |l: &Line| l.x0 < gutter && l.x1 > gutter;
    let mut beside = vec![false; lines.len()];
    for gap in gaps.iter().filter(|g| g.2 < gutter && gutter < g.3) {
        (beside[gap.0], beside[gap.1]) = (true, true);
    }
    let paired = |at: usize| beside[at];
    // The longest stretch that nothing crosses, by the number of gaps in it.
    let mut stretches: Vec<(usize, usize, usize)> = Vec::new();
    let mut start = 0;
    for at in 0..=lines.len() {
        if at == lines.len() || crosses(&lines[at]) {
            let count = (start..at).filter(|i| paired(*i)).count();
            stretches.push((count, start, at));
            start = at + 1;
        }
    }
    let (count, start, end) = stretches.into_iter().max_by_key(|s| s.0)?;
    if count < 2 {
        return None;
    }
    // Rows are taken whole.
    let mut first = (start..end).find(|i| paired(*i))?;
    while first > start && lines[first - 1].row == lines[first].row {
        first -= 1;
    }
    let mut last = (start..end).rfind(|i| paired(*i))? + 1;
    while last < end && lines[last].row == lines[last - 1].row {
        last += 1;
    }
    let known = usual.is_some_and(|x| (x - gutter).abs() < 12.0);
    let kind = if known { Kind::Columns } else { kind(&lines[first..last], &lines[start..end], gutter)? };
    Some(match kind {
        Kind::Rows => {
            let (start, end) = with_rest(lines, start, first, last, end, gutter);
            Band { start, end, gutter, kind }
        }
        Kind::Columns | Kind::Side { .. } => Band { start, end, gutter, kind },
    })
}

/// Rows reach as far as their first cells wrap: lines right of the gutter that go straight on below the last pair.
fn with_rest(lines: &[Line], _start: usize, first: usize, last: usize, end: usize, gutter: f64) -> (usize, usize) {
    let mut stop = last;
    let mut previous = &lines[last - 1];
    for (at, line) in lines.iter().enumerate().take(end).skip(last) {
        if middle(line) < gutter || line.y - previous.y > 1.5 * line.size {
            break;
        }
        stop = at + 1;
        previous = line;
    }
    (first, stop)
}

fn extent(lines: &[&Line]) -> (f64, f64) {
    let x0 = lines.iter().map(|l| l.x0).fold(f64::INFINITY, f64::min);
    let x1 = lines.iter().map(|l| l.x1).fold(f64::NEG_INFINITY, f64::max);
    (x0, x1)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    number(part) / number(whole.max(1))
}

/// What the two sides of a gutter are to each other, where lines stand side by side and in the stretch around it.
fn kind(lines: &[Line], stretch: &[Line], gutter: f64) -> Option<Kind> {
    let (left, right): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|l| middle(l) < gutter);
    let (l, r) = (extent(&left), extent(&right));
    let (wide_l, wide_r) = (l.1 - l.0, r.1 - r.0);
    let ratio = wide_l.min(wide_r) / wide_l.max(wide_r).max(1.0);
    let level = |a: &Line, others: &[&Line]| others.iter().any(|o| (o.y - a.y).abs() < 0.25 * a.size.max(o.size));
    let (fewer, more) = if left.len() <= right.len() { (&left, &right) } else { (&right, &left) };
    let aligned = share(fewer.iter().filter(|f| level(f, more)).count(), fewer.len());
    let fill = |side: &[&Line], wide: f64| median(side.iter().map(|l| l.x1 - l.x0).collect()) / wide.max(1.0);
    let dense = fill(&left, wide_l) > 0.55 && fill(&right, wide_r) > 0.55;
    let size = |side: &[&Line]| median(side.iter().map(|l| l.size).collect());
    if ratio >= 0.6 && dense && left.len() >= 4 && right.len() >= 4 && !rows_start_together(&left, &right) {
        return Some(Kind::Columns);
    }
    if ratio < 0.5 {
        let left_is_narrow = wide_l < wide_r;
        let (narrow, wide) = if left_is_narrow { (&left, &right) } else { (&right, &left) };
        let smaller = size(narrow) <= 0.88 * size(wide);
        let beside: Vec<&Line> = stretch.iter().filter(|l| (middle(l) < gutter) == left_is_narrow).collect();
        let loose = aligned < 0.6 && narrow.len() >= 3;
        if (smaller || loose) && !left_is_narrow || loose && smaller || are_references(&beside, smaller) {
            return Some(Kind::Side { left_is_narrow });
        }
    }
    if aligned < 0.5 {
        return (left.len() >= 3 && right.len() >= 3).then_some(Kind::Columns);
    }
    Some(Kind::Rows)
}

/// What stands above the entries of a reference column, in letters of every ministry.
static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    constant(
        r"(?i)^(?:(?:ons|onze|uw) (?:kenmerk|referentie|brief|bericht)(?: van)?|(?:brief|zaak|dossier)?(?:kenmerk|nummer)|datum|bijlagen?|bijlage\(n\)|contactpersoon|(?:(?:post|bezoek)adres|telefoon|e-?mail|inlichtingen(?: bij)?|behandeld door|kopie(?: aan)?|afschrift aan|doorkiesnummer))\s*:?$",
    )
});

/// Whether the lines of a narrow column are references: labels of a letter with what they say under them. Labels with
/// nothing under them belong to what stands beside them.
fn are_references(lines: &[&Line], smaller: bool) -> bool {
    let is_label: Vec<bool> = lines.iter().map(|l| REFERENCE.is_match(&l.text())).collect();
    let with_value = is_label.windows(2).filter(|w| w[0] && !w[1]).count();
    with_value >= if smaller { 1 } else { 2 }
}

/// Whether paragraphs on both sides begin at the same heights, as the cells of a table do.
fn rows_start_together(left: &[&Line], right: &[&Line]) -> bool {
    let starts = |side: &[&Line]| -> Vec<f64> {
        let steps: Vec<f64> = side.windows(2).map(|w| w[1].y - w[0].y).filter(|d| *d > 1.0).collect();
        let usual = median(steps);
        let mut starts: Vec<f64> = side.first().map(|l| l.y).into_iter().collect();
        starts.extend(side.windows(2).filter(|w| w[1].y - w[0].y > 1.25 * usual).map(|w| w[1].y));
        starts
    };
    let (l, r) = (starts(left), starts(right));
    let both = l.iter().filter(|a| r.iter().any(|b| (*a - b).abs() < 3.0)).count();
    both >= 3 && share(both, l.len().max(r.len())) >= 0.7
}
