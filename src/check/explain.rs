//! One plain sentence for the reader: what was found, by whom, and what stands against it.

use super::verdict::{Candidate, Decision};
use crate::base::Base;
use crate::report::{Outcome, PartKind, Reason, Stance};
use crate::statement::Statement;
use crate::statement::day::Period;

/// The explanation of a decision.
pub fn explain(text: &str, claim: &Statement, base: &Base, candidates: &[Candidate], decision: &Decision) -> String {
    let reading = |stance: Stance| {
        decision.stances.iter().find(|(_, _, found)| *found == stance).map(|(at, index, _)| (&candidates[*at], *index))
    };
    let said = |found: Option<(&Candidate, usize)>| {
        found.map(|(candidate, index)| candidate.prepared.question.readings[index].says.clone())
    };
    let who = |found: Option<(&Candidate, usize)>| {
        found.map_or_else(String::new, |(candidate, index)| {
            let source = &base.sources[usize::from(candidate.prepared.question.readings[index].source)];
            match (&source.publisher, source.date) {
                (Some(publisher), _) => publisher.clone(),
                (None, Some(date)) => format!("A report of {}", Period::day(date).plain()),
                (None, None) => source.title.clone().unwrap_or_else(|| "A source".to_owned()),
            }
        })
    };
    match decision.reason {
        Reason::Stated => {
            format!("{} says so: {}", who(reading(Stance::Agrees)), said(reading(Stance::Agrees)).unwrap_or_default())
        }
        Reason::Entailed => format!(
            "{} gives what it follows from: {}",
            who(reading(Stance::Agrees)),
            said(reading(Stance::Agrees)).unwrap_or_default()
        ),
        Reason::Contradicted => {
            format!("The sources say otherwise: {}", said(reading(Stance::Disagrees)).unwrap_or_default())
        }
        Reason::Disputed => format!(
            "The sources disagree. One says: {} Another says: {}",
            said(reading(Stance::Agrees)).unwrap_or_default(),
            said(reading(Stance::Disagrees)).unwrap_or_default()
        ),
        Reason::Outdated => match (said(reading(Stance::Outdated)), said(reading(Stance::Disagrees))) {
            (Some(old), Some(new)) => format!("This was so once: {old} A later reading replaces it: {new}"),
            (Some(old), None) => format!("This was so once, and later readings replace it: {old}"),
            _ => "Later readings replace this one.".to_owned(),
        },
        Reason::Garbled => {
            let damaged = claim
                .quantities
                .iter()
                .find(|quantity| quantity.garbled)
                .map(|quantity| quantity.span.of(text).trim().to_owned());
            match (damaged, said(reading(Stance::Related))) {
                (Some(figure), Some(related)) => format!(
                    "The figure \"{figure}\" is damaged, so it cannot be checked. The nearest clean reading: {related}"
                ),
                (Some(figure), None) => format!("The figure \"{figure}\" is damaged, so it cannot be checked."),
                _ => "The only reading of this figure is damaged in print.".to_owned(),
            }
        }
        Reason::NotStated => match decision.stances.first() {
            Some((at, index, _)) => {
                let comparison = &candidates[*at].comparisons[*index];
                let missing: Vec<String> = comparison
                    .parts
                    .iter()
                    .filter(|part| part.outcome == Outcome::Unknown && part.kind != PartKind::Certainty)
                    .map(|part| format!("\"{}\"", part.span.of(text)))
                    .take(3)
                    .collect();
                if missing.is_empty() {
                    "The sources treat this subject and do not say this.".to_owned()
                } else {
                    format!(
                        "The sources treat this subject, but none gives this detail: {}.",
                        crate::text::joined(&missing, ", ")
                    )
                }
            }
            None => "The sources treat this subject and do not say this.".to_owned(),
        },
        Reason::OffTopic => "The sources say nothing about this subject.".to_owned(),
    }
}
