// Made by `cargo xtask codegen` from an invented file.
//! Operations of PRA.

use crate::make::answer;
use crate::schema::{Method, Operation, Schema};

pub(in super::super) const SPEC: Operation = Operation {
    id: "api.config.spec",
    method: Method::Get,
    path: "/openapi.yaml",
    path_params: &[],
    query: &[],
    body: None,
    answers: &[answer(200).body("application/yaml", Schema::Any)],
    paged: false,
};
