//! "X rather than Y", "not Y but X", "X, not Y": a claim that says what is so and sets it against what is not.
//!
//! The claim asserts X. That it is not Y is seen by putting Y in X's place: what the sources say of Y as well was wrongly denied.

use super::Parsed;
use super::clause::{is_finite, quoted_tokens};
use super::tag::Tag;
use crate::lexicon::{self, Class, List, among};

/// What a claim has, and what it sets that against: tokens of the sentence, each a noun group with the preposition before it.
#[derive(Debug, Clone)]
pub struct Contrast {
    pub own: Vec<usize>,
    pub other: Vec<usize>,
}

impl Contrast {
    /// The tokens of a clause with the one in the other's place; None where the clause does not hold what the claim has.
    pub fn turned(&self, tokens: &[usize]) -> Option<Vec<usize>> {
        let at = tokens.windows(self.own.len()).position(|run| run == self.own)?;
        Some([&tokens[..at], &self.other, &tokens[at + self.own.len()..]].concat())
    }
}

/// Takes what a clause only sets itself against out of its tokens.
pub fn take_out(parsed: &Parsed, mut tokens: Vec<usize>) -> (Vec<usize>, Vec<Contrast>) {
    let sets = |at: &usize| among(parsed.tokens[*at].norm.as_str(), List::Rather);
    if !tokens.iter().any(sets) {
        return (tokens, Vec::new());
    }
    let quoted = quoted_tokens(parsed);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let set_against = if quoted[tokens[at]] {
            None
        } else {
            denied_first(parsed, &tokens, at).or_else(|| denied_last(parsed, &tokens, at))
        };
        if let Some((out, own, other)) = set_against {
            // "Users at risk but not partners", "a computer at a branch, not an affiliate": either may be meant.
            let wide = Some(object_before(parsed, &tokens, own.start)..own.end)
                .filter(|wide| *wide != own && out.start == own.end && !led(parsed, &tokens, other.start));
            for own in wide.into_iter().chain([own]) {
                found.push(Contrast { own: tokens[own].to_vec(), other: tokens[other.clone()].to_vec() });
            }
            tokens.drain(out);
        } else {
            at += 1;
        }
    }
    (tokens, found)
}

type Ranges = (std::ops::Range<usize>, std::ops::Range<usize>, std::ops::Range<usize>);

/// "Not Y but X": what goes, where X is, where Y is.
fn denied_first(parsed: &Parsed, tokens: &[usize], at: usize) -> Option<Ranges> {
    let word = |at: usize| tokens.get(at).map_or("", |token| parsed.tokens[*token].norm.as_str());
    if word(at) != "not" || at == 0 || limits(word(at + 1)) {
        return None;
    }
    // "Did not pay but promised" denies what was done.
    if parsed.tags[tokens[at - 1]] == Tag::Auxiliary && !parsed.tokens[tokens[at - 1]].belongs(Class::Be) {
        return None;
    }
    let end = group_after(parsed, tokens, at + 1)?;
    let joint = end + usize::from(word(end) == ",");
    let own = joint + 1 + usize::from(word(joint + 1) == "rather");
    let close = (word(joint) == "but").then(|| group_after(parsed, tokens, own)).flatten()?;
    (led(parsed, tokens, at + 1) == led(parsed, tokens, own)).then_some((at..own, own..close, at + 1..end))
}

/// "X rather than Y", "X instead of Y", "X, not Y,", "X and not Y".
fn denied_last(parsed: &Parsed, tokens: &[usize], at: usize) -> Option<Ranges> {
    let word = |at: usize| tokens.get(at).map_or("", |token| parsed.tokens[*token].norm.as_str());
    let mark = |at: usize| word(at) == ",";
    let open = at + usize::from(mark(at));
    let from = match (word(open), word(open + 1), word(open + 2)) {
        ("rather", "than", _) | ("instead", "of", _) => open + 2,
        ("as", "opposed", "to") => open + 3,
        ("not", next, after) if open > at && (after == "," || !limits(next)) => open + 1,
        ("and" | "but", "not", next) if !limits(next) => open + 2,
        _ => return None,
    };
    // What stands between a comma and the next one is set apart whole, a single word of any kind too: "up, not down".
    let run = tokens[from.min(tokens.len())..]
        .iter()
        .take_while(|token| !parsed.tokens[**token].is(",") && !parsed.tokens[**token].is("."))
        .count();
    let apart = open > at && !tokens[from..from + run].iter().any(|token| parsed.tags[*token].is_verb());
    if apart && run == 1 && at > 0 {
        return Some((at..from + 1 + usize::from(mark(from + 1)), at - 1..at, from..from + 1));
    }
    // "Before the merger, not after it"
    let back = |at: usize| tokens.get(at).is_some_and(|token| parsed.tags[*token] == Tag::Pronoun);
    let leads = |at: usize| {
        tokens.get(at).is_some_and(|token| matches!(parsed.tags[*token], Tag::Preposition | Tag::Subordinator))
    };
    let ends = tokens.get(from + 2).is_none_or(|token| parsed.tags[*token] == Tag::Mark);
    if open > at && leads(from) && back(from + 1) && ends {
        let own = group_before(parsed, tokens, at, true)?;
        return Some((at..from + 2, own..own + 1, from..from + 1));
    }
    let end = group_after(parsed, tokens, from).map(|end| if apart { end.max(from + run) } else { end })?;
    let led = led(parsed, tokens, from);
    // A verb right after it has it for its subject: "and not all were told".
    let subject = !mark(end) && tokens.get(end).is_some_and(|next| is_finite(parsed, *next)) && mark(at);
    let close = end + usize::from(open > at && mark(end));
    // "It was X that it hit, not Y"
    let cleft = (word(0) == "it" && parsed.tokens[tokens[1]].belongs(Class::Be)).then_some(2);
    let own = match group_before(parsed, tokens, at, led) {
        Some(start) => start..at,
        None => cleft.and_then(|start| Some(start..group_after(parsed, tokens, start).filter(|end| *end <= at)?))?,
    };
    (!subject).then_some((at..close, own, from..end))
}

fn led(parsed: &Parsed, tokens: &[usize], at: usize) -> bool {
    parsed.tags[tokens[at]] == Tag::Preposition
}

/// Where the object of a verb begins whose last noun group begins at a place: "users at risk".
fn object_before(parsed: &Parsed, tokens: &[usize], to: usize) -> usize {
    let length = tokens[..to]
        .iter()
        .rev()
        .take_while(|token| in_group(parsed, **token) || parsed.tags[**token] == Tag::Preposition)
        .count();
    to - length
}

/// "Not only", "not until", "not more than" set nothing against anything.
fn limits(word: &str) -> bool {
    lexicon::get().is(word, Class::Limit)
}

fn in_group(parsed: &Parsed, token: usize) -> bool {
    use Tag::{Determiner, Name, Noun, Number, Possessive, Pronoun};
    matches!(parsed.tags[token], Name | Noun | Number | Determiner | Possessive | Pronoun)
        || parsed.tokens[token].is("of")
        || parsed.tokens[token].is("-")
        || parsed.tokens[token].is("itself")
}

/// Where the noun group ends that begins at a place, be it with a preposition.
fn group_after(parsed: &Parsed, tokens: &[usize], from: usize) -> Option<usize> {
    let first = *tokens.get(from)?;
    let start = from + usize::from(parsed.tags[first] == Tag::Preposition);
    // "A server the malware infected": a determiner after a noun begins another group.
    let opens = |at: usize| parsed.tags[tokens[at]] == Tag::Determiner && parsed.tags[tokens[at - 1]].is_nominal();
    let length =
        (start..tokens.len()).take_while(|at| in_group(parsed, tokens[*at]) && !(*at > start && opens(*at))).count();
    let named = tokens[start..start + length].iter().any(|token| parsed.tags[*token].is_nominal());
    named.then_some(start + length)
}

/// Where the noun group begins that ends at a place, with the preposition before it where asked for.
fn group_before(parsed: &Parsed, tokens: &[usize], to: usize, led: bool) -> Option<usize> {
    let length = tokens[..to].iter().rev().take_while(|token| in_group(parsed, **token)).count();
    let start = to - length;
    let named = tokens[start..to].iter().any(|token| parsed.tags[*token].is_nominal());
    let before = start > 0 && parsed.tags[tokens[start - 1]] == Tag::Preposition;
    (named && (before || !led)).then(|| start - usize::from(led))
}
