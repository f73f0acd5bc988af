//! Sentences: where one ends and the next begins.

use super::token::is_ideograph;
use super::{Span, cut};
use crate::lexicon::{self, List, among};

/// A sentence and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    /// Counted from 1 over the paragraphs of the text that hold anything.
    pub paragraph: u32,
    /// Counted from 1 within the paragraph.
    pub number: u32,
}

/// A sentence longer than this is cut at a space, so that no input, however odd, makes work that grows faster than the text.
const LONGEST_SENTENCE_BYTES: usize = 2_000;

/// The sentences of a text, in order, without the spaces around them.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (paragraph, block) in (1..).zip(paragraphs(text)) {
        let mut number = 0;
        let mut start = block.start;
        let mut push = |from: usize, to: usize| {
            for span in bounded(text, trimmed(text, Span::new(from, to))) {
                number += 1;
                out.push(Sentence { span, paragraph, number });
            }
        };
        let body = block.of(text);
        let mut chars = body.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if !matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？') {
                continue;
            }
            // Closing quotes, brackets and further marks belong to the sentence they end.
            let mut end = at + c.len_utf8();
            while let Some(&(next_at, next)) = chars.peek() {
                if !matches!(next, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | ')' | ']' | '»') {
                    break;
                }
                end = next_at + next.len_utf8();
                chars.next();
            }
            if ends_sentence(body, at, end, c) {
                push(start, block.start + end);
                start = block.start + end;
            }
        }
        push(start, block.end);
    }
    out
}

/// Lines that hold something. A line break inside a sentence that was wrapped for width is no end: the line before has no final mark
/// and the next goes on in lower case.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0;
    let mut blank = true;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let span = trimmed(text, Span::new(at, at + line.len()));
        at += line.len();
        if span.start == span.end {
            blank = true;
            continue;
        }
        let goes_on = !blank
            && span.of(text).chars().next().is_some_and(char::is_lowercase)
            && out.last().is_some_and(|last| !last.of(text).ends_with(['.', '!', '?', ':', '”', '"']));
        match out.last_mut() {
            Some(last) if goes_on => last.end = span.end,
            _ => out.push(span),
        }
        blank = false;
    }
    out
}

/// Whether the mark at `at` (its run of closing marks ending at `end`) ends a sentence.
fn ends_sentence(body: &str, at: usize, end: usize, mark: char) -> bool {
    let rest = cut(body, end..);
    let Some(next) = rest.chars().next() else { return true };
    if matches!(mark, '。' | '！' | '？') {
        return true;
    }
    if !next.is_whitespace() {
        // "5?0,000" and "1.5" go on; a footnote or a missing space after a full stop does not matter here.
        return false;
    }
    let follows = rest.trim_start().trim_start_matches(['"', '“', '‘', '\'', '(', '[', '«']).chars().next();
    let Some(follows) = follows else { return true };
    if mark == '.' {
        let word = cut(body, ..at)
            .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '‘' | '-'))
            .next()
            .unwrap_or("");
        let known = lexicon::get().is_abbreviation(&super::lower(word));
        // A single capital is an initial ("J. Smith"); "U.S." ends a sentence only before a word that starts one.
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        if known || initial || word.contains('.') && word.ends_with(char::is_alphabetic) {
            // "At 9 p.m. Rossi left", but "at 9 p.m. Monday", "9 p.m. EST".
            let hour = matches!(super::lower(word).as_str(), "p.m" | "a.m");
            if hour {
                let next: String = rest.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
                let name = super::lower(&next);
                let day = name.ends_with("day");
                return follows.is_uppercase() && !day && next.chars().skip(1).any(char::is_lowercase);
            }
            return follows.is_uppercase()
                && !initial
                && starts_like_sentence(rest)
                && !lexicon::get().is_title(&super::lower(word));
        }
        return !follows.is_lowercase();
    }
    follows.is_uppercase() || follows.is_ascii_digit() || is_ideograph(follows) || !follows.is_alphabetic()
}

/// After an abbreviation only a word that commonly opens a sentence starts a new one: "LY Corp. The ministry", not "LY Corp. President".
fn starts_like_sentence(rest: &str) -> bool {
    use lexicon::Class::{Conjunction, Determiner, Preposition, Pronoun, Subordinator};
    let word: String = rest.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    let norm = super::lower(&word);
    let small = [Conjunction, Determiner, Preposition, Pronoun, Subordinator];
    word.starts_with(char::is_uppercase)
        && (small.into_iter().any(|class| lexicon::get().is(&norm, class)) || among(norm.as_str(), List::Opening))
}

fn trimmed(text: &str, span: Span) -> Span {
    let body = span.of(text);
    let start = span.start + (body.len() - body.trim_start().len());
    Span::new(start.min(span.end), (span.start + body.trim_end().len()).max(start.min(span.end)))
}

fn bounded(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut rest = span;
    while rest.end - rest.start > LONGEST_SENTENCE_BYTES {
        let mut limit = rest.start + LONGEST_SENTENCE_BYTES;
        while !text.is_char_boundary(limit) {
            limit -= 1;
        }
        let cut = cut(text, rest.start..limit).rfind(char::is_whitespace).map_or(limit, |at| rest.start + at);
        let cut = if cut == rest.start { limit } else { cut };
        out.push(trimmed(text, Span::new(rest.start, cut)));
        rest = trimmed(text, Span::new(cut, rest.end));
    }
    if rest.start < rest.end {
        out.push(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let got: Vec<&str> = sentences(text).iter().map(|s| s.span.of(text)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn marks_that_end_and_marks_that_do_not() {
        check("LY Corp. said so. It did.", &["LY Corp. said so.", "It did."]);
        check("On Oct. 9 it began. Mr. Suzuki spoke.", &["On Oct. 9 it began.", "Mr. Suzuki spoke."]);
        check(
            "It got 41.7%. Rossi won at 9 p.m. Berg left at 9 p.m. Monday.",
            &["It got 41.7%.", "Rossi won at 9 p.m.", "Berg left at 9 p.m. Monday."],
        );
        check("It owns 64.5 percent. Really?", &["It owns 64.5 percent.", "Really?"]);
        check("“It is over.” He left.", &["“It is over.”", "He left."]);
        check("It came to 5?0,000 items.", &["It came to 5?0,000 items."]);
        check("Line one\n\nLine two", &["Line one", "Line two"]);
        check("a wrapped\nsentence here.", &["a wrapped\nsentence here."]);
        check("J. R. Smith won.", &["J. R. Smith won."]);
    }

    #[test]
    fn places_are_counted() {
        let places: Vec<(u32, u32)> =
            sentences("One. Two.\n\nThree.").iter().map(|s| (s.paragraph, s.number)).collect();
        assert_eq!(places, [(1, 1), (1, 2), (2, 1)]);
    }
}
