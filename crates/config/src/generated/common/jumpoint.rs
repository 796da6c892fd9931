// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Jumpoint.

use bt_sra_core::Timestamp;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::One;
use crate::{List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{JumpointId, UserId};

/// The list of `/jumpoint/{id}/node`.
#[derive(Clone, Copy, Debug)]
pub enum JumpointNodeList {}

impl Listing for JumpointNodeList {
    type Item = JumpointNode;
    const MAY_BE_SINGLE: bool = true;
}

/// Jumpoint Users: `/jumpoint/{id}/user`.
#[derive(Clone, Debug)]
pub struct JumpointUsers {
    pub(crate) scope: Scope,
}

impl JumpointUsers {
    /// Lists Jumpoint Users.
    ///
    /// `GET /jumpoint/{id}/user`
    pub fn list(&self) -> List<JumpointUserList> {
        static OPERATION: Operation = Operation::new(
            "jumpoint user list",
            "/api/config/v1/jumpoint/{id}/user",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Creates a Jumpoint User.
    ///
    /// `POST /jumpoint/{id}/user`
    pub fn create(&self, user_id: UserId) -> Call<JumpointUser> {
        static OPERATION: Operation = Operation::new(
            "jumpoint user create",
            "/api/config/v1/jumpoint/{id}/user",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[]).json(&One("user_id", user_id))
    }
    /// Reads a Jumpoint User.
    ///
    /// `GET /jumpoint/{id}/user/{user_id}`
    pub fn get(&self, user_id: UserId) -> Call<JumpointUser> {
        static OPERATION: Operation = Operation::new(
            "jumpoint user get",
            "/api/config/v1/jumpoint/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&user_id])
    }
    /// Deletes a Jumpoint User.
    ///
    /// `DELETE /jumpoint/{id}/user/{user_id}`
    pub fn delete(&self, user_id: UserId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "jumpoint user delete",
            "/api/config/v1/jumpoint/{id}/user/{user_id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::DELETE, &[&user_id])
    }
}

/// The list of `/jumpoint/{id}/user`.
#[derive(Clone, Copy, Debug)]
pub enum JumpointUserList {}

impl Listing for JumpointUserList {
    type Item = JumpointUser;
    const MAY_BE_SINGLE: bool = true;
    const PAGED: bool = true;
}

impl Paged for JumpointUserList {}

/// A Jumpoint Node, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JumpointNode {
    /// The id.
    pub id: JumpointId,
    /// The last connect timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_connect_timestamp: Option<Timestamp>,
    /// The last disconnect timestamp.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub last_disconnect_timestamp: Option<Timestamp>,
    /// The public ip: 1 to 45 characters.
    pub public_ip: Option<String>,
    /// The private ip: 1 to 45 characters.
    pub private_ip: Option<String>,
    /// The hostname: 1 to 255 characters.
    pub hostname: Option<String>,
}

/// A Jumpoint User, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JumpointUser {
    /// The user id.
    pub user_id: UserId,
}

/// The jumpoint jzp client address restrictions type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpointJzpClientAddressRestrictionsType {
    /// `no_restriction`.
    NoRestriction,
    /// `allow_all`.
    AllowAll,
    /// `deny_all`.
    DenyAll,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpointJzpClientAddressRestrictionsType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NoRestriction => "no_restriction",
            Self::AllowAll => "allow_all",
            Self::DenyAll => "deny_all",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpointJzpClientAddressRestrictionsType {
    fn from(text: &str) -> Self {
        match text {
            "no_restriction" => Self::NoRestriction,
            "allow_all" => Self::AllowAll,
            "deny_all" => Self::DenyAll,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The jumpoint platform.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum JumpointPlatform {
    /// `windows-x86`.
    WindowsX86,
    /// `linux-x86`.
    LinuxX86,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl JumpointPlatform {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::WindowsX86 => "windows-x86",
            Self::LinuxX86 => "linux-x86",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for JumpointPlatform {
    fn from(text: &str) -> Self {
        match text {
            "windows-x86" => Self::WindowsX86,
            "linux-x86" => Self::LinuxX86,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    JumpointUser,
}

bt_sra_transport::api::text_enums! {
    JumpointJzpClientAddressRestrictionsType,
    JumpointPlatform,
}
