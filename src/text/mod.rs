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
        &text[self.start..self.end]
    }
}
