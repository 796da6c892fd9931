//! Privileged Remote Access: ten actions.

use bt_sra_transport::Pipeline;
use bt_sra_transport::api::Until;
use bt_sra_xml_model::Lsid;
use bt_sra_xml_model::command::{ConnectedClient, HealthCheck};

use crate::actions::{
    Any, CheckHealth, GetApiInfo, GetConnectedClientList, GetConnectedClients, GetLoggedInReps,
    GetSessionAttributes, ImportJumpShortcut, SetFailoverRole, SetSessionAttributes, TerminateSession,
    XmlAction,
};
use crate::handles::handle;
use crate::waits;
use crate::{Call, ClientFilter, NewFailoverRole, PlainHealthCall};

pub use crate::shortcut::pra::*;

handle!("Privileged Remote Access", "pra");
