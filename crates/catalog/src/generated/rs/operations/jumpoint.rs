// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const JUMPOINT_INDEX: Operation = Operation {
    id: "api.config.jumpoint.index",
    method: Method::Get,
    path: "/jumpoint",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN)),
        param("public_ip", Schema::Text(Text::PLAIN)),
        param("private_ip", Schema::Text(Text::PLAIN)),
        param("hostname", Schema::Text(Text::PLAIN)),
        param(
            "code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(Schema::List(List::of(const { &Schema::Object(&objects::JUMPOINT) }))),
    ],
    paged: true,
};

pub(in super::super) const JUMPOINT_STORE: Operation = Operation {
    id: "api.config.jumpoint.store",
    method: Method::Post,
    path: "/jumpoint",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMPOINT),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::JUMPOINT)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMPOINT_SHOW: Operation = Operation {
    id: "api.config.jumpoint.show",
    method: Method::Get,
    path: "/jumpoint/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMPOINT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMPOINT_UPDATE: Operation = Operation {
    id: "api.config.jumpoint.update",
    method: Method::Patch,
    path: "/jumpoint/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMPOINT),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMPOINT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMPOINT_DESTROY: Operation = Operation {
    id: "api.config.jumpoint.destroy",
    method: Method::Delete,
    path: "/jumpoint/{id}",
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

pub(in super::super) const JUMPOINT_DOWNLOAD: Operation = Operation {
    id: "api.config.jumpoint.download",
    method: Method::Get,
    path: "/jumpoint/{id}/installer",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[answer(200).body("application/x-executable", Schema::Binary)],
    paged: false,
};

pub(in super::super) const JUMPOINT_NODE_INDEX: Operation = Operation {
    id: "api.config.jumpoint.node.index",
    method: Method::Get,
    path: "/jumpoint/{id}/node",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::JUMPOINT_NODE) })
                        .or_single(),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const JUMPOINT_USER_INDEX: Operation = Operation {
    id: "api.config.jumpoint.user.index",
    method: Method::Get,
    path: "/jumpoint/{id}/user",
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
                    List::of(const { &Schema::Object(&objects::JUMPOINT_USER) })
                        .or_single(),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: true,
};

pub(in super::super) const JUMPOINT_USER_STORE: Operation = Operation {
    id: "api.config.jumpoint.user.store",
    method: Method::Post,
    path: "/jumpoint/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMPOINT_USER),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::JUMPOINT_USER)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMPOINT_USER_SHOW: Operation = Operation {
    id: "api.config.jumpoint.user.show",
    method: Method::Get,
    path: "/jumpoint/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMPOINT_USER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const JUMPOINT_USER_DESTROY: Operation = Operation {
    id: "api.config.jumpoint.user.destroy",
    method: Method::Delete,
    path: "/jumpoint/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};
