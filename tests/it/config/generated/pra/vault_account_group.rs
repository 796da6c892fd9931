// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! VaultAccountGroup.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.vault.account-group.index",
            "GET",
            "/vault/account-group",
            |config, _| {
                let call = config.vault_account_groups().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.index",
            "GET",
            "/vault/account-group",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.store",
            "POST",
            "/vault/account-group",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .create(
                        api::NewVaultAccountGroup::new(at.text("name", "sample_text_"))
                            .description(at.text("description", "sample_text_"))
                            .account_policy(at.text("account_policy", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.show",
            "GET",
            "/vault/account-group/{id}",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .get(api::VaultAccountGroupId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.update",
            "PATCH",
            "/vault/account-group/{id}",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .update(
                        api::VaultAccountGroupId::new(at.id("id")),
                        api::VaultAccountGroupPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .description(at.text("description", "sample_text_"))
                            .account_policy(at.text("account_policy", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.destroy",
            "DELETE",
            "/vault/account-group/{id}",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .delete(api::VaultAccountGroupId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.account.index",
            "GET",
            "/vault/account-group/{id}/account",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .accounts(api::VaultAccountGroupId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.account.index",
            "GET",
            "/vault/account-group/{id}/account",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .accounts(api::VaultAccountGroupId::new(at.id("id")))
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.account.store",
            "POST",
            "/vault/account-group/{id}/account",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .accounts(api::VaultAccountGroupId::new(at.id("id")))
                    .create(api::VaultAccountId::new(at.number("account_id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.account.show",
            "GET",
            "/vault/account-group/{id}/account/{account_id}",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .accounts(api::VaultAccountGroupId::new(at.id("id")))
                    .get(api::VaultAccountId::new(at.id("account_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.account.destroy",
            "DELETE",
            "/vault/account-group/{id}/account/{account_id}",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .accounts(api::VaultAccountGroupId::new(at.id("id")))
                    .delete(api::VaultAccountId::new(at.id("account_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.jump-item-association.show",
            "GET",
            "/vault/account-group/{id}/jump-item-association",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .jump_item_association(api::VaultAccountGroupId::new(at.id("id")))
                    .get()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.jump-item-association.update",
            "PATCH",
            "/vault/account-group/{id}/jump-item-association",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .jump_item_association(api::VaultAccountGroupId::new(at.id("id")))
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
            "api.config.vault.account-group.jump-item-association.jump-item.store",
            "POST",
            "/vault/account-group/{id}/jump-item-association/jump-item",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .jump_item_association(api::VaultAccountGroupId::new(at.id("id")))
                    .jump_items()
                    .create(api::JumpItemRef::new("shell_jump", at.number("id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.jump-item-association.jump-item.destroy",
            "DELETE",
            "/vault/account-group/{id}/jump-item-association/jump-item",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .jump_item_association(api::VaultAccountGroupId::new(at.id("id")))
                    .jump_items()
                    .delete(api::JumpItemRef::new("shell_jump", at.number("id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.jump-item-association.shared-jump-group.store",
            "POST",
            "/vault/account-group/{id}/jump-item-association/shared-jump-group",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .jump_item_association(api::VaultAccountGroupId::new(at.id("id")))
                    .shared_jump_groups()
                    .create(api::JumpGroupId::new(at.number("shared_jump_group_id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.jump-item-association.shared-jump-group.destroy",
            "DELETE",
            "/vault/account-group/{id}/jump-item-association/shared-jump-group",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .jump_item_association(api::VaultAccountGroupId::new(at.id("id")))
                    .shared_jump_groups()
                    .delete(api::JumpGroupId::new(at.number("shared_jump_group_id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.user.index",
            "GET",
            "/vault/account-group/{id}/user",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .users(api::VaultAccountGroupId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.user.index",
            "GET",
            "/vault/account-group/{id}/user",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .users(api::VaultAccountGroupId::new(at.id("id")))
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.user.store",
            "POST",
            "/vault/account-group/{id}/user",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .users(api::VaultAccountGroupId::new(at.id("id")))
                    .create(
                        api::NewVaultAccountGroupUser::new()
                            .user_id(api::UserId::new(at.number("user_id", 1)))
                            .role(api::VaultAccountRole::from("inject")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.user.show",
            "GET",
            "/vault/account-group/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .users(api::VaultAccountGroupId::new(at.id("id")))
                    .get(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.user.update",
            "PATCH",
            "/vault/account-group/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .users(api::VaultAccountGroupId::new(at.id("id")))
                    .update(
                        api::UserId::new(at.id("user_id")),
                        api::VaultAccountGroupUserPatch::new()
                            .user_id(api::UserId::new(at.number("user_id", 1)))
                            .role(api::VaultAccountRole::from("inject")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.account-group.user.destroy",
            "DELETE",
            "/vault/account-group/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .vault_account_groups()
                    .users(api::VaultAccountGroupId::new(at.id("id")))
                    .delete(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
