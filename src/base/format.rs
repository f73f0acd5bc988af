//! The bytes of a compiled base. This module alone knows them, for writing and for reading.
//!
//! | bytes | what |
//! | --- | --- |
//! | 16 | envelope (`envelope.rs`): magic `claimchk`, version, checksum |
//! | 4 × 4 | lengths: head in bytes, number of questions, number of index terms, number of postings |
//! | … | head: sources, entities, word groups, documents (postcard) |
//! | … | lengths of the question records in bytes |
//! | … | question records (postcard), each with its readings |
//! | … | lengths of the index terms in bytes; terms are sorted |
//! | … | index terms, UTF-8 |
//! | … | how many postings each term has |
//! | … | postings: question numbers, each less the one before it in its term's list |
//!
//! The four lengths are little-endian `u32`. All other numbers are LEB128: differences and lengths of one byte each compress to a third of what
//! absolute numbers take. A question is the unit that is decoded, so that a large base can later be cut between questions and fetched in
//! parts; nothing but the head and the index is decoded when a base is opened.

use super::{Entity, Question, Source};
use crate::envelope::Envelope;
use crate::error::Error;
use crate::report::SourceMeta;
use serde::{Deserialize, Serialize};

const ENVELOPE: Envelope =
    Envelope { magic: "claimchk", version: 5, name: "base", codes: ["base-format", "base-version", "base-checksum"] };

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
    /// The readings whose sources quote somebody, by question and place in it, and the sorted hashes of the quotations, each less the one before
    /// it and with the number of its reading: apart from the readings, since so many numbers in order take the fewest bytes.
    pub quoting: Vec<(u32, u32)>,
    pub quotes: Vec<(u32, u32)>,
    /// Documents that were compiled in, with what is known of them; their sentences become readings when the base is opened.
    pub documents: Vec<(String, SourceMeta)>,
}

impl Head {
    /// Takes in what the readings of the questions quote.
    pub fn gather_quotes(&mut self, questions: &[Question]) {
        let mut hashes: Vec<(u32, u32)> = Vec::new();
        for (number, question) in questions.iter().enumerate() {
            for (index, reading) in question.readings.iter().enumerate().filter(|(_, one)| !one.quoted.is_empty()) {
                hashes.extend(reading.quoted.iter().map(|hash| (*hash, self.quoting.len() as u32)));
                self.quoting.push((number as u32, index as u32));
            }
        }
        hashes.sort_unstable();
        let before = std::iter::once(0).chain(hashes.iter().map(|(hash, _)| *hash));
        self.quotes = hashes.iter().zip(before).map(|((hash, of), before)| (hash - before, *of)).collect();
    }
}

/// Writes a base. `index` is sorted by term, each with the numbers of its questions in order.
pub fn write(head: &Head, questions: &[Question], index: &[(String, Vec<u32>)]) -> Result<Vec<u8>, Error> {
    let encode = |fault: postcard::Error| Error::new("base-format", format!("the base cannot be encoded: {fault}"));
    let head_bytes = postcard::to_stdvec(head).map_err(encode)?;
    let mut body = Vec::new();
    let postings = index.iter().map(|(_, list)| list.len()).sum::<usize>();
    for length in [head_bytes.len(), questions.len(), index.len(), postings] {
        body.extend((length as u32).to_le_bytes());
    }
    body.extend(head_bytes);
    let records: Vec<Vec<u8>> = questions.iter().map(postcard::to_stdvec).collect::<Result<_, _>>().map_err(encode)?;
    records.iter().for_each(|record| put(&mut body, record.len() as u32));
    records.iter().for_each(|record| body.extend(record));
    index.iter().for_each(|(term, _)| put(&mut body, term.len() as u32));
    index.iter().for_each(|(term, _)| body.extend(term.as_bytes()));
    index.iter().for_each(|(_, list)| put(&mut body, list.len() as u32));
    for (_, list) in index {
        list.iter().fold(0, |before, number| {
            put(&mut body, number - before);
            *number
        });
    }
    Ok(ENVELOPE.seal(&body))
}

/// Writes a number as LEB128.
fn put(body: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        body.push(number as u8 | 0x80);
        number >>= 7;
    }
    body.push(number as u8);
}

/// Reads the file from a place on.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn length(&mut self) -> Option<usize> {
        let found = self.bytes.get(self.at..self.at + 4)?;
        self.at += 4;
        Some(u32::from_le_bytes(found.try_into().ok()?) as usize)
    }

    fn number(&mut self) -> Option<u32> {
        let mut out = 0u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            out |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(out);
            }
        }
        None
    }

    /// The sums of so many numbers, from 0 on: where each of the parts with these lengths begins, and where the last one ends.
    fn starts(&mut self, count: usize) -> Option<Vec<u32>> {
        let mut out = Vec::with_capacity(count + 1);
        out.push(0u32);
        for _ in 0..count {
            let length = self.number()?;
            out.push(out.last()?.checked_add(length)?);
        }
        Some(out)
    }

    /// Passes over so many bytes: where they begin.
    fn skip(&mut self, length: usize) -> Option<usize> {
        let from = self.at;
        self.at = from.checked_add(length).filter(|end| *end <= self.bytes.len())?;
        Some(from)
    }
}

/// An opened base: its bytes and where its parts lie.
pub struct File {
    bytes: Vec<u8>,
    checksum: u32,
    head: (usize, usize),
    records: usize,
    question_starts: Vec<u32>,
    terms: usize,
    term_starts: Vec<u32>,
    posting_starts: Vec<u32>,
    postings: Vec<u32>,
}

fn fault(message: impl Into<String>) -> Error {
    Error::new("base-format", message)
}

impl File {
    /// Checks magic, version, checksum and that every part lies inside the file.
    pub fn open(bytes: Vec<u8>) -> Result<File, Error> {
        let (content, checksum) = ENVELOPE.open(&bytes)?;
        let start = bytes.len() - content.len();
        let file = File::parts(&bytes, start).ok_or_else(|| fault("the base is cut short"))?;
        Ok(File { bytes, checksum, ..file })
    }

    /// Everything but the bytes; None where a part does not end inside the file, or something is left over.
    fn parts(bytes: &[u8], start: usize) -> Option<File> {
        let mut cursor = Cursor { bytes, at: start };
        let (head, questions, terms, postings) =
            (cursor.length()?, cursor.length()?, cursor.length()?, cursor.length()?);
        // Each of them takes a byte at least, so that no damaged count asks for more memory than the file has bytes.
        if [questions, terms, postings].iter().any(|count| *count > bytes.len()) {
            return None;
        }
        let head_from = cursor.skip(head)?;
        let question_starts = cursor.starts(questions)?;
        let records = cursor.skip(*question_starts.last()? as usize)?;
        let term_starts = cursor.starts(terms)?;
        let text = cursor.skip(*term_starts.last()? as usize)?;
        let posting_starts = cursor.starts(terms)?;
        if *posting_starts.last()? as usize != postings {
            return None;
        }
        let mut numbers = Vec::with_capacity(postings);
        for bounds in posting_starts.windows(2) {
            let mut before = 0u32;
            for _ in bounds[0]..bounds[1] {
                before = before.checked_add(cursor.number()?)?;
                numbers.push(before);
            }
        }
        (cursor.at == bytes.len()).then_some(File {
            bytes: Vec::new(),
            checksum: 0,
            head: (head_from, head_from + head),
            records,
            question_starts,
            terms: text,
            term_starts,
            posting_starts,
            postings: numbers,
        })
    }

    /// The checksum as reports show it.
    pub fn checksum(&self) -> String {
        format!("{:08x}", self.checksum)
    }

    pub fn head(&self) -> Result<Head, Error> {
        postcard::from_bytes(&self.bytes[self.head.0..self.head.1])
            .map_err(|_| fault("the head of the base cannot be read"))
    }

    pub fn question_count(&self) -> usize {
        self.question_starts.len() - 1
    }

    pub fn question(&self, number: usize) -> Result<Question, Error> {
        let bounds = self.question_starts.get(number).zip(self.question_starts.get(number + 1));
        let record = bounds
            .and_then(|(from, to)| self.bytes.get(self.records + *from as usize..self.records + *to as usize))
            .ok_or_else(|| fault(format!("there is no question {number}")))?;
        // What postcard says of it would weigh more than it tells.
        postcard::from_bytes(record).map_err(|_| fault(format!("question {number} cannot be read")))
    }

    fn term_count(&self) -> usize {
        self.term_starts.len() - 1
    }

    fn term(&self, index: usize) -> &[u8] {
        let (from, to) = (self.term_starts[index] as usize, self.term_starts[index + 1] as usize);
        &self.bytes[self.terms + from..self.terms + to]
    }

    fn postings(&self, index: usize) -> &[u32] {
        &self.postings[self.posting_starts[index] as usize..self.posting_starts[index + 1] as usize]
    }

    /// Calls `each` with every index term and the number of questions that hold it.
    pub fn counts(&self, mut each: impl FnMut(&str, usize)) {
        for index in 0..self.term_count() {
            if let Ok(term) = std::str::from_utf8(self.term(index)) {
                each(term, self.postings(index).len());
            }
        }
    }

    /// Calls `found` with the number of every question that holds the term.
    pub fn lookup(&self, term: &str, found: &mut impl FnMut(u32)) {
        let (mut low, mut high) = (0, self.term_count());
        while low < high {
            let middle = low.midpoint(high);
            match self.term(middle).cmp(term.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let known = |number: &&u32| (**number as usize) < self.question_count();
                    self.postings(middle).iter().filter(known).for_each(|number| found(*number));
                    return;
                }
            }
        }
    }
}
