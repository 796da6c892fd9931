// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Team.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.team.index",
            "GET",
            "/team",
            |config, _| {
                let call = config.teams().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.team.index",
            "GET",
            "/team",
            |config, at| {
                let call = config
                    .teams()
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
            "api.config.team.store",
            "POST",
            "/team",
            |config, at| {
                let call = config
                    .teams()
                    .create(
                        api::NewTeam::new(at.text("name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .persistent_queue(false)
                            .public_portal_ids([
                                api::TeamPublicPortalId::from(at.text("", "sample_text_")),
                            ]),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.team.show",
            "GET",
            "/team/{id}",
            |config, at| {
                let call = config.teams().get(api::TeamId::new(at.id("id"))).send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.team.update",
            "PATCH",
            "/team/{id}",
            |config, at| {
                let call = config
                    .teams()
                    .update(
                        api::TeamId::new(at.id("id")),
                        api::TeamPatch::new()
                            .name(at.text("name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .comments(at.text("comments", "sample_text_"))
                            .persistent_queue(false)
                            .public_portal_ids([
                                api::TeamPublicPortalId::from(at.text("", "sample_text_")),
                            ]),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.team.destroy",
            "DELETE",
            "/team/{id}",
            |config, at| {
                let call = config.teams().delete(api::TeamId::new(at.id("id"))).send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.team.user.index",
            "GET",
            "/team/{id}/user",
            |config, at| {
                let call = config
                    .teams()
                    .users(api::TeamId::new(at.id("id")))
                    .list()
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.team.user.index",
            "GET",
            "/team/{id}/user",
            |config, at| {
                let call = config
                    .teams()
                    .users(api::TeamId::new(at.id("id")))
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.team.user.store",
            "POST",
            "/team/{id}/user",
            |config, at| {
                let call = config
                    .teams()
                    .users(api::TeamId::new(at.id("id")))
                    .create(
                        api::NewTeamUser::new(
                                api::TeamId::new(at.number("team_id", 1)),
                                api::UserId::new(at.number("user_id", 1)),
                            )
                            .role(api::TeamRole::from("member")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.team.user.show",
            "GET",
            "/team/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .teams()
                    .users(api::TeamId::new(at.id("id")))
                    .get(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.team.user.update",
            "PATCH",
            "/team/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .teams()
                    .users(api::TeamId::new(at.id("id")))
                    .update(
                        api::UserId::new(at.id("user_id")),
                        api::TeamUserPatch::new()
                            .team_id(api::TeamId::new(at.number("team_id", 1)))
                            .user_id(api::UserId::new(at.number("user_id", 1)))
                            .role(api::TeamRole::from("member")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.team.user.destroy",
            "DELETE",
            "/team/{id}/user/{user_id}",
            |config, at| {
                let call = config
                    .teams()
                    .users(api::TeamId::new(at.id("id")))
                    .delete(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
