//! Reports of sessions, in full and as lists.

use serde_json::json;

use super::*;

#[test]
fn everything_is_told_once_in_the_order_of_the_beginnings() {
    for client in with_history(50) {
        let all = client.sessions(ALL);
        let lsids = all.all("session", "lsid");
        // Two sessions run when a simulator starts.
        assert_eq!(lsids.len(), 52);
        assert_eq!(lsids.iter().collect::<std::collections::BTreeSet<_>>().len(), 52);
        let starts = all.each("session");
        let starts: Vec<i64> =
            starts.iter().map(|session| session.all("start_time", "timestamp")[0].parse().unwrap()).collect();
        assert!(starts.is_sorted());
        let numbers: Vec<String> = all.each("session").iter().map(|session| session.text("lseq")).collect();
        let expected: Vec<String> = (1..=52).map(|number: u32| number.to_string()).collect();
        assert_eq!(numbers, expected);
        assert_eq!(all.count("end_time"), 50);
        assert_eq!(all.text("session_type"), "support");
    }
}

#[test]
fn a_session_is_found_by_its_lsid_and_several_by_theirs() {
    for client in with_history(50) {
        let all = client.sessions(ALL);
        let lsids = all.all("session", "lsid");
        for index in [0, 20, 49, 50, 51] {
            let one = client.sessions(&format!("lsid={}", lsids[index]));
            assert_eq!(one.each("session")[0].0, all.each("session")[index].0, "the same by window and lsid");
            assert_eq!(one.count("session"), 1);
        }
        let some = format!("lsids={},{},%20{},{}", lsids[3], lsids[50], lsids[1], "f".repeat(32));
        let expected = [&lsids[3], &lsids[1], &lsids[50]].map(String::clone);
        assert_eq!(client.sessions(&some).all("session", "lsid"), expected);
        for wrong in ["f".repeat(32), "x".to_owned(), "%C3%A4".repeat(16)] {
            client.sessions(&format!("lsid={wrong}")).error("Invalid lsid.");
        }
        let many = vec!["0"; 501].join(",");
        client.sessions(&format!("lsids={many}")).error("Invalid value for parameter: lsids");
    }
}

#[test]
fn windows_are_about_beginnings_or_ends() {
    for client in with_history(80) {
        let sessions = client.sessions(ALL).each("session");
        let time =
            |session: &Xml, name| session.all(name, "timestamp").first().map(|t| t.parse::<i64>().unwrap());
        let lsid = |session: &Xml| session.all("session", "lsid")[0].clone();
        let (first, last) = (&sessions[20], &sessions[60]);
        for (name, from, to) in [
            ("start_time", time(first, "start_time").unwrap(), time(last, "start_time").unwrap()),
            ("end_time", time(first, "end_time").unwrap(), time(last, "end_time").unwrap()),
        ] {
            let expected: Vec<String> = sessions
                .iter()
                .filter(|session| time(session, name).is_some_and(|at| (from..to).contains(&at)))
                .map(lsid)
                .collect();
            assert!(expected.len() > 20);
            let got = client.sessions(&format!("{name}={from}&duration={}", to - from));
            assert_eq!(got.all("session", "lsid"), expected, "{name}");
            let rest = client.sessions(&format!("{name}={from}&duration=0")).count("session");
            assert_eq!(
                rest,
                sessions.iter().filter(|session| time(session, name).is_some_and(|at| at >= from)).count()
            );
        }
        // A date is the whole day in UTC.
        let text = first.text("start_time");
        let day = time(first, "start_time").unwrap() / 86_400;
        let expected =
            sessions.iter().filter(|session| time(session, "start_time").unwrap() / 86_400 == day).count();
        let got = client.sessions(&format!("start_date={}&duration=1", &text[..10]));
        assert_eq!(got.count("session"), expected);
    }
}

#[test]
fn what_is_wrong_with_a_request_is_said() {
    for (query, sentence) in [
        ("", "Missing required parameter: start_date"),
        ("start_date=2025-01-01", "Missing required parameter: duration"),
        ("start_time=yesterday&duration=0", "Invalid value for parameter: start_time"),
        ("start_time=1&end_time=1&duration=0", "Invalid value for parameter: start_time"),
        ("start_time=1&start_date=2025-01-01&duration=5", "Invalid value for parameter: start_date"),
        ("start_time=1&duration=1.5", "Invalid value for parameter: duration"),
    ] {
        for client in both() {
            client.sessions(query).error(sentence);
        }
    }
    Client::rs().sessions(&format!("{ALL}&limit=rep:x")).error("Invalid value for parameter: limit");
    Client::rs().sessions(&format!("{ALL}&limit=nobody:1")).error("Invalid value for parameter: limit");
}

#[test]
fn sessions_of_rs_can_be_limited() {
    let [_, client] = with_history(100);
    let all = client.sessions(ALL).each("session");
    for id in 1..5 {
        let got = client.sessions(&format!("{ALL}&limit=team:{id}"));
        let expected = all.iter().filter(|session| {
            session.get("team_list").is_some_and(|list| list.contains(&format!("id=\"{id}\"")))
        });
        assert_eq!(got.count("session"), expected.count(), "{id}");
    }
    assert_eq!(client.sessions(&format!("{ALL}&limit=all")).count("session"), all.len());
}

#[test]
fn a_list_has_the_same_sessions_with_recordings_and_keys() {
    for (client, name) in with_history(60).into_iter().zip(["AccessSessionListing", "SupportSessionListing"])
    {
        let (list, all) = (client.report(&format!("{name}&{ALL}")), client.sessions(ALL));
        assert_eq!(list.all("session_summary", "lsid"), all.all("session", "lsid"));
        for (row, session) in list.0.split("<session_summary ").skip(1).zip(all.each("session")) {
            let row = row.split_once("/>").unwrap().0;
            let recorded = session.get("session_recording_view_url").is_some();
            assert!(row.contains(&format!("has_recording=\"{}\"", u8::from(recorded))), "{row}");
            match session.text("external_key").as_str() {
                "" => assert!(row.ends_with("  ") && !row.contains("external_key"), "{row}"),
                key => assert!(
                    row.replace("&lt;", "<")
                        .replace("&amp;", "&")
                        .contains(&format!("external_key=\"{key}\"")),
                    "{row}"
                ),
            }
        }
        client
            .report(&format!("{name}&lsid={}", "0".repeat(32)))
            .error("Missing required parameter: start_date");
        client.appliance.control().shape("external_key_child", true).unwrap();
        let list = client.report(&format!("{name}&{ALL}"));
        assert!(list.0.contains("<external_key>"), "{}", list.0);
    }
}

#[test]
fn sessions_of_the_live_part_are_told_with_what_happened_in_them() {
    for client in with_history(10) {
        let lsid = client.lsids()[0].clone();
        let running = client.sessions(&format!("lsid={lsid}"));
        assert_eq!((running.count("end_time"), running.count("session_chat_view_url")), (0, 0));
        assert!(running.0.contains("<jump_group") || running.0.contains("<public_site"));
        client.trigger(json!({ "trigger": "user_chats", "lsid": lsid, "id": 2, "body": "a <b> & \u{7}c" }));
        client.trigger(json!({ "trigger": "session_attribute_set", "lsid": lsid, "code_name": "external_key", "value": "K & 1" }));
        let told = client.sessions(&format!("lsid={lsid}"));
        assert_eq!(told.text("external_key"), "K & 1");
        assert_eq!(told.get("encoded_body"), Some("YSA8Yj4gJiAHYw=="));
        client.trigger(json!({ "trigger": "session_ended", "lsid": lsid }));
        let over = client.sessions(&format!("lsid={lsid}"));
        let kinds = over.all("event", "event_type");
        assert_eq!(kinds.first().map(String::as_str), Some("Session Start"));
        assert_eq!(kinds.last().map(String::as_str), Some("Session End"));
        assert!(kinds.iter().any(|kind| kind == "Conference Member Added"), "{kinds:?}");
        assert!(over.get("end_time").is_some() && over.get("session_chat_view_url").is_some());
        assert!(over.0.contains("&amp;dl_action=chat&amp;view=1"), "{}", over.0);
        // The end is now, and nothing of history ends later.
        let now = client.appliance.control().now().as_second();
        assert_eq!(client.sessions(&format!("end_time={now}&duration=0")).all("session", "lsid"), [lsid]);
    }
}

#[test]
fn history_is_the_same_for_a_seed_and_outlives_a_saved_state() {
    for (client, again) in with_history(30).into_iter().zip(with_history(30)) {
        let told = client.sessions(ALL);
        assert_eq!(told.0, again.sessions(ALL).0);
        let saved = client.appliance.control().save().unwrap();
        let [pra, rs] = with_history(0);
        let other = if told.0.contains("Privileged") { pra } else { rs };
        assert_eq!(other.sessions(ALL).count("session"), 2);
        other.appliance.control().load(&saved).unwrap();
        let other = Client { token: client.token.clone(), ..other };
        assert_eq!(told.0, other.sessions(ALL).0);
        // What was told once is not changed by what happens to people and items later.
        let lsid = told.all("session", "lsid")[0].clone();
        let before = client.sessions(&format!("lsid={lsid}"));
        client.patch("/user/3", json!({ "public_display_name": "Somebody else" })).expect(200);
        assert_eq!(client.sessions(&format!("lsid={lsid}")).0, before.0);
    }
}

#[test]
fn whoever_was_in_a_session_is_named_and_guests_have_no_id() {
    let client = Client::rs();
    let lsid = client.lsids()[0].clone();
    client.trigger(json!({ "trigger": "invited_user_joins", "lsid": lsid, "name": "Gil Guest" }));
    client.patch("/user/2", json!({ "enabled": false })).expect(200);
    client.trigger(json!({ "trigger": "session_ended", "lsid": lsid }));
    let told = client.sessions(&format!("lsid={lsid}"));
    let people = told.each("representative");
    let named: Vec<(String, bool, bool)> = people
        .iter()
        .map(|person| {
            let id = !person.all("representative", " id").is_empty();
            (person.text("private_display_name"), id, person.get("invited").is_some())
        })
        .collect();
    let names: Vec<(&str, bool, bool)> =
        named.iter().map(|(name, id, invited)| (name.as_str(), *id, *invited)).collect();
    assert_eq!(names, [("Bo Dogwood", true, false), ("Gil Guest", false, true)]);
    assert!(!told.0.contains("1000001"), "{}", told.0);
}
