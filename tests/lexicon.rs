//! The words as a file: a program that was given the lexicon file answers as one that has it compiled in.
//! A test program of its own, because a process has one lexicon.
#![cfg(feature = "cli")]

mod common;

use claimcheck::{check, lexicon};
use common::{ly, ly_bytes, today};
use std::path::Path;
use std::process::Command;

#[test]
fn a_loaded_lexicon_answers_as_the_embedded_one() {
    let file = lexicon::embedded_file();
    let version = lexicon::install(&file).expect("the lexicon file opens");
    assert_eq!(lexicon::install(&file).expect("the same file again"), version);
    assert_eq!(lexicon::get().version(), version);

    // A word more is another lexicon, and there is one a process.
    let mut other = file[16..].to_vec();
    other.extend(b"zibble\n");
    let mut sealed = file[..12].to_vec();
    sealed.extend(crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(&other).to_le_bytes());
    sealed.extend(other);
    let refused = lexicon::install(&sealed).expect_err("another lexicon");
    assert_eq!(refused.code, "lexicon");
    assert!(refused.message.contains(version), "{refused}");
    assert_eq!(lexicon::install(b"<!doctype html>").expect_err("no lexicon").code, "lexicon-format");

    // What was loaded stays loaded.
    let base = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lexicon-test.base");
    std::fs::write(&base, ly_bytes()).expect("the folder for tests takes files");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for entry in std::fs::read_dir(folder).expect("the folder of cases") {
        let path = entry.expect("a case file").path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a case file is text");
        let output = Command::new(env!("CARGO_BIN_EXE_claimcheck"))
            .args(["check", "--format", "json", "--as-of", &today().to_string()])
            .arg("--base")
            .args([&base, &path])
            .output()
            .expect("the command line runs");
        let embedded: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a report");
        let loaded = serde_json::to_value(check(&text, ly(), today())).expect("a report is JSON");
        assert!(embedded == loaded, "{}: the reports differ", path.display());
    }
}
