// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Vault Endpoint.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::Call;
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::One;
use crate::{Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{RemoteRdpJumpId, VaultEndpointId};

/// Vault Endpoints: `/vault/endpoint`.
#[derive(Clone, Debug)]
pub struct VaultEndpoints {
    pub(crate) scope: Scope,
}

impl VaultEndpoints {
    /// Lists Vault Endpoints.
    ///
    /// `GET /vault/endpoint`
    pub fn list(&self) -> List<VaultEndpointList> {
        static OPERATION: Operation = Operation::new(
            "vault-endpoint list",
            "/api/config/v1/vault/endpoint",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Calls `remote-rdp-jump-item-association` of a Vault Endpoint.
    ///
    /// `POST /vault/endpoint/{id}/remote-rdp-jump-item-association`
    pub fn remote_rdp_jump_item_association(
        &self,
        id: VaultEndpointId,
        remote_rdp_jump_id: RemoteRdpJumpId,
    ) -> Call<RemoteRdpCandidate> {
        static OPERATION: Operation = Operation::new(
            "vault-endpoint remote-rdp-jump-item-association",
            "/api/config/v1/vault/endpoint/{id}/remote-rdp-jump-item-association",
            Repeat::Never,
        );
        self.scope
            .call(&OPERATION, Method::POST, &[&id])
            .json(&One("id", remote_rdp_jump_id))
    }
    /// Lists the Remote RDP Jump Item Candidates of a Vault Endpoint.
    ///
    /// `GET /vault/endpoint/{id}/remote-rdp-jump-item-candidates`
    pub fn remote_rdp_jump_item_candidates(
        &self,
        id: VaultEndpointId,
    ) -> List<VaultEndpointRemoteRdpJumpItemCandidatesList> {
        static OPERATION: Operation = Operation::new(
            "vault-endpoint remote-rdp-jump-item-candidates",
            "/api/config/v1/vault/endpoint/{id}/remote-rdp-jump-item-candidates",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[&id])
    }
    /// Finds a Vault Endpoint by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<VaultEndpointList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| item.name.as_deref())
    }
}

/// The list of `/vault/endpoint`.
#[derive(Clone, Copy, Debug)]
pub enum VaultEndpointList {}

impl Listing for VaultEndpointList {
    type Item = VaultEndpoint;
    const MAY_BE_SINGLE: bool = true;
    const PAGED: bool = true;
}

impl Paged for VaultEndpointList {}

impl List<VaultEndpointList> {
    /// Keeps what has this `name`: 1 to 128 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
    /// Keeps what has this `hostname`: 1 to 128 characters.
    pub fn hostname(self, hostname: impl Into<String>) -> Self {
        self.with("hostname", Into::<String>::into(hostname))
    }
    /// Keeps what has this `description`: up to 1024 characters.
    pub fn description(self, description: impl Into<String>) -> Self {
        self.with("description", Into::<String>::into(description))
    }
    /// Keeps what has this `domain_name`: 1 to 255 characters.
    pub fn domain_name(self, domain_name: impl Into<String>) -> Self {
        self.with("domain_name", Into::<String>::into(domain_name))
    }
}

/// The list of `/vault/endpoint/{id}/remote-rdp-jump-item-candidates`.
#[derive(Clone, Copy, Debug)]
pub enum VaultEndpointRemoteRdpJumpItemCandidatesList {}

impl Listing for VaultEndpointRemoteRdpJumpItemCandidatesList {
    type Item = RemoteRdpCandidate;
}

/// A Remote RDP Candidate, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RemoteRdpCandidate {
    /// The id.
    pub id: RemoteRdpJumpId,
}

/// A Vault Endpoint, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultEndpoint {
    /// The id.
    pub id: VaultEndpointId,
    /// The name: 1 to 128 characters.
    pub name: Option<String>,
    /// The operating system.
    pub operating_system: Option<String>,
    /// The domain name: up to 128 characters.
    pub domain_name: Option<String>,
    /// The distinguished name.
    pub distinguished_name: Option<String>,
    /// The hostname: 1 to 128 characters.
    pub hostname: Option<String>,
    /// The description: up to 1024 characters.
    pub description: Option<String>,
}

bt_sra_transport::api::answers! {
    RemoteRdpCandidate,
}
