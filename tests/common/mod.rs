//! The LY base and the reference date that the tests share.

use claimcheck::base::author::{AuthoringFile, compile};
use claimcheck::{Base, Day};
use std::sync::OnceLock;

/// The folder `facts/ly-data-breach`, file by file: tests in the browser have no file system. `tests/cases.rs` checks that none is missing.
pub const LY_FILES: &[AuthoringFile] = &[
    AuthoringFile { name: "base.toml", text: include_str!("../../facts/ly-data-breach/base.toml") },
    AuthoringFile { name: "companies.toml", text: include_str!("../../facts/ly-data-breach/companies.toml") },
    AuthoringFile { name: "intrusion.toml", text: include_str!("../../facts/ly-data-breach/intrusion.toml") },
    AuthoringFile { name: "leak.toml", text: include_str!("../../facts/ly-data-breach/leak.toml") },
    AuthoringFile { name: "merger.toml", text: include_str!("../../facts/ly-data-breach/merger.toml") },
    AuthoringFile { name: "ministry.toml", text: include_str!("../../facts/ly-data-breach/ministry.toml") },
    AuthoringFile { name: "ownership.toml", text: include_str!("../../facts/ly-data-breach/ownership.toml") },
    AuthoringFile { name: "people.toml", text: include_str!("../../facts/ly-data-breach/people.toml") },
    AuthoringFile { name: "precedents.toml", text: include_str!("../../facts/ly-data-breach/precedents.toml") },
    AuthoringFile { name: "response.toml", text: include_str!("../../facts/ly-data-breach/response.toml") },
    AuthoringFile { name: "users.toml", text: include_str!("../../facts/ly-data-breach/users.toml") },
    AuthoringFile { name: "words.toml", text: include_str!("../../facts/ly-data-breach/words.toml") },
];

/// The compiled LY base, compiled once a process.
pub fn ly_bytes() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| compile(LY_FILES, &[]).expect("the LY base compiles"))
}

/// The LY base, opened once a process.
pub fn ly() -> &'static Base {
    static BASE: OnceLock<Base> = OnceLock::new();
    BASE.get_or_init(|| Base::from_bytes(ly_bytes().to_vec()).expect("the LY base opens"))
}

/// The day that relative dates in test sentences count from, unless a test says otherwise.
pub fn today() -> Day {
    day("2026-11-22")
}

pub fn day(iso: &str) -> Day {
    Day::parse_iso(iso).expect("a test names a day of the calendar")
}
