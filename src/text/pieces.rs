//! Splitting a text at a short string: the standard library's search for strings is made for long ones, and weighs two kilobytes in the module.

use super::cut;

/// The parts of a text between the places where an ASCII separator stands.
pub fn pieces<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
    let mut out = Vec::new();
    let (mut from, mut at) = (0, 0);
    while at < text.len() {
        if text.as_bytes()[at..].starts_with(separator.as_bytes()) {
            out.push(cut(text, from..at));
            at += separator.len();
            from = at;
        } else {
            at += 1;
        }
    }
    out.push(cut(text, from..));
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn parts_are_those_of_the_standard_library() {
        for text in ["", "...", "a...b", "a....b…c", "...é...", "no dots", ".. ."] {
            assert_eq!(super::pieces(text, "..."), text.split("...").collect::<Vec<_>>());
        }
    }
}
