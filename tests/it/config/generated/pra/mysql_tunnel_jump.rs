// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! MySqlTunnelJump.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jump-item.mysql-tunnel-jump.index",
            "GET",
            "/jump-item/mysql-tunnel-jump",
            |config, _| {
                let call = config.mysql_tunnel_jumps().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.mysql-tunnel-jump.index",
            "GET",
            "/jump-item/mysql-tunnel-jump",
            |config, at| {
                let call = config
                    .mysql_tunnel_jumps()
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
            "api.config.jump-item.mysql-tunnel-jump.store",
            "POST",
            "/jump-item/mysql-tunnel-jump",
            |config, at| {
                let call = config
                    .mysql_tunnel_jumps()
                    .create(
                        api::NewMySqlTunnelJump::new(
                                at.text("name", "sample_text_"),
                                at.text("hostname", "sample_text_"),
                                api::JumpointId::new(at.number("jumpoint_id", 1)),
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
                            )
                            .tunnel_listen_address(
                                at.text("tunnel_listen_address", "sample_text_"),
                            )
                            .username(at.text("username", "sample_text_"))
                            .database(at.text("database", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.mysql-tunnel-jump.show",
            "GET",
            "/jump-item/mysql-tunnel-jump/{id}",
            |config, at| {
                let call = config
                    .mysql_tunnel_jumps()
                    .get(api::MySqlTunnelJumpId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.mysql-tunnel-jump.update",
            "PATCH",
            "/jump-item/mysql-tunnel-jump/{id}",
            |config, at| {
                let call = config
                    .mysql_tunnel_jumps()
                    .update(
                        api::MySqlTunnelJumpId::new(at.id("id")),
                        api::MySqlTunnelJumpPatch::new()
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
                            .tag(at.text("tag", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .jump_policy_id(
                                api::JumpPolicyId::new(at.number("jump_policy_id", 1)),
                            )
                            .session_policy_id(
                                api::SessionPolicyId::new(at.number("session_policy_id", 2)),
                            )
                            .tunnel_listen_address(
                                at.text("tunnel_listen_address", "sample_text_"),
                            )
                            .username(at.text("username", "sample_text_"))
                            .database(at.text("database", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.mysql-tunnel-jump.destroy",
            "DELETE",
            "/jump-item/mysql-tunnel-jump/{id}",
            |config, at| {
                let call = config
                    .mysql_tunnel_jumps()
                    .delete(api::MySqlTunnelJumpId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.mysql-tunnel-jump.copy",
            "POST",
            "/jump-item/mysql-tunnel-jump/{id}/copy",
            |config, at| {
                let call = config
                    .mysql_tunnel_jumps()
                    .copy(
                        api::MySqlTunnelJumpId::new(at.id("id")),
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
