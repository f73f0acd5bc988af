//! Lower case with little code: the standard library's covers every script and weighs some 7 kB of brotli in the WebAssembly module.

/// A text in lower case, as `str::to_lowercase` has it for Latin, Greek, Cyrillic and Armenian letters. The capitals of other scripts, and
/// Latin ones of a few rare languages, stay as they are: both sides of a comparison are treated alike.
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            // At the end of a word the Greek letter has another form.
            'Σ' if before.is_alphabetic() && !rest.clone().next().is_some_and(char::is_alphabetic) => out.push('ς'),
            'İ' => out.push_str("i\u{307}"),
            _ => out.push(small(c)),
        }
        before = c;
    }
    out
}

/// The small letter that belongs to a capital one; any other character as it is.
fn small(c: char) -> char {
    let step = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        '\0'..='\u{ff}' => 0,
        // Capital and small letters by turns.
        '\u{100}'..='\u{137}'
        | '\u{14a}'..='\u{177}'
        | '\u{1de}'..='\u{1ef}'
        | '\u{1f8}'..='\u{21f}'
        | '\u{222}'..='\u{233}'
        | '\u{460}'..='\u{481}'
        | '\u{48a}'..='\u{4bf}'
        | '\u{4d0}'..='\u{52f}'
        | '\u{1e00}'..='\u{1e95}'
        | '\u{1ea0}'..='\u{1eff}' => !(c as u32) & 1,
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' | '\u{1cd}'..='\u{1dc}' | '\u{4c1}'..='\u{4ce}' => c as u32 & 1,
        'Ə' => 202,
        'Ӏ' => 15,
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ό' => 64,
        'Ύ' | 'Ώ' => 63,
        'Ѐ'..='Џ' => 80,
        'Ա'..='Ֆ' => 48,
        'Ÿ' => return 'ÿ',
        'ẞ' => return 'ß',
        _ => 0,
    };
    char::from_u32(c as u32 + step).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "what ours is held against")]
    fn letters_are_lowered_as_the_standard_library_does() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            let (ours, theirs) = (lower(&text), text.to_lowercase());
            let common = matches!(c, '\0'..='\u{17f}' | '\u{386}'..='\u{3ce}' | '\u{400}'..='\u{586}' | '\u{1e00}'..='\u{1e95}' | '\u{1ea0}'..='\u{1eff}');
            assert!(ours == theirs || !common && ours == text, "{c} {ours} {theirs}");
        }
        for text in ["ΟΔΟΣ ΣΑΣ", "Σ", "İzmir", "ČEŠTINA", "ȘTEFAN", "ǍN", "LY's 5,000 ÉCLAIRS"] {
            assert_eq!(lower(text), text.to_lowercase());
        }
    }
}
