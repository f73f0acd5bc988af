//! Claims held against plain documents: what a document must say, and of whom, before it bears a claim out.
#![cfg(not(target_arch = "wasm32"))]

use claimcheck::report::{Overall, SourceMeta};
use claimcheck::{Base, Day, check};

/// The verdict of a claim where the document is all that is known.
fn verdict(document: &str, claim: &str) -> Overall {
    let mut base = Base::empty();
    base.add_document(document, &SourceMeta::default()).expect("a document is accepted");
    let today = Day::parse_iso("2026-11-22").expect("a day of the calendar");
    check(claim, &base, today).verdict
}

#[track_caller]
fn assert_verdict(document: &str, claim: &str, expected: Overall) {
    assert_eq!(verdict(document, claim), expected, "{claim:?} against {document:?}");
}

#[test]
fn years_in_brackets_are_those_of_birth() {
    let document = "Maria Lopez (born 3 May 1961) is a Chilean painter and teacher.";
    assert_verdict(document, "Maria Lopez was born in 1961.", Overall::Supported);
    assert_verdict(document, "Maria Lopez was born in 1971.", Overall::Conflicting);
    assert_verdict(document, "Maria Lopez is a teacher.", Overall::Supported);
    assert_verdict(document, "Maria Lopez is a singer.", Overall::Unsupported);
}

#[test]
fn what_is_said_of_few_is_not_said_of_all() {
    let document = "Few of the shops in Harrow reopened in March.";
    assert_verdict(document, "All of the shops in Harrow reopened in March.", Overall::Unsupported);
    let document = "Exactly nine boats reached the harbour of Port Ellis.";
    assert_verdict(document, "At least seven boats reached the harbour of Port Ellis.", Overall::Supported);
}

#[test]
fn a_choice_is_no_statement_of_either() {
    let document = "The council of Harrow will build a bridge or a tunnel.";
    assert_verdict(document, "The council of Harrow will build a tunnel.", Overall::Unsupported);
}

#[test]
fn a_denial_of_something_narrower_leaves_the_wider_open() {
    let document = "The audit found no wooden boats in Port Ellis.";
    assert_verdict(document, "The audit found boats in Port Ellis.", Overall::Unsupported);
}

#[test]
fn figures_belong_to_the_name_before_them() {
    let document = "Harrow sold 40 boats and Port Ellis 55.";
    assert_verdict(document, "Harrow sold 55 boats.", Overall::Conflicting);
    assert_verdict(document, "Harrow sold 40 boats.", Overall::Supported);
}

#[test]
fn ends_that_are_turned_round_are_another_way() {
    let document = "The ferry line moved its office from Harrow to Port Ellis in 2019.";
    assert_verdict(document, "The ferry line moved its office from Harrow to Port Ellis.", Overall::Supported);
    let turned = verdict(document, "The ferry line moved its office from Port Ellis to Harrow.");
    assert_ne!(turned, Overall::Supported);
}

#[test]
fn treebank_brackets_are_brackets() {
    let document = "Edgar Wright -LRB- born 18 April 1974 -RRB- is an English director .";
    assert_verdict(document, "Edgar Wright was born in 1974.", Overall::Supported);
}

#[test]
fn a_condition_affirms_nothing() {
    let document = "If the levy passes, Harrow will close the mill.";
    assert_ne!(verdict(document, "Harrow closed the mill."), Overall::Supported);
}

#[test]
fn a_place_is_somebodys_home_where_it_is_said_of_them() {
    let document = "Port Ellis is the third largest harbour in Spain.";
    assert_verdict(document, "Port Ellis is in Spain.", Overall::Supported);
    let document = "Port Ellis, known in Chinese by another name, is a harbour in Spain.";
    assert_ne!(verdict(document, "Port Ellis is in China."), Overall::Supported);
}
