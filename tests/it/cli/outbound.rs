//! What the simulated appliance sends, received by `listen` and `ticket serve`.

use std::process::Stdio;
use std::time::{Duration, Instant};

use bt_sra_simulator::{Appliance, Recipient, TicketSystem};
use serde_json::{Value, json};

use super::listen::{Serving, btapi};
use super::site::Site;

/// Waits until there is something.
fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    #[expect(clippy::disallowed_methods, reason = "another process needs real time")]
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[cfg(unix)]
#[test]
fn every_event_of_a_simulated_site_arrives_in_order() {
    let site = Site::of(Appliance::rs().seed(7).items(5));
    let control = site.server.control();
    let line = "listen --bind 127.0.0.1:0 --out events";
    let server = Serving::start(btapi(site.home(), line), 1);
    let url = format!("http://{}/?place=rack-7", server.address());
    control.add_recipient(Recipient::new("btapi", url).unwrap()).unwrap();
    let names = control.event_names();
    for round in 0..50 {
        for name in &names {
            let variables = [("round".to_owned(), round.to_string())];
            assert_eq!(control.fire_event(name, None, &variables), Ok(1));
        }
    }
    let count = names.len() * 50;
    until("all are delivered", || {
        let recipients = control.recipients();
        assert_ne!(recipients[0]["status"], "failing", "{recipients}");
        (recipients[0]["delivered"] == json!(count)).then_some(())
    });
    let text = std::fs::read_to_string(site.home().join("events")).unwrap();
    let records: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let found: Vec<(&str, usize)> = records
        .iter()
        .map(|record| {
            let round = record["fields"]["round"].as_str().unwrap();
            (record["event"].as_str().unwrap(), round.parse().unwrap())
        })
        .collect();
    let sent: Vec<(&str, usize)> =
        (0..50).flat_map(|round| names.iter().map(move |name| (*name, round))).collect();
    assert_eq!(found, sent);
    for record in &records {
        assert_eq!(record["query"]["place"], "rack-7");
        assert_eq!(record["duplicate"], false);
        assert!(record["timestamp"].is_string(), "{record}");
    }
    let (code, said) = server.stop();
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[cfg(unix)]
#[test]
fn a_session_begins_when_its_ticket_is_allowed() {
    let site = Site::of(Appliance::pra().seed(7).items(20));
    site.btapi("update jump-item/shell-jump 1").stdin(r#"{"jump_policy_id": 3}"#).stdout();
    let script = "#!/bin/sh\ncase \"$(cat)\" in\n*CHG-1204*) echo allow Go on;;\n*) echo deny No such change;;\nesac\n";
    std::fs::write(site.home().join("check.sh"), script).unwrap();
    let control = site.server.control();
    for reply in ["form", "json"] {
        // Answers go to the appliance with TLS, which is checked.
        let line = format!(
            "ticket serve --bind 127.0.0.1:0 --journal {reply} --reply {reply} --appliance {} --exec sh check.sh",
            site.server.site()
        );
        let mut command = btapi(site.home(), &line);
        command.env("BT_CA_FILE", site.home().join("ca.pem")).stdout(Stdio::null());
        let server = Serving::start(command, 1);
        let url = format!("http://{}/tickets", server.address());
        control.set_ticket_system(Some(TicketSystem::new(url).unwrap()));
        for (ticket, state, message) in
            [("CHG-1204", "allowed", "Go on"), ("CHG-9", "denied", "No such change")]
        {
            let asked = control
                .trigger(&json!({
                    "trigger": "jump_item_started", "id": 2, "jump_item_type": "shell_jump", "jump_item_id": 1,
                    "ticket_id": ticket,
                }))
                .unwrap();
            let request = until("it is decided", || {
                let all = control.tickets();
                let found =
                    all.as_array().unwrap().iter().find(|one| one["request_id"] == asked["request_id"]);
                let found = found.unwrap().clone();
                (!matches!(found["state"].as_str().unwrap(), "made" | "received")).then_some(found)
            });
            assert_eq!(
                (&request["state"], &request["message"]),
                (&json!(state), &json!(message)),
                "{request}"
            );
            assert_eq!(request["lsid"].is_string(), state == "allowed");
            assert_eq!(request["refused_replies"], 0);
        }
        let (code, said) = server.stop();
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains(": allow, delivered") && said.contains(": deny, delivered"), "{said}");
    }
}
