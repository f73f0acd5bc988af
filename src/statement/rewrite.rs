//! Ways of putting a thing that are read as plainer ones, word by word, before anything is given a class.
//!
//! The rules are data: `src/lexicon/data/rewrites.txt`, with their format at its top.

use crate::lexicon::{self, Class};
use crate::text::{Span, Token, TokenKind};

/// How many rules may be put to use in one sentence.
const MOST: usize = 6;
/// How many words a gap of a pattern takes at most.
const GAP: usize = 8;

/// Puts the plainer way in the place of each that a rule knows.
pub(super) fn rewrite(tokens: &mut Vec<Token>) {
    let lexicon = lexicon::get();
    let (mut at, mut done) = (0, 0);
    while at < tokens.len() && done < MOST {
        let token = &tokens[at];
        let rules = [token.norm.as_str(), token.lemma.as_str()].map(|word| lexicon.rewrites(word));
        let found = rules.into_iter().flatten().find_map(|(pattern, replacement)| {
            let pattern: Vec<&str> = pattern.split(' ').collect();
            let mut ranges = Vec::new();
            fits(&pattern, tokens, at, &mut ranges).then(|| (plainer(replacement, tokens, &ranges), ranges))
        });
        match found {
            Some((words, ranges)) => {
                let end = ranges.last().map_or(at, |(_, end)| *end);
                tokens.splice(at..end, words);
                done += 1;
            }
            None => at += 1,
        }
    }
}

/// Whether the tokens from one on are what the elements of a pattern ask for, and which of them each element takes.
fn fits(pattern: &[&str], tokens: &[Token], at: usize, ranges: &mut Vec<(usize, usize)>) -> bool {
    let Some((element, rest)) = pattern.split_first() else { return true };
    let (wanted, optional) = element.strip_suffix('?').map_or((*element, false), |wanted| (wanted, true));
    let most = if wanted == "*" { GAP } else { 1 };
    let mut length = 0;
    loop {
        if length > 0 || optional {
            ranges.push((at, at + length));
            if fits(rest, tokens, at + length, ranges) {
                return true;
            }
            ranges.pop();
        }
        if length == most || !tokens.get(at + length).is_some_and(|token| is(wanted, token, at + length)) {
            return false;
        }
        length += 1;
    }
}

/// Whether a token is what an element asks for.
fn is(wanted: &str, token: &Token, at: usize) -> bool {
    match wanted.split_at_checked(1) {
        Some(("*", _)) => token.kind != TokenKind::Mark,
        Some(("_", _)) => token.is_word(),
        Some(("^", _)) => token.is_word() && token.capital,
        Some(("0", _)) => token.kind == TokenKind::Figure,
        Some(("!", _)) => {
            token.norm == token.lemma && token.belongs(Class::Verb) && !token.belongs(Class::AmbiguousVerb)
        }
        Some(("<", rest)) => at == 0 && is(rest, token, 1),
        Some(("~", lemmas)) => lemmas.split('|').any(|lemma| lemma == token.lemma),
        _ => wanted.split('|').any(|form| form == token.norm),
    }
}

/// The words of a replacement. New ones stand where words of the pattern stood that it does not take over.
fn plainer(replacement: &str, tokens: &[Token], ranges: &[(usize, usize)]) -> Vec<Token> {
    let taken = |word: &str| word.strip_prefix('$').and_then(|number| number.parse::<usize>().ok());
    let range = |number: usize| ranges.get(number.wrapping_sub(1)).copied().unwrap_or((0, 0));
    let kept: Vec<(usize, usize)> = replacement.split(' ').filter_map(taken).map(range).collect();
    let left: Vec<Span> = ranges
        .iter()
        .filter(|range| range.0 < range.1 && !kept.contains(range))
        .map(|(from, to)| tokens[*from].span.join(tokens[to - 1].span))
        .collect();
    let mut place: Option<Span> = None;
    let mut out: Vec<Token> = Vec::new();
    for word in replacement.split(' ').filter(|word| !word.is_empty()) {
        if let Some(number) = taken(word) {
            let (from, to) = range(number);
            out.extend_from_slice(&tokens[from..to]);
            continue;
        }
        // The words stay in the order of the text. Several may stand for one word of it, and one that stands for none covers nothing.
        let end = out.last().map_or(0, |before| before.span.end);
        place = left.iter().copied().find(|span| span.start >= end).or(place.filter(|span| span.end >= end));
        let mut token = tokens[ranges[0].0].clone();
        if !out.is_empty() || place.is_some() {
            token.span = place.unwrap_or(Span::new(end, end));
        }
        word.clone_into(&mut token.norm);
        token.capital = false;
        token.kind = if word == "," { TokenKind::Mark } else { TokenKind::Word };
        token.look_up();
        out.push(token);
    }
    out
}
