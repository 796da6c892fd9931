//! Commands that are run on the user's behalf.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::pin::pin;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use bt_sra_core::{Clock, Error, ErrorKind, Result, SystemClock};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{Child, Command};

use super::deadline::within;
use super::notice::plain;

/// How long a command may take.
const LIMIT: Duration = Duration::from_secs(30);

/// How much of its output is kept; the rest is read and forgotten.
const OUTPUT: usize = 64 * 1024;

/// How long its output is waited for when the command itself has ended.
const LINGER: Duration = Duration::from_millis(500);

/// How much of what it says is repeated.
const SAID: usize = 200;

/// A command: no shell, data on standard input, no variables but those that are set here, a limit
/// of time, and a limit of output. When the time is up, it and what it has started are killed.
#[derive(Clone)]
pub struct Program {
    program: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(OsString, OsString)>,
    limit: Duration,
    output: usize,
    clock: Arc<dyn Clock>,
}

impl Program {
    /// Names the command. One without a slash is looked for in the `PATH` that is set here.
    #[must_use]
    pub fn new(program: impl Into<OsString>) -> Self {
        Self {
            program: program.into(),
            arguments: Vec::new(),
            variables: Vec::new(),
            limit: LIMIT,
            output: OUTPUT,
            clock: Arc::new(SystemClock),
        }
    }

    /// Adds arguments.
    #[must_use]
    pub fn args(mut self, arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// Sets a variable of its environment, which has no others.
    #[must_use]
    pub fn variable(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    /// Limits its time: 30 seconds.
    #[must_use]
    pub fn limit(mut self, span: Duration) -> Self {
        self.limit = span;
        self
    }

    /// Limits how much of its output is kept: 64 KiB.
    #[must_use]
    pub fn output_limit(mut self, bytes: usize) -> Self {
        self.output = bytes;
        self
    }

    /// Sets the clock for the limit.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Runs it. Returns its standard output if it ends well.
    pub(super) async fn run(&self, input: &[u8]) -> Result<Vec<u8>> {
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .env_clear()
            .envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        // A Ctrl-C in the terminal is not meant for it, and it can be killed with all it has started.
        #[cfg(unix)]
        command.process_group(0);
        let mut child = command.spawn().map_err(|source| self.fail("cannot be run").with_source(source))?;
        let mut family = Family::of(&child);
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let work = self.attend(&mut child, input, &mut stdout, &mut stderr);
        let Some(status) = within(&*self.clock, self.limit, work).await else {
            drop(family);
            // It may have left its group.
            let _ = child.kill().await;
            return Err(self.fail(&format!("took longer than {} s", self.limit.as_secs_f64())));
        };
        family.let_go();
        let status = status.map_err(|source| self.fail("cannot be waited for").with_source(source))?;
        if status.success() {
            return Ok(stdout);
        }
        let ended = status.code().map_or_else(|| status.to_string(), |code| format!("exit code {code}"));
        let error = self.fail(&format!("ended with {ended}"));
        Err(match first_line(&stderr) {
            Some(said) => error.with_source(said),
            None => error,
        })
    }

    async fn attend(
        &self,
        child: &mut Child,
        input: &[u8],
        stdout: &mut Vec<u8>,
        stderr: &mut Vec<u8>,
    ) -> std::io::Result<std::process::ExitStatus> {
        let (stdin, out, err) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let feed = async {
            if let Some(mut stdin) = stdin {
                // A command need not read all of it, or any.
                let _ = stdin.write_all(input).await;
                let _ = stdin.shutdown().await;
            }
        };
        let mut pipes = pin!(async {
            tokio::join!(feed, keep(out, stdout, self.output), keep(err, stderr, self.output));
        });
        let mut is_piped = false;
        let status = loop {
            tokio::select! {
                biased;
                () = &mut pipes, if !is_piped => is_piped = true,
                status = child.wait() => break status?,
            }
        };
        if !is_piped {
            // Something that goes on in the background may hold the output open.
            let _ = within(&*self.clock, LINGER, pipes).await;
        }
        Ok(status)
    }

    fn fail(&self, what: &str) -> Error {
        let name = plain(&self.program.display().to_string());
        Error::new(ErrorKind::Io, format!("the command {name} {what}"))
    }
}

/// Arguments may be anybody's business; variables are not.
impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&OsStr> = self.variables.iter().map(|(name, _)| name.as_os_str()).collect();
        f.debug_struct("Program")
            .field("program", &self.program)
            .field("variables", &names)
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}

/// Reads to the end, and keeps the beginning.
async fn keep(from: Option<impl AsyncRead + Unpin>, kept: &mut Vec<u8>, most: usize) {
    let Some(mut from) = from else { return };
    let mut buffer = vec![0; 8192];
    while let Ok(read) = from.read(&mut buffer).await
        && read > 0
    {
        let room = most.saturating_sub(kept.len()).min(read);
        kept.extend(buffer.iter().take(room));
    }
}

fn first_line(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    Some(plain(line).chars().take(SAID).collect())
}

/// A command and what it has started; killed when dropped, unless it was let go.
#[derive(Debug)]
struct Family(#[cfg_attr(not(unix), expect(dead_code, reason = "no groups there"))] Option<u32>);

impl Family {
    fn of(child: &Child) -> Self {
        Self(child.id())
    }

    fn let_go(&mut self) {
        self.0 = None;
    }
}

impl Drop for Family {
    fn drop(&mut self) {
        #[cfg(unix)]
        if let Some(leader) =
            self.0.and_then(|id| i32::try_from(id).ok()).and_then(rustix::process::Pid::from_raw)
        {
            let _ = rustix::process::kill_process_group(leader, rustix::process::Signal::KILL);
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn shell(script: &str) -> Program {
        Program::new("sh").args(["-c", script]).variable("PATH", "/usr/bin:/bin")
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "written in place")]
    fn check(program: Program, expected: Expect) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let ended = runtime.block_on(program.run(b"data"));
        expected.assert_eq(&match ended {
            Ok(output) => format!(
                "{} bytes: {}",
                output.len(),
                String::from_utf8_lossy(&output).chars().take(60).collect::<String>()
            ),
            Err(error) => super::super::notice::chain(&error),
        });
    }

    #[test]
    fn data_come_in_and_the_output_comes_out() {
        check(shell("cat"), expect!["4 bytes: data"]);
        check(
            shell("echo no reader"),
            expect![[r#"
            10 bytes: no reader
        "#]],
        );
    }

    #[test]
    fn the_environment_is_what_was_set() {
        check(
            shell("env | grep -vE '^(PATH|PWD|SHLVL|_)=' | sort").variable("A", "b"),
            expect![[r#"
            4 bytes: A=b
        "#]],
        );
    }

    #[test]
    fn output_is_bounded() {
        check(
            shell("head -c 10000000 /dev/zero | tr '\\0' x").output_limit(1000),
            expect!["1000 bytes: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
        );
    }

    #[test]
    fn failures_say_why() {
        check(
            shell("echo >&2; echo 'no \u{1b}[31mroom' >&2; exit 3"),
            expect!["the command sh ended with exit code 3: no  [31mroom"],
        );
        check(shell("kill -9 $$"), expect!["the command sh ended with signal: 9 (SIGKILL)"]);
        check(
            Program::new("/nowhere/command"),
            expect!["the command /nowhere/command cannot be run: No such file or directory (os error 2)"],
        );
    }

    #[test]
    fn what_it_has_started_dies_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("alive");
        let script = format!("(sleep 1; touch {}) & sleep 30", file.display());
        check(
            shell(&script).limit(Duration::from_millis(100)),
            expect!["the command sh took longer than 0.1 s"],
        );
        std::thread::sleep(Duration::from_millis(1300));
        assert!(!file.exists());
    }

    #[test]
    fn what_goes_on_in_the_background_is_not_waited_for() {
        check(
            shell("sleep 20 & echo done"),
            expect![[r#"
            5 bytes: done
        "#]],
        );
    }
}
