//! How a long range is asked for in pieces.

use std::time::Duration;

use bt_sra_core::{Error, ErrorKind};

/// How a long range of time is asked for: in windows one after the other, the ones that fail in
/// halves.
///
/// No report has pages, and one over a long range takes an appliance so long that the connection
/// breaks. What a window has given before it broke is not given again, and what lies on the border of
/// two windows comes once. Within a window items come in the order in which the appliance sorts them;
/// windows come from the oldest to the newest. A session that ran when it came is not given again if
/// it has ended until its window is asked for once more: ask for what has ended, by
/// [windows](crate::WindowBy) of that kind, to have every session as it ended.
///
/// Only items that can be told from others ([`Distinct`](crate::Distinct)) are asked for by plans:
/// sessions, listings, surveys, and the activity of the Vault. Statistics and what a team did are counted
/// for each window by itself, and those of several are not those of the whole.
///
/// Asked for in halves is what took too long, broke off, failed (5xx), or was too large by its status
/// (413, 414), with a rest before. An appliance that is not available (503), or says when to come again,
/// is asked for the same later. What it refuses in words ends the plan, unless
/// [`halving_on`](Plan::halving_on) or [`halving_refusals`](Plan::halving_refusals) say otherwise.
///
/// A window until now ends when the plan begins, as far as it is cut: the last piece reaches until the
/// moment in which it is asked for. The clock of this machine tells now.
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
    pub(crate) halves_refusals: bool,
    words: Vec<String>,
}

impl Plan {
    /// How many windows a plan may take; more are refused before anything is sent. Each is a request,
    /// and an API account has 15,000 of them an hour.
    pub const MOST_WINDOWS: u64 = 100_000;

    /// How many items of a stretch are remembered unless it is said otherwise.
    pub const REMEMBERED: usize = 100_000;

    /// Asks for windows of at most that length. Windows in days have whole days, and one at least. A plan
    /// of windows without a length, or of more than [`MOST_WINDOWS`](Self::MOST_WINDOWS), is not begun.
    pub fn new(longest: Duration) -> Self {
        Self {
            longest,
            least: Duration::from_secs(60),
            repeats: 2,
            remembered: Self::REMEMBERED,
            halves_refusals: false,
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

    /// Sets how many items of a window and of the one before are remembered, to know them when they come
    /// again: 100,000 of each, if nothing is said. Each takes some 60 to 110 bytes, so that these take up to
    /// some 20 MB. Of a window that has given more, what came first is forgotten
    /// ([`Progress::forgotten`](crate::Progress::forgotten)), and when it breaks it is not asked for again.
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

    /// Halves a window too, but not its halves, when the appliance refuses it in any words and has
    /// answered another window of the plan: then the account and the parameters are good, and it may be
    /// for its length. Without this, and but for [`halving_on`](Self::halving_on), a refusal in words ends
    /// the plan.
    pub fn halving_refusals(mut self) -> Self {
        self.halves_refusals = true;
        self
    }

    /// Returns what may help after an error.
    pub(crate) fn remedy(&self, error: &Error) -> Remedy {
        match error.kind() {
            // What was never sent, since the rate budget or a token was waited for, is not too long.
            ErrorKind::Timeout | ErrorKind::Interrupted if error.may_have_acted() => Remedy::Less,
            ErrorKind::Appliance => {
                let status = error.status().map_or(0, |status| status.as_u16());
                let said = error.appliance_message().unwrap_or_default().to_lowercase();
                match (status, error.retry_after()) {
                    (_, Some(span)) if span > PATIENCE => Remedy::None,
                    (503, span) => Remedy::Later(span.unwrap_or_default()),
                    (500.., Some(span)) => Remedy::Later(span),
                    (500.. | 413 | 414, _) => Remedy::Less,
                    _ if self.words.iter().any(|words| said.contains(words.as_str())) => Remedy::Less,
                    (200, _) => Remedy::PerhapsLess,
                    _ => Remedy::None,
                }
            }
            _ => Remedy::None,
        }
    }
}

/// How long an appliance is waited for that asks for patience.
const PATIENCE: Duration = Duration::from_secs(300);

/// What may help after an error.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Remedy {
    None,
    /// To ask for less: after a timeout, a broken answer, a failure of the appliance, a refusal for
    /// being too large.
    Less,
    /// The same, if it was refused for being too large, which nobody knows.
    PerhapsLess,
    /// To ask for the same later.
    Later(Duration),
}
