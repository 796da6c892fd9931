// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! WebJump.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jump-item.web-jump.index",
            "GET",
            "/jump-item/web-jump",
            |config, _| {
                let call = config.web_jumps().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.web-jump.index",
            "GET",
            "/jump-item/web-jump",
            |config, at| {
                let call = config
                    .web_jumps()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
                    .url(at.text("url", "sample_text_"))
                    .jump_group_id(at.number("jump_group_id", 1))
                    .jump_group_type(api::JumpGroupType::from("shared"))
                    .jumpoint_id(api::JumpointId::new(at.number("jumpoint_id", 1)))
                    .tag(at.text("tag", "sample_text_"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.web-jump.store",
            "POST",
            "/jump-item/web-jump",
            |config, at| {
                let call = config
                    .web_jumps()
                    .create(
                        api::NewWebJump::new(
                                at.text("name", "sample_text_"),
                                at.text("url", "sample_text_"),
                                api::JumpointId::new(at.number("jumpoint_id", 1)),
                                api::JumpGroupRef::new(
                                    "shared",
                                    at.number("jump_group_id", 1),
                                ),
                            )
                            .username_format(api::WebJumpUsernameFormat::from("default"))
                            .verify_certificate(false)
                            .authentication_timeout(
                                at.number("authentication_timeout", 1),
                            )
                            .tag(at.text("tag", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .jump_policy_id(
                                api::JumpPolicyId::new(at.number("jump_policy_id", 1)),
                            )
                            .username_field(at.text("username_field", "sample_text_"))
                            .password_field(at.text("password_field", "sample_text_"))
                            .submit_field(at.text("submit_field", "sample_text_"))
                            .session_policy_id(
                                api::SessionPolicyId::new(at.number("session_policy_id", 2)),
                            ),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.web-jump.show",
            "GET",
            "/jump-item/web-jump/{id}",
            |config, at| {
                let call = config
                    .web_jumps()
                    .get(api::WebJumpId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.web-jump.update",
            "PATCH",
            "/jump-item/web-jump/{id}",
            |config, at| {
                let call = config
                    .web_jumps()
                    .update(
                        api::WebJumpId::new(at.id("id")),
                        api::WebJumpPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .jumpoint_id(
                                api::JumpointId::new(at.number("jumpoint_id", 1)),
                            )
                            .url(at.text("url", "sample_text_"))
                            .username_format(api::WebJumpUsernameFormat::from("default"))
                            .verify_certificate(false)
                            .jump_group(
                                api::JumpGroupRef::new(
                                    "shared",
                                    at.number("jump_group_id", 1),
                                ),
                            )
                            .authentication_timeout(
                                at.number("authentication_timeout", 1),
                            )
                            .tag(at.text("tag", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .jump_policy_id(
                                api::JumpPolicyId::new(at.number("jump_policy_id", 1)),
                            )
                            .username_field(at.text("username_field", "sample_text_"))
                            .password_field(at.text("password_field", "sample_text_"))
                            .submit_field(at.text("submit_field", "sample_text_"))
                            .session_policy_id(
                                api::SessionPolicyId::new(at.number("session_policy_id", 2)),
                            ),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.web-jump.destroy",
            "DELETE",
            "/jump-item/web-jump/{id}",
            |config, at| {
                let call = config
                    .web_jumps()
                    .delete(api::WebJumpId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.web-jump.copy",
            "POST",
            "/jump-item/web-jump/{id}/copy",
            |config, at| {
                let call = config
                    .web_jumps()
                    .copy(
                        api::WebJumpId::new(at.id("id")),
                        api::CopyJumpItem::new(
                            at.text("name", "sample_text_"),
                            api::JumpGroupRef::new(
                                "shared",
                                at.number("jump_group_id", 1),
                            ),
                        ),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
