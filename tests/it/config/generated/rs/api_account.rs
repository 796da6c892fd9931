// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! ApiAccount.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.api-account.index",
            "GET",
            "/api-account",
            |config, _| {
                let call = config.api_accounts().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.api-account.index",
            "GET",
            "/api-account",
            |config, at| {
                let call = config
                    .api_accounts()
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
            "api.config.api-account.show",
            "GET",
            "/api-account/{id}",
            |config, at| {
                let call = config
                    .api_accounts()
                    .get(api::ApiAccountId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
