// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Jump Policy.

use bt_sra_transport::api::wire;
use serde::{Deserialize, Serialize};

/// A Schedule, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Schedule {
    /// The timezone.
    pub timezone: Option<String>,
    /// The entries.
    pub entries: Option<Vec<ScheduleEntry>>,
}

/// A Schedule Entry, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ScheduleEntry {
    /// The start day: 0 to 6.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub start_day: Option<i64>,
    /// The start time: of the form `^\d\d:\d\d$`.
    pub start_time: Option<String>,
    /// The end day: 0 to 6.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub end_day: Option<i64>,
    /// The end time: of the form `^\d\d:\d\d$`.
    pub end_time: Option<String>,
}

/// The jump policy simultaneous jumps.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpPolicySimultaneousJumps {
    /// `global`.
    Global,
    /// `join`.
    Join,
    /// `disallow`.
    Disallow,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpPolicySimultaneousJumps {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Global => "global",
            Self::Join => "join",
            Self::Disallow => "disallow",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpPolicySimultaneousJumps {
    fn from(text: &str) -> Self {
        match text {
            "global" => Self::Global,
            "join" => Self::Join,
            "disallow" => Self::Disallow,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The jump policy simultaneous jumps rdp.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpPolicySimultaneousJumpsRdp {
    /// `global`.
    Global,
    /// `new_session`.
    NewSession,
    /// `disallow`.
    Disallow,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpPolicySimultaneousJumpsRdp {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Global => "global",
            Self::NewSession => "new_session",
            Self::Disallow => "disallow",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpPolicySimultaneousJumpsRdp {
    fn from(text: &str) -> Self {
        match text {
            "global" => Self::Global,
            "new_session" => Self::NewSession,
            "disallow" => Self::Disallow,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    Schedule,
}

bt_sra_transport::api::text_enums! {
    JumpPolicySimultaneousJumps,
    JumpPolicySimultaneousJumpsRdp,
}
