//! The same of outbound events.

/// The names of events, as public receivers know them; of PRA the same are assumed, as far as it has
/// such events.
pub(crate) const BEGIN: &str = "support_conference_begin";
pub(crate) const END: &str = "support_conference_end";
pub(crate) const OWNER_CHANGED: &str = "support_conference_owner_changed";
pub(crate) const MEMBER_ADDED: &str = "support_conference_member_added";
pub(crate) const MEMBER_DEPARTED: &str = "support_conference_member_departed";
pub(crate) const CUSTOMER_SURVEY: &str = "support_conference_customer_exit_survey_completed";
pub(crate) const REP_SURVEY: &str = "support_conference_rep_exit_survey_completed";

/// The name of the event about a chat message. That there is one (RS) is documented; the name is ours.
pub(crate) const CHAT: &str = "support_conference_chat_message";

/// All of them.
pub(crate) const EVENTS: &[&str] =
    &[BEGIN, END, OWNER_CHANGED, MEMBER_ADDED, MEMBER_DEPARTED, CUSTOMER_SURVEY, REP_SURVEY, CHAT];

/// Those that PRA does not have.
pub(crate) const RS_ONLY: &[&str] = &[CUSTOMER_SURVEY, REP_SURVEY, CHAT];

/// The variable of our own that numbers events which were asked for in numbers.
pub(crate) const NUMBER: &str = "simulated_number";

/// The version of the variables.
pub(crate) const VERSION: &str = "1";

/// The media type of a message: receivers read POST variables.
pub(crate) const MEDIA: &str = "application/x-www-form-urlencoded";

/// What the sender calls itself.
pub(crate) const USER_AGENT: &str = "bt-sra-simulator";

/// Whether the id of the appliance is sent. One receiver wants it, but it may have been part of the
/// configured URL there.
pub(crate) const APPLIANCE_ID_IS_SENT: bool = true;

/// The variable with what was said in a chat message, BBCode and all; and whether what an API account
/// says comes back as an event.
pub(crate) const CHAT_BODY: &str = "message";
pub(crate) const API_CHATS_COME_BACK: bool = true;

/// The `type` of members.
pub(crate) const CUSTOMER: &str = "customer";
pub(crate) const REPRESENTATIVE: &str = "representative";

/// Whether the machine of an access session is a member of it.
pub(crate) const MACHINES_ARE_MEMBERS: bool = false;

/// How the variables of custom fields begin, where they are sent.
pub(crate) const CUSTOM_FIELD: &str = "session.custom.";

/// What the general queue is called as the owner of a session.
pub(crate) const GENERAL_QUEUE: &str = "General";

/// How many seconds after a failure it is tried again, and after how many an event is dropped: both
/// are settings of a recipient without a documented default.
pub(crate) const RETRY_EVERY: i64 = 30;
pub(crate) const GIVE_UP_AFTER: i64 = 86_400;

/// How many real seconds an appliance waits for an answer.
pub(crate) const PATIENCE: u64 = 30;

/// Whether a status of success other than 200, the only one that is documented, counts as well.
pub(crate) const OTHER_SUCCESS_COUNTS: bool = false;

/// Whether events for a recipient that is disabled wait until it is enabled.
pub(crate) const THE_DISABLED_QUEUE: bool = false;

/// Whether a connection is used again for the next message.
pub(crate) const CONNECTIONS_ARE_KEPT: bool = true;
