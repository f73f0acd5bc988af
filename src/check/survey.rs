//! What the sources say, without a claim: source sheets, and the questions on which sources do not simply agree.

use super::verdict::{fact_id, values_agree};
use crate::base::{Base, Prepared, Question, Reading, Value, source_ref};
use crate::order;
use crate::report::{Disagreement, DisagreementKind, DisagreementReading, SheetReading, SourceSheet};

/// Every source with what it says, in the order of its paragraphs.
pub fn sheets(base: &Base) -> Vec<SourceSheet> {
    // By source and by place in it, and within one sentence in the base's order: source, paragraph, sentence, question, reading.
    let mut places: Vec<(u16, u32, u32, usize, usize)> = Vec::new();
    for number in 0..base.question_count() {
        let Some(prepared) = base.question(number) else { continue };
        let readings = prepared.question.readings.iter().enumerate();
        places.extend(
            readings.map(|(index, reading)| (reading.source, reading.paragraph, reading.sentence, number, index)),
        );
    }
    order::sort(&mut places);
    base.sources
        .iter()
        .enumerate()
        .map(|(number, source)| {
            let list = places.iter().filter(|place| usize::from(place.0) == number);
            SourceSheet {
                source: source_ref(source),
                file: source.file.clone(),
                date_note: source.date_note.clone(),
                readings: list
                    .filter_map(|(_, _, _, question, index)| {
                        let prepared = base.question(*question)?;
                        let question = &prepared.question;
                        let reading = &question.readings[*index];
                        let fact = fact_id(&question.id, *index, question.readings.len());
                        Some(SheetReading {
                            anchor: anchor(&fact),
                            fact,
                            question: question.ask.clone(),
                            statement: reading.says.clone(),
                            printed: reading.printed.clone(),
                            as_of: reading.as_of.map(|period| period.iso()),
                            locator: locator(reading),
                        })
                    })
                    .collect(),
            }
        })
        .collect()
}

/// The fragment id of a reading on its source's sheet.
fn anchor(fact: &str) -> String {
    format!("r-{}", fact.replace('/', "-"))
}

/// "paragraph 3, sentence 2"
pub fn locator(reading: &Reading) -> String {
    match reading.sentence {
        0 => format!("paragraph {}", reading.paragraph),
        sentence => format!("paragraph {}, sentence {sentence}", reading.paragraph),
    }
}

/// Where a reader finds the reading: the source's address with a text fragment, or its sheet.
pub fn link(base: &Base, reading: &Reading, question: &Question, index: usize) -> String {
    let source = &base.sources[usize::from(reading.source)];
    if let Some(url) = &source.url {
        return match &reading.printed {
            Some(printed) => format!("{}#:~:text={}", url.split('#').next().unwrap_or(url), fragment(printed)),
            None if source.loose => {
                format!("{}#:~:text={}", url.split('#').next().unwrap_or(url), fragment(&reading.says))
            }
            None => url.clone(),
        };
    }
    if source.loose {
        return String::new();
    }
    format!("sources/{}.html#{}", fragment(&source.id), anchor(&fact_id(&question.id, index, question.readings.len())))
}

/// Percent-encodes a text-fragment term; `-`, `,` and `&` have a meaning there and are encoded too
/// (<https://wicg.github.io/scroll-to-text-fragment/#syntax>).
fn fragment(text: &str) -> String {
    let mut out = String::with_capacity(2 * text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

/// The questions whose readings differ, in the base's order.
pub fn disagreements(base: &Base) -> Vec<Disagreement> {
    let mut out = Vec::new();
    for number in 0..base.question_count() {
        let Some(prepared) = base.question(number) else { continue };
        if let Some(kind) = kind(&prepared) {
            let mut order: Vec<usize> = (0..prepared.question.readings.len()).collect();
            order::by_key(&mut order, |index| (prepared.question.readings[*index].as_of, *index));
            out.push(Disagreement {
                question: prepared.question.ask.clone(),
                kind,
                readings: order.iter().map(|index| disagreement_reading(base, &prepared, *index)).collect(),
            });
            // What is damaged in print is told even where other readings of the question differ.
            let damaged = |index: &usize| matches!(&prepared.readings[*index].value, Value::Quantity(quantity) if quantity.garbled);
            if kind != DisagreementKind::Garbled && order.iter().any(damaged) {
                out.push(Disagreement {
                    question: prepared.question.ask.clone(),
                    kind: DisagreementKind::Garbled,
                    readings: order
                        .into_iter()
                        .filter(damaged)
                        .map(|index| disagreement_reading(base, &prepared, index))
                        .collect(),
                });
            }
        }
    }
    out
}

fn kind(prepared: &Prepared) -> Option<DisagreementKind> {
    let question = &prepared.question;
    let values: Vec<&Value> = prepared.readings.iter().map(|reading| &reading.value).collect();
    let mut found = None;
    for one in 0..values.len() {
        for other in one + 1..values.len() {
            if values_agree(values[one], values[other]) || !question.one {
                continue;
            }
            let same_time = match (question.readings[one].as_of, question.readings[other].as_of) {
                (Some(a), Some(b)) => a.meets(b),
                _ => true,
            };
            if question.running && !same_time {
                found = found.or(Some(DisagreementKind::Updated));
            } else {
                return Some(DisagreementKind::Clash);
            }
        }
    }
    let garbled = values.iter().any(|value| matches!(value, Value::Quantity(quantity) if quantity.garbled));
    found.or(garbled.then_some(DisagreementKind::Garbled))
}

fn disagreement_reading(base: &Base, prepared: &Prepared, index: usize) -> DisagreementReading {
    let reading = &prepared.question.readings[index];
    let source = source_ref(&base.sources[usize::from(reading.source)]);
    DisagreementReading {
        source: source.id,
        label: source.label,
        value: reading.value.clone().unwrap_or_else(|| reading.says.clone()),
        statement: reading.says.clone(),
        printed: reading.printed.clone(),
        as_of: reading.as_of.map(|period| period.iso()),
        locator: locator(reading),
        link: link(base, reading, &prepared.question, index),
    }
}
