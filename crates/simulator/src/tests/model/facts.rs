//! The resources as the reference describes them, written down by hand and not taken from the
//! catalog: if both sides read the same table, a wrong row would agree with itself.

use bt_sra_core::Product;

/// What a field or a filter may hold.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Text of at least and at most so many characters.
    Text(usize, usize),
    /// A code name of at most so many characters.
    Code(usize),
    /// A whole number between these two.
    Int(i64, i64),
    Flag,
    Choice(&'static [&'static str]),
    /// The id of something in this collection.
    Ref(&'static str),
    /// The same, where 0 stands for nothing.
    RefOrZero(&'static str),
    /// The code name of an account policy.
    Policy,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) required: bool,
    /// Always sent in a creation, though no document demands it.
    pub(super) always: bool,
    pub(super) nullable: bool,
    /// Never in an answer as it was sent.
    pub(super) secret: bool,
    /// Taken in a creation, shown nowhere.
    pub(super) request_only: bool,
    /// Not changed after the creation.
    pub(super) fixed: bool,
    /// What stands there if nothing was sent, as JSON; empty where no source says.
    pub(super) default: &'static str,
    pub(super) only: Option<Product>,
}

const fn field(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: false,
        always: false,
        nullable: false,
        secret: false,
        request_only: false,
        fixed: false,
        default: "",
        only: None,
    }
}

impl Field {
    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn always(mut self) -> Self {
        self.always = true;
        self
    }

    const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    const fn request_only(mut self) -> Self {
        self.request_only = true;
        self
    }

    const fn fixed(mut self) -> Self {
        self.fixed = true;
        self
    }

    const fn or(mut self, default: &'static str) -> Self {
        self.default = default;
        self
    }

    const fn pra(mut self) -> Self {
        self.only = Some(Product::Pra);
        self
    }
}

/// One collection: `template` is its path, with `{id}` for the parent's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resource {
    pub(super) template: &'static str,
    /// What identifies a member in the path.
    pub(super) key: &'static str,
    /// `l`ist, `s`how, `n`ew, `c`hange, `d`elete, `y` for a copy.
    pub(super) verbs: &'static str,
    pub(super) fields: &'static [Field],
    pub(super) filters: &'static [&'static str],
    pub(super) paged: bool,
    /// The statuses of a creation and of a deletion.
    pub(super) made: u16,
    pub(super) gone: u16,
    pub(super) only: Option<Product>,
}

const fn resource(template: &'static str, fields: &'static [Field]) -> Resource {
    Resource {
        template,
        key: "id",
        verbs: "lsncd",
        fields,
        filters: &[],
        paged: true,
        made: 201,
        gone: 204,
        only: None,
    }
}

impl Resource {
    const fn key(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }

    const fn verbs(mut self, verbs: &'static str) -> Self {
        self.verbs = verbs;
        self
    }

    const fn filters(mut self, filters: &'static [&'static str]) -> Self {
        self.filters = filters;
        self
    }

    const fn unpaged(mut self) -> Self {
        self.paged = false;
        self
    }

    const fn statuses(mut self, made: u16, gone: u16) -> Self {
        self.made = made;
        self.gone = gone;
        self
    }

    const fn pra(mut self) -> Self {
        self.only = Some(Product::Pra);
        self
    }

    const fn rs(mut self) -> Self {
        self.only = Some(Product::Rs);
        self
    }

    pub(super) fn can(&self, verb: char) -> bool {
        self.verbs.contains(verb)
    }

    /// A list below an item of another collection.
    pub(super) fn is_below(&self) -> bool {
        self.template.contains("{id}")
    }
}

const MAX: i64 = 2_147_483_647;
const JUMP_GROUP: Field = field("jump_group_id", Kind::Ref("/jump-group")).required();
const JUMPOINT: Field = field("jumpoint_id", Kind::Ref("/jumpoint")).required();
const OWNER: Field = field("jump_group_type", Kind::Choice(&["shared"])).or("\"shared\"");
const TAG: Field = field("tag", Kind::Text(0, 64));
const COMMENTS: Field = field("comments", Kind::Text(0, 1024));
const JUMP_POLICY: Field = field("jump_policy_id", Kind::Ref("/jump-policy")).nullable();
const SESSION_POLICY: Field = field("session_policy_id", Kind::Ref("/session-policy")).nullable();
const ITEM_NAME: Field = field("name", Kind::Text(1, 128)).required();
const NAME: Field = field("name", Kind::Text(1, 255)).required();
const CODE_NAME: Field = field("code_name", Kind::Code(64));
const NOTES: Field = field("comments", Kind::Text(0, 4096)).nullable();
const USER: Field = field("user_id", Kind::Ref("/user")).required().fixed();
const ROLE: Field = field("role", Kind::Choice(&["inject", "inject_and_checkout"])).or("\"inject\"");
const TEAM_ROLE: Field = field("role", Kind::Choice(&["member", "lead", "manager"])).or("\"member\"");
const ITEM_FILTERS: &[&str] = &["name", "hostname", "jump_group_id", "jump_group_type", "jumpoint_id", "tag"];

const SHELL: &[Field] = &[
    ITEM_NAME,
    JUMPOINT,
    field("hostname", Kind::Text(1, 128)).required(),
    field("protocol", Kind::Choice(&["ssh", "telnet"])).required(),
    field("port", Kind::Int(1, 65_535)),
    JUMP_GROUP,
    OWNER,
    field("terminal", Kind::Choice(&["xterm", "VT100"])).or("\"xterm\""),
    field("keep_alive", Kind::Int(0, 300)),
    TAG,
    COMMENTS,
    JUMP_POLICY,
    field("username", Kind::Text(0, 128)),
    SESSION_POLICY,
];
const RDP: &[Field] = &[
    ITEM_NAME,
    JUMPOINT,
    field("hostname", Kind::Text(1, 128)).required(),
    JUMP_GROUP,
    OWNER,
    field("quality", Kind::Choice(&["low", "lossless"])).or("\"best_performance\""),
    field("console", Kind::Flag).or("false"),
    field("domain", Kind::Text(0, 64)),
    TAG,
    JUMP_POLICY,
    field("session_forensics", Kind::Flag).or("false").pra(),
];
const VNC: &[Field] = &[
    ITEM_NAME,
    JUMPOINT,
    field("hostname", Kind::Text(1, 128)).required(),
    field("port", Kind::Int(100, 65_535)).or("5900"),
    JUMP_GROUP,
    OWNER,
    TAG,
    COMMENTS,
];
const WEB: &[Field] = &[
    ITEM_NAME,
    JUMPOINT,
    field("url", Kind::Text(1, 255)).required(),
    JUMP_GROUP,
    OWNER,
    field("username_format", Kind::Choice(&["username_only", "force_upn_format"])).or("\"default\""),
    field("verify_certificate", Kind::Flag).or("true"),
    field("authentication_timeout", Kind::Int(1, 30)).or("3"),
    TAG,
    SESSION_POLICY,
];
const CLIENT: &[Field] = &[field("name", Kind::Text(1, 128)), TAG, COMMENTS, JUMP_POLICY];
const INSTALLER: &[Field] = &[
    JUMP_GROUP,
    OWNER,
    field("name", Kind::Text(0, 128)),
    TAG,
    COMMENTS,
    field("connection_type", Kind::Choice(&["active", "passive"])).or("\"active\""),
    field("valid_duration", Kind::Int(10, 525_600)).request_only(),
    field("elevate_install", Kind::Flag).or("true"),
    field("allow_override_tag", Kind::Flag).or("false"),
];
const GROUP: &[Field] = &[NAME, CODE_NAME, NOTES, field("ecm_group_id", Kind::Int(1, MAX)).pra()];
const POINT: &[Field] = &[
    NAME,
    field("platform", Kind::Choice(&["linux-x86", "windows-x86"])).required().fixed(),
    CODE_NAME,
    COMMENTS,
    field("enabled", Kind::Flag).or("true"),
    field("clustered", Kind::Flag).or("false").fixed(),
    field("shell_jump_enabled", Kind::Flag).or("false"),
    field("protocol_tunnel_enabled", Kind::Flag).or("true").pra(),
    field("jzp_proxy_port", Kind::Int(1, 65_535)).or("9555"),
];
const POLICY: &[Field] = &[
    field("display_name", Kind::Text(1, 255)).required(),
    CODE_NAME,
    field("description", Kind::Text(0, 1000)),
    field("schedule_enabled", Kind::Flag).or("true"),
    field("simultaneous_jumps", Kind::Choice(&["join", "disallow"])).or("\"global\""),
    field("ticket_id_required", Kind::Flag).or("false"),
    field("recordings_disabled", Kind::Flag).or("false").pra(),
    field("approval_max_duration", Kind::Int(1, 524_160)).or("480").pra(),
];
const TEAM: &[Field] = &[NAME, CODE_NAME, NOTES];
const GROUP_POLICY: &[Field] = &[
    NAME,
    field("perm_access_allowed", Kind::Flag).or("false").pra(),
    field("perm_collaborate", Kind::Flag).or("false"),
    field("perm_session_idle_timeout", Kind::Int(-1, 86_400)).or("-1"),
    field("default_jump_item_role_id", Kind::Ref("/jump-item-role")).or("1"),
];
const PERSON: &[Field] = &[
    field("username", Kind::Text(1, 64)).always(),
    field("public_display_name", Kind::Text(1, 64)).required(),
    field("password", Kind::Text(0, 256)).secret(),
    field("preferred_email_language", Kind::Text(2, 10)).or("\"en-us\""),
    field("email_address", Kind::Text(3, 255)),
    field("two_factor_required", Kind::Flag).or("false"),
    field("enabled", Kind::Flag).or("true"),
];
const VENDOR: &[Field] = &[
    NAME,
    field("default_policy", Kind::Ref("/group-policy")).required(),
    field("account_expiration", Kind::Int(1, 365)).or("30"),
    field("deletion_days_after_expiration", Kind::Int(1, 365)).nullable().or("null"),
    field("duration", Kind::Int(1, 168)).or("24"),
    field("duration_enabled", Kind::Flag).or("false"),
];
const VENDOR_USER: &[Field] = &[
    field("username", Kind::Text(1, 64)).required(),
    field("public_display_name", Kind::Text(1, 64)).required(),
    field("password", Kind::Text(1, 255)).required().secret(),
    field("email_address", Kind::Text(1, 256)).required(),
    field("password_reset_next_login", Kind::Flag).or("false"),
    field("enabled", Kind::Flag).or("true"),
];
const ACCOUNT_GROUP: &[Field] =
    &[NAME, field("description", Kind::Text(0, 1024)), field("account_policy", Kind::Policy).nullable()];
/// The age is always sent, since it must be defined where rotation is scheduled.
const ACCOUNT_POLICY: &[Field] = &[
    NAME,
    // The one code name that has no pattern.
    field("code_name", Kind::Text(0, 64)).fixed(),
    field("description", Kind::Text(0, 1024)),
    field("auto_rotate_credentials", Kind::Flag),
    field("allow_simultaneous_checkout", Kind::Flag),
    field("scheduled_password_rotation", Kind::Flag),
    field("maximum_password_age", Kind::Int(1, 365)).always(),
];
const REP_STATUS: &[Field] = &[
    field("name", Kind::Text(1, 64)).always(),
    CODE_NAME,
    field("display_as", Kind::Choice(&["away", "busy"])),
];
const JUMP_ROLE: Field = field("jump_item_role_id", Kind::RefOrZero("/jump-item-role")).or("0");

const VAULT_NAME: Field = NAME;
const DESCRIPTION: Field = field("description", Kind::Text(0, 4096));
const ACCOUNT_GROUP_ID: Field = field("account_group_id", Kind::Ref("/vault/account-group")).or("1");
const ACCOUNT_POLICY_NAME: Field = field("account_policy", Kind::Policy).nullable();
const LOGIN: Field = field("username", Kind::Text(1, 255)).required();
const KEYS: &[&str] = &["rsa_2048", "rsa_4096", "ecc_secp384r1"];
const DIGESTS: &[&str] = &["sha256", "sha512"];

/// The kinds of vault accounts: the ones that can be created first.
pub(super) const VAULT_KINDS: &[(&str, &[Field])] = &[
    (
        "username_password",
        &[
            VAULT_NAME,
            LOGIN,
            field("password", Kind::Text(1, 255)).required().secret(),
            DESCRIPTION,
            ACCOUNT_GROUP_ID,
            ACCOUNT_POLICY_NAME,
        ],
    ),
    ("ssh", SSH),
    ("ssh_ca", SSH),
    (
        "opaque_token",
        &[
            VAULT_NAME,
            field("token", Kind::Text(1, 4096)).required().secret(),
            DESCRIPTION,
            ACCOUNT_GROUP_ID,
            ACCOUNT_POLICY_NAME,
        ],
    ),
    (
        "x509_ca",
        &[
            VAULT_NAME,
            DESCRIPTION,
            field("subject", Kind::Text(1, 255)).required().fixed(),
            field("ttl", Kind::Choice(&["365", "7300"])).required().fixed(),
            field("key_algorithm", Kind::Choice(KEYS)).required().fixed(),
            field("cert_digest_algorithm", Kind::Choice(DIGESTS)).required().fixed(),
        ],
    ),
];

const SSH: &[Field] = &[
    VAULT_NAME,
    LOGIN,
    field("private_key", Kind::Text(1, 4096)).required().secret(),
    field("private_key_passphrase", Kind::Text(1, 1024)).secret(),
    DESCRIPTION,
    ACCOUNT_GROUP_ID,
];

/// A secret that was found in the cloud has its name from there.
pub(super) const CLOUD_SECRET: &[Field] = &[ACCOUNT_GROUP_ID, ACCOUNT_POLICY_NAME];

/// What is left of the kinds that cannot be created.
pub(super) const OTHER_ACCOUNTS: &[Field] = &[VAULT_NAME, DESCRIPTION];

/// The members of an account in a list.
pub(super) const SLIM: &[&str] =
    &["id", "type", "name", "description", "personal", "owner_user_id", "account_group_id", "account_policy"];

pub(super) const ACCOUNTS: &str = "/vault/account";
pub(super) const ACCOUNT_GROUPS: &str = "/vault/account-group";
pub(super) const ACCOUNT_POLICIES: &str = "/vault/account-policy";

pub(super) const RESOURCES: &[Resource] = &[
    resource("/jump-item/shell-jump", SHELL).verbs("lsncdy").filters(ITEM_FILTERS),
    resource("/jump-item/remote-rdp", RDP).verbs("lsncdy").filters(ITEM_FILTERS),
    resource("/jump-item/remote-vnc", VNC).verbs("lsncdy").filters(ITEM_FILTERS),
    resource("/jump-item/web-jump", WEB)
        .verbs("lsncdy")
        .filters(&["name", "url", "jump_group_id", "jump_group_type", "jumpoint_id", "tag"])
        .pra(),
    resource("/jump-group", GROUP).filters(&["name", "code_name"]),
    resource("/jumpoint", POINT).filters(&["name", "code_name"]),
    resource("/jump-policy", POLICY).filters(&["code_name"]),
    resource("/team", TEAM).filters(&["name", "code_name"]),
    resource("/group-policy", GROUP_POLICY).filters(&["name"]),
    resource("/user", PERSON).filters(&["username", "email_address"]),
    resource("/vendor", VENDOR).filters(&["name"]).pra(),
    resource("/vendor/{id}/user", VENDOR_USER).statuses(200, 204).pra(),
    resource("/rep-status", REP_STATUS).filters(&["name"]).rs(),
    resource("/jump-client", CLIENT).verbs("lscdy").filters(&["name", "tag", "jump_group_id"]),
    resource("/jump-client/installer", INSTALLER).verbs("lsnd").filters(&["name", "tag", "jump_group_id"]),
    resource(ACCOUNTS, OTHER_ACCOUNTS).filters(&["name", "account_group_id", "type", "include_personal"]),
    resource(ACCOUNT_GROUPS, ACCOUNT_GROUP).filters(&["name"]),
    resource(ACCOUNT_POLICIES, ACCOUNT_POLICY).filters(&["name", "code_name"]),
    resource(
        "/jump-group/{id}/user",
        &[
            USER,
            field("jump_item_role_id", Kind::Ref("/jump-item-role")),
            field("jump_policy_id", Kind::Ref("/jump-policy")).pra(),
        ],
    )
    .key("user_id"),
    resource("/jumpoint/{id}/user", &[USER]).key("user_id").verbs("lsnd").unpaged(),
    resource("/team/{id}/user", &[USER, TEAM_ROLE]).key("user_id"),
    resource(
        "/group-policy/{id}/jumpoint",
        &[field("jumpoint_id", Kind::Ref("/jumpoint")).required().fixed()],
    )
    .key("jumpoint_id")
    .verbs("lsnd"),
    resource(
        "/group-policy/{id}/jump-group",
        &[
            field("jump_group_id", Kind::Ref("/jump-group")).required().fixed(),
            JUMP_ROLE,
            field("jump_policy_id", Kind::RefOrZero("/jump-policy")).or("0").pra(),
        ],
    )
    .key("jump_group_id")
    .verbs("lsnd")
    .unpaged(),
    resource(
        "/group-policy/{id}/member",
        &[field("security_provider_id", Kind::Ref("/security-provider")).required(), USER],
    )
    .verbs("lsnd")
    .pra(),
    resource(
        "/group-policy/{id}/vault-account",
        &[field("account_id", Kind::Ref(ACCOUNTS)).required().fixed(), ROLE],
    )
    .key("account_id")
    .verbs("lsnd")
    .unpaged()
    .statuses(201, 200),
    resource(
        "/group-policy/{id}/vault-account-group",
        &[field("account_group_id", Kind::Ref(ACCOUNT_GROUPS)).required().fixed(), ROLE],
    )
    .key("account_group_id")
    .verbs("lnd")
    .unpaged()
    .statuses(201, 200),
    resource(
        "/group-policy/{id}/team",
        &[field("team_id", Kind::Ref("/team")).required().fixed(), TEAM_ROLE],
    )
    .key("team_id")
    .verbs("lsnd"),
    resource("/vault/account/{id}/user", &[USER, ROLE]).key("user_id"),
    resource("/vault/account-group/{id}/user", &[USER, ROLE]).key("user_id"),
    resource("/jump-item-role", &[]).verbs("ls").filters(&["name"]),
    resource("/session-policy", &[]).verbs("l"),
    resource("/security-provider", &[]).verbs("l"),
];
