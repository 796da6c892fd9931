//! The documents of the Reporting API (`/api/reporting`), of both products.
//!
//! | report | document | item |
//! |---|---|---|
//! | `AccessSession`, `SupportSession` | `session_list` | [`Session`] with its [`Event`]s |
//! | `AccessSessionListing`, `SupportSessionListing` | `session_summary_list` | [`ListedSession`] |
//! | `AccessSessionSummary`, `SupportSessionSummary` | `summary_list` | [`Record`] |
//! | `Team`, `SupportTeam` | `team_activity_list` | [`TeamActivity`] |
//! | `VaultAccountActivity` | `vault_account_activity_list` | [`VaultAccountActivity`] |
//! | `SupportCustExitSurvey`, `SupportRepExitSurvey` | `exit_survey_list` | [`ExitSurvey`] |
//! | `LicenseUsage` | [`LicenseUsage`] | |
//! | `ArchiveListing` | `archives` | [`ListedArchive`] |
//! | `Archive` | [`ArchiveState`], or lines of [`ArchiveEvent`] | |
//! | `PresentationSession`, `PresentationSessionListing`, `JumpItem` | any | [`Record`] |
//!
//! The others are videos and ZIP files. [`REPORTS`] is all of them as data.
//!
//! A report may be longer than memory is wide: an [`Item`] is read by itself, and [`Items`] is for
//! documents that are known to be small. Only what makes an item one must be there: an
//! identifier, a time, a type. Where a part has a form that no source knows, it is none, and as it was
//! in `extra`; but a session with an end that is no time is refused, as it would seem to be running.
//! A part that is blank, or says `xsi:nil`, is absent.

mod address;
mod archive;
mod archive_listing;
mod event;
mod event_type;
mod items;
mod license;
mod listing;
mod participant;
mod record;
mod report_type;
mod session;
mod survey;
mod system_information;
mod team;
mod vault;
pub mod views;

pub use address::{Address, AddressKind, Elapsed};
pub use archive::{ArchiveEvent, ArchiveEventType, ArchiveRecord, ArchiveState, ArchiveTable, StateEntry};
pub use archive_listing::{EventArchive, ListedArchive, StateArchive};
pub use event::{Actor, Event, EventData, EventFile, EventValue};
pub use event_type::{ActorType, EventType};
pub use items::{Item, Items};
pub use license::{GroupBy, LicenseUsage};
pub use listing::ListedSession;
pub use participant::{Customer, CustomerInfo, Primary, Representative, known};
pub use record::Record;
pub use report_type::{
    Evidence, Inside, REPORTS, ReportContent, ReportNeed, ReportParameter, ReportParameterKind, ReportType,
    Standing, WindowUse,
};
pub use session::{
    JumpGroup, JumpGroupType, Jumpoint, PublicSite, Recording, Session, SessionType, SurveyPointer,
};
pub use survey::{ExitSurvey, Submitter, SubmitterType, SurveyQuestion, lines};
pub use system_information::{SystemCategory, SystemField, SystemInformation, SystemRow};
pub use team::TeamActivity;
pub use vault::{VaultAccountActivity, VaultActor, VaultActorType, VaultEventType};

#[cfg(test)]
mod tests;
