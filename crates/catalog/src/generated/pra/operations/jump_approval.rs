// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const JUMP_POLICY_APPROVE: Operation = Operation {
    id: "api.config.jump-policy.approve",
    method: Method::Post,
    path: "/jump-approval/approve",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::APPROVE_JUMP_APPROVAL),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::APPROVE_JUMP_APPROVAL_ANSWER)),
        answer(400).json(Schema::Object(&objects::APPROVE_JUMP_APPROVAL_ERROR)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_POLICY_REQUEST: Operation = Operation {
    id: "api.config.jump-policy.request",
    method: Method::Post,
    path: "/jump-approval/request",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::REQUEST_JUMP_APPROVAL),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::REQUEST_JUMP_APPROVAL_ANSWER)),
        answer(400).json(Schema::Object(&objects::REQUEST_JUMP_APPROVAL_ERROR)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_APPROVAL_INDEX: Operation = Operation {
    id: "api.config.jump-approval.index",
    method: Method::Get,
    path: "/jump-approval/{user_id}",
    path_params: &[
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[
        param(
            "state",
            Schema::Text(
                Text::PLAIN
                    .values(&["pending", "approved", "denied", "cancelled", "in_use"]),
            ),
        ),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const {
                        &Schema::Object(&objects::JUMP_AUTHORIZATION_REQUEST)
                    }),
                ),
            ),
    ],
    paged: false,
};

pub(in super::super) const JUMP_APPROVAL_VIEW: Operation = Operation {
    id: "api.config.jump-approval.view",
    method: Method::Get,
    path: "/jump-approval/{user_id}/view/{id}",
    path_params: &[
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[answer(200).json(Schema::Object(&objects::JUMP_AUTHORIZATION_REQUEST))],
    paged: false,
};
