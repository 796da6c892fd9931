//! Sessions: whole, running, sparse, and with all that is only known of one product.

use expect_test::expect;

use super::*;

const START: &str = "<start_time timestamp='1700000000'>2023-11-14T22:13:20+00:00</start_time>";

/// A document with one session that has an identifier, a start, and `inner`.
fn session(inner: &str) -> String {
    format!("<session_list><session lsid='0a'>{START}{inner}</session></session_list>")
}

/// Reads one session, whatever its dress.
#[track_caller]
fn one(inner: &str) -> Session {
    let list: Items<Session> = read(session(inner).as_bytes()).unwrap();
    let json = serde_json::to_string(&list).unwrap();
    assert_eq!(serde_json::from_str::<Items<Session>>(&json).unwrap(), list);
    list.items.into_iter().next().unwrap()
}

#[test]
fn a_session_of_pra() {
    let list = check::<Items<Session>>(
        r#"<?xml version="1.0" encoding="UTF-8"?>

<session_list xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<session lsid="0123456789abcdef0123456789abcdef">
  <session_type>support</session_type>
  <lseq>41</lseq>
  <start_time timestamp="1700000000">2023-11-14T22:13:20+00:00</start_time>
  <end_time timestamp="1700000090">2023-11-14T22:14:50Z</end_time>
  <duration>00:01:30</duration>
  <external_key></external_key>
  <custom_attributes></custom_attributes>
  <session_chat_view_url>https://access.example.net/session_download?lsid=l%3D01&amp;dl_action=chat&amp;view=1</session_chat_view_url>
  <file_transfer_count>0</file_transfer_count>
  <file_move_count>70000</file_move_count>
  <file_delete_count>300</file_delete_count>
  <primary_customer gsnumber="12">db-7</primary_customer>
  <jump_group type="shared" id="3">Databases</jump_group>

  <primary_rep gsnumber="11" id="5">Ada</primary_rep>
  <customer_list><customer gsnumber="12">
    <username>db-7</username><public_ip>192.0.2.7:50111</public_ip><private_ip>10.9.0.7</private_ip>
    <hostname>db-7</hostname><os>Debian 12</os>
  </customer></customer_list>
  <rep_list><representative gsnumber="11" id="5">
    <username>ada</username><display_name>Ada</display_name>
    <public_display_name>Ada</public_display_name><private_display_name>Ada L.</private_display_name>
    <public_ip>[2001:db8::5]:40000</public_ip><private_ip>Unknown</private_ip><os>Unknown</os>
    <session_owner>1</session_owner><seconds_involved>88</seconds_involved>
  </representative></rep_list>
  <session_details>
    <event timestamp="1700000000" event_type="Session Start">

    </event>
    <event timestamp="1700000050" event_type="Directory Created">
      <performed_by type="representative" gsnumber="11">Ada</performed_by>
      <destination type="customer" gsnumber="12">db-7</destination>
      <data><value name="path" value="/srv/new" /></data>
    </event>
  </session_details>
</session>
</session_list>


"#,
        expect![[
            r#"{"items":[{"lsid":"0123456789abcdef0123456789abcdef","session_type":"support","lseq":41,"start_time":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14T22:13:20+00:00"},"end_time":{"at":"2023-11-14T22:14:50+00:00","epoch":1700000090,"text":"2023-11-14T22:14:50Z"},"duration":"00:01:30","public_site":null,"external_key":null,"custom_attributes":[],"session_chat_view_url":"https://access.example.net/session_download?lsid=l%3D01&dl_action=chat&view=1","session_chat_download_url":null,"session_recording_view_url":null,"session_recording_download_url":null,"show_my_screen_recordings":[],"command_shell_recordings":[],"file_transfer_count":0,"file_move_count":70000,"file_delete_count":300,"primary_customer":{"gsnumber":"12","name":"db-7"},"primary_rep":{"gsnumber":"11","id":5,"name":"Ada"},"jumpoint":null,"jump_group":{"type":"shared","id":3,"name":"Databases"},"rep_join_time":null,"team_list":null,"customers":[{"gsnumber":"12","username":"db-7","public_ip":"192.0.2.7:50111","private_ip":"10.9.0.7","hostname":"db-7","os":"Debian 12","primary_cust":null,"info":null}],"representatives":[{"gsnumber":"11","id":5,"username":"ada","display_name":"Ada","public_display_name":"Ada","private_display_name":"Ada L.","public_ip":"[2001:db8::5]:40000","private_ip":"Unknown","hostname":null,"os":"Unknown","session_owner":true,"seconds_involved":88,"invited":null,"primary_rep":null}],"customer_surveys":[],"representative_surveys":[],"events":[{"timestamp":"2023-11-14T22:13:20+00:00","event_type":"Session Start"},{"timestamp":"2023-11-14T22:14:10+00:00","event_type":"Directory Created","performed_by":{"type":"representative","gsnumber":"11","name":"Ada"},"destination":{"type":"customer","gsnumber":"12","name":"db-7"},"data":[{"name":"path","value":"/srv/new"}]}]}]}"#
        ]],
    );
    let session = &list.items[0];
    assert!(!session.is_running());
    assert_eq!(session.ended_at().unwrap().as_second(), 1_700_000_090);
    assert_eq!(session.duration.as_ref().unwrap().span().unwrap().as_secs(), 90);
    let event = &session.events[1];
    let actor = event.performed_by.as_ref().unwrap();
    let representative = session.representative(actor).unwrap();
    assert_eq!(representative.private_name(), Some("Ada L."));
    assert!(representative.is_owner() && representative.private_ip.as_ref().unwrap().is_unknown());
    assert_eq!(representative.os.as_deref().and_then(known), None);
    let customer = session.customer(event.destination.as_ref().unwrap()).unwrap();
    assert_eq!(customer.public_ip.as_ref().unwrap().port(), Some(50111));
    assert_eq!((session.customer(actor), customer.os.as_deref().and_then(known)), (None, Some("Debian 12")));
}

#[test]
fn a_session_of_rs_with_all_that_only_rs_has() {
    let list = check::<Items<Session>>(
        r#"<session_list><session lsid="0a"><session_type>support</session_type><lseq>18446744073709551615</lseq>
<start_time timestamp="1700000000">2023-11-14T22:13:20+00:00</start_time><end_time timestamp="1700003600">2023-11-14T23:13:20+00:00</end_time>
<duration>100:00:00</duration><public_site id="1">Default</public_site><external_key>INC-9 é😀</external_key>
<custom_attributes><custom_attribute display_name="Cost Center" code_name="cost_center"> 7 </custom_attribute></custom_attributes>
<session_chat_download_url>https://help.example.net/c</session_chat_download_url>
<session_recording_view_url>
  https://help.example.net/v
</session_recording_view_url>
<session_recording_download_url>https://help.example.net/d</session_recording_download_url>
<show_my_screen_recordings><show_my_screen_recording instance="0"><download_url>u0</download_url><view_url>v0</view_url></show_my_screen_recording></show_my_screen_recordings>
<command_shell_recordings><command_shell_recording instance="0"><download_url>u</download_url><view_url>v</view_url></command_shell_recording>
<command_shell_recording instance="1"><download_url>u1</download_url><view_url>v1</view_url></command_shell_recording></command_shell_recordings>
<file_transfer_count>2</file_transfer_count><primary_customer gsnumber="2"></primary_customer><primary_rep gsnumber="11" id="5">Ada</primary_rep>
<jumpoint id="-1">none</jumpoint><jump_group type="personal" id="-1">Ada</jump_group>
<rep_join_time timestamp="1700000009">2023-11-14T22:13:29+00:00</rep_join_time><team_list><team id="4">Ops</team></team_list>
<customer_list><customer gsnumber="2"><username>Bo</username><primary_cust>1</primary_cust><info><name>Bo</name><company>Co</company>
<company_code>C1</company_code><issue>Printer</issue><details>It smokes</details></info></customer></customer_list>
<rep_list><representative gsnumber="11"><username>guest</username><invited>1</invited><primary_rep>0</primary_rep></representative></rep_list>
<cust_survey_list><cust_exit_survey gsnumber="2"/></cust_survey_list>
<rep_survey_list><rep_exit_survey gsnumber="11"/><rep_exit_survey gsnumber="12"/></rep_survey_list>
<session_details/></session></session_list>"#,
        expect![[
            r#"{"items":[{"lsid":"0a","session_type":"support","lseq":18446744073709551615,"start_time":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14T22:13:20+00:00"},"end_time":{"at":"2023-11-14T23:13:20+00:00","epoch":1700003600,"text":"2023-11-14T23:13:20+00:00"},"duration":"100:00:00","public_site":{"id":1,"name":"Default"},"external_key":"INC-9 é😀","custom_attributes":[{"code_name":"cost_center","display_name":"Cost Center","value":" 7 "}],"session_chat_view_url":null,"session_chat_download_url":"https://help.example.net/c","session_recording_view_url":"https://help.example.net/v","session_recording_download_url":"https://help.example.net/d","show_my_screen_recordings":[{"instance":0,"download_url":"u0","view_url":"v0"}],"command_shell_recordings":[{"instance":0,"download_url":"u","view_url":"v"},{"instance":1,"download_url":"u1","view_url":"v1"}],"file_transfer_count":2,"file_move_count":null,"file_delete_count":null,"primary_customer":{"gsnumber":"2","name":""},"primary_rep":{"gsnumber":"11","id":5,"name":"Ada"},"jumpoint":{"id":null,"name":"none"},"jump_group":{"type":"personal","id":null,"name":"Ada"},"rep_join_time":{"at":"2023-11-14T22:13:29+00:00","epoch":1700000009,"text":"2023-11-14T22:13:29+00:00"},"team_list":{"name":"team_list","content":[{"name":"team","attributes":{"id":"4"},"content":["Ops"]}]},"customers":[{"gsnumber":"2","username":"Bo","public_ip":null,"private_ip":null,"hostname":null,"os":null,"primary_cust":true,"info":{"name":"Bo","company":"Co","company_code":"C1","issue":"Printer","details":"It smokes"}}],"representatives":[{"gsnumber":"11","id":null,"username":"guest","display_name":null,"public_display_name":null,"private_display_name":null,"public_ip":null,"private_ip":null,"hostname":null,"os":null,"session_owner":null,"seconds_involved":null,"invited":true,"primary_rep":false}],"customer_surveys":[{"gsnumber":"2"}],"representative_surveys":[{"gsnumber":"11"},{"gsnumber":"12"}],"events":[]}]}"#
        ]],
    );
    let session = &list.items[0];
    assert_eq!(session.custom_attribute("cost_center"), Some(" 7 "));
    assert_eq!(
        (session.jumpoint.as_ref().unwrap().id, session.jump_group.as_ref().unwrap().id),
        (None, None)
    );
    assert_eq!(session.command_shell_recordings[1].instance, Some(1));
    assert_eq!((session.representatives[0].id, session.representative_surveys.len()), (None, 2));
    assert!(!session.representatives[0].is_owner());
}

#[test]
fn a_running_session_has_no_end() {
    let nil = "<end_time xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'";
    for end in
        ["", "<end_time/>", "<end_time> \n</end_time>", &format!("{nil}/>"), &format!("{nil}></end_time>")]
    {
        let session = one(end);
        assert!(session.is_running() && session.ended_at().is_none() && session.extra.is_empty(), "{end}");
    }
    let session = one(&format!("{nil} hint='x'/>"));
    assert!(session.is_running() && session.extra.element("end_time").is_some());
}

#[test]
fn a_sparse_session_is_one() {
    check::<Items<Session>>(
        &session(""),
        expect![[
            r#"{"items":[{"lsid":"0a","session_type":null,"lseq":null,"start_time":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14T22:13:20+00:00"},"end_time":null,"duration":null,"public_site":null,"external_key":null,"custom_attributes":[],"session_chat_view_url":null,"session_chat_download_url":null,"session_recording_view_url":null,"session_recording_download_url":null,"show_my_screen_recordings":[],"command_shell_recordings":[],"file_transfer_count":null,"file_move_count":null,"file_delete_count":null,"primary_customer":null,"primary_rep":null,"jumpoint":null,"jump_group":null,"rep_join_time":null,"team_list":null,"customers":[],"representatives":[],"customer_surveys":[],"representative_surveys":[],"events":[]}]}"#
        ]],
    );
}

#[test]
fn absent_and_empty_are_the_same() {
    let names = [
        "session_type",
        "lseq",
        "end_time",
        "duration",
        "public_site",
        "external_key",
        "custom_attributes",
        "session_chat_view_url",
        "session_chat_download_url",
        "session_recording_view_url",
        "session_recording_download_url",
        "show_my_screen_recordings",
        "command_shell_recordings",
        "file_transfer_count",
        "file_move_count",
        "file_delete_count",
        "primary_customer",
        "primary_rep",
        "jumpoint",
        "jump_group",
        "rep_join_time",
        "customer_list",
        "rep_list",
        "cust_survey_list",
        "rep_survey_list",
        "session_details",
    ];
    let bare = one("");
    for name in names {
        for form in [
            format!("<{name}/>"),
            format!("<{name}> \n\t</{name}>"),
            format!("<{name} xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='1'/>"),
        ] {
            assert_eq!(one(&form), bare, "{form}");
        }
    }
}

#[test]
fn minus_one_is_no_identifier_and_others_stay() {
    for (written, id) in [("-1", None), (" -1 ", None), ("0", Some(0)), ("7", Some(7)), ("", None)] {
        let session =
            one(&format!("<jumpoint id='{written}'>j</jumpoint><jump_group id='{written}'>g</jump_group>"));
        let (jumpoint, group) = (session.jumpoint.unwrap(), session.jump_group.unwrap());
        assert_eq!(
            (jumpoint.id.map(crate::JumpointId::get), group.id.map(crate::JumpGroupId::get)),
            (id, id)
        );
        assert_eq!((jumpoint.name.as_str(), group.name.as_str(), group.kind), ("j", "g", None));
    }
    let session = one("<jumpoint id='-1'> </jumpoint><jump_group id='-1'/>");
    assert_eq!((session.jumpoint, session.jump_group), (None, None));
    let session = one("<jumpoint id='-1' x='y'/><jump_group id='-1' type='personal'/>");
    assert!(session.jumpoint.is_some() && session.jump_group.is_some());
    let jumpoint = one("<jumpoint id='x'>j</jumpoint>").jumpoint.unwrap();
    assert_eq!((jumpoint.id, jumpoint.extra.attribute("id")), (None, Some("x")));
}

#[test]
fn what_has_a_form_that_nobody_knows_stays_aside() {
    let session = one(
        "<lseq>many</lseq><file_transfer_count>-1</file_transfer_count><rep_join_time>soon</rep_join_time>\
         <rep_list><representative id='x'><session_owner>perhaps</session_owner></representative></rep_list>\
         <custom_attributes><custom_attribute>7</custom_attribute></custom_attributes>",
    );
    assert_eq!((session.lseq, session.file_transfer_count), (None, None));
    let names: Vec<_> = session.extra.elements().map(|element| element.name.as_str()).collect();
    assert_eq!(names, ["custom_attributes", "lseq", "file_transfer_count"]);
    assert_eq!(session.rep_join_time, Some(crate::LooseTime::Text("soon".to_owned())));
    let representative = &session.representatives[0];
    assert_eq!((representative.id, representative.session_owner), (None, None));
    assert!(representative.extra.attribute("id").is_some());
    assert!(representative.extra.element("session_owner").is_some());
}

#[test]
fn what_a_customer_said_may_stand_outside() {
    let customer = |inner: &str| {
        let session = one(&format!("<customer_list><customer>{inner}</customer></customer_list>"));
        session.customers.into_iter().next().unwrap()
    };
    let outside = customer("<company_code>C1</company_code><details>It smokes</details>");
    let info = outside.info.as_ref().unwrap();
    assert_eq!((info.company_code.as_deref(), info.details.as_deref()), (Some("C1"), Some("It smokes")));
    assert_eq!(customer("<info><company_code>C1</company_code><details>It smokes</details></info>"), outside);
    assert_eq!(customer("<info><company_code>C1</company_code></info><details>It smokes</details>"), outside);
    let both = customer("<info><details>in</details></info><details>out</details>");
    assert_eq!(both.info.unwrap().details.as_deref(), Some("in"));
    assert_eq!(both.extra.element("details").unwrap().text(), "out");
    assert_eq!(customer("<info/>").info, None);
}

#[test]
fn no_sessions_are_none() {
    check::<Items<Session>>("<session_list></session_list>", expect![[r#"{"items":[]}"#]]);
    check::<Items<Session>>("<session_list/>", expect![[r#"{"items":[]}"#]]);
}

/// Each case is a document, and the path and reason of what is wrong with it.
#[test]
fn what_a_session_must_have_is_named_with_its_place() {
    let refused = refused::<Items<Session>>;
    refused(
        "<session_list><session/></session_list>",
        "the attribute `lsid` is missing in `/session_list/session` at byte 14",
    );
    refused(
        "<session_list><session lsid='a'><start_time/></session></session_list>",
        "the element `start_time` is missing in `/session_list/session` at byte 14",
    );
    refused(
        "<session_list><session lsid='a'><start_time>1</start_time><end_time>hunter2</end_time></session></session_list>",
        "neither an ISO 8601 time with an offset nor seconds since 1970 in `/session_list/session/end_time` at byte 58",
    );
    refused(
        "<session_list><session lsid='a'><start_time>1</start_time><session_details><event event_type='x'/><event event_type='y' timestamp='1'/></session_details></session></session_list>",
        "the attribute `timestamp` is missing in `/session_list/session/session_details/event[1]` at byte 75",
    );
    refused(
        "<session_summary_list/>",
        "the root element is `session_summary_list` and not `session_list`, in `/session_summary_list` at byte 0",
    );
}
