//! Files from the appliance.

use std::process::{Command, Stdio};

use expect_test::expect;
use serde_json::Value;

use super::canned;
use super::site::{BTAPI, Site};

fn names(site: &Site) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(site.home())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !matches!(name.as_str(), "ca.pem" | "bt-sra"))
        .collect();
    names.sort();
    names
}

#[test]
fn an_installer_is_saved_under_its_name_with_size_and_checksum() {
    let site = Site::pra();
    let id = site.btapi("-kK add jumpoint").stdin("name=New\nplatform=linux-x86").stdout();
    let id = id.lines().find_map(|line| line.strip_prefix("id=")).unwrap();
    let report: Value =
        serde_json::from_str(&site.btapi(&format!("download jumpoint/{id}/installer")).stdout()).unwrap();
    let file = report["file"].as_str().unwrap();
    assert_eq!(names(&site), [file]);
    assert_eq!(report["size"], std::fs::metadata(site.home().join(file)).unwrap().len());
    assert_eq!(report["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn a_name_from_elsewhere_becomes_a_plain_name_and_overwrites_nothing() {
    let site = Site::pra();
    std::fs::write(site.home().join("profile"), "mine").unwrap();
    for hostile in ["../../.profile", "/etc/profile", "..\\\\profile", "-profile", "a/b/profile"] {
        let answer = canned::answer(
            &format!("200 OK\r\nContent-Disposition: attachment; filename=\"{hostile}\""),
            "theirs",
        );
        let report = canned::btapi(&site, &answer, "-K download jumpoint/1/installer").stdout();
        let file = report.lines().find_map(|line| line.strip_prefix("file=")).unwrap();
        assert!(!file.contains(['/', '\\']) && !file.starts_with(['.', '-']), "{hostile}: {file}");
        assert_eq!(std::fs::read_to_string(site.home().join(file)).unwrap(), "theirs", "{hostile}");
    }
    assert_eq!(std::fs::read_to_string(site.home().join("profile")).unwrap(), "mine");
}

#[test]
fn without_a_name_the_path_gives_one() {
    let site = Site::pra();
    let answer = canned::answer("200 OK", "text");
    let report = canned::btapi(&site, &answer, "-K download openapi.yaml").stdout();
    assert!(report.starts_with("file=openapi.yaml\nsize=4\nsha256="), "{report}");
}

#[test]
fn a_download_that_breaks_off_leaves_nothing_behind() {
    let site = Site::pra();
    let head = "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"x\"\r\nContent-Length: 9000000\r\n\r\n";
    let broken = format!("{head}{}", "x".repeat(3_000_000));
    let output = canned::btapi(&site, &broken, "download jumpoint/1/installer").output();
    assert_eq!(output.status.code(), Some(8), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(names(&site), [""; 0]);
}

#[test]
fn a_page_for_people_is_not_saved_as_a_file() {
    let site = Site::pra();
    let page = canned::answer("200 OK\r\nContent-Type: text/html; charset=utf-8", "<h1>Log in</h1>");
    for path in ["jumpoint/1/installer", "openapi.yaml", "no/such/thing"] {
        let output = canned::btapi(&site, &page, &format!("download {path}")).output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(9), "{path}: {stderr}");
        assert!(stderr.contains("the answer is a page for people (text/html), not a file"), "{stderr}");
        assert_eq!(names(&site), [""; 0], "{path}");
    }
}

#[test]
fn an_empty_answer_is_not_saved() {
    let site = Site::pra();
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n";
    let absent = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
    for empty in [canned::answer("200 OK", ""), absent.to_owned(), chunked.to_owned()] {
        canned::btapi(&site, &empty, "download jumpoint/1/installer").check(expect![[r#"
            exit 9
            --- stderr
            btapi: GET /api/config/v1/jumpoint/1/installer: the answer is empty; nothing was saved
        "#]]);
        assert_eq!(names(&site), [""; 0]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_name_of_a_saved_file_is_told_even_if_the_output_fails() {
    let site = Site::pra();
    let answer = canned::answer("200 OK\r\nContent-Disposition: attachment; filename=x.bin", "text");
    let (code, stderr) = canned::btapi(&site, &answer, "download jumpoint/1/installer").output_to_full_disk();
    assert_eq!(code, Some(1), "{stderr}");
    assert!(stderr.ends_with("btapi: hint: the file is saved as x.bin\n"), "{stderr}");
    assert_eq!(names(&site), ["x.bin"]);
}

#[test]
fn a_download_that_is_stopped_leaves_nothing_behind() {
    for (signal, code) in [("-TERM", 143), ("-INT", 130), ("-HUP", 129)] {
        stop_a_download(signal, code);
    }
}

fn stop_a_download(signal: &str, code: i32) {
    let site = Site::pra();
    let (address, held) = canned::hold(b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\nbeginning");
    let mut run = Command::new(BTAPI)
        .args(["download", "jumpoint/1/installer"])
        .current_dir(site.home())
        .env("BT_API_HOST", address)
        .env("BT_CLIENT_ID", "id")
        .env("BT_CLIENT_SECRET", "a-canned-secret")
        .env("XDG_RUNTIME_DIR", site.home())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The answer has been given; it is being saved once the hidden file is there.
    let stream = held.recv().unwrap();
    while names(&site).is_empty() {
        std::thread::yield_now();
    }
    assert!(Command::new("kill").args([signal, &run.id().to_string()]).status().unwrap().success());
    assert_eq!(run.wait().unwrap().code(), Some(code), "{signal}");
    drop(stream);
    assert_eq!(names(&site), [""; 0]);
}
