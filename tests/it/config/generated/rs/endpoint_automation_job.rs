// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! EndpointAutomationJob.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.endpoint-automation.job.index",
            "GET",
            "/endpoint-automation/job",
            |config, _| {
                let call = config.endpoint_automation_jobs().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.endpoint-automation.job.index",
            "GET",
            "/endpoint-automation/job",
            |config, at| {
                let call = config
                    .endpoint_automation_jobs()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.endpoint-automation.job.store",
            "POST",
            "/endpoint-automation/job",
            |config, at| {
                let call = config
                    .endpoint_automation_jobs()
                    .create(
                        api::NewEndpointAutomationJob::new(
                                at.text("name", "sample_text_"),
                                at.time(),
                                api::OperatingSystem::from("Windows"),
                                [
                                    api::EndpointAutomationEndpointId::new(
                                        at.number("endpoint_ids", 1),
                                    ),
                                ],
                                api::EndpointAutomationPayload::new(
                                        at.text("cmd", "sample_text_"),
                                        at.text("script", "sample_text_"),
                                    )
                                    .resource_ids([
                                        api::EndpointAutomationResourceId::new(
                                            at.number("resource_ids", 1),
                                        ),
                                    ]),
                            )
                            .notes(at.text("notes", "sample_text_"))
                            .tag(at.text("tag", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.endpoint-automation.job.show",
            "GET",
            "/endpoint-automation/job/{id}",
            |config, at| {
                let call = config
                    .endpoint_automation_jobs()
                    .get(api::EndpointAutomationJobId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.endpoint-automation.job.execution.index",
            "GET",
            "/endpoint-automation/job/{id}/execution",
            |config, at| {
                let call = config
                    .endpoint_automation_jobs()
                    .executions(api::EndpointAutomationJobId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
