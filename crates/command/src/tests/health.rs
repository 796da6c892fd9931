//! The health of an appliance, whichever way it is asked.

use bt_sra_core::ErrorKind;
use expect_test::expect;

use super::Lab;
use crate::rs::Command;
use crate::{Health, HealthSource};

#[tokio::test]
async fn the_plain_endpoint_tells_by_its_status_and_gets_no_token() {
    for (status, text, healthy) in [(200, "All is well\n", true), (500, "The disk is full", false)] {
        let lab = Lab::new([(status, text)]);
        let health: Health = Command::new(lab.pipeline.clone()).plain_health().send().await.unwrap().into();
        assert_eq!((health.source, health.healthy), (HealthSource::Plain, healthy));
        assert_eq!(health.message.as_deref(), Some(text.trim()));
        assert_eq!(lab.asked(), ["/check_health "], "asked once");
        assert!(!lab.seen.lock().unwrap()[0].headers().contains_key("authorization"));
    }
}

#[tokio::test]
async fn what_is_not_the_plain_endpoint_is_not_taken_for_it() {
    for (status, text, kind) in [
        (404, "", ErrorKind::Appliance),
        (503, "busy", ErrorKind::Appliance),
        (204, "", ErrorKind::Decode),
        (200, " <!DOCTYPE html><title>Log in</title>", ErrorKind::Decode),
        (200, "<HTML>", ErrorKind::Decode),
        (200, "<?xml version='1.0'?><html>Sign in</html>", ErrorKind::Decode),
        (200, "<!-- x --><head><title>Proxy", ErrorKind::Decode),
        (200, " ", ErrorKind::Decode),
    ] {
        let lab = Lab::new([(status, text)]);
        let error = Command::new(lab.pipeline).plain_health().send().await.unwrap_err();
        assert_eq!((error.kind(), error.operation()), (kind, Some("health plain")), "{status} {text}");
    }
}

#[tokio::test]
async fn the_xml_action_tells_the_same_and_more() {
    let lab = Lab::new([(
        200,
        "<health_check><appliance id='00112233445566778899aabbccddeeff'>node-1</appliance>\
         <version>24.1.2 (4711-abc)</version><success>0</success><error_message>Disk</error_message>\
         <failover_role>primary</failover_role><enabled_shared_ips><ip>198.51.100.1</ip></enabled_shared_ips>\
         <last_data_sync_time ts='1700000000'>2023-11-14T22:13:20+0000</last_data_sync_time>\
         <last_data_sync_status>Success</last_data_sync_status></health_check>",
    )]);
    let health: Health = Command::new(lab.pipeline).check_health().send().await.unwrap().into();
    expect![[r#"{"source":"xml","healthy":false,"message":"Disk","appliance_id":"00112233445566778899aabbccddeeff","hostname":"node-1","version":"24.1.2","build":"4711-abc","failover_role":"primary","enabled_shared_ips":["198.51.100.1"],"last_data_sync":"2023-11-14T22:13:20+00:00","last_data_sync_status":"Success"}"#]]
        .assert_eq(&serde_json::to_string(&health).unwrap());
}
