// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const VENDOR_INDEX: Operation = Operation {
    id: "api.config.vendor.index",
    method: Method::Get,
    path: "/vendor",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(255))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(Schema::List(List::of(const { &Schema::Object(&objects::VENDOR) }))),
    ],
    paged: true,
};

pub(in super::super) const VENDOR_STORE: Operation = Operation {
    id: "api.config.vendor.store",
    method: Method::Post,
    path: "/vendor",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VENDOR),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::VENDOR)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VENDOR_SHOW: Operation = Operation {
    id: "api.config.vendor.show",
    method: Method::Get,
    path: "/vendor/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::VENDOR)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VENDOR_UPDATE: Operation = Operation {
    id: "api.config.vendor.update",
    method: Method::Patch,
    path: "/vendor/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VENDOR),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::VENDOR)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VENDOR_DESTROY: Operation = Operation {
    id: "api.config.vendor.destroy",
    method: Method::Delete,
    path: "/vendor/{id}",
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

pub(in super::super) const VENDOR_REACTIVATE: Operation = Operation {
    id: "api.config.vendor.reactivate",
    method: Method::Post,
    path: "/vendor/{id}/reactivate",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200),
        answer(400),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VENDOR_USER_INDEX: Operation = Operation {
    id: "api.config.vendor.user.index",
    method: Method::Get,
    path: "/vendor/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(List::of(const { &Schema::Object(&objects::VENDOR_USER) })),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: true,
};

pub(in super::super) const VENDOR_USER_STORE: Operation = Operation {
    id: "api.config.vendor.user.store",
    method: Method::Post,
    path: "/vendor/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VENDOR_USER),
        required: true,
    }),
    answers: &[answer(200).json(Schema::Object(&objects::VENDOR_USER)).optional()],
    paged: false,
};

pub(in super::super) const VENDOR_USER_SHOW: Operation = Operation {
    id: "api.config.vendor.user.show",
    method: Method::Get,
    path: "/vendor/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[answer(200).json(Schema::Object(&objects::VENDOR_USER)).optional()],
    paged: false,
};

pub(in super::super) const VENDOR_USER_UPDATE: Operation = Operation {
    id: "api.config.vendor.user.update",
    method: Method::Patch,
    path: "/vendor/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VENDOR_USER),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::VENDOR_USER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const VENDOR_USER_DESTROY: Operation = Operation {
    id: "api.config.vendor.user.destroy",
    method: Method::Delete,
    path: "/vendor/{id}/user/{user_id}",
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

pub(in super::super) const VENDOR_USER_REACTIVATE: Operation = Operation {
    id: "api.config.vendor.user.reactivate",
    method: Method::Post,
    path: "/vendor/{id}/user/{user_id}/reactivate",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200),
        answer(400),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};
