// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, Literal, Object, Schema, Text};

pub(in super::super) static APPROVE_JUMP_APPROVAL: Object = Object {
    name: "ApproveJumpApproval",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))).required(),
        field("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("answer", Schema::Text(Text::PLAIN.values(&["approved", "denied"])))
            .required(),
        field("comments", Schema::Text(Text::PLAIN.max(2048))),
    ],
};

pub(in super::super) static APPROVE_JUMP_APPROVAL_ANSWER: Object = Object {
    name: "ApproveJumpApprovalAnswer",
    fields: &[field("message", Schema::Text(Text::PLAIN))],
};

pub(in super::super) static APPROVE_JUMP_APPROVAL_ERROR: Object = Object {
    name: "ApproveJumpApprovalError",
    fields: &[field("message", Schema::Text(Text::PLAIN))],
};

pub(in super::super) static JUMP_AUTHORIZATION_REQUEST: Object = Object {
    name: "JumpAuthorizationRequest",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field(
            "state",
            Schema::Text(
                Text::PLAIN
                    .values(&["pending", "approved", "denied", "cancelled", "in_use"]),
            ),
        ),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
        field("jump_item_type", Schema::Text(Text::PLAIN)),
        field("jump_item_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field(
            "created_by_user_id",
            Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
        ),
        field("start_timestamp", Schema::Text(Text::PLAIN.date_time())),
        field("duration", Schema::Integer(Integer::PLAIN.min(60).max(2147483647)))
            .default(Literal::Integer(7200)),
        field("request_reason", Schema::Text(Text::PLAIN.max(2048))),
        field("response_comments", Schema::Text(Text::PLAIN.max(2048))),
    ],
};

pub(in super::super) static REQUEST_JUMP_APPROVAL: Object = Object {
    name: "RequestJumpApproval",
    fields: &[
        field("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("jump_item_type", Schema::Text(Text::PLAIN)).required(),
        field("jump_item_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("start", Schema::Integer(Integer::PLAIN.min(0).max(2147483647)))
            .required(),
        field("duration", Schema::Integer(Integer::PLAIN.min(60).max(2147483647)))
            .required()
            .default(Literal::Integer(7200)),
        field("reason", Schema::Text(Text::PLAIN.max(2048))),
    ],
};

pub(in super::super) static REQUEST_JUMP_APPROVAL_ANSWER: Object = Object {
    name: "RequestJumpApprovalAnswer",
    fields: &[field("message", Schema::Text(Text::PLAIN))],
};

pub(in super::super) static REQUEST_JUMP_APPROVAL_ERROR: Object = Object {
    name: "RequestJumpApprovalError",
    fields: &[field("message", Schema::Text(Text::PLAIN))],
};
