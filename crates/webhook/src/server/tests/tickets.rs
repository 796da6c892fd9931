//! Requests to approve a ticket ID, from the receipt to the answer.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use bt_sra_core::{Error, ErrorKind, ManualClock, Result, Site};
use bt_sra_transport::{Body, HyperTransport, Transport};
use bytes::Bytes;
use http::{Request, Response};

use super::world::{Ear, Running, post, until};
use crate::server::tickets::{
    ManualApprover, TicketApprover, TicketEndpoint, TicketEndpointBuilder, TicketProbe,
};
use crate::server::{Listener, NoticeKind};
use crate::{Decision, Fields, ReplyForm, TicketRequest};

/// The appliance, as seen from here: takes answers, and answers them as it is told (else 200).
#[derive(Clone, Debug, Default)]
struct Appliance {
    told: Arc<Mutex<Vec<u16>>>,
    got: Arc<Mutex<Vec<String>>>,
}

impl Appliance {
    fn got(&self) -> Vec<String> {
        self.got.lock().unwrap().clone()
    }

    async fn gets(&self, count: usize) -> Vec<String> {
        until(|| Some(self.got()).filter(|got| got.len() >= count)).await
    }
}

#[async_trait]
impl Transport for Appliance {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        let body = String::from_utf8(request.body().to_vec()).unwrap();
        self.got.lock().unwrap().push(format!("{} {body}", request.uri()));
        match self.told.lock().unwrap().pop() {
            Some(0) => Err(Error::new(ErrorKind::Connect, "no connection")),
            status => Ok(Response::builder().status(status.unwrap_or(200)).body(Body::whole("")).unwrap()),
        }
    }
}

/// Says at once what the ticket ID says.
#[derive(Debug)]
struct ById;

#[async_trait]
impl TicketApprover for ById {
    async fn decide(&self, request: &TicketRequest) -> Result<Decision> {
        match request.ticket_id.as_str() {
            "good" => Decision::allow().message("fine").attribute("change", "7"),
            "bad" => Ok(Decision::deny().message("no such ticket")),
            _ => Err(Error::new(ErrorKind::Io, "the ticket system is down")),
        }
    }
}

struct World {
    folder: tempfile::TempDir,
    appliance: Appliance,
    ear: Ear,
    clock: ManualClock,
}

impl World {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            appliance: Appliance::default(),
            ear: Ear::default(),
            clock: ManualClock::new(),
        }
    }

    fn journal(&self) -> std::path::PathBuf {
        self.folder.path().join("journal")
    }

    fn builder(&self, approver: impl TicketApprover + 'static) -> TicketEndpointBuilder {
        let sites = vec![Site::parse("access.example.com").unwrap()];
        TicketEndpoint::builder(Arc::new(approver), sites, Arc::new(self.appliance.clone()), self.journal())
            .observer(Arc::new(self.ear.clone()))
            .clock(Arc::new(self.clock.clone()))
    }

    async fn serve(&self, builder: TicketEndpointBuilder) -> Running {
        // What ran before lets go of the journal in its own time.
        let endpoint = until(|| match builder.clone().build() {
            Ok(endpoint) => Some(endpoint),
            Err(error) if error.to_string().contains("another process") => None,
            Err(error) => panic!("{error}"),
        })
        .await;
        Running::plain(|listener, stop| endpoint.serve(listener, stop)).await
    }
}

fn request(id: &str, ticket: &str) -> String {
    format!(
        "request_id={id}&ticket_id={ticket}&response_url=https%3A%2F%2Faccess.example.com%2Fr%3Fk%3D{id}&user.username=mira"
    )
}

const R: &str = "https://access.example.com/r?k=";

#[tokio::test]
async fn tickets_are_allowed_and_denied() {
    let world = World::new();
    let server = world.serve(world.builder(ById)).await;
    assert_eq!(post(server.address, "/", request("1", "good")).await, 200);
    let allowed = format!("{R}1 response_id=1&response=allow&message=fine&session.custom.change=7");
    assert_eq!(world.appliance.gets(1).await, std::slice::from_ref(&allowed));
    assert_eq!(post(server.address, "/", request("2", "bad")).await, 200);
    let denied = format!("{R}2 response_id=2&response=deny&message=no+such+ticket");
    assert_eq!(world.appliance.gets(2).await, [allowed, denied]);
    // Nobody could decide: nothing is allowed by that.
    assert_eq!(post(server.address, "/", request("3", "other")).await, 200);
    let got = world.appliance.gets(3).await;
    assert_eq!(got[2], format!("{R}3 response_id=3&response=deny&message=The+ticket+could+not+be+checked."));
    let heard = world.ear.hears(NoticeKind::Undecided).await;
    assert_eq!(heard, "request 3 could not be decided on: the ticket system is down; it is denied");
    server.stop().await;
}

#[tokio::test]
async fn the_answer_can_be_json() {
    let world = World::new();
    let server = world.serve(world.builder(ById).reply_form(ReplyForm::Json)).await;
    let body = r#"{"request_id":"1","ticket_id":"bad","response_url":"https://access.example.com/"}"#;
    assert_eq!(post(server.address, "/", body).await, 200);
    let expected =
        r#"https://access.example.com/ {"response_id":"1","response":"deny","message":"no such ticket"}"#;
    assert_eq!(world.appliance.gets(1).await, [expected]);
}

#[tokio::test]
async fn the_receipt_does_not_wait_for_the_decision() {
    let world = World::new();
    let people = ManualApprover::new().with_clock(Arc::new(world.clock.clone()));
    let server = world.serve(world.builder(people.clone())).await;
    assert_eq!(post(server.address, "/", request("1", "x")).await, 200);
    let asked = until(|| people.waiting().pop()).await;
    assert_eq!(asked.request.user.username.as_deref(), Some("mira"));
    assert!(world.appliance.got().is_empty());
    // A repeated request is the same request, and one with its id that is another is none.
    assert_eq!(post(server.address, "/", request("1", "x")).await, 200);
    assert_eq!(post(server.address, "/", request("1", "y")).await, 409);
    assert_eq!(people.waiting().len(), 1);
    assert!(people.answer(asked.number, Decision::allow()));
    assert!(!people.answer(asked.number, Decision::deny()), "it is answered");
    assert_eq!(world.appliance.gets(1).await, [format!("{R}1 response_id=1&response=allow")]);
    world.ear.hears(NoticeKind::Decided).await;
    assert_eq!(post(server.address, "/", request("1", "x")).await, 200);
    assert_eq!(post(server.address, "/", request("1", "y")).await, 409);
    assert!(people.waiting().is_empty());
    assert_eq!(world.appliance.got().len(), 1);
}

#[tokio::test]
async fn a_decision_that_comes_too_late_is_a_denial() {
    let world = World::new();
    let people = ManualApprover::new();
    let server = world.serve(world.builder(people.clone()).decide_within(Duration::from_secs(60))).await;
    assert_eq!(post(server.address, "/", request("1", "x")).await, 200);
    let asked = until(|| people.waiting().pop()).await;
    until(|| (world.clock.sleepers() > 0).then_some(())).await;
    world.clock.advance(Duration::from_secs(60));
    let got = world.appliance.gets(1).await;
    assert_eq!(got, [format!("{R}1 response_id=1&response=deny&message=The+ticket+could+not+be+checked.")]);
    assert!(!people.answer(asked.number, Decision::allow()));
    let heard = world.ear.heard(NoticeKind::Undecided);
    assert_eq!(heard, ["request 1 was not decided on within 60 s; it is denied"]);
}

#[tokio::test]
async fn an_appliance_that_does_not_know_the_request_has_the_last_word() {
    let world = World::new();
    let server = world.serve(world.builder(ById)).await;
    for (status, id) in [(404, "1"), (302, "2"), (410, "3")] {
        world.appliance.told.lock().unwrap().push(status);
        assert_eq!(post(server.address, "/", request(id, "good")).await, 200);
        let expected = format!("request {id}: allow, refused by the appliance with HTTP {status}");
        until(|| world.ear.heard(NoticeKind::NotDelivered).pop().filter(|text| *text == expected)).await;
    }
    assert_eq!(world.appliance.got().len(), 3);
}

#[tokio::test]
async fn an_appliance_that_cannot_be_reached_is_tried_for_a_while() {
    let mut world = World::new();
    world.clock = ManualClock::impatient();
    // The time for decisions must not pass by itself.
    let builder = world.builder(ById).attempts(3);
    *world.appliance.told.lock().unwrap() = vec![200, 0, 503, 0, 0, 0];
    let server = world.serve(builder).await;
    assert_eq!(post(server.address, "/", request("1", "good")).await, 200);
    let text = world.ear.hears(NoticeKind::NotDelivered).await;
    assert_eq!(text, "request 1: allow, not delivered: no connection");
    assert_eq!(post(server.address, "/", request("2", "bad")).await, 200);
    let text = world.ear.hears(NoticeKind::Decided).await;
    assert_eq!(text, "request 2: deny, delivered");
    assert_eq!(world.appliance.got().len(), 6);
}

#[tokio::test]
async fn addresses_that_are_not_the_appliances_are_refused_at_once() {
    let world = World::new();
    let server = world.serve(world.builder(ById)).await;
    for hostile in [
        "https%3A%2F%2Fevil.example%2Fr",
        "http%3A%2F%2Faccess.example.com%2Fr",
        "https%3A%2F%2F127.0.0.1%2Fr",
        "https%3A%2F%2F169.254.169.254%2Flatest",
        "https%3A%2F%2F10.0.0.1%2F",
        "https%3A%2F%2F%5B%3A%3A1%5D%2F",
        "https%3A%2F%2Faccess.example.com%40evil.example%2F",
        "https%3A%2F%2Faccess.example.com%3A8443%2F",
        "file%3A%2F%2F%2Fetc%2Fpasswd",
        "%2Fr",
    ] {
        let body = format!("request_id=1&ticket_id=good&response_url={hostile}");
        assert_eq!(post(server.address, "/", body).await, 400, "{hostile}");
    }
    for body in ["", "request_id=1", "{", "\u{0}"] {
        assert_eq!(post(server.address, "/", body).await, 400, "{body:?}");
    }
    assert_eq!(post(server.address, "/", vec![b'x'; 5 << 20]).await, 413);
    assert_eq!(post(server.address, "/", request("1", "good")).await, 200);
    assert_eq!(world.appliance.gets(1).await.len(), 1);
    assert_eq!(world.ear.heard(NoticeKind::Refused).len(), 15);
    let text = std::fs::read_to_string(world.journal()).unwrap();
    assert!(!text.contains("evil"), "{text}");
}

#[tokio::test]
async fn there_is_room_for_so_many_requests() {
    let world = World::new();
    let server = world.serve(world.builder(ManualApprover::new()).pending(2)).await;
    for (id, status) in [("1", 200), ("2", 200), ("3", 503), ("2", 200)] {
        assert_eq!(post(server.address, "/", request(id, "x")).await, status, "{id}");
    }
}

#[tokio::test]
async fn a_request_outlasts_a_restart_before_its_decision() {
    let world = World::new();
    let people = ManualApprover::new();
    let server = world.serve(world.builder(people.clone())).await;
    assert_eq!(post(server.address, "/", request("1", "x")).await, 200);
    assert_eq!(post(server.address, "/", request("2", "x")).await, 200);
    server.kill().await;
    until(|| people.waiting().is_empty().then_some(())).await;
    half_a_line(&world.journal());
    let server = world.serve(world.builder(ById)).await;
    let mut got = world.appliance.gets(2).await;
    got.sort();
    let denied =
        |id| format!("{R}{id} response_id={id}&response=deny&message=The+ticket+could+not+be+checked.");
    assert_eq!(got, [denied("1"), denied("2")]);
    until(|| (world.ear.heard(NoticeKind::Decided).len() == 2).then_some(())).await;
    server.stop().await;
    // What is done with stays known, however often that is written down anew.
    for _ in 0..2 {
        let server = world.serve(world.builder(people.clone())).await;
        assert_eq!(post(server.address, "/", request("1", "x")).await, 200);
        assert_eq!(post(server.address, "/", request("1", "y")).await, 409);
        assert!(people.waiting().is_empty());
        server.stop().await;
    }
    assert_eq!(world.appliance.got().len(), 2);
}

#[tokio::test]
async fn a_decision_outlasts_a_restart_before_its_delivery() {
    let world = World::new();
    // The appliance is away, and the clock stands: no second attempt.
    *world.appliance.told.lock().unwrap() = vec![0];
    let server = world.serve(world.builder(ById)).await;
    assert_eq!(post(server.address, "/", request("1", "good")).await, 200);
    world.appliance.gets(1).await;
    server.kill().await;
    let people = ManualApprover::new();
    let _server = world.serve(world.builder(people.clone())).await;
    let got = world.appliance.gets(2).await;
    assert_eq!(got[0], got[1]);
    assert!(got[1].contains("response=allow&message=fine&session.custom.change=7"));
    assert!(people.waiting().is_empty());
}

#[tokio::test]
async fn the_time_for_a_decision_goes_on_over_a_restart() {
    let world = World::new();
    let people = ManualApprover::new();
    let server = world.serve(world.builder(people.clone())).await;
    assert_eq!(post(server.address, "/", request("1", "x")).await, 200);
    server.kill().await;
    world.clock.advance(Duration::from_secs(601));
    let _server = world.serve(world.builder(people)).await;
    let heard = world.ear.hears(NoticeKind::Undecided).await;
    assert_eq!(heard, "request 1 was not decided on within 600 s; it is denied");
}

#[tokio::test]
async fn what_was_not_decided_on_in_time_is_denied_without_asking_anew() {
    let world = World::new();
    let server = world.serve(world.builder(ManualApprover::new())).await;
    assert_eq!(post(server.address, "/", request("1", "good")).await, 200);
    server.kill().await;
    world.clock.advance(Duration::from_secs(601));
    // Who decides at once would still be in time.
    let _server = world.serve(world.builder(ById)).await;
    let got = world.appliance.gets(1).await;
    assert_eq!(got, [format!("{R}1 response_id=1&response=deny&message=The+ticket+could+not+be+checked.")]);
}

#[tokio::test]
async fn an_approver_that_panics_allows_nothing_and_keeps_nobody_waiting() {
    #[derive(Debug)]
    struct Careless;

    #[async_trait]
    impl TicketApprover for Careless {
        async fn decide(&self, _request: &TicketRequest) -> Result<Decision> {
            panic!("out of bounds");
        }
    }

    let world = World::new();
    let server = world.serve(world.builder(Careless)).await;
    for id in ["1", "2"] {
        assert_eq!(post(server.address, "/", request(id, "good")).await, 200);
        let expected = format!("request {id}: deny, delivered");
        until(|| world.ear.heard(NoticeKind::Decided).pop().filter(|text| *text == expected)).await;
    }
    let heard = world.ear.heard(NoticeKind::Undecided);
    assert_eq!(heard[0], "request 1 could not be decided on: the approver has panicked; it is denied");
    assert_eq!(post(server.address, "/", request("1", "good")).await, 200);
    assert_eq!(world.appliance.got().len(), 2);
}

#[tokio::test]
async fn an_endpoint_can_be_probed() {
    let world = World::new();
    let transport: Arc<dyn Transport> = Arc::new(HyperTransport::builder().build().unwrap());
    for (form, ticket, decision) in [
        (ReplyForm::Form, "good", Decision::allow().message("fine").attribute("change", "7").unwrap()),
        (ReplyForm::Json, "bad", Decision::deny().message("no such ticket")),
    ] {
        let listener = Listener::plain(([127, 0, 0, 1], 0).into()).await.unwrap();
        let site = Site::parse(&format!("http://{}", listener.address())).unwrap();
        let journal = world.folder.path().join(ticket);
        let builder =
            TicketEndpoint::builder(Arc::new(ById), vec![site.clone()], Arc::clone(&transport), journal);
        let endpoint = builder.reply_form(form).build().unwrap();
        let server = Running::plain(|listener, stop| endpoint.serve(listener, stop)).await;
        let url = format!("http://{}/", server.address).parse().unwrap();
        let fields: Fields = [("ticket_id", ticket)].into_iter().collect();
        let probe = TicketProbe::new(listener, site, Arc::clone(&transport)).form(form);
        let probed = probe.ask(&url, &fields, Duration::from_secs(20)).await.unwrap();
        assert_eq!((probed.decision, probed.form), (decision, form));
    }
}

/// What a kill in the middle of writing leaves.
fn half_a_line(path: &Path) {
    let mut text = std::fs::read(path).unwrap();
    text.extend_from_slice(b"{\"ticket\":\"decision\",\"id\":\"1\",\"allow\":tr");
    std::fs::write(path, text).unwrap();
}

#[test]
fn an_endpoint_needs_an_appliance() {
    let world = World::new();
    let builder = TicketEndpoint::builder(
        Arc::new(ById),
        Vec::new(),
        Arc::new(world.appliance.clone()),
        world.journal(),
    );
    assert_eq!(builder.build().unwrap_err().kind(), ErrorKind::Config);
}
