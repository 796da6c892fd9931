// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Session Policy.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::scope::Scope;
use crate::{Find, List, Listing, Paged};
use serde::{Deserialize, Serialize};
use super::SessionPolicyId;

/// Session Policies: `/session-policy`.
#[derive(Clone, Debug)]
pub struct SessionPolicies {
    pub(crate) scope: Scope,
}

impl SessionPolicies {
    /// Lists Session Policies.
    ///
    /// `GET /session-policy`
    pub fn list(&self) -> List<SessionPolicyList> {
        static OPERATION: Operation = Operation::new(
            "session-policy list",
            "/api/config/v1/session-policy",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Finds a Session Policy by its `display_name`: none, one or several.
    pub fn find_by_display_name(
        &self,
        display_name: impl Into<String>,
    ) -> Find<SessionPolicyList> {
        let display_name: String = display_name.into();
        self.list().find_by(display_name, |item| item.display_name.as_deref())
    }
    /// Finds a Session Policy by its `code_name`: none, one or several.
    pub fn find_by_code_name(
        &self,
        code_name: impl Into<String>,
    ) -> Find<SessionPolicyList> {
        let code_name: String = code_name.into();
        self.list().find_by(code_name, |item| item.code_name.as_deref())
    }
}

/// The list of `/session-policy`.
#[derive(Clone, Copy, Debug)]
pub enum SessionPolicyList {}

impl Listing for SessionPolicyList {
    type Item = SessionPolicy;
    const PAGED: bool = true;
}

impl Paged for SessionPolicyList {}

/// A Session Policy, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SessionPolicy {
    /// The id.
    pub id: SessionPolicyId,
    /// The display name: 1 to 255 characters.
    pub display_name: Option<String>,
    /// The code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    pub code_name: Option<String>,
    /// The description: up to 1024 characters.
    pub description: Option<String>,
}
