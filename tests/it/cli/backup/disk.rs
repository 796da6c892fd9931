//! Disks that fail.

use super::{Lab, answer, body, ended};
use crate::cli::site::{BTAPI, Run};

/// Runs `btapi` in a shell in which files cannot get longer than 64 KiB.
fn on_a_small_disk<'a>(lab: &'a Lab, line: &str) -> Run<'a> {
    let script = format!("trap '' XFSZ; ulimit -f 64; exec {BTAPI} backup --dir d {line}");
    Run::new("bash", Some(&lab.home))
        .args(["-c", &script])
        .variable("BT_API_HOST", &lab.server.address)
        .variable("BT_CLIENT_ID", "id")
        .variable("BT_CLIENT_SECRET", "a-canned-secret")
}

#[test]
fn a_full_disk_leaves_the_last_one_as_it_was() {
    let lab = Lab::new();
    let last = lab.good("")["file"].as_str().unwrap().to_owned();
    lab.server.gives(answer(&body().repeat(500)));
    let (code, said) = ended(on_a_small_disk(&lab, "--keep 1"));
    assert_eq!(code, Some(10), "{said}");
    assert!(said.contains("the file cannot be written"), "{said}");
    assert_eq!((lab.intact(), lab.work().len()), (vec![last], 0));
    assert_eq!(lab.status()["last_failure"]["exit_code"], 10);
}

/// The user that may do nothing: root may do all.
fn nobody(lab: &Lab, line: &str) -> (Option<i32>, String) {
    use std::os::unix::fs::MetadataExt as _;
    use std::os::unix::process::CommandExt as _;
    let mut command = lab.run(line).into_command();
    if lab.home.home().metadata().unwrap().uid() == 0 {
        command.uid(65534);
    }
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let lab = Lab::new();
    let last = lab.good("")["file"].as_str().unwrap().to_owned();
    let mode = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(lab.home.home(), 0o755);
    mode(&lab.folder(), 0o555);
    let (code, said) = nobody(&lab, "--keep 1");
    mode(&lab.folder(), 0o755);
    assert_eq!(code, Some(10), "{said}");
    assert!(said.contains("cannot work in d") || said.contains("denied"), "{said}");
    assert_eq!(lab.intact(), [last]);
}

#[test]
fn a_status_that_cannot_be_written_does_not_undo_a_backup() {
    let lab = Lab::new();
    let (code, said) = ended(lab.run("--status nowhere/status.json"));
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("the status file nowhere/status.json cannot be written"), "{said}");
    assert_eq!(lab.intact().len(), 1);
    std::fs::write(lab.home.home().join("s"), "{\"last_success\": 7").unwrap();
    let (code, said) = ended(lab.run("--status s"));
    assert!(code == Some(0) && said.contains("begun anew"), "{said}");
}
