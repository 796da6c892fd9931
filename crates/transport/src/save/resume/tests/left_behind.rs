//! What a run that was killed, or somebody else, has left in the folder.

use super::*;

#[tokio::test]
async fn a_complete_part_whose_run_was_killed_is_given_its_name() {
    for etag in [None, Some("\"1\"")] {
        let lab = broken(server(etag), 200_000).await;
        let part = lab.names().into_iter().find(|name| name.ends_with(".part")).unwrap();
        std::fs::write(lab.folder.path().join(&part), file(300_000, 1)).unwrap();
        let resumed = lab.save().await.unwrap();
        assert_eq!((resumed.kept, lab.asked().len()), (300_000, 1));
        lab.check(&resumed, &file(300_000, 1));
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_part_that_has_its_name_already_is_not_published_twice() {
    let lab = broken(server(Some("\"1\"")), 200_000).await;
    let part = lab.names().into_iter().find(|name| name.ends_with(".part")).unwrap();
    let part = lab.folder.path().join(part);
    std::fs::write(&part, file(300_000, 1)).unwrap();
    std::fs::hard_link(&part, lab.folder.path().join("a.flv")).unwrap();
    let resumed = lab.save().await.unwrap();
    lab.check(&resumed, &file(300_000, 1));
}

/// A folder in which an earlier run was killed between giving a complete file its name and taking
/// the hidden ones away.
#[cfg(unix)]
async fn killed(etag: Option<&'static str>) -> Lab {
    let lab = broken(server(etag), 200_000).await;
    let part = lab.hidden(".part");
    std::fs::write(&part, file(300_000, 1)).unwrap();
    std::fs::hard_link(&part, lab.folder.path().join("a.flv")).unwrap();
    lab
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_that_has_its_name_is_never_written_to_again() {
    for (lie, ranges, etag) in [
        (Lie::None, false, Some("\"1\"")),
        (Lie::Unsatisfiable, true, Some("\"1\"")),
        (Lie::Total, true, Some("\"1\"")),
        (Lie::Shifted, true, None),
    ] {
        let lab = killed(etag).await;
        lab.change(|server| (server.lie, server.ranges, server.file) = (lie, ranges, file(250_000, 2)));
        let resumed = lab.save().await.unwrap();
        assert_eq!(resumed.saved.path, lab.folder.path().join("a-1.flv"));
        assert!(std::fs::read(lab.folder.path().join("a.flv")).unwrap() == file(300_000, 1), "{lie:?}");
        assert!(std::fs::read(&resumed.saved.path).unwrap() == file(250_000, 2), "{lie:?}");
        assert_eq!(lab.names(), ["a-1.flv", "a.flv"]);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn nor_without_a_note_nor_with_one_that_does_not_know_the_length() {
    for total in [None, Some("null"), Some("300001")] {
        let lab = killed(Some("\"1\"")).await;
        let note = lab.hidden(".json");
        match total {
            None => std::fs::remove_file(note).unwrap(),
            Some(total) => {
                let text = std::fs::read_to_string(&note).unwrap();
                std::fs::write(&note, text.replace("300000", total)).unwrap();
            }
        }
        // The server breaks off for good: what is visible must be whole at that time, too.
        lab.change(|server| server.breaks = vec![1000, 0]);
        assert_eq!(lab.save().await.unwrap_err().kind(), ErrorKind::Interrupted);
        assert!(std::fs::read(lab.folder.path().join("a.flv")).unwrap() == file(300_000, 1), "{total:?}");
        lab.change(|server| (server.breaks, server.file) = (Vec::new(), file(400_000, 1)));
        lab.save().await.unwrap();
        assert!(std::fs::read(lab.folder.path().join("a.flv")).unwrap() == file(300_000, 1), "{total:?}");
        assert!(std::fs::read(lab.folder.path().join("a-1.flv")).unwrap() == file(400_000, 1));
    }
}

#[cfg(unix)]
#[tokio::test]
async fn what_somebody_else_has_laid_in_the_place_of_the_part_is_not_written_to() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let lab = broken(server(Some("\"1\"")), 200_000).await;
    let part = lab.names().into_iter().find(|name| name.ends_with(".part")).unwrap();
    let part = lab.folder.path().join(part);
    let elsewhere = tempfile::NamedTempFile::new().unwrap();
    std::fs::remove_file(&part).unwrap();
    symlink(elsewhere.path(), &part).unwrap();
    assert_eq!(lab.save().await.unwrap_err().kind(), ErrorKind::Io);
    assert_eq!(std::fs::metadata(elsewhere.path()).unwrap().len(), 0);
    std::fs::remove_file(&part).unwrap();
    std::fs::write(&part, "x").unwrap();
    std::fs::set_permissions(&part, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(lab.save().await.unwrap_err().kind(), ErrorKind::Io);
    // Only some may give a file away.
    if std::os::unix::fs::chown(&part, Some(12_345), None).is_ok() {
        std::fs::set_permissions(&part, std::fs::Permissions::from_mode(0o600)).unwrap();
        let error = lab.save().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Io);
        let source = std::error::Error::source(&error).unwrap().to_string();
        assert!(source.ends_with(".part` belongs to somebody else; move it away"), "{source}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_note_that_somebody_else_can_write_or_that_is_no_file_is_not_read() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    for what in ["open", "link", "pipe"] {
        let lab = broken(server(Some("\"1\"")), 200_000).await;
        let (note, real) = (lab.hidden(".json"), lab.folder.path().join("real"));
        match what {
            "open" => {
                std::fs::set_permissions(&note, std::fs::Permissions::from_mode(0o622)).unwrap();
            }
            "link" => {
                std::fs::rename(&note, &real).unwrap();
                symlink(&real, &note).unwrap();
            }
            _ => {
                std::fs::remove_file(&note).unwrap();
                let made = std::process::Command::new("mkfifo").arg(&note).status().unwrap();
                assert!(made.success());
            }
        }
        let resumed = lab.save().await.unwrap();
        assert_eq!((resumed.kept, lab.asked().as_slice()), (0, &["all".to_owned()][..]), "{what}");
        let _ = std::fs::remove_file(real);
        lab.check(&resumed, &file(300_000, 1));
    }
}

#[tokio::test]
async fn the_name_in_a_note_leads_nowhere_else() {
    for (name, expect, kept) in
        [("../up.flv", "up.flv", 200_000), ("/etc/up.flv", "up.flv", 200_000), ("..", "a.flv", 0)]
    {
        let lab = broken(server(Some("\"1\"")), 200_000).await;
        let note = lab.hidden(".json");
        let text = std::fs::read_to_string(&note).unwrap();
        std::fs::write(&note, text.replace("a.flv", name)).unwrap();
        let resumed = lab.save().await.unwrap();
        assert_eq!(resumed.saved.path, lab.folder.path().join(expect));
        assert_eq!(resumed.kept, kept);
        lab.check(&resumed, &file(300_000, 1));
    }
}

#[tokio::test]
async fn a_note_that_is_spoilt_begins_again() {
    for text in ["", "{}", "[", "{\"what\":\"other\",\"name\":\"b\"}"] {
        let lab = broken(server(Some("\"1\"")), 200_000).await;
        let note = lab.names().into_iter().find(|name| name.ends_with(".json")).unwrap();
        std::fs::write(lab.folder.path().join(note), text).unwrap();
        let resumed = lab.save().await.unwrap();
        lab.check(&resumed, &file(300_000, 1));
        assert_eq!(lab.asked(), ["all"]);
    }
}
