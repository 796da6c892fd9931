//! Any document of the Command API.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use super::{
    ApiInformation, Appliances, ConnectedClientList, ConnectedClients, CustomAttributes, HealthCheck,
    LoggedInReps, SessionKey, Success, SupportTeams, VirtualCustomer,
};
use crate::{Document, Element};

macro_rules! replies {
    ($($(#[$attribute:meta])* $name:ident),* $(,)?) => {
        /// Any document of the Command API: for saved files of which nobody knows the action. As
        /// JSON it is an object with one member, called after the root element.
        #[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Reply {
            $($(#[$attribute])* $name($name),)*
        }

        impl Document for Reply {
            const ROOT: &'static str = "one of those of the Command API";

            fn accepts(root: Element<'_>) -> bool {
                $($name::accepts(root))||*
            }

            fn from_root(root: Element<'_>) -> Result<Self> {
                $(if $name::accepts(root) {
                    return $name::from_root(root).map(Self::$name);
                })*
                Err(root.error("an unknown root element"))
            }
        }
    };
}

// Those that go by more than the name of the root come last.
replies! {
    /// `get_api_info`
    ApiInformation,
    /// `check_health`
    HealthCheck,
    /// `get_appliances`
    Appliances,
    /// `get_logged_in_reps`
    LoggedInReps,
    /// `get_support_teams`
    SupportTeams,
    /// `generate_session_key`
    SessionKey,
    /// `get_session_attributes`
    CustomAttributes,
    /// `get_connected_client_list`
    ConnectedClientList,
    /// `get_connected_clients`
    ConnectedClients,
    /// Any action that answers nothing but that it was done
    Success,
    /// `create_virtual_customer`
    VirtualCustomer,
}
