//! What no source confirms, in one table, so that it can be corrected in one place.
//!
//! Each constant is a guess about the appliance; the rest of the simulator follows documented
//! facts. A constant that turns out to be wrong is changed here and nowhere else.

use std::time::Duration;

use http::StatusCode;

/// The status beyond a rate limit. One production collector has met 429.
pub(crate) const OVER_LIMIT_STATUS: StatusCode = StatusCode::TOO_MANY_REQUESTS;

/// The message beyond a rate limit.
pub(crate) const OVER_LIMIT_MESSAGE: &str = "Too many requests.";

/// The `Retry-After` beyond a rate limit; no source has seen one.
pub(crate) const OVER_LIMIT_RETRY_AFTER: Option<&str> = None;

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

/// The status of a body that is no JSON object.
pub(crate) const MALFORMED_STATUS: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

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
