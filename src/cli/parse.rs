//! What the parser understood, for people and for programs.

use super::INPUT_ERROR;
use super::batch::{for_each_line, parse_line};
use claimcheck::statement::vocabulary::Vocabulary;
use claimcheck::statement::{self, DateRef, Quantity, kind};
use claimcheck::text::{Utf16Index, sentences};
use claimcheck::{Day, Error};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::process::ExitCode;

/// One JSON object a line in, one a line out.
pub fn lines(today: Day, input: &mut dyn Read) -> Result<ExitCode, Error> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut bad = false;
    for_each_line(input, |number, line| {
        let answer = match one(today, line) {
            Ok(answer) => answer,
            Err(error) => {
                bad = true;
                json!({"id": null, "line": number, "error": error.to_string()})
            }
        };
        writeln!(out, "{answer}").is_ok() && out.flush().is_ok()
    })?;
    Ok(ExitCode::from(if bad { INPUT_ERROR } else { 0 }))
}

fn one(today: Day, line: &str) -> Result<Value, Error> {
    let (value, text) = parse_line(line)?;
    let today = match value.get("asOf").and_then(Value::as_str) {
        Some(day) => Day::parse_iso(day).map_err(|error| error.in_field("asOf"))?,
        None => today,
    };
    let utf16 = Utf16Index::new(&text);
    let (mut statements, mut quantities, mut dates) = (Vec::new(), Vec::new(), Vec::new());
    for sentence in sentences(&text) {
        let parsed = statement::read(&text, sentence.span, Some(today));
        for found in statement::statements(&text, &parsed, &Vocabulary::default()) {
            let terms: Vec<&str> = found.terms.iter().map(|term| term.lemma.as_str()).collect();
            statements.push(json!({"start": utf16.at(found.span.start), "end": utf16.at(found.span.end), "text": found.span.of(&text), "terms": terms, "negated": found.negated(), "certainty": found.certainty}));
        }
        quantities.extend(parsed.quantities.iter().filter(|q| !q.garbled).map(|q| quantity(q, &utf16)));
        dates.extend(parsed.dates.iter().map(|d| date(d, &utf16)));
    }
    Ok(
        json!({"id": value.get("id").cloned().unwrap_or(Value::Null), "statements": statements, "quantities": quantities, "dates": dates}),
    )
}

fn quantity(quantity: &Quantity, utf16: &Utf16Index) -> Value {
    use statement::quantity::Modifier::*;
    let (low, high) = match quantity.modifier {
        MoreThan | AtLeast => (quantity.low, None),
        LessThan | AtMost => (None, quantity.high),
        _ => (quantity.low, quantity.high),
    };
    json!({"start": utf16.at(quantity.span.start), "end": utf16.at(quantity.span.end), "low": low, "high": high, "unit": quantity.unit, "of": quantity.of, "modifier": claimcheck::text::lower(&format!("{:?}", quantity.modifier))})
}

fn date(date: &DateRef, utf16: &Utf16Index) -> Value {
    use statement::Bound::*;
    let (from, to) = (date.period.map(|p| p.from.to_string()), date.period.map(|p| p.to.to_string()));
    let (from, to) = match date.bound {
        At => (from, to),
        From | After => (from, None),
        Until | Lasting | Before => (None, to),
    };
    let from = if matches!(date.bound, Until | Lasting | Before) {
        date.period.map(|p| p.from.to_string()).or(from)
    } else {
        from
    };
    json!({"start": utf16.at(date.span.start), "end": utf16.at(date.span.end), "from": from, "to": to})
}

/// The same for people.
pub fn text(text: &str, today: Day, vocabulary: &Vocabulary) -> String {
    let mut out = String::new();
    for sentence in sentences(text) {
        let parsed = statement::read(text, sentence.span, Some(today));
        out.push_str(&format!("{}\n  kind: {:?}\n", sentence.span.of(text), kind::kind(text, &parsed)));
        for found in statement::claims(text, &parsed, vocabulary) {
            out.push_str(&format!("  statement: {}\n", found.span.of(text)));
            describe(&mut out, text, &found, "    ");
            for piece in &found.pieces {
                out.push_str(&format!("    piece: {:?} {}\n", piece.link, piece.joint));
                describe(&mut out, text, &piece.statement, "      ");
            }
        }
        for quantity in &parsed.quantities {
            out.push_str(&format!(
                "  quantity: {} {:?} {:?}..{:?} {} {}\n",
                quantity.span.of(text),
                quantity.modifier,
                quantity.low,
                quantity.high,
                quantity.unit.unwrap_or(""),
                quantity.of.as_deref().unwrap_or("")
            ));
        }
        for date in &parsed.dates {
            out.push_str(&format!(
                "  date: {} {}\n",
                date.span.of(text),
                date.period.map_or("open".to_owned(), |period| period.iso())
            ));
        }
    }
    out
}

/// The terms of a statement, light ones in brackets, modifiers with a tilde, denied ones with an exclamation mark; its predications and roles.
fn describe(out: &mut String, text: &str, found: &statement::Statement, indent: &str) {
    let terms: Vec<String> = found
        .terms
        .iter()
        .map(|term| {
            let mut name = term.lemma.clone();
            if term.light {
                name = format!("({name})");
            }
            let marks = [(term.modifier, "~"), (term.negated, "!")];
            let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
            format!("{marks}{name}")
        })
        .collect();
    out.push_str(&format!("{indent}terms: {}\n", terms.join(", ")));
    if let Some(speaker) = &found.speaker {
        out.push_str(&format!("{indent}speaker: {} ({})\n", speaker.span.of(text), speaker.verb));
    }
    for date in &found.dates {
        let on = date.on.map_or("?", |on| found.terms[on].lemma.as_str());
        out.push_str(&format!("{indent}dated: {on} {}\n", date.span.of(text)));
    }
    for (index, predication) in found.predications.iter().enumerate() {
        let predicate = predication.predicate.map_or("?", |term| found.terms[term].lemma.as_str());
        out.push_str(&format!(
            "{indent}predication {index}: {predicate} {:?} under {:?}, {:?}{}\n",
            predication.link,
            predication.parent,
            predication.mode,
            if predication.negated() { ", denied" } else { "" }
        ));
        for role in found.roles.iter().filter(|role| Some(role.head) == predication.predicate) {
            out.push_str(&format!("{indent}  {:?}: {}\n", role.slot, found.terms[role.filler].lemma));
        }
    }
    let heads: Vec<usize> = found.predications.iter().filter_map(|predication| predication.predicate).collect();
    for role in found.roles.iter().filter(|role| !heads.contains(&role.head)) {
        let (head, filler) = (&found.terms[role.head].lemma, &found.terms[role.filler].lemma);
        out.push_str(&format!("{indent}{head} {:?}: {filler}\n", role.slot));
    }
}
