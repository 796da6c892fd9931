//! Of whom and of what a report is.

use std::borrow::Cow;
use std::fmt;

use bt_sra_xml_model::{Lsid, RepresentativeId, VaultAccountId};

use crate::Window;

/// Which sessions a report is of. Made from a [`Window`], an [`Lsid`], or several of these.
///
/// ```
/// use bt_sra_reporting::model::Lsid;
/// use bt_sra_reporting::{Sessions, Window};
///
/// # let time = bt_sra_core::Timestamp::from_second(1_700_000_000).unwrap();
/// let since: Sessions = Window::ended_since(time).into();
/// let one: Sessions = Lsid::new("0123456789abcdef0123456789abcdef").into();
/// let several: Sessions = ["a1", "b2"].map(Lsid::new).into();
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Sessions {
    /// Those of a window of time.
    In(Window),
    /// One.
    One(Lsid),
    /// These, of which there must be at least one. Many are asked for in several requests.
    These(Vec<Lsid>),
}

impl From<Window> for Sessions {
    fn from(window: Window) -> Self {
        Self::In(window)
    }
}

impl From<Lsid> for Sessions {
    fn from(lsid: Lsid) -> Self {
        Self::One(lsid)
    }
}

impl From<&Lsid> for Sessions {
    fn from(lsid: &Lsid) -> Self {
        Self::One(lsid.clone())
    }
}

impl From<Vec<Lsid>> for Sessions {
    fn from(lsids: Vec<Lsid>) -> Self {
        Self::These(lsids)
    }
}

impl From<&[Lsid]> for Sessions {
    fn from(lsids: &[Lsid]) -> Self {
        Self::These(lsids.to_vec())
    }
}

impl<const N: usize> From<[Lsid; N]> for Sessions {
    fn from(lsids: [Lsid; N]) -> Self {
        Self::These(lsids.into())
    }
}

/// Which surveys a report is of. Made from an [`Lsid`] or several, or by [`Surveys::within`].
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Surveys {
    /// Those of a window of time, of one or of all.
    In(Window, Whose),
    /// Those of a session.
    One(Lsid),
    /// Those of these sessions, of which there must be at least one.
    These(Vec<Lsid>),
}

impl Surveys {
    /// Those of a window of time, of one or of all.
    #[must_use]
    pub fn within(window: Window, whose: Whose) -> Self {
        Self::In(window, whose)
    }
}

impl From<Lsid> for Surveys {
    fn from(lsid: Lsid) -> Self {
        Self::One(lsid)
    }
}

impl From<&[Lsid]> for Surveys {
    fn from(lsids: &[Lsid]) -> Self {
        Self::These(lsids.to_vec())
    }
}

impl<const N: usize> From<[Lsid; N]> for Surveys {
    fn from(lsids: [Lsid; N]) -> Self {
        Self::These(lsids.into())
    }
}

impl From<&Lsid> for Surveys {
    fn from(lsid: &Lsid) -> Self {
        Self::One(lsid.clone())
    }
}

impl From<Vec<Lsid>> for Surveys {
    fn from(lsids: Vec<Lsid>) -> Self {
        Self::These(lsids)
    }
}

/// Whose surveys are asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Whose {
    /// Everybody's.
    All,
    /// Those of the one with this id; of what it is the id, [`SurveyBy`] says.
    Id(u64),
}

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Id(id) => id.fmt(f),
        }
    }
}

/// By what surveys are asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SurveyBy {
    /// By representative.
    Rep,
    /// By something else; the list of words that was published is not complete.
    Other(Cow<'static, str>),
}

impl fmt::Display for SurveyBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rep => "rep",
            Self::Other(word) => word,
        })
    }
}

/// By what the statistics of Remote Support are grouped.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SummaryBy {
    /// By representative.
    Rep,
    /// By team.
    Team,
    /// By public site.
    Site,
}

impl fmt::Display for SummaryBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rep => "rep",
            Self::Team => "team",
            Self::Site => "site",
        })
    }
}

/// Whose sessions of Remote Support are asked for. That there is such a filter is documented; its
/// values are inferred from the one of the Vault.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SessionFilter {
    /// Everybody's.
    All,
    /// Those of a representative.
    Rep(RepresentativeId),
    /// In the words of the API.
    Other(Cow<'static, str>),
}

impl fmt::Display for SessionFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Rep(id) => write!(f, "rep:{id}"),
            Self::Other(words) => f.write_str(words),
        }
    }
}

/// Which activity of the Vault is asked for. It is documented of Remote Support; that Privileged
/// Remote Access takes the same is inferred.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum VaultFilter {
    /// All, as without a filter. That the word is taken is not confirmed.
    All,
    /// That of a user.
    Rep(RepresentativeId),
    /// That on an account of the Vault.
    Account(VaultAccountId),
    /// In the words of the API.
    Other(Cow<'static, str>),
}

impl fmt::Display for VaultFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Rep(id) => write!(f, "rep:{id}"),
            Self::Account(id) => write!(f, "account:{id}"),
            Self::Other(words) => f.write_str(words),
        }
    }
}

/// How long an interval of `LicenseUsage` is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum LicenseInterval {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A month.
    Month,
}

impl fmt::Display for LicenseInterval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Month => "month",
        })
    }
}
