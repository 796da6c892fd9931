//! Events in every shape, and names that nobody has listed.

use expect_test::expect;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::FromElement as _;

/// Reads one event as part of a session.
#[track_caller]
fn one(xml: &str) -> Event {
    let xml = format!(
        "<session_list><session lsid='a'><start_time>1</start_time><session_details>{xml}</session_details></session></session_list>"
    );
    let list: Items<Session> = read(xml.as_bytes()).unwrap();
    let json = serde_json::to_string(&list).unwrap();
    assert_eq!(serde_json::from_str::<Items<Session>>(&json).unwrap(), list);
    list.items.into_iter().next().unwrap().events.into_iter().next().unwrap()
}

/// Reads a session with these events in every dress.
#[track_caller]
fn all(xml: &str, expect: Expect) -> Vec<Event> {
    let xml = format!(
        "<session_list><session lsid='a'><start_time>1</start_time><session_details>{xml}</session_details></session></session_list>"
    );
    let list = check::<Items<Session>>(&xml, expect);
    list.items.into_iter().next().unwrap().events
}

#[test]
fn every_shape_of_an_event() {
    let events = all(
        r#"<event timestamp="1700000001" event_type="Session End"/>
<event timestamp="1700000002" event_type="Conference Owner Changed"><performed_by type="system" gsnumber="0">Privileged Remote Access</performed_by>
<destination type="system" gsnumber="0">Pre-start Conference</destination><data><value name="owner" value="Ada"/></data></event>
<event timestamp="1700000003" event_type="Chat Message"><performed_by type="representative">Ada</performed_by>
<destination type="everyone">Everyone</destination><body>
 Grüße, 世界 😀
</body></event>
<event timestamp="1700000004" event_type="Chat Message"><body></body><data></data></event>
<event timestamp="1700000005" event_type="Chat Message"><encoded_body>aGlkZGVuIAE=</encoded_body></event>
<event timestamp="1700000006" event_type="File Upload"><data><value name="filename" value="C:\a.txt"/></data><data><value name="filesize" value="7"/><value name="filesize" value="8"/></data></event>
<event timestamp="1700000007" event_type="File Upload"><filename>a.txt</filename><filesize>7</filesize></event>
<event timestamp="1700000008" event_type="Files Shared"><files><file><filename>a</filename><filesize>1</filesize></file><file><filename>b</filename></file></files></event>
<event timestamp="1700000009" event_type="Coffee Spilled"><performed_by type="robot" gsnumber="x9">R2</performed_by><data><value name="amount" value=""/></data></event>"#,
        expect![[
            r#"{"items":[{"lsid":"a","session_type":null,"lseq":null,"start_time":{"at":"1970-01-01T00:00:01+00:00","epoch":null,"text":"1"},"end_time":null,"duration":null,"public_site":null,"external_key":null,"custom_attributes":[],"session_chat_view_url":null,"session_chat_download_url":null,"session_recording_view_url":null,"session_recording_download_url":null,"show_my_screen_recordings":[],"command_shell_recordings":[],"file_transfer_count":null,"file_move_count":null,"file_delete_count":null,"primary_customer":null,"primary_rep":null,"jumpoint":null,"jump_group":null,"rep_join_time":null,"team_list":null,"customers":[],"representatives":[],"customer_surveys":[],"representative_surveys":[],"events":[{"timestamp":"2023-11-14T22:13:21+00:00","event_type":"Session End"},{"timestamp":"2023-11-14T22:13:22+00:00","event_type":"Conference Owner Changed","performed_by":{"type":"system","gsnumber":"0","name":"Privileged Remote Access"},"destination":{"type":"system","gsnumber":"0","name":"Pre-start Conference"},"data":[{"name":"owner","value":"Ada"}]},{"timestamp":"2023-11-14T22:13:23+00:00","event_type":"Chat Message","performed_by":{"type":"representative","name":"Ada"},"destination":{"type":"everyone","name":"Everyone"},"body":"\n Grüße, 世界 😀\n"},{"timestamp":"2023-11-14T22:13:24+00:00","event_type":"Chat Message","body":""},{"timestamp":"2023-11-14T22:13:25+00:00","event_type":"Chat Message","encoded_body":"aGlkZGVuIAE="},{"timestamp":"2023-11-14T22:13:26+00:00","event_type":"File Upload","data":[{"name":"filename","value":"C:\\a.txt"},{"name":"filesize","value":"7"},{"name":"filesize","value":"8"}]},{"timestamp":"2023-11-14T22:13:27+00:00","event_type":"File Upload","filename":"a.txt","filesize":7},{"timestamp":"2023-11-14T22:13:28+00:00","event_type":"Files Shared","files":[{"filename":"a","filesize":1},{"filename":"b","filesize":null}]},{"timestamp":"2023-11-14T22:13:29+00:00","event_type":"Coffee Spilled","performed_by":{"type":"robot","gsnumber":"x9","name":"R2"},"data":[{"name":"amount","value":""}]}]}]}"#
        ]],
    );
    let data = &events[5].data;
    assert_eq!((data.len(), data.get("filesize"), data.get("none")), (3, Some("7"), None));
    assert_eq!(data.get_all("filesize").collect::<Vec<_>>(), ["7", "8"]);
    assert_eq!(data.iter().next(), Some(("filename", "C:\\a.txt")));
    assert_eq!(events[8].event_type, EventType::Other("Coffee Spilled".to_owned()));
    assert_eq!(events[8].performed_by.as_ref().unwrap().kind, Some(ActorType::Other("robot".to_owned())));
    let texts: Vec<_> = events.iter().map(|event| event.text().map(String::from)).collect();
    assert_eq!(
        texts[2..5],
        [Some("\n Grüße, 世界 😀\n".into()), Some("".into()), Some("hidden \u{1}".into())]
    );
}

#[test]
fn bodies_are_decoded() {
    for (encoded, expect) in [
        ("R3LDvMOfZQ==", Some("Grüße")),
        ("R3LDvMOfZQ", Some("Grüße")),
        ("\n R3LD\r\n vMOf\n ZQ==\n", Some("Grüße")),
        ("/w==", Some("\u{fffd}")),
        ("", Some("")),
        ("R3L?", None),
        ("R", None),
    ] {
        let event = one(&format!(
            "<event timestamp='1' event_type='Chat Message'><encoded_body>{encoded}</encoded_body></event>"
        ));
        assert_eq!(event.text().as_deref(), expect, "{encoded}");
        assert!(event.encoded_body.is_some() && event.body.is_none());
    }
}

#[test]
fn bodies_are_whole_whatever_stands_in_them() {
    for (body, expect) in [
        ("one <!-- </session> -->two", "one two"),
        ("<![CDATA[</session><event/>]]>&lt;&#x1F600;", "</session><event/><😀"),
        (" \t ", " \t "),
        ("a<?pi </event> ?>b", "ab"),
    ] {
        let event =
            one(&format!("<event timestamp='1' event_type='Chat Message'><body>{body}</body></event>"));
        assert_eq!((event.text().as_deref(), event.extra.is_empty()), (Some(expect), true), "{body}");
    }
}

#[test]
fn data_that_is_more_than_names_and_values_is_kept_whole() {
    for (data, pairs) in [
        ("<value name='a'/>", 0),
        ("<value value='b'/>", 0),
        ("<value name='a' value='b'>c</value>", 1),
        ("<value name='a' value='b' unit='s'/>", 1),
        ("<value name='a' value='b'><in/></value>", 1),
        ("<value name='a' value='b'/>text", 1),
        ("<value name='a' value='b'/><entry name='c' value='d'/>", 1),
        ("text", 0),
    ] {
        let event = one(&format!("<event timestamp='1' event_type='x'><data>{data}</data></event>"));
        assert_eq!((event.data.len(), event.extra.elements().count()), (pairs, 1), "{data}");
    }
    let event = one(
        "<event timestamp='1' event_type='x'><data> <value name='a' value='b'> </value>\n</data><data/></event>",
    );
    assert_eq!((event.data.len(), event.extra.is_empty()), (1, true));
}

#[test]
fn tables_of_facts_may_miss_anything() {
    let events = all(
        r#"<event timestamp="1" event_type="System Information Retrieved"><system_information>
<category name="Disk"><description><field name="drive">
  Drive </field><field name="size">Size</field></description><data><row><field name="drive"> C: </field><field name="size">7</field><field>odd</field></row><row/></data></category>
<category name="Old"><description><field id="1">Key</field></description></category>
<category name="None"><data/></category><category/></system_information></event>"#,
        expect![[
            r#"{"items":[{"lsid":"a","session_type":null,"lseq":null,"start_time":{"at":"1970-01-01T00:00:01+00:00","epoch":null,"text":"1"},"end_time":null,"duration":null,"public_site":null,"external_key":null,"custom_attributes":[],"session_chat_view_url":null,"session_chat_download_url":null,"session_recording_view_url":null,"session_recording_download_url":null,"show_my_screen_recordings":[],"command_shell_recordings":[],"file_transfer_count":null,"file_move_count":null,"file_delete_count":null,"primary_customer":null,"primary_rep":null,"jumpoint":null,"jump_group":null,"rep_join_time":null,"team_list":null,"customers":[],"representatives":[],"customer_surveys":[],"representative_surveys":[],"events":[{"timestamp":"1970-01-01T00:00:01+00:00","event_type":"System Information Retrieved","system_information":{"categories":[{"name":"Disk","description":[{"name":"drive","text":"Drive"},{"name":"size","text":"Size"}],"data":[{"fields":[{"name":"drive","text":"C:"},{"name":"size","text":"7"},{"text":"odd"}]},{"fields":[]}]},{"name":"Old","description":[{"id":"1","text":"Key"}],"data":null},{"name":"None","description":null,"data":[]},{"name":"","description":null,"data":null}]}}]}]}"#
        ]],
    );
    let facts = events[0].system_information.as_ref().unwrap();
    let rows: Vec<Vec<_>> = facts.category("Disk").unwrap().rows().map(Iterator::collect).collect();
    assert_eq!(rows, [vec![("Drive", "C:"), ("Size", "7"), ("", "odd")], vec![]]);
    assert_eq!(facts.category("Old").unwrap().description.as_ref().unwrap()[0].key(), Some("1"));
    assert_eq!(facts.category("None").unwrap().data.as_deref(), Some(&[][..]));
    assert_eq!(facts.category("Old").unwrap().rows().count(), 0);
}

#[test]
fn the_first_and_the_last_second_are_times() {
    for (second, is_time) in [
        ("-377705023201", true),
        ("-1", true),
        ("0", true),
        ("253402207200", true),
        ("253402300800", false),
        ("99999999999999999999", false),
        ("1.5", false),
    ] {
        let xml = format!(
            "<team_activity_list><team_activity><events><event timestamp='{second}' event_type='x'/></events></team_activity></team_activity_list>"
        );
        let Ok(list) = read::<Items<TeamActivity>>(xml.as_bytes()) else {
            assert!(!is_time, "{second}");
            continue;
        };
        assert_eq!(list.items[0].events[0].timestamp.as_second().to_string(), second);
        let json = serde_json::to_string(&list).unwrap();
        assert_eq!(serde_json::from_str::<Items<TeamActivity>>(&json).unwrap(), list);
    }
}

#[test]
fn the_names_of_the_known_types_are_there_and_back() {
    let names = [
        "Session Start",
        "Session End",
        "Session Assigned",
        "Session Assignment Response",
        "Session Transferred to Queue",
        "Session Transferred Away from Queue",
        "Session Pinned to Queue",
        "Session Unpinned from Queue",
        "Pinned Session Moved to Queue",
        "Pinned Session Moved Away from Queue",
        "Pinned Session Password Modified",
        "Conference Owner Changed",
        "Conference Member Added",
        "Conference Member Departed",
        "Conference Member State Changed",
        "Chat Message",
        "Session Note Added",
        "External Key",
        "Legal Agreement Response",
        "Customer Exit Survey",
        "Representative Exit Survey",
        "Representative Monitoring Started",
        "Representative Monitoring Stopped",
        "Callback Button Deployed",
        "Callback Button Removed",
        "Command Shell Session Started",
        "Screen Recording",
        "Show My Screen Recording",
        "Screenshot Captured",
        "Service Access Allowed",
        "Credential Injection Attempt",
        "Credential Injection Attempt Failed",
        "File Upload",
        "File Download",
        "File Upload Failed",
        "File Download Failed",
        "File Deleted",
        "File Moved",
        "Directory Created",
        "Files Shared",
        "Registry Exported",
        "Registry Imported",
        "Registry Key Added",
        "Registry Key Deleted",
        "Registry Key Renamed",
        "Registry Value Added",
        "Registry Value Deleted",
        "Registry Value Modified",
        "Registry Value Renamed",
        "Session Foreground Window Changed",
        "System Information Retrieved",
        "Jump Item Authorization Request",
        "Jump Item Authorization Request Utilized",
        "Special Action Executed",
        "Session Window Closed",
        "Session Mouse Left Clicked",
        "Remote Shell Event",
        "File Transfer Complete",
    ];
    assert_eq!(names.len(), 53 + 5);
    for name in names {
        let event_type = EventType::from(name);
        assert!(!matches!(event_type, EventType::Other(_)), "{name}");
        assert_eq!(event_type.as_str(), name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_name_is_kept(name in "[^\\p{C}<>&'\"\\s]{1,40}( [^\\p{C}<>&'\"\\s]{1,9})?", value in "[^\\p{C}<>&'\"]{0,40}") {
        let event = one(&format!(
            "<event timestamp='1' event_type='{name}'><performed_by type='{name}' gsnumber='{name}'>{value}</performed_by>\
             <data><value name='{name}' value='{value}'/></data></event>"
        ));
        let name = name.trim();
        prop_assert_eq!(event.event_type.as_str(), name);
        let actor = event.performed_by.unwrap();
        prop_assert_eq!(actor.kind.as_ref().map(ActorType::as_str), Some(name));
        prop_assert_eq!(actor.gsnumber.as_ref().map(crate::GsNumber::as_str), Some(name));
        prop_assert_eq!(event.data.iter().next().unwrap().1, value.as_str());
    }

    #[test]
    fn events_are_the_same_by_the_short_way(
        event in event(),
    ) {
        let limits = Limits::default();
        let text = crate::text::decode(event.as_bytes(), &limits).unwrap();
        let ways = crate::text::parse(text, &limits, |root| Ok((Event::from_element(root), Event::of_any(root))));
        let (short, long) = ways.unwrap();
        match (short, long) {
            (Ok(short), Ok(long)) => prop_assert_eq!(short, long, "{}", event),
            (Err(short), Err(long)) => prop_assert_eq!(short.to_string(), long.to_string()),
            (short, long) => prop_assert!(false, "{short:?} {long:?}"),
        }
    }
}

/// Events, most of them usual.
fn event() -> impl Strategy<Value = String> {
    let attribute = select(vec![
        "",
        "",
        "",
        " type='system'",
        " gsnumber='0'",
        " gsnumber='12'",
        " type=' '",
        " gsnumber=''",
        " name='a'",
        " odd='b'",
        " xmlns:x='u' x:type='c'",
    ]);
    let unique = |attributes: Vec<&'static str>| {
        let mut names = std::collections::BTreeSet::new();
        let is_new = |found: &&str| names.insert(found.split('=').next().unwrap().to_owned());
        attributes.into_iter().filter(is_new).collect::<String>()
    };
    let text = || select(vec!["", " ", "\n", "Ada", " Ada ", "a<!-- -->b", "<![CDATA[c]]>", "\u{a0}", "😀"]);
    let value = select(vec![
        "<value name='a' value='b'/>",
        "<value value='b' name=''/>",
        "<value name='a'/>",
        "<value name='a' value='b'></value>",
        "<value name='a' value='b'> </value>",
        "<value name='a' value='b' c='d'/>",
        "<x/>",
        "<!-- -->",
        " ",
        "text",
        "<value xmlns:x='u' x:name='a' value='b'/>",
    ]);
    let data = vec(value, 0..4).prop_map(|values| format!("<data>{}</data>", values.concat()));
    let name = select(vec![
        "performed_by",
        "destination",
        "body",
        "encoded_body",
        "data",
        "filename",
        "filesize",
        "odd",
    ]);
    let child = (name, vec(attribute, 0..3), text())
        .prop_map(move |(name, attributes, text)| format!("<{name}{}>{text}</{name}>", unique(attributes)));
    let piece = prop_oneof![4 => child, 3 => data, 1 => text().prop_map(str::to_owned)];
    let start = select(vec![
        "timestamp='1' event_type='Chat Message'",
        "timestamp=' 1 ' event_type=' File Upload '",
        "timestamp='x' event_type='a'",
        "timestamp='1'",
        "event_type='a'",
        "timestamp='1' event_type=''",
        "timestamp='1' event_type='a' odd='b'",
    ]);
    let start = prop_oneof![9 => Just("timestamp='1' event_type='Chat Message'"), 1 => start];
    (start, vec(piece, 0..5))
        .prop_map(|(start, pieces)| format!("<event {start}>{}</event>", pieces.concat()))
}
