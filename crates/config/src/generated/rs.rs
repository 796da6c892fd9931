// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! The Configuration API of Remote Support. Start with [`Config`].

mod api_account;
mod config;
mod endpoint_automation_job;
mod group_policy;
mod ids;
mod jump_client;
mod jump_group;
mod jump_item_role;
mod jump_policy;
mod jumpoint;
mod public_portal;
mod remote_rdp_jump;
mod rep_status;
mod security_provider;
mod shared;
mod team;
mod user;
mod vault_account;
mod vault_account_group;

pub use self::api_account::{ApiAccounts, ApiAccountList, ApiAccount};
pub use self::config::Config;
pub use self::endpoint_automation_job::{
    EndpointAutomationJobs, NewEndpointAutomationJob, EndpointAutomationPayload,
};
pub use self::group_policy::{
    GroupPolicies, GroupPolicyList, GroupPolicyJumpGroups, GroupPolicyJumpGroupList,
    GroupPolicy, NewGroupPolicy, GroupPolicyPatch, GroupPolicyJumpGroup,
    NewGroupPolicyJumpGroup, GroupPolicyRepPermStatus,
};
pub use self::ids::{PublicPortalId, RepStatusId};
pub use self::jump_client::{
    JumpClients, JumpClientList, JumpClientInstallers, JumpClientInstallerList,
    NewJumpClientInstaller, JumpClient, JumpClientPatch, JumpClientInstaller,
    CustomerClientStartMode,
};
pub use self::jump_group::{
    JumpGroups, JumpGroupList, JumpGroupUsers, JumpGroupUserList, JumpGroup,
    NewJumpGroup, JumpGroupPatch, JumpGroupUser, NewJumpGroupUser, JumpGroupUserPatch,
};
pub use self::jump_item_role::{JumpItemRoles, JumpItemRoleList, JumpItemRole};
pub use self::jump_policy::{
    JumpPolicies, JumpPolicyList, JumpPolicy, NewJumpPolicy, JumpPolicyPatch,
};
pub use self::jumpoint::{Jumpoints, JumpointList, Jumpoint, NewJumpoint, JumpointPatch};
pub use self::public_portal::{PublicPortals, PublicPortalList, PublicPortal};
pub use self::remote_rdp_jump::{
    RemoteRdpJumps, RemoteRdpJumpList, RemoteRdpJump, NewRemoteRdpJump,
    RemoteRdpJumpPatch,
};
pub use self::rep_status::{
    RepStatuses, RepStatusList, RepStatus, NewRepStatus, RepStatusPatch,
    RepStatusDisplayAs,
};
pub use self::security_provider::{
    SecurityProviders, SecurityProviderList, OidcSecurityProvider,
    SamlForPublicPortalsSecurityProvider, SecurityProvider, SecurityProviderDetails,
    SamlForPublicPortalsSecurityProviderSsoUrlProtocolBinding, SecurityProviderType,
};
pub use self::shared::{
    AccountInjectableJumpItem, AccountJumpItemAssociation,
    AccountJumpItemAssociationPatch, JumpItemRef, JumpItemType, PermSupportAllowed,
};
pub use self::team::{Teams, TeamList, Team, NewTeam, TeamPatch, TeamPublicPortalId};
pub use self::user::{Users, UserList, UserGroupPoliciesList, User, UserPatch};
pub use self::vault_account::{
    VaultAccounts, VaultAccountList, VaultAccountJumpItemAssociation,
    VaultAccountJumpItemAssociationJumpItems, NewAccountJumpItemAssociation,
    NewVaultAccount, VaultAccountPatch, VaultAccount, VaultAccountDetails,
    VaultAccountType,
};
pub use self::vault_account_group::{
    VaultAccountGroups, VaultAccountGroupJumpItemAssociation,
    VaultAccountGroupJumpItemAssociationJumpItems,
};
pub use super::common::{
    AccountJumpGroupAssociationResponse, AccountJumpItemAssociationCriteria,
    AccountJumpItemAssociationFilterType, ApiAccountId, ApiAccountPermCommand,
    AwsSecretKeyValue, CliPlatform, ConnectionType, CopyJumpItem, CopyJumpItemResponse,
    EndpointAutomationEndpoint, EndpointAutomationEndpointId,
    EndpointAutomationEndpointList, EndpointAutomationEndpoints, EndpointAutomationJob,
    EndpointAutomationJobExecution, EndpointAutomationJobExecutionList,
    EndpointAutomationJobId, EndpointAutomationJobList, EndpointAutomationJobPayload,
    EndpointAutomationMinimalResource, EndpointAutomationResource,
    EndpointAutomationResourceId, EndpointAutomationResourceList,
    EndpointAutomationResources, EndpointAutomationScript, EndpointAutomationScriptId,
    EndpointAutomationScriptList, EndpointAutomationScriptResourceList,
    EndpointAutomationScripts, GroupPolicyId, GroupPolicyJumpoint,
    GroupPolicyJumpointList, GroupPolicyJumpoints, GroupPolicyMember,
    GroupPolicyMemberId, GroupPolicyMemberList, GroupPolicyMembers, GroupPolicyTeam,
    GroupPolicyTeamList, GroupPolicyTeams, GroupPolicyVaultAccount,
    GroupPolicyVaultAccountGroup, GroupPolicyVaultAccountGroupList,
    GroupPolicyVaultAccountGroups, GroupPolicyVaultAccountList, GroupPolicyVaultAccounts,
    JumpClientId, JumpClientInstallMode, JumpClientInstallerId,
    JumpClientInstallerKeyInfo, JumpClientInstallerPlatform, JumpClientUnavailableReason,
    JumpGroupId, JumpGroupRef, JumpGroupType, JumpItemRoleId, JumpPolicyId,
    JumpPolicySimultaneousJumps, JumpPolicySimultaneousJumpsRdp, JumpointId,
    JumpointJzpClientAddressRestrictionsType, JumpointNode, JumpointNodeList,
    JumpointPlatform, JumpointUser, JumpointUserList, JumpointUsers,
    NewEndpointAutomationScript, NewGroupPolicyMember, NewGroupPolicyTeam,
    NewGroupPolicyVaultAccount, NewGroupPolicyVaultAccountGroup, NewRemoteVncJump,
    NewShellJump, NewTeamUser, NewVaultAccountGroup, NewVaultAccountGroupUser,
    NewVaultAccountPolicy, NewVaultAccountUser, NewVaultSshAccount, NewVaultTokenAccount,
    NewVaultUsernamePasswordAccount, OperatingSystem, Protocol, RemoteRdpCandidate,
    RemoteRdpJumpId, RemoteRdpJumpQuality, RemoteVncJump, RemoteVncJumpId,
    RemoteVncJumpList, RemoteVncJumpPatch, RemoteVncJumps, Schedule, ScheduleEntry,
    SecurityProviderId, SessionPolicies, SessionPolicy, SessionPolicyId,
    SessionPolicyList, ShellJump, ShellJumpId, ShellJumpList, ShellJumpPatch,
    ShellJumpTerminal, ShellJumps, TeamId, TeamRole, TeamUser, TeamUserList,
    TeamUserPatch, TeamUsers, UserId, UserPermEndpointAutomation,
    UserPermViewSupportReports, UserPermViewVaultReports, VaultAccountCredential,
    VaultAccountCredentialType, VaultAccountGroup, VaultAccountGroupAccount,
    VaultAccountGroupAccountList, VaultAccountGroupAccounts, VaultAccountGroupId,
    VaultAccountGroupJumpItemAssociationSharedJumpGroups, VaultAccountGroupList,
    VaultAccountGroupPatch, VaultAccountGroupUser, VaultAccountGroupUserList,
    VaultAccountGroupUserPatch, VaultAccountGroupUsers, VaultAccountId,
    VaultAccountJumpItemAssociationSharedJumpGroups, VaultAccountPolicies,
    VaultAccountPolicy, VaultAccountPolicyId, VaultAccountPolicyList,
    VaultAccountPolicyPatch, VaultAccountRole, VaultAccountUser, VaultAccountUserList,
    VaultAccountUserPatch, VaultAccountUsers, VaultAwsSecretAccount,
    VaultAwsSecretAccountPatch, VaultAwsSecretAccountType, VaultDomainAccount,
    VaultDomainAccountType, VaultEndpoint, VaultEndpointId, VaultEndpointList,
    VaultEndpointRemoteRdpJumpItemCandidatesList, VaultEndpoints, VaultLocalAccount,
    VaultLocalAccountType, VaultPasswordSafeAccount, VaultPasswordSafeAccountType,
    VaultSshAccount, VaultSshAccountPatch, VaultSshAccountType, VaultTokenAccount,
    VaultTokenAccountPatch, VaultTokenAccountType, VaultUsernamePasswordAccount,
    VaultUsernamePasswordAccountPatch, VaultUsernamePasswordAccountType,
};
