//! Views of events.

use super::*;
use crate::report::views::Direction;

fn event(name: &str, data: &[(&str, &str)]) -> Event {
    let pairs: String =
        data.iter().map(|(name, value)| format!("<value name='{name}' value='{value}'/>")).collect();
    let xml = format!(
        "<team_activity_list><x timestamp='1' event_type='{name}'><data>{pairs}</data></x></team_activity_list>"
    );
    let limits = Limits::default();
    let text = crate::text::decode(xml.as_bytes(), &limits).unwrap();
    crate::text::parse(text, &limits, |root| crate::FromElement::from_element(root.child("x").unwrap()))
        .unwrap()
}

#[test]
fn each_view_is_there_for_its_events_only() {
    for (name, view) in [
        ("Conference Member Added", "member_added"),
        ("Conference Member State Changed", "member_state"),
        ("Conference Owner Changed", "owner_changed"),
        ("Session Assigned", "assignment"),
        ("File Upload", "file_transfer"),
        ("File Download", "file_transfer"),
        ("File Upload Failed", "file_transfer"),
        ("File Download Failed", "file_transfer"),
        ("File Transfer Complete", "file_transfer"),
        ("File Deleted", "file_change"),
        ("File Moved", "file_change"),
        ("Directory Created", "file_change"),
        ("Files Shared", "shared_files"),
        ("Command Shell Session Started", "recording_made"),
        ("Screen Recording", "recording_made"),
        ("Show My Screen Recording", "recording_made"),
        ("Service Access Allowed", "service_access"),
        ("Credential Injection Attempt", "credential_injection"),
        ("Credential Injection Attempt Failed", "credential_injection"),
        ("Registry Exported", "registry_change"),
        ("Registry Value Renamed", "registry_change"),
        ("Session Foreground Window Changed", "window_activity"),
        ("Session Window Closed", "window_activity"),
        ("Session Mouse Left Clicked", "window_activity"),
        ("Jump Item Authorization Request", "jump_authorization"),
        ("Jump Item Authorization Request Utilized", "jump_authorization"),
        ("Remote Shell Event", "remote_shell"),
        ("Special Action Executed", "special_action"),
        ("Chat Message", ""),
        ("Coffee Spilled", ""),
    ] {
        let event = event(name, &[]);
        let views = [
            ("member_added", event.member_added().is_some()),
            ("member_state", event.member_state().is_some()),
            ("owner_changed", event.owner_changed().is_some()),
            ("assignment", event.assignment().is_some()),
            ("file_transfer", event.file_transfer().is_some()),
            ("file_change", event.file_change().is_some()),
            ("shared_files", event.shared_files().is_some()),
            ("recording_made", event.recording_made().is_some()),
            ("service_access", event.service_access().is_some()),
            ("credential_injection", event.credential_injection().is_some()),
            ("registry_change", event.registry_change().is_some()),
            ("window_activity", event.window_activity().is_some()),
            ("jump_authorization", event.jump_authorization().is_some()),
            ("remote_shell", event.remote_shell().is_some()),
            ("special_action", event.special_action().is_some()),
        ];
        let found: Vec<_> = views.iter().filter(|(_, is_there)| *is_there).map(|(view, _)| *view).collect();
        assert_eq!(
            found,
            [view].iter().filter(|view| !view.is_empty()).copied().collect::<Vec<_>>(),
            "{name}"
        );
    }
}

#[test]
fn files_are_the_same_wherever_the_event_has_them() {
    let new = event("File Download", &[("filename", "C:\\a"), ("filesize", "99999999999")]);
    let transfer = new.file_transfer().unwrap();
    assert_eq!((transfer.path(), transfer.size()), (Some("C:\\a"), Some(99_999_999_999)));
    assert_eq!((transfer.direction(), transfer.has_failed()), (Some(Direction::Download), false));
    let mut old = event("File Upload Failed", &[("failure_reason", "full")]);
    old.filename = Some("a".into());
    old.filesize = Some(7);
    let transfer = old.file_transfer().unwrap();
    assert_eq!(
        (transfer.path(), transfer.size(), transfer.failure_reason),
        (Some("a"), Some(7), Some("full"))
    );
    assert_eq!((transfer.direction(), transfer.has_failed()), (Some(Direction::Upload), true));
    let done = event("File Transfer Complete", &[("filename", "a"), ("sha256", "00")]);
    let transfer = done.file_transfer().unwrap();
    assert_eq!((transfer.sha256, transfer.direction()), (Some("00"), None));
    let moved = event("File Moved", &[("old_path", "a"), ("new_path", "b")]);
    let change = moved.file_change().unwrap();
    assert_eq!((change.subject(), change.new_path), (Some("a"), Some("b")));
    let made = event("Directory Created", &[("path", "/srv/new")]);
    assert_eq!(made.file_change().unwrap().subject(), Some("/srv/new"));
}

#[test]
fn members_have_names_and_addresses() {
    let data = [
        ("private_name", "Ada L."),
        ("public_name", "Ada"),
        ("public_ip", "[2001:db8::5]:4"),
        ("user_id", "5"),
    ];
    let added = event("Conference Member Added", &data);
    let member = added.member_added().unwrap();
    assert_eq!((member.any_name(), member.user_id), (Some("Ada L."), Some("5")));
    assert!(matches!(member.public_address(), Some(AddressKind::Socket(_))));
    for (state, expect) in [("connected", Some(true)), ("disconnected", Some(false)), ("asleep", None)] {
        let event = event("Conference Member State Changed", &[("state", state)]);
        assert_eq!(event.member_state().unwrap().is_connected(), expect);
    }
}

#[test]
fn leave_to_jump_has_a_span() {
    for (written, seconds) in [
        ("4 hour(s)", Some(14_400)),
        ("30 minute(s)", Some(1800)),
        ("2 day(s)", Some(172_800)),
        ("2 moons", None),
        ("hour(s)", None),
        ("99999999999999999999 day(s)", None),
        ("9999999999999999999 day(s)", None),
    ] {
        let event = event("Jump Item Authorization Request Utilized", &[("request_duration", written)]);
        let request = event.jump_authorization().unwrap();
        assert_eq!(request.span().map(|span| span.as_secs()), seconds, "{written}");
    }
}

#[test]
fn others_say_what_they_say() {
    let shell = event("Command Shell Session Started", &[("instance", "3"), ("view_url", "v")]);
    assert_eq!(shell.recording_made().unwrap().number(), Some(3));
    let click = event(
        "Session Mouse Left Clicked",
        &[("exeName", "a.exe"), ("windowName", "A"), ("targetName", "OK")],
    );
    let activity = click.window_activity().unwrap();
    assert_eq!(
        (activity.exe_name, activity.target_name, activity.target_type),
        (Some("a.exe"), Some("OK"), None)
    );
    let failed = event("Credential Injection Attempt Failed", &[("failure_reason", "locked")]);
    assert!(failed.credential_injection().unwrap().has_failed());
    let renamed = event(
        "Registry Key Renamed",
        &[("parent_path", "HKLM"), ("key_name_old", "a"), ("key_name_new", "b")],
    );
    let change = renamed.registry_change().unwrap();
    assert_eq!(
        (change.path(), change.key_name_old, change.key_name_new),
        (Some("HKLM"), Some("a"), Some("b"))
    );
    assert_eq!(event("Remote Shell Event", &[("text", "ls")]).remote_shell().unwrap().text, Some("ls"));
}
