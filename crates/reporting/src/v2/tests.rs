//! Version 2: the requests of all operations, pages, and how answers are read.

#![cfg(feature = "pra")]

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use bt_sra_core::{ErrorKind, ManualClock, Result, Site};
use bt_sra_transport::{Body, Pipeline, Transport};
use bytes::Bytes;
use expect_test::{Expect, expect};
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{Request, Response, StatusCode};

use super::pra::{ConnectionStatus, DuplicateJumpClientId, DuplicatesToDelete, ReportingV2};
use super::{offline, pra};

#[rustfmt::skip]
mod generated;

/// The request of an operation, and what is known of it.
struct Made {
    id: &'static str,
    method: &'static str,
    /// The template, with the base.
    path: &'static str,
    query: &'static [&'static str],
    has_body: bool,
    is_file: bool,
    request: Result<Request<Bytes>>,
}

/// Sample values.
struct At;

#[allow(dead_code, reason = "which of these are used changes with the version of the API")]
impl At {
    fn id(&self, _name: &str) -> i64 {
        7
    }

    fn number(&self, _name: &str, sample: i64) -> i64 {
        sample
    }

    fn text(&self, _name: &str, sample: &str) -> String {
        sample.to_owned()
    }

    fn step(&self, _name: &str) -> String {
        "7".to_owned()
    }
}

#[test]
fn every_operation_makes_the_request_of_the_specification() {
    for made in generated::pra::all(&ReportingV2::new(offline()), &At) {
        let request = made.request.unwrap();
        let header = |name| request.headers().get(name).map(|value| value.to_str().unwrap());
        let (path, query) = match request.uri().to_string().split_once('?') {
            Some((path, query)) => (path.to_owned(), query.to_owned()),
            None => (request.uri().to_string(), String::new()),
        };
        let names: Vec<&str> = query.split('&').filter_map(|pair| Some(pair.split_once('=')?.0)).collect();
        let filled: Vec<&str> =
            made.path.split('/').map(|step| if step.starts_with('{') { "7" } else { step }).collect();
        assert_eq!((request.method().as_str(), path), (made.method, filled.join("/")), "{}", made.id);
        assert_eq!(names, made.query, "{}", made.id);
        let accept = if made.is_file { "*/*" } else { "application/json" };
        assert_eq!(header(ACCEPT), Some(accept), "{}", made.id);
        let body = made.has_body.then_some("application/json");
        assert_eq!((header(CONTENT_TYPE), !request.body().is_empty()), (body, made.has_body), "{}", made.id);
    }
}

/// Answers from a list, and remembers what was asked.
#[derive(Clone, Debug)]
struct Script {
    answers: Arc<Mutex<VecDeque<(u16, String)>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

#[async_trait]
impl Transport for Script {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        let query = request.uri().query().unwrap_or_default().to_owned();
        self.asked.lock().unwrap().push(query);
        let (status, body) = self.answers.lock().unwrap().pop_front().expect("a request too many");
        let mut response = Response::new(Body::whole(body));
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        Ok(response)
    }
}

fn answering(answers: &[(u16, &str)]) -> (pra::DuplicateJumpClients, Script) {
    let answers = answers.iter().map(|(status, body)| (*status, (*body).to_owned())).collect();
    let script = Script { answers: Arc::new(Mutex::new(answers)), asked: Arc::default() };
    let site = Site::parse("access.example.com").unwrap();
    let clock = Arc::new(ManualClock::impatient());
    let pipeline = Pipeline::builder(site, Arc::new(script.clone())).clock(clock).build();
    (ReportingV2::new(pipeline).duplicate_jump_clients(), script)
}

fn page(offset: i64, total: &str, ids: &[i64]) -> String {
    let items: Vec<String> = ids.iter().map(|id| format!(r#"{{"id":{id},"added_later":1}}"#)).collect();
    let (count, items) = (ids.len(), items.join(","));
    format!(r#"{{"data":{{"items":[{items}],"count":{count},"offset":{offset},"limit":2{total}}}}}"#)
}

/// Walks over a list, and shows its ids, how it ends, and what was asked.
#[track_caller]
fn check(pages: &[&str], offset: Option<i64>, expect: Expect) {
    let answers: Vec<(u16, &str)> = pages.iter().map(|page| (200, *page)).collect();
    let (clients, script) = answering(&answers);
    let mut list = clients.list().limit(2);
    if let Some(offset) = offset {
        list = list.offset(offset);
    }
    let mut items = list.items();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let shown = runtime.block_on(async {
        let mut shown = String::new();
        loop {
            match items.try_next().await {
                Ok(Some(item)) => shown.push_str(&format!("{} ", item.id.unwrap())),
                Ok(None) => return shown,
                Err(error) => shown.push_str(&format!("{:?}: {error} ", error.kind())),
            }
        }
    });
    assert!(script.answers.lock().unwrap().is_empty());
    expect.assert_eq(&format!("{shown}| {}", script.asked.lock().unwrap().join(" | ")));
}

#[test]
fn a_list_goes_on_to_its_total_or_to_an_empty_page() {
    let total = r#","total":3"#;
    check(
        &[&page(0, total, &[1, 2]), &page(2, total, &[3])],
        None,
        expect!["1 2 3 | limit=2 | limit=2&offset=2"],
    );
    check(
        &[&page(0, "", &[1, 2]), &page(2, "", &[3]), &page(3, "", &[])],
        None,
        expect!["1 2 3 | limit=2 | limit=2&offset=2 | limit=2&offset=3"],
    );
    check(&[&page(1, total, &[2, 3])], Some(1), expect!["2 3 | limit=2&offset=1"]);
    // It says that there is more, and sends nothing: that is the end.
    check(&[&page(0, r#","total":9"#, &[])], None, expect!["| limit=2"]);
    check(&[r#"{"data":{}}"#], None, expect!["| limit=2"]);
}

#[test]
fn a_list_does_not_run_in_circles() {
    let total = r#","total":9"#;
    check(
        &[&page(0, total, &[1, 2]), &page(0, total, &[1, 2])],
        None,
        expect![
            "1 2 Decode: duplicate-jump-clients list: the page begins at 0, and was asked for from 2 | limit=2 | limit=2&offset=2"
        ],
    );
}

#[tokio::test]
async fn what_is_asked_for_is_inside_of_data() {
    let body = r#"{"data":{"id":7,"name":"web","status":"online","comments":null}}"#;
    let client = answering(&[(200, body)]).0.get(DuplicateJumpClientId::new(7)).send().await.unwrap();
    assert_eq!((client.id, client.comments), (Some(DuplicateJumpClientId::new(7)), None));
    assert_eq!(client.status, Some(ConnectionStatus::Online));
    let unknown = answering(&[(200, r#"{"data":{"status":"asleep"}}"#)]);
    let unknown = unknown.0.get(DuplicateJumpClientId::new(7)).send().await.unwrap();
    assert_eq!(unknown.status.unwrap().as_str(), "asleep");
    for (body, expect) in [
        ("{}", "missing field `data` at line 1, column 2 (HTTP 200)"),
        (r#"{"data":null}"#, "expected an object in `data` at line 1, column 12 (HTTP 200)"),
        (r#"{"data":[]}"#, "expected an object in `data` at line 1, column 8 (HTTP 200)"),
        (r#"{"data":{"id":"x"}}"#, "expected i64 in `data.id` at line 1, column 17 (HTTP 200)"),
    ] {
        let error = answering(&[(200, body)]).0.get(DuplicateJumpClientId::new(7)).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().ends_with(expect), "{error}");
    }
}

#[tokio::test]
async fn every_documented_refusal_is_an_error_with_its_words() {
    for status in [400, 403, 404, 422] {
        let body = r#"{"message":"no","errors":{"ids":["all of them"]}}"#;
        let (clients, _) = answering(&[(status, body)]);
        let delete = DuplicatesToDelete::new().system_identifiers(["a"]).allow_delete_all(true);
        let error = clients.delete(delete).send().await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.appliance_message(), Some("no"));
        assert_eq!(error.field_errors()["ids"], ["all of them"]);
    }
    let (clients, script) = answering(&[(204, "")]);
    clients.delete(DuplicatesToDelete::new().ids([DuplicateJumpClientId::new(3)])).send().await.unwrap();
    assert_eq!(script.asked.lock().unwrap().len(), 1);
}

#[test]
fn a_deletion_is_sent_as_it_was_meant() {
    let clients = ReportingV2::new(offline()).duplicate_jump_clients();
    let ids = [3, 9].map(DuplicateJumpClientId::new);
    let request = clients.delete(DuplicatesToDelete::new().ids(ids)).request().unwrap();
    assert_eq!(request.uri(), "/api/reporting/v2/duplicate-jump-clients");
    assert_eq!(request.body(), r#"{"ids":[3,9]}"#);
}
