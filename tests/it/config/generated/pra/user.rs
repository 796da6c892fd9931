// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! User.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.user.index",
            "GET",
            "/user",
            |config, _| {
                let call = config.users().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.user.index",
            "GET",
            "/user",
            |config, at| {
                let call = config
                    .users()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .security_provider_id(
                        api::SecurityProviderId::new(
                            at.number("security_provider_id", 1),
                        ),
                    )
                    .username(at.text("username", "sample_text_"))
                    .email_address(at.text("email_address", "sample_text_"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.user.store",
            "POST",
            "/user",
            |config, at| {
                let call = config
                    .users()
                    .create(
                        api::NewUser::new(at.text("public_display_name", "sample_text_"))
                            .username(at.text("username", "sample_text_"))
                            .password("hunter2-hunter2")
                            .password_expiration(at.time())
                            .email_address(at.text("email_address", "sample_text_"))
                            .preferred_email_language(
                                at.text("preferred_email_language", "sample_tex"),
                            )
                            .two_factor_required(false)
                            .enabled(false)
                            .failed_logins(at.number("failed_logins", 1))
                            .password_reset_next_login(false),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.user.provision",
            "POST",
            "/user/provision",
            |config, at| {
                let call = config
                    .users()
                    .provision([api::UserId::new(at.number("user_ids", 1))])
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.user.show",
            "GET",
            "/user/{id}",
            |config, at| {
                let call = config.users().get(api::UserId::new(at.id("id"))).send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.user.update",
            "PATCH",
            "/user/{id}",
            |config, at| {
                let call = config
                    .users()
                    .update(
                        api::UserId::new(at.id("id")),
                        api::UserPatch::new()
                            .username(at.text("username", "sample_text_"))
                            .password("hunter2-hunter2")
                            .public_display_name(
                                at.text("public_display_name", "sample_text_"),
                            )
                            .password_expiration(at.time())
                            .email_address(at.text("email_address", "sample_text_"))
                            .preferred_email_language(
                                at.text("preferred_email_language", "sample_tex"),
                            )
                            .two_factor_required(false)
                            .enabled(false)
                            .failed_logins(at.number("failed_logins", 1))
                            .password_reset_next_login(false),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.user.destroy",
            "DELETE",
            "/user/{id}",
            |config, at| {
                let call = config.users().delete(api::UserId::new(at.id("id"))).send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.user.group_policies",
            "GET",
            "/user/{id}/group-policies",
            |config, at| {
                let call = config
                    .users()
                    .group_policies(api::UserId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.user.group_policies",
            "GET",
            "/user/{id}/group-policies",
            |config, at| {
                let call = config
                    .users()
                    .group_policies(api::UserId::new(at.id("id")))
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.user.group_policy_change",
            "PATCH",
            "/user/{id}/group-policy-changes",
            |config, at| {
                let call = config
                    .users()
                    .group_policy_changes(
                        api::UserId::new(at.id("id")),
                        api::UserGroupPolicyChanges::new()
                            .added([api::GroupPolicyId::new(at.number("added", 1))])
                            .removed([api::GroupPolicyId::new(at.number("removed", 1))]),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
