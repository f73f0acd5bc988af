//! From claims to verdicts: find candidates, compare part by part, decide.

mod arithmetic;
pub mod compare;
mod explain;
mod relate;
mod retrieve;
mod survey;
mod verdict;

use crate::base::Base;
use crate::lexicon;
use crate::order;
use crate::report::{Claim, Overall, Report, Verdict};
use crate::statement::day::Day;
use crate::statement::kind::{Kind, kind};
use crate::statement::{self, Statement};
use crate::text::{Utf16Index, sentences};
pub use survey::{disagreements, sheets};

/// Checks a text against a base. `today` is the reference date of the text's relative dates.
///
/// Total and deterministic: any text gives a report, and the same arguments give the same report.
pub fn check(text: &str, base: &Base, today: Day) -> Report {
    check_after(text, base, today, false)
}

/// Checks a text that goes on from a paragraph whose report says [`other_party`](Report::other_party): checked one by one in this way, the
/// paragraphs of a text come out as they do together.
pub fn check_after(text: &str, base: &Base, today: Day, other_party: bool) -> Report {
    let utf16 = Utf16Index::new(text);
    let mut claims: Vec<Claim> = Vec::new();
    let mut foreign = 0;
    // "Naver is a firm. The company …": whether a sentence before, of this paragraph or the one before it, names whom "the company" means.
    let (mut other, mut own, mut paragraph) = (other_party, false, 1);
    for sentence in sentences(text) {
        if sentence.paragraph != paragraph {
            (other, own, paragraph) = (own, false, sentence.paragraph);
        }
        let parsed = statement::read(text, sentence.span, Some(today));
        match kind(text, &parsed) {
            Kind::Claim => {}
            Kind::Foreign => {
                foreign += 1;
                continue;
            }
            _ => continue,
        }
        let mut statements: Vec<Statement> = statement::claims(text, &parsed, base.vocabulary());
        let names = statements.iter().any(|statement| base.names_another(statement));
        statements.iter_mut().for_each(|statement| base.refer(text, statement, other));
        let ours = statements.iter().any(|statement| base.names_protagonist(statement));
        (other, own) = (names || other && !ours, names || own && !ours);
        let said = verdict::Said { text, tokens: &parsed.tokens };
        let found: Vec<Claim> = statements
            .iter()
            .filter(|statement| statement.span.start < statement.span.end)
            .map(|statement| verdict::judge(&said, statement, base, &utf16))
            .collect();
        claims.extend(merge(found));
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
        lexicon: Some(lexicon::get().version().to_owned()),
        base: base.info().clone(),
        verdict: Overall::worst(claims.iter().map(|claim| claim.verdict)),
        claims,
        notices,
        other_party: own.then_some(true),
    }
}

/// Claims in the order of the text. One that stands inside another (a relative clause) is part of it: the worse verdict holds for both.
fn merge(mut found: Vec<Claim>) -> Vec<Claim> {
    order::by_key(&mut found, |claim| (claim.start, std::cmp::Reverse(claim.end)));
    let mut out: Vec<Claim> = Vec::new();
    for claim in found {
        match out.last_mut() {
            Some(outer) if claim.start < outer.end => {
                let worse = severity(claim.verdict) > severity(outer.verdict);
                let (keep, add) = if worse { (claim, outer.clone()) } else { (outer.clone(), claim) };
                let (start, end) = (outer.start.min(add.start).min(keep.start), outer.end.max(add.end).max(keep.end));
                let text = if keep.start == start && keep.end == end || keep.text.len() >= add.text.len() {
                    keep.text.clone()
                } else {
                    add.text.clone()
                };
                let mut parts = keep.parts.clone();
                parts.extend(add.parts);
                order::by_key(&mut parts, |part| (part.start, part.end, part.kind));
                *outer = Claim { text, start, end, parts, ..keep };
            }
            _ => out.push(claim),
        }
    }
    out
}

fn severity(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Supported => 0,
        Verdict::Unsupported => 1,
        Verdict::Conflicting => 2,
    }
}
