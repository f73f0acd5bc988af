//! Authoring files that are wrong: every error names the file, the line and the field, and says what was expected and what was found.
#![cfg(all(feature = "authoring", not(target_arch = "wasm32")))]

use claimcheck::base::author::{AuthoringFile, compile};

const HEAD: &str = r#"[base]
id = "b"
title = "T"
version = "1"

[[source]]
id = "s"
date = 2024-03-05

[[entity]]
id = "ly"
name = "LY"
"#;

const QUESTION: &str = r#"
[[question]]
id = "q"
ask = "How many items leaked?"

  [[question.reading]]
  source = "s"
  at = "p1"
  says = "LY leaked 440,000 items."
  value = "440,000 items"
"#;

/// Compiles head and question after replacing `from` by `to`, and compares the error with what is expected.
#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    let text = format!("{HEAD}{QUESTION}");
    assert!(text.contains(from), "the sample holds no {from:?}");
    let text = text.replacen(from, to, 1);
    let error = compile(&[AuthoringFile { name: "facts.toml", text: &text }], &[]).expect_err("it is wrong");
    assert_eq!(error.to_string(), expected);
}

#[test]
fn the_sample_itself_is_right() {
    let text = format!("{HEAD}{QUESTION}");
    assert!(compile(&[AuthoringFile { name: "facts.toml", text: &text }], &[]).is_ok());
}

#[test]
fn what_is_missing_or_named_twice() {
    check("source = \"s\"", "source = \"t\"", "facts.toml:19: `source`: there is no source \"t\"");
    check("  at = \"p1\"", "  at = \"p1\"\n  by = \"nobody\"", "facts.toml:21: `by`: there is no entity \"nobody\"");
    check("[[entity]]", "[[source]]\nid = \"s\"\n\n[[entity]]", "facts.toml:11: `id`: source \"s\" is defined twice");
    let twice = format!("{HEAD}{QUESTION}{QUESTION}");
    let error = compile(&[AuthoringFile { name: "facts.toml", text: &twice }], &[]).expect_err("two of one id");
    assert_eq!(error.to_string(), "facts.toml:25: `id`: question \"q\" is defined twice");
    let error = compile(&[AuthoringFile { name: "facts.toml", text: QUESTION }], &[]).expect_err("no [base]");
    assert!(error.to_string().contains("no file has a [base] table"), "{error}");
}

#[test]
fn dates_places_and_addresses() {
    check(
        "at = \"p1\"",
        "at = \"line 1\"",
        "facts.toml:20: `at`: expected a paragraph as \"p3\" or a sentence as \"p3s2\", found \"line 1\"",
    );
    check(
        "at = \"p1\"",
        "at = \"p1\"\n  as_of = \"2024-02-30\"",
        "facts.toml:21: `as_of`: there is no day 2024-02-30 in the calendar",
    );
    check(
        "date = 2024-03-05",
        "date = 2024-03-05\nurl = \"javascript:alert(1)\"",
        "facts.toml:9: `url`: expected an http or https address, found \"javascript:alert(1)\"",
    );
}

#[test]
fn fields_and_words_must_agree() {
    check(
        "value = \"440,000 items\"",
        "value = \"519,000 items\"",
        "facts.toml:22: `value`: the value \"519,000 items\" does not stand in `says`",
    );
    check(
        "at = \"p1\"",
        "at = \"p1\"\n  quoted = \"12345\"",
        "facts.toml:21: `quoted`: expected a fingerprint as `claimcheck fingerprint` prints it",
    );
    let text = format!("{HEAD}{QUESTION}").replacen("at = \"p1\"", "at = \"p1\"\n  colour = \"red\"", 1);
    let error = compile(&[AuthoringFile { name: "facts.toml", text: &text }], &[]).expect_err("an unknown field");
    assert!(error.to_string().starts_with("facts.toml:21: unknown field `colour`"), "{error}");
}
