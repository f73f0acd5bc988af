//! Quantities: figures and number words as intervals, with their unit and what is counted.
//!
//! The rules of reading a figure are those of docs/verdicts.md §4: a bare figure stands for the values that round to it, a modifier opens or
//! narrows the interval, a damaged figure is kept as damaged and means nothing.

use super::date::{self, DateRef};
use super::figure;
use crate::decimal;
use crate::lexicon::{self, List, among, place};
use crate::text::{Span, Token, TokenKind, cut};

/// A figure or number word that a sentence gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    pub span: Span,
    /// Index of the first token and of the one after the last, modifier and unit included.
    pub first: usize,
    pub last: usize,
    /// The bounds as printed, before any tolerance; None where open. Equal for an exact figure.
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub modifier: Modifier,
    /// Value of one unit of the last significant digit; 0 for a figure that is exact by nature.
    pub step: f64,
    /// `%`, an ISO currency code, or the symbol of `units.txt`.
    pub unit: Option<&'static str>,
    /// Lemma of the noun that is counted.
    pub of: Option<String>,
    /// A share of a whole ("half of", "one in three"), in percent.
    pub share: bool,
    /// The figure is damaged; `low` and `high` are None.
    pub garbled: bool,
    /// What a share is a share of, by lemma; an entity as `@id`.
    pub whole_of: Option<String>,
    /// The whole that another quantity is a part of: "of the 440,000 items".
    pub whole: bool,
    /// The words stand for a kind of comparison ("twice", "doubled") rather than a count.
    pub factor: bool,
    /// So many of a whole: "86,000 of the items".
    pub part: bool,
    /// What a change starts from: "rose from 440,000".
    pub origin: bool,
    /// How much something changed or differs by, not how much it is: "rose by 79,000", "31 million more than".
    pub change: bool,
}

/// What the words around a figure do to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modifier {
    /// "519,000"
    Exact,
    /// "about 510,000", "some", "roughly", "or so"
    About,
    /// "nearly 520,000", "almost", "just under"
    Nearly,
    /// "just over 500,000"
    JustOver,
    /// "more than 300,000", "over"
    MoreThan,
    /// "at least 300,000", "300,000 or more"
    AtLeast,
    /// "fewer than 600,000", "under"
    LessThan,
    /// "at most 600,000", "no more than"
    AtMost,
    /// "as many as 440,000", "up to"
    UpTo,
    /// "between 5 and 10", "3 to 4 million"
    Between,
    /// "dozens", "hundreds of thousands", "most"
    Open,
}

/// A set of real numbers: an interval whose ends may be open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
    pub low_open: bool,
    pub high_open: bool,
}

impl Interval {
    fn closed(low: f64, high: f64) -> Interval {
        Interval { low, high, low_open: false, high_open: false }
    }

    pub fn contains(self, value: f64) -> bool {
        let slack = value.abs() * 1e-9;
        let above = if self.low_open { value > self.low + slack } else { value >= self.low - slack };
        let below = if self.high_open { value < self.high - slack } else { value <= self.high + slack };
        above && below
    }

    pub fn within(self, outer: Interval) -> bool {
        let slack = |value: f64| if value.is_finite() { value.abs() * 1e-9 } else { 0.0 };
        let low = self.low > outer.low - slack(outer.low)
            && (self.low_open || !outer.low_open || self.low > outer.low + slack(outer.low));
        let high = self.high < outer.high + slack(outer.high)
            && (self.high_open || !outer.high_open || self.high < outer.high - slack(outer.high));
        let low = low || self.low == outer.low && (self.low_open || !outer.low_open);
        let high = high || self.high == outer.high && (self.high_open || !outer.high_open);
        low && high
    }

    pub fn meets(self, other: Interval) -> bool {
        let (left, right) = if self.low <= other.low { (self, other) } else { (other, self) };
        right.low < left.high || right.low == left.high && !left.high_open && !right.low_open
    }
}

/// A bare figure never stands for more than this share either way (docs/verdicts.md §4).
const ROUNDING_CAP: f64 = 0.05;
/// "about" and its like: this share either way.
const ABOUT: f64 = 0.05;
/// "nearly": from this share of the figure up to it.
const NEARLY: f64 = 0.90;
/// "just over": from the figure up to this share of it.
const JUST_OVER: f64 = 1.05;
/// Counts below this are exact.
const SMALL_COUNT: f64 = 20.0;

impl Quantity {
    /// Whether the two differ in nothing but their places.
    pub fn same_figure(&self, other: &Quantity) -> bool {
        Quantity { span: other.span, first: other.first, last: other.last, ..self.clone() } == *other
    }

    /// The printed value, where one is printed.
    pub fn value(&self) -> Option<f64> {
        match self.modifier {
            Modifier::Between | Modifier::Open => None,
            _ => self.low.or(self.high),
        }
    }

    /// The values this quantity stands for.
    pub fn interval(&self) -> Interval {
        let (low, high) = (self.low.unwrap_or(f64::NEG_INFINITY), self.high.unwrap_or(f64::INFINITY));
        let value = self.low.or(self.high).unwrap_or(0.0);
        match self.modifier {
            Modifier::Exact => {
                let half = (self.step / 2.0).min(value.abs() * ROUNDING_CAP);
                if self.share {
                    Interval::closed(value * (1.0 - ABOUT), value * (1.0 + ABOUT))
                } else {
                    Interval::closed(value - half, value + half)
                }
            }
            Modifier::About | Modifier::UpTo => Interval::closed(value * (1.0 - ABOUT), value * (1.0 + ABOUT)),
            Modifier::Nearly => Interval { high_open: true, ..Interval::closed(value * NEARLY, value) },
            Modifier::JustOver => Interval { low_open: true, ..Interval::closed(value, value * JUST_OVER) },
            Modifier::MoreThan => Interval { low_open: true, ..Interval::closed(value, f64::INFINITY) },
            Modifier::AtLeast => Interval::closed(value, f64::INFINITY),
            Modifier::LessThan => Interval { high_open: true, ..Interval::closed(f64::NEG_INFINITY, value) },
            Modifier::AtMost => Interval::closed(f64::NEG_INFINITY, value),
            // A minority is less than half.
            Modifier::Between | Modifier::Open => Interval {
                low_open: self.share,
                high_open: self.share && high <= 50.0 && low == 0.0,
                ..Interval::closed(low, high)
            },
        }
    }

    /// A time span ("eight days") rather than a count.
    pub fn is_duration(&self) -> bool {
        matches!(
            self.unit,
            Some("second" | "minute" | "hour" | "day" | "week" | "month" | "year" | "decade" | "century")
        )
    }

    /// A duration in days; months and years by their mean length.
    pub fn in_days(&self) -> Option<Quantity> {
        let factor = match self.unit? {
            "day" => 1.0,
            "week" => 7.0,
            "month" => 30.4375,
            "year" => 365.25,
            "decade" => 3652.5,
            "hour" => 1.0 / 24.0,
            _ => return None,
        };
        Some(Quantity {
            low: self.low.map(|v| v * factor),
            high: self.high.map(|v| v * factor),
            step: self.step * factor,
            unit: Some("day"),
            ..self.clone()
        })
    }
}

/// How a claim's quantity fares against a reading's (docs/verdicts.md §4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The same printed value.
    Same,
    /// It follows.
    Follows,
    /// They meet without the one following from the other.
    Open,
    /// They cannot both be right.
    Clash,
}

/// Compares a claim's quantity with a reading's; both must be undamaged and of one unit.
pub fn fit(claim: &Quantity, reading: &Quantity) -> Fit {
    let (c, r) = (claim.interval(), reading.interval());
    let bound = |q: &Quantity| {
        matches!(
            q.modifier,
            Modifier::MoreThan
                | Modifier::AtLeast
                | Modifier::LessThan
                | Modifier::AtMost
                | Modifier::Nearly
                | Modifier::JustOver
        )
    };
    let same_value = match (claim.value(), reading.value()) {
        (Some(a), Some(b)) => (a - b).abs() <= a.abs().max(b.abs()) * 1e-9,
        _ => claim.low == reading.low && claim.high == reading.high && claim.modifier == reading.modifier,
    };
    if same_value && (!bound(claim) || bound(reading)) {
        let opposed = (c.low == f64::NEG_INFINITY) != (r.low == f64::NEG_INFINITY)
            || (c.high == f64::INFINITY) != (r.high == f64::INFINITY);
        return if bound(claim) && bound(reading) && opposed { Fit::Clash } else { Fit::Same };
    }
    // Two bare figures that only touch where both would be rounded are two figures: 518,000 and 519,000.
    let apart = claim.modifier == Modifier::Exact
        && reading.modifier == Modifier::Exact
        && (c.low >= r.high || r.low >= c.high)
        && !same_value;
    if !c.meets(r) || apart {
        return Fit::Clash;
    }
    let printed_inside = reading.value().is_some_and(|value| c.contains(value))
        && !matches!(reading.modifier, Modifier::MoreThan | Modifier::AtLeast | Modifier::LessThan | Modifier::AtMost);
    // A rough figure counts as its printed value against a bare or rough one, but only its whole range satisfies a bound.
    if r.within(c)
        || printed_inside
            && !matches!(claim.modifier, Modifier::MoreThan | Modifier::AtLeast | Modifier::LessThan | Modifier::AtMost)
    {
        return Fit::Follows;
    }
    if printed_inside && !matches!(reading.modifier, Modifier::About | Modifier::Open | Modifier::Between) {
        return Fit::Follows;
    }
    // "Nearly 20,000" against "about 20,000": neither says which.
    if same_value && reading.modifier == Modifier::About {
        return Fit::Open;
    }
    // The one value that an exact figure prints lies outside a strict bound: "more than 440,000" against 440,000.
    if same_value
        || reading.modifier == Modifier::Exact
            && reading.value().is_some_and(|value| !c.contains(value))
            && (bound(claim) || claim.share && claim.modifier == Modifier::Open)
    {
        return Fit::Clash;
    }
    Fit::Open
}

/// Whether two readings can both be right: their intervals meet.
pub fn compatible(one: &Quantity, other: &Quantity) -> bool {
    one.interval().meets(other.interval()) || fit(one, other) == Fit::Same
}

/// A figure as it stands in the text, before its words are read.
#[derive(Debug, Clone, Copy)]
struct Number {
    first: usize,
    last: usize,
    value: f64,
    step: f64,
    garbled: bool,
    /// It is a share in percent: "two-thirds".
    share: bool,
}

fn step_of(digits: &str) -> f64 {
    // The place of the last digit that is not a trailing zero of a whole number.
    match digits.split_once('.') {
        Some((_, fraction)) => 10f64.powi(-(fraction.len() as i32)),
        None => {
            let zeros = digits.len() - digits.trim_end_matches('0').len();
            10f64.powi(zeros.min(digits.len().saturating_sub(1)) as i32)
        }
    }
}

fn plain_number(digits: &str) -> (f64, f64) {
    (decimal::parse(digits), step_of(digits))
}

/// The figures of a sentence. `dates` are taken out first: "Oct. 4 40,000" is a date and a figure.
fn figures(text: &str, tokens: &[Token], dates: &[DateRef]) -> Vec<Number> {
    let mut out: Vec<Number> = Vec::new();
    let Some(end) = tokens.last().map(|t| t.span.end) else { return out };
    let mut index = 0;
    while index < tokens.len() {
        if let Some(date) = dates.iter().find(|d| d.first <= index && index < d.last) {
            index = date.last;
            continue;
        }
        let token = &tokens[index];
        if token.kind != TokenKind::Figure {
            index += 1;
            continue;
        }
        let start = token.span.start;
        let limit = dates.iter().filter(|d| d.first > index).map(|d| d.span.start).min().unwrap_or(end);
        let rest = cut(text, start..limit.max(token.span.end));
        let after_month = index > 0 && date::month(&tokens[index - 1]).is_some()
            || index > 1 && tokens[index - 1].is(".") && date::month(&tokens[index - 2]).is_some();
        let mut number = None;
        if !after_month
            && let Some(length) = figure::spaced(rest)
            && !cut(rest, length..).starts_with(|c: char| c.is_ascii_digit() || c == ',')
        {
            let digits: String = cut(rest, ..length).chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
            let (value, step) = plain_number(&digits);
            number = Some((length, value, step, false));
        }
        if number.is_none()
            && !after_month
            && let Some(length) = figure::torn(rest)
        {
            number = Some((length, 0.0, 0.0, true));
        }
        let (length, value, step, garbled) = number.unwrap_or_else(|| figure(rest));
        let stop = start + length;
        let last = index + tokens[index..].iter().take_while(|t| t.span.start < stop).count().max(1);
        out.push(Number { first: index, last, value, step, garbled, share: false });
        index = last;
    }
    out
}

/// The figure that a text begins with: (bytes, value, step, garbled).
fn figure(rest: &str) -> (usize, f64, f64, bool) {
    let run = figure::run(rest);
    // Punctuation of the sentence that follows the figure is no part of it; damage is only what stands among or instead of digits.
    let mut body = run.trim_end_matches(['.', '?', '*', '#', '~', '_', '|', '>', '<']);
    if cut(run, body.len()..).contains(['<', '>', '?', '#', '*'])
        && (body.ends_with(',') || cut(run, body.len()..).len() > 1 && !cut(run, body.len()..).starts_with(['?', '.']))
    {
        body = run.trim_end_matches('.');
    }
    let body = body.strip_suffix(',').unwrap_or(body);
    if let Some(style) = figure::whole(body) {
        let digits: String = if style == figure::Style::European {
            body.chars().filter(|c| *c != '.').map(|c| if c == ',' { '.' } else { c }).collect()
        } else {
            body.chars().filter(|c| *c != ',').collect()
        };
        let (value, step) = plain_number(&digits);
        return (body.len(), value, step, false);
    }
    // "64,5 %": a European decimal where a unit follows.
    if let Some((whole, part)) = body.split_once(',')
        && !part.is_empty()
        && part.len() <= 2
        && whole.len() <= 3
        && body.bytes().all(|b| b.is_ascii_digit() || b == b',')
        && cut(rest, body.len()..).trim_start().starts_with(['%', '€', 'm', 'b'])
    {
        let (value, step) = plain_number(&format!("{whole}.{part}"));
        return (body.len(), value, step, false);
    }
    // Several full stops are a version or a section number ("3.2.1"), no count and no damage.
    if body.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return (body.len(), f64::NAN, 0.0, false);
    }
    (body.len().max(1), 0.0, 0.0, true)
}

/// The number from 0 to 19, or the tens, that a word stands for.
fn number_word(word: &str) -> Option<f64> {
    place(word, List::Numbers).map(|at| if at < 20 { at as f64 } else { (at as f64 - 18.0) * 10.0 })
}

/// The multiplier a word or sign stands for.
fn scale(word: &str) -> Option<f64> {
    let digits = [2, 3, 4, 5, 6, 7, 8, 9, 12];
    place(word, List::Scales).map(|at| 10f64.powi(digits[at.min(8)]))
}

/// The fraction a word names, as a share of one: "half", "third", "quarters".
fn fraction(word: &str) -> Option<f64> {
    place(word.strip_suffix('s').unwrap_or(word), List::Fractions).map(|at| 1.0 / (at as f64 + 2.0))
}

/// Number words, fractions and multipliers laid over the figures.
fn numbers(text: &str, tokens: &[Token], dates: &[DateRef]) -> Vec<Number> {
    let found = figures(text, tokens, dates);
    let in_date = |index: usize| dates.iter().any(|d| d.first <= index && index < d.last);
    let word = |index: usize| tokens.get(index).map_or("", |t| t.norm.as_str());
    let mut out: Vec<Number> = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        if in_date(index) {
            index += 1;
            continue;
        }
        if let Some(number) = found.iter().find(|n| n.first == index) {
            let mut number = *number;
            if number.value.is_nan() {
                index = number.last;
                continue;
            }
            // "50-50", "50/50" and "60-40" split a whole in two.
            let rest = found.iter().find(|other| other.first == number.last + 1 && other.value + number.value == 100.0);
            if rest.is_some() && among(word(number.last), List::Dash) {
                out.push(Number {
                    first: index,
                    last: number.last + 2,
                    value: number.value,
                    step: 1.0,
                    garbled: false,
                    share: true,
                });
                index = number.last + 2;
                continue;
            }
            multiply(&mut number, tokens);
            // "440,000 and a half" does not occur; "2 1/2" and "1/3" do.
            if word(number.last) == "/"
                && let Some(below) = found.iter().find(|n| n.first == number.last + 1)
                && below.value > 0.0
                && number.value < below.value
                && number.value > 0.0
            {
                out.push(Number {
                    first: index,
                    last: below.last,
                    value: 100.0 * number.value / below.value,
                    step: 0.0,
                    garbled: false,
                    share: true,
                });
                index = below.last;
                continue;
            }
            if !number.garbled
                && number.value > 0.0
                && matches!(word(number.last), "in" | "out")
                && let Some(share) = one_in(tokens, &found, number.last, number.value)
            {
                out.push(Number {
                    first: index,
                    last: share.1,
                    value: share.0,
                    step: 0.0,
                    garbled: false,
                    share: true,
                });
                index = share.1;
                continue;
            }
            index = number.last;
            out.push(number);
            continue;
        }
        if let Some(number) = spelled(tokens, &found, index, &in_date) {
            index = number.last;
            out.push(number);
            continue;
        }
        index += 1;
    }
    out
}

/// "440 thousand", "44万", "0.44 million", "440k", "three hundred million"
fn multiply(number: &mut Number, tokens: &[Token]) {
    while let Some(next) = tokens.get(number.last) {
        let letter = among(next.norm.as_str(), List::Scale);
        let Some(factor) = scale(&next.norm) else { break };
        // Single letters must be glued or stand alone before a unit: "440k", "5 m" is metres.
        if letter && !next.glued && next.norm.len() == 1 {
            break;
        }
        number.value *= factor;
        number.step *= factor;
        number.last += 1;
    }
    let hyphen = tokens.get(number.last).is_some_and(|t| t.is("-"));
    if hyphen && let Some(factor) = tokens.get(number.last + 1).and_then(|t| scale(&t.norm)).filter(|f| *f >= 1e3) {
        number.value *= factor;
        number.step *= factor;
        number.last += 2;
    }
}

/// "one in three", "2 out of 5": (percent, index after)
fn one_in(tokens: &[Token], found: &[Number], at: usize, above: f64) -> Option<(f64, usize)> {
    let next = at + 1 + usize::from(tokens[at].is("out"));
    if tokens[at].is("out") && !tokens.get(at + 1)?.is("of") {
        return None;
    }
    if tokens.get(next)?.is("every") {
        return None;
    }
    let (below, last) = match found.iter().find(|n| n.first == next) {
        Some(number) => (number.value, number.last),
        None => (number_word(&tokens.get(next)?.norm)?, next + 1),
    };
    // "in two places" is no share: only a small count in a larger, small one is.
    let plausible = above < below
        && above >= 1.0
        && below <= 100.0
        && above.fract() == 0.0
        && (above == 1.0 || tokens[at].is("out"));
    plausible.then_some((100.0 * above / below, last))
}

/// A number in words at `index`.
fn spelled(tokens: &[Token], found: &[Number], index: usize, in_date: &dyn Fn(usize) -> bool) -> Option<Number> {
    let word = |at: usize| tokens.get(at).filter(|_| !in_date(at)).map_or("", |t| t.norm.as_str());
    let made = |last: usize, value: f64, step: f64| {
        Some(Number { first: index, last, value, step, garbled: false, share: false })
    };
    let share = |last: usize, part: f64| {
        // "a quarter of a million", "three quarters of a million"
        if word(last) == "of"
            && matches!(word(last + 1), "a" | "one")
            && let Some(factor) = scale(word(last + 2)).filter(|factor| *factor >= 1e3)
        {
            return made(last + 3, part * factor, factor / 10.0);
        }
        Some(Number { first: index, last, value: 100.0 * part, step: 0.0, garbled: false, share: true })
    };
    match word(index) {
        "half" => {
            // "half a million", "half the users", "half of"
            let dash = |at: usize| at + usize::from(word(at) == "-");
            let next = dash(index + 1);
            let next = dash(next + usize::from(matches!(word(next), "a" | "an")));
            if let Some(factor) = scale(word(next)).filter(|f| *f >= 1e3) {
                return made(next + 1, factor / 2.0, factor / 10.0);
            }
            // "Half a year" is a length of time.
            if next > index + 1 && among(word(next), List::TimeUnit) {
                return made(next, 0.5, 0.0);
            }
            if next > index + 1 && word(next) == "dozen" {
                return made(next + 1, 6.0, 0.0);
            }
            let halves_time = among(word(index.wrapping_sub(1)), List::Half);
            if halves_time && word(index.wrapping_sub(1)) != "other" || word(index + 1) == "-" {
                return None;
            }
            return share(index + 1, 0.5);
        }
        "fifty" if matches!(word(index + 1), "-" | "–") && word(index + 2) == "fifty" => {
            return share(index + 3, 0.5);
        }
        "fifty" if word(index + 1) == "fifty" => return share(index + 2, 0.5),
        "a" | "an" | "one" => {
            if let Some(part) = fraction(word(index + 1)) {
                let of = word(index + 2);
                let counted = matches!(of, "of" | "" | "." | "," | "in" | "share" | "stake")
                    || word(index + 1) == "half"
                    || word(index + 1) == "quarter" && of != "-";
                // "a third party", "a third time" are ranks.
                if counted && !matches!(word(index + 1), "second" | "seconds") {
                    return share(index + 2, part);
                }
            }
            if word(index + 1) == "-"
                && let Some(part) = fraction(word(index + 2))
            {
                return share(index + 3, part);
            }
            if word(index) == "one"
                && matches!(word(index + 1), "in" | "out")
                && let Some((value, last)) = one_in(tokens, found, index + 1, 1.0)
            {
                return Some(Number { first: index, last, value, step: 0.0, garbled: false, share: true });
            }
            // "Took about a month", "a full year after": a length of time, where "once a year" and "a day" are none.
            let unit = index + 1 + usize::from(among(word(index + 1), List::Whole));
            if among(word(unit), List::TimeUnit) {
                let measured = among(word(index.wrapping_sub(1)), List::Lasting) || among(word(unit + 1), List::Beside);
                return if measured { made(unit, 1.0, 0.0) } else { None };
            }
            match word(index + 1) {
                "dozen" => return made(index + 2, 12.0, 0.0),
                "couple" => return made(index + 2, 2.0, 0.0),
                "million" | "billion" | "trillion" | "thousand" | "hundred" => {}
                _ if word(index) == "one" => {}
                _ => return None,
            }
        }
        "both" | "neither" => return None,
        // "In equal parts", "shared equally": of two, which is what is commonly said so.
        "equal" if among(word(index + 1), List::Parts) => {
            return share(index + 2, 0.5);
        }
        "equally" if among(word(index.wrapping_sub(1)), List::Divided) => {
            return share(index + 1, 0.5);
        }
        _ => {}
    }
    // "one" alone is mostly a pronoun.
    let mut total = 0.0;
    let mut group = 0.0;
    let mut last = index;
    let mut step: f64 = 1.0;
    let mut seen = false;
    let mut article = false;
    while last < tokens.len() {
        let current = word(last);
        if !seen && matches!(current, "a" | "an") && scale(word(last + 1)).is_some_and(|f| f >= 100.0) {
            group = 1.0;
            seen = true;
            article = true;
        } else if let Some(value) = number_word(current) {
            let full = |size: f64| (group / size).fract() == 0.0;
            if seen && !full(10.0) && value < 10.0 || seen && value >= 10.0 && !full(100.0) {
                break;
            }
            group += value;
            step = if value >= 20.0 { 10.0 } else { 1.0 };
            seen = true;
        } else if seen
            && current.len() > 1
            && let Some(factor) = scale(current)
        {
            if factor == 100.0 {
                group *= 100.0;
            } else {
                total += group.max(if article { 1.0 } else { 0.0 }) * factor;
                group = 0.0;
            }
            step = factor;
        } else if seen && current == "point" && number_word(word(last + 1)).is_some_and(|digit| digit < 10.0) {
            // "Sixty-four point five"
            step = 1.0;
            last += 1;
            while let Some(digit) = number_word(word(last)).filter(|digit| *digit < 10.0) {
                step /= 10.0;
                group += digit * step;
                last += 1;
            }
            break;
        } else if seen && current == "dozen" {
            group *= 12.0;
            step = 0.0;
            last += 1;
            break;
        } else if seen
            && (current == "-" || current == "and")
            && (number_word(word(last + 1)).is_some()
                || current == "-" && scale(word(last + 1)).is_some_and(|f| f >= 100.0))
        {
            // "twenty-five", "four hundred and forty"; "five and six items" are two counts.
            let after_scale = scale(word(last.wrapping_sub(1))).is_some();
            if current == "and" && !after_scale
                || current == "-" && group < 20.0 && number_word(word(last + 1)).is_some()
            {
                break;
            }
        } else {
            break;
        }
        last += 1;
    }
    // "Another hundred million"
    if !seen && among(word(index), List::Round) && among(word(index.wrapping_sub(1)), List::Another) {
        let mut value = 1.0;
        while let Some(factor) = scale(word(last)) {
            value *= factor;
            last += 1;
        }
        return if value > 1.0 { made(last, value, value) } else { None };
    }
    if !seen || last == index {
        return None;
    }
    let value = total + group;
    let single = last == index + 1;
    let pointed = among(word(index.wrapping_sub(1)), List::Pointed);
    let halved = word(last) == "and" && word(last + 1) == "a" && word(last + 2) == "half";
    if single && word(index) == "one" && (pointed || !halved && !counts_one(word(index + 1))) {
        return None;
    }
    // "two-thirds", "three quarters"
    let dash = usize::from(word(last) == "-");
    if value < 20.0
        && let Some(part) = fraction(word(last + dash)).filter(|_| word(last + dash).ends_with('s'))
    {
        return share(last + dash + 1, value * part);
    }
    // "one and a half million", "two and a half years"
    if halved {
        let factor = scale(word(last + 3)).unwrap_or(1.0);
        let end = last + 3 + usize::from(factor > 1.0);
        return made(end, (value + 0.5) * factor, 0.1 * factor);
    }
    if value >= 1.0
        && matches!(word(last), "in" | "out")
        && let Some((percent, end)) = one_in(tokens, found, last, value)
    {
        return Some(Number { first: index, last: end, value: percent, step: 0.0, garbled: false, share: true });
    }
    made(last, value, if value < SMALL_COUNT { 0.0 } else { step })
}

/// After "one", a noun that is counted: "one person" but not "one of", "one that".
fn counts_one(next: &str) -> bool {
    !(next.is_empty()
        || !next.chars().all(char::is_alphanumeric)
        || lexicon::get().is(next, lexicon::Class::Preposition)
        || lexicon::get().is(next, lexicon::Class::Auxiliary)
        || lexicon::get().is(next, lexicon::Class::Pronoun)
        || lexicon::get().is(next, lexicon::Class::Conjunction)
        || matches!(next, "day" | "thing" | "another" | "side"))
}

/// What each group of [`List::Hedges`] does to the figure.
const HEDGES: [Modifier; 8] = [
    Modifier::About,
    Modifier::Nearly,
    Modifier::JustOver,
    Modifier::MoreThan,
    Modifier::AtLeast,
    Modifier::LessThan,
    Modifier::AtMost,
    Modifier::UpTo,
];

/// The longest phrase of a list of hedges among these, each given by where its tokens begin and end: how many tokens it has, and what it does.
fn hedge(tokens: &[Token], list: List, spans: impl Iterator<Item = (usize, usize)>) -> Option<(usize, Modifier)> {
    spans.fold(None, |found, (from, to)| {
        let words: Vec<&str> = tokens[from..to].iter().map(|token| token.norm.as_str()).collect();
        found.or_else(|| place(&crate::text::joined(&words, " "), list).map(|at| (to - from, HEDGES[at.min(7)])))
    })
}

/// The hedge before a figure.
fn hedge_before(tokens: &[Token], end: usize) -> Option<(usize, Modifier)> {
    hedge(tokens, List::Hedges, (end.saturating_sub(HEDGE_WORDS)..end).map(|from| (from, end)))
}

/// How many words a hedge has at most.
const HEDGE_WORDS: usize = 5;

/// The quantities of a sentence, in order, without overlap.
pub fn quantities(text: &str, tokens: &[Token], dates: &[DateRef]) -> Vec<Quantity> {
    let numbers = numbers(text, tokens, dates);
    let mut out: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < numbers.len() {
        let number = numbers[at];
        at += 1;
        if is_label(tokens, &number) {
            continue;
        }
        let mut quantity = Quantity {
            span: Span::default(),
            first: number.first,
            last: number.last,
            low: (!number.garbled).then_some(number.value),
            high: (!number.garbled).then_some(number.value),
            modifier: Modifier::Exact,
            step: if number.value.abs() < SMALL_COUNT && number.value.fract() == 0.0 { 0.0 } else { number.step },
            unit: number.share.then_some("%"),
            of: None,
            share: number.share,
            garbled: number.garbled,
            whole_of: None,
            whole: false,
            factor: false,
            part: false,
            origin: false,
            change: false,
        };
        unit_before(tokens, &mut quantity);
        unit_after(tokens, &mut quantity);
        // "A year and a half"
        if let [and, a, half, ..] = &tokens[quantity.last..]
            && (quantity.is_duration() || quantity.unit == Some("mi"))
            && number.value == 1.0
            && and.is("and")
            && a.is("a")
            && half.is("half")
        {
            (quantity.low, quantity.high) = (Some(1.5), Some(1.5));
            quantity.last += 3;
            at += usize::from(numbers.get(at).is_some_and(|next| next.first < quantity.last));
        }
        // Small counts are exact, small percentages are rounded like any other figure.
        if quantity.unit == Some("%") && !quantity.share {
            quantity.step = number.step;
        }
        // "between 5 and 10", "3 to 4 million", "300-400 items"
        if let Some(second) = numbers.get(at).copied()
            && !second.garbled
            && !quantity.garbled
            && range_joins(tokens, &quantity, &second)
        {
            let scale_up = shared_scale(number.value, second.value, tokens, &quantity);
            quantity.low = Some(number.value * scale_up);
            quantity.high = Some(second.value);
            quantity.modifier = Modifier::Between;
            quantity.step = 0.0;
            quantity.last = second.last;
            if tokens.get(quantity.first.wrapping_sub(1)).is_some_and(|t| t.is("between") || t.is("from")) {
                quantity.first -= 1;
            }
            unit_after(tokens, &mut quantity);
            at += 1;
        }
        modify(tokens, &mut quantity);
        count_after(tokens, dates, &mut quantity);
        // "All but three of the 20": 17 of them. Where the whole is not told, nobody knows how many.
        if let [.., all, but] = &tokens[..quantity.first]
            && all.is("all")
            && but.is("but")
        {
            let Some(whole) = numbers.get(at).filter(|whole| whole.first <= number.last + 2 && !whole.garbled) else {
                continue;
            };
            let rest = whole.value - number.value;
            (quantity.low, quantity.high) = (Some(rest), Some(rest));
            let last = std::mem::replace(&mut quantity.last, whole.last);
            count_after(tokens, dates, &mut quantity);
            (quantity.first, quantity.last) = (quantity.first - 2, last);
        }
        let before = |back: usize| quantity.first.checked_sub(back).map_or("", |at| tokens[at].norm.as_str());
        // "Of the leaked items, 20,000 were …"
        if quantity.of.is_none() && quantity.unit.is_none() && out.is_empty() && tokens[0].is("of") && before(1) == ","
        {
            let stop = |token: &&Token| {
                token.is_word()
                    && !token.belongs(lexicon::Class::Preposition)
                    && !token.belongs(lexicon::Class::Pronoun)
            };
            quantity.of = tokens[1..].iter().take_while(stop).last().map(|noun| noun.lemma.clone());
            quantity.part = true;
        }
        // "The two shared a system", "the two companies": they were named before.
        let sides = |of: &String| among(of.as_str(), List::Firm);
        if tokens[number.first].is("two")
            && quantity.unit.is_none()
            && among(before(1), List::Plural)
            && quantity.of.as_ref().is_none_or(sides)
        {
            continue;
        }
        // "Of Line's 194 million users, 93 million …"
        let opens = numbers.len() > 1 && tokens[..quantity.first.min(2)].iter().any(|t| t.is("of"));
        quantity.whole =
            (!out.is_empty() || opens) && among(before(1), List::Possessed) && (2..=5).any(|back| before(back) == "of")
                || before(1) == "all" && quantity.unit.is_none();
        quantity.origin = quantity.modifier != Modifier::Between
            && (before(1) == "from" || before(1) == "the" && before(2) == "from")
            && changes(&tokens[..quantity.first]);
        let after = |ahead: usize| tokens.get(quantity.last + ahead).map_or("", |t| t.norm.as_str());
        // "Half as many as": a comparison, and no share of anything.
        if quantity.share && after(0) == "as" && among(after(1), List::Long) {
            quantity.low = quantity.low.map(|low| low / 100.0);
            quantity.high = quantity.high.map(|high| high / 100.0);
            quantity.unit = Some("times");
            quantity.share = false;
            quantity.factor = true;
        }
        quantity.change = !quantity.is_duration()
            && (before(1) == "by" && changes(&tokens[..quantity.first])
                || among(before(1), List::Gained)
                || among(before(1), List::Added) && tokens[quantity.last..].iter().any(|t| t.is("to"))
                || sets_beside(&tokens[quantity.last.min(tokens.len())..]));
        quantity.part = quantity.unit.is_none() && after(0) == "of" && among(after(1), List::Them);
        // "Three times as many", "five times more"
        let times =
            quantity.unit.is_none() && !quantity.share && after(0) == "times" && among(after(1), List::Compared);
        if times {
            quantity.last += 1;
            quantity.unit = Some("times");
            quantity.factor = true;
            quantity.of = None;
        }
        quantity.span = tokens[quantity.first].span.join(tokens[quantity.last - 1].span);
        out.push(quantity);
    }
    open_words(tokens, dates, &mut out);
    crate::order::by_key(&mut out, |quantity| quantity.span.start);
    count_shares(tokens, &mut out);
    out
}

/// "440 items, of which 300 …", "300 of them", "including 300 that …": what is counted is what was counted before.
fn count_shares(tokens: &[Token], quantities: &mut [Quantity]) {
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.norm.as_str());
    for index in 1..quantities.len() {
        let (before, rest) = quantities.split_at_mut(index);
        let quantity = &mut rest[0];
        let led = |back: usize| word(quantity.first.checked_sub(back));
        let follows = |ahead: usize| word(Some(quantity.last + ahead));
        let pronoun = |word: &str| matches!(word, "which" | "whom");
        let of_which = led(2) == "of" && pronoun(led(1));
        let which = follows(0) == "of" && (pronoun(follows(1)) || follows(1) == "them");
        let participle = tokens.get(quantity.last).is_some_and(|next| {
            next.lemma_belongs(lexicon::Class::Verb) && next.lemma != next.norm && !next.norm.ends_with('s')
        });
        let including = led(1) == "including" && (quantity.of.is_none() || participle);
        if quantity.unit.is_none()
            && (of_which || which || including)
            && let Some(counted) = before.iter().rev().find_map(|one| one.of.clone().filter(|_| one.unit.is_none()))
        {
            quantity.of = Some(counted);
            quantity.part = true;
        }
    }
}

/// "(29 million) lower than", "(31 million) users more": what follows a figure makes it a difference.
fn sets_beside(after: &[Token]) -> bool {
    let beside = |token: &&Token| among(token.norm.as_str(), List::Ahead);
    let at = after.iter().take(3).position(|token| {
        beside(&token) || [lexicon::Class::Rise, lexicon::Class::Fall].iter().any(|class| token.belongs(*class))
    });
    let Some(at) = at else { return false };
    let plain = after[..at].iter().all(|token| {
        token.is_word()
            && ![lexicon::Class::Verb, lexicon::Class::Preposition, lexicon::Class::Auxiliary]
                .iter()
                .any(|class| token.belongs(*class) || token.lemma_belongs(*class) && !token.norm.ends_with('s'))
    });
    let than = after[at + 1..].iter().take_while(|token| !token.is(",")).any(|token| token.is("than"));
    let of = after.get(at + 1).is_some_and(|token| token.is("of"));
    let short = matches!(after[at].norm.as_str(), "above" | "below") || than || of && beside(&&after[at]);
    plain && short
}

/// Part numbers and ranks are no quantities: "G20" is one token; "COVID-19", "No. 5", "Article 4", "version 2" name things.
fn is_label(tokens: &[Token], number: &Number) -> bool {
    let before = |back: usize| number.first.checked_sub(back).map(|at| &tokens[at]);
    let after = tokens.get(number.last);
    let hyphenated = before(1).is_some_and(|t| t.is("-") && t.glued)
        && before(2).is_some_and(Token::is_word)
        && tokens[number.first].glued;
    let named = before(1).is_some_and(|t| t.belongs(lexicon::Class::Numbered) || t.is("#"))
        || before(1).is_some_and(|t| t.is(".")) && before(2).is_some_and(|t| t.is("no") && t.capital);
    let letters = after
        .is_some_and(|t| t.glued && t.is_word() && t.norm.len() <= 2 && among(t.norm.as_str(), List::Label))
        && !tokens[number.first].norm.contains(',');
    let clock = after.is_some_and(|t| t.glued && t.is(":"))
        || before(1).is_some_and(|t| t.is(":") && t.glued) && before(2).is_some_and(|t| t.kind == TokenKind::Figure)
        || after.is_some_and(|t| among(t.norm.as_str(), List::Clock));
    hyphenated
        && number_word(&tokens[number.first].norm).is_none()
        && before(2).is_some_and(|t| scale(&t.norm).is_none())
        || named
        || letters
        || clock
}

/// "$5", "US$5", "¥3 billion"
fn unit_before(tokens: &[Token], quantity: &mut Quantity) {
    if let Some(before) = quantity.first.checked_sub(1).map(|at| &tokens[at])
        && let Some(unit) = super::unit::money_sign(&before.norm)
    {
        quantity.unit = Some(unit);
        quantity.first -= 1;
    }
}

/// "64.5 percent", "30 km", "3 billion yen", "5-day"
fn unit_after(tokens: &[Token], quantity: &mut Quantity) {
    if quantity.unit.is_some() && !quantity.share {
        return;
    }
    let start = quantity.last + usize::from(tokens.get(quantity.last).is_some_and(|t| t.is("-")));
    if let Some((unit, taken)) = super::unit::unit_at(tokens, start) {
        if quantity.share && unit != "%" {
            return;
        }
        quantity.unit = Some(unit);
        quantity.last = start + taken;
    }
}

/// Whether a word of rising or falling stands among the tokens.
fn changes(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        let revised = among(token.lemma.as_str(), List::Revise);
        revised || [lexicon::Class::Rise, lexicon::Class::Fall].iter().any(|class| token.lemma_belongs(*class))
    })
}

fn range_joins(tokens: &[Token], first: &Quantity, second: &Number) -> bool {
    let gap = &tokens[first.last.min(second.first)..second.first];
    match gap {
        [joint] if joint.is("and") => first.first > 0 && tokens[first.first - 1].is("between"),
        // "Rose from 5 to 10" gives two figures, "5 to 10" a range.
        [joint] if joint.is("to") => {
            !(first.first > 0
                && tokens[..first.first].iter().rev().take(3).any(|t| t.is("from"))
                && changes(&tokens[..first.first]))
        }
        [joint] if joint.is("-") || joint.is("–") => true,
        [or] if or.is("or") => true,
        _ => false,
    }
}

/// "3 to 4 million": the scale of the second belongs to both.
fn shared_scale(first: f64, second: f64, tokens: &[Token], quantity: &Quantity) -> f64 {
    let bare = quantity.last - quantity.first == 1 || tokens[quantity.first].is("between");
    if bare && first < 1000.0 && second >= 1000.0 && first * 1000.0 <= second {
        let mut factor = 1.0;
        while first * factor * 1000.0 <= second {
            factor *= 1000.0;
        }
        return factor;
    }
    1.0
}

/// "Was put up to 519,000": the word belongs to the verb, and bounds nothing.
fn goes_up(tokens: &[Token], up: usize) -> bool {
    up > 0
        && tokens[up].is("up")
        && ([
            "put", "bring", "move", "push", "bump", "mark", "send", "take", "go", "come", "inch", "edge", "creep",
            "shoot",
        ]
        .iter()
        .any(|verb| tokens[up - 1].lemma == *verb)
            || tokens[up - 1].lemma_belongs(lexicon::Class::Rise))
}

/// Whether the "over" before a length of time says during which: "followed them over two years", and not "for over two years".
fn spans(tokens: &[Token], quantity: &Quantity) -> bool {
    let before = |back: usize| quantity.first.checked_sub(back).map(|at| &tokens[at]);
    quantity.is_duration()
        && before(1).is_some_and(|token| token.is("over"))
        && before(2).is_some_and(|token| {
            let long = [List::Lasting, List::Took].iter().any(|list| among(&token.norm, *list));
            token.is_word()
                && !long
                && !token.belongs(lexicon::Class::Preposition)
                && !token.lemma_belongs(lexicon::Class::Be)
        })
}

fn modify(tokens: &[Token], quantity: &mut Quantity) {
    // "Past the half-million mark"
    if quantity.first > 0
        && tokens[quantity.first - 1].is("the")
        && tokens.get(quantity.last).is_some_and(|token| among(token.norm.as_str(), List::Milestone))
    {
        (quantity.first, quantity.last) = (quantity.first - 1, quantity.last + 1);
    }
    if let Some((length, modifier)) = hedge_before(tokens, quantity.first)
        && !goes_up(tokens, quantity.first - length)
        && !spans(tokens, quantity)
    {
        // "over" and "under" after a verb of place or a noun are no modifiers, but before a figure they nearly always are.
        if quantity.modifier == Modifier::Exact || modifier == Modifier::About {
            if quantity.modifier == Modifier::Exact {
                quantity.modifier = modifier;
            }
            quantity.first -= length;
            // "up to about 440,000", "as many as around": the outer one adds nothing.
            if let Some((more, _)) = hedge_before(tokens, quantity.first) {
                quantity.first -= more;
            }
        }
        if matches!(quantity.modifier, Modifier::Exact) {
            quantity.modifier = modifier;
        }
    }
    let ends = (quantity.last + 1..=tokens.len().min(quantity.last + 3)).rev();
    if let Some((length, modifier)) = hedge(tokens, List::HedgesBehind, ends.map(|end| (quantity.last, end))) {
        if quantity.modifier == Modifier::Exact {
            quantity.modifier = modifier;
        }
        quantity.last += length;
    }
    if quantity.modifier == Modifier::MoreThan && quantity.garbled {
        quantity.modifier = Modifier::Exact;
    }
}

/// The noun that is counted: the last noun of the run that follows the figure, before anything else begins.
fn count_after(tokens: &[Token], dates: &[DateRef], quantity: &mut Quantity) {
    let mut at = quantity.last;
    let in_date = |index: usize| dates.iter().any(|d| d.first <= index && index < d.last);
    let word = |index: usize| tokens.get(index).map_or("", |t| t.norm.as_str());
    if quantity.is_duration() || quantity.unit.is_some_and(|unit| unit != "%") {
        return;
    }
    // "half of all users", "two-thirds of the items", "20,000 of the leaked items"
    if word(at) == "of" {
        at += 1;
        while among(word(at), List::All) {
            at += 1;
        }
    }
    let mut head = None;
    let mut steps = 0;
    while let Some(token) = tokens.get(at)
        && steps < 6
        && !in_date(at)
        && (token.is_word()
            || token.is("-")
            || token.kind == TokenKind::Figure && tokens[at - 1].kind == TokenKind::Possessive)
    {
        use lexicon::Class::*;
        let stop =
            [Preposition, Auxiliary, Conjunction, Subordinator, Pronoun].iter().any(|class| token.belongs(*class))
                || token.is("the")
                || super::clause::is_place_word(&token.norm);
        if stop {
            break;
        }
        let lemma = &token.lemma;
        let verbal = token.lemma_belongs(Verb)
            && !token.lemma_belongs(AmbiguousVerb)
            && head.is_some()
            && token.norm.ends_with("ed");
        let finite = token.lemma_belongs(Verb)
            && head.is_some()
            && !token.norm.ends_with('s')
            && token.norm != *lemma
            && !token.norm.ends_with("ing")
            && !token.norm.ends_with("ed");
        let past = head.is_some() && token.norm.ends_with("ed") && token.lemma_belongs(Verb);
        let gerund = head.is_some() && token.norm.ends_with("ing") && token.lemma_belongs(Verb) && *lemma != token.norm;
        // "96 million people use Line": a bare verb before its object ends the noun as well.
        let bare = head.is_some()
            && token.lemma_belongs(Verb)
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.capital || next.belongs(Determiner) || next.kind == TokenKind::Figure);
        // "20,000 of the items qualify as": a bare verb behind a plural ends it too.
        let plural = at > 0 && tokens[at - 1].norm.ends_with('s') && tokens[at - 1].lemma != tokens[at - 1].norm;
        let bare = bare
            || head.is_some()
                && plural
                && token.lemma_belongs(Verb)
                && token.norm == *lemma
                && (!token.lemma_belongs(AmbiguousVerb) || matches!(word(at + 1), "as" | "under" | "to"));
        // "The items LY announced", "items first announced", "items all told": what follows the noun is no part of it.
        let beside = head.is_some()
            && (token.capital && !tokens[at - 1].capital
                || token.is("first")
                || [Determiner, Universal, PresentFrame, Adverb, AdverbOrAdjective]
                    .iter()
                    .any(|class| token.belongs(*class)));
        if beside || verbal || finite || past || gerund || bare || token.norm.len() > 3 && token.norm.ends_with("ly") {
            break;
        }
        // "Of Line's 194 million users": the figure of the whole stands before what both count.
        if token.is_word() && scale(&token.norm).is_none() && !token.is("other") {
            head = Some(lemma);
        }
        at += 1;
        steps += 1;
        // A possessive ends this noun and begins another: "440,000 users' records".
        if tokens.get(at).is_some_and(|t| t.kind == TokenKind::Possessive) {
            at += 1;
        }
    }
    quantity.of = head.cloned();
}

/// Open ranges and factors in words: "dozens", "hundreds of thousands", "most", "doubled", "twice", "a majority".
fn open_words(tokens: &[Token], dates: &[DateRef], out: &mut Vec<Quantity>) {
    let word = |index: usize| tokens.get(index).map_or("", |t| t.norm.as_str());
    let mut index = 0;
    while index < tokens.len() {
        let taken = out.iter().any(|q| q.first <= index && index < q.last);
        let mut last = index + 1;
        let found = match word(index) {
            _ if taken => None,
            "dozens" => Some((24.0, 100.0, false, false)),
            "hundreds" => Some((200.0, 1_000.0, false, false)),
            "thousands" => Some((2_000.0, 100_000.0, false, false)),
            "millions" => Some((2e6, 1e9, false, false)),
            "billions" => Some((2e9, 1e12, false, false)),
            // "Most of the users", "most Line users"; "the most users" and "its most important steps" are superlatives.
            "most"
                if word(index + 1) == "of"
                    || !among(word(index.wrapping_sub(1)), List::Possessive)
                        && tokens[index + 1..]
                            .iter()
                            .take(3)
                            .any(|token| token.norm == format!("{}s", token.lemma)) =>
            {
                Some((50.0, 100.0, true, false))
            }
            "majority" => Some((50.0, 100.0, true, false)),
            // "The greater part of it", "the lion's share"
            "greater" | "better" | "larger" | "bigger" | "major"
                if among(word(index + 1), List::Part) && word(index + 2) == "of" =>
            {
                last = index + 2;
                Some((50.0, 100.0, true, false))
            }
            "bulk" if word(index + 1) == "of" && word(index.wrapping_sub(1)) == "the" => {
                Some((50.0, 100.0, true, false))
            }
            "minority" => Some((0.0, 50.0, true, false)),
            "doubled" | "double" | "doubling" | "twice" => Some((2.0, 2.0, false, true)),
            "twofold" => Some((2.0, 2.0, false, true)),
            "tripled" | "triple" | "tripling" | "threefold" => Some((3.0, 3.0, false, true)),
            "quadrupled" | "quadruple" | "fourfold" => Some((4.0, 4.0, false, true)),
            "halved" | "halving" => Some((0.5, 0.5, false, true)),
            _ => None,
        };
        if let Some((mut low, mut high, share, factor)) = found {
            let mut modifier = if factor { Modifier::Exact } else { Modifier::Open };
            if !share && !factor && word(last) == "of" {
                let times = match word(last + 1) {
                    "thousands" => Some(1e3),
                    "millions" => Some(1e6),
                    "billions" => Some(1e9),
                    _ => None,
                };
                if let Some(times) = times {
                    low = if word(index) == "dozens" { 24.0 } else { low } * times;
                    high = if word(index) == "hundreds" { 1_000.0 } else { high } * times;
                    last += 2;
                }
            }
            if !share && !factor && word(index.wrapping_sub(1)) == "tens" {
                modifier = Modifier::Open;
            }
            let mut quantity = Quantity {
                span: Span::default(),
                first: index,
                last,
                low: Some(low),
                high: Some(high),
                modifier,
                step: if factor { 0.0 } else { 1.0 },
                unit: if factor { Some("times") } else { share.then_some("%") },
                of: None,
                share,
                garbled: false,
                whole_of: None,
                whole: false,
                factor,
                part: false,
                origin: false,
                change: false,
            };
            if factor {
                modify(tokens, &mut quantity);
            }
            if !factor && (word(last) == "of" || !share) {
                count_after(tokens, dates, &mut quantity);
            }
            quantity.span = tokens[quantity.first].span.join(tokens[quantity.last - 1].span);
            index = quantity.last;
            out.push(quantity);
            continue;
        }
        index += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn parse(input: &str) -> Vec<Quantity> {
        let mut tokens = tokens(input, Span::new(0, input.len()));
        tokens.iter_mut().for_each(Token::look_up);
        let dates = date::dates(&tokens, None);
        quantities(input, &tokens, &dates)
    }

    #[track_caller]
    fn check(input: &str, expected: &str) {
        let got: Vec<String> = parse(input)
            .iter()
            .map(|q| {
                let value = match (q.low, q.high) {
                    _ if q.garbled => "garbled".to_owned(),
                    (Some(a), Some(b)) if a == b => format!("{}", (a * 1000.0).round() / 1000.0),
                    (a, b) => format!("{}..{}", a.unwrap_or(f64::NAN), b.unwrap_or(f64::NAN)),
                };
                format!(
                    "{:?} {value}{}{}",
                    q.modifier,
                    q.unit.map(|u| format!(" [{u}]")).unwrap_or_default(),
                    q.of.as_ref().map(|of| format!(" {of}")).unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(got.join("; "), expected, "{input}");
    }

    #[test]
    fn plain_spelled_and_mixed() {
        check("440,000 items", "Exact 440000 item");
        check("440 thousand items", "Exact 440000 item");
        check("0.44 million items", "Exact 440000 item");
        check("four hundred and forty thousand items", "Exact 440000 item");
        check("440k items", "Exact 440000 item");
        check("44万 items", "Exact 440000 item");
        check("440 000 items", "Exact 440000 item");
        check("4,40,000 items", "Exact 440000 item");
        check("1.234,5 km", "Exact 1234.5 [km]");
        check("half a million records", "Exact 500000 record");
        check("half-a-million records", "Exact 500000 record");
        check("it went past the half-million mark", "MoreThan 500000");
        check("a dozen days", "Exact 12 [day]");
        check("twenty-five people", "Exact 25 person");
    }

    #[test]
    fn modifiers() {
        check("about 510,000 items", "About 510000 item");
        check("as many as 440,000 items", "UpTo 440000 item");
        check("more than 300,000 of them", "MoreThan 300000");
        check("twenty thousand or so of the leaked items", "About 20000 item");
        check("fewer than 600,000 items", "LessThan 600000 item");
        check("no more than 5 dead", "AtMost 5 dead");
        check("between 5 and 10 people", "Between 5..10 person");
        check("3 to 4 million users", "Between 3000000..4000000 user");
        check("upwards of half a million pieces", "MoreThan 500000 piece");
        check("more than a quarter of a million items", "MoreThan 250000 item");
    }

    #[test]
    fn shares() {
        check("64.5 percent of LY", "Exact 64.5 [%] ly");
        check("nearly two-thirds of LY", "Nearly 66.667 [%] ly");
        check("a third of users", "Exact 33.333 [%] user");
        check("one in three users", "Exact 33.333 [%] user");
        check("split fifty-fifty", "Exact 50 [%]");
        check("a 50-50 venture", "Exact 50 [%] venture");
    }

    #[test]
    fn damage_and_what_is_none() {
        check("about 44,<> pieces", "About garbled piece");
        check("came to 5?0,000 items", "Exact garbled item");
        check("51,,000 items", "Exact garbled item");
        check("many as 4 40,000 items", "Exact garbled item");
        check("51\u{fffd},000 items", "Exact garbled item");
        check("44O,000 items", "Exact garbled item");
        check("On Oct. 4 40,000 items", "Exact 40000 item");
        check("5G and G20 and COVID-19", "");
        check("was it 519,000?", "Exact 519000");
    }

    #[test]
    fn fits() {
        let q = |text: &str| parse(text).remove(0);
        assert_eq!(fit(&q("440,000"), &q("as many as 440,000")), Fit::Same);
        assert_eq!(fit(&q("almost 520,000"), &q("519,000")), Fit::Follows);
        assert_eq!(fit(&q("500,000"), &q("519,000")), Fit::Follows);
        assert_eq!(fit(&q("550,000"), &q("519,000")), Fit::Clash);
        assert_eq!(fit(&q("more than 250,000"), &q("more than 300,000")), Fit::Follows);
        assert_eq!(fit(&q("more than 350,000"), &q("more than 300,000")), Fit::Open);
        assert_eq!(fit(&q("530,000"), &q("about 510,000")), Fit::Open);
        assert_eq!(fit(&q("7 dead"), &q("between 5 and 10 dead")), Fit::Open);
        assert_eq!(fit(&q("fewer than 600,000"), &q("519,000")), Fit::Follows);
        assert_eq!(fit(&q("more than 440,000"), &q("440,000")), Fit::Clash);
        assert_eq!(fit(&q("about 44,000"), &q("440,000")), Fit::Clash);
    }
}
