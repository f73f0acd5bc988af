//! The command line as other programs use it: exit codes, JSON in and out, bad input.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn run(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_claimcheck"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that refuses its arguments need not read.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    let output = child.wait_with_output().expect("it ends");
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

#[test]
fn exit_codes_tell_the_worst() {
    assert_eq!(run(&["check"], b"LY was formed in October 2023.").code, 0);
    assert_eq!(run(&["check"], b"Credit card numbers were among the leaked data.").code, 1);
    let wrong = run(&["check", "--as-of", "2024-02-30"], b"x");
    assert_eq!(
        (wrong.code, wrong.err.trim()),
        (2, "claimcheck: `--as-of`: there is no day 2024-02-30 in the calendar")
    );
    assert_eq!(run(&["check", "--format", "nonsense"], b"").code, 2);
}

#[test]
fn a_batch_goes_on_after_a_bad_line() {
    let input = concat!(
        "{\"id\": 7, \"text\": \"LY was formed in October 2023.\"}\n",
        "this is no JSON\n",
        "{\"id\": {\"a\": [1]}, \"text\": \"What next?\"}\n",
        "{\"id\": \"own\", \"text\": \"The bridge closed on 4 March 2024.\", \"sources\": [\"The bridge closed on 4 March 2024.\"], \"asOf\": \"2024-03-10\"}\n",
        "{\"id\": \"half\", \"text\": \"\\ud83d LY was formed in October 2023.\"}\n",
        "{\"id\": \"shape\", \"text\": 3}\n",
    );
    let run = run(&["check", "--format", "jsonl", "--as-of", "2026-11-22", "-"], input.as_bytes());
    assert_eq!(run.code, 2);
    let got = lines(&run.out);
    assert_eq!(got.len(), 6);
    assert_eq!(
        (&got[0]["id"], &got[0]["verdict"], &got[0]["reason"]),
        (&Value::from(7), &Value::from("supported"), &Value::from("stated"))
    );
    assert_eq!((&got[1]["id"], &got[1]["line"]), (&Value::Null, &Value::from(2)));
    assert_eq!((&got[2]["verdict"], &got[2]["reason"]), (&Value::from("none"), &Value::Null));
    assert_eq!(got[2]["id"]["a"][0], Value::from(1));
    assert_eq!(got[3]["verdict"], Value::from("supported"));
    assert_eq!(got[3]["report"]["asOf"], Value::from("2024-03-10"));
    assert_eq!(got[4]["verdict"], Value::from("supported"));
    assert!(got[5]["error"].as_str().is_some_and(|error| error.contains("`text`")), "{}", got[5]);
}

#[test]
fn every_format_is_what_it_says() {
    let text = b"Credit card numbers were among the leaked data.";
    let report: Value = serde_json::from_str(&run(&["check", "--format", "json"], text).out).expect("JSON");
    assert_eq!(
        (&report["schema"], &report["lexicon"]),
        (&Value::from(1), &Value::from(claimcheck::lexicon::get().version()))
    );
    let sarif: Value = serde_json::from_str(&run(&["check", "--format", "sarif"], text).out).expect("JSON");
    assert_eq!(sarif["version"], Value::from("2.1.0"));
    let review: Value = serde_json::from_str(&run(&["check", "--format", "claimreview"], text).out).expect("JSON");
    assert_eq!(review[0]["@type"], Value::from("ClaimReview"));
    assert!(run(&["check", "--format", "markdown"], text).out.starts_with("# Fact check"));
    assert!(run(&["check"], text).out.starts_with("CONFLICTING (contradicted)"));
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    let text = b"LY said 440,000 items leaked in November 2023, and the ministry issued guidance in March 2024.";
    let once = run(&["check", "--format", "json", "--as-of", "2026-11-22"], text).out;
    assert_eq!(once, run(&["check", "--format", "json", "--as-of", "2026-11-22"], text).out);
}

#[test]
fn bases_are_compiled_checked_and_refused() {
    let folder = std::env::temp_dir().join(format!("claimcheck-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let (note, base, short) = (folder.join("note.txt"), folder.join("note.base"), folder.join("short.base"));
    std::fs::write(&note, "The bridge closed on 4 March 2024.").expect("a file");
    let path = |path: &std::path::Path| path.display().to_string();
    assert_eq!(run(&["compile", &path(&note), "-o", &path(&base)], b"").code, 0);
    let found = run(&["check", "--base", &path(&base)], b"The bridge closed on 4 March 2024.");
    assert_eq!((found.code, found.out.starts_with("SUPPORTED")), (0, true));
    let bytes = std::fs::read(&base).expect("the base");
    std::fs::write(&short, &bytes[..bytes.len() - 3]).expect("a file");
    let refused = run(&["check", "--base", &path(&short)], b"x");
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("short.base: the base is damaged or cut short"), "{}", refused.err);
    let beside = run(&["check", "--source", &path(&note)], b"The bridge closed on 4 March 2024.");
    assert!(beside.out.starts_with("SUPPORTED"), "{}", beside.out);
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[test]
fn the_sources_and_the_parser_can_be_asked() {
    // A damaged figure is told even though the question was updated as well.
    let told = run(&["sources"], b"").out;
    assert!(told.contains("[garbled]\n    2023-11-27  about 44,<> pieces"), "{told}");
    let list: Value = serde_json::from_str(&run(&["sources", "--format", "json"], b"").out).expect("JSON");
    let kinds: Vec<&str> = list.as_array().expect("a list").iter().filter_map(|entry| entry["kind"].as_str()).collect();
    assert!(kinds.contains(&"clash") && kinds.contains(&"updated"), "{kinds:?}");
    let parsed = lines(
        &run(&["parse", "--format", "jsonl", "-"], b"{\"id\":1,\"text\":\"about 440,000 items in October 2023\"}").out,
    );
    assert_eq!(parsed[0]["quantities"][0]["low"], Value::from(440_000.0));
    assert_eq!(parsed[0]["dates"][0]["from"], Value::from("2023-10-01"));
}

#[test]
fn markup_in_a_base_stays_text_on_its_sheet() {
    let folder = std::env::temp_dir().join(format!("claimcheck-sheets-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let facts = folder.join("facts.toml");
    let text = "[base]\nid = \"b\"\ntitle = \"<script>alert(1)</script>\"\nversion = \"1\"\n[[source]]\nid = \"s\"\ntitle = \"<img src=x>\"\n[[question]]\nid = \"q\"\nask = \"?\"\n[[question.reading]]\nsource = \"s\"\nat = \"p1\"\nsays = \"<b>LY</b> leaked.\"\n";
    std::fs::write(&facts, text).expect("a file");
    let base = folder.join("facts.base");
    assert_eq!(run(&["compile", &facts.display().to_string(), "-o", &base.display().to_string()], b"").code, 0);
    let out = folder.join("sheets");
    assert_eq!(run(&["sheets", "--base", &base.display().to_string(), "-o", &out.display().to_string()], b"").code, 0);
    let page = std::fs::read_to_string(out.join("s.html")).expect("the sheet");
    assert!(!page.contains("<script") && !page.contains("<img") && page.contains("&lt;b&gt;LY"));
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}
