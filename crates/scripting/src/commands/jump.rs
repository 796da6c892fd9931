//! `start_jump_item_session`.

use super::{session_commands, words};
use crate::Command;

/// Begins a session with a Jump Item that the user may reach. If several match, the user chooses.
///
/// It needs a search or a filter, and so begins with one; filters may be added.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StartJumpItemSession {
    command: Command,
}

words! {
    /// The kind of a Jump Item. That PRA takes all of them is not confirmed.
    JumpMethod {
        /// A Remote Jump.
        RemotePush = "push",
        /// A Local Jump.
        LocalPush = "local_push",
        /// A Jump Client.
        Pinned = "pinned",
        /// Remote RDP.
        Rdp = "rdp",
        /// Remote VNC.
        Vnc = "vnc",
        /// A Shell Jump.
        ShellJump = "shelljump",
    }
}

/// Makes what begins with a filter, and what adds one.
macro_rules! filters {
    ($($by:ident, $add:ident = $name:literal: $about:literal;)*) => {
        impl StartJumpItemSession {
            $(
                #[doc = concat!("Keeps Jump Items with this in their ", $about, ", in any case.")]
                #[must_use]
                pub fn $by(part: &str) -> Self {
                    Self { command: Command::new("start_jump_item_session") }.$add(part)
                }

                #[doc = concat!("Keeps Jump Items with this in their ", $about, " too, in any case.")]
                #[must_use]
                pub fn $add(mut self, part: &str) -> Self {
                    self.command.set($name, part);
                    self
                }
            )*
        }
    };
}

filters! {
    by_search, search = "search_string":
        "description: of Jump Clients, the host name, comments, and public and private IP address";
    by_comments, comments = "client.comments": "comments";
    by_hostname, hostname = "client.hostname": "host name";
    by_private_ip, private_ip = "client.private_ip": "private IP address, which only Jump Clients have";
    by_public_ip, public_ip = "client.public_ip": "public IP address, which only Jump Clients have";
    by_tag, tag = "client.tag": "tag";
}

impl StartJumpItemSession {
    /// Keeps Jump Items of one kind.
    #[must_use]
    pub fn method(mut self, method: JumpMethod) -> Self {
        self.command.set("jump.method", method.as_str());
        self
    }

    /// Keeps the Jump Item with this associated credential.
    #[must_use]
    pub fn credential_id(mut self, id: &str) -> Self {
        self.command.set("credential_id", id);
        self
    }
}

session_commands!(StartJumpItemSession);
