// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

use crate::make::{answer, param};
use crate::schema::{Integer, List, Method, Operation, Schema};
use super::super::objects;

pub(in super::super) const PUBLIC_PORTAL_INDEX: Operation = Operation {
    id: "api.config.public-portal.index",
    method: Method::Get,
    path: "/public-portal",
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
                    List::of(const { &Schema::Object(&objects::PUBLIC_PORTAL) }),
                ),
            ),
    ],
    paged: true,
};
