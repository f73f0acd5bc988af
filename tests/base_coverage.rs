//! `facts/ly-data-breach/coverage.md` tells paragraph by paragraph what became which question, so that a gap shows. It must know them all.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::Path;

/// The ids that stand under `[[question]]` in the authoring files.
fn asked() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("facts/ly-data-breach");
    let mut ids = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("its entries can be read").path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let text = std::fs::read_to_string(path).expect("it is text");
            let tables = text.split("[[question]]").skip(1);
            ids.extend(tables.map(|table| table.split('"').nth(1).expect("a question has an id").to_owned()));
        }
    }
    ids
}

/// The ids in the second column of the tables.
fn covered() -> BTreeSet<String> {
    let rows = include_str!("../facts/ly-data-breach/coverage.md").lines().filter_map(|line| line.strip_prefix("| "));
    rows.filter_map(|row| row.split('|').nth(1))
        .filter(|cell| !cell.contains("no reading") && !cell.contains("recorded once") && !cell.contains("---"))
        .filter_map(|cell| cell.split(';').next())
        .flat_map(|cell| cell.split(','))
        .filter_map(|id| id.split_whitespace().next())
        .filter(|id| *id != "questions" && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_question_is_covered_and_no_unknown_one() {
    let (asked, covered) = (asked(), covered());
    assert!(asked.len() > 50, "only {} questions", asked.len());
    let missing: Vec<&String> = asked.difference(&covered).collect();
    let unknown: Vec<&String> = covered.difference(&asked).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "missing in coverage.md: {missing:?}; unknown there: {unknown:?}"
    );
}
