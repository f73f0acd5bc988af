//! Ways of putting a thing that are read as plainer ones, word by word, before anything is given a class.
//!
//! The rules are data: `src/lexicon/data/rewrites.txt`, with their format at its top.

use crate::lexicon::{self, Class, Rewrite};
use crate::text::{Span, Token, TokenKind};

/// How many rules may be put to use in one sentence.
const MOST: usize = 6;

/// Puts the plainer way in the place of each that a rule knows.
pub(super) fn rewrite(tokens: &mut Vec<Token>) {
    let lexicon = lexicon::get();
    let (mut at, mut done) = (0, 0);
    let mut present = lexicon::marks(tokens.iter().flat_map(|token| [token.norm.as_str(), token.lemma.as_str()]));
    let mut ranges = Vec::new();
    while at < tokens.len() && done < MOST {
        let token = &tokens[at];
        let same = token.norm == token.lemma;
        let rules = lexicon.rewrites(&token.norm).iter().chain(lexicon.rewrites(if same { "" } else { &token.lemma }));
        let found = rules.filter(|rule| rule.may_fit(present)).find(|rule| {
            ranges.clear();
            fits(rule.pattern, tokens, at, &mut ranges)
        });
        match found {
            Some(Rewrite { replacement, .. }) => {
                let words = plainer(replacement, tokens, &ranges);
                present |= lexicon::marks(words.iter().flat_map(|token| [token.norm.as_str(), token.lemma.as_str()]));
                let end = ranges.last().map_or(at, |(_, end)| *end);
                // A rule that leaves the words as they are keeps later ones from them.
                let kept = words.iter().map(|token| &token.norm).eq(tokens[at..end].iter().map(|token| &token.norm));
                if kept {
                    at = end.max(at + 1);
                } else {
                    tokens.splice(at..end, words);
                    done += 1;
                }
            }
            None => at += 1,
        }
    }
}

/// Whether the tokens from one on are what the elements of a pattern ask for, and which of them each element takes.
fn fits(pattern: &str, tokens: &[Token], at: usize, ranges: &mut Vec<(usize, usize)>) -> bool {
    if pattern.is_empty() {
        return true;
    }
    let (element, rest) = pattern.split_once(' ').unwrap_or((pattern, ""));
    let (wanted, optional) = element.strip_suffix('?').map_or((element, false), |wanted| (wanted, true));
    let gap = wanted.starts_with('*');
    // A gap is as short as can be; a single word that may be missing is taken where it stands.
    let asked = |length: usize| {
        (0..length).all(|after| tokens.get(at + after).is_some_and(|token| is(wanted, token, at + after)))
    };
    let lengths: &[usize] = match (gap, optional) {
        (true, true) => &[0, 1, 2, 3, 4, 5, 6, 7, 8],
        (true, false) => &[1, 2, 3, 4, 5, 6, 7, 8],
        (false, true) => &[1, 0],
        (false, false) => &[1],
    };
    lengths.iter().any(|length| {
        ranges.push((at, at + length));
        let fit = asked(*length) && fits(rest, tokens, at + length, ranges);
        if !fit {
            ranges.pop();
        }
        fit
    })
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
        Some(("-", ending)) => token.is_word() && token.norm.ends_with(ending),
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

#[cfg(all(test, feature = "embedded-lexicon"))]
mod tests {
    use super::*;

    fn rules() -> Vec<(&'static str, &'static str)> {
        let lines = include_str!("../lexicon/data/rewrites.txt").lines().filter(|line| !line.starts_with('#'));
        let rules = lines.filter(|line| !line.is_empty()).map(|line| {
            let (pattern, replacement) = line.split_once("=>").unwrap_or_else(|| panic!("no rule: {line}"));
            (pattern.trim(), replacement.trim())
        });
        rules.collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut tokens = crate::text::tokens(text, Span::new(0, text.len()));
        tokens.iter_mut().for_each(Token::look_up);
        rewrite(&mut tokens);
        let got: Vec<&str> = tokens.iter().map(|token| token.norm.as_str()).collect();
        assert_eq!(got.join(" "), expected);
        assert!(tokens.iter().all(|token| token.span.end <= text.len()), "{text}");
    }

    #[test]
    fn rules_drop_nothing_and_ask_for_nothing_that_is_not_there() {
        for (pattern, replacement) in rules() {
            let elements: Vec<&str> = pattern.split(' ').collect();
            assert!(!elements[0].starts_with(['*', '_', '^', '0', '!']), "begins with no word: {pattern}");
            let taken: Vec<usize> =
                replacement.split(' ').filter_map(|word| word.strip_prefix('$')?.parse().ok()).collect();
            assert!(
                taken.iter().all(|number| (1..=elements.len()).contains(number)),
                "no such element: {pattern} => {replacement}"
            );
            for (at, element) in elements.iter().enumerate() {
                let content = matches!(element.trim_end_matches('?'), "*" | "_" | "^" | "0" | "!");
                assert!(!content || taken.contains(&(at + 1)), "drops {element}: {pattern} => {replacement}");
                let either =
                    element.split('|').any(|word| matches!(word.trim_end_matches('?'), "*" | "_" | "^" | "0" | "!"));
                assert!(content || !either, "a sign among words stands for itself: {element}: {pattern}");
            }
        }
    }

    #[test]
    fn roundabout_ways_become_plain_ones() {
        check("The ministry's main point was that it leaked.", "the ministry said that it leaked .");
        check("Ann told reporters LY would act.", "ann told reporters that ly would act .");
        check("The reason for the delay was a tree.", "the delay was caused by a tree .");
        check("The reason for the delay was not a tree.", "the delay was not caused by a tree .");
        check("It is due to sell the mill.", "it will sell the mill .");
        check("TIL that it leaked.", "it leaked .");
        check(
            "The ministry found the precautions inadequate.",
            "the ministry said that the precautions was inadequate .",
        );
        check("Nothing is rewritten here.", "nothing is rewritten here .");
    }
}
