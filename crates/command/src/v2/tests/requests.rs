//! Every operation, called with everything it takes.

use expect_test::{Expect, expect};
use http::header::{ACCEPT, CONTENT_TYPE};

use super::super::pra::{ClientId, ClientType, FailoverTarget, Lsid, SetFailoverRole, UserId};
use super::*;

#[track_caller]
fn check_all(made: &[Made]) {
    for made in made {
        let request = made.request.as_ref().unwrap();
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

#[test]
fn every_operation_makes_the_request_of_the_specification() {
    check_all(&generated::pra::all(&command(), &At));
    check_all(&generated::rs::all(&rs::CommandV2::new(offline()), &At));
}

#[track_caller]
fn check(request: Result<Request<Bytes>>, expect: Expect) {
    let request = request.unwrap();
    let body = std::str::from_utf8(request.body()).unwrap();
    expect.assert_eq(format!("{} {} {body}", request.method(), request.uri()).trim_end());
}

#[test]
fn a_list_of_clients_is_narrowed_by_kind() {
    let clients = command().clients();
    check(clients.list().request(), expect!["GET /api/command/v2/client"]);
    check(
        clients.list().r#type(ClientType::Gateway).request(),
        expect!["GET /api/command/v2/client?type=gateway"],
    );
    check(
        clients.list().r#type("representative_console".into()).request(),
        expect!["GET /api/command/v2/client?type=representative_console"],
    );
    check(
        clients.connections(ClientId::new(77)).request(),
        expect!["GET /api/command/v2/client/77/connections"],
    );
}

#[test]
fn attributes_are_set_by_code_name() {
    let (sessions, lsid) = (command().sessions(), Lsid::new("0f0e0d0c0b0a09080706050403020100"));
    check(
        sessions.set_attributes(&lsid, [("ticket_ref", "CHG-1204"), ("cost_center", "77")]).request(),
        expect![[
            r#"PATCH /api/command/v2/session/0f0e0d0c0b0a09080706050403020100 {"cost_center":"77","ticket_ref":"CHG-1204"}"#
        ]],
    );
    check(
        sessions.terminate(&lsid).request(),
        expect!["DELETE /api/command/v2/session/0f0e0d0c0b0a09080706050403020100"],
    );
}

#[test]
fn a_session_id_cannot_lead_elsewhere() {
    let sessions = command().sessions();
    check(
        sessions.attributes(&Lsid::new("../user?x")).request(),
        expect!["GET /api/command/v2/session/..%2Fuser%3Fx"],
    );
    assert!(sessions.terminate(&Lsid::new("")).request().is_err());
}

#[test]
fn what_acts_is_sent_as_it_was_meant() {
    check(command().users().logout(UserId::new(5)).request(), expect!["POST /api/command/v2/user/5/logout"]);
    check(
        command().set_failover_role(SetFailoverRole::new(FailoverTarget::Backup)).request(),
        expect![[r#"POST /api/command/v2/failover-role {"role":"backup"}"#]],
    );
    let role = SetFailoverRole::new(FailoverTarget::Backup).data_sync_first(true).force(false);
    check(
        command().set_failover_role(role).request(),
        expect![[
            r#"POST /api/command/v2/failover-role {"role":"backup","data_sync_first":true,"force":false}"#
        ]],
    );
}
