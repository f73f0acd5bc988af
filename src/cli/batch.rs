//! Batch checking: one JSON object a line in, one a line out, in order, streaming.

use super::{INPUT_ERROR, output};
use claimcheck::report::{Overall, Report, SourceMeta, Verdict};
use claimcheck::{Base, Day, Error, check};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::ExitCode;

/// Runs the batch. Exit code 2 where a line was bad, else 1 where something conflicts, else 0.
pub fn run(base: &Base, today: Day, input: &mut dyn Read) -> Result<ExitCode, Error> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut bad, mut conflicting) = (false, false);
    for_each_line(input, |number, line| {
        let answer = match answer(base, today, line) {
            Ok((id, report)) => {
                conflicting |= report.verdict == Overall::Conflicting;
                json!({"id": id, "verdict": report.verdict, "reason": reason(&report), "report": report})
            }
            Err(error) => {
                bad = true;
                json!({"id": null, "line": number, "error": error.to_string()})
            }
        };
        // A closed pipe ends the batch early without an error.
        writeln!(out, "{answer}").is_ok() && out.flush().is_ok()
    })?;
    Ok(ExitCode::from(if bad { INPUT_ERROR } else { u8::from(conflicting) }))
}

/// Calls `each` with every line that holds something, numbered from 1, until it returns false.
pub fn for_each_line(input: &mut dyn Read, mut each: impl FnMut(usize, &str) -> bool) -> Result<(), Error> {
    let mut reader = BufReader::new(input);
    let mut bytes = Vec::new();
    let mut number = 0;
    loop {
        bytes.clear();
        if reader.read_until(b'\n', &mut bytes).map_err(|fault| Error::new("input", fault.to_string()))? == 0 {
            return Ok(());
        }
        number += 1;
        let line = String::from_utf8_lossy(&bytes);
        if !line.trim().is_empty() && !each(number, line.trim()) {
            return Ok(());
        }
    }
}

/// The reason of the first claim with the overall verdict.
fn reason(report: &Report) -> Value {
    let wanted = match report.verdict {
        Overall::Supported => Verdict::Supported,
        Overall::Conflicting => Verdict::Conflicting,
        Overall::Unsupported => Verdict::Unsupported,
        Overall::None => return Value::Null,
    };
    report.claims.iter().find(|claim| claim.verdict == wanted).map_or(Value::Null, |claim| json!(claim.reason))
}

fn field<'a>(line: &'a Value, name: &str) -> Result<Option<&'a str>, Error> {
    match line.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => {
            Err(Error::new("input", format!("expected a string, found {}", output::kind_of(other))).in_field(name))
        }
    }
}

/// Parses a line as a JSON object with a `text`.
pub fn parse_line(line: &str) -> Result<(Value, String), Error> {
    let value = parse_json(line)?;
    if !value.is_object() {
        return Err(Error::new(
            "input",
            format!("expected an object with \"id\" and \"text\", found {}", output::kind_of(&value)),
        ));
    }
    let text = field(&value, "text")?.ok_or_else(|| Error::new("input", "missing").in_field("text"))?.to_owned();
    Ok((value, text))
}

/// JSON as people write it: a lone surrogate escape (`\ud83d`), which no Unicode text can hold, is read as U+FFFD.
fn parse_json(line: &str) -> Result<Value, Error> {
    serde_json::from_str(line)
        .or_else(|first| {
            let mended = mend_surrogates(line);
            if mended == line { Err(first) } else { serde_json::from_str(&mended) }
        })
        .map_err(|fault| Error::new("input", format!("not JSON: {fault}")))
}

fn mend_surrogates(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("\\u") {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let backslashes = before.len() - before.trim_end_matches('\\').len();
        let code = |text: &str| text.get(2..6).and_then(|hex| u16::from_str_radix(hex, 16).ok());
        match code(escape) {
            Some(0xd800..=0xdbff) if backslashes % 2 == 0 => {
                let low = escape
                    .get(6..)
                    .filter(|next| next.starts_with("\\u"))
                    .and_then(code)
                    .filter(|low| (0xdc00..=0xdfff).contains(low));
                let taken = if low.is_some() { 12 } else { 6 };
                out.push_str(if low.is_some() { &escape[..12] } else { "\\ufffd" });
                rest = &escape[taken..];
            }
            Some(0xdc00..=0xdfff) if backslashes % 2 == 0 => {
                out.push_str("\\ufffd");
                rest = &escape[6..];
            }
            _ => {
                out.push_str("\\u");
                rest = &escape[2..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn answer(base: &Base, today: Day, line: &str) -> Result<(Value, Report), Error> {
    let (value, text) = parse_line(line)?;
    let today = match field(&value, "asOf")? {
        Some(day) => Day::parse_iso(day).map_err(|error| error.in_field("asOf"))?,
        None => today,
    };
    let id = value.get("id").cloned().unwrap_or(Value::Null);
    let report = match value.get("sources") {
        None | Some(Value::Null) => check(&text, base, today),
        Some(Value::Array(list)) => check(&text, &own_evidence(list)?, today),
        Some(other) => {
            return Err(
                Error::new("input", format!("expected an array, found {}", output::kind_of(other))).in_field("sources")
            );
        }
    };
    Ok((id, report))
}

fn own_evidence(list: &[Value]) -> Result<Base, Error> {
    let mut base = Base::empty();
    let mut documents = Vec::new();
    for (index, source) in list.iter().enumerate() {
        let place = |name: &str| format!("sources[{index}].{name}");
        let (text, meta) = match source {
            Value::String(text) => {
                (text.clone(), SourceMeta { id: Some((index + 1).to_string()), ..SourceMeta::default() })
            }
            Value::Object(_) => {
                let get = |name: &str| {
                    field(source, name)
                        .map(|found| found.map(str::to_owned))
                        .map_err(|error| Error::new(error.code, error.message).in_field(place(name)))
                };
                let text = get("text")?.ok_or_else(|| Error::new("input", "missing").in_field(place("text")))?;
                let meta = SourceMeta {
                    id: get("id")?.or_else(|| Some((index + 1).to_string())),
                    date: get("date")?,
                    publisher: get("publisher")?,
                    title: get("title")?,
                    url: get("url")?,
                };
                (text, meta)
            }
            other => {
                return Err(Error::new(
                    "input",
                    format!("expected a string or an object, found {}", output::kind_of(other)),
                )
                .in_field(format!("sources[{index}]")));
            }
        };
        documents.push((text, meta));
    }
    base.add_documents(documents)?;
    Ok(base)
}
