//! What no source confirms, in one table, so that it can be corrected in one place.
//!
//! Each constant is a guess about the appliance; the rest of the simulator follows documented
//! facts. A constant that turns out to be wrong is changed here and nowhere else.

pub(crate) mod backup;
pub(crate) mod outbound;
pub(crate) mod reporting;
pub(crate) mod script;
pub(crate) mod ticket;

use std::time::Duration;

use bt_sra_core::Product;
use http::{Method, StatusCode};

/// The status beyond a rate limit. One production collector has met 429.
pub(crate) const OVER_LIMIT_STATUS: StatusCode = StatusCode::TOO_MANY_REQUESTS;

/// The message beyond a rate limit.
pub(crate) const OVER_LIMIT_MESSAGE: &str = "Too many requests.";

/// The `Retry-After` beyond a rate limit; no source has seen one.
pub(crate) const OVER_LIMIT_RETRY_AFTER: Option<&str> = None;

/// Whether sites with the documents of 19.1 tell about the limits in answers of the XML API: the
/// recordings have no such headers.
pub(crate) const OLD_SITES_TELL_LIMITS: bool = false;

/// The `Server` header. Recorded was `Apache`; this one says that nothing here is an appliance.
pub(crate) const SERVER: &str = "bt-sra-simulator";

/// Whether requests to the token endpoint count against the limits of the account they name.
pub(crate) const TOKEN_REQUESTS_COUNT: bool = true;

/// Whether a request that was refused with 429 counts as well.
pub(crate) const REFUSED_REQUESTS_COUNT: bool = false;

/// How many failed logins in a row lock an API account.
pub(crate) const LOCK_OUT_AFTER: u32 = 5;

/// How long an API account stays locked.
pub(crate) const LOCK_OUT_FOR: Duration = Duration::from_secs(600);

/// Whether credentials are also taken from a JSON body of the token request.
pub(crate) const TOKEN_TAKES_JSON: bool = true;

/// Whether percent-encoding of the Basic credentials is undone.
pub(crate) const TOKEN_TAKES_ENCODED_BASIC: bool = true;

/// The body of a request without any credentials at the token endpoint.
pub(crate) const NO_CREDENTIALS: (StatusCode, &str) = (StatusCode::BAD_REQUEST, "invalid_request");

/// The message of 403 for a permission that the API account lacks.
pub(crate) const FORBIDDEN_MESSAGE: &str = "The API account does not have the permission for this API.";

/// The message of 404.
pub(crate) const NOT_FOUND_MESSAGE: &str = "Resource not found.";

/// The message of 405.
pub(crate) const METHOD_MESSAGE: &str = "Method not allowed.";

/// The status of an unrecognized field or parameter. Documented; its body is not.
pub(crate) const UNKNOWN_STATUS: StatusCode = StatusCode::UNAUTHORIZED;

/// The first words of the message about unrecognized fields; their names follow.
pub(crate) const UNKNOWN_MESSAGE: &str = "Unrecognized fields or parameters:";

/// The status of a body that is no JSON object, and what is said then.
pub(crate) const MALFORMED_STATUS: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
pub(crate) const NO_OBJECT: &str = "The body is not a JSON object.";

/// The top-level text of 422, as seen on a live appliance.
pub(crate) const VALIDATION_MESSAGE: &str = "Validation Failed";

/// Whether the `Location` of what was created is a whole URL. That there is one is documented.
pub(crate) const LOCATION_NAMES_HOST: bool = true;

/// The greatest request body.
pub(crate) const MAX_BODY: usize = 2 * 1024 * 1024;

/// The least `per_page` that is accepted. The document says 5; a public script uses 1.
pub(crate) const LEAST_PER_PAGE: u64 = 1;

/// The greatest `per_page`; beyond it the request is refused as invalid.
pub(crate) const GREATEST_PER_PAGE: u64 = 100;

/// The status of a request for the association of an account that inherits its group's.
pub(crate) const NO_ASSOCIATION_STATUS: StatusCode = StatusCode::NOT_FOUND;

/// The status of installer downloads that the state of a Jumpoint forbids.
pub(crate) const INSTALLER_REFUSED_STATUS: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// The greatest number of nodes of a clustered Jumpoint. Documented; here beside its status.
pub(crate) const MOST_NODES: usize = 10;

/// The status of a tunnel whose fields do not fit its type, as reported from a live appliance.
pub(crate) const TUNNEL_STATUS: StatusCode = StatusCode::BAD_REQUEST;

/// The text about tunnel definitions that are no pairs, of which a part has been seen.
pub(crate) const TUNNEL_PAIRS_MESSAGE: &str = "The number of parameters is invalid.";

/// The text about associating an account with a tunnel of the wrong type, as seen.
pub(crate) const TUNNEL_ASSOCIATION_MESSAGE: &str = "Only SQL Server Tunnels are allowed.";

/// The text about changing an administrator, as seen; its status is not known.
pub(crate) const ADMINISTRATOR_MESSAGE: &str = "This API cannot update administrators.";

/// What stands in place of the password of a vendor user: the document demands the field in
/// answers, and it would be strange if an appliance showed the true one.
pub(crate) const MASKED_PASSWORD: &str = "********";

/// After how many days offline a Jump Client is lost that has no limit of its own: a setting of
/// the site.
pub(crate) const CLIENTS_ARE_LOST_AFTER_DAYS: i64 = 15;

/// Whether uninstalled Jump Clients stay in the list: a setting of the site.
pub(crate) const UNINSTALLED_CLIENTS_STAY: bool = true;

/// How long a scheduled rotation of a credential takes.
pub(crate) const ROTATION_TAKES: Duration = Duration::from_secs(60);

/// Whether an API account that holds the secret of a vault account gets it once more.
pub(crate) const HOLDER_CHECKS_OUT_AGAIN: bool = true;

/// What happens on a personal account that is changed, checked out, checked in or rotated: 403 is
/// documented for other operations only.
pub(crate) const PERSONAL_REFUSED: (StatusCode, &str) =
    (StatusCode::UNPROCESSABLE_ENTITY, "This is not possible for personal accounts.");

/// Whether a secret that has reached its greatest age is left alone while somebody holds it.
pub(crate) const AGE_WAITS_FOR_CHECK_IN: bool = true;

/// Whether a Jump Item can be copied only with a body: all its fields are required, but whether
/// the body itself may be missing is not said.
pub(crate) const COPY_NEEDS_BODY: bool = true;

/// The `action` of a copied Jump Item.
pub(crate) const COPY_ACTION: &str = "copy";

/// The `product` of an RS site in the list of authentication mechanisms; any text but PRA's will do.
pub(crate) const RS_MECH_PRODUCT: &str = "rs";

/// How many failed logins lock a local user: a setting of the site.
pub(crate) const USERS_ARE_LOCKED_AFTER: i64 = 5;

/// What becomes of a request for access that nobody has answered when its time is over.
pub(crate) const UNANSWERED_REQUESTS_BECOME: &str = "cancelled";

/// Whether a request for access needs a Jump Policy that demands approval on its Jump Item.
pub(crate) const APPROVAL_NEEDS_POLICY: bool = false;

/// Whether a member of a group policy is refused that is one already.
pub(crate) const MEMBERS_ARE_UNIQUE: bool = true;

/// How long an Endpoint Automation job runs on an endpoint at most.
pub(crate) const JOB_TAKES_AT_MOST: Duration = Duration::from_secs(30);

/// Of how many runs one fails on the sample site.
pub(crate) const ONE_JOB_FAILS_OF: u64 = 8;

/// The `finished_type` of a run that went well, and of one that did not.
pub(crate) const JOB_COMPLETED: &str = "completed";
pub(crate) const JOB_FAILED: &str = "failed";

/// What an API account gets that comes from an address which is not on its list: at the token
/// endpoint as with a token.
pub(crate) const RESTRICTED: (StatusCode, &str) = (StatusCode::UNAUTHORIZED, "access_denied");

/// Fields outside the specification that answers have if a client has sent them: the vendor's own
/// client reads them back.
pub(crate) const SHOWN_BEYOND: &[&str] = &["account_policy", "allow_override_max_offline_minutes"];

/// Values outside the specification that appliances are reported to take.
pub(crate) const TOLERATED_VALUES: &[(&str, &[&str])] = &[("tunnel_type", &["psql", "mysql"])];

/// Fields and parameters that must differ within a resource; compared without case.
pub(crate) const UNIQUE: &[(&str, &[&str])] = &[
    ("/group-policy", &["name"]),
    ("/jump-group", &["name", "code_name"]),
    ("/jump-policy", &["display_name", "code_name"]),
    ("/jumpoint", &["name", "code_name"]),
    ("/rep-status", &["name", "code_name"]),
    ("/team", &["name", "code_name"]),
    ("/user", &["username"]),
    ("/vault/account", &["name"]),
    ("/vault/account-group", &["name"]),
    ("/vault/account-policy", &["name", "code_name"]),
    ("/vendor", &["name"]),
];

/// Body fields outside the specification that the vendor's clients send and appliances take.
pub(crate) const TOLERATED_FIELDS: &[(&str, &[&str])] = &[
    ("/group-policy/{id}/member", &["group_policy_id"]),
    ("/jump-client/installer", &["max_offline_minutes", "allow_override_max_offline_minutes"]),
    ("/vault/account", &["account_policy"]),
    ("/vault/account/{id}", &["account_policy"]),
];

/// Body fields that may be null although the specification does not say so: the vendor's own
/// client sends them that way. A null counts as absent.
pub(crate) const NULL_IS_ABSENT: &[&str] = &["criteria", "jump_items", "last_checkout_timestamp"];

/// How many ended sessions are kept, with all that happened in them.
pub(crate) const ENDED_SESSIONS_KEPT: usize = 500;

/// How many events of a session are kept, and messages of a team.
pub(crate) const SESSION_EVENTS_KEPT: usize = 1_000;

/// How many events of a connection are kept. Documented.
pub(crate) const CLIENT_EVENTS_KEPT: usize = 20;

/// The status of somebody who has just logged in.
pub(crate) const FIRST_STATUS: &str = "available";

/// The statuses that are there before any is configured.
pub(crate) const BUILT_IN_STATUSES: &[&str] = &["available", "away", "busy"];

/// How many seconds a session key lives that nobody has set a life for: a setting of the site.
pub(crate) const KEY_LIFE: i64 = 86_400;

/// How many seconds a session key lives at most.
pub(crate) const MOST_KEY_LIFE: i64 = 365 * 86_400;

/// Whether a session key lets one session begin only.
pub(crate) const KEYS_WORK_ONCE: bool = true;

/// How many characters an attribute of a session has at most. Documented.
pub(crate) const LONGEST_ATTRIBUTE: usize = 1_024;

/// How many bytes all attributes of a session have at most. Documented, but for what is counted.
pub(crate) const MOST_ATTRIBUTES: usize = 10 * 1_024;

/// How many attributes can be set at once. Documented of the JSON API; here of both.
pub(crate) const MOST_ATTRIBUTES_AT_ONCE: usize = 30;

/// How many characters a chat message has at most. Documented of the JSON API; here of both.
pub(crate) const LONGEST_MESSAGE: usize = 2_048;

/// What is said if there are more, with the documented 400.
pub(crate) const TOO_MANY_ATTRIBUTES: &str = "Too many attributes are given.";

/// Whether the JSON API refuses a code name that no custom field has as it does unknown fields, with
/// 400; else with 422, by field.
pub(crate) const UNKNOWN_ATTRIBUTES_ARE_UNKNOWN_FIELDS: bool = false;

/// Whether the JSON API refuses to set attributes without a body at all; an empty object sets none.
pub(crate) const ATTRIBUTES_NEED_BODY: bool = true;

/// What the external key is called where attributes are shown.
pub(crate) const EXTERNAL_KEY_DISPLAY: &str = "External Key";

/// Whether a session can be transferred only to somebody who is logged in.
pub(crate) const TRANSFERS_GO_TO_THE_LOGGED_IN: bool = true;

/// Whether those who are in a session leave it when it is transferred.
pub(crate) const TRANSFERS_TAKE_SESSIONS_AWAY: bool = true;

/// Whether a session of RS waits in its last queue again when its last representative is gone; else,
/// and where that is nobody's any more, in the general one.
pub(crate) const LEFT_SESSIONS_RETURN: bool = true;

/// Whether an access session ends when its Jump Client goes offline, or its Jump Item is deleted;
/// else only its other side is gone.
pub(crate) const SESSIONS_END_WITH_THEIR_MACHINE: bool = true;

/// Whether people who were invited stay logged in when they are in no session any more.
pub(crate) const THE_INVITED_STAY: bool = false;

/// The custom fields of sessions of the sample site: code names and display names.
pub(crate) const SESSION_FIELDS: &[(&str, &str)] =
    &[("ticket_ref", "Ticket reference"), ("cost_center", "Cost center"), ("category", "Category")];

/// The skills of the sample site.
pub(crate) const SKILLS: &[&str] = &["databases", "networks", "printers"];

/// The appliances of the sample site: their names, and the host names that they have themselves.
pub(crate) const APPLIANCES: [(&str, &str); 2] =
    [("Appliance A", "appliance-a.example.com"), ("Appliance B", "appliance-b.example.com")];

/// How many seconds lie between two synchronizations of data: a setting of the site.
pub(crate) const SYNC_EVERY: i64 = 3_600;

/// How many seconds a synchronization takes.
pub(crate) const SYNC_TAKES: i64 = 30;

/// What is said about a synchronization that went well, runs, or failed. Free text.
pub(crate) const SYNC_DONE: &str = "Data synchronization completed.";
pub(crate) const SYNC_RUNNING: &str = "Data synchronization is in progress.";
pub(crate) const SYNC_FAILED: &str = "The peer could not be reached.";

/// What is said to everybody who would change something while data are synchronized before a
/// change of roles. That nothing can be done is documented.
pub(crate) const SYNC_UNDER_WAY: &str = "Data synchronization is in progress";

/// Whether the Configuration API changes nothing either while data are synchronized before a change
/// of roles, and with which status it says so; and whether nobody logs in meanwhile.
pub(crate) const SYNC_REFUSES_CONFIGURATION: Option<StatusCode> = Some(StatusCode::UNPROCESSABLE_ENTITY);
pub(crate) const SYNC_REFUSES_LOGINS: bool = true;

/// The methods of the XML API. Documented are these two; of others it is only assumed that they get
/// 405, so that no HEAD ends a session.
pub(crate) const XML_METHODS: [Method; 2] = [Method::GET, Method::POST];

/// What a request to the XML API gets whose body is no form. That multipart is not supported is
/// documented, the answer is not.
pub(crate) const NOT_A_FORM: (StatusCode, &str) =
    (StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body must be application/x-www-form-urlencoded.");

/// Names that are taken for those of actions: one index of the vendor spells it so.
pub(crate) const ACTION_ALIASES: &[(&str, &str)] = &[("import_jump_shortcuts", "import_jump_shortcut")];

/// The sentence about an action that is missing or unknown, as met by one client.
pub(crate) const INVALID_ACTION: &str = "Invalid action";

/// Sentences of the simulator's own: none of an appliance is known.
pub(crate) const PERMISSION_DENIED: &str = "Permission denied";
pub(crate) const MISSING_PARAMETER: &str = "Missing required parameter: ";
pub(crate) const BAD_VALUE: &str = "Invalid value for parameter: ";
pub(crate) const NO_SESSION: &str = "Session not found";
pub(crate) const NO_REPRESENTATIVE: &str = "Representative not found";
pub(crate) const NO_QUEUE: &str = "Queue not found";
pub(crate) const AMBIGUOUS_USERNAME: &str = "Username is not unique";
pub(crate) const TOO_MANY_CLIENTS: &str = "Too many client IDs";
pub(crate) const NOBODY_TO_LEAVE: &str = "Missing required parameter: rep_id, rep_username or customer";
pub(crate) const NO_APPLIANCE: &str = "Appliance not found";
pub(crate) const JOINED_ALREADY: &str = "Representative is in the session already";
pub(crate) const CUSTOMER_IS_GONE: &str = "Customer has left the session already";

/// How many ids of clients can be asked for at once. Documented.
pub(crate) const MOST_CLIENT_IDS: usize = 100;

/// Whether somebody may be named by id or by user name only, and not by both at once.
pub(crate) const PEOPLE_ARE_NAMED_ONCE: bool = true;

/// What is said when something was done. Documented, but for what follows the empty line.
pub(crate) const JOINED: &str = "Representative successfully added";
pub(crate) const TRANSFERRED: &str = "Successfully transferred";
pub(crate) const TERMINATED: &str = "Successfully terminated";
pub(crate) const ATTRIBUTES_SET: &str = "Session attributes were set";
pub(crate) const ROLE_CHANGES_LATER: &str =
    "Successfully started data sync. Role change will occur upon successful completion.";
pub(crate) const ROLE_CHANGED: &str = "Successfully changed role.";

pub(crate) const SHORTCUT_IMPORTED: &str = "Successfully imported Jump Item shortcut";
pub(crate) const STATUS_SET: &str = "Representative status was set";
pub(crate) const LOGGED_OUT: &str = "Representative was logged out";
pub(crate) const LEFT: &str = "Successfully left the session";
pub(crate) const MESSAGE_SENT: &str = "Message was sent";

/// The page that stands for a missing permission; the guide names its title.
pub(crate) const DOCUMENT_NOT_FOUND: &str =
    "<html><head><title>Document Not Found</title></head><body>Document Not Found</body></html>\n";

/// The attribute `code` of errors, where they are to have one.
pub(crate) const ERROR_CODE: &str = "simulated";

/// A namespace that no client knows.
pub(crate) const UNKNOWN_NAMESPACE: &str = "urn:example:namespaces:command";

/// Whether the three actions of chatbots need full access, although their pages say read-only.
pub(crate) const CHAT_ACTIONS_NEED_FULL_ACCESS: bool = false;

/// The product whose sites know `join_session`; none is both. PRA lists it without describing it.
pub(crate) const JOINS_SESSIONS: Option<Product> = Some(Product::Rs);

/// The root element of the answer about a virtual customer.
pub(crate) const VIRTUAL_CUSTOMER_ROOT: &str = "virtual_customer";

/// Whether that answer has the lsid of the session: how else would anybody go on with it.
pub(crate) const VIRTUAL_CUSTOMER_HAS_LSID: bool = true;

/// The languages that are installed.
pub(crate) const LOCALES: &[&str] = &["en-us", "de", "es", "es-sp", "fr", "it", "nl", "pt-br", "ja"];

/// How a page of the vendor spells `perm_configuration_vault_account`.
pub(crate) const MISSPELT_PERMISSION: &str = "perm_configuration_vault_acount";

/// The company in answers of old versions.
pub(crate) const COMPANY_NAME: &str = "Example Company";

/// What follows the number of the build in the version of an appliance.
pub(crate) const BUILD_DIGEST: &str = "0123456789abcdef0123456789abcdef01234567";

/// The invitation that goes with a session key.
pub(crate) const MAIL_SUBJECT: &str = "Invitation to a support session";
pub(crate) const MAIL_BODY: &str = "Open this address to begin your session with us.";
pub(crate) const MAIL_KEY: &str = "Or go to our site and type this key: ";

/// How often the text of the invitation is repeated where it is to be very long.
pub(crate) const LONG_MAIL_TIMES: usize = 2_000;

/// The qualities of RDP as shortcuts name them, and as the Configuration API does.
pub(crate) const RDP_QUALITIES: &[(&str, &str)] = &[
    ("low", "low"),
    ("best_perf", "best_performance"),
    ("perf_and_qual", "performance_quality"),
    ("best_qual", "quality"),
    ("video_opt", "performance"),
    ("lossless", "lossless"),
];

/// Parameters of shortcuts whose names are mere guesses: the user of Shell Jump and vPro, and whether
/// a Web Jump checks the certificate.
pub(crate) const SHORTCUT_USERNAME: &str = "username";
pub(crate) const SHORTCUT_CERTIFICATE: &str = "verify_certificate";

/// Whether a shortcut is refused that has a parameter of the other product; else it is ignored, as
/// those are that nobody knows or that another type has.
pub(crate) const FOREIGN_SHORTCUTS_ARE_REFUSED: bool = true;

/// Whether the Jumpoint must exist that a shortcut names without need: it does not come into the row.
pub(crate) const NEEDLESS_JUMPOINTS_EXIST: bool = true;

/// Whether tags of shortcuts are cut to the 64 characters of the Configuration API, where that shows
/// the Jump Item; else its answers are longer than they may be.
pub(crate) const LONG_TAGS_ARE_CUT: bool = true;

/// What `/check_health` says, without a token. Documented: 200 or 500, and a short text.
pub(crate) const HEALTHY: &str = "The appliance is healthy.\n";
pub(crate) const UNHEALTHY: &str = "The appliance is not healthy.\n";

/// What is said if the peer stands in the way of a change of roles; the JSON API answers 500 then,
/// which it documents for what is unexpected.
pub(crate) const PEER_LOST: &str = "The peer cannot be reached";

/// Other sentences about changes of roles.
pub(crate) const NO_FAILOVER: &str = "Failover is not configured";
pub(crate) const ROLE_IS_HELD: &str = "The appliance has this role already";

/// Whether the document at `/openapi.yaml` of the JSON API is read by an account without permission.
pub(crate) const DOCUMENT_NEEDS_NO_PERMISSION: bool = true;

/// Whether the counts of the JSON API are 0 of the kinds that `type` does not name.
pub(crate) const COUNTS_FOLLOW_TYPE: bool = true;

/// The field of API accounts behind a permission that only the JSON API names.
pub(crate) const DUPLICATE_JUMP_CLIENTS_BY: &str = "perm_reporting_jump_item";

/// The field behind a permission that went with the presentations: those who may read the one
/// report may read the other.
pub(crate) const PRESENTATIONS_BY: &str = "perm_reporting_support";

/// Whether `perm_reporting` is told to whoever may read any report; else to those who have a field
/// of that name.
pub(crate) const ANY_REPORT_IS_REPORTING: bool = true;

/// Whether a parameter of the XML API counts as it is in the body where the query has it too.
pub(crate) const BODY_WINS: bool = true;

/// The versions of API and product and the build in the profiles that were not recorded.
pub(crate) const DOCUMENTED_VERSIONS: (&str, &str, &str) = ("1.24.1", "24.3.4", "60412");
pub(crate) const SRA_VERSIONS: (&str, &str, &str) = ("1.25.0", "25.2.1", "63118");

/// Whether `/info` of the JSON API answers an account without permission, as `get_api_info` does.
pub(crate) const INFO_NEEDS_NO_PERMISSION: bool = true;

/// The product whose JSON API ends sessions; none is both. Documented of PRA.
pub(crate) const ENDS_SESSIONS_BY_JSON: Option<Product> = None;

/// What logging somebody out gets who is a user, but not logged in.
pub(crate) const NOT_LOGGED_IN: (StatusCode, &str) =
    (StatusCode::UNPROCESSABLE_ENTITY, "The user is not logged in.");

/// What the JSON API answers to a body that is not said to be JSON, and where JSON is not accepted.
/// That the headers are mandatory is documented, the answers are not; none lets them pass.
pub(crate) const NOT_JSON: Option<(StatusCode, &str)> =
    Some((StatusCode::UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be application/json."));
pub(crate) const JSON_NOT_ACCEPTED: Option<(StatusCode, &str)> =
    Some((StatusCode::NOT_ACCEPTABLE, "The Accept header must allow application/json."));

/// Whether the header may be missing altogether: then everything is accepted, as HTTP has it.
pub(crate) const ACCEPT_MAY_BE_MISSING: bool = true;

/// The versions of the other APIs, as `/info` tells them. That of this one is documented.
pub(crate) const COMMAND_API_VERSION: &str = "2.0.0";
pub(crate) const REPORTING_API_VERSION: &str = "2.0.0";
pub(crate) const BACKUP_API_VERSION: &str = "1.25.0";

/// Whether `/api/command.xsd` needs a token; `/check_health` needs none.
pub(crate) const SCHEMA_NEEDS_TOKEN: bool = false;

/// How sentences of errors begin where they are to be in French, with its typographic apostrophe.
pub(crate) const FRENCH: &[(&str, &str)] = &[
    (INVALID_ACTION, "L’action n’est pas valide"),
    (PERMISSION_DENIED, "L’accès est refusé"),
    (MISSING_PARAMETER, "Il manque un paramètre obligatoire : "),
    (BAD_VALUE, "La valeur de ce paramètre n’est pas valide : "),
    (NO_SESSION, "La session n’a pas été trouvée"),
    (NO_REPRESENTATIVE, "Le technicien n’a pas été trouvé"),
    (NO_QUEUE, "La file d’attente n’a pas été trouvée"),
];
pub(crate) const FRENCH_FOR_ALL_ELSE: &str = "Une erreur s’est produite";

/// How many people can attend a presentation.
pub(crate) const MOST_ATTENDEES: i64 = 100;

/// What goes with every document of the XML APIs. Recorded of the Command API.
pub(crate) const XML_HEADERS: &[(&str, &str)] = &[
    ("cache-control", "must-revalidate, no-cache, no-store, post-check=0, pre-check=0, private"),
    ("vary", "X-Requested-With,Authorization"),
    ("strict-transport-security", "max-age=31536000"),
    ("x-frame-options", "SAMEORIGIN"),
    ("x-content-type-options", "nosniff"),
    ("x-xss-protection", "1; mode=block"),
    ("referrer-policy", "no-referrer-when-downgrade"),
    ("content-security-policy", "default-src 'self'"),
    ("x-ua-compatible", "IE=edge"),
    ("set-cookie", "global_warnings=%5B%5D; path=/login; secure; HttpOnly"),
];
