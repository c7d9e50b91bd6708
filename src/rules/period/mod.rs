//! Dutch time expressions to ranges of days ("medio 2025", "voor het zomerreces"). The border: what was said and the days
//! it covers; whether it is a deadline, and whether it is overdue, is for others. "Today" is the anchor, an argument.

mod forms;
mod reckon;
#[cfg(test)]
mod tests;

use crate::text::{Date, Period, Span};
use std::collections::BTreeMap;

/// Every time expression in `text`, in order of place, not overlapping; the longest wins. `anchor` is the day it was
/// written; without one only what is absolute gets days.
///
/// ```
/// use kamerspoor::rules::periods;
/// let found = periods("De raming volgt medio 2031.", None);
/// assert_eq!(found[0].1.raw, "medio 2031");
/// assert_eq!(found[0].1.from.unwrap().to_string(), "2031-05-01");
/// ```
pub fn periods(text: &str, anchor: Option<Date>) -> Vec<(Span, Period)> {
    let mut found: Vec<(Span, Period)> = Vec::new();
    for (form, make) in forms::likely(text) {
        for captures in form.captures_iter(text) {
            let (Some(all), Some(heart)) = (captures.get(0), make(&captures)) else { continue };
            // From what a length is counted is no part of it.
            let end = captures.name("since").map_or(all.end(), |since| since.start());
            let line = text[..all.start()].rfind(['\n', '\t']).map_or(0, |n| n + 1);
            let (mut start, before) = forms::before(text, line, all.start());
            // "Het te zijner tijd", "dit binnen zes weken": what stands before belongs to other words.
            if matches!(
                heart,
                forms::Heart::Vague
                    | forms::Heart::Length { .. }
                    | forms::Heart::Few { .. }
                    | forms::Heart::FromEvent(_)
            ) {
                start = all.start();
            }
            let reckoned = reckon::reckon(heart, forms::year_said(&captures, &text[..all.start()]), &before, anchor);
            if let (Some((grain, (from, until))), Some(span)) = (reckoned, Span::new(text, start..end)) {
                let raw = span.of(text).to_string();
                found.push((span, Period { raw, from, until, grain, stale: false }));
            }
        }
    }
    // Longest first decides; then back to the order of the text.
    found.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then(a.cmp(b)));
    let mut kept: BTreeMap<Span, Period> = BTreeMap::new();
    for (span, period) in found {
        let before = kept.range(..=span).next_back().is_some_and(|(k, _)| k.overlaps(span));
        let after = kept.range(span..).next().is_some_and(|(k, _)| k.overlaps(span));
        if !before && !after {
            kept.insert(span, period);
        }
    }
    kept.into_iter().collect()
}

/// Marks what was said as something to come while all of it lay before the anchor already (copied text). Only the caller
/// knows whether it was said of the future.
pub fn mark_stale(period: &mut Period, anchor: Date) {
    period.stale = period.until.is_some_and(|until| until < anchor);
}
