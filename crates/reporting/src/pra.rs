//! Privileged Remote Access.

use std::borrow::Cow;

use bt_sra_core::Product;
use bt_sra_transport::Pipeline;
use bt_sra_xml_model::report::{
    Item, ListedSession, Record, ReportType, Session, TeamActivity, VaultAccountActivity,
};

use crate::handles::handle;
use crate::{Report, Sessions, Window};

handle!("Privileged Remote Access", Pra);

impl Reporting {
    /// Asks for sessions with all that happened in them. Needs `perm_reporting_support`, as do all
    /// reports on sessions and teams.
    pub fn access_sessions(&self, sessions: impl Into<Sessions>) -> Report<Session> {
        self.named("AccessSession").counted(sessions)
    }

    /// Asks which sessions there are, and which have recordings.
    pub fn access_session_listing(&self, window: Window) -> Report<ListedSession> {
        self.named("AccessSessionListing").window(window)
    }

    /// Asks for statistics of sessions for each user. What is in them is not documented.
    pub fn access_session_summary(&self, window: Window) -> Report<Record> {
        self.named("AccessSessionSummary").window(window).set("report_type", "user")
    }

    /// Asks what went on in the chats of teams.
    pub fn team_activity(&self, window: Window) -> Report<TeamActivity> {
        self.named("Team").window(window)
    }
}
