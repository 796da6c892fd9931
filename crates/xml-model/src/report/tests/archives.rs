//! Listings of archives, and what is in archives.

use expect_test::expect;

use super::*;

#[test]
fn listed_archives() {
    let list = check::<Items<ListedArchive>>(
        r#"<archives>
  <state_archive><time timestamp="1700000000">2023-11-14T22:13:20+00:00</time><index>1</index><e9>x</e9></state_archive>
  <event_archive><start_time timestamp="1700000000">2023-11-14T22:13:20+00:00</start_time>
    <end_time timestamp="1700000600">2023-11-14T22:23:20+00:00</end_time><index>1</index></event_archive>
  <event_archive><start_time>2023-11-14T22:23:20Z</start_time><index> 2 </index></event_archive>
</archives>"#,
        expect![[
            r#"{"items":[{"type":"state","time":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14T22:13:20+00:00"},"index":1,"extra":{"elements":[{"name":"e9","content":["x"]}]}},{"type":"event","start_time":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14T22:13:20+00:00"},"end_time":{"at":"2023-11-14T22:23:20+00:00","epoch":1700000600,"text":"2023-11-14T22:23:20+00:00"},"index":1},{"type":"event","start_time":{"at":"2023-11-14T22:23:20+00:00","epoch":null,"text":"2023-11-14T22:23:20Z"},"end_time":null,"index":2}]}"#
        ]],
    );
    let found: Vec<_> = list.items.iter().map(|archive| (archive.kind(), archive.index())).collect();
    assert_eq!(found, [("state", 1), ("event", 1), ("event", 2)]);
    refused::<Items<ListedArchive>>(
        "<archives><state_archive><time>1</time></state_archive></archives>",
        "the element `index` is missing in `/archives/state_archive` at byte 10",
    );
}

const STATE: &str = r#"{"queue":null,"representative":{"9":{"user_id":5,"username":"ada","routing_idle":"0","created_timestamp":"1700000000","skills":["a"]}},
"customer_client":{},"tomorrow":{"1":{"x":1.5},"2":{}}}"#;

#[test]
fn a_state_is_read_whole_and_the_same_after_json() {
    let state = ArchiveState::read(STATE.as_bytes()).unwrap();
    let json = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<ArchiveState>(&json).unwrap(), state);
    let tables: Vec<_> = state.tables().map(|(table, count)| format!("{table} {count}")).collect();
    assert_eq!(tables, ["customer_client 0", "queue 0", "representative 1", "tomorrow 2"]);
    let (id, ada) = state.table(&ArchiveTable::Representative).next().unwrap();
    assert_eq!((id, ada.number("user_id"), ada.text("user_id").as_deref()), ("9", Some(5), Some("5")));
    assert_eq!((ada.flag("routing_idle"), ada.flag("none")), (Some(false), None));
    assert_eq!(ada.time("created_timestamp").unwrap().as_second(), 1_700_000_000);
    assert_eq!((ada.text("skills"), ada.json("skills").as_deref()), (None, Some(r#"["a"]"#)));
    assert_eq!(ada.names().count(), 5);
    assert_eq!(state.table(&ArchiveTable::Queue).count(), 0);
}

#[test]
fn a_walk_sees_each_record_and_can_be_stopped() {
    let mut seen = Vec::new();
    ArchiveState::walk(STATE.as_bytes(), |entry| {
        seen.push(format!("{} {:?}", entry.table, entry.record.map(|(id, _)| id)));
        Ok(())
    })
    .unwrap();
    assert_eq!(
        seen,
        [
            "queue None",
            "representative Some(\"9\")",
            "customer_client None",
            "tomorrow Some(\"1\")",
            "tomorrow Some(\"2\")"
        ]
    );
    let mut count = 0;
    let stop = |_: StateEntry<'_>| {
        count += 1;
        Err(bt_sra_core::Error::new(ErrorKind::Io, "full"))
    };
    assert_eq!(ArchiveState::walk(STATE.as_bytes(), stop).unwrap_err().to_string(), "full");
    assert_eq!(count, 1);
}

/// Each case is what is no archive, and what is said of it.
#[test]
fn what_is_no_archive_is_refused_without_repeating_it() {
    for (json, expect) in [
        ("", "it ends too early at 1:0"),
        (r#"{"queue":{"1":{"a":"hunter2"}"#, "it ends too early at 1:29"),
        (r#"{"queue":{"1":"hunter2"}}"#, "it is no JSON of that form at 1:23"),
        (r#"{"queue":["hunter2"]}"#, "it is no JSON of that form at 1:11"),
        ("[]", "it is no JSON of that form at 1:1"),
        ("{}{}", "it is no JSON of that form at 1:3"),
    ] {
        let error = ArchiveState::read(json.as_bytes()).unwrap_err();
        let text = format!("the archive of a state is not what was expected: {expect}");
        assert_eq!((error.kind(), error.to_string()), (ErrorKind::Decode, text), "{json}");
        assert!(!format!("{error:?}").contains("hunter2"));
    }
}

#[test]
fn lines_of_changes() {
    let line = br#"{"type":"update_model","timestamp":1700000000,"insert":{"support_session":{"3":{"lsid":"0a"}}},
        "update":{"representative":{"9":{"routing_idle":1},"10":{}}},"delete":{"queue":["1",2,null],"tomorrow":"all"}}"#;
    let event = ArchiveEvent::read(line).unwrap();
    let json = serde_json::to_string(&event).unwrap();
    assert_eq!(serde_json::from_str::<ArchiveEvent>(&json).unwrap(), event);
    assert_eq!(event.kind(), Some(ArchiveEventType::UpdateModel));
    let (table, id, record) = event.inserted().next().unwrap();
    assert_eq!((table, id, record.text("lsid").as_deref()), (ArchiveTable::SupportSession, "3", Some("0a")));
    assert_eq!(event.updated().count(), 2);
    let deleted: Vec<_> = event.deleted().map(|(table, id)| format!("{table} {id}")).collect();
    assert_eq!(deleted, ["queue 1", "queue 2"]);
    assert_eq!(event.record().time("timestamp").unwrap().as_second(), 1_700_000_000);
    let truncated = ArchiveEvent::read(br#"{"type":"truncate_model"}"#).unwrap();
    assert_eq!((truncated.kind(), truncated.inserted().count()), (Some(ArchiveEventType::TruncateModel), 0));
    // Whatever else a line is, it is kept.
    let other = ArchiveEvent::read(br#"{"insert":[1],"what":{"is":"this"}}"#).unwrap();
    assert_eq!((other.kind(), other.inserted().count(), other.deleted().count()), (None, 0, 0));
    assert_eq!(other.record().json("what").as_deref(), Some(r#"{"is":"this"}"#));
    assert_eq!(ArchiveEvent::read(b"7").unwrap_err().kind(), ErrorKind::Decode);
}
