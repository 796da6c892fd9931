// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
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
