// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! GroupPolicy.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.group-policy.index",
            "GET",
            "/group-policy",
            |config, _| {
                let call = config.group_policies().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.index",
            "GET",
            "/group-policy",
            |config, at| {
                let call = config
                    .group_policies()
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
            "api.config.group-policy.store",
            "POST",
            "/group-policy",
            |config, at| {
                let call = config
                    .group_policies()
                    .create(
                        api::NewGroupPolicy::new(at.text("name", "sample_text_"))
                            .perm_access_allowed(false)
                            .access_perm_status(
                                api::GroupPolicyAccessPermStatus::from("not_defined"),
                            )
                            .perm_share_other_team(false)
                            .perm_invite_external_user(false)
                            .perm_session_idle_timeout(
                                at.number("perm_session_idle_timeout", 1),
                            )
                            .perm_extended_availability_mode_allowed(false)
                            .perm_edit_external_key(false)
                            .perm_collaborate(false)
                            .perm_collaborate_control(false)
                            .perm_jump_client(false)
                            .perm_local_jump(false)
                            .perm_remote_jump(false)
                            .perm_remote_vnc(false)
                            .perm_remote_rdp(false)
                            .perm_shell_jump(false)
                            .perm_web_jump(false)
                            .perm_protocol_tunnel(false)
                            .perm_sd_static_port_for_external_tools(false)
                            .default_jump_item_role_id(
                                api::JumpItemRoleId::new(
                                    at.number("default_jump_item_role_id", 1),
                                ),
                            )
                            .private_jump_item_role_id(
                                api::JumpItemRoleId::new(
                                    at.number("private_jump_item_role_id", 1),
                                ),
                            )
                            .inferior_jump_item_role_id(
                                api::JumpItemRoleId::new(
                                    at.number("inferior_jump_item_role_id", 1),
                                ),
                            )
                            .unassigned_jump_item_role_id(
                                api::JumpItemRoleId::new(
                                    at.number("unassigned_jump_item_role_id", 1),
                                ),
                            ),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.show",
            "GET",
            "/group-policy/{id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .get(api::GroupPolicyId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.update",
            "PATCH",
            "/group-policy/{id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .update(
                        api::GroupPolicyId::new(at.id("id")),
                        api::GroupPolicyPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .perm_access_allowed(false)
                            .access_perm_status(
                                api::GroupPolicyAccessPermStatus::from("not_defined"),
                            )
                            .perm_share_other_team(false)
                            .perm_invite_external_user(false)
                            .perm_session_idle_timeout(
                                at.number("perm_session_idle_timeout", 1),
                            )
                            .perm_extended_availability_mode_allowed(false)
                            .perm_edit_external_key(false)
                            .perm_collaborate(false)
                            .perm_collaborate_control(false)
                            .perm_jump_client(false)
                            .perm_local_jump(false)
                            .perm_remote_jump(false)
                            .perm_remote_vnc(false)
                            .perm_remote_rdp(false)
                            .perm_shell_jump(false)
                            .perm_web_jump(false)
                            .perm_protocol_tunnel(false)
                            .perm_sd_static_port_for_external_tools(false)
                            .default_jump_item_role_id(
                                api::JumpItemRoleId::new(
                                    at.number("default_jump_item_role_id", 1),
                                ),
                            )
                            .private_jump_item_role_id(
                                api::JumpItemRoleId::new(
                                    at.number("private_jump_item_role_id", 1),
                                ),
                            )
                            .inferior_jump_item_role_id(
                                api::JumpItemRoleId::new(
                                    at.number("inferior_jump_item_role_id", 1),
                                ),
                            )
                            .unassigned_jump_item_role_id(
                                api::JumpItemRoleId::new(
                                    at.number("unassigned_jump_item_role_id", 1),
                                ),
                            ),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.destroy",
            "DELETE",
            "/group-policy/{id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .delete(api::GroupPolicyId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vault.group-policy.copy",
            "POST",
            "/group-policy/{id}/copy",
            |config, at| {
                let call = config
                    .group_policies()
                    .copy(
                        api::GroupPolicyId::new(at.id("id")),
                        at.text("name", "sample_text_"),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.provision",
            "POST",
            "/group-policy/{id}/provision",
            |config, at| {
                let call = config
                    .group_policies()
                    .provision(api::GroupPolicyId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.jump-group.index",
            "GET",
            "/group-policy/{id}/jump-group",
            |config, at| {
                let call = config
                    .group_policies()
                    .jump_groups(api::GroupPolicyId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.jump-group.store",
            "POST",
            "/group-policy/{id}/jump-group",
            |config, at| {
                let call = config
                    .group_policies()
                    .jump_groups(api::GroupPolicyId::new(at.id("id")))
                    .create(
                        api::NewGroupPolicyJumpGroup::new()
                            .jump_group_id(
                                api::JumpGroupId::new(at.number("jump_group_id", 1)),
                            )
                            .jump_item_role_id(
                                api::JumpItemRoleId::new(at.number("jump_item_role_id", 1)),
                            )
                            .jump_policy_id(
                                api::JumpPolicyId::new(at.number("jump_policy_id", 1)),
                            ),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.jump-group.show",
            "GET",
            "/group-policy/{id}/jump-group/{jump_group_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .jump_groups(api::GroupPolicyId::new(at.id("id")))
                    .get(api::JumpGroupId::new(at.id("jump_group_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.jump-group.destroy",
            "DELETE",
            "/group-policy/{id}/jump-group/{jump_group_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .jump_groups(api::GroupPolicyId::new(at.id("id")))
                    .delete(api::JumpGroupId::new(at.id("jump_group_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.jumpoints.index",
            "GET",
            "/group-policy/{id}/jumpoint",
            |config, at| {
                let call = config
                    .group_policies()
                    .jumpoints(api::GroupPolicyId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.jumpoints.index",
            "GET",
            "/group-policy/{id}/jumpoint",
            |config, at| {
                let call = config
                    .group_policies()
                    .jumpoints(api::GroupPolicyId::new(at.id("id")))
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.jumpoints.store",
            "POST",
            "/group-policy/{id}/jumpoint",
            |config, at| {
                let call = config
                    .group_policies()
                    .jumpoints(api::GroupPolicyId::new(at.id("id")))
                    .create(api::JumpointId::new(at.number("jumpoint_id", 1)))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.jumpoints.show",
            "GET",
            "/group-policy/{id}/jumpoint/{jumpoint_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .jumpoints(api::GroupPolicyId::new(at.id("id")))
                    .get(api::JumpointId::new(at.id("jumpoint_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.jumpoints.destroy",
            "DELETE",
            "/group-policy/{id}/jumpoint/{jumpoint_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .jumpoints(api::GroupPolicyId::new(at.id("id")))
                    .delete(api::JumpointId::new(at.id("jumpoint_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.member.index",
            "GET",
            "/group-policy/{id}/member",
            |config, at| {
                let call = config
                    .group_policies()
                    .members(api::GroupPolicyId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.member.index",
            "GET",
            "/group-policy/{id}/member",
            |config, at| {
                let call = config
                    .group_policies()
                    .members(api::GroupPolicyId::new(at.id("id")))
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.member.store",
            "POST",
            "/group-policy/{id}/member",
            |config, at| {
                let call = config
                    .group_policies()
                    .members(api::GroupPolicyId::new(at.id("id")))
                    .create(
                        api::NewGroupPolicyMember::new()
                            .security_provider_id(
                                api::SecurityProviderId::new(
                                    at.number("security_provider_id", 1),
                                ),
                            )
                            .user_id(api::UserId::new(at.number("user_id", 1))),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.member.show",
            "GET",
            "/group-policy/{id}/member/{member_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .members(api::GroupPolicyId::new(at.id("id")))
                    .get(api::GroupPolicyMemberId::new(at.id("member_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.member.destroy",
            "DELETE",
            "/group-policy/{id}/member/{member_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .members(api::GroupPolicyId::new(at.id("id")))
                    .delete(api::GroupPolicyMemberId::new(at.id("member_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.team.index",
            "GET",
            "/group-policy/{id}/team",
            |config, at| {
                let call = config
                    .group_policies()
                    .teams(api::GroupPolicyId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.team.index",
            "GET",
            "/group-policy/{id}/team",
            |config, at| {
                let call = config
                    .group_policies()
                    .teams(api::GroupPolicyId::new(at.id("id")))
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.team.store",
            "POST",
            "/group-policy/{id}/team",
            |config, at| {
                let call = config
                    .group_policies()
                    .teams(api::GroupPolicyId::new(at.id("id")))
                    .create(
                        api::NewGroupPolicyTeam::new(
                                api::TeamId::new(at.number("team_id", 1)),
                            )
                            .role(api::TeamRole::from("member")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.team.show",
            "GET",
            "/group-policy/{id}/team/{team_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .teams(api::GroupPolicyId::new(at.id("id")))
                    .get(api::TeamId::new(at.id("team_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.team.destroy",
            "DELETE",
            "/group-policy/{id}/team/{team_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .teams(api::GroupPolicyId::new(at.id("id")))
                    .delete(api::TeamId::new(at.id("team_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.vault-account.index",
            "GET",
            "/group-policy/{id}/vault-account",
            |config, at| {
                let call = config
                    .group_policies()
                    .vault_accounts(api::GroupPolicyId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.vault-account.store",
            "POST",
            "/group-policy/{id}/vault-account",
            |config, at| {
                let call = config
                    .group_policies()
                    .vault_accounts(api::GroupPolicyId::new(at.id("id")))
                    .create(
                        api::NewGroupPolicyVaultAccount::new(
                                api::VaultAccountId::new(at.number("account_id", 1)),
                            )
                            .role(api::VaultAccountRole::from("inject")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.vault-account.show",
            "GET",
            "/group-policy/{id}/vault-account/{account_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .vault_accounts(api::GroupPolicyId::new(at.id("id")))
                    .get(api::VaultAccountId::new(at.id("account_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.vault-account.destroy",
            "DELETE",
            "/group-policy/{id}/vault-account/{account_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .vault_accounts(api::GroupPolicyId::new(at.id("id")))
                    .delete(api::VaultAccountId::new(at.id("account_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.vault-account-group.index",
            "GET",
            "/group-policy/{id}/vault-account-group",
            |config, at| {
                let call = config
                    .group_policies()
                    .vault_account_groups(api::GroupPolicyId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.vault-account-group.store",
            "POST",
            "/group-policy/{id}/vault-account-group",
            |config, at| {
                let call = config
                    .group_policies()
                    .vault_account_groups(api::GroupPolicyId::new(at.id("id")))
                    .create(
                        api::NewGroupPolicyVaultAccountGroup::new(
                                api::VaultAccountGroupId::new(
                                    at.number("account_group_id", 1),
                                ),
                            )
                            .group_policy_id(
                                api::GroupPolicyId::new(at.number("group_policy_id", 1)),
                            )
                            .role(api::VaultAccountRole::from("inject")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.vault-account-group.show",
            "GET",
            "/group-policy/{id}/vault-account-group/{account_group_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .vault_account_groups(api::GroupPolicyId::new(at.id("id")))
                    .get(api::VaultAccountGroupId::new(at.id("account_group_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.group-policy.vault-account-group.destroy",
            "DELETE",
            "/group-policy/{id}/vault-account-group/{account_group_id}",
            |config, at| {
                let call = config
                    .group_policies()
                    .vault_account_groups(api::GroupPolicyId::new(at.id("id")))
                    .delete(api::VaultAccountGroupId::new(at.id("account_group_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
