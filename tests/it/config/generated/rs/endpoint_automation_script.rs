// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! EndpointAutomationScript.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.endpoint-automation.script.index",
            "GET",
            "/endpoint-automation/script",
            |config, _| {
                let call = config.endpoint_automation_scripts().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.endpoint-automation.script.index",
            "GET",
            "/endpoint-automation/script",
            |config, _| {
                let call = config
                    .endpoint_automation_scripts()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.endpoint-automation.script.store",
            "POST",
            "/endpoint-automation/script",
            |config, at| {
                let call = config
                    .endpoint_automation_scripts()
                    .create(
                        api::NewEndpointAutomationScript::new(
                                at.text("name", "sample_text_"),
                                at.text("cmd", "sample_text_"),
                                at.text("script", "sample_text_"),
                                api::OperatingSystem::from("Windows"),
                            )
                            .description(at.text("description", "sample_text_"))
                            .tag(at.text("tag", "sample_text_"))
                            .resource_ids([
                                api::EndpointAutomationResourceId::new(
                                    at.number("resource_ids", 1),
                                ),
                            ]),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.endpoint-automation.script.show",
            "GET",
            "/endpoint-automation/script/{id}",
            |config, at| {
                let call = config
                    .endpoint_automation_scripts()
                    .get(api::EndpointAutomationScriptId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.endpoint-automation.script.resource",
            "GET",
            "/endpoint-automation/script/{id}/resource",
            |config, at| {
                let call = config
                    .endpoint_automation_scripts()
                    .resources(api::EndpointAutomationScriptId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
