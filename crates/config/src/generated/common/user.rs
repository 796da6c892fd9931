// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! User.

/// The user perm endpoint automation.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum UserPermEndpointAutomation {
    /// `not_allowed`.
    NotAllowed,
    /// `user`.
    User,
    /// `administrator`.
    Administrator,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl UserPermEndpointAutomation {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::User => "user",
            Self::Administrator => "administrator",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for UserPermEndpointAutomation {
    fn from(text: &str) -> Self {
        match text {
            "not_allowed" => Self::NotAllowed,
            "user" => Self::User,
            "administrator" => Self::Administrator,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The user perm view support reports.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum UserPermViewSupportReports {
    /// `not_allowed`.
    NotAllowed,
    /// `user_sessions`.
    UserSessions,
    /// `all_sessions`.
    AllSessions,
    /// `team_sessions`.
    TeamSessions,
    /// `jump_group_sessions`.
    JumpGroupSessions,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl UserPermViewSupportReports {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::UserSessions => "user_sessions",
            Self::AllSessions => "all_sessions",
            Self::TeamSessions => "team_sessions",
            Self::JumpGroupSessions => "jump_group_sessions",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for UserPermViewSupportReports {
    fn from(text: &str) -> Self {
        match text {
            "not_allowed" => Self::NotAllowed,
            "user_sessions" => Self::UserSessions,
            "all_sessions" => Self::AllSessions,
            "team_sessions" => Self::TeamSessions,
            "jump_group_sessions" => Self::JumpGroupSessions,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The user perm view vault reports.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum UserPermViewVaultReports {
    /// `not_allowed`.
    NotAllowed,
    /// `view_user_events`.
    ViewUserEvents,
    /// `view_all_events`.
    ViewAllEvents,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl UserPermViewVaultReports {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::ViewUserEvents => "view_user_events",
            Self::ViewAllEvents => "view_all_events",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for UserPermViewVaultReports {
    fn from(text: &str) -> Self {
        match text {
            "not_allowed" => Self::NotAllowed,
            "view_user_events" => Self::ViewUserEvents,
            "view_all_events" => Self::ViewAllEvents,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::text_enums! {
    UserPermEndpointAutomation,
    UserPermViewSupportReports,
    UserPermViewVaultReports,
}
