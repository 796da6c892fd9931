// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! JumpClient.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jump-client.index",
            "GET",
            "/jump-client",
            |config, _| {
                let call = config.jump_clients().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-client.index",
            "GET",
            "/jump-client",
            |config, at| {
                let call = config
                    .jump_clients()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
                    .hostname(at.text("hostname", "sample_text_"))
                    .fqdn(at.text("fqdn", "sample_text_"))
                    .tag(at.text("tag", "sample_text_"))
                    .jump_group_id(at.number("jump_group_id", 1))
                    .jump_group_type(api::JumpGroupType::from("shared"))
                    .console_user(at.text("console_user", "sample_text_"))
                    .public_ip(at.text("public_ip", "sample_text_"))
                    .private_ip(at.text("private_ip", "sample_text_"))
                    .connection_type(api::ConnectionType::from("active"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-client.show",
            "GET",
            "/jump-client/{id}",
            |config, at| {
                let call = config
                    .jump_clients()
                    .get(api::JumpClientId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-client.update",
            "PATCH",
            "/jump-client/{id}",
            |config, at| {
                let call = config
                    .jump_clients()
                    .update(
                        api::JumpClientId::new(at.id("id")),
                        api::JumpClientPatch::new()
                            .jump_group(
                                api::JumpGroupRef::new(
                                    "shared",
                                    at.number("jump_group_id", 1),
                                ),
                            )
                            .name(at.text("name", "sample_text_"))
                            .tag(at.text("tag", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .jump_policy_id(
                                api::JumpPolicyId::new(at.number("jump_policy_id", 1)),
                            )
                            .attended_session_policy_id(
                                api::SessionPolicyId::new(
                                    at.number("attended_session_policy_id", 2),
                                ),
                            )
                            .unattended_session_policy_id(
                                api::SessionPolicyId::new(
                                    at.number("unattended_session_policy_id", 2),
                                ),
                            )
                            .public_site_address(
                                at.text("public_site_address", "sample_text_"),
                            )
                            .support_button_profile_code_name(
                                at.text("support_button_profile_code_name", "sample_text_"),
                            )
                            .support_button_direct_queue(
                                at.text("support_button_direct_queue", "sample_text_"),
                            )
                            .customer_client_start_mode(
                                api::CustomerClientStartMode::from("normal"),
                            )
                            .is_quiet(false)
                            .max_offline_minutes(at.number("max_offline_minutes", 1)),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-client.destroy",
            "DELETE",
            "/jump-client/{id}",
            |config, at| {
                let call = config
                    .jump_clients()
                    .delete(api::JumpClientId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-client.copy",
            "POST",
            "/jump-client/{id}/copy",
            |config, at| {
                let call = config
                    .jump_clients()
                    .copy(
                        api::JumpClientId::new(at.id("id")),
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
    lab.call(
            "api.config.jump-client.installer.index",
            "GET",
            "/jump-client/installer",
            |config, _| {
                let call = config.jump_clients().installers().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-client.installer.index",
            "GET",
            "/jump-client/installer",
            |config, at| {
                let call = config
                    .jump_clients()
                    .installers()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .name(at.text("name", "sample_text_"))
                    .hostname(at.text("hostname", "sample_text_"))
                    .fqdn(at.text("fqdn", "sample_text_"))
                    .tag(at.text("tag", "sample_text_"))
                    .jump_group_id(at.number("jump_group_id", 1))
                    .jump_group_type(api::JumpGroupType::from("shared"))
                    .connection_type(api::ConnectionType::from("active"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-client.create-installer",
            "POST",
            "/jump-client/installer",
            |config, at| {
                let call = config
                    .jump_clients()
                    .installers()
                    .create(
                        api::NewJumpClientInstaller::new(
                                api::JumpGroupRef::new(
                                    "shared",
                                    at.number("jump_group_id", 1),
                                ),
                            )
                            .name(at.text("name", "sample_text_"))
                            .jump_policy_id(
                                api::JumpPolicyId::new(at.number("jump_policy_id", 1)),
                            )
                            .tag(at.text("tag", "sample_text_"))
                            .connection_type(api::ConnectionType::from("active"))
                            .attended_session_policy_id(
                                api::SessionPolicyId::new(
                                    at.number("attended_session_policy_id", 2),
                                ),
                            )
                            .unattended_session_policy_id(
                                api::SessionPolicyId::new(
                                    at.number("unattended_session_policy_id", 2),
                                ),
                            )
                            .support_button_profile_code_name(
                                at.text("support_button_profile_code_name", "sample_text_"),
                            )
                            .allow_override_support_button_profile(false)
                            .support_button_direct_queue(
                                at.text("support_button_direct_queue", "sample_text_"),
                            )
                            .allow_override_support_button_direct_queue(false)
                            .comments(at.text("comments", "sample_text_"))
                            .valid_duration(at.number("valid_duration", 10))
                            .elevate_install(false)
                            .elevate_prompt(false)
                            .customer_client_start_mode(
                                api::CustomerClientStartMode::from("normal"),
                            )
                            .allow_override_jump_group(false)
                            .allow_override_jump_policy(false)
                            .allow_override_name(false)
                            .allow_override_tag(false)
                            .allow_override_comments(false)
                            .allow_override_attended_session_policy(false)
                            .allow_override_unattended_session_policy(false)
                            .jumpoint_proxy(at.text("jumpoint_proxy", "sample_text_"))
                            .max_offline_minutes(at.number("max_offline_minutes", 1))
                            .allow_override_max_offline_minutes(false),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-client.installer.show",
            "GET",
            "/jump-client/installer/{id}",
            |config, at| {
                let call = config
                    .jump_clients()
                    .installers()
                    .get(api::JumpClientInstallerId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-client.installer.destroy",
            "DELETE",
            "/jump-client/installer/{id}",
            |config, at| {
                let call = config
                    .jump_clients()
                    .installers()
                    .delete(api::JumpClientInstallerId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-client.download",
            "GET",
            "/jump-client/installer/{installer_id}/{platform}",
            |config, at| {
                let call = config
                    .jump_clients()
                    .installers()
                    .download(
                        &at.step("installer_id"),
                        api::JumpClientInstallerPlatform::from("linux-64"),
                    );
                Box::pin(Lab::<api::Config>::read(call.send()))
            },
        )
        .await;
}
