// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! The Configuration API of Privileged Remote Access. Start with [`Config`].

mod api_account;
mod config;
mod endpoint_automation_job;
mod group_policy;
mod ids;
mod jump_approval;
mod jump_client;
mod jump_group;
mod jump_item_role;
mod jump_policy;
mod jumpoint;
mod mysql_tunnel_jump;
mod network_tunnel_jump;
mod protocol_tunnel_jump;
mod psql_tunnel_jump;
mod remote_rdp_jump;
mod security_provider;
mod shared;
mod team;
mod user;
mod vault_account;
mod vault_account_group;
mod vendor;
mod web_jump;

pub use self::api_account::{ApiAccounts, ApiAccountList, ApiAccount};
pub use self::config::Config;
pub use self::endpoint_automation_job::{
    EndpointAutomationJobs, NewEndpointAutomationJob, NewEndpointAutomationJobPayload,
};
pub use self::group_policy::{
    GroupPolicies, GroupPolicyList, GroupPolicyJumpGroups, GroupPolicyJumpGroupList,
    GroupPolicy, NewGroupPolicy, GroupPolicyPatch, GroupPolicyJumpGroup,
    NewGroupPolicyJumpGroup, GroupPolicyAccessPermStatus,
};
pub use self::ids::{
    JumpApprovalId, MySqlTunnelJumpId, NetworkTunnelJumpId, ProtocolTunnelJumpId,
    PsqlTunnelJumpId, VendorId, WebJumpId,
};
pub use self::jump_approval::{
    JumpApprovals, JumpApprovalList, ApproveJumpApproval, ApproveJumpApprovalAnswer,
    JumpAuthorizationRequest, RequestJumpApproval, RequestJumpApprovalAnswer,
    JumpApprovalDecision, JumpAuthorizationState,
};
pub use self::jump_client::{
    JumpClients, JumpClientList, JumpClientInstallers, JumpClientInstallerList,
    NewJumpClientInstaller, JumpClient, JumpClientPatch, JumpClientInstaller,
    JumpClientEndpointAgreementPolicy,
};
pub use self::jump_group::{
    JumpGroups, JumpGroupList, JumpGroupUsers, JumpGroupUserList, JumpGroup,
    NewJumpGroup, JumpGroupPatch, JumpGroupUser, NewJumpGroupUser, JumpGroupUserPatch,
};
pub use self::jump_item_role::{JumpItemRoles, JumpItemRoleList, JumpItemRole};
pub use self::jump_policy::{
    JumpPolicies, JumpPolicyList, JumpPolicy, NewJumpPolicy, JumpPolicyPatch,
    JumpPolicyApprovalApproverScope, JumpPolicyApprovalScope,
};
pub use self::jumpoint::{
    Jumpoints, JumpointList, IpRange, Jumpoint, NewJumpoint, JumpointPatch,
};
pub use self::mysql_tunnel_jump::{
    MySqlTunnelJumps, MySqlTunnelJumpList, MySqlTunnelJump, NewMySqlTunnelJump,
    MySqlTunnelJumpPatch,
};
pub use self::network_tunnel_jump::{
    NetworkTunnelJumps, NetworkTunnelJumpList, NetworkTunnelJump, NewNetworkTunnelJump,
    NetworkTunnelJumpPatch, NetworkTunnelJumpFilterRule,
    NetworkTunnelJumpFilterRuleIpAddressCidr, NetworkTunnelJumpFilterRuleIpAddressList,
    NetworkTunnelJumpFilterRuleIpAddressRange,
    NetworkTunnelJumpFilterRuleIpAddressRangeRange,
    NetworkTunnelJumpFilterRuleIpAddresses, NetworkTunnelJumpFilterRulePortList,
    NetworkTunnelJumpFilterRulePortRange, NetworkTunnelJumpFilterRulePortRangeRange,
    NetworkTunnelJumpFilterRulePorts, IpProtocol,
};
pub use self::protocol_tunnel_jump::{
    ProtocolTunnelJumps, ProtocolTunnelJumpList, ProtocolTunnelJump,
    NewProtocolTunnelJump, ProtocolTunnelJumpPatch, ProtocolTunnelJumpTunnelType,
};
pub use self::psql_tunnel_jump::{
    PsqlTunnelJumps, PsqlTunnelJumpList, PostgreSqlTunnelJump, NewPostgreSqlTunnelJump,
    PostgreSqlTunnelJumpPatch,
};
pub use self::remote_rdp_jump::{
    RemoteRdpJumps, RemoteRdpJumpList, RemoteRdpJump, NewRemoteRdpJump,
    RemoteRdpJumpPatch, RemoteRdpJumpSecureAppType,
};
pub use self::security_provider::{
    SecurityProviders, SecurityProviderList, KerberosSecurityProvider,
    LdapSecurityProvider, LocalSecurityProvider, RadiusSecurityProvider,
    SamlSecurityProvider, SamlSecurityProviderPatch, ScimSecurityProvider,
    SecurityProvider, SecurityProviderDetails, LdapSecurityProviderEncryption,
    SamlSecurityProviderSsoUrlProtocolBinding, ScimSecurityProviderScimGroupQueryId,
    ScimSecurityProviderScimUserQueryId, SecurityProviderType,
};
pub use self::shared::{
    AccountInjectableJumpItem, AccountJumpItemAssociation,
    AccountJumpItemAssociationPatch, JumpItemRef, JumpItemType,
};
pub use self::team::{Teams, TeamList, Team, NewTeam, TeamPatch};
pub use self::user::{
    Users, UserList, UserGroupPoliciesList, User, NewUser, UserPatch,
    UserGroupPolicyChanges, UserPermAccessAllowed,
};
pub use self::vault_account::{
    VaultAccounts, VaultAccountList, VaultAccountJumpItemAssociation,
    VaultAccountJumpItemAssociationJumpItems, NewAccountJumpItemAssociation,
    NewVaultAccount, VaultAccountPatch, VaultAccount, VaultAccountDetails,
    VaultX509ClientAccount, NewVaultX509ClientAccount, VaultX509ClientAccountPatch,
    VaultX509GeneratedCaAccount, NewVaultX509GeneratedCaAccount,
    VaultX509GeneratedCaAccountPatch, VaultX509ImportedCaAccount,
    NewVaultX509ImportedCaAccount, VaultX509ImportedCaAccountPatch, CertDigestAlgorithm,
    KeyAlgorithm, VaultAccountType, VaultX509ClientAccountTtl,
    VaultX509ClientAccountType, VaultX509GeneratedCaAccountTtl,
    VaultX509ImportedCaAccountType,
};
pub use self::vault_account_group::{
    VaultAccountGroups, VaultAccountGroupJumpItemAssociation,
    VaultAccountGroupJumpItemAssociationJumpItems,
};
pub use self::vendor::{
    Vendors, VendorList, VendorUsers, VendorUserList, Vendor, NewVendor, VendorPatch,
    VendorUser, NewVendorUser, VendorUserPatch,
};
pub use self::web_jump::{
    WebJumps, WebJumpList, WebJump, NewWebJump, WebJumpPatch, WebJumpUsernameFormat,
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
