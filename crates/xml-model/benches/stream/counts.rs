//! What every reader must find.

use std::fmt;
use std::hint::black_box;
use std::str::FromStr;

use bt_sra_xml_model::report;

use crate::session;

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Counts {
    pub(crate) sessions: usize,
    pub(crate) events: usize,
    /// Names with values.
    pub(crate) values: usize,
    /// Bytes of all bodies.
    pub(crate) bodies: usize,
}

impl Counts {
    /// Counts a session of ours, of which nothing may be left over.
    pub(crate) fn add(&mut self, session: &report::Session) {
        let session = black_box(session);
        assert!(session.extra.is_empty());
        self.sessions += 1;
        self.events += session.events.len();
        for event in &session.events {
            assert!(event.extra.is_empty());
            self.values += event.data.len();
            self.bodies += event.body.as_ref().map_or(0, |body| body.len());
        }
    }

    /// Counts a session by hand.
    pub(crate) fn add_plain(&mut self, session: &session::Session) {
        let session = black_box(session);
        assert!(session.extra.is_empty());
        self.sessions += 1;
        self.events += session.events.len();
        for event in &session.events {
            self.values += event.data.len();
            self.bodies += event.body.as_ref().map_or(0, String::len);
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.sessions, self.events, self.values, self.bodies)
    }
}

impl FromStr for Counts {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers: Result<Vec<usize>, _> = text.split_whitespace().map(str::parse).collect();
        match numbers.as_deref() {
            Ok([sessions, events, values, bodies]) => {
                Ok(Self { sessions: *sessions, events: *events, values: *values, bodies: *bodies })
            }
            _ => Err(format!("no four counts: {text}")),
        }
    }
}
