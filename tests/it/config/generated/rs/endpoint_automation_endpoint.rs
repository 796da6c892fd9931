// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! EndpointAutomationEndpoint.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.endpoint-automation.endpoint.index",
            "GET",
            "/endpoint-automation/endpoint",
            |config, _| {
                let call = config.endpoint_automation_endpoints().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.endpoint-automation.endpoint.index",
            "GET",
            "/endpoint-automation/endpoint",
            |config, at| {
                let call = config
                    .endpoint_automation_endpoints()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .operating_system(api::OperatingSystem::from("Windows"))
                    .names(at.text("names", "sample_text_"))
                    .tags(at.text("tags", "sample_text_"))
                    .hostname(at.text("hostname", "sample_text_"))
                    .public_ip(at.text("public_ip", "sample_text_"))
                    .private_ip(at.text("private_ip", "sample_text_"))
                    .jump_group_id(api::JumpGroupId::new(at.number("jump_group_id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.endpoint-automation.endpoint.show",
            "GET",
            "/endpoint-automation/endpoint/{id}",
            |config, at| {
                let call = config
                    .endpoint_automation_endpoints()
                    .get(api::EndpointAutomationEndpointId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
