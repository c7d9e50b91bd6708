//! A page that a person reads, before it is known on what: a terminal, Markdown, later a web page or a text document.
//! The border: what is said and what it is (heading, quote, table), never how it looks.

/// A page: its pieces, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The pieces.
    pub pieces: Vec<Piece>,
}

/// One piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A heading; level 1 is the highest.
    Heading(u8, Words),
    /// A paragraph.
    Text(Words),
    /// An item of a list, at a depth from 0.
    Item(u8, Words),
    /// Words of a document, literally.
    Quote(Words),
    /// Where the quote above comes from.
    Source(Words),
    /// Label and value, a line each.
    Fields(Vec<(String, Words)>),
    /// A table.
    Table(Table),
    /// A drawing, where the page can hold one; what it shows always stands in words beside it as well.
    Picture(Picture),
}

/// A drawing as SVG, with its words for who does not see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it shows, in a few words.
    pub title: String,
    /// All of it in words.
    pub words: String,
    /// The drawing: a whole `svg` element without scripts or outside references.
    pub svg: String,
}

/// A table. Where it is too wide for its place it is cut in several, each with the first `keep` columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The heads of the columns.
    pub head: Vec<String>,
    /// The cells, as many a row as there are heads.
    pub rows: Vec<Vec<String>>,
    /// How many columns at the left come back in every part.
    pub keep: usize,
}

/// Running words, some of them with a meaning of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words(pub Vec<(Tone, String)>);

/// What words are in their sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// What the eye should find.
    Strong,
    /// What may be skipped.
    Dim,
    /// Found or evidence, in the words of a document.
    Mark,
    /// Something is amiss: overdue, contradiction, failure.
    Alarm,
    /// In a comparison: words that came with it.
    Added,
    /// In a comparison: words that were left out.
    Dropped,
}

impl Page {
    /// Adds a piece.
    pub fn push(&mut self, piece: Piece) -> &mut Page {
        self.pieces.push(piece);
        self
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: u8, words: impl Into<Words>) -> &mut Page {
        self.push(Piece::Heading(level, words.into()))
    }

    /// Adds a paragraph.
    pub fn text(&mut self, words: impl Into<Words>) -> &mut Page {
        self.push(Piece::Text(words.into()))
    }

    /// Adds an item of a list.
    pub fn item(&mut self, words: impl Into<Words>) -> &mut Page {
        self.push(Piece::Item(0, words.into()))
    }

    /// Adds an item of a list inside an item.
    pub fn sub_item(&mut self, words: impl Into<Words>) -> &mut Page {
        self.push(Piece::Item(1, words.into()))
    }

    /// Adds literal words of a document.
    pub fn quote(&mut self, words: impl Into<Words>) -> &mut Page {
        self.push(Piece::Quote(words.into()))
    }

    /// Adds where a quote comes from.
    pub fn source(&mut self, words: impl Into<Words>) -> &mut Page {
        self.push(Piece::Source(words.into()))
    }

    /// Adds labelled values; those without words are left out.
    pub fn fields(&mut self, fields: impl IntoIterator<Item = (&'static str, Words)>) -> &mut Page {
        let fields = fields.into_iter().filter(|(_, w)| !w.is_empty()).map(|(l, w)| (l.to_string(), w));
        self.push(Piece::Fields(fields.collect()))
    }

    /// Adds a table.
    pub fn table(&mut self, table: Table) -> &mut Page {
        self.push(Piece::Table(table))
    }
}

impl Table {
    /// An empty table with its heads; the first column comes back when the table is cut.
    pub fn new<const N: usize>(head: [&str; N]) -> Table {
        Table { head: head.iter().map(ToString::to_string).collect(), rows: Vec::new(), keep: 1 }
    }

    /// Adds a row.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }
}

impl Words {
    /// Adds words in a tone.
    #[must_use]
    pub fn and(mut self, tone: Tone, words: impl Into<String>) -> Words {
        self.0.push((tone, words.into()));
        self
    }

    /// Adds other words, each in its own tone.
    #[must_use]
    pub fn and_all(mut self, other: Words) -> Words {
        self.0.extend(other.0);
        self
    }

    /// Adds plain words.
    #[must_use]
    pub fn plain(self, words: impl Into<String>) -> Words {
        self.and(Tone::Plain, words)
    }

    /// Adds words the eye should find.
    #[must_use]
    pub fn strong(self, words: impl Into<String>) -> Words {
        self.and(Tone::Strong, words)
    }

    /// Adds words that may be skipped.
    #[must_use]
    pub fn dim(self, words: impl Into<String>) -> Words {
        self.and(Tone::Dim, words)
    }

    /// Adds words that say something is amiss.
    #[must_use]
    pub fn alarm(self, words: impl Into<String>) -> Words {
        self.and(Tone::Alarm, words)
    }

    /// Adds a comparison: what was left out and added in their tones.
    #[must_use]
    pub fn compared(self, runs: &[super::compare::Run]) -> Words {
        use super::compare::Change;
        let mut words = self;
        for (at, run) in runs.iter().enumerate() {
            let tone = match run.change {
                Change::Gelijk => Tone::Plain,
                Change::Toegevoegd => Tone::Added,
                Change::Weggelaten => Tone::Dropped,
            };
            words = words.plain(if at > 0 { " " } else { "" }).and(tone, run.words.clone());
        }
        words
    }

    /// The words with brackets in place of the tones of a comparison: `[+added+]`, `[-left out-]`.
    #[must_use]
    pub fn bracketed(&self) -> Words {
        let put = |(tone, words): &(Tone, String)| match tone {
            Tone::Added => (Tone::Strong, format!("[+{words}+]")),
            Tone::Dropped => (Tone::Dim, format!("[-{words}-]")),
            tone => (*tone, words.clone()),
        };
        Words(self.0.iter().map(put).collect())
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, words)| words.trim().is_empty())
    }

    /// The words without their tones.
    pub fn bare(&self) -> String {
        self.bracketed().0.iter().map(|(_, words)| words.as_str()).collect()
    }
}

impl<S: Into<String>> From<S> for Words {
    fn from(words: S) -> Words {
        Words::default().plain(words)
    }
}
