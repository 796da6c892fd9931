//! The command that `simulate` runs: its signals and its status are passed on.

use std::ffi::OsString;
use std::io;
use std::process::ExitStatus;

use tokio::process::Command;

use crate::failure::{Failure, Result};

/// Runs a command to its end. Any status but 0 is an error that says nothing more.
pub(super) async fn run(command: &[OsString], variables: &[(&str, OsString)]) -> Result<()> {
    let Some((program, arguments)) = command.split_first() else { return Ok(()) };
    let mut signals = Signals::new().map_err(|error| Failure::io("cannot watch for signals", &error))?;
    let mut child = Command::new(program)
        .args(arguments)
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .spawn()
        .map_err(|error| refuse(program, &error))?;
    let status = loop {
        tokio::select! {
            status = child.wait() => break status,
            signal = signals.next() => pass_on(signal, &child),
        }
    };
    let status = status.map_err(|error| Failure::io("cannot wait for the command", &error))?;
    match code(status) {
        0 => Ok(()),
        code => Err(Failure::Status(code)),
    }
}

/// Begins to listen to those who ask to stop; what is returned waits for them.
pub(super) fn until_stopped() -> Result<impl Future<Output = ()>> {
    let mut signals = Signals::new().map_err(|error| Failure::io("cannot watch for signals", &error))?;
    Ok(async move {
        signals.next().await;
    })
}

/// As `env` and `timeout` have it: 127 for a command that is not there, 126 for one that cannot run.
fn refuse(program: &OsString, error: &io::Error) -> Failure {
    let code = if error.kind() == io::ErrorKind::NotFound { 127 } else { 126 };
    Failure::coded(code, format!("cannot run {}: {error}", program.display()))
}

/// Returns the exit code, or 128 and the number of the signal.
fn code(status: ExitStatus) -> u8 {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return u8::try_from(signal).unwrap_or_default().saturating_add(128);
    }
    status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1)
}

#[cfg(not(unix))]
use elsewhere::{Signals, pass_on};
#[cfg(unix)]
use unix::{Signals, pass_on};

#[cfg(unix)]
mod unix {
    use std::io;

    use rustix::process::{Pid, Signal, getpgrp, kill_process};
    use rustix::termios::tcgetpgrp;
    use tokio::process::Child;
    use tokio::signal::unix::{Signal as Stream, SignalKind, signal};

    /// The signals by which people and programs ask to stop.
    pub(super) struct Signals {
        interrupt: Stream,
        terminate: Stream,
        hangup: Stream,
    }

    impl Signals {
        pub(super) fn new() -> io::Result<Self> {
            Ok(Self {
                interrupt: signal(SignalKind::interrupt())?,
                terminate: signal(SignalKind::terminate())?,
                hangup: signal(SignalKind::hangup())?,
            })
        }

        pub(super) async fn next(&mut self) -> Signal {
            tokio::select! {
                _ = self.interrupt.recv() => Signal::INT,
                _ = self.terminate.recv() => Signal::TERM,
                _ = self.hangup.recv() => Signal::HUP,
            }
        }
    }

    /// Passes a signal on, unless the terminal has sent it: then the command has it already.
    pub(super) fn pass_on(signal: Signal, child: &Child) {
        let is_from_terminal = signal == Signal::INT && is_in_foreground();
        let pid = child.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
        if let Some(pid) = pid
            && !is_from_terminal
        {
            // It may be gone by now; then there is nobody to tell.
            let _ = kill_process(pid, signal);
        }
    }

    fn is_in_foreground() -> bool {
        std::fs::File::open("/dev/tty").is_ok_and(|tty| tcgetpgrp(tty).is_ok_and(|group| group == getpgrp()))
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io;

    use tokio::process::Child;

    /// Ctrl-C, which reaches the command by itself.
    pub(super) struct Signals;

    impl Signals {
        pub(super) fn new() -> io::Result<Self> {
            Ok(Self)
        }

        pub(super) async fn next(&mut self) {
            let _ = tokio::signal::ctrl_c().await;
        }
    }

    pub(super) fn pass_on((): (), _: &Child) {}
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(script: &str, expected: u8) {
        let runtime = crate::net::runtime().unwrap();
        let command = ["sh", "-c", script].map(OsString::from);
        let variables = [("GREETING", OsString::from("hello"))];
        let ended = runtime.block_on(run(&command, &variables));
        let code = ended.err().map_or(0, |failure| failure.exit_code());
        assert_eq!(code, expected, "{script}");
    }

    #[test]
    fn the_status_of_the_command_is_passed_on() {
        check("exit 0", 0);
        check("exit 7", 7);
        check("exit 255", 255);
        check("kill -TERM $$", 143);
        check("test $GREETING = hello", 0);
    }

    #[test]
    fn commands_that_cannot_be_run_have_their_own_codes() {
        let runtime = crate::net::runtime().unwrap();
        let code = |program: &str| runtime.block_on(run(&[program.into()], &[])).unwrap_err().exit_code();
        assert_eq!(code("/nowhere/btapi-has-no-such-command"), 127);
        assert_eq!(code("/"), 126);
    }
}
