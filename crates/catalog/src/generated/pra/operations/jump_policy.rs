// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const JUMP_POLICY_INDEX: Operation = Operation {
    id: "api.config.jump-policy.index",
    method: Method::Get,
    path: "/jump-policy",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("code_name", Schema::Text(Text::PLAIN.min(0).max(64))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(List::of(const { &Schema::Object(&objects::JUMP_POLICY) })),
            ),
    ],
    paged: true,
};

pub(in super::super) const JUMP_POLICY_STORE: Operation = Operation {
    id: "api.config.jump-policy.store",
    method: Method::Post,
    path: "/jump-policy",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMP_POLICY),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::JUMP_POLICY)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_POLICY_SHOW: Operation = Operation {
    id: "api.config.jump-policy.show",
    method: Method::Get,
    path: "/jump-policy/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMP_POLICY)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_POLICY_UPDATE: Operation = Operation {
    id: "api.config.jump-policy.update",
    method: Method::Patch,
    path: "/jump-policy/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMP_POLICY),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMP_POLICY)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_POLICY_DESTROY: Operation = Operation {
    id: "api.config.jump-policy.destroy",
    method: Method::Delete,
    path: "/jump-policy/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_POLICY_SHOW_SCHEDULE: Operation = Operation {
    id: "api.config.jump-policy.showSchedule",
    method: Method::Get,
    path: "/jump-policy/{id}/schedule",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[answer(200).json(Schema::Object(&objects::SCHEDULE))],
    paged: false,
};
