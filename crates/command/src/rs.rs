//! Remote Support: twenty actions.

use bt_sra_transport::Pipeline;
use bt_sra_transport::api::Until;
use bt_sra_xml_model::command::{ConnectedClient, HealthCheck};
use bt_sra_xml_model::{Lsid, RepresentativeId};

use crate::actions::{
    Any, CheckHealth, CreateVirtualCustomer, GenerateSessionKey, GetApiInfo, GetAppliances,
    GetConnectedClientList, GetConnectedClients, GetLoggedInReps, GetSessionAttributes, GetSupportTeams,
    ImportJumpShortcut, JoinSession, LeaveSession, LogoutRep, SendChatMessage, SetFailoverRole, SetRepStatus,
    SetSessionAttributes, TerminateSession, TransferSession, XmlAction,
};
use crate::handles::handle;
use crate::waits;
use crate::{
    Call, Chat, ClientFilter, Leaver, NewFailoverRole, PlainHealthCall, Queue, Rep, SessionVoice, TeamVoice,
    TransferTo, Visitor,
};

pub use crate::shortcut::rs::*;

handle!("Remote Support", "rs");

impl Command {
    /// Asks for the appliances of a failover pair or cluster.
    pub fn get_appliances(&self) -> Call<GetAppliances> {
        self.call(GetAppliances::NAME)
    }

    /// Sets the status of a representative who is logged in, by the code name of the status. The
    /// names of the parameters are known from programs of others only.
    pub fn set_rep_status(&self, rep: RepresentativeId, status: impl Into<String>) -> Call<SetRepStatus> {
        self.call(SetRepStatus::NAME).set("user_id", rep).set("status", status.into())
    }

    /// Logs a representative out. The name of the parameter is known from programs of others only.
    pub fn logout_rep(&self, rep: RepresentativeId) -> Call<LogoutRep> {
        self.call(LogoutRep::NAME).set("user_id", rep)
    }

    /// Asks for the support teams and their issues. Frequent calls slow an appliance down.
    pub fn get_support_teams(&self) -> Call<GetSupportTeams> {
        self.call(GetSupportTeams::NAME)
    }

    /// Makes a key with which a customer begins a session, and waits in `queue`.
    pub fn generate_session_key(&self, queue: &Queue) -> Call<GenerateSessionKey> {
        self.call(GenerateSessionKey::NAME).set("type", "support").set("queue_id", queue)
    }

    /// Begins the session of a key with a program in place of the customer's client, such as a
    /// chatbot: RS 21.1 and later. What representatives write back comes as an outbound event.
    pub fn create_virtual_customer(
        &self,
        short_key: impl Into<String>,
        visitor: Visitor,
    ) -> Call<CreateVirtualCustomer> {
        self.call(CreateVirtualCustomer::NAME)
            .set("short_key", short_key.into())
            .set("name", visitor.name)
            .set("ip_address", visitor.ip_address)
            .set("operating_system", visitor.operating_system)
            .set("computer_name", visitor.computer_name)
    }

    /// Says something in a session or to a team. `body` has 2,048 characters at most and may have
    /// some BBCode: `[b]`, `[i]`, `[u]`, `[color=…]`, `[ul]` with `[li]`, `[url]`.
    pub fn send_chat_message(&self, chat: Chat, body: impl Into<String>) -> Call<SendChatMessage> {
        let call = self.call(SendChatMessage::NAME);
        let call = match chat {
            Chat::Session(session, voice) => {
                let call = call.set("lsid", session);
                match voice {
                    SessionVoice::System => call,
                    SessionVoice::Customer => call.set("impersonate", "customer"),
                    SessionVoice::Rep(rep) => call.set("impersonate", rep),
                }
            }
            Chat::Team(team, voice) => {
                let call = call.set("team_id", team);
                match voice {
                    TeamVoice::System => call,
                    TeamVoice::Rep(rep) => call.set("impersonate", rep),
                    TeamVoice::Private { from, to } => {
                        let call = call.set("impersonate", from);
                        match to {
                            Rep::Id(id) => call.set("to_rep", id),
                            Rep::Username(name) => call.set("to_rep_username", name),
                        }
                    }
                }
            }
        };
        call.set("body", body.into())
    }

    /// Lets a representative who is logged in join a session.
    pub fn join_session(&self, session: &Lsid, rep: &Rep) -> Call<JoinSession> {
        self.call(JoinSession::NAME).set("lsid", session).rep(rep)
    }

    /// Takes a representative, the customer or both out of a session.
    pub fn leave_session(&self, session: &Lsid, who: &Leaver) -> Call<LeaveSession> {
        let call = self.call(LeaveSession::NAME).set("lsid", session);
        match who {
            Leaver::Rep(rep) => call.rep(rep),
            Leaver::Customer => call.flag("customer", true),
            Leaver::Both(rep) => call.rep(rep).flag("customer", true),
        }
    }

    /// Hands a session to a representative, or to the queue of a team.
    pub fn transfer_session(&self, session: &Lsid, to: &TransferTo) -> Call<TransferSession> {
        self.call(TransferSession::NAME).set("lsid", session).set("queue_id", to)
    }
}
