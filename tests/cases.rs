//! The case files, natively. `CASES_UPDATE=1 cargo test --features cli --test cases` brings the marks of known misses up to date, and
//! nothing else: what is expected is written by hand.
#![cfg(all(feature = "authoring", not(target_arch = "wasm32")))]

#[path = "common/case_files.rs"]
mod case_files;
mod common;

use case_files::{CASE_FILES, DIGEST, FALSELY_SUPPORTED, KNOWN, Outcome, digest, run};
use std::path::Path;

#[test]
fn answers_are_those_written_in_the_case_files() {
    let outcomes: Vec<Outcome> = CASE_FILES.iter().flat_map(run).collect();
    let false_ones: Vec<String> = outcomes.iter().filter(|o| o.falsely_supported()).map(Outcome::complaint).collect();
    let passed = outcomes.iter().filter(|outcome| outcome.actual == outcome.expected).count();
    println!("{passed} of {} as expected, {} falsely supported", outcomes.len(), false_ones.len());
    if std::env::var_os("CASES_UPDATE").is_some() {
        update_marks(&outcomes);
    } else {
        let surprises: Vec<String> = outcomes.iter().filter(|o| !o.as_written()).map(Outcome::complaint).collect();
        assert!(surprises.is_empty(), "{} surprises:\n{}", surprises.len(), surprises.join("\n"));
    }
    assert_eq!(false_ones.len(), FALSELY_SUPPORTED, "marked supported, and they are not:\n{}", false_ones.join("\n"));
}

/// The browser's run compares its reports with this digest. `CASES_UPDATE=1` writes it anew.
#[test]
fn reports_are_those_of_the_digest() {
    let found = digest();
    if std::env::var_os("CASES_UPDATE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reports.digest");
        std::fs::write(path, found + "\n").expect("the digest can be written");
    } else {
        assert_eq!(found, DIGEST.trim(), "the reports changed: look at them, then run with CASES_UPDATE=1");
    }
}

/// The lists of files in `tests/common` are written by hand, because the browser has no folders to read.
#[test]
fn no_file_is_forgotten() {
    let listed: Vec<&str> = CASE_FILES.iter().map(|file| file.name).collect();
    assert_eq!(listed, names_in("tests/cases", ".md", "README.md"));
    let listed: Vec<&str> = common::LY_FILES.iter().map(|file| file.name).collect();
    assert_eq!(listed, names_in("facts/ly-data-breach", ".toml", ""));
}

fn names_in(folder: &str, ending: &str, except: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut names: Vec<String> = std::fs::read_dir(path)
        .expect("the folder is there")
        .map(|entry| entry.expect("its entries can be read").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(ending) && name != except)
        .collect();
    names.sort();
    names
}

fn update_marks(outcomes: &[Outcome]) {
    for file in CASE_FILES {
        let mut lines: Vec<String> = file.text.lines().map(str::to_owned).collect();
        for outcome in outcomes.iter().filter(|outcome| outcome.file == file.name) {
            let line = &mut lines[outcome.line - 1];
            if let Some(at) = line.find(KNOWN) {
                line.truncate(at);
            }
            if outcome.actual != outcome.expected {
                line.push_str(KNOWN);
                line.push_str(&outcome.actual);
            }
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file.name);
        std::fs::write(path, lines.join("\n") + "\n").expect("the case file can be written");
    }
}
