//! How answers are read: the good ones, every documented error, and what might come some day.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use bt_sra_core::{Error, ErrorKind, ManualClock, Site};
use bt_sra_transport::{Body, Pipeline, Transport};
use expect_test::{Expect, expect};
use http::{Response, StatusCode};

use super::super::pra::{
    Client, ClientConnections, ClientId, Health, Info, Lsid, Message, NonInteractive, SetFailoverRole, UserId,
};
use super::super::{Answer, Call};
use super::*;

const LSID: &str = "0f0e0d0c0b0a09080706050403020100";
const APPLIANCE: &str = "00112233445566778899aabbccddeeff";

/// Answers from a list.
#[derive(Clone, Debug)]
struct Script(Arc<Mutex<VecDeque<(u16, String)>>>);

#[async_trait]
impl Transport for Script {
    async fn send(&self, _request: Request<Bytes>) -> Result<Response<Body>> {
        let (status, body) = self.0.lock().unwrap().pop_front().expect("a request too many");
        let mut response = Response::new(Body::whole(body));
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        Ok(response)
    }
}

/// A way to an appliance that answers these one after the other, and whether it still has some.
fn answering(answers: &[(u16, &str)]) -> (Pipeline, Script) {
    let answers = answers.iter().map(|(status, body)| (*status, (*body).to_owned())).collect();
    let script = Script(Arc::new(Mutex::new(answers)));
    let site = Site::parse("access.example.com").unwrap();
    let clock = Arc::new(ManualClock::impatient());
    (Pipeline::builder(site, Arc::new(script.clone())).clock(clock).build(), script)
}

fn pra(answers: &[(u16, &str)]) -> pra::CommandV2 {
    pra::CommandV2::new(answering(answers).0)
}

#[track_caller]
fn refused<T>(result: Result<T>, expect: Expect) {
    let error = result.err().expect("a refusal");
    expect.assert_eq(&format!("{:?} {error} {:?}", error.kind(), error.field_errors()));
}

#[tokio::test]
async fn clients_are_told_apart_by_type() {
    let body = format!(
        r#"[{{"id":77,"type":"access_console","hostname":"ops-14","platform":"Windows 11","timezone_offset":"-18000",
        "user_id":5,"user_type":"normal","username":"mira","display_name":"Mira","session_count":1,"session_lsids":["{LSID}"]}},
        {{"id":78,"type":"asset_client","hostname":"h","platform":"Linux","timezone_offset":3600,"lsid":"{LSID}"}},
        {{"id":79,"type":"asset_client","hostname":"h","platform":"Linux","timezone_offset":"0","lsid":"{LSID}","non_interactive":"shell","added_later":1}},
        {{"id":80,"type":"gateway","hostname":"g","platform":"Linux","timezone_offset":"0"}},
        {{"id":81,"type":"robot"}}]"#
    );
    let clients = pra(&[(200, &body)]).clients().list().send().await.unwrap();
    let [
        Client::AccessConsole(console),
        Client::AssetClient(plain),
        Client::AssetClient(shell),
        gateway,
        other,
    ] = clients.as_slice()
    else {
        panic!("{clients:?}")
    };
    assert_eq!((console.user_id, console.timezone_offset), (UserId::new(5), -18000));
    assert_eq!(console.session_lsids, [Lsid::new(LSID)]);
    assert_eq!((plain.timezone_offset, &plain.non_interactive), (3600, &None));
    assert_eq!(shell.non_interactive, Some(NonInteractive::Shell));
    assert_eq!(gateway.id(), Some(ClientId::new(80)));
    assert!(matches!(other, Client::Other(json) if json.kind() == Some("robot")));
}

#[tokio::test]
async fn a_missing_member_is_named_with_its_place() {
    let body = r#"[{"id":78,"type":"asset_client","hostname":"h","platform":"x","timezone_offset":"0"}]"#;
    refused(
        pra(&[(200, body)]).clients().list().send().await,
        expect![
            "Decode client list: the answer is not what was expected: missing field `lsid` at line 1, column 85 (HTTP 200) {}"
        ],
    );
    let body = r#"{"id":"seven","connections":[],"events":[]}"#;
    refused(
        pra(&[(200, body)]).clients().connections(ClientId::new(7)).send().await,
        expect![
            "Decode client connections: the answer is not what was expected: expected i64 in `id` at line 1, column 13 (HTTP 200) {}"
        ],
    );
}

#[test]
fn connections_and_events_are_read() {
    let body = format!(
        r#"{{"id":7,"connections":[{{"appliance_id":"{APPLIANCE}","purpose":"primary","receive_traffic_node":false,
        "connected_since":"2026-01-02T03:04:05+00:00","private_ip":"198.51.100.7"}}],
        "events":[{{"time":"2026-01-02T03:04:05+00:00","message":"Connected"}}]}}"#
    );
    let read = ClientConnections::read(body.as_bytes()).unwrap();
    assert_eq!(read.id, ClientId::new(7));
    assert_eq!(read.connections[0].appliance_id.as_str(), APPLIANCE);
    assert_eq!(read.connections[0].connected_since, read.events[0].time);
}

/// The members of health that are always there.
fn health(rest: &str) -> String {
    format!(
        r#"{{"version":"26.1.1","build":"7","appliance_hostname":"a.example.com","appliance_id":"{APPLIANCE}",
        "cluster_role":"single","failover_role":"none"{rest}}}"#
    )
}

#[test]
fn shared_addresses_may_be_missing_null_or_there() {
    for (rest, expected) in [
        ("", None),
        (r#","enabled_shared_ips":null,"last_data_sync":null,"last_data_sync_status":null"#, None),
        (r#","enabled_shared_ips":["2001:db8::7"]"#, Some(vec!["2001:db8::7".to_owned()])),
    ] {
        assert_eq!(Health::read(health(rest).as_bytes()).unwrap().enabled_shared_ips, expected);
    }
}

#[tokio::test]
async fn an_appliance_that_is_not_well_is_an_answer_and_is_asked_once() {
    let (pipeline, script) = answering(&[
        (500, &health(r#","message":"a disk is full","cluster_role_since":null"#)),
        (200, &health("")),
    ]);
    let check: Call<_> = pra::CommandV2::new(pipeline).health();
    let failure = check.clone().send().await.unwrap().unwrap_err();
    assert_eq!(failure.message.as_deref(), Some("a disk is full"));
    assert_eq!(failure.appliance_hostname.as_deref(), Some("a.example.com"));
    assert_eq!(script.0.lock().unwrap().len(), 1);
    assert_eq!(check.send().await.unwrap().unwrap().version, "26.1.1");
}

#[tokio::test]
async fn what_is_not_known_of_a_sick_appliance_is_none() {
    let body = r#"{"message":"x","version":null,"build":"7","failover_role":null}"#;
    let failure = pra(&[(500, body)]).health().send().await.unwrap().unwrap_err();
    assert_eq!((failure.version, failure.build.as_deref(), failure.failover_role), (None, Some("7"), None));
}

#[tokio::test]
async fn a_failure_that_tells_nothing_of_health_is_a_failure() {
    for body in [r#"{"message":"no"}"#, "<html>", "", "[]"] {
        let error: Error = pra(&[(500, body)]).health().send().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Appliance, Some(StatusCode::INTERNAL_SERVER_ERROR))
        );
    }
    let error = pra(&[(404, r#"{"message":"no"}"#)]).health().send().await.unwrap_err();
    assert_eq!(error.appliance_message(), Some("no"));
}

#[test]
fn health_is_awaited_like_anything_else() {
    let well = command().health().until(|health| health.is_ok());
    assert!(format!("{well:?}").contains("health"));
}

#[test]
fn permissions_that_are_not_known_are_kept() {
    let info = Info::read(
        br#"{"permissions":{"perm_command":"read_only","perm_scim":true,"perm_backup":null,"perm_real_time_state":true},
        "current_time":"2026-01-02T03:04:05+00:00","command_api_version":"2.0.0","product":"pra"}"#,
    )
    .unwrap();
    let permissions = info.permissions.unwrap();
    assert_eq!((permissions.perm_scim, permissions.perm_backup), (Some(true), None));
    assert_eq!(permissions.perm_command.unwrap().as_str(), "read_only");
    assert_eq!(permissions.other["perm_real_time_state"].to_text(), "true");
    assert_eq!(permissions.other.len(), 1);
    assert_eq!(info.config_api_version, None);
    assert_eq!(Info::read(b"{}").unwrap().permissions, None);
}

#[test]
fn lists_are_read() {
    let appliances = Vec::<pra::Appliance>::read(
        format!(
            r#"[{{"id":"{APPLIANCE}","name":"a","public_hostname":"a.example.com","cluster_role":"primary",
            "failover_role":"shadow","accepting_connections":true,"timezone_offset":-3600}}]"#
        )
        .as_bytes(),
    )
    .unwrap();
    assert_eq!(appliances[0].failover_role, pra::FailoverRole::Other("shadow".to_owned()));
    let counts = format!(r#"[{{"id":"{APPLIANCE}","access_consoles":1,"asset_clients":2,"gateways":0}}]"#);
    let counts = Vec::<pra::ApplianceClientCount>::read(counts.as_bytes()).unwrap();
    assert_eq!(counts[0].asset_clients, 2);
    let users =
        br#"[{"id":5,"type":"invited","display_name":"Mira","logged_in_since":"2026-01-02T03:04:05+00:00","session_count":2}]"#;
    let users = Vec::<rs::User>::read(users).unwrap();
    assert_eq!(users[0].r#type, Some(rs::UserType::Invited));
    let attributes = br#"[{"code_name":"ticket_ref","display_name":"Ticket","value":"CHG-1204"},{}]"#;
    let attributes = Vec::<rs::SessionAttribute>::read(attributes).unwrap();
    assert_eq!(attributes[0].value.as_deref(), Some("CHG-1204"));
    assert_eq!(Vec::<rs::User>::read(b"[]").unwrap(), []);
}

#[tokio::test]
async fn what_is_done_answers_little() {
    let message = pra(&[(200, r#"{"message":"Set."}"#)]);
    let message: Message =
        message.sessions().set_attributes(&Lsid::new(LSID), [("a", "b")]).send().await.unwrap();
    assert_eq!(message.message.as_deref(), Some("Set."));
    pra(&[(204, "")]).sessions().terminate(&Lsid::new(LSID)).send().await.unwrap();
    pra(&[(204, "")]).users().logout(UserId::new(5)).send().await.unwrap();
}

#[tokio::test]
async fn every_documented_refusal_keeps_the_words_of_the_appliance() {
    let (gone, invalid) =
        (r#"{"message":"Gone."}"#, r#"{"message":"Invalid.","errors":{"ticket_ref":["Unknown."]}}"#);
    let lsid = Lsid::new(LSID);
    let set = |status: u16, body: &str| {
        pra(&[(status, body)]).sessions().set_attributes(&lsid, [("a", "b")]).send()
    };
    refused(
        set(400, r#"{"message":"Too many."}"#).await,
        expect![
            "Appliance session set-attributes: the appliance refused the request (HTTP 400): Too many. {}"
        ],
    );
    refused(
        set(404, gone).await,
        expect!["Appliance session set-attributes: not found (HTTP 404): Gone. {}"],
    );
    refused(
        set(422, invalid).await,
        expect![[
            r#"Appliance session set-attributes: the appliance refused the data (HTTP 422): Invalid.; ticket_ref: Unknown. {"ticket_ref": ["Unknown."]}"#
        ]],
    );
    refused(
        pra(&[(404, gone)]).clients().get(ClientId::new(7)).send().await,
        expect!["Appliance client get: not found (HTTP 404): Gone. {}"],
    );
    refused(
        pra(&[(404, gone)]).clients().connections(ClientId::new(7)).send().await,
        expect!["Appliance client connections: not found (HTTP 404): Gone. {}"],
    );
    refused(
        pra(&[(404, gone)]).sessions().attributes(&lsid).send().await,
        expect!["Appliance session attributes: not found (HTTP 404): Gone. {}"],
    );
    refused(
        pra(&[(404, gone)]).sessions().terminate(&lsid).send().await,
        expect!["Appliance session terminate: not found (HTTP 404): Gone. {}"],
    );
    refused(
        pra(&[(404, gone)]).users().logout(UserId::new(5)).send().await,
        expect!["Appliance user logout: not found (HTTP 404): Gone. {}"],
    );
    refused(
        pra(&[(422, invalid)]).users().logout(UserId::new(5)).send().await,
        expect![[
            r#"Appliance user logout: the appliance refused the data (HTTP 422): Invalid.; ticket_ref: Unknown. {"ticket_ref": ["Unknown."]}"#
        ]],
    );
    let set_role = |status: u16, body: &str| {
        pra(&[(status, body)]).set_failover_role(SetFailoverRole::new("primary".into())).send()
    };
    refused(
        set_role(422, invalid).await,
        expect![[
            r#"Appliance set-failover-role: the appliance refused the data (HTTP 422): Invalid.; ticket_ref: Unknown. {"ticket_ref": ["Unknown."]}"#
        ]],
    );
    refused(
        set_role(500, r#"{"message":"Failed."}"#).await,
        expect!["Appliance set-failover-role: the appliance failed (HTTP 500): Failed. {}"],
    );
}

#[tokio::test]
async fn only_what_reads_sets_or_ends_is_repeated() {
    let (lsid, down) = (Lsid::new(LSID), (503, ""));
    pra(&[down, (200, "[]")]).users().list().send().await.unwrap();
    pra(&[down, (200, "{}")]).sessions().set_attributes(&lsid, [("a", "b")]).send().await.unwrap();
    pra(&[down, (204, "")]).sessions().terminate(&lsid).send().await.unwrap();
    // Ended by the attempt whose answer was lost.
    pra(&[down, (404, "")]).sessions().terminate(&lsid).send().await.unwrap();
    assert!(pra(&[down, (204, "")]).users().logout(UserId::new(5)).send().await.is_err());
    let role = SetFailoverRole::new("backup".into());
    assert!(pra(&[down, (200, "{}")]).set_failover_role(role).send().await.is_err());
}

#[tokio::test]
async fn the_specification_is_downloaded_as_it_is() {
    let answer = pra(&[(200, "openapi: 3.0.0")]).openapi_yaml().send().await.unwrap();
    assert_eq!(&answer.into_body().collect(100).await.unwrap()[..], b"openapi: 3.0.0");
}

#[tokio::test]
async fn what_is_not_typed_is_reached() {
    let command = rs::CommandV2::new(answering(&[(200, "[]")]).0);
    let raw = command.raw(http::Method::GET, "/team", [("a", "b")], None);
    assert_eq!(raw.send().await.unwrap().status(), 200);
}
