// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! RemoteRdpJump.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jump-item.remote-rdp.index",
            "GET",
            "/jump-item/remote-rdp",
            |config, _| {
                let call = config.remote_rdp_jumps().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.remote-rdp.index",
            "GET",
            "/jump-item/remote-rdp",
            |config, at| {
                let call = config
                    .remote_rdp_jumps()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
                    .hostname(at.text("hostname", "sample_text_"))
                    .jump_group_id(at.number("jump_group_id", 1))
                    .jump_group_type(api::JumpGroupType::from("shared"))
                    .jumpoint_id(api::JumpointId::new(at.number("jumpoint_id", 1)))
                    .endpoint_id(api::VaultEndpointId::new(at.number("endpoint_id", 1)))
                    .tag(at.text("tag", "sample_text_"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.remote-rdp.store",
            "POST",
            "/jump-item/remote-rdp",
            |config, at| {
                let call = config
                    .remote_rdp_jumps()
                    .create(
                        api::NewRemoteRdpJump::new(
                                at.text("name", "sample_text_"),
                                at.text("hostname", "sample_text_"),
                                api::JumpointId::new(at.number("jumpoint_id", 1)),
                                api::JumpGroupRef::new(
                                    "shared",
                                    at.number("jump_group_id", 1),
                                ),
                            )
                            .quality(api::RemoteRdpJumpQuality::from("low"))
                            .console(false)
                            .ignore_untrusted(false)
                            .tag(at.text("tag", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .rdp_username(at.text("rdp_username", "sample_text_"))
                            .domain(at.text("domain", "sample_text_"))
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
            "api.config.jump-item.remote-rdp.show",
            "GET",
            "/jump-item/remote-rdp/{id}",
            |config, at| {
                let call = config
                    .remote_rdp_jumps()
                    .get(api::RemoteRdpJumpId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.remote-rdp.update",
            "PATCH",
            "/jump-item/remote-rdp/{id}",
            |config, at| {
                let call = config
                    .remote_rdp_jumps()
                    .update(
                        api::RemoteRdpJumpId::new(at.id("id")),
                        api::RemoteRdpJumpPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .jumpoint_id(
                                api::JumpointId::new(at.number("jumpoint_id", 1)),
                            )
                            .hostname(at.text("hostname", "sample_text_"))
                            .jump_group(
                                api::JumpGroupRef::new(
                                    "shared",
                                    at.number("jump_group_id", 1),
                                ),
                            )
                            .quality(api::RemoteRdpJumpQuality::from("low"))
                            .console(false)
                            .ignore_untrusted(false)
                            .tag(at.text("tag", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .rdp_username(at.text("rdp_username", "sample_text_"))
                            .domain(at.text("domain", "sample_text_"))
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
            "api.config.jump-item.remote-rdp.destroy",
            "DELETE",
            "/jump-item/remote-rdp/{id}",
            |config, at| {
                let call = config
                    .remote_rdp_jumps()
                    .delete(api::RemoteRdpJumpId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.remote-rdp.copy",
            "POST",
            "/jump-item/remote-rdp/{id}/copy",
            |config, at| {
                let call = config
                    .remote_rdp_jumps()
                    .copy(
                        api::RemoteRdpJumpId::new(at.id("id")),
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
