//! Calendar days and spans of days.

use crate::error::Error;
use crate::text::cut;
use serde::{Deserialize, Serialize};
use std::fmt;
use time::{Date, Month};

/// A day of the proleptic Gregorian calendar, as its Julian day number; `b - a` is the number of days between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(i32);

impl Day {
    /// None where there is no such day.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok().map(|date| Day(date.to_julian_day()))
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// ```
    /// use claimcheck::Day;
    /// assert_eq!(Day::parse_iso("2024-02-29").unwrap().to_string(), "2024-02-29");
    /// assert!(Day::parse_iso("2023-02-29").is_err());
    /// ```
    pub fn parse_iso(text: &str) -> Result<Day, Error> {
        let fault = || {
            Error::new(
                "date",
                format!("expected a day as YYYY-MM-DD, found \"{}\"", text.chars().take(40).collect::<String>()),
            )
        };
        let mut fields = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            return Err(fault());
        };
        if year.len() != 4
            || month.len() != 2
            || day.len() != 2
            || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        {
            return Err(fault());
        }
        let number = |field: &str| field.parse::<u32>().map_err(|_| fault());
        Day::from_ymd(number(year)? as i32, number(month)?, number(day)?)
            .ok_or_else(|| Error::new("date", format!("there is no day {text} in the calendar")))
    }

    fn date(self) -> Date {
        // Every Day is made from a valid date or kept within `plus`' clamp.
        Date::from_julian_day(self.0).unwrap_or(Date::MIN)
    }

    pub fn year(self) -> i32 {
        self.date().year()
    }

    pub fn month(self) -> u32 {
        u8::from(self.date().month()).into()
    }

    pub fn day(self) -> u32 {
        self.date().day().into()
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u32 {
        self.date().weekday().number_days_from_monday().into()
    }

    /// The day that many days later, held within the years -9999 to 9999.
    pub fn plus(self, days: i64) -> Day {
        let shifted = i64::from(self.0).saturating_add(days);
        Day(shifted.clamp(i64::from(Date::MIN.to_julian_day()), i64::from(Date::MAX.to_julian_day())) as i32)
    }

    /// Days from `earlier` to this one.
    pub fn since(self, earlier: Day) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }

    /// The first and the last day of this day's month, that many months later.
    pub fn month_span(self, months: i32) -> Period {
        let index = self.year() * 12 + self.month() as i32 - 1 + months;
        Period::month(index.div_euclid(12), index.rem_euclid(12) as u32 + 1).unwrap_or(Period { from: self, to: self })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// A span of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    pub from: Day,
    pub to: Day,
}

impl Period {
    pub fn day(day: Day) -> Period {
        Period { from: day, to: day }
    }

    pub fn month(year: i32, month: u32) -> Option<Period> {
        let from = Day::from_ymd(year, month, 1)?;
        let next = if month == 12 { Day::from_ymd(year + 1, 1, 1) } else { Day::from_ymd(year, month + 1, 1) };
        Some(Period { from, to: next?.plus(-1) })
    }

    pub fn year(year: i32) -> Option<Period> {
        Some(Period { from: Day::from_ymd(year, 1, 1)?, to: Day::from_ymd(year, 12, 31)? })
    }

    pub fn contains(self, other: Period) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    pub fn meets(self, other: Period) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Reads `2023`, `2023-11` or `2023-11-27`.
    pub fn parse_iso(text: &str) -> Result<Period, Error> {
        let fault = || {
            Error::new(
                "date",
                format!(
                    "expected YYYY, YYYY-MM or YYYY-MM-DD, found \"{}\"",
                    text.chars().take(40).collect::<String>()
                ),
            )
        };
        let digits = |field: &str| field.bytes().all(|b| b.is_ascii_digit());
        match text.len() {
            4 if digits(text) => Period::year(text.parse().map_err(|_| fault())?).ok_or_else(fault),
            7 if digits(cut(text, ..4))
                && text.as_bytes()[4] == b'-'
                && text.is_char_boundary(5)
                && digits(cut(text, 5..)) =>
            {
                Period::month(
                    cut(text, ..4).parse().map_err(|_| fault())?,
                    cut(text, 5..).parse().map_err(|_| fault())?,
                )
                .ok_or_else(|| Error::new("date", format!("there is no month {text} in the calendar")))
            }
            10 => Day::parse_iso(text).map(Period::day),
            _ => Err(fault()),
        }
    }

    /// The shortest ISO form that says exactly this: a year, a month, a day, or two days with a slash.
    pub fn iso(self) -> String {
        if self.from == self.to {
            self.from.to_string()
        } else if Period::month(self.from.year(), self.from.month()) == Some(self) {
            cut(&self.from.to_string(), ..7).to_owned()
        } else if Period::year(self.from.year()) == Some(self) {
            cut(&self.from.to_string(), ..4).to_owned()
        } else {
            format!("{}/{}", self.from, self.to)
        }
    }

    /// For readers: "27 November 2023", "November 2023", "2023".
    pub fn plain(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let name = |day: Day| MONTHS[day.month() as usize - 1];
        if self.from == self.to {
            format!("{} {} {}", self.from.day(), name(self.from), self.from.year())
        } else if Period::month(self.from.year(), self.from.month()) == Some(self) {
            format!("{} {}", name(self.from), self.from.year())
        } else if Period::year(self.from.year()) == Some(self) {
            self.from.year().to_string()
        } else {
            format!("{} to {}", Period::day(self.from).plain(), Period::day(self.to).plain())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_forms_round_trip() {
        for text in ["2023", "2024-02", "2024-02-29"] {
            assert_eq!(Period::parse_iso(text).unwrap().iso(), text);
        }
        for text in ["", "20x3", "2023-13", "2023-02-30", "2023-1-1", "万万", "2023/10/09"] {
            assert!(Period::parse_iso(text).is_err(), "{text}");
        }
    }

    #[test]
    fn weekdays_and_month_steps() {
        let day = Day::parse_iso("2024-03-05").unwrap();
        assert_eq!(day.weekday(), 1);
        assert_eq!(day.month_span(-1).iso(), "2024-02");
        assert_eq!(day.month_span(-3).iso(), "2023-12");
    }
}
