//! The parameters of `import_jump_shortcut`. But for Local and Remote Jump the names are
//! remembered rather than read; the limits are those of the Configuration API.

use bt_sra_core::Product::{Pra, Rs};

use super::Evidence::Unconfirmed;
use super::ParameterKind::{Choice, Flag, Number, Text};
use super::{Need, Parameter};

/// Most characters of a host name.
const HOST: Option<u32> = Some(128);

const QUALITY: &[&str] = &["low", "best_perf", "perf_and_qual", "best_qual", "video_opt", "lossless"];

const SECURE_APP: &[&str] =
    &["none", "remote_app", "remote_desktop_agent", "remote_desktop_agent_credentials"];

const TYPE: Need = Need::OneOf("type of Jump");

const fn host(name: &'static str, about: &'static str) -> Parameter {
    Parameter::new(name, Text(HOST), TYPE, about)
}

pub(super) const PARAMETERS: &[Parameter] = &[
    Parameter::required("name", Text(Some(128)), "name of the Jump Item"),
    Parameter::required("group", Text(None), "code name of the Jump Group, which is shared"),
    host("local_jump_hostname", "makes it a Local Jump to this host"),
    host("remote_jump_hostname", "makes it a Remote Jump to this host").with(&["jumpoint"]),
    host("remote_vnc_hostname", "makes it a Remote VNC item").with(&["jumpoint"]).known(Unconfirmed),
    host("local_vnc_hostname", "makes it a Local VNC item").of(Rs).known(Unconfirmed),
    host("remote_rdp_hostname", "makes it a Remote RDP item").with(&["jumpoint"]).known(Unconfirmed),
    host("local_rdp_hostname", "makes it a Local RDP item").of(Rs).known(Unconfirmed),
    host("shelljump_hostname", "makes it a Shell Jump").with(&["jumpoint", "protocol"]).known(Unconfirmed),
    host("protocol_tunnel_hostname", "makes it a Protocol Tunnel Jump")
        .with(&["jumpoint"])
        .of(Pra)
        .known(Unconfirmed),
    host("vpro_hostname", "makes it an Intel vPro item").with(&["jumpoint"]).of(Rs).known(Unconfirmed),
    Parameter::new("url", Text(Some(255)), TYPE, "makes it a Web Jump to this address")
        .with(&["jumpoint"])
        .private()
        .of(Pra)
        .known(Unconfirmed),
    Parameter::optional(
        "jumpoint",
        Text(None),
        "code name of the Jumpoint; required but for Local Jump, Local VNC and Local RDP",
    ),
    Parameter::optional("tag", Text(Some(1024)), "a tag; the Configuration API takes 64 characters"),
    Parameter::optional("comments", Text(Some(1024)), "comments"),
    Parameter::optional("jump_policy", Text(None), "code name of the Jump Policy"),
    Parameter::optional("session_policy", Text(None), "code name of the session policy").of(Pra),
    Parameter::optional(
        "session_policy_present",
        Text(None),
        "code name of the policy with a customer present",
    )
    .of(Rs)
    .known(Unconfirmed),
    Parameter::optional(
        "session_policy_not_present",
        Text(None),
        "code name of the policy without a customer",
    )
    .of(Rs)
    .known(Unconfirmed),
    Parameter::optional("public_portal", Text(None), "host name of the public portal")
        .of(Rs)
        .known(Unconfirmed),
    Parameter::optional("port", Number(1, 65_535), "port of VNC (5900 by default), SSH (22) or Telnet (23)")
        .known(Unconfirmed),
    Parameter::optional("rdp_username", Text(Some(128)), "RDP: the user to log in as").known(Unconfirmed),
    Parameter::optional("domain", Text(Some(64)), "RDP: the domain of the user").known(Unconfirmed),
    Parameter::optional("quality", Choice(QUALITY), "RDP: quality of the picture").known(Unconfirmed),
    Parameter::optional("console", Flag, "RDP: take the console session; 0 by default").known(Unconfirmed),
    Parameter::optional("ignore_untrusted", Flag, "RDP: take any certificate; 0 by default")
        .known(Unconfirmed),
    Parameter::optional("session_forensics", Flag, "RDP: record what happens in the session")
        .of(Pra)
        .known(Unconfirmed),
    Parameter::optional("secure_app_type", Choice(SECURE_APP), "RDP: how one application is begun")
        .of(Pra)
        .known(Unconfirmed),
    Parameter::optional("remote_app_name", Text(Some(512)), "RDP: the RemoteApp").of(Pra).known(Unconfirmed),
    Parameter::optional("remote_app_params", Text(Some(8000)), "RDP: its parameters")
        .private()
        .of(Pra)
        .known(Unconfirmed),
    Parameter::optional("remote_exe_path", Text(Some(512)), "RDP: the executable").of(Pra).known(Unconfirmed),
    Parameter::optional("remote_exe_params", Text(Some(8000)), "RDP: its parameters")
        .private()
        .of(Pra)
        .known(Unconfirmed),
    Parameter::optional("target_system", Text(Some(250)), "RDP: the system of the credentials")
        .of(Pra)
        .known(Unconfirmed),
    Parameter::optional("credential_type", Text(Some(250)), "RDP: the kind of credentials")
        .of(Pra)
        .known(Unconfirmed),
    Parameter::optional("protocol", Choice(&["ssh", "telnet"]), "Shell Jump: the protocol, which it needs")
        .known(Unconfirmed),
    Parameter::optional("terminal", Choice(&["xterm", "VT100"]), "Shell Jump: the terminal")
        .known(Unconfirmed),
    Parameter::optional("keep_alive", Number(0, 300), "Shell Jump: seconds between signs of life; 0 is none")
        .known(Unconfirmed),
    Parameter::optional(
        "tcp_tunnels",
        Text(Some(5000)),
        "Protocol Tunnel Jump: LOCAL->REMOTE ports, with ; between them; LOCAL may be auto",
    )
    .of(Pra)
    .known(Unconfirmed),
    Parameter::optional("local_address", Text(Some(32)), "Protocol Tunnel Jump: an address of 127.0.0.0/8")
        .of(Pra)
        .known(Unconfirmed),
];
