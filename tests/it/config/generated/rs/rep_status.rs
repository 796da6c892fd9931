// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! RepStatus.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.rep-status.index",
            "GET",
            "/rep-status",
            |config, _| {
                let call = config.rep_statuses().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.rep-status.index",
            "GET",
            "/rep-status",
            |config, at| {
                let call = config
                    .rep_statuses()
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
            "api.config.rep-status.store",
            "POST",
            "/rep-status",
            |config, at| {
                let call = config
                    .rep_statuses()
                    .create(
                        api::NewRepStatus::new()
                            .name(at.text("name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .display_as(api::RepStatusDisplayAs::from("away")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.rep-status.show",
            "GET",
            "/rep-status/{id}",
            |config, at| {
                let call = config
                    .rep_statuses()
                    .get(api::RepStatusId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.rep-status.update",
            "PATCH",
            "/rep-status/{id}",
            |config, at| {
                let call = config
                    .rep_statuses()
                    .update(
                        api::RepStatusId::new(at.id("id")),
                        api::RepStatusPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .display_as(api::RepStatusDisplayAs::from("away")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.rep-status.destroy",
            "DELETE",
            "/rep-status/{id}",
            |config, at| {
                let call = config
                    .rep_statuses()
                    .delete(api::RepStatusId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
