//! The documents of the Command API (`/api/command`), of both products.
//!
//! | action | document |
//! |---|---|
//! | `get_api_info` | [`ApiInformation`] |
//! | `check_health` | [`HealthCheck`] |
//! | `get_appliances` | [`Appliances`] |
//! | `get_logged_in_reps` | [`LoggedInReps`] |
//! | `get_support_teams` | [`SupportTeams`] |
//! | `generate_session_key` | [`SessionKey`] |
//! | `create_virtual_customer` | [`VirtualCustomer`] |
//! | `get_session_attributes` | [`CustomAttributes`] |
//! | `get_connected_client_list` | [`ConnectedClientList`] |
//! | `get_connected_clients` | [`ConnectedClients`] |
//! | `set_failover_role`, `join_session`, `transfer_session`, `set_session_attributes`, `terminate_session`, `import_jump_shortcut`, `set_rep_status`, `logout_rep`, `send_chat_message`, `leave_session` | [`Success`] |
//!
//! [`Reply`] is any of them. What the guides describe or an appliance was seen to send is a field
//! of its own; what is only known by hearsay is an `Option`, and `None` too when it is there in
//! an unexpected form (which then is in `extra`).

mod any;
mod api_information;
mod appliances;
mod connected_client_list;
mod connected_clients;
mod custom_attributes;
mod health_check;
mod logged_in_reps;
mod session_key;
mod success;
mod support_teams;
mod virtual_customer;

pub use any::Reply;
pub use api_information::{ApiInformation, CommandPermission, Permissions};
pub use appliances::{Appliance, Appliances, ClusterRole, FailoverRole};
pub use connected_client_list::{
    ApplianceSummary, ClientCount, ClientKind, ConnectedClientList, ConnectedClientSummary, ListedClient,
};
pub use connected_clients::{ConnectedClient, ConnectedClients, Platform, RepresentativeState};
pub use custom_attributes::{CustomAttribute, CustomAttributes};
pub use health_check::{CheckedAppliance, HealthCheck};
pub use logged_in_reps::{DirectLink, LoggedInRep, LoggedInReps, RepType};
pub use session_key::{KeyType, Queue, QueueKind, SessionKey};
pub use success::Success;
pub use support_teams::{Issue, SupportTeam, SupportTeams, TeamMember};
pub use virtual_customer::VirtualCustomer;

#[cfg(test)]
mod tests;
