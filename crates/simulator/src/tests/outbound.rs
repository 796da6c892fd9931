//! Outbound events, in process: what is told, in which order, how often, and when it is given up.

mod over_sockets;

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use super::client::Client;
use crate::oauth::form;
use crate::{Appliance, Control, Delivery, Recipient};

const EVERY: u64 = 60;
const GIVE_UP: u64 = 300;

fn recipient() -> Recipient {
    Recipient::new("desk", "https://desk.example.com/hook?outbound_event_token=s3cr3t")
        .unwrap()
        .retry_every(Duration::from_secs(EVERY))
        .give_up_after(Duration::from_secs(GIVE_UP))
}

fn told(delivery: &Delivery) -> BTreeMap<String, String> {
    form(delivery.body().as_bytes()).into_iter().collect()
}

/// Takes everything that is due, as if all of it arrived.
fn all(control: &Control) -> Vec<BTreeMap<String, String>> {
    let mut all = Vec::new();
    while let Some(delivery) = control.take_delivery() {
        all.push(told(&delivery));
        control.delivered(&delivery, Ok(200));
    }
    all
}

fn names(all: &[BTreeMap<String, String>]) -> Vec<&str> {
    all.iter().map(|event| event["event"].trim_start_matches("support_conference_")).collect()
}

fn state(control: &Control) -> Value {
    control.recipients()[0].clone()
}

#[test]
fn what_happens_in_a_session_of_rs_is_told_in_order() {
    let client = Client::new(Appliance::rs().recipient(recipient().custom_fields(true)));
    let control = client.appliance.control();
    assert!(control.take_delivery().is_none(), "nothing that was before is told");
    let begun =
        client.trigger(json!({ "trigger": "session_begins", "queue": "team:1", "customer": "Robin & Co" }));
    let lsid = begun["lsid"].as_str().unwrap();
    client.trigger(
        json!({ "trigger": "session_attribute_set", "code_name": "external_key", "value": "INC-88" }),
    );
    client.trigger(json!({ "trigger": "session_attribute_set", "code_name": "category", "value": "a b+c" }));
    client.trigger(json!({ "trigger": "session_joined", "id": 3 }));
    client.trigger(json!({ "trigger": "user_chats", "id": 3, "body": "[b]Hello[/b] & good-bye" }));
    client.trigger(json!({ "trigger": "customer_chats", "body": "It's «broken»" }));
    client.trigger(json!({ "trigger": "session_transferred", "queue": "rep:2" }));
    client.trigger(json!({ "trigger": "session_joined", "id": 2 }));
    client.trigger(json!({ "trigger": "session_ended", "id": 2 }));
    client.trigger(json!({ "trigger": "customer_survey_completed" }));
    client.trigger(json!({ "trigger": "rep_survey_completed", "id": 2 }));
    let all = all(&control);
    assert_eq!(
        names(&all),
        [
            "begin",
            "member_added",
            "member_added",
            "owner_changed",
            "chat_message",
            "chat_message",
            "member_departed",
            "owner_changed",
            "member_added",
            "member_departed",
            "end",
            "customer_exit_survey_completed",
            "rep_exit_survey_completed",
        ]
    );
    for event in &all {
        assert_eq!((event["lsid"].as_str(), event["version"].as_str()), (lsid, "1"));
        assert_eq!(event["timestamp"], "1767225600");
        assert_eq!(event["appliance_id"].len(), 32);
    }
    assert_eq!((all[0]["external_key"].as_str(), all[2]["external_key"].as_str()), ("", "INC-88"));
    assert_eq!((all[1]["type"].as_str(), all[1]["name"].as_str()), ("customer", "Robin & Co"));
    assert_eq!((all[2]["type"].as_str(), all[2]["user_id"].as_str()), ("representative", "3"));
    assert!(!all[2]["username"].is_empty() && all[2]["name"] == all[2]["display_name"]);
    assert_eq!(all[2]["session.custom.category"], "a b+c");
    assert_eq!(all[3]["conference_id"], "3");
    assert_eq!(
        (all[4]["type"].as_str(), all[4]["message"].as_str()),
        ("representative", "[b]Hello[/b] & good-bye")
    );
    assert_eq!((all[5]["type"].as_str(), all[5]["message"].as_str()), ("customer", "It's «broken»"));
    assert_eq!(all[12]["user_id"], "2");
}

#[test]
fn pra_tells_of_sessions_and_not_of_chats() {
    let client = Client::new(Appliance::pra().recipient(recipient()));
    client.trigger(
        json!({ "trigger": "session_begins", "id": 2, "jump_item_type": "shell_jump", "jump_item_id": 1 }),
    );
    client.trigger(json!({ "trigger": "session_joined", "id": 3 }));
    client.trigger(json!({ "trigger": "user_chats", "id": 3, "body": "x" }));
    client.trigger(json!({ "trigger": "session_left", "id": 2 }));
    client.trigger(json!({ "trigger": "session_left", "id": 3 }));
    let all = all(&client.appliance.control());
    assert_eq!(
        names(&all),
        [
            "begin",
            "member_added",
            "member_added",
            "member_departed",
            "owner_changed",
            "member_departed",
            "end"
        ]
    );
    assert!(all.iter().all(|event| !event.contains_key("session.custom.category")));
    let control = client.appliance.control();
    assert!(control.fire_event("support_conference_chat_message", None, &[]).is_err());
    assert_eq!(control.event_names().len(), 5);
}

#[test]
fn what_the_api_does_is_told_as_well() {
    let client = Client::new(Appliance::rs().recipient(recipient()));
    let xml = |query: &str| {
        let reply = client.raw("GET", &format!("/api/command?{query}"), b"").expect(200);
        String::from_utf8(reply.bytes.to_vec()).unwrap()
    };
    let key =
        xml("action=generate_session_key&type=support&queue_id=general&session.custom.external_key=BOT-1");
    let key = key.split("<short_key>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let made = xml(&format!(
        "action=create_virtual_customer&short_key={key}&name=Bot&ip_address=192.0.2.1&operating_system=Linux&computer_name=bot"
    ));
    assert!(made.contains("download_url"), "{made}");
    let control = client.appliance.control();
    let begun = all(&control);
    assert_eq!(names(&begun), ["begin", "member_added"]);
    assert_eq!(begun[0]["external_key"], "BOT-1");
    let lsid = &begun[0]["lsid"];
    xml(&format!("action=join_session&lsid={lsid}&rep_id=2"));
    xml(&format!("action=send_chat_message&lsid={lsid}&customer=1&body=My%20printer"));
    xml(&format!("action=terminate_session&lsid={lsid}"));
    let rest = all(&control);
    assert_eq!(names(&rest), ["member_added", "owner_changed", "chat_message", "member_departed", "end"]);
    assert_eq!((rest[2]["type"].as_str(), rest[2]["message"].as_str()), ("customer", "My printer"));
}

#[test]
fn nothing_overtakes_what_fails_and_only_200_is_success() {
    let client = Client::new(Appliance::rs().recipient(recipient()));
    let control = client.appliance.control();
    for number in ["1", "2", "3"] {
        control.fire_event("support_conference_begin", None, &[("n".to_owned(), number.to_owned())]).unwrap();
    }
    let mut attempts = Vec::new();
    for outcome in [Ok(500), Ok(204), Ok(302), Err("no route".to_owned()), Ok(200)] {
        let delivery = control.take_delivery().unwrap();
        assert!(control.take_delivery().is_none(), "one at a time");
        attempts.push(told(&delivery)["n"].clone());
        let failed = outcome != Ok(200);
        control.delivered(&delivery, outcome);
        if failed {
            assert!(control.take_delivery().is_none(), "it waits");
            assert_eq!(
                (&state(&control)["status"], &state(&control)["queued"]),
                (&json!("failing"), &json!(3))
            );
            control.advance(Duration::from_secs(EVERY - 1));
            assert!(control.take_delivery().is_none(), "it still waits");
            control.advance(Duration::from_secs(1));
        }
    }
    assert_eq!(attempts, ["1"; 5]);
    let rest: Vec<String> = all(&control).into_iter().map(|event| event["n"].clone()).collect();
    assert_eq!(rest, ["2", "3"]);
    let state = state(&control);
    assert_eq!(
        (&state["delivered"], &state["attempts"], &state["last_error"]),
        (&json!(3), &json!(7), &Value::Null)
    );
}

#[test]
fn what_fails_too_long_is_dropped_and_the_next_one_has_its_own_time() {
    let client = Client::new(Appliance::rs().recipient(recipient()));
    let control = client.appliance.control();
    for number in ["1", "2"] {
        control.fire_event("support_conference_end", None, &[("n".to_owned(), number.to_owned())]).unwrap();
    }
    let mut attempts = Vec::new();
    while state(&control)["queued"] != json!(0) {
        while let Some(delivery) = control.take_delivery() {
            attempts.push(told(&delivery)["n"].clone());
            control.delivered(&delivery, Err("refused".to_owned()));
        }
        control.advance(Duration::from_secs(EVERY));
    }
    // At 0, 60, … 300 seconds, and the next one from then on.
    assert_eq!(attempts.concat(), "111111222222");
    assert_eq!(state(&control)["given_up"], 2);
    assert_eq!(state(&control)["last_error"], "refused");
}

#[test]
fn recipients_do_not_wait_for_each_other_and_get_what_they_want() {
    let other =
        Recipient::new("other", "http://127.0.0.1:9/").unwrap().events(["support_conference_end"]).unwrap();
    let third = Recipient::new("third", "http://127.0.0.1:9/").unwrap().enabled(false);
    let client = Client::new(Appliance::rs().recipient(recipient()).recipient(other).recipient(third));
    let control = client.appliance.control();
    assert_eq!(control.fire_event("support_conference_begin", None, &[]), Ok(1));
    assert_eq!(control.fire_event("support_conference_end", None, &[]), Ok(2));
    let first = control.take_delivery().unwrap();
    let second = control.take_delivery().unwrap();
    assert_eq!((first.url().len(), second.url()), (recipient().url.len(), "http://127.0.0.1:9/"));
    control.delivered(&first, Ok(500));
    control.delivered(&second, Ok(200));
    assert!(control.take_delivery().is_none());
    let queued: Vec<Value> =
        control.recipients().as_array().unwrap().iter().map(|line| line["queued"].clone()).collect();
    assert_eq!(queued, [json!(2), json!(0), json!(0)]);
    assert_eq!(control.recipients()[2]["status"], "disabled");
    // Who is enabled again goes on at once.
    let mut changed = control.recipient(1).unwrap();
    control.set_recipient(1, changed.clone().enabled(false)).unwrap();
    assert!(control.take_delivery().is_none());
    changed = changed.enabled(true);
    control.set_recipient(1, changed).unwrap();
    assert_eq!(names(&all(&control)), ["begin", "end"]);
    assert!(control.remove_recipient(1) && !control.remove_recipient(1));
    assert!(control.add_recipient(Recipient::new("other", "http://h/").unwrap()).is_err());
}

#[test]
fn secrets_of_urls_are_not_shown() {
    let client = Client::new(Appliance::rs().recipient(recipient()));
    let control = client.appliance.control();
    control.fire_event("support_conference_begin", None, &[]).unwrap();
    let delivery = control.take_delivery().unwrap();
    assert!(delivery.url().contains("s3cr3t"));
    control.delivered(&delivery, Ok(500));
    for text in [
        format!("{delivery:?}"),
        format!("{:?}", recipient()),
        control.recipients().to_string(),
        format!("{control:?}"),
    ] {
        assert!(!text.contains("s3cr3t"), "{text}");
    }
}

#[test]
fn settings_that_make_no_sense_are_refused() {
    for url in ["", "desk", "ftp://desk/", "https://me:pw@desk/", "http:///x", "http://desk/#a"] {
        assert!(Recipient::new("desk", url).unwrap_err().starts_with("url"), "{url}");
    }
    assert!(Recipient::new("", "http://desk/").is_err());
    assert!(recipient().ca_pem("x").is_err());
    assert!(recipient().events(["rain"]).unwrap_err().contains("support_conference_begin"));
}

#[test]
fn a_state_keeps_what_waits() {
    let client = Client::new(Appliance::rs().recipient(recipient()));
    let control = client.appliance.control();
    for number in 0..3 {
        control
            .fire_event("support_conference_begin", None, &[("n".to_owned(), number.to_string())])
            .unwrap();
    }
    let delivery = control.take_delivery().unwrap();
    control.delivered(&delivery, Ok(503));
    let under_way = {
        control.advance(Duration::from_secs(EVERY));
        control.take_delivery().unwrap()
    };
    let document = control.save().unwrap();
    // What comes of what went before a state was loaded means nothing after it, but for the first time.
    control.load(&document).unwrap();
    let twice = control.take_delivery().unwrap();
    assert_eq!(told(&twice)["n"], "0");
    control.delivered(&under_way, Ok(200));
    let next = control.take_delivery().unwrap();
    control.delivered(&twice, Ok(500));
    assert!(control.take_delivery().is_none());
    control.delivered(&next, Ok(200));
    assert_eq!(all(&control).len(), 1);
    let other = Client::rs();
    other.appliance.control().load(&document).unwrap();
    let events = all(&other.appliance.control());
    let numbers: Vec<&str> = events.iter().map(|event| event["n"].as_str()).collect();
    assert_eq!(numbers, ["0", "1", "2"], "what was under way is sent once more");
    assert_eq!(told(&under_way)["n"], "0");
    let mut old = document;
    old["live"].as_object_mut().unwrap().shift_remove("outbox");
    other.appliance.control().load(&old).unwrap();
    assert_eq!(other.appliance.control().recipients(), json!([]));
}

#[test]
fn ten_thousand_events_arrive_in_order_and_once() {
    let client = Client::new(Appliance::rs().items(0).recipient(recipient()));
    let control = client.appliance.control();
    for number in 0..10_000 {
        control
            .fire_event("support_conference_begin", None, &[("n".to_owned(), number.to_string())])
            .unwrap();
    }
    let mut rng = crate::rng::Rng::new(5);
    let (mut arrived, mut failures) = (Vec::new(), 0);
    while state(&control)["queued"] != json!(0) {
        while let Some(delivery) = control.take_delivery() {
            let fails = rng.once_in(50);
            failures += u64::from(fails);
            if !fails {
                arrived.push(told(&delivery)["n"].parse::<u64>().unwrap());
            }
            control.delivered(&delivery, if fails { Ok(500) } else { Ok(200) });
        }
        control.advance(Duration::from_secs(EVERY));
    }
    assert!(arrived.iter().copied().eq(0..10_000) && failures > 100);
}

#[test]
fn a_scenario_is_told_without_anybody_asking() {
    let scenario = r#"[{"at": 30, "trigger": "session_begins", "customer": "Kim"}]"#;
    let scenario = crate::Scenario::parse(bt_sra_core::Product::Rs, scenario).unwrap();
    let client = Client::new(Appliance::rs().scenario(scenario).recipient(recipient()));
    let control = client.appliance.control();
    assert!(control.take_delivery().is_none());
    control.advance(Duration::from_secs(45));
    let all = all(&control);
    assert_eq!(names(&all), ["begin", "member_added"]);
    assert_eq!(all[0]["timestamp"], (1_767_225_600 + 30).to_string());
}

/// Whatever happens, and however often a state is loaded: each recipient gets everything that was not
/// given up, in order, at least once, and twice only what was under way when a state was saved.
#[test]
fn no_course_of_things_changes_the_order() {
    for seed in 0..4 {
        let mut rng = crate::rng::Rng::new(seed);
        let other = Recipient::new("other", "http://other.example.com/").unwrap();
        let client = Client::new(Appliance::rs().items(0).recipient(recipient()).recipient(other));
        let control = client.appliance.control();
        let (mut fired, mut under_way, mut loads) = (0_u64, Vec::<Delivery>::new(), 0_u64);
        let mut arrived: [Vec<u64>; 2] = Default::default();
        for _ in 0..2_000 {
            match rng.below(400) {
                0..100 => {
                    let variable = ("n".to_owned(), fired.to_string());
                    control.fire_event("support_conference_begin", None, &[variable]).unwrap();
                    fired += 1;
                }
                100..250 => under_way.extend(control.take_delivery()),
                250..360 if !under_way.is_empty() => {
                    let chosen = usize::try_from(rng.below(2)).unwrap().min(under_way.len() - 1);
                    let delivery = under_way.remove(chosen);
                    let fine = !rng.once_in(4);
                    if fine {
                        let line = usize::from(delivery.url().starts_with("http://other"));
                        arrived[line].push(told(&delivery)["n"].parse().unwrap());
                    }
                    control.delivered(&delivery, if fine { Ok(200) } else { Ok(500) });
                }
                399 => {
                    let document = control.save().unwrap();
                    control.load(&document).unwrap();
                    loads += 1;
                }
                _ => control.advance(Duration::from_secs(rng.below(20))),
            }
        }
        let lines = control.recipients();
        for (place, arrived) in arrived.iter().enumerate() {
            let count = |name: &str| lines[place][name].as_u64().unwrap();
            let mut distinct = arrived.clone();
            distinct.dedup();
            // Something that was sent before a state was loaded may arrive after what follows it.
            let back = distinct.windows(2).filter(|pair| pair[1] < pair[0]).count();
            assert!(u64::try_from(back).unwrap() <= loads, "seed {seed}: {arrived:?}");
            distinct.sort_unstable();
            distinct.dedup();
            let got = u64::try_from(distinct.len()).unwrap();
            assert!(got > 30, "seed {seed}: {got}");
            let left = fired - got;
            assert!(left <= count("queued") + count("given_up"), "seed {seed}: {left} of {fired} are lost");
            assert!(u64::try_from(arrived.len()).unwrap() - got <= loads * 2, "seed {seed}: {arrived:?}");
        }
    }
}
