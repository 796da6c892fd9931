//! Jump shortcuts of Privileged Remote Access.

use super::{Parameters, shortcut};

pub use super::targets::{
    LocalJump, PraRemoteRdp as RemoteRdp, ProtocolTunnelJump, Quality, RemoteJump, RemoteVnc, SecureApp,
    ShellJump, ShellProtocol, ShellTerminal, WebJump,
};

shortcut! {
    /// A Local Jump.
    Local(LocalJump),
    /// A Remote Jump.
    Remote(RemoteJump),
    /// A Remote VNC item.
    RemoteVnc(RemoteVnc),
    /// A Remote RDP item.
    RemoteRdp(RemoteRdp),
    /// A Shell Jump.
    Shell(ShellJump),
    /// A Web Jump.
    Web(WebJump),
    /// A Protocol Tunnel Jump.
    ProtocolTunnel(ProtocolTunnelJump),
}

impl JumpShortcut {
    /// Sets the session policy, by code name.
    #[must_use]
    pub fn session_policy(self, code_name: impl Into<String>) -> Self {
        self.set("session_policy", code_name.into())
    }
}
