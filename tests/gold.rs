//! The annotated documents: what is found in them must stay at or above the floor. They lie beside the project, in
//! `../shared`; where that folder is absent the test says so and passes.

use kamerspoor::records::{extract, score};
use std::path::{Path, PathBuf};

fn shared() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let there = shared.join("gold").is_dir() && shared.join("corpus/cloud").is_dir();
    if !there {
        println!("overgeslagen: {} met geannoteerde documenten is er niet", shared.display());
    }
    there.then_some(shared)
}

fn score_all(shared: &Path) -> score::Report {
    let mut documents: Vec<PathBuf> = std::fs::read_dir(shared.join("corpus/cloud"))
        .expect("map bestaat")
        .map(|entry| entry.expect("leesbare map").path())
        .collect();
    documents.sort();
    let mut scores = Vec::new();
    for path in documents {
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_string();
        let Ok(json) = std::fs::read_to_string(shared.join("gold").join(format!("{stem}.json"))) else { continue };
        let gold = score::Gold::parse(&json).expect("de annotatie is leesbaar");
        let bytes = std::fs::read(&path).expect("het document is leesbaar");
        let name = path.file_name().and_then(|s| s.to_str()).unwrap_or_default();
        let mut doc = match kamerspoor::read::read(name, &bytes) {
            Ok(doc) => doc,
            Err(reason) => panic!("{name}: {reason}"),
        };
        if let Some(date) = gold.manifest_date() {
            doc.meta.date = Some(date);
            doc.meta.date_from = Some("manifest".into());
        }
        let found = extract(&doc);
        for evidence in found
            .follow_ups
            .iter()
            .flat_map(|r| r.evidence.iter().chain(&r.leads_to))
            .chain(found.motions.iter().flat_map(|r| &r.evidence))
            .chain(found.commitments.iter().flat_map(|r| &r.evidence))
            .chain(found.migrations.iter().flat_map(|r| &r.evidence))
            .chain(found.policy_rules.iter().flat_map(|r| &r.evidence))
        {
            assert_eq!(evidence.quote, doc.of(evidence.span), "{name}: bewijs staat er niet letterlijk");
        }
        scores.push(score::score(&stem, &found, &gold));
    }
    score::Report::of(scores)
}

#[test]
fn the_annotated_documents_score_at_least_the_floor() {
    let Some(shared) = shared() else { return };
    let report = score_all(&shared);
    println!("{report}");
    let kind = |name: &str| report.kind(name).expect("elke soort heeft een score");
    for name in ["citations", "motions"] {
        assert!(kind(name).recall() >= 1.0, "{name}: recall {:.2}", kind(name).recall());
    }
    for (name, floor) in [("policy_rules", 0.85), ("follow_ups", 0.80), ("migrations", 0.80), ("commitments", 0.75)] {
        assert!(kind(name).f1() >= floor, "{name}: F1 {:.2}, moet {floor:.2} zijn", kind(name).f1());
    }
}
