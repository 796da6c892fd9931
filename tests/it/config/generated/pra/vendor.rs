// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Vendor.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.vendor.index",
            "GET",
            "/vendor",
            |config, _| {
                let call = config.vendors().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.index",
            "GET",
            "/vendor",
            |config, at| {
                let call = config
                    .vendors()
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
            "api.config.vendor.store",
            "POST",
            "/vendor",
            |config, at| {
                let call = config
                    .vendors()
                    .create(
                        api::NewVendor::new(
                                at.text("name", "sample_text_"),
                                at.number("default_policy", 1),
                            )
                            .account_expiration(at.number("account_expiration", 1))
                            .deletion_days_after_expiration(
                                at.number("deletion_days_after_expiration", 1),
                            )
                            .user_added_notification_enabled(false)
                            .user_expired_notification_enabled(false)
                            .user_approval_enabled(false)
                            .user_reactivation_enabled(false)
                            .administrator_ids([
                                api::UserId::new(at.number("administrator_ids", 1)),
                            ])
                            .team_ids([api::TeamId::new(at.number("team_ids", 1))])
                            .network_restrictions([
                                at.text("network_restrictions", "sample_text_"),
                            ])
                            .duration(at.number("duration", 1))
                            .duration_enabled(false),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.show",
            "GET",
            "/vendor/{id}",
            |config, at| {
                let call = config.vendors().get(api::VendorId::new(at.id("id"))).send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.update",
            "PATCH",
            "/vendor/{id}",
            |config, at| {
                let call = config
                    .vendors()
                    .update(
                        api::VendorId::new(at.id("id")),
                        api::VendorPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .default_policy(at.number("default_policy", 1))
                            .account_expiration(at.number("account_expiration", 1))
                            .deletion_days_after_expiration(
                                at.number("deletion_days_after_expiration", 1),
                            )
                            .user_added_notification_enabled(false)
                            .user_expired_notification_enabled(false)
                            .user_approval_enabled(false)
                            .user_reactivation_enabled(false)
                            .administrator_ids([
                                api::UserId::new(at.number("administrator_ids", 1)),
                            ])
                            .team_ids([api::TeamId::new(at.number("team_ids", 1))])
                            .network_restrictions([
                                at.text("network_restrictions", "sample_text_"),
                            ])
                            .duration(at.number("duration", 1))
                            .duration_enabled(false),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.destroy",
            "DELETE",
            "/vendor/{id}",
            |config, at| {
                let call = config
                    .vendors()
                    .delete(api::VendorId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.reactivate",
            "POST",
            "/vendor/{id}/reactivate",
            |config, at| {
                let call = config
                    .vendors()
                    .reactivate(api::VendorId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.user.index",
            "GET",
            "/vendor/{id}/user",
            |config, at| {
                let call = config
                    .vendors()
                    .users(api::VendorId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.user.index",
            "GET",
            "/vendor/{id}/user",
            |config, at| {
                let call = config
                    .vendors()
                    .users(api::VendorId::new(at.id("id")))
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.user.store",
            "POST",
            "/vendor/{id}/user",
            |config, at| {
                let call = config
                    .vendors()
                    .users(api::VendorId::new(at.id("id")))
                    .create(
                        api::NewVendorUser::new(
                                at.text("username", "sample_text_"),
                                at.text("public_display_name", "sample_text_"),
                                "hunter2-hunter2",
                                at.text("email_address", "sample_text_"),
                            )
                            .password_expiration(at.time())
                            .password_reset_next_login(false)
                            .enabled(false)
                            .preferred_email_language(
                                at.text("preferred_email_language", "sample_tex"),
                            ),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.user.show",
            "GET",
            "/vendor/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .vendors()
                    .users(api::VendorId::new(at.id("id")))
                    .get(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.user.update",
            "PATCH",
            "/vendor/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .vendors()
                    .users(api::VendorId::new(at.id("id")))
                    .update(
                        api::UserId::new(at.id("user_id")),
                        api::VendorUserPatch::new()
                            .username(at.text("username", "sample_text_"))
                            .public_display_name(
                                at.text("public_display_name", "sample_text_"),
                            )
                            .password("hunter2-hunter2")
                            .password_expiration(at.time())
                            .password_reset_next_login(false)
                            .enabled(false)
                            .email_address(at.text("email_address", "sample_text_"))
                            .preferred_email_language(
                                at.text("preferred_email_language", "sample_tex"),
                            ),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.user.destroy",
            "DELETE",
            "/vendor/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .vendors()
                    .users(api::VendorId::new(at.id("id")))
                    .delete(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.vendor.user.reactivate",
            "POST",
            "/vendor/{id}/user/{user_id}/reactivate",
            |config, at| {
                let call = config
                    .vendors()
                    .users(api::VendorId::new(at.id("id")))
                    .reactivate(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
