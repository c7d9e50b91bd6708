//! Trails of motions that are known, named, or only meant.

use super::*;

fn document(source: &str, day: &str) -> Extraction {
    let document = DocumentInfo { source: source.into(), date: day.parse().ok(), ..DocumentInfo::default() };
    Extraction { document, ..Extraction::default() }
}

fn motion(key: &str) -> Motion {
    let indieners = vec![Person { naam: "De Dijk".into(), fractie: None }];
    Motion { key: Some(key.into()), title: Some("Over dijken".into()), indieners, ..Motion::default() }
}

fn follow_up(key: &str, by: &str, status: Status, day: &str) -> FollowUp {
    let date = day.parse().ok();
    let (motion, by) = (Some(key.into()), by.into());
    FollowUp {
        motion,
        motion_named: None,
        by,
        status,
        dictum: None,
        date,
        see_also: vec![],
        leads_to: vec![],
        evidence: vec![],
    }
}

#[test]
fn accounts_come_together_by_key_and_keep_their_source() {
    let mut a = document("b.txt", "2025-02-01");
    a.motions.push(Motion { uitslag: Some("Aangenomen".into()), ..motion("kst-30000-10") });
    let mut b = document("a.txt", "2025-01-01");
    b.motions.push(Motion { uitslag: Some("verworpen".into()), ..motion("kst-30000-10") });
    b.motions.push(motion("kst-30000-9"));
    let trails = Trails::of(&[a, b], Vec::new());
    let keys: Vec<&str> = trails.trails.iter().map(|t| t.key.as_str()).collect();
    assert_eq!(keys, ["kst-30000-9", "kst-30000-10"]);
    let told = trails.trails[1].uitslag();
    assert_eq!(told.iter().map(|t| t.value.as_str()).collect::<Vec<_>>(), ["verworpen", "Aangenomen"]);
}

#[test]
fn the_latest_word_of_an_actor_counts_and_a_reference_only_alone() {
    let mut a = document("a.txt", "2025-01-01");
    a.follow_ups = vec![
        follow_up("kst-30000-1", "IenW", Status::Voornemen, "2025-01-01"),
        follow_up("kst-30000-1", "IenW", Status::InUitvoering, "2025-03-01"),
        follow_up("kst-30000-1", "IenW", Status::Doorverwezen, "2025-03-01"),
        follow_up("kst-30000-1", "FIN", Status::Doorverwezen, "2025-03-01"),
    ];
    let trails = Trails::of(&[a], Vec::new());
    assert_eq!(trails.trails[0].latest("IenW"), [Status::InUitvoering]);
    assert_eq!(trails.trails[0].latest("FIN"), [Status::Doorverwezen]);
    assert!(trails.trails[0].latest("BZ").is_empty());
}

#[test]
fn a_motion_is_found_by_number_name_or_words() {
    let mut a = document("a.txt", "2025-01-01");
    a.motions = vec![motion("kst-30000-VII-10"), motion("kst-30000-2")];
    let trails = Trails::of(&[a], Vec::new());
    let keys = |typed| trails.meant(typed).iter().map(|t| t.key.clone()).collect::<Vec<_>>();
    assert_eq!(keys("30 000, nr. 2"), ["kst-30000-2"]);
    assert_eq!(keys("kst-30000-vii-10"), ["kst-30000-VII-10"]);
    assert_eq!(keys("motie De Dijk dijken").len(), 2);
    assert!(keys("30000-3").is_empty() && keys("bruggen").is_empty());
}
