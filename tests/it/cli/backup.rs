//! `btapi backup`: whatever happens, the last good backup stays.

#[cfg(target_os = "linux")]
mod disk;
mod on_a_site;

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::canned::{self, Changing};
use super::site::{BTAPI, Run, Site};

/// Something that is no text, of two thousand bytes.
pub(super) fn body() -> Vec<u8> {
    (0u32..2000).map(|number| (number * 7 % 251) as u8).collect()
}

pub(super) fn answer(body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// A folder of backups, and a server whose answers change.
pub(super) struct Lab {
    pub(super) home: Site,
    pub(super) server: Changing,
}

impl Lab {
    pub(super) fn new() -> Self {
        let home = Site::pra();
        std::fs::create_dir(home.home().join("d")).unwrap();
        let server = Changing::new();
        server.gives(answer(&body()));
        Self { home, server }
    }

    pub(super) fn folder(&self) -> std::path::PathBuf {
        self.home.home().join("d")
    }

    pub(super) fn run(&self, line: &str) -> Run<'_> {
        Run::new(BTAPI, Some(&self.home))
            .args(["backup", "--dir", "d"])
            .args(line.split_whitespace())
            .variable("BT_API_HOST", &self.server.address)
            .variable("BT_CLIENT_ID", "id")
            .variable("BT_CLIENT_SECRET", "a-canned-secret")
    }

    /// Makes a backup without a complaint.
    #[track_caller]
    pub(super) fn good(&self, line: &str) -> Value {
        self.server.gives(answer(&body()));
        serde_json::from_str(&self.run(line).stdout()).unwrap()
    }

    pub(super) fn names(&self) -> Vec<String> {
        names(&self.folder())
    }

    /// The names of the backups, all of which `sha256sum` finds good.
    #[track_caller]
    pub(super) fn intact(&self) -> Vec<String> {
        let names = self.names();
        let backups: Vec<String> = names.iter().filter(|name| name.ends_with(".nsb")).cloned().collect();
        for name in &backups {
            let checked = Command::new("sha256sum")
                .args(["-c", "--strict", "--quiet", &format!("{name}.sha256")])
                .current_dir(self.folder())
                .status()
                .unwrap();
            assert!(checked.success(), "{name}");
        }
        backups
    }

    /// What is left in the hidden folder beside its lock.
    pub(super) fn work(&self) -> Vec<String> {
        let hidden = std::fs::read_dir(self.folder()).unwrap().map(|entry| entry.unwrap());
        let hidden = hidden.filter(|entry| entry.file_name().to_string_lossy().ends_with(".backup"));
        hidden.flat_map(|entry| names(&entry.path())).filter(|name| name != "lock").collect()
    }

    pub(super) fn status(&self) -> Value {
        let name = self.names().into_iter().find(|name| name.ends_with(".status.json")).unwrap();
        serde_json::from_str(&std::fs::read_to_string(self.folder().join(name)).unwrap()).unwrap()
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with('.') || name.ends_with(".part"));
    names.sort();
    names
}

/// Runs it, and returns its exit code and what it says.
pub(super) fn ended(run: Run<'_>) -> (Option<i32>, String) {
    let output = run.output();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout) + &text(output.stderr))
}

#[test]
fn a_backup_is_saved_with_its_checksum_and_told_of() {
    let lab = Lab::new();
    let report = lab.good("--keep 3");
    let file = report["file"].as_str().unwrap();
    assert_eq!(lab.intact(), [file]);
    assert_eq!(std::fs::read(lab.folder().join(file)).unwrap(), body());
    assert_eq!((&report["size"], &report["deleted"]), (&2000.into(), &serde_json::json!([])));
    let status = lab.status();
    assert_eq!(status["last_run"], "ok");
    for member in ["file", "size", "sha256"] {
        assert_eq!(status["last_success"][member], report[member]);
    }
    assert_eq!((lab.names().len(), lab.work().len()), (3, 0));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |name: &str| lab.folder().join(name).metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(file), mode(&format!("{file}.sha256"))), (0o600, 0o600));
    }
    let (code, said) = ended(lab.run("--check"));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with(&format!("OK: {file}, 2000 bytes, ")), "{said}");
}

#[test]
fn only_the_newest_good_ones_are_kept_and_only_ours_are_deleted() {
    let lab = Lab::new();
    let mut made: Vec<String> = Vec::new();
    for _ in 0..4 {
        made.push(lab.good("")["file"].as_str().unwrap().to_owned());
    }
    assert_eq!(lab.intact(), made);
    // The clock has gone back by a year, as seen from the names.
    for name in [&made[1], &made[2]] {
        let number = name.split('-').nth_back(1).unwrap();
        let stem = name.rsplit_once(&format!("-{number}")).unwrap().0;
        let ahead = format!("{stem}-{number}-20990101T000000Z.nsb");
        std::fs::rename(lab.folder().join(name), lab.folder().join(&ahead)).unwrap();
        let line = std::fs::read_to_string(lab.folder().join(format!("{name}.sha256"))).unwrap();
        std::fs::remove_file(lab.folder().join(format!("{name}.sha256"))).unwrap();
        std::fs::write(lab.folder().join(format!("{ahead}.sha256")), line.replace(name, &ahead)).unwrap();
    }
    let foreign = ["notes.nsb", "bomgar-2026-01-02.nsb", "127.0.0.1-1-000001-20260101T000000Z.nsb"];
    for name in foreign {
        std::fs::write(lab.folder().join(name), "mine").unwrap();
    }
    std::fs::create_dir(lab.folder().join(made[0].replace("-000001-", "-000000-"))).unwrap();
    let report = lab.good("--keep 2");
    let newest = report["file"].as_str().unwrap();
    assert!(newest.contains("-000005-"), "{newest}");
    let left: Vec<String> = lab.names().into_iter().filter(|name| name.contains("-00000")).collect();
    assert_eq!(left.len(), 2 * 2 + 2, "{left:?}");
    assert!(left.contains(&made[3]) && left.contains(&newest.to_owned()));
    assert_eq!(report["deleted"].as_array().unwrap().len(), 3);
    for name in foreign {
        assert_eq!(std::fs::read_to_string(lab.folder().join(name)).unwrap(), "mine");
    }
}

#[test]
fn what_does_not_match_its_checksum_is_neither_counted_nor_deleted() {
    let lab = Lab::new();
    let mut made: Vec<String> = Vec::new();
    for _ in 0..4 {
        made.push(lab.good("")["file"].as_str().unwrap().to_owned());
    }
    // The last one is damaged, the one before has the checksum of another, the first has none.
    std::fs::write(lab.folder().join(&made[3]), "damaged").unwrap();
    let beside = |name: &str| lab.folder().join(format!("{name}.sha256"));
    std::fs::copy(beside(&made[1]), beside(&made[2])).unwrap();
    std::fs::remove_file(beside(&made[0])).unwrap();
    let output = lab.run("--keep 2").output();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    // With the new one, the second is the other good one; nothing is left to delete.
    assert_eq!(report["deleted"], serde_json::json!([]));
    for (name, what) in [(&made[3], "does not match"), (&made[2], "no .sha256"), (&made[0], "is not deleted")]
    {
        assert!(stderr.contains(what) && stderr.contains(name.as_str()), "{stderr}");
    }
    assert_eq!(lab.names().iter().filter(|name| name.ends_with(".nsb")).count(), 5);
    assert_eq!(lab.status()["last_run"], "warning");
    assert_eq!(ended(lab.run("--check")).0, Some(1));
}

#[test]
fn a_backup_of_less_than_half_the_size_deletes_nothing() {
    let lab = Lab::new();
    lab.good("");
    lab.good("");
    lab.server.gives(answer(&body()[..999]));
    let output = lab.run("--min-size 1 --keep 1").output();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    assert!(
        stderr.contains("has 999 bytes, and") && stderr.contains("nothing older was deleted"),
        "{stderr}"
    );
    assert_eq!(lab.intact().len(), 3);
    lab.server.gives(answer(&body()[..999]));
    // Once it has been so, it is as usual.
    lab.run("--min-size 1 --keep 1").stdout();
    assert_eq!(lab.intact().len(), 1);
}

#[test]
fn what_comes_in_place_of_a_backup_is_told_and_the_last_one_stays() {
    let lab = Lab::new();
    let last = lab.good("")["file"].clone();
    let page = "<!DOCTYPE html><html><h1>Log in</h1>";
    let broken = b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n".to_vec();
    let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n".to_vec();
    let canned = |head: &str| canned::answer(head, "{}").into_bytes();
    let cases: [(Vec<u8>, i32, &str); 11] = [
        (answer(page.as_bytes()), 9, "a page for people"),
        (
            answer(br#"{"error":"access_denied","message":"Denied."}"#),
            3,
            "refused the token (HTTP 200): Denied.",
        ),
        (answer(b"Invalid credentials"), 3, "the appliance refused the credentials"),
        (answer(b"<?xml version=\"1.0\"?><error>no</error>"), 9, "a document in XML"),
        (answer(b""), 9, "the answer is empty"),
        (answer(&body()[..500]), 9, "has 500 bytes"),
        ([broken, body()].concat(), 8, "backup"),
        ([chunked, body()].concat(), 8, "backup"),
        (canned("403 Forbidden"), 4, "perm_backup"),
        (canned("404 Not Found"), 5, "XML API"),
        (canned("405 Method Not Allowed"), 6, "refused"),
    ];
    for (answer, code, words) in cases {
        lab.server.gives(answer);
        let (ended, said) = ended(lab.run("--keep 1"));
        assert_eq!(ended, Some(code), "{said}");
        assert!(said.contains(words), "{said}");
        assert_eq!((lab.intact(), lab.work().len()), (vec![last.as_str().unwrap().to_owned()], 0));
        let status = lab.status();
        assert_eq!(
            (&status["last_run"], &status["last_failure"]["exit_code"]),
            (&"failed".into(), &code.into())
        );
        assert_eq!(status["last_success"]["file"], last);
    }
    let (code, said) = ended(lab.run("--check"));
    assert!(code == Some(1) && said.contains("the last run failed: backup: "), "{said}");
}

#[test]
fn the_password_is_sent_and_never_shown() {
    let lab = Lab::new();
    std::fs::write(lab.home.home().join("password"), "hunter2\n").unwrap();
    for run in [
        lab.run("--trace --password-file password"),
        lab.run("--trace --password-file -").stdin("hunter2\r\n"),
        lab.run("--trace").variable("BT_BACKUP_PASSWORD", "hunter2"),
    ] {
        let (code, said) = ended(run);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("POST") && !said.contains("hunter2"), "{said}");
    }
    assert!(!lab.status().to_string().contains("hunter2"));
    let (code, said) = ended(lab.run("--password-file -").stdin("a\nb\n"));
    assert_eq!(code, Some(2), "{said}");
}

#[test]
fn a_wrong_command_line_sends_nothing() {
    let lab = Lab::new();
    for (line, words) in [
        ("--keep 0", "--keep"),
        ("--min-size 5x", "is no size"),
        ("--silence 0s", "no time"),
        ("--dir nowhere", "no folder"),
        ("--check --keep 3", "cannot be used"),
        ("--raw", "--raw"),
    ] {
        let line = line.replace("--dir nowhere", "");
        let run = match words {
            "no folder" => Run::new(BTAPI, Some(&lab.home)).args(["backup", "--dir", "nowhere"]),
            _ => lab.run(&line),
        };
        let (code, said) = ended(run.variable("BT_API_HOST", "http://127.0.0.1:9"));
        assert!(code == Some(2) && said.contains(words), "{line}: {said}");
    }
    assert_eq!(lab.names(), [""; 0]);
}

#[test]
fn a_check_tells_what_is_wrong() {
    let lab = Lab::new();
    let check = |line: &str| ended(lab.run(&format!("--check {line}")));
    assert_eq!(check(""), (Some(2), "CRITICAL: there is no backup\n".to_owned()));
    let file = lab.good("")["file"].as_str().unwrap().to_owned();
    let (code, said) = check("--max-age 0s");
    // Made in this very second, it may be of no age.
    assert!(code == Some(2) && said.contains("old") || code == Some(0), "{said}");
    let (code, said) = check("-o json");
    let value: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &value["state"], &value["file"]), (Some(0), &"ok".into(), &file.as_str().into()));
    assert_eq!(check("--min-size 1M").0, Some(2));
    std::fs::write(lab.folder().join(&file), "damaged").unwrap();
    let (code, said) = check("");
    assert!(code == Some(2) && said.contains("does not match its .sha256"), "{said}");
    let run = Run::new(BTAPI, Some(&lab.home)).args(["backup", "--dir", "d", "--check"]);
    assert_eq!(run.output().status.code(), Some(3));
}

#[cfg(unix)]
#[test]
fn a_run_that_is_ended_halfway_leaves_the_last_one_as_it_was() {
    let lab = Lab::new();
    let last = lab.good("")["file"].as_str().unwrap().to_owned();
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\nConnection: close\r\n\r\n".to_vec();
    let half = [head, body().repeat(500)].concat();
    for (signal, code) in [("-KILL", None), ("-TERM", Some(143)), ("-INT", Some(130))] {
        lab.server.begins(half.clone());
        let command = lab.run("").into_command().stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut run = command.unwrap();
        let stream = lab.server.held();
        while !lab.work().iter().any(|name| name.ends_with(".part")) {
            std::thread::yield_now();
        }
        // Meanwhile nobody else can.
        let before = lab.status();
        let (busy, said) = ended(lab.run(""));
        assert!(busy == Some(11) && said.contains("another backup"), "{said}");
        assert_eq!(lab.status(), before);
        assert!(Command::new("kill").args([signal, &run.id().to_string()]).status().unwrap().success());
        assert_eq!(run.wait().unwrap().code(), code, "{signal}");
        drop(stream);
        assert_eq!(lab.work().len(), usize::from(signal == "-KILL"), "{signal}");
        assert_eq!(lab.intact(), [last.as_str()]);
    }
    assert_eq!(lab.status()["last_failure"]["exit_code"], 130);
    // What was left behind is gone, and all goes on.
    lab.good("--keep 1");
    assert_eq!((lab.intact().len(), lab.work().len()), (1, 0));
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_between_its_steps_leaves_good_ones_only() {
    let lab = Lab::new();
    let last = lab.good("")["file"].as_str().unwrap().to_owned();
    let shown = |ending: &str| lab.names().iter().filter(|name| name.ends_with(ending)).count();
    let steps: [&dyn Fn(usize) -> bool; 4] = [
        &|_| lab.work().iter().any(|name| name.ends_with(".part")),
        &|_| lab.work().iter().any(|name| name.ends_with(".nsb")),
        &|before| shown(".sha256") > before,
        &|before| shown(".nsb") > before,
    ];
    for step in steps.iter().cycle().take(16) {
        let before = shown(".nsb");
        let command = lab.run("").into_command().stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut run = command.unwrap();
        while run.try_wait().unwrap().is_none() && !step(before) {}
        let _ = run.kill();
        run.wait().unwrap();
        assert!(lab.intact().contains(&last));
        assert!(lab.status()["last_success"]["file"].is_string());
    }
    // A checksum whose backup never came, as if killed between the two.
    let lonely = last.replace("-000001-", "-000900-");
    std::fs::write(lab.folder().join(format!("{lonely}.sha256")), "x").unwrap();
    lab.good("--keep 2");
    assert_eq!((lab.intact().len(), lab.work().len(), shown(".sha256")), (2, 0, 2));
}
