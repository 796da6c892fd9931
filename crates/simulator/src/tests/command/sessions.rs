//! Sessions that people join, leave, transfer, chat in and end.

use serde_json::json;

use super::super::client::Client;
use super::{both, waiting};

#[test]
fn attributes_are_set_kept_and_cleared() {
    for client in both() {
        let lsid = client.lsids()[1].clone();
        let set = |more: &str| client.form(&format!("action=set_session_attributes&lsid={lsid}{more}"));
        let done = "Session attributes were set";
        set("&session.custom.ticket_ref=A%26B&session.custom.category=c").success(done);
        set("&session.custom.category=d").success(done);
        let shown = client.action(&format!("get_session_attributes&lsid={lsid}"));
        assert_eq!(shown.count("custom_attribute"), 3);
        assert!(shown.0.contains("code_name=\"ticket_ref\">A&amp;B<"));
        set("&session.custom.category=&session.custom.external_key=").success(done);
        assert_eq!(
            client.action(&format!("get_session_attributes&lsid={lsid}")).count("custom_attribute"),
            1
        );
        set("").success(done);
        set("&session.custom.rain=1").error("Invalid value for parameter: session.custom.rain");
        let long = "é".repeat(1_024);
        set(&format!("&session.custom.category={long}")).success(done);
        set(&format!("&session.custom.category={long}x"))
            .error("Invalid value for parameter: session.custom.category");
        set("&lsid=0123").error("Session not found");
        client.action("set_session_attributes").error("Missing required parameter: lsid");
        client.action("get_session_attributes&lsid=x").error("Session not found");
    }
}

#[test]
fn all_attributes_together_have_a_limit() {
    let (client, lsid) = waiting();
    for number in 0..12 {
        client.trigger(json!({ "trigger": "session_field_added", "code_name": format!("f{number}") }));
    }
    let part = "x".repeat(1_000);
    for number in 0..10 {
        let set = format!("action=set_session_attributes&lsid={lsid}&session.custom.f{number}={part}");
        client.form(&set).success("Session attributes were set");
    }
    let set = format!("action=set_session_attributes&lsid={lsid}&session.custom.f10={part}");
    client.form(&set).error("Invalid value for parameter: session.custom.f10");
    let many: String = (0..31).map(|number| format!("&session.custom.g{number}=1")).collect();
    let answer = client.form(&format!("action=set_session_attributes&lsid={lsid}{many}"));
    assert!(answer.sentence("error").starts_with("Invalid value for parameter: session.custom.g"));
    client.trigger(json!({ "trigger": "session_field_removed", "code_name": "f0" }));
    let shown = client.action(&format!("get_session_attributes&lsid={lsid}"));
    assert_eq!(shown.count("custom_attribute"), 10);
}

#[test]
fn representatives_join_and_leave() {
    let (client, lsid) = waiting();
    let join = |more: &str| client.action(&format!("join_session&lsid={lsid}{more}"));
    for (more, error) in [
        ("", "Missing required parameter: rep_id"),
        ("&rep_id=9", "Representative not found"),
        ("&rep_id=x", "Invalid value for parameter: rep_id"),
        ("&rep_username=nobody", "Representative not found"),
        ("&rep_id=2&rep_username=admin", "Invalid value for parameter: rep_username"),
        ("&rep_id=02", "Invalid value for parameter: rep_id"),
        ("&rep_id=2&lsid=0", "Session not found"),
    ] {
        join(more).error(error);
    }
    join("&rep_id=2").success("Representative successfully added");
    join("&rep_id=2").error("Representative is in the session already");
    let name = client.get("/user?per_page=50").json[2]["username"].as_str().unwrap().to_owned();
    join(&format!("&rep_username={name}")).success("Representative successfully added");
    assert_eq!(client.action("get_logged_in_reps").text("support_session_count"), "2");
    assert_eq!(client.session(&lsid)["queue"], json!(null));
    let leave = |more: &str| client.action(&format!("leave_session&lsid={lsid}{more}"));
    for (more, error) in [
        ("", "Missing required parameter: rep_id, rep_username or customer"),
        ("&customer=0", "Invalid value for parameter: customer"),
        ("&rep_id=5", "Representative not found"),
        ("&rep_id=5&customer=1", "Representative not found"),
    ] {
        leave(more).error(error);
    }
    assert!(leave("&rep_id=2").get("success").is_some());
    leave("&rep_id=2").error("Representative not found");
    assert!(leave("&rep_id=3&customer=1").get("success").is_some());
    leave("&rep_id=3").error("Session not found");
    let ended = client.appliance.control().sessions()["ended"].clone();
    assert_eq!(ended[0]["lsid"], lsid);
    let events = ended[0]["events"].as_array().unwrap();
    assert_eq!(events.last().unwrap()["what"], "ended");
    for what in ["joined", "left", "customer_left"] {
        let event = events.iter().find(|event| event["what"] == what).unwrap();
        assert_eq!(event["account"], 1, "{what}");
    }
}

#[test]
fn sessions_are_transferred_and_terminated() {
    let (client, lsid) = waiting();
    let transfer = |queue: &str| client.action(&format!("transfer_session&lsid={lsid}&queue_id={queue}"));
    for (queue, error) in [
        ("", "Missing required parameter: queue_id"),
        ("general", "Queue not found"),
        ("issue:printer", "Queue not found"),
        ("rep:999", "Queue not found"),
        ("rep:9", "Representative not found"),
        ("rep:2&lsid=0", "Session not found"),
    ] {
        transfer(queue).error(error);
    }
    transfer("rep:3").success("Successfully transferred");
    assert_eq!(client.session(&lsid)["queue"], json!({ "rep": 3 }));
    client.trigger(json!({ "trigger": "session_joined", "lsid": lsid, "id": 3 }));
    transfer("team:2").success("Successfully transferred");
    // Who transfers a session is out of it.
    let session = client.session(&lsid);
    assert!(session["members"][0]["left"].is_i64());
    client.delete("/team/2").expect(204);
    assert_eq!(client.session(&lsid)["queue"], "general");
    let end = format!("terminate_session&lsid={lsid}");
    client.action(&end).success("Successfully terminated");
    client.action(&end).error("Session not found");
    client.action("terminate_session").error("Missing required parameter: lsid");
    let pra = Client::pra();
    let lsid = pra.lsids()[0].clone();
    pra.action(&format!("terminate_session&lsid={lsid}")).success("Successfully terminated");
    assert_eq!(pra.action("get_logged_in_reps").text("support_session_count"), "0");
}

#[test]
fn a_session_waits_again_when_its_last_representative_is_gone() {
    let (client, lsid) = waiting();
    let queue = || client.session(&lsid)["queue"].clone();
    let joins = |user: i64| client.trigger(json!({ "trigger": "session_joined", "lsid": lsid, "id": user }));
    let leaves = |user: i64| client.trigger(json!({ "trigger": "session_left", "lsid": lsid, "id": user }));
    joins(2);
    joins(3);
    leaves(2);
    assert_eq!(queue(), json!(null), "somebody is in it");
    leaves(3);
    assert_eq!(queue(), json!({ "team": 1 }));
    joins(3);
    client.action(&format!("leave_session&lsid={lsid}&rep_id=3")).success("Successfully left the session");
    assert_eq!(queue(), json!({ "team": 1 }));
    joins(2);
    client.trigger(json!({ "trigger": "user_logs_out", "id": 2 }));
    assert_eq!(queue(), json!({ "team": 1 }));
    // The queue of somebody who is gone is of no use.
    client
        .action(&format!("transfer_session&lsid={lsid}&queue_id=rep:5"))
        .success("Successfully transferred");
    joins(5);
    client.delete("/user/5").expect(204);
    assert_eq!(queue(), "general");
    // Nor is that of a team which is no more.
    client
        .action(&format!("transfer_session&lsid={lsid}&queue_id=team:2"))
        .success("Successfully transferred");
    joins(3);
    client.delete("/team/2").expect(204);
    leaves(3);
    assert_eq!(queue(), "general");
}

#[test]
fn messages_go_to_sessions_and_teams() {
    let client = Client::rs();
    let lsid = client.lsids()[0].clone();
    let long = "x".repeat(2_049);
    for (query, error) in [
        (format!("lsid={lsid}"), "Missing required parameter: body"),
        ("body=x".to_owned(), "Missing required parameter: lsid"),
        (format!("lsid={lsid}&team_id=1&body=x"), "Invalid value for parameter: team_id"),
        (format!("lsid={lsid}&to_rep=2&body=x"), "Invalid value for parameter: to_rep"),
        (format!("lsid={lsid}&body={long}"), "Invalid value for parameter: body"),
        (format!("lsid={lsid}&body=x&impersonate=boss"), "Invalid value for parameter: impersonate"),
        (format!("lsid={lsid}&body=x&impersonate=rep:x"), "Invalid value for parameter: impersonate"),
        (format!("lsid={lsid}&body=x&impersonate=rep:5"), "Representative not found"),
        ("lsid=0&body=x".to_owned(), "Session not found"),
        ("team_id=9&body=x".to_owned(), "Queue not found"),
        ("team_id=1&body=x&impersonate=customer".to_owned(), "Invalid value for parameter: impersonate"),
        ("team_id=1&body=x&to_rep=3".to_owned(), "Missing required parameter: impersonate"),
        ("team_id=1&body=x&impersonate=rep:2&to_rep=9".to_owned(), "Representative not found"),
        ("team_id=1&body=x&impersonate=rep:9".to_owned(), "Representative not found"),
        (format!("lsid={lsid}&body=x&impersonate=rep:%2B2"), "Invalid value for parameter: impersonate"),
        (
            "team_id=1&body=x&impersonate=rep:2&to_rep=3&to_rep_username=admin".to_owned(),
            "Invalid value for parameter: to_rep_username",
        ),
    ] {
        client.action(&format!("send_chat_message&{query}")).error(error);
    }
    for query in [
        format!("lsid={lsid}&body=x"),
        format!("lsid={lsid}&body=x&impersonate=rep:2"),
        format!("lsid={lsid}&body=x&impersonate=customer"),
        "team_id=1&body=x".to_owned(),
        "team_id=1&body=x&impersonate=rep:2&to_rep=3".to_owned(),
    ] {
        let answer = client.action(&format!("send_chat_message&{query}"));
        assert!(answer.get("success").is_some(), "{query}");
    }
    let session = client.session(&lsid);
    let chats = session["events"].as_array().unwrap().iter().filter(|event| event["what"] == "chat");
    let by: Vec<_> = chats.map(|event| event["by"].clone()).collect();
    assert_eq!(
        by,
        [json!({ "user": 2 }), json!("customer"), json!("system"), json!({ "user": 2 }), json!("customer")]
    );
}

#[test]
fn sessions_live_by_triggers() {
    let client = Client::rs();
    let begun =
        client.trigger(json!({ "trigger": "session_begins", "queue": "issue:printer", "customer": "Ada" }));
    let lsid = begun["lsid"].as_str().unwrap().to_owned();
    client.trigger(json!({ "trigger": "session_joined", "id": 5 }));
    client.trigger(json!({ "trigger": "customer_chats", "body": "Help" }));
    client.trigger(json!({ "trigger": "user_chats", "id": 5, "body": "[b]At once[/b]" }));
    client.trigger(json!({ "trigger": "session_attribute_set", "code_name": "category", "value": "paper" }));
    client.trigger(json!({ "trigger": "session_transferred", "queue": "team:1" }));
    client.trigger(json!({ "trigger": "session_joined", "id": 2, "lsid": lsid }));
    client.trigger(json!({ "trigger": "customer_left", "lsid": lsid }));
    let what: Vec<String> = client.session(&lsid)["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["what"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        what,
        [
            "started",
            "customer_joined",
            "joined",
            "chat",
            "chat",
            "attributes",
            "left",
            "transferred",
            "joined",
            "customer_left"
        ]
    );
    let absent = json!({ "trigger": "session_ended", "lsid": lsid, "id": 5 });
    assert!(client.no_trigger(absent).contains("user 5 is not in session"));
    client.trigger(json!({ "trigger": "session_ended", "lsid": lsid, "id": 2 }));
    assert!(client.no_trigger(json!({ "trigger": "customer_left", "lsid": lsid })).contains(&lsid));
    assert!(
        client.no_trigger(json!({ "trigger": "session_begins", "queue": "team:99" })).contains("team:99")
    );
}

#[test]
fn what_an_api_account_does_is_noted_with_it() {
    let client = Client::rs();
    let lsid = client.lsids()[0].clone();
    client.form(&format!("action=set_session_attributes&lsid={lsid}&session.custom.category=x"));
    client.action(&format!("transfer_session&lsid={lsid}&queue_id=team:1"));
    client.trigger(json!({ "trigger": "session_joined", "lsid": lsid, "id": 3 }));
    client.action(&format!("terminate_session&lsid={lsid}")).success("Successfully terminated");
    let ended = client.appliance.control().sessions()["ended"][0].clone();
    let events = ended["events"].as_array().unwrap();
    let last: Vec<_> = events
        .iter()
        .skip(events.len() - 6)
        .map(|event| (event["what"].as_str().unwrap(), event["by"].clone(), event["account"].as_i64()))
        .collect();
    let (two, three, system) = (json!({ "user": 2 }), json!({ "user": 3 }), json!("system"));
    assert_eq!(
        last,
        [
            ("attributes", system.clone(), Some(1)),
            ("left", two, None),
            ("transferred", system.clone(), Some(1)),
            ("joined", three.clone(), None),
            ("left", three, None),
            ("ended", system, Some(1)),
        ]
    );
    let clients = client.action("get_connected_clients&type=representative&include_connections=1");
    assert_eq!(clients.0.matches(&format!(">Left session {lsid}<")).count(), 2);
}

#[test]
fn access_sessions_go_to_jump_items() {
    let client = Client::pra();
    let order = |kind: &str, item: i64, user: i64| json!({ "trigger": "session_begins", "id": user, "jump_item_type": kind, "jump_item_id": item });
    assert_eq!(client.get("/jump-client/1").json["last_access_timestamp"], "2025-12-31T23:30:00+00:00");
    let lsid = client.trigger(order("remote_rdp", 1, 5))["lsid"].as_str().unwrap().to_owned();
    let host = client.get("/jump-item/remote-rdp/1").json["hostname"].clone();
    assert_eq!(client.session(&lsid)["customer"]["computer"], host);
    assert!(client.no_trigger(order("remote_rdp", 1, 9)).contains('9'));
    assert!(client.no_trigger(order("remote_rdp", 9_999, 5)).contains("9999"));
    assert!(client.no_trigger(order("sledge", 1, 5)).contains("sledge"));
    // Nobody waits in a session to a machine.
    client.trigger(json!({ "trigger": "session_left", "id": 5 }));
    assert!(client.session(&lsid).is_null());
    let guest = client.trigger(json!({ "trigger": "invited_user_joins", "name": "Guest" }))["user"].clone();
    assert!(client.action("get_logged_in_reps").0.contains("<type>Invited</type>"));
    client.trigger(json!({ "trigger": "user_logs_out", "id": guest }));
}

#[test]
fn access_sessions_go_to_what_only_shortcuts_make() {
    let client = Client::pra();
    let order = |kind: &str| json!({ "trigger": "session_begins", "id": 5, "jump_item_type": kind, "jump_item_id": 1 });
    for (kind, more) in [("local_jump", ""), ("remote_jump", "&jumpoint=office")] {
        assert!(client.no_trigger(order(kind)).contains("there is no Jump Item 1"), "{kind}");
        let import = format!("import_jump_shortcut&{kind}_hostname=h.example.com&name=n&group=web{more}");
        client.action(&import).success("Successfully imported Jump Item shortcut");
        let lsid = client.trigger(order(kind))["lsid"].as_str().unwrap().to_owned();
        assert_eq!(client.session(&lsid)["customer"]["computer"], "h.example.com");
    }
    assert!(client.no_trigger(order("vpro")).contains("there is no Jump Item 1"));
}

#[test]
fn an_access_session_ends_with_its_endpoint() {
    let client = Client::pra();
    let order = |kind: &str, item: i64| json!({ "trigger": "session_begins", "id": 5, "jump_item_type": kind, "jump_item_id": item });
    let assets = || client.action("get_connected_clients&type=support_customer").count("hostname");
    let [first, second] = client.lsids().try_into().unwrap();
    client.trigger(json!({ "trigger": "jump_client_disconnects", "id": 1 }));
    assert!(client.session(&first).is_null(), "its Jump Client is offline");
    assert_eq!(assets(), 1);
    assert!(client.no_trigger(order("jump_client", 1)).contains("offline"));
    client.delete("/jump-item/shell-jump/1").expect(204);
    assert_eq!((client.lsids().len(), assets()), (0, 0), "its Jump Item is deleted");
    let ended = client.appliance.control().sessions()["ended"].clone();
    assert_eq!((&ended[0]["lsid"], &ended[1]["lsid"]), (&json!(first), &json!(second)));
    assert_eq!(client.action("get_logged_in_reps").text("support_session_count"), "0");
    client.trigger(json!({ "trigger": "jump_client_connects", "id": 1 }));
    client.trigger(order("jump_client", 1));
    client.delete("/jump-client/1").expect(204);
    assert_eq!(client.lsids().len(), 0);
    assert!(client.no_trigger(order("jump_client", 1)).contains("no Jump Item 1"));
    assert!(client.no_trigger(order("shell_jump", 1)).contains("no Jump Item 1"));
    client.trigger(json!({ "trigger": "jump_client_uninstalled", "id": 2 }));
    assert!(client.no_trigger(order("jump_client", 2)).contains("offline"));
    client.trigger(order("remote_rdp", 1));
    client.appliance.control().delete("/jump-item/remote-rdp", 1);
    assert_eq!(client.lsids().len(), 0);
}

#[test]
fn whoever_was_invited_goes_with_the_session() {
    for client in both() {
        let invited = || client.action("get_logged_in_reps").0.matches("<type>Invited<").count();
        for name in [String::new(), "x".repeat(65)] {
            let order = json!({ "trigger": "invited_user_joins", "name": name });
            assert!(client.no_trigger(order).contains("64"));
        }
        assert_eq!(invited(), 0);
        let lsid = client.lsids()[0].clone();
        let order = |name: &str| json!({ "trigger": "invited_user_joins", "lsid": lsid, "name": name });
        client.trigger(order(&"é".repeat(64)));
        let left = client.trigger(order("Guest"))["user"].clone();
        assert_eq!(invited(), 2);
        client.trigger(json!({ "trigger": "session_left", "lsid": lsid, "id": left }));
        assert_eq!(invited(), 1);
        client.action(&format!("terminate_session&lsid={lsid}")).success("Successfully terminated");
        assert_eq!(invited(), 0);
        assert_eq!(client.action("get_connected_clients&type=representative").count("hostname"), 3);
    }
}

#[test]
fn what_is_configured_and_said_in_teams_is_shown() {
    let client = Client::rs();
    client
        .action("send_chat_message&team_id=1&body=x&impersonate=rep:2&to_rep=3")
        .success("Message was sent");
    client.trigger(json!({ "trigger": "presentation_begins", "id": 2, "attendees": 4 }));
    let all = || client.appliance.control().sessions();
    let line = json!({ "at": 1_767_225_600, "by": { "user": 2 }, "to": 3, "account": 1, "body": "x" });
    assert_eq!(all()["team_chats"]["1"], json!([line]));
    assert_eq!(
        (&all()["presentations"][0]["user"], &all()["presentations"][0]["attendees"]),
        (&json!(2), &json!(4))
    );
    assert_eq!(all()["issues"].as_array().unwrap().len(), 3);
    assert_eq!(all()["skills"], json!(["databases", "networks", "printers"]));
    let issue = |code_name: &str, team: i64| json!({ "trigger": "issue_added", "code_name": code_name, "title": "It is hot", "team": team });
    let id = client.trigger(issue("heat", 2))["issue"].clone();
    assert_eq!(id, 4);
    assert!(client.no_trigger(issue("heat", 2)).contains("already"));
    assert!(client.no_trigger(issue("cold", 99)).contains("99"));
    assert!(client.no_trigger(issue("so cold", 2)).contains("code_name"));
    let key = || client.action("generate_session_key&type=support&queue_id=issue:heat&session.skills=stoves");
    key().error("Invalid value for parameter: session.skills");
    client.trigger(json!({ "trigger": "skill_added", "code_name": "stoves" }));
    assert!(
        client.no_trigger(json!({ "trigger": "skill_added", "code_name": "stoves" })).contains("already")
    );
    assert_eq!(key().text("queue_id"), "4");
    client.trigger(json!({ "trigger": "session_begins", "queue": "issue:heat" }));
    client.trigger(json!({ "trigger": "issue_removed", "code_name": "heat" }));
    key().error("Queue not found");
    assert_eq!(client.session(client.lsids().last().unwrap())["queue"], "general");
    client.trigger(json!({ "trigger": "skill_removed", "code_name": "stoves" }));
    for name in ["issue_removed", "skill_removed"] {
        assert!(client.no_trigger(json!({ "trigger": name, "code_name": "none" })).contains("none"));
    }
    assert!(Client::pra().no_trigger(issue("heat", 1)).contains("no trigger"));
}

#[test]
fn the_log_of_sessions_is_bounded() {
    let client = Client::rs();
    for _ in 0..crate::unconfirmed::ENDED_SESSIONS_KEPT + 3 {
        client.trigger(json!({ "trigger": "session_begins" }));
        client.trigger(json!({ "trigger": "session_ended" }));
    }
    let ended = client.appliance.control().sessions()["ended"].as_array().unwrap().len();
    assert_eq!(ended, crate::unconfirmed::ENDED_SESSIONS_KEPT);
}
