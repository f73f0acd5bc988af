//! The notions that a reading's words stand for, ready for fast look-up.

use crate::lexicon::{self, ConceptId};
use crate::order;
use crate::statement::vocabulary::EntityId;
use crate::statement::{Statement, Term, TermKind};

/// Sorted sets of what some statements mention.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    keys: Vec<u64>,
    concepts: Vec<ConceptId>,
    entities: Vec<EntityId>,
    /// What the concepts are kinds of, and what is opposed to them.
    broader: Vec<ConceptId>,
    opposites: Vec<ConceptId>,
}

/// How a term is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cover {
    None,
    /// A narrower term stands there: "software" for "malware".
    Broader,
    /// A synonym stands there, or the words of the phrase one by one.
    Synonym,
    Same,
}

impl Pool {
    pub fn add_statement(&mut self, statement: &Statement) {
        // A speech verb that only says who speaks is no content: it must not stand for the claim's "told" or "reported".
        let speech = statement.speaker.as_ref().map_or("", |speaker| &speaker.verb);
        let introduces = statement.speaker.as_ref().is_some_and(|speaker| speaker.introduces);
        statement
            .terms
            .iter()
            .filter(|term| {
                // "Hinted", "vowed" and "denied" say more than that somebody spoke.
                let tells = term.is(lexicon::Class::Telling);
                !(introduces && tells && term.kind == TermKind::Verb && term.lemma == speech)
            })
            .for_each(|term| self.add_term(term));
        for quantity in &statement.quantities {
            if let Some(of) = &quantity.of {
                self.keys.push(crate::statement::key(of));
                self.concepts.extend_from_slice(lexicon::get().concepts(of));
            }
        }
    }

    fn add_term(&mut self, term: &Term) {
        self.keys.push(term.key);
        // "The announcement was made" makes nothing: a small verb stands for itself and for no synonym. Who runs a firm is at its head, though.
        let full = || term.kind == TermKind::Verb && lexicon::among(&term.lemma, lexicon::List::FullVerb);
        // An idiom says more than its verb.
        let idiom = || term.key != crate::statement::key(&term.lemma);
        if !term.is(lexicon::Class::LightVerb) || full() || idiom() {
            self.concepts.extend_from_slice(&term.concepts);
        }
        self.entities.extend(term.entity);
        self.entities.extend(&term.others);
        // Of a name only its last word says what it is: "ministry" of "communications ministry".
        let said = if term.entity.is_some() { term.words.len().saturating_sub(1) } else { 0 };
        term.words[said..].iter().for_each(|word| self.add_term(word));
        self.keys.extend(term.words.iter().filter(|word| word.kind == TermKind::Name).map(|word| word.key));
    }

    pub fn merge(&mut self, other: &Pool) {
        self.keys.extend_from_slice(&other.keys);
        self.concepts.extend_from_slice(&other.concepts);
        self.entities.extend_from_slice(&other.entities);
    }

    /// Sorts the sets; to be called once after everything was added.
    pub fn finish(&mut self) {
        order::unique(&mut self.keys);
        order::unique(&mut self.concepts);
        order::unique(&mut self.entities);
        let lexicon = lexicon::get();
        self.broader = self.concepts.iter().flat_map(|concept| lexicon.above(*concept)).collect();
        self.opposites = self.concepts.iter().flat_map(|concept| lexicon.opposed(*concept)).collect();
        for list in [&mut self.broader, &mut self.opposites] {
            order::unique(list);
        }
    }

    pub fn has_entity(&self, entity: EntityId) -> bool {
        self.entities.binary_search(&entity).is_ok()
    }

    pub fn entities(&self) -> &[EntityId] {
        &self.entities
    }

    pub fn has_key(&self, key: u64) -> bool {
        self.keys.binary_search(&key).is_ok()
    }

    /// How well a term is covered.
    pub fn cover(&self, term: &Term) -> Cover {
        if let Some(entity) = term.entity {
            let spelled = || {
                !term.words.is_empty()
                    && term.words.iter().all(|word| word.kind == TermKind::Name && self.has_key(word.key))
            };
            let known = self.has_entity(entity) || term.others.iter().any(|other| self.has_entity(*other)) || spelled();
            return if known { Cover::Same } else { Cover::None };
        }
        if self.has_key(term.key) {
            return Cover::Same;
        }
        if term.concepts.iter().any(|concept| self.concepts.binary_search(concept).is_ok()) {
            return Cover::Synonym;
        }
        // A phrase is covered by its words where at least two of them carry it: "step down" is not covered by "step".
        let carrying = term.words.iter().filter(|word| !word.light).count();
        if carrying >= 2 && term.words.iter().all(|word| word.light || self.cover(word) >= Cover::Synonym) {
            return Cover::Synonym;
        }
        if term.concepts.iter().any(|concept| self.broader.binary_search(concept).is_ok()) {
            return Cover::Broader;
        }
        Cover::None
    }

    /// Whether an opposite of the term stands there.
    pub fn opposes(&self, term: &Term) -> bool {
        term.concepts.iter().any(|concept| self.opposites.binary_search(concept).is_ok())
    }
}
