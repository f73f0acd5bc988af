//! Policy: from comparisons to a verdict (docs/verdicts.md §3, §4). No parsing here.

use super::compare::{Asked, CEILING_SLACK, Comparison, Context, Expected, PartResult, Time, is_telling, same_notion};
use super::relate::{may_be_misplaced, other_post};
use super::{arithmetic, explain, retrieve};
use crate::base::pool::Cover;
use crate::base::{Base, EntityKind, Prepared, PreparedReading, Value, plain_words, source_ref};
use crate::lexicon::{self, Class, ConceptId, List, among};
use crate::order;
use crate::report::{Claim, Evidence, Outcome, Part, PartKind, Reason, Stance, Support, Verdict};
use crate::statement::day::Period;
use crate::statement::frame::time_joint;
use crate::statement::quantity::{self, Fit, Modifier, Quantity};
use crate::statement::vocabulary::EntityId;
use crate::statement::{Bound, Certainty, DateRef, Link, Mark, Office, Piece, Role, Slot, Statement, Term, TermKind};
use crate::text::{Span, Token, Utf16Index};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

/// Below this coverage a reading cannot contradict: it may speak of something else.
const CONTRADICTION_COVERAGE: f32 = 0.75;
/// Below this coverage a reading is not worth showing.
const RELATED_COVERAGE: f32 = 0.34;
/// Figures that stand for days further apart than this are readings of two times.
const ONE_TIME_DAYS: i64 = 150;
/// A sentence of another document must hold at least this share of the claim's words to dispute what supports it.
const RIVAL_COVERAGE: f32 = 0.85;
/// The same where it denies what the claim says.
const DENIAL_COVERAGE: f32 = 0.6;
/// A contradiction whose words fit better than those of the best support by this much outweighs it.
const CLASH_LEAD: f32 = 0.1;
/// Two readings whose words fit equally well within this step are taken in the order of retrieval.
const STRENGTH_STEP: f32 = 0.02;
/// How many readings are shown beside a claim that none of them decides.
const RELATED: usize = 4;
/// How many readings a report shows for one claim.
const EVIDENCE: usize = 8;

/// The text that is checked, and the words of the sentence at hand as they were read.
pub struct Said<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
}

/// One candidate question with its comparisons.
#[derive(Clone)]
pub struct Candidate {
    pub prepared: Arc<Prepared>,
    pub comparisons: Vec<Comparison>,
}

/// What was decided and on which comparisons.
pub struct Decision {
    pub verdict: Verdict,
    pub reason: Reason,
    /// The comparisons that decided, strongest first, with what each does to the claim.
    pub stances: Vec<(usize, usize, Stance)>,
    /// Offices given in passing: their place, how they fared, who holds them instead.
    pub offices: Vec<(Span, Outcome, Option<String>)>,
    /// The verdict rests on arithmetic over sourced figures.
    pub calculated: bool,
}

impl Decision {
    pub fn new(verdict: Verdict, reason: Reason, stances: Vec<(usize, usize, Stance)>) -> Decision {
        Decision { verdict, reason, stances, offices: Vec::new(), calculated: false }
    }
}

/// One statement with what was compared and decided.
struct Settled<'a> {
    claim: Cow<'a, Statement>,
    candidates: Vec<Candidate>,
    decision: Decision,
    /// What is shown are the nearest readings, still to be compared in full.
    open: bool,
}

impl Settled<'_> {
    /// Compares in full what is to be shown.
    fn show(&mut self, text: &str, base: &Base) {
        if std::mem::take(&mut self.open) {
            self.decision.stances = nearest_in_full(text, &self.claim, base, &mut self.candidates);
        }
    }

    /// The question and the source of each reading that bears the statement out.
    fn grounds(&self) -> Vec<(usize, u16, u32)> {
        self.decision
            .stances
            .iter()
            .filter(|(_, _, stance)| *stance == Stance::Agrees)
            .map(|(at, reading, _)| {
                let comparison = &self.candidates[*at].comparisons[*reading];
                let reading = &self.candidates[*at].prepared.question.readings[*reading];
                (comparison.question, reading.source, reading.paragraph)
            })
            .collect()
    }

    /// The readings that bear the statement out.
    fn bearing(&self) -> impl Iterator<Item = &PreparedReading> {
        let agrees = self.decision.stances.iter().filter(|(_, _, stance)| *stance == Stance::Agrees);
        agrees.map(|(at, reading, _)| &self.candidates[*at].prepared.readings[*reading])
    }

    /// Whether a reading that bears the statement out tells of a cause, and has words of its own for what the main clause says.
    fn tells_cause(&self) -> bool {
        let main = self.claim.pieces.first().map_or(&*self.claim, |piece| &piece.statement);
        let said = |term: &&Term| !term.light && term.kind == TermKind::Noun && !term.is(Class::Party);
        let cause = self.claim.pieces.iter().find(|piece| is_cause(&piece.joint)).map(|piece| &piece.statement);
        self.bearing().any(|reading| {
            names_cause(reading)
                && !cause.is_some_and(|cause| is_turned(reading, main, cause))
                && main.terms.iter().filter(said).all(|term| reading.pool.cover(term) > Cover::None)
        })
    }

    /// Whether what decided clashes in this.
    fn clashes_in(&self, kind: PartKind) -> bool {
        self.decision.stances.first().is_some_and(|(at, reading, _)| {
            self.candidates[*at].comparisons[*reading].clash_kinds().any(|one| one == kind)
        })
    }

    /// Whether what decided agrees in this.
    fn agrees_in(&self, kind: PartKind) -> bool {
        self.decision.stances.first().is_some_and(|(at, reading, _)| {
            let parts = &self.candidates[*at].comparisons[*reading].parts;
            parts.iter().any(|part| part.kind == kind && part.outcome == Outcome::Agrees)
        })
    }

    /// Whether a reading that bears the statement out tells the order that a clause of time gives: by a clause of its own, or by a word for it.
    fn tells_order(&self, piece: &Piece, main: &Piece) -> bool {
        // Two things told one after the other: no source need say that they came so, as long as none says otherwise.
        if piece.joint == "then" {
            return true;
        }
        let words = match time_joint(&piece.joint) {
            Some(Bound::After) => List::Afterwards,
            Some(Bound::Before) => List::Beforehand,
            _ => return true,
        };
        let predicate = |piece: &'_ Piece| -> Option<Term> {
            let statement = &piece.statement;
            statement.predications.iter().find_map(|one| one.predicate).map(|index| statement.terms[index].clone())
        };
        let (inner, outer) = (predicate(piece), predicate(main));
        let stands_for = |one: &Option<Term>, other: &Term| one.as_ref().is_some_and(|term| same_notion(term, other));
        // "After confirming it" has the order of the claim, or the other one where the claim has the confirming in its main clause.
        let mut votes = self.bearing().flat_map(|reading| &reading.statements).flat_map(|statement| {
            statement.predications.iter().filter_map(|one| {
                let (bound, term) = (one.bound.filter(|bound| *bound != Bound::At)?, &statement.terms[one.predicate?]);
                let same = Some(bound) == time_joint(&piece.joint);
                match (stands_for(&inner, term), stands_for(&outer, term)) {
                    (true, false) => Some(same),
                    (false, true) => Some(!same),
                    _ => None,
                }
            })
        });
        if let Some(first) = votes.next() {
            return first || votes.any(|vote| vote);
        }
        self.bearing().any(|reading| reading.wording.iter().any(|word| among(word, words)))
    }

    /// The days that the sources give for what the statement tells, where a question asks for them and its readings agree on them.
    fn dated(&self) -> Option<Period> {
        let dated: Vec<(f32, Period)> = self
            .candidates
            .iter()
            .flat_map(|candidate| {
                let agreeing =
                    candidate.comparisons.iter().filter(|comparison| comparison.complete && comparison.agrees());
                agreeing.filter_map(|comparison| match candidate.prepared.readings[comparison.reading].value {
                    Value::Date(period) => Some((comparison.strength, period)),
                    _ => None,
                })
            })
            .collect();
        // What has the statement's very words tells it before what has others for them, and where it has no day there is none.
        let all = self.candidates.iter().flat_map(|candidate| &candidate.comparisons);
        let agreeing = all.filter(|comparison| comparison.complete && comparison.agrees());
        let best = agreeing.map(|comparison| comparison.strength).fold(0.0, f32::max);
        let mut dates = dated.iter().filter(|(strength, _)| strength + CLASH_LEAD > best).map(|(_, period)| *period);
        let first = dates.next()?;
        dates.all(|other| other.meets(first)).then_some(first)
    }

    /// The days of what the statement tells, as far as the readings that bear it out give them.
    fn period(&self) -> Option<Period> {
        event_period(&self.claim, &self.candidates, &self.decision)
    }
}

/// Judges one claim: as a whole by single readings, and else piece by piece, where relative clauses, adverbial clauses or appositions hang on it.
pub fn judge(said: &Said<'_>, claim: &Statement, base: &Base, utf16: &Utf16Index) -> Claim {
    let timing = claim.pieces.iter().find(|piece| time_joint(&piece.joint).is_some()).map(|piece| &piece.statement);
    let whole = settle(said, Cow::Borrowed(claim), timing, base);
    // One reading may hold the words of two clauses without telling which came first.
    let ordered = timing.is_some_and(|_| {
        claim.pieces.iter().any(|piece| matches!(time_joint(&piece.joint), Some(Bound::Before | Bound::After)))
    });
    let mut whole = whole;
    if ordered && whole.decision.verdict == Verdict::Supported && !whole.decision.calculated {
        let pieces: Vec<Settled> =
            claim.pieces.iter().map(|piece| settle(said, Cow::Owned(undated(&piece.statement)), None, base)).collect();
        let sided =
            claim.pieces[1..].iter().zip(&pieces[1..]).filter_map(|(piece, one)| order_of(piece, one, &pieces[0]));
        let orders: Vec<bool> = sided.collect();
        if orders.contains(&false) {
            let mut pieces = pieces;
            pieces[0].decision.verdict = Verdict::Conflicting;
            pieces[0].decision.reason = Reason::Contradicted;
            pieces[0].decision.stances.iter_mut().for_each(|(_, _, stance)| *stance = Stance::Disagrees);
            return report(said.text, claim, base, utf16, pieces);
        }
        if orders.is_empty() && !claim.pieces[1..].iter().all(|piece| whole.tells_order(piece, &claim.pieces[0])) {
            whole.decision.verdict = Verdict::Unsupported;
            whole.decision.reason = Reason::NotStated;
        }
    }
    // "It happened because they merged": a reading of the merger alone does not say so.
    let caused = claim.pieces.iter().skip(1).any(|piece| piece.link == Link::Adverbial && is_cause(&piece.joint));
    if caused && whole.decision.verdict == Verdict::Supported && !whole.decision.calculated && !whole.tells_cause() {
        whole.decision.verdict = Verdict::Unsupported;
        whole.decision.reason = Reason::NotStated;
    }
    let decided = whole.decision.verdict == Verdict::Supported
        || matches!(whole.decision.reason, Reason::OffTopic | Reason::Garbled);
    if claim.pieces.is_empty() || decided {
        if !decided
            && whole.decision.verdict == Verdict::Unsupported
            && let Some(members) = memberwise(said, claim, base)
        {
            return report(said.text, claim, base, utf16, members);
        }
        if !decided
            && whole.decision.verdict == Verdict::Unsupported
            && let Some(parts) = dated_apart(said, claim, base)
        {
            return report(said.text, claim, base, utf16, parts);
        }
        return report(said.text, claim, base, utf16, vec![whole]);
    }
    // What was so before or after something is no answer to what is so.
    let shifted =
        claim.pieces.iter().any(|piece| matches!(time_joint(&piece.joint), Some(Bound::Before | Bound::After)));
    // With two figures in two clauses the one may only seem to contradict the other's reading.
    if whole.decision.reason == Reason::Contradicted
        && whole.clashes_in(PartKind::Quantity)
        && whole.agrees_in(PartKind::Quantity)
    {
        whole.decision.verdict = Verdict::Unsupported;
        whole.decision.reason = Reason::NotStated;
    }
    // "The firm that owns 64.5 percent of it": which firm that is, is told by the clause alone.
    if vague(claim) && whole.decision.reason == Reason::Contradicted && whole.clashes_in(PartKind::Role) {
        whole.decision.verdict = Verdict::Unsupported;
        whole.decision.reason = Reason::NotStated;
    }
    let runs = whole.decision.stances.first().is_some_and(|(at, _, _)| whole.candidates[*at].prepared.question.running);
    if shifted && runs && whole.decision.reason == Reason::Contradicted {
        whole.decision.verdict = Verdict::Unsupported;
        whole.decision.reason = Reason::NotStated;
    }
    match piecewise(said, claim, base) {
        Pieces::Decide(pieces) => report(said.text, claim, base, utf16, pieces),
        // What only seems to clash where the words of several clauses are thrown together leaves the claim open.
        Pieces::Borne if whole.decision.reason == Reason::Contradicted && whole.clashes_in(PartKind::Role) => {
            whole.decision.verdict = Verdict::Unsupported;
            whole.decision.reason = Reason::NotStated;
            report(said.text, claim, base, utf16, vec![whole])
        }
        Pieces::Borne | Pieces::Open => report(said.text, claim, base, utf16, vec![whole]),
    }
}

/// What the pieces of a claim, judged one by one, say of it.
enum Pieces<'a> {
    /// They decide it: all of them are supported and fit together, or the first one conflicts.
    Decide(Vec<Settled<'a>>),
    /// The main clause is borne out, and nothing speaks against the others.
    Borne,
    /// They tell nothing.
    Open,
}

/// A claim about several things, thing by thing: all of them supported, or one of them contradicted, which then comes first.
fn memberwise<'a>(said: &Said<'_>, claim: &'a Statement, base: &Base) -> Option<Vec<Settled<'a>>> {
    // "Share", "merge": what is said of both together is said of neither alone.
    let together = claim.terms.iter().any(|term| term.is(Class::Symmetric) || term.is(Class::Sum));
    if claim.members.is_empty() || together {
        return None;
    }
    let mut settled: Vec<Settled> =
        claim.members.iter().map(|member| settle(said, Cow::Borrowed(member), None, base)).collect();
    if let Some(at) = settled.iter().position(|one| one.decision.reason == Reason::Contradicted) {
        settled[..=at].rotate_right(1);
        return Some(settled);
    }
    settled.iter().all(|one| one.decision.verdict == Verdict::Supported).then_some(settled)
}

/// "The ministry issued guidance on 5 March over the leak": what one reading tells without the day, and another, asked when it was, dates. Both
/// must tell it of the same parties. What somebody said is no such event, for they say many things.
fn dated_apart<'a>(said: &Said<'_>, claim: &Statement, base: &Base) -> Option<Vec<Settled<'a>>> {
    let [date] = claim.dates.as_slice() else { return None };
    let on = date.on.filter(|on| !is_telling(&claim.terms[*on]))?;
    let parties = claim
        .roles
        .iter()
        .filter(|role| role.head == on && matches!(role.slot, Slot::Agent | Slot::Patient | Slot::Sole | Slot::To));
    let mut core: Vec<usize> = parties.map(|role| role.filler).chain([on]).collect();
    order::unique(&mut core);
    if !core.iter().any(|index| claim.terms[*index].entity.is_some()) {
        return None;
    }
    let mut undated = claim.clone();
    undated.dates.clear();
    let told = settle(said, Cow::Owned(undated), None, base);
    if told.decision.verdict != Verdict::Supported || told.decision.calculated {
        return None;
    }
    let day = settle(said, Cow::Owned(claim.part(&core)), None, base);
    let dates = |at: usize, reading: usize| {
        let prepared = &day.candidates[at].prepared;
        prepared.question.one && matches!(prepared.readings[reading].value, Value::Date(_))
    };
    let borne = day.candidates.iter().enumerate().any(|(at, candidate)| {
        candidate.comparisons.iter().any(|one| one.complete && one.agrees() && dates(at, one.reading))
    });
    let clash = day.decision.reason == Reason::Contradicted
        && day.clashes_in(PartKind::Date)
        && day.decision.stances.first().is_some_and(|(at, reading, _)| dates(*at, *reading));
    match day.decision.verdict {
        Verdict::Supported if borne => Some(vec![told, day]),
        Verdict::Conflicting if clash => Some(vec![day, told]),
        _ => None,
    }
}

/// The days that a unit named by an event stands for: the month in which it took place, or the one before or after.
fn anchored(joint: &str, event: Period) -> Option<Period> {
    let (unit, side) = joint.split_once(' ').unwrap_or((joint, ""));
    let shift = match side {
        "" => 0,
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    match unit {
        "week" => {
            let monday = event.from.plus(7 * i64::from(shift) - i64::from(event.from.weekday()));
            Some(Period { from: monday, to: monday.plus(6) })
        }
        "month" => Some(event.from.month_span(shift)),
        "year" => Period::year(event.from.year() + shift),
        _ => None,
    }
}

/// Judges the pieces of a claim.
fn piecewise<'a>(said: &Said<'_>, claim: &'a Statement, base: &Base) -> Pieces<'a> {
    let mut settled: Vec<Settled> = Vec::new();
    let mut main = claim.pieces[0].statement.clone();
    // "When it first went public, it spoke of 300": what it spoke of first.
    main.frame = main.frame.or(claim.frame);
    for piece in &claim.pieces[1..] {
        let mut one = settle(said, Cow::Borrowed(&piece.statement), None, base);
        // What somebody is said to be in passing, they are at the time that the sentence speaks of.
        if one.decision.verdict != Verdict::Supported
            && piece.link == Link::Relative
            && piece.statement.dates.is_empty()
            && !main.dates.is_empty()
        {
            let mut then = piece.statement.clone();
            then.dates = main.dates.iter().map(|date| DateRef { on: None, ..date.clone() }).collect();
            let dated = settle(said, Cow::Owned(then), None, base);
            if dated.decision.verdict == Verdict::Supported {
                one = dated;
            }
        }
        // "Somebody employed by X" is nobody who is told of elsewhere.
        let here = |term: &Term| main.terms.iter().any(|other| other.token == term.token);
        let nobody = piece.link == Link::Relative && !piece.statement.terms.iter().any(here);
        // Whom "describing X as Y, …" has say what of whom, is a guess.
        let says = |term: &Term| [Class::SpeechAct, Class::Say, Class::Attitude].iter().any(|class| term.is(*class));
        let guessed = piece.link == Link::Adverbial && piece.joint.is_empty() && piece.statement.terms.iter().any(says);
        // "As the year drew to a close" tells of nothing that a source might tell otherwise, nor does "because there was no progress".
        let content = |term: &&Term| !term.light && term.kind != TermKind::Verb;
        // "The half that is not X's": which one it is, no source denies.
        let picked = piece.joint == "that" && piece.link == Link::Relative && piece.statement.negated();
        let bare = piece.link == Link::Adverbial
            && piece.statement.terms.iter().filter(content).count()
                <= usize::from(!piece.statement.terms.iter().any(|term| term.kind == TermKind::Name))
            && piece.statement.quantities.is_empty()
            && one.decision.reason == Reason::Contradicted;
        if bare || picked && one.decision.reason == Reason::Contradicted {
            one.decision.verdict = Verdict::Unsupported;
            one.decision.reason = Reason::NotStated;
        }
        if (guessed || nobody) && one.decision.reason == Reason::Contradicted && one.clashes_in(PartKind::Role) {
            one.decision.verdict = Verdict::Unsupported;
            one.decision.reason = Reason::NotStated;
        }
        // What somebody is called in passing holds for the time that the sentence tells of, whatever came later; but "which has 93 million
        // users" says so of today.
        let present = || {
            let words: Vec<&str> = piece.statement.span.of(said.text).split_whitespace().collect();
            let has = |pair: &[&str]| matches!(pair, ["which" | "that" | "who", "has" | "have"]);
            !piece.statement.quantities.is_empty() && words.windows(2).any(has)
        };
        if one.decision.reason == Reason::Outdated && piece.link == Link::Relative && !present() {
            one.decision.verdict = Verdict::Unsupported;
            one.decision.reason = Reason::NotStated;
        }
        settled.push(one);
    }
    for (piece, done) in claim.pieces[1..].iter().zip(&settled) {
        if let Some(period) = done.dated().or_else(|| done.period()).and_then(|event| anchored(&piece.joint, event)) {
            // It dates what the main clause tells, not something that its words recall.
            let on = main.predications.first().and_then(|predication| predication.predicate);
            main.dates.push(DateRef { on, ..given_date(period, Bound::At, piece.statement.span) });
        }
        // A clause of time without an event ("when all was counted") dates nothing.
        if let Some(bound) = time_joint(&piece.joint)
            && main.dates.is_empty()
            && let Some(period) = piece
                .statement
                .dates
                .iter()
                .find_map(|date| date.period)
                .or_else(|| done.dated())
                .or_else(|| done.period().filter(|_| bound != Bound::At))
        {
            main.dates.push(given_date(period, bound, piece.statement.span));
        }
    }
    settled.insert(0, settle(said, Cow::Owned(main), None, base));
    // "130,000 of the items concerned users living in Japan": without the clause that narrows it down the figure is of something wider.
    let narrowed = claim.pieces[1..].iter().zip(&settled[1..]).any(|(piece, one)| {
        piece.link == Link::Relative && !piece.named && one.decision.verdict == Verdict::Unsupported
    });
    let main = &settled[0];
    if main.decision.verdict == Verdict::Conflicting
        && (narrowed && main.clashes_in(PartKind::Quantity) || vague(claim) && main.clashes_in(PartKind::Role))
    {
        return Pieces::Open;
    }
    if let Some(at) = settled.iter().position(|one| one.decision.verdict == Verdict::Conflicting) {
        let first = settled.remove(at);
        settled.insert(0, first);
        return Pieces::Decide(settled);
    }
    let supported = settled.iter().all(|one| one.decision.verdict == Verdict::Supported);
    let fit = claim.pieces[1..]
        .iter()
        .zip(&settled[1..])
        .all(|(piece, one)| belongs(piece, one, &claim.pieces[0], &settled[0], vague(claim)));
    if supported && fit {
        Pieces::Decide(settled)
    } else if settled[0].decision.verdict == Verdict::Supported {
        Pieces::Borne
    } else {
        Pieces::Open
    }
}

/// Whether the main clause speaks of a party that only a relative clause tells from others: "the firm that owns 64.5 percent of it".
fn vague(claim: &Statement) -> bool {
    let Some((main, others)) = claim.pieces.split_first() else { return false };
    let person = |term: &Term| term.lemma == "person" || term.lemma == "man" || term.lemma == "woman";
    let general =
        |term: &&Term| term.kind == TermKind::Noun && (term.is(Class::Party) || person(term)) && term.definite;
    others.iter().filter(|piece| piece.link == Link::Relative && !piece.named).any(|piece| {
        let here = |term: &Term| piece.statement.terms.iter().any(|other| other.token == term.token);
        main.statement.terms.iter().filter(general).any(here)
    })
}

/// Whether a piece that is borne out goes with the main clause the way the claim joins them. That the one caused the other, or came before it,
/// no source may say, though it tells both.
fn belongs(piece: &Piece, one: &Settled, clause: &Piece, main: &Settled, unnamed: bool) -> bool {
    let told = one.tells_order(piece, clause) || main.tells_order(piece, clause);
    let (grounds, others) = (one.grounds(), main.grounds());
    let same_question = grounds.iter().any(|ground| others.iter().any(|other| other.0 == ground.0));
    let beside = same_question
        || grounds.iter().any(|ground| others.iter().any(|other| (other.1, other.2) == (ground.1, ground.2)));
    if matches!(piece.joint.split(' ').next(), Some("week" | "month" | "year")) {
        return one.dated().or_else(|| one.period()).is_some();
    }
    // "The firm whose engineers saw the data is South Korean": a paragraph may speak of another firm as well.
    let one_party = || {
        let known: Vec<EntityId> = one.bearing().flat_map(|reading| reading.pool.entities()).copied().collect();
        main.bearing().any(|reading| reading.pool.entities().iter().all(|entity| known.contains(entity)))
    };
    match (piece.link, time_joint(&piece.joint)) {
        (Link::Relative, _) => piece.named || beside && (same_question || !unnamed || one_party()),
        (_, Some(bound)) => match (one.period(), main.dated().or_else(|| main.period())) {
            (Some(inner), Some(outer)) => match bound {
                Bound::After | Bound::Before if one_day(inner, outer) => told,
                Bound::After => outer.from >= inner.from,
                Bound::Before => outer.to <= inner.to,
                _ => outer.meets(inner) || beside,
            },
            _ if piece.joint == "then" => true,
            // Which came first is not told where one of them has no date.
            _ => bound == Bound::At && beside,
        },
        _ if is_concession(&piece.joint) => true,
        // That one thing came of the other is told by who tells both at once.
        _ if is_cause(&piece.joint) => {
            same_question && one.bearing().any(names_cause) && main.bearing().any(names_cause)
        }
        _ => beside,
    }
}

/// Whether a reading has a word for a cause or an outcome.
fn names_cause(reading: &PreparedReading) -> bool {
    reading.wording.iter().any(|word| lexicon::get().is(word, Class::Cause))
}

/// Whether a reading tells as the cause what the claim has caused: "it closed because a tree fell" and "a tree fell because it closed".
fn is_turned(reading: &PreparedReading, main: &Statement, cause: &Statement) -> bool {
    let predicate = |statement: &Statement| {
        let index = statement.predications.iter().find_map(|one| one.predicate)?;
        Some(statement.terms[index].clone())
    };
    let (Some(main), Some(cause)) = (predicate(main), predicate(cause)) else { return false };
    reading.statements.iter().any(|statement| {
        let is = |at: usize, term: &Term| {
            let index = statement.predications.get(at).and_then(|one| one.predicate);
            index.is_some_and(|index| same_notion(&statement.terms[index], term))
        };
        statement.predications.iter().enumerate().any(|(at, one)| {
            one.link == Link::Adverbial && one.parent.is_some_and(|parent| is(at, &main) && is(parent, &cause))
        })
    })
}

/// Whether a word joins a clause that says why.
fn is_cause(joint: &str) -> bool {
    among(joint, List::Because)
}

/// Whether a word joins two clauses without a tie between what they tell.
fn is_concession(joint: &str) -> bool {
    among(joint, List::Although)
}

/// A statement without its lengths of time, which say nothing of when it was.
fn undated(statement: &Statement) -> Statement {
    let mut out = statement.clone();
    out.quantities.retain(|quantity| !quantity.is_duration());
    out
}

/// Whether both are the same single day.
fn one_day(one: Period, other: Period) -> bool {
    one.from == one.to && one == other
}

/// Whether two events came in the order that the claim has them in, where the sources date both.
fn order_of(piece: &Piece, one: &Settled, main: &Settled) -> Option<bool> {
    let (inner, outer) = (one.dated()?, main.dated()?);
    match time_joint(&piece.joint)? {
        // On one and the same day either may have come first.
        _ if one_day(inner, outer) => None,
        Bound::After => Some(outer.to >= inner.from),
        Bound::Before => Some(outer.from <= inner.to),
        _ => None,
    }
}

/// A date that the claim gives by an event rather than by the calendar.
pub(super) fn given_date(period: Period, bound: Bound, span: Span) -> DateRef {
    DateRef {
        period: Some(period),
        bound,
        span,
        yearless: false,
        relative: false,
        weekday: None,
        on: None,
        first: 0,
        last: 0,
    }
}

/// Compares and decides one statement.
fn settle<'a>(said: &Said<'_>, claim: Cow<'a, Statement>, timing: Option<&Statement>, base: &Base) -> Settled<'a> {
    let mut candidates = weigh(said.text, &claim, base);
    let mut decision = decide(&claim, base, &candidates);
    debug_assert!(
        decides_alike(said.text, &claim, base, &candidates, &decision),
        "what was not compared in full decides: {}",
        claim.span.of(said.text)
    );
    if let Some(rivals) = rivals(said.text, &claim, base, &candidates, &decision) {
        candidates.extend(rivals);
        decision = across_documents(&claim, base, &candidates, decision);
    }
    let open;
    if decision.verdict != Verdict::Supported
        && !matches!(decision.reason, Reason::Garbled | Reason::OffTopic)
        && let Some(found) = arithmetic::calculate(said, &claim, timing, base)
    {
        decision = found.decision;
        candidates = found.candidates;
        open = false;
    } else {
        open = matches!(decision.reason, Reason::NotStated | Reason::Garbled);
    }
    if decision.verdict == Verdict::Supported {
        // "X, not Y" does not hold where the sources say it of Y as well, and of things that may both be so only where they deny it of Y.
        for other in &claim.turned {
            let mut turned = settle(said, Cow::Owned(other.clone()), None, base);
            match turned.decision.verdict {
                Verdict::Supported if !turned.decision.calculated => {
                    (turned.decision.verdict, turned.decision.reason) = (Verdict::Conflicting, Reason::Contradicted);
                    turned.decision.stances.iter_mut().for_each(|(_, _, stance)| *stance = Stance::Disagrees);
                    return turned;
                }
                Verdict::Unsupported if !excludes(&claim, other) && !says_contrast(other, &candidates, &decision) => {
                    (decision.verdict, decision.reason) = (Verdict::Unsupported, Reason::NotStated);
                }
                _ => {}
            }
        }
    }
    // "X, not Y, did it", where Y did.
    if decision.reason == Reason::NotStated {
        for other in claim.turned.iter().filter(|other| excludes(&claim, other)) {
            let mut turned = settle(said, Cow::Owned(other.clone()), None, base);
            if turned.decision.verdict == Verdict::Supported && !turned.decision.calculated {
                (turned.decision.verdict, turned.decision.reason) = (Verdict::Conflicting, Reason::Contradicted);
                turned.decision.stances.iter_mut().for_each(|(_, _, stance)| *stance = Stance::Disagrees);
                return turned;
            }
        }
    }
    if decision.reason != Reason::OffTopic {
        check_offices(said.text, &claim, base, &candidates, &mut decision);
    }
    Settled { claim, candidates, decision, open }
}

/// What else documents may tell of what one of them bears out: of the same with another figure, and of who holds an office.
fn rivals(
    text: &str,
    claim: &Statement,
    base: &Base,
    candidates: &[Candidate],
    decision: &Decision,
) -> Option<Vec<Candidate>> {
    let (at, index, _) = decision.stances.first().filter(|_| decision.verdict == Verdict::Supported)?;
    let source = candidates[*at].prepared.question.readings[*index].source;
    base.sources.get(usize::from(source)).filter(|source| source.loose)?;
    let mut queries: Vec<Statement> =
        holders(claim).map(|holder| Statement { terms: vec![holder.clone()], ..Statement::default() }).collect();
    if !claim.quantities.is_empty() {
        queries.push(Statement { terms: claim.terms.clone(), ..Statement::default() });
    }
    let known: Vec<usize> =
        candidates.iter().flat_map(|candidate| &candidate.comparisons).map(|comparison| comparison.question).collect();
    let mut numbers: Vec<usize> = queries
        .iter()
        .flat_map(|query| retrieve::candidates(text, query, base))
        .filter(|one| !known.contains(one))
        .collect();
    order::unique(&mut numbers);
    (!numbers.is_empty()).then(|| weigh_all(text, claim, base, numbers))
}

/// Whom a claim says to hold an office.
fn holders(claim: &Statement) -> impl Iterator<Item = &Term> {
    let title = |term: &Term| term.is(Class::Title) || term.words.last().is_some_and(|word| word.is(Class::Title));
    let in_office = move |role: &&Role| role.slot == Slot::Is && title(&claim.terms[role.head]);
    claim.roles.iter().filter(in_office).map(|role| &claim.terms[role.filler])
}

/// Whether a reading that bears a claim out sets it against the same: "in the yard, not in the hall".
fn says_contrast(turned: &Statement, candidates: &[Candidate], decision: &Decision) -> bool {
    decision.stances.iter().any(|(at, reading, _)| {
        let statements = &candidates[*at].prepared.readings[*reading].statements;
        let mut theirs = statements.iter().flat_map(|statement| &statement.turned);
        theirs.any(|other| turned.terms.iter().all(|mine| other.terms.iter().any(|term| same_notion(mine, term))))
    })
}

/// Whether what a claim says leaves no room for the same with something else in its place: another name, or the opposite.
fn excludes(claim: &Statement, turned: &Statement) -> bool {
    let missing = |one: &Statement, other: &Statement| -> Vec<Term> {
        let new = |term: &&Term| !term.light && !other.terms.iter().any(|mine| mine.key == term.key);
        one.terms.iter().filter(new).cloned().collect()
    };
    let (own, others) = (missing(claim, turned), missing(turned, claim));
    let opposed = |one: &Term| {
        let against = |concept: &ConceptId| lexicon::get().opposed(*concept);
        let opposites: Vec<ConceptId> = one.concepts.iter().flat_map(against).collect();
        own.iter().any(|mine| mine.concepts.iter().any(|concept| opposites.contains(concept)))
    };
    others.iter().all(|term| term.kind == TermKind::Name || opposed(term))
}

/// The candidate questions of a claim, each compared, in full where it may decide, and all readings of a question that bears the claim out.
/// A claim without structure, or with a quotation, is compared in full at once; so it is where documents may dispute one another.
pub fn weigh(text: &str, claim: &Statement, base: &Base) -> Vec<Candidate> {
    weigh_all(text, claim, base, retrieve::candidates(text, claim, base))
}

/// The same for questions that are given.
fn weigh_all(text: &str, claim: &Statement, base: &Base, numbers: Vec<usize>) -> Vec<Candidate> {
    let all = claim.roles.is_empty() && claim.predications.is_empty()
        || !claim.quotes.is_empty()
        || base.sources.iter().any(|source| source.loose);
    // How closely a reading bears the claim out. Against its very words no other question's clash counts, see [`decide`].
    let mut borne_out = 0.0f32;
    let asked = Asked::new(text, claim, base);
    numbers
        .into_iter()
        .filter_map(|number| {
            let prepared = base.question(number)?;
            let context = |index: usize| Context::new(&asked, &prepared, index);
            let shared = asked.covered_by(&prepared);
            let mut comparisons: Vec<Comparison> =
                (0..prepared.readings.len()).map(|index| context(index).glance(number, index, &shared)).collect();
            for comparison in &mut comparisons {
                let settled = borne_out + CLASH_LEAD >= 1.0;
                if all || may_agree(comparison) || !settled && may_decide(claim, &prepared, comparison) {
                    context(comparison.reading).complete(comparison);
                }
            }
            if comparisons.iter().any(|comparison| comparison.complete && comparison.agrees()) {
                comparisons.iter_mut().for_each(|comparison| context(comparison.reading).complete(comparison));
            }
            let closest = comparisons.iter().filter(|comparison| bears_out(comparison));
            borne_out = closest.map(|comparison| comparison.strength).fold(borne_out, f32::max);
            Some(Candidate { prepared, comparisons })
        })
        .collect()
}

/// Whether a glance leaves it possible that the comparison agrees.
fn may_agree(comparison: &Comparison) -> bool {
    comparison.uncovered.is_empty()
        && comparison.parts.iter().all(|part| match part.outcome {
            Outcome::Agrees => true,
            Outcome::Unknown => !matches!(part.kind, PartKind::Quantity | PartKind::TimeFrame),
            Outcome::Disagrees => false,
        })
}

/// Whether a reading bears a claim out by itself.
fn bears_out(comparison: &Comparison) -> bool {
    comparison.complete && comparison.agrees() && !comparison.garbled && has_substance(comparison)
}

/// Whether a glance leaves it possible that the comparison leaves the claim's matter open or clashes firmly. What [`firm`] asks of the
/// parts that a glance compares is asked here before the others are compared.
fn may_decide(claim: &Statement, prepared: &Prepared, comparison: &Comparison) -> bool {
    let open =
        |kind: PartKind| comparison.parts.iter().any(|part| part.outcome == Outcome::Unknown && part.kind == kind);
    let (figure, frame) = (open(PartKind::Quantity), open(PartKind::TimeFrame));
    let date = comparison
        .parts
        .iter()
        .any(|part| part.outcome == Outcome::Unknown && part.kind == PartKind::Date && part.expected.is_some());
    // One that holds the claim's date or figure may show that a clash elsewhere is none.
    let holds = comparison.parts.iter().any(|part| {
        part.outcome == Outcome::Agrees
            && matches!(part.kind, PartKind::Date | PartKind::TimeFrame | PartKind::Quantity)
    });
    if holds
        && !figure
        && !frame
        && !comparison.clashes()
        && comparison.coverage >= CONTRADICTION_COVERAGE - CLASH_LEAD - CEILING_SLACK
    {
        return true;
    }
    let ceiling = comparison.ceiling(claim);
    if ceiling < CONTRADICTION_COVERAGE - CEILING_SLACK {
        return false;
    }
    // The coverage alone is missing to tell whether it leaves the question open.
    if comparison.fit == Some(Fit::Open) && ceiling > comparison.coverage {
        return true;
    }
    let question = &prepared.question;
    let plain = |quantity: &Quantity| quantity.unit != Some("%") && !quantity.origin && !quantity.change;
    if figure && claim.quantities.iter().any(plain) || date || frame && question.running {
        return false;
    }
    let beside = comparison
        .uncovered
        .iter()
        .any(|index| claim.terms[*index].kind != TermKind::Adverb && !may_be_misplaced(claim, *index));
    let answers = question.one && (comparison.clashes() || claim.universal.is_some() || claim.only.is_some());
    !beside || answers
}

/// Whether the decision is the same with every comparison in full.
fn decides_alike(text: &str, claim: &Statement, base: &Base, candidates: &[Candidate], decision: &Decision) -> bool {
    let asked = Asked::new(text, claim, base);
    let full: Vec<Candidate> = candidates
        .iter()
        .map(|candidate| {
            let Candidate { prepared, mut comparisons } = candidate.clone();
            comparisons
                .iter_mut()
                .for_each(|comparison| Context::new(&asked, &prepared, comparison.reading).complete(comparison));
            Candidate { prepared, comparisons }
        })
        .collect();
    let other = decide(claim, base, &full);
    let related = matches!(decision.reason, Reason::NotStated | Reason::Garbled);
    (other.verdict, other.reason) == (decision.verdict, decision.reason)
        && (related || other.stances == decision.stances)
}

/// The readings that come nearest, as [`nearest`] has them. Those whose coverage may still grow into that are compared in full, and the first,
/// whose parts are shown.
fn nearest_in_full(
    text: &str,
    claim: &Statement,
    base: &Base,
    candidates: &mut [Candidate],
) -> Vec<(usize, usize, Stance)> {
    let least = nearest(candidates)
        .get(RELATED - 1)
        .map_or(RELATED_COVERAGE, |(at, reading, _)| candidates[*at].comparisons[*reading].coverage);
    let asked = Asked::new(text, claim, base);
    let complete = |prepared: &Prepared, comparison: &mut Comparison| {
        Context::new(&asked, prepared, comparison.reading).complete(comparison);
    };
    for candidate in candidates.iter_mut() {
        for comparison in &mut candidate.comparisons {
            let ceiling = comparison.ceiling(claim);
            if ceiling > comparison.coverage && ceiling >= least - CEILING_SLACK {
                complete(&candidate.prepared, comparison);
            }
        }
    }
    let found = nearest(candidates);
    if let Some((at, reading, _)) = found.first() {
        let candidate = &mut candidates[*at];
        complete(&candidate.prepared, &mut candidate.comparisons[*reading]);
    }
    found
}

/// When what a statement tells took place: its own date, or that of a reading that bears it out.
fn event_period(claim: &Statement, candidates: &[Candidate], decision: &Decision) -> Option<Period> {
    if let Some(period) = claim.dates.iter().find_map(|date| date.period) {
        return Some(period);
    }
    if decision.verdict != Verdict::Supported {
        return None;
    }
    decision.stances.iter().filter(|(_, _, stance)| *stance == Stance::Agrees).find_map(|(at, reading, _)| {
        let prepared = &candidates[*at].prepared;
        match prepared.readings[*reading].value {
            Value::Date(period) => Some(period),
            _ => prepared.readings[*reading]
                .statements
                .iter()
                .flat_map(|statement| &statement.dates)
                .find_map(|date| date.period),
        }
    })
}

/// Whether those whom the claim gives an office in passing hold it, at the time the claim speaks of.
fn check_offices(text: &str, claim: &Statement, base: &Base, candidates: &[Candidate], decision: &mut Decision) {
    for office in &claim.offices {
        let dates = claim.dates.iter().map(|date| DateRef { on: None, ..date.clone() }).collect();
        let mut passing = Statement { span: claim.span, dates, ..Statement::default() };
        passing.terms = office.terms.iter().chain([&office.holder]).map(|index| claim.terms[*index].clone()).collect();
        let holder = passing.terms.len() - 1;
        let title = holder.saturating_sub(1);
        passing.roles.push(Role { head: title, filler: holder, slot: Slot::Is });
        passing.roles.extend((0..title).map(|filler| Role { head: title, filler, slot: Slot::Of }));
        if passing.dates.is_empty() {
            let spoken = decision
                .stances
                .iter()
                .filter(|(_, _, stance)| *stance == Stance::Agrees)
                .find_map(|(at, reading, _)| candidates[*at].prepared.question.readings[*reading].as_of);
            if let Some(period) = spoken {
                passing.dates.push(given_date(period.from.month_span(0), Bound::At, claim.span));
            }
        }
        // "Naver president Idezawa", where the base knows him as the president of LY.
        if let Some(known) = other_body(claim, office, base) {
            decision.verdict = Verdict::Conflicting;
            decision.reason = Reason::Contradicted;
            let span = claim.terms[office.terms[0]].span.join(claim.terms[office.holder].span);
            decision.offices.push((span, Outcome::Disagrees, Some(known)));
            continue;
        }
        let span = passing.terms[0].span.join(passing.terms[holder].span);
        let names = passing.terms[..holder].iter().filter(|term| term.kind == TermKind::Name);
        let bodies: Vec<u64> = names.map(|term| term.key).collect();
        let none = passing.terms.iter().any(|term| among(&term.lemma, List::Privative));
        let held = passing.terms[holder]
            .entity
            .filter(|_| !none)
            .and_then(|id| base.other_in_post(id, &passing.terms[title], &bodies));
        if let Some(other) = held {
            decision.verdict = Verdict::Conflicting;
            decision.reason = Reason::Contradicted;
            let name = base.entities.get(usize::from(other)).map(|entity| entity.name.clone());
            decision.offices.push((span, Outcome::Disagrees, name));
            continue;
        }
        let found = weigh(text, &passing, base);
        let holds = decide(&passing, base, &found);
        if found
            .iter()
            .any(|candidate| candidate.prepared.readings.iter().any(|side| gives_office(claim, office, side)))
        {
            decision.offices.push((span, Outcome::Agrees, None));
            continue;
        }
        match holds.verdict {
            Verdict::Conflicting if holds.reason != Reason::Outdated => {
                let expected = holds
                    .stances
                    .iter()
                    .find(|(_, _, stance)| *stance == Stance::Disagrees)
                    .and_then(|(at, reading, _)| found[*at].prepared.question.readings[*reading].value.clone());
                decision.verdict = Verdict::Conflicting;
                decision.reason = Reason::Contradicted;
                decision.offices.push((span, Outcome::Disagrees, expected));
            }
            Verdict::Unsupported => {
                if decision.verdict == Verdict::Supported {
                    decision.verdict = Verdict::Unsupported;
                    decision.reason = Reason::NotStated;
                }
                decision.offices.push((span, Outcome::Unknown, None));
            }
            _ => decision.offices.push((span, Outcome::Agrees, None)),
        }
    }
}

/// Whether a reading gives the same office in passing: "the fire chief, Ann Rossi, said …".
fn gives_office(claim: &Statement, office: &Office, side: &PreparedReading) -> bool {
    side.statements.iter().any(|theirs| {
        theirs.offices.iter().any(|other| {
            let same = |mine: usize, index: usize| same_notion(&claim.terms[mine], &theirs.terms[index]);
            same(office.holder, other.holder)
                && office.terms.iter().all(|mine| other.terms.iter().any(|index| same(*mine, *index)))
        })
    })
}

/// Where the base describes the holder of an office by this title in one body, and the claim names another: the description.
fn other_body(claim: &Statement, office: &Office, base: &Base) -> Option<String> {
    let holder = base.entities.get(usize::from(claim.terms[office.holder].entity?))?;
    let bodies: Vec<EntityId> = office.terms.iter().filter_map(|term| claim.terms[*term].entity).collect();
    let title = office.terms.iter().rev().map(|term| &claim.terms[*term]).find(|term| term.entity.is_none())?;
    let words = |text: &str| plain_words(text).collect::<Vec<_>>();
    let passed = claim.terms.iter().any(|term| among(&term.lemma, List::Former) || term.lemma == "once");
    if !passed
        && claim.dates.is_empty()
        && let Some(post) = other_post(base, holder, &title.lemma)
    {
        return Some(post);
    }
    let described: Vec<&String> = holder.called.iter().filter(|phrase| words(phrase).contains(&title.lemma)).collect();
    let [body] = bodies.as_slice() else { return None };
    let body = base.entities.get(usize::from(*body)).filter(|entity| entity.kind == EntityKind::Organisation)?;
    let names = |phrase: &&String| {
        let phrase = words(phrase);
        body.aliases.iter().chain([&body.name]).any(|name| {
            let name = words(name);
            !name.is_empty() && phrase.windows(name.len()).any(|window| window == name.as_slice())
        }) || body.called.iter().any(|name| {
            let name: Vec<String> = words(name).into_iter().filter(|word| word != "the").collect();
            !name.is_empty() && phrase.windows(name.len()).any(|window| window == name.as_slice())
        })
    };
    (!described.is_empty() && !described.iter().any(names)).then(|| described[0].clone())
}

fn decide(claim: &Statement, base: &Base, candidates: &[Candidate]) -> Decision {
    let related = nearest(candidates);
    if claim.quantities.iter().any(|quantity| quantity.garbled) && on_topic(claim, base) {
        return Decision::new(Verdict::Conflicting, Reason::Garbled, related);
    }
    let mut best: Option<(f32, Decision)> = None;
    for (at, candidate) in candidates.iter().enumerate() {
        let Some((strength, decision)) = decide_question(claim, at, candidate) else { continue };
        let first = |decision: &Decision| length(candidates, decision.stances[0].0, decision.stances[0].1);
        if best.as_ref().is_none_or(|(known, other)| {
            let alike = strength >= *known - STRENGTH_STEP && decision.reason == other.reason;
            strength > *known + STRENGTH_STEP || alike && first(&decision) < first(other)
        }) {
            best = Some((strength, decision));
        }
    }
    let against = contradiction(claim, candidates);
    if let Some((strength, decision)) = best {
        // The claim's very words, said otherwise, weigh more than looser words that would bear it out.
        return match against {
            Some((clash, against)) if clash > strength + CLASH_LEAD && decision.verdict == Verdict::Supported => {
                against
            }
            _ if is_anothers(claim, candidates, &decision) => {
                Decision::new(Verdict::Unsupported, Reason::NotStated, related)
            }
            _ => across_documents(claim, base, candidates, decision),
        };
    }
    if let Some((_, decision)) = against {
        return decision;
    }
    let reason = if on_topic(claim, base) { Reason::NotStated } else { Reason::OffTopic };
    Decision::new(Verdict::Unsupported, reason, if reason == Reason::OffTopic { Vec::new() } else { related })
}

/// How long a reading is. Of two that say the same the shorter one says less besides.
fn length(candidates: &[Candidate], at: usize, reading: usize) -> usize {
    candidates[at].prepared.question.readings[reading].says.len()
}

/// Documents have no questions made by hand: a sentence of another document that says the same with another figure or date answers the same
/// question. A later figure replaces, one of the same day disputes; an event's date is disputed whatever the days of the reports.
fn across_documents(claim: &Statement, base: &Base, candidates: &[Candidate], mut decision: Decision) -> Decision {
    let reading = |at: usize, index: usize| &candidates[at].prepared.question.readings[index];
    let loose = |at: usize, index: usize| {
        base.sources.get(usize::from(reading(at, index).source)).is_some_and(|source| source.loose)
    };
    if decision.verdict != Verdict::Supported
        || decision.stances.is_empty()
        || !decision.stances.iter().all(|(at, index, _)| loose(*at, *index))
    {
        return decision;
    }
    let supports: Vec<u16> = decision.stances.iter().map(|(at, index, _)| reading(*at, *index).source).collect();
    let newest = candidates
        .iter()
        .enumerate()
        .flat_map(|(at, candidate)| {
            candidate
                .comparisons
                .iter()
                .filter(|comparison| comparison.agrees())
                .map(move |comparison| (at, comparison.reading))
        })
        .filter_map(|(at, index)| reading(at, index).as_of)
        .max();
    for (at, candidate) in candidates.iter().enumerate() {
        for comparison in &candidate.comparisons {
            let later = reading(at, comparison.reading).as_of.cmp(&newest);
            let side = &candidate.prepared.readings[comparison.reading];
            let own = supports.contains(&reading(at, comparison.reading).source);
            // What tells that somebody has gone tells what office they held.
            let left = later != Ordering::Less && claim.dates.is_empty() && left_office(claim, side);
            let reason = match left {
                true => Some(Reason::Outdated),
                false if own || comparison.garbled => None,
                false => countered(claim, &candidate.prepared, side, comparison, later),
            };
            let Some(reason) = reason else { continue };
            decision.verdict = Verdict::Conflicting;
            if reason == Reason::Outdated {
                decision.stances.iter_mut().for_each(|(_, _, stance)| *stance = Stance::Outdated);
            }
            decision.reason = reason;
            decision.stances.retain(|(one, index, _)| (*one, *index) != (at, comparison.reading));
            decision.stances.push((at, comparison.reading, Stance::Disagrees));
            return decision;
        }
    }
    decision
}

/// What a sentence of another document does to what bears a claim out, where it speaks of the same: `later` is when it was written beside that.
fn countered(
    claim: &Statement,
    prepared: &Prepared,
    side: &PreparedReading,
    comparison: &Comparison,
    later: Ordering,
) -> Option<Reason> {
    let replaces = later == Ordering::Greater && claim.dates.is_empty() && claim.frame.is_none();
    if replaces && (figure_replaced(claim, side) || another_count(claim, prepared, comparison)) {
        return Some(Reason::Outdated);
    }
    if comparison.uncovered.iter().any(|index| claim.terms[*index].kind == TermKind::Name) {
        return None;
    }
    let open = |part: &PartResult| part.outcome != Outcome::Agrees;
    let denied = comparison.parts.iter().any(|part| part.kind == PartKind::Polarity && open(part));
    let only_denied =
        |kinds: &[PartKind]| comparison.parts.iter().filter(|part| open(part)).all(|part| kinds.contains(&part.kind));
    let clash = comparison.clash_kinds().all(|kind| kind == PartKind::Polarity);
    let firm = comparison.clash_kinds().next().is_some() && comparison.coverage >= DENIAL_COVERAGE;
    if denied
        && clash
        && later != Ordering::Less
        && (firm && only_denied(&[PartKind::Polarity, PartKind::Quantity, PartKind::Predicate])
            || comparison.coverage >= RIVAL_COVERAGE && only_denied(&[PartKind::Polarity, PartKind::Quantity]))
    {
        return Some(if replaces && claim.certainty == Certainty::Planned {
            Reason::Outdated
        } else {
            Reason::Disputed
        });
    }
    let mut kinds: Vec<PartKind> = comparison.clash_kinds().collect();
    order::unique(&mut kinds);
    let [kind] = kinds.as_slice() else { return None };
    if comparison.coverage < RIVAL_COVERAGE {
        return None;
    }
    match kind {
        PartKind::Quantity if replaces => Some(Reason::Outdated),
        PartKind::Quantity if later == Ordering::Equal => Some(Reason::Disputed),
        PartKind::Date => Some(Reason::Disputed),
        _ => None,
    }
}

/// Whether a sentence of a document gives another figure for what the claim counts: it has the claim's verbs and what is counted, and the rest
/// stands elsewhere in its document.
fn another_count(claim: &Statement, prepared: &Prepared, comparison: &Comparison) -> bool {
    let Some(document) = &prepared.document else { return false };
    let elsewhere = |index: &usize| {
        let term = &claim.terms[*index];
        let counted = claim.quantities.iter().any(|quantity| quantity.of.as_ref() == Some(&term.lemma));
        term.kind != TermKind::Verb && !counted && document.cover(term) >= Cover::Synonym
    };
    // What is only counted ("people") says nothing of what happened to it.
    let matter = claim.terms.iter().enumerate().any(|(index, term)| {
        !term.light
            && term.kind != TermKind::Name
            && !comparison.uncovered.contains(&index)
            && !claim.quantities.iter().any(|quantity| quantity.of.as_ref() == Some(&term.lemma))
    });
    comparison.fit == Some(Fit::Clash)
        && matter
        && comparison.clash_kinds().all(|kind| kind == PartKind::Quantity)
        && comparison.uncovered.iter().all(elsewhere)
}

/// Whether a reading tells that who holds an office by the claim has left it: "dismissed manager X", "X, who had run the firm, stepped down".
fn left_office(claim: &Statement, side: &PreparedReading) -> bool {
    if claim.marks.iter().any(|(mark, _)| *mark == Mark::Past) {
        return false;
    }
    let lexicon = lexicon::get();
    let is = |verb: &Term, group: &str| lexicon.concepts(group).iter().any(|concept| verb.concepts.contains(concept));
    // Who resigns goes, and so does who is dismissed or succeeded by another.
    let goes = |verb: &Term, slot: Slot| match slot {
        Slot::Agent | Slot::Sole => is(verb, "resign"),
        Slot::Patient | Slot::From => is(verb, "dismiss") || is(verb, "replace"),
        Slot::Of => is(verb, "resign") || is(verb, "dismiss"),
        _ => false,
    };
    holders(claim).any(|holder| {
        side.statements.iter().any(|statement| {
            statement.roles.iter().any(|role| {
                let (verb, party) = (&statement.terms[role.head], &statement.terms[role.filler]);
                !verb.negated
                    && verb.mode == Certainty::Plain
                    && goes(verb, role.slot)
                    && (party.entity.is_some() && party.entity == holder.entity || party.key == holder.key)
            })
        })
    })
}

/// Whether a reading has the claim's figure as the one that another has replaced: "lowered to 26 percent, from 31", "27 and not 31 percent".
fn figure_replaced(claim: &Statement, side: &PreparedReading) -> bool {
    let same = |one: &Quantity, other: &Quantity| {
        one.unit == other.unit && one.value().is_some() && one.value() == other.value()
    };
    claim.quantities.iter().any(|mine| {
        side.statements.iter().any(|statement| {
            let left = statement.quantities.iter().any(|other| other.origin && same(mine, other));
            let beside =
                statement.quantities.iter().any(|other| !other.origin && other.unit == mine.unit && !same(mine, other));
            let denied = statement.turned.iter().flat_map(|turned| &turned.quantities).any(|other| same(mine, other));
            let own = statement.quantities.iter().any(|other| same(mine, other));
            left && beside || denied && !own
        })
    })
}

/// The readings that come nearest, as related.
fn nearest(candidates: &[Candidate]) -> Vec<(usize, usize, Stance)> {
    let found = candidates.iter().enumerate().flat_map(|(at, candidate)| {
        let near = candidate.comparisons.iter().filter(|comparison| comparison.coverage >= RELATED_COVERAGE);
        near.map(move |comparison| (at, comparison.reading, comparison.coverage))
    });
    order::first(found, RELATED, |a, b| b.2.total_cmp(&a.2))
        .into_iter()
        .map(|(at, reading, _)| {
            (at, reading, if is_garbled(&candidates[at], reading) { Stance::Garbled } else { Stance::Related })
        })
        .collect()
}

fn is_garbled(candidate: &Candidate, reading: usize) -> bool {
    matches!(&candidate.prepared.readings[reading].value, Value::Quantity(value) if value.garbled)
}

/// Whether a figure that only comes near the one that bears it out is printed for something else: "96 million abroad" where 100 million are
/// abroad, and 96 million are not.
fn is_anothers(claim: &Statement, candidates: &[Candidate], decision: &Decision) -> bool {
    let near = |(at, reading, stance): &(usize, usize, Stance)| {
        *stance != Stance::Agrees || candidates[*at].comparisons[*reading].fit == Some(Fit::Follows)
    };
    let plain = |quantity: &Quantity| matches!(quantity.modifier, Modifier::Exact | Modifier::About);
    decision.verdict == Verdict::Supported
        && !claim.quantities.is_empty()
        && claim.quantities.iter().all(plain)
        && decision.stances.iter().all(near)
        && candidates
            .iter()
            .flat_map(|candidate| &candidate.comparisons)
            .any(|comparison| comparison.fit == Some(Fit::Same))
}

/// Decides on one question, where at least one of its readings agrees with the claim.
fn decide_question(claim: &Statement, at: usize, candidate: &Candidate) -> Option<(f32, Decision)> {
    let question = &candidate.prepared.question;
    let agreeing: Vec<&Comparison> = candidate.comparisons.iter().filter(|comparison| bears_out(comparison)).collect();
    if agreeing.is_empty() {
        return None;
    }
    let times = time_groups(candidate);
    let framed = agreeing.iter().any(|comparison| comparison.time == Time::Same)
        && (!claim.dates.is_empty() || claim.frame.is_some());
    let group_of = |reading: usize| times[reading].unwrap_or(0);
    let newest = times.iter().flatten().copied().max().unwrap_or(0);
    let supports: Vec<usize> = agreeing.iter().map(|comparison| comparison.reading).collect();
    let mut reason =
        if agreeing.iter().any(|comparison| !comparison.follows()) { Reason::Stated } else { Reason::Entailed };
    let mut verdict = Verdict::Supported;
    let mut stances: Vec<(usize, usize, Stance)> =
        supports.iter().map(|reading| (at, *reading, Stance::Agrees)).collect();
    let clashing: Vec<&Comparison> = candidate
        .comparisons
        .iter()
        .filter(|comparison| !comparison.agrees() && !comparison.garbled && value_clash(candidate, comparison))
        .collect();
    if question.running {
        let best_group = supports.iter().map(|reading| group_of(*reading)).max().unwrap_or(0);
        let answers = supports.iter().any(|reading| gives_value(claim, &candidate.prepared.readings[*reading].value));
        if !framed && best_group < newest && answers {
            verdict = Verdict::Conflicting;
            reason = Reason::Outdated;
            stances = supports.iter().map(|reading| (at, *reading, Stance::Outdated)).collect();
            stances.extend(
                candidate
                    .comparisons
                    .iter()
                    .filter(|c| group_of(c.reading) > best_group && !supports.contains(&c.reading))
                    .map(|c| (at, c.reading, Stance::Disagrees)),
            );
        } else {
            // An exact reading of the same time decides over a rough one that the claim merely falls into.
            let same_time = |comparison: &&&Comparison| group_of(comparison.reading) == best_group;
            let exact = clashing.iter().filter(same_time).any(|comparison| is_exact(candidate, comparison.reading));
            let printed = agreeing.iter().any(|comparison| {
                comparison.fit.is_none_or(|fit| fit == Fit::Same) && group_of(comparison.reading) == best_group
            });
            if exact && !printed {
                return None;
            }
            stances.extend(
                clashing.iter().filter(|c| group_of(c.reading) != best_group).map(|c| (at, c.reading, Stance::Related)),
            );
        }
    } else if question.one && !clashing.is_empty() {
        verdict = Verdict::Conflicting;
        reason = Reason::Disputed;
        stances.extend(clashing.iter().map(|comparison| (at, comparison.reading, Stance::Disagrees)));
    }
    stances.extend(
        (0..candidate.comparisons.len())
            .filter(|reading| is_garbled(candidate, *reading) && !supports.contains(reading))
            .map(|reading| (at, reading, Stance::Garbled)),
    );
    let strength = agreeing.iter().map(|comparison| comparison.strength).fold(0.0, f32::max);
    Some((strength, Decision::new(verdict, reason, stances)))
}

/// Whether the claim itself answers with a value of this sort; one that names no figure is not outdated by a later figure.
fn gives_value(claim: &Statement, value: &Value) -> bool {
    match value {
        Value::Quantity(_) => !claim.quantities.is_empty(),
        Value::Entity(id) => claim.terms.iter().any(|term| term.entity == Some(*id)),
        _ => true,
    }
}

/// Whether anything but names and times was compared: a claim of which only "LY" and "October" are understood is not understood.
fn has_substance(comparison: &Comparison) -> bool {
    comparison.parts.iter().any(|part| {
        part.outcome == Outcome::Agrees
            && matches!(
                part.kind,
                PartKind::Predicate | PartKind::Quantity | PartKind::Quotation | PartKind::Polarity | PartKind::Role
            )
    })
}

fn is_exact(candidate: &Candidate, reading: usize) -> bool {
    matches!(&candidate.prepared.readings[reading].value, Value::Quantity(value) if value.modifier == Modifier::Exact && !value.garbled)
}

/// Whether a comparison clashes in what the question asks for: its figure, date or name.
fn value_clash(candidate: &Candidate, comparison: &Comparison) -> bool {
    let value = &candidate.prepared.readings[comparison.reading].value;
    comparison.parts.iter().any(|part| {
        part.outcome == Outcome::Disagrees
            && match value {
                Value::Quantity(_) => part.kind == PartKind::Quantity,
                Value::Date(_) => matches!(part.kind, PartKind::Date | PartKind::TimeFrame),
                _ => true,
            }
    })
}

/// The times of a running question: readings in order of their as-of date, a new time wherever a later reading cannot go with the ones before.
/// By reading, the number of its time; none where its figure is damaged.
fn time_groups(candidate: &Candidate) -> Vec<Option<usize>> {
    let question = &candidate.prepared.question;
    let mut order: Vec<usize> =
        (0..question.readings.len()).filter(|reading| !is_garbled(candidate, *reading)).collect();
    order::by_key(&mut order, |reading| (question.readings[*reading].as_of.map(|period| period.to), *reading));
    let mut groups = vec![None; question.readings.len()];
    let mut group = 0;
    let mut members: Vec<usize> = Vec::new();
    for reading in order {
        let fits = members
            .iter()
            .all(|member| readings_agree(candidate, *member, reading) && !moved_on(candidate, *member, reading));
        if !fits {
            group += 1;
            members.clear();
        }
        members.push(reading);
        groups[reading] = Some(group);
    }
    groups
}

/// Two figures that differ and stand for days far apart are two times, however close they are: 93 million in 2022, some 96 million in 2023.
fn moved_on(candidate: &Candidate, one: usize, other: usize) -> bool {
    let readings = &candidate.prepared.question.readings;
    let (Some(early), Some(late)) = (readings[one].as_of, readings[other].as_of) else { return false };
    let differ = match (&candidate.prepared.readings[one].value, &candidate.prepared.readings[other].value) {
        (Value::Quantity(a), Value::Quantity(b)) => a.value() != b.value(),
        _ => false,
    };
    differ && late.from.since(early.to).abs() > ONE_TIME_DAYS
}

/// Whether two readings of a question can both be right at one time.
pub fn readings_agree(candidate: &Candidate, one: usize, other: usize) -> bool {
    values_agree(&candidate.prepared.readings[one].value, &candidate.prepared.readings[other].value)
}

/// Whether two answers can both be right.
pub fn values_agree(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Quantity(a), Value::Quantity(b)) => {
            a.garbled || b.garbled || a.unit != b.unit || quantity::compatible(a, b)
        }
        (Value::Date(a), Value::Date(b)) => a.meets(*b),
        (Value::Entity(a), Value::Entity(b)) => a == b,
        _ => true,
    }
}

/// The strongest reading that answers the claim's question another way.
fn contradiction(claim: &Statement, candidates: &[Candidate]) -> Option<(f32, Decision)> {
    // A reading that fits in everything but leaves a date or figure open answers the question: not stated.
    let near = candidates
        .iter()
        .enumerate()
        .flat_map(|(at, candidate)| {
            // How it was done ("expressly") makes no other event of it.
            let manner = |index: &usize| claim.terms[*index].kind == TermKind::Adverb;
            let fits = move |comparison: &&Comparison| {
                comparison.uncovered.iter().all(manner)
                    && !comparison.clashes()
                    && !comparison.agrees()
                    && comparison.parts.iter().all(|part| {
                        part.outcome == Outcome::Agrees
                            || comparison.uncovered.iter().any(|index| claim.terms[*index].span == part.span)
                            || part.kind == PartKind::Date
                                && matches!(candidate.prepared.readings[comparison.reading].value, Value::Date(_))
                    })
            };
            candidate.comparisons.iter().filter(fits).map(move |comparison| (at, comparison.strength))
        })
        .next();
    let mut best: Option<((f32, f32), usize, Vec<usize>)> = None;
    for (at, candidate) in candidates.iter().enumerate() {
        let question = &candidate.prepared.question;
        let closest = candidate.comparisons.iter().map(|comparison| comparison.strength).fold(0.0, f32::max);
        if near.is_some_and(|(near, strength)| near != at && strength + STRENGTH_STEP >= closest) {
            continue;
        }
        let answers = |comparison: &&Comparison| {
            comparison.clashes()
                && (comparison.coverage >= CONTRADICTION_COVERAGE || misquoted(comparison))
                && !comparison.garbled
                && firm(claim, candidate, comparison)
        };
        // Where the speaker has a reading on the matter, nobody else's word contradicts it.
        let spoke = |comparison: &&Comparison| {
            misquoted(comparison)
                || !comparison.clash_kinds().any(|kind| kind == PartKind::Attribution)
                || !candidates.iter().any(|other| {
                    let own = |one: &&Comparison| speaks(claim, &other.prepared.readings[one.reading]);
                    other.comparisons.iter().filter(own).any(|one| one.strength >= DENIAL_COVERAGE)
                })
        };
        let clashing: Vec<&Comparison> = candidate.comparisons.iter().filter(answers).filter(spoke).collect();
        if clashing.is_empty() {
            continue;
        }
        // A reading that leaves the matter open speaks against a contradiction by another of the same question, unless that one is exact.
        let times = time_groups(candidate);
        let newest = times.iter().flatten().copied().max().unwrap_or(0);
        let open = candidate.comparisons.iter().any(|comparison| {
            comparison.fit == Some(Fit::Open)
                && comparison.time != Time::Other
                && comparison.coverage >= CONTRADICTION_COVERAGE
        });
        let clashing: Vec<&Comparison> = clashing
            .into_iter()
            .filter(|comparison| {
                !(question.running && comparison.time == Time::Other)
                    || comparison.clash_kinds().any(|kind| kind == PartKind::Date)
            })
            // A state that has moved on since contradicts nothing that is said of now.
            .filter(|comparison| {
                !question.running
                    || comparison.time != Time::Unframed
                    || times[comparison.reading].is_none_or(|group| group == newest)
            })
            .filter(|comparison| !open || is_exact(candidate, comparison.reading))
            .collect();
        // Of readings that cover the claim equally well the one with its very words answers it.
        let scores = clashing.iter().map(|comparison| (comparison.coverage, comparison.strength));
        let Some(score) = scores.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))) else { continue };
        // What the reading says itself comes before what its question lends it.
        let own = clashing.iter().any(|comparison| !comparison.borrows);
        let mut clashing: Vec<&Comparison> =
            clashing.into_iter().filter(|comparison| !own || !comparison.borrows).collect();
        order::by_key(&mut clashing, |comparison| ((-1e3 * comparison.strength) as i32, comparison.reading));
        let readings: Vec<usize> = clashing.iter().map(|comparison| comparison.reading).collect();
        let first = |at: usize, readings: &[usize]| length(candidates, at, readings[0]);
        if best.as_ref().is_none_or(|(known, other, theirs)| {
            let shorter = score.1 >= known.1 - STRENGTH_STEP && first(at, &readings) < first(*other, theirs);
            score.0 > known.0 + CEILING_SLACK
                || score.0 > known.0 - CEILING_SLACK && (score.1 > known.1 + STRENGTH_STEP || shorter)
        }) {
            best = Some((score, at, readings));
        }
    }
    let (score, at, readings) = best?;
    // A reading that holds the claim as well, and its date or figure too, leaves only a word open: it is what the claim speaks of.
    let kinds: Vec<PartKind> =
        readings.iter().flat_map(|reading| candidates[at].comparisons[*reading].clash_kinds()).collect();
    let told = |comparison: &Comparison| {
        comparison.complete
            && !comparison.clashes()
            && !comparison.garbled
            && comparison.coverage >= score.0 - CLASH_LEAD
            && comparison.strength >= score.1 - CLASH_LEAD
            && kinds
                .iter()
                .all(|kind| comparison.parts.iter().any(|part| part.kind == *kind && part.outcome == Outcome::Agrees))
            && comparison.parts.iter().all(|part| part.outcome == Outcome::Agrees || part.kind == PartKind::Predicate)
    };
    let dated = kinds.iter().all(|kind| matches!(kind, PartKind::Date | PartKind::TimeFrame | PartKind::Quantity));
    // Likewise one that has all of the claim's words more closely, and leaves only open who says it.
    let closer = |comparison: &Comparison| {
        comparison.complete
            && comparison.uncovered.is_empty()
            && !comparison.garbled
            && comparison.strength > score.1 + STRENGTH_STEP
            && comparison.parts.iter().all(|part| {
                part.outcome == Outcome::Agrees
                    || part.outcome == Outcome::Unknown && part.kind == PartKind::Attribution
            })
    };
    let another = |comparison: &Comparison| dated && told(comparison) || closer(comparison);
    if candidates.iter().any(|candidate| candidate.comparisons.iter().any(another)) {
        return None;
    }
    let mut stances: Vec<(usize, usize, Stance)> =
        readings.iter().map(|reading| (at, *reading, Stance::Disagrees)).collect();
    stances.extend(
        (0..candidates[at].comparisons.len())
            .filter(|reading| is_garbled(&candidates[at], *reading))
            .map(|reading| (at, reading, Stance::Garbled)),
    );
    let strength = readings.iter().map(|reading| candidates[at].comparisons[*reading].strength).fold(0.0, f32::max);
    Some((strength, Decision::new(Verdict::Conflicting, Reason::Contradicted, stances)))
}

/// Whether a reading is the word of whom the claim has speak.
fn speaks(claim: &Statement, side: &PreparedReading) -> bool {
    let terms = claim.speaker.as_ref().map_or(&[][..], |speaker| &speaker.terms);
    let mut speakers = terms.iter().filter_map(|index| claim.terms[*index].entity);
    side.by.is_some_and(|by| speakers.any(|speaker| speaker == by))
}

/// Whether the claim puts words that stand in the source into another mouth.
fn misquoted(comparison: &Comparison) -> bool {
    let quoted =
        comparison.parts.iter().any(|part| part.kind == PartKind::Quotation && part.outcome == Outcome::Agrees);
    (quoted || comparison.near_quote) && comparison.clash_kinds().eq([PartKind::Attribution])
}

/// Whether a clash counts: the reading must answer the claim's very question.
///
/// Where the question has one answer and the claim gives another figure, date or name, a stray word may stay open, but no name and no second
/// figure. Any other clash needs every word covered.
fn firm(claim: &Statement, candidate: &Candidate, comparison: &Comparison) -> bool {
    let kinds: Vec<PartKind> = comparison.clash_kinds().collect();
    // Words that stand in one mouth alone: somebody else's quotation is a clash, whatever else the sentence tells.
    if misquoted(comparison) {
        return true;
    }
    let polarity = kinds.contains(&PartKind::Polarity);
    // A figure or a party for what the question does not speak of answers nothing. (Where a party comes from is a matter of its own.)
    let party = |part: &PartResult| {
        part.kind == PartKind::Role
            && part.outcome == Outcome::Disagrees
            && !claim.terms.iter().any(|term| term.span == part.span && term.country.is_some())
    };
    if comparison.lent && (kinds.contains(&PartKind::Quantity) || comparison.parts.iter().any(party)) {
        return false;
    }
    // What the claim counts besides may make it another count.
    let added = comparison.uncovered.iter().any(|index| claim.terms[*index].kind != TermKind::Adverb);
    if (comparison.fit == Some(Fit::Clash) || kinds.contains(&PartKind::Date)) && added && !comparison.mutual {
        return false;
    }
    // Nor does a figure for one place answer for another, or for all.
    let elsewhere = |part: &PartResult| {
        part.kind == PartKind::Entity
            && part.outcome == Outcome::Unknown
            && claim.quantities.iter().any(|quantity| quantity.span == part.span)
    };
    if kinds.contains(&PartKind::Quantity) && comparison.parts.iter().any(elsewhere) {
        return false;
    }
    // Another figure for another day is another matter.
    if kinds.contains(&PartKind::Quantity) && kinds.contains(&PartKind::Date) {
        return false;
    }
    // Where no name of several is the reading's, it speaks of something else.
    if kinds.iter().filter(|kind| **kind == PartKind::Entity).count() > 1 {
        return false;
    }
    // Another party at another time is another event.
    if kinds.contains(&PartKind::Role) && kinds.contains(&PartKind::Date) {
        return false;
    }
    // Only what is done has a day: of whom alone both speak does not make one event of two.
    let deed = |span: Span| {
        let title = |term: &Term| term.described || term.is(Class::Title);
        claim.terms.iter().any(|term| term.span == span && term.kind != TermKind::Name && !title(term))
    };
    let done =
        |part: &PartResult| part.outcome == Outcome::Agrees && part.kind == PartKind::Predicate && deed(part.span);
    if kinds.iter().all(|kind| *kind == PartKind::Date) && !comparison.parts.iter().any(done) {
        return false;
    }
    // Nor does the day of a deed that only another reading of the question tells.
    let side = &candidate.prepared.readings[comparison.reading];
    let told = |date: &DateRef| {
        date.on.and_then(|on| claim.terms.get(on)).is_none_or(|term| term.light || side.pool.cover(term) > Cover::None)
    };
    let against = |date: &&DateRef| {
        comparison
            .parts
            .iter()
            .any(|part| part.kind == PartKind::Date && part.outcome == Outcome::Disagrees && part.span == date.span)
    };
    if !claim.dates.iter().filter(against).all(told) {
        return false;
    }
    // Nor does the day on which something else was done: "LY announced items" where an access was revealed, "it became public" where who knows what did.
    let dates_other = |date: &DateRef| {
        let Some(on) = date.on else { return false };
        let parties = claim.roles.iter().filter(|role| {
            role.head == on
                && matches!(role.slot, Slot::Agent | Slot::Sole | Slot::Patient)
                && claim.terms[on].kind == TermKind::Verb
        });
        let parties: Vec<&Term> = parties.map(|role| &claim.terms[role.filler]).filter(|term| !term.light).collect();
        let met = |term: &&Term| side.pool.cover(term) > Cover::None;
        !parties.is_empty() && !parties.iter().any(met)
    };
    let only_deed = || {
        !comparison.parts.iter().filter(|part| part.outcome == Outcome::Agrees).any(|part| {
            claim.terms.iter().enumerate().any(|(at, term)| {
                let fills = || {
                    claim.roles.iter().any(|role| role.filler == at)
                        || claim.dates.iter().any(|date| date.on == Some(at))
                };
                term.span == part.span && term.kind != TermKind::Verb && fills()
            })
        })
    };
    if kinds.contains(&PartKind::Date) && (only_deed() || claim.dates.iter().filter(against).any(dates_other)) {
        return false;
    }
    // "It was not the first leak" denies no leak.
    let first = |verb: &crate::statement::Predication| {
        verb.negated()
            && claim.terms.iter().enumerate().any(|(at, term)| {
                term.lemma == "first"
                    && (verb.predicate == Some(at)
                        || claim.roles.iter().any(|role| role.filler == at && verb.predicate == Some(role.head)))
            })
    };
    let ranks = |statement: &Statement| {
        statement.terms.iter().any(|term| term.lemma == "first" && term.kind != TermKind::Adverb)
    };
    let ranked = candidate.prepared.document.is_some() && side.statements.iter().any(ranks);
    if polarity && !ranked && claim.predications.iter().any(first) {
        return false;
    }
    // A denial for another time, or of another figure, denies nothing here.
    if polarity && kinds.iter().any(|kind| *kind != PartKind::Polarity) {
        return false;
    }
    // What is only planned or demanded says nothing against the opposite's having been done.
    let opposed = |part: &PartResult| {
        part.kind == PartKind::Polarity
            && part.outcome == Outcome::Disagrees
            && claim.terms.iter().any(|term| {
                term.span == part.span
                    && term.mode == Certainty::Plain
                    && !term.negated
                    && !term.is(Class::SpeechAct)
                    && !term.is(Class::Say)
            })
    };
    let undone =
        matches!(side.certainty, Certainty::Possible | Certainty::Planned | Certainty::Demanded | Certainty::Suggested);
    if polarity && undone && !claim.negated() && comparison.parts.iter().any(opposed) {
        return false;
    }
    // What disagrees is not open as well.
    let clashing: Vec<Span> =
        comparison.parts.iter().filter(|part| part.outcome == Outcome::Disagrees).map(|part| part.span).collect();
    let open = |kind: PartKind| {
        comparison
            .parts
            .iter()
            .any(|part| part.outcome == Outcome::Unknown && part.kind == kind && !clashing.contains(&part.span))
    };
    // The share that a claim gives to the wrong holder has no counterpart for that very reason.
    let turned = !claim.pronoun
        && kinds.iter().all(|kind| *kind == PartKind::Role)
        && claim.quantities.iter().all(|quantity| {
            let side = &candidate.prepared.readings[comparison.reading];
            let mut printed = side.statements.iter().flat_map(|statement| &statement.quantities);
            quantity.unit == Some("%")
                && printed.any(|other| other.unit == Some("%") && other.value() == quantity.value())
        });
    // Who holds a share of one company is no answer to who holds one of another.
    let another = !turned
        && kinds.contains(&PartKind::Role)
        && claim.quantities.iter().any(|quantity| {
            let side = &candidate.prepared.readings[comparison.reading];
            let mut shares = side
                .statements
                .iter()
                .flat_map(|statement| &statement.quantities)
                .filter(|other| other.unit == Some("%"));
            quantity.unit == Some("%")
                && quantity
                    .whole_of
                    .as_ref()
                    .is_none_or(|whole| !shares.any(|other| other.whole_of.as_ref() == Some(whole)))
        });
    if another {
        return false;
    }
    // "Cut from 90": that it went up is answer enough, whatever it was before.
    let course = || {
        let bare = |quantity: &Quantity| quantity.origin || quantity.change;
        kinds.iter().all(|kind| *kind == PartKind::Polarity) && claim.quantities.iter().all(bare)
    };
    if open(PartKind::Entity)
        || open(PartKind::Polarity)
        || open(PartKind::Quantity) && !turned && !course()
        || open(PartKind::Role) && !kinds.contains(&PartKind::Role)
        || open(PartKind::Certainty) && !kinds.contains(&PartKind::Attribution)
    {
        return false;
    }
    // Words that do not stand in this source are no clash over who said them.
    if kinds.contains(&PartKind::Attribution) && open(PartKind::Quotation) {
        return false;
    }
    // A figure for a time that is not told apart from the claim's contradicts nothing.
    if candidate.prepared.question.running && open(PartKind::TimeFrame) {
        return false;
    }
    let answers = kinds
        .iter()
        .all(|kind| matches!(kind, PartKind::Quantity | PartKind::Date | PartKind::TimeFrame | PartKind::Entity));
    // Another name is a clash only where everything else is the same, manner aside.
    let beside = comparison.uncovered.iter().any(|index| claim.terms[*index].kind != TermKind::Adverb);
    if kinds.contains(&PartKind::Entity) && beside {
        return false;
    }
    let counted = comparison
        .uncovered
        .iter()
        .any(|index| claim.quantities.iter().any(|quantity| quantity.of.as_ref() == Some(&claim.terms[*index].lemma)));
    // Another party in an event's place clashes though the reading does not date the event.
    let undated = kinds.iter().all(|kind| matches!(kind, PartKind::Role | PartKind::Entity))
        && comparison.parts.iter().all(|part| part.kind != PartKind::Date || part.expected.is_none());
    // Whom somebody told something on some day, nobody need have written down.
    let speech = claim.predications.iter().any(|one| {
        one.predicate
            .is_some_and(|verb| one.link == Link::Main && (claim.terms[verb].is(Class::Say) || claim.terms[verb].light))
    });
    let dated = open(PartKind::Date) && (!undated || speech);
    if candidate.prepared.question.one && answers { !counted && !dated } else { !beside && !dated }
}

/// Whether what the claim is mainly about occurs in the base.
fn on_topic(claim: &Statement, base: &Base) -> bool {
    let names: Vec<bool> = claim
        .terms
        .iter()
        .filter(|term| term.kind == TermKind::Name)
        .map(|term| retrieve::occurs(term, base))
        .collect();
    if names.contains(&true) {
        return true;
    }
    let words: Vec<bool> = claim
        .terms
        .iter()
        .filter(|term| !term.light && matches!(term.kind, TermKind::Noun | TermKind::Verb))
        .map(|term| retrieve::occurs(term, base))
        .collect();
    let known = words.iter().filter(|known| **known).count();
    if names.is_empty() { known * 2 >= words.len() && known > 0 } else { known * 4 >= words.len() * 3 && known > 1 }
}

/// The report on a claim from what was decided, the deciding statement first.
fn report(text: &str, claim: &Statement, base: &Base, utf16: &Utf16Index, mut settled: Vec<Settled<'_>>) -> Claim {
    settled.iter_mut().for_each(|one| one.show(text, base));
    let lead = &settled[0];
    let verdict = lead.decision.verdict;
    let mut evidence: Vec<Evidence> = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    // Each source counts for one origin, that of its first supporting reading: a party's word is its own, else the source's.
    let mut spoken: Vec<(u16, String)> = Vec::new();
    let mut caveat = None;
    for one in &settled {
        let Settled { candidates, decision, .. } = one;
        for (at, reading, stance) in &decision.stances {
            let question = &candidates[*at].prepared.question;
            let fact = fact_id(&question.id, *reading, question.readings.len());
            if evidence.len() < EVIDENCE && !evidence.iter().any(|known| known.fact == fact) {
                evidence.push(evidence_of(base, &candidates[*at], *reading, *stance, fact));
            }
            if *stance == Stance::Agrees {
                let reading = &candidates[*at].prepared.question.readings[*reading];
                if spoken.iter().any(|(source, _)| *source == reading.source) {
                    continue;
                }
                let source = &base.sources[usize::from(reading.source)];
                let origin = reading
                    .by
                    .clone()
                    .or_else(|| source.origin.clone())
                    .unwrap_or_else(|| format!("source {}", source.id));
                spoken.push((reading.source, origin));
            }
        }
        let comparison = decision.stances.first().map(|(at, reading, _)| &candidates[*at].comparisons[*reading]);
        if let Some(comparison) = comparison {
            parts.extend(comparison.parts.iter().map(|part| Part {
                start: utf16.at(part.span.start),
                end: utf16.at(part.span.end),
                kind: part.kind,
                outcome: part.outcome,
                expected: part.expected.as_ref().map(Expected::text),
            }));
            caveat = caveat.or_else(|| comparison.caveats.first().cloned());
        }
        parts.extend(decision.offices.iter().map(|(span, outcome, expected)| Part {
            start: utf16.at(span.start),
            end: utf16.at(span.end),
            kind: PartKind::Role,
            outcome: *outcome,
            expected: expected.clone(),
        }));
    }
    let mut origins: Vec<&String> = spoken.iter().map(|(_, origin)| origin).collect();
    order::unique(&mut origins);
    order::by_key(&mut parts, |part| (part.start, part.end, part.kind));
    parts.dedup();
    // A word that the parser puts in stands for no text.
    parts.retain(|part| part.start < part.end);
    let entailed = settled.iter().any(|one| one.decision.reason == Reason::Entailed);
    Claim {
        text: claim.span.of(text).to_owned(),
        start: utf16.at(claim.span.start),
        end: utf16.at(claim.span.end),
        verdict,
        reason: if verdict == Verdict::Supported && entailed { Reason::Entailed } else { lead.decision.reason },
        explanation: explain::explain(text, &lead.claim, base, &lead.candidates, &lead.decision),
        caveat: caveat.filter(|_| verdict == Verdict::Supported),
        support: Support { sources: spoken.len() as u32, origins: origins.len() as u32 },
        parts,
        evidence,
    }
}

fn evidence_of(base: &Base, candidate: &Candidate, index: usize, stance: Stance, fact: String) -> Evidence {
    let question = &candidate.prepared.question;
    let reading = &question.readings[index];
    let source = &base.sources[usize::from(reading.source)];
    let caveat = match candidate.prepared.readings[index].certainty {
        crate::statement::Certainty::Possible => Some("The source says this only as a possibility.".to_owned()),
        _ => None,
    };
    Evidence {
        stance,
        fact,
        statement: reading.says.clone(),
        printed: reading.printed.clone(),
        as_of: reading.as_of.map(|period| period.iso()),
        caveat,
        source: source_ref(source),
        locator: super::survey::locator(reading),
        link: super::survey::link(base, reading, question, index),
    }
}

/// The id of a reading.
pub fn fact_id(question: &str, index: usize, count: usize) -> String {
    if count == 1 { question.to_owned() } else { format!("{question}/{}", index + 1) }
}
