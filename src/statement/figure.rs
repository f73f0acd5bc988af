//! The shapes of printed figures: whole, spaced, torn, damaged. No values yet.
//!
//! Written out by hand: four small patterns do not pay for a pattern compiler in the WebAssembly module (60 kB of brotli). The patterns
//! stand at the functions, and a test holds each function against its pattern, run by the `regex` crate.

use crate::text::cut;

/// How many ASCII digits a text begins with.
fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Whether exactly three digits follow the separator that `bytes` begins with.
fn group_of_three(bytes: &[u8]) -> bool {
    digits(&bytes[1..]) == 3
}

/// A run that may be a figure: digits with the separators, the damage and the letters that print puts among them.
///
/// `[0-9](?:[0-9.,<>?*#_~|\u{FFFD}\u{BF}\u{25A1}]|[OoIlSB][0-9,]|\[\?\])*`, anywhere in the text.
pub fn run(text: &str) -> &str {
    let Some(start) = text.find(|c: char| c.is_ascii_digit()) else { return "" };
    let rest = cut(text, start..);
    let mut length = 0;
    while let Some(c) = cut(rest, length..).chars().next() {
        let after = cut(rest, length + c.len_utf8()..);
        length += match c {
            '0'..='9'
            | '.'
            | ','
            | '<'
            | '>'
            | '?'
            | '*'
            | '#'
            | '_'
            | '~'
            | '|'
            | '\u{FFFD}'
            | '\u{BF}'
            | '\u{25A1}' => c.len_utf8(),
            'O' | 'o' | 'I' | 'l' | 'S' | 'B'
                if after.starts_with(|next: char| next.is_ascii_digit() || next == ',') =>
            {
                2
            }
            '[' if after.starts_with("?]") => 3,
            _ => break,
        };
    }
    cut(rest, ..length)
}

/// How a whole figure is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// "1234.5", "1,234.5", "12,34,567"
    Point,
    /// "1.234,5", "1.234.567"
    European,
}

/// The style of a text that is one whole figure from end to end: plain, grouped by thousands, grouped the Indian way, European.
///
/// * plain: `^[0-9]+(?:\.[0-9]+)?$`
/// * grouped: `^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$`
/// * Indian: `^[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?$`
/// * European: `^(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)|[0-9]{1,3}(?:\.[0-9]{3}){2,})$`
pub fn whole(text: &str) -> Option<Style> {
    if point(text) {
        Some(Style::Point)
    } else if european(text) {
        Some(Style::European)
    } else {
        None
    }
}

fn all_digits(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn point(text: &str) -> bool {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    if !all_digits(decimals) || !whole.split(',').all(all_digits) {
        return false;
    }
    let first = whole.find(',').unwrap_or(whole.len());
    let Some((middle, last)) = cut(whole, first..).rsplit_once(',') else { return true };
    let middle = || middle.split(',').skip(1);
    last.len() == 3
        && (first <= 3 && middle().all(|part| part.len() == 3)
            || first <= 2 && middle().next().is_some() && middle().all(|part| part.len() == 2))
}

fn european(text: &str) -> bool {
    let (whole, decimals) = text.split_once(',').unwrap_or((text, ""));
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or("");
    let least = if decimals.is_empty() { 2 } else { 1 };
    (decimals.is_empty() && !text.contains(',') || all_digits(decimals))
        && all_digits(first)
        && first.len() <= 3
        && groups.clone().count() >= least
        && groups.all(|part| part.len() == 3 && all_digits(part))
}

/// The length of a figure that a space tore, at the start of a text: "4 40,000", "44 0,000", "440, 000", "440 ,000".
///
/// * `^[0-9]{1,3}(?:,[0-9]{1,3})* [0-9]{1,3}(?:,[0-9]{3})+(?:[^0-9,.]|[,.][^0-9]|$)`
/// * `^[0-9]{1,3}, 000(?:[^0-9,]|$)`
/// * `^[0-9]{1,3} ,[0-9]{3}(?:[^0-9]|$)`
///
/// each up to its last digit.
pub fn torn(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let head = digits(bytes);
    if !(1..=3).contains(&head) {
        return None;
    }
    let rest = &bytes[head..];
    if rest.starts_with(b", 000") {
        return (!rest[5..].first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b',')).then_some(head + 5);
    }
    if rest.starts_with(b" ,") {
        return group_of_three(&rest[1..]).then_some(head + 5);
    }
    let mut at = head;
    while bytes.get(at) == Some(&b',') && (1..=3).contains(&digits(&bytes[at + 1..])) {
        at += 1 + digits(&bytes[at + 1..]);
    }
    if bytes.get(at) != Some(&b' ') || !(1..=3).contains(&digits(&bytes[at + 1..])) {
        return None;
    }
    at += 1 + digits(&bytes[at + 1..]);
    let grouped = at;
    while bytes.get(at) == Some(&b',') && group_of_three(&bytes[at..]) {
        at += 4;
    }
    let ends = match bytes.get(at) {
        None => true,
        Some(b',' | b'.') => bytes.get(at + 1).is_some_and(|byte| !byte.is_ascii_digit()),
        Some(byte) => !byte.is_ascii_digit(),
    };
    (at > grouped && ends).then_some(at)
}

/// The length of a figure in groups of three with ordinary, thin or non-breaking spaces, at the start of a text: "440 000".
///
/// `^[0-9]{1,3}(?:[ \u{A0}\u{2009}\u{202F}][0-9]{3})+(?:\.[0-9]+)?`
pub fn spaced(text: &str) -> Option<usize> {
    let head = digits(text.as_bytes());
    if !(1..=3).contains(&head) {
        return None;
    }
    let mut at = head;
    while let Some(space) =
        cut(text, at..).chars().next().filter(|c| matches!(c, ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}'))
    {
        let group = at + space.len_utf8();
        if digits(&text.as_bytes()[group..]) < 3 {
            break;
        }
        at = group + 3;
    }
    if at == head {
        return None;
    }
    if text.as_bytes().get(at) == Some(&b'.') {
        match digits(&text.as_bytes()[at + 1..]) {
            0 => {}
            decimals => at += 1 + decimals,
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_as_print_gives_them() {
        assert_eq!(run("about 44\u{FFFD},000 of"), "44\u{FFFD},000");
        assert_eq!(run("4O,000, then"), "4O,000,");
        assert_eq!(run("4[?]0 of"), "4[?]0");
        assert_eq!(whole("12,34,567"), Some(Style::Point));
        assert_eq!(whole("1.234,5"), Some(Style::European));
        assert_eq!(whole("4,40,00"), None);
        assert_eq!(torn("4 40,000 items"), Some(8));
        assert_eq!(torn("440, 000 items"), Some(8));
        assert_eq!(torn("440 ,000"), Some(8));
        assert_eq!(spaced("440 000 items"), Some(7));
        assert_eq!(spaced("440 items"), None);
    }

    /// Each function against its pattern, on every text of up to four pieces of those that the patterns tell apart.
    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn the_functions_are_their_patterns() {
        use regex::Regex;
        let pattern = |text: &str| Regex::new(text).expect("a pattern");
        let runs = pattern("[0-9](?:[0-9.,<>?*#_~|\u{FFFD}\u{BF}\u{25A1}]|[OoIlSB][0-9,]|\\[\\?\\])*");
        let point = pattern(
            r"^(?:[0-9]+(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?)$",
        );
        let european = pattern(r"^(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)|[0-9]{1,3}(?:\.[0-9]{3}){2,})$");
        let torn_figure = pattern(
            r"^[0-9]{1,3}(?:,[0-9]{1,3})* [0-9]{1,3}(?:,[0-9]{3})+(?:[^0-9,.]|[,.][^0-9]|$)|^[0-9]{1,3}, 000(?:[^0-9,]|$)|^[0-9]{1,3} ,[0-9]{3}(?:[^0-9]|$)",
        );
        let spaced_figure = pattern("^[0-9]{1,3}(?:[ \u{A0}\u{2009}\u{202F}][0-9]{3})+(?:\\.[0-9]+)?");
        // Pieces rather than letters, so that short lists of them reach the long figures too.
        let pieces =
            ["0", "00", "000", "1", ",", ".", " ", "\u{A0}", "x", "O", "[?]", "?", "\u{FFFD}", ",000", " 000", ".000"];
        let mut texts: Vec<String> = vec![String::new()];
        for _ in 0..4 {
            let longer: Vec<String> =
                texts.iter().flat_map(|text| pieces.iter().map(move |piece| format!("{text}{piece}"))).collect();
            for text in &longer {
                assert_eq!(run(text), runs.find(text).map_or("", |found| found.as_str()), "run of {text:?}");
                let style = if point.is_match(text) {
                    Some(Style::Point)
                } else {
                    european.is_match(text).then_some(Style::European)
                };
                assert_eq!(whole(text), style, "style of {text:?}");
                let torn_length = torn_figure
                    .find(text)
                    .map(|found| found.as_str().trim_end_matches(|c: char| !c.is_ascii_digit()).len());
                assert_eq!(torn(text), torn_length, "{text:?} as torn");
                assert_eq!(spaced(text), spaced_figure.find(text).map(|found| found.end()), "{text:?} as spaced");
            }
            texts = longer;
        }
    }
}
