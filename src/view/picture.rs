//! Drawings in SVG: the timeline of a motion, and the table of motions by ministries. The border: they stand on their own
//! (no script, no outside file), carry their words, and read in black and white: every status has its own pattern of
//! letter and shade beside its colour.

use super::page::Picture;
use super::standing::{day, standings};
use super::trail::Trail;
use super::{matrix, words};
use crate::records::Status;
use crate::text::Date;
use jiff::Unit;
use std::fmt::Write as _;

/// Width of a drawing, in its own units; pages scale it.
const WIDTH: i32 = 960;

/// Background, ink and mark of a status. Contrast of ink on background is over 7:1; marks keep them apart in print.
pub fn look(status: Status) -> (&'static str, &'static str, &'static str) {
    match status {
        Status::GemeldAfgedaan => ("#0b5d2e", "#ffffff", "✓"),
        Status::InUitvoering => ("#bfe3c8", "#0a2a14", "▶"),
        Status::Deels => ("#dcefc8", "#1d2f0a", "◐"),
        Status::Voornemen => ("#d6e6f7", "#0b2540", "…"),
        Status::Uitgesteld => ("#fde2b8", "#3f2600", "⏸"),
        Status::Overgedragen => ("#e6dff2", "#2a1747", "⇢"),
        Status::Doorverwezen => ("#ece8f4", "#2a1747", "→"),
        Status::NietOfAnders => ("#8f1d1d", "#ffffff", "✕"),
        Status::Onduidelijk => ("#ececec", "#222222", "?"),
        Status::NietGenoemd => ("#ffffff", "#6b1a1a", "∅"),
    }
}

/// Text safe inside XML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Characters that XML does not allow at all.
            c if c.is_control() && !matches!(c, '\n' | '\t' | '\r') => {}
            '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

fn svg(title: &str, words: &str, height: i32, body: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         font-family=\"'Liberation Sans',Arial,sans-serif\" font-size=\"14\"><title>{}</title><desc>{}</desc>{body}</svg>",
        escaped(title),
        escaped(words)
    )
}

/// One thing on a timeline.
struct Moment {
    date: Date,
    text: String,
    status: Option<Status>,
    /// Whether it is a term, not something that was said.
    term: bool,
}

/// What happened with a motion, from top to bottom, in order of date.
pub fn timeline(trail: &Trail, today: Date) -> Picture {
    let mut moments = moments(trail);
    moments.retain(|m| m.date <= today || m.term);
    moments.push(Moment { date: today, text: "peildatum".into(), status: None, term: false });
    moments.sort_by_key(|m| m.date);
    let undated = standings(trail).iter().flat_map(|s| &s.reports).filter(|f| day(f).is_none()).count();
    let mut body = String::new();
    let mut said = Vec::new();
    let (line, mut y) = (170, 26);
    let mut before: Option<Date> = None;
    let top = y;
    for m in &moments {
        // The room between two moments tells how much time lies between them, within limits.
        let days = before.map_or(0, |b| b.until((Unit::Day, m.date)).map_or(0, |s| s.get_days()));
        y += if before.is_none() { 0 } else { 26 + (days / 12).clamp(0, 40) };
        before = Some(m.date);
        let late = m.term && m.date < today;
        let (fill, _, mark) = m.status.map_or((if late { "#8f1d1d" } else { "#1f3a5f" }, "#fff", ""), look);
        let text = if late { format!("{} – verstreken", m.text) } else { m.text.clone() };
        let _ = write!(
            body,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"#333\">{}</text>",
            line - 16,
            y + 5,
            words::day(m.date)
        );
        let shape = if m.term {
            format!(
                "<rect x=\"{}\" y=\"{}\" width=\"12\" height=\"12\" transform=\"rotate(45 {line} {y})\" fill=\"{fill}\" stroke=\"#222\"/>",
                line - 6,
                y - 6
            )
        } else {
            format!("<circle cx=\"{line}\" cy=\"{y}\" r=\"7\" fill=\"{fill}\" stroke=\"#222\"/>")
        };
        body.push_str(&shape);
        let lead = if mark.is_empty() { String::new() } else { format!("{mark} ") };
        let _ = write!(
            body,
            "<text x=\"{}\" y=\"{}\" fill=\"#111\">{}</text>",
            line + 18,
            y + 5,
            escaped(&format!("{lead}{}", words::short(&text, 100)))
        );
        said.push(format!("{}: {text}", words::day(m.date)));
    }
    let spine =
        format!("<line x1=\"{line}\" y1=\"{top}\" x2=\"{line}\" y2=\"{y}\" stroke=\"#888\" stroke-width=\"2\"/>");
    if undated > 0 {
        y += 30;
        let text = format!("en {} zonder datum", words::count(undated, "melding", "meldingen"));
        let _ =
            write!(body, "<text x=\"{}\" y=\"{}\" fill=\"#555\" font-style=\"italic\">{text}</text>", line + 18, y + 5);
        said.push(text);
    }
    let title = format!("Tijdlijn van motie {}", words::printed(&trail.key));
    let words = format!("{}.", said.join("; "));
    Picture { svg: svg(&title, &words, y + 26, &format!("{spine}{body}")), title, words }
}

fn moments(trail: &Trail) -> Vec<Moment> {
    let mut found = Vec::new();
    let mut add = |date: Option<Date>, text: String, status, term| {
        if let Some(date) = date {
            found.push(Moment { date, text, status, term });
        }
    };
    add(trail.date(), "ingediend".into(), None, false);
    let voted = trail.register.as_ref().and_then(|r| r.uitslag_date);
    let voted = voted.or_else(|| trail.accounts.iter().find_map(|a| a.said.vote));
    let outcome = trail.uitslag().first().map_or("stemming".to_string(), |u| u.value.to_lowercase());
    add(voted, outcome, None, false);
    for standing in standings(trail) {
        for f in &standing.reports {
            let text = format!("{}: {} ({})", standing.by, words::status(f.said.status), f.document.name());
            add(day(f), text, Some(f.said.status), false);
        }
    }
    for asked in &trail.asked {
        let who = super::track::people(&asked.document.askers);
        let who = if who.is_empty() { "Kamerleden".to_string() } else { who };
        add(asked.document.asked, format!("vraag van {who}"), None, false);
    }
    add(trail.due().and_then(|d| d.until), "termijn van de motie".into(), None, true);
    for p in &trail.commitments {
        let due = p.said.said.due.as_ref().filter(|d| !d.stale && !p.said.said.refused);
        let text = format!(
            "termijn van een toezegging van {}: {}",
            words::listed(&p.said.said.by),
            due.map(|d| d.raw.clone()).unwrap_or_default()
        );
        add(due.and_then(|d| d.until), text, None, true);
    }
    let mut seen: Vec<(Date, String)> = Vec::new();
    found.retain(|m| {
        let new = !seen.contains(&(m.date, m.text.clone()));
        seen.push((m.date, m.text.clone()));
        new
    });
    found
}

/// The table of motions by ministries in colour and words; `None` where there is nothing to show.
pub fn table(trails: &[&Trail]) -> Option<Picture> {
    let rows = matrix::rows(trails);
    let actors = matrix::actors(trails);
    if rows.is_empty() || actors.is_empty() {
        return None;
    }
    let (first, head, height) = (270, 34, 34);
    let columns = i32::try_from(actors.len()).unwrap_or(i32::MAX).max(1);
    let each = ((WIDTH - first) / columns).clamp(40, 150);
    let mut body = String::new();
    let mut x = first;
    for actor in &actors {
        let _ = write!(
            body,
            "<text x=\"{}\" y=\"22\" text-anchor=\"middle\" font-weight=\"bold\" font-size=\"13\">{}</text>",
            x + each / 2,
            escaped(actor)
        );
        x += each;
    }
    let mut said = Vec::new();
    let mut y = head;
    for row in &rows {
        let name = words::printed(&row.motion);
        let title = row.title.as_deref().unwrap_or_default();
        let title = words::short(title.split_once(" over ").map_or(title, |(_, about)| about), 44);
        let _ = write!(
            body,
            "<text x=\"0\" y=\"{}\"><tspan font-weight=\"bold\">{}</tspan><tspan x=\"0\" dy=\"14\" font-size=\"11\" fill=\"#444\">{}</tspan></text>",
            y + 13,
            escaped(&name),
            escaped(&title)
        );
        let mut x = first;
        let mut cells = Vec::new();
        for actor in &actors {
            let statuses = row.cells.get(actor).map(Vec::as_slice).unwrap_or_default();
            let (fill, ink, mark) = statuses.first().map_or(("#ffffff", "#555555", ""), |s| look(*s));
            let dash = if statuses.first() == Some(&Status::NietGenoemd) { " stroke-dasharray=\"4 3\"" } else { "" };
            let _ = write!(
                body,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\" stroke=\"#777\"{dash}/>",
                x + 2,
                y,
                each - 4,
                height - 4
            );
            let told: Vec<&str> = statuses.iter().map(|s| words::status(*s)).collect();
            let via = row.via.get(actor);
            let text = if let Some(via) = via {
                if each >= 100 { via.split(" (").next().unwrap_or(via).to_string() } else { "⇠".into() }
            } else if told.is_empty() {
                "–".to_string()
            } else if each >= 100 {
                format!("{mark} {}", told[0])
            } else {
                mark.to_string()
            };
            let more = if told.len() > 1 && each >= 100 { "+" } else { "" };
            let _ = write!(
                body,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"{ink}\" font-size=\"12\">{}{more}</text>",
                x + each / 2,
                y + 19,
                escaped(&text)
            );
            if let Some(via) = via {
                cells.push(format!("{actor}: {via}"));
            }
            if !told.is_empty() {
                cells.push(format!("{actor}: {}", told.join(", ")));
            }
            x += each;
        }
        said.push(format!("motie {name}: {}", if cells.is_empty() { "niets gemeld".into() } else { cells.join("; ") }));
        y += height;
    }
    let title = "Moties en wat ministeries het laatst meldden".to_string();
    let words = format!("{}.", said.join(". "));
    Some(Picture { svg: svg(&title, &words, y + 6, &body), title, words })
}
