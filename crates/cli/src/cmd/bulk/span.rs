//! Spans of time as people write them: `90s`, `10m`, `12h`, `60d`, `2w`.

use std::time::Duration;

use crate::failure::{Failure, Result};

/// Longer than anybody means.
const LONGEST: Duration = Duration::from_secs(100 * 366 * 86_400);

/// Reads a span; `option` is named in errors.
pub(crate) fn read(option: &str, text: &str) -> Result<Duration> {
    let fail = || {
        Failure::usage(format!("{option}: `{text}` is no span of time"))
            .with_hint("write a number with s, m, h, d or w behind it: 90s, 10m, 60d")
    };
    let text = text.trim();
    let (number, seconds) = match text.char_indices().next_back() {
        Some((end, 's')) => (text.get(..end), 1.0),
        Some((end, 'm')) => (text.get(..end), 60.0),
        Some((end, 'h')) => (text.get(..end), 3600.0),
        Some((end, 'd')) => (text.get(..end), 86_400.0),
        Some((end, 'w')) => (text.get(..end), 7.0 * 86_400.0),
        _ => return Err(fail()),
    };
    let number: f64 = number
        .filter(|number| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
        .and_then(|number| number.parse().ok())
        .ok_or_else(fail)?;
    let span = Duration::try_from_secs_f64(number * seconds).map_err(|_| fail())?;
    if span > LONGEST {
        return Err(fail());
    }
    Ok(span)
}

/// Writes a span in the largest unit that fits.
pub(crate) fn write(span: Duration) -> String {
    let seconds = span.as_secs();
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7200 => format!("{} min", seconds / 60),
        7200..172_800 => format!("{} h", seconds / 3600),
        _ => format!("{} days", seconds / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_have_units() {
        let seconds = |text| read("--x", text).map(|span| span.as_secs_f64()).ok();
        assert_eq!(seconds("90s"), Some(90.0));
        assert_eq!(seconds("0.5m"), Some(30.0));
        assert_eq!(seconds("12h"), Some(43_200.0));
        assert_eq!(seconds("60d"), Some(5_184_000.0));
        assert_eq!(seconds("2w"), Some(1_209_600.0));
        for wrong in ["", "60", "d", "-1d", "1e3d", "99999999w", "1 day", "inf d", "5ä"] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn spans_are_told_in_the_largest_unit() {
        assert_eq!(write(Duration::from_secs(119)), "119 s");
        assert_eq!(write(Duration::from_secs(600)), "10 min");
        assert_eq!(write(Duration::from_secs(86_400 * 60)), "60 days");
    }
}
