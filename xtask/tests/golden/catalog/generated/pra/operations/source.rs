// Made by `cargo xtask codegen` from an invented file.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Integer, Method, Operation, Schema};
use super::super::objects;

pub(in super::super) const SOURCE_SHOW: Operation = Operation {
    id: "api.config.source.show",
    method: Method::Get,
    path: "/source/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[answer(200).json(Schema::OneOf(objects::SOURCE_DETAILS))],
    paged: false,
};
