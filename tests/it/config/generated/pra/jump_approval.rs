// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! JumpApproval.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.jump-policy.approve",
            "POST",
            "/jump-approval/approve",
            |config, at| {
                let call = config
                    .jump_approvals()
                    .approve(
                        api::ApproveJumpApproval::new(
                                api::JumpApprovalId::new(at.number("id", 1)),
                                api::UserId::new(at.number("user_id", 1)),
                                api::JumpApprovalDecision::from("approved"),
                            )
                            .comments(at.text("comments", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-policy.request",
            "POST",
            "/jump-approval/request",
            |config, at| {
                let call = config
                    .jump_approvals()
                    .request(
                        api::RequestJumpApproval::new(
                                api::UserId::new(at.number("user_id", 1)),
                                api::JumpItemRef::new(
                                    "shell_jump",
                                    at.number("jump_item_id", 1),
                                ),
                                at.number("start", 1),
                                at.number("duration", 60),
                            )
                            .reason(at.text("reason", "sample_text_")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-approval.index",
            "GET",
            "/jump-approval/{user_id}",
            |config, at| {
                let call = config
                    .jump_approvals()
                    .list(api::UserId::new(at.id("user_id")))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-approval.index",
            "GET",
            "/jump-approval/{user_id}",
            |config, at| {
                let call = config
                    .jump_approvals()
                    .list(api::UserId::new(at.id("user_id")))
                    .state(api::JumpAuthorizationState::from("pending"))
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
    lab.call(
            "api.config.jump-approval.view",
            "GET",
            "/jump-approval/{user_id}/view/{id}",
            |config, at| {
                let call = config
                    .jump_approvals()
                    .view(
                        api::UserId::new(at.id("user_id")),
                        api::JumpApprovalId::new(at.id("id")),
                    )
                    .send();
                Box::pin(async move { call.await.map(drop) })
            },
        )
        .await;
}
