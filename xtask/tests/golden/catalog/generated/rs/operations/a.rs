// Made by `cargo xtask codegen` from an invented file.
//! Operations of RS.

use crate::schema::{Method, Operation};

pub(in super::super) const X_A_SHOW: Operation = Operation {
    id: "x.a.show",
    method: Method::Get,
    path: "/a",
    path_params: &[],
    query: &[],
    body: None,
    answers: &[],
    paged: false,
};
