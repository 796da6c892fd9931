//! Waiting, on a clock that runs as fast as it is asked to.

use std::time::Duration;

use bt_sra_core::{Clock as _, ErrorKind};
use bt_sra_xml_model::Lsid;

use super::Lab;
use crate::ClientFilter;
use crate::pra::Command;

const ATTRIBUTES: &str = "<custom_attributes/>";
const REFUSED: &str = "<error>Session not found</error>";

fn info(level: &str) -> String {
    format!(
        "<api_information><api_version>1</api_version><timestamp>1</timestamp><permissions>\
         <permission name='perm_command'>{level}</permission></permissions></api_information>"
    )
}

fn session() -> Lsid {
    Lsid::new("0f0e0d0c0b0a09080706050403020100")
}

fn health(synced: Option<i64>) -> String {
    let synced = synced.map_or_else(String::new, |at| format!("<last_data_sync_time ts='{at}'/>"));
    format!(
        "<health_check><appliance id='00112233445566778899aabbccddeeff'>n</appliance><version>1</version>\
         <success>1</success><failover_role>primary</failover_role>{synced}</health_check>"
    )
}

#[tokio::test]
async fn a_session_has_ended_when_it_was_seen_and_is_no_more() {
    let lab = Lab::new([
        (200, ATTRIBUTES.to_owned()),
        (503, String::new()),
        (200, ATTRIBUTES.to_owned()),
        (200, REFUSED.to_owned()),
        (200, info("read_only")),
    ]);
    Command::new(lab.pipeline.clone()).until_session_ends(&session()).send().await.unwrap();
    assert_eq!(lab.clock.monotonic(), Duration::from_secs(90), "three pauses of half a minute");
    assert_eq!(lab.asked().last().unwrap(), "/api/command action=get_api_info");
}

#[tokio::test]
async fn a_session_that_never_ran_has_not_ended() {
    let lab = Lab::new([(200, REFUSED)]);
    let error = Command::new(lab.pipeline).until_session_ends(&session()).send().await.unwrap_err();
    assert_eq!((error.kind(), error.appliance_message()), (ErrorKind::Appliance, Some("Session not found")));
}

#[tokio::test]
async fn a_permission_that_was_taken_is_no_end_of_a_session() {
    let lab = Lab::new([
        (200, ATTRIBUTES.to_owned()),
        (200, "<error>Denied</error>".to_owned()),
        (200, info("deny")),
    ]);
    let error = Command::new(lab.pipeline).until_session_ends(&session()).send().await.unwrap_err();
    assert_eq!(error.appliance_message(), Some("Denied"));
}

#[tokio::test]
async fn a_wait_ends_at_its_deadline() {
    let lab = Lab::new([(200, ATTRIBUTES)]);
    let wait = Command::new(lab.pipeline).until_session_ends(&session());
    let error = wait.with_deadline(Duration::from_secs(100)).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(lab.clock.monotonic(), Duration::from_secs(100));
}

#[tokio::test]
async fn a_data_sync_is_done_when_its_time_is_another() {
    let old = bt_sra_xml_model::read(health(Some(100)).as_bytes()).unwrap();
    let lab = Lab::new([(200, health(Some(100))), (200, health(None)), (200, health(Some(200)))]);
    let command = Command::new(lab.pipeline.clone());
    let new = command.until_data_sync(&old).send().await.unwrap();
    assert_eq!(new.last_data_sync_time.unwrap().at().as_second(), 200);
    assert_eq!(lab.asked().len(), 3);
}

/// The health of one of a pair.
fn of_pair(id: &str, role: &str) -> String {
    health(None).replace("00112233445566778899aabbccddeeff", id).replace("primary", role)
}

#[tokio::test]
async fn roles_have_changed_when_the_same_appliance_or_its_peer_says_so() {
    let before = bt_sra_xml_model::read(of_pair("aa", "primary").as_bytes()).unwrap();
    for (id, role) in [("aa", "backup"), ("bb", "primary")] {
        let lab = Lab::new([
            (200, of_pair("aa", "primary")),
            // What a site may answer while its data are synchronized.
            (200, "<error>Data synchronization is in progress</error>".to_owned()),
            (200, "<html>Maintenance</html>".to_owned()),
            (404, String::new()),
            (200, of_pair("bb", "backup")),
            (200, of_pair("aa", "none")),
            (200, of_pair(id, role)),
        ]);
        let command = Command::new(lab.pipeline.clone());
        let after = command.until_failover_swap(&before).send().await.unwrap();
        assert_eq!((after.appliance.id.as_str(), after.failover_role.as_str()), (id, role));
        assert_eq!(lab.asked().len(), 7);
    }
}

#[tokio::test]
async fn a_data_sync_is_over_when_a_backup_tells_of_none() {
    let before = bt_sra_xml_model::read(health(Some(100)).as_bytes()).unwrap();
    let lab = Lab::new([(200, health(Some(100))), (200, health(None).replace("primary", "backup"))]);
    Command::new(lab.pipeline.clone()).until_data_sync(&before).send().await.unwrap();
    assert_eq!(lab.asked().len(), 2);
}

#[tokio::test]
async fn a_client_is_waited_for_by_what_it_is() {
    let clients = |names: &[&str]| {
        let one = |name: &&str| {
            format!(
                "<connected_push_agent id='{name}'><hostname>{name}</hostname><platform id='l'>Linux</platform>\
                 <timezone_offset>0</timezone_offset></connected_push_agent>"
            )
        };
        (200, format!("<connected_clients>{}</connected_clients>", names.iter().map(one).collect::<String>()))
    };
    let lab = Lab::new([clients(&[]), clients(&["other"]), clients(&["other", "plant-4"])]);
    let command = Command::new(lab.pipeline.clone());
    let wait = command.until_client_connects(ClientFilter::PushAgent, |client| client.hostname == "plant-4");
    assert_eq!(wait.send().await.unwrap().id.as_str(), "plant-4");
    assert_eq!(lab.asked()[0], "/api/command action=get_connected_clients&type=push_agent");
    assert_eq!(lab.asked().len(), 3);
}

#[tokio::test]
async fn only_what_reads_is_asked_again_and_again() {
    let lab = Lab::new([(200, "<success/>")]);
    let command = Command::new(lab.pipeline.clone());
    let error = command.terminate_session(&session()).until(|_| true).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(lab.asked().is_empty());
}
