//! Scenarios: what is wrong with them, and what happens by them.

use bt_sra_core::{ManualClock, Product};
use serde_json::{Value, json};

use super::client::Client;
use crate::{Appliance, Scenario};

#[track_caller]
fn mistakes(document: &Value) -> String {
    Scenario::read(Product::Rs, document).unwrap_err()
}

#[test]
fn every_mistake_is_named_with_its_place() {
    let wrong = mistakes(&json!([
        { "at": 1, "trigger": "health_fails" },
        { "trigger": "rain" },
        { "at": -1, "trigger": "session_joined", "id": "2", "colour": 1 },
        7,
        { "at": 1.5, "trigger": "health_recovers" },
        { "at": 5 },
        { "at": 5, "trigger": "sesion_begin" },
        // PRA has another one of this name.
        { "at": 5, "trigger": "session_begins", "jump_item_id": 1 },
    ]));
    let lines: Vec<&str> = wrong.lines().collect();
    for (line, begins) in lines.iter().zip([
        "step 2: it needs a member `at`",
        "step 2: there is no trigger `rain`; `Control::triggers`",
        "step 3: `at` must be a whole number of seconds",
        "step 3: `id` of `session_joined` must be integer; `session_joined` has no member `colour`",
        "step 4: it is no object",
        "step 5: `at` must be a whole number",
        "step 6: the order needs a member `trigger`",
        "step 7: there is no trigger `sesion_begin`: did you mean `session_begins`?",
        "step 8: `session_begins` has no member `jump_item_id`",
    ]) {
        assert!(line.starts_with(begins), "{line}");
    }
    assert_eq!(lines.len(), 9);
    assert_eq!(mistakes(&json!({})), "a scenario is a list of steps");
    let error = Scenario::parse(Product::Rs, "[\n  {,}\n]").unwrap_err();
    assert_eq!(error, "line 2, column 4: this is no JSON");
    assert!(Scenario::parse(Product::Rs, "[]").unwrap().is_empty());
    let twice = "[{\"at\": 1, \"trigger\": \"health_fails\",\n  \"at\": 2}]";
    let error = Scenario::parse(Product::Rs, twice).unwrap_err();
    assert!(error.starts_with("line 2, column 6: the member `at` is there twice"), "{error}");
    let error = Scenario::parse(Product::Rs, "\u{feff}[]").unwrap_err();
    assert!(error.starts_with("line 1, column 1: a byte order mark"), "{error}");
    let deep = format!("{}{}", "[".repeat(400), "]".repeat(400));
    assert!(Scenario::parse(Product::Rs, &deep).unwrap_err().contains("no JSON"));
    let ordinary = "[{\"at\": 1, \"trigger\": \"session_ended\", \"lsid\": \"\\u00e9\"}]";
    assert_eq!(Scenario::parse(Product::Rs, ordinary).unwrap().len(), 1);
}

fn story() -> Scenario {
    let steps = json!([
        { "at": 60, "trigger": "user_chats", "id": 5, "body": "At once" },
        { "at": 10, "trigger": "session_begins", "customer": "Ada" },
        { "at": 20, "trigger": "session_joined", "id": 5 },
        { "at": 30, "trigger": "session_joined", "id": 9 },
        { "at": 100, "trigger": "session_ended", "id": 5 },
        { "at": 100, "trigger": "shape_set", "name": "no_ts", "on": true },
    ]);
    Scenario::read(Product::Rs, &steps).unwrap()
}

#[test]
fn steps_happen_by_the_clock_each_at_its_own_time() {
    let mut client = Client::new(Appliance::rs().scenario(story()));
    client.later(9);
    assert_eq!(client.lsids().len(), 2);
    client.later(1);
    assert_eq!(client.lsids().len(), 3);
    client.later(500);
    let all = client.appliance.control().sessions();
    let session = &all["ended"][0];
    let start = 1_767_225_600;
    assert_eq!((&session["started"], &session["ended"]), (&json!(start + 10), &json!(start + 100)));
    let events = session["events"].as_array().unwrap();
    let at: Vec<i64> = events.iter().map(|event| event["at"].as_i64().unwrap() - start).collect();
    assert_eq!(at, [10, 10, 20, 60, 100, 100]);
    let plan = client.appliance.control().plan();
    assert_eq!(plan["ahead"], json!([]));
    let failed: Vec<&Value> =
        plan["done"].as_array().unwrap().iter().filter(|step| step.get("failure").is_some()).collect();
    assert_eq!(failed.len(), 1);
    assert!(failed[0]["failure"].as_str().unwrap().contains('9'), "{failed:?}");
    assert!(!client.action("get_logged_in_reps").0.contains(" ts="));
}

#[test]
fn a_scenario_begins_when_it_is_told_to() {
    let mut client = Client::rs();
    client.later(1_000);
    client.appliance.control().play(&story());
    client.later(10);
    assert_eq!(client.lsids().len(), 3);
    assert_eq!(client.appliance.control().plan()["ahead"].as_array().unwrap().len(), 5);
}

#[test]
fn what_goes_on_is_saved_and_loaded() {
    for builder in [Appliance::rs().scenario(story()), Appliance::pra()] {
        let clock = ManualClock::new();
        let mut client = Client::with_clock(builder.clone(), &clock);
        client.later(15);
        client.appliance.control().shape("unconfirmed_elements", true).unwrap();
        client.appliance.control().set_profile(crate::Profile::Documented);
        client.action("generate_session_key&type=support&queue_id=general");
        client.trigger(json!({ "trigger": "health_fails" }));
        let saved = client.appliance.control().save().unwrap();
        let saved: Value = serde_json::from_str(&saved.to_string()).unwrap();
        let other = builder.seed(99).clock(clock.clone()).build();
        other.control().load(&saved).unwrap();
        let mut other = Client { appliance: other, token: client.token.clone() };
        let seen = |client: &Client| {
            let documents: Vec<String> = [
                "check_health",
                "get_logged_in_reps",
                "get_support_teams&showmembers=1",
                "get_connected_client_list",
                "get_connected_clients&include_connections=1",
                "generate_session_key&type=support&queue_id=team:1",
            ]
            .iter()
            .map(|query| client.action(query).0)
            .collect();
            (documents, client.appliance.control().sessions())
        };
        assert_eq!(seen(&client), seen(&other));
        client.appliance.control().advance(std::time::Duration::from_secs(200));
        other.appliance.control().advance(std::time::Duration::from_secs(200));
        assert_eq!(seen(&client), seen(&other));
        client.later(90_000);
        other.later(90_000);
        assert_eq!(seen(&client), seen(&other));
        let damaged = |pointer: &str, value: Value| {
            let mut document = saved.clone();
            *document.pointer_mut(pointer).unwrap() = value;
            client.appliance.control().load(&document).unwrap_err().to_string()
        };
        assert!(damaged("/live/last_client", json!("x")).contains("live.last_client: expected i64"));
        assert!(damaged("/switches/profile", json!("rs-18")).contains("switches.profile"));
        assert!(damaged("/switches/shapes", json!(["rain"])).contains("switches.shapes"));
    }
}

#[test]
fn a_state_from_before_there_was_any_loads_with_the_sample() {
    let client = Client::rs();
    let mut saved = client.appliance.control().save().unwrap();
    saved.as_object_mut().unwrap().remove("live");
    let switches = saved["switches"].as_object_mut().unwrap();
    switches.remove("profile");
    switches.remove("shapes");
    client.appliance.control().load(&saved).unwrap();
    assert_eq!(client.action("get_logged_in_reps").count("rep"), 3);
}
