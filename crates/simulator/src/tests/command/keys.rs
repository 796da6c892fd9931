//! Session keys, and customers without a client.

use serde_json::json;

use super::super::client::Client;

#[test]
fn a_key_has_what_was_recorded() {
    let client = Client::rs();
    let key =
        client.action("generate_session_key&type=support&queue_id=rep:2&session.custom.external_key=INC-1");
    assert_eq!(key.text("expires"), (1_767_225_600 + 86_400).to_string());
    assert_eq!(key.attribute("available"), "1");
    for (name, value) in [("type", "support"), ("queue", "rep"), ("queue_id", "2"), ("external_key", "INC-1")]
    {
        assert_eq!(key.text(name), value, "{name}");
    }
    let (short, url) = (key.text("short_key"), key.text("key_url"));
    assert!(short.len() == 7 && short.bytes().all(|byte| byte.is_ascii_digit()), "{short}");
    let ak = url.strip_prefix("https://access.example.com/?ak=").unwrap();
    assert!(ak.len() == 32 && ak.bytes().all(|byte| byte.is_ascii_hexdigit()), "{ak}");
    assert!(key.text("mail_body").contains(&url) && key.0.contains("<mail_body>\n"));
    assert_eq!(key.count("ttl"), 0);
    let key =
        client.form("action=generate_session_key&type=support&queue_id=general&ttl=60&external_key=old");
    assert_eq!(
        (key.text("ttl"), key.text("external_key"), key.count("queue_id")),
        ("60".into(), "old".into(), 0)
    );
    assert_eq!(key.text("expires"), (1_767_225_600 + 60).to_string());
}

#[test]
fn queues_are_those_of_people_teams_and_issues() {
    let client = Client::rs();
    for (queue, kind, id, available) in [
        ("general", "general", None, "1"),
        ("rep:2", "rep", Some("2"), "1"),
        ("rep:9", "rep", Some("9"), "0"),
        ("team:1", "team", Some("1"), "1"),
        ("team:3", "team", Some("3"), "0"),
        ("rep_username:admin", "rep", Some("1"), "0"),
        ("issue:printer", "issue", Some("1"), "1"),
    ] {
        let key = client.action(&format!("generate_session_key&type=support&queue_id={queue}"));
        assert_eq!(key.text("queue"), kind, "{queue}");
        assert_eq!(key.get("queue_id"), id, "{queue}");
        assert_eq!(key.attribute("available"), available, "{queue}");
    }
    for user in ["2", "3", "5"] {
        client.trigger(json!({ "trigger": "user_logs_out", "id": user.parse::<i64>().unwrap() }));
    }
    let key = client.action("generate_session_key&type=support&queue_id=general");
    assert_eq!(key.attribute("available"), "0");
}

#[test]
fn keys_are_refused_for_what_is_wrong_with_them() {
    let client = Client::rs();
    let long = "x".repeat(1_025);
    for (query, error) in [
        ("queue_id=general", "Missing required parameter: type"),
        ("type=chat&queue_id=general", "Invalid value for parameter: type"),
        ("type=support", "Missing required parameter: queue_id"),
        ("type=support&queue_id=rep:999", "Queue not found"),
        ("type=support&queue_id=team:999", "Queue not found"),
        ("type=support&queue_id=team:x", "Queue not found"),
        ("type=support&queue_id=issue:rain", "Queue not found"),
        ("type=support&queue_id=rep_username:nobody", "Queue not found"),
        ("type=support&queue_id=embassy:1", "Queue not found"),
        ("type=support&queue_id=general:", "Queue not found"),
        ("type=support&queue_id=team:%2B1", "Queue not found"),
        ("type=support&queue_id=rep:02", "Queue not found"),
        ("type=support&queue_id=general&ttl=%2B60", "Invalid value for parameter: ttl"),
        (
            "type=support&queue_id=general&session.skills=printers,",
            "Invalid value for parameter: session.skills",
        ),
        ("type=support&queue_id=general&ttl=0", "Invalid value for parameter: ttl"),
        ("type=support&queue_id=general&ttl=soon", "Invalid value for parameter: ttl"),
        ("type=support&queue_id=general&session.priority=4", "Invalid value for parameter: session.priority"),
        ("type=support&queue_id=general&session.skills=magic", "Invalid value for parameter: session.skills"),
        ("type=support&queue_id=general&url_hostname=x", "Invalid value for parameter: url_hostname"),
        (
            "type=support&queue_id=general&session.custom.rain=1",
            "Invalid value for parameter: session.custom.rain",
        ),
        (
            &format!("type=support&queue_id=general&session.custom.category={long}"),
            "Invalid value for parameter: session.custom.category",
        ),
    ] {
        client.action(&format!("generate_session_key&{query}")).error(error);
    }
    let query = "type=support&queue_id=general&url_hostname=partners.example.com&session.skills=printers\
                 &session.priority=1&session.custom.category=x";
    let key = client.action(&format!("generate_session_key&{query}"));
    assert!(key.text("key_url").starts_with("https://partners.example.com/?ak="));
}

#[test]
fn what_is_configured_no_more_comes_back_from_no_key() {
    let client = Client::rs();
    let key = "generate_session_key&type=support&queue_id=issue:slow_network&session.custom.category=x";
    let short = client.action(key).text("short_key");
    client.trigger(json!({ "trigger": "session_field_removed", "code_name": "category" }));
    let begun = client.trigger(json!({ "trigger": "session_begins", "short_key": short }));
    let lsid = begun["lsid"].as_str().unwrap();
    assert_eq!(client.session(lsid)["attributes"], json!({}));
    client.delete("/team/3").expect(204);
    client.action("generate_session_key&type=support&queue_id=issue:slow_network").error("Queue not found");
    assert_eq!(client.session(lsid)["queue"], "general");
}

#[test]
fn a_chatbot_puts_its_user_into_a_session() {
    let client = Client::rs();
    let key =
        client.action("generate_session_key&type=support&queue_id=team:1&session.custom.external_key=BOT-1");
    let short = key.text("short_key");
    let customer = format!(
        "create_virtual_customer&short_key={short}&name=Sam%20Stone&ip_address=203.0.113.5\
         &operating_system=iOS&computer_name=web"
    );
    for (more, error) in [
        ("&name=", "Missing required parameter: name"),
        ("&ip_address=home", "Invalid value for parameter: ip_address"),
        ("&locale=tlh", "Invalid value for parameter: locale"),
        ("&public_site=x", "Invalid value for parameter: public_site"),
        ("&short_key=1", "Invalid value for parameter: short_key"),
    ] {
        client.action(&format!("{customer}{more}")).error(error);
    }
    let made = client.action(&format!("{customer}&locale=de&chat_url=1"));
    assert_eq!(made.count("virtual_customer"), 1);
    assert!(made.text("download_url").ends_with("&chat=1"));
    let lsid = made.text("lsid");
    assert_eq!(client.session(&lsid)["queue"], json!({ "team": 1 }));
    let attributes = client.action(&format!("get_session_attributes&lsid={lsid}"));
    assert_eq!(attributes.text("custom_attribute"), "BOT-1");
    // It has no client.
    assert_eq!(client.action("get_connected_clients&type=support_customer").count("hostname"), 2);
    client.action(&customer).error("Invalid value for parameter: short_key");
    let say = format!("send_chat_message&lsid={lsid}&impersonate=customer&body=%5Bb%5DHi%5B/b%5D");
    assert!(client.action(&say).get("success").is_some());
    let session = client.session(&lsid);
    let event = session["events"].as_array().unwrap().last().unwrap();
    assert_eq!(event["text"], "[b]Hi[/b]");
    assert_eq!((&event["by"], &event["account"]), (&json!("customer"), &json!(1)));
    assert!(client.action(&format!("leave_session&lsid={lsid}&customer=1")).get("success").is_some());
    // Nobody is left.
    assert!(client.session(&lsid).is_null());
    client.action(&say).error("Session not found");
}

#[test]
fn a_key_expires_by_the_clock() {
    let mut client = Client::rs();
    let key = client.action("generate_session_key&type=support&queue_id=general&ttl=60");
    let short = key.text("short_key");
    let begins = json!({ "trigger": "session_begins", "short_key": short });
    client.later(59);
    assert_eq!(client.appliance.control().sessions()["keys"].as_array().unwrap().len(), 1);
    client.later(1);
    assert!(client.no_trigger(begins).contains("short_key"));
    assert_eq!(client.appliance.control().sessions()["keys"], json!([]));
    // One that is used in time works once.
    let key = client.action("generate_session_key&type=support&queue_id=general&ttl=60");
    let begins = json!({ "trigger": "session_begins", "short_key": key.text("short_key"), "id": 2 });
    let lsid = client.trigger(begins.clone())["lsid"].as_str().unwrap().to_owned();
    assert_eq!(client.session(&lsid)["members"][0]["user"], 2);
    assert!(client.no_trigger(begins).contains("short_key"));
}

#[test]
fn the_same_seed_gives_the_same_keys_and_sessions() {
    let run = || {
        let client = Client::rs();
        let key = client.action("generate_session_key&type=support&queue_id=general");
        (client.lsids(), key.0)
    };
    assert_eq!(run(), run());
}
