//! What one file may cost. The border: only counting; who is over a limit says so itself.

use lopdf::{DecompressError, Document, Object, ObjectId, Stream};
use std::cell::Cell;

/// Pages that are read; real documents stay far below it.
pub(super) const PAGES: usize = 5_000;
/// Bytes of a file.
pub(super) const FILE: usize = 512 << 20;
/// Bytes that one stream may unpack to.
pub(super) const STREAM: usize = 32 << 20;
/// Form XObjects inside one another.
pub(super) const FORM_DEPTH: usize = 12;
/// Saved graphics states (`q`) inside one another.
pub(super) const STATES: usize = 256;
/// Operands of one operator.
pub(super) const OPERANDS: usize = 20_000;
/// References followed from one object to the next.
const HOPS: usize = 32;
/// Tokens in object streams together: parsed objects weigh some hundred bytes each.
const OBJECT_TOKENS: usize = 2_000_000;

/// What is left to spend on a document.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    /// Bytes of content, fonts and maps to unpack and read.
    bytes: usize,
    /// Operators of content streams.
    operators: usize,
    /// Glyphs on all pages.
    glyphs: usize,
    /// Runs of glyphs: what is kept in memory.
    runs: usize,
}

impl Budget {
    /// What a document gets: enough for thousands of full pages, and some seconds of work.
    pub(super) fn new() -> Budget {
        Budget { bytes: 256 << 20, operators: 10_000_000, glyphs: 12_000_000, runs: 2_000_000 }
    }

    /// A page gets no more than its share, so that one page cannot eat the rest.
    pub(super) fn page(&self) -> Budget {
        Budget {
            bytes: self.bytes.min(64 << 20),
            operators: self.operators.min(1_500_000),
            glyphs: self.glyphs.min(200_000),
            runs: self.runs.min(40_000),
        }
    }

    /// Takes what a page spent off the whole.
    pub(super) fn settle(&mut self, given: &Budget, left: &Budget) {
        self.bytes = self.bytes.saturating_sub(given.bytes - left.bytes);
        self.operators = self.operators.saturating_sub(given.operators - left.operators);
        self.glyphs = self.glyphs.saturating_sub(given.glyphs - left.glyphs);
        self.runs = self.runs.saturating_sub(given.runs - left.runs);
    }

    /// One operator more; false when nothing is left.
    pub(super) fn operator(&mut self) -> bool {
        self.operators = self.operators.saturating_sub(1);
        self.operators > 0
    }

    /// One glyph more; false when nothing is left.
    pub(super) fn glyph(&mut self) -> bool {
        self.glyphs = self.glyphs.saturating_sub(1);
        self.glyphs > 0
    }

    /// One run more; false when nothing is left.
    pub(super) fn run(&mut self) -> bool {
        self.runs = self.runs.saturating_sub(1);
        self.runs > 0
    }

    /// Whether something ran out.
    pub(super) fn is_spent(&self) -> bool {
        [self.bytes, self.operators, self.glyphs, self.runs].contains(&0)
    }

    /// Takes off what is kept in memory of a font.
    pub(super) fn charge(&mut self, bytes: usize) {
        self.bytes = self.bytes.saturating_sub(bytes);
    }

    /// The unpacked bytes of a stream, empty where it cannot be unpacked or is over what is left.
    pub(super) fn unpack(&mut self, stream: &Stream) -> Vec<u8> {
        let most = self.bytes.min(STREAM);
        let (unpacked, cost) = match stream.get_plain_content_with_limit(most) {
            Ok(bytes) => {
                let cost = bytes.len();
                (Some(bytes), cost)
            }
            // What is over the limit has cost the work up to the limit.
            Err(lopdf::Error::Decompress(DecompressError::MemoryLimitExceeded { .. })) => (None, most),
            Err(_) => (None, stream.content.len()),
        };
        self.bytes = self.bytes.saturating_sub(cost.max(256));
        unpacked.unwrap_or_default()
    }
}

fn parts(c: u8) -> bool {
    c.is_ascii_whitespace() || matches!(c, b'[' | b'(' | b'<' | b'/')
}

/// Whether the objects of a file, outside its streams, are more than fit in memory once they are parsed.
pub(super) fn has_too_many_objects(bytes: &[u8]) -> bool {
    if bytes.len() < OBJECT_TOKENS {
        return false;
    }
    let (mut tokens, mut at, mut streams) = (0usize, 0usize, true);
    while let Some(&c) = bytes.get(at) {
        tokens += usize::from(parts(c));
        at += 1;
        if c == b'>' && streams && bytes[at..].trim_ascii_start().starts_with(b"stream") {
            let end = bytes[at..].windows(9).position(|w| w == b"endstream");
            streams = end.is_some();
            at += end.map_or(0, |end| end + 9);
        }
    }
    tokens > 2 * OBJECT_TOKENS
}

/// Follows references to an object, a bounded number of steps.
pub(super) fn resolve<'a>(doc: &'a Document, mut object: &'a Object) -> Option<&'a Object> {
    for _ in 0..HOPS {
        match object {
            Object::Reference(id) => object = doc.objects.get(id)?,
            _ => return Some(object),
        }
    }
    None
}

thread_local! {
    static TOKENS_LEFT: Cell<usize> = const { Cell::new(OBJECT_TOKENS) };
}

/// Gives the next load on this thread its full allowance for object streams.
pub(super) fn refill() {
    TOKENS_LEFT.with(|left| left.set(OBJECT_TOKENS));
}

/// lopdf calls this for every object before it opens object streams: unpacks those once, within bounds, and drops what
/// goes over (a small file can unpack to gigabytes). A function pointer, hence the counter per thread.
pub(super) fn guard(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    if let Object::Stream(stream) = object
        && stream.dict.has_type(b"ObjStm")
    {
        TOKENS_LEFT.with(Cell::get).checked_sub(1)?;
        let plain = stream.get_plain_content_with_limit(STREAM).ok()?;
        let tokens = plain.iter().filter(|c| parts(**c)).count();
        let left = TOKENS_LEFT.with(Cell::get).checked_sub(tokens);
        TOKENS_LEFT.with(|cell| cell.set(left.unwrap_or(0)));
        left?;
        stream.set_plain_content(plain);
    }
    // lopdf keeps what is changed in place for a file's own objects, and what is returned for those of object streams,
    // which are never streams themselves.
    let kept = if matches!(object, Object::Stream(_)) { Object::Null } else { object.clone() };
    Some((id, kept))
}
