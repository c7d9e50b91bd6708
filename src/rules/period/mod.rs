//! Dutch time expressions to ranges of days ("medio 2025", "voor het zomerreces"). The border: what was said and the days
//! it covers; whether it is a deadline, and whether it is overdue, is for others. "Today" is the anchor, an argument.

use crate::text::{Date, Period, Span};

/// Every time expression in `text`, in order of place, not overlapping. `anchor` is the day it was written; without one
/// only what is absolute gets days.
pub fn periods(text: &str, anchor: Option<Date>) -> Vec<(Span, Period)> {
    let _ = (text, anchor);
    Vec::new()
}

/// Marks what was said as something to come while all of it lay before the anchor already (copied text).
pub fn mark_stale(period: &mut Period, anchor: Date) {
    period.stale = period.until.is_some_and(|until| until < anchor);
}
