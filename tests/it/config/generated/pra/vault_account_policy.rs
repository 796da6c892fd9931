// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! VaultAccountPolicy.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.vault.account-policy.index",
            "GET",
            "/vault/account-policy",
            |config, _| {
                let call = config.vault_account_policies().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-policy.index",
            "GET",
            "/vault/account-policy",
            |config, at| {
                let call = config
                    .vault_account_policies()
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
            "api.config.vault.account-policy.store",
            "POST",
            "/vault/account-policy",
            |config, at| {
                let call = config
                    .vault_account_policies()
                    .create(
                        api::NewVaultAccountPolicy::new(at.text("name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .description(at.text("description", "sample_text_"))
                            .auto_rotate_credentials(false)
                            .allow_simultaneous_checkout(false)
                            .scheduled_password_rotation(false)
                            .maximum_password_age(at.number("maximum_password_age", 1)),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-policy.show",
            "GET",
            "/vault/account-policy/{id}",
            |config, at| {
                let call = config
                    .vault_account_policies()
                    .get(api::VaultAccountPolicyId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-policy.update",
            "PATCH",
            "/vault/account-policy/{id}",
            |config, at| {
                let call = config
                    .vault_account_policies()
                    .update(
                        api::VaultAccountPolicyId::new(at.id("id")),
                        api::VaultAccountPolicyPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .description(at.text("description", "sample_text_"))
                            .auto_rotate_credentials(false)
                            .allow_simultaneous_checkout(false)
                            .scheduled_password_rotation(false)
                            .maximum_password_age(at.number("maximum_password_age", 1)),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-policy.destroy",
            "DELETE",
            "/vault/account-policy/{id}",
            |config, at| {
                let call = config
                    .vault_account_policies()
                    .delete(api::VaultAccountPolicyId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
