// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! SessionPolicy.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.session-policy.index",
            "GET",
            "/session-policy",
            |config, _| {
                let call = config.session_policies().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.session-policy.index",
            "GET",
            "/session-policy",
            |config, _| {
                let call = config
                    .session_policies()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
