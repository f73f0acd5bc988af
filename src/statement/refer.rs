//! Whom a definite noun means: "the bridge" where a document has named one, "the company" where a base is about one.

use super::vocabulary::EntityId;
use super::{Link, Number, Role, Slot, Statement, Term, TermKind, key};
use crate::lexicon::{self, Class, List, among};
use crate::text::{cut, lower};

/// Nouns with the one entity that each of them stands for; None where it may be more than one. Sorted by the noun's key.
#[derive(Debug, Clone, Default)]
pub struct Referents(Vec<(u64, Option<EntityId>)>);

impl Referents {
    /// Sets down that a noun says what an entity is.
    pub fn note(&mut self, noun: u64, id: EntityId) {
        match self.0.binary_search_by_key(&noun, |(known, _)| *known) {
            Ok(at) if self.0[at].1 != Some(id) => self.0[at].1 = None,
            Ok(_) => {}
            Err(at) => self.0.insert(at, (noun, Some(id))),
        }
    }

    /// Takes over what another text has: a noun that stands for another entity there stands for none.
    pub fn merge(&mut self, other: &Referents) {
        for (noun, id) in &other.0 {
            match id {
                Some(id) => self.note(*noun, *id),
                None => match self.0.binary_search_by_key(noun, |(known, _)| *known) {
                    Ok(at) => self.0[at].1 = None,
                    Err(at) => self.0.insert(at, (*noun, None)),
                },
            }
        }
    }

    /// Gathers what a statement tells: the last word of a name ("Harlow Ferry Bridge" is a bridge), and what a person is called ("the midfielder
    /// Teo Lindqvist", "Lindqvist is a midfielder").
    pub fn gather(&mut self, statement: &Statement, kind: impl Fn(EntityId) -> Option<(String, bool)>) {
        let terms = &statement.terms;
        let named = |index: usize| terms[index].entity.filter(|_| !terms[index].described);
        for id in (0..terms.len()).filter_map(named) {
            let Some((name, _)) = kind(id) else { continue };
            let words: Vec<String> = name.split_whitespace().map(lower).collect();
            // "University of Calder Bay"
            let head = words.iter().position(|word| word == "of").map_or(words.len(), |of| of).checked_sub(1);
            if let Some(word) = head.map(|at| &words[at])
                && lexicon::get().knows(word)
            {
                self.note(key(word), id);
            }
        }
        for role in &statement.roles {
            let (noun, name) = match role.slot {
                Slot::Of => (role.filler, role.head),
                Slot::Is => (role.head, role.filler),
                _ => continue,
            };
            let close = role.slot == Slot::Is || terms[noun].token + 1 == terms[name].token;
            // A former mayor is not the mayor.
            let none = statement.roles.iter().any(|other| {
                other.head == noun && other.slot == Slot::Of && among(&terms[other.filler].lemma, List::Privative)
            });
            if let Some(id) = named(name)
                && !none
                && terms[noun].kind == TermKind::Noun
                && close
                && !terms[noun].light
                && (kind(id).is_some_and(|(_, person)| person) || terms[noun].is(Class::Title))
            {
                self.note(terms[noun].key, id);
            }
        }
    }

    /// The entity that a noun stands for.
    pub fn of(&self, term: &Term) -> Option<EntityId> {
        self.0.binary_search_by_key(&term.key, |(known, _)| *known).ok().and_then(|at| self.0[at].1)
    }
}

/// Lets each definite noun of a statement that `meant` knows stand for the entity, in all its parts. One that says which one it means by what
/// stands beside it ("the Chinese company", "the company that …") is left as it is.
pub fn denote(text: &str, statement: &mut Statement, meant: &impl Fn(&Term) -> Option<EntityId>) {
    let terms = &statement.terms;
    let defined = |role: &Role, index: usize| {
        let filler = &terms[role.filler];
        role.head == index
            && !matches!(role.slot, Slot::Is | Slot::Agent | Slot::Sole | Slot::Patient)
            && filler.country.is_none()
            && !filler.is(Class::Colour)
    };
    let relative =
        |other: usize| terms[other].predication.is_some_and(|at| statement.predications[at].link == Link::Relative);
    let told = |index: usize| {
        statement.roles.iter().any(|role| defined(role, index) || role.filler == index && relative(role.head))
            || statement.pieces.iter().any(|piece| {
                piece.link == Link::Relative
                    && piece.statement.terms.iter().any(|term| term.token == terms[index].token)
            })
    };
    let the = |term: &Term| {
        let before = cut(text, ..term.span.start).trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
        among(lower(before).as_str(), List::Single)
    };
    let found: Vec<(usize, EntityId)> = (0..terms.len())
        .filter(|index| {
            let term = &terms[*index];
            term.kind == TermKind::Noun
                && term.entity.is_none()
                && term.definite
                && term.number != Number::Many
                && !term.modifier
                && term.words.is_empty()
                && the(term)
                && !told(*index)
        })
        .filter_map(|index| meant(&terms[index]).map(|id| (index, id)))
        .collect();
    for (index, id) in found {
        let term = &mut statement.terms[index];
        let said = term.clone();
        let Term { key, lemma, .. } = Term::word(format!("@{id}"), Vec::new());
        (term.key, term.lemma, term.entity) = (key, lemma, Some(id));
        (term.kind, term.described, term.concepts) = (TermKind::Name, true, Vec::new());
        (term.light, term.words) = (false, vec![said]);
    }
    statement.pieces.iter_mut().for_each(|piece| denote(text, &mut piece.statement, meant));
    statement.members.iter_mut().chain(&mut statement.turned).for_each(|other| denote(text, other, meant));
}
