//! What finds records without being a rule file: the structure of a document, or a mechanism that patterns cannot say.
//! The border: a name and a reason for each, so that every record can be explained; how they work is where `code` says.

use crate::records::RecordKind;
use serde::Deserialize;
use std::sync::LazyLock;

/// A recogniser in the program itself.
#[derive(Debug)]
pub struct BuiltIn {
    /// The name that stands with what it finds.
    pub id: String,
    /// What it finds.
    pub kind: RecordKind,
    /// What it finds, in a few words.
    pub title: String,
    /// Why it is right to find it.
    pub why: String,
    /// The file it stands in.
    pub code: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    built: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    kind: String,
    title: String,
    why: String,
    code: String,
}

/// All of them, in the order of their file.
pub fn built_in() -> &'static [BuiltIn] {
    static ALL: LazyLock<Vec<BuiltIn>> = LazyLock::new(|| {
        let file: File = toml::from_str(include_str!("built.toml")).expect("checked by a test");
        let known = |entry: Entry| {
            let kind = RecordKind::ALL.iter().copied().find(|kind| kind.name() == entry.kind)?;
            Some(BuiltIn { id: entry.id, kind, title: entry.title, why: entry.why, code: entry.code })
        };
        file.built.into_iter().filter_map(known).collect()
    });
    &ALL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_kind_a_reason_and_a_file_that_is_there() {
        let named = include_str!("built.toml").matches("[[built]]").count();
        assert_eq!(built_in().len(), named, "een soort die niet bestaat");
        for built in built_in() {
            assert!(built.title.len() > 10 && built.why.len() > 30, "{}", built.id);
            let code = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&built.code);
            assert!(code.is_file(), "{}: {} is er niet", built.id, built.code);
            assert!(crate::rules::by_id(&built.id).is_none(), "{} is ook een regel", built.id);
        }
    }
}
