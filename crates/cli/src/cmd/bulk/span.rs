//! Spans of time as people read them.

use std::time::Duration;

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
    fn spans_are_told_in_the_largest_unit() {
        assert_eq!(write(Duration::from_secs(119)), "119 s");
        assert_eq!(write(Duration::from_secs(600)), "10 min");
        assert_eq!(write(Duration::from_secs(86_400 * 60)), "60 days");
    }
}
