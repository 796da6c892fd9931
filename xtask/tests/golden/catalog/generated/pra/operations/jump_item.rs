// Made by `cargo xtask codegen` from an invented file.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, Method, Operation, Schema};
use super::super::objects;

pub(in super::super) const JUMP_ITEM_LAMP_COPY: Operation = Operation {
    id: "api.config.jump-item.lamp.copy",
    method: Method::Post,
    path: "/jump-item/lamp/{id}/copy",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::COPY_JUMP_ITEM_LAMP),
        required: false,
    }),
    answers: &[answer(200).json(Schema::Object(&objects::COPY_JUMP_ITEM_LAMP_ANSWER))],
    paged: false,
};
