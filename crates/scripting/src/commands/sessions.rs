//! Commands that name the computer themselves, and session keys.

use super::{session_commands, words};
use crate::Command;

/// Begins a session with a computer on the network of the console.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PushAndStartLocal {
    command: Command,
}

/// Begins a session with a computer on the network of a Jumpoint. Its parameters in PRA are taken
/// from RS.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PushAndStartRemote {
    command: Command,
}

/// Begins a session with a network device over SSH or Telnet. Its parameters in RS are taken from
/// PRA.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StartShellJumpSession {
    command: Command,
}

/// Begins a session over the Remote Desktop Protocol.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StartRdpSession {
    command: Command,
}

/// Begins a session over VNC.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StartVncSession {
    command: Command,
}

/// Begins a session with a computer by Intel vPro.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StartVproSession {
    command: Command,
}

/// Opens the dialog of the console that makes a session key. Not the action of the Command API,
/// which makes one itself.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct GenerateSessionKey {
    command: Command,
}

words! {
    /// The protocol of a Shell Jump.
    ShellProtocol {
        /// SSH, the default.
        Ssh = "ssh",
        /// Telnet.
        Telnet = "telnet",
    }
}

words! {
    /// The terminal of a Shell Jump.
    Terminal {
        /// The default.
        Xterm = "xterm",
        /// The old one.
        Vt100 = "vt100",
    }
}

words! {
    /// How much the picture of an RDP session may cost.
    RdpQuality {
        /// The least.
        Low = "low",
        /// Speed first, the default.
        Performance = "performance",
        /// A little of both.
        PerformanceQuality = "performance_quality",
        /// The picture first.
        Quality = "quality",
    }
}

/// How large the display of an RDP session is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum DisplaySize {
    /// As the primary display, the default.
    PrimaryDisplay,
    /// As all displays.
    AllDisplays,
    /// Of so many points.
    Points {
        /// From left to right.
        width: u16,
        /// From top to bottom.
        height: u16,
    },
}

impl DisplaySize {
    fn text(self) -> String {
        match self {
            Self::PrimaryDisplay => "primary_display".to_owned(),
            Self::AllDisplays => "all_displays".to_owned(),
            Self::Points { width, height } => format!("{width}x{height}"),
        }
    }
}

/// Gives commands setters of a text.
macro_rules! setters {
    ($($name:ident: $($setter:ident = $about:literal),*;)*) => {$(
        impl $name {
            $(
                #[doc = concat!("Sets ", $about, ".")]
                #[must_use]
                pub fn $setter(mut self, value: &str) -> Self {
                    self.command.set(stringify!($setter), value);
                    self
                }
            )*
        }
    )*};
}

/// Makes commands whose first parameter is the computer.
macro_rules! targets {
    ($($name:ident = $action:literal;)*) => {$(
        impl $name {
            /// Names the computer by its host name or IP address.
            #[must_use]
            pub fn new(target: &str) -> Self {
                Self { command: Command::new($action).param("target", target) }
            }
        }
    )*};
}

targets! {
    PushAndStartRemote = "push_and_start_remote";
    StartShellJumpSession = "start_shell_jump_session";
    StartRdpSession = "start_rdp_session";
    StartVncSession = "start_vnc_session";
}

setters! {
    PushAndStartRemote: jumpoint = "the name of the Jumpoint, which is asked for if there are several";
    StartShellJumpSession:
        jumpoint = "the name of the Jumpoint, which is asked for if there are several",
        username = "the account, which is asked for otherwise";
    StartRdpSession:
        jumpoint = "the name of the Jumpoint, which is asked for if there are several",
        username = "the account, which is asked for otherwise";
    StartVncSession: jumpoint = "the name of the Jumpoint, which is asked for if there are several";
}

impl PushAndStartLocal {
    /// Names the computer by its host name.
    #[must_use]
    pub fn new(hostname: &str) -> Self {
        Self { command: Command::new("push_and_start_local").param("hostname", hostname) }
    }
}

impl GenerateSessionKey {
    /// Leaves everything to the user.
    #[must_use]
    pub fn new() -> Self {
        Self { command: Command::new("generate_session_key") }
    }

    /// Chooses a public site beforehand, by its host name.
    #[must_use]
    pub fn public_portal_hostname(mut self, hostname: &str) -> Self {
        self.command.set("public_portal_hostname", hostname);
        self
    }
}

impl Default for GenerateSessionKey {
    fn default() -> Self {
        Self::new()
    }
}

impl StartVproSession {
    /// Names the computer (by its full name where Kerberos is used) and the Jumpoint, which must be
    /// set up for vPro.
    #[must_use]
    pub fn new(target: &str, jumpoint: &str) -> Self {
        let command = Command::new("start_vpro_session").param("target", target);
        Self { command: command.param("jumpoint", jumpoint) }
    }
}

impl StartShellJumpSession {
    /// Sets the protocol; SSH by default.
    #[must_use]
    pub fn protocol(mut self, protocol: ShellProtocol) -> Self {
        self.command.set("protocol", protocol.as_str());
        self
    }

    /// Sets the port; 22 by default.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.command.set("port", &port.to_string());
        self
    }

    /// Sets the terminal; xterm by default.
    #[must_use]
    pub fn terminal(mut self, terminal: Terminal) -> Self {
        self.command.set("terminal", terminal.as_str());
        self
    }
}

impl StartRdpSession {
    /// Sets how large the display is; as the primary one by default.
    #[must_use]
    pub fn display_size(mut self, size: DisplaySize) -> Self {
        self.command.set("display_size", &size.text());
        self
    }

    /// Sets how much the picture may cost.
    #[must_use]
    pub fn quality(mut self, quality: RdpQuality) -> Self {
        self.command.set("quality", quality.as_str());
        self
    }

    /// Begins a console session.
    #[must_use]
    pub fn console(mut self) -> Self {
        self.command.set("console", "yes");
        self
    }
}

impl StartVncSession {
    /// Sets the port; 5900 by default.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.command.set("port", &port.to_string());
        self
    }
}

session_commands!(
    GenerateSessionKey,
    PushAndStartLocal,
    PushAndStartRemote,
    StartRdpSession,
    StartShellJumpSession,
    StartVncSession,
    StartVproSession,
);
