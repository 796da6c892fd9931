//! The commands of the access console of Privileged Remote Access.

pub use crate::{Login, PushAndStartLocal, PushAndStartRemote, StartJumpItemSession, StartShellJumpSession};
