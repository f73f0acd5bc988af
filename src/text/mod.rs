//! Plain text: byte spans, UTF-16 offsets, sentences, tokens. No meaning yet.

mod lower;
mod pieces;
mod sentence;
mod token;
mod utf16;

pub use lower::lower;
pub use pieces::pieces;
pub use sentence::{Sentence, sentences};
pub use token::{Token, TokenKind, tokens};
pub use utf16::Utf16Index;

/// A half-open range of bytes of a text, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// The part of a text between two places: empty where there is none. What indexing would say of such a place weighs 3 kB in the module.
pub fn cut(text: &str, range: impl std::slice::SliceIndex<str, Output = str>) -> &str {
    let found = text.get(range);
    debug_assert!(found.is_some(), "a place outside of \"{text}\"");
    found.unwrap_or_default()
}

/// Words with something between them. (The standard library's joining counts the bytes first, which takes four times the code.)
pub fn joined<Word: AsRef<str>>(words: &[Word], between: &str) -> String {
    let mut out = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        out.push_str(word.as_ref());
    }
    out
}

impl Span {
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The part of `text` that the span covers.
    pub fn of(self, text: &str) -> &str {
        cut(text, self.start..self.end)
    }
}
