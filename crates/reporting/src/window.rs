//! The window of time of a report.

use std::fmt;
use std::num::{NonZeroU32, NonZeroU64};
use std::str::FromStr;
use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, Result, Timestamp};
use jiff::civil::Date;

/// Seconds of a day.
const DAY: u64 = 86_400;

/// How many seconds behind UTC a local time is at most.
const WEST: i64 = 12 * 3600;

/// A day of the calendar. In which time zone an appliance takes it is not documented; presumably in
/// its own.
///
/// ```
/// use bt_sra_reporting::Day;
///
/// let day: Day = "2026-02-28".parse()?;
/// assert_eq!(day.plus(1).to_string(), "2026-03-01");
/// assert!("2026-02-29".parse::<Day>().is_err());
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Day(Date);

impl Day {
    /// Takes a year of four digits, a month and a day of the month.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self> {
        format!("{year:04}-{month:02}-{day:02}").parse()
    }

    /// Returns the day of a time in UTC.
    #[must_use]
    pub fn in_utc(time: Timestamp) -> Self {
        // The time writes itself in UTC, and the day first.
        let text = time.to_string();
        text.get(..10).and_then(|text| text.parse().ok()).unwrap_or(Self(Date::MAX))
    }

    /// Returns the day so many days later, at most the last one there is.
    #[must_use]
    pub fn plus(self, days: u32) -> Self {
        let later = jiff::Span::new().try_days(days).and_then(|span| self.0.checked_add(span));
        Self(later.unwrap_or(Date::MAX))
    }

    /// Returns how many days this is after `earlier`; none if it is not.
    pub(crate) fn days_since(self, earlier: Self) -> u32 {
        let days = self.0.duration_since(earlier.0).as_secs().max(0).unsigned_abs() / DAY;
        u32::try_from(days).unwrap_or(u32::MAX)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Day({self})")
    }
}

impl FromStr for Day {
    type Err = Error;

    /// Reads `YYYY-MM-DD` and nothing else.
    fn from_str(text: &str) -> Result<Self> {
        let is_shaped = text.len() == 10
            && text
                .bytes()
                .enumerate()
                .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
        let date = if is_shaped { text.parse().ok() } else { None };
        date.map(Self)
            .ok_or_else(|| Error::new(ErrorKind::InvalidRequest, "not a day in the form YYYY-MM-DD"))
    }
}

/// Where a window begins or ends: a time or a day, by the unit in which it was made.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Moment {
    /// A second.
    Time(Timestamp),
    /// The beginning of a day.
    Day(Day),
}

/// What has to lie in a window.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum WindowBy {
    /// When things began. Those that have not ended yet are in it too.
    Start,
    /// When things ended. Those that have not ended yet are in none.
    End,
}

/// The window of time of a report: a start, and a length in the unit of the start.
///
/// The start is in the window. Whether the end is, no source tells: what lies on the border of two
/// windows may be in both.
///
/// ```
/// use bt_sra_core::Timestamp;
/// use bt_sra_reporting::{Day, Window};
///
/// let monday = Timestamp::from_second(1_700_000_000).unwrap();
/// let tuesday = Timestamp::from_second(1_700_086_400).unwrap();
/// assert_eq!(Window::ended_since(monday).to_string(), "end_time=1700000000&duration=0");
/// assert_eq!(
///     Window::started_between(monday, tuesday)?.to_string(),
///     "start_time=1700000000&duration=86400"
/// );
/// assert_eq!(
///     Window::started_on(Day::new(2026, 2, 28)?, 7)?.to_string(),
///     "start_date=2026-02-28&duration=7"
/// );
/// assert!(Window::ended_between(tuesday, monday).is_err());
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Window {
    by: WindowBy,
    span: Span,
}

/// Start and length; no length is until now.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Span {
    Days(Day, Option<NonZeroU32>),
    Seconds(u64, Option<NonZeroU64>),
}

impl Window {
    /// What began at that time or later, until now.
    #[must_use]
    pub fn started_since(from: Timestamp) -> Self {
        Self::seconds(WindowBy::Start, from, None)
    }

    /// What ended at that time or later, until now.
    #[must_use]
    pub fn ended_since(from: Timestamp) -> Self {
        Self::seconds(WindowBy::End, from, None)
    }

    /// What began between two times.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the end is not after the start.
    pub fn started_between(from: Timestamp, to: Timestamp) -> Result<Self> {
        Self::between(WindowBy::Start, from, to)
    }

    /// What ended between two times.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the end is not after the start.
    pub fn ended_between(from: Timestamp, to: Timestamp) -> Result<Self> {
        Self::between(WindowBy::End, from, to)
    }

    /// What began on that day or later, until now.
    #[must_use]
    pub fn started_since_day(from: Day) -> Self {
        Self::days(WindowBy::Start, from, None)
    }

    /// What ended on that day or later, until now.
    #[must_use]
    pub fn ended_since_day(from: Day) -> Self {
        Self::days(WindowBy::End, from, None)
    }

    /// What began on that day or one of the next: so many days in all.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the number is zero.
    pub fn started_on(from: Day, days: u32) -> Result<Self> {
        Self::on(WindowBy::Start, from, days)
    }

    /// What ended on that day or one of the next: so many days in all.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the number is zero.
    pub fn ended_on(from: Day, days: u32) -> Result<Self> {
        Self::on(WindowBy::End, from, days)
    }

    /// A window between two times. What is less than a second is added to it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the end is not after the start.
    pub fn between(by: WindowBy, from: Timestamp, to: Timestamp) -> Result<Self> {
        let partly = u64::from(to.as_millisecond().rem_euclid(1000) > 0);
        let end = seconds_of(to).saturating_add(partly);
        let Some(seconds) = NonZeroU64::new(end.saturating_sub(seconds_of(from))) else {
            let why = "the end of the window is not after its start";
            return Err(Error::new(ErrorKind::InvalidRequest, why));
        };
        Ok(Self::seconds(by, from, Some(seconds)))
    }

    /// A window of whole days.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the number is zero.
    pub fn on(by: WindowBy, from: Day, days: u32) -> Result<Self> {
        let Some(days) = NonZeroU32::new(days) else {
            let why = "a window of no days: for all days until now there are windows since a day";
            return Err(Error::new(ErrorKind::InvalidRequest, why));
        };
        Ok(Self::days(by, from, Some(days)))
    }

    /// A window in seconds. Without a length it reaches until now.
    #[must_use]
    pub fn seconds(by: WindowBy, from: Timestamp, length: Option<NonZeroU64>) -> Self {
        Self { by, span: Span::Seconds(seconds_of(from), length) }
    }

    /// A window in days. Without a length it reaches until now.
    #[must_use]
    pub fn days(by: WindowBy, from: Day, length: Option<NonZeroU32>) -> Self {
        Self { by, span: Span::Days(from, length) }
    }

    /// Returns what has to lie in it.
    #[must_use]
    pub fn by(&self) -> WindowBy {
        self.by
    }

    /// Returns whether it reaches until now.
    #[must_use]
    pub fn is_until_now(&self) -> bool {
        matches!(self.span, Span::Days(_, None) | Span::Seconds(_, None))
    }

    /// Returns where it begins.
    #[must_use]
    pub fn from(&self) -> Moment {
        match self.span {
            Span::Days(from, _) => Moment::Day(from),
            Span::Seconds(from, _) => Moment::Time(time_at(from)),
        }
    }

    /// Returns where it ends: the first moment, or the first day, behind it. One that reaches until now
    /// has no end.
    #[must_use]
    pub fn until(&self) -> Option<Moment> {
        Some(match self.span {
            Span::Days(from, days) => Moment::Day(from.plus(days?.get())),
            Span::Seconds(from, seconds) => Moment::Time(time_at(from.saturating_add(seconds?.get()))),
        })
    }

    /// Returns the rest of it from where another one begins, which was cut from it.
    pub(crate) fn rest_from(self, other: Self) -> Self {
        let span = match (self.span, other.span) {
            (Span::Days(from, days), Span::Days(at, _)) => {
                let passed = at.days_since(from);
                Span::Days(at, days.and_then(|days| NonZeroU32::new(days.get().saturating_sub(passed))))
            }
            (Span::Seconds(from, seconds), Span::Seconds(at, _)) => {
                let passed = at.saturating_sub(from);
                let left = |seconds: NonZeroU64| NonZeroU64::new(seconds.get().saturating_sub(passed));
                Span::Seconds(at, seconds.and_then(left))
            }
            (_, span) => span,
        };
        Self { span, ..self }
    }

    /// Returns the parameters with their values.
    #[must_use]
    pub fn parameters(&self) -> [(&'static str, String); 2] {
        let (name, from, length) = match (self.span, self.by) {
            (Span::Days(from, days), WindowBy::Start) => ("start_date", from.to_string(), days.map(u64_of)),
            (Span::Days(from, days), WindowBy::End) => ("end_date", from.to_string(), days.map(u64_of)),
            (Span::Seconds(from, seconds), WindowBy::Start) => ("start_time", from.to_string(), seconds),
            (Span::Seconds(from, seconds), WindowBy::End) => ("end_time", from.to_string(), seconds),
        };
        [(name, from), ("duration", length.map_or(0, NonZeroU64::get).to_string())]
    }

    /// Cuts off a window of at most that length from its front.
    pub(crate) fn first(self, longest: Duration, now: Timestamp) -> (Self, Option<Self>) {
        let (length, most) = (self.length(now), self.units(longest));
        if length <= most { (self, None) } else { self.cut_at(most, length) }
    }

    /// Returns into how many windows of at most that length it is cut.
    pub(crate) fn pieces(self, longest: Duration, now: Timestamp) -> u64 {
        self.length(now).div_ceil(self.units(longest)).max(1)
    }

    /// Cuts it into halves, unless they were shorter than `least`.
    pub(crate) fn halves(self, least: Duration, now: Timestamp) -> Option<(Self, Self)> {
        let (length, least) = (self.length(now), self.units(least));
        let half = length / 2;
        if half < least {
            return None;
        }
        let (first, second) = self.cut_at(half, length);
        second.map(|second| (first, second))
    }

    /// Its length in its unit. What reaches until now is measured until the day that it is everywhere:
    /// where the appliance is west of Greenwich, it may still be yesterday, and a window that begins
    /// tomorrow may be refused.
    fn length(self, now: Timestamp) -> u64 {
        match self.span {
            Span::Days(from, days) => days.map_or_else(
                || u64::from(last_day(now).days_since(from)).saturating_add(1),
                |days| u64_of(days).get(),
            ),
            Span::Seconds(from, seconds) => {
                seconds.map_or_else(|| seconds_of(now).saturating_sub(from), NonZeroU64::get)
            }
        }
    }

    /// A length in its unit, of which there is at least one.
    fn units(self, length: Duration) -> u64 {
        match self.span {
            Span::Days(..) => (length.as_secs() / DAY).max(1),
            Span::Seconds(..) => length.as_secs().max(1),
        }
    }

    /// Cuts it in two where neither is empty.
    fn cut_at(self, at: u64, length: u64) -> (Self, Option<Self>) {
        let (Some(at), Some(rest)) = (NonZeroU64::new(at), NonZeroU64::new(length.saturating_sub(at))) else {
            return (self, None);
        };
        let (first, second) = match self.span {
            Span::Days(from, days) => {
                let to = |length: NonZeroU64| NonZeroU32::try_from(length).unwrap_or(NonZeroU32::MAX);
                let next = from.plus(to(at).get());
                (Span::Days(from, Some(to(at))), Span::Days(next, days.map(|_| to(rest))))
            }
            Span::Seconds(from, seconds) => (
                Span::Seconds(from, Some(at)),
                Span::Seconds(from.saturating_add(at.get()), seconds.map(|_| rest)),
            ),
        };
        (Self { span: first, ..self }, Some(Self { span: second, ..self }))
    }
}

impl fmt::Display for Window {
    /// Writes it as a request does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [(start, from), (duration, length)] = self.parameters();
        write!(f, "{start}={from}&{duration}={length}")
    }
}

/// A window by when things began: the only ones that `LicenseUsage` takes.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct StartWindow(Window);

impl StartWindow {
    /// From that time until now.
    #[must_use]
    pub fn since(from: Timestamp) -> Self {
        Self(Window::started_since(from))
    }

    /// From that day until now.
    #[must_use]
    pub fn since_day(from: Day) -> Self {
        Self(Window::started_since_day(from))
    }

    /// Between two times.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the end is not after the start.
    pub fn between(from: Timestamp, to: Timestamp) -> Result<Self> {
        Window::started_between(from, to).map(Self)
    }

    /// So many days.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the number is zero.
    pub fn on(from: Day, days: u32) -> Result<Self> {
        Window::started_on(from, days).map(Self)
    }
}

impl From<StartWindow> for Window {
    fn from(window: StartWindow) -> Self {
        window.0
    }
}

impl TryFrom<Window> for StartWindow {
    type Error = Error;

    /// # Errors
    /// [`ErrorKind::InvalidRequest`] for a window by when things ended.
    fn try_from(window: Window) -> Result<Self> {
        match window.by {
            WindowBy::Start => Ok(Self(window)),
            WindowBy::End => {
                let why = "this report takes windows by when things began, and none by when they ended";
                Err(Error::new(ErrorKind::InvalidRequest, why))
            }
        }
    }
}

/// The last day that has begun everywhere.
fn last_day(now: Timestamp) -> Day {
    Day::in_utc(Timestamp::from_second(now.as_second().saturating_sub(WEST)).unwrap_or(now))
}

fn time_at(second: u64) -> Timestamp {
    Timestamp::UNIX_EPOCH.saturating_add(Duration::from_secs(second))
}

/// Whole seconds since 1970; appliances have nothing from before.
fn seconds_of(time: Timestamp) -> u64 {
    u64::try_from(time.as_second()).unwrap_or(0)
}

fn u64_of(days: NonZeroU32) -> NonZeroU64 {
    days.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[track_caller]
    fn check(window: Window, expected: &str) {
        assert_eq!(window.to_string(), expected);
    }

    #[test]
    fn every_window_is_written_with_its_unit() {
        let day: Day = "2026-02-27".parse().unwrap();
        check(Window::started_since(at(5)), "start_time=5&duration=0");
        check(Window::ended_since(at(-5)), "end_time=0&duration=0");
        check(Window::started_since_day(day), "start_date=2026-02-27&duration=0");
        check(Window::ended_since_day(day), "end_date=2026-02-27&duration=0");
        check(Window::started_on(day, 3).unwrap(), "start_date=2026-02-27&duration=3");
        check(Window::ended_on(day, 1).unwrap(), "end_date=2026-02-27&duration=1");
        check(Window::started_between(at(5), at(9)).unwrap(), "start_time=5&duration=4");
        let partly = Timestamp::from_millisecond(9_001).unwrap();
        check(Window::ended_between(at(5), partly).unwrap(), "end_time=5&duration=5");
        check(StartWindow::since(at(7)).into(), "start_time=7&duration=0");
    }

    #[test]
    fn what_is_no_window_is_refused() {
        let day: Day = "2026-02-27".parse().unwrap();
        for error in [
            Window::started_between(at(5), at(5)).unwrap_err(),
            Window::ended_between(at(5), at(4)).unwrap_err(),
            Window::ended_on(day, 0).unwrap_err(),
            StartWindow::try_from(Window::ended_since(at(5))).unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        }
    }

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for text in ["", "2026-2-3", "20260203", "2026-02-30", "2026-02-03T00:00", "+2026-02-0", "２026-02-0"]
        {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
        assert_eq!(Day::in_utc(at(1_700_000_000)).to_string(), "2023-11-14");
        assert_eq!(Day::new(9999, 12, 31).unwrap().plus(u32::MAX).to_string(), "9999-12-31");
        assert!(Day::new(2026, 13, 1).is_err() && Day::new(10000, 1, 1).is_err());
    }

    #[test]
    fn a_window_tells_where_it_begins_and_ends() {
        let day: Day = "2026-02-27".parse().unwrap();
        let shown = |window: Window| (window.from(), window.until());
        let time = |second| Moment::Time(at(second));
        assert_eq!(shown(Window::ended_between(at(5), at(9)).unwrap()), (time(5), Some(time(9))));
        assert_eq!(shown(Window::started_since(at(5))), (time(5), None));
        let days = Window::started_on(day, 2).unwrap();
        assert_eq!(shown(days), (Moment::Day(day), Some(Moment::Day(day.plus(2)))));
        assert_eq!(shown(Window::ended_since_day(day)), (Moment::Day(day), None));
        let far = Window::seconds(WindowBy::End, at(5), NonZeroU64::new(u64::MAX));
        let Some(Moment::Time(end)) = far.until() else { panic!("a time") };
        assert_eq!(end.to_string().get(..4), Some("9999"));
    }

    #[test]
    fn the_rest_of_a_window_ends_where_it_does() {
        let day: Day = "2026-02-27".parse().unwrap();
        let whole = Window::started_between(at(100), at(350)).unwrap();
        let part = Window::started_between(at(200), at(225)).unwrap();
        check(whole.rest_from(part), "start_time=200&duration=150");
        check(
            Window::ended_since(at(100)).rest_from(Window::ended_since(at(200))),
            "end_time=200&duration=0",
        );
        let part = Window::started_on(day.plus(3), 1).unwrap();
        check(Window::started_on(day, 7).unwrap().rest_from(part), "start_date=2026-03-02&duration=4");
    }

    /// Cuts a window into pieces and shows them.
    fn pieces(window: Window, longest: u64, now: i64) -> Vec<String> {
        let (mut rest, mut pieces) = (Some(window), Vec::new());
        while let Some(window) = rest {
            let (first, left) = window.first(Duration::from_secs(longest), at(now));
            pieces.push(first.to_string());
            rest = left;
        }
        pieces
    }

    #[test]
    fn a_window_is_cut_without_a_gap_and_without_an_overlap() {
        let window = Window::started_between(at(100), at(350)).unwrap();
        let expected =
            ["start_time=100&duration=100", "start_time=200&duration=100", "start_time=300&duration=50"];
        assert_eq!(pieces(window, 100, 9_999), expected);
        let expected = ["end_time=100&duration=100", "end_time=200&duration=100", "end_time=300&duration=0"];
        assert_eq!(pieces(Window::ended_since(at(100)), 100, 350), expected);
        assert_eq!(pieces(Window::ended_since(at(100)), 100, 50), ["end_time=100&duration=0"]);
        let day = Day::in_utc(at(0));
        let expected = ["start_date=1970-01-01&duration=2", "start_date=1970-01-03&duration=1"];
        assert_eq!(pieces(Window::started_on(day, 3).unwrap(), 2 * DAY, 0), expected);
        let expected = ["start_date=1970-01-01&duration=1", "start_date=1970-01-02&duration=0"];
        assert_eq!(pieces(Window::started_since_day(day), 5, 86_401 + 43_200), expected);
        // Somewhere it is still the first.
        let expected = ["start_date=1970-01-01&duration=0"];
        assert_eq!(pieces(Window::started_since_day(day), 5, 86_401), expected);
    }

    #[test]
    fn halves_are_not_shorter_than_what_was_said() {
        let halves = |window: Window, least| {
            let halves = window.halves(Duration::from_secs(least), at(300));
            halves.map(|(first, second)| format!("{first} {second}"))
        };
        let window = Window::started_between(at(100), at(201)).unwrap();
        let expected = "start_time=100&duration=50 start_time=150&duration=51";
        assert_eq!(halves(window, 50).as_deref(), Some(expected));
        assert_eq!(halves(window, 51), None);
        assert_eq!(halves(Window::started_between(at(1), at(2)).unwrap(), 0), None);
        let expected = "end_time=100&duration=100 end_time=200&duration=0";
        assert_eq!(halves(Window::ended_since(at(100)), 60).as_deref(), Some(expected));
        assert_eq!(halves(Window::started_on(Day::in_utc(at(0)), 1).unwrap(), 1), None);
    }
}
