//! A simulated appliance, and `btapi` run against it with nothing but what the test sets.

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use bt_sra_simulator::{Appliance, Builder, Server};
use expect_test::Expect;
use tempfile::TempDir;

/// The executable under test.
pub(crate) const BTAPI: &str = env!("CARGO_BIN_EXE_btapi");

/// An appliance on loopback, and a home for those who call it.
pub(crate) struct Site {
    pub(crate) server: Server,
    home: TempDir,
    // Last: the server runs on it.
    _runtime: tokio::runtime::Runtime,
}

impl Site {
    /// A small site of Privileged Remote Access.
    pub(crate) fn pra() -> Self {
        Self::of(Appliance::pra().seed(7).items(20))
    }

    /// Serves `appliance`.
    pub(crate) fn of(appliance: Builder) -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let server = runtime.block_on(appliance.btapi(BTAPI).serve()).unwrap();
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("ca.pem"), server.ca_pem()).unwrap();
        Self { server, home, _runtime: runtime }
    }

    /// The folder in which commands run; it is their home too.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Prepares a run of `btapi` with the arguments of `line`.
    pub(crate) fn btapi(&self, line: &str) -> Run<'_> {
        self.command(BTAPI).args(line.split_whitespace())
    }

    /// Prepares a run of any program with the variables for this site.
    pub(crate) fn command(&self, program: &str) -> Run<'_> {
        let run = Run::new(program, Some(self)).variable("BT_API_HOST", self.server.site());
        let run = run.variable("BT_CLIENT_ID", self.server.client_id());
        let run = run.variable("BT_CLIENT_SECRET", self.server.client_secret());
        run.variable("BT_CA_FILE", self.home().join("ca.pem"))
    }
}

/// A program about to be run.
pub(crate) struct Run<'a> {
    command: Command,
    stdin: Option<Vec<u8>>,
    site: Option<&'a Site>,
    /// The home of a run without a site.
    _home: Option<TempDir>,
}

impl<'a> Run<'a> {
    /// A run with an environment of only `PATH` and a home of its own.
    pub(crate) fn new(program: &str, site: Option<&'a Site>) -> Self {
        let mut command = Command::new(program);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        let own = site.is_none().then(|| tempfile::tempdir().unwrap());
        if let Some(home) = site.map(Site::home).or(own.as_ref().map(TempDir::path)) {
            command.current_dir(home).env("HOME", home).env("XDG_RUNTIME_DIR", home);
        }
        Self { command, stdin: None, site, _home: own }
    }

    pub(crate) fn args(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(arguments);
        self
    }

    pub(crate) fn variable(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Gives it something to read; without, reading fails the test by hanging up at once.
    pub(crate) fn stdin(mut self, text: impl Into<Vec<u8>>) -> Self {
        self.stdin = Some(text.into());
        self
    }

    /// Returns the command, to be run in another way.
    pub(crate) fn into_command(self) -> Command {
        self.command
    }

    /// Runs it to its end.
    pub(crate) fn output(mut self) -> Output {
        let stdin = self.stdin.take();
        self.command.stdin(if stdin.is_some() { Stdio::piped() } else { Stdio::null() });
        let mut child = self.command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        if let (Some(text), Some(mut pipe)) = (stdin, child.stdin.take()) {
            // Who refuses early does not read it all.
            let _ = pipe.write_all(&text);
        }
        child.wait_with_output().unwrap()
    }

    /// Runs it, and returns standard output if it ends well and silently.
    #[track_caller]
    pub(crate) fn stdout(self) -> String {
        let output = self.output();
        assert!(output.status.success(), "{}: {}", output.status, String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs it, takes one piece of its output, and closes the pipe.
    pub(crate) fn output_cut_short(mut self, bytes: usize) -> (Option<i32>, String) {
        let mut child =
            self.command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut piece = vec![0; bytes];
        child.stdout.take().unwrap().read_exact(&mut piece).unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }

    /// Runs it to its end, with its output thrown away but for how much it was. Returns the exit
    /// code, the length of standard output, standard error, and the most memory that it had, in KiB.
    #[cfg(target_os = "linux")]
    pub(crate) fn measured(mut self) -> (Option<i32>, u64, String, u64) {
        let mut child =
            self.command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let status = format!("/proc/{}/status", child.id());
        let mut stdout = child.stdout.take().unwrap();
        let counted = std::thread::spawn(move || std::io::copy(&mut stdout, &mut std::io::sink()).unwrap());
        let mut stderr = child.stderr.take().unwrap();
        let said = std::thread::spawn(move || {
            let mut text = String::new();
            stderr.read_to_string(&mut text).unwrap();
            text
        });
        let mut peak = 0;
        let code = loop {
            let text = std::fs::read_to_string(&status).unwrap_or_default();
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let now = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
            peak = peak.max(now.unwrap_or(0));
            if let Some(ended) = child.try_wait().unwrap() {
                break ended.code();
            }
            std::thread::sleep(std::time::Duration::from_millis(2));
        };
        (code, counted.join().unwrap(), said.join().unwrap(), peak)
    }

    /// Runs it with an output that takes nothing.
    #[cfg(target_os = "linux")]
    pub(crate) fn output_to_full_disk(mut self) -> (Option<i32>, String) {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let stdin = self.stdin.take();
        self.command.stdin(if stdin.is_some() { Stdio::piped() } else { Stdio::null() });
        let mut child = self.command.stdout(full).stderr(Stdio::piped()).spawn().unwrap();
        if let (Some(text), Some(mut pipe)) = (stdin, child.stdin.take()) {
            pipe.write_all(&text).unwrap();
        }
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }

    /// Runs it, and compares exit code and standard error; there must be no output.
    #[track_caller]
    pub(crate) fn check_end(self, code: i32, stderr: &str) {
        let output = self.output();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let end = (output.status.code(), text(output.stdout), text(output.stderr));
        assert_eq!(end, (Some(code), String::new(), stderr.to_owned()));
    }

    /// Runs it, and compares its end: exit code, standard output, standard error.
    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "written in place")]
    pub(crate) fn check(self, expected: Expect) {
        let site = self.site;
        let output = self.output();
        let text = |bytes: &[u8], name: &str| match bytes {
            [] => String::new(),
            bytes => format!("--- {name}\n{}", String::from_utf8_lossy(bytes)),
        };
        let code = output.status.code().map_or_else(|| output.status.to_string(), |code| code.to_string());
        let mut rendered =
            format!("exit {code}\n{}{}", text(&output.stdout, "stdout"), text(&output.stderr, "stderr"));
        if let Some(site) = site {
            assert!(!rendered.contains(&site.server.client_secret()), "the secret is shown: {rendered}");
            let host = site.server.site();
            rendered = rendered.replace(&site.home().display().to_string(), "HOME").replace(&host, "SITE");
        }
        expected.assert_eq(&rendered);
    }
}
