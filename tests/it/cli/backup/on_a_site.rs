//! Backups of the simulated appliance.

use bt_sra_simulator::{Appliance, BackupFailure};
use serde_json::Value;

use super::ended;
use crate::cli::site::Site;

/// A site with backups of so many bytes, and a folder `d` for them.
fn site(bytes: u64) -> Site {
    let site = Site::of(Appliance::rs().seed(7).items(5).backup_size(bytes));
    std::fs::create_dir(site.home().join("d")).unwrap();
    site
}

#[test]
fn backups_of_all_sizes_come_whole_with_their_length_stated_or_not() {
    for (bytes, stated) in [(1 << 10, true), (65_536, false), (65_537, true), (9 << 20, false)] {
        let site = site(bytes);
        let control = site.server.control();
        let mut backup = control.backup();
        backup.stated = stated;
        control.set_backup(backup);
        let report: Value = serde_json::from_str(&site.btapi("backup --dir d --keep 1").stdout()).unwrap();
        assert_eq!(report["size"], bytes);
        let name = report["file"].as_str().unwrap();
        let sum = std::fs::read_to_string(site.home().join("d").join(format!("{name}.sha256"))).unwrap();
        assert_eq!(sum, format!("{}  {name}\n", report["sha256"].as_str().unwrap()));
        assert_eq!(ended(site.btapi("backup --dir d --check")).0, Some(0));
        let with_password = site.btapi("backup --dir d --keep 1 --password-file -").stdin("correct horse");
        with_password.stdout();
        assert_eq!(ended(site.btapi("backup --dir d --check")).0, Some(0));
    }
}

#[test]
fn refusals_of_the_site_are_told_apart() {
    let site = site(1 << 16);
    let control = site.server.control();
    let usual = control.backup();
    for (failure, code, words) in [
        (BackupFailure::InvalidCredentials, 3, "Invalid credentials"),
        (BackupFailure::JsonError, 6, "The backup could not be made."),
        (BackupFailure::ErrorPage, 9, "a page for people"),
        (BackupFailure::Empty, 9, "the answer is empty"),
    ] {
        let mut backup = usual;
        backup.failure = Some(failure);
        control.set_backup(backup);
        let (ended, said) = ended(site.btapi("backup --dir d"));
        assert!(ended == Some(code) && said.contains(words), "{failure:?}: {said}");
    }
    control.set_backup(usual);
    control.permit(&site.server.client_id(), "perm_backup", false);
    let (code, said) = ended(site.btapi("backup --dir d"));
    assert!(code == Some(4) && said.contains("perm_backup"), "{said}");
}
