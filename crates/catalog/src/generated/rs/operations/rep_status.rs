// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const REP_STATUS_INDEX: Operation = Operation {
    id: "api.config.rep-status.index",
    method: Method::Get,
    path: "/rep-status",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN)),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(List::of(const { &Schema::Object(&objects::REP_STATUS) })),
            ),
    ],
    paged: true,
};

pub(in super::super) const REP_STATUS_STORE: Operation = Operation {
    id: "api.config.rep-status.store",
    method: Method::Post,
    path: "/rep-status",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::REP_STATUS),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::REP_STATUS)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const REP_STATUS_SHOW: Operation = Operation {
    id: "api.config.rep-status.show",
    method: Method::Get,
    path: "/rep-status/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::REP_STATUS)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const REP_STATUS_UPDATE: Operation = Operation {
    id: "api.config.rep-status.update",
    method: Method::Patch,
    path: "/rep-status/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::REP_STATUS),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::REP_STATUS)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const REP_STATUS_DESTROY: Operation = Operation {
    id: "api.config.rep-status.destroy",
    method: Method::Delete,
    path: "/rep-status/{id}",
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
