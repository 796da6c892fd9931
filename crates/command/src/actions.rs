//! The actions as types: what a call of each answers with.

use bt_sra_core::Result;
use bt_sra_xml_model::command::{
    ApiInformation, Appliances, ConnectedClientList, ConnectedClients, CustomAttributes, HealthCheck,
    LoggedInReps, Reply, SessionKey, Success, SupportTeams, VirtualCustomer,
};
use bt_sra_xml_model::{Document, Element, Tree};

/// An action of the XML Command API, as a type: [`Call`](crate::Call) has the parameters that it
/// takes.
pub trait XmlAction: 'static {
    /// What a good answer is read into.
    type Answer: Document + Send;
}

macro_rules! actions {
    ($($name:ident = $action:literal -> $answer:ty),* $(,)?) => { $(
        #[doc = concat!("`", $action, "`")]
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub struct $name;

        impl XmlAction for $name {
            type Answer = $answer;
        }

        impl $name {
            pub(crate) const NAME: &'static str = $action;
        }
    )*

    /// All names, for a test.
    #[cfg(test)]
    const NAMES: &[&str] = &[$($action),*];
    };
}

actions! {
    GetApiInfo = "get_api_info" -> ApiInformation,
    CheckHealth = "check_health" -> HealthCheck,
    SetFailoverRole = "set_failover_role" -> Success,
    GetAppliances = "get_appliances" -> Appliances,
    GetLoggedInReps = "get_logged_in_reps" -> LoggedInReps,
    SetRepStatus = "set_rep_status" -> Success,
    LogoutRep = "logout_rep" -> Success,
    GetSupportTeams = "get_support_teams" -> SupportTeams,
    GenerateSessionKey = "generate_session_key" -> SessionKey,
    CreateVirtualCustomer = "create_virtual_customer" -> VirtualCustomer,
    SendChatMessage = "send_chat_message" -> Success,
    JoinSession = "join_session" -> Success,
    LeaveSession = "leave_session" -> Success,
    TransferSession = "transfer_session" -> Success,
    SetSessionAttributes = "set_session_attributes" -> Success,
    GetSessionAttributes = "get_session_attributes" -> CustomAttributes,
    TerminateSession = "terminate_session" -> Success,
    GetConnectedClientList = "get_connected_client_list" -> ConnectedClientList,
    GetConnectedClients = "get_connected_clients" -> ConnectedClients,
    ImportJumpShortcut = "import_jump_shortcut" -> Success,
}

/// A document, known or not.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AnyAnswer {
    /// One of those of the Command API.
    Known(Box<Reply>),
    /// Another one, as it stands.
    Other(Tree),
}

impl Document for AnyAnswer {
    const ROOT: &'static str = "one of those of the Command API";

    fn accepts(root: Element<'_>) -> bool {
        !root.name().eq_ignore_ascii_case("html")
    }

    fn from_root(root: Element<'_>) -> Result<Self> {
        if Reply::accepts(root) {
            return Reply::from_root(root).map(Box::new).map(Self::Known);
        }
        Ok(Self::Other(Tree::of(root)))
    }
}

/// Any action, by name: the answer is whatever document comes.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Any;

impl XmlAction for Any {
    type Answer = AnyAnswer;
}

#[cfg(test)]
mod tests {
    use crate::Action;

    #[test]
    fn every_type_has_its_line_in_the_table() {
        // `Call::of` goes by it.
        assert_eq!(super::NAMES.len(), crate::ACTIONS.len());
        assert!(super::NAMES.iter().all(|name| Action::find(name).is_some()));
    }
}
