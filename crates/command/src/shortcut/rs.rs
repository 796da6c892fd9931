//! Jump shortcuts of Remote Support.

use super::{Parameters, shortcut};

pub use super::targets::{
    LocalJump, LocalRdp, LocalVnc, Quality, RemoteJump, RemoteRdp, RemoteVnc, ShellJump, ShellProtocol,
    ShellTerminal, Vpro,
};

shortcut! {
    /// A Local Jump.
    Local(LocalJump),
    /// A Remote Jump.
    Remote(RemoteJump),
    /// A Remote VNC item.
    RemoteVnc(RemoteVnc),
    /// A Local VNC item.
    LocalVnc(LocalVnc),
    /// A Remote RDP item.
    RemoteRdp(RemoteRdp),
    /// A Local RDP item.
    LocalRdp(LocalRdp),
    /// A Shell Jump.
    Shell(ShellJump),
    /// An Intel vPro item.
    Vpro(Vpro),
}

impl JumpShortcut {
    /// Sets the session policy while a customer is present, by code name. The name of the
    /// parameter is not confirmed.
    #[must_use]
    pub fn session_policy_present(self, code_name: impl Into<String>) -> Self {
        self.set("session_policy_present", code_name.into())
    }

    /// Sets the session policy while no customer is present, by code name. The name of the
    /// parameter is not confirmed.
    #[must_use]
    pub fn session_policy_not_present(self, code_name: impl Into<String>) -> Self {
        self.set("session_policy_not_present", code_name.into())
    }

    /// Sets the public portal, by host name. The name of the parameter is not confirmed.
    #[must_use]
    pub fn public_portal(self, hostname: impl Into<String>) -> Self {
        self.set("public_portal", hostname.into())
    }
}
