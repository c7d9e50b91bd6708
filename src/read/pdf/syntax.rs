//! The words of a content stream (and of CMap and Type 1 programs, which share them): numbers, strings, names,
//! operators. The border: no meaning here. Nothing nests: brackets are tokens of their own, so no input can recurse.

/// One token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// A number; what is no proper number counts as 0, as other readers do.
    Number(f64),
    /// A string, decoded.
    Text(Vec<u8>),
    /// A name, with its `#xx` as they stand.
    Name(&'a [u8]),
    /// `[`, `]`, `<<` and `>>`.
    Bracket(&'static str),
    /// Anything else: an operator or a keyword.
    Word(&'a [u8]),
}

/// Reads tokens one after the other; always moves on, so it ends.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    /// Over `bytes`, from the start.
    pub(super) fn new(bytes: &'a [u8]) -> Tokens<'a> {
        Tokens { bytes, at: 0 }
    }

    /// Skips the data of an inline image: the dictionary has been read, `ID` was the last token.
    pub(super) fn skip_image(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = rest
            .windows(4)
            .position(|w| w[0].is_ascii_whitespace() && &w[1..3] == b"EI" && (w[3].is_ascii_whitespace() || w[3] == 0));
        self.at = end.map_or(self.bytes.len(), |end| self.at + end + 3);
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while let Some(c) = self.peek() {
            if c == b'%' {
                while self.peek().is_some_and(|c| c != b'\n' && c != b'\r') {
                    self.at += 1;
                }
            } else if !is_blank(c) {
                return;
            } else {
                self.at += 1;
            }
        }
    }

    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(|c| !is_blank(c) && !is_delimiter(c)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut depth = 0usize;
        while let Some(c) = self.peek() {
            self.at += 1;
            match c {
                b'(' => {
                    depth += 1;
                    out.push(c);
                }
                b')' if depth == 0 => break,
                b')' => {
                    depth -= 1;
                    out.push(c);
                }
                b'\\' => self.escape(&mut out),
                _ => out.push(c),
            }
        }
        out
    }

    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some(c) = self.peek() else { return };
        self.at += 1;
        match c {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\r' if self.peek() == Some(b'\n') => self.at += 1,
            b'\r' | b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(c - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                out.push(u8::try_from(value & 0xff).unwrap_or_default());
            }
            _ => out.push(c),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut high = None;
        while let Some(c) = self.peek() {
            self.at += 1;
            if c == b'>' {
                break;
            }
            let Some(digit) = char::from(c).to_digit(16).and_then(|d| u8::try_from(d).ok()) else { continue };
            match high.take() {
                None => high = Some(digit),
                Some(first) => out.push(first << 4 | digit),
            }
        }
        out.extend(high.map(|first| first << 4));
        out
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.skip_blanks();
        let c = self.peek()?;
        let double = self.bytes.get(self.at + 1) == Some(&c);
        if !is_delimiter(c) {
            let word = self.regular();
            return Some(match word[0] {
                b'0'..=b'9' | b'+' | b'-' | b'.' => Token::Number(number(word)),
                _ => Token::Word(word),
            });
        }
        self.at += 1;
        Some(match c {
            b'(' => Token::Text(self.literal()),
            b'<' if !double => Token::Text(self.hexadecimal()),
            b'/' => Token::Name(self.regular()),
            b'[' => Token::Bracket("["),
            b']' => Token::Bracket("]"),
            b'<' | b'>' if double => {
                self.at += 1;
                Token::Bracket(if c == b'<' { "<<" } else { ">>" })
            }
            _ => Token::Word(&self.bytes[self.at - 1..self.at]),
        })
    }
}

fn is_blank(c: u8) -> bool {
    matches!(c, b' ' | b'\t' | b'\n' | b'\r' | 0 | 12)
}

fn is_delimiter(c: u8) -> bool {
    matches!(c, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// A number as producers write them: `12`, `-.5`, `4.`, `--3`, `0.00-41` (the minus inside is noise).
fn number(word: &[u8]) -> f64 {
    let negative = word[0] == b'-';
    let (mut value, mut scale, mut dot) = (0.0_f64, 1.0_f64, false);
    for &c in word {
        match c {
            b'0'..=b'9' if dot => {
                scale /= 10.0;
                value += f64::from(c - b'0') * scale;
            }
            b'0'..=b'9' => value = value * 10.0 + f64::from(c - b'0'),
            b'.' => dot = true,
            _ => {}
        }
    }
    if negative { -value } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_of_a_content_stream_come_one_by_one() {
        let stream = b"/F1 9 Tf [(De\\040k\\(a) -250.5 <4B61>] TJ % klaar\nBI /W 1 ID \x01EI\x02 EI Q";
        let mut tokens = Tokens::new(stream);
        let mut seen = Vec::new();
        while let Some(token) = tokens.next() {
            if token == Token::Word(b"ID") {
                tokens.skip_image();
            }
            seen.push(token);
        }
        assert_eq!(seen[0], Token::Name(b"F1"));
        assert_eq!(seen[4], Token::Text(b"De k(a".to_vec()));
        assert_eq!(seen[5], Token::Number(-250.5));
        assert_eq!(seen[6], Token::Text(b"Ka".to_vec()));
        assert_eq!(seen.last(), Some(&Token::Word(b"Q")));
    }

    #[test]
    fn odd_numbers_are_numbers() {
        assert!((number(b"-.5") + 0.5).abs() < 1e-9);
        assert!((number(b"0.00-4") - 0.004).abs() < 1e-9);
        assert!((number(b"--3") + 3.0).abs() < 1e-9);
    }
}
