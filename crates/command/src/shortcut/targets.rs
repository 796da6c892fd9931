//! The types of Jump Items: which parameters each has.

use std::fmt::{self, Display};

use super::Parameters;

/// Makes the type of a target: what it needs, and what it may have.
macro_rules! targets {
    ($($(#[$attribute:meta])* pub struct $name:ident {
        needs { $($needed:ident: $needed_type:ty = $needed_name:literal,)+ }
        has { $($(#[$setter_attribute:meta])* $setter:ident: $type:ty = $parameter:literal,)* }
        flags { $($(#[$flag_attribute:meta])* $flag:ident,)* }
    })+) => {$(
        $(#[$attribute])*
        #[derive(Clone, Debug)]
        pub struct $name {
            parameters: Parameters,
        }

        impl $name {
            /// Takes what it cannot do without.
            pub fn new($($needed: impl Into<$needed_type>),+) -> Self {
                Self { parameters: Parameters::new([$(($needed_name, $needed.into().to_string())),+]) }
            }

            $($(#[$setter_attribute])*
            #[must_use]
            pub fn $setter(self, $setter: impl Into<$type>) -> Self {
                self.set($parameter, $setter.into())
            })*

            $($(#[$flag_attribute])*
            #[must_use]
            pub fn $flag(self) -> Self {
                self.set(stringify!($flag), 1)
            })*

            #[allow(dead_code, reason = "not all of them have something to set")]
            fn set(mut self, name: &'static str, value: impl Display) -> Self {
                self.parameters.set(name, value.to_string());
                self
            }

            pub(crate) fn into_parameters(self) -> Parameters {
                self.parameters
            }
        }
    )+};
}

targets! {
    /// A Local Jump: to a host in the network of the console (128 characters).
    pub struct LocalJump {
        needs { hostname: String = "local_jump_hostname", }
        has {}
        flags {}
    }

    /// A Remote Jump: to a host (128 characters), through a Jumpoint, by code name.
    pub struct RemoteJump {
        needs { hostname: String = "remote_jump_hostname", jumpoint: String = "jumpoint", }
        has {}
        flags {}
    }

    /// A Remote VNC item: a host (128 characters), through a Jumpoint, by code name. The names are
    /// not confirmed.
    pub struct RemoteVnc {
        needs { hostname: String = "remote_vnc_hostname", jumpoint: String = "jumpoint", }
        has {
            /// Sets the port, 100 to 65535; 5900 otherwise.
            port: u16 = "port",
        }
        flags {}
    }

    /// A Local VNC item: a host in the network of the console. The names are not confirmed.
    pub struct LocalVnc {
        needs { hostname: String = "local_vnc_hostname", }
        has {
            /// Sets the port.
            port: u16 = "port",
        }
        flags {}
    }

    /// A Remote RDP item: a host (128 characters), through a Jumpoint, by code name. The names are
    /// not confirmed.
    pub struct RemoteRdp {
        needs { hostname: String = "remote_rdp_hostname", jumpoint: String = "jumpoint", }
        has {
            /// Sets the user to log in as: 128 characters.
            rdp_username: String = "rdp_username",
            /// Sets the domain of the user: 64 characters.
            domain: String = "domain",
            /// Sets the quality of the picture.
            quality: Quality = "quality",
        }
        flags {
            /// Takes the console session.
            console,
            /// Takes any certificate of the host.
            ignore_untrusted,
        }
    }

    /// A Remote RDP item: a host (128 characters), through a Jumpoint, by code name. The names are
    /// not confirmed.
    pub struct PraRemoteRdp {
        needs { hostname: String = "remote_rdp_hostname", jumpoint: String = "jumpoint", }
        has {
            /// Sets the user to log in as: 128 characters.
            rdp_username: String = "rdp_username",
            /// Sets the domain of the user: 64 characters.
            domain: String = "domain",
            /// Sets the quality of the picture.
            quality: Quality = "quality",
            /// Sets the system that the credentials are for: 250 characters.
            target_system: String = "target_system",
            /// Sets the kind of the credentials: 250 characters.
            credential_type: String = "credential_type",
        }
        flags {
            /// Takes the console session.
            console,
            /// Takes any certificate of the host.
            ignore_untrusted,
            /// Records what happens in the session.
            session_forensics,
        }
    }

    /// A Local RDP item: a host in the network of the console. The names are not confirmed.
    pub struct LocalRdp {
        needs { hostname: String = "local_rdp_hostname", }
        has {
            /// Sets the user to log in as: 128 characters.
            rdp_username: String = "rdp_username",
            /// Sets the domain of the user: 64 characters.
            domain: String = "domain",
            /// Sets the quality of the picture.
            quality: Quality = "quality",
        }
        flags {
            /// Takes the console session.
            console,
            /// Takes any certificate of the host.
            ignore_untrusted,
        }
    }

    /// A Shell Jump: a host (128 characters), through a Jumpoint, by code name. The names are not
    /// confirmed, and that of the user is not known at all.
    pub struct ShellJump {
        needs {
            hostname: String = "shelljump_hostname",
            jumpoint: String = "jumpoint",
            protocol: ShellProtocol = "protocol",
        }
        has {
            /// Sets the port; 22 or 23 otherwise.
            port: u16 = "port",
            /// Sets the terminal.
            terminal: ShellTerminal = "terminal",
            /// Sets the seconds between signs of life, 300 at most; 0 is none.
            keep_alive: u16 = "keep_alive",
        }
        flags {}
    }

    /// A Web Jump: an http or https address (255 characters), through a Jumpoint, by code name. The
    /// names are not confirmed.
    pub struct WebJump {
        needs { url: String = "url", jumpoint: String = "jumpoint", }
        has {}
        flags {}
    }

    /// A Protocol Tunnel Jump: a host (128 characters), through a Jumpoint, by code name. The names
    /// are not confirmed.
    pub struct ProtocolTunnelJump {
        needs { hostname: String = "protocol_tunnel_hostname", jumpoint: String = "jumpoint", }
        has {
            /// Sets the tunnels, such as `auto->22;3306->3306`.
            tcp_tunnels: String = "tcp_tunnels",
            /// Sets the local address, one of 127.0.0.0/8.
            local_address: String = "local_address",
        }
        flags {}
    }

    /// An Intel vPro item: a host, through a Jumpoint, by code name. The names are not confirmed.
    pub struct Vpro {
        needs { hostname: String = "vpro_hostname", jumpoint: String = "jumpoint", }
        has {}
        flags {}
    }
}

impl PraRemoteRdp {
    /// Begins one application instead of a desktop.
    #[must_use]
    pub fn secure_app(self, app: SecureApp) -> Self {
        let item = self.set("secure_app_type", app.kind());
        app.into_parameters().into_iter().fold(item, |item, (name, value)| item.set(name, value))
    }
}

/// The one application of a Remote RDP item (PRA).
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum SecureApp {
    /// A RemoteApp.
    RemoteApp {
        /// Its name: 512 characters.
        name: String,
        /// Its parameters: 8,000 characters.
        params: String,
    },
    /// An executable that the remote desktop agent begins.
    RemoteDesktopAgent {
        /// Where it is: 512 characters.
        path: String,
        /// Its parameters: 8,000 characters.
        params: String,
    },
    /// The same, with credentials put in.
    RemoteDesktopAgentCredentials {
        /// Where it is: 512 characters.
        path: String,
        /// Its parameters: 8,000 characters.
        params: String,
    },
}

impl fmt::Debug for SecureApp {
    /// Shows which it is. Parameters may hold passwords.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())
    }
}

impl SecureApp {
    fn kind(&self) -> &'static str {
        match self {
            Self::RemoteApp { .. } => "remote_app",
            Self::RemoteDesktopAgent { .. } => "remote_desktop_agent",
            Self::RemoteDesktopAgentCredentials { .. } => "remote_desktop_agent_credentials",
        }
    }

    fn into_parameters(self) -> [(&'static str, String); 2] {
        match self {
            Self::RemoteApp { name, params } => [("remote_app_name", name), ("remote_app_params", params)],
            Self::RemoteDesktopAgent { path, params }
            | Self::RemoteDesktopAgentCredentials { path, params } => {
                [("remote_exe_path", path), ("remote_exe_params", params)]
            }
        }
    }
}

/// Makes enums of words.
macro_rules! words {
    ($($(#[$attribute:meta])* pub enum $name:ident {
        $($(#[$variant_attribute:meta])* $variant:ident = $word:literal,)+
    })+) => {$(
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_attribute])* $variant,)+
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Self::$variant => $word,)+
                })
            }
        }
    )+};
}

words! {
    /// The protocol of a Shell Jump.
    pub enum ShellProtocol {
        /// SSH.
        Ssh = "ssh",
        /// Telnet.
        Telnet = "telnet",
    }

    /// The terminal of a Shell Jump.
    pub enum ShellTerminal {
        /// xterm.
        Xterm = "xterm",
        /// VT100.
        Vt100 = "VT100",
    }

    /// The quality of the picture of an RDP item.
    pub enum Quality {
        /// Fewest bytes.
        Low = "low",
        /// Best performance: the default.
        BestPerformance = "best_perf",
        /// Performance and quality.
        PerformanceAndQuality = "perf_and_qual",
        /// Best quality.
        BestQuality = "best_qual",
        /// For moving pictures.
        VideoOptimized = "video_opt",
        /// Nothing left out: newer versions.
        Lossless = "lossless",
    }
}
