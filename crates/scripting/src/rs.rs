//! The commands of the representative console of Remote Support.

pub use crate::{
    GenerateSessionKey, Login, PushAndStartLocal, PushAndStartRemote, StartJumpItemSession, StartRdpSession,
    StartShellJumpSession, StartVncSession, StartVproSession,
};
