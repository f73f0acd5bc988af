//! Claims made from the base itself: what a reading says must never be contradicted, and with one figure changed never supported.
#![cfg(all(feature = "authoring", not(target_arch = "wasm32")))]

mod common;

use claimcheck::base::Value;
use claimcheck::check;
use claimcheck::report::{Overall, Reason};
use common::{ly, today};

/// Of all readings said in the base's own words, how many come out otherwise than supported, outdated or disputed. Lower it as they go.
const OWN_WORDS_MISSED: usize = 3;
/// How many readings with a changed figure are marked supported. Lower it as they go; never raise it.
const FALSELY_SUPPORTED: usize = 0;

/// The first figure of a text made 30 % larger, kept as long; None where there is none of three digits or more.
fn figure_changed(text: &str) -> Option<String> {
    let start = text.char_indices().find(|(at, c)| {
        c.is_ascii_digit()
            && text[*at..]
                .chars()
                .take_while(|c| c.is_ascii_digit() || *c == ',' || *c == '.')
                .filter(char::is_ascii_digit)
                .count()
                >= 2
            && !text[*at..].starts_with("20")
    })?;
    let run: String = text[start.0..].chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
    let run = run.trim_end_matches(',');
    let value: f64 = run.replace(',', "").parse().ok()?;
    let larger = (value * 1.3).round() as u64;
    let digits = larger.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && run.contains(',') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    Some(format!("{}{grouped}{}", &text[..start.0], &text[start.0 + run.len()..]))
}

#[test]
fn the_base_bears_out_its_own_words() {
    let base = ly();
    let mut missed = Vec::new();
    for question in (0..base.question_count()).filter_map(|number| base.question(number)) {
        for reading in &question.question.readings {
            let report = check(&reading.says, base, today());
            let moved_on = report.claims.iter().all(|claim| {
                claim.verdict == claimcheck::report::Verdict::Supported
                    || matches!(claim.reason, Reason::Outdated | Reason::Disputed | Reason::Garbled)
            });
            if !moved_on || report.verdict == Overall::None {
                missed.push(format!("{:?}: {}", report.verdict, reading.says));
            }
        }
    }
    assert_eq!(missed.len(), OWN_WORDS_MISSED, "not borne out:\n{}", missed.join("\n"));
}

#[test]
fn a_changed_figure_is_never_supported() {
    let base = ly();
    let (mut tried, mut wrong) = (0, Vec::new());
    for question in (0..base.question_count()).filter_map(|number| base.question(number)) {
        for (reading, prepared) in question.question.readings.iter().zip(&question.readings) {
            if !matches!(&prepared.value, Value::Quantity(value) if !value.garbled) {
                continue;
            }
            for text in std::iter::once(&reading.says).chain(&reading.also) {
                let Some(changed) = figure_changed(text) else { continue };
                tried += 1;
                if check(&changed, base, today()).verdict == Overall::Supported {
                    wrong.push(changed);
                }
            }
        }
    }
    assert!(tried > 50, "only {tried} variants were made");
    assert_eq!(wrong.len(), FALSELY_SUPPORTED, "supported with a changed figure:\n{}", wrong.join("\n"));
}
