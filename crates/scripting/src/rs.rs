//! The commands of the representative console of Remote Support, and the addresses by which its
//! customers begin a session.

pub use crate::start_session::StartSession;
pub use crate::{
    GenerateSessionKey, Login, PushAndStartLocal, PushAndStartRemote, StartJumpItemSession, StartRdpSession,
    StartShellJumpSession, StartVncSession, StartVproSession,
};
