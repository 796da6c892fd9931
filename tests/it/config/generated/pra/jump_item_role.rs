// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! JumpItemRole.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jump-item-role.index",
            "GET",
            "/jump-item-role",
            |config, _| {
                let call = config.jump_item_roles().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item-role.index",
            "GET",
            "/jump-item-role",
            |config, at| {
                let call = config
                    .jump_item_roles()
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
            "api.config.jump-item-role.show",
            "GET",
            "/jump-item-role/{id}",
            |config, at| {
                let call = config
                    .jump_item_roles()
                    .get(api::JumpItemRoleId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
