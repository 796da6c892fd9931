//! What whoever runs a server should hear of.

use std::fmt;

use bt_sra_core::is_unseen;

/// Something that whoever runs a server should hear of. It holds no secret.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// What happened, on one line.
    pub text: String,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum NoticeKind {
    /// Somebody was refused: a wrong secret, a foreign address. If it was an appliance, its queue
    /// stands still until that is mended.
    Refused,
    /// A body that is no event was put aside.
    DeadLetter,
    /// An event could not be stored; the appliance keeps it and sends it again.
    NotStored,
    /// An event came again.
    Duplicate,
    /// There was more to do than fits.
    Busy,
    /// A ticket ID was decided on.
    Decided,
    /// A decision could not be delivered.
    NotDelivered,
    /// Nobody has decided, so it was denied.
    Undecided,
    /// Somebody has logged in to the page, or tried to.
    Login,
}

impl Notice {
    pub(super) fn new(kind: NoticeKind, text: impl Into<String>) -> Self {
        Self { kind, text: plain(&text.into()) }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Hears of what happens.
pub trait Observer: fmt::Debug + Send + Sync {
    /// Takes note. It must not block.
    fn notice(&self, notice: &Notice);
}

/// Hears nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Observer for Quiet {
    fn notice(&self, _notice: &Notice) {}
}

/// Puts foreign text on one line, without what could play with a terminal.
pub(super) fn plain(text: &str) -> String {
    let seen = text.chars().filter(|character| !is_unseen(*character));
    seen.map(|character| if character.is_control() { ' ' } else { character }).collect()
}

/// Returns an error and its causes on one line.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !text.ends_with(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = error.source();
    }
    text
}
