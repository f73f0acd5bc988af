//! Part against part: how each piece of a claim fares against one reading.
//!
//! Coverage decides, not similarity: every word with content, every name, figure and date of the claim must find its counterpart. A part
//! without one makes the reading merely related; a part with a counterpart that says otherwise is a clash.

use super::relate::{compatible, may_be_misplaced};
use crate::base::pool::Cover;
use crate::base::{Base, Counted, EntityKind, Prepared, PreparedReading, Question, Reading, Value, plain_words, quote};
use crate::decimal;
use crate::lexicon::{Class, ConceptId, List, among};
use crate::report::{Outcome, PartKind};
use crate::statement::day::Period;
use crate::statement::key;
use crate::statement::quantity::{Fit, Modifier, fit};
use crate::statement::vocabulary::EntityId;
use crate::statement::{
    Bound, Certainty, DateRef, Frame, Link, Mark, Number, Predication, Quantity, Role, Slot, Statement, Term, TermKind,
};
use crate::text::{Span, cut, joined};

/// The outcome of one part.
#[derive(Debug, Clone)]
pub struct PartResult {
    pub kind: PartKind,
    pub span: Span,
    pub outcome: Outcome,
    pub expected: Option<Expected>,
    /// The claim's part is weaker than what stands there, so that it follows rather than is said.
    pub follows: bool,
}

/// What stands where a claim says otherwise. Most comparisons are never shown, so what takes time to put into words is kept as it is.
#[derive(Debug, Clone)]
pub enum Expected {
    Words(String),
    Figure(Amount),
    Time(Period),
}

impl Expected {
    pub fn text(&self) -> String {
        match self {
            Expected::Words(text) => text.clone(),
            Expected::Figure(amount) => amount.plain(),
            Expected::Time(period) => period.plain(),
        }
    }
}

/// What a quantity is printed from.
#[derive(Debug, Clone, Copy)]
pub struct Amount {
    low: Option<f64>,
    high: Option<f64>,
    modifier: Modifier,
    unit: Option<&'static str>,
    garbled: bool,
}

/// A claim set beside one reading.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub question: usize,
    pub reading: usize,
    pub parts: Vec<PartResult>,
    /// Share of the claim's content words, by weight, that the reading or its question covers.
    pub coverage: f32,
    /// The weight of all the claim's words.
    pub weight: f32,
    /// How closely the words fit, from 0 to 1: the same word counts more than a synonym, the reading's own words more than its question's.
    pub strength: f32,
    /// Content words that nothing covers, by index in the claim.
    pub uncovered: Vec<usize>,
    pub caveats: Vec<String>,
    /// The reading's own figure is damaged where the claim has one.
    pub garbled: bool,
    /// The claim's quotation has the reading's words, though not one by one.
    pub near_quote: bool,
    /// Some of the claim's words stand in no reading of the question: the base's subject lends them.
    pub lent: bool,
    /// One of the claim's nouns stands only in another reading of the question.
    pub borrows: bool,
    /// How the claim's figure fits the reading's.
    pub fit: Option<Fit>,
    /// Where the claim's dates stand to the time the reading speaks for.
    pub time: Time,
    /// Words that only their opposites cover, by index in the claim.
    flips: Vec<usize>,
    /// The claim holds most of what the reading says, so that another figure in it answers the same question though the claim adds words.
    pub mutual: bool,
    /// The structure has been compared too.
    pub complete: bool,
}

/// The time a claim speaks of, seen from one reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// The claim names no time.
    Unframed,
    /// The claim's time holds the reading's.
    Same,
    /// The claim's time is another one.
    Other,
    /// The claim is finer than the reading.
    Finer,
}

impl Comparison {
    /// Whether any part says otherwise.
    pub fn clashes(&self) -> bool {
        self.parts.iter().any(|part| part.outcome == Outcome::Disagrees)
    }

    /// Whether every part found its counterpart.
    pub fn agrees(&self) -> bool {
        self.uncovered.is_empty() && self.parts.iter().all(|part| part.outcome == Outcome::Agrees)
    }

    pub fn follows(&self) -> bool {
        self.parts.iter().any(|part| part.follows)
    }

    /// The most that its coverage can come to: a party in the wrong place counts as covered when the structure is compared.
    pub fn ceiling(&self, claim: &Statement) -> f32 {
        if self.complete || self.weight <= 0.0 {
            return self.coverage;
        }
        let movable = self.uncovered.iter().filter(|index| may_be_misplaced(claim, **index));
        self.coverage + movable.map(|index| weight(&claim.terms[*index])).sum::<f32>() / self.weight
    }

    /// The kinds of the parts that say otherwise.
    pub fn clash_kinds(&self) -> impl Iterator<Item = PartKind> + '_ {
        self.parts.iter().filter(|part| part.outcome == Outcome::Disagrees).map(|part| part.kind)
    }
}

/// A reading must itself hold at least this share of the claim's words, by weight; its question may lend the rest.
const OWN_SHARE: f32 = 0.6;
/// The same for a sentence of a document, of which the rest of the document is the context.
const OWN_SHARE_OF_SENTENCE: f32 = 0.5;

/// So much of a reading, by weight, must stand in a claim that adds words of its own for the two to answer one question.
const MUTUAL_SHARE: f32 = 0.7;

/// A quotation of at least so many words with content, of which the reading holds at least this share, is the reading's words retold.
const NEAR_QUOTE_WORDS: usize = 3;
const NEAR_QUOTE: f32 = 0.8;

/// Sums of weights in another order differ by less than this.
pub const CEILING_SLACK: f32 = 1e-3;

/// A claim with what is asked of it for every reading, worked out once.
pub(super) struct Asked<'a> {
    text: &'a str,
    claim: &'a Statement,
    base: &'a Base,
    /// What each of its figures counts.
    counted: Vec<Counted>,
}

impl<'a> Asked<'a> {
    pub fn new(text: &'a str, claim: &'a Statement, base: &'a Base) -> Asked<'a> {
        Asked { text, claim, base, counted: claim.quantities.iter().map(|quantity| base.counted(quantity)).collect() }
    }

    /// How well a question covers each of the claim's terms. None of its readings covers a term better.
    pub fn covered_by(&self, prepared: &Prepared) -> Vec<Cover> {
        self.claim.terms.iter().map(|term| prepared.pool.cover(term)).collect()
    }
}

/// Everything one comparison looks at.
pub(super) struct Context<'a> {
    pub text: &'a str,
    pub claim: &'a Statement,
    pub question: &'a Question,
    pub prepared: &'a Prepared,
    pub reading: &'a Reading,
    pub side: &'a PreparedReading,
    pub base: &'a Base,
    asked: &'a Asked<'a>,
}

impl<'a> Context<'a> {
    pub fn new(asked: &'a Asked<'a>, prepared: &'a Prepared, index: usize) -> Context<'a> {
        Context {
            text: asked.text,
            claim: asked.claim,
            question: &prepared.question,
            prepared,
            reading: &prepared.question.readings[index],
            side: &prepared.readings[index],
            base: asked.base,
            asked,
        }
    }

    /// Compares the words, figures and times of a claim with those of one reading of a question. That is cheap, and for most readings enough
    /// to see that they have no bearing; [`complete`](Context::complete) does the rest. `shared` is [what the question covers](Asked::covered_by).
    pub fn glance(&self, number: usize, index: usize, shared: &[Cover]) -> Comparison {
        let mut result = Comparison {
            question: number,
            reading: index,
            parts: Vec::with_capacity(self.claim.terms.len() + self.claim.quantities.len()),
            coverage: 0.0,
            strength: 0.0,
            weight: 0.0,
            uncovered: Vec::with_capacity(self.claim.terms.len()),
            caveats: Vec::new(),
            garbled: false,
            near_quote: false,
            lent: false,
            borrows: false,
            fit: None,
            time: Time::Unframed,
            flips: Vec::new(),
            mutual: false,
            complete: false,
        };
        self.quantities(&mut result);
        self.dates(&mut result);
        self.places(&mut result);
        result.flips = self.words(shared, &mut result);
        result
    }

    /// Compares the structure as well: who does what to whom, what is denied, how sure it is, who says it, what is quoted.
    pub fn complete(&self, result: &mut Comparison) {
        if result.complete {
            return;
        }
        let ceiling = result.ceiling(self.claim);
        result.complete = true;
        let flips = std::mem::take(&mut result.flips);
        let counterparts = self.counterparts();
        self.roles(&flips, &counterparts, result);
        if self.prepared.document.is_none() {
            self.bound(&counterparts, result);
        }
        self.universals(result);
        self.plural(&counterparts, result);
        if self.prepared.document.is_some() {
            self.paired(result);
            self.scope(&counterparts, result);
            self.told(&counterparts, result);
            self.choices(&counterparts, result);
        }
        self.polarity(&flips, &counterparts, result);
        self.affirmed(&flips, &counterparts, result);
        self.certainty(&counterparts, result);
        self.speaker(result);
        self.quotations(result);
        let another = result.fit == Some(Fit::Clash) || result.clash_kinds().any(|kind| kind == PartKind::Date);
        // A count of those hit by the leak is none of all.
        let topic = |index: &usize| {
            let term = &self.claim.terms[*index];
            term.kind == TermKind::Noun && self.base.is_topic(term)
        };
        result.mutual = another
            && !result.uncovered.is_empty()
            && !result.uncovered.iter().any(topic)
            && self.shared_back() >= MUTUAL_SHARE;
        debug_assert!(result.coverage <= ceiling + CEILING_SLACK, "a glance bounds the coverage");
    }
}

/// Whether two terms name the same notion, by lemma, synonym or kind.
pub(super) fn same_notion(one: &Term, other: &Term) -> bool {
    one.key == other.key
        || one.shares_concept(other)
        || one.words.iter().any(|word| !word.light && word.key == other.key)
}

/// Whether a date beside a word is the day on which something was told.
pub(super) fn is_telling(term: &Term) -> bool {
    [Class::Telling, Class::SpeechAct, Class::Ascribe].iter().any(|class| term.lemma_is(*class))
}

/// What a date is the date of: a small verb leaves it to its subject ("the disclosure came in November").
fn dated_event(statement: &Statement, on: usize) -> usize {
    let verb = &statement.terms[on];
    let small = verb.light && verb.kind == TermKind::Verb && !is_telling(verb);
    // Who does something with it may do so on another day: "put the leak at 300 in March".
    let has = |slot: Slot| statement.roles.iter().find(|role| small && role.head == on && role.slot == slot);
    let done =
        has(Slot::Patient).filter(|role| has(Slot::Agent).is_none() || is_telling(&statement.terms[role.filler]));
    has(Slot::Sole).or(done).map_or(on, |role| role.filler)
}

/// Whether a verb says of an act only that it is done to somebody: "issued guidance", "received a warning".
fn hands_over(verb: &Term) -> bool {
    [Class::Support, Class::Provide, Class::Ditransitive, Class::Receive].iter().any(|class| verb.is(*class))
}

/// Whether a statement speaks of an event elsewhere than in what it dates, or only as that which something else was done to.
fn tells_apart(statement: &Statement, event: &Term, dated: usize) -> bool {
    let gives = statement.terms[dated].light || hands_over(&statement.terms[dated]);
    let same = |term: &Term| same_notion(event, term) || term.words.iter().any(|word| same_notion(event, word));
    let mut found = (0..statement.terms.len()).filter(|index| same(&statement.terms[*index])).peekable();
    found.peek().is_some()
        && found.all(|index| {
            let part = |role: &Role| {
                role.head == dated
                    && role.filler == index
                    && (matches!(role.slot, Slot::Agent | Slot::Sole | Slot::Is) || role.slot == Slot::Patient && gives)
            };
            index != dated && !statement.roles.iter().any(part)
        })
}

/// Whether a word of speech stands before a noun: "what they said was recorded".
fn says(term: &Term) -> bool {
    term.modifier && term.is(Class::Say)
}

/// The weight of a term in coverage.
pub(super) fn weight(term: &Term) -> f32 {
    match term.kind {
        _ if term.light => 0.15,
        TermKind::Name => 1.5,
        TermKind::Adverb => 0.4,
        _ => 1.0,
    }
}

impl Context<'_> {
    pub(super) fn part(
        &self,
        result: &mut Comparison,
        kind: PartKind,
        span: Span,
        outcome: Outcome,
        expected: Option<String>,
        follows: bool,
    ) {
        self.part_beside(result, kind, span, outcome, expected.map(Expected::Words), follows);
    }

    /// The same, for what is put into words only where it is shown.
    pub(super) fn part_beside(
        &self,
        result: &mut Comparison,
        kind: PartKind,
        span: Span,
        outcome: Outcome,
        expected: Option<Expected>,
        follows: bool,
    ) {
        result.parts.push(PartResult { kind, span, outcome, expected, follows });
    }

    /// Covers the claim's words. Returns those that are covered by their opposites alone, by index.
    fn words(&self, shared: &[Cover], result: &mut Comparison) -> Vec<usize> {
        let mut flips = Vec::new();
        let (mut covered, mut total, mut close, mut held, mut topic) = (0.0, 0.0, 0.0, 0.0, 0.0);
        let mut borrowed: Vec<usize> = Vec::new();
        let speaker: &[usize] =
            self.claim.speaker.as_ref().filter(|speaker| speaker.introduces).map_or(&[], |speaker| &speaker.terms);
        // Quoted words that stand in the source need no other counterpart.
        let quoted: Vec<Span> = self.claim.quotes.iter().copied().filter(|quote| self.stands(*quote)).collect();
        for (index, (term, shared)) in self.claim.terms.iter().zip(shared).enumerate() {
            let weight = weight(term);
            // A name in brackets is put in by whoever quotes.
            let put_in = || cut(self.text, ..term.span.start).ends_with(['(', '[']);
            if quoted.iter().any(|quote| quote.contains(term.span)) && !put_in() {
                total += weight;
                covered += weight;
                held += weight;
                close += weight;
                continue;
            }
            // Who says it, and what office somebody holds, are compared as such.
            if speaker.contains(&index) || self.claim.offices.iter().any(|office| office.terms.contains(&index)) {
                continue;
            }
            if self.is_given_name(index) {
                let caveat = "The source gives only the surname.".to_owned();
                if !result.caveats.contains(&caveat) {
                    result.caveats.push(caveat);
                }
                continue;
            }
            total += weight;
            let title = term.described
                || term.is(Class::Title)
                || term
                    .entity
                    .and_then(|id| self.base.entities.get(usize::from(id)))
                    .is_some_and(|entity| entity.kind == EntityKind::Office);
            let kind = if term.kind == TermKind::Name && !title { PartKind::Entity } else { PartKind::Predicate };
            // What no reading of the question holds, this one does not.
            debug_assert!(self.side.pool.cover(term) <= *shared, "a question covers what its readings cover");
            let own = if *shared > Cover::None || says(term) { self.own_cover(term) } else { Cover::None };
            let own = if own == Cover::None && self.supports_alike(index) { Cover::Synonym } else { own };
            // What is denied of a kind is not denied of the wider one: "did not criticise" is not "did not speak".
            let narrow =
                |cover: Cover| if cover == Cover::Broader && self.claim.negated() { Cover::None } else { cover };
            let own = narrow(own);
            let cover = if own > Cover::None { own } else { narrow(self.lent(term, *shared)) };
            close += weight
                * match (own, cover) {
                    (Cover::Same, _) => 1.0,
                    (Cover::Synonym, _) => 0.8,
                    (Cover::Broader, _) => 0.6,
                    (Cover::None, Cover::None) => 0.0,
                    (Cover::None, _) => 0.5,
                };
            if cover > Cover::None {
                result.lent |= own == Cover::None
                    && !term.light
                    && term.kind != TermKind::Name
                    && self.prepared.document.is_none()
                    && *shared == Cover::None;
                covered += weight;
                if own > Cover::None {
                    held += weight;
                } else if term.kind == TermKind::Name && self.base.is_topic(term) {
                    // Whom the whole base is about is named or left out as the sentence likes.
                    topic += weight;
                    borrowed.push(index);
                } else if !term.light {
                    result.borrows |= term.kind == TermKind::Noun && !self.base.is_topic(term);
                    borrowed.push(index);
                }
                // "LY runs the app": a small verb says something where the source has it too.
                if !term.light || term.kind == TermKind::Verb && own >= Cover::Synonym {
                    self.part(result, kind, term.span, Outcome::Agrees, None, cover == Cover::Broader);
                }
            } else if !term.light
                && term.lemma != "let"
                && self.side.pool.opposes(term)
                && !self.beside_its_opposite(term)
            {
                covered += weight;
                held += weight;
                close += weight * 0.8;
                flips.push(index);
            } else if let Some(holder) = self.other_holder(term) {
                covered += weight;
                held += weight;
                self.part(result, kind, term.span, Outcome::Disagrees, Some(holder), false);
            } else if !term.light && !self.is_group(term) {
                result.uncovered.push(index);
                self.part(result, kind, term.span, Outcome::Unknown, None, false);
            }
        }
        // A reading that holds little of the claim itself must not live on what its question lends it.
        if total > 0.0
            && held / (total - topic) < if self.prepared.document.is_some() { OWN_SHARE_OF_SENTENCE } else { OWN_SHARE }
        {
            for index in borrowed {
                let term = &self.claim.terms[index];
                covered -= weight(term);
                result.uncovered.push(index);
                if let Some(part) =
                    result.parts.iter_mut().find(|part| part.span == term.span && part.outcome == Outcome::Agrees)
                {
                    part.outcome = Outcome::Unknown;
                }
            }
        }
        // "In the yard, not in the store" denies whoever puts it in the store.
        if !result.uncovered.is_empty() && !self.claim.negated() && self.sets_aside() {
            for index in result.uncovered.drain(..) {
                let term = &self.claim.terms[index];
                covered += weight(term);
                let mut parts = result.parts.iter_mut();
                if let Some(part) = parts.find(|part| part.span == term.span && part.outcome == Outcome::Unknown) {
                    (part.kind, part.outcome) = (PartKind::Polarity, Outcome::Disagrees);
                }
            }
        }
        result.weight = total;
        result.coverage = if total > 0.0 { covered / total } else { 0.0 };
        result.strength = if total > 0.0 { close / total } else { 0.0 };
        flips
    }

    /// "Issued recommendations" where recommendations are made: of what is only said or done by its noun the verb may be another one.
    fn supports_alike(&self, index: usize) -> bool {
        let supports = |statement: &Statement, role: &Role| {
            let (verb, noun) = (&statement.terms[role.head], &statement.terms[role.filler]);
            role.slot == Slot::Patient && verb.is(Class::Support) && noun.kind == TermKind::Noun && noun.is_deed()
        };
        self.claim.terms[index].is(Class::Support)
            && self.claim.roles.iter().any(|mine| {
                mine.head == index
                    && supports(self.claim, mine)
                    && self.side.statements.iter().any(|statement| {
                        let same =
                            |role: &&Role| same_notion(&self.claim.terms[mine.filler], &statement.terms[role.filler]);
                        statement.roles.iter().filter(same).any(|role| supports(statement, role))
                    })
            })
    }

    /// Whether the reading sets what it tells against the very thing that the claim says.
    fn sets_aside(&self) -> bool {
        let mut set = self.side.statements.iter().flat_map(|statement| &statement.turned);
        set.any(|other| {
            let held = |mine: &Term| mine.light || other.terms.iter().any(|theirs| same_notion(mine, theirs));
            self.claim.terms.iter().all(held)
        })
    }

    /// Whether a name only stands before a surname that a document has alone: "Humphrey" where it speaks of "Bogart" and names no other one.
    pub(super) fn is_given_name(&self, index: usize) -> bool {
        let Some(document) = &self.prepared.document else { return false };
        let plain = |term: &Term| {
            let word = crate::text::lower(term.span.of(self.text));
            let lexicon = crate::lexicon::get();
            term.kind == TermKind::Name
                && term.entity.is_none()
                && term.country.is_none()
                && (!lexicon.knows(&word) || lexicon.is(&word, Class::FirstName))
        };
        let terms = &self.claim.terms;
        let unnamed = |term: &Term| plain(term) && document.cover(term) == Cover::None;
        // "Kenneth Edmonds" is not Tracey Edmonds.
        let named_otherwise = |surname: &Term| {
            self.side.statements.iter().any(|statement| {
                statement.terms.windows(2).any(|pair| {
                    pair[1].key == surname.key && pair[0].kind == TermKind::Name && pair[0].token + 4 >= pair[1].token
                })
            })
        };
        let given = terms[index..].iter().take_while(|term| unnamed(term)).count();
        let surname = index + given;
        given > 0
            && terms.get(surname).is_some_and(|term| {
                plain(term)
                    && self.own_cover(term) == Cover::Same
                    && !named_otherwise(term)
                    && term.token == terms[index].token + given
                    && !terms
                        .get(surname + 1)
                        .is_some_and(|next| next.kind == TermKind::Name && next.token == term.token + 1)
            })
    }

    /// "The intruders": a group that is known only by what it did.
    pub(super) fn is_group(&self, term: &Term) -> bool {
        term.entity
            .and_then(|id| self.base.entities.get(usize::from(id)))
            .is_some_and(|entity| entity.kind == EntityKind::Group)
    }

    /// Where the question has one answer, a name, and the claim puts another of its kind in its place: the sourced name.
    fn other_holder(&self, term: &Term) -> Option<String> {
        let Value::Entity(value) = self.side.value else { return None };
        let one = self.question.one || self.prepared.readings.iter().all(|side| matches!(side.value, Value::Entity(_)));
        if !one || term.kind != TermKind::Name || term.light {
            return None;
        }
        let holder = self.base.entities.get(usize::from(value))?;
        // "Idezawa is LY's president" says of him what he is, and answers no question about somebody else.
        let told = self.claim.roles.iter().any(|role| {
            let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
            role.slot == Slot::Is && head.entity == filler.entity && head.entity == term.entity
        });
        if told {
            return None;
        }
        let named = |side: &PreparedReading| {
            let Value::Entity(value) = side.value else { return false };
            self.claim.terms.iter().any(|other| other.entity == Some(value) || other.others.contains(&value))
        };
        let named = named(self.side) || !self.question.one && self.prepared.readings.iter().any(named);
        let same_kind = match term.entity {
            Some(id) => {
                self.base.entities.get(usize::from(id)).is_some_and(|entity| entity.kind == holder.kind)
                    && (self.question.one || self.takes_place(term, value))
            }
            None => holder.kind != EntityKind::Place && self.takes_place(term, value),
        };
        // Small verbs alone do not make it the question's matter.
        let lexicon = crate::lexicon::get();
        let matter = |other: &Term| {
            let office = other
                .entity
                .and_then(|id| self.base.entities.get(usize::from(id)))
                .is_some_and(|entity| entity.kind == EntityKind::Office);
            !other.light
                && (office || other.described || other.kind != TermKind::Name)
                && !among(other.lemma.as_str(), List::Firm)
                && other.span != term.span
                && !lexicon.is(&other.lemma, Class::LightVerb)
                && self.own_cover(other) > Cover::None
        };
        (!named && same_kind && self.claim.terms.iter().any(matter)).then(|| holder.name.clone())
    }

    /// "A subcontractor of Acme": whether a name that the base does not know stands where a reading has the one that is asked for.
    fn takes_place(&self, term: &Term, value: EntityId) -> bool {
        let mine = self.claim.roles.iter().filter(|role| self.claim.terms[role.filler].span == term.span);
        // "Matsumotto" may be meant for Matsumoto.
        let start = |name: &str| name.chars().take(4).collect::<String>();
        let meant = self.base.entities.get(usize::from(value)).is_some_and(|entity| {
            let mut words = plain_words(&entity.name);
            words.any(|word| start(&word) == start(&term.lemma))
        });
        term.country.is_none()
            && !meant
            && mine.into_iter().any(|mine| {
                let head = &self.claim.terms[mine.head];
                // The base knows the subcontractor, and whose it is.
                let known = || mine.slot == Slot::Of && head.described && self.own_cover(head) > Cover::None;
                known()
                    || self.side.statements.iter().any(|statement| {
                        statement.roles.iter().any(|theirs| {
                            theirs.slot == mine.slot
                                && statement.terms[theirs.filler].entity == Some(value)
                                && same_notion(head, &statement.terms[theirs.head])
                        })
                    })
            })
    }

    /// "Users abroad in addition to those at home": an opposite that the claim has as well replaces nothing; nor does one that is none.
    fn beside_its_opposite(&self, term: &Term) -> bool {
        let others = self.opposites(term);
        // What only a word inside a fixed phrase opposes ("allowed" and "unauthorized access") is opposed by nothing.
        others.is_empty()
            || self
                .claim
                .terms
                .iter()
                .any(|mine| mine.span != term.span && others.iter().any(|other| same_notion(mine, other)))
    }

    /// What covers a term in the reading itself.
    pub(super) fn own_cover(&self, term: &Term) -> Cover {
        // "What they said was recorded" speaks of the words; that the reading's source says something is no answer to it.
        if says(term) {
            let told = self
                .side
                .statements
                .iter()
                .flat_map(|statement| &statement.terms)
                .any(|other| other.modifier && same_notion(term, other));
            return if told { Cover::Same } else { Cover::None };
        }
        self.side.pool.cover(term)
    }

    pub(super) fn cover(&self, term: &Term) -> Cover {
        let own = self.own_cover(term);
        if own > Cover::None { own } else { self.lent(term, self.prepared.pool.cover(term)) }
    }

    /// What covers a term that the reading itself does not hold: its question (`shared`), the base's subject, an entity's description.
    fn lent(&self, term: &Term, shared: Cover) -> Cover {
        if says(term) {
            return Cover::None;
        }
        // A document's sentence is no question: what one of its clauses tells is not told of what stands in another.
        if self.prepared.document.is_some() {
            let filled = |role: &Role| {
                let head = &self.claim.terms[role.head];
                let done = head.kind == TermKind::Verb && !head.light && self.side.pool.cover(head) > Cover::None;
                let hangs = done && !term.definite && role.slot != Slot::Of;
                self.claim.terms[role.filler].span == term.span && (hangs || self.is_filled(role))
            };
            if term.kind == TermKind::Verb || term.kind == TermKind::Noun && self.claim.roles.iter().any(filled) {
                return Cover::None;
            }
        }
        // What is said to have happened is lent only where all readings answer the one question.
        if term.kind == TermKind::Verb
            && !self.question.one
            && !self.base.sources.get(usize::from(self.reading.source)).is_some_and(|source| source.loose)
        {
            return Cover::None;
        }
        // Names are never lent by another reading of the question: that would join one reading's figure with another's subject.
        if shared > Cover::None && term.kind != TermKind::Name {
            return shared;
        }
        if shared > Cover::None && !matches!(self.side.value, Value::Entity(_)) {
            return shared;
        }
        // "South Korean Naver": the country of an entity that is there, said by its adjective. Where something happened it does not tell.
        let happened = self.claim.roles.iter().any(|role| {
            let head = &self.claim.terms[role.head];
            self.claim.terms[role.filler].span == term.span
                && role.slot == Slot::In
                && head.is_deed()
                && !among(&head.lemma, List::Located)
        });
        let place = match term.entity {
            Some(id) => self.base.place_key(id),
            None => Some(term.key),
        }
        .filter(|_| !happened);
        let parties = place
            .filter(|place| self.side.pool.entities().iter().any(|id| self.base.home(*id) == Some(*place)))
            .map_or(Vec::new(), |_| self.beside_place(term));
        if let Some(place) = place
            && self
                .side
                .pool
                .entities()
                .iter()
                .any(|id| self.base.home(*id) == Some(place) && (parties.is_empty() || parties.contains(id)))
            // "Both are South Korean companies" is said of either.
            && parties.iter().all(|id| self.base.home(*id).is_none_or(|home| home == place))
            && crate::statement::key(&crate::text::lower(term.span.of(self.text))) != place
        {
            return Cover::Synonym;
        }
        // "Japan's telecommunications law": whose it is says the name of its country.
        if let Some(place) = place
            && self.claim.roles.iter().any(|role| {
                self.claim.terms[role.filler].span == term.span
                    && role.slot == Slot::Of
                    && self.claim.terms[role.head]
                        .entity
                        .is_some_and(|id| self.base.home(id) == Some(place) && self.side.pool.has_entity(id))
            })
        {
            return Cover::Synonym;
        }
        // "The ferry", "Brackwell's revenue": the document has said which one.
        if let Some(document) = &self.prepared.document
            && (term.definite && term.kind == TermKind::Noun || term.kind == TermKind::Name && self.is_passing(term))
            && document.cover(term) >= Cover::Synonym
            && !self.must_be_said(term)
        {
            return Cover::Synonym;
        }
        // "The leak" in a base about one leak needs no reading that names it again, unless that is what the claim says of something: "they were
        // affected by the leak".
        let told = |role: &Role| {
            self.claim.terms[role.filler].span == term.span
                && role.slot == Slot::Agent
                && ![Class::Demanded, Class::Say].iter().any(|class| self.claim.terms[role.head].lemma_is(*class))
                && self.claim.roles.iter().any(|other| {
                    other.head == role.head
                        && other.slot != role.slot
                        && matches!(other.slot, Slot::Agent | Slot::Patient)
                })
        };
        // Nor may what the claim dates be left out: "the access came in March".
        let dated = || {
            let mut events = self.claim.dates.iter().filter_map(|date| date.on);
            events.any(|on| self.claim.terms[dated_event(self.claim, on)].span == term.span)
        };
        if term.definite
            && term.kind == TermKind::Noun
            && self.base.is_topic(term)
            && !self.claim.roles.iter().any(told)
            && !dated()
        {
            return Cover::Synonym;
        }
        // "The Line leak", "its surveillance of LY": the affair's own names, where the reading puts no other name in that place.
        if term.kind == TermKind::Name
            && place.is_none_or(|_| term.entity.is_none_or(|id| self.base.place_key(id).is_none()))
            && self.is_granted(term)
            && self.is_passing(term)
        {
            return Cover::Synonym;
        }
        // An entity's kind by another word: an entity whose own name or description holds the word.
        let several = term.number == Number::Many
            && !self
                .claim
                .roles
                .iter()
                .any(|role| role.slot == Slot::Is && self.claim.terms[role.head].span == term.span);
        if term.kind != TermKind::Name
            && term.kind != TermKind::Verb
            && !several
            && self
                .side
                .pool
                .entities()
                .iter()
                .any(|id| self.base.is_described_by(*id, term.key) && self.may_be_called(*id, term))
        {
            return Cover::Synonym;
        }
        Cover::None
    }

    /// Whether a noun is what the claim is made for: joined to another one by "and", somebody's title, or that of which it only says where or what
    /// it is. That a document speaks of such a thing elsewhere does not say it here.
    fn must_be_said(&self, term: &Term) -> bool {
        let terms = &self.claim.terms;
        let title = term.is(Class::Title) || term.words.last().is_some_and(|word| word.is(Class::Title));
        self.claim.roles.iter().any(|role| {
            let mine = terms[role.filler].span == term.span;
            let joined = mine
                && self
                    .claim
                    .roles
                    .iter()
                    .any(|other| other.head == role.head && other.slot == role.slot && other.filler != role.filler);
            let held = role.slot == Slot::Is && title && terms[role.head].span == term.span;
            let placed = mine && role.slot == Slot::Is;
            // "Left because of the false figures": why and how it was done.
            let aside = |index: usize| {
                let mut roles = self.claim.roles.iter();
                roles
                    .any(|one| one.filler == index && one.slot == Slot::Other && terms[one.head].kind == TermKind::Verb)
            };
            let adjunct = mine && (aside(role.filler) || role.slot == Slot::Of && aside(role.head));
            adjunct || joined || held || placed || mine && self.is_filled(role)
        })
    }

    /// Whether something of which the claim does not speak stands where the claim has a noun: "the film was banned" is not told where the novel was.
    /// A company may be the one that is named there.
    fn is_filled(&self, role: &Role) -> bool {
        let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
        let firm = among(filler.lemma.as_str(), List::Firm);
        self.side.statements.iter().any(|statement| {
            statement.roles.iter().any(|theirs| {
                let other = &statement.terms[theirs.filler];
                compatible(role.slot, theirs.slot)
                    && same_notion(head, &statement.terms[theirs.head])
                    && matches!(other.kind, TermKind::Noun | TermKind::Name)
                    && !(firm && other.kind == TermKind::Name)
                    && !self.claim.roles.iter().any(|one| {
                        let mine = &self.claim.terms[one.filler];
                        (one.head == role.head && compatible(one.slot, role.slot) || self.prepared.document.is_none())
                            && (mine.entity.is_some() && mine.entity == other.entity || same_notion(mine, other))
                    })
            })
        })
    }

    /// Whether the claim's own words leave room for a noun to stand for an entity: in "X is a subsidiary of Y" the noun is X's, and never Y's.
    fn may_be_called(&self, id: EntityId, term: &Term) -> bool {
        let terms = &self.claim.terms;
        // "SoftBank is a tech giant": the word goes with the noun that says what somebody is.
        let with: Vec<Span> = self
            .claim
            .roles
            .iter()
            .filter(|role| role.slot == Slot::Of && terms[role.filler].span == term.span)
            .map(|role| terms[role.head].span)
            .collect();
        let of_another = self.claim.roles.iter().any(|role| {
            role.slot == Slot::Is
                && with.contains(&terms[role.head].span)
                && terms[role.filler].entity.is_some_and(|filler| filler != id)
        });
        !of_another
            && self.claim.roles.iter().filter(|role| terms[role.head].span == term.span).all(|role| {
                let filler = terms[role.filler].entity;
                match role.slot {
                    Slot::Of => filler != Some(id),
                    Slot::Is => filler.is_none_or(|filler| filler == id),
                    _ => true,
                }
            })
    }

    /// The parties of the claim that a place is said of: "South Korean Naver", "Naver is a firm from South Korea".
    pub(super) fn beside_place(&self, term: &Term) -> Vec<EntityId> {
        let roles = &self.claim.roles;
        let terms = &self.claim.terms;
        let heads: Vec<usize> =
            roles.iter().filter(|role| terms[role.filler].span == term.span).map(|role| role.head).collect();
        let linked = heads.iter().flat_map(|head| {
            roles.iter().filter_map(move |role| match role.slot {
                Slot::Is | Slot::Of if role.head == *head => Some(role.filler),
                Slot::Is | Slot::Of if role.filler == *head => Some(role.head),
                _ => None,
            })
        });
        heads
            .iter()
            .copied()
            .chain(linked)
            .filter_map(|index| terms[index].entity)
            .filter(|id| self.base.place_key(*id).is_none())
            .collect()
    }

    /// Whether a name only says whose or of whom something is, in a place that the reading leaves empty.
    pub(super) fn is_passing(&self, term: &Term) -> bool {
        self.claim.roles.iter().filter(|role| self.claim.terms[role.filler].span == term.span).all(|role| {
            let head = &self.claim.terms[role.head];
            let filled = self.side.statements.iter().any(|statement| {
                statement.roles.iter().any(|other| {
                    other.slot == role.slot
                        && statement.terms[other.filler].kind == TermKind::Name
                        && same_notion(head, &statement.terms[other.head])
                })
            });
            // "The data leaked from X": where what the base is about came from.
            let source = role.slot == Slot::From && head.kind == TermKind::Verb && self.base.is_topic(head);
            (matches!(role.slot, Slot::Of | Slot::Other) && !head.is(Class::Title) && head.kind == TermKind::Noun
                || source)
                && !filled
                && head.entity.is_none()
        }) && self.claim.roles.iter().any(|role| self.claim.terms[role.filler].span == term.span)
    }

    fn quantities(&self, result: &mut Comparison) {
        let restricted = !self.claim.quantities.is_empty() && self.is_restricted();
        for (quantity, counted) in self.claim.quantities.iter().zip(&self.asked.counted) {
            if quantity.garbled || restricted {
                self.part(result, PartKind::Quantity, quantity.span, Outcome::Unknown, None, false);
                continue;
            }
            let (found, garbled) = self.counterpart(quantity, counted);
            result.garbled |= garbled;
            // "Of the 440,000 items announced": the whole that is referred to may stand in another reading.
            if quantity.whole
                && !(self.is_all(quantity) && found.as_ref().is_some_and(|(fit, _)| *fit == Fit::Clash))
                && !found.as_ref().is_some_and(|(fit, _)| matches!(fit, Fit::Same | Fit::Follows))
                && self.base.prints(quantity, self.claim)
            {
                continue;
            }
            let Some((fit, other)) = found else {
                self.part(result, PartKind::Quantity, quantity.span, Outcome::Unknown, None, false);
                continue;
            };
            let outcome = match fit {
                Fit::Same | Fit::Follows => Outcome::Agrees,
                Fit::Open => Outcome::Unknown,
                Fit::Clash => Outcome::Disagrees,
            };
            let expected = (fit != Fit::Same).then(|| Expected::Figure(Amount::of(other)));
            self.part_beside(result, PartKind::Quantity, quantity.span, outcome, expected, fit == Fit::Follows);
            result.fit = Some(match (result.fit, fit) {
                (Some(Fit::Clash), _) | (_, Fit::Clash) => Fit::Clash,
                (Some(Fit::Open), _) | (_, Fit::Open) => Fit::Open,
                (Some(Fit::Follows), _) | (_, Fit::Follows) => Fit::Follows,
                _ => Fit::Same,
            });
        }
    }

    /// "X, with 44 seats, and Y, with 28": where a sentence counts the same of several, each figure belongs to the name before it.
    fn paired(&self, result: &mut Comparison) {
        let [quantity] = self.claim.quantities.as_slice() else { return };
        for statement in &self.side.statements {
            let counts: Vec<&Quantity> =
                statement.quantities.iter().filter(|other| other.unit == quantity.unit && !other.garbled).collect();
            let names: Vec<&Term> = statement.terms.iter().filter(|term| term.kind == TermKind::Name).collect();
            let ours = |name: &Term| {
                self.claim.terms.iter().any(|mine| match mine.entity {
                    Some(_) => mine.entity == name.entity,
                    None => mine.kind == TermKind::Name && mine.key == name.key,
                })
            };
            // Whose a figure is, where the name right before it has no other figure behind it.
            let owner = |count: &Quantity| {
                let name = names.iter().rfind(|name| name.token < count.first)?;
                let apart = counts.iter().any(|other| other.first > name.token && other.last <= count.first);
                (!apart).then_some(*name)
            };
            let owned: Vec<(&Quantity, &Term)> =
                counts.iter().filter_map(|count| Some((*count, owner(count)?))).collect();
            if owned.len() < 2
                || owned.len() < counts.len()
                || owned.windows(2).any(|pair| pair[0].1.key == pair[1].1.key)
            {
                continue;
            }
            let found = owned.iter().find(|(count, _)| fit(quantity, count) == Fit::Same);
            let right = owned.iter().find(|(_, name)| ours(name));
            if let (Some((_, theirs)), Some((count, _))) = (found, right)
                && !ours(theirs)
            {
                let expected = Some(Expected::Figure(Amount::of(count)));
                self.part_beside(result, PartKind::Quantity, quantity.span, Outcome::Disagrees, expected, false);
            }
        }
    }

    /// "300,000 of the leaked items were linked to users" tells nothing of how many items leaked: what a question restricts its count to, a claim
    /// must speak of.
    fn is_restricted(&self) -> bool {
        let restricting = &self.prepared.restricting;
        let spoken_of = |term: &Term| restricting.iter().any(|other| same_notion(term, other));
        !restricting.is_empty() && !self.claim.terms.iter().any(spoken_of)
    }

    /// A figure for one place is no figure for another, nor for all: a place that the reading names and the claim does not.
    fn places(&self, result: &mut Comparison) {
        let Some(quantity) = self.claim.quantities.first() else { return };
        let Some(statement) = self.side.statements.first() else { return };
        let speaker: &[usize] = statement.speaker.as_ref().map_or(&[], |speaker| &speaker.terms);
        let is_place = |term: &Term| {
            term.entity
                .and_then(|id| self.base.entities.get(usize::from(id)))
                .is_some_and(|entity| entity.kind == EntityKind::Place)
        };
        let foreign =
            statement.terms.iter().enumerate().filter(|(index, term)| !speaker.contains(index) && is_place(term)).any(
                |(_, term)| {
                    let place = term.entity.and_then(|id| self.base.place_key(id));
                    !self
                        .claim
                        .terms
                        .iter()
                        .any(|other| other.entity == term.entity || other.key == term.key || Some(other.key) == place)
                },
            );
        if foreign && matches!(self.side.value, Value::Quantity(_)) {
            self.part(result, PartKind::Entity, quantity.span, Outcome::Unknown, None, false);
        }
    }

    /// The reading's quantity that fits best among those of the same unit and counted thing; and whether a damaged one stands there.
    fn counterpart(&self, quantity: &Quantity, counted: &Counted) -> (Option<(Fit, &Quantity)>, bool) {
        let mut garbled = false;
        let mut best: Option<(Fit, &Quantity)> = None;
        let order = |fit: Fit| match fit {
            Fit::Same => 0,
            Fit::Follows => 1,
            Fit::Open => 2,
            Fit::Clash => 3,
        };
        for (other, theirs) in self.side.figures() {
            if quantity.origin != other.origin
                || quantity.change != other.change
                || !self.same_measure(quantity, counted, other, theirs)
            {
                continue;
            }
            if other.garbled {
                garbled = true;
                continue;
            }
            let days = (quantity.unit != other.unit).then(|| quantity.in_days().zip(other.in_days())).flatten();
            let mut found = days.map_or_else(|| fit(quantity, other), |(left, right)| fit(&left, &right));
            // "300 of its 1,200 jobs will go": of the whole this tells only that it is so many.
            let whole = other.whole && !quantity.whole && self.prepared.document.is_some() && self.tells_deed();
            if (whole || self.is_astray(other)) && matches!(found, Fit::Same | Fit::Follows) {
                found = Fit::Open;
            }
            // "All six", where it was two of the six.
            if other.whole
                && self.is_all(quantity)
                && self.side.statements.iter().all(|statement| statement.universal.is_none())
            {
                let part =
                    self.side.figures().map(|(figure, _)| figure).filter(|figure| figure.first < other.first).last();
                return (Some((Fit::Clash, part.unwrap_or(other))), garbled);
            }
            // Where it is not told what one of them counts, they clash only where the figure is what the question asks for.
            let untold = self.prepared.document.is_none() && quantity.unit.is_none() && quantity.of.is_none();
            let answer = || matches!(&self.side.value, Value::Quantity(value) if value.same_figure(other));
            // Nor does what is another's counterpart: "60 now and 140 later" against the 60.
            let mut others = self.claim.quantities.iter().filter(|other| other.span != quantity.span);
            if found == Fit::Clash && (untold && !answer() || others.any(|mine| mine.same_figure(other))) {
                continue;
            }
            // "86,000 of the items" is a part, of which the total says nothing.
            if quantity.part && !other.part && !matches!(found, Fit::Same | Fit::Open) {
                continue;
            }
            if best.as_ref().is_none_or(|(known, _)| order(found) < order(*known)) {
                best = Some((found, other));
            }
        }
        (best, garbled)
    }

    /// "All six".
    fn is_all(&self, quantity: &Quantity) -> bool {
        let before = cut(self.text, ..quantity.span.start).trim_end();
        quantity.whole && before.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("all"))
    }

    /// Whether a figure of a document's sentence stands in a relative clause that tells something else than the claim does: "lost 90 litres, of which 20
    /// were found".
    fn is_astray(&self, figure: &Quantity) -> bool {
        let Some(statement) = self.side.statements.first() else { return false };
        let mut behind = statement.terms.iter().filter(|term| term.token >= figure.first);
        let Some(clause) = behind.next().and_then(|term| term.predication) else { return false };
        let told = |one: &Predication| {
            one.predicate.is_some_and(|own| {
                let own = &self.claim.terms[own];
                statement.terms.iter().any(|term| term.predication == Some(clause) && same_notion(own, term))
            })
        };
        self.prepared.document.is_some()
            && statement.predications[clause].link == Link::Relative
            && !self.claim.predications.iter().any(told)
    }

    /// Whether the claim says what was done, and not only what there is or what somebody has.
    fn tells_deed(&self) -> bool {
        self.claim.terms.iter().any(|term| term.kind == TermKind::Verb && !term.light)
    }

    fn same_measure(&self, claim: &Quantity, counted: &Counted, reading: &Quantity, theirs: &Counted) -> bool {
        if claim.factor != reading.factor {
            return false;
        }
        if claim.is_duration() && reading.is_duration() {
            return true;
        }
        if claim.unit != reading.unit {
            return false;
        }
        // A share of one company is not a share of another; a share whose whole is not told fits only where it is the answer itself.
        if claim.unit == Some("%") {
            let answer = matches!(&self.side.value, Value::Quantity(value) if value.low == reading.low && value.high == reading.high);
            let fits = match (&claim.whole_of, &reading.whole_of) {
                (Some(one), Some(other)) => one == other,
                (Some(_), None) => answer,
                // Who holds a share is not what it is a share of.
                (None, Some(other)) => self.claim.terms.iter().enumerate().any(|(index, term)| {
                    let holds = self.claim.roles.iter().any(|role| {
                        role.filler == index && matches!(role.slot, Slot::Agent | Slot::Sole) && self.claim.pronoun
                    });
                    !holds && (term.lemma == *other || term.others.iter().any(|id| format!("@{id}") == *other))
                }),
                (None, None) => true,
            };
            if !fits {
                return false;
            }
        }
        let (Some(one), Some(other)) = (&claim.of, &reading.of) else { return true };
        // What a share is a share of is told by the roles of the sentence; but most of the items are no share of the users.
        if claim.unit.is_some() && reading.modifier != Modifier::Open {
            return true;
        }
        if one == other {
            return true;
        }
        // "96 million people use it" counts its users.
        let uses = self.claim.terms.iter().any(|term| term.lemma == "use");
        if uses && matches!(one.as_str(), "person" | "people") && among(other.as_str(), List::Persons) {
            return true;
        }
        // "A total of 440,000" counts whatever is counted; "items", "pieces" and "records" are one thing, "items" and "users" are not.
        let lexicon = crate::lexicon::get();
        let mine = |concept: &ConceptId| counted.concepts.contains(concept);
        counted.general
            || theirs.general
            || theirs.concepts.iter().any(|concept| mine(concept) || lexicon.above(*concept).any(|above| mine(&above)))
    }

    pub(super) fn concepts(&self, lemma: &str) -> impl Iterator<Item = ConceptId> {
        self.base.concepts(lemma)
    }

    fn dates(&self, result: &mut Comparison) {
        for date in &self.claim.dates {
            let (mut time, mut expected) = self.time_of(date);
            if matches!(time, Time::Other | Time::Finer)
                && let Some(period) = self.stood_then(date)
            {
                let same = date.period == Some(period) || date.yearless;
                (time, expected) = (Time::Same, (!same).then_some(Expected::Time(period)));
            }
            result.time = match (result.time, time) {
                (Time::Other, _) | (_, Time::Other) => Time::Other,
                (Time::Finer, _) | (_, Time::Finer) => Time::Finer,
                _ => time,
            };
            let kind = if self.question.running { PartKind::TimeFrame } else { PartKind::Date };
            match time {
                Time::Same | Time::Unframed => {
                    let follows = expected.is_some();
                    self.part_beside(result, kind, date.span, Outcome::Agrees, expected, follows)
                }
                Time::Finer => self.part_beside(result, kind, date.span, Outcome::Unknown, expected, false),
                // When somebody told of it is a day like any other; for a figure or state that runs on, another time is one of which this reading
                // does not speak.
                Time::Other
                    if self.question.running
                        && self.reading.own_as_of
                        && date.relative
                        && date
                            .on
                            .and_then(|on| self.claim.terms.get(on))
                            .is_some_and(|term| term.is(Class::Telling)) =>
                {
                    self.part_beside(result, PartKind::Date, date.span, Outcome::Disagrees, expected, false)
                }
                // What is said to go on still may well have begun at another time.
                Time::Other
                    if self.question.running || self.claim.marks.iter().any(|(mark, _)| *mark == Mark::Still) =>
                {
                    self.part_beside(result, kind, date.span, Outcome::Unknown, expected, false)
                }
                Time::Other => self.part_beside(result, kind, date.span, Outcome::Disagrees, expected, false),
            }
        }
        // "At first they spoke of 540": when the count was raised is no answer to what it was first.
        if let Some((Frame::First, span)) = self.claim.frame
            && matches!(self.side.value, Value::Date(_))
            && !claim_counts_nothing(self.claim)
        {
            self.part(result, PartKind::TimeFrame, span, Outcome::Unknown, None, false);
        }
        if let Some((frame, span)) = self.claim.frame
            && self.question.running
            && (self.claim.dates.is_empty() || frame == Frame::First && matches!(self.side.value, Value::Quantity(_)))
        {
            let times: Vec<Period> = self.question.readings.iter().filter_map(|reading| reading.as_of).collect();
            let edge = match frame {
                Frame::First => times.iter().min_by_key(|period| period.from),
                Frame::Latest => None,
            };
            if let (Some(edge), Some(own)) = (edge, self.reading.as_of) {
                let same = own.from.since(edge.from) < 31;
                result.time = if same { Time::Same } else { Time::Other };
                self.part(
                    result,
                    PartKind::TimeFrame,
                    span,
                    if same { Outcome::Agrees } else { Outcome::Unknown },
                    None,
                    false,
                );
            }
        }
    }

    /// Whether the claim dates what is done, and the reading gives the day on which somebody said it: "440 leaked in November".
    fn is_reported(&self, date: &DateRef) -> bool {
        let told = |statement: &Statement| {
            statement.dates.iter().any(|date| date.on.is_some_and(|on| is_telling(&statement.terms[on])))
        };
        let deed = date.on.is_some_and(|on| {
            let (verb, event) = (&self.claim.terms[on], &self.claim.terms[dated_event(self.claim, on)]);
            let done = verb.kind == TermKind::Verb && !verb.light && !is_telling(verb);
            // "The leak stood at 440" has the figure at that time, "the leak came" the leak.
            done || verb.light && self.claim.quantities.is_empty() && event.is_deed() && !is_telling(event)
        });
        self.question.running && deed && self.side.statements.iter().any(told)
    }

    /// The time for which another reading gives the same answer to a running question, where it is that of the claim.
    fn stood_then(&self, date: &DateRef) -> Option<Period> {
        let dated = date.on.and_then(|on| self.claim.terms.get(on));
        if !self.tells_state(dated) || self.is_reported(date) {
            return None;
        }
        let same = |other: &Value| match (&self.side.value, other) {
            // Without a figure the claim's day is that of something else: "was reprimanded on 6 March".
            (Value::Quantity(one), Value::Quantity(other)) => {
                !self.claim.quantities.is_empty()
                    && !one.garbled
                    && one.unit == other.unit
                    && one.value().is_some()
                    && one.value() == other.value()
            }
            (Value::Entity(one), Value::Entity(other)) => one == other,
            _ => false,
        };
        let mut others =
            self.question.readings.iter().zip(&self.prepared.readings).filter(|(_, side)| same(&side.value));
        others
            .find_map(|(reading, _)| reading.as_of.filter(|period| set_beside(date, *period) == Time::Same))
            .filter(|_| self.question.running)
    }

    /// Whether what a date of the claim hangs on is the state that the reading tells. The day for which somebody owns something dates the owning,
    /// and nothing that its wording recalls ("the venture that they set up").
    fn tells_state(&self, dated: Option<&Term>) -> bool {
        // "The access happened in November" dates the access.
        let happens = dated.filter(|term| term.light && term.kind == TermKind::Verb).and_then(|verb| {
            let subject = self.claim.roles.iter().find(|role| {
                self.claim.terms[role.head].span == verb.span && matches!(role.slot, Slot::Sole | Slot::Agent)
            })?;
            let event = &self.claim.terms[subject.filler];
            let told = [Class::Telling, Class::SpeechAct, Class::Measure].iter().any(|class| event.is(*class));
            let deed = event.is_deed() || event.words.last().is_some_and(Term::is_deed);
            (deed && !told).then_some(event)
        });
        // What somebody became they were not before.
        if dated.is_some_and(|verb| verb.lemma == "become") {
            return false;
        }
        let dated = happens.or(dated.filter(|term| !term.light && term.kind == TermKind::Verb));
        dated.is_none_or(|term| {
            self.side.statements.iter().any(|statement| {
                let main =
                    statement.predications.iter().filter(|one| matches!(one.link, Link::Main | Link::Complement));
                main.filter_map(|one| one.predicate).any(|at| same_notion(term, &statement.terms[at]))
            })
        })
    }

    /// Where a date of the claim stands to those of the reading.
    ///
    /// A date that tells when something was said does not date what happened, nor the other way round.
    fn time_of(&self, date: &DateRef) -> (Time, Option<Expected>) {
        let dated = date.on.and_then(|on| self.claim.terms.get(on));
        let event = date.on.map(|on| &self.claim.terms[dated_event(self.claim, on)]);
        let telling = dated.is_some_and(is_telling) || event.is_some_and(is_telling);
        // When a figure rose is not when it stood.
        let moves = dated.is_some_and(|term| {
            [Class::Rise, Class::Fall].iter().any(|class| term.is(*class)) && term.kind == TermKind::Verb
        });
        // The reading's dates: whether each is that of a telling, and whether it dates the claim's very event.
        let count = self.side.statements.iter().map(|statement| statement.dates.len()).sum();
        let mut own: Vec<(Period, bool, bool)> = Vec::with_capacity(count);
        let mut aside = false;
        for statement in &self.side.statements {
            for other in &statement.dates {
                let Some(period) = other.period else { continue };
                let on = other.on.map(|on| &statement.terms[on]);
                let at = other.on.map(|on| dated_event(statement, on));
                let told = on.is_some_and(is_telling) || at.is_some_and(|at| is_telling(&statement.terms[at]));
                let same = |mine: Option<&Term>, theirs: Option<&Term>| {
                    mine.zip(theirs).is_some_and(|(mine, theirs)| !mine.light && same_notion(mine, theirs))
                };
                let events = same(dated, on) || same(event, at.map(|at| &statement.terms[at]));
                let exact = told == telling && (events || told && dated.is_some_and(|term| !term.light));
                // "Was reprimanded on Tuesday over the leak" does not tell when the leak was.
                aside |= event.zip(at).is_some_and(|(mine, at)| {
                    !telling && mine.is_deed() && !dated.is_some_and(hands_over) && tells_apart(statement, mine, at)
                });
                own.push((period, told, exact));
            }
        }
        // Where the claim's very event is dated, that date alone counts, however the claim or the reading tells it.
        let very = own.iter().any(|(_, _, exact)| *exact);
        // Nor does a reading that has no word of its own for it, where no date was asked for.
        let foreign = |mine: &Term| mine.is_deed() && !mine.light && self.side.pool.cover(mine) == Cover::None;
        let asked = matches!(self.side.value, Value::Date(_)) || self.prepared.document.is_some();
        aside |= !asked && !own.is_empty() && !telling && event.is_some_and(foreign);
        aside &= !very;
        if aside {
            own.clear();
        }
        let value = match self.side.value {
            Value::Date(period) => Some(period),
            _ => None,
        };
        let states = self.tells_state(dated);
        let running = self.question.running;
        // The day for which a figure stands is no day of what it counts: that the leak came to so much in March does not make it happen then.
        let states =
            states && (telling || !claim_counts_nothing(self.claim) || !matches!(self.side.value, Value::Quantity(_)));
        let reported = self.is_reported(date);
        let spoken = self.reading.as_of.filter(|_| self.reading.own_as_of || own.is_empty() && !aside);
        let published =
            self.base.sources.get(usize::from(self.reading.source)).and_then(|source| source.date).map(Period::day);
        let outlet = self
            .claim
            .speaker
            .as_ref()
            .is_some_and(|speaker| speaker.terms.iter().any(|index| self.names_outlet(&self.claim.terms[*index])));
        // The day of a report is, to a month or so, the day of what it tells that somebody said.
        let wide = date.period.is_some_and(|period| period.to.since(period.from) >= 27);
        let dateless = own.is_empty() && value.is_none();
        // What a source says has happened had happened by the day it says so.
        let done =
            date.bound == Bound::Until && dateless && self.side.certainty == Certainty::Plain && !self.claim.negated();
        if done && date.period.zip(published).is_some_and(|(by, then)| then.to <= by.to) {
            return (Time::Same, None);
        }
        let mut best: Option<(Time, Period)> = None;
        let rank = |time: Time| match time {
            Time::Same | Time::Unframed => 0,
            Time::Finer => 1,
            Time::Other => 2,
        };
        let named = || own.iter().filter(|(_, _, exact)| *exact == very);
        // The question's own date is that of the telling only where its readings tell it so.
        let told = own.is_empty() && !aside || named().any(|(_, told, _)| *told == telling);
        let events = value.filter(|_| told).into_iter().map(|period| (period, true)).chain(named().filter_map(
            |(period, told, _)| {
                let fits = very || !reported && *told == telling || running && !telling && !reported || dated.is_none();
                fits.then_some((*period, true))
            },
        ));
        // "NHK carried the figure on 5 March", "in a report dated 5 March"
        let passed_on = |term: &Term| among(&term.lemma, List::Messenger) || term.lemma == "date";
        let tellings = spoken
            .filter(|_| telling && (self.reading.own_as_of || wide) || running && !moves && states && !reported)
            .into_iter()
            .chain(published.filter(|_| outlet && (telling || dated.is_none_or(passed_on))))
            .map(|period| (period, false));
        for (other, event) in events.chain(tellings) {
            // "Until 1 April" bounds what happens, not when it was told.
            let day = date.period.is_some_and(|period| period.from == period.to);
            if !event
                && (matches!(date.bound, Bound::Until | Bound::Lasting | Bound::Before | Bound::After)
                    || day && !self.reading.own_as_of && !outlet)
            {
                continue;
            }
            let found = set_beside(date, other);
            if best.is_none_or(|(known, _)| rank(found) < rank(known)) {
                best = Some((found, other));
            }
        }
        match best {
            None => (Time::Finer, None),
            Some((Time::Same, other))
                if date.period == Some(other)
                    || date.yearless
                        && date.period.map(|p| (p.from.month(), p.to.day()))
                            == Some((other.from.month(), other.to.day())) =>
            {
                (Time::Same, None)
            }
            Some((Time::Same, other)) => (Time::Same, Some(Expected::Time(other))),
            // With no date of its own the reading cannot be said to speak of another time.
            Some((Time::Other, _)) if dateless && !running => (Time::Finer, None),
            Some((time, other)) => (time, Some(Expected::Time(other))),
        }
    }

    /// A name in the wrong place is a clash, not a name that is missing.
    pub(super) fn role_clash(&self, result: &mut Comparison, filler: usize, expected: Option<String>) {
        let span = self.claim.terms[filler].span;
        let terms = &self.claim.terms;
        // The operator of an app may be said to have its users.
        let word = |name: &String| name.split_whitespace().next().map(|word| key(&crate::text::lower(word)));
        // "Naver" may be said of a firm of its group, "Naver Cloud".
        let group = |id: EntityId| {
            let words =
                |name: &str| plain_words(name).filter(|word| !among(word, List::CompanyForm)).collect::<Vec<String>>();
            let other = expected.as_ref().map(|name| words(name)).unwrap_or_default();
            let own = self.base.entities.get(usize::from(id)).map(|entity| words(&entity.name)).unwrap_or_default();
            !own.is_empty() && !other.is_empty() && (other.starts_with(&own) || own.starts_with(&other))
        };
        if let (Some(id), Some(word)) = (terms[filler].entity, expected.as_ref().and_then(word))
            && (!self.claim.quantities.is_empty() && self.base.is_described_by(id, word) || group(id))
        {
            self.part(result, PartKind::Role, span, Outcome::Unknown, expected, false);
            return;
        }
        // The other words of an unknown name go with its last one: "Financial Services Agency".
        let name = |index: usize| terms[index].kind == TermKind::Name && terms[index].entity.is_none();
        let first = (0..filler)
            .rev()
            .take_while(|index| name(*index) && name(*index + 1) && terms[*index].token + 1 == terms[*index + 1].token)
            .last()
            .unwrap_or(filler);
        for (index, term) in terms.iter().enumerate().take(filler + 1).skip(first) {
            if result.uncovered.contains(&index) && result.weight > 0.0 {
                result.coverage += weight(term) / result.weight;
            }
            result.uncovered.retain(|open| *open != index);
            result.parts.retain(|part| !(part.kind == PartKind::Entity && part.span == term.span));
        }
        self.part(result, PartKind::Role, span, Outcome::Disagrees, expected, false);
    }

    /// Whether one party speaks for the other: a person and the body whose office the base gives them.
    fn related(&self, one: EntityId, other: EntityId) -> bool {
        let names = |id: EntityId, of: EntityId| {
            self.base.entities.get(usize::from(of)).is_some_and(|entity| {
                entity.name.split_whitespace().any(|word| {
                    word.len() > 1 && self.base.is_described_by(id, crate::statement::key(&crate::text::lower(word)))
                })
            })
        };
        let person = |id: EntityId| {
            self.base.entities.get(usize::from(id)).is_some_and(|entity| entity.kind == EntityKind::Person)
        };
        person(one) != person(other) && (names(one, other) || names(other, one))
    }

    /// Two persons, or two bodies: a minister and a ministry may say the same.
    fn one_sort(&self, one: EntityId, other: EntityId) -> bool {
        let person = |id: EntityId| {
            self.base.entities.get(usize::from(id)).is_some_and(|entity| entity.kind == EntityKind::Person)
        };
        person(one) == person(other)
    }

    fn announces(&self, verb: &str) -> bool {
        among(verb, List::Disclose)
    }

    /// Whether a term that names the claim's speaker fits the reading's speaker or its source.
    fn speaker_fits(&self, term: &Term) -> bool {
        // "The minister said" what the minister, by name, said.
        let title = term.words.last().map_or(term.key, |word| word.key);
        let office = term.kind != TermKind::Name
            || term.described
            || term
                .entity
                .and_then(|id| self.base.entities.get(usize::from(id)))
                .is_some_and(|entity| entity.kind == EntityKind::Office);
        term.entity.is_some()
            && (self.side.by == term.entity || term.others.iter().any(|other| self.side.by == Some(*other)))
            || office && self.side.by.is_some_and(|by| self.base.is_described_by(by, title))
            || self.names_outlet(term)
    }

    /// Whether a term names the publisher of the reading's source, or the agency it repeats.
    pub(super) fn names_outlet(&self, term: &Term) -> bool {
        let source = &self.base.sources[usize::from(self.reading.source)];
        if let Some(entity) = term.entity.and_then(|id| self.base.entities.get(usize::from(id))) {
            let named = |name: &Option<String>| {
                name.as_ref()
                    .is_some_and(|name| entity.id == *name || entity.name == *name || entity.aliases.contains(name))
            };
            return named(&source.publisher) || named(&source.origin);
        }
        let publisher = crate::text::lower(source.publisher.as_deref().unwrap_or(""));
        term.kind == TermKind::Name && publisher.split_whitespace().any(|word| word == term.lemma)
    }

    fn speaker(&self, result: &mut Comparison) {
        let Some(speaker) = self.claim.speaker.as_ref().filter(|speaker| speaker.introduces) else { return };
        let office = |index: &usize| self.claim.offices.iter().any(|office| office.terms.contains(index));
        let named: Vec<&Term> = speaker
            .terms
            .iter()
            .filter(|index| !office(index))
            .map(|index| &self.claim.terms[*index])
            .filter(|term| !term.light)
            .collect();
        if named.is_empty() {
            return;
        }
        // Who did not say it, or only may, has not said it.
        if self.prepared.document.is_some() && self.is_unsaid(&speaker.verb) {
            self.part(result, PartKind::Attribution, speaker.span, Outcome::Unknown, None, false);
            return;
        }
        // Every party that is named must be the one: "Matsumoto, president of LY" is not LY's president.
        let parties: Vec<&&Term> = named.iter().filter(|term| term.kind == TermKind::Name).collect();
        // "Said its chief executive", where the reading has the title beside the name.
        let titled = |term: &&Term| {
            term.kind != TermKind::Name && term.is(Class::Title) && self.own_cover(term) >= Cover::Synonym
        };
        let all_fit = if parties.is_empty() {
            named.iter().any(|term| self.speaker_fits(term))
        } else {
            parties.iter().all(|term| self.speaker_fits(term) || self.belongs_to_speaker(term))
                && (parties.iter().any(|term| self.speaker_fits(term)) || named.iter().any(titled))
        };
        // Who vows something does more than say or ask for it.
        let lexicon = crate::lexicon::get();
        let vows = |word: &str| lexicon.is(word, Class::Planned) && lexicon.is(word, Class::SpeechAct);
        let vowed = || {
            let mine = Term::word(speaker.verb.clone(), lexicon.concepts(&speaker.verb).to_vec());
            let mut theirs = self.side.statements.iter().flat_map(|statement| &statement.terms);
            theirs.any(|term| same_notion(&mine, term))
        };
        if all_fit && vows(&speaker.verb) && !vowed() {
            self.part(result, PartKind::Attribution, speaker.span, Outcome::Unknown, None, false);
            return;
        }
        if all_fit {
            self.part(result, PartKind::Attribution, speaker.span, Outcome::Agrees, None, false);
            return;
        }
        // Who admits something or rules it out must be told to.
        let avowed = |term: &Term| term.lemma == speaker.verb && self.own_cover(term) == Cover::None;
        if among(&speaker.verb, List::Avowal) && self.claim.terms.iter().any(avowed) {
            self.part(result, PartKind::Attribution, speaker.span, Outcome::Unknown, None, false);
            return;
        }
        let holder = |id: EntityId| self.base.entities.get(usize::from(id)).map(|entity| entity.name.clone());
        let claimed = named.iter().find_map(|term| term.entity);
        let covered = named.iter().all(|term| self.cover(term) > Cover::None);
        match (claimed, self.side.by) {
            // A messenger of what somebody else tells; what an outlet is said to have found or confirmed itself, it must have.
            (Some(id), _)
                if self.base.is_outlet(id)
                    && (self.claim.quotes.is_empty() || speaker.verb != "say")
                    && (speaker.verb.contains(' ') || among(speaker.verb.as_str(), List::Utter)) =>
            {
                result.caveats.push("This comes from another source than the one the claim names.".to_owned())
            }
            // Words of one party put in another's mouth.
            (Some(id), Some(by))
                if id != by
                    && self.is_speech()
                    && (self.one_sort(id, by) || !self.claim.quotes.is_empty())
                    && !self.related(id, by) =>
            {
                self.part(result, PartKind::Attribution, speaker.span, Outcome::Disagrees, holder(by), false)
            }
            // An announcement has one author.
            (Some(id), Some(by)) if id != by && !self.related(id, by) && self.announces(&speaker.verb) => {
                self.part(result, PartKind::Attribution, speaker.span, Outcome::Disagrees, holder(by), false)
            }
            (Some(id), Some(by)) if id != by && !self.related(id, by) => {
                self.part(result, PartKind::Attribution, speaker.span, Outcome::Unknown, holder(by), false)
            }
            // That a party stands in the reading makes it nobody's account.
            // Whose investigation it was is told by the party, and not by the word.
            _ if covered
                && named.iter().any(|term| {
                    (parties.is_empty() || term.kind == TermKind::Name) && (term.entity.is_none() || self.utters(term))
                }) =>
            {
                self.part(result, PartKind::Attribution, speaker.span, Outcome::Agrees, None, false)
            }
            // What the source tells as a fact, of the party that the base is about, by that party's account.
            (Some(_), None) if !self.is_speech() && named.iter().any(|term| self.base.is_protagonist(term)) => {
                result.caveats.push("The source says this itself, without naming who told it.".to_owned());
            }
            (_, by) => {
                self.part(result, PartKind::Attribution, speaker.span, Outcome::Unknown, by.and_then(holder), false)
            }
        }
    }

    /// Whether all that the reading tells of saying, by the claim's verb or else by any, is that it was not done, or not yet.
    fn is_unsaid(&self, verb: &str) -> bool {
        let speech = [Class::Say, Class::SpeechAct, Class::Telling];
        let says =
            |term: &&Term| term.kind == TermKind::Verb && !term.modifier && speech.iter().any(|class| term.is(*class));
        let said: Vec<&Term> =
            self.side.statements.iter().flat_map(|statement| &statement.terms).filter(says).collect();
        let unsaid = |term: &&Term| term.negated || term.mode != Certainty::Plain;
        let by_verb = said.iter().any(|term| term.lemma == verb);
        let mut meant = said.iter().filter(|term| !by_verb || term.lemma == verb);
        !said.is_empty() && meant.all(unsaid)
    }

    /// The body that a speaker speaks for ("LY's president", "the ministry's Matsumoto") stands in the reading as well.
    fn belongs_to_speaker(&self, term: &Term) -> bool {
        term.entity
            .and_then(|id| self.base.entities.get(usize::from(id)))
            .is_none_or(|entity| entity.kind != EntityKind::Person)
            && self.cover(term) > Cover::None
    }

    /// A reading that is somebody's words or will rather than a plain fact somebody reported.
    pub(super) fn is_speech(&self) -> bool {
        !matches!(self.side.certainty, Certainty::Plain | Certainty::Possible) || !self.claim.quotes.is_empty()
    }

    /// A quotation agrees where its words stand in the source; another wording of the source's words is not the quotation.
    fn quotations(&self, result: &mut Comparison) {
        for quote in &self.claim.quotes {
            let outcome = if self.stands(*quote) { Outcome::Agrees } else { Outcome::Unknown };
            // The source's words with a "not" put in.
            let without: Vec<String> =
                plain_words(quote.of(self.text)).filter(|word| !among(word.as_str(), List::Denying)).collect();
            if outcome == Outcome::Unknown
                && without.len() < plain_words(quote.of(self.text)).count()
                && (quote::holds(&self.reading.quoted, &joined(&without, " "))
                    || self.side.wording.windows(without.len().max(1)).any(|window| window == without.as_slice()))
            {
                self.part(result, PartKind::Polarity, *quote, Outcome::Disagrees, Some(joined(&without, " ")), false);
                continue;
            }
            let words: Vec<&Term> =
                self.claim.terms.iter().filter(|term| quote.contains(term.span) && !term.light).collect();
            let held = words.iter().filter(|term| self.side.pool.cover(term) > Cover::None).count();
            result.near_quote |= words.len() >= NEAR_QUOTE_WORDS && held as f32 >= NEAR_QUOTE * words.len() as f32;
            self.part(result, PartKind::Quotation, *quote, outcome, None, false);
        }
    }

    /// Whether the words of a quotation stand in the reading's source.
    fn stands(&self, quotation: Span) -> bool {
        let text = quotation.of(self.text);
        if quote::holds(&self.reading.quoted, text) {
            return true;
        }
        let words: Vec<String> = plain_words(text).collect();
        !words.is_empty()
            && (self.side.wording.windows(words.len()).any(|window| window == words.as_slice())
                || self.stands_in_pieces(&words))
    }

    /// A long quotation may be kept in pieces of a few words: every word must lie in a piece of at least two that stands in the source.
    fn stands_in_pieces(&self, words: &[String]) -> bool {
        let mut at = 0;
        while at < words.len() {
            let longest = (2..=words.len() - at)
                .rev()
                .find(|length| self.side.wording.windows(*length).any(|window| window == &words[at..at + length]));
            match longest {
                Some(length) => at += length,
                None => return false,
            }
        }
        true
    }
}

/// Whether a claim gives no figure.
fn claim_counts_nothing(claim: &Statement) -> bool {
    claim.quantities.iter().all(Quantity::is_duration)
}

/// What was so "by September" may have been so some months before, but not longer: days.
const HALF_A_YEAR: i64 = 183;

/// Where one date stands to another: the claim's to the reading's.
pub fn set_beside(claim: &DateRef, reading: Period) -> Time {
    if let Some(weekday) = claim.weekday {
        let day = reading.from == reading.to;
        let same = reading.from.weekday() == u32::from(weekday);
        match (day, claim.period) {
            (true, None) if claim.bound != Bound::At => return Time::Finer,
            (true, _) if !same => return Time::Other,
            (true, None) => return Time::Same,
            (false, None) => return Time::Finer,
            _ => {}
        }
    }
    let Some(mut period) = claim.period else { return Time::Finer };
    if claim.yearless {
        let shift = |day: crate::statement::day::Day| {
            crate::statement::day::Day::from_ymd(
                reading.from.year() + day.year() - period.from.year(),
                day.month(),
                day.day(),
            )
        };
        if let (Some(from), Some(to)) = (shift(period.from), shift(period.to)) {
            period = Period { from, to };
        }
    }
    // The day of another event bounds it only loosely: which of two came first on one day is not told.
    if claim.first == claim.last
        && period.from == period.to
        && matches!(claim.bound, Bound::Before | Bound::After)
        && period.meets(reading)
    {
        return Time::Finer;
    }
    match claim.bound {
        Bound::Before => {
            return if reading.to < period.from {
                Time::Same
            } else if reading.from >= period.from {
                Time::Other
            } else {
                Time::Finer
            };
        }
        Bound::After => {
            return if reading.from > period.to {
                Time::Same
            } else if reading.to <= period.to {
                Time::Other
            } else {
                Time::Finer
            };
        }
        // That it was so before tells not how long.
        Bound::Lasting => return Time::Finer,
        Bound::Until if reading.to <= period.to && period.to.since(reading.to) < HALF_A_YEAR => return Time::Same,
        _ => {}
    }
    if period.contains(reading) {
        Time::Same
    } else if period.meets(reading) {
        Time::Finer
    } else {
        Time::Other
    }
}

impl Amount {
    pub fn of(quantity: &Quantity) -> Amount {
        let Quantity { low, high, modifier, unit, garbled, .. } = *quantity;
        Amount { low, high, modifier, unit, garbled }
    }

    /// As a reader expects it: "about 510,000", "64.5%".
    pub fn plain(&self) -> String {
        use crate::statement::quantity::Modifier::*;
        if self.garbled {
            return "a damaged figure".to_owned();
        }
        let before = match self.modifier {
            Exact | Between | Open => "",
            About => "about ",
            Nearly => "nearly ",
            JustOver => "just over ",
            MoreThan => "more than ",
            AtLeast => "at least ",
            LessThan => "less than ",
            AtMost => "at most ",
            UpTo => "as many as ",
        };
        let mut out = before.to_owned();
        if matches!(self.modifier, Between | Open) {
            out += &grouped(self.low.unwrap_or(0.0));
            out += " to ";
            out += &grouped(self.high.unwrap_or(0.0));
        } else {
            out += &grouped(self.low.or(self.high).unwrap_or(0.0));
        }
        if let Some(unit) = self.unit {
            out += if unit == "%" { "" } else { " " };
            out += unit;
        }
        out
    }
}

/// A figure with its digits in groups of three, or millions in words.
fn grouped(value: f64) -> String {
    if value.abs() >= 1e6 && (value / 1e4).fract() == 0.0 {
        return if value.abs() >= 1e9 {
            decimal::show(value / 1e9, 5) + " billion"
        } else {
            decimal::show(value / 1e6, 5) + " million"
        };
    }
    let text = decimal::show(value, 2);
    let whole = text.find('.').unwrap_or(text.len());
    let mut out = String::new();
    for (at, digit) in cut(&text, ..whole).char_indices() {
        if at > 0 && (whole - at).is_multiple_of(3) && digit.is_ascii_digit() && !out.ends_with('-') {
            out.push(',');
        }
        out.push(digit);
    }
    out + cut(&text, whole..)
}
