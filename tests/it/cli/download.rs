//! Files from the appliance.

use serde_json::Value;

use super::canned;
use super::site::Site;

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
    let broken =
        "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"x\"\r\nContent-Length: 9\r\n\r\nhalf";
    let output = canned::btapi(&site, broken, "download jumpoint/1/installer").output();
    assert_eq!(output.status.code(), Some(8), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(names(&site), [""; 0]);
}
