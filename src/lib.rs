//! claimcheck marks the claims of a text *supported*, *conflicting* or *unsupported* by a sourced fact base.
//!
//! The flow, told in order:
//!
//! 1. [`text`] cuts the text into sentences and tokens.
//! 2. [`statement`] makes statements of them: who did what, how many, when, denied or not, who says so. Claims and sources go through
//!    the same parser, with the words of [`lexicon`].
//! 3. [`base`] holds what the sources say: questions with one reading for each source that answers.
//! 4. [`mod@check`] finds the questions that a claim may be about, compares it with their readings part by part, and turns the
//!    comparisons into a verdict.
//! 5. [`report`] is what leaves the crate.
//!
//! The core does no I/O, reads no clock and uses no randomness: the same text, base and reference date give the same report, byte for
//! byte. [`check()`] cannot fail: "cannot tell" is a verdict, not an error.
//!
//! Not supported: other languages than English (such sentences are reported and left unmarked), knowledge that no source gives, and
//! inference beyond verdicts on one claim at a time.

pub mod base;
pub mod check;
mod decimal;
mod envelope;
mod error;
pub mod lexicon;
mod order;
pub mod report;
pub mod statement;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use base::Base;
pub use check::{check, check_after, disagreements, sheets};
pub use error::Error;
pub use statement::day::{Day, Period};
