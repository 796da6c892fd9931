// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Config.

use bt_sra_transport::{Operation, Pipeline, Repeat};
use bt_sra_transport::api::{Download, Raw};
use bt_sra_transport::api::scope::Scope;
use bytes::Bytes;
use http::Method;
use super::{
    ApiAccounts, CliPlatform, EndpointAutomationEndpoints, EndpointAutomationJobs,
    EndpointAutomationResources, EndpointAutomationScripts, GroupPolicies, JumpClients,
    JumpGroups, JumpItemRoles, JumpPolicies, Jumpoints, PublicPortals, RemoteRdpJumps,
    RemoteVncJumps, RepStatuses, SecurityProviders, SessionPolicies, ShellJumps, Teams,
    Users, VaultAccountGroups, VaultAccountPolicies, VaultAccounts, VaultEndpoints,
};

/// The Configuration API of Remote Support, version 1.10.
///
/// Made from a [`Pipeline`]; clones share it.
#[derive(Clone, Debug)]
pub struct Config {
    scope: Scope,
}

impl Config {
    /// Takes the way to the appliance.
    #[must_use]
    pub fn new(pipeline: Pipeline) -> Self {
        Self {
            scope: Scope::new(pipeline),
        }
    }
    /// Calls what is not typed: `path` hangs below `/api/config/v1`, every step of it encoded as it has to be; `body` is JSON.
    pub fn raw<N: Into<String>, V: Into<String>>(
        &self,
        method: Method,
        path: &str,
        query: impl IntoIterator<Item = (N, V)>,
        body: Option<Bytes>,
    ) -> Raw {
        self.scope.raw("/api/config/v1", method, path, query, body)
    }
    /// API Accounts.
    #[must_use]
    pub fn api_accounts(&self) -> ApiAccounts {
        ApiAccounts {
            scope: self.scope.clone(),
        }
    }
    /// Endpoint Automation Endpoints.
    #[must_use]
    pub fn endpoint_automation_endpoints(&self) -> EndpointAutomationEndpoints {
        EndpointAutomationEndpoints {
            scope: self.scope.clone(),
        }
    }
    /// Endpoint Automation Jobs.
    #[must_use]
    pub fn endpoint_automation_jobs(&self) -> EndpointAutomationJobs {
        EndpointAutomationJobs {
            scope: self.scope.clone(),
        }
    }
    /// Endpoint Automation Resources.
    #[must_use]
    pub fn endpoint_automation_resources(&self) -> EndpointAutomationResources {
        EndpointAutomationResources {
            scope: self.scope.clone(),
        }
    }
    /// Endpoint Automation Scripts.
    #[must_use]
    pub fn endpoint_automation_scripts(&self) -> EndpointAutomationScripts {
        EndpointAutomationScripts {
            scope: self.scope.clone(),
        }
    }
    /// Group Policies.
    #[must_use]
    pub fn group_policies(&self) -> GroupPolicies {
        GroupPolicies {
            scope: self.scope.clone(),
        }
    }
    /// Jump Clients.
    #[must_use]
    pub fn jump_clients(&self) -> JumpClients {
        JumpClients {
            scope: self.scope.clone(),
        }
    }
    /// Jump Groups.
    #[must_use]
    pub fn jump_groups(&self) -> JumpGroups {
        JumpGroups {
            scope: self.scope.clone(),
        }
    }
    /// Jump Item Roles.
    #[must_use]
    pub fn jump_item_roles(&self) -> JumpItemRoles {
        JumpItemRoles {
            scope: self.scope.clone(),
        }
    }
    /// Jump Policies.
    #[must_use]
    pub fn jump_policies(&self) -> JumpPolicies {
        JumpPolicies {
            scope: self.scope.clone(),
        }
    }
    /// Jumpoints.
    #[must_use]
    pub fn jumpoints(&self) -> Jumpoints {
        Jumpoints {
            scope: self.scope.clone(),
        }
    }
    /// Public Portals.
    #[must_use]
    pub fn public_portals(&self) -> PublicPortals {
        PublicPortals {
            scope: self.scope.clone(),
        }
    }
    /// Remote RDP Jumps.
    #[must_use]
    pub fn remote_rdp_jumps(&self) -> RemoteRdpJumps {
        RemoteRdpJumps {
            scope: self.scope.clone(),
        }
    }
    /// Remote VNC Jumps.
    #[must_use]
    pub fn remote_vnc_jumps(&self) -> RemoteVncJumps {
        RemoteVncJumps {
            scope: self.scope.clone(),
        }
    }
    /// Rep Statuses.
    #[must_use]
    pub fn rep_statuses(&self) -> RepStatuses {
        RepStatuses {
            scope: self.scope.clone(),
        }
    }
    /// Security Providers.
    #[must_use]
    pub fn security_providers(&self) -> SecurityProviders {
        SecurityProviders {
            scope: self.scope.clone(),
        }
    }
    /// Session Policies.
    #[must_use]
    pub fn session_policies(&self) -> SessionPolicies {
        SessionPolicies {
            scope: self.scope.clone(),
        }
    }
    /// Shell Jumps.
    #[must_use]
    pub fn shell_jumps(&self) -> ShellJumps {
        ShellJumps {
            scope: self.scope.clone(),
        }
    }
    /// Teams.
    #[must_use]
    pub fn teams(&self) -> Teams {
        Teams { scope: self.scope.clone() }
    }
    /// Users.
    #[must_use]
    pub fn users(&self) -> Users {
        Users { scope: self.scope.clone() }
    }
    /// Vault Accounts.
    #[must_use]
    pub fn vault_accounts(&self) -> VaultAccounts {
        VaultAccounts {
            scope: self.scope.clone(),
        }
    }
    /// Vault Account Groups.
    #[must_use]
    pub fn vault_account_groups(&self) -> VaultAccountGroups {
        VaultAccountGroups {
            scope: self.scope.clone(),
        }
    }
    /// Vault Account Policies.
    #[must_use]
    pub fn vault_account_policies(&self) -> VaultAccountPolicies {
        VaultAccountPolicies {
            scope: self.scope.clone(),
        }
    }
    /// Vault Endpoints.
    #[must_use]
    pub fn vault_endpoints(&self) -> VaultEndpoints {
        VaultEndpoints {
            scope: self.scope.clone(),
        }
    }
    /// Downloads `cli`.
    ///
    /// `GET /cli/{platform}`
    pub fn cli(&self, platform: CliPlatform) -> Download {
        static OPERATION: Operation = Operation::new(
            "cli",
            "/api/config/v1/cli/{platform}",
            Repeat::Safe,
        );
        self.scope.download(&OPERATION, &[&platform])
    }
    /// Downloads `openapi.yaml`.
    ///
    /// `GET /openapi.yaml`
    pub fn openapi_yaml(&self) -> Download {
        static OPERATION: Operation = Operation::new(
            "openapi-yaml",
            "/api/config/v1/openapi.yaml",
            Repeat::Safe,
        );
        self.scope.download(&OPERATION, &[])
    }
}
