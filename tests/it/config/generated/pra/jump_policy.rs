// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! JumpPolicy.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

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
                            .external_tools_rdp_allowed(false)
                            .external_tools_shell_allowed(false)
                            .schedule_strict(false)
                            .ticket_id_required(false)
                            .two_factor_challenge_required(false)
                            .session_start_notification(false)
                            .session_end_notification(false)
                            .notification_email_addresses([
                                at.text("notification_email_addresses", "sample_text_"),
                            ])
                            .notification_display_name(
                                at.text("notification_display_name", "sample_text_"),
                            )
                            .notification_email_language(
                                at.text("notification_email_language", "sample_text_"),
                            )
                            .approval_required(false)
                            .approval_max_duration(at.number("approval_max_duration", 1))
                            .approval_scope(
                                api::JumpPolicyApprovalScope::from("requestor"),
                            )
                            .approval_email_addresses([
                                at.text("approval_email_addresses", "sample_text_"),
                            ])
                            .approval_user_ids([
                                at.text("approval_user_ids", "sample_text_"),
                            ])
                            .approval_team_ids([
                                at.text("approval_team_ids", "sample_text_"),
                            ])
                            .approval_display_name(
                                at.text("approval_display_name", "sample_text_"),
                            )
                            .approval_email_language(
                                at.text("approval_email_language", "sample_text_"),
                            )
                            .approval_approver_scope(
                                api::JumpPolicyApprovalApproverScope::from("not_requestor"),
                            )
                            .recordings_disabled(false),
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
                            .external_tools_rdp_allowed(false)
                            .external_tools_shell_allowed(false)
                            .schedule_strict(false)
                            .ticket_id_required(false)
                            .two_factor_challenge_required(false)
                            .session_start_notification(false)
                            .session_end_notification(false)
                            .notification_email_addresses([
                                at.text("notification_email_addresses", "sample_text_"),
                            ])
                            .notification_display_name(
                                at.text("notification_display_name", "sample_text_"),
                            )
                            .notification_email_language(
                                at.text("notification_email_language", "sample_text_"),
                            )
                            .approval_required(false)
                            .approval_max_duration(at.number("approval_max_duration", 1))
                            .approval_scope(
                                api::JumpPolicyApprovalScope::from("requestor"),
                            )
                            .approval_email_addresses([
                                at.text("approval_email_addresses", "sample_text_"),
                            ])
                            .approval_user_ids([
                                at.text("approval_user_ids", "sample_text_"),
                            ])
                            .approval_team_ids([
                                at.text("approval_team_ids", "sample_text_"),
                            ])
                            .approval_display_name(
                                at.text("approval_display_name", "sample_text_"),
                            )
                            .approval_email_language(
                                at.text("approval_email_language", "sample_text_"),
                            )
                            .approval_approver_scope(
                                api::JumpPolicyApprovalApproverScope::from("not_requestor"),
                            )
                            .recordings_disabled(false),
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
