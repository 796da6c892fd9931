// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! VaultEndpoint.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.vault.endpoint.index",
            "GET",
            "/vault/endpoint",
            |config, _| {
                let call = config.vault_endpoints().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.endpoint.index",
            "GET",
            "/vault/endpoint",
            |config, at| {
                let call = config
                    .vault_endpoints()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
                    .hostname(at.text("hostname", "sample_text_"))
                    .description(at.text("description", "sample_text_"))
                    .domain_name(at.text("domain_name", "sample_text_"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.endpoint.associate",
            "POST",
            "/vault/endpoint/{id}/remote-rdp-jump-item-association",
            |config, at| {
                let call = config
                    .vault_endpoints()
                    .remote_rdp_jump_item_association(
                        api::VaultEndpointId::new(at.id("id")),
                        api::RemoteRdpJumpId::new(at.number("id", 1)),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.endpoint.list-candidates",
            "GET",
            "/vault/endpoint/{id}/remote-rdp-jump-item-candidates",
            |config, at| {
                let call = config
                    .vault_endpoints()
                    .remote_rdp_jump_item_candidates(
                        api::VaultEndpointId::new(at.id("id")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
