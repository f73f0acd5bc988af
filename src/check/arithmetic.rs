//! Plain arithmetic over sourced figures, where the claim's words name the operation and both operands can be told (docs/verdicts.md §3).
//!
//! Understood are: a figure compared with its own earlier reading (a rise, a difference, a factor, a percentage), or told at two of its times;
//! two things compared or added up; a part as a share of its whole; a share held through another company; and
//! the days, or months, between two dated events.

use super::compare::{Comparison, Time, same_notion, set_beside};
use super::verdict::{Candidate, Decision, Said, given_date, weigh};
use crate::base::pool::Cover;
use crate::base::{Base, PreparedReading, Value};
use crate::lexicon::{Class, List, among};
use crate::order;
use crate::report::{Reason, Stance, Verdict};
use crate::statement::day::{Day, Period};
use crate::statement::quantity::{Fit, Modifier, fit};
use crate::statement::{Bound, DateRef, Frame, Link, Number, Quantity, Slot, Statement, Term, TermKind};
use crate::text::{Span, Token, cut};

/// How many words of a claim that only compares a figure with itself may stand beside the matter.
const BESIDE: usize = 2;

/// A sourced figure or date that takes part in a calculation.
struct Operand<T> {
    value: T,
    candidate: Candidate,
    reading: usize,
    /// The sources clash over it.
    disputed: bool,
}

/// What came of a calculation: the decision and the questions it rests on.
pub struct Outcome {
    pub decision: Decision,
    pub candidates: Vec<Candidate>,
}

/// Tries the calculations in turn. None where no operation is named or an operand is missing.
pub fn calculate(said: &Said<'_>, claim: &Statement, timing: Option<&Statement>, base: &Base) -> Option<Outcome> {
    if claim.quantities.iter().any(|quantity| quantity.garbled) {
        return None;
    }
    let said = &said.within(claim.span);
    lapse(said, claim, timing, base)
        .or_else(|| indirect(said, claim, base))
        .or_else(|| share(said, claim, base))
        .or_else(|| pair(said, claim, base))
        .or_else(|| course(said, claim, base))
        .or_else(|| change(said, claim, base))
        .filter(|found| {
            found.decision.verdict != Verdict::Supported
                || names_its_parties(claim, found, base) && tells_its_times(said.text, claim, found)
        })
}

/// Whether every time that the claim names is one of those that the figures are of; and, where it names two, each figure is of one of them.
fn tells_its_times(text: &str, claim: &Statement, found: &Outcome) -> bool {
    let operands: Vec<Vec<Period>> = found
        .decision
        .stances
        .iter()
        .map(|(at, reading, _)| {
            let prepared = &found.candidates[*at].prepared;
            let side = &prepared.readings[*reading];
            let told = side.statements.iter().flat_map(|statement| &statement.dates).filter_map(|date| date.period);
            let value = match side.value {
                Value::Date(period) => Some(period),
                _ => None,
            };
            told.chain(value).chain(prepared.question.readings[*reading].as_of).collect()
        })
        .collect();
    // "From September to October", "between 2021 and 2023": the times at both ends.
    let from = claim.dates.iter().any(|date| date.bound == Bound::From);
    let mut named: Vec<Period> = Vec::new();
    for date in claim.dates.iter().filter(|date| !date.yearless && !date.relative) {
        let Some(period) = date.period else { continue };
        let said = date.span.of(text);
        if said.split(' ').any(|word| matches!(word, "and" | "to")) {
            named.extend([period.from.month_span(0), period.to.month_span(0)]);
        } else if matches!(date.bound, Bound::At | Bound::From)
            || from && matches!(date.bound, Bound::Until | Bound::Lasting)
        {
            named.push(period);
        }
    }
    let among = |times: &[Period], period: &Period| times.iter().any(|time| time.meets(*period));
    named.iter().all(|period| operands.iter().any(|times| among(times, period)))
        && (named.len() < 2
            || operands.iter().all(|times| times.is_empty() || named.iter().any(|period| among(times, period))))
}

/// Whether the questions that the figures come from speak of every party that the claim names, but for the outlets that report it.
fn names_its_parties(claim: &Statement, found: &Outcome, base: &Base) -> bool {
    claim.terms.iter().all(|term| {
        let Some(id) = term.entity.filter(|id| base.place_key(*id).is_none() && !base.is_outlet(*id)) else {
            return true;
        };
        found.candidates.iter().any(|candidate| {
            let pool = &candidate.prepared.pool;
            pool.has_entity(id) || term.others.iter().any(|other| pool.has_entity(*other))
        })
    })
}

impl<'a> Said<'a> {
    /// The words of one claim of the sentence.
    fn within(&self, span: Span) -> Said<'a> {
        let inside = |token: &Token| span.contains(token.span);
        let from = self.tokens.iter().position(inside).unwrap_or(0);
        let to = self.tokens.iter().rposition(inside).map_or(from, |last| last + 1);
        Said { text: self.text, tokens: &self.tokens[from..to] }
    }

    fn has(&self, words: &[&str]) -> bool {
        self.tokens.iter().any(|token| words.contains(&token.norm.as_str()))
    }

    fn tells(&self, list: List) -> bool {
        self.tokens.iter().any(|token| among(&token.norm, list))
    }
}

fn names(term: &Term, class: Class) -> bool {
    term.is(class)
}

/// The words of a claim that name an operation rather than its object.
fn is_operation(term: &Term) -> bool {
    [Class::Rise, Class::Fall, Class::Sum, Class::Lapse].iter().any(|class| names(term, *class))
        && term.kind != TermKind::Name
}

/// Which way the claim's words point, in order of their place: more or less.
fn direction(said: &Said<'_>, claim: &Statement) -> Option<bool> {
    let inside = |span: Span| claim.quantities.iter().any(|quantity| quantity.span.contains(span));
    said.tokens.iter().filter(|token| !inside(token.span)).find_map(|token| {
        let is = |class| token.belongs(class) || token.lemma_belongs(class);
        match (is(Class::Rise), is(Class::Fall)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    })
}

/// A statement of some terms of the claim.
fn about(claim: &Statement, keep: impl Fn(&Term) -> bool, dates: Vec<DateRef>) -> Statement {
    let speaker: &[usize] = claim.speaker.as_ref().map_or(&[], |speaker| &speaker.terms);
    let terms = claim
        .terms
        .iter()
        .enumerate()
        .filter(|(index, term)| !speaker.contains(index) && keep(term))
        .map(|(_, term)| term.clone())
        .collect();
    // The terms are numbered anew, so that what a date hangs on is no longer known.
    let dates = dates.into_iter().map(|date| DateRef { on: None, ..date }).collect();
    Statement { span: claim.span, terms, dates, ..Statement::default() }
}

/// Whether a word of a claim only carries the calculation: "the figure", "a home to", "stood at".
fn carries(term: &Term) -> bool {
    term.light
        || is_operation(term)
        || names(term, Class::Measure)
        || matches!(term.kind, TermKind::Verb | TermKind::Adverb)
}

/// A statement of the names and nouns of a claim that tell what is counted, with the places for which `place` is true.
fn counted(claim: &Statement, base: &Base, place: impl Fn(usize) -> bool, dates: Vec<DateRef>) -> Statement {
    let all = sides(claim, base);
    let spans: Vec<Span> = all.iter().filter(|index| place(**index)).map(|index| claim.terms[*index].span).collect();
    let places: Vec<Span> = all.iter().map(|index| claim.terms[*index].span).collect();
    about(
        claim,
        |term| match places.contains(&term.span) {
            true => spans.contains(&term.span),
            false => !carries(term) && (spans.is_empty() || !is_global(term)),
        },
        dates,
    )
}

/// The figure that the sources give for a statement without one, at its time or else the newest.
fn figure(
    said: &Said<'_>,
    statement: &Statement,
    base: &Base,
    measure: Option<&Quantity>,
) -> Option<Operand<Quantity>> {
    if statement.terms.is_empty() {
        return None;
    }
    let mine: Vec<u64> = statement.terms.iter().filter_map(|term| place_of(term, base)).collect();
    let mut best: Option<(f32, Operand<Quantity>)> = None;
    for candidate in weigh(said.text, statement, base) {
        if !candidate.prepared.question.one {
            continue;
        }
        // The figure for one country is not that for all, nor the other way round.
        let theirs: Vec<u64> = candidate
            .prepared
            .readings
            .iter()
            .flat_map(|reading| reading.statements.first())
            .flat_map(|statement| {
                let speaker = statement.speaker.as_ref().map_or(&[][..], |speaker| &speaker.terms);
                statement.terms.iter().enumerate().filter(|(index, _)| !speaker.contains(index)).map(|(_, term)| term)
            })
            .filter_map(|term| place_of(term, base))
            .collect();
        if theirs.iter().any(|place| !mine.contains(place)) {
            continue;
        }
        let mut chosen: Option<(usize, Option<Period>)> = None;
        for comparison in &candidate.comparisons {
            let fits = comparison.agrees()
                && matches!(&candidate.prepared.readings[comparison.reading].value, Value::Quantity(value) if !value.garbled && measure.is_none_or(|measure| measure.unit == value.unit || measure.share || measure.factor));
            let as_of = candidate.prepared.question.readings[comparison.reading].as_of;
            if fits && chosen.is_none_or(|(_, known)| as_of > known) {
                chosen = Some((comparison.reading, as_of));
            }
        }
        let Some((reading, _)) = chosen else { continue };
        let strength = candidate.comparisons[reading].strength;
        if best.as_ref().is_none_or(|(known, _)| strength > *known)
            && let Value::Quantity(value) = candidate.prepared.readings[reading].value.clone()
        {
            best = Some((strength, Operand { value, candidate, reading, disputed: false }));
        }
    }
    best.map(|(_, operand)| operand)
}

/// A figure that was calculated, exact.
fn exact(value: f64, like: &Quantity) -> Quantity {
    Quantity {
        low: Some(value),
        high: Some(value),
        modifier: Modifier::Exact,
        step: 0.0,
        share: false,
        garbled: false,
        factor: false,
        whole: false,
        ..like.clone()
    }
}

fn outcome(agrees: bool, operands: Vec<(Candidate, usize, bool)>) -> Outcome {
    let disputed = operands.iter().any(|(_, _, disputed)| *disputed);
    let (verdict, reason) = match (agrees, disputed) {
        (true, false) => (Verdict::Supported, Reason::Entailed),
        (true, true) => (Verdict::Conflicting, Reason::Disputed),
        (false, _) => (Verdict::Conflicting, Reason::Contradicted),
    };
    let stance = if agrees { Stance::Agrees } else { Stance::Disagrees };
    let stances = operands.iter().enumerate().map(|(at, (_, reading, _))| (at, *reading, stance)).collect();
    let mut decision = Decision::new(verdict, reason, stances);
    decision.calculated = true;
    Outcome { decision, candidates: operands.into_iter().map(|(candidate, _, _)| candidate).collect() }
}

/// Whether the calculated value is what the claim says. None where the claim's words leave it open.
fn holds(claimed: &Quantity, calculated: &Quantity) -> Option<bool> {
    match fit(claimed, calculated) {
        Fit::Same | Fit::Follows => Some(true),
        Fit::Clash => Some(false),
        Fit::Open => None,
    }
}

/// Whether a word tells when or by whom a figure was given, and nothing of what it counts.
fn tells(term: &Term) -> bool {
    term.kind != TermKind::Name
        && [Class::Say, Class::Telling, Class::SpeechAct, Class::Measure, Class::PastFrame, Class::PresentFrame]
            .iter()
            .any(|class| names(term, *class))
}

/// "First put at 440,000, the leak later came to 519,000": a running figure told at two of its times. Both must be sourced, in that order, and
/// the dates beside them theirs.
fn course(said: &Said<'_>, claim: &Statement, base: &Base) -> Option<Outcome> {
    let given: Vec<&Quantity> = claim
        .quantities
        .iter()
        .filter(|quantity| !quantity.factor && quantity.unit.is_none() && !counts_nothing(quantity))
        .collect();
    let [one, other] = given.as_slice() else { return None };
    if claim.negated() || claim.quantities.len() > 2 {
        return None;
    }
    let all = said.tokens;
    let led = |quantity: &Quantity, words: &[&str]| {
        let before = all.iter().filter(|token| token.span.end <= quantity.span.start).rev().take(4);
        before.take_while(|token| token.is_word()).any(|token| words.contains(&token.norm.as_str()))
    };
    // "Rose by 79,000 to 519,000": the one is the difference.
    if [one, other].iter().any(|quantity| led(quantity, &["by"])) {
        return None;
    }
    let back = led(other, &["from", "initially", "originally", "initial", "original"]);
    let (early, late): (&Quantity, &Quantity) = if back { (other, one) } else { (one, other) };
    // The claim must itself say that these are two times of one figure.
    let told =
        claim.frame.is_some() || !claim.dates.is_empty() || led(early, &["from"]) || direction(said, claim).is_some();
    if !told || direction(said, claim).is_some_and(|up| up != (late.value() > early.value())) {
        return None;
    }
    // Two figures of two matters are no course of one, and of figures that no source gives nothing can be told.
    let (first, second) = (base.printing(early), base.printing(late));
    let shared = first.iter().any(|number| second.contains(number));
    if !shared && first.is_empty() == second.is_empty() {
        return None;
    }
    // What the number is a number of is what both figures count.
    let counted = claim
        .roles
        .iter()
        .find(|role| {
            let noun = &claim.terms[role.filler];
            role.slot == Slot::Of
                && names(&claim.terms[role.head], Class::Measure)
                && noun.kind == TermKind::Noun
                && !noun.is(Class::Verb)
        })
        .map(|role| claim.terms[role.filler].lemma.clone());
    let sides = |quantity: &Quantity| {
        let mut statement = about(
            claim,
            |term| !is_operation(term) && !term.light && !tells(term) && term.kind != TermKind::Adverb,
            Vec::new(),
        );
        let of = [quantity, early, late].into_iter().find_map(|one| one.of.clone()).or_else(|| counted.clone());
        statement.quantities.push(Quantity { origin: false, change: false, of, ..quantity.clone() });
        weigh(said.text, &statement, base)
    };
    let holds =
        |comparison: &&Comparison| matches!(comparison.fit, Some(Fit::Same | Fit::Follows)) && !comparison.garbled;
    let (first, second) = (sides(early), sides(late));
    for candidate in first.into_iter().filter(|candidate| candidate.prepared.question.running) {
        let id = &candidate.prepared.question.id;
        let Some(others) = second.iter().find(|other| other.prepared.question.id == *id) else { continue };
        // Who gives or moves the figure must be one who gives it in the sources.
        let strange = claim.roles.iter().any(|role| {
            let doer = &claim.terms[role.filler];
            matches!(role.slot, Slot::Agent | Slot::Sole)
                && claim.terms[role.head].kind == TermKind::Verb
                && doer.kind == TermKind::Name
                && !candidate.prepared.readings.iter().any(|side| side.by.is_some() && side.by == doer.entity)
        });
        if strange {
            continue;
        }
        let as_of = |reading: usize| candidate.prepared.question.readings[reading].as_of;
        let at = |comparisons: &[Comparison]| -> Vec<usize> {
            comparisons.iter().filter(holds).map(|comparison| comparison.reading).collect()
        };
        let dated = |quantity: &Quantity, reading: usize| {
            // A date belongs to the figure that stands nearest to it; one that opens the sentence, to the one behind the verb that it dates.
            claim.dates.iter().all(|date| {
                let gap = |quantity: &Quantity| {
                    date.span
                        .start
                        .saturating_sub(quantity.span.end)
                        .max(quantity.span.start.saturating_sub(date.span.end))
                };
                let opens = date.span.end <= early.span.start.min(late.span.start);
                let led = date.on.map(|on| claim.terms[on].span.end).filter(|_| opens);
                let behind = led.map(|verb| (early.span.start >= verb, late.span.start >= verb));
                let first = match behind {
                    Some((early, late)) if early != late => early,
                    _ => gap(early) <= gap(late),
                };
                let mine = std::ptr::eq(quantity, early) == first;
                !mine || as_of(reading).is_some_and(|period| set_beside(date, period) == Time::Same)
            })
        };
        let (mine, theirs) = (at(&candidate.comparisons), at(&others.comparisons));
        let found = mine.iter().filter(|reading| dated(early, **reading)).find_map(|from| {
            let to = theirs.iter().filter(|reading| dated(late, **reading));
            to.copied()
                .filter(|to| as_of(*from).map(|period| period.from) < as_of(*to).map(|period| period.from))
                .find(|to| {
                    // What the one reading leaves open the other tells.
                    let open = &others.comparisons[*to].uncovered;
                    !candidate.comparisons[*from].uncovered.iter().any(|term| open.contains(term))
                })
                .map(|to| (*from, to))
        });
        if let Some((from, to)) = found {
            let copy = Candidate { prepared: candidate.prepared.clone(), comparisons: candidate.comparisons.clone() };
            let mut found = outcome(true, vec![(candidate, to, false), (copy, from, false)]);
            found.decision.reason = Reason::Stated;
            return Some(found);
        }
        // "Cut from 510 to 440", where the 440 came first.
        let turned = claim.dates.is_empty()
            && claim.frame.is_none()
            && mine.iter().any(|from| {
                let before = |to: &usize| as_of(*to).map(|period| period.from) < as_of(*from).map(|period| period.from);
                !theirs.is_empty() && theirs.iter().all(before)
            });
        if turned {
            let reading = *mine.first()?;
            return Some(outcome(false, vec![(candidate, reading, false)]));
        }
        // One of the figures is sourced, and the other is none that any source gives.
        let clash = |comparisons: &[Comparison]| {
            !comparisons.is_empty()
                && comparisons.iter().all(|comparison| {
                    comparison.uncovered.is_empty() && (comparison.garbled || comparison.fit == Some(Fit::Clash))
                })
        };
        let wrong =
            !mine.is_empty() && clash(&others.comparisons) || !theirs.is_empty() && clash(&candidate.comparisons);
        if wrong {
            let reading = mine.first().or(theirs.last()).copied()?;
            return Some(outcome(false, vec![(candidate, reading, false)]));
        }
    }
    None
}

/// "Works out at", "makes": the verb leads to a figure.
fn carries_figure(term: &Term) -> bool {
    among(term.lemma.as_str(), List::Equals)
}

/// "Through the venture Naver indirectly holds about a third of LY": the share in a company times that company's share.
fn indirect(said: &Said<'_>, claim: &Statement, base: &Base) -> Option<Outcome> {
    let named = said.tells(List::Indirect);
    let shares: Vec<&Quantity> = claim.quantities.iter().filter(|quantity| quantity.unit == Some("%")).collect();
    if !named || shares.is_empty() || claim.negated() {
        return None;
    }
    // Whose share it is must be told as in the sources: the whole is what the share is of, and does not hold itself.
    let names = |term: &Term, id: &str| term.entity.is_some_and(|entity| format!("@{entity}") == id);
    // Whether "'s" or an apostrophe follows.
    let owns = |term: &Term| {
        let behind = cut(said.text, term.span.start..).char_indices().find(|(_, letter)| matches!(letter, '\'' | '’'));
        let next = term.span.end - term.span.start;
        behind.is_some_and(|(at, _)| at == next || at + 3 > next && at < next)
    };
    // "A's share of B": where the claim names the holder so, nobody else holds it.
    let possessor = claim.terms.iter().filter(|term| term.entity.is_some()).find(|term| owns(term));
    let another = |id: &str| possessor.is_some_and(|term| !names(term, id));
    let doer = |id: &str| {
        claim
            .roles
            .iter()
            .any(|role| matches!(role.slot, Slot::Agent | Slot::Sole) && names(&claim.terms[role.filler], id))
            || possessor.is_some_and(|term| names(term, id))
    };
    let candidates: Vec<Candidate> = weigh(said.text, &about(claim, |term| term.entity.is_some(), Vec::new()), base);
    // Who holds what share of whom, as the readings tell it.
    let mut held: Vec<(u16, String, f64, usize, usize)> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        for (reading, side) in candidate.prepared.readings.iter().enumerate() {
            for statement in &side.statements {
                let Some(share) = statement.quantities.iter().find(|quantity| quantity.unit == Some("%")) else {
                    continue;
                };
                let (Some(whole), Some(value)) = (&share.whole_of, share.value()) else { continue };
                let holders = statement.roles.iter().filter(|role| matches!(role.slot, Slot::Agent | Slot::Sole));
                for holder in holders.filter_map(|role| statement.terms[role.filler].entity) {
                    held.push((holder, whole.clone(), value, at, reading));
                }
            }
        }
    }
    let mentioned =
        |id: &str| claim.terms.iter().any(|term| term.entity.is_some_and(|entity| format!("@{entity}") == id));
    let (first, second) = held.iter().find_map(|first| {
        let own = format!("@{}", first.0);
        let holder = mentioned(&own) && own != first.1;
        let second = held.iter().find(|second| {
            format!("@{}", second.0) == first.1
                && second.1 != first.1
                && mentioned(&second.1)
                && !doer(&second.1)
                && second.1 != format!("@{}", first.0)
        });
        second.filter(|_| holder && !another(&format!("@{}", first.0))).map(|second| (first, second))
    })?;
    // "Its indirect share of B": what the share is named as one of is the whole.
    let of_another = claim.roles.iter().any(|role| {
        let (noun, whole) = (&claim.terms[role.head], &claim.terms[role.filler]);
        role.slot == Slot::Of
            && whole.entity.is_some()
            && !owns(whole)
            && noun.kind == TermKind::Noun
            && claim.roles.iter().any(|other| {
                other.head == role.head && matches!(claim.terms[other.filler].lemma.as_str(), "indirect" | "effective")
            })
            && !names(whole, &second.1)
    });
    if of_another {
        return None;
    }
    // What is done with the share must be what the sources say of it, or only lead to the figure.
    let held_so = |term: &Term| {
        term.light
            || term.kind != TermKind::Verb
            || carries_figure(term)
            || [first.3, second.3].iter().any(|at| candidates[*at].prepared.pool.cover(term) > Cover::None)
    };
    if !claim.terms.iter().all(held_so) {
        return None;
    }
    let product = first.2 * second.2 / 100.0;
    let mut agrees = None;
    for quantity in shares {
        let operand = [first.2, second.2].iter().any(|value| fit(quantity, &exact(*value, quantity)) == Fit::Same);
        if !operand && quantity.whole_of.as_ref().is_some_and(|whole| *whole != second.1) {
            return None;
        }
        if !operand {
            agrees = Some(agrees.unwrap_or(true) && holds(quantity, &exact(product, quantity))?);
        }
    }
    let operands = [first, second].map(|found| (candidates[found.3].clone(), found.4, false));
    Some(outcome(agrees?, operands.into()))
}

/// "The count rose by 79,000", "twice the first figure", "smaller than first announced", "up about 18%".
fn change(said: &Said<'_>, claim: &Statement, base: &Base) -> Option<Outcome> {
    let up = direction(said, claim);
    let factor = claim.quantities.iter().find(|quantity| quantity.factor);
    if up.is_none() && factor.is_none() {
        return None;
    }
    let bare = about(claim, |term| !is_operation(term) && !term.light && !tells(term), Vec::new());
    let given: Vec<Quantity> =
        claim.quantities.iter().filter(|quantity| !quantity.factor && quantity.unit.is_none()).cloned().collect();
    let printed = |candidate: &Candidate| {
        let stands = |quantity: &&Quantity| {
            candidate.prepared.readings.iter().any(|reading| {
                matches!(&reading.value, Value::Quantity(value) if !value.garbled && fit(quantity, value) == Fit::Same)
            })
        };
        given.iter().filter(stands).count()
    };
    // A claim that gives both figures tells by them what it is about; so does one figure where nothing else tells it.
    let enough = if bare.terms.is_empty() { 0 } else { 1 };
    let mut found = weigh(said.text, &Statement { quantities: given.clone(), ..bare.clone() }, base);
    let by_figures = found.iter().any(|candidate| candidate.prepared.question.running && printed(candidate) > enough);
    if !by_figures {
        found = weigh(said.text, &bare, base);
    }
    let mut fitting: Vec<Candidate> = found
        .into_iter()
        .filter(|candidate| {
            if by_figures {
                return candidate.prepared.question.running && printed(candidate) > enough;
            }
            let values = candidate
                .prepared
                .readings
                .iter()
                .filter(|reading| matches!(&reading.value, Value::Quantity(value) if !value.garbled))
                .count();
            // What stands beside the counted thing ("on closer investigation") need not be there.
            let about = |comparison: &Comparison| {
                if !claim.quantities.is_empty() {
                    return comparison.agrees();
                }
                let open = &comparison.uncovered;
                !comparison.clashes()
                    && open.len() <= BESIDE
                    && comparison.coverage >= 0.5
                    && !open.iter().any(|index| bare.terms.get(*index).is_some_and(|term| term.kind == TermKind::Name))
            };
            candidate.prepared.question.running && values > 1 && candidate.comparisons.iter().any(about)
        })
        .collect();
    // The figures that the claim starts from tell best which question it is about.
    let most = fitting.iter().map(printed).max()?;
    let candidate = fitting.remove(fitting.iter().position(|candidate| printed(candidate) == most)?);
    let mut order: Vec<usize> = (0..candidate.prepared.readings.len()).filter(|reading| matches!(&candidate.prepared.readings[*reading].value, Value::Quantity(value) if !value.garbled && matches!(value.modifier, Modifier::Exact | Modifier::About | Modifier::UpTo))).collect();
    order::by_key(&mut order, |reading| {
        (candidate.prepared.question.readings[*reading].as_of.map(|period| period.to), *reading)
    });
    // An exact figure stands for its time before a rough one.
    let value = |reading: usize| match &candidate.prepared.readings[reading].value {
        Value::Quantity(value) => value.clone(),
        _ => unreachable!("only figures are in the list"),
    };
    let first = *order.first()?;
    let last = order
        .iter()
        .rev()
        .copied()
        .find(|reading| value(*reading).modifier == Modifier::Exact && *reading != first)
        .or_else(|| order.last().copied())?;
    // A figure for a day of which no reading speaks is no change between those that they give.
    for period in claim.dates.iter().filter(|_| !by_figures).filter_map(|date| date.period) {
        let near = |reading: usize| {
            candidate.prepared.question.readings[reading].as_of.is_none_or(|as_of| {
                as_of.meets(period) || as_of.from.since(period.to).abs() < 62 || period.from.since(as_of.to).abs() < 62
            })
        };
        if !order.iter().any(|reading| near(*reading)) {
            return None;
        }
    }
    // What is said to rise or fall must be what the figures count: "shares" are no items.
    let moved = claim.roles.iter().filter(|role| {
        is_operation(&claim.terms[role.head]) && matches!(role.slot, Slot::Agent | Slot::Sole | Slot::Patient)
    });
    for role in moved {
        let term = &claim.terms[role.filler];
        let told = |term: &Term| {
            [first, last].iter().any(|at| candidate.prepared.readings[*at].pool.cover(term) > Cover::None)
        };
        if !told(term) && !carries(term) {
            return None;
        }
    }
    // "The user base doubled" is about users, whatever else the figures are linked to.
    let counted = base.counted(&value(first));
    let moves = claim.terms.iter().filter(|term| is_operation(term)).map(|term| term.span.start);
    let moves = moves.chain(factor.map(|factor| factor.span.start)).min();
    let same = |term: &Term| {
        value(first).of.is_some_and(|of| of == term.lemma)
            || term.concepts.iter().any(|concept| counted.concepts.contains(concept))
    };
    let thing = |term: &&Term| {
        // Shares in a company are no share of anything.
        let share = term.lemma == "share" && term.number == Number::Many;
        moves.is_some_and(|start| term.span.end <= start)
            && (term.kind == TermKind::Noun && !term.light && !carries(term) && (same(term) || !term.is_deed())
                || share)
    };
    let mut things = claim.terms.iter().filter(thing).peekable();
    if things.peek().is_some() && !things.any(same) {
        return None;
    }
    let (old, new) = (value(first).value()?, value(last).value()?);
    if (old - new).abs() < f64::EPSILON || old == 0.0 {
        return None;
    }
    // "Higher than it was later put at": the words behind "than" tell which of the two times is spoken of.
    let turned = match compared_with_later(said).filter(|_| claim.quantities.is_empty()) {
        Some(later) => later?,
        None => false,
    };
    let mut agrees = up.is_none_or(|up| up == ((new > old) != turned));
    let mut calculated = factor.is_some()
        || claim.quantities.is_empty()
            && (said.has(&["than"])
                || claim.dates.len() > 1
                || claim.dates.iter().any(|date| date.period.is_some_and(|period| period.to.since(period.from) > 62)));
    for quantity in &claim.quantities {
        if quantity.is_duration() {
            return None;
        }
        let operand = order.iter().map(|reading| value(*reading)).any(|operand| {
            !quantity.factor && quantity.unit == operand.unit && matches!(fit(quantity, &operand), Fit::Same)
        });
        if operand {
            continue;
        }
        // "A rise to a record 500", "reached 500": where it ended.
        let before = said.tokens.iter().rev().filter(|token| token.span.end <= quantity.span.start);
        let mut led = before.take(4).take_while(|token| token.is_word());
        if led.any(|token| among(token.lemma.as_str(), List::Reaches)) {
            return None;
        }
        let result = if quantity.factor {
            exact(new / old, quantity)
        } else if quantity.unit == Some("%") {
            exact(100.0 * (new - old).abs() / old, quantity)
        } else if quantity.unit == value(first).unit {
            exact((new - old).abs(), quantity)
        } else {
            return None;
        };
        // A figure far from any change is a total that the claim gives, not a difference.
        if !quantity.factor && quantity.unit != Some("%") && !said.tells(List::Change) {
            return None;
        }
        calculated = true;
        agrees &= holds(quantity, &result)?;
    }
    if !calculated || claim.negated() {
        return None;
    }
    let copy = Candidate { prepared: candidate.prepared.clone(), comparisons: candidate.comparisons.clone() };
    Some(outcome(agrees, vec![(candidate, last, false), (copy, first, false)]))
}

/// Whether what stands behind "than" is the later of two figures: Some(None) where the words do not tell, None where there is no "than".
fn compared_with_later(said: &Said<'_>) -> Option<Option<bool>> {
    let than = said.tokens.iter().position(|token| token.is("than"))?;
    let tail = &said.tokens[than + 1..];
    let has = |list: List| tail.iter().any(|token| among(&token.norm, list));
    let (late, early) = (has(List::LaterFigure), has(List::EarlierFigure));
    Some((late != early).then_some(late))
}

/// The key of the country that a term names.
fn place_of(term: &Term, base: &Base) -> Option<u64> {
    match term.entity {
        Some(id) => base.place_key(id),
        None => term.country,
    }
}

/// The places that a claim sets side by side, with "abroad" as one of them.
fn sides(claim: &Statement, base: &Base) -> Vec<usize> {
    use crate::base::EntityKind;
    (0..claim.terms.len())
        .filter(|index| {
            let term = &claim.terms[*index];
            let place = term
                .entity
                .and_then(|id| base.entities.get(usize::from(id)))
                .is_some_and(|entity| entity.kind == EntityKind::Place);
            place
                || term.kind == TermKind::Name && term.country.is_some()
                || among(term.lemma.as_str(), List::Elsewhere)
        })
        .collect()
}

/// "More users in Taiwan than in Thailand", "31 million more", "together 146 million", "the difference between A and B".
fn pair(said: &Said<'_>, claim: &Statement, base: &Base) -> Option<Outcome> {
    let places = sides(claim, base);
    let global = claim.terms.iter().any(is_global);
    // "Only Thailand had more users than Taiwan" speaks of all the other places too.
    if places.len() + usize::from(global) < 2 || claim.negated() || claim.only.is_some() {
        return None;
    }
    let has = |class: Class| said.tokens.iter().any(|token| token.belongs(class));
    let place_of_word = |words: &[&str]| {
        said.tokens
            .iter()
            .filter(|token| !claim.quantities.iter().any(|quantity| quantity.span.contains(token.span)))
            .find(|token| words.contains(&token.norm.as_str()))
            .map(|token| token.span.start)
    };
    let factor = claim.quantities.iter().any(|quantity| quantity.factor);
    // What follows "than", or the second "as" of "twice as many as", is the other side.
    let turn = place_of_word(&["than"]).or_else(|| {
        let span = claim.quantities.iter().find(|quantity| quantity.factor)?.span;
        said.tokens
            .iter()
            .filter(|token| token.span.start >= span.end && token.is("as"))
            .map(|token| token.span.start)
            .next_back()
    });
    let difference = place_of_word(&["difference", "gap"]).is_some();
    let measure = claim.quantities.iter().find(|quantity| !quantity.factor && quantity.unit.is_none());
    let one =
        |index: usize| figure(said, &counted(claim, base, |place| place == index, claim.dates.clone()), base, measure);
    let mut left: Vec<Operand<Quantity>> = Vec::new();
    let mut right: Vec<Operand<Quantity>> = Vec::new();
    for index in &places {
        let behind = turn.is_some_and(|turn| claim.terms[*index].span.start > turn) || difference && !left.is_empty();
        if behind { &mut right } else { &mut left }.push(one(*index)?);
    }
    if global && places.len() == 1 {
        let whole = figure(said, &counted(claim, base, |_| false, claim.dates.clone()), base, measure)?;
        if right.is_empty() { &mut right } else { &mut left }.push(whole);
    }
    let total = |side: &[Operand<Quantity>]| side.iter().map(|operand| operand.value.value()).sum::<Option<f64>>();
    let mut agrees = true;
    let mut used = false;
    if turn.is_some() || difference {
        if left.is_empty() || right.is_empty() {
            return None;
        }
        let (a, b) = (total(&left)?, total(&right)?);
        if !factor && !difference {
            agrees = direction(said, claim)? == (a > b);
            used = true;
        }
        for quantity in &claim.quantities {
            let operand =
                left.iter().chain(&right).any(|operand| !quantity.factor && fit(quantity, &operand.value) == Fit::Same);
            // "With 8 million, A had fewer than B" gives A's figure; "8 million fewer" and "by 8 million" what lies between them.
            let mut behind = said.tokens.iter().filter(|token| token.span.start >= quantity.span.end);
            let change = |token: &Token| {
                [Class::Rise, Class::Fall].iter().any(|class| token.belongs(*class) || token.lemma_belongs(*class))
            };
            let led = said.tokens.iter().rfind(|token| token.span.end <= quantity.span.start);
            let between = behind.next().is_some_and(change)
                || behind.next().is_some_and(change)
                || led.is_some_and(|token| token.is("by"));
            let own = turn.is_some_and(|turn| quantity.span.end <= turn)
                && left.iter().any(|operand| fit(quantity, &operand.value) == Fit::Same);
            if operand && claim.quantities.len() > 1 || own && !difference && !between || counts_nothing(quantity) {
                continue;
            }
            let result = if quantity.factor {
                // "Twice as many users in A as in B".
                if turn.is_some() { a / b } else { a.max(b) / a.min(b) }
            } else if quantity.unit == Some("%") {
                100.0 * (a - b).abs() / b
            } else {
                (a - b).abs()
            };
            used = true;
            agrees &= holds(quantity, &exact(result, quantity))?;
        }
    } else if has(Class::Sum) {
        let sum = total(&left)?;
        let operand = |quantity: &Quantity| left.iter().any(|operand| fit(quantity, &operand.value) == Fit::Same);
        let several = claim.quantities.len() > 1;
        for quantity in claim
            .quantities
            .iter()
            .filter(|quantity| !quantity.factor && quantity.unit.is_none() && !counts_nothing(quantity))
        {
            if several && operand(quantity) {
                continue;
            }
            used = true;
            agrees &= holds(quantity, &exact(sum, quantity))?;
        }
    }
    if !used {
        return None;
    }
    let operands =
        left.into_iter().chain(right).map(|operand| (operand.candidate, operand.reading, operand.disputed)).collect();
    Some(outcome(agrees, operands))
}

/// The "one" of "the Japanese one" is no figure.
fn counts_nothing(quantity: &Quantity) -> bool {
    quantity.low == Some(1.0)
        && quantity.high == Some(1.0)
        && quantity.modifier == Modifier::Exact
        && quantity.unit.is_none()
}

fn is_global(term: &Term) -> bool {
    among(term.lemma.as_str(), List::World)
}

/// "Just under half of all users were in Japan", "one in twenty users", "most of the 440,000 items".
fn share(said: &Said<'_>, claim: &Statement, base: &Base) -> Option<Outcome> {
    let quantity = claim.quantities.iter().find(|quantity| quantity.unit == Some("%"))?;
    if claim.quantities.iter().any(|other| other.span != quantity.span && !other.whole && other.unit.is_some())
        || claim.negated()
    {
        return None;
    }
    let places = sides(claim, base);
    let given = claim.quantities.iter().find(|other| other.whole && other.unit.is_none());
    // "Of its 194 million users" gives the time as well: that of the figure.
    let mut dates = claim.dates.clone();
    if dates.is_empty() {
        dates.extend(
            given.and_then(|given| time_of(given, base)).map(|time| given_date(time, Bound::At, quantity.span)),
        );
    }
    let at = |dates: Vec<DateRef>| {
        figure(said, &counted(claim, base, |_| true, dates.clone()), base, None).or_else(|| {
            let matter =
                |term: &Term| !is_operation(term) && !term.light && !is_global(term) && !names(term, Class::Measure);
            figure(said, &about(claim, matter, dates), base, None)
        })
    };
    // The part may have been told later than the whole that the claim names.
    let later = || given.filter(|_| claim.dates.is_empty()).and_then(|_| at(Vec::new()));
    let part = at(dates).or_else(later)?;
    // A figure that the claim gives beside the share must be that of the part.
    let other = |other: &&Quantity| other.span != quantity.span && !other.whole && other.unit.is_none();
    if part.value.unit.is_some()
        || claim
            .quantities
            .iter()
            .filter(other)
            .any(|other| !matches!(fit(other, &part.value), Fit::Same | Fit::Follows))
    {
        return None;
    }
    let whole = if let Some(given) = given {
        // The claim names the whole itself; it must be a sourced one.
        if !base.prints(given, claim) {
            return None;
        }
        (given.value()?, None)
    } else {
        let whole = match places.as_slice() {
            [_] => figure(said, &counted(claim, base, |_| false, claim.dates.clone()), base, None)?,
            _ => total_of(said, claim, quantity, &part, base)?,
        };
        if whole.candidate.prepared.question.id == part.candidate.prepared.question.id {
            return None;
        }
        (whole.value.value()?, Some(whole))
    };
    let value = part.value.value()?;
    if whole.0 <= 0.0 || value > whole.0 {
        return None;
    }
    let percent = 100.0 * value / whole.0;
    let result = match part.value.modifier {
        // Only a lower bound is known of the part.
        Modifier::MoreThan | Modifier::AtLeast => {
            // No part is more than the whole.
            Quantity { low: Some(percent), high: Some(100.0), modifier: Modifier::Between, ..exact(percent, quantity) }
        }
        _ => exact(percent, quantity),
    };
    let agrees = holds(quantity, &result)?;
    let mut operands = vec![(part.candidate, part.reading, part.disputed)];
    operands.extend(whole.1.map(|whole| (whole.candidate, whole.reading, whole.disputed)));
    Some(outcome(agrees, operands))
}

/// The time for which the sources give this very figure.
fn time_of(given: &Quantity, base: &Base) -> Option<Period> {
    base.printing(given).into_iter().filter_map(|number| base.question(number)).find_map(|prepared| {
        let holds = |value: &Value| matches!(value, Value::Quantity(value) if fit(given, value) == Fit::Same);
        let reading = prepared.readings.iter().position(|side| holds(&side.value))?;
        prepared.question.readings[reading].as_of
    })
}

/// The total that a share is taken of ("one in ten of the leaked items"): the running figure for what stands between the share and the verb,
/// at the time of the part.
fn total_of(
    said: &Said<'_>,
    claim: &Statement,
    quantity: &Quantity,
    part: &Operand<Quantity>,
    base: &Base,
) -> Option<Operand<Quantity>> {
    let verb = claim.predications.first()?.predicate.map(|predicate| claim.terms[predicate].span.start)?;
    let inside = about(
        claim,
        |term| term.span.start >= quantity.span.end && term.span.end <= verb && !term.light && !tells(term),
        Vec::new(),
    );
    if inside.terms.is_empty() {
        return None;
    }
    let when = part.candidate.prepared.question.readings[part.reading].as_of;
    let mut best: Option<(Option<Period>, Operand<Quantity>)> = None;
    for candidate in weigh(said.text, &inside, base) {
        if !(candidate.prepared.question.running && candidate.prepared.question.one) {
            continue;
        }
        for comparison in candidate.comparisons.iter().filter(|comparison| comparison.agrees()) {
            let as_of = candidate.prepared.question.readings[comparison.reading].as_of;
            let Value::Quantity(value) = &candidate.prepared.readings[comparison.reading].value else { continue };
            let fits = value.unit.is_none()
                && !value.garbled
                && matches!(value.modifier, Modifier::Exact | Modifier::About | Modifier::UpTo)
                && when.is_none_or(|when| as_of.is_some_and(|as_of| as_of.from.since(when.to).abs() < 62));
            if fits && best.as_ref().is_none_or(|(known, _)| as_of > *known) {
                let operand = Operand {
                    value: value.clone(),
                    candidate: Candidate {
                        prepared: candidate.prepared.clone(),
                        comparisons: candidate.comparisons.clone(),
                    },
                    reading: comparison.reading,
                    disputed: false,
                };
                best = Some((as_of, operand));
            }
        }
    }
    best.map(|(_, operand)| operand)
}

/// "Twelve days passed between the detection and the confirmation", "Four days after noticing it, LY concluded …".
fn lapse(said: &Said<'_>, claim: &Statement, timing: Option<&Statement>, base: &Base) -> Option<Outcome> {
    // What did not happen has no day.
    if claim.predications.iter().any(|one| one.negated()) {
        return None;
    }
    let given = claim.quantities.iter().find(|quantity| matches!(quantity.unit, Some("day" | "week" | "month")));
    let next = next_day(said);
    let quantity = given.or(next.as_ref())?;
    let (first, second) = events(said, claim, timing, quantity)?;
    let (start, end) = (date(said, &first, base)?, date(said, &second, base)?);
    let operands = |start: Operand<Period>, end: Operand<Period>| {
        vec![(start.candidate, start.reading, start.disputed), (end.candidate, end.reading, end.disputed)]
    };
    let behind = |word: &str| {
        said.tokens.iter().find(|token| token.span.start >= quantity.span.end).is_some_and(|token| token.is(word))
    };
    // "Two days before it concluded" tells which came first as well; the main clause is the second of the two.
    let turned =
        behind("after") && end.value.from < start.value.from || behind("before") && end.value.from > start.value.from;
    if start.value.from != start.value.to || end.value.from != end.value.to {
        // From month to month only months can be counted; one more or less leaves the claim open, for the days decide.
        let number = |day: Day| i64::from(day.year()) * 12 + i64::from(day.month());
        let month = |period: Period| (number(period.from) == number(period.to)).then(|| number(period.from));
        let months = (month(end.value)? - month(start.value)?).abs() as f64;
        let counts = quantity.unit == Some("month") && quantity.modifier == Modifier::Exact;
        let apart = (months - quantity.value().filter(|_| counts)?).abs();
        let open = !turned && (0.5..=1.5).contains(&apart);
        return (!open).then(|| outcome(apart < 0.5 && !turned, operands(start, end)));
    }
    let days = end.value.from.since(start.value.from).abs() as f64;
    let claimed = quantity.in_days()?;
    let within = said.tokens.windows(2).any(|pair| pair[0].is("within") && pair[1].span.start == quantity.span.start);
    let claimed = if within { Quantity { modifier: Modifier::AtMost, ..claimed } } else { claimed };
    // Weeks and months are counted roughly in speech; a count of days is exact.
    let claimed = if quantity.unit == Some("day") {
        claimed
    } else {
        Quantity {
            modifier: if claimed.modifier == Modifier::Exact { Modifier::About } else { claimed.modifier },
            ..claimed
        }
    };
    let agrees = holds(&claimed, &exact(days, &claimed))? && !turned;
    Some(outcome(agrees, operands(start, end)))
}

/// "The day after X": one day, though no figure says so.
fn next_day(said: &Said<'_>) -> Option<Quantity> {
    let all = said.tokens;
    let at = all.windows(2).position(|pair| pair[0].is("day") && (pair[1].is("after") || pair[1].is("before")))?;
    let first = at.checked_sub(1).filter(|before| all[*before].is("the")).unwrap_or(at);
    Some(Quantity {
        span: all[first].span.join(all[at].span),
        first: 0,
        last: 0,
        low: Some(1.0),
        high: Some(1.0),
        modifier: Modifier::Exact,
        step: 0.0,
        unit: Some("day"),
        of: None,
        share: false,
        garbled: false,
        whole_of: None,
        whole: false,
        factor: false,
        part: false,
        origin: false,
        change: false,
    })
}

/// The two events that a duration lies between.
fn events(
    said: &Said<'_>,
    claim: &Statement,
    timing: Option<&Statement>,
    quantity: &Quantity,
) -> Option<(Statement, Statement)> {
    let all = said.tokens;
    let place = |word: &str, from: usize| {
        all.iter().filter(|token| token.span.start >= from).find(|token| token.is(word)).map(|token| token.span)
    };
    // Who only passes it on is no part of the events; who comments or announces is.
    let told = Statement { speaker: claim.speaker.clone().filter(|speaker| speaker.introduces), ..claim.clone() };
    let within = |from: usize, to: usize| {
        let dates = claim
            .dates
            .iter()
            .filter(|date| date.first != date.last && date.span.start >= from && date.span.end <= to)
            .cloned()
            .collect();
        about(
            &told,
            |term| {
                // What is said or confirmed is an event as well.
                (!term.light || names(term, Class::Say))
                    && !is_lapse_word(term)
                    && !among(term.lemma.as_str(), List::Trace)
                    && !names(term, Class::Measure)
                    && term.span.start >= from
                    && term.span.end <= to
            },
            dates,
        )
    };
    let start = claim.span.start;
    let end = claim.span.end;
    if let Some(between) = place("between", start)
        && let Some(and) = place("and", between.end)
    {
        let stop = if quantity.span.start > and.end {
            all.iter().find(|token| token.span.start > and.end && token.is(",")).map_or(end, |token| token.span.start)
        } else {
            end
        };
        return Some((within(between.end, and.start), within(and.end, stop)));
    }
    if let Some(from) = place("from", start)
        && let Some(to) = place("to", from.end)
        && (from.start < quantity.span.start || said.tells(List::Took))
    {
        let stop =
            all.iter().find(|token| token.span.start > to.end && token.is(",")).map_or(end, |token| token.span.start);
        return Some((within(from.end, to.start), within(to.end, stop)));
    }
    if let Some(apart) = all.iter().find(|token| token.norm.starts_with("separat")).map(|token| token.span)
        && let Some(and) = place("and", apart.end).or_else(|| place("from", apart.end))
    {
        return Some((within(apart.end, and.start), within(and.end, end)));
    }
    for word in ["after", "before", "of"] {
        // "Four days after noticing it, LY concluded" and "LY concluded four days after noticing it"
        if let Some(at) =
            place(word, quantity.span.end).filter(|at| cut(said.text, quantity.span.end..at.start).trim().is_empty())
        {
            // Nothing but small words stands before it.
            if !claim.terms.iter().any(|term| term.span.end <= quantity.span.start && !term.light) {
                let comma = all.iter().find(|token| token.span.start > at.end && token.is(","))?.span;
                return Some((within(at.end, comma.start), within(comma.end, end)));
            }
            return Some((within(at.end, end), within(start, quantity.span.start)));
        }
    }
    // With a clause of another kind between them, the length of time is that clause's.
    let timing = timing.filter(|_| claim.pieces.len() <= 2)?;
    // "After detecting it, LY concluded within ten days": what the clause of time leaves is the other event.
    let claim = claim.pieces.first().filter(|piece| piece.link == Link::Main).map_or(claim, |piece| &piece.statement);
    let main =
        about(claim, |term| !term.light && !is_lapse_word(term) && !quantity.span.contains(term.span), Vec::new());
    Some((main, Statement { quantities: Vec::new(), ..timing.clone() }))
}

fn is_lapse_word(term: &Term) -> bool {
    names(term, Class::Lapse) && !names(term, Class::Say)
}

/// The day of an event: the one that the sources give for it.
fn date(said: &Said<'_>, event: &Statement, base: &Base) -> Option<Operand<Period>> {
    let mut event = event.clone();
    event.frame = event.frame.filter(|(frame, _)| *frame == Frame::First);
    event.dates.retain(|date| date.bound == Bound::At || date.period.is_some());
    if event.terms.is_empty() {
        return None;
    }
    let mut best: Option<(f32, Operand<Period>)> = None;
    for candidate in weigh(said.text, &event, base) {
        let agreeing: Vec<usize> = candidate
            .comparisons
            .iter()
            .filter(|comparison| comparison.agrees())
            .map(|comparison| comparison.reading)
            .collect();
        // The day that the question asks for, or that a reading gives its own verb.
        let told = |statement: &Statement| {
            let mut days = statement.dates.iter().filter(|date| date.bound == Bound::At);
            let date = days.next().filter(|_| days.next().is_none())?;
            let main = statement.predications.iter().find(|one| one.link == Link::Main)?.predicate;
            let on =
                &statement.terms[date.on.filter(|on| main == Some(*on) && candidate.prepared.document.is_none())?];
            let verb = event.terms.iter().find(|term| term.kind == TermKind::Verb);
            let mine = verb.is_some_and(|term| same_notion(term, on));
            date.period.filter(|period| mine && period.from == period.to)
        };
        let day = |reading: usize| match &candidate.prepared.readings[reading] {
            PreparedReading { value: Value::Date(period), .. } => Some(*period),
            PreparedReading { value: Value::None, statements, .. } => statements.first().and_then(told),
            _ => None,
        };
        let dated: Vec<(usize, Period)> =
            agreeing.iter().filter_map(|reading| day(*reading).map(|period| (*reading, period))).collect();
        // The finest date stands; readings that cannot be that day make it disputed.
        let Some((reading, period)) = dated.iter().copied().min_by_key(|(_, period)| period.to.since(period.from))
        else {
            continue;
        };
        let disputed = (0..candidate.prepared.readings.len()).filter_map(day).any(|other| !other.meets(period));
        let strength = candidate.comparisons[reading].strength;
        // Days can only be counted from days: a question that gives a month is not the one that is asked.
        let exact = period.from == period.to;
        let better =
            best.as_ref().is_none_or(|(known, operand)| match (exact, operand.value.from == operand.value.to) {
                (true, false) => true,
                (false, true) => false,
                _ => strength > *known,
            });
        if better {
            best = Some((strength, Operand { value: period, candidate, reading, disputed }));
        }
    }
    best.map(|(_, operand)| operand)
}
