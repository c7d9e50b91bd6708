//! The overview as rows: a workbook with a sheet per kind, or one list of statements for a spreadsheet. The border: the
//! same facts as the page, one a row, each with its words and its source.

use super::overview::Overview;
use super::promises::term;
use super::records::line;
use super::standing::day;
use super::track::{people, quoted};
use super::trail::{Place, Said};
use super::words;
use super::xlsx::{Cell, Sheet};
use crate::records::Evidence;

/// Name of a document, its link where it is an official publication, its day and the place in it.
fn source(document: &Place, evidence: Option<&Evidence>) -> Vec<Cell> {
    let name = match words::address_of(document.id.as_deref()) {
        Some(address) => Cell::Link(document.name(), address),
        None => Cell::from(document.name()),
    };
    let place = evidence.map(|e| e.origin.to_string()).unwrap_or_default();
    vec![name, Cell::Day(document.date), Cell::from(place)]
}

fn row(cells: Vec<Cell>, document: &Place, evidence: &[Evidence]) -> Vec<Cell> {
    let mut row = cells;
    row.push(Cell::from(quoted(evidence)));
    row.extend(source(document, evidence.first()));
    row
}

fn said<T>(
    name: &'static str,
    head: &[&'static str],
    all: &[Said<T>],
    of: impl Fn(&T) -> (Vec<Cell>, &[Evidence]),
) -> Sheet {
    let rows = all.iter().map(|s| {
        let (cells, evidence) = of(&s.said);
        row(cells, &s.document, evidence)
    });
    Sheet { name, head: heads(head), rows: rows.collect() }
}

fn heads(own: &[&'static str]) -> Vec<&'static str> {
    own.iter().chain(&["Letterlijk", "Document", "Datum document", "Plaats"]).copied().collect()
}

fn number(key: &str) -> Cell {
    match words::address_of(Some(key)) {
        Some(address) => Cell::Link(words::printed(key), address),
        None => Cell::from(key),
    }
}

/// The overview as sheets.
pub fn of(o: &Overview) -> Vec<Sheet> {
    let commitments: Vec<_> = o.commitments.iter().map(|p| p.said.clone()).collect();
    let head = ["Wie", "Hoe vast", "Termijn", "Uiterlijk", "Stand"];
    let commitments = said("Toezeggingen", &head, &commitments, |c| {
        let due = c.due.as_ref();
        let cells = vec![
            words::listed(&c.by).into(),
            c.strength.name().into(),
            due.map(|d| d.raw.clone()).unwrap_or_default().into(),
            Cell::Day(due.and_then(|d| d.until)),
            term(c, o.peildatum).name().into(),
        ];
        (cells, &c.evidence)
    });
    let head = ["Ministerie", "Organisatie", "Wat", "Fase", "Naar", "Wanneer"];
    let migrations = said("Migraties", &head, &o.migrations, |m| {
        let cells = vec![
            words::listed(&m.ministries).into(),
            m.organisation.clone().unwrap_or_default().into(),
            m.subject.clone().unwrap_or_default().into(),
            m.phase.name().into(),
            words::listed(&m.providers).into(),
            m.due.as_ref().map(words::period).unwrap_or_default().into(),
        ];
        (cells, &m.evidence)
    });
    let rules = said("Beleidsregels", &["Norm", "Waarover"], &o.policy_rules, |r| {
        (vec![r.norm.name().into(), r.subject.clone().unwrap_or_default().into()], &r.evidence)
    });
    let whole = o.totals.iter().map(super::totals::sheet);
    let read = [ministries(o), motions(o), reports(o), commitments, differences(o), migrations, rules, documents(o)];
    whole.chain(read).collect()
}

fn ministries(o: &Overview) -> Sheet {
    let mut ministries = Sheet {
        name: "Ministeries",
        head: vec![
            "Wie",
            "Moties",
            "Laatst gemeld",
            "Niet genoemd",
            "Tekent mee",
            "Toezeggingen",
            "Over de termijn",
            "Migraties",
        ],
        rows: Vec::new(),
    };
    for l in &o.ministries {
        let latest: Vec<String> = l.latest.iter().map(|(s, n)| format!("{n} {}", words::status(*s))).collect();
        ministries.rows.push(vec![
            Cell::from(l.name.clone()),
            Cell::Number(l.motions),
            Cell::from(latest.join(", ")),
            Cell::Number(l.silent),
            Cell::Number(l.along),
            Cell::Number(l.commitments),
            Cell::Number(l.overdue),
            Cell::Number(l.migrations),
        ]);
    }
    ministries
}

fn motions(o: &Overview) -> Sheet {
    let joined = |told: Vec<super::trail::Account>| told.into_iter().map(|a| a.value).collect::<Vec<_>>().join(" / ");
    let rows = o.motions.iter().map(|t| {
        vec![
            number(&t.key),
            Cell::from(t.subject().unwrap_or_default()),
            Cell::from(people(t.indieners())),
            Cell::Day(t.date()),
            Cell::from(joined(t.appreciatie())),
            Cell::from(joined(t.uitslag())),
            Cell::from(t.due().map(|d| d.raw.clone()).unwrap_or_default()),
            Cell::Day(t.due().and_then(|d| d.until)),
            Cell::Number(t.follow_ups.len()),
        ]
    });
    let head =
        vec!["Motie", "Titel", "Indieners", "Ingediend", "Appreciatie", "Uitslag", "Termijn", "Uiterlijk", "Meldingen"];
    Sheet { name: "Moties", head, rows: rows.collect() }
}

fn reports(o: &Overview) -> Sheet {
    let head = heads(&["Motie", "Wie", "Status", "Gemeld op", "Dictum"]);
    let mut reports = Sheet { name: "Opvolging", head, rows: Vec::new() };
    for t in &o.motions {
        for f in &t.follow_ups {
            let dictum = t.dictum_of(f).map(|n| (n + 1).to_string()).unwrap_or_default();
            let status = words::status(f.said.status);
            let cells = vec![number(&t.key), f.said.by.clone().into(), status.into(), Cell::Day(day(f)), dictum.into()];
            reports.rows.push(row(cells, &f.document, &f.said.evidence));
        }
        for s in &t.silent {
            let mut row = vec![number(&t.key), s.by.clone().into(), s.name().into(), Cell::Day(None), "".into()];
            row.push(Cell::from(format!("({})", s.reason)));
            row.extend(source(&s.document, None));
            reports.rows.push(row);
        }
    }
    reports
}

fn differences(o: &Overview) -> Sheet {
    let head = heads(&["Motie", "Waarover", "Wat", "Waarde"]);
    let mut differences = Sheet { name: "Verschillen", head, rows: Vec::new() };
    let own = o.motions.iter().flat_map(|t| t.contradictions.iter().map(|c| (number(&t.key), c)));
    for (motion, c) in own.chain(o.contradictions.iter().map(|c| (Cell::from(""), c))) {
        for side in &c.sides {
            let cells = vec![motion.clone(), c.about.into(), c.what.clone().into(), side.value.clone().into()];
            if let Some(document) = &side.document {
                differences.rows.push(row(cells, document, side.evidence.as_slice()));
            } else {
                let rest = vec![Cell::from(""), "open data van de Kamer".into(), Cell::Day(None), "".into()];
                differences.rows.push([cells, rest].concat());
            }
        }
    }
    differences
}

fn documents(o: &Overview) -> Sheet {
    let mut documents = Sheet {
        name: "Documenten",
        head: vec!["Document", "Soort", "Titel", "Datum", "Afzender", "Gelezen"],
        rows: Vec::new(),
    };
    for d in &o.documents {
        let name = source(d, None).swap_remove(0);
        documents.rows.push(vec![
            name,
            d.kind.name().into(),
            d.title.clone().unwrap_or_default().into(),
            Cell::Day(d.date),
            words::listed(&d.sender).into(),
            "ja".into(),
        ]);
    }
    for (key, _) in &o.missing {
        let blank = || Cell::from("");
        documents.rows.push(vec![
            number(key),
            blank(),
            blank(),
            Cell::Day(None),
            blank(),
            "nee, alleen genoemd".into(),
        ]);
    }
    documents
}

/// One list of all statements: follow-ups and commitments of all that the overview holds.
pub fn csv(o: &Overview) -> String {
    let head = [
        "soort",
        "motie",
        "wie",
        "wat",
        "datum",
        "uiterlijk",
        "letterlijk",
        "document",
        "datum document",
        "plaats",
        "adres",
    ];
    let mut out = line(head.map(ToString::to_string));
    let text = |cell: &Cell| match cell {
        Cell::Text(t) | Cell::Link(t, _) => t.clone(),
        Cell::Number(n) => n.to_string(),
        Cell::Day(d) => d.map(|d| d.to_string()).unwrap_or_default(),
    };
    for sheet in of(o).iter().filter(|s| s.head.contains(&"Letterlijk")) {
        for row in &sheet.rows {
            let of = |name: &str| sheet.head.iter().position(|h| *h == name).and_then(|at| row.get(at));
            let value = |names: &[&str]| names.iter().find_map(|n| of(n)).map(text).unwrap_or_default();
            let address = match of("Document") {
                Some(Cell::Link(_, address)) => address.clone(),
                _ => String::new(),
            };
            out.push_str(&line([
                sheet.name.to_lowercase(),
                value(&["Motie"]),
                value(&["Wie", "Ministerie"]),
                value(&["Status", "Fase", "Norm", "Hoe vast", "Wat"]),
                value(&["Gemeld op"]),
                value(&["Uiterlijk"]),
                value(&["Letterlijk"]),
                value(&["Document"]),
                value(&["Datum document"]),
                value(&["Plaats"]),
                address,
            ]));
        }
    }
    out
}
