//! Whom and what the actions are about: parameters that exclude each other, as enums.

use std::fmt;

use bt_sra_xml_model::{Lsid, RepresentativeId, TeamId};

/// A representative (RS).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Rep {
    /// By number.
    Id(RepresentativeId),
    /// By the name of the account. It must be the name of exactly one.
    Username(String),
}

impl From<RepresentativeId> for Rep {
    fn from(id: RepresentativeId) -> Self {
        Self::Id(id)
    }
}

impl fmt::Display for Rep {
    /// Writes `rep:7` or `rep_username:mira`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "rep:{id}"),
            Self::Username(name) => write!(f, "rep_username:{name}"),
        }
    }
}

/// Where a customer waits for a representative (RS).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Queue {
    /// The queue of all.
    General,
    /// The queue of a representative.
    Rep(Rep),
    /// The queue of a team.
    Team(TeamId),
    /// The queue of the team that an issue leads to, by the code name of the issue.
    Issue(String),
    /// The queue of an embassy, which older appliances have.
    Embassy(i64),
}

impl fmt::Display for Queue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::General => f.write_str("general"),
            Self::Rep(rep) => rep.fmt(f),
            Self::Team(team) => write!(f, "team:{team}"),
            Self::Issue(code_name) => write!(f, "issue:{code_name}"),
            Self::Embassy(id) => write!(f, "embassy:{id}"),
        }
    }
}

/// To whom a session is handed (RS).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum TransferTo {
    /// To a representative.
    Rep(Rep),
    /// To the queue of a team.
    Team(TeamId),
}

impl fmt::Display for TransferTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rep(rep) => rep.fmt(f),
            Self::Team(team) => write!(f, "team:{team}"),
        }
    }
}

/// Who leaves a session (RS).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Leaver {
    /// A representative.
    Rep(Rep),
    /// The customer.
    Customer,
    /// A representative and the customer.
    Both(Rep),
}

/// Where a message is said, and who seems to say it (RS).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Chat {
    /// In a session.
    Session(Lsid, SessionVoice),
    /// To a team.
    Team(TeamId, TeamVoice),
}

/// Who seems to say something in a session (RS).
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SessionVoice {
    /// The system.
    #[default]
    System,
    /// The customer.
    Customer,
    /// A representative. That one can be named by username is not confirmed.
    Rep(Rep),
}

/// Who seems to say something to a team (RS).
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum TeamVoice {
    /// The system, to all.
    #[default]
    System,
    /// A representative, to all. That one can be named by username is not confirmed.
    Rep(Rep),
    /// A representative, to another alone.
    Private {
        /// Who says it.
        from: Rep,
        /// Who reads it.
        to: Rep,
    },
}

/// The new part of an appliance in its failover pair.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum NewFailoverRole {
    /// It is to serve.
    Primary,
    /// It is to wait.
    Backup,
    /// It is to wait even if its peer cannot be reached, and then nobody serves.
    BackupByForce,
}

/// How soon a session is to be taken (RS).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Priority {
    /// First.
    High,
    /// As usual.
    Medium,
    /// Last.
    Low,
}

impl Priority {
    pub(crate) fn number(self) -> u8 {
        match self {
            Self::High => 1,
            Self::Medium => 2,
            Self::Low => 3,
        }
    }
}

/// Whom a virtual customer stands for (RS).
#[derive(Clone, Eq, PartialEq)]
pub struct Visitor {
    /// The name that representatives see.
    pub name: String,
    /// The public address.
    pub ip_address: std::net::IpAddr,
    /// The operating system.
    pub operating_system: String,
    /// The name of the computer.
    pub computer_name: String,
}

impl fmt::Debug for Visitor {
    /// Shows nothing of the person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Visitor").field("operating_system", &self.operating_system).finish_non_exhaustive()
    }
}

/// The kinds of connected clients that can be asked for. Jump Clients cannot: without a choice
/// their number is told beside the others.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ClientFilter {
    /// Consoles.
    Representative,
    /// Clients of customers; in PRA, of endpoints.
    SupportCustomer,
    /// Viewers of presentations.
    PresentationAttendee,
    /// Jumpoints.
    PushAgent,
}

impl fmt::Display for ClientFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Representative => "representative",
            Self::SupportCustomer => "support_customer",
            Self::PresentationAttendee => "presentation_attendee",
            Self::PushAgent => "push_agent",
        })
    }
}
