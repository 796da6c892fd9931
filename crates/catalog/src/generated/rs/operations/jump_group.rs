// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const JUMP_GROUP_INDEX: Operation = Operation {
    id: "api.config.jump-group.index",
    method: Method::Get,
    path: "/jump-group",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(255))),
        param(
            "code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(List::of(const { &Schema::Object(&objects::JUMP_GROUP) })),
            ),
    ],
    paged: true,
};

pub(in super::super) const JUMP_GROUP_STORE: Operation = Operation {
    id: "api.config.jump-group.store",
    method: Method::Post,
    path: "/jump-group",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMP_GROUP),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::JUMP_GROUP)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_GROUP_SHOW: Operation = Operation {
    id: "api.config.jump-group.show",
    method: Method::Get,
    path: "/jump-group/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMP_GROUP)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_GROUP_UPDATE: Operation = Operation {
    id: "api.config.jump-group.update",
    method: Method::Patch,
    path: "/jump-group/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMP_GROUP),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMP_GROUP)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_GROUP_DESTROY: Operation = Operation {
    id: "api.config.jump-group.destroy",
    method: Method::Delete,
    path: "/jump-group/{id}",
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

pub(in super::super) const JUMP_GROUP_USER_INDEX: Operation = Operation {
    id: "api.config.jump-group.user.index",
    method: Method::Get,
    path: "/jump-group/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::JUMP_GROUP_USER) }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: true,
};

pub(in super::super) const JUMP_GROUP_USER_STORE: Operation = Operation {
    id: "api.config.jump-group.user.store",
    method: Method::Post,
    path: "/jump-group/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMP_GROUP_USER),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::JUMP_GROUP_USER)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_GROUP_USER_SHOW: Operation = Operation {
    id: "api.config.jump-group.user.show",
    method: Method::Get,
    path: "/jump-group/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[answer(200).json(Schema::Object(&objects::JUMP_GROUP_USER))],
    paged: false,
};

pub(in super::super) const JUMP_GROUP_USER_UPDATE: Operation = Operation {
    id: "api.config.jump-group.user.update",
    method: Method::Patch,
    path: "/jump-group/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMP_GROUP_USER),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMP_GROUP_USER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_GROUP_USER_DESTROY: Operation = Operation {
    id: "api.config.jump-group.user.destroy",
    method: Method::Delete,
    path: "/jump-group/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};
