// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

use crate::make::{answer, param};
use crate::schema::{Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const API_ACCOUNT_INDEX: Operation = Operation {
    id: "api.config.api-account.index",
    method: Method::Get,
    path: "/api-account",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(255))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(List::of(const { &Schema::Object(&objects::API_ACCOUNT) })),
            ),
    ],
    paged: true,
};

pub(in super::super) const API_ACCOUNT_SHOW: Operation = Operation {
    id: "api.config.api-account.show",
    method: Method::Get,
    path: "/api-account/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::API_ACCOUNT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};
