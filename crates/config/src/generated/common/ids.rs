// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Ids.

bt_sra_core::id_types! {
    /// Identifies an API Account.
    ApiAccountId,
    /// Identifies an Endpoint Automation Endpoint.
    EndpointAutomationEndpointId,
    /// Identifies an Endpoint Automation Job.
    EndpointAutomationJobId,
    /// Identifies an Endpoint Automation Resource.
    EndpointAutomationResourceId,
    /// Identifies an Endpoint Automation Script.
    EndpointAutomationScriptId,
    /// Identifies a Group Policy.
    GroupPolicyId,
    /// Identifies a Group Policy Member.
    GroupPolicyMemberId,
    /// Identifies a Jump Client.
    JumpClientId,
    /// Identifies a Jump Client Installer.
    JumpClientInstallerId,
    /// Identifies a Jump Group.
    JumpGroupId,
    /// Identifies a Jump Item Role.
    JumpItemRoleId,
    /// Identifies a Jump Policy.
    JumpPolicyId,
    /// Identifies a Jumpoint.
    JumpointId,
    /// Identifies a Remote RDP Jump.
    RemoteRdpJumpId,
    /// Identifies a Remote VNC Jump.
    RemoteVncJumpId,
    /// Identifies a Security Provider.
    SecurityProviderId,
    /// Identifies a Session Policy.
    SessionPolicyId,
    /// Identifies a Shell Jump.
    ShellJumpId,
    /// Identifies a Team.
    TeamId,
    /// Identifies a User.
    UserId,
    /// Identifies a Vault Account.
    VaultAccountId,
    /// Identifies a Vault Account Group.
    VaultAccountGroupId,
    /// Identifies a Vault Account Policy.
    VaultAccountPolicyId,
    /// Identifies a Vault Endpoint.
    VaultEndpointId,
}
