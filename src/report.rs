//! What leaves the crate: the report of a check, and what a base says about its sources.
//!
//! These types are the only description of those shapes. Serde turns them into the command line's JSON and into
//! JavaScript objects; the TypeScript declarations are generated from them. Offsets are UTF-16 units of the text
//! as given, end exclusive, because that is what editors and browsers count in.

use serde::{Deserialize, Serialize};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// The answer to one [`check`](crate::check()): every claim of the text with its verdict and the reasons for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Version of this shape.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "1"))]
    pub schema: u8,
    /// Version of the engine that made the report.
    pub engine: String,
    /// The reference date of relative dates in the text, ISO 8601.
    pub as_of: String,
    /// Version of the word knowledge in use; null where a report does not say.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub lexicon: Option<String>,
    /// The fact base that was asked.
    pub base: BaseInfo,
    /// The worst verdict of the claims.
    pub verdict: Overall,
    /// In the order of the text; spans do not overlap.
    pub claims: Vec<Claim>,
    /// Remarks for the reader about the whole text, e.g. that some sentences are not in English.
    pub notices: Vec<String>,
    /// The last paragraph speaks of another company than the one the base is about, which "the company" of a paragraph after it would then be.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean"))]
    pub other_party: Option<bool>,
}

/// Which fact base a report rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct BaseInfo {
    pub id: String,
    pub title: String,
    pub version: String,
    /// CRC-32 of the compiled base, eight hexadecimal digits; empty for a base that was never compiled.
    pub checksum: String,
    /// How many sources the base has.
    pub sources: u32,
    /// How many readings the base has.
    pub facts: u32,
}

/// The mark on one claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// These sources say so. "As of September 2022 Line had 93 million users in Japan."
    Supported,
    /// Sources answer otherwise, disagree, or have moved on. "Credit card numbers were among the leaked data."
    Conflicting,
    /// The sources do not give this. "Passwords were among the leaked data."
    Unsupported,
}

/// The mark on a whole text: that of its worst claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Overall {
    Supported,
    Conflicting,
    Unsupported,
    /// The text holds no claim.
    None,
}

impl Overall {
    /// The worst of the verdicts: conflicting, then unsupported, then supported; none of none.
    pub fn worst(verdicts: impl IntoIterator<Item = Verdict>) -> Overall {
        let mut worst = Overall::None;
        for verdict in verdicts {
            worst = match (worst, verdict) {
                (_, Verdict::Conflicting) | (Overall::Conflicting, _) => Overall::Conflicting,
                (_, Verdict::Unsupported) | (Overall::Unsupported, _) => Overall::Unsupported,
                _ => Overall::Supported,
            };
        }
        worst
    }
}

/// Why a claim got its verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A source says it, in whatever words.
    Stated,
    /// It follows from what a source says: a weaker bound, a rounding, a broader date, plain arithmetic.
    Entailed,
    /// Sources answer the question, and none of them the claim's way.
    Contradicted,
    /// One source agrees and another clashes, for the same time.
    Disputed,
    /// Sources said so once; a later reading replaces it.
    Outdated,
    /// The claim's own figure is damaged, or the only reading of the question is.
    Garbled,
    /// The sources treat the subject and do not give this detail.
    NotStated,
    /// What the claim is mainly about does not occur in the fact base.
    OffTopic,
}

/// One checkable assertion of the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Claim {
    pub text: String,
    pub start: u32,
    pub end: u32,
    pub verdict: Verdict,
    pub reason: Reason,
    /// One plain sentence a reader understands.
    pub explanation: String,
    /// What a careful reader should know beside the verdict, e.g. "the source says 'may have been'".
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub caveat: Option<String>,
    pub support: Support,
    pub parts: Vec<Part>,
    /// Strongest first.
    pub evidence: Vec<Evidence>,
}

/// How broad the support is: several reports that repeat one party are several sources and one origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Support {
    pub sources: u32,
    pub origins: u32,
}

/// A piece of the claim that was compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Part {
    pub start: u32,
    pub end: u32,
    pub kind: PartKind,
    pub outcome: Outcome,
    /// What the sources say instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub expected: Option<String>,
}

/// What sort of thing was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// "519,000 items"
    Quantity,
    /// "on 17 October"
    Date,
    /// "in November LY said", "at first": the time a claim speaks of.
    TimeFrame,
    /// "Naver Cloud"
    Entity,
    /// "president", or who did it and to whom.
    Role,
    /// "leaked", and the plain words of the claim.
    Predicate,
    /// "not", "no reports of", "fell".
    Polarity,
    /// "may have", "is considering".
    Certainty,
    /// "Matsumoto said"
    Attribution,
    /// "very regrettable", in quotation marks.
    Quotation,
}

/// How a part of the claim fared against the sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Agrees,
    Disagrees,
    Unknown,
}

/// One reading that bears on the claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    pub stance: Stance,
    /// Id of the reading, unique in the base: `question/n`.
    pub fact: String,
    /// What the source states: a curated base's own words, a document's own sentence.
    pub statement: String,
    /// The figure or few words exactly as the source prints them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub printed: Option<String>,
    /// The day, month or year the reading speaks for, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub caveat: Option<String>,
    pub source: SourceRef,
    /// Where in the source: "paragraph 3, sentence 2".
    pub locator: String,
    /// With a source URL: that URL and a text fragment; else the source's sheet relative to the base; else empty.
    pub link: String,
}

/// What a reading does to the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    Agrees,
    Disagrees,
    /// Says what the claim says, and has been replaced since.
    Outdated,
    /// Its figure is damaged in print: shown, and counted for nothing.
    Garbled,
    /// Treats the subject without deciding the claim.
    Related,
}

/// A source as evidence names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct SourceRef {
    pub id: String,
    /// For people: the publisher, or "Report of 28 November 2023, publisher not named".
    pub label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub url: Option<String>,
    /// The party whose words this source repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub origin: Option<String>,
}

/// A source with everything it says: what its sheet and the page's list of sources show.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SourceSheet {
    pub source: SourceRef,
    /// The name of the document that the source is known by, e.g. a file name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub file: Option<String>,
    /// How the date is known where the source itself does not print it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub date_note: Option<String>,
    pub readings: Vec<SheetReading>,
}

/// One line of a source sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SheetReading {
    /// Fragment id on the sheet, `r1`, `r2`, …
    pub anchor: String,
    pub fact: String,
    pub question: String,
    pub statement: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub printed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub as_of: Option<String>,
    pub locator: String,
}

/// One question to which the sources do not simply give the same answer. Where they differ and one of them is damaged in print as well, the
/// question is told a second time, as garbled, with the damaged readings alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Disagreement {
    pub question: String,
    pub kind: DisagreementKind,
    /// By as-of date, oldest first.
    pub readings: Vec<DisagreementReading>,
}

/// How the readings of a question differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "lowercase")]
pub enum DisagreementKind {
    /// Two sources answer differently for the same time.
    Clash,
    /// A later reading replaces an earlier one.
    Updated,
    /// A source prints the answer damaged.
    Garbled,
}

/// One source's answer in a [`Disagreement`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DisagreementReading {
    /// Id of the source.
    pub source: String,
    /// The source's name for people.
    pub label: String,
    pub value: String,
    /// What the source states, in the base's words.
    pub statement: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub printed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub as_of: Option<String>,
    pub locator: String,
    pub link: String,
}

/// What a caller says about a document that is added as a source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(deny_unknown_fields)]
pub struct SourceMeta {
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub id: Option<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub date: Option<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub publisher: Option<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub title: Option<String>,
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub url: Option<String>,
}
