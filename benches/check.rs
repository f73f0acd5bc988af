//! How long checks take, natively: a claim, an article, the first call, opening the base, and growth with the text and with the base.
//! Prints a table and writes `target/bench/native.json`. It judges nothing: machines are noisy, so compare only figures of one run.
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

#[path = "../tests/common/mod.rs"]
mod common;

use claimcheck::base::author::{AuthoringFile, compile};
use claimcheck::{Base, check};
use common::{ly, ly_bytes, today};
use std::path::Path;
use std::time::Instant;

const CLAIM: &str = "In November 2023 LY said that up to 440,000 pieces of personal information had leaked because of unauthorized access to the system of an affiliate in South Korea.";
const PARAGRAPH: &str = "LY was formed in October 2023. Credit card numbers were among the leaked data. A Holdings owns 64.5% of LY, and SoftBank and Naver each own half of it. The ministry issued administrative guidance in March 2024. ";

/// The median of several runs, in microseconds.
fn median(runs: usize, mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn visitors(town: usize) -> usize {
    10_000 + 37 * town
}

/// A base of so many facts, one for each of as many made-up towns.
fn towns(facts: usize) -> Vec<u8> {
    let mut text =
        "[base]\nid = \"towns\"\ntitle = \"Towns\"\nversion = \"1\"\n[[source]]\nid = \"s\"\ndate = 2022-01-31\n"
            .to_owned();
    for town in 0..facts {
        let count = visitors(town);
        text.push_str(&format!(
            "[[question]]\nid = \"t{town}\"\nask = \"How many visitors did Town {town} count in 2021?\"\none = true\n\
             [[question.reading]]\nsource = \"s\"\nat = \"p1\"\nsays = \"Town {town} counted {count} visitors in 2021.\"\nvalue = \"{count} visitors\"\n"
        ));
    }
    compile(&[AuthoringFile { name: "towns.toml", text: &text }], &[]).expect("the made-up base compiles")
}

fn main() {
    let bytes = ly_bytes();
    let start = Instant::now();
    let base = Base::from_bytes(bytes.to_vec()).expect("the LY base opens");
    let open = start.elapsed().as_secs_f64() * 1e6;
    let start = Instant::now();
    check(CLAIM, &base, today());
    let first = start.elapsed().as_secs_f64() * 1e6;
    let base = ly();
    let claim = median(200, || drop(check(CLAIM, base, today())));
    let words = PARAGRAPH.split_whitespace().count();
    let article = PARAGRAPH.repeat(800 / words + 1);
    let mut rows = vec![
        ("open the base, us".to_owned(), open),
        ("27-word claim, first call, us".to_owned(), first),
        ("27-word claim, warm, us".to_owned(), claim),
        ("800-word article, warm, us".to_owned(), median(20, || drop(check(&article, base, today())))),
    ];
    for times in [1, 2, 4, 8] {
        let text = PARAGRAPH.repeat(10 * times);
        rows.push((format!("{} words, warm, us", words * 10 * times), median(9, || drop(check(&text, base, today())))));
    }
    let mut smallest = 0.0;
    for facts in [10, 100, 1_000, 10_000] {
        let bytes = towns(facts);
        let opened = median(5, || drop(Base::from_bytes(bytes.clone())));
        let base = Base::from_bytes(bytes).expect("a made-up base opens");
        let claim = format!("Town {} counted {} visitors in 2021.", facts / 2, visitors(facts / 2));
        let start = Instant::now();
        let report = check(&claim, &base, today());
        let first = start.elapsed().as_secs_f64() * 1e6;
        assert!(!report.claims.is_empty(), "a claim about the made-up base is one");
        let warm = median(50, || drop(check(&claim, &base, today())));
        if smallest == 0.0 {
            smallest = warm;
        }
        rows.push((format!("{facts} facts, open, us"), opened));
        rows.push((format!("{facts} facts, a claim, first call, us"), first));
        rows.push((format!("{facts} facts, a claim, warm, us"), warm));
        rows.push((format!("{facts} facts, a claim, warm, times that of 10"), warm / smallest));
    }
    for (name, value) in &rows {
        println!("{name:40} {value:12.1}");
    }
    let object: serde_json::Map<String, serde_json::Value> =
        rows.into_iter().map(|(name, value)| (name, value.into())).collect();
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), std::path::PathBuf::from);
    let folder = target.join("bench");
    std::fs::create_dir_all(&folder).expect("a folder for the results");
    let text = serde_json::to_string_pretty(&object).expect("numbers are JSON");
    std::fs::write(folder.join("native.json"), text).expect("the results can be written");
}
