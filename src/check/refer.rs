//! Whom a claim means by "the company": who the whole base is about, where the claim names no other one.

use crate::base::{Base, EntityKind};
use crate::lexicon;
use crate::statement::vocabulary::EntityId;
use crate::statement::{Link, Slot, Statement, Term, TermKind, key};

/// Lets "the company" of a claim stand for whom the base is about, in all parts of the claim. A claim that names another company, or says which
/// one it means, is left as it is.
pub fn resolve(claim: &mut Statement, base: &Base) {
    if let Some(id) = base.protagonist_body().filter(|_| names_no_other(claim, base)) {
        put(claim, id);
    }
}

/// Whether no company but the protagonist and no unknown name stands in a claim.
fn names_no_other(claim: &Statement, base: &Base) -> bool {
    let body = |id: EntityId| {
        base.entities.get(usize::from(id)).is_some_and(|entity| entity.kind == EntityKind::Organisation)
            && !base.is_described_by(id, key("ministry"))
    };
    let other = |term: &Term| match term.entity {
        Some(id) => !base.is_protagonist(term) && body(id),
        None => term.kind == TermKind::Name && term.country.is_none(),
    };
    !claim.terms.iter().any(other)
}

fn put(claim: &mut Statement, id: EntityId) {
    let lexicon = lexicon::get();
    let companies = lexicon.concepts("company");
    let known = |index: usize| claim.roles.iter().any(|role| role.head == index && role.slot != Slot::Is);
    // "The company that …", "the company whose …": which one it is, is told by what follows.
    let told = |index: usize| {
        let relative = |other: usize| {
            let clause = claim.terms[other].predication.map(|at| &claim.predications[at]);
            clause.is_some_and(|clause| clause.link == Link::Relative)
        };
        claim.roles.iter().any(|role| role.filler == index && relative(role.head))
            || claim.pieces.iter().any(|piece| {
                let mine = |term: &Term| term.token == claim.terms[index].token;
                piece.link == Link::Relative && piece.statement.terms.iter().any(mine)
            })
    };
    let found: Vec<usize> = (0..claim.terms.len())
        .filter(|index| {
            let term = &claim.terms[*index];
            let general = term.kind == TermKind::Noun
                && term.entity.is_none()
                && term.definite
                && !term.modifier
                && term.words.is_empty()
                && term.concepts.iter().any(|concept| companies.contains(concept));
            general && !known(*index) && !told(*index)
        })
        .collect();
    for index in found {
        let Term { key, lemma, .. } = Term::word(format!("@{id}"), Vec::new());
        let term = &mut claim.terms[index];
        (term.key, term.lemma, term.entity) = (key, lemma, Some(id));
        (term.kind, term.described, term.concepts) = (TermKind::Name, true, Vec::new());
    }
    claim.pieces.iter_mut().for_each(|piece| put(&mut piece.statement, id));
    claim.members.iter_mut().chain(&mut claim.turned).for_each(|other| put(other, id));
}
