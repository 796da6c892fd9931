//! Console scripts (BRCS files) and the addresses of the Client Scripting API. No IO.
//!
#![doc = include_str!("../README.md")]

mod action;
mod address;
mod check;
mod command;
mod commands;
mod encoding;
mod parse;
pub mod pra;
pub mod rs;
mod script;
mod start_session;

pub use action::{ACTIONS, Action, Evidence, Need, Parameter, ParameterKind};
pub use address::{ClientScript, Console, PATH};
pub use check::{Finding, Severity};
pub use command::Command;
pub use commands::{
    DisplaySize, GenerateSessionKey, JumpMethod, Login, PushAndStartLocal, PushAndStartRemote, RdpQuality,
    ShellProtocol, StartJumpItemSession, StartRdpSession, StartShellJumpSession, StartVncSession,
    StartVproSession, Terminal,
};
pub use script::{MOST_COMMANDS, Newline, Script, ScriptBuilder, Version, file_name};
pub use start_session::{START_SESSION, START_SESSION_PARAMETERS};

#[cfg(test)]
mod tests;
