//! `btapi recording get`, and the reports that are files with rows.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use bt_sra::{Clock as _, SystemClock};
use bt_sra_simulator::{Appliance, Builder, Fault};
use expect_test::expect;
use http::StatusCode;
use serde_json::Value;

use super::canned;
use super::site::{BTAPI, Run, Site};

/// A site whose recordings have so many bytes.
fn site(appliance: Builder, bytes: u64) -> Site {
    Site::of(appliance.seed(7).items(20).history(60).recordings(bytes).limits(false).capture(false))
}

/// The sessions that have a recording still.
fn recorded(site: &Site) -> Vec<String> {
    let query = ".[]|select(.session_recording_download_url)|.lsid";
    let found = site.btapi("report AccessSession --since 80d --by end --query").args([query]).stdout();
    found.lines().map(str::to_owned).collect()
}

/// Names and contents of what people see in a folder, the manifest left out.
fn seen(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let named = entries.map(|entry| (entry.file_name().into_string().unwrap(), entry.path()));
    let shown = named.filter(|(name, _)| !name.starts_with('.') && name != "manifest.json");
    shown.map(|(name, path)| (name, fs::read(path).unwrap())).collect()
}

fn hidden(folder: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    entries.filter(|name| name.starts_with('.')).collect()
}

fn manifest(folder: &Path) -> Vec<Value> {
    serde_json::from_slice(&fs::read(folder.join("manifest.json")).unwrap()).unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, bytes);
    digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Compares a manifest with the files that it is of.
#[track_caller]
fn check_manifest(folder: &Path) {
    let files = seen(folder);
    let listed = manifest(folder);
    assert_eq!(listed.len(), files.len());
    for entry in listed {
        let bytes = &files[entry["name"].as_str().unwrap()];
        assert_eq!(entry["size"], bytes.len());
        assert_eq!(entry["sha256"], sha256(bytes));
        let name = format!("{}-{}", entry["lsid"].as_str().unwrap(), entry["kind"].as_str().unwrap());
        assert!(entry["name"].as_str().unwrap().starts_with(&name), "{entry}");
    }
}

#[test]
fn recordings_are_saved_once_and_compared_ever_after() {
    let site = site(Appliance::pra(), 100_000);
    let lsids = recorded(&site);
    assert!(lsids.len() >= 4, "{lsids:?}");
    let folder = site.home().join("rec");
    let input = lsids.join("\n");
    let get = || site.btapi("recording get - --dir rec -o ndjson").stdin(input.as_str());
    let states = |text: &str| {
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.map(|line| line["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(states(&get().stdout()), vec!["saved"; lsids.len()]);
    let files = seen(&folder);
    assert_eq!(files.len(), lsids.len());
    assert!(files.values().all(|bytes| bytes.starts_with(b"FLV") && bytes.len() >= 100_000));
    check_manifest(&folder);
    #[cfg(unix)]
    for name in files.keys().map(String::as_str).chain(["manifest.json"]) {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(folder.join(name)).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
    assert_eq!(hidden(&folder), [".btapi-recordings.lock"]);
    // Once more: nothing is fetched. Without a manifest it is made anew.
    let no = Fault::status(StatusCode::INTERNAL_SERVER_ERROR).on_path("/api/reporting").times(u64::MAX);
    site.server.control().fault(no);
    assert_eq!(states(&get().stdout()), vec!["there"; lsids.len()]);
    fs::remove_file(folder.join("manifest.json")).unwrap();
    assert_eq!(states(&get().stdout()), vec!["there"; lsids.len()]);
    check_manifest(&folder);
    // What somebody has changed is told, and stays.
    let (name, bytes) = files.iter().next().unwrap();
    fs::write(folder.join(name), &bytes[1..]).unwrap();
    let output = get().output();
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains(&format!("{name} is not what was saved")), "{stderr}");
    assert_eq!(fs::read(folder.join(name)).unwrap(), &bytes[1..]);
}

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

/// `BT_SRA_RECORDING_KILLS` makes it longer.
#[cfg(unix)]
#[test]
fn saving_that_is_killed_at_any_moment_ends_with_every_recording_whole() {
    let kills = number("BT_SRA_RECORDING_KILLS", 10);
    let site = site(Appliance::pra(), 3_000_000);
    let lsids = recorded(&site);
    let input = lsids.join("\n");
    let started = SystemClock.monotonic();
    site.btapi("recording get - --dir whole").stdin(input.as_str()).stdout();
    let took = u64::try_from((SystemClock.monotonic() - started).as_micros()).unwrap();
    let whole = seen(&site.home().join("whole"));
    assert_eq!(whole.len(), lsids.len());
    let folder = site.home().join("rec");
    let random = || RandomState::new().hash_one(0u8);
    let mut unfinished = 0;
    for _ in 0..kills {
        let mut child = site
            .btapi("recording get - --dir rec")
            .into_command()
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        std::thread::sleep(Duration::from_micros(random() % took));
        child.kill().unwrap();
        child.wait().unwrap();
        if !folder.exists() {
            continue;
        }
        let found = seen(&folder);
        unfinished += usize::from(found.len() < whole.len());
        for (name, bytes) in &found {
            // One that waits for its own name is whole, too.
            let name = name.replace(".saved", ".flv");
            assert!(whole[&name] == *bytes, "{name}: {} bytes", bytes.len());
        }
        if folder.join("manifest.json").exists() {
            manifest(&folder);
        }
        if found.len() == whole.len() {
            // There is nothing left to be killed at.
            fs::remove_dir_all(&folder).unwrap();
        }
    }
    assert!(unfinished > 0, "nothing was killed in time");
    site.btapi("recording get - --dir rec").stdin(input.as_str()).stdout();
    assert!(seen(&folder) == whole);
    check_manifest(&folder);
    assert_eq!(hidden(&folder), [".btapi-recordings.lock"]);
}

#[test]
fn what_fails_is_told_and_the_others_are_saved() {
    let site = site(Appliance::pra(), 1000);
    let lsid = recorded(&site).remove(0);
    let line = format!("recording get {} {lsid} --dir rec -o csv --columns state,error", "0".repeat(32));
    let output = site.btapi(&line).output();
    assert_eq!(output.status.code(), Some(6));
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(stdout.contains("failed,AccessSessionRecording: ") && stdout.contains("saved,"), "{stdout}");
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("1 of 2 recordings failed"), "{stderr}");
    assert_eq!(seen(&site.home().join("rec")).len(), 1);
}

#[test]
fn command_shells_are_found_in_the_report_of_the_session() {
    let site = site(Appliance::rs(), 1000);
    let query = "[.[]|select((.command_shell_recordings|length)>1)|.lsid][-1]";
    let lsid = site.btapi("report SupportSession --since 80d --by end --query").args([query]).stdout();
    let lsid = lsid.trim();
    let table =
        site.btapi(&format!("recording get {lsid} --kind shell --dir rec -o csv --columns instance,state"));
    assert!(table.stdout().starts_with("instance,state\r\n0,saved\r\n1,saved\r\n"));
    assert!(seen(&site.home().join("rec")).contains_key(&format!("{lsid}-shell-1.flv")));
    check_manifest(&site.home().join("rec"));
}

#[test]
fn names_from_the_appliance_lead_nowhere() {
    let site = Site::pra();
    let head = "200 OK\r\nContent-Type: application/octet-stream\r\n\
                Content-Disposition: attachment; filename*=UTF-8''..%2F..%2F..%2Fx%1b%5b31m.sh";
    let output = canned::btapi(
        &site,
        &canned::answer(head, "FLV\u{1}video"),
        "recording get ab --dir rec --product pra",
    )
    .output();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(seen(&site.home().join("rec")).keys().collect::<Vec<_>>(), ["ab-session.flv"]);
    assert!(!site.home().join("x").exists());
}

#[test]
fn a_page_in_place_of_a_recording_is_no_recording() {
    let site = Site::pra();
    for (body, code) in
        [("<html>Log in</html>", 9), ("<error>This recording has expired.</error>", 6), ("", 9)]
    {
        let answer = canned::answer("200 OK\r\nContent-Type: text/html", body);
        let output = canned::btapi(&site, &answer, "recording get ab --dir rec --product pra").output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{body}: {stderr}");
        assert!(seen(&site.home().join("rec")).is_empty(), "{body}");
    }
}

#[test]
fn what_cannot_be_is_refused_before_anything_is_sent() {
    let check = |line: &str, stderr: &str| {
        Run::new(BTAPI, None).args(line.split_whitespace()).check_end(2, stderr);
    };
    check(
        "recording get a/b --dir rec",
        "btapi: `a/b` is no identifier of a session\nbtapi: hint: reports tell them: 32 hexadecimal digits as a rule\n",
    );
    check(
        "recording get ab --dir rec --instance 1",
        "btapi: --instance: a session has one recording of its screen\n\
         btapi: hint: --kind shell and --kind screen have several\n",
    );
    check(
        "recording get ab --dir rec --kind screen --product pra",
        "btapi: --kind screen: the representative's own screen is recorded by rs only\n",
    );
}

#[test]
fn the_log_is_printed_and_chosen_from() {
    let site = site(Appliance::pra(), 0);
    let all = site.btapi("syslog -o ndjson").stdout();
    let records: Vec<Value> = all.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(records.len() > 3, "{all}");
    let logins = site.btapi("syslog --event login -o ndjson").stdout();
    let count = records.iter().filter(|record| record["event"] == "login").count();
    assert!(count > 0 && logins.lines().count() == count, "{logins}");
    let csv = site.btapi("syslog -o csv").stdout();
    assert!(csv.starts_with("when,event,who,who_ip,site,"), "{csv}");
    site.btapi("syslog --event no_such_event -o json").check(expect![[r"
        exit 0
        --- stdout
        []
        --- stderr
        btapi: note: the log: nothing found
    "]]);
    site.server.control().permit(&site.server.client_id(), "perm_reporting_syslog", false);
    let output = site.btapi("syslog").output();
    assert_eq!(output.status.code(), Some(6));
    assert!(String::from_utf8(output.stderr).unwrap().contains("perm_reporting_syslog"));
}

#[test]
fn licenses_are_printed_for_both_products() {
    for appliance in [Appliance::pra(), Appliance::rs()] {
        let site = site(appliance, 0);
        let csv = site.btapi("license endpoints -o csv").stdout();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.headers().unwrap().len(), 7);
        assert!(reader.records().map(Result::unwrap).any(|row| row[0].contains(',')), "{csv}");
    }
    let site = site(Appliance::rs(), 0);
    assert!(site.btapi("license usage --since 90d").stdout().contains("\"group_by\": \"day\""));
}

#[test]
fn archives_are_listed_and_printed() {
    let site = site(Appliance::rs(), 0);
    let day = site.server.control().now().to_string()[..10].to_owned();
    let list = site.btapi(&format!("archive list {day} -o csv")).stdout();
    assert!(list.starts_with("type,index,time,end_time\r\nstate,1,"), "{list}");
    let state = site.btapi(&format!("archive get --state {day} 1 -o ndjson")).stdout();
    assert!(state.lines().all(|line| line.starts_with("{\"table\":\"")) && !state.is_empty(), "{state}");
    let none = site.btapi(&format!("archive get --event {day} 999 -o json")).output();
    assert_eq!((none.status.code(), none.stdout.as_slice()), (Some(0), b"[]\n".as_slice()));
    // A saved file is read without an appliance.
    let saved = "{\"queue\":{\"1\":{\"name\":\"Support\"}},\"representative\":null}";
    let run = Run::new(BTAPI, None).args("archive get --state --file - -o csv".split(' ')).stdin(saved);
    let expected = "table,id,record\r\nqueue,1,\"{\"\"name\"\":\"\"Support\"\"}\"\r\nrepresentative,,\r\n";
    assert_eq!(run.stdout(), expected);
}

#[cfg(target_os = "linux")]
#[test]
fn a_bomb_in_a_saved_archive_does_not_go_off() {
    let home = tempfile::tempdir().unwrap();
    let bomb = home.path().join("bomb.gz");
    // Three hundred megabytes of brackets: no line ends, and nothing is closed.
    let made = std::process::Command::new("sh")
        .args(["-c", "head -c 300000000 /dev/zero | tr '\\0' '[' | gzip -1 > \"$0\""])
        .arg(&bomb)
        .status();
    if !made.is_ok_and(|status| status.success()) {
        return super::missing("gzip").unwrap_or(());
    }
    for line in ["archive get --event --file", "archive get --state --file"] {
        let run = Run::new(BTAPI, None).args(line.split(' ')).args([&bomb]);
        let (code, bytes, stderr, peak) = run.measured();
        assert_eq!((code, bytes), (Some(9), 0), "{line}: {stderr}");
        assert!(peak < 160 << 10, "{line}: {peak} KiB");
    }
}
