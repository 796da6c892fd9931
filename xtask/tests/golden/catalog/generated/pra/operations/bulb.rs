// Made by `cargo xtask codegen` from an invented file.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema};
use super::super::objects;

pub(in super::super) const BULB_INDEX: Operation = Operation {
    id: "api.config.bulb.index",
    method: Method::Get,
    path: "/bulb",
    path_params: &[],
    query: &[],
    body: None,
    answers: &[
        answer(200)
            .json(Schema::List(List::of(const { &Schema::Object(&objects::BULB) }))),
    ],
    paged: false,
};

pub(in super::super) const BULB_STORE: Operation = Operation {
    id: "api.config.bulb.store",
    method: Method::Post,
    path: "/bulb",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::OneOf(objects::CREATABLE_BULB),
        required: true,
    }),
    answers: &[answer(201).json(Schema::OneOf(objects::CREATABLE_BULB))],
    paged: false,
};

pub(in super::super) const BULB_SHOW: Operation = Operation {
    id: "api.config.bulb.show",
    method: Method::Get,
    path: "/bulb/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[answer(200).json(Schema::OneOf(objects::BULB_DETAILS))],
    paged: false,
};

pub(in super::super) const BULB_UPDATE: Operation = Operation {
    id: "api.config.bulb.update",
    method: Method::Patch,
    path: "/bulb/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::PLAIN_BULB),
        required: true,
    }),
    answers: &[answer(200).json(Schema::Object(&objects::PLAIN_BULB))],
    paged: false,
};
