//! Remote Support.

use std::borrow::Cow;

use bt_sra_core::Product;
use bt_sra_transport::Pipeline;
use bt_sra_xml_model::report::{
    ExitSurvey, Item, LicenseUsage, ListedArchive, ListedSession, Record, ReportType, Session, TeamActivity,
    VaultAccountActivity,
};

use crate::handles::handle;
use crate::{Day, LicenseInterval, Report, Sessions, StartWindow, SummaryBy, SurveyBy, Surveys, Window};

handle!("Remote Support", Rs);

impl Reporting {
    /// Asks for sessions with all that happened in them, on all public sites of the appliance. Needs
    /// `perm_reporting_support`, as do all reports on sessions, surveys and teams.
    pub fn support_sessions(&self, sessions: impl Into<Sessions>) -> Report<Session> {
        self.named("SupportSession").counted(sessions)
    }

    /// Asks which sessions there are, and which have recordings.
    pub fn support_session_listing(&self, window: Window) -> Report<ListedSession> {
        self.named("SupportSessionListing").window(window)
    }

    /// Asks for statistics of sessions. What is in them is not documented.
    pub fn support_session_summary(&self, window: Window, by: SummaryBy) -> Report<Record> {
        self.named("SupportSessionSummary").window(window).set("report_type", by)
    }

    /// Asks what customers answered after sessions.
    pub fn customer_surveys(&self, surveys: impl Into<Surveys>, by: SurveyBy) -> Report<ExitSurvey> {
        self.surveys("SupportCustExitSurvey", surveys.into(), &by)
    }

    /// Asks what representatives answered after sessions.
    pub fn representative_surveys(&self, surveys: impl Into<Surveys>, by: SurveyBy) -> Report<ExitSurvey> {
        self.surveys("SupportRepExitSurvey", surveys.into(), &by)
    }

    /// Asks what went on in the chats of teams.
    pub fn team_activity(&self, window: Window) -> Report<TeamActivity> {
        self.named("SupportTeam").window(window)
    }

    /// Asks for the times at which at least 90 % of the licenses were in use; there is nothing on others.
    /// Needs `perm_reporting_license`.
    pub fn license_usage(&self, window: StartWindow, by: LicenseInterval) -> Report<LicenseUsage> {
        self.named("LicenseUsage").window(window).set("group_by", by)
    }

    /// Asks which archives there are of a day. Appliances keep them for seven active days. Needs
    /// `perm_reporting_archive`, and on the appliance the switch "Enable Archive API", which is not that
    /// of the XML API.
    pub fn archive_listing(&self, day: Day) -> Report<ListedArchive> {
        self.named("ArchiveListing").set("date", day)
    }

    /// Asks for presentations, which older appliances have. No source describes the answer.
    pub fn presentation_sessions(&self, sessions: impl Into<Sessions>) -> Report<Record> {
        self.named("PresentationSession").sessions(sessions)
    }

    /// Asks for presentations in short, which older appliances have. No source describes the answer.
    pub fn presentation_session_listing(&self, window: Window) -> Report<Record> {
        self.named("PresentationSessionListing").window(window)
    }

    fn surveys(&self, name: &'static str, surveys: Surveys, by: &SurveyBy) -> Report<ExitSurvey> {
        let report = self.named(name).set("report_type", by);
        match surveys {
            Surveys::In(window, whose) => report.window(window).set("id", whose),
            Surveys::One(lsid) => report.sessions(lsid),
            Surveys::These(lsids) => report.sessions(lsids),
        }
    }
}
