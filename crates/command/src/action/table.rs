//! The table of all actions.

use bt_sra_core::Product;
use bt_sra_transport::Repeat;

use super::ParameterKind::{Address, Choice, Choices, Flag, List, Lsid, Number, Queue, Text};
use super::{Access, Action, Evidence, ID, Need, Parameter, shortcut};

/// Most characters of the value of a custom attribute.
const VALUE: Option<u32> = Some(1024);

/// The clients that can be asked for by kind.
const CLIENTS: &[&str] =
    &["all", "representative", "support_customer", "presentation_attendee", "push_agent"];

const LSID: Parameter = Parameter::required("lsid", Lsid, "the session");

const KINDS: Parameter =
    Parameter::optional("type", Choices(CLIENTS), "the kinds of clients; all by default");

const EXTERNAL_KEY: Parameter = Parameter::optional(
    "session.custom.external_key",
    Text(VALUE),
    "the key of another system, such as the number of a ticket",
)
.private();

const CUSTOM: Parameter = Parameter::optional(
    "session.custom.*",
    Text(VALUE),
    "a custom attribute by its code name; all values together have 10 KB at most",
)
.private();

const REP_ID: Parameter =
    Parameter::new("rep_id", ID, Need::OneOf("representative"), "the representative, who is logged in");

const REP_USERNAME: Parameter =
    Parameter::new("rep_username", Text(None), Need::OneOf("representative"), "the same by username");

const USER_ID: Parameter =
    Parameter::required("user_id", ID, "the representative, who is logged in").known(Evidence::Reported);

const fn read(name: &'static str, root: &'static str, about: &'static str) -> Action {
    Action {
        name,
        about,
        only: None,
        access: Access::ReadOnly,
        repeat: Repeat::Safe,
        root,
        evidence: Evidence::Documented,
        doubt: "",
        parameters: &[],
    }
}

const fn change(name: &'static str, about: &'static str) -> Action {
    Action { access: Access::Full, repeat: Repeat::Never, ..read(name, "success", about) }
}

impl Action {
    const fn rs(self) -> Self {
        Self { only: Some(Product::Rs), ..self }
    }

    const fn observed(self) -> Self {
        Self { evidence: Evidence::Observed, ..self }
    }

    const fn doubted(self, doubt: &'static str) -> Self {
        Self { doubt, ..self }
    }

    const fn with(self, parameters: &'static [Parameter]) -> Self {
        Self { parameters, ..self }
    }
}

/// All actions, in the order of the vendor's guides.
pub static ACTIONS: [Action; 20] = [
    Action {
        access: Access::Any,
        ..read(
            "get_api_info",
            "api_information",
            "Tell the version of the API and what the API account may do",
        )
    }
    .observed()
    .doubted("a guide of RS asks for read_only; without it the answer could not tell `deny`"),
    read("check_health", "health_check", "Tell whether the appliance is healthy, and its part in failover")
        .observed(),
    change("set_failover_role", "Make the appliance the primary or the backup of its failover pair").with(&[
        Parameter::required("role", Choice(&["primary", "backup"]), "the new role"),
        Parameter::optional(
            "data_sync_first",
            Flag,
            "synchronize first; it disconnects all users of the old primary; 0 by default",
        ),
        Parameter::optional(
            "force",
            Flag,
            "when the primary becomes the backup: even if its peer cannot be reached; 0 by default",
        ),
    ]),
    read("get_appliances", "appliances", "List the appliances of a failover pair or cluster").rs(),
    read("get_logged_in_reps", "logged_in_reps", "List who is logged in to a console"),
    Action {
        evidence: Evidence::Reported,
        // Setting the same status again changes nothing.
        repeat: Repeat::Safe,
        ..change("set_rep_status", "Set the status of a representative")
    }
    .rs()
    .with(&[
        USER_ID,
        Parameter::required(
            "status",
            Text(Some(64)),
            "code name of the status, such as available, busy or away",
        )
        .known(Evidence::Reported),
    ]),
    Action { evidence: Evidence::Reported, ..change("logout_rep", "Log a representative out") }
        .rs()
        .with(&[USER_ID]),
    read("get_support_teams", "support_teams", "List the support teams, their issues and members")
        .doubted("the form of the answer is known from programs of others")
        .rs()
    .with(&[Parameter::optional("showmembers", Flag, "list the members too; 0 by default")
        .known(Evidence::Reported)]),
    Action {
        root: "session_key",
        ..change("generate_session_key", "Make a key with which a customer begins a session")
    }
    .rs()
    .observed()
    .with(&[
        Parameter::required("type", Choice(&["support"]), "what the key is for"),
        Parameter::required(
            "queue_id",
            Queue(&["general", "rep:", "rep_username:", "team:", "issue:", "embassy:"]),
            "where the customer waits: general, rep:ID, rep_username:NAME, team:ID or issue:CODE_NAME",
        ),
        Parameter::optional("ttl", Number(1, i64::MAX), "seconds that the key is valid; a day by default")
            .known(Evidence::Reported),
        EXTERNAL_KEY,
        Parameter::optional("external_key", Text(VALUE), "an older name of session.custom.external_key")
            .known(Evidence::Reported)
            .private(),
        CUSTOM,
        Parameter::optional("session.priority", Number(1, 3), "1 is high, 2 is medium, 3 is low")
            .known(Evidence::Reported),
        Parameter::optional("session.skills", List(usize::MAX), "code names of the skills that are needed")
            .known(Evidence::Reported),
        Parameter::optional("url_hostname", Text(None), "host name of the public site for the address"),
    ]),
    Action {
        access: Access::ReadOnly,
        root: "virtual_customer",
        ..change("create_virtual_customer", "Begin a session whose customer is a program, such as a chatbot")
    }
    .rs()
    .doubted("the guide asks for read_only, programs of others for full_access; the root is not known")
    .with(&[
        Parameter::required("short_key", Text(None), "the session key").private(),
        Parameter::required("name", Text(None), "name of the customer").private(),
        Parameter::required("ip_address", Address, "public address of the customer").private(),
        Parameter::required("operating_system", Text(None), "operating system of the customer"),
        Parameter::required("computer_name", Text(None), "name of the customer's computer").private(),
        Parameter::optional("locale", Text(None), "language of the customer, as installed: en-us, de, ja"),
        Parameter::optional("chat_url", Flag, "let the address lead to a chat in the browser; 0 by default"),
        Parameter::optional("public_site", Text(None), "host name of the public site for the address"),
    ]),
    Action {
        access: Access::ReadOnly,
        ..change("send_chat_message", "Say something in a session or to a team")
    }
    .rs()
    .doubted("the guide asks for read_only though it acts; the answer is not documented")
    .with(&[
        Parameter::new("lsid", Lsid, Need::OneOf("target"), "the session"),
        Parameter::new("team_id", ID, Need::OneOf("target"), "the team"),
        Parameter::required("body", Text(Some(2048)), "the message; BBCode for bold, lists, colors, links").private(),
        Parameter::optional(
            "impersonate",
            Queue(&["customer", "rep:", "rep_username:"]),
            "who seems to say it: customer (in a session), rep:ID, or not confirmed rep_username:NAME; the system by default",
        ),
        Parameter::optional("to_rep", ID, "to this member of the team alone; needs impersonate").with(&["team_id", "impersonate"]),
        Parameter::optional("to_rep_username", Text(None), "the same by username").with(&["team_id", "impersonate"]),
    ]),
    change("join_session", "Let a representative join a session").rs().with(&[LSID, REP_ID, REP_USERNAME]),
    Action {
        access: Access::ReadOnly,
        ..change("leave_session", "Take a representative or the customer out of a session")
    }
    .rs()
    .doubted("the guide asks for read_only, programs of others for full_access; the answer is not documented")
    .with(&[
        LSID,
        Parameter::new("rep_id", ID, Need::SomeOf("who leaves"), "the representative"),
        Parameter::new("rep_username", Text(None), Need::SomeOf("who leaves"), "the same by username"),
        Parameter::new("customer", Choice(&["1"]), Need::SomeOf("who leaves"), "the customer"),
    ]),
    change("transfer_session", "Hand a session to a representative or a team").rs().with(&[
        LSID,
        Parameter::required(
            "queue_id",
            Queue(&["rep:", "team:", "rep_username:"]),
            "to whom: rep:ID, team:ID or rep_username:NAME",
        ),
    ]),
    Action {
        // The same values again change nothing.
        repeat: Repeat::Safe,
        ..change("set_session_attributes", "Set custom attributes of a running session")
    }
    .with(&[LSID, EXTERNAL_KEY, CUSTOM]),
    read("get_session_attributes", "custom_attributes", "List the custom attributes of a running session")
        .with(&[LSID]),
    change("terminate_session", "End a session").with(&[LSID]),
    read(
        "get_connected_client_list",
        "connected_client_list",
        "Count the connected clients, and list their ids",
    )
    .with(&[KINDS, Parameter::optional("summary_only", Flag, "count only; 0 by default")]),
    read("get_connected_clients", "connected_clients", "Describe connected clients").with(&[
        KINDS,
        Parameter::optional("id", List(100), "these clients only, 100 at most; all by default"),
        Parameter::optional("include_connections", Flag, "with connections and events; 0 by default"),
    ]),
    change("import_jump_shortcut", "Create a Jump Item; its type follows from the host name that is given")
        .doubted("that the type follows so is inferred")
        .with(shortcut::PARAMETERS),
];
