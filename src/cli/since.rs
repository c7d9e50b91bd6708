//! From when on something is new: a day, or an earlier time of reading in.

use crate::store::{Later, Run, Store};
use crate::text::{Date, date_at};
use crate::view::changes::Since;
use crate::view::words;
use anyhow::{Result, anyhow, bail};

/// What was asked for, with what came in later where that counts.
pub(super) fn asked(store: &Store, day: Option<Date>, reading: Option<&str>) -> Result<(Option<Since>, Option<Later>)> {
    let Some(typed) = reading.map(str::trim) else { return Ok((day.map(Since::Day), None)) };
    let runs = store.runs()?;
    let run = match typed {
        "" => runs.len().checked_sub(2).and_then(|at| runs.get(at)),
        _ => match (typed.parse::<u32>(), typed.parse::<Date>().ok().or_else(|| date_at(typed))) {
            (Ok(number), _) => runs.iter().find(|r| r.number == number),
            (_, Some(day)) => runs.iter().rfind(|r| r.day <= day),
            _ => bail!("`{typed}` is geen keer van inlezen en geen datum; schrijf bijvoorbeeld 2 of 2025-06-01"),
        },
    };
    let run = *run.ok_or_else(|| anyhow!("daarvóór is niets ingelezen; {}", told(&runs)))?;
    Ok((Some(Since::Run(run)), Some(store.later_than(run.number)?)))
}

/// The times that something was read in, in a sentence.
fn told(runs: &[Run]) -> String {
    let one = |r: &Run| format!("keer {} op {}", r.number, words::day(r.day));
    match runs {
        [] => "er is nog niets ingelezen".into(),
        [only] => format!("er is één keer ingelezen, op {}", words::day(only.day)),
        all => {
            let last: Vec<String> = all.iter().rev().take(5).rev().map(one).collect();
            let first = if all.len() > 5 { "…, " } else { "" };
            format!("er is ingelezen: {first}{}", words::listed(&last))
        }
    }
}
