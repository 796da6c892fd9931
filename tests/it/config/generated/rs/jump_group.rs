// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! JumpGroup.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jump-group.index",
            "GET",
            "/jump-group",
            |config, _| {
                let call = config.jump_groups().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.index",
            "GET",
            "/jump-group",
            |config, at| {
                let call = config
                    .jump_groups()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
                    .code_name(at.text("code_name", "sample_text_"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.store",
            "POST",
            "/jump-group",
            |config, at| {
                let call = config
                    .jump_groups()
                    .create(
                        api::NewJumpGroup::new(at.text("name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .comments(at.text("comments", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.show",
            "GET",
            "/jump-group/{id}",
            |config, at| {
                let call = config
                    .jump_groups()
                    .get(api::JumpGroupId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.update",
            "PATCH",
            "/jump-group/{id}",
            |config, at| {
                let call = config
                    .jump_groups()
                    .update(
                        api::JumpGroupId::new(at.id("id")),
                        api::JumpGroupPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .comments(at.text("comments", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.destroy",
            "DELETE",
            "/jump-group/{id}",
            |config, at| {
                let call = config
                    .jump_groups()
                    .delete(api::JumpGroupId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.user.index",
            "GET",
            "/jump-group/{id}/user",
            |config, at| {
                let call = config
                    .jump_groups()
                    .users(api::JumpGroupId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.user.index",
            "GET",
            "/jump-group/{id}/user",
            |config, at| {
                let call = config
                    .jump_groups()
                    .users(api::JumpGroupId::new(at.id("id")))
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.user.store",
            "POST",
            "/jump-group/{id}/user",
            |config, at| {
                let call = config
                    .jump_groups()
                    .users(api::JumpGroupId::new(at.id("id")))
                    .create(
                        api::NewJumpGroupUser::new()
                            .user_id(api::UserId::new(at.number("user_id", 1)))
                            .jump_item_role_id(
                                api::JumpItemRoleId::new(at.number("jump_item_role_id", 1)),
                            ),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.user.show",
            "GET",
            "/jump-group/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .jump_groups()
                    .users(api::JumpGroupId::new(at.id("id")))
                    .get(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.user.update",
            "PATCH",
            "/jump-group/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .jump_groups()
                    .users(api::JumpGroupId::new(at.id("id")))
                    .update(
                        api::UserId::new(at.id("user_id")),
                        api::JumpGroupUserPatch::new()
                            .user_id(api::UserId::new(at.number("user_id", 1)))
                            .jump_item_role_id(
                                api::JumpItemRoleId::new(at.number("jump_item_role_id", 1)),
                            ),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-group.user.destroy",
            "DELETE",
            "/jump-group/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .jump_groups()
                    .users(api::JumpGroupId::new(at.id("id")))
                    .delete(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
