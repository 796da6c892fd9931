//! The actions of scripts, and their parameters.

use bt_sra_core::Product;

/// An action.
#[derive(Debug)]
pub(super) struct Action {
    pub(super) name: &'static str,
    /// The product that knows it; none is both.
    pub(super) only: Option<Product>,
    pub(super) parameters: &'static [Parameter],
    /// Whether a session comes of it, which can have attributes.
    pub(super) session: bool,
}

/// A parameter.
#[derive(Debug)]
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) needed: bool,
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// A text of 255 characters at most.
    Short,
    Port,
    One(&'static [&'static str]),
    /// `primary_display`, `all_displays`, or width and height.
    Display,
}

const fn free(name: &'static str, kind: Kind) -> Parameter {
    Parameter { name, kind, needed: false }
}

const fn needed(name: &'static str, kind: Kind) -> Parameter {
    Parameter { name, kind, needed: true }
}

const fn session(name: &'static str, parameters: &'static [Parameter]) -> Action {
    Action { name, only: None, parameters, session: true }
}

const TARGET: Parameter = needed("target", Kind::Text);
const JUMPOINT: Parameter = free("jumpoint", Kind::Text);
const RS: Option<Product> = Some(Product::Rs);

pub(super) const ACTIONS: &[Action] = &[
    Action {
        name: super::LOGIN,
        only: None,
        parameters: &[
            free("mechanism", Kind::One(&["username_password"])),
            free("username", Kind::Text),
            free("password", Kind::Text),
        ],
        session: false,
    },
    session(
        super::JUMP,
        &[
            free("jump.method", Kind::One(&["push", "local_push", "pinned", "rdp", "vnc", "shelljump"])),
            free("credential_id", Kind::Short),
            free("search_string", Kind::Text),
            free("client.comments", Kind::Short),
            free("client.hostname", Kind::Short),
            free("client.private_ip", Kind::Short),
            free("client.public_ip", Kind::Short),
            free("client.tag", Kind::Short),
        ],
    ),
    session("push_and_start_local", &[needed("hostname", Kind::Short)]),
    session("push_and_start_remote", &[TARGET, JUMPOINT]),
    session(
        "start_shell_jump_session",
        &[
            TARGET,
            JUMPOINT,
            free("username", Kind::Text),
            free("protocol", Kind::One(&["ssh", "telnet"])),
            free("port", Kind::Port),
            free("terminal", Kind::One(&["xterm", "vt100"])),
        ],
    ),
    Action {
        only: RS,
        ..session(
            "start_rdp_session",
            &[
                TARGET,
                JUMPOINT,
                free("username", Kind::Text),
                free("display_size", Kind::Display),
                free("quality", Kind::One(&["low", "performance", "performance_quality", "quality"])),
                free("console", Kind::One(&["no", "yes"])),
            ],
        )
    },
    Action { only: RS, ..session("start_vnc_session", &[TARGET, JUMPOINT, free("port", Kind::Port)]) },
    Action { only: RS, ..session("start_vpro_session", &[TARGET, needed("jumpoint", Kind::Text)]) },
    Action { only: RS, ..session("generate_session_key", &[free("public_portal_hostname", Kind::Short)]) },
];
