//! Policy: from comparisons to a verdict (verdicts.md §3, §4). No parsing here.

use super::compare::{Comparison, Time, compare};
use super::{explain, retrieve};
use crate::base::{Base, Prepared, Value, source_ref};
use crate::report::{Claim, Evidence, Outcome, Part, PartKind, Reason, Stance, Support, Verdict};
use crate::statement::quantity::{self, Fit, Modifier};
use crate::statement::{Statement, TermKind};
use crate::text::Utf16Index;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Below this coverage a reading cannot contradict: it may speak of something else.
const CONTRADICTION_COVERAGE: f32 = 0.75;
/// Below this coverage a reading is not worth showing.
const RELATED_COVERAGE: f32 = 0.34;
/// How many readings a report shows for one claim.
const EVIDENCE: usize = 8;

/// One candidate question with its comparisons.
pub struct Candidate {
    pub number: usize,
    pub prepared: Arc<Prepared>,
    pub comparisons: Vec<Comparison>,
}

/// What was decided and on which comparisons.
pub struct Decision {
    pub verdict: Verdict,
    pub reason: Reason,
    /// The comparisons that decided, strongest first, with what each does to the claim.
    pub stances: Vec<(usize, usize, Stance)>,
}

/// Judges one claim. `siblings` are the statements of its sentence.
pub fn judge(text: &str, claim: &Statement, _siblings: &[Statement], base: &Base, utf16: &Utf16Index) -> Claim {
    let candidates: Vec<Candidate> = retrieve::candidates(claim, base)
        .into_iter()
        .filter_map(|number| {
            let prepared = base.question(number)?;
            let comparisons =
                (0..prepared.readings.len()).map(|index| compare(claim, base, number, &prepared, index)).collect();
            Some(Candidate { number, prepared, comparisons })
        })
        .collect();
    let decision = decide(claim, base, &candidates);
    report(text, claim, base, utf16, &candidates, decision)
}

fn decide(claim: &Statement, base: &Base, candidates: &[Candidate]) -> Decision {
    let related = nearest(candidates);
    if claim.quantities.iter().any(|quantity| quantity.garbled) && on_topic(claim, base) {
        return Decision { verdict: Verdict::Conflicting, reason: Reason::Garbled, stances: related };
    }
    let mut agreed: Vec<Decision> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        if let Some(decision) = decide_question(claim, at, candidate) {
            agreed.push(decision);
        }
    }
    // A question that supports outright outranks one that supports with a dispute; the first found is the best covered.
    if let Some(at) = agreed.iter().position(|decision| decision.verdict == Verdict::Supported) {
        let contested = agreed.iter().position(|decision| decision.reason == Reason::Disputed);
        return agreed.swap_remove(contested.unwrap_or(at));
    }
    if !agreed.is_empty() {
        return agreed.swap_remove(0);
    }
    if let Some(decision) = contradiction(claim, candidates) {
        return decision;
    }
    let reason = if on_topic(claim, base) { Reason::NotStated } else { Reason::OffTopic };
    Decision {
        verdict: Verdict::Unsupported,
        reason,
        stances: if reason == Reason::OffTopic { Vec::new() } else { related },
    }
}

/// The readings that come nearest, as related.
fn nearest(candidates: &[Candidate]) -> Vec<(usize, usize, Stance)> {
    let mut found: Vec<(usize, usize, f32)> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        for comparison in &candidate.comparisons {
            if comparison.coverage >= RELATED_COVERAGE {
                found.push((at, comparison.reading, comparison.coverage));
            }
        }
    }
    found.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    found.truncate(4);
    found
        .into_iter()
        .map(|(at, reading, _)| {
            (at, reading, if is_garbled(&candidates[at], reading) { Stance::Garbled } else { Stance::Related })
        })
        .collect()
}

fn is_garbled(candidate: &Candidate, reading: usize) -> bool {
    matches!(&candidate.prepared.readings[reading].value, Value::Quantity(value) if value.garbled)
}

/// Decides on one question, where at least one of its readings agrees with the claim.
fn decide_question(claim: &Statement, at: usize, candidate: &Candidate) -> Option<Decision> {
    let question = &candidate.prepared.question;
    let agreeing: Vec<&Comparison> =
        candidate.comparisons.iter().filter(|comparison| comparison.agrees() && !comparison.garbled).collect();
    if agreeing.is_empty() {
        return None;
    }
    let times = time_groups(candidate);
    let framed = agreeing.iter().any(|comparison| comparison.time == Time::Same)
        && (!claim.dates.is_empty() || claim.frame.is_some());
    let group_of = |reading: usize| times.get(&reading).copied().unwrap_or(0);
    let newest = times.values().copied().max().unwrap_or(0);
    let supports: Vec<usize> = agreeing.iter().map(|comparison| comparison.reading).collect();
    let mut reason =
        if agreeing.iter().any(|comparison| !comparison.follows()) { Reason::Stated } else { Reason::Entailed };
    let mut verdict = Verdict::Supported;
    let mut stances: Vec<(usize, usize, Stance)> =
        supports.iter().map(|reading| (at, *reading, Stance::Agrees)).collect();
    let clashing: Vec<&Comparison> = candidate
        .comparisons
        .iter()
        .filter(|comparison| !comparison.agrees() && !comparison.garbled && value_clash(candidate, comparison))
        .collect();
    if question.running {
        let best_group = supports.iter().map(|reading| group_of(*reading)).max().unwrap_or(0);
        if !framed && best_group < newest {
            verdict = Verdict::Conflicting;
            reason = Reason::Outdated;
            stances = supports.iter().map(|reading| (at, *reading, Stance::Outdated)).collect();
            stances.extend(
                candidate
                    .comparisons
                    .iter()
                    .filter(|c| group_of(c.reading) > best_group && !supports.contains(&c.reading))
                    .map(|c| (at, c.reading, Stance::Disagrees)),
            );
        } else {
            // An exact reading of the same time decides over a rough one that the claim merely falls into.
            let same_time = |comparison: &&&Comparison| group_of(comparison.reading) == best_group;
            let exact = clashing.iter().filter(same_time).any(|comparison| is_exact(candidate, comparison.reading));
            let printed = agreeing.iter().any(|comparison| {
                comparison.fit.is_none_or(|fit| fit == Fit::Same) && group_of(comparison.reading) == best_group
            });
            if exact && !printed {
                return None;
            }
            stances.extend(
                clashing.iter().filter(|c| group_of(c.reading) != best_group).map(|c| (at, c.reading, Stance::Related)),
            );
        }
    } else if question.one && !clashing.is_empty() {
        verdict = Verdict::Conflicting;
        reason = Reason::Disputed;
        stances.extend(clashing.iter().map(|comparison| (at, comparison.reading, Stance::Disagrees)));
    }
    stances.extend(
        (0..candidate.comparisons.len())
            .filter(|reading| is_garbled(candidate, *reading) && !supports.contains(reading))
            .map(|reading| (at, reading, Stance::Garbled)),
    );
    Some(Decision { verdict, reason, stances })
}

fn is_exact(candidate: &Candidate, reading: usize) -> bool {
    matches!(&candidate.prepared.readings[reading].value, Value::Quantity(value) if value.modifier == Modifier::Exact && !value.garbled)
}

/// Whether a comparison clashes in what the question asks for: its figure, date or name.
fn value_clash(candidate: &Candidate, comparison: &Comparison) -> bool {
    let value = &candidate.prepared.readings[comparison.reading].value;
    comparison.parts.iter().any(|part| {
        part.outcome == Outcome::Disagrees
            && match value {
                Value::Quantity(_) => part.kind == PartKind::Quantity,
                Value::Date(_) => matches!(part.kind, PartKind::Date | PartKind::TimeFrame),
                _ => true,
            }
    })
}

/// The times of a running question: readings in order of their as-of date, a new time wherever a later reading cannot go with the ones before.
fn time_groups(candidate: &Candidate) -> BTreeMap<usize, usize> {
    let question = &candidate.prepared.question;
    let mut order: Vec<usize> =
        (0..question.readings.len()).filter(|reading| !is_garbled(candidate, *reading)).collect();
    order.sort_by_key(|reading| (question.readings[*reading].as_of.map(|period| period.to), *reading));
    let mut groups = BTreeMap::new();
    let mut group = 0;
    let mut members: Vec<usize> = Vec::new();
    for reading in order {
        let fits = members.iter().all(|member| readings_agree(candidate, *member, reading));
        if !fits {
            group += 1;
            members.clear();
        }
        members.push(reading);
        groups.insert(reading, group);
    }
    groups
}

/// Whether two readings of a question can both be right at one time.
pub fn readings_agree(candidate: &Candidate, one: usize, other: usize) -> bool {
    values_agree(&candidate.prepared.readings[one].value, &candidate.prepared.readings[other].value)
}

/// Whether two answers can both be right.
pub fn values_agree(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Quantity(a), Value::Quantity(b)) => {
            a.garbled || b.garbled || a.unit != b.unit || quantity::compatible(a, b)
        }
        (Value::Date(a), Value::Date(b)) => a.meets(*b),
        (Value::Entity(a), Value::Entity(b)) => a == b,
        _ => true,
    }
}

/// The strongest reading that answers the claim's question another way.
fn contradiction(_claim: &Statement, candidates: &[Candidate]) -> Option<Decision> {
    let mut best: Option<(f32, usize, Vec<usize>)> = None;
    for (at, candidate) in candidates.iter().enumerate() {
        let question = &candidate.prepared.question;
        // A reading that leaves the matter open speaks against a contradiction by another of the same question, unless that one is exact.
        let open = candidate
            .comparisons
            .iter()
            .any(|comparison| comparison.fit == Some(Fit::Open) && comparison.coverage >= CONTRADICTION_COVERAGE);
        let clashing: Vec<&Comparison> = candidate
            .comparisons
            .iter()
            .filter(|comparison| {
                comparison.clashes()
                    && comparison.coverage >= CONTRADICTION_COVERAGE
                    && !comparison.garbled
                    && firm(comparison)
            })
            .filter(|comparison| !(question.running && comparison.time == Time::Other))
            .filter(|comparison| !open || is_exact(candidate, comparison.reading))
            .collect();
        let Some(score) = clashing.iter().map(|comparison| comparison.coverage).max_by(f32::total_cmp) else {
            continue;
        };
        if best.as_ref().is_none_or(|(known, _, _)| score > *known) {
            best = Some((score, at, clashing.iter().map(|comparison| comparison.reading).collect()));
        }
    }
    let (_, at, readings) = best?;
    let mut stances: Vec<(usize, usize, Stance)> =
        readings.iter().map(|reading| (at, *reading, Stance::Disagrees)).collect();
    stances.extend(
        (0..candidates[at].comparisons.len())
            .filter(|reading| is_garbled(&candidates[at], *reading))
            .map(|reading| (at, reading, Stance::Garbled)),
    );
    Some(Decision { verdict: Verdict::Conflicting, reason: Reason::Contradicted, stances })
}

/// Whether what the reading does not cover is small enough for its clash to count: no name, and no second figure or date left open.
fn firm(comparison: &Comparison) -> bool {
    !comparison.parts.iter().any(|part| {
        part.outcome == Outcome::Unknown
            && matches!(part.kind, PartKind::Entity | PartKind::Quantity | PartKind::Date | PartKind::Certainty)
    })
}

/// Whether what the claim is mainly about occurs in the base.
fn on_topic(claim: &Statement, base: &Base) -> bool {
    let names: Vec<bool> = claim
        .terms
        .iter()
        .filter(|term| term.kind == TermKind::Name)
        .map(|term| retrieve::occurs(term, base))
        .collect();
    if names.contains(&true) {
        return true;
    }
    let words: Vec<bool> = claim
        .terms
        .iter()
        .filter(|term| !term.light && matches!(term.kind, TermKind::Noun | TermKind::Verb))
        .map(|term| retrieve::occurs(term, base))
        .collect();
    let known = words.iter().filter(|known| **known).count();
    if names.is_empty() { known * 2 >= words.len() && known > 0 } else { known * 4 >= words.len() * 3 && known > 1 }
}

fn report(
    text: &str,
    claim: &Statement,
    base: &Base,
    utf16: &Utf16Index,
    candidates: &[Candidate],
    decision: Decision,
) -> Claim {
    let mut evidence = Vec::new();
    let mut seen = BTreeSet::new();
    for (at, reading, stance) in decision.stances.iter().take(EVIDENCE) {
        if seen.insert((*at, *reading)) {
            evidence.push(evidence_of(base, &candidates[*at], *reading, *stance));
        }
    }
    let supporting: Vec<(usize, usize)> = decision
        .stances
        .iter()
        .filter(|(_, _, stance)| *stance == Stance::Agrees)
        .map(|(at, reading, _)| (*at, *reading))
        .collect();
    let sources: BTreeSet<u16> =
        supporting.iter().map(|(at, reading)| candidates[*at].prepared.question.readings[*reading].source).collect();
    let origins: BTreeSet<String> = supporting
        .iter()
        .map(|(at, reading)| {
            let reading = &candidates[*at].prepared.question.readings[*reading];
            let source = &base.sources[usize::from(reading.source)];
            reading.by.clone().or_else(|| source.origin.clone()).unwrap_or_else(|| format!("source {}", source.id))
        })
        .collect();
    let lead = decision.stances.first().map(|(at, reading, _)| &candidates[*at].comparisons[*reading]);
    let mut parts: Vec<Part> = lead.map_or_else(Vec::new, |comparison| {
        comparison
            .parts
            .iter()
            .map(|part| Part {
                start: utf16.at(part.span.start),
                end: utf16.at(part.span.end),
                kind: part.kind,
                outcome: part.outcome,
                expected: part.expected.clone(),
            })
            .collect()
    });
    parts.sort_by_key(|part| (part.start, part.end, part.kind));
    parts.dedup();
    let caveat = match decision.verdict {
        Verdict::Supported => lead.and_then(|comparison| comparison.caveats.first().cloned()),
        _ => None,
    };
    Claim {
        text: claim.span.of(text).to_owned(),
        start: utf16.at(claim.span.start),
        end: utf16.at(claim.span.end),
        verdict: decision.verdict,
        reason: decision.reason,
        explanation: explain::explain(text, claim, base, candidates, &decision),
        caveat,
        support: Support { sources: sources.len() as u32, origins: origins.len() as u32 },
        parts,
        evidence,
    }
}

fn evidence_of(base: &Base, candidate: &Candidate, index: usize, stance: Stance) -> Evidence {
    let question = &candidate.prepared.question;
    let reading = &question.readings[index];
    let source = &base.sources[usize::from(reading.source)];
    let caveat = match candidate.prepared.readings[index].certainty {
        crate::statement::Certainty::Possible => Some("The source says this only as a possibility.".to_owned()),
        _ => None,
    };
    Evidence {
        stance,
        fact: fact_id(&question.id, index, question.readings.len()),
        statement: reading.says.clone(),
        printed: reading.printed.clone(),
        as_of: reading.as_of.map(|period| period.iso()),
        caveat,
        source: source_ref(source),
        locator: super::survey::locator(reading),
        link: super::survey::link(base, reading, question, index),
    }
}

/// The id of a reading.
pub fn fact_id(question: &str, index: usize, count: usize) -> String {
    if count == 1 { question.to_owned() } else { format!("{question}/{}", index + 1) }
}
