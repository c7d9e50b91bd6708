//! Typing errors in dossier numbers. The border: which known dossiers lie one slip of the fingers away; a number is only
//! repaired where exactly one does.

/// The known dossiers (roots: `26643`) that `dossier` may be a slip for: one digit missing, extra, other or swapped.
/// Each once, in the order given.
///
/// ```
/// use kamerspoor::rules::repair;
/// assert_eq!(repair("3176", ["31765", "29247"]), ["31765"]);
/// assert!(repair("31765", ["29247"]).is_empty());
/// ```
pub fn repair<'k>(dossier: &str, known: impl IntoIterator<Item = &'k str>) -> Vec<&'k str> {
    let mut found = Vec::new();
    for candidate in known {
        if candidate != dossier && !found.contains(&candidate) && one_slip(dossier.as_bytes(), candidate.as_bytes()) {
            found.push(candidate);
        }
    }
    found
}

fn one_slip(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 => {
            let (x, y) = (&short[same..], &long[same..]);
            x.len() <= 1 || x[1..] == y[1..] || x.len() >= 2 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..]
        }
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_of_any_kind_and_no_more() {
        for typed in ["3176", "317655", "31756", "31764", "1765"] {
            assert_eq!(repair(typed, ["31765", "20000"]), ["31765"], "{typed}");
        }
        for typed in ["31765", "37165a", "29247", "176", "31675x"] {
            assert!(repair(typed, ["31765"]).is_empty(), "{typed}");
        }
    }
}
