//! The words of one fact base: the names of its entities and its own groups of synonyms.

use super::key;
use crate::lexicon::{self, ConceptId, List, among};

/// Index of an entity in its base.
pub type EntityId = u16;

/// Names and word groups that hold in one base, beside the lexicon.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Sorted by the key of their first word.
    phrases: Vec<Entry>,
    groups: u16,
    /// The members of each group, as lemmas.
    members: Vec<Vec<String>>,
}

#[derive(Debug, Clone)]
struct Entry {
    /// The key of the first word.
    first: u64,
    /// The words after the first, lower case.
    rest: Vec<String>,
    meaning: Meaning,
    /// A name: it must begin with a capital letter in the text as well.
    capital: bool,
}

/// What a phrase of the base stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// One of the base's entities.
    Entity(EntityId),
    /// A group of synonyms; numbered after the lexicon's own.
    Group(ConceptId),
}

/// Words of a name or phrase as the tokenizer makes them, without stops.
fn words(phrase: &str) -> Vec<String> {
    let span = crate::text::Span::new(0, phrase.len());
    crate::text::tokens(phrase, span)
        .into_iter()
        .filter(|t| !among(t.norm.as_str(), List::NameMark))
        .map(|t| t.norm)
        .collect()
}

/// A word of a description as descriptions are compared: a firm is a company.
fn plain(word: &str) -> &str {
    if word == "firm" { "company" } else { word }
}

impl Vocabulary {
    /// A proper name, matched only where the text writes it with a capital.
    pub fn add_name(&mut self, name: &str, entity: EntityId) {
        let capital = name.chars().next().is_some_and(char::is_uppercase);
        self.add(words(name), Meaning::Entity(entity), capital);
    }

    /// A description ("the operator of Line"). Its article may be missing or another one, unless it is a single noun, which without
    /// its article would be any such thing.
    pub fn add_description(&mut self, phrase: &str, entity: EntityId) {
        let all = words(phrase);
        let bare: Vec<String> = if matches!(all.first().map(String::as_str), Some("the" | "a" | "an")) {
            all[1..].to_vec()
        } else {
            all.clone()
        };
        if bare.len() > 1 {
            self.add(bare, Meaning::Entity(entity), false);
        } else {
            self.add(all, Meaning::Entity(entity), false);
        }
    }

    /// A group of words that mean the same in this base.
    pub fn add_group(&mut self, members: &[String]) {
        let id = (lexicon::get().concept_count() + usize::from(self.groups)) as ConceptId;
        self.groups += 1;
        let lemmas = |member: &String| {
            let lemmas: Vec<String> = words(member).iter().map(|word| lexicon::get().lemma(word)).collect();
            crate::text::joined(&lemmas, " ")
        };
        self.members.push(members.iter().map(lemmas).collect());
        for member in members {
            self.add(words(member), Meaning::Group(id), false);
        }
    }

    /// How many groups of its own the base has; they are numbered after the lexicon's concepts.
    pub fn group_count(&self) -> usize {
        self.members.len()
    }

    /// The members of one of the base's own groups, as lemmas; none for a concept of the lexicon.
    pub fn members(&self, concept: ConceptId) -> &[String] {
        usize::from(concept)
            .checked_sub(lexicon::get().concept_count())
            .and_then(|at| self.members.get(at))
            .map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, mut words: Vec<String>, meaning: Meaning, capital: bool) {
        if !capital && words.len() > 1 {
            words.iter_mut().filter(|word| plain(word) != *word).for_each(|word| *word = plain(word).to_owned());
        }
        if words.is_empty() {
            return;
        }
        let first = key(&words.remove(0));
        let from = self.phrases.partition_point(|entry| entry.first < first);
        let count = self.phrases[from..].iter().take_while(|entry| entry.first == first).count();
        let mut same = self.phrases[from..from + count].iter_mut();
        // "Internal Affairs Ministry" and "internal affairs ministry": one entry, and the latter needs no capital.
        match same.find(|entry| entry.rest == words && entry.meaning == meaning) {
            Some(entry) => entry.capital &= capital,
            None => self.phrases.insert(from + count, Entry { first, rest: words, meaning, capital }),
        }
    }

    /// The phrases with this first word, in the order in which they were added.
    fn beginning(&self, first: &str) -> &[Entry] {
        let key = key(first);
        let from = self.phrases.partition_point(|entry| entry.first < key);
        let count = self.phrases[from..].iter().take_while(|entry| entry.first == key).count();
        &self.phrases[from..from + count]
    }

    /// The base's own groups that a single word belongs to.
    pub fn groups_of(&self, word: &str) -> impl Iterator<Item = ConceptId> {
        self.beginning(word).iter().filter(|entry| entry.rest.is_empty() && !entry.capital).filter_map(|entry| {
            match entry.meaning {
                Meaning::Group(id) => Some(id),
                Meaning::Entity(_) => None,
            }
        })
    }

    /// Whether the words are a proper name rather than a description.
    pub fn is_name(&self, words: &[(&str, &str, bool)]) -> bool {
        let Some((form, _, _)) = words.first() else { return false };
        self.beginning(form).iter().any(|entry| {
            entry.capital
                && entry.rest.len() + 1 == words.len()
                && entry.rest.iter().zip(&words[1..]).all(|(want, (form, _, _))| want == form)
        })
    }

    /// The phrases that begin with `words[0]`, given as (form, lemma, capital): what they mean and how many words they take. They replace what
    /// `found` holds, so that it can serve for one word after the other.
    pub fn at(&self, words: &[(&str, &str, bool)], found: &mut Vec<(Meaning, usize)>) {
        found.clear();
        let Some((form, lemma, capital)) = words.first() else { return };
        let by_form = self.beginning(form);
        let lemma = plain(lemma);
        let by_lemma = if *form == lemma { &[][..] } else { self.beginning(lemma) };
        for entry in by_form.iter().chain(by_lemma) {
            let length = entry.rest.len() + 1;
            let fits = words.len() >= length
                && (!entry.capital || *capital)
                && entry
                    .rest
                    .iter()
                    .zip(&words[1..])
                    .all(|(want, (form, lemma, _))| **want == **form || !entry.capital && **want == *plain(lemma));
            if fits {
                found.push((entry.meaning, length));
            }
        }
    }
}
