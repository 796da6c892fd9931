// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! What is the same in both products.

mod api_account;
mod config;
mod endpoint_automation_endpoint;
mod endpoint_automation_job;
mod endpoint_automation_resource;
mod endpoint_automation_script;
mod group_policy;
mod ids;
mod jump_client;
mod jump_policy;
mod jumpoint;
mod remote_rdp_jump;
mod remote_vnc_jump;
mod session_policy;
mod shared;
mod shell_jump;
mod team;
mod user;
mod vault_account;
mod vault_account_group;
mod vault_account_policy;
mod vault_endpoint;

pub use self::api_account::ApiAccountPermCommand;
pub use self::config::CliPlatform;
pub use self::endpoint_automation_endpoint::{
    EndpointAutomationEndpoints, EndpointAutomationEndpointList,
    EndpointAutomationEndpoint,
};
pub use self::endpoint_automation_job::{
    EndpointAutomationJobList, EndpointAutomationJobExecutionList, EndpointAutomationJob,
    EndpointAutomationJobExecution, EndpointAutomationJobPayload,
    EndpointAutomationMinimalResource,
};
pub use self::endpoint_automation_resource::{
    EndpointAutomationResources, EndpointAutomationResourceList,
    EndpointAutomationResource,
};
pub use self::endpoint_automation_script::{
    EndpointAutomationScripts, EndpointAutomationScriptList,
    EndpointAutomationScriptResourceList, EndpointAutomationScript,
    NewEndpointAutomationScript,
};
pub use self::group_policy::{
    GroupPolicyJumpoints, GroupPolicyJumpointList, GroupPolicyMembers,
    GroupPolicyMemberList, GroupPolicyTeams, GroupPolicyTeamList,
    GroupPolicyVaultAccounts, GroupPolicyVaultAccountList, GroupPolicyVaultAccountGroups,
    GroupPolicyVaultAccountGroupList, GroupPolicyJumpoint, GroupPolicyMember,
    NewGroupPolicyMember, GroupPolicyTeam, NewGroupPolicyTeam, GroupPolicyVaultAccount,
    NewGroupPolicyVaultAccount, GroupPolicyVaultAccountGroup,
    NewGroupPolicyVaultAccountGroup,
};
pub use self::ids::{
    ApiAccountId, EndpointAutomationEndpointId, EndpointAutomationJobId,
    EndpointAutomationResourceId, EndpointAutomationScriptId, GroupPolicyId,
    GroupPolicyMemberId, JumpClientId, JumpClientInstallerId, JumpGroupId,
    JumpItemRoleId, JumpPolicyId, JumpointId, RemoteRdpJumpId, RemoteVncJumpId,
    SecurityProviderId, SessionPolicyId, ShellJumpId, TeamId, UserId, VaultAccountId,
    VaultAccountGroupId, VaultAccountPolicyId, VaultEndpointId,
};
pub use self::jump_client::{
    JumpClientInstallerKeyInfo, ConnectionType, JumpClientInstallMode,
    JumpClientInstallerPlatform, JumpClientUnavailableReason,
};
pub use self::jump_policy::{
    Schedule, ScheduleEntry, JumpPolicySimultaneousJumps, JumpPolicySimultaneousJumpsRdp,
};
pub use self::jumpoint::{
    JumpointNodeList, JumpointUsers, JumpointUserList, JumpointNode, JumpointUser,
    JumpointJzpClientAddressRestrictionsType, JumpointPlatform,
};
pub use self::remote_rdp_jump::RemoteRdpJumpQuality;
pub use self::remote_vnc_jump::{
    RemoteVncJumps, RemoteVncJumpList, RemoteVncJump, NewRemoteVncJump,
    RemoteVncJumpPatch,
};
pub use self::session_policy::{SessionPolicies, SessionPolicyList, SessionPolicy};
pub use self::shared::{
    AccountJumpItemAssociationCriteria, CopyJumpItemResponse, CopyJumpItem, JumpGroupRef,
    AccountJumpItemAssociationFilterType, JumpGroupType, OperatingSystem,
};
pub use self::shell_jump::{
    ShellJumps, ShellJumpList, ShellJump, NewShellJump, ShellJumpPatch, Protocol,
    ShellJumpTerminal,
};
pub use self::team::{
    TeamUsers, TeamUserList, TeamUser, NewTeamUser, TeamUserPatch, TeamRole,
};
pub use self::user::{
    UserPermEndpointAutomation, UserPermViewSupportReports, UserPermViewVaultReports,
};
pub use self::vault_account::{
    VaultAccountJumpItemAssociationSharedJumpGroups, VaultAccountUsers,
    VaultAccountUserList, AwsSecretKeyValue, VaultAccountCredential, VaultAccountUser,
    NewVaultAccountUser, VaultAccountUserPatch, VaultAwsSecretAccount,
    VaultAwsSecretAccountPatch, VaultDomainAccount, VaultLocalAccount,
    VaultPasswordSafeAccount, VaultSshAccount, NewVaultSshAccount, VaultSshAccountPatch,
    VaultTokenAccount, NewVaultTokenAccount, VaultTokenAccountPatch,
    VaultUsernamePasswordAccount, NewVaultUsernamePasswordAccount,
    VaultUsernamePasswordAccountPatch, VaultAccountCredentialType, VaultAccountRole,
    VaultAwsSecretAccountType, VaultDomainAccountType, VaultLocalAccountType,
    VaultPasswordSafeAccountType, VaultSshAccountType, VaultTokenAccountType,
    VaultUsernamePasswordAccountType,
};
pub use self::vault_account_group::{
    VaultAccountGroupList, VaultAccountGroupAccounts, VaultAccountGroupAccountList,
    VaultAccountGroupJumpItemAssociationSharedJumpGroups, VaultAccountGroupUsers,
    VaultAccountGroupUserList, AccountJumpGroupAssociationResponse, VaultAccountGroup,
    NewVaultAccountGroup, VaultAccountGroupPatch, VaultAccountGroupAccount,
    VaultAccountGroupUser, NewVaultAccountGroupUser, VaultAccountGroupUserPatch,
};
pub use self::vault_account_policy::{
    VaultAccountPolicies, VaultAccountPolicyList, VaultAccountPolicy,
    NewVaultAccountPolicy, VaultAccountPolicyPatch,
};
pub use self::vault_endpoint::{
    VaultEndpoints, VaultEndpointList, VaultEndpointRemoteRdpJumpItemCandidatesList,
    RemoteRdpCandidate, VaultEndpoint,
};
