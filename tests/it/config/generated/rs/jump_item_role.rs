// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! JumpItemRole.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

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
