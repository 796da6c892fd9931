//! The typed APIs: what each is made from, where it goes, and what of it no rule can tell.

use super::overrides;

/// A typed API of one product or of both.
#[derive(Debug)]
pub(crate) struct Target {
    /// The API, as the facts call it.
    pub(crate) api: &'static str,
    /// Where its code stands.
    pub(crate) folder: &'static str,
    /// Where the tests stand that call every operation, or with nothing to call, make its request.
    pub(crate) tests: &'static str,
    /// What people call it.
    pub(super) title: &'static str,
    /// The handle of the API itself.
    pub(super) handle: &'static str,
    /// Whether it keeps things: its lists come in pages, and things can be found, ensured and held.
    /// Elsewhere a list is an answer like any other, and what it shows is of one of several kinds.
    pub(super) is_managed: bool,
    /// Schemas that are called otherwise, by the name in the specification.
    pub(super) types: &'static [(&'static str, &'static str)],
    /// Enums that are called otherwise, by schema and field.
    pub(super) enums: &'static [(&'static str, &'static str, &'static str)],
    /// Fields and parameters that identify a resource which their name does not spell out: start
    /// of the schema's name (empty: anywhere), field, resource.
    pub(super) ids: &'static [(&'static str, &'static str, &'static str)],
    /// Identifiers that are texts, by the name in the specification; other crates have the types.
    pub(super) text_ids: &'static [(&'static str, &'static str)],
    /// Methods whose path does not say what they do: operation, name, and what the method does.
    pub(super) methods: &'static [(&'static str, &'static str, &'static str)],
    /// Whole numbers that are texts at some places, by field: both are read everywhere.
    pub(super) loose: &'static [&'static str],
    /// Schemas whose unknown members are kept.
    pub(super) open: &'static [&'static str],
    /// The member of an answer that holds what was asked for, where answers are wrapped.
    pub(super) envelope: Option<&'static str>,
}

/// The Configuration API.
pub(crate) const CONFIGURATION: Target = Target {
    api: "configuration",
    folder: "crates/config/src/generated",
    tests: "tests/it/config/generated",
    title: "Configuration API",
    handle: "Config",
    is_managed: true,
    types: &overrides::TYPES,
    enums: &overrides::ENUMS,
    ids: &overrides::IDS,
    text_ids: &[],
    methods: &[],
    loose: &[],
    open: &[],
    envelope: None,
};

/// The Command API in version 2.
pub(crate) const COMMAND_V2: Target = Target {
    api: "command",
    folder: "crates/command/src/v2/generated",
    tests: "crates/command/src/v2/tests/generated",
    title: "Command API v2",
    handle: "CommandV2",
    is_managed: false,
    types: &[
        // What is called `Client` are only the members that all kinds have.
        ("ClientDetails", "Client"),
        ("HealthBase", "Health"),
        ("HealthError", "HealthFailure"),
        ("MessageResponse", "Message"),
        // These belong to clients, whose connections they list.
        ("ClientConnectionsConnection", "ClientConnection"),
        ("ClientConnectionsEvent", "ClientEvent"),
        // What an API account may do, wherever that is told.
        ("InfoPermissions", "Permissions"),
    ],
    enums: &[
        ("InfoPermissions", "perm_command", "CommandPermission"),
        ("AssetClient", "non_interactive", "NonInteractive"),
        ("Info", "product", "ProductName"),
        // Which of a failover pair is to become what: it cannot be none.
        ("SetFailoverRole", "role", "FailoverTarget"),
    ],
    ids: &[("ClientConnections", "id", "client")],
    // The documents of the XML half have the same.
    text_ids: &[("ApplianceId", "ApplianceId"), ("LSID", "Lsid")],
    methods: &[
        (
            "api.command.v2.session.get.attributes",
            "attributes",
            "Lists the external key and the custom fields of a session.",
        ),
        (
            "api.command.v2.session.set.attributes",
            "set_attributes",
            "Sets the external key or custom fields of a session, by their code names. What is not named stays as it is.",
        ),
        ("api.command.v2.appliance.count", "client_counts", "Counts the clients of each appliance."),
        ("api.command.v2.session.terminate", "terminate", "Ends a session, for everybody in it."),
        ("api.command.v2.user.logout", "logout", "Logs a user out of the console."),
        (
            "api.command.v2.failover-role.set",
            "set_failover_role",
            "Makes the appliance the primary or the backup of its failover pair.",
        ),
        (
            "api.command.v2.health.get",
            "health",
            "Tells how the appliance is. Asked for more often than once a minute, it may tell the same.",
        ),
        (
            "api.command.v2.info.get",
            "info",
            "Tells versions, the time of the appliance, and what the API account may do.",
        ),
    ],
    // An appliance has the number, a client the same as a text.
    loose: &["timezone_offset"],
    // Which permissions there are differs with product and version.
    open: &["InfoPermissions"],
    envelope: None,
};

/// The Reporting API in version 2.
pub(crate) const REPORTING_V2: Target = Target {
    api: "reporting",
    folder: "crates/reporting/src/v2/generated",
    tests: "crates/reporting/src/v2/tests/generated",
    title: "Reporting API v2",
    handle: "ReportingV2",
    is_managed: false,
    types: &[
        ("DuplicateJumpClientsResponseData", "DuplicateJumpClientPage"),
        // Of several machines, or by their ids.
        ("DeleteDuplicateJumpClients", "DuplicatesToDelete"),
    ],
    enums: &[("DuplicateJumpClient", "status", "ConnectionStatus")],
    ids: &[
        ("GET /duplicate-jump-clients", "id", "duplicate-jump-clients"),
        ("DeleteDuplicateJumpClients", "ids", "duplicate-jump-clients"),
    ],
    text_ids: &[],
    methods: &[
        (
            "reporting.jump-item.duplicate-clients",
            "list",
            "Lists Jump Clients that are installed more than once on a machine.",
        ),
        (
            "reporting.jump-item.duplicate-clients.show",
            "get",
            "Reads a Jump Client that is installed more than once on its machine; any other is not found.",
        ),
        (
            "reporting.jump-item.duplicate-clients.delete",
            "delete",
            "Deletes Jump Clients by their ids, or all but one of each of some machines.",
        ),
    ],
    loose: &[],
    open: &[],
    envelope: Some("data"),
};
