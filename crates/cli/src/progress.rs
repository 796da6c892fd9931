//! How far a long piece of work is, and what it waits for: one line on a terminal, gone when the
//! work is done.
//!
//! It is drawn on standard error, and only if that is a terminal, so that it never gets among
//! data. A thread of its own draws it: the work may be busy.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bt_sra::{Clock, SystemClock, Wait, WaitObserver};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::failure::plain;

/// What is over before this was never slow.
const SILENCE: Duration = Duration::from_millis(600);

/// A wait that is shorter is none that anybody wants to hear of.
const NOTICEABLE: Duration = Duration::from_millis(400);

/// How often the line is drawn.
const PERIOD: Duration = Duration::from_millis(120);

/// Whether a line stands on the terminal now.
static IS_SHOWN: AtomicBool = AtomicBool::new(false);

/// What is counted.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Unit {
    #[default]
    Items,
    Bytes,
    /// Nothing but the time that has gone by.
    Time,
}

/// The progress of a piece of work. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Progress(Option<Arc<Shared>>);

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    stop: Condvar,
}

#[derive(Debug, Default)]
struct State {
    label: String,
    unit: Unit,
    done: u64,
    total: Option<u64>,
    /// Bytes that the items came in, where that is worth telling.
    bytes: u64,
    started: Duration,
    waits: Vec<(Wait, Duration)>,
    is_over: bool,
}

impl Progress {
    /// Starts to draw, if somebody can see it: standard error is a terminal that can go back on a
    /// line, and nobody has asked for silence.
    pub(crate) fn start(is_wanted: bool) -> Self {
        let can_go_back = std::env::var_os("TERM").is_some_and(|term| !term.is_empty() && term != "dumb");
        if !is_wanted || !can_go_back || !io::stderr().is_terminal() {
            return Self(None);
        }
        let state = State { started: now(), ..State::default() };
        let shared = Arc::new(Shared { state: Mutex::new(state), stop: Condvar::new() });
        let painter = Arc::clone(&shared);
        // Without a thread there is no line, and no harm done.
        let thread = std::thread::Builder::new().name("progress".to_owned()).spawn(move || painter.paint());
        Self(thread.is_ok().then_some(shared))
    }

    /// Returns whether somebody looks on.
    pub(crate) fn is_shown(&self) -> bool {
        self.0.is_some()
    }

    /// Begins to count `unit`s of what is called `label`.
    pub(crate) fn begin(&self, label: &str, unit: Unit) {
        self.change(|state| {
            *state = State {
                label: plain(label),
                unit,
                started: now(),
                waits: state.waits.clone(),
                ..State::default()
            };
        });
    }

    /// Says how many there are, once that is known.
    pub(crate) fn expect(&self, total: Option<u64>) {
        self.change(|state| state.total = total.or(state.total));
    }

    /// Counts what is done.
    pub(crate) fn add(&self, count: u64) {
        self.change(|state| state.done = state.done.saturating_add(count));
    }

    /// Tells how many bytes the items came in so far.
    pub(crate) fn bytes(&self, bytes: u64) {
        self.change(|state| state.bytes = bytes);
    }

    /// Ends it, and takes the line away.
    pub(crate) fn finish(&self) {
        self.change(|state| state.is_over = true);
        if let Some(shared) = &self.0 {
            shared.stop.notify_all();
        }
        clear();
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        if let Some(shared) = &self.0 {
            change(&mut shared.lock());
        }
    }
}

impl WaitObserver for Progress {
    fn begins(&self, wait: Wait) {
        self.change(|state| state.waits.push((wait, now())));
    }

    fn ends(&self, wait: Wait) {
        self.change(|state| {
            if let Some(place) = state.waits.iter().rposition(|(known, _)| *known == wait) {
                state.waits.remove(place);
            }
        });
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn paint(&self) {
        let mut state = self.lock();
        while !state.is_over {
            if let Some(text) = state.line(now(), width()) {
                // Drawn under the lock: nothing is drawn once it is over.
                let line = format!("\r{text}\x1b[K");
                let mut err = io::stderr().lock();
                IS_SHOWN.store(true, Ordering::Relaxed);
                let _ = err.write_all(line.as_bytes());
                let _ = err.flush();
            }
            state = self.stop.wait_timeout(state, PERIOD).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl State {
    /// Returns the line; nothing as long as there is no need for one.
    fn line(&self, now: Duration, width: usize) -> Option<String> {
        let spent = now.saturating_sub(self.started);
        let wait = self.waits.iter().rfind(|(_, since)| now.saturating_sub(*since) >= NOTICEABLE);
        if spent < SILENCE || (self.label.is_empty() && wait.is_none()) {
            return None;
        }
        let count = (!self.label.is_empty()).then(|| self.count(spent));
        let count = count.map(|count| match self.bytes {
            0 => count,
            bytes => format!("{count} · {}", size(bytes)),
        });
        let reason = wait.map(|(wait, since)| reason(*wait, now.saturating_sub(*since)));
        let mut speed = if count.is_some() { self.speed(spent) } else { Vec::new() };
        // A line that is wrapped could not be taken away.
        let room = width.saturating_sub(1);
        loop {
            let parts = count.iter().chain(&speed).chain(&reason).map(String::as_str);
            let text = parts.collect::<Vec<_>>().join(" · ");
            if text.width() <= room || speed.pop().is_none() {
                let mut used = 0;
                return Some(
                    text.chars()
                        .take_while(|letter| {
                            used += letter.width().unwrap_or_default();
                            used <= room
                        })
                        .collect(),
                );
            }
        }
    }

    fn count(&self, spent: Duration) -> String {
        let amount = |count: u64| match self.unit {
            Unit::Items => grouped(count),
            Unit::Bytes => size(count),
            Unit::Time => span(spent.as_secs()),
        };
        match self.total {
            _ if self.unit == Unit::Time => format!("{}, {}", self.label, amount(0)),
            Some(total) if total >= self.done && total > 0 => {
                let percent = self.done.saturating_mul(100) / total;
                format!("{}: {} of {} ({percent} %)", self.label, amount(self.done), amount(total))
            }
            _ => format!("{}: {}", self.label, amount(self.done)),
        }
    }

    /// Returns how fast it goes, and how long it will take.
    fn speed(&self, spent: Duration) -> Vec<String> {
        let milliseconds = u64::try_from(spent.as_millis()).unwrap_or(u64::MAX).max(1);
        let per_second = self.done.saturating_mul(1000) / milliseconds;
        if per_second == 0 {
            return Vec::new();
        }
        let mut parts = vec![match self.unit {
            Unit::Items | Unit::Time => format!("{}/s", grouped(per_second)),
            Unit::Bytes => format!("{}/s", size(per_second)),
        }];
        if let Some(left) = self.total.and_then(|total| total.checked_sub(self.done)).filter(|left| *left > 0)
        {
            parts.push(format!("{} left", span(left.div_ceil(per_second))));
        }
        parts
    }
}

/// Takes the line away before data is written, if that goes to the terminal too. It stays where
/// the data goes elsewhere: taken away page by page it would hardly be seen.
pub(crate) fn clear_for_data() {
    if io::stdout().is_terminal() {
        clear();
    }
}

/// Takes the line away, if there is one: before something else is written to the terminal.
pub(crate) fn clear() {
    if IS_SHOWN.swap(false, Ordering::Relaxed) {
        let mut err = io::stderr().lock();
        let _ = err.write_all(b"\r\x1b[K");
        let _ = err.flush();
    }
}

/// Says what is waited for.
fn reason(wait: Wait, lasted: Duration) -> String {
    // Nobody wants to read that a second has zero seconds.
    let lasted_for = match lasted.as_secs() {
        0 => String::new(),
        seconds => format!(", {}", span(seconds)),
    };
    let left = |pause: Duration| {
        let left = pause.saturating_sub(lasted);
        span(left.as_secs() + u64::from(left.subsec_nanos() > 0))
    };
    match wait {
        Wait::Budget => format!("waiting for the rate limit{lasted_for}"),
        Wait::Token => format!("fetching a token{lasted_for}"),
        Wait::TokenOfAnother => format!("somebody else fetches a token{lasted_for}"),
        Wait::Answered { status, pause, is_asked_for } => {
            let left = left(pause);
            match is_asked_for {
                true => format!("HTTP {}, the appliance asks to wait, {left}", status.as_u16()),
                false => format!("HTTP {}, again in {left}", status.as_u16()),
            }
        }
        Wait::Failed { pause } => format!("no answer, again in {}", left(pause)),
        _ => format!("waiting{lasted_for}"),
    }
}

/// Writes a number with a comma after each thousand.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn size(bytes: u64) -> String {
    let tenths = |unit: u64| (bytes / unit, bytes % unit * 10 / unit);
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        1_000_000..1_000_000_000 => {
            let (whole, tenths) = tenths(1_000_000);
            format!("{whole}.{tenths} MB")
        }
        _ => {
            let (whole, tenths) = tenths(1_000_000_000);
            format!("{whole}.{tenths} GB")
        }
    }
}

fn span(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min {:02} s", seconds / 60, seconds % 60),
        _ => format!("{} h {:02} min", seconds / 3600, seconds % 3600 / 60),
    }
}

fn now() -> Duration {
    SystemClock.monotonic()
}

#[cfg(unix)]
fn width() -> usize {
    let size = rustix::termios::tcgetwinsize(io::stderr()).map(|size| usize::from(size.ws_col));
    size.ok().filter(|width| *width > 0).unwrap_or(80)
}

#[cfg(not(unix))]
fn width() -> usize {
    80
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[track_caller]
    fn check(state: &State, seconds: u32, expected: &str) {
        let line = state.line(SECOND * seconds, 100);
        assert_eq!(line.unwrap_or_else(|| "nothing".to_owned()), expected);
    }

    fn list(done: u64, total: Option<u64>) -> State {
        State { label: "user".to_owned(), done, total, ..State::default() }
    }

    #[test]
    fn the_line_tells_amount_speed_and_time() {
        check(&list(12_300, Some(100_000)), 10, "user: 12,300 of 100,000 (12 %) · 1,230/s · 1 min 12 s left");
        check(&list(1_234_567, None), 10, "user: 1,234,567 · 123,456/s");
        check(&list(0, None), 10, "user: 0");
        check(&list(7, Some(7)), 1, "user: 7 of 7 (100 %) · 7/s");
        let file = State { unit: Unit::Bytes, ..list(52_428_800, Some(5_000_000_000)) };
        check(&file, 10, "user: 52.4 MB of 5.0 GB (1 %) · 5.2 MB/s · 15 min 44 s left");
        check(&State { unit: Unit::Time, ..list(0, None) }, 75, "user, 1 min 15 s");
    }

    #[test]
    fn what_is_quick_shows_nothing() {
        check(&list(5, None), 0, "nothing");
        check(&State::default(), 10, "nothing");
    }

    #[test]
    fn the_line_tells_what_is_waited_for_once_it_lasts() {
        let waiting = |wait| State { waits: vec![(wait, SECOND * 7)], ..State::default() };
        check(&waiting(Wait::Budget), 7, "nothing");
        check(&waiting(Wait::Budget), 10, "waiting for the rate limit, 3 s");
        check(&waiting(Wait::TokenOfAnother), 10, "somebody else fetches a token, 3 s");
        check(&waiting(Wait::Token), 10, "fetching a token, 3 s");
        let asked =
            Wait::Answered { status: StatusCode::TOO_MANY_REQUESTS, pause: SECOND * 90, is_asked_for: true };
        check(&waiting(asked), 10, "HTTP 429, the appliance asks to wait, 1 min 27 s");
        check(&waiting(Wait::Failed { pause: SECOND * 4 }), 10, "no answer, again in 1 s");
        check(&waiting(Wait::Failed { pause: SECOND * 3 + SECOND / 5 }), 10, "no answer, again in 1 s");
        let just_now = State { waits: vec![(Wait::Token, SECOND * 9 + SECOND / 2)], ..State::default() };
        check(&just_now, 10, "fetching a token");
    }

    #[test]
    fn a_line_is_never_wrapped() {
        assert_eq!(list(5, None).line(SECOND, 6).as_deref(), Some("user:"));
        let waiting = State { waits: vec![(Wait::Budget, Duration::ZERO)], ..list(50, Some(99)) };
        let line = |width| waiting.line(SECOND * 2, width).unwrap();
        assert_eq!(line(80), "user: 50 of 99 (50 %) · 25/s · 2 s left · waiting for the rate limit, 2 s");
        assert_eq!(line(70), "user: 50 of 99 (50 %) · 25/s · waiting for the rate limit, 2 s");
        assert_eq!(line(60), "user: 50 of 99 (50 %) · waiting for the rate limit, 2 s");
        let wide = State { label: "東京.csv".to_owned(), ..list(5, None) };
        assert_eq!(wide.line(SECOND, 6).as_deref(), Some("東京."));
        assert_eq!(wide.line(SECOND, 5).as_deref(), Some("東京"));
        assert_eq!(wide.line(SECOND, 4).as_deref(), Some("東"));
    }

    #[test]
    fn without_a_terminal_there_is_none() {
        let silent = Progress::start(false);
        silent.begin("x", Unit::Items);
        silent.begins(Wait::Budget);
        assert!(!silent.is_shown());
    }
}
