// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Shared.

use bt_sra_transport::api::wire;
use serde::{Deserialize, Serialize};
use super::{JumpGroupId, UserId};

/// An Account Jump Item Association Criteria, as it is answered and sent.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AccountJumpItemAssociationCriteria {
    /// The shared jump groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared_jump_groups: Option<Vec<JumpGroupId>>,
    /// The host: up to 32 items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<Vec<String>>,
    /// The name: up to 32 items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Vec<String>>,
    /// The tag: up to 32 items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<Vec<String>>,
    /// The comment: up to 32 items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<Vec<String>>,
}

impl AccountJumpItemAssociationCriteria {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the shared jump groups.
    #[must_use]
    pub fn shared_jump_groups(
        mut self,
        shared_jump_groups: impl IntoIterator<Item = JumpGroupId>,
    ) -> Self {
        self.shared_jump_groups = Some(shared_jump_groups.into_iter().collect());
        self
    }
    /// Sets the host: up to 32 items.
    #[must_use]
    pub fn host(mut self, host: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.host = Some(host.into_iter().map(Into::into).collect());
        self
    }
    /// Sets the name: up to 32 items.
    #[must_use]
    pub fn name(mut self, name: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.name = Some(name.into_iter().map(Into::into).collect());
        self
    }
    /// Sets the tag: up to 32 items.
    #[must_use]
    pub fn tag(mut self, tag: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tag = Some(tag.into_iter().map(Into::into).collect());
        self
    }
    /// Sets the comment: up to 32 items.
    #[must_use]
    pub fn comment(
        mut self,
        comment: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.comment = Some(comment.into_iter().map(Into::into).collect());
        self
    }
}

/// A Copy Jump Item Response, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CopyJumpItemResponse {
    /// The action.
    pub action: Option<String>,
    /// The success.
    pub success: Option<String>,
    /// The dest id.
    #[serde(rename = "destId", default, deserialize_with = "wire::value_or_empty")]
    pub dest_id: Option<i64>,
}

/// What is sent for `CopyJumpItem`.
#[derive(Clone, Debug, Serialize)]
pub struct CopyJumpItem {
    jump_group_id: i64,
    jump_group_type: String,
    name: String,
}

impl CopyJumpItem {
    /// Takes what must be there.
    pub fn new(name: impl Into<String>, jump_group: impl Into<JumpGroupRef>) -> Self {
        let jump_group = jump_group.into();
        Self {
            jump_group_id: jump_group.id(),
            jump_group_type: jump_group.kind().to_owned(),
            name: name.into(),
        }
    }
}

/// Identifies a Jump Group, shared or personal: its number means something only with its kind.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpGroupRef {
    /// `shared`.
    Shared(JumpGroupId),
    /// `personal`.
    Personal(UserId),
    /// A kind that this version of the crate does not know.
    Other {
        /// The kind.
        kind: String,
        /// The number.
        id: i64,
    },
}

impl JumpGroupRef {
    /// Takes a kind, as it is on the wire, and a number.
    #[must_use]
    pub fn new(kind: &str, id: i64) -> Self {
        match kind {
            "shared" => Self::Shared(JumpGroupId::new(id)),
            "personal" => Self::Personal(UserId::new(id)),
            other => {
                Self::Other {
                    kind: other.to_owned(),
                    id,
                }
            }
        }
    }
    /// Returns the kind, as it is on the wire.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self {
            Self::Shared(_) => "shared",
            Self::Personal(_) => "personal",
            Self::Other { kind, .. } => kind,
        }
    }
    /// Returns the number.
    #[must_use]
    pub fn id(&self) -> i64 {
        match self {
            Self::Shared(id) => id.get(),
            Self::Personal(id) => id.get(),
            Self::Other { id, .. } => *id,
        }
    }
}

impl From<JumpGroupId> for JumpGroupRef {
    fn from(id: JumpGroupId) -> Self {
        Self::Shared(id)
    }
}

/// The account jump item association filter type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AccountJumpItemAssociationFilterType {
    /// `any_jump_items`.
    AnyJumpItems,
    /// `no_jump_items`.
    NoJumpItems,
    /// `criteria`.
    Criteria,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl AccountJumpItemAssociationFilterType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::AnyJumpItems => "any_jump_items",
            Self::NoJumpItems => "no_jump_items",
            Self::Criteria => "criteria",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for AccountJumpItemAssociationFilterType {
    fn from(text: &str) -> Self {
        match text {
            "any_jump_items" => Self::AnyJumpItems,
            "no_jump_items" => Self::NoJumpItems,
            "criteria" => Self::Criteria,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The jump group type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpGroupType {
    /// `shared`.
    Shared,
    /// `personal`.
    Personal,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpGroupType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Shared => "shared",
            Self::Personal => "personal",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpGroupType {
    fn from(text: &str) -> Self {
        match text {
            "shared" => Self::Shared,
            "personal" => Self::Personal,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The operating system.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum OperatingSystem {
    /// `Windows`.
    Windows,
    /// `Linux`.
    Linux,
    /// `Mac`.
    Mac,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl OperatingSystem {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Windows => "Windows",
            Self::Linux => "Linux",
            Self::Mac => "Mac",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for OperatingSystem {
    fn from(text: &str) -> Self {
        match text {
            "Windows" => Self::Windows,
            "Linux" => Self::Linux,
            "Mac" => Self::Mac,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    CopyJumpItemResponse,
}

bt_sra_transport::api::text_enums! {
    AccountJumpItemAssociationFilterType,
    JumpGroupType,
    OperatingSystem,
}
