//! An import that is killed, cut off or stopped goes on, and no row is there twice.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use bt_sra_simulator::{Appliance, Fault};
use expect_test::expect;
use http::{Method, StatusCode};

use super::super::site::Site;
use super::{empty_pra, read, shells, write};

const ITEMS: &str = "/jump-item/shell-jump";
const POST: &str = "/api/config/v1/jump-item/shell-jump";

/// Returns how often each name is there.
fn names(site: &Site) -> HashMap<String, usize> {
    let control = site.server.control();
    let mut names = HashMap::new();
    for id in control.ids(ITEMS) {
        let name = control.stored(ITEMS, id).unwrap()["name"].as_str().unwrap().to_owned();
        *names.entry(name).or_default() += 1;
    }
    names
}

#[track_caller]
fn check_once_each(site: &Site, rows: usize) {
    let names = names(site);
    let wrong: Vec<_> = (1..=rows)
        .map(|row| format!("row {row}"))
        .map(|name| (names.get(&name).copied().unwrap_or_default(), name))
        .filter(|(count, _)| *count != 1)
        .collect();
    assert!(wrong.is_empty(), "not once: {wrong:?}");
    assert_eq!(names.len(), rows);
}

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

/// Starts an import that tells of every row.
fn start(site: &Site, file: &str) -> (Child, BufReader<std::process::ChildStderr>) {
    let mut child = site
        .btapi(&format!("import {file} -v"))
        .into_command()
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let stderr = BufReader::new(child.stderr.take().unwrap());
    (child, stderr)
}

/// `BT_SRA_IMPORT_ROWS` and `BT_SRA_IMPORT_KILLS` make it larger.
#[test]
fn an_import_killed_at_any_moment_creates_every_row_once() {
    let (rows, kills) = (number("BT_SRA_IMPORT_ROWS", 200), number("BT_SRA_IMPORT_KILLS", 5));
    let site = Site::of(Appliance::pra().seed(7).items(0).capture(false));
    write(&site, "in.csv", shells(rows));
    let random = || usize::try_from(RandomState::new().hash_one(0u8) >> 33).unwrap();
    for _ in 0..kills {
        let (mut child, mut stderr) = start(&site, "in.csv");
        // So many rows later it ends, in the middle of what it does then.
        let lines = random() % (rows / (kills + 1) + 1);
        let mut line = String::new();
        for _ in 0..lines {
            line.clear();
            if stderr.read_line(&mut line).unwrap() == 0 {
                break;
            }
        }
        for _ in 0..random() % 2000 {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    site.btapi("import in.csv").stdout();
    check_once_each(&site, rows);
    let counters = site.server.counters();
    assert!(counters.busiest_second <= 20, "{counters:?}");
    assert_eq!(counters.rate_limited, 0, "{counters:?}");
    assert!(!site.home().join("in.csv.journal").exists());
}

#[test]
fn a_row_whose_answer_was_lost_is_looked_up_before_it_is_sent_again() {
    let site = empty_pra();
    write(&site, "in.csv", shells(6));
    let control = site.server.control();
    // One arrives and is carried out, another never arrives, a third fails half-way.
    control.fault(Fault::reset().on(Method::POST, POST).skip(1).after_acting());
    control.fault(Fault::reset().on(Method::POST, POST).skip(2));
    control.fault(
        Fault::status(StatusCode::INTERNAL_SERVER_ERROR).on(Method::POST, POST).skip(3).after_acting(),
    );
    control.fault(Fault::too_many_requests().retry_after(std::time::Duration::ZERO).on(Method::POST, POST));
    let summary = site.btapi("-K import in.csv").stdout();
    assert!(summary.starts_with("created=6\n"), "{summary}");
    check_once_each(&site, 6);
}

#[test]
fn a_row_at_which_the_appliance_fails_does_not_stop_the_others() {
    let site = empty_pra();
    write(&site, "in.csv", shells(1));
    let fails = Fault::status(StatusCode::INTERNAL_SERVER_ERROR).on(Method::POST, POST).times(3);
    site.server.control().fault(fails);
    site.btapi("import in.csv").check(expect![[r#"
        exit 6
        --- stdout
        {
          "created": 0,
          "updated": 0,
          "unchanged": 0,
          "skipped": 0,
          "refused": 1,
          "left": 0
        }
        --- stderr
        line 2: refused: the appliance failed (HTTP 500): Internal Server Error
        btapi: 1 row was refused; the rest was done
        btapi: hint: mend HOME/in.errors.csv and import it
    "#]]);
    expect![[r#"
        type,name,hostname,protocol,jump_group,jumpoint,tag,import_line,import_error
        shell-jump,row 1,host1.example.com,ssh,Web,Office,bulk,2,the appliance failed (HTTP 500): Internal Server Error
    "#]].assert_eq(&read(&site, "in.errors.csv"));
}

#[test]
fn a_row_at_whose_update_the_appliance_fails_does_not_stop_the_others() {
    let site = empty_pra();
    write(&site, "in.csv", shells(60));
    site.btapi("import in.csv").stdout();
    let id = site.server.control().ids(ITEMS)[0];
    let fails = Fault::status(StatusCode::INTERNAL_SERVER_ERROR);
    site.server.control().fault(fails.on(Method::PATCH, format!("{POST}/{id}")).times(1000));
    write(&site, "in.csv", shells(60).replace("bulk", "new"));
    let output = site.btapi("-K import in.csv").output();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(6), "{stderr}");
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "created=0\nupdated=59\nunchanged=0\nskipped=0\nrefused=1\nleft=0\n"
    );
    assert_eq!(read(&site, "in.errors.csv").lines().count(), 2);
}

#[test]
fn an_import_that_is_cut_off_goes_on_with_the_same_command() {
    let site = empty_pra();
    write(&site, "in.csv", shells(30));
    let gone = Fault::status(StatusCode::SERVICE_UNAVAILABLE).on(Method::POST, POST).skip(10).times(1000);
    site.server.control().fault(gone);
    let end = site.btapi("import in.csv").output();
    let stderr = String::from_utf8(end.stderr).unwrap();
    assert_eq!(end.status.code(), Some(1), "{stderr}");
    assert!(stderr.contains("20 rows are left; the same command goes on where this one stopped"), "{stderr}");
    // It looks by itself.
    assert!(!stderr.contains("look before trying again"), "{stderr}");
    assert_eq!(names(&site).len(), 10);
    site.server.control().clear_faults();
    let output = site.btapi("import in.csv").output();
    assert!(String::from_utf8_lossy(&output.stderr).contains("going on: 10 of 30 rows were done before"));
    check_once_each(&site, 30);
}

#[test]
fn a_journal_of_something_else_is_not_gone_on_with() {
    let site = empty_pra();
    write(&site, "in.csv", shells(3));
    let gone = Fault::status(StatusCode::SERVICE_UNAVAILABLE).on(Method::POST, POST).skip(1).times(1000);
    site.server.control().fault(gone);
    assert_eq!(site.btapi("import in.csv").output().status.code(), Some(1));
    site.server.control().clear_faults();
    site.btapi("import in.csv --match tag").check(expect![[r#"
        exit 2
        --- stderr
        btapi: HOME/in.csv.journal: an import was stopped, and its journal was begun with another --match (name)
        btapi: hint: finish that one with its own command, or give it up with --restart; what it has created stays, and is found by --match
    "#]]);
    // What its rows are is the same said twice here; in a file without types it would not be.
    let other = site.btapi("import in.csv --type shell-jump").output();
    let stderr = String::from_utf8(other.stderr).unwrap();
    assert!(stderr.contains("its journal was begun with another --type"), "{stderr}");
    let journal = read(&site, "in.csv.journal");
    let other = empty_pra();
    write(&other, "in.csv", shells(3));
    write(&other, "in.csv.journal", &journal);
    let end = other.btapi("import in.csv").output();
    let stderr = String::from_utf8(end.stderr).unwrap();
    assert_eq!(end.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("its journal is about another appliance"), "{stderr}");
    write(&site, "in.csv", shells(4));
    site.btapi("import in.csv").check(expect![[r#"
        exit 2
        --- stderr
        btapi: HOME/in.csv.journal: an import was stopped, and its journal is about the file as it was before it was changed
        btapi: hint: finish that one with its own command, or give it up with --restart; what it has created stays, and is found by --match
    "#]]);
    write(&site, "in.csv.journal", journal.replacen("\"sent\"", "\"snet\"", 1));
    write(&site, "in.csv", shells(3));
    site.btapi("import in.csv").check(expect![[r#"
        exit 6
        --- stderr
        btapi: HOME/in.csv.journal: line 2 of the journal is damaged
        btapi: hint: begin anew with --restart; what was created before is found by --match
    "#]]);
    write(&site, "in.csv.journal", "something else\n");
    site.btapi("import in.csv --restart").check(expect![[r#"
        exit 2
        --- stderr
        btapi: HOME/in.csv.journal: is no journal of an import
        btapi: hint: an import needs this name; move the file away
    "#]]);
    assert_eq!(read(&site, "in.csv.journal"), "something else\n");
    write(&site, "in.csv.journal", journal);
    assert!(site.btapi("import in.csv --restart").output().status.success());
    check_once_each(&site, 3);
}

#[test]
fn half_a_line_at_the_end_of_the_journal_is_what_a_crash_leaves() {
    let site = empty_pra();
    write(&site, "in.csv", shells(3));
    let gone = Fault::status(StatusCode::SERVICE_UNAVAILABLE).on(Method::POST, POST).skip(1).times(1000);
    site.server.control().fault(gone);
    assert_eq!(site.btapi("import in.csv").output().status.code(), Some(1));
    site.server.control().clear_faults();
    let journal = read(&site, "in.csv.journal");
    assert!(!journal.contains("example.com"), "the journal holds no cells: {journal}");
    write(&site, "in.csv.journal", format!("{journal}{{\"line\":3,\"do"));
    assert!(site.btapi("import in.csv").output().status.success());
    check_once_each(&site, 3);
}

#[test]
fn a_journal_that_holds_nothing_is_no_hindrance() {
    let site = empty_pra();
    let header = "{\"journal\":\"btapi import 1\",\"input\":\"0\",\"site\":\"https://elsewhere\"}\n";
    for beginning in [header, &header[..30], ""] {
        write(&site, "in.csv", shells(1));
        write(&site, "in.csv.journal", beginning);
        assert!(site.btapi("import in.csv").output().status.success());
    }
    check_once_each(&site, 1);
}

#[test]
fn an_error_file_of_somebody_else_is_not_written_over() {
    let site = empty_pra();
    write(&site, "in.csv", shells(3));
    let gone = Fault::status(StatusCode::SERVICE_UNAVAILABLE).on(Method::POST, POST).skip(1).times(1000);
    site.server.control().fault(gone);
    assert_eq!(site.btapi("import in.csv").output().status.code(), Some(1));
    site.server.control().clear_faults();
    write(&site, "mine.csv", "name\n");
    site.btapi("import in.csv --errors mine.csv").check(expect![[r#"
        exit 2
        --- stderr
        btapi: mine.csv is there already, nothing was sent
        btapi: hint: import or remove it first, or name another file with --errors
    "#]]);
    assert_eq!(read(&site, "mine.csv"), "name\n");
    assert!(site.btapi("import in.csv --errors other.csv").output().status.success());
    check_once_each(&site, 3);
}

#[cfg(unix)]
#[test]
fn the_error_file_is_as_private_as_the_file_and_follows_no_link() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let site = empty_pra();
    write(&site, "in.csv", shells(1));
    write(&site, "other", "other");
    let path = |name: &str| site.home().join(name);
    std::fs::set_permissions(path("in.csv"), std::fs::Permissions::from_mode(0o600)).unwrap();
    symlink("other", path("in.errors.csv.part")).unwrap();
    let refused = Fault::status(StatusCode::UNPROCESSABLE_ENTITY).message("=cmd|'/C calc'!A0\u{1b}[2J");
    site.server.control().fault(refused.on(Method::POST, POST));
    site.btapi("import in.csv --errors nowhere/x.csv").check(expect![[r#"
        exit 2
        --- stderr
        btapi: --errors: there is no folder nowhere, nothing was sent
    "#]]);
    assert_eq!(site.btapi("import in.csv").output().status.code(), Some(6));
    assert_eq!(std::fs::metadata(path("in.errors.csv")).unwrap().permissions().mode() & 0o777, 0o600);
    let errors = read(&site, "in.errors.csv");
    assert!(!errors.contains('\u{1b}') && !errors.contains(",="), "{errors}");
    assert_eq!(read(&site, "other"), "other");
}

#[test]
fn the_first_refusal_can_end_it() {
    let site = empty_pra();
    write(&site, "in.csv", shells(60));
    let refused = Fault::status(StatusCode::UNPROCESSABLE_ENTITY).on(Method::POST, POST).skip(5);
    site.server.control().fault(refused);
    let end = site.btapi("import in.csv --stop-on-error").output();
    let stderr = String::from_utf8(end.stderr).unwrap();
    assert_eq!(end.status.code(), Some(6), "{stderr}");
    assert!(stderr.contains("rows are left; the same command goes on"), "{stderr}");
    let made = names(&site).len();
    assert!((5..30).contains(&made), "{made}");
    assert_eq!(read(&site, "in.errors.csv").lines().count(), 2);
    // What was refused stays refused; the rest goes on.
    let output = site.btapi("-K import in.csv").output();
    assert_eq!(output.status.code(), Some(6));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("created=59\n"));
    let errors = read(&site, "in.errors.csv");
    write(&site, "in.errors.csv", errors);
    assert!(site.btapi("import in.errors.csv").output().status.success());
    check_once_each(&site, 60);
}

#[cfg(unix)]
#[test]
fn the_journal_is_private_and_one_import_of_a_file_runs_at_a_time() {
    use std::os::unix::fs::PermissionsExt as _;

    let site = empty_pra();
    write(&site, "in.csv", shells(60));
    std::os::unix::fs::symlink("in.csv", site.home().join("link.csv")).unwrap();
    let (mut child, mut stderr) = start(&site, "in.csv");
    stderr.read_line(&mut String::new()).unwrap();
    let mode = std::fs::metadata(site.home().join("in.csv.journal")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    site.btapi("import link.csv").check(expect![[r#"
        exit 1
        --- stderr
        btapi: HOME/in.csv.journal: another import of this file is under way
    "#]]);
    child.kill().unwrap();
    child.wait().unwrap();
    site.btapi("import link.csv").output();
    check_once_each(&site, 60);
}

#[cfg(unix)]
#[test]
fn who_interrupts_gets_the_answers_under_way_and_can_go_on() {
    let site = empty_pra();
    write(&site, "in.csv", shells(100));
    let (mut child, mut stderr) = start(&site, "in.csv");
    stderr.read_line(&mut String::new()).unwrap();
    let id = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(id, rustix::process::Signal::INT).unwrap();
    let mut said = String::new();
    std::io::Read::read_to_string(&mut stderr, &mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{said}");
    assert!(said.contains("the same command goes on where this one stopped"), "{said}");
    let journal = read(&site, "in.csv.journal");
    assert_eq!(journal.lines().filter(|line| line.contains("\"done\"")).count(), names(&site).len());
    site.btapi("import in.csv").output();
    check_once_each(&site, 100);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_stops_before_anything_is_sent_that_could_not_be_written_down() {
    let site = empty_pra();
    write(&site, "in.csv", shells(120));
    // Files may grow to one block of 512 bytes only: enough for the beginning of the journal.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" import in.csv";
    let end = site.command("sh").args(["-c", script, super::super::site::BTAPI]).output();
    let stderr = String::from_utf8(end.stderr).unwrap();
    assert_eq!(end.status.code(), Some(1), "{stderr}");
    assert!(
        stderr.contains("cannot write the journal") && stderr.contains("in.csv.journal: File too large"),
        "{stderr}"
    );
    // What comes after it must not follow half a line.
    let journal = read(&site, "in.csv.journal");
    assert!(journal.len() > 200 && journal.ends_with("}\n"), "{journal}");
    site.btapi("import in.csv").output();
    check_once_each(&site, 120);
}
