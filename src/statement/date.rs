//! Dates in a sentence, as spans of days: "2023-10-09", "by the end of September", "last month", "the 27th".
//!
//! Relative dates resolve against an anchor: a source's own date, or the report's reference date. A report speaks of its past, so a
//! bare weekday or month is the latest one that is not after the anchor (the habit of news writing; TIMEX3 tools default to the future).

use super::day::{Day, Period};
use crate::lexicon::{self, Class, List, among, place};
use crate::text::{Span, Token, TokenKind};

/// A date that a sentence gives.
#[derive(Debug, Clone, PartialEq)]
pub struct DateRef {
    pub span: Span,
    /// Index of the first token and of the one after the last.
    pub first: usize,
    pub last: usize,
    /// None where the date stays open: a relative date without an anchor.
    pub period: Option<Period>,
    /// No year is given, so that any year fits.
    pub yearless: bool,
    /// How the words bound it.
    pub bound: Bound,
    /// Counted from the anchor ("last month"), not from the calendar.
    pub relative: bool,
    /// The day of the week that is named with it or alone, Monday first.
    pub weekday: Option<u8>,
    /// The term of its statement that it dates; set when the statement is made.
    pub on: Option<usize>,
}

/// How the preposition before a date bounds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// "in October", "on 9 October", "as of September"
    At,
    /// "since October", "from September"
    From,
    /// "by October"
    Until,
    /// "until October": it goes on till then
    Lasting,
    /// "before October"
    Before,
    /// "after October"
    After,
}

/// The month a token names. "may" and "march" count only with a capital.
pub fn month(token: &Token) -> Option<u32> {
    if !matches!(token.norm.bytes().next(), Some(b'j' | b'f' | b'm' | b'a' | b's' | b'o' | b'n' | b'd')) {
        return None;
    }
    let name = token.norm.trim_end_matches('.');
    let at = place(name, List::Months)?;
    let full = token.norm.len() > 5;
    (token.capital || full && token.is_word()).then_some(at as u32 + 1)
}

fn weekday(token: &Token) -> Option<u32> {
    if !matches!(token.norm.bytes().next(), Some(b'm' | b't' | b'w' | b'f' | b's')) {
        return None;
    }
    let at = place(&token.norm, List::Weekdays)?;
    (token.capital || token.norm.len() > 5).then_some(at as u32)
}

/// A four-digit year.
fn year(token: &Token) -> Option<i32> {
    (token.kind == TokenKind::Figure && token.norm.len() == 4 && token.norm.bytes().all(|b| b.is_ascii_digit()))
        .then(|| token.norm.parse().ok())
        .flatten()
        .filter(|year| (1000..=2999).contains(year))
}

fn small(token: &Token, most: u32) -> Option<u32> {
    (token.kind == TokenKind::Figure && token.norm.len() <= 2)
        .then(|| token.norm.parse().ok())
        .flatten()
        .filter(|number| (1..=most).contains(number))
}

/// A cursor over the tokens of one sentence.
struct Scan<'a> {
    tokens: &'a [Token],
    anchor: Option<Day>,
}

impl<'a> Scan<'a> {
    fn at(&self, index: usize) -> Option<&'a Token> {
        self.tokens.get(index)
    }

    /// Whether "that" before a weekday points at it, rather than opening what is said.
    fn points(&self, index: usize) -> bool {
        let said = index > 1 && self.at(index - 2).is_some_and(|token| token.lemma_belongs(Class::Say));
        index > 0 && self.is(index - 1, &["that"]) && !said
    }

    fn among(&self, index: usize, list: List) -> bool {
        self.at(index).is_some_and(|token| among(&token.norm, list))
    }

    fn is(&self, index: usize, words: &[&str]) -> bool {
        self.at(index).is_some_and(|token| words.contains(&token.norm.as_str()))
    }

    /// A day of the month at `index` and how many tokens it takes: "9", "9th", "ninth", "twenty-first".
    fn day_number(&self, index: usize) -> Option<(u32, usize)> {
        let token = self.at(index)?;
        if let Some(day) = small(token, 31) {
            let ordinal =
                self.at(index + 1).is_some_and(|next| next.glued && among(next.norm.as_str(), List::OrdinalEnd));
            return Some((day, 1 + usize::from(ordinal)));
        }
        if self.is(index + 1, &["-"])
            && let Some(second) = self.at(index + 2)
        {
            let joined = format!("{}-{}", token.norm, second.norm);
            if let Some(at) = place(&joined, List::Ordinals) {
                return Some((at as u32 + 1, 3));
            }
        }
        // "First", "second", "third", "fourth".
        if !["t", "d", "h"].iter().any(|end| token.norm.ends_with(end)) {
            return None;
        }
        place(&token.norm, List::Ordinals).map(|at| (at as u32 + 1, 1))
    }

    /// Whether the day number at `index` is marked as an ordinal, so that it can be a day without a month.
    fn is_ordinal_figure(&self, index: usize) -> bool {
        self.at(index).is_some_and(|token| small(token, 31).is_some())
            && self.at(index + 1).is_some_and(|next| next.glued && among(next.norm.as_str(), List::OrdinalEnd))
    }

    /// "." after an abbreviated month, "," before a year, "of" between day and month.
    fn skip(&self, index: usize, words: &[&str]) -> usize {
        index + usize::from(self.is(index, words))
    }

    /// A year after an optional comma or "of": (year, index after it).
    fn year_after(&self, index: usize) -> Option<(i32, usize)> {
        let at = self.skip(index, &[",", "of"]);
        let found = year(self.at(at)?)?;
        // "On 5 March 2024 items leaked" is read as a year: four bare digits beside a date are one.
        Some((found, at + 1))
    }

    /// The year of a month without one: the anchor's, or the year before where the month is still to come.
    fn year_of(&self, month: u32, day: u32) -> Option<i32> {
        let anchor = self.anchor?;
        Some(if (month, day) > (anchor.month(), anchor.day().max(if day == 0 { 31 } else { 0 })) {
            anchor.year() - 1
        } else {
            anchor.year()
        })
    }

    /// A calendar date at `index`: (period, yearless, index after it).
    fn calendar(&self, index: usize) -> Option<(Option<Period>, bool, usize)> {
        let token = self.at(index)?;
        // 2023-10-09
        if let Some(y) = year(token)
            && self.is(index + 1, &["-", "/"])
            && self.at(index + 1)?.glued
            && let (Some(m), Some(d)) =
                (self.at(index + 2).and_then(|t| small(t, 12)), self.at(index + 4).and_then(|t| small(t, 31)))
            && self.is(index + 3, &["-", "/"])
        {
            return Some((Some(Period::day(Day::from_ymd(y, m, d)?)), false, index + 5));
        }
        // 10/9/2023, month first unless that cannot be.
        if let Some(first) = small(token, 31)
            && self.is(index + 1, &["/"])
            && self.at(index + 1)?.glued
            && let Some(second) = self.at(index + 2).and_then(|t| small(t, 31))
            && self.is(index + 3, &["/"])
            && let Some(y) = self.at(index + 4).and_then(year)
        {
            let day = if first > 12 {
                Day::from_ymd(y, second, first)
            } else {
                Day::from_ymd(y, first, second).or_else(|| Day::from_ymd(y, second, first))
            };
            return Some((Some(Period::day(day?)), false, index + 5));
        }
        // Day first: 9 October 2023, the 9th of October
        if let Some((d, taken)) = self.day_number(index) {
            let at = self.skip(index + taken, &["of"]);
            if let Some(m) = self.at(at).and_then(month) {
                let end = self.skip_stop(at + 1);
                return Some(self.with_year(m, d, end));
            }
        }
        // Month first: Oct. 9, 2023; October 2023; October
        if let Some(m) = month(token) {
            let end = self.skip_stop(index + 1);
            let day_at = self.skip(end, &["the"]);
            if let Some((d, taken)) = self.day_number(day_at)
                && self.at(day_at).is_some_and(|t| t.kind == TokenKind::Figure || day_at > end)
                && !self.continues_a_figure(day_at)
            {
                return Some(self.with_year(m, d, day_at + taken));
            }
            if let Some((y, after)) = self.year_after(end) {
                return Some((Period::month(y, m), false, after));
            }
            let period = self.year_of(m, 0).and_then(|y| Period::month(y, m));
            return Some((period, true, end));
        }
        None
    }

    /// "Oct. 4 40,000" is a date and a figure, "Oct. 4,000" would be no date: the tokenizer keeps such figures whole. "Oct. 4 million" is none either.
    fn continues_a_figure(&self, index: usize) -> bool {
        self.is(
            index + 1,
            &["million", "billion", "thousand", "hundred", "percent", "%", "per", "万", "k", "m", "people", "items"],
        ) && self.at(index).is_some_and(|t| t.kind == TokenKind::Figure)
    }

    fn skip_stop(&self, index: usize) -> usize {
        let stop = self.at(index).is_some_and(|t| t.is(".") && t.glued)
            && self.at(index + 1).is_some_and(|t| t.kind == TokenKind::Figure || t.is(","));
        index + usize::from(stop)
    }

    fn with_year(&self, m: u32, d: u32, end: usize) -> (Option<Period>, bool, usize) {
        if let Some((y, after)) = self.year_after(end) {
            return (Day::from_ymd(y, m, d).map(Period::day), false, after);
        }
        let period = self.year_of(m, d).and_then(|y| Day::from_ymd(y, m, d)).map(Period::day);
        (period, true, end)
    }
}

/// The dates of a sentence, in order, without overlap.
pub fn dates(tokens: &[Token], anchor: Option<Day>) -> Vec<DateRef> {
    let scan = Scan { tokens, anchor };
    let mut out: Vec<DateRef> = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let Some(mut found) = date_at(&scan, index).or_else(|| later_at(&scan, index, out.last()?)) else {
            index += 1;
            continue;
        };
        // "Spotted on 17 October, confirmed by the 29th": a day of the month that the sentence spoke of.
        if found.relative
            && scan.is_ordinal_figure(index)
            && let Some(before) = out.last()
            && let (Some(known), Some(day)) = (before.period, found.period)
            && known.to.since(known.from) < 31
            && let Some(day) = Day::from_ymd(known.to.year(), known.to.month(), day.from.day())
            && day >= known.from
        {
            (found.period, found.yearless, found.relative) = (Some(Period::day(day)), before.yearless, before.relative);
        }
        let next = found.last.max(index + 1);
        if found.weekday.is_some() && scan.points(index) {
            found.first = index - 1;
        }
        out.push(found);
        index = next;
    }
    out
}

/// Months and years counted from the date before them in the sentence.
fn later_month(scan: &Scan, index: usize, before: &DateRef) -> Option<DateRef> {
    let start = before.period.filter(|period| period.to.since(period.from) < 32)?.from;
    let made = |unit: &str, count: i64, last: usize| {
        let months = match unit {
            "month" => count,
            "year" => 12 * count,
            _ => return None,
        };
        let period = start.month_span(i32::try_from(months).ok()?);
        let mut date = dated(last, Some(period), before.yearless, false);
        date.first = index;
        date.span = scan.tokens[date.first].span.join(scan.tokens[date.last - 1].span);
        Some(date)
    };
    let ends = |at: usize| scan.at(at).is_none_or(|token| !token.is_word() || token.is("and"));
    if scan.is(index, &["the"]) {
        let unit = |at: usize| scan.at(at).map_or("", |token| token.norm.as_str());
        if scan.is(index + 1, &["following", "next"]) {
            return made(unit(index + 2), 1, index + 3);
        }
        if scan.is(index + 2, &["after", "before"]) && ends(index + 3) {
            return made(unit(index + 1), if scan.is(index + 2, &["after"]) { 1 } else { -1 }, index + 3);
        }
        return None;
    }
    let (count, taken) = small_count(scan, index)?;
    let unit = scan.at(index + taken)?.norm.trim_end_matches('s');
    match scan.at(index + taken + 1)?.norm.as_str() {
        "later" | "afterwards" => made(unit, count, index + taken + 2),
        "earlier" => made(unit, -count, index + taken + 2),
        _ => None,
    }
}

/// "… on 27 October and confirmed it two days later": counted from the day before it in the sentence.
fn later_at(scan: &Scan, index: usize, before: &DateRef) -> Option<DateRef> {
    // "The month after", "the following month", "two months later"
    if let Some(found) = later_month(scan, index, before) {
        return Some(found);
    }
    let start = before.period.filter(|period| period.from == period.to)?.from;
    let counted = |days: i64, last: usize| {
        let mut date = dated(last, Some(Period::day(start.plus(days))), before.yearless, false);
        date.first = index;
        date.span = scan.tokens[date.first].span.join(scan.tokens[date.last - 1].span);
        Some(date)
    };
    // "The very next day", "the following day", "the day after", "the same day"
    if scan.is(index, &["the", "that"]) {
        let at = scan.skip(index + 1, &["very"]);
        if scan.is(at + 1, &["day"]) {
            match scan.at(at)?.norm.as_str() {
                "next" | "following" => return counted(1, at + 2),
                "same" => return counted(0, at + 2),
                _ => {}
            }
        }
        let ends = |at: usize| scan.at(at).is_none_or(|token| !token.is_word() || token.is("and"));
        if scan.is(at, &["day"]) && scan.is(at + 1, &["after", "before"]) && ends(at + 2) {
            return counted(if scan.is(at + 1, &["after"]) { 1 } else { -1 }, at + 2);
        }
    }
    let (count, taken) = small_count(scan, index)?;
    let unit = scan.at(index + taken)?.norm.trim_end_matches('s');
    let days = match unit {
        "day" => count,
        "week" => 7 * count,
        _ => return None,
    };
    match scan.at(index + taken + 1)?.norm.as_str() {
        "later" | "afterwards" => counted(days, index + taken + 2),
        "earlier" => counted(-days, index + taken + 2),
        _ => None,
    }
}

fn date_at(scan: &Scan, index: usize) -> Option<DateRef> {
    let mut date = span_at(scan, index)
        .or_else(|| ranked_at(scan, index))
        .or_else(|| weekday_at(scan, index))
        .or_else(|| part_at(scan, index))
        .or_else(|| plain_at(scan, index))
        .or_else(|| relative_at(scan, index))?;
    // A weekday after the date ("28 November, a Tuesday") adds nothing; one before it was taken with it.
    date.first = index;
    // "Before that Tuesday's meeting" is before the meeting.
    let owns = scan.at(date.last).is_some_and(|token| token.kind == TokenKind::Possessive);
    date.bound = bound_before(scan, index).filter(|_| !owns).unwrap_or(date.bound);
    // What did not happen until a day happened then.
    if date.bound == Bound::Lasting
        && index >= 2
        && scan.is(index - 1, &["until", "till"])
        && scan.is(index - 2, &["not"])
    {
        date.bound = Bound::At;
    }
    // "No later than": the words belong to the date and deny nothing.
    if index >= 3 && scan.is(index - 1, &["than"]) && scan.is(index - 3, &["no", "not"]) {
        let bound = match scan.tokens[index - 2].norm.as_str() {
            "later" => Some(Bound::Until),
            "earlier" => Some(Bound::From),
            _ => None,
        };
        if let Some(bound) = bound {
            date.bound = bound;
            date.first = index - 3;
        }
    }
    date.span = scan.tokens[date.first].span.join(scan.tokens[date.last - 1].span);
    Some(date)
}

fn dated(last: usize, period: Option<Period>, yearless: bool, relative: bool) -> DateRef {
    DateRef {
        span: Span::default(),
        first: 0,
        last,
        period,
        yearless,
        bound: Bound::At,
        relative,
        on: None,
        weekday: None,
    }
}

fn bound_before(scan: &Scan, index: usize) -> Option<Bound> {
    let mut at = index.checked_sub(1)?;
    while scan.among(at, List::BeforeDate) && at > 0 {
        at -= 1;
    }
    match scan.at(at)?.norm.as_str() {
        // "The first access predates October."
        "precede" | "precedes" | "preceded" | "predate" | "predates" | "predated" => Some(Bound::Before),
        "postdate" | "postdates" | "postdated" => Some(Bound::After),
        "since" | "from" => Some(Bound::From),
        // "Goes back to 9 October" is when it began.
        "to" if at > 0 && scan.is(at - 1, &["back"]) => None,
        "by" | "to" => Some(Bound::Until),
        "until" | "till" => Some(Bound::Lasting),
        "before" => Some(Bound::Before),
        "after" => Some(Bound::After),
        _ => None,
    }
}

/// "between 17 and 29 October 2023", "from 3 to 9 May", "17-29 October", "Oct. 17-29, 2023", "March to May 2024"
fn span_at(scan: &Scan, index: usize) -> Option<DateRef> {
    let joiner = |at: usize| scan.is(at, &["and", "to", "-", "–", "—", "until", "till", "through"]);
    // Day to day of one month.
    if let Some((first, taken)) = scan.day_number(index)
        && joiner(index + taken)
        && let Some((_, second_taken)) = scan.day_number(index + taken + 1)
        && let Some((Some(end), yearless, after)) = scan.calendar(index + taken + 1)
        && after > index + taken + 1 + second_taken
        && end.from == end.to
        && end.from.day() > first
    {
        let from = Day::from_ymd(end.from.year(), end.from.month(), first)?;
        return Some(dated(after, Some(Period { from, to: end.to }), yearless, false));
    }
    // A month with two days: Oct. 17-29, 2023
    if let Some(m) = scan.at(index).and_then(month) {
        let at = scan.skip_stop(index + 1);
        if let Some((first, taken)) = scan.day_number(at)
            && scan.at(at).is_some_and(|t| t.kind == TokenKind::Figure)
            && joiner(at + taken)
            && let Some((second, second_taken)) = scan.day_number(at + taken + 1)
            && second > first
            && scan.at(at + taken + 1).is_some_and(|t| t.kind == TokenKind::Figure)
            && !scan.continues_a_figure(at + taken + 1)
        {
            let (end, yearless, after) = scan.with_year(m, second, at + taken + 1 + second_taken);
            let end = end?;
            return Some(dated(
                after,
                Some(Period { from: Day::from_ymd(end.to.year(), m, first)?, to: end.to }),
                yearless,
                false,
            ));
        }
    }
    // Two full dates, or a month and a dated month: "from October 2022 to March 2023", "March to May 2024"
    let opened = index > 0 && scan.is(index - 1, &["between", "from"]);
    if let Some((first, first_yearless, middle)) = scan.calendar(index)
        && joiner(middle)
        && (opened || scan.is(middle, &["-", "–", "—"]))
        && let Some((Some(end), yearless, after)) = scan.calendar(middle + 1)
    {
        let mut from = first?.from;
        if first_yearless && !yearless {
            from = Day::from_ymd(end.to.year(), from.month(), from.day())?;
            if from > end.to {
                from = Day::from_ymd(end.to.year() - 1, from.month(), from.day())?;
            }
        }
        if from <= end.to {
            return Some(dated(after, Some(Period { from, to: end.to }), first_yearless && yearless, false));
        }
    }
    if opened
        && let Some(first) = scan.at(index).and_then(year)
        && joiner(index + 1)
        && let Some(second) = scan.at(index + 2).and_then(year)
        && first < second
    {
        return Some(dated(
            index + 3,
            Some(Period { from: Period::year(first)?.from, to: Period::year(second)?.to }),
            false,
            false,
        ));
    }
    None
}

/// "The second week of October 2023", "the last Monday of November"
fn ranked_at(scan: &Scan, index: usize) -> Option<DateRef> {
    let rank = match scan.at(index)?.norm.as_str() {
        "first" => 0,
        "second" => 1,
        "third" => 2,
        "fourth" => 3,
        "last" | "final" => -1,
        _ => return None,
    };
    let what = scan.at(index + 1)?;
    let wanted = weekday(what);
    if wanted.is_none() && !what.is("week") || !scan.is(index + 2, &["of", "in"]) {
        return None;
    }
    let (month, yearless, after) = scan.calendar(scan.skip(index + 3, &["the"]))?;
    let month = month?;
    if month.from.day() != 1 || month.from.month() != month.to.month() || month.from == month.to {
        return None;
    }
    // Weeks are counted from the first of the month; the last is its last seven days.
    let from = if rank < 0 { month.to.plus(-6) } else { month.from.plus(7 * rank) };
    let week = Period { from, to: from.plus(6) };
    let period = match wanted {
        None => week,
        Some(wanted) => Period::day(from.plus(i64::from((wanted + 7 - from.weekday()) % 7))),
    };
    Some(dated(after, Some(period), yearless, false))
}

/// "Monday, Nov. 27, 2023", "on Tuesday", "last Friday"
fn weekday_at(scan: &Scan, index: usize) -> Option<DateRef> {
    let (lead, at) = match scan.at(index)?.norm.as_str() {
        "last" | "past" => (-1, index + 1),
        "next" => (1, index + 1),
        "this" => (0, index + 1),
        _ => (0, index),
    };
    let wanted = weekday(scan.at(at)?)?;
    // "On a Wednesday", "27 November, a Monday", "that Monday": some such day.
    if index > 0 && (scan.is(index - 1, &["a"]) || scan.points(index)) {
        let day = scan.points(index)
            || !scan.at(at + 1).is_some_and(|next| {
                let hour = among(next.norm.as_str(), List::Daytime);
                next.is_word() && !hour && !is_after_date(&next.norm)
            });
        return day.then(|| DateRef { weekday: Some(wanted as u8), ..dated(at + 1, None, false, false) });
    }
    // "Tuesday morning, 5 March 2024"
    let after = {
        let after = scan.skip_stop(at + 1);
        after + usize::from(scan.among(after, List::Daytime))
    };
    let date_at = scan.skip(after, &[","]);
    let date_at = scan.skip(date_at, &["the"]);
    if lead == 0
        && let Some((period, yearless, after)) = scan.calendar(date_at)
        && after > date_at + 1
    {
        return Some(DateRef { weekday: Some(wanted as u8), ..dated(after, period, yearless, false) });
    }
    let period = scan.anchor.map(|anchor| {
        let back = (anchor.weekday() + 7 - wanted) % 7;
        let day = match lead {
            1 => anchor.plus(i64::from(if back == 0 { 7 } else { 7 - back })),
            -1 if back == 0 => anchor.plus(-7),
            _ => anchor.plus(-i64::from(back)),
        };
        Period::day(day)
    });
    Some(dated(at + 1, period, false, true))
}

/// "early March 2024", "the end of September", "the second half of 2023", "mid-October", "the first quarter of 2024"
fn part_at(scan: &Scan, index: usize) -> Option<DateRef> {
    // "On the receiving end of the March guidance"
    if index > 0 && scan.among(index - 1, List::EndOf) {
        return None;
    }
    let mut at = scan.skip(index, &["the"]);
    let word = scan.at(at)?.norm.as_str();
    // Each part as a share of its whole, in twelfths; "early" and "late" are the first and last third.
    let (low, high) = match word {
        "early" | "beginning" | "start" | "opening" => (0, 4),
        "mid" | "middle" => (4, 8),
        "late" => (8, 12),
        "end" | "close" => (9, 12),
        "first" | "second" | "third" | "fourth" | "latter" | "last" | "final" => {
            let half = scan.is(at + 1, &["half"]);
            let quarter = scan.is(at + 1, &["quarter"]);
            let rank = match word {
                "first" => 0,
                "second" => 1,
                "third" => 2,
                "fourth" => 3,
                _ => -1,
            };
            at += 1;
            match (half, quarter, rank) {
                (true, _, 0) => (0, 6),
                (true, _, 1 | -1) => (6, 12),
                (_, true, 0..=3) => (rank * 3, rank * 3 + 3),
                (_, true, -1) => (9, 12),
                _ => return None,
            }
        }
        _ => return None,
    };
    let next = scan.skip(at + 1, &["-"]);
    let next = scan.skip(scan.skip(next, &["of", "in"]), &["the"]);
    let (whole, yearless, after, relative) = if let Some((period, yearless, after)) = scan.calendar(next) {
        (period, yearless, after, false)
    } else if let Some((period, after)) = era_at(scan, next) {
        (Some(period), false, after, false)
    } else if let Some(y) = scan.at(next).and_then(year) {
        (Period::year(y), false, next + 1, false)
    } else if let Some(date) = relative_at(scan, next) {
        (date.period, false, date.last, true)
    } else {
        return None;
    };
    let period = whole.and_then(|whole| {
        if Period::year(whole.from.year()) == Some(whole) {
            let from = Period::month(whole.from.year(), low as u32 + 1)?.from;
            return Some(Period { from, to: Period::month(whole.from.year(), high as u32)?.to });
        }
        if whole.from == whole.to {
            return Some(whole);
        }
        let days = whole.to.since(whole.from) + 1;
        let from = whole.from.plus(days * i64::from(low) / 12);
        Some(Period { from, to: whole.from.plus(days * i64::from(high) / 12 - 1) })
    });
    Some(dated(after, period, yearless, relative))
}

/// "9 October 2023", "October", "in 2023", "2020s", "Q3 2023", "the 27th"
fn plain_at(scan: &Scan, index: usize) -> Option<DateRef> {
    if let Some((period, yearless, after)) = scan.calendar(index) {
        return Some(dated(after, period, yearless, false));
    }
    if let Some((period, after)) = era_at(scan, index) {
        return Some(dated(after, Some(period), false, false));
    }
    let token = scan.at(index)?;
    if let Some(y) = year(token)
        && is_year_here(scan, index)
    {
        return Some(dated(index + 1, Period::year(y), false, false));
    }
    if let Some(quarter) =
        token.norm.strip_prefix('q').and_then(|rest| rest.parse::<u32>().ok()).filter(|q| (1..=4).contains(q))
        && let Some((y, after)) = scan.year_after(index + 1)
    {
        return Some(dated(
            after,
            Some(Period { from: Period::month(y, quarter * 3 - 2)?.from, to: Period::month(y, quarter * 3)?.to }),
            false,
            false,
        ));
    }
    // Seasons of the northern year, as news from there uses them.
    if let Some(season) =
        ["spring", "summer", "autumn", "fall"].iter().position(|s| token.is(s)).map(|at| at.min(2) as u32)
        && let Some((y, after)) = scan.year_after(index + 1)
    {
        return Some(dated(
            after,
            Some(Period { from: Period::month(y, season * 3 + 3)?.from, to: Period::month(y, season * 3 + 5)?.to }),
            false,
            false,
        ));
    }
    // "the 27th": the latest such day.
    if index > 0
        && scan.is(index - 1, &["the"])
        && scan.is_ordinal_figure(index)
        && !scan.at(index + 2).is_some_and(|t| t.is_word() && !is_after_date(&t.norm))
    {
        let day = scan.day_number(index)?.0;
        let period = scan.anchor.and_then(|anchor| {
            (0..13).find_map(|back| {
                let month = anchor.month_span(-back).from;
                Day::from_ymd(month.year(), month.month(), day).filter(|day| *day <= anchor)
            })
        });
        return Some(dated(index + 2, period.map(Period::day), false, true));
    }
    None
}

/// A decade or a century, and the index after it: "2020s", "the 1970's", "the fifties", "the 19th century". Decades without a century are those
/// of the 20th.
fn era_at(scan: &Scan, index: usize) -> Option<(Period, usize)> {
    let token = scan.at(index)?;
    let led = index > 0 && scan.is(index - 1, &["the", "early", "late", "mid", "-"]);
    let years =
        |from: i32, count: i32| Some(Period { from: Period::year(from)?.from, to: Period::year(from + count - 1)?.to });
    if let Some(y) = year(token)
        && let Some(next) = scan.at(index + 1)
        && (next.glued && next.is("s") || led && y % 10 == 0 && next.kind == TokenKind::Possessive)
    {
        return Some((years(y, 10)?, index + 2));
    }
    if let Some(at) = place(&token.norm, List::Decades).filter(|_| led) {
        return Some((years(1920 + 10 * at as i32, 10)?, index + 1));
    }
    let (century, taken) = scan.day_number(index)?;
    let after = scan.skip(index + taken, &["-"]);
    (scan.is(after, &["century"]) && century > 1 && taken + usize::from(token.kind != TokenKind::Figure) > 1)
        .then(|| Some((years(100 * (century as i32 - 1) + 1, 100)?, after + 1)))
        .flatten()
}

/// Words that may follow a bare ordinal day, so that "the 27th anniversary" is none.
fn is_after_date(word: &str) -> bool {
    let small = [Class::Preposition, Class::Conjunction, Class::Subordinator];
    small.into_iter().any(|class| lexicon::get().is(word, class)) || among(word, List::BeforeDay)
}

/// Four bare digits are a year unless something is counted with them ("2000 people", "$2000").
fn is_year_here(scan: &Scan, index: usize) -> bool {
    let y = scan.at(index).and_then(year).unwrap_or(0);
    if !(1500..=2100).contains(&y) {
        return index > 0
            && scan.is(index - 1, &["in", "since"])
            && (1000..=2100).contains(&y)
            && !scan.at(index + 1).is_some_and(Token::is_word);
    }
    let before = index.checked_sub(1).and_then(|at| scan.at(at));
    if before.is_some_and(|t| among(t.norm.as_str(), List::BeforeAmount)) {
        return false;
    }
    let led = before.is_none_or(|t| t.belongs(Class::Preposition) || among(t.norm.as_str(), List::BeforeMonth));
    match scan.at(index + 1) {
        Some(next) if next.is("%") || next.is("percent") || next.is("per") || next.is("万") => false,
        Some(next) if before.is_none() && (next.norm.ends_with('s') || among(next.norm.as_str(), List::Irregular)) => {
            false
        }
        Some(next) if next.is_word() && !led => !next.norm.ends_with('s'),
        _ => true,
    }
}

/// "last month", "three years ago", "yesterday", "this month", "a year earlier"
fn relative_at(scan: &Scan, index: usize) -> Option<DateRef> {
    let word = scan.at(index)?.norm.as_str();
    // "that month", "the same year": resolved later, from the date before it.
    if matches!(word, "that" | "same") {
        let at =
            index + 1 + usize::from(word == "that" && (scan.is(index + 1, &["same"]) || scan.is(index + 1, &["very"])));
        return scan.among(at, List::CalendarUnit).then(|| dated(at + 1, None, false, false));
    }
    let anchor = scan.anchor;
    let day = |shift: i64| anchor.map(|anchor| Period::day(anchor.plus(shift)));
    match word {
        // "Japan has 93 million users today" speaks of now rather than of a day.
        "today" if scan.tokens[..index].iter().any(|token| among(token.norm.as_str(), List::Holds)) => {
            return None;
        }
        "today" | "tonight" => return Some(dated(index + 1, day(0), false, true)),
        "yesterday" => return Some(dated(index + 1, day(-1), false, true)),
        "tomorrow" => return Some(dated(index + 1, day(1), false, true)),
        _ => {}
    }
    if let Some(lead) = match word {
        "last" | "past" => Some(-1),
        "this" | "current" => Some(0),
        "next" | "coming" => Some(1),
        _ => None,
    } {
        if let Some(m) = scan.at(index + 1).and_then(month) {
            let period = anchor.and_then(|anchor| {
                let y = anchor.year();
                let year = match lead {
                    -1 => {
                        if m < anchor.month() {
                            y
                        } else {
                            y - 1
                        }
                    }
                    0 => y,
                    _ => {
                        if m > anchor.month() {
                            y
                        } else {
                            y + 1
                        }
                    }
                };
                Period::month(year, m)
            });
            return Some(dated(index + 2, period, false, true));
        }
        let period = anchor.and_then(|anchor| unit_span(anchor, &scan.at(index + 1)?.norm, lead));
        let is_unit = scan.at(index + 1).is_some_and(|t| among(t.norm.as_str(), List::TimeSpan));
        return is_unit.then(|| dated(index + 2, period, false, true));
    }
    // "The year before last", "the month before last"
    if scan.is(index, &["the"]) && scan.is(index + 2, &["before"]) && scan.is(index + 3, &["last"]) {
        let unit = &scan.at(index + 1)?.norm;
        let period = anchor.and_then(|anchor| unit_span(anchor, unit, -2));
        return period.map(|period| dated(index + 4, Some(period), false, true));
    }
    // "October last year" is met by the month; here "three years ago", "a month ago", "three years ago this month"
    let (count, taken) = small_count(scan, index)?;
    let unit = scan.at(index + taken)?.norm.trim_end_matches('s');
    if !scan.is(index + taken + 1, &["ago"]) {
        return None;
    }
    let mut after = index + taken + 2;
    let mut period = match unit {
        "day" => day(-count),
        "week" => anchor.map(|anchor| {
            let middle = anchor.plus(-7 * count);
            Period { from: middle.plus(-3), to: middle.plus(3) }
        }),
        "month" => anchor.map(|anchor| anchor.month_span(-(count.min(100_000) as i32))),
        "year" => anchor.and_then(|anchor| Period::year(anchor.year() - count.min(10_000) as i32)),
        "decade" => anchor.and_then(|anchor| Period::year(anchor.year() - 10 * count.min(900) as i32)),
        _ => return None,
    };
    if unit == "year" && scan.is(after, &["this", "last", "next"]) && scan.is(after + 1, &["month", "week", "year"]) {
        if scan.is(after + 1, &["month"]) {
            let shift = if scan.is(after, &["last"]) { -1 } else { i32::from(scan.is(after, &["next"])) };
            period = anchor.map(|anchor| anchor.month_span(shift - 12 * count.min(10_000) as i32));
        }
        after += 2;
    }
    Some(dated(after, period, false, true))
}

fn unit_span(anchor: Day, unit: &str, lead: i32) -> Option<Period> {
    match unit {
        "week" => {
            let monday = anchor.plus(-i64::from(anchor.weekday()) + 7 * i64::from(lead));
            Some(Period { from: monday, to: monday.plus(6) })
        }
        "month" => Some(anchor.month_span(lead)),
        "year" => Period::year(anchor.year() + lead),
        "quarter" => {
            let first = anchor.month_span(-((anchor.month() as i32 - 1) % 3) + 3 * lead).from;
            Some(Period { from: first, to: first.month_span(2).to })
        }
        "spring" | "summer" | "autumn" | "fall" | "winter" => {
            let month = match unit {
                "spring" => 3,
                "summer" => 6,
                "winter" => 12,
                _ => 9,
            };
            let mut y = anchor.year();
            if lead < 0 && Day::from_ymd(y, month, 1)? > anchor.plus(-89) {
                y -= 1;
            }
            let from = Day::from_ymd(y, month, 1)?;
            Some(Period { from, to: from.month_span(2).to })
        }
        _ => None,
    }
}

fn small_count(scan: &Scan, index: usize) -> Option<(i64, usize)> {
    let token = scan.at(index)?;
    if let Some(at) = place(&token.norm, List::FewUnits) {
        return Some((at.max(1) as i64, 1));
    }
    if token.kind == TokenKind::Figure {
        return token.norm.parse::<i64>().ok().filter(|count| *count < 10_000).map(|count| (count, 1));
    }
    None
}

/// Fills in dates that point back to the one before: "in October 2023, and … that month".
pub fn point_back(dates: &mut [DateRef], tokens: &[Token]) {
    for at in 1..dates.len() {
        let unit = &tokens[dates[at].last - 1].norm;
        if dates[at].period.is_none()
            && dates[at].weekday.is_none()
            && !dates[at].relative
            && let Some(before) = dates[..at].iter().rev().find_map(|date| date.period)
        {
            dates[at].period = match unit.as_str() {
                "month" => Some(before.from.month_span(0)),
                "year" => Period::year(before.from.year()),
                _ => Some(before),
            };
        }
    }
}

/// "In September or October 2023": a time that may be either lies within both.
pub fn join_choices(dates: &mut Vec<DateRef>, tokens: &[Token]) {
    let mut at = 0;
    while at + 1 < dates.len() {
        let (one, other) = (&dates[at], &dates[at + 1]);
        let joined = other.first == one.last + 1 && tokens[one.last].is("or") && other.bound == Bound::At;
        if joined && let (Some(first), Some(second)) = (one.period, other.period) {
            let year = second.from.year();
            let shift = |day: Day| Day::from_ymd(year, day.month(), day.day());
            let first = match (one.yearless && !other.yearless, shift(first.from), shift(first.to)) {
                (true, Some(from), Some(to)) => Period { from, to },
                _ => first,
            };
            let period = Period { from: first.from.min(second.from), to: first.to.max(second.to) };
            let (last, span, yearless) = (other.last, one.span.join(other.span), other.yearless);
            dates[at] = DateRef { period: Some(period), last, span, yearless, ..dates[at].clone() };
            dates.remove(at + 1);
            continue;
        }
        at += 1;
    }
}

/// Folds "October last year" and "September of that year" into one date, where a month is followed by a relative year.
pub fn fold_relative_years(dates: &mut Vec<DateRef>, tokens: &[Token]) {
    let mut at = 0;
    while at + 1 < dates.len() {
        let gap = &tokens[dates[at].last..dates[at + 1].first];
        let close = gap.iter().all(|t| t.is("of") || t.is(",") || t.is("in") || t.is("the"));
        if close
            && dates[at].yearless
            && dates[at + 1].relative
            && let (Some(first), Some(year)) = (dates[at].period, dates[at + 1].period)
            && Period::year(year.from.year()) == Some(year)
        {
            let shift = |day: Day| Day::from_ymd(year.from.year(), day.month(), day.day());
            let period = if Period::month(first.from.year(), first.from.month()) == Some(first) {
                Period::month(year.from.year(), first.from.month())
            } else {
                shift(first.from).zip(shift(first.to)).map(|(from, to)| Period { from, to })
            };
            dates[at].period = period;
            dates[at].yearless = false;
            dates[at].last = dates[at + 1].last;
            dates[at].span = dates[at].span.join(dates[at + 1].span);
            dates.remove(at + 1);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let anchor = Day::parse_iso("2024-03-06").unwrap();
        let tokens = tokens(text, Span::new(0, text.len()));
        let mut found = dates(&tokens, Some(anchor));
        fold_relative_years(&mut found, &tokens);
        join_choices(&mut found, &tokens);
        let got: Vec<String> = found
            .iter()
            .map(|d| d.period.map_or("?".to_owned(), Period::iso) + if d.yearless { "*" } else { "" })
            .collect();
        assert_eq!(got.join(" "), expected, "{text}");
    }

    #[test]
    fn calendar_dates() {
        check("on 2023-10-09", "2023-10-09");
        check("on Oct. 9, 2023, it", "2023-10-09");
        check("the 9th of October 2023", "2023-10-09");
        check("On Oct. 4 40,000 items", "2023-10-04*");
        check("in October 2023", "2023-10");
        check("in 2023", "2023");
        check("2000 people", "");
        check("in early March 2024", "2024-03-01/2024-03-10");
        check("by the end of September 2023", "2023-09-23/2023-09-30");
        check("the second half of 2023", "2023-07-01/2023-12-31");
        check("between 17 and 29 October 2023", "2023-10-17/2023-10-29");
        check("Monday, Nov. 27, 2023", "2023-11-27");
        check("11/28/2023", "2023-11-28");
        check("in October or November 2023", "2023-10-01/2023-11-30");
        check("in October and November 2023", "2023-10* 2023-11");
    }

    #[test]
    fn relative_dates() {
        check("on Tuesday", "2024-03-05");
        check("last November", "2023-11");
        check("last month", "2024-02");
        check("October last year", "2023-10");
        check("September of last year", "2023-09");
        check("three years ago this month", "2021-03");
        check("yesterday", "2024-03-05");
        check("on the 27th", "2024-02-27");
        check("on 17 October, and by the 27th", "2023-10-17* 2023-10-27*");
        check("in August", "2023-08*");
    }
}
