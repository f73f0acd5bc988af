//! Authoring files (TOML, described in `facts/README.md`) to a compiled base.
//!
//! Errors name the file, the line and the field. Fields are authoritative: the compiler parses the words as well and refuses a reading
//! whose words and fields disagree.

use super::format::{self, Head};
use super::{Base, Entity, EntityKind, Question, Reading, Source, Value, index_terms, quote};
use crate::error::Error;
use crate::report::SourceMeta;
use crate::statement::day::Period;
use crate::statement::{Certainty, quantity};
use regex::Regex;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;
use toml::Spanned;

/// One authoring file: its name for messages, and its text.
#[derive(Debug, Clone, Copy)]
pub struct AuthoringFile<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    base: Option<BaseTable>,
    #[serde(default)]
    source: Vec<Spanned<SourceTable>>,
    #[serde(default)]
    entity: Vec<Spanned<EntityTable>>,
    #[serde(default)]
    words: Vec<WordsTable>,
    #[serde(default)]
    question: Vec<Spanned<QuestionTable>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BaseTable {
    id: String,
    title: String,
    version: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceTable {
    id: Spanned<String>,
    file: Option<String>,
    publisher: Option<String>,
    title: Option<String>,
    date: Option<Spanned<toml::Value>>,
    date_note: Option<String>,
    url: Option<Spanned<String>>,
    origin: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntityTable {
    id: Spanned<String>,
    name: String,
    #[serde(default)]
    kind: EntityKind,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    called: Vec<String>,
    place: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsTable {
    same: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionTable {
    id: Spanned<String>,
    ask: String,
    #[serde(default)]
    running: bool,
    #[serde(default)]
    one: bool,
    #[serde(default)]
    reading: Vec<Spanned<ReadingTable>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingTable {
    source: Spanned<String>,
    at: Spanned<String>,
    as_of: Option<Spanned<toml::Value>>,
    says: Spanned<String>,
    #[serde(default)]
    also: Vec<String>,
    value: Option<Spanned<String>>,
    printed: Option<String>,
    quoted: Option<Spanned<String>>,
    by: Option<Spanned<String>>,
    #[serde(default)]
    sure: Certainty,
}

/// Where a fault stands: the file and the bytes of the field.
struct Place<'a> {
    file: &'a AuthoringFile<'a>,
}

impl Place<'_> {
    fn line(&self, at: usize) -> u32 {
        self.file.text[..at.min(self.file.text.len())].bytes().filter(|byte| *byte == b'\n').count() as u32 + 1
    }

    fn fault(&self, span: Range<usize>, field: &str, message: impl Into<String>) -> Error {
        Error::new("authoring", message).in_file(self.file.name).at_line(self.line(span.start)).in_field(field)
    }
}

/// Compiles authoring files, and documents with what is known of them, to the bytes of a base. Without authoring files the base holds
/// the documents alone.
pub fn compile(files: &[AuthoringFile], documents: &[(String, SourceMeta)]) -> Result<Vec<u8>, Error> {
    let (mut head, questions) = if files.is_empty() {
        let head = Head {
            id: "documents".to_owned(),
            title: "Documents".to_owned(),
            version: "1".to_owned(),
            ..Head::default()
        };
        (head, Vec::new())
    } else {
        read(files)?
    };
    head.documents = documents.to_vec();
    head.gather_quotes(&questions);
    // The index is made by the very code that will look things up: the base is written without one, opened, and asked.
    let bare = Base::from_bytes(format::write(&head, &questions, &[])?)?;
    let mut index: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for number in 0..questions.len() {
        if let Some(prepared) = bare.question(number) {
            for term in index_terms(&prepared) {
                index.entry(term).or_default().push(number as u32);
            }
        }
    }
    verify(files, &bare, &questions)?;
    let index: Vec<(String, Vec<u32>)> = index.into_iter().collect();
    format::write(&head, &questions, &index)
}

/// Reads and cross-checks the files.
fn read(files: &[AuthoringFile]) -> Result<(Head, Vec<Question>), Error> {
    let mut sheets = Vec::new();
    for file in files {
        let sheet: Sheet = toml::from_str(file.text).map_err(|error| {
            let place = Place { file };
            let mut fault = Error::new("authoring", error.message().to_owned()).in_file(file.name);
            if let Some(span) = error.span() {
                fault = fault.at_line(place.line(span.start));
            }
            fault
        })?;
        sheets.push((Place { file }, sheet));
    }
    let mut head = Head::default();
    let mut described = false;
    let mut entity_ids: BTreeSet<String> = BTreeSet::new();
    for (place, sheet) in &sheets {
        if let Some(base) = &sheet.base {
            if described {
                return Err(place.fault(0..0, "base", "the base is described twice"));
            }
            described = true;
            head.id = base.id.clone();
            head.title = base.title.clone();
            head.version = base.version.clone();
        }
        for entity in &sheet.entity {
            let table = entity.get_ref();
            if !entity_ids.insert(table.id.get_ref().clone()) {
                return Err(place.fault(
                    table.id.span(),
                    "id",
                    format!("entity \"{}\" is defined twice", table.id.get_ref()),
                ));
            }
            head.entities.push(Entity {
                id: table.id.get_ref().clone(),
                name: table.name.clone(),
                kind: table.kind,
                aliases: table.aliases.clone(),
                called: table.called.clone(),
                place: table.place.clone(),
            });
        }
        head.groups.extend(sheet.words.iter().map(|words| words.same.clone()));
    }
    if !described {
        return Err(Error::new("authoring", "no file has a [base] table with id, title and version"));
    }
    for (place, sheet) in &sheets {
        for source in &sheet.source {
            let table = source.get_ref();
            if head.sources.iter().any(|known| known.id == *table.id.get_ref()) {
                return Err(place.fault(
                    table.id.span(),
                    "id",
                    format!("source \"{}\" is defined twice", table.id.get_ref()),
                ));
            }
            if let Some(url) = table
                .url
                .as_ref()
                .filter(|url| !(url.get_ref().starts_with("https://") || url.get_ref().starts_with("http://")))
            {
                return Err(place.fault(
                    url.span(),
                    "url",
                    format!("expected an http or https address, found \"{}\"", url.get_ref()),
                ));
            }
            if let Some(origin) = table.origin.as_ref().filter(|origin| !entity_ids.contains(origin.get_ref())) {
                return Err(place.fault(
                    origin.span(),
                    "origin",
                    format!("there is no entity \"{}\"", origin.get_ref()),
                ));
            }
            let date = table.date.as_ref().map(|date| period(place, date, "date")).transpose()?;
            head.sources.push(Source {
                id: table.id.get_ref().clone(),
                file: table.file.clone(),
                publisher: table.publisher.clone(),
                title: table.title.clone(),
                date: date.map(|date| date.from),
                date_note: table.date_note.clone(),
                url: table.url.as_ref().map(|url| url.get_ref().clone()),
                origin: table.origin.as_ref().map(|origin| origin.get_ref().clone()),
                loose: false,
            });
        }
    }
    let mut questions: Vec<Question> = Vec::new();
    for (place, sheet) in &sheets {
        for question in &sheet.question {
            let table = question.get_ref();
            if questions.iter().any(|known| known.id == *table.id.get_ref()) {
                return Err(place.fault(
                    table.id.span(),
                    "id",
                    format!("question \"{}\" is defined twice", table.id.get_ref()),
                ));
            }
            if table.reading.is_empty() {
                return Err(place.fault(
                    table.id.span(),
                    "reading",
                    format!("question \"{}\" has no reading", table.id.get_ref()),
                ));
            }
            let mut readings = Vec::new();
            for reading in &table.reading {
                readings.push(read_reading(place, &head, &entity_ids, reading.get_ref())?);
            }
            head.facts += readings.len() as u32;
            questions.push(Question {
                id: table.id.get_ref().clone(),
                ask: table.ask.clone(),
                running: table.running,
                one: table.one,
                readings,
            });
        }
    }
    Ok((head, questions))
}

/// A place in a source: a paragraph, or a sentence of it.
fn locator() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| Regex::new("^p([0-9]+)(?:s([0-9]+))?$").expect("the pattern is a constant"))
}

fn read_reading(
    place: &Place,
    head: &Head,
    entities: &BTreeSet<String>,
    table: &ReadingTable,
) -> Result<Reading, Error> {
    let Some(source) = head.sources.iter().position(|source| source.id == *table.source.get_ref()) else {
        return Err(place.fault(
            table.source.span(),
            "source",
            format!("there is no source \"{}\"", table.source.get_ref()),
        ));
    };
    if let Some(by) = table.by.as_ref().filter(|by| !entities.contains(by.get_ref())) {
        return Err(place.fault(by.span(), "by", format!("there is no entity \"{}\"", by.get_ref())));
    }
    let quoted = match &table.quoted {
        None => Vec::new(),
        Some(text) => quote::from_hex(text.get_ref()).ok_or_else(|| {
            let message = "expected a fingerprint as `claimcheck fingerprint` prints it";
            place.fault(text.span(), "quoted", message)
        })?,
    };
    let at = table.at.get_ref();
    let (paragraph, sentence) = locator()
        .captures(at)
        .and_then(|found| {
            let sentence = found.get(2).map_or(Some(0), |number| number.as_str().parse().ok());
            found[1].parse().ok().zip(sentence)
        })
        .ok_or_else(|| {
            place.fault(
                table.at.span(),
                "at",
                format!("expected a paragraph as \"p3\" or a sentence as \"p3s2\", found \"{at}\""),
            )
        })?;
    if let Some(value) = &table.value
        && !crate::text::lower(table.says.get_ref()).contains(&crate::text::lower(value.get_ref()))
    {
        return Err(place.fault(
            value.span(),
            "value",
            format!("the value \"{}\" does not stand in `says`", value.get_ref()),
        ));
    }
    let as_of = table.as_of.as_ref().map(|as_of| period(place, as_of, "as_of")).transpose()?;
    Ok(Reading {
        source: source as u16,
        paragraph,
        sentence,
        as_of: as_of.or_else(|| head.sources[source].date.map(Period::day)),
        own_as_of: as_of.is_some(),
        says: table.says.get_ref().clone(),
        also: table.also.iter().map(|wording| wording.replace('\n', " ")).collect::<Vec<_>>().join("\n"),
        value: table.value.as_ref().map(|value| value.get_ref().clone()),
        printed: table.printed.clone(),
        quoted,
        by: table.by.as_ref().map(|by| by.get_ref().clone()),
        sure: table.sure,
    })
}

/// A day, month or year, written as a TOML date or as a string.
fn period(place: &Place, value: &Spanned<toml::Value>, field: &str) -> Result<Period, Error> {
    let text = match value.get_ref() {
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(year) => year.to_string(),
        other => return Err(place.fault(value.span(), field, format!("expected a date, found {}", other.type_str()))),
    };
    Period::parse_iso(&text).map_err(|error| place.fault(value.span(), field, error.message))
}

/// Refuses readings whose words, as the parser understands them, do not hold the value that the fields give.
fn verify(files: &[AuthoringFile], base: &Base, questions: &[Question]) -> Result<(), Error> {
    for (number, question) in questions.iter().enumerate() {
        let Some(prepared) = base.question(number) else { continue };
        for (reading, prepared) in question.readings.iter().zip(&prepared.readings) {
            let problem = match &prepared.value {
                Value::Quantity(value) if !value.garbled => {
                    let said = prepared.statements.iter().flat_map(|statement| &statement.quantities);
                    let found = said
                        .into_iter()
                        .any(|q| !q.garbled && q.unit == value.unit && quantity::fit(q, value) == quantity::Fit::Same);
                    (!found)
                        .then(|| "the figure in `value` is not the one that `says` is understood to give".to_owned())
                }
                Value::Date(period) => {
                    let said = prepared.statements.iter().flat_map(|statement| &statement.dates);
                    let found = said.into_iter().any(|date| date.period == Some(*period));
                    (!found).then(|| {
                        format!(
                            "the date in `value` ({}) is not the one that `says` is understood to give",
                            period.iso()
                        )
                    })
                }
                _ => None,
            };
            if let Some(problem) = problem {
                let value = reading.value.clone().unwrap_or_default();
                // The reading is found again by its words, to name its line.
                for file in files {
                    if let Some(at) = file.text.find(&reading.says) {
                        return Err(Place { file }.fault(
                            at..at,
                            "value",
                            format!("question \"{}\": {problem}: \"{value}\"", question.id),
                        ));
                    }
                }
                return Err(Error::new("authoring", format!("question \"{}\": {problem}: \"{value}\"", question.id))
                    .in_field("value"));
            }
        }
    }
    Ok(())
}
