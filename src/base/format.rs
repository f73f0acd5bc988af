//! The bytes of a compiled base. This module alone knows them, for writing and for reading.
//!
//! | bytes | what |
//! | --- | --- |
//! | 16 | envelope (`envelope.rs`): magic `claimchk`, version, checksum |
//! | 4 × 4 | lengths: head in bytes, number of questions, number of index terms, number of postings |
//! | … | head: sources, entities, word groups, documents (postcard) |
//! | 4 × (questions + 1) | where each question's record begins, from the first one |
//! | … | question records (postcard), each with its readings |
//! | 4 × (terms + 1) | where each index term begins; terms are sorted |
//! | … | index terms, UTF-8 |
//! | 4 × (terms + 1) | where each term's postings begin, in postings |
//! | 4 × postings | question numbers |
//!
//! Numbers are little-endian `u32`. A question is the unit that is decoded, so that a large base can later be cut between questions and
//! fetched in parts; nothing but the head is decoded when a base is opened.

use super::{Entity, Question, Source};
use crate::envelope::Envelope;
use crate::error::Error;
use crate::report::SourceMeta;
use serde::{Deserialize, Serialize};

const ENVELOPE: Envelope =
    Envelope { magic: "claimchk", version: 2, name: "base", codes: ["base-format", "base-version", "base-checksum"] };

/// What every reader of a base needs at once.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Head {
    pub id: String,
    pub title: String,
    pub version: String,
    pub facts: u32,
    pub sources: Vec<Source>,
    pub entities: Vec<Entity>,
    /// Groups of words that mean the same in this base.
    pub groups: Vec<Vec<String>>,
    /// Documents that were compiled in, with what is known of them; their sentences become readings when the base is opened.
    pub documents: Vec<(String, SourceMeta)>,
}

/// Writes a base. `index` is sorted by term, each with the numbers of its questions in order.
pub fn write(head: &Head, questions: &[Question], index: &[(String, Vec<u32>)]) -> Result<Vec<u8>, Error> {
    let encode = |fault: postcard::Error| Error::new("base-format", format!("the base cannot be encoded: {fault}"));
    let head_bytes = postcard::to_stdvec(head).map_err(encode)?;
    let mut records = Vec::new();
    let mut starts = vec![0u32];
    for question in questions {
        records.extend(postcard::to_stdvec(question).map_err(encode)?);
        starts.push(records.len() as u32);
    }
    let mut terms = Vec::new();
    let mut term_starts = vec![0u32];
    let mut postings: Vec<u32> = Vec::new();
    let mut posting_starts = vec![0u32];
    for (term, list) in index {
        terms.extend_from_slice(term.as_bytes());
        term_starts.push(terms.len() as u32);
        postings.extend_from_slice(list);
        posting_starts.push(postings.len() as u32);
    }
    let mut body = Vec::new();
    let put = |body: &mut Vec<u8>, numbers: &[u32]| numbers.iter().for_each(|number| body.extend(number.to_le_bytes()));
    put(&mut body, &[head_bytes.len() as u32, questions.len() as u32, index.len() as u32, postings.len() as u32]);
    body.extend(head_bytes);
    put(&mut body, &starts);
    body.extend(records);
    put(&mut body, &term_starts);
    body.extend(terms);
    put(&mut body, &posting_starts);
    put(&mut body, &postings);
    Ok(ENVELOPE.seal(&body))
}

/// An opened base: its bytes and where its parts lie.
pub struct File {
    bytes: Vec<u8>,
    checksum: u32,
    head: (usize, usize),
    question_starts: usize,
    questions: usize,
    records: usize,
    term_starts: usize,
    terms: usize,
    term_text: usize,
    posting_starts: usize,
    postings: usize,
}

fn fault(message: impl Into<String>) -> Error {
    Error::new("base-format", message)
}

impl File {
    /// Checks magic, version, checksum and that every part lies inside the file.
    pub fn open(bytes: Vec<u8>) -> Result<File, Error> {
        let (content, checksum) = ENVELOPE.open(&bytes)?;
        let start = bytes.len() - content.len();
        let short = || fault("the base is cut short");
        let mut at = start;
        let mut number = || -> Result<usize, Error> {
            let found = bytes.get(at..at + 4).ok_or_else(short)?;
            at += 4;
            Ok(u32::from_le_bytes([found[0], found[1], found[2], found[3]]) as usize)
        };
        let (head_len, questions, terms, postings) = (number()?, number()?, number()?, number()?);
        // Every count is bounded by the bytes that are there, so that the sums below cannot overflow.
        if [head_len, questions, terms, postings].iter().any(|count| *count > bytes.len()) {
            return Err(short());
        }
        let mut file = File {
            head: (at, at + head_len),
            question_starts: at + head_len,
            questions,
            records: 0,
            term_starts: 0,
            terms,
            term_text: 0,
            posting_starts: 0,
            postings: 0,
            checksum,
            bytes,
        };
        file.records = file.question_starts + 4 * (questions + 1);
        let record_bytes = file.at(file.question_starts, questions).ok_or_else(short)?;
        file.term_starts = file.records + record_bytes;
        file.term_text = file.term_starts + 4 * (terms + 1);
        let term_bytes = file.at(file.term_starts, terms).ok_or_else(short)?;
        file.posting_starts = file.term_text + term_bytes;
        file.postings = file.posting_starts + 4 * (terms + 1);
        if file.bytes.len() != file.postings + 4 * postings || file.at(file.posting_starts, terms) != Some(postings) {
            return Err(short());
        }
        Ok(file)
    }

    fn at(&self, table: usize, index: usize) -> Option<usize> {
        let found = self.bytes.get(table + 4 * index..table + 4 * index + 4)?;
        Some(u32::from_le_bytes([found[0], found[1], found[2], found[3]]) as usize)
    }

    /// The checksum as reports show it.
    pub fn checksum(&self) -> String {
        format!("{:08x}", self.checksum)
    }

    pub fn head(&self) -> Result<Head, Error> {
        postcard::from_bytes(&self.bytes[self.head.0..self.head.1])
            .map_err(|error| fault(format!("the head of the base cannot be read: {error}")))
    }

    pub fn question_count(&self) -> usize {
        self.questions
    }

    pub fn question(&self, number: usize) -> Result<Question, Error> {
        let bounds = self.at(self.question_starts, number).zip(self.at(self.question_starts, number + 1));
        let record = bounds
            .and_then(|(from, to)| self.bytes.get(self.records + from..self.records + to))
            .ok_or_else(|| fault(format!("there is no question {number}")))?;
        postcard::from_bytes(record).map_err(|error| fault(format!("question {number} cannot be read: {error}")))
    }

    fn term(&self, index: usize) -> &[u8] {
        let bounds = self.at(self.term_starts, index).zip(self.at(self.term_starts, index + 1));
        bounds.and_then(|(from, to)| self.bytes.get(self.term_text + from..self.term_text + to)).unwrap_or(&[])
    }

    /// Calls `each` with every index term and the number of questions that hold it.
    pub fn counts(&self, mut each: impl FnMut(&str, usize)) {
        for index in 0..self.terms {
            let bounds = self.at(self.posting_starts, index).zip(self.at(self.posting_starts, index + 1));
            if let (Ok(term), Some((from, to))) = (std::str::from_utf8(self.term(index)), bounds) {
                each(term, to.saturating_sub(from));
            }
        }
    }

    /// Calls `found` with the number of every question that holds the term.
    pub fn lookup(&self, term: &str, found: &mut impl FnMut(u32)) {
        let (mut low, mut high) = (0, self.terms);
        while low < high {
            let middle = low.midpoint(high);
            match self.term(middle).cmp(term.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let (from, to) = (
                        self.at(self.posting_starts, middle).unwrap_or(0),
                        self.at(self.posting_starts, middle + 1).unwrap_or(0),
                    );
                    for index in from..to {
                        if let Some(number) = self.at(self.postings, index).filter(|number| *number < self.questions) {
                            found(number as u32);
                        }
                    }
                    return;
                }
            }
        }
    }
}
