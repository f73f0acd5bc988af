//! Numbers in decimal digits with little code.
//!
//! The standard library reads and writes every `f64` exactly, which weighs some ten kilobytes of the WebAssembly module. The figures here
//! are printed by people, and are shown to them with a few places at most.

/// The value of digits with at most one decimal point. Exact to the last bit for up to fifteen digits, near enough beyond.
pub fn parse(digits: &str) -> f64 {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = whole.bytes().chain(part.bytes());
    let mantissa = all.fold(0.0, |value, digit| value * 10.0 + f64::from(digit.wrapping_sub(b'0')));
    mantissa / 10f64.powi(part.len() as i32)
}

/// Shows a number, rounded to so many places, without zeros at its end: 64.5, 1.2, -3, 440000.
pub fn show(value: f64, places: u32) -> String {
    let unit = 10i128.pow(places);
    let scaled = (value * unit as f64).round();
    if scaled.abs() >= 1e36 {
        return "a number of more than thirty digits".to_owned();
    }
    let scaled = scaled as i128;
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, part) = (scaled.abs() / unit, scaled.abs() % unit);
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let width = places as usize;
    let part = format!("{part:0width$}");
    format!("{sign}{whole}.{}", part.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::{parse, show};

    #[test]
    fn parses_as_the_standard_library_does() {
        for digits in ["0", "7", "64.5", "0.1", "1234567.89", "440000", "999999999999999", "0.000123"] {
            assert_eq!(Ok(parse(digits)), digits.parse(), "{digits}");
        }
        assert!(parse(&"9".repeat(400)).is_infinite());
    }

    #[test]
    fn as_the_standard_library_shows_what_was_rounded() {
        for value in [
            0.0,
            0.004,
            0.005,
            0.1,
            1.0,
            2.5,
            64.5,
            99.994,
            99.996,
            440_000.0,
            1_234_567.89,
            1e15,
            -0.5,
            -3.0,
            0.3 - 0.1,
        ] {
            let rounded: f64 = (value * 100.0f64).round() / 100.0;
            assert_eq!(show(value, 2), format!("{rounded}"), "{value}");
        }
        assert_eq!(show(1.23456, 5), "1.23456");
        assert_eq!(show(1e20, 2), "100000000000000000000");
        assert_eq!(show(1e300, 2), "a number of more than thirty digits");
        assert_eq!(show(f64::INFINITY, 0), "a number of more than thirty digits");
    }
}
