//! Tickets for Jump Items: the request, the reply, and what comes of it.

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};

use super::client::{Client, Reply, send};
use crate::oauth::form;
use crate::{Appliance, Builder, Recipient, ReplyForm, TicketSystem};

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

fn system() -> TicketSystem {
    TicketSystem::new("https://desk.example.com/approve?token=s3cr3t")
        .unwrap()
        .timeout(Duration::from_secs(120))
}

/// A site with a Shell Jump item, the first one, whose policy demands a ticket.
fn desk(builder: Builder) -> Client {
    let client = Client::new(builder.items(20).ticket_system(system()));
    client
        .patch("/jump-item/shell-jump/1", json!({ "jump_policy_id": 3, "tag": "prod", "comments": "a & b" }))
        .expect(200);
    client
}

fn start(client: &Client) -> Value {
    client.trigger(json!({
        "trigger": "jump_item_started", "id": 2, "jump_item_type": "shell_jump", "jump_item_id": 1,
        "ticket_id": "CHG-1204",
    }))
}

/// Takes the request to the ticket system, as if that had answered with this status.
fn asked(client: &Client, status: u16) -> BTreeMap<String, String> {
    let control = client.appliance.control();
    let delivery = control.take_delivery().unwrap();
    assert!(control.take_delivery().is_none());
    assert_eq!(delivery.url(), "https://desk.example.com/approve?token=s3cr3t");
    control.delivered(&delivery, Ok(status));
    form(delivery.body().as_bytes()).into_iter().collect()
}

fn reply(client: &Client, url: &str, media: &str, body: &str) -> Reply {
    let request = Request::post(url).header("content-type", media).header("host", "access.example.com");
    send(&client.appliance, request.body(Bytes::copy_from_slice(body.as_bytes())).unwrap())
}

fn last(client: &Client) -> Value {
    client.appliance.control().tickets().as_array().unwrap().last().unwrap().clone()
}

fn session(client: &Client, lsid: &Value) -> Value {
    let sessions = client.appliance.control().sessions();
    let running = sessions["running"].as_array().unwrap();
    running.iter().find(|session| session["lsid"] == *lsid).cloned().unwrap_or(Value::Null)
}

#[test]
fn a_ticket_system_is_told_who_wants_what() {
    for builder in [Appliance::pra(), Appliance::rs()] {
        let client = desk(builder);
        let row = client.get("/jump-item/shell-jump/1").json;
        let started = start(&client);
        let asked = asked(&client, 200);
        assert_eq!(asked["request_id"], started["request_id"].as_str().unwrap());
        assert_eq!(asked["ticket_id"], "CHG-1204");
        assert!(asked["response_url"].starts_with("https://access.example.com/api/ticket_response/"));
        for (name, expected) in [
            ("jump_item.computer_name", row["hostname"].as_str().unwrap()),
            ("jump_item.type", "shell_jump"),
            ("jump_item.comments", "a & b"),
            ("jump_item.tag", "prod"),
            ("jump_item.public_ip", ""),
            ("jump_item.private_ip", ""),
            ("user.id", "2"),
        ] {
            assert_eq!(asked[name], expected, "{name}");
        }
        for name in [
            "jump_item.group",
            "jump_item.jumpoint_name",
            "user.username",
            "user.public_display_name",
            "user.private_display_name",
            "user.email_address",
        ] {
            assert!(!asked[name].is_empty(), "{name}");
        }
        assert_eq!(
            (&last(&client)["state"], &last(&client)["ticket_id"]),
            (&json!("received"), &json!("CHG-1204"))
        );
    }
}

#[test]
fn an_allowed_start_has_the_attributes_of_the_reply() {
    let products = [(FORM, Appliance::pra(), "AccessSession"), (JSON, Appliance::rs(), "SupportSession")];
    for (media, builder, report) in products {
        let client = desk(builder.recipient(Recipient::new("desk", "http://desk.example.com/").unwrap()));
        start(&client);
        let asked = asked(&client, 200);
        let id = &asked["request_id"];
        let body = match media {
            FORM => format!("response_id={id}&response=allow&message=Go+on&session.custom.ticket_ref=CHG%2D1204&session.custom.external_key=K"),
            _ => json!({ "response_id": id, "response": "allow", "message": "Go on", "session.custom.ticket_ref": "CHG-1204", "session.custom.external_key": "K" }).to_string(),
        };
        reply(&client, &asked["response_url"], media, &body).expect(200);
        let ticket = last(&client);
        assert_eq!(
            (&ticket["state"], &ticket["message"], &ticket["error"]),
            (&json!("allowed"), &json!("Go on"), &Value::Null)
        );
        let session = session(&client, &ticket["lsid"]);
        assert_eq!(session["attributes"], json!({ "ticket_ref": "CHG-1204", "external_key": "K" }));
        assert_eq!((&session["members"][0]["user"], &session["jump_item"]["id"]), (&json!(2), &json!(1)));
        // The event about the beginning has the key already.
        let told = client.appliance.control().take_delivery().unwrap();
        assert!(
            told.body().contains("event=support_conference_begin") && told.body().contains("external_key=K")
        );
        let lsid = ticket["lsid"].as_str().unwrap();
        let reports = client.raw("GET", &format!("/api/reporting?generate_report={report}&lsid={lsid}"), b"");
        let text = String::from_utf8(reports.expect(200).bytes.to_vec()).unwrap();
        assert!(text.contains(lsid) && text.contains("CHG-1204"), "{text}");
        // One start, one reply.
        reply(&client, &asked["response_url"], media, &body).expect(409);
        assert_eq!(last(&client)["refused_replies"], 1);
    }
}

#[test]
fn a_denied_start_is_none_and_late_replies_do_not_count() {
    let client = desk(Appliance::pra());
    let sessions = || client.appliance.control().sessions()["running"].as_array().unwrap().len();
    let before = sessions();
    start(&client);
    let first = asked(&client, 200);
    let deny = |asked: &BTreeMap<String, String>| {
        format!("response_id={}&response=deny&message=Closed", asked["request_id"])
    };
    reply(&client, &first["response_url"], FORM, &deny(&first)).expect(200);
    assert_eq!(
        (&last(&client)["state"], &last(&client)["message"], &last(&client)["lsid"]),
        (&json!("denied"), &json!("Closed"), &Value::Null)
    );
    let allow = format!("response_id={}&response=allow", first["request_id"]);
    reply(&client, &first["response_url"], FORM, &allow).expect(409);
    start(&client);
    let second = asked(&client, 200);
    client.appliance.control().advance(Duration::from_secs(119));
    assert_eq!(last(&client)["state"], "received");
    client.appliance.control().advance(Duration::from_secs(1));
    assert_eq!(last(&client)["state"], "timed_out");
    let allow = format!("response_id={}&response=allow", second["request_id"]);
    reply(&client, &second["response_url"], FORM, &allow).expect(410);
    assert_eq!(sessions(), before);
    assert_eq!(last(&client)["refused_replies"], 1);
}

#[test]
fn a_request_that_does_not_arrive_is_denied() {
    let client = desk(Appliance::pra());
    start(&client);
    let asked = asked(&client, 500);
    let ticket = last(&client);
    assert_eq!(ticket["state"], "undelivered");
    assert!(ticket["error"].as_str().unwrap().contains("500"), "{ticket}");
    reply(
        &client,
        &asked["response_url"],
        FORM,
        &format!("response_id={}&response=allow", asked["request_id"]),
    )
    .expect(410);
    // A reply may be quicker than the receipt.
    start(&client);
    let delivery = client.appliance.control().take_delivery().unwrap();
    let asked: BTreeMap<String, String> = form(delivery.body().as_bytes()).into_iter().collect();
    reply(
        &client,
        &asked["response_url"],
        FORM,
        &format!("response_id={}&response=allow", asked["request_id"]),
    )
    .expect(200);
    client.appliance.control().delivered(&delivery, Err("gone".to_owned()));
    assert_eq!(last(&client)["state"], "allowed");
}

#[test]
fn replies_that_do_not_count_leave_the_request_open() {
    let client = desk(Appliance::pra());
    start(&client);
    let asked = asked(&client, 200);
    let (id, url) = (&asked["request_id"], &asked["response_url"]);
    for (media, body, status, word) in [
        (FORM, String::new(), 400, "response_id"),
        (FORM, format!("response_id={id}"), 400, "response"),
        (FORM, format!("response_id={id}&response=yes"), 400, "response"),
        (FORM, "response_id=x&response=allow".to_owned(), 400, "response_id"),
        (FORM, format!("response_id={id}&response=allow&session.custom.x=1"), 400, "session.custom.x"),
        (
            FORM,
            format!("response_id={id}&response=allow&session.custom.category={}", "x".repeat(1025)),
            400,
            "session.custom.category",
        ),
        (JSON, "{".to_owned(), 400, "JSON"),
        (JSON, format!(r#"{{"response_id": "{id}", "response": true}}"#), 400, "response"),
        ("text/plain", format!("response_id={id}&response=allow"), 415, "form"),
    ] {
        let reply = reply(&client, url, media, &body).expect(status);
        let text = String::from_utf8(reply.bytes.to_vec()).unwrap();
        assert!(text.contains(word), "{body}: {text}");
        assert_eq!(last(&client)["state"], "received");
    }
    reply(&client, &format!("{url}x"), FORM, "").expect(404);
    client.raw("GET", url, b"").expect(405);
    assert_eq!(last(&client)["refused_replies"], 8);
    // The form is a setting.
    for (form, media, other) in [(ReplyForm::Form, JSON, FORM), (ReplyForm::Json, FORM, JSON)] {
        client.appliance.control().set_ticket_system(Some(system().reply(form)));
        reply(&client, url, media, "").expect(415);
        reply(&client, url, other, "").expect(400);
    }
}

#[test]
fn only_policies_that_demand_a_ticket_ask_and_only_where_there_is_a_system() {
    let client = desk(Appliance::pra());
    let order = |id: i64, ticket: Option<&str>| {
        let mut order = json!({ "trigger": "jump_item_started", "id": 2, "jump_item_type": "shell_jump", "jump_item_id": id });
        if let Some(ticket) = ticket {
            order["ticket_id"] = json!(ticket);
        }
        order
    };
    client.patch("/jump-item/shell-jump/2", json!({ "jump_policy_id": null })).expect(200);
    assert!(client.trigger(order(2, None))["lsid"].is_string());
    assert!(client.no_trigger(order(1, None)).contains("ticket_id"));
    assert!(client.no_trigger(order(1, Some(""))).contains("ticket_id"));
    assert!(client.no_trigger(order(999, Some("x"))).contains("999"));
    let direct =
        json!({ "trigger": "session_begins", "id": 2, "jump_item_type": "shell_jump", "jump_item_id": 1 });
    assert!(client.no_trigger(direct.clone()).contains("jump_item_started"));
    client.appliance.control().set_ticket_system(None);
    assert!(client.trigger(order(1, None))["lsid"].is_string());
    client.trigger(direct);
}

#[test]
fn an_allowed_start_can_have_become_impossible() {
    let client = desk(Appliance::pra());
    start(&client);
    let asked = asked(&client, 200);
    client.trigger(json!({ "trigger": "user_logs_out", "id": 2 }));
    reply(
        &client,
        &asked["response_url"],
        FORM,
        &format!("response_id={}&response=allow", asked["request_id"]),
    )
    .expect(200);
    let ticket = last(&client);
    assert_eq!((&ticket["state"], &ticket["lsid"]), (&json!("allowed"), &Value::Null));
    assert!(ticket["error"].as_str().unwrap().contains("user 2"), "{ticket}");
}

#[test]
fn a_state_keeps_requests_and_secrets_are_not_shown() {
    let client = desk(Appliance::pra());
    start(&client);
    let asked = asked(&client, 200);
    let document = client.appliance.control().save().unwrap();
    let other = Client::pra();
    other.appliance.control().load(&document).unwrap();
    let body = format!("response_id={}&response=allow", asked["request_id"]);
    reply(&other, &asked["response_url"], FORM, &body).expect(200);
    assert_eq!(last(&other)["state"], "allowed");
    assert!(TicketSystem::new("http://desk/").unwrap().sensitive(true).is_err());
    client.appliance.control().set_ticket_system(Some(system().sensitive(true).unwrap()));
    assert_eq!(last(&client)["ticket_id"], Value::Null);
    assert!(!format!("{:?}", system()).contains("s3cr3t"));
}

#[test]
fn the_server_names_itself_in_the_url_for_the_reply() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let server = Appliance::pra().items(20).serve().await.unwrap();
        let control = server.control();
        let (id, secret) = (server.client_id(), server.client_secret());
        let token = super::client::token(server.appliance(), &id, &secret);
        let client = Client { appliance: server.appliance().clone(), token };
        client.patch("/jump-item/shell-jump/1", json!({ "jump_policy_id": 3 })).expect(200);
        // Nobody listens there: the request is not delivered, but made.
        control.set_ticket_system(Some(TicketSystem::new("http://127.0.0.1:9/").unwrap()));
        start(&client);
        let url = control.tickets()[0]["response_url"].as_str().unwrap().to_owned();
        assert!(url.starts_with(&format!("https://{}/api/ticket_response/", server.site())), "{url}");
    });
}
