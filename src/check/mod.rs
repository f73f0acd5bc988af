//! From claims to verdicts: find candidates, compare part by part, decide.

pub mod compare;
mod explain;
mod retrieve;
mod survey;
mod verdict;

use crate::base::Base;
use crate::report::{Claim, Overall, Report};
use crate::statement::day::Day;
use crate::statement::kind::{Kind, kind};
use crate::statement::{self, Statement};
use crate::text::{Utf16Index, sentences};
pub use survey::{disagreements, sheets};

/// Checks a text against a base. `today` is the reference date of the text's relative dates.
///
/// Total and deterministic: any text gives a report, and the same arguments give the same report.
pub fn check(text: &str, base: &Base, today: Day) -> Report {
    let utf16 = Utf16Index::new(text);
    let mut claims: Vec<Claim> = Vec::new();
    let mut foreign = 0;
    for sentence in sentences(text) {
        let parsed = statement::read(text, sentence.span, Some(today));
        match kind(text, &parsed) {
            Kind::Claim => {}
            Kind::Foreign => {
                foreign += 1;
                continue;
            }
            _ => continue,
        }
        let statements: Vec<Statement> = statement::statements(text, &parsed, base.vocabulary());
        let mut end = 0;
        for statement in &statements {
            // Spans of one sentence never overlap: an elliptic clause ends where the next begins.
            if statement.span.start < end || statement.span.start >= statement.span.end {
                continue;
            }
            end = statement.span.end;
            claims.push(verdict::judge(text, statement, &statements, base, &utf16));
        }
    }
    let notices = match foreign {
        0 => Vec::new(),
        1 => vec!["One sentence is not in English and was not checked.".to_owned()],
        n => vec![format!("{n} sentences are not in English and were not checked.")],
    };
    Report {
        schema: 1,
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        as_of: today.to_string(),
        lexicon: None,
        base: base.info().clone(),
        verdict: Overall::worst(claims.iter().map(|claim| claim.verdict)),
        claims,
        notices,
    }
}
