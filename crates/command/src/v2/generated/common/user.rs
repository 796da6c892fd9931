// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! User.

use bt_sra_core::Timestamp;
use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use http::Method;
use serde::{Deserialize, Serialize};
use super::UserId;

/// Users: `/user`.
#[derive(Clone, Debug)]
pub struct Users {
    pub(crate) scope: Scope,
}

impl Users {
    /// Lists Users.
    ///
    /// `GET /user`
    pub fn list(&self) -> Call<Vec<User>> {
        static OPERATION: Operation = Operation::new(
            "user list",
            "/api/command/v2/user",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[])
    }
    /// Logs a user out of the console.
    ///
    /// `POST /user/{id}/logout`
    pub fn logout(&self, id: UserId) -> Call<()> {
        static OPERATION: Operation = Operation::new(
            "user logout",
            "/api/command/v2/user/{id}/logout",
            Repeat::Never,
        );
        self.scope.call(&OPERATION, Method::POST, &[&id])
    }
}

/// A User, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct User {
    /// The id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub id: Option<UserId>,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<UserType>,
    /// The display name: 1 to 64 characters.
    pub display_name: Option<String>,
    /// The logged in since.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub logged_in_since: Option<Timestamp>,
    /// The session count.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub session_count: Option<i64>,
}

/// The user type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum UserType {
    /// `normal`.
    Normal,
    /// `invited`.
    Invited,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl UserType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Normal => "normal",
            Self::Invited => "invited",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for UserType {
    fn from(text: &str) -> Self {
        match text {
            "normal" => Self::Normal,
            "invited" => Self::Invited,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::text_enums! {
    UserType,
}
