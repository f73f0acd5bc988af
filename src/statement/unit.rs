//! Units of measure, from `units.txt`.

use crate::lexicon;
use crate::text::Token;

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
    let known = lexicon::get().units();
    let list = &known[known.partition_point(|(words, _)| words[0] < token.norm.as_str())..];
    list.iter().take_while(|(words, _)| token.is(words[0])).find_map(|(words, symbol)| {
        let fits = words.iter().enumerate().all(|(at, word)| tokens.get(index + at).is_some_and(|t| t.is(word)));
        // A single letter is a unit only where it touches its figure or is written small: "5 m", "5m".
        (fits && (words[0].len() > 1 || !token.capital)).then_some((*symbol, words.len()))
    })
}
