// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! NetworkTunnelJump.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jump-item.network-tunnel-jump.index",
            "GET",
            "/jump-item/network-tunnel-jump",
            |config, _| {
                let call = config.network_tunnel_jumps().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.network-tunnel-jump.index",
            "GET",
            "/jump-item/network-tunnel-jump",
            |config, at| {
                let call = config
                    .network_tunnel_jumps()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
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
            "api.config.jump-item.network-tunnel-jump.store",
            "POST",
            "/jump-item/network-tunnel-jump",
            |config, at| {
                let call = config
                    .network_tunnel_jumps()
                    .create(
                        api::NewNetworkTunnelJump::new(
                                at.text("name", "sample_text_"),
                                api::JumpointId::new(at.number("jumpoint_id", 1)),
                                api::JumpGroupRef::new(
                                    "shared",
                                    at.number("jump_group_id", 1),
                                ),
                                [
                                    api::NetworkTunnelJumpFilterRule::new(
                                            api::NetworkTunnelJumpFilterRuleIpAddressCidr::new(
                                                at.text("cidr", "sample_text_"),
                                            ),
                                        )
                                        .protocol(api::IpProtocol::from("HOPOPT"))
                                        .ports(
                                            api::NetworkTunnelJumpFilterRulePortRange::new(
                                                api::NetworkTunnelJumpFilterRulePortRangeRange::new(
                                                    at.number("start", 1),
                                                    at.number("end", 1),
                                                ),
                                            ),
                                        ),
                                ],
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
            "api.config.jump-item.network-tunnel-jump.show",
            "GET",
            "/jump-item/network-tunnel-jump/{id}",
            |config, at| {
                let call = config
                    .network_tunnel_jumps()
                    .get(api::NetworkTunnelJumpId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.network-tunnel-jump.update",
            "PATCH",
            "/jump-item/network-tunnel-jump/{id}",
            |config, at| {
                let call = config
                    .network_tunnel_jumps()
                    .update(
                        api::NetworkTunnelJumpId::new(at.id("id")),
                        api::NetworkTunnelJumpPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .jumpoint_id(
                                api::JumpointId::new(at.number("jumpoint_id", 1)),
                            )
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
                            .filter_rules([
                                api::NetworkTunnelJumpFilterRule::new(
                                        api::NetworkTunnelJumpFilterRuleIpAddressCidr::new(
                                            at.text("cidr", "sample_text_"),
                                        ),
                                    )
                                    .protocol(api::IpProtocol::from("HOPOPT"))
                                    .ports(
                                        api::NetworkTunnelJumpFilterRulePortRange::new(
                                            api::NetworkTunnelJumpFilterRulePortRangeRange::new(
                                                at.number("start", 1),
                                                at.number("end", 1),
                                            ),
                                        ),
                                    ),
                            ]),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.network-tunnel-jump.destroy",
            "DELETE",
            "/jump-item/network-tunnel-jump/{id}",
            |config, at| {
                let call = config
                    .network_tunnel_jumps()
                    .delete(api::NetworkTunnelJumpId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-item.network-tunnel-jump.copy",
            "POST",
            "/jump-item/network-tunnel-jump/{id}/copy",
            |config, at| {
                let call = config
                    .network_tunnel_jumps()
                    .copy(
                        api::NetworkTunnelJumpId::new(at.id("id")),
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
