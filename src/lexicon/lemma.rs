//! Inflection: from a form in a text to its lemma.

use super::{Class, Lexicon};
use crate::text::cut;

impl Lexicon {
    /// The lemma of a form in lower case: "leaked" and "leaking" are "leak", "companies" is "company".
    ///
    /// Irregular forms come from the lexicon. For regular ones every stem that English spelling allows is tried against the
    /// known words; a form of an unknown word gets a stem that is the same for all its regular forms.
    pub fn lemma(&self, form: &str) -> String {
        if let Some(lemma) = self.forms.get(form) {
            return (*lemma).to_owned();
        }
        let known = self.words.get(form);
        let own = known.is_some_and(|word| !word.concepts.is_empty() || word.classes & Class::Verb.bit() != 0);
        if own && !form.ends_with("ed") || !form.is_ascii() || form.len() < 4 {
            return form.to_owned();
        }
        let candidates = candidates(form);
        // "Estimated" may have notions of its own, but it is a form of the verb all the same.
        if own && !candidates.iter().any(|stem| self.is(stem, Class::Verb)) {
            return form.to_owned();
        }
        for candidate in &candidates {
            if self.knows(candidate) {
                return self
                    .forms
                    .get(candidate.as_str())
                    .map_or_else(|| candidate.clone(), |lemma| (*lemma).to_owned());
            }
        }
        if known.is_some() {
            return form.to_owned();
        }
        candidates.into_iter().next_back().unwrap_or_else(|| form.to_owned())
    }
}

/// The possible stems of a regular form, the likeliest guess for an unknown word last.
fn candidates(form: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut push = |stem: String| {
        if stem.len() >= 2 {
            out.push(stem);
        }
    };
    if let Some(stem) = form.strip_suffix("ies") {
        push(format!("{stem}ie"));
        push(format!("{stem}y"));
    } else if let Some(stem) = form.strip_suffix("ied") {
        push(format!("{stem}ie"));
        push(format!("{stem}y"));
    } else if let Some(stem) = form.strip_suffix("ing") {
        verbal(stem, &mut push);
    } else if let Some(stem) = form.strip_suffix("ed") {
        verbal(stem, &mut push);
    } else if form.ends_with("ss") || form.ends_with("us") || form.ends_with("is") {
        // "business", "status" and "crisis" are no plurals.
    } else if let Some(stem) = form.strip_suffix("es") {
        push(format!("{stem}e"));
        if stem.ends_with(['s', 'x', 'z', 'o']) || stem.ends_with("ch") || stem.ends_with("sh") {
            push(stem.to_owned());
        } else {
            push(stem.to_owned());
            push(format!("{stem}e"));
        }
    } else if let Some(stem) = form.strip_suffix('s') {
        push(stem.to_owned());
    }
    out
}

/// Stems before "-ed" and "-ing": as it stands, with the dropped "e", with the doubled consonant undone.
fn verbal(stem: &str, push: &mut impl FnMut(String)) {
    if !stem.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        return;
    }
    let bytes = stem.as_bytes();
    let doubled = bytes.len() > 2
        && bytes[bytes.len() - 1] == bytes[bytes.len() - 2]
        && !matches!(bytes[bytes.len() - 1], b'a'..=b'e' | b'i' | b'o' | b'u');
    push(format!("{stem}e"));
    push(stem.to_owned());
    if doubled {
        push(cut(stem, ..stem.len() - 1).to_owned());
        if matches!(bytes[bytes.len() - 1], b'l' | b's' | b'z' | b'f') {
            push(stem.to_owned());
        }
    } else if ["at", "iz", "is", "uc", "iv", "ag", "dg", "ur", "v", "c", "bl", "us", "id", "ud", "ut", "ir", "or"]
        .iter()
        .any(|end| stem.ends_with(end))
        && !stem.ends_with("er")
    {
        push(format!("{stem}e"));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn regular_and_irregular() {
        let lexicon = crate::lexicon::get();
        for (form, lemma) in [
            ("leaked", "leak"),
            ("leaking", "leak"),
            ("companies", "company"),
            ("said", "say"),
            ("rose", "rise"),
            ("announced", "announce"),
            ("planned", "plan"),
            ("users", "user"),
            ("messages", "message"),
            ("business", "business"),
            ("merging", "merge"),
            ("children", "child"),
            ("blorbated", "blorbate"),
            ("blorbates", "blorbate"),
        ] {
            assert_eq!(lexicon.lemma(form), lemma, "{form}");
        }
    }
}
