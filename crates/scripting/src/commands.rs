//! The typed commands.

mod jump;
mod sessions;

pub use jump::{JumpMethod, StartJumpItemSession};
pub use sessions::{
    DisplaySize, GenerateSessionKey, PushAndStartLocal, PushAndStartRemote, RdpQuality, ShellProtocol,
    StartRdpSession, StartShellJumpSession, StartVncSession, StartVproSession, Terminal,
};

use bt_sra_core::SecretString;

use crate::Command;

/// Logs in to the console; does nothing for who is logged in. Every script that an appliance
/// generates begins with it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Login {
    command: Command,
}

impl Login {
    /// Takes what the console has saved, or has it ask.
    #[must_use]
    pub fn saved() -> Self {
        Self { command: Command::new("login") }
    }

    /// Takes a username and a password, which stand in the script in plain text: writing it has to
    /// be asked for.
    #[must_use]
    pub fn with_password(username: &str, password: &SecretString) -> Self {
        let command = Command::new("login").param("mechanism", "username_password");
        Self { command: command.param("username", username).secret_param("password", password) }
    }
}

impl From<Login> for Command {
    fn from(login: Login) -> Self {
        login.command
    }
}

/// Gives commands that begin sessions what they have in common.
macro_rules! session_commands {
    ($($name:ident),* $(,)?) => {$(
        impl $name {
            /// Sets a custom attribute of the session by its code name, up to 1024 characters. All
            /// of them have 10 KB together.
            #[must_use]
            pub fn custom(mut self, code_name: &str, value: &str) -> Self {
                self.command.set(&format!("session.custom.{code_name}"), value);
                self
            }

            /// Sets the key of another system, such as the number of a ticket.
            #[must_use]
            pub fn external_key(self, key: &str) -> Self {
                self.custom("external_key", key)
            }
        }

        impl From<$name> for $crate::Command {
            fn from(typed: $name) -> Self {
                typed.command
            }
        }
    )*};
}

/// Makes an enum of words.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        #[non_exhaustive]
        pub enum $name { $($(#[$doc])* $variant),* }

        impl $name {
            /// Returns the word that stands for it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
    };
}

pub(crate) use {session_commands, words};
