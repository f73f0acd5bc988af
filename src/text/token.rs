//! Tokens: words, figures and single marks of a sentence, with their spans.

use super::{Span, cut};
use crate::lexicon::{self, Beginnings, Class, List, among, place};

/// A word, a run that starts with a digit, or one other character.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
    /// Lower case, typographic apostrophes made plain; `n't` stands as `not`.
    pub norm: String,
    /// The token begins with a capital letter.
    pub capital: bool,
    /// No space stands before it.
    pub glued: bool,
    /// The lemma, where the token was [looked up](Token::look_up).
    pub lemma: String,
    /// The classes of the form and of the lemma.
    classes: u64,
    lemma_classes: u64,
    /// The phrases that begin with it, and the idioms.
    pub beginnings: Beginnings,
    pub idioms: Beginnings,
}

/// What kind of characters make up a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TokenKind {
    /// "leaked", "LY", "n't"
    Word,
    /// "519,000", "2023", "44": digits with the separators among them.
    Figure,
    /// "'s" or the bare apostrophe of "users'".
    Possessive,
    /// ",", "%", "万"
    #[default]
    Mark,
}

impl Token {
    pub fn is(&self, norm: &str) -> bool {
        self.norm == norm
    }

    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Asks the lexicon what it knows of the token, for the parser asks for it many times.
    pub fn look_up(&mut self) {
        let lexicon = lexicon::get();
        self.lemma = lexicon.lemma(&self.norm);
        self.classes = lexicon.classes(&self.norm);
        self.lemma_classes = lexicon.classes(&self.lemma);
        self.beginnings = lexicon.beginnings(&self.norm, &self.lemma);
        self.idioms = lexicon.idiom_beginnings(&self.norm, &self.lemma);
    }

    /// Whether the form belongs to a class, where the token was looked up.
    pub fn belongs(&self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// Whether the lemma belongs to a class, where the token was looked up.
    pub fn lemma_belongs(&self, class: Class) -> bool {
        self.lemma_classes & class.bit() != 0
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// A letter of a word. Chinese, Japanese and Korean characters are marks of their own, for `44万` is a figure and a sign.
fn is_word_char(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        '\u{300}'..='\u{36f}' => true,
        _ => c.is_alphabetic() && !is_ideograph(c),
    }
}

/// A character of the East Asian scripts that are written without spaces.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

/// The tokens of `text[span]`, in order; spaces and invisible characters fall away.
pub fn tokens(text: &str, span: Span) -> Vec<Token> {
    let body = span.of(text);
    // Words of English have some five letters; where there are more tokens than that the list grows.
    let mut out: Vec<Token> = Vec::with_capacity(body.len() / 5 + 2);
    let mut chars = body.char_indices().peekable();
    let mut last_end = usize::MAX;
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
        {
            continue;
        }
        if let Some((mark, length)) = treebank_mark(cut(body, at..)) {
            let from = span.start + at;
            last_end = from + length;
            out.push(Token { span: Span::new(from, last_end), norm: mark.to_owned(), ..Token::default() });
            chars.by_ref().take(length - 1).for_each(|_| ());
            continue;
        }
        let mut end = at + c.len_utf8();
        let kind = if c.is_ascii_digit() {
            while let Some(&(next_at, next)) = chars.peek() {
                let follows = cut(body, next_at + next.len_utf8()..).chars().next();
                let digits = follows.is_some_and(|f| f.is_ascii_digit());
                // "8:28" is one figure, the time of day.
                let clock = next == ':' && end - at <= 2 && digits;
                let joins = next.is_ascii_digit() || matches!(next, ',' | '.') && digits || clock;
                if !joins {
                    break;
                }
                end = next_at + next.len_utf8();
                chars.next();
            }
            TokenKind::Figure
        } else if is_word_char(c) {
            while let Some(&(next_at, next)) = chars.peek() {
                let rest = cut(body, next_at + next.len_utf8()..);
                let joins = is_word_char(next)
                    // A digit stays inside a word that began with a letter: G20, A380.
                    || next.is_ascii_digit()
                    // So do they behind the hyphen of a name: Covid-19.
                    || next == '-'
                        && c.is_uppercase()
                        && rest.starts_with(|first: char| first.is_ascii_digit())
                        && place(&super::lower(cut(body, at..end)), List::Months).is_none()
                    // Full stops inside initials: U.S., p.m., a.k.a.
                    || next == '.' && end - at == 1 && rest.chars().next().is_some_and(is_word_char) && is_initialism(cut(body, at..))
                    || next == '.' && cut(body, at..end).contains('.') && rest.chars().next().is_some_and(is_word_char)
                    || is_apostrophe(next)
                        && rest.chars().next().is_some_and(is_word_char)
                        && !is_clitic(rest);
                if !joins {
                    break;
                }
                end = next_at + next.len_utf8();
                chars.next();
            }
            // The last stop of an initialism belongs to it.
            if cut(body, at..end).contains('.') && cut(body, end..).starts_with('.') {
                chars.next();
                end += 1;
            }
            TokenKind::Word
        } else if is_apostrophe(c)
            && out.last().is_some_and(|t| t.span.end == span.start + at && (t.is_word() || t.kind == TokenKind::Figure))
        {
            let rest = cut(body, end..);
            let mut letters = rest.chars();
            match letters.next() {
                Some('s' | 'S') if !letters.next().is_some_and(is_word_char) => {
                    chars.next();
                    end += 1;
                    TokenKind::Possessive
                }
                // "They'd", "it'll": an auxiliary.
                Some(_) if is_clitic(rest) => {
                    let length = rest.chars().take_while(|c| is_word_char(*c)).count();
                    end += rest.chars().take(length).map(char::len_utf8).sum::<usize>();
                    chars.by_ref().take(length).for_each(|_| ());
                    TokenKind::Word
                }
                Some(next) if is_word_char(next) => TokenKind::Mark,
                _ if out.last().is_some_and(|t| t.norm.ends_with('s')) => TokenKind::Possessive,
                _ => TokenKind::Mark,
            }
        } else {
            TokenKind::Mark
        };
        let raw = cut(body, at..end);
        let mut norm = super::lower(raw);
        if norm.contains(is_apostrophe) {
            norm = norm.replace(is_apostrophe, "'");
        }
        let absolute = Span::new(span.start + at, span.start + end);
        let glued = last_end == absolute.start;
        last_end = absolute.end;
        if kind == TokenKind::Word && norm.len() > 3 && norm.ends_with("n't") {
            push_contraction(&mut out, absolute, &norm, glued, c.is_uppercase());
            continue;
        }
        out.push(Token { span: absolute, kind, norm, capital: c.is_uppercase(), glued, ..Token::default() });
    }
    out
}

/// Brackets and quotation marks as the Penn Treebank writes them, with their length in bytes: much text that was tokenized elsewhere has them.
fn treebank_mark(rest: &str) -> Option<(&'static str, usize)> {
    let marks = [("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("``", "\""), ("''", "\"")];
    marks.into_iter().find(|(written, _)| rest.starts_with(written)).map(|(written, mark)| (mark, written.len()))
}

/// "didn't" is two tokens, "did" and "not".
fn push_contraction(out: &mut Vec<Token>, span: Span, norm: &str, glued: bool, capital: bool) {
    let stem = match norm {
        "can't" => "can",
        "won't" => "will",
        "shan't" => "shall",
        _ => cut(norm, ..norm.len() - 3),
    };
    // Both carry the whole span, so that a mark on either covers the word a reader sees.
    let word = Token { span, kind: TokenKind::Word, ..Token::default() };
    out.push(Token { norm: stem.to_owned(), capital, glued, ..word.clone() });
    out.push(Token { norm: "not".to_owned(), glued: true, ..word });
}

/// What may follow an apostrophe as a word of its own: 's, 'll, 've, 're, 'd, 'm.
fn is_clitic(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| is_word_char(*c)).collect();
    among(super::lower(&word).as_str(), List::Clitic)
}

/// "U.S." and "a.m." but not the end of a sentence followed by a word without a space.
fn is_initialism(rest: &str) -> bool {
    let mut chars = rest.chars();
    let (_, dot, second, after) = (chars.next(), chars.next(), chars.next(), chars.next());
    dot == Some('.') && second.is_some_and(char::is_alphabetic) && !after.is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let got: Vec<String> = tokens(text, Span::new(0, text.len())).into_iter().map(|t| t.norm).collect();
        assert_eq!(got.join(" "), expected);
    }

    #[test]
    fn words_figures_and_marks() {
        check("LY's users’ data", "ly 's users ’ data".replace('’', "'").as_str());
        check("It didn't leak 44万 items, 64.5%.", "it did not leak 44 万 items , 64.5 % .");
        check("At 8:28, it won 3:1.", "at 8:28 , it won 3:1 .");
        check("The U.S. and G20 in 2023.", "the u.s. and g20 in 2023 .");
        check("malware-infected", "malware - infected");
        check("Lark-2 flew on Nov-27", "lark-2 flew on nov - 27");
        check("O'Brien can’t", "o'brien can not");
        check("They’d say it'll do", "they 'd say it 'll do");
        check("A -LRB- B -RRB- ``c''", "a ( b ) \" c \"");
    }
}
