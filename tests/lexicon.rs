//! The words as a file: the answers of a program that was given the lexicon file are those of one that has it compiled in.
//! A test program of its own, because a process has one lexicon.
#![cfg(all(feature = "authoring", feature = "embedded-lexicon"))]

#[path = "common/case_files.rs"]
#[allow(dead_code, reason = "only the digest is of use here")]
mod case_files;
mod common;

use case_files::digest;
use claimcheck::lexicon;

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
    sealed.extend(crc32fast::hash(&other).to_le_bytes());
    sealed.extend(other);
    let refused = lexicon::install(&sealed).expect_err("another lexicon");
    assert_eq!(refused.code, "lexicon");
    assert!(refused.message.contains(version), "{refused}");
    assert_eq!(lexicon::install(b"<!doctype html>").expect_err("no lexicon").code, "lexicon-format");

    // What was loaded stays loaded.
    assert_eq!(lexicon::get().version(), version);
    assert_eq!(digest(), case_files::DIGEST.trim());
}
