//! Reports as text, JSON, Markdown, ClaimReview and SARIF.

use claimcheck::Error;
use claimcheck::report::{Claim, Disagreement, Evidence, Outcome, Report, Stance, Verdict};
use serde::Serialize;
use serde_json::{Value, json};
use std::path::Path;

/// What a JSON value is, for error messages.
pub fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

pub fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    serde_json::to_string_pretty(value).map_err(|fault| Error::new("output", fault.to_string()))
}

pub fn json(report: &Report) -> Result<String, Error> {
    to_json(report)
}

/// The name of a plain enum as the JSON has it.
fn name<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

pub fn text(report: &Report) -> String {
    let mut out = String::new();
    for claim in &report.claims {
        out.push_str(&format!(
            "{} ({})  {}\n    {}\n",
            name(&claim.verdict).to_uppercase(),
            name(&claim.reason),
            claim.text,
            claim.explanation
        ));
        if let Some(caveat) = &claim.caveat {
            out.push_str(&format!("    Note: {caveat}\n"));
        }
        for part in claim.parts.iter().filter(|part| part.outcome != Outcome::Agrees) {
            let units: Vec<u16> = claim.text.encode_utf16().collect();
            let from = (part.start.saturating_sub(claim.start) as usize).min(units.len());
            let to = (part.end.saturating_sub(claim.start) as usize).clamp(from, units.len());
            let words = String::from_utf16_lossy(&units[from..to]);
            let expected = part.expected.as_ref().map(|expected| format!(" (sources: {expected})")).unwrap_or_default();
            out.push_str(&format!("    {}: \"{words}\" {}{expected}\n", name(&part.kind), name(&part.outcome)));
        }
        for evidence in &claim.evidence {
            out.push_str(&format!(
                "    {:9} {} — {}, {}{}\n",
                name(&evidence.stance),
                evidence.statement,
                evidence.source.label,
                evidence.locator,
                if evidence.link.is_empty() { String::new() } else { format!(" <{}>", evidence.link) }
            ));
        }
        out.push('\n');
    }
    for notice in &report.notices {
        out.push_str(&format!("{notice}\n"));
    }
    if report.claims.is_empty() {
        out.push_str("No claim found.\n");
    }
    out.push_str(&format!(
        "Overall: {}. Relative dates count from {}. Base: {} ({} sources).\n",
        name(&report.verdict),
        report.as_of,
        report.base.title,
        report.base.sources
    ));
    out
}

pub fn disagreements(list: &[Disagreement]) -> String {
    let mut out = String::new();
    for entry in list {
        out.push_str(&format!("{} [{}]\n", entry.question, name(&entry.kind)));
        for reading in &entry.readings {
            out.push_str(&format!(
                "    {}  {} — {}, {}\n",
                reading.as_of.as_deref().unwrap_or("undated"),
                reading.value,
                reading.label,
                reading.locator
            ));
        }
        out.push('\n');
    }
    if list.is_empty() {
        out.push_str("The sources do not disagree.\n");
    }
    out
}

/// Text from a claim or a base must not turn into Markdown of its own.
fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| if "\\`*_{}[]<>()#+-.!|".contains(c) { vec!['\\', c] } else { vec![c] }).collect()
}

pub fn markdown(report: &Report) -> String {
    let mut out = format!(
        "# Fact check\n\nOverall: **{}**. Reference date {}. Base: {}.\n",
        name(&report.verdict),
        report.as_of,
        escaped(&report.base.title)
    );
    for claim in &report.claims {
        out.push_str(&format!(
            "\n## {}\n\n**{}** ({}). {}\n",
            escaped(&claim.text),
            name(&claim.verdict),
            name(&claim.reason),
            escaped(&claim.explanation)
        ));
        if let Some(caveat) = &claim.caveat {
            out.push_str(&format!("\n{}\n", escaped(caveat)));
        }
        if !claim.evidence.is_empty() {
            out.push('\n');
        }
        for evidence in &claim.evidence {
            let link = if evidence.link.starts_with("http") { format!(" <{}>", evidence.link) } else { String::new() };
            out.push_str(&format!(
                "- {}: {} ({}, {}){link}\n",
                name(&evidence.stance),
                escaped(&evidence.statement),
                escaped(&evidence.source.label),
                evidence.locator
            ));
        }
    }
    out
}

/// schema.org ClaimReview, one item a claim. The rating is the verdict; nothing is claimed about truth in the world.
pub fn claim_review(report: &Report) -> Result<String, Error> {
    let items: Vec<Value> = report
        .claims
        .iter()
        .map(|claim| {
            let links: Vec<&str> = claim.evidence.iter().filter(|evidence| evidence.link.starts_with("http")).map(|evidence| evidence.link.as_str()).collect();
            json!({
                "@context": "https://schema.org",
                "@type": "ClaimReview",
                "datePublished": report.as_of,
                "claimReviewed": claim.text,
                "reviewBody": claim.explanation,
                "reviewRating": {"@type": "Rating", "alternateName": format!("{} ({})", name(&claim.verdict), name(&claim.reason))},
                "author": {"@type": "SoftwareApplication", "name": "claimcheck", "softwareVersion": report.engine},
                "citation": links,
            })
        })
        .collect();
    to_json(&items)
}

/// SARIF 2.1.0: claims that conflict are errors, unsupported ones warnings; regions count in UTF-16 units.
pub fn sarif(report: &Report, file: Option<&Path>) -> Result<String, Error> {
    let uri = file
        .filter(|path| *path != Path::new("-"))
        .map_or_else(|| "stdin".to_owned(), |path| path.display().to_string());
    let results: Vec<Value> = report
        .claims
        .iter()
        .filter(|claim| claim.verdict != Verdict::Supported)
        .map(|claim| {
            json!({
                "ruleId": format!("{}/{}", name(&claim.verdict), name(&claim.reason)),
                "level": if claim.verdict == Verdict::Conflicting { "error" } else { "warning" },
                "message": {"text": message(claim)},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"charOffset": claim.start, "charLength": claim.end - claim.start}}}],
            })
        })
        .collect();
    to_json(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": {"name": "claimcheck", "version": report.engine}}, "columnKind": "utf16CodeUnits", "results": results}],
    }))
}

fn message(claim: &Claim) -> String {
    let against: Vec<&Evidence> =
        claim.evidence.iter().filter(|evidence| evidence.stance == Stance::Disagrees).collect();
    against.first().map_or_else(
        || claim.explanation.clone(),
        |evidence| format!("{} ({})", claim.explanation, evidence.source.label),
    )
}
