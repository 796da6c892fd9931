// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! JumpPolicy.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jump-policy.index",
            "GET",
            "/jump-policy",
            |config, _| {
                let call = config.jump_policies().list().send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-policy.index",
            "GET",
            "/jump-policy",
            |config, at| {
                let call = config
                    .jump_policies()
                    .list()
                    .per_page(50)
                    .current_page(1)
                    .code_name(at.text("code_name", "sample_text_"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-policy.store",
            "POST",
            "/jump-policy",
            |config, at| {
                let call = config
                    .jump_policies()
                    .create(
                        api::NewJumpPolicy::new(at.text("display_name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .description(at.text("description", "sample_text_"))
                            .schedule_enabled(false)
                            .simultaneous_jumps(
                                api::JumpPolicySimultaneousJumps::from("global"),
                            )
                            .simultaneous_jump_behavior_applies_to_copies(false)
                            .simultaneous_jumps_rdp(
                                api::JumpPolicySimultaneousJumpsRdp::from("global"),
                            )
                            .schedule_strict(false)
                            .ticket_id_required(false)
                            .two_factor_challenge_required(false),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-policy.show",
            "GET",
            "/jump-policy/{id}",
            |config, at| {
                let call = config
                    .jump_policies()
                    .get(api::JumpPolicyId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-policy.update",
            "PATCH",
            "/jump-policy/{id}",
            |config, at| {
                let call = config
                    .jump_policies()
                    .update(
                        api::JumpPolicyId::new(at.id("id")),
                        api::JumpPolicyPatch::new()
                            .display_name(at.text("display_name", "sample_text_"))
                            .code_name(at.text("code_name", "sample_text_"))
                            .description(at.text("description", "sample_text_"))
                            .schedule_enabled(false)
                            .simultaneous_jumps(
                                api::JumpPolicySimultaneousJumps::from("global"),
                            )
                            .simultaneous_jump_behavior_applies_to_copies(false)
                            .simultaneous_jumps_rdp(
                                api::JumpPolicySimultaneousJumpsRdp::from("global"),
                            )
                            .schedule_strict(false)
                            .ticket_id_required(false)
                            .two_factor_challenge_required(false),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-policy.destroy",
            "DELETE",
            "/jump-policy/{id}",
            |config, at| {
                let call = config
                    .jump_policies()
                    .delete(api::JumpPolicyId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-policy.showSchedule",
            "GET",
            "/jump-policy/{id}/schedule",
            |config, at| {
                let call = config
                    .jump_policies()
                    .schedule(api::JumpPolicyId::new(at.id("id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
