// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! SecurityProvider.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.security-provider.index",
            "GET",
            "/security-provider",
            |config, _| {
                let call = config.security_providers().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.security-provider.index",
            "GET",
            "/security-provider",
            |config, _| {
                let call = config
                    .security_providers()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.security-provider.show",
            "GET",
            "/security-provider/{id}",
            |config, at| {
                let call = config
                    .security_providers()
                    .get(api::SecurityProviderId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.security-provider.update",
            "PATCH",
            "/security-provider/{id}",
            |config, at| {
                let call = config
                    .security_providers()
                    .update(
                        api::SecurityProviderId::new(at.id("id")),
                        api::SamlSecurityProviderPatch::new()
                            .available_groups([
                                at.text("available_groups", "sample_text_"),
                            ]),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
