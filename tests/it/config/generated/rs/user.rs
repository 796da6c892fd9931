// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! User.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

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
                            .display_number(at.number("display_number", 1))
                            .username(at.text("username", "sample_text_"))
                            .password("hunter2-hunter2")
                            .public_display_name(
                                at.text("public_display_name", "sample_text_"),
                            )
                            .private_display_name(
                                at.text("private_display_name", "sample_text_"),
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
}
