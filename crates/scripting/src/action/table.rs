//! The table of all script actions.

use bt_sra_core::Product;

use super::ParameterKind::{Choice, Number, Size, Text};
use super::{Action, Evidence, Need, Parameter};

/// Most characters of the value of a custom attribute, the external key included.
const VALUE: Option<u32> = Some(1024);

/// Most characters of names and filters.
const NAME: Option<u32> = Some(255);

const EXTERNAL_KEY: Parameter = Parameter::optional(
    "session.custom.external_key",
    Text(VALUE),
    "the key of another system, such as the number of a ticket",
);

const CUSTOM: Parameter = Parameter::optional(
    "session.custom.*",
    Text(VALUE),
    "a custom attribute by its code name; all values together have 10 KB at most",
);

const TARGET: Parameter =
    Parameter::required("target", Text(None), "host name or IP address of the computer");

const JUMPOINT: Parameter = Parameter::optional(
    "jumpoint",
    Text(None),
    "name of the Jumpoint; asked for if there are several and none is named",
);

const USERNAME: Parameter = Parameter::optional("username", Text(None), "the account; asked for if missing");

const fn filter(name: &'static str, about: &'static str) -> Parameter {
    Parameter::new(name, Text(NAME), Need::SomeOf("search or filter"), about)
}

const fn port(about: &'static str) -> Parameter {
    Parameter::optional("port", Number(1, 65535), about)
}

const fn action(name: &'static str, about: &'static str, parameters: &'static [Parameter]) -> Action {
    Action {
        name,
        about,
        only: None,
        in_web_console: false,
        gone: None,
        evidence: Evidence::Documented,
        doubt: "",
        parameters,
    }
}

impl Action {
    const fn rs(self) -> Self {
        Self { only: Some(Product::Rs), ..self }
    }

    const fn doubted(self, doubt: &'static str) -> Self {
        Self { doubt, ..self }
    }
}

/// All actions of console scripts.
pub static ACTIONS: [Action; 10] = [
    action(
        "login",
        "Log in to the console; does nothing for who is logged in. Without parameters the console uses what it has saved, or asks",
        &[
            Parameter::new(
                "mechanism",
                Choice(&["username_password"]),
                Need::AllOf("credentials"),
                "how to log in",
            ),
            Parameter::new("username", Text(None), Need::AllOf("credentials"), "the user"),
            Parameter::new(
                "password",
                Text(None),
                Need::AllOf("credentials"),
                "the password, which stands in plain text in the script",
            )
            .secret(),
        ],
    ),
    Action {
        in_web_console: true,
        ..action(
            "start_jump_item_session",
            "Begin a session with a Jump Item that the user may reach",
            &[
                Parameter::optional(
                    "jump.method",
                    Choice(&["push", "local_push", "pinned", "rdp", "vnc", "shelljump"]),
                    "keep Jump Items of this kind: pinned is a Jump Client",
                ),
                Parameter::optional(
                    "credential_id",
                    Text(NAME),
                    "keep the Jump Item with this associated credential",
                ),
                Parameter::new(
                    "search_string",
                    Text(None),
                    Need::SomeOf("search or filter"),
                    "of Jump Clients, part of hostname, comments or an IP address",
                ),
                filter("client.comments", "part of the comments, in any case"),
                filter("client.hostname", "part of the host name, in any case"),
                filter("client.private_ip", "part of the private IP address; of Jump Clients only"),
                filter("client.public_ip", "part of the public IP address; of Jump Clients only"),
                filter("client.tag", "part of the tag, in any case"),
                EXTERNAL_KEY,
                CUSTOM,
            ],
        )
    }
    .doubted("that PRA takes all of the methods"),
    action(
        "push_and_start_local",
        "Begin a session with a computer on the network of the console",
        &[Parameter::required("hostname", Text(NAME), "host name of the computer"), EXTERNAL_KEY, CUSTOM],
    ),
    action(
        "push_and_start_remote",
        "Begin a session with a computer on the network of a Jumpoint",
        &[TARGET, JUMPOINT, EXTERNAL_KEY, CUSTOM],
    )
    .doubted("the parameters in PRA, which are those of RS"),
    action(
        "start_shell_jump_session",
        "Begin a session with a network device over SSH or Telnet",
        &[
            TARGET,
            JUMPOINT,
            USERNAME,
            Parameter::optional("protocol", Choice(&["ssh", "telnet"]), "ssh by default"),
            port("the port; 22 by default"),
            Parameter::optional("terminal", Choice(&["xterm", "vt100"]), "xterm by default"),
            EXTERNAL_KEY,
            CUSTOM,
        ],
    )
    .doubted("the parameters in RS, which are those of PRA"),
    action(
        "start_rdp_session",
        "Begin a session over the Remote Desktop Protocol",
        &[
            TARGET,
            JUMPOINT,
            USERNAME,
            Parameter::optional(
                "display_size",
                Size(&["primary_display", "all_displays"]),
                "primary_display by default",
            ),
            Parameter::optional(
                "quality",
                Choice(&["low", "performance", "performance_quality", "quality"]),
                "performance by default",
            ),
            Parameter::optional("console", Choice(&["no", "yes"]), "begin a console session; no by default"),
            EXTERNAL_KEY,
            CUSTOM,
        ],
    )
    .rs(),
    action(
        "start_vnc_session",
        "Begin a session over VNC",
        &[TARGET, JUMPOINT, port("the port; 5900 by default"), EXTERNAL_KEY, CUSTOM],
    )
    .rs(),
    action(
        "start_vpro_session",
        "Begin a session with a computer by Intel vPro",
        &[
            Parameter::required(
                "target",
                Text(None),
                "host name or IP address of the computer; with Kerberos its full name",
            ),
            Parameter::required(
                "jumpoint",
                Text(None),
                "name of the Jumpoint, which must be set up for vPro",
            ),
            EXTERNAL_KEY,
            CUSTOM,
        ],
    )
    .rs(),
    action(
        "generate_session_key",
        "Open the dialog that makes a session key",
        &[
            Parameter::optional(
                "public_portal_hostname",
                Text(NAME),
                "the public site that is chosen beforehand",
            ),
            EXTERNAL_KEY,
            CUSTOM,
        ],
    )
    .rs(),
    Action {
        gone: Some("start_jump_item_session"),
        ..action(
            "start_pinned_client_session",
            "Begin a session with a Jump Client, in consoles of old",
            &[
                Parameter::optional("search_string", Text(None), "part of what describes it")
                    .known(Evidence::Reported),
                Parameter::optional("client.hostname", Text(None), "part of the host name")
                    .known(Evidence::Reported),
                EXTERNAL_KEY.known(Evidence::Reported),
                CUSTOM.known(Evidence::Unconfirmed),
            ],
        )
    },
];
