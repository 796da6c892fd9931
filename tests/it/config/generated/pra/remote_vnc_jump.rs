// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! RemoteVncJump.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jump-item.remote-vnc.index",
            "GET",
            "/jump-item/remote-vnc",
            |config, _| {
                let call = config.remote_vnc_jumps().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.remote-vnc.index",
            "GET",
            "/jump-item/remote-vnc",
            |config, at| {
                let call = config
                    .remote_vnc_jumps()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
                    .hostname(at.text("hostname", "sample_text_"))
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
            "api.config.jump-item.remote-vnc.store",
            "POST",
            "/jump-item/remote-vnc",
            |config, at| {
                let call = config
                    .remote_vnc_jumps()
                    .create(
                        api::NewRemoteVncJump::new(
                                at.text("name", "sample_text_"),
                                at.text("hostname", "sample_text_"),
                                api::JumpointId::new(at.number("jumpoint_id", 1)),
                                api::JumpGroupRef::new(
                                    "shared",
                                    at.number("jump_group_id", 1),
                                ),
                            )
                            .port(at.number("port", 100))
                            .tag(at.text("tag", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .jump_policy_id(
                                api::JumpPolicyId::new(at.number("jump_policy_id", 1)),
                            )
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
            "api.config.jump-item.remote-vnc.show",
            "GET",
            "/jump-item/remote-vnc/{id}",
            |config, at| {
                let call = config
                    .remote_vnc_jumps()
                    .get(api::RemoteVncJumpId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.remote-vnc.update",
            "PATCH",
            "/jump-item/remote-vnc/{id}",
            |config, at| {
                let call = config
                    .remote_vnc_jumps()
                    .update(
                        api::RemoteVncJumpId::new(at.id("id")),
                        api::RemoteVncJumpPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .jumpoint_id(
                                api::JumpointId::new(at.number("jumpoint_id", 1)),
                            )
                            .hostname(at.text("hostname", "sample_text_"))
                            .port(at.number("port", 100))
                            .jump_group(
                                api::JumpGroupRef::new(
                                    "shared",
                                    at.number("jump_group_id", 1),
                                ),
                            )
                            .tag(at.text("tag", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .jump_policy_id(
                                api::JumpPolicyId::new(at.number("jump_policy_id", 1)),
                            )
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
            "api.config.jump-item.remote-vnc.destroy",
            "DELETE",
            "/jump-item/remote-vnc/{id}",
            |config, at| {
                let call = config
                    .remote_vnc_jumps()
                    .delete(api::RemoteVncJumpId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.remote-vnc.copy",
            "POST",
            "/jump-item/remote-vnc/{id}/copy",
            |config, at| {
                let call = config
                    .remote_vnc_jumps()
                    .copy(
                        api::RemoteVncJumpId::new(at.id("id")),
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
