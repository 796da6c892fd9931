//! Where names and meanings of the Configuration API cannot be told from its specification, each
//! with its reason.
//!
//! An entry that matches nothing does no harm: the resource it is about may have gone.

/// First steps of paths that say nothing: what stands below them has a name of its own.
pub(super) const SILENT_PREFIXES: [&str; 1] = ["jump-item"];

/// Under a silent prefix every step but these two ends in this word; theirs gets it, too.
pub(super) const SILENT_SUFFIX: &str = "-jump";

/// Schemas that are called otherwise than their type, by the name in the specification.
pub(super) const TYPES: [(&str, &str); 2] = [
    // Only the body of a copy: the name says nothing of it.
    ("JumpItem", "CopyJumpItem"),
    // An answer of that name exists, and this is the list entry that has the short name.
    ("ProvisionUser", "ProvisionUsers"),
];

/// Enums whose plain name would be clumsy or taken, by schema and field.
pub(super) const ENUMS: [(&str, &str, &str); 7] = [
    // What everybody writes: `Protocol::Ssh`.
    ("ShellJumpItem", "protocol", "Protocol"),
    // Two unrelated sets are called `role`.
    ("TeamUser", "role", "TeamRole"),
    ("VaultAccountUser", "role", "VaultAccountRole"),
    // Its owner is a part of a longer story.
    ("AccountInjectableJumpItem", "type", "JumpItemType"),
    // `ApproveJumpApprovalAnswer` is what the appliance answers.
    ("ApproveJumpApproval", "answer", "JumpApprovalDecision"),
    ("JumpAuthorizationRequest", "state", "JumpAuthorizationState"),
    ("NetworkTunnelJumpItemFilterRule", "protocol", "IpProtocol"),
];

/// Fields and parameters that identify a resource which their name does not spell out: start of
/// the schema's name (empty: anywhere), field, resource.
pub(super) const IDS: [(&str, &str, &str); 23] = [
    // Below `/vault` and in memberships the word `vault` is left out.
    ("", "account_id", "vault-account"),
    ("", "account_group_id", "vault-account-group"),
    // The endpoints of automation and those of the Vault are different things.
    ("EndpointAutomation", "endpoint_id", "endpoint-automation-endpoint"),
    ("CreateEndpointAutomation", "endpoint_ids", "endpoint-automation-endpoint"),
    ("EndpointAutomation", "resource_ids", "endpoint-automation-resource"),
    ("CreateEndpointAutomation", "resource_ids", "endpoint-automation-resource"),
    ("EndpointAutomationMinimalResource", "id", "endpoint-automation-resource"),
    ("RemoteRdpJumpItem", "endpoint_id", "vault-endpoint"),
    ("VaultLocalAccount", "endpoint_id", "vault-endpoint"),
    ("GET /jump-item/remote-rdp", "endpoint_id", "vault-endpoint"),
    ("GET /vault/account", "endpoint_id", "vault-endpoint"),
    // Candidates of an endpoint are RDP Jump Items.
    ("RemoteRdpCandidate", "id", "remote-rdp-jump"),
    ("VaultEndpointRemoteRdpJumpItemAssociation", "id", "remote-rdp-jump"),
    // Requests for approval are the resource `/jump-approval`.
    ("ApproveJumpApproval", "id", "jump-approval"),
    ("JumpAuthorizationRequest", "id", "jump-approval"),
    // The lists of an association hold shared Jump Groups.
    ("AccountJumpItemAssociationCriteria", "shared_jump_groups", "jump-group"),
    ("", "shared_jump_group_id", "jump-group"),
    // Who looks after a vendor is a user, and which teams it may join are teams.
    ("Vendor", "administrator_ids", "user"),
    ("UserGroupPolicyChanges", "added", "group-policy"),
    ("UserGroupPolicyChanges", "removed", "group-policy"),
    // In a pair with a kind the number alone identifies nothing.
    ("AccountInjectableJump", "id", ""),
    ("", "jump_item_id", ""),
    // The certificate authority that signs is an account itself.
    ("VaultX509ClientAccount", "parent_x509", "vault-account"),
];

/// Fields that identify something only together: number, kind, name of the enum, name of the
/// accessor; for the schemas whose name starts with the last (empty: all).
pub(super) const PAIRS: [(&str, &str, &str, &str, &str); 3] = [
    ("jump_group_id", "jump_group_type", "JumpGroupRef", "jump_group", ""),
    ("jump_item_id", "jump_item_type", "JumpItemRef", "jump_item", ""),
    ("id", "type", "JumpItemRef", "jump_item", "AccountInjectableJump"),
];

/// The kinds of Jump Groups: the group of a person is known by the person.
pub(super) const JUMP_GROUP_KINDS: [(&str, &str); 2] = [("shared", "jump-group"), ("personal", "user")];

/// Optional fields that the tests leave out, as they exclude others or cannot be changed: schema,
/// whether only when changing, fields.
pub(super) const UNTRIED: [(&str, bool, &[&str]); 3] = [
    // They belong to other kinds of tunnels.
    ("ProtocolTunnelJumpItem", false, &["username", "database", "url", "ca_certificates"]),
    // A member is a user or a group.
    ("GroupPolicyMember", false, &["distinguished_name", "group_name"]),
    // What a Jumpoint runs on is settled.
    ("Jumpoint", true, &["platform", "clustered"]),
];
