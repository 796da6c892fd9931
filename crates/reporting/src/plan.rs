//! How a long range is asked for in pieces.

use std::time::Duration;

use bt_sra_core::{Error, ErrorKind};

/// How a long range of time is asked for: in windows one after the other, the ones that fail in
/// halves.
///
/// No report has pages, and one over a long range takes an appliance so long that the connection
/// breaks. What a window has given before it broke is not given again.
///
/// Each window is a request, an empty one too, and an API account has 15,000 of them an hour: begin where
/// there is something.
///
/// ```no_run
/// use std::time::Duration;
///
/// use bt_sra_reporting::{Plan, Window, pra::Reporting};
///
/// # async fn example(reporting: Reporting, last_year: bt_sra_core::Timestamp) -> bt_sra_core::Result<()> {
/// let plan = Plan::days(7).least(Duration::from_secs(3600));
/// let mut sessions = reporting
///     .access_sessions(Window::started_since(last_year))
///     .with_deadline(Duration::from_secs(120))
///     .planned(plan)
///     .stream();
/// while let Some(session) = sessions.try_next().await? {
///     println!("{}", session.lsid);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use]
pub struct Plan {
    pub(crate) longest: Duration,
    pub(crate) least: Duration,
    pub(crate) repeats: u32,
    pub(crate) remembered: usize,
    words: Vec<String>,
}

impl Plan {
    /// How many items of a stretch are remembered unless it is said otherwise.
    pub const REMEMBERED: usize = 1_000_000;

    /// Asks for windows of at most that length. Windows in days have whole days, and one at least.
    pub fn new(longest: Duration) -> Self {
        Self {
            longest,
            least: Duration::from_secs(60),
            repeats: 2,
            remembered: Self::REMEMBERED,
            words: Vec::new(),
        }
    }

    /// Asks for windows of so many days.
    pub fn days(days: u32) -> Self {
        Self::new(Duration::from_secs(u64::from(days) * 86_400))
    }

    /// Sets how short a half may be: a minute, if nothing is said.
    pub fn least(mut self, least: Duration) -> Self {
        self.least = least;
        self
    }

    /// Sets how often a window is asked for again that breaks and cannot be halved: twice, if nothing
    /// is said. That is beside the [retries](crate::Report::with_retry) of each request, which end
    /// where an answer begins.
    pub fn repeats(mut self, repeats: u32) -> Self {
        self.repeats = repeats;
        self
    }

    /// Sets how many items of a window and of the one before are remembered, 16 bytes each, to know
    /// them when they come again. A window that has given more is not asked for again when it breaks.
    pub fn remembered(mut self, items: usize) -> Self {
        self.remembered = items;
        self
    }

    /// Halves a window too when the appliance refuses it in words that hold these, whatever their
    /// case: what an appliance says of a range that is too large is not known.
    pub fn halving_on(mut self, words: &str) -> Self {
        let words = words.trim().to_lowercase();
        if !words.is_empty() {
            self.words.push(words);
        }
        self
    }

    /// Returns whether less might go well: after a timeout, a broken answer, a failure of the
    /// appliance, a refusal for being too large.
    pub(crate) fn may_go_on(&self, error: &Error) -> bool {
        match error.kind() {
            ErrorKind::Timeout | ErrorKind::Interrupted => true,
            ErrorKind::Appliance => {
                let status = error.status().map_or(0, |status| status.as_u16());
                let said = error.appliance_message().unwrap_or_default().to_lowercase();
                status >= 500 || status == 413 || self.words.iter().any(|words| said.contains(words.as_str()))
            }
            _ => false,
        }
    }
}
