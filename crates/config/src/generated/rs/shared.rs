// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Shared.

use bt_sra_transport::api::wire;
use serde::{Deserialize, Serialize, Serializer};
use super::{
    AccountJumpItemAssociationCriteria, AccountJumpItemAssociationFilterType,
    JumpClientId, RemoteRdpJumpId, ShellJumpId,
};

/// An Account Injectable Jump Item, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AccountInjectableJumpItem {
    /// The id.
    pub id: i64,
    /// The type.
    pub r#type: JumpItemType,
}

impl AccountInjectableJumpItem {
    /// Returns what `id` and `type` say together.
    #[must_use]
    pub fn jump_item(&self) -> JumpItemRef {
        JumpItemRef::new(self.r#type.as_str(), self.id)
    }
}

/// An Account Jump Item Association, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AccountJumpItemAssociation {
    /// The filter type.
    pub filter_type: AccountJumpItemAssociationFilterType,
    /// The criteria.
    pub criteria: Option<AccountJumpItemAssociationCriteria>,
    /// The jump items.
    pub jump_items: Option<Vec<AccountInjectableJumpItem>>,
}

/// What is to change in an Account Jump Item Association. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AccountJumpItemAssociationPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    filter_type: Option<AccountJumpItemAssociationFilterType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    criteria: Option<AccountJumpItemAssociationCriteria>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jump_items: Option<Vec<JumpItemRef>>,
}

impl AccountJumpItemAssociationPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the filter type.
    #[must_use]
    pub fn filter_type(
        mut self,
        filter_type: AccountJumpItemAssociationFilterType,
    ) -> Self {
        self.filter_type = Some(filter_type);
        self
    }
    /// Sets the criteria.
    #[must_use]
    pub fn criteria(mut self, criteria: AccountJumpItemAssociationCriteria) -> Self {
        self.criteria = Some(criteria);
        self
    }
    /// Sets the jump items.
    #[must_use]
    pub fn jump_items(
        mut self,
        jump_items: impl IntoIterator<Item = impl Into<JumpItemRef>>,
    ) -> Self {
        self.jump_items = Some(jump_items.into_iter().map(Into::into).collect());
        self
    }
}

/// Identifies a Jump Item of any kind: its number means something only with its kind.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpItemRef {
    /// `jump_client`.
    JumpClient(JumpClientId),
    /// `remote_rdp`.
    RemoteRdp(RemoteRdpJumpId),
    /// `shell_jump`.
    ShellJump(ShellJumpId),
    /// A kind that this version of the crate does not know.
    Other {
        /// The kind.
        kind: String,
        /// The number.
        id: i64,
    },
}

impl JumpItemRef {
    /// Takes a kind, as it is on the wire, and a number.
    #[must_use]
    pub fn new(kind: &str, id: i64) -> Self {
        match kind {
            "jump_client" => Self::JumpClient(JumpClientId::new(id)),
            "remote_rdp" => Self::RemoteRdp(RemoteRdpJumpId::new(id)),
            "shell_jump" => Self::ShellJump(ShellJumpId::new(id)),
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
            Self::JumpClient(_) => "jump_client",
            Self::RemoteRdp(_) => "remote_rdp",
            Self::ShellJump(_) => "shell_jump",
            Self::Other { kind, .. } => kind,
        }
    }
    /// Returns the number.
    #[must_use]
    pub fn id(&self) -> i64 {
        match self {
            Self::JumpClient(id) => id.get(),
            Self::RemoteRdp(id) => id.get(),
            Self::ShellJump(id) => id.get(),
            Self::Other { id, .. } => *id,
        }
    }
}

impl From<JumpClientId> for JumpItemRef {
    fn from(id: JumpClientId) -> Self {
        Self::JumpClient(id)
    }
}

impl From<RemoteRdpJumpId> for JumpItemRef {
    fn from(id: RemoteRdpJumpId) -> Self {
        Self::RemoteRdp(id)
    }
}

impl From<ShellJumpId> for JumpItemRef {
    fn from(id: ShellJumpId) -> Self {
        Self::ShellJump(id)
    }
}

impl Serialize for JumpItemRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        wire::pair(self.kind(), self.id(), serializer)
    }
}

/// The jump item type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpItemType {
    /// `jump_client`.
    JumpClient,
    /// `remote_rdp`.
    RemoteRdp,
    /// `shell_jump`.
    ShellJump,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpItemType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::JumpClient => "jump_client",
            Self::RemoteRdp => "remote_rdp",
            Self::ShellJump => "shell_jump",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpItemType {
    fn from(text: &str) -> Self {
        match text {
            "jump_client" => Self::JumpClient,
            "remote_rdp" => Self::RemoteRdp,
            "shell_jump" => Self::ShellJump,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The perm support allowed.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum PermSupportAllowed {
    /// `not_allowed`.
    NotAllowed,
    /// `full_support`.
    FullSupport,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl PermSupportAllowed {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::FullSupport => "full_support",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for PermSupportAllowed {
    fn from(text: &str) -> Self {
        match text {
            "not_allowed" => Self::NotAllowed,
            "full_support" => Self::FullSupport,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    AccountInjectableJumpItem,
    AccountJumpItemAssociation,
}

bt_sra_transport::api::text_enums! {
    JumpItemType,
    PermSupportAllowed,
}
