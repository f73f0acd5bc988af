//! Case files: what the engine should say, written under the sentences it should say it of. `tests/cases/README.md` describes them.
//!
//! The same files are run natively (`tests/cases.rs`) and in the browser (`tests/web.rs`).

use super::common::{day, ly, today};
use claimcheck::report::{Claim, Overall, Report, Verdict};
use claimcheck::text::Utf16Index;
use claimcheck::{Day, check};

/// One file of cases.
pub struct CaseFile {
    pub name: &'static str,
    pub text: &'static str,
}

/// All of them, in alphabetical order. `tests/cases.rs` checks that none is missing.
pub const CASE_FILES: &[CaseFile] = &[
    CaseFile { name: "arithmetic.md", text: include_str!("../cases/arithmetic.md") },
    CaseFile { name: "certainty-attribution.md", text: include_str!("../cases/certainty-attribution.md") },
    CaseFile { name: "coverage.md", text: include_str!("../cases/coverage.md") },
    CaseFile { name: "dates.md", text: include_str!("../cases/dates.md") },
    CaseFile { name: "garbled.md", text: include_str!("../cases/garbled.md") },
    CaseFile { name: "names-and-roles.md", text: include_str!("../cases/names-and-roles.md") },
    CaseFile { name: "no-claim.md", text: include_str!("../cases/no-claim.md") },
    CaseFile { name: "polarity.md", text: include_str!("../cases/polarity.md") },
    CaseFile { name: "quantities.md", text: include_str!("../cases/quantities.md") },
    CaseFile { name: "quotations.md", text: include_str!("../cases/quotations.md") },
    CaseFile { name: "time-frames.md", text: include_str!("../cases/time-frames.md") },
];

/// What stands before the answer that the engine gives today, where that is not the expected one.
pub const KNOWN: &str = " | known: ";

/// How many case lines are marked supported and are not: the worst mistake. Lower it as they go; never raise it.
pub const FALSELY_SUPPORTED: usize = 0;

const NO_CLAIM: &str = "no claim";

/// One line of expectation, and what the engine says.
pub struct Outcome {
    pub file: &'static str,
    /// The expectation's line, counted from 1.
    pub line: usize,
    pub text: String,
    pub expected: String,
    pub known: Option<String>,
    pub actual: String,
}

impl Outcome {
    /// The expectation holds and is not marked as missed, or it is missed in the way that the mark says.
    pub fn as_written(&self) -> bool {
        match &self.known {
            None => self.actual == self.expected,
            Some(known) => self.actual == *known && self.actual != self.expected,
        }
    }

    /// The worst mistake: marked supported, and it is not.
    pub fn falsely_supported(&self) -> bool {
        self.actual.starts_with("supported") && !self.expected.starts_with("supported")
    }

    /// For people: where, what, and what to do about it.
    pub fn complaint(&self) -> String {
        let Outcome { file, line, text, expected, known, actual } = self;
        let remark = match known {
            Some(_) if actual == expected => "this passes now: take its mark away (CASES_UPDATE=1)".to_owned(),
            Some(known) if known == actual => "a known miss".to_owned(),
            Some(known) => format!("known to answer {known}, but this changed"),
            None => "this is no known miss".to_owned(),
        };
        format!("tests/cases/{file}:{line}: {text}\n    expected {expected}, the engine says {actual}; {remark}")
    }
}

/// Checks every case of a file. The one place that knows how cases are written and what the engine's answer to them is.
pub fn run(file: &'static CaseFile) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    let mut reference = today();
    let mut sample: Option<&str> = None;
    let mut under: Vec<(usize, &str)> = Vec::new();
    // An empty last line closes the last case.
    for (index, line) in file.text.lines().chain([""]).enumerate() {
        match (line.strip_prefix("    "), sample) {
            (Some(text), None) => sample = Some(text),
            (Some(expectation), Some(_)) => under.push((index + 1, expectation)),
            (None, Some(text)) => {
                outcomes.extend(outcomes_of(file.name, text, &under, reference));
                sample = None;
                under.clear();
            }
            (None, None) if line.starts_with('#') => reference = today(),
            (None, None) => {
                if let Some(iso) = line.strip_prefix("Reference date: ") {
                    reference = day(iso);
                }
            }
        }
    }
    outcomes
}

fn outcomes_of(file: &'static str, text: &str, under: &[(usize, &str)], reference: Day) -> Vec<Outcome> {
    assert!(!under.is_empty(), "tests/cases/{file}: no expectation under \"{text}\"");
    let report = check(text, ly(), reference);
    let spans: Vec<Option<(u32, u32)>> = under.iter().map(|(_, line)| caret_span(text, line)).collect();
    let whole = under.len() == 1 && spans[0].is_none_or(|(start, end)| start == 0 && closes_sentence(text, end));
    let last = under.len() - 1;
    under
        .iter()
        .zip(&spans)
        .enumerate()
        .map(|(number, ((line, expectation), span))| {
            let (answer, known) = match expectation.split_once(KNOWN) {
                Some((answer, known)) => (answer, Some(known.to_owned())),
                None => (*expectation, None),
            };
            let mut actual = match span {
                Some(span) if !whole => answer_at(&report, *span),
                _ => overall_answer(&report),
            };
            // With spans given, a mark outside them is a mistake as well; it is told with the last span.
            if !whole && number == last {
                let outside = |claim: &&Claim| {
                    !spans.iter().flatten().any(|(start, end)| claim.start < *end && *start < claim.end)
                };
                for claim in report.claims.iter().filter(outside) {
                    actual.push_str(&format!(", and {} over \"{}\"", answer_of(claim), claim.text));
                }
            }
            let expected = answer.trim_start_matches([' ', '^']).trim_matches(['(', ')']);
            assert!(
                expected == NO_CLAIM
                    || VERDICTS.iter().any(|(verdict, reasons)| expected
                        .split_once(' ')
                        .is_some_and(|(v, r)| v == *verdict && reasons.contains(&r))),
                "tests/cases/{file}:{line}: \"{expected}\" is no answer"
            );
            Outcome { file, line: *line, text: text.to_owned(), expected: expected.to_owned(), known, actual }
        })
        .collect()
}

/// Which reasons go with which verdict (verdicts.md, section 3).
const VERDICTS: [(&str, &[&str]); 3] = [
    ("supported", &["stated", "entailed"]),
    ("conflicting", &["contradicted", "disputed", "outdated", "garbled"]),
    ("unsupported", &["not-stated", "off-topic"]),
];

/// The UTF-16 units over the carets; one caret stands under one character, however wide.
fn caret_span(text: &str, expectation: &str) -> Option<(u32, u32)> {
    let from = expectation.chars().take_while(|c| *c == ' ').count();
    let length = expectation.chars().skip(from).take_while(|c| *c == '^').count();
    let utf16 = Utf16Index::new(text);
    let at = |count: usize| utf16.at(text.char_indices().nth(count).map_or(text.len(), |(byte, _)| byte));
    (length > 0).then(|| (at(from), at(from + length)))
}

/// Whether nothing but the final mark follows.
fn closes_sentence(text: &str, end: u32) -> bool {
    text.encode_utf16().count() - end as usize <= 1
}

fn answer_at(report: &Report, (start, end): (u32, u32)) -> String {
    let overlap = |claim: &&Claim| claim.end.min(end).saturating_sub(claim.start.max(start));
    match report.claims.iter().max_by_key(overlap).filter(|claim| overlap(claim) > 0) {
        Some(claim) if (claim.start, claim.end) == (start, end) => answer_of(claim),
        Some(claim) => format!("{} over \"{}\"", answer_of(claim), claim.text),
        None => NO_CLAIM.to_owned(),
    }
}

/// The worst verdict, and the reason of the first claim that has it.
fn overall_answer(report: &Report) -> String {
    let worst = match report.verdict {
        Overall::Supported => Verdict::Supported,
        Overall::Conflicting => Verdict::Conflicting,
        Overall::Unsupported => Verdict::Unsupported,
        Overall::None => return NO_CLAIM.to_owned(),
    };
    let first = report.claims.iter().find(|claim| claim.verdict == worst).expect("the worst verdict is some claim's");
    answer_of(first)
}

/// "supported stated", in the words of the report's JSON.
fn answer_of(claim: &Claim) -> String {
    let word = |value: serde_json::Value| value.as_str().expect("verdicts and reasons are words").to_owned();
    format!(
        "{} {}",
        word(serde_json::to_value(claim.verdict).expect("a verdict is JSON")),
        word(serde_json::to_value(claim.reason).expect("a reason is JSON"))
    )
}

/// The digest of the reports on all case files: the same natively and in the browser, byte for byte.
pub fn digest() -> String {
    let crc = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
    let mut digest = crc.digest();
    for file in CASE_FILES {
        // The marks of known misses are left out, for they change with the answers.
        let text: Vec<&str> = file.text.lines().map(|line| line.split(KNOWN).next().unwrap_or(line)).collect();
        let mut report = check(&text.join("\n"), ly(), today());
        // The version changes with every word of the lexicon; the answers are what counts here.
        report.lexicon = None;
        digest.update(serde_json::to_string(&report).expect("a report is JSON").as_bytes());
    }
    format!("{:08x}", digest.finalize())
}

/// The digest that the native run wrote down.
pub const DIGEST: &str = include_str!("../cases/reports.digest");
