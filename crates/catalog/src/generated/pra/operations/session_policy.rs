// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Integer, List, Method, Operation, Schema};
use super::super::objects;

pub(in super::super) const SESSION_POLICY_INDEX: Operation = Operation {
    id: "api.config.session-policy.index",
    method: Method::Get,
    path: "/session-policy",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::SESSION_POLICY) }),
                ),
            ),
    ],
    paged: true,
};
