// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! VaultAccount.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.vault.account.index",
            "GET",
            "/vault/account",
            |config, _| {
                let call = config.vault_accounts().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.index",
            "GET",
            "/vault/account",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .r#type(api::VaultAccountType::from("username_password"))
                    .name(at.text("name", "sample_text_"))
                    .include_personal(false)
                    .account_group_id(
                        api::VaultAccountGroupId::new(at.number("account_group_id", 1)),
                    )
                    .endpoint_id(api::VaultEndpointId::new(at.number("endpoint_id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.store",
            "POST",
            "/vault/account",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .create(
                        api::NewVaultUsernamePasswordAccount::new(
                                at.text("name", "sample_text_"),
                                at.text("username", "sample_text_"),
                                "hunter2-hunter2",
                            )
                            .description(at.text("description", "sample_text_"))
                            .account_group_id(
                                api::VaultAccountGroupId::new(
                                    at.number("account_group_id", 1),
                                ),
                            )
                            .account_policy(at.text("account_policy", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.store",
            "POST",
            "/vault/account",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .create(
                        api::NewVaultTokenAccount::new(
                                at.text("name", "sample_text_"),
                                "hunter2-hunter2",
                            )
                            .description(at.text("description", "sample_text_"))
                            .account_group_id(
                                api::VaultAccountGroupId::new(
                                    at.number("account_group_id", 1),
                                ),
                            )
                            .account_policy(at.text("account_policy", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.store",
            "POST",
            "/vault/account",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .create(
                        api::NewVaultSshAccount::new(
                                at.text("name", "sample_text_"),
                                at.text("username", "sample_text_"),
                                "hunter2-hunter2",
                                api::VaultSshAccountType::from("ssh"),
                            )
                            .private_key_passphrase("hunter2-hunter2")
                            .private_key_public_cert(
                                at.text("private_key_public_cert", "sample_text_"),
                            )
                            .description(at.text("description", "sample_text_"))
                            .account_group_id(
                                api::VaultAccountGroupId::new(
                                    at.number("account_group_id", 1),
                                ),
                            )
                            .account_policy(at.text("account_policy", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.store",
            "POST",
            "/vault/account",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .create(
                        api::NewVaultX509ImportedCaAccount::new(
                                at.text("name", "sample_text_"),
                                "hunter2-hunter2",
                                at.text("x509_cert", "sample_text_"),
                            )
                            .description(at.text("description", "sample_text_"))
                            .x509_key_passphrase("hunter2-hunter2"),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.store",
            "POST",
            "/vault/account",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .create(
                        api::NewVaultX509GeneratedCaAccount::new(
                                at.text("name", "sample_text_"),
                                at.text("subject", "sample_text_"),
                                api::VaultX509GeneratedCaAccountTtl::from(365),
                                api::KeyAlgorithm::from("rsa_2048"),
                                api::CertDigestAlgorithm::from("sha256"),
                            )
                            .description(at.text("description", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.store",
            "POST",
            "/vault/account",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .create(
                        api::NewVaultX509ClientAccount::new(
                                at.text("name", "sample_text_"),
                                at.text("subject", "sample_text_"),
                                api::VaultAccountId::new(at.number("parent_x509", 1)),
                                api::VaultX509ClientAccountTtl::from(60),
                                api::KeyAlgorithm::from("rsa_2048"),
                                api::CertDigestAlgorithm::from("sha256"),
                            )
                            .description(at.text("description", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.show",
            "GET",
            "/vault/account/{id}",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .get(api::VaultAccountId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.update",
            "PATCH",
            "/vault/account/{id}",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .update(
                        api::VaultAccountId::new(at.id("id")),
                        api::VaultUsernamePasswordAccountPatch::new()
                            .r#type(
                                api::VaultUsernamePasswordAccountType::from(
                                    "username_password",
                                ),
                            )
                            .name(at.text("name", "sample_text_"))
                            .username(at.text("username", "sample_text_"))
                            .password("hunter2-hunter2")
                            .description(at.text("description", "sample_text_"))
                            .account_group_id(
                                api::VaultAccountGroupId::new(
                                    at.number("account_group_id", 1),
                                ),
                            )
                            .account_policy(at.text("account_policy", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.destroy",
            "DELETE",
            "/vault/account/{id}",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .delete(api::VaultAccountId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.check-in",
            "POST",
            "/vault/account/{id}/check-in",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .check_in(api::VaultAccountId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.check-out",
            "POST",
            "/vault/account/{id}/check-out",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .check_out(api::VaultAccountId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.force-check-in",
            "POST",
            "/vault/account/{id}/force-check-in",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .force_check_in(api::VaultAccountId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.rotate",
            "POST",
            "/vault/account/{id}/rotate",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .rotate(api::VaultAccountId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.jump-item-association.show",
            "GET",
            "/vault/account/{id}/jump-item-association",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .jump_item_association(api::VaultAccountId::new(at.id("id")))
                    .get()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.jump-item-association.store",
            "POST",
            "/vault/account/{id}/jump-item-association",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .jump_item_association(api::VaultAccountId::new(at.id("id")))
                    .create(
                        api::NewAccountJumpItemAssociation::new(
                                api::AccountJumpItemAssociationFilterType::from(
                                    "any_jump_items",
                                ),
                            )
                            .criteria(
                                api::AccountJumpItemAssociationCriteria::new()
                                    .shared_jump_groups([
                                        api::JumpGroupId::new(at.number("shared_jump_groups", 1)),
                                    ])
                                    .host([at.text("host", "sample_text_")])
                                    .name([at.text("name", "sample_text_")])
                                    .tag([at.text("tag", "sample_text_")])
                                    .comment([at.text("comment", "sample_text_")]),
                            )
                            .jump_items([
                                api::JumpItemRef::new("shell_jump", at.number("id", 1)),
                            ]),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.jump-item-association.update",
            "PATCH",
            "/vault/account/{id}/jump-item-association",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .jump_item_association(api::VaultAccountId::new(at.id("id")))
                    .update(
                        api::AccountJumpItemAssociationPatch::new()
                            .filter_type(
                                api::AccountJumpItemAssociationFilterType::from(
                                    "any_jump_items",
                                ),
                            )
                            .criteria(
                                api::AccountJumpItemAssociationCriteria::new()
                                    .shared_jump_groups([
                                        api::JumpGroupId::new(at.number("shared_jump_groups", 1)),
                                    ])
                                    .host([at.text("host", "sample_text_")])
                                    .name([at.text("name", "sample_text_")])
                                    .tag([at.text("tag", "sample_text_")])
                                    .comment([at.text("comment", "sample_text_")]),
                            )
                            .jump_items([
                                api::JumpItemRef::new("shell_jump", at.number("id", 1)),
                            ]),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.jump-item-association.destroy",
            "DELETE",
            "/vault/account/{id}/jump-item-association",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .jump_item_association(api::VaultAccountId::new(at.id("id")))
                    .delete()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.jump-item-association.jump-item.store",
            "POST",
            "/vault/account/{id}/jump-item-association/jump-item",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .jump_item_association(api::VaultAccountId::new(at.id("id")))
                    .jump_items()
                    .create(api::JumpItemRef::new("shell_jump", at.number("id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.jump-item-association.jump-item.destroy",
            "DELETE",
            "/vault/account/{id}/jump-item-association/jump-item",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .jump_item_association(api::VaultAccountId::new(at.id("id")))
                    .jump_items()
                    .delete(api::JumpItemRef::new("shell_jump", at.number("id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.jump-item-association.shared-jump-group.store",
            "POST",
            "/vault/account/{id}/jump-item-association/shared-jump-group",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .jump_item_association(api::VaultAccountId::new(at.id("id")))
                    .shared_jump_groups()
                    .create(api::JumpGroupId::new(at.number("shared_jump_group_id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.jump-item-association.shared-jump-group.destroy",
            "DELETE",
            "/vault/account/{id}/jump-item-association/shared-jump-group",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .jump_item_association(api::VaultAccountId::new(at.id("id")))
                    .shared_jump_groups()
                    .delete(api::JumpGroupId::new(at.number("shared_jump_group_id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.user.index",
            "GET",
            "/vault/account/{id}/user",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .users(api::VaultAccountId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.user.index",
            "GET",
            "/vault/account/{id}/user",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .users(api::VaultAccountId::new(at.id("id")))
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.user.store",
            "POST",
            "/vault/account/{id}/user",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .users(api::VaultAccountId::new(at.id("id")))
                    .create(
                        api::NewVaultAccountUser::new()
                            .user_id(api::UserId::new(at.number("user_id", 1)))
                            .role(api::VaultAccountRole::from("inject")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.user.show",
            "GET",
            "/vault/account/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .users(api::VaultAccountId::new(at.id("id")))
                    .get(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.user.update",
            "PATCH",
            "/vault/account/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .users(api::VaultAccountId::new(at.id("id")))
                    .update(
                        api::UserId::new(at.id("user_id")),
                        api::VaultAccountUserPatch::new()
                            .user_id(api::UserId::new(at.number("user_id", 1)))
                            .role(api::VaultAccountRole::from("inject")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account.user.destroy",
            "DELETE",
            "/vault/account/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .vault_accounts()
                    .users(api::VaultAccountId::new(at.id("id")))
                    .delete(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
