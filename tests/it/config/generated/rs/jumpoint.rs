// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Jumpoint.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jumpoint.index",
            "GET",
            "/jumpoint",
            |config, _| {
                let call = config.jumpoints().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.index",
            "GET",
            "/jumpoint",
            |config, at| {
                let call = config
                    .jumpoints()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
                    .public_ip(at.text("public_ip", "sample_text_"))
                    .private_ip(at.text("private_ip", "sample_text_"))
                    .hostname(at.text("hostname", "sample_text_"))
                    .code_name(at.text("code_name", "sample_text_"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.store",
            "POST",
            "/jumpoint",
            |config, at| {
                let call = config
                    .jumpoints()
                    .create(
                        api::NewJumpoint::new(
                                at.text("name", "sample_text_"),
                                api::JumpointPlatform::from("windows-x86"),
                            )
                            .code_name(at.text("code_name", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .enabled(false)
                            .clustered(false)
                            .shell_jump_enabled(false)
                            .external_jump_item_network_id(
                                at.text("external_jump_item_network_id", "sample_text_"),
                            )
                            .jzp_enabled(false)
                            .jzp_proxy_hostname(
                                at.text("jzp_proxy_hostname", "sample_text_"),
                            )
                            .jzp_proxy_port(at.number("jzp_proxy_port", 1))
                            .jzp_allow_http_get(false)
                            .jzp_client_address_restrictions_type(
                                api::JumpointJzpClientAddressRestrictionsType::from(
                                    "no_restriction",
                                ),
                            )
                            .jzp_restricted_ips([
                                at.text("jzp_restricted_ips", "sample_text_"),
                            ]),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.show",
            "GET",
            "/jumpoint/{id}",
            |config, at| {
                let call = config
                    .jumpoints()
                    .get(api::JumpointId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.update",
            "PATCH",
            "/jumpoint/{id}",
            |config, at| {
                let call = config
                    .jumpoints()
                    .update(
                        api::JumpointId::new(at.id("id")),
                        api::JumpointPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .enabled(false)
                            .shell_jump_enabled(false)
                            .external_jump_item_network_id(
                                at.text("external_jump_item_network_id", "sample_text_"),
                            )
                            .jzp_enabled(false)
                            .jzp_proxy_hostname(
                                at.text("jzp_proxy_hostname", "sample_text_"),
                            )
                            .jzp_proxy_port(at.number("jzp_proxy_port", 1))
                            .jzp_allow_http_get(false)
                            .jzp_client_address_restrictions_type(
                                api::JumpointJzpClientAddressRestrictionsType::from(
                                    "no_restriction",
                                ),
                            )
                            .jzp_restricted_ips([
                                at.text("jzp_restricted_ips", "sample_text_"),
                            ]),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.destroy",
            "DELETE",
            "/jumpoint/{id}",
            |config, at| {
                let call = config
                    .jumpoints()
                    .delete(api::JumpointId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.download",
            "GET",
            "/jumpoint/{id}/installer",
            |config, at| {
                let call = config
                    .jumpoints()
                    .installer(api::JumpointId::new(at.id("id")));
                Box::pin(Lab::<api::Config>::read(call.send()))
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.node.index",
            "GET",
            "/jumpoint/{id}/node",
            |config, at| {
                let call = config
                    .jumpoints()
                    .nodes(api::JumpointId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.user.index",
            "GET",
            "/jumpoint/{id}/user",
            |config, at| {
                let call = config
                    .jumpoints()
                    .users(api::JumpointId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.user.index",
            "GET",
            "/jumpoint/{id}/user",
            |config, at| {
                let call = config
                    .jumpoints()
                    .users(api::JumpointId::new(at.id("id")))
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.user.store",
            "POST",
            "/jumpoint/{id}/user",
            |config, at| {
                let call = config
                    .jumpoints()
                    .users(api::JumpointId::new(at.id("id")))
                    .create(api::UserId::new(at.number("user_id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.user.show",
            "GET",
            "/jumpoint/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .jumpoints()
                    .users(api::JumpointId::new(at.id("id")))
                    .get(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jumpoint.user.destroy",
            "DELETE",
            "/jumpoint/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .jumpoints()
                    .users(api::JumpointId::new(at.id("id")))
                    .delete(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
