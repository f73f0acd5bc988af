//! Units of measure, from `units.txt`.

use crate::text::Token;
use std::collections::HashMap;
use std::sync::OnceLock;

struct Units {
    /// First word or sign to the whole phrase and its symbol, longest phrase first.
    by_first: HashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>>,
}

fn units() -> &'static Units {
    static UNITS: OnceLock<Units> = OnceLock::new();
    UNITS.get_or_init(|| {
        let mut by_first: HashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>> = HashMap::new();
        for line in include_str!("../lexicon/data/units.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((symbol, names)) = line.split_once(':') else { continue };
            for name in names.split(',').map(str::trim) {
                let words: Vec<&'static str> = name.split([' ', '-']).collect();
                by_first.entry(words[0]).or_default().push((words, symbol.trim()));
            }
        }
        for list in by_first.values_mut() {
            crate::order::by_key(list, |(words, _)| std::cmp::Reverse(words.len()));
        }
        Units { by_first }
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
    let list = units().by_first.get(token.norm.as_str())?;
    list.iter().find_map(|(words, symbol)| {
        let fits = words.iter().enumerate().all(|(at, word)| tokens.get(index + at).is_some_and(|t| t.is(word)));
        // A single letter is a unit only where it touches its figure or is written small: "5 m", "5m".
        (fits && (words[0].len() > 1 || !token.capital)).then_some((*symbol, words.len()))
    })
}
