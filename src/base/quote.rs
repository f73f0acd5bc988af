//! Fingerprints of quotations: whether words stand in a source, without the source's words.
//!
//! A base states facts in its author's own words and holds no copy of an article, yet a reader wants to know whether a quotation is right.
//! So a reading may carry the fingerprint of the words that its source prints between quotation marks: the sorted hashes of all runs of two
//! and of three words. A claim's quotation stands in the source where all of its own runs do. The text cannot be read off it; who guesses words can
//! test the guess.

use super::plain_words;
use crate::order;
use crate::text::{joined, pieces};

/// How many hexadecimal digits write one hash.
const DIGITS: usize = 6;

/// The sorted hashes of a quotation's runs of two and of three words, in lower case and without marks; words in brackets count as there and as
/// left out.
pub fn fingerprint(text: &str) -> Vec<u32> {
    let mut out: Vec<u32> = variants(text)
        .iter()
        .flat_map(|words| [2, 3].into_iter().flat_map(|length| words.windows(length)))
        .map(hash)
        .collect();
    order::unique(&mut out);
    out
}

/// Whether a quotation's words stand in the quotation that a fingerprint was made of. Ellipses part it into pieces, each of which must stand
/// there; a piece of a single word cannot be told, and only "we" or "I" may open one so.
pub fn holds(fingerprint: &[u32], quotation: &str) -> bool {
    let known = |words: &[String]| fingerprint.binary_search(&hash(words)).is_ok();
    let stands = |words: &Vec<String>| {
        let length = words.len().min(3);
        length >= 2 && words.windows(length).all(known)
    };
    let mut found = false;
    let all = pieces(quotation, "...").into_iter().flat_map(|piece| piece.split('…'));
    for (at, piece) in all.filter(|piece| !piece.trim().is_empty()).enumerate() {
        // "We … will do our best": who speaks is told beside the quotation.
        let mut words = plain_words(piece);
        let first = words.next().filter(|_| at == 0 && words.next().is_none() && quotation.trim() != piece.trim());
        if first.is_some_and(|word| word == "we" || word == "i") {
            continue;
        }
        if !variants(piece).iter().any(stands) {
            return false;
        }
        found = true;
    }
    found
}

/// The fingerprint as authoring files write it: six hexadecimal digits a hash.
pub fn to_hex(fingerprint: &[u32]) -> String {
    fingerprint.iter().map(|hash| format!("{hash:06x}")).collect()
}

/// Reads what [`to_hex`] writes. None where it is something else.
pub fn from_hex(text: &str) -> Option<Vec<u32>> {
    if text.is_empty() || !text.is_ascii() || !text.len().is_multiple_of(DIGITS) {
        return None;
    }
    let mut out = (0..text.len() / DIGITS)
        .map(|at| u32::from_str_radix(&text[at * DIGITS..(at + 1) * DIGITS], 16).ok())
        .collect::<Option<Vec<u32>>>()?;
    order::unique(&mut out);
    Some(out)
}

/// The words with what stands in brackets, and without.
fn variants(text: &str) -> [Vec<String>; 2] {
    let mut depth = 0usize;
    let bare: String = text
        .chars()
        .filter(|c| {
            depth += usize::from(matches!(c, '(' | '['));
            let inside = depth > 0;
            depth -= usize::from(matches!(c, ')' | ']') && depth > 0);
            !inside
        })
        .collect();
    [plain_words(text).collect(), plain_words(&bare).collect()]
}

/// How many bits a hash has: few, since they travel and do not compress, and enough for two words to be taken for others once in some ten
/// thousand quotations.
const BITS: u32 = 21;

/// FNV-1a over the words and the spaces between them, its 32 bits folded to [`BITS`] (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn hash(words: &[String]) -> u32 {
    let text = joined(words, " ");
    let hash = text.bytes().fold(0x811c_9dc5u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash >> BITS ^ hash & ((1 << BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_order_stand_and_others_do_not() {
        let print = fingerprint("We firmly ask (the board) to keep its members' rights safe.");
        for right in [
            "firmly ask",
            "we firmly ask to keep",
            "keep its members’ rights",
            "We firmly ask … rights safe",
            "firmly ask [the board] to",
            "We … ask to keep its members' rights",
        ] {
            assert!(holds(&print, right), "{right}");
        }
        for wrong in [
            "firmly",
            "we kindly ask",
            "rights keep its",
            "its members' duties",
            "…",
            "",
            "We … safe",
            "nobody … rights safe",
            "rights safe … we",
            "hardly … rights safe",
        ] {
            assert!(!holds(&print, wrong), "{wrong}");
        }
        assert_eq!(from_hex(&to_hex(&print)), Some(print));
        assert_eq!(from_hex("12345"), None);
        assert_eq!(from_hex("12345g"), None);
    }
}
