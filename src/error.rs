//! What can go wrong at the edges. Checking itself cannot fail.

use std::fmt;

/// A readable error that names where the fault is and what was expected.
///
/// `code` is stable and meant for programs, `message` for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// `base-format`, `base-version`, `base-checksum`, `authoring`, `source`, `date`, …
    pub code: &'static str,
    pub message: String,
    pub file: Option<String>,
    /// Counted from 1.
    pub line: Option<u32>,
    pub field: Option<String>,
}

impl Error {
    pub fn new(code: &'static str, message: impl Into<String>) -> Error {
        Error { code, message: message.into(), file: None, line: None, field: None }
    }

    pub fn in_file(mut self, file: impl Into<String>) -> Error {
        self.file.get_or_insert(file.into());
        self
    }

    pub fn at_line(mut self, line: u32) -> Error {
        self.line.get_or_insert(line);
        self
    }

    pub fn in_field(mut self, field: impl Into<String>) -> Error {
        self.field.get_or_insert(field.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}")?;
            if let Some(line) = self.line {
                write!(f, ":{line}")?;
            }
            write!(f, ": ")?;
        } else if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if let Some(field) = &self.field {
            write!(f, "`{field}`: ")?;
        }
        write!(f, "{}", self.message)
    }
}

impl std::error::Error for Error {}
