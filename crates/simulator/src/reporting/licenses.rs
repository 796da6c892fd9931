//! When licenses were nearly used up (RS). What an interval holds is not known: its one element is
//! ours, and is named so.

use super::{Refused, Reply, Request, form, whole, xml};
use crate::time;
use crate::world::Site;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// No window is longer that is told in one document.
const MOST_DAYS: i64 = 400;

/// Peaks by hour, day or month.
pub(super) fn usage(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    let window = request.arguments.window(request.now.second, false)?;
    let group = request.arguments.word("group_by", &["hour", "day", "month"])?;
    let mut peaks: Vec<(i64, i64)> = Vec::new();
    let first = window.from.max(request.now.second.saturating_sub(MOST_DAYS * DAY)).div_euclid(HOUR);
    let last = window.to.min(request.now.second).div_euclid(HOUR);
    for hour in first..last {
        let begun = site.history.begun(hour * HOUR, (hour + 1) * HOUR);
        // Nine of ten licenses are in use once in a while, and always in the same hours.
        if !begun.start.is_multiple_of(11) || begun.is_empty() {
            continue;
        }
        let (_, length) = span(group, hour * HOUR);
        let start = span(group, hour * HOUR).0;
        if peaks.last().is_none_or(|(last, _)| *last != start) {
            peaks.push((start, length));
        }
    }
    let document = xml::small(form(site), "license_usage", |w| {
        w.time("start_time", window.from);
        w.time("end_time", window.to.min(request.now.second));
        w.text("group_by", &[], group);
        w.open("license_time_intervals", &[]);
        for (start, length) in &peaks {
            w.open("license_time_interval", &[]);
            let text = time::text(*start);
            w.empty(
                "simulated_peak",
                &[("timestamp", start), ("start", &text), ("seconds", length), ("licenses", &9)],
            );
            w.close("license_time_interval");
        }
        w.close("license_time_intervals");
    });
    Ok(Reply::Answer(whole(document)))
}

/// The hour, day or month of a time: its beginning, and its length.
fn span(group: &str, time: i64) -> (i64, i64) {
    match group {
        "hour" => (time.div_euclid(HOUR) * HOUR, HOUR),
        "day" => (time.div_euclid(DAY) * DAY, DAY),
        _ => {
            let date =
                jiff::Timestamp::from_second(time).unwrap_or_default().to_zoned(jiff::tz::TimeZone::UTC);
            let first = time.div_euclid(DAY) * DAY - (i64::from(date.day()) - 1) * DAY;
            (first, i64::from(date.days_in_month()) * DAY)
        }
    }
}
