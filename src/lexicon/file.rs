//! The bytes of a lexicon file. This module alone knows them, for writing and for reading.
//!
//! An [envelope](crate::envelope) around UTF-8 text: for each [section](SECTIONS) a line `=name`, then the lines of `data/name.txt`
//! without comments and empty lines. Text rather than tables, because it is what compresses best and is read in milliseconds.

use crate::envelope::Envelope;
use crate::error::Error;
use crate::text::pieces;

const ENVELOPE: Envelope = Envelope {
    magic: "claimlex",
    version: 5,
    name: "lexicon",
    codes: ["lexicon-format", "lexicon-version", "lexicon-checksum"],
};

/// Every section that a lexicon must have.
const SECTIONS: [&str; 16] = [
    "abbreviations",
    "adverbs",
    "antonyms",
    "broader",
    "closed",
    "concepts",
    "demonyms",
    "idioms",
    "irregular",
    "lists",
    "names",
    "opinion",
    "rewrites",
    "titles",
    "units",
    "verbs",
];

/// An opened lexicon file.
pub struct File {
    /// Names the content: two files with the same version hold the same words.
    pub version: String,
    text: String,
}

impl File {
    /// Checks magic, version, checksum and that no section is missing or unknown.
    pub fn open(bytes: &[u8]) -> Result<File, Error> {
        let (content, checksum) = ENVELOPE.open(bytes)?;
        let fault = |message: String| Error::new("lexicon-format", message);
        let text = std::str::from_utf8(content).map_err(|_| fault("the lexicon is not UTF-8".to_owned()))?;
        let found: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix('=')).collect();
        if found != SECTIONS {
            return Err(fault(format!(
                "expected the sections {} in this order, found {}",
                crate::text::joined(&SECTIONS, ", "),
                crate::text::joined(&found, ", ")
            )));
        }
        Ok(File { version: format!("english-{checksum:08x}"), text: text.to_owned() })
    }

    /// Hands out the text of each section. It stays for the life of the program, as the words of the lexicon do.
    pub fn into_sections(self) -> Sections {
        let text: &'static str = Box::leak(self.text.into_boxed_str());
        Sections(
            pieces(text, "\n=")
                .into_iter()
                .map(|section| section.split_once('\n').map_or("", |(_, lines)| lines))
                .collect(),
        )
    }
}

/// The text of each section of a lexicon, in the order of [`SECTIONS`].
pub struct Sections(Vec<&'static str>);

impl Sections {
    /// The lines of a section.
    pub fn lines(&self, name: &str) -> std::str::Lines<'static> {
        let at = SECTIONS.iter().position(|section| *section == name);
        debug_assert!(at.is_some(), "no section {name}");
        at.and_then(|at| self.0.get(at)).copied().unwrap_or("").lines()
    }
}

/// The data files as they stand in the source tree.
#[cfg(feature = "embedded-lexicon")]
const DATA: [&str; SECTIONS.len()] = [
    include_str!("data/abbreviations.txt"),
    include_str!("data/adverbs.txt"),
    include_str!("data/antonyms.txt"),
    include_str!("data/broader.txt"),
    include_str!("data/closed.txt"),
    include_str!("data/concepts.txt"),
    include_str!("data/demonyms.txt"),
    include_str!("data/idioms.txt"),
    include_str!("data/irregular.txt"),
    include_str!("data/lists.txt"),
    include_str!("data/names.txt"),
    include_str!("data/opinion.txt"),
    include_str!("data/rewrites.txt"),
    include_str!("data/titles.txt"),
    include_str!("data/units.txt"),
    include_str!("data/verbs.txt"),
];

/// The lexicon file of the embedded words.
#[cfg(feature = "embedded-lexicon")]
pub fn embedded() -> Vec<u8> {
    let mut text = String::new();
    for (name, data) in SECTIONS.iter().zip(DATA) {
        text.extend(["=", name, "\n"]);
        let lines = data.lines().map(|line| line.split('#').next().unwrap_or("").trim());
        lines.filter(|line| !line.is_empty()).for_each(|line| text.extend([line, "\n"]));
    }
    ENVELOPE.seal(text.as_bytes())
}

#[cfg(all(test, feature = "embedded-lexicon"))]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> &'static str {
        File::open(bytes).err().map_or("none", |error| error.code)
    }

    #[test]
    fn every_data_line_arrives() {
        let sections = File::open(&embedded()).expect("the embedded lexicon opens").into_sections();
        for (name, data) in SECTIONS.iter().zip(DATA) {
            let wanted = data.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).count();
            assert_eq!(sections.lines(name).count(), wanted, "{name}");
        }
    }

    #[test]
    fn damage_is_told() {
        let whole = embedded();
        assert_eq!(code(&whole), "none");
        assert_eq!(code(b""), "lexicon-format");
        assert_eq!(code(b"<!doctype html><title>Sign in</title>"), "lexicon-format");
        assert_eq!(code(&whole[..whole.len() / 2]), "lexicon-checksum");
        let mut newer = whole.clone();
        newer[8] += 1;
        assert_eq!(code(&newer), "lexicon-version");
        let mut flipped = whole;
        flipped[1000] ^= 1;
        assert_eq!(code(&flipped), "lexicon-checksum");
        assert_eq!(code(&ENVELOPE.seal(b"=verbs\nbe\n")), "lexicon-format");
        assert_eq!(code(&ENVELOPE.seal(b"\xff\xfe")), "lexicon-format");
    }
}
