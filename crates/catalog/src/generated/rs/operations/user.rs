// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const USER_INDEX: Operation = Operation {
    id: "api.config.user.index",
    method: Method::Get,
    path: "/user",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param(
            "security_provider_id",
            Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
        ),
        param("username", Schema::Text(Text::PLAIN.min(1).max(255))),
        param("email_address", Schema::Text(Text::PLAIN.min(3).max(255))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(Schema::List(List::of(const { &Schema::Object(&objects::USER) }))),
    ],
    paged: true,
};

pub(in super::super) const USER_PROVISION: Operation = Operation {
    id: "api.config.user.provision",
    method: Method::Post,
    path: "/user/provision",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::PROVISION_USER),
        required: false,
    }),
    answers: &[
        answer(204),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const USER_SHOW: Operation = Operation {
    id: "api.config.user.show",
    method: Method::Get,
    path: "/user/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::USER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const USER_UPDATE: Operation = Operation {
    id: "api.config.user.update",
    method: Method::Patch,
    path: "/user/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::USER),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::USER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const USER_DESTROY: Operation = Operation {
    id: "api.config.user.destroy",
    method: Method::Delete,
    path: "/user/{id}",
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

pub(in super::super) const USER_GROUP_POLICIES: Operation = Operation {
    id: "api.config.user.group_policies",
    method: Method::Get,
    path: "/user/{id}/group-policies",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(List::of(const { &Schema::Object(&objects::GROUP_POLICY) })),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: true,
};
