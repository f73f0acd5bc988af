//! Units of measure, from `units.txt`.

use crate::text::Token;
use std::cmp::Reverse;
use std::sync::OnceLock;

/// The words or signs that print a unit, with its symbol; sorted by the first word, the longest phrase first.
fn units() -> &'static [(Vec<&'static str>, &'static str)] {
    static UNITS: OnceLock<Vec<(Vec<&'static str>, &'static str)>> = OnceLock::new();
    UNITS.get_or_init(|| {
        let mut units: Vec<(Vec<&'static str>, &'static str)> = Vec::new();
        for line in include_str!("../lexicon/data/units.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((symbol, names)) = line.split_once(':') else { continue };
            units.extend(names.split(',').map(|name| (name.trim().split([' ', '-']).collect(), symbol.trim())));
        }
        crate::order::by_key(&mut units, |(words, _)| (words[0], Reverse(words.len())));
        units
    })
}

/// The currency whose sign stands before its figure: "$", "US$", "¥".
pub fn money_sign(norm: &str) -> Option<&'static str> {
    match norm {
        "$" | "us$" => Some("USD"),
        "€" => Some("EUR"),
        "£" => Some("GBP"),
        "¥" => Some("JPY"),
        "₩" => Some("KRW"),
        "₹" => Some("INR"),
        _ => None,
    }
}

/// The unit that begins at a token: its symbol and how many tokens it takes.
pub fn unit_at(tokens: &[Token], index: usize) -> Option<(&'static str, usize)> {
    let token = tokens.get(index)?;
    let known = units();
    let list = &known[known.partition_point(|(words, _)| words[0] < token.norm.as_str())..];
    list.iter().take_while(|(words, _)| token.is(words[0])).find_map(|(words, symbol)| {
        let fits = words.iter().enumerate().all(|(at, word)| tokens.get(index + at).is_some_and(|t| t.is(word)));
        // A single letter is a unit only where it touches its figure or is written small: "5 m", "5m".
        (fits && (words[0].len() > 1 || !token.capital)).then_some((*symbol, words.len()))
    })
}
