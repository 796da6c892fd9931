// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

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
