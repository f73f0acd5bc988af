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
    let scaled = (value * 10f64.powi(places as i32)).round();
    if scaled.abs() >= 1e36 {
        return "a number of more than thirty digits".to_owned();
    }
    let mut digits = digits_backwards(scaled.abs());
    digits.resize(digits.len().max(places as usize + 1), 0);
    let zeros = digits.iter().take(places as usize).take_while(|digit| **digit == 0).count();
    let mut out = String::new();
    if scaled < 0.0 {
        out.push('-');
    }
    for (place, digit) in digits.iter().enumerate().skip(zeros).rev() {
        out.push(char::from(b'0' + digit));
        if place == places as usize && zeros < place {
            out.push('.');
        }
    }
    out
}

/// The decimal digits of a whole number, the last one first. A float is a whole number of up to 53 bits, doubled so many times.
fn digits_backwards(number: f64) -> Vec<u8> {
    // From here on every float is even.
    const EVEN: f64 = 9_007_199_254_740_992.0;
    let mut doublings = 0;
    let mut rest = number;
    while rest >= EVEN {
        rest /= 2.0;
        doublings += 1;
    }
    let mut rest = rest as u64;
    let mut digits = Vec::new();
    while rest > 0 {
        digits.push((rest % 10) as u8);
        rest /= 10;
    }
    for _ in 0..doublings {
        let mut carry = 0;
        for digit in &mut digits {
            let double = *digit * 2 + carry;
            (*digit, carry) = (double % 10, double / 10);
        }
        if carry > 0 {
            digits.push(carry);
        }
    }
    digits
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
        for value in [9.1e15, 9_007_199_254_740_991.0, 12_345_678_901_234_567_890.0, 1e22 / 7.0, -2f64.powi(100)] {
            assert_eq!(show(value, 0), format!("{}", value.round() as i128));
        }
        assert_eq!(show(1e300, 2), "a number of more than thirty digits");
        assert_eq!(show(f64::INFINITY, 0), "a number of more than thirty digits");
    }
}
