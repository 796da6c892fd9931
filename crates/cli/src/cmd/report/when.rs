//! Windows of time as people write them.

use bt_sra::reporting::{Day, Window, WindowBy};
use bt_sra::{Clock as _, SystemClock, Timestamp};

use crate::args::{By, ReportCall};
use crate::cmd::bulk::span;
use crate::failure::{Failure, Result, plain};

/// A point in time, or a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum When {
    Day(Day),
    Time(Timestamp),
}

/// Reads the window that the options make, if they make one.
pub(super) fn window(call: &ReportCall) -> Result<Option<Window>> {
    window_at(call, SystemClock.now())
}

fn window_at(call: &ReportCall, now: Timestamp) -> Result<Option<Window>> {
    let by = match call.by {
        Some(By::End) => WindowBy::End,
        _ => WindowBy::Start,
    };
    if let Some(since) = &call.since {
        let ago = span::read("--since", since)?.as_secs();
        let from = now.as_second().saturating_sub(i64::try_from(ago).unwrap_or(i64::MAX));
        let from = Timestamp::from_second(from.max(0)).unwrap_or(Timestamp::UNIX_EPOCH);
        return Ok(Some(Window::seconds(by, from, None)));
    }
    let Some(from) = &call.from else {
        return match call.by {
            Some(_) => {
                Err(Failure::usage("--by: there is no window to choose by").with_hint("--since 7d makes one"))
            }
            None => Ok(None),
        };
    };
    let from = read("--from", from)?;
    let to = call.to.as_deref().map(|to| read("--to", to)).transpose()?;
    let window = match (from, to) {
        (When::Day(from), None) => Window::days(by, from, None),
        (When::Time(from), None) => Window::seconds(by, from, None),
        (When::Time(from), Some(When::Time(to))) => {
            Window::between(by, from, to).map_err(|_| Failure::usage("--to: is not after --from"))?
        }
        (When::Day(from), Some(When::Day(to))) => days(by, from, to)?,
        _ => {
            return Err(Failure::usage("--from and --to: one is a day, and the other a time").with_hint(
                "a day is one of the appliance, whose time zone is not told; write both in the same form",
            ));
        }
    };
    Ok(Some(window))
}

/// Makes a window of whole days, the last of them not in it.
fn days(by: WindowBy, from: Day, to: Day) -> Result<Window> {
    let midnight = |day: Day| format!("{day}T00:00:00Z").parse::<Timestamp>().ok().map(Timestamp::as_second);
    let seconds =
        midnight(to).zip(midnight(from)).map(|(to, from)| to.saturating_sub(from)).unwrap_or_default();
    let count = u32::try_from(seconds / 86_400).unwrap_or_default();
    Window::on(by, from, count).map_err(|_| {
        Failure::usage("--to: is not after --from").with_hint("the day of --to is not in the window any more")
    })
}

fn read(option: &str, text: &str) -> Result<When> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Day>() {
        return Ok(When::Day(day));
    }
    let number = text.parse::<i64>().ok().filter(|number| *number >= 0).and_then(Timestamp::from_second);
    if let Some(time) = number.or_else(|| text.parse().ok()) {
        return Ok(When::Time(time));
    }
    Err(Failure::usage(format!("{option}: `{}` is neither a day nor a time", plain(text)))
        .with_hint("write 2026-02-03, 2026-02-03T04:05:06Z, or seconds since 1970"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(since: &str, from: &str, to: &str, by: Option<By>, expected: &str) {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let call =
            ReportCall { since: some(since), from: some(from), to: some(to), by, ..ReportCall::default() };
        let made = match window_at(&call, Timestamp::from_second(1_700_000_000).unwrap()) {
            Ok(window) => window.map_or_else(String::new, |window| window.to_string()),
            Err(failure) => failure.report().lines().next().unwrap_or_default().to_owned(),
        };
        assert_eq!(made, expected);
    }

    #[test]
    fn windows_are_read_as_people_write_them() {
        check("", "", "", None, "");
        check("1d", "", "", None, "start_time=1699913600&duration=0");
        check("100w", "", "", Some(By::End), "end_time=1639520000&duration=0");
        check("", "2026-02-27", "", None, "start_date=2026-02-27&duration=0");
        check("", "2026-02-27", "2026-03-01", Some(By::End), "end_date=2026-02-27&duration=2");
        check("", "2026-02-27T01:00:00+01:00", "1772150401", None, "start_time=1772150400&duration=1");
    }

    #[test]
    fn what_is_no_window_is_refused() {
        check("", "2026-02-30", "", None, "btapi: --from: `2026-02-30` is neither a day nor a time");
        check("", "2026-02-27", "2026-02-27", None, "btapi: --to: is not after --from");
        check(
            "",
            "2026-02-27",
            "1772150401",
            None,
            "btapi: --from and --to: one is a day, and the other a time",
        );
        check("", "5", "5", None, "btapi: --to: is not after --from");
        check("", "-5", "", None, "btapi: --from: `-5` is neither a day nor a time");
        check("soon", "", "", None, "btapi: --since: `soon` is no span of time");
        check("", "", "", Some(By::End), "btapi: --by: there is no window to choose by");
    }
}
