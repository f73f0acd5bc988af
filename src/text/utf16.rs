//! The one place that knows UTF-16: byte offsets inside, UTF-16 offsets in what leaves the crate.

/// Translates byte offsets of one text into UTF-16 offsets, in logarithmic time.
///
/// ```
/// let index = claimcheck::text::Utf16Index::new("44万 😀 items");
/// assert_eq!(index.at(0), 0);
/// assert_eq!(index.at("44万 ".len()), 4);
/// assert_eq!(index.at("44万 😀".len()), 6);
/// ```
pub struct Utf16Index {
    /// After each character that is not ASCII: (byte offset, bytes minus UTF-16 units so far).
    shifts: Vec<(usize, usize)>,
}

impl Utf16Index {
    pub fn new(text: &str) -> Utf16Index {
        let mut shifts = Vec::new();
        let mut surplus = 0;
        if !text.is_ascii() {
            for (at, character) in text.char_indices() {
                if !character.is_ascii() {
                    surplus += character.len_utf8() - character.len_utf16();
                    shifts.push((at + character.len_utf8(), surplus));
                }
            }
        }
        Utf16Index { shifts }
    }

    /// The UTF-16 offset of a byte offset that lies on a character boundary.
    pub fn at(&self, byte: usize) -> u32 {
        let before = self.shifts.partition_point(|(end, _)| *end <= byte);
        let surplus = if before == 0 { 0 } else { self.shifts[before - 1].1 };
        (byte - surplus) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library_on_every_boundary() {
        let text = "a44万—“x” 😀e\u{301}\u{fffd}z";
        let index = Utf16Index::new(text);
        for (at, _) in text.char_indices() {
            assert_eq!(index.at(at) as usize, text[..at].encode_utf16().count());
        }
        assert_eq!(index.at(text.len()) as usize, text.encode_utf16().count());
    }
}
