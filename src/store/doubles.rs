//! One piece, several files: the same letter as PDF and DOCX counts once. The border: compares what is stored and says
//! which file stands for the piece; nothing is thrown away, and which files are doubles follows from what is stored alone.
//!
//! The same piece: of one kind, the numbers and dates that both bear alike, and nearly the same words. One of the files
//! stands for it: the one in the fewest folders (a copy lies deeper), then by [`FORMATS`], then by name. The others are
//! `dubbel` in the ledger and take part in nothing.

use super::LedgerStatus;
use super::error::{Doing, StoreError};
use super::writer::next;
use crate::document::{BlockKind, Document};
use crate::text::fold;
use rusqlite::{Connection, Transaction, params};
use std::collections::{BTreeSet, HashMap};

/// Formats by how much of a document they keep: the first that is there stands for the piece.
const FORMATS: &[&str] = &["xml", "docx", "odt", "html", "md", "txt", "pdf"];
/// Shingles kept of a document: the smallest by hash, a fair draw. Of a motion these are nearly all.
const KEPT: usize = 256;
/// Words in a shingle.
const WORDS: usize = 3;
/// Share of the shingles that two files of one piece have in common.
const ALIKE: f64 = 0.9;
/// With one official number, a page's running lines or an addressee more are no other piece.
const NUMBERED: f64 = 0.75;
/// Pieces of one title, or with one common turn of phrase, that a file is compared with.
const MOST: usize = 32;

/// A few numbers by which the words of two documents are compared, as kept in the store: 32-bit hashes of shingles, the
/// smallest first.
pub(super) fn sketch(doc: &Document) -> Vec<u8> {
    let running = doc.blocks.iter().filter(|b| b.kind != BlockKind::Frame);
    let words: Vec<String> = running
        .flat_map(|b| doc.of(b.span).split(|c: char| !c.is_alphanumeric()))
        .filter(|w| !w.is_empty())
        .map(fold)
        .collect();
    let mut hashes: Vec<u32> = words.windows(WORDS.min(words.len()).max(1)).map(hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(KEPT);
    hashes.into_iter().flat_map(u32::to_be_bytes).collect()
}

/// FNV-1a, mixed so that its smallest values are a fair draw; the same on every machine.
fn hash(words: &[String]) -> u32 {
    let bytes = words.iter().flat_map(|w| w.bytes().chain([0]));
    let mut hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let [.., a, b, c, d] = (hash ^ (hash >> 33)).to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

/// A stored document, as far as it matters here.
struct Piece {
    id: i64,
    source: String,
    number: Option<String>,
    kind: String,
    title: String,
    date: Option<String>,
    rank: usize,
    sketch: Vec<u32>,
    same_as: Option<String>,
}

/// Finds the doubles among all that is stored and writes down which file each of them repeats. Gives how many changed.
pub(super) fn mark(con: &mut Connection) -> Result<usize, StoreError> {
    const DOING: &str = "het herkennen van dubbele stukken";
    let tx = con.transaction().doing(DOING)?;
    let pieces = pieces(&tx).doing(DOING)?;
    let mut changed = 0;
    for (piece, same_as) in pieces.iter().zip(found(&pieces)) {
        let same_as = same_as.map(|at| pieces[at].source.as_str());
        if piece.same_as.as_deref() == same_as {
            continue;
        }
        changed += 1;
        write(&tx, piece, same_as).doing(DOING)?;
    }
    tx.commit().doing(DOING)?;
    Ok(changed)
}

fn write(tx: &Transaction, piece: &Piece, same_as: Option<&str>) -> rusqlite::Result<()> {
    // The search index takes up whatever has a new number.
    let seq = next(tx)?;
    tx.execute("UPDATE documents SET same_as = ?1, seq = ?2 WHERE id = ?3", params![same_as, seq, piece.id])?;
    let status = if same_as.is_some() { LedgerStatus::Dubbel } else { LedgerStatus::Ingelezen };
    let reason = same_as.map(|other| format!("zelfde stuk als {other}"));
    let sql = "UPDATE ledger SET status = ?1, reason = ?2 WHERE source = ?3";
    tx.execute(sql, params![status.name(), reason, piece.source])?;
    Ok(())
}

/// All documents, those that may stand for a piece first.
fn pieces(tx: &Transaction) -> rusqlite::Result<Vec<Piece>> {
    let sql = "SELECT id, source, number, kind, title, date, format, sketch, same_as FROM documents";
    let mut statement = tx.prepare(sql)?;
    let rows = statement.query_map([], |r| {
        let format: String = r.get(6)?;
        let bytes: Vec<u8> = r.get(7)?;
        let title: Option<String> = r.get(4)?;
        Ok(Piece {
            id: r.get(0)?,
            source: r.get(1)?,
            number: r.get(2)?,
            kind: r.get(3)?,
            title: fold(&title.unwrap_or_default()),
            date: r.get(5)?,
            rank: FORMATS.iter().position(|f| *f == format).unwrap_or(FORMATS.len()),
            sketch: bytes.chunks_exact(4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]])).collect(),
            same_as: r.get(8)?,
        })
    })?;
    let mut pieces = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let depth = |p: &Piece| p.source.matches(['/', '\\']).count();
    pieces.sort_by(|a, b| (depth(a), a.rank, &a.source).cmp(&(depth(b), b.rank, &b.source)));
    Ok(pieces)
}

/// For every piece the earlier one that it repeats.
fn found(pieces: &[Piece]) -> Vec<Option<usize>> {
    let mut first: HashMap<(&str, Key), Vec<usize>> = HashMap::new();
    let mut same = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let keys = keys(piece);
        let mut near: BTreeSet<usize> = BTreeSet::new();
        keys.iter().filter_map(|k| first.get(&(piece.kind.as_str(), k.clone()))).for_each(|f| near.extend(f));
        let one = near.into_iter().find(|other| is_same(&pieces[*other], piece));
        if one.is_none() {
            for key in keys {
                let known = first.entry((piece.kind.as_str(), key)).or_default();
                if known.len() < MOST {
                    known.push(at);
                }
            }
        }
        same.push(one);
    }
    same
}

/// What two files of one piece are likely to share.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Number(String),
    Title(String),
    /// One of the smallest shingles: files without number and title meet here.
    Words(u32),
}

fn keys(piece: &Piece) -> Vec<Key> {
    let mut keys: Vec<Key> = piece.sketch.iter().take(4).map(|h| Key::Words(*h)).collect();
    keys.extend(piece.number.clone().map(Key::Number));
    keys.extend(Some(piece.title.clone()).filter(|t| !t.is_empty()).map(Key::Title));
    keys
}

fn is_same(a: &Piece, b: &Piece) -> bool {
    // Numbers and days first: they are looked at in no time, and of most pairs they say enough.
    if let Some((x, y)) = a.number.as_deref().zip(b.number.as_deref())
        && series(x) == series(y)
    {
        return x == y && similarity(&a.sketch, &b.sketch) >= NUMBERED;
    }
    // The same words on another day are another letter.
    a.date.as_ref().zip(b.date.as_ref()).is_none_or(|(x, y)| x == y) && similarity(&a.sketch, &b.sketch) >= ALIKE
}

/// Which numbers can be told apart: a letter has a number of the ministry's case and one of the Chamber's papers.
fn series(number: &str) -> &str {
    number.split_once('-').map_or("zaak", |(series, _)| series)
}

/// The share of all shingles of two documents that both have, from their sketches.
fn similarity(a: &[u32], b: &[u32]) -> f64 {
    // Beyond the end of a full draw nothing is known of that document.
    let known = |s: &[u32]| s.last().filter(|_| s.len() >= KEPT).copied().unwrap_or(u32::MAX);
    let limit = known(a).min(known(b));
    let within = |s: &[u32]| s.partition_point(|h| *h <= limit);
    let (a, b) = (&a[..within(a)], &b[..within(b)]);
    // Both are sorted: one walk along the two counts what they share.
    let (mut at, mut shared) = (0, 0);
    for hash in a {
        at += b[at..].partition_point(|h| h < hash);
        shared += usize::from(b.get(at) == Some(hash));
    }
    let all = a.len() + b.len() - shared;
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if all == 0 { 0.0 } else { number(shared) / number(all) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(count: usize, change: impl Fn(usize) -> bool) -> Vec<u32> {
        let text: Vec<String> =
            (0..count).map(|n| if change(n) { format!("anders{n}") } else { format!("w{n}") }).collect();
        let doc = crate::read::read("brief.txt", text.join(" ").as_bytes()).unwrap();
        sketch(&doc).chunks_exact(4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]])).collect()
    }

    #[test]
    fn the_sketch_tells_how_alike_two_texts_are() {
        for count in [60, 300, 5_000] {
            let whole = words(count, |_| false);
            assert!((similarity(&whole, &whole) - 1.0).abs() < 1e-9);
            // One word in sixty touches three of sixty shingles: about nine in ten are shared.
            assert!(similarity(&whole, &words(count, |n| n % 60 == 30)) > 0.85, "{count}");
            assert!(similarity(&whole, &words(count, |n| n % 8 == 4)) < 0.7, "{count}");
            assert!(similarity(&whole, &words(count, |_| true)) < 0.01, "{count}");
        }
        assert!(similarity(&[], &[]) < 0.5);
    }
}
