//! The numbers that Word counts for its lists, so that an item bears the mark a reader sees.

use super::tree::Node;
use std::collections::HashMap;

/// Levels of a list that Word knows.
const LEVELS: usize = 9;

#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, (String, Vec<Level>)>,
    counts: HashMap<String, [u32; LEVELS]>,
}

impl Numbering {
    /// Reads `word/numbering.xml`.
    pub(super) fn read(root: &Node) -> Numbering {
        let mut abstracts: HashMap<&str, Vec<Level>> = HashMap::new();
        for node in root.nodes().filter(|n| n.name == "abstractNum") {
            let levels = node.nodes().filter(|n| n.name == "lvl").take(LEVELS).map(|lvl| {
                let value = |name| lvl.child(name).and_then(|n| n.attribute("val")).unwrap_or_default().to_string();
                Level { format: value("numFmt"), text: value("lvlText"), start: value("start").parse().unwrap_or(1) }
            });
            abstracts.insert(node.attribute("abstractNumId").unwrap_or_default(), levels.collect());
        }
        let mut lists = HashMap::new();
        for node in root.nodes().filter(|n| n.name == "num") {
            let id = node.child("abstractNumId").and_then(|n| n.attribute("val")).unwrap_or_default();
            if let (Some(levels), Some(num)) = (abstracts.get(id), node.attribute("numId")) {
                lists.insert(num.to_string(), (id.to_string(), levels.clone()));
            }
        }
        Numbering { lists, counts: HashMap::new() }
    }

    /// Counts one item and gives its mark: "•", "2.", "b)", "2.2.1". `None` where the list has no mark.
    pub(super) fn next(&mut self, list: &str, level: u8) -> Option<String> {
        let (id, levels) = self.lists.get(list)?;
        let level = usize::from(level).min(LEVELS - 1);
        let own = levels.get(level)?;
        let counts = self.counts.entry(id.clone()).or_insert([0; LEVELS]);
        counts[level] = if counts[level] == 0 { own.start.max(1) } else { counts[level].saturating_add(1) };
        counts[level + 1..].fill(0);
        match own.format.as_str() {
            "none" => None,
            "bullet" => Some("•".to_string()),
            _ => {
                let mut mark = own.text.clone();
                for (index, level) in levels.iter().enumerate().take(LEVELS) {
                    let place = format!("%{}", index + 1);
                    if mark.contains(&place) {
                        mark = mark.replace(&place, &written(counts[index].max(1), &level.format));
                    }
                }
                Some(mark.trim().to_string()).filter(|m| !m.is_empty())
            }
        }
    }
}

/// A number in the format that Word ("lowerLetter") or OpenDocument ("a") names.
pub(super) fn written(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" | "a" => letters(number.max(1)),
        "upperLetter" | "A" => letters(number.max(1)).to_uppercase(),
        "lowerRoman" | "i" => roman(number).to_lowercase(),
        "upperRoman" | "I" => roman(number),
        _ => number.to_string(),
    }
}

fn letters(number: u32) -> String {
    let letter = char::from(b'a' + u8::try_from((number - 1) % 26).unwrap_or(0));
    String::from(letter).repeat(usize::try_from((number - 1) / 26 + 1).unwrap_or(1).min(8))
}

/// A number in Roman capitals.
pub(super) fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = number.min(4000);
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            written.push_str(sign);
            left -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_does() {
        assert_eq!((letters(2), letters(28), roman(14)), ("b".into(), "bb".into(), "XIV".into()));
    }
}
